/* Opening and closing: the store's format row and the handle's options. Must never touch a store
 * that was opened before a fork. */
#include <stdlib.h>

#include "engine/engine_internal.h"

static const char MAGIC[16] = "ticketcore store";

#define FORMAT_BYTES (16u + 4u + 4u + 16u + 32u + 8u)

typedef struct init_work {
    tc_engine *engine;
    tci_stage *stage;
} init_work;

/* Random bytes of a new store. With a manual clock and a seed of the caller's, both of them for
 * tests only, they repeat with the seed, so that two runs of one scenario make equal stores. */
static void new_store_bytes(const tc_engine *engine, const char *purpose, uint8_t *out,
                            size_t len) {
    if (!(engine->seeded && (engine->flags & TC_OPEN_MANUAL_CLOCK))) {
        tci_random(out, len);
        return;
    }
    uint8_t key[32] = {0};
    tci_store64(key, engine->fixed_seed);
    for (size_t at = 0; at < len; at += 16) {
        uint8_t hash[16];
        tci_keyed_hash(key, purpose, &at, sizeof at, hash);
        memcpy(out + at, hash, TCI_MIN(len - at, sizeof hash));
    }
}

/* The first transaction of a new store: who it is, and what the domain begins with. */
static int32_t fill_store(tci_txn *txn, void *user_data) {
    tc_engine *engine = ((init_work *)user_data)->engine;
    tci_stage *stage = ((init_work *)user_data)->stage;
    uint8_t row[FORMAT_BYTES] = {0};
    uint8_t seed[32];
    int64_t now_ms = tci_engine_now(engine);
    memcpy(row, MAGIC, sizeof MAGIC);
    tci_store32(row + 16, TC_DISK_FORMAT);
    new_store_bytes(engine, "store", row + 24, 48);
    tci_store_i64(row + 72, now_ms);
    new_store_bytes(engine, "keys", seed, sizeof seed);
    tci_view_begin(stage->view, txn, true);
    tci_events_begin(stage);
    tci_key key = tci_key_of(0, TCI_SPACE_FORMAT);
    tci_row_put(stage->view, &key, tci_slice_of(row, sizeof row));
    tci_slot_set(stage->view, 0, TCI_SLOT_CLOCK, (uint64_t)now_ms);
    tci_slot_set(stage->view, 0, TCI_SLOT_REQUEST_SINCE, (uint64_t)TCI_MAX(now_ms, 1));
    tci_ctx ctx = {.view = stage->view, .arena = &stage->arena, .events = &stage->events};
    ctx.now_ms = now_ms;
    for (size_t i = 0; engine->domain->inits[i]; i++) engine->domain->inits[i](&ctx, seed);
    int32_t code = tci_events_put(stage, now_ms, 0);
    if (code == TC_OK) code = tci_view_flush(stage->view);
    tci_view_end(stage->view);
    tci_arena_clear(&stage->arena);
    return code;
}

static int32_t judge_format(tc_engine *engine, tci_view *view, tc_error *error) {
    tci_key key = tci_key_of(0, TCI_SPACE_FORMAT);
    tci_slice row;
    if (!tci_row_get(view, &key, &row)) {
        int32_t code = tci_view_status(view);
        if (code != TC_OK) return tci_fail(error, code, "path", NULL);
        return tci_fail(error, TC_E_NOT_A_STORE, "path",
                        "the database has no ticketcore format row");
    }
    const uint8_t *at = row.data;
    if (row.len < FORMAT_BYTES || memcmp(at, MAGIC, sizeof MAGIC) != 0)
        return tci_fail(error, TC_E_NOT_A_STORE, "path", "the format row is not ticketcore's");
    engine->disk_format = tci_load32(at + 16);
    if (engine->disk_format > TC_DISK_FORMAT)
        return tci_fail(error, TC_E_FORMAT_NEWER, "path",
                        "the store has disk format %u; this library knows up to %d",
                        engine->disk_format, TC_DISK_FORMAT);
    if (engine->disk_format == 0)
        return tci_fail(error, TC_E_FORMAT_FOREIGN, "path", "the store has disk format 0");
    memcpy(engine->store_id, at + 24, 16);
    memcpy(engine->hash_key, at + 40, 32);
    engine->created_at_ms = tci_load_i64(at + 72);
    tci_head_must(view);
    tci_clock_open(engine, (int64_t)tci_slot_get(view, 0, TCI_SLOT_CLOCK));
    atomic_store(&engine->last_commit, tci_slot_get(view, 0, TCI_SLOT_BATCH));
    int32_t code = tci_view_status(view);
    return code == TC_OK ? TC_OK : tci_fail(error, code, "path", NULL);
}

