/* Buying with a file of acknowledgements. An intent is written before whatever changes something
 * that was acknowledged, the acknowledgement after it; each is one append, by the kernel's own
 * call, so that no preloaded library cuts it in two. */
#include "buyer.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "harness.h"

typedef enum ack_what {
    ACK_HELD = 1,  /* hold `id` has the seats, with these versions */
    ACK_ORDERING,  /* hold `id` is about to become an order */
    ACK_SOLD,      /* order `id`; the seats with these versions */
    ACK_RELEASING, /* hold `id` */
    ACK_RELEASED,  /* hold `id` at `version` */
    ACK_REFUNDING, /* order `id` */
    ACK_REFUNDED   /* order `id` at `version` */
} ack_what;

typedef struct ack {
    uint32_t what;
    uint32_t version;
    uint64_t id;
    uint32_t seat[2];
    uint32_t seat_version[2];
} ack;

enum { PRICE_MINOR = 1000, MEMORY = 32, IDS_MAX = 65536 };

void hall_make(const char *folder) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_error error = TC_ERROR_INIT;
    tc_engine *engine;
    static char text[HALL_SEATS * 48 + 64];
    size_t at = (size_t)sprintf(text, "name,section,row,seat,category,x,y\n");
    for (int i = 0; i < HALL_SEATS; i++)
        at += (size_t)sprintf(text + at, "%d,Stalls,%d,%d,All,%d,%d\n", i, i / HALL_ROW_SEATS,
                              i % HALL_ROW_SEATS, i % HALL_ROW_SEATS * 50, i / HALL_ROW_SEATS * 90);
    options.flags = TC_OPEN_CREATE;
    options.map_bytes = 64u << 20;
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    int32_t code = tc_engine_open(folder, &options, &engine, &error);
    if (code != TC_OK) harness_die("the hall: %s %s", tc_error_name(code), error.message);
    map.name = "House";
    map.text = text;
    map.text_bytes = at;
    map.form = TC_MAP_FORM_CSV;
    code = tc_map_create(engine, &map, &mapped, &error);
    publish.map = event.map = mapped.map;
    if (code == TC_OK) code = tc_map_publish(engine, &publish, NULL, &error);
    event.name = "Rush";
    event.starts_at_ms = INT64_C(4102444800000);
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    if (code == TC_OK) code = tc_event_create(engine, &event, &made, &error);
    type.event = made.event;
    type.name = "Full";
    type.price_minor = PRICE_MINOR;
    if (code == TC_OK) code = tc_ticket_type_create(engine, &type, NULL, &error);
    if (code == TC_OK) code = tc_engine_close(engine, &error);
    if (code != TC_OK) harness_die("the hall: %s %s", tc_error_name(code), error.message);
}

/* ---- buying ---- */

typedef struct buyer {
    const buying *of;
    tc_engine *engine;
    uint64_t random;
    struct {
        uint64_t hold;
        tc_secret secret;
        ack held;
    } holds[MEMORY];
    uint32_t holds_count;
    ack orders[MEMORY];
    uint32_t orders_count;
} buyer;

static void write_ack(const buyer *me, uint32_t what, uint64_t id, uint32_t version,
                      const ack *seats) {
    ack one = {.what = what, .version = version, .id = id};
    if (seats) {
        memcpy(one.seat, seats->seat, sizeof one.seat);
        memcpy(one.seat_version, seats->seat_version, sizeof one.seat_version);
    }
    if (syscall(SYS_write, me->of->acks, &one, sizeof one) != (long)sizeof one) _exit(9);
}

/* Others are in the hall, so much may be refused; nothing else may happen. */
static int32_t fair(int32_t code) {
    int32_t class = tc_error_class(code);
    bool expected = class == TC_CLASS_REFUSED || class == TC_CLASS_CONFLICT;
    return code == TC_OK || (expected && code != TC_E_INVALID) ? TC_OK : code;
}

