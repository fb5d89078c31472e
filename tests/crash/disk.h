/* A model of a disk under a power cut: what is durable of every file and folder, and what was done
 * since the last flush and may or may not have landed. Fed with the records of a trace. */
#ifndef CRASH_DISK_H
#define CRASH_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "trace.h"

#define SECTOR 512u

enum { DISK_FILES_MAX = 96, DISK_ENTRIES_MAX = 256, DISK_NAME_MAX = 72 };

/* Bytes written at an offset, or (no data) a new size. */
typedef struct disk_change {
    const uint8_t *data;
    uint64_t offset;
    uint64_t bytes;
} disk_change;

typedef struct disk_file {
    uint64_t inode;
    bool ignored;   /* a lock file: its contents mean nothing after a power cut */
    uint8_t *bytes; /* durable */
    uint64_t size, room;
    disk_change *pending;
    uint32_t count, count_room;
} disk_file;

typedef struct disk_entry {
    uint64_t folder, inode;
    bool is_folder;
    char name[DISK_NAME_MAX];
} disk_entry;

typedef struct disk_names {
    disk_entry entries[DISK_ENTRIES_MAX];
    uint32_t count;
} disk_names;

typedef struct disk {
    uint64_t root;
    disk_file files[DISK_FILES_MAX];
    uint32_t files_count;
    disk_names names;                            /* durable */
    const trace_record *moves[DISK_ENTRIES_MAX]; /* changes of names not flushed yet */
    uint32_t moves_count;
    uint64_t sequence; /* grows when anything durable changed */
} disk;

/* Ends the harness when the model is too small for the trace. */
void disk_begin(disk *it, uint64_t root);
void disk_end(disk *it);
disk_file *disk_find(disk *it, uint64_t inode);
/* Take a write, size or name record in as pending. */
void disk_take(disk *it, const trace_record *record);
/* The flush of a file or folder: what was pending is durable. */
void disk_flush(disk *it, disk_file *file);
void disk_flush_folder(disk *it, uint64_t folder);
/* Only the newest pending change is durable: a synchronous write has returned. */
void disk_settle_last(disk *it, disk_file *file);
/* Everything is durable: what the real files hold. */
void disk_flush_all(disk *it);
/* Apply one change of names; does nothing where it does not fit. */
void disk_move(disk_names *names, const trace_record *move);
const disk_entry *disk_name(const disk_names *names, uint64_t folder, const char *name);

#endif
