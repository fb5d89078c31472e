/* Care of an open LMDB environment: error codes, the gate that lets the map change only while no
 * transaction is open, what a failed commit means, reader slots, numbers. Must never hold the gate
 * while calling into LMDB for long. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>

#include "store/store_lmdb_internal.h"

/* Stat counts the free pages from this part of the map on, and where they are few anyway. */
#define COUNT_FREE_PERCENT 50u
#define COUNT_FREE_BYTES (UINT64_C(64) << 20)

static const struct {
    int rc;
    int32_t code;
} CODES[] = {
    {MDB_SUCCESS, TC_OK},
    {MDB_NOTFOUND, TCI_ABSENT},
    {MDB_MAP_FULL, TC_E_STORE_FULL},
    {MDB_TXN_FULL, TC_E_LIMIT},
    {MDB_READERS_FULL, TC_E_READERS_FULL},
    {MDB_MAP_RESIZED, TC_E_BUSY},
    {MDB_PANIC, TC_E_POISONED},
    {MDB_CORRUPTED, TC_E_CORRUPT},
    {MDB_PAGE_NOTFOUND, TC_E_CORRUPT},
    {MDB_CURSOR_FULL, TC_E_CORRUPT},
    {MDB_INCOMPATIBLE, TC_E_CORRUPT},
    {MDB_INVALID, TC_E_FORMAT_FOREIGN},
    {MDB_VERSION_MISMATCH, TC_E_FORMAT_FOREIGN},
    {ENOMEM, TC_E_NOMEM},
    {EACCES, TC_E_PERMISSION},
    {EPERM, TC_E_PERMISSION},
    {EROFS, TC_E_READ_ONLY},
    {ENOSPC, TC_E_STORE_FULL},
    {EDQUOT, TC_E_STORE_FULL},
    {EFBIG, TC_E_STORE_FULL},
    {EAGAIN, TC_E_LOCKED},
    {EDEADLK, TC_E_LOCKED},
    {ENOLCK, TC_E_LOCKED},
    {ENOENT, TC_E_NO_STORE},
    {ENOTDIR, TC_E_NOT_A_STORE},
    {ELOOP, TC_E_NOT_A_STORE},
    {ENAMETOOLONG, TC_E_LIMIT},
};

int32_t tci_lmdb_code(int rc) {
    for (size_t i = 0; i < TCI_COUNT(CODES); i++)
        if (CODES[i].rc == rc) return CODES[i].code;
    return TC_E_IO;
}

void tci_lmdb_gate_enter(tci_lmdb_env *env, tci_lmdb_txn **idle) {
    pthread_mutex_lock(&env->gate);
    while (env->resizing) pthread_cond_wait(&env->gate_moved, &env->gate);
    env->active++;
    if (idle && (*idle = env->idle)) {
        env->idle = (*idle)->next;
        env->idle_count--;
    }
    pthread_mutex_unlock(&env->gate);
}

tci_lmdb_txn *tci_lmdb_gate_leave(tci_lmdb_env *env, tci_lmdb_txn *back) {
    pthread_mutex_lock(&env->gate);
    TCI_ASSERT(env->active > 0);
    env->active--;
    if (back && env->idle_count < env->idle_max) {
        back->next = env->idle;
        env->idle = back;
        env->idle_count++;
        back = NULL;
    }
    if (env->resizing && env->active == 0) pthread_cond_broadcast(&env->gate_moved);
    pthread_mutex_unlock(&env->gate);
    return back;
}

/* Under the gate, with no transaction open. Other processes may have asked for more than we; we
 * keep at least what we asked for. */
static int take_map(tci_lmdb_env *env) {
    MDB_envinfo info;
    int rc = mdb_env_set_mapsize(env->env, 0);
    if (rc == MDB_SUCCESS) rc = mdb_env_info(env->env, &info);
    if (rc == MDB_SUCCESS && info.me_mapsize < env->map_bytes)
        rc = mdb_env_set_mapsize(env->env, (size_t)env->map_bytes);
    return rc;
}

