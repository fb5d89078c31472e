/* The catalog's invariants: every event has its document, venue, layout and index rows, and every
 * index row its event; every layout's rows hold each of its seats once, neighbours agree, and its
 * names find their seats; ticket types name what exists. Only reads; called by src/api/verify.c. */
#include "engine/verify.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "catalog/event.h"
#include "catalog/layout.h"

typedef struct checker {
    tci_view *view;
    tci_verify_sink *sink;
    uint64_t event;
    uint64_t index_rows; /* that the events should have */
} checker;

static void fault(const checker *check, const char *what, uint64_t event, uint64_t subject,
                  const char *format, ...) TCI_PRINTF(5, 6);
static void fault(const checker *check, const char *what, uint64_t event, uint64_t subject,
                  const char *format, ...) {
    char sentence[200];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    check->sink->fault(check->sink->user_data, what, event, subject, sentence);
}

static void need_index_row(void *user_data, const tci_key *key) {
    checker *check = user_data;
    tci_slice value;
    check->index_rows++;
    check->sink->checked++;
    if (!tci_row_get(check->view, key, &value))
        fault(check, "index", check->event, check->event,
              "event %" PRIu64 " lacks its row in index %u", check->event, key->bytes[9]);
}

static void check_ticket_types(checker *check, const tci_event_rules *rules, uint32_t categories) {
    uint64_t next = tci_slot_peek(check->view, check->event, TCI_SLOT_EVENT_TYPE_NEXT);
    for (uint32_t id = 1; id < next; id++) {
        tci_ticket_type type;
        if (!tci_ticket_type_load(check->view, check->event, id, &type)) continue;
        check->sink->checked++;
        if (rules->layout && type.category > categories)
            fault(check, "ticket type", check->event, id,
                  "ticket type %u is for category %u; the map has %u", id, type.category,
                  categories);
        if (type.price_minor < 0 || type.fee_minor < 0)
            fault(check, "ticket type", check->event, id, "ticket type %u has a negative price",
                  id);
    }
}

static void check_event(checker *check, uint64_t event) {
    tci_event_rules rules;
    tci_event_doc doc;
    check->event = event;
    if (!tci_event_rules_load(check->view, event, &rules)) return;
    check->sink->checked++;
    if (!tci_event_doc_load(check->view, event, &doc)) {
        fault(check, "event", event, event, "event %" PRIu64 " has no document", event);
        return;
    }
    tci_event_index_each(event, &rules, &doc, need_index_row, check);
    tci_layout layout = {0};
    if (rules.layout && !tci_layout_load(check->view, rules.layout, &layout))
        fault(check, "event", event, event, "event %" PRIu64 " has layout %u, which is not there",
              event, rules.layout);
    if (rules.layout && layout.seats != rules.seats)
        fault(check, "event", event, event, "event %" PRIu64 " counts %u seats; its layout has %u",
              event, rules.seats, layout.seats);
    check_ticket_types(check, &rules, layout.categories);
}

/* As many index rows as the events have, so none without its event. Rows of venues' maps are the
 * maps' own. */
static void check_index_rows(checker *check) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_EVENT_INDEX);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t rows = 0;
    tci_cursor_open(&cursor, check->view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value))
        rows += ((const uint8_t *)key.data)[9] != TCI_INDEX_VENUE_MAP;
    tci_cursor_close(&cursor);
    check->sink->checked += rows;
    if (rows != check->index_rows)
        fault(check, "index", 0, 0,
              "the event index has %" PRIu64 " rows; the events account for %" PRIu64, rows,
              check->index_rows);
}

/* One seat in its row: it says so itself, and its neighbours are where it says. */
static void check_seat(checker *check, uint32_t layout, uint32_t row, uint32_t place,
                       uint32_t seat) {
    tci_seat_info info, other;
    check->sink->checked++;
    if (!tci_seat_info_load(check->view, layout, seat, &info)) {
        fault(check, "layout", 0, layout, "layout %u: seat %u has no record", layout, seat);
        return;
    }
    if (info.row != row || info.place != place)
        fault(check, "layout", 0, layout, "layout %u: seat %u stands in row %u, its record says %u",
              layout, seat, row, info.row);
    if (info.right != TCI_SEAT_NONE &&
        (!tci_seat_info_load(check->view, layout, info.right, &other) || other.left != seat))
        fault(check, "layout", 0, layout, "layout %u: seat %u and its right neighbour disagree",
              layout, seat);
    tci_layout_seat_text text;
    if (!tci_layout_seat_text_load(check->view, layout, seat, &text) ||
        tci_layout_find(check->view, layout, text.name) != seat)
        fault(check, "layout", 0, layout, "layout %u: the name of seat %u does not find it", layout,
              seat);
}

static void check_layout(checker *check, uint32_t number) {
    tci_layout_head head;
    if (!tci_layout_head_load(check->view, number, &head)) return;
    uint32_t places = 0;
    for (uint32_t row = 0; row < head.rows; row++) {
        tci_layout_row extent;
        if (!tci_layout_row_load(check->view, number, row, &extent)) {
            fault(check, "layout", 0, number, "layout %u: row %u has no record", number, row);
            continue;
        }
        for (uint32_t i = 0; i < extent.count; i++)
            check_seat(check, number, row, i,
                       tci_layout_place(check->view, number, extent.first + i));
        places += extent.count;
    }
    if (places != head.live)
        fault(check, "layout", 0, number, "layout %u: its rows hold %u seats of %u", number, places,
              head.live);
}

void tci_catalog_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    (void)now_ms;
    checker check = {.view = view, .sink = sink};
    uint64_t events = tci_slot_peek(view, 0, TCI_SLOT_EVENT_NEXT);
    for (uint64_t event = 1; event < events; event++) check_event(&check, event);
    check_index_rows(&check);
    uint64_t layouts = tci_slot_peek(view, 0, TCI_SLOT_LAYOUT_NEXT);
    for (uint64_t layout = 1; layout < layouts; layout++) check_layout(&check, (uint32_t)layout);
}
