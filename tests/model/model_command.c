/* The text form of simulated commands: one a line, `kind name=value …`, items as
 * event/pool/target/quantity/version. Nothing here knows an engine. */
#include "model_command.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const char *const NAMES[SIM_KINDS] = {
    "none",    "clock",   "reopen",  "hold",   "best",    "extend",  "release", "expire",  "swap",
    "block",   "unblock", "channel", "pool",   "event",   "type",    "sweep",   "order",   "cancel",
    "pay",     "settle",  "refund",  "lease",  "answer",  "webhook", "void",    "reissue", "scan",
    "message", "mlease",  "manswer", "mretry", "mcancel", "bad"};

typedef struct field {
    const char *name;
    size_t at;
    bool wide;
} field;

#define NARROW(name)                                                                               \
    { #name, offsetof(sim_command, name), false }
#define WIDE(name)                                                                                 \
    { #name, offsetof(sim_command, name), true }
static const field FIELDS[] = {
    NARROW(tag),   NARROW(batch),   NARROW(request), NARROW(ref),   NARROW(ordinal),
    NARROW(wrong), NARROW(version), NARROW(flags),   NARROW(event), WIDE(time_ms),
    WIDE(amount),  NARROW(a),       NARROW(b),       NARROW(c),     NARROW(d),
};

enum { FIELD_COUNT = sizeof FIELDS / sizeof FIELDS[0] };

const char *sim_kind_name(uint32_t kind) {
    return kind < SIM_KINDS ? NAMES[kind] : "?";
}

bool sim_same(const sim_command *one, const sim_command *other) {
    sim_command twin = *other;
    twin.tag = one->tag;
    twin.batch = one->batch;
    return memcmp(one, &twin, sizeof twin) == 0;
}

static int64_t get(const sim_command *command, const field *at) {
    const char *from = (const char *)command + at->at;
    int64_t wide;
    uint32_t narrow;
    if (at->wide) {
        memcpy(&wide, from, sizeof wide);
        return wide;
    }
    memcpy(&narrow, from, sizeof narrow);
    return (int64_t)narrow;
}

static void set(sim_command *command, const field *at, int64_t value) {
    char *to = (char *)command + at->at;
    uint32_t narrow = (uint32_t)value;
    if (at->wide) memcpy(to, &value, sizeof value);
    else memcpy(to, &narrow, sizeof narrow);
}

void sim_print(FILE *out, const sim_command *command) {
    fputs(sim_kind_name(command->kind), out);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        int64_t value = get(command, &FIELDS[i]);
        if (value) fprintf(out, " %s=%" PRId64, FIELDS[i].name, value);
    }
    for (uint32_t i = 0; i < command->items_count; i++) {
        const sim_item *item = &command->items[i];
        fprintf(out, " item=%u/%u/%u/%u/%u", item->event, item->pool, item->target, item->quantity,
                item->version);
    }
    fputc('\n', out);
}

static bool parse_item(const char *value, sim_command *command) {
    if (command->items_count == SIM_ITEMS_MAX) return false;
    sim_item *item = &command->items[command->items_count++];
    uint32_t *const parts[] = {&item->event, &item->pool, &item->target, &item->quantity,
                               &item->version};
    for (size_t i = 0; i < 5; i++) {
        char *end;
        *parts[i] = (uint32_t)strtoul(value, &end, 10);
        if (end == value || (i < 4 && *end != '/')) return false;
        value = end + 1;
    }
    return true;
}

static bool parse_word(char *word, sim_command *command) {
    char *equals = strchr(word, '=');
    if (!equals) return false;
    *equals = '\0';
    if (strcmp(word, "item") == 0) return parse_item(equals + 1, command);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (strcmp(word, FIELDS[i].name) != 0) continue;
        set(command, &FIELDS[i], strtoll(equals + 1, NULL, 10));
        return true;
    }
    return false;
}

bool sim_parse(const char *line, sim_command *command) {
    char copy[1024];
    char *rest = copy, *word;
    memset(command, 0, sizeof *command);
    if (strlen(line) >= sizeof copy) return false;
    strcpy(copy, line);
    word = strtok_r(rest, " \n", &rest);
    if (!word) return false;
    for (uint32_t kind = 1; kind < SIM_KINDS; kind++)
        if (strcmp(word, NAMES[kind]) == 0) command->kind = kind;
    if (!command->kind) return false;
    while ((word = strtok_r(NULL, " \n", &rest)))
        if (!parse_word(word, command)) return false;
    return true;
}
