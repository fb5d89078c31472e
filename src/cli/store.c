/* The store as a whole: init, stat, metrics; and what needs no store: version, help. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

static const cli_field stat_fields[] = {
    {.key = "store_id", .show = SHOW_HEX, AT(tc_engine_stat, store_id)},
    {.key = "disk_format", .show = SHOW_NUMBER, AT(tc_engine_stat, disk_format)},
    {.key = "created_at", .show = SHOW_TIME, AT(tc_engine_stat, created_at_ms)},
    {.key = "clock", .show = SHOW_TIME, AT(tc_engine_stat, clock_ms)},
    {.key = "clock_behind_ms", .show = SHOW_SPAN, AT(tc_engine_stat, clock_behind_ms)},
    {.key = "commits", .show = SHOW_NUMBER, AT(tc_engine_stat, commits)},
    {.key = "events", .show = SHOW_NUMBER, AT(tc_engine_stat, events)},
    {.key = "holds", .show = SHOW_NUMBER, AT(tc_engine_stat, holds)},
    {.key = "orders", .show = SHOW_NUMBER, AT(tc_engine_stat, orders)},
    {.key = "messages", .show = SHOW_NUMBER, AT(tc_engine_stat, messages)},
    {.key = "feed_oldest", .show = SHOW_NUMBER, AT(tc_engine_stat, feed_oldest)},
    {.key = "feed_next", .show = SHOW_NUMBER, AT(tc_engine_stat, feed_next)},
    {.key = "used_bytes", .show = SHOW_NUMBER, AT(tc_engine_stat, used_bytes)},
    {.key = "file_bytes", .show = SHOW_NUMBER, AT(tc_engine_stat, file_bytes)},
    {.key = "map_bytes", .show = SHOW_NUMBER, AT(tc_engine_stat, map_bytes)},
    {.key = "page_bytes", .show = SHOW_NUMBER, AT(tc_engine_stat, page_bytes)},
    {.key = "readers", .show = SHOW_NUMBER, AT(tc_engine_stat, readers)},
    {.key = "max_readers", .show = SHOW_NUMBER, AT(tc_engine_stat, max_readers)},
    {.key = "oldest_reader_lag", .show = SHOW_NUMBER, AT(tc_engine_stat, oldest_reader_lag)},
    {0},
};

/** A store that was made. */
typedef struct init_detail {
    tc_engine_stat stat;
    const char *path;
} init_detail;
static const cli_field init_fields[] = {
    {.key = "store", .show = SHOW_TEXT, AT(init_detail, path)},
    {.key = "store_id", .show = SHOW_HEX, AT(init_detail, stat.store_id)},
    {.key = "disk_format", .show = SHOW_NUMBER, AT(init_detail, stat.disk_format)},
    {.key = "map_bytes", .show = SHOW_NUMBER, AT(init_detail, stat.map_bytes)},
    {0},
};

typedef struct version_detail {
    const char *library;
    const char *headers;
    uint32_t disk_format;
} version_detail;
static const cli_field version_fields[] = {
    {.key = "ticketcore", .show = SHOW_TEXT, AT(version_detail, library)},
    {.key = "headers", .show = SHOW_TEXT, AT(version_detail, headers)},
    {.key = "disk_format", .show = SHOW_NUMBER, AT(version_detail, disk_format)},
    {0},
};

static const cli_option init_options[] = {
    {.name = "PATH",
     .kind = CLI_TEXT,
     .need = CLI_PLACE,
     .help = "folder to make; --store or TICKETCORE_STORE when not given"},
    {0},
};
static const cli_option metrics_options[] = {OPTION_OUTPUT, {0}};
static const cli_option help_options[] = {
    {.name = "COMMAND", .kind = CLI_TEXT, .need = CLI_PLACE, .help = "what to explain"},
    {.name = "VERB", .kind = CLI_TEXT, .need = CLI_PLACE, .help = "which of its verbs"},
    {0},
};

static int init(cli_call *call) {
    init_detail detail = {.stat = TC_ENGINE_STAT_INIT};
    if (cli_given(call, "PATH")) call->store = cli_text(call, "PATH");
    int exit_code = cli_open(call, TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE);
    if (exit_code) return exit_code;
    if (tc_engine_stat_get(call->engine, &detail.stat, &call->error) != TC_OK)
        return cli_fail(call);
    detail.path = call->store;
    cli_print(&call->out, init_fields, &detail);
    return CLI_OK;
}

static int stat_store(cli_call *call) {
    tc_engine_stat view = TC_ENGINE_STAT_INIT;
    if (tc_engine_stat_get(call->engine, &view, &call->error) != TC_OK) return cli_fail(call);
    cli_print(&call->out, stat_fields, &view);
    return CLI_OK;
}

