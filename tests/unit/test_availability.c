/* Availability: counts, the two-bit map, decoded seats, changes since a version, over several pages
 * of seats and with dead holds unswept. */
#include "house_fixture.h"

enum { SEATS = 20000 };

static int house_of_20000(void **state) {
    if (fx_setup(state)) return 1;
    fx_layout_make(1, 500, 40, 50, 4);
    fx_event(1, 1);
    fx.sweep_limit = 0;
    return 0;
}

static uint8_t bits[SEATS / 4];
static tc_seat_status seats[SEATS];
static tc_seat_change changes[SEATS];

static tci_house open_house(void) {
    tci_house house;
    assert_true(tci_house_open(fx_read(), 1, &house));
    return house;
}

static uint32_t bits_of(uint32_t seat) {
    return bits[seat / 4] >> (seat % 4 * 2) & 3;
}

static void read_bits(void) {
    tci_house house = open_house();
    memset(bits, 0xAA, sizeof bits);
    tci_availability_bits(fx.now_ms, &house, bits);
    fx_read_end();
}

static uint32_t delta(uint64_t since, uint64_t *version) {
    tci_house house = open_house();
    uint32_t count = tci_availability_delta(fx.now_ms, &house, since, changes, SEATS);
    *version = tci_house_version(&house);
    fx_read_end();
    return count;
}

static void map_shows_all_pages(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 1), TC_OK);
    assert_int_equal(fx_hold(TCI_BITS_PER_PAGE - 1, 2), TC_OK);
    fx_sell(2, 1);
    tc_seat_version last = {SEATS - 1, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, &last, 1), TC_OK);
    read_bits();
    assert_int_equal(bits_of(0), TC_SEAT_HELD);
    assert_int_equal(bits_of(1), TC_SEAT_FREE);
    assert_int_equal(bits_of(TCI_BITS_PER_PAGE - 1), TC_SEAT_SOLD);
    assert_int_equal(bits_of(TCI_BITS_PER_PAGE), TC_SEAT_SOLD);
    assert_int_equal(bits_of(SEATS - 1), TC_SEAT_BLOCKED);
    uint32_t taken = 0;
    for (uint32_t i = 0; i < SEATS; i++) taken += bits_of(i) != TC_SEAT_FREE;
    assert_int_equal(taken, 4);
}

