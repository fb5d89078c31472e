/* Webhook signatures: the example of the Standard Webhooks specification, and everything that must
 * not verify. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/base.h"
#include "ticketcore/outbox.h"

/* The specification's own example. */
static const char SECRET[] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
static const char ID[] = "msg_p5jXN8AQM9LWM0D4loKWxJek";
static const char BODY[] = "{\"test\": 2432232314}";
static const int64_t TIME_S = 1614265330;
static const char SIGNATURE[] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

static int32_t verify(const char *signatures, int64_t now_s) {
    return tc_webhook_verify(SECRET, ID, TIME_S, BODY, sizeof BODY - 1, signatures, now_s, NULL);
}

static void test_example(void **state) {
    (void)state;
    char made[TC_WEBHOOK_SIGNATURE_MAX];
    assert_int_equal(tc_webhook_sign(SECRET, ID, TIME_S, BODY, sizeof BODY - 1, made, NULL), TC_OK);
    assert_string_equal(made, SIGNATURE);
    assert_int_equal(verify(SIGNATURE, TIME_S), TC_OK);
}

static void test_tolerance(void **state) {
    (void)state;
    assert_int_equal(verify(SIGNATURE, TIME_S + 300), TC_OK);
    assert_int_equal(verify(SIGNATURE, TIME_S - 300), TC_OK);
    assert_int_equal(verify(SIGNATURE, TIME_S + 301), TC_E_FORGED);
    assert_int_equal(verify(SIGNATURE, TIME_S - 301), TC_E_FORGED);
}

static void test_several_signatures(void **state) {
    (void)state;
    char header[256];
    snprintf(header, sizeof header, "v1,AAAA v2,whatever  %s v1,BBBB", SIGNATURE);
    assert_int_equal(verify(header, TIME_S), TC_OK);
    assert_int_equal(verify("v1,AAAA v1,BBBB", TIME_S), TC_E_FORGED);
    assert_int_equal(verify("", TIME_S), TC_E_FORGED);
}

static void test_every_character_counts(void **state) {
    (void)state;
    char changed[sizeof SIGNATURE];
    for (size_t i = 0; i < sizeof SIGNATURE - 1; i++) {
        memcpy(changed, SIGNATURE, sizeof SIGNATURE);
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        assert_int_equal(verify(changed, TIME_S), TC_E_FORGED);
    }
}

static void test_body_id_and_time_are_signed(void **state) {
    (void)state;
    assert_int_equal(
        tc_webhook_verify(SECRET, ID, TIME_S, BODY, sizeof BODY - 2, SIGNATURE, TIME_S, NULL),
        TC_E_FORGED);
    assert_int_equal(
        tc_webhook_verify(SECRET, "msg_2", TIME_S, BODY, sizeof BODY - 1, SIGNATURE, TIME_S, NULL),
        TC_E_FORGED);
    assert_int_equal(
        tc_webhook_verify(SECRET, ID, TIME_S + 1, BODY, sizeof BODY - 1, SIGNATURE, TIME_S, NULL),
        TC_E_FORGED);
}

static void test_other_secret(void **state) {
    (void)state;
    assert_int_equal(tc_webhook_verify("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ID, TIME_S, BODY,
                                       sizeof BODY - 1, SIGNATURE, TIME_S, NULL),
                     TC_E_FORGED);
}

static void test_empty_body(void **state) {
    (void)state;
    char made[TC_WEBHOOK_SIGNATURE_MAX];
    assert_int_equal(tc_webhook_sign(SECRET, ID, 0, NULL, 0, made, NULL), TC_OK);
    assert_int_equal(tc_webhook_verify(SECRET, ID, 0, "", 0, made, 0, NULL), TC_OK);
}

static void test_bad_secrets(void **state) {
    (void)state;
    static const char *const SECRETS[] = {
        "",
        "whsec_",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_c2hvcnQ=",
        "whsec_***",
        "whsec_"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AAAAAAAAAAAA"};
    char made[TC_WEBHOOK_SIGNATURE_MAX];
    for (size_t i = 0; i < TCI_COUNT(SECRETS); i++) {
        tc_error error = TC_ERROR_INIT;
        assert_int_equal(tc_webhook_sign(SECRETS[i], ID, 1, "x", 1, made, &error), TC_E_INVALID);
        assert_string_equal(error.field, "secret");
    }
}

static void test_bad_arguments(void **state) {
    (void)state;
    char made[TC_WEBHOOK_SIGNATURE_MAX];
    assert_int_equal(tc_webhook_sign(SECRET, NULL, 1, "x", 1, made, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, "", 1, "x", 1, made, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, "a.b", 1, "x", 1, made, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, ID, -1, "x", 1, made, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, ID, 1, NULL, 1, made, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, ID, 1, "x", 1, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(NULL, ID, 1, "x", 1, made, NULL), TC_E_INVALID);
    assert_int_equal(verify(NULL, TIME_S), TC_E_INVALID);
    assert_int_equal(verify(SIGNATURE, -1), TC_E_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_example),
        cmocka_unit_test(test_tolerance),
        cmocka_unit_test(test_several_signatures),
        cmocka_unit_test(test_every_character_counts),
        cmocka_unit_test(test_body_id_and_time_are_signed),
        cmocka_unit_test(test_other_secret),
        cmocka_unit_test(test_empty_body),
        cmocka_unit_test(test_bad_secrets),
        cmocka_unit_test(test_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
