/* The tail: what commits have changed since the store below was last written, kept in memory as a
 * sorted list of records with their versions, so that readers of any moment see theirs while one
 * writer goes on. One thread writes at a time; readers take no lock. Used by store_log*.c only. */
#ifndef TCI_TAIL_H
#define TCI_TAIL_H

#include <stdatomic.h>

#include "base/arena.h"
#include "store/store.h"

#define TCI_TAIL_LEVELS 12

/* A record longer than a part of a page has pages of its own; a bit early, to be on the safe side.
 */
#define TCI_TAIL_PAGE_BYTES 4096u
#define TCI_TAIL_INLINE_MOST 1900u
#define TCI_TAIL_PAGE_HEAD 16u

/* What a commit made of a record. Never changes once a reader may see it. */
typedef struct tci_tail_version tci_tail_version;
struct tci_tail_version {
    tci_tail_version *older;
    tci_tail_version *waste; /* in the list of those taken back */
    uint64_t seq;            /* the commit that made it */
    uint32_t len;
    bool dropped;
    uint8_t bytes[];
};

typedef struct tci_tail_node tci_tail_node;
struct tci_tail_node {
    _Atomic(tci_tail_version *) newest;
    uint8_t key_len;
    uint8_t key[TCI_KEY_MAX];
    _Atomic(tci_tail_node *) next[]; /* as many as its level */
};

/* Version blocks of the common size, kept from one tail to the next. */
typedef struct tci_tail_pool {
    tci_tail_version *free;
    uint32_t count;
} tci_tail_pool;

typedef struct tci_tail {
    _Atomic(tci_tail_node *) heads[TCI_TAIL_LEVELS];
    tci_arena nodes;
    tci_tail_pool *pool;
    tci_tail_node **changed; /* by the commit in the making, in the order of its puts */
    size_t changed_count;
    size_t changed_capacity;
    tci_tail_version *undone; /* taken back; a reader may still be stepping over them */
    size_t node_count;
    size_t bytes; /* of versions, about */
    /* Of the newest versions, what they take in a store of pages: bytes within a page of several,
     * pages of their own, and those of records with more than one. */
    size_t inline_bytes;
    size_t large_pages;
    size_t larger_pages;
} tci_tail;

void tci_tail_pool_free(tci_tail_pool *pool);
int32_t tci_tail_new(tci_tail_pool *pool, tci_tail **tail);
/* With all its versions; no reader may be left. */
void tci_tail_free(tci_tail *tail);

/* The node of a key, or the first after it. */
tci_tail_node *tci_tail_seek(const tci_tail *tail, tci_slice key);
tci_tail_node *tci_tail_find(const tci_tail *tail, tci_slice key);
static inline int tci_tail_order(const tci_tail_node *node, tci_slice key) {
    return tci_slice_order(tci_slice_of(node->key, node->key_len), key);
}
static inline tci_tail_node *tci_tail_next(const tci_tail_node *node) {
    return atomic_load_explicit(&node->next[0], memory_order_acquire);
}
/* What a reader of that moment sees; NULL: nothing here, ask below. */
static inline const tci_tail_version *tci_tail_at(const tci_tail_node *node, uint64_t seq) {
    const tci_tail_version *version = atomic_load_explicit(&node->newest, memory_order_acquire);
    while (version && version->seq > seq) version = version->older;
    return version;
}

/* Writer: make a version of commit `seq`; `bytes` NULL: the record is dropped. Versions that no
 * reader from `oldest` on can see are given back. */
int32_t tci_tail_put(tci_tail *tail, tci_slice key, const void *bytes, size_t len, uint64_t seq,
                     uint64_t oldest);
/* Writer: take back what the commit in the making put. */
void tci_tail_undo(tci_tail *tail, uint64_t seq);
/* Writer: the commit is made. */
void tci_tail_settle(tci_tail *tail);

#endif
