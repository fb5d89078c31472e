/* Knowing what other handles and processes have done: taking over their folds, playing their frames
 * into the tail. Under the store's lock; a writer has the store below for itself besides. Must
 * never show a reader what is not published. */
#include <stdlib.h>

#include "store/space.h"
#include "store/store_log_internal.h"

/* Not one of anybody's above: partition 0, a space of its own. */
static const uint8_t STATE_KEY[9] = {0, 0, 0, 0, 0, 0, 0, 0, TCI_SPACE_LOG};
#define STATE_BYTES 48
#define STATE_VERSION 1u
#define STATE_ATTACHED 1u

bool tci_log_state_is(tci_slice key) {
    return key.len == sizeof STATE_KEY && memcmp(key.data, STATE_KEY, sizeof STATE_KEY) == 0;
}

int32_t tci_log_state_get(tci_txn *below, log_state *state) {
    tci_slice value;
    int32_t code = tci_txn_get(below, tci_slice_of(STATE_KEY, sizeof STATE_KEY), &value);
    if (code != TC_OK) return code;
    const uint8_t *at = value.data;
    if (value.len != STATE_BYTES || tci_load64(at) != tci_checksum(at + 8, STATE_BYTES - 8, 0) ||
        tci_load32(at + 8) != STATE_VERSION)
        return TC_E_CORRUPT;
    memcpy(state->id, at + 16, TCI_LOG_ID_BYTES);
    state->seq = tci_load64(at + 32);
    state->chain = tci_load64(at + 40);
    state->attached = (tci_load32(at + 12) & STATE_ATTACHED) != 0;
    return TC_OK;
}

int32_t tci_log_state_put(tci_txn *below, const log_state *state) {
    uint8_t row[STATE_BYTES] = {0};
    tci_store32(row + 8, STATE_VERSION);
    tci_store32(row + 12, state->attached ? STATE_ATTACHED : 0);
    memcpy(row + 16, state->id, TCI_LOG_ID_BYTES);
    tci_store64(row + 32, state->seq);
    tci_store64(row + 40, state->chain);
    tci_store64(row, tci_checksum(row + 8, STATE_BYTES - 8, 0));
    return tci_txn_put(below, tci_slice_of(STATE_KEY, sizeof STATE_KEY),
                       tci_slice_of(row, sizeof row));
}

log_epoch *tci_log_epoch_new(log_store *store, uint64_t base_txn, uint64_t base_seq) {
    log_epoch *made = calloc(1, sizeof *made);
    if (!made || tci_tail_new(&store->pool, &made->tail) != TC_OK) {
        free(made);
        return NULL;
    }
    made->base_txn = base_txn;
    made->base_seq = base_seq;
    made->refs = 1;
    return made;
}

void tci_log_epoch_set(log_store *store, log_epoch *epoch) {
    log_epoch *before = store->epoch;
    store->epoch = epoch;
    memset(&store->below_stat, 0, sizeof store->below_stat);
    store->fold_pages = 0;
    if (epoch) (void)tci_store_stat_get(store->below, &store->below_stat);
    if (!before) return;
    before->next = store->past;
    store->past = before;
    tci_log_epoch_leave(store, before);
}

/* The memory waits for the writer, whose pool it goes to. */
void tci_log_epoch_leave(log_store *store, log_epoch *epoch) {
    TCI_ASSERT(epoch->refs > 0);
    if (--epoch->refs > 0) return;
    log_epoch **at = &store->past;
    while (*at != epoch) at = &(*at)->next;
    *at = epoch->next;
    epoch->next = store->retired;
    store->retired = epoch;
}

void tci_log_free_retired(log_store *store) {
    while (store->retired) {
        log_epoch *epoch = store->retired;
        store->retired = epoch->next;
        tci_tail_free(epoch->tail);
        free(epoch);
    }
}

/* The log's file, once the store below says that there is one. */
static int32_t open_file(log_store *store, const log_state *state) {
    if (store->file.fd >= 0) {
        if (memcmp(store->file.id, state->id, TCI_LOG_ID_BYTES) == 0) return TC_OK;
        tci_log_file_close(&store->file); /* one we made, and nobody refers to */
    }
    int32_t code = tci_log_file_open(&store->file, store->path, store->read_only);
    if (code == TCI_ABSENT) return TC_E_CORRUPT; /* what was acknowledged may have been in it */
    if (code == TC_OK && memcmp(store->file.id, state->id, TCI_LOG_ID_BYTES) != 0)
        code = TC_E_CORRUPT;
    return code;
}

/* Begin at a fold. */
static int32_t take_over(log_store *store, tci_txn *below, uint64_t base_txn) {
    log_state state = {.seq = base_txn}; /* without a log, commits are counted below */
    int32_t code = tci_log_state_get(below, &state);
    if (code == TC_OK && state.attached) code = open_file(store, &state);
    if (code != TC_OK && code != TCI_ABSENT) return code;
    log_epoch *epoch = tci_log_epoch_new(store, base_txn, state.seq);
    if (!epoch) return TC_E_NOMEM;
    tci_log_epoch_set(store, epoch);
    store->logged = code == TC_OK && state.attached;
    store->end = (tci_log_at){state.seq, state.chain, TCI_LOG_BEGIN};
    return TC_OK;
}

