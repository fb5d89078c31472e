/* The log's file: frames one after the other, each sealed and chained to the one before, written
 * over from the beginning after every fold. Knows bytes and flushes, not what frames mean. Used by
 * store_log*.c only, under the writer's lock but for reading. */
#ifndef TCI_LOG_FILE_H
#define TCI_LOG_FILE_H

#include <stdatomic.h>

#include "base/codec.h"
#include "store/store.h"

#define TCI_LOG_NAME "log.tc"
#define TCI_LOG_LIVE "log.live"
#define TCI_LOG_ID_BYTES 16
/* Where the first frame stands. */
#define TCI_LOG_BEGIN 4096u
#define TCI_LOG_HEAD 40u
/* The file grows up to here; a commit that finds no room is a fold. */
#define TCI_LOG_MAX (UINT64_C(8) << 20)

/* Flags of a frame. */
enum {
    TCI_FRAME_RELAXED = 1, /* nobody waited for its flush */
    TCI_FRAME_SETTLED = 2  /* all before it were flushed when it was written */
};

/* Where a log goes on: behind the frame `seq`. */
typedef struct tci_log_at {
    uint64_t seq;
    uint64_t chain; /* checksum of that frame, or what the fold left */
    uint64_t pos;
} tci_log_at;

typedef struct tci_log_file {
    int fd;      /* -1: there is none yet */
    int live_fd; /* what processes tell one another; never trusted after a restart; -1: none */
    _Atomic uint64_t *published; /* newest commit that readers may see; NULL: none */
    uint64_t size;
    uint8_t id[TCI_LOG_ID_BYTES];
    uint8_t *room; /* of the frame read last */
    size_t room_bytes;
} tci_log_file;

/* All zero but for the descriptors. */
void tci_log_file_init(tci_log_file *file);
/* Open what is in a store's folder. TCI_ABSENT: there is none. TC_E_CORRUPT: not a log. */
int32_t tci_log_file_open(tci_log_file *file, const char *folder, bool read_only);
/* Make a new one in place of whatever nobody refers to, durable when it returns. */
int32_t tci_log_file_make(tci_log_file *file, const char *folder);
void tci_log_file_close(tci_log_file *file);

/* The frame behind `at`, which moves on; its payload stays valid until the next read. TCI_ABSENT:
 * there is no whole frame that follows. */
int32_t tci_log_file_read(tci_log_file *file, tci_log_at *at, tci_slice *payload, uint32_t *flags);
/* Does a frame that was written after others were flushed stand behind the end? Then what lies
 * between was damaged. */
int32_t tci_log_file_beyond(tci_log_file *file, const tci_log_at *end, bool *beyond);

/* `frame` begins with TCI_LOG_HEAD free bytes. Written behind `at`, which moves on only when all
 * went well. TC_E_LIMIT: no room, nothing happened. TC_E_OUTCOME_UNKNOWN: it may have landed. */
int32_t tci_log_file_append(tci_log_file *file, tci_log_at *at, tci_buf *frame, uint32_t flags);
int32_t tci_log_file_flush(const tci_log_file *file);

#endif
