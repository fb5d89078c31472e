/* The noun "venue": places where events are held. All rows of tables, but for the two that read. */
#include "cli.h"
#include "nouns.h"

static const cli_field result_fields[] = {
    {.key = "venue", .show = SHOW_NUMBER, AT(tc_venue_result, venue)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_venue_result, version)},
    {0},
};

static const cli_field view_fields[] = {
    {.key = "venue", .show = SHOW_NUMBER, AT(tc_venue_view, venue)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_venue_view, version)},
    {.key = "name", .show = SHOW_TEXT, AT(tc_venue_view, name)},
    {.key = "address", .show = SHOW_TEXT, AT(tc_venue_view, address), .flags = FIELD_DETAIL},
    {.key = "city", .show = SHOW_TEXT, AT(tc_venue_view, city)},
    {.key = "country", .show = SHOW_TEXT, AT(tc_venue_view, country)},
    {.key = "time_zone", .show = SHOW_TEXT, AT(tc_venue_view, time_zone)},
    {.key = "capacity_note",
     .show = SHOW_TEXT,
     AT(tc_venue_view, capacity_note),
     .flags = FIELD_DETAIL},
    {.key = "created_at",
     .show = SHOW_TIME,
     AT(tc_venue_view, created_at_ms),
     .flags = FIELD_DETAIL},
    {.key = "updated_at",
     .show = SHOW_TIME,
     AT(tc_venue_view, updated_at_ms),
     .flags = FIELD_DETAIL},
    {0},
};

/* Creating and updating have the same texts at other places. */
#define VENUE_TEXTS(type_, name_need_)                                                             \
    {.name = "name",                                                                               \
     .kind = CLI_TEXT,                                                                             \
     .value = "TEXT",                                                                              \
     .need = name_need_,                                                                           \
     .bit = TC_VENUE_FIELD_NAME,                                                                   \
     AT(type_, name),                                                                              \
     .help = "its name, up to 200 bytes"},                                                         \
        {.name = "address",                                                                        \
         .kind = CLI_TEXT,                                                                         \
         .value = "TEXT",                                                                          \
         .bit = TC_VENUE_FIELD_ADDRESS,                                                            \
         AT(type_, address),                                                                       \
         .help = "street and number, up to 500 bytes"},                                            \
        {.name = "city",                                                                           \
         .kind = CLI_TEXT,                                                                         \
         .value = "TEXT",                                                                          \
         .bit = TC_VENUE_FIELD_CITY,                                                               \
         AT(type_, city),                                                                          \
         .help = "up to 200 bytes"},                                                               \
        {.name = "country",                                                                        \
         .kind = CLI_TEXT,                                                                         \
         .value = "CC",                                                                            \
         .bit = TC_VENUE_FIELD_COUNTRY,                                                            \
         AT(type_, country),                                                                       \
         .help = "two capital letters (ISO 3166-1), like AT"},                                     \
        {.name = "time-zone",                                                                      \
         .kind = CLI_TEXT,                                                                         \
         .value = "ZONE",                                                                          \
         .bit = TC_VENUE_FIELD_TIME_ZONE,                                                          \
         AT(type_, time_zone),                                                                     \
         .help = "IANA name, like Europe/Vienna"},                                                 \
    {                                                                                              \
        .name = "capacity-note", .kind = CLI_TEXT, .value = "TEXT",                                \
        .bit = TC_VENUE_FIELD_CAPACITY_NOTE, AT(type_, capacity_note),                             \
        .help = "free words, like \"1,200 seated\"; up to 200 bytes"                               \
    }

#define VENUE_PLACE(...)                                                                           \
    {                                                                                              \
        .name = "VENUE", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        __VA_ARGS__, .help = "id of the venue"                                                     \
    }

static const cli_option create_options[] = {VENUE_TEXTS(tc_venue_create_request, CLI_REQUIRED),
                                            {0}};

static const cli_option update_options[] = {
    VENUE_PLACE(AT(tc_venue_update_request, venue)),
    VENUE_TEXTS(tc_venue_update_request, 0),
    OPTION_IF_VERSION(tc_venue_update_request),
    {0},
};

static const cli_option delete_options[] = {
    VENUE_PLACE(AT(tc_venue_delete_request, venue)),
    OPTION_IF_VERSION(tc_venue_delete_request),
    {0},
};

static const cli_option get_options[] = {VENUE_PLACE(.bytes = 8), {0}};

static const cli_option list_options[] = {
    {.name = "country",
     .kind = CLI_TEXT,
     .value = "CC",
     AT(tc_venue_list_request, country),
     .help = "only of this country"},
    {.name = "text",
     .kind = CLI_TEXT,
     .value = "WORD",
     AT(tc_venue_list_request, text),
     .help = "only with a word of the name or city that begins so"},
    OPTION_LIMIT,
    {0},
};

/* Make or change: the table's request, and a word about a zone that is not known here. */
static int change(cli_call *call) {
    int exit_code = cli_run_request(call);
    if (!exit_code) cli_warn_zone(call, cli_text(call, "time-zone"));
    return exit_code;
}

static int get(cli_call *call) {
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    int32_t code = tc_venue_get(call->snapshot, cli_number(call, "VENUE"), &view, &call->error);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, view_fields, &view);
    return CLI_OK;
}

static int list(cli_call *call) {
    tc_venue_view views[100] = {0}; /* a size of 0: as this library knows it */
    tc_venue_list_request request = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    uint64_t left = cli_limit(call);
    cli_fill(call, &request);
    result.venues = views;
    result.venues_capacity = 100;
    do {
        if (tc_venue_list(call->snapshot, &request, &result, &call->error) != TC_OK)
            return cli_fail(call);
        for (uint32_t i = 0; i < result.venues_count && left > 0; i++, left--)
            cli_row(&call->out, view_fields, &views[i]);
        request.after = result.next;
    } while (result.next && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_venue_commands[] = {
    {.verb = "create",
     .what = "Make a venue.",
     .options = create_options,
     .fields = result_fields,
     .example = "  ticketcore venue create --name \"Opera\" --city Wien --country AT "
                "--time-zone Europe/Vienna",
     RUNS(TC_VENUE_CREATE, tc_venue_create_request, tc_venue_result),
     .run = change},
    {.verb = "get",
     .what = "Show a venue.",
     .options = get_options,
     .fields = view_fields,
     .example = "  ticketcore venue get 1",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "list",
     .what = "List venues by id.",
     .options = list_options,
     .fields = view_fields,
     .example = "  ticketcore venue list --country AT",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "update",
     .what = "Change what is named of a venue; the rest stays.",
     .more = "An empty text (--address \"\") clears.",
     .options = update_options,
     .fields = result_fields,
     .fields_at = offsetof(tc_venue_update_request, fields),
     .example = "  ticketcore venue update 1 --name \"State Opera\" --if-version 1",
     RUNS(TC_VENUE_UPDATE, tc_venue_update_request, tc_venue_result),
     .run = change},
    {.verb = "delete",
     .what = "Remove a venue that no event and no map uses.",
     .options = delete_options,
     .fields = result_fields,
     .example = "  ticketcore venue delete 1",
     RUNS(TC_VENUE_DELETE, tc_venue_delete_request, tc_venue_result)},
    {0},
};
