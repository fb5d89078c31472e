/* The benchmark's entry: the suite, or one measurement by options. */
#include "growth.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ticketcore/ticketcore.h>

static void usage(FILE *to) {
    fputs(
        "bench: measure the engine beside its peers\n"
        "  bench [--quick] [--rounds N] [--seconds S] [--only PART]   the suite, interleaved\n"
        "  bench --job JOB [--of SUBJECT] [--clients N] [--batch N] [--beside writer|storm]\n"
        "        [--spread N] [--processes N] [--mode durable|relaxed|memory] [--arrivals N]\n"
        "        [--seconds S] [--ops N]                              one measurement\n"
        "  JOB: hold, confirm, contend, gate, outbox, best, expiry, \"read map\", \"read fresh\",\n"
        "       \"read seats\", \"read feed\"\n"
        "  --full        the largest points of the growth curves too: hours, 20 GB\n"
        "  --of SUBJECT  ticketcore, \"raw LMDB\", PostgreSQL, Redis, SQLite\n"
        "  --arrivals N  operations a second that arrive whatever happens; latency counts from\n"
        "                then (default: each client waits for its last answer)\n"
        "  --commit TEXT  what was built, for the report\n"
        "  --dir FOLDER  where stores are made and removed (default: build/)\n"
        "  --json FILE   write the figures as JSON; - for standard output\n",
        to);
}

static int single(const bench_plan *plan, const char *base, FILE *text, FILE *json) {
    bench_found f;
    bench_drive(plan, base, &f);
    fprintf(text,
            "%s: %.0f /s, %llu in %.2f s, p50 %.1f µs, p99 %.1f µs, p99.9 %.1f µs, max %.1f µs, "
            "CPU %.2f + %.2f µs, %.0f bytes and %.3f flushes an operation%s\n",
            plan->subject, f.rate, (unsigned long long)f.ops, f.seconds, f.p50_us, f.p99_us,
            f.p999_us, f.max_us, f.user_us, f.sys_us, f.bytes_per_op, f.flushes_per_op,
            f.failed ? ", FAILED OPERATIONS" : "");
    if (json)
        fprintf(json,
                "{\"subject\": \"%s\", \"rate\": %.6g, \"ops\": %llu, \"won\": %llu, \"failed\": "
                "%llu, \"seconds\": %.6g, \"p50_us\": %.6g, \"p99_us\": %.6g, \"p999_us\": %.6g, "
                "\"max_us\": %.6g, \"user_us\": %.6g, \"sys_us\": %.6g, \"bytes_per_op\": %.6g, "
                "\"flushes_per_op\": %.6g, \"file_bytes\": %llu, \"peak_bytes\": %llu}\n",
                plan->subject, f.rate, (unsigned long long)f.ops, (unsigned long long)f.won,
                (unsigned long long)f.failed, f.seconds, f.p50_us, f.p99_us, f.p999_us, f.max_us,
                f.user_us, f.sys_us, f.bytes_per_op, f.flushes_per_op,
                (unsigned long long)f.file_bytes, (unsigned long long)f.peak_bytes);
    return f.failed != 0;
}

static int grow_only(const bench_options *options) {
    static bench_growth growth;
    bench_grow(&growth, options->base, options->full);
    for (int i = 0; i < growth.point_count; i++)
        fprintf(options->text, "%-16s %10llu  %.2f us, small %.2f us, %.2f×\n",
                growth.points[i].series, (unsigned long long)growth.points[i].size,
                growth.points[i].hold_us.median, growth.points[i].small_us.median,
                growth.points[i].ratio.median);
    fprintf(options->text, "%llu bytes opened in %.2f ms, first read %.2f ms; %.0f s\n",
            (unsigned long long)growth.opened_bytes, growth.open_ms.median,
            growth.first_read_ms.median, growth.seconds);
    return 0;
}

static bench_job job_of(const char *name) {
    for (int job = 0; job < BENCH_JOBS; job++)
        if (strcmp(name, bench_job_name((bench_job)job)) == 0) return (bench_job)job;
    bench_die(name, "there is no such job; see --help");
}

static bench_beside beside_of(const char *name) {
    if (strcmp(name, "writer") == 0) return BENCH_WRITER;
    if (strcmp(name, "storm") == 0) return BENCH_STORM;
    bench_die(name, "beside goes a writer or a storm");
}

