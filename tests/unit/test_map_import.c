/* Imports in all three forms: what a sound document compiles to. */
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
    "{\"ticketcore_map\":1,\"name\":\"Hall\",\"categories\":[{\"name\":\"A\"},{\"name\":\"B\"}]"   \
    "," body "}"
#define SEAT(label, x, more) "{\"label\":\"" label "\",\"x\":" x ",\"y\":0" more "}"
#define ROWS(rows) OURS("\"sections\":[{\"name\":\"S\",\"rows\":[" rows "]}]")
#define ROW(seats) ROWS("{\"label\":\"1\",\"category\":\"A\",\"seats\":[" seats "]}")

static void ours_in_short(void **state) {
    (void)state;
    imported in =
        import_text(ROW(SEAT("1", "0", "") "," SEAT("2", "50", ",\"category\":\"B\"")), 0);
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
        ROW(SEAT("1", "0", ",\"name\":\"n1\",\"accessible\":true,\"aisle\":\"right\"") "," SEAT(
            "2", "50", ",\"companion\":true,\"restricted_view\":true,\"accessible\":false")),
        TC_MAP_FORM_TICKETCORE);
    assert_slice(seat_name(&in, 0, false), "n1");
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).flags,
                     TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_AISLE_RIGHT);
    assert_int_equal(tci_compiled_seat_at(&in.map, 1).flags, TC_SEAT_FLAG_COMPANION |
                                                                 TC_SEAT_FLAG_RESTRICTED_VIEW |
                                                                 TC_SEAT_FLAG_AISLE_LEFT);
    release(&in);
}

static void scale_multiplies(void **state) {
    (void)state;
    imported in =
        import_text(OURS("\"scale\":100,\"units\":\"m\",\"focal\":{\"x\":0.5,\"y\":-1.25},"
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
    imported in = import_text(OURS("\"sections\":[{\"name\":\"S\",\"focal\":{\"x\":3,\"y\":4},"
                                   "\"rows\":[{\"category\":\"A\","
                                   "\"seats\":[" SEAT("1", "0", "") "]}]}]"),
                              0);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).focal, 5);
    assert_int_equal(section_at(&in, 0).focal_x, 3);
    release(&in);
}

static void standing_areas_are_kept(void **state) {
    (void)state;
    imported in = import_text(OURS("\"areas\":[{\"name\":\"Pit\",\"capacity\":500,\"category\":"
                                   "\"B\",\"polygon\":[[0,0],[100,0],"
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
        ROWS(
            "{\"kind\":\"table\",\"category\":\"A\",\"seats\":[{\"label\":\"1\",\"x\":100,\"y\":0},"
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
    imported in =
        import_text("{\"sections\":[{\"name\":\"S\",\"rows\":[{\"category\":\"Z\",\"seats\":["
                    "{\"label\":\"1\",\"x\":0,\"y\":0}]}]}],\"categories\":[{\"name\":\"Z\","
                    "\"color\":\"#AbC\"}],\"ticketcore_map\":1}",
                    0);
    assert_slice(category_at(&in, 0).name, "Z");
    assert_slice(category_at(&in, 0).color, "#AAbbCC");
    release(&in);
}

static void rows_without_seats_are_left_out(void **state) {
    (void)state;
    imported in =
        import_text(ROWS("{\"label\":\"0\",\"seats\":[]},{\"label\":\"1\",\"category\":\"A\","
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
    "{\"name\":\"P\",\"size\":{\"width\":1,\"height\":1},\"categories\":[{\"name\":\"A\","         \
    "\"color\":"                                                                                   \
    "\"#112233\"}],\"zones\":[" zones "]}"
#define PSEAT(guid, x, y)                                                                          \
    "{\"seat_guid\":\"" guid "\",\"seat_number\":\"1\",\"position\":{\"x\":" x ",\"y\":" y "},"    \
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
    imported in = import_text(PLAN("{\"rows\":[{\"seats\":[" PSEAT(
                                  "g1", "1", "2") "],\"position\":{\"x\":10,\"y\":20},"
                                                  "\"row_number\":\"7\"}],\"position\":{\"x\":100,"
                                                  "\"y\":200},\"zone_id\":\"zz\",\"name\":\"Z\"}"),
                              0);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).x, 111);
    assert_slice(section_at(&in, 0).zone, "zz");
    release(&in);
}

static void a_plan_with_fractions_is_scaled(void **state) {
    (void)state;
    imported in = import_text(PLAN("{\"name\":\"Z\",\"position\":{\"x\":0.5,\"y\":0},\"rows\":[{"
                                   "\"row_number\":\"1\",\"position\":"
                                   "{\"x\":0,\"y\":0},\"seats\":[" PSEAT("g1", "1.25", "0") "]}]}"),
                              0);
    assert_int_equal(in.map.scale, 100);
    assert_int_equal(tci_compiled_seat_at(&in.map, 0).x, 175);
    release(&in);
}

static void zones_of_one_name_are_one_section(void **state) {
    (void)state;
    imported in = import_text(
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{\"row_number\":\"1\","
             "\"position\":"
             "{\"x\":0,\"y\":0},\"seats\":[" PSEAT(
                 "a", "0", "0") "]}]},"
                                "{\"name\":\"Y\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{\"row_"
                                "number\":\"1\",\"position\":"
                                "{\"x\":0,\"y\":0},\"seats\":[" PSEAT(
                                    "b", "0", "0") "]}]},"
                                                   "{\"name\":\"Z\",\"position\":{\"x\":9,\"y\":0},"
                                                   "\"rows\":[{\"row_number\":\"2\",\"position\":"
                                                   "{\"x\":0,\"y\":0},\"seats\":[" PSEAT(
                                                       "c", "0", "0") "]}]}"),
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
        PLAN(
            "{\"name\":\"Z\",\"position\":{\"x\":100,\"y\":0},\"rows\":[],\"areas\":["
            "{\"shape\":\"rectangle\",\"position\":{\"x\":10,\"y\":20},\"rectangle\":{\"width\":40,"
            "\"height\":30},\"rotation\":0,\"text\":{\"text\":\"Stage\"},\"color\":\"#fff\"},"
            "{\"shape\":\"circle\",\"position\":{\"x\":0,\"y\":0},\"circle\":{\"radius\":10},"
            "\"text\":{\"text\":\"Stage\"}},"
            "{\"shape\":\"polygon\",\"position\":{\"x\":0,\"y\":0},\"polygon\":{\"points\":[{\"x\":"
            "0,"
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
        PLAN("{\"name\":\"Z\",\"position\":{\"x\":1,\"y\":2},\"rows\":[{\"row_number\":\"7\","
             "\"position\":"
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
