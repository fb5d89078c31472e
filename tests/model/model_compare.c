/* Everything a reader can see, held against the model: after every call a glance at sums, now and
 * then each object with all its fields. */
#include "model_saga.h"

#include <stdlib.h>
#include <string.h>

static bool fail(model *m, const char *what, int32_t code) {
    return model_wrong(m, "reading %s answered %s", what, tc_error_name(code));
}

#define EXPECT(what, is, should)                                                                   \
    do {                                                                                           \
        if (!model_expect(m, what, (uint64_t)(is), (uint64_t)(should))) return false;              \
    } while (0)

static bool compare_counts(model *m, tc_snapshot *s, uint32_t at) {
    const model_event *event = &m->event[at];
    const world_event *in = &m->world->event[at];
    tc_availability is = TC_AVAILABILITY_INIT;
    uint32_t count[4] = {0};
    uint64_t held = 0, sold = 0;
    int32_t code = tc_availability_get(s, event->id, &is, NULL);
    if (code != TC_OK) return fail(m, "availability", code);
    for (uint32_t i = 0; i < in->seats; i++) count[event->seat[i].state]++;
    for (uint32_t i = 1; i <= in->pools; i++) {
        held += event->pool[i].held;
        sold += event->pool[i].sold;
    }
    EXPECT("free seats", is.free, count[TC_SEAT_FREE]);
    EXPECT("held seats", is.held, count[TC_SEAT_HELD]);
    EXPECT("sold seats", is.sold, count[TC_SEAT_SOLD]);
    EXPECT("blocked seats", is.blocked, count[TC_SEAT_BLOCKED]);
    EXPECT("places held", is.pool_held, held);
    EXPECT("places sold", is.pool_sold, sold);
    return true;
}

static bool compare_ledger(model *m, tc_snapshot *s) {
    tc_ledger_balance balance[2];
    uint32_t count = 0;
    int64_t sum = 0, is[MODEL_ACCOUNTS] = {0};
    int32_t code = tc_ledger_balances(s, balance, 2, &count, NULL);
    if (code != TC_OK) return fail(m, "ledger", code);
    if (count > 1) return model_wrong(m, "%u currencies in the ledger", count);
    for (uint32_t i = 0; count && i < MODEL_ACCOUNTS; i++) {
        is[i] = balance[0].debit_minor[i] - balance[0].credit_minor[i];
        sum += is[i];
    }
    EXPECT("sum of all balances", sum, 0);
    is[TC_ACCOUNT_REVENUE] += is[TC_ACCOUNT_FEES]; /* the model keeps them as one */
    is[TC_ACCOUNT_FEES] = 0;
    for (uint32_t i = 0; i < MODEL_ACCOUNTS; i++)
        EXPECT(tc_account_name(i), is[i], m->debit[i] - m->credit[i]);
    return true;
}

bool model_glance(model *m, tc_engine *engine) {
    tc_snapshot *s;
    int32_t code = tc_snapshot_open(engine, &s, NULL);
    if (code != TC_OK) return fail(m, "a snapshot", code);
    bool good = compare_ledger(m, s);
    for (uint32_t i = 0; good && i < m->world->events; i++) good = compare_counts(m, s, i);
    tc_snapshot_close(s);
    return good;
}

static bool compare_seats(model *m, tc_snapshot *s, uint32_t at) {
    const model_event *event = &m->event[at];
    const world_event *in = &m->world->event[at];
    tc_seat_status seats[WORLD_SEATS_MAX];
    uint8_t bits[WORLD_SEATS_MAX / 4 + 1];
    uint32_t count = 0;
    uint64_t version = 0;
    size_t length = 0;
    int32_t code =
        tc_availability_seats(s, event->id, 0, seats, WORLD_SEATS_MAX, &count, &version, NULL);
    if (code == TC_OK)
        code = tc_availability_map(s, event->id, bits, sizeof bits, &length, NULL, NULL);
    if (code != TC_OK) return fail(m, "seats", code);
    EXPECT("seats of the event", count, in->seats);
    for (uint32_t i = 0; i < in->seats; i++) {
        const model_seat *should = &event->seat[i];
        tc_seat_view view = TC_SEAT_VIEW_INIT;
        if (seats[i].state != should->state || seats[i].version != should->version)
            return model_wrong(m, "event %u seat %u is %u at version %u, should be %u at %u",
                               at + 1, i, seats[i].state, seats[i].version, should->state,
                               should->version);
        EXPECT("two bits of a seat", bits[i / 4] >> (i % 4 * 2) & 3, should->state);
        code = tc_seat_get(s, event->id, i, &view, NULL);
        if (code != TC_OK) return fail(m, "a seat", code);
        EXPECT("seat's state", view.state, should->state);
        EXPECT("seat's version", view.version, should->version);
        EXPECT("seat's channel", view.channel, should->channel);
        EXPECT("seat's hold", view.hold, should->hold);
        EXPECT("seat's ticket", view.ticket, should->ticket);
        if (should->hold)
            EXPECT("seat's expiry", view.expires_at_ms, m->hold[should->hold].expires_ms);
    }
    return true;
}

