/* The definitions that stand in front of the C library's, and the counting behind them. Nothing in
 * the project may link this but the fault proofs. Outside an armed window every call passes through
 * untouched; inside, descriptors that are no file and no folder (sockets, event descriptors, the
 * standard streams) pass too. */
#undef _FILE_OFFSET_BITS /* both names of every call are wanted, the plain one and the one with 64 \
                          */
#define _LARGEFILE64_SOURCE 1

#include "inject.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

/* A loop that retries an interrupted call would never end if it were interrupted for ever. */
#define EINTR_MAX 64u

static _Atomic bool armed;
static _Atomic uint32_t count;
static _Atomic bool reached;
static uint32_t fault_at, second_at;
static inject_way fault_way, second_way;
static bool fault_sticky;
static uint8_t trace[INJECT_TRACE_MAX];

static const struct {
    const char *name;
    int own;      /* the error it is known for */
    bool partial; /* may be done in part */
    bool changes; /* may be done although it answers an error */
} CALLS[CALL_COUNT] = {
    [CALL_OPEN] = {"open", EMFILE, false, false},
    [CALL_CLOSE] = {"close", EIO, false, true},
    [CALL_READ] = {"read", EIO, true, false},
    [CALL_WRITE] = {"write", EDQUOT, true, true},
    [CALL_SYNC] = {"sync", EDQUOT, false, true},
    [CALL_TRUNCATE] = {"truncate", EFBIG, false, true},
    [CALL_SEEK] = {"seek", EOVERFLOW, false, true},
    [CALL_STAT] = {"stat", EACCES, false, false},
    [CALL_STATFS] = {"statfs", ENOSYS, false, false},
    [CALL_LOCK] = {"lock", ENOLCK, false, true},
    [CALL_MAP] = {"map", ENOMEM, false, false},
    [CALL_MAKE] = {"make", EMLINK, false, true},
    [CALL_REMOVE] = {"remove", EBUSY, false, true},
    [CALL_RENAME] = {"rename", EXDEV, false, true},
    [CALL_LIST] = {"list", ENOMEM, false, false},
};

static const char *const WAYS[WAY_COUNT] = {"none",  "EIO",      "ENOSPC", "EINTR",    "own",
                                            "short", "done-EIO", "dead",   "done-dead"};

const char *inject_way_name(inject_way way) {
    return WAYS[way];
}

const char *inject_call_name(inject_call call) {
    return CALLS[call].name;
}

bool inject_applies(inject_way way, inject_call call) {
    if (way == WAY_SHORT) return CALLS[call].partial;
    if (way == WAY_DONE_EIO) return CALLS[call].changes;
    return true;
}

void inject_arm(inject_way way, uint32_t at, bool sticky) {
    fault_way = way;
    fault_at = at;
    fault_sticky = sticky;
    second_at = 0;
    atomic_store(&count, 0);
    atomic_store(&reached, false);
    atomic_store(&armed, true);
}

void inject_also(inject_way way, uint32_t at) {
    second_way = way;
    second_at = at;
}

uint32_t inject_disarm(void) {
    atomic_store(&armed, false);
    return atomic_load(&count);
}

bool inject_reached(void) {
    return atomic_load(&reached);
}

const uint8_t *inject_trace(void) {
    return trace;
}

/* Count a call; how it is to go wrong. */
static inject_way meet(inject_call call) {
    if (!atomic_load(&armed)) return WAY_NONE;
    uint32_t number = atomic_fetch_add(&count, 1) + 1;
    if (number <= INJECT_TRACE_MAX) trace[number - 1] = (uint8_t)call;
    inject_way way = WAY_NONE;
    if (fault_at && (number == fault_at || (fault_sticky && number > fault_at))) {
        way = fault_way;
        if (way == WAY_EINTR && number >= fault_at + EINTR_MAX) way = WAY_NONE;
    }
    if (second_at && number == second_at) way = second_way;
    if (way == WAY_NONE || !inject_applies(way, call)) return WAY_NONE;
    atomic_store(&reached, true);
    if (way == WAY_DEAD) _exit(INJECT_DEAD);
    return way;
}

