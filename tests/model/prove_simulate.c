/* prove simulate: seeded lives of whole box offices, on the memory store and on disk, each answer
 * held against the plain model. A life that fails is made short and written as a scenario. */
#include "model_life.h"

#include <errno.h>
#include <ftw.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct options {
    uint64_t seed, commands;
    const char *tier, *only, *scenario, *folder;
    uint64_t life;
    uint32_t jobs, disk_every, length;
    bool no_model, tell;
    plant plant;
} options;

/* Lives on disk are no longer than this. */
enum { DISK_LENGTH = 4000, JOBS_MAX = 64 };

/* What a job is doing, for the one who waits when it dies. */
typedef struct doing {
    uint64_t seed;
    char store[16];
} doing;

static doing *doings; /* by job, in memory that all share */
static uint32_t this_job;

typedef struct totals {
    uint64_t commands, done, refused, calls, lives, disk_lives, reopens, compares, planted, trace;
    uint64_t kinds[SIM_KINDS], kinds_done[SIM_KINDS];
    uint64_t failed, failed_seed, most_dead;
} totals;

static double now_s(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw) {
    (void)st, (void)kind, (void)ftw;
    return remove(path);
}

static void remove_folder(const char *path) {
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static uint64_t life_seed(const options *o, uint64_t index) {
    sim_random r = {o->seed * UINT64_C(0x9E3779B97F4A7C15) + index};
    return o->life ? o->life : sim_next(&r) >> 16;
}

/* Most lives are short, so that a failing one is soon made shorter; some are long. */
static uint32_t life_length(const options *o, uint64_t seed) {
    sim_random r = {seed + 7};
    if (o->length) return o->length;
    uint32_t length = 1500 + sim_roll(&r, 3000);
    world w;
    world_draw(&w, seed);
    if (w.crowd) return 40000;
    return sim_roll(&r, 40) == 0 ? length * 6 : length;
}

static void add(totals *t, const life_result *r, uint64_t index) {
    t->commands += r->commands;
    t->done += r->done;
    t->refused += r->refused;
    t->calls += r->calls;
    t->reopens += r->reopens;
    t->compares += r->compares;
    t->planted += r->planted;
    if (r->most_dead > t->most_dead) t->most_dead = r->most_dead;
    for (uint32_t i = 0; i < SIM_KINDS; i++) {
        t->kinds[i] += r->kinds[i];
        t->kinds_done[i] += r->kinds_done[i];
    }
    sim_random mix = {r->trace + index};
    t->trace += sim_next(&mix);
}

static void report(const options *o, life_options *how, record *kept, life_result *result) {
    char path[600];
    uint64_t seed = how->seed;
    fprintf(stderr, "simulate: life %" PRIu64 " (%s) FAILED: %s\n", seed,
            how->folder ? "on disk" : "in memory", result->why);
    uint32_t before = kept->count;
    if (how->folder) remove_folder(how->folder);
    life_shrink(how, kept, result);
    snprintf(path, sizeof path, "%s/simulate-%" PRIu64 ".txt", o->folder, seed);
    bool written = life_write(path, how, kept, result->why);
    fprintf(stderr, "simulate: made short: %u of %u commands: %s\n", kept->count, before,
            result->why);
    printf("run again: prove_simulate --life %" PRIu64 "%s%s%s\n", seed,
           how->folder ? (how->reopens ? " --only reopen" : " --only disk") : "",
           written ? "  or: prove_simulate --scenario " : "", written ? path : "");
    for (uint32_t i = 0; i < kept->count && i < 60; i++) sim_print(stdout, &kept->commands[i]);
    fflush(stdout);
}

static bool wants(const options *o, const char *name) {
    return !o->only || strcmp(o->only, name) == 0;
}

static bool takes_disk(const options *o, uint64_t index, uint32_t rest) {
    return o->disk_every && index % o->disk_every == rest;
}

/* The life on one kind of store; false when it failed. */
static bool live_on(const options *o, uint64_t index, const char *store, totals *t,
                    life_result *result) {
    static record kept;
    char folder[600];
    bool disk = strcmp(store, "memory") != 0;
    snprintf(folder, sizeof folder, "%s/life-%" PRIu64 "-%s.0", o->folder, index, store);
    life_options how = {.seed = life_seed(o, index),
                        .folder = disk ? folder : NULL,
                        .reopens = strcmp(store, "reopen") == 0,
                        .no_model = o->no_model,
                        .plant = o->plant};
    how.length = life_length(o, how.seed);
    doings[this_job].seed = how.seed;
    snprintf(doings[this_job].store, sizeof doings[this_job].store, "%s", store);
    if (disk && how.length > DISK_LENGTH) how.length = DISK_LENGTH;
    life_run(&how, &kept, result);
    add(t, result, index);
    t->lives++;
    t->disk_lives += disk;
    if (result->failed) {
        t->failed++;
        t->failed_seed = how.seed;
        if (!o->plant) report(o, &how, &kept, result);
    }
    char base[600];
    snprintf(base, sizeof base, "%s/life-%" PRIu64 "-%s", o->folder, index, store);
    for (uint32_t i = 0; disk && i <= 400; i++) {
        snprintf(folder, sizeof folder, "%.580s.%u", base, i);
        if (access(folder, F_OK) == 0) remove_folder(folder);
        else if (i > 0) break;
    }
    return !result->failed;
}

static bool live(const options *o, uint64_t index, totals *t) {
    life_result memory = {0}, disk = {0};
    bool on_disk = takes_disk(o, index, 0);
    if (wants(o, "memory") && !live_on(o, index, "memory", t, &memory)) return false;
    if ((on_disk || o->only) && wants(o, "disk")) {
        if (!live_on(o, index, "disk", t, &disk)) return false;
        /* The same commands in the same order give the same answers on either store. */
        if (wants(o, "memory") && memory.commands == disk.commands && memory.trace != disk.trace) {
            fprintf(stderr, "simulate: life %" PRIu64 " differs between memory and disk\n",
                    life_seed(o, index));
            t->failed++;
            return false;
        }
    }
    bool reopen = takes_disk(o, index, o->disk_every / 2);
    return !((reopen || o->only) && wants(o, "reopen")) || live_on(o, index, "reopen", t, &disk);
}

static void progress(const options *o, uint32_t job, const totals *t, double began) {
    double s = now_s() - began;
    fprintf(stderr, "simulate[%u]: %.2f M commands, %" PRIu64 " lives, %.0f/s\n", job,
            (double)t->commands / 1e6, t->lives, (double)t->commands / (s > 0 ? s : 1));
    (void)o;
}

static void work(const options *o, uint32_t job, uint64_t lives, totals *t) {
    double began = now_s(), told = began;
    for (uint64_t index = job; index < lives && !t->failed; index += o->jobs) {
        live(o, index, t);
        if (now_s() - told < 5) continue;
        told = now_s();
        progress(o, job, t, began);
    }
}

static void sum(totals *to, const totals *from) {
    const uint64_t *in = (const uint64_t *)from;
    uint64_t *out = (uint64_t *)to;
    uint64_t dead = from->most_dead > to->most_dead ? from->most_dead : to->most_dead;
    uint64_t seed = from->failed_seed ? from->failed_seed : to->failed_seed;
    for (size_t i = 0; i < sizeof *to / sizeof *out; i++) out[i] += in[i];
    to->failed_seed = seed;
    to->most_dead = dead;
}

static void wait_job(uint32_t job, pid_t pid, int end, totals *t) {
    totals its = {0};
    int status = 0;
    size_t got = 0;
    for (ssize_t n; got < sizeof its; got += (size_t)n) {
        n = read(end, (char *)&its + got, sizeof its - got);
        if (n <= 0) break;
    }
    close(end);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    if (got != sizeof its || status != 0) {
        printf("simulate: the engine ended the process (status %d) in life %" PRIu64 " (%s)\n"
               "run again: prove_simulate --life %" PRIu64 " --only %s\n",
               status, doings[job].seed, doings[job].store, doings[job].seed, doings[job].store);
        its = (totals){.failed = 1, .failed_seed = doings[job].seed};
    }
    sum(t, &its);
}

/* Every job is a process of its own, so that an engine that aborts is a finding and not the end. */
static void run_jobs(const options *o, uint64_t lives, totals *t) {
    int ends[JOBS_MAX][2];
    pid_t pids[JOBS_MAX];
    for (uint32_t job = 0; job < o->jobs; job++) {
        fflush(NULL);
        if (pipe(ends[job]) != 0 || (pids[job] = fork()) < 0) abort();
        if (pids[job] != 0) {
            close(ends[job][1]);
            continue;
        }
        totals mine = {0};
        this_job = job;
        work(o, job, lives, &mine);
        fflush(NULL);
        if (write(ends[job][1], &mine, sizeof mine) != (ssize_t)sizeof mine) _exit(3);
        _exit(0);
    }
    for (uint32_t job = 0; job < o->jobs; job++) wait_job(job, pids[job], ends[job][0], t);
}

/* How many lives make as many commands as wanted, on all their stores. */
static uint64_t count_lives(const options *o) {
    uint64_t lives = 0;
    for (uint64_t planned = 0; planned < o->commands; lives++) {
        uint32_t length = life_length(o, life_seed(o, lives));
        uint32_t short_length = length < DISK_LENGTH ? length : DISK_LENGTH;
        if (o->only) {
            planned += wants(o, "memory") ? length : short_length;
            continue;
        }
        planned += length;
        if (takes_disk(o, lives, 0)) planned += short_length;
        if (takes_disk(o, lives, o->disk_every / 2)) planned += short_length;
    }
    return lives;
}

/* Every plant must be caught within some lives. */
static bool prove_plants(options *o, totals *t) {
    static const char *const NAMES[] = {"none", "version", "expiry", "duplicate", "total", "lost"};
    bool good = true;
    for (uint32_t p = 1; p < PLANT_COUNT; p++) {
        totals its = {0};
        o->plant = (plant)p;
        for (uint64_t index = 0; index < 40 && !its.failed; index++) live(o, index, &its);
        printf("plant %-10s %s after %" PRIu64 " commands\n", NAMES[p],
               its.failed ? "caught" : "MISSED", its.commands);
        good &= its.failed != 0;
        t->commands += its.commands;
        t->planted++;
    }
    return good;
}

static int replay(options *o) {
    static record kept;
    life_result result;
    char folder[600];
    snprintf(folder, sizeof folder, "%s/scenario.0", o->folder);
    life_options how = {.folder = folder, .tell = o->tell};
    if (!life_read(o->scenario, &how, &kept)) {
        fprintf(stderr, "simulate: %s is no scenario\n", o->scenario);
        return 2;
    }
    life_replay(&how, &kept, &result);
    printf("%s\nprove simulate: result=%s seed=%" PRIu64 " seconds=0 commands=%" PRIu64
           " trace=%016" PRIx64 "\n",
           result.failed ? result.why : "all agree", result.failed ? "FAILED" : "ok", how.seed,
           result.commands, result.trace);
    return result.failed;
}

static void usage(void) {
    fputs("prove_simulate [--quick | --full | --soak] [--seed N] [--only memory|disk|reopen]\n"
          "    [--dir FOLDER] [--jobs N] [--commands N] [--life SEED] [--length N]\n"
          "    [--scenario FILE] [--plant] [--no-model] [--tell] [--short]\n",
          stderr);
    exit(2);
}

static const char *value(int argc, char **argv, int *i) {
    if (*i + 1 >= argc) usage();
    return argv[++*i];
}

static void parse(int argc, char **argv, options *o, bool *plants) {
    for (int i = 1; i < argc; i++) {
        const char *a = argv[i];
        if (strcmp(a, "--quick") == 0) o->commands = 10000000;
        else if (strcmp(a, "--full") == 0) o->commands = 100000000;
        else if (strcmp(a, "--soak") == 0) o->commands = 1000000000;
        else if (strcmp(a, "--short") == 0) o->commands = 60000;
        else if (strcmp(a, "--seed") == 0) o->seed = strtoull(value(argc, argv, &i), NULL, 10);
        else if (strcmp(a, "--only") == 0) o->only = value(argc, argv, &i);
        else if (strcmp(a, "--dir") == 0) o->folder = value(argc, argv, &i);
        else if (strcmp(a, "--jobs") == 0) o->jobs = (uint32_t)atoi(value(argc, argv, &i));
        else if (strcmp(a, "--commands") == 0)
            o->commands = strtoull(value(argc, argv, &i), NULL, 10);
        else if (strcmp(a, "--life") == 0) o->life = strtoull(value(argc, argv, &i), NULL, 10);
        else if (strcmp(a, "--length") == 0) o->length = (uint32_t)atoi(value(argc, argv, &i));
        else if (strcmp(a, "--scenario") == 0) o->scenario = value(argc, argv, &i);
        else if (strcmp(a, "--plant") == 0) *plants = true;
        else if (strcmp(a, "--no-model") == 0) o->no_model = true;
        else if (strcmp(a, "--tell") == 0) o->tell = true;
        else usage();
    }
    if (o->jobs == 0 || o->jobs > JOBS_MAX) o->jobs = 1;
}

static void tell_kinds(const totals *t) {
    for (uint32_t i = SIM_HOLD; i < SIM_KINDS; i++)
        fprintf(stderr, "  %-8s %10" PRIu64 " of which done %10" PRIu64 "\n", sim_kind_name(i),
                t->kinds[i], t->kinds_done[i]);
}

/* Where there is a file system in memory the stores on disk are cheap: what a disk does under them
 * is for other harnesses. */
static bool in_memory(const char *folder) {
    struct statfs fs;
    return statfs(folder, &fs) == 0 && fs.f_type == 0x01021994; /* tmpfs */
}

static bool make_folder(char *made, size_t room) {
    const char *base = getenv("TMPDIR");
    if (!base || !*base)
        base = access("/dev/shm", W_OK) == 0 && in_memory("/dev/shm") ? "/dev/shm" : "/tmp";
    snprintf(made, room, "%s/simulate-XXXXXX", base);
    return mkdtemp(made) != NULL;
}

int main(int argc, char **argv) {
    static totals t;
    options o = {.seed = (uint64_t)time(NULL), .commands = 10000000};
    char made[512] = "";
    bool plants = false;
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    o.jobs = cpus > 0 ? (uint32_t)cpus : 1;
    parse(argc, argv, &o, &plants);
    doings = mmap(NULL, JOBS_MAX * sizeof *doings, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (doings == MAP_FAILED) return 2;
    if (!o.folder && !make_folder(made, sizeof made)) return 2;
    if (!o.folder) o.folder = made;
    o.disk_every = in_memory(o.folder) ? 4 : 200;
    double began = now_s();
    int code = 0;
    if (o.scenario) {
        code = replay(&o);
    } else {
        fprintf(stderr, "simulate: seed %" PRIu64 ", %" PRIu64 " commands, %u jobs\n", o.seed,
                o.commands, o.jobs);
        bool good = plants ? prove_plants(&o, &t) : true;
        if (!plants) run_jobs(&o, o.life ? 1 : count_lives(&o), &t);
        good &= plants || !t.failed;
        double seconds = now_s() - began;
        if (!plants) tell_kinds(&t);
        printf("prove simulate: result=%s seed=%" PRIu64 " seconds=%.0f commands=%" PRIu64
               " done=%" PRIu64 " lives=%" PRIu64 " disk_lives=%" PRIu64 " reopens=%" PRIu64
               " compares=%" PRIu64 " most_dead_at_once=%" PRIu64 " per_s=%.0f %s=%" PRIu64
               " trace=%016" PRIx64 "\n",
               good ? "ok" : "FAILED", o.seed, seconds, t.commands, t.done, t.lives, t.disk_lives,
               t.reopens, t.compares, t.most_dead, (double)t.commands / (seconds > 0 ? seconds : 1),
               plants ? "planted_here" : "failed", plants ? t.planted : t.failed, t.trace);
        code = good ? 0 : 1;
    }
    if (*made && code == 0) remove_folder(made);
    return code;
}
