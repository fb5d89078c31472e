/* The noun "price": an event's ticket types, what a place costs, to whom and when. Amounts are
 * typed and printed in the event's currency. */
#include "nouns.h"

static const cli_word statuses[] = {
    {"off", TC_TICKET_TYPE_OFF}, {"on_sale", TC_TICKET_TYPE_ON_SALE}, {NULL, 0}};
static const cli_word taxes[] = {{"exclusive", 0}, {"inclusive", 1}, {NULL, 0}};
static const cli_word channels[] = {
    {"0", 1U << 0},   {"1", 1U << 1},   {"2", 1U << 2},   {"3", 1U << 3},   {"4", 1U << 4},
    {"5", 1U << 5},   {"6", 1U << 6},   {"7", 1U << 7},   {"8", 1U << 8},   {"9", 1U << 9},
    {"10", 1U << 10}, {"11", 1U << 11}, {"12", 1U << 12}, {"13", 1U << 13}, {"14", 1U << 14},
    {"15", 1U << 15}, {NULL, 0},
};

static const cli_field result_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(tc_ticket_type_result, event)},
    {.key = "ticket_type", .show = SHOW_NUMBER, AT(tc_ticket_type_result, ticket_type)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_ticket_type_result, version)},
    {0},
};

static const cli_field view_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(tc_ticket_type_view, event), .flags = FIELD_JSON},
    {.key = "ticket_type", .show = SHOW_NUMBER, AT(tc_ticket_type_view, ticket_type)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_ticket_type_view, version)},
    {.key = "name", .show = SHOW_TEXT, AT(tc_ticket_type_view, name)},
    {.key = "price_minor",
     .show = SHOW_MONEY,
     AT(tc_ticket_type_view, price_minor),
     .aux = offsetof(tc_ticket_type_view, currency)},
    {.key = "fee_minor",
     .show = SHOW_MONEY,
     AT(tc_ticket_type_view, fee_minor),
     .aux = offsetof(tc_ticket_type_view, currency)},
    {.key = "currency", .show = SHOW_CHARS, AT(tc_ticket_type_view, currency), .flags = FIELD_JSON},
    {.key = "tax_bp", .show = SHOW_NUMBER, AT(tc_ticket_type_view, tax_bp)},
    {.key = "tax", .show = SHOW_WORD, .words = taxes, AT(tc_ticket_type_view, tax_inclusive)},
    {.key = "category",
     .show = SHOW_NUMBER,
     AT(tc_ticket_type_view, category),
     .flags = FIELD_NONE_0},
    {.key = "pool", .show = SHOW_NUMBER, AT(tc_ticket_type_view, pool), .flags = FIELD_NONE_0},
    {.key = "channels", .show = SHOW_BITS, .words = channels, AT(tc_ticket_type_view, channels)},
    {.key = "status", .show = SHOW_WORD, .words = statuses, AT(tc_ticket_type_view, status)},
    {.key = "sale_from", .show = SHOW_TIME, AT(tc_ticket_type_view, sale_from_ms)},
    {.key = "sale_until", .show = SHOW_TIME, AT(tc_ticket_type_view, sale_until_ms)},
    {.key = "min_per_order",
     .show = SHOW_NUMBER,
     AT(tc_ticket_type_view, min_per_order),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "max_per_order",
     .show = SHOW_NUMBER,
     AT(tc_ticket_type_view, max_per_order),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "description",
     .show = SHOW_TEXT,
     AT(tc_ticket_type_view, description),
     .flags = FIELD_DETAIL},
    {0},
};

#define EVENT_PLACE(...)                                                                           \
    {                                                                                              \
        .name = "EVENT", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        __VA_ARGS__, .help = "id of the event"                                                     \
    }
#define TYPE_PLACE(...)                                                                            \
    {                                                                                              \
        .name = "TYPE", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,          \
        __VA_ARGS__, .help = "number of the ticket type in the event"                              \
    }

