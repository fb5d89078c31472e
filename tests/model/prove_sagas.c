/* prove sagas: the real core driven through every interleaving of buyers, provider, clock, worker
 * and crashes for one order, and for two orders on the same seats, to a stated depth. Every state
 * is restored from the store's rows alone before each step, which is what a crash and a reopening
 * leave. In every state: the store verifies; no money without seats or an answer under way; no
 * seats sold without money taken or being taken; no wait beyond its deadline; and some continuation
 * ends. */
#include "model_restore.h"

#include "base/checksum.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ORDERS = 2, COMMANDS = 24, DEPTH_MAX = 24, LEASED_MAX = 8, PRICE = 700 };

typedef enum act_kind {
    ACT_NONE,
    ACT_BUY,     /* the other buyer takes the seats and orders them; arg: method */
    ACT_PAY,     /* again; arg: method */
    ACT_CANCEL,  /* arg 0: buyer, 1: host, 2: host, by hand */
    ACT_SETTLE,  /* money by hand */
    ACT_REFUND,  /* arg 0: whole, 1: one cent, 2: whole by hand, 3: one ticket at half */
    ACT_EXTEND,  /* the claimed hold */
    ACT_RELEASE, /* its owner lets go of a hold */
    ACT_LEASE,   /* the worker takes what is due */
    ACT_ANSWER,  /* who: command; arg: outcome, +8: of the lease before this one */
    ACT_FORGET,  /* the worker dies */
    ACT_WEBHOOK, /* who: command; arg: event kind */
    ACT_NEXT,    /* the clock, to what falls due next */
    ACT_DAY      /* the clock, a day on */
} act_kind;

typedef struct act {
    uint8_t kind, who, arg;
} act;

/* One state: how it was reached. */
typedef struct state {
    uint32_t parent;
    act by;
    uint8_t depth;
} state;

/* What the worker remembers: the attempt it holds of each command, and the one before. */
typedef struct memory {
    uint8_t now[COMMANDS], before[COMMANDS];
} memory;

typedef struct setup {
    const char *name;
    uint32_t orders, method, late_money, capture, depth[3]; /* quick, full, soak */
} setup;

typedef struct explorer {
    const setup *how;
    uint32_t depth;
    tc_engine *engine;
    rows begin, at;
    memory at_memory, memory;
    tc_secret hold_secret[ORDERS + 1], order_secret[ORDERS + 1], at_hold[ORDERS + 1],
        at_order[ORDERS + 1];
    state *states;
    uint32_t count, room;
    uint64_t *seen; /* open table of meanings; 0: free */
    uint32_t seen_mask;
    uint64_t transitions, walks, verified;
    uint64_t trace;  /* of every step tried and the state it led to */
    uint32_t events; /* provider events so far on this path */
    const char *wrong;
    char detail[256];
} explorer;

static const setup SETUPS[] = {
    {"one, authorised first",
     1,
     TC_PAY_PROVIDER,
     TC_LATE_MONEY_EQUIVALENT,
     TC_CAPTURE_AFTER,
     {7, 8, 9}},
    {"one, charged at once",
     1,
     TC_PAY_PROVIDER,
     TC_LATE_MONEY_SAME_SEATS,
     TC_CAPTURE_AT_ONCE,
     {7, 8, 9}},
    {"one, by hand", 1, TC_PAY_OFFLINE, TC_LATE_MONEY_VOID, TC_CAPTURE_AFTER, {7, 8, 9}},
    {"two on the same seats",
     2,
     TC_PAY_PROVIDER,
     TC_LATE_MONEY_SAME_SEATS,
     TC_CAPTURE_AFTER,
     {6, 7, 8}},
    {"two, equivalent seats",
     2,
     TC_PAY_PROVIDER,
     TC_LATE_MONEY_EQUIVALENT,
     TC_CAPTURE_AT_ONCE,
     {6, 7, 8}},
};

