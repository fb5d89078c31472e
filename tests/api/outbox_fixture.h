/* An engine with an outbox, a manual clock and short words for what the tests of messages do.
 * Public headers only. */
#ifndef TEST_OUTBOX_FIXTURE_H
#define TEST_OUTBOX_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ticketcore/ticketcore.h"

static const int64_t T0 = 1750000000000;

typedef struct fixture {
    tc_engine *engine;
    int64_t now_ms;
} fixture;

static inline fixture *open_engine(const char *path) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | (path ? 0u : (uint32_t)TC_OPEN_MEMORY);
    options.clock_ms = f->now_ms = T0;
    options.seed = 42;
    assert_int_equal(tc_engine_open(path, &options, &f->engine, NULL), TC_OK);
    return f;
}

static inline int setup(void **state) {
    *state = open_engine(NULL);
    return 0;
}

/* Whatever a test did, the store's invariants hold. */
static inline void verify(tc_engine *engine) {
    tc_snapshot *snapshot;
    tc_fault faults[4];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = 4;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    for (uint64_t i = 0; i < report.faults_count && i < 4; i++)
        print_error("%s %llu: %s\n", faults[i].what, (unsigned long long)faults[i].subject,
                    faults[i].sentence);
    assert_int_equal(report.faults_count, 0);
    tc_snapshot_close(snapshot);
}

static inline int teardown(void **state) {
    fixture *f = *state;
    verify(f->engine);
    int32_t code = tc_engine_close(f->engine, NULL);
    free(f);
    return code;
}

static inline void pass(fixture *f, int64_t ms) {
    f->now_ms += ms;
    assert_int_equal(tc_engine_set_clock(f->engine, f->now_ms, NULL), TC_OK);
}

static inline tc_message_create_request request_of(uint32_t channel, const char *address) {
    tc_message_create_request request = TC_MESSAGE_CREATE_REQUEST_INIT;
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = channel;
    request.address = address;
    return request;
}

static inline uint64_t queue(fixture *f, uint32_t channel, const char *address) {
    tc_message_create_request request = request_of(channel, address);
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.duplicate, 0);
    return result.message;
}

static inline uint32_t lease(fixture *f, uint32_t channels, uint32_t max, tc_leased_message *out,
                             int64_t *next_due_ms) {
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    request.channels = channels;
    request.max = max;
    request.lease_ms = 30000;
    request.worker = 5;
    result.messages = out;
    result.messages_capacity = max;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_OK);
    if (next_due_ms) *next_due_ms = result.next_due_ms;
    return result.messages_count;
}

static inline int32_t answer(fixture *f, const tc_leased_message *message, uint32_t outcome,
                             tc_message_answer_result *result) {
    tc_message_answer_request request = TC_MESSAGE_ANSWER_REQUEST_INIT;
    request.message = message->message;
    request.lease = message->lease;
    request.outcome = outcome;
    request.receipt = "ref-1";
    return tc_message_answer(f->engine, &request, result, NULL);
}

/* State of a message, and its rendered texts copied out where room is given. */
static inline tc_message get(fixture *f, uint64_t id, char *subject, char *body) {
    tc_snapshot *snapshot;
    tc_message message = TC_MESSAGE_INIT;
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_message_get(snapshot, id, &message, NULL), TC_OK);
    assert_int_equal(strlen(message.body), message.body_length);
    if (subject) strcpy(subject, message.subject);
    if (body) strcpy(body, message.body);
    tc_snapshot_close(snapshot);
    message.address = message.locale = message.receipt = message.subject = message.body = NULL;
    return message;
}

static inline uint64_t commits(fixture *f) {
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    assert_int_equal(tc_engine_stat_get(f->engine, &stat, NULL), TC_OK);
    return stat.commits;
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
