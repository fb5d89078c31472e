/* The LMDB store's own promises: how it is opened, created, shared inside a process, used over a
 * fork and copied. The faults have test_store_lmdb_faults.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>

#include "store/store_lmdb_internal.h"

#include "store_fixture.h"

static int32_t open_with(tci_store_config config, tci_store **store) {
    return tci_store_open_lmdb(&config, store, NULL);
}

/* What a plain open answers; closed again when it is a store. */
static int32_t open_code(const char *path) {
    tci_store *store = NULL;
    int32_t code = open_with((tci_store_config){.path = path}, &store);
    if (code == TC_OK) tci_store_close(store);
    return code;
}

static int32_t create_code(const char *path) {
    tci_store *store = NULL;
    int32_t code = open_with((tci_store_config){.path = path, .create = true}, &store);
    if (code == TC_OK) tci_store_close(store);
    return code;
}

static bool exists(const char *path) {
    struct stat there;
    return lstat(path, &there) == 0;
}

static unsigned mode_of(const char *path) {
    struct stat there;
    assert_int_equal(stat(path, &there), 0);
    return there.st_mode & 07777u;
}

static const char *in(const char *path, const char *name) {
    static char paths[4][512];
    static unsigned turn;
    char *joined = paths[turn++ % 4];
    snprintf(joined, sizeof paths[0], "%s/%s", path, name);
    return joined;
}

static size_t entries_of(const char *path, const char *prefix) {
    size_t count = 0;
    DIR *list = opendir(path);
    assert_non_null(list);
    for (struct dirent *entry; (entry = readdir(list));)
        count += strncmp(entry->d_name, prefix, strlen(prefix)) == 0;
    closedir(list);
    return count;
}

static void write_file(const char *path, const void *bytes, size_t len) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), (ssize_t)len);
    close(fd);
}

/* Ends with the child's exit code; a signal counts as 128 and more. */
static int wait_child(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Run in a child without cmocka's handlers, which would turn a failed check there into a mess. */
#define CHILD_NEEDS(condition)                                                                     \
    do {                                                                                           \
        if (!(condition)) _exit(__LINE__ % 100 + 1);                                               \
    } while (0)

static void test_missing_is_no_store(void **state) {
    (void)state;
    assert_int_equal(open_code(at("missing")), TC_E_NO_STORE);
    assert_false(exists(at("missing")));
}

static void test_empty_folder_is_no_store(void **state) {
    (void)state;
    assert_int_equal(mkdir(at("empty"), 0755), 0);
    assert_int_equal(open_code(at("empty")), TC_E_NO_STORE);
    assert_int_equal(entries_of(at("empty"), ""), 2);
}

static void test_create_is_private(void **state) {
    (void)state;
    mode_t old = umask(0);
    OK(create_code(at("private")));
    umask(old);
    assert_int_equal(mode_of(at("private")), 0700);
    assert_int_equal(mode_of(in(at("private"), "data.mdb")), 0600);
    assert_int_equal(mode_of(in(at("private"), "lock.mdb")), 0600);
    assert_int_equal(mode_of(in(at("private"), "open.lock")), 0600);
    assert_int_equal(entries_of(folder, ".ticketcore-new-"), 0);
}

static void test_create_in_an_empty_folder(void **state) {
    (void)state;
    assert_int_equal(mkdir(at("given"), 0750), 0);
    struct stat before, after;
    assert_int_equal(stat(at("given"), &before), 0);
    OK(create_code(at("given")));
    assert_int_equal(stat(at("given"), &after), 0);
    /* The folder somebody made, perhaps a mount point, stays that folder. */
    assert_int_equal(before.st_ino, after.st_ino);
    assert_int_equal(mode_of(at("given")), 0750);
    assert_int_equal(mode_of(in(at("given"), "data.mdb")), 0600);
    assert_int_equal(entries_of(at("given"), ".ticketcore-new-"), 0);
    OK(open_code(at("given")));
}

static void test_exclusive(void **state) {
    (void)state;
    tci_store *store;
    tci_store_config config = {.path = at("exclusive"), .create = true, .exclusive = true};
    OK(open_with(config, &store));
    tci_store_close(store);
    assert_int_equal(open_with(config, &store), TC_E_STORE_EXISTS);
    OK(create_code(at("exclusive")));
}

static void test_folder_with_other_things_is_left_alone(void **state) {
    (void)state;
    assert_int_equal(mkdir(at("other"), 0700), 0);
    write_file(in(at("other"), "notes.txt"), "mine", 4);
    assert_int_equal(open_code(at("other")), TC_E_NOT_A_STORE);
    assert_int_equal(create_code(at("other")), TC_E_NOT_A_STORE);
    assert_int_equal(entries_of(at("other"), ""), 3);
}

static void test_store_without_its_data_is_not_made_anew(void **state) {
    (void)state;
    OK(create_code(at("lost")));
    assert_int_equal(unlink(in(at("lost"), "data.mdb")), 0);
    assert_int_equal(create_code(at("lost")), TC_E_NOT_A_STORE);
}

static void test_path_that_is_no_folder(void **state) {
    (void)state;
    write_file(at("file"), "x", 1);
    assert_int_equal(open_code(at("file")), TC_E_NOT_A_STORE);
    assert_int_equal(create_code(at("file")), TC_E_NOT_A_STORE);
    assert_int_equal(symlink("nowhere", at("dangling")), 0);
    assert_int_equal(create_code(at("dangling")), TC_E_NOT_A_STORE);
    assert_false(exists(at("nowhere")));
}

static void test_missing_parent(void **state) {
    (void)state;
    tc_error error = TC_ERROR_INIT;
    tci_store *store;
    tci_store_config config = {.path = at("no/such/parent"), .create = true};
    assert_int_equal(tci_store_open_lmdb(&config, &store, &error), TC_E_NO_STORE);
    assert_string_equal(error.field, "path");
    assert_non_null(strstr(error.message, "does not exist"));
}

static void test_bad_config_names_the_field(void **state) {
    (void)state;
    static const struct {
        tci_store_config config;
        int32_t code;
        const char *field;
    } CASES[] = {
        {{.path = NULL}, TC_E_INVALID, "path"},
        {{.path = ""}, TC_E_INVALID, "path"},
        {{.path = "/tmp/x", .map_bytes = 1}, TC_E_INVALID, "map_bytes"},
        {{.path = "/tmp/x", .map_bytes = UINT64_MAX}, TC_E_LIMIT, "map_bytes"},
        {{.path = "/tmp/x", .max_readers = UINT32_MAX}, TC_E_LIMIT, "max_readers"},
        {{.path = "/tmp/x", .read_only = true, .create = true}, TC_E_INVALID, "read_only"},
    };
    for (size_t i = 0; i < TCI_COUNT(CASES); i++) {
        tc_error error = TC_ERROR_INIT;
        tci_store *store;
        assert_int_equal(tci_store_open_lmdb(&CASES[i].config, &store, &error), CASES[i].code);
        assert_string_equal(error.field, CASES[i].field);
        assert_true(error.message[0] != '\0');
    }
}

static void test_path_forms(void **state) {
    (void)state;
    char here[512];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0);
    OK(create_code("relative"));
    OK(create_code("slashes///"));
    OK(open_code("./relative/"));
    OK(open_code("slashes"));
    assert_int_equal(mkdir("inside", 0700), 0);
    assert_int_equal(chdir("inside"), 0);
    OK(create_code("."));
    OK(open_code("../inside"));
    assert_int_equal(chdir(here), 0);
}

