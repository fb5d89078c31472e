/* Money by itself: checked sums, rounding half to even, shares, currencies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/money.h"

static void sums_stop_at_the_limit(void **state) {
    (void)state;
    int64_t sum = 7;
    assert_true(tci_money_add(TC_AMOUNT_MAX - 1, 1, &sum));
    assert_true(sum == TC_AMOUNT_MAX);
    assert_false(tci_money_add(TC_AMOUNT_MAX, 1, &sum));
    assert_true(sum == TC_AMOUNT_MAX);
    assert_false(tci_money_add(-TC_AMOUNT_MAX, -1, &sum));
    assert_false(tci_money_add(0, INT64_MAX, &sum));
    assert_false(tci_money_add(0, INT64_MIN, &sum));
}

static void products_stop_at_the_limit(void **state) {
    (void)state;
    int64_t product = 7;
    assert_true(tci_money_mul(TC_AMOUNT_MAX / 3, 3, &product));
    assert_false(tci_money_mul(TC_AMOUNT_MAX / 3 + 1, 3, &product));
    assert_false(tci_money_mul(TC_AMOUNT_MAX, UINT32_MAX, &product));
    assert_true(tci_money_mul(TC_AMOUNT_MAX, 0, &product));
    assert_int_equal(product, 0);
    assert_true(tci_money_mul(-5, 4, &product));
    assert_int_equal(product, -20);
}

static void tax_on_top_rounds_half_to_even(void **state) {
    (void)state;
    assert_int_equal(tci_money_tax_on(1000, 1900), 190);
    assert_int_equal(tci_money_tax_on(50, 500), 2); /* 2.5 -> 2 */
    assert_int_equal(tci_money_tax_on(70, 500), 4); /* 3.5 -> 4 */
    assert_int_equal(tci_money_tax_on(90, 500), 4); /* 4.5 -> 4 */
    assert_int_equal(tci_money_tax_on(51, 500), 3); /* 2.55 -> 3 */
    assert_int_equal(tci_money_tax_on(0, 1900), 0);
    assert_int_equal(tci_money_tax_on(12345, 0), 0);
}

static void tax_contained_leaves_the_net(void **state) {
    (void)state;
    assert_int_equal(tci_money_tax_in(1190, 1900), 190);
    assert_int_equal(tci_money_tax_in(107, 700), 7);
    assert_int_equal(tci_money_tax_in(100, 1900), 16); /* 15.97 */
    assert_int_equal(tci_money_tax_in(5, 10000), 2);   /* 2.5 -> 2 */
    assert_int_equal(tci_money_tax_in(7, 10000), 4);   /* 3.5 -> 4 */
}

static void the_largest_amount_does_not_overflow(void **state) {
    (void)state;
    assert_true(tci_money_part(TC_AMOUNT_MAX, 100000, 10000) == (int64_t)TC_AMOUNT_MAX * 10);
    assert_true(tci_money_tax_in(TC_AMOUNT_MAX, 100000) > 0);
}

/* Against a plain computation in 128 bits. */
static void parts_agree_with_wide_arithmetic(void **state) {
    (void)state;
#ifdef __SIZEOF_INT128__
    __extension__ typedef __int128 wide;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        int64_t amount = (int64_t)(seed >> 20) % TC_AMOUNT_MAX;
        uint32_t numerator = (uint32_t)(seed >> 7) % 100001;
        uint32_t denominator = 10000 + (uint32_t)(seed >> 13) % 100001;
        wide product = (wide)amount * numerator;
        wide whole = product / denominator, twice = product % denominator * 2;
        if (twice > denominator || (twice == denominator && (whole & 1))) whole++;
        assert_true(tci_money_part(amount, numerator, denominator) == (int64_t)whole);
    }
#endif
}

static void shares_add_up(void **state) {
    (void)state;
    for (int64_t amount = 0; amount < 50; amount++)
        for (uint32_t n = 1; n < 8; n++) {
            int64_t sum = 0;
            for (uint32_t i = 0; i < n; i++) {
                int64_t share = tci_money_share(amount, n, i);
                assert_true(share == amount / n || share == amount / n + 1);
                sum += share;
            }
            assert_int_equal(sum, amount);
        }
}

static void currencies_pack_into_two_bytes(void **state) {
    (void)state;
    static const char *const CODES[] = {"EUR", "USD", "JPY", "AAA", "ZZZ", "XPF"};
    for (size_t i = 0; i < TCI_COUNT(CODES); i++) {
        char out[4];
        uint16_t packed = tci_currency_pack(CODES[i]);
        assert_int_not_equal(packed, 0);
        tci_currency_unpack(packed, out);
        assert_string_equal(out, CODES[i]);
    }
    assert_int_equal(tci_currency_pack("eur"), 0);
    assert_int_equal(tci_currency_pack("E1R"), 0);
    char none[4];
    tci_currency_unpack(0, none);
    assert_string_equal(none, "");
}

static void amounts_are_formatted_with_their_exponent(void **state) {
    (void)state;
    char room[40];
    tci_money_format(room, sizeof room, 123456, "EUR");
    assert_string_equal(room, "1234.56 EUR");
    tci_money_format(room, sizeof room, 5, "USD");
    assert_string_equal(room, "0.05 USD");
    tci_money_format(room, sizeof room, 500, "JPY");
    assert_string_equal(room, "500 JPY");
    tci_money_format(room, sizeof room, 1234, "KWD");
    assert_string_equal(room, "1.234 KWD");
    tci_money_format(room, sizeof room, 12345, "CLF");
    assert_string_equal(room, "1.2345 CLF");
    tci_money_format(room, sizeof room, -101, "EUR");
    assert_string_equal(room, "-1.01 EUR");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_stop_at_the_limit),
        cmocka_unit_test(products_stop_at_the_limit),
        cmocka_unit_test(tax_on_top_rounds_half_to_even),
        cmocka_unit_test(tax_contained_leaves_the_net),
        cmocka_unit_test(the_largest_amount_does_not_overflow),
        cmocka_unit_test(parts_agree_with_wide_arithmetic),
        cmocka_unit_test(shares_add_up),
        cmocka_unit_test(currencies_pack_into_two_bytes),
        cmocka_unit_test(amounts_are_formatted_with_their_exponent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
