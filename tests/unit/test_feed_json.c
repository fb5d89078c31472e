/* Events of record as JSON: every type of the table, fixed and repeated fields, what is malformed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <jansson.h>

#include "feed/feed.h"

static void expect(const tc_feed_event *event, const char *wanted) {
    char buffer[1024];
    size_t length = 0;
    assert_int_equal(tc_feed_event_json(event, buffer, sizeof buffer, &length, NULL), TC_OK);
    assert_string_equal(buffer, wanted);
    assert_int_equal(length, strlen(wanted));
}

static tc_feed_event event_of(uint32_t type, const void *payload, uint32_t size) {
    return (tc_feed_event){.sequence = 12,
                           .time_ms = -5,
                           .commit = 3,
                           .event = 4,
                           .subject = 9,
                           .version = 2,
                           .payload = payload,
                           .payload_size = size,
                           .type = type};
}

static void test_no_payload(void **state) {
    (void)state;
    tc_feed_event event = event_of(TC_FEED_VENUE_CREATED, NULL, 0);
    event.event = 0;
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"venue.created\","
                   "\"venue\":9,\"version\":2}");
}

static void test_fixed_fields(void **state) {
    (void)state;
    uint8_t payload[16];
    tci_store64(payload, 77);
    tci_store32(payload + 8, 1234);
    tci_store32(payload + 12, 5);
    tc_feed_event event = event_of(TC_FEED_TICKET_ISSUED, payload, sizeof payload);
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"ticket.issued\","
                   "\"event\":4,\"ticket\":9,\"version\":2,"
                   "\"data\":{\"order\":77,\"seat\":1234,\"type\":5}}");
}

static void test_signed_field(void **state) {
    (void)state;
    uint8_t payload[12];
    tci_store16(payload, 1);
    tci_store16(payload + 2, 2);
    tci_store_i64(payload + 4, -250);
    tc_feed_event event = event_of(TC_FEED_LEDGER_POSTED, payload, sizeof payload);
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"ledger.posted\","
                   "\"event\":4,\"order\":9,\"version\":2,\"data\":{\"debit\":1,"
                   "\"credit\":2,\"amount_minor\":-250}}");
}

static void test_repeated_fields(void **state) {
    (void)state;
    uint8_t payload[8 + 2 * 16] = {0};
    tci_store_i64(payload, 900);
    tci_store64(payload + 8, 4);
    tci_store32(payload + 16, 10);
    tci_store32(payload + 20, 2);
    tci_store64(payload + 24, 4);
    tci_store32(payload + 32, 11);
    tci_store32(payload + 36, 3);
    tc_feed_event event = event_of(TC_FEED_HOLD_CREATED, payload, sizeof payload);
    expect(&event,
           "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"hold.created\","
           "\"event\":4,\"hold\":9,\"version\":2,\"data\":{\"expires_at_ms\":900,\"items\":["
           "{\"event\":4,\"target\":10,\"version\":2},{\"event\":4,\"target\":11,"
           "\"version\":3}]}}");
}

static void test_repeated_none(void **state) {
    (void)state;
    tc_feed_event event = event_of(TC_FEED_HOLD_RELEASED, NULL, 0);
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"hold.released\","
                   "\"event\":4,\"hold\":9,\"version\":2,\"data\":{\"items\":[]}}");
}

static void test_about_an_event(void **state) {
    (void)state;
    uint8_t payload[8];
    tci_store32(payload, 5);
    tci_store32(payload + 4, 2);
    tc_feed_event event = event_of(TC_FEED_SEAT_BLOCKED, payload, sizeof payload);
    event.subject = event.event;
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"seat.blocked\","
                   "\"event\":4,\"version\":2,\"data\":{\"items\":[{\"seat\":5,\"version\":2}]}}");
}

static void test_malformed_payload(void **state) {
    (void)state;
    static const uint8_t PAYLOAD[] = {1, 0xAB, 3};
    tc_feed_event event = event_of(TC_FEED_TICKET_VOIDED, PAYLOAD, sizeof PAYLOAD);
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"ticket.voided\","
                   "\"event\":4,\"ticket\":9,\"version\":2,\"payload_hex\":\"01ab03\"}");
}

static void test_longer_payload(void **state) {
    (void)state;
    static const uint8_t PAYLOAD[9] = {1};
    tc_feed_event event = event_of(TC_FEED_TICKET_VOIDED, PAYLOAD, sizeof PAYLOAD);
    expect(&event,
           "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":\"ticket.voided\","
           "\"event\":4,\"ticket\":9,\"version\":2,\"payload_hex\":\"010000000000000000\"}");
}

static void test_unknown_type(void **state) {
    (void)state;
    tc_feed_event event = event_of(0xFFFF, "\x01", 1);
    expect(&event, "{\"sequence\":12,\"time_ms\":-5,\"commit\":3,\"type\":65535,\"event\":4,"
                   "\"subject\":9,\"version\":2,\"payload_hex\":\"01\"}");
    assert_null(tc_feed_type_name(0xFFFF));
}

static void test_every_type_is_json(void **state) {
    (void)state;
    static const uint8_t ZEROS[512];
    size_t count = 0;
    for (const tci_feed_type *type; (type = tci_feed_type_at(count)); count++) {
        bool found = false;
        for (uint32_t size = 0; size <= 64 && !found; size++) {
            char buffer[4096];
            tc_feed_event event = event_of(type->number, ZEROS, size);
            assert_int_equal(tc_feed_event_json(&event, buffer, sizeof buffer, NULL, NULL), TC_OK);
            json_t *json = json_loads(buffer, JSON_REJECT_DUPLICATES, NULL);
            assert_non_null(json);
            assert_string_equal(json_string_value(json_object_get(json, "type")), type->name);
            found = json_object_get(json, "payload_hex") == NULL;
            json_decref(json);
        }
        assert_true(found); /* some size fits the layout */
    }
    assert_true(count >= 40);
}

static void test_names(void **state) {
    (void)state;
    assert_string_equal(tc_feed_type_name(TC_FEED_ORDER_CONFIRMED), "order.confirmed");
    assert_string_equal(tc_feed_type_name(TC_FEED_TEMPLATE_CHANGED), "template.changed");
}

static void test_buffer(void **state) {
    (void)state;
    tc_feed_event event = event_of(TC_FEED_VENUE_CREATED, NULL, 0);
    char buffer[10] = "before";
    size_t length = 0;
    assert_int_equal(tc_feed_event_json(&event, NULL, 0, &length, NULL), TC_E_BUFFER);
    assert_true(length > 50);
    assert_int_equal(tc_feed_event_json(&event, buffer, sizeof buffer, NULL, NULL), TC_E_BUFFER);
    assert_string_equal(buffer, "before");
    assert_int_equal(tc_feed_event_json(NULL, buffer, sizeof buffer, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_feed_event_json(&event, NULL, 5, NULL, NULL), TC_E_INVALID);
    event.payload_size = 4;
    assert_int_equal(tc_feed_event_json(&event, buffer, sizeof buffer, NULL, NULL), TC_E_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_payload),
        cmocka_unit_test(test_fixed_fields),
        cmocka_unit_test(test_signed_field),
        cmocka_unit_test(test_repeated_fields),
        cmocka_unit_test(test_repeated_none),
        cmocka_unit_test(test_about_an_event),
        cmocka_unit_test(test_malformed_payload),
        cmocka_unit_test(test_longer_payload),
        cmocka_unit_test(test_unknown_type),
        cmocka_unit_test(test_every_type_is_json),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