static bool compare_pools(model *m, tc_snapshot *s, uint32_t at) {
    for (uint32_t i = 1; i <= m->world->event[at].pools; i++) {
        const model_pool *should = &m->event[at].pool[i];
        tc_pool_view is = TC_POOL_VIEW_INIT;
        int32_t code = tc_pool_get(s, m->event[at].id, i, &is, NULL);
        if (code != TC_OK) return fail(m, "a pool", code);
        EXPECT("pool's capacity", is.capacity, should->capacity);
        EXPECT("pool's held", is.held, should->held);
        EXPECT("pool's sold", is.sold, should->sold);
        EXPECT("pool's free", is.free, should->capacity - should->held - should->sold);
        EXPECT("pool's open", is.open, should->open);
        EXPECT("pool's version", is.version, should->version);
    }
    return true;
}

static bool compare_hold(model *m, tc_snapshot *s, uint32_t id) {
    const model_hold *should = &m->hold[id];
    tc_hold_view is = TC_HOLD_VIEW_INIT;
    tc_hold_seat seats[SIM_ITEMS_MAX];
    uint32_t count = 0, seat = 0;
    int32_t code = tc_hold_peek(s, id, &is, NULL);
    bool old = should->state != TC_HOLD_LIVE && m->now_ms - should->expires_ms > 86400000;
    if (old && code == TC_E_NOT_FOUND) return true;
    if (code == TC_OK) code = tc_hold_seats(s, id, seats, SIM_ITEMS_MAX, &count, NULL);
    if (code != TC_OK) return fail(m, "a hold", code);
    EXPECT("hold's state", is.state, should->state);
    EXPECT("hold's version", is.version, should->version);
    EXPECT("hold's channel", is.channel, should->channel);
    EXPECT("hold's order", is.order, should->order);
    EXPECT("hold's created_at_ms", is.created_at_ms, should->created_ms);
    EXPECT("hold's expires_at_ms", is.expires_at_ms, should->expires_ms);
    for (uint32_t i = 0; i < should->items_count; i++) {
        if (should->items[i].pool) continue;
        EXPECT("seat of a hold", seats[seat].seat, should->items[i].target);
        EXPECT("version of a hold's seat", seats[seat].version, should->items[i].version);
        seat++;
    }
    EXPECT("seats of a hold", count, seat);
    return true;
}

static bool compare_lines(model *m, tc_snapshot *s, uint32_t id) {
    const model_order *should = &m->order[id];
    tc_order_line is[SIM_ITEMS_MAX];
    uint32_t count = 0;
    int32_t code = tc_order_lines(s, id, NULL, is, SIM_ITEMS_MAX, &count, NULL);
    if (code != TC_OK) return fail(m, "lines", code);
    EXPECT("order's lines", count, should->lines_count);
    for (uint32_t i = 0; i < count; i++) {
        const model_line *line = &should->line[i];
        EXPECT("line's event", is[i].event, line->event + 1);
        EXPECT("line's target", is[i].target, line->target);
        EXPECT("line's quantity", is[i].quantity, line->quantity);
        EXPECT("line's price", is[i].price_minor, line->price);
        EXPECT("line's fee", is[i].fee_minor, line->fee);
        EXPECT("line's tax", is[i].tax_minor, line->tax);
        EXPECT("line's total", is[i].total_minor, line->total);
        EXPECT("line's first ticket", is[i].ticket_first,
               line->first ? m->event[line->event].id << 32 | line->first : 0);
    }
    return true;
}

