/* Giving a text to a caller's buffer, by the rule every such call has: too small answers
 * TC_E_BUFFER and says what is needed; NULL with capacity 0 asks for the length. */
#ifndef TCI_API_TEXT_H
#define TCI_API_TEXT_H

#include "base/codec.h"
#include "base/error.h"

static inline int32_t tci_text_check(const char *buffer, size_t capacity, tc_error *error) {
    if (capacity == 0 || buffer) return TC_OK;
    return tci_fail(error, TC_E_INVALID, "buffer", "buffer may not be NULL when capacity is not 0");
}

/* `length` may be NULL; it is written on TC_OK and on TC_E_BUFFER. */
static inline int32_t tci_text_give(tci_slice text, char *buffer, size_t capacity, size_t *length,
                                    tc_error *error) {
    if (length) *length = text.len;
    if (text.len + 1 > capacity)
        return tci_fail(error, TC_E_BUFFER, "capacity", "the text needs %zu bytes with its NUL",
                        text.len + 1);
    if (text.len) memcpy(buffer, text.data, text.len);
    buffer[text.len] = '\0';
    return TC_OK;
}

#endif
