/* Command line, scratch folder, workers, last line of the fault proofs. Each worker is a process
 * and has a folder of its own; each case is run in a child of its worker, so that a crash or a hang
 * ends one case and is told. */
#include "prove.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/checksum.h"

static time_t began;
/* The prepared store's files; the second where there is a log. It goes on: the operations find it
 * in use. */
static const char *const FILES[] = {"data.mdb", "log.tc"};
enum { FILE_COUNT = 2 };
static uint8_t *house_bytes[FILE_COUNT];
static size_t house_len[FILE_COUNT];

static _Noreturn void stop(const char *what) {
    fprintf(stderr, "prove: %s: %s\n", what, strerror(errno));
    exit(2);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place) {
    (void)info, (void)kind, (void)place;
    return remove(path);
}

void prove_remove(const char *path) {
    (void)nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void *prove_share(size_t bytes) {
    void *room = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) stop("mmap");
    return room;
}

static void usage(const char *name) {
    printf(
        "prove_%s [--short | --quick | --full | --soak] [--seed N] [--only NAME] [--fault FAULT]\n"
        "    [--jobs N] [--dir FOLDER] [--first] [--list]\n"
        "  --only NAME    operations whose name begins so; --list names them\n"
        "  --fault FAULT  one fault, as a complaint names it\n"
        "  --first        end at the first thing that is wrong\n",
        name);
}

static void choose_folder(prove_options *options, const char *given, const char *name) {
    struct stat info;
    const char *base = getenv("TMPDIR");
    if (!base || !*base) base = stat("/dev/shm", &info) == 0 ? "/dev/shm" : "/tmp";
    if (given) {
        snprintf(options->folder, sizeof options->folder, "%.200s", given);
        options->keep = true;
        if (mkdir(given, 0700) != 0 && errno != EEXIST) stop(given);
    } else {
        snprintf(options->folder, sizeof options->folder, "%.200s/prove-%s-XXXXXX", base, name);
        if (!mkdtemp(options->folder)) stop(options->folder);
    }
}

static void parse(int argc, char **argv, const char *name, prove_options *options) {
    const char *folder = NULL;
    options->tier = TIER_QUICK;
    options->enough = 200;
    options->seed = (uint64_t)time(NULL);
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    options->jobs = cores > 0 ? (unsigned)cores : 1;
    for (int i = 1; i < argc; i++) {
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        if (!strcmp(argv[i], "--short")) options->tier = TIER_SHORT;
        else if (!strcmp(argv[i], "--quick")) options->tier = TIER_QUICK;
        else if (!strcmp(argv[i], "--full")) options->tier = TIER_FULL;
        else if (!strcmp(argv[i], "--soak")) options->tier = TIER_SOAK;
        else if (!strcmp(argv[i], "--first")) options->enough = 1;
        else if (!strcmp(argv[i], "--list")) {
            for (size_t k = 0; k < ops_count(); k++) puts(ops_at(k)->name);
            exit(0);
        } else if (!next) {
            usage(name);
            exit(strcmp(argv[i], "--help") ? 2 : 0);
        } else if (!strcmp(argv[i], "--seed")) options->seed = strtoull(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--only")) options->only = argv[++i];
        else if (!strcmp(argv[i], "--fault")) options->fault = argv[++i];
        else if (!strcmp(argv[i], "--jobs")) options->jobs = (unsigned)atoi(argv[++i]);
        else if (!strcmp(argv[i], "--dir")) folder = argv[++i];
        else {
            usage(name);
            exit(2);
        }
    }
    if (options->jobs < 1) options->jobs = 1;
    choose_folder(options, folder, name);
}

typedef struct making {
    const prove_options *options;
    house *h;
} making;

/* In a child, so that the parent never has a store open. */
static void make_house(void *argument) {
    const making *job = argument;
    char path[320];
    tc_engine *engine;
    tc_snapshot *snapshot;
    snprintf(path, sizeof path, "%s/house", job->options->folder);
    house_make(path, job->h);
    if (house_open(path, 0, &engine, NULL) != TC_OK) exit(2);
    for (uint32_t i = 1; i <= 8; i++) {
        tc_consumer_set_request consumer = TC_CONSUMER_SET_REQUEST_INIT;
        consumer.name = "prover";
        consumer.cursor = tc_feed_cursor_at(i);
        if (tc_consumer_set(engine, &consumer, NULL, NULL) != TC_OK) exit(2);
    }
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) exit(2);
    snprintf(path, sizeof path, "%s/dump", job->options->folder);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0 || tc_dump(snapshot, fd, NULL, NULL) != TC_OK) exit(2);
    close(fd);
    _exit(0); /* as a crash leaves it, its log in use */
}

