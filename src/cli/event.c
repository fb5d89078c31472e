/* The noun "event": the seven classic operations on shows, and the picture of a house. Updates read
 * the event first, since some of its fields change together. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

static const cli_word statuses[] = {
    {"draft", TC_EVENT_DRAFT},         {"on_sale", TC_EVENT_ON_SALE}, {"paused", TC_EVENT_PAUSED},
    {"cancelled", TC_EVENT_CANCELLED}, {"ended", TC_EVENT_ENDED},     {NULL, 0},
};
static const cli_word rules[] = {{"orphan_rule", TC_EVENT_ORPHAN_RULE}, {NULL, 0}};
static const cli_word late_money[] = {
    {"equivalent", TC_LATE_MONEY_EQUIVALENT},
    {"same_seats", TC_LATE_MONEY_SAME_SEATS},
    {"void", TC_LATE_MONEY_VOID},
    {NULL, 0},
};
static const cli_word captures[] = {
    {"after", TC_CAPTURE_AFTER}, {"at_once", TC_CAPTURE_AT_ONCE}, {NULL, 0}};

static const cli_field result_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(tc_event_result, event)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_event_result, version)},
    {.key = "seats", .show = SHOW_NUMBER, AT(tc_event_result, seats)},
    {.key = "map_version",
     .show = SHOW_NUMBER,
     AT(tc_event_result, map_version),
     .flags = FIELD_NONE_0},
    {0},
};

static json_t *tags_of(const void *object) {
    const tc_event_view *view = object;
    json_t *array = json_array();
    for (size_t i = 0; i < view->tags_count; i++)
        json_array_append_new(array, json_string(view->tags[i]));
    return array;
}

static const cli_field view_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(tc_event_view, event)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_event_view, version), .flags = FIELD_DETAIL},
    {.key = "name", .show = SHOW_TEXT, AT(tc_event_view, name)},
    {.key = "status", .show = SHOW_WORD, .words = statuses, AT(tc_event_view, status)},
    {.key = "on_sale", .show = SHOW_BOOL, AT(tc_event_view, on_sale), .flags = FIELD_DETAIL},
    {.key = "starts_at", .show = SHOW_TIME, AT(tc_event_view, starts_at_ms)},
    {.key = "ends_at", .show = SHOW_TIME, AT(tc_event_view, ends_at_ms), .flags = FIELD_DETAIL},
    {.key = "sale_from", .show = SHOW_TIME, AT(tc_event_view, sale_from_ms), .flags = FIELD_DETAIL},
    {.key = "sale_until",
     .show = SHOW_TIME,
     AT(tc_event_view, sale_until_ms),
     .flags = FIELD_DETAIL},
    {.key = "venue", .show = SHOW_NUMBER, AT(tc_event_view, venue), .flags = FIELD_NONE_0},
    {.key = "venue_name", .show = SHOW_TEXT, AT(tc_event_view, venue_name), .flags = FIELD_DETAIL},
    {.key = "map",
     .show = SHOW_NUMBER,
     AT(tc_event_view, map),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "map_version",
     .show = SHOW_NUMBER,
     AT(tc_event_view, map_version),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "seats", .show = SHOW_NUMBER, AT(tc_event_view, seats)},
    {.key = "currency", .show = SHOW_CHARS, AT(tc_event_view, currency)},
    {.key = "category", .show = SHOW_TEXT, AT(tc_event_view, category)},
    {.key = "tags", .show = SHOW_MAKE, .make = tags_of, .flags = FIELD_DETAIL},
    {.key = "hold_ttl_ms",
     .show = SHOW_SPAN,
     AT(tc_event_view, hold_ttl_ms),
     .flags = FIELD_DETAIL},
    {.key = "hold_life_ms",
     .show = SHOW_SPAN,
     AT(tc_event_view, hold_life_ms),
     .flags = FIELD_DETAIL},
    {.key = "limit_per_buyer",
     .show = SHOW_NUMBER,
     AT(tc_event_view, limit_per_buyer),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "limit_per_order",
     .show = SHOW_NUMBER,
     AT(tc_event_view, limit_per_order),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "rules",
     .show = SHOW_BITS,
     .words = rules,
     AT(tc_event_view, rules),
     .flags = FIELD_DETAIL},
    {.key = "late_money",
     .show = SHOW_WORD,
     .words = late_money,
     AT(tc_event_view, late_money),
     .flags = FIELD_DETAIL},
    {.key = "capture",
     .show = SHOW_WORD,
     .words = captures,
     AT(tc_event_view, capture),
     .flags = FIELD_DETAIL},
    {.key = "description",
     .show = SHOW_TEXT,
     AT(tc_event_view, description),
     .flags = FIELD_DETAIL},
    {.key = "created_at",
     .show = SHOW_TIME,
     AT(tc_event_view, created_at_ms),
     .flags = FIELD_DETAIL},
    {.key = "updated_at",
     .show = SHOW_TIME,
     AT(tc_event_view, updated_at_ms),
     .flags = FIELD_DETAIL},
    {0},
};

#define EVENT_PLACE(...)                                                                           \
    {                                                                                              \
        .name = "EVENT", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        __VA_ARGS__, .help = "id of the event"                                                     \
    }

/* Every request of an event is filled as an update: the fields of a creation have the same names.
 */
