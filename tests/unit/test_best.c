/* The best seats: nearest blocks, orphans, groups, accessible seats, and an exhaustive search
 * beside it. The layout has 8 rows of 12, two rows a section, two categories. */
#include "house_fixture.h"

enum { ROWS = 8, LENGTH = 12 };

static fx_layout *hall;

static int house_of_96(void **state) {
    if (fx_setup(state)) return 1;
    hall = fx_layout_make(1, ROWS, LENGTH, 2, 2);
    fx_event(1, 1);
    return 0;
}

static void remake(void) {
    fx_event(1, 1); /* the same numbers again, all free */
}

static int32_t best(uint32_t quantity) {
    tci_best_wish wish = {.quantity = quantity};
    return fx_best((fx_wish){0}, &wish);
}

static void assert_seats(const uint32_t *seats, uint32_t count) {
    assert_int_equal(fx_last.count, count);
    for (uint32_t i = 0; i < count; i++) assert_int_equal(fx_last.seats[i].seat, seats[i]);
    assert_int_equal(fx_faults(), 0);
}

static void block(uint32_t first, uint32_t count) {
    tc_seat_version seats[ROWS * LENGTH];
    for (uint32_t i = 0; i < count; i++) seats[i] = (tc_seat_version){first + i, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, count), TC_OK);
}

static void unblock(uint32_t first, uint32_t count) {
    tc_seat_version seats[ROWS * LENGTH];
    for (uint32_t i = 0; i < count; i++) seats[i] = (tc_seat_version){first + i, 0};
    assert_int_equal(fx_seats(&tci_op_seat_unblock, 1, 0, seats, count), TC_OK);
}

static void empty_house_gives_the_middle_of_the_first_row(void **state) {
    (void)state;
    assert_int_equal(best(4), TC_OK);
    const uint32_t seats[] = {4, 5, 6, 7};
    assert_int_equal(fx_last.adjacent, 1);
    assert_seats(seats, 4);
}

static void next_best_leaves_no_single_seat(void **state) {
    (void)state;
    assert_int_equal(best(4), TC_OK); /* 4 … 7 are gone; 0 … 3 and 8 … 11 are left */
    assert_int_equal(best(3), TC_OK); /* row 0 would keep one; row 1 has its middle */
    assert_int_equal(fx_last.seats[0].seat / LENGTH, 1);
    assert_int_equal(best(2), TC_OK);
    const uint32_t seats[] = {2, 3};
    assert_seats(seats, 2);
}

static void orphans_are_allowed_when_asked(void **state) {
    (void)state;
    assert_int_equal(best(4), TC_OK);
    tci_best_wish wish = {.quantity = 3};
    assert_int_equal(fx_best((fx_wish){.flags = TC_HOLD_ALLOW_ORPHANS}, &wish), TC_OK);
    const uint32_t seats[] = {1, 2, 3};
    assert_seats(seats, 3);
}

static void orphan_is_better_than_parting(void **state) {
    (void)state;
    block(0, ROWS * LENGTH);
    unblock(20, 3);
    unblock(40, 2);
    unblock(60, 1);
    assert_int_equal(best(2), TC_OK); /* a block of two stands alone farther back: no orphan */
    const uint32_t exact[] = {40, 41};
    assert_seats(exact, 2);
    assert_int_equal(best(2), TC_OK); /* only the three are left */
    assert_int_equal(fx_last.adjacent, 1);
    assert_int_equal(fx_last.seats[0].seat / LENGTH, 1);
}

static void whole_row_fits_exactly(void **state) {
    (void)state;
    assert_int_equal(best(LENGTH), TC_OK);
    assert_int_equal(fx_last.seats[0].seat, 0);
    assert_int_equal(fx_last.adjacent, 1);
    assert_int_equal(best(1), TC_OK);
    assert_int_equal(fx_last.seats[0].seat / LENGTH, 1);
}

static void larger_than_a_row_is_split_within_a_section(void **state) {
    (void)state;
    assert_int_equal(best(15), TC_OK);
    assert_int_equal(fx_last.count, 15);
    assert_int_equal(fx_last.adjacent, 0);
    for (uint32_t i = 0; i < 15; i++) assert_true(fx_last.seats[i].seat < 2 * LENGTH);
    uint32_t first_row = 0;
    for (uint32_t i = 0; i < 15; i++) first_row += fx_last.seats[i].seat < LENGTH;
    assert_true(first_row >= 2 && first_row <= 13);
    assert_int_equal(fx_faults(), 0);
}

