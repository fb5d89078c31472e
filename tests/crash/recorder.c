/* Preloaded into the processes of a workload: records what they do to the files below one folder,
 * and in which order. Every call is carried out and written down under one lock of all processes,
 * so the order in the trace is the order on the disk. What the model does not know is recorded as
 * foreign and fails the harness; its own calls go to the kernel directly, so that another preloaded
 * library does not count them. That nothing went past this file is shown by replaying the trace
 * and comparing the bytes. Must never change what a call answers. */
#undef _FILE_OFFSET_BITS /* the plain and the 64-bit names are both defined here */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include "trace.h"

#define EXPORT __attribute__((visibility("default")))
#define HELD_MAX (16u << 20)
/* The next library's function of this name. */
#define REAL(name)                                                                                 \
    static __typeof__(&name) real;                                                                 \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

static trace_head *head;
/* Ack-early: records of this process since its last mark, which come after the next one. */
static char *held;
static size_t held_bytes;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv(TRACE_FILE_VARIABLE);
    if (!path) return;
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
    struct stat file;
    if (fd < 0 || fstat(fd, &file) != 0) abort();
    head = mmap(NULL, (size_t)file.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (head == MAP_FAILED || head->magic != TRACE_MAGIC) abort();
    if (head->plant == TRACE_PLANT_ACK_EARLY) held = malloc(HELD_MAX);
}

static void lock(void) {
    if (head && pthread_mutex_lock(&head->lock) == EOWNERDEAD)
        pthread_mutex_consistent(&head->lock);
}

/* The answer and errno of the call in between survive. */
static void unlock(void) {
    int number = errno;
    if (head) pthread_mutex_unlock(&head->lock);
    errno = number;
}

static void append(const void *bytes, size_t count) {
    if (head->used + count + sizeof(trace_record) > head->room) {
        head->full = 1;
        return;
    }
    memcpy((char *)head + head->used, bytes, count);
    head->used += count;
}

/* What closing a store did comes after the last mark. */
__attribute__((destructor)) static void end(void) {
    if (!held || held_bytes == 0) return;
    lock();
    append(held, held_bytes);
    held_bytes = 0;
    unlock();
}

static void record(trace_record one, const struct iovec *parts, int count) {
    static const char ZEROS[8];
    char *from = (char *)head + head->used;
    size_t left = one.bytes;
    uint64_t before = head->used;
    one.pid = (uint32_t)getpid();
    if (before + trace_step(&one) + sizeof one > head->room) {
        head->full = 1;
        return;
    }
    append(&one, sizeof one);
    for (int i = 0; i < count && left; i++) {
        size_t some = parts[i].iov_len < left ? parts[i].iov_len : left;
        append(parts[i].iov_base, some);
        left -= some;
    }
    append(ZEROS, (8 - one.bytes % 8) % 8);
    if (!held) return;
    uint64_t bytes = head->used - before;
    if (one.kind == TRACE_MARK) {
        append(held, held_bytes);
        held_bytes = 0;
    } else if (held_bytes + bytes <= HELD_MAX) {
        memcpy(held + held_bytes, from, bytes);
        held_bytes += bytes;
        head->used = before;
    }
}

/* Is this descriptor one of a file or folder below the recorded one? */
static bool ours(int fd, struct stat *file) {
    char link[40], path[TRACE_PATH_MAX + 64];
    if (!head || fd < 0) return false;
    int number = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    size_t root = strlen(head->path);
    bool below = length >= (ssize_t)root && memcmp(path, head->path, root) == 0 &&
                 ((size_t)length == root || path[root] == '/') && fstat(fd, file) == 0;
    errno = number;
    return below;
}

static void foreign(int fd, const char *name) {
    struct stat file;
    if (!ours(fd, &file)) return;
    struct iovec part = {(void *)(uintptr_t)name, strlen(name) + 1};
    trace_record one = {
        .kind = TRACE_FOREIGN, .inode = file.st_ino, .bytes = (uint32_t)part.iov_len};
    lock();
    record(one, &part, 1);
    unlock();
}

/* A write that was done: where, and whether the descriptor is synchronous. `at` < 0: the offset
 * moved, so it ended where the descriptor now stands. */
