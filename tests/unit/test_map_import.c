/* Imports in all three forms: what a sound document compiles to, and for every kind of unsound one
 * the code, line, field and reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog/map_doc.h"
#include "catalog/map_import.h"

/* A compiled map with the bytes it points into. */
typedef struct imported {
    tci_buf bytes;
    tci_compiled map;
} imported;

static imported import_text(const char *text, uint32_t form) {
    imported in;
    tc_error error = TC_ERROR_INIT;
    tci_buf_init(&in.bytes, NULL, 0);
    int32_t code = tci_map_import(tci_slice_str(text), form, &in.bytes, &error);
    if (code != TC_OK)
        fail_msg("%d line %d %s: %s", code, (int)error.line, error.field, error.message);
    assert_true(tci_compiled_read(tci_buf_slice(&in.bytes), &in.map));
    return in;
}

static void release(imported *in) {
    tci_buf_free(&in->bytes);
}

static void assert_slice(tci_slice got, const char *want) {
    assert_int_equal(got.len, strlen(want));
    assert_memory_equal(got.data, want, got.len);
}

/* Name or label of the seat at a place. */
static tci_slice seat_name(const imported *in, uint32_t place, bool label) {
    tci_reader reader = tci_reader_of(in->map.seat_texts);
    tci_slice text = {NULL, 0};
    for (uint32_t i = 0; i <= place; i++) {
        tci_slice first = tci_read_short(&reader), second = tci_read_short(&reader);
        text = label ? first : second;
    }
    return text;
}

static tci_layout_section section_at(const imported *in, uint32_t index) {
    tci_reader reader = tci_reader_of(in->map.section_part);
    tci_layout_section section = {0};
    for (uint32_t i = 0; i <= index; i++) tci_layout_section_read(&reader, &section);
    return section;
}

static tci_layout_category category_at(const imported *in, uint32_t index) {
    tci_reader reader = tci_reader_of(in->map.category_part);
    tci_layout_category category = {0};
    for (uint32_t i = 0; i <= index; i++) tci_layout_category_read(&reader, &category);
    return category;
}

static tci_layout_area area_at(const imported *in, uint32_t index) {
    tci_reader reader = tci_reader_of(in->map.area_part);
    tci_layout_area area = {0};
    for (uint32_t i = 0; i <= index; i++) tci_layout_area_read(&reader, &area);
    return area;
}

#define OURS(body)                                                                                 \
    "{\"ticketcore_map\":1,\"name\":\"Hall\",\"categories\":[{\"name\":\"A\"},{\"name\":\"B\"}]," body "}"
#define SEAT(label, x, more) "{\"label\":\"" label "\",\"x\":" x ",\"y\":0" more "}"
#define ROWS(rows) OURS("\"sections\":[{\"name\":\"S\",\"rows\":[" rows "]}]")
#define ROW(seats) ROWS("{\"label\":\"1\",\"category\":\"A\",\"seats\":[" seats "]}")

static void ours_in_short(void **state) {
    (void)state;
    imported in = import_text(ROW(SEAT("1", "0", "") "," SEAT("2", "50", ",\"category\":\"B\"")), 0);
    assert_int_equal(in.map.form, TC_MAP_FORM_TICKETCORE);
    assert_int_equal(in.map.live, 2);
    assert_int_equal(in.map.rows, 1);
    assert_int_equal(in.map.categories, 2);
    assert_slice(in.map.name, "Hall");
    assert_slice(seat_name(&in, 0, false), "S-1-1");
    assert_slice(seat_name(&in, 1, true), "2");
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).category, 1);
    assert_int_equal(tci_compiled_seat_at(&in.map, 1).category, 2);
    assert_int_equal(tci_compiled_row_at(&in.map, 0).category, 0); /* mixed */
    assert_int_equal(category_at(&in, 0).seats, 1);
    release(&in);
}

