/* The log in front of LMDB: when it begins and ends, what a crash leaves, damage, several handles
 * and processes, copies; and the coding of its frames. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/wait.h>

#include "store/log_file.h"
#include "store/log_frame.h"
#include "store_fixture.h"

#define ATTACHED 5u /* commits after which a handle surely has a log */

static int32_t try_open(const char *path, bool read_only, tci_store **store, tc_error *error) {
    tci_store_config config = {.path = path, .create = !read_only, .map_bytes = 64u << 20};
    config.read_only = read_only;
    return tci_store_open_log(&config, store, error);
}

static tci_store *open_log(const char *path) {
    tci_store *store = NULL;
    OK(try_open(path, false, &store, NULL));
    return store;
}

static char *in(const char *path, const char *name) {
    static char paths[8][400];
    static unsigned turn;
    char *one = paths[turn++ % 8];
    snprintf(one, sizeof paths[0], "%s/%s", path, name);
    return one;
}

static bool has_log(const char *path) {
    return access(in(path, TCI_LOG_NAME), F_OK) == 0;
}

/* Rows "row 0" … "row n-1", one commit each, all with the same value. */
static void put_rows(tci_store *store, uint32_t from, uint32_t to, const char *value) {
    char key[16];
    for (uint32_t i = from; i < to; i++) {
        snprintf(key, sizeof key, "row %u", i);
        OK(put_one(store, key, value));
    }
}

static void assert_rows(tci_store *store, uint32_t from, uint32_t to, const char *value) {
    char key[16];
    for (uint32_t i = from; i < to; i++) {
        snprintf(key, sizeof key, "row %u", i);
        assert_stored(store, key, value);
    }
}

/* A process puts rows from … to - 1, one commit each, and dies without closing. */
static void crash_with(const char *path, uint32_t from, uint32_t to, const char *value,
                       uint32_t mode) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        tci_store *store = NULL;
        tci_txn *txn;
        char key[16];
        if (try_open(path, false, &store, NULL) != TC_OK) _exit(1);
        for (uint32_t i = from; i < to; i++) {
            snprintf(key, sizeof key, "row %u", i);
            if (tci_store_begin(store, mode, &txn) != TC_OK) _exit(2);
            if (put(txn, key, value) != TC_OK || tci_txn_commit(txn) != TC_OK) _exit(3);
        }
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void crash_after(const char *path, uint32_t count) {
    crash_with(path, 0, count, "of the dead", TCI_TXN_WRITE);
}

/* Where each frame of a log begins, found by its first four bytes. */
static uint32_t frames_of(const char *path, off_t *at, uint32_t most) {
    int fd = open(in(path, TCI_LOG_NAME), O_RDONLY);
    uint8_t head[4];
    uint32_t count = 0;
    assert_true(fd >= 0);
    for (off_t pos = TCI_LOG_BEGIN; count < most && pread(fd, head, 4, pos) == 4; pos += 8)
        if (memcmp(head, "TLOG", 4) == 0) at[count++] = pos;
    close(fd);
    return count;
}

static void flip(const char *file, off_t at) {
    uint8_t byte;
    int fd = open(file, O_RDWR);
    assert_int_equal(pread(fd, &byte, 1, at), 1);
    byte ^= 0x40;
    assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    close(fd);
}

static void test_a_few_commits_need_no_log(void **state) {
    (void)state;
    const char *path = at("few");
    tci_store *store = open_log(path);
    put_rows(store, 0, 3, "below");
    assert_false(has_log(path));
    put_rows(store, 3, ATTACHED, "below");
    assert_true(has_log(path));
    assert_rows(store, 0, ATTACHED, "below");
    tci_store_close(store);
}

static void test_a_closed_store_is_one_file(void **state) {
    (void)state;
    const char *path = at("closed");
    tci_store *store = open_log(path);
    put_rows(store, 0, 20, "whole");
    tci_store_close(store);
    assert_true(has_log(path));
    assert_int_equal(unlink(in(path, TCI_LOG_NAME)), 0);
    store = open_log(path);
    assert_rows(store, 0, 20, "whole");
    put_rows(store, 0, 20, "again");
    assert_rows(store, 0, 20, "again");
    tci_store_close(store);
    store = open_lmdb(path);
    assert_rows(store, 0, 20, "again");
    tci_store_close(store);
}

