/* Opening waits its turn: while another process holds the store's own lock file, nobody touches
 * LMDB's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <sys/wait.h>
#include <time.h>

#include "store_fixture.h"

enum { HELD_MS = 300 };

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A process that holds the lock for a while, as one does that opens slowly. */
static pid_t hold_lock(const char *path) {
    int ready[2];
    char byte = 'x';
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        char name[300];
        snprintf(name, sizeof name, "%s/open.lock", path);
        int fd = open(name, O_RDWR);
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
#ifdef F_OFD_SETLK
        int command = F_OFD_SETLK;
#else
        int command = F_SETLK;
#endif
        if (fd < 0 || fcntl(fd, command, &lock) != 0 || write(ready[1], &byte, 1) != 1) _exit(1);
        usleep(HELD_MS * 1000);
        _exit(0);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    close(ready[1]);
    return child;
}

static void test_opening_waits_for_another_opener(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("turn"));
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
    int64_t began = now_ms();
    pid_t child = hold_lock(at("turn"));
    store = open_lmdb(at("turn"));
    int64_t took = now_ms() - began;
    assert_stored(store, "a", "1");
    tci_store_close(store);
    int status;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    assert_int_equal(status, 0);
    assert_true(took >= HELD_MS - 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_opening_waits_for_another_opener),
    };
    return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