static void nobody_is_left_alone(void **state) {
    (void)state;
    assert_int_equal(best(13), TC_OK); /* twelve and one would be; eleven and two are */
    uint32_t first_row = 0;
    for (uint32_t i = 0; i < 13; i++) first_row += fx_last.seats[i].seat < LENGTH;
    assert_true(first_row == 11 || first_row == 2);
    assert_int_equal(fx_faults(), 0);
}

static void split_goes_over_sections_when_it_must(void **state) {
    (void)state;
    block(0, ROWS * LENGTH);
    unblock(0, 3);
    unblock(50, 3);
    assert_int_equal(best(6), TC_OK);
    const uint32_t seats[] = {0, 1, 2, 50, 51, 52};
    assert_seats(seats, 6);
    assert_int_equal(fx_last.adjacent, 0);
}

static void alone_is_the_last_way(void **state) {
    (void)state;
    block(0, ROWS * LENGTH);
    unblock(0, 1);
    unblock(50, 1);
    unblock(70, 1);
    assert_int_equal(best(3), TC_OK);
    const uint32_t seats[] = {0, 50, 70};
    assert_seats(seats, 3);
}

static void too_few_is_refused(void **state) {
    (void)state;
    block(0, ROWS * LENGTH);
    unblock(0, 3);
    assert_int_equal(best(4), TC_E_NO_SEATS);
    assert_int_equal(fx.ctx.refusal.subject, 4);
    assert_int_equal(fx_totals(1).held, 0);
}

static void together_or_not_at_all(void **state) {
    (void)state;
    tci_best_wish wish = {.quantity = 13, .max_rows = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_E_NO_SEATS);
    wish.max_rows = 2;
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    wish.quantity = 35;
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_E_NO_SEATS);
    wish.max_rows = 3;
    wish.quantity = 34;
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
}

static void category_and_section_are_kept(void **state) {
    (void)state;
    const uint32_t second[] = {2};
    tci_best_wish wish = {.quantity = 2, .categories = second, .category_count = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.seats[0].seat / LENGTH, 2);
    const uint32_t sections[] = {3, 4};
    tci_best_wish there = {.quantity = 2, .sections = sections, .section_count = 2};
    assert_int_equal(fx_best((fx_wish){0}, &there), TC_OK);
    assert_int_equal(fx_last.seats[0].seat / LENGTH, 4);
    const uint32_t unknown[] = {9};
    tci_best_wish nowhere = {.quantity = 1, .sections = unknown, .section_count = 1};
    assert_int_equal(fx_best((fx_wish){0}, &nowhere), TC_E_NO_SEATS);
}

static void mixed_row_is_judged_seat_by_seat(void **state) {
    (void)state;
    hall->row[0].category = 0;
    for (uint32_t i = 0; i < 6; i++) hall->seat[i].category = 2;
    remake();
    const uint32_t second[] = {2};
    tci_best_wish wish = {.quantity = 3, .categories = second, .category_count = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    const uint32_t seats[] = {3, 4, 5};
    assert_seats(seats, 3);
}

static void channel_seats_are_only_its_own(void **state) {
    (void)state;
    tc_seat_version middle[] = {{4, 0}, {5, 0}, {6, 0}, {7, 0}};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 3, middle, 4), TC_OK);
    assert_int_equal(best(4), TC_OK);
    const uint32_t beside[] = {0, 1, 2, 3};
    assert_seats(beside, 4);
    tci_best_wish wish = {.quantity = 4, .channel = 3};
    assert_int_equal(fx_best((fx_wish){.channel = 3}, &wish), TC_OK);
    const uint32_t seats[] = {4, 5, 6, 7};
    assert_seats(seats, 4);
}

static void aisle_parts_a_row(void **state) {
    (void)state;
    for (uint32_t row = 0; row < ROWS; row++) {
        hall->seat[row * LENGTH + 5].right = TCI_SEAT_NONE;
        hall->seat[row * LENGTH + 6].left = TCI_SEAT_NONE;
    }
    remake();
    assert_int_equal(best(4), TC_OK);
    assert_true(fx_last.seats[3].seat < 6 || fx_last.seats[0].seat >= 6);
    assert_int_equal(best(7), TC_OK);
    assert_int_equal(fx_last.adjacent, 0);
}

