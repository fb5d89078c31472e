/* Reading events from a snapshot: one, a list or a search, a seat by its name, the drawn house. */
#include <stdlib.h>

#include "api/catalog.h"
#include "api/text.h"
#include "catalog/event.h"
#include "catalog/map.h"
#include "catalog/venue.h"
#include "inventory/inventory.h"

static void fill_tags(tc_snapshot *snapshot, const tci_event_doc *doc, tc_event_view *out) {
    const char **tags =
        tci_arena_array(tci_snapshot_arena(snapshot), TC_TAGS_MAX, sizeof(const char *));
    if (!tags) return;
    for (uint32_t i = 0; i < doc->tags_count; i++) tags[i] = tci_keep_text(snapshot, doc->tags[i]);
    out->tags = tags;
    out->tags_count = doc->tags_count;
}

static bool fill_event(tc_snapshot *snapshot, uint64_t event, tc_event_view *out) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_event_rules rules;
    tci_event_doc doc;
    tci_venue venue;
    if (!tci_event_rules_load(view, event, &rules) || !tci_event_doc_load(view, event, &doc))
        return false;
    *out = (tc_event_view)TC_EVENT_VIEW_INIT;
    out->status = rules.status;
    out->event = event;
    out->version = rules.version;
    out->venue = rules.venue;
    out->map = rules.map;
    out->created_at_ms = doc.created_at_ms;
    out->updated_at_ms = doc.updated_at_ms;
    out->starts_at_ms = rules.starts_at_ms;
    out->ends_at_ms = rules.ends_at_ms;
    out->sale_from_ms = rules.sale_from_ms;
    out->sale_until_ms = rules.sale_until_ms;
    out->hold_ttl_ms = rules.hold_ttl_ms;
    out->hold_life_ms = rules.hold_life_ms;
    out->name = tci_keep_text(snapshot, doc.name);
    out->description = tci_keep_text(snapshot, doc.description);
    out->category = tci_keep_text(snapshot, doc.category);
    out->venue_name =
        tci_venue_must(view, rules.venue, &venue) ? tci_keep_text(snapshot, venue.name) : "";
    fill_tags(snapshot, &doc, out);
    out->map_version = tci_event_map_version(view, event);
    out->seats = rules.seats;
    out->rules = rules.flags;
    out->late_money = rules.late_money;
    out->capture = rules.capture;
    out->limit_per_buyer = rules.limit_per_buyer;
    out->limit_per_order = rules.limit_per_order;
    out->on_sale = tci_event_is_on_sale(&rules, tci_snapshot_now(snapshot));
    memcpy(out->currency, rules.currency, sizeof rules.currency);
    return true;
}

static int32_t no_event(uint64_t event, tc_error *error) {
    return tci_fail_missing(error, "event", 0, event);
}

int32_t tc_event_get(tc_snapshot *snapshot, uint64_t event, tc_event_view *view, tc_error *error) {
    tc_event_view full;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    if (!fill_event(snapshot, event, &full)) code = no_event(event, error);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}

/* The cursor: the start and the id of the last event shown. Ids begin at 1, so zero is none. */
static void read_cursor(const tc_event_cursor *cursor, tci_event_query *query) {
    query->after_event = tci_load64(cursor->bytes + 8);
    query->after_ms = tci_load_i64(cursor->bytes);
    query->has_after = query->after_event != 0;
}

static void write_cursor(const tci_event_found *last, tc_event_cursor *cursor) {
    tci_store_i64(cursor->bytes, last->starts_at_ms);
    tci_store64(cursor->bytes + 8, last->event);
}

static int32_t check_query(const tc_event_list_request *wish, tc_error *error) {
    enum { STATUSES = (1 << (TC_EVENT_ENDED + 1)) - 2 };
    int32_t code = tci_check_flags(wish->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(wish->statuses, STATUSES, "statuses", error);
    if (code == TC_OK) code = tci_check_text(wish->category, 0, TC_LABEL_MAX, "category", error);
    if (code == TC_OK) code = tci_check_text(wish->tag, 0, TC_LABEL_MAX, "tag", error);
    if (code == TC_OK) code = tci_check_text(wish->text, 0, TC_NAME_MAX, "text", error);
    if (code == TC_OK)
        code = tci_check_range(wish->starts_from_ms, 0, TC_TIME_MS_MAX, "starts_from_ms", error);
    if (code == TC_OK)
        code = tci_check_range(wish->starts_until_ms, 0, TC_TIME_MS_MAX, "starts_until_ms", error);
    return code;
}

/* NULL: any. An empty category or tag is nobody's, an empty text is no filter. */
static tci_event_query query_of(const tc_event_list_request *wish, uint32_t capacity) {
    tci_event_query query = {
        .from_ms = wish->starts_from_ms ? wish->starts_from_ms : INT64_MIN,
        .until_ms = wish->starts_until_ms ? wish->starts_until_ms : INT64_MAX,
        .venue = wish->venue,
        .statuses = wish->statuses,
        .limit = tci_page_size(wish->limit, capacity),
    };
    if (wish->category) query.category = tci_slice_str(wish->category);
    if (wish->tag) query.tag = tci_slice_str(wish->tag);
    if (wish->text && *wish->text) query.text = tci_slice_str(wish->text);
    read_cursor(&wish->after, &query);
    return query;
}

static int32_t list_events(tc_snapshot *snapshot, const tci_event_query *query, tci_rows *rows,
                           tc_event_list_result *full, tc_error *error) {
    uint32_t count = 0;
    bool more = false;
    tci_event_found *found = calloc(query->limit, sizeof *found);
    if (!found) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    int32_t code = tci_event_query_run(tci_snapshot_view(snapshot), query, found, &count, &more);
    if (code == TC_E_INVALID) tci_fail(error, code, "text", "text must have a letter or a digit");
    if (code == TC_E_NOMEM) tci_fail(error, code, NULL, NULL);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        tc_event_view view;
        if (fill_event(snapshot, found[i].event, &view)) tci_rows_give(rows, &view, sizeof view);
    }
    full->more = more;
    if (code == TC_OK && count) write_cursor(&found[count - 1], &full->next);
    free(found);
    return code;
}