static void ours_with_every_attribute(void **state) {
    (void)state;
    imported in = import_text(
        ROW(SEAT("1", "0", ",\"name\":\"n1\",\"accessible\":true,\"aisle\":\"right\"") ","
            SEAT("2", "50", ",\"companion\":true,\"restricted_view\":true,\"accessible\":false")),
        TC_MAP_FORM_TICKETCORE);
    assert_slice(seat_name(&in, 0, false), "n1");
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).flags,
                     TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_AISLE_RIGHT);
    assert_int_equal(tci_compiled_seat_at(&in.map, 1).flags,
                     TC_SEAT_FLAG_COMPANION | TC_SEAT_FLAG_RESTRICTED_VIEW |
                         TC_SEAT_FLAG_AISLE_LEFT);
    release(&in);
}

static void scale_multiplies(void **state) {
    (void)state;
    imported in = import_text(
        OURS("\"scale\":100,\"units\":\"m\",\"focal\":{\"x\":0.5,\"y\":-1.25},"
             "\"sections\":[{\"name\":\"S\",\"rows\":[{\"category\":\"A\",\"seats\":["
             "{\"label\":\"1\",\"x\":0.555,\"y\":2}]}]}]"),
        0);
    tci_compiled_seat seat = tci_compiled_seat_at(&in.map, 0);
    assert_int_equal(seat.x, 56);
    assert_int_equal(seat.y, 200);
    assert_int_equal(in.map.focal_y, -125);
    assert_true(in.map.focal_given);
    assert_slice(in.map.units, "m");
    assert_slice(seat_name(&in, 0, false), "S-1"); /* a row without a label */
    release(&in);
}

static void the_focal_point_is_top_centre_by_default(void **state) {
    (void)state;
    imported in = import_text(ROW(SEAT("1", "100", "") "," SEAT("2", "300", "")), 0);
    assert_int_equal(in.map.focal_x, 200);
    assert_int_equal(in.map.focal_y, 0);
    assert_false(in.map.focal_given);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).focal, 100);
    release(&in);
}

static void a_section_may_look_elsewhere(void **state) {
    (void)state;
    imported in = import_text(
        OURS("\"sections\":[{\"name\":\"S\",\"focal\":{\"x\":3,\"y\":4},\"rows\":[{\"category\":\"A\","
             "\"seats\":[" SEAT("1", "0", "") "]}]}]"),
        0);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).focal, 5);
    assert_int_equal(section_at(&in, 0).focal_x, 3);
    release(&in);
}

static void standing_areas_are_kept(void **state) {
    (void)state;
    imported in = import_text(
        OURS("\"areas\":[{\"name\":\"Pit\",\"capacity\":500,\"category\":\"B\",\"polygon\":[[0,0],[100,0],"
             "[100,60]]},{\"name\":\"Bar\",\"x\":5,\"y\":6}]"),
        0);
    assert_int_equal(in.map.live, 0);
    assert_int_equal(in.map.areas, 2);
    tci_layout_area pit = area_at(&in, 0), bar = area_at(&in, 1);
    assert_slice(pit.name, "Pit");
    assert_int_equal(pit.capacity, 500);
    assert_int_equal(pit.category, 2);
    assert_int_equal(pit.points, 3);
    assert_int_equal(pit.x, 50);
    assert_int_equal(pit.y, 30);
    assert_int_equal(bar.points, 0);
    assert_int_equal(in.map.box.max_x, 100);
    release(&in);
}

static void tables_are_rings(void **state) {
    (void)state;
    imported in = import_text(
        ROWS("{\"kind\":\"table\",\"category\":\"A\",\"seats\":[{\"label\":\"1\",\"x\":100,\"y\":0},"
             "{\"label\":\"3\",\"x\":-100,\"y\":0},{\"label\":\"2\",\"x\":0,\"y\":100},"
             "{\"label\":\"4\",\"x\":0,\"y\":-100}]}"),
        0);
    assert_int_equal(tci_compiled_row_at(&in.map, 0).kind, TC_ROW_TABLE);
    assert_slice(seat_name(&in, 1, true), "2");
    assert_slice(seat_name(&in, 2, true), "3");
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).flags, TC_SEAT_FLAG_TABLE);
    release(&in);
}

