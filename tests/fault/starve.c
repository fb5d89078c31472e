/* The allocator that stands in front of the real one. Must never allocate by itself. Nothing may
 * link this but the proof of allocations. */
#include "starve.h"

#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

/* The real ones: a sanitizer's where there is one, else the C library's. */
#define REAL(result, name, ...)                                                                    \
    extern result __interceptor_##name(__VA_ARGS__) __attribute__((weak));                         \
    extern result __libc_##name(__VA_ARGS__) __attribute__((weak))

REAL(void *, malloc, size_t);
REAL(void *, calloc, size_t, size_t);
REAL(void *, realloc, void *, size_t);
REAL(void, free, void *);
REAL(void *, memalign, size_t, size_t);

static _Atomic bool armed, reached;
static _Atomic uint32_t count;
static _Atomic int64_t live;
static uint32_t fault_at;
static bool fault_sticky;

bool starve_works(void) {
    return __interceptor_malloc || __libc_malloc;
}

void starve_arm(uint32_t at, bool sticky) {
    fault_at = at;
    fault_sticky = sticky;
    atomic_store(&count, 0);
    atomic_store(&reached, false);
    atomic_store(&armed, true);
}

uint32_t starve_disarm(void) {
    atomic_store(&armed, false);
    return atomic_load(&count);
}

bool starve_reached(void) {
    return atomic_load(&reached);
}

int64_t starve_live(void) {
    return __interceptor_malloc ? 0 : atomic_load(&live);
}

extern int __lsan_do_recoverable_leak_check(void) __attribute__((weak));

bool starve_leaked(void) {
    return __lsan_do_recoverable_leak_check && __lsan_do_recoverable_leak_check() != 0;
}

/* Count an allocation; whether it is to fail. */
static bool fails(void) {
    if (!atomic_load_explicit(&armed, memory_order_relaxed)) return false;
    uint32_t number = atomic_fetch_add(&count, 1) + 1;
    if (!fault_at || number < fault_at || (number > fault_at && !fault_sticky)) return false;
    atomic_store(&reached, true);
    errno = ENOMEM;
    return true;
}

static void *counted(void *block) {
    if (block) atomic_fetch_add_explicit(&live, 1, memory_order_relaxed);
    return block;
}

void *malloc(size_t bytes) {
    if (fails()) return NULL;
    return counted(__interceptor_malloc ? __interceptor_malloc(bytes) : __libc_malloc(bytes));
}

void *calloc(size_t n, size_t bytes) {
    if (fails()) return NULL;
    return counted(__interceptor_calloc ? __interceptor_calloc(n, bytes) : __libc_calloc(n, bytes));
}

void *realloc(void *block, size_t bytes) {
    if (fails()) return NULL;
    void *moved =
        __interceptor_realloc ? __interceptor_realloc(block, bytes) : __libc_realloc(block, bytes);
    return block ? moved : counted(moved);
}

void free(void *block) {
    if (block) atomic_fetch_sub_explicit(&live, 1, memory_order_relaxed);
    if (__interceptor_free) __interceptor_free(block);
    else __libc_free(block);
}

static void *aligned(size_t alignment, size_t bytes) {
    return counted(__interceptor_memalign ? __interceptor_memalign(alignment, bytes)
                                          : __libc_memalign(alignment, bytes));
}

int posix_memalign(void **block, size_t alignment, size_t bytes) {
    if (fails()) return ENOMEM;
    *block = aligned(alignment, bytes);
    return *block ? 0 : ENOMEM;
}

void *aligned_alloc(size_t alignment, size_t bytes) {
    return fails() ? NULL : aligned(alignment, bytes);
}

void *memalign(size_t alignment, size_t bytes) {
    return fails() ? NULL : aligned(alignment, bytes);
}