static void wrote(int fd, off64_t at, ssize_t done, const struct iovec *parts, int count) {
    struct stat file;
    if (done <= 0 || !ours(fd, &file)) return;
    int number = errno;
    int flags = (int)syscall(SYS_fcntl, fd, F_GETFL, 0);
    if (at < 0) at = syscall(SYS_lseek, fd, 0, SEEK_CUR) - done;
    trace_record one = {
        .kind = TRACE_WRITE, .inode = file.st_ino, .offset = (uint64_t)at, .bytes = (uint32_t)done};
    if ((flags & (O_DSYNC | O_SYNC)) && head->plant != TRACE_PLANT_NOSYNC) one.flags = TRACE_SYNCED;
    record(one, parts, count);
    errno = number;
}

static void mark(const void *bytes, size_t count) {
    struct iovec part = {(void *)(uintptr_t)bytes, count};
    trace_record one = {.kind = TRACE_MARK, .bytes = (uint32_t)count};
    record(one, &part, 1);
}

EXPORT ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    if (!head) return real(fd, bytes, count);
    lock();
    struct iovec part = {(void *)(uintptr_t)bytes, count};
    ssize_t done = fd == TRACE_MARKS_FD ? (ssize_t)count : real(fd, bytes, count);
    if (fd == TRACE_MARKS_FD) mark(bytes, count);
    else wrote(fd, -1, done, &part, 1);
    unlock();
    return done;
}

EXPORT ssize_t writev(int fd, const struct iovec *parts, int count) {
    REAL(writev);
    lock();
    ssize_t done = real(fd, parts, count);
    wrote(fd, -1, done, parts, count);
    unlock();
    return done;
}

/* The plain and the 64-bit form of a call, which differ in nothing but their offset's type. */
#define PWRITE(name, offset_type)                                                                  \
    EXPORT ssize_t name(int fd, const void *bytes, size_t count, offset_type at) {                 \
        REAL(name);                                                                                \
        lock();                                                                                    \
        struct iovec part = {(void *)(uintptr_t)bytes, count};                                     \
        ssize_t done = real(fd, bytes, count, at);                                                 \
        wrote(fd, at, done, &part, 1);                                                             \
        unlock();                                                                                  \
        return done;                                                                               \
    }

#define PWRITEV(name, offset_type)                                                                 \
    EXPORT ssize_t name(int fd, const struct iovec *parts, int count, offset_type at) {            \
        REAL(name);                                                                                \
        lock();                                                                                    \
        ssize_t done = real(fd, parts, count, at);                                                 \
        wrote(fd, at, done, parts, count);                                                         \
        unlock();                                                                                  \
        return done;                                                                               \
    }

static void sized(int fd, int failed, uint64_t bytes) {
    struct stat file;
    if (failed || !ours(fd, &file)) return;
    record((trace_record){.kind = TRACE_SIZE, .inode = file.st_ino, .offset = bytes}, NULL, 0);
}

#define FTRUNCATE(name, offset_type)                                                               \
    EXPORT int name(int fd, offset_type bytes) {                                                   \
        REAL(name);                                                                                \
        lock();                                                                                    \
        int failed = real(fd, bytes);                                                              \
        sized(fd, failed, (uint64_t)bytes);                                                        \
        unlock();                                                                                  \
        return failed;                                                                             \
    }

PWRITE(pwrite, off_t)
PWRITEV(pwritev, off_t)
FTRUNCATE(ftruncate, off_t)
#if defined(__GLIBC__)
PWRITE(pwrite64, off64_t)
PWRITEV(pwritev64, off64_t)
FTRUNCATE(ftruncate64, off64_t)
#endif

/* On memory a flush has nothing to do; recording it is all. */
static int flushed(int fd, bool data_only) {
    struct stat file;
    lock();
    bool planted =
        data_only && (head->plant == TRACE_PLANT_NOSYNC || head->plant == TRACE_PLANT_NODATA);
    if (ours(fd, &file) && !planted &&
        !(S_ISDIR(file.st_mode) && head->plant == TRACE_PLANT_NONAME)) {
        uint32_t kind = S_ISDIR(file.st_mode) ? TRACE_FLUSH_DIR : TRACE_FLUSH;
        record((trace_record){.kind = kind, .inode = file.st_ino, .folder = file.st_ino}, NULL, 0);
    }
    unlock();
    return 0;
}

EXPORT int fsync(int fd) {
    REAL(fsync);
    return head ? flushed(fd, false) : real(fd);
}

