/* Seeded crowds of orders against the simulated provider, which declines, falls silent, answers
 * twice, late or not at all: whatever happens, the provider's own books and the engine's say the
 * same in the end, and the store verifies. Public headers only; the seed is printed. */
#include "order_house.h"
#include "provider.h"

enum { ORDERS = 60, ROUNDS = 400, DRY_ROUNDS = 200, PENDING_MAX = 4096 };

/* What the provider says that has not arrived yet. */
typedef struct parcel {
    int64_t at_ms;
    bool is_event;
    provider_reply reply;
    tc_payment_command command;
} parcel;

typedef struct crowd {
    uint64_t random;
    provider *provider;
    parcel *parcels;
    size_t parcels_count;
    uint64_t orders[ORDERS];
    uint32_t orders_count;
} crowd;

static uint64_t roll(crowd *c, uint64_t sides) {
    c->random = c->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (c->random >> 33) % sides;
}

static void keep(crowd *c, const parcel *sent, uint32_t times) {
    for (uint32_t i = 0; i < times; i++) {
        assert_true(c->parcels_count < PENDING_MAX);
        c->parcels[c->parcels_count++] = *sent;
    }
}

static void carry_out(crowd *c) {
    tc_payment_command commands[16];
    uint32_t count = lease(commands, 16, 30000);
    for (uint32_t i = 0; i < count; i++) {
        if (roll(c, 12) == 0) continue; /* this worker dies here */
        parcel sent = {.command = commands[i]};
        assert_true(provider_do(c->provider, &commands[i], &sent.reply));
        sent.at_ms = H0->now_ms + sent.reply.answer_after_ms;
        keep(c, &sent, sent.reply.outcome ? sent.reply.answers : 0);
        sent.is_event = true;
        sent.at_ms = H0->now_ms + sent.reply.event_after_ms;
        keep(c, &sent, sent.reply.events);
    }
}

/* Hand over what is due, in any order. A refusal is legal only where the text says so. */
static void deliver(crowd *c) {
    for (size_t i = 0; i < c->parcels_count;) {
        if (c->parcels[i].at_ms > H0->now_ms || roll(c, 4) == 0) {
            i++;
            continue;
        }
        parcel it = c->parcels[i];
        c->parcels[i] = c->parcels[--c->parcels_count];
        int32_t code;
        if (it.is_event) {
            tc_payment_event_request request;
            provider_fill_event(&it.reply, &request);
            code = tc_payment_event(H0->engine, &request, NULL, NULL);
            assert_true(code == TC_OK || code == TC_E_STATE);
        } else {
            tc_payment_answer_request request;
            provider_fill_answer(&it.reply, &it.command, &request);
            code = tc_payment_answer(H0->engine, &request, NULL, NULL);
            assert_true(code == TC_OK || code == TC_E_LEASE_LOST);
        }
    }
}

static void try_to_buy(crowd *c) {
    tc_hold_seat seats[2];
    tc_hold_create_request want = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    want.seats_count = (uint32_t)(1 + roll(c, 2));
    uint32_t first = (uint32_t)roll(c, 19);
    for (uint32_t i = 0; i < want.seats_count; i++)
        seats[i] = (tc_hold_seat){H0->event[0], first + i, 0};
    want.seats = seats;
    want.ttl_ms = 60000 + (int64_t)roll(c, 120000);
    if (tc_hold_create(H0->engine, &want, &held, NULL) != TC_OK) return;
    uint32_t method = roll(c, 8) ? TC_PAY_PROVIDER : TC_PAY_OFFLINE;
    tc_order_create_request request = order_of(&held, want.seats_count, 0, method);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    c->orders[c->orders_count++] = made.order;
}

/* Somebody wants something of some order; most wishes are refused, none may break anything. */
static void meddle(crowd *c) {
    if (c->orders_count == 0) return;
    uint64_t order = c->orders[roll(c, c->orders_count)];
    tc_order now = get(order);
    int32_t code = TC_OK;
    switch (roll(c, 6)) {
    case 0: code = cancel(order, NULL); break;
    case 1: code = pay(order, TC_PAY_PROVIDER); break;
    case 2: code = settle(order, now.total_minor); break;
    case 3: code = refund(order, NULL, 0, 0, 0); break;
    case 4: code = refund(order, NULL, 0, 1 + (int64_t)roll(c, 2000), 0); break;
    default: code = refund(order, NULL, 0, 0, TC_ORDER_BY_HAND); break;
    }
    assert_true(code == TC_OK || code == TC_E_STATE || code == TC_E_REFUND ||
                code == TC_E_HOLD_EXPIRED);
}

static void run_dry(crowd *c) {
    provider_recover(c->provider);
    for (int i = 0; i < DRY_ROUNDS; i++) {
        carry_out(c);
        deliver(c);
        pass(600000);
    }
    assert_int_equal(c->parcels_count, 0);
}

