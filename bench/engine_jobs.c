/* The engine as a subject, further: a gate, a worker of the outbox, the best seats, dead holds
 * given back, reads; and what goes on beside them. Everything is asked of the public headers. */
#include <stdlib.h>
#include <string.h>

#include "engine.h"

#define PREPARE 1000u
#define FEED_EVENTS 100u
#define SCANS 10000u

void engine_check(int32_t code, const char *what, const tc_error *error) {
    if (code < 0) bench_die(what, error->message);
}

bool engine_worker_has(bench_job job) {
    return job >= BENCH_GATE;
}

static void *room_for(size_t count, size_t size) {
    void *room = calloc(count, size);
    if (!room) bench_die("engine", "out of memory");
    return room;
}

/* --- before the clock starts ------------------------------------------------------------------ */

/* `count` sales, 1,000 a call, of the seats from the first of event number `event` on. */
static void sell_ahead(engine_subject *subject, uint64_t event, uint64_t count, bool orders,
                       uint64_t *tickets) {
    bench_shop shop = {.engine = subject->engine};
    shop_sale *sales = room_for(PREPARE, sizeof *sales);
    tc_command *commands = room_for(PREPARE, sizeof *commands);
    for (uint64_t at = 0; at < count; at += PREPARE) {
        uint32_t many = count - at < PREPARE ? (uint32_t)(count - at) : PREPARE;
        for (uint32_t i = 0; i < many; i++) {
            uint64_t n = at + i;
            shop_prepare_hold(&shop, &sales[i], subject->events[event + n / BENCH_EVENT_OPS],
                              (uint32_t)(n % BENCH_EVENT_OPS) * 2, 1);
            commands[i] = shop_command(TC_HOLD_CREATE, &sales[i].hold, &sales[i].held);
        }
        if (shop_batch(&shop, commands, many) != many) bench_die("engine", "holds made ahead");
        if (!orders) continue;
        for (uint32_t i = 0; i < many; i++) {
            shop_prepare_order(&shop, &sales[i], TC_PAY_PAID);
            commands[i] = shop_command(TC_ORDER_CREATE, &sales[i].order, &sales[i].ordered);
        }
        if (shop_batch(&shop, commands, many) != many) bench_die("engine", "orders made ahead");
        for (uint32_t i = 0; tickets && i < many; i++)
            memcpy(&tickets[(at + i) * 2], sales[i].tickets, sizeof sales[i].tickets);
    }
    free(sales);
    free(commands);
}

static void queue_messages(engine_subject *subject, uint64_t count) {
    bench_shop shop = {.engine = subject->engine};
    tc_message_create_request *letters = room_for(PREPARE, sizeof *letters);
    char(*addresses)[32] = room_for(PREPARE, sizeof *addresses);
    tc_command *commands = room_for(PREPARE, sizeof *commands);
    for (uint64_t at = 0; at < count; at += PREPARE) {
        uint32_t many = count - at < PREPARE ? (uint32_t)(count - at) : PREPARE;
        for (uint32_t i = 0; i < many; i++) {
            letters[i] = (tc_message_create_request)TC_MESSAGE_CREATE_REQUEST_INIT;
            snprintf(addresses[i], sizeof addresses[i], "b%llu@example.org",
                     (unsigned long long)(at + i));
            letters[i].kind = 1000; /* the host's own */
            letters[i].channel = TC_MESSAGE_EMAIL;
            letters[i].address = addresses[i];
            commands[i] = shop_command(TC_MESSAGE_CREATE, &letters[i], NULL);
        }
        if (shop_batch(&shop, commands, many) != many) bench_die("engine", "messages made ahead");
    }
    free(letters);
    free(addresses);
    free(commands);
}

static void let_die(engine_subject *subject) {
    tc_error error = TC_ERROR_INIT;
    int64_t now_ms;
    tc_snapshot *snapshot;
    engine_check(tc_engine_clock(subject->engine, &now_ms, &error), "clock", &error);
    engine_check(tc_engine_set_clock(subject->engine, now_ms + 2 * TC_HOLD_TTL_MS_DEFAULT, &error),
                 "clock", &error);
    engine_check(tc_snapshot_open(subject->engine, &snapshot, &error), "snapshot", &error);
    engine_check(tc_feed_ends(snapshot, NULL, &subject->expired_from, &error), "feed", &error);
    tc_snapshot_close(snapshot);
}

