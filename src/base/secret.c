/* Thin face of libsodium for what the engine needs: random bytes, keyed hashes, comparison. Must
 * never log or store what passes through. */
#include "base/secret.h"

#include <sodium.h>

bool tci_secret_begin(void) {
    return sodium_init() >= 0;
}

void tci_random(void *out, size_t len) {
    randombytes_buf(out, len);
}

void tci_keyed_hash(const uint8_t key[32], const char *purpose, const void *data, size_t len,
                    uint8_t out[16]) {
    crypto_generichash_state state;
    int failed = crypto_generichash_init(&state, key, 32, 16);
    failed |=
        crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
    if (len) failed |= crypto_generichash_update(&state, data, len);
    failed |= crypto_generichash_final(&state, out, 16);
    TCI_ASSERT(!failed);
}

bool tci_secret_equal(const uint8_t a[16], const uint8_t b[16]) {
    return sodium_memcmp(a, b, 16) == 0;
}
