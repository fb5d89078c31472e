/* Every reading call of the library over the first ids there are. What they answer on a damaged
 * store does not matter here; that they answer at all does. Public headers only. */
#include <unistd.h>

#include "house.h"

enum { ROOM = 32, IDS = 6 };
static char text[1 << 18];

static void read_event(tc_snapshot *s, uint64_t event) {
    tc_event_view view = TC_EVENT_VIEW_INIT;
    tc_availability all = TC_AVAILABILITY_INIT;
    tc_availability_count counts[ROOM];
    tc_seat_status seats[ROOM];
    tc_seat_change changes[ROOM];
    tc_pool_view pools[ROOM] = {TC_POOL_VIEW_INIT};
    tc_seat_view seat = TC_SEAT_VIEW_INIT;
    tc_ticket_counts tickets = TC_TICKET_COUNTS_INIT;
    tc_scan_entry scans[ROOM];
    tc_revocation dead[ROOM];
    uint8_t bits[64];
    uint64_t version, next;
    uint32_t count, number;
    size_t length;
    (void)tc_event_get(s, event, &view, NULL);
    (void)tc_event_svg(s, event, text, sizeof text, &length, NULL);
    (void)tc_event_seat_find(s, event, "Stalls-A-1", &number, NULL);
    (void)tc_availability_get(s, event, &all, NULL);
    for (uint32_t by = 0; by < 4; by++)
        (void)tc_availability_counts(s, event, by, counts, ROOM, &count, NULL);
    (void)tc_availability_map(s, event, bits, sizeof bits, &length, &version, NULL);
    (void)tc_availability_seats(s, event, 0, seats, ROOM, &count, &version, NULL);
    (void)tc_availability_since(s, event, 1, changes, ROOM, &count, &version, NULL);
    for (number = 0; number < IDS; number++) (void)tc_seat_get(s, event, number, &seat, NULL);
    (void)tc_pool_list(s, event, 0, pools, ROOM, &count, NULL);
    (void)tc_ticket_count(s, event, &tickets, NULL);
    (void)tc_checkin_list(s, event, 0, scans, ROOM, &count, NULL);
    (void)tc_revocation_list(s, event, 0, dead, ROOM, &count, &next, NULL);
}

static void read_catalog(tc_snapshot *s) {
    tc_event_list_request events = TC_EVENT_LIST_REQUEST_INIT;
    tc_event_list_result listed = TC_EVENT_LIST_RESULT_INIT;
    tc_venue_list_request venues = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result houses = TC_VENUE_LIST_RESULT_INIT;
    tc_map_list_request maps = TC_MAP_LIST_REQUEST_INIT;
    tc_map_list_result drawn = TC_MAP_LIST_RESULT_INIT;
    tc_event_view event_room[ROOM] = {TC_EVENT_VIEW_INIT};
    tc_venue_view venue_room[ROOM] = {TC_VENUE_VIEW_INIT};
    tc_map_view map_room[ROOM] = {TC_MAP_VIEW_INIT};
    for (int i = 0; i < ROOM; i++) {
        event_room[i] = event_room[0];
        venue_room[i] = venue_room[0];
        map_room[i] = map_room[0];
    }
    listed.events = event_room;
    houses.venues = venue_room;
    drawn.maps = map_room;
    listed.events_capacity = houses.venues_capacity = drawn.maps_capacity = ROOM;
    (void)tc_event_list(s, &events, &listed, NULL);
    (void)tc_venue_list(s, &venues, &houses, NULL);
    (void)tc_map_list(s, &maps, &drawn, NULL);
}

static void read_map(tc_snapshot *s) {
    tc_map_view map = TC_MAP_VIEW_INIT;
    tc_map_category categories[ROOM];
    tc_map_section sections[ROOM];
    tc_map_area areas[ROOM];
    tc_map_seat seats[ROOM];
    uint32_t count, number;
    size_t length;
    (void)tc_map_get(s, 1, 0, &map, NULL);
    (void)tc_map_export(s, 1, 0, text, sizeof text, &length, NULL);
    (void)tc_map_svg(s, 1, 0, text, sizeof text, &length, NULL);
    for (int i = 0; i < ROOM; i++) {
        categories[i] = (tc_map_category)TC_MAP_CATEGORY_INIT;
        sections[i] = (tc_map_section)TC_MAP_SECTION_INIT;
        areas[i] = (tc_map_area)TC_MAP_AREA_INIT;
        seats[i] = (tc_map_seat)TC_MAP_SEAT_INIT;
    }
    (void)tc_map_category_list(s, 1, 0, categories, ROOM, &count, NULL);
    (void)tc_map_section_list(s, 1, 0, sections, ROOM, &count, NULL);
    (void)tc_map_area_list(s, 1, 0, areas, ROOM, &count, NULL);
    (void)tc_map_seat_list(s, 1, 0, 0, seats, ROOM, &count, NULL);
    (void)tc_map_seat_find(s, 1, 0, "Supper-T-2", &number, NULL);
}

