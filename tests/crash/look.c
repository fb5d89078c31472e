/* Reads every object of a store through the public interface, one table entry a kind. Must never
 * change anything. */
#include "look.h"

#include <stdlib.h>
#include <string.h>

enum { REFUNDS_MAX = 64, CURRENCIES_MAX = 4 };

/* Orders, holds and messages are numbered without gaps: the last one is found by asking. */
static uint64_t count_orders(tc_snapshot *snapshot) {
    uint64_t n = 0;
    for (tc_order order = TC_ORDER_INIT;
         tc_order_get(snapshot, n + 1, NULL, &order, NULL) == TC_OK;)
        n++;
    return n;
}

static uint64_t count_holds(tc_snapshot *snapshot) {
    uint64_t n = 0;
    for (tc_hold_view hold = TC_HOLD_VIEW_INIT;
         tc_hold_peek(snapshot, n + 1, &hold, NULL) == TC_OK;)
        n++;
    return n;
}

/* The one message after another, without rendering it. */
static int32_t message_at(tc_snapshot *snapshot, uint64_t id, tc_message *message) {
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    uint32_t count = 0;
    uint64_t next = 0;
    request.after = id - 1;
    request.limit = 1;
    *message = (tc_message)TC_MESSAGE_INIT;
    int32_t code = tc_message_list(snapshot, &request, message, &count, &next, NULL);
    if (code != TC_OK) return code;
    return count == 1 && message->id == id ? TC_OK : TC_E_NOT_FOUND;
}

static uint64_t count_messages(tc_snapshot *snapshot) {
    tc_message message;
    uint64_t n = 0;
    while (message_at(snapshot, n + 1, &message) == TC_OK) n++;
    return n;
}

static int32_t look_counts(tc_snapshot *snapshot, look *o) {
    tc_feed_cursor end;
    int32_t code = tc_feed_ends(snapshot, NULL, &end, NULL);
    if (code != TC_OK) return code;
    o->words[0] = tc_feed_cursor_sequence(end);
    o->words[1] = count_orders(snapshot);
    o->words[2] = count_holds(snapshot);
    o->words[3] = count_messages(snapshot);
    return TC_OK;
}

static int32_t look_event(tc_snapshot *snapshot, look *o) {
    tc_availability seats = TC_AVAILABILITY_INIT;
    int32_t code = tc_availability_get(snapshot, o->id, &seats, NULL);
    if (code != TC_OK) return code;
    o->words[0] = seats.inventory_version;
    o->words[1] = seats.free;
    o->words[2] = seats.held;
    o->words[3] = (uint64_t)seats.sold << 32 | seats.blocked;
    return TC_OK;
}

static int32_t look_seat(tc_snapshot *snapshot, look *o) {
    tc_seat_view seat = TC_SEAT_VIEW_INIT;
    int32_t code = tc_seat_get(snapshot, o->id, o->sub, &seat, NULL);
    if (code != TC_OK) return code;
    o->words[0] = seat.version;
    o->words[1] = seat.state;
    o->words[2] = seat.hold;
    o->words[3] = seat.ticket;
    return TC_OK;
}

static int32_t look_pool(tc_snapshot *snapshot, look *o) {
    tc_pool_view pool = TC_POOL_VIEW_INIT;
    int32_t code = tc_pool_get(snapshot, o->id, o->sub, &pool, NULL);
    if (code != TC_OK) return code;
    o->words[0] = pool.version;
    o->words[1] = pool.held;
    o->words[2] = pool.sold;
    o->words[3] = pool.capacity;
    return TC_OK;
}

static int32_t look_hold(tc_snapshot *snapshot, look *o) {
    tc_hold_view hold = TC_HOLD_VIEW_INIT;
    int32_t code = tc_hold_peek(snapshot, o->id, &hold, NULL);
    if (code != TC_OK) return code;
    o->words[0] = hold.version;
    o->words[1] = hold.state;
    o->words[2] = hold.order;
    o->words[3] = (uint64_t)hold.seats << 32 | hold.pools;
    return TC_OK;
}

static int32_t look_order(tc_snapshot *snapshot, look *o) {
    tc_order order = TC_ORDER_INIT;
    int32_t code = tc_order_get(snapshot, o->id, NULL, &order, NULL);
    if (code != TC_OK) return code;
    o->words[0] = order.version;
    o->words[1] = order.state;
    o->words[2] = (uint64_t)order.captured_minor;
    o->words[3] = (uint64_t)order.refunded_minor;
    return TC_OK;
}

static int32_t look_ticket(tc_snapshot *snapshot, look *o) {
    tc_ticket ticket = TC_TICKET_INIT;
    int32_t code = tc_ticket_get(snapshot, o->id, NULL, &ticket, NULL);
    if (code != TC_OK) return code;
    o->words[0] = ticket.version;
    o->words[1] = ticket.state;
    o->words[2] = ticket.serial;
    o->words[3] = ticket.seat;
    return TC_OK;
}

