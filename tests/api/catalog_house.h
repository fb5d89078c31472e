/* An engine for the tests of the catalog, in memory or in a folder, with a manual clock; after
 * every test the store is verified. Public headers only. */
#ifndef TEST_CATALOG_HOUSE_H
#define TEST_CATALOG_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ticketcore/ticketcore.h"

#define T0 INT64_C(1750000000000)
#define DAY INT64_C(86400000)

typedef struct house {
    tc_engine *engine;
    tc_snapshot *snapshot; /* of the last look() */
    tc_error error;        /* of the last call that was given it */
    int64_t now_ms;
    char path[64]; /* "" in memory */
} house;

static house *open_house(const char *path) {
    house *h = calloc(1, sizeof *h);
    assert_non_null(h);
    if (path) snprintf(h->path, sizeof h->path, "%s", path);
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | (path ? 0u : (uint32_t)TC_OPEN_MEMORY);
    options.clock_ms = h->now_ms = T0;
    options.seed = 7;
    h->error = (tc_error)TC_ERROR_INIT;
    assert_int_equal(tc_engine_open(path, &options, &h->engine, NULL), TC_OK);
    return h;
}

static inline int in_memory(void **state) {
    *state = open_house(NULL);
    return 0;
}

static inline int in_folder(void **state) {
    char path[] = "catalog-XXXXXX";
    assert_non_null(mkdtemp(path));
    assert_int_equal(rmdir(path), 0);
    *state = open_house(path);
    return 0;
}

/* A snapshot of now; the one before is closed, its strings are gone. */
static tc_snapshot *look(house *h) {
    if (h->snapshot) tc_snapshot_close(h->snapshot);
    assert_int_equal(tc_snapshot_open(h->engine, &h->snapshot, NULL), TC_OK);
    return h->snapshot;
}

static inline void move_clock(house *h, int64_t by_ms) {
    assert_int_equal(tc_engine_set_clock(h->engine, h->now_ms += by_ms, NULL), TC_OK);
}

static void verify_house(house *h) {
    tc_fault faults[4];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = 4;
    assert_int_equal(tc_verify(look(h), &report, NULL), TC_OK);
    for (uint64_t i = 0; i < report.faults_count && i < 4; i++)
        print_error("%s %llu: %s\n", faults[i].what, (unsigned long long)faults[i].subject,
                    faults[i].sentence);
    assert_int_equal(report.faults_count, 0);
}

static int close_house(void **state) {
    house *h = *state;
    static const char *const FILES[] = {"data.mdb", "lock.mdb", "open.lock"};
    verify_house(h);
    tc_snapshot_close(h->snapshot);
    int32_t code = tc_engine_close(h->engine, NULL);
    for (size_t i = 0; h->path[0] && i < sizeof FILES / sizeof *FILES; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s/%s", h->path, FILES[i]);
        unlink(name);
    }
    if (h->path[0]) rmdir(h->path);
    free(h);
    return code;
}

/* A test in memory, and the same in a folder. */
#define MEMORY(test) cmocka_unit_test_setup_teardown(test, in_memory, close_house)
#define FOLDER(test)                                                                               \
    { #test " (folder)", test, in_folder, close_house, NULL }
#define BOTH(test) MEMORY(test), FOLDER(test)

/* The call answered so, and the error says so about that field. */
#define ASSERT_REFUSED(h, call, want, field_name)                                                  \
    do {                                                                                           \
        (h)->error = (tc_error)TC_ERROR_INIT;                                                      \
        assert_int_equal(call, want);                                                              \
        assert_int_equal((h)->error.code, want);                                                   \
        assert_string_equal((h)->error.field, field_name);                                         \
        assert_true((h)->error.message[0] != '\0');                                                \
    } while (0)

static inline uint64_t make_venue(house *h, const char *name) {
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    request.name = name;
    assert_int_equal(tc_venue_create(h->engine, &request, &result, NULL), TC_OK);
    return result.venue;
}

static inline tc_map_result make_map(house *h, const char *text) {
    tc_map_create_request request = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result result = TC_MAP_RESULT_INIT;
    request.name = "Hall";
    request.text = text;
    request.text_bytes = strlen(text);
    assert_int_equal(tc_map_create(h->engine, &request, &result, NULL), TC_OK);
    return result;
}

static inline tc_map_result update_map(house *h, uint64_t map, const char *text) {
    tc_map_update_request request = TC_MAP_UPDATE_REQUEST_INIT;
    tc_map_result result = TC_MAP_RESULT_INIT;
    request.map = map;
    request.text = text;
    request.text_bytes = strlen(text);
    assert_int_equal(tc_map_update(h->engine, &request, &result, NULL), TC_OK);
    return result;
}

static inline void publish_map(house *h, uint64_t map) {
    tc_map_publish_request request = TC_MAP_PUBLISH_REQUEST_INIT;
    request.map = map;
    assert_int_equal(tc_map_publish(h->engine, &request, NULL, NULL), TC_OK);
}

static inline tc_event_create_request event_like(const char *name) {
    tc_event_create_request request = TC_EVENT_CREATE_REQUEST_INIT;
    request.name = name;
    request.currency = "EUR";
    request.starts_at_ms = T0 + 30 * DAY;
    request.status = TC_EVENT_ON_SALE;
    return request;
}

static inline uint64_t make_event(house *h, const tc_event_create_request *request) {
    tc_event_result result = TC_EVENT_RESULT_INIT;
    assert_int_equal(tc_event_create(h->engine, request, &result, NULL), TC_OK);
    return result.event;
}

static inline tc_hold_create_result hold_seat(house *h, uint64_t event, uint32_t seat) {
    tc_hold_seat item = {event, seat, 0};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result result = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = &item;
    request.seats_count = 1;
    assert_int_equal(tc_hold_create(h->engine, &request, &result, NULL), TC_OK);
    return result;
}

static inline void release_hold(house *h, const tc_hold_create_result *hold) {
    tc_hold_release_request request = TC_HOLD_RELEASE_REQUEST_INIT;
    request.hold = hold->hold;
    request.secret = hold->secret;
    assert_int_equal(tc_hold_release(h->engine, &request, NULL, NULL), TC_OK);
}

#endif
