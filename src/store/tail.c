/* The tail's sorted list (a skip list: one writer, readers without locks) and the life of versions.
 * Called by store_log*.c. Must never change what a reader may be looking at. */
#include "store/tail.h"

#include <stdlib.h>

#include "base/checksum.h"

/* Versions up to this long, packed pages above all, come from the pool. */
#define POOLED_BYTES 4096u
#define POOLED_LEAST 2048u
#define POOL_MAX 16384u

static bool is_pooled(size_t len) {
    return len >= POOLED_LEAST && len <= POOLED_BYTES;
}

static tci_tail_version *version_new(tci_tail *tail, size_t len) {
    tci_tail_pool *pool = tail->pool;
    tci_tail_version *made = pool->free;
    if (is_pooled(len) && made) {
        pool->free = made->older;
        pool->count--;
    } else {
        made = malloc(sizeof *made + (is_pooled(len) ? POOLED_BYTES : len));
    }
    if (!made) return NULL;
    made->len = (uint32_t)len;
    tail->bytes += sizeof *made + len;
    return made;
}

static void version_give(tci_tail *tail, tci_tail_version *version) {
    tci_tail_pool *pool = tail->pool;
    tail->bytes -= sizeof *version + version->len;
    if (!is_pooled(version->len) || pool->count == POOL_MAX) {
        free(version);
        return;
    }
    version->older = pool->free;
    pool->free = version;
    pool->count++;
}

static void versions_give(tci_tail *tail, tci_tail_version *version) {
    while (version) {
        tci_tail_version *older = version->older;
        version_give(tail, version);
        version = older;
    }
}

void tci_tail_pool_free(tci_tail_pool *pool) {
    while (pool->free) {
        tci_tail_version *older = pool->free->older;
        free(pool->free);
        pool->free = older;
    }
    pool->count = 0;
}

int32_t tci_tail_new(tci_tail_pool *pool, tci_tail **tail) {
    *tail = calloc(1, sizeof **tail);
    if (!*tail) return TC_E_NOMEM;
    (*tail)->pool = pool;
    return TC_OK;
}

void tci_tail_free(tci_tail *tail) {
    if (!tail) return;
    for (tci_tail_node *node = atomic_load(&tail->heads[0]); node; node = tci_tail_next(node))
        versions_give(tail, atomic_load(&node->newest));
    for (tci_tail_version *version = tail->undone; version;) {
        tci_tail_version *waste = version->waste;
        version_give(tail, version);
        version = waste;
    }
    tci_arena_free(&tail->nodes);
    free(tail->changed);
    free(tail);
}

/* The links after which a key's node stands or would stand, at every level. */
typedef struct place {
    const _Atomic(tci_tail_node *) *links[TCI_TAIL_LEVELS];
} place;

static tci_tail_node *search(const tci_tail *tail, tci_slice key, place *where) {
    const _Atomic(tci_tail_node *) *links = tail->heads;
    for (int level = TCI_TAIL_LEVELS - 1; level >= 0; level--) {
        for (;;) {
            tci_tail_node *next = atomic_load_explicit(&links[level], memory_order_acquire);
            if (!next || tci_tail_order(next, key) >= 0) break;
            links = next->next;
        }
        if (where) where->links[level] = &links[level];
    }
    return atomic_load_explicit(&links[0], memory_order_acquire);
}

tci_tail_node *tci_tail_seek(const tci_tail *tail, tci_slice key) {
    return search(tail, key, NULL);
}

tci_tail_node *tci_tail_find(const tci_tail *tail, tci_slice key) {
    tci_tail_node *node = search(tail, key, NULL);
    return node && tci_tail_order(node, key) == 0 ? node : NULL;
}

static unsigned level_of(tci_slice key) {
    uint64_t hash = tci_checksum(key.data, key.len, 0);
    unsigned level = 1;
    while ((hash & 3) == 0 && level < TCI_TAIL_LEVELS) {
        level++;
        hash >>= 2;
    }
    return level;
}

