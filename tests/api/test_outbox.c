/* The outbox from outside: queue, lease, answer, retry, dead letters, order within a recipient,
 * dedupe, not-before, templates and what a message says. On the memory store and in a folder. */
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

static fixture *open_engine(const char *path) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | (path ? 0u : (uint32_t)TC_OPEN_MEMORY);
    options.clock_ms = f->now_ms = T0;
    options.seed = 42;
    assert_int_equal(tc_engine_open(path, &options, &f->engine, NULL), TC_OK);
    return f;
}

static int setup(void **state) {
    *state = open_engine(NULL);
    return 0;
}

/* Whatever a test did, the store's invariants hold. */
static void verify(tc_engine *engine) {
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

static int teardown(void **state) {
    fixture *f = *state;
    verify(f->engine);
    int32_t code = tc_engine_close(f->engine, NULL);
    free(f);
    return code;
}

static void pass(fixture *f, int64_t ms) {
    f->now_ms += ms;
    assert_int_equal(tc_engine_set_clock(f->engine, f->now_ms, NULL), TC_OK);
}

static tc_message_create_request request_of(uint32_t channel, const char *address) {
    tc_message_create_request request = TC_MESSAGE_CREATE_REQUEST_INIT;
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = channel;
    request.address = address;
    return request;
}

static uint64_t queue(fixture *f, uint32_t channel, const char *address) {
    tc_message_create_request request = request_of(channel, address);
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.duplicate, 0);
    return result.message;
}

static uint32_t lease(fixture *f, uint32_t channels, uint32_t max, tc_leased_message *out,
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

static int32_t answer(fixture *f, const tc_leased_message *message, uint32_t outcome,
                      tc_message_answer_result *result) {
    tc_message_answer_request request = TC_MESSAGE_ANSWER_REQUEST_INIT;
    request.message = message->message;
    request.lease = message->lease;
    request.outcome = outcome;
    request.receipt = "ref-1";
    return tc_message_answer(f->engine, &request, result, NULL);
}

/* State of a message, and its rendered texts copied out where room is given. */
static tc_message get(fixture *f, uint64_t id, char *subject, char *body) {
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

static uint64_t commits(fixture *f) {
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    assert_int_equal(tc_engine_stat_get(f->engine, &stat, NULL), TC_OK);
    return stat.commits;
}

static void test_queue(void **state) {
    fixture *f = *state;
    uint64_t id = queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(id, 1);
    tc_message message = get(f, id, NULL, NULL);
    assert_int_equal(message.state, TC_MESSAGE_QUEUED);
    assert_int_equal(message.attempts, 0);
    assert_int_equal(message.attempts_max, TC_MESSAGE_ATTEMPTS_DEFAULT);
    assert_int_equal(message.queued_at_ms, T0);
    assert_int_equal(message.done_at_ms, 0);
}

static void test_numbers_grow(void **state) {
    fixture *f = *state;
    for (uint64_t i = 1; i <= 5; i++) assert_int_equal(queue(f, TC_MESSAGE_SMS, "+43"), i);
}

static void test_lease_and_send(void **state) {
    fixture *f = *state;
    uint64_t id = queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    tc_leased_message got;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(got.message, id);
    assert_int_equal(got.attempts, 1);
    assert_int_equal(got.lease_until_ms, T0 + 30000);
    assert_int_equal(got.channel, TC_MESSAGE_EMAIL);
    assert_int_equal(got.kind, TC_MESSAGE_CUSTOM);
    tc_message message = get(f, id, NULL, NULL);
    assert_int_equal(message.state, TC_MESSAGE_LEASED);
    assert_int_equal(message.worker, 5);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_SENT, &result), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_SENT);
    assert_int_equal(result.next_due_ms, 0);
    message = get(f, id, NULL, NULL);
    assert_int_equal(message.state, TC_MESSAGE_SENT);
    assert_int_equal(message.done_at_ms, T0);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
}

static void test_leased_is_not_leased_again(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    int64_t next;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(lease(f, 0, 1, &got, &next), 0);
    assert_int_equal(next, T0 + 30000);
}