static int error_of(inject_way way, inject_call call) {
    if (way == WAY_EINTR) return EINTR;
    if (way == WAY_ENOSPC) return ENOSPC;
    return way == WAY_OWN ? CALLS[call].own : EIO;
}

static bool refuses(inject_way way, inject_call call) {
    if (way == WAY_NONE || way == WAY_DONE_EIO || way == WAY_DONE_DEAD || way == WAY_SHORT)
        return false;
    errno = error_of(way, call);
    return true;
}

/* What a call that was carried out answers. */
static long after(inject_way way, long answer) {
    if (way == WAY_DONE_DEAD) _exit(INJECT_DEAD);
    if (way != WAY_DONE_EIO) return answer;
    errno = EIO;
    return -1;
}

#define REAL(result, name, ...)                                                                    \
    static result (*real)(__VA_ARGS__);                                                            \
    if (!real) real = (result(*)(__VA_ARGS__))(uintptr_t)dlsym(RTLD_NEXT, #name)

static bool is_file(int fd) {
    static int (*look)(int, struct stat *);
    if (!atomic_load(&armed) || fd <= STDERR_FILENO) return false;
    if (!look) look = (int (*)(int, struct stat *))(uintptr_t)dlsym(RTLD_NEXT, "fstat");
    struct stat info;
    return look(fd, &info) == 0 && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
}

/* A call that answers an int and is done wholly or not at all. */
#define WHOLE(call, counts, expression)                                                            \
    do {                                                                                           \
        inject_way way = (counts) ? meet(call) : WAY_NONE;                                         \
        if (refuses(way, call)) return -1;                                                         \
        return (int)after(way, (long)(expression));                                                \
    } while (0)

/* A call that moves bytes; `half` is the expression for half of them. */
#define BYTES(call, counts, whole, half)                                                           \
    do {                                                                                           \
        inject_way way = (counts) ? meet(call) : WAY_NONE;                                         \
        if (refuses(way, call)) return -1;                                                         \
        return (ssize_t)after(way, (long)(way == WAY_SHORT ? (half) : (whole)));                   \
    } while (0)

#define MODE_OF(flags, last)                                                                       \
    unsigned mode = 0;                                                                             \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                         \
        va_list more;                                                                              \
        va_start(more, last);                                                                      \
        mode = va_arg(more, unsigned);                                                             \
        va_end(more);                                                                              \
    }

int open(const char *path, int flags, ...) {
    REAL(int, open, const char *, int, ...);
    MODE_OF(flags, flags)
    WHOLE(CALL_OPEN, true, real(path, flags, mode));
}

int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    MODE_OF(flags, flags)
    WHOLE(CALL_OPEN, true, real(path, flags, mode));
}

int openat(int folder, const char *path, int flags, ...) {
    REAL(int, openat, int, const char *, int, ...);
    MODE_OF(flags, flags)
    WHOLE(CALL_OPEN, true, real(folder, path, flags, mode));
}

int openat64(int folder, const char *path, int flags, ...) {
    REAL(int, openat64, int, const char *, int, ...);
    MODE_OF(flags, flags)
    WHOLE(CALL_OPEN, true, real(folder, path, flags, mode));
}

/* The descriptor is gone whatever close answers, as on Linux. */
int close(int fd) {
    REAL(int, close, int);
    inject_way way = is_file(fd) ? meet(CALL_CLOSE) : WAY_NONE;
    int answer = real(fd);
    if (refuses(way, CALL_CLOSE)) return -1;
    return (int)after(way, answer);
}

ssize_t read(int fd, void *to, size_t bytes) {
    REAL(ssize_t, read, int, void *, size_t);
    BYTES(CALL_READ, is_file(fd), real(fd, to, bytes), real(fd, to, bytes / 2));
}

ssize_t pread(int fd, void *to, size_t bytes, off_t at) {
    REAL(ssize_t, pread, int, void *, size_t, off_t);
    BYTES(CALL_READ, is_file(fd), real(fd, to, bytes, at), real(fd, to, bytes / 2, at));
}

