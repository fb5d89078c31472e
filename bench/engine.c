/* The engine's jobs: a store with as many events as the run needs, then buyers who hold two named
 * seats each (hold), or hold and buy them at the box office (confirm), one call each or in batches.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ticketcore/ticketcore.h>

#include "bench.h"

#define EVENT_SEATS 50000u
#define HOLDS_PER_EVENT (EVENT_SEATS / 2)
#define EVENTS_MAX 4096
#define SECTION_ROWS 50
#define ROW_SEATS 50

typedef struct bench_run {
    const bench_plan *plan;
    tc_engine *engine;
    uint64_t events[EVENTS_MAX];
    uint32_t types[EVENTS_MAX];
    uint64_t event_count;
    uint64_t capacity; /* operations there are seats for */
    _Atomic uint64_t next;
    _Atomic uint64_t failed;
    _Atomic bool stop;
    uint64_t ends_ns;
} bench_run;

typedef struct bench_buyer {
    bench_run *run;
    bench_times times;
    uint64_t ops;
    pthread_t thread;
} bench_buyer;

static void check(int32_t code, const char *what, const tc_error *error) {
    if (code < 0) bench_die(what, error->message);
}

/* A house of EVENT_SEATS seats as a CSV document. */
static char *house(size_t *length) {
    size_t capacity = (size_t)EVENT_SEATS * 48 + 256;
    char *text = malloc(capacity);
    if (!text) bench_die("house", "out of memory");
    size_t at = (size_t)snprintf(text, capacity, "name,section,row,seat,category,x,y\n");
    for (unsigned i = 0; i < EVENT_SEATS; i++) {
        unsigned section = i / (SECTION_ROWS * ROW_SEATS), row = i / ROW_SEATS % SECTION_ROWS;
        at += (size_t)snprintf(text + at, capacity - at, "%u,S%u,%u,%u,C%u,%u,%u\n", i, section,
                               row, i % ROW_SEATS + 1, row / 25,
                               (section % 5) * 30000 + i % ROW_SEATS * 500,
                               (section / 5) * 60000 + row * 900);
    }
    *length = at;
    return text;
}

static uint64_t make_map(tc_engine *engine) {
    tc_error error = TC_ERROR_INIT;
    tc_map_create_request create = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result made = TC_MAP_RESULT_INIT;
    size_t length;
    char *text = house(&length);
    create.name = "bench";
    create.text = text;
    create.text_bytes = length;
    create.form = TC_MAP_FORM_CSV;
    check(tc_map_create(engine, &create, &made, &error), "map", &error);
    free(text);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = made.map;
    check(tc_map_publish(engine, &publish, NULL, &error), "publish", &error);
    return made.map;
}

static void make_event(bench_run *run, uint64_t map, uint64_t at) {
    tc_error error = TC_ERROR_INIT;
    tc_event_create_request create = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    int64_t now_ms;
    check(tc_engine_clock(run->engine, &now_ms, &error), "clock", &error);
    create.name = "bench";
    create.map = map;
    create.starts_at_ms = now_ms + 86400000;
    create.currency = "EUR";
    create.status = TC_EVENT_ON_SALE;
    check(tc_event_create(run->engine, &create, &made, &error), "event", &error);
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    tc_ticket_type_result typed = TC_TICKET_TYPE_RESULT_INIT;
    type.event = made.event;
    type.name = "Full";
    type.price_minor = 5000;
    check(tc_ticket_type_create(run->engine, &type, &typed, &error), "ticket type", &error);
    run->events[at] = made.event;
    run->types[at] = typed.ticket_type;
}

/* Which event and seats the n-th operation takes: events are taken in groups of `spread`. */
static void place_of(const bench_run *run, uint64_t n, uint64_t *event, uint32_t *seat) {
    uint64_t spread = (uint64_t)run->plan->spread;
    uint64_t group = n / (HOLDS_PER_EVENT * spread), in_group = n % (HOLDS_PER_EVENT * spread);
    *event = group * spread + in_group % spread;
    *seat = (uint32_t)(in_group / spread) * 2;
}

/* Everything one operation needs, so that a batch can hold many. */
typedef struct bench_op {
    tc_hold_create_request hold;
    tc_hold_create_result held;
    tc_hold_seat seats[2];
    tc_order_create_request order;
    tc_order_create_result ordered;
    tc_order_item items[2];
} bench_op;

static void op_prepare(bench_run *run, bench_op *op, uint64_t n) {
    uint64_t event;
    uint32_t seat;
    place_of(run, n, &event, &seat);
    op->hold = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
    op->held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    tc_request_id_new(&op->hold.request_id);
    for (uint32_t i = 0; i < 2; i++) {
        op->seats[i] = (tc_hold_seat){run->events[event], seat + i, 1};
        op->items[i] = (tc_order_item){run->types[event], 1};
    }
    op->hold.seats = op->seats;
    op->hold.seats_count = 2;
    op->hold.buyer = "buyer";
}

static void op_prepare_order(bench_op *op, const tc_contact *contact) {
    op->order = (tc_order_create_request)TC_ORDER_CREATE_REQUEST_INIT;
    op->ordered = (tc_order_create_result)TC_ORDER_CREATE_RESULT_INIT;
    tc_request_id_new(&op->order.request_id);
    op->order.hold = op->held.hold;
    op->order.hold_secret = op->held.secret;
    op->order.items = op->items;
    op->order.items_count = 2;
    op->order.method = TC_PAY_PAID;
    op->order.contacts = contact;
    op->order.contacts_count = 1;
    op->order.reference = "till 1";
}

