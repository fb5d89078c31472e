/* Stores written by every release open, verify, dump and load to an equal store, and go on selling.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <ticketcore/ticketcore.h>

/* Run "verb 'a' 'b'". */
static void shell(const char *verb, const char *a, const char *b) {
    char command[2200];
    snprintf(command, sizeof command, "%s '%s' '%s'", verb, a, b);
    assert_int_equal(system(command), 0);
}

static tc_engine *open_at(const char *path) {
    tc_engine *engine = NULL;
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_CLOCK_JUMP; /* nobody wrote to it since it was kept */
    if (tc_engine_open(path, &options, &engine, &error) != TC_OK) fail_msg("%s", error.message);
    return engine;
}

static tc_snapshot *look(tc_engine *engine) {
    tc_snapshot *snapshot = NULL;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    return snapshot;
}

static void assert_sound(tc_engine *engine) {
    tc_fault first;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    tc_snapshot *snapshot = look(engine);
    report.faults = &first;
    report.faults_capacity = 1;
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    if (report.faults_count) fail_msg("%s", first.sentence);
    assert_true(report.records > 10);
    tc_snapshot_close(snapshot);
}

static off_t dump_to(tc_engine *engine, const char *path) {
    tc_snapshot *snapshot = look(engine);
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(tc_dump(snapshot, fd, NULL, NULL), TC_OK);
    off_t size = lseek(fd, 0, SEEK_END);
    close(fd);
    tc_snapshot_close(snapshot);
    return size;
}

/* Any free seat of event 1. */
static void sell_one(tc_engine *engine) {
    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    tc_hold_best_result hold = TC_HOLD_BEST_RESULT_INIT;
    tc_error error = TC_ERROR_INIT;
    best.event = 1;
    best.quantity = 1;
    if (tc_hold_best(engine, &best, &hold, &error) != TC_OK) fail_msg("%s", error.message);
    const tc_order_item item = {1, 1};
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    order.hold = hold.hold;
    order.hold_secret = hold.secret;
    order.items = &item;
    order.items_count = 1;
    order.method = TC_PAY_PAID;
    if (tc_order_create(engine, &order, NULL, &error) != TC_OK) fail_msg("%s", error.message);
}

static void test_golden(void **state) {
    const char *golden = *state;
    char folder[] = "golden-XXXXXX", store[64], loaded[64], first[64], second[64];
    assert_non_null(mkdtemp(folder));
    snprintf(store, sizeof store, "%s/store", folder);
    snprintf(loaded, sizeof loaded, "%s/loaded", folder);
    snprintf(first, sizeof first, "%s/first", folder);
    snprintf(second, sizeof second, "%s/second", folder);
    assert_int_equal(mkdir(store, 0700), 0);
    shell("cp", golden, store);
    tc_engine *engine = open_at(store);
    assert_sound(engine);
    off_t size = dump_to(engine, first);
    int fd = open(first, O_RDONLY | O_CLOEXEC);
    tc_error error = TC_ERROR_INIT;
    if (tc_load(loaded, fd, NULL, &error) != TC_OK) fail_msg("%s", error.message);
    close(fd);
    tc_engine *other = open_at(loaded);
    assert_int_equal(dump_to(other, second), size);
    shell("cmp", first, second);
    assert_int_equal(tc_engine_close(other, NULL), TC_OK);
    sell_one(engine);
    assert_sound(engine);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    shell("rm -rf", folder, folder);
}

int main(int argc, char **argv) {
    struct CMUnitTest tests[64];
    int count = 0;
    for (; count + 1 < argc && count < 64; count++)
        tests[count] =
            (struct CMUnitTest){argv[count + 1], test_golden, NULL, NULL, argv[count + 1]};
    return _cmocka_run_group_tests("golden", tests, (size_t)count, NULL, NULL);
}
