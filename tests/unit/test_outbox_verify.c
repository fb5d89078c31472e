/* The verifier of the outbox sees every fault planted for it. */
#include "outbox/message.h"
#include "planted.h"

static uint64_t queue(house *h, const char *address, int64_t not_before_ms) {
    tc_message_create_request request = TC_MESSAGE_CREATE_REQUEST_INIT;
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = TC_MESSAGE_SMS;
    request.address = address;
    request.not_before_ms = not_before_ms;
    request.dedupe_key = not_before_ms ? "later" : NULL;
    assert_int_equal(tc_message_create(h->engine, &request, &result, NULL), TC_OK);
    return result.message;
}

static uint32_t lease(house *h, uint32_t max, tc_leased_message *out) {
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    request.max = max;
    result.messages = out;
    result.messages_capacity = max;
    assert_int_equal(tc_message_lease(h->engine, &request, &result, NULL), TC_OK);
    return result.messages_count;
}

/* 1 leased, 2 waits behind it, 3 sent, 4 dated, 5 new. */
static int setup(void **state) {
    house *h = house_new(NULL);
    tc_leased_message got[8];
    tc_message_answer_request answer = TC_MESSAGE_ANSWER_REQUEST_INIT;
    tc_template_put_request put = TC_TEMPLATE_PUT_REQUEST_INIT;
    put.kind = TC_MESSAGE_CUSTOM;
    put.channel = TC_MESSAGE_SMS;
    put.body = "{{text}}";
    assert_int_equal(tc_template_put(h->engine, &put, NULL, NULL), TC_OK);
    queue(h, "+431", 0);
    queue(h, "+431", 0);
    queue(h, "+433", 0);
    queue(h, "+434", HOUSE_T0 + 1000);
    assert_int_equal(lease(h, 8, got), 2);
    answer.message = got[1].message;
    answer.lease = got[1].lease;
    answer.outcome = TC_MESSAGE_OUTCOME_SENT;
    assert_int_equal(tc_message_answer(h->engine, &answer, NULL, NULL), TC_OK);
    assert_int_equal(queue(h, "+435", 0), 5);
    *state = h;
    return 0;
}

static tci_message load(tci_ctx *ctx, uint64_t id) {
    tci_message message;
    assert_true(tci_message_load(ctx->view, id, &message));
    return message;
}

static void no_state(tci_ctx *ctx) {
    tci_message message = load(ctx, 5);
    message.state = 7;
    message.done_at_ms = 1;
    tci_message_store(ctx->view, &message);
}
static void end_without_time(tci_ctx *ctx) {
    tci_message message = load(ctx, 5);
    message.state = TC_MESSAGE_SENT;
    tci_message_store(ctx->view, &message);
}
static void many_attempts(tci_ctx *ctx) {
    tci_message message = load(ctx, 5);
    message.attempts = 17;
    tci_message_store(ctx->view, &message);
}
static void due_without_row(tci_ctx *ctx) {
    tci_message message = load(ctx, 5);
    message.due_ms = 5;
    tci_message_store(ctx->view, &message);
}
static void row_without_due(tci_ctx *ctx) {
    tci_message message = load(ctx, 4);
    message.due_ms = 0;
    tci_message_store(ctx->view, &message);
}
static void finished_but_due(tci_ctx *ctx) {
    tci_message message = load(ctx, 3);
    message.due_ms = 5;
    tci_message_store(ctx->view, &message);
}
static void lease_without_end(tci_ctx *ctx) {
    tci_message message = load(ctx, 1);
    tci_message_set_due(ctx->view, &message, 0);
    tci_message_store(ctx->view, &message);
}
static void passed_by(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 0, TCI_SLOT_MESSAGE_HEAD, 6);
}
static tci_key line_key(tci_ctx *ctx, uint8_t row) {
    tci_message message = load(ctx, 1);
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&key, row);
    tci_key_u8(&key, message.channel);
    tci_key_u64(&key, message.recipient);
    return key;
}
static void line_without_head(tci_ctx *ctx) {
    tci_key key = line_key(ctx, TCI_MESSAGE_ROW_BUSY);
    tci_row_del(ctx->view, &key);
}
static void place_without_message(tci_ctx *ctx) {
    tci_key key = line_key(ctx, TCI_MESSAGE_ROW_WAITS);
    tci_key_u64(&key, 5);
    tci_row_put(ctx->view, &key, tci_slice_of(NULL, 0));
}
static void place_lost(tci_ctx *ctx) {
    tci_key key = line_key(ctx, TCI_MESSAGE_ROW_WAITS);
    tci_key_u64(&key, 2);
    tci_row_del(ctx->view, &key);
}
static void waits_without_line(tci_ctx *ctx) {
    tci_message message = load(ctx, 2);
    message.flags = 0;
    tci_message_store(ctx->view, &message);
}
static void head_finished(tci_ctx *ctx) {
    uint8_t value[8];
    tci_store64(value, 3);
    tci_key key = line_key(ctx, TCI_MESSAGE_ROW_BUSY);
    tci_row_put(ctx->view, &key, tci_slice_of(value, 8));
}
static void dedupe_of_nothing(tci_ctx *ctx) {
    uint8_t value[8];
    tci_store64(value, 50);
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&key, TCI_MESSAGE_ROW_DEDUPE);
    tci_key_u64(&key, 1);
    tci_row_put(ctx->view, &key, tci_slice_of(value, 8));
}
static void dated_row_of_nothing(tci_ctx *ctx) {
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&key, TCI_MESSAGE_ROW_ORDER);
    tci_key_u64(&key, 1);
    tci_key_u64(&key, 4);
    tci_row_put(ctx->view, &key, tci_slice_of(NULL, 0));
}
static void lost_record(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 0, TCI_SLOT_MESSAGE_NEXT, 8);
}
static void template_without_body(tci_ctx *ctx) {
    tci_blob_del(ctx->view, 0, TCI_SPACE_TEMPLATE, 1);
}
static void template_malformed(tci_ctx *ctx) {
    tci_blob_del(ctx->view, 0, TCI_SPACE_TEMPLATE, 1);
    tci_blob_put(ctx->view, 0, TCI_SPACE_TEMPLATE, 1, tci_slice_str("{{open"));
}

