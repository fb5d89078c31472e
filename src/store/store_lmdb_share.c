/* Who may have a data file open at the same time: everybody through one folder, where LMDB's lock
 * file keeps them apart, or any number of readers that cannot write that lock file and so leave no
 * mark in it; never both, and never through two folders. Each opener locks a byte of the data file
 * that stands for its way of opening, for reading, and then looks whether another byte is locked.
 * Called by store_lmdb_open.c only; must never write. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/store_lmdb_internal.h"

#ifdef F_OFD_SETLK

/* Far behind the end of any data file: the byte of readers without marks, then one a folder. */
#define SHARE_AT (INT64_C(1) << 52)
#define SHARE_BYTES (INT64_C(1) << 33)

/* How long the other way's openers may keep us out: readers come and go, a service stays. */
#define READERS_WAIT_US 30000000u
#define SERVICE_WAIT_US 100000u

static int lock_bytes(int fd, int command, short type, int64_t at, int64_t len, bool *taken) {
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = at, .l_len = len};
    int rc;
    do rc = fcntl(fd, command, &lock);
    while (rc != 0 && errno == EINTR);
    if (rc != 0) return errno;
    if (taken) *taken = lock.l_type != F_UNLCK;
    return 0;
}

/* Whether anybody has a byte in from … until. */
static int look(int fd, int64_t from, int64_t until, bool *taken) {
    *taken = false;
    return from < until ? lock_bytes(fd, F_OFD_GETLK, F_WRLCK, from, until - from, taken) : 0;
}

/* Our byte, unless somebody else has another one: first taken, then looked, so that of two who come
 * together at most one stays. */
static int take(int fd, int64_t byte, bool *markless, bool *elsewhere) {
    const int64_t end = SHARE_AT + SHARE_BYTES;
    bool before = false, behind = false;
    int rc = lock_bytes(fd, F_OFD_SETLK, F_RDLCK, byte, 1, NULL);
    if (rc == 0 && byte != SHARE_AT) rc = look(fd, SHARE_AT, SHARE_AT + 1, markless);
    if (rc == 0) rc = look(fd, SHARE_AT + 1, byte, &before);
    if (rc == 0) rc = look(fd, byte + 1, end, &behind);
    *elsewhere = before || behind;
    if (rc != 0 || *markless || *elsewhere) tci_lmdb_unshare(fd);
    return rc;
}

int32_t tci_lmdb_share(int data_fd, bool markless, ino_t folder, tc_error *error) {
    int64_t byte = markless ? SHARE_AT : SHARE_AT + 1 + (int64_t)(uint32_t)folder;
    unsigned waited_us = 0, pause_us = 500;
    bool readers = false, elsewhere = false;
    for (;;) {
        int rc = take(data_fd, byte, &readers, &elsewhere);
        /* A file system without such locks has no other who could hold one. */
        if (rc == EINVAL || rc == ENOLCK || rc == ENOTSUP) return TC_OK;
        if (rc != 0) return tci_fail(error, tci_lmdb_code(rc), "path", NULL);
        if (!readers && !elsewhere) return TC_OK;
        if (waited_us >= (readers ? READERS_WAIT_US : SERVICE_WAIT_US)) break;
        usleep(pause_us);
        waited_us += pause_us;
        if (pause_us < 16000) pause_us *= 2;
    }
    if (readers)
        return tci_fail(error, TC_E_LOCKED, "path",
                        "a process that may not write in the store's folder is reading it");
    if (markless)
        return tci_fail(error, TC_E_LOCKED, "path",
                        "the store is in use, and a reader must be able to write its lock files: "
                        "read a backup");
    return tci_fail(error, TC_E_LOCKED, "path",
                    TCI_LMDB_DATA " is in use through another folder, with other locks");
}

void tci_lmdb_unshare(int data_fd) {
    (void)lock_bytes(data_fd, F_OFD_SETLK, F_UNLCK, SHARE_AT, SHARE_BYTES, NULL);
}

#else

int32_t tci_lmdb_share(int data_fd, bool markless, ino_t folder, tc_error *error) {
    (void)data_fd, (void)folder;
    if (!markless) return TC_OK;
    return tci_fail(error, TC_E_UNSUPPORTED, "path",
                    "on this system a reader must be able to write the store's lock files");
}

void tci_lmdb_unshare(int data_fd) {
    (void)data_fd;
}

#endif
