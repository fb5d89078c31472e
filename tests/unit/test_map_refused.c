/* Documents that an import refuses: for every kind of fault the code, line, field and reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog/map_import.h"

#define OURS(body)                                                                                 \
    "{\"ticketcore_map\":1,\"name\":\"Hall\",\"categories\":[{\"name\":\"A\"},{\"name\":\"B\"}]"   \
    "," body "}"
#define SEAT(label, x, more) "{\"label\":\"" label "\",\"x\":" x ",\"y\":0" more "}"
#define ROWS(rows) OURS("\"sections\":[{\"name\":\"S\",\"rows\":[" rows "]}]")
#define ROW(seats) ROWS("{\"label\":\"1\",\"category\":\"A\",\"seats\":[" seats "]}")

#define PLAN(zones)                                                                                \
    "{\"name\":\"P\",\"size\":{\"width\":1,\"height\":1},\"categories\":[{\"name\":\"A\","         \
    "\"color\":"                                                                                   \
    "\"#112233\"}],\"zones\":[" zones "]}"
#define PSEAT(guid, x, y)                                                                          \
    "{\"seat_guid\":\"" guid "\",\"seat_number\":\"1\",\"position\":{\"x\":" x ",\"y\":" y "},"    \
    "\"category\":\"A\"}"

static void assert_refused(const char *text, uint32_t form, int32_t code, uint64_t line,
                           const char *field, const char *words) {
    tc_error error = TC_ERROR_INIT;
    tci_buf bytes;
    tci_buf_init(&bytes, NULL, 0);
    int32_t got = tci_map_import(tci_slice_str(text), form, &bytes, &error);
    tci_buf_free(&bytes);
    if (got != code || error.line != line || strcmp(error.field, field) != 0 ||
        !strstr(error.message, words))
        fail_msg("got %d line %d field \"%s\": %s", got, (int)error.line, error.field,
                 error.message);
}

/* REFUSED(name of the test, document, form, code, line, field, words of the reason) */
#define REFUSALS(REFUSED)                                                                          \
    REFUSED(nothing_but_space, " \n ", 0, PARSE, 1, "header", "no column")                         \
    REFUSED(not_utf8, "seat\n\xFF\n", 0, PARSE, 2, "text", "UTF-8")                                \
    REFUSED(json_cut_short, "{\"ticketcore_map\":1,\n\"sections\":[", 0, PARSE, 2, "sections[0]",  \
            "ends")                                                                                \
    REFUSED(json_with_a_tail, ROW(SEAT("1", "0", "")) "x", 0, PARSE, 1, "", "end of the text")     \
    REFUSED(json_array_at_the_top, "[]", 0, PARSE, 1, "", "an object")                             \
    REFUSED(ours_without_version, "{\"sections\":[]}", 0, PARSE, 1, "", "ticketcore_map")          \
    REFUSED(ours_of_version_two, "{\"ticketcore_map\":2}", 0, PARSE, 1, "ticketcore_map",          \
            "version 1")                                                                           \
    REFUSED(ours_without_seats, OURS("\"sections\":[]"), 0, PARSE, 0, "",                          \
            "neither seats nor areas")                                                             \
    REFUSED(ours_without_sections, "{\"ticketcore_map\":1}", 0, PARSE, 1, "", "sections or areas") \
    REFUSED(an_unknown_member, OURS("\"colour\":1"), 0, PARSE, 1, "colour", "no such member")      \
    REFUSED(a_mistyped_seat_member, ROW(SEAT("1", "0", ",\"acessible\":true")), 0, PARSE, 1,       \
            "sections[0].rows[0].seats[0].acessible", "no such member")                            \
    REFUSED(a_member_twice, ROW(SEAT("1", "0", ",\"x\":1")), 0, PARSE, 1,                          \
            "sections[0].rows[0].seats[0].x", "twice")                                             \
    REFUSED(a_seat_without_label, ROW("{\"x\":0,\"y\":0}"), 0, PARSE, 1,                           \
            "sections[0].rows[0].seats[0]", "needs a label")                                       \
    REFUSED(a_seat_without_place, ROW("{\"label\":\"1\",\"x\":0}"), 0, PARSE, 1,                   \
            "sections[0].rows[0].seats[0]", "needs x and y")                                       \
    REFUSED(an_unknown_category,                                                                   \
            ROW(SEAT("1", "0", "") ",\n" SEAT("2", "5", ",\"category\":\"Q\"")), 0, PARSE, 2,      \
            "sections[0].rows[0].seats[1].category", "no category \"Q\"")                          \
    REFUSED(no_category_at_all, ROWS("{\"label\":\"1\",\"seats\":[" SEAT("1", "0", "") "]}"), 0,   \
            PARSE, 1, "sections[0].rows[0].seats[0].category", "has a category")                   \
    REFUSED(a_name_twice,                                                                          \
            ROW(SEAT("1", "0", ",\"name\":\"n\"") ",\n" SEAT("2", "9", ",\"name\":\"n\"")), 0,     \
            PARSE, 2, "sections[0].rows[0].seats[1].name", "\"n\" stands at another seat")         \
    REFUSED(a_derived_name_twice, ROW(SEAT("1", "0", "") "," SEAT("1", "9", "")), 0, PARSE, 1,     \
            "sections[0].rows[0].seats[1].name", "S-1-1")                                          \
    REFUSED(a_section_twice, OURS("\"sections\":[{\"name\":\"S\"},{\"name\":\"S\"}]"), 0, PARSE,   \
            1, "sections[1]", "two sections")                                                      \
    REFUSED(a_category_twice,                                                                      \
            "{\"ticketcore_map\":1,\"categories\":[{\"name\":\"A\"},{\"name\":\"A\"}]}", 0, PARSE, \
            1, "categories[1]", "two categories")                                                  \
    REFUSED(an_area_twice,                                                                         \
            OURS("\"areas\":[{\"name\":\"P\",\"x\":0,\"y\":0},{\"name\":\"P\",\"x\":0,\"y\":0}]"), \
            0, PARSE, 0, "areas", "two areas")                                                     \
    REFUSED(an_area_without_place, OURS("\"areas\":[{\"name\":\"P\"}]"), 0, PARSE, 1, "areas[0]",  \
            "polygon")                                                                             \
    REFUSED(a_point_of_three, OURS("\"areas\":[{\"name\":\"P\",\"polygon\":[[1,2,3]]}]"), 0,       \
            PARSE, 1, "areas[0].polygon[0][2]", "[x, y]")                                          \
    REFUSED(half_a_capacity,                                                                       \
            OURS("\"areas\":[{\"name\":\"P\",\"capacity\":1.5,\"x\":0,\"y\":0}]"), 0, LIMIT, 1,    \
            "areas[0].capacity", "whole number")                                                   \
    REFUSED(a_bad_colour,                                                                          \
            "{\"ticketcore_map\":1,\"categories\":[{\"name\":\"A\",\"color\":\"red\"}]}", 0,       \
            PARSE, 1, "categories[0].color", "#rrggbb")                                            \
    REFUSED(a_bad_scale, OURS("\"scale\":3"), 0, PARSE, 1, "scale", "power of ten")                \
    REFUSED(a_bad_kind, ROWS("{\"kind\":\"sofa\",\"seats\":[]}"), 0, PARSE, 1,                     \
            "sections[0].rows[0].kind", "row, table, booth")                                       \
    REFUSED(a_bad_aisle, ROW(SEAT("1", "0", ",\"aisle\":\"up\"")), 0, PARSE, 1,                    \
            "sections[0].rows[0].seats[0].aisle", "left, right, both")                             \
    REFUSED(a_flag_that_is_none, ROW(SEAT("1", "0", ",\"accessible\":1")), 0, PARSE, 1,            \
            "sections[0].rows[0].seats[0].accessible", "true or false")                            \
    REFUSED(a_place_too_far_out, ROW(SEAT("1", "1000000001", "")), 0, PARSE, 1,                    \
            "sections[0].rows[0].seats[0].x", "1,000,000,000")                                     \
    REFUSED(an_infinite_place, ROW(SEAT("1", "1e999", "")), 0, PARSE, 1,                           \
            "sections[0].rows[0].seats[0].x", "finite")                                            \
    REFUSED(a_control_character, ROW(SEAT("\\u0007", "0", "")), 0, PARSE, 1,                       \
            "sections[0].rows[0].seats[0].label", "control character")                             \
    REFUSED(a_plan_without_guid,                                                                   \
            PLAN("{\"name\":\"Z\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{\"seats\":[{"          \
                 "\"position\":{\"x\":0,\"y\":0},\"category\":\"A\"}]}]}"),                        \
            0, PARSE, 1, "zones[0].rows[0].seats[0]", "seat_guid")                                 \
    REFUSED(a_plan_with_a_guid_twice,                                                              \
            PLAN("{\"name\":\"Z\",\"rows\":[{\"seats\":[" PSEAT("g", "0", "0") ",\n" PSEAT(        \
                "g", "9", "0") "]}]}"),                                                            \
            0, PARSE, 2, "zones[0].rows[0].seats[1].seat_guid", "\"g\"")                           \
    REFUSED(a_plan_with_an_unknown_category,                                                       \
            "{\"categories\":[],\"zones\":[{},{\"rows\":[{},{\"seats\":[" PSEAT("g", "0",          \
                                                                                "0") "]}]}]}",     \
            0, PARSE, 1, "zones[1].rows[1].seats[0].category", "no category \"A\"")                \
    REFUSED(a_plan_without_categories, "{\"zones\":[]}", 0, PARSE, 1, "", "needs categories")      \
    REFUSED(a_plan_that_is_none, "{}", TC_MAP_FORM_PRETIX, PARSE, 1, "", "needs zones")            \
    REFUSED(a_plan_with_half_a_position,                                                           \
            PLAN("{\"rows\":[{\"seats\":[{\"seat_guid\":\"g\",\"position\":{\"x\":1},"             \
                 "\"category\":\"A\"}]}]}"),                                                       \
            0, PARSE, 1, "zones[0].rows[0].seats[0].position", "x and y")                          \
    REFUSED(csv_without_seat, "row,x,y\n1,2,3\n", 0, PARSE, 1, "header", "\"seat\"")               \
    REFUSED(csv_with_an_unknown_column, "seat,flavour\n1,2\n", 0, PARSE, 1, "header",              \
            "\"flavour\"")                                                                         \
    REFUSED(csv_with_a_column_twice, "seat,x,y,x\n", 0, PARSE, 1, "x", "twice")                    \
    REFUSED(csv_with_x_alone, "seat,x\n1,2\n", 0, PARSE, 1, "header", "x and y")                   \
    REFUSED(csv_header_alone, "seat\n", 0, PARSE, 0, "", "neither seats nor areas")                \
    REFUSED(csv_short_line, "row,seat\nA,1\nA\n", 0, PARSE, 3, "", "1 fields, the header 2")       \
    REFUSED(csv_long_line, "row,seat\nA,1,2\n", 0, PARSE, 2, "", "3 fields")                       \
    REFUSED(csv_empty_seat, "row,seat\nA,\n", 0, PARSE, 2, "seat", "empty")                        \
    REFUSED(csv_bad_number, "seat,x,y\n1,a,0\n", 0, PARSE, 2, "x", "not a number")                 \
    REFUSED(csv_bad_number_tail, "seat,x,y\n1,1,0m\n", 0, PARSE, 2, "y", "not a number")           \
    REFUSED(csv_bad_flag, "seat,accessible\n1,maybe\n", 0, PARSE, 2, "accessible", "yes, no")      \
    REFUSED(csv_bad_colour, "seat,category,color\n1,A,red\n", 0, PARSE, 2, "color", "#rrggbb")     \
    REFUSED(csv_name_twice, "seat,name\n1,n\n2,n\n", 0, PARSE, 3, "name", "in line 2")             \
    REFUSED(csv_open_quote, "seat\n\"1\n", 0, PARSE, 2, "", "does not end")                        \
    REFUSED(csv_quote_inside, "seat\n1\"2\n", 0, PARSE, 2, "", "inside a plain field")             \
    REFUSED(csv_after_quote, "seat\n\"1\"2\n", 0, PARSE, 2, "", "behind a quoted field")           \
    REFUSED(csv_mixed_kinds, "row,seat,kind\nA,1,row\nA,2,table\n", 0, PARSE, 3, "kind",           \
            "one kind")                                                                            \
    REFUSED(csv_far_out, "seat,x,y\n1,0,2e9\n", 0, PARSE, 2, "y", "1,000,000,000")

