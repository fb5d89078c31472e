/* Proves that kill -9 anywhere loses nothing acknowledged and stops nobody else: one writer,
 * several, creators, and kills aimed into the window in which LMDB sets up its lock file, which is
 * first shown to lose commits of a plain LMDB. See docs/proof/crash.md. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buyer.h"
#include "harness.h"
#include "killer.h"
#include "raw.h"

/* Kills asked for, by case. */
static const struct {
    uint64_t raw, window, one, several, create;
} TIERS[] = {
    [TIER_SHORT] = {20, 30, 60, 60, 20},
    [TIER_QUICK] = {200, 1500, 2000, 1500, 600},
    [TIER_FULL] = {1000, 15000, 25000, 15000, 5000},
    [TIER_SOAK] = {2000, 60000, 90000, 60000, 20000},
};

/* System calls of an opening and of a few commits; of LMDB's window. */
enum { OPEN_CALLS = 34, SPAN_CALLS = 260, CREATE_CALLS = 62, WINDOW_CALLS = 9 };
enum { WRITERS = 4, ROUND_KILLS = 40, PATIENCE_S = 60 };

typedef struct run {
    const harness *opt;
    uint64_t random;
    char hall[440]; /* a hall to copy from */
    char folder[440], acks[440];
    uint64_t kills, raw_kills, raw_lost, in_open, in_window, rounds, audits, leftovers;
    audit_result sum;
    uint64_t stopped; /* processes that met what nobody may meet */
    bool failed;
    const char *name;
    uint64_t plan; /* of what is drawn from where and how often: the moments are the race's */
    uint64_t round_seed;
} run;

static void fail(run *it, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fail(run *it, const char *format, ...) {
    char sentence[400];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    if (!it->failed || it->opt->plant)
        printf("kill: case %s, round %llu of seed %llu: %s\n", it->name,
               (unsigned long long)it->rounds, (unsigned long long)it->opt->seed, sentence);
    if (!it->failed && !it->opt->plant)
        printf("kill: the same again: prove_kill --only %s --seed %llu\n", it->name,
               (unsigned long long)it->opt->seed);
    it->failed = true;
}

/* ---- processes ---- */

/* How one life ends. */
typedef struct fate {
    uint32_t call; /* at its call of this number; 0: by its parent */
    killer_how how;
    uint32_t after_us; /* the parent's patience */
} fate;

static fate draw_fate(run *it) {
    fate end = {0, KILLER_BEFORE, 0};
    uint32_t kind = random_below(&it->random, 4);
    end.how = (killer_how)random_below(&it->random, 3);
    if (kind == 0) end.call = 1 + random_below(&it->random, OPEN_CALLS);
    else if (kind < 3) end.call = 1 + random_below(&it->random, SPAN_CALLS);
    else end.after_us = random_below(&it->random, 4000);
    return end;
}

static pid_t start_buyer(run *it, fate end, uint32_t rounds) {
    uint64_t seed = random_next(&it->random);
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child > 0) return child;
    buying work = {.folder = it->folder, .seed = seed, .rounds = rounds};
    work.ack_early = it->opt->plant && strcmp(it->opt->plant, "ack-early") == 0;
    work.acks = open(it->acks, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (work.acks < 0) _exit(99);
    alarm(PATIENCE_S); /* nobody may stand still because another one died */
    if (end.call) killer_arm_if(end.call, end.how);
    int32_t code = buyer_run(&work);
    if (code != TC_OK) fprintf(stderr, "a buyer was told %s\n", tc_error_name(code));
    _exit(code == TC_OK ? 0 : 1);
}

/* Take a dead child into account. */
static void count_death(run *it, int status) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) {
        it->kills++;
        return;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    it->stopped++;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        fail(it, "a process stood still for %d s", PATIENCE_S);
    else fail(it, "a process that nobody killed ended with %#x", (unsigned)status);
}

static void reap(run *it, pid_t child) {
    int status;
    if (waitpid(child, &status, 0) != child) harness_die("waitpid: %s", strerror(errno));
    count_death(it, status);
}

/* ---- rounds ---- */

static void copy_file(const char *from, const char *to) {
    char bytes[65536];
    ssize_t got;
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (in < 0 || out < 0) harness_die("copying %s: %s", from, strerror(errno));
    while ((got = read(in, bytes, sizeof bytes)) > 0)
        if (write(out, bytes, (size_t)got) != got) harness_die("copying %s", from);
    close(in);
    close(out);
}

