/* The hot operations, each in a function of its own whose name begins with measured_, so that
 * callgrind can count the instructions in it and in all that it calls. bench/instructions.py runs
 * this program and reads what was counted. Clock, seed and request ids repeat; what an operation
 * needs is prepared outside. Public headers only. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shop.h"

#define SEATS 10000u
#define BATCH 500u
#define SINGLE 200u
#define STARTS_MS INT64_C(1800000000000)

static bench_shop here;
static tc_error error = TC_ERROR_INIT;
static const char *path;
static uint64_t event;
static uint32_t next_seat;
static shop_sale *sales;      /* BATCH of them */
static tc_command *commands;  /* as many */
static void *requests, *room; /* as many of any request and result */
static tc_snapshot *snapshot;

static void need(int32_t code, const char *what) {
    shop_check(code, what, &error);
}

static void need_all(uint32_t done, uint32_t count, const char *what) {
    if (done == count) return;
    fprintf(stderr, "bench: %s: %u of %u were carried out\n", what, done, count);
    exit(1);
}

static void reopen_snapshot(void) {
    tc_snapshot_close(snapshot);
    need(tc_snapshot_open(here.engine, &snapshot, &error), "snapshot");
}

/* --- seats ------------------------------------------------------------------------------------ */

static void prepare_holds(uint32_t count) {
    for (uint32_t i = 0; i < count; i++, next_seat += 2) {
        shop_prepare_hold(&here, &sales[i], event, next_seat, 1);
        commands[i] = shop_command(TC_HOLD_CREATE, &sales[i].hold, &sales[i].held);
    }
}

static void run_batch(uint32_t count) {
    need_all(shop_batch(&here, commands, count), count, "batch");
}

static void hold_single(uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        need(tc_hold_create(here.engine, &sales[i].hold, &sales[i].held, &error), "hold");
}

static void prepare_refused(uint32_t count) {
    for (uint32_t i = 0; i < count; i++) shop_prepare_hold(&here, &sales[i], event, 0, 0);
}

static void hold_refused(uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (tc_hold_create(here.engine, &sales[i].hold, &sales[i].held, NULL) != TC_E_SEAT_TAKEN)
            need_all(i, count, "refused holds");
}

static void prepare_best(uint32_t count) {
    tc_hold_best_request *best = requests;
    for (uint32_t i = 0; i < count; i++) {
        best[i] = (tc_hold_best_request)TC_HOLD_BEST_REQUEST_INIT;
        shop_request_id(&here, &best[i].request_id);
        best[i].event = event;
        best[i].quantity = 2;
    }
}

static void hold_best(uint32_t count) {
    const tc_hold_best_request *best = requests;
    for (uint32_t i = 0; i < count; i++)
        need(tc_hold_best(here.engine, &best[i], NULL, &error), "best seats");
}

/* --- orders ----------------------------------------------------------------------------------- */

static void prepare_orders_as(uint32_t count, uint32_t method) {
    prepare_holds(count);
    run_batch(count);
    for (uint32_t i = 0; i < count; i++) {
        shop_prepare_order(&here, &sales[i], method);
        commands[i] = shop_command(TC_ORDER_CREATE, &sales[i].order, &sales[i].ordered);
    }
}

static void prepare_paid(uint32_t count) {
    prepare_orders_as(count, TC_PAY_PAID);
}

static void prepare_offline(uint32_t count) {
    prepare_orders_as(count, TC_PAY_OFFLINE);
}

static void order_single(uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        need(tc_order_create(here.engine, &sales[i].order, &sales[i].ordered, &error), "order");
}

static void prepare_confirm(uint32_t count) {
    prepare_offline(count);
    run_batch(count);
    tc_order_settle_request *settle = requests;
    for (uint32_t i = 0; i < count; i++) {
        settle[i] = (tc_order_settle_request)TC_ORDER_SETTLE_REQUEST_INIT;
        shop_request_id(&here, &settle[i].request_id);
        settle[i].order = sales[i].ordered.order;
        settle[i].amount_minor = sales[i].ordered.total_minor;
        memcpy(settle[i].currency, "EUR", 4);
        commands[i] = shop_command(TC_ORDER_SETTLE, &settle[i], NULL);
    }
}

