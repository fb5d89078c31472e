/* What is behind the times is refused: versions that were, money that is on its way already, less
 * than was asked for. Public headers only. */
#include "order_house.h"

static uint32_t seat_version(uint32_t seat) {
    tc_seat_view view = TC_SEAT_VIEW_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_seat_get(snapshot, H0->event[0], seat, &view, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return view.version;
}

static void a_seat_that_moved_on_is_not_taken(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
    release.hold = held.hold;
    release.secret = held.secret;
    assert_int_equal(tc_hold_release(H0->engine, &release, NULL, NULL), TC_OK);
    uint32_t now = seat_version(0);
    assert_int_equal(now, 3);
    tc_hold_seat seat = {H0->event[0], 0, 0};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    request.seats = &seat;
    request.seats_count = 1;
    tc_error error = TC_ERROR_INIT;
    for (uint32_t version = 1; version <= now + 1; version++) {
        if (version == now) continue;
        seat.version = version;
        assert_int_equal(tc_hold_create(H0->engine, &request, NULL, &error), TC_E_SEAT_VERSION);
        assert_int_equal(error.expected_version, version);
        assert_int_equal(error.actual_version, now);
        assert_int_equal(seat_state(0), TC_SEAT_FREE);
    }
    seat.version = now;
    assert_int_equal(tc_hold_create(H0->engine, &request, NULL, NULL), TC_OK);
}

static void an_event_that_moved_on_is_not_changed(void **state) {
    (void)state;
    tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
    request.event = H0->event[0];
    request.fields = TC_EVENT_FIELD_NAME;
    request.name = "Second";
    request.expected_version = 1;
    assert_int_equal(tc_event_update(H0->engine, &request, NULL, NULL), TC_OK);
    request.name = "Third";
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_event_update(H0->engine, &request, NULL, &error), TC_E_VERSION);
    assert_int_equal(error.expected_version, 1);
    assert_int_equal(error.actual_version, 2);
    request.expected_version = 2;
    assert_int_equal(tc_event_update(H0->engine, &request, NULL, NULL), TC_OK);
}

/* Captured through the provider, `seats` seats from 0. */
static tc_order_create_result captured(uint32_t seats) {
    tc_order_create_result made = buy(0, seats, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
    return made;
}

static void money_on_its_way_back_is_not_asked_back_again(void **state) {
    (void)state;
    tc_order_create_result made = captured(2);
    assert_int_equal(refund(made.order, NULL, 0, SEAT, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    assert_int_equal(refund(made.order, NULL, 0, SEAT + 1, 0), TC_E_REFUND);
    assert_int_equal(refund(made.order, NULL, 0, 2 * SEAT, 0), TC_E_REFUND);
    assert_int_equal(refund(made.order, NULL, 0, SEAT, 0), TC_OK);
    assert_int_equal(refund(made.order, NULL, 0, 1, 0), TC_E_REFUND);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_E_STATE);
    tc_payment_command both[4];
    assert_int_equal(lease(both, 4, MINUTE), 2);
    for (int i = 0; i < 2; i++) assert_int_equal(answer(&both[i], TC_OUTCOME_DONE, NULL), TC_OK);
    assert_int_equal(get(made.order).refunded_minor, 2 * SEAT);
    assert_int_equal(refund(made.order, NULL, 0, 1, 0), TC_E_REFUND);
    assert_int_equal(balance(TC_ACCOUNT_OWED), 0);
}

static void less_than_the_total_settles_nothing(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    static const int64_t WRONG[] = {1, SEAT - 1, SEAT + 1};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        assert_int_equal(settle(made.order, WRONG[i]), TC_E_AMOUNT);
        assert_state(made.order, TC_ORDER_PENDING);
    }
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(a_seat_that_moved_on_is_not_taken),
        OH(an_event_that_moved_on_is_not_changed),
        OH(money_on_its_way_back_is_not_asked_back_again),
        OH(less_than_the_total_settles_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
