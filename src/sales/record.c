/* Orders and their lines as packed records, and the rows by which deadlines are found. Everything
 * else in sales reads and writes them through here; nothing here judges. */
#include "sales/sales.h"
#include "ticketcore/outbox.h"

static const tci_array ORDERS = {TCI_SPACE_ORDER, 160, true};
static const tci_array LINES = {TCI_SPACE_ORDER_LINE, 80, true};

/* Slot of sales: no order falls due before this millisecond; 0: none waits. */
enum { SLOT_NEXT_DUE = TCI_SLOT_SALES };
enum { LINE_POOL = 1, LINE_INCLUSIVE = 2 };

bool tci_order_load(tci_view *view, uint64_t order, tci_order *out) {
    if (order == 0 || order >= tci_slot_peek(view, 0, TCI_SLOT_ORDER_NEXT)) return false;
    const uint8_t *at = tci_array_get(view, &ORDERS, 0, order);
    if (!at || tci_load32(at) == 0) return false;
    *out = (tci_order){.id = order,
                       .version = tci_load32(at),
                       .state = at[4],
                       .method = at[5],
                       .reason = at[6],
                       .contacts = at[7],
                       .hold = tci_load64(at + 8),
                       .event = tci_load64(at + 16),
                       .line_first = tci_load64(at + 24),
                       .lines = tci_load32(at + 32),
                       .tickets = tci_load32(at + 36),
                       .refunds_open = tci_load16(at + 40),
                       .refunds_failed = tci_load16(at + 42),
                       .currency = tci_load16(at + 44),
                       .total = tci_load_i64(at + 48),
                       .captured = tci_load_i64(at + 56),
                       .refunded = tci_load_i64(at + 64),
                       .created_at_ms = tci_load_i64(at + 72),
                       .confirmed_at_ms = tci_load_i64(at + 80),
                       .deadline_ms = tci_load_i64(at + 88),
                       .ledger_last = tci_load64(at + 128),
                       .payment_last = tci_load64(at + 136),
                       .refund_last = tci_load64(at + 144)};
    memcpy(out->buyer, at + 96, 16);
    memcpy(out->secret, at + 112, 16);
    return true;
}

void tci_order_save(tci_view *view, const tci_order *order) {
    TCI_ASSERT(order->id != 0 && order->version != 0 && order->currency != 0);
    TCI_ASSERT(order->state > TC_ORDER_NONE && order->state < TCI_SAGA_STRAY);
    TCI_ASSERT(order->refunded >= 0 && order->captured >= order->refunded);
    uint8_t *at = tci_array_at(view, &ORDERS, 0, order->id);
    tci_store32(at, order->version);
    at[4] = order->state;
    at[5] = order->method;
    at[6] = order->reason;
    at[7] = order->contacts;
    tci_store64(at + 8, order->hold);
    tci_store64(at + 16, order->event);
    tci_store64(at + 24, order->line_first);
    tci_store32(at + 32, order->lines);
    tci_store32(at + 36, order->tickets);
    tci_store16(at + 40, order->refunds_open);
    tci_store16(at + 42, order->refunds_failed);
    tci_store16(at + 44, order->currency);
    tci_store_i64(at + 48, order->total);
    tci_store_i64(at + 56, order->captured);
    tci_store_i64(at + 64, order->refunded);
    tci_store_i64(at + 72, order->created_at_ms);
    tci_store_i64(at + 80, order->confirmed_at_ms);
    tci_store_i64(at + 88, order->deadline_ms);
    memcpy(at + 96, order->buyer, 16);
    memcpy(at + 112, order->secret, 16);
    tci_store64(at + 128, order->ledger_last);
    tci_store64(at + 136, order->payment_last);
    tci_store64(at + 144, order->refund_last);
}

bool tci_line_load(tci_view *view, uint64_t index, tci_line *out) {
    const uint8_t *at = tci_array_get(view, &LINES, 0, index);
    if (!at || tci_load64(at) == 0) return false;
    *out = (tci_line){.order = tci_load64(at),
                      .event = tci_load64(at + 8),
                      .prev = tci_load64(at + 16),
                      .target = tci_load32(at + 24),
                      .quantity = tci_load32(at + 28),
                      .type = tci_load32(at + 32),
                      .ticket_first = tci_load32(at + 36),
                      .price = tci_load_i64(at + 40),
                      .fee = tci_load_i64(at + 48),
                      .tax = tci_load_i64(at + 56),
                      .tax_bp = tci_load32(at + 64),
                      .returned = tci_load32(at + 68),
                      .pool = (at[72] & LINE_POOL) != 0,
                      .inclusive = (at[72] & LINE_INCLUSIVE) != 0};
    return true;
}

