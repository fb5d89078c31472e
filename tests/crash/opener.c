/* Judges one image: the engine opens each store in it, everything acknowledged is looked up, a part
 * is verified whole and made to go on. Runs in a worker process, so a signal ends only that. */
#include "opener.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"
#include "life.h"

/* One in so many images: opened for writing; made to go on; a missing store created. */
enum { WRITABLE_EVERY = 6, GO_ON_EVERY = 60, LOCK_EVERY = 12, CREATE_EVERY = 16 };

static bool one_in(opener *it, uint32_t n) {
    return random_below(&it->random, n) == 0;
}

/* The lock file is never flushed: after a power cut it may hold anything. */
static void upset_lock(opener *it, const char *store) {
    char path[700];
    uint8_t noise[8192];
    if (!one_in(it, LOCK_EVERY)) return;
    snprintf(path, sizeof path, "%s/lock.mdb", store);
    uint32_t how = random_below(&it->random, 4);
    if (how == 0) {
        (void)unlink(path);
        return;
    }
    int fd = open(path, O_WRONLY | O_CREAT | (how == 1 ? O_TRUNC : 0) | O_CLOEXEC, 0600);
    if (fd < 0) harness_die("%s cannot be made", path);
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = how == 2 ? 0 : (uint8_t)(random_next(&it->random) >> 40);
    if (how > 1 && write(fd, noise, sizeof noise) != (ssize_t)sizeof noise)
        harness_die("%s cannot be written", path);
    close(fd);
}

/* Whether this pair of head pages was met before: each new one is verified. */
static bool new_heads(opener *it, int32_t data) {
    const image_file *file = &it->image->files[data];
    if (file->size < 8192) return true;
    uint64_t hash = hash_bytes(3, file->map, 200) ^ hash_bytes(4, file->map + 4096, 200);
    uint64_t *slot = &it->heads[hash % (sizeof it->heads / sizeof *it->heads)];
    bool fresh = *slot != hash;
    *slot = hash;
    return fresh;
}

static void verify(opener *it, tc_snapshot *snapshot, verdict *found) {
    tc_fault fault;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = &fault;
    report.faults_capacity = 1;
    int32_t code = tc_verify(snapshot, &report, NULL);
    atomic_fetch_add(&it->counts->verified, 1);
    if (code != TC_OK) {
        verdict_say(found, &found->broken, "verify: %s", tc_error_name(code));
        return;
    }
    atomic_fetch_add(&it->counts->facts, report.facts);
    if (report.faults_count == 0) return;
    bool money = strstr(fault.what, "ledger") || strstr(fault.what, "balance");
    verdict_say(found, money ? &found->money_drift : &found->broken,
                "commit %llu: verify finds %llu faults, first %s %llu: %.200s",
                (unsigned long long)found->commit, (unsigned long long)report.faults_count,
                fault.what, (unsigned long long)fault.subject, fault.sentence);
}

