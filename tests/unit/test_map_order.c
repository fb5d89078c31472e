/* The order of seats along a row, aisles in it, words of names, printing. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog/map_import.h"
#include "catalog/print.h"
#include "catalog/words.h"

enum { MOST = 64 };

typedef struct row {
    tci_place places[MOST];
    tci_place spare[MOST];
    double gaps[MOST];
    uint32_t count;
} row;

static void add(row *r, int32_t x, int32_t y) {
    r->places[r->count] = (tci_place){.x = x, .y = y, .seat = r->count};
    r->count++;
}

static void sort(row *r, uint8_t kind) {
    tci_row_sort(r->places, r->spare, r->count, kind);
}

static void assert_order(const row *r, const char *want) {
    char got[MOST * 4] = "";
    for (uint32_t i = 0; i < r->count; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), i ? " %u" : "%u", r->places[i].seat);
    assert_string_equal(got, want);
}

static void a_row_in_order_stays(void **state) {
    (void)state;
    row r = {0};
    for (int i = 0; i < 5; i++) add(&r, i * 50, 10);
    sort(&r, TC_ROW_LINE);
    assert_order(&r, "0 1 2 3 4");
}

static void a_row_written_backward_stays_backward(void **state) {
    (void)state;
    row r = {0};
    for (int i = 4; i >= 0; i--) add(&r, i * 50, 10);
    sort(&r, TC_ROW_LINE);
    assert_order(&r, "0 1 2 3 4");
}

static void a_mixed_row_is_put_in_order(void **state) {
    (void)state;
    row r = {0};
    static const int32_t X[] = {0, 100, 50, 200, 150};
    for (int i = 0; i < 5; i++) add(&r, X[i], 7);
    sort(&r, TC_ROW_LINE);
    assert_order(&r, "0 2 1 4 3");
}

static void the_sense_of_the_document_is_kept(void **state) {
    (void)state;
    row r = {0};
    static const int32_t X[] = {200, 150, 50, 100, 0};
    for (int i = 0; i < 5; i++) add(&r, X[i], 7);
    sort(&r, TC_ROW_LINE);
    assert_order(&r, "0 1 3 2 4");
}

static void a_slanted_row_is_put_in_order(void **state) {
    (void)state;
    row r = {0};
    static const int32_t AT[] = {0, 2, 1, 4, 3};
    for (int i = 0; i < 5; i++) add(&r, AT[i] * 30, AT[i] * -40);
    sort(&r, TC_ROW_LINE);
    assert_order(&r, "0 2 1 4 3");
}

/* A horseshoe has no one direction: projected it would jump from arm to arm. */
static void a_horseshoe_keeps_its_path(void **state) {
    (void)state;
    row r = {0};
    for (int i = 0; i < 20; i++) {
        double angle = i * 3.141592653589793 * 1.6 / 19;
        add(&r, (int32_t)(1000 * cos(angle)), (int32_t)(1000 * sin(angle)));
    }
    sort(&r, TC_ROW_LINE);
    for (uint32_t i = 0; i < r.count; i++) assert_int_equal(r.places[i].seat, i);
}

static void seats_on_one_spot_keep_their_order(void **state) {
    (void)state;
    row r = {0};
    for (int i = 0; i < 4; i++) add(&r, 5, 5);
    sort(&r, TC_ROW_LINE);
    assert_order(&r, "0 1 2 3");
    assert_int_equal(tci_row_part(r.places, r.count, TC_ROW_LINE, r.gaps), 0);
}

static void a_table_goes_round(void **state) {
    (void)state;
    row r = {0};
    add(&r, 100, 0);
    add(&r, -100, 0);
    add(&r, 0, 100);
    add(&r, 0, -100);
    sort(&r, TC_ROW_TABLE);
    assert_order(&r, "0 2 1 3");
}

static void a_table_in_order_stays(void **state) {
    (void)state;
    row r = {0};
    add(&r, 100, 0);
    add(&r, 0, -100);
    add(&r, -100, 0);
    add(&r, 0, 100);
    sort(&r, TC_ROW_TABLE);
    assert_order(&r, "0 1 2 3");
}

static uint32_t part_gaps(const int32_t *gaps, uint32_t count, row *r) {
    int32_t x = 0;
    add(r, 0, 0);
    for (uint32_t i = 0; i < count; i++) add(r, x += gaps[i], 0);
    return tci_row_part(r->places, r->count, TC_ROW_LINE, r->gaps);
}

