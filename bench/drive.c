/* The driver: opens a subject fresh, lets its clients run for a while, each waiting for its last
 * answer or, with arrivals, as the clock says, and measures time, CPU and device around it. In
 * several processes the counters lie in shared memory. */
#include "bench.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const bench_subject *const SUBJECTS[] = {
    &bench_engine,   &bench_raw,
#ifdef BENCH_POSTGRES
    &bench_postgres,
#endif
#ifdef BENCH_REDIS
    &bench_redis,
#endif
#ifdef BENCH_SQLITE
    &bench_sqlite,
#endif
};

const bench_subject *bench_subject_of(const char *name) {
    for (size_t i = 0; i < sizeof SUBJECTS / sizeof SUBJECTS[0]; i++)
        if (strcmp(SUBJECTS[i]->name, name) == 0)
            return !SUBJECTS[i]->present || SUBJECTS[i]->present() ? SUBJECTS[i] : NULL;
    return NULL;
}

const char *bench_job_name(bench_job job) {
    static const char *const NAMES[BENCH_JOBS] = {
        "hold",   "confirm",  "contend",    "gate",       "outbox",   "best",
        "expiry", "read map", "read fresh", "read seats", "read feed"};
    return job < BENCH_JOBS ? NAMES[job] : NULL;
}

bool bench_reads(bench_job job) {
    return job >= BENCH_READ_MAP;
}

uint32_t bench_seats_of(const bench_plan *plan) {
    return plan->job == BENCH_CONTEND ? BENCH_CONTEND_SEATS
           : plan->job == BENCH_BEST  ? BENCH_BEST_SEATS
                                      : BENCH_EVENT_SEATS;
}

uint64_t bench_all_events_of(const bench_plan *plan) {
    return bench_events_of(plan) + (plan->beside == BENCH_STORM ? BENCH_STORM_EVENTS : 0);
}

uint64_t bench_events_of(const bench_plan *plan) {
    if (plan->job == BENCH_CONTEND || plan->job == BENCH_OUTBOX) return 1;
    if (bench_reads(plan->job)) return 2;
    if (plan->job == BENCH_GATE) return (plan->ops_max + BENCH_EVENT_SEATS - 1) / BENCH_EVENT_SEATS;
    if (plan->job == BENCH_BEST)
        return (plan->ops_max * 2 + BENCH_BEST_SEATS - 1) / BENCH_BEST_SEATS;
    uint64_t group = BENCH_EVENT_OPS * (uint64_t)plan->spread;
    return (plan->ops_max + group - 1) / group * (uint64_t)plan->spread;
}

/* Mixes a number's bits, so that contenders take seats without an order. */
static uint64_t mixed(uint64_t x) {
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* Events are taken in groups of `spread`, one buyer in each in turn. */
bench_place bench_place_of(const bench_plan *plan, uint64_t n) {
    if (plan->job == BENCH_CONTEND)
        return (bench_place){0, (uint32_t)(mixed(n) % (BENCH_CONTEND_SEATS - 1)), 0};
    if (plan->job == BENCH_GATE)
        return (bench_place){n / BENCH_EVENT_SEATS, (uint32_t)(n % BENCH_EVENT_SEATS), 0};
    if (plan->job == BENCH_BEST) return (bench_place){n * 2 / BENCH_BEST_SEATS, 0, 0};
    uint64_t spread = (uint64_t)plan->spread;
    uint64_t group = n / (BENCH_EVENT_OPS * spread), in_group = n % (BENCH_EVENT_OPS * spread);
    return (bench_place){group * spread + in_group % spread, (uint32_t)(in_group / spread) * 2, 1};
}

/* What all processes of one measurement share. */
typedef struct shared {
    _Atomic uint64_t next, done, asked, beside;
    _Atomic int ready;
    _Atomic uint64_t starts_ns; /* 0: not yet */
    _Atomic bool stop;
    pthread_mutex_t lock; /* for times */
    bench_times times;
} shared;

typedef struct runner {
    const bench_plan *plan;
    const bench_subject *subject;
    void *opened;
    shared *all;
} runner;

static void sleep_until(uint64_t ns) {
    struct timespec at = {(time_t)(ns / 1000000000u), (long)(ns % 1000000000u)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) == EINTR) {}
}

