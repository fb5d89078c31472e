/* The double-entry ledger: postings in a packed array, chained per order, and the balances of each
 * currency in one record changed in the same commit. A posting is one debit and one credit of the
 * same amount, so the balances of a currency cannot but sum to zero; verify proves it again. */
#include "payment/payment.h"

static const tci_array POSTINGS = {TCI_SPACE_LEDGER, 32, true};
static const tci_array BALANCES = {TCI_SPACE_ACCOUNT, 256, false};

/* A balance record: currency (2), spare (6), postings (8), then debits and credits by account. */
enum { BALANCE_ACCOUNTS = 15, BALANCE_HEAD = 16, BALANCE_CREDIT = 8 };
_Static_assert((int)TC_ACCOUNT_COUNT <= BALANCE_ACCOUNTS, "the balance record has no room left");
_Static_assert(BALANCE_HEAD + 16 * BALANCE_ACCOUNTS <= 256, "the balance record is too long");

/* More currencies than ISO 4217 has. */
enum { CURRENCIES_MAX = 1024 };

/* Index of a currency's balances; where it would begin when it has none yet. */
static uint32_t balance_index(tci_view *view, uint16_t currency) {
    for (uint32_t i = 0; i < CURRENCIES_MAX; i++) {
        const uint8_t *at = tci_array_get(view, &BALANCES, 0, i);
        if (!at || tci_load16(at) == currency || tci_load16(at) == 0) return i;
    }
    TCI_ASSERT(false && "more currencies than there are");
    return 0;
}

/* The n-th currency's record; NULL when there is none. */
static const uint8_t *balance_at(tci_view *view, uint32_t n) {
    const uint8_t *at = tci_array_get(view, &BALANCES, 0, n);
    /* Something was posted, and nothing was added up. */
    if (!at && n == 0 && tci_slot_peek(view, 0, TCI_SLOT_LEDGER_NEXT) > 1)
        tci_page_missing(view, 0, BALANCES.space, 0);
    return at;
}

static void add(uint8_t *at, int64_t amount) {
    int64_t sum = tci_load_i64(at);
    /* 2^63 minor units would take nine thousand of the largest amounts; a ledger stops before it.
     */
    TCI_ASSERT(sum <= INT64_MAX - amount);
    tci_store_i64(at, sum + amount);
}

static void balance_add(tci_view *view, const tci_posting *posting) {
    uint8_t *at = tci_array_at(view, &BALANCES, 0, balance_index(view, posting->currency));
    tci_store16(at, posting->currency);
    tci_store64(at + 8, tci_load64(at + 8) + 1);
    uint8_t *accounts = at + BALANCE_HEAD;
    add(accounts + 16 * (size_t)posting->debit, posting->amount);
    add(accounts + 16 * (size_t)posting->credit + BALANCE_CREDIT, posting->amount);
}

/* A posting: order (8), amount (8), time (6), debit, credit, reason (1 each), distance back to the
 * order's posting before (5), currency (2). */
static void posting_store(uint8_t *at, const tci_posting *posting) {
    uint64_t back = posting->prev ? posting->id - posting->prev : 0;
    TCI_ASSERT(back >> 40 == 0);
    tci_store64(at, posting->order);
    tci_store_i64(at + 8, posting->amount);
    uint64_t time = (uint64_t)posting->at_ms;
    TCI_ASSERT(time >> 48 == 0);
    tci_store32(at + 16, (uint32_t)time);
    tci_store16(at + 20, (uint16_t)(time >> 32));
    at[22] = posting->debit;
    at[23] = posting->credit;
    at[24] = posting->reason;
    at[25] = (uint8_t)(back >> 32);
    tci_store32(at + 26, (uint32_t)back);
    tci_store16(at + 30, posting->currency);
}

