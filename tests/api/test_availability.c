/* Availability and seats from outside: counts, map, decoded seats, changes; block, unblock, allot.
 */
#include "inventory_house.h"

static tc_snapshot *snapshot;

static void open_snapshot(void) {
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
}

static int32_t seats_do(int32_t (*call)(tc_engine *, const tc_seat_block_request *,
                                        tc_seat_block_result *, tc_error *),
                        tc_seat_version *seats, uint32_t count) {
    tc_seat_block_request request = TC_SEAT_BLOCK_REQUEST_INIT;
    tc_seat_block_result result = TC_SEAT_BLOCK_RESULT_INIT;
    request.event = H->event[0];
    request.seats = seats;
    request.seats_count = count;
    result.seats = seats;
    result.seats_capacity = count;
    return call(H->engine, &request, &result, fresh_error());
}

static void counts_by_state(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_seat_version seats[] = {{18, 0}, {19, 0}};
    assert_int_equal(hold_some(0, 3, 6, &held), TC_OK);
    house_sell(H, 0, 5, 2, 0);
    assert_int_equal(seats_do(tc_seat_block, seats, 2), TC_OK);
    tc_availability all = counts_now();
    assert_int_equal(all.seats, 20);
    assert_int_equal(all.free, 13);
    assert_int_equal(all.held, 3);
    assert_int_equal(all.sold, 2);
    assert_int_equal(all.blocked, 2);
    assert_int_equal(all.pools, 1);
    assert_int_equal(all.pool_capacity, 100);
    assert_int_equal(all.pool_held, 6);
    assert_int_equal(all.inventory_version, 1 + 3 + 4 + 2);
}