int32_t tci_lmdb_adopt_map(tci_lmdb_env *env, uint32_t wait_ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += (time_t)(wait_ms / 1000);
    pthread_mutex_lock(&env->gate);
    while (env->resizing) pthread_cond_wait(&env->gate_moved, &env->gate);
    env->resizing = true;
    int waited = wait_ms == 0;
    while (env->active > 0 && waited == 0)
        waited = pthread_cond_timedwait(&env->gate_moved, &env->gate, &until);
    int32_t code = env->active > 0 ? TC_E_BUSY : tci_lmdb_code(take_map(env));
    env->resizing = false;
    pthread_cond_broadcast(&env->gate_moved);
    pthread_mutex_unlock(&env->gate);
    return code;
}

int32_t tci_lmdb_usable(const tci_lmdb_store *store) {
    if (store->fork_generation != tci_store_fork_generation()) return TC_E_FORKED;
    return atomic_load_explicit(&store->env->poison, memory_order_acquire);
}

void tci_lmdb_poison(tci_lmdb_env *env) {
    atomic_store_explicit(&env->poison, TC_E_POISONED, memory_order_release);
}

/* LMDB marks the environment when the write of a meta page failed, and only then; the mark shows in
 * that no transaction can be begun any more. Every other failure of a commit comes before the meta
 * page is touched, so nothing of it can be seen, now or after a crash. */
static bool meta_write_failed(tci_lmdb_env *env) {
    MDB_txn *txn;
    tci_lmdb_gate_enter(env, NULL);
    int rc = mdb_txn_begin(env->env, NULL, 0, &txn);
    if (rc == MDB_SUCCESS) mdb_txn_abort(txn);
    tci_lmdb_txn *extra = tci_lmdb_gate_leave(env, NULL);
    TCI_ASSERT(extra == NULL);
    return rc != MDB_SUCCESS && rc != MDB_MAP_RESIZED;
}

/* LMDB answers EIO for a write that a full disk cut short: is the disk full, or this process's file
 * size limit near? */
static bool no_room_left(tci_lmdb_env *env) {
    const uint64_t little = 1024u * 1024u;
    int fd;
    struct statvfs fs;
    struct stat file;
    struct rlimit limit;
    if (mdb_env_get_fd(env->env, &fd) != MDB_SUCCESS) return false;
    if (fstatvfs(fd, &fs) == 0 && (uint64_t)fs.f_bavail * fs.f_frsize < little) return true;
    return fstat(fd, &file) == 0 && getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
           limit.rlim_cur != RLIM_INFINITY && (uint64_t)file.st_size + little > limit.rlim_cur;
}

int32_t tci_lmdb_judge_commit(tci_lmdb_env *env, int rc) {
    int32_t code = tci_lmdb_code(rc);
    bool clean = !meta_write_failed(env);
    if (clean && rc == EIO && no_room_left(env)) code = TC_E_STORE_FULL;
    if (clean && (code == TC_E_STORE_FULL || code == TC_E_NOMEM || code == TC_E_LIMIT)) {
        if (code == TC_E_STORE_FULL) (void)mdb_reader_check(env->env, NULL);
        return code;
    }
    /* An I/O error before the meta page lost nothing either, but what the kernel dropped from its
     * cache is not known: whoever goes on must read the disk again. */
    tci_lmdb_poison(env);
    return TC_E_OUTCOME_UNKNOWN;
}

typedef struct reader_count {
    uint32_t slots;
    uint32_t oldest_pid;
    uint64_t oldest; /* UINT64_MAX: none reads */
} reader_count;

/* One line a reader slot: pid, thread, txn id; "-" instead of the id when it reads nothing. */
static int count_reader(const char *line, void *user_data) {
    reader_count *count = user_data;
    char *at;
    long pid = strtol(line, &at, 10);
    if (pid <= 0 || at == line) return 0; /* the heading, or "no readers" */
    count->slots++;
    (void)strtoull(at, &at, 16);
    char *end;
    unsigned long long id = strtoull(at, &end, 10);
    if (end != at && id < count->oldest) {
        count->oldest = id;
        count->oldest_pid = (uint32_t)pid;
    }
    return 0;
}