ssize_t pread64(int fd, void *to, size_t bytes, off64_t at) {
    REAL(ssize_t, pread64, int, void *, size_t, off64_t);
    BYTES(CALL_READ, is_file(fd), real(fd, to, bytes, at), real(fd, to, bytes / 2, at));
}

ssize_t write(int fd, const void *from, size_t bytes) {
    REAL(ssize_t, write, int, const void *, size_t);
    BYTES(CALL_WRITE, is_file(fd), real(fd, from, bytes), real(fd, from, bytes / 2));
}

ssize_t pwrite(int fd, const void *from, size_t bytes, off_t at) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    BYTES(CALL_WRITE, is_file(fd), real(fd, from, bytes, at), real(fd, from, bytes / 2, at));
}

ssize_t pwrite64(int fd, const void *from, size_t bytes, off64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    BYTES(CALL_WRITE, is_file(fd), real(fd, from, bytes, at), real(fd, from, bytes / 2, at));
}

/* Half of a gathered write: half of its first piece when it has one, else the first half of the
 * pieces. */
static ssize_t write_half(ssize_t (*real)(int, const struct iovec *, int), int fd,
                          const struct iovec *pieces, int n) {
    if (n > 1) return real(fd, pieces, n / 2);
    struct iovec half = {pieces[0].iov_base, pieces[0].iov_len / 2};
    return real(fd, &half, 1);
}

ssize_t writev(int fd, const struct iovec *pieces, int n) {
    REAL(ssize_t, writev, int, const struct iovec *, int);
    BYTES(CALL_WRITE, is_file(fd), real(fd, pieces, n), write_half(real, fd, pieces, n));
}

int fsync(int fd) {
    REAL(int, fsync, int);
    WHOLE(CALL_SYNC, is_file(fd), real(fd));
}

int fdatasync(int fd) {
    REAL(int, fdatasync, int);
    WHOLE(CALL_SYNC, is_file(fd), real(fd));
}

int msync(void *at, size_t bytes, int flags) {
    REAL(int, msync, void *, size_t, int);
    WHOLE(CALL_SYNC, true, real(at, bytes, flags));
}

int ftruncate(int fd, off_t bytes) {
    REAL(int, ftruncate, int, off_t);
    WHOLE(CALL_TRUNCATE, is_file(fd), real(fd, bytes));
}

int ftruncate64(int fd, off64_t bytes) {
    REAL(int, ftruncate64, int, off64_t);
    WHOLE(CALL_TRUNCATE, is_file(fd), real(fd, bytes));
}

off_t lseek(int fd, off_t at, int from) {
    REAL(off_t, lseek, int, off_t, int);
    BYTES(CALL_SEEK, is_file(fd), real(fd, at, from), -1);
}

off64_t lseek64(int fd, off64_t at, int from) {
    REAL(off64_t, lseek64, int, off64_t, int);
    BYTES(CALL_SEEK, is_file(fd), real(fd, at, from), -1);
}

int fstat(int fd, struct stat *info) {
    REAL(int, fstat, int, struct stat *);
    WHOLE(CALL_STAT, is_file(fd), real(fd, info));
}

int fstat64(int fd, struct stat64 *info) {
    REAL(int, fstat64, int, struct stat64 *);
    WHOLE(CALL_STAT, is_file(fd), real(fd, info));
}

int fstatat(int folder, const char *restrict path, struct stat *restrict info, int flags) {
    REAL(int, fstatat, int, const char *, struct stat *, int);
    WHOLE(CALL_STAT, true, real(folder, path, info, flags));
}

int fstatat64(int folder, const char *restrict path, struct stat64 *restrict info, int flags) {
    REAL(int, fstatat64, int, const char *, struct stat64 *, int);
    WHOLE(CALL_STAT, true, real(folder, path, info, flags));
}

int lstat(const char *restrict path, struct stat *restrict info) {
    REAL(int, lstat, const char *, struct stat *);
    WHOLE(CALL_STAT, true, real(path, info));
}

int lstat64(const char *restrict path, struct stat64 *restrict info) {
    REAL(int, lstat64, const char *, struct stat64 *);
    WHOLE(CALL_STAT, true, real(path, info));
}