static void map_is_two_bits_a_seat(void **state) {
    (void)state;
    tc_hold_create_result held;
    uint8_t bits[5];
    size_t length = 0;
    uint64_t version = 0;
    assert_int_equal(hold_some(1, 1, 0, &held), TC_OK);
    house_sell(H, 0, 4, 1, 0);
    open_snapshot();
    assert_int_equal(tc_availability_map(snapshot, H->event[0], NULL, 0, &length, &version, NULL),
                     TC_OK);
    assert_int_equal(length, 5);
    assert_int_equal(
        tc_availability_map(snapshot, H->event[0], bits, 4, &length, &version, fresh_error()),
        TC_E_BUFFER);
    assert_int_equal(tc_availability_map(snapshot, H->event[0], bits, 5, &length, &version, NULL),
                     TC_OK);
    assert_int_equal(bits[0], TC_SEAT_HELD << 2);
    assert_int_equal(bits[1], TC_SEAT_SOLD);
    assert_int_equal(version, 4);
    assert_int_equal(tc_availability_map(snapshot, 99, bits, 5, &length, NULL, NULL),
                     TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void seats_are_decoded_in_ranges(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_seat_status seats[20];
    uint32_t count = 0;
    assert_int_equal(hold_some(18, 2, 0, &held), TC_OK);
    open_snapshot();
    assert_int_equal(
        tc_availability_seats(snapshot, H->event[0], 17, seats, 20, &count, NULL, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_int_equal(seats[0].state, TC_SEAT_FREE);
    assert_int_equal(seats[1].state, TC_SEAT_HELD);
    assert_int_equal(seats[1].version, 2);
    assert_int_equal(
        tc_availability_seats(snapshot, H->event[0], 20, seats, 20, &count, NULL, NULL), TC_OK);
    assert_int_equal(count, 0);
    assert_int_equal(tc_availability_seats(snapshot, H->event[0], 0, NULL, 0, &count, NULL, NULL),
                     TC_OK);
    assert_int_equal(count, 20);
    tc_snapshot_close(snapshot);
}

static void counts_by_section_and_channel(void **state) {
    (void)state;
    tc_availability_count counts[16];
    uint32_t count = 0;
    open_snapshot();
    assert_int_equal(
        tc_availability_counts(snapshot, H->event[0], TC_BY_CATEGORY, counts, 16, &count, NULL),
        TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(counts[0].key, 1);
    assert_int_equal(counts[0].free, 20);
    assert_int_equal(
        tc_availability_counts(snapshot, H->event[0], TC_BY_CHANNEL, NULL, 0, &count, NULL), TC_OK);
    assert_int_equal(count, TC_CHANNELS_MAX);
    assert_fails(
        tc_availability_counts(snapshot, H->event[0], 4, counts, 16, &count, fresh_error()),
        TC_E_INVALID, "by");
    tc_snapshot_close(snapshot);
}

static void live_page_follows_by_changes(void **state) {
    (void)state;
    tc_hold_create_result held, other;
    tc_seat_change changes[20];
    uint32_t count = 0;
    uint64_t version = 0;
    open_snapshot();
    assert_int_equal(
        tc_availability_since(snapshot, H->event[0], 0, changes, 20, &count, &version, NULL),
        TC_OK);
    assert_int_equal(count, 20);
    assert_int_equal(hold_some(7, 1, 0, &held), TC_OK);
    assert_int_equal(hold_some(3, 1, 0, &other), TC_OK);
    assert_int_equal(release(&other), TC_OK);
    assert_int_equal(tc_snapshot_refresh(snapshot, NULL), TC_OK);
    assert_int_equal(
        tc_availability_since(snapshot, H->event[0], version, changes, 20, &count, &version, NULL),
        TC_OK);
    assert_int_equal(count, 2);
    assert_int_equal(changes[0].seat, 3);
    assert_int_equal(changes[0].version, 3);
    assert_int_equal(changes[0].state, TC_SEAT_FREE);
    assert_int_equal(changes[1].seat, 7);
    assert_int_equal(changes[1].state, TC_SEAT_HELD);
    assert_fails(tc_availability_since(snapshot, H->event[0], version + 1, changes, 20, &count,
                                       &version, fresh_error()),
                 TC_E_INVALID, "since");
    tc_snapshot_close(snapshot);
}

static void snapshot_keeps_its_moment(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_availability all = TC_AVAILABILITY_INIT;
    open_snapshot();
    assert_int_equal(hold_some(0, 5, 0, &held), TC_OK);
    assert_int_equal(tc_availability_get(snapshot, H->event[0], &all, NULL), TC_OK);
    assert_int_equal(all.free, 20);
    assert_int_equal(tc_snapshot_refresh(snapshot, NULL), TC_OK);
    assert_int_equal(tc_availability_get(snapshot, H->event[0], &all, NULL), TC_OK);
    assert_int_equal(all.free, 15);
    tc_snapshot_close(snapshot);
}

static void blocked_seats_are_not_for_sale(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_seat_version seats[] = {{2, 1}, {3, 0}};
    assert_int_equal(seats_do(tc_seat_block, seats, 2), TC_OK);
    assert_int_equal(seats[0].version, 2);
    assert_int_equal(seats[1].seat, 3);
    assert_fails(hold_some(2, 1, 0, &held), TC_E_SEAT_TAKEN, "seats");
    assert_fails(seats_do(tc_seat_block, seats, 2), TC_E_SEAT_TAKEN, "seats");
    assert_int_equal(seats_do(tc_seat_unblock, seats, 2), TC_OK);
    assert_int_equal(seats[1].version, 3);
    assert_fails(seats_do(tc_seat_unblock, seats, 2), TC_E_SEAT_STATE, "seats");
    assert_int_equal(last_error.conflicts_count, 2);
    assert_int_equal(hold_some(2, 1, 0, &held), TC_OK);
}

static void block_arguments_are_checked(void **state) {
    (void)state;
    tc_seat_version seats[] = {{2, 0}, {2, 0}};
    assert_fails(seats_do(tc_seat_block, seats, 2), TC_E_INVALID, "seats");
    assert_fails(seats_do(tc_seat_block, seats, 0), TC_E_INVALID, "seats_count");
    assert_fails(seats_do(tc_seat_block, NULL, 1), TC_E_INVALID, "seats");
    assert_fails(seats_do(tc_seat_block, seats, TC_SEAT_CHANGE_MAX + 1), TC_E_LIMIT, "seats_count");
    seats[0].seat = 20;
    assert_fails(seats_do(tc_seat_block, seats, 1), TC_E_NOT_FOUND, "seats");
}

static void allotted_seats_need_their_channel(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_seat_version seats[] = {{2, 0}, {3, 0}};
    tc_seat_channel_request request = TC_SEAT_CHANNEL_REQUEST_INIT;
    request.event = H->event[0];
    request.seats = seats;
    request.seats_count = 2;
    request.channel = 5;
    assert_int_equal(tc_seat_channel(H->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(seat_now(2).channel, 5);
    assert_fails(hold_some(2, 1, 0, &held), TC_E_CHANNEL, "seats");
    tc_hold_seat seat = {H->event[0], 2, 2};
    tc_hold_create_request create = TC_HOLD_CREATE_REQUEST_INIT;
    create.seats = &seat;
    create.seats_count = 1;
    create.channel = 5;
    assert_int_equal(tc_hold_create(H->engine, &create, NULL, NULL), TC_OK);
    request.channel = 16;
    assert_fails(tc_seat_channel(H->engine, &request, NULL, fresh_error()), TC_E_LIMIT, "channel");
}

static void sold_seat_names_its_ticket(void **state) {
    (void)state;
    house_sell(H, 0, 8, 2, 0);
    tc_seat_view seat = seat_now(9);
    assert_int_equal(seat.state, TC_SEAT_SOLD);
    assert_int_equal(seat.ticket, 2);
    assert_int_equal(seat.hold, 0);
    assert_int_equal(seat.version, 3);
}

static void unknown_seat_is_not_found(void **state) {
    (void)state;
    tc_seat_view view = TC_SEAT_VIEW_INIT;
    open_snapshot();
    assert_fails(tc_seat_get(snapshot, H->event[0], 20, &view, fresh_error()), TC_E_NOT_FOUND,
                 "seat");
    assert_fails(tc_seat_get(snapshot, 0, 0, &view, fresh_error()), TC_E_NOT_FOUND, "event");
    view.size = 3;
    assert_fails(tc_seat_get(snapshot, H->event[0], 0, &view, fresh_error()), TC_E_INVALID, "view");
    tc_snapshot_close(snapshot);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(counts_by_state),
        BOTH(map_is_two_bits_a_seat),
        BOTH(seats_are_decoded_in_ranges),
        BOTH(counts_by_section_and_channel),
        BOTH(live_page_follows_by_changes),
        BOTH(snapshot_keeps_its_moment),
        BOTH(blocked_seats_are_not_for_sale),
        BOTH(block_arguments_are_checked),
        BOTH(allotted_seats_need_their_channel),
        BOTH(sold_seat_names_its_ticket),
        BOTH(unknown_seat_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
