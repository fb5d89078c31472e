/* One buyer from the wish to the door: hold, order, wait for the payment, perhaps pay again, give
 * up, walk away, or ask for the money back. Everything is written into the journal before it is
 * asked for and after it is acknowledged, with its request id; so a journey cut off by a kill is
 * taken up by sending the very same request again. */
#include "demo.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    TRIES = 5,         /* wishes a buyer has before going home */
    RETRY_MS = 20,     /* between two attempts when the engine asks to come again */
    RETRIES = 200,     /* of them */
    PAYMENTS_MAX = 3,  /* times a buyer tries to pay */
    GRACE_MS = 6000,   /* a buyer waits so long beyond the deadline: money may come late */
    BUYER_TEXT = 48,   /* room of a buyer's key, address and token */
    POLL_FIRST_MS = 4, /* how soon a buyer looks again whether the order went through */
    POLL_LAST_MS = 60,
    PERCENT_TWICE = 3,      /* requests sent a second time, as after a lost answer */
    PERCENT_RELEASE = 5,    /* of holds: given back */
    PERCENT_LEAVE = 6,      /* of holds: abandoned silently; their time gives the places back */
    PERCENT_PAY_AGAIN = 65, /* of declined orders */
    PERCENT_CANCEL = 50,    /* of the others */
    PERCENT_REFUND = 4,     /* of confirmed orders */
    PERCENT_WHOLE = 60      /* of refunds: of the whole order; else of one ticket */
};

/* A journey while it is walked. */
typedef struct walk {
    demo_shop *shop;
    demo_random *random;
    demo_journey *journey;
    char buyer[BUYER_TEXT];
    char address[BUYER_TEXT];
} walk;

static void think(demo_random *random, uint32_t least_ms, uint32_t most_ms) {
    demo_sleep_ms(least_ms + demo_random_below(random, most_ms - least_ms + 1));
}

/* What a code asks of its caller. False: the request is answered for good. A finished handle ends
 * the process: its successor reopens the store and sends the open requests again. */
static bool come_again(int32_t code, int *attempts, const tc_error *error) {
    switch (tc_error_class(code)) {
    case TC_CLASS_RETRY: demo_sleep_ms(RETRY_MS); return ++*attempts < RETRIES;
    case TC_CLASS_STORE:
    case TC_CLASS_FATAL: (void)demo_say_error("a buyer lost the store", error); _exit(5);
    default: return false;
    }
}

/* A list of numbers for a line of the journal. */
typedef struct number_list {
    char text[256];
    size_t used;
} number_list;

static void list_add(number_list *list, uint32_t number) {
    int got = snprintf(list->text + list->used, sizeof list->text - list->used, " %u", number);
    if (got > 0 && list->used + (size_t)got < sizeof list->text) list->used += (size_t)got;
}

/* ---- the hold ---- */

static uint32_t choose_quantity(demo_random *random) {
    static const uint8_t OF_100[] = {15, 60, 72, 90, 94, 98, 99, 100};
    uint32_t dice = demo_random_below(random, 100), quantity = 0;
    while (dice >= OF_100[quantity]) quantity++;
    return quantity + 1;
}

/* A new wish with a new request id; false: there is nothing left to wish for. */
static bool make_wish(walk *w) {
    demo_random *random = w->random;
    demo_wish *wish = &w->journey->wish;
    memset(wish, 0, sizeof *wish);
    if (tc_request_id_new(&wish->hold_id) != TC_OK) return false;
    uint32_t dice = demo_random_below(random, 100);
    wish->kind = dice < 12 ? 'g' : dice < 40 ? 'n' : dice < 43 ? 'a' : 'b';
    wish->quantity = choose_quantity(random);
    if (wish->kind == 'g' && (wish->pool = demo_page_pool(w->shop->page, random)) == 0)
        wish->kind = 'b';
    if (wish->kind == 'a') wish->quantity = 2;
    if (wish->kind == 'b' && demo_random_percent(random, 55))
        wish->category = 1 + demo_random_below(random, demo_page_categories(w->shop->page));
    if (wish->kind == 'n') {
        wish->seats_count = demo_page_pick(w->shop->page, random, wish->quantity, wish->seats);
        wish->quantity = wish->seats_count;
        if (wish->seats_count == 0) return false;
        /* Half of them take the seat in any version, if it is free. */
        for (uint32_t i = 0; demo_random_percent(random, 50) && i < wish->seats_count; i++)
            wish->seats[i].version = 0;
    }
    return true;
}

