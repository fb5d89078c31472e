/* The suite: every measurement once a round, so that the machine's moods fall on all alike; medians
 * of rounds; and the table of what the project wants to reach, as ratios within this one run. */
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <jansson.h>
#include <ticketcore/ticketcore.h>

typedef struct row {
    const char *name;
    bench_plan plan;
    bench_found rounds[BENCH_ROUNDS_MAX]; /* sorted by rate once all are done */
    bench_found median;
    bool measured;
} row;

#define ENGINE "ticketcore"
#define POSTGRES "PostgreSQL"
#define REDIS "Redis"
#define SQLITE "SQLite"
#define RAW "raw LMDB"

/* clang-format off */
static row ROWS[] = {
    /*                          subject   job            clients batch spread processes relaxed */
    {.name = "hold",             .plan = {ENGINE,   BENCH_HOLD,    64, 1,    1,  1, false, .ops_max = 1000000}},
    {.name = "hold pg",          .plan = {POSTGRES, BENCH_HOLD,    64, 1,    1,  1, false, .ops_max = 100000}},
    {.name = "hold pg 16",       .plan = {POSTGRES, BENCH_HOLD,    16, 1,    1,  1, false, .ops_max = 100000}},
    {.name = "hold redis",       .plan = {REDIS,    BENCH_HOLD,    64, 1,    1,  1, false, .ops_max = 400000}},
    {.name = "hold sqlite",      .plan = {SQLITE,   BENCH_HOLD,    1,  1,    1,  1, false, .ops_max = 100000}},
    {.name = "confirm",          .plan = {ENGINE,   BENCH_CONFIRM, 64, 1,    1,  1, false, .ops_max = 1000000}},
    {.name = "confirm pg",       .plan = {POSTGRES, BENCH_CONFIRM, 64, 1,    1,  1, false, .ops_max = 100000}},
    {.name = "confirm pg 16",    .plan = {POSTGRES, BENCH_CONFIRM, 16, 1,    1,  1, false, .ops_max = 100000}},
    {.name = "confirm redis",    .plan = {REDIS,    BENCH_CONFIRM, 64, 1,    1,  1, false, .ops_max = 400000}},
    {.name = "confirm sqlite",   .plan = {SQLITE,   BENCH_CONFIRM, 1,  1,    1,  1, false, .ops_max = 100000}},
    {.name = "batch",            .plan = {ENGINE,   BENCH_HOLD,    1,  1000, 1,  1, false, .ops_max = 4000000}},
    {.name = "batch pg",         .plan = {POSTGRES, BENCH_HOLD,    1,  1000, 1,  1, false, .ops_max = 200000}},
    {.name = "batch redis",      .plan = {REDIS,    BENCH_HOLD,    1,  16,   1,  1, false, .ops_max = 400000}},
    {.name = "batch sqlite",     .plan = {SQLITE,   BENCH_HOLD,    1,  1000, 1,  1, false, .ops_max = 500000}},
    {.name = "batch raw",        .plan = {RAW,      BENCH_HOLD,    1,  1000, 1,  1, false, .ops_max = 8000000}},
    {.name = "single",           .plan = {ENGINE,   BENCH_HOLD,    1,  1,    1,  1, false, .ops_max = 200000}},
    {.name = "single raw",       .plan = {RAW,      BENCH_HOLD,    1,  1,    1,  1, false, .ops_max = 200000}},
    {.name = "single pg",        .plan = {POSTGRES, BENCH_HOLD,    1,  1,    1,  1, false, .ops_max = 50000}},
    {.name = "relaxed",          .plan = {ENGINE,   BENCH_HOLD,    1,  1,    1,  1, true,  .ops_max = 1000000}},
    {.name = "relaxed pg",       .plan = {POSTGRES, BENCH_HOLD,    1,  1,    1,  1, true,  .ops_max = 100000}},
    {.name = "relaxed redis",    .plan = {REDIS,    BENCH_HOLD,    1,  1,    1,  1, true,  .ops_max = 200000}},
    {.name = "relaxed sqlite",   .plan = {SQLITE,   BENCH_HOLD,    1,  1,    1,  1, true,  .ops_max = 400000}},
    {.name = "relaxed batch",        .plan = {ENGINE, BENCH_HOLD,  1,  1000, 1,  1, true,  .ops_max = 4000000}},
    {.name = "relaxed batch redis",  .plan = {REDIS,  BENCH_HOLD,  1,  16,   1,  1, true,  .ops_max = 400000}},
    {.name = "relaxed batch sqlite", .plan = {SQLITE, BENCH_HOLD,  1,  1000, 1,  1, true,  .ops_max = 500000}},
    {.name = "512",              .plan = {ENGINE,   BENCH_HOLD,    1,  512,  1,  1, false, .ops_max = 4000000}},
    {.name = "512 spread",       .plan = {ENGINE,   BENCH_HOLD,    1,  512,  40, 1, false, .ops_max = 4000000}},
    {.name = "contend",          .plan = {ENGINE,   BENCH_CONTEND, 64, 1,    1,  1, false, .ops_max = 100000000}},
    {.name = "contend pg",       .plan = {POSTGRES, BENCH_CONTEND, 64, 1,    1,  1, false, .ops_max = 100000000}},
    {.name = "contend redis",    .plan = {REDIS,    BENCH_CONTEND, 64, 1,    1,  1, false, .ops_max = 100000000}},
    {.name = "contend sqlite",   .plan = {SQLITE,   BENCH_CONTEND, 64, 1,    1,  1, false, .ops_max = 100000000}},
    {.name = "hold 2 processes",    .plan = {ENGINE, BENCH_HOLD,    64, 1,   1,  2, false, .ops_max = 1000000}},
    {.name = "confirm 2 processes", .plan = {ENGINE, BENCH_CONFIRM, 64, 1,   1,  2, false, .ops_max = 1000000}},
};
/* clang-format on */
#define ROW_COUNT (sizeof ROWS / sizeof ROWS[0])

