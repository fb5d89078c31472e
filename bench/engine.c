/* The engine as a subject: a store with as many events as the run needs, then buyers who hold two
 * named seats, or hold and buy them at the box office, one call each or in batches. Everything a
 * sale is happens: request id, seats, hold, order, ledger, tickets, message, feed. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine.h"

/* Everything one operation needs, so that a batch can hold many. */
typedef struct operation {
    tc_hold_create_request hold;
    tc_hold_create_result held;
    tc_hold_seat seats[2];
    tc_order_create_request order;
    tc_order_create_result ordered;
    tc_order_item items[2];
} operation;

typedef struct engine_client {
    const engine_subject *of;
    operation *operations;
    tc_command *commands;
    engine_worker *worker; /* of the jobs that are not here */
} engine_client;

/* A second process finds the events as they were made: in the order of their ids. */
static void find_events(engine_subject *subject, uint64_t count) {
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot;
    engine_check(tc_snapshot_open(subject->engine, &snapshot, &error), "snapshot", &error);
    for (uint64_t event = 1; subject->event_count < count; event++) {
        tc_ticket_type_view type = TC_TICKET_TYPE_VIEW_INIT;
        engine_check(tc_ticket_type_get(snapshot, event, 1, &type, &error), "ticket type", &error);
        subject->events[subject->event_count++] = event;
    }
    tc_snapshot_close(snapshot);
}

static void *open_engine(const bench_plan *plan, bool make) {
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    char path[4096];
    uint64_t count = bench_all_events_of(plan);
    engine_subject *subject = calloc(1, sizeof *subject);
    if (!subject) bench_die("engine", "out of memory");
    subject->plan = plan;
    subject->events = calloc(count, sizeof *subject->events);
    if (!subject->events) bench_die("engine", "out of memory");
    snprintf(path, sizeof path, "%s/engine", plan->folder);
    options.flags = TC_OPEN_CREATE | (plan->memory ? TC_OPEN_MEMORY : 0u);
    if (plan->relaxed) options.flags |= TC_OPEN_RELAXED;
    if (plan->job == BENCH_EXPIRY || plan->beside == BENCH_STORM) {
        options.flags |= TC_OPEN_MANUAL_CLOCK; /* so that holds die when it is time */
        options.clock_ms = (int64_t)time(NULL) * 1000;
    }
    engine_check(tc_engine_open(path, &options, &subject->engine, &error), "open", &error);
    if (make) {
        bench_shop shop = {.engine = subject->engine};
        shop_make_map(&shop, (uint32_t)bench_seats_of(plan));
        for (uint64_t i = 0; i < count; i++) subject->events[i] = shop_make_event(&shop);
        subject->event_count = count;
        engine_prepare(subject);
    } else {
        find_events(subject, count);
    }
    return subject;
}

static void close_engine(void *opened, bench_found *found) {
    engine_subject *subject = opened;
    tc_error error = TC_ERROR_INIT;
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    tc_engine_stat_get(subject->engine, &stat, NULL);
    found->file_bytes = stat.file_bytes;
    engine_check(tc_engine_close(subject->engine, &error), "close", &error);
    free(subject->events);
    free(subject->tickets);
    free(subject);
}

static uint64_t taken(void *opened) {
    engine_subject *subject = opened;
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot;
    uint64_t sum = 0, events = bench_events_of(subject->plan);
    if (engine_worker_has(subject->plan->job) && subject->plan->job != BENCH_BEST)
        return engine_worker_taken(subject);
    engine_check(tc_snapshot_open(subject->engine, &snapshot, &error), "snapshot", &error);
    for (uint64_t i = 0; i < events; i++) {
        tc_availability seats = TC_AVAILABILITY_INIT;
        engine_check(tc_availability_get(snapshot, subject->events[i], &seats, &error),
                     "availability", &error);
        sum += (uint64_t)seats.held + seats.sold;
    }
    tc_snapshot_close(snapshot);
    return sum;
}

