/* Holds from outside: every call, its answers and its refusals, in memory and on disk. */
#include "inventory_house.h"

static void hold_answers_all(void **state) {
    (void)state;
    tc_hold_create_result held;
    assert_int_equal(hold_some(3, 2, 4, &held), TC_OK);
    assert_int_equal(held.hold, 1);
    assert_int_equal(held.version, 1);
    assert_true(held.expires_at_ms == H->now_ms + TTL);
    assert_int_equal(held.seats_count, 2);
    assert_int_equal(held.seats[1].seat, 4);
    assert_int_equal(held.seats[1].version, 2);
    assert_true(held.seats[1].event == H->event[0]);
    tc_seat_view seat = seat_now(4);
    assert_int_equal(seat.state, TC_SEAT_HELD);
    assert_int_equal(seat.hold, 1);
    assert_true(seat.expires_at_ms == held.expires_at_ms);
    assert_int_equal(seat.category, 1);
    assert_int_equal(pool_now().held, 4);
}

static void result_room_may_be_short_or_absent(void **state) {
    (void)state;
    tc_hold_seat seats[] = {{H->event[0], 0, 0}, {H->event[0], 1, 0}, {H->event[0], 2, 0}};
    tc_hold_seat room[2] = {{0, 99, 99}, {0, 99, 99}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result result = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = seats;
    request.seats_count = 3;
    result.seats = room;
    result.seats_capacity = 1;
    assert_int_equal(tc_hold_create(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.seats_count, 3);
    assert_int_equal(room[0].seat, 0);
    assert_int_equal(room[1].seat, 99);
    request.seats_count = 1;
    seats[0].seat = 9;
    assert_int_equal(tc_hold_create(H->engine, &request, NULL, NULL), TC_OK);
}

static void same_request_id_is_one_hold(void **state) {
    (void)state;
    tc_hold_seat seat = {H->event[0], 7, 0};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result first = TC_HOLD_CREATE_RESULT_INIT;
    tc_hold_create_result second = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = &seat;
    request.seats_count = 1;
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    assert_int_equal(tc_hold_create(H->engine, &request, &first, NULL), TC_OK);
    assert_int_equal(tc_hold_create(H->engine, &request, &second, NULL), TC_OK);
    assert_int_equal(first.hold, second.hold);
    assert_memory_equal(&first.secret, &second.secret, sizeof first.secret);
    assert_int_equal(counts_now().held, 1);
    seat.seat = 8;
    assert_int_equal(tc_hold_create(H->engine, &request, &second, NULL), TC_E_REQUEST_MISMATCH);
}

static void secrets_differ(void **state) {
    (void)state;
    tc_hold_create_result one, two;
    assert_int_equal(hold_some(0, 1, 0, &one), TC_OK);
    assert_int_equal(hold_some(1, 1, 0, &two), TC_OK);
    assert_memory_not_equal(&one.secret, &two.secret, sizeof one.secret);
}

static void conflicts_are_all_listed(void **state) {
    (void)state;
    tc_hold_create_result held, refused = TC_HOLD_CREATE_RESULT_INIT;
    assert_int_equal(hold_some(1, 2, 0, &held), TC_OK);
    refused.hold = 77;
    tc_hold_seat seats[] = {{H->event[0], 0, 9}, {H->event[0], 1, 1}, {H->event[0], 2, 0}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    request.seats = seats;
    request.seats_count = 3;
    assert_fails(tc_hold_create(H->engine, &request, &refused, fresh_error()), TC_E_SEAT_VERSION,
                 "seats");
    assert_int_equal(last_error.conflicts_count, 3);
    assert_int_equal(conflicts[0].expected_version, 9);
    assert_int_equal(conflicts[0].actual_version, 1);
    assert_int_equal(conflicts[1].state, TC_SEAT_HELD);
    assert_int_equal(conflicts[1].actual_version, 2);
    assert_true(conflicts[2].event == H->event[0]);
    assert_int_equal(refused.hold, 77); /* outputs are untouched */
    assert_int_equal(counts_now().held, 2);
}

static void arguments_are_checked(void **state) {
    (void)state;
    tc_hold_seat seat = {H->event[0], 0, 0};
    tc_hold_pool pool = {H->event[0], H->pool[0], 1};
    const tc_hold_create_request good = {.size = sizeof good, .seats = &seat, .seats_count = 1};
    tc_hold_create_request bad = good;
#define REFUSED(code, field)                                                                       \
    assert_fails(tc_hold_create(H->engine, &bad, NULL, fresh_error()), code, field);               \
    bad = good
    bad.flags = 64;
    REFUSED(TC_E_INVALID, "flags");
    bad.ttl_ms = -1;
    REFUSED(TC_E_INVALID, "ttl_ms");
    bad.ttl_ms = INT64_C(1) + TC_HOLD_TTL_MS_MAX;
    REFUSED(TC_E_LIMIT, "ttl_ms");
    bad.channel = TC_CHANNELS_MAX;
    REFUSED(TC_E_LIMIT, "channel");
    bad.reserved = 1;
    REFUSED(TC_E_LIMIT, "reserved");
    bad.seats = NULL;
    REFUSED(TC_E_INVALID, "seats");
    bad.seats_count = TC_HOLD_SEATS_MAX + 1;
    REFUSED(TC_E_LIMIT, "seats_count");
    bad.pools_count = 1;
    REFUSED(TC_E_INVALID, "pools");
    bad.pools_count = TC_HOLD_POOLS_MAX + 1;
    REFUSED(TC_E_LIMIT, "pools_count");
    bad.seats_count = 0;
    REFUSED(TC_E_INVALID, "seats_count");
    char long_key[TC_BUYER_MAX + 2];
    memset(long_key, 'x', sizeof long_key);
    long_key[TC_BUYER_MAX + 1] = '\0';
    bad.buyer = long_key;
    REFUSED(TC_E_LIMIT, "buyer");
    bad.buyer = "\xff";
    REFUSED(TC_E_INVALID, "buyer");
    pool.quantity = 0;
    bad.pools = &pool;
    bad.pools_count = 1;
    REFUSED(TC_E_INVALID, "pools.quantity");
    seat.seat = UINT32_MAX;
    REFUSED(TC_E_LIMIT, "seats.seat");
    assert_int_equal(counts_now().held, 0);
}

static void unknown_things_are_not_found(void **state) {
    (void)state;
    tc_hold_create_result held;
    assert_fails(hold_some(19, 2, 0, &held), TC_E_NOT_FOUND, "seats");
    assert_int_equal(last_error.subject, 20);
    tc_hold_seat seat = {99, 0, 0};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    request.seats = &seat;
    request.seats_count = 1;
    assert_fails(tc_hold_create(H->engine, &request, NULL, fresh_error()), TC_E_NOT_FOUND, "event");
}

static void owner_and_host_read_a_hold(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    tc_snapshot *snapshot;
    assert_int_equal(hold_some(0, 2, 3, &held), TC_OK);
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_hold_get(snapshot, held.hold, &held.secret, &view, NULL), TC_OK);
    assert_int_equal(view.seats, 2);
    assert_int_equal(view.pools, 1);
    assert_int_equal(view.state, TC_HOLD_LIVE);
    assert_true(view.created_at_ms == H->now_ms);
    tc_secret wrong = held.secret;
    wrong.bytes[15] ^= 1;
    assert_int_equal(tc_hold_get(snapshot, held.hold, &wrong, &view, fresh_error()),
                     TC_E_NOT_FOUND);
    assert_int_equal(tc_hold_get(snapshot, 2, &held.secret, &view, fresh_error()), TC_E_NOT_FOUND);
    assert_fails(tc_hold_get(snapshot, held.hold, NULL, &view, fresh_error()), TC_E_INVALID,
                 "secret");
    assert_int_equal(tc_hold_peek(snapshot, held.hold, &view, NULL), TC_OK);
    assert_int_equal(tc_hold_peek(snapshot, 0, &view, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void items_of_a_hold(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_hold_seat seats[2];
    tc_hold_pool pools[2];
    uint32_t count = 77;
    tc_snapshot *snapshot;
    assert_int_equal(hold_some(5, 3, 2, &held), TC_OK);
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_hold_seats(snapshot, held.hold, seats, 2, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_int_equal(seats[1].seat, 6);
    assert_int_equal(seats[1].version, 2);
    assert_int_equal(tc_hold_seats(snapshot, held.hold, NULL, 0, &count, NULL), TC_OK);
    assert_int_equal(tc_hold_pools(snapshot, held.hold, pools, 2, &count, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(pools[0].quantity, 2);
    assert_int_equal(tc_hold_pools(snapshot, 9, pools, 2, &count, NULL), TC_E_NOT_FOUND);
    assert_int_equal(count, 1);
    assert_fails(tc_hold_seats(snapshot, held.hold, NULL, 2, &count, fresh_error()), TC_E_INVALID,
                 "seats");
    tc_snapshot_close(snapshot);
}

static void release_needs_the_secret(void **state) {
    (void)state;
    tc_hold_create_result held, other;
    assert_int_equal(hold_some(0, 2, 0, &held), TC_OK);
    other = held;
    other.secret.bytes[0] ^= 1;
    assert_fails(release(&other), TC_E_NOT_FOUND, "hold");
    assert_int_equal(release(&held), TC_OK);
    assert_fails(release(&held), TC_E_HOLD_ENDED, "hold");
    assert_int_equal(seat_now(0).version, 3);
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_RELEASED);
    assert_int_equal(hold_now(held.hold).version, 2);
}

static void release_compares_the_version(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_hold_release_request request = TC_HOLD_RELEASE_REQUEST_INIT;
    tc_hold_release_result result = TC_HOLD_RELEASE_RESULT_INIT;
    assert_int_equal(hold_some(0, 2, 0, &held), TC_OK);
    request.hold = held.hold;
    request.secret = held.secret;
    request.expected_version = 4;
    assert_fails(tc_hold_release(H->engine, &request, &result, fresh_error()), TC_E_VERSION,
                 "hold");
    assert_int_equal(last_error.actual_version, 1);
    request.expected_version = 1;
    assert_int_equal(tc_hold_release(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
}

static void hold_is_dead_at_its_millisecond(void **state) {
    (void)state;
    tc_hold_create_result held, next;
    assert_int_equal(hold_some(0, 2, 5, &held), TC_OK);
    house_pass(H, TTL - 1);
    assert_int_equal(seat_now(0).state, TC_SEAT_HELD);
    assert_int_equal(hold_some(0, 2, 0, &next), TC_E_SEAT_TAKEN);
    house_pass(H, 1);
    /* Nothing has swept, and everybody sees it dead. */
    assert_int_equal(seat_now(0).state, TC_SEAT_FREE);
    assert_int_equal(seat_now(0).version, 3);
    assert_int_equal(seat_now(0).hold, 0);
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_EXPIRED);
    assert_int_equal(counts_now().held, 0);
    assert_int_equal(pool_now().held, 0);
    assert_int_equal(release(&held), TC_E_HOLD_EXPIRED);
    assert_int_equal(hold_some(0, 2, 5, &next), TC_OK);
    assert_int_equal(held_seats[0].version, 4);
}

static void extend_lives_longer_up_to_the_cap(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_hold_extend_request request = TC_HOLD_EXTEND_REQUEST_INIT;
    tc_hold_extend_result result = TC_HOLD_EXTEND_RESULT_INIT;
    assert_int_equal(hold_some(0, 2, 0, &held), TC_OK);
    request.hold = held.hold;
    request.secret = held.secret;
    house_pass(H, 60000);
    assert_int_equal(tc_hold_extend(H->engine, &request, &result, NULL), TC_OK);
    assert_true(result.expires_at_ms == H->now_ms + TTL);
    assert_int_equal(result.version, 2);
    request.ttl_ms = TC_HOLD_LIFE_MS_DEFAULT;
    assert_fails(tc_hold_extend(H->engine, &request, &result, fresh_error()), TC_E_HOLD_LIFE,
                 "ttl_ms");
    request.ttl_ms -= 60000;
    assert_int_equal(tc_hold_extend(H->engine, &request, &result, NULL), TC_OK);
    house_pass(H, TC_HOLD_LIFE_MS_DEFAULT - 60000 - 1);
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_LIVE);
    house_pass(H, 1);
    assert_fails(tc_hold_extend(H->engine, &request, &result, fresh_error()), TC_E_HOLD_EXPIRED,
                 "hold");
}

static void host_ends_a_hold_now(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_hold_expire_request request = TC_HOLD_EXPIRE_REQUEST_INIT;
    tc_hold_expire_result result = TC_HOLD_EXPIRE_RESULT_INIT;
    assert_int_equal(hold_some(0, 2, 0, &held), TC_OK);
    request.hold = held.hold;
    assert_int_equal(tc_hold_expire(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_EXPIRED);
    assert_fails(tc_hold_expire(H->engine, &request, &result, fresh_error()), TC_E_HOLD_EXPIRED,
                 "hold");
    request.hold = 50;
    assert_fails(tc_hold_expire(H->engine, &request, &result, fresh_error()), TC_E_NOT_FOUND,
                 "hold");
}

static void swap_is_one_step(void **state) {
    (void)state;
    tc_hold_create_result held, other;
    assert_int_equal(hold_some(0, 2, 0, &held), TC_OK);
    assert_int_equal(hold_some(4, 1, 0, &other), TC_OK);
    tc_hold_seat seats[] = {{H->event[0], 1, 2}, {H->event[0], 4, 0}};
    tc_hold_swap_request request = TC_HOLD_SWAP_REQUEST_INIT;
    tc_hold_swap_result result = TC_HOLD_SWAP_RESULT_INIT;
    request.hold = held.hold;
    request.secret = held.secret;
    request.seats = seats;
    request.seats_count = 2;
    assert_fails(tc_hold_swap(H->engine, &request, &result, fresh_error()), TC_E_SEAT_TAKEN,
                 "seats");
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_LIVE);
    seats[1].seat = 2;
    assert_int_equal(tc_hold_swap(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.hold, 3);
    assert_true(result.expires_at_ms == held.expires_at_ms);
    assert_memory_not_equal(&result.secret, &held.secret, sizeof held.secret);
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_RELEASED);
    assert_int_equal(seat_now(0).state, TC_SEAT_FREE);
    assert_int_equal(seat_now(1).hold, 3);
    assert_int_equal(release(&result), TC_OK);
}

static void best_seats_sit_together(void **state) {
    (void)state;
    tc_hold_best_request request = TC_HOLD_BEST_REQUEST_INIT;
    tc_hold_best_result result = TC_HOLD_BEST_RESULT_INIT;
    result.seats = held_seats;
    result.seats_capacity = 32;
    request.event = H->event[0];
    request.quantity = 3;
    assert_int_equal(tc_hold_best(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.adjacent, 1);
    assert_int_equal(result.seats_count, 3);
    assert_int_equal(held_seats[1].seat, held_seats[0].seat + 1);
    request.quantity = 7;
    assert_int_equal(tc_hold_best(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.adjacent, 0);
    request.quantity = 11;
    assert_fails(tc_hold_best(H->engine, &request, &result, fresh_error()), TC_E_NO_SEATS,
                 "quantity");
    request.max_rows = 1;
    request.quantity = 6;
    assert_fails(tc_hold_best(H->engine, &request, &result, fresh_error()), TC_E_NO_SEATS,
                 "quantity");
}

static void best_arguments_are_checked(void **state) {
    (void)state;
    const uint32_t zero = 0, one = 1;
    const tc_hold_best_request good = {.size = sizeof good, .event = H->event[0], .quantity = 1};
    tc_hold_best_request bad = good;
#define WRONG(code, field)                                                                         \
    assert_fails(tc_hold_best(H->engine, &bad, NULL, fresh_error()), code, field);                 \
    bad = good
    bad.quantity = 0;
    WRONG(TC_E_INVALID, "quantity");
    bad.quantity = TC_HOLD_BEST_MAX + 1;
    WRONG(TC_E_LIMIT, "quantity");
    bad.accessible = 2;
    WRONG(TC_E_LIMIT, "accessible");
    bad.categories_count = 1;
    WRONG(TC_E_INVALID, "categories");
    bad.categories = &zero;
    bad.categories_count = 1;
    WRONG(TC_E_INVALID, "categories");
    bad.sections_count = TC_SECTIONS_MAX + 1;
    bad.sections = &one;
    WRONG(TC_E_LIMIT, "sections");
    bad.event = 12345;
    WRONG(TC_E_NOT_FOUND, "event");
}

static void batch_of_holds_stands_each_alone(void **state) {
    (void)state;
    enum { COUNT = 30 };
    tc_hold_seat seats[COUNT];
    tc_hold_create_request requests[COUNT];
    tc_hold_create_result results[COUNT];
    tc_command commands[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        seats[i] = (tc_hold_seat){H->event[0], i % 20, 0};
        requests[i] = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
        requests[i].seats = &seats[i];
        requests[i].seats_count = 1;
        results[i] = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_HOLD_CREATE;
        commands[i].request = &requests[i];
        commands[i].result = &results[i];
    }
    assert_int_equal(tc_command_batch(H->engine, commands, COUNT, NULL), TC_OK);
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_int_equal(commands[i].code, i < 20 ? TC_OK : TC_E_SEAT_TAKEN);
        if (i < 20) assert_int_equal(results[i].hold, i + 1);
    }
    assert_int_equal(counts_now().free, 0);
}

static void hold_over_two_events(void **state) {
    (void)state;
    tc_hold_seat seats[] = {{H->event[1], 3, 0}, {H->event[0], 3, 0}};
    tc_hold_pool pools[] = {{H->event[1], H->pool[1], 2}, {H->event[0], H->pool[0], 100}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result result = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = seats;
    request.seats_count = 2;
    request.pools = pools;
    request.pools_count = 2;
    assert_int_equal(tc_hold_create(H->engine, &request, &result, NULL), TC_OK);
    seats[0].seat = seats[1].seat = 4;
    assert_fails(tc_hold_create(H->engine, &request, NULL, fresh_error()), TC_E_POOL_SHORT,
                 "pools");
    assert_true(last_error.event == H->event[0]);
    assert_int_equal(seat_now(4).state, TC_SEAT_FREE);
    assert_int_equal(release(&result), TC_OK);
}

static void sweep_tells_when_the_next_hold_dies(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_sweep_request request = TC_SWEEP_REQUEST_INIT;
    tc_sweep_result result = TC_SWEEP_RESULT_INIT;
    assert_int_equal(tc_sweep(H->engine, &request, &result, NULL), TC_OK);
    assert_true(result.next_due_ms == INT64_MAX);
    assert_int_equal(hold_some(0, 1, 0, &held), TC_OK);
    assert_int_equal(tc_sweep(H->engine, &request, &result, NULL), TC_OK);
    assert_true(result.next_due_ms == held.expires_at_ms);
    house_pass(H, TTL);
    assert_int_equal(tc_sweep(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.left, 0);
    assert_true(result.next_due_ms == INT64_MAX);
}

static void buyer_limit_is_the_events(void **state) {
    (void)state;
    tc_event_update_request update = TC_EVENT_UPDATE_REQUEST_INIT;
    update.event = H->event[0];
    update.fields = TC_EVENT_FIELD_LIMIT_PER_BUYER;
    update.limit_per_buyer = 3;
    assert_int_equal(tc_event_update(H->engine, &update, NULL, NULL), TC_OK);
    tc_hold_seat seats[] = {{H->event[0], 0, 0}, {H->event[0], 1, 0}, {H->event[0], 2, 0}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    request.seats = seats;
    request.seats_count = 2;
    assert_fails(tc_hold_create(H->engine, &request, NULL, fresh_error()), TC_E_BUYER_LIMIT,
                 "buyer");
    request.buyer = "anna";
    assert_int_equal(tc_hold_create(H->engine, &request, NULL, NULL), TC_OK);
    for (uint32_t i = 0; i < 3; i++) seats[i].seat += 5;
    assert_fails(tc_hold_create(H->engine, &request, NULL, fresh_error()), TC_E_BUYER_LIMIT,
                 "buyer");
    assert_int_equal(last_error.actual_version, 2);
    request.buyer = "ben";
    assert_int_equal(tc_hold_create(H->engine, &request, NULL, NULL), TC_OK);
    house_pass(H, TTL);
    request.buyer = "anna";
    request.seats_count = 3;
    assert_int_equal(tc_hold_create(H->engine, &request, NULL, NULL), TC_OK);
}

static void orphan_rule_is_the_events(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_event_update_request update = TC_EVENT_UPDATE_REQUEST_INIT;
    update.event = H->event[0];
    update.fields = TC_EVENT_FIELD_RULES;
    update.rules = TC_EVENT_ORPHAN_RULE;
    assert_int_equal(tc_event_update(H->engine, &update, NULL, NULL), TC_OK);
    assert_fails(hold_some(1, 2, 0, &held), TC_E_ORPHAN, "seats");
    assert_int_equal(last_error.subject, 0);
    assert_int_equal(hold_some(0, 2, 0, &held), TC_OK);
    assert_int_equal(hold_some(2, 3, 0, &held), TC_OK);
}

static void holds_outlive_a_restart(void **state) {
    (void)state;
    tc_hold_create_result held, next;
    assert_int_equal(hold_some(0, 3, 7, &held), TC_OK);
    reopen();
    assert_int_equal(hold_now(held.hold).state, TC_HOLD_LIVE);
    assert_int_equal(hold_some(2, 1, 0, &next), TC_E_SEAT_TAKEN);
    assert_int_equal(pool_now().held, 7);
    house_pass(H, TTL);
    reopen();
    assert_int_equal(seat_now(2).state, TC_SEAT_FREE);
    assert_int_equal(hold_some(2, 1, 0, &next), TC_OK);
    assert_int_equal(next.hold, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(hold_answers_all),
        BOTH(result_room_may_be_short_or_absent),
        BOTH(same_request_id_is_one_hold),
        BOTH(secrets_differ),
        BOTH(conflicts_are_all_listed),
        BOTH(arguments_are_checked),
        BOTH(unknown_things_are_not_found),
        BOTH(owner_and_host_read_a_hold),
        BOTH(items_of_a_hold),
        BOTH(release_needs_the_secret),
        BOTH(release_compares_the_version),
        BOTH(hold_is_dead_at_its_millisecond),
        BOTH(extend_lives_longer_up_to_the_cap),
        BOTH(host_ends_a_hold_now),
        BOTH(swap_is_one_step),
        BOTH(best_seats_sit_together),
        BOTH(best_arguments_are_checked),
        BOTH(batch_of_holds_stands_each_alone),
        BOTH(hold_over_two_events),
        BOTH(sweep_tells_when_the_next_hold_dies),
        BOTH(buyer_limit_is_the_events),
        BOTH(orphan_rule_is_the_events),
        {"holds_outlive_a_restart", holds_outlive_a_restart, disk_setup, disk_teardown, NULL},
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