enum { SETUP_COUNT = sizeof SETUPS / sizeof SETUPS[0] };

static void must(bool good, const char *what) {
    if (good) return;
    fprintf(stderr, "sagas: %s\n", what);
    abort();
}

/* ---- the house ---- */

static void make_house(explorer *x) {
    static const char HALL[] = "name,section,row,seat,category,x,y\nA1,Hall,1,1,C,0,0\n"
                               "A2,Hall,1,2,C,50,0\nB1,Hall,2,1,C,0,80\nB2,Hall,2,2,C,50,80\n";
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    map.name = "Hall";
    map.text = HALL;
    map.text_bytes = strlen(HALL);
    map.form = TC_MAP_FORM_CSV;
    must(tc_map_create(x->engine, &map, &mapped, NULL) == TC_OK, "no map");
    publish.map = mapped.map;
    must(tc_map_publish(x->engine, &publish, NULL, NULL) == TC_OK, "no map");
    event.name = "Event";
    event.map = mapped.map;
    event.currency = "EUR";
    event.starts_at_ms = INT64_C(1900000000000);
    event.status = TC_EVENT_ON_SALE;
    event.hold_ttl_ms = 90000;
    event.hold_life_ms = 600000;
    event.late_money = x->how->late_money;
    event.capture = x->how->capture;
    must(tc_event_create(x->engine, &event, NULL, NULL) == TC_OK, "no event");
    type.event = 1;
    type.name = "Type";
    type.price_minor = PRICE;
    must(tc_ticket_type_create(x->engine, &type, NULL, NULL) == TC_OK, "no ticket type");
}

static bool buy(explorer *x, uint32_t who, uint32_t method) {
    tc_hold_seat seats[2] = {{1, 0, 0}, {1, 1, 0}};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    tc_order_item items[2] = {{1, 1}, {1, 1}};
    tc_contact contact = TC_CONTACT_INIT;
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    hold.seats = seats;
    hold.seats_count = 2;
    if (tc_hold_create(x->engine, &hold, &held, NULL) != TC_OK) return false;
    contact.channel = TC_MESSAGE_EMAIL;
    contact.address = "ada@example.org";
    order.hold = held.hold;
    order.hold_secret = held.secret;
    order.items = items;
    order.items_count = 2;
    order.method = method;
    order.contacts = &contact;
    order.contacts_count = 1;
    if (tc_order_create(x->engine, &order, &made, NULL) != TC_OK) return false;
    must(made.order == who + 1, "orders out of number");
    x->hold_secret[who] = held.secret;
    x->order_secret[who] = made.secret;
    return true;
}

/* ---- steps ---- */

static bool order_of(explorer *x, uint64_t id, tc_order *out) {
    tc_snapshot *snapshot;
    static const tc_order BLANK = TC_ORDER_INIT;
    *out = BLANK;
    must(tc_snapshot_open(x->engine, &snapshot, NULL) == TC_OK, "no snapshot");
    bool found = tc_order_get(snapshot, id, NULL, out, NULL) == TC_OK;
    tc_snapshot_close(snapshot);
    return found;
}

static uint64_t first_ticket(explorer *x, uint64_t order) {
    tc_order_line lines[2];
    uint32_t count = 0;
    tc_snapshot *snapshot;
    must(tc_snapshot_open(x->engine, &snapshot, NULL) == TC_OK, "no snapshot");
    tc_order_lines(snapshot, order, NULL, lines, 2, &count, NULL);
    tc_snapshot_close(snapshot);
    return count ? lines[0].ticket_first : 0;
}