#define AS_FUNCTION(name, text, form, code, line, field, words)                                    \
    static void refuses_##name(void **state) {                                                     \
        (void)state;                                                                               \
        assert_refused(text, form, TC_E_##code, line, field, words);                               \
    }
REFUSALS(AS_FUNCTION)

/* A text of repeated pieces; '@' in a piece becomes its number. */
static char *repeat(const char *head, const char *piece, uint32_t count, const char *tail) {
    size_t room = strlen(head) + (strlen(piece) + 12) * count + strlen(tail) + 1;
    char *text = malloc(room);
    assert_non_null(text);
    size_t at = (size_t)snprintf(text, room, "%s", head);
    for (uint32_t i = 0; i < count; i++) {
        const char *mark = strchr(piece, '@');
        int before = mark ? (int)(mark - piece) : (int)strlen(piece);
        at += (size_t)snprintf(text + at, room - at, "%.*s", before, piece);
        if (mark) at += (size_t)snprintf(text + at, room - at, "%u%s", (unsigned)i, mark + 1);
    }
    snprintf(text + at, room - at, "%s", tail);
    return text;
}

static void refuses_too_long_a_row(void **state) {
    (void)state;
    char *text = repeat("seat,x,y\n", "@,0,0\n", TC_ROW_SEATS_MAX + 1, "");
    assert_refused(text, 0, TC_E_LIMIT, TC_ROW_SEATS_MAX + 2, "row", "at most 10000 seats");
    free(text);
}

