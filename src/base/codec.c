/* Growing buffers behind codec.h. A buffer may begin in its owner's room and moves to the heap when
 * that is full. Must never be used after tci_buf_free without tci_buf_init. */
#include "base/codec.h"

#include <stdlib.h>

void tci_buf_init(tci_buf *buf, void *room, size_t size) {
    buf->data = room;
    buf->len = 0;
    buf->capacity = room ? size : 0;
    buf->owned = false;
    buf->failed = false;
}

void tci_buf_free(tci_buf *buf) {
    if (buf->owned) free(buf->data);
    tci_buf_init(buf, NULL, 0);
}

bool tci_buf_grow(tci_buf *buf, size_t more) {
    if (buf->failed) return false;
    if (more > SIZE_MAX / 4 - buf->len) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->len + more;
    if (need <= buf->capacity) return true;
    size_t capacity = buf->capacity < 256 ? 256 : buf->capacity * 2;
    if (capacity < need) capacity = need;
    uint8_t *data = buf->owned ? realloc(buf->data, capacity) : malloc(capacity);
    if (!data) {
        buf->failed = true;
        return false;
    }
    if (!buf->owned && buf->len) memcpy(data, buf->data, buf->len);
    buf->data = data;
    buf->capacity = capacity;
    buf->owned = true;
    return true;
}