static void judge_store(opener *it, const char *path, uint32_t number, int32_t data, int32_t log,
                        verdict *found) {
    const demand *wanted = &it->demands[number];
    tc_engine *engine;
    tc_snapshot *snapshot;
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    bool go_on = one_in(it, GO_ON_EVERY);
    bool writable = go_on || one_in(it, WRITABLE_EVERY);
    upset_lock(it, path);
    options.flags = TC_OPEN_MANUAL_CLOCK | (writable ? 0u : (uint32_t)TC_OPEN_READ_ONLY);
    options.clock_ms = 1; /* the newest commit's */
    options.max_readers = 8;
    options.map_bytes = 32u << 20;
    int32_t code = tc_engine_open(path, &options, &engine, &error);
    if (code != TC_OK) {
        uint32_t *counter = wanted->born ? &found->lost : &found->broken;
        verdict_say(found, counter, "s%u does not open: %s: %s", number, tc_error_name(code),
                    error.message);
        return;
    }
    atomic_fetch_add(&it->counts->opened, 1);
    code = tc_snapshot_open(engine, &snapshot, NULL);
    if (code != TC_OK) {
        verdict_say(found, &found->broken, "s%u: snapshot: %s", number, tc_error_name(code));
    } else {
        books_audit(it->books, wanted, snapshot, found);
        if (it->verify_every <= 1 || one_in(it, it->verify_every) || new_heads(it, data))
            verify(it, snapshot, found);
        tc_snapshot_close(snapshot);
    }
    if (wanted->soft_commit > found->commit &&
        wanted->soft_commit - found->commit > atomic_load(&it->counts->worst_loss))
        atomic_store(&it->counts->worst_loss, wanted->soft_commit - found->commit);
    if (go_on) {
        char sentence[240];
        atomic_fetch_add(&it->counts->went_on, 1);
        if (!life_goes_on(engine, it->random, sentence, sizeof sentence))
            verdict_say(found, &found->broken, "s%u: %s", number, sentence);
        image_spoil(it->image, data);
    }
    /* Opening may fold a log; closing does what going on left in it. */
    if (writable && log >= 0) image_spoil(it->image, data);
    if (writable) image_spoil(it->image, log);
    code = tc_engine_close(engine, NULL);
    if (code != TC_OK)
        verdict_say(found, &found->broken, "s%u: close: %s", number, tc_error_name(code));
}

/* There is no data file. Whoever wants a store there can make one. */
static void judge_nothing(opener *it, const char *path, uint32_t number, verdict *found) {
    tc_engine *engine;
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    if (it->demands[number].born) {
        verdict_say(found, &found->lost, "s%u was acknowledged and is gone", number);
        return;
    }
    int32_t code = tc_engine_open(path, &options, &engine, &error);
    if (code == TC_OK) tc_engine_close(engine, NULL);
    if (code != TC_E_NO_STORE)
        verdict_say(found, &found->broken, "s%u is not there, yet open says %s", number,
                    tc_error_name(code));
    if (!one_in(it, CREATE_EVERY)) return;
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = LIFE_T0;
    atomic_fetch_add(&it->counts->created, 1);
    code = tc_engine_open(path, &options, &engine, &error);
    if (code == TC_OK) code = tc_engine_close(engine, NULL);
    if (code != TC_OK)
        verdict_say(found, &found->broken, "s%u cannot be created after the cut: %s: %s", number,
                    tc_error_name(code), error.message);
    image_spoil_tree(it->image);
}

static void tell(opener *it, uint64_t number, const verdict *found) {
    opener_counts *counts = it->counts;
    atomic_fetch_add(&counts->lost, found->lost);
    atomic_fetch_add(&counts->double_sold, found->double_sold);
    atomic_fetch_add(&counts->money_drift, found->money_drift);
    atomic_fetch_add(&counts->broken, found->broken);
    if (found->lost + found->double_sold + found->money_drift + found->broken == 0) return;
    if (atomic_fetch_add(&counts->said, 1) != 0) return;
    snprintf(counts->sentence, sizeof counts->sentence, "%s", found->sentence);
    counts->sentence_number = number;
}

void opener_judge(opener *it, uint64_t number, int32_t file) {
    verdict found = {0};
    it->random = hash_bytes(number, "judge", 5);
    atomic_store(&it->counts->number, number);
    for (uint32_t store = 0; store < STORES_MAX; store++) {
        char name[8], path[480];
        if (!it->demands[store].known && store > 4) continue;
        snprintf(name, sizeof name, "s%u", store);
        snprintf(path, sizeof path, "%.460s/tree/%s", it->image->folder, name);
        int32_t data = image_file_of(it->image, name, "data.mdb");
        int32_t log = image_file_of(it->image, name, "log.tc");
        /* A store that was not played with is looked at now and then. */
        bool other = file >= 0 && data != file && log != file;
        if (data >= 0 && (!other || one_in(it, 24)))
            judge_store(it, path, store, data, log, &found);
        if (data < 0 && (it->demands[store].known || file < 0) && (!other || one_in(it, 8)))
            judge_nothing(it, path, store, &found);
    }
    atomic_fetch_add(&it->counts->images, 1);
    tell(it, number, &found);
}