static void test_lease_runs_out(void **state) {
    fixture *f = *state;
    tc_leased_message first, second;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &first, NULL), 1);
    pass(f, 29999);
    assert_int_equal(lease(f, 0, 1, &second, NULL), 0);
    pass(f, 1);
    assert_int_equal(lease(f, 0, 1, &second, NULL), 1);
    assert_int_equal(second.message, first.message);
    assert_int_equal(second.attempts, 2);
    assert_int_equal(answer(f, &first, TC_MESSAGE_OUTCOME_SENT, NULL), TC_E_LEASE_LOST);
    assert_int_equal(answer(f, &second, TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
}

static void test_late_answer_counts(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    pass(f, 100000);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
}

static void test_answer_once(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_SENT, NULL), TC_E_LEASE_LOST);
    got.message = 99;
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_SENT, NULL), TC_E_NOT_FOUND);
}

static void test_backoff(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    for (int64_t n = 1; n <= 6; n++) {
        assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
        assert_int_equal(got.attempts, n);
        assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_RETRY, &result), TC_OK);
        assert_int_equal(result.state, TC_MESSAGE_QUEUED);
        int64_t wait = result.next_due_ms - f->now_ms, base = n * n * n * n * 1000;
        assert_true(wait >= base - base / 10 && wait <= base + base / 10 + 1);
        pass(f, wait - 1);
        assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
        pass(f, 1);
    }
}

static void test_backoff_is_capped(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_leased_message got;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    request.attempts_max = TC_ATTEMPTS_MAX;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    for (int n = 1; n <= 30; n++) {
        assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
        assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_RETRY, &result), TC_OK);
        assert_true(result.next_due_ms - f->now_ms <= TC_MESSAGE_RETRY_MS_MAX);
        pass(f, result.next_due_ms - f->now_ms);
    }
}

static void test_retry_after(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_answer_request request = TC_MESSAGE_ANSWER_REQUEST_INIT;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    request.message = got.message;
    request.lease = got.lease;
    request.outcome = TC_MESSAGE_OUTCOME_RETRY;
    request.retry_after_ms = 5000;
    assert_int_equal(tc_message_answer(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.next_due_ms, T0 + 5000);
}

static void test_dead_after_attempts(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_leased_message got;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    request.attempts_max = 2;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_RETRY, &result), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_QUEUED);
    pass(f, 10000);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_RETRY, &result), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_DEAD);
    pass(f, 10000000);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
}

static void test_dead_by_lost_leases(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_leased_message got;
    request.attempts_max = 2;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
        pass(f, 30000);
    }
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
    assert_int_equal(get(f, 1, NULL, NULL).state, TC_MESSAGE_DEAD);
}

static void test_failed_for_good(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_FAILED, &result), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_DEAD);
}

static void test_revive(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_retry_request request = TC_MESSAGE_RETRY_REQUEST_INIT;
    tc_message_retry_result result = TC_MESSAGE_RETRY_RESULT_INIT;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_FAILED, NULL), TC_OK);
    request.message = got.message;
    assert_int_equal(tc_message_retry(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_QUEUED);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(got.attempts, 1);
    assert_int_equal(tc_message_retry(f->engine, &request, &result, NULL), TC_E_STATE);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(tc_message_retry(f->engine, &request, &result, NULL), TC_E_STATE);
    request.message = 77;
    assert_int_equal(tc_message_retry(f->engine, &request, &result, NULL), TC_E_NOT_FOUND);
}

