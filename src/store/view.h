/* The view: what the domain reads and writes through. Over a read transaction it reads; over a
 * write transaction it is also the batch's stage: every touched page is copied once, changed in
 * memory by all commands of the batch and put once at the end, rows likewise, and later commands
 * read what earlier ones wrote. Checks and makes the checksum of every record. Nothing else reads
 * the store, so a log whose tail overlays it would be put here and nowhere else.
 *
 * Errors are sticky in `status`: a read that failed answers like an absent record and the engine
 * looks at the status once, after decide. So domain code needs no error path for reading. */
#ifndef TCI_VIEW_H
#define TCI_VIEW_H

#include "base/arena.h"
#include "base/codec.h"
#include "store/space.h"
#include "store/store.h"

/* A page as the store keeps it: 4,080 bytes, so that LMDB gives it exactly one 4,096-byte page. */
#define TCI_PAGE_BYTES 4080
/* Its head: checksum (8), stamp (8: free for the owner, for instance a version). */
#define TCI_PAGE_HEAD 16
/* What the owner of a page may use. */
#define TCI_PAGE_ROOM (TCI_PAGE_BYTES - TCI_PAGE_HEAD)

/* Longest value of one row; longer texts go through tci_blob_put. */
#define TCI_ROW_MAX 60000

typedef struct tci_view tci_view;

typedef struct tci_key {
    uint8_t bytes[TCI_KEY_MAX];
    uint8_t len;
} tci_key;

/* Keys: begin with partition and space, then append; big-endian, so that numbers sort. */
static inline tci_key tci_key_of(uint64_t partition, uint8_t space) {
    tci_key key;
    tci_store64_be(key.bytes, partition);
    key.bytes[8] = space;
    key.len = 9;
    return key;
}
static inline void tci_key_u8(tci_key *key, uint8_t v) {
    TCI_ASSERT(key->len + 1u <= TCI_KEY_MAX);
    key->bytes[key->len++] = v;
}
static inline void tci_key_u32(tci_key *key, uint32_t v) {
    TCI_ASSERT(key->len + 4u <= TCI_KEY_MAX);
    tci_store32_be(key->bytes + key->len, v);
    key->len = (uint8_t)(key->len + 4);
}
static inline void tci_key_u64(tci_key *key, uint64_t v) {
    TCI_ASSERT(key->len + 8u <= TCI_KEY_MAX);
    tci_store64_be(key->bytes + key->len, v);
    key->len = (uint8_t)(key->len + 8);
}
/* Signed times sort too: the sign bit is turned. */
static inline void tci_key_time(tci_key *key, int64_t ms) {
    tci_key_u64(key, (uint64_t)ms ^ (UINT64_C(1) << 63));
}
static inline void tci_key_bytes(tci_key *key, const void *data, size_t len) {
    TCI_ASSERT(key->len + len <= TCI_KEY_MAX);
    if (len) memcpy(key->bytes + key->len, data, len); /* data may be NULL when len is 0 */
    key->len = (uint8_t)(key->len + len);
}
static inline int64_t tci_key_time_at(const void *at) {
    return (int64_t)(tci_load64_be(at) ^ (UINT64_C(1) << 63));
}

/* Life of a view. A read view may be renewed over another transaction. */
int32_t tci_view_new(tci_view **view);
void tci_view_free(tci_view *view);
void tci_view_begin(tci_view *view, tci_txn *txn, bool writable);
/* Put everything staged into the transaction, sealed with checksums, in key order. */
int32_t tci_view_flush(tci_view *view);
/* About as many of the store's pages as the flush will take, rather too many. */
uint64_t tci_view_pages_bound(const tci_view *view);
/* Forget the transaction and all that was staged; keeps its memory for the next. */
void tci_view_end(tci_view *view);

/* First failure since begin or the last clear, TC_OK when none. */
int32_t tci_view_status(const tci_view *view);
/* An invariant between records of the store. Where it does not hold, something could not be read or
 * staged, or a record is not what was written last (docs/decisions/0010): the view's status says
 * so, TC_E_CORRUPT in the second case, nothing of the batch is committed, and what is seen here
 * means nothing. */
