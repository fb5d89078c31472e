/* The noun "feed": the events of record, read or followed, and the durable consumers. An event is
 * printed as the library's own line of JSON, or as words for people. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "nouns.h"
#include "text.h"

#define PAGE 500
/* How long one wait lasts; between two of them an interrupt is noticed. */
#define WAIT_MS 500
/* Bytes of a payload that are shown to people; JSON has all of it. */
#define WORDS_MAX 120

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number) {
    (void)number;
    interrupted = 1;
}

/** A consumer, its cursor as the sequence number it goes on at. */
typedef struct consumer_row {
    tc_consumer consumer;
    uint64_t next;
} consumer_row;
static const cli_field consumer_fields[] = {
    {.key = "name", .show = SHOW_CHARS, AT(consumer_row, consumer.name)},
    {.key = "next", .show = SHOW_NUMBER, AT(consumer_row, next)},
    {.key = "version", .show = SHOW_NUMBER, AT(consumer_row, consumer.version)},
    {.key = "lag", .show = SHOW_NUMBER, AT(consumer_row, consumer.lag)},
    {.key = "pruned", .show = SHOW_BOOL, AT(consumer_row, consumer.pruned)},
    {.key = "updated_at", .show = SHOW_TIME, AT(consumer_row, consumer.updated_at_ms)},
    {0},
};

/** What pruning answers, with a sequence number instead of a cursor. */
typedef struct prune_detail {
    tc_feed_prune_result result;
    uint64_t oldest;
} prune_detail;
static const cli_field prune_fields[] = {
    {.key = "dropped", .show = SHOW_NUMBER, AT(prune_detail, result.dropped)},
    {.key = "oldest", .show = SHOW_NUMBER, AT(prune_detail, oldest)},
    {0},
};

#define FROM_OPTION                                                                                \
    {                                                                                              \
        .name = "from", .kind = CLI_NUMBER, .value = "SEQUENCE", .bytes = 8,                       \
        .help = "begin at this event; at the oldest kept when not given"                           \
    }

static const cli_option read_options[] = {FROM_OPTION, OPTION_LIMIT, {0}};
static const cli_option tail_options[] = {
    {.name = "from",
     .kind = CLI_NUMBER,
     .value = "SEQUENCE",
     .bytes = 8,
     .help = "begin at this event; else with the last --lines"},
    {.name = "lines",
     .letter = 'n',
     .kind = CLI_NUMBER,
     .value = "COUNT",
     .fallback = "10",
     .bytes = 4,
     .help = "begin so many events before the end"},
    {.name = "follow",
     .letter = 'f',
     .kind = CLI_FLAG,
     .help = "go on as events come, from any process, until interrupted"},
    {.name = "consumer",
     .kind = CLI_TEXT,
     .value = "NAME",
     .help = "begin where this consumer stands, and move it behind what was printed"},
    OPTION_LIMIT,
    {0},
};
static const cli_option consumer_options[] = {
    {.name = "NAME",
     .kind = CLI_TEXT,
     .need = CLI_PLACE,
     .help = "the consumer, up to 48 bytes; all are listed when not given"},
    {.name = "at",
     .kind = CLI_TEXT,
     .value = "WHERE",
     .help = "make it, or move it: a sequence number, oldest, or end"},
    {.name = "delete", .kind = CLI_FLAG, .help = "remove it; pruning no longer waits for it"},
    {.name = "if-version",
     .kind = CLI_NUMBER,
     .value = "VERSION",
     .bytes = 8,
     .help = "only when it still has this version; else exit code 3"},
    {0},
};
static const cli_option prune_options[] = {
    {.name = "before",
     .kind = CLI_NUMBER,
     .value = "SEQUENCE",
     .least = 1,
     .bytes = 8,
     .help = "drop what stands before this event"},
    {.name = "older",
     .kind = CLI_TIME,
     .value = "TIME",
     AT(tc_feed_prune_request, before_ms),
     .help = "drop what is older, like -30d"},
    {.name = "force", .kind = CLI_FLAG, .help = "also what consumers have not read"},
    {0},
};

/* {"sequence":7,"time_ms":…,"type":"hold.created",…} as "7  2026-…  hold.created  hold=3 …". */
static void print_words(const char *line) {
    char time[CLI_TEXT_ROOM];
    const char *key = NULL;
    json_t *value = NULL;
    json_t *event = json_loads(line, 0, NULL);
    if (!event) {
        puts(line);
        return;
    }
    cli_time_write((int64_t)json_integer_value(json_object_get(event, "time_ms")), true, time);
    printf("%-7lld %s  %-18s", (long long)json_integer_value(json_object_get(event, "sequence")),
           time, json_string_value(json_object_get(event, "type")));
    json_object_del(event, "time_ms");
    json_object_del(event, "sequence");
    json_object_del(event, "commit");
    json_object_del(event, "type");
    json_object_foreach(event, key, value) {
        char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
        bool is_long = text && strlen(text) > WORDS_MAX;
        printf(" %s=%.*s%s", key, WORDS_MAX, text ? text : "?", is_long ? "…" : "");
        free(text);
    }
    putchar('\n');
    json_decref(event);
}

