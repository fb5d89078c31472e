/* Preloaded: counts the system calls a process makes on files and kills the process at the one it
 * was told, before it, after it, or in the middle of a write. A second trigger aims into the window
 * in which LMDB sets up its lock file: between taking its exclusive lock and giving it up. */
#undef _FILE_OFFSET_BITS
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include "killer.h"

#define EXPORT __attribute__((visibility("default")))
#define REAL(name)                                                                                 \
    static __typeof__(&name) real;                                                                 \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

static _Atomic uint64_t calls;
static _Atomic uint64_t die_at;
static _Atomic int die_how;
/* Of the window. */
static _Atomic uint32_t window_at;
static uint32_t window_late_us;
static int window_ready_fd = -1;
static _Atomic bool in_window;
static _Atomic uint32_t window_calls;

EXPORT killer_arm_function killer_arm;
EXPORT killer_window_function killer_window;
EXPORT killer_count_function killer_count;

EXPORT void killer_arm(uint32_t at, killer_how how) {
    atomic_store(&die_how, (int)how);
    atomic_store(&die_at, at ? atomic_load(&calls) + at : 0);
}

EXPORT void killer_window(uint32_t at, uint32_t late_us, int ready_fd) {
    window_late_us = late_us;
    window_ready_fd = ready_fd;
    atomic_store(&window_at, at);
}

EXPORT uint64_t killer_count(void) {
    return atomic_load(&calls);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static void die_in_window(void) {
    const char byte = 'w';
    static ssize_t (*real_write)(int, const void *, size_t);
    *(void **)&real_write = dlsym(RTLD_NEXT, "write");
    if (window_ready_fd >= 0) (void)!real_write(window_ready_fd, &byte, 1);
    if (window_late_us) usleep(window_late_us);
    die();
}

/* Whether this call is the one to die at. */
static bool count(void) {
    uint64_t at = atomic_fetch_add(&calls, 1) + 1;
    if (atomic_load(&in_window) &&
        atomic_fetch_add(&window_calls, 1) + 1 == atomic_load(&window_at))
        die_in_window();
    return at == atomic_load(&die_at);
}

static bool enter(void) {
    bool here = count();
    if (here && atomic_load(&die_how) == KILLER_BEFORE) die();
    return here;
}

static void leave(bool here) {
    if (here) die();
}

/* Bytes of a write that are made before the end: a part at any place, as when the signal comes
 * between two pages or in one. */
static size_t part_of(size_t bytes) {
    return bytes > 4096 ? (bytes / 8192) * 4096 + 4096 : bytes / 2;
}

EXPORT ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(write);
    bool here = enter();
    if (here && atomic_load(&die_how) == KILLER_MIDDLE) size = part_of(size);
    ssize_t done = real(fd, bytes, size);
    leave(here);
    return done;
}

EXPORT ssize_t writev(int fd, const struct iovec *parts, int parts_count) {
    REAL(writev);
    bool here = enter();
    if (here && atomic_load(&die_how) == KILLER_MIDDLE) parts_count = (parts_count + 1) / 2;
    ssize_t done = real(fd, parts, parts_count);
    leave(here);
    return done;
}

#define PWRITE(name, offset_type)                                                                  \
    EXPORT ssize_t name(int fd, const void *bytes, size_t size, offset_type at) {                  \
        REAL(name);                                                                                \
        bool here = enter();                                                                       \
        if (here && atomic_load(&die_how) == KILLER_MIDDLE) size = part_of(size);                  \
        ssize_t done = real(fd, bytes, size, at);                                                  \
        leave(here);                                                                               \
        return done;                                                                               \
    }

/* A call of fixed arguments. */
#define PLAIN(type, name, declared, given)                                                         \
    EXPORT type name declared {                                                                    \
        REAL(name);                                                                                \
        bool here = enter();                                                                       \
        type done = real given;                                                                    \
        leave(here);                                                                               \
        return done;                                                                               \
    }

PWRITE(pwrite, off_t)
PLAIN(ssize_t, pread, (int fd, void *to, size_t size, off_t at), (fd, to, size, at))
PLAIN(int, ftruncate, (int fd, off_t size), (fd, size))
PLAIN(off_t, lseek, (int fd, off_t at, int whence), (fd, at, whence))
PLAIN(void *, mmap, (void *at, size_t size, int protection, int flags, int fd, off_t offset),
      (at, size, protection, flags, fd, offset))
#if defined(__GLIBC__)
PWRITE(pwrite64, off64_t)
PLAIN(ssize_t, pread64, (int fd, void *to, size_t size, off64_t at), (fd, to, size, at))
PLAIN(int, ftruncate64, (int fd, off64_t size), (fd, size))
#endif
PLAIN(int, fsync, (int fd), (fd))
PLAIN(int, fdatasync, (int fd), (fd))
PLAIN(int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode))
PLAIN(int, unlinkat, (int at, const char *path, int flags), (at, path, flags))
PLAIN(int, renameat, (int at, const char *path, int at2, const char *path2), (at, path, at2, path2))
PLAIN(int, close, (int fd), (fd))

#define OPENAT(name)                                                                               \
    EXPORT int name(int at, const char *path, int flags, ...) {                                    \
        REAL(name);                                                                                \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;                  \
        va_end(rest);                                                                              \
        bool here = enter();                                                                       \
        int fd = real(at, path, flags, mode);                                                      \
        leave(here);                                                                               \
        return fd;                                                                                 \
    }

#define OPEN(name)                                                                                 \
    EXPORT int name(const char *path, int flags, ...) {                                            \
        REAL(name);                                                                                \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;                  \
        va_end(rest);                                                                              \
        bool here = enter();                                                                       \
        int fd = real(path, flags, mode);                                                          \
        leave(here);                                                                               \
        return fd;                                                                                 \
    }

OPENAT(openat)
OPEN(open)
#if defined(__GLIBC__)
OPENAT(openat64)
OPEN(open64)
#endif

/* LMDB locks byte 0 of its lock file; ours are locks of open file descriptions, or of other bytes.
 */
static int locked(int (*real)(int, int, ...), int fd, int command, void *argument) {
    bool here = enter();
    const struct flock *lock = argument;
    bool lmdbs = (command == F_SETLK || command == F_SETLKW) && lock->l_start == 0 &&
                 lock->l_len == 1 && lock->l_whence == SEEK_SET;
    if (lmdbs && lock->l_type == F_RDLCK) atomic_store(&in_window, false);
    int done = real(fd, command, argument);
    if (lmdbs && lock->l_type == F_WRLCK && done == 0 && atomic_load(&window_at)) {
        atomic_store(&window_calls, 0);
        atomic_store(&in_window, true);
    }
    leave(here);
    return done;
}

#define FCNTL(name)                                                                                \
    EXPORT int name(int fd, int command, ...) {                                                    \
        REAL(name);                                                                                \
        va_list rest;                                                                              \
        va_start(rest, command);                                                                   \
        void *argument = va_arg(rest, void *);                                                     \
        va_end(rest);                                                                              \
        return locked(real, fd, command, argument);                                                \
    }

FCNTL(fcntl)
#if defined(__GLIBC__)
FCNTL(fcntl64)
#endif