static bool change(explorer *x, const act *a) {
    tc_order now;
    uint64_t order = a->who + 1u;
    if (!order_of(x, order, &now)) return false;
    if (a->kind == ACT_PAY) {
        tc_order_pay_request q = TC_ORDER_PAY_REQUEST_INIT;
        q.order = order;
        q.secret = x->order_secret[a->who];
        q.method = a->arg;
        return tc_order_pay(x->engine, &q, NULL, NULL) == TC_OK;
    }
    if (a->kind == ACT_CANCEL) {
        tc_order_cancel_request q = TC_ORDER_CANCEL_REQUEST_INIT;
        q.order = order;
        q.secret = x->order_secret[a->who];
        q.flags = a->arg == 0   ? 0
                  : a->arg == 1 ? TC_ORDER_AS_HOST
                                : TC_ORDER_AS_HOST | TC_ORDER_BY_HAND;
        return tc_order_cancel(x->engine, &q, NULL, NULL) == TC_OK;
    }
    if (a->kind == ACT_SETTLE) {
        tc_order_settle_request q = TC_ORDER_SETTLE_REQUEST_INIT;
        q.order = order;
        memcpy(q.currency, "EUR", 4);
        q.amount_minor = now.total_minor;
        return tc_order_settle(x->engine, &q, NULL, NULL) == TC_OK;
    }
    tc_order_refund_request q = TC_ORDER_REFUND_REQUEST_INIT;
    uint64_t ticket = a->arg == 3 ? first_ticket(x, order) : 0;
    q.order = order;
    q.flags = a->arg == 2 ? TC_ORDER_BY_HAND : 0;
    q.amount_minor = a->arg == 1 ? 1 : a->arg == 3 ? PRICE / 2 : 0;
    q.tickets = &ticket;
    q.tickets_count = ticket != 0;
    if (a->arg == 3 && !ticket) return false;
    return tc_order_refund(x->engine, &q, NULL, NULL) == TC_OK;
}

static uint32_t lease(explorer *x, tc_payment_command *out) {
    tc_payment_lease_request q = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result r = TC_PAYMENT_LEASE_RESULT_INIT;
    q.max = LEASED_MAX;
    r.commands = out;
    r.commands_capacity = LEASED_MAX;
    must(tc_payment_lease(x->engine, &q, &r, NULL) == TC_OK, "a lease was refused");
    for (uint32_t i = 0; i < r.commands_count; i++) {
        must(out[i].command < COMMANDS && out[i].attempt < 256, "too many commands");
        x->memory.before[out[i].command] = x->memory.now[out[i].command];
        x->memory.now[out[i].command] = (uint8_t)out[i].attempt;
    }
    return r.commands_count;
}

static bool answer(explorer *x, uint32_t command, uint32_t attempt, uint32_t outcome) {
    tc_payment_answer_request q = TC_PAYMENT_ANSWER_REQUEST_INIT;
    q.command = command;
    q.attempt = attempt;
    q.outcome = outcome;
    return tc_payment_answer(x->engine, &q, NULL, NULL) == TC_OK;
}

/* What the provider's metadata has of a command: its key, seen with its first lease. Of a command
 * that was never leased the provider knows nothing. */
static uint8_t known_keys[COMMANDS][16];

static bool is_known(uint32_t command) {
    static const uint8_t NONE[16];
    return memcmp(known_keys[command], NONE, 16) != 0;
}

static bool webhook(explorer *x, uint32_t command, uint32_t kind) {
    char id[32];
    tc_payment_event_request q = TC_PAYMENT_EVENT_REQUEST_INIT;
    snprintf(id, sizeof id, "evt-%u", ++x->events);
    q.event_id = id;
    q.kind = kind;
    memcpy(q.idempotency_key, known_keys[command], 16);
    return tc_payment_event(x->engine, &q, NULL, NULL) == TC_OK;
}

static bool pass(explorer *x, bool day) {
    int64_t now, to = rows_next_due(x->engine);
    tc_engine_clock(x->engine, &now, NULL);
    if (day) to = now + INT64_C(90000000);
    if (to == INT64_MAX) return false;
    return tc_engine_set_clock(x->engine, to, NULL) == TC_OK;
}

