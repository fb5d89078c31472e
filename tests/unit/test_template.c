/* The template language, its variables, the engine's own templates and locales. No store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "outbox/template.h"

static const tc_variable VARIABLES[] = {
    {"name", "Ada"},
    {"html", "<a href=\"x\">&'</a>"},
    {"lines", "a\n\"b\"\\\t"},
    {"empty", ""},
    {"none", NULL},
    {"a.b_1", "dotted"},
    {"name", "hidden"},
};

static void expect(const char *text, uint32_t escaping, const char *wanted) {
    char buffer[512];
    size_t length = 0;
    tc_error error = TC_ERROR_INIT;
    int32_t code = tc_template_render(text, VARIABLES, TCI_COUNT(VARIABLES), escaping, buffer,
                                      sizeof buffer, &length, &error);
    assert_int_equal(code, TC_OK);
    assert_string_equal(buffer, wanted);
    assert_int_equal(length, strlen(wanted));
}

static void expect_fault(const char *text, uint64_t line, uint64_t byte) {
    char buffer[64] = "untouched";
    tc_error error = TC_ERROR_INIT;
    int32_t code =
        tc_template_render(text, NULL, 0, TC_ESCAPE_NONE, buffer, sizeof buffer, NULL, &error);
    assert_int_equal(code, TC_E_TEMPLATE);
    assert_int_equal(error.line, line);
    assert_int_equal(error.subject, byte);
    assert_string_equal(buffer, "untouched");
}

static void test_plain(void **state) {
    (void)state;
    expect("", TC_ESCAPE_NONE, "");
    expect("no tags", TC_ESCAPE_HTML, "no tags");
    expect("one { brace } and }} two", TC_ESCAPE_NONE, "one { brace } and }} two");
    expect("{", TC_ESCAPE_NONE, "{");
}

static void test_variable(void **state) {
    (void)state;
    expect("Hello {{name}}!", TC_ESCAPE_NONE, "Hello Ada!");
    expect("{{ name }}{{name}}", TC_ESCAPE_NONE, "AdaAda");
    expect("{{a.b_1}}", TC_ESCAPE_NONE, "dotted");
}

static void test_missing_is_empty(void **state) {
    (void)state;
    expect("[{{missing}}]", TC_ESCAPE_NONE, "[]");
    expect("[{{empty}}{{none}}]", TC_ESCAPE_HTML, "[]");
}

static void test_first_of_a_name(void **state) {
    (void)state;
    expect("{{name}}", TC_ESCAPE_NONE, "Ada");
}

static void test_html(void **state) {
    (void)state;
    expect("{{html}}", TC_ESCAPE_HTML, "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
    expect("<b>{{name}}</b>", TC_ESCAPE_HTML, "<b>Ada</b>");
}

static void test_raw(void **state) {
    (void)state;
    expect("{{{html}}}", TC_ESCAPE_HTML, "<a href=\"x\">&'</a>");
    expect("{{&html}}", TC_ESCAPE_HTML, "<a href=\"x\">&'</a>");
    expect("{{{ name }}}", TC_ESCAPE_HTML, "Ada");
}

static void test_json(void **state) {
    (void)state;
    expect("{\"a\":\"{{lines}}\"}", TC_ESCAPE_JSON, "{\"a\":\"a\\n\\\"b\\\"\\\\\\t\"}");
}

static void test_json_control_bytes(void **state) {
    (void)state;
    tci_arena arena = {0};
    tci_variables list = {.arena = &arena};
    tci_template_fault fault;
    tci_buf out;
    tci_buf_init(&out, NULL, 0);
    tci_variables_add(&list, "v", tci_slice_of("\x01\x1F\r", 3));
    assert_int_equal(
        tci_template_render(tci_slice_str("{{v}}"), &list, TC_ESCAPE_JSON, 100, &out, &fault),
        TC_OK);
    assert_int_equal(out.len, 14);
    assert_memory_equal(out.data, "\\u0001\\u001f\\r", 14);
    tci_buf_free(&out);
    tci_arena_free(&arena);
}

static void test_comment(void **state) {
    (void)state;
    expect("a{{! not said }}b", TC_ESCAPE_NONE, "ab");
    expect("{{!}}", TC_ESCAPE_NONE, "");
    expect("{{!\n#/^>\n}}x", TC_ESCAPE_NONE, "x");
}

static void test_value_is_not_a_template(void **state) {
    (void)state;
    char buffer[64];
    const tc_variable variable = {"v", "{{name}}"};
    assert_int_equal(tc_template_render("{{v}}", &variable, 1, TC_ESCAPE_NONE, buffer,
                                        sizeof buffer, NULL, NULL),
                     TC_OK);
    assert_string_equal(buffer, "{{name}}");
}

static void test_unclosed(void **state) {
    (void)state;
    expect_fault("{{", 1, 1);
    expect_fault("abc {{name", 1, 5);
    expect_fault("line\nline {{name}", 2, 11);
    expect_fault("{{{name}}", 1, 1);
}

static void test_no_name(void **state) {
    (void)state;
    expect_fault("{{}}", 1, 3);
    expect_fault("{{  }}", 1, 3);
    expect_fault("{{{}}}", 1, 4);
}

static void test_bad_name(void **state) {
    (void)state;
    expect_fault("{{a b}}", 1, 4);
    expect_fault("{{na-me}}", 1, 5);
    expect_fault("\n\n{{n\xC3\xA4me}}", 3, 6);
}

static void test_long_name(void **state) {
    (void)state;
    char text[80];
    snprintf(text, sizeof text, "{{%064d}}", 0);
    expect_fault(text, 1, 3);
}

static void test_sections_are_reserved(void **state) {
    (void)state;
    expect_fault("{{#list}}x{{/list}}", 1, 1);
    expect_fault("{{^list}}", 1, 1);
    expect_fault("{{/list}}", 1, 1);
    expect_fault("{{>part}}", 1, 1);
    expect_fault("{{=<% %>=}}", 1, 1);
}

static void test_buffer(void **state) {
    (void)state;
    char buffer[4] = "ab";
    size_t length = 0;
    assert_int_equal(tc_template_render("12345", NULL, 0, 0, buffer, sizeof buffer, &length, NULL),
                     TC_E_BUFFER);
    assert_int_equal(length, 5);
    assert_string_equal(buffer, "ab");
    assert_int_equal(tc_template_render("12345", NULL, 0, 0, NULL, 0, &length, NULL), TC_E_BUFFER);
    assert_int_equal(tc_template_render("123", NULL, 0, 0, buffer, sizeof buffer, NULL, NULL),
                     TC_OK);
    assert_string_equal(buffer, "123");
}

static void test_too_long_a_template(void **state) {
    (void)state;
    char *text = malloc(TC_TEMPLATE_MAX + 2);
    size_t length;
    assert_non_null(text);
    memset(text, 'x', TC_TEMPLATE_MAX + 1);
    text[TC_TEMPLATE_MAX + 1] = '\0';
    assert_int_equal(tc_template_render(text, NULL, 0, 0, NULL, 0, &length, NULL), TC_E_LIMIT);
    text[TC_TEMPLATE_MAX] = '\0';
    assert_int_equal(tc_template_render(text, NULL, 0, 0, NULL, 0, &length, NULL), TC_E_BUFFER);
    assert_int_equal(length, TC_TEMPLATE_MAX);
    free(text);
}

static void test_too_long_a_body(void **state) {
    (void)state;
    char *value = malloc(TC_TEXT_MAX + 1), text[200] = "";
    assert_non_null(value);
    memset(value, 'x', TC_TEXT_MAX);
    value[TC_TEXT_MAX] = '\0';
    for (int i = 0; i < 17; i++) strcat(text, "{{v}}");
    const tc_variable variable = {"v", value};
    assert_int_equal(tc_template_render(text, &variable, 1, 0, NULL, 0, NULL, NULL), TC_E_LIMIT);
    text[16 * 5] = '\0';
    assert_int_equal(tc_template_render(text, &variable, 1, 0, NULL, 0, NULL, NULL), TC_E_BUFFER);
    free(value);
}

static void test_bad_arguments(void **state) {
    (void)state;
    char buffer[8];
    const tc_variable bad = {"a b", "x"}, nameless = {NULL, "x"};
    assert_int_equal(tc_template_render(NULL, NULL, 0, 0, buffer, 8, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_template_render("x", NULL, 0, 3, buffer, 8, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_template_render("x", NULL, 0, 0, NULL, 8, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_template_render("x", NULL, 1, 0, buffer, 8, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_template_render("x", &bad, 1, 0, buffer, 8, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_template_render("x", &nameless, 1, 0, buffer, 8, NULL, NULL), TC_E_INVALID);
}

static void test_defaults_are_well_formed(void **state) {
    (void)state;
    for (uint32_t kind = 0; kind <= 12; kind++) {
        for (uint32_t channel = 1; channel <= 4; channel++) {
            tci_template own;
            tci_template_fault fault;
            tci_template_default(kind ? kind : TC_MESSAGE_CUSTOM, channel, &own);
            assert_true(tci_template_check(own.subject, &fault));
            assert_true(tci_template_check(own.body, &fault));
            assert_true(own.body.len > 0);
            assert_int_equal(own.id, 0);
        }
    }
}

static void test_every_kind_has_a_name(void **state) {
    (void)state;
    for (uint32_t kind = TC_MESSAGE_ORDER_CONFIRMED; kind <= TC_MESSAGE_OFFER; kind++)
        assert_string_not_equal(tc_message_kind_name(kind), "unknown");
    assert_string_equal(tc_message_kind_name(1000), "custom");
    assert_string_equal(tc_message_kind_name(65535), "custom");
    assert_string_equal(tc_message_kind_name(0), "unknown");
    assert_string_equal(tc_message_kind_name(12), "unknown");
    assert_string_equal(tc_message_kind_name(70000), "unknown");
}

static void test_locales(void **state) {
    (void)state;
    char out[TC_LOCALE_MAX + 1];
    assert_true(tci_locale_normal("de-AT", out));
    assert_string_equal(out, "de-at");
    assert_true(tci_locale_normal("zh_Hant_TW", out));
    assert_string_equal(out, "zh-hant-tw");
    assert_true(tci_locale_normal(NULL, out));
    assert_string_equal(out, "");
    assert_false(tci_locale_normal("de-", out));
    assert_false(tci_locale_normal("-de", out));
    assert_false(tci_locale_normal("de--at", out));
    assert_false(tci_locale_normal("deutschland", out));
    assert_false(tci_locale_normal("de.utf8", out));
    assert_false(tci_locale_normal("aa-bb-cc-dd-ee-ff-gg-hh-ii-jj-kk-lll", out));
}

static void test_variables_travel(void **state) {
    (void)state;
    tci_arena arena = {0};
    tci_variables out = {.arena = &arena};
    tci_buf bytes;
    tci_buf_init(&bytes, NULL, 0);
    tci_variables_write(&bytes, VARIABLES, TCI_COUNT(VARIABLES));
    tci_variables_read(tci_buf_slice(&bytes), &out);
    assert_int_equal(out.count, TCI_COUNT(VARIABLES));
    assert_int_equal(tci_variables_find(&out, tci_slice_str("name")).len, 3);
    assert_int_equal(tci_variables_find(&out, tci_slice_str("nam")).len, 0);
    tci_buf_free(&bytes);
    tci_arena_free(&arena);
}

static void test_many_variables(void **state) {
    (void)state;
    tci_arena arena = {0};
    tci_variables out = {.arena = &arena};
    char name[16];
    for (uint32_t i = 0; i < 200; i++) {
        snprintf(name, sizeof name, "v%u", i);
        tci_variables_add_number(&out, "n", i);
    }
    assert_false(out.failed);
    assert_int_equal(out.count, 200);
    assert_memory_equal(out.list[199].value.data, "199", 3);
    tci_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_variable),
        cmocka_unit_test(test_missing_is_empty),
        cmocka_unit_test(test_first_of_a_name),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_raw),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_json_control_bytes),
        cmocka_unit_test(test_comment),
        cmocka_unit_test(test_value_is_not_a_template),
        cmocka_unit_test(test_unclosed),
        cmocka_unit_test(test_no_name),
        cmocka_unit_test(test_bad_name),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_sections_are_reserved),
        cmocka_unit_test(test_buffer),
        cmocka_unit_test(test_too_long_a_template),
        cmocka_unit_test(test_too_long_a_body),
        cmocka_unit_test(test_bad_arguments),
        cmocka_unit_test(test_defaults_are_well_formed),
        cmocka_unit_test(test_every_kind_has_a_name),
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_variables_travel),
        cmocka_unit_test(test_many_variables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