static int32_t take_two(buyer *me) {
    uint32_t row = random_below(&me->random, HALL_ROWS);
    uint32_t seat = row * HALL_ROW_SEATS + random_below(&me->random, HALL_ROW_SEATS - 1);
    const tc_hold_seat wish[2] = {{1, seat, 0}, {1, seat + 1, 0}};
    tc_hold_seat got[2];
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result made = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = wish;
    request.seats_count = 2;
    request.flags = TC_HOLD_ALLOW_ORPHANS;
    made.seats = got;
    made.seats_capacity = 2;
    int32_t code = tc_hold_create(me->engine, &request, &made, NULL);
    if (code != TC_OK) return fair(code);
    ack held = {.seat = {seat, seat + 1}, .seat_version = {got[0].version, got[1].version}};
    write_ack(me, ACK_HELD, made.hold, made.version, &held);
    if (me->holds_count == MEMORY) me->holds_count = 0;
    me->holds[me->holds_count].hold = made.hold;
    me->holds[me->holds_count].secret = made.secret;
    me->holds[me->holds_count++].held = held;
    return TC_OK;
}

static int32_t buy(buyer *me) {
    if (me->holds_count == 0) return take_two(me);
    uint32_t last = --me->holds_count;
    const tc_order_item items[2] = {{1, 1}, {1, 1}};
    tc_order_create_request request = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    request.hold = me->holds[last].hold;
    request.hold_secret = me->holds[last].secret;
    request.items = items;
    request.items_count = 2;
    request.method = TC_PAY_PAID;
    write_ack(me, ACK_ORDERING, request.hold, 0, NULL);
    int32_t code = tc_order_create(me->engine, &request, &made, NULL);
    if (code != TC_OK) return code;
    ack sold = me->holds[last].held;
    sold.seat_version[0]++;
    sold.seat_version[1]++;
    write_ack(me, ACK_SOLD, made.order, made.version, &sold);
    if (me->orders_count == MEMORY) me->orders_count = 0;
    sold.id = made.order;
    me->orders[me->orders_count++] = sold;
    return TC_OK;
}

static int32_t give_back(buyer *me) {
    if (me->holds_count == 0) return take_two(me);
    uint32_t last = --me->holds_count;
    tc_hold_release_request request = TC_HOLD_RELEASE_REQUEST_INIT;
    tc_hold_release_result made = TC_HOLD_RELEASE_RESULT_INIT;
    request.hold = me->holds[last].hold;
    request.secret = me->holds[last].secret;
    write_ack(me, ACK_RELEASING, request.hold, 0, NULL);
    if (me->of->ack_early) write_ack(me, ACK_RELEASED, request.hold, 2, NULL);
    int32_t code = tc_hold_release(me->engine, &request, &made, NULL);
    if (code != TC_OK) return code;
    write_ack(me, ACK_RELEASED, request.hold, made.version, NULL);
    return TC_OK;
}

static int32_t refund(buyer *me) {
    if (me->orders_count == 0) return buy(me);
    tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
    tc_order_refund_result made = TC_ORDER_REFUND_RESULT_INIT;
    request.order = me->orders[--me->orders_count].id;
    write_ack(me, ACK_REFUNDING, request.order, 0, NULL);
    int32_t code = tc_order_refund(me->engine, &request, &made, NULL);
    if (code != TC_OK) return code;
    write_ack(me, ACK_REFUNDED, request.order, made.version, NULL);
    return TC_OK;
}

int32_t buyer_run(const buying *work) {
    static int32_t (*const ACTIONS[])(buyer *) = {take_two, buy,       buy,      buy,
                                                  take_two, give_back, take_two, refund};
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    buyer me = {.of = work, .random = work->seed};
    options.map_bytes = 64u << 20;
    options.max_readers = 128;
    int32_t code = tc_engine_open(work->folder, &options, &me.engine, NULL);
    if (code != TC_OK) return code;
    for (uint32_t i = 0; code == TC_OK && (work->rounds == 0 || i < work->rounds); i++)
        code = ACTIONS[random_below(&me.random, 8)](&me);
    if (code == TC_OK) code = tc_engine_close(me.engine, NULL);
    return code;
}

/* ---- the audit ---- */

