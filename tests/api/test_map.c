/* Seat maps from outside: import, versions that keep numbers, publishing, reading, export, drawing.
 */
#include "catalog_house.h"

static const char HALL[] =
    "{\"ticketcore_map\":1,\"name\":\"Small hall\",\"units\":\"cm\","
    "\"focal\":{\"x\":75,\"y\":-200},"
    "\"categories\":[{\"name\":\"Gold\",\"color\":\"#d4af37\"},{\"name\":\"Silver\"}],"
    "\"areas\":[{\"name\":\"Pit\",\"capacity\":300,\"polygon\":[[0,400],[150,400],[75,500]]}],"
    "\"sections\":[{\"name\":\"Stalls\",\"zone\":\"z1\",\"rows\":["
    "{\"label\":\"A\",\"category\":\"Gold\",\"seats\":["
    "{\"label\":\"1\",\"name\":\"a1\",\"x\":0,\"y\":0,\"accessible\":true},"
    "{\"label\":\"2\",\"name\":\"a2\",\"x\":50,\"y\":0},"
    "{\"label\":\"3\",\"name\":\"a3\",\"x\":200,\"y\":0},"
    "{\"label\":\"4\",\"name\":\"a4\",\"x\":250,\"y\":0}]},"
    "{\"label\":\"B\",\"category\":\"Silver\",\"seats\":["
    "{\"label\":\"1\",\"name\":\"b1\",\"x\":0,\"y\":90},"
    "{\"label\":\"2\",\"name\":\"b2\",\"x\":50,\"y\":90}]}]},"
    "{\"name\":\"Tables\",\"rows\":[{\"label\":\"T1\",\"kind\":\"table\","
    "\"category\":\"Silver\",\"seats\":["
    "{\"label\":\"1\",\"name\":\"t1\",\"x\":30,\"y\":200},"
    "{\"label\":\"2\",\"name\":\"t2\",\"x\":0,\"y\":230},"
    "{\"label\":\"3\",\"name\":\"t3\",\"x\":-30,\"y\":200}]}]}]}";

