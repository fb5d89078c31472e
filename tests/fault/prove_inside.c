/* Faults inside the engine at every index: each command and each reading call is run with its Nth
 * piece of scratch memory not given, with its Nth read failing, and with its command's bytes
 * changed in every way of a list. Quick, because a case that changed nothing needs no fresh store:
 * that nothing was changed is seen at the end of each operation. See docs/proof/faults.md. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "inside.h"
#include "prove.h"

static prove_options options;
static prove_counts *counts;
static house the_house;

/* One operation with one kind of fault; in memory its child and its worker share. */
typedef struct job {
    const op *one;
    unsigned worker;
    inside_kind kind;
    bool sticky;
    uint32_t at, every;
    uint64_t digest; /* of the answer without a fault */
    uint64_t before; /* the store's state */
    uint64_t commit;
    bool finished;
} job;

static void fault_name(const job *this, char *text, size_t room) {
    snprintf(text, room, "%s:%u:%s", inside_name(this->kind), this->at,
             this->sticky ? "on" : "once");
}

static void complain(const job *this, const char *what) {
    char name[60];
    fault_name(this, name, sizeof name);
    prove_complain(counts, "inside", this->one, name, what);
}

static uint64_t commit_of(tc_engine *engine) {
    tc_snapshot *snapshot;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return 0;
    uint64_t commit = tc_snapshot_commit(snapshot);
    tc_snapshot_close(snapshot);
    return commit;
}

/* ---- one run ---- */

static void run_end(run *r) {
    tc_snapshot_close(r->snapshot);
    if (r->engine && tc_engine_close(r->engine, NULL) != TC_OK) abort();
    if (r->in >= 0) close(r->in);
    if (r->out >= 0) close(r->out);
    free((char *)(uintptr_t)r->store);
    free((char *)(uintptr_t)r->target);
}

/* A fresh store, opened as the operation needs it. */
static void run_begin(const job *this, run *r) {
    char path[400];
    memset(r, 0, sizeof *r);
    r->house = &the_house;
    r->error = (tc_error)TC_ERROR_INIT;
    r->store = strdup(prove_copy(&options, this->worker));
    r->target = strdup(prove_target(&options, this->worker));
    snprintf(path, sizeof path, "%s/dump", options.folder);
    r->in = open(path, O_RDONLY | O_CLOEXEC);
    snprintf(path, sizeof path, "%s/w%u/store/out", options.folder, this->worker);
    r->out = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (this->one->kind == OP_PURE) return;
    if (house_open(r->store, 0, &r->engine, NULL) != TC_OK) abort();
    if (this->one->kind == OP_READ && tc_snapshot_open(r->engine, &r->snapshot, NULL) != TC_OK)
        abort();
}

static int32_t call(const job *this, run *r, uint32_t number) {
    r->digest = 0;
    r->error = (tc_error)TC_ERROR_INIT;
    memset(&r->id, 0, sizeof r->id);
    memcpy(r->id.bytes, &number, sizeof number);
    r->id.bytes[15] = 1;
    if (r->in >= 0) (void)lseek(r->in, 0, SEEK_SET);
    if (r->out >= 0 && (ftruncate(r->out, 0) != 0 || lseek(r->out, 0, SEEK_SET) != 0)) abort();
    return this->one->call(r);
}

/* ---- judging ---- */

static void judge_sound(const job *this, const run *r, const char *when) {
    char text[256] = "", said[400];
    if (!r->engine) return;
    uint64_t faults = house_verify(r->engine, text, sizeof text);
    snprintf(said, sizeof said, "%s: %s", when,
             faults == UINT64_MAX ? "the store cannot be verified" : text);
    if (faults) complain(this, said);
}

/* Scratch memory or a read failed: the answer is that, or the true one. */
static void judge_failure(const job *this, const run *r, int32_t code) {
    char said[300];
    snprintf(said, sizeof said, "answers %s (%s: %s)", tc_error_name(code), r->error.field,
             r->error.message);
    if (code != TC_OK && code != TC_E_NOMEM) complain(this, said);
    if (code == TC_OK && this->one->kind != OP_COMMAND && this->one->kind != OP_PARTS &&
        r->digest != this->digest)
        complain(this, "another answer than without it");
}

/* What these carry is made whole before it becomes a command, by the compiler of maps and the maker
 * of keys, and is not made again while it is decided: changed there, it is not sound. */
static bool is_taken_on_trust(const op *one) {
    static const char *const TRUSTED[] = {"map.", "signing_key."};
    for (size_t i = 0; i < sizeof TRUSTED / sizeof *TRUSTED; i++)
        if (strncmp(one->name, TRUSTED[i], strlen(TRUSTED[i])) == 0) return true;
    return false;
}

