/* The ledger by itself: postings are chained per order, balances follow them in the same commit and
 * come to zero, and the verifier sees every way in which they could not. */
#include "sales_fixture.h"

static uint64_t post(uint64_t order, uint8_t debit, uint8_t credit, int64_t amount,
                     const char *currency, uint64_t *last) {
    tci_posting posting = {.order = order,
                           .debit = debit,
                           .credit = credit,
                           .reason = TC_POSTING_SALE,
                           .currency = tci_currency_pack(currency),
                           .amount = amount};
    tci_ledger_post(&sf_ctx, &posting, last);
    return posting.id;
}

static int64_t sum(const tc_ledger_balance *balance) {
    int64_t zero = 0;
    for (size_t i = 0; i < TC_ACCOUNT_COUNT; i++)
        zero += balance->debit_minor[i] - balance->credit_minor[i];
    return zero;
}

static void a_posting_is_kept_as_it_was_made(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    uint64_t id = post(7, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 12345, "EUR", &last);
    sf_commit();
    tci_posting found;
    sf_begin();
    assert_true(tci_ledger_load(sf_ctx.view, id, &found));
    sf_commit();
    assert_int_equal(found.order, 7);
    assert_int_equal(found.debit, TC_ACCOUNT_CASH);
    assert_int_equal(found.credit, TC_ACCOUNT_REVENUE);
    assert_int_equal(found.amount, 12345);
    assert_int_equal(found.at_ms, 1000000);
    assert_int_equal(found.reason, TC_POSTING_SALE);
    assert_int_equal(found.currency, tci_currency_pack("EUR"));
    assert_int_equal(found.prev, 0);
    assert_int_equal(last, id);
}

static void postings_of_an_order_are_chained(void **state) {
    (void)state;
    uint64_t one = 0, two = 0;
    sf_begin();
    for (int i = 0; i < 300; i++) {
        post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 1, "EUR", &one);
        post(2, TC_ACCOUNT_CASH, TC_ACCOUNT_FEES, 2, "EUR", &two);
    }
    sf_commit();
    sf_begin();
    uint32_t count = 0;
    tci_posting found;
    for (uint64_t at = one; tci_ledger_load(sf_ctx.view, at, &found); at = found.prev) {
        assert_int_equal(found.order, 1);
        count++;
    }
    sf_commit();
    assert_int_equal(count, 300);
}

static void balances_follow_in_the_same_commit(void **state) {
    (void)state;
    uint64_t last = 0;
    tc_ledger_balance balance;
    sf_begin();
    post(1, TC_ACCOUNT_RECEIVABLE, TC_ACCOUNT_REVENUE, 1000, "EUR", &last);
    post(1, TC_ACCOUNT_RECEIVABLE, TC_ACCOUNT_TAX, 190, "EUR", &last);
    post(1, TC_ACCOUNT_CLEARING, TC_ACCOUNT_RECEIVABLE, 1190, "EUR", &last);
    assert_true(tci_ledger_balance(sf_ctx.view, 0, &balance));
    sf_commit();
    assert_string_equal(balance.currency, "EUR");
    assert_int_equal(balance.postings, 3);
    assert_int_equal(balance.debit_minor[TC_ACCOUNT_RECEIVABLE], 1190);
    assert_int_equal(balance.credit_minor[TC_ACCOUNT_RECEIVABLE], 1190);
    assert_int_equal(balance.debit_minor[TC_ACCOUNT_CLEARING], 1190);
    assert_int_equal(balance.credit_minor[TC_ACCOUNT_TAX], 190);
    assert_int_equal(sum(&balance), 0);
}

static void every_currency_has_balances_of_its_own(void **state) {
    (void)state;
    static const char *const CODES[] = {"EUR", "USD", "JPY", "GBP", "CHF", "SEK",
                                        "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
                                        "BGN", "ISK", "TRY", "AUD", "CAD", "NZD"};
    uint64_t last = 0;
    sf_begin();
    for (size_t i = 0; i < TCI_COUNT(CODES); i++)
        post(i + 1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, (int64_t)(i + 1), CODES[i], &last);
    sf_commit();
    sf_begin();
    for (uint32_t i = 0; i < TCI_COUNT(CODES); i++) {
        tc_ledger_balance balance;
        assert_true(tci_ledger_balance(sf_ctx.view, i, &balance));
        assert_string_equal(balance.currency, CODES[i]);
        assert_int_equal(balance.debit_minor[TC_ACCOUNT_CASH], i + 1);
    }
    tc_ledger_balance none;
    assert_false(tci_ledger_balance(sf_ctx.view, TCI_COUNT(CODES), &none));
    sf_commit();
}