static void bare_numbers_serve_as_labels(void **state) {
    (void)state;
    imported in = import_text(
        ROWS("{\"label\":7,\"category\":\"A\",\"seats\":[{\"label\":12,\"x\":0,\"y\":0}]}"), 0);
    assert_slice(seat_name(&in, 0, false), "S-7-12");
    release(&in);
}

static void categories_may_come_last(void **state) {
    (void)state;
    imported in = import_text("{\"sections\":[{\"name\":\"S\",\"rows\":[{\"category\":\"Z\",\"seats\":["
                              "{\"label\":\"1\",\"x\":0,\"y\":0}]}]}],\"categories\":[{\"name\":\"Z\","
                              "\"color\":\"#AbC\"}],\"ticketcore_map\":1}",
                              0);
    assert_slice(category_at(&in, 0).name, "Z");
    assert_slice(category_at(&in, 0).color, "#AAbbCC");
    release(&in);
}

static void rows_without_seats_are_left_out(void **state) {
    (void)state;
    imported in = import_text(ROWS("{\"label\":\"0\",\"seats\":[]},{\"label\":\"1\",\"category\":\"A\","
                                   "\"seats\":[" SEAT("1", "0", "") "]}"),
                              0);
    assert_int_equal(in.map.rows, 1);
    tci_reader labels = tci_reader_of(in.map.row_labels);
    assert_slice(tci_read_short(&labels), "1");
    release(&in);
}

static void a_byte_order_mark_is_passed_over(void **state) {
    (void)state;
    imported in = import_text("\xEF\xBB\xBFseat\n1\n", 0);
    assert_int_equal(in.map.form, TC_MAP_FORM_CSV);
    release(&in);
}

#define PLAN(zones)                                                                                \
    "{\"name\":\"P\",\"size\":{\"width\":1,\"height\":1},\"categories\":[{\"name\":\"A\",\"color\":"  \
    "\"#112233\"}],\"zones\":[" zones "]}"
#define PSEAT(guid, x, y)                                                                          \
    "{\"seat_guid\":\"" guid "\",\"seat_number\":\"1\",\"position\":{\"x\":" x ",\"y\":" y "},"      \
    "\"category\":\"A\"}"

static void a_plan_adds_its_offsets(void **state) {
    (void)state;
    imported in = import_text(
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":1000,\"y\":2000},\"rows\":[{\"row_number\":\"7\","
             "\"position\":{\"x\":100,\"y\":200},\"seats\":[" PSEAT("g1", "10", "20") "]}]}"),
        0);
    assert_int_equal(in.map.form, TC_MAP_FORM_PRETIX);
    tci_compiled_seat seat = tci_compiled_seat_at(&in.map, 0);
    assert_int_equal(seat.x, 1110);
    assert_int_equal(seat.y, 2220);
    assert_slice(seat_name(&in, 0, false), "g1");
    assert_slice(section_at(&in, 0).name, "Z");
    release(&in);
}

static void a_plan_with_positions_last_too(void **state) {
    (void)state;
    imported in = import_text(
        PLAN("{\"rows\":[{\"seats\":[" PSEAT("g1", "1", "2") "],\"position\":{\"x\":10,\"y\":20},"
             "\"row_number\":\"7\"}],\"position\":{\"x\":100,\"y\":200},\"zone_id\":\"zz\",\"name\":\"Z\"}"),
        0);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).x, 111);
    assert_slice(section_at(&in, 0).zone, "zz");
    release(&in);
}

static void a_plan_with_fractions_is_scaled(void **state) {
    (void)state;
    imported in = import_text(
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":0.5,\"y\":0},\"rows\":[{\"row_number\":\"1\",\"position\":"
             "{\"x\":0,\"y\":0},\"seats\":[" PSEAT("g1", "1.25", "0") "]}]}"),
        0);
    assert_int_equal(in.map.scale, 100);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).x, 175);
    release(&in);
}