static void accessible_seats_are_left_out(void **state) {
    (void)state;
    hall->seat[5].flags = TC_SEAT_FLAG_ACCESSIBLE;
    hall->seat[6].flags = TC_SEAT_FLAG_COMPANION;
    remake();
    assert_int_equal(best(2), TC_OK);
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_not_equal(fx_last.seats[i].seat, 5);
        assert_int_not_equal(fx_last.seats[i].seat, 6);
    }
}

static void accessible_seats_are_found_when_asked(void **state) {
    (void)state;
    hall->seat[15].flags = TC_SEAT_FLAG_ACCESSIBLE;
    hall->seat[16].flags = TC_SEAT_FLAG_COMPANION;
    remake();
    tci_best_wish wish = {.quantity = 3, .accessible = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.adjacent, 1);
    bool has = false;
    for (uint32_t i = 0; i < 3; i++) has |= fx_last.seats[i].seat == 15;
    assert_true(has);
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_E_NO_SEATS);
}

static void accessible_seats_far_apart_are_still_found(void **state) {
    (void)state;
    hall->seat[15].flags = TC_SEAT_FLAG_ACCESSIBLE;
    hall->seat[80].flags = TC_SEAT_FLAG_ACCESSIBLE;
    remake();
    tci_best_wish wish = {.quantity = 4, .accessible = 2};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.adjacent, 0);
    assert_int_equal(fx_last.seats[0].seat, 15);
    assert_int_equal(fx_last.seats[1].seat, 80);
    wish.max_rows = 1;
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_E_NO_SEATS);
}

static void numbers_need_not_follow_the_row(void **state) {
    (void)state;
    /* The first row is numbered from its other end. */
    for (uint32_t i = 0; i < LENGTH; i++) {
        hall->places[i] = LENGTH - 1 - i;
        hall->seat[i].place = (uint16_t)(LENGTH - 1 - i);
        hall->seat[i].right = i ? i - 1 : TCI_SEAT_NONE;
        hall->seat[i].left = i + 1 < LENGTH ? i + 1 : TCI_SEAT_NONE;
    }
    remake();
    assert_int_equal(best(4), TC_OK);
    const uint32_t seats[] = {7, 6, 5, 4};
    assert_seats(seats, 4);
    assert_int_equal(fx_last.adjacent, 1);
}

static void same_house_gives_the_same_answer(void **state) {
    (void)state;
    fx_made first[20];
    for (uint32_t round = 0; round < 2; round++) {
        if (round) remake();
        for (uint32_t i = 0; i < 20; i++) {
            assert_int_equal(best(1 + i % 5), TC_OK);
            if (round == 0) first[i] = fx_last;
            for (uint32_t k = 0; k < fx_last.count; k++)
                assert_int_equal(fx_last.seats[k].seat, first[i].seats[k].seat);
        }
    }
}