static void test_what_was_committed_is_there_again(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("again"));
    OK(put_one(store, "a", "1"));
    tci_txn *txn = begin(store, TCI_TXN_WRITE | TCI_TXN_RELAXED);
    OK(put(txn, "b", "2"));
    OK(tci_txn_commit(txn));
    tci_store_close(store);
    store = open_lmdb(at("again"));
    assert_stored(store, "a", "1");
    assert_stored(store, "b", "2");
    tci_store_close(store);
}

static void test_open_keeps_the_larger_map(void **state) {
    (void)state;
    tci_store *store;
    tci_store_stat stat = {0};
    OK(open_with((tci_store_config){.path = at("map"), .create = true, .map_bytes = 2u << 20},
                 &store));
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
    OK(open_with((tci_store_config){.path = at("map"), .map_bytes = 8u << 20}, &store));
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
    OK(open_with((tci_store_config){.path = at("map"), .map_bytes = 1u << 20}, &store));
    OK(tci_store_stat_get(store, &stat));
    assert_int_equal(stat.map_bytes, 8u << 20);
    tci_store_close(store);
}

static void test_default_map_and_readers(void **state) {
    (void)state;
    tci_store *store;
    tci_store_stat stat = {0};
    OK(open_with((tci_store_config){.path = at("defaults"), .create = true}, &store));
    OK(tci_store_stat_get(store, &stat));
    assert_true(stat.map_bytes == UINT64_C(32) << 30 || sizeof(void *) == 4);
    assert_in_range(stat.max_readers, 1024, 1200);
    assert_true(stat.file_bytes < 1u << 20);
    tci_store_close(store);
}

static void test_value_of_a_page_takes_one_page(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("pages"));
    tci_store_stat before = {0}, after = {0};
    OK(put_one(store, "a", "1"));
    OK(tci_store_stat_get(store, &before));
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    uint8_t value[4080] = {1}, key[4];
    for (uint8_t i = 0; i < 200; i++) {
        memcpy(key, (uint8_t[]){0, 0, 1, i}, 4);
        OK(tci_txn_put(txn, tci_slice_of(key, 4), tci_slice_of(value, sizeof value)));
    }
    OK(tci_txn_commit(txn));
    OK(tci_store_stat_get(store, &after));
    if (after.page_bytes == 4096)
        assert_in_range((after.used_bytes - before.used_bytes) / 4096, 200, 212);
    tci_store_close(store);
}

