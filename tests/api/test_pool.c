/* Pools from outside: made, changed, listed, refused. */
#include "inventory_house.h"

static tc_pool_create_request wish(void) {
    tc_pool_create_request request = TC_POOL_CREATE_REQUEST_INIT;
    request.event = H->event[0];
    request.name = "Parking";
    request.capacity = 40;
    return request;
}

static tc_pool_update_request change(uint32_t flags) {
    tc_pool_update_request request = TC_POOL_UPDATE_REQUEST_INIT;
    request.event = H->event[0];
    request.pool = H->pool[0];
    request.flags = flags;
    return request;
}

static int32_t update(const tc_pool_update_request *request) {
    return tc_pool_update(H->engine, request, NULL, fresh_error());
}

static void pool_reads_back(void **state) {
    (void)state;
    tc_pool_create_request request = wish();
    tc_pool_create_result result = TC_POOL_CREATE_RESULT_INIT;
    tc_pool_view view = TC_POOL_VIEW_INIT;
    tc_snapshot *snapshot;
    request.channel = 3;
    request.flags = TC_POOL_CREATE_CLOSED;
    assert_int_equal(tc_pool_create(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.pool, 2);
    assert_int_equal(result.version, 1);
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_pool_get(snapshot, H->event[0], 2, &view, NULL), TC_OK);
    assert_string_equal(view.name, "Parking");
    assert_int_equal(view.capacity, 40);
    assert_int_equal(view.free, 40);
    assert_int_equal(view.channel, 3);
    assert_int_equal(view.open, 0);
    assert_int_equal(tc_pool_get(snapshot, H->event[0], 3, &view, NULL), TC_E_NOT_FOUND);
    assert_int_equal(tc_pool_get(snapshot, 99, 1, &view, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void pools_are_listed_in_pages(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 6; i++) {
        tc_pool_create_request request = wish();
        assert_int_equal(tc_pool_create(H->engine, &request, NULL, NULL), TC_OK);
    }
    tc_snapshot *snapshot;
    tc_pool_view page[3];
    uint32_t count = 0, after = 0, seen = 0;
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    do {
        assert_int_equal(tc_pool_list(snapshot, H->event[0], after, page, 3, &count, NULL), TC_OK);
        for (uint32_t i = 0; i < count; i++) {
            assert_int_equal(page[i].pool, ++seen);
            assert_int_equal(page[i].size, sizeof page[i]);
        }
        after = seen;
    } while (count == 3);
    assert_int_equal(seen, 7);
    assert_int_equal(tc_pool_list(snapshot, H->event[0], 90, page, 3, &count, NULL), TC_OK);
    assert_int_equal(count, 0);
    assert_int_equal(tc_pool_list(snapshot, 77, 0, page, 3, &count, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void create_arguments_are_checked(void **state) {
    (void)state;
    tc_pool_create_request bad = wish();
#define REFUSED(code, field)                                                                       \
    assert_fails(tc_pool_create(H->engine, &bad, NULL, fresh_error()), code, field);               \
    bad = wish()
    bad.name = "";
    REFUSED(TC_E_INVALID, "name");
    bad.name = NULL;
    REFUSED(TC_E_INVALID, "name");
    bad.capacity = TC_POOL_CAPACITY_MAX + 1u;
    REFUSED(TC_E_LIMIT, "capacity");
    bad.channel = 16;
    REFUSED(TC_E_LIMIT, "channel");
    bad.flags = 2;
    REFUSED(TC_E_INVALID, "flags");
    bad.event = 0;
    REFUSED(TC_E_NOT_FOUND, "event");
    assert_int_equal(counts_now().pools, 1);
}

static void update_arguments_are_checked(void **state) {
    (void)state;
    tc_pool_update_request bad = change(0);
    assert_fails(update(&bad), TC_E_INVALID, "flags");
    bad.flags = 1024;
    assert_fails(update(&bad), TC_E_INVALID, "flags");
    bad = change(TC_POOL_SET_OPEN);
    bad.open = 2;
    assert_fails(update(&bad), TC_E_LIMIT, "open");
    bad = change(TC_POOL_SET_NAME);
    assert_fails(update(&bad), TC_E_INVALID, "name");
    bad = change(TC_POOL_SET_OPEN);
    bad.pool = 9;
    assert_fails(update(&bad), TC_E_NOT_FOUND, "pool");
}

static void capacity_never_falls_below_what_is_used(void **state) {
    (void)state;
    tc_hold_create_result held;
    assert_int_equal(hold_some(0, 0, 60, &held), TC_OK);
    tc_pool_update_request request = change(TC_POOL_SET_CAPACITY);
    tc_pool_update_result result = TC_POOL_UPDATE_RESULT_INIT;
    request.capacity = 59;
    assert_fails(update(&request), TC_E_POOL_SHORT, "capacity");
    assert_int_equal(last_error.actual_version, 60);
    request.capacity = 60;
    request.expected_version = 1;
    assert_int_equal(tc_pool_update(H->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    assert_int_equal(pool_now().free, 0);
    assert_fails(update(&request), TC_E_VERSION, "pool");
    assert_int_equal(last_error.actual_version, 2);
    house_pass(H, TTL);
    request.expected_version = 0;
    request.capacity = 0;
    assert_int_equal(update(&request), TC_OK);
}

static void closed_pool_refuses_and_opens_again(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_pool_update_request request = change(TC_POOL_SET_OPEN);
    assert_int_equal(update(&request), TC_OK);
    assert_fails(hold_some(0, 0, 1, &held), TC_E_POOL_CLOSED, "pools");
    request.open = 1;
    assert_int_equal(update(&request), TC_OK);
    assert_int_equal(hold_some(0, 0, 1, &held), TC_OK);
}

static void pool_of_a_channel_needs_its_name(void **state) {
    (void)state;
    tc_hold_create_result held;
    tc_pool_update_request request = change(TC_POOL_SET_CHANNEL);
    request.channel = 4;
    assert_int_equal(update(&request), TC_OK);
    assert_fails(hold_some(0, 0, 1, &held), TC_E_CHANNEL, "pools");
    tc_hold_pool draw = {H->event[0], H->pool[0], 1};
    tc_hold_create_request create = TC_HOLD_CREATE_REQUEST_INIT;
    create.pools = &draw;
    create.pools_count = 1;
    create.channel = 4;
    assert_int_equal(tc_hold_create(H->engine, &create, NULL, NULL), TC_OK);
}

static void last_places_go_once(void **state) {
    (void)state;
    tc_hold_create_result held;
    for (uint32_t i = 0; i < 10; i++) assert_int_equal(hold_some(0, 0, 10, &held), TC_OK);
    assert_fails(hold_some(0, 0, 1, &held), TC_E_POOL_SHORT, "pools");
    assert_int_equal(last_error.expected_version, 1);
    assert_int_equal(last_error.actual_version, 0);
    assert_int_equal(pool_now().held, 100);
}

static void sold_places_are_counted(void **state) {
    (void)state;
    house_sell(H, 0, 0, 1, 3);
    assert_int_equal(pool_now().sold, 3);
    assert_int_equal(counts_now().pool_sold, 3);
    assert_int_equal(counts_now().sold, 1);
    assert_int_equal(pool_now().free, 97);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(pool_reads_back),
        BOTH(pools_are_listed_in_pages),
        BOTH(create_arguments_are_checked),
        BOTH(update_arguments_are_checked),
        BOTH(capacity_never_falls_below_what_is_used),
        BOTH(closed_pool_refuses_and_opens_again),
        BOTH(pool_of_a_channel_needs_its_name),
        BOTH(last_places_go_once),
        BOTH(sold_places_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
