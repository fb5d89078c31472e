/* Seat maps going out: export that comes back the same, drawings, sizes of buffers. */
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

static char *export_map(house *h, uint64_t map, uint32_t version) {
    size_t length = 0;
    assert_int_equal(tc_map_export(look(h), map, version, NULL, 0, &length, NULL), TC_E_BUFFER);
    char *text = malloc(length + 1);
    assert_non_null(text);
    assert_int_equal(tc_map_export(h->snapshot, map, version, text, length + 1, &length, NULL),
                     TC_OK);
    assert_int_equal(strlen(text), length);
    return text;
}

static const char FIRST[] = "name,row,seat,category,x,y\n"
                            "s1,A,1,Gold,0,0\ns2,A,2,Gold,50,0\ns3,A,3,Silver,100,0\n";

/* Export, import again, export: the same text, so the same layout. */
static void exports_come_back_the_same(void **state) {
    house *h = *state;
    static const char *const TEXTS[] = {
        HALL, FIRST, "section,row,seat,x,y\nL,A,1,0.25,0\nR,A,1,500,0\nL,B,1,0,90.5\nL,A,2,50,0\n",
        "{\"categories\":[{\"name\":\"A\",\"color\":\"#123\"}],\"zones\":[{\"name\":\"Z\",\"zone_"
        "id\":\"q\","
        "\"position\":{\"x\":1.5,\"y\":0},\"rows\":[{\"row_number\":\"1\",\"position\":{\"x\":0,"
        "\"y\":0},"
        "\"seats\":[{\"seat_guid\":\"g "
        "\\\"1\\\"\",\"seat_number\":\"1\",\"position\":{\"x\":0,\"y\":0},"
        "\"category\":\"A\"}]}],\"areas\":[{\"shape\":\"circle\",\"position\":{\"x\":9,\"y\":9},"
        "\"circle\":{\"radius\":5},\"text\":{\"text\":\"Bar\"}}]}]}"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        uint64_t first = make_map(h, TEXTS[i]).map;
        char *once = export_map(h, first, 0);
        uint64_t second = make_map(h, once).map;
        char *twice = export_map(h, second, 0);
        assert_string_equal(once, twice);
        tc_map_view one = TC_MAP_VIEW_INIT, two = TC_MAP_VIEW_INIT;
        assert_int_equal(tc_map_get(look(h), first, 0, &one, NULL), TC_OK);
        assert_int_equal(tc_map_get(h->snapshot, second, 0, &two, NULL), TC_OK);
        assert_int_equal(one.max_x, two.max_x);
        assert_int_equal(one.focal_x, two.focal_x);
        for (uint32_t s = 0; s < one.seats; s++) {
            tc_map_seat a = read_seat(h, first, 0, s);
            char name[TC_SEAT_NAME_MAX + 1];
            snprintf(name, sizeof name, "%s", a.name);
            uint32_t left = a.left, right = a.right, flags = a.seat_flags;
            tc_map_seat b = read_seat(h, second, 0, s);
            assert_string_equal(name, b.name);
            assert_int_equal(left, b.left);
            assert_int_equal(right, b.right);
            assert_int_equal(flags, b.seat_flags);
        }
        free(once);
        free(twice);
    }
}

static void a_small_buffer_says_what_is_needed(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, FIRST).map;
    char tiny[8] = "keep";
    size_t length = 0;
    ASSERT_REFUSED(h, tc_map_export(look(h), map, 0, tiny, sizeof tiny, &length, &h->error),
                   TC_E_BUFFER, "capacity");
    assert_true(length > sizeof tiny);
    assert_string_equal(tiny, "keep");
    ASSERT_REFUSED(h, tc_map_svg(h->snapshot, map, 0, NULL, 8, &length, &h->error), TC_E_INVALID,
                   "buffer");
    ASSERT_REFUSED(h, tc_map_svg(h->snapshot, map, 0, tiny, sizeof tiny, NULL, &h->error),
                   TC_E_INVALID, "length");
}