static void test_what_a_dead_process_acknowledged_is_there(void **state) {
    (void)state;
    const char *path = at("dead");
    crash_after(path, 30);
    tci_store *store = open_log(path);
    assert_rows(store, 0, 30, "of the dead");
    put_rows(store, 10, 20, "of the living");
    tci_store_close(store);
    store = open_log(path);
    assert_rows(store, 0, 10, "of the dead");
    assert_rows(store, 10, 20, "of the living");
    tci_store_close(store);
}

static void test_reading_only_sees_the_log(void **state) {
    (void)state;
    const char *path = at("reading");
    crash_after(path, 12);
    tci_store *store = NULL;
    OK(try_open(path, true, &store, NULL));
    assert_rows(store, 0, 12, "of the dead");
    assert_int_equal(put_one(store, "a", "1"), TC_E_READ_ONLY);
    tci_store_close(store);
}

static void assert_refused(const char *path) {
    tci_store *store = NULL;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(try_open(path, false, &store, &error), TC_E_CORRUPT);
    assert_non_null(strstr(error.message, TCI_LOG_NAME));
    assert_int_equal(try_open(path, true, &store, &error), TC_E_CORRUPT);
}

static void test_a_missing_log_is_told(void **state) {
    (void)state;
    const char *path = at("missing");
    crash_after(path, 12);
    assert_int_equal(rename(in(path, TCI_LOG_NAME), in(path, "aside")), 0);
    assert_refused(path);
    assert_int_equal(rename(in(path, "aside"), in(path, TCI_LOG_NAME)), 0);
    tci_store *store = open_log(path);
    assert_rows(store, 0, 12, "of the dead");
    tci_store_close(store);
}

static void test_another_stores_log_is_told(void **state) {
    (void)state;
    const char *path = at("mine"), *other = at("theirs");
    crash_after(path, 12);
    crash_after(other, 12);
    assert_int_equal(rename(in(other, TCI_LOG_NAME), in(path, TCI_LOG_NAME)), 0);
    assert_refused(path);
}

static void test_a_torn_last_frame_never_was(void **state) {
    (void)state;
    off_t frames[64];
    const char *path = at("torn");
    crash_after(path, 12);
    uint32_t count = frames_of(path, frames, 64);
    assert_true(count > 4);
    flip(in(path, TCI_LOG_NAME), frames[count - 1] + TCI_LOG_HEAD + 3);
    tci_store *store = open_log(path);
    assert_rows(store, 0, 11, "of the dead");
    assert_stored(store, "row 11", NULL);
    put_rows(store, 11, 14, "later");
    tci_store_close(store);
    store = open_log(path);
    assert_rows(store, 11, 14, "later");
    tci_store_close(store);
}

static void test_a_damaged_frame_in_the_middle_is_told(void **state) {
    (void)state;
    off_t frames[64];
    static const off_t PLACES[] = {0, 5, 17, 26, 33, TCI_LOG_HEAD + 4};
    for (size_t i = 0; i < TCI_COUNT(PLACES); i++) {
        const char *path = at("middle");
        crash_after(path, 14);
        uint32_t count = frames_of(path, frames, 64);
        assert_true(count > 6);
        flip(in(path, TCI_LOG_NAME), frames[count / 2] + PLACES[i]);
        assert_refused(path);
        remove_tree(path);
    }
}

/* The handle has played them long ago; what the disk would give back the next time is another
 * thing. */
static void test_a_check_reads_the_frames_again(void **state) {
    (void)state;
    const char *path = at("check");
    tci_store *store = open_log(path);
    tci_store_damage damage = {.what = ""};
    off_t frames[64];
    put_rows(store, 0, 20, "of the living");
    OK(store->ops->check(store, &damage));
    uint32_t count = frames_of(path, frames, 64);
    assert_in_range(count, 10, 20);
    for (uint32_t i = 0; i < count; i++) {
        flip(in(path, TCI_LOG_NAME), frames[i] + TCI_LOG_HEAD + 3);
        damage = (tci_store_damage){.what = ""};
        assert_int_equal(store->ops->check(store, &damage), TC_E_CORRUPT);
        assert_true(damage.in_log);
        assert_int_equal(damage.page, frames[i] / 4096);
        assert_non_null(strstr(damage.what, "frame"));
        flip(in(path, TCI_LOG_NAME), frames[i] + TCI_LOG_HEAD + 3);
        OK(store->ops->check(store, &damage));
    }
    tci_store_close(store);
    store = open_log(path); /* folded and without a log: nothing to look at */
    OK(store->ops->check(store, &damage));
    tci_store_close(store);
}

