/* What is recorded: creation in every form, a life, growth, processes one after another and at
 * once, killed ones among them, copies, relaxed commits. */
#include "cases.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.h"
#include "killer.h"
#include "life.h"

static void must(bool good, const char *what) {
    if (good) return;
    fprintf(stderr, "case: %s failed\n", what);
    _exit(3);
}

/* Run a part in a process of its own. */
static pid_t start(void (*part)(uint64_t seed), uint64_t seed) {
    pid_t child = fork();
    must(child >= 0, "fork");
    if (child == 0) {
        part(seed);
        _exit(0);
    }
    return child;
}

static void finish(pid_t child, bool may_die) {
    int status;
    must(waitpid(child, &status, 0) == child, "waitpid");
    bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    must((WIFEXITED(status) && WEXITSTATUS(status) == 0) || (may_die && killed), "a process");
}

static void begin_store(uint64_t seed) {
    life it;
    life_open(&it, "s0", 0, TC_OPEN_CREATE, seed);
    life_furnish(&it);
    life_close(&it);
}

static void steps(life *it, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) life_step(it);
}

/* ---- creation ---- */

static void create_contested(uint64_t seed) {
    life it;
    life_open(&it, "s2", 2, TC_OPEN_CREATE, seed);
    life_close(&it);
}

/* System calls of a process that creates a store and opens it, and a few more. */
enum { CREATE_CALLS = 60, CREATORS = 10 };

/* A process that dies while it creates, at a call drawn from the seed. */
static void create_killed(uint64_t seed) {
    uint8_t store = (uint8_t)(seed % CREATORS);
    char path[8];
    life it;
    snprintf(path, sizeof path, "s%u", store);
    killer_arm_if(1 + (uint32_t)(seed % CREATE_CALLS), (killer_how)(seed / CREATE_CALLS % 3));
    life_open(&it, path, store, TC_OPEN_CREATE, seed);
    life_close(&it);
}

/* Whoever comes after a dead creator finds a store or makes one, and what it is told is durable.
 * Six seeds in a row die at every call. */
static void play_creators(uint64_t seed, uint32_t size) {
    (void)size;
    for (uint32_t store = 0; store < CREATORS; store++) {
        char path[8];
        life it;
        finish(start(create_killed, seed * CREATORS + store), true);
        snprintf(path, sizeof path, "s%u", store);
        life_open(&it, path, (uint8_t)store, TC_OPEN_CREATE, seed + store);
        life_note(&it);
        life_close(&it);
    }
}

static void play_create(uint64_t seed, uint32_t size) {
    (void)size;
    life it;
    life_open(&it, "s0", 0, TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE, seed);
    life_furnish(&it);
    steps(&it, 4);
    life_close(&it);
    /* Into an empty folder, which may be a mount point. */
    must(mkdir("s1", 0700) == 0, "mkdir");
    life_open(&it, "s1", 1, TC_OPEN_CREATE, seed + 1);
    life_furnish(&it);
    steps(&it, 2);
    life_close(&it);
    pid_t rivals[2] = {start(create_contested, seed + 2), start(create_contested, seed + 3)};
    for (int i = 0; i < 2; i++) finish(rivals[i], false);
}

/* ---- one process ---- */

static void play_life(uint64_t seed, uint32_t size) {
    life it;
    life_open(&it, "s0", 0, TC_OPEN_CREATE, seed);
    life_furnish(&it);
    steps(&it, 70 * size);
    life_close(&it);
}

/* Large commits: a file that grows, trees that split, long free lists, pages used again. */
static void play_grow(uint64_t seed, uint32_t size) {
    life it;
    life_open(&it, "s0", 0, TC_OPEN_CREATE, seed);
    life_furnish(&it);
    life_import(&it, 400);
    for (uint32_t i = 0; i < 10 * size; i++) {
        life_batch(&it, 30);
        steps(&it, 2);
    }
    life_import(&it, 800);
    steps(&it, 6);
    life_close(&it);
}

/* ---- several processes ---- */

static void visit(uint64_t seed) {
    life it;
    life_open(&it, "s0", 0, 0, seed);
    life_move_in(&it);
    steps(&it, 6);
    life_close(&it);
}

static void visit_and_die(uint64_t seed) {
    life it;
    killer_arm_if(20 + (uint32_t)(seed % 120), (killer_how)(seed / 7 % 3));
    life_open(&it, "s0", 0, 0, seed);
    life_move_in(&it);
    steps(&it, 100);
    life_close(&it);
}

static void play_relay(uint64_t seed, uint32_t size) {
    finish(start(begin_store, seed), false);
    for (uint64_t i = 0; i < 6 * size; i++) {
        finish(start(visit, seed * 31 + i), false);
        finish(start(visit_and_die, seed * 17 + i * 5), true);
    }
    finish(start(visit, seed + 1), false);
}

typedef struct thread_work {
    life *host;
    uint64_t seed;
} thread_work;

static void *thread_life(void *argument) {
    const thread_work *work = argument;
    life it;
    life_join(&it, work->host, work->seed);
    steps(&it, 12);
    life_leave(&it);
    return NULL;
}

