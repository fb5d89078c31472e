/* The payment worker: leases payment commands, carries them to the provider, and brings back what
 * it says, when it says it: answers and events, late, twice, or never. What it still had to bring
 * when it is killed is lost, as it would be; the engine then asks by a query. */
#include "demo.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "provider.h"

enum {
    LEASE_MAX = 64,
    IDLE_MS = 4,
    BATCH_MAX = 256,
    NETWORK_LEAST_MS = 15, /* every answer takes so long at least */
    NETWORK_MOST_MS = 120,
    TIMEOUT_MS = 400,    /* the worker gives up waiting for an answer */
    PERCENT_FORGET = 40, /* of lost answers nobody reports: the lease runs out */
    LATE_LEAST_MS = 300,
    RECOVERY_MS = 1500,
    LATE_BEYOND_MS = 4000 /* late money comes up to so long after its hold died */
};

/* Something to be brought to the engine. */
typedef struct delivery {
    int64_t due_us;
    bool event;
    tc_payment_command command;
    provider_reply reply;
} delivery;

typedef struct courier {
    const demo_options *options;
    tc_engine *engine;
    provider *provider;
    demo_random random;
    delivery *deliveries; /* in no order */
    size_t count, room;
    bool recovered;
} courier;

/* Of a thousand: how the provider fails. */
static void choose_moods(provider_options *how, int64_t ttl_ms) {
    how->late_least_ms = LATE_LEAST_MS;
    how->late_most_ms = ttl_ms + LATE_BEYOND_MS;
    static const struct {
        uint8_t kind;
        uint16_t decline, busy, deaf, mute, twice, late, event, event_first;
    } MOODS[] = {
        {TC_PAYMENT_AUTHORISE, 90, 40, 15, 20, 40, 40, 15, 30},
        {TC_PAYMENT_CHARGE, 90, 40, 15, 20, 40, 40, 15, 30},
        {TC_PAYMENT_CAPTURE, 2, 20, 10, 15, 40, 15, 15, 20},
        {TC_PAYMENT_VOID, 0, 30, 15, 15, 40, 15, 15, 20},
        {TC_PAYMENT_REFUND, 0, 30, 15, 15, 40, 15, 15, 20},
        {TC_PAYMENT_QUERY, 0, 40, 20, 20, 30, 10, 0, 0},
    };
    for (size_t i = 0; i < sizeof MOODS / sizeof MOODS[0]; i++) {
        uint16_t *mood = how->permille[MOODS[i].kind];
        mood[PROVIDER_DECLINE] = MOODS[i].decline;
        mood[PROVIDER_BUSY] = MOODS[i].busy;
        mood[PROVIDER_DEAF] = MOODS[i].deaf;
        mood[PROVIDER_MUTE] = MOODS[i].mute;
        mood[PROVIDER_TWICE] = MOODS[i].twice;
        mood[PROVIDER_LATE] = MOODS[i].late;
        mood[PROVIDER_EVENT] = MOODS[i].event;
        mood[PROVIDER_EVENT_FIRST] = MOODS[i].event_first;
    }
}

static bool add_delivery(courier *c, const tc_payment_command *command, const provider_reply *reply,
                         bool event, int64_t after_ms) {
    if (c->count == c->room) {
        size_t room = c->room ? c->room * 2 : 256;
        delivery *more = realloc(c->deliveries, room * sizeof *more);
        if (!more) return false;
        c->deliveries = more;
        c->room = room;
    }
    int64_t network_ms =
        NETWORK_LEAST_MS + demo_random_below(&c->random, NETWORK_MOST_MS - NETWORK_LEAST_MS);
    c->deliveries[c->count++] =
        (delivery){.due_us = demo_clock_us() + (after_ms + network_ms) * 1000,
                   .event = event,
                   .command = *command,
                   .reply = *reply};
    return true;
}

static bool carry_out(courier *c, const tc_payment_command *command) {
    provider_reply reply;
    if (!provider_do(c->provider, command, &reply)) {
        fprintf(stderr, "demo: the provider's books cannot be written\n");
        return false;
    }
    bool good = true;
    for (uint32_t i = 0; i < reply.answers; i++)
        good = add_delivery(c, command, &reply, false, reply.answer_after_ms) && good;
    for (uint32_t i = 0; i < reply.events; i++)
        good = add_delivery(c, command, &reply, true, reply.event_after_ms) && good;
    if (reply.answers == 0 && !demo_random_percent(&c->random, PERCENT_FORGET))
        good = add_delivery(c, command, &reply, false, TIMEOUT_MS) && good;
    return good;
}

