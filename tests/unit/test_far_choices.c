/* Choices that usual tests of the inventory leave out: ties among accessible seats and ways to part
 * a group, times an event does not set, layouts that change twice, names nobody encoded. */
#include "house_fixture.h"

enum { ROWS = 8, LENGTH = 12 };

static fx_layout *hall;

static int house_of_96(void **state) {
    if (fx_setup(state)) return 1;
    hall = fx_layout_make(1, ROWS, LENGTH, 2, 2);
    fx_event(1, 1);
    return 0;
}

static void accessible(uint32_t seat) {
    hall->seat[seat].flags |= TC_SEAT_FLAG_ACCESSIBLE;
}

/* Only these seats stay open. */
static void leave_open(const uint32_t *seats, uint32_t count) {
    tc_seat_version blocked[ROWS * LENGTH];
    uint32_t n = 0;
    for (uint32_t seat = 0; seat < ROWS * LENGTH; seat++) {
        bool open = false;
        for (uint32_t i = 0; i < count; i++) open |= seats[i] == seat;
        if (!open) blocked[n++] = (tc_seat_version){seat, 0};
    }
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, blocked, n), TC_OK);
}

static void assert_got(const uint32_t *seats, uint32_t count) {
    assert_int_equal(fx_last.count, count);
    for (uint32_t i = 0; i < count; i++) assert_int_equal(fx_last.seats[i].seat, seats[i]);
    assert_int_equal(fx_faults(), 0);
}

/* ---- best seats ---- */

/* Two accessible seats at the far end of the first row are farther than one in the second row's
 * middle; another at the second row's end is farther still. */
static void a_nearer_accessible_seat_of_a_row_behind_wins(void **state) {
    (void)state;
    for (uint32_t seat = 0; seat < ROWS * LENGTH; seat++)
        hall->seat[seat].focal = 2 * (seat / LENGTH + 1) + 10 * (seat % LENGTH);
    static const uint32_t MARKED[] = {8, 11, 14, 23};
    for (uint32_t i = 0; i < TCI_COUNT(MARKED); i++) accessible(MARKED[i]);
    fx_event(1, 1);
    tci_best_wish wish = {.quantity = 2, .accessible = 2};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    const uint32_t seats[] = {14, 8};
    assert_got(seats, 2);
    assert_int_equal(fx_last.adjacent, 0);
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    const uint32_t rest[] = {11, 23};
    assert_got(rest, 2);
}

static void accessible_seats_of_other_sections_are_passed_over(void **state) {
    (void)state;
    accessible(2);
    accessible(30);
    accessible(40);
    fx_event(1, 1);
    const uint32_t second[] = {2};
    tci_best_wish wish = {.quantity = 2, .accessible = 2, .sections = second, .section_count = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    const uint32_t seats[] = {30, 40};
    assert_got(seats, 2);
}

/* The first row's middle is all accessible: a block there would use up more of them than asked for,
 * so the search goes on and takes one farther back with exactly one. */
static void accessible_seats_are_not_used_up_by_who_needs_fewer(void **state) {
    (void)state;
    for (uint32_t seat = 0; seat < LENGTH; seat++) accessible(seat);
    accessible(3 * LENGTH + 5);
    fx_event(1, 1);
    tci_best_wish wish = {.quantity = 3, .accessible = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.adjacent, 1);
    uint32_t used = 0;
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(fx_last.seats[i].seat / LENGTH, 3);
        used += (hall->seat[fx_last.seats[i].seat].flags & TC_SEAT_FLAG_ACCESSIBLE) != 0;
    }
    assert_int_equal(used, 1);
}

/* Section 1 parts four persons into three groups at most, section 2 into two, section 3 into two
 * that are farther: two groups win over three, and of two ways the nearer. */
static void fewer_groups_win_then_nearer_ones(void **state) {
    (void)state;
    const uint32_t open[] = {0,  1,  3,  4,  24, 25, 26, 36, 37, 38, 48,
                             49, 50, 60, 61, 62, 72, 73, 74, 84, 85, 86};
    leave_open(open, TCI_COUNT(open));
    tci_best_wish wish = {.quantity = 5};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.adjacent, 0);
    for (uint32_t i = 0; i < 5; i++) assert_int_equal(hall->seat[fx_last.seats[i].seat].section, 2);
    assert_int_equal(fx_faults(), 0);
}

static void three_groups_near_lose_to_two_behind(void **state) {
    (void)state;
    const uint32_t open[] = {0, 1, 3, 4, 6, 7, 24, 25, 26, 36, 37, 38, 48, 49, 51, 52, 54, 55};
    leave_open(open, TCI_COUNT(open));
    tci_best_wish wish = {.quantity = 6};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    const uint32_t seats[] = {24, 25, 26, 36, 37, 38};
    assert_got(seats, 6);
}

