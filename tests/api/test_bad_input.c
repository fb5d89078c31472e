/* Every public function with bad arguments, one case a test. The cases are made from the headers by
 * scripts/gen_bad_input.py, so a new function is tested by being declared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "bad_input.h"

static bad_room room;

void bad_prepare(bad_room *to, int at, size_t size) {
    uint32_t given = (uint32_t)size;
    bool bad = to->at == at;
    if (bad && to->mutation == SIZE_ZERO) given = 0;
    if (bad && to->mutation == SIZE_SMALL) given = 3;
    if (bad && to->mutation == UNKNOWN_FIELD) {
        given = (uint32_t)size + 16;
        to->bytes[at][size + 7] = 1;
    }
    memcpy(to->bytes[at], &given, sizeof given);
    uint32_t flags = 0x80000000u;
    if (bad && to->mutation == UNKNOWN_FLAGS) memcpy(to->bytes[at] + 4, &flags, sizeof flags);
}

static uint64_t commits(void) {
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    assert_int_equal(tc_engine_stat_get(room.engine, &stat, NULL), TC_OK);
    return stat.commits;
}

static void run_case(void **state) {
    const bad_case *one = *state;
    tc_error error = TC_ERROR_INIT;
    memset(room.bytes, 0, sizeof room.bytes);
    room.at = one->at;
    room.mutation = one->mutation;
    uint64_t before = commits();
    int null_at = one->mutation == NULL_ARGUMENT ? one->at : -1;
    int32_t code = one->call(&room, null_at, &error);
    if (!one->refuses) return; /* NULL is allowed there: not crashing is all */
    assert_true(code < 0);
    assert_int_equal(commits(), before);
    if (one->has_error) {
        assert_int_equal(error.code, code);
        assert_true(strlen(error.message) > 0);
        assert_true(strlen(error.field) > 0);
    }
    memset(room.bytes, 0, sizeof room.bytes);
    assert_int_equal(one->call(&room, null_at, NULL), code);
}

static int open_room(void **state) {
    (void)state;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MEMORY | TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = 1000;
    return tc_engine_open(NULL, &options, &room.engine, NULL) != TC_OK ||
           tc_snapshot_open(room.engine, &room.snapshot, NULL) != TC_OK ||
           tc_queue_open(room.engine, 4, &room.queue, NULL) != TC_OK;
}

static int close_room(void **state) {
    (void)state;
    tc_completion done = TC_COMPLETION_INIT;
    while (tc_queue_in_flight(room.queue)) tc_queue_next(room.queue, &done, 1000, NULL);
    tc_snapshot_close(room.snapshot);
    return tc_queue_close(room.queue, NULL) != TC_OK || tc_engine_close(room.engine, NULL) != TC_OK;
}

int main(void) {
    struct CMUnitTest *tests = calloc(BAD_CASE_COUNT, sizeof *tests);
    if (!tests) return 1;
    for (size_t i = 0; i < BAD_CASE_COUNT; i++) {
        tests[i].name = BAD_CASES[i].title;
        tests[i].test_func = run_case;
        tests[i].initial_state = (void *)(uintptr_t)&BAD_CASES[i];
    }
    int failed = _cmocka_run_group_tests("bad input", tests, BAD_CASE_COUNT, open_room, close_room);
    free(tests);
    return failed;
}
