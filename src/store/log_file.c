/* Reading and writing of the log's file, and the word in shared memory through which processes tell
 * one another how far it goes. Called by store_log*.c. Must never take a frame for whole that does
 * not follow from the one before it. */
#include "store/log_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"

#define FILE_VERSION 1u
#define FRAME_MAGIC UINT32_C(0x474f4c54) /* "TLOG" */
#define LIVE_BYTES 4096u
#define FIRST_BYTES (UINT64_C(256) << 10)

static const char MAGIC[16] = "ticketcore log\n";

/* Head of a frame: magic 4, payload's length 4, flags 4, reserved 4, seq 8, chain 8, checksum 8
 * over all of the frame but itself. */
enum { AT_MAGIC = 0, AT_LEN = 4, AT_FLAGS = 8, AT_SEQ = 16, AT_CHAIN = 24, AT_SUM = 32 };

static uint64_t frame_sum(const uint8_t *head, const uint8_t *payload, size_t len) {
    return tci_checksum(payload, len, tci_checksum(head, AT_SUM, 0));
}

static uint64_t frame_end(uint64_t pos, uint64_t payload) {
    return (pos + TCI_LOG_HEAD + payload + 7) & ~UINT64_C(7);
}

static int32_t code_of(int number) {
    switch (number) {
    case ENOENT: return TCI_ABSENT;
    case ENOMEM: return TC_E_NOMEM;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return TC_E_STORE_FULL;
    case EACCES:
    case EPERM: return TC_E_PERMISSION;
    case EROFS: return TC_E_READ_ONLY;
    default: return TC_E_IO;
    }
}

/* All of it, or an errno; a file that ends early reads as zeros. */
static int read_all(int fd, uint8_t *to, size_t len, uint64_t pos) {
    while (len) {
        ssize_t got = pread(fd, to, len, (off_t)pos);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) {
            struct stat there;
            if (fstat(fd, &there) != 0) return errno;
            if ((uint64_t)there.st_size > pos) return EIO; /* there is more, and it is not given */
            memset(to, 0, len);
            return 0;
        }
        to += got;
        len -= (size_t)got;
        pos += (uint64_t)got;
    }
    return 0;
}

static int write_all(int fd, const uint8_t *from, size_t len, uint64_t pos) {
    while (len) {
        ssize_t done = pwrite(fd, from, len, (off_t)pos);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        if (done == 0) return EIO;
        from += done;
        len -= (size_t)done;
        pos += (uint64_t)done;
    }
    return 0;
}

static int flush(int fd) {
    int rc;
    do rc = fdatasync(fd);
    while (rc != 0 && errno == EINTR);
    return rc == 0 ? 0 : errno;
}

void tci_log_file_init(tci_log_file *file) {
    memset(file, 0, sizeof *file);
    file->fd = file->live_fd = -1;
}

static void live_open(tci_log_file *file, int folder, bool read_only) {
    int flags = read_only ? O_RDONLY : O_RDWR | O_CREAT;
    struct stat there;
    if (file->published) return;
    file->live_fd = openat(folder, TCI_LOG_LIVE, flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file->live_fd < 0) return;
    if (!read_only) (void)ftruncate(file->live_fd, LIVE_BYTES);
    void *map = MAP_FAILED;
    if (fstat(file->live_fd, &there) == 0 && there.st_size >= (off_t)LIVE_BYTES)
        map = mmap(NULL, LIVE_BYTES, read_only ? PROT_READ : PROT_READ | PROT_WRITE, MAP_SHARED,
                   file->live_fd, 0);
    if (map != MAP_FAILED) file->published = map;
}

