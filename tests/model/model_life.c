/* Running a life call by call, recording it, running it again, and making a failing one short. */
#include "model_life.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COMPARE_EVERY = 400, DEEP_EVERY = 1600 };

typedef struct life {
    const life_options *options;
    world world;
    model *model;
    drive drive;
    life_result *result;
    uint64_t next_compare, next_deep;
    sim_answer answers[DRIVE_BATCH_MAX];
} life;

static void say(life *l, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(life *l, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(l->result->why, sizeof l->result->why, format, list);
    va_end(list);
    l->result->failed = true;
}

static void mix(life *l, uint64_t value) {
    uint64_t z = (l->result->trace ^ value) * UINT64_C(0x9FB21C651E98DF25);
    l->result->trace = z ^ z >> 28;
}

static void begin(life *l, const life_options *options, life_result *result) {
    memset(result, 0, sizeof *result);
    l->options = options;
    l->result = result;
    l->next_compare = COMPARE_EVERY;
    l->next_deep = DEEP_EVERY;
    world_draw(&l->world, options->seed);
    l->model = model_new(&l->world);
    l->drive.plant = options->plant;
    char why[280] = "";
    if (!drive_open(&l->drive, &l->world, options->folder, why, sizeof why)) say(l, "%s", why);
}

static void end(life *l) {
    l->result->planted = l->drive.planted;
    drive_close(&l->drive);
    model_free(l->model);
    free(l);
}

static void compare(life *l, bool deep) {
    if (l->options->no_model) return;
    l->result->compares++;
    if (!model_compare(l->model, l->drive.engine, deep))
        say(l, "after %" PRIu64 " commands: %s", l->result->commands, l->model->why);
}

static void pass_time(life *l, const sim_command *c) {
    int64_t now = l->model->now_ms + c->time_ms;
    if (tc_engine_set_clock(l->drive.engine, now, NULL) != TC_OK) {
        say(l, "the clock could not be set");
        return;
    }
    uint64_t lived = l->model->live_count;
    model_time(l->model, now);
    uint64_t dead = lived - l->model->live_count;
    if (dead > l->result->most_dead) l->result->most_dead = dead;
    /* Before anything has swept the dead, readers see them dead. The seats of an order that is
     * overdue are free with the next commit where its hold was extended beyond the deadline. */
    if (!l->options->no_model && c->tag % 3 == 0 && !model_lags(l->model) &&
        !model_compare_dead(l->model, l->drive.engine))
        say(l, "before command %u, after the clock moved: %s", c->tag, l->model->why);
}

static void reopen(life *l, const sim_command *c) {
    char why[280] = "";
    if (!l->options->reopens || !l->drive.on_disk) return;
    l->result->reopens++;
    if (!drive_reopen(&l->drive, c->a, l->model->now_ms, why, sizeof why)) {
        say(l, "at command %u: %s", c->tag, why);
        return;
    }
    if (!model_glance(l->model, l->drive.engine))
        say(l, "after reopening at command %u: %s", c->tag, l->model->why);
}

static void note(life *l, const sim_command *c, const sim_answer *a) {
    l->result->commands++;
    l->result->kinds[c->kind]++;
    l->result->kinds_done[c->kind] += a->code == TC_OK;
    if (a->code == TC_OK) l->result->done++;
    else l->result->refused++;
    if (l->options->tell) {
        printf("%u %s: %s", c->tag, sim_kind_name(c->kind), tc_error_name(a->code));
        for (uint32_t i = 0; i < a->count && i < 12; i++) printf(" %" PRIu64, a->at[i]);
        printf("\n");
    }
    mix(l, (uint64_t)(uint32_t)a->code << 8 | c->kind);
    for (uint32_t i = 0; i < a->count; i++) mix(l, a->at[i]);
}

/* A call of which nothing came may not have reached the writer, which sweeps first. */
static void settle(life *l) {
    tc_sweep_request request = TC_SWEEP_REQUEST_INIT;
    if (tc_sweep(l->drive.engine, &request, NULL, NULL) != TC_OK) say(l, "a sweep was refused");
}

/* One call of the life: commands that share a batch number. */
static void call(life *l, const sim_command *c, uint32_t count) {
    l->result->calls++;
    if (c->kind == SIM_CLOCK || c->kind == SIM_REOPEN) {
        if (c->kind == SIM_CLOCK) pass_time(l, c);
        else reopen(l, c);
        return;
    }
    model_call(l->model);
    if (!drive_run(&l->drive, l->model, c, count, l->answers)) {
        say(l, "call %u of %u commands failed as a whole", c->batch, count);
        return;
    }
    bool done = false;
    for (uint32_t i = 0; i < count; i++) {
        note(l, &c[i], &l->answers[i]);
        bool lease = c[i].kind == SIM_LEASE || c[i].kind == SIM_MLEASE;
        done |= l->answers[i].code == TC_OK && !(lease && l->answers[i].at[0] == 0);
        if (!model_step(l->model, &c[i], &l->answers[i])) {
            say(l, "command %u (%s): %s", c[i].tag, sim_kind_name(c[i].kind), l->model->why);
            return;
        }
    }
    if (!done) settle(l);
    if (!l->options->no_model && !model_glance(l->model, l->drive.engine)) {
        say(l, "after call %u (command %u): %s", c->batch, c->tag, l->model->why);
        return;
    }
    if (l->result->commands < l->next_compare) return;
    bool deep = l->result->commands >= l->next_deep;
    l->next_compare = l->result->commands + COMPARE_EVERY;
    if (deep) l->next_deep = l->result->commands + DEEP_EVERY;
    compare(l, deep);
}

static void keep(record *kept, const sim_command *c) {
    kept->commands = model_room(kept->commands, kept->count, &kept->room, sizeof *c);
    kept->commands[kept->count++] = *c;
}

void life_run(const life_options *options, record *kept, life_result *result) {
    life *l = calloc(1, sizeof *l);
    sim_command *commands = calloc(DRIVE_BATCH_MAX, sizeof *commands);
    generator g;
    if (!l || !commands) abort();
    begin(l, options, result);
    generator_begin(&g, &l->world);
    kept->count = 0;
    while (!result->failed && result->commands < options->length) {
        uint32_t room = options->length - (uint32_t)result->commands;
        if (room > DRIVE_BATCH_MAX) room = DRIVE_BATCH_MAX;
        uint32_t count = generator_call(&g, l->model, commands, room);
        for (uint32_t i = 0; i < count; i++) keep(kept, &commands[i]);
        call(l, commands, count);
    }
    if (!result->failed) compare(l, true);
    free(commands);
    end(l);
}

void life_replay(const life_options *options, const record *kept, life_result *result) {
    life *l = calloc(1, sizeof *l);
    if (!l) abort();
    begin(l, options, result);
    for (uint32_t i = 0; !result->failed && i < kept->count;) {
        uint32_t count = 1;
        while (i + count < kept->count && count < DRIVE_BATCH_MAX &&
               kept->commands[i + count].batch == kept->commands[i].batch)
            count++;
        call(l, &kept->commands[i], count);
        i += count;
    }
    if (!result->failed) compare(l, true);
    end(l);
}

/* ---- making a failing life short ---- */

static bool still_fails(const life_options *options, const record *kept, life_result *result,
                        uint32_t *number) {
    life_options again = *options;
    char folder[600];
    if (options->folder) {
        snprintf(folder, sizeof folder, "%s-%u.0", options->folder, ++*number);
        again.folder = folder;
    }
    life_replay(&again, kept, result);
    return result->failed;
}

/* What went wrong, whatever the numbers in it. */
static bool same_kind(const char *one, const char *other) {
    const char *a = strchr(one, ':'), *b = strchr(other, ':');
    a = a ? a : one;
    b = b ? b : other;
    for (;; a++, b++) {
        while (*a == '-' || (*a >= '0' && *a <= '9')) a++;
        while (*b == '-' || (*b >= '0' && *b <= '9')) b++;
        if (*a != *b) return false;
        if (*a == '\0') return true;
    }
}

/* Without the commands from … from + count - 1. */
static void without(const record *kept, uint32_t from, uint32_t count, record *out) {
    out->count = 0;
    for (uint32_t i = 0; i < kept->count; i++)
        if (i < from || i >= from + count) keep(out, &kept->commands[i]);
}

/* Pauses that follow each other become one where it fails all the same. */
static void join_pauses(const life_options *options, record *kept, life_result *result,
                        record *tried, uint32_t *number) {
    life_result once;
    for (uint32_t i = 0; i + 1 < kept->count;) {
        const sim_command *c = &kept->commands[i];
        bool two = c[0].kind == SIM_CLOCK && c[1].kind == SIM_CLOCK;
        if (two) {
            without(kept, i, 1, tried);
            tried->commands[i].time_ms += c->time_ms;
        }
        if (!two || !still_fails(options, tried, &once, number) ||
            !same_kind(once.why, result->why)) {
            i++;
            continue;
        }
        record swap = *kept;
        *kept = *tried;
        *tried = swap;
        *result = once;
    }
}

void life_shrink(const life_options *options, record *kept, life_result *result) {
    record tried = {0};
    life_result once;
    uint32_t number = 0;
    time_t began = time(NULL);
    for (uint32_t step = kept->count / 2; step > 0 && time(NULL) - began < 60;) {
        bool dropped = false;
        for (uint32_t from = 0; from < kept->count && time(NULL) - began < 60;) {
            without(kept, from, step, &tried);
            if (tried.count && still_fails(options, &tried, &once, &number) &&
                same_kind(once.why, result->why)) {
                record swap = *kept;
                *kept = tried;
                tried = swap;
                *result = once;
                dropped = true;
            } else {
                from += step;
            }
        }
        if (step > 1) step /= 2;
        else if (!dropped) break;
    }
    join_pauses(options, kept, result, &tried, &number);
    free(tried.commands);
}

bool life_write(const char *path, const life_options *options, const record *kept,
                const char *why) {
    FILE *out = fopen(path, "w");
    if (!out) return false;
    fprintf(out, "# %s\nworld %" PRIu64 " %s\n", why, options->seed,
            !options->folder   ? "memory"
            : options->reopens ? "reopen"
                               : "disk");
    for (uint32_t i = 0; i < kept->count; i++) sim_print(out, &kept->commands[i]);
    return fclose(out) == 0;
}

bool life_read(const char *path, life_options *options, record *kept) {
    FILE *in = fopen(path, "r");
    char line[1024], where[16];
    bool good = in != NULL, begun = false;
    kept->count = 0;
    while (good && fgets(line, sizeof line, in)) {
        sim_command command;
        if (line[0] == '#' || line[0] == '\n') continue;
        if (!begun) {
            begun = good = sscanf(line, "world %" SCNu64 " %15s", &options->seed, where) == 2;
            options->reopens = strcmp(where, "reopen") == 0;
            if (strcmp(where, "memory") == 0) options->folder = NULL;
        } else {
            good = sim_parse(line, &command);
            if (good) keep(kept, &command);
        }
    }
    if (in) fclose(in);
    return good && begun;
}