/* When the operations from `first` on are asked for: now, or when they were due to arrive. */
static uint64_t asked_at(const runner *run, uint64_t first, uint64_t starts_ns) {
    uint64_t now = bench_now_ns();
    if (run->plan->arrivals <= 0) return now;
    uint64_t due = starts_ns + (uint64_t)((double)first / run->plan->arrivals * 1e9);
    if (due > now) sleep_until(due);
    return due;
}

static void *client(void *argument) {
    runner *run = argument;
    const bench_plan *plan = run->plan;
    shared *all = run->all;
    bench_times times = {0};
    uint64_t done = 0, asked = 0, starts_ns;
    void *mine = run->subject->client(run->opened);
    atomic_fetch_add(&all->ready, 1);
    while ((starts_ns = atomic_load(&all->starts_ns)) == 0) usleep(200);
    uint64_t ends_ns = starts_ns + (uint64_t)(plan->seconds * 1e9);
    while (!atomic_load_explicit(&all->stop, memory_order_relaxed)) {
        uint64_t first = atomic_fetch_add(&all->next, (uint64_t)plan->batch);
        if (first + (uint64_t)plan->batch > plan->ops_max) break;
        uint64_t began = asked_at(run, first, starts_ns);
        done += run->subject->run(mine, first, (uint32_t)plan->batch);
        uint64_t ended = bench_now_ns();
        bench_times_add(&times, ended - began);
        asked += (uint64_t)plan->batch;
        if (ended > ends_ns) atomic_store(&all->stop, true);
    }
    run->subject->leave(mine);
    atomic_fetch_add(&all->done, done);
    atomic_fetch_add(&all->asked, asked);
    pthread_mutex_lock(&all->lock);
    bench_times_merge(&all->times, &times);
    pthread_mutex_unlock(&all->lock);
    return NULL;
}

static void *beside(void *argument) {
    runner *run = argument;
    shared *all = run->all;
    void *mine = run->subject->client(run->opened);
    uint64_t turn = 0;
    while (atomic_load(&all->starts_ns) == 0) usleep(200);
    while (!atomic_load_explicit(&all->stop, memory_order_relaxed) &&
           run->subject->beside(mine, turn))
        turn++;
    run->subject->leave(mine);
    atomic_store(&all->beside, turn);
    return NULL;
}

static void run_clients(runner *run, int count, bool starter, int everyone) {
    pthread_t threads[1024], other;
    if (count > 1024) bench_die("clients", "at most 1,024 a process");
    bool with_other = run->plan->beside != BENCH_ALONE && run->subject->beside;
    if (with_other && pthread_create(&other, NULL, beside, run)) bench_die("thread", "none left");
    for (int i = 0; i < count; i++)
        if (pthread_create(&threads[i], NULL, client, run)) bench_die("thread", "none left");
    if (starter) {
        while (atomic_load(&run->all->ready) < everyone) usleep(200);
        atomic_store(&run->all->starts_ns, bench_now_ns());
    }
    for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
    atomic_store(&run->all->stop, true);
    if (with_other) pthread_join(other, NULL);
}

/* Clients in processes of their own; the store is open in each of them and not in this one. */
static void run_processes(runner *run) {
    const bench_plan *plan = run->plan;
    pid_t pids[64];
    if (plan->processes > 64) bench_die("processes", "at most 64");
    int each = plan->clients / plan->processes;
    for (int i = 0; i < plan->processes; i++) {
        pids[i] = fork();
        if (pids[i] < 0) bench_die("fork", strerror(errno));
        if (pids[i] > 0) continue;
        run->opened = run->subject->open(plan, false);
        run_clients(run, each, i == 0, each * plan->processes);
        bench_found ignored = {0};
        run->subject->close(run->opened, &ignored);
        _exit(0);
    }
    for (int i = 0; i < plan->processes; i++) {
        int status;
        waitpid(pids[i], &status, 0);
        if (status != 0) bench_die(plan->subject, "a process of clients failed");
    }
}