static void test_retry_now(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_retry_request request = TC_MESSAGE_RETRY_REQUEST_INIT;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_RETRY, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
    request.message = 1;
    assert_int_equal(tc_message_retry(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(got.attempts, 2);
}

static void test_cancel(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_cancel_request request = TC_MESSAGE_CANCEL_REQUEST_INIT;
    tc_message_cancel_result result = TC_MESSAGE_CANCEL_RESULT_INIT;
    request.message = queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(tc_message_cancel(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_CANCELLED);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
    assert_int_equal(tc_message_cancel(f->engine, &request, &result, NULL), TC_E_STATE);
    request.message = 12;
    assert_int_equal(tc_message_cancel(f->engine, &request, &result, NULL), TC_E_NOT_FOUND);
}

static void test_cancel_by_answer(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    tc_message_answer_result result = TC_MESSAGE_ANSWER_RESULT_INIT;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_CANCEL, &result), TC_OK);
    assert_int_equal(result.state, TC_MESSAGE_CANCELLED);
}

static void test_not_before(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_leased_message got;
    int64_t next;
    request.not_before_ms = T0 + 1000;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, &next), 0);
    assert_int_equal(next, T0 + 1000);
    pass(f, 999);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
    pass(f, 1);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
}

static void test_dated_do_not_block(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "later@example.org");
    tc_leased_message got[4];
    request.not_before_ms = T0 + 1000;
    for (int i = 0; i < 3; i++)
        assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    uint64_t id = queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 4, got, NULL), 1);
    assert_int_equal(got[0].message, id);
}

static void test_dedupe(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    request.dedupe_key = "reminder/4711";
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.duplicate, 0);
    request.address = "bob@example.org";
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.duplicate, 1);
    assert_int_equal(result.message, 1);
    request.dedupe_key = "reminder/4712";
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.message, 2);
}

static void test_request_id(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
        assert_int_equal(result.message, 1);
    }
    request.address = "bob@example.org";
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_E_REQUEST_MISMATCH);
}

static void test_lease_is_repeated_by_request_id(void **state) {
    fixture *f = *state;
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    tc_leased_message got[2] = {{0}};
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    queue(f, TC_MESSAGE_EMAIL, "bob@example.org");
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    result.messages = got;
    result.messages_capacity = 2;
    for (int i = 0; i < 2; i++) {
        got[0].message = 0;
        assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_OK);
        assert_int_equal(result.messages_count, 1);
        assert_int_equal(got[0].message, 1);
    }
}

static void test_channels(void **state) {
    fixture *f = *state;
    tc_leased_message got[8];
    queue(f, TC_MESSAGE_EMAIL, "a@example.org");
    queue(f, TC_MESSAGE_SMS, "+431");
    queue(f, TC_MESSAGE_EMAIL, "b@example.org");
    queue(f, TC_MESSAGE_WEBHOOK, "https://example.org/hook");
    assert_int_equal(lease(f, 1u << TC_MESSAGE_SMS, 8, got, NULL), 1);
    assert_int_equal(got[0].message, 2);
    assert_int_equal(lease(f, 1u << TC_MESSAGE_PUSH, 8, got, NULL), 0);
    assert_int_equal(lease(f, 1u << TC_MESSAGE_EMAIL | 1u << TC_MESSAGE_WEBHOOK, 8, got, NULL), 3);
    assert_int_equal(got[0].message, 1);
    assert_int_equal(got[1].message, 3);
    assert_int_equal(got[2].message, 4);
}

static void test_passed_over_keep_their_order(void **state) {
    fixture *f = *state;
    tc_leased_message got[32];
    char address[32];
    for (int i = 0; i < 20; i++) {
        snprintf(address, sizeof address, "p%d@example.org", i);
        queue(f, i % 2 ? TC_MESSAGE_SMS : TC_MESSAGE_EMAIL, address);
    }
    assert_int_equal(lease(f, 1u << TC_MESSAGE_SMS, 10, got, NULL), 10);
    queue(f, TC_MESSAGE_EMAIL, "last@example.org");
    assert_int_equal(lease(f, 0, 32, got, NULL), 11);
    for (uint64_t i = 0; i < 10; i++) assert_int_equal(got[i].message, 1 + 2 * i);
    assert_int_equal(got[10].message, 21);
}