/* By the provider's books: what it captured and did not give back is what the engine thinks. */
static void audit(crowd *c) {
    int64_t clearing = 0;
    size_t count = provider_payments(c->provider);
    for (size_t i = 0; i < count; i++) {
        const provider_payment *its = provider_payment_at(c->provider, i);
        clearing += its->captured_minor - its->refunded_minor;
        bool reserved = its->authorised_minor && !its->captured_minor && !its->voided;
        tc_order order = get(its->order);
        if (reserved) assert_int_equal(order.state, TC_ORDER_VOID_FAILED);
    }
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), clearing);
    assert_int_equal(provider_complaints(c->provider), 0);
    for (uint32_t i = 0; i < c->orders_count; i++) {
        tc_order order = get(c->orders[i]);
        bool waits = order.state == TC_ORDER_AUTHORISING || order.state == TC_ORDER_UNKNOWN ||
                     order.state == TC_ORDER_CANCELLING || order.state == TC_ORDER_OVERDUE ||
                     order.state == TC_ORDER_VOIDING || order.state == TC_ORDER_CAPTURING ||
                     order.state == TC_ORDER_UNWINDING || order.state == TC_ORDER_REFUNDING;
        if (waits)
            fail_msg("order %llu still %s", (unsigned long long)order.id,
                     tc_order_state_name(order.state));
    }
}

static void run_crowd(uint64_t seed, uint32_t late_money, uint32_t capture, int rounds) {
    provider_options options = {.seed = seed, .late_least_ms = 1000, .late_most_ms = 200000};
    for (uint32_t kind = 1; kind < PROVIDER_KINDS; kind++)
        for (uint32_t how = 1; how < PROVIDER_BEHAVIOURS; how++)
            options.permille[kind][how] = how == PROVIDER_DECLINE ? 60 : 70;
    crowd c = {.random = seed, .provider = provider_open(&options)};
    c.parcels = calloc(PENDING_MAX, sizeof *c.parcels);
    assert_non_null(c.provider);
    assert_non_null(c.parcels);
    print_message("seed %llu\n", (unsigned long long)seed);
    set_rule(TC_EVENT_FIELD_LATE_MONEY, late_money);
    set_rule(TC_EVENT_FIELD_CAPTURE, capture);
    for (int i = 0; i < rounds; i++) {
        if (c.orders_count < ORDERS && roll(&c, 3) == 0) try_to_buy(&c);
        if (roll(&c, 3) == 0) meddle(&c);
        carry_out(&c);
        deliver(&c);
        pass((int64_t)roll(&c, 20000));
        if (i % 100 == 0) verify_now();
    }
    assert_true(c.orders_count > 5);
    run_dry(&c);
    verify_now();
    audit(&c);
    provider_close(c.provider);
    free(c.parcels);
}

static void crowds_with_equivalent_seats(void **state) {
    (void)state;
    run_crowd(1, TC_LATE_MONEY_EQUIVALENT, TC_CAPTURE_AFTER, ROUNDS);
}
static void crowds_with_the_same_seats(void **state) {
    (void)state;
    run_crowd(2, TC_LATE_MONEY_SAME_SEATS, TC_CAPTURE_AFTER, ROUNDS);
}
static void crowds_without_late_seats(void **state) {
    (void)state;
    run_crowd(3, TC_LATE_MONEY_VOID, TC_CAPTURE_AFTER, ROUNDS);
}
static void crowds_charged_at_once(void **state) {
    (void)state;
    run_crowd(4, TC_LATE_MONEY_EQUIVALENT, TC_CAPTURE_AT_ONCE, ROUNDS);
}
static void crowds_charged_at_once_without_late_seats(void **state) {
    (void)state;
    run_crowd(5, TC_LATE_MONEY_VOID, TC_CAPTURE_AT_ONCE, ROUNDS);
}
static void more_crowds(void **state) {
    (void)state;
    run_crowd(6, TC_LATE_MONEY_EQUIVALENT, TC_CAPTURE_AFTER, ROUNDS);
}

/* The same on disk: a folder of its own, removed afterwards. */
static char folder[] = "/tmp/ticketcore-payment-XXXXXX";

static int disk_setup(void **state) {
    assert_non_null(mkdtemp(folder));
    char path[64];
    snprintf(path, sizeof path, "%s/store", folder);
    H0 = house_new(path);
    *state = H0;
    return 0;
}

static int disk_teardown(void **state) {
    char command[96];
    int code = oh_teardown(state);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return code || system(command);
}

static void crowds_on_disk(void **state) {
    (void)state;
    run_crowd(7, TC_LATE_MONEY_EQUIVALENT, TC_CAPTURE_AFTER, ROUNDS / 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(crowds_with_equivalent_seats),
        OH(crowds_with_the_same_seats),
        OH(crowds_without_late_seats),
        OH(crowds_charged_at_once),
        OH(crowds_charged_at_once_without_late_seats),
        OH(more_crowds),
        cmocka_unit_test_setup_teardown(crowds_on_disk, disk_setup, disk_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
