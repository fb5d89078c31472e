/* Proves the catalog: every event's references lead somewhere, the indexes hold each event's rows
 * and no others, maps have their versions, ticket types their texts. Reads only; called by
 * src/api/verify.c. */
#include "catalog/verify.h"

#include <stdarg.h>
#include <stdio.h>

#include "catalog/event.h"
#include "catalog/map.h"
#include "catalog/ticket_type.h"
#include "catalog/venue.h"

typedef struct checker {
    tci_view *view;
    tci_verify_sink *sink;
    uint64_t event; /* whose rows are looked for */
    uint64_t rows;  /* distinct index rows expected */
    tci_key last;   /* cut tags may name one row twice, next to each other */
} checker;

void tci_catalog_fault(tci_verify_sink *sink, const char *what, uint64_t event, uint64_t subject,
                       const char *format, ...) {
    char sentence[200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    sink->fault(sink->user_data, what, event, subject, sentence);
}

static void check(checker *c, bool good, const char *what, uint64_t subject, const char *sentence) {
    c->sink->checked++;
    if (!good)
        tci_catalog_fault(c->sink, what, c->event, subject, "%s (%s %llu)", sentence, what,
                          (unsigned long long)subject);
}

static void expect_row(void *user_data, const tci_key *key) {
    checker *c = user_data;
    tci_slice value;
    if (c->last.len == key->len && memcmp(c->last.bytes, key->bytes, key->len) == 0) return;
    c->last = *key;
    c->rows++;
    check(c, tci_row_get(c->view, key, &value), "event", c->event, "an index row is missing");
}

static void check_map_of(checker *c, const tci_event_rules *rules) {
    tci_map_version version;
    tci_layout layout;
    uint32_t number = tci_event_map_version(c->view, c->event);
    bool found = tci_map_version_load(c->view, rules->map, number, &version);
    check(c, found && version.layout == rules->layout && version.status == TC_MAP_PUBLISHED,
          "event", c->event, "its map has not the version it uses");
    check(c, tci_layout_load(c->view, rules->layout, &layout) && layout.seats == rules->seats,
          "event", c->event, "its seats are not as many as its map's");
}

static void check_types(checker *c, const tci_event_rules *rules) {
    tci_layout layout = {0};
    if (rules->layout) tci_layout_load(c->view, rules->layout, &layout);
    uint32_t end = tci_ticket_type_end(c->view, c->event);
    for (uint32_t i = 1; i < end; i++) {
        tci_ticket_type type;
        tci_slice name, description;
        if (!tci_ticket_type_load(c->view, c->event, i, &type)) continue; /* was deleted */
        check(c, tci_ticket_type_texts(c->view, c->event, i, &name, &description) && name.len,
              "ticket_type", i, "it has no name");
        check(c, rules->layout == 0 || type.category <= layout.categories, "ticket_type", i,
              "its category is not of the map");
        check(c, type.price_minor >= 0 && type.fee_minor >= 0, "ticket_type", i,
              "its price is negative");
    }
}

static void check_event(checker *c, uint64_t event) {
    tci_event_rules rules;
    tci_event_doc doc;
    tci_venue venue;
    c->event = event;
    if (!tci_event_rules_load(c->view, event, &rules)) {
        check(c, !tci_event_doc_load(c->view, event, &doc), "event", event,
              "it was deleted and has texts");
        return;
    }
    bool told = tci_event_doc_load(c->view, event, &doc);
    check(c, told, "event", event, "it has no texts");
    check(c, rules.venue == 0 || tci_venue_load(c->view, rules.venue, &venue), "event", event,
          "its venue is missing");
    if (rules.map) check_map_of(c, &rules);
    check(c, (rules.map == 0) == (rules.layout == 0), "event", event,
          "it has a map without a layout");
    check_types(c, &rules);
    c->last.len = 0;
    if (told) tci_event_index_each(event, &rules, &doc, expect_row, c);
}

static void check_map(checker *c, uint64_t id) {
    tci_map map;
    tci_map_version version;
    tci_venue venue;
    if (!tci_map_load(c->view, id, &map)) return; /* was deleted */
    check(c, map.published <= map.newest && map.newest >= 1, "map", id, "its versions are awry");
    for (uint32_t i = 1; i <= map.newest; i++) {
        bool found = tci_map_version_load(c->view, id, i, &version);
        check(c, found, "map", id, "a version is missing");
        if (found) tci_layout_verify(c->view, version.layout, c->sink);
    }
    if (!map.venue) return;
    check(c, tci_venue_load(c->view, map.venue, &venue), "map", id, "its venue is missing");
    tci_key key = tci_event_index_key(TCI_INDEX_VENUE_MAP);
    tci_key_u64(&key, map.venue);
    tci_key_u64(&key, id);
    c->last.len = 0;
    expect_row(c, &key);
}

/* As many rows as were expected, and each of those was found: then there are no others. */
static void check_index_size(checker *c) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_EVENT_INDEX);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t rows = 0;
    tci_cursor_open(&cursor, c->view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) rows++;
    tci_cursor_close(&cursor);
    check(c, rows == c->rows, "index", rows, "the indexes have rows that belong to nothing");
}

void tci_catalog_verify(tci_view *view, int64_t now_ms, struct tci_verify_sink *sink) {
    checker c = {.view = view, .sink = sink};
    (void)now_ms;
    uint64_t maps = tci_slot_peek(view, 0, TCI_SLOT_MAP_NEXT);
    uint64_t events = tci_slot_peek(view, 0, TCI_SLOT_EVENT_NEXT);
    for (uint64_t map = 1; map < maps; map++) check_map(&c, map);
    for (uint64_t event = 1; event < events; event++) check_event(&c, event);
    c.event = 0;
    check_index_size(&c);
}