void engine_prepare(engine_subject *subject) {
    const bench_plan *plan = subject->plan;
    if (plan->job == BENCH_GATE) {
        subject->tickets = room_for(plan->ops_max + 1, sizeof *subject->tickets);
        sell_ahead(subject, 0, plan->ops_max / 2, true, subject->tickets);
    }
    if (plan->job == BENCH_OUTBOX) queue_messages(subject, plan->ops_max);
    if (bench_reads(plan->job)) sell_ahead(subject, 0, BENCH_EVENT_OPS / 2, true, NULL);
    if (plan->job == BENCH_EXPIRY) sell_ahead(subject, 0, plan->ops_max, false, NULL);
    if (plan->beside == BENCH_STORM)
        sell_ahead(subject, bench_events_of(plan), BENCH_STORM_HOLDS, false, NULL);
    if (plan->job == BENCH_EXPIRY || plan->beside == BENCH_STORM) let_die(subject);
}

/* --- a client --------------------------------------------------------------------------------- */

engine_worker *engine_worker_new(const engine_subject *subject) {
    tc_error error = TC_ERROR_INIT;
    engine_worker *mine = room_for(1, sizeof *mine);
    size_t batch = (size_t)subject->plan->batch;
    mine->of = subject;
    mine->room = room_for(BENCH_EVENT_SEATS + batch, sizeof(tc_feed_event));
    mine->commands = room_for(batch, sizeof *mine->commands);
    mine->requests =
        room_for(batch, sizeof(tc_message_answer_request) + sizeof(tc_checkin_scan_request));
    if (bench_reads(subject->plan->job))
        engine_check(tc_snapshot_open(subject->engine, &mine->snapshot, &error), "snapshot",
                     &error);
    return mine;
}

void engine_worker_free(engine_worker *mine) {
    tc_snapshot_close(mine->snapshot);
    free(mine->room);
    free(mine->commands);
    free(mine->requests);
    free(mine);
}

static uint32_t scan(engine_worker *mine, uint64_t n) {
    tc_checkin_scan_request ask = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result answer = TC_CHECKIN_SCAN_RESULT_INIT;
    tc_request_id_new(&ask.request_id);
    ask.event = mine->of->events[n / BENCH_EVENT_SEATS];
    ask.ticket = mine->of->tickets[n];
    ask.gate = 1;
    return tc_checkin_scan(mine->of->engine, &ask, &answer, NULL) == TC_OK &&
           answer.answer == TC_SCAN_VALID;
}

static uint32_t work_messages(engine_worker *mine, uint32_t count) {
    tc_error error = TC_ERROR_INIT;
    tc_message_lease_request ask = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result leased = TC_MESSAGE_LEASE_RESULT_INIT;
    tc_message_answer_request *answers = mine->requests;
    bench_shop shop = {.engine = mine->of->engine};
    ask.max = count;
    leased.messages = mine->room;
    leased.messages_capacity = count;
    engine_check(tc_message_lease(mine->of->engine, &ask, &leased, &error), "lease", &error);
    for (uint32_t i = 0; i < leased.messages_count; i++) {
        answers[i] = (tc_message_answer_request)TC_MESSAGE_ANSWER_REQUEST_INIT;
        tc_request_id_new(&answers[i].request_id);
        answers[i].message = leased.messages[i].message;
        answers[i].lease = leased.messages[i].lease;
        answers[i].outcome = TC_MESSAGE_OUTCOME_SENT;
        mine->commands[i] = shop_command(TC_MESSAGE_ANSWER, &answers[i], NULL);
    }
    return leased.messages_count ? shop_batch(&shop, mine->commands, leased.messages_count) : 0;
}

static uint32_t take_best(engine_worker *mine, uint64_t n) {
    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    tc_request_id_new(&best.request_id);
    best.event = mine->of->events[bench_place_of(mine->of->plan, n).event];
    best.quantity = 2;
    best.buyer = "buyer";
    return tc_hold_best(mine->of->engine, &best, NULL, NULL) == TC_OK;
}

/* What it gave back is counted in the feed afterwards. */
static bool give_back(engine_worker *mine, uint32_t count) {
    tc_error error = TC_ERROR_INIT;
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    tc_sweep_result swept = TC_SWEEP_RESULT_INIT;
    sweep.limit = count;
    engine_check(tc_sweep(mine->of->engine, &sweep, &swept, &error), "sweep", &error);
    return swept.left != 0;
}