static tci_tail_node *node_of(tci_tail *tail, tci_slice key) {
    place where;
    tci_tail_node *node = search(tail, key, &where);
    if (node && tci_tail_order(node, key) == 0) return node;
    unsigned level = level_of(key);
    node = tci_arena_alloc(&tail->nodes, sizeof *node + level * sizeof node->next[0]);
    if (!node) return NULL;
    tail->node_count++;
    atomic_init(&node->newest, NULL);
    node->key_len = (uint8_t)key.len;
    memcpy(node->key, key.data, key.len);
    for (unsigned i = 0; i < level; i++)
        atomic_init(&node->next[i], atomic_load_explicit(where.links[i], memory_order_relaxed));
    /* From below: a reader that meets it at any level finds it whole. */
    for (unsigned i = 0; i < level; i++)
        atomic_store_explicit((_Atomic(tci_tail_node *) *)(uintptr_t)where.links[i], node,
                              memory_order_release);
    return node;
}

static bool remember(tci_tail *tail, tci_tail_node *node) {
    if (tail->changed_count == tail->changed_capacity) {
        size_t capacity = tail->changed_capacity ? tail->changed_capacity * 2 : 256;
        tci_tail_node **changed = realloc(tail->changed, capacity * sizeof(tci_tail_node *));
        if (!changed) return false;
        tail->changed = changed;
        tail->changed_capacity = capacity;
    }
    tail->changed[tail->changed_count++] = node;
    return true;
}

/* Count what the newest version of a record takes, or no longer takes. */
static void weigh(tci_tail *tail, const tci_tail_node *node, const tci_tail_version *version,
                  bool added) {
    size_t large = 0, small = 0;
    if (!version || version->dropped) return;
    if (version->len <= TCI_TAIL_INLINE_MOST)
        small = version->len + node->key_len + TCI_TAIL_PAGE_HEAD;
    else
        large = (version->len + TCI_TAIL_PAGE_HEAD + TCI_TAIL_PAGE_BYTES - 1) / TCI_TAIL_PAGE_BYTES;
    size_t larger = large > 1 ? large : 0;
    tail->inline_bytes += added ? small : 0 - small;
    tail->large_pages += added ? large : 0 - large;
    tail->larger_pages += added ? larger : 0 - larger;
}

/* A reader may just be stepping over it: given back with the tail, not now. */
static void take_back(tci_tail *tail, tci_tail_version *version) {
    version->waste = tail->undone;
    tail->undone = version;
}

int32_t tci_tail_put(tci_tail *tail, tci_slice key, const void *bytes, size_t len, uint64_t seq,
                     uint64_t oldest) {
    tci_tail_node *node = node_of(tail, key);
    tci_tail_version *made = node ? version_new(tail, len) : NULL;
    if (!made) return TC_E_NOMEM;
    tci_tail_version *before = atomic_load_explicit(&node->newest, memory_order_relaxed);
    bool again = before && before->seq == seq; /* this commit put it already */
    if (!again && !remember(tail, node)) {
        version_give(tail, made);
        return TC_E_NOMEM;
    }
    made->seq = seq;
    made->dropped = bytes == NULL;
    if (len) memcpy(made->bytes, bytes, len);
    weigh(tail, node, before, false);
    weigh(tail, node, made, true);
    made->older = again ? before->older : before;
    atomic_store_explicit(&node->newest, made, memory_order_release);
    if (again) {
        take_back(tail, before);
    } else if (before && before->seq <= oldest) {
        /* Whoever reads from here on stops at `before` at the latest. */
        versions_give(tail, before->older);
        before->older = NULL;
    }
    return TC_OK;
}

void tci_tail_undo(tci_tail *tail, uint64_t seq) {
    for (size_t i = 0; i < tail->changed_count; i++) {
        tci_tail_node *node = tail->changed[i];
        tci_tail_version *version = atomic_load_explicit(&node->newest, memory_order_relaxed);
        TCI_ASSERT(version && version->seq == seq);
        weigh(tail, node, version, false);
        weigh(tail, node, version->older, true);
        atomic_store_explicit(&node->newest, version->older, memory_order_release);
        take_back(tail, version);
    }
    tail->changed_count = 0;
}

void tci_tail_settle(tci_tail *tail) {
    tail->changed_count = 0;
}