/* A fresh hall, which is a copy of the first, and no acknowledgements. */
static void round_begin(run *it, bool with_hall) {
    char from[480], to[480];
    it->rounds++;
    snprintf(it->folder, sizeof it->folder, "%.380s/r%llu", it->opt->dir,
             (unsigned long long)it->rounds);
    snprintf(it->acks, sizeof it->acks, "%.380s/a%llu", it->opt->dir,
             (unsigned long long)it->rounds);
    int fd = open(it->acks, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) harness_die("%s: %s", it->acks, strerror(errno));
    close(fd);
    if (!with_hall) return;
    if (mkdir(it->folder, 0700) != 0) harness_die("%s: %s", it->folder, strerror(errno));
    snprintf(from, sizeof from, "%s/data.mdb", it->hall);
    snprintf(to, sizeof to, "%s/data.mdb", it->folder);
    copy_file(from, to);
}

/* The audit is a process of its own: nothing of the store's stays in this one. */
static void audit(run *it) {
    audit_result *found =
        mmap(NULL, sizeof *found, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status;
    if (found == MAP_FAILED) harness_die("no memory");
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child == 0) {
        alarm(PATIENCE_S);
        buyer_audit(it->folder, it->acks, found);
        _exit(0);
    }
    if (waitpid(child, &status, 0) != child) harness_die("waitpid: %s", strerror(errno));
    it->audits++;
    if (status != 0) fail(it, "the audit ended with %#x", (unsigned)status);
    it->sum.acks += found->acks;
    it->sum.sold += found->sold;
    it->sum.held += found->held;
    it->sum.released += found->released;
    it->sum.refunded += found->refunded;
    it->sum.lost += found->lost;
    it->sum.double_sold += found->double_sold;
    it->sum.money_drift += found->money_drift;
    it->sum.broken += found->broken;
    if (found->lost + found->double_sold + found->money_drift + found->broken)
        fail(it, "%s", found->sentence);
    munmap(found, sizeof *found);
}

static void round_end(run *it) {
    audit(it);
    if (it->failed && !it->opt->plant)
        printf("kill: the store and its acknowledgements stay in %s and %s\n", it->folder,
               it->acks);
    if (it->failed) return;
    remove_tree(it->folder);
    (void)unlink(it->acks);
    harness_progress(it->opt, false, "%-8s %llu kills, %llu acknowledgements, %llu audits",
                     it->name, (unsigned long long)it->kills, (unsigned long long)it->sum.acks,
                     (unsigned long long)it->audits);
}

/* ---- one writer, several writers ---- */

static void one_writer(run *it, uint64_t kills) {
    for (uint64_t goal = it->kills + kills; it->kills < goal && !it->failed;) {
        round_begin(it, true);
        for (uint32_t i = 0; i < ROUND_KILLS && !it->failed; i++) {
            fate end = draw_fate(it);
            it->in_open += end.call > 0 && end.call <= OPEN_CALLS;
            pid_t child = start_buyer(it, end, end.call ? 200 : 0);
            if (end.call == 0) {
                usleep(end.after_us);
                kill(child, SIGKILL);
            }
            reap(it, child);
        }
        round_end(it);
    }
}

static void several_writers(run *it, uint64_t kills) {
    for (uint64_t goal = it->kills + kills; it->kills < goal && !it->failed;) {
        pid_t writers[WRITERS];
        round_begin(it, true);
        uint64_t until = it->kills + ROUND_KILLS * 2;
        for (int i = 0; i < WRITERS; i++) writers[i] = start_buyer(it, draw_fate(it), 0);
        /* Those who kill themselves do it when they get there; the parent kills one now and then.
         */
        while (it->kills < until && !it->failed) {
            int status;
            pid_t ended = waitpid(-1, &status, WNOHANG);
            if (ended == 0) {
                usleep(200 + random_below(&it->random, 1500));
                if (random_below(&it->random, 3) == 0)
                    kill(writers[random_below(&it->random, WRITERS)], SIGKILL);
                continue;
            }
            count_death(it, status);
            for (int i = 0; i < WRITERS; i++)
                if (writers[i] == ended) writers[i] = start_buyer(it, draw_fate(it), 0);
        }
        for (int i = 0; i < WRITERS; i++) {
            kill(writers[i], SIGKILL);
            reap(it, writers[i]);
        }
        round_end(it);
    }
}

/* ---- the window of LMDB's lock file ---- */

/* A victim that says through a pipe that it stands in the window, waits there a little so that
 * others come to wait behind it, and dies. True when it came that far. */
static bool await_victim(int ready) {
    char byte;
    return read(ready, &byte, 1) == 1;
}