static const tc_contact CONTACT = {sizeof(tc_contact), TC_MESSAGE_EMAIL, "buyer@example.org", "en"};

static uint32_t run_batch(bench_run *run, bench_op *ops, tc_command *commands, int count,
                          bool orders) {
    uint32_t failed = 0;
    tc_error error = TC_ERROR_INIT;
    for (int i = 0; i < count; i++) {
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = orders ? TC_ORDER_CREATE : TC_HOLD_CREATE;
        commands[i].request = orders ? (const void *)&ops[i].order : (const void *)&ops[i].hold;
        commands[i].result = orders ? (void *)&ops[i].ordered : (void *)&ops[i].held;
    }
    check(tc_command_batch(run->engine, commands, (size_t)count, &error), "batch", &error);
    for (int i = 0; i < count; i++) failed += commands[i].code != TC_OK;
    return failed;
}

static uint32_t run_ops(bench_run *run, bench_op *ops, tc_command *commands, int count) {
    bool confirm = strcmp(run->plan->job, "confirm") == 0;
    uint32_t failed = 0;
    if (run->plan->batch > 1) {
        failed += run_batch(run, ops, commands, count, false);
        for (int i = 0; confirm && i < count; i++) op_prepare_order(&ops[i], &CONTACT);
        if (confirm) failed += run_batch(run, ops, commands, count, true);
        return failed;
    }
    failed += tc_hold_create(run->engine, &ops->hold, &ops->held, NULL) != TC_OK;
    if (confirm) {
        op_prepare_order(ops, &CONTACT);
        failed += tc_order_create(run->engine, &ops->order, &ops->ordered, NULL) != TC_OK;
    }
    return failed;
}

static void *buyer(void *argument) {
    bench_buyer *me = argument;
    bench_run *run = me->run;
    int batch = run->plan->batch;
    bench_op *ops = calloc((size_t)batch, sizeof *ops);
    tc_command *commands = calloc((size_t)batch, sizeof *commands);
    if (!ops || !commands) bench_die("buyer", "out of memory");
    while (!atomic_load_explicit(&run->stop, memory_order_relaxed)) {
        uint64_t first = atomic_fetch_add(&run->next, (uint64_t)batch);
        if (first + (uint64_t)batch > run->capacity) break;
        for (int i = 0; i < batch; i++) op_prepare(run, &ops[i], first + (uint64_t)i);
        uint64_t began = bench_now_ns();
        uint32_t failed = run_ops(run, ops, commands, batch);
        uint64_t ended = bench_now_ns();
        bench_times_add(&me->times, ended - began);
        me->ops += (uint64_t)batch - failed;
        if (failed) atomic_fetch_add(&run->failed, failed);
        if (ended > run->ends_ns) atomic_store(&run->stop, true);
    }
    free(ops);
    free(commands);
    return NULL;
}

static void open_run(bench_run *run, const bench_plan *plan) {
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    char path[4096];
    snprintf(path, sizeof path, "%s/engine", plan->folder);
    options.flags = TC_OPEN_CREATE | (plan->memory ? TC_OPEN_MEMORY : 0u);
    if (plan->relaxed) options.flags |= TC_OPEN_RELAXED;
    check(tc_engine_open(path, &options, &run->engine, &error), "open", &error);
    run->plan = plan;
    uint64_t spread = (uint64_t)plan->spread;
    uint64_t group = HOLDS_PER_EVENT * spread;
    run->event_count = (plan->ops_max + group - 1) / group * spread;
    if (run->event_count > EVENTS_MAX) run->event_count = EVENTS_MAX / spread * spread;
    run->capacity = run->event_count * HOLDS_PER_EVENT;
    if (run->capacity > plan->ops_max) run->capacity = plan->ops_max;
    uint64_t map = make_map(run->engine);
    for (uint64_t i = 0; i < run->event_count; i++) make_event(run, map, i);
}

void bench_engine(const bench_plan *plan, bench_found *found) {
    static bench_run run;
    memset(&run, 0, sizeof run);
    open_run(&run, plan);
    bench_buyer *buyers = calloc((size_t)plan->threads, sizeof *buyers);
    if (!buyers) bench_die("buyers", "out of memory");
    tc_engine_stat before = TC_ENGINE_STAT_INIT, after = TC_ENGINE_STAT_INIT;
    tc_engine_stat_get(run.engine, &before, NULL);
    uint64_t began = bench_now_ns();
    run.ends_ns = began + (uint64_t)(plan->seconds * 1e9);
    for (int i = 0; i < plan->threads; i++) {
        buyers[i].run = &run;
        if (pthread_create(&buyers[i].thread, NULL, buyer, &buyers[i]))
            bench_die("thread", "none left");
    }
    bench_times times = {0};
    for (int i = 0; i < plan->threads; i++) {
        pthread_join(buyers[i].thread, NULL);
        bench_times_merge(&times, &buyers[i].times);
        found->ops += buyers[i].ops;
    }
    found->seconds = (double)(bench_now_ns() - began) / 1e9;
    tc_engine_stat_get(run.engine, &after, NULL);
    found->failed = atomic_load(&run.failed);
    found->commits = after.commits - before.commits;
    found->file_bytes = after.file_bytes;
    found->p50_us = bench_times_at(&times, 0.5);
    found->p99_us = bench_times_at(&times, 0.99);
    found->max_us = (double)times.max_ns / 1000.0;
    free(buyers);
    tc_error error = TC_ERROR_INIT;
    check(tc_engine_close(run.engine, &error), "close", &error);
}