static char *draw_map(house *h, uint64_t map) {
    size_t length = 0;
    assert_int_equal(tc_map_svg(look(h), map, 0, NULL, 0, &length, NULL), TC_E_BUFFER);
    char *text = malloc(length + 1);
    assert_non_null(text);
    assert_int_equal(tc_map_svg(h->snapshot, map, 0, text, length + 1, &length, NULL), TC_OK);
    return text;
}

static void a_drawing_shows_what_there_is(void **state) {
    house *h = *state;
    char *svg = draw_map(h, make_map(h, HALL).map);
    assert_int_equal(strncmp(svg, "<svg ", 5), 0);
    assert_non_null(strstr(svg, "</svg>\n"));
    assert_non_null(strstr(svg, ">Hall</text>"));
    assert_non_null(strstr(svg, ">Stalls</text>"));
    assert_non_null(strstr(svg, ">Pit</text>"));
    assert_non_null(strstr(svg, "300 standing"));
    assert_non_null(strstr(svg, "stroke=\"#d4af37\""));
    assert_non_null(strstr(svg, "stroke-linecap=\"square\"")); /* the accessible seat */
    size_t dots = 0;
    for (const char *at = svg; (at = strstr(at, "h.01")) != NULL; at += 4) dots++;
    assert_int_equal(dots, 9);
    free(svg);
}

static void names_are_escaped_in_a_drawing(void **state) {
    house *h = *state;
    char *svg = draw_map(h, make_map(h, "section,seat\n<b>&,1\nx,1\n").map);
    assert_null(strstr(svg, "<b>"));
    assert_non_null(strstr(svg, "&lt;b&gt;&amp;"));
    free(svg);
}

static void an_events_drawing_shows_states(void **state) {
    house *h = *state;
    tc_event_create_request event = event_like("Show <1>");
    event.map = make_map(h, HALL).map;
    publish_map(h, event.map);
    uint64_t id = make_event(h, &event);
    hold_seat(h, id, 3);
    size_t length = 0;
    assert_int_equal(tc_event_svg(look(h), id, NULL, 0, &length, NULL), TC_E_BUFFER);
    char *svg = malloc(length + 1);
    assert_non_null(svg);
    assert_int_equal(tc_event_svg(h->snapshot, id, svg, length + 1, &length, NULL), TC_OK);
    assert_non_null(strstr(svg, "Show &lt;1&gt;"));
    assert_non_null(strstr(svg, "free <tspan fill=\"#6b7788\">8</tspan>"));
    assert_non_null(strstr(svg, "held <tspan fill=\"#6b7788\">1</tspan>"));
    free(svg);
    event.map = 0;
    id = make_event(h, &event);
    ASSERT_REFUSED(h, tc_event_svg(look(h), id, NULL, 0, &length, &h->error), TC_E_NOT_FOUND,
                   "event");
}

static void a_standing_house_is_a_map_too(void **state) {
    house *h = *state;
    tc_map_result map =
        make_map(h, "{\"ticketcore_map\":1,\"areas\":[{\"name\":\"Field\",\"capacity\":9000,"
                    "\"x\":0,\"y\":0}]}");
    assert_int_equal(map.seats, 0);
    publish_map(h, map.map);
    tc_event_create_request event = event_like("Open air");
    event.map = map.map;
    make_event(h, &event);
    char *svg = draw_map(h, map.map);
    assert_non_null(strstr(svg, "9,000 standing"));
    free(svg);
    char *text = export_map(h, map.map, 0);
    assert_non_null(strstr(text, "\"capacity\":9000"));
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(exports_come_back_the_same),       MEMORY(a_small_buffer_says_what_is_needed),
        MEMORY(a_drawing_shows_what_there_is),  MEMORY(names_are_escaped_in_a_drawing),
        MEMORY(an_events_drawing_shows_states), MEMORY(a_standing_house_is_a_map_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