static void keep_bytes(const prove_options *options) {
    char path[320];
    struct stat info;
    for (int i = 0; i < FILE_COUNT; i++) {
        snprintf(path, sizeof path, "%s/house/%s", options->folder, FILES[i]);
        int fd = open(path, O_RDONLY);
        if (fd < 0 && i > 0 && errno == ENOENT) continue;
        if (fd < 0 || fstat(fd, &info) != 0) stop(path);
        house_len[i] = (size_t)info.st_size;
        house_bytes[i] = malloc(house_len[i]);
        if (!house_bytes[i] || read(fd, house_bytes[i], house_len[i]) != (ssize_t)house_len[i])
            stop(path);
        close(fd);
    }
}

void prove_begin(int argc, char **argv, const char *name, prove_options *options, house *h,
                 prove_counts **counts) {
    memset(options, 0, sizeof *options);
    began = time(NULL);
    parse(argc, argv, name, options);
    *counts = prove_share(sizeof **counts);
    house *shared = prove_share(sizeof *shared);
    making job = {options, shared};
    char path[320];
    snprintf(path, sizeof path, "%s/house", options->folder);
    prove_remove(path);
    if (prove_child(make_house, &job, 120) != 0) {
        fprintf(stderr, "prove: the prepared store could not be made\n");
        exit(2);
    }
    *h = *shared;
    munmap(shared, sizeof *shared);
    keep_bytes(options);
    fprintf(stderr, "prove %s: seed %llu, %zu operations, store of %zu KiB in %s\n", name,
            (unsigned long long)options->seed, ops_count(), house_len[0] / 1024, options->folder);
}

static char *worker_path(const prove_options *options, unsigned worker, const char *name) {
    static char paths[4][360];
    static unsigned turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/w%u%s%s", options->folder, worker, *name ? "/" : "", name);
    return path;
}

const char *prove_copy(const prove_options *options, unsigned worker) {
    char data[400];
    prove_remove(worker_path(options, worker, ""));
    const char *path = worker_path(options, worker, "store");
    if (mkdir(worker_path(options, worker, ""), 0700) != 0 || mkdir(path, 0700) != 0) stop(path);
    for (int i = 0; i < FILE_COUNT && house_bytes[i]; i++) {
        snprintf(data, sizeof data, "%s/%s", path, FILES[i]);
        int fd = open(data, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (fd < 0 || write(fd, house_bytes[i], house_len[i]) != (ssize_t)house_len[i] ||
            close(fd) != 0)
            stop(data);
    }
    return path;
}

const char *prove_target(const prove_options *options, unsigned worker) {
    return worker_path(options, worker, "target");
}

static unsigned found_left;
static int count_one(const char *path, const struct stat *info, int kind, struct FTW *place) {
    (void)info, (void)kind;
    const char *name = path + place->base;
    found_left += place->level == 1 && strcmp(name, "store") != 0 && strcmp(name, "target") != 0;
    return 0;
}

unsigned prove_leftovers(const prove_options *options, unsigned worker) {
    found_left = 0;
    (void)nftw(worker_path(options, worker, ""), count_one, 16, FTW_PHYS);
    return found_left;
}

int prove_child(void (*body)(void *argument), void *argument, unsigned seconds) {
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) stop("fork");
    if (child == 0) {
        alarm(seconds);
        body(argument);
        _exit(0);
    }
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) stop("waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void prove_complain(prove_counts *counts, const char *name, const op *one, const char *fault,
                    const char *what) {
    atomic_fetch_add(&counts->complaints, 1);
    printf("WRONG %s, %s: %s\n    again: prove_%s --only '%s' --fault %s\n", one->name, fault, what,
           name, one->name, fault);
    fflush(stdout);
}

