/* The benchmark's entry: one measurement by options, or the suite: all measurements interleaved
 * over several rounds, medians of rounds, the ratios the project promises. JSON for machines. */
#include "bench.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <jansson.h>
#include <ticketcore/ticketcore.h>

#define ROUNDS_MAX 9

static void remove_tree(const char *path) {
    char command[4200];
    snprintf(command, sizeof command, "rm -rf -- '%s'", path);
    if (system(command)) bench_die("cannot remove", path);
}

static double seconds_of(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* Each measurement has a folder of its own, so that no one pays for another's file. */
static void measure(const bench_plan *plan, const char *base, bench_found *found) {
    char folder[4096];
    struct rusage before, after;
    snprintf(folder, sizeof folder, "%s/XXXXXX", base);
    if (!mkdtemp(folder)) bench_die("cannot make a folder in", base);
    bench_plan mine = *plan;
    mine.folder = folder;
    memset(found, 0, sizeof *found);
    getrusage(RUSAGE_SELF, &before);
    if (strcmp(plan->job, "raw") == 0) bench_raw(&mine, found);
    else bench_engine(&mine, found);
    getrusage(RUSAGE_SELF, &after);
    found->rate = found->seconds > 0 ? (double)found->ops / found->seconds : 0;
    if (found->ops) {
        found->user_us =
            (seconds_of(after.ru_utime) - seconds_of(before.ru_utime)) * 1e6 / (double)found->ops;
        found->sys_us =
            (seconds_of(after.ru_stime) - seconds_of(before.ru_stime)) * 1e6 / (double)found->ops;
    }
    remove_tree(folder);
}

typedef struct row {
    const char *name;
    bench_plan plan;
    bench_found rounds[ROUNDS_MAX];
    bench_found median;
} row;

static int by_rate(const void *a, const void *b) {
    double x = ((const bench_found *)a)->rate, y = ((const bench_found *)b)->rate;
    return (x > y) - (x < y);
}

static json_t *found_json(const row *one, int rounds) {
    const bench_found *m = &one->median;
    return json_pack(
        "{s:s s:s s:i s:i s:s s:i s:f s:f s:f s:f s:f s:f s:f s:f s:I s:I s:I}", "name", one->name,
        "job", one->plan.job, "threads", one->plan.threads, "batch", one->plan.batch, "mode",
        one->plan.memory    ? "memory"
        : one->plan.relaxed ? "relaxed"
                            : "durable",
        "spread", one->plan.spread, "rate", m->rate, "rate_min", one->rounds[0].rate, "rate_max",
        one->rounds[rounds - 1].rate, "p50_us", m->p50_us, "p99_us", m->p99_us, "max_us", m->max_us,
        "user_us", m->user_us, "sys_us", m->sys_us, "commits", (json_int_t)m->commits, "file_bytes",
        (json_int_t)m->file_bytes, "failed", (json_int_t)m->failed);
}

static void print_row(const row *one) {
    const bench_found *m = &one->median;
    fprintf(stderr,
            "%-22s %12.0f /s  [%0.0f … %0.0f]  p50 %8.1f µs  p99 %9.1f µs  cpu %6.2f+%5.2f µs%s\n",
            one->name, m->rate, one->rounds[0].rate, one->rounds[ROUNDS_MAX - 1].rate, m->p50_us,
            m->p99_us, m->user_us, m->sys_us, m->failed ? "  FAILED OPERATIONS" : "");
}

static row *find(row *rows, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].name, name) == 0) return &rows[i];
    bench_die("no row", name);
    return NULL;
}

