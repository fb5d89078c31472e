/* Thin face of libsodium for what the engine needs: random bytes, keyed hashes, comparison. Must
 * never log or store what passes through. */
#include "base/secret.h"

#include <pthread.h>
#include <stdatomic.h>

#include <sodium.h>

/* A system call for each id would cost more than the rest of making it, so each thread keeps a
 * pool. What was handed out is wiped at once, and the child of a fork begins with an empty pool. */
#define POOL_BYTES 512u

static _Thread_local struct {
    uint8_t bytes[POOL_BYTES];
    size_t left;
    uint32_t forks;
} pool;
static _Atomic uint32_t forks;

static void count_fork(void) {
    atomic_fetch_add(&forks, 1);
}

static void watch_forks(void) {
    pthread_atfork(NULL, NULL, count_fork);
}

bool tci_secret_begin(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    return sodium_init() >= 0 && pthread_once(&once, watch_forks) == 0;
}

void tci_random(void *out, size_t len) {
    if (len > POOL_BYTES / 4) {
        randombytes_buf(out, len);
        return;
    }
    uint32_t now = atomic_load_explicit(&forks, memory_order_relaxed);
    if (pool.left < len || pool.forks != now) {
        randombytes_buf(pool.bytes, POOL_BYTES);
        pool.left = POOL_BYTES;
        pool.forks = now;
    }
    pool.left -= len;
    memcpy(out, pool.bytes + pool.left, len);
    sodium_memzero(pool.bytes + pool.left, len);
}

/* The key comes first in the message, not by BLAKE2b's own keying, which would spend a block on it.
 * BLAKE2 marks its last block, so a prefix is as good a key. */
void tci_keyed_hash(const uint8_t key[32], const char *purpose, const void *data, size_t len,
                    uint8_t out[16]) {
    crypto_generichash_state state;
    int failed = crypto_generichash_init(&state, NULL, 0, 16);
    failed |= crypto_generichash_update(&state, key, 32);
    failed |=
        crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
    if (len) failed |= crypto_generichash_update(&state, data, len);
    failed |= crypto_generichash_final(&state, out, 16);
    TCI_ASSERT(!failed);
}

bool tci_secret_equal(const uint8_t a[16], const uint8_t b[16]) {
    return sodium_memcmp(a, b, 16) == 0;
}
