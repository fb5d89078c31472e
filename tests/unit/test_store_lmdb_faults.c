/* The LMDB store when things go wrong: damaged and truncated files, full disks and maps, failing
 * writes, killed processes, permissions, media for reading only. Nothing here may end in a signal,
 * and nothing acknowledged may be lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/store_lmdb_internal.h"

#include "store_fixture.h"

static const char *in(const char *path, const char *name) {
    static char paths[4][512];
    static unsigned turn;
    char *joined = paths[turn++ % 4];
    snprintf(joined, sizeof paths[0], "%s/%s", path, name);
    return joined;
}

static int32_t open_with(tci_store_config config, tc_error *error) {
    tci_store *store = NULL;
    int32_t code = tci_store_open_lmdb(&config, &store, error);
    if (code == TC_OK) tci_store_close(store);
    return code;
}

static int32_t open_code(const char *path) {
    return open_with((tci_store_config){.path = path}, NULL);
}

static int32_t create_code(const char *path) {
    return open_with((tci_store_config){.path = path, .create = true}, NULL);
}

static int wait_child(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#define CHILD_NEEDS(condition)                                                                     \
    do {                                                                                           \
        if (!(condition)) _exit(__LINE__ % 100 + 1);                                               \
    } while (0)

/* A store of some size at a path, closed. */
static void make_store(const char *path, uint32_t rows) {
    tci_store *store = open_lmdb(path);
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    static uint8_t value[4080];
    for (uint32_t i = 0; i < rows; i++)
        OK(tci_txn_put(txn, tci_slice_of(&i, sizeof i), tci_slice_of(value, sizeof value)));
    OK(put(txn, "name", "whole"));
    OK(tci_txn_commit(txn));
    tci_store_close(store);
}

static uint64_t size_of(const char *path) {
    struct stat there;
    assert_int_equal(stat(path, &there), 0);
    return (uint64_t)there.st_size;
}

/* A new folder whose data file has these bytes. */
static const char *with_data(const void *bytes, size_t len) {
    const char *path = at("damaged");
    remove_tree(path);
    assert_int_equal(mkdir(path, 0700), 0);
    int fd = open(in(path, "data.mdb"), O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(fd, bytes, len), (ssize_t)len);
    close(fd);
    return path;
}

/* The first pages of a sound store. */
#define HEAD_BYTES 65536u
static uint8_t *sound_head(size_t *len) {
    static uint8_t head[HEAD_BYTES];
    make_store(at("sound"), 4);
    int fd = open(in(at("sound"), "data.mdb"), O_RDONLY);
    ssize_t got = read(fd, head, sizeof head);
    close(fd);
    assert_true(got > 8192);
    *len = (size_t)got;
    remove_tree(at("sound"));
    return head;
}

static void test_truncated_at_every_page(void **state) {
    (void)state;
    make_store(at("cut"), 20);
    const char *data = in(at("cut"), "data.mdb");
    uint64_t size = size_of(data);
    for (uint64_t keep = size - 4096; keep > 8192; keep -= 4096) {
        assert_int_equal(truncate(data, (off_t)keep), 0);
        assert_int_equal(open_code(at("cut")), TC_E_TRUNCATED);
    }
    static const uint32_t SHORT[] = {8192, 8191, 5000, 4096, 4095, 200, 100, 17, 1, 0};
    for (size_t i = 0; i < TCI_COUNT(SHORT); i++) {
        assert_int_equal(truncate(data, (off_t)SHORT[i]), 0);
        int32_t code = open_code(at("cut"));
        if (SHORT[i] == 17 || SHORT[i] == 1) assert_int_equal(code, TC_E_NOT_A_STORE);
        else assert_int_equal(code, TC_E_TRUNCATED);
        /* Never repaired, never written to. */
        assert_int_equal(size_of(data), SHORT[i]);
        assert_int_equal(create_code(at("cut")), code);
    }
    remove_tree(at("cut"));
}

static void test_truncated_by_a_few_bytes(void **state) {
    (void)state;
    make_store(at("cut"), 20);
    const char *data = in(at("cut"), "data.mdb");
    assert_int_equal(truncate(data, (off_t)size_of(data) - 1), 0);
    tc_error error = TC_ERROR_INIT;
    tci_store_config config = {.path = at("cut"), .read_only = true};
    assert_int_equal(open_with(config, &error), TC_E_TRUNCATED);
    assert_non_null(strstr(error.message, "bytes where its contents need"));
    remove_tree(at("cut"));
}

/* Free pages here and there, then a long value that fits in none of the gaps, put at the end and
 * taken back in the same transaction. */