/* --- tickets and messages: those of the orders above ------------------------------------------ */

static void prepare_scans(uint32_t count) {
    tc_checkin_scan_request *scan = requests;
    tc_checkin_scan_result *answer = room;
    prepare_paid(count);
    run_batch(count);
    for (uint32_t i = 0; i < count; i++) {
        scan[i] = (tc_checkin_scan_request)TC_CHECKIN_SCAN_REQUEST_INIT;
        shop_request_id(&here, &scan[i].request_id);
        scan[i].event = event;
        scan[i].ticket = sales[i].tickets[0];
        scan[i].gate = 1;
        answer[i] = (tc_checkin_scan_result)TC_CHECKIN_SCAN_RESULT_INIT;
        commands[i] = shop_command(TC_CHECKIN_SCAN, &scan[i], &answer[i]);
    }
}

static void prepare_barcodes(uint32_t count) {
    static char texts[BATCH][TC_BARCODE_MAX];
    tc_checkin_scan_request *scan = requests;
    prepare_scans(count);
    reopen_snapshot();
    for (uint32_t i = 0; i < count; i++) {
        size_t length;
        need(tc_ticket_barcode(snapshot, scan[i].ticket, NULL, texts[i], sizeof texts[i], &length,
                               &error),
             "barcode");
        scan[i].ticket = 0;
        scan[i].barcode = texts[i];
    }
}

static void checkin_single(uint32_t count) {
    const tc_checkin_scan_request *scan = requests;
    tc_checkin_scan_result *answer = room;
    for (uint32_t i = 0; i < count; i++) {
        need(tc_checkin_scan(here.engine, &scan[i], &answer[i], &error), "scan");
        if (answer[i].answer != TC_SCAN_VALID) need_all(i, count, "scans");
    }
}

static tc_message_lease_result leased;
static tc_leased_message letters[BATCH];

static void lease(uint32_t count) {
    tc_message_lease_request ask = TC_MESSAGE_LEASE_REQUEST_INIT;
    leased = (tc_message_lease_result)TC_MESSAGE_LEASE_RESULT_INIT;
    ask.max = count;
    leased.messages = letters;
    leased.messages_capacity = BATCH;
    need(tc_message_lease(here.engine, &ask, &leased, &error), "lease");
    need_all(leased.messages_count, count, "leases");
}

static void prepare_answers(uint32_t count) {
    tc_message_answer_request *answer = requests;
    lease(count);
    for (uint32_t i = 0; i < count; i++) {
        answer[i] = (tc_message_answer_request)TC_MESSAGE_ANSWER_REQUEST_INIT;
        shop_request_id(&here, &answer[i].request_id);
        answer[i].message = letters[i].message;
        answer[i].lease = letters[i].lease;
        answer[i].outcome = TC_MESSAGE_OUTCOME_SENT;
        commands[i] = shop_command(TC_MESSAGE_ANSWER, &answer[i], NULL);
    }
}

/* --- reads ------------------------------------------------------------------------------------ */

static void prepare_reads(uint32_t count) {
    (void)count;
    reopen_snapshot();
}

static void availability_counts(uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        tc_availability seats = TC_AVAILABILITY_INIT;
        need(tc_availability_get(snapshot, event, &seats, &error), "availability");
    }
}

static void availability_map(uint32_t count) {
    static uint8_t bits[SEATS / 4 + 1];
    size_t length;
    for (uint32_t i = 0; i < count; i++)
        need(tc_availability_map(snapshot, event, bits, sizeof bits, &length, NULL, &error), "map");
}

static void availability_seats(uint32_t count) {
    static tc_seat_status status[1000];
    uint32_t found;
    for (uint32_t i = 0; i < count; i++)
        need(tc_availability_seats(snapshot, event, 0, status, 1000, &found, NULL, &error),
             "seats");
}

