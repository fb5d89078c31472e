/* The feed from outside: every commit's events in one order without gaps, cursors, waiting (also
 * for another handle's commits), named consumers, pruning. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "ticketcore/ticketcore.h"

static const int64_t T0 = 1750000000000;

typedef struct fixture {
    tc_engine *engine;
    int64_t now_ms;
} fixture;

static int setup(void **state) {
    fixture *f = calloc(1, sizeof *f);
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    assert_non_null(f);
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | TC_OPEN_MEMORY;
    options.clock_ms = f->now_ms = T0;
    *state = f;
    return tc_engine_open(NULL, &options, &f->engine, NULL);
}

/* Whatever a test did, the store's invariants hold. */
static void verify(tc_engine *engine) {
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

static int teardown(void **state) {
    fixture *f = *state;
    verify(f->engine);
    int32_t code = tc_engine_close(f->engine, NULL);
    free(f);
    return code;
}

static uint64_t make_venue(tc_engine *engine) {
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    request.name = "Hall";
    assert_int_equal(tc_venue_create(engine, &request, &result, NULL), TC_OK);
    return result.venue;
}

static void make_venues(fixture *f, int count) {
    for (int i = 0; i < count; i++) make_venue(f->engine);
}

static tc_snapshot *open_snapshot(fixture *f) {
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    return snapshot;
}

/* The end of the feed as it is now. */
static tc_feed_cursor feed_end(fixture *f) {
    tc_feed_cursor end;
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_ends(snapshot, NULL, &end, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return end;
}

static tc_feed_cursor feed_oldest(fixture *f) {
    tc_feed_cursor oldest;
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_ends(snapshot, &oldest, NULL, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return oldest;
}

static void test_event_of_a_commit(void **state) {
    fixture *f = *state;
    tc_feed_cursor at = feed_end(f), next;
    tc_feed_event events[4];
    uint32_t count;
    uint64_t venue = make_venue(f->engine);
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_read(snapshot, at, events, 4, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(events[0].type, TC_FEED_VENUE_CREATED);
    assert_int_equal(events[0].subject, venue);
    assert_int_equal(events[0].version, 1);
    assert_int_equal(events[0].time_ms, T0);
    assert_int_equal(events[0].commit, tc_snapshot_commit(snapshot));
    assert_int_equal(events[0].sequence, tc_feed_cursor_sequence(at));
    assert_int_equal(tc_feed_cursor_sequence(next), events[0].sequence + 1);
    assert_int_equal(tc_feed_read(snapshot, next, events, 4, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 0);
    tc_snapshot_close(snapshot);
}

static void test_no_gaps(void **state) {
    fixture *f = *state;
    tc_feed_cursor at = {0};
    tc_feed_event events[7];
    uint32_t count;
    uint64_t expected = 0;
    make_venues(f, 100);
    tc_snapshot *snapshot = open_snapshot(f);
    do {
        assert_int_equal(tc_feed_read(snapshot, at, events, 7, &count, &at, NULL), TC_OK);
        for (uint32_t i = 0; i < count; i++) {
            if (expected) assert_int_equal(events[i].sequence, expected);
            expected = events[i].sequence + 1;
        }
    } while (count);
    assert_int_equal(expected, tc_feed_cursor_sequence(feed_end(f)));
    tc_snapshot_close(snapshot);
}

static void test_read_from_the_middle_of_a_record(void **state) {
    fixture *f = *state;
    enum { COUNT = 1000 };
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    tc_command *commands = calloc(COUNT, sizeof *commands);
    assert_non_null(commands);
    uint64_t first = tc_feed_cursor_sequence(feed_end(f));
    request.name = "Hall";
    for (int i = 0; i < COUNT; i++) {
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_VENUE_CREATE;
        commands[i].request = &request;
    }
    assert_int_equal(tc_command_batch(f->engine, commands, COUNT, NULL), TC_OK);
    tc_snapshot *snapshot = open_snapshot(f);
    for (uint64_t i = 0; i < COUNT; i++) {
        tc_feed_event event;
        tc_feed_cursor next;
        uint32_t count;
        assert_int_equal(
            tc_feed_read(snapshot, tc_feed_cursor_at(first + i), &event, 1, &count, &next, NULL),
            TC_OK);
        assert_int_equal(count, 1);
        assert_int_equal(event.sequence, first + i);
        assert_int_equal(event.subject, i + 1);
    }
    tc_snapshot_close(snapshot);
    free(commands);
}

static void test_one_batch_one_commit(void **state) {
    fixture *f = *state;
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    tc_command commands[3];
    tc_feed_event events[4];
    tc_feed_cursor at = feed_end(f), next;
    uint32_t count;
    request.name = "Hall";
    for (int i = 0; i < 3; i++) {
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_VENUE_CREATE;
        commands[i].request = &request;
    }
    assert_int_equal(tc_command_batch(f->engine, commands, 3, NULL), TC_OK);
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_read(snapshot, at, events, 4, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_int_equal(events[0].commit, events[2].commit);
    tc_snapshot_close(snapshot);
}

static void test_a_refusal_says_nothing(void **state) {
    fixture *f = *state;
    make_venue(f->engine);
    uint64_t before = tc_feed_cursor_sequence(feed_end(f));
    tc_venue_delete_request request = TC_VENUE_DELETE_REQUEST_INIT;
    request.venue = 99;
    assert_int_equal(tc_venue_delete(f->engine, &request, NULL, NULL), TC_E_NOT_FOUND);
    assert_int_equal(tc_feed_cursor_sequence(feed_end(f)), before);
}

static void test_snapshot_stands_still(void **state) {
    fixture *f = *state;
    tc_feed_cursor at = feed_end(f), next;
    tc_feed_event event;
    uint32_t count;
    tc_snapshot *snapshot = open_snapshot(f);
    make_venue(f->engine);
    assert_int_equal(tc_feed_read(snapshot, at, &event, 1, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 0);
    assert_int_equal(tc_snapshot_refresh(snapshot, NULL), TC_OK);
    assert_int_equal(tc_feed_read(snapshot, at, &event, 1, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 1);
    tc_snapshot_close(snapshot);
}

static void test_beyond_the_end(void **state) {
    fixture *f = *state;
    tc_feed_event event;
    tc_feed_cursor end = feed_end(f), next;
    uint32_t count = 77;
    tc_snapshot *snapshot = open_snapshot(f);
    end.position++;
    assert_int_equal(tc_feed_read(snapshot, end, &event, 1, &count, &next, NULL), TC_E_INVALID);
    assert_int_equal(count, 77);
    tc_snapshot_close(snapshot);
}

static void test_wait_at_once(void **state) {
    fixture *f = *state;
    tc_feed_cursor at = feed_end(f);
    assert_int_equal(tc_feed_wait(f->engine, at, 0, NULL), 0);
    make_venue(f->engine);
    assert_int_equal(tc_feed_wait(f->engine, at, 0, NULL), 1);
    assert_int_equal(tc_feed_wait(f->engine, at, -1, NULL), 1);
}

static void test_wait_times_out(void **state) {
    fixture *f = *state;
    assert_int_equal(tc_feed_wait(f->engine, feed_end(f), 30, NULL), 0);
}

static void *later(void *argument) {
    usleep(30000);
    make_venue(argument);
    return NULL;
}

static void test_wait_wakes(void **state) {
    fixture *f = *state;
    pthread_t thread;
    tc_feed_cursor at = feed_end(f);
    assert_int_equal(pthread_create(&thread, NULL, later, f->engine), 0);
    assert_int_equal(tc_feed_wait(f->engine, at, 20000, NULL), 1);
    pthread_join(thread, NULL);
}

/* Another process commits; this one waits on its own handle. */
static void test_wait_for_another_process(void **state) {
    (void)state;
    char folder[] = "/tmp/tc-feed-XXXXXX", path[64], command[96];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/store", folder);
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine;
    options.flags = TC_OPEN_CREATE;
    assert_int_equal(tc_engine_open(path, &options, &engine, NULL), TC_OK);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    int ready[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
        request.name = "Hall";
        int bad = read(ready[0], &byte, 1) != 1;
        bad |= tc_engine_open(path, &options, &engine, NULL) != TC_OK;
        usleep(30000);
        bad |= tc_venue_create(engine, &request, NULL, NULL) != TC_OK;
        bad |= tc_engine_close(engine, NULL) != TC_OK;
        _exit(bad);
    }
    assert_int_equal(tc_engine_open(path, &options, &engine, NULL), TC_OK);
    tc_snapshot *snapshot;
    tc_feed_cursor end;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_feed_ends(snapshot, NULL, &end, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(write(ready[1], &byte, 1), 1);
    assert_int_equal(tc_feed_wait(engine, end, 20000, NULL), 1);
    int status = 1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
}

static int32_t set(fixture *f, const char *name, uint64_t position, uint64_t expected,
                   uint32_t flags, tc_consumer_set_result *result) {
    tc_consumer_set_request request = TC_CONSUMER_SET_REQUEST_INIT;
    request.name = name;
    request.cursor = tc_feed_cursor_at(position);
    request.expected_version = expected;
    request.flags = flags;
    return tc_consumer_set(f->engine, &request, result, NULL);
}

static void test_consumer(void **state) {
    fixture *f = *state;
    tc_consumer_set_result result = TC_CONSUMER_SET_RESULT_INIT;
    make_venues(f, 5);
    assert_int_equal(set(f, "mailer", 0, 0, 0, &result), TC_OK);
    assert_int_equal(result.created, 1);
    assert_int_equal(result.version, 1);
    assert_int_equal(result.cursor.position, feed_oldest(f).position);
    assert_int_equal(set(f, "mailer", 4, 1, 0, &result), TC_OK);
    assert_int_equal(result.created, 0);
    assert_int_equal(result.version, 2);
    tc_consumer consumer;
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_consumer_get(snapshot, "mailer", &consumer, NULL), TC_OK);
    assert_string_equal(consumer.name, "mailer");
    assert_int_equal(consumer.cursor.position, 4);
    assert_int_equal(consumer.version, 2);
    assert_int_equal(consumer.updated_at_ms, T0);
    assert_int_equal(consumer.lag, feed_end(f).position - 4);
    assert_int_equal(consumer.pruned, 0);
    assert_int_equal(tc_consumer_get(snapshot, "other", &consumer, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void test_two_of_one_name(void **state) {
    fixture *f = *state;
    tc_consumer_set_result result = TC_CONSUMER_SET_RESULT_INIT;
    make_venues(f, 5);
    assert_int_equal(set(f, "c", 2, 0, 0, &result), TC_OK);
    assert_int_equal(set(f, "c", 3, 1, 0, &result), TC_OK);
    assert_int_equal(set(f, "c", 4, 1, 0, &result), TC_E_VERSION);
    assert_int_equal(set(f, "c", 4, 0, TC_CONSUMER_CREATE, &result), TC_E_EXISTS);
    assert_int_equal(set(f, "d", 4, 7, 0, &result), TC_E_NOT_FOUND);
}

static void test_consumer_at_the_end(void **state) {
    fixture *f = *state;
    tc_consumer_set_result result = TC_CONSUMER_SET_RESULT_INIT;
    make_venues(f, 5);
    assert_int_equal(set(f, "c", 0, 0, TC_CONSUMER_AT_END, &result), TC_OK);
    assert_int_equal(result.cursor.position, feed_end(f).position);
    assert_int_equal(set(f, "c", feed_end(f).position + 1, 0, 0, &result), TC_E_INVALID);
}

static void test_consumer_moves_no_feed(void **state) {
    fixture *f = *state;
    make_venue(f->engine);
    uint64_t before = feed_end(f).position;
    assert_int_equal(set(f, "c", 0, 0, 0, NULL), TC_OK);
    assert_int_equal(feed_end(f).position, before);
}

static void test_consumer_list_and_delete(void **state) {
    fixture *f = *state;
    tc_consumer list[4];
    uint32_t count;
    static const char *const NAMES[] = {"b", "a", "c"};
    for (int i = 0; i < 3; i++) assert_int_equal(set(f, NAMES[i], 0, 0, 0, NULL), TC_OK);
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_consumer_list(snapshot, list, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_string_equal(list[0].name, "a");
    assert_string_equal(list[2].name, "c");
    assert_int_equal(tc_consumer_list(snapshot, NULL, 0, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    tc_snapshot_close(snapshot);
    tc_consumer_delete_request gone = TC_CONSUMER_DELETE_REQUEST_INIT;
    gone.name = "b";
    gone.expected_version = 2;
    assert_int_equal(tc_consumer_delete(f->engine, &gone, NULL), TC_E_VERSION);
    gone.expected_version = 1;
    assert_int_equal(tc_consumer_delete(f->engine, &gone, NULL), TC_OK);
    assert_int_equal(tc_consumer_delete(f->engine, &gone, NULL), TC_E_NOT_FOUND);
}

static void test_bad_names(void **state) {
    fixture *f = *state;
    char name[TC_CONSUMER_NAME_MAX + 2];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_int_equal(set(f, name, 0, 0, 0, NULL), TC_E_LIMIT);
    name[TC_CONSUMER_NAME_MAX] = '\0';
    assert_int_equal(set(f, name, 0, 0, 0, NULL), TC_OK);
    assert_int_equal(set(f, "", 0, 0, 0, NULL), TC_E_INVALID);
    assert_int_equal(set(f, NULL, 0, 0, 0, NULL), TC_E_INVALID);
    assert_int_equal(set(f, "a\nb", 0, 0, 0, NULL), TC_E_INVALID);
    assert_int_equal(set(f, "a", 0, 0, 4, NULL), TC_E_INVALID);
}

static tc_feed_prune_result prune(fixture *f, uint64_t before, int64_t before_ms, uint32_t flags) {
    tc_feed_prune_request request = TC_FEED_PRUNE_REQUEST_INIT;
    tc_feed_prune_result result = TC_FEED_PRUNE_RESULT_INIT;
    request.before = tc_feed_cursor_at(before);
    request.before_ms = before_ms;
    request.flags = flags;
    assert_int_equal(tc_feed_prune(f->engine, &request, &result, NULL), TC_OK);
    return result;
}

static void test_prune(void **state) {
    fixture *f = *state;
    tc_feed_event event;
    tc_feed_cursor next;
    tc_error error = TC_ERROR_INIT;
    uint32_t count;
    uint64_t first = feed_end(f).position;
    make_venues(f, 10);
    tc_feed_prune_result result = prune(f, first + 4, 0, 0);
    assert_int_equal(result.oldest.position, first + 4);
    assert_int_equal(result.dropped, first + 4 - 1);
    assert_int_equal(result.more, 0);
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(
        tc_feed_read(snapshot, tc_feed_cursor_at(first + 3), &event, 1, &count, &next, &error),
        TC_E_FEED_PRUNED);
    assert_int_equal(error.subject, first + 4);
    assert_int_equal(tc_feed_read(snapshot, tc_feed_cursor_at(0), &event, 1, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(event.sequence, first + 4);
    tc_snapshot_close(snapshot);
}

static void test_prune_by_time(void **state) {
    fixture *f = *state;
    uint64_t first = feed_end(f).position;
    make_venues(f, 3);
    f->now_ms += 1000;
    assert_int_equal(tc_engine_set_clock(f->engine, f->now_ms, NULL), TC_OK);
    make_venues(f, 3);
    assert_int_equal(prune(f, 0, T0, 0).dropped, 0);
    assert_int_equal(prune(f, 0, T0 + 1, 0).oldest.position, first + 3);
    assert_int_equal(prune(f, 0, T0 + 1, 0).dropped, 0);
}

static void test_prune_everything(void **state) {
    fixture *f = *state;
    make_venues(f, 3);
    uint64_t end = feed_end(f).position;
    assert_int_equal(prune(f, end, 0, 0).oldest.position, end);
    tc_feed_event event;
    tc_feed_cursor next;
    uint32_t count;
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_read(snapshot, (tc_feed_cursor){0}, &event, 1, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(count, 0);
    tc_snapshot_close(snapshot);
    make_venue(f->engine);
    snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_read(snapshot, (tc_feed_cursor){0}, &event, 1, &count, &next, NULL),
                     TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(event.sequence, end);
    tc_snapshot_close(snapshot);
}

static void test_prune_waits_for_consumers(void **state) {
    fixture *f = *state;
    uint64_t first = feed_end(f).position;
    make_venues(f, 10);
    assert_int_equal(set(f, "slow", first + 2, 0, 0, NULL), TC_OK);
    assert_int_equal(set(f, "fast", first + 8, 0, 0, NULL), TC_OK);
    assert_int_equal(prune(f, first + 9, 0, 0).oldest.position, first + 2);
    assert_int_equal(prune(f, first + 9, 0, TC_FEED_PRUNE_FORCE).oldest.position, first + 9);
    tc_consumer consumer;
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_consumer_get(snapshot, "slow", &consumer, NULL), TC_OK);
    assert_int_equal(consumer.pruned, 1);
    assert_int_equal(consumer.cursor.position, first + 2);
    tc_snapshot_close(snapshot);
    assert_int_equal(set(f, "slow", first + 3, 0, 0, NULL), TC_E_FEED_PRUNED);
    assert_int_equal(set(f, "slow", 0, 0, 0, NULL), TC_OK);
}

static void test_prune_keeps_whole_records(void **state) {
    fixture *f = *state;
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    tc_command commands[10];
    uint64_t first = feed_end(f).position;
    request.name = "Hall";
    for (int i = 0; i < 10; i++) {
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_VENUE_CREATE;
        commands[i].request = &request;
    }
    assert_int_equal(tc_command_batch(f->engine, commands, 10, NULL), TC_OK);
    assert_int_equal(prune(f, first + 5, 0, 0).oldest.position, first);
    assert_int_equal(prune(f, first + 10, 0, 0).oldest.position, first + 10);
}

static void test_bad_prune(void **state) {
    fixture *f = *state;
    tc_feed_prune_request request = TC_FEED_PRUNE_REQUEST_INIT;
    assert_int_equal(tc_feed_prune(f->engine, &request, NULL, NULL), TC_E_INVALID);
    request.before = tc_feed_cursor_at(feed_end(f).position + 1);
    assert_int_equal(tc_feed_prune(f->engine, &request, NULL, NULL), TC_E_INVALID);
    request.before.position = 1;
    request.flags = 2;
    assert_int_equal(tc_feed_prune(f->engine, &request, NULL, NULL), TC_E_INVALID);
    request.flags = 0;
    request.before_ms = -1;
    assert_int_equal(tc_feed_prune(f->engine, &request, NULL, NULL), TC_E_INVALID);
}

static void test_bad_reads(void **state) {
    fixture *f = *state;
    tc_feed_event event;
    tc_feed_cursor at = {0};
    uint32_t count;
    tc_snapshot *snapshot = open_snapshot(f);
    assert_int_equal(tc_feed_read(NULL, at, &event, 1, &count, &at, NULL), TC_E_INVALID);
    assert_int_equal(tc_feed_read(snapshot, at, NULL, 1, &count, &at, NULL), TC_E_INVALID);
    assert_int_equal(tc_feed_read(snapshot, at, &event, 0, &count, &at, NULL), TC_E_INVALID);
    assert_int_equal(tc_feed_read(snapshot, at, &event, 1, NULL, &at, NULL), TC_E_INVALID);
    assert_int_equal(tc_feed_read(snapshot, at, &event, 1, &count, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_feed_wait(NULL, at, 0, NULL), TC_E_INVALID);
    tc_snapshot_close(snapshot);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wait_for_another_process),
        T(test_event_of_a_commit),
        T(test_no_gaps),
        T(test_read_from_the_middle_of_a_record),
        T(test_one_batch_one_commit),
        T(test_a_refusal_says_nothing),
        T(test_snapshot_stands_still),
        T(test_beyond_the_end),
        T(test_wait_at_once),
        T(test_wait_times_out),
        T(test_wait_wakes),
        T(test_consumer),
        T(test_two_of_one_name),
        T(test_consumer_at_the_end),
        T(test_consumer_moves_no_feed),
        T(test_consumer_list_and_delete),
        T(test_bad_names),
        T(test_prune),
        T(test_prune_by_time),
        T(test_prune_everything),
        T(test_prune_waits_for_consumers),
        T(test_prune_keeps_whole_records),
        T(test_bad_prune),
        T(test_bad_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
