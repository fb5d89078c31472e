/* The noun "availability": what can be had of an event, as counts, by category, section or channel,
 * or as what changed since a version that a live page remembers. */
#include <stdlib.h>

#include "nouns.h"

static const cli_word by_words[] = {{"category", TC_BY_CATEGORY},
                                    {"section", TC_BY_SECTION},
                                    {"channel", TC_BY_CHANNEL},
                                    {NULL, 0}};

/** A count, and what the map calls its category or section. */
typedef struct named_count {
    tc_availability_count count;
    const char *name;
} named_count;

static const cli_field count_fields[] = {
    {.key = "key", .show = SHOW_NUMBER, AT(named_count, count.key)},
    {.key = "name", .show = SHOW_TEXT, AT(named_count, name)},
    {.key = "free", .show = SHOW_NUMBER, AT(named_count, count.free)},
    {.key = "held", .show = SHOW_NUMBER, AT(named_count, count.held)},
    {.key = "sold", .show = SHOW_NUMBER, AT(named_count, count.sold)},
    {.key = "blocked", .show = SHOW_NUMBER, AT(named_count, count.blocked)},
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
    named_count *counts;
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
     .stride = sizeof(named_count),
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

static int32_t name_categories(cli_call *call, const tc_event_view *event, named_count *counts,
                               uint32_t count) {
    tc_map_category each[TC_CATEGORIES_MAX] = {TC_MAP_CATEGORY_INIT};
    uint32_t found = 0;
    int32_t code = tc_map_category_list(call->snapshot, event->map, event->map_version, each,
                                        TC_CATEGORIES_MAX, &found, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < found && i < TC_CATEGORIES_MAX; i++) {
        for (uint32_t k = 0; k < count; k++)
            if (counts[k].count.key == each[i].category) counts[k].name = each[i].name;
    }
    return code;
}

static int32_t name_sections(cli_call *call, const tc_event_view *event, named_count *counts,
                             uint32_t count) {
    uint32_t found = 0;
    tc_map_section *each = cli_room(TC_SECTIONS_MAX, sizeof *each);
    int32_t code = tc_map_section_list(call->snapshot, event->map, event->map_version, each,
                                       TC_SECTIONS_MAX, &found, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < found && i < TC_SECTIONS_MAX; i++) {
        for (uint32_t k = 0; k < count; k++)
            if (counts[k].count.key == each[i].section) counts[k].name = each[i].name;
    }
    free(each);
    return code;
}

static int32_t read_counts(cli_call *call, availability_detail *detail) {
    uint32_t by = cli_number32(call, "by");
    tc_event_view event = TC_EVENT_VIEW_INIT;
    uint32_t found = 0;
    int32_t code = tc_event_get(call->snapshot, detail->all.event, &event, &call->error);
    if (code == TC_OK)
        code = tc_availability_counts(call->snapshot, detail->all.event, by, NULL, 0, &found,
                                      &call->error);
    if (code != TC_OK) return code;
    tc_availability_count *counts = cli_room(found, sizeof *counts);
    code = tc_availability_counts(call->snapshot, detail->all.event, by, counts, found, &found,
                                  &call->error);
    detail->counts = cli_room(found, sizeof *detail->counts);
    detail->counts_count = code == TC_OK ? found : 0;
    for (uint32_t i = 0; i < detail->counts_count; i++)
        detail->counts[i] = (named_count){counts[i], ""};
    free(counts);
    if (code != TC_OK || !event.map || by == TC_BY_CHANNEL) return code;
    return by == TC_BY_CATEGORY ? name_categories(call, &event, detail->counts, found)
                                : name_sections(call, &event, detail->counts, found);
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
