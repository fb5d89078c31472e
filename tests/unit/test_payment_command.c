/* Payment commands by themselves: keys, leases, trying again with backoff, giving up, parking,
 * taking back; and the provider's references and event ids. */
#include "sales_fixture.h"

/* A payment of order 1 for commands to be about. */
static uint64_t make_payment(void) {
    tci_payment payment = {.id = tci_payment_take(sf_ctx.view),
                           .order = 1,
                           .state = TC_PAYMENT_OPEN,
                           .currency = tci_currency_pack("EUR"),
                           .amount = 500,
                           .created_at_ms = sf_now_ms};
    tci_payment_save(sf_ctx.view, &payment);
    return payment.id;
}

static tci_payment_cmd open_command(uint8_t kind) {
    tci_payment_cmd command = {.order = 1,
                               .payment = make_payment(),
                               .kind = kind,
                               .currency = tci_currency_pack("EUR"),
                               .amount = 500,
                               .deadline_ms = sf_now_ms + 600000};
    tci_payment_cmd_open(&sf_ctx, &command);
    return command;
}

static tci_payment_cmd reload(uint64_t id) {
    tci_payment_cmd command;
    assert_true(tci_payment_cmd_load(sf_ctx.view, id, &command));
    return command;
}

static uint32_t count_due(int64_t now_ms) {
    tci_work_iter iter;
    uint64_t number;
    int64_t due_ms;
    uint32_t count = 0;
    tci_work_open(&iter, &tci_payment_work, sf_ctx.view, now_ms);
    while (tci_work_next(&iter, &number, &due_ms)) {
        tci_payment_cmd command;
        count += tci_payment_cmd_load(sf_ctx.view, number, &command) &&
                 command.state == TCI_COMMAND_OPEN && command.due_ms == due_ms &&
                 !(command.flags & TCI_COMMAND_PARKED);
    }
    tci_work_close(&iter);
    return count;
}

static void a_command_is_found_by_its_key(void **state) {
    (void)state;
    uint8_t key[16];
    tci_payment_cmd found;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd_key(&command, key);
    assert_true(tci_payment_cmd_by_key(sf_ctx.view, key, &found));
    assert_int_equal(found.id, command.id);
    key[15] ^= 1;
    assert_false(tci_payment_cmd_by_key(sf_ctx.view, key, &found));
    sf_commit();
}

static void keys_differ(void **state) {
    (void)state;
    uint8_t a[16], b[16];
    sf_begin();
    tci_payment_cmd one = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd two = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd_key(&one, a);
    tci_payment_cmd_key(&two, b);
    sf_commit();
    assert_memory_not_equal(a, b, 16);
}

