/* Venues from outside: made, read, changed, listed, removed, and everything that is refused. */
#include "catalog_house.h"

static tc_venue_create_request whole_venue(void) {
    tc_venue_create_request request = TC_VENUE_CREATE_REQUEST_INIT;
    request.name = "Stadthalle";
    request.address = "Ring 1";
    request.city = "Graz";
    request.country = "AT";
    request.time_zone = "Europe/Vienna";
    request.capacity_note = "1,200 seated";
    return request;
}

static tc_venue_view read_venue(house *h, uint64_t venue) {
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    assert_int_equal(tc_venue_get(look(h), venue, &view, NULL), TC_OK);
    return view;
}

static void a_venue_is_made_and_read(void **state) {
    house *h = *state;
    tc_venue_create_request request = whole_venue();
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    assert_int_equal(tc_venue_create(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.venue, 1);
    assert_int_equal(result.version, 1);
    tc_venue_view view = read_venue(h, result.venue);
    assert_string_equal(view.name, "Stadthalle");
    assert_string_equal(view.address, "Ring 1");
    assert_string_equal(view.city, "Graz");
    assert_string_equal(view.country, "AT");
    assert_string_equal(view.time_zone, "Europe/Vienna");
    assert_string_equal(view.capacity_note, "1,200 seated");
    assert_int_equal(view.version, 1);
    assert_int_equal(view.created_at_ms, T0);
}

static void a_venue_needs_only_a_name(void **state) {
    house *h = *state;
    tc_venue_view view = read_venue(h, make_venue(h, "Bare"));
    assert_string_equal(view.city, "");
    assert_string_equal(view.time_zone, "");
}

static void a_result_may_be_left_out(void **state) {
    house *h = *state;
    tc_venue_create_request request = whole_venue();
    assert_int_equal(tc_venue_create(h->engine, &request, NULL, NULL), TC_OK);
}

static void a_request_id_makes_one_venue(void **state) {
    house *h = *state;
    tc_venue_create_request request = whole_venue();
    tc_venue_result first = TC_VENUE_RESULT_INIT, second = TC_VENUE_RESULT_INIT;
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    assert_int_equal(tc_venue_create(h->engine, &request, &first, NULL), TC_OK);
    assert_int_equal(tc_venue_create(h->engine, &request, &second, NULL), TC_OK);
    assert_int_equal(first.venue, second.venue);
    request.name = "Other";
    assert_int_equal(tc_venue_create(h->engine, &request, &second, NULL), TC_E_REQUEST_MISMATCH);
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    assert_int_equal(tc_venue_get(look(h), first.venue + 1, &view, NULL), TC_E_NOT_FOUND);
}

static void an_update_changes_what_it_names(void **state) {
    house *h = *state;
    tc_venue_create_request made = whole_venue();
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    assert_int_equal(tc_venue_create(h->engine, &made, &result, NULL), TC_OK);
    move_clock(h, 5);
    tc_venue_update_request request = TC_VENUE_UPDATE_REQUEST_INIT;
    request.venue = result.venue;
    request.expected_version = 1;
    request.name = "Ignored";
    request.city = "Wien";
    request.fields = TC_VENUE_FIELD_CITY | TC_VENUE_FIELD_ADDRESS;
    assert_int_equal(tc_venue_update(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    tc_venue_view view = read_venue(h, result.venue);
    assert_string_equal(view.name, "Stadthalle");
    assert_string_equal(view.city, "Wien");
    assert_string_equal(view.address, "");
    assert_int_equal(view.created_at_ms, T0);
    assert_int_equal(view.updated_at_ms, T0 + 5);
}

static void a_stale_version_is_refused(void **state) {
    house *h = *state;
    tc_venue_update_request request = TC_VENUE_UPDATE_REQUEST_INIT;
    request.venue = make_venue(h, "A");
    request.fields = TC_VENUE_FIELD_NAME;
    request.name = "B";
    request.expected_version = 7;
    ASSERT_REFUSED(h, tc_venue_update(h->engine, &request, NULL, &h->error), TC_E_VERSION,
                   "expected_version");
    assert_int_equal(h->error.actual_version, 1);
    assert_int_equal(h->error.expected_version, 7);
    assert_string_equal(read_venue(h, request.venue).name, "A");
}

static void an_update_of_nothing_is_refused(void **state) {
    house *h = *state;
    tc_venue_update_request request = TC_VENUE_UPDATE_REQUEST_INIT;
    request.venue = make_venue(h, "A");
    ASSERT_REFUSED(h, tc_venue_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "fields");
    request.fields = 0x40;
    ASSERT_REFUSED(h, tc_venue_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "fields");
}

static void an_unknown_venue_is_not_found(void **state) {
    house *h = *state;
    tc_venue_update_request update = TC_VENUE_UPDATE_REQUEST_INIT;
    tc_venue_delete_request delete = TC_VENUE_DELETE_REQUEST_INIT;
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    update.venue = delete.venue = 9;
    update.fields = TC_VENUE_FIELD_CITY;
    ASSERT_REFUSED(h, tc_venue_update(h->engine, &update, NULL, &h->error), TC_E_NOT_FOUND,
                   "venue");
    ASSERT_REFUSED(h, tc_venue_delete(h->engine, &delete, NULL, &h->error), TC_E_NOT_FOUND,
                   "venue");
    ASSERT_REFUSED(h, tc_venue_get(look(h), 9, &view, &h->error), TC_E_NOT_FOUND, "venue");
    ASSERT_REFUSED(h, tc_venue_get(look(h), 0, &view, &h->error), TC_E_NOT_FOUND, "venue");
}

static void a_venue_is_removed(void **state) {
    house *h = *state;
    tc_venue_delete_request request = TC_VENUE_DELETE_REQUEST_INIT;
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    request.venue = make_venue(h, "A");
    assert_int_equal(tc_venue_delete(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 0);
    assert_int_equal(tc_venue_get(look(h), request.venue, &view, NULL), TC_E_NOT_FOUND);
    assert_int_equal(make_venue(h, "B"), request.venue + 1);
}

static void a_venue_with_an_event_stays(void **state) {
    house *h = *state;
    tc_venue_delete_request request = TC_VENUE_DELETE_REQUEST_INIT;
    tc_event_create_request event = event_like("Show");
    event.venue = request.venue = make_venue(h, "A");
    uint64_t id = make_event(h, &event);
    ASSERT_REFUSED(h, tc_venue_delete(h->engine, &request, NULL, &h->error), TC_E_IN_USE, "venue");
    assert_int_equal(h->error.event, id);
    tc_event_delete_request gone = TC_EVENT_DELETE_REQUEST_INIT;
    gone.event = id;
    assert_int_equal(tc_event_delete(h->engine, &gone, NULL, NULL), TC_OK);
    assert_int_equal(tc_venue_delete(h->engine, &request, NULL, NULL), TC_OK);
}

static void a_venue_with_a_map_stays(void **state) {
    house *h = *state;
    tc_venue_delete_request request = TC_VENUE_DELETE_REQUEST_INIT;
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_delete_request gone = TC_MAP_DELETE_REQUEST_INIT;
    map.venue = request.venue = make_venue(h, "A");
    map.name = "M";
    map.text = "seat\n1\n";
    map.text_bytes = strlen(map.text);
    assert_int_equal(tc_map_create(h->engine, &map, NULL, NULL), TC_OK);
    ASSERT_REFUSED(h, tc_venue_delete(h->engine, &request, NULL, &h->error), TC_E_IN_USE, "venue");
    gone.map = 1;
    assert_int_equal(tc_map_delete(h->engine, &gone, NULL, NULL), TC_OK);
    assert_int_equal(tc_venue_delete(h->engine, &request, NULL, NULL), TC_OK);
}

static void venues_are_listed_by_page(void **state) {
    house *h = *state;
    for (int i = 0; i < 7; i++) {
        char name[16];
        snprintf(name, sizeof name, "Venue %d", i);
        make_venue(h, name);
    }
    tc_venue_view views[3] = {TC_VENUE_VIEW_INIT, TC_VENUE_VIEW_INIT, TC_VENUE_VIEW_INIT};
    tc_venue_list_request request = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    result.venues = views;
    result.venues_capacity = 3;
    uint64_t seen = 0;
    look(h);
    do {
        assert_int_equal(tc_venue_list(h->snapshot, &request, &result, NULL), TC_OK);
        for (uint32_t i = 0; i < result.venues_count; i++) assert_int_equal(views[i].venue, ++seen);
        request.after = result.next;
    } while (result.next);
    assert_int_equal(seen, 7);
}

static void a_page_ends_where_the_list_does(void **state) {
    house *h = *state;
    make_venue(h, "A");
    make_venue(h, "B");
    tc_venue_view views[2] = {TC_VENUE_VIEW_INIT, TC_VENUE_VIEW_INIT};
    tc_venue_list_request request = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    result.venues = views;
    result.venues_capacity = 2;
    assert_int_equal(tc_venue_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.venues_count, 2);
    assert_int_equal(result.next, 0);
    request.limit = 1;
    assert_int_equal(tc_venue_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.venues_count, 1);
    assert_int_equal(result.next, 1);
    request.after = UINT64_MAX;
    assert_int_equal(tc_venue_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.venues_count, 0);
}

static void venues_are_filtered(void **state) {
    house *h = *state;
    tc_venue_create_request made = whole_venue();
    assert_int_equal(tc_venue_create(h->engine, &made, NULL, NULL), TC_OK);
    made.country = "DE";
    made.city = "K\xC3\xB6ln";
    assert_int_equal(tc_venue_create(h->engine, &made, NULL, NULL), TC_OK);
    tc_venue_view views[4] = {TC_VENUE_VIEW_INIT};
    tc_venue_list_request request = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    result.venues = views;
    result.venues_capacity = 4;
    request.country = "DE";
    assert_int_equal(tc_venue_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.venues_count, 1);
    assert_int_equal(views[0].venue, 2);
    request.country = NULL;
    request.text = "K\xC3\x96L stadt";
    assert_int_equal(tc_venue_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.venues_count, 1);
    request.text = "halle";
    assert_int_equal(tc_venue_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.venues_count, 0);
}

static void refuse_field(house *h, tc_venue_create_request request, int32_t code,
                         const char *field) {
    ASSERT_REFUSED(h, tc_venue_create(h->engine, &request, NULL, &h->error), code, field);
}

static void bad_fields_are_refused(void **state) {
    house *h = *state;
    char longer[TC_ADDRESS_MAX + 2];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    tc_venue_create_request bad = whole_venue();
    bad.name = NULL;
    refuse_field(h, bad, TC_E_INVALID, "name");
    bad.name = "";
    refuse_field(h, bad, TC_E_INVALID, "name");
    bad.name = "a\nb";
    refuse_field(h, bad, TC_E_INVALID, "name");
    bad.name = "\xFF";
    refuse_field(h, bad, TC_E_INVALID, "name");
    bad.name = longer;
    refuse_field(h, bad, TC_E_LIMIT, "name");
    bad = whole_venue();
    bad.address = longer;
    refuse_field(h, bad, TC_E_LIMIT, "address");
    bad = whole_venue();
    bad.flags = 1;
    refuse_field(h, bad, TC_E_INVALID, "flags");
}

static void bad_countries_are_refused(void **state) {
    house *h = *state;
    static const char *const BAD[] = {"A", "at", "AUT", "A1", "  "};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        tc_venue_create_request bad = whole_venue();
        bad.country = BAD[i];
        refuse_field(h, bad, TC_E_INVALID, "country");
    }
}

static void bad_time_zones_are_refused(void **state) {
    house *h = *state;
    static const char *const BAD[] = {"/Europe", "Europe/", "Europe//Vienna", "Europe Vienna",
                                      "1x",      "../etc",  "Euro.pe"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        tc_venue_create_request bad = whole_venue();
        bad.time_zone = BAD[i];
        refuse_field(h, bad, TC_E_INVALID, "time_zone");
    }
    static const char *const GOOD[] = {"UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", ""};
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        tc_venue_create_request good = whole_venue();
        good.time_zone = GOOD[i];
        assert_int_equal(tc_venue_create(h->engine, &good, NULL, NULL), TC_OK);
    }
}

static void a_list_needs_room(void **state) {
    house *h = *state;
    tc_venue_list_request request = TC_VENUE_LIST_REQUEST_INIT;
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    ASSERT_REFUSED(h, tc_venue_list(look(h), &request, &result, &h->error), TC_E_INVALID,
                   "venues_capacity");
    result.venues_capacity = 1;
    ASSERT_REFUSED(h, tc_venue_list(look(h), &request, &result, &h->error), TC_E_INVALID, "venues");
}

static void changes_are_told_in_the_feed(void **state) {
    house *h = *state;
    tc_engine_stat before = TC_ENGINE_STAT_INIT, after = TC_ENGINE_STAT_INIT;
    assert_int_equal(tc_engine_stat_get(h->engine, &before, NULL), TC_OK);
    tc_venue_delete_request gone = TC_VENUE_DELETE_REQUEST_INIT;
    gone.venue = make_venue(h, "A");
    assert_int_equal(tc_venue_delete(h->engine, &gone, NULL, NULL), TC_OK);
    assert_int_equal(tc_engine_stat_get(h->engine, &after, NULL), TC_OK);
    assert_int_equal(after.feed_next - before.feed_next, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(a_venue_is_made_and_read),
        MEMORY(a_venue_needs_only_a_name),
        MEMORY(a_result_may_be_left_out),
        BOTH(a_request_id_makes_one_venue),
        BOTH(an_update_changes_what_it_names),
        MEMORY(a_stale_version_is_refused),
        MEMORY(an_update_of_nothing_is_refused),
        MEMORY(an_unknown_venue_is_not_found),
        BOTH(a_venue_is_removed),
        BOTH(a_venue_with_an_event_stays),
        MEMORY(a_venue_with_a_map_stays),
        BOTH(venues_are_listed_by_page),
        MEMORY(a_page_ends_where_the_list_does),
        MEMORY(venues_are_filtered),
        MEMORY(bad_fields_are_refused),
        MEMORY(bad_countries_are_refused),
        MEMORY(bad_time_zones_are_refused),
        MEMORY(a_list_needs_room),
        MEMORY(changes_are_told_in_the_feed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
