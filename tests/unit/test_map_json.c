/* The pull reader of JSON and the two byte scanners below it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog/json.h"

static tci_json begin(const char *text, tc_error *error) {
    tci_json json;
    tci_json_begin(&json, tci_slice_str(text), error);
    return json;
}

/* Skip a whole text; what the reader says of it. */
static int32_t skip_text(const char *text, tc_error *error) {
    tci_json json = begin(text, error);
    if (tci_json_skip(&json)) tci_json_finish(&json);
    int32_t code = json.code;
    tci_json_free(&json);
    return code;
}

static void assert_string(const char *text, const char *want) {
    tci_json json = begin(text, NULL);
    tci_slice got;
    assert_true(tci_json_string(&json, &got));
    assert_int_equal(got.len, strlen(want));
    assert_memory_equal(got.data, want, got.len);
    assert_true(tci_json_finish(&json));
    tci_json_free(&json);
}

static double number(const char *text) {
    double value = -12345;
    size_t len = strlen(text);
    assert_int_equal(tci_number_parse((const uint8_t *)text, (const uint8_t *)text + len, &value),
                     len);
    return value;
}

static void assert_no_number(const char *text) {
    double value;
    tci_json json = begin(text, NULL);
    assert_false(tci_json_number(&json, &value) && tci_json_finish(&json));
    assert_int_equal(json.code, TC_E_PARSE);
    tci_json_free(&json);
}

static void numbers_are_exact(void **state) {
    (void)state;
    assert_true(number("0") == 0);
    assert_true(number("-0") == 0);
    assert_true(number("12") == 12);
    assert_true(number("-12.5") == -12.5);
    assert_true(number("0.1") == 0.1);
    assert_true(number("123456789.123") == 123456789.123);
    assert_true(number("1e3") == 1000);
    assert_true(number("1.5E-2") == 0.015);
    assert_true(number("5e+0") == 5);
    assert_true(number("9007199254740993") == 9007199254740992.0);
}

static void huge_exponents_end_at_once(void **state) {
    (void)state;
    assert_true(number("1e999999999999") > 1e308);
    assert_true(number("1e-999999999999") == 0);
    assert_true(number("0e999999999999") == 0);
}

static void malformed_numbers_are_refused(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"01",  "1.",    ".5",  "+1",  "-",   "1e",
                                        "1e+", "1.2.3", "0x1", "--1", "NaN", "Infinity"};
    for (size_t i = 0; i < TCI_COUNT(TEXTS); i++) assert_no_number(TEXTS[i]);
}

static void strings_without_escapes_are_not_copied(void **state) {
    (void)state;
    const char *text = "\"plain\"";
    tci_json json = begin(text, NULL);
    tci_slice got;
    assert_true(tci_json_string(&json, &got));
    assert_ptr_equal(got.data, text + 1);
    tci_json_free(&json);
}

static void escapes_are_resolved(void **state) {
    (void)state;
    assert_string("\"\"", "");
    assert_string("\"a\\\"b\\\\c\\/d\"", "a\"b\\c/d");
    assert_string("\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t");
    assert_string("\"\\u00e4\\u20AC\"", "\xC3\xA4\xE2\x82\xAC");
    assert_string("\"x\\ud83c\\udfad y\"", "x\xF0\x9F\x8E\xAD y");
}

static void half_surrogates_are_refused(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"\"\\ud83c\"", "\"\\ud83c x\"", "\"\\udfad\"",
                                        "\"\\ud83c\\u0041\"", "\"\\ud83c\\"};
    for (size_t i = 0; i < TCI_COUNT(TEXTS); i++) {
        tc_error error = TC_ERROR_INIT;
        assert_int_equal(skip_text(TEXTS[i], &error), TC_E_PARSE);
    }
}

static void bad_strings_are_refused(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"\"open", "\"a\nb\"", "\"\\q\"", "\"\\u12g4\"",
                                        "\"\\",   "\"\\u12",  "'single'"};
    for (size_t i = 0; i < TCI_COUNT(TEXTS); i++)
        assert_int_equal(skip_text(TEXTS[i], NULL), TC_E_PARSE);
}

static void whole_values_are_skipped(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "{}", "[]", " [ 1 , 2.5e3 , \"x\" , true , false , null , { \"a\" : [ ] } ] ", "-1",
        "\"\""};
    for (size_t i = 0; i < TCI_COUNT(TEXTS); i++)
        assert_int_equal(skip_text(TEXTS[i], NULL), TC_OK);
}

static void malformed_texts_are_refused(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "",           "{",  "[",   "[1,]", "[1 2]",      "{\"a\"}", "{\"a\":}", "{a:1}",
        "{\"a\":1,}", "[}", "tru", "nul",  "{\"a\":1}x", "]",       "[1]]",     "\x01"};
    for (size_t i = 0; i < TCI_COUNT(TEXTS); i++)
        assert_int_equal(skip_text(TEXTS[i], NULL), TC_E_PARSE);
}

