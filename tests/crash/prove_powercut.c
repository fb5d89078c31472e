/* Proves that no power cut loses what was acknowledged: records workloads, rebuilds every kind of
 * image a cut could have left at every moment, opens each with the engine and holds it against what
 * had been acknowledged. See docs/proof/crash.md. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cases.h"
#include "cuts.h"
#include "harness.h"
#include "opener.h"

#define TRACE_ROOM (UINT64_C(1) << 30)

/* What a tier asks for. */
static const struct {
    uint64_t images;
    uint32_t density, verify_every, stride, size;
} TIERS[] = {
    [TIER_SHORT] = {3000, 2, 8, 9, 1},
    [TIER_QUICK] = {200000, 8, 5, 1, 1},
    [TIER_FULL] = {2000000, 16, 2, 1, 2},
    [TIER_SOAK] = {10000000, 32, 1, 1, 3},
};

typedef struct totals {
    uint64_t images, opened, verified, facts, went_on, created;
    uint64_t lost, double_sold, money_drift, broken, worst_loss;
    uint64_t records, bytes, moments, traces, hash;
    bool failed;
} totals;

/* ---- recording ---- */

static uint32_t plant_of(const harness *opt) {
    static const struct {
        const char *name;
        uint32_t plant;
    } PLANTS[] = {{"nosync", TRACE_PLANT_NOSYNC},
                  {"nodata", TRACE_PLANT_NODATA},
                  {"noname", TRACE_PLANT_NONAME},
                  {"ack-early", TRACE_PLANT_ACK_EARLY}};
    if (!opt->plant) return TRACE_PLANT_NONE;
    for (size_t i = 0; i < sizeof PLANTS / sizeof *PLANTS; i++)
        if (strcmp(PLANTS[i].name, opt->plant) == 0) return PLANTS[i].plant;
    harness_die("there is no plant %s", opt->plant);
}

static trace_head *make_trace(const char *path, const char *tree, const harness *opt) {
    struct stat root;
    pthread_mutexattr_t attributes;
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || ftruncate(fd, (off_t)TRACE_ROOM) != 0 || stat(tree, &root) != 0)
        harness_die("%s: %s", path, strerror(errno));
    trace_head *head = mmap(NULL, TRACE_ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (head == MAP_FAILED) harness_die("mmap: %s", strerror(errno));
    close(fd);
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&head->lock, &attributes);
    head->magic = TRACE_MAGIC;
    head->room = TRACE_ROOM;
    head->used = sizeof *head;
    head->root = root.st_ino;
    snprintf(head->path, sizeof head->path, "%.470s", tree);
    head->plant = plant_of(opt);
    return head;
}

static trace_head *open_trace(const char *path) {
    struct stat file;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &file) != 0) harness_die("%s: %s", path, strerror(errno));
    trace_head *head = mmap(NULL, (size_t)file.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (head == MAP_FAILED || head->magic != TRACE_MAGIC) harness_die("%s is no trace", path);
    return head;
}

static void close_trace(trace_head *head) {
    munmap(head, head->room);
}

static void start_recorded(const char *trace, const char *tree, const char *name, uint64_t seed,
                           uint32_t size) {
    char number[32], size_text[16];
    char *words[] = {(char *)(uintptr_t)harness_self(),
                     (char *)(uintptr_t) "--play",
                     (char *)(uintptr_t)name,
                     number,
                     size_text,
                     NULL};
    snprintf(number, sizeof number, "%llu", (unsigned long long)seed);
    snprintf(size_text, sizeof size_text, "%u", size);
    int null = open("/dev/null", O_WRONLY);
    if (chdir(tree) != 0 || dup2(null, TRACE_MARKS_FD) < 0 || setenv(TRACE_FILE_VARIABLE, trace, 1))
        _exit(5);
    close(null);
    harness_preload(words, "killer.so:recorder.so");
}

/* The hidden way in: this process is recorded. */
static void play(char **words) {
    harness_preload(words, "killer.so:recorder.so");
    for (int i = 0; i < CASES_COUNT; i++) {
        if (strcmp(CASES[i].name, words[2]) != 0) continue;
        CASES[i].play(strtoull(words[3], NULL, 10), (uint32_t)strtoul(words[4], NULL, 10));
        exit(0);
    }
    exit(6);
}