/* The free list is itself a database, number 0: by the commit that freed them, a count of pages and
 * then their numbers. LMDB uses again what was freed before the oldest reader's moment. */
static void count_free(MDB_txn *txn, uint64_t oldest, tci_store_stat *stat) {
    MDB_cursor *cursor;
    MDB_val key, data;
    if (mdb_cursor_open(txn, 0, &cursor) != MDB_SUCCESS) return;
    while (mdb_cursor_get(cursor, &key, &data, MDB_NEXT) == MDB_SUCCESS) {
        size_t count, id;
        if (data.mv_size < sizeof count || key.mv_size != sizeof id) break;
        memcpy(&count, data.mv_data, sizeof count);
        memcpy(&id, key.mv_data, sizeof id);
        stat->free_pages += count;
        if (id >= oldest) stat->waiting_pages += count;
    }
    mdb_cursor_close(cursor);
}

static int32_t stat_in_txn(tci_lmdb_env *env, MDB_txn *txn, tci_store_stat *stat) {
    MDB_envinfo info;
    MDB_stat tree;
    struct stat file;
    reader_count readers = {0, 0, UINT64_MAX};
    int fd;
    int rc = mdb_env_info(env->env, &info);
    if (rc == MDB_SUCCESS) rc = mdb_stat(txn, env->dbi, &tree);
    if (rc == MDB_SUCCESS) rc = mdb_env_get_fd(env->env, &fd);
    if (rc == MDB_SUCCESS && fstat(fd, &file) != 0) rc = errno;
    if (rc == MDB_SUCCESS && mdb_reader_list(env->env, count_reader, &readers) < 0) rc = EIO;
    if (rc != MDB_SUCCESS) return tci_lmdb_code(rc);
    stat->last_txn_id = info.me_last_txnid;
    stat->map_bytes = info.me_mapsize;
    stat->page_bytes = tree.ms_psize;
    stat->tree_depth = tree.ms_depth;
    stat->tree_pages = tree.ms_branch_pages + tree.ms_leaf_pages;
    stat->used_bytes = ((uint64_t)info.me_last_pgno + 1) * tree.ms_psize;
    stat->file_bytes = (uint64_t)file.st_size;
    stat->readers = readers.slots;
    stat->max_readers = info.me_maxreaders;
    if (readers.oldest < info.me_last_txnid) {
        stat->oldest_reader_lag = info.me_last_txnid - readers.oldest;
        stat->oldest_reader_pid = readers.oldest_pid;
    }
    if (stat->used_bytes <= COUNT_FREE_BYTES ||
        stat->used_bytes / COUNT_FREE_PERCENT >= stat->map_bytes / 100)
        count_free(txn, readers.oldest, stat);
    return TC_OK;
}

int32_t tci_lmdb_stat(tci_store *base, tci_store_stat *stat) {
    tci_txn *txn;
    int32_t code = base->ops->begin(base, TCI_TXN_READ, &txn);
    if (code != TC_OK) return code;
    tci_store_stat answer = {0};
    code = stat_in_txn(((tci_lmdb_store *)base)->env, ((tci_lmdb_txn *)txn)->txn, &answer);
    base->ops->abort(txn);
    if (code == TC_OK) *stat = answer;
    return code;
}

int32_t tci_lmdb_check_readers(tci_store *base, uint32_t *cleared) {
    tci_lmdb_store *store = (tci_lmdb_store *)base;
    int32_t code = tci_lmdb_usable(store);
    if (code != TC_OK) return code;
    int dead = 0;
    code = tci_lmdb_code(mdb_reader_check(store->env->env, &dead));
    if (code == TC_OK && cleared) *cleared = (uint32_t)dead;
    return code;
}