/* Relaxed frames may reach the disk in any order: 30 rows of which one was lost. What is written in
 * its place has its number and length, and what lies behind it is of a history that never was. */
static void test_frames_of_another_history_are_not_played(void **state) {
    (void)state;
    static uint8_t nothing[TCI_LOG_HEAD];
    off_t frames[64];
    char key[16];
    const char *path = at("histories");
    crash_with(path, 10, 40, "of the dead", TCI_TXN_WRITE | TCI_TXN_RELAXED);
    uint32_t count = frames_of(path, frames, 64);
    assert_int_equal(count, 26); /* the first commits needed no log */
    int fd = open(in(path, TCI_LOG_NAME), O_WRONLY);
    assert_int_equal(pwrite(fd, nothing, sizeof nothing, frames[15]), sizeof nothing);
    close(fd);
    crash_with(path, 29, 30, "of another.", TCI_TXN_WRITE | TCI_TXN_RELAXED);
    tci_store *store = open_log(path);
    assert_rows(store, 10, 29, "of the dead");
    assert_rows(store, 29, 30, "of another.");
    for (uint32_t i = 30; i < 40; i++) {
        snprintf(key, sizeof key, "row %u", i);
        assert_stored(store, key, NULL);
    }
    tci_store_close(store);
}

/* Every bit of the head counts. */
static void test_a_damaged_head_is_told(void **state) {
    (void)state;
    const char *path = at("head");
    crash_after(path, 8);
    for (off_t at = 0; at < 48; at += 5) {
        flip(in(path, TCI_LOG_NAME), at);
        assert_refused(path);
        flip(in(path, TCI_LOG_NAME), at);
    }
    tci_store *store = open_log(path);
    assert_rows(store, 0, 8, "of the dead");
    tci_store_close(store);
}

static void test_handles_see_one_another(void **state) {
    (void)state;
    const char *path = at("handles");
    tci_store *one = open_log(path), *other = open_log(path);
    for (uint32_t i = 0; i < 40; i++) {
        put_rows(one, i, i + 1, "of one");
        assert_rows(other, i, i + 1, "of one");
        put_rows(other, i, i + 1, "of the other");
        assert_rows(one, i, i + 1, "of the other");
    }
    tci_store_close(one);
    assert_rows(other, 0, 40, "of the other");
    put_rows(other, 0, 10, "alone");
    tci_store_close(other);
}

/* Long enough for folds: values that do not repeat. */
static void put_long(tci_store *store, uint32_t number, uint64_t seed) {
    uint8_t value[60000];
    char key[16];
    for (size_t i = 0; i < sizeof value; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1;
        value[i] = (uint8_t)(seed >> 56);
    }
    snprintf(key, sizeof key, "long %u", number);
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    OK(tci_txn_put(txn, text(key), tci_slice_of(value, sizeof value)));
    OK(tci_txn_commit(txn));
}

static void test_a_snapshot_stays_over_folds(void **state) {
    (void)state;
    const char *path = at("folds");
    tci_store *one = open_log(path), *other = open_log(path);
    put_rows(one, 0, 10, "before");
    tci_txn *mine = begin(one, TCI_TXN_READ), *theirs = begin(other, TCI_TXN_READ);
    put_rows(one, 0, 5, "after");
    for (uint32_t i = 0; i < 200; i++) put_long(one, i % 7, i);
    assert_has(mine, "row 3", "before");
    assert_has(theirs, "row 3", "before");
    assert_has(theirs, "long 1", NULL);
    tci_txn_abort(theirs);
    assert_rows(other, 0, 5, "after");
    assert_rows(other, 5, 10, "before");
    put_rows(other, 5, 10, "at last");
    assert_rows(one, 5, 10, "at last");
    assert_has(mine, "row 7", "before");
    tci_txn_abort(mine);
    tci_store_close(one);
    tci_store_close(other);
}

static void put_page(tci_store *store, uint8_t with) {
    uint8_t page[4080];
    memset(page, with, sizeof page);
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    OK(tci_txn_put(txn, text("page"), tci_slice_of(page, sizeof page)));
    OK(tci_txn_commit(txn));
}

