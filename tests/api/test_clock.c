/* The engine's clock and the end of time: machines that are late or far ahead, every time that is
 * given beyond the year 9999, and a whole sale in its last second. */
#include <time.h>
#include <unistd.h>

#include "order_house.h"

#define END ((int64_t)TC_TIME_MS_MAX)
#define DAY_MS INT64_C(86400000)

/* ---- times beyond the end ---- */

static tc_error error;

#define assert_limit(call, name)                                                                   \
    do {                                                                                           \
        error = (tc_error)TC_ERROR_INIT;                                                           \
        assert_string_equal(tc_error_name(call), "LIMIT");                                         \
        assert_string_equal(error.field, name);                                                    \
        assert_non_null(strstr(error.message, name));                                              \
    } while (0)

static tc_event_create_request event_at(int64_t starts_at_ms) {
    tc_event_create_request request = TC_EVENT_CREATE_REQUEST_INIT;
    request.name = "Late";
    request.currency = "EUR";
    request.starts_at_ms = starts_at_ms;
    return request;
}

static void an_event_lies_within_time(void **state) {
    (void)state;
    tc_event_create_request request = event_at(END + 1);
    assert_limit(tc_event_create(H0->engine, &request, NULL, &error), "starts_at_ms");
    request = event_at(INT64_MAX);
    assert_limit(tc_event_create(H0->engine, &request, NULL, &error), "starts_at_ms");
    request = event_at(END);
    request.ends_at_ms = INT64_MAX;
    assert_limit(tc_event_create(H0->engine, &request, NULL, &error), "ends_at_ms");
    request.ends_at_ms = END;
    request.sale_from_ms = END + 1;
    assert_limit(tc_event_create(H0->engine, &request, NULL, &error), "sale_from_ms");
    request.sale_from_ms = 0;
    request.sale_until_ms = END + 1;
    assert_limit(tc_event_create(H0->engine, &request, NULL, &error), "sale_until_ms");
    request.sale_until_ms = END;
    assert_int_equal(tc_event_create(H0->engine, &request, NULL, &error), TC_OK);
    tc_event_update_request update = TC_EVENT_UPDATE_REQUEST_INIT;
    update.event = H0->event[0];
    update.fields = TC_EVENT_FIELD_TIMES;
    update.starts_at_ms = END + 1;
    assert_limit(tc_event_update(H0->engine, &update, NULL, &error), "starts_at_ms");
}

static void so_do_sales_messages_and_scans(void **state) {
    (void)state;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = H0->event[0];
    type.name = "Late";
    type.sale_until_ms = END + 1;
    assert_limit(tc_ticket_type_create(H0->engine, &type, NULL, &error), "sale_until_ms");
    tc_message_create_request message = TC_MESSAGE_CREATE_REQUEST_INIT;
    message.channel = TC_MESSAGE_EMAIL;
    message.kind = TC_MESSAGE_CUSTOM;
    message.address = "ada@example.org";
    message.not_before_ms = INT64_MAX - 1;
    assert_limit(tc_message_create(H0->engine, &message, NULL, &error), "not_before_ms");
    tc_feed_prune_request prune = TC_FEED_PRUNE_REQUEST_INIT;
    prune.before_ms = INT64_MAX;
    assert_limit(tc_feed_prune(H0->engine, &prune, NULL, &error), "before_ms");
    tc_barcode barcode = TC_BARCODE_INIT;
    assert_limit(tc_barcode_verify(NULL, 0, "X", END + 1, &barcode, &error), "now_ms");
    char signature[TC_WEBHOOK_SIGNATURE_MAX];
    const char *secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    assert_limit(tc_webhook_sign(secret, "m", INT64_MAX, "", 0, signature, &error), "timestamp_s");
    assert_limit(tc_webhook_verify(secret, "m", 1, "", 0, "v1,x", INT64_MAX, &error), "now_s");
}

static void a_list_asks_within_time(void **state) {
    (void)state;
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    tc_event_view rooms[4] = {TC_EVENT_VIEW_INIT};
    tc_snapshot *snapshot = house_snapshot(H0);
    result.events = rooms;
    result.events_capacity = 4;
    request.starts_from_ms = END + 1;
    assert_limit(tc_event_list(snapshot, &request, &result, &error), "starts_from_ms");
    request.starts_from_ms = 0;
    request.starts_until_ms = INT64_MAX;
    assert_limit(tc_event_list(snapshot, &request, &result, &error), "starts_until_ms");
    request.starts_until_ms = INT64_MIN;
    assert_int_equal(tc_event_list(snapshot, &request, &result, NULL), TC_E_INVALID);
    tc_snapshot_close(snapshot);
}

