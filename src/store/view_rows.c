/* Rows of a view: staged ones in a skip list in key order, over those of the store; cursors that
 * merge both; long bytes in pieces. The levels come from the key, so the same commands build the
 * same list. */
#include "store/view_internal.h"

#define BLOB_PIECE 3800u

static unsigned row_level(tci_slice key) {
    uint64_t h = tci_checksum(key.data, key.len, 0);
    unsigned level = 1;
    while ((h & 3) == 0 && level < ROW_LEVELS) {
        level++;
        h >>= 2;
    }
    return level;
}

static view_row **row_links(tci_view *view, view_row *row) {
    return row ? row->next : view->heads;
}

/* Fills, for each level, the last row before the key (NULL: the list's head); answers the next. */
static view_row *row_find(tci_view *view, tci_slice key, view_row *before[ROW_LEVELS]) {
    view_row *at = NULL;
    for (int level = ROW_LEVELS - 1; level >= 0; level--) {
        for (;;) {
            view_row *next = row_links(view, at)[level];
            if (!next || tci_slice_order(row_key(next), key) >= 0) break;
            at = next;
        }
        before[level] = at;
    }
    return row_links(view, at)[0];
}

view_row *tci_view_row_seek(tci_view *view, tci_slice key) {
    view_row *before[ROW_LEVELS];
    return view->row_count ? row_find(view, key, before) : NULL;
}

static bool row_is(const view_row *row, tci_slice key) {
    return row && row->key_len == key.len && memcmp(row->key, key.data, key.len) == 0;
}

/* The payload of a stored record; false and a sticky status when its seal is wrong. */
static bool row_open(tci_view *view, tci_slice key, tci_slice record, tci_slice *value) {
    if (!view_sound(key, record.data, record.len)) {
        tci_view_fail(view, TC_E_CORRUPT, key);
        return false;
    }
    const uint8_t *bytes = record.data;
    *value = tci_slice_of(bytes + SEAL_BYTES, record.len - SEAL_BYTES);
    return true;
}

bool tci_row_get(tci_view *view, const tci_key *key, tci_slice *value) {
    tci_slice key_slice = tci_slice_of(key->bytes, key->len);
    const view_row *row = tci_view_row_seek(view, key_slice);
    if (row_is(row, key_slice)) {
        if (row->value) *value = tci_slice_of(row->value + SEAL_BYTES, row->value_len);
        return row->value != NULL;
    }
    tci_slice record;
    int32_t code = tci_txn_get(view->txn, key_slice, &record);
    if (code == TC_OK) return row_open(view, key_slice, record, value);
    if (code != TCI_ABSENT) tci_view_fail(view, code, key_slice);
    return false;
}

void tci_head_absent(tci_view *view, uint64_t partition) {
    tci_key key = tci_key_of(partition, TCI_SPACE_EVENT);
    tci_slice row;
    if (partition && tci_row_get(view, &key, &row))
        tci_page_missing(view, partition, TCI_SPACE_HEAD, 0);
}

bool tci_row_must(tci_view *view, const tci_key *key, tci_slice *value) {
    if (tci_row_get(view, key, value)) return true;
    tci_view_missing(view, key);
    return false;
}

/* The staged row of a key, made when there is none; NULL when memory is out. */
static view_row *row_stage(tci_view *view, tci_slice key) {
    TCI_ASSERT(view->writable);
    view_row *before[ROW_LEVELS];
    view_row *row = row_find(view, key, before);
    if (row_is(row, key)) return row;
    unsigned level = row_level(key);
    row = tci_arena_alloc(&view->arena, sizeof *row + level * sizeof(view_row *));
    if (!row) {
        tci_view_fail(view, TC_E_NOMEM, key);
        return NULL;
    }
    row->key_len = (uint8_t)key.len;
    memcpy(row->key, key.data, key.len);
    for (unsigned i = 0; i < level; i++) {
        view_row **links = row_links(view, before[i]);
        row->next[i] = links[i];
        links[i] = row;
    }
    view->row_count++;
    return row;
}

void tci_row_put(tci_view *view, const tci_key *key, tci_slice value) {
    TCI_ASSERT(value.len <= TCI_ROW_MAX);
    tci_slice key_slice = tci_slice_of(key->bytes, key->len);
    view_row *row = row_stage(view, key_slice);
    if (!row) return;
    uint8_t *record = tci_arena_alloc(&view->arena, SEAL_BYTES + value.len);
    if (!record) {
        tci_view_fail(view, TC_E_NOMEM, key_slice);
        row->value = NULL;
        return;
    }
    if (value.len) memcpy(record + SEAL_BYTES, value.data, value.len);
    row->value = record;
    row->value_len = value.len;
}

void tci_row_del(tci_view *view, const tci_key *key) {
    view_row *row = row_stage(view, tci_slice_of(key->bytes, key->len));
    if (row) row->value = NULL;
}

