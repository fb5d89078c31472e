/* What every source file may use: slices, assertions, small arithmetic. Depends on nothing but the
 * public base header. Must never allocate, lock or do I/O. */
#ifndef TCI_BASE_H
#define TCI_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ticketcore/base.h"

/* Bytes that somebody else owns; valid as long as its owner says. */
typedef struct tci_slice {
    const void *data;
    size_t len;
} tci_slice;

static inline tci_slice tci_slice_of(const void *data, size_t len) {
    tci_slice slice = {data, len};
    return slice;
}

/* A C string as a slice, without its NUL. */
static inline tci_slice tci_slice_str(const char *text) {
    return tci_slice_of(text, text ? strlen(text) : 0);
}

#define TCI_COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define TCI_MIN(a, b) ((a) < (b) ? (a) : (b))
#define TCI_MAX(a, b) ((a) > (b) ? (a) : (b))

/* The order of the store's keys: by bytes, and what is shorter first. */
static inline int tci_slice_order(tci_slice a, tci_slice b) {
    int order = memcmp(a.data, b.data, TCI_MIN(a.len, b.len));
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* A moment so long after another, and at most the end of time. */
static inline int64_t tci_time_after(int64_t ms, int64_t by_ms) {
    return ms > TC_TIME_MS_MAX - by_ms ? TC_TIME_MS_MAX : ms + by_ms;
}

#if defined(__GNUC__)
#define TCI_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define TCI_NORETURN __attribute__((noreturn, cold))
#define TCI_LIKELY(x) __builtin_expect(!!(x), 1)
#define TCI_UNLIKELY(x) __builtin_expect(!!(x), 0)
#else
#define TCI_PRINTF(fmt, args)
#define TCI_NORETURN
#define TCI_LIKELY(x) (x)
#define TCI_UNLIKELY(x) (x)
#endif

TCI_NORETURN void tci_assert_failed(const char *expression, const char *file, int line);

/* Always on, release builds too: invariants of money, seats and the transaction id. */
#define TCI_ASSERT(expression)                                                                     \
    ((expression) ? (void)0 : tci_assert_failed(#expression, __FILE__, __LINE__))

/* On in debug builds: everything else. */
#ifdef NDEBUG
#define TCI_DEBUG_ASSERT(expression) ((void)sizeof(!(expression)))
#else
#define TCI_DEBUG_ASSERT(expression) TCI_ASSERT(expression)
#endif

#endif