static void the_clock_stays_within_time(void **state) {
    (void)state;
    int64_t now;
    assert_limit(tc_engine_set_clock(H0->engine, INT64_MAX, &error), "now_ms");
    assert_limit(tc_engine_set_clock(H0->engine, END + 1, &error), "now_ms");
    assert_int_equal(tc_engine_clock(H0->engine, &now, NULL), TC_OK);
    assert_true(now == H0->now_ms);
    tc_engine *engine = NULL;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MEMORY | TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = INT64_MAX;
    assert_limit(tc_engine_open(NULL, &options, &engine, &error), "clock_ms");
    options.clock_ms = -1;
    assert_int_equal(tc_engine_open(NULL, &options, &engine, NULL), TC_E_INVALID);
    assert_null(engine);
}

/* ---- the last second ---- */

static void to_the_last_second(void) {
    tc_event_update_request update = TC_EVENT_UPDATE_REQUEST_INIT;
    update.event = H0->event[0];
    update.fields = TC_EVENT_FIELD_TIMES;
    update.starts_at_ms = END;
    assert_int_equal(tc_event_update(H0->engine, &update, NULL, NULL), TC_OK);
    house_pass(H0, END - 1000 - H0->now_ms);
}

static void a_sale_in_the_last_second(void **state) {
    (void)state;
    to_the_last_second();
    tc_order_create_result made = buy(0, 2, 1, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_UNKNOWN);
    tc_payment_command commands[4];
    assert_int_equal(lease(commands, 4, TC_LEASE_MS_MAX), 0);
    house_pass(H0, 1000);
    assert_int_equal(tc_engine_set_clock(H0->engine, END + 1, NULL), TC_E_LIMIT);
    no_command_is_due(); /* the query would be due after the end of time */
    assert_state(made.order, TC_ORDER_UNKNOWN);
    assert_int_equal(cancel(made.order, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLING);
}

static void fail_all_mail(void) {
    tc_leased_message leased[8];
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    request.max = 8;
    request.lease_ms = TC_LEASE_MS_MAX;
    result.messages = leased;
    result.messages_capacity = 8;
    assert_int_equal(tc_message_lease(H0->engine, &request, &result, NULL), TC_OK);
    assert_true(result.messages_count > 0);
    for (uint32_t i = 0; i < result.messages_count; i++) {
        tc_message_answer_request answer_it = TC_MESSAGE_ANSWER_REQUEST_INIT;
        answer_it.message = leased[i].message;
        answer_it.lease = leased[i].lease;
        answer_it.outcome = TC_MESSAGE_OUTCOME_RETRY;
        answer_it.retry_after_ms = TC_MESSAGE_RETRY_MS_MAX;
        assert_int_equal(tc_message_answer(H0->engine, &answer_it, NULL, NULL), TC_OK);
    }
}

static void paying_refunding_and_scanning_in_the_last_second(void **state) {
    (void)state;
    to_the_last_second();
    tc_order_create_result made = buy(0, 2, 1, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
    tc_order_create_result other = buy(5, 1, 0, TC_PAY_PAID);
    uint64_t ticket = last_tickets[0];
    assert_true(ticket != 0);
    char text[200];
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_ticket_barcode(snapshot, ticket, NULL, text, sizeof text, NULL, NULL),
                     TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_FAILED);
    assert_state(made.order, TC_ORDER_REFUNDING);
    assert_state(other.order, TC_ORDER_SETTLED);
    fail_all_mail();
    house_pass(H0, 1000);
    tc_hold_create_result held;
    tc_hold_seat seat = {H0->event[1], 3, 0};
    tc_hold_create_request hold_request = TC_HOLD_CREATE_REQUEST_INIT;
    hold_request.seats = &seat;
    hold_request.seats_count = 1;
    held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    int32_t code = tc_hold_create(H0->engine, &hold_request, &held, NULL);
    assert_true(code == TC_OK || code == TC_E_NOT_ON_SALE);
}

/* ---- machines with a wrong clock ---- */

typedef struct ear {
    int heard;
    char last[256];
} ear;

static void hear(void *user_data, int32_t level, const char *area, const char *sentence) {
    ear *to = user_data;
    if (level > TC_LOG_WARN || strcmp(area, "clock") != 0) return;
    to->heard++;
    snprintf(to->last, sizeof to->last, "%s", sentence);
}

typedef struct place {
    char folder[64];
    char store[80];
    ear ear;
} place;

static int place_setup(void **state) {
    place *made = calloc(1, sizeof *made);
    if (!made) return 1;
    strcpy(made->folder, "clock-XXXXXX");
    if (!mkdtemp(made->folder)) return 1;
    snprintf(made->store, sizeof made->store, "%s/store", made->folder);
    *state = made;
    return 0;
}

static int place_teardown(void **state) {
    place *made = *state;
    char command[120];
    snprintf(command, sizeof command, "rm -rf '%s'", made->folder);
    int code = system(command);
    free(made);
    return code;
}

static tc_engine *open_place(place *at, uint32_t flags, int64_t clock_ms) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine = NULL;
    options.flags = flags;
    options.clock_ms = clock_ms;
    options.map_bytes = 16 << 20;
    options.log = hear;
    options.log_user_data = &at->ear;
    at->ear = (ear){0};
    assert_int_equal(tc_engine_open(at->store, &options, &engine, NULL), TC_OK);
    return engine;
}