static void a_wide_gap_is_an_aisle(void **state) {
    (void)state;
    row r = {0};
    static const int32_t GAPS[] = {50, 50, 81, 50};
    assert_int_equal(part_gaps(GAPS, 4, &r), 1);
    assert_int_equal(r.places[2].flags, TC_SEAT_FLAG_AISLE_RIGHT);
    assert_int_equal(r.places[3].flags, TC_SEAT_FLAG_AISLE_LEFT);
    assert_int_equal(r.places[1].flags, 0);
}

static void a_gap_at_the_limit_is_none(void **state) {
    (void)state;
    row r = {0};
    static const int32_t GAPS[] = {50, 50, 80, 50};
    assert_int_equal(part_gaps(GAPS, 4, &r), 0);
}

static void two_seats_are_neighbours_however_far(void **state) {
    (void)state;
    row r = {0};
    static const int32_t GAPS[] = {5000};
    assert_int_equal(part_gaps(GAPS, 1, &r), 0);
}

static void a_single_seat_has_no_aisle(void **state) {
    (void)state;
    row r = {0};
    assert_int_equal(part_gaps(NULL, 0, &r), 0);
}

static void several_aisles_are_found(void **state) {
    (void)state;
    row r = {0};
    static const int32_t GAPS[] = {50, 120, 50, 50, 120, 50, 50};
    assert_int_equal(part_gaps(GAPS, 7, &r), 2);
}

static void an_aisle_that_is_said_parts(void **state) {
    (void)state;
    row r = {0};
    for (int i = 0; i < 4; i++) add(&r, i * 50, 0);
    r.places[1].flags = TC_SEAT_FLAG_AISLE_RIGHT;
    r.places[3].flags = TC_SEAT_FLAG_AISLE_LEFT;
    assert_int_equal(tci_row_part(r.places, r.count, TC_ROW_LINE, r.gaps), 2);
    assert_int_equal(r.places[2].flags, TC_SEAT_FLAG_AISLE_LEFT | TC_SEAT_FLAG_AISLE_RIGHT);
}

static void parting_twice_changes_nothing(void **state) {
    (void)state;
    row r = {0};
    static const int32_t GAPS[] = {50, 120, 50, 50};
    part_gaps(GAPS, 4, &r);
    row again = r;
    assert_int_equal(tci_row_part(again.places, again.count, TC_ROW_LINE, again.gaps), 1);
    assert_memory_equal(again.places, r.places, sizeof r.places);
}

static void a_table_has_no_aisle_by_distance(void **state) {
    (void)state;
    row r = {0};
    add(&r, 0, 0);
    add(&r, 50, 0);
    add(&r, 50, 400);
    add(&r, 0, 400);
    assert_int_equal(tci_row_part(r.places, r.count, TC_ROW_TABLE, r.gaps), 0);
}

static void a_table_is_parted_where_it_says_so(void **state) {
    (void)state;
    row r = {0};
    add(&r, 0, 0);
    add(&r, 50, 0);
    add(&r, 50, 50);
    r.places[2].flags = TC_SEAT_FLAG_AISLE_RIGHT;
    assert_int_equal(tci_row_part(r.places, r.count, TC_ROW_TABLE, r.gaps), 1);
    assert_int_equal(r.places[0].flags, TC_SEAT_FLAG_AISLE_LEFT);
}

static void assert_words(const char *text, const char *want) {
    tci_word words[TCI_WORDS_MAX];
    uint32_t count = tci_words_of(tci_slice_str(text), words);
    char got[1024] = "";
    for (uint32_t i = 0; i < count; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), i ? "|%.*s" : "%.*s",
                 (int)words[i].len, words[i].text);
    assert_string_equal(got, want);
}

static void words_are_split_and_folded(void **state) {
    (void)state;
    assert_words("Grand Prix 2027", "grand|prix|2027");
    assert_words("  rock'n'roll -- live!", "rock|n|roll|live");
    assert_words("", "");
    assert_words("...", "");
    assert_words("Jazz JAZZ jazz", "jazz");
}

static void words_fold_beyond_ascii(void **state) {
    (void)state;
    assert_words("\xC3\x84RZTE \xC3\xA4rzte", "\xC3\xA4rzte");
    assert_words("\xCE\x91\xCE\x98\xCE\x97\xCE\x9D\xCE\x91",
                 "\xCE\xB1\xCE\xB8\xCE\xB7\xCE\xBD\xCE\xB1");
    assert_words("\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0",
                 "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0");
    assert_words("a\xE2\x80\x93"
                 "b",
                 "a|b");
}

