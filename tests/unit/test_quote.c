/* Quotes over doubles of the catalog: which ticket type is for which place, prices, fees, taxes,
 * limits of an order, overflow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sales/sales.h"
#include "ticketcore/event.h"

static tci_event_rules rules[3];
static tci_ticket_type types[8];

/* Doubles of src/catalog: events 1 and 2, ticket types 1 … 7 of either, seat n in category 1 + n
 * % 2. */
bool tci_event_rules_load(tci_view *view, uint64_t event, tci_event_rules *out) {
    (void)view;
    if (event == 0 || event > 2) return false;
    *out = rules[event];
    return true;
}
bool tci_ticket_type_load(tci_view *view, uint64_t event, uint32_t type, tci_ticket_type *out) {
    (void)view, (void)event;
    if (type == 0 || type > 7) return false;
    *out = types[type];
    return true;
}
bool tci_seat_info_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_info *info) {
    (void)view, (void)layout;
    *info = (tci_seat_info){.category = (uint16_t)(1 + seat % 2)};
    return true;
}

enum { NOW = 1000000 };

static tci_arena arena;
static tci_ctx ctx;
static tci_line lines[64];
static tci_quote quote;

static int setup(void **state) {
    (void)state;
    for (uint32_t i = 1; i <= 2; i++)
        rules[i] = (tci_event_rules){
            .layout = 1, .seats = 100, .status = TC_EVENT_ON_SALE, .currency = "EUR"};
    for (uint32_t i = 1; i <= 7; i++)
        types[i] = (tci_ticket_type){.id = i, .status = 1, .price_minor = 1000 * i};
    types[7].pool = 3;
    ctx = (tci_ctx){.arena = &arena, .now_ms = NOW};
    return 0;
}

static int teardown(void **state) {
    (void)state;
    tci_arena_free(&arena);
    arena = (tci_arena){0};
    return 0;
}

static tci_quote_place seat(uint32_t number, uint32_t type) {
    return (tci_quote_place){1, false, number, 1, type};
}

static int32_t make(const tci_quote_place *places, uint32_t count) {
    ctx.refusal = (tc_error)TC_ERROR_INIT;
    return tci_quote_make(&ctx, places, count, 0, lines, &quote);
}

static int32_t make_one(tci_quote_place place) {
    return make(&place, 1);
}

static void two_seats_cost_their_sum(void **state) {
    (void)state;
    tci_quote_place places[] = {seat(0, 1), seat(1, 2)};
    assert_int_equal(make(places, 2), TC_OK);
    assert_int_equal(quote.total, 3000);
    assert_int_equal(quote.tickets, 2);
    assert_string_equal(quote.currency, "EUR");
    assert_int_equal(lines[1].price, 2000);
    assert_int_equal(lines[1].type, 2);
}

static void fee_and_tax_on_top(void **state) {
    (void)state;
    types[1].fee_minor = 150;
    types[1].tax_bp = 1900;
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
    assert_int_equal(quote.fee, 150);
    assert_int_equal(quote.tax, 218); /* 1150 × 19 % = 218.5, to even */
    assert_int_equal(quote.total, 1368);
}

static void contained_tax_does_not_raise_the_total(void **state) {
    (void)state;
    types[1].tax_bp = 1900;
    types[1].tax_inclusive = 1;
    types[1].price_minor = 1190;
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
    assert_int_equal(quote.tax, 190);
    assert_int_equal(quote.total, 1190);
}

static void tax_is_rounded_once_a_line(void **state) {
    (void)state;
    types[7].price_minor = 5;
    types[7].tax_bp = 1000;
    tci_quote_place draw = {1, true, 3, 5, 7};
    assert_int_equal(make_one(draw), TC_OK);
    assert_int_equal(quote.tax, 2); /* 25 × 10 % = 2.5, not 5 × 0 */
    assert_int_equal(quote.total, 27);
}

static void a_line_is_booked_without_a_rest(void **state) {
    (void)state;
    for (int64_t price = 0; price < 40; price++)
        for (int64_t fee = 0; fee < 8; fee++)
            for (uint32_t inclusive = 0; inclusive < 2; inclusive++) {
                tci_ticket_type type = {.id = 1,
                                        .price_minor = price,
                                        .fee_minor = fee,
                                        .tax_bp = 1900,
                                        .tax_inclusive = inclusive};
                tci_line line = {0};
                int64_t revenue, fees, tax;
                assert_true(tci_quote_line(&type, 1, &line));
                tci_line_split(&line, &revenue, &fees, &tax);
                assert_true(revenue >= 0 && fees >= 0 && tax >= 0);
                assert_int_equal(revenue + fees + tax, tci_line_total(&line));
            }
}

static void unknown_things_are_not_found(void **state) {
    (void)state;
    tci_quote_place place = seat(0, 1);
    place.event = 9;
    assert_int_equal(make_one(place), TC_E_NOT_FOUND);
    assert_string_equal(ctx.refusal.field, "event");
    assert_int_equal(make_one(seat(0, 99)), TC_E_NOT_FOUND);
    assert_string_equal(ctx.refusal.field, "ticket_type");
    assert_int_equal(make_one(seat(100, 1)), TC_E_NOT_FOUND);
    assert_string_equal(ctx.refusal.field, "seat");
}

static void a_type_is_for_its_category_only(void **state) {
    (void)state;
    types[1].category = 1;
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
    assert_int_equal(make_one(seat(1, 1)), TC_E_PRICE);
}