static void note_wish(const walk *w) {
    const demo_wish *wish = &w->journey->wish;
    number_list seats = {{0}, 0};
    char id[33];
    demo_hex_write(id, wish->hold_id.bytes);
    for (uint32_t i = 0; i < wish->seats_count; i++) {
        list_add(&seats, wish->seats[i].seat);
        list_add(&seats, wish->seats[i].version);
    }
    demo_journal_write(w->shop->journal, w->journey->id, "want %s %c %u %u %u %u%s", id, wish->kind,
                       wish->quantity, wish->category, wish->pool, wish->seats_count, seats.text);
}

/* Send the wish as it stands. The request is made from the wish alone, so that it is the same to
 * the byte whenever it is sent again. */
static int32_t send_hold(const walk *w, tc_hold_create_result *result, tc_error *error) {
    const demo_wish *wish = &w->journey->wish;
    uint64_t event = w->shop->options->event;
    if (wish->kind == 'b' || wish->kind == 'a') {
        tc_hold_best_request request = TC_HOLD_BEST_REQUEST_INIT;
        request.request_id = wish->hold_id;
        request.event = event;
        request.ttl_ms = w->shop->options->ttl_ms;
        request.buyer = w->buyer;
        request.quantity = wish->quantity;
        request.accessible = wish->kind == 'a';
        if (wish->category) {
            request.categories = &wish->category;
            request.categories_count = 1;
        }
        return tc_hold_best(w->shop->engine, &request, result, error);
    }
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_seat seats[DEMO_WISH_MAX];
    tc_hold_pool pool = {event, wish->pool, wish->quantity};
    for (uint32_t i = 0; i < wish->seats_count; i++)
        seats[i] = (tc_hold_seat){event, wish->seats[i].seat, wish->seats[i].version};
    request.request_id = wish->hold_id;
    request.ttl_ms = w->shop->options->ttl_ms;
    request.buyer = w->buyer;
    request.seats = wish->seats_count ? seats : NULL;
    request.seats_count = wish->seats_count;
    request.pools = wish->pool ? &pool : NULL;
    request.pools_count = wish->pool ? 1 : 0;
    return tc_hold_create(w->shop->engine, &request, result, error);
}

static int32_t hold_once(walk *w) {
    tc_error error = TC_ERROR_INIT;
    tc_hold_seat seats[DEMO_WISH_MAX];
    tc_hold_create_result result = TC_HOLD_CREATE_RESULT_INIT;
    demo_journey *journey = w->journey;
    int attempts = 0;
    int32_t code;
    result.seats = seats;
    result.seats_capacity = DEMO_WISH_MAX;
    do code = send_hold(w, &result, &error);
    while (code < 0 && come_again(code, &attempts, &error));
    if (code < 0) return code;
    uint64_t hold = result.hold;
    if (demo_random_percent(w->random, PERCENT_TWICE) && send_hold(w, &result, &error) == TC_OK &&
        result.hold != hold) {
        fprintf(stderr, "demo: one request id made the holds %" PRIu64 " and %" PRIu64 "\n", hold,
                result.hold);
        _exit(6);
    }
    number_list list = {{0}, 0};
    char secret[33];
    demo_hex_write(secret, result.secret.bytes);
    journey->hold = hold;
    journey->hold_secret = result.secret;
    journey->held_count = result.seats_count < DEMO_WISH_MAX ? result.seats_count : DEMO_WISH_MAX;
    for (uint32_t i = 0; i < journey->held_count; i++)
        list_add(&list, journey->held[i] = seats[i].seat);
    demo_journal_write(w->shop->journal, journey->id, "held %" PRIu64 " %s %u%s", hold, secret,
                       journey->held_count, list.text);
    journey->stage = DEMO_HELD;
    return TC_OK;
}

/* Try wishes until one is granted. */
static bool get_hold(walk *w, bool resume) {
    for (int i = 0; i < TRIES && (resume || !demo_child_leaving()); i++) {
        if (!resume && !make_wish(w)) break;
        if (!resume) note_wish(w);
        w->journey->stage = DEMO_WANTED;
        if (hold_once(w) == TC_OK) return true;
        resume = false;
        (void)demo_page_refresh(w->shop->page, true);
        think(w->random, 5, 60);
    }
    return false;
}

static void give_back(walk *w) {
    tc_error error = TC_ERROR_INIT;
    tc_hold_release_request request = TC_HOLD_RELEASE_REQUEST_INIT;
    int attempts = 0;
    int32_t code;
    request.hold = w->journey->hold;
    request.secret = w->journey->hold_secret;
    do code = tc_hold_release(w->shop->engine, &request, NULL, &error);
    while (code < 0 && come_again(code, &attempts, &error));
    if (code == TC_OK) demo_journal_write(w->shop->journal, w->journey->id, "released");
}