int32_t tc_event_list(tc_snapshot *snapshot, const tc_event_list_request *request,
                      tc_event_list_result *result, tc_error *error) {
    tc_event_list_request wish;
    tc_event_list_result full;
    tci_rows rows;
    int32_t code = tci_struct_in(request, sizeof wish, sizeof wish, &wish, "request", error);
    if (code == TC_OK)
        code = tci_struct_in(result, sizeof full, sizeof full, &full, "result", error);
    if (code == TC_OK) code = check_query(&wish, error);
    if (code == TC_OK)
        code = tci_check_range(full.events_capacity, 1, INT32_MAX, "events_capacity", error);
    if (code == TC_OK)
        code = tci_rows_begin(&rows, full.events, full.events_capacity, sizeof(tc_event_view),
                              "events", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_event_query query = query_of(&wish, rows.capacity);
    full.next = wish.after;
    code = list_events(snapshot, &query, &rows, &full, error);
    full.events_count = rows.count;
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(result, &full, sizeof full);
    return code;
}

int32_t tc_event_seat_find(tc_snapshot *snapshot, uint64_t event, const char *name, uint32_t *seat,
                           tc_error *error) {
    tci_event_rules rules;
    uint32_t found = TCI_SEAT_NONE;
    int32_t code = tci_check_not_null(name, "name", error);
    if (code == TC_OK) code = tci_check_not_null(seat, "seat", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    if (!tci_event_rules_load(view, event, &rules)) code = no_event(event, error);
    else found = tci_layout_find(view, rules.layout, tci_slice_of(name, strlen(name)));
    if (code == TC_OK && found == TCI_SEAT_NONE)
        code = tci_fail(error, TC_E_NOT_FOUND, "name", "event %llu has no seat \"%.60s\"",
                        (unsigned long long)event, name);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *seat = found;
    return code;
}

/* States of all seats, by number, in malloc'd room. */
static uint8_t *load_states(tci_view *view, uint64_t event, uint32_t seats) {
    uint8_t *states = calloc((size_t)seats + 1, 1);
    for (uint32_t i = 0; states && i < seats; i++) {
        tci_seat seat;
        if (tci_seat_load(view, event, i, &seat)) states[i] = seat.state;
    }
    return states;
}

static int32_t draw_event(tc_snapshot *snapshot, uint64_t event, tci_buf *svg, tc_error *error) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_event_rules rules;
    tci_event_doc doc;
    if (!tci_event_rules_load(view, event, &rules) || !tci_event_doc_load(view, event, &doc))
        return no_event(event, error);
    if (rules.layout == 0)
        return tci_fail(error, TC_E_NOT_FOUND, "event", "event %llu has no map",
                        (unsigned long long)event);
    uint8_t *states = load_states(view, event, rules.seats);
    bool drawn = states &&
                 tci_map_draw(view, rules.layout, doc.name, tci_slice_of(states, rules.seats), svg);
    free(states);
    if (drawn) return TC_OK;
    bool memory = !states || svg->failed;
    return tci_fail(error, memory ? TC_E_NOMEM : TC_E_CORRUPT, NULL, NULL);
}

int32_t tc_event_svg(tc_snapshot *snapshot, uint64_t event, char *buffer, size_t capacity,
                     size_t *length, tc_error *error) {
    int32_t code = tci_check_not_null(length, "length", error);
    if (code == TC_OK) code = tci_text_check(buffer, capacity, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_buf svg;
    tci_buf_init(&svg, NULL, 0);
    code = draw_event(snapshot, event, &svg, error);
    if (code == TC_OK) code = tci_text_give(tci_buf_slice(&svg), buffer, capacity, length, error);
    tci_buf_free(&svg);
    return tci_snapshot_leave(snapshot, code, error);
}
