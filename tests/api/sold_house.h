/* A house in which tickets have been sold: for the tests of tickets and check-in. Public headers
 * only. Two events over one map of 4 rows × 5 seats, each with a pool; times by a manual clock. */
#ifndef TEST_SOLD_HOUSE_H
#define TEST_SOLD_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ticketcore/ticketcore.h"

#define HOUSE_T0 INT64_C(1750000000000)
#define HOUSE_START (HOUSE_T0 + INT64_C(86400000) * 30)
#define HOUSE_END (HOUSE_START + INT64_C(7200000))

typedef struct house {
    tc_engine *engine;
    int64_t now_ms;
    uint64_t event[2];
    uint32_t pool[2];
} house;

typedef struct sale {
    uint64_t order;
    tc_secret secret;
    uint64_t tickets[32];
    uint32_t count;
} sale;

static inline uint64_t house_map(tc_engine *engine, uint64_t venue) {
    char text[4096];
    size_t at = (size_t)snprintf(text, sizeof text, "name,section,row,seat,category,x,y\n");
    for (unsigned row = 1; row <= 4; row++)
        for (unsigned seat = 1; seat <= 5; seat++)
            at += (size_t)snprintf(text + at, sizeof text - at, "%u-%u,Stalls,%u,%u,All,%u,%u\n",
                                   row, seat, row, seat, seat * 50, row * 90);
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_map_result result = TC_MAP_RESULT_INIT;
    map.venue = venue;
    map.name = "House";
    map.text = text;
    map.text_bytes = at;
    map.form = TC_MAP_FORM_CSV;
    assert_int_equal(tc_map_create(engine, &map, &result, NULL), TC_OK);
    publish.map = result.map;
    assert_int_equal(tc_map_publish(engine, &publish, NULL, NULL), TC_OK);
    return result.map;
}

static inline void house_event(house *h, int which, uint64_t venue, uint64_t map) {
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result result = TC_EVENT_RESULT_INIT;
    tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
    tc_pool_create_result pooled = TC_POOL_CREATE_RESULT_INIT;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    event.venue = venue;
    event.map = map;
    event.name = which ? "Matinee" : "Evening";
    event.starts_at_ms = HOUSE_START;
    event.ends_at_ms = HOUSE_END;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    assert_int_equal(tc_event_create(h->engine, &event, &result, NULL), TC_OK);
    h->event[which] = pool.event = type.event = result.event;
    pool.name = "Standing";
    pool.capacity = 100;
    assert_int_equal(tc_pool_create(h->engine, &pool, &pooled, NULL), TC_OK);
    h->pool[which] = pooled.pool;
    type.name = "Full price";
    type.price_minor = 3000;
    assert_int_equal(tc_ticket_type_create(h->engine, &type, NULL, NULL), TC_OK);
    type.name = "Standing place";
    type.price_minor = 1050;
    type.pool = h->pool[which];
    assert_int_equal(tc_ticket_type_create(h->engine, &type, NULL, NULL), TC_OK);
}

static inline house *house_open(const char *path) {
    house *h = calloc(1, sizeof *h);
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    assert_non_null(h);
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | (path ? 0u : (uint32_t)TC_OPEN_MEMORY);
    options.clock_ms = h->now_ms = HOUSE_T0;
    assert_int_equal(tc_engine_open(path, &options, &h->engine, NULL), TC_OK);
    return h;
}

static inline house *house_new(const char *path) {
    house *h = house_open(path);
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    venue.name = "Old Theatre";
    venue.time_zone = "Europe/Vienna";
    assert_int_equal(tc_venue_create(h->engine, &venue, &result, NULL), TC_OK);
    uint64_t map = house_map(h->engine, result.venue);
    for (int i = 0; i < 2; i++) house_event(h, i, result.venue, map);
    return h;
}

static inline int house_setup(void **state) {
    *state = house_new(NULL);
    return 0;
}

/* Whatever a test did, the store's invariants hold. */
static inline void house_verify(tc_engine *engine) {
    tc_snapshot *snapshot;
    tc_fault faults[4];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = 4;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    for (uint64_t i = 0; i < report.faults_count && i < 4; i++)
        print_error("%s %llu: %s\n", faults[i].what, (unsigned long long)faults[i].subject,
                    faults[i].sentence);
    assert_int_equal(report.faults_count, 0);
    tc_snapshot_close(snapshot);
}

static inline int house_teardown(void **state) {
    house *h = *state;
    house_verify(h->engine);
    int32_t code = tc_engine_close(h->engine, NULL);
    free(h);
    return code;
}

static inline void house_pass(house *h, int64_t ms) {
    h->now_ms += ms;
    assert_int_equal(tc_engine_set_clock(h->engine, h->now_ms, NULL), TC_OK);
}

/* Sell seats `first` … and places of the pool at the box office: paid and confirmed at once. */
static inline sale house_sell(house *h, int which, uint32_t first, uint32_t seats,
                              uint32_t places) {
    tc_hold_seat named[20];
    tc_hold_pool pool = {h->event[which], h->pool[which], places};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    tc_order_item items[21];
    const tc_contact contact = {sizeof contact, TC_MESSAGE_EMAIL, "ada@example.org", "en"};
    sale sold = {0};
    for (uint32_t i = 0; i < seats; i++) {
        named[i] = (tc_hold_seat){h->event[which], first + i, 0};
        items[i] = (tc_order_item){1, 1};
    }
    items[seats] = (tc_order_item){2, places};
    hold.seats = named;
    hold.seats_count = seats;
    hold.pools = &pool;
    hold.pools_count = places != 0;
    assert_int_equal(tc_hold_create(h->engine, &hold, &held, NULL), TC_OK);
    order.hold = held.hold;
    order.hold_secret = held.secret;
    order.items = items;
    order.items_count = seats + (places != 0);
    order.method = TC_PAY_PAID;
    order.contacts = &contact;
    order.contacts_count = 1;
    made.tickets = sold.tickets;
    made.tickets_capacity = 32;
    assert_int_equal(tc_order_create(h->engine, &order, &made, NULL), TC_OK);
    sold.order = made.order;
    sold.secret = made.secret;
    sold.count = made.tickets_count;
    assert_int_equal(sold.count, seats + places);
    return sold;
}

static inline tc_snapshot *house_snapshot(house *h) {
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(h->engine, &snapshot, NULL), TC_OK);
    return snapshot;
}

static inline tc_ticket house_ticket(house *h, uint64_t id) {
    tc_ticket ticket = TC_TICKET_INIT;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_ticket_get(snapshot, id, NULL, &ticket, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    ticket.section = ticket.row = ticket.label = ticket.type_name = NULL;
    return ticket;
}

static inline void house_barcode(house *h, uint64_t id, char text[TC_BARCODE_MAX]) {
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_ticket_barcode(snapshot, id, NULL, text, TC_BARCODE_MAX, NULL, NULL),
                     TC_OK);
    tc_snapshot_close(snapshot);
}

static inline int32_t house_void(house *h, uint64_t id, uint32_t expected) {
    tc_ticket_void_request request = TC_TICKET_VOID_REQUEST_INIT;
    request.ticket = id;
    request.expected_version = expected;
    return tc_ticket_void(h->engine, &request, NULL, NULL);
}

static inline int32_t house_reissue(house *h, uint64_t id, uint32_t expected) {
    tc_ticket_reissue_request request = TC_TICKET_REISSUE_REQUEST_INIT;
    request.ticket = id;
    request.expected_version = expected;
    return tc_ticket_reissue(h->engine, &request, NULL, NULL);
}

#define H(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)

#endif