static void test_opened_twice_is_one(void **state) {
    (void)state;
    tci_store *first = open_lmdb(at("twice"));
    assert_int_equal(symlink("twice", at("alias")), 0);
    tci_store *second = open_lmdb(at("alias"));
    assert_ptr_equal(((tci_lmdb_store *)first)->env, ((tci_lmdb_store *)second)->env);
    OK(put_one(first, "a", "1"));
    assert_stored(second, "a", "1");
    tci_store_close(first);
    OK(put_one(second, "a", "2"));
    assert_stored(second, "a", "2");
    tci_store_close(second);
    OK(open_code(at("twice")));
}

static void test_opened_twice_otherwise_is_refused(void **state) {
    (void)state;
    tci_store *store, *other;
    tci_store_config config = {.path = at("otherwise"), .create = true, .map_bytes = 4u << 20};
    OK(open_with(config, &store));
    tci_store_config reading = {.path = config.path, .read_only = true};
    assert_int_equal(open_with(reading, &other), TC_E_ALREADY_OPEN);
    tci_store_config larger = {.path = config.path, .map_bytes = 8u << 20};
    assert_int_equal(open_with(larger, &other), TC_E_ALREADY_OPEN);
    tci_store_config smaller = {.path = config.path, .map_bytes = 1u << 20};
    OK(open_with(smaller, &other));
    tci_store_close(other);
    tci_store_close(store);
    OK(open_with(reading, &store));
    tci_store_config writing = {.path = config.path};
    assert_int_equal(open_with(writing, &other), TC_E_ALREADY_OPEN);
    tci_store_close(store);
}

static void test_read_only(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("reading"));
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
    OK(open_with((tci_store_config){.path = at("reading"), .read_only = true}, &store));
    assert_stored(store, "a", "1");
    tci_txn *txn;
    assert_int_equal(tci_store_begin(store, TCI_TXN_WRITE, &txn), TC_E_READ_ONLY);
    tci_store_close(store);
}

static void test_replaced_data_file_is_noticed(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("replaced"));
    OK(create_code(at("fresh")));
    assert_int_equal(rename(in(at("fresh"), "data.mdb"), in(at("replaced"), "data.mdb")), 0);
    assert_int_equal(open_code(at("replaced")), TC_E_ALREADY_OPEN);
    tci_store_close(store);
    OK(open_code(at("replaced")));
}

static size_t count_fds(bool *all_close_on_exec) {
    size_t count = 0;
    DIR *list = opendir("/proc/self/fd");
    if (!list) return 0;
    for (struct dirent *entry; (entry = readdir(list));) {
        int fd = atoi(entry->d_name);
        char target[512] = {0};
        if (readlinkat(dirfd(list), entry->d_name, target, sizeof target - 1) < 0) continue;
        if (!strstr(target, folder)) continue;
        count++;
        if (all_close_on_exec) *all_close_on_exec &= (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0;
    }
    closedir(list);
    return count;
}

static void test_descriptors_close(void **state) {
    (void)state;
    bool all = true;
    tci_store *store = open_lmdb(at("fds"));
    OK(put_one(store, "a", "1"));
    assert_stored(store, "a", "1");
    size_t open_now = count_fds(&all);
    assert_true(all);
    assert_true(open_now == 0 || open_now == 4); /* data twice, lock.mdb, open.lock */
    tci_store_close(store);
    assert_int_equal(count_fds(NULL), 0);
    (void)open_code(at("missing"));
    (void)create_code(at("fds"));
    assert_int_equal(count_fds(NULL), 0);
}

/* In a child: is LMDB's shared lock on lock.mdb held by somebody else? */
static bool lmdb_lock_is_held(const char *path) {
    pid_t child = fork();
    if (child == 0) {
        int fd = open(in(path, "lock.mdb"), O_RDWR);
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
        CHILD_NEEDS(fd >= 0 && fcntl(fd, F_GETLK, &lock) == 0);
        _exit(lock.l_type == F_UNLCK ? 0 : 1);
    }
    return wait_child(child) == 1;
}

static void test_closing_a_second_handle_keeps_the_lock(void **state) {
    (void)state;
    tci_store *first = open_lmdb(at("locks"));
    assert_true(lmdb_lock_is_held(at("locks")));
    tci_store_close(open_lmdb(at("locks")));
    (void)open_code(at("locks"));
    assert_true(lmdb_lock_is_held(at("locks")));
    tci_store_close(first);
    assert_false(lmdb_lock_is_held(at("locks")));
}

static void test_another_copy_of_the_library_is_noticed(void **state) {
    (void)state;
#ifdef F_OFD_SETLK
    OK(create_code(at("copies")));
    int fd = open(in(at("copies"), "open.lock"), O_RDWR);
    struct flock mark = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 4096 + getpid(), .l_len = 1};
    assert_int_equal(fcntl(fd, F_OFD_SETLK, &mark), 0);
    tc_error error = TC_ERROR_INIT;
    tci_store *store;
    tci_store_config config = {.path = at("copies")};
    assert_int_equal(tci_store_open_lmdb(&config, &store, &error), TC_E_LOCKED);
    assert_non_null(strstr(error.message, "pid namespace"));
    close(fd);
    OK(open_code(at("copies")));
#endif
}