/* What programs built against older C libraries call for fstat. */
int __fxstat(int version, int fd, struct stat *info);
int __fxstat(int version, int fd, struct stat *info) {
    REAL(int, __fxstat, int, int, struct stat *);
    WHOLE(CALL_STAT, is_file(fd), real(version, fd, info));
}

int fstatfs(int fd, struct statfs *info) {
    REAL(int, fstatfs, int, struct statfs *);
    WHOLE(CALL_STATFS, is_file(fd), real(fd, info));
}

int fstatfs64(int fd, struct statfs64 *info) {
    REAL(int, fstatfs64, int, struct statfs64 *);
    WHOLE(CALL_STATFS, is_file(fd), real(fd, info));
}

static bool locks(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_GETLK ||
           command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_SETFD;
}

#define ARGUMENT_OF(last)                                                                          \
    va_list more;                                                                                  \
    va_start(more, last);                                                                          \
    void *argument = va_arg(more, void *);                                                         \
    va_end(more)

int fcntl(int fd, int command, ...) {
    REAL(int, fcntl, int, int, ...);
    ARGUMENT_OF(command);
    WHOLE(CALL_LOCK, locks(command) && is_file(fd), real(fd, command, argument));
}

int fcntl64(int fd, int command, ...) {
    REAL(int, fcntl64, int, int, ...);
    ARGUMENT_OF(command);
    WHOLE(CALL_LOCK, locks(command) && is_file(fd), real(fd, command, argument));
}

int flock(int fd, int operation) {
    REAL(int, flock, int, int);
    WHOLE(CALL_LOCK, is_file(fd), real(fd, operation));
}

void *mmap(void *at, size_t bytes, int protection, int flags, int fd, off_t offset) {
    REAL(void *, mmap, void *, size_t, int, int, int, off_t);
    inject_way way = is_file(fd) ? meet(CALL_MAP) : WAY_NONE;
    if (refuses(way, CALL_MAP)) return MAP_FAILED;
    void *answer = real(at, bytes, protection, flags, fd, offset);
    (void)after(way, 0);
    return answer;
}

void *mmap64(void *at, size_t bytes, int protection, int flags, int fd, off64_t offset) {
    REAL(void *, mmap64, void *, size_t, int, int, int, off64_t);
    inject_way way = is_file(fd) ? meet(CALL_MAP) : WAY_NONE;
    if (refuses(way, CALL_MAP)) return MAP_FAILED;
    void *answer = real(at, bytes, protection, flags, fd, offset);
    (void)after(way, 0);
    return answer;
}

int mkdirat(int folder, const char *path, mode_t mode) {
    REAL(int, mkdirat, int, const char *, mode_t);
    WHOLE(CALL_MAKE, true, real(folder, path, mode));
}

int unlinkat(int folder, const char *path, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    WHOLE(CALL_REMOVE, true, real(folder, path, flags));
}

int renameat(int from, const char *old, int to, const char *new) {
    REAL(int, renameat, int, const char *, int, const char *);
    WHOLE(CALL_RENAME, true, real(from, old, to, new));
}

int linkat(int from, const char *old, int to, const char *new, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    WHOLE(CALL_RENAME, true, real(from, old, to, new, flags));
}

long syscall(long number, ...) {
    REAL(long, syscall, long, ...);
    long a[6];
    va_list more;
    va_start(more, number);
    for (int i = 0; i < 6; i++) a[i] = va_arg(more, long);
    va_end(more);
    inject_way way = number == SYS_renameat2 ? meet(CALL_RENAME) : WAY_NONE;
    if (refuses(way, CALL_RENAME)) return -1;
    return after(way, real(number, a[0], a[1], a[2], a[3], a[4], a[5]));
}

DIR *fdopendir(int fd) {
    REAL(DIR *, fdopendir, int);
    inject_way way = meet(CALL_LIST);
    if (refuses(way, CALL_LIST)) return NULL;
    DIR *answer = real(fd);
    (void)after(way, 0);
    return answer;
}