/* Refusals the engine may rightly answer to what comes late, twice or out of order. */
static bool is_expected(int32_t code) {
    switch (code) {
    case TC_OK:
    case TC_E_LEASE_LOST:
    case TC_E_STATE: return true;
    default: return tc_error_class(code) == TC_CLASS_RETRY;
    }
}

/* Bring everything that is due, in one batch: one flush for all of it. */
static int32_t deliver(courier *c, tc_error *error) {
    static tc_command commands[BATCH_MAX];
    static delivery due[BATCH_MAX];
    static union {
        tc_payment_answer_request answer;
        tc_payment_event_request event;
    } requests[BATCH_MAX];
    int64_t now_us = demo_clock_us();
    uint32_t count = 0;
    for (size_t i = 0; i < c->count && count < BATCH_MAX;) {
        if (c->deliveries[i].due_us > now_us) {
            i++;
            continue;
        }
        due[count++] = c->deliveries[i];
        c->deliveries[i] = c->deliveries[--c->count];
    }
    if (count == 0) return TC_OK;
    for (uint32_t i = 0; i < count; i++) {
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = due[i].event ? TC_PAYMENT_EVENT : TC_PAYMENT_ANSWER;
        commands[i].request = &requests[i];
        if (due[i].event) provider_fill_event(&due[i].reply, &requests[i].event);
        else provider_fill_answer(&due[i].reply, &due[i].command, &requests[i].answer);
    }
    int32_t code = tc_command_batch(c->engine, commands, count, error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        if (is_expected(commands[i].code)) continue;
        fprintf(stderr, "demo: order %" PRIu64 ": the engine answers %s to %s %s of %s\n",
                due[i].command.order, tc_error_name(commands[i].code),
                due[i].event ? "the event" : "the answer",
                due[i].event ? due[i].reply.event_id : "",
                tc_payment_kind_name(due[i].command.kind));
        if (tc_error_class(commands[i].code) >= TC_CLASS_STORE) code = commands[i].code;
    }
    return code;
}

/* The doors are shut: nothing fails by chance any more, and what is still on its way comes soon. */
static void recover(courier *c) {
    int64_t latest_us = demo_clock_us() + RECOVERY_MS * 1000;
    provider_recover(c->provider);
    for (size_t i = 0; i < c->count; i++)
        if (c->deliveries[i].due_us > latest_us) c->deliveries[i].due_us = latest_us;
    c->recovered = true;
}

static int32_t work_once(courier *c, uint32_t *count, tc_error *error) {
    static tc_payment_command commands[LEASE_MAX];
    tc_payment_lease_request request = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result result = TC_PAYMENT_LEASE_RESULT_INIT;
    request.worker = c->options->incarnation + 1;
    request.max = LEASE_MAX;
    /* As long as a hold lives: what a dead worker had leased is asked about too late for some. */
    request.lease_ms = (uint32_t)c->options->ttl_ms;
    result.commands = commands;
    result.commands_capacity = LEASE_MAX;
    *count = 0;
    int32_t code = tc_payment_lease(c->engine, &request, &result, error);
    for (uint32_t i = 0; code == TC_OK && i < result.commands_count; i++, ++*count)
        if (!carry_out(c, &commands[i])) code = TC_E_IO;
    return code == TC_OK ? deliver(c, error) : code;
}

int demo_payments(const demo_options *options) {
    courier c = {.options = options};
    tc_error error = TC_ERROR_INIT;
    char path[DEMO_PATH_MAX];
    provider_options how = {.seed = options->seed + options->incarnation};
    if (!demo_path(path, options->books, DEMO_PROVIDER_BOOKS)) return 1;
    demo_random_seed(&c.random, options->seed, 0xBA7 + options->incarnation);
    how.books = path;
    choose_moods(&how, options->ttl_ms);
    c.provider = provider_open(&how);
    if (!c.provider) {
        fprintf(stderr, "demo: cannot open the provider's books %s\n", path);
        return 1;
    }
    int32_t code = tc_engine_open(options->store, NULL, &c.engine, &error);
    while (code == TC_OK && !demo_child_leaving()) {
        uint32_t count = 0;
        if (demo_child_closing() && !c.recovered) recover(&c);
        code = work_once(&c, &count, &error);
        if (tc_error_class(code) == TC_CLASS_RETRY) code = TC_OK;
        if (count < LEASE_MAX) demo_sleep_ms(IDLE_MS);
    }
    int failed = code == TC_OK ? 0 : demo_say_error("the payment worker stopped", &error);
    (void)tc_engine_close(c.engine, NULL);
    provider_close(c.provider);
    free(c.deliveries);
    return failed;
}