static void leave_unwritten_pages(tci_store *store, uint32_t rows) {
    static uint8_t value[60000];
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < rows; i++)
        OK(tci_txn_put(txn, tci_slice_of(&i, 4), tci_slice_of(value, 4080)));
    OK(tci_txn_commit(txn));
    txn = begin(store, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < rows; i += 2) OK(tci_txn_del(txn, tci_slice_of(&i, 4)));
    OK(tci_txn_commit(txn));
    for (int i = 0; i < 3; i++) OK(put_one(store, "name", "part"));
    txn = begin(store, TCI_TXN_WRITE);
    OK(put(txn, "name", "whole"));
    OK(tci_txn_put(txn, text("long"), tci_slice_of(value, sizeof value)));
    OK(tci_txn_del(txn, text("long")));
    OK(tci_txn_commit(txn));
}

/* LMDB leaves out pages at the end that were taken and freed again; that is no damage. With many
 * rows the free list itself is longer than a page. */
static void test_unwritten_free_pages_are_no_truncation(void **state) {
    (void)state;
    static const uint32_t ROWS[] = {60, 400, 3000};
    for (size_t i = 0; i < TCI_COUNT(ROWS); i++) {
        tci_store *store = open_lmdb(at("loose"));
        leave_unwritten_pages(store, ROWS[i]);
        tci_store_stat stat = {0};
        OK(tci_store_stat_get(store, &stat));
        assert_in_range(stat.used_bytes - stat.file_bytes, 4096, 15 * 4096);
        tci_store_close(store);
        store = open_lmdb(at("loose"));
        assert_stored(store, "name", "whole");
        tci_store_close(store);
        /* But what is cut off besides is seen. */
        assert_int_equal(
            truncate(in(at("loose"), "data.mdb"), (off_t)stat.file_bytes / 8192 * 4096), 0);
        assert_int_equal(open_code(at("loose")), TC_E_TRUNCATED);
        remove_tree(at("loose"));
    }
}

static void test_garbage_is_no_store(void **state) {
    (void)state;
    static uint8_t bytes[20000];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (uint8_t)(i * 131 + i / 7);
    assert_int_equal(open_code(with_data(bytes, sizeof bytes)), TC_E_NOT_A_STORE);
    memset(bytes, 0, sizeof bytes);
    assert_int_equal(open_code(with_data(bytes, sizeof bytes)), TC_E_NOT_A_STORE);
    assert_int_equal(create_code(at("damaged")), TC_E_NOT_A_STORE);
    memset(bytes, 0xff, sizeof bytes);
    assert_int_equal(open_code(with_data(bytes, sizeof bytes)), TC_E_NOT_A_STORE);
    assert_int_equal(open_code(with_data("SQLite format 3", 16)), TC_E_NOT_A_STORE);
}

static void test_data_that_is_no_file(void **state) {
    (void)state;
    remove_tree(at("damaged"));
    assert_int_equal(mkdir(at("damaged"), 0700), 0);
    assert_int_equal(mkdir(in(at("damaged"), "data.mdb"), 0700), 0);
    assert_int_equal(open_code(at("damaged")), TC_E_NOT_A_STORE);
    assert_int_equal(rmdir(in(at("damaged"), "data.mdb")), 0);
    assert_int_equal(mkfifo(in(at("damaged"), "data.mdb"), 0600), 0);
    assert_int_equal(open_code(at("damaged")), TC_E_NOT_A_STORE);
}

/* Where LMDB's head pages have what, with 64-bit words. */
enum { MAGIC_AT = 16, VERSION_AT = 20, PAGE_BYTES_AT = 40, MAIN_FLAGS_AT = 92, LAST_AT = 136 };

static void change(uint8_t *head, size_t offset, uint64_t value, size_t bytes) {
    for (size_t page = 0; page < 2; page++) memcpy(head + page * 4096 + offset, &value, bytes);
}

