/* The box office, run by the parent when the doors close: waits until no payment, refund or message
 * is under way, mends what a person must mend, and sells what is left over the counter in batches,
 * so that the house ends sold out. */
#include "demo.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    COUNTER_SEATS = 8,   /* places in one sale: the event's limit per buyer */
    COUNTER_BATCH = 400, /* sales in one batch call: one flush */
    POOLS_ROOM = DEMO_POOLS_MAX,
    SEATS_READ = 4096,
    ORDERS_READ = 64
};

/* States in which an order still waits for something that comes by itself. */
static const uint32_t UNDER_WAY = 1u << TC_ORDER_AUTHORISING | 1u << TC_ORDER_UNKNOWN |
                                  1u << TC_ORDER_DECLINED | 1u << TC_ORDER_PENDING |
                                  1u << TC_ORDER_CANCELLING | 1u << TC_ORDER_OVERDUE |
                                  1u << TC_ORDER_VOIDING | 1u << TC_ORDER_CAPTURING |
                                  1u << TC_ORDER_UNWINDING | 1u << TC_ORDER_REFUNDING;
/* States a person must mend. */
static const uint32_t BY_HAND = 1u << TC_ORDER_VOID_FAILED | 1u << TC_ORDER_REFUND_FAILED;

static int32_t list_orders(const demo_show *show, uint32_t states, uint64_t *after,
                           tc_order orders[ORDERS_READ], uint32_t *count, tc_error *error) {
    tc_snapshot *snapshot = NULL;
    tc_order_list_request request = TC_ORDER_LIST_REQUEST_INIT;
    for (int i = 0; i < ORDERS_READ; i++) orders[i] = (tc_order)TC_ORDER_INIT;
    request.states = states;
    request.limit = ORDERS_READ;
    request.after = *after;
    int32_t code = tc_snapshot_open(show->engine, &snapshot, error);
    if (code == TC_OK) code = tc_order_list(snapshot, &request, orders, count, after, error);
    tc_snapshot_close(snapshot);
    return code;
}

/* Try again what the provider refused for good before: what a person at the desk would do. */
static int32_t mend_orders(const demo_show *show, tc_error *error) {
    tc_order orders[ORDERS_READ];
    uint32_t count = 0;
    uint64_t after = 0;
    int32_t code = list_orders(show, BY_HAND, &after, orders, &count, error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        int32_t answer;
        if (orders[i].state == TC_ORDER_VOID_FAILED) {
            tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
            request.flags = TC_ORDER_AS_HOST;
            request.order = orders[i].id;
            answer = tc_order_cancel(show->engine, &request, NULL, error);
        } else {
            tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
            request.order = orders[i].id;
            answer = tc_order_refund(show->engine, &request, NULL, error);
        }
        if (answer != TC_OK && tc_error_class(answer) != TC_CLASS_RETRY &&
            tc_error_class(answer) != TC_CLASS_REFUSED)
            code = answer;
    }
    return code;
}

/* Messages that are not done yet. */
static int32_t messages_open(const demo_show *show, bool *open, tc_error *error) {
    static const uint32_t STATES[] = {TC_MESSAGE_QUEUED, TC_MESSAGE_LEASED};
    tc_snapshot *snapshot = NULL;
    *open = false;
    int32_t code = tc_snapshot_open(show->engine, &snapshot, error);
    for (int i = 0; code == TC_OK && !*open && i < 2; i++) {
        tc_message message = TC_MESSAGE_INIT;
        tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
        uint32_t count = 0;
        uint64_t next = 0;
        request.state = STATES[i];
        request.limit = 1;
        do {
            request.after = next;
            code = tc_message_list(snapshot, &request, &message, &count, &next, error);
        } while (code == TC_OK && count == 0 && next != 0);
        *open = count > 0;
    }
    tc_snapshot_close(snapshot);
    return code;
}

