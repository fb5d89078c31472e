/* What the parts of the view share: the page table, the staged rows, sealing. Only
 * src/store/view*.c may include it. */
#ifndef TCI_VIEW_INTERNAL_H
#define TCI_VIEW_INTERNAL_H

#include "base/checksum.h"
#include "store/view.h"

/* Every record, page or row, begins with its checksum over the rest and its key. */
#define SEAL_BYTES 8
#define ROW_LEVELS 12
#define RECENT_PAGES 32u

typedef struct view_page {
    uint64_t partition;
    uint64_t number;
    const uint8_t *data; /* the whole page, head included; NULL: absent */
    uint8_t *copy;       /* staged; then data == copy */
    uint8_t space;
    bool used;
    bool dropped;
} view_page;

typedef struct view_row view_row;
struct view_row {
    const uint8_t *value; /* sealed: SEAL_BYTES of room, then the payload; NULL: deleted */
    size_t value_len;     /* of the payload */
    uint8_t key_len;
    uint8_t key[TCI_KEY_MAX];
    view_row *next[]; /* as many as its level */
};

struct tci_view {
    tci_txn *txn;
    int32_t status;
    bool writable;
    tci_key failed_key;
    const char *disproved; /* where an invariant does not hold; NULL: the key says where */
    char where[96];
    /* pages seen or staged in this transaction */
    view_page *pages; /* open addressing, power of two */
    size_t page_slots;
    size_t page_count;
    size_t dirty_count;
    view_page *recent[RECENT_PAGES]; /* the last page found of each space, by its low bits */
    uint8_t **pool;                  /* staged pages to use again */
    size_t pool_count;
    size_t pool_capacity;
    uint8_t *scratch; /* where writes go after a failure */
    /* staged rows, a skip list in key order */
    view_row *heads[ROW_LEVELS];
    size_t row_count;
    tci_arena arena;
};

static inline uint64_t view_seal(tci_slice key, const uint8_t *record, size_t len) {
    return tci_checksum(record + SEAL_BYTES, len - SEAL_BYTES, tci_checksum(key.data, key.len, 0));
}

static inline bool view_sound(tci_slice key, const uint8_t *record, size_t len) {
    return len >= SEAL_BYTES && tci_load64(record) == view_seal(key, record, len);
}

static inline tci_slice key_slice(const tci_key *key) {
    return tci_slice_of(key->bytes, key->len);
}

static inline tci_slice row_key(const view_row *row) {
    return tci_slice_of(row->key, row->key_len);
}

void tci_view_fail(tci_view *view, int32_t code, tci_slice key);
/* First staged row with a key >= the one given. */
view_row *tci_view_row_seek(tci_view *view, tci_slice key);

#endif