static void a_lease_keeps_the_command_until_it_ends(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    assert_int_equal(count_due(sf_now_ms), 1);
    tci_payment_cmd_lease(sf_ctx.view, &command, 9, sf_now_ms + 1000);
    assert_int_equal(count_due(sf_now_ms), 0);
    assert_int_equal(count_due(sf_now_ms + 999), 0);
    assert_int_equal(count_due(sf_now_ms + 1000), 1);
    assert_int_equal(reload(command.id).attempt, 1);
    assert_int_equal(reload(command.id).worker, 9);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void a_finished_command_is_never_due(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd_lease(sf_ctx.view, &command, 9, sf_now_ms + 1000);
    tci_payment_cmd_finish(sf_ctx.view, &command, TCI_COMMAND_DONE);
    assert_int_equal(count_due(INT64_MAX), 0);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void a_new_command_may_be_finished_before_any_lease(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd first = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd second = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd_finish(sf_ctx.view, &first, TCI_COMMAND_WITHDRAWN);
    assert_int_equal(count_due(sf_now_ms), 1);
    tci_payment_cmd_lease(sf_ctx.view, &second, 1, sf_now_ms + 1);
    assert_int_equal(count_due(sf_now_ms), 0);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void failures_are_tried_again_later_and_later(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    int64_t longest = 0;
    for (int i = 0; i < 6; i++) {
        tci_payment_cmd_lease(sf_ctx.view, &command, 1, sf_now_ms + 1000);
        assert_true(tci_payment_cmd_again(&sf_ctx, &command, true));
        int64_t delay = command.due_ms - sf_now_ms, full = INT64_C(5000) << i;
        assert_true(delay >= full / 2 && delay <= full);
        longest = TCI_MAX(longest, delay);
    }
    assert_true(longest > 40000);
    assert_int_equal(reload(command.id).failed, 6);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void backoff_has_jitter_from_the_seed(void **state) {
    (void)state;
    sf_begin();
    bool differs = false;
    tci_payment_cmd one = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd_lease(sf_ctx.view, &one, 1, sf_now_ms + 1000);
    tci_payment_cmd_again(&sf_ctx, &one, true);
    for (int i = 0; i < 5; i++) {
        tci_payment_cmd two = open_command(TC_PAYMENT_CAPTURE);
        tci_payment_cmd_lease(sf_ctx.view, &two, 1, sf_now_ms + 1000);
        tci_payment_cmd_again(&sf_ctx, &two, true);
        differs |= one.due_ms != two.due_ms;
    }
    sf_commit();
    assert_true(differs);
}

static void failures_are_given_up_at_their_limit(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_AUTHORISE);
    int tries = 0;
    do {
        tci_payment_cmd_lease(sf_ctx.view, &command, 1, sf_now_ms + 1000);
        tries++;
    } while (tci_payment_cmd_again(&sf_ctx, &command, true));
    assert_int_equal(tries, 6);
    tci_payment_cmd_finish(sf_ctx.view, &command, TCI_COMMAND_REFUSED);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void failures_are_given_up_at_the_deadline(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_AUTHORISE);
    sf_ctx.now_ms = command.deadline_ms;
    tci_payment_cmd_lease(sf_ctx.view, &command, 1, sf_ctx.now_ms + 1000);
    assert_false(tci_payment_cmd_again(&sf_ctx, &command, true));
    tci_payment_cmd_finish(sf_ctx.view, &command, TCI_COMMAND_REFUSED);
    sf_commit();
}

static void an_unknown_outcome_becomes_a_query(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    tci_payment_cmd_lease(sf_ctx.view, &command, 1, sf_now_ms + 1000);
    assert_true(tci_payment_cmd_again(&sf_ctx, &command, false));
    assert_true(command.flags & TCI_COMMAND_QUERY);
    assert_false(command.flags & TCI_COMMAND_LEASED);
    assert_true(command.due_ms > sf_now_ms);
    assert_false(tci_payment_cmd_can_withdraw(&command));
    sf_commit();
}

static void queries_without_end_are_parked(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    for (int i = 0; i <= TC_ATTEMPTS_MAX; i++) {
        assert_int_equal(tci_payment_parked(sf_ctx.view), 0);
        tci_payment_cmd_lease(sf_ctx.view, &command, 1, sf_now_ms + 1000);
        assert_true(tci_payment_cmd_again(&sf_ctx, &command, false));
    }
    assert_int_equal(tci_payment_parked(sf_ctx.view), 1);
    assert_int_equal(count_due(INT64_MAX), 0);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
    sf_begin();
    tci_payment_cmd_finish(sf_ctx.view, &command, TCI_COMMAND_DONE);
    assert_int_equal(tci_payment_parked(sf_ctx.view), 0);
    sf_commit();
}

static void only_what_no_worker_has_can_be_withdrawn(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_AUTHORISE);
    assert_true(tci_payment_cmd_can_withdraw(&command));
    tci_payment_cmd_lease(sf_ctx.view, &command, 1, sf_now_ms + 1000);
    assert_false(tci_payment_cmd_can_withdraw(&command));
    tci_payment_cmd_again(&sf_ctx, &command, true); /* certainly did not happen */
    assert_true(tci_payment_cmd_can_withdraw(&command));
    sf_commit();
}

static void a_reference_leads_to_its_payment(void **state) {
    (void)state;
    uint8_t hash[16] = {1, 2, 3}, other[16] = {9};
    sf_begin();
    tci_payment payment;
    assert_true(tci_payment_load(sf_ctx.view, make_payment(), &payment));
    tci_payment_set_reference(sf_ctx.view, &payment, hash, tci_slice_str("pi_123"));
    tci_payment_save(sf_ctx.view, &payment);
    assert_int_equal(tci_payment_find(sf_ctx.view, hash), payment.id);
    tci_slice text = tci_payment_reference(sf_ctx.view, &payment);
    assert_int_equal(text.len, 6);
    assert_memory_equal(text.data, "pi_123", 6);
    /* it keeps its first */
    tci_payment_set_reference(sf_ctx.view, &payment, other, tci_slice_str("pi_999"));
    assert_int_equal(tci_payment_find(sf_ctx.view, other), 0);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void a_reference_of_one_payment_is_not_anothers(void **state) {
    (void)state;
    uint8_t hash[16] = {1, 2, 3};
    sf_begin();
    tci_payment one, two;
    assert_true(tci_payment_load(sf_ctx.view, make_payment(), &one));
    assert_true(tci_payment_load(sf_ctx.view, make_payment(), &two));
    tci_payment_set_reference(sf_ctx.view, &one, hash, tci_slice_str("pi"));
    tci_payment_set_reference(sf_ctx.view, &two, hash, tci_slice_str("pi"));
    tci_payment_save(sf_ctx.view, &one);
    tci_payment_save(sf_ctx.view, &two);
    assert_int_equal(tci_payment_find(sf_ctx.view, hash), one.id);
    sf_commit();
    assert_int_equal(sf_faults(), 0);
}

static void a_providers_event_is_remembered(void **state) {
    (void)state;
    uint8_t hash[16] = {5};
    uint64_t payment = 0;
    sf_begin();
    assert_int_equal(tci_provider_event_find(sf_ctx.view, hash, &payment), 0);
    tci_provider_event_keep(sf_ctx.view, hash, 77, 88);
    sf_commit();
    sf_begin();
    assert_int_equal(tci_provider_event_find(sf_ctx.view, hash, &payment), 77);
    assert_int_equal(payment, 88);
    sf_commit();
}

static void a_token_is_kept_and_dropped(void **state) {
    (void)state;
    sf_begin();
    assert_int_equal(tci_payment_token(sf_ctx.view, 3).len, 0);
    tci_payment_set_token(sf_ctx.view, 3, tci_slice_str("tok"));
    assert_int_equal(tci_payment_token(sf_ctx.view, 3).len, 3);
    tci_payment_set_token(sf_ctx.view, 3, tci_slice_of(NULL, 0));
    assert_int_equal(tci_payment_token(sf_ctx.view, 3).len, 0);
    sf_commit();
}

static void verify_sees_work_without_a_row(void **state) {
    (void)state;
    sf_begin();
    tci_payment_cmd command = open_command(TC_PAYMENT_CAPTURE);
    command.due_ms = sf_now_ms + 5;
    tci_payment_cmd_save(sf_ctx.view, &command);
    sf_commit();
    assert_int_not_equal(sf_faults(), 0);
}

static void verify_sees_a_row_without_work(void **state) {
    (void)state;
    sf_begin();
    tci_key key = tci_key_of(0, TCI_SPACE_PAYMENT_DUE);
    tci_key_time(&key, sf_now_ms);
    tci_key_u64(&key, 5);
    tci_row_put(sf_ctx.view, &key, tci_slice_of(NULL, 0));
    sf_commit();
    assert_int_equal(sf_faults(), 1);
}

static void kinds_have_names(void **state) {
    (void)state;
    for (uint32_t i = TC_PAYMENT_AUTHORISE; i <= TC_PAYMENT_CHARGE; i++)
        assert_string_not_equal(tc_payment_kind_name(i), "?");
    assert_string_equal(tc_payment_kind_name(0), "?");
    assert_string_equal(tc_payment_kind_name(77), "?");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SF_TEST(a_command_is_found_by_its_key),
        SF_TEST(keys_differ),
        SF_TEST(a_lease_keeps_the_command_until_it_ends),
        SF_TEST(a_finished_command_is_never_due),
        SF_TEST(a_new_command_may_be_finished_before_any_lease),
        SF_TEST(failures_are_tried_again_later_and_later),
        SF_TEST(backoff_has_jitter_from_the_seed),
        SF_TEST(failures_are_given_up_at_their_limit),
        SF_TEST(failures_are_given_up_at_the_deadline),
        SF_TEST(an_unknown_outcome_becomes_a_query),
        SF_TEST(queries_without_end_are_parked),
        SF_TEST(only_what_no_worker_has_can_be_withdrawn),
        SF_TEST(a_reference_leads_to_its_payment),
        SF_TEST(a_reference_of_one_payment_is_not_anothers),
        SF_TEST(a_providers_event_is_remembered),
        SF_TEST(a_token_is_kept_and_dropped),
        SF_TEST(verify_sees_work_without_a_row),
        SF_TEST(verify_sees_a_row_without_work),
        SF_TEST(kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
