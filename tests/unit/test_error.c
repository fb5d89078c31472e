/* Sentences of refusals: each names its object and its number, unknown and not-yours alike, and
 * whatever a caller gave is fit to be shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/error.h"

static void expect(int32_t code, const char *field, uint64_t event, uint64_t subject,
                   const char *message, const char *wanted) {
    tc_error refusal = TC_ERROR_INIT, given = TC_ERROR_INIT;
    refusal.code = code;
    refusal.event = event;
    refusal.subject = subject;
    snprintf(refusal.field, sizeof refusal.field, "%s", field);
    snprintf(refusal.message, sizeof refusal.message, "%s",
             message ? message : tc_error_sentence(code));
    assert_int_equal(tci_error_give_refusal(&given, &refusal), code);
    assert_string_equal(given.message, wanted);
    assert_string_equal(given.field, field);
    assert_int_equal(given.subject, subject);
    assert_int_equal(tci_error_give_refusal(NULL, &refusal), code);
}

static void test_missing(void **state) {
    (void)state;
    expect(TC_E_NOT_FOUND, "event", 0, 3, NULL, "there is no event 3");
    expect(TC_E_NOT_FOUND, "event", 3, 3, NULL, "there is no event 3");
    expect(TC_E_NOT_FOUND, "seats", 3, 0, NULL, "event 3 has no seat 0");
    expect(TC_E_NOT_FOUND, "pools", 3, 9, NULL, "event 3 has no pool 9");
    expect(TC_E_NOT_FOUND, "ticket_type", 0, 9, NULL, "there is no ticket type 9");
    /* Behind a secret: the answer is the same whether it exists or not. */
    expect(TC_E_NOT_FOUND, "hold", 0, 17, NULL, "there is no hold 17, or it is not yours");
    expect(TC_E_NOT_FOUND, "order", 0, 17, NULL, "there is no order 17, or it is not yours");
    expect(TC_E_NOT_FOUND, "tickets", 0, UINT64_MAX, NULL,
           "there is no ticket 18446744073709551615, or it is not yours");
}

static void test_which(void **state) {
    (void)state;
    expect(TC_E_HOLD_EXPIRED, "hold", 0, 17, NULL, "the hold has expired (hold 17)");
    expect(TC_E_STATE, "hold", 0, 17, "an order has claimed the hold",
           "an order has claimed the hold (hold 17)");
    expect(TC_E_POOL_SHORT, "pools", 2, 1, NULL,
           "a pool has not that many left (event 2, pool 1): 0 wanted, 0 left");
    expect(TC_E_SOLD, "event", 2, 2, NULL, "tickets have been sold (event 2)");
}

static void expect_numbers(int32_t code, const char *field, uint64_t wanted, uint64_t is,
                           const char *sentence) {
    tc_error refusal = TC_ERROR_INIT, given = TC_ERROR_INIT;
    refusal.code = code;
    refusal.event = 1;
    refusal.subject = 1;
    refusal.expected_version = wanted;
    refusal.actual_version = is;
    snprintf(refusal.field, sizeof refusal.field, "%s", field);
    snprintf(refusal.message, sizeof refusal.message, "%s", tc_error_sentence(code));
    tci_error_give_refusal(&given, &refusal);
    assert_string_equal(given.message, sentence);
}

static void test_wanted_and_is(void **state) {
    (void)state;
    expect_numbers(TC_E_VERSION, "expected_version", 2, 3,
                   "the object has another version than expected: it has version 3, expected 2");
    expect_numbers(TC_E_POOL_SHORT, "pools", 9, 4,
                   "a pool has not that many left (event 1, pool 1): 9 wanted, 4 left");
    expect_numbers(TC_E_BUYER_LIMIT, "buyer", 3, 2,
                   "the buyer's limit is reached: at most 3 in event 1, 2 had already");
    expect_numbers(TC_E_AMOUNT, "amount_minor", (uint64_t)-1, 500,
                   "the amount is not the frozen quote's: -1 minor units said, 500 are right");
}

static void test_number_in_the_sentence(void **state) {
    (void)state;
    expect(TC_E_IN_USE, "venue", 0, 7, "event % takes place at the venue",
           "event 7 takes place at the venue");
    expect(TC_E_NOT_FOUND, "map_version", 0, 3, "the map has no version %",
           "the map has no version 3");
}

static void test_left_as_it_is(void **state) {
    (void)state;
    expect(TC_E_NOT_FOUND, "reference", 0, 17, NULL, tc_error_sentence(TC_E_NOT_FOUND));
    expect(TC_E_NOT_FOUND, "order", 0, 0, NULL, tc_error_sentence(TC_E_NOT_FOUND));
    expect(TC_E_SEAT_TAKEN, "seats", 1, 5, NULL, tc_error_sentence(TC_E_SEAT_TAKEN));
    expect(TC_E_INVALID, "command", 0, 0, NULL, tc_error_sentence(TC_E_INVALID));
}

static void test_missing_of_a_reader(void **state) {
    tc_error error = TC_ERROR_INIT;
    (void)state;
    assert_int_equal(tci_fail_missing(&error, "pool", 4, 2), TC_E_NOT_FOUND);
    assert_string_equal(error.message, "event 4 has no pool 2");
    assert_int_equal(error.event, 4);
    assert_int_equal(error.subject, 2);
    assert_int_equal(tci_fail_missing(NULL, "pool", 4, 2), TC_E_NOT_FOUND);
}

static void expect_mended(const char *text, const char *wanted) {
    char room[64];
    snprintf(room, sizeof room, "%s", text);
    tci_error_mend(room);
    assert_string_equal(room, wanted);
}

static void test_fit_to_be_shown(void **state) {
    (void)state;
    expect_mended("", "");
    expect_mended("Caf\xc3\xa9 \xf0\x9f\x8e\xab", "Caf\xc3\xa9 \xf0\x9f\x8e\xab");
    expect_mended("a\xff"
                  "b\x80"
                  "c",
                  "a?b?c");
    expect_mended("cut \xc3", "cut ");
    expect_mended("cut \xf0\x9f\x8e", "cut ");
    expect_mended("\xc3 (", "? (");
    expect_mended("\xed\xa0\x80", "???"); /* half of a pair */
    expect_mended("\xc0\xaf", "??");      /* longer than need be */
    expect_mended("a\nb\x1b[31mc\x7f", "a b [31mc ");
}

/* A sentence that is too long is cut between characters, not within one. */
static void test_long_sentence(void **state) {
    char name[400];
    tc_error error = TC_ERROR_INIT;
    (void)state;
    for (size_t i = 0; i + 2 < sizeof name; i += 2) memcpy(name + i, "\xc3\xa9", 3);
    for (int shift = 0; shift < 2; shift++) {
        tci_fail(&error, TC_E_INVALID, "name", "%s%s", shift ? "x" : "", name);
        size_t len = strlen(error.message);
        assert_true(len >= sizeof error.message - 2);
        assert_int_equal((uint8_t)error.message[len - 1], 0xA9);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing),         cmocka_unit_test(test_which),
        cmocka_unit_test(test_wanted_and_is),   cmocka_unit_test(test_number_in_the_sentence),
        cmocka_unit_test(test_left_as_it_is),   cmocka_unit_test(test_missing_of_a_reader),
        cmocka_unit_test(test_fit_to_be_shown), cmocka_unit_test(test_long_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