/* ---- the order ---- */

/* One ticket type a place, equal ones of a pool side by side: a pool's quantity may be split. */
static bool choose_types(walk *w) {
    demo_wish *wish = &w->journey->wish;
    const demo_page *page = w->shop->page;
    wish->types_count = wish->pool ? wish->quantity : w->journey->held_count;
    uint32_t first = wish->pool ? demo_page_type(page, w->random, 0, wish->pool) : 0;
    uint32_t second = wish->pool ? demo_page_type(page, w->random, 0, wish->pool) : 0;
    for (uint32_t i = 0; i < wish->types_count; i++) {
        if (wish->pool) wish->types[i] = i <= wish->types_count / 2 ? first : second;
        else
            wish->types[i] =
                demo_page_type(page, w->random, demo_page_category(page, w->journey->held[i]), 0);
        if (wish->types[i] == 0) return false;
    }
    return wish->types_count > 0;
}

static uint32_t order_items(const demo_journey *journey, tc_order_item items[DEMO_WISH_MAX]) {
    const demo_wish *wish = &journey->wish;
    uint32_t count = 0;
    for (uint32_t i = 0; i < wish->types_count; i++) {
        if (wish->pool && count && items[count - 1].ticket_type == wish->types[i])
            items[count - 1].quantity++;
        else items[count++] = (tc_order_item){wish->types[i], 1};
    }
    return count;
}

/* What the buyer is shown before paying; the order will be held to it. */
static int32_t ask_price(walk *w) {
    demo_journey *journey = w->journey;
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot = NULL;
    tc_order_item items[DEMO_WISH_MAX];
    tc_quote_item quoted[DEMO_WISH_MAX];
    tc_order_quote_request request = TC_ORDER_QUOTE_REQUEST_INIT;
    tc_order_quote_result result = TC_ORDER_QUOTE_RESULT_INIT;
    request.items = quoted;
    request.items_count = order_items(journey, items);
    for (uint32_t i = 0; i < request.items_count; i++)
        quoted[i] = (tc_quote_item){w->shop->options->event,
                                    journey->wish.pool ? TC_PLACE_POOL : TC_PLACE_SEAT,
                                    journey->wish.pool ? journey->wish.pool : journey->held[i],
                                    items[i].quantity, items[i].ticket_type};
    int32_t code = tc_snapshot_open(w->shop->engine, &snapshot, &error);
    if (code == TC_OK) code = tc_order_quote(snapshot, &request, &result, &error);
    tc_snapshot_close(snapshot);
    if (code == TC_OK) journey->expected_minor = result.total_minor;
    else (void)demo_say_error("a buyer gets no price", &error);
    return code;
}

static int32_t send_order(const walk *w, tc_order_create_result *result, tc_error *error) {
    const demo_journey *journey = w->journey;
    tc_order_create_request request = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_item items[DEMO_WISH_MAX];
    tc_contact contact = TC_CONTACT_INIT;
    contact.channel = TC_MESSAGE_EMAIL;
    contact.address = w->address;
    contact.locale = journey->id % 3 ? "de-AT" : "en";
    request.request_id = journey->wish.order_id;
    request.hold = journey->hold;
    request.hold_secret = journey->hold_secret;
    request.items = items;
    request.items_count = order_items(journey, items);
    request.method = TC_PAY_PROVIDER;
    request.contacts = &contact;
    request.contacts_count = 1;
    memcpy(request.expected_currency, "EUR", 4);
    request.expected_total_minor = journey->expected_minor;
    request.pay_within_ms = w->shop->options->ttl_ms;
    request.reference = "demo";
    request.token = w->buyer;
    return tc_order_create(w->shop->engine, &request, result, error);
}