#define TYPE_OPTIONS(type_, required_, status_, tax_)                                              \
    {.name = "name",                                                                               \
     .kind = CLI_TEXT,                                                                             \
     .value = "TEXT",                                                                              \
     .need = required_,                                                                            \
     .bit = TC_TICKET_TYPE_FIELD_NAME,                                                             \
     AT(type_, name),                                                                              \
     .help = "its name, up to 200 bytes"},                                                         \
        {.name = "price",                                                                          \
         .kind = CLI_TEXT,                                                                         \
         .value = "AMOUNT",                                                                        \
         .need = required_,                                                                        \
         .bit = TC_TICKET_TYPE_FIELD_PRICE,                                                        \
         .help = "price of one in the event's currency, like 12.50"},                              \
        {.name = "fee",                                                                            \
         .kind = CLI_TEXT,                                                                         \
         .value = "AMOUNT",                                                                        \
         .bit = TC_TICKET_TYPE_FIELD_PRICE,                                                        \
         .help = "fee on top of one, like 1.00; nothing when not given"},                          \
        {.name = "category",                                                                       \
         .kind = CLI_NUMBER,                                                                       \
         .value = "CATEGORY",                                                                      \
         .bit = TC_TICKET_TYPE_FIELD_PLACE,                                                        \
         AT(type_, category),                                                                      \
         .help = "of the map, as map get shows; 0: any"},                                          \
        {.name = "pool",                                                                           \
         .kind = CLI_NUMBER,                                                                       \
         .value = "POOL",                                                                          \
         .bit = TC_TICKET_TYPE_FIELD_PLACE,                                                        \
         AT(type_, pool),                                                                          \
         .help = "pool it draws on (general admission); 0: it is for seats"},                      \
        {.name = "channels",                                                                       \
         .kind = CLI_BITS,                                                                         \
         .value = "N,…",                                                                           \
         .words = channels,                                                                        \
         .bit = TC_TICKET_TYPE_FIELD_CHANNELS,                                                     \
         AT(type_, channels),                                                                      \
         .help = "sold through these only; all when not given"},                                   \
        {.name = "tax-bp",                                                                         \
         .kind = CLI_NUMBER,                                                                       \
         .value = "BP",                                                                            \
         .most = 100000,                                                                           \
         .bit = TC_TICKET_TYPE_FIELD_TAX,                                                          \
         AT(type_, tax_bp),                                                                        \
         .help = "tax in basis points: 1900 is 19 %"},                                             \
        {.name = "tax",                                                                            \
         .kind = CLI_WORD,                                                                         \
         .value = "HOW",                                                                           \
         .words = taxes,                                                                           \
         .fallback = tax_,                                                                         \
         .bit = TC_TICKET_TYPE_FIELD_TAX,                                                          \
         AT(type_, tax_inclusive),                                                                 \
         .help = "the tax comes on top, or price and fee contain it"},                             \
        {.name = "sale-from",                                                                      \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         .bit = TC_TICKET_TYPE_FIELD_SALE_WINDOW,                                                  \
         AT(type_, sale_from_ms),                                                                  \
         .help = "sold from then on; with the event when not given"},                              \
        {.name = "sale-until",                                                                     \
         .kind = CLI_TIME,                                                                         \
         .value = "TIME",                                                                          \
         .bit = TC_TICKET_TYPE_FIELD_SALE_WINDOW,                                                  \
         AT(type_, sale_until_ms),                                                                 \
         .help = "sold until then; with the event when not given"},                                \
        {.name = "min-per-order",                                                                  \
         .kind = CLI_NUMBER,                                                                       \
         .value = "COUNT",                                                                         \
         .bit = TC_TICKET_TYPE_FIELD_PER_ORDER,                                                    \
         AT(type_, min_per_order),                                                                 \
         .help = "fewest of it in an order that has any; 0: no such rule"},                        \
        {.name = "max-per-order",                                                                  \
         .kind = CLI_NUMBER,                                                                       \
         .value = "COUNT",                                                                         \
         .bit = TC_TICKET_TYPE_FIELD_PER_ORDER,                                                    \
         AT(type_, max_per_order),                                                                 \
         .help = "most of it in an order; 0: no such rule"},                                       \
        {.name = "status",                                                                         \
         .kind = CLI_WORD,                                                                         \
         .value = "STATUS",                                                                        \
         .words = statuses,                                                                        \
         .fallback = status_,                                                                      \
         .bit = TC_TICKET_TYPE_FIELD_STATUS,                                                       \
         AT(type_, status),                                                                        \
         .help = "whether it can be bought"},                                                      \
    {                                                                                              \
        .name = "description", .kind = CLI_TEXT, .value = "TEXT",                                  \
        .bit = TC_TICKET_TYPE_FIELD_DESCRIPTION, AT(type_, description),                           \
        .help = "up to 16,000 bytes"                                                               \
    }

static const cli_option add_options[] = {
    EVENT_PLACE(AT(tc_ticket_type_create_request, event)),
    TYPE_OPTIONS(tc_ticket_type_create_request, CLI_REQUIRED, "on_sale", "inclusive"),
    {0},
};

static const cli_option update_options[] = {
    EVENT_PLACE(AT(tc_ticket_type_update_request, event)),
    TYPE_PLACE(AT(tc_ticket_type_update_request, ticket_type)),
    TYPE_OPTIONS(tc_ticket_type_update_request, 0, NULL, NULL),
    OPTION_IF_VERSION(tc_ticket_type_update_request),
    {0},
};

static const cli_option get_options[] = {EVENT_PLACE(.bytes = 8), TYPE_PLACE(.bytes = 4), {0}};

static const cli_option remove_options[] = {
    EVENT_PLACE(AT(tc_ticket_type_delete_request, event)),
    TYPE_PLACE(AT(tc_ticket_type_delete_request, ticket_type)),
    OPTION_IF_VERSION(tc_ticket_type_delete_request),
    {0},
};

