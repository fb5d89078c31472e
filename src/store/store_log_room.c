/* How much the next fold will need of the store below. A commit may be acknowledged from the log
 * only while its fold surely finds room there; and who asks how full the store is hears of the tail
 * as well. Bounds, from counts that are kept anyway. Called by store_log*.c. */
#include "store/store_log_internal.h"

/* A page of the tree holds at least so many keys, when it was halved. */
#define KEYS_A_PAGE 24u
/* Room of a page that a split may leave empty: the larger part. */
#define SPARSE 4u
/* The list of freed pages has a tree of its own. */
#define SPARE_PAGES 16u

static uint64_t pages_of(const tci_store_stat *stat, uint64_t bytes) {
    return (bytes + stat->page_bytes - 1) / stat->page_bytes;
}

/* Every page above a changed record is copied once; new records split some. */
static uint64_t tree_pages(const tci_store_stat *stat, const tci_tail *tail) {
    uint64_t splits =
        TCI_MIN((uint64_t)tail->node_count, SPARSE * pages_of(stat, tail->inline_bytes) + SPARSE);
    uint64_t copies = TCI_MIN((uint64_t)tail->node_count * stat->tree_depth, stat->tree_pages);
    return copies + splits + splits / KEYS_A_PAGE + stat->tree_depth;
}

uint64_t tci_log_fold_pages(const log_store *store, const tci_tail *tail) {
    if (tail->node_count == 0 || store->below_stat.page_bytes == 0) return 0;
    return tree_pages(&store->below_stat, tail) + tail->large_pages + SPARE_PAGES;
}

/* Pages in one piece, which only the end of the file surely has: of records larger than one, and of
 * the list of what the fold frees. */
static uint64_t pieces(const log_store *store, const tci_tail *tail, uint64_t pages) {
    uint64_t list = pages_of(&store->below_stat, (pages + 2) * sizeof(uint64_t));
    return tail->larger_pages + (list > 1 ? list : 0);
}

bool tci_log_fold_is_tight(const log_store *store, const tci_tail *tail) {
    const tci_store_stat *stat = &store->below_stat;
    if (stat->page_bytes == 0) return true; /* not known */
    uint64_t fresh =
        (stat->map_bytes - TCI_MIN(stat->map_bytes, stat->used_bytes)) / stat->page_bytes;
    uint64_t again = stat->free_pages - TCI_MIN(stat->free_pages, stat->waiting_pages);
    uint64_t pages = tci_log_fold_pages(store, tail);
    return 2 * pages > fresh + again || 2 * pieces(store, tail, pages) > fresh;
}