static trace_head *record_case(const harness *opt, const crash_case *it, uint64_t seed,
                               const char *tree, const char *path) {
    int status;
    remove_tree(tree);
    if (mkdir(tree, 0700) != 0) harness_die("%s: %s", tree, strerror(errno));
    trace_head *head = make_trace(path, tree, opt);
    pid_t child = fork();
    if (child < 0) harness_die("fork: %s", strerror(errno));
    if (child == 0) start_recorded(path, tree, it->name, seed, TIERS[opt->tier].size);
    if (waitpid(child, &status, 0) != child || status != 0)
        harness_die("the workload %s of seed %llu ended with %#x", it->name,
                    (unsigned long long)seed, status);
    if (head->full) harness_die("the trace of %s is too long", it->name);
    return head;
}

/* ---- walking a trace ---- */

static const trace_record *record_at(const trace_head *trace, uint64_t at) {
    return (const trace_record *)(const void *)((const char *)trace + at);
}

/* The trace without what differs from run to run: numbers of inodes and processes, names of
 * temporary folders. */
static uint64_t hash_trace(const trace_head *trace) {
    uint64_t inodes[DISK_FILES_MAX] = {0}, hash = 1;
    for (uint64_t at = sizeof *trace; at < trace->used;) {
        const trace_record *record = record_at(trace, at);
        uint64_t n = 0;
        while (n < DISK_FILES_MAX - 1 && inodes[n] && inodes[n] != record->inode) n++;
        inodes[n] = record->inode;
        uint64_t words[5] = {record->kind, record->flags, record->bytes, record->offset, n};
        bool named = record->kind >= TRACE_CREATE && record->kind <= TRACE_UNLINK;
        if (named) words[2] = 0;
        hash = hash_bytes(hash, words, sizeof words);
        if (!named) hash = hash_bytes(hash, record + 1, record->bytes);
        at += trace_step(record);
    }
    return hash;
}