bool tci_ledger_load(tci_view *view, uint64_t posting, tci_posting *out) {
    if (posting == 0 || posting >= tci_slot_peek(view, 0, TCI_SLOT_LEDGER_NEXT)) return false;
    const uint8_t *at = tci_array_get(view, &POSTINGS, 0, posting);
    if (!at) return false;
    uint64_t back = (uint64_t)at[25] << 32 | tci_load32(at + 26);
    *out = (tci_posting){.id = posting,
                         .order = tci_load64(at),
                         .prev = back && back < posting ? posting - back : 0,
                         .debit = at[22],
                         .credit = at[23],
                         .reason = at[24],
                         .currency = tci_load16(at + 30),
                         .amount = tci_load_i64(at + 8),
                         .at_ms =
                             (int64_t)((uint64_t)tci_load16(at + 20) << 32 | tci_load32(at + 16))};
    return true;
}

static void emit_posted(tci_ctx *ctx, const tci_posting *posting) {
    uint8_t payload[12];
    tci_store16(payload, posting->debit);
    tci_store16(payload + 2, posting->credit);
    tci_store_i64(payload + 4, posting->amount);
    tci_emit(ctx, TC_FEED_LEDGER_POSTED, 0, posting->order, posting->id,
             tci_slice_of(payload, sizeof payload));
}

void tci_ledger_post(tci_ctx *ctx, tci_posting *posting, uint64_t *last) {
    if (posting->amount == 0) return;
    TCI_ASSERT(posting->amount > 0 && posting->amount <= TC_AMOUNT_MAX);
    TCI_ASSERT(posting->debit > TC_ACCOUNT_NONE && posting->debit < TC_ACCOUNT_COUNT);
    TCI_ASSERT(posting->credit > TC_ACCOUNT_NONE && posting->credit < TC_ACCOUNT_COUNT);
    TCI_ASSERT(posting->debit != posting->credit && posting->currency != 0);
    posting->id = tci_slot_take(ctx->view, 0, TCI_SLOT_LEDGER_NEXT, 1);
    bool follows = *last < posting->id;
    TCI_PROVE(ctx->view, follows);
    posting->prev = follows ? *last : 0;
    posting->at_ms = ctx->now_ms;
    posting_store(tci_array_at(ctx->view, &POSTINGS, 0, posting->id), posting);
    balance_add(ctx->view, posting);
    emit_posted(ctx, posting);
    *last = posting->id;
}

bool tci_ledger_has_room(tci_view *view, uint16_t currency, int64_t amount) {
    const uint8_t *at = tci_array_get(view, &BALANCES, 0, balance_index(view, currency));
    if (!at || tci_load16(at) != currency) return true;
    for (size_t i = 0; i < TC_ACCOUNT_COUNT * 2; i++)
        if (tci_load_i64(at + BALANCE_HEAD + 8 * i) > INT64_MAX / 4 - amount) return false;
    return true;
}

bool tci_ledger_balance(tci_view *view, uint32_t n, tc_ledger_balance *out) {
    if (n >= CURRENCIES_MAX) return false;
    const uint8_t *at = balance_at(view, n);
    if (!at || tci_load16(at) == 0) return false;
    memset(out, 0, sizeof *out);
    tci_currency_unpack(tci_load16(at), out->currency);
    out->postings = tci_load64(at + 8);
    const uint8_t *accounts = at + BALANCE_HEAD;
    for (size_t i = 0; i < TC_ACCOUNT_COUNT; i++) {
        out->debit_minor[i] = tci_load_i64(accounts + 16 * i);
        out->credit_minor[i] = tci_load_i64(accounts + 16 * i + BALANCE_CREDIT);
    }
    return true;
}

const char *tc_account_name(uint32_t account) {
    static const char *const NAMES[TC_ACCOUNT_COUNT] = {
        "none", "receivable", "clearing", "cash",     "revenue",     "fees",
        "tax",  "refunds",    "owed",     "disputes", "chargebacks",
    };
    return account < TC_ACCOUNT_COUNT ? NAMES[account] : "?";
}

const char *tc_posting_reason_name(uint32_t reason) {
    static const char *const NAMES[] = {"none",     "sale",        "capture",     "by hand",
                                        "reversal", "late",        "refund",      "refunded",
                                        "dispute",  "dispute won", "dispute lost"};
    return reason > 0 && reason < TCI_COUNT(NAMES) ? NAMES[reason] : "?";
}
