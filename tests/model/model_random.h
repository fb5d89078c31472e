/* A small generator of numbers (splitmix64), the same everywhere. */
#ifndef MODEL_RANDOM_H
#define MODEL_RANDOM_H

#include <stdint.h>

typedef struct sim_random {
    uint64_t state;
} sim_random;

static inline uint64_t sim_next(sim_random *r) {
    uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

/* 0 … sides - 1 */
static inline uint32_t sim_roll(sim_random *r, uint32_t sides) {
    return (uint32_t)((sim_next(r) >> 32) * sides >> 32);
}

#endif