static void map_frees_dead_holds_at_their_millisecond(void **state) {
    (void)state;
    assert_int_equal(fx_hold(1000, 4), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT - 1;
    read_bits();
    assert_int_equal(bits_of(1003), TC_SEAT_HELD);
    fx.now_ms++;
    read_bits();
    assert_int_equal(bits_of(1003), TC_SEAT_FREE);
}

static void decoded_range_crosses_pages(void **state) {
    (void)state;
    assert_int_equal(fx_hold(TCI_SEATS_PER_PAGE - 2, 4), TC_OK);
    tci_house house = open_house();
    tci_availability_decode(fx.now_ms, &house, TCI_SEATS_PER_PAGE - 3, 6, seats);
    fx_read_end();
    assert_int_equal(seats[0].state, TC_SEAT_FREE);
    assert_int_equal(seats[0].version, 1);
    for (uint32_t i = 1; i < 5; i++) {
        assert_int_equal(seats[i].state, TC_SEAT_HELD);
        assert_int_equal(seats[i].version, 2);
    }
    assert_int_equal(seats[5].state, TC_SEAT_FREE);
}

static void dead_seats_show_the_version_to_expect(void **state) {
    (void)state;
    assert_int_equal(fx_hold(77, 1), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    tci_house house = open_house();
    tci_availability_decode(fx.now_ms, &house, 77, 1, seats);
    fx_read_end();
    assert_int_equal(seats[0].state, TC_SEAT_FREE);
    tc_hold_seat wanted = {1, 77, seats[0].version};
    assert_int_equal(fx_create((fx_wish){0}, &wanted, 1, NULL, 0), TC_OK);
}

static void delta_is_exact_within_the_ring(void **state) {
    (void)state;
    uint64_t since, now;
    assert_int_equal(fx_hold(5, 1), TC_OK);
    assert_int_equal(delta(1, &since), 1);
    assert_int_equal(changes[0].seat, 5);
    assert_int_equal(changes[0].version, 2);
    assert_int_equal(changes[0].state, TC_SEAT_HELD);
    assert_int_equal(delta(since, &now), 0);
    assert_int_equal(fx_hold(19000, 3), TC_OK);
    assert_int_equal(fx_expire(2), TC_OK);
    assert_int_equal(delta(since, &now), 3); /* changed twice, told once */
    assert_int_equal(now, since + 6);
    assert_int_equal(changes[2].seat, 19002);
    assert_int_equal(changes[2].version, 3);
    assert_int_equal(changes[2].state, TC_SEAT_FREE);
}

static void delta_at_the_edge_of_the_ring(void **state) {
    (void)state;
    uint64_t now;
    assert_int_equal(fx_hold(0, TCI_RING), TC_OK);
    assert_int_equal(delta(1, &now), TCI_RING);
    assert_int_equal(now, 1 + TCI_RING);
    assert_int_equal(fx_hold(600, 1), TC_OK);
    assert_int_equal(delta(2, &now), TCI_RING);
    assert_int_equal(delta(1, &now), 2 * TCI_SEATS_PER_PAGE); /* two pages changed */
}

static void delta_beyond_the_ring_is_whole_pages(void **state) {
    (void)state;
    uint64_t now;
    assert_int_equal(fx_hold(5 * TCI_SEATS_PER_PAGE, 400), TC_OK);
    assert_int_equal(delta(1, &now), TCI_SEATS_PER_PAGE);
    assert_int_equal(changes[0].seat, 5 * TCI_SEATS_PER_PAGE);
    assert_int_equal(changes[399].state, TC_SEAT_HELD);
    assert_int_equal(changes[400].state, TC_SEAT_FREE);
}

static void delta_since_zero_is_every_seat(void **state) {
    (void)state;
    uint64_t now;
    assert_int_equal(delta(0, &now), SEATS);
    assert_int_equal(changes[SEATS - 1].seat, SEATS - 1);
    assert_int_equal(changes[SEATS - 1].version, 1);
}

static void delta_tells_of_dead_holds(void **state) {
    (void)state;
    uint64_t since, now;
    assert_int_equal(fx_hold(33, 2), TC_OK);
    delta(0, &since);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    assert_int_equal(delta(since, &now), 2);
    assert_int_equal(changes[0].seat, 33);
    assert_int_equal(changes[0].state, TC_SEAT_FREE);
    assert_int_equal(changes[0].version, 3);
    assert_int_equal(now, since);
}

static void delta_counts_beyond_its_room(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 10), TC_OK);
    tci_house house = open_house();
    tc_seat_change few[3];
    assert_int_equal(tci_availability_delta(fx.now_ms, &house, 1, few, 3), 10);
    assert_int_equal(few[2].seat, 2);
    assert_int_equal(tci_availability_delta(fx.now_ms, &house, 1, NULL, 0), 10);
    fx_read_end();
}

static void counts_by_category_section_and_channel(void **state) {
    (void)state;
    tc_seat_version one = {0, 0};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 5, &one, 1), TC_OK);
    assert_int_equal(fx_hold(2000, 3), TC_OK); /* section 2, category 2 */
    tc_availability_count counts[16];
    tci_house house = open_house();
    assert_int_equal(tci_availability_by_key(fx.now_ms, &house, TC_BY_CATEGORY, counts, 16), 4);
    assert_int_equal(counts[1].key, 2);
    assert_int_equal(counts[1].held, 3);
    assert_int_equal(tci_availability_by_key(fx.now_ms, &house, TC_BY_SECTION, counts, 16), 10);
    assert_int_equal(counts[1].held, 3);
    assert_int_equal(counts[1].free, 1997);
    assert_int_equal(tci_availability_by_key(fx.now_ms, &house, TC_BY_CHANNEL, counts, 16), 16);
    assert_int_equal(counts[0].key, 0);
    assert_int_equal(counts[0].held, 3);
    assert_int_equal(counts[5].free, 1);
    assert_int_equal(tci_availability_by_key(fx.now_ms, &house, TC_BY_SECTION, counts, 1), 10);
    fx_read_end();
}