static pid_t start_victim(run *it, int ready[2], bool raw) {
    uint32_t at = 1 + random_below(&it->random, WINDOW_CALLS);
    uint32_t late_us = 300 + random_below(&it->random, 1500);
    if (pipe(ready) != 0) harness_die("pipe: %s", strerror(errno));
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child > 0) {
        close(ready[1]);
        return child;
    }
    close(ready[0]);
    killer_window_if(at, late_us, ready[1]);
    if (raw) _exit(raw_open_only(it->folder) != 0);
    tc_engine *engine;
    int32_t code = tc_engine_open(it->folder, NULL, &engine, NULL);
    if (code == TC_OK) code = tc_engine_close(engine, NULL);
    _exit(code != TC_OK);
}

static void window(run *it, uint64_t kills) {
    for (uint64_t goal = it->kills + kills; it->kills < goal && !it->failed;) {
        round_begin(it, true);
        for (uint32_t i = 0; i < ROUND_KILLS && !it->failed; i++) {
            int ready[2];
            pid_t waiters[2];
            uint64_t before = it->kills;
            pid_t victim = start_victim(it, ready, false);
            const fate none = {0, KILLER_BEFORE, 0};
            (void)await_victim(ready[0]);
            for (int w = 0; w < 2; w++)
                waiters[w] = start_buyer(it, none, 1 + random_below(&it->random, 6));
            reap(it, victim);
            it->in_window += it->kills - before;
            for (int w = 0; w < 2; w++) reap(it, waiters[w]);
            close(ready[0]);
        }
        round_end(it);
    }
}

/* One waiter behind a victim of plain LMDB; its raised counter is acknowledged when it exits. */
static bool raw_waiter(run *it) {
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child == 0) {
        uint64_t value;
        alarm(PATIENCE_S);
        _exit(raw_raise(it->folder, &value) != 0);
    }
    return waitpid(child, &status, 0) == child && status == 0;
}

static uint64_t raw_value(run *it) {
    int ends[2], status;
    uint64_t value = 0;
    if (pipe(ends) != 0) harness_die("pipe: %s", strerror(errno));
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child == 0) {
        int rc = raw_read(it->folder, &value);
        _exit(rc != 0 || write(ends[1], &value, sizeof value) != (ssize_t)sizeof value);
    }
    close(ends[1]);
    if (read(ends[0], &value, sizeof value) != (ssize_t)sizeof value)
        harness_die("plain LMDB cannot be read");
    close(ends[0]);
    if (waitpid(child, &status, 0) != child) harness_die("waitpid: %s", strerror(errno));
    return value;
}

/* The same kill on plain LMDB: it must lose, or this harness is blind. */
static void raw_window(run *it, uint64_t kills) {
    for (uint64_t i = 0; i < kills; i++) {
        int ready[2], status;
        uint64_t acknowledged = 4 + random_below(&it->random, 8);
        round_begin(it, false);
        pid_t maker = fork();
        if (maker < 0) harness_die("fork: %s", strerror(errno));
        if (maker == 0) _exit(raw_make(it->folder, acknowledged) != 0);
        if (waitpid(maker, &status, 0) != maker || status != 0) harness_die("plain LMDB");
        pid_t victim = start_victim(it, ready, true);
        (void)await_victim(ready[0]);
        acknowledged += raw_waiter(it);
        close(ready[0]);
        if (waitpid(victim, &status, 0) != victim) harness_die("waitpid: %s", strerror(errno));
        it->raw_kills += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        uint64_t left = raw_value(it);
        it->raw_lost += acknowledged > left ? acknowledged - left : 0;
        remove_tree(it->folder);
        (void)unlink(it->acks);
    }
    harness_progress(it->opt, true, "plain LMDB: %llu kills in the window lost %llu commits",
                     (unsigned long long)it->raw_kills, (unsigned long long)it->raw_lost);
    if (it->raw_lost == 0)
        fail(it, "plain LMDB lost nothing in %llu kills: the harness does not hit the window",
             (unsigned long long)it->raw_kills);
}

/* ---- creators ---- */

/* Names in the scratch folder that a dead creator left behind. */
static uint32_t count_leftovers(const run *it) {
    uint32_t count = 0;
    DIR *list = opendir(it->opt->dir);
    for (struct dirent *entry; list && (entry = readdir(list));)
        count += strncmp(entry->d_name, ".ticketcore-new-", 16) == 0;
    if (list) closedir(list);
    return count;
}

