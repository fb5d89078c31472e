/* A nearly full store, with an old snapshot open and without, on small maps: new work is refused
 * early enough that every hold can be given back, every order that stands paid and refunded, every
 * message sent. Public headers only. */
#include "order_house.h"

#include <stdbool.h>
#include <unistd.h>

enum { THINGS_MAX = 4000 };

static char folder[64], place[96];
static char told[4][256];
static uint32_t told_count;

static void listen(void *user_data, int32_t level, const char *area, const char *sentence) {
    (void)user_data;
    if (level != TC_LOG_WARN || strcmp(area, "store") != 0) return;
    snprintf(told[told_count++ % 4], sizeof told[0], "%s", sentence);
}

static bool was_told(const char *words) {
    for (uint32_t i = 0; i < told_count && i < 4; i++)
        if (strstr(told[i], words)) return true;
    return false;
}

static tc_engine *open_small(uint64_t map_bytes, uint32_t flags) {
    tc_engine *engine = NULL;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | flags;
    options.clock_ms = HOUSE_T0;
    options.map_bytes = map_bytes;
    options.log = listen;
    assert_int_equal(tc_engine_open(place, &options, &engine, NULL), TC_OK);
    return engine;
}

/* The house of the other tests, small, with room for many. */
static void begin_small(uint64_t map_bytes) {
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    tc_pool_update_request pool = TC_POOL_UPDATE_REQUEST_INIT;
    strcpy(folder, "nearly-full-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(place, sizeof place, "%s/store", folder);
    told_count = 0;
    H0 = calloc(1, sizeof *H0);
    assert_non_null(H0);
    H0->now_ms = HOUSE_T0;
    H0->engine = open_small(map_bytes, TC_OPEN_RELAXED);
    venue.name = "Old Theatre";
    assert_int_equal(tc_venue_create(H0->engine, &venue, &result, NULL), TC_OK);
    house_event(H0, 0, result.venue, house_map(H0->engine, result.venue));
    pool.event = H0->event[0];
    pool.pool = H0->pool[0];
    pool.flags = TC_POOL_SET_CAPACITY;
    pool.capacity = 100000;
    assert_int_equal(tc_pool_update(H0->engine, &pool, NULL, NULL), TC_OK);
}

static void end_small(void) {
    char command[96];
    house_verify(H0->engine);
    assert_int_equal(tc_engine_close(H0->engine, NULL), TC_OK);
    free(H0);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

typedef struct thing {
    tc_hold_create_result held;
    tc_order_create_result ordered; /* order 0: a hold only */
} thing;

static thing things[THINGS_MAX];
static uint32_t things_count;
static tc_hold_create_request last_try;
static tc_hold_pool wanted;

static int32_t try_hold(tc_hold_create_result *held, tc_error *error) {
    wanted = (tc_hold_pool){H0->event[0], H0->pool[0], 1};
    last_try = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
    last_try.pools = &wanted;
    last_try.pools_count = 1;
    tc_request_id_new(&last_try.request_id);
    *held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    return tc_hold_create(H0->engine, &last_try, held, error);
}

/* The payment worker, until nothing is due. */
static void answer_all(void) {
    tc_payment_command commands[64];
    char reference[40];
    for (uint32_t count; (count = lease(commands, 64, MINUTE)) != 0;) {
        for (uint32_t i = 0; i < count; i++) {
            snprintf(reference, sizeof reference, "pi_%llu_%u",
                     (unsigned long long)commands[i].payment, commands[i].kind);
            assert_int_equal(answer(&commands[i], TC_OUTCOME_DONE, reference), TC_OK);
        }
    }
}

static void send_all(void) {
    tc_leased_message messages[32];
    for (;;) {
        tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
        tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
        request.max = 32;
        result.messages = messages;
        result.messages_capacity = 32;
        assert_int_equal(tc_message_lease(H0->engine, &request, &result, NULL), TC_OK);
        if (result.messages_count == 0) return;
        for (uint32_t i = 0; i < result.messages_count; i++) {
            tc_message_answer_request sent = TC_MESSAGE_ANSWER_REQUEST_INIT;
            sent.message = messages[i].message;
            sent.lease = messages[i].lease;
            sent.outcome = TC_MESSAGE_OUTCOME_SENT;
            assert_int_equal(tc_message_answer(H0->engine, &sent, NULL, NULL), TC_OK);
        }
    }
}

/* Take, order every second, until it is refused; with `pays` the orders before are paid now and
 * then, so that ten at most stand open. */
static void fill_up(bool pays, tc_error *error) {
    things_count = 0;
    for (; things_count < THINGS_MAX; things_count++) {
        thing *one = &things[things_count];
        memset(one, 0, sizeof *one);
        int32_t code = try_hold(&one->held, error);
        if (code != TC_OK) {
            assert_int_equal(code, TC_E_STORE_FULL);
            return;
        }
        if (things_count % 2) continue;
        tc_order_create_request request = order_of(&one->held, 0, 1, TC_PAY_PROVIDER);
        tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
        code = tc_order_create(H0->engine, &request, &made, error);
        if (code == TC_OK) one->ordered = made;
        else assert_int_equal(code, TC_E_STORE_FULL);
        if (pays && things_count % 20 == 0) answer_all();
    }
    fail_msg("the store never filled up");
}

/* Every hold released, every order paid; one at a time, as it comes. */
static void give_back_and_confirm(void) {
    for (uint32_t i = 0; i < things_count; i++) {
        if (things[i].ordered.order) continue;
        tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
        release.hold = things[i].held.hold;
        release.secret = things[i].held.secret;
        assert_int_equal(tc_hold_release(H0->engine, &release, NULL, NULL), TC_OK);
    }
    answer_all();
    for (uint32_t i = 0; i < things_count; i++)
        if (things[i].ordered.order) assert_state(things[i].ordered.order, TC_ORDER_SETTLED);
}

static void use_up(uint64_t map_bytes, bool pinned) {
    tc_error error = TC_ERROR_INIT;
    tc_hold_create_result held;
    tc_snapshot *old = NULL;
    begin_small(map_bytes);
    if (pinned) old = house_snapshot(H0);
    fill_up(!pinned, &error);
    assert_true(things_count > 2);
    assert_non_null(strstr(error.message, "what gives back"));
    assert_true(was_told("nearly full"));
    char words[64];
    snprintf(words, sizeof words, "process %ld has a snapshot", (long)getpid());
    assert_int_equal(was_told(words), pinned);
    give_back_and_confirm();
    send_all();
    if (pinned) {
        /* The tail of the log may have looked larger than it was: then there is room for more. */
        for (int i = 0; try_hold(&held, NULL) != TC_E_STORE_FULL; i++) {
            assert_true(i < 1000);
            fill_up(false, &error);
            give_back_and_confirm();
            send_all();
        }
        tc_snapshot_close(old);
        /* The next commits find what the snapshot kept. */
        assert_int_equal(refund(things[0].ordered.order, NULL, 0, 0, 0), TC_OK);
        answer_all();
        assert_int_equal(try_hold(&held, NULL), TC_OK);
    }
    end_small();
}

static void test_the_least_map_with_an_old_snapshot(void **state) {
    (void)state;
    use_up(1u << 20, true);
}

static void test_a_small_map_with_an_old_snapshot(void **state) {
    (void)state;
    use_up(4u << 20, true);
}

static void test_the_least_map(void **state) {
    (void)state;
    use_up(1u << 20, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_least_map_with_an_old_snapshot),
        cmocka_unit_test(test_a_small_map_with_an_old_snapshot),
        cmocka_unit_test(test_the_least_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