static void test_foreign_formats(void **state) {
    (void)state;
    if (sizeof(void *) != 8 || sysconf(_SC_PAGESIZE) != 4096) skip();
    static const struct {
        size_t offset;
        uint64_t value;
        size_t bytes;
        int32_t code;
    } CASES[] = {
        {VERSION_AT, 2, 4, TC_E_FORMAT_FOREIGN},        {VERSION_AT, 999, 4, TC_E_FORMAT_FOREIGN},
        {MAGIC_AT, 0xDEC0EFBE, 4, TC_E_FORMAT_FOREIGN}, {PAGE_BYTES_AT, 0, 4, TC_E_CORRUPT},
        {PAGE_BYTES_AT, 4097, 4, TC_E_CORRUPT},         {PAGE_BYTES_AT, 1u << 30, 4, TC_E_CORRUPT},
        {MAIN_FLAGS_AT, 4, 2, TC_E_NOT_A_STORE},        {LAST_AT, 0, 8, TC_E_CORRUPT},
        {LAST_AT, UINT64_MAX, 8, TC_E_CORRUPT},         {LAST_AT, 1u << 20, 8, TC_E_TRUNCATED},
    };
    size_t len;
    uint8_t *head = sound_head(&len);
    static uint8_t copy[HEAD_BYTES];
    for (size_t i = 0; i < TCI_COUNT(CASES); i++) {
        memcpy(copy, head, len);
        change(copy, CASES[i].offset, CASES[i].value, CASES[i].bytes);
        int32_t code = open_code(with_data(copy, len));
        if (code != CASES[i].code) fail_msg("case %zu: %d, not %d", i, code, CASES[i].code);
    }
    /* A 32-bit machine has its magic earlier. */
    memset(copy, 0, sizeof copy);
    memcpy(copy + 12, head + MAGIC_AT, 4);
    assert_int_equal(open_code(with_data(copy, 8192)), TC_E_FORMAT_FOREIGN);
    OK(open_code(with_data(head, len)));
}

static void test_one_head_page_zeroed(void **state) {
    (void)state;
    size_t len;
    uint8_t *head = sound_head(&len);
    static uint8_t copy[HEAD_BYTES];
    memcpy(copy, head, len);
    memset(copy + 4096, 0, 4096);
    assert_int_equal(open_code(with_data(copy, len)), TC_E_CORRUPT);
    memcpy(copy, head, len);
    memset(copy, 0, 4096);
    assert_int_equal(open_code(with_data(copy, len)), TC_E_NOT_A_STORE);
}

/* Each bit of the head's fields, turned: a code or a store, never a signal. */
static void test_turned_bits_of_the_head_never_kill(void **state) {
    (void)state;
    size_t len;
    uint8_t *head = sound_head(&len);
    static uint8_t copy[HEAD_BYTES];
    size_t opened = 0, refused = 0;
    for (size_t bit = 0; bit < 160 * 8; bit += 3) {
        for (size_t page = 0; page < 2; page++) {
            memcpy(copy, head, len);
            copy[page * 4096 + bit / 8] ^= (uint8_t)(1u << bit % 8);
            int32_t code = open_code(with_data(copy, len));
            assert_true(code == TC_OK || tc_error_class(code) == TC_CLASS_STORE ||
                        code == TC_E_NOMEM);
            if (code == TC_OK) opened++;
            else refused++;
        }
    }
    assert_true(opened > 0 && refused > 0);
}

static void test_garbage_in_the_lock_file_is_set_right(void **state) {
    (void)state;
    make_store(at("lockfile"), 3);
    static uint8_t bytes[100000];
    memset(bytes, 0xa5, sizeof bytes);
    const char *names[] = {"lock.mdb", "open.lock"};
    for (size_t i = 0; i < 2; i++) {
        int fd = open(in(at("lockfile"), names[i]), O_WRONLY | O_TRUNC);
        assert_int_equal(write(fd, bytes, sizeof bytes), sizeof bytes);
        close(fd);
    }
    tci_store *store = open_lmdb(at("lockfile"));
    assert_stored(store, "name", "whole");
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
    assert_int_equal(unlink(in(at("lockfile"), "lock.mdb")), 0);
    assert_int_equal(unlink(in(at("lockfile"), "open.lock")), 0);
    OK(open_code(at("lockfile")));
    remove_tree(at("lockfile"));
}

static void test_network_file_systems_are_refused(void **state) {
    (void)state;
    static const uint64_t TYPES[] = {0x6969, 0xFF534D42, 0x65735546, 0x01021997};
    make_store(at("net"), 1);
    for (size_t i = 0; i < TCI_COUNT(TYPES); i++) {
        tc_error error = TC_ERROR_INIT;
        tci_lmdb_pretend_filesystem(TYPES[i]);
        int32_t opened = open_with((tci_store_config){.path = at("net")}, &error);
        int32_t created = create_code(at("net2"));
        tci_lmdb_pretend_filesystem(0);
        assert_int_equal(opened, TC_E_FILESYSTEM);
        assert_int_equal(created, TC_E_FILESYSTEM);
        assert_string_equal(error.field, "path");
        assert_int_not_equal(access(at("net2"), F_OK), 0);
    }
    tci_lmdb_pretend_filesystem(0xEF53);
    OK(open_code(at("net")));
    tci_lmdb_pretend_filesystem(0);
    remove_tree(at("net"));
}