#define EVENT_OPTIONS(required_)                                                                   \
    {.name = "name",                                                                               \
     .kind = CLI_TEXT,                                                                             \
     .value = "TEXT",                                                                              \
     .need = required_,                                                                            \
     .bit = TC_EVENT_FIELD_NAME,                                                                   \
     AT(tc_event_update_request, name),                                                            \
     .help = "its name, up to 200 bytes"},                                                         \
        {.name = "starts",                                                                         \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         .need = required_,                                                                        \
         .bit = TC_EVENT_FIELD_TIMES,                                                              \
         AT(tc_event_update_request, starts_at_ms),                                                \
         .help = "when it begins: 2026-06-01T19:30:00+02:00, or +30d"},                            \
        {.name = "ends",                                                                           \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         .bit = TC_EVENT_FIELD_TIMES,                                                              \
         AT(tc_event_update_request, ends_at_ms),                                                  \
         .help = "when it ends; none: not said"},                                                  \
        {.name = "currency",                                                                       \
         .kind = CLI_TEXT,                                                                         \
         .value = "CODE",                                                                          \
         .need = required_,                                                                        \
         .bit = TC_EVENT_FIELD_CURRENCY,                                                           \
         AT(tc_event_update_request, currency),                                                    \
         .help = "of all its prices, like EUR (ISO 4217)"},                                        \
        {.name = "status",                                                                         \
         .kind = CLI_WORD,                                                                         \
         .value = "STATUS",                                                                        \
         .words = statuses,                                                                        \
         .bit = TC_EVENT_FIELD_STATUS,                                                             \
         AT(tc_event_update_request, status),                                                      \
         .help = "seats can be held only while it is on sale"},                                    \
        {.name = "venue",                                                                          \
         .kind = CLI_NUMBER,                                                                       \
         .value = "VENUE",                                                                         \
         .bit = TC_EVENT_FIELD_VENUE,                                                              \
         AT(tc_event_update_request, venue),                                                       \
         .help = "where; 0: nowhere yet"},                                                         \
        {.name = "map",                                                                            \
         .kind = CLI_NUMBER,                                                                       \
         .value = "MAP",                                                                           \
         .bit = TC_EVENT_FIELD_MAP,                                                                \
         AT(tc_event_update_request, map),                                                         \
         .help = "seat map; 0: no numbered seats"},                                                \
        {.name = "map-version",                                                                    \
         .kind = CLI_NUMBER,                                                                       \
         .value = "VERSION",                                                                       \
         .bit = TC_EVENT_FIELD_MAP,                                                                \
         AT(tc_event_update_request, map_version),                                                 \
         .help = "published version of the map; the newest published when not given"},             \
        {.name = "sale-from",                                                                      \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         .bit = TC_EVENT_FIELD_SALE_WINDOW,                                                        \
         AT(tc_event_update_request, sale_from_ms),                                                \
         .help = "sale begins; none: at once"},                                                    \
        {.name = "sale-until",                                                                     \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         .bit = TC_EVENT_FIELD_SALE_WINDOW,                                                        \
         AT(tc_event_update_request, sale_until_ms),                                               \
         .help = "sale ends; none: when it starts"},                                               \
        {.name = "hold-ttl",                                                                       \
         .kind = CLI_SPAN,                                                                         \
         .value = "TIME",                                                                          \
         .least = 1000,                                                                            \
         .most = TC_HOLD_TTL_MS_MAX,                                                               \
         .bit = TC_EVENT_FIELD_HOLD_TIMES,                                                         \
         AT(tc_event_update_request, hold_ttl_ms),                                                 \
         .help = "life of a hold that does not say; 15m when not given"},                          \
        {.name = "hold-life",                                                                      \
         .kind = CLI_SPAN,                                                                         \
         .value = "TIME",                                                                          \
         .least = 1000,                                                                            \
         .most = TC_HOLD_TTL_MS_MAX,                                                               \
         .bit = TC_EVENT_FIELD_HOLD_TIMES,                                                         \
         AT(tc_event_update_request, hold_life_ms),                                                \
         .help = "life of a hold with all extensions; 2h when not given"},                         \
        {.name = "limit-per-buyer",                                                                \
         .kind = CLI_NUMBER,                                                                       \
         .value = "COUNT",                                                                         \
         .bit = TC_EVENT_FIELD_LIMIT_PER_BUYER,                                                    \
         AT(tc_event_update_request, limit_per_buyer),                                             \
         .help = "places one buyer may hold and own; 0: no limit"},                                \
        {.name = "limit-per-order",                                                                \
         .kind = CLI_NUMBER,                                                                       \
         .value = "COUNT",                                                                         \
         .bit = TC_EVENT_FIELD_LIMIT_PER_ORDER,                                                    \
         AT(tc_event_update_request, limit_per_order),                                             \
         .help = "places in one order; 0: no limit"},                                              \
        {.name = "rules",                                                                          \
         .kind = CLI_BITS,                                                                         \
         .value = "RULES",                                                                         \
         .words = rules,                                                                           \
         .bit = TC_EVENT_FIELD_RULES,                                                              \
         AT(tc_event_update_request, rules),                                                       \
         .help = "none, or"},                                                                      \
        {.name = "late-money",                                                                     \
         .kind = CLI_WORD,                                                                         \
         .value = "RULE",                                                                          \
         .words = late_money,                                                                      \
         .bit = TC_EVENT_FIELD_LATE_MONEY,                                                         \
         AT(tc_event_update_request, late_money),                                                  \
         .help = "money authorised after its hold died goes for seats, or back"},                  \
        {.name = "capture",                                                                        \
         .kind = CLI_WORD,                                                                         \
         .value = "WHEN",                                                                          \
         .words = captures,                                                                        \
         .bit = TC_EVENT_FIELD_CAPTURE,                                                            \
         AT(tc_event_update_request, capture),                                                     \
         .help = "money is taken after the seats are sold, or at once"},                           \
        {.name = "category",                                                                       \
         .kind = CLI_TEXT,                                                                         \
         .value = "TEXT",                                                                          \
         .bit = TC_EVENT_FIELD_CATEGORY,                                                           \
         AT(tc_event_update_request, category),                                                    \
         .help = "kind or genre, like concert; up to 63 bytes"},                                   \
        {.name = "tag",                                                                            \
         .kind = CLI_TEXT,                                                                         \
         .value = "TEXT",                                                                          \
         .need = CLI_REPEATED,                                                                     \
         .bit = TC_EVENT_FIELD_TAGS,                                                               \
         .help =                                                                                   \
             "a tag, up to 63 bytes, at most 16; an update sets the whole set, \"\" clears it"},   \
    {                                                                                              \
        .name = "description", .kind = CLI_TEXT, .value = "TEXT",                                  \
        .bit = TC_EVENT_FIELD_DESCRIPTION, AT(tc_event_update_request, description),               \
        .help = "up to 16,000 bytes"                                                               \
    }