static void read_sales(tc_snapshot *s, uint64_t id) {
    tc_hold_view hold = TC_HOLD_VIEW_INIT;
    tc_hold_seat seats[ROOM];
    tc_hold_pool pools[ROOM];
    tc_order order = TC_ORDER_INIT;
    tc_order_line lines[ROOM];
    tc_contact contacts[4] = {TC_CONTACT_INIT};
    tc_payment payments[ROOM];
    tc_refund refunds[ROOM];
    tc_ledger_entry entries[ROOM];
    tc_message message = TC_MESSAGE_INIT;
    uint32_t count;
    (void)tc_hold_peek(s, id, &hold, NULL);
    (void)tc_hold_seats(s, id, seats, ROOM, &count, NULL);
    (void)tc_hold_pools(s, id, pools, ROOM, &count, NULL);
    (void)tc_order_get(s, id, NULL, &order, NULL);
    (void)tc_order_lines(s, id, NULL, lines, ROOM, &count, NULL);
    (void)tc_order_contacts(s, id, contacts, 4, &count, NULL);
    (void)tc_payment_list(s, id, payments, ROOM, &count, NULL);
    (void)tc_refund_list(s, id, refunds, ROOM, &count, NULL);
    (void)tc_ledger_entries(s, id, entries, ROOM, &count, NULL);
    (void)tc_message_get(s, id, &message, NULL);
}

static void read_lists(tc_snapshot *s) {
    tc_order_list_request orders = TC_ORDER_LIST_REQUEST_INIT;
    tc_order order_room[ROOM] = {TC_ORDER_INIT};
    tc_ticket_list_request tickets = TC_TICKET_LIST_REQUEST_INIT;
    tc_ticket ticket_room[ROOM] = {TC_TICKET_INIT};
    tc_message_list_request messages = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message message_room[ROOM] = {TC_MESSAGE_INIT};
    tc_ledger_balance balances[4];
    tc_ledger_entry journal[ROOM];
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    tc_consumer consumers[4];
    tc_public_key keys[4];
    tc_template templates[4] = {TC_TEMPLATE_INIT};
    tc_feed_event events[ROOM];
    tc_feed_cursor cursor = tc_feed_cursor_at(0);
    uint32_t count;
    uint64_t next;
    orders.limit = tickets.limit = messages.limit = ROOM;
    tickets.event = 1;
    (void)tc_order_list(s, &orders, order_room, &count, &next, NULL);
    if (tc_ticket_list(s, &tickets, ticket_room, &count, &next, NULL) == TC_OK)
        for (uint32_t i = 0; i < count && i < ROOM; i++)
            (void)tc_ticket_barcode(s, ticket_room[i].id, NULL, text, sizeof text, NULL, NULL);
    (void)tc_message_list(s, &messages, message_room, &count, &next, NULL);
    (void)tc_ledger_balances(s, balances, 4, &count, NULL);
    (void)tc_ledger_journal(s, 0, journal, ROOM, &count, NULL);
    (void)tc_payment_backlog_get(s, &backlog, NULL);
    (void)tc_consumer_list(s, consumers, 4, &count, NULL);
    (void)tc_signing_key_list(s, keys, 4, &count, NULL);
    for (int i = 1; i < 4; i++) templates[i] = templates[0];
    (void)tc_template_list(s, templates, 4, &count, NULL);
    (void)tc_feed_read(s, cursor, events, ROOM, &count, &cursor, NULL);
}

void fuzz_read_all(tc_engine *engine) {
    tc_snapshot *snapshot;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return;
    read_catalog(snapshot);
    read_map(snapshot);
    for (uint64_t event = 1; event <= 2; event++) read_event(snapshot, event);
    for (uint64_t id = 1; id <= IDS; id++) read_sales(snapshot, id);
    read_lists(snapshot);
    tc_snapshot_close(snapshot);
}