static void crowd_process(uint64_t seed) {
    life it;
    pthread_t threads[2];
    thread_work work[2];
    life_open(&it, "s0", 0, 0, seed);
    life_move_in(&it);
    for (uint64_t i = 0; i < 2; i++) {
        work[i] = (thread_work){&it, seed * 3 + i};
        must(pthread_create(&threads[i], NULL, thread_life, &work[i]) == 0, "thread");
    }
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    life_close(&it);
}

static void play_crowd(uint64_t seed, uint32_t size) {
    finish(start(begin_store, seed), false);
    for (uint64_t round = 0; round < size; round++) {
        pid_t all[4];
        for (uint64_t i = 0; i < 3; i++) all[i] = start(crowd_process, seed * 11 + round * 4 + i);
        all[3] = start(visit_and_die, seed * 5 + round);
        for (int i = 0; i < 4; i++) finish(all[i], i == 3);
    }
    finish(start(visit, seed + 1), false);
}

/* ---- copies ---- */

static void write_on(uint64_t seed) {
    life it;
    life_open(&it, "s0", 0, 0, seed);
    life_move_in(&it);
    steps(&it, 15);
    life_close(&it);
}

static void copy(life *it, uint8_t store, uint32_t flags) {
    char path[8];
    snprintf(path, sizeof path, "s%u", store);
    uint64_t commit = life_commit(it);
    must(tc_backup(it->engine, path, flags, NULL) == TC_OK, "backup");
    life_mark(MARK_BORN, store, it->store, commit);
}

static void carry(life *it, const char *path, uint8_t store) {
    FILE *dump = tmpfile();
    tc_snapshot *snapshot;
    must(dump != NULL, "tmpfile");
    must(tc_snapshot_open(it->engine, &snapshot, NULL) == TC_OK, "snapshot");
    must(tc_dump(snapshot, fileno(dump), NULL, NULL) == TC_OK, "dump");
    tc_snapshot_close(snapshot);
    must(lseek(fileno(dump), 0, SEEK_SET) == 0, "lseek");
    must(tc_load(path, fileno(dump), NULL, NULL) == TC_OK, "load");
    life_mark(MARK_ALIEN, store, store, 0);
    fclose(dump);
}

static void play_copies(uint64_t seed, uint32_t size) {
    life it;
    (void)size;
    life_open(&it, "s0", 0, TC_OPEN_CREATE, seed);
    life_furnish(&it);
    steps(&it, 20);
    pid_t writer = start(write_on, seed + 1);
    copy(&it, 1, 0);
    steps(&it, 3);
    copy(&it, 2, TC_BACKUP_COMPACT);
    finish(writer, false);
    life_look(&it);
    must(mkdir("s3", 0700) == 0, "mkdir");
    copy(&it, 3, TC_BACKUP_COMPACT);
    carry(&it, "s4", 4);
    steps(&it, 2);
    life_close(&it);
    /* The copy lives on by itself; its first mark is its own moment. */
    life_open(&it, "s2", 2, 0, seed + 2);
    life_move_in(&it);
    life_close(&it);
}

/* ---- relaxed ---- */

static void play_relaxed(uint64_t seed, uint32_t size) {
    life it;
    life_open(&it, "s0", 0, TC_OPEN_CREATE, seed);
    life_furnish(&it);
    life_close(&it);
    life_open(&it, "s0", 0, TC_OPEN_RELAXED, seed + 1);
    life_move_in(&it);
    steps(&it, 50 * size);
    life_close(&it);
    life_open(&it, "s0", 0, 0, seed + 2);
    life_move_in(&it);
    steps(&it, 3);
    life_close(&it);
}

static void play_mixed(uint64_t seed, uint32_t size) {
    life durable, relaxed;
    life_open(&durable, "s0", 0, TC_OPEN_CREATE, seed);
    life_furnish(&durable);
    life_open(&relaxed, "s0", 0, TC_OPEN_RELAXED, seed + 1);
    life_move_in(&relaxed);
    for (uint32_t i = 0; i < 25 * size; i++) {
        steps(&relaxed, 2);
        /* One durable commit, and with it everything before. A command that changes nothing would
         * promise nothing. */
        life_note(&durable);
    }
    life_close(&relaxed);
    life_close(&durable);
}

const crash_case CASES[] = {
    {"create", "creation: new folder, empty folder, rivals", play_create, false},
    {"creators", "creators killed at every call, others after them", play_creators, false},
    {"life", "one process, every kind of command", play_life, true},
    {"grow", "batches, imports, a growing file", play_grow, true},
    {"relay", "processes one after another, every second one killed", play_relay, false},
    {"crowd", "three processes of two threads, a fourth killed", play_crowd, false},
    {"copies", "backup, compacted copy, dump and load, beside a writer", play_copies, false},
    {"relaxed", "relaxed commits, then durable ones", play_relaxed, true},
    {"mixed", "relaxed and durable commits in turn", play_mixed, true},
};
const int CASES_COUNT = (int)(sizeof CASES / sizeof *CASES);