static uint64_t monotonic_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* A child that locks a byte of a file for a while and dies. */
static pid_t hold_lock(const char *path, off_t byte, unsigned ms) {
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        int fd = open(path, O_RDWR | O_CREAT, 0600);
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};
        CHILD_NEEDS(fd >= 0 && fcntl(fd, F_SETLK, &lock) == 0);
        CHILD_NEEDS(write(ready[1], "x", 1) == 1);
        usleep(ms * 1000);
        _exit(0);
    }
    char byte_read;
    assert_int_equal(read(ready[0], &byte_read, 1), 1);
    close(ready[0]);
    close(ready[1]);
    return child;
}

static void wait_for_lock_of(const char *name) {
    OK(create_code(at("waiting")));
    uint64_t began = monotonic_ms();
    pid_t child = hold_lock(in(at("waiting"), name), 0, 150);
    OK(open_code(at("waiting")));
    assert_true(monotonic_ms() - began >= 140);
    assert_int_equal(wait_child(child), 0);
}

static void test_open_waits_for_another_opener(void **state) {
    (void)state;
    wait_for_lock_of("open.lock");
}

static void test_open_waits_for_a_dying_opener(void **state) {
    (void)state;
    wait_for_lock_of("lock.mdb");
}

/* A reader's mark, at its pid, is no reason to wait. */
static void test_open_does_not_wait_for_reader_marks(void **state) {
    (void)state;
    OK(create_code(at("marks")));
    pid_t child = hold_lock(in(at("marks"), "lock.mdb"), 77, 60000);
    uint64_t began = monotonic_ms();
    OK(open_code(at("marks")));
    assert_true(monotonic_ms() - began < 5000);
    kill(child, SIGKILL);
    (void)wait_child(child);
}

static int32_t fill_with_pid(tci_txn *txn, void *user_data) {
    (void)user_data;
    char value[32];
    snprintf(value, sizeof value, "%ld", (long)getpid());
    /* Give the others time to get in the way. */
    usleep(2000);
    return put(txn, "creator", value);
}

static void race_creators(const char *path, size_t count) {
    pid_t children[16];
    int start[2];
    assert_int_equal(pipe(start), 0);
    for (size_t i = 0; i < count; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            char key[32], byte_read;
            tci_store *store;
            close(start[1]);
            (void)!read(start[0], &byte_read, 1);
            tci_store_config config = {.path = path, .create = true, .init = fill_with_pid};
            tc_error error = TC_ERROR_INIT;
            int32_t code = tci_store_open_lmdb(&config, &store, &error);
            if (code != TC_OK) fprintf(stderr, "%s: %s\n", tc_error_name(code), error.message);
            CHILD_NEEDS(code == TC_OK);
            snprintf(key, sizeof key, "child %zu", i);
            CHILD_NEEDS(put_one(store, key, "was here") == TC_OK);
            tci_store_close(store);
            _exit(0);
        }
    }
    close(start[1]);
    close(start[0]);
    for (size_t i = 0; i < count; i++) assert_int_equal(wait_child(children[i]), 0);
    tci_store *store = open_lmdb(path);
    tci_txn *txn = begin(store, TCI_TXN_READ);
    tci_slice creator;
    OK(tci_txn_get(txn, text("creator"), &creator));
    for (size_t i = 0; i < count; i++) {
        char key[32];
        snprintf(key, sizeof key, "child %zu", i);
        assert_has(txn, key, "was here");
    }
    assert_int_equal(tci_txn_id(txn), count + 1);
    tci_txn_abort(txn);
    tci_store_close(store);
}

static void test_racing_creators_of_a_missing_folder(void **state) {
    (void)state;
    for (int round = 0; round < 5; round++) {
        race_creators(at("race"), 8);
        remove_tree(at("race"));
        assert_int_equal(entries_of(folder, ".ticketcore-new-"), 0);
    }
}

static void test_racing_creators_in_an_empty_folder(void **state) {
    (void)state;
    for (int round = 0; round < 5; round++) {
        assert_int_equal(mkdir(at("race2"), 0700), 0);
        race_creators(at("race2"), 8);
        assert_int_equal(entries_of(at("race2"), ".ticketcore-new-"), 0);
        remove_tree(at("race2"));
    }
}

