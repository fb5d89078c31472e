/* The barcode by itself: what is written is read, every changed character is noticed, and nothing
 * but the right key verifies. No store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>
#include <sodium.h>

#include "base/secret.h"
#include "tickets/internal.h"

static tci_signing_key key_of(uint8_t fill) {
    tci_signing_key key = {.id = 7};
    uint8_t secret_key[64];
    memset(key.seed, fill, sizeof key.seed);
    crypto_sign_seed_keypair(key.public_key, secret_key, key.seed);
    return key;
}

static tci_barcode barcode_of(void) {
    return (tci_barcode){.key = 7,
                         .event = 41,
                         .number = 1234,
                         .serial = 3,
                         .seat = 8896,
                         .valid_from_ms = 60000,
                         .valid_until_ms = INT64_C(1782900000000)};
}

static void make(char text[TCI_BARCODE_CHARS + 1]) {
    tci_signing_key key = key_of(1);
    tci_barcode barcode = barcode_of();
    tci_barcode_write(&barcode, &key, text);
}

static int setup(void **state) {
    (void)state;
    return tci_secret_begin() ? 0 : 1;
}

static void test_read_back(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    make(text);
    assert_true(tci_barcode_read(text, &out, bytes));
    assert_int_equal(out.key, 7);
    assert_int_equal(out.event, 41);
    assert_int_equal(out.number, 1234);
    assert_int_equal(out.serial, 3);
    assert_int_equal(out.seat, 8896);
    assert_int_equal(out.valid_from_ms, 60000);
    assert_int_equal(out.valid_until_ms, INT64_C(1782900000000));
}

static void test_text_form(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    make(text);
    assert_int_equal(strlen(text), TCI_BARCODE_CHARS);
    assert_int_equal(strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), TCI_BARCODE_CHARS);
    assert_true(TCI_BARCODE_CHARS < TC_BARCODE_MAX);
}

static void test_deterministic(void **state) {
    (void)state;
    char one[TCI_BARCODE_CHARS + 1], two[TCI_BARCODE_CHARS + 1];
    make(one);
    make(two);
    assert_string_equal(one, two);
}

static void test_validity_rounds_outward(void **state) {
    (void)state;
    tci_signing_key key = key_of(1);
    tci_barcode barcode = barcode_of(), out;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    barcode.valid_from_ms = 119999;
    barcode.valid_until_ms = 120001;
    tci_barcode_write(&barcode, &key, text);
    assert_true(tci_barcode_read(text, &out, bytes));
    assert_int_equal(out.valid_from_ms, 60000);
    assert_int_equal(out.valid_until_ms, 180000);
}

static void test_signature(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    tci_signing_key right = key_of(1), wrong = key_of(2);
    make(text);
    assert_true(tci_barcode_read(text, &out, bytes));
    assert_true(tci_barcode_check(bytes, right.public_key));
    assert_false(tci_barcode_check(bytes, wrong.public_key));
}

static void test_every_bit_is_signed(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    tci_signing_key key = key_of(1);
    make(text);
    assert_true(tci_barcode_read(text, &out, bytes));
    for (size_t bit = 0; bit < TCI_BARCODE_BYTES * 8; bit++) {
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        assert_false(tci_barcode_check(bytes, key.public_key));
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
    }
    assert_true(tci_barcode_check(bytes, key.public_key));
}

static void test_every_character_counts(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    tci_signing_key key = key_of(1);
    make(text);
    for (size_t i = 0; i < TCI_BARCODE_CHARS; i++) {
        char was = text[i];
        text[i] = was == 'A' ? 'B' : 'A';
        bool good = tci_barcode_read(text, &out, bytes) && tci_barcode_check(bytes, key.public_key);
        assert_false(good);
        text[i] = was;
    }
}

static void test_one_form_only(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    make(text);
    /* 93 bytes leave one bit of the last character, which must be zero. */
    static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    size_t last = TCI_BARCODE_CHARS - 1;
    size_t value = (size_t)(strchr(ALPHABET, text[last]) - ALPHABET);
    assert_int_equal(value & 1, 0);
    text[last] = ALPHABET[value | 1];
    assert_false(tci_barcode_read(text, &out, bytes));
}

static void test_lower_case_and_spaces(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1], typed[TCI_BARCODE_CHARS + 8];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    make(text);
    snprintf(typed, sizeof typed, " %s\r\n", text);
    for (char *c = typed; *c; c++)
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
    assert_true(tci_barcode_read(typed, &out, bytes));
    assert_int_equal(out.number, 1234);
}

static void test_not_a_barcode(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "", " ", "A", "https://example.org/ticket/1", "\n\n", "WIFI:S:hall;T:WPA;P:secret;;"};
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    for (size_t i = 0; i < TCI_COUNT(TEXTS); i++)
        assert_false(tci_barcode_read(TEXTS[i], &out, bytes));
}