static void refuses_too_many_categories(void **state) {
    (void)state;
    char *text = repeat("seat,category\n", "1,c@\n", TC_CATEGORIES_MAX + 1, "");
    assert_refused(text, 0, TC_E_LIMIT, 0, "categories", "at most 250 categories");
    free(text);
}

static void refuses_too_many_sections(void **state) {
    (void)state;
    char *text = repeat("{\"ticketcore_map\":1,\"sections\":[{\"name\":\"x\"}",
                        ",{\"name\":\"s@\"}", TC_SECTIONS_MAX, "]}");
    assert_refused(text, 0, TC_E_LIMIT, 1, "sections[2000]", "at most 2000 sections");
    free(text);
}

static void refuses_too_many_points(void **state) {
    (void)state;
    char *text = repeat("{\"ticketcore_map\":1,\"areas\":[{\"name\":\"x\",\"polygon\":[[0,0]",
                        ",[@,0]", TC_AREA_POINTS_MAX, "]}]}");
    assert_refused(text, 0, TC_E_LIMIT, 1, "areas[0].polygon[200]", "at most 200 points");
    free(text);
}

static void refuses_too_deep_a_text(void **state) {
    (void)state;
    char *text = repeat("{\"zones\":[],\"categories\":[],\"x\":", "[", 40, "");
    assert_refused(text, 0, TC_E_LIMIT, 1, "0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]",
                   "deeper than 32");
    free(text);
}