static void seat_get(uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        tc_seat_view view = TC_SEAT_VIEW_INIT;
        need(tc_seat_get(snapshot, event, i * 7 % SEATS, &view, &error), "seat");
    }
}

static void prepare_hold_get(uint32_t count) {
    prepare_holds(count);
    run_batch(count);
    reopen_snapshot();
}

static void hold_get(uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        tc_hold_view view = TC_HOLD_VIEW_INIT;
        const tc_hold_create_result *held = &sales[i].held;
        need(tc_hold_get(snapshot, held->hold, &held->secret, &view, &error), "hold");
    }
}

static void feed_read(uint32_t count) {
    static tc_feed_event events[100];
    tc_feed_cursor cursor = {0};
    uint32_t found;
    for (uint32_t i = 0; i < count; i += 100) {
        need(tc_feed_read(snapshot, cursor, events, 100, &found, &cursor, &error), "feed");
        need_all(found, 100, "events of the feed");
    }
}

static void snapshot_open(uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        tc_snapshot *mine;
        need(tc_snapshot_open(here.engine, &mine, &error), "snapshot");
        tc_snapshot_close(mine);
    }
}

/* --- time, and the whole store ---------------------------------------------------------------- */

/* Holds that all die at one moment, and nothing else that does. */
static void prepare_sweep(uint32_t count) {
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    int64_t now_ms;
    need(tc_engine_clock(here.engine, &now_ms, &error), "clock");
    need(tc_engine_set_clock(here.engine, now_ms + TC_HOLD_TTL_MS_DEFAULT, &error), "clock");
    need(tc_sweep(here.engine, &sweep, NULL, &error), "sweep");
    prepare_holds(count);
    run_batch(count);
    need(tc_engine_set_clock(here.engine, now_ms + 2 * TC_HOLD_TTL_MS_DEFAULT, &error), "clock");
}

static void sweep_all(uint32_t count) {
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    tc_sweep_result swept = TC_SWEEP_RESULT_INIT;
    (void)count;
    need(tc_sweep(here.engine, &sweep, &swept, &error), "sweep");
    need_all(swept.left, 0, "what a sweep left");
}

static void open_store(bool memory, bool create) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MANUAL_CLOCK | (create ? TC_OPEN_CREATE : 0u) |
                    (memory ? TC_OPEN_MEMORY : TC_OPEN_RELAXED);
    options.clock_ms = STARTS_MS;
    options.seed = 7;
    options.map_bytes = UINT64_C(1) << 30;
    need(tc_engine_open(path, &options, &here.engine, &error), "open");
}

static void prepare_open(uint32_t count) {
    (void)count;
    tc_snapshot_close(snapshot);
    snapshot = NULL;
    need(tc_engine_close(here.engine, &error), "close");
}

static void open_close(uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        open_store(false, false);
        need(tc_engine_close(here.engine, &error), "close");
    }
}

/* --- the table -------------------------------------------------------------------------------- */

/* Called as it stands: a copy made for one caller would hide from the counter. */
#ifdef __clang__
#define AS_IT_STANDS __attribute__((noinline))
#else
#define AS_IT_STANDS __attribute__((noinline, noclone))
#endif

#define MEASURED(name, body)                                                                       \
    AS_IT_STANDS void measured_##name(uint32_t count);                                             \
    void measured_##name(uint32_t count) {                                                         \
        body(count);                                                                               \
    }
MEASURED(hold_batch, run_batch)
MEASURED(hold_single, hold_single)
MEASURED(hold_refused, hold_refused)
MEASURED(hold_best, hold_best)
MEASURED(order_paid_batch, run_batch)
MEASURED(order_paid_single, order_single)
MEASURED(order_offline_batch, run_batch)
MEASURED(order_confirm_batch, run_batch)
MEASURED(checkin_batch, run_batch)
MEASURED(checkin_barcode, checkin_single)
MEASURED(message_lease, lease)
MEASURED(message_answer_batch, run_batch)
MEASURED(availability_counts, availability_counts)
MEASURED(availability_map, availability_map)
MEASURED(availability_seats, availability_seats)
MEASURED(seat_get, seat_get)
MEASURED(hold_get, hold_get)
MEASURED(feed_read, feed_read)
MEASURED(snapshot_open, snapshot_open)
MEASURED(sweep, sweep_all)
MEASURED(open, open_close)