/* The nearer way may be found after the farther one: the section's number does not decide. */
static void nearer_groups_win_whatever_their_section(void **state) {
    (void)state;
    for (uint32_t seat = 0; seat < ROWS * LENGTH; seat++)
        hall->seat[seat].focal = 20 * (ROWS - seat / LENGTH);
    fx_event(1, 1);
    const uint32_t open[] = {0, 1, 12, 13, 24, 25, 36, 37};
    leave_open(open, TCI_COUNT(open));
    tci_best_wish wish = {.quantity = 4};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.count, 4);
    for (uint32_t i = 0; i < 4; i++) assert_true(fx_last.seats[i].seat >= 24);
}

/* The longest run is used for the last who remain; the next longest is then another. */
static void runs_that_are_used_are_not_used_again(void **state) {
    (void)state;
    const uint32_t open[] = {0, 1, 2, 3, 12, 13, 14, 24, 25, 36, 37};
    leave_open(open, TCI_COUNT(open));
    for (uint32_t quantity = 11; quantity >= 8; quantity--) {
        tci_best_wish wish = {.quantity = quantity};
        assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
        assert_int_equal(fx_last.count, quantity);
        assert_int_equal(fx_faults(), 0);
        assert_int_equal(fx_expire(fx_last.hold), TC_OK);
    }
}

/* ---- holds ---- */

static void an_extension_without_a_time_takes_the_events(void **state) {
    (void)state;
    fx_rules[1].hold_ttl_ms = 5 * FX_MINUTE;
    assert_int_equal(fx_hold(0, 1), TC_OK);
    fx.now_ms += 2 * FX_MINUTE;
    assert_int_equal(fx_extend(1, 7, 0), TC_OK);
    assert_int_equal(fx_hold_of(1).expires_at_ms, fx.now_ms + 5 * FX_MINUTE);
    fx_rules[1].hold_ttl_ms = 0;
    assert_int_equal(fx_extend(1, 7, 0), TC_OK);
    assert_int_equal(fx_hold_of(1).expires_at_ms, fx.now_ms + TC_HOLD_TTL_MS_DEFAULT);
}

/* Two events in one hold: the shorter default counts, whichever of them comes first. */
static void the_shortest_of_two_events_counts(void **state) {
    (void)state;
    fx_event(2, 1);
    fx_rules[2].hold_ttl_ms = 3 * FX_MINUTE;
    fx_rules[1].hold_ttl_ms = 4 * FX_MINUTE;
    const tc_hold_seat seats[] = {{1, 0, 0}, {2, 0, 0}};
    for (uint32_t round = 0; round < 2; round++) {
        assert_int_equal(fx_create((fx_wish){0}, seats, 2, NULL, 0), TC_OK);
        fx.now_ms += FX_MINUTE;
        assert_int_equal(fx_extend(fx_last.hold, 7, 0), TC_OK);
        assert_int_equal(fx_hold_of(fx_last.hold).expires_at_ms, fx.now_ms + 3 * FX_MINUTE);
        assert_int_equal(fx_expire(fx_last.hold), TC_OK);
        fx_rules[1].hold_ttl_ms = 3 * FX_MINUTE;
        fx_rules[2].hold_ttl_ms = 4 * FX_MINUTE;
    }
}

static void an_events_cap_may_be_the_usual_one(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 1), TC_OK);
    assert_int_equal(fx_extend(1, 7, TC_HOLD_LIFE_MS_DEFAULT), TC_OK);
    fx.now_ms += 1;
    assert_int_equal(fx_extend(1, 7, TC_HOLD_LIFE_MS_DEFAULT), TC_E_HOLD_LIFE);
    assert_int_equal(fx.ctx.refusal.subject, 1);
}

/* ---- pools ---- */

static int32_t create_pool(uint32_t capacity, uint32_t channel, size_t name_len) {
    static const char LONG[TC_NAME_MAX + 1];
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, 1);
    tci_buf_u32(&command, 0);
    tci_buf_u32(&command, capacity);
    tci_buf_u32(&command, channel);
    tci_buf_text(&command, tci_slice_of(LONG, name_len));
    int32_t code = fx_run(&tci_op_pool_create, &command);
    tci_buf_free(&command);
    return code;
}

static void a_pool_nobody_encoded_keeps_its_limits(void **state) {
    (void)state;
    assert_int_equal(create_pool(5, 0, TC_NAME_MAX + 1), TC_E_INVALID);
    assert_int_equal(create_pool(5, TC_CHANNELS_MAX, 3), TC_E_INVALID);
    assert_int_equal(create_pool(TC_POOL_CAPACITY_MAX + 1, 0, 3), TC_E_INVALID);
    assert_string_equal(fx.ctx.refusal.field, "command");
    assert_int_equal(fx_totals(1).pools, 0);
    assert_int_equal(create_pool(5, 0, TC_NAME_MAX), TC_OK);
    assert_int_equal(fx_totals(1).pools, 1);
}

static void a_pool_of_no_event_does_not_exist(void **state) {
    (void)state;
    assert_int_equal(fx_pool(1, 5, 0, 0), TC_OK);
    assert_true(tci_pool_exists(fx_read(), 1, 1));
    assert_false(tci_pool_exists(fx_read(), 1, 2));
    assert_false(tci_pool_exists(fx_read(), 5, 1));
    fx_read_end();
}