#define SEEN(name, what)                                                                           \
    static void test_##name(void **state) {                                                        \
        house *h = *state;                                                                         \
        expect_seen(h->engine, tci_outbox_verify, name, what);                                     \
    }

SEEN(no_state, "message state")
SEEN(end_without_time, "message state")
SEEN(many_attempts, "message attempts")
SEEN(due_without_row, "message due")
SEEN(row_without_due, "message due")
SEEN(finished_but_due, "message due")
SEEN(lease_without_end, "message lease")
SEEN(passed_by, "message due")
SEEN(line_without_head, "message line")
SEEN(place_without_message, "message line")
SEEN(place_lost, "message line")
SEEN(waits_without_line, "message line")
SEEN(head_finished, "message line")
SEEN(dedupe_of_nothing, "message key")
SEEN(dated_row_of_nothing, "message date")
SEEN(lost_record, "message")
SEEN(template_without_body, "template")
SEEN(template_malformed, "template")

/* Random commands with cancelling and reviving among them; at the end everything can be sent. */
static void test_random_care(void **state) {
    house *h = *state;
    tc_leased_message got[16];
    char address[24];
    uint64_t seed = 97, newest = 5;
    for (int step = 0; step < 1500; step++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        uint32_t dice = (uint32_t)(seed >> 40) % 8, choice = (uint32_t)(seed >> 33) % 64;
        uint64_t any = 1 + (seed >> 20) % newest;
        int32_t code = TC_OK;
        if (dice < 3) {
            snprintf(address, sizeof address, "+99%u", choice % 4);
            newest = queue(h, address, 0);
        } else if (dice == 3) {
            uint32_t count = lease(h, 1 + choice % 8, got);
            for (uint32_t i = 0; i < count && code == TC_OK; i++) {
                tc_message_answer_request answer = TC_MESSAGE_ANSWER_REQUEST_INIT;
                answer.message = got[i].message;
                answer.lease = got[i].lease;
                answer.outcome = 1 + (choice + i) % 4;
                if ((choice + i) % 5) code = tc_message_answer(h->engine, &answer, NULL, NULL);
            }
            assert_int_equal(code, TC_OK);
        } else if (dice == 4) {
            house_pass(h, (int64_t)choice * 2000);
        } else if (dice == 5) {
            tc_message_cancel_request cancel = TC_MESSAGE_CANCEL_REQUEST_INIT;
            cancel.message = any;
            code = tc_message_cancel(h->engine, &cancel, NULL, NULL);
        } else {
            tc_message_retry_request retry = TC_MESSAGE_RETRY_REQUEST_INIT;
            retry.message = any;
            code = tc_message_retry(h->engine, &retry, NULL, NULL);
        }
        assert_true(code == TC_OK || code == TC_E_STATE);
        if (step % 50 == 0)
            assert_int_equal(verify_by(h->engine, tci_outbox_verify, NULL).others, 0);
    }
    for (uint32_t idle = 0; idle < 3;) {
        uint32_t count = lease(h, 16, got);
        for (uint32_t i = 0; i < count; i++) {
            tc_message_answer_request answer = TC_MESSAGE_ANSWER_REQUEST_INIT;
            answer.message = got[i].message;
            answer.lease = got[i].lease;
            answer.outcome = TC_MESSAGE_OUTCOME_SENT;
            assert_int_equal(tc_message_answer(h->engine, &answer, NULL, NULL), TC_OK);
        }
        idle = count ? 0 : idle + 1;
        if (!count) house_pass(h, TC_MESSAGE_RETRY_MS_MAX);
    }
    for (uint64_t id = 1; id <= newest; id++) {
        tc_message message = TC_MESSAGE_INIT;
        tc_snapshot *snapshot = house_snapshot(h);
        assert_int_equal(tc_message_get(snapshot, id, &message, NULL), TC_OK);
        assert_true(message.state >= TC_MESSAGE_SENT); /* nothing is stuck in a line */
        tc_snapshot_close(snapshot);
    }
    assert_int_equal(verify_by(h->engine, tci_outbox_verify, NULL).others, 0);
}