static const cli_option create_options[] = {EVENT_OPTIONS(CLI_REQUIRED), {0}};

static const cli_option update_options[] = {
    EVENT_PLACE(AT(tc_event_update_request, event)),
    EVENT_OPTIONS(0),
    OPTION_IF_VERSION(tc_event_update_request),
    {0},
};

static const cli_option delete_options[] = {
    EVENT_PLACE(AT(tc_event_delete_request, event)),
    OPTION_IF_VERSION(tc_event_delete_request),
    {0},
};

static const cli_option get_options[] = {EVENT_PLACE(.bytes = 8), {0}};
static const cli_option svg_options[] = {EVENT_PLACE(.bytes = 8), OPTION_OUTPUT, {0}};

#define FILTER_OPTIONS                                                                             \
    {.name = "venue",                                                                              \
     .kind = CLI_NUMBER,                                                                           \
     .value = "VENUE",                                                                             \
     AT(tc_event_list_request, venue),                                                             \
     .help = "only at this venue"},                                                                \
        {.name = "category",                                                                       \
         .kind = CLI_TEXT,                                                                         \
         .value = "TEXT",                                                                          \
         AT(tc_event_list_request, category),                                                      \
         .help = "only of this category"},                                                         \
        {.name = "tag",                                                                            \
         .kind = CLI_TEXT,                                                                         \
         .value = "TEXT",                                                                          \
         AT(tc_event_list_request, tag),                                                           \
         .help = "only with this tag"},                                                            \
        {.name = "text",                                                                           \
         .kind = CLI_TEXT,                                                                         \
         .value = "WORDS",                                                                         \
         AT(tc_event_list_request, text),                                                          \
         .help = "only whose name has words that begin so"},                                       \
        {.name = "from",                                                                           \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         AT(tc_event_list_request, starts_from_ms),                                                \
         .help = "only those that start then or later"},                                           \
        {.name = "until",                                                                          \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         AT(tc_event_list_request, starts_until_ms),                                               \
         .help = "only those that start before then"},                                             \
        {.name = "status",                                                                         \
         .kind = CLI_WORDS,                                                                        \
         .value = "STATUS,…",                                                                      \
         .words = statuses,                                                                        \
         AT(tc_event_list_request, statuses),                                                      \
         .help = "only in these"},                                                                 \
        OPTION_LIMIT

