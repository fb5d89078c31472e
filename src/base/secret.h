/* Randomness, keyed hashes and constant-time comparison, all from libsodium. */
#ifndef TCI_SECRET_H
#define TCI_SECRET_H

#include "base/base.h"

/* Must have answered true once before anything else here is used; any thread, any number of times.
 */
bool tci_secret_begin(void);
void tci_random(void *out, size_t len);
/* 16 bytes of BLAKE2b over purpose and data under a 32-byte key. */
void tci_keyed_hash(const uint8_t key[32], const char *purpose, const void *data, size_t len,
                    uint8_t out[16]);
bool tci_secret_equal(const uint8_t a[16], const uint8_t b[16]);

#endif