static int32_t read_format(tc_engine *engine, tc_error *error) {
    tci_txn *txn;
    int32_t code = tci_store_begin(engine->store, TCI_TXN_READ, &txn);
    if (code != TC_OK) return tci_fail(error, code, "path", NULL);
    tci_view *view = engine->stage.view;
    tci_view_begin(view, txn, false);
    code = judge_format(engine, view, error);
    tci_view_end(view);
    tci_txn_abort(txn);
    return code;
}

static int32_t check_options(const tc_engine_options *options, tc_error *error) {
    const uint32_t known = TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE | TC_OPEN_READ_ONLY |
                           TC_OPEN_RELAXED | TC_OPEN_MEMORY | TC_OPEN_MANUAL_CLOCK |
                           TC_OPEN_CLOCK_JUMP;
    if (options->flags & ~known)
        return tci_fail(error, TC_E_INVALID, "flags", "flags has unknown bits 0x%x",
                        options->flags & ~known);
    if ((options->flags & TC_OPEN_READ_ONLY) &&
        (options->flags & (TC_OPEN_CREATE | TC_OPEN_MEMORY)))
        return tci_fail(error, TC_E_INVALID, "flags",
                        "TC_OPEN_READ_ONLY does not go with TC_OPEN_CREATE or TC_OPEN_MEMORY");
    if ((options->flags & TC_OPEN_EXCLUSIVE) && !(options->flags & TC_OPEN_CREATE))
        return tci_fail(error, TC_E_INVALID, "flags", "TC_OPEN_EXCLUSIVE needs TC_OPEN_CREATE");
    if (options->batch_max > TC_BATCH_MAX)
        return tci_fail(error, TC_E_LIMIT, "batch_max", "batch_max may be at most %d",
                        TC_BATCH_MAX);
    if (options->queue_depth > TC_QUEUE_MAX)
        return tci_fail(error, TC_E_LIMIT, "queue_depth", "queue_depth may be at most %d",
                        TC_QUEUE_MAX);
    if (options->clock_ms < 0)
        return tci_fail(error, TC_E_INVALID, "clock_ms", "clock_ms may not be before 1970");
    if (options->clock_ms > TC_TIME_MS_MAX)
        return tci_fail(error, TC_E_LIMIT, "clock_ms", "clock_ms may be at most %lld (year 9999)",
                        (long long)TC_TIME_MS_MAX);
    if (options->map_bytes && options->map_bytes < 1024 * 1024)
        return tci_fail(error, TC_E_INVALID, "map_bytes", "map_bytes may not be under 1 MiB");
    if (options->log_level < 0 || options->log_level > TC_LOG_DEBUG)
        return tci_fail(error, TC_E_INVALID, "log_level", "log_level must be 0 … %d", TC_LOG_DEBUG);
    return TC_OK;
}