static void zones_of_one_name_are_one_section(void **state) {
    (void)state;
    imported in = import_text(
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{\"row_number\":\"1\",\"position\":"
             "{\"x\":0,\"y\":0},\"seats\":[" PSEAT("a", "0", "0") "]}]},"
             "{\"name\":\"Y\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{\"row_number\":\"1\",\"position\":"
             "{\"x\":0,\"y\":0},\"seats\":[" PSEAT("b", "0", "0") "]}]},"
             "{\"name\":\"Z\",\"position\":{\"x\":9,\"y\":0},\"rows\":[{\"row_number\":\"2\",\"position\":"
             "{\"x\":0,\"y\":0},\"seats\":[" PSEAT("c", "0", "0") "]}]}"),
        0);
    assert_int_equal(in.map.sections, 2);
    assert_int_equal(section_at(&in, 0).seats, 2);
    assert_slice(seat_name(&in, 1, false), "c"); /* rows of a section stand together */
    assert_int_equal(tci_compiled_row_at(&in.map, 2).section, 2);
    release(&in);
}

static void areas_of_a_plan_with_a_text_are_kept(void **state) {
    (void)state;
    imported in = import_text(
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":100,\"y\":0},\"rows\":[],\"areas\":["
             "{\"shape\":\"rectangle\",\"position\":{\"x\":10,\"y\":20},\"rectangle\":{\"width\":40,"
             "\"height\":30},\"rotation\":0,\"text\":{\"text\":\"Stage\"},\"color\":\"#fff\"},"
             "{\"shape\":\"circle\",\"position\":{\"x\":0,\"y\":0},\"circle\":{\"radius\":10},"
             "\"text\":{\"text\":\"Stage\"}},"
             "{\"shape\":\"polygon\",\"position\":{\"x\":0,\"y\":0},\"polygon\":{\"points\":[{\"x\":0,"
             "\"y\":0}]}}]}"),
        0);
    assert_int_equal(in.map.areas, 2);
    tci_layout_area first = area_at(&in, 0), second = area_at(&in, 1);
    int32_t x, y;
    assert_slice(first.name, "Stage");
    assert_slice(second.name, "Stage (2)");
    assert_int_equal(first.points, 4);
    tci_layout_area_point(&first, 2, &x, &y);
    assert_int_equal(x, 150 * (int32_t)in.map.scale);
    assert_int_equal(y, 50 * (int32_t)in.map.scale);
    assert_int_equal(second.points, 24);
    release(&in);
}

static void csv_in_short(void **state) {
    (void)state;
    imported in = import_text("section,row,seat,category,x,y,accessible,aisle\r\n"
                              "Left,A,1,Gold,0,0,,\r\n"
                              "Left,A,2,Gold,50,0,yes,right\r\n"
                              "Left,A,3,Silver,100,0,0,\r\n",
                              0);
    assert_int_equal(in.map.form, TC_MAP_FORM_CSV);
    assert_int_equal(in.map.live, 3);
    assert_int_equal(in.map.categories, 2);
    assert_slice(seat_name(&in, 1, false), "Left-A-2");
    assert_int_equal(tci_compiled_seat_at(&in.map, 1).flags,
                     TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_AISLE_RIGHT);
    assert_int_equal(tci_compiled_seat_at(&in.map, 2).flags, TC_SEAT_FLAG_AISLE_LEFT);
    release(&in);
}

static void csv_quoting_follows_the_rfc(void **state) {
    (void)state;
    imported in = import_text("seat,section,name\n\"1\",\"Left, \"\"low\"\"\",\"n,1\"\n", 0);
    assert_slice(section_at(&in, 0).name, "Left, \"low\"");
    assert_slice(seat_name(&in, 0, false), "n,1");
    release(&in);
}

static void csv_with_semicolons(void **state) {
    (void)state;
    imported in = import_text("row;seat;x;y\n1;1;0.5;2\n1;2;1.5;2\n", 0);
    assert_int_equal(in.map.live, 2);
    assert_int_equal(in.map.scale, 100);
    release(&in);
}

static void csv_rows_are_gathered(void **state) {
    (void)state;
    imported in = import_text("row,seat,x,y\nA,1,0,0\nB,1,0,90\nA,2,50,0\nB,2,50,90\n", 0);
    assert_int_equal(in.map.rows, 2);
    assert_slice(seat_name(&in, 1, false), "Main-A-2");
    assert_int_equal(tci_compiled_seat_at(&in.map, 1).x, 50);
    assert_int_equal(tci_compiled_seat_at(&in.map, 1).y, 0);
    assert_int_equal(tci_compiled_row_at(&in.map, 1).first, 2);
    release(&in);
}

