/* Runs scenario files: tests/scenarios/README.md says what is in one. Each runs on the memory store
 * and on LMDB, each counts as a test, and each ends with a verification of the whole store. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "scenario.h"

typedef struct scenario {
    const char *path;
    bool memory;
} scenario;

typedef struct run {
    tc_engine *engine;
    json_t *saved;
    const scenario *file;
    char folder[64];
    size_t step;
} run;

static void open_engine(run *now, json_t *document) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_error error = TC_ERROR_INIT;
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK;
    if (now->file->memory) options.flags |= TC_OPEN_MEMORY;
    options.clock_ms = json_integer_value(json_object_get(document, "clock_ms"));
    options.seed = 1;
    if (tc_engine_open(now->folder, &options, &now->engine, &error) != TC_OK)
        fail_msg("open: %s", error.message);
}

/* A copy with every "$name" replaced by what was saved under it. */
static json_t *substitute(const run *now, json_t *value) {
    const char *key;
    size_t i;
    json_t *one, *out;
    if (json_is_object(value)) {
        out = json_object();
        json_object_foreach(value, key, one) json_object_set_new(out, key, substitute(now, one));
        return out;
    }
    if (json_is_array(value)) {
        out = json_array();
        json_array_foreach(value, i, one) json_array_append_new(out, substitute(now, one));
        return out;
    }
    const char *text = json_string_value(value);
    if (!text || text[0] != '$') return json_incref(value);
    out = json_object_get(now->saved, text + 1);
    if (!out) scenario_die("nothing was saved under", text);
    return json_incref(out);
}

/* A path like "seats.0.version" in an answer. */
static json_t *follow(json_t *from, const char *path) {
    char part[64];
    while (from && *path) {
        size_t len = strcspn(path, ".");
        snprintf(part, sizeof part, "%.*s", (int)len, path);
        from = json_is_array(from) ? json_array_get(from, strtoul(part, NULL, 10))
                                   : json_object_get(from, part);
        path += len + (path[len] == '.');
    }
    return from;
}

static bool agrees(json_t *expected, json_t *actual) {
    const char *key;
    size_t i;
    json_t *one;
    if (json_is_object(expected)) {
        json_object_foreach(expected, key,
                            one) if (!agrees(one, json_object_get(actual, key))) return false;
        return json_is_object(actual);
    }
    if (json_is_array(expected)) {
        if (json_array_size(expected) != json_array_size(actual)) return false;
        json_array_foreach(expected, i,
                           one) if (!agrees(one, json_array_get(actual, i))) return false;
        return true;
    }
    if (json_is_integer(actual))
        return scenario_integer(expected, "expect") == json_integer_value(actual);
    return json_equal(expected, actual);
}

static void expect(const run *now, json_t *step, json_t *answer) {
    json_t *wanted = json_object_get(step, "expect");
    if (!wanted) return;
    json_t *whole = substitute(now, wanted);
    if (!agrees(whole, answer)) {
        char *want = json_dumps(whole, JSON_COMPACT), *got = json_dumps(answer, JSON_COMPACT);
        fail_msg("%s step %zu: expected %s, got %s", now->file->path, now->step, want, got);
    }
    json_decref(whole);
}

static void save(run *now, json_t *step, json_t *answer) {
    const char *name;
    json_t *path;
    json_object_foreach(json_object_get(step, "save"), name, path) {
        json_t *value = follow(answer, json_string_value(path));
        if (!value) scenario_die("nothing to save at", json_string_value(path));
        json_object_set(now->saved, name, value);
    }
}

/* The code is the one the step asks for; a refusal's detail counts as its answer. */
static void judge(run *now, json_t *step, int32_t code, const tc_error *error, json_t *answer) {
    const char *wanted = json_string_value(json_object_get(step, "error"));
    const char *got = tc_error_name(code);
    if (strcmp(got, wanted ? wanted : "OK") != 0)
        fail_msg("%s step %zu: %s instead of %s: %s", now->file->path, now->step, got,
                 wanted ? wanted : "OK", code < 0 ? error->message : "");
    if (code < 0) {
        json_object_clear(answer);
        json_object_set_new(answer, "field", json_string(error->field));
        json_object_set_new(answer, "subject", json_integer((json_int_t)error->subject));
        json_object_set_new(answer, "expected_version",
                            json_integer((json_int_t)error->expected_version));
        json_object_set_new(answer, "actual_version",
                            json_integer((json_int_t)error->actual_version));
        json_object_set_new(answer, "conflicts", json_integer(error->conflicts_count));
    }
    expect(now, step, answer);
    save(now, step, answer);
}

static void do_command(run *now, json_t *step, const char *name) {
    const scenario_command *command = SCENARIO_COMMANDS;
    while (command->name && strcmp(command->name, name) != 0) command++;
    if (!command->name) scenario_die("no such command", name);
    json_t *with = substitute(now, json_object_get(step, "with")), *answer = json_object();
    tc_error error = TC_ERROR_INIT;
    void *request = scenario_make(command->request, with);
    void *result = command->result ? scenario_make(command->result, NULL) : NULL;
    int32_t code = tc_command_run(now->engine, command->kind, request, result, &error);
    if (code == TC_OK && result) scenario_show(command->result, result, answer);
    judge(now, step, code, &error, answer);
    json_decref(with);
    json_decref(answer);
}