static void take_options(tc_engine *engine, const tc_engine_options *options) {
    engine->flags = options->flags;
    engine->batch_max = options->batch_max ? options->batch_max : 4096;
    engine->queue_depth = options->queue_depth ? options->queue_depth : 65536;
    engine->log_level = options->log_level ? options->log_level : TC_LOG_WARN;
    engine->log = options->log;
    engine->log_user_data = options->log_user_data;
    engine->fixed_seed = options->seed;
    engine->seeded = options->seed != 0;
    if (!options->seed) tci_random(&engine->fixed_seed, sizeof engine->fixed_seed);
    atomic_store(&engine->manual_ms, options->clock_ms);
    atomic_store(&engine->clock_trusted, true); /* until a store says otherwise */
    engine->fork_generation = tci_store_fork_generation();
}

static int32_t open_store(tc_engine *engine, const char *path, const tc_engine_options *options,
                          tc_error *error) {
    init_work work = {engine, &engine->stage};
    tci_store_config config = {.path = path,
                               .map_bytes = options->map_bytes,
                               .max_readers = options->max_readers,
                               .create = (options->flags & TC_OPEN_CREATE) != 0,
                               .exclusive = (options->flags & TC_OPEN_EXCLUSIVE) != 0,
                               .read_only = (options->flags & TC_OPEN_READ_ONLY) != 0,
                               .init = fill_store,
                               .user_data = &work};
    if (options->flags & TC_OPEN_MEMORY) return tci_store_open_mem(&config, &engine->store, error);
    return tci_store_open_lmdb(&config, &engine->store, error);
}

static void engine_free(tc_engine *engine) {
    tci_snapshots_free(engine);
    if (engine->store) tci_store_close(engine->store);
    tci_writer_end(engine);
    pthread_mutex_destroy(&engine->commit_lock);
    pthread_cond_destroy(&engine->commit_wake);
    pthread_mutex_destroy(&engine->snapshot_lock);
    free(engine);
}

int32_t tci_engine_open(const char *path, const tc_engine_options *options,
                        const tci_domain *domain, tc_engine **engine, tc_error *error) {
    int32_t code = check_options(options, error);
    if (code != TC_OK) return code;
    if (!tci_secret_begin())
        return tci_fail(error, TC_E_UNSUPPORTED, NULL, "no source of randomness");
    tc_engine *made = calloc(1, sizeof *made);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    made->domain = domain;
    take_options(made, options);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&made->commit_lock, NULL);
    pthread_cond_init(&made->commit_wake, &monotonic);
    pthread_condattr_destroy(&monotonic);
    pthread_mutex_init(&made->snapshot_lock, NULL);
    code = tci_writer_begin(made);
    if (code != TC_OK) tci_fail(error, code, NULL, NULL);
    else code = open_store(made, path, options, error);
    if (code == TC_OK) code = read_format(made, error);
    if (code != TC_OK) {
        engine_free(made);
        return code;
    }
    tci_engine_log(made, TC_LOG_INFO, "engine", "opened, commit %llu",
                   (unsigned long long)atomic_load(&made->last_commit));
    *engine = made;
    return TC_OK;
}

int32_t tci_engine_close(tc_engine *engine, tc_error *error) {
    if (!engine) return TC_OK;
    if (engine->fork_generation != tci_store_fork_generation()) {
        /* The child of a fork: the parent's locks and threads are not ours to touch. */
        tci_store_close(engine->store);
        free(engine);
        return TC_OK;
    }
    if (atomic_load(&engine->children) != 0)
        return tci_fail(error, TC_E_BUSY, "engine", "%d snapshots or queues are open",
                        atomic_load(&engine->children));
    tci_engine_log(engine, TC_LOG_INFO, "engine", "closed");
    engine_free(engine);
    return TC_OK;
}

int32_t tci_engine_copy(tc_engine *engine, const char *path, bool compact, tc_error *error) {
    return tci_store_copy(engine->store, path, compact, error);
}

int32_t tci_engine_check(tc_engine *engine, tci_store_damage *damage) {
    const tci_store_ops *ops = engine->store->ops;
    return ops->check ? ops->check(engine->store, damage) : TC_OK;
}