static bool hold_step(explorer *x, const act *a) {
    if (a->kind == ACT_EXTEND) {
        tc_hold_extend_request q = TC_HOLD_EXTEND_REQUEST_INIT;
        q.hold = a->who + 1u;
        q.secret = x->hold_secret[a->who];
        q.ttl_ms = 120000;
        return tc_hold_extend(x->engine, &q, NULL, NULL) == TC_OK;
    }
    tc_hold_release_request q = TC_HOLD_RELEASE_REQUEST_INIT;
    q.hold = a->who + 1u;
    q.secret = x->hold_secret[a->who];
    return tc_hold_release(x->engine, &q, NULL, NULL) == TC_OK;
}

/* Carry out one step; false when it was refused and nothing changed. */
static bool step(explorer *x, const act *a) {
    tc_payment_command commands[LEASED_MAX];
    uint32_t attempt, outcome = a->arg & 7u;
    tc_order there;
    switch (a->kind) {
    case ACT_BUY: return !order_of(x, a->who + 1u, &there) && buy(x, a->who, a->arg);
    case ACT_PAY:
    case ACT_CANCEL:
    case ACT_SETTLE:
    case ACT_REFUND: return change(x, a);
    case ACT_EXTEND:
    case ACT_RELEASE: return hold_step(x, a);
    case ACT_LEASE: {
        uint32_t count = lease(x, commands);
        for (uint32_t i = 0; i < count; i++)
            memcpy(known_keys[commands[i].command], commands[i].idempotency_key, 16);
        return count != 0;
    }
    case ACT_ANSWER:
        attempt = a->arg & 8 ? x->memory.before[a->who] : x->memory.now[a->who];
        if (a->arg & 8) x->memory.before[a->who] = 0;
        else x->memory.now[a->who] = 0;
        return answer(x, a->who, attempt, outcome);
    case ACT_FORGET: memset(&x->memory, 0, sizeof x->memory); return true;
    case ACT_WEBHOOK: return webhook(x, a->who, a->arg);
    case ACT_NEXT: return pass(x, false);
    case ACT_DAY: return pass(x, true);
    default: return false;
    }
}

/* ---- what must hold ---- */

static bool wrong(explorer *x, const char *what, const tc_order *o) {
    x->wrong = what;
    snprintf(x->detail, sizeof x->detail,
             "order %" PRIu64 " is %s: total %" PRId64 ", captured %" PRId64 ", refunded %" PRId64,
             o->id, tc_order_state_name(o->state), o->total_minor, o->captured_minor,
             o->refunded_minor);
    return false;
}

/* Seats of the order that are sold to it now. */
static uint32_t seats_sold(tc_snapshot *s, uint64_t order) {
    tc_order_line lines[2];
    uint32_t count = 0, sold = 0;
    tc_order_lines(s, order, NULL, lines, 2, &count, NULL);
    for (uint32_t i = 0; i < count && i < 2; i++) {
        tc_seat_view seat = TC_SEAT_VIEW_INIT;
        if (!lines[i].ticket_first) continue;
        tc_seat_get(s, 1, lines[i].target, &seat, NULL);
        sold += seat.state == TC_SEAT_SOLD &&
                seat.ticket == (uint32_t)(lines[i].ticket_first & UINT32_MAX);
    }
    return sold;
}

static bool is_final(uint32_t at) {
    return at == TC_ORDER_CANCELLED || at == TC_ORDER_EXPIRED || at == TC_ORDER_SETTLED ||
           at == TC_ORDER_PARTLY_REFUNDED || at == TC_ORDER_REFUNDED || at == TC_ORDER_CHARGED_BACK;
}

