/* The public calls of venues: checking and encoding their commands, reading them from a snapshot.
 */
#include "catalog/venue.h"
#include "api/catalog.h"
#include "catalog/words.h"

int32_t tc_venue_create(tc_engine *engine, const tc_venue_create_request *request,
                        tc_venue_result *result, tc_error *error) {
    return tc_command_run(engine, TC_VENUE_CREATE, request, result, error);
}

int32_t tc_venue_update(tc_engine *engine, const tc_venue_update_request *request,
                        tc_venue_result *result, tc_error *error) {
    return tc_command_run(engine, TC_VENUE_UPDATE, request, result, error);
}

int32_t tc_venue_delete(tc_engine *engine, const tc_venue_delete_request *request,
                        tc_venue_result *result, tc_error *error) {
    return tc_command_run(engine, TC_VENUE_DELETE, request, result, error);
}

static int32_t check_country(const char *country, tc_error *error) {
    if (!country || !*country) return TC_OK;
    if (strnlen(country, 3) == 2 && country[0] >= 'A' && country[0] <= 'Z' && country[1] >= 'A' &&
        country[1] <= 'Z')
        return TC_OK;
    return tci_fail(error, TC_E_INVALID, "country",
                    "country must be two capital letters (ISO 3166-1 alpha-2)");
}

/* The form of a name in the IANA time-zone database: parts of letters, digits, _ + - between /. */
static int32_t check_time_zone(const char *zone, tc_error *error) {
    int32_t code = tci_check_text(zone, 0, TC_LABEL_MAX, "time_zone", error);
    if (code != TC_OK || !zone || !*zone) return code;
    bool good = (*zone >= 'A' && *zone <= 'Z') || (*zone >= 'a' && *zone <= 'z');
    char before = 0;
    for (const char *at = zone; good && *at; before = *at++) {
        bool word = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
                    (*at >= '0' && *at <= '9') || *at == '_' || *at == '+' || *at == '-';
        good = word || (*at == '/' && before != '/');
    }
    if (good && before != '/') return TC_OK;
    return tci_fail(error, TC_E_INVALID, "time_zone",
                    "time_zone must be an IANA name such as Europe/Berlin");
}

/* The texts of the fields named, in the order of tc_venue_field's bits. */
static int32_t check_texts(const char *const texts[TCI_VENUE_TEXTS], uint32_t fields,
                           tci_venue_spec *spec, tc_error *error) {
    static const struct {
        const char *name;
        size_t min, max;
    } TEXTS[TCI_VENUE_TEXTS] = {
        {"name", 1, TC_NAME_MAX},       {"address", 0, TC_ADDRESS_MAX},
        {"city", 0, TC_NAME_MAX},       {"country", 0, TC_LABEL_MAX},
        {"time_zone", 0, TC_LABEL_MAX}, {"capacity_note", 0, TC_NAME_MAX},
    };
    int32_t code = TC_OK;
    spec->fields = fields;
    for (int i = 0; code == TC_OK && i < TCI_VENUE_TEXTS; i++) {
        if (!(fields & 1u << i)) continue;
        code = tci_check_text(texts[i], TEXTS[i].min, TEXTS[i].max, TEXTS[i].name, error);
        spec->texts[i] = tci_slice_str(texts[i]);
    }
    if (code == TC_OK && (fields & TC_VENUE_FIELD_COUNTRY)) code = check_country(texts[3], error);
    if (code == TC_OK && (fields & TC_VENUE_FIELD_TIME_ZONE))
        code = check_time_zone(texts[4], error);
    return code;
}

int32_t tci_venue_create_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_venue_create_request *wish = request;
    const char *const texts[] = {wish->name,    wish->address,   wish->city,
                                 wish->country, wish->time_zone, wish->capacity_note};
    tci_venue_spec spec = {0};
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(wish->flags, 0, "flags", error);
    if (code == TC_OK) code = check_texts(texts, TCI_VENUE_FIELDS, &spec, error);
    if (code == TC_OK) tci_venue_spec_write(command, &spec);
    return code;
}

int32_t tci_venue_update_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_venue_update_request *wish = request;
    const char *const texts[] = {wish->name,    wish->address,   wish->city,
                                 wish->country, wish->time_zone, wish->capacity_note};
    tci_venue_spec spec = {.venue = wish->venue, .expected_version = wish->expected_version};
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(wish->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(wish->reserved, 0, "reserved", error);
    if (code == TC_OK) code = tci_check_flags(wish->fields, TCI_VENUE_FIELDS, "fields", error);
    if (code == TC_OK && wish->fields == 0)
        code = tci_fail(error, TC_E_INVALID, "fields", "fields must name at least one field");
    if (code == TC_OK) code = check_texts(texts, wish->fields, &spec, error);
    if (code == TC_OK) tci_venue_spec_write(command, &spec);
    return code;
}