/* Replaying all of it gives the files there are: nothing went past the recorder. */
static void check_complete(const trace_head *trace, const char *tree, const char *name) {
    disk *all = malloc(sizeof *all);
    if (!all) harness_die("no memory");
    disk_begin(all, trace->root);
    for (uint64_t at = sizeof *trace; at < trace->used;) {
        const trace_record *record = record_at(trace, at);
        if (record->kind == TRACE_FOREIGN)
            harness_die("%s calls %s, which the model does not know", name,
                        (const char *)(record + 1));
        if (record->kind != TRACE_MARK && record->kind != TRACE_FLUSH &&
            record->kind != TRACE_FLUSH_DIR)
            disk_take(all, record);
        at += trace_step(record);
    }
    disk_flush_all(all);
    uint32_t compared = 0;
    for (uint32_t i = 0; i < STORES_MAX; i++) {
        char path[480], store[8];
        struct stat file;
        snprintf(store, sizeof store, "s%u", i);
        snprintf(path, sizeof path, "%.400s/%s/data.mdb", tree, store);
        const disk_entry *folder = disk_name(&all->names, trace->root, store);
        const disk_entry *data = folder ? disk_name(&all->names, folder->inode, "data.mdb") : NULL;
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        if ((fd < 0) != (data == NULL)) harness_die("%s: the recorder missed %s", name, path);
        if (fd < 0) continue;
        const disk_file *model = disk_find(all, data->inode);
        if (fstat(fd, &file) != 0 || !model || (uint64_t)file.st_size != model->size)
            harness_die("%s: the recorder missed a part of %s", name, path);
        void *bytes = mmap(NULL, model->size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (bytes == MAP_FAILED || memcmp(bytes, model->bytes, model->size) != 0)
            harness_die("%s: the recorder missed a write to %s", name, path);
        munmap(bytes, model->size);
        close(fd);
        compared++;
    }
    if (compared == 0) harness_die("%s: no store was made", name);
    disk_end(all);
    free(all);
}

/* ---- a worker: every moment of its share ---- */

enum { SOFT_EVERY = 3 };

typedef struct worker {
    disk disk;
    image image;
    opener opener;
    cutter cutter;
    uint64_t moment, soft;
    uint32_t number, workers, stride;
    uint64_t only_moment; /* 0: all */
    bool changed;         /* since the last moment */
} worker;

static void show(void *user_data, const shown *what) {
    worker *it = user_data;
    opener_judge(&it->opener, what->number, what->file);
}

static void moment(worker *it, int32_t file, bool names) {
    if (!it->changed) return;
    it->changed = false;
    uint64_t n = ++it->moment;
    if (it->only_moment ? n != it->only_moment : n % it->workers != it->number) return;
    if (!it->only_moment && it->stride > 1 && hash_bytes(9, &n, sizeof n) % it->stride) return;
    cutter_moment(&it->cutter, n, file, names);
}

static int32_t index_of(const disk *from, const disk_file *file) {
    return file ? (int32_t)(file - from->files) : -1;
}

static void walk_record(worker *it, const trace_record *record) {
    disk_file *file;
    added more;
    switch (record->kind) {
    case TRACE_MARK:
        more = books_demand(it->opener.demands, record);
        it->cutter.demanded += more == ADDED_HARD;
        it->soft += more == ADDED_SOFT;
        /* Relaxed commits promise nothing, but without them a long time without any flush would be
         * one moment only. */
        if (more == ADDED_NOTHING || (more == ADDED_SOFT && it->soft % SOFT_EVERY)) break;
        it->changed = true;
        moment(it, -1, true);
        break;
    case TRACE_FLUSH:
        file = disk_find(&it->disk, record->inode);
        if (!file || file->ignored || file->count == 0) break;
        moment(it, index_of(&it->disk, file), false);
        disk_flush(&it->disk, file);
        it->changed = true;
        break;
    case TRACE_FLUSH_DIR:
        if (it->disk.moves_count == 0) break;
        moment(it, -1, true);
        disk_flush_folder(&it->disk, record->folder);
        it->changed = true;
        break;
    default:
        disk_take(&it->disk, record);
        it->changed = true;
        if (!(record->flags & TRACE_SYNCED)) break;
        file = disk_find(&it->disk, record->inode);
        moment(it, index_of(&it->disk, file), false);
        disk_settle_last(&it->disk, file);
        it->changed = true;
        break;
    }
}

static void work(const harness *opt, const trace_head *trace, const books *known, uint32_t number,
                 uint32_t workers, uint64_t seed, uint32_t stride, opener_counts *counts) {
    char folder[440];
    worker *it = calloc(1, sizeof *it);
    if (!it) _exit(7);
    snprintf(folder, sizeof folder, "%.400s/w%u-%ld", opt->dir, number, (long)getpid());
    disk_begin(&it->disk, trace->root);
    image_begin(&it->image, folder, &it->disk);
    it->opener = (opener){.books = known, .image = &it->image, .counts = counts};
    it->opener.verify_every = TIERS[opt->tier].verify_every;
    it->cutter = (cutter){.disk = &it->disk,
                          .image = &it->image,
                          .seed = seed,
                          .density = TIERS[opt->tier].density,
                          .only = opt->image,
                          .show = show,
                          .user_data = it};
    it->number = number;
    it->workers = workers;
    it->stride = stride;
    it->only_moment = opt->image / CUT_IMAGES_MAX;
    for (uint64_t at = sizeof *trace; at < trace->used;) {
        const trace_record *record = record_at(trace, at);
        walk_record(it, record);
        at += trace_step(record);
    }
    it->changed = true;
    moment(it, -1, true);
    image_end(&it->image);
    cutter_end(&it->cutter);
    _exit(0);
}

/* ---- one case ---- */

static void add_counts(totals *all, const opener_counts *counts) {
    all->images += counts->images;
    all->opened += counts->opened;
    all->verified += counts->verified;
    all->facts += counts->facts;
    all->went_on += counts->went_on;
    all->created += counts->created;
    all->lost += counts->lost;
    all->double_sold += counts->double_sold;
    all->money_drift += counts->money_drift;
    all->broken += counts->broken;
    if (counts->worst_loss > all->worst_loss) all->worst_loss = counts->worst_loss;
}

static bool counts_clean(const opener_counts *counts) {
    return counts->lost + counts->double_sold + counts->money_drift + counts->broken == 0;
}

/* The trace is kept where the person who must look into it will find it. */
static void keep_trace(const trace_head *trace, const char *name, uint64_t seed, char *kept,
                       size_t room) {
    const char *temp = getenv("TMPDIR");
    snprintf(kept, room, "%.300s/crash-%s-%llu.trace", temp ? temp : "/tmp", name,
             (unsigned long long)seed);
    int fd = open(kept, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, trace, trace->used) != (ssize_t)trace->used) kept[0] = '\0';
    if (fd >= 0) close(fd);
}

