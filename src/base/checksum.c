/* The one place that compiles xxHash, inlined so that nothing of it is linked or exported. */
#define XXH_INLINE_ALL
#include "base/checksum.h"

#include <xxhash.h>

/* The seed is mixed in afterwards: XXH3's own seeding prepares a new secret for every long input.
 */
uint64_t tci_checksum(const void *data, size_t len, uint64_t seed) {
    uint64_t mixed = seed * UINT64_C(0x9E3779B97F4A7C15);
    return XXH3_64bits(data, len) ^ mixed ^ (mixed >> 29);
}
