/* Every reading call once, on a snapshot of the prepared house, with all it answered taken into the
 * digest: text by its bytes, never by its address. */
#include <string.h>

#include "ops.h"

#define ROOM 65536

static char text[ROOM];

static int32_t venue_get(run *r) {
    tc_venue_view v = TC_VENUE_VIEW_INIT;
    int32_t code = tc_venue_get(r->snapshot, r->house->venue, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.name);
    took_text(r, v.city);
    return code;
}

static int32_t venue_list(run *r) {
    static tc_venue_view all[8];
    tc_venue_list_request q = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result a = TC_VENUE_LIST_RESULT_INIT;
    all[0] = (tc_venue_view)TC_VENUE_VIEW_INIT;
    a.venues = all;
    a.venues_capacity = 8;
    q.text = "old";
    int32_t code = tc_venue_list(r->snapshot, &q, &a, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < a.venues_count; i++) took_text(r, all[i].name);
    return code;
}

static int32_t map_get(run *r) {
    tc_map_view v = TC_MAP_VIEW_INIT;
    int32_t code = tc_map_get(r->snapshot, r->house->map, 0, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.name);
    took_number(r, v.seats);
    return code;
}

static int32_t map_list(run *r) {
    static tc_map_view all[8];
    tc_map_list_request q = TC_MAP_LIST_REQUEST_INIT;
    tc_map_list_result a = TC_MAP_LIST_RESULT_INIT;
    all[0] = (tc_map_view)TC_MAP_VIEW_INIT;
    a.maps = all;
    a.maps_capacity = 8;
    int32_t code = tc_map_list(r->snapshot, &q, &a, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < a.maps_count; i++) took_text(r, all[i].name);
    return code;
}

static int32_t map_export(run *r) {
    size_t length = 0;
    int32_t code = tc_map_export(r->snapshot, r->house->map, 0, text, ROOM, &length, &r->error);
    return done(r, code, text, length);
}

static int32_t map_svg(run *r) {
    size_t length = 0;
    int32_t code = tc_map_svg(r->snapshot, r->house->map, 0, text, ROOM, &length, &r->error);
    return done(r, code, text, length);
}