/* Thousands of random commands; the promises of leases and lines hold at every step. */
static void test_random_commands(void **state) {
    house *h = *state;
    enum { LEASED_MAX = 64 };
    tc_leased_message held[LEASED_MAX];
    char address[24];
    uint64_t seed = 20240607, last_sent[8] = {0};
    uint32_t held_count = 0;
    for (int step = 0; step < 1500; step++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        uint32_t dice = (uint32_t)(seed >> 40) % 10, choice = (uint32_t)(seed >> 33) % 64;
        if (dice < 4) {
            snprintf(address, sizeof address, "+99%u", choice % 8);
            queue(h, address, 0);
        } else if (dice < 6 && held_count < LEASED_MAX - 4) {
            held_count += lease(h, 1 + choice % 4, held + held_count);
        } else if (dice < 9 && held_count) {
            uint32_t at = choice % held_count;
            tc_message_answer_request answer = TC_MESSAGE_ANSWER_REQUEST_INIT;
            answer.message = held[at].message;
            answer.lease = held[at].lease;
            answer.outcome = 1 + choice % 3;
            int32_t code = tc_message_answer(h->engine, &answer, NULL, NULL);
            assert_true(code == TC_OK || code == TC_E_LEASE_LOST);
            if (code == TC_OK && answer.outcome != TC_MESSAGE_OUTCOME_RETRY) {
                tc_snapshot *snapshot = house_snapshot(h);
                tc_message message = TC_MESSAGE_INIT;
                assert_int_equal(tc_message_get(snapshot, answer.message, &message, NULL), TC_OK);
                if (strncmp(message.address, "+99", 3) == 0) {
                    uint64_t *last = &last_sent[message.address[3] - '0'];
                    assert_true(message.id > *last); /* in the order they were queued */
                    *last = message.id;
                }
                tc_snapshot_close(snapshot);
            }
            held[at] = held[--held_count];
        } else {
            house_pass(h, (int64_t)choice * 1000);
        }
        if (step % 50 == 0)
            assert_int_equal(verify_by(h->engine, tci_outbox_verify, NULL).others, 0);
    }
    assert_int_equal(verify_by(h->engine, tci_outbox_verify, NULL).others, 0);
}

#define T(name) cmocka_unit_test_setup_teardown(test_##name, setup, planted_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        T(no_state),
        T(end_without_time),
        T(many_attempts),
        T(due_without_row),
        T(row_without_due),
        T(finished_but_due),
        T(lease_without_end),
        T(passed_by),
        T(line_without_head),
        T(place_without_message),
        T(place_lost),
        T(waits_without_line),
        T(head_finished),
        T(dedupe_of_nothing),
        T(dated_row_of_nothing),
        T(lost_record),
        T(template_without_body),
        T(template_malformed),
        T(random_commands),
        T(random_care),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