/* The code a user without rights gets; as root, in a child that gives root up. */
static int32_t code_without_rights(int32_t (*call)(const char *), const char *path) {
    if (getuid() != 0) return call(path);
    pid_t child = fork();
    if (child == 0) {
        if (setgid(65534) != 0 || setuid(65534) != 0) _exit(120);
        _exit(-call(path));
    }
    return -wait_child(child);
}

static void test_permissions(void **state) {
    (void)state;
    assert_int_equal(chmod(folder, 0711), 0);
    make_store(at("rights"), 1);
    assert_int_equal(mkdir(at("closed"), 0500), 0);
    assert_int_equal(chmod(in(at("rights"), "data.mdb"), 0000), 0);
    assert_int_equal(code_without_rights(open_code, at("rights")), TC_E_PERMISSION);
    assert_int_equal(chmod(at("rights"), 0755), 0);
    assert_int_equal(code_without_rights(open_code, at("rights")), TC_E_PERMISSION);
    assert_int_equal(chmod(in(at("rights"), "data.mdb"), 0444), 0);
    assert_int_equal(chmod(in(at("rights"), "lock.mdb"), 0444), 0);
    assert_int_equal(chmod(in(at("rights"), "open.lock"), 0444), 0);
    assert_int_equal(code_without_rights(open_code, at("rights")), TC_E_PERMISSION);
    assert_int_equal(code_without_rights(create_code, at("closed/store")), TC_E_PERMISSION);
    assert_int_equal(chmod(in(at("rights"), "data.mdb"), 0600), 0);
    assert_int_equal(chmod(folder, 0700), 0);
}

/* A little file system of our own, or skip: needs the rights to mount. */
static const char *mount_little(const char *options) {
    assert_true(mkdir(at("disk"), 0700) == 0 || errno == EEXIST);
    if (mount("none", at("disk"), "tmpfs", 0, options) != 0) {
        skip();
        return NULL;
    }
    return at("disk");
}

static void test_medium_for_reading_only(void **state) {
    (void)state;
    const char *disk = mount_little("size=4m");
    char path[300];
    snprintf(path, sizeof path, "%s/store", disk);
    make_store(path, 5);
    /* Once with its lock files there, once without. */
    for (int round = 0; round < 2; round++) {
        assert_int_equal(mount("none", disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), 0);
        tci_store *store = NULL;
        tci_store_config config = {.path = path, .read_only = true};
        int32_t reading = tci_store_open_lmdb(&config, &store, NULL);
        int32_t writing = reading == TC_OK ? TC_E_READ_ONLY : open_code(path);
        bool right = false;
        if (reading == TC_OK) {
            tci_txn *txn;
            tci_slice value;
            tci_store_stat stat;
            right = tci_store_begin(store, TCI_TXN_READ, &txn) == TC_OK &&
                    tci_txn_get(txn, text("name"), &value) == TC_OK && value.len == 5 &&
                    tci_store_stat_get(store, &stat) == TC_OK;
            tci_txn_abort(txn);
            tci_store_close(store);
            writing = open_code(path);
        }
        int32_t creating = create_code(in(disk, "another"));
        assert_int_equal(mount("none", disk, NULL, MS_REMOUNT, "size=4m"), 0);
        assert_int_equal(reading, TC_OK);
        assert_true(right);
        assert_int_equal(writing, TC_E_READ_ONLY);
        assert_int_equal(creating, TC_E_READ_ONLY);
        (void)unlink(in(path, "lock.mdb"));
        (void)unlink(in(path, "open.lock"));
    }
    assert_int_equal(umount(disk), 0);
}

static void test_disk_too_full_to_create(void **state) {
    (void)state;
    const char *disk = mount_little("size=16k");
    int fd = open(in(disk, "ballast"), O_WRONLY | O_CREAT, 0600);
    static uint8_t zeros[16384];
    ssize_t got = write(fd, zeros, sizeof zeros);
    close(fd);
    int32_t code = create_code(in(disk, "store"));
    bool there = access(in(disk, "store"), F_OK) == 0;
    assert_int_equal(umount(disk), 0);
    assert_true(got > 0);
    assert_int_equal(code, TC_E_STORE_FULL);
    assert_false(there);
}

/* Fill a disk by commits of some pages until one fails; then the store must stand as before and go
 * on when there is room again. */