static void test_wrong_length(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1], longer[TCI_BARCODE_CHARS + 2];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    make(text);
    snprintf(longer, sizeof longer, "%sA", text);
    assert_false(tci_barcode_read(longer, &out, bytes));
    text[TCI_BARCODE_CHARS - 1] = '\0';
    assert_false(tci_barcode_read(text, &out, bytes));
}

static void test_very_long(void **state) {
    (void)state;
    char text[4000];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    memset(text, 'A', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_false(tci_barcode_read(text, &out, bytes));
}

static void test_other_version(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    make(text);
    text[1] = text[1] == 'I' ? 'Q' : 'I'; /* bits of the first byte */
    assert_false(tci_barcode_read(text, &out, bytes));
}

static tc_public_key public_of(uint8_t fill) {
    tci_signing_key key = key_of(fill);
    tc_public_key out = {.id = key.id};
    memcpy(out.key, key.public_key, sizeof out.key);
    return out;
}

static void test_verify_fields(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    tc_public_key keys[2] = {public_of(9), public_of(1)};
    tc_barcode out = TC_BARCODE_INIT;
    keys[0].id = 6;
    make(text);
    assert_int_equal(tc_barcode_verify(keys, 2, text, 0, &out, NULL), TC_OK);
    assert_int_equal(out.ticket, UINT64_C(41) << 32 | 1234);
    assert_int_equal(out.event, 41);
    assert_int_equal(out.serial, 3);
    assert_int_equal(out.key, 7);
    assert_int_equal(out.window, TC_BARCODE_IN_TIME);
}

static void test_verify_window(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    tc_public_key key = public_of(1);
    tc_barcode out = TC_BARCODE_INIT;
    make(text);
    assert_int_equal(tc_barcode_verify(&key, 1, text, 59999, &out, NULL), TC_OK);
    assert_int_equal(out.window, TC_BARCODE_TOO_EARLY);
    assert_int_equal(tc_barcode_verify(&key, 1, text, 60000, &out, NULL), TC_OK);
    assert_int_equal(out.window, TC_BARCODE_IN_TIME);
    assert_int_equal(tc_barcode_verify(&key, 1, text, INT64_C(1782900000001), &out, NULL), TC_OK);
    assert_int_equal(out.window, TC_BARCODE_TOO_LATE);
}

static void test_verify_unknown_key(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    tc_public_key key = public_of(1);
    tc_barcode out = TC_BARCODE_INIT;
    tc_error error = TC_ERROR_INIT;
    key.id = 8;
    make(text);
    assert_int_equal(tc_barcode_verify(&key, 1, text, 0, &out, &error), TC_E_FORGED);
    assert_int_equal(tc_barcode_verify(NULL, 0, text, 0, &out, &error), TC_E_FORGED);
    assert_int_equal(out.ticket, 0);
    assert_string_equal(error.field, "text");
}

static void test_verify_wrong_key(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    tc_public_key key = public_of(2);
    tc_barcode out = TC_BARCODE_INIT;
    make(text);
    assert_int_equal(tc_barcode_verify(&key, 1, text, 0, &out, NULL), TC_E_FORGED);
}

static void test_verify_not_ours(void **state) {
    (void)state;
    tc_public_key key = public_of(1);
    tc_barcode out = TC_BARCODE_INIT;
    assert_int_equal(tc_barcode_verify(&key, 1, "hello", 0, &out, NULL), TC_E_PARSE);
}

static void test_verify_bad_arguments(void **state) {
    (void)state;
    tc_public_key key = public_of(1);
    tc_barcode out = TC_BARCODE_INIT;
    assert_int_equal(tc_barcode_verify(&key, 1, NULL, 0, &out, NULL), TC_E_INVALID);
    assert_int_equal(tc_barcode_verify(NULL, 1, "A", 0, &out, NULL), TC_E_INVALID);
    assert_int_equal(tc_barcode_verify(&key, 1, "A", 0, NULL, NULL), TC_E_INVALID);
    out.size = 4;
    assert_int_equal(tc_barcode_verify(&key, 1, "A", 0, &out, NULL), TC_E_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_text_form),
        cmocka_unit_test(test_deterministic),
        cmocka_unit_test(test_validity_rounds_outward),
        cmocka_unit_test(test_signature),
        cmocka_unit_test(test_every_bit_is_signed),
        cmocka_unit_test(test_every_character_counts),
        cmocka_unit_test(test_one_form_only),
        cmocka_unit_test(test_lower_case_and_spaces),
        cmocka_unit_test(test_not_a_barcode),
        cmocka_unit_test(test_wrong_length),
        cmocka_unit_test(test_very_long),
        cmocka_unit_test(test_other_version),
        cmocka_unit_test(test_verify_fields),
        cmocka_unit_test(test_verify_window),
        cmocka_unit_test(test_verify_unknown_key),
        cmocka_unit_test(test_verify_wrong_key),
        cmocka_unit_test(test_verify_not_ours),
        cmocka_unit_test(test_verify_bad_arguments),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