static void creators(run *it, uint64_t kills) {
    for (uint64_t goal = it->kills + kills; it->kills < goal && !it->failed;) {
        int status;
        round_begin(it, false);
        if (random_below(&it->random, 2) && mkdir(it->folder, 0700) != 0)
            harness_die("%s: %s", it->folder, strerror(errno));
        uint32_t call = 1 + random_below(&it->random, CREATE_CALLS);
        killer_how how = (killer_how)random_below(&it->random, 3);
        fflush(NULL);
        pid_t child = fork();
        if (child < 0) harness_die("fork: %s", strerror(errno));
        if (child == 0) {
            killer_arm_if(call, how);
            hall_make(it->folder);
            _exit(0);
        }
        reap(it, child);
        /* The next one finds all of it or nothing. */
        fflush(NULL);
        child = fork();
        if (child < 0) harness_die("fork: %s", strerror(errno));
        if (child == 0) {
            tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
            tc_engine *engine;
            options.flags = TC_OPEN_CREATE;
            int32_t code = tc_engine_open(it->folder, &options, &engine, NULL);
            if (code == TC_OK) code = tc_engine_close(engine, NULL);
            _exit(code != TC_OK);
        }
        if (waitpid(child, &status, 0) != child || status != 0)
            fail(it, "after a creator killed at call %u nobody can open or create: %#x", call,
                 (unsigned)status);
        it->leftovers += count_leftovers(it);
        round_end(it);
    }
    /* One more creation clears whatever the last one left. */
    if (count_leftovers(it) > 1) fail(it, "%u temporary folders stay behind", count_leftovers(it));
}

/* ---- all ---- */

static void run_case(run *it, const char *name, void (*play)(run *it, uint64_t kills),
                     uint64_t kills) {
    if (it->failed || (it->opt->only && strcmp(it->opt->only, name) != 0)) return;
    uint64_t before = it->kills;
    double began = harness_now();
    it->name = name;
    it->random = hash_bytes(it->opt->seed, name, strlen(name));
    if (it->opt->plant) kills *= 16; /* until it is caught, which is a matter of moments */
    it->plan = hash_bytes(it->plan + it->random, &kills, sizeof kills);
    play(it, kills);
    double took = harness_now() - began;
    harness_progress(it->opt, true, "%-8s %llu kills, %.0f a second", name,
                     (unsigned long long)(it->kills - before),
                     (double)(it->kills - before) / (took > 0 ? took : 1));
}

static void make_first_hall(run *it) {
    int status;
    snprintf(it->hall, sizeof it->hall, "%.400s/hall", it->opt->dir);
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child == 0) {
        hall_make(it->hall);
        _exit(0);
    }
    if (waitpid(child, &status, 0) != child || status != 0) harness_die("the hall is not made");
}

int main(int count, char **words) {
    harness opt;
    harness_options(&opt, "kill", "raw window one several create", count, words);
    harness_preload(words, "killer.so");
    harness_begin(&opt);
    run it = {.opt = &opt, .name = "hall"};
    make_first_hall(&it);
    run_case(&it, "raw", raw_window, TIERS[opt.tier].raw);
    run_case(&it, "window", window, TIERS[opt.tier].window);
    run_case(&it, "one", one_writer, TIERS[opt.tier].one);
    run_case(&it, "several", several_writers, TIERS[opt.tier].several);
    run_case(&it, "create", creators, TIERS[opt.tier].create);
    if (!it.failed || opt.plant) harness_end(&opt);
    if (opt.plant) {
        printf("prove kill: result=%s plant=%s caught=%d seed=%llu kills=%llu\n",
               it.failed ? "ok" : "FAILED", opt.plant, it.failed, (unsigned long long)opt.seed,
               (unsigned long long)it.kills);
        return !it.failed;
    }
    double seconds = harness_seconds(&opt);
    printf("prove kill: result=%s seed=%llu seconds=%.0f kills=%llu in_window=%llu aimed_open=%llu "
           "per_second=%.0f rounds=%llu audits=%llu acks=%llu sold=%llu refunded=%llu stopped=%llu "
           "raw_kills=%llu raw_lost=%llu broken=%llu lost=%llu double_sold=%llu money_drift=%llu "
           "plan=%016llx\n",
           it.failed ? "FAILED" : "ok", (unsigned long long)opt.seed, seconds,
           (unsigned long long)it.kills, (unsigned long long)it.in_window,
           (unsigned long long)it.in_open, (double)it.kills / (seconds > 0 ? seconds : 1),
           (unsigned long long)it.rounds, (unsigned long long)it.audits,
           (unsigned long long)it.sum.acks, (unsigned long long)it.sum.sold,
           (unsigned long long)it.sum.refunded, (unsigned long long)it.stopped,
           (unsigned long long)it.raw_kills, (unsigned long long)it.raw_lost,
           (unsigned long long)it.sum.broken, (unsigned long long)it.sum.lost,
           (unsigned long long)it.sum.double_sold, (unsigned long long)it.sum.money_drift,
           (unsigned long long)it.plan);
    return it.failed;
}