static int32_t look_refunds(tc_snapshot *snapshot, look *o) {
    tc_refund refunds[REFUNDS_MAX];
    uint32_t count = 0;
    int32_t code = tc_refund_list(snapshot, o->id, refunds, REFUNDS_MAX, &count, NULL);
    if (code != TC_OK) return code;
    o->words[0] = count;
    o->words[1] = o->words[2] = o->words[3] = 0;
    for (uint32_t i = 0; i < count && i < REFUNDS_MAX; i++) {
        o->words[1] += (uint64_t)refunds[i].amount_minor;
        o->words[2] = o->words[2] * 4 + refunds[i].state;
    }
    return TC_OK;
}

static int32_t look_message(tc_snapshot *snapshot, look *o) {
    tc_message message;
    int32_t code = message_at(snapshot, o->id, &message);
    if (code != TC_OK) return code;
    o->words[0] = 0;
    o->words[1] = message.state;
    o->words[2] = message.attempts;
    o->words[3] = message.kind;
    return TC_OK;
}

static int32_t look_ledger(tc_snapshot *snapshot, look *o) {
    tc_ledger_balance balances[CURRENCIES_MAX];
    uint32_t count = 0;
    int32_t code = tc_ledger_balances(snapshot, balances, CURRENCIES_MAX, &count, NULL);
    if (code != TC_OK) return code;
    memset(o->words, 0, sizeof o->words);
    for (uint32_t i = 0; i < count && i < CURRENCIES_MAX; i++) {
        o->words[0] += balances[i].postings;
        for (int account = 0; account < TC_ACCOUNT_COUNT; account++) {
            o->words[1] += (uint64_t)balances[i].debit_minor[account];
            o->words[2] += (uint64_t)balances[i].credit_minor[account];
        }
        o->words[3] += (uint64_t)balances[i].credit_minor[TC_ACCOUNT_REVENUE];
    }
    return TC_OK;
}

static const struct {
    const char *name;
    int32_t (*read)(tc_snapshot *snapshot, look *object);
    bool tight;
} KINDS[LOOK_KINDS] = {
    [LOOK_COUNTS] = {"counts", look_counts, false},
    [LOOK_EVENT] = {"event", look_event, true},
    [LOOK_SEAT] = {"seat", look_seat, true},
    [LOOK_POOL] = {"pool", look_pool, false},
    [LOOK_HOLD] = {"hold", look_hold, true},
    [LOOK_ORDER] = {"order", look_order, true},
    [LOOK_TICKET] = {"ticket", look_ticket, true},
    [LOOK_REFUNDS] = {"refunds", look_refunds, false},
    [LOOK_MESSAGE] = {"message", look_message, false},
    [LOOK_LEDGER] = {"ledger", look_ledger, true},
};

bool look_is_tight(uint32_t kind) {
    return KINDS[kind].tight;
}

const char *look_name(uint32_t kind) {
    return kind < LOOK_KINDS ? KINDS[kind].name : "?";
}

int32_t look_at(tc_snapshot *snapshot, look *object) {
    return KINDS[object->kind].read(snapshot, object);
}

/* Objects of one kind from a number on, until there is none. */
static int32_t look_row(tc_snapshot *snapshot, look *objects, uint32_t *count, look from,
                        bool by_sub) {
    while (*count < LOOK_MAX) {
        look *next = &objects[*count];
        *next = from;
        int32_t code = look_at(snapshot, next);
        if (code == TC_E_NOT_FOUND) return TC_OK;
        if (code != TC_OK) return code;
        ++*count;
        if (by_sub) from.sub++;
        else from.id++;
    }
    return TC_E_LIMIT;
}

int32_t look_around(tc_snapshot *snapshot, look *objects) {
    uint32_t count = 0;
    objects[count++] = (look){.kind = LOOK_COUNTS};
    objects[count++] = (look){.kind = LOOK_LEDGER};
    int32_t code = look_at(snapshot, &objects[0]);
    if (code == TC_OK) code = look_at(snapshot, &objects[1]);
    uint64_t orders = objects[0].words[1];
    uint32_t first = count;
    if (code == TC_OK) code = look_row(snapshot, objects, &count, (look){LOOK_EVENT, 0, 1, {0}}, 0);
    uint64_t events = count - first;
    for (uint64_t event = 1; event <= events && code == TC_OK; event++) {
        code = look_row(snapshot, objects, &count, (look){LOOK_SEAT, 0, event, {0}}, true);
        if (code == TC_OK)
            code = look_row(snapshot, objects, &count, (look){LOOK_POOL, 1, event, {0}}, true);
        if (code == TC_OK)
            code = look_row(snapshot, objects, &count, (look){LOOK_TICKET, 0, event << 32 | 1, {0}},
                            false);
    }
    static const uint32_t ROWS[] = {LOOK_HOLD, LOOK_ORDER, LOOK_MESSAGE};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS && code == TC_OK; i++)
        code = look_row(snapshot, objects, &count, (look){ROWS[i], 0, 1, {0}}, false);
    for (uint64_t order = 1; order <= orders && code == TC_OK && count < LOOK_MAX; order++) {
        objects[count] = (look){.kind = LOOK_REFUNDS, .id = order};
        code = look_at(snapshot, &objects[count]);
        count++;
    }
    return code == TC_OK ? (int32_t)count : code;
}