static int32_t fill_and_die(tci_txn *txn, void *user_data) {
    (void)put(txn, "half", "done");
    if (user_data) kill(getpid(), SIGKILL);
    return TC_OK;
}

static void test_leftovers_of_a_dead_creator_are_cleaned(void **state) {
    (void)state;
    for (int existing = 0; existing < 2; existing++) {
        const char *path = existing ? at("dead2") : at("dead1");
        const char *base = existing ? path : folder;
        if (existing) assert_int_equal(mkdir(path, 0700), 0);
        pid_t child = fork();
        if (child == 0) {
            tci_store *store;
            tci_store_config config = {.path = path, .create = true, .init = fill_and_die};
            config.user_data = &store;
            (void)tci_store_open_lmdb(&config, &store, NULL);
            _exit(0);
        }
        assert_int_equal(wait_child(child), 128 + SIGKILL);
        assert_int_equal(entries_of(base, ".ticketcore-new-"), 1);
        assert_int_equal(open_code(path), TC_E_NO_STORE);
        OK(create_code(path));
        assert_int_equal(entries_of(base, ".ticketcore-new-"), 0);
    }
}

static void test_leftover_of_a_living_creator_is_left(void **state) {
    (void)state;
    assert_int_equal(mkdir(at(".ticketcore-new-1-living"), 0700), 0);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        int fd = open(at(".ticketcore-new-1-living"), O_RDONLY);
        CHILD_NEEDS(fd >= 0 && flock(fd, LOCK_EX) == 0);
        CHILD_NEEDS(write(ready[1], "x", 1) == 1);
        sleep(60);
        _exit(0);
    }
    char byte_read;
    assert_int_equal(read(ready[0], &byte_read, 1), 1);
    OK(create_code(at("beside1")));
    assert_true(exists(at(".ticketcore-new-1-living")));
    kill(child, SIGKILL);
    (void)wait_child(child);
    OK(create_code(at("beside2")));
    assert_false(exists(at(".ticketcore-new-1-living")));
    close(ready[0]);
    close(ready[1]);
}

static void test_cleaning_keeps_what_is_not_ours(void **state) {
    (void)state;
    assert_int_equal(mkdir(at(".ticketcore-new-x"), 0700), 0);
    write_file(in(at(".ticketcore-new-x"), "letter.txt"), "mine", 4);
    OK(create_code(at("beside3")));
    assert_true(exists(in(at(".ticketcore-new-x"), "letter.txt")));
    remove_tree(at(".ticketcore-new-x"));
}

static void test_fork_child_may_not_use_the_handle(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("fork"));
    OK(put_one(store, "a", "1"));
    tci_txn *reader = begin(store, TCI_TXN_READ);
    uint32_t generation = tci_store_fork_generation();
    pid_t child = fork();
    if (child == 0) {
        tci_txn *txn;
        tci_store_stat stat;
        CHILD_NEEDS(tci_store_fork_generation() == generation + 1);
        CHILD_NEEDS(tci_store_begin(store, TCI_TXN_READ, &txn) == TC_E_FORKED);
        CHILD_NEEDS(tci_store_begin(store, TCI_TXN_WRITE, &txn) == TC_E_FORKED);
        CHILD_NEEDS(tci_store_stat_get(store, &stat) == TC_E_FORKED);
        CHILD_NEEDS(store->ops->check_readers(store, NULL) == TC_E_FORKED);
        CHILD_NEEDS(tci_store_copy(store, "/nowhere", false, NULL) == TC_E_FORKED);
        tci_txn_abort(reader);
        tci_store_close(store);
        _exit(0);
    }
    assert_int_equal(wait_child(child), 0);
    assert_int_equal(tci_store_fork_generation(), generation);
    assert_true(lmdb_lock_is_held(at("fork")));
    assert_has(reader, "a", "1");
    tci_txn_abort(reader);
    OK(put_one(store, "a", "2"));
    tci_store_close(store);
}

static void test_fork_child_may_open_for_itself(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("fork2"));
    OK(put_one(store, "a", "1"));
    pid_t child = fork();
    if (child == 0) {
        tci_store *own;
        tci_store_config config = {.path = at("fork2")};
        CHILD_NEEDS(tci_store_open_lmdb(&config, &own, NULL) == TC_OK);
        CHILD_NEEDS(((tci_lmdb_store *)own)->env != ((tci_lmdb_store *)store)->env);
        /* Closing the parent's handle after that must not drop our own locks. */
        tci_store_close(store);
        CHILD_NEEDS(put_one(own, "b", "from the child") == TC_OK);
        CHILD_NEEDS(lmdb_lock_is_held(at("fork2")));
        tci_store_close(own);
        _exit(0);
    }
    assert_int_equal(wait_child(child), 0);
    assert_stored(store, "b", "from the child");
    OK(put_one(store, "a", "2"));
    assert_true(lmdb_lock_is_held(at("fork2")));
    tci_store_close(store);
}