static void csv_sections_that_alternate_stand_together(void **state) {
    (void)state;
    imported in = import_text("section,row,seat,x,y\nL,A,1,0,0\nR,A,1,500,0\nL,B,1,0,90\n", 0);
    assert_int_equal(tci_compiled_row_at(&in.map, 1).section, 1);
    assert_int_equal(tci_compiled_row_at(&in.map, 2).section, 2);
    assert_slice(seat_name(&in, 1, false), "L-B-1");
    assert_int_equal(tci_compiled_seat_at(&in.map, 2).x, 500);
    release(&in);
}

static void csv_without_positions_is_laid_out(void **state) {
    (void)state;
    imported in = import_text("row,seat\nA,1\nA,2\nA,3\nB,1\n", 0);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).x, -50);
    assert_int_equal(tci_compiled_seat_at(&in.map, 2).x, 50);
    assert_int_equal(tci_compiled_seat_at(&in.map, 3).y, 80);
    assert_slice(category_at(&in, 0).name, "Standard");
    release(&in);
}

static void csv_tables(void **state) {
    (void)state;
    imported in = import_text("row,seat,kind\nT1,1,table\nT1,2,table\nT1,3,table\n", 0);
    assert_int_equal(tci_compiled_row_at(&in.map, 0).kind, TC_ROW_TABLE);
    release(&in);
}

static void coordinates_at_the_limit_are_taken(void **state) {
    (void)state;
    imported in = import_text("seat,x,y\n1,1000000000,-1000000000\n2,-1000000000,1000000000\n", 0);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).x, 1000000000);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).focal, 1000000000);
    assert_true(tci_compiled_seat_at(&in.map, 1).focal > 2000000000u);
    release(&in);
}

/* Any cut of the compiled bytes is refused, none is read past its end. */
static void cut_commands_are_refused(void **state) {
    (void)state;
    imported in = import_text(ROW(SEAT("1", "0", "") "," SEAT("2", "50", "")), 0);
    for (size_t len = 0; len < in.bytes.len; len++) {
        uint8_t *copy = malloc(len ? len : 1);
        tci_compiled cut;
        assert_non_null(copy);
        memcpy(copy, in.bytes.data, len);
        assert_false(tci_compiled_read(tci_slice_of(copy, len), &cut));
        free(copy);
    }
    release(&in);
}