/* Money here, or reserved, of an order without seats: is an answer under way, or a person told? */
static bool check_order(explorer *x, tc_snapshot *s, const tc_order *o, uint64_t work) {
    uint32_t sold = seats_sold(s, o->id);
    tc_payment payments[8];
    uint32_t count = 0;
    int64_t ours = o->captured_minor - o->refunded_minor;
    bool reserved = false, person = o->state == TC_ORDER_VOID_FAILED ||
                                    o->state == TC_ORDER_REFUND_FAILED ||
                                    o->state == TC_ORDER_DISPUTED;
    tc_payment_list(s, o->id, payments, 8, &count, NULL);
    for (uint32_t i = 0; i < count && i < 8; i++)
        reserved |= payments[i].state == TC_PAYMENT_AUTHORISED;
    /* A part of the tickets may be returned for a part of their price: then money is kept. */
    bool kept = o->state == TC_ORDER_PARTLY_REFUNDED || o->state == TC_ORDER_REFUNDING;
    if (sold == 0 && ours > 0 && !person && !work && !kept)
        return wrong(x, "money without seats and nothing under way", o);
    if (sold == 0 && reserved && !person && !work)
        return wrong(x, "a reservation without seats and nothing under way", o);
    bool settling = o->state == TC_ORDER_CAPTURING;
    if (sold && ours <= 0 && !settling && o->state != TC_ORDER_DISPUTED)
        return wrong(x, "seats sold and no money taken or being taken", o);
    if (sold && settling && !work) return wrong(x, "capturing, and no command is open", o);
    if (o->deadline_ms && o->deadline_ms <= tc_snapshot_time(s))
        return wrong(x, "it waits beyond its deadline", o);
    /* A dispute may be lost while a refund is under way: its answer is still to come. */
    if (is_final(o->state) && o->state != TC_ORDER_CHARGED_BACK && o->refunds_open)
        return wrong(x, "final with a refund open", o);
    return true;
}

static bool check(explorer *x) {
    tc_snapshot *s;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    tc_fault fault;
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    bool good = true;
    must(tc_snapshot_open(x->engine, &s, NULL) == TC_OK, "no snapshot");
    report.faults = &fault;
    report.faults_capacity = 1;
    must(tc_verify(s, &report, NULL) == TC_OK, "no verification");
    x->verified++;
    tc_payment_backlog_get(s, &backlog, NULL);
    uint64_t work = backlog.due + backlog.leased + backlog.waiting + backlog.parked;
    if (report.faults_count) {
        x->wrong = "the store does not verify";
        snprintf(x->detail, sizeof x->detail, "%s: %s", fault.what, fault.sentence);
        good = false;
    }
    for (uint64_t id = 1; good && id <= ORDERS; id++) {
        tc_order o = TC_ORDER_INIT;
        if (tc_order_get(s, id, NULL, &o, NULL) == TC_OK) good = check_order(x, s, &o, work);
    }
    tc_snapshot_close(s);
    return good;
}

/* ---- some continuation ends ---- */

static void help_order(explorer *x, uint8_t who, const tc_order *o) {
    act by_hand = {ACT_CANCEL, who, 2}, back = {ACT_REFUND, who, 2};
    if (o->state == TC_ORDER_VOID_FAILED) change(x, &by_hand);
    if (o->state == TC_ORDER_REFUND_FAILED) change(x, &back);
    if (o->state != TC_ORDER_DISPUTED) return;
    for (uint32_t command = 1; command < COMMANDS; command++)
        if (is_known(command)) webhook(x, command, TC_PAYMENT_EVENT_DISPUTE_WON);
}

/* A willing provider, a patient clock and a person: everything must come to an end. */
static bool ends(explorer *x) {
    tc_order o = TC_ORDER_INIT;
    x->walks++;
    for (uint32_t round = 0; round < 24; round++) {
        tc_payment_command commands[LEASED_MAX];
        bool open = false;
        uint32_t count = lease(x, commands);
        for (uint32_t i = 0; i < count; i++) {
            memcpy(known_keys[commands[i].command], commands[i].idempotency_key, 16);
            answer(x, (uint32_t)commands[i].command, commands[i].attempt, TC_OUTCOME_DONE);
        }
        for (uint8_t who = 0; who < ORDERS; who++) {
            if (!order_of(x, who + 1u, &o)) continue;
            open |= !is_final(o.state);
            help_order(x, who, &o);
        }
        if (!open && count == 0 && rows_next_due(x->engine) == INT64_MAX) return check(x);
        if (count == 0) pass(x, rows_next_due(x->engine) == INT64_MAX);
    }
    for (uint32_t who = 0; who < ORDERS; who++)
        if (order_of(x, who + 1u, &o) && !is_final(o.state))
            return wrong(x, "a dead end: nothing that anybody does ends it", &o);
    return check(x);
}

