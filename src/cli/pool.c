/* The noun "pool": places without numbers, with a capacity that holds draw on. */
#include "nouns.h"

static const cli_word open_words[] = {{"open", 1}, {"closed", 0}, {NULL, 0}};

static const cli_field create_fields[] = {
    {.key = "pool", .show = SHOW_NUMBER, AT(tc_pool_create_result, pool)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_pool_create_result, version)},
    {0},
};
static const cli_field update_fields[] = {
    {.key = "version", .show = SHOW_NUMBER, AT(tc_pool_update_result, version)},
    {0},
};
static const cli_field view_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(tc_pool_view, event), .flags = FIELD_JSON},
    {.key = "pool", .show = SHOW_NUMBER, AT(tc_pool_view, pool)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_pool_view, version)},
    {.key = "name", .show = SHOW_TEXT, AT(tc_pool_view, name)},
    {.key = "state", .show = SHOW_WORD, .words = open_words, AT(tc_pool_view, open)},
    {.key = "capacity", .show = SHOW_NUMBER, AT(tc_pool_view, capacity)},
    {.key = "free", .show = SHOW_NUMBER, AT(tc_pool_view, free)},
    {.key = "held", .show = SHOW_NUMBER, AT(tc_pool_view, held)},
    {.key = "sold", .show = SHOW_NUMBER, AT(tc_pool_view, sold)},
    {.key = "channel", .show = SHOW_NUMBER, AT(tc_pool_view, channel)},
    {0},
};

#define EVENT_PLACE(...)                                                                           \
    {                                                                                              \
        .name = "EVENT", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        __VA_ARGS__, .help = "id of the event"                                                     \
    }

static const cli_option create_options[] = {
    EVENT_PLACE(AT(tc_pool_create_request, event)),
    {.name = "name",
     .kind = CLI_TEXT,
     .value = "TEXT",
     .need = CLI_REQUIRED,
     AT(tc_pool_create_request, name),
     .help = "its name, up to 200 bytes"},
    {.name = "capacity",
     .kind = CLI_NUMBER,
     .value = "PLACES",
     .need = CLI_REQUIRED,
     .most = TC_POOL_CAPACITY_MAX,
     AT(tc_pool_create_request, capacity),
     .help = "places there are"},
    {.name = "channel",
     .kind = CLI_NUMBER,
     .value = "N",
     .most = TC_CHANNELS_MAX - 1,
     AT(tc_pool_create_request, channel),
     .help = "for holds that name this channel only; 0: public"},
    {.name = "closed", .kind = CLI_FLAG, .help = "it begins closed"},
    {0},
};

/* Here `bit` is one of the request's flags, which stand where others have `fields`. */
static const cli_option update_options[] = {
    EVENT_PLACE(AT(tc_pool_update_request, event)),
    {.name = "POOL",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     AT(tc_pool_update_request, pool),
     .help = "number of the pool in the event"},
    {.name = "name",
     .kind = CLI_TEXT,
     .value = "TEXT",
     .bit = TC_POOL_SET_NAME,
     AT(tc_pool_update_request, name),
     .help = "its name, up to 200 bytes"},
    {.name = "capacity",
     .kind = CLI_NUMBER,
     .value = "PLACES",
     .most = TC_POOL_CAPACITY_MAX,
     .bit = TC_POOL_SET_CAPACITY,
     AT(tc_pool_update_request, capacity),
     .help = "never below what is held and sold"},
    {.name = "state",
     .kind = CLI_WORD,
     .value = "STATE",
     .words = open_words,
     .bit = TC_POOL_SET_OPEN,
     AT(tc_pool_update_request, open),
     .help = "whether it may be held"},
    {.name = "channel",
     .kind = CLI_NUMBER,
     .value = "N",
     .most = TC_CHANNELS_MAX - 1,
     .bit = TC_POOL_SET_CHANNEL,
     AT(tc_pool_update_request, channel),
     .help = "for holds that name this channel only; 0: public"},
    OPTION_IF_VERSION(tc_pool_update_request),
    {0},
};

static const cli_option list_options[] = {EVENT_PLACE(.bytes = 8), OPTION_LIMIT, {0}};

static int create(cli_call *call) {
    tc_pool_create_request request = TC_POOL_CREATE_REQUEST_INIT;
    tc_pool_create_result result = TC_POOL_CREATE_RESULT_INIT;
    cli_fill(call, &request);
    if (cli_given(call, "closed")) request.flags |= TC_POOL_CREATE_CLOSED;
    if (tc_pool_create(call->engine, &request, &result, &call->error) != TC_OK)
        return cli_fail(call);
    cli_print(&call->out, create_fields, &result);
    return CLI_OK;
}

static int list(cli_call *call) {
    tc_pool_view views[100];
    uint64_t left = cli_limit(call);
    uint32_t after = 0;
    uint32_t count = 0;
    do {
        for (size_t i = 0; i < 100; i++) views[i] = (tc_pool_view)TC_POOL_VIEW_INIT;
        if (tc_pool_list(call->snapshot, cli_number(call, "EVENT"), after, views, 100, &count,
                         &call->error) != TC_OK) {
            return cli_fail(call);
        }
        for (uint32_t i = 0; i < count && left > 0; i++, left--)
            cli_row(&call->out, view_fields, &views[i]);
        if (count > 0) after = views[count - 1].pool;
    } while (count == 100 && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_pool_commands[] = {
    {.verb = "create",
     .what = "Make a pool in an event: places without numbers.",
     .options = create_options,
     .fields = create_fields,
     .example = "  ticketcore pool create 1 --name Standing --capacity 3000",
     .store = CLI_STORE_WRITE,
     .run = create},
    {.verb = "update",
     .what = "Grow, shrink, open, close or rename a pool; the rest stays.",
     .options = update_options,
     .fields = update_fields,
     .fields_at = offsetof(tc_pool_update_request, flags),
     .example = "  ticketcore pool update 1 1 --capacity 3500 --state open",
     RUNS(TC_POOL_UPDATE, tc_pool_update_request, tc_pool_update_result)},
    {.verb = "list",
     .what = "List an event's pools with what is free, held and sold.",
     .options = list_options,
     .fields = view_fields,
     .example = "  ticketcore pool list 1",
     .store = CLI_STORE_READ,
     .run = list},
    {0},
};