static bool make_order(walk *w, bool resume) {
    demo_journey *journey = w->journey;
    char text[33];
    if (!resume) {
        number_list types = {{0}, 0};
        if (!choose_types(w) || ask_price(w) != TC_OK ||
            tc_request_id_new(&journey->wish.order_id) != TC_OK)
            return false;
        for (uint32_t i = 0; i < journey->wish.types_count; i++)
            list_add(&types, journey->wish.types[i]);
        demo_hex_write(text, journey->wish.order_id.bytes);
        demo_journal_write(w->shop->journal, journey->id, "order %s %" PRId64 " %u%s", text,
                           journey->expected_minor, journey->wish.types_count, types.text);
    }
    tc_error error = TC_ERROR_INIT;
    tc_order_create_result result = TC_ORDER_CREATE_RESULT_INIT;
    int attempts = 0;
    int32_t code;
    do code = send_order(w, &result, &error);
    while (code < 0 && come_again(code, &attempts, &error));
    if (code < 0) return false;
    uint64_t order = result.order;
    if (demo_random_percent(w->random, PERCENT_TWICE) && send_order(w, &result, &error) == TC_OK &&
        result.order != order) {
        fprintf(stderr, "demo: one request id made the orders %" PRIu64 " and %" PRIu64 "\n", order,
                result.order);
        _exit(6);
    }
    journey->order = order;
    journey->order_secret = result.secret;
    journey->total_minor = result.total_minor;
    journey->stage = DEMO_ORDERED;
    demo_hex_write(text, result.secret.bytes);
    demo_journal_write(w->shop->journal, journey->id, "ordered %" PRIu64 " %s %" PRId64, order,
                       text, result.total_minor);
    return true;
}

/* ---- the payment ---- */

static bool look(const walk *w, tc_order *order) {
    tc_snapshot *snapshot = NULL;
    int32_t code = tc_snapshot_open(w->shop->engine, &snapshot, NULL);
    *order = (tc_order)TC_ORDER_INIT;
    if (code == TC_OK)
        code = tc_order_get(snapshot, w->journey->order, &w->journey->order_secret, order, NULL);
    tc_snapshot_close(snapshot);
    return code == TC_OK;
}

/* Wait while the payment is under way; answers the state it ended in, or the last one seen. */
static uint32_t wait_payment(const walk *w) {
    int64_t patience_ms = w->shop->options->ttl_ms * 2 + GRACE_MS;
    int64_t until_us = demo_clock_us() + patience_ms * 1000, pause_ms = POLL_FIRST_MS;
    tc_order order = TC_ORDER_INIT;
    while (demo_clock_us() < until_us) {
        bool seen = look(w, &order);
        bool open = order.state == TC_ORDER_AUTHORISING || order.state == TC_ORDER_UNKNOWN ||
                    order.state == TC_ORDER_OVERDUE;
        if (seen && !open) break;
        if (demo_child_leaving() && order.state != TC_ORDER_AUTHORISING) break;
        demo_sleep_ms(pause_ms);
        if (pause_ms < POLL_LAST_MS) pause_ms += pause_ms / 2;
    }
    return order.state;
}

static bool pay_again(walk *w) {
    tc_error error = TC_ERROR_INIT;
    tc_order_pay_request request = TC_ORDER_PAY_REQUEST_INIT;
    int attempts = 0;
    int32_t code;
    request.order = w->journey->order;
    request.secret = w->journey->order_secret;
    request.method = TC_PAY_PROVIDER;
    request.token = w->buyer;
    do code = tc_order_pay(w->shop->engine, &request, NULL, &error);
    while (code < 0 && come_again(code, &attempts, &error));
    return code == TC_OK;
}

static void cancel_order(walk *w) {
    tc_error error = TC_ERROR_INIT;
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    int attempts = 0;
    int32_t code;
    request.order = w->journey->order;
    request.secret = w->journey->order_secret;
    do code = tc_order_cancel(w->shop->engine, &request, NULL, &error);
    while (code < 0 && come_again(code, &attempts, &error));
}

static bool is_confirmed(uint32_t state) {
    return state == TC_ORDER_CAPTURING || state == TC_ORDER_SETTLED;
}

/* Until the order is confirmed or the buyer gives up. */
static bool pay(walk *w) {
    for (int i = 0; i < PAYMENTS_MAX; i++) {
        uint32_t state = wait_payment(w);
        if (is_confirmed(state)) return true;
        if (state != TC_ORDER_DECLINED) return false;
        think(w->random, 20, 200);
        if (!demo_random_percent(w->random, PERCENT_PAY_AGAIN)) {
            if (demo_random_percent(w->random, PERCENT_CANCEL)) cancel_order(w);
            return false;
        }
        if (!pay_again(w)) return false;
    }
    return is_confirmed(wait_payment(w));
}

/* Write down what the store says was bought. The seats may be others than those held, when the
 * money came late and the event's rule found equivalent ones. */