static void test_fork_inside_a_write_transaction(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("fork3"));
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    OK(put(txn, "a", "1"));
    pid_t child = fork();
    if (child == 0) {
        CHILD_NEEDS(tci_txn_commit(txn) == TC_E_FORKED);
        tci_txn_abort(txn);
        tci_store_close(store);
        _exit(0);
    }
    assert_int_equal(wait_child(child), 0);
    OK(tci_txn_commit(txn));
    assert_stored(store, "a", "1");
    tci_store_close(store);
}

static void *open_and_close(void *argument) {
    for (int i = 0; i < 50; i++)
        if (open_code(argument) != TC_OK) return argument;
    return NULL;
}

static void test_threads_open_and_close(void **state) {
    (void)state;
    OK(create_code(at("threads")));
    char path[256];
    snprintf(path, sizeof path, "%s", at("threads"));
    pthread_t threads[4];
    for (size_t i = 0; i < TCI_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, open_and_close, path), 0);
    for (size_t i = 0; i < TCI_COUNT(threads); i++) {
        void *failed = path;
        pthread_join(threads[i], &failed);
        assert_null(failed);
    }
    assert_int_equal(count_fds(NULL), 0);
}

static void copy_and_compare(bool compact) {
    tci_store *store = open_lmdb(at("source"));
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    uint8_t value[4080] = {7};
    for (uint32_t i = 0; i < 300; i++)
        OK(tci_txn_put(txn, tci_slice_of(&i, sizeof i), tci_slice_of(value, sizeof value)));
    OK(put(txn, "name", "original"));
    OK(tci_txn_commit(txn));
    txn = begin(store, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 200; i++) OK(tci_txn_del(txn, tci_slice_of(&i, sizeof i)));
    OK(tci_txn_commit(txn));
    OK(tci_store_copy(store, at("copied"), compact, NULL));
    OK(put_one(store, "name", "changed"));
    tci_store *copy = open_lmdb(at("copied"));
    assert_stored(copy, "name", "original");
    tci_store_stat of_store = {0}, of_copy = {0};
    OK(tci_store_stat_get(store, &of_store));
    OK(tci_store_stat_get(copy, &of_copy));
    if (compact) assert_true(of_copy.file_bytes < of_store.file_bytes / 2);
    OK(put_one(copy, "name", "copy"));
    assert_stored(store, "name", "changed");
    assert_int_equal(mode_of(at("copied")), 0700);
    assert_int_equal(mode_of(in(at("copied"), "data.mdb")), 0600);
    tci_store_close(copy);
    tci_store_close(store);
    remove_tree(at("copied"));
    remove_tree(at("source"));
    assert_int_equal(entries_of(folder, ".ticketcore-new-"), 0);
}

static void test_copy_opens_as_a_store(void **state) {
    (void)state;
    copy_and_compare(false);
}

static void test_compact_copy_opens_as_a_store(void **state) {
    (void)state;
    copy_and_compare(true);
}

static void test_copy_replaces_nothing(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("from"));
    OK(put_one(store, "a", "1"));
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tci_store_copy(store, at("from"), false, &error), TC_E_STORE_EXISTS);
    write_file(at("in the way"), "x", 1);
    assert_int_equal(tci_store_copy(store, at("in the way"), false, NULL), TC_E_STORE_EXISTS);
    assert_int_equal(tci_store_copy(store, "", false, NULL), TC_E_INVALID);
    assert_int_equal(tci_store_copy(store, NULL, false, NULL), TC_E_INVALID);
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    assert_int_equal(tci_store_copy(store, at("to"), false, NULL), TC_E_BUSY);
    tci_txn_abort(txn);
    assert_int_equal(mkdir(at("to"), 0700), 0);
    OK(tci_store_copy(store, at("to"), false, NULL));
    OK(open_code(at("to")));
    tci_store_close(store);
}

static void *copy_thread(void *argument) {
    tci_store *store = argument;
    for (int i = 0; i < 10; i++) {
        if (tci_store_copy(store, at("hot"), i % 2, NULL) != TC_OK) return argument;
        tci_store *copy = NULL;
        tci_store_config config = {.path = at("hot")};
        if (tci_store_open_lmdb(&config, &copy, NULL) != TC_OK) return argument;
        tci_txn *txn;
        tci_slice a = {NULL, 0}, b = {NULL, 0};
        if (tci_store_begin(copy, TCI_TXN_READ, &txn) != TC_OK) return argument;
        (void)tci_txn_get(txn, text("a"), &a);
        (void)tci_txn_get(txn, text("b"), &b);
        bool same = a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
        tci_txn_abort(txn);
        tci_store_close(copy);
        remove_tree(at("hot"));
        if (!same) return argument;
    }
    return NULL;
}

