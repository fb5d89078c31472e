/* Commands of sales that no encoder made, as a log or another binding might bring them: lengths and
 * counts beyond their limits are refused before anything is looked at, and nothing is changed. */
#include "../api/sold_house.h"
#include "engine/engine.h"

#include "sales/sales.h"

enum { BIG = 400000 };
static uint8_t big[BIG];

/* What every change of an order begins with, by its host. */
static void head(tci_buf *command, uint64_t order) {
    tci_buf_init(command, NULL, 0);
    tci_buf_u64(command, order);
    tci_buf_u32(command, TC_ORDER_AS_HOST);
    tci_buf_u32(command, 0);
    tci_buf_bytes(command, big, 16);
}

/* Run it and let go of its bytes; a refusal of the whole command names no field of a request. */
static int32_t run(house *h, const tci_op *op, tci_buf *command) {
    tci_call call;
    tci_call_init(&call);
    call.op = op;
    call.command = tci_buf_slice(command);
    tci_engine_run(h->engine, &call, 1);
    int32_t code = call.code;
    if (code == TC_E_INVALID) assert_string_equal(call.error.field, "command");
    tci_call_free(&call);
    tci_buf_free(command);
    return code;
}

static int32_t pay(house *h, uint64_t order, int64_t within_ms, size_t token) {
    tci_buf command;
    head(&command, order);
    tci_buf_u8(&command, TC_PAY_PROVIDER);
    tci_buf_u16(&command, 0);
    tci_buf_i64(&command, 0);
    tci_buf_i64(&command, within_ms);
    tci_buf_text(&command, tci_slice_of(big, token));
    return run(h, &tci_op_order_pay, &command);
}

static void a_payments_token_and_time_have_their_limits(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    assert_int_equal(pay(h, sold.order, 0, TC_REFERENCE_MAX + 1), TC_E_INVALID);
    assert_int_equal(pay(h, sold.order, -1, 0), TC_E_INVALID);
    assert_int_equal(pay(h, sold.order, TC_HOLD_TTL_MS_MAX + 1, 0), TC_E_INVALID);
    assert_int_equal(pay(h, sold.order, 0, TC_REFERENCE_MAX), TC_E_STATE); /* it is paid */
}

static int32_t refund(house *h, uint64_t order, int64_t amount, uint32_t tickets, size_t text) {
    tci_buf command;
    head(&command, order);
    tci_buf_i64(&command, amount);
    tci_buf_text(&command, tci_slice_of(big, text));
    tci_buf_u32(&command, tickets);
    tci_buf_bytes(&command, big, (size_t)tickets * 8);
    return run(h, &tci_op_order_refund, &command);
}

static void a_refunds_tickets_text_and_amount_have_their_limits(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    assert_true((TC_ORDER_TICKETS_MAX + 1) * 8 <= BIG);
    assert_int_equal(refund(h, sold.order, 0, TC_ORDER_TICKETS_MAX + 1, 0), TC_E_INVALID);
    assert_int_equal(refund(h, sold.order, 0, 0, TC_REFERENCE_MAX + 1), TC_E_INVALID);
    assert_int_equal(refund(h, sold.order, -1, 0, 0), TC_E_INVALID);
    assert_int_equal(refund(h, sold.order, TC_AMOUNT_MAX + 1, 0, 0), TC_E_INVALID);
    assert_int_equal(house_ticket(h, sold.tickets[0]).state, TC_TICKET_VALID);
    assert_int_equal(refund(h, sold.order, 0, 0, TC_REFERENCE_MAX), TC_OK);
}

static int32_t create(house *h, int64_t within_ms, size_t token, uint32_t items, uint32_t told) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, 1);
    for (int i = 0; i < 3; i++) tci_buf_bytes(&command, big, 16);
    tci_buf_u8(&command, TC_PAY_PROVIDER);
    tci_buf_u8(&command, 0);
    tci_buf_u16(&command, 0);
    tci_buf_i64(&command, 0);
    tci_buf_i64(&command, within_ms);
    tci_buf_text(&command, tci_slice_of(big, token));
    tci_buf_text(&command, tci_slice_of(big, 0));
    tci_buf_u32(&command, told);
    tci_buf_bytes(&command, big, (size_t)items * 8);
    return run(h, &tci_op_order_create, &command);
}

static void an_orders_token_time_and_items_have_their_limits(void **state) {
    house *h = *state;
    assert_int_equal(create(h, 0, TC_REFERENCE_MAX + 1, 1, 1), TC_E_INVALID);
    assert_int_equal(create(h, -1, 0, 1, 1), TC_E_INVALID);
    assert_int_equal(create(h, TC_HOLD_TTL_MS_MAX + 1, 0, 1, 1), TC_E_INVALID);
    assert_int_equal(create(h, 0, 0, 0, 0), TC_E_INVALID);
    assert_int_equal(create(h, 0, 0, 1, 2), TC_E_INVALID);
    assert_int_equal(create(h, 0, 0, TC_HOLD_ITEMS_MAX + 1, TC_HOLD_ITEMS_MAX + 1), TC_E_INVALID);
    assert_int_equal(create(h, 0, TC_REFERENCE_MAX, 1, 1), TC_E_NOT_FOUND); /* no such hold */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        H(a_payments_token_and_time_have_their_limits),
        H(a_refunds_tickets_text_and_amount_have_their_limits),
        H(an_orders_token_time_and_items_have_their_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
