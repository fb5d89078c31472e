/* What the places of a hold are sold as. Ticket types may be named on the line; where they are not,
 * the one type that is on sale for a place is taken, and when there are none or several the line is
 * refused with their names. */
#include <stdlib.h>
#include <string.h>

#include "order.h"

static bool fits(const tc_ticket_type_view *type, const cli_place *place, uint32_t channel,
                 int64_t now_ms) {
    if (type->status != TC_TICKET_TYPE_ON_SALE) return false;
    if (type->sale_from_ms && now_ms < type->sale_from_ms) return false;
    if (type->sale_until_ms && now_ms >= type->sale_until_ms) return false;
    if (type->channels && !(type->channels >> channel & 1)) return false;
    if (type->pool != place->pool) return false;
    return place->pool || !type->category || type->category == place->category;
}

/* All types of an event that fit a place; `names` lists them for people. */
static int32_t types_for(cli_call *call, const cli_place *place, uint32_t channel, uint32_t *type,
                         uint32_t *fitting, char *names, size_t names_bytes) {
    tc_ticket_type_view views[TC_TICKET_TYPES_MAX] = {0}; /* a size of 0: as this library knows it
                                                           */
    tc_ticket_type_list_request request = TC_TICKET_TYPE_LIST_REQUEST_INIT;
    tc_ticket_type_list_result result = TC_TICKET_TYPE_LIST_RESULT_INIT;
    request.event = place->event;
    result.ticket_types = views;
    result.ticket_types_capacity = TC_TICKET_TYPES_MAX;
    int32_t code = tc_ticket_type_list(call->snapshot, &request, &result, &call->error);
    size_t used = 0;
    *fitting = 0;
    names[0] = 0;
    for (uint32_t i = 0; code == TC_OK && i < result.ticket_types_count; i++) {
        if (!fits(&views[i], place, channel, tc_snapshot_time(call->snapshot))) continue;
        *type = views[i].ticket_type;
        if (used < names_bytes) {
            used += (size_t)snprintf(names + used, names_bytes - used, "%s%u (%s)",
                                     *fitting ? ", " : "", *type, views[i].name);
        }
        ++*fitting;
    }
    return code;
}

int cli_choose_type(cli_call *call, const cli_place *place, uint32_t channel, tc_order_item *item) {
    char names[400];
    uint32_t fitting = 0;
    *item = (tc_order_item){0, place->quantity};
    int32_t code =
        types_for(call, place, channel, &item->ticket_type, &fitting, names, sizeof names);
    if (code != TC_OK) return cli_fail(call);
    if (fitting == 1) return CLI_OK;
    if (fitting == 0) {
        return cli_trouble(call, CLI_REFUSED, "PRICE",
                           "PRICE: no ticket type is on sale for %s; ticketcore price add %llu "
                           "makes one",
                           place->name, (unsigned long long)place->event);
    }
    return cli_usage(call, "%s may be sold as several ticket types; say --type with one of %s",
                     place->name, names);
}

/* The places of a hold, seats first and pools after them, as orders count them. */
static int32_t places_of(cli_call *call, const tc_hold_view *hold, cli_place *places) {
    tc_hold_seat *seats = cli_room(hold->seats, sizeof *seats);
    tc_hold_pool pools[TC_HOLD_POOLS_MAX];
    uint32_t seats_count = 0;
    uint32_t pools_count = 0;
    int32_t code =
        tc_hold_seats(call->snapshot, hold->hold, seats, hold->seats, &seats_count, &call->error);
    if (code == TC_OK) {
        code = tc_hold_pools(call->snapshot, hold->hold, pools, TC_HOLD_POOLS_MAX, &pools_count,
                             &call->error);
    }
    for (uint32_t i = 0; code == TC_OK && i < seats_count; i++) {
        tc_seat_view view = TC_SEAT_VIEW_INIT;
        code = tc_seat_get(call->snapshot, seats[i].event, seats[i].seat, &view, &call->error);
        places[i] = (cli_place){.event = seats[i].event, .category = view.category, .quantity = 1};
        snprintf(places[i].name, sizeof places[i].name, "seat %u", seats[i].seat);
    }
    for (uint32_t i = 0; code == TC_OK && i < pools_count; i++) {
        cli_place *pool = &places[seats_count + i];
        *pool = (cli_place){
            .event = pools[i].event, .pool = pools[i].pool, .quantity = pools[i].quantity};
        snprintf(pool->name, sizeof pool->name, "pool %u", pools[i].pool);
    }
    free(seats);
    return code;
}

/* "2", or "2x3" for three places of a pool. */
static bool read_type(const char *text, tc_order_item *item) {
    char *end = NULL;
    unsigned long type = strtoul(text, &end, 10);
    unsigned long quantity = 0;
    if (*text < '0' || *text > '9' || type == 0 || type > UINT32_MAX) return false;
    if (*end == 'x') {
        if (end[1] < '0' || end[1] > '9') return false;
        quantity = strtoul(end + 1, &end, 10);
    }
    *item = (tc_order_item){(uint32_t)type, (uint32_t)quantity};
    return !*end && quantity <= TC_POOL_QUANTITY_MAX;
}

int cli_read_types(cli_call *call, uint32_t places, tc_order_item **items, uint32_t *count) {
    uint32_t given = (uint32_t)cli_count(call, "type");
    *count = given == 1 ? places : given;
    *items = cli_room(*count, sizeof **items);
    for (uint32_t i = 0; i < *count; i++) {
        const char *text = cli_nth(call, "type", given == 1 ? 0 : i)->text;
        if (!read_type(text, &(*items)[i]))
            return cli_usage(call, "--type takes a ticket type like 2, or 2x3, not \"%.40s\"",
                             text);
    }
    return CLI_OK;
}

int cli_order_items(cli_call *call, uint64_t hold, const tc_secret *secret, tc_order_item **items,
                    uint32_t *count) {
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    *items = NULL;
    *count = 0;
    if (tc_hold_get(call->snapshot, hold, secret, &view, &call->error) != TC_OK)
        return cli_fail(call);
    uint32_t places_count = view.seats + view.pools;
    if (cli_given(call, "type")) return cli_read_types(call, places_count, items, count);
    cli_place *places = cli_room(places_count, sizeof *places);
    *items = cli_room(places_count, sizeof **items);
    *count = places_count;
    int exit_code = places_of(call, &view, places) == TC_OK ? CLI_OK : cli_fail(call);
    for (uint32_t i = 0; i < places_count && !exit_code; i++) {
        bool same = i > 0 && places[i].event == places[i - 1].event && !places[i].pool &&
                    !places[i - 1].pool && places[i].category == places[i - 1].category;
        if (same) (*items)[i] = (*items)[i - 1];
        else exit_code = cli_choose_type(call, &places[i], view.channel, &(*items)[i]);
    }
    free(places);
    return exit_code;
}
