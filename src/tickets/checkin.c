/* One scan at a gate: judged by the table of reasons, recorded whatever the answer. The barcode's
 * signature was checked on the caller's thread; here only its outcome is judged. A nonce that was
 * seen before answers its entry again. */
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"
#include "tickets/reasons.h"

#define SCAN_ROW_BYTES 32u

static tci_key scan_key(uint64_t event, uint8_t row) {
    tci_key key = tci_key_of(event, TCI_SPACE_SCAN);
    tci_key_u8(&key, row);
    return key;
}

bool tci_scan_entry_load(tci_view *view, uint64_t event, uint64_t entry, tci_scan_record *out) {
    tci_key key = scan_key(event, TCI_SCAN_ROW_ENTRY);
    tci_key_u64(&key, entry);
    tci_slice value;
    if (!tci_row_must(view, &key, &value)) return false;
    tci_reader reader = tci_reader_of(value);
    out->ticket = tci_read_u64(&reader);
    out->scanned_at_ms = tci_read_i64(&reader);
    out->gate = tci_read_u32(&reader);
    out->serial = tci_read_u32(&reader);
    out->list = tci_read_u32(&reader);
    out->answer = (uint8_t)tci_read_u32(&reader);
    return tci_reader_done(&reader);
}

static void scan_store(tci_view *view, uint64_t event, uint64_t entry,
                       const tci_scan_record *scan) {
    uint8_t value[SCAN_ROW_BYTES];
    tci_store64(value, scan->ticket);
    tci_store_i64(value + 8, scan->scanned_at_ms);
    tci_store32(value + 16, scan->gate);
    tci_store32(value + 20, scan->serial);
    tci_store32(value + 24, scan->list);
    tci_store32(value + 28, scan->answer);
    tci_key key = scan_key(event, TCI_SCAN_ROW_ENTRY);
    tci_key_u64(&key, entry);
    tci_row_put(view, &key, tci_slice_of(value, sizeof value));
}

uint64_t tci_scan_entry_next(tci_view *view, uint64_t event) {
    return tci_slot_peek(view, event, TCI_SLOT_EVENT_SCAN_NEXT);
}

typedef struct scan_plan {
    tci_scan_facts facts;
    tci_scan_record scan;
    uint8_t nonce[16];
    bool has_nonce;
    uint64_t repeated; /* entry of the same nonce; 0: none */
} scan_plan;

/* Command: event (8), source (4), ticket (8), serial (4), gate (4), list (4), nonce (16). */
static bool read_command(tci_slice command, scan_plan *plan) {
    tci_reader reader = tci_reader_of(command);
    plan->facts.event = tci_read_u64(&reader);
    plan->facts.source = tci_read_u32(&reader);
    plan->scan.ticket = tci_read_u64(&reader);
    plan->scan.serial = plan->facts.serial = tci_read_u32(&reader);
    plan->scan.gate = tci_read_u32(&reader);
    plan->scan.list = tci_read_u32(&reader);
    const uint8_t *nonce = tci_read_bytes(&reader, sizeof plan->nonce);
    if (!nonce || !tci_reader_done(&reader)) return false;
    memcpy(plan->nonce, nonce, sizeof plan->nonce);
    static const uint8_t NONE[16];
    plan->has_nonce = memcmp(nonce, NONE, sizeof NONE) != 0;
    return true;
}

/* Has this nonce been uploaded? A nonce that comes with another ticket or gate is refused. */
static int32_t find_repeated(tci_ctx *ctx, scan_plan *plan) {
    tci_key key = scan_key(plan->facts.event, TCI_SCAN_ROW_NONCE);
    tci_key_bytes(&key, plan->nonce, sizeof plan->nonce);
    tci_slice value;
    tci_scan_record earlier;
    if (!tci_row_get(ctx->view, &key, &value) || value.len != 8) return TC_OK;
    uint64_t entry = tci_load64(value.data);
    if (!tci_scan_entry_load(ctx->view, plan->facts.event, entry, &earlier)) return TC_OK;
    bool same = earlier.ticket == plan->scan.ticket && earlier.gate == plan->scan.gate &&
                earlier.list == plan->scan.list &&
                (plan->scan.serial == 0 || plan->scan.serial == earlier.serial);
    if (!same)
        return tci_refuse(ctx, TC_E_REQUEST_MISMATCH, "nonce", entry,
                          "nonce: it was used for another ticket, gate or list");
    plan->repeated = entry;
    plan->scan = earlier;
    return TC_OK;
}