static void a_type_is_for_its_pool_only(void **state) {
    (void)state;
    assert_int_equal(make_one((tci_quote_place){1, true, 3, 2, 7}), TC_OK);
    assert_int_equal(make_one((tci_quote_place){1, true, 4, 2, 7}), TC_E_PRICE);
    assert_int_equal(make_one((tci_quote_place){1, true, 3, 2, 1}), TC_E_PRICE);
    assert_int_equal(make_one(seat(0, 7)), TC_E_PRICE);
}

static void a_type_is_sold_through_its_channels_only(void **state) {
    (void)state;
    types[1].channels = 1u << 2;
    assert_int_equal(make_one(seat(0, 1)), TC_E_PRICE);
    tci_quote_place place = seat(0, 1);
    assert_int_equal(tci_quote_make(&ctx, &place, 1, 2, lines, &quote), TC_OK);
}

static void a_type_is_sold_in_its_window_only(void **state) {
    (void)state;
    types[1].sale_from_ms = NOW;
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
    types[1].sale_from_ms = NOW + 1;
    assert_int_equal(make_one(seat(0, 1)), TC_E_NOT_ON_SALE);
    types[1].sale_from_ms = 0;
    types[1].sale_until_ms = NOW;
    assert_int_equal(make_one(seat(0, 1)), TC_E_NOT_ON_SALE);
    types[1].sale_until_ms = NOW + 1;
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
    types[1].status = 0;
    assert_int_equal(make_one(seat(0, 1)), TC_E_NOT_ON_SALE);
}

static void a_cancelled_event_sells_nothing(void **state) {
    (void)state;
    rules[1].status = TC_EVENT_CANCELLED;
    assert_int_equal(make_one(seat(0, 1)), TC_E_NOT_ON_SALE);
    rules[1].status = TC_EVENT_PAUSED; /* live holds may still be paid */
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
}

static void limits_of_an_order_hold(void **state) {
    (void)state;
    tci_quote_place places[] = {seat(0, 1), seat(1, 2), seat(2, 1)};
    types[1].max_per_order = 1;
    assert_int_equal(make(places, 3), TC_E_LIMIT);
    types[1].max_per_order = 2;
    assert_int_equal(make(places, 3), TC_OK);
    types[2].min_per_order = 2;
    assert_int_equal(make(places, 3), TC_E_LIMIT);
    assert_int_equal(ctx.refusal.subject, 2);
    types[2].min_per_order = 0;
    rules[1].limit_per_order = 2;
    assert_int_equal(make(places, 3), TC_E_LIMIT);
    assert_string_equal(ctx.refusal.field, "event");
}

static void limits_count_each_event_by_itself(void **state) {
    (void)state;
    rules[1].limit_per_order = rules[2].limit_per_order = 1;
    tci_quote_place places[] = {seat(0, 1), seat(0, 1)};
    assert_int_equal(make(places, 2), TC_E_LIMIT);
    places[1].event = 2;
    assert_int_equal(make(places, 2), TC_OK);
}

static void events_of_two_currencies_are_refused(void **state) {
    (void)state;
    memcpy(rules[2].currency, "USD", 4);
    tci_quote_place places[] = {seat(0, 1), seat(0, 1)};
    places[1].event = 2;
    assert_int_equal(make(places, 2), TC_E_CURRENCY);
}

static void a_total_that_overflows_is_refused(void **state) {
    (void)state;
    types[1].price_minor = TC_AMOUNT_MAX;
    assert_int_equal(make_one(seat(0, 1)), TC_OK);
    tci_quote_place places[] = {seat(0, 1), seat(1, 2)};
    assert_int_equal(make(places, 2), TC_E_OVERFLOW);
    types[1].fee_minor = 1;
    assert_int_equal(make_one(seat(0, 1)), TC_E_OVERFLOW);
    types[1].fee_minor = 0;
    types[1].tax_bp = 1;
    assert_int_equal(make_one(seat(0, 1)), TC_E_OVERFLOW);
    types[7].price_minor = TC_AMOUNT_MAX / 2;
    assert_int_equal(make_one((tci_quote_place){1, true, 3, 3, 7}), TC_E_OVERFLOW);
}

static void too_many_tickets_are_refused(void **state) {
    (void)state;
    assert_int_equal(make_one((tci_quote_place){1, true, 3, TC_ORDER_TICKETS_MAX, 7}), TC_OK);
    assert_int_equal(make_one((tci_quote_place){1, true, 3, TC_ORDER_TICKETS_MAX + 1, 7}),
                     TC_E_LIMIT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(two_seats_cost_their_sum),
        TEST(fee_and_tax_on_top),
        TEST(contained_tax_does_not_raise_the_total),
        TEST(tax_is_rounded_once_a_line),
        TEST(a_line_is_booked_without_a_rest),
        TEST(unknown_things_are_not_found),
        TEST(a_type_is_for_its_category_only),
        TEST(a_type_is_for_its_pool_only),
        TEST(a_type_is_sold_through_its_channels_only),
        TEST(a_type_is_sold_in_its_window_only),
        TEST(a_cancelled_event_sells_nothing),
        TEST(limits_of_an_order_hold),
        TEST(limits_count_each_event_by_itself),
        TEST(events_of_two_currencies_are_refused),
        TEST(a_total_that_overflows_is_refused),
        TEST(too_many_tickets_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
