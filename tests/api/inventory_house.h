/* The house of sold_house.h in memory or in a temporary folder, for the tests of holds, pools and
 * availability: short forms of their calls. Public headers only. Every test ends with the store
 * verified. */
#ifndef TEST_INVENTORY_HOUSE_H
#define TEST_INVENTORY_HOUSE_H

#include <dirent.h>
#include <unistd.h>

#include "sold_house.h"

#define UNUSED __attribute__((unused))
#define BOTH(name)                                                                                 \
    {#name " in memory", name, memory_setup, house_teardown, NULL}, {                              \
#name " on disk", name, disk_setup, disk_teardown, NULL                                    \
    }

enum { TTL = TC_HOLD_TTL_MS_DEFAULT };

static house *H; /* of the running test */
static char folder[128];

UNUSED static int memory_setup(void **state) {
    *state = H = house_new(NULL);
    return 0;
}

UNUSED static int disk_setup(void **state) {
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.80s/tc-inventory-XXXXXX", base && *base ? base : "/tmp");
    if (!mkdtemp(folder)) return 1;
    char path[160];
    snprintf(path, sizeof path, "%s/store", folder);
    *state = H = house_new(path);
    return 0;
}

static void empty_folder(const char *path) {
    DIR *list = opendir(path);
    if (!list) {
        (void)unlink(path);
        return;
    }
    for (struct dirent *entry; (entry = readdir(list));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char inner[512];
        snprintf(inner, sizeof inner, "%.200s/%.200s", path, entry->d_name);
        empty_folder(inner);
    }
    closedir(list);
    (void)rmdir(path);
}

UNUSED static int disk_teardown(void **state) {
    int code = house_teardown(state);
    empty_folder(folder);
    return code;
}

/* Close the store and open it again, as after a restart. */
UNUSED static void reopen(void) {
    char path[160];
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    snprintf(path, sizeof path, "%s/store", folder);
    assert_int_equal(tc_engine_close(H->engine, NULL), TC_OK);
    options.flags = TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = H->now_ms;
    assert_int_equal(tc_engine_open(path, &options, &H->engine, NULL), TC_OK);
}

static tc_conflict conflicts[20];
static tc_error last_error;

static tc_error *fresh_error(void) {
    last_error = (tc_error)TC_ERROR_INIT;
    last_error.conflicts = conflicts;
    last_error.conflicts_capacity = 20;
    return &last_error;
}

static tc_hold_seat held_seats[32];

/* Hold `count` seats of the first event from `first` on, and places of its pool. */
UNUSED static int32_t hold_some(uint32_t first, uint32_t count, uint32_t places,
                                tc_hold_create_result *held) {
    tc_hold_seat seats[20];
    tc_hold_pool pool = {H->event[0], H->pool[0], places};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    for (uint32_t i = 0; i < count; i++) seats[i] = (tc_hold_seat){H->event[0], first + i, 0};
    request.seats = seats;
    request.seats_count = count;
    request.pools = &pool;
    request.pools_count = places != 0;
    *held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    held->seats = held_seats;
    held->seats_capacity = 32;
    return tc_hold_create(H->engine, &request, held, fresh_error());
}

UNUSED static int32_t release(const tc_hold_create_result *held) {
    tc_hold_release_request request = TC_HOLD_RELEASE_REQUEST_INIT;
    request.hold = held->hold;
    request.secret = held->secret;
    return tc_hold_release(H->engine, &request, NULL, fresh_error());
}

UNUSED static tc_seat_view seat_now(uint32_t seat) {
    tc_seat_view view = TC_SEAT_VIEW_INIT;
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_seat_get(snapshot, H->event[0], seat, &view, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return view;
}

UNUSED static tc_hold_view hold_now(uint64_t hold) {
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_hold_peek(snapshot, hold, &view, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return view;
}

UNUSED static tc_pool_view pool_now(void) {
    tc_pool_view view = TC_POOL_VIEW_INIT;
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_pool_get(snapshot, H->event[0], H->pool[0], &view, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    view.name = NULL;
    return view;
}

UNUSED static tc_availability counts_now(void) {
    tc_availability all = TC_AVAILABILITY_INIT;
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(H->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_availability_get(snapshot, H->event[0], &all, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return all;
}

#define assert_fails(call, wanted, named)                                                          \
    do {                                                                                           \
        assert_int_equal((call), (wanted));                                                        \
        assert_int_equal(last_error.code, (wanted));                                               \
        assert_string_equal(last_error.field, (named));                                            \
        assert_true(last_error.message[0] != '\0');                                                \
    } while (0)

#endif