static void test_copy_beside_a_writer(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("busy"));
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, copy_thread, store), 0);
    for (int i = 0; i < 300; i++) {
        char value[5000];
        memset(value, 'a' + i % 26, sizeof value - 1);
        value[sizeof value - 1] = '\0';
        tci_txn *txn = begin(store, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        OK(put(txn, "a", value));
        OK(put(txn, "b", value));
        OK(tci_txn_commit(txn));
    }
    void *failed = store;
    pthread_join(thread, &failed);
    assert_null(failed);
    tci_store_close(store);
}

/* Another process with a larger map writes beyond ours. */
static void grow_elsewhere(const char *path) {
    pid_t child = fork();
    if (child == 0) {
        tci_store *store;
        tci_store_config config = {.path = path, .map_bytes = 32u << 20};
        CHILD_NEEDS(tci_store_open_lmdb(&config, &store, NULL) == TC_OK);
        tci_txn *txn;
        CHILD_NEEDS(tci_store_begin(store, TCI_TXN_WRITE, &txn) == TC_OK);
        static uint8_t value[60000];
        for (uint32_t i = 0; i < 100; i++)
            CHILD_NEEDS(tci_txn_put(txn, tci_slice_of(&i, 4), tci_slice_of(value, sizeof value)) ==
                        0);
        CHILD_NEEDS(put(txn, "grown", "yes") == TC_OK);
        CHILD_NEEDS(tci_txn_commit(txn) == TC_OK);
        tci_store_close(store);
        _exit(0);
    }
    assert_int_equal(wait_child(child), 0);
}

static void test_map_grown_by_another_process_is_adopted(void **state) {
    (void)state;
    for (int writing = 0; writing < 2; writing++) {
        tci_store *store;
        OK(open_with((tci_store_config){.path = at("grow"), .create = true, .map_bytes = 1u << 20},
                     &store));
        OK(put_one(store, "a", "1"));
        assert_stored(store, "a", "1");
        grow_elsewhere(at("grow"));
        if (writing) OK(put_one(store, "a", "2"));
        assert_stored(store, "grown", "yes");
        tci_store_stat stat = {0};
        OK(tci_store_stat_get(store, &stat));
        assert_int_equal(stat.map_bytes, 32u << 20);
        tci_store_close(store);
        remove_tree(at("grow"));
    }
}

static void test_grown_map_waits_for_open_snapshots(void **state) {
    (void)state;
    tci_store *store;
    OK(open_with((tci_store_config){.path = at("grow2"), .create = true, .map_bytes = 1u << 20},
                 &store));
    OK(put_one(store, "a", "1"));
    tci_txn *reader = begin(store, TCI_TXN_READ), *more;
    grow_elsewhere(at("grow2"));
    assert_int_equal(tci_store_begin(store, TCI_TXN_READ, &more), TC_E_BUSY);
    assert_has(reader, "a", "1");
    tci_txn_abort(reader);
    assert_stored(store, "grown", "yes");
    tci_store_close(store);
}

static void test_dead_readers_are_cleared(void **state) {
    (void)state;
    tci_store *store;
    OK(open_with((tci_store_config){.path = at("stale"), .create = true, .max_readers = 4},
                 &store));
    OK(put_one(store, "a", "1"));
    for (int round = 0; round < 2; round++) {
        pid_t child = fork();
        if (child == 0) {
            tci_store *own;
            tci_txn *txn;
            tci_store_config config = {.path = at("stale")};
            CHILD_NEEDS(tci_store_open_lmdb(&config, &own, NULL) == TC_OK);
            while (tci_store_begin(own, TCI_TXN_READ, &txn) == TC_OK) {}
            kill(getpid(), SIGKILL);
        }
        assert_int_equal(wait_child(child), 128 + SIGKILL);
        uint32_t cleared = 0;
        if (round == 0) {
            OK(store->ops->check_readers(store, &cleared));
            assert_true(cleared >= 3);
        }
        /* Without having been asked too: a full table is looked through. */
        tci_txn *readers[4];
        for (int i = 0; i < 4; i++) readers[i] = begin(store, TCI_TXN_READ);
        for (int i = 0; i < 4; i++) tci_txn_abort(readers[i]);
    }
    tci_store_close(store);
}