static const struct option OPTIONS[] = {{"job", required_argument, NULL, 'j'},
                                        {"of", required_argument, NULL, 'O'},
                                        {"clients", required_argument, NULL, 'c'},
                                        {"batch", required_argument, NULL, 'b'},
                                        {"processes", required_argument, NULL, 'p'},
                                        {"mode", required_argument, NULL, 'm'},
                                        {"arrivals", required_argument, NULL, 'a'},
                                        {"seconds", required_argument, NULL, 's'},
                                        {"ops", required_argument, NULL, 'o'},
                                        {"spread", required_argument, NULL, 'e'},
                                        {"rounds", required_argument, NULL, 'r'},
                                        {"only", required_argument, NULL, 'y'},
                                        {"dir", required_argument, NULL, 'd'},
                                        {"json", required_argument, NULL, 'J'},
                                        {"commit", required_argument, NULL, 'C'},
                                        {"beside", required_argument, NULL, 'B'},
                                        {"full", no_argument, NULL, 'f'},
                                        {"quick", no_argument, NULL, 'q'},
                                        {"help", no_argument, NULL, 'h'},
                                        {NULL, 0, NULL, 0}};

int main(int argc, char **argv) {
    bench_plan plan = {.subject = "ticketcore",
                       .clients = 1,
                       .batch = 1,
                       .spread = 1,
                       .processes = 1,
                       .seconds = 2,
                       .ops_max = 2000000};
    bench_options options = {.base = "build", .rounds = 5, .text = stdout, .commit = "unknown"};
    const char *job = NULL, *json = NULL, *mode = "durable";
    int option;
    while ((option = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) switch (option) {
        case 'j': job = optarg; break;
        case 'O': plan.subject = optarg; break;
        case 'c': plan.clients = atoi(optarg); break;
        case 'b': plan.batch = atoi(optarg); break;
        case 'p': plan.processes = atoi(optarg); break;
        case 'm': mode = optarg; break;
        case 'a': plan.arrivals = atof(optarg); break;
        case 's': plan.seconds = atof(optarg); break;
        case 'o': plan.ops_max = strtoull(optarg, NULL, 10); break;
        case 'e': plan.spread = atoi(optarg); break;
        case 'r': options.rounds = atoi(optarg); break;
        case 'y': options.only = optarg; break;
        case 'd': options.base = optarg; break;
        case 'J': json = optarg; break;
        case 'C': options.commit = optarg; break;
        case 'B': plan.beside = beside_of(optarg); break;
        case 'f': options.full = true; break;
        case 'q':
            options.rounds = 3;
            plan.seconds = 1;
            break;
        case 'h': usage(stdout); return 0;
        default: usage(stderr); return 2;
        }
    plan.relaxed = strcmp(mode, "relaxed") == 0;
    plan.memory = strcmp(mode, "memory") == 0;
    options.seconds = plan.seconds;
    if (options.rounds < 1 || options.rounds > BENCH_ROUNDS_MAX || plan.clients < 1 ||
        plan.batch < 1 || plan.batch > TC_BATCH_MAX || plan.spread < 1 || plan.processes < 1 ||
        plan.seconds <= 0) {
        fprintf(stderr,
                "bench: rounds 1 … %d; clients, batch (up to %d), spread, processes, seconds above "
                "0\n",
                BENCH_ROUNDS_MAX, TC_BATCH_MAX);
        return 2;
    }
    if (json && strcmp(json, "-") == 0) options.text = stderr;
    options.json = !json ? NULL : strcmp(json, "-") == 0 ? stdout : fopen(json, "w");
    if (json && !options.json) bench_die(json, strerror(errno));
    if (mkdir(options.base, 0711) && errno != EEXIST) bench_die(options.base, strerror(errno));
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/bench-XXXXXX", options.base);
    if (!mkdtemp(folder) || chmod(folder, 0711)) bench_die(folder, strerror(errno));
    options.base = realpath(folder, NULL);
    bench_at_end(options.base);
    if (job && strcmp(job, "growth") == 0) return grow_only(&options);
    if (job) plan.job = job_of(job);
    int code =
        job ? single(&plan, options.base, options.text, options.json) : bench_suite(&options);
    if (options.json && options.json != stdout) fclose(options.json);
    return code;
}