static void test_lease_max(void **state) {
    fixture *f = *state;
    tc_leased_message got[10];
    char address[32];
    int64_t next;
    for (int i = 0; i < 10; i++) {
        snprintf(address, sizeof address, "p%d@example.org", i);
        queue(f, TC_MESSAGE_EMAIL, address);
    }
    assert_int_equal(lease(f, 0, 4, got, &next), 4);
    assert_int_equal(next, 0);
    assert_int_equal(lease(f, 0, 10, got, &next), 6);
    assert_int_equal(got[0].message, 5);
    assert_int_equal(next, T0 + 30000);
}

static void test_one_at_a_time_to_a_recipient(void **state) {
    fixture *f = *state;
    tc_leased_message got[8], other;
    for (int i = 0; i < 3; i++) queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    queue(f, TC_MESSAGE_EMAIL, "bob@example.org");
    queue(f, TC_MESSAGE_SMS, "ada@example.org"); /* another channel is another line */
    assert_int_equal(lease(f, 0, 8, got, NULL), 3);
    assert_int_equal(got[0].message, 1);
    assert_int_equal(got[1].message, 4);
    assert_int_equal(got[2].message, 5);
    assert_int_equal(lease(f, 0, 1, &other, NULL), 0);
    assert_int_equal(answer(f, &got[0], TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 8, got, NULL), 1);
    assert_int_equal(got[0].message, 2);
    assert_int_equal(answer(f, &got[0], TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 8, got, NULL), 1);
    assert_int_equal(got[0].message, 3);
}

static void test_retry_holds_the_line(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_RETRY, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 0);
    pass(f, 1200);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(got.message, 1);
    assert_int_equal(answer(f, &got, TC_MESSAGE_OUTCOME_FAILED, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(got.message, 2);
}

static void test_cancel_in_line(void **state) {
    fixture *f = *state;
    tc_leased_message got[2];
    tc_message_cancel_request cancel = TC_MESSAGE_CANCEL_REQUEST_INIT;
    for (int i = 0; i < 3; i++) queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 2, got, NULL), 1);
    assert_int_equal(lease(f, 0, 2, got + 1, NULL), 0);
    cancel.message = 2;
    assert_int_equal(tc_message_cancel(f->engine, &cancel, NULL, NULL), TC_OK);
    assert_int_equal(answer(f, &got[0], TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 2, got, NULL), 1);
    assert_int_equal(got[0].message, 3);
}

static void test_cancel_of_the_next(void **state) {
    fixture *f = *state;
    tc_leased_message got[2];
    tc_message_cancel_request cancel = TC_MESSAGE_CANCEL_REQUEST_INIT;
    for (int i = 0; i < 3; i++) queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 2, got, NULL), 1);
    assert_int_equal(answer(f, &got[0], TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    cancel.message = 2; /* it has moved up, and was not leased yet */
    assert_int_equal(tc_message_cancel(f->engine, &cancel, NULL, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 2, got, NULL), 1);
    assert_int_equal(got[0].message, 3);
}

static void test_given_up_head_frees_its_line(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_leased_message got[4];
    request.attempts_max = 1;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 4, got, NULL), 1);
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    pass(f, 30000);
    /* The same lease that gives the first up meets the second. */
    assert_int_equal(lease(f, 0, 4, got, NULL), 0);
    assert_int_equal(get(f, 1, NULL, NULL).state, TC_MESSAGE_DEAD);
    assert_int_equal(lease(f, 0, 4, got, NULL), 1);
    assert_int_equal(got[0].message, 2);
}

static void test_empty_lease_costs_no_commit(void **state) {
    fixture *f = *state;
    tc_leased_message got;
    int64_t next;
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    uint64_t before = commits(f);
    for (int i = 0; i < 5; i++) assert_int_equal(lease(f, 0, 1, &got, &next), 0);
    assert_int_equal(commits(f), before);
}

static void test_default_texts(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    const tc_variable variables[] = {{"subject", "Hi\nthere"}, {"text", "Dear <Ada>"}};
    char subject[64], body[64];
    request.variables = variables;
    request.variables_count = 2;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    tc_message message = get(f, 1, subject, body);
    assert_string_equal(subject, "Hi there"); /* one line: it becomes a header */
    assert_string_equal(body, "Dear <Ada>");
    assert_int_equal(message.html, 0);
}