static int32_t make_venue(tc_engine *engine) {
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    request.name = "Hall";
    request.time_zone = "UTC";
    error = (tc_error)TC_ERROR_INIT;
    return tc_venue_create(engine, &request, NULL, &error);
}

static uint64_t commits_of(tc_engine *engine, int64_t *behind_ms) {
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    assert_int_equal(tc_engine_stat_get(engine, &stat, NULL), TC_OK);
    if (behind_ms) *behind_ms = stat.clock_behind_ms;
    return stat.commits;
}

static void make_store(place *at, int64_t clock_ms) {
    tc_engine *engine = open_place(at, TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK, clock_ms);
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(at->ear.heard, 0);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static int64_t machine_ms(void) {
    return (int64_t)time(NULL) * 1000;
}

static void a_machine_far_ahead_is_not_believed(void **state) {
    place *at = *state;
    make_store(at, machine_ms() - TC_CLOCK_JUMP_MS_MAX - DAY_MS);
    tc_engine *engine = open_place(at, 0, 0);
    uint64_t commits = commits_of(engine, NULL); /* reading goes */
    for (int i = 0; i < 3; i++) {
        assert_string_equal(tc_error_name(make_venue(engine)), "CLOCK");
        assert_int_equal(error.code, TC_E_CLOCK);
        assert_non_null(strstr(error.message, "by 181 days"));
    }
    assert_int_equal(at->ear.heard, 1);
    assert_int_equal(tc_error_class(TC_E_CLOCK), TC_CLASS_STORE);
    assert_int_equal(commits_of(engine, NULL), commits);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void every_command_of_a_batch_is_told(void **state) {
    place *at = *state;
    make_store(at, machine_ms() - TC_CLOCK_JUMP_MS_MAX - DAY_MS);
    tc_engine *engine = open_place(at, 0, 0);
    tc_venue_create_request requests[3];
    tc_command commands[3];
    for (int i = 0; i < 3; i++) {
        requests[i] = (tc_venue_create_request)TC_VENUE_CREATE_REQUEST_INIT;
        requests[i].name = "Hall";
        requests[i].time_zone = "UTC";
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_VENUE_CREATE;
        commands[i].request = &requests[i];
    }
    (void)tc_command_batch(engine, commands, 3, NULL);
    for (int i = 0; i < 3; i++) assert_int_equal(commands[i].code, TC_E_CLOCK);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void the_host_may_say_that_it_is_right(void **state) {
    place *at = *state;
    make_store(at, machine_ms() - TC_CLOCK_JUMP_MS_MAX - DAY_MS);
    tc_engine *engine = open_place(at, TC_OPEN_CLOCK_JUMP, 0);
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(at->ear.heard, 1); /* and yet it is told */
    assert_non_null(strstr(at->ear.last, "181 days"));
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    engine = open_place(at, 0, 0);
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(at->ear.heard, 0);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void a_store_that_slept_for_a_while_wakes_up(void **state) {
    place *at = *state;
    make_store(at, machine_ms() - TC_CLOCK_JUMP_MS_MAX + DAY_MS);
    tc_engine *engine = open_place(at, 0, 0);
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(at->ear.heard, 1);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void a_machine_that_is_late_is_waited_for(void **state) {
    place *at = *state;
    int64_t future = machine_ms() + 400 * DAY_MS, behind_ms, now;
    make_store(at, future);
    tc_engine *engine = open_place(at, 0, 0);
    assert_int_equal(at->ear.heard, 1);
    assert_non_null(strstr(at->ear.last, "stands still"));
    commits_of(engine, &behind_ms);
    assert_true(behind_ms > 399 * DAY_MS && behind_ms <= 400 * DAY_MS);
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(make_venue(engine), TC_OK);
    assert_int_equal(at->ear.heard, 1); /* once */
    assert_int_equal(tc_engine_clock(engine, &now, NULL), TC_OK);
    assert_true(now == future);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void a_new_store_believes_its_machine(void **state) {
    place *at = *state;
    int64_t behind_ms;
    tc_engine *engine = open_place(at, TC_OPEN_CREATE, 0);
    assert_int_equal(make_venue(engine), TC_OK);
    commits_of(engine, &behind_ms);
    assert_int_equal(behind_ms, 0);
    assert_int_equal(at->ear.heard, 0);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

#define AT_PLACE(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(an_event_lies_within_time),
        OH(so_do_sales_messages_and_scans),
        OH(a_list_asks_within_time),
        OH(the_clock_stays_within_time),
        OH(a_sale_in_the_last_second),
        OH(paying_refunding_and_scanning_in_the_last_second),
        AT_PLACE(a_machine_far_ahead_is_not_believed),
        AT_PLACE(every_command_of_a_batch_is_told),
        AT_PLACE(the_host_may_say_that_it_is_right),
        AT_PLACE(a_store_that_slept_for_a_while_wakes_up),
        AT_PLACE(a_machine_that_is_late_is_waited_for),
        AT_PLACE(a_new_store_believes_its_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
