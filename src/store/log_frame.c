/* Coding of the log's frames. A page of which eight bytes changed costs about thirty. Called by
 * store_log*.c. Must never trust a length it reads. */
#include "store/log_frame.h"

/* Shorter records are written whole; longer ones too, whose offsets would not fit. */
#define PATCH_LEAST 64u
#define PATCH_MOST 65528u
/* Equal bytes between two runs that are not worth ending the first one. */
#define GAP 16u

static void begin(tci_buf *frame, uint8_t kind, tci_slice key) {
    tci_buf_u8(frame, kind);
    tci_buf_u8(frame, (uint8_t)key.len);
    tci_buf_bytes(frame, key.data, key.len);
}

void tci_frame_drop(tci_buf *frame, tci_slice key) {
    begin(frame, TCI_CHANGE_DROP, key);
}

static uint64_t word_at(const uint8_t *bytes, size_t at) {
    uint64_t word;
    memcpy(&word, bytes + at, sizeof word);
    return word;
}

/* First byte from `at` on where two records differ. */
static size_t differing(const uint8_t *a, const uint8_t *b, size_t at, size_t len) {
    while (at + 8 <= len && word_at(a, at) == word_at(b, at)) at += 8;
    while (at < len && a[at] == b[at]) at++;
    return at;
}

/* The end of a run that begins at `at`, where they differ: before about GAP equal bytes. By words,
 * for where much has changed, nearly all has. */
static size_t run_end(const uint8_t *a, const uint8_t *b, size_t at, size_t len) {
    size_t end = at + 1, next = end;
    for (; next + 8 <= len && next - end < GAP; next += 8)
        if (word_at(a, next) != word_at(b, next)) end = next + 8;
    for (; next < len && next - end < GAP; next++)
        if (a[next] != b[next]) end = next + 1;
    while (a[end - 1] == b[end - 1]) end--;
    return end;
}

/* Runs of offset (2), length (2), bytes; a length of 0 ends them. False: not worth it. */
static bool put_runs(tci_buf *frame, const uint8_t *before, const uint8_t *now, size_t len) {
    size_t most = frame->len + len;
    for (size_t at = 0; (at = differing(before, now, at, len)) < len;) {
        size_t end = run_end(before, now, at, len);
        tci_buf_u16(frame, (uint16_t)at);
        tci_buf_u16(frame, (uint16_t)(end - at));
        tci_buf_bytes(frame, now + at, end - at);
        if (frame->len > most || frame->failed) return false;
        at = end;
    }
    tci_buf_u32(frame, 0);
    return true;
}

void tci_frame_put(tci_buf *frame, tci_slice key, tci_slice before, tci_slice now) {
    static const uint8_t ZEROS[4096];
    if (before.len == 0 && now.len <= sizeof ZEROS) before = tci_slice_of(ZEROS, now.len);
    size_t start = frame->len;
    if (now.len >= PATCH_LEAST && now.len <= PATCH_MOST && now.len == before.len) {
        begin(frame, TCI_CHANGE_PATCH, key);
        tci_buf_u32(frame, (uint32_t)now.len);
        if (put_runs(frame, before.data, now.data, now.len) || frame->failed) return;
        frame->len = start;
    }
    begin(frame, TCI_CHANGE_WHOLE, key);
    tci_buf_text(frame, now);
}

static tci_slice read_runs(tci_reader *reader) {
    const uint8_t *from = reader->at;
    for (;;) {
        (void)tci_read_u16(reader);
        uint16_t len = tci_read_u16(reader);
        if (len == 0) break; /* the end, or a failure */
        (void)tci_read_bytes(reader, len);
    }
    return tci_slice_of(from, (size_t)(reader->at - from));
}

bool tci_frame_next(tci_reader *reader, tci_change *change) {
    if (tci_reader_left(reader) == 0) return false;
    change->kind = tci_read_u8(reader);
    uint8_t key_len = tci_read_u8(reader);
    change->key = tci_slice_of(tci_read_bytes(reader, key_len), key_len);
    change->len = 0;
    change->data = tci_slice_of(NULL, 0);
    if (key_len == 0 || key_len > TCI_KEY_MAX) reader->failed = true;
    switch (change->kind) {
    case TCI_CHANGE_WHOLE:
        change->data = tci_read_text(reader);
        change->len = (uint32_t)change->data.len;
        break;
    case TCI_CHANGE_PATCH:
        change->len = tci_read_u32(reader);
        change->data = read_runs(reader);
        break;
    case TCI_CHANGE_DROP: break;
    default: reader->failed = true;
    }
    if (change->len > TCI_VALUE_MAX) reader->failed = true;
    return !reader->failed;
}

bool tci_frame_make(const tci_change *change, tci_slice before, uint8_t *room) {
    if (change->kind == TCI_CHANGE_WHOLE) {
        if (change->len) memcpy(room, change->data.data, change->len);
        return true;
    }
    if (before.len != 0 && before.len != change->len) return false;
    if (before.len) memcpy(room, before.data, before.len);
    else memset(room, 0, change->len);
    tci_reader reader = tci_reader_of(change->data);
    for (;;) {
        uint16_t at = tci_read_u16(&reader), len = tci_read_u16(&reader);
        if (len == 0) return !reader.failed;
        const uint8_t *bytes = tci_read_bytes(&reader, len);
        if (!bytes || (size_t)at + len > change->len) return false;
        memcpy(room + at, bytes, len);
    }
}