static void assert_page(tci_txn *txn, uint8_t with) {
    tci_slice value;
    OK(tci_txn_get(txn, text("page"), &value));
    assert_int_equal(value.len, 4080);
    for (size_t i = 0; i < value.len; i++) assert_int_equal(((const uint8_t *)value.data)[i], with);
}

/* Versions between what two snapshots see are given back and used again; theirs are not. */
static void test_every_snapshot_keeps_its_version(void **state) {
    (void)state;
    const char *path = at("versions");
    tci_store *store = open_log(path);
    tci_txn *readers[8];
    put_rows(store, 0, ATTACHED, "attached");
    for (uint8_t i = 0; i < 8; i++) {
        for (uint8_t n = 0; n < 5; n++) put_page(store, (uint8_t)(i * 10 + n));
        readers[i] = begin(store, TCI_TXN_READ);
        for (uint8_t n = 5; n < 10; n++) put_page(store, (uint8_t)(i * 10 + n));
    }
    for (uint8_t i = 0; i < 8; i++) assert_page(readers[i], (uint8_t)(i * 10 + 4));
    for (uint8_t i = 0; i < 8; i += 2) tci_txn_abort(readers[i]);
    for (uint8_t n = 0; n < 20; n++) put_page(store, (uint8_t)(100 + n));
    for (uint8_t i = 1; i < 8; i += 2) assert_page(readers[i], (uint8_t)(i * 10 + 4));
    for (uint8_t i = 1; i < 8; i += 2) tci_txn_abort(readers[i]);
    tci_store_close(store);
}

static void test_frames_of_before_the_fold_are_not_played(void **state) {
    (void)state;
    const char *path = at("stale");
    tci_store *store = open_log(path);
    for (uint32_t i = 0; i < 150; i++) put_long(store, 0, i);
    put_rows(store, 0, 3, "newest");
    tci_store_close(store);
    crash_after(path, 6);
    store = open_log(path);
    assert_rows(store, 0, 6, "of the dead");
    tci_store_close(store);
}

static void copy_files(const char *from, const char *to) {
    static const char *const FILES[] = {"data.mdb", TCI_LOG_NAME};
    char command[900];
    assert_int_equal(mkdir(to, 0700), 0);
    for (int i = 0; i < 2; i++) {
        if (access(in(from, FILES[i]), F_OK) != 0) continue;
        snprintf(command, sizeof command, "cp '%s' '%s'", in(from, FILES[i]), in(to, FILES[i]));
        assert_int_equal(system(command), 0);
    }
}