static int32_t map_category_list(run *r) {
    static tc_map_category all[4];
    uint32_t count = 0;
    all[0] = (tc_map_category)TC_MAP_CATEGORY_INIT;
    int32_t code = tc_map_category_list(r->snapshot, r->house->map, 0, all, 4, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_text(r, all[i].name);
    return code;
}

static int32_t map_section_list(run *r) {
    static tc_map_section all[4];
    uint32_t count = 0;
    all[0] = (tc_map_section)TC_MAP_SECTION_INIT;
    int32_t code = tc_map_section_list(r->snapshot, r->house->map, 0, all, 4, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_text(r, all[i].name);
    return code;
}

static int32_t map_area_list(run *r) {
    static tc_map_area all[4];
    uint32_t count = 0;
    all[0] = (tc_map_area)TC_MAP_AREA_INIT;
    int32_t code = tc_map_area_list(r->snapshot, r->house->map, 0, all, 4, &count, &r->error);
    if (code == TC_OK) took_number(r, count);
    return code;
}

static int32_t map_seat_list(run *r) {
    static tc_map_seat all[32];
    uint32_t count = 0;
    all[0] = (tc_map_seat)TC_MAP_SEAT_INIT;
    int32_t code = tc_map_seat_list(r->snapshot, r->house->map, 0, 0, all, 32, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        took_text(r, all[i].name);
        took_text(r, all[i].row_label);
        took_number(r, all[i].left * 1000 + all[i].right);
    }
    return code;
}

static int32_t map_seat_find(run *r) {
    uint32_t seat = 0;
    int32_t code = tc_map_seat_find(r->snapshot, r->house->map, 0, "2-3", &seat, &r->error);
    return done(r, code, &seat, sizeof seat);
}

static int32_t event_get(run *r) {
    tc_event_view v = TC_EVENT_VIEW_INIT;
    int32_t code = tc_event_get(r->snapshot, r->house->event, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.name);
    took_text(r, v.venue_name);
    for (size_t i = 0; i < v.tags_count; i++) took_text(r, v.tags[i]);
    return code;
}

static int32_t events_by(run *r, const char *tag, const char *words, const char *category) {
    static tc_event_view all[8];
    tc_event_list_request q = TC_EVENT_LIST_REQUEST_INIT;
    tc_event_list_result a = TC_EVENT_LIST_RESULT_INIT;
    all[0] = (tc_event_view)TC_EVENT_VIEW_INIT;
    a.events = all;
    a.events_capacity = 8;
    q.tag = tag;
    q.text = words;
    q.category = category;
    int32_t code = tc_event_list(r->snapshot, &q, &a, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < a.events_count; i++) took_text(r, all[i].name);
    if (code == TC_OK) took_number(r, a.events_count);
    return code;
}

static int32_t event_list(run *r) {
    return events_by(r, NULL, NULL, NULL);
}

static int32_t event_list_text(run *r) {
    return events_by(r, NULL, "even so", NULL);
}

static int32_t event_list_tag(run *r) {
    return events_by(r, "verdi", NULL, "music");
}

static int32_t event_svg(run *r) {
    size_t length = 0;
    int32_t code = tc_event_svg(r->snapshot, r->house->event, text, ROOM, &length, &r->error);
    return done(r, code, text, length);
}

static int32_t event_seat_find(run *r) {
    uint32_t seat = 0;
    int32_t code = tc_event_seat_find(r->snapshot, r->house->event, "4-5", &seat, &r->error);
    return done(r, code, &seat, sizeof seat);
}

static int32_t ticket_type_get(run *r) {
    tc_ticket_type_view v = TC_TICKET_TYPE_VIEW_INIT;
    int32_t code =
        tc_ticket_type_get(r->snapshot, r->house->event, r->house->type_seat, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.name);
    took_number(r, (uint64_t)v.price_minor);
    return code;
}

static int32_t ticket_type_list(run *r) {
    static tc_ticket_type_view all[8];
    tc_ticket_type_list_request q = TC_TICKET_TYPE_LIST_REQUEST_INIT;
    tc_ticket_type_list_result a = TC_TICKET_TYPE_LIST_RESULT_INIT;
    all[0] = (tc_ticket_type_view)TC_TICKET_TYPE_VIEW_INIT;
    q.event = r->house->event;
    a.ticket_types = all;
    a.ticket_types_capacity = 8;
    int32_t code = tc_ticket_type_list(r->snapshot, &q, &a, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < a.ticket_types_count; i++) took_text(r, all[i].name);
    return code;
}

static int32_t availability_get(run *r) {
    tc_availability a = TC_AVAILABILITY_INIT;
    return done(r, tc_availability_get(r->snapshot, r->house->event, &a, &r->error), &a, sizeof a);
}

static int32_t availability_counts(run *r) {
    static tc_availability_count all[TC_CHANNELS_MAX];
    for (uint32_t by = TC_BY_CATEGORY; by <= TC_BY_CHANNEL; by++) {
        uint32_t count = 0;
        int32_t code = tc_availability_counts(r->snapshot, r->house->event, by, all,
                                              TC_CHANNELS_MAX, &count, &r->error);
        if (code != TC_OK) return code;
        took(r, all, count * sizeof *all);
    }
    return TC_OK;
}

static int32_t availability_map(run *r) {
    uint8_t bits[64] = {0};
    size_t length = 0;
    uint64_t version = 0;
    int32_t code = tc_availability_map(r->snapshot, r->house->event, bits, sizeof bits, &length,
                                       &version, &r->error);
    return done(r, code, bits, length);
}

static int32_t availability_seats(run *r) {
    static tc_seat_status all[32];
    uint32_t count = 0;
    uint64_t version = 0;
    int32_t code = tc_availability_seats(r->snapshot, r->house->event, 0, all, 32, &count, &version,
                                         &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t availability_since(run *r) {
    static tc_seat_change all[32];
    uint32_t count = 0;
    uint64_t version = 0;
    int32_t code = tc_availability_since(r->snapshot, r->house->event, 2, all, 32, &count, &version,
                                         &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t seat_get(run *r) {
    tc_seat_view v = TC_SEAT_VIEW_INIT;
    return done(r, tc_seat_get(r->snapshot, r->house->event, 3, &v, &r->error), &v, sizeof v);
}

static int32_t pool_get(run *r) {
    tc_pool_view v = TC_POOL_VIEW_INIT;
    int32_t code = tc_pool_get(r->snapshot, r->house->event, r->house->pool, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.name);
    took_number(r, v.held + v.sold);
    return code;
}

static int32_t pool_list(run *r) {
    static tc_pool_view all[4];
    uint32_t count = 0;
    all[0] = (tc_pool_view)TC_POOL_VIEW_INIT;
    int32_t code = tc_pool_list(r->snapshot, r->house->event, 0, all, 4, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_text(r, all[i].name);
    return code;
}

static int32_t hold_get(run *r) {
    tc_hold_view v = TC_HOLD_VIEW_INIT;
    int32_t code = tc_hold_get(r->snapshot, r->house->hold, &r->house->hold_secret, &v, &r->error);
    return done(r, code, &v, sizeof v);
}

static int32_t hold_peek(run *r) {
    tc_hold_view v = TC_HOLD_VIEW_INIT;
    return done(r, tc_hold_peek(r->snapshot, r->house->hold, &v, &r->error), &v, sizeof v);
}

static int32_t hold_seats(run *r) {
    static tc_hold_seat all[8];
    uint32_t count = 0;
    int32_t code = tc_hold_seats(r->snapshot, r->house->hold, all, 8, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t hold_pools(run *r) {
    static tc_hold_pool all[8];
    uint32_t count = 0;
    int32_t code = tc_hold_pools(r->snapshot, r->house->hold, all, 8, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t order_quote(run *r) {
    static tc_order_line lines[2];
    const tc_quote_item items[] = {
        {r->house->event, TC_PLACE_SEAT, 10, 1, r->house->type_seat},
        {r->house->event, TC_PLACE_POOL, r->house->pool, 2, r->house->type_place}};
    tc_order_quote_request q = TC_ORDER_QUOTE_REQUEST_INIT;
    tc_order_quote_result a = TC_ORDER_QUOTE_RESULT_INIT;
    q.items = items;
    q.items_count = 2;
    a.lines = lines;
    a.lines_capacity = 2;
    return done(r, tc_order_quote(r->snapshot, &q, &a, &r->error), &a, sizeof a);
}

static int32_t order_get(run *r) {
    tc_order v = TC_ORDER_INIT;
    int32_t code =
        tc_order_get(r->snapshot, r->house->settled, &r->house->settled_secret, &v, &r->error);
    if (code != TC_OK) return code;
    took_number(r, v.state);
    took_number(r, (uint64_t)v.total_minor);
    took_number(r, (uint64_t)v.refunded_minor);
    return code;
}

static int32_t order_lines(run *r) {
    static tc_order_line all[4];
    uint32_t count = 0;
    int32_t code = tc_order_lines(r->snapshot, r->house->settled, NULL, all, 4, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t order_contacts(run *r) {
    tc_contact all[4] = {TC_CONTACT_INIT, TC_CONTACT_INIT, TC_CONTACT_INIT, TC_CONTACT_INIT};
    uint32_t count = 0;
    int32_t code = tc_order_contacts(r->snapshot, r->house->settled, all, 4, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_text(r, all[i].address);
    return code;
}

static int32_t order_list(run *r) {
    static tc_order all[16];
    tc_order_list_request q = TC_ORDER_LIST_REQUEST_INIT;
    uint32_t count = 0;
    uint64_t next = 0;
    all[0] = (tc_order)TC_ORDER_INIT;
    q.limit = 16;
    int32_t code = tc_order_list(r->snapshot, &q, all, &count, &next, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_number(r, all[i].state);
    return code;
}

static int32_t payment_list(run *r) {
    static tc_payment all[4];
    uint32_t count = 0;
    int32_t code = tc_payment_list(r->snapshot, r->house->captured, all, 4, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        took_number(r, (uint64_t)all[i].captured_minor);
        took_text(r, all[i].reference);
    }
    return code;
}

static int32_t refund_list(run *r) {
    static tc_refund all[4];
    uint32_t count = 0;
    int32_t code = tc_refund_list(r->snapshot, r->house->settled, all, 4, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t payment_backlog_get(run *r) {
    tc_payment_backlog a = TC_PAYMENT_BACKLOG_INIT;
    return done(r, tc_payment_backlog_get(r->snapshot, &a, &r->error), &a, sizeof a);
}

static int32_t ledger_balances(run *r) {
    static tc_ledger_balance all[2];
    uint32_t count = 0;
    int32_t code = tc_ledger_balances(r->snapshot, all, 2, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static tc_ledger_entry entries[64];

static int32_t ledger_entries(run *r) {
    uint32_t count = 0;
    int32_t code =
        tc_ledger_entries(r->snapshot, r->house->settled, entries, 64, &count, &r->error);
    return done(r, code, entries, count * sizeof *entries);
}

static int32_t ledger_journal(run *r) {
    uint32_t count = 0;
    int32_t code = tc_ledger_journal(r->snapshot, 0, entries, 64, &count, &r->error);
    return done(r, code, entries, count * sizeof *entries);
}

static int32_t ticket_get(run *r) {
    tc_ticket v = TC_TICKET_INIT;
    int32_t code = tc_ticket_get(r->snapshot, r->house->tickets[0], NULL, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.row);
    took_text(r, v.type_name);
    took_number(r, v.serial);
    return code;
}

static int32_t ticket_list(run *r) {
    static tc_ticket all[8];
    tc_ticket_list_request q = TC_TICKET_LIST_REQUEST_INIT;
    uint32_t count = 0;
    uint64_t next = 0;
    all[0] = (tc_ticket)TC_TICKET_INIT;
    q.event = r->house->event;
    q.limit = 8;
    q.flags = TC_TICKET_LIST_LABELS;
    int32_t code = tc_ticket_list(r->snapshot, &q, all, &count, &next, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_text(r, all[i].type_name);
    return code;
}

static int32_t ticket_count(run *r) {
    tc_ticket_counts a = TC_TICKET_COUNTS_INIT;
    return done(r, tc_ticket_count(r->snapshot, r->house->event, &a, &r->error), &a, sizeof a);
}

static int32_t ticket_secret(run *r) {
    tc_secret secret;
    int32_t code = tc_ticket_secret(r->snapshot, r->house->tickets[0], &r->house->settled_secret,
                                    &secret, &r->error);
    return done(r, code, &secret, sizeof secret);
}

static int32_t ticket_barcode(run *r) {
    size_t length = 0;
    int32_t code =
        tc_ticket_barcode(r->snapshot, r->house->tickets[0], NULL, text, ROOM, &length, &r->error);
    return done(r, code, text, length);
}

static int32_t signing_key_list(run *r) {
    tc_public_key keys[4];
    uint32_t count = 0;
    memset(keys, 0, sizeof keys);
    int32_t code = tc_signing_key_list(r->snapshot, keys, 4, &count, &r->error);
    return done(r, code, keys, count * sizeof *keys);
}

static int32_t revocation_list(run *r) {
    static tc_revocation all[8];
    uint32_t count = 0;
    uint64_t next = 0;
    int32_t code =
        tc_revocation_list(r->snapshot, r->house->event, 0, all, 8, &count, &next, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t checkin_list(run *r) {
    static tc_scan_entry all[8];
    uint32_t count = 0;
    int32_t code = tc_checkin_list(r->snapshot, r->house->event, 0, all, 8, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

static int32_t message_get(run *r) {
    tc_message v = TC_MESSAGE_INIT;
    int32_t code = tc_message_get(r->snapshot, r->house->message_waiting, &v, &r->error);
    if (code != TC_OK) return code;
    took_text(r, v.subject);
    took_text(r, v.body);
    return code;
}

static int32_t message_list(run *r) {
    static tc_message all[16];
    tc_message_list_request q = TC_MESSAGE_LIST_REQUEST_INIT;
    uint32_t count = 0;
    uint64_t next = 0;
    all[0] = (tc_message)TC_MESSAGE_INIT;
    q.limit = 16;
    int32_t code = tc_message_list(r->snapshot, &q, all, &count, &next, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) took_number(r, all[i].kind);
    return code;
}

static int32_t template_get(run *r) {
    tc_template v = TC_TEMPLATE_INIT;
    int32_t code =
        tc_template_get(r->snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, "de-AT", &v, &r->error);
    if (code == TC_OK) took_text(r, v.body);
    return code;
}

static int32_t template_list(run *r) {
    static tc_template all[64];
    uint32_t count = 0;
    all[0] = (tc_template)TC_TEMPLATE_INIT;
    int32_t code = tc_template_list(r->snapshot, all, 64, &count, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count && i < 64; i++) took_text(r, all[i].body);
    return code;
}

static int32_t feed_read(run *r) {
    static tc_feed_event all[64];
    uint32_t count = 0;
    tc_feed_cursor next;
    int32_t code =
        tc_feed_read(r->snapshot, tc_feed_cursor_at(1), all, 64, &count, &next, &r->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        took_number(r, all[i].sequence);
        took(r, all[i].payload, all[i].payload_size);
    }
    return code;
}

static int32_t feed_event_json(run *r) {
    tc_feed_event event;
    uint32_t count = 0;
    tc_feed_cursor next;
    size_t length = 0;
    int32_t code =
        tc_feed_read(r->snapshot, tc_feed_cursor_at(5), &event, 1, &count, &next, &r->error);
    if (code == TC_OK) code = tc_feed_event_json(&event, text, ROOM, &length, &r->error);
    return done(r, code, text, length);
}

static int32_t feed_ends(run *r) {
    tc_feed_cursor ends[2];
    return done(r, tc_feed_ends(r->snapshot, &ends[0], &ends[1], &r->error), ends, sizeof ends);
}

static int32_t consumer_get(run *r) {
    tc_consumer a;
    memset(&a, 0, sizeof a);
    return done(r, tc_consumer_get(r->snapshot, "mailer", &a, &r->error), &a, sizeof a);
}

static int32_t consumer_list(run *r) {
    static tc_consumer all[4];
    uint32_t count = 0;
    int32_t code = tc_consumer_list(r->snapshot, all, 4, &count, &r->error);
    return done(r, code, all, count * sizeof *all);
}

const op OPS_READ[] = {
    {"read venue", venue_get, OP_READ},
    {"read venues", venue_list, OP_READ},
    {"read map", map_get, OP_READ},
    {"read maps", map_list, OP_READ},
    {"read map export", map_export, OP_READ},
    {"read map picture", map_svg, OP_READ},
    {"read map categories", map_category_list, OP_READ},
    {"read map sections", map_section_list, OP_READ},
    {"read map areas", map_area_list, OP_READ},
    {"read map seats", map_seat_list, OP_READ},
    {"read map seat by name", map_seat_find, OP_READ},
    {"read event", event_get, OP_READ},
    {"read events", event_list, OP_READ},
    {"read events by text", event_list_text, OP_READ},
    {"read events by tag", event_list_tag, OP_READ},
    {"read event picture", event_svg, OP_READ},
    {"read event seat by name", event_seat_find, OP_READ},
    {"read ticket type", ticket_type_get, OP_READ},
    {"read ticket types", ticket_type_list, OP_READ},
    {"read availability", availability_get, OP_READ},
    {"read availability counts", availability_counts, OP_READ},
    {"read availability map", availability_map, OP_READ},
    {"read availability seats", availability_seats, OP_READ},
    {"read availability since", availability_since, OP_READ},
    {"read seat", seat_get, OP_READ},
    {"read pool", pool_get, OP_READ},
    {"read pools", pool_list, OP_READ},
    {"read hold", hold_get, OP_READ},
    {"read hold as host", hold_peek, OP_READ},
    {"read hold seats", hold_seats, OP_READ},
    {"read hold pools", hold_pools, OP_READ},
    {"read quote", order_quote, OP_READ},
    {"read order", order_get, OP_READ},
    {"read order lines", order_lines, OP_READ},
    {"read order contacts", order_contacts, OP_READ},
    {"read orders", order_list, OP_READ},
    {"read payments", payment_list, OP_READ},
    {"read refunds", refund_list, OP_READ},
    {"read payment backlog", payment_backlog_get, OP_READ},
    {"read ledger balances", ledger_balances, OP_READ},
    {"read ledger entries", ledger_entries, OP_READ},
    {"read ledger journal", ledger_journal, OP_READ},
    {"read ticket", ticket_get, OP_READ},
    {"read tickets", ticket_list, OP_READ},
    {"read ticket counts", ticket_count, OP_READ},
    {"read ticket secret", ticket_secret, OP_READ},
    {"read barcode", ticket_barcode, OP_READ},
    {"read signing keys", signing_key_list, OP_READ},
    {"read revocations", revocation_list, OP_READ},
    {"read scans", checkin_list, OP_READ},
    {"read message", message_get, OP_READ},
    {"read messages", message_list, OP_READ},
    {"read template", template_get, OP_READ},
    {"read templates", template_list, OP_READ},
    {"read feed", feed_read, OP_READ},
    {"read feed event as json", feed_event_json, OP_READ},
    {"read feed ends", feed_ends, OP_READ},
    {"read consumer", consumer_get, OP_READ},
    {"read consumers", consumer_list, OP_READ},
};
LIST(OPS_READ);