typedef enum figure { RATE, P50, P99 } figure;

/* A wish: figure of one row over the best such figure of others. */
typedef struct goal {
    const char *job, *against;
    figure of;
    const char *over, *under[2];
    double must, stretch; /* a rate at least, a time at most; stretch 0: none */
} goal;

static const goal GOALS[] = {
    {"hold, 64 threads", "PostgreSQL", RATE, "hold", {"hold pg", "hold pg 16"}, 5, 9},
    {"hold, 64 threads", "Redis always", RATE, "hold", {"hold redis"}, 1.5, 2.5},
    {"hold, 64 threads", "SQLite FULL", RATE, "hold", {"hold sqlite"}, 9, 15},
    {"hold and confirm, 64 threads",
     "PostgreSQL",
     RATE,
     "confirm",
     {"confirm pg", "confirm pg 16"},
     5,
     9},
    {"hold and confirm, 64 threads", "Redis always", RATE, "confirm", {"confirm redis"}, 1.9, 3},
    {"hold and confirm, 64 threads", "SQLite FULL", RATE, "confirm", {"confirm sqlite"}, 10, 18},
    {"its latency, median", "PostgreSQL", P50, "confirm", {"confirm pg"}, 0.25, 0},
    {"its latency, median", "Redis always", P50, "confirm", {"confirm redis"}, 0.6, 0.35},
    {"its latency, 99 of 100", "PostgreSQL", P99, "confirm", {"confirm pg"}, 0.15, 0},
    {"batch, 1,000 a call", "SQLite FULL, 1,000", RATE, "batch", {"batch sqlite"}, 8, 12},
    {"batch, 1,000 a call", "Redis always, 16", RATE, "batch", {"batch redis"}, 20, 30},
    {"batch, 1,000 a call", "raw LMDB", RATE, "batch", {"batch raw"}, 1.0 / 3, 0},
    {"one client", "raw LMDB", RATE, "single", {"single raw"}, 0.7, 0},
    {"one client", "PostgreSQL", RATE, "single", {"single pg"}, 1.1, 0},
    {"one client", "SQLite FULL", RATE, "single", {"hold sqlite"}, 0, 1},
    {"relaxed, one thread", "SQLite NORMAL", RATE, "relaxed", {"relaxed sqlite"}, 2, 4},
    {"relaxed, one thread", "Redis everysec", RATE, "relaxed", {"relaxed redis"}, 5, 10},
    {"relaxed, one thread", "PostgreSQL async", RATE, "relaxed", {"relaxed pg"}, 9, 18},
    {"relaxed batch, 1,000 a call",
     "SQLite NORMAL, 1,000",
     RATE,
     "relaxed batch",
     {"relaxed batch sqlite"},
     35,
     0},
    {"relaxed batch, 1,000 a call",
     "Redis everysec, 16",
     RATE,
     "relaxed batch",
     {"relaxed batch redis"},
     70,
     0},
    {"40 events, 512 a call", "one event", RATE, "512 spread", {"512"}, 1.0 / 6, 1.0 / 1.3},
    {"64 fight for 1,000 seats", "PostgreSQL", RATE, "contend", {"contend pg"}, 4, 40},
    {"64 fight for 1,000 seats", "Redis always", RATE, "contend", {"contend redis"}, 1.4, 14},
    {"64 fight for 1,000 seats", "SQLite FULL", RATE, "contend", {"contend sqlite"}, 1.5, 15},
    {"two processes, hold", "one process", RATE, "hold 2 processes", {"hold"}, 0.7, 1},
    {"two processes, confirm", "one process", RATE, "confirm 2 processes", {"confirm"}, 0.6, 1},
};
#define GOAL_COUNT (sizeof GOALS / sizeof GOALS[0])