/* Everything at rest: no hold lives, no order waits, no payment command is open. */
static int32_t look_around(const demo_show *show, bool messages, bool *busy, tc_error *error) {
    tc_order orders[ORDERS_READ];
    demo_numbers numbers;
    uint32_t count = 0;
    uint64_t after = 0;
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    tc_sweep_result swept = TC_SWEEP_RESULT_INIT;
    int32_t code = tc_sweep(show->engine, &sweep, &swept, error);
    if (code == TC_OK) code = mend_orders(show, error);
    do {
        if (code == TC_OK)
            code = list_orders(show, UNDER_WAY | BY_HAND, &after, orders, &count, error);
    } while (code == TC_OK && count == 0 && after != 0);
    if (code != TC_OK) return code;
    if (!demo_numbers_read(show, &numbers)) return TC_E_IO;
    *busy = count > 0 || numbers.held > 0 || numbers.payments > 0 || swept.left > 0;
    if (!*busy && messages) code = messages_open(show, busy, error);
    return code;
}

bool demo_office_rest(const demo_show *show, bool messages, bool *busy) {
    tc_error error = TC_ERROR_INIT;
    int32_t code = look_around(show, messages, busy, &error);
    if (code == TC_OK || tc_error_class(code) == TC_CLASS_RETRY) return true;
    (void)demo_say_error("the office cannot see what is under way", &error);
    return false;
}

/* ---- the counter ---- */

/* One sale: places of one buyer, held and paid in two commands. */
typedef struct sale {
    char buyer[32];
    tc_contact contact;
    tc_hold_seat seats[COUNTER_SEATS];
    tc_hold_pool pool;
    uint32_t seats_count;
    tc_order_item items[COUNTER_SEATS];
    uint32_t items_count;
    tc_hold_create_request hold;
    tc_hold_create_result held;
    tc_order_create_request order;
} sale;

typedef struct counter {
    const demo_show *show;
    demo_page *page; /* prices */
    demo_random random;
    uint64_t buyers;
    uint32_t count;
    sale *sales;
    tc_command *commands;
    tc_error error;
    bool failed;
} counter;

static sale *new_sale(counter *c) {
    sale *s = &c->sales[c->count++];
    memset(s, 0, sizeof *s);
    (void)snprintf(s->buyer, sizeof s->buyer, "counter-%" PRIu64, ++c->buyers);
    return s;
}

static int32_t run_batch(counter *c, uint32_t kind) {
    for (uint32_t i = 0; i < c->count; i++) {
        sale *s = &c->sales[i];
        c->commands[i] = (tc_command)TC_COMMAND_INIT;
        c->commands[i].kind = kind;
        c->commands[i].request =
            kind == TC_HOLD_CREATE ? (const void *)&s->hold : (const void *)&s->order;
        c->commands[i].result = kind == TC_HOLD_CREATE ? &s->held : NULL;
    }
    int32_t code = tc_command_batch(c->show->engine, c->commands, c->count, &c->error);
    for (uint32_t i = 0; code == TC_OK && i < c->count; i++)
        if (c->commands[i].code != TC_OK) c->error.code = code = c->commands[i].code;
    return code;
}

static void fill_hold(const counter *c, sale *s) {
    s->hold = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
    s->hold.flags = TC_HOLD_ANY_TIME | TC_HOLD_ALLOW_ORPHANS;
    s->hold.ttl_ms = c->show->ttl_ms;
    s->hold.buyer = s->buyer;
    s->hold.seats = s->seats_count ? s->seats : NULL;
    s->hold.seats_count = s->seats_count;
    s->hold.pools = s->pool.quantity ? &s->pool : NULL;
    s->hold.pools_count = s->pool.quantity ? 1 : 0;
    s->held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
}

static void fill_order(sale *s) {
    s->contact = (tc_contact)TC_CONTACT_INIT;
    s->contact.channel = TC_MESSAGE_EMAIL;
    s->contact.address = "counter@example.com";
    s->order = (tc_order_create_request)TC_ORDER_CREATE_REQUEST_INIT;
    s->order.hold = s->held.hold;
    s->order.hold_secret = s->held.secret;
    s->order.items = s->items;
    s->order.items_count = s->items_count;
    s->order.method = TC_PAY_PAID;
    s->order.contacts = &s->contact;
    s->order.contacts_count = 1;
    s->order.reference = "counter";
}