static void *client(void *opened) {
    engine_client *mine = calloc(1, sizeof *mine);
    if (!mine) bench_die("client", "out of memory");
    mine->of = opened;
    mine->worker = engine_worker_new(opened);
    mine->operations = calloc((size_t)mine->of->plan->batch, sizeof *mine->operations);
    mine->commands = calloc((size_t)mine->of->plan->batch, sizeof *mine->commands);
    if (!mine->operations || !mine->commands) bench_die("client", "out of memory");
    return mine;
}

static void leave(void *client) {
    engine_client *mine = client;
    engine_worker_free(mine->worker);
    free(mine->operations);
    free(mine->commands);
    free(mine);
}

static void prepare_hold(const engine_client *mine, operation *one, uint64_t n) {
    bench_place place = bench_place_of(mine->of->plan, n);
    one->hold = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
    one->held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    tc_request_id_new(&one->hold.request_id);
    for (uint32_t i = 0; i < 2; i++) {
        one->seats[i] =
            (tc_hold_seat){mine->of->events[place.event], place.seat + i, place.version};
        one->items[i] = (tc_order_item){1, 1};
    }
    one->hold.seats = one->seats;
    one->hold.seats_count = 2;
    one->hold.buyer = "buyer";
}

static const tc_contact CONTACT = {sizeof(tc_contact), TC_MESSAGE_EMAIL, "buyer@example.org", "en"};

static void prepare_order(operation *one) {
    one->order = (tc_order_create_request)TC_ORDER_CREATE_REQUEST_INIT;
    one->ordered = (tc_order_create_result)TC_ORDER_CREATE_RESULT_INIT;
    tc_request_id_new(&one->order.request_id);
    one->order.hold = one->held.hold;
    one->order.hold_secret = one->held.secret;
    one->order.items = one->items;
    one->order.items_count = 2;
    one->order.method = TC_PAY_PAID;
    one->order.contacts = &CONTACT;
    one->order.contacts_count = 1;
    one->order.reference = "till 1";
}

static uint32_t run_batch(engine_client *mine, uint32_t count, bool orders) {
    uint32_t done = 0;
    tc_error error = TC_ERROR_INIT;
    for (uint32_t i = 0; i < count; i++) {
        operation *one = &mine->operations[i];
        mine->commands[i] = (tc_command)TC_COMMAND_INIT;
        mine->commands[i].kind = orders ? TC_ORDER_CREATE : TC_HOLD_CREATE;
        mine->commands[i].request = orders ? (const void *)&one->order : (const void *)&one->hold;
        mine->commands[i].result = orders ? (void *)&one->ordered : (void *)&one->held;
    }
    engine_check(tc_command_batch(mine->of->engine, mine->commands, count, &error), "batch",
                 &error);
    for (uint32_t i = 0; i < count; i++) done += mine->commands[i].code == TC_OK;
    return done;
}

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    engine_client *mine = client;
    tc_engine *engine = mine->of->engine;
    bool confirm = mine->of->plan->job == BENCH_CONFIRM;
    if (engine_worker_has(mine->of->plan->job))
        return engine_worker_run(mine->worker, first, count);
    for (uint32_t i = 0; i < count; i++) prepare_hold(mine, &mine->operations[i], first + i);
    if (count > 1) {
        uint32_t done = run_batch(mine, count, false);
        if (!confirm) return done;
        for (uint32_t i = 0; i < count; i++) prepare_order(&mine->operations[i]);
        return run_batch(mine, count, true);
    }
    operation *one = mine->operations;
    if (tc_hold_create(engine, &one->hold, &one->held, NULL) != TC_OK) return 0;
    if (!confirm) return 1;
    prepare_order(one);
    return tc_order_create(engine, &one->order, &one->ordered, NULL) == TC_OK;
}

static bool beside(void *client, uint64_t turn) {
    return engine_worker_beside(((engine_client *)client)->worker, turn);
}

const bench_subject bench_engine = {.name = "ticketcore",
                                    .settings = "defaults; every part of a sale is done",
                                    .open = open_engine,
                                    .client = client,
                                    .run = run,
                                    .beside = beside,
                                    .leave = leave,
                                    .taken = taken,
                                    .close = close_engine};
