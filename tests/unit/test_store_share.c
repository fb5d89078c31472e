/* Who may have a data file open at once: readers that may not write in the folder, several folders
 * with one file, links. Readers without rights are children of another user, or of this one with
 * the folder's rights taken away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <grp.h>
#include <sys/wait.h>

#include "store_fixture.h"

enum { NOBODY = 65534 };

static const char *inside(const char *path, const char *name) {
    static char paths[4][512];
    static unsigned turn;
    char *joined = paths[turn++ % 4];
    snprintf(joined, sizeof paths[0], "%s/%s", path, name);
    return joined;
}

static int32_t open_as(const char *path, bool read_only, tci_store **store, tc_error *error) {
    const tci_store_config config = {.path = path, .map_bytes = 64u << 20, .read_only = read_only};
    *error = (tc_error)TC_ERROR_INIT;
    return tci_store_open_lmdb(&config, store, error);
}

/* A closed store with one row, which everybody may read and only its owner write. */
static void make_readable(const char *path, bool with_locks) {
    tci_store *store = open_lmdb(path);
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
    if (!with_locks) {
        assert_int_equal(unlink(inside(path, "lock.mdb")), 0);
        assert_int_equal(unlink(inside(path, "open.lock")), 0);
    }
    static const char *const FILES[] = {"data.mdb", "lock.mdb", "open.lock"};
    for (size_t i = 0; i < TCI_COUNT(FILES); i++) (void)chmod(inside(path, FILES[i]), 0444);
    assert_int_equal(chmod(path, 0555), 0);
    assert_int_equal(chmod(folder, 0755), 0);
}

static void make_writable(const char *path) {
    static const char *const FILES[] = {"data.mdb", "lock.mdb", "open.lock"};
    assert_int_equal(chmod(path, 0700), 0);
    for (size_t i = 0; i < TCI_COUNT(FILES); i++) (void)chmod(inside(path, FILES[i]), 0600);
}

/* A child that may not write where its owner may. */
static void give_up_rights(void) {
    if (geteuid() != 0) return;
    if (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0) _exit(90);
}