static void put_template(fixture *f, uint32_t channel, const char *locale, const char *body,
                         uint32_t flags) {
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = channel;
    request.locale = locale;
    request.subject = "S {{who}}";
    request.body = body;
    request.flags = flags;
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_OK);
}

static void expect_body(fixture *f, const char *locale, const char *wanted) {
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    const tc_variable who = {"who", "<Ada>"};
    char body[128];
    request.locale = locale;
    request.variables = &who;
    request.variables_count = 1;
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    get(f, result.message, NULL, body);
    assert_string_equal(body, wanted);
}

static void test_template_fallback(void **state) {
    fixture *f = *state;
    put_template(f, TC_MESSAGE_EMAIL, NULL, "Hello {{who}}", 0);
    put_template(f, TC_MESSAGE_EMAIL, "de", "Hallo {{who}}", 0);
    put_template(f, TC_MESSAGE_EMAIL, "de-AT", "Servus {{who}}", 0);
    expect_body(f, "de-AT", "Servus <Ada>");
    expect_body(f, "DE_at", "Servus <Ada>");
    expect_body(f, "de-CH", "Hallo <Ada>");
    expect_body(f, "de", "Hallo <Ada>");
    expect_body(f, "fr", "Hello <Ada>");
    expect_body(f, NULL, "Hello <Ada>");
}

static void test_template_html(void **state) {
    fixture *f = *state;
    char body[64];
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    const tc_variable who = {"who", "<Ada>"};
    put_template(f, TC_MESSAGE_EMAIL, NULL, "<p>{{who}} {{{who}}}</p>", TC_TEMPLATE_HTML);
    request.variables = &who;
    request.variables_count = 1;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(get(f, 1, NULL, body).html, 1);
    assert_string_equal(body, "<p>&lt;Ada&gt; <Ada></p>");
}

static void test_webhook_body(void **state) {
    fixture *f = *state;
    char body[1024];
    tc_message_create_request request = request_of(TC_MESSAGE_WEBHOOK, "https://example.org/hook");
    const tc_variable text = {"text", "a \"quoted\" line\nand another"};
    request.variables = &text;
    request.variables_count = 1;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    get(f, 1, NULL, body);
    assert_non_null(strstr(body, "\"type\":\"custom\""));
    assert_non_null(strstr(body, "\"message\":\"1\""));
    assert_non_null(strstr(body, "a \\\"quoted\\\" line\\nand another"));
}