static void fill_disk(const char *disk, uint32_t pages_a_commit) {
    char path[300], ballast[320];
    snprintf(path, sizeof path, "%s/store", disk);
    snprintf(ballast, sizeof ballast, "%s/ballast", disk);
    int fd = open(ballast, O_WRONLY | O_CREAT, 0600);
    static uint8_t value[4080];
    for (int i = 0; i < 128; i++) assert_int_equal(write(fd, value, 4000), 4000);
    close(fd);
    tci_store *store = open_lmdb(path);
    uint32_t commits = 0, key = 0;
    int32_t code = TC_OK;
    while (code == TC_OK) {
        tci_txn *txn = begin(store, TCI_TXN_WRITE);
        for (uint32_t i = 0; i < pages_a_commit; i++, key++)
            OK(tci_txn_put(txn, tci_slice_of(&key, 4), tci_slice_of(value, sizeof value)));
        OK(tci_txn_put(txn, text("commits"), tci_slice_of(&commits, 4)));
        code = tci_txn_commit(txn);
        if (code == TC_OK) commits++;
        assert_true(commits < 10000);
    }
    assert_int_equal(code, TC_E_STORE_FULL);
    assert_true(commits > 2);
    for (int round = 0; round < 2; round++) {
        tci_txn *txn = begin(store, TCI_TXN_READ);
        tci_slice found;
        uint32_t last;
        OK(tci_txn_get(txn, text("commits"), &found));
        memcpy(&last, found.data, sizeof last);
        assert_int_equal(last, commits - 1);
        key = commits * pages_a_commit;
        assert_int_equal(tci_txn_get(txn, tci_slice_of(&key, 4), &found), TCI_ABSENT);
        tci_txn_abort(txn);
        if (round == 0) assert_int_equal(unlink(ballast), 0);
        if (round == 0) OK(put_one(store, "room", "again"));
    }
    tci_store_close(store);
    OK(open_code(path));
}

static void test_full_disk_lands_nothing(void **state) {
    (void)state;
    static const uint32_t PAGES[] = {1, 7, 70, 150};
    for (size_t i = 0; i < TCI_COUNT(PAGES); i++) {
        const char *disk = mount_little("size=3m");
        fill_disk(disk, PAGES[i]);
        assert_int_equal(umount(disk), 0);
    }
}

/* The same by a limit on the size of files, which needs no rights. */
static void test_file_size_limit_lands_nothing(void **state) {
    (void)state;
    make_store(at("limited"), 10);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        struct rlimit limit = {1u << 20, 1u << 20};
        CHILD_NEEDS(setrlimit(RLIMIT_FSIZE, &limit) == 0);
        tci_store *store;
        tci_store_config config = {.path = at("limited")};
        CHILD_NEEDS(tci_store_open_lmdb(&config, &store, NULL) == TC_OK);
        static uint8_t value[4080];
        int32_t code = TC_OK;
        uint32_t round = 0;
        for (; code == TC_OK && round < 100; round++) {
            tci_txn *txn;
            CHILD_NEEDS(tci_store_begin(store, TCI_TXN_WRITE, &txn) == TC_OK);
            for (uint32_t i = 0; i < 13; i++) {
                uint32_t key = 1000 + round * 13 + i;
                CHILD_NEEDS(tci_txn_put(txn, tci_slice_of(&key, 4),
                                        tci_slice_of(value, sizeof value)) == TC_OK);
            }
            CHILD_NEEDS(put(txn, "last", round % 2 ? "odd" : "even") == TC_OK);
            code = tci_txn_commit(txn);
        }
        CHILD_NEEDS(code == TC_E_STORE_FULL);
        tci_txn *txn;
        tci_slice found;
        CHILD_NEEDS(tci_store_begin(store, TCI_TXN_READ, &txn) == TC_OK);
        CHILD_NEEDS(tci_txn_get(txn, text("last"), &found) == TC_OK);
        CHILD_NEEDS(found.len == (round % 2 ? 3 : 4)); /* the round before the failed one */
        tci_txn_abort(txn);
        CHILD_NEEDS(put_one(store, "name", "still") == TC_OK);
        tci_store_close(store);
        _exit(0);
    }
    assert_int_equal(wait_child(child), 0);
    tci_store *store = open_lmdb(at("limited"));
    assert_stored(store, "name", "still");
    tci_store_close(store);
}

/* Replace this process's descriptor of a store's data file by one that cannot be written: that with
 * which LMDB writes the meta pages (it has O_DSYNC), or the other. Answers what to put back. */