static int32_t decide_scan(tci_ctx *ctx, tci_slice command, void **out) {
    scan_plan *plan = TCI_ARENA_NEW(ctx->arena, scan_plan);
    if (!plan) return TC_E_NOMEM;
    if (!read_command(command, plan)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_event_rules rules;
    tci_scan_facts *facts = &plan->facts;
    if (!tci_event_rules_load(ctx->view, facts->event, &rules))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", facts->event, NULL);
    facts->exists =
        plan->scan.ticket != 0 && tci_ticket_load(ctx->view, plan->scan.ticket, &facts->ticket);
    if (!facts->exists) plan->scan.ticket = 0;
    if (plan->has_nonce) {
        int32_t code = find_repeated(ctx, plan);
        if (code != TC_OK) return code;
    }
    if (!plan->repeated) {
        plan->scan.answer = (uint8_t)tci_scan_judge(facts);
        plan->scan.scanned_at_ms = ctx->now_ms;
        if (!facts->exists) plan->scan.serial = 0;
        else if (plan->scan.serial == 0) plan->scan.serial = facts->ticket.serial;
    }
    *out = plan;
    return TC_OK;
}

static uint64_t record_scan(tci_ctx *ctx, scan_plan *plan) {
    tci_ticket *ticket = &plan->facts.ticket;
    uint64_t event = plan->facts.event;
    uint64_t entry = tci_slot_take(ctx->view, event, TCI_SLOT_EVENT_SCAN_NEXT, 1);
    scan_store(ctx->view, event, entry, &plan->scan);
    if (plan->has_nonce) {
        uint8_t value[8];
        tci_store64(value, entry);
        tci_key key = scan_key(event, TCI_SCAN_ROW_NONCE);
        tci_key_bytes(&key, plan->nonce, sizeof plan->nonce);
        tci_row_put(ctx->view, &key, tci_slice_of(value, sizeof value));
    }
    if (plan->scan.answer == TC_SCAN_VALID) {
        TCI_ASSERT(ticket->state == TC_TICKET_VALID && ticket->event == event);
        tci_ticket before = *ticket;
        ticket->state = TC_TICKET_USED;
        ticket->used_at_ms = ctx->now_ms;
        ticket->used_gate = plan->scan.gate;
        tci_ticket_change(ctx, &before, ticket);
    }
    uint8_t payload[5] = {plan->scan.answer};
    tci_store32(payload + 1, plan->scan.gate);
    tci_emit(ctx, TC_FEED_CHECKIN_SCANNED, event, plan->scan.ticket,
             plan->facts.exists ? ticket->version : 0, tci_slice_of(payload, sizeof payload));
    return entry;
}

static void apply_scan(tci_ctx *ctx, void *from, tci_buf *answer) {
    scan_plan *plan = from;
    uint64_t entry = plan->repeated ? plan->repeated : record_scan(ctx, plan);
    const tci_ticket *ticket = &plan->facts.ticket;
    bool here = plan->facts.exists && ticket->event == plan->facts.event;
    tci_buf_u32(answer, plan->scan.answer);
    tci_buf_u64(answer, entry);
    tci_buf_u64(answer, plan->scan.ticket);
    tci_buf_u64(answer, here ? ticket->order : 0);
    tci_buf_u32(answer, here ? ticket->seat : TCI_SEAT_NONE);
    tci_buf_u32(answer, here ? ticket->type : 0);
    tci_buf_i64(answer, plan->scan.scanned_at_ms);
    tci_buf_i64(answer, here ? ticket->used_at_ms : 0);
    tci_buf_u32(answer, here ? ticket->used_gate : 0);
    tci_buf_u32(answer, plan->repeated != 0);
}

const tci_op tci_op_checkin_scan = {TC_CHECKIN_SCAN, 1, "checkin.scan", decide_scan, apply_scan};