typedef struct told {
    uint8_t last;    /* an ack_what; 0: nothing was said */
    uint8_t settled; /* the last that was acknowledged, intents left out */
    uint32_t version;
    uint32_t seat[2], seat_version[2];
} told;

typedef struct auditor {
    told *holds, *orders; /* by id */
    uint64_t holds_end, orders_end;
    tc_snapshot *snapshot;
    audit_result *result;
} auditor;

static void say(audit_result *result, uint64_t *counter, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static void say(audit_result *result, uint64_t *counter, const char *format, ...) {
    if (result->lost + result->double_sold + result->money_drift + result->broken == 0) {
        va_list args;
        va_start(args, format);
        vsnprintf(result->sentence, sizeof result->sentence, format, args);
        va_end(args);
    }
    ++*counter;
}

static void take_ack(auditor *it, const ack *one) {
    bool of_order =
        one->what == ACK_SOLD || one->what == ACK_REFUNDING || one->what == ACK_REFUNDED;
    if (one->id >= IDS_MAX) harness_die("more than %d orders or holds in one round", IDS_MAX);
    told *about = of_order ? &it->orders[one->id] : &it->holds[one->id];
    uint64_t *end = of_order ? &it->orders_end : &it->holds_end;
    if (one->id >= *end) *end = one->id + 1;
    about->last = (uint8_t)one->what;
    if (one->what == ACK_ORDERING || one->what == ACK_RELEASING || one->what == ACK_REFUNDING)
        return;
    about->settled = (uint8_t)one->what;
    about->version = one->version;
    it->result->acks++;
    it->result->held += one->what == ACK_HELD;
    it->result->sold += one->what == ACK_SOLD;
    it->result->released += one->what == ACK_RELEASED;
    it->result->refunded += one->what == ACK_REFUNDED;
    if (one->what != ACK_HELD && one->what != ACK_SOLD) return;
    memcpy(about->seat, one->seat, sizeof about->seat);
    memcpy(about->seat_version, one->seat_version, sizeof about->seat_version);
}

static void read_acks(auditor *it, const char *path) {
    ack some[256];
    ssize_t got;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) harness_die("%s is not there", path);
    while ((got = read(fd, some, sizeof some)) > 0) {
        if ((size_t)got % sizeof *some) harness_die("half an acknowledgement");
        for (size_t i = 0; i < (size_t)got / sizeof *some; i++) take_ack(it, &some[i]);
    }
    close(fd);
}

/* Seats of something that nobody was about to change. */
static void check_seats(auditor *it, const told *about, const char *whose, uint64_t id,
                        uint32_t state) {
    for (int i = 0; i < 2; i++) {
        tc_seat_view seat = TC_SEAT_VIEW_INIT;
        int32_t code = tc_seat_get(it->snapshot, 1, about->seat[i], &seat, NULL);
        if (code == TC_OK && seat.state == state && seat.version == about->seat_version[i])
            continue;
        say(it->result, &it->result->lost,
            "seat %u of %s %llu: acknowledged with state %u, version %u; has %u, %u",
            about->seat[i], whose, (unsigned long long)id, state, about->seat_version[i],
            seat.state, seat.version);
    }
}

static void check_hold(auditor *it, uint64_t id) {
    const told *about = &it->holds[id];
    tc_hold_view hold = TC_HOLD_VIEW_INIT;
    int32_t code = tc_hold_peek(it->snapshot, id, &hold, NULL);
    uint32_t wanted = about->settled == ACK_HELD ? TC_HOLD_LIVE : TC_HOLD_RELEASED;
    if (code != TC_OK) {
        say(it->result, &it->result->lost, "hold %llu: %s", (unsigned long long)id,
            tc_error_name(code));
        return;
    }
    /* With an intent behind it, it may have gone one step further. */
    bool open = about->last != about->settled;
    bool same = hold.state == wanted && hold.version == about->version;
    if (!same && !(open && hold.version >= about->version))
        say(it->result, &it->result->lost,
            "hold %llu: acknowledged with state %u, version %u; has %u, %u", (unsigned long long)id,
            wanted, about->version, hold.state, hold.version);
    if (same && !open && wanted == TC_HOLD_LIVE) check_seats(it, about, "hold", id, TC_SEAT_HELD);
}