/* What the project promises of one run. */
static json_t *ratios(row *rows, size_t count, bool *all) {
    static const struct {
        const char *name, *over, *under;
        double must;
    } RATIOS[] = {
        {"batch of 1,000 over one caller, durable", "hold batch 1000", "hold 1 caller", 100},
        {"64 callers over one caller, durable", "hold 64 callers", "hold 1 caller", 10},
        {"batch of 1,000 over the raw layout", "hold batch 1000", "raw batch 1000", 1.0 / 3},
        {"one caller over one raw commit", "hold 1 caller", "raw 1", 0},
    };
    json_t *out = json_array();
    for (size_t i = 0; i < sizeof RATIOS / sizeof RATIOS[0]; i++) {
        double ratio = find(rows, count, RATIOS[i].over)->median.rate /
                       find(rows, count, RATIOS[i].under)->median.rate;
        bool holds = ratio >= RATIOS[i].must;
        *all &= holds;
        fprintf(stderr, "%-42s %8.2f ×", RATIOS[i].name, ratio);
        if (RATIOS[i].must > 0)
            fprintf(stderr, "  (must be ≥ %.3g: %s)", RATIOS[i].must, holds ? "holds" : "FAILS");
        fprintf(stderr, "\n");
        json_array_append_new(out, json_pack("{s:s s:f s:f s:b}", "name", RATIOS[i].name, "ratio",
                                             ratio, "must", RATIOS[i].must, "holds", holds));
    }
    return out;
}

static json_t *machine(void) {
    struct utsname name;
    uname(&name);
    return json_pack("{s:s s:s s:i s:s}", "system", name.sysname, "kernel", name.release, "cores",
                     (int)sysconf(_SC_NPROCESSORS_ONLN), "library", tc_version());
}

static int suite(const char *base, int rounds, double seconds, FILE *json) {
    row rows[] = {
        {.name = "hold 1 caller", .plan = {"hold", 1, 1, false, false, 1, seconds, 200000, NULL}},
        {.name = "hold 64 callers",
         .plan = {"hold", 64, 1, false, false, 1, seconds, 1000000, NULL}},
        {.name = "hold batch 1000",
         .plan = {"hold", 1, 1000, false, false, 1, seconds, 2000000, NULL}},
        {.name = "hold batch 4096",
         .plan = {"hold", 1, 4096, false, false, 1, seconds, 3000000, NULL}},
        {.name = "confirm 1 caller",
         .plan = {"confirm", 1, 1, false, false, 1, seconds, 200000, NULL}},
        {.name = "confirm 64 callers",
         .plan = {"confirm", 64, 1, false, false, 1, seconds, 1000000, NULL}},
        {.name = "confirm batch 1000",
         .plan = {"confirm", 1, 1000, false, false, 1, seconds, 1000000, NULL}},
        {.name = "hold batch 512 40 ev",
         .plan = {"hold", 1, 512, false, false, 40, seconds, 2000000, NULL}},
        {.name = "hold relaxed 1", .plan = {"hold", 1, 1, true, false, 1, seconds, 500000, NULL}},
        {.name = "hold memory 1", .plan = {"hold", 1, 1, false, true, 1, seconds, 2000000, NULL}},
        {.name = "raw 1", .plan = {"raw", 1, 1, false, false, 1, seconds, UINT64_MAX, NULL}},
        {.name = "raw batch 1000",
         .plan = {"raw", 1, 1000, false, false, 1, seconds, 4000000, NULL}},
    };
    size_t count = sizeof rows / sizeof rows[0];
    for (int round = 0; round < rounds; round++)
        for (size_t i = 0; i < count; i++) {
            fprintf(stderr, "\rround %d of %d: %-24s", round + 1, rounds, rows[i].name);
            measure(&rows[i].plan, base, &rows[i].rounds[round]);
        }
    fprintf(stderr, "\r%48s\r", "");
    json_t *out = json_array();
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        qsort(rows[i].rounds, (size_t)rounds, sizeof rows[i].rounds[0], by_rate);
        rows[i].median = rows[i].rounds[rounds / 2];
        json_array_append_new(out, found_json(&rows[i], rounds));
        rows[i].rounds[ROUNDS_MAX - 1] = rows[i].rounds[rounds - 1];
        print_row(&rows[i]);
        all &= rows[i].median.failed == 0;
    }
    json_t *report = json_pack("{s:o s:i s:f s:o}", "machine", machine(), "rounds", rounds,
                               "seconds_each", seconds, "rows", out);
    json_object_set_new(report, "ratios", ratios(rows, count, &all));
    if (json) json_dumpf(report, json, JSON_INDENT(1) | JSON_REAL_PRECISION(6));
    if (json) fputc('\n', json);
    json_decref(report);
    return all ? 0 : 1;
}

