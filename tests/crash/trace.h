/* The trace that the recorder writes and the power-cut harness reads: everything that was done to
 * the files below one folder, in one order over all processes, with the marks of the workload
 * between. A file mapped by everybody: head, then records one after another. */
#ifndef CRASH_TRACE_H
#define CRASH_TRACE_H

#include <pthread.h>
#include <stdint.h>

#define TRACE_MAGIC UINT64_C(0x3163617274637431)
#define TRACE_PATH_MAX 480
/* Environment of a recorded process: the trace file; the descriptor whose writes are marks. */
#define TRACE_FILE_VARIABLE "CRASH_TRACE"
#define TRACE_MARKS_FD 190

typedef enum trace_kind {
    TRACE_WRITE = 1, /* data at an offset of a file; flags: TRACE_SYNCED, durable when it returned
                      */
    TRACE_SIZE,      /* a file was cut or extended to `offset` bytes */
    TRACE_FLUSH,     /* every write to the file before this one is durable */
    TRACE_FLUSH_DIR, /* every change of the folder's entries before this one is durable */
    TRACE_CREATE,    /* file `inode` appeared in folder `folder` under a name */
    TRACE_MKDIR,     /* likewise a folder */
    TRACE_RENAME,    /* name in `folder` became second name in `folder2`; what was there is gone */
    TRACE_LINK,      /* file `inode` has a second name in `folder2` */
    TRACE_UNLINK,    /* a name is gone from `folder` */
    TRACE_MARK,      /* bytes the workload wrote to TRACE_MARKS_FD */
    TRACE_FOREIGN    /* a call the model does not know was used on the files; name says which */
} trace_kind;

enum { TRACE_SYNCED = 1 };

typedef struct trace_record {
    uint32_t kind;
    uint32_t flags;
    uint32_t pid;
    uint32_t bytes; /* of the payload: data, or names (the second one after the first's NUL) */
    uint64_t inode;
    uint64_t folder;
    uint64_t folder2;
    uint64_t offset;
} trace_record;

/* What the plant does to the record, to prove that the harness sees it. */
typedef enum trace_plant {
    TRACE_PLANT_NONE = 0,
    TRACE_PLANT_NOSYNC,   /* fdatasync does nothing, no descriptor is synchronous */
    TRACE_PLANT_NODATA,   /* fdatasync does nothing: head pages are durable before what they name */
    TRACE_PLANT_NONAME,   /* flushing a folder does nothing */
    TRACE_PLANT_ACK_EARLY /* marks stand before the writes they acknowledge */
} trace_plant;

typedef struct trace_head {
    uint64_t magic;
    uint64_t room;             /* bytes of the file */
    uint64_t used;             /* bytes taken, head included */
    uint32_t plant;            /* a trace_plant */
    uint32_t full;             /* 1: the room was not enough */
    uint64_t root;             /* inode of the folder */
    pthread_mutex_t lock;      /* robust, of all processes; also the order of the file operations */
    char path[TRACE_PATH_MAX]; /* the folder that is recorded, absolute, without links */
} trace_head;

/* Records begin at multiples of 8. */
static inline uint64_t trace_step(const trace_record *record) {
    return (sizeof *record + record->bytes + 7u) & ~UINT64_C(7);
}

#endif