static int break_writes(const char *path, bool meta, int *broken) {
    char target[512], name[64];
    snprintf(name, sizeof name, "%s", "/proc/self/fd");
    DIR *list = opendir(name);
    assert_non_null(list);
    *broken = -1;
    const char *data = in(path, "data.mdb");
    for (struct dirent *entry; (entry = readdir(list));) {
        ssize_t len = readlinkat(dirfd(list), entry->d_name, target, sizeof target - 1);
        if (len < 0) continue;
        target[len] = '\0';
        int fd = atoi(entry->d_name);
        if (strcmp(target, data) == 0 && ((fcntl(fd, F_GETFL) & O_DSYNC) != 0) == meta)
            *broken = fd;
    }
    closedir(list);
    assert_true(*broken >= 0);
    int saved = dup(*broken);
    int reading = open(data, O_RDONLY);
    assert_int_equal(dup2(reading, *broken), *broken);
    close(reading);
    return saved;
}

static void mend_writes(int saved, int broken) {
    assert_int_equal(dup2(saved, broken), broken);
    close(saved);
}

static void failed_commit_poisons(bool meta) {
    tci_store *store = open_lmdb(at("poison")), *second = open_lmdb(at("poison"));
    OK(put_one(store, "a", "before"));
    int broken;
    int saved = break_writes(at("poison"), meta, &broken);
    int32_t code = put_one(store, "a", "after");
    mend_writes(saved, broken);
    assert_int_equal(code, TC_E_OUTCOME_UNKNOWN);
    tci_txn *txn;
    tci_store_stat stat;
    assert_int_equal(put_one(store, "a", "again"), TC_E_POISONED);
    assert_int_equal(tci_store_begin(second, TCI_TXN_READ, &txn), TC_E_POISONED);
    assert_int_equal(tci_store_stat_get(second, &stat), TC_E_POISONED);
    assert_int_equal(store->ops->check_readers(store, NULL), TC_E_POISONED);
    assert_int_equal(tci_store_copy(store, at("nowhere"), false, NULL), TC_E_POISONED);
    tci_store_close(store);
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(open_with((tci_store_config){.path = at("poison")}, &error), TC_E_POISONED);
    assert_non_null(strstr(error.message, "closed"));
    tci_store_close(second);
    store = open_lmdb(at("poison"));
    txn = begin(store, TCI_TXN_READ);
    tci_slice value;
    OK(tci_txn_get(txn, text("a"), &value));
    assert_true(value.len == 5 || value.len == 6);
    tci_txn_abort(txn);
    OK(put_one(store, "a", "again"));
    assert_stored(store, "a", "again");
    tci_store_close(store);
    remove_tree(at("poison"));
}

static void test_failed_page_write_poisons(void **state) {
    (void)state;
    failed_commit_poisons(false);
}

static void test_failed_meta_write_poisons(void **state) {
    (void)state;
    failed_commit_poisons(true);
}

static void test_reader_of_before_the_poison_ends_well(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("poison"));
    OK(put_one(store, "a", "before"));
    tci_txn *reader = begin(store, TCI_TXN_READ);
    int broken;
    int saved = break_writes(at("poison"), true, &broken);
    assert_int_equal(put_one(store, "a", "after"), TC_E_OUTCOME_UNKNOWN);
    mend_writes(saved, broken);
    assert_has(reader, "a", "before");
    tci_txn_abort(reader);
    tci_store_close(store);
    remove_tree(at("poison"));
}

/* In LMDB's lock file: magic, format, the readers' mutex, then the last txn id. */
#define TXN_ID_AT (8 + (off_t)sizeof(pthread_mutex_t))

/* What a process killed in the opening window leaves: a lock file whose last txn id is 0. */
static void forget_txn_id(const char *path) {
    pid_t child = fork();
    if (child == 0) {
        uint64_t none = 0;
        int fd = open(in(path, "lock.mdb"), O_RDWR);
        CHILD_NEEDS(fd >= 0 && pwrite(fd, &none, sizeof none, TXN_ID_AT) == sizeof none);
        _exit(0);
    }
    assert_int_equal(wait_child(child), 0);
}

static void test_id_that_does_not_follow_is_a_conflict(void **state) {
    (void)state;
    if (sizeof(void *) != 8) skip();
    tci_store *store = open_lmdb(at("conflict"));
    for (int i = 0; i < 6; i++) OK(put_one(store, "a", i % 2 ? "odd" : "even"));
    forget_txn_id(at("conflict"));
    tci_txn *txn;
    assert_int_equal(tci_store_begin(store, TCI_TXN_WRITE, &txn), TC_E_STORE_CONFLICT);
    assert_int_equal(tci_store_begin(store, TCI_TXN_WRITE, &txn), TC_E_POISONED);
    assert_int_equal(open_code(at("conflict")), TC_E_POISONED);
    tci_store_close(store);
    store = open_lmdb(at("conflict"));
    assert_stored(store, "a", "odd");
    OK(put_one(store, "a", "next"));
    tci_store_close(store);
}