static bool note_confirmed(walk *w, tc_order_line lines[DEMO_WISH_MAX], uint32_t *count) {
    demo_journey *journey = w->journey;
    tc_snapshot *snapshot = NULL;
    number_list seats = {{0}, 0};
    int32_t code = tc_snapshot_open(w->shop->engine, &snapshot, NULL);
    if (code == TC_OK)
        code = tc_order_lines(snapshot, journey->order, &journey->order_secret, lines,
                              DEMO_WISH_MAX, count, NULL);
    tc_snapshot_close(snapshot);
    if (code != TC_OK || *count > DEMO_WISH_MAX) return false;
    journey->tickets = journey->sold_count = 0;
    for (uint32_t i = 0; i < *count; i++) {
        if (lines[i].ticket_first == 0) return false; /* taken back in the meantime */
        journey->tickets += lines[i].quantity;
        if (lines[i].kind != TC_PLACE_SEAT) continue;
        journey->sold[journey->sold_count++] = lines[i].target;
        list_add(&seats, lines[i].target);
    }
    demo_journal_write(w->shop->journal, journey->id, "confirmed %u %u%s", journey->tickets,
                       journey->sold_count, seats.text);
    journey->stage = DEMO_CONFIRMED;
    return true;
}

/* ---- the money back ---- */

static void send_refund(walk *w) {
    demo_journey *journey = w->journey;
    tc_error error = TC_ERROR_INIT;
    tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
    tc_order_refund_result result = TC_ORDER_REFUND_RESULT_INIT;
    int attempts = 0;
    int32_t code;
    request.request_id = journey->refund_id;
    request.order = journey->order;
    if (journey->refund_ticket) {
        request.tickets = &journey->refund_ticket;
        request.tickets_count = 1;
    }
    do code = tc_order_refund(w->shop->engine, &request, &result, &error);
    while (code < 0 && come_again(code, &attempts, &error));
    if (code == TC_OK)
        demo_journal_write(w->shop->journal, journey->id, "refunded %" PRId64, result.amount_minor);
}

static void ask_refund(walk *w, const tc_order_line *lines, uint32_t count) {
    demo_journey *journey = w->journey;
    tc_order order = TC_ORDER_INIT;
    think(w->random, 100, 800);
    if (!look(w, &order) || order.state != TC_ORDER_SETTLED || demo_child_leaving()) return;
    journey->refund_ticket = 0;
    journey->refund_seat = TC_TICKET_NO_SEAT;
    if (!demo_random_percent(w->random, PERCENT_WHOLE)) {
        const tc_order_line *line = &lines[demo_random_below(w->random, count)];
        journey->refund_ticket = line->ticket_first;
        if (line->kind == TC_PLACE_SEAT) journey->refund_seat = line->target;
    }
    char id[33];
    if (tc_request_id_new(&journey->refund_id) != TC_OK) return;
    demo_hex_write(id, journey->refund_id.bytes);
    demo_journal_write(w->shop->journal, journey->id, "refund %s %" PRIu64 " %u", id,
                       journey->refund_ticket, journey->refund_seat);
    send_refund(w);
}

/* ---- the whole way ---- */

static const char *walk_on(walk *w) {
    demo_journey *journey = w->journey;
    demo_stage begun = journey->stage; /* where the predecessor stood, if there was one */
    tc_order_line lines[DEMO_WISH_MAX];
    uint32_t count = 0;
    if (begun <= DEMO_WANTED) {
        if (!get_hold(w, begun == DEMO_WANTED)) return "no-seats";
        if (demo_random_percent(w->random, PERCENT_RELEASE)) {
            give_back(w);
            return "released";
        }
        if (demo_random_percent(w->random, PERCENT_LEAVE)) return "left";
        think(w->random, 10, 300);
    }
    if (begun <= DEMO_ORDERING && !make_order(w, begun == DEMO_ORDERING)) return "no-order";
    if (begun <= DEMO_ORDERED) {
        if (!pay(w)) return "unpaid";
        if (!note_confirmed(w, lines, &count)) return "taken-back";
        if (!demo_child_leaving() && demo_random_percent(w->random, PERCENT_REFUND))
            ask_refund(w, lines, count);
    }
    if (begun == DEMO_REFUNDING) send_refund(w);
    return "home";
}

void demo_journey_run(demo_shop *shop, demo_random *random, demo_journey *journey) {
    walk w = {.shop = shop, .random = random, .journey = journey};
    (void)snprintf(w.buyer, sizeof w.buyer, "buyer-%" PRIu64, journey->id);
    (void)snprintf(w.address, sizeof w.address, "buyer-%" PRIu64 "@example.com", journey->id);
    if (journey->stage != 0) demo_journal_write(shop->journal, journey->id, "resumed");
    const char *end = walk_on(&w);
    demo_journal_write(shop->journal, journey->id, "over %s", end);
}