/* Every cut and many flips of a document are taken or refused, never worse. */
static void damaged_documents_do_no_harm(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        ROW(SEAT("1", "0", ",\"aisle\":\"left\"") "," SEAT("2", "50", "")),
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":1,\"y\":2},\"rows\":[{\"row_number\":\"7\",\"position\":"
             "{\"x\":1,\"y\":2},\"seats\":[" PSEAT("g1", "1", "2") "]}],\"areas\":[]}"),
        "section,row,seat,category,x,y\nL,\"A\",1,G,0,0\nL,A,2,G,50,0\n"};
    for (size_t t = 0; t < TCI_COUNT(TEXTS); t++) {
        size_t len = strlen(TEXTS[t]);
        for (size_t i = 0; i < len; i++) {
            for (int kind = 0; kind < 4; kind++) {
                size_t keep = kind == 0 ? i : len;
                char *copy = malloc(keep ? keep : 1);
                tci_buf bytes;
                tc_error error = TC_ERROR_INIT;
                assert_non_null(copy);
                memcpy(copy, TEXTS[t], keep);
                if (kind) copy[i] = "\0\"{9"[kind];
                tci_buf_init(&bytes, NULL, 0);
                int32_t code = tci_map_import(tci_slice_of(copy, keep), 0, &bytes, &error);
                assert_int_equal(code, error.code);
                assert_true(code == TC_OK || error.message[0]);
                tci_buf_free(&bytes);
                free(copy);
            }
        }
    }
}

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
    REFUSED(nothing_but_space, " \n ", 0, PARSE, 1, "header", "no column")                                \
    REFUSED(not_utf8, "seat\n\xFF\n", 0, PARSE, 2, "text", "UTF-8")                                 \
    REFUSED(json_cut_short, "{\"ticketcore_map\":1,\n\"sections\":[", 0, PARSE, 2, "sections[0]", "ends") \
    REFUSED(json_with_a_tail, ROW(SEAT("1", "0", "")) "x", 0, PARSE, 1, "", "end of the text")      \
    REFUSED(json_array_at_the_top, "[]", 0, PARSE, 1, "", "an object")                              \
    REFUSED(ours_without_version, "{\"sections\":[]}", 0, PARSE, 1, "", "ticketcore_map")           \
    REFUSED(ours_of_version_two, "{\"ticketcore_map\":2}", 0, PARSE, 1, "ticketcore_map", "version 1") \
    REFUSED(ours_without_seats, OURS("\"sections\":[]"), 0, PARSE, 0, "", "neither seats nor areas") \
    REFUSED(ours_without_sections, "{\"ticketcore_map\":1}", 0, PARSE, 1, "", "sections or areas")  \
    REFUSED(an_unknown_member, OURS("\"colour\":1"), 0, PARSE, 1, "colour", "no such member")       \
    REFUSED(a_mistyped_seat_member, ROW(SEAT("1", "0", ",\"acessible\":true")), 0, PARSE, 1,        \
            "sections[0].rows[0].seats[0].acessible", "no such member")                            \
    REFUSED(a_member_twice, ROW(SEAT("1", "0", ",\"x\":1")), 0, PARSE, 1,                           \
            "sections[0].rows[0].seats[0].x", "twice")                                             \
    REFUSED(a_seat_without_label, ROW("{\"x\":0,\"y\":0}"), 0, PARSE, 1,                            \
            "sections[0].rows[0].seats[0]", "needs a label")                                       \
    REFUSED(a_seat_without_place, ROW("{\"label\":\"1\",\"x\":0}"), 0, PARSE, 1,                    \
            "sections[0].rows[0].seats[0]", "needs x and y")                                       \
    REFUSED(an_unknown_category, ROW(SEAT("1", "0", "") ",\n" SEAT("2", "5", ",\"category\":\"Q\"")), \
            0, PARSE, 2, "sections[0].rows[0].seats[1].category", "no category \"Q\"")             \
    REFUSED(no_category_at_all, ROWS("{\"label\":\"1\",\"seats\":[" SEAT("1", "0", "") "]}"), 0,    \
            PARSE, 1, "sections[0].rows[0].seats[0].category", "has a category")                   \
    REFUSED(a_name_twice, ROW(SEAT("1", "0", ",\"name\":\"n\"") ",\n" SEAT("2", "9", ",\"name\":\"n\"")), \
            0, PARSE, 2, "sections[0].rows[0].seats[1].name", "\"n\" stands at another seat")      \
    REFUSED(a_derived_name_twice, ROW(SEAT("1", "0", "") "," SEAT("1", "9", "")), 0, PARSE, 1,      \
            "sections[0].rows[0].seats[1].name", "S-1-1")                                          \
    REFUSED(a_section_twice, OURS("\"sections\":[{\"name\":\"S\"},{\"name\":\"S\"}]"), 0, PARSE, 1, \
            "sections[1]", "two sections")                                                         \
    REFUSED(a_category_twice, "{\"ticketcore_map\":1,\"categories\":[{\"name\":\"A\"},{\"name\":\"A\"}]}", \
            0, PARSE, 1, "categories[1]", "two categories")                                        \
    REFUSED(an_area_twice, OURS("\"areas\":[{\"name\":\"P\",\"x\":0,\"y\":0},{\"name\":\"P\",\"x\":0,\"y\":0}]"), \
            0, PARSE, 0, "areas", "two areas")                                                     \
    REFUSED(an_area_without_place, OURS("\"areas\":[{\"name\":\"P\"}]"), 0, PARSE, 1, "areas[0]",   \
            "polygon")                                                                             \
    REFUSED(a_point_of_three, OURS("\"areas\":[{\"name\":\"P\",\"polygon\":[[1,2,3]]}]"), 0, PARSE, 1, \
            "areas[0].polygon[0][2]", "[x, y]")                                                    \
    REFUSED(half_a_capacity, OURS("\"areas\":[{\"name\":\"P\",\"capacity\":1.5,\"x\":0,\"y\":0}]"), 0, \
            LIMIT, 1, "areas[0].capacity", "whole number")                                         \
    REFUSED(a_bad_colour, "{\"ticketcore_map\":1,\"categories\":[{\"name\":\"A\",\"color\":\"red\"}]}", 0, \
            PARSE, 1, "categories[0].color", "#rrggbb")                                            \
    REFUSED(a_bad_scale, OURS("\"scale\":3"), 0, PARSE, 1, "scale", "power of ten")                 \
    REFUSED(a_bad_kind, ROWS("{\"kind\":\"sofa\",\"seats\":[]}"), 0, PARSE, 1,                      \
            "sections[0].rows[0].kind", "row, table, booth")                                       \
    REFUSED(a_bad_aisle, ROW(SEAT("1", "0", ",\"aisle\":\"up\"")), 0, PARSE, 1,                     \
            "sections[0].rows[0].seats[0].aisle", "left, right, both")                             \
    REFUSED(a_flag_that_is_none, ROW(SEAT("1", "0", ",\"accessible\":1")), 0, PARSE, 1,             \
            "sections[0].rows[0].seats[0].accessible", "true or false")                            \
    REFUSED(a_place_too_far_out, ROW(SEAT("1", "1000000001", "")), 0, PARSE, 1,                     \
            "sections[0].rows[0].seats[0].x", "1,000,000,000")                                     \
    REFUSED(an_infinite_place, ROW(SEAT("1", "1e999", "")), 0, PARSE, 1,                            \
            "sections[0].rows[0].seats[0].x", "finite")                                            \
    REFUSED(a_control_character, ROW(SEAT("\\u0007", "0", "")), 0, PARSE, 1,                        \
            "sections[0].rows[0].seats[0].label", "control character")                             \
    REFUSED(a_plan_without_guid,                                                                   \
            PLAN("{\"name\":\"Z\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{\"seats\":[{\"position\":{\"x\":0,\"y\":0},\"category\":\"A\"}]}]}"), \
            0, PARSE, 1, "zones[0].rows[0].seats[0]", "seat_guid")                                 \
    REFUSED(a_plan_with_a_guid_twice,                                                              \
            PLAN("{\"name\":\"Z\",\"rows\":[{\"seats\":[" PSEAT("g", "0", "0") ",\n" PSEAT("g", "9", "0") "]}]}"), \
            0, PARSE, 2, "zones[0].rows[0].seats[1].seat_guid", "\"g\"")                           \
    REFUSED(a_plan_with_an_unknown_category,                                                       \
            "{\"categories\":[],\"zones\":[{},{\"rows\":[{},{\"seats\":[" PSEAT("g", "0", "0") "]}]}]}",  \
            0, PARSE, 1, "zones[1].rows[1].seats[0].category", "no category \"A\"")                \
    REFUSED(a_plan_without_categories, "{\"zones\":[]}", 0, PARSE, 1, "", "needs categories")       \
    REFUSED(a_plan_that_is_none, "{}", TC_MAP_FORM_PRETIX, PARSE, 1, "", "needs zones")             \
    REFUSED(a_plan_with_half_a_position,                                                           \
            PLAN("{\"rows\":[{\"seats\":[{\"seat_guid\":\"g\",\"position\":{\"x\":1},\"category\":\"A\"}]}]}"), \
            0, PARSE, 1, "zones[0].rows[0].seats[0].position", "x and y")                          \
    REFUSED(csv_without_seat, "row,x,y\n1,2,3\n", 0, PARSE, 1, "header", "\"seat\"")                \
    REFUSED(csv_with_an_unknown_column, "seat,flavour\n1,2\n", 0, PARSE, 1, "header", "\"flavour\"") \
    REFUSED(csv_with_a_column_twice, "seat,x,y,x\n", 0, PARSE, 1, "x", "twice")                     \
    REFUSED(csv_with_x_alone, "seat,x\n1,2\n", 0, PARSE, 1, "header", "x and y")                    \
    REFUSED(csv_header_alone, "seat\n", 0, PARSE, 0, "", "neither seats nor areas")                 \
    REFUSED(csv_short_line, "row,seat\nA,1\nA\n", 0, PARSE, 3, "", "1 fields, the header 2")        \
    REFUSED(csv_long_line, "row,seat\nA,1,2\n", 0, PARSE, 2, "", "3 fields")                        \
    REFUSED(csv_empty_seat, "row,seat\nA,\n", 0, PARSE, 2, "seat", "empty")                         \
    REFUSED(csv_bad_number, "seat,x,y\n1,a,0\n", 0, PARSE, 2, "x", "not a number")                  \
    REFUSED(csv_bad_number_tail, "seat,x,y\n1,1,0m\n", 0, PARSE, 2, "y", "not a number")            \
    REFUSED(csv_bad_flag, "seat,accessible\n1,maybe\n", 0, PARSE, 2, "accessible", "yes, no")       \
    REFUSED(csv_bad_colour, "seat,category,color\n1,A,red\n", 0, PARSE, 2, "color", "#rrggbb")      \
    REFUSED(csv_name_twice, "seat,name\n1,n\n2,n\n", 0, PARSE, 3, "name", "in line 2")              \
    REFUSED(csv_open_quote, "seat\n\"1\n", 0, PARSE, 2, "", "does not end")                         \
    REFUSED(csv_quote_inside, "seat\n1\"2\n", 0, PARSE, 2, "", "inside a plain field")              \
    REFUSED(csv_after_quote, "seat\n\"1\"2\n", 0, PARSE, 2, "", "behind a quoted field")            \
    REFUSED(csv_mixed_kinds, "row,seat,kind\nA,1,row\nA,2,table\n", 0, PARSE, 3, "kind", "one kind") \
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
    char *text = repeat("{\"ticketcore_map\":1,\"sections\":[{\"name\":\"x\"}", ",{\"name\":\"s@\"}",
                        TC_SECTIONS_MAX, "]}");
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
    assert_refused(text, 0, TC_E_LIMIT, 1, "0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]", "deeper than 32");
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
        cmocka_unit_test(ours_in_short),
        cmocka_unit_test(ours_with_every_attribute),
        cmocka_unit_test(scale_multiplies),
        cmocka_unit_test(the_focal_point_is_top_centre_by_default),
        cmocka_unit_test(a_section_may_look_elsewhere),
        cmocka_unit_test(standing_areas_are_kept),
        cmocka_unit_test(tables_are_rings),
        cmocka_unit_test(bare_numbers_serve_as_labels),
        cmocka_unit_test(categories_may_come_last),
        cmocka_unit_test(rows_without_seats_are_left_out),
        cmocka_unit_test(a_byte_order_mark_is_passed_over),
        cmocka_unit_test(a_plan_adds_its_offsets),
        cmocka_unit_test(a_plan_with_positions_last_too),
        cmocka_unit_test(a_plan_with_fractions_is_scaled),
        cmocka_unit_test(zones_of_one_name_are_one_section),
        cmocka_unit_test(areas_of_a_plan_with_a_text_are_kept),
        cmocka_unit_test(csv_in_short),
        cmocka_unit_test(csv_quoting_follows_the_rfc),
        cmocka_unit_test(csv_with_semicolons),
        cmocka_unit_test(csv_rows_are_gathered),
        cmocka_unit_test(csv_sections_that_alternate_stand_together),
        cmocka_unit_test(csv_without_positions_is_laid_out),
        cmocka_unit_test(csv_tables),
        cmocka_unit_test(coordinates_at_the_limit_are_taken),
        cmocka_unit_test(cut_commands_are_refused),
        cmocka_unit_test(damaged_documents_do_no_harm),
        REFUSALS(AS_TEST)
        cmocka_unit_test(refuses_too_long_a_row),
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