/* The opening window itself: a process that died while it held LMDB's exclusive lock, its lock
 * going away a moment later. Whoever opens then must set the lock file up anew, not believe it. */
static void test_opening_after_one_died_in_the_window(void **state) {
    (void)state;
    if (sizeof(void *) != 8) skip();
    for (int commits = 5; commits <= 6; commits++) {
        tci_store *store = open_lmdb(at("window"));
        for (int i = 0; i < commits; i++)
            OK(put_one(store, "a", i == commits - 1 ? "last" : "early"));
        tci_store_close(store);
        int ready[2];
        assert_int_equal(pipe(ready), 0);
        pid_t child = fork();
        if (child == 0) {
            uint64_t none = 0;
            int fd = open(in(at("window"), "lock.mdb"), O_RDWR);
            struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
            CHILD_NEEDS(fd >= 0 && fcntl(fd, F_SETLK, &lock) == 0);
            CHILD_NEEDS(pwrite(fd, &none, sizeof none, TXN_ID_AT) == sizeof none);
            CHILD_NEEDS(write(ready[1], "x", 1) == 1);
            usleep(100000);
            _exit(0);
        }
        char byte_read;
        assert_int_equal(read(ready[0], &byte_read, 1), 1);
        close(ready[0]);
        close(ready[1]);
        store = open_lmdb(at("window"));
        assert_stored(store, "a", "last");
        OK(put_one(store, "b", "more"));
        assert_stored(store, "a", "last");
        tci_store_close(store);
        assert_int_equal(wait_child(child), 0);
        remove_tree(at("window"));
    }
}

/* A writer that acknowledges each durable commit over a pipe. */
static pid_t start_writer(const char *path, int number, int acks) {
    pid_t child = fork();
    if (child != 0) return child;
    tci_store *store;
    tci_store_config config = {.path = path, .create = true, .map_bytes = 64u << 20};
    CHILD_NEEDS(tci_store_open_lmdb(&config, &store, NULL) == TC_OK);
    char key[32];
    snprintf(key, sizeof key, "writer %d", number);
    for (;;) {
        tci_txn *txn;
        tci_slice found;
        uint32_t count = 0;
        CHILD_NEEDS(tci_store_begin(store, TCI_TXN_WRITE, &txn) == TC_OK);
        if (tci_txn_get(txn, text(key), &found) == TC_OK) memcpy(&count, found.data, sizeof count);
        count++;
        CHILD_NEEDS(tci_txn_put(txn, text(key), tci_slice_of(&count, sizeof count)) == TC_OK);
        CHILD_NEEDS(put(txn, "filler", count % 2 ? "a" : "bb") == TC_OK);
        CHILD_NEEDS(tci_txn_commit(txn) == TC_OK);
        CHILD_NEEDS(write(acks, &count, sizeof count) == sizeof count);
    }
}

/* The newest acknowledgement in a pipe. */
static uint32_t last_ack(int fd) {
    uint32_t count = 0, next;
    while (read(fd, &next, sizeof next) == sizeof next) count = next;
    return count;
}

static void test_killed_writers_lose_nothing(void **state) {
    (void)state;
    uint32_t acked[2] = {0, 0};
    uint64_t seed = 7;
    for (int round = 0; round < 40; round++) {
        pid_t children[2];
        int pipes[2][2];
        for (int i = 0; i < 2; i++) {
            assert_int_equal(pipe(pipes[i]), 0);
            children[i] = start_writer(at("killed"), i, pipes[i][1]);
            close(pipes[i][1]);
        }
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        uint32_t first[2] = {0, 0}; /* every fourth time both come to write, however slow the disk
                                     */
        for (int i = 0; i < 2 && round % 4 == 0; i++)
            assert_int_equal(read(pipes[i][0], &first[i], sizeof first[i]), sizeof first[i]);
        usleep((useconds_t)(seed >> 33) % 12000);
        for (int i = 0; i < 2; i++) {
            kill(children[i], SIGKILL);
            assert_int_equal(wait_child(children[i]), 128 + SIGKILL);
            uint32_t ack = last_ack(pipes[i][0]);
            if (ack == 0) ack = first[i];
            if (ack) acked[i] = ack;
            close(pipes[i][0]);
        }
        tci_store *store = open_lmdb(at("killed"));
        tci_txn *txn = begin(store, TCI_TXN_READ);
        for (int i = 0; i < 2; i++) {
            char key[32];
            tci_slice found;
            uint32_t count = 0;
            snprintf(key, sizeof key, "writer %d", i);
            if (tci_txn_get(txn, text(key), &found) == TC_OK)
                memcpy(&count, found.data, sizeof count);
            assert_in_range(count, acked[i], acked[i] + 1);
            acked[i] = count;
        }
        tci_txn_abort(txn);
        tci_store_close(store);
    }
    assert_true(acked[0] >= 10 && acked[1] >= 10);
}