void prove_trace(prove_counts *counts, const op *one, const char *fault, int32_t code) {
    if (strstr(one->name, "submit") || strstr(one->name, "queue")) return;
    uint64_t sum = tci_checksum(one->name, strlen(one->name), (uint64_t)(int64_t)code);
    atomic_fetch_add(&counts->trace, tci_checksum(fault, strlen(fault), sum));
}

unsigned prove_turn(const prove_options *options, const op *one) {
    unsigned turn = (unsigned)options->seed;
    for (const char *at = one->name; *at; at++) turn = turn * 31 + (unsigned char)*at;
    return turn >> 3;
}

bool prove_wants(const prove_options *options, const op *one) {
    return !options->only || strncmp(one->name, options->only, strlen(options->only)) == 0;
}

static void run_worker(const prove_options *options, prove_counts *counts, unsigned worker,
                       void (*work)(unsigned worker, const op *one)) {
    for (;;) {
        uint32_t index = atomic_fetch_add(&counts->next, 1);
        if (index >= ops_count()) _exit(0);
        const op *one = ops_at(index);
        if (!prove_wants(options, one)) continue;
        work(worker, one);
        atomic_fetch_add(&counts->operations, 1);
    }
}

void prove_work(const prove_options *options, prove_counts *counts, const char *name,
                void (*work)(unsigned worker, const op *one)) {
    fflush(NULL);
    for (unsigned i = 0; i < options->jobs; i++) {
        pid_t child = fork();
        if (child < 0) stop("fork");
        if (child == 0) run_worker(options, counts, i, work);
    }
    time_t told = time(NULL);
    for (unsigned left = options->jobs; left;) {
        int status;
        pid_t ended = waitpid(-1, &status, WNOHANG);
        if (ended > 0) {
            left--;
            if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
                atomic_fetch_add(&counts->complaints, 1);
                printf("WRONG a worker of the proof itself ended with status %d\n", status);
            }
            continue;
        }
        usleep(50000);
        if (time(NULL) - told < 5) continue;
        told = time(NULL);
        fprintf(stderr, "prove %s: %llu of %zu operations, %llu faults, %llu wrong, %lld s\n", name,
                (unsigned long long)atomic_load(&counts->operations), ops_count(),
                (unsigned long long)atomic_load(&counts->faults),
                (unsigned long long)atomic_load(&counts->complaints), (long long)(told - began));
    }
}

int prove_end(const prove_options *options, const prove_counts *counts, const char *name) {
    if (!options->keep) prove_remove(options->folder);
    uint64_t wrong = atomic_load(&counts->complaints), faults = atomic_load(&counts->faults);
    if (faults == 0) wrong++;
    printf("prove %s: result=%s seed=%llu seconds=%lld operations=%llu faults=%llu deaths=%llu "
           "unknown=%llu wrong=%llu trace=%016llx\n",
           name, wrong ? "FAILED" : "ok", (unsigned long long)options->seed,
           (long long)(time(NULL) - began), (unsigned long long)atomic_load(&counts->operations),
           (unsigned long long)faults, (unsigned long long)atomic_load(&counts->deaths),
           (unsigned long long)atomic_load(&counts->unknown), (unsigned long long)wrong,
           (unsigned long long)atomic_load(&counts->trace));
    return wrong ? 1 : 0;
}
