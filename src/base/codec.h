/* Little-endian records, big-endian keys, and bounds-checked writers and readers over them. All of
 * the disk format goes through here, so it is the same on every machine. */
#ifndef TCI_CODEC_H
#define TCI_CODEC_H

#include "base/base.h"

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define TCI_LE16(v) __builtin_bswap16(v)
#define TCI_LE32(v) __builtin_bswap32(v)
#define TCI_LE64(v) __builtin_bswap64(v)
#define TCI_BE32(v) (v)
#define TCI_BE64(v) (v)
#else
#define TCI_LE16(v) (v)
#define TCI_LE32(v) (v)
#define TCI_LE64(v) (v)
#define TCI_BE32(v) __builtin_bswap32(v)
#define TCI_BE64(v) __builtin_bswap64(v)
#endif

static inline uint16_t tci_load16(const void *at) {
    uint16_t v;
    memcpy(&v, at, sizeof v);
    return TCI_LE16(v);
}
static inline uint32_t tci_load32(const void *at) {
    uint32_t v;
    memcpy(&v, at, sizeof v);
    return TCI_LE32(v);
}
static inline uint64_t tci_load64(const void *at) {
    uint64_t v;
    memcpy(&v, at, sizeof v);
    return TCI_LE64(v);
}
static inline int64_t tci_load_i64(const void *at) {
    return (int64_t)tci_load64(at);
}
static inline void tci_store16(void *at, uint16_t v) {
    v = TCI_LE16(v);
    memcpy(at, &v, sizeof v);
}
static inline void tci_store32(void *at, uint32_t v) {
    v = TCI_LE32(v);
    memcpy(at, &v, sizeof v);
}
static inline void tci_store64(void *at, uint64_t v) {
    v = TCI_LE64(v);
    memcpy(at, &v, sizeof v);
}
static inline void tci_store_i64(void *at, int64_t v) {
    tci_store64(at, (uint64_t)v);
}
static inline uint64_t tci_load64_be(const void *at) {
    uint64_t v;
    memcpy(&v, at, sizeof v);
    return TCI_BE64(v);
}
static inline void tci_store64_be(void *at, uint64_t v) {
    v = TCI_BE64(v);
    memcpy(at, &v, sizeof v);
}
static inline uint32_t tci_load32_be(const void *at) {
    uint32_t v;
    memcpy(&v, at, sizeof v);
    return TCI_BE32(v);
}
static inline void tci_store32_be(void *at, uint32_t v) {
    v = TCI_BE32(v);
    memcpy(at, &v, sizeof v);
}

/* A growing buffer that may begin in room of its owner's. A failed growth is remembered in `failed`
 * and swallows what follows, so that an encoder checks once, at its end. */
typedef struct tci_buf {
    uint8_t *data;
    size_t len;
    size_t capacity;
    bool owned;  /* data came from malloc */
    bool failed; /* memory ran out */
} tci_buf;

/* Begin in `room` (may be NULL with size 0). */
void tci_buf_init(tci_buf *buf, void *room, size_t size);
void tci_buf_free(tci_buf *buf);
/* Slow path of growth; false and `failed` when memory is out. */
bool tci_buf_grow(tci_buf *buf, size_t more);

static inline void tci_buf_clear(tci_buf *buf) {
    buf->len = 0;
    buf->failed = false;
}
/* Room for n more bytes, counted as written; NULL when memory is out. */
static inline uint8_t *tci_buf_take(tci_buf *buf, size_t n) {
    if (TCI_UNLIKELY(n > buf->capacity - buf->len || buf->failed) && !tci_buf_grow(buf, n))
        return NULL;
    uint8_t *at = buf->data + buf->len;
    buf->len += n;
    return at;
}
static inline void tci_buf_u8(tci_buf *buf, uint8_t v) {
    uint8_t *at = tci_buf_take(buf, 1);
    if (at) *at = v;
}
static inline void tci_buf_u16(tci_buf *buf, uint16_t v) {
    uint8_t *at = tci_buf_take(buf, 2);
    if (at) tci_store16(at, v);
}
static inline void tci_buf_u32(tci_buf *buf, uint32_t v) {
    uint8_t *at = tci_buf_take(buf, 4);
    if (at) tci_store32(at, v);
}
static inline void tci_buf_u64(tci_buf *buf, uint64_t v) {
    uint8_t *at = tci_buf_take(buf, 8);
    if (at) tci_store64(at, v);
}
static inline void tci_buf_i64(tci_buf *buf, int64_t v) {
    tci_buf_u64(buf, (uint64_t)v);
}
static inline void tci_buf_bytes(tci_buf *buf, const void *data, size_t len) {
    if (len == 0) return;
    uint8_t *at = tci_buf_take(buf, len);
    if (at) memcpy(at, data, len);
}
/* A length (u32) and the bytes; a NULL string is an empty one. */
static inline void tci_buf_text(tci_buf *buf, tci_slice text) {
    tci_buf_u32(buf, (uint32_t)text.len);
    tci_buf_bytes(buf, text.data, text.len);
}
static inline tci_slice tci_buf_slice(const tci_buf *buf) {
    return tci_slice_of(buf->data, buf->len);
}

/* Reads what a writer wrote. Running past the end sets `failed` and answers zeros. */
typedef struct tci_reader {
    const uint8_t *at;
    const uint8_t *end;
    bool failed;
} tci_reader;

static inline tci_reader tci_reader_of(tci_slice slice) {
    tci_reader reader = {slice.data, (const uint8_t *)slice.data + slice.len, false};
    return reader;
}
static inline const uint8_t *tci_read_bytes(tci_reader *reader, size_t n) {
    if (reader->failed || n > (size_t)(reader->end - reader->at)) {
        reader->failed = true;
        return NULL;
    }
    const uint8_t *at = reader->at;
    reader->at += n;
    return at;
}
static inline uint8_t tci_read_u8(tci_reader *reader) {
    const uint8_t *at = tci_read_bytes(reader, 1);
    return at ? *at : 0;
}
static inline uint16_t tci_read_u16(tci_reader *reader) {
    const uint8_t *at = tci_read_bytes(reader, 2);
    return at ? tci_load16(at) : 0;
}
static inline uint32_t tci_read_u32(tci_reader *reader) {
    const uint8_t *at = tci_read_bytes(reader, 4);
    return at ? tci_load32(at) : 0;
}
static inline uint64_t tci_read_u64(tci_reader *reader) {
    const uint8_t *at = tci_read_bytes(reader, 8);
    return at ? tci_load64(at) : 0;
}
static inline int64_t tci_read_i64(tci_reader *reader) {
    return (int64_t)tci_read_u64(reader);
}
static inline tci_slice tci_read_text(tci_reader *reader) {
    uint32_t len = tci_read_u32(reader);
    const uint8_t *at = tci_read_bytes(reader, len);
    return tci_slice_of(at, at ? len : 0);
}
static inline size_t tci_reader_left(const tci_reader *reader) {
    return (size_t)(reader->end - reader->at);
}
static inline bool tci_reader_done(const tci_reader *reader) {
    return !reader->failed && reader->at == reader->end;
}

#endif