/* Creators killed anywhere: a whole store or none, and nothing left behind in the end. */
static int32_t fill_marker(tci_txn *txn, void *user_data) {
    (void)user_data;
    return put(txn, "marker", "whole");
}

static pid_t start_creator(const char *path, int done) {
    pid_t child = fork();
    if (child != 0) return child;
    tci_store *store;
    tci_store_config config = {.path = path, .create = true, .init = fill_marker};
    (void)tci_store_open_lmdb(&config, &store, NULL);
    (void)!write(done, "x", 1);
    pause();
    _exit(0);
}

static void test_killed_creators_leave_a_store_or_none(void **state) {
    (void)state;
    uint64_t seed = 99;
    const char *path = at("made");
    int done[2];
    for (int round = 0; round < 60; round++) {
        assert_int_equal(pipe(done), 0);
        pid_t child = start_creator(path, done[1]);
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        char byte_read;
        bool finished = round % 6 == 5; /* killed after it, else somewhere before or on the way */
        if (finished) assert_int_equal(read(done[0], &byte_read, 1), 1);
        else usleep((useconds_t)(seed >> 33) % 6000);
        kill(child, SIGKILL);
        (void)wait_child(child);
        close(done[0]);
        close(done[1]);
        int32_t code = open_code(path);
        assert_true(code == TC_OK || (code == TC_E_NO_STORE && !finished));
        if (code != TC_OK) continue;
        tci_store *store = open_lmdb(path);
        assert_stored(store, "marker", "whole");
        tci_store_close(store);
        remove_tree(path);
    }
    OK(create_code(path));
    DIR *list = opendir(folder);
    for (struct dirent *entry; (entry = readdir(list));)
        assert_null(strstr(entry->d_name, ".ticketcore-new-"));
    closedir(list);
}

static void test_map_full_goes_on_after_deleting(void **state) {
    (void)state;
    tci_store *store;
    tci_store_config config = {.path = at("full"), .create = true, .map_bytes = 1u << 20};
    OK(tci_store_open_lmdb(&config, &store, NULL));
    static uint8_t value[4080];
    uint32_t key = 0;
    int32_t code = TC_OK;
    while (code == TC_OK) {
        tci_txn *txn = begin(store, TCI_TXN_WRITE);
        code = tci_txn_put(txn, tci_slice_of(&key, 4), tci_slice_of(value, sizeof value));
        if (code == TC_OK) code = tci_txn_commit(txn);
        else tci_txn_abort(txn);
        key++;
    }
    assert_int_equal(code, TC_E_STORE_FULL);
    assert_true(key > 150);
    tci_store_close(store);
    config.map_bytes = 2u << 20;
    OK(tci_store_open_lmdb(&config, &store, NULL));
    OK(put_one(store, "room", "again"));
    tci_store_close(store);
}

int main(void) {
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_truncated_at_every_page),
        cmocka_unit_test(test_truncated_by_a_few_bytes),
        cmocka_unit_test(test_unwritten_free_pages_are_no_truncation),
        cmocka_unit_test(test_garbage_is_no_store),
        cmocka_unit_test(test_data_that_is_no_file),
        cmocka_unit_test(test_foreign_formats),
        cmocka_unit_test(test_one_head_page_zeroed),
        cmocka_unit_test(test_turned_bits_of_the_head_never_kill),
        cmocka_unit_test(test_garbage_in_the_lock_file_is_set_right),
        cmocka_unit_test(test_network_file_systems_are_refused),
        cmocka_unit_test(test_permissions),
        cmocka_unit_test(test_medium_for_reading_only),
        cmocka_unit_test(test_disk_too_full_to_create),
        cmocka_unit_test(test_full_disk_lands_nothing),
        cmocka_unit_test(test_file_size_limit_lands_nothing),
        cmocka_unit_test(test_failed_page_write_poisons),
        cmocka_unit_test(test_failed_meta_write_poisons),
        cmocka_unit_test(test_reader_of_before_the_poison_ends_well),
        cmocka_unit_test(test_id_that_does_not_follow_is_a_conflict),
        cmocka_unit_test(test_opening_after_one_died_in_the_window),
        cmocka_unit_test(test_killed_writers_lose_nothing),
        cmocka_unit_test(test_killed_creators_leave_a_store_or_none),
        cmocka_unit_test(test_map_full_goes_on_after_deleting),
    };
    return cmocka_run_group_tests(TESTS, folder_setup, folder_teardown);
}
