/* What the parts of the benchmark share: a measurement's plan, what it found, and the face that the
 * engine and each of its peers show to the driver. */
#ifndef BENCH_H
#define BENCH_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* What one operation is. Two seats beside one another each. */
typedef enum bench_job {
    BENCH_HOLD,       /* free seats at a known version, held */
    BENCH_CONFIRM,    /* held, then sold with order and message: two calls */
    BENCH_CONTEND,    /* any two of 1,000 seats, free or not: one attempt */
    BENCH_GATE,       /* one ticket, sold before, scanned at a gate */
    BENCH_OUTBOX,     /* a message leased by a worker, then answered as sent: two calls */
    BENCH_BEST,       /* the best two seats of a house of 10,000 that fills up */
    BENCH_EXPIRY,     /* a dead hold given back; a call gives back a batch of them */
    BENCH_READ_MAP,   /* the two-bit map of 50,000 seats on an open snapshot */
    BENCH_READ_FRESH, /* the same, the snapshot moved to the newest commit before each */
    BENCH_READ_SEATS, /* 50,000 seats decoded with their versions */
    BENCH_READ_FEED,  /* a hundred events of the feed */
    BENCH_JOBS
} bench_job;

/* What goes on in a thread of its own beside the clients, not counted. */
typedef enum bench_beside {
    BENCH_ALONE,
    BENCH_WRITER, /* one client holds seats, one call each, of the events that are read */
    BENCH_STORM   /* dead holds of other events are given back, 1,000 a call */
} bench_beside;

/* One measurement. */
typedef struct bench_plan {
    const char *subject; /* a name of bench_subjects */
    bench_job job;
    int clients; /* in all processes together, one thread each */
    int batch;   /* operations a call (or a pipeline); 1: one call each */
    int spread;  /* events the buyers are spread over */
    int processes;
    bool relaxed;
    bool memory;
    double arrivals; /* operations a second that arrive whatever happens; 0: each waits for its last
                      */
    bench_beside beside;
    double seconds;   /* stop after this long … */
    uint64_t ops_max; /* … or after so many operations */
    const char *folder;
} bench_plan;

/* Latencies in buckets of about 3 % width; nanoseconds. */
#define BENCH_BUCKETS 2048
typedef struct bench_times {
    uint64_t buckets[BENCH_BUCKETS];
    uint64_t count;
    uint64_t max_ns;
} bench_times;

#define BENCH_QUANTILES 11
extern const double bench_quantiles[BENCH_QUANTILES];

typedef struct bench_found {
    uint64_t ops;    /* carried out; of BENCH_CONTEND attempts */
    uint64_t failed; /* that had to succeed and did not */
    uint64_t won;    /* of BENCH_CONTEND: attempts that got their seats */
    double seconds;
    double rate;                            /* operations a second */
    double p50_us, p99_us, p999_us, max_us; /* of one call */
    double user_us, sys_us;                 /* CPU time an operation, servers included */
    double bytes_per_op, flushes_per_op;    /* that reached the device */
    uint64_t file_bytes;
    uint64_t peak_bytes; /* resident memory of the process at its most, pages of the mapped store
                            counted, servers not included */
    double beside_rate;  /* turns a second of what went on beside it */
    double quantiles_us[BENCH_QUANTILES]; /* of bench_quantiles */
} bench_found;

/* Whom to measure. A subject is opened fresh for each measurement; `client` is called in the thread
 * that will use it. */
typedef struct bench_subject {
    const char *name;
    const char *settings;  /* how it runs, for the report */
    bool (*present)(void); /* NULL: always */
    /* Ready for `ops_max` operations. With `make` false: one made by another process. */
    void *(*open)(const bench_plan *plan, bool make);
    void *(*client)(void *subject);
    /* Operations first … first + count - 1 in one call. How many were done. */
    uint32_t (*run)(void *client, uint64_t first, uint32_t count);
    /* One turn of what goes on beside the clients, in a client of its own; false: nothing is left
     * to do. NULL: it has no such thing. */
    bool (*beside)(void *client, uint64_t turn);
    void (*leave)(void *client);
    /* What the job changed, as the subject itself counts it now: seats held or sold, tickets that
     * went in, messages sent, holds given back. Of reads 0. */
    uint64_t (*taken)(void *subject);
    void (*close)(void *subject, bench_found *found);
    /* CPU time of its servers so far; NULL: none. */
    void (*cpu)(double *user_seconds, double *sys_seconds);
} bench_subject;

extern const bench_subject bench_engine, bench_raw;
#ifdef BENCH_POSTGRES
extern const bench_subject bench_postgres;
#endif
#ifdef BENCH_REDIS
extern const bench_subject bench_redis;
#endif
#ifdef BENCH_SQLITE
extern const bench_subject bench_sqlite;
#endif

/* Where operation n takes its seats. */
#define BENCH_EVENT_SEATS 50000u
#define BENCH_EVENT_OPS (BENCH_EVENT_SEATS / 2)
#define BENCH_CONTEND_SEATS 1000u
typedef struct bench_place {
    uint64_t event;   /* 0 … */
    uint32_t seat;    /* and the one after it */
    uint32_t version; /* 0: any */
} bench_place;
bench_place bench_place_of(const bench_plan *plan, uint64_t n);
/* Events that ops_max operations need; behind them lie those of a storm. */
uint64_t bench_events_of(const bench_plan *plan);
#define BENCH_STORM_EVENTS 4u
#define BENCH_STORM_HOLDS (BENCH_STORM_EVENTS * (uint64_t)BENCH_EVENT_OPS)
#define BENCH_BEST_SEATS 10000u
/* With the storm's. */
uint64_t bench_all_events_of(const bench_plan *plan);
uint32_t bench_seats_of(const bench_plan *plan); /* an event */
bool bench_reads(bench_job job);
const char *bench_job_name(bench_job job);

/* drive.c: one measurement from making to removing. */
void bench_drive(const bench_plan *plan, const char *base, bench_found *found);
const bench_subject *bench_subject_of(const char *name); /* NULL: none such, or not here */

#define BENCH_ROUNDS_MAX 15
/* suite.c: all measurements, interleaved, and what is promised of them. */
typedef struct bench_options {
    const char *base;
    const char *only; /* part of a row's name; NULL: all */
    int rounds;
    double seconds;
    bool full;          /* the largest points of the growth curves too */
    const char *commit; /* what was built */
    FILE *text;         /* for people */
    FILE *json;         /* may be NULL */
} bench_options;
int bench_suite(const bench_options *options);

/* times.c */
uint64_t bench_now_ns(void);
void bench_times_add(bench_times *times, uint64_t ns);
void bench_times_merge(bench_times *into, const bench_times *from);
double bench_times_at(const bench_times *times, double quantile); /* microseconds */

/* host.c: the machine, servers, the end. */
typedef struct bench_device {
    uint64_t bytes, flushes;
} bench_device;
bench_device bench_device_of(const char *folder); /* so far; zeros where the system does not say */
void bench_remove(const char *folder);
void bench_at_end(const char *folder); /* removed once the servers have ended */
void bench_folder(char *path, size_t size, const char *base, const char *name);
/* Start a server as a child that dies with us, as user `user` when we are root; NULL: as we are. */
int bench_server_start(const char *user, const char *log, const char *const *command);
void bench_server_end(int pid, int signal);
void bench_server_cpu(int pid, double *user_seconds, double *sys_seconds);
bool bench_program(const char *name); /* is it on the path? */
/* Ends the program with a sentence. */
_Noreturn void bench_die(const char *what, const char *why);

#endif