static const struct operation {
    const char *name, *what;
    void (*prepare)(uint32_t count);
    void (*run)(uint32_t count);
    uint32_t count; /* at most BATCH */
    bool needs_disk;
} OPERATIONS[] = {
#define OP(name, what, prepare, count)                                                             \
    { #name, what, prepare, measured_##name, count, false }
    OP(hold_batch, "a hold of two seats, 500 a call", prepare_holds, BATCH),
    OP(hold_single, "a hold of two seats, one a call", prepare_holds, SINGLE),
    OP(hold_refused, "a hold of seats that are taken", prepare_refused, SINGLE),
    OP(order_paid_batch, "a held order paid at the till, 500 a call", prepare_paid, BATCH),
    OP(order_paid_single, "the same, one a call", prepare_paid, SINGLE),
    OP(order_offline_batch, "an order that waits for its money, 500 a call", prepare_offline,
       BATCH),
    OP(order_confirm_batch, "its money came: tickets, 500 a call", prepare_confirm, BATCH),
    OP(checkin_batch, "a scan by ticket number, 500 a call", prepare_scans, BATCH),
    OP(checkin_barcode, "a scan of a signed barcode, one a call", prepare_barcodes, 50),
    OP(message_lease, "a message leased, 100 a call", prepare_reads, 100),
    OP(message_answer_batch, "a message answered, 100 a call", prepare_answers, 100),
    OP(availability_counts, "10,000 seats counted", prepare_reads, SINGLE),
    OP(availability_map, "10,000 seats in two bits each", prepare_reads, SINGLE),
    OP(availability_seats, "1,000 seats with versions", prepare_reads, SINGLE),
    OP(seat_get, "one seat read", prepare_reads, BATCH),
    OP(hold_get, "one hold read", prepare_hold_get, BATCH),
    OP(feed_read, "an event of the feed, 100 a call", prepare_reads, BATCH),
    OP(snapshot_open, "a snapshot opened and closed", prepare_reads, SINGLE),
    OP(sweep, "a dead hold swept", prepare_sweep, BATCH),
    /* Last of those that take seats, for it takes them out of their order. */
    OP(hold_best, "the best two seats of 10,000", prepare_best, SINGLE),
    {"open", "the store opened and closed", prepare_open, measured_open, 10, true},
};

int main(int argc, char **argv) {
    bool memory = argc == 3 && strcmp(argv[1], "memory") == 0;
    if (argc != 3 || (!memory && strcmp(argv[1], "disk") != 0)) {
        fprintf(stderr, "usage: bench_instructions memory|disk FOLDER\n");
        return 2;
    }
    size_t widest = sizeof(tc_order_create_request) + sizeof(tc_checkin_scan_request);
    path = argv[2];
    here.counted_ids = true;
    sales = calloc(BATCH, sizeof *sales);
    commands = calloc(BATCH, sizeof *commands);
    requests = calloc(BATCH, widest);
    room = calloc(BATCH, sizeof(tc_checkin_scan_result));
    if (!sales || !commands || !requests || !room) return 1;
    open_store(memory, true);
    shop_make_map(&here, SEATS);
    event = shop_make_event(&here);
    prepare_holds(BATCH);
    run_batch(BATCH); /* so that nothing is done here for the first time ever */
    for (size_t i = 0; i < sizeof OPERATIONS / sizeof OPERATIONS[0]; i++) {
        const struct operation *one = &OPERATIONS[i];
        if (one->needs_disk && memory) continue;
        one->prepare(one->count);
        one->run(one->count);
        printf("%s\t%u\t%s\n", one->name, one->count, one->what);
    }
    return 0;
}