static int single(const bench_plan *plan, const char *base, FILE *json) {
    row one = {.name = plan->job, .plan = *plan};
    measure(plan, base, &one.median);
    one.rounds[0] = one.rounds[ROUNDS_MAX - 1] = one.median;
    print_row(&one);
    json_t *report = found_json(&one, 1);
    if (json) json_dumpf(report, json, JSON_INDENT(1) | JSON_REAL_PRECISION(6));
    if (json) fputc('\n', json);
    json_decref(report);
    return one.median.failed != 0;
}

static void usage(FILE *to) {
    fputs("bench: measure the engine beside a raw LMDB floor\n"
          "  bench [--rounds N] [--seconds S] [--quick]   the whole suite, interleaved\n"
          "  bench --job hold|confirm|raw [--threads N] [--batch N] [--spread N]\n"
          "        [--mode durable|relaxed|memory] [--seconds S] [--ops N]\n"
          "  --dir FOLDER  where stores are made and removed (default: build/)\n"
          "  --json FILE   write the figures as JSON; - for standard output\n",
          to);
}

int main(int argc, char **argv) {
    static const struct option OPTIONS[] = {{"job", required_argument, NULL, 'j'},
                                            {"threads", required_argument, NULL, 't'},
                                            {"batch", required_argument, NULL, 'b'},
                                            {"mode", required_argument, NULL, 'm'},
                                            {"seconds", required_argument, NULL, 's'},
                                            {"ops", required_argument, NULL, 'o'},
                                            {"spread", required_argument, NULL, 'e'},
                                            {"rounds", required_argument, NULL, 'r'},
                                            {"dir", required_argument, NULL, 'd'},
                                            {"json", required_argument, NULL, 'J'},
                                            {"quick", no_argument, NULL, 'q'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    bench_plan plan = {NULL, 1, 1, false, false, 1, 2.0, 2000000, NULL};
    const char *base = "build", *json_path = NULL;
    int rounds = 3, option;
    while ((option = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) switch (option) {
        case 'j': plan.job = optarg; break;
        case 't': plan.threads = atoi(optarg); break;
        case 'b': plan.batch = atoi(optarg); break;
        case 'm':
            plan.relaxed = strcmp(optarg, "relaxed") == 0;
            plan.memory = strcmp(optarg, "memory") == 0;
            break;
        case 's': plan.seconds = atof(optarg); break;
        case 'o': plan.ops_max = strtoull(optarg, NULL, 10); break;
        case 'e': plan.spread = atoi(optarg); break;
        case 'r': rounds = atoi(optarg); break;
        case 'd': base = optarg; break;
        case 'J': json_path = optarg; break;
        case 'q':
            rounds = 1;
            plan.seconds = 1.0;
            break;
        case 'h': usage(stdout); return 0;
        default: usage(stderr); return 2;
        }
    if (rounds < 1 || rounds > ROUNDS_MAX || plan.threads < 1 || plan.batch < 1 ||
        plan.batch > TC_BATCH_MAX || plan.spread < 1 || plan.seconds <= 0) {
        fprintf(stderr,
                "bench: rounds 1 … %d, threads, batch (up to %d), spread and seconds above 0\n",
                ROUNDS_MAX, TC_BATCH_MAX);
        return 2;
    }
    FILE *json = !json_path ? NULL : strcmp(json_path, "-") == 0 ? stdout : fopen(json_path, "w");
    if (json_path && !json) bench_die(json_path, strerror(errno));
    if (mkdir(base, 0700) && errno != EEXIST) bench_die(base, strerror(errno));
    int code = plan.job ? single(&plan, base, json) : suite(base, rounds, plan.seconds, json);
    if (json && json != stdout) fclose(json);
    return code;
}
