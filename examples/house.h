/* What the longer examples share: failing with the error's own sentence, and a house to sell. */
#ifndef EXAMPLE_HOUSE_H
#define EXAMPLE_HOUSE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ticketcore/ticketcore.h>

static tc_error error = TC_ERROR_INIT;

static inline void need(int32_t code, const char *what) {
    if (code >= 0) return;
    fprintf(stderr, "%s: %s: %s\n", what, tc_error_name(code), error.message);
    exit(1);
}

static inline tc_engine *open_store(const char *path) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *tc;
    options.flags = TC_OPEN_CREATE;
    need(tc_engine_open(path, &options, &tc, &error), "open");
    return tc;
}

/* An event in a house of rows × seats, with one ticket type; answers the event's id. */
static inline uint64_t make_house(tc_engine *tc, unsigned rows, unsigned seats) {
    size_t room = (size_t)rows * seats * 48 + 64, at;
    char *text = malloc(room);
    if (!text) exit(1);
    at = (size_t)snprintf(text, room, "name,section,row,seat,category,x,y\n");
    for (unsigned row = 1; row <= rows; row++)
        for (unsigned seat = 1; seat <= seats; seat++)
            at += (size_t)snprintf(text + at, room - at, "%u-%u,Stalls,%u,%u,All,%u,%u\n", row,
                                   seat, row, seat, seat * 50, row * 90);
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    map.name = "House";
    map.text = text;
    map.text_bytes = at;
    map.form = TC_MAP_FORM_CSV;
    need(tc_map_create(tc, &map, &mapped, &error), "map");
    free(text);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = mapped.map;
    need(tc_map_publish(tc, &publish, NULL, &error), "publish");
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    event.name = "Evening";
    event.map = mapped.map;
    event.starts_at_ms = 4102444800000;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    need(tc_event_create(tc, &event, &made, &error), "event");
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = made.event;
    type.name = "Full price";
    type.price_minor = 3000;
    need(tc_ticket_type_create(tc, &type, NULL, &error), "ticket type");
    return made.event;
}

#endif
