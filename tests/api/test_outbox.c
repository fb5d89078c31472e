/* The outbox from outside: queue, lease, answer, retry, dead letters, order within a recipient,
 * dedupe, not-before. On the memory store and in a folder. */
#include "outbox_fixture.h"

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
        T(test_batch),
        cmocka_unit_test(test_survives_reopening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