static int wait_child(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* 0: read what make_readable() put; 1 … 89 what went wrong; the open's own code is 100 less. */
static int read_without_rights(const char *path) {
    pid_t child = fork();
    if (child == 0) {
        tc_error error;
        tci_store *store;
        tci_txn *txn;
        tci_slice value = {NULL, 0};
        tci_store_damage damage = {.what = ""};
        give_up_rights();
        int32_t code = open_as(path, true, &store, &error);
        if (code != TC_OK) _exit(100 - code);
        if (tci_store_begin(store, TCI_TXN_WRITE, &txn) != TC_E_READ_ONLY) _exit(1);
        if (tci_store_begin(store, TCI_TXN_READ, &txn) != TC_OK) _exit(2);
        if (tci_txn_get(txn, text("a"), &value) != TC_OK || value.len != 1) _exit(3);
        tci_txn_abort(txn);
        tci_store_stat stat = {0};
        if (tci_store_stat_get(store, &stat) != TC_OK || stat.last_txn_id == 0) _exit(4);
        if (store->ops->check(store, &damage) != TC_OK) _exit(5);
        tci_store_close(store);
        _exit(0);
    }
    return wait_child(child);
}

static void test_a_store_nobody_may_write_can_be_read(void **state) {
    (void)state;
    make_readable(at("shown"), true);
    assert_int_equal(read_without_rights(at("shown")), 0);
    make_writable(at("shown"));
}

static void test_nor_need_there_be_lock_files(void **state) {
    (void)state;
    make_readable(at("bare"), false);
    assert_int_equal(read_without_rights(at("bare")), 0);
    assert_int_equal(access(inside(at("bare"), "lock.mdb"), F_OK), -1);
    make_writable(at("bare"));
}

static void test_writing_it_is_refused(void **state) {
    (void)state;
    make_readable(at("kept"), true);
    pid_t child = fork();
    if (child == 0) {
        tc_error error;
        tci_store *store;
        give_up_rights();
        _exit(open_as(at("kept"), false, &store, &error) == TC_E_PERMISSION ? 0 : 1);
    }
    assert_int_equal(wait_child(child), 0);
    make_writable(at("kept"));
}

/* LMDB would reuse pages under a reader it does not know of. */
static void test_such_a_reader_is_refused_beside_a_service(void **state) {
    (void)state;
    make_readable(at("busy"), true);
    make_writable(at("busy"));
    tci_store *store = open_lmdb(at("busy"));
    static const char *const FILES[] = {"data.mdb", "lock.mdb", "open.lock"};
    for (size_t i = 0; i < TCI_COUNT(FILES); i++) (void)chmod(inside(at("busy"), FILES[i]), 0444);
    assert_int_equal(chmod(at("busy"), 0555), 0);
    assert_int_equal(read_without_rights(at("busy")), 100 - TC_E_LOCKED);
    make_writable(at("busy"));
    OK(put_one(store, "a", "2"));
    tci_store_close(store);
    make_readable(at("busy"), true);
    assert_int_equal(read_without_rights(at("busy")), 0);
    make_writable(at("busy"));
}

/* And the service waits until such readers are gone. */
static void test_a_service_waits_for_such_a_reader(void **state) {
    (void)state;
    int ready[2], go[2];
    char byte = 'x';
    make_readable(at("waits"), true);
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(go), 0);
    pid_t child = fork();
    if (child == 0) {
        tc_error error;
        tci_store *store;
        give_up_rights();
        if (open_as(at("waits"), true, &store, &error) != TC_OK) _exit(1);
        if (write(ready[1], &byte, 1) != 1 || read(go[0], &byte, 1) != 1) _exit(2);
        usleep(200 * 1000);
        if (write(ready[1], &byte, 1) != 1) _exit(3);
        tci_store_close(store);
        _exit(0);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(read_without_rights(at("waits")), 0); /* several of them are fine */
    make_writable(at("waits"));
    assert_int_equal(write(go[1], &byte, 1), 1);
    tci_store *store = open_lmdb(at("waits"));
    assert_int_equal(fcntl(ready[0], F_SETFL, O_NONBLOCK), 0);
    assert_int_equal(read(ready[0], &byte, 1), 1); /* it was about to close when we came in */
    OK(put_one(store, "a", "2"));
    tci_store_close(store);
    assert_int_equal(wait_child(child), 0);
    for (int i = 0; i < 2; i++) {
        close(ready[i]);
        close(go[i]);
    }
}

static void test_a_file_open_through_another_folder_is_refused(void **state) {
    (void)state;
    tc_error error;
    tci_store *store = open_lmdb(at("one"));
    assert_int_equal(mkdir(at("two"), 0700), 0);
    assert_int_equal(link(inside(at("one"), "data.mdb"), inside(at("two"), "data.mdb")), 0);
    pid_t child = fork();
    if (child == 0) {
        tci_store *other;
        if (open_as(at("two"), false, &other, &error) != TC_E_LOCKED) _exit(1);
        _exit(strstr(error.message, "another folder") ? 0 : 2);
    }
    assert_int_equal(wait_child(child), 0);
    tci_store_close(store);
    OK(open_as(at("two"), false, &store, &error));
    tci_store_close(store);
}

static void test_links_in_the_folder_are_refused(void **state) {
    (void)state;
    tc_error error;
    tci_store *store = open_lmdb(at("real"));
    tci_store_close(store);
    assert_int_equal(mkdir(at("linked"), 0700), 0);
    assert_int_equal(symlink("../real/data.mdb", inside(at("linked"), "data.mdb")), 0);
    assert_int_equal(open_as(at("linked"), false, &store, &error), TC_E_NOT_A_STORE);
    assert_non_null(strstr(error.message, "data.mdb is a symbolic link"));
    assert_int_equal(open_as(at("linked"), true, &store, &error), TC_E_NOT_A_STORE);
    assert_int_equal(access(inside(at("linked"), "lock.mdb"), F_OK), -1);
    /* The folder itself may be one: its locks are where its data is. */
    assert_int_equal(symlink("real", at("alias")), 0);
    OK(open_as(at("alias"), false, &store, &error));
    tci_store_close(store);
    assert_int_equal(rename(inside(at("real"), "lock.mdb"), inside(at("real"), "moved")), 0);
    assert_int_equal(symlink("moved", inside(at("real"), "lock.mdb")), 0);
    assert_int_equal(open_as(at("real"), false, &store, &error), TC_E_NOT_A_STORE);
    assert_non_null(strstr(error.message, "lock.mdb is a symbolic link"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_store_nobody_may_write_can_be_read),
        cmocka_unit_test(test_nor_need_there_be_lock_files),
        cmocka_unit_test(test_writing_it_is_refused),
        cmocka_unit_test(test_such_a_reader_is_refused_beside_a_service),
        cmocka_unit_test(test_a_service_waits_for_such_a_reader),
        cmocka_unit_test(test_a_file_open_through_another_folder_is_refused),
        cmocka_unit_test(test_links_in_the_folder_are_refused),
    };
    return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
