/* What the parts of the benchmark share: one measurement's settings and what it found. */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One measurement. */
typedef struct bench_plan {
    const char *job; /* "hold", "confirm", "raw" */
    int threads;
    int batch; /* commands a call; 1: one call each */
    bool relaxed;
    bool memory;
    int spread;       /* events the buyers are spread over */
    double seconds;   /* stop after this long … */
    uint64_t ops_max; /* … or after so many operations */
    const char *folder;
} bench_plan;

/* Latencies in buckets of about 3 % width; nanoseconds. */
#define BENCH_BUCKETS 1024
typedef struct bench_times {
    uint64_t buckets[BENCH_BUCKETS];
    uint64_t count;
    uint64_t max_ns;
} bench_times;

typedef struct bench_found {
    uint64_t ops;
    uint64_t failed;
    double seconds;
    double rate;                   /* operations a second */
    double p50_us, p99_us, max_us; /* of one call */
    double user_us, sys_us;        /* CPU time an operation */
    uint64_t commits;
    uint64_t file_bytes;
} bench_found;

uint64_t bench_now_ns(void);
void bench_times_add(bench_times *times, uint64_t ns);
void bench_times_merge(bench_times *into, const bench_times *from);
double bench_times_at(const bench_times *times, double quantile); /* microseconds */

/* Ends the program with a sentence. */
void bench_die(const char *what, const char *why);

/* engine.c: a fresh store, its events, and the job on it. */
void bench_engine(const bench_plan *plan, bench_found *found);
/* raw.c: LMDB alone, putting as many pages a commit as the engine's layout touches. */
void bench_raw(const bench_plan *plan, bench_found *found);

#endif