static void test_oldest_reader_of_another_process_is_seen(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("lag"));
    OK(put_one(store, "a", "1"));
    int ready[2], go[2];
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(go), 0);
    pid_t child = fork();
    if (child == 0) {
        char byte_read;
        tci_store *own;
        tci_txn *txn;
        tci_store_config config = {.path = at("lag")};
        CHILD_NEEDS(tci_store_open_lmdb(&config, &own, NULL) == TC_OK);
        CHILD_NEEDS(tci_store_begin(own, TCI_TXN_READ, &txn) == TC_OK);
        CHILD_NEEDS(write(ready[1], "x", 1) == 1);
        CHILD_NEEDS(read(go[0], &byte_read, 1) == 1);
        tci_txn_abort(txn);
        tci_store_close(own);
        _exit(0);
    }
    char byte_read;
    assert_int_equal(read(ready[0], &byte_read, 1), 1);
    for (int i = 0; i < 5; i++) OK(put_one(store, "a", "2"));
    tci_store_stat stat = {0};
    OK(tci_store_stat_get(store, &stat));
    assert_int_equal(stat.oldest_reader_lag, 5);
    assert_int_equal(stat.oldest_reader_pid, child);
    assert_true(stat.readers >= 2);
    /* What the five commits freed waits for that reader. */
    assert_true(stat.waiting_pages >= 5 && stat.waiting_pages <= stat.free_pages);
    assert_int_equal(write(go[1], "x", 1), 1);
    assert_int_equal(wait_child(child), 0);
    for (int i = 0; i < 2; i++) {
        close(ready[i]);
        close(go[i]);
    }
    tci_store_close(store);
}

static void test_free_pages_are_counted_when_it_gets_tight(void **state) {
    (void)state;
    tci_store *store;
    OK(open_with((tci_store_config){.path = at("tight"), .create = true, .map_bytes = 1u << 20},
                 &store));
    static uint8_t value[4080];
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 230; i++)
        OK(tci_txn_put(txn, tci_slice_of(&i, 4), tci_slice_of(value, sizeof value)));
    OK(tci_txn_commit(txn));
    txn = begin(store, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 150; i++) OK(tci_txn_del(txn, tci_slice_of(&i, 4)));
    OK(tci_txn_commit(txn));
    tci_store_stat stat = {0};
    OK(tci_store_stat_get(store, &stat));
    assert_in_range(stat.free_pages, 150, 170);
    assert_true(stat.used_bytes > stat.map_bytes / 10 * 8);
    tci_store_close(store);
}

int main(void) {
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_missing_is_no_store),
        cmocka_unit_test(test_empty_folder_is_no_store),
        cmocka_unit_test(test_create_is_private),
        cmocka_unit_test(test_create_in_an_empty_folder),
        cmocka_unit_test(test_exclusive),
        cmocka_unit_test(test_folder_with_other_things_is_left_alone),
        cmocka_unit_test(test_store_without_its_data_is_not_made_anew),
        cmocka_unit_test(test_path_that_is_no_folder),
        cmocka_unit_test(test_missing_parent),
        cmocka_unit_test(test_bad_config_names_the_field),
        cmocka_unit_test(test_path_forms),
        cmocka_unit_test(test_what_was_committed_is_there_again),
        cmocka_unit_test(test_open_keeps_the_larger_map),
        cmocka_unit_test(test_default_map_and_readers),
        cmocka_unit_test(test_value_of_a_page_takes_one_page),
        cmocka_unit_test(test_opened_twice_is_one),
        cmocka_unit_test(test_opened_twice_otherwise_is_refused),
        cmocka_unit_test(test_read_only),
        cmocka_unit_test(test_replaced_data_file_is_noticed),
        cmocka_unit_test(test_descriptors_close),
        cmocka_unit_test(test_closing_a_second_handle_keeps_the_lock),
        cmocka_unit_test(test_another_copy_of_the_library_is_noticed),
        cmocka_unit_test(test_open_waits_for_another_opener),
        cmocka_unit_test(test_open_waits_for_a_dying_opener),
        cmocka_unit_test(test_open_does_not_wait_for_reader_marks),
        cmocka_unit_test(test_racing_creators_of_a_missing_folder),
        cmocka_unit_test(test_racing_creators_in_an_empty_folder),
        cmocka_unit_test(test_leftovers_of_a_dead_creator_are_cleaned),
        cmocka_unit_test(test_leftover_of_a_living_creator_is_left),
        cmocka_unit_test(test_cleaning_keeps_what_is_not_ours),
        cmocka_unit_test(test_fork_child_may_not_use_the_handle),
        cmocka_unit_test(test_fork_child_may_open_for_itself),
        cmocka_unit_test(test_fork_inside_a_write_transaction),
        cmocka_unit_test(test_threads_open_and_close),
        cmocka_unit_test(test_copy_opens_as_a_store),
        cmocka_unit_test(test_compact_copy_opens_as_a_store),
        cmocka_unit_test(test_copy_replaces_nothing),
        cmocka_unit_test(test_copy_beside_a_writer),
        cmocka_unit_test(test_map_grown_by_another_process_is_adopted),
        cmocka_unit_test(test_grown_map_waits_for_open_snapshots),
        cmocka_unit_test(test_dead_readers_are_cleared),
        cmocka_unit_test(test_oldest_reader_of_another_process_is_seen),
        cmocka_unit_test(test_free_pages_are_counted_when_it_gets_tight),
    };
    return cmocka_run_group_tests(TESTS, folder_setup, folder_teardown);
}
