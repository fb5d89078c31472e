/* The noun "availability": what can be had of an event, as counts, by category, section or channel,
 * or as what changed since a version that a live page remembers. */
#include <stdlib.h>

#include "nouns.h"

static const cli_word by_words[] = {{"category", TC_BY_CATEGORY},
                                    {"section", TC_BY_SECTION},
                                    {"channel", TC_BY_CHANNEL},
                                    {NULL, 0}};

static const cli_field count_fields[] = {
    {.key = "key", .show = SHOW_NUMBER, AT(tc_availability_count, key)},
    {.key = "free", .show = SHOW_NUMBER, AT(tc_availability_count, free)},
    {.key = "held", .show = SHOW_NUMBER, AT(tc_availability_count, held)},
    {.key = "sold", .show = SHOW_NUMBER, AT(tc_availability_count, sold)},
    {.key = "blocked", .show = SHOW_NUMBER, AT(tc_availability_count, blocked)},
    {0},
};

static const cli_field change_fields[] = {
    {.key = "seat", .show = SHOW_NUMBER, AT(tc_seat_change, seat)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_seat_change, version)},
    {.key = "state", .show = SHOW_WORD, .words = cli_seat_states, AT(tc_seat_change, state)},
    {0},
};

/** Everything that may be asked for. */
typedef struct availability_detail {
    tc_availability all;
    tc_availability_count *counts;
    tc_seat_change *changes;
    uint32_t counts_count;
    uint32_t changes_count;
} availability_detail;

static const cli_field fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(availability_detail, all.event)},
    {.key = "inventory_version",
     .show = SHOW_NUMBER,
     AT(availability_detail, all.inventory_version)},
    {.key = "seats", .show = SHOW_NUMBER, AT(availability_detail, all.seats)},
    {.key = "free", .show = SHOW_NUMBER, AT(availability_detail, all.free)},
    {.key = "held", .show = SHOW_NUMBER, AT(availability_detail, all.held)},
    {.key = "sold", .show = SHOW_NUMBER, AT(availability_detail, all.sold)},
    {.key = "blocked", .show = SHOW_NUMBER, AT(availability_detail, all.blocked)},
    {.key = "pools", .show = SHOW_NUMBER, AT(availability_detail, all.pools)},
    {.key = "pool_capacity", .show = SHOW_NUMBER, AT(availability_detail, all.pool_capacity)},
    {.key = "pool_held", .show = SHOW_NUMBER, AT(availability_detail, all.pool_held)},
    {.key = "pool_sold", .show = SHOW_NUMBER, AT(availability_detail, all.pool_sold)},
    {.key = "counts",
     .show = SHOW_ROWS,
     .nested = count_fields,
     .stride = sizeof(tc_availability_count),
     AT(availability_detail, counts),
     .aux = offsetof(availability_detail, counts_count)},
    {.key = "changes",
     .show = SHOW_ROWS,
     .nested = change_fields,
     .stride = sizeof(tc_seat_change),
     AT(availability_detail, changes),
     .aux = offsetof(availability_detail, changes_count)},
    {0},
};

static const cli_option options[] = {
    {.name = "EVENT",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     .bytes = 8,
     .help = "id of the event"},
    {.name = "by",
     .kind = CLI_WORD,
     .value = "WHAT",
     .words = by_words,
     .bytes = 4,
     .help = "count these too"},
    {.name = "since",
     .kind = CLI_NUMBER,
     .value = "VERSION",
     .bytes = 8,
     .help = "list the seats that changed since this inventory version too; 0: every seat"},
    {0},
};

static int32_t read_counts(cli_call *call, availability_detail *detail) {
    uint32_t by = cli_number32(call, "by");
    int32_t code = tc_availability_counts(call->snapshot, detail->all.event, by, NULL, 0,
                                          &detail->counts_count, &call->error);
    if (code != TC_OK) return code;
    detail->counts = cli_room(detail->counts_count, sizeof *detail->counts);
    return tc_availability_counts(call->snapshot, detail->all.event, by, detail->counts,
                                  detail->counts_count, &detail->counts_count, &call->error);
}

static int32_t read_changes(cli_call *call, availability_detail *detail) {
    uint64_t version = 0;
    uint64_t since = cli_number(call, "since");
    int32_t code = tc_availability_since(call->snapshot, detail->all.event, since, NULL, 0,
                                         &detail->changes_count, &version, &call->error);
    if (code != TC_OK) return code;
    detail->changes = cli_room(detail->changes_count, sizeof *detail->changes);
    return tc_availability_since(call->snapshot, detail->all.event, since, detail->changes,
                                 detail->changes_count, &detail->changes_count, &version,
                                 &call->error);
}

static int run(cli_call *call) {
    availability_detail detail = {.all = TC_AVAILABILITY_INIT};
    int32_t code =
        tc_availability_get(call->snapshot, cli_number(call, "EVENT"), &detail.all, &call->error);
    if (code == TC_OK && cli_given(call, "by")) code = read_counts(call, &detail);
    if (code == TC_OK && cli_given(call, "since")) code = read_changes(call, &detail);
    if (code == TC_OK) cli_print(&call->out, fields, &detail);
    free(detail.counts);
    free(detail.changes);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

const cli_command cli_availability_commands[] = {
    {.what = "Count an event's seats and places: free, held, sold, blocked.",
     .more = "Holds that are dead at this moment count as free, swept or not.",
     .options = options,
     .fields = fields,
     .example = "  ticketcore availability 1 --by category\n"
                "  ticketcore availability 1 --since 120 --json",
     .store = CLI_STORE_READ,
     .run = run},
    {0},
};