static bool compare_payments(model *m, tc_snapshot *s, uint32_t id) {
    tc_payment is[16];
    uint32_t count = 0, at = 0;
    int32_t code = tc_payment_list(s, id, is, 16, &count, NULL);
    if (code != TC_OK) return fail(m, "payments", code);
    for (uint64_t p = m->order[id].payment; p; p = m->payment[p].prev, at++) {
        const model_payment *should = &m->payment[p];
        if (at >= 16) return true;
        while (at < count && is[at].id == 0) at++; /* money by hand */
        if (at >= count) return model_wrong(m, "payment %u is not listed", (unsigned)p);
        EXPECT("payment", is[at].id, p);
        EXPECT("payment's state", is[at].state, should->state);
        EXPECT("payment's amount", is[at].amount_minor, should->amount);
        EXPECT("payment's captured", is[at].captured_minor, should->captured);
        EXPECT("payment's refunded", is[at].refunded_minor, should->refunded);
    }
    return true;
}

static bool compare_refunds(model *m, tc_snapshot *s, uint32_t id) {
    tc_refund is[32];
    uint32_t count = 0;
    int32_t code = tc_refund_list(s, id, is, 32, &count, NULL);
    if (code != TC_OK) return fail(m, "refunds", code);
    for (uint32_t i = 0; i < count && i < 32; i++) {
        if (is[i].id == 0 || is[i].id > m->refunds) return model_wrong(m, "refund of nobody");
        const model_refund *should = &m->refund[is[i].id];
        EXPECT("refund's order", should->order, id);
        EXPECT("refund's payment", is[i].payment, should->payment);
        EXPECT("refund's amount", is[i].amount_minor, should->amount);
        EXPECT("refund's state", is[i].state, should->state);
        EXPECT("refund beside", is[i].beside, should->stray);
    }
    return true;
}

static bool compare_order(model *m, tc_snapshot *s, uint32_t id) {
    const model_order *should = &m->order[id];
    tc_order is = TC_ORDER_INIT;
    int32_t code = tc_order_get(s, id, NULL, &is, NULL);
    if (code != TC_OK) return fail(m, "an order", code);
    if (is.state != should->state)
        return model_wrong(m, "order %u is %s, should be %s", id, tc_order_state_name(is.state),
                           tc_order_state_name(should->state));
    EXPECT("order's version", is.version, should->version);
    EXPECT("order's method", is.method, should->method);
    EXPECT("order's hold", is.hold, should->hold);
    EXPECT("order's total", is.total_minor, should->total);
    EXPECT("order's captured", is.captured_minor, should->captured);
    EXPECT("order's refunded", is.refunded_minor, should->refunded);
    EXPECT("order's deadline", is.deadline_ms, should->deadline_ms);
    EXPECT("order's reason", is.reason, should->reason);
    EXPECT("order's confirmed_at_ms", is.confirmed_at_ms, should->confirmed_ms);
    EXPECT("order's open refunds", is.refunds_open, model_refunds(m, id, TC_REFUND_OPEN));
    EXPECT("order's failed refunds", is.refunds_failed, model_refunds(m, id, TC_REFUND_FAILED));
    return compare_lines(m, s, id) && compare_payments(m, s, id) && compare_refunds(m, s, id);
}

