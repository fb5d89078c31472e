/**
 * @file care.h
 * @brief Keeping a store well: proving its invariants, copying it while it works, and carrying it
 * from one disk format to another as text.
 */
#ifndef TICKETCORE_CARE_H
#define TICKETCORE_CARE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** One thing that is wrong with a store. */
typedef struct tc_fault {
    char what[24]; /**< a word for the kind: "checksum", "seat", "hold", "counter", "ledger" … */
    char sentence[200]; /**< what is wrong, naming the record */
    uint64_t event;     /**< event of the record, 0: none */
    uint64_t subject;   /**< number of the record */
} tc_fault;

/** What a verification found. `faults` may point at room of the caller's. */
typedef struct tc_verify_report {
    uint32_t size;            /**< sizeof(tc_verify_report), by ::TC_VERIFY_REPORT_INIT */
    uint32_t faults_capacity; /**< entries `faults` has room for */
    tc_fault *faults;         /**< caller's room; may be NULL when faults_capacity is 0 */
    uint64_t faults_count;    /**< faults there are; as many as fit are written */
    uint64_t records;         /**< records whose checksum was recomputed */
    uint64_t facts;           /**< invariants looked at */
    uint64_t commit;          /**< number of the commit that was verified */
} tc_verify_report;

/** Initialiser of a ::tc_verify_report. */
#define TC_VERIFY_REPORT_INIT                                                                      \
    { sizeof(tc_verify_report), 0, NULL, 0, 0, 0, 0 }

/**
 * Walk the whole store of one moment and prove its invariants: every page of the data file in use
 * once or free once; every checksum; every seat in one state with one owner; counters equal to what
 * they count; every index both ways; money summing to zero; tickets, orders and payments agreeing
 * with each other.
 * @param snapshot the moment to verify; other threads and processes may go on writing
 * @param[in,out] report room in, findings out; written on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        the walk was completed; the store is sound when `faults_count` is 0
 * @retval TC_E_IO      the store could not be read; `report` is untouched
 * @retval TC_E_INVALID NULL or a wrong size
 * @retval TC_E_NOMEM   memory is out; `report` is untouched
 * @since 0.1
 */
TC_API int32_t tc_verify(tc_snapshot *snapshot, tc_verify_report *report, tc_error *error);

/** Flags of tc_backup(). */
typedef enum tc_backup_flag {
    TC_BACKUP_COMPACT = 1 /**< leave free pages out: slower, smaller */
} tc_backup_flag;

/**
 * Copy the newest commit into a new store while others go on writing. The copy is durable and whole
 * when the call returns, or not there at all.
 * @param engine an open engine of a store on disk
 * @param path   folder of the copy; must not exist
 * @param flags  ::tc_backup_flag values, or-ed
 * @param error  may be NULL; written only on failure
 * @retval TC_OK             the copy opens as a store of its own
 * @retval TC_E_STORE_EXISTS there is something at `path`; it is left as it is
 * @retval TC_E_STORE_FULL   no room; nothing is left behind
 * @retval TC_E_UNSUPPORTED  the engine keeps its store in memory
 * @retval TC_E_IO           reading or writing failed; nothing is left behind, or the whole copy
 * when only its very last flush failed
 * @since 0.1
 */
TC_API int32_t tc_backup(tc_engine *engine, const char *path, uint32_t flags, tc_error *error);

/**
 * Write a snapshot as newline-delimited JSON, one record a line, every field by name: readable by
 * any later disk format. Contains secrets' hashes and signing keys: keep it as safe as the store.
 * @param snapshot the moment to write
 * @param fd       open file descriptor, written from its present position; not closed or synced
 * @param[out] records lines written; may be NULL
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        all was written
 * @retval TC_E_IO      writing failed (the sentence has the reason)
 * @retval TC_E_INVALID NULL or a bad descriptor
 * @since 0.1
 */
TC_API int32_t tc_dump(tc_snapshot *snapshot, int fd, uint64_t *records, tc_error *error);

/**
 * Make a new store from what tc_dump() wrote. The store appears whole or not at all. A process that
 * dies meanwhile leaves a folder `path`.loading-…, which the next load to `path` clears away.
 * @param path  folder of the new store; must not exist
 * @param fd    open file descriptor, read to its end; not closed
 * @param[out] records lines read; may be NULL
 * @param error may be NULL; written only on failure; `line` says where
 * @retval TC_OK             the store is there and verified
 * @retval TC_E_PARSE        a line is malformed, or the dump is not complete; nothing is left
 * behind
 * @retval TC_E_STORE_EXISTS there is something at `path`; it is left as it is
 * @retval TC_E_NO_STORE     the folder that is to hold `path` is missing
 * @retval TC_E_STORE_FULL   no room; nothing is left behind
 * @retval TC_E_FORMAT_NEWER the dump was written by a newer library; nothing is left behind
 * @retval TC_E_IO           reading or writing failed; nothing is left behind, or the whole store
 * when only its very last flush failed
 * @since 0.1
 */
TC_API int32_t tc_load(const char *path, int fd, uint64_t *records, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