static int by_rate(const void *a, const void *b) {
    double x = ((const bench_found *)a)->rate, y = ((const bench_found *)b)->rate;
    return (x > y) - (x < y);
}

static row *find(const char *name) {
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (name && strcmp(ROWS[i].name, name) == 0 && ROWS[i].measured) return &ROWS[i];
    return NULL;
}

static json_t *row_json(const row *one, int rounds) {
    static const char *const JOBS[] = {"hold", "confirm", "contend"};
    const bench_plan *p = &one->plan;
    const bench_found *m = &one->median;
    return json_pack(
        "{s:s s:s s:s s:i s:i s:i s:i s:s s:f s:f s:f s:f s:f s:f s:f s:f s:f s:f s:f s:I s:I s:I}",
        "name", one->name, "subject", p->subject, "job", JOBS[p->job], "clients", p->clients,
        "batch", p->batch, "spread", p->spread, "processes", p->processes, "mode",
        p->relaxed ? "relaxed" : "durable", "rate", m->rate, "rate_min", one->rounds[0].rate,
        "rate_max", one->rounds[rounds - 1].rate, "p50_us", m->p50_us, "p99_us", m->p99_us,
        "p999_us", m->p999_us, "max_us", m->max_us, "user_us", m->user_us, "sys_us", m->sys_us,
        "bytes_per_op", m->bytes_per_op, "flushes_per_op", m->flushes_per_op, "file_bytes",
        (json_int_t)m->file_bytes, "peak_bytes", (json_int_t)m->peak_bytes, "failed",
        (json_int_t)m->failed);
}

static void print_rows(FILE *to, int rounds) {
    fprintf(to, "\n%-21s %-10s %9s  %-21s %9s %9s %14s %9s %7s\n", "measurement", "of", "ops/s",
            "least … most", "p50 µs", "p99 µs", "CPU µs user+sys", "bytes/op", "flush/op");
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const row *one = &ROWS[i];
        const bench_found *m = &one->median;
        char range[48];
        if (!one->measured) continue;
        snprintf(range, sizeof range, "%.0f … %.0f", one->rounds[0].rate,
                 one->rounds[rounds - 1].rate);
        fprintf(to, "%-21s %-10s %9.0f  %-23s %9.0f %9.0f %7.2f + %5.2f %9.0f %7.3f%s\n", one->name,
                one->plan.subject, m->rate, range, m->p50_us, m->p99_us, m->user_us, m->sys_us,
                m->bytes_per_op, m->flushes_per_op, m->failed ? "  FAILED OPERATIONS" : "");
    }
}

/* The figure of the row that does best in it. */
static bool best_of(const goal *wish, double *best) {
    *best = 0;
    for (int i = 0; i < 2; i++) {
        const row *one = find(wish->under[i]);
        if (!one) continue;
        double value = wish->of == RATE  ? one->median.rate
                       : wish->of == P50 ? one->median.p50_us
                                         : one->median.p99_us;
        if (*best == 0 || (wish->of == RATE ? value > *best : value < *best)) *best = value;
    }
    return *best > 0;
}