/* ---- the search ---- */

static void load(explorer *x) {
    rows_restore(x->engine, &x->at);
    x->memory = x->at_memory;
    memcpy(x->hold_secret, x->at_hold, sizeof x->hold_secret);
    memcpy(x->order_secret, x->at_order, sizeof x->order_secret);
}

static void note(explorer *x) {
    rows_save(x->engine, &x->at);
    x->at_memory = x->memory;
    memcpy(x->at_hold, x->hold_secret, sizeof x->hold_secret);
    memcpy(x->at_order, x->order_secret, sizeof x->order_secret);
}

static bool is_new(explorer *x, uint64_t meaning) {
    if (meaning == 0) meaning = 1;
    if ((x->count + 1) * 2 > x->seen_mask) {
        uint32_t mask = x->seen_mask ? x->seen_mask * 2 + 1 : 4095;
        uint64_t *table = calloc((size_t)mask + 1, sizeof *table);
        must(table != NULL, "memory is out");
        for (uint32_t i = 0; x->seen && i <= x->seen_mask; i++) {
            uint32_t at = (uint32_t)(x->seen[i] >> 20) & mask;
            while (x->seen[i] && table[at]) at = (at + 1) & mask;
            if (x->seen[i]) table[at] = x->seen[i];
        }
        free(x->seen);
        x->seen = table;
        x->seen_mask = mask;
    }
    uint32_t at = (uint32_t)(meaning >> 20) & x->seen_mask;
    for (; x->seen[at]; at = (at + 1) & x->seen_mask)
        if (x->seen[at] == meaning) return false;
    x->seen[at] = meaning;
    return true;
}

static uint64_t meaning_of(explorer *x) {
    uint8_t held[COMMANDS * 2];
    for (uint32_t i = 0; i < COMMANDS; i++) {
        held[i] = x->memory.now[i] != 0;
        held[COMMANDS + i] = x->memory.before[i] != 0;
    }
    return rows_meaning(x->engine, held, sizeof held);
}

static void push(explorer *x, uint32_t parent, act by, uint8_t depth) {
    if (x->count == x->room) {
        x->room = x->room ? x->room * 2 : 4096;
        x->states = realloc(x->states, x->room * sizeof *x->states);
        must(x->states != NULL, "memory is out");
    }
    x->states[x->count++] = (state){parent, by, depth};
}

static uint32_t path_of(const explorer *x, uint32_t at, act out[DEPTH_MAX]) {
    uint32_t depth = x->states[at].depth;
    for (uint32_t i = depth; i > 0; i--, at = x->states[at].parent) out[i - 1] = x->states[at].by;
    return depth;
}

/* Go there from the beginning. */
static void walk_to(explorer *x, uint32_t at) {
    act path[DEPTH_MAX];
    uint32_t depth = path_of(x, at, path);
    rows_restore(x->engine, &x->begin);
    memset(&x->memory, 0, sizeof x->memory);
    memset(known_keys, 0, sizeof known_keys);
    x->events = 0;
    memcpy(x->hold_secret, x->at_hold, sizeof(tc_secret));
    memcpy(x->order_secret, x->at_order, sizeof(tc_secret));
    for (uint32_t i = 0; i < depth; i++) step(x, &path[i]);
    note(x);
}

