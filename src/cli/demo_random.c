/* Random choices of the demonstration: a small generator whose streams repeat with --seed. Every
 * thread has its own. Nothing secret may come from it. */
#include "demo.h"

/* SplitMix64 (Steele, Lea, Flood 2014): one addition and a mix; any state is a good one. */
uint64_t demo_random_next(demo_random *random) {
    uint64_t z = (random->state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void demo_random_seed(demo_random *random, uint64_t seed, uint64_t stream) {
    random->state = seed;
    uint64_t first = demo_random_next(random);
    random->state = first ^ (stream * 0xD1342543DE82EF95u);
    (void)demo_random_next(random);
}

uint32_t demo_random_below(demo_random *random, uint32_t below) {
    return (uint32_t)(((demo_random_next(random) >> 32) * below) >> 32);
}

bool demo_random_percent(demo_random *random, uint32_t percent) {
    return demo_random_below(random, 100) < percent;
}
