/* What the two parts of the memory store share: nodes, versions, transactions. Only
 * src/store/store_mem*.c may include it. */
#ifndef TCI_STORE_MEM_INTERNAL_H
#define TCI_STORE_MEM_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/error.h"
#include "store/store.h"

#define TCI_MEM_FANOUT 32u
/* Every level divides by at least 2 when it splits: more than can be filled. */
#define TCI_MEM_DEPTH_MAX 32u

typedef struct mem_block mem_block;
/* What nodes and values begin with. */
struct mem_block {
    mem_block *next; /* among the fresh of a transaction, or the retired of a version */
    uint64_t txn_id; /* the transaction that made it, and alone may change it */
    uint32_t room;   /* bytes behind this head */
    bool dead;       /* made and dropped in one transaction */
};

typedef struct mem_value {
    mem_block head;
    uint32_t len;
    uint8_t bytes[];
} mem_value;

typedef struct mem_key {
    uint8_t len;
    uint8_t bytes[TCI_KEY_MAX];
} mem_key;

typedef struct mem_node {
    mem_block head;
    uint16_t count;
    bool leaf;
    mem_key keys[TCI_MEM_FANOUT]; /* of a branch: no key below child i + 1 is less than keys[i + 1]
                                   */
    void *slots[TCI_MEM_FANOUT];  /* children or values */
} mem_node;

/* One committed state. Versions form a list from the oldest that may have readers to the newest. */
typedef struct mem_version mem_version;
struct mem_version {
    mem_version *next;
    mem_node *root;
    mem_block *retired; /* what the next version does not have any more */
    uint64_t id;
    uint32_t readers;
};

typedef struct mem_txn mem_txn;
typedef struct mem_store {
    tci_store base;
    pthread_mutex_t lock; /* guards what follows, never held for long */
    pthread_cond_t writer_left;
    mem_version *oldest;
    mem_version *newest;
    uint32_t readers;
    uint32_t max_readers;
    mem_txn *idle; /* read transactions to be used again */
    bool writing;
    _Atomic(const void *) writer; /* tag of the writer's thread */
    _Atomic uint64_t bytes;
    uint64_t bytes_max;
    uint32_t fork_generation;
    bool read_only;
} mem_store;

struct mem_txn {
    tci_txn base;
    mem_version *version; /* what it began with */
    mem_txn *next;
    mem_node *root;
    mem_block *fresh;
    mem_block *retired;
    uint64_t id;
    int32_t failed;
    uint32_t scans;
    bool changed;
};

typedef struct mem_scan {
    tci_scan base;
    uint32_t depth; /* levels of the path; 0: not placed, or at the end */
    bool ended;
    uint16_t at[TCI_MEM_DEPTH_MAX];
    const mem_node *path[TCI_MEM_DEPTH_MAX];
} mem_scan;

/* store_mem_tree.c. The changing ones set txn->failed and answer false when memory is out. */
/* The value of a key below a root; NULL when absent. */
const mem_value *tci_mem_find(const mem_node *root, tci_slice key);
bool tci_mem_put(mem_txn *txn, tci_slice key, tci_slice value);
/* The key must be there. */
bool tci_mem_del(mem_txn *txn, tci_slice key);
/* First entry of a node whose key is >= the one given; the child of a branch in which a key lies.
 */
uint16_t tci_mem_leaf_find(const mem_node *leaf, tci_slice key, bool *same);
uint16_t tci_mem_branch_find(const mem_node *branch, tci_slice key);
/* End of a transaction: what it made and dropped again is freed, the rest is part of the tree. */
void tci_mem_settle(mem_store *store, mem_block *fresh);
void tci_mem_free_list(mem_store *store, mem_block *list);
/* A whole tree, at the end of the store. */
void tci_mem_free_tree(mem_store *store, mem_node *root);

#endif