static const char *name_of(const act *a) {
    static char text[64];
    static const char *const NAMES[] = {"none",   "buy",     "pay",     "cancel", "settle",
                                        "refund", "extend",  "release", "lease",  "answer",
                                        "forget", "webhook", "next",    "day"};
    snprintf(text, sizeof text, "%s/%u/%u", NAMES[a->kind], a->who, a->arg);
    return text;
}

static void tell_path(const explorer *x, uint32_t at, const act *last) {
    act path[DEPTH_MAX];
    uint32_t depth = path_of(x, at, path);
    printf("sagas: %s: %s\n  %s\n  path:", x->how->name, x->wrong, x->detail);
    for (uint32_t i = 0; i < depth; i++) printf(" %s", name_of(&path[i]));
    if (last) printf(" %s", name_of(last));
    printf("\n");
}

static uint32_t list_acts(const explorer *x, act *out) {
    static const uint8_t SAYS[] = {TC_PAYMENT_EVENT_AUTHORISED,     TC_PAYMENT_EVENT_DECLINED,
                                   TC_PAYMENT_EVENT_CAPTURED,       TC_PAYMENT_EVENT_CAPTURE_FAILED,
                                   TC_PAYMENT_EVENT_VOIDED,         TC_PAYMENT_EVENT_VOID_FAILED,
                                   TC_PAYMENT_EVENT_REFUNDED,       TC_PAYMENT_EVENT_REFUND_FAILED,
                                   TC_PAYMENT_EVENT_DISPUTE_OPENED, TC_PAYMENT_EVENT_DISPUTE_WON,
                                   TC_PAYMENT_EVENT_DISPUTE_LOST};
    uint32_t n = 0;
    for (uint8_t who = 0; who < x->how->orders; who++) {
        if (who) out[n++] = (act){ACT_BUY, who, TC_PAY_PROVIDER};
        out[n++] = (act){ACT_PAY, who, TC_PAY_PROVIDER};
        out[n++] = (act){ACT_PAY, who, TC_PAY_OFFLINE};
        for (uint8_t arg = 0; arg < 3; arg++) out[n++] = (act){ACT_CANCEL, who, arg};
        out[n++] = (act){ACT_SETTLE, who, 0};
        for (uint8_t arg = 0; arg < 4; arg++) out[n++] = (act){ACT_REFUND, who, arg};
        out[n++] = (act){ACT_EXTEND, who, 0};
        out[n++] = (act){ACT_RELEASE, who, 0};
    }
    out[n++] = (act){ACT_LEASE, 0, 0};
    out[n++] = (act){ACT_FORGET, 0, 0};
    out[n++] = (act){ACT_NEXT, 0, 0};
    out[n++] = (act){ACT_DAY, 0, 0};
    for (uint8_t c = 1; c < COMMANDS; c++) {
        for (uint8_t outcome = 1; x->at_memory.now[c] && outcome <= TC_OUTCOME_ABSENT; outcome++)
            out[n++] = (act){ACT_ANSWER, c, outcome};
        for (uint8_t outcome = 1; x->at_memory.before[c] && outcome <= 2; outcome++)
            out[n++] = (act){ACT_ANSWER, c, outcome | 8};
        for (size_t i = 0; is_known(c) && i < sizeof SAYS; i++)
            out[n++] = (act){ACT_WEBHOOK, c, SAYS[i]};
    }
    return n;
}

/* Try every step from a state. False: something is wrong. */
static bool expand(explorer *x, uint32_t at) {
    act acts[512];
    uint8_t keys[COMMANDS][16];
    walk_to(x, at);
    uint32_t n = list_acts(x, acts), events = x->events;
    memcpy(keys, known_keys, sizeof keys);
    for (uint32_t i = 0; i < n; i++) {
        load(x);
        x->events = events;
        memcpy(known_keys, keys, sizeof keys);
        x->transitions++;
        bool stepped = step(x, &acts[i]);
        uint64_t meaning = stepped ? meaning_of(x) : 0;
        x->trace = tci_checksum(&acts[i], sizeof acts[i], x->trace + at);
        x->trace = tci_checksum(&meaning, sizeof meaning, x->trace);
        if (!stepped || !is_new(x, meaning)) continue;
        push(x, at, acts[i], (uint8_t)(x->states[at].depth + 1));
        if (check(x) && ends(x)) continue;
        tell_path(x, at, &acts[i]);
        return false;
    }
    return true;
}

