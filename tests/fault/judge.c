/* Running one operation with a fault, and judging the answer and the store after it. Everything
 * here happens in a child process of its own; what is wrong is written into the verdict. */
#include "judge.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct setting {
    const prove_options *options;
    const house *h;
    verdict *v;
} setting;

static void wrong(verdict *v, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void wrong(verdict *v, const char *format, ...) {
    va_list more;
    if (v->wrong[0]) return;
    va_start(more, format);
    vsnprintf(v->wrong, sizeof v->wrong, format, more);
    va_end(more);
}

static tc_request_id id_of(const op *one) {
    tc_request_id id = {{1, 0xcd}};
    for (size_t i = 0; one->name[i]; i++) id.bytes[2 + i % 12] ^= (uint8_t)(one->name[i] + (int)i);
    return id;
}

/* ---- setting up ---- */

static void run_begin(const setting *at, run *r) {
    const verdict *v = at->v;
    memset(r, 0, sizeof *r);
    r->house = at->h;
    r->id = id_of(v->one);
    r->error = (tc_error)TC_ERROR_INIT;
    r->out = r->in = -1;
    r->store = strdup(prove_copy(at->options, v->worker));
    r->target = strdup(prove_target(at->options, v->worker));
    char path[400];
    snprintf(path, sizeof path, "%s/dump", at->options->folder);
    r->in = open(path, O_RDONLY | O_CLOEXEC);
    snprintf(path, sizeof path, "%s/w%u/store/out", at->options->folder, v->worker);
    r->out = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static void run_end(run *r) {
    if (r->in >= 0) close(r->in);
    if (r->out >= 0) close(r->out);
    free((char *)(uintptr_t)r->store);
    free((char *)(uintptr_t)r->target);
}

/* Open what the operation needs. */
static bool run_open(run *r, const op *one, verdict *v) {
    if (one->kind == OP_PURE || one->kind == OP_OPEN) return true;
    int32_t code = house_open(r->store, 0, &r->engine, &r->error);
    if (code == TC_OK && one->kind == OP_READ)
        code = tc_snapshot_open(r->engine, &r->snapshot, &r->error);
    if (code != TC_OK) wrong(v, "the case could not be set up: %s", tc_error_name(code));
    return code == TC_OK;
}

static int32_t call_again(run *r, const op *one, uint64_t *digest) {
    r->digest = 0;
    r->error = (tc_error)TC_ERROR_INIT;
    if (r->in >= 0) (void)lseek(r->in, 0, SEEK_SET);
    if (r->out >= 0 && (ftruncate(r->out, 0) != 0 || lseek(r->out, 0, SEEK_SET) != 0)) abort();
    int32_t code = one->call(r);
    *digest = r->digest;
    return code;
}

static uint64_t commit_of(tc_engine *engine) {
    tc_snapshot *snapshot;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return 0;
    uint64_t commit = tc_snapshot_commit(snapshot);
    tc_snapshot_close(snapshot);
    return commit;
}

/* ---- looking at stores ---- */

static bool look(tc_engine *engine, truth *found, verdict *v, const char *when) {
    char text[256] = "";
    uint64_t faults = house_verify(engine, text, sizeof text);
    if (faults == UINT64_MAX) wrong(v, "%s: the store cannot be verified", when);
    else if (faults) wrong(v, "%s: verify found %s", when, text);
    if (!house_state(engine, &found->before)) wrong(v, "%s: the store cannot be read", when);
    found->commit = commit_of(engine);
    return !v->wrong[0];
}

/* Open a store without a fault, look at it, close it. */
static bool look_at(const char *path, truth *found, verdict *v, const char *when) {
    tc_engine *engine;
    tc_error error = TC_ERROR_INIT;
    int32_t code = house_open(path, 0, &engine, &error);
    if (code != TC_OK) {
        wrong(v, "%s: the store does not open: %s (%s)", when, tc_error_name(code), error.message);
        return false;
    }
    bool good = look(engine, found, v, when);
    code = tc_engine_close(engine, NULL);
    if (code != TC_OK) wrong(v, "%s: close answered %s", when, tc_error_name(code));
    return good;
}

/* ---- commands ---- */

typedef enum landed { LANDED_NO, LANDED_YES, LANDED_RETRIED, LANDED_EITHER } landed;

static void judge_state(verdict *v, const truth *found, landed knows) {
    bool before = found->before == v->truth.before, after = found->before == v->truth.after;
    if (v->one->kind == OP_PARTS && knows != LANDED_YES) return;
    if (knows == LANDED_NO && !before) wrong(v, "nothing was to change, but the store did");
    if (knows == LANDED_YES && !after) wrong(v, "acknowledged, but not what is in the store");
    if (knows == LANDED_RETRIED && found->commit != v->truth.commit)
        wrong(v, "acknowledged when sent again, but not in the store");
    if (knows == LANDED_EITHER && !before && !after)
        wrong(v, "neither whole nor not at all in the store");
}

/* Reopen; is the store as known; does the same request id answer rightly, twice. */
static void judge_reopened(const setting *at, run *r, landed knows) {
    verdict *v = at->v;
    truth found = {0}, again = {0};
    int32_t code = house_open(r->store, 0, &r->engine, &r->error);
    if (code != TC_OK) {
        wrong(v, "the store does not open afterwards: %s (%s)", tc_error_name(code),
              r->error.message);
        return;
    }
    if (look(r->engine, &found, v, "after reopening")) judge_state(v, &found, knows);
    for (int turn = 0; turn < 2 && !v->wrong[0]; turn++) {
        uint64_t digest;
        code = call_again(r, v->one, &digest);
        if (code != TC_OK)
            wrong(v, "the same request id afterwards answers %s", tc_error_name(code));
        else if (digest != v->truth.digest)
            wrong(v, "the same request id afterwards has another answer");
        else if (look(r->engine, &again, v, "after sending again")) {
            bool exact = v->one->kind == OP_COMMAND;
            if (exact && knows != LANDED_RETRIED) judge_state(v, &again, LANDED_YES);
            if (exact && again.commit != v->truth.commit)
                wrong(v, "sent again, it took effect again");
        }
    }
    if (tc_engine_close(r->engine, NULL) != TC_OK) wrong(v, "close failed afterwards");
}

static void judge_command(const setting *at, run *r, int32_t code) {
    verdict *v = at->v;
    landed knows = code == TC_OK ? LANDED_YES : LANDED_NO;
    truth found = {0};
    uint64_t digest;
    if (code == TC_E_OUTCOME_UNKNOWN) knows = LANDED_EITHER;
    if (code > 0) wrong(v, "answered %d", code);
    if (code == TC_OK && r->digest != v->truth.digest) wrong(v, "another answer than without it");
    if (code != TC_OK && tc_error_class(code) == TC_CLASS_FATAL) {
        int32_t next = call_again(r, v->one, &digest);
        if (next == TC_OK || tc_error_class(next) != TC_CLASS_FATAL)
            wrong(v, "after %s the handle answers %s", tc_error_name(code), tc_error_name(next));
    } else if (code == TC_E_STORE_CONFLICT) {
        /* The store may want to be reopened first. */
        if (call_again(r, v->one, &digest) == TC_OK) knows = LANDED_RETRIED;
    } else {
        if (look(r->engine, &found, v, "in the same handle")) judge_state(v, &found, knows);
        if (code != TC_OK && !v->wrong[0]) {
            int32_t next = call_again(r, v->one, &digest);
            /* The reserve holds for as many commits as the batch had commands. */
            for (int more = 0; more < 8 && code == next && code == TC_E_STORE_FULL; more++)
                next = call_again(r, v->one, &digest);
            if (next != TC_OK)
                wrong(v, "after %s, tried again in the same handle: %s", tc_error_name(code),
                      tc_error_name(next));
            else if (digest != v->truth.digest) wrong(v, "tried again, it has another answer");
            knows = LANDED_RETRIED;
        }
    }
    int32_t closed = tc_engine_close(r->engine, NULL);
    if (closed != TC_OK) wrong(v, "close answered %s", tc_error_name(closed));
    if (!v->wrong[0]) judge_reopened(at, r, knows);
}

/* ---- reading, handles ---- */

static void judge_reading(const setting *at, run *r, int32_t code) {
    verdict *v = at->v;
    truth found = {0};
    uint64_t digest = r->digest;
    if (code > 0) wrong(v, "answered %d", code);
    if (code == TC_OK && digest != v->truth.digest) wrong(v, "another answer than without it");
    if (code != TC_OK && tc_error_class(code) != TC_CLASS_FATAL) {
        int32_t next = call_again(r, v->one, &digest);
        if (next != TC_OK || digest != v->truth.digest)
            wrong(v, "after %s, tried again: %s%s", tc_error_name(code), tc_error_name(next),
                  next == TC_OK ? " with another answer" : "");
    }
    tc_snapshot_close(r->snapshot);
    if (r->engine) {
        int32_t closed = tc_engine_close(r->engine, NULL);
        if (closed != TC_OK) wrong(v, "close answered %s", tc_error_name(closed));
    }
    if (v->one->kind == OP_PURE) return;
    if (look_at(r->store, &found, v, "afterwards") && found.before != v->truth.before)
        wrong(v, "reading changed the store");
    (void)at;
}

static void judge_open(const setting *at, run *r, int32_t code) {
    verdict *v = at->v;
    truth found = {0};
    (void)at;
    if (code > 0 || (code == TC_OK && !r->engine)) wrong(v, "answered %d", code);
    if (code == TC_OK && look(r->engine, &found, v, "in the opened handle") &&
        found.before != v->truth.before)
        wrong(v, "opened, but the store is another");
    if (code == TC_OK && v->one->kind == OP_OPEN) {
        code = tc_engine_close(r->engine, NULL);
        if (code != TC_OK) wrong(v, "close answered %s", tc_error_name(code));
    }
    if (look_at(r->store, &found, v, "afterwards") && found.before != v->truth.before)
        wrong(v, "the store changed");
}

/* Closing answers OK whatever happens to the files: what was acknowledged is on disk already. */
static void judge_close(const setting *at, run *r, int32_t code) {
    verdict *v = at->v;
    truth found = {0};
    (void)at;
    if (code != TC_OK) wrong(v, "close answered %s", tc_error_name(code));
    if (look_at(r->store, &found, v, "afterwards") && found.before != v->truth.before)
        wrong(v, "the store changed");
}

/* ---- making stores ---- */

static bool there(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0;
}

/* A store stands at the target whole, or nothing does. */
static void judge_target(const setting *at, const run *r, bool must) {
    verdict *v = at->v;
    truth found = {0};
    if (!there(r->target)) {
        if (must) wrong(v, "answered OK, but nothing is there");
        return;
    }
    if (look_at(r->target, &found, v, "the made store") && found.before != v->truth.after)
        wrong(v, "the made store is not whole");
}

static void judge_place(const setting *at, run *r, int32_t code) {
    verdict *v = at->v;
    truth found = {0};
    uint64_t digest;
    if (code > 0) wrong(v, "answered %d", code);
    judge_target(at, r, code == TC_OK);
    unsigned left = prove_leftovers(at->options, v->worker);
    if (left && !v->lenient) wrong(v, "%u temporary folders are left behind", left);
    if (code != TC_OK && !v->wrong[0]) {
        bool present = there(r->target);
        int32_t next = call_again(r, v->one, &digest);
        if (next != (present ? TC_E_STORE_EXISTS : TC_OK))
            wrong(v, "after %s (%s there), tried again: %s (%s)", tc_error_name(code),
                  present ? "the store is" : "nothing is", tc_error_name(next), r->error.message);
        judge_target(at, r, true);
    }
    if (r->engine && tc_engine_close(r->engine, NULL) != TC_OK) wrong(v, "close failed");
    if (look_at(r->store, &found, v, "the source") && found.before != v->truth.before)
        wrong(v, "the source changed");
}

/* ---- both together ---- */

static void judge(const setting *at, run *r, int32_t code) {
    switch (at->v->one->kind) {
    case OP_COMMAND:
    case OP_PARTS: judge_command(at, r, code); break;
    case OP_OPEN: judge_open(at, r, code); break;
    case OP_CLOSE: judge_close(at, r, code); break;
    case OP_PLACE: judge_place(at, r, code); break;
    case OP_READ:
    case OP_HANDLE:
    case OP_PURE: judge_reading(at, r, code); break;
    }
}

/* Without a fault: what is true. */
static void learn(const setting *at, run *r, int32_t code) {
    verdict *v = at->v;
    truth found = {0};
    if (code != TC_OK)
        wrong(v, "without any fault it answers %s (%s: %s)", tc_error_name(code), r->error.field,
              r->error.message);
    tc_snapshot_close(r->snapshot);
    if (r->engine) (void)tc_engine_close(r->engine, NULL);
    const char *made = v->one->kind == OP_PLACE ? r->target : r->store;
    if (look_at(made, &found, v, "without any fault")) {
        v->found.digest = r->digest;
        v->found.after = found.before;
        v->found.commit = found.commit;
    }
}

void judge_run(const prove_options *options, const house *h, const window *with, bool golden,
               verdict *v) {
    setting at = {options, h, v};
    run r;
    truth found = {0};
    run_begin(&at, &r);
    if (golden) {
        (void)look_at(r.store, &found, v, "before");
        v->found.before = found.before;
    }
    if (run_open(&r, v->one, v)) {
        v->began = true;
        with->arm(with->argument, r.engine);
        int32_t code = v->one->call(&r);
        with->disarm(with->argument, v);
        v->code = code;
        memcpy(v->said, r.error.message, sizeof v->said);
        if (golden) learn(&at, &r, code);
        else judge(&at, &r, code);
    }
    run_end(&r);
}

void judge_dead(const prove_options *options, const house *h, verdict *v) {
    setting at = {options, h, v};
    run r = {.house = h, .id = id_of(v->one), .out = -1, .in = -1};
    char path[400];
    truth found = {0};
    uint64_t digest;
    snprintf(path, sizeof path, "%s/w%u/store", options->folder, v->worker);
    r.store = path;
    r.target = prove_target(options, v->worker);
    r.error = (tc_error)TC_ERROR_INIT;
    if (v->one->kind == OP_COMMAND || v->one->kind == OP_PARTS) {
        judge_reopened(&at, &r, LANDED_EITHER);
        return;
    }
    if (v->one->kind == OP_PURE) return;
    if (look_at(r.store, &found, v, "after the death") && found.before != v->truth.before)
        wrong(v, "the store changed");
    if (v->one->kind != OP_PLACE) return;
    judge_target(&at, &r, false);
    if (there(r.target) || v->wrong[0]) return;
    /* The next maker finds its way and clears up. */
    char dump[400];
    snprintf(dump, sizeof dump, "%s/dump", options->folder);
    r.in = open(dump, O_RDONLY | O_CLOEXEC);
    if (!run_open(&r, v->one, v)) return;
    int32_t code = call_again(&r, v->one, &digest);
    if (code != TC_OK) wrong(v, "after the death, tried again: %s", tc_error_name(code));
    judge_target(&at, &r, true);
    if (r.engine) (void)tc_engine_close(r.engine, NULL);
}
