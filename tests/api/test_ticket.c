/* Tickets from outside: what a sale issues, who may read one, lists, secrets, barcodes and their
 * keys, void, reissue, revocation, and what a message says of them. */
#include <stdbool.h>
#include <unistd.h>

#include "sold_house.h"

static void test_issued(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 3, 2, 0);
    tc_ticket ticket = house_ticket(h, sold.tickets[1]);
    assert_int_equal(ticket.id, h->event[0] << 32 | 2);
    assert_int_equal(ticket.event, h->event[0]);
    assert_int_equal(ticket.number, 2);
    assert_int_equal(ticket.order, sold.order);
    assert_int_equal(ticket.line, 1);
    assert_int_equal(ticket.seat, 4);
    assert_int_equal(ticket.pool, 0);
    assert_int_equal(ticket.type, 1);
    assert_int_equal(ticket.state, TC_TICKET_VALID);
    assert_int_equal(ticket.version, 1);
    assert_int_equal(ticket.serial, 1);
    assert_int_equal(ticket.price_minor, 3000);
    assert_int_equal(ticket.issued_at_ms, HOUSE_T0);
    assert_int_equal(ticket.used_at_ms, 0);
    assert_int_equal(ticket.voided_at_ms, 0);
}

static void test_places_of_a_pool(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 3);
    for (uint32_t i = 1; i < 4; i++) {
        tc_ticket ticket = house_ticket(h, sold.tickets[i]);
        assert_int_equal(ticket.seat, TC_TICKET_NO_SEAT);
        assert_int_equal(ticket.pool, h->pool[0]);
        assert_int_equal(ticket.type, 2);
        assert_int_equal(ticket.price_minor, 1050);
        assert_int_equal(ticket.number, i + 1);
    }
}

static void test_numbers_are_the_events_own(void **state) {
    house *h = *state;
    house_sell(h, 0, 0, 2, 0);
    sale sold = house_sell(h, 1, 0, 1, 0);
    assert_int_equal(house_ticket(h, sold.tickets[0]).number, 1);
}

static void test_labels(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 7, 1, 1);
    tc_ticket ticket = TC_TICKET_INIT;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_ticket_get(snapshot, sold.tickets[0], NULL, &ticket, NULL), TC_OK);
    assert_string_equal(ticket.section, "Stalls");
    assert_string_equal(ticket.row, "2");
    assert_string_equal(ticket.label, "3");
    assert_string_equal(ticket.type_name, "Full price");
    assert_int_equal(tc_ticket_get(snapshot, sold.tickets[1], NULL, &ticket, NULL), TC_OK);
    assert_string_equal(ticket.label, "");
    assert_string_equal(ticket.type_name, "Standing place");
    tc_snapshot_close(snapshot);
}

static int32_t get_by(house *h, uint64_t id, const tc_secret *secret) {
    tc_ticket ticket = TC_TICKET_INIT;
    tc_snapshot *snapshot = house_snapshot(h);
    int32_t code = tc_ticket_get(snapshot, id, secret, &ticket, NULL);
    tc_snapshot_close(snapshot);
    return code;
}

static int32_t secret_of(house *h, uint64_t id, const tc_secret *order, tc_secret *out) {
    tc_snapshot *snapshot = house_snapshot(h);
    int32_t code = tc_ticket_secret(snapshot, id, order, out, NULL);
    tc_snapshot_close(snapshot);
    return code;
}

static void test_who_may_read(void **state) {
    house *h = *state;
    sale one = house_sell(h, 0, 0, 2, 0), two = house_sell(h, 0, 5, 1, 0);
    tc_secret own, zero = {{0}};
    assert_int_equal(secret_of(h, one.tickets[0], &one.secret, &own), TC_OK);
    assert_int_equal(get_by(h, one.tickets[0], &one.secret), TC_OK);
    assert_int_equal(get_by(h, one.tickets[0], &own), TC_OK);
    assert_int_equal(get_by(h, one.tickets[1], &own), TC_E_NOT_FOUND);
    assert_int_equal(get_by(h, one.tickets[0], &two.secret), TC_E_NOT_FOUND);
    assert_int_equal(get_by(h, one.tickets[0], &zero), TC_E_NOT_FOUND);
    assert_int_equal(get_by(h, 12345, &one.secret), TC_E_NOT_FOUND);
    assert_int_equal(get_by(h, 12345, NULL), TC_E_NOT_FOUND);
}