static void refuses_too_long_a_name(void **state) {
    (void)state;
    char *text = repeat("seat,name\n1,", "abcdefghij", 13, "\n");
    assert_refused(text, 0, TC_E_LIMIT, 2, "name", "126 bytes");
    free(text);
}

static void refuses_too_long_a_derived_name(void **state) {
    (void)state;
    char *text = repeat("seat,section\n1,", "abcdefghij", 13, "\n");
    assert_refused(text, 0, TC_E_LIMIT, 2, "name", "give one");
    free(text);
}

static void refuses_too_long_a_field(void **state) {
    (void)state;
    char *text = repeat("seat\n\"", "abcdefghij", 103, "\"\n");
    assert_refused(text, 0, TC_E_LIMIT, 2, "", "1024 bytes");
    free(text);
}

#define AS_TEST(name, text, form, code, line, field, words) cmocka_unit_test(refuses_##name),

int main(void) {
    const struct CMUnitTest tests[] = {
        REFUSALS(AS_TEST) cmocka_unit_test(refuses_too_long_a_row),
        cmocka_unit_test(refuses_too_many_categories),
        cmocka_unit_test(refuses_too_many_sections),
        cmocka_unit_test(refuses_too_many_points),
        cmocka_unit_test(refuses_too_deep_a_text),
        cmocka_unit_test(refuses_too_long_a_name),
        cmocka_unit_test(refuses_too_long_a_derived_name),
        cmocka_unit_test(refuses_too_long_a_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
