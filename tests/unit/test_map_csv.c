/* CSV seat lists at their edges: how spreadsheets end lines and part fields, which words count,
 * limits of lines and fields. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog/map_doc.h"
#include "catalog/map_import.h"

static char text[1 << 20];

static int32_t import(const char *csv, uint32_t *seats, tc_error *error) {
    tci_buf bytes;
    tci_compiled map;
    *error = (tc_error)TC_ERROR_INIT;
    tci_buf_init(&bytes, NULL, 0);
    int32_t code = tci_map_import(tci_slice_str(csv), TC_MAP_FORM_CSV, &bytes, error);
    if (code == TC_OK) {
        assert_true(tci_compiled_read(tci_buf_slice(&bytes), &map));
        *seats = map.live;
    }
    tci_buf_free(&bytes);
    return code;
}

static void every_way_to_write_it_is_read(void **state) {
    (void)state;
    static const struct {
        const char *csv;
        uint32_t seats;
    } CASES[] = {
        {"\n\r\n\nrow,seat\r\nA,1\r\n\r\nA,2\r\n", 2}, /* empty lines, as Windows ends them */
        {"row;seat\nA;1\nA;2", 2},                     /* no end of the last line */
        {"row\tseat\nA\t1\n", 1},                      /* tabs */
        {" Row , SEAT \t\n A\t, 1 \n", 1},             /* space around, large letters */
        {"row,seat,aisle\nA,1,left\nA,2,Right\nA,3,BOTH\nA,4,\n", 4},
        {"row,seat,kind\nA,1,row\nB,1,TABLE\nC,1,Booth\nD,1,\n", 4},
        {"seat,category,color\n1,A,#aAfF09\n2,A,\n3,A,#000000\n4,,\n", 4},
        {"seat,accessible,companion,restricted_view\n1,yes,no,x\n2,1,0,true\n3,,false,\n", 3},
        {"section,row,seat\n,,1\n,,2\nB,,1\n,,3\n", 4},    /* without row and section */
        {"row,seat\n\"A\",\"1\"\r\n\"A\"\"\",\"2\"\n", 2}, /* quoted, and a quote in it */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint32_t seats = 0;
        tc_error error;
        int32_t code = import(CASES[i].csv, &seats, &error);
        if (code != TC_OK || seats != CASES[i].seats)
            fail_msg("case %zu: %d, %u seats: %s", i, code, seats, error.message);
    }
}

static void every_fault_names_its_line(void **state) {
    (void)state;
    static const struct {
        const char *csv;
        uint64_t line;
        const char *field, *words;
    } CASES[] = {
        {"\n\n", 1, "", "no header"},
        {"seat\n1\rx\n", 2, "", "behind a quoted field"},
        {"seat,aisle\n1,middle\n", 2, "aisle", "left, right, both"},
        {"seat,kind\n1,sofa\n", 2, "kind", "row, table, booth"},
        {"seat,category,color\n1,A,#12345g\n", 2, "color", "#rrggbb"},
        {"seat,category,color\n1,A,#12345G\n", 2, "color", "#rrggbb"},
        {"seat,category,color\n1,A,#12345/\n", 2, "color", "#rrggbb"},
        {"seat,category,color\n1,A,#12345:\n", 2, "color", "#rrggbb"},
        {"seat,category,color\n1,A,#12345`\n", 2, "color", "#rrggbb"},
        {"seat,category,color\n1,A,1234567\n", 2, "color", "#rrggbb"},
        {"seat,category,color\n1,A,#123456789\n", 2, "color", "longer than 7"},
        {"row,seat\n\"A\x01\",1\n", 2, "row", "control character"},
        {"section,seat\n\"A\x7f\",1\n", 2, "section", "control character"},
        {"seat,category\n1,\"A\x02\"\n", 2, "category", "control character"},
        {"seat,accessible\n1,Ja\n", 2, "accessible", "yes, no"},
        {"seat,companion\n1,Ja\n", 2, "companion", "yes, no"},
        {"seat,restricted_view\n1,Ja\n", 2, "restricted_view", "yes, no"},
        {"seat,x,y\n1,,0\n", 2, "x", "not a number"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint32_t seats = 0;
        tc_error error;
        int32_t code = import(CASES[i].csv, &seats, &error);
        if (code == TC_OK || error.line != CASES[i].line ||
            strcmp(error.field, CASES[i].field) != 0 || !strstr(error.message, CASES[i].words))
            fail_msg("case %zu: %d line %d field \"%s\": %s", i, code, (int)error.line, error.field,
                     error.message);
    }
}

static void a_field_and_a_line_have_an_end(void **state) {
    (void)state;
    uint32_t seats = 0;
    tc_error error;
    size_t at = (size_t)snprintf(text, sizeof text, "row,seat\n");
    memset(text + at, 'a', 100000);
    memcpy(text + at + 100000, ",1\n", 4);
    assert_int_equal(import(text, &seats, &error), TC_E_LIMIT);
    assert_int_equal(error.line, 2);
    memset(text, ',', 5000);
    text[5000] = '\0';
    assert_int_equal(import(text, &seats, &error), TC_E_LIMIT);
    assert_int_equal(error.line, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_to_write_it_is_read),
        cmocka_unit_test(every_fault_names_its_line),
        cmocka_unit_test(a_field_and_a_line_have_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