static const cli_option list_options[] = {
    EVENT_PLACE(AT(tc_ticket_type_list_request, event)),
    OPTION_LIMIT,
    {0},
};

static int add(cli_call *call) {
    tc_event_view event = TC_EVENT_VIEW_INIT;
    tc_ticket_type_create_request request = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    tc_ticket_type_result result = TC_TICKET_TYPE_RESULT_INIT;
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    if (tc_event_get(call->snapshot, cli_number(call, "EVENT"), &event, &call->error) != TC_OK)
        return cli_fail(call);
    cli_fill(call, &request);
    exit_code = cli_money(call, "price", event.currency, &request.price_minor);
    if (!exit_code) exit_code = cli_money(call, "fee", event.currency, &request.fee_minor);
    if (exit_code) return exit_code;
    if (tc_ticket_type_create(call->engine, &request, &result, &call->error) != TC_OK)
        return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

/* What stays of fields that change together. */
static void fill_from_view(tc_ticket_type_update_request *request,
                           const tc_ticket_type_view *view) {
    request->expected_version = view->version;
    request->price_minor = view->price_minor;
    request->fee_minor = view->fee_minor;
    request->sale_from_ms = view->sale_from_ms;
    request->sale_until_ms = view->sale_until_ms;
    request->category = view->category;
    request->pool = view->pool;
    request->tax_bp = view->tax_bp;
    request->tax_inclusive = view->tax_inclusive;
    request->min_per_order = view->min_per_order;
    request->max_per_order = view->max_per_order;
}

static int update(cli_call *call) {
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    tc_ticket_type_update_request request = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    tc_ticket_type_result result = TC_TICKET_TYPE_RESULT_INIT;
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    int32_t code = tc_ticket_type_get(call->snapshot, cli_number(call, "EVENT"),
                                      cli_number32(call, "TYPE"), &view, &call->error);
    if (code != TC_OK) return cli_fail(call);
    fill_from_view(&request, &view);
    cli_fill(call, &request);
    exit_code = cli_money(call, "price", view.currency, &request.price_minor);
    if (!exit_code) exit_code = cli_money(call, "fee", view.currency, &request.fee_minor);
    if (exit_code) return exit_code;
    if (tc_ticket_type_update(call->engine, &request, &result, &call->error) != TC_OK)
        return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

static int get(cli_call *call) {
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    int32_t code = tc_ticket_type_get(call->snapshot, cli_number(call, "EVENT"),
                                      cli_number32(call, "TYPE"), &view, &call->error);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, view_fields, &view);
    return CLI_OK;
}

static int list(cli_call *call) {
    tc_ticket_type_view views[100] = {0}; /* a size of 0: as this library knows it */
    tc_ticket_type_list_request request = TC_TICKET_TYPE_LIST_REQUEST_INIT;
    tc_ticket_type_list_result result = TC_TICKET_TYPE_LIST_RESULT_INIT;
    uint64_t left = cli_limit(call);
    cli_fill(call, &request);
    result.ticket_types = views;
    result.ticket_types_capacity = 100;
    do {
        if (tc_ticket_type_list(call->snapshot, &request, &result, &call->error) != TC_OK)
            return cli_fail(call);
        for (uint32_t i = 0; i < result.ticket_types_count && left > 0; i++, left--)
            cli_row(&call->out, view_fields, &views[i]);
        request.after = result.next;
    } while (result.next && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_price_commands[] = {
    {.verb = "add",
     .what = "Add a ticket type to an event: a price with its rules.",
     .options = add_options,
     .fields = result_fields,
     .example = "  ticketcore price add 1 --name Regular --price 25.00 --category 1\n"
                "  ticketcore price add 1 --name Standing --price 15.00 --pool 1 --fee 1.00",
     .store = CLI_STORE_WRITE,
     .run = add},
    {.verb = "get",
     .what = "Show a ticket type.",
     .options = get_options,
     .fields = view_fields,
     .example = "  ticketcore price get 1 2",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "list",
     .what = "List an event's ticket types.",
     .options = list_options,
     .fields = view_fields,
     .example = "  ticketcore price list 1",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "update",
     .what = "Change what is named of a ticket type; orders keep the price they froze.",
     .options = update_options,
     .fields = result_fields,
     .fields_at = offsetof(tc_ticket_type_update_request, fields),
     .example = "  ticketcore price update 1 2 --price 27.50 --status on-sale",
     .store = CLI_STORE_WRITE,
     .run = update},
    {.verb = "remove",
     .what = "Remove a ticket type of an event of which nothing was sold.",
     .options = remove_options,
     .fields = result_fields,
     .example = "  ticketcore price remove 1 2",
     RUNS(TC_TICKET_TYPE_DELETE, tc_ticket_type_delete_request, tc_ticket_type_result)},
    {0},
};
