/* order.cancel, order.pay, order.settle: the wishes of buyer and host about an order that is not
 * paid. Each is one fact for the saga, after the checks that are not the table's: who asks, which
 * version, which amount. */
#include "base/secret.h"
#include "sales/change.h"
#include "ticketcore/command.h"
#include "ticketcore/hold.h"

int32_t tci_change_begin(tci_ctx *ctx, tci_reader *reader, tci_change *change) {
    change->fact.order = tci_read_u64(reader);
    change->flags = tci_read_u32(reader);
    change->expected = tci_read_u32(reader);
    const uint8_t *secret = tci_read_bytes(reader, 16);
    if (reader->failed) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_order *order = &change->order;
    uint64_t id = change->fact.order;
    bool as_host = change->flags & TC_ORDER_AS_HOST;
    bool found = tci_order_load(ctx->view, id, order) &&
                 (as_host || tci_secret_equal(order->secret, secret));
    if (!found) return tci_refuse(ctx, TC_E_NOT_FOUND, "order", id, NULL);
    if (change->expected && change->expected != order->version)
        return tci_refuse_version(ctx, "expected_version", id, change->expected, order->version);
    return TC_OK;
}

int32_t tci_change_check_money(tci_ctx *ctx, const tci_change *change, uint16_t currency,
                               int64_t amount, const char *field) {
    const tci_order *order = &change->order;
    if (currency != order->currency)
        return tci_refuse(ctx, TC_E_CURRENCY, "currency", order->id, NULL);
    if (amount != order->total)
        return tci_refuse_amount(ctx, field, order->id, amount, order->total);
    return TC_OK;
}

void tci_change_answer(const tci_change *change, tci_buf *answer) {
    const tci_order *order = &change->step.order;
    tci_buf_u64(answer, order->id);
    tci_buf_u32(answer, order->version);
    tci_buf_u8(answer, order->state);
    tci_buf_u8(answer, change->step.cell->verdict != TCI_SAGA_STAY);
    tci_buf_i64(answer, change->amount);
    tci_buf_u64(answer, change->step.payment_made);
    tci_buf_u64(answer, change->step.refund_made);
}

static void apply_change(tci_ctx *ctx, void *plan, tci_buf *answer) {
    tci_change *change = plan;
    if (change->text.len && change->step.cell->verdict != TCI_SAGA_STAY)
        tci_order_set_reference(ctx->view, &change->step.order, change->text);
    tci_step_apply(ctx, &change->step);
    tci_change_answer(change, answer);
}

static int32_t decide_cancel(tci_ctx *ctx, tci_slice command, void **out) {
    tci_change *change = TCI_ARENA_NEW(ctx->arena, tci_change);
    if (!change) return TC_E_NOMEM;
    tci_reader reader = tci_reader_of(command);
    int32_t code = tci_change_begin(ctx, &reader, change);
    if (code != TC_OK) return code;
    bool by_hand = change->flags & TC_ORDER_BY_HAND && change->order.state == TC_ORDER_VOID_FAILED;
    tci_fact *fact = &change->fact;
    fact->event = by_hand ? TCI_SAGA_VOIDED_BY_HAND : TCI_SAGA_CANCEL;
    fact->reason = change->flags & TC_ORDER_EVENT_GONE ? TC_ORDER_REASON_EVENT
                   : change->flags & TC_ORDER_AS_HOST  ? TC_ORDER_REASON_HOST
                                                       : TC_ORDER_REASON_BUYER;
    *out = change;
    return tci_step_plan(ctx, fact, &change->step);
}

/* The hold must live: a dead one is for the late-money rule, not for another try. */
static int32_t check_hold(tci_ctx *ctx, const tci_change *change, int64_t deadline_ms) {
    tci_hold hold;
    const tci_order *order = &change->order;
    TCI_PROVE(ctx->view, tci_saga_states[order->state].due); /* the table refuses all others */
    bool lives = tci_hold_load(ctx->view, order->hold, &hold) && hold.state == TC_HOLD_LIVE &&
                 hold.expires_at_ms > ctx->now_ms && hold.order == order->id;
    if (!lives) return tci_refuse(ctx, TC_E_HOLD_EXPIRED, "order", order->id, NULL);
    return deadline_ms > hold.expires_at_ms ? tci_hold_check_until(ctx, &hold, deadline_ms) : TC_OK;
}

static int32_t decide_pay(tci_ctx *ctx, tci_slice command, void **out) {
    tci_change *change = TCI_ARENA_NEW(ctx->arena, tci_change);
    if (!change) return TC_E_NOMEM;
    tci_reader reader = tci_reader_of(command);
    int32_t code = tci_change_begin(ctx, &reader, change);
    if (code != TC_OK) return code;
    tci_fact *fact = &change->fact;
    fact->method = tci_read_u8(&reader);
    uint16_t currency = tci_read_u16(&reader);
    int64_t amount = tci_read_i64(&reader);
    int64_t within_ms = tci_read_i64(&reader);
    fact->token = tci_read_text(&reader);
    if (!tci_reader_done(&reader) || within_ms < 0 || within_ms > TC_HOLD_TTL_MS_MAX ||
        fact->token.len > TC_REFERENCE_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (within_ms) fact->deadline_ms = ctx->now_ms + within_ms;
    if (currency)
        code = tci_change_check_money(ctx, change, currency, amount, "expected_total_minor");
    bool provider = fact->method == TC_PAY_PROVIDER;
    fact->event = provider ? TCI_SAGA_PAY_PROVIDER : TCI_SAGA_PAY_OFFLINE;
    if (code == TC_OK) code = tci_step_plan(ctx, fact, &change->step);
    if (code == TC_OK) code = check_hold(ctx, change, fact->deadline_ms);
    *out = change;
    return code;
}

static int32_t decide_settle(tci_ctx *ctx, tci_slice command, void **out) {
    tci_change *change = TCI_ARENA_NEW(ctx->arena, tci_change);
    if (!change) return TC_E_NOMEM;
    tci_reader reader = tci_reader_of(command);
    int32_t code = tci_change_begin(ctx, &reader, change);
    if (code != TC_OK) return code;
    uint16_t currency = tci_read_u16(&reader);
    change->amount = tci_read_i64(&reader);
    change->text = tci_read_text(&reader);
    if (!tci_reader_done(&reader)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    code = tci_change_check_money(ctx, change, currency, change->amount, "amount_minor");
    if (code != TC_OK) return code;
    change->fact.event = TCI_SAGA_SETTLED;
    change->fact.by_hand = true;
    *out = change;
    return tci_step_plan(ctx, &change->fact, &change->step);
}

const tci_op tci_op_order_cancel = {TC_ORDER_CANCEL, 1, "order.cancel", decide_cancel,
                                    apply_change};
const tci_op tci_op_order_pay = {TC_ORDER_PAY, 1, "order.pay", decide_pay, apply_change};
const tci_op tci_op_order_settle = {TC_ORDER_SETTLE, 1, "order.settle", decide_settle,
                                    apply_change};