/* Hold all in one batch, pay all in another. */
static void close_sales(counter *c) {
    if (c->count == 0 || c->failed) return;
    for (uint32_t i = 0; i < c->count; i++) fill_hold(c, &c->sales[i]);
    int32_t code = run_batch(c, TC_HOLD_CREATE);
    for (uint32_t i = 0; i < c->count; i++) fill_order(&c->sales[i]);
    if (code == TC_OK) code = run_batch(c, TC_ORDER_CREATE);
    if (code != TC_OK) {
        c->failed = true;
        (void)demo_say_error("a sale over the counter failed", &c->error);
    }
    c->count = 0;
}

static void sell_seat(counter *c, uint32_t seat, sale **open) {
    if (!*open || (*open)->seats_count == COUNTER_SEATS) {
        if (c->count == COUNTER_BATCH) close_sales(c);
        *open = new_sale(c);
    }
    sale *s = *open;
    uint32_t type = demo_page_type(c->page, &c->random, demo_page_category(c->page, seat), 0);
    s->seats[s->seats_count++] = (tc_hold_seat){c->show->event, seat, 0};
    s->items[s->items_count++] = (tc_order_item){type, 1};
}

static int32_t sell_seats(counter *c, tc_snapshot *snapshot, tc_seat_status *room) {
    sale *open = NULL;
    uint32_t left = 1;
    for (uint32_t at = 0; left > 0 && !c->failed; at += SEATS_READ) {
        int32_t code = tc_availability_seats(snapshot, c->show->event, at, room, SEATS_READ, &left,
                                             NULL, &c->error);
        if (code != TC_OK) return code;
        uint32_t got = left < SEATS_READ ? left : SEATS_READ;
        for (uint32_t i = 0; i < got; i++)
            if (room[i].state == TC_SEAT_FREE) sell_seat(c, at + i, &open);
        left -= got;
    }
    close_sales(c);
    return TC_OK;
}

static int32_t sell_places(counter *c, tc_snapshot *snapshot) {
    tc_pool_view pools[POOLS_ROOM];
    uint32_t count = 0;
    for (int i = 0; i < POOLS_ROOM; i++) pools[i] = (tc_pool_view)TC_POOL_VIEW_INIT;
    int32_t code = tc_pool_list(snapshot, c->show->event, 0, pools, POOLS_ROOM, &count, &c->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        for (uint32_t left = pools[i].free; left > 0 && !c->failed;) {
            if (c->count == COUNTER_BATCH) close_sales(c);
            sale *s = new_sale(c);
            uint32_t quantity = left < COUNTER_SEATS ? left : COUNTER_SEATS;
            s->pool = (tc_hold_pool){c->show->event, pools[i].pool, quantity};
            s->items[s->items_count++] =
                (tc_order_item){demo_page_type(c->page, &c->random, 0, pools[i].pool), quantity};
            left -= quantity;
        }
    }
    close_sales(c);
    return code;
}

bool demo_office_sell_rest(const demo_show *show, uint64_t seed) {
    counter c = {.show = show, .error = TC_ERROR_INIT};
    tc_snapshot *snapshot = NULL;
    demo_random_seed(&c.random, seed, 0xC0FFEE);
    c.page = demo_page_open(show->engine, show->event);
    c.sales = calloc(COUNTER_BATCH, sizeof *c.sales);
    c.commands = calloc(COUNTER_BATCH, sizeof *c.commands);
    tc_seat_status *room = calloc(SEATS_READ, sizeof *room);
    bool good = c.page && c.sales && c.commands && room;
    if (good) {
        int32_t code = tc_snapshot_open(show->engine, &snapshot, &c.error);
        if (code == TC_OK) code = sell_seats(&c, snapshot, room);
        if (code == TC_OK) code = sell_places(&c, snapshot);
        tc_snapshot_close(snapshot);
        good = code == TC_OK && !c.failed;
        if (code != TC_OK) (void)demo_say_error("the house cannot be read", &c.error);
    }
    demo_page_close(c.page);
    free(c.sales);
    free(c.commands);
    free(room);
    return good;
}