int32_t tci_log_file_open(tci_log_file *file, const char *folder, bool read_only) {
    uint8_t head[48];
    struct stat there;
    int dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0) return code_of(errno);
    live_open(file, dir, read_only);
    int fd = openat(dir, TCI_LOG_NAME, (read_only ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NOFOLLOW);
    int rc = fd < 0 ? errno : 0;
    close(dir);
    if (rc == 0 && fstat(fd, &there) != 0) rc = errno;
    if (rc == 0) rc = read_all(fd, head, sizeof head, 0);
    int32_t code = rc == 0 ? TC_OK : code_of(rc);
    if (code == TC_OK && (memcmp(head, MAGIC, 16) != 0 || tci_load32(head + 16) != FILE_VERSION ||
                          tci_load64(head + 40) != tci_checksum(head, 40, 0)))
        code = TC_E_CORRUPT;
    if (code == TC_OK && !read_only && !file->published) code = TC_E_IO;
    if (code != TC_OK) {
        if (fd >= 0) close(fd);
        return code;
    }
    file->fd = fd;
    file->size = (uint64_t)there.st_size;
    memcpy(file->id, head + 24, TCI_LOG_ID_BYTES);
    return TC_OK;
}

/* Zeros up to `size`, so that later writing changes bytes and no file system's books. */
static int grow(int fd, uint64_t from, uint64_t size) {
    static const uint8_t ZEROS[65536];
    int rc = 0;
    for (uint64_t at = from; rc == 0 && at < size;) {
        size_t len = (size_t)TCI_MIN(size - at, (uint64_t)sizeof ZEROS);
        rc = write_all(fd, ZEROS, len, at);
        at += len;
    }
    return rc;
}

static int fill_new(int fd, uint8_t id[TCI_LOG_ID_BYTES]) {
    uint8_t head[48] = {0};
    if (getrandom(id, TCI_LOG_ID_BYTES, 0) != TCI_LOG_ID_BYTES) return EIO;
    memcpy(head, MAGIC, 16);
    tci_store32(head + 16, FILE_VERSION);
    memcpy(head + 24, id, TCI_LOG_ID_BYTES);
    tci_store64(head + 40, tci_checksum(head, 40, 0));
    int rc = grow(fd, 0, FIRST_BYTES);
    if (rc == 0) rc = write_all(fd, head, sizeof head, 0);
    return rc ? rc : (fsync(fd) == 0 ? 0 : errno);
}

int32_t tci_log_file_make(tci_log_file *file, const char *folder) {
    static const char TEMP[] = TCI_LOG_NAME ".new";
    uint8_t id[TCI_LOG_ID_BYTES];
    int dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0) return code_of(errno);
    (void)unlinkat(dir, TEMP, 0);
    int fd = openat(dir, TEMP, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    int rc = fd < 0 ? errno : fill_new(fd, id);
    if (rc == 0 && renameat(dir, TEMP, dir, TCI_LOG_NAME) != 0) rc = errno;
    if (rc == 0 && fsync(dir) != 0 && errno != EINVAL) rc = errno;
    live_open(file, dir, false);
    close(dir);
    if (rc == 0 && !file->published) rc = EIO;
    if (rc != 0) {
        if (fd >= 0) close(fd);
        return code_of(rc) == TCI_ABSENT ? TC_E_IO : code_of(rc);
    }
    file->fd = fd;
    file->size = FIRST_BYTES;
    memcpy(file->id, id, TCI_LOG_ID_BYTES);
    return TC_OK;
}

void tci_log_file_close(tci_log_file *file) {
    if (file->published) munmap((void *)(uintptr_t)file->published, LIVE_BYTES);
    if (file->live_fd >= 0) close(file->live_fd);
    if (file->fd >= 0) close(file->fd);
    free(file->room);
    tci_log_file_init(file);
}

static bool room_for(tci_log_file *file, size_t len) {
    if (file->room_bytes >= len) return true;
    uint8_t *room = realloc(file->room, len);
    if (!room) return false;
    file->room = room;
    file->room_bytes = len;
    return true;
}