int32_t tci_venue_delete_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_venue_delete_request *wish = request;
    tci_venue_spec spec = {.venue = wish->venue, .expected_version = wish->expected_version};
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(wish->flags, 0, "flags", error);
    if (code == TC_OK) tci_venue_spec_write(command, &spec);
    return code;
}

void tci_venue_decode(tc_engine *engine, const void *request, const tci_call *call, void *result) {
    tc_venue_result *out = result;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine;
    (void)request;
    out->venue = tci_read_u64(&answer);
    out->version = tci_read_u64(&answer);
}

static void fill_venue(tc_snapshot *snapshot, uint64_t id, const tci_venue *venue,
                       tc_venue_view *out) {
    *out = (tc_venue_view)TC_VENUE_VIEW_INIT;
    out->venue = id;
    out->version = venue->version;
    out->created_at_ms = venue->created_at_ms;
    out->updated_at_ms = venue->updated_at_ms;
    out->name = tci_keep_text(snapshot, venue->name);
    out->address = tci_keep_text(snapshot, venue->address);
    out->city = tci_keep_text(snapshot, venue->city);
    out->country = tci_keep_text(snapshot, venue->country);
    out->time_zone = tci_keep_text(snapshot, venue->time_zone);
    out->capacity_note = tci_keep_text(snapshot, venue->capacity_note);
}

int32_t tc_venue_get(tc_snapshot *snapshot, uint64_t venue, tc_venue_view *view, tc_error *error) {
    tc_venue_view full;
    tci_venue found;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    if (tci_venue_load(tci_snapshot_view(snapshot), venue, &found))
        fill_venue(snapshot, venue, &found, &full);
    else code = tci_fail_missing(error, "venue", 0, venue);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}

static bool venue_matches(const tci_venue *venue, const tc_venue_list_request *wish,
                          const tci_word *words, uint32_t words_count) {
    if (wish->country && (venue->country.len != strlen(wish->country) ||
                          memcmp(venue->country.data, wish->country, venue->country.len) != 0))
        return false;
    for (uint32_t i = 0; i < words_count; i++)
        if (!tci_words_match(venue->name, &words[i], 1) &&
            !tci_words_match(venue->city, &words[i], 1))
            return false;
    return true;
}

/* Walk the venues behind `after`; answers the cursor of the next page, 0 at the end. */
static uint64_t list_venues(tc_snapshot *snapshot, const tc_venue_list_request *wish,
                            tci_rows *rows, uint32_t most) {
    tci_word words[TCI_WORDS_MAX];
    uint32_t words_count = wish->text ? tci_words_of(tci_slice_str(wish->text), words) : 0;
    tci_view *view = tci_snapshot_view(snapshot);
    tci_key prefix = tci_key_of(0, TCI_SPACE_VENUE), from = prefix;
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t last = 0, next = 0;
    if (wish->after == UINT64_MAX) return 0;
    tci_key_u64(&from, wish->after + 1);
    tci_cursor_open(&cursor, view, &prefix, &from);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_venue venue;
        uint64_t id = tci_load64_be((const uint8_t *)key.data + key.len - 8);
        if (!tci_venue_load(view, id, &venue) || !venue_matches(&venue, wish, words, words_count))
            continue;
        if (rows->count == most) {
            next = last;
            break;
        }
        tc_venue_view full;
        fill_venue(snapshot, id, &venue, &full);
        tci_rows_give(rows, &full, sizeof full);
        last = id;
    }
    tci_cursor_close(&cursor);
    return next;
}

int32_t tc_venue_list(tc_snapshot *snapshot, const tc_venue_list_request *request,
                      tc_venue_list_result *result, tc_error *error) {
    tc_venue_list_request wish;
    tc_venue_list_result full;
    tci_rows rows;
    int32_t code = tci_struct_in(request, sizeof wish, sizeof wish, &wish, "request", error);
    if (code == TC_OK)
        code = tci_struct_in(result, sizeof full, sizeof full, &full, "result", error);
    if (code == TC_OK) code = tci_check_flags(wish.flags, 0, "flags", error);
    if (code == TC_OK) code = check_country(wish.country, error);
    if (code == TC_OK) code = tci_check_text(wish.text, 0, TC_NAME_MAX, "text", error);
    if (code == TC_OK)
        code = tci_check_range(full.venues_capacity, 1, INT32_MAX, "venues_capacity", error);
    if (code == TC_OK)
        code = tci_rows_begin(&rows, full.venues, full.venues_capacity, sizeof(tc_venue_view),
                              "venues", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    full.next = list_venues(snapshot, &wish, &rows, tci_page_size(wish.limit, rows.capacity));
    full.venues_count = rows.count;
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) tci_struct_out(result, &full, sizeof full);
    return code;
}