static void report(const harness *opt, const trace_head *trace, const char *name, uint64_t seed,
                   const opener_counts *counts, int signal) {
    char kept[440];
    uint64_t number = signal ? counts->number : counts->sentence_number;
    if (opt->plant) {
        printf("powercut: %s\n", signal ? "a signal" : counts->sentence);
        return;
    }
    if (opt->trace) snprintf(kept, sizeof kept, "%.430s", opt->trace);
    else keep_trace(trace, name, seed, kept, sizeof kept);
    printf("powercut: case %s, seed %llu, image %llu: ", name, (unsigned long long)seed,
           (unsigned long long)number);
    if (signal) printf("signal %d\n", signal);
    else printf("%s\n", counts->sentence);
    printf("powercut: this image again: prove_powercut --only %s --seed %llu --trace %s "
           "--image %llu%s\n",
           name, (unsigned long long)seed, kept, (unsigned long long)number,
           opt->tier == TIER_SHORT  ? " --short"
           : opt->tier == TIER_FULL ? " --full"
           : opt->tier == TIER_SOAK ? " --soak"
                                    : "");
}

static void judge_trace(const harness *opt, const trace_head *trace, const char *name,
                        uint64_t seed, totals *all) {
    uint32_t stride = opt->only || opt->plant ? 1 : TIERS[opt->tier].stride;
    enum { WORKERS_MAX = 64 };
    pid_t children[WORKERS_MAX];
    books *known = books_read(trace);
    uint32_t workers = opt->image ? 1 : opt->workers < WORKERS_MAX ? opt->workers : WORKERS_MAX;
    opener_counts *counts = mmap(NULL, workers * sizeof *counts, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (counts == MAP_FAILED) harness_die("no memory");
    fflush(NULL);
    for (uint32_t i = 0; i < workers; i++) {
        children[i] = fork();
        if (children[i] < 0) harness_die("fork: %s", strerror(errno));
        if (children[i] == 0) work(opt, trace, known, i, workers, seed, stride, &counts[i]);
    }
    for (uint32_t left = workers; left;) {
        int status;
        uint64_t images = all->images;
        for (uint32_t i = 0; i < workers; i++) images += counts[i].images;
        harness_progress(opt, false, "%-8s seed %llu: %llu images", name, (unsigned long long)seed,
                         (unsigned long long)images);
        pid_t ended = waitpid(-1, &status, WNOHANG);
        if (ended == 0) {
            usleep(20000);
            continue;
        }
        for (uint32_t i = 0; i < workers; i++) {
            if (children[i] != ended) continue;
            left--;
            if (WIFEXITED(status) && WEXITSTATUS(status) > 1)
                harness_die("a worker ended with %d", WEXITSTATUS(status));
            int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
            if (signal) counts[i].broken++;
            if (signal || !counts_clean(&counts[i])) {
                if (!all->failed) report(opt, trace, name, seed, &counts[i], signal);
                all->failed = true;
            }
        }
    }
    for (uint32_t i = 0; i < workers; i++) add_counts(all, &counts[i]);
    all->moments += books_moments(known);
    munmap(counts, workers * sizeof *counts);
    books_free(known);
}

static void run_case(const harness *opt, const crash_case *it, uint64_t seed, bool twice,
                     totals *all) {
    char tree[440], path[440];
    snprintf(tree, sizeof tree, "%.400s/tree", opt->dir);
    snprintf(path, sizeof path, "%.400s/trace", opt->dir);
    trace_head *trace = record_case(opt, it, seed, tree, path);
    uint64_t hash = hash_trace(trace);
    if (twice && it->repeats) {
        close_trace(trace);
        trace = record_case(opt, it, seed, tree, path);
        if (hash_trace(trace) != hash)
            harness_die("%s: two runs of seed %llu gave two traces", it->name,
                        (unsigned long long)seed);
    }
    check_complete(trace, tree, it->name);
    all->traces++;
    all->bytes += trace->used;
    if (it->repeats) all->hash ^= hash;
    double began = harness_now();
    uint64_t before = all->images;
    judge_trace(opt, trace, it->name, seed, all);
    double took = harness_now() - began;
    harness_progress(opt, true, "%-8s seed %llu: %llu images, %.0f a second, trace %.1f MB %016llx",
                     it->name, (unsigned long long)seed, (unsigned long long)(all->images - before),
                     (double)(all->images - before) / (took > 0 ? took : 1),
                     (double)trace->used / 1e6, (unsigned long long)(it->repeats ? hash : 0));
    close_trace(trace);
    remove_tree(tree);
    (void)unlink(path);
}

static bool wanted(const harness *opt, const crash_case *it) {
    return !opt->only || strcmp(opt->only, it->name) == 0;
}

static void run_all(const harness *opt, totals *all) {
    uint32_t rounds = 0, chosen = 0;
    for (int i = 0; i < CASES_COUNT; i++) chosen += wanted(opt, &CASES[i]);
    if (chosen == 0) harness_die("there is no case %s", opt->only);
    if (opt->trace) {
        trace_head *trace = open_trace(opt->trace);
        judge_trace(opt, trace, opt->only ? opt->only : "life", opt->seed, all);
        return;
    }
    /* Every case at least once, then again with other seeds until there are enough images. */
    for (; !all->failed && (rounds == 0 || all->images < TIERS[opt->tier].images); rounds++) {
        for (int i = 0; i < CASES_COUNT && !all->failed; i++) {
            if (!wanted(opt, &CASES[i])) continue;
            if (rounds && all->images >= TIERS[opt->tier].images) break;
            run_case(opt, &CASES[i], opt->seed + rounds, rounds == 0, all);
        }
        if (opt->image) break;
    }
}

int main(int count, char **words) {
    char names[256] = "";
    harness opt;
    totals all = {0};
    if (count == 5 && strcmp(words[1], "--play") == 0) play(words);
    for (int i = 0; i < CASES_COUNT; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s ", CASES[i].name);
    }
    harness_options(&opt, "powercut", names, count, words);
    harness_begin(&opt);
    run_all(&opt, &all);
    double seconds = harness_seconds(&opt);
    harness_end(&opt);
    if (opt.plant) {
        /* The defect is there on purpose: the harness must see it. */
        printf("prove powercut: result=%s plant=%s caught=%d seed=%llu images=%llu\n",
               all.failed ? "ok" : "FAILED", opt.plant, all.failed, (unsigned long long)opt.seed,
               (unsigned long long)all.images);
        return !all.failed;
    }
    printf("prove powercut: result=%s seed=%llu seconds=%.0f images=%llu opened=%llu verified=%llu "
           "went_on=%llu created=%llu facts=%llu traces=%llu looks=%llu per_second=%.0f "
           "relaxed_worst=%llu broken=%llu lost=%llu double_sold=%llu money_drift=%llu "
           "trace=%016llx\n",
           all.failed ? "FAILED" : "ok", (unsigned long long)opt.seed, seconds,
           (unsigned long long)all.images, (unsigned long long)all.opened,
           (unsigned long long)all.verified, (unsigned long long)all.went_on,
           (unsigned long long)all.created, (unsigned long long)all.facts,
           (unsigned long long)all.traces, (unsigned long long)all.moments,
           (double)all.images / (seconds > 0 ? seconds : 1), (unsigned long long)all.worst_loss,
           (unsigned long long)all.broken, (unsigned long long)all.lost,
           (unsigned long long)all.double_sold, (unsigned long long)all.money_drift,
           (unsigned long long)all.hash);
    return all.failed;
}
