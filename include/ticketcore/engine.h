/**
 * @file engine.h
 * @brief Opening and closing a store, its clock, its state and its numbers.
 */
#ifndef TICKETCORE_ENGINE_H
#define TICKETCORE_ENGINE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Flags of tc_engine_options. */
typedef enum tc_open_flag {
    TC_OPEN_CREATE = 1,    /**< make the store when there is none */
    TC_OPEN_EXCLUSIVE = 2, /**< with CREATE: refuse when there is one (::TC_E_STORE_EXISTS) */
    TC_OPEN_READ_ONLY = 4, /**< no commands; snapshots only. Works where nothing can be written,
                                too, while nobody has the store open who can write */
    TC_OPEN_RELAXED = 8,   /**< acknowledge before the last flush: consistent after any crash, but
                                the last commits may be lost in a power cut */
    TC_OPEN_MEMORY = 16,   /**< keep everything in memory, for tests; `path` is ignored */
    TC_OPEN_MANUAL_CLOCK = 32, /**< time stands still until tc_engine_set_clock() moves it */
    TC_OPEN_CLOCK_JUMP = 64    /**< the machine's clock is right: this handle's first commit may be
                                    more than ::TC_CLOCK_JUMP_MS_MAX after the store's last one. For
                                    a store that nobody wrote to for long */
} tc_open_flag;

/** Levels of the log callback. */
typedef enum tc_log_level {
    TC_LOG_ERROR = 1, /**< something failed */
    TC_LOG_WARN = 2,  /**< something needs care soon */
    TC_LOG_INFO = 3,  /**< life of the engine: opened, recovered, closed */
    TC_LOG_DEBUG = 4  /**< for people who work on the engine */
} tc_log_level;

/** Called with a level, a static word for the area ("store", "writer") and a sentence. Comes from
 * any thread, may not call the engine, must be quick. Never sees a secret or personal data. */
typedef void (*tc_log_function)(void *user_data, int32_t level, const char *area,
                                const char *sentence);

/** How to open a store. */
typedef struct tc_engine_options {
    uint32_t size;        /**< sizeof(tc_engine_options), by ::TC_ENGINE_OPTIONS_INIT */
    uint32_t flags;       /**< ::tc_open_flag values, or-ed; 0: an existing store, durable */
    uint64_t map_bytes;   /**< bytes the store may grow to; 0: 32 GiB (2 GiB on 32 bits) */
    uint32_t max_readers; /**< snapshots open at once, over all processes; 0: 1,024 */
    uint32_t queue_depth; /**< commands that may wait, then ::TC_E_QUEUE_FULL; 0: 65,536 */
    uint32_t batch_max;   /**< commands in one commit, 1 … 65,536; 0: 4,096 */
    int32_t log_level;    /**< the highest ::tc_log_level to report; 0: ::TC_LOG_WARN */
    tc_log_function log;  /**< may be NULL */
    void *log_user_data;  /**< given to `log` */
    int64_t clock_ms;     /**< with ::TC_OPEN_MANUAL_CLOCK: where time begins, 0 …
                               ::TC_TIME_MS_MAX */
    uint64_t seed; /**< 0: random. Else the engine's random choices that are not secrets repeat with
                        it; together with ::TC_OPEN_MANUAL_CLOCK also the keys of a new store, so
                        that a scenario makes the same store twice. For tests only */
} tc_engine_options;

/** Initialiser of a ::tc_engine_options. */
#define TC_ENGINE_OPTIONS_INIT                                                                     \
    { sizeof(tc_engine_options), 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0 }

/**
 * Open a store. Several handles, threads and processes may have one store open at once.
 * @param path    folder of the store, UTF-8; made with mode 0700 by ::TC_OPEN_CREATE, whole or not
 * at all
 * @param options may be NULL: an existing store, durable
 * @param[out] engine caller closes it with tc_engine_close()
 * @param error   may be NULL; written only on failure
 * @retval TC_OK               open
 * @retval TC_E_INVALID        NULL, an unknown flag, a wrong size; nothing happened
 * @retval TC_E_LIMIT          an option above its limit; nothing happened
 * @retval TC_E_NO_STORE       there is none and ::TC_OPEN_CREATE was not given
 * @retval TC_E_STORE_EXISTS   there is something and ::TC_OPEN_EXCLUSIVE was given
 * @retval TC_E_NOT_A_STORE    the folder holds something else, or a symbolic link in place of one
 *                             of the store's files; it is left as it is
 * @retval TC_E_FORMAT_NEWER   written by a newer library
 * @retval TC_E_FORMAT_FOREIGN an LMDB of another format, or a broken one
 * @retval TC_E_CORRUPT        a page of the data file is damaged; the message says which. All of a
 *                             small store is looked at, and the upper pages of a large one
 * @retval TC_E_TRUNCATED      the data file is shorter than its contents
 * @retval TC_E_FILESYSTEM     a network or foreign file system
 * @retval TC_E_PERMISSION     the files may not be used by this user
 * @retval TC_E_READ_ONLY      a medium for reading only, without ::TC_OPEN_READ_ONLY
 * @retval TC_E_ALREADY_OPEN   open in this process with options that do not go together
 * @retval TC_E_LOCKED         the lock cannot be had (for instance two pid namespaces; a reader
 *                             that cannot write the lock files beside a service, or a service
 *                             beside such a reader for 30 s)
 * @retval TC_E_STORE_FULL     no room to make it; nothing is left behind
 * @retval TC_E_IO             reading or writing failed; a store to be made is not there, or there
 * and whole
 * @retval TC_E_NOMEM          nothing happened
 * @since 0.1
 */