int32_t tci_log_file_read(tci_log_file *file, tci_log_at *at, tci_slice *payload, uint32_t *flags) {
    uint8_t head[TCI_LOG_HEAD];
    if (file->fd < 0) return TCI_ABSENT;
    int rc = read_all(file->fd, head, sizeof head, at->pos);
    if (rc != 0) return code_of(rc);
    uint32_t len = tci_load32(head + AT_LEN);
    if (tci_load32(head + AT_MAGIC) != FRAME_MAGIC || tci_load64(head + AT_SEQ) != at->seq + 1 ||
        tci_load64(head + AT_CHAIN) != at->chain || len > TCI_LOG_MAX)
        return TCI_ABSENT;
    if (!room_for(file, len)) return TC_E_NOMEM;
    rc = read_all(file->fd, file->room, len, at->pos + TCI_LOG_HEAD);
    if (rc != 0) return code_of(rc);
    uint64_t sum = frame_sum(head, file->room, len);
    if (tci_load64(head + AT_SUM) != sum) return TCI_ABSENT;
    at->seq++;
    at->chain = sum;
    at->pos = frame_end(at->pos, len);
    *payload = tci_slice_of(file->room, len);
    *flags = tci_load32(head + AT_FLAGS);
    return TC_OK;
}

/* Frames begin at multiples of eight. */
int32_t tci_log_file_beyond(tci_log_file *file, const tci_log_at *end, bool *beyond) {
    struct stat there;
    *beyond = false;
    if (file->fd < 0) return TC_OK;
    if (fstat(file->fd, &there) != 0) return code_of(errno);
    uint64_t size = TCI_MIN((uint64_t)there.st_size, TCI_LOG_MAX);
    if (end->pos >= size) return TC_OK;
    size_t len = (size_t)(size - end->pos);
    uint8_t *all = malloc(len);
    if (!all) return TC_E_NOMEM;
    int rc = read_all(file->fd, all, len, end->pos);
    for (size_t at = 0; rc == 0 && !*beyond && at + TCI_LOG_HEAD <= len; at += 8) {
        const uint8_t *head = all + at;
        if (tci_load32(head + AT_MAGIC) != FRAME_MAGIC) continue;
        uint32_t payload = tci_load32(head + AT_LEN);
        if (tci_load64(head + AT_SEQ) <= end->seq + 1 ||
            !(tci_load32(head + AT_FLAGS) & TCI_FRAME_SETTLED) || payload > len - at - TCI_LOG_HEAD)
            continue;
        *beyond = tci_load64(head + AT_SUM) == frame_sum(head, head + TCI_LOG_HEAD, payload);
    }
    free(all);
    return rc == 0 ? TC_OK : code_of(rc);
}

int32_t tci_log_file_flush(const tci_log_file *file) {
    int rc = flush(file->fd);
    return rc == 0 ? TC_OK : code_of(rc);
}

int32_t tci_log_file_append(tci_log_file *file, tci_log_at *at, tci_buf *frame, uint32_t flags) {
    uint64_t payload = frame->len - TCI_LOG_HEAD, end = frame_end(at->pos, payload);
    if (end > TCI_LOG_MAX) return TC_E_LIMIT;
    if (end > file->size) {
        struct stat there; /* another process may have made it larger */
        if (fstat(file->fd, &there) != 0) return TC_E_LIMIT;
        file->size = TCI_MAX((uint64_t)there.st_size, FIRST_BYTES);
    }
    if (end > file->size) {
        uint64_t size = file->size;
        while (size < end) size *= 2;
        if (grow(file->fd, file->size, size) != 0) return TC_E_LIMIT;
        file->size = size;
    }
    uint8_t *head = frame->data;
    memset(head, 0, TCI_LOG_HEAD);
    tci_store32(head + AT_MAGIC, FRAME_MAGIC);
    tci_store32(head + AT_LEN, (uint32_t)payload);
    tci_store32(head + AT_FLAGS, flags);
    tci_store64(head + AT_SEQ, at->seq + 1);
    tci_store64(head + AT_CHAIN, at->chain);
    uint64_t sum = frame_sum(head, head + TCI_LOG_HEAD, (size_t)payload);
    tci_store64(head + AT_SUM, sum);
    int rc = write_all(file->fd, head, frame->len, at->pos);
    if (rc == 0 && !(flags & TCI_FRAME_RELAXED)) rc = flush(file->fd);
    if (rc != 0) return TC_E_OUTCOME_UNKNOWN;
    *at = (tci_log_at){at->seq + 1, sum, end};
    return TC_OK;
}