/* Whether a line of metrics is about the store, or the end: "# TYPE name …", "name …". */
static bool is_of_store(const char *line) {
    static const char *const BEGINNINGS[] = {"ticketcore_store_", "ticketcore_payment_",
                                             "ticketcore_outbox_"};
    if (strncmp(line, "# EOF", 5) == 0) return true;
    if (line[0] == '#') line += strlen("# TYPE ");
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++)
        if (strncmp(line, BEGINNINGS[i], strlen(BEGINNINGS[i])) == 0) return true;
    return false;
}

/* The store's families; those of a handle would say only what this run of the tool did. */
static int32_t make_metrics(cli_call *call, char *buffer, size_t capacity, size_t *length) {
    int32_t code = tc_engine_metrics(call->engine, buffer, capacity, length, &call->error);
    if (code != TC_OK) return code;
    char *to = buffer;
    for (const char *line = buffer, *next; *line; line = next) {
        next = strchr(line, '\n') + 1;
        if (!is_of_store(line)) continue;
        memmove(to, line, (size_t)(next - line));
        to += next - line;
    }
    *to = 0;
    *length = (size_t)(to - buffer);
    return TC_OK;
}

static int metrics(cli_call *call) {
    return cli_write_made(call, make_metrics, cli_text(call, "output"));
}

static int version(cli_call *call) {
    version_detail detail = {tc_version(), TC_VERSION_TEXT, TC_DISK_FORMAT};
    cli_print(&call->out, version_fields, &detail);
    return CLI_OK;
}

static int help_of_noun(cli_call *call, const cli_noun *noun) {
    const char *verb = cli_text(call, "VERB");
    if (!noun->commands->verb && !verb) return cli_help(noun, noun->commands, stdout);
    if (!verb) return cli_help(noun, NULL, stdout);
    cli_nearest nearest = {.wrong = verb};
    for (const cli_command *command = noun->commands; command->what; command++) {
        if (!command->verb) break;
        if (strcmp(command->verb, verb) == 0) return cli_help(noun, command, stdout);
        cli_nearest_try(&nearest, command->verb);
    }
    if (!cli_nearest_of(&nearest))
        return cli_usage(call, "%s has no \"%.60s\"; see ticketcore help %s", noun->name, verb,
                         noun->name);
    return cli_usage(call, "%s has no \"%.60s\"; did you mean \"%s\"?", noun->name, verb,
                     cli_nearest_of(&nearest));
}

static int help(cli_call *call) {
    const char *name = cli_text(call, "COMMAND");
    if (!name) return cli_overview(stdout);
    cli_nearest nearest = {.wrong = name};
    for (const cli_noun *noun = cli_nouns; noun->name; noun++) {
        if (strcmp(noun->name, name) == 0) return help_of_noun(call, noun);
        cli_nearest_try(&nearest, noun->name);
    }
    if (!cli_nearest_of(&nearest))
        return cli_usage(call, "there is no command \"%.60s\"; ticketcore help lists them", name);
    return cli_usage(call, "there is no command \"%.60s\"; did you mean \"%s\"?", name,
                     cli_nearest_of(&nearest));
}

const cli_command cli_init_commands[] = {
    {.what = "Make a new, empty store.",
     .options = init_options,
     .fields = init_fields,
     .example = "  ticketcore init ./house\n  export TICKETCORE_STORE=./house",
     .run = init},
    {0},
};
const cli_command cli_stat_commands[] = {
    {.what = "Show the state of the store: what it holds, how large it is, who reads it.",
     .fields = stat_fields,
     .example = "  ticketcore stat --json",
     .store = CLI_STORE_READ,
     .run = stat_store},
    {0},
};
const cli_command cli_metrics_commands[] = {
    {.what = "Write the store's metrics as OpenMetrics text.",
     .more = "Room, commits, readers, what waits for workers. A host that keeps the store open has "
             "its\n"
             "own besides, of its commands and commits: tc_engine_metrics().",
     .options = metrics_options,
     .example = "  ticketcore metrics",
     .store = CLI_STORE_READ,
     .run = metrics},
    {0},
};
const cli_command cli_version_commands[] = {
    {.what = "Show the versions of library and disk format.",
     .fields = version_fields,
     .example = "  ticketcore version",
     .run = version},
    {0},
};
const cli_command cli_help_commands[] = {
    {.what = "Explain a command.",
     .options = help_options,
     .example = "  ticketcore help hold best",
     .run = help},
    {0},
};
