/* What becomes of a message after it was handed out, and what a person may do to one: sent, tried
 * again after attempts⁴ seconds, given up, cancelled, revived. A lease is proved by the message's
 * version, which every lease moves on. */
#include "outbox/message.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

static void emit(tci_ctx *ctx, uint16_t type, const tci_message *message, const void *payload,
                 size_t len) {
    tci_emit(ctx, type, message->event, message->id, message->version, tci_slice_of(payload, len));
}

static void emit_failed(tci_ctx *ctx, const tci_message *message, bool dead) {
    uint8_t payload[5];
    tci_store32(payload, message->attempts);
    payload[4] = dead;
    emit(ctx, TC_FEED_MESSAGE_FAILED, message, payload, sizeof payload);
}

static void emit_queued(tci_ctx *ctx, const tci_message *message) {
    uint8_t payload[3];
    tci_store16(payload, message->kind);
    payload[2] = message->channel;
    emit(ctx, TC_FEED_MESSAGE_QUEUED, message, payload, sizeof payload);
}

static void answer_change(const tci_message *message, tci_buf *answer) {
    tci_buf_u64(answer, message->id);
    tci_buf_u32(answer, message->state);
    bool again = message->state == TC_MESSAGE_QUEUED && message->due_ms != TCI_MESSAGE_IN_LINE;
    tci_buf_i64(answer, again ? message->due_ms : 0);
}

/* attempts⁴ seconds, ± 10 %, at most a day. */
static int64_t backoff_ms(tci_ctx *ctx, uint32_t attempts) {
    int64_t seconds = (int64_t)attempts * attempts * attempts * attempts;
    int64_t base = TCI_MIN(seconds * 1000, (int64_t)TC_MESSAGE_RETRY_MS_MAX);
    uint64_t spread = (uint64_t)base / 5 + 1;
    int64_t wait = base - base / 10 + (int64_t)(tci_seed_next(ctx) % spread);
    return TCI_MAX(TCI_MIN(wait, (int64_t)TC_MESSAGE_RETRY_MS_MAX), 1);
}

typedef struct answer_plan {
    tci_message message;
    uint32_t outcome;
    uint32_t retry_after_ms;
    tci_slice receipt;
} answer_plan;

/* Command: message (8), lease (8), outcome (4), retry_after_ms (4), receipt. */
static int32_t decide_answer(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    answer_plan *plan = TCI_ARENA_NEW(ctx->arena, answer_plan);
    if (!plan) return TC_E_NOMEM;
    uint64_t id = tci_read_u64(&reader);
    uint64_t lease = tci_read_u64(&reader);
    plan->outcome = tci_read_u32(&reader);
    plan->retry_after_ms = tci_read_u32(&reader);
    plan->receipt = tci_read_text(&reader);
    if (!tci_reader_done(&reader)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (!tci_message_load(ctx->view, id, &plan->message))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "message", id, NULL);
    if (plan->message.state != TC_MESSAGE_LEASED || plan->message.version != lease)
        return tci_refuse(ctx, TC_E_LEASE_LOST, "lease", id, NULL);
    *out = plan;
    return TC_OK;
}

static void try_again(tci_ctx *ctx, const answer_plan *plan, tci_message *message) {
    int64_t wait =
        plan->retry_after_ms ? (int64_t)plan->retry_after_ms : backoff_ms(ctx, message->attempts);
    message->state = TC_MESSAGE_QUEUED;
    message->version++;
    tci_message_set_due(ctx->view, message, ctx->now_ms + wait);
    tci_message_store(ctx->view, message);
    emit_failed(ctx, message, false);
}

static void apply_answer(tci_ctx *ctx, void *from, tci_buf *answer) {
    answer_plan *plan = from;
    tci_message *message = &plan->message;
    uint32_t outcome = plan->outcome;
    if (outcome == TC_MESSAGE_OUTCOME_RETRY && message->attempts >= message->attempts_max)
        outcome = TC_MESSAGE_OUTCOME_FAILED;
    tci_message_set_receipt(ctx->view, message, plan->receipt);
    switch (outcome) {
    case TC_MESSAGE_OUTCOME_SENT: {
        tci_message_finish(ctx, message, TC_MESSAGE_SENT);
        uint8_t payload[4];
        tci_store32(payload, message->attempts);
        emit(ctx, TC_FEED_MESSAGE_SENT, message, payload, sizeof payload);
        break;
    }
    case TC_MESSAGE_OUTCOME_RETRY: try_again(ctx, plan, message); break;
    case TC_MESSAGE_OUTCOME_CANCEL:
        tci_message_finish(ctx, message, TC_MESSAGE_CANCELLED);
        emit(ctx, TC_FEED_MESSAGE_CANCELLED, message, NULL, 0);
        break;
    default:
        tci_message_finish(ctx, message, TC_MESSAGE_DEAD);
        emit_failed(ctx, message, true);
        break;
    }
    answer_change(message, answer);
}

/* Command of retry and cancel: message (8). They take what is queued or dead. */
static int32_t decide_idle(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    uint64_t id = tci_read_u64(&reader);
    tci_message *message = TCI_ARENA_NEW(ctx->arena, tci_message);
    if (!message) return TC_E_NOMEM;
    if (!tci_reader_done(&reader)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (!tci_message_load(ctx->view, id, message))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "message", id, NULL);
    if (message->state != TC_MESSAGE_QUEUED && message->state != TC_MESSAGE_DEAD)
        return tci_refuse(ctx, TC_E_STATE, "message", id,
                          "the message is leased, sent or cancelled");
    *out = message;
    return TC_OK;
}

static void apply_retry(tci_ctx *ctx, void *plan, tci_buf *answer) {
    tci_message *message = plan;
    bool dead = message->state == TC_MESSAGE_DEAD;
    bool waits = message->due_ms > ctx->now_ms && !(message->flags & TCI_MESSAGE_WAITS);
    if (dead || waits) {
        tci_message_undate(ctx->view, message);
        tci_message_set_due(ctx->view, message, TCI_MAX(ctx->now_ms, 1));
        message->state = TC_MESSAGE_QUEUED;
        message->done_at_ms = 0;
        message->version++;
        if (dead) message->attempts = 0;
        tci_message_store(ctx->view, message);
        emit_queued(ctx, message);
    }
    answer_change(message, answer);
}

static void apply_cancel(tci_ctx *ctx, void *plan, tci_buf *answer) {
    tci_message *message = plan;
    tci_message_finish(ctx, message, TC_MESSAGE_CANCELLED);
    emit(ctx, TC_FEED_MESSAGE_CANCELLED, message, NULL, 0);
    answer_change(message, answer);
}

const tci_op tci_op_message_answer = {TC_MESSAGE_ANSWER, 1, "message.answer", decide_answer,
                                      apply_answer};
const tci_op tci_op_message_retry = {TC_MESSAGE_RETRY, 1, "message.retry", decide_idle,
                                     apply_retry};
const tci_op tci_op_message_cancel = {TC_MESSAGE_CANCEL, 1, "message.cancel", decide_idle,
                                      apply_cancel};