TC_API int32_t tc_engine_open(const char *path, const tc_engine_options *options,
                              tc_engine **engine, tc_error *error);

/**
 * Close a handle. Everything acknowledged is kept.
 * @param engine NULL is fine. After a fork the child may call this on the parent's handle to free
 *               memory; the store is not touched
 * @param error  may be NULL; written only on failure
 * @retval TC_OK     closed
 * @retval TC_E_BUSY snapshots or queues are open; nothing happened
 * @thread no other call on this handle may be running
 * @since 0.1
 */
TC_API int32_t tc_engine_close(tc_engine *engine, tc_error *error);

/**
 * The engine's clock: UTC milliseconds, never running backward within a store even when the
 * machine's clock does: then time stands still until the machine has caught up, and the log says
 * so. A clock that is wrong the other way cannot be taken back, so a command that would move the
 * store more than ::TC_CLOCK_JUMP_MS_MAX on is refused (::TC_E_CLOCK, from any command) unless the
 * host says that it is right (::TC_OPEN_CLOCK_JUMP, or a manual clock).
 * @retval TC_OK `now_ms` was written
 * @retval TC_E_INVALID NULL
 * @since 0.1
 */
TC_API int32_t tc_engine_clock(tc_engine *engine, int64_t *now_ms, tc_error *error);

/**
 * Move the clock of an engine opened with ::TC_OPEN_MANUAL_CLOCK. A time before the present one is
 * refused.
 * @retval TC_OK        the clock stands at `now_ms`
 * @retval TC_E_INVALID the clock is not manual, or would run backward; nothing changed
 * @retval TC_E_LIMIT   `now_ms` is after ::TC_TIME_MS_MAX; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_engine_set_clock(tc_engine *engine, int64_t now_ms, tc_error *error);

/** State of a store, for people and monitors. */
typedef struct tc_engine_stat {
    uint32_t size;              /**< sizeof(tc_engine_stat), by ::TC_ENGINE_STAT_INIT */
    uint32_t disk_format;       /**< number of the store's disk format */
    uint8_t store_id[16];       /**< random, made at creation */
    int64_t created_at_ms;      /**< when the store was made */
    int64_t clock_ms;           /**< the engine's clock at the last commit */
    uint64_t commits;           /**< commits since creation */
    uint64_t feed_next;         /**< sequence number the next event of record will get */
    uint64_t feed_oldest;       /**< oldest sequence number kept */
    uint64_t map_bytes;         /**< the most the store may grow to */
    uint64_t used_bytes;        /**< bytes in use, high-water mark */
    uint64_t file_bytes;        /**< size of the data file */
    uint32_t page_bytes;        /**< page size of the store */
    uint32_t readers;           /**< reader slots in use, all processes */
    uint32_t max_readers;       /**< reader slots there are */
    uint32_t snapshots;         /**< snapshots open on this handle */
    uint64_t oldest_reader_lag; /**< commits since the oldest snapshot's moment, all processes */
    uint64_t events;            /**< events ever made */
    uint64_t holds;             /**< holds ever made */
    uint64_t orders;            /**< orders ever made */
    uint64_t messages;          /**< messages ever queued */
    int64_t clock_behind_ms;    /**< how far the machine's clock is behind `clock_ms`; above 0: time
                                     stands still until it has caught up */
} tc_engine_stat;

/** Initialiser of a ::tc_engine_stat. */
#define TC_ENGINE_STAT_INIT                                                                        \
    { sizeof(tc_engine_stat), 0, {0}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Read the state of the store.
 * @retval TC_OK        `stat` was written
 * @retval TC_E_INVALID NULL or a wrong size
 * @since 0.1
 */
TC_API int32_t tc_engine_stat_get(tc_engine *engine, tc_engine_stat *stat, tc_error *error);

/**
 * Metrics as OpenMetrics 1.0 text, ending in "# EOF\n". Families whose names begin with
 * ticketcore_store_, ticketcore_payment_ or ticketcore_outbox_ are the store's, the same through
 * every handle; the others are this handle's, from its opening on.
 * @param engine   an open engine
 * @param buffer   caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity bytes of room, for the text and its NUL
 * @param[out] length bytes of the text without its NUL; written on success and on ::TC_E_BUFFER
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_BUFFER  the room is too small; `length` says what is needed
 * @retval TC_E_INVALID NULL
 * @since 0.1
 */
TC_API int32_t tc_engine_metrics(tc_engine *engine, char *buffer, size_t capacity, size_t *length,
                                 tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
