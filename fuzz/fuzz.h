/* What the fuzz targets share: the entry point both drivers call, a reader of the input as choices,
 * and the check whose failure is a finding. A target is one file fuzz_<name>.c over this. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What libFuzzer and replay.c call. Input stays theirs. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A fact that no input may make false. */
#define FUZZ_MUST(fact) ((fact) ? (void)0 : fuzz_broken(#fact, __FILE__, __LINE__))
static inline void fuzz_broken(const char *fact, const char *file, int line) {
    fprintf(stderr, "%s:%d: an input made this false: %s\n", file, line, fact);
    abort();
}

/* The input as a row of choices; past its end everything is 0. */
typedef struct fuzz_input {
    const uint8_t *at;
    const uint8_t *end;
} fuzz_input;

static inline fuzz_input fuzz_input_of(const uint8_t *data, size_t size) {
    fuzz_input in = {data, data + size};
    return in;
}
static inline size_t fuzz_left(const fuzz_input *in) {
    return (size_t)(in->end - in->at);
}
static inline uint64_t fuzz_number(fuzz_input *in, unsigned bytes) {
    uint64_t value = 0;
    for (unsigned i = 0; i < bytes && in->at < in->end; i++)
        value |= (uint64_t)*in->at++ << (8 * i);
    return value;
}
static inline uint8_t fuzz_u8(fuzz_input *in) {
    return (uint8_t)fuzz_number(in, 1);
}
static inline uint16_t fuzz_u16(fuzz_input *in) {
    return (uint16_t)fuzz_number(in, 2);
}
static inline uint32_t fuzz_u32(fuzz_input *in) {
    return (uint32_t)fuzz_number(in, 4);
}
static inline uint64_t fuzz_u64(fuzz_input *in) {
    return fuzz_number(in, 8);
}
/* At most `max` of the bytes that follow, and how many. */
static inline const uint8_t *fuzz_bytes(fuzz_input *in, size_t max, size_t *size) {
    const uint8_t *at = in->at;
    *size = fuzz_left(in) < max ? fuzz_left(in) : max;
    in->at += *size;
    return at;
}
/* The input as a C string in memory of exactly its size, so that reading past it is seen. Freed by
 * the caller. */
static inline char *fuzz_text(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    if (!text) abort();
    if (size) memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

#endif
