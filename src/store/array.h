/* Packed arrays of fixed-size records, many to a page, and the sequences in a partition's HEAD
 * page. The records a batch touches cost one page each however many commands touch them. */
#ifndef TCI_ARRAY_H
#define TCI_ARRAY_H

#include "store/view.h"

/* An array is named by a constant of its owner: static const tci_array SEATS = {...}. */
typedef struct tci_array {
    uint8_t space;
    uint16_t record_bytes;
    bool given; /* only numbers that were given are asked for: a page that is not there is damage */
} tci_array;

static inline uint32_t tci_array_per_page(const tci_array *array) {
    return TCI_PAGE_ROOM / array->record_bytes;
}

/* The record for reading; NULL when its page does not exist (or could not be read): of an array
 * whose numbers are given that is damage, and the view's status says so. A record never written in
 * an existing page is all zero. */
static inline const uint8_t *tci_array_get(tci_view *view, const tci_array *array,
                                           uint64_t partition, uint64_t index) {
    uint32_t per_page = tci_array_per_page(array);
    const uint8_t *page = tci_page_read(view, partition, array->space, index / per_page);
    if (TCI_LIKELY(page != NULL)) return page + (size_t)(index % per_page) * array->record_bytes;
    if (array->given) tci_page_missing(view, partition, array->space, index / per_page);
    return NULL;
}

/* The record for writing, in the stage. Never NULL. */
static inline uint8_t *tci_array_at(tci_view *view, const tci_array *array, uint64_t partition,
                                    uint64_t index) {
    uint32_t per_page = tci_array_per_page(array);
    uint8_t *page = tci_page_write(view, partition, array->space, index / per_page);
    return page + (size_t)(index % per_page) * array->record_bytes;
}

/* The HEAD page of a partition; NULL when it has none. An event that has its row has one. */
static inline const uint8_t *tci_head_read(tci_view *view, uint64_t partition) {
    const uint8_t *page = tci_page_read(view, partition, TCI_SPACE_HEAD, 0);
    if (TCI_UNLIKELY(!page)) tci_head_absent(view, partition);
    return page;
}
/* Slots of the HEAD page of a partition (enum tci_slot); 0 when never set. */
static inline uint64_t tci_slot_get(tci_view *view, uint64_t partition, uint32_t slot) {
    const uint8_t *page = tci_head_read(view, partition);
    return page ? tci_load64(page + (size_t)slot * 8) : 0;
}
static inline void tci_slot_set(tci_view *view, uint64_t partition, uint32_t slot, uint64_t value) {
    tci_store64(tci_page_write(view, partition, TCI_SPACE_HEAD, 0) + (size_t)slot * 8, value);
}
/* Every store has a HEAD page of its own from its first commit on. */
static inline void tci_head_must(tci_view *view) {
    if (!tci_page_read(view, 0, TCI_SPACE_HEAD, 0)) tci_page_missing(view, 0, TCI_SPACE_HEAD, 0);
}
/* Take n numbers of a sequence that begins at 1; answers the first. */
static inline uint64_t tci_slot_take(tci_view *view, uint64_t partition, uint32_t slot,
                                     uint64_t n) {
    uint8_t *at = tci_page_write(view, partition, TCI_SPACE_HEAD, 0) + (size_t)slot * 8;
    uint64_t first = tci_load64(at);
    if (first == 0) first = 1;
    tci_store64(at, first + n);
    return first;
}
/* The number the next take would answer. */
static inline uint64_t tci_slot_peek(tci_view *view, uint64_t partition, uint32_t slot) {
    uint64_t next = tci_slot_get(view, partition, slot);
    return next ? next : 1;
}

#endif