/* Nobody encoded this command: it is refused, or it means something else that is sound. */
static void judge_bytes(const job *this, const run *r, int32_t code) {
    char said[300];
    int32_t class = tc_error_class(code);
    snprintf(said, sizeof said, "answers %s (%s: %s)", tc_error_name(code), r->error.field,
             r->error.message);
    if (code != TC_OK && (class == TC_CLASS_FATAL || code == TC_E_CORRUPT || code == TC_E_NOMEM))
        complain(this, said);
    if (code == TC_OK && !is_taken_on_trust(this->one)) judge_sound(this, r, "taken");
}

/* Nothing that failed may have left anything: the store is as it was, and the operation still
 * answers as it does on a fresh one. */
static void judge_end(const job *this, run *r) {
    uint64_t state = 0;
    if (r->engine && (!house_state(r->engine, &state) || state != this->before))
        complain(this, "up to here: what failed has changed the store");
    if (call(this, r, UINT32_MAX) != TC_OK) complain(this, "afterwards it fails without any fault");
    else if (this->one->kind != OP_COMMAND && this->one->kind != OP_PARTS &&
             r->digest != this->digest)
        complain(this, "afterwards it has another answer");
    judge_sound(this, r, "afterwards");
}

/* ---- every index ---- */

static void one_case(job *this, run *r) {
    inside_arm(this->kind, this->at, this->sticky);
    int32_t code = call(this, r, this->at);
    (void)inside_disarm();
    if (inside_reached()) {
        char name[60];
        fault_name(this, name, sizeof name);
        prove_trace(counts, this->one, name, code);
        atomic_fetch_add(&counts->faults, 1);
        if (this->kind == INSIDE_BYTES) judge_bytes(this, r, code);
        else judge_failure(this, r, code);
    }
    if (!r->engine || commit_of(r->engine) == this->commit) return;
    if (code != TC_OK && this->one->kind != OP_PARTS) complain(this, "failed, and committed");
    run_end(r);
    run_begin(this, r);
}

static void run_all(void *argument) {
    job *this = argument;
    char name[60];
    run r;
    run_begin(this, &r);
    for (;; this->at += this->every) {
        fault_name(this, name, sizeof name);
        if (options.fault && strcmp(options.fault, name) != 0) {
            if (this->at > 100000) break;
            continue;
        }
        one_case(this, &r);
        if (!inside_reached() || options.fault) break;
        if (atomic_load(&counts->complaints) >= options.enough) break;
    }
    judge_end(this, &r);
    run_end(&r);
    this->finished = true;
}

static void learn(void *argument) {
    job *this = argument;
    run r;
    run_begin(this, &r);
    if (r.engine) {
        this->commit = commit_of(r.engine);
        if (!house_state(r.engine, &this->before)) abort();
    }
    inside_arm(this->kind, 0, false);
    if (call(this, &r, 0) != TC_OK) complain(this, "it fails without any fault");
    this->at = inside_disarm();
    this->digest = r.digest;
    run_end(&r);
    this->finished = true;
}

static uint32_t stride(uint32_t calls) {
    static const uint32_t MOST[] = {
        [TIER_SHORT] = 12, [TIER_QUICK] = 600, [TIER_FULL] = 20000, [TIER_SOAK] = UINT32_MAX};
    return 1 + calls / MOST[options.tier];
}

static void ended(job *this, int status) {
    char text[80];
    snprintf(text, sizeof text, "it ended with %s %d", status > 128 ? "signal" : "status",
             status > 128 ? status - 128 : status);
    complain(this, text);
}

static void run_kind(job *this) {
    this->at = 0;
    this->finished = false;
    int status = prove_child(learn, this, 60);
    if (!this->finished) {
        ended(this, status);
        return;
    }
    uint32_t calls = this->at;
    this->every = options.fault ? 1 : stride(calls);
    this->finished = false;
    for (this->at = 1 + (uint32_t)(options.seed % this->every); calls && !this->finished;
         this->at += this->every) {
        status = prove_child(run_all, this, 600);
        if (!this->finished) ended(this, status);
        if (atomic_load(&counts->complaints) >= options.enough) break;
    }
}

static void work(unsigned worker, const op *one) {
    if (options.tier == TIER_SHORT && prove_turn(&options, one) % 3) return;
    if (one->kind == OP_OPEN || one->kind == OP_CLOSE || one->kind == OP_PLACE) return;
    job *this = prove_share(sizeof *this);
    this->worker = worker;
    this->one = one;
    for (int kind = 0; kind < INSIDE_KINDS; kind++) {
        this->kind = (inside_kind)kind;
        if (this->kind == INSIDE_BYTES && one->kind != OP_COMMAND && one->kind != OP_PARTS)
            continue;
        for (int sticky = 0; sticky < (this->kind == INSIDE_BYTES ? 1 : 2); sticky++) {
            this->sticky = sticky != 0;
            run_kind(this);
        }
    }
}

int main(int argc, char **argv) {
    prove_begin(argc, argv, "inside", &options, &the_house, &counts);
    prove_work(&options, counts, "inside", work);
    return prove_end(&options, counts, "inside");
}