static void nothing_is_posted_for_nothing(void **state) {
    (void)state;
    uint64_t last = 0;
    tc_ledger_balance balance;
    sf_begin();
    assert_int_equal(post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 0, "EUR", &last), 0);
    assert_int_equal(last, 0);
    assert_false(tci_ledger_balance(sf_ctx.view, 0, &balance));
    sf_commit();
}

static void a_ledger_near_its_end_takes_no_new_orders(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    uint16_t currency = tci_currency_pack("EUR");
    assert_true(tci_ledger_has_room(sf_ctx.view, currency, TC_AMOUNT_MAX));
    for (int i = 0; i < 2306; i++)
        post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, TC_AMOUNT_MAX, "EUR", &last);
    assert_false(tci_ledger_has_room(sf_ctx.view, currency, TC_AMOUNT_MAX));
    assert_true(tci_ledger_has_room(sf_ctx.view, tci_currency_pack("USD"), TC_AMOUNT_MAX));
    sf_commit();
}

static void verify_passes_a_sound_ledger(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    for (int i = 1; i < 50; i++) post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, i, "EUR", &last);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

/* The posting array's page, to damage it. */
static uint8_t *posting_bytes(uint64_t id) {
    return tci_page_write(sf_ctx.view, 0, TCI_SPACE_LEDGER, id / 127) + id % 127 * 32;
}

static void verify_sees_a_changed_amount(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    uint64_t id = post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 100, "EUR", &last);
    tci_store_i64(posting_bytes(id) + 8, 101);
    sf_commit();
    assert_int_not_equal(sf_faults(), 0);
}

static void verify_sees_a_swapped_account(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    uint64_t id = post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 100, "EUR", &last);
    posting_bytes(id)[22] = TC_ACCOUNT_TAX;
    sf_commit();
    assert_int_not_equal(sf_faults(), 0);
}

static void verify_sees_a_chain_to_another_order(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 100, "EUR", &last);
    post(2, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 100, "EUR", &last);
    sf_commit();
    assert_int_not_equal(sf_faults(), 0);
}

static void verify_sees_a_balance_that_is_off(void **state) {
    (void)state;
    uint64_t last = 0;
    sf_begin();
    post(1, TC_ACCOUNT_CASH, TC_ACCOUNT_REVENUE, 100, "EUR", &last);
    uint8_t *page = tci_page_write(sf_ctx.view, 0, TCI_SPACE_ACCOUNT, 0);
    tci_store_i64(page + 16 + 16 * TC_ACCOUNT_CASH, 99);
    sf_commit();
    assert_int_equal(sf_faults(), 2); /* not zero, and not the sum */
}

static void accounts_and_reasons_have_names(void **state) {
    (void)state;
    for (uint32_t i = 1; i < TC_ACCOUNT_COUNT; i++)
        assert_string_not_equal(tc_account_name(i), "?");
    assert_string_equal(tc_account_name(TC_ACCOUNT_OWED), "owed");
    assert_string_equal(tc_account_name(TC_ACCOUNT_COUNT), "?");
    for (uint32_t i = TC_POSTING_SALE; i <= TC_POSTING_DISPUTE_LOST; i++)
        assert_string_not_equal(tc_posting_reason_name(i), "?");
    assert_string_equal(tc_posting_reason_name(0), "?");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SF_TEST(a_posting_is_kept_as_it_was_made),
        SF_TEST(postings_of_an_order_are_chained),
        SF_TEST(balances_follow_in_the_same_commit),
        SF_TEST(every_currency_has_balances_of_its_own),
        SF_TEST(nothing_is_posted_for_nothing),
        SF_TEST(a_ledger_near_its_end_takes_no_new_orders),
        SF_TEST(verify_passes_a_sound_ledger),
        SF_TEST(verify_sees_a_changed_amount),
        SF_TEST(verify_sees_a_swapped_account),
        SF_TEST(verify_sees_a_chain_to_another_order),
        SF_TEST(verify_sees_a_balance_that_is_off),
        SF_TEST(accounts_and_reasons_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