static bool explore(explorer *x, uint64_t *states, uint64_t *transitions, uint64_t *trace) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MEMORY | TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = INT64_C(1800000000000);
    options.seed = 7;
    must(tc_engine_open(NULL, &options, &x->engine, NULL) == TC_OK, "no engine");
    make_house(x);
    must(buy(x, 0, x->how->method), "no first order");
    rows_save(x->engine, &x->begin);
    note(x);
    push(x, 0, (act){0}, 0);
    is_new(x, meaning_of(x));
    bool good = check(x);
    uint32_t told = 0;
    for (uint32_t at = 0; good && at < x->count && x->states[at].depth < x->depth; at++) {
        good = expand(x, at);
        if (x->states[at].depth > told) {
            told = x->states[at].depth;
            fprintf(stderr, "sagas: %s: depth %u, %u states, %" PRIu64 " steps\n", x->how->name,
                    told, x->count, x->transitions);
        }
    }
    printf("%-24s depth=%u states=%u steps=%" PRIu64 " verified=%" PRIu64 " %s\n", x->how->name,
           x->depth, x->count, x->transitions, x->verified, good ? "ok" : "FAILED");
    fflush(stdout);
    *states += x->count;
    *transitions += x->transitions;
    *trace = tci_checksum(&x->trace, sizeof x->trace, *trace);
    tc_engine_close(x->engine, NULL);
    rows_free(&x->begin);
    rows_free(&x->at);
    free(x->states);
    free(x->seen);
    return good;
}

int main(int argc, char **argv) {
    uint32_t tier = 0, depth = 0, deepest = 0;
    const char *only = NULL;
    uint64_t states = 0, steps = 0, trace = 0;
    bool good = true, shorter = false;
    struct timespec began, ended;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--quick") == 0) tier = 0;
        else if (strcmp(argv[i], "--full") == 0) tier = 1;
        else if (strcmp(argv[i], "--soak") == 0) tier = 2;
        else if (strcmp(argv[i], "--short") == 0) shorter = true;
        else if (strcmp(argv[i], "--depth") == 0 && i + 1 < argc) depth = (uint32_t)atoi(argv[++i]);
        else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc) only = argv[++i];
        else if ((strcmp(argv[i], "--seed") == 0 || strcmp(argv[i], "--dir") == 0) && i + 1 < argc)
            i++; /* nothing here is drawn or written */
        else {
            fputs("prove_sagas [--quick | --full | --soak] [--depth N] [--only NAME] [--short]\n",
                  stderr);
            return 2;
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &began);
    for (uint32_t i = 0; i < SETUP_COUNT && good; i++) {
        explorer *x = calloc(1, sizeof *x);
        must(x != NULL, "memory is out");
        if (only && !strstr(SETUPS[i].name, only)) continue;
        x->how = &SETUPS[i];
        x->depth = depth ? depth : shorter ? 4 : SETUPS[i].depth[tier];
        if (x->depth > deepest) deepest = x->depth;
        good = explore(x, &states, &steps, &trace);
        free(x);
    }
    clock_gettime(CLOCK_MONOTONIC, &ended);
    printf("prove sagas: result=%s seed=0 seconds=%ld states=%" PRIu64 " steps=%" PRIu64
           " depth=%u trace=%016" PRIx64 "\n",
           good ? "ok" : "FAILED", (long)(ended.tv_sec - began.tv_sec), states, steps, deepest,
           trace);
    return good ? 0 : 1;
}