#define TCI_PROVE(view, expression) ((expression) ? (void)0 : tci_view_disproved(view, TCI_HERE))
#define TCI_HERE TCI_HERE_AT(__FILE__, __LINE__)
#define TCI_HERE_AT(file, line) TCI_HERE_TEXT(file, line)
#define TCI_HERE_TEXT(file, line) file ":" #line
void tci_view_disproved(tci_view *view, const char *here);
void tci_view_clear_status(tci_view *view);
/* A record that what was read before leads to is not there: the status says TC_E_CORRUPT. */
void tci_view_missing(tci_view *view, const tci_key *key);
void tci_page_missing(tci_view *view, uint64_t partition, uint8_t space, uint64_t page);
/* There is no HEAD page: damage, if the partition's event has its row. */
void tci_head_absent(tci_view *view, uint64_t partition);
/* A reader of the view has no memory to go on: the status says so, unless it says worse. */
void tci_view_no_memory(tci_view *view);
/* The key at which it happened, in words: "partition 3 space 0x30 page 12". Static per view. */
const char *tci_view_status_where(const tci_view *view);

/* Rows. get: false when absent (or failed). The value stays valid until the view ends. */
bool tci_row_get(tci_view *view, const tci_key *key, tci_slice *value);
/* The same where the row must be there: one that is not is damage, and the status says so. */
bool tci_row_must(tci_view *view, const tci_key *key, tci_slice *value);
void tci_row_put(tci_view *view, const tci_key *key, tci_slice value);
void tci_row_del(tci_view *view, const tci_key *key);

/* Rows whose key begins with a prefix, in order, staged ones included. Do not put or delete in the
 * range while a cursor is open: collect first. */
typedef struct tci_cursor {
    tci_view *view;
    tci_scan *scan;
    void *staged;        /* next staged row */
    tci_slice store_key; /* next stored row */
    tci_slice store_value;
    tci_key prefix;
    bool store_more;
    bool reading; /* the scan has been placed */
} tci_cursor;

/* Begin at the first key >= `from` that has the prefix; `from` NULL: at the prefix itself. */
void tci_cursor_open(tci_cursor *cursor, tci_view *view, const tci_key *prefix,
                     const tci_key *from);
/* False at the end. Key and value stay valid until the view ends (key: until the next call). */
bool tci_cursor_next(tci_cursor *cursor, tci_slice *key, tci_slice *value);
void tci_cursor_close(tci_cursor *cursor);

/* Pages: the room after the head. read: NULL when absent (or failed). write: a staged copy,
 * zero-filled when the page is new; never NULL (a scratch page after a failure, which the status
 * tells). A read pointer goes stale when the same page is first written in this view. */
const uint8_t *tci_page_read(tci_view *view, uint64_t partition, uint8_t space, uint64_t page);
uint8_t *tci_page_write(tci_view *view, uint64_t partition, uint8_t space, uint64_t page);
void tci_page_drop(tci_view *view, uint64_t partition, uint8_t space, uint64_t page);
/* The stamp in the page's head; 0 when absent. */
uint64_t tci_page_stamp(tci_view *view, uint64_t partition, uint8_t space, uint64_t page);
void tci_page_set_stamp(tci_view *view, uint64_t partition, uint8_t space, uint64_t page,
                        uint64_t stamp);

/* Long bytes under (partition, owner space, id), in pieces of TCI_SPACE_BLOB. */
void tci_blob_put(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id, tci_slice bytes);
/* Copied into the arena; false when absent. */
bool tci_blob_get(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id, tci_arena *arena,
                  tci_slice *bytes);
/* The same where they must be there. */
bool tci_blob_must(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id, tci_arena *arena,
                   tci_slice *bytes);
void tci_blob_del(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id);

/* Walks every record below the view with its checksum; for verify. The callback gets the key and
 * whether the record is whole. Read views only. */
int32_t tci_view_walk(tci_view *view,
                      bool (*each)(void *user_data, tci_slice key, tci_slice value, bool sound),
                      void *user_data);

#endif
