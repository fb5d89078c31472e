/* Time, and latency buckets: 32 to each power of two, so about 3 % wide at most. */
#include "bench.h"

#include <time.h>

const double bench_quantiles[BENCH_QUANTILES] = {0.01, 0.05, 0.1,  0.25,  0.5, 0.75,
                                                 0.9,  0.95, 0.99, 0.999, 1};

#define MANTISSA 5 /* 32 buckets a power of two */

uint64_t bench_now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static unsigned bucket_of(uint64_t ns) {
    if (ns < (1u << MANTISSA)) return (unsigned)ns;
    unsigned power = 63u - (unsigned)__builtin_clzll(ns);
    unsigned part = (unsigned)(ns >> (power - MANTISSA)) & ((1u << MANTISSA) - 1);
    unsigned bucket = ((power - MANTISSA + 1) << MANTISSA) | part;
    return bucket < BENCH_BUCKETS ? bucket : BENCH_BUCKETS - 1;
}

static uint64_t bucket_floor(unsigned bucket) {
    if (bucket < (1u << MANTISSA)) return bucket;
    unsigned power = (bucket >> MANTISSA) + MANTISSA - 1;
    uint64_t part = bucket & ((1u << MANTISSA) - 1);
    return (UINT64_C(1) << power) + (part << (power - MANTISSA));
}

void bench_times_add(bench_times *times, uint64_t ns) {
    times->buckets[bucket_of(ns)]++;
    times->count++;
    if (ns > times->max_ns) times->max_ns = ns;
}

void bench_times_merge(bench_times *into, const bench_times *from) {
    for (unsigned i = 0; i < BENCH_BUCKETS; i++) into->buckets[i] += from->buckets[i];
    into->count += from->count;
    if (from->max_ns > into->max_ns) into->max_ns = from->max_ns;
}

double bench_times_at(const bench_times *times, double quantile) {
    uint64_t want = (uint64_t)((double)times->count * quantile), seen = 0;
    for (unsigned i = 0; i < BENCH_BUCKETS; i++) {
        seen += times->buckets[i];
        if (seen > want) return (double)bucket_floor(i) / 1000.0;
    }
    return (double)times->max_ns / 1000.0;
}