static void test_ticket_secret(void **state) {
    house *h = *state;
    sale one = house_sell(h, 0, 0, 2, 0), two = house_sell(h, 0, 5, 1, 0);
    tc_secret a, b, again;
    assert_int_equal(secret_of(h, one.tickets[0], &one.secret, &a), TC_OK);
    assert_int_equal(secret_of(h, one.tickets[1], &one.secret, &b), TC_OK);
    assert_int_equal(secret_of(h, one.tickets[0], &one.secret, &again), TC_OK);
    assert_memory_equal(&a, &again, sizeof a);
    assert_memory_not_equal(&a, &b, sizeof a);
    assert_memory_not_equal(&a, &one.secret, sizeof a);
    assert_int_equal(secret_of(h, one.tickets[0], &two.secret, &a), TC_E_NOT_FOUND);
    assert_int_equal(secret_of(h, one.tickets[0], &b, &a), TC_E_NOT_FOUND);
    assert_memory_equal(&a, &again, sizeof a);
}

static void test_reissue_ends_the_secret(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    tc_secret before, after;
    assert_int_equal(secret_of(h, sold.tickets[0], &sold.secret, &before), TC_OK);
    assert_int_equal(house_reissue(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(get_by(h, sold.tickets[0], &before), TC_E_NOT_FOUND);
    assert_int_equal(secret_of(h, sold.tickets[0], &sold.secret, &after), TC_OK);
    assert_int_equal(get_by(h, sold.tickets[0], &after), TC_OK);
    assert_int_equal(get_by(h, sold.tickets[0], &sold.secret), TC_OK);
}

static uint32_t list(house *h, tc_ticket_list_request *request, tc_ticket *out, int32_t wanted) {
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(h);
    out[0] = (tc_ticket)TC_TICKET_INIT;
    assert_int_equal(tc_ticket_list(snapshot, request, out, &count, &request->after, NULL), wanted);
    tc_snapshot_close(snapshot);
    return count;
}

static void test_list_of_an_event(void **state) {
    house *h = *state;
    tc_ticket tickets[4];
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    uint32_t seen = 0;
    house_sell(h, 0, 0, 5, 4);
    house_sell(h, 1, 0, 5, 0);
    request.event = h->event[0];
    request.limit = 4;
    do {
        uint32_t count = list(h, &request, tickets, TC_OK);
        for (uint32_t i = 0; i < count; i++) {
            assert_int_equal(tickets[i].number, ++seen);
            assert_int_equal(tickets[i].size, sizeof(tc_ticket));
            assert_null(tickets[i].label);
        }
    } while (request.after);
    assert_int_equal(seen, 9);
}

static void test_list_of_an_order(void **state) {
    house *h = *state;
    tc_ticket tickets[3];
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    uint32_t seen = 0;
    house_sell(h, 0, 0, 2, 0);
    sale sold = house_sell(h, 0, 5, 4, 3);
    request.order = sold.order;
    request.secret = &sold.secret;
    request.limit = 3;
    do {
        uint32_t count = list(h, &request, tickets, TC_OK);
        for (uint32_t i = 0; i < count; i++) assert_int_equal(tickets[i].id, sold.tickets[seen++]);
    } while (request.after);
    assert_int_equal(seen, 7);
}

static void test_list_by_state(void **state) {
    house *h = *state;
    tc_ticket tickets[10];
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    sale sold = house_sell(h, 0, 0, 5, 0);
    assert_int_equal(house_void(h, sold.tickets[2], 0), TC_OK);
    request.event = h->event[0];
    request.state = TC_TICKET_VOIDED;
    assert_int_equal(list(h, &request, tickets, TC_OK), 1);
    assert_int_equal(tickets[0].id, sold.tickets[2]);
    request.state = TC_TICKET_VALID;
    request.order = sold.order;
    assert_int_equal(list(h, &request, tickets, TC_OK), 4);
}

static void test_list_labels(void **state) {
    house *h = *state;
    tc_ticket tickets[10] = {TC_TICKET_INIT};
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    uint32_t count;
    uint64_t next;
    house_sell(h, 0, 19, 1, 0);
    request.event = h->event[0];
    request.flags = TC_TICKET_LIST_LABELS;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_ticket_list(snapshot, &request, tickets, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_string_equal(tickets[0].row, "4");
    assert_string_equal(tickets[0].label, "5");
    tc_snapshot_close(snapshot);
}

static void test_bad_lists(void **state) {
    house *h = *state;
    tc_ticket tickets[1];
    sale sold = house_sell(h, 0, 0, 1, 0);
    tc_secret wrong = {{1}};
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    list(h, &request, tickets, TC_E_INVALID);
    request.order = 99;
    list(h, &request, tickets, TC_E_NOT_FOUND);
    request.order = sold.order;
    request.secret = &wrong;
    list(h, &request, tickets, TC_E_NOT_FOUND);
    request.order = 0;
    request.event = h->event[0];
    list(h, &request, tickets, TC_E_INVALID);
    request.secret = NULL;
    request.event = 99;
    list(h, &request, tickets, TC_E_NOT_FOUND);
    request.event = h->event[0];
    request.limit = 10001;
    list(h, &request, tickets, TC_E_LIMIT);
    request.limit = 1;
    request.state = 4;
    list(h, &request, tickets, TC_E_INVALID);
}

static tc_ticket_counts counts_of(house *h) {
    tc_ticket_counts counts = TC_TICKET_COUNTS_INIT;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_ticket_count(snapshot, h->event[0], &counts, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return counts;
}

static void test_counts(void **state) {
    house *h = *state;
    assert_int_equal(counts_of(h).issued, 0);
    sale sold = house_sell(h, 0, 0, 5, 2);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(house_void(h, sold.tickets[6], 0), TC_OK);
    tc_ticket_counts counts = counts_of(h);
    assert_int_equal(counts.issued, 7);
    assert_int_equal(counts.voided, 2);
    assert_int_equal(counts.used, 0);
}

static void test_void(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_pass(h, 5000);
    assert_int_equal(house_void(h, sold.tickets[0], 2), TC_E_VERSION);
    assert_int_equal(house_void(h, sold.tickets[0], 1), TC_OK);
    tc_ticket ticket = house_ticket(h, sold.tickets[0]);
    assert_int_equal(ticket.state, TC_TICKET_VOIDED);
    assert_int_equal(ticket.version, 2);
    assert_int_equal(ticket.voided_at_ms, HOUSE_T0 + 5000);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_E_STATE);
    assert_int_equal(house_void(h, 77, 0), TC_E_NOT_FOUND);
}

static void test_void_keeps_the_seat_sold(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    tc_hold_seat seat = {h->event[0], 0, 0};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    hold.seats = &seat;
    hold.seats_count = 1;
    assert_int_equal(tc_hold_create(h->engine, &hold, &held, NULL), TC_E_SEAT_TAKEN);
}

static void test_reissue(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    tc_ticket_reissue_request request = TC_TICKET_REISSUE_REQUEST_INIT;
    tc_ticket_reissue_result result = TC_TICKET_REISSUE_RESULT_INIT;
    request.ticket = sold.tickets[0];
    assert_int_equal(tc_ticket_reissue(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.serial, 2);
    assert_int_equal(result.version, 2);
    assert_int_equal(result.state, TC_TICKET_VALID);
    assert_int_equal(result.ticket, sold.tickets[0]);
    request.expected_version = 1;
    assert_int_equal(tc_ticket_reissue(h->engine, &request, &result, NULL), TC_E_VERSION);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(house_reissue(h, sold.tickets[0], 0), TC_E_STATE);
    assert_int_equal(house_reissue(h, 77, 0), TC_E_NOT_FOUND);
}

static void test_refund_voids(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 2, 0);
    tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
    request.order = sold.order;
    request.tickets = &sold.tickets[1];
    request.tickets_count = 1;
    assert_int_equal(tc_order_refund(h->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(house_ticket(h, sold.tickets[0]).state, TC_TICKET_VALID);
    assert_int_equal(house_ticket(h, sold.tickets[1]).state, TC_TICKET_VOIDED);
    assert_int_equal(counts_of(h).voided, 1);
}

static uint32_t keys_of(house *h, tc_public_key keys[4]) {
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_signing_key_list(snapshot, keys, 4, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return count;
}

static void test_barcode_verifies_offline(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 6, 2, 0);
    char text[TC_BARCODE_MAX];
    tc_public_key keys[4];
    tc_barcode said = TC_BARCODE_INIT;
    house_barcode(h, sold.tickets[1], text);
    uint32_t count = keys_of(h, keys);
    assert_int_equal(count, 1);
    assert_int_equal(keys[0].current, 1);
    assert_int_equal(tc_barcode_verify(keys, count, text, HOUSE_START, &said, NULL), TC_OK);
    assert_int_equal(said.ticket, sold.tickets[1]);
    assert_int_equal(said.event, h->event[0]);
    assert_int_equal(said.serial, 1);
    assert_int_equal(said.seat, 7);
    assert_int_equal(said.window, TC_BARCODE_IN_TIME);
    assert_int_equal(tc_barcode_verify(keys, count, text, HOUSE_END + 90000000, &said, NULL),
                     TC_OK);
    assert_int_equal(said.window, TC_BARCODE_TOO_LATE);
}

static void test_barcode_by_secret(void **state) {
    house *h = *state;
    sale one = house_sell(h, 0, 0, 1, 0), two = house_sell(h, 0, 1, 1, 0);
    char text[TC_BARCODE_MAX];
    tc_secret own;
    assert_int_equal(secret_of(h, one.tickets[0], &one.secret, &own), TC_OK);
    tc_snapshot *snapshot = house_snapshot(h);
    size_t length = 0;
    assert_int_equal(
        tc_ticket_barcode(snapshot, one.tickets[0], &own, text, sizeof text, &length, NULL), TC_OK);
    assert_int_equal(length, strlen(text));
    assert_int_equal(
        tc_ticket_barcode(snapshot, one.tickets[0], &one.secret, text, sizeof text, NULL, NULL),
        TC_OK);
    assert_int_equal(
        tc_ticket_barcode(snapshot, one.tickets[0], &two.secret, text, sizeof text, NULL, NULL),
        TC_E_NOT_FOUND);
    assert_int_equal(tc_ticket_barcode(snapshot, one.tickets[0], NULL, text, 10, &length, NULL),
                     TC_E_BUFFER);
    assert_int_equal(length, strlen(text));
    tc_snapshot_close(snapshot);
}

static void test_no_barcode_of_a_void_ticket(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    char text[TC_BARCODE_MAX] = "before";
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(
        tc_ticket_barcode(snapshot, sold.tickets[0], NULL, text, sizeof text, NULL, NULL),
        TC_E_STATE);
    assert_string_equal(text, "before");
    tc_snapshot_close(snapshot);
}

static void test_barcodes_of_two_stores(void **state) {
    house *h = *state, *other = house_new(NULL);
    char text[TC_BARCODE_MAX];
    tc_public_key keys[4];
    tc_barcode said = TC_BARCODE_INIT;
    sale sold = house_sell(other, 0, 0, 1, 0);
    house_barcode(other, sold.tickets[0], text);
    uint32_t count = keys_of(h, keys);
    assert_int_equal(tc_barcode_verify(keys, count, text, 0, &said, NULL), TC_E_FORGED);
    assert_int_equal(tc_engine_close(other->engine, NULL), TC_OK);
    free(other);
}

static void test_rotate(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    char old_text[TC_BARCODE_MAX], new_text[TC_BARCODE_MAX];
    tc_public_key keys[4];
    tc_barcode said = TC_BARCODE_INIT;
    tc_signing_key_rotate_request request = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
    tc_signing_key_rotate_result result = TC_SIGNING_KEY_ROTATE_RESULT_INIT;
    house_barcode(h, sold.tickets[0], old_text);
    assert_int_equal(tc_signing_key_rotate(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.key, 2);
    house_barcode(h, sold.tickets[0], new_text);
    assert_string_not_equal(old_text, new_text);
    uint32_t count = keys_of(h, keys);
    assert_int_equal(count, 2);
    assert_int_equal(keys[0].current, 0);
    assert_int_equal(keys[1].current, 1);
    assert_memory_equal(keys[1].key, result.public_key, 32);
    assert_memory_not_equal(keys[0].key, keys[1].key, 32);
    assert_int_equal(tc_barcode_verify(keys, 2, old_text, 0, &said, NULL), TC_OK);
    assert_int_equal(said.key, 1);
    assert_int_equal(tc_barcode_verify(keys, 2, new_text, 0, &said, NULL), TC_OK);
    assert_int_equal(said.key, 2);
    assert_int_equal(tc_barcode_verify(keys, 1, new_text, 0, &said, NULL), TC_E_FORGED);
}

static void test_rotate_repeated(void **state) {
    house *h = *state;
    tc_public_key keys[4];
    tc_signing_key_rotate_request request = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
    tc_signing_key_rotate_result one = TC_SIGNING_KEY_ROTATE_RESULT_INIT;
    tc_signing_key_rotate_result two = TC_SIGNING_KEY_ROTATE_RESULT_INIT;
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    assert_int_equal(tc_signing_key_rotate(h->engine, &request, &one, NULL), TC_OK);
    assert_int_equal(tc_signing_key_rotate(h->engine, &request, &two, NULL), TC_OK);
    assert_memory_equal(&one, &two, sizeof one);
    assert_int_equal(keys_of(h, keys), 2);
}

static void test_revocation_list(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 5, 0);
    tc_revocation out[3];
    uint32_t count;
    uint64_t next = 0;
    assert_int_equal(house_void(h, sold.tickets[1], 0), TC_OK);
    assert_int_equal(house_reissue(h, sold.tickets[3], 0), TC_OK);
    assert_int_equal(house_reissue(h, sold.tickets[3], 0), TC_OK);
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_revocation_list(snapshot, h->event[0], 0, out, 3, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(count, 2);
    assert_int_equal(next, 0);
    assert_int_equal(out[0].ticket, sold.tickets[1]);
    assert_int_equal(out[0].min_serial, UINT32_MAX);
    assert_int_equal(out[0].state, TC_TICKET_VOIDED);
    assert_int_equal(out[1].ticket, sold.tickets[3]);
    assert_int_equal(out[1].min_serial, 3);
    assert_int_equal(tc_revocation_list(snapshot, h->event[0], 0, out, 1, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(tc_revocation_list(snapshot, h->event[0], next, out, 3, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(out[0].ticket, sold.tickets[3]);
    assert_int_equal(tc_revocation_list(snapshot, h->event[1], 0, out, 3, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(count, 0);
    tc_snapshot_close(snapshot);
}

static void test_feed_of_tickets(void **state) {
    house *h = *state;
    static const uint32_t WANTED[] = {TC_FEED_TICKET_ISSUED, TC_FEED_TICKET_REISSUED,
                                      TC_FEED_TICKET_VOIDED};
    sale sold = house_sell(h, 0, 0, 1, 0);
    assert_int_equal(house_reissue(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    tc_feed_event events[64];
    tc_feed_cursor at = {0};
    uint32_t count, seen = 0;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_feed_read(snapshot, at, events, 64, &count, &at, NULL), TC_OK);
    for (uint32_t i = 0; i < count; i++) {
        if (events[i].subject != sold.tickets[0] || seen == 3) continue;
        assert_int_equal(events[i].type, WANTED[seen++]);
        assert_int_equal(events[i].version, seen);
        assert_int_equal(events[i].event, h->event[0]);
    }
    assert_int_equal(seen, 3);
    tc_snapshot_close(snapshot);
}

/* What the confirmation says: the variables of order, event and tickets. */
static void test_message_about_tickets(void **state) {
    house *h = *state;
    static const char BODY[] =
        "{{order_id}}|{{event_name}}|{{venue_name}}|{{starts_at}}|{{time_zone}}|"
        "{{seats}}|{{order_total}}|{{ticket_count}}|{{order_currency}}";
    tc_template_put_request put = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_message_create_request create = TC_MESSAGE_CREATE_REQUEST_INIT;
    tc_message_create_result created = TC_MESSAGE_CREATE_RESULT_INIT;
    tc_message message = TC_MESSAGE_INIT;
    char wanted[512];
    sale sold = house_sell(h, 0, 3, 2, 1);
    put.kind = create.kind = TC_MESSAGE_EVENT_CHANGED;
    put.channel = create.channel = TC_MESSAGE_EMAIL;
    put.body = BODY;
    assert_int_equal(tc_template_put(h->engine, &put, NULL, NULL), TC_OK);
    create.order = sold.order;
    assert_int_equal(tc_message_create(h->engine, &create, &created, NULL), TC_OK);
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_message_get(snapshot, created.message, &message, NULL), TC_OK);
    bool known = access("/usr/share/zoneinfo/Europe/Vienna", R_OK) == 0;
    snprintf(wanted, sizeof wanted,
             "%llu|Evening|Old Theatre|%s|Europe/Vienna|"
             "Stalls, row 1, seat 4; Stalls, row 1, seat 5; Standing place|70.50 EUR|3|EUR",
             (unsigned long long)sold.order,
             known ? "2025-07-15T17:06:40+02:00[Europe/Vienna]" : "2025-07-15T15:06:40Z");
    assert_string_equal(message.body, wanted);
    assert_string_equal(message.address, "ada@example.org");
    assert_string_equal(message.locale, "en");
    tc_snapshot_close(snapshot);
}

static void test_every_default_can_be_read(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    for (uint32_t kind = TC_MESSAGE_ORDER_CONFIRMED; kind <= TC_MESSAGE_OFFER; kind++) {
        for (uint32_t channel = TC_MESSAGE_EMAIL; channel <= TC_MESSAGE_WEBHOOK; channel++) {
            tc_message_create_request create = TC_MESSAGE_CREATE_REQUEST_INIT;
            tc_message_create_result created = TC_MESSAGE_CREATE_RESULT_INIT;
            tc_message message = TC_MESSAGE_INIT;
            create.kind = kind;
            create.channel = channel;
            create.order = sold.order;
            create.ticket = sold.tickets[0];
            create.address = "somewhere";
            assert_int_equal(tc_message_create(h->engine, &create, &created, NULL), TC_OK);
            tc_snapshot *snapshot = house_snapshot(h);
            assert_int_equal(tc_message_get(snapshot, created.message, &message, NULL), TC_OK);
            assert_non_null(strstr(message.body, "Evening"));
            assert_null(strstr(message.body, "{{"));
            tc_snapshot_close(snapshot);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        H(test_issued),
        H(test_places_of_a_pool),
        H(test_numbers_are_the_events_own),
        H(test_labels),
        H(test_who_may_read),
        H(test_ticket_secret),
        H(test_reissue_ends_the_secret),
        H(test_list_of_an_event),
        H(test_list_of_an_order),
        H(test_list_by_state),
        H(test_list_labels),
        H(test_bad_lists),
        H(test_counts),
        H(test_void),
        H(test_void_keeps_the_seat_sold),
        H(test_reissue),
        H(test_refund_voids),
        H(test_barcode_verifies_offline),
        H(test_barcode_by_secret),
        H(test_no_barcode_of_a_void_ticket),
        H(test_barcodes_of_two_stores),
        H(test_rotate),
        H(test_rotate_repeated),
        H(test_revocation_list),
        H(test_feed_of_tickets),
        H(test_message_about_tickets),
        H(test_every_default_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