static void dead_holds_leave_the_best_seats(void **state) {
    (void)state;
    assert_int_equal(best(4), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    assert_int_equal(best(4), TC_OK);
    const uint32_t seats[] = {4, 5, 6, 7};
    assert_seats(seats, 4);
}

static void office_may_hold_off_sale(void **state) {
    (void)state;
    fx_rules[1].status = TC_EVENT_PAUSED;
    assert_int_equal(best(1), TC_E_NOT_ON_SALE);
    tci_best_wish wish = {.quantity = 1};
    assert_int_equal(fx_best((fx_wish){.flags = TC_HOLD_ANY_TIME}, &wish), TC_OK);
}

/* The least sum of distances of a free block without, or else with, an orphan. */
static uint64_t exhaustive(const bool *open, uint32_t quantity, bool *orphans) {
    uint64_t least[2] = {UINT64_MAX, UINT64_MAX};
    for (uint32_t row = 0; row < ROWS; row++) {
        for (uint32_t from = 0; from + quantity <= LENGTH; from++) {
            const bool *cell = open + row * LENGTH;
            uint64_t sum = 0;
            bool all = true;
            for (uint32_t i = from; i < from + quantity; i++) {
                all &= cell[i];
                sum += hall->seat[row * LENGTH + i].focal;
            }
            if (!all) continue;
            uint32_t before = 0, after = 0;
            while (before < from && cell[from - 1 - before]) before++;
            while (from + quantity + after < LENGTH && cell[from + quantity + after]) after++;
            uint32_t bad = before == 1 || after == 1;
            least[bad] = TCI_MIN(least[bad], sum);
        }
    }
    *orphans = least[0] == UINT64_MAX;
    return *orphans ? least[1] : least[0];
}

static void agrees_with_an_exhaustive_search(void **state) {
    (void)state;
    bool open[ROWS * LENGTH];
    for (uint32_t i = 0; i < ROWS * LENGTH; i++) open[i] = true;
    uint32_t random = 12345, together = 0;
    for (uint32_t round = 0; round < 300; round++) {
        random = random * 1664525 + 1013904223;
        uint32_t quantity = 1 + (random >> 16) % 5, seat = (random >> 8) % (ROWS * LENGTH);
        bool orphans;
        uint64_t least = exhaustive(open, quantity, &orphans);
        int32_t code = best(quantity);
        if (least != UINT64_MAX) {
            assert_int_equal(code, TC_OK);
            assert_int_equal(fx_last.adjacent, 1);
            uint64_t sum = 0;
            for (uint32_t i = 0; i < quantity; i++) sum += hall->seat[fx_last.seats[i].seat].focal;
            assert_int_equal(sum, least);
            together++;
        } else if (code == TC_OK) {
            assert_int_equal(fx_last.adjacent, 0);
        }
        for (uint32_t i = 0; code == TC_OK && i < quantity; i++) {
            assert_true(open[fx_last.seats[i].seat]);
            open[fx_last.seats[i].seat] = false;
        }
        /* Give some back so that the house gets holes. */
        tci_seat word = fx_seat(1, seat);
        if (word.state == TC_SEAT_HELD && round % 2) {
            tci_hold hold = fx_hold_of(word.owner);
            for (uint32_t i = 0; i < hold.item_count; i++) {
                tci_hold_item item;
                assert_true(tci_hold_item_load(fx_read(), hold.item_first + i, &item));
                fx_read_end();
                open[item.target] = true;
            }
            assert_int_equal(fx_expire(hold.id), TC_OK);
        }
    }
    assert_true(together > 100);
    assert_int_equal(fx_faults(), 0);
}

static void house_sells_out_by_best_seats_alone(void **state) {
    (void)state;
    uint32_t seated = 0;
    for (uint32_t i = 0; seated < ROWS * LENGTH; i++) {
        uint32_t quantity = TCI_MIN(1 + i % 6, ROWS * LENGTH - seated);
        assert_int_equal(best(quantity), TC_OK);
        seated += quantity;
    }
    assert_int_equal(best(1), TC_E_NO_SEATS);
    assert_int_equal(fx_totals(1).free, 0);
    assert_int_equal(fx_faults(), 0);
}

int main(void) {
#define BEST_TEST(name) cmocka_unit_test_setup_teardown(name, house_of_96, fx_teardown)
    const struct CMUnitTest tests[] = {
        BEST_TEST(empty_house_gives_the_middle_of_the_first_row),
        BEST_TEST(next_best_leaves_no_single_seat),
        BEST_TEST(orphans_are_allowed_when_asked),
        BEST_TEST(orphan_is_better_than_parting),
        BEST_TEST(whole_row_fits_exactly),
        BEST_TEST(larger_than_a_row_is_split_within_a_section),
        BEST_TEST(nobody_is_left_alone),
        BEST_TEST(split_goes_over_sections_when_it_must),
        BEST_TEST(alone_is_the_last_way),
        BEST_TEST(too_few_is_refused),
        BEST_TEST(together_or_not_at_all),
        BEST_TEST(category_and_section_are_kept),
        BEST_TEST(mixed_row_is_judged_seat_by_seat),
        BEST_TEST(channel_seats_are_only_its_own),
        BEST_TEST(aisle_parts_a_row),
        BEST_TEST(accessible_seats_are_left_out),
        BEST_TEST(accessible_seats_are_found_when_asked),
        BEST_TEST(accessible_seats_far_apart_are_still_found),
        BEST_TEST(numbers_need_not_follow_the_row),
        BEST_TEST(same_house_gives_the_same_answer),
        BEST_TEST(dead_holds_leave_the_best_seats),
        BEST_TEST(office_may_hold_off_sale),
        BEST_TEST(agrees_with_an_exhaustive_search),
        BEST_TEST(house_sells_out_by_best_seats_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