void tci_line_save(tci_view *view, uint64_t index, const tci_line *line) {
    TCI_ASSERT(index != 0 && line->order != 0 && line->event != 0 && line->quantity != 0);
    TCI_ASSERT(line->returned <= line->quantity);
    uint8_t *at = tci_array_at(view, &LINES, 0, index);
    tci_store64(at, line->order);
    tci_store64(at + 8, line->event);
    tci_store64(at + 16, line->prev);
    tci_store32(at + 24, line->target);
    tci_store32(at + 28, line->quantity);
    tci_store32(at + 32, line->type);
    tci_store32(at + 36, line->ticket_first);
    tci_store_i64(at + 40, line->price);
    tci_store_i64(at + 48, line->fee);
    tci_store_i64(at + 56, line->tax);
    tci_store32(at + 64, line->tax_bp);
    tci_store32(at + 68, line->returned);
    at[72] = (uint8_t)((line->pool ? LINE_POOL : 0) | (line->inclusive ? LINE_INCLUSIVE : 0));
}

int64_t tci_order_next_due(tci_view *view) {
    uint64_t due = tci_slot_get(view, 0, SLOT_NEXT_DUE);
    return due ? (int64_t)due : INT64_MAX;
}

void tci_order_set_next_due(tci_view *view, int64_t due_ms) {
    tci_slot_set(view, 0, SLOT_NEXT_DUE, due_ms == INT64_MAX ? 0 : (uint64_t)due_ms);
}

void tci_order_set_due(tci_view *view, uint64_t order, int64_t from_ms, int64_t to_ms) {
    if (from_ms == to_ms) return;
    if (from_ms) {
        tci_key key = tci_key_of(0, TCI_SPACE_ORDER_DUE);
        tci_key_time(&key, from_ms);
        tci_key_u64(&key, order);
        tci_row_del(view, &key);
    }
    if (to_ms) {
        tci_key key = tci_key_of(0, TCI_SPACE_ORDER_DUE);
        tci_key_time(&key, to_ms);
        tci_key_u64(&key, order);
        tci_row_put(view, &key, tci_slice_of(NULL, 0));
        if (to_ms < tci_order_next_due(view)) tci_order_set_next_due(view, to_ms);
    }
}

uint32_t tci_order_good_tickets(tci_view *view, const tci_order *order) {
    uint32_t good = 0;
    for (uint32_t i = 0; i < order->lines; i++) {
        tci_line line;
        if (!tci_line_load(view, order->line_first + i, &line) || !line.ticket_first) continue;
        for (uint32_t n = 0; n < line.quantity; n++) {
            tci_ticket ticket;
            uint64_t id = tci_ticket_id(line.event, line.ticket_first + n);
            good += tci_ticket_load(view, id, &ticket) && ticket.state != TC_TICKET_VOIDED;
        }
    }
    return good;
}

/* Is one of the tickets good? As a rule the first. */
static bool has_good_ticket(tci_view *view, const tci_order *order) {
    for (uint32_t i = 0; i < order->lines; i++) {
        tci_line line;
        if (!tci_line_load(view, order->line_first + i, &line) || !line.ticket_first) continue;
        for (uint32_t n = 0; n < line.quantity; n++) {
            tci_ticket ticket;
            uint64_t id = tci_ticket_id(line.event, line.ticket_first + n);
            if (tci_ticket_load(view, id, &ticket) && ticket.state != TC_TICKET_VOIDED) return true;
        }
    }
    return false;
}

bool tci_order_overtook(tci_view *view, uint64_t order, uint16_t kind) {
    tci_order found;
    switch (kind) {
    case TC_MESSAGE_ORDER_CONFIRMED:
        return tci_order_load(view, order, &found) && found.confirmed_at_ms &&
               !has_good_ticket(view, &found);
    case TC_MESSAGE_ORDER_PENDING:
    case TC_MESSAGE_PAYMENT_FAILED:
        return tci_order_load(view, order, &found) && !tci_saga_states[found.state].due;
    default: return false;
    }
}

bool tci_order_line_tickets(tci_view *view, uint64_t order, uint32_t line, uint64_t *first,
                            uint32_t *count) {
    tci_order found;
    tci_line record;
    if (!tci_order_load(view, order, &found) || line >= found.lines) return false;
    if (!tci_line_load(view, found.line_first + line, &record)) return false;
    *count = record.ticket_first ? record.quantity : 0;
    *first = *count ? tci_ticket_id(record.event, record.ticket_first) : 0;
    return true;
}
