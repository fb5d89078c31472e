/* A house, events on sale and sales in it: see shop.h. Measures nothing itself. */
#include "shop.h"

#include <stdio.h>
#include <stdlib.h>

#define SECTION_ROWS 50
#define ROW_SEATS 50

void shop_check(int32_t code, const char *what, const tc_error *error) {
    if (code >= 0) return;
    fprintf(stderr, "\nbench: %s: %s: %s\n", what, tc_error_name(code),
            error ? error->message : "");
    exit(1);
}

/* A house as a CSV document. */
static char *house(unsigned seats, size_t *length) {
    size_t capacity = (size_t)seats * 56 + 256;
    char *text = malloc(capacity);
    if (!text) exit(1);
    size_t at = (size_t)snprintf(text, capacity, "name,section,row,seat,category,x,y\n");
    for (unsigned i = 0; i < seats; i++) {
        unsigned section = i / (SECTION_ROWS * ROW_SEATS), row = i / ROW_SEATS % SECTION_ROWS;
        at += (size_t)snprintf(text + at, capacity - at, "%u,S%u,%u,%u,C%u,%u,%u\n", i, section,
                               row, i % ROW_SEATS + 1, row / 25,
                               (section % 20) * 30000 + i % ROW_SEATS * 500,
                               (section / 20) * 60000 + row * 900);
    }
    *length = at;
    return text;
}

void shop_make_map(bench_shop *shop, uint32_t seats) {
    tc_error error = TC_ERROR_INIT;
    tc_map_create_request create = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result made = TC_MAP_RESULT_INIT;
    size_t length;
    char *text = house(seats, &length);
    create.name = "bench";
    create.text = text;
    create.text_bytes = length;
    create.form = TC_MAP_FORM_CSV;
    shop_check(tc_map_create(shop->engine, &create, &made, &error), "map", &error);
    free(text);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = made.map;
    shop_check(tc_map_publish(shop->engine, &publish, NULL, &error), "publish", &error);
    shop->map = made.map;
    shop->seats = seats;
}

uint64_t shop_make_event(bench_shop *shop) {
    tc_error error = TC_ERROR_INIT;
    tc_event_create_request create = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    int64_t now_ms;
    shop_check(tc_engine_clock(shop->engine, &now_ms, &error), "clock", &error);
    create.name = "bench";
    create.map = shop->map;
    create.starts_at_ms = now_ms + 86400000;
    create.currency = "EUR";
    create.status = TC_EVENT_ON_SALE;
    shop_check(tc_event_create(shop->engine, &create, &made, &error), "event", &error);
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = made.event;
    type.name = "Full";
    type.price_minor = 5000;
    shop_check(tc_ticket_type_create(shop->engine, &type, NULL, &error), "ticket type", &error);
    return made.event;
}

void shop_request_id(bench_shop *shop, tc_request_id *id) {
    if (!shop->counted_ids) {
        tc_request_id_new(id);
        return;
    }
    uint64_t number = ++shop->request, rest = number * UINT64_C(0x9E3779B97F4A7C15);
    for (int i = 0; i < 8; i++) {
        id->bytes[i] = (uint8_t)(number >> (56 - 8 * i));
        id->bytes[8 + i] = (uint8_t)(rest >> (56 - 8 * i));
    }
}

void shop_prepare_hold(bench_shop *shop, shop_sale *sale, uint64_t event, uint32_t seat,
                       uint32_t version) {
    sale->hold = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
    sale->held = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    shop_request_id(shop, &sale->hold.request_id);
    for (uint32_t i = 0; i < 2; i++) {
        sale->seats[i] = (tc_hold_seat){event, seat + i, version};
        sale->items[i] = (tc_order_item){1, 1};
    }
    sale->hold.seats = sale->seats;
    sale->hold.seats_count = 2;
    sale->hold.buyer = "buyer";
}

static const tc_contact CONTACT = {sizeof(tc_contact), TC_MESSAGE_EMAIL, "buyer@example.org", "en"};

void shop_prepare_order(bench_shop *shop, shop_sale *sale, uint32_t method) {
    sale->order = (tc_order_create_request)TC_ORDER_CREATE_REQUEST_INIT;
    sale->ordered = (tc_order_create_result)TC_ORDER_CREATE_RESULT_INIT;
    shop_request_id(shop, &sale->order.request_id);
    sale->order.hold = sale->held.hold;
    sale->order.hold_secret = sale->held.secret;
    sale->order.items = sale->items;
    sale->order.items_count = 2;
    sale->order.method = method;
    sale->order.contacts = &CONTACT;
    sale->order.contacts_count = 1;
    sale->order.reference = "till 1";
    sale->ordered.tickets = sale->tickets;
    sale->ordered.tickets_capacity = 2;
}

tc_command shop_command(uint32_t kind, const void *request, void *result) {
    tc_command command = TC_COMMAND_INIT;
    command.kind = kind;
    command.request = request;
    command.result = result;
    return command;
}

uint32_t shop_batch(const bench_shop *shop, tc_command *commands, uint32_t count) {
    uint32_t done = 0;
    tc_error error = TC_ERROR_INIT;
    shop_check(tc_command_batch(shop->engine, commands, count, &error), "batch", &error);
    for (uint32_t i = 0; i < count; i++) done += commands[i].code == TC_OK;
    return done;
}