static void test_template_versions(void **state) {
    fixture *f = *state;
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_template_put_result result = TC_TEMPLATE_PUT_RESULT_INIT;
    tc_template_delete_request gone = TC_TEMPLATE_DELETE_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    request.kind = gone.kind = TC_MESSAGE_OFFER;
    request.channel = gone.channel = TC_MESSAGE_SMS;
    request.body = "x";
    request.expected_version = 1;
    assert_int_equal(tc_template_put(f->engine, &request, &result, NULL), TC_E_NOT_FOUND);
    request.expected_version = 0;
    assert_int_equal(tc_template_put(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 1);
    request.expected_version = 1;
    assert_int_equal(tc_template_put(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    assert_int_equal(tc_template_put(f->engine, &request, &result, &error), TC_E_VERSION);
    assert_int_equal(error.actual_version, 2);
    gone.expected_version = 1;
    assert_int_equal(tc_template_delete(f->engine, &gone, NULL), TC_E_VERSION);
    gone.expected_version = 0;
    assert_int_equal(tc_template_delete(f->engine, &gone, NULL), TC_OK);
    assert_int_equal(tc_template_delete(f->engine, &gone, NULL), TC_E_NOT_FOUND);
}

static void test_template_get_and_list(void **state) {
    fixture *f = *state;
    tc_snapshot *snapshot;
    tc_template found = TC_TEMPLATE_INIT, list[4];
    uint32_t count = 0;
    put_template(f, TC_MESSAGE_EMAIL, "de", "Hallo", 0);
    put_template(f, TC_MESSAGE_SMS, NULL, "Hello", 0);
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(
        tc_template_get(snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, "de-at", &found, NULL),
        TC_OK);
    assert_string_equal(found.locale, "de");
    assert_string_equal(found.body, "Hallo");
    assert_int_equal(found.version, 1);
    assert_int_equal(
        tc_template_get(snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, NULL, &found, NULL), TC_OK);
    assert_int_equal(found.version, 0);
    assert_string_equal(found.body, "{{text}}");
    assert_int_equal(tc_template_list(snapshot, list, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_string_equal(list[0].locale, "de");
    assert_int_equal(list[1].channel, TC_MESSAGE_SMS);
    assert_int_equal(tc_template_list(snapshot, list, 1, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    tc_snapshot_close(snapshot);
}

static void test_malformed_template(void **state) {
    fixture *f = *state;
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    uint64_t before = commits(f);
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = TC_MESSAGE_EMAIL;
    request.body = "first\nsecond {{open";
    assert_int_equal(tc_template_put(f->engine, &request, NULL, &error), TC_E_TEMPLATE);
    assert_string_equal(error.field, "body");
    assert_int_equal(error.line, 2);
    assert_int_equal(error.subject, 14);
    request.body = "fine";
    request.subject = "{{#no}}";
    assert_int_equal(tc_template_put(f->engine, &request, NULL, &error), TC_E_TEMPLATE);
    assert_string_equal(error.field, "subject");
    assert_int_equal(commits(f), before);
}

static void test_long_template(void **state) {
    fixture *f = *state;
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    char *body = malloc(TC_TEMPLATE_MAX + 2);
    tc_snapshot *snapshot;
    tc_template found = TC_TEMPLATE_INIT;
    assert_non_null(body);
    memset(body, 'x', TC_TEMPLATE_MAX + 1);
    body[TC_TEMPLATE_MAX + 1] = '\0';
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = TC_MESSAGE_EMAIL;
    request.body = body;
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_E_LIMIT);
    body[TC_TEMPLATE_MAX] = '\0';
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_OK);
    body[10] = '\0';
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(
        tc_template_get(snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, NULL, &found, NULL), TC_OK);
    assert_int_equal(strlen(found.body), 10); /* nothing of the longer one is left */
    tc_snapshot_close(snapshot);
    free(body);
}

static void test_list(void **state) {
    fixture *f = *state;
    tc_snapshot *snapshot;
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message list[4] = {TC_MESSAGE_INIT};
    tc_leased_message got;
    uint32_t count, seen = 0;
    for (int i = 0; i < 6; i++)
        queue(f, i % 2 ? TC_MESSAGE_SMS : TC_MESSAGE_EMAIL, "x@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    request.limit = 4;
    do {
        assert_int_equal(tc_message_list(snapshot, &request, list, &count, &request.after, NULL),
                         TC_OK);
        for (uint32_t i = 0; i < count; i++) {
            assert_int_equal(list[i].id, ++seen);
            assert_string_equal(list[i].address, "x@example.org");
            assert_null(list[i].body);
        }
    } while (request.after);
    assert_int_equal(seen, 6);
    request.state = TC_MESSAGE_LEASED;
    assert_int_equal(tc_message_list(snapshot, &request, list, &count, &request.after, NULL),
                     TC_OK);
    assert_int_equal(count, 1);
    request.state = 0;
    request.channel = TC_MESSAGE_SMS;
    assert_int_equal(tc_message_list(snapshot, &request, list, &count, &request.after, NULL),
                     TC_OK);
    assert_int_equal(count, 3);
    tc_snapshot_close(snapshot);
}

typedef struct bad_case {
    const char *field;
    int32_t code;
    void (*spoil)(tc_message_create_request *request);
} bad_case;

static void no_kind(tc_message_create_request *r) {
    r->kind = 0;
}
static void unknown_kind(tc_message_create_request *r) {
    r->kind = 500;
}
static void large_kind(tc_message_create_request *r) {
    r->kind = 65536;
}
static void no_channel(tc_message_create_request *r) {
    r->channel = 0;
}
static void large_channel(tc_message_create_request *r) {
    r->channel = 5;
}
static void no_address(tc_message_create_request *r) {
    r->address = NULL;
}
static void control_address(tc_message_create_request *r) {
    r->address = "a\nb";
}
static void bad_locale(tc_message_create_request *r) {
    r->locale = "de!";
}
static void many_attempts(tc_message_create_request *r) {
    r->attempts_max = 101;
}
static void negative_time(tc_message_create_request *r) {
    r->not_before_ms = -1;
}
static void flags(tc_message_create_request *r) {
    r->flags = 1;
}
static void bad_variable(tc_message_create_request *r) {
    static const tc_variable BAD = {"a-b", "x"};
    r->variables = &BAD;
    r->variables_count = 1;
}
static void no_variables(tc_message_create_request *r) {
    r->variables_count = 2;
}
static void many_variables(tc_message_create_request *r) {
    static tc_variable many[65];
    r->variables = many;
    r->variables_count = 65;
}
static void no_event(tc_message_create_request *r) {
    r->event = 9;
}
static void no_order(tc_message_create_request *r) {
    r->order = 9;
}
static void no_ticket(tc_message_create_request *r) {
    r->ticket = UINT64_C(1) << 32 | 1;
}

static void test_bad_requests(void **state) {
    fixture *f = *state;
    static const bad_case CASES[] = {
        {"kind", TC_E_INVALID, no_kind},
        {"kind", TC_E_INVALID, unknown_kind},
        {"kind", TC_E_INVALID, large_kind},
        {"channel", TC_E_INVALID, no_channel},
        {"channel", TC_E_INVALID, large_channel},
        {"address", TC_E_INVALID, no_address},
        {"address", TC_E_INVALID, control_address},
        {"locale", TC_E_INVALID, bad_locale},
        {"attempts_max", TC_E_LIMIT, many_attempts},
        {"not_before_ms", TC_E_INVALID, negative_time},
        {"flags", TC_E_INVALID, flags},
        {"variables", TC_E_INVALID, bad_variable},
        {"variables", TC_E_INVALID, no_variables},
        {"variables_count", TC_E_LIMIT, many_variables},
        {"event", TC_E_NOT_FOUND, no_event},
        {"order", TC_E_NOT_FOUND, no_order},
        {"ticket", TC_E_NOT_FOUND, no_ticket},
    };
    queue(f, TC_MESSAGE_EMAIL, "first@example.org"); /* the store's own housekeeping is done */
    uint64_t before = commits(f);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
        tc_error error = TC_ERROR_INIT;
        CASES[i].spoil(&request);
        assert_int_equal(tc_message_create(f->engine, &request, NULL, &error), CASES[i].code);
        assert_string_equal(error.field, CASES[i].field);
    }
    assert_int_equal(commits(f), before);
}

static void test_bad_lease(void **state) {
    fixture *f = *state;
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    assert_int_equal(tc_message_lease(f->engine, &request, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_message_lease(f->engine, NULL, &result, NULL), TC_E_INVALID);
    request.max = TC_MESSAGE_LEASE_MAX + 1;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_E_LIMIT);
    request.max = 1;
    request.lease_ms = TC_LEASE_MS_MAX + 1;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_E_LIMIT);
    request.lease_ms = 0;
    request.channels = 1u << 9;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_E_INVALID);
}

static void test_bad_answer(void **state) {
    fixture *f = *state;
    tc_message_answer_request request = TC_MESSAGE_ANSWER_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_message_answer(f->engine, &request, NULL, &error), TC_E_INVALID);
    assert_string_equal(error.field, "outcome");
    request.outcome = TC_MESSAGE_OUTCOME_SENT;
    request.retry_after_ms = 1;
    assert_int_equal(tc_message_answer(f->engine, &request, NULL, &error), TC_E_INVALID);
    assert_string_equal(error.field, "retry_after_ms");
}

static void test_not_found(void **state) {
    fixture *f = *state;
    tc_snapshot *snapshot;
    tc_message message = TC_MESSAGE_INIT;
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_message_get(snapshot, 1, &message, NULL), TC_E_NOT_FOUND);
    assert_int_equal(tc_message_get(snapshot, 0, &message, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void test_batch(void **state) {
    fixture *f = *state;
    enum { COUNT = 500 };
    tc_message_create_request *requests = calloc(COUNT, sizeof *requests);
    tc_command *commands = calloc(COUNT, sizeof *commands);
    tc_leased_message *got = calloc(COUNT, sizeof *got);
    char address[COUNT][32];
    assert_true(requests && commands && got);
    for (int i = 0; i < COUNT; i++) {
        snprintf(address[i], sizeof address[i], "p%d@example.org", i);
        requests[i] = request_of(TC_MESSAGE_EMAIL, address[i]);
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_MESSAGE_CREATE;
        commands[i].request = &requests[i];
    }
    uint64_t before = commits(f);
    assert_int_equal(tc_command_batch(f->engine, commands, COUNT, NULL), TC_OK);
    for (int i = 0; i < COUNT; i++) assert_int_equal(commands[i].code, TC_OK);
    assert_int_equal(commits(f), before + 1);
    assert_int_equal(lease(f, 0, COUNT, got, NULL), COUNT);
    for (uint64_t i = 0; i < COUNT; i++) assert_int_equal(got[i].message, i + 1);
    free(requests);
    free(commands);
    free(got);
}

static void test_survives_reopening(void **state) {
    (void)state;
    char folder[] = "/tmp/tc-outbox-XXXXXX", path[64], command[96];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/store", folder);
    fixture *f = open_engine(path);
    tc_leased_message got[4];
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    queue(f, TC_MESSAGE_EMAIL, "ada@example.org");
    queue(f, TC_MESSAGE_EMAIL, "bob@example.org");
    assert_int_equal(lease(f, 0, 1, got, NULL), 1);
    assert_int_equal(tc_engine_close(f->engine, NULL), TC_OK);
    free(f);
    f = open_engine(path);
    assert_int_equal(answer(f, &got[0], TC_MESSAGE_OUTCOME_SENT, NULL), TC_OK);
    assert_int_equal(lease(f, 0, 4, got, NULL), 2);
    assert_int_equal(got[0].message + got[1].message, 5);
    assert_int_equal(tc_engine_close(f->engine, NULL), TC_OK);
    free(f);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        T(test_queue),
        T(test_numbers_grow),
        T(test_lease_and_send),
        T(test_leased_is_not_leased_again),
        T(test_lease_runs_out),
        T(test_late_answer_counts),
        T(test_answer_once),
        T(test_backoff),
        T(test_backoff_is_capped),
        T(test_retry_after),
        T(test_dead_after_attempts),
        T(test_dead_by_lost_leases),
        T(test_failed_for_good),
        T(test_revive),
        T(test_retry_now),
        T(test_cancel),
        T(test_cancel_by_answer),
        T(test_not_before),
        T(test_dated_do_not_block),
        T(test_dedupe),
        T(test_request_id),
        T(test_lease_is_repeated_by_request_id),
        T(test_channels),
        T(test_passed_over_keep_their_order),
        T(test_lease_max),
        T(test_one_at_a_time_to_a_recipient),
        T(test_retry_holds_the_line),
        T(test_cancel_in_line),
        T(test_cancel_of_the_next),
        T(test_given_up_head_frees_its_line),
        T(test_empty_lease_costs_no_commit),
        T(test_default_texts),
        T(test_template_fallback),
        T(test_template_html),
        T(test_webhook_body),
        T(test_template_versions),
        T(test_template_get_and_list),
        T(test_malformed_template),
        T(test_long_template),
        T(test_list),
        T(test_bad_requests),
        T(test_bad_lease),
        T(test_bad_answer),
        T(test_not_found),
        T(test_batch),
        cmocka_unit_test(test_survives_reopening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
