/* The pages of a data file as LMDB 0.9 writes them: in the machine's own byte order and word size.
 * For the two files that read them without LMDB, store_lmdb_check.c and store_lmdb_tree.c; never
 * used for writing. */
#ifndef TCI_STORE_LMDB_PAGE_H
#define TCI_STORE_LMDB_PAGE_H

#include "store/store_lmdb_internal.h"

typedef struct page_head {
    size_t number;
    uint16_t pad;
    uint16_t flags;
    uint16_t lower; /* with upper: the count of pages, on an overflow page */
    uint16_t upper;
} page_head;

typedef struct tree_head {
    uint32_t pad; /* of the free list's tree: the page size */
    uint16_t flags;
    uint16_t depth;
    size_t branch_pages;
    size_t leaf_pages;
    size_t overflow_pages;
    size_t entries;
    size_t root;
} tree_head;

typedef struct meta_head {
    uint32_t magic;
    uint32_t version;
    size_t address;
    size_t map_bytes;
    tree_head trees[2]; /* free list, main */
    size_t last_page;
    size_t txn_id;
} meta_head;

#define FLAG_BRANCH 0x01u
#define FLAG_LEAF 0x02u
#define FLAG_OVERFLOW 0x04u
#define FLAG_META 0x08u
#define NODE_BIG 0x01u
#define NODE_HEAD 8u
/* Which of a node's first two 16-bit words is the low one. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LOW_HALF 1
#else
#define LOW_HALF 0
#endif
#define NO_PAGE SIZE_MAX
/* Deepest tree LMDB's own cursors can walk. */
#define DEPTH_MAX 32u

/* All of it, or false. */
bool tci_lmdb_read_at(int fd, void *to, size_t bytes, uint64_t offset);
/* The head page of a snapshot. TCI_ABSENT: written over meanwhile, or it makes no sense now. */
int32_t tci_lmdb_read_meta(int fd, uint32_t page_bytes, uint64_t txn_id, meta_head *meta);

#endif