static void do_read(run *now, json_t *step, const char *name) {
    const scenario_read *read = SCENARIO_READS;
    while (read->name && strcmp(read->name, name) != 0) read++;
    if (!read->name) scenario_die("no such reading call", name);
    json_t *with = substitute(now, json_object_get(step, "with")), *answer = json_object();
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot;
    if (tc_snapshot_open(now->engine, &snapshot, &error) != TC_OK) fail_msg("%s", error.message);
    int32_t code = read->call(snapshot, with, answer, &error);
    judge(now, step, code, &error, answer);
    tc_snapshot_close(snapshot);
    json_decref(with);
    json_decref(answer);
}

static void move_clock(run *now, json_t *by) {
    const char *text = json_string_value(by);
    int64_t ms = json_integer_value(by);
    tc_error error = TC_ERROR_INIT;
    if (text) {
        tc_engine_clock(now->engine, &ms, NULL);
        ms += strtoll(text, NULL, 10);
    }
    if (tc_engine_set_clock(now->engine, ms, &error) != TC_OK) fail_msg("clock: %s", error.message);
}

static void verify(run *now) {
    tc_fault faults[4];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    tc_snapshot *snapshot;
    report.faults = faults;
    report.faults_capacity = 4;
    assert_int_equal(tc_snapshot_open(now->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    if (report.faults_count)
        fail_msg("%s step %zu: %llu faults, first: %s", now->file->path, now->step,
                 (unsigned long long)report.faults_count, faults[0].sentence);
    assert_true(report.facts > 0);
}

/* TC_SCENARIO_KEEP=FOLDER keeps a compact copy of every store on disk there, as FOLDER/<scenario>.
 */
static void keep_store(run *now) {
    const char *folder = getenv("TC_SCENARIO_KEEP"), *name = strrchr(now->file->path, '/');
    char path[512];
    tc_error error = TC_ERROR_INIT;
    if (!folder || now->file->memory) return;
    name = name ? name + 1 : now->file->path;
    snprintf(path, sizeof path, "%s/%.*s", folder, (int)strcspn(name, "."), name);
    if (tc_backup(now->engine, path, TC_BACKUP_COMPACT, &error) != TC_OK)
        fail_msg("keep: %s", error.message);
}

static void run_step(run *now, json_t *document, json_t *step) {
    const char *name;
    if ((name = json_string_value(json_object_get(step, "do")))) {
        do_command(now, step, name);
    } else if ((name = json_string_value(json_object_get(step, "read")))) {
        do_read(now, step, name);
    } else if (json_object_get(step, "clock")) {
        move_clock(now, json_object_get(step, "clock"));
    } else if (json_object_get(step, "reopen")) {
        if (now->file->memory) return;
        int64_t ms;
        tc_engine_clock(now->engine, &ms, NULL);
        assert_int_equal(tc_engine_close(now->engine, NULL), TC_OK);
        open_engine(now, document);
        assert_int_equal(tc_engine_set_clock(now->engine, ms, NULL), TC_OK);
    } else if (json_object_get(step, "verify")) {
        verify(now);
    } else if (!json_object_get(step, "note")) {
        scenario_die(now->file->path, "a step needs do, read, clock, reopen, verify or note");
    }
    scenario_free_all();
}

static void test_scenario(void **state) {
    run now = {.file = *state, .saved = json_object()};
    json_error_t where;
    json_t *document = json_load_file(now.file->path, JSON_REJECT_DUPLICATES, &where), *step;
    if (!document) fail_msg("%s:%d: %s", now.file->path, where.line, where.text);
    strcpy(now.folder, "scenario-XXXXXX");
    if (!mkdtemp(now.folder)) fail_msg("mkdtemp: %s", strerror(errno));
    open_engine(&now, document);
    json_array_foreach(json_object_get(document, "steps"), now.step, step)
        run_step(&now, document, step);
    verify(&now);
    keep_store(&now);
    assert_int_equal(tc_engine_close(now.engine, NULL), TC_OK);
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", now.folder);
    assert_int_equal(system(command), 0);
    json_decref(now.saved);
    json_decref(document);
}

int main(int argc, char **argv) {
    size_t count = (size_t)(argc - 1) * 2;
    struct CMUnitTest *tests = calloc(count + 1, sizeof *tests);
    scenario *files = calloc(count + 1, sizeof *files);
    if (!tests || !files || count == 0) return 2;
    for (size_t i = 0; i < count; i++) {
        const char *name = strrchr(argv[1 + i / 2], '/');
        char *title = malloc(300);
        if (!title) return 2;
        files[i] = (scenario){argv[1 + i / 2], i % 2 == 0};
        snprintf(title, 300, "%s on %s", name ? name + 1 : argv[1 + i / 2],
                 i % 2 ? "LMDB" : "memory");
        tests[i] = (struct CMUnitTest){title, test_scenario, NULL, NULL, &files[i]};
    }
    int failed = _cmocka_run_group_tests("scenarios", tests, count, NULL, NULL);
    for (size_t i = 0; i < count; i++) free((char *)(uintptr_t)tests[i].name);
    free(tests);
    free(files);
    return failed;
}