static bool compare_tickets(model *m, tc_snapshot *s, uint32_t at) {
    const model_event *event = &m->event[at];
    tc_ticket_counts counts = TC_TICKET_COUNTS_INIT;
    uint32_t used = 0, voided = 0;
    for (uint32_t i = 1; i <= event->tickets; i++) {
        const model_ticket *should = &event->ticket[i];
        tc_ticket is = TC_TICKET_INIT;
        int32_t code = tc_ticket_get(s, event->id << 32 | i, NULL, &is, NULL);
        if (code != TC_OK) return fail(m, "a ticket", code);
        EXPECT("ticket's state", is.state, should->state);
        EXPECT("ticket's version", is.version, should->version);
        EXPECT("ticket's serial", is.serial, should->serial);
        EXPECT("ticket's seat", is.seat, should->seat);
        EXPECT("ticket's pool", is.pool, should->pool);
        EXPECT("ticket's order", is.order, should->order);
        EXPECT("ticket's price", is.price_minor, should->price);
        EXPECT("ticket's used_at_ms", is.used_at_ms, should->used_ms);
        EXPECT("ticket's gate", is.used_gate, should->used_gate);
        EXPECT("ticket's voided_at_ms", is.voided_at_ms, should->voided_ms);
        used += should->state == TC_TICKET_USED;
        voided += should->state == TC_TICKET_VOIDED;
    }
    int32_t code = tc_ticket_count(s, event->id, &counts, NULL);
    if (code != TC_OK) return fail(m, "ticket counts", code);
    EXPECT("tickets issued", counts.issued, event->tickets);
    EXPECT("tickets used", counts.used, used);
    EXPECT("tickets voided", counts.voided, voided);
    return true;
}

static bool compare_messages(model *m, tc_snapshot *s) {
    enum { PAGE = 256 };
    static tc_message is[PAGE];
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    uint64_t next = 0, seen = 0;
    request.limit = PAGE;
    do {
        static const tc_message BLANK = TC_MESSAGE_INIT;
        uint32_t count = 0;
        is[0] = BLANK;
        request.after = next;
        int32_t code = tc_message_list(s, &request, is, &count, &next, NULL);
        if (code != TC_OK) return fail(m, "messages", code);
        for (uint32_t i = 0; i < count; i++) {
            EXPECT("message", is[i].id, ++seen);
            if (seen > m->messages) return model_wrong(m, "a message too many");
            const model_message *should = &m->message[seen];
            if (should->maybe_dead && is[i].state == TC_MESSAGE_DEAD) continue;
            if (should->maybe_gone && is[i].state == TC_MESSAGE_CANCELLED) continue;
            EXPECT("message's state", is[i].state, should->state);
            EXPECT("message's kind", is[i].kind, should->kind);
            EXPECT("message's channel", is[i].channel, should->channel);
            EXPECT("message's order", is[i].order, should->order);
            EXPECT("message's attempts", is[i].attempts, should->attempts);
        }
    } while (next);
    EXPECT("messages", seen, m->messages);
    return true;
}

static bool compare_all(model *m, tc_snapshot *s, bool deep) {
    if (!compare_ledger(m, s)) return false;
    for (uint32_t i = 0; i < m->world->events; i++)
        if (!compare_counts(m, s, i) || !compare_seats(m, s, i) || !compare_pools(m, s, i) ||
            (deep && !compare_tickets(m, s, i)))
            return false;
    for (uint32_t i = 0; i < m->live_count; i++)
        if (!compare_hold(m, s, m->live[i])) return false;
    for (uint32_t i = 1; deep && i <= m->holds; i++)
        if (!compare_hold(m, s, i)) return false;
    for (uint32_t i = 1; deep && i <= m->orders; i++)
        if (!compare_order(m, s, i)) return false;
    return !deep || compare_messages(m, s);
}

bool model_compare_dead(model *m, tc_engine *engine) {
    tc_snapshot *s;
    int32_t code = tc_snapshot_open(engine, &s, NULL);
    if (code != TC_OK) return fail(m, "a snapshot", code);
    bool good = true;
    for (uint32_t i = 0; good && i < m->world->events; i++)
        good = compare_counts(m, s, i) && compare_seats(m, s, i) && compare_pools(m, s, i);
    for (uint32_t i = 0; good && i < 24 && i < m->holds; i++)
        good = compare_hold(m, s, m->holds - i);
    tc_snapshot_close(s);
    return good;
}

bool model_compare(model *m, tc_engine *engine, bool deep) {
    tc_snapshot *s;
    int32_t code = tc_snapshot_open(engine, &s, NULL);
    if (code != TC_OK) return fail(m, "a snapshot", code);
    bool good = compare_all(m, s, deep);
    tc_fault faults[4];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = 4;
    if (good && deep) {
        code = tc_verify(s, &report, NULL);
        if (code != TC_OK) good = fail(m, "verify", code);
        else if (report.faults_count)
            good = model_wrong(m, "verify: %s: %s", faults[0].what, faults[0].sentence);
    }
    tc_snapshot_close(s);
    return good;
}
