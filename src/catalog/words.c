/* Splitting and folding of names into words. Called when events are indexed and when lists are
 * searched; must stay as it is within a disk format, because the index holds its output. */
#include "catalog/words.h"

/* One code point of valid UTF-8; a stray byte stands for itself. */
static uint32_t next_point(const uint8_t **at, const uint8_t *end) {
    const uint8_t *p = *at;
    uint32_t c = *p++;
    uint32_t more = c < 0xC2 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : 0;
    if (more && (size_t)(end - p) >= more) {
        c &= 0x3Fu >> more;
        for (uint32_t i = 0; i < more; i++) c = c << 6 | (p[i] & 0x3Fu);
        p += more;
    }
    *at = p;
    return c;
}

static bool is_word_point(uint32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    if (c >= 0x2000 && c <= 0x206F) return false; /* spaces, dashes, quotation marks */
    if (c >= 0x3000 && c <= 0x3003) return false; /* ideographic space and stops */
    return true;
}

static uint32_t fold_point(uint32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 0x20;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
    if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 0x20;
    if (c == 0x3C2) return 0x3C3; /* final sigma */
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    return c;
}

/* Append a code point to a word that still has room for it whole. */
static void word_add(tci_word *word, bool *full, uint32_t c) {
    uint8_t bytes[4];
    uint8_t len;
    if (c < 0x80) {
        bytes[0] = (uint8_t)c;
        len = 1;
    } else if (c < 0x800) {
        bytes[0] = (uint8_t)(0xC0 | c >> 6);
        bytes[1] = (uint8_t)(0x80 | (c & 0x3F));
        len = 2;
    } else if (c < 0x10000) {
        bytes[0] = (uint8_t)(0xE0 | c >> 12);
        bytes[1] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
        bytes[2] = (uint8_t)(0x80 | (c & 0x3F));
        len = 3;
    } else {
        bytes[0] = (uint8_t)(0xF0 | c >> 18);
        bytes[1] = (uint8_t)(0x80 | (c >> 12 & 0x3F));
        bytes[2] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
        bytes[3] = (uint8_t)(0x80 | (c & 0x3F));
        len = 4;
    }
    if (*full || word->len + len > TCI_WORD_MAX) {
        *full = true;
        return;
    }
    memcpy(word->text + word->len, bytes, len);
    word->len = (uint8_t)(word->len + len);
}

static bool word_equal(const tci_word *a, const tci_word *b) {
    return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static uint32_t keep_word(tci_word *words, uint32_t count) {
    if (words[count].len == 0) return count;
    for (uint32_t i = 0; i < count; i++)
        if (word_equal(&words[i], &words[count])) return count;
    return count + 1;
}

uint32_t tci_words_of(tci_slice text, tci_word words[TCI_WORDS_MAX]) {
    if (text.len == 0) return 0;
    const uint8_t *at = text.data;
    const uint8_t *end = at + text.len;
    uint32_t count = 0;
    bool full = false;
    memset(&words[0], 0, sizeof words[0]);
    while (at < end && count + 1 < TCI_WORDS_MAX) {
        uint32_t c = next_point(&at, end);
        if (is_word_point(c)) {
            word_add(&words[count], &full, fold_point(c));
            continue;
        }
        count = keep_word(words, count);
        memset(&words[count], 0, sizeof words[count]);
        full = false;
    }
    count = keep_word(words, count);
    TCI_DEBUG_ASSERT(count < TCI_WORDS_MAX);
    return count;
}

bool tci_words_have(const tci_word *words, uint32_t count, const tci_word *prefix) {
    for (uint32_t i = 0; i < count; i++)
        if (words[i].len >= prefix->len && memcmp(words[i].text, prefix->text, prefix->len) == 0)
            return true;
    return false;
}

bool tci_words_match(tci_slice text, const tci_word *query, uint32_t count) {
    tci_word words[TCI_WORDS_MAX];
    uint32_t have = tci_words_of(text, words);
    for (uint32_t i = 0; i < count; i++)
        if (!tci_words_have(words, have, &query[i])) return false;
    return true;
}