static void check_order(auditor *it, uint64_t id, uint8_t *sold) {
    const told *about = &it->orders[id];
    tc_order order = TC_ORDER_INIT;
    int32_t code = tc_order_get(it->snapshot, id, NULL, &order, NULL);
    uint32_t wanted = about->settled == ACK_SOLD ? TC_ORDER_SETTLED : TC_ORDER_REFUNDED;
    if (code != TC_OK) {
        say(it->result, &it->result->lost, "order %llu: %s", (unsigned long long)id,
            tc_error_name(code));
        return;
    }
    bool open = about->last != about->settled;
    bool same = order.state == wanted && order.version == about->version;
    if (!same && !(open && order.version >= about->version))
        say(it->result, &it->result->lost,
            "order %llu: acknowledged with state %u, version %u; has %u, %u",
            (unsigned long long)id, wanted, about->version, order.state, order.version);
    if (!same || wanted != TC_ORDER_SETTLED) return;
    if (!open) check_seats(it, about, "order", id, TC_SEAT_SOLD);
    for (int i = 0; i < 2; i++)
        if (sold[about->seat[i]]++)
            say(it->result, &it->result->double_sold, "seat %u is sold twice, again to order %llu",
                about->seat[i], (unsigned long long)id);
}

/* What is in the till is what the orders say was taken and not given back. */
static void check_till(auditor *it) {
    tc_ledger_balance all[2];
    uint32_t count = 0;
    int64_t till_minor = 0, orders_minor = 0;
    tc_order order = TC_ORDER_INIT;
    if (tc_ledger_balances(it->snapshot, all, 2, &count, NULL) != TC_OK) count = 0;
    for (uint32_t i = 0; i < count && i < 2; i++)
        till_minor += all[i].debit_minor[TC_ACCOUNT_CASH] - all[i].credit_minor[TC_ACCOUNT_CASH];
    for (uint64_t id = 1; tc_order_get(it->snapshot, id, NULL, &order, NULL) == TC_OK; id++)
        orders_minor += order.captured_minor - order.refunded_minor;
    if (till_minor != orders_minor)
        say(it->result, &it->result->money_drift, "the till holds %lld, the orders say %lld",
            (long long)till_minor, (long long)orders_minor);
}

static void check_whole(auditor *it) {
    tc_fault fault;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = &fault;
    report.faults_capacity = 1;
    int32_t code = tc_verify(it->snapshot, &report, NULL);
    if (code != TC_OK) say(it->result, &it->result->broken, "verify: %s", tc_error_name(code));
    else if (report.faults_count)
        say(it->result, &it->result->broken, "verify: %s: %.200s", fault.what, fault.sentence);
}

void buyer_audit(const char *folder, const char *acks, audit_result *result) {
    uint8_t sold[HALL_SEATS] = {0};
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine;
    auditor it = {.result = result};
    memset(result, 0, sizeof *result);
    options.map_bytes = 64u << 20;
    int32_t code = tc_engine_open(folder, &options, &engine, &error);
    if (code == TC_OK) code = tc_snapshot_open(engine, &it.snapshot, &error);
    if (code != TC_OK) {
        say(result, &result->broken, "the store does not open: %s: %.200s", tc_error_name(code),
            error.message);
        return;
    }
    it.holds = calloc(IDS_MAX, sizeof *it.holds);
    it.orders = calloc(IDS_MAX, sizeof *it.orders);
    if (!it.holds || !it.orders) harness_die("no memory");
    read_acks(&it, acks);
    for (uint64_t id = 1; id < it.holds_end; id++)
        if (it.holds[id].settled) check_hold(&it, id);
    for (uint64_t id = 1; id < it.orders_end; id++)
        if (it.orders[id].settled) check_order(&it, id, sold);
    check_till(&it);
    check_whole(&it);
    tc_snapshot_close(it.snapshot);
    tc_engine_close(engine, NULL);
    free(it.holds);
    free(it.orders);
}
