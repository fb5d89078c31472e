/* What growth.c finds. */
#ifndef BENCH_GROWTH_H
#define BENCH_GROWTH_H

#include "bench.h"

#define BENCH_POINTS_MAX 32

typedef struct bench_spread {
    double median, least, most;
} bench_spread;

/* A hold in a store of some size, beside one in a store of 10,000 seats. */
typedef struct bench_point {
    const char *series; /* "seats", "seats, anywhere", "events", "orders", "feed" */
    uint64_t size, store_bytes;
    bench_spread hold_us, small_us, ratio;
} bench_point;

typedef struct bench_growth {
    bench_point points[BENCH_POINTS_MAX];
    int point_count;
    uint64_t opened_bytes; /* of the largest store of the orders, which is opened again */
    bench_spread open_ms, first_read_ms;
    double seconds; /* that all of it took */
} bench_growth;

void bench_grow(bench_growth *growth, const char *base, bool full);

#endif
