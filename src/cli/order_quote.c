/* What places would cost: "order quote". Chooses ticket types as an order would. */
#include <stdlib.h>
#include <string.h>

#include <ticketcore/quote.h>

#include "order.h"

typedef struct quote_detail {
    tc_order_quote_result quote;
    cli_line_row *lines;
    uint32_t lines_count;
} quote_detail;

#define QUOTE_MONEY(key_, member_)                                                                 \
    {                                                                                              \
        .key = key_, .show = SHOW_MONEY, AT(quote_detail, quote.member_),                          \
        .aux = offsetof(quote_detail, quote.currency)                                              \
    }

const cli_field cli_order_quote_fields[] = {
    QUOTE_MONEY("total_minor", total_minor),
    QUOTE_MONEY("price_minor", price_minor),
    QUOTE_MONEY("fee_minor", fee_minor),
    QUOTE_MONEY("tax_minor", tax_minor),
    {.key = "currency", .show = SHOW_CHARS, AT(quote_detail, quote.currency), .flags = FIELD_JSON},
    {.key = "tickets", .show = SHOW_NUMBER, AT(quote_detail, quote.tickets)},
    {.key = "lines",
     .show = SHOW_ROWS,
     .nested = cli_line_fields,
     .stride = sizeof(cli_line_row),
     AT(quote_detail, lines),
     .aux = offsetof(quote_detail, lines_count)},
    {0},
};

const cli_option cli_order_quote_options[] = {
    {.name = "EVENT",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     .bytes = 8,
     .help = "id of the event; of places that do not say theirs"},
    {.name = "seats",
     .kind = CLI_TEXT,
     .value = "SEAT,…",
     .need = CLI_REPEATED,
     .help = "number (12, 12-15, OTHER_EVENT/12) or name in the map"},
    {.name = "pool",
     .kind = CLI_TEXT,
     .value = "POOL:QUANTITY",
     .need = CLI_REPEATED,
     .help = "places of a pool, like 1:4 or OTHER_EVENT/1:4"},
    {.name = "type",
     .kind = CLI_TEXT,
     .value = "TYPE",
     .need = CLI_REPEATED,
     .help = "ticket type: one for all, or one for each seat and pool in their order. The only one "
             "that fits when not given"},
    {.name = "channel",
     .kind = CLI_NUMBER,
     .value = "N",
     .most = TC_CHANNELS_MAX - 1,
     .bytes = 4,
     .help = "sold through this channel"},
    {0},
};

/* Seats first and pools after them, as orders count them. */
static int read_places(cli_call *call, cli_place **places, tc_quote_item **items, uint32_t *count) {
    cli_seats seats = {0};
    tc_hold_pool *pools = NULL;
    uint32_t pools_count = 0;
    uint64_t event = cli_number(call, "EVENT");
    int exit_code = cli_read_seats(call, "seats", event, &seats);
    if (!exit_code) exit_code = cli_read_pools(call, "pool", event, &pools, &pools_count);
    *count = exit_code ? 0 : seats.count + pools_count;
    *places = cli_room(*count, sizeof **places);
    *items = cli_room(*count, sizeof **items);
    if (!exit_code && *count == 0)
        exit_code = cli_usage(call, "say what to quote: --seats 12,13 or --pool 1:4");
    for (uint32_t i = 0; i < *count && !exit_code; i++) {
        cli_place *place = &(*places)[i];
        tc_seat_view view = TC_SEAT_VIEW_INIT;
        if (i < seats.count) {
            const tc_hold_seat *seat = &seats.items[i];
            if (tc_seat_get(call->snapshot, seat->event, seat->seat, &view, &call->error) != TC_OK)
                exit_code = cli_fail(call);
            *place = (cli_place){.event = seat->event, .category = view.category, .quantity = 1};
            snprintf(place->name, sizeof place->name, "seat %u", seat->seat);
            (*items)[i] = (tc_quote_item){seat->event, TC_PLACE_SEAT, seat->seat, 1, 0};
        } else {
            const tc_hold_pool *pool = &pools[i - seats.count];
            *place =
                (cli_place){.event = pool->event, .pool = pool->pool, .quantity = pool->quantity};
            snprintf(place->name, sizeof place->name, "pool %u", pool->pool);
            (*items)[i] =
                (tc_quote_item){pool->event, TC_PLACE_POOL, pool->pool, pool->quantity, 0};
        }
    }
    free(seats.items);
    free(pools);
    return exit_code;
}

static int choose_types(cli_call *call, const cli_place *places, tc_quote_item *items,
                        uint32_t count) {
    tc_order_item *given = NULL;
    tc_order_item chosen;
    uint32_t given_count = 0;
    int exit_code = CLI_OK;
    if (cli_given(call, "type")) exit_code = cli_read_types(call, count, &given, &given_count);
    if (!exit_code && given && given_count != count) {
        exit_code = cli_usage(call, "--type is given %u times for %u places; once is for all",
                              given_count, count);
    }
    for (uint32_t i = 0; i < count && !exit_code; i++) {
        if (!given)
            exit_code = cli_choose_type(call, &places[i], cli_number32(call, "channel"), &chosen);
        items[i].ticket_type = given ? given[i].ticket_type : chosen.ticket_type;
    }
    free(given);
    return exit_code;
}

static int print_quote(cli_call *call, const tc_quote_item *items, uint32_t count) {
    quote_detail detail = {.quote = TC_ORDER_QUOTE_RESULT_INIT};
    tc_order_line *lines = cli_room(count, sizeof *lines);
    tc_order_quote_request request = TC_ORDER_QUOTE_REQUEST_INIT;
    request.items = items;
    request.items_count = count;
    request.channel = cli_number32(call, "channel");
    detail.quote.lines = lines;
    detail.quote.lines_capacity = count;
    int32_t code = tc_order_quote(call->snapshot, &request, &detail.quote, &call->error);
    detail.lines = cli_room(count, sizeof *detail.lines);
    detail.lines_count = count;
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        detail.lines[i].line = lines[i];
        memcpy(detail.lines[i].currency, detail.quote.currency, 4);
    }
    if (code == TC_OK) cli_print(&call->out, cli_order_quote_fields, &detail);
    free(lines);
    free(detail.lines);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

int cli_order_quote(cli_call *call) {
    cli_place *places = NULL;
    tc_quote_item *items = NULL;
    uint32_t count = 0;
    int exit_code = read_places(call, &places, &items, &count);
    if (!exit_code) exit_code = choose_types(call, places, items, count);
    if (!exit_code) exit_code = print_quote(call, items, count);
    free(places);
    free(items);
    return exit_code;
}