static void depth_is_bounded(void **state) {
    (void)state;
    char text[2 * TC_JSON_DEPTH_MAX + 8];
    for (int deep = TC_JSON_DEPTH_MAX; deep <= TC_JSON_DEPTH_MAX + 1; deep++) {
        memset(text, '[', (size_t)deep);
        memset(text + deep, ']', (size_t)deep);
        text[2 * deep] = '\0';
        assert_int_equal(skip_text(text, NULL), deep > TC_JSON_DEPTH_MAX ? TC_E_LIMIT : TC_OK);
    }
}

static void errors_carry_line_and_path(void **state) {
    (void)state;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(skip_text("{\n \"zones\": [\n  {},\n  {\"rows\": [1, tru]}\n ]\n}", &error),
                     TC_E_PARSE);
    assert_int_equal(error.line, 4);
    assert_string_equal(error.field, "zones[1].rows[1]");
}

static void long_paths_keep_their_end(void **state) {
    (void)state;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(
        skip_text("{\"aaaaaaaaaaaaaaaaaaaaaaaa\":{\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbb\":{\"end\":?}}}",
                  &error),
        TC_E_PARSE);
    assert_int_equal(strlen(error.field), sizeof error.field - 1);
    assert_string_equal(error.field + strlen(error.field) - 4, ".end");
}

static void the_first_error_stays(void **state) {
    (void)state;
    tc_error error = TC_ERROR_INIT;
    tci_json json = begin("[1]", &error);
    tci_json_fail(&json, TC_E_PARSE, "first");
    tci_json_fail(&json, TC_E_LIMIT, "second");
    assert_int_equal(json.code, TC_E_PARSE);
    assert_string_equal(error.message, "first");
    assert_false(tci_json_array(&json));
    tci_json_free(&json);
}

static void known_members_come_once(void **state) {
    (void)state;
    static const char *const KEYS[] = {"a", "b"};
    tc_error error = TC_ERROR_INIT;
    tci_json json = begin("{\"b\":1,\"c\":2,\"b\":3}", &error);
    uint32_t seen = 0;
    assert_true(tci_json_object(&json));
    assert_int_equal(tci_json_known(&json, KEYS, 2, &seen), 1);
    assert_true(tci_json_skip(&json));
    assert_int_equal(tci_json_known(&json, KEYS, 2, &seen), TCI_JSON_UNKNOWN);
    assert_true(tci_json_skip(&json));
    assert_int_equal(tci_json_known(&json, KEYS, 2, &seen), TCI_JSON_END);
    assert_int_equal(json.code, TC_E_PARSE);
    assert_string_equal(error.field, "b");
    tci_json_free(&json);
}

static void escaped_keys_are_known(void **state) {
    (void)state;
    static const char *const KEYS[] = {"name"};
    tci_json json = begin("{\"n\\u0061me\":1}", NULL);
    uint32_t seen = 0;
    assert_true(tci_json_object(&json));
    assert_int_equal(tci_json_known(&json, KEYS, 1, &seen), 0);
    tci_json_free(&json);
}

static void utf8_is_checked(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t bad;
    } CASES[] = {
        {"plain", 5},
        {"\xC3\xA4", 2},
        {"\xE2\x82\xAC", 3},
        {"\xF0\x9F\x8E\xAD", 4},
        {"a\xC0\x80", 1},
        {"a\xC3", 1},
        {"\x80", 0},
        {"\xE0\x80\x80", 0},
        {"\xED\xA0\x80", 0},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"ok\xE2\x82", 2},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xC3\x28", 0},
    };
    for (size_t i = 0; i < TCI_COUNT(CASES); i++)
        assert_int_equal(tci_utf8_check((const uint8_t *)CASES[i].text, strlen(CASES[i].text)),
                         CASES[i].bad);
}

/* Every prefix of a sound text is refused without reading past its end (the sanitizer watches). */
static void every_prefix_is_refused(void **state) {
    (void)state;
    const char *text = "{\"a\":[1.5e2,\"x\\u00e4\",{\"b\":null}],\"c\":true}";
    for (size_t len = 0; len < strlen(text); len++) {
        char *copy = malloc(len ? len : 1);
        assert_non_null(copy);
        memcpy(copy, text, len);
        tci_json json;
        tci_json_begin(&json, tci_slice_of(copy, len), NULL);
        assert_false(tci_json_skip(&json) && tci_json_finish(&json));
        assert_int_equal(json.code, TC_E_PARSE);
        tci_json_free(&json);
        free(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_exact),
        cmocka_unit_test(huge_exponents_end_at_once),
        cmocka_unit_test(malformed_numbers_are_refused),
        cmocka_unit_test(strings_without_escapes_are_not_copied),
        cmocka_unit_test(escapes_are_resolved),
        cmocka_unit_test(half_surrogates_are_refused),
        cmocka_unit_test(bad_strings_are_refused),
        cmocka_unit_test(whole_values_are_skipped),
        cmocka_unit_test(malformed_texts_are_refused),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(errors_carry_line_and_path),
        cmocka_unit_test(long_paths_keep_their_end),
        cmocka_unit_test(the_first_error_stays),
        cmocka_unit_test(known_members_come_once),
        cmocka_unit_test(escaped_keys_are_known),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(every_prefix_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