static int32_t play_one(log_store *store, tci_txn *below, const tci_change *change, uint64_t seq) {
    tci_tail *tail = store->epoch->tail;
    uint64_t horizon = store->epoch->oldest ? store->epoch->oldest->seq : seq - 1;
    if (change->kind == TCI_CHANGE_DROP)
        return tci_tail_put(tail, change->key, NULL, 0, seq, horizon);
    const tci_tail_node *node = tci_tail_find(tail, change->key);
    const tci_tail_version *version = node ? tci_tail_at(node, seq) : NULL;
    tci_slice before = {NULL, 0};
    int32_t code = TCI_ABSENT;
    if (version && !version->dropped) before = tci_slice_of(version->bytes, version->len);
    else if (!version) code = tci_txn_get(below, change->key, &before);
    if (code < 0) return code;
    if (store->room_bytes < change->len) {
        uint8_t *room = realloc(store->room, change->len);
        if (!room) return TC_E_NOMEM;
        store->room = room;
        store->room_bytes = change->len;
    }
    /* A record of another length was written over as if there had been none. */
    if (before.len != change->len) before = tci_slice_of(NULL, 0);
    if (change->len && !tci_frame_make(change, before, store->room)) return TC_E_CORRUPT;
    const void *bytes = change->len ? store->room : (const void *)"";
    return tci_tail_put(tail, change->key, bytes, change->len, seq, horizon);
}

static int32_t play(log_store *store, tci_txn *below, tci_slice payload, uint64_t seq) {
    tci_reader reader = tci_reader_of(payload);
    tci_change change;
    int32_t code = TC_OK;
    while (code == TC_OK && tci_frame_next(&reader, &change))
        code = play_one(store, below, &change, seq);
    if (code == TC_OK && reader.failed) code = TC_E_CORRUPT;
    if (code == TC_OK) tci_tail_settle(store->epoch->tail);
    else tci_tail_undo(store->epoch->tail, seq);
    store->fold_pages = tci_log_fold_pages(store, store->epoch->tail);
    return code;
}

/* Play frames up to `last`. TCI_ABSENT: the log ends before. */
static int32_t play_up_to(log_store *store, tci_txn *below, uint64_t last) {
    int32_t code = TC_OK;
    while (code == TC_OK && store->end.seq < last) {
        tci_log_at at = store->end;
        tci_slice payload;
        uint32_t flags;
        code = tci_log_file_read(&store->file, &at, &payload, &flags);
        if (code == TC_OK) code = play(store, below, payload, at.seq);
        if (code != TC_OK) break;
        store->end = at;
        store->wrote_last = false;
        if (flags & TCI_FRAME_RELAXED) store->unsettled = true;
    }
    return code;
}

/* All that is there. Frames nobody published are a dead writer's: from here on they count, so they
 * are flushed first. */
static int32_t recover(log_store *store, tci_txn *below) {
    bool beyond = false;
    uint64_t published = atomic_load(store->file.published);
    int32_t code = play_up_to(store, below, UINT64_MAX);
    if (code != TCI_ABSENT) return code;
    if (store->end.seq == published) return TC_OK;
    code = tci_log_file_beyond(&store->file, &store->end, &beyond);
    if (code == TC_OK && beyond) code = TC_E_CORRUPT;
    if (code == TC_OK) code = tci_log_file_flush(&store->file);
    if (code != TC_OK) return code;
    store->unsettled = false;
    atomic_store(store->file.published, store->end.seq);
    return TC_OK;
}

/* Nobody writes, as far as can be known here, or somebody does and publishes. A frame that does not
 * follow although later ones were settled is damaged, unless a fold let the log begin again. */
static int32_t recover_reading(log_store *store, tci_txn *below, uint64_t base_txn) {
    bool beyond = true;
    store->seen = store->file.published ? atomic_load(store->file.published) : 0;
    for (uint64_t before = 0; beyond;) {
        int32_t code = play_up_to(store, below, UINT64_MAX);
        if (code == TCI_ABSENT) code = tci_log_file_beyond(&store->file, &store->end, &beyond);
        if (code != TC_OK) return code;
        if (beyond && before == store->end.seq) break;
        before = store->end.seq;
    }
    if (!beyond) return TC_OK;
    if (store->suspect == base_txn) return TC_E_CORRUPT;
    store->suspect = base_txn;
    tci_log_epoch_set(store, NULL);
    return TCI_ABSENT;
}

int32_t tci_log_follow(log_store *store, tci_txn *below, uint64_t base_txn, bool writer) {
    bool fresh = !store->epoch;
    if (!fresh && base_txn < store->epoch->base_txn) return TCI_ABSENT;
    if (fresh || base_txn > store->epoch->base_txn) {
        int32_t code = take_over(store, below, base_txn);
        if (code != TC_OK) return code;
    }
    if (!store->logged) return TC_OK;
    if (writer) return recover(store, below);
    if (fresh || !store->file.published) return recover_reading(store, below, base_txn);
    uint64_t published = atomic_load_explicit(store->file.published, memory_order_acquire);
    if (store->end.seq >= published || published == store->seen) return TC_OK;
    return play_up_to(store, below, published);
}