static const cli_option list_options[] = {FILTER_OPTIONS, {0}};

/* Tags as an array of texts; one empty tag is no tag. */
static const char **tags_given(const cli_call *call, size_t *count) {
    *count = cli_count(call, "tag");
    const char **tags = cli_room(*count, sizeof *tags);
    for (size_t i = 0; i < *count; i++) tags[i] = cli_nth(call, "tag", i)->text;
    if (*count == 1 && !*tags[0]) *count = 0;
    return tags;
}

static int create(cli_call *call) {
    tc_event_update_request given = TC_EVENT_UPDATE_REQUEST_INIT;
    tc_event_create_request request = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result result = TC_EVENT_RESULT_INIT;
    cli_fill(call, &given);
    const char **tags = tags_given(call, &request.tags_count);
    request.request_id = given.request_id;
    request.tags = tags;
    request.venue = given.venue;
    request.map = given.map;
    request.starts_at_ms = given.starts_at_ms;
    request.ends_at_ms = given.ends_at_ms;
    request.sale_from_ms = given.sale_from_ms;
    request.sale_until_ms = given.sale_until_ms;
    request.hold_ttl_ms = given.hold_ttl_ms;
    request.hold_life_ms = given.hold_life_ms;
    request.name = given.name;
    request.description = given.description;
    request.category = given.category;
    request.currency = given.currency;
    request.map_version = given.map_version;
    request.status = given.status;
    request.rules = given.rules;
    request.late_money = given.late_money;
    request.capture = given.capture;
    request.limit_per_buyer = given.limit_per_buyer;
    request.limit_per_order = given.limit_per_order;
    int32_t code = tc_event_create(call->engine, &request, &result, &call->error);
    free(tags);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

/* What stays of fields that change together: the other time, the map's version … */
static void fill_from_view(tc_event_update_request *request, const tc_event_view *view) {
    request->expected_version = view->version;
    request->map = view->map;
    request->starts_at_ms = view->starts_at_ms;
    request->ends_at_ms = view->ends_at_ms;
    request->sale_from_ms = view->sale_from_ms;
    request->sale_until_ms = view->sale_until_ms;
    request->hold_ttl_ms = view->hold_ttl_ms;
    request->hold_life_ms = view->hold_life_ms;
}

static int update(cli_call *call) {
    tc_event_view view = TC_EVENT_VIEW_INIT;
    tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
    tc_event_result result = TC_EVENT_RESULT_INIT;
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    if (tc_event_get(call->snapshot, cli_number(call, "EVENT"), &view, &call->error) != TC_OK)
        return cli_fail(call);
    fill_from_view(&request, &view);
    cli_fill(call, &request);
    const char **tags = tags_given(call, &request.tags_count);
    request.tags = tags;
    int32_t code = tc_event_update(call->engine, &request, &result, &call->error);
    free(tags);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

static int get(cli_call *call) {
    tc_event_view view = TC_EVENT_VIEW_INIT;
    if (tc_event_get(call->snapshot, cli_number(call, "EVENT"), &view, &call->error) != TC_OK)
        return cli_fail(call);
    cli_print(&call->out, view_fields, &view);
    return CLI_OK;
}

static int print_list(cli_call *call, tc_event_list_request *request) {
    tc_event_view views[100] = {0}; /* a size of 0: as this library knows it */
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    uint64_t left = cli_limit(call);
    result.events = views;
    result.events_capacity = 100;
    do {
        if (tc_event_list(call->snapshot, request, &result, &call->error) != TC_OK)
            return cli_fail(call);
        for (uint32_t i = 0; i < result.events_count && left > 0; i++, left--)
            cli_row(&call->out, view_fields, &views[i]);
        request->after = result.next;
    } while (result.more && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

static int list(cli_call *call) {
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    cli_fill(call, &request);
    return print_list(call, &request);
}

/* From now on, and neither drafts nor what will not take place, unless the line says otherwise. */
static int upcoming(cli_call *call) {
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    cli_fill(call, &request);
    if (!request.starts_from_ms) request.starts_from_ms = tc_snapshot_time(call->snapshot);
    if (!request.statuses) request.statuses = 1U << TC_EVENT_ON_SALE | 1U << TC_EVENT_PAUSED;
    return print_list(call, &request);
}

static int32_t make_svg(cli_call *call, char *buffer, size_t capacity, size_t *length) {
    return tc_event_svg(call->snapshot, cli_number(call, "EVENT"), buffer, capacity, length,
                        &call->error);
}

static int svg(cli_call *call) {
    return cli_write_made(call, make_svg, cli_text(call, "output"));
}

const cli_command cli_event_commands[] = {
    {.verb = "create",
     .what = "Make an event, with all seats of its map free.",
     .options = create_options,
     .fields = result_fields,
     .example =
         "  ticketcore event create --name \"First night\" --starts 2027-06-01T19:30:00+02:00 "
         "\\\n      --currency EUR --map 1 --status on-sale",
     .store = CLI_STORE_WRITE,
     .run = create},
    {.verb = "get",
     .what = "Show an event.",
     .options = get_options,
     .fields = view_fields,
     .example = "  ticketcore event get 1",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "list",
     .what = "List events by their start, those that all filters let through.",
     .options = list_options,
     .fields = view_fields,
     .example = "  ticketcore event list --text opera --from now --until +30d",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "upcoming",
     .what = "List events that start from now on and are on sale or paused.",
     .options = list_options,
     .fields = view_fields,
     .example = "  ticketcore event upcoming --venue 1 --limit 10",
     .store = CLI_STORE_READ,
     .run = upcoming},
    {.verb = "update",
     .what = "Change what is named of an event; the rest stays.",
     .more =
         "Another map is taken only if every held and sold seat is still in it; else the seats in\n"
         "the way are listed.",
     .options = update_options,
     .fields = result_fields,
     .fields_at = offsetof(tc_event_update_request, fields),
     .example = "  ticketcore event update 1 --status paused\n"
                "  ticketcore event update 1 --map-version 2 --if-version 3",
     .store = CLI_STORE_WRITE,
     .run = update},
    {.verb = "delete",
     .what = "Remove an event of which nothing was ever sold and nothing is held.",
     .options = delete_options,
     .fields = result_fields,
     .example = "  ticketcore event delete 1",
     RUNS(TC_EVENT_DELETE, tc_event_delete_request, tc_event_result)},
    {.verb = "svg",
     .what = "Draw an event's house as SVG, every seat by its state.",
     .options = svg_options,
     .example = "  ticketcore event svg 1 -o house.svg",
     .store = CLI_STORE_READ,
     .run = svg},
    {0},
};