static double seconds_of(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* CPU time so far of this process, of processes it waited for, and of the subject's servers. */
static void cpu_now(const bench_subject *subject, double *user, double *sys) {
    double server_user = 0, server_sys = 0;
    struct rusage self, children;
    getrusage(RUSAGE_SELF, &self);
    getrusage(RUSAGE_CHILDREN, &children);
    if (subject->cpu) subject->cpu(&server_user, &server_sys);
    *user = seconds_of(self.ru_utime) + seconds_of(children.ru_utime) + server_user;
    *sys = seconds_of(self.ru_stime) + seconds_of(children.ru_stime) + server_sys;
}

/* The most resident memory since forget_peak(); 0 where the system does not say. */
static uint64_t peak_of_process(void) {
    unsigned long long kilobytes = 0;
    char line[256];
    FILE *file = fopen("/proc/self/status", "re");
    if (!file) return 0;
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "VmHWM: %llu", &kilobytes) == 1) break;
    fclose(file);
    return kilobytes * 1024;
}

static void forget_peak(void) {
    FILE *file = fopen("/proc/self/clear_refs", "we");
    if (!file) return;
    fputs("5", file);
    fclose(file);
}

/* What was taken must be what was answered: else the figure is of something else. */
static void check_taken(const runner *run, bench_found *found) {
    uint64_t taken = run->subject->taken(run->opened), done = atomic_load(&run->all->done);
    bench_job job = run->plan->job;
    bool pairs = job == BENCH_HOLD || job == BENCH_CONFIRM || job == BENCH_BEST;
    if (job == BENCH_EXPIRY) { /* any commit gives some back: count what is given back */
        found->ops = taken;
        found->failed = taken < done;
    } else if (run->plan->job == BENCH_CONTEND) {
        found->won = done;
        found->failed = taken == done * 2 && taken <= BENCH_CONTEND_SEATS ? 0 : 1;
        found->ops = atomic_load(&run->all->asked);
    } else {
        found->ops = done;
        found->failed = atomic_load(&run->all->asked) - done;
        uint64_t want = bench_reads(job) ? 0 : pairs ? done * 2 : done;
        if (taken != want && found->failed == 0) found->failed = 1;
    }
}

static void measure(runner *run, bench_found *found) {
    const bench_plan *plan = run->plan;
    shared *all = run->all;
    double user = 0, sys = 0, user_after, sys_after;
    run->opened = run->subject->open(plan, true);
    if (plan->processes > 1) run->subject->close(run->opened, found);
    cpu_now(run->subject, &user, &sys);
    bench_device before = bench_device_of(plan->folder);
    if (plan->processes > 1) run_processes(run);
    else run_clients(run, plan->clients, true, plan->clients);
    found->seconds = (double)(bench_now_ns() - atomic_load(&all->starts_ns)) / 1e9;
    bench_device after = bench_device_of(plan->folder);
    cpu_now(run->subject, &user_after, &sys_after);
    if (plan->processes > 1) run->opened = run->subject->open(plan, false);
    check_taken(run, found);
    run->subject->close(run->opened, found);
    if (found->ops == 0) return;
    double ops = (double)found->ops;
    found->rate = ops / found->seconds;
    found->beside_rate = (double)atomic_load(&all->beside) / found->seconds;
    found->user_us = (user_after - user) * 1e6 / ops;
    found->sys_us = (sys_after - sys) * 1e6 / ops;
    found->bytes_per_op = (double)(after.bytes - before.bytes) / ops;
    found->flushes_per_op = (double)(after.flushes - before.flushes) / ops;
}

void bench_drive(const bench_plan *plan, const char *base, bench_found *found) {
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/XXXXXX", base);
    if (!mkdtemp(folder)) bench_die("cannot make a folder in", base);
    bench_plan mine = *plan;
    mine.folder = folder;
    shared *all =
        mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) bench_die("memory", strerror(errno));
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&all->lock, &attributes);
    memset(found, 0, sizeof *found);
    runner run = {&mine, bench_subject_of(plan->subject), NULL, all};
    if (!run.subject) bench_die(plan->subject, "is not here");
    if (plan->beside != BENCH_ALONE && !run.subject->beside)
        bench_die(plan->subject, "has nothing to run beside it");
    forget_peak();
    measure(&run, found);
    for (int i = 0; i < BENCH_QUANTILES; i++)
        found->quantiles_us[i] = bench_times_at(&all->times, bench_quantiles[i]);
    found->p50_us = bench_times_at(&all->times, 0.5);
    found->p99_us = bench_times_at(&all->times, 0.99);
    found->p999_us = bench_times_at(&all->times, 0.999);
    found->max_us = (double)all->times.max_ns / 1000.0;
    found->peak_bytes = peak_of_process();
    pthread_mutex_destroy(&all->lock);
    munmap(all, sizeof *all);
    bench_remove(folder);
}
