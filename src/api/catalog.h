/* What the calls of the catalog in src/api share: encoding and decoding of each noun's commands,
 * pages of views, texts that outlive the call. */
#ifndef TCI_API_CATALOG_H
#define TCI_API_CATALOG_H

#include "api/verb.h"
#include "catalog/catalog.h"

/* The caller's array of sized views. The first entry's size says how far they lie apart; 0 means
 * as this library knows them. */
typedef struct tci_rows {
    uint8_t *entries;
    uint32_t stride;
    uint32_t capacity;
    uint32_t count;
} tci_rows;

static inline int32_t tci_rows_begin(tci_rows *rows, void *entries, uint32_t capacity,
                                     uint32_t full_size, const char *field, tc_error *error) {
    *rows = (tci_rows){entries, full_size, capacity, 0};
    if (capacity == 0) return TC_OK;
    int32_t code = tci_check_not_null(entries, field, error);
    if (code != TC_OK) return code;
    uint32_t size;
    memcpy(&size, entries, sizeof size);
    if (size == 0) size = full_size;
    if (size < full_size || size > 65536)
        return tci_fail(error, TC_E_INVALID, field, "the first entry's size is %u, not %u",
                        (unsigned)size, (unsigned)full_size);
    rows->stride = size;
    return TC_OK;
}

static inline bool tci_rows_full(const tci_rows *rows) {
    return rows->count == rows->capacity;
}

static inline void tci_rows_give(tci_rows *rows, const void *full, uint32_t full_size) {
    TCI_ASSERT(rows->count < rows->capacity);
    uint8_t *at = rows->entries + (size_t)rows->count++ * rows->stride;
    memcpy(at, &rows->stride, sizeof rows->stride);
    tci_struct_out(at, full, full_size);
}

/* Entries a page shall have: the limit, within the room. */
static inline uint32_t tci_page_size(uint32_t limit, uint32_t capacity) {
    return limit && limit < capacity ? limit : capacity;
}

/* A text that lives as long as the snapshot; "" when memory is out or it is empty. */
static inline const char *tci_keep_text(tc_snapshot *snapshot, tci_slice text) {
    const char *copy =
        text.len ? tci_arena_copy(tci_snapshot_arena(snapshot), text.data, text.len) : NULL;
    return copy ? copy : "";
}

/* The two halves of each verb; tables in catalog_verbs.c. */
#define TCI_ENCODER(name)                                                                          \
    int32_t name(tc_engine *engine, const void *request, tci_call *call, tci_buf *command,         \
                 tc_error *error)
#define TCI_DECODER(name)                                                                          \
    void name(tc_engine *engine, const void *request, const tci_call *call, void *result)

TCI_ENCODER(tci_venue_create_encode);
TCI_ENCODER(tci_venue_update_encode);
TCI_ENCODER(tci_venue_delete_encode);
TCI_DECODER(tci_venue_decode);
TCI_ENCODER(tci_map_create_encode);
TCI_ENCODER(tci_map_update_encode);
TCI_ENCODER(tci_map_publish_encode);
TCI_ENCODER(tci_map_delete_encode);
TCI_DECODER(tci_map_decode);
TCI_ENCODER(tci_event_create_encode);
TCI_ENCODER(tci_event_update_encode);
TCI_ENCODER(tci_event_delete_encode);
TCI_DECODER(tci_event_decode);
TCI_ENCODER(tci_ticket_type_create_encode);
TCI_ENCODER(tci_ticket_type_update_encode);
TCI_ENCODER(tci_ticket_type_delete_encode);
TCI_DECODER(tci_ticket_type_decode);

#endif