static void long_words_are_cut_at_a_character(void **state) {
    (void)state;
    char text[TC_NAME_MAX + 1] = "";
    for (int i = 0; i < 30; i++) strcat(text, "\xC3\xA4");
    tci_word words[TCI_WORDS_MAX];
    assert_int_equal(tci_words_of(tci_slice_str(text), words), 1);
    assert_int_equal(words[0].len, TCI_WORD_MAX);
    strcat(text, "x");
    text[0] = 'y';
    text[1] = 'y';
    assert_int_equal(tci_words_of(tci_slice_str(text), words), 1);
    assert_int_equal(words[0].len, TCI_WORD_MAX);
}

static void the_most_words_fit(void **state) {
    (void)state;
    char text[TC_NAME_MAX + 1] = "";
    for (int i = 0; i < 100; i++) {
        char word[3] = {(char)('a' + i % 26), ' ', 0};
        strcat(text, word);
    }
    tci_word words[TCI_WORDS_MAX];
    assert_int_equal(tci_words_of(tci_slice_str(text), words), 26);
}

static void every_word_asked_for_must_begin_one(void **state) {
    (void)state;
    tci_word query[TCI_WORDS_MAX];
    uint32_t count = tci_words_of(tci_slice_str("pri gra"), query);
    assert_true(tci_words_match(tci_slice_str("Grand Prix"), query, count));
    assert_false(tci_words_match(tci_slice_str("Grand Opera"), query, count));
    assert_false(tci_words_match(tci_slice_str("rand rix"), query, count));
}

static void assert_printed(const tci_buf *buf, const char *want) {
    assert_int_equal(buf->len, strlen(want));
    assert_memory_equal(buf->data, want, buf->len);
}

static void numbers_are_printed_exactly(void **state) {
    (void)state;
    static const struct {
        int64_t number;
        uint32_t scale;
        const char *want;
    } CASES[] = {{0, 1, "0"},
                 {-5, 1, "-5"},
                 {1250, 100, "12.5"},
                 {-1, 1000, "-0.001"},
                 {1000, 1000, "1"},
                 {1005, 100, "10.05"},
                 {999999999, 1000000, "999.999999"}};
    for (size_t i = 0; i < TCI_COUNT(CASES); i++) {
        uint8_t room[64];
        tci_buf buf;
        tci_buf_init(&buf, room, sizeof room);
        tci_print_scaled(&buf, CASES[i].number, CASES[i].scale);
        assert_printed(&buf, CASES[i].want);
    }
}

static void texts_are_escaped(void **state) {
    (void)state;
    uint8_t room[128];
    tci_buf buf;
    tci_buf_init(&buf, room, sizeof room);
    tci_print_json(&buf, tci_slice_str("a\"b\\c\n\xC3\xA4"));
    assert_printed(&buf, "\"a\\\"b\\\\c\\u000a\xC3\xA4\"");
    tci_buf_clear(&buf);
    tci_print_xml(&buf, tci_slice_str("<a & \"b\">\x01"));
    assert_printed(&buf, "&lt;a &amp; &quot;b&quot;&gt;");
    tci_buf_clear(&buf);
    tci_print_grouped(&buf, 1234567);
    tci_print(&buf, " ");
    tci_print_tenth(&buf, -0.26);
    assert_printed(&buf, "1,234,567 -0.3");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_in_order_stays),
        cmocka_unit_test(a_row_written_backward_stays_backward),
        cmocka_unit_test(a_mixed_row_is_put_in_order),
        cmocka_unit_test(the_sense_of_the_document_is_kept),
        cmocka_unit_test(a_slanted_row_is_put_in_order),
        cmocka_unit_test(a_horseshoe_keeps_its_path),
        cmocka_unit_test(seats_on_one_spot_keep_their_order),
        cmocka_unit_test(a_table_goes_round),
        cmocka_unit_test(a_table_in_order_stays),
        cmocka_unit_test(a_wide_gap_is_an_aisle),
        cmocka_unit_test(a_gap_at_the_limit_is_none),
        cmocka_unit_test(two_seats_are_neighbours_however_far),
        cmocka_unit_test(a_single_seat_has_no_aisle),
        cmocka_unit_test(several_aisles_are_found),
        cmocka_unit_test(an_aisle_that_is_said_parts),
        cmocka_unit_test(parting_twice_changes_nothing),
        cmocka_unit_test(a_table_has_no_aisle_by_distance),
        cmocka_unit_test(a_table_is_parted_where_it_says_so),
        cmocka_unit_test(words_are_split_and_folded),
        cmocka_unit_test(words_fold_beyond_ascii),
        cmocka_unit_test(long_words_are_cut_at_a_character),
        cmocka_unit_test(the_most_words_fit),
        cmocka_unit_test(every_word_asked_for_must_begin_one),
        cmocka_unit_test(numbers_are_printed_exactly),
        cmocka_unit_test(texts_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