static tc_map_seat read_seat(house *h, uint64_t map, uint32_t version, uint32_t seat) {
    tc_map_seat view = TC_MAP_SEAT_INIT;
    uint32_t count = 0;
    assert_int_equal(tc_map_seat_list(look(h), map, version, seat, &view, 1, &count, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(view.seat, seat);
    return view;
}

static uint32_t find_seat(house *h, uint64_t map, uint32_t version, const char *name) {
    uint32_t seat = UINT32_MAX;
    if (tc_map_seat_find(look(h), map, version, name, &seat, NULL) != TC_OK) return UINT32_MAX;
    return seat;
}

static void a_map_is_imported_and_read(void **state) {
    house *h = *state;
    tc_map_result result = make_map(h, HALL);
    assert_int_equal(result.map, 1);
    assert_int_equal(result.version, 1);
    assert_int_equal(result.map_version, 1);
    assert_int_equal(result.seats, 9);
    assert_int_equal(result.seats_added, 9);
    assert_int_equal(result.seats_retired, 0);
    tc_map_view view = TC_MAP_VIEW_INIT;
    assert_int_equal(tc_map_get(look(h), 1, 0, &view, NULL), TC_OK);
    assert_string_equal(view.name, "Hall"); /* given with the request */
    assert_string_equal(view.units, "cm");
    assert_int_equal(view.status, TC_MAP_DRAFT);
    assert_int_equal(view.rows, 3);
    assert_int_equal(view.sections, 2);
    assert_int_equal(view.categories, 2);
    assert_int_equal(view.areas, 1);
    assert_int_equal(view.min_x, -30);
    assert_int_equal(view.max_y, 500);
    assert_int_equal(view.focal_y, -200);
    assert_int_equal(view.published_version, 0);
}

static void a_map_without_a_name_has_the_documents(void **state) {
    house *h = *state;
    tc_map_create_request request = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result result = TC_MAP_RESULT_INIT;
    tc_map_view view = TC_MAP_VIEW_INIT;
    request.text = HALL;
    request.text_bytes = strlen(HALL);
    assert_int_equal(tc_map_create(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(tc_map_get(look(h), result.map, 0, &view, NULL), TC_OK);
    assert_string_equal(view.name, "Small hall");
    request.text = "seat\n1\n";
    request.text_bytes = strlen(request.text);
    ASSERT_REFUSED(h, tc_map_create(h->engine, &request, NULL, &h->error), TC_E_INVALID, "name");
}

static void seats_know_where_they_stand(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, HALL).map;
    tc_map_seat seat = read_seat(h, map, 0, 1);
    assert_string_equal(seat.name, "a2");
    assert_string_equal(seat.section_label, "Stalls");
    assert_string_equal(seat.row_label, "A");
    assert_string_equal(seat.seat_label, "2");
    assert_int_equal(seat.category, 1);
    assert_int_equal(seat.section, 1);
    assert_int_equal(seat.row, 0);
    assert_int_equal(seat.place, 1);
    assert_int_equal(seat.x, 50);
    assert_int_equal(seat.left, 0);
    assert_int_equal(seat.right, UINT32_MAX); /* a gap three times as wide */
    assert_int_equal(seat.seat_flags, TC_SEAT_FLAG_AISLE_RIGHT);
    assert_int_equal(seat.focal_distance, 202);
    assert_int_equal(read_seat(h, map, 0, 0).seat_flags, TC_SEAT_FLAG_ACCESSIBLE);
    assert_int_equal(read_seat(h, map, 0, 2).left, UINT32_MAX);
}

static void tables_go_round(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, HALL).map;
    tc_map_seat first = read_seat(h, map, 0, 6), last = read_seat(h, map, 0, 8);
    assert_int_equal(first.left, 8);
    assert_int_equal(first.right, 7);
    assert_int_equal(last.right, 6);
    assert_int_equal(first.seat_flags, TC_SEAT_FLAG_TABLE);
}

static void seats_are_found_by_name(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, HALL).map;
    assert_int_equal(find_seat(h, map, 0, "a1"), 0);
    assert_int_equal(find_seat(h, map, 1, "t3"), 8);
    assert_int_equal(find_seat(h, map, 0, "a"), UINT32_MAX);
    assert_int_equal(find_seat(h, map, 0, ""), UINT32_MAX);
    assert_int_equal(find_seat(h, map, 2, "a1"), UINT32_MAX);
}

static void parts_are_listed(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, HALL).map;
    tc_map_category categories[4];
    tc_map_section sections[4];
    tc_map_area areas[4];
    uint32_t count = 0;
    memset(categories, 0, sizeof categories); /* a size of 0 is this library's */
    memset(sections, 0, sizeof sections);
    memset(areas, 0, sizeof areas);
    assert_int_equal(tc_map_category_list(look(h), map, 0, categories, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_string_equal(categories[0].name, "Gold");
    assert_string_equal(categories[0].color, "#d4af37");
    assert_int_equal(categories[0].seats, 4);
    assert_int_equal(categories[1].category, 2);
    assert_int_equal(tc_map_section_list(h->snapshot, map, 0, sections, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_string_equal(sections[0].zone, "z1");
    assert_int_equal(sections[0].seats, 6);
    assert_int_equal(sections[0].rows, 2);
    assert_int_equal(sections[0].max_x, 250);
    assert_int_equal(tc_map_area_list(h->snapshot, map, 0, areas, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_string_equal(areas[0].name, "Pit");
    assert_string_equal(areas[0].zone, "");
    assert_int_equal(areas[0].capacity, 300);
    assert_int_equal(areas[0].x, 75);
}

static void a_list_of_parts_says_how_many_there_are(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, HALL).map;
    tc_map_section one = TC_MAP_SECTION_INIT;
    uint32_t count = 0;
    assert_int_equal(tc_map_section_list(look(h), map, 0, NULL, 0, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_int_equal(tc_map_section_list(look(h), map, 0, &one, 1, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_string_equal(one.name, "Stalls");
    ASSERT_REFUSED(h, tc_map_section_list(h->snapshot, map, 0, NULL, 1, &count, &h->error),
                   TC_E_INVALID, "sections");
    ASSERT_REFUSED(h, tc_map_section_list(h->snapshot, map, 0, &one, 1, NULL, &h->error),
                   TC_E_INVALID, "count");
    ASSERT_REFUSED(h, tc_map_section_list(h->snapshot, 9, 0, &one, 1, &count, &h->error),
                   TC_E_NOT_FOUND, "map");
}

static const char FIRST[] = "name,row,seat,category,x,y\n"
                            "s1,A,1,Gold,0,0\ns2,A,2,Gold,50,0\ns3,A,3,Silver,100,0\n";

static void seats_keep_their_numbers_by_name(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, FIRST).map;
    tc_map_result result = update_map(h, map,
                                      "name,row,seat,category,x,y\n"
                                      "s0,A,0,Gold,-50,0\ns3,A,3,Gold,100,0\n"
                                      "s1,B,9,Gold,0,90\n");
    assert_int_equal(result.map_version, 2);
    assert_int_equal(result.version, 2);
    assert_int_equal(result.seats, 3);
    assert_int_equal(result.seats_added, 1);
    assert_int_equal(result.seats_retired, 1);
    assert_int_equal(result.seat_numbers, 4);
    assert_int_equal(find_seat(h, map, 2, "s1"), 0);
    assert_int_equal(find_seat(h, map, 2, "s3"), 2);
    assert_int_equal(find_seat(h, map, 2, "s0"), 3);
    assert_int_equal(find_seat(h, map, 1, "s2"), 1);
    assert_string_equal(read_seat(h, map, 2, 0).seat_label, "9");
    assert_string_equal(read_seat(h, map, 1, 0).seat_label, "1");
}

static void a_dropped_seat_is_retired(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, FIRST).map;
    update_map(h, map, "name,row,seat,category,x,y\ns1,A,1,Gold,0,0\n");
    assert_int_equal(find_seat(h, map, 2, "s2"), UINT32_MAX);
    tc_map_seat seat = read_seat(h, map, 2, 1);
    assert_int_equal(seat.seat_flags, TC_SEAT_FLAG_RETIRED);
    assert_string_equal(seat.name, "s2");
    assert_string_equal(seat.row_label, "");
    assert_int_equal(seat.row, UINT32_MAX);
    assert_int_equal(seat.category, 0);
}

static void a_retired_number_comes_back_with_its_name(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, FIRST).map;
    update_map(h, map, "name,row,seat,x,y\nnew,A,1,0,0\n");
    tc_map_result result = update_map(h, map, FIRST);
    assert_int_equal(result.seats_added, 0);
    assert_int_equal(result.seats_retired, 1);
    assert_int_equal(find_seat(h, map, 3, "s1"), 0);
    assert_int_equal(find_seat(h, map, 3, "s3"), 2);
    assert_int_equal(find_seat(h, map, 3, "new"), UINT32_MAX);
    assert_int_equal(find_seat(h, map, 2, "new"), 3);
}

static void categories_keep_their_numbers_by_name(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, FIRST).map;
    update_map(h, map, "name,row,seat,category,x,y\ns1,A,1,Bronze,0,0\ns3,A,3,Silver,100,0\n");
    tc_map_category categories[4] = {TC_MAP_CATEGORY_INIT};
    uint32_t count = 0;
    assert_int_equal(tc_map_category_list(look(h), map, 2, categories, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_string_equal(categories[0].name, "Gold");
    assert_int_equal(categories[0].seats, 0);
    assert_string_equal(categories[1].name, "Silver");
    assert_int_equal(categories[1].seats, 1);
    assert_string_equal(categories[2].name, "Bronze");
    assert_int_equal(read_seat(h, map, 2, 0).category, 3);
    assert_int_equal(read_seat(h, map, 2, 2).category, 2);
}

static void a_map_keeps_or_changes_its_name(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, FIRST).map;
    tc_map_update_request request = TC_MAP_UPDATE_REQUEST_INIT;
    tc_map_view view = TC_MAP_VIEW_INIT;
    update_map(h, map, HALL);
    assert_int_equal(tc_map_get(look(h), map, 0, &view, NULL), TC_OK);
    assert_string_equal(view.name, "Hall");
    request.map = map;
    request.name = "Great hall";
    request.text = FIRST;
    request.text_bytes = strlen(FIRST);
    assert_int_equal(tc_map_update(h->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_map_get(look(h), map, 0, &view, NULL), TC_OK);
    assert_string_equal(view.name, "Great hall");
}

static void a_stale_version_is_refused(void **state) {
    house *h = *state;
    tc_map_update_request request = TC_MAP_UPDATE_REQUEST_INIT;
    request.map = make_map(h, FIRST).map;
    request.expected_version = 3;
    request.text = FIRST;
    request.text_bytes = strlen(FIRST);
    ASSERT_REFUSED(h, tc_map_update(h->engine, &request, NULL, &h->error), TC_E_VERSION,
                   "expected_version");
    assert_int_equal(h->error.actual_version, 1);
}

static void an_update_with_a_request_id_happens_once(void **state) {
    house *h = *state;
    tc_map_update_request request = TC_MAP_UPDATE_REQUEST_INIT;
    tc_map_result first = TC_MAP_RESULT_INIT, second = TC_MAP_RESULT_INIT;
    request.map = make_map(h, FIRST).map;
    request.text = FIRST;
    request.text_bytes = strlen(FIRST);
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    assert_int_equal(tc_map_update(h->engine, &request, &first, NULL), TC_OK);
    assert_int_equal(tc_map_update(h->engine, &request, &second, NULL), TC_OK);
    assert_int_equal(first.map_version, 2);
    assert_int_equal(second.map_version, 2);
}

static void a_draft_is_published_once(void **state) {
    house *h = *state;
    tc_map_publish_request request = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_map_result result = TC_MAP_RESULT_INIT;
    tc_map_view view = TC_MAP_VIEW_INIT;
    request.map = make_map(h, FIRST).map;
    move_clock(h, 9);
    assert_int_equal(tc_map_publish(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.map_version, 1);
    assert_int_equal(result.seats, 3);
    assert_int_equal(tc_map_get(look(h), request.map, 0, &view, NULL), TC_OK);
    assert_int_equal(view.status, TC_MAP_PUBLISHED);
    assert_int_equal(view.published_at_ms, T0 + 9);
    assert_int_equal(view.published_version, 1);
    ASSERT_REFUSED(h, tc_map_publish(h->engine, &request, NULL, &h->error), TC_E_STATE,
                   "map_version");
    request.map_version = 2;
    ASSERT_REFUSED(h, tc_map_publish(h->engine, &request, NULL, &h->error), TC_E_NOT_FOUND,
                   "map_version");
}

static void events_need_a_published_version(void **state) {
    house *h = *state;
    tc_event_create_request event = event_like("Show");
    tc_event_result result = TC_EVENT_RESULT_INIT;
    event.map = make_map(h, FIRST).map;
    ASSERT_REFUSED(h, tc_event_create(h->engine, &event, NULL, &h->error), TC_E_STATE, "map");
    event.map_version = 1;
    ASSERT_REFUSED(h, tc_event_create(h->engine, &event, NULL, &h->error), TC_E_STATE,
                   "map_version");
    publish_map(h, event.map);
    update_map(h, event.map, "name,seat,x,y\nz,1,0,0\n");
    event.map_version = 0;
    assert_int_equal(tc_event_create(h->engine, &event, &result, NULL), TC_OK);
    assert_int_equal(result.map_version, 1);
    assert_int_equal(result.seats, 3);
}

static void a_map_is_removed_with_all_versions(void **state) {
    house *h = *state;
    tc_map_delete_request request = TC_MAP_DELETE_REQUEST_INIT;
    tc_map_view view = TC_MAP_VIEW_INIT;
    request.map = make_map(h, HALL).map;
    update_map(h, request.map, FIRST);
    assert_int_equal(tc_map_delete(h->engine, &request, NULL, NULL), TC_OK);
    ASSERT_REFUSED(h, tc_map_get(look(h), request.map, 0, &view, &h->error), TC_E_NOT_FOUND, "map");
    ASSERT_REFUSED(h, tc_map_delete(h->engine, &request, NULL, &h->error), TC_E_NOT_FOUND, "map");
    assert_int_equal(make_map(h, FIRST).map, request.map + 1);
    assert_int_equal(find_seat(h, request.map + 1, 0, "s1"), 0);
}

static void a_map_in_use_stays(void **state) {
    house *h = *state;
    tc_map_delete_request request = TC_MAP_DELETE_REQUEST_INIT;
    tc_event_create_request event = event_like("Show");
    event.map = request.map = make_map(h, FIRST).map;
    publish_map(h, event.map);
    uint64_t id = make_event(h, &event);
    ASSERT_REFUSED(h, tc_map_delete(h->engine, &request, NULL, &h->error), TC_E_IN_USE, "map");
    assert_int_equal(h->error.event, id);
}

static void maps_are_listed(void **state) {
    house *h = *state;
    uint64_t venue = make_venue(h, "V");
    tc_map_create_request made = TC_MAP_CREATE_REQUEST_INIT;
    made.name = "M";
    made.text = FIRST;
    made.text_bytes = strlen(FIRST);
    for (int i = 0; i < 5; i++) {
        made.venue = i % 2 ? venue : 0;
        assert_int_equal(tc_map_create(h->engine, &made, NULL, NULL), TC_OK);
    }
    update_map(h, 2, FIRST);
    tc_map_view views[2] = {TC_MAP_VIEW_INIT, TC_MAP_VIEW_INIT};
    tc_map_list_request request = TC_MAP_LIST_REQUEST_INIT;
    tc_map_list_result result = TC_MAP_LIST_RESULT_INIT;
    uint64_t seen = 0;
    result.maps = views;
    result.maps_capacity = 2;
    look(h);
    do {
        assert_int_equal(tc_map_list(h->snapshot, &request, &result, NULL), TC_OK);
        for (uint32_t i = 0; i < result.maps_count; i++) assert_int_equal(views[i].map, ++seen);
        request.after = result.next;
    } while (result.next);
    assert_int_equal(seen, 5);
    request.after = 0;
    request.venue = venue;
    assert_int_equal(tc_map_list(h->snapshot, &request, &result, NULL), TC_OK);
    assert_int_equal(result.maps_count, 2);
    assert_int_equal(views[0].map, 2);
    assert_int_equal(views[0].map_version, 2); /* the newest */
    assert_int_equal(views[1].map, 4);
    assert_int_equal(result.next, 0);
}

static void malformed_documents_import_nothing(void **state) {
    house *h = *state;
    tc_map_create_request request = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_view view = TC_MAP_VIEW_INIT;
    request.name = "M";
    request.text = "row,seat\nA,1\nA\n";
    request.text_bytes = strlen(request.text);
    ASSERT_REFUSED(h, tc_map_create(h->engine, &request, NULL, &h->error), TC_E_PARSE, "");
    assert_int_equal(h->error.line, 3);
    assert_int_equal(tc_map_get(look(h), 1, 0, &view, NULL), TC_E_NOT_FOUND);
    assert_int_equal(make_map(h, FIRST).map, 1);
    tc_map_update_request update = TC_MAP_UPDATE_REQUEST_INIT;
    update.map = 1;
    update.text = "{";
    update.text_bytes = 1;
    ASSERT_REFUSED(h, tc_map_update(h->engine, &update, NULL, &h->error), TC_E_PARSE, "");
    assert_int_equal(tc_map_get(look(h), 1, 0, &view, NULL), TC_OK);
    assert_int_equal(view.newest_version, 1);
}

static void validation_reports_without_a_store(void **state) {
    (void)state;
    tc_map_report report = TC_MAP_REPORT_INIT;
    assert_int_equal(tc_map_validate(HALL, strlen(HALL), 0, &report, NULL), TC_OK);
    assert_int_equal(report.form, TC_MAP_FORM_TICKETCORE);
    assert_int_equal(report.seats, 9);
    assert_int_equal(report.rows, 3);
    assert_int_equal(report.sections, 2);
    assert_int_equal(report.categories, 2);
    assert_int_equal(report.areas, 1);
    assert_int_equal(report.area_capacity, 300);
    assert_int_equal(report.aisles, 1);
    assert_int_equal(report.accessible, 1);
    assert_int_equal(report.companion, 0);
    assert_string_equal(report.name, "Small hall");
    assert_int_equal(tc_map_validate(FIRST, strlen(FIRST), TC_MAP_FORM_CSV, NULL, NULL), TC_OK);
}

static void validation_refuses_bad_arguments(void **state) {
    (void)state;
    tc_map_report report = TC_MAP_REPORT_INIT;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_map_validate(NULL, 5, 0, &report, &error), TC_E_INVALID);
    assert_string_equal(error.field, "text");
    assert_int_equal(tc_map_validate("x", 0, 0, &report, &error), TC_E_INVALID);
    assert_string_equal(error.field, "text_bytes");
    assert_int_equal(tc_map_validate("x", (size_t)TC_IMPORT_BYTES_MAX + 1, 0, &report, &error),
                     TC_E_LIMIT);
    assert_int_equal(tc_map_validate("x", 1, 4, &report, &error), TC_E_INVALID);
    assert_string_equal(error.field, "form");
    report.size = 4;
    assert_int_equal(tc_map_validate("seat\n1\n", 7, 0, &report, &error), TC_E_INVALID);
    assert_int_equal(tc_map_validate("row\n1\n", 6, 0, NULL, &error), TC_E_PARSE);
    assert_int_equal(error.line, 1);
    assert_string_equal(error.field, "header");
}

static void requests_with_bad_fields_are_refused(void **state) {
    house *h = *state;
    tc_map_create_request request = TC_MAP_CREATE_REQUEST_INIT;
    request.name = "M";
    request.text = FIRST;
    request.text_bytes = strlen(FIRST);
    request.reserved_bytes = 1;
    ASSERT_REFUSED(h, tc_map_create(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "reserved_bytes");
    request.reserved_bytes = 0;
    request.flags = 1;
    ASSERT_REFUSED(h, tc_map_create(h->engine, &request, NULL, &h->error), TC_E_INVALID, "flags");
    request.flags = 0;
    request.venue = 5;
    ASSERT_REFUSED(h, tc_map_create(h->engine, &request, NULL, &h->error), TC_E_NOT_FOUND, "venue");
    request.venue = 0;
    request.text = NULL;
    ASSERT_REFUSED(h, tc_map_create(h->engine, &request, NULL, &h->error), TC_E_INVALID, "text");
    tc_map_update_request update = TC_MAP_UPDATE_REQUEST_INIT;
    update.map = 5;
    update.text = FIRST;
    update.text_bytes = strlen(FIRST);
    ASSERT_REFUSED(h, tc_map_update(h->engine, &update, NULL, &h->error), TC_E_NOT_FOUND, "map");
}

/* A thousand rows, many text chunks and name rows; every seat is found, through a change too. */
static void a_large_map_holds_together(void **state) {
    house *h = *state;
    enum { ROWS = 400, SEATS = 50 };
    char *text = malloc((size_t)ROWS * SEATS * 32 + 64);
    assert_non_null(text);
    for (int round = 0; round < 2; round++) {
        size_t at = (size_t)sprintf(text, "name,row,seat,x,y\n");
        for (int r = 0; r < ROWS; r++)
            for (int s = 0; s < SEATS; s++)
                if (round == 0 || (r + s) % 7)
                    at += (size_t)sprintf(text + at, "n%d-%d,%d,%d,%d,%d\n", r, s, r, s, s * 50,
                                          r * 80);
        text[at] = '\0';
        tc_map_result result = round ? update_map(h, 1, text) : make_map(h, text);
        assert_int_equal(result.seat_numbers, ROWS * SEATS);
        assert_int_equal(result.seats_added, round ? 0 : ROWS * SEATS);
    }
    look(h);
    for (int r = 0; r < ROWS; r += 13) {
        for (int s = 0; s < SEATS; s += 7) {
            char name[32];
            uint32_t seat = 0;
            snprintf(name, sizeof name, "n%d-%d", r, s);
            int32_t want = (r + s) % 7 ? TC_OK : TC_E_NOT_FOUND;
            assert_int_equal(tc_map_seat_find(h->snapshot, 1, 2, name, &seat, NULL), want);
            if (want == TC_OK) assert_int_equal(seat, r * SEATS + s);
        }
    }
    free(text);
}

static void seats_are_listed_in_pages(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, HALL).map;
    tc_map_seat seats[4];
    uint32_t count = 0, at = 0;
    memset(seats, 0, sizeof seats);
    look(h);
    do {
        assert_int_equal(tc_map_seat_list(h->snapshot, map, 0, at, seats, 4, &count, NULL), TC_OK);
        for (uint32_t i = 0; i < count; i++) assert_int_equal(seats[i].seat, at + i);
        at += count;
    } while (count == 4);
    assert_int_equal(at, 9);
    ASSERT_REFUSED(h, tc_map_seat_list(h->snapshot, map, 0, 0, seats, 0, &count, &h->error),
                   TC_E_INVALID, "capacity");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(a_map_is_imported_and_read),
        MEMORY(a_map_without_a_name_has_the_documents),
        BOTH(seats_know_where_they_stand),
        MEMORY(tables_go_round),
        BOTH(seats_are_found_by_name),
        MEMORY(parts_are_listed),
        MEMORY(a_list_of_parts_says_how_many_there_are),
        BOTH(seats_keep_their_numbers_by_name),
        BOTH(a_dropped_seat_is_retired),
        MEMORY(a_retired_number_comes_back_with_its_name),
        MEMORY(categories_keep_their_numbers_by_name),
        MEMORY(a_map_keeps_or_changes_its_name),
        MEMORY(a_stale_version_is_refused),
        MEMORY(an_update_with_a_request_id_happens_once),
        BOTH(a_draft_is_published_once),
        MEMORY(events_need_a_published_version),
        BOTH(a_map_is_removed_with_all_versions),
        MEMORY(a_map_in_use_stays),
        MEMORY(maps_are_listed),
        MEMORY(malformed_documents_import_nothing),
        cmocka_unit_test(validation_reports_without_a_store),
        cmocka_unit_test(validation_refuses_bad_arguments),
        MEMORY(requests_with_bad_fields_are_refused),
        BOTH(a_large_map_holds_together),
        MEMORY(seats_are_listed_in_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