static bool has_prefix(const tci_key *prefix, const void *key, size_t len) {
    return len >= prefix->len && memcmp(key, prefix->bytes, prefix->len) == 0;
}

void tci_cursor_open(tci_cursor *cursor, tci_view *view, const tci_key *prefix,
                     const tci_key *from) {
    const tci_key *start = from ? from : prefix;
    *cursor = (tci_cursor){.view = view, .prefix = *prefix};
    tci_slice start_slice = tci_slice_of(start->bytes, start->len);
    cursor->staged = tci_view_row_seek(view, start_slice);
    int32_t code = tci_scan_open(view->txn, &cursor->scan);
    if (code == TC_OK) {
        code = tci_scan_seek(cursor->scan, start_slice, &cursor->store_key, &cursor->store_value);
        cursor->reading = true;
    }
    cursor->store_more = code == TC_OK;
    if (code < 0) tci_view_fail(view, code, start_slice);
}

static void cursor_advance_store(tci_cursor *cursor) {
    int32_t code = tci_scan_next(cursor->scan, &cursor->store_key, &cursor->store_value);
    cursor->store_more = code == TC_OK;
    if (code < 0)
        tci_view_fail(cursor->view, code, tci_slice_of(cursor->prefix.bytes, cursor->prefix.len));
}

bool tci_cursor_next(tci_cursor *cursor, tci_slice *key, tci_slice *value) {
    for (;;) {
        view_row *row = cursor->staged;
        if (row && !has_prefix(&cursor->prefix, row->key, row->key_len)) row = NULL;
        if (cursor->store_more &&
            !has_prefix(&cursor->prefix, cursor->store_key.data, cursor->store_key.len))
            cursor->store_more = false;
        if (!row && !cursor->store_more) return false;
        int order = !row                  ? 1
                    : !cursor->store_more ? -1
                                          : tci_slice_order(row_key(row), cursor->store_key);
        if (order <= 0) {
            if (order == 0) cursor_advance_store(cursor);
            cursor->staged = row->next[0];
            if (!row->value) continue;
            *key = row_key(row);
            *value = tci_slice_of(row->value + SEAL_BYTES, row->value_len);
            return true;
        }
        tci_slice found = cursor->store_key, record = cursor->store_value;
        cursor_advance_store(cursor);
        if (!row_open(cursor->view, found, record, value)) continue;
        *key = found;
        return true;
    }
}

void tci_cursor_close(tci_cursor *cursor) {
    if (cursor->scan) tci_scan_close(cursor->scan);
    cursor->scan = NULL;
}

static tci_key blob_key(uint64_t partition, uint8_t owner, uint64_t id) {
    tci_key key = tci_key_of(partition, TCI_SPACE_BLOB);
    tci_key_u8(&key, owner);
    tci_key_u64(&key, id);
    return key;
}

void tci_blob_put(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id, tci_slice bytes) {
    tci_blob_del(view, partition, owner, id);
    const uint8_t *at = bytes.data;
    size_t left = bytes.len;
    uint32_t part = 0;
    do {
        tci_key key = blob_key(partition, owner, id);
        tci_key_u32(&key, part++);
        size_t piece = TCI_MIN(left, (size_t)BLOB_PIECE);
        tci_row_put(view, &key, tci_slice_of(at, piece));
        if (piece) at += piece;
        left -= piece;
    } while (left);
}

bool tci_blob_get(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id, tci_arena *arena,
                  tci_slice *bytes) {
    tci_key prefix = blob_key(partition, owner, id);
    tci_cursor cursor;
    tci_slice key, value;
    size_t total = 0, pieces = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    for (; tci_cursor_next(&cursor, &key, &value); pieces++) total += value.len;
    tci_cursor_close(&cursor);
    if (pieces == 0) return false;
    uint8_t *room = tci_arena_alloc(arena, total + 1);
    if (!room) {
        tci_view_fail(view, TC_E_NOMEM, tci_slice_of(prefix.bytes, prefix.len));
        return false;
    }
    size_t at = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        if (value.len) memcpy(room + at, value.data, value.len);
        at += value.len;
    }
    tci_cursor_close(&cursor);
    room[at] = 0;
    *bytes = tci_slice_of(room, at);
    return true;
}

bool tci_blob_must(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id, tci_arena *arena,
                   tci_slice *bytes) {
    if (tci_blob_get(view, partition, owner, id, arena, bytes)) return true;
    tci_key key = blob_key(partition, owner, id);
    tci_view_missing(view, &key);
    return false;
}

void tci_blob_del(tci_view *view, uint64_t partition, uint8_t owner, uint64_t id) {
    tci_key prefix = blob_key(partition, owner, id);
    for (uint32_t part = 0;; part++) {
        tci_key key = prefix;
        tci_slice value;
        tci_key_u32(&key, part);
        if (!tci_row_get(view, &key, &value)) return;
        tci_row_del(view, &key);
    }
}
