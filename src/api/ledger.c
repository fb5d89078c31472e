/* Reading the ledger from a snapshot: balances, an order's postings, the whole journal. */
#include "api/verb.h"
#include "sales/sales.h"

static tc_ledger_entry entry_of(const tci_posting *posting) {
    tc_ledger_entry out = {.id = posting->id,
                           .order = posting->order,
                           .debit = posting->debit,
                           .credit = posting->credit,
                           .amount_minor = posting->amount,
                           .at_ms = posting->at_ms,
                           .reason = posting->reason};
    tci_currency_unpack(posting->currency, out.currency);
    return out;
}

static int32_t check_room(const void *room, uint32_t capacity, const uint32_t *count,
                          const char *field, tc_error *error) {
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(room, field, error);
    return code;
}

int32_t tc_ledger_balances(tc_snapshot *snapshot, tc_ledger_balance *balances, uint32_t capacity,
                           uint32_t *count, tc_error *error) {
    uint32_t total = 0;
    int32_t code = check_room(balances, capacity, count, "balances", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tc_ledger_balance balance;
    for (; tci_ledger_balance(tci_snapshot_view(snapshot), total, &balance); total++)
        if (total < capacity) balances[total] = balance;
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = total;
    return code;
}

int32_t tc_ledger_entries(tc_snapshot *snapshot, uint64_t order, tc_ledger_entry *entries,
                          uint32_t capacity, uint32_t *count, tc_error *error) {
    tci_order found;
    uint32_t total = 0;
    int32_t code = check_room(entries, capacity, count, "entries", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    if (!tci_order_load(view, order, &found)) {
        code = tci_fail_missing(error, "order", 0, order);
        return tci_snapshot_leave(snapshot, code, error);
    }
    tci_posting posting;
    for (uint64_t at = found.ledger_last; tci_ledger_load(view, at, &posting); at = posting.prev) {
        if (total < capacity) entries[total] = entry_of(&posting);
        total++;
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = total;
    return code;
}

int32_t tc_ledger_journal(tc_snapshot *snapshot, uint64_t after, tc_ledger_entry *entries,
                          uint32_t capacity, uint32_t *count, tc_error *error) {
    uint32_t total = 0;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_not_null(entries, "entries", error);
    if (code == TC_OK) code = tci_check_range(capacity, 1, UINT32_MAX, "capacity", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_posting posting;
    while (total < capacity && after < UINT64_MAX &&
           tci_ledger_load(tci_snapshot_view(snapshot), after + 1, &posting)) {
        entries[total++] = entry_of(&posting);
        after++;
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = total;
    return code;
}