static json_t *print_goals(FILE *to, bool *all) {
    json_t *out = json_array();
    fprintf(to, "\n%-30s %-22s %10s %10s %10s  %s\n", "job", "over", "must", "stretch", "measured",
            "holds");
    for (size_t i = 0; i < GOAL_COUNT; i++) {
        const goal *wish = &GOALS[i];
        const row *over = find(wish->over);
        double under;
        if (!over || !best_of(wish, &under)) continue;
        bool least = wish->of == RATE;
        double mine = least ? over->median.rate
                            : (wish->of == P50 ? over->median.p50_us : over->median.p99_us);
        double ratio = mine / under;
        bool holds = wish->must <= 0 || (least ? ratio >= wish->must : ratio <= wish->must);
        bool stretched =
            wish->stretch > 0 && (least ? ratio >= wish->stretch : ratio <= wish->stretch);
        char must[24] = "", stretch[24] = "";
        if (wish->must > 0) snprintf(must, sizeof must, "%s %.3g", least ? "≥" : "≤", wish->must);
        if (wish->stretch > 0)
            snprintf(stretch, sizeof stretch, "%s %.3g", least ? "≥" : "≤", wish->stretch);
        fprintf(to, "%-30s %-22s %*s %*s %9.2f×  %s%s\n", wish->job, wish->against,
                must[0] ? 12 : 10, must, stretch[0] ? 12 : 10, stretch, ratio, holds ? "yes" : "NO",
                stretched ? ", stretch too" : "");
        *all &= holds;
        json_array_append_new(out,
                              json_pack("{s:s s:s s:f s:f s:f s:b s:b}", "job", wish->job, "over",
                                        wish->against, "must", wish->must, "stretch", wish->stretch,
                                        "measured", ratio, "holds", holds, "stretched", stretched));
    }
    return out;
}

static json_t *subjects(void) {
    json_t *out = json_object();
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const bench_subject *one = bench_subject_of(ROWS[i].plan.subject);
        if (one) json_object_set_new(out, one->name, json_string(one->settings));
    }
    return out;
}

static json_t *machine(const char *commit) {
    struct utsname name;
    uname(&name);
    return json_pack("{s:s s:s s:s s:i s:s}", "commit", commit, "system", name.sysname, "kernel",
                     name.release, "cores", (int)sysconf(_SC_NPROCESSORS_ONLN), "library",
                     tc_version());
}

static void measure_all(const bench_options *options) {
    for (int round = 0; round < options->rounds; round++)
        for (size_t i = 0; i < ROW_COUNT; i++) {
            row *one = &ROWS[i];
            if (!bench_subject_of(one->plan.subject)) continue;
            if (options->only && !strstr(one->name, options->only)) continue;
            fprintf(stderr, "\rround %d of %d, %zu of %zu: %-24s", round + 1, options->rounds,
                    i + 1, ROW_COUNT, one->name);
            one->plan.seconds = options->seconds;
            bench_drive(&one->plan, options->base, &one->rounds[round]);
            one->measured = true;
        }
    fprintf(stderr, "\r%60s\r", "");
}

int bench_suite(const bench_options *options) {
    bool all = true;
    json_t *rows = json_array();
    measure_all(options);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        row *one = &ROWS[i];
        if (!one->measured) continue;
        qsort(one->rounds, (size_t)options->rounds, sizeof one->rounds[0], by_rate);
        one->median = one->rounds[options->rounds / 2];
        all &= one->median.failed == 0;
        json_array_append_new(rows, row_json(one, options->rounds));
    }
    print_rows(options->text, options->rounds);
    json_t *report = json_pack("{s:o s:o s:i s:f s:o}", "machine", machine(options->commit),
                               "subjects", subjects(), "rounds", options->rounds, "seconds_each",
                               options->seconds, "rows", rows);
    json_object_set_new(report, "goals", print_goals(options->text, &all));
    if (options->json) {
        json_dumpf(report, options->json, JSON_INDENT(1) | JSON_REAL_PRECISION(6));
        fputc('\n', options->json);
    }
    json_decref(report);
    return all ? 0 : 1;
}