/* All records of a store, in one number. */
static uint64_t print_of(tci_store *store) {
    tci_txn *txn = begin(store, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    uint64_t sum = 0;
    OK(tci_scan_open(txn, &scan));
    for (int32_t code = tci_scan_seek(scan, text(""), &key, &value); code == TC_OK;
         code = tci_scan_next(scan, &key, &value)) {
        for (size_t i = 0; i < key.len; i++) sum = sum * 31 + ((const uint8_t *)key.data)[i];
        for (size_t i = 0; i < value.len; i++) sum = sum * 31 + ((const uint8_t *)value.data)[i];
    }
    tci_scan_close(scan);
    tci_txn_abort(txn);
    return sum;
}

static uint64_t draw(uint64_t *seed) {
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

/* Records that grow, shrink, change here and there, vanish and come again. */
static void random_commit(tci_store *store, uint64_t *seed) {
    uint8_t value[9000];
    char key[16];
    tci_txn *txn = begin(store, TCI_TXN_WRITE | (draw(seed) % 3 ? 0 : TCI_TXN_RELAXED));
    for (uint64_t i = draw(seed) % 12; i > 0; i--) {
        snprintf(key, sizeof key, "key %u", (unsigned)(draw(seed) % 40));
        tci_slice there = {NULL, 0};
        int32_t code = tci_txn_get(txn, text(key), &there);
        size_t len = draw(seed) % 4 ? there.len : draw(seed) % sizeof value;
        if (draw(seed) % 8 == 0) {
            assert_int_equal(tci_txn_del(txn, text(key)), code);
            continue;
        }
        memset(value, 0, sizeof value);
        if (there.len) memcpy(value, there.data, TCI_MIN(there.len, sizeof value));
        for (uint64_t n = draw(seed) % 5; n > 0 && len; n--)
            value[draw(seed) % len] = (uint8_t)draw(seed);
        OK(tci_txn_put(txn, text(key), tci_slice_of(value, TCI_MIN(len, sizeof value))));
    }
    if (draw(seed) % 10 == 0) tci_txn_abort(txn);
    else OK(tci_txn_commit(txn));
}

static void test_a_copy_of_the_files_is_the_store(void **state) {
    (void)state;
    for (uint64_t first = 1; first <= 12; first++) {
        uint64_t seed = first;
        const char *path = at("random"), *copied = at("image");
        tci_store *store = open_log(path);
        for (int i = 0; i < 150; i++) {
            random_commit(store, &seed);
            if (i % 37 != 30) continue;
            copy_files(path, copied);
            uint64_t wanted = print_of(store);
            tci_store *image = open_log(copied);
            if (print_of(image) != wanted) fail_msg("seed %u, commit %d", (unsigned)first, i);
            random_commit(image, &seed);
            tci_store_close(image);
            remove_tree(copied);
        }
        tci_store_close(store);
        remove_tree(path);
    }
}

static void test_a_hot_copy_has_the_log_in_it(void **state) {
    (void)state;
    for (int compact = 0; compact < 2; compact++) {
        const char *path = at("source"), *target = at("target");
        tci_store *store = open_log(path);
        put_rows(store, 0, 25, "copied");
        tci_txn *txn = begin(store, TCI_TXN_WRITE);
        OK(tci_txn_del(txn, text("row 7")));
        OK(tci_txn_commit(txn));
        OK(tci_store_copy(store, target, compact, NULL));
        put_rows(store, 0, 25, "changed since");
        tci_store *copied = open_log(target);
        assert_rows(copied, 0, 7, "copied");
        assert_stored(copied, "row 7", NULL);
        assert_rows(copied, 8, 25, "copied");
        assert_false(has_log(target));
        put_rows(copied, 0, 25, "goes on");
        tci_store_close(copied);
        tci_store_close(store);
        remove_tree(path);
        remove_tree(target);
    }
}

/* The word in shared memory may say anything after a crash. */
static void test_the_published_number_is_not_believed(void **state) {
    (void)state;
    static const uint64_t SAID[] = {0, 3, UINT64_MAX};
    for (size_t i = 0; i < TCI_COUNT(SAID); i++) {
        const char *path = at("said");
        tci_store *store = NULL;
        crash_after(path, 12);
        int fd = open(in(path, TCI_LOG_LIVE), O_RDWR);
        assert_int_equal(pwrite(fd, &SAID[i], 8, 0), 8);
        close(fd);
        OK(try_open(path, true, &store, NULL));
        assert_rows(store, 0, 12, "of the dead");
        tci_store_close(store);
        store = open_log(path);
        assert_rows(store, 0, 12, "of the dead");
        put_rows(store, 12, 15, "later");
        assert_rows(store, 12, 15, "later");
        tci_store_close(store);
        remove_tree(path);
    }
}

static void test_processes_write_in_turn(void **state) {
    (void)state;
    const char *path = at("turns");
    tci_store_close(open_log(path));
    pid_t children[3];
    for (int n = 0; n < 3; n++) {
        children[n] = fork();
        if (children[n] != 0) continue;
        tci_store *store = NULL;
        if (try_open(path, false, &store, NULL) != TC_OK) _exit(1);
        for (int i = 0; i < 200; i++) {
            tci_txn *txn;
            tci_slice value;
            uint64_t count = 0;
            if (tci_store_begin(store, TCI_TXN_WRITE, &txn) != TC_OK) _exit(2);
            if (tci_txn_get(txn, text("count"), &value) == TC_OK) memcpy(&count, value.data, 8);
            count++;
            if (tci_txn_put(txn, text("count"), tci_slice_of(&count, 8)) != TC_OK) _exit(3);
            if (tci_txn_commit(txn) != TC_OK) _exit(4);
            if (tci_store_begin(store, TCI_TXN_READ, &txn) != TC_OK) _exit(5);
            uint64_t seen = 0;
            if (tci_txn_get(txn, text("count"), &value) == TC_OK) memcpy(&seen, value.data, 8);
            tci_txn_abort(txn);
            if (seen < count) _exit(6);
        }
        tci_store_close(store);
        _exit(0);
    }
    for (int n = 0; n < 3; n++) {
        int status;
        assert_int_equal(waitpid(children[n], &status, 0), children[n]);
        assert_int_equal(status, 0);
    }
    tci_store *store = open_log(path);
    tci_txn *txn = begin(store, TCI_TXN_READ);
    tci_slice value;
    uint64_t count = 0;
    OK(tci_txn_get(txn, text("count"), &value));
    memcpy(&count, value.data, 8);
    assert_int_equal(count, 600);
    tci_txn_abort(txn);
    tci_store_close(store);
}

static void test_frames_say_what_was_put(void **state) {
    (void)state;
    static uint8_t before[5000], now[5000], made[5000];
    uint64_t seed = 5;
    tci_buf frame;
    tci_buf_init(&frame, NULL, 0);
    for (int round = 0; round < 4000; round++) {
        size_t len = draw(&seed) % sizeof now, old = draw(&seed) % 3 ? len : draw(&seed) % len;
        for (size_t i = 0; i < sizeof now; i++) now[i] = before[i] = (uint8_t)draw(&seed);
        for (uint64_t n = draw(&seed) % 9; n > 0 && len; n--)
            memset(now + draw(&seed) % len, (int)draw(&seed), 1);
        if (draw(&seed) % 5 == 0) old = 0;
        tci_buf_clear(&frame);
        tci_frame_put(&frame, text("key"), tci_slice_of(before, old), tci_slice_of(now, len));
        assert_false(frame.failed);
        tci_reader reader = tci_reader_of(tci_buf_slice(&frame));
        tci_change change;
        assert_true(tci_frame_next(&reader, &change));
        assert_int_equal(change.len, len);
        tci_slice was = old == len ? tci_slice_of(before, old) : tci_slice_of(NULL, 0);
        assert_true(tci_frame_make(&change, was, made));
        assert_memory_equal(made, now, len);
        assert_false(tci_frame_next(&reader, &change));
        assert_false(reader.failed);
    }
    tci_buf_free(&frame);
}

static void test_cut_frames_are_refused(void **state) {
    (void)state;
    static uint8_t before[400], now[400];
    tci_buf frame;
    tci_buf_init(&frame, NULL, 0);
    now[3] = now[90] = now[399] = 1;
    tci_frame_put(&frame, text("patched"), tci_slice_of(before, 400), tci_slice_of(now, 400));
    size_t first = frame.len;
    tci_frame_put(&frame, text("whole"), tci_slice_of(NULL, 0), tci_slice_of(now, 20));
    size_t second = frame.len;
    tci_frame_drop(&frame, text("dropped"));
    for (size_t len = 1; len < frame.len; len++) {
        uint8_t *exact = malloc(len); /* so that a sanitizer sees one byte too many */
        memcpy(exact, frame.data, len);
        tci_reader reader = tci_reader_of(tci_slice_of(exact, len));
        tci_change change;
        while (tci_frame_next(&reader, &change)) {}
        assert_true(reader.failed != (len == first || len == second));
        free(exact);
    }
    tci_buf_free(&frame);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_few_commits_need_no_log),
        cmocka_unit_test(test_a_closed_store_is_one_file),
        cmocka_unit_test(test_what_a_dead_process_acknowledged_is_there),
        cmocka_unit_test(test_reading_only_sees_the_log),
        cmocka_unit_test(test_a_missing_log_is_told),
        cmocka_unit_test(test_another_stores_log_is_told),
        cmocka_unit_test(test_a_torn_last_frame_never_was),
        cmocka_unit_test(test_a_damaged_frame_in_the_middle_is_told),
        cmocka_unit_test(test_a_check_reads_the_frames_again),
        cmocka_unit_test(test_frames_of_another_history_are_not_played),
        cmocka_unit_test(test_a_damaged_head_is_told),
        cmocka_unit_test(test_handles_see_one_another),
        cmocka_unit_test(test_a_snapshot_stays_over_folds),
        cmocka_unit_test(test_every_snapshot_keeps_its_version),
        cmocka_unit_test(test_frames_of_before_the_fold_are_not_played),
        cmocka_unit_test(test_a_copy_of_the_files_is_the_store),
        cmocka_unit_test(test_a_hot_copy_has_the_log_in_it),
        cmocka_unit_test(test_the_published_number_is_not_believed),
        cmocka_unit_test(test_processes_write_in_turn),
        cmocka_unit_test(test_frames_say_what_was_put),
        cmocka_unit_test(test_cut_frames_are_refused),
    };
    return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