/* `count` reads one after another. */
static uint32_t read_many(engine_worker *mine, uint32_t count) {
    tc_error error = TC_ERROR_INIT;
    uint64_t event = mine->of->events[0];
    tc_feed_cursor cursor = {0};
    bench_job job = mine->of->plan->job;
    uint32_t found = 0;
    size_t length;
    if (job != BENCH_READ_FRESH)
        engine_check(tc_snapshot_refresh(mine->snapshot, &error), "refresh", &error);
    for (uint32_t i = 0; i < count; i++) {
        if (job == BENCH_READ_FRESH)
            engine_check(tc_snapshot_refresh(mine->snapshot, &error), "refresh", &error);
        int32_t code = job == BENCH_READ_SEATS
                           ? tc_availability_seats(mine->snapshot, event, 0, mine->room,
                                                   BENCH_EVENT_SEATS, &found, NULL, &error)
                       : job == BENCH_READ_FEED
                           ? tc_feed_read(mine->snapshot, cursor, mine->room, FEED_EVENTS, &found,
                                          &cursor, &error)
                           : tc_availability_map(mine->snapshot, event, mine->room,
                                                 BENCH_EVENT_SEATS, &length, NULL, &error);
        engine_check(code, "read", &error);
        if (job == BENCH_READ_SEATS && found != BENCH_EVENT_SEATS) return i;
        if (job == BENCH_READ_FEED && found != FEED_EVENTS) cursor = (tc_feed_cursor){0};
    }
    return count;
}

uint32_t engine_worker_run(engine_worker *mine, uint64_t first, uint32_t count) {
    switch (mine->of->plan->job) {
    case BENCH_GATE: return scan(mine, first);
    case BENCH_OUTBOX: return work_messages(mine, count);
    case BENCH_BEST: return take_best(mine, first);
    case BENCH_EXPIRY: give_back(mine, count); return count;
    default: return read_many(mine, count);
    }
}

/* Of reads: one more pair of the event that is read, then of the next. */
static bool write_one(engine_worker *mine, uint64_t turn) {
    bench_shop shop = {.engine = mine->of->engine};
    uint64_t n = BENCH_EVENT_OPS / 2 + turn;
    shop_sale sale;
    if (n >= 2 * (uint64_t)BENCH_EVENT_OPS) return false;
    shop_prepare_hold(&shop, &sale, mine->of->events[n / BENCH_EVENT_OPS],
                      (uint32_t)(n % BENCH_EVENT_OPS) * 2, 1);
    return tc_hold_create(shop.engine, &sale.hold, &sale.held, NULL) == TC_OK;
}

bool engine_worker_beside(engine_worker *mine, uint64_t turn) {
    return mine->of->plan->beside == BENCH_STORM ? give_back(mine, 1000) : write_one(mine, turn);
}

/* --- what became of it ------------------------------------------------------------------------ */

static uint64_t admitted(engine_subject *subject, tc_snapshot *snapshot) {
    tc_error error = TC_ERROR_INIT;
    tc_scan_entry *scans = room_for(SCANS, sizeof *scans);
    uint64_t sum = 0;
    for (uint64_t i = 0; i < subject->event_count; i++) {
        uint64_t after = 0;
        uint32_t found = SCANS;
        while (found == SCANS) {
            engine_check(
                tc_checkin_list(snapshot, subject->events[i], after, scans, SCANS, &found, &error),
                "scans", &error);
            for (uint32_t k = 0; k < found; k++) sum += scans[k].answer == TC_SCAN_VALID;
            if (found) after = scans[found - 1].entry;
        }
    }
    free(scans);
    return sum;
}

static uint64_t sent(tc_snapshot *snapshot) {
    tc_error error = TC_ERROR_INIT;
    tc_message_list_request ask = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message *messages = room_for(10000, sizeof *messages);
    uint64_t sum = 0;
    ask.state = TC_MESSAGE_SENT;
    ask.limit = 10000;
    do {
        uint32_t found;
        messages[0] = (tc_message)TC_MESSAGE_INIT;
        engine_check(tc_message_list(snapshot, &ask, messages, &found, &ask.after, &error),
                     "messages", &error);
        sum += found;
    } while (ask.after);
    free(messages);
    return sum;
}

static uint64_t expired(const engine_subject *subject, tc_snapshot *snapshot) {
    tc_error error = TC_ERROR_INIT;
    tc_feed_event *events = room_for(SCANS, sizeof *events);
    tc_feed_cursor cursor = subject->expired_from;
    uint64_t sum = 0;
    uint32_t found;
    do {
        engine_check(tc_feed_read(snapshot, cursor, events, SCANS, &found, &cursor, &error), "feed",
                     &error);
        for (uint32_t i = 0; i < found; i++) sum += events[i].type == TC_FEED_HOLD_EXPIRED;
    } while (found);
    free(events);
    return sum;
}

uint64_t engine_worker_taken(engine_subject *subject) {
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot;
    uint64_t sum = 0;
    bench_job job = subject->plan->job;
    if (bench_reads(job)) return 0;
    engine_check(tc_snapshot_open(subject->engine, &snapshot, &error), "snapshot", &error);
    if (job == BENCH_GATE) sum = admitted(subject, snapshot);
    if (job == BENCH_OUTBOX) sum = sent(snapshot);
    if (job == BENCH_EXPIRY) sum = expired(subject, snapshot);
    tc_snapshot_close(snapshot);
    return sum;
}