static void counts_free_dead_holds(void **state) {
    (void)state;
    tc_seat_version one = {2001, 0};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 5, &one, 1), TC_OK);
    tc_hold_seat held[] = {{1, 2000, 0}, {1, 2001, 0}};
    assert_int_equal(fx_create((fx_wish){.channel = 5}, held, 2, NULL, 0), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    static const uint32_t BY[] = {TC_BY_CATEGORY, TC_BY_SECTION, TC_BY_CHANNEL};
    for (size_t i = 0; i < TCI_COUNT(BY); i++) {
        tc_availability_count counts[16];
        tci_house house = open_house();
        uint32_t count = tci_availability_by_key(fx.now_ms, &house, BY[i], counts, 16), sum = 0;
        for (uint32_t k = 0; k < count; k++) {
            assert_int_equal(counts[k].held, 0);
            sum += counts[k].free;
        }
        fx_read_end();
        assert_int_equal(sum, SEATS);
    }
    assert_int_equal(fx_totals(1).held, 0);
    assert_int_equal(fx_totals(1).free, SEATS);
}

static void dead_holds_of_other_events_do_not_matter(void **state) {
    (void)state;
    fx_layout_make(2, 2, 10, 2, 1);
    fx_event(2, 2);
    tc_hold_seat elsewhere = {2, 3, 0};
    assert_int_equal(fx_create((fx_wish){.ttl_ms = 1000}, &elsewhere, 1, NULL, 0), TC_OK);
    assert_int_equal(fx_hold(3, 1), TC_OK);
    fx.now_ms += 1000;
    read_bits();
    assert_int_equal(bits_of(3), TC_SEAT_HELD);
    assert_int_equal(fx_totals(1).held, 1);
    assert_int_equal(fx_totals(2).held, 0);
}

static void seat_at_a_moment_names_its_hold(void **state) {
    (void)state;
    assert_int_equal(fx_hold(3, 1), TC_OK);
    tci_house house = open_house();
    tci_seat seat;
    tci_hold hold;
    assert_true(tci_seat_at(fx.now_ms, &house, 3, &seat, &hold));
    assert_int_equal(hold.id, 1);
    assert_false(tci_seat_at(fx.now_ms, &house, SEATS, &seat, &hold));
    assert_true(tci_seat_at(fx.now_ms + TC_HOLD_TTL_MS_DEFAULT, &house, 3, &seat, &hold));
    assert_int_equal(seat.state, TC_SEAT_FREE);
    fx_read_end();
}

int main(void) {
#define AVAILABILITY_TEST(name) cmocka_unit_test_setup_teardown(name, house_of_20000, fx_teardown)
    const struct CMUnitTest tests[] = {
        AVAILABILITY_TEST(map_shows_all_pages),
        AVAILABILITY_TEST(map_frees_dead_holds_at_their_millisecond),
        AVAILABILITY_TEST(decoded_range_crosses_pages),
        AVAILABILITY_TEST(dead_seats_show_the_version_to_expect),
        AVAILABILITY_TEST(delta_is_exact_within_the_ring),
        AVAILABILITY_TEST(delta_at_the_edge_of_the_ring),
        AVAILABILITY_TEST(delta_beyond_the_ring_is_whole_pages),
        AVAILABILITY_TEST(delta_since_zero_is_every_seat),
        AVAILABILITY_TEST(delta_tells_of_dead_holds),
        AVAILABILITY_TEST(delta_counts_beyond_its_room),
        AVAILABILITY_TEST(counts_by_category_section_and_channel),
        AVAILABILITY_TEST(counts_free_dead_holds),
        AVAILABILITY_TEST(dead_holds_of_other_events_do_not_matter),
        AVAILABILITY_TEST(seat_at_a_moment_names_its_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