/* ---- layouts ---- */

static int32_t refit(uint32_t layout) {
    tci_ctx *ctx = fx_begin();
    int32_t code = tci_inventory_check_layout(ctx, 1, layout);
    if (code == TC_OK) tci_inventory_set_layout(ctx, 1, layout);
    fx_commit();
    return code;
}

/* A seat that is gone stays gone while the next layout has it not either, and its version stays. */
static void a_retired_seat_stays_retired(void **state) {
    (void)state;
    fx_layout_make(2, 4, LENGTH, 2, 2);
    fx_layout_make(3, 3, LENGTH, 2, 2);
    assert_int_equal(refit(2), TC_OK);
    tci_seat gone = fx_seat(1, 5 * LENGTH);
    assert_int_equal(gone.state, TC_SEAT_RETIRED);
    assert_int_equal(refit(3), TC_OK);
    assert_int_equal(fx_seat(1, 5 * LENGTH).version, gone.version);
    assert_int_equal(fx_seat(1, 5 * LENGTH).state, TC_SEAT_RETIRED);
    assert_int_equal(fx_seat(1, 3 * LENGTH).state, TC_SEAT_RETIRED);
    assert_int_equal(fx_totals(1).free, 3 * LENGTH);
    assert_int_equal(fx_faults(), 0);
}

static void a_sold_seat_stands_in_the_way_too(void **state) {
    (void)state;
    fx_layout *other = fx_layout_make(2, ROWS, LENGTH, 2, 2);
    other->name[4] = 900;
    assert_int_equal(fx_hold(4, 1), TC_OK);
    fx_sell(1, 1);
    assert_int_equal(refit(2), TC_E_SEATS_IN_USE);
    assert_int_equal(fx.ctx.refusal.event, 1);
    other->name[4] = 4;
    assert_int_equal(refit(2), TC_OK);
    assert_int_equal(fx_seat(1, 4).state, TC_SEAT_SOLD);
    assert_int_equal(fx_faults(), 0);
}

/* What was blocked stays blocked under a new name, and says so by a new version. */
static void a_blocked_seat_keeps_its_block_under_another_name(void **state) {
    (void)state;
    fx_layout *other = fx_layout_make(2, ROWS, LENGTH, 2, 2);
    other->name[4] = 900;
    const tc_seat_version one = {4, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, &one, 1), TC_OK);
    uint32_t before = fx_seat(1, 4).version;
    assert_int_equal(refit(2), TC_OK);
    assert_int_equal(fx_seat(1, 4).state, TC_SEAT_BLOCKED);
    assert_int_equal(fx_seat(1, 4).version, before + 1);
    assert_int_equal(fx_faults(), 0);
}

/* ---- the orphan rule ---- */

static void places_alone_leave_nobody_alone(void **state) {
    (void)state;
    fx_rules[1].flags = TC_EVENT_ORPHAN_RULE;
    assert_int_equal(fx_pool(1, 5, 0, 0), TC_OK);
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0; /* the dead hold is still there: no reason to wait for it */
    fx.no_sweep = false;
    assert_int_equal(fx_pool_hold(1, 2), TC_OK);
    assert_int_equal(fx_pool_of(1, 1).held, 2);
}

/* Seats 0 and 1 are held by the dead: looked at as taken, seat 2 would be left alone. */
static void neighbours_of_dead_holds_are_swept_before_judging(void **state) {
    (void)state;
    fx_rules[1].flags = TC_EVENT_ORPHAN_RULE;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    const tc_hold_seat third = {1, 3, 0};
    assert_int_equal(fx_create((fx_wish){0}, &third, 1, NULL, 0), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 2);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    assert_int_equal(fx_create((fx_wish){0}, &third, 1, NULL, 0), TC_OK);
    assert_int_equal(fx_seat(1, 0).state, TC_SEAT_FREE);
}

#define CHOICE(name) cmocka_unit_test_setup_teardown(name, house_of_96, fx_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        CHOICE(a_nearer_accessible_seat_of_a_row_behind_wins),
        CHOICE(accessible_seats_of_other_sections_are_passed_over),
        CHOICE(accessible_seats_are_not_used_up_by_who_needs_fewer),
        CHOICE(fewer_groups_win_then_nearer_ones),
        CHOICE(three_groups_near_lose_to_two_behind),
        CHOICE(nearer_groups_win_whatever_their_section),
        CHOICE(runs_that_are_used_are_not_used_again),
        CHOICE(an_extension_without_a_time_takes_the_events),
        CHOICE(the_shortest_of_two_events_counts),
        CHOICE(an_events_cap_may_be_the_usual_one),
        CHOICE(a_pool_nobody_encoded_keeps_its_limits),
        CHOICE(a_pool_of_no_event_does_not_exist),
        CHOICE(a_retired_seat_stays_retired),
        CHOICE(a_sold_seat_stands_in_the_way_too),
        CHOICE(a_blocked_seat_keeps_its_block_under_another_name),
        CHOICE(places_alone_leave_nobody_alone),
        CHOICE(neighbours_of_dead_holds_are_swept_before_judging),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