EXPORT int fdatasync(int fd) {
    REAL(fdatasync);
    return head ? flushed(fd, true) : real(fd);
}

/* What the engine and LMDB do not use, and the model therefore does not know. */
EXPORT int fallocate(int fd, int mode, off_t at, off_t bytes) {
    REAL(fallocate);
    foreign(fd, "fallocate");
    return real(fd, mode, at, bytes);
}

EXPORT int posix_fallocate(int fd, off_t at, off_t bytes) {
    REAL(posix_fallocate);
    foreign(fd, "posix_fallocate");
    return real(fd, at, bytes);
}

EXPORT int sync_file_range(int fd, off64_t at, off64_t bytes, unsigned flags) {
    REAL(sync_file_range);
    foreign(fd, "sync_file_range");
    return real(fd, at, bytes, flags);
}

EXPORT ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t count,
                               unsigned flags) {
    REAL(copy_file_range);
    foreign(to, "copy_file_range");
    return real(from, from_at, to, to_at, count, flags);
}

/* Writing through a map passes every recorder by. It is done to LMDB's lock file and the log's word
 * in shared memory only, whose contents no power cut may matter for: the harness puts anything
 * there. */
EXPORT void *mmap(void *where, size_t bytes, int protection, int flags, int fd, off_t at) {
    REAL(mmap);
    struct stat file;
    if (head && fd >= 0 && (protection & PROT_WRITE) && (flags & MAP_SHARED) && ours(fd, &file)) {
        char link[40], path[TRACE_PATH_MAX + 64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(link, path, sizeof path - 1);
        path[length < 0 ? 0 : length] = '\0';
        const char *name = strrchr(path, '/');
        if (!name || (strcmp(name, "/lock.mdb") != 0 && strcmp(name, "/log.live") != 0))
            foreign(fd, "mmap");
    }
    return real(where, bytes, protection, flags, fd, at);
}

/* What a store draws by lot is written to its files: the same run gives the same trace. */
EXPORT ssize_t getrandom(void *room, size_t bytes, unsigned flags) {
    static uint64_t state;
    if (!head) return (ssize_t)syscall(SYS_getrandom, room, bytes, flags);
    for (size_t i = 0; i < bytes; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        ((uint8_t *)room)[i] = (uint8_t)(state >> 56);
    }
    return (ssize_t)bytes;
}

/* ---- names ---- */

/* The folder a name lies in, and its last part. */
static bool place(int at, const char *path, uint64_t *folder, const char **name) {
    char text[TRACE_PATH_MAX + 64];
    struct stat where;
    size_t length = strlen(path);
    if (!head || length >= sizeof text) return false;
    const char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    size_t keep = slash ? (size_t)(slash - path) : 0;
    if (slash && keep == 0) keep = 1;
    memcpy(text, slash ? path : ".", slash ? keep : 2);
    if (slash) text[keep] = '\0';
    int number = errno;
    int fd = (int)syscall(SYS_openat, at, text, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    bool below = ours(fd, &where);
    if (fd >= 0) (void)syscall(SYS_close, fd);
    errno = number;
    *folder = below ? where.st_ino : 0;
    return below;
}

static uint64_t inode_at(int at, const char *path) {
    struct stat there;
    int number = errno;
    uint64_t found = fstatat(at, path, &there, AT_SYMLINK_NOFOLLOW) == 0 ? there.st_ino : 0;
    errno = number;
    return found;
}

static void named(uint32_t kind, uint64_t inode, uint64_t folder, const char *name,
                  uint64_t folder2, const char *name2) {
    struct iovec parts[2] = {{(void *)(uintptr_t)name, strlen(name) + 1},
                             {(void *)(uintptr_t)name2, name2 ? strlen(name2) + 1 : 0}};
    trace_record one = {.kind = kind, .inode = inode, .folder = folder, .folder2 = folder2};
    one.bytes = (uint32_t)(parts[0].iov_len + parts[1].iov_len);
    record(one, parts, 2);
}

typedef int open_function(int at, const char *path, int flags, ...);

static int opened(open_function *real, int at, const char *path, int flags, mode_t mode) {
    if (!head || !(flags & (O_CREAT | O_TRUNC))) return real(at, path, flags, mode);
    uint64_t folder;
    const char *name;
    lock();
    bool below = place(at, path, &folder, &name);
    uint64_t before = below ? inode_at(at, path) : 0;
    int fd = real(at, path, flags, mode);
    if (below && fd >= 0) {
        uint64_t inode = inode_at(at, path);
        if (before == 0) named(TRACE_CREATE, inode, folder, name, 0, NULL);
        else if (flags & O_TRUNC) sized(fd, 0, 0);
    }
    unlock();
    return fd;
}

#define OPENAT(name)                                                                               \
    EXPORT int name(int at, const char *path, int flags, ...) {                                    \
        REAL(name);                                                                                \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;                  \
        va_end(rest);                                                                              \
        return opened(real, at, path, flags, mode);                                                \
    }

#define OPEN(name, openat_name)                                                                    \
    EXPORT int name(const char *path, int flags, ...) {                                            \
        REAL(openat_name);                                                                         \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;                  \
        va_end(rest);                                                                              \
        return opened(real, AT_FDCWD, path, flags, mode);                                          \
    }

OPENAT(openat)
OPEN(open, openat)
#if defined(__GLIBC__)
OPENAT(openat64)
OPEN(open64, openat64)
#endif

EXPORT int mkdirat(int at, const char *path, mode_t mode) {
    REAL(mkdirat);
    uint64_t folder;
    const char *name;
    lock();
    bool below = place(at, path, &folder, &name);
    int failed = real(at, path, mode);
    if (below && !failed) named(TRACE_MKDIR, inode_at(at, path), folder, name, 0, NULL);
    unlock();
    return failed;
}

EXPORT int mkdir(const char *path, mode_t mode) {
    return mkdirat(AT_FDCWD, path, mode);
}

EXPORT int unlinkat(int at, const char *path, int flags) {
    REAL(unlinkat);
    uint64_t folder;
    const char *name;
    lock();
    bool below = place(at, path, &folder, &name);
    uint64_t inode = below ? inode_at(at, path) : 0;
    int failed = real(at, path, flags);
    if (below && !failed) named(TRACE_UNLINK, inode, folder, name, 0, NULL);
    unlock();
    return failed;
}

EXPORT int unlink(const char *path) {
    return unlinkat(AT_FDCWD, path, 0);
}

EXPORT int rmdir(const char *path) {
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

/* Before and after a call that gives something a second place. */
typedef struct moving {
    uint64_t from, to, inode;
    const char *name, *name2;
    bool below;
} moving;

static moving moving_begin(int at, const char *path, int at2, const char *path2) {
    moving it = {0};
    lock();
    bool first = place(at, path, &it.from, &it.name);
    it.below = place(at2, path2, &it.to, &it.name2) && first;
    it.inode = it.below ? inode_at(at, path) : 0;
    return it;
}

static void moving_end(const moving *it, uint32_t kind, long failed) {
    if (it->below && failed == 0) named(kind, it->inode, it->from, it->name, it->to, it->name2);
    unlock();
}

EXPORT int renameat(int at, const char *path, int at2, const char *path2) {
    REAL(renameat);
    moving it = moving_begin(at, path, at2, path2);
    int failed = real(at, path, at2, path2);
    moving_end(&it, TRACE_RENAME, failed);
    return failed;
}

EXPORT int rename(const char *path, const char *path2) {
    return renameat(AT_FDCWD, path, AT_FDCWD, path2);
}

EXPORT int linkat(int at, const char *path, int at2, const char *path2, int flags) {
    REAL(linkat);
    moving it = moving_begin(at, path, at2, path2);
    int failed = real(at, path, at2, path2, flags);
    moving_end(&it, TRACE_LINK, failed);
    return failed;
}

EXPORT int link(const char *path, const char *path2) {
    return linkat(AT_FDCWD, path, AT_FDCWD, path2, 0);
}

/* The one call the engine makes by its number. */
EXPORT long syscall(long number, ...) {
    REAL(syscall);
    long a[6];
    va_list rest;
    va_start(rest, number);
    for (int i = 0; i < 6; i++) a[i] = va_arg(rest, long);
    va_end(rest);
    if (!head || number != SYS_renameat2) return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
    moving it = moving_begin((int)a[0], (const char *)a[1], (int)a[2], (const char *)a[3]);
    long failed = real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
    moving_end(&it, TRACE_RENAME, failed);
    return failed;
}