static int print_event(cli_call *call, const tc_feed_event *event) {
    size_t length = 0;
    int32_t code = tc_feed_event_json(event, NULL, 0, &length, &call->error);
    if (code != TC_OK && code != TC_E_BUFFER) return cli_fail(call);
    char *line = cli_room(length + 1, 1);
    code = tc_feed_event_json(event, line, length + 1, NULL, &call->error);
    if (code == TC_OK && call->json) puts(line);
    else if (code == TC_OK) print_words(line);
    free(line);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

/* Print from the cursor to the snapshot's end, or until `left` is used up. */
static int print_all(cli_call *call, tc_feed_cursor *cursor, uint64_t *left) {
    tc_feed_event *events = cli_room(PAGE, sizeof *events);
    uint32_t count = 1;
    int exit_code = CLI_OK;
    while (count > 0 && *left > 0 && !exit_code && !interrupted) {
        tc_feed_cursor next = *cursor;
        uint32_t room = *left < PAGE ? (uint32_t)*left : PAGE;
        if (tc_feed_read(call->snapshot, *cursor, events, room, &count, &next, &call->error) !=
            TC_OK) {
            exit_code = cli_fail(call);
            break;
        }
        for (uint32_t i = 0; i < count && !exit_code; i++)
            exit_code = print_event(call, &events[i]);
        *left -= count;
        *cursor = next;
    }
    free(events);
    /* Nobody may count as told what is not written: a consumer is moved behind this. */
    if (!exit_code && (fflush(stdout) != 0 || ferror(stdout)))
        exit_code = cli_trouble(call, CLI_STORE, "FILE", "standard output cannot be written");
    return exit_code;
}

static int read_feed(cli_call *call) {
    uint64_t left = cli_limit(call);
    tc_feed_cursor cursor = tc_feed_cursor_at(cli_number(call, "from"));
    return print_all(call, &cursor, &left);
}

/* Where a tail begins: its consumer, a sequence number, or some lines before the end. */
static int tail_cursor(cli_call *call, tc_feed_cursor *cursor, uint64_t *version) {
    tc_consumer consumer = {0};
    tc_feed_cursor oldest;
    tc_feed_cursor end;
    const char *name = cli_text(call, "consumer");
    if (name) {
        int32_t code = tc_consumer_get(call->snapshot, name, &consumer, &call->error);
        if (code != TC_OK && code != TC_E_NOT_FOUND) return cli_fail(call);
        *cursor = consumer.cursor;
        *version = consumer.version;
        return CLI_OK;
    }
    if (cli_given(call, "from")) {
        *cursor = tc_feed_cursor_at(cli_number(call, "from"));
        return CLI_OK;
    }
    if (tc_feed_ends(call->snapshot, &oldest, &end, &call->error) != TC_OK) return cli_fail(call);
    uint64_t first = tc_feed_cursor_sequence(oldest);
    uint64_t last = tc_feed_cursor_sequence(end);
    uint64_t lines = cli_number(call, "lines");
    uint64_t begin = last > lines ? last - lines : 0;
    *cursor = begin > first ? tc_feed_cursor_at(begin) : oldest;
    if (lines == 0) *cursor = end;
    return CLI_OK;
}

static int move_consumer(cli_call *call, tc_feed_cursor cursor, uint64_t *version) {
    tc_consumer_set_request request = TC_CONSUMER_SET_REQUEST_INIT;
    tc_consumer_set_result result = TC_CONSUMER_SET_RESULT_INIT;
    request.name = cli_text(call, "consumer");
    request.cursor = cursor;
    request.expected_version = *version;
    if (!request.name) return CLI_OK;
    if (tc_consumer_set(call->engine, &request, &result, &call->error) != TC_OK)
        return cli_fail(call);
    *version = result.version;
    return CLI_OK;
}

static int tail(cli_call *call) {
    tc_feed_cursor cursor = {0};
    uint64_t version = 0;
    uint64_t left = cli_limit(call);
    struct sigaction action = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    int exit_code = cli_snapshot(call);
    if (!exit_code) exit_code = tail_cursor(call, &cursor, &version);
    while (!exit_code) {
        tc_feed_cursor before = cursor;
        exit_code = print_all(call, &cursor, &left);
        if (!exit_code && memcmp(&before, &cursor, sizeof cursor) != 0)
            exit_code = move_consumer(call, cursor, &version);
        if (exit_code || !cli_given(call, "follow") || left == 0) break;
        int32_t news = 0;
        while (news == 0 && !interrupted)
            news = tc_feed_wait(call->engine, cursor, WAIT_MS, &call->error);
        if (interrupted) break;
        exit_code = news < 0 ? cli_fail(call) : cli_snapshot(call);
    }
    return exit_code;
}

static int list_consumers(cli_call *call) {
    uint32_t count = 0;
    if (tc_consumer_list(call->snapshot, NULL, 0, &count, &call->error) != TC_OK)
        return cli_fail(call);
    tc_consumer *consumers = cli_room(count, sizeof *consumers);
    int32_t code = tc_consumer_list(call->snapshot, consumers, count, &count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        consumer_row row = {consumers[i], tc_feed_cursor_sequence(consumers[i].cursor)};
        cli_row(&call->out, consumer_fields, &row);
    }
    if (code == TC_OK) cli_rows_end(&call->out);
    free(consumers);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int set_consumer(cli_call *call) {
    tc_consumer_set_request request = TC_CONSUMER_SET_REQUEST_INIT;
    const char *where = cli_text(call, "at");
    char *end = NULL;
    cli_fill(call, &request);
    request.name = cli_text(call, "NAME");
    request.expected_version = cli_number(call, "if-version");
    if (strcmp(where, "end") == 0) {
        request.flags = TC_CONSUMER_AT_END;
    } else if (strcmp(where, "oldest") != 0) {
        unsigned long long sequence = strtoull(where, &end, 10);
        if (*where < '0' || *where > '9' || *end)
            return cli_usage(call, "--at takes a sequence number, oldest or end, not \"%.40s\"",
                             where);
        request.cursor = tc_feed_cursor_at(sequence);
    }
    if (tc_consumer_set(call->engine, &request, NULL, &call->error) != TC_OK) return cli_fail(call);
    return cli_snapshot(call);
}

static int consumer(cli_call *call) {
    consumer_row row = {.next = 0};
    const char *name = cli_text(call, "NAME");
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    if (!name) {
        if (cli_given(call, "at") || cli_given(call, "delete"))
            return cli_usage(call, "feed consumer needs the NAME of the consumer to change");
        return list_consumers(call);
    }
    if (cli_given(call, "delete")) {
        tc_consumer_delete_request request = TC_CONSUMER_DELETE_REQUEST_INIT;
        cli_fill(call, &request);
        request.name = name;
        request.expected_version = cli_number(call, "if-version");
        int32_t code = tc_consumer_delete(call->engine, &request, &call->error);
        return code == TC_OK ? CLI_OK : cli_fail(call);
    }
    if (cli_given(call, "at")) exit_code = set_consumer(call);
    if (exit_code) return exit_code;
    if (tc_consumer_get(call->snapshot, name, &row.consumer, &call->error) != TC_OK)
        return cli_fail(call);
    row.next = tc_feed_cursor_sequence(row.consumer.cursor);
    cli_print(&call->out, consumer_fields, &row);
    return CLI_OK;
}

static int prune(cli_call *call) {
    tc_feed_prune_request request = TC_FEED_PRUNE_REQUEST_INIT;
    prune_detail detail = {.result = TC_FEED_PRUNE_RESULT_INIT};
    uint64_t dropped = 0;
    cli_fill(call, &request);
    if (!cli_given(call, "before") && !cli_given(call, "older"))
        return cli_usage(call, "feed prune needs --before or --older, its limit");
    if (cli_given(call, "before")) request.before = tc_feed_cursor_at(cli_number(call, "before"));
    if (cli_given(call, "force")) request.flags = TC_FEED_PRUNE_FORCE;
    do {
        if (tc_feed_prune(call->engine, &request, &detail.result, &call->error) != TC_OK)
            return cli_fail(call);
        dropped += detail.result.dropped;
        memset(&request.request_id, 0, sizeof request.request_id); /* each piece is a command */
    } while (detail.result.more);
    detail.result.dropped = dropped;
    detail.oldest = tc_feed_cursor_sequence(detail.result.oldest);
    cli_print(&call->out, prune_fields, &detail);
    return CLI_OK;
}

const cli_command cli_feed_commands[] = {
    {.verb = "tail",
     .what = "Show the newest events of record, and with --follow those that come.",
     .more =
         "With --json each line is one event as the library writes it. With --consumer nothing is\n"
         "missed or, once it was printed, shown again.",
     .options = tail_options,
     .example = "  ticketcore feed tail -n 20\n"
                "  ticketcore feed tail --follow --consumer mirror --json",
     .store = CLI_STORE_WRITE,
     .run = tail},
    {.verb = "read",
     .what = "Show the events of record from the oldest kept, or from one on.",
     .options = read_options,
     .example = "  ticketcore feed read --from 100 --limit 50 --json",
     .store = CLI_STORE_READ,
     .run = read_feed},
    {.verb = "consumer",
     .what = "List the durable consumers, or show, make, move or remove one.",
     .options = consumer_options,
     .fields = consumer_fields,
     .example = "  ticketcore feed consumer mirror --at oldest\n"
                "  ticketcore feed consumer",
     .store = CLI_STORE_WRITE,
     .run = consumer},
    {.verb = "prune",
     .what = "Drop the oldest events, never what a consumer has not read unless forced.",
     .options = prune_options,
     .fields = prune_fields,
     .example = "  ticketcore feed prune --older -30d",
     .store = CLI_STORE_WRITE,
     .run = prune},
    {0},
};
