/* The saga's table by itself: every pair is decided, every state is reached and left, and a walk
 * over a small model of places, money and commands finds none that breaks what its state promises.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "payment/payment.h"

static const tci_saga_cell *cell(uint32_t state, tci_saga_event event) {
    return tci_saga_look(state, event);
}

static void every_pair_is_decided(void **state) {
    (void)state;
    for (uint32_t s = 0; s < TCI_SAGA_STATES; s++)
        for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++)
            assert_int_not_equal(cell(s, e)->verdict, TCI_SAGA_UNDECIDED);
}

static void every_state_and_event_has_a_name(void **state) {
    (void)state;
    for (uint32_t s = 0; s < TCI_SAGA_STATES; s++) assert_non_null(tci_saga_states[s].name);
    for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++) assert_non_null(tci_saga_event_names[e]);
    assert_string_equal(tc_order_state_name(TC_ORDER_CAPTURING), "capturing");
    assert_string_equal(tc_order_state_name(999), "?");
    assert_string_equal(tc_order_state_name(TCI_SAGA_STRAY), "?");
}

static void what_changes_nothing_does_nothing(void **state) {
    (void)state;
    for (uint32_t s = 0; s < TCI_SAGA_STATES; s++)
        for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++) {
            uint8_t verdict = cell(s, e)->verdict;
            if (verdict == TCI_SAGA_STAY || verdict == TCI_SAGA_REFUSE)
                assert_int_equal(cell(s, e)->actions, 0);
        }
}

static void nothing_leads_back_to_none(void **state) {
    (void)state;
    for (uint32_t s = 0; s < TCI_SAGA_STRAY; s++)
        for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++)
            if (cell(s, e)->verdict == TCI_SAGA_GO) {
                assert_int_not_equal(cell(s, e)->next, TC_ORDER_NONE);
                assert_true(cell(s, e)->next < TCI_SAGA_STRAY);
            }
}

static void an_order_begins_once(void **state) {
    (void)state;
    for (uint32_t s = 0; s < TCI_SAGA_STATES; s++)
        for (uint32_t e = TCI_SAGA_BEGIN_PROVIDER; e <= TCI_SAGA_BEGIN_FREE; e++)
            assert_int_equal(cell(s, e)->verdict,
                             s == TC_ORDER_NONE ? TCI_SAGA_GO : TCI_SAGA_REFUSE);
}

static void a_stray_payment_never_moves_the_order(void **state) {
    (void)state;
    for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++) {
        const tci_saga_cell *at = cell(TCI_SAGA_STRAY, e);
        assert_int_not_equal(at->verdict, TCI_SAGA_BOOKS);
        if (at->verdict == TCI_SAGA_GO) assert_int_equal(at->next, TCI_SAGA_STRAY);
        uint32_t moves_seats = TCI_ACT_SELL | TCI_ACT_RETURN | TCI_ACT_FREE | TCI_ACT_RETURN_NAMED;
        assert_int_equal(at->actions & moves_seats, 0);
    }
}

/* States a cell may lead to. */
static uint32_t targets(uint32_t s, uint32_t e, uint8_t out[8]) {
    const tci_saga_cell *at = cell(s, e);
    uint32_t count = 0;
    if (at->verdict == TCI_SAGA_GO) out[count++] = at->next;
    if (at->verdict != TCI_SAGA_BOOKS) return count;
    for (uint8_t n = 1; n < TCI_SAGA_STRAY; n++)
        if (tci_saga_states[n].by_books) out[count++] = n;
    return count;
}

static void reach(uint32_t from, bool seen[TCI_SAGA_STATES]) {
    seen[from] = true;
    for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++) {
        uint8_t to[8];
        uint32_t count = targets(from, e, to);
        for (uint32_t i = 0; i < count; i++)
            if (!seen[to[i]]) reach(to[i], seen);
    }
}

static void every_state_can_be_reached(void **state) {
    (void)state;
    bool seen[TCI_SAGA_STATES] = {false};
    reach(TC_ORDER_NONE, seen);
    for (uint32_t s = 0; s < TCI_SAGA_STRAY; s++)
        if (!seen[s]) fail_msg("%s cannot be reached", tci_saga_states[s].name);
}

static void no_state_is_a_dead_end(void **state) {
    (void)state;
    for (uint32_t s = 1; s < TCI_SAGA_STRAY; s++) {
        bool seen[TCI_SAGA_STATES] = {false}, rests = false;
        reach(s, seen);
        for (uint32_t n = 1; n < TCI_SAGA_STRAY; n++)
            rests |= seen[n] && tci_saga_states[n].wait == TCI_WAIT_NOTHING;
        if (!rests) fail_msg("%s leads to no rest", tci_saga_states[s].name);
    }
}

static void what_waits_for_its_buyer_has_a_deadline(void **state) {
    (void)state;
    for (uint32_t s = 1; s < TCI_SAGA_STRAY; s++) {
        const tci_saga_state *at = &tci_saga_states[s];
        if (at->wait == TCI_WAIT_BUYER || at->seats == TCI_SEATS_HELD) assert_true(at->due);
        if (at->due) {
            const tci_saga_cell *deadline = cell(s, TCI_SAGA_DEADLINE);
            assert_int_equal(deadline->verdict, TCI_SAGA_GO);
            assert_true(deadline->actions & TCI_ACT_FREE);
            assert_false(tci_saga_states[deadline->next].due);
        }
    }
}

static void a_deadline_never_touches_sold_seats(void **state) {
    (void)state;
    for (uint32_t s = 1; s < TCI_SAGA_STRAY; s++)
        if (!tci_saga_states[s].due)
            assert_int_equal(cell(s, TCI_SAGA_DEADLINE)->verdict, TCI_SAGA_STAY);
}

static void a_confirmed_order_is_not_cancelled(void **state) {
    (void)state;
    static const uint8_t CONFIRMED[] = {TC_ORDER_CAPTURING, TC_ORDER_SETTLED, TC_ORDER_REFUNDING,
                                        TC_ORDER_PARTLY_REFUNDED, TC_ORDER_DISPUTED};
    for (size_t i = 0; i < TCI_COUNT(CONFIRMED); i++)
        assert_int_equal(cell(CONFIRMED[i], TCI_SAGA_CANCEL)->verdict, TCI_SAGA_REFUSE);
}

static void money_is_taken_after_the_seats_are_sold(void **state) {
    (void)state;
    for (uint32_t s = 0; s < TCI_SAGA_STRAY; s++)
        for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++)
            if (cell(s, e)->actions & TCI_ACT_CAPTURE)
                assert_true(cell(s, e)->actions & TCI_ACT_SELL);
}

static void money_without_seats_goes_back(void **state) {
    (void)state;
    for (uint32_t s = 1; s < TCI_SAGA_STRAY; s++) {
        const tci_saga_cell *late = cell(s, TCI_SAGA_AUTHORISED_NO_SEATS);
        if (late->verdict == TCI_SAGA_GO) assert_true(late->actions & TCI_ACT_VOID);
        late = cell(s, TCI_SAGA_CAPTURED_NO_SEATS);
        if (late->verdict == TCI_SAGA_BOOKS) assert_true(late->actions & TCI_ACT_REFUND);
        late = cell(s, TCI_SAGA_SETTLED_NO_SEATS);
        if (late->verdict == TCI_SAGA_BOOKS) assert_true(late->actions & TCI_ACT_REFUND);
    }
}

static void a_failed_capture_gives_seats_and_sale_back(void **state) {
    (void)state;
    const tci_saga_cell *at = cell(TC_ORDER_CAPTURING, TCI_SAGA_CAPTURE_FAILED);
    assert_int_equal(at->next, TC_ORDER_VOIDING);
    assert_true(at->actions & TCI_ACT_RETURN);
    assert_true(at->actions & TCI_ACT_UNSELL);
    assert_true(at->actions & TCI_ACT_VOID);
}

static void an_unknown_outcome_is_never_an_answer(void **state) {
    (void)state;
    for (uint32_t s = 1; s < TCI_SAGA_STRAY; s++) {
        const tci_saga_cell *at = cell(s, TCI_SAGA_UNKNOWN);
        assert_int_equal(at->actions, 0);
        if (at->verdict == TCI_SAGA_GO) assert_int_equal(at->next, TC_ORDER_UNKNOWN);
    }
}

/* ---- a small model of the world, walked through every event it allows ---- */

typedef struct world {
    uint8_t state;
    uint8_t seats;   /* HELD, SOLD, NONE */
    uint8_t money;   /* NONE, OPEN, RESERVED, TAKEN, GIVEN_BACK, GONE */
    uint8_t command; /* open: 0, 1 authorise, 2 capture, 3 void */
    uint8_t refund;  /* 0 none, 1 open, 2 failed */
    uint8_t part;    /* some money went back */
} world;

enum { WORLDS_MAX = 4096 };

typedef struct worlds {
    world list[WORLDS_MAX];
    uint32_t count;
} worlds;

static void add_world(worlds *all, world made) {
    for (uint32_t i = 0; i < all->count; i++)
        if (memcmp(&all->list[i], &made, sizeof made) == 0) return;
    assert_true(all->count < WORLDS_MAX);
    all->list[all->count++] = made;
}

/* May this happen in this world, whoever brings it about? */
static bool allows(const world *at, uint32_t e) {
    bool gone = at->money == TCI_MONEY_NONE || at->money == TCI_MONEY_OPEN;
    switch (e) {
    case TCI_SAGA_AUTHORISED: return gone && at->seats != TCI_SEATS_SOLD;
    case TCI_SAGA_AUTHORISED_NO_SEATS: return gone && at->seats != TCI_SEATS_SOLD;
    case TCI_SAGA_CAPTURED: return gone || at->money == TCI_MONEY_RESERVED;
    case TCI_SAGA_CAPTURED_NO_SEATS:
        return (gone || at->money == TCI_MONEY_RESERVED) && at->seats != TCI_SEATS_SOLD;
    case TCI_SAGA_DECLINED:
    case TCI_SAGA_UNKNOWN: return at->money == TCI_MONEY_OPEN;
    case TCI_SAGA_CAPTURE_FAILED: return at->money == TCI_MONEY_OPEN || at->command == 2;
    case TCI_SAGA_VOIDED: return at->money == TCI_MONEY_OPEN || at->money == TCI_MONEY_RESERVED;
    case TCI_SAGA_VOID_FAILED: return at->command == 3;
    case TCI_SAGA_VOIDED_BY_HAND: return at->money == TCI_MONEY_RESERVED;
    case TCI_SAGA_REFUNDED:
    case TCI_SAGA_REFUND_FAILED: return at->refund == 1;
    case TCI_SAGA_REFUND_RETRY: return at->refund == 2;
    case TCI_SAGA_REFUND_PART:
    case TCI_SAGA_REFUND_WHOLE: return at->refund == 0 && at->seats == TCI_SEATS_SOLD;
    case TCI_SAGA_DISPUTE_OPENED:
    case TCI_SAGA_DISPUTE_WON:
    case TCI_SAGA_DISPUTE_LOST:
        return at->money == TCI_MONEY_TAKEN || at->state == TC_ORDER_DISPUTED;
    case TCI_SAGA_DISPUTE_LOST_PART: return at->money == TCI_MONEY_TAKEN;
    default: return true;
    }
}

static void act(world *to, uint32_t actions, uint32_t e) {
    if (actions & (TCI_ACT_CLOSE | TCI_ACT_WITHDRAW)) {
        /* a withdrawn command's answer follows as its own event, so it stays open here */
        if (actions & TCI_ACT_CLOSE) to->command = 0;
    }
    if (actions & TCI_ACT_FREE && to->seats == TCI_SEATS_HELD) to->seats = TCI_SEATS_NONE;
    if (actions & TCI_ACT_SELL) {
        assert_int_not_equal(to->seats, TCI_SEATS_SOLD); /* nothing is sold twice */
        to->seats = TCI_SEATS_SOLD;
    }
    if (actions & TCI_ACT_RETURN) to->seats = TCI_SEATS_NONE;
    if (actions & (TCI_ACT_BOOK_CAPTURE | TCI_ACT_BOOK_HAND | TCI_ACT_BOOK_LATE))
        to->money = TCI_MONEY_TAKEN;
    if (actions & TCI_ACT_BOOK_REFUNDED) {
        to->refund = 0;
        to->part = to->seats == TCI_SEATS_SOLD;
        if (!to->part && to->money == TCI_MONEY_TAKEN) to->money = TCI_MONEY_GIVEN_BACK;
    }
    if (actions & TCI_ACT_BOOK_LOST) {
        bool part = e == TCI_SAGA_DISPUTE_LOST_PART;
        if (part) to->part = 1;
        else if (to->state != TC_ORDER_REFUNDED) to->money = TCI_MONEY_GONE;
    }
    if (actions & TCI_ACT_AUTHORISE) {
        to->command = 1;
        to->money = TCI_MONEY_OPEN;
    }
    if (actions & TCI_ACT_CAPTURE) to->command = 2;
    if (actions & TCI_ACT_VOID) to->command = 3;
    if (actions & (TCI_ACT_REFUND | TCI_ACT_RETRY_REFUNDS)) to->refund = 1;
    bool by_hand = e == TCI_SAGA_SETTLED || e == TCI_SAGA_SETTLED_NO_SEATS;
    if (actions & TCI_ACT_REFUND && by_hand) to->refund = 2;
}

static world go(const world *from, uint32_t e) {
    const tci_saga_cell *at = cell(from->state, e);
    world to = *from;
    if (e == TCI_SAGA_AUTHORISED || e == TCI_SAGA_AUTHORISED_NO_SEATS)
        to.money = TCI_MONEY_RESERVED;
    bool ends = e == TCI_SAGA_DECLINED || e == TCI_SAGA_VOIDED || e == TCI_SAGA_VOIDED_BY_HAND ||
                (e == TCI_SAGA_CAPTURE_FAILED && from->money == TCI_MONEY_OPEN);
    if (ends) to.money = TCI_MONEY_NONE;
    if (e == TCI_SAGA_REFUND_FAILED) to.refund = 2;
    act(&to, at->actions, e);
    tci_saga_books books = {.captured_minor = 2,
                            .refunded_minor = to.money == TCI_MONEY_GIVEN_BACK ? 2 : to.part,
                            .open = to.refund == 1,
                            .failed = to.refund == 2,
                            .tickets = to.seats == TCI_SEATS_SOLD};
    to.state = at->verdict == TCI_SAGA_GO ? at->next : tci_saga_by_books(&books);
    return to;
}

static void check_world(const world *from, uint32_t e, const world *at) {
    const tci_saga_state *says = &tci_saga_states[at->state];
    char how[160];
    snprintf(how, sizeof how, "%s, %s -> %s", tci_saga_states[from->state].name,
             tci_saga_event_names[e], says->name);
    if (says->seats != TCI_SEATS_ANY && says->seats != at->seats)
        fail_msg("%s: the seats are not what the state says", how);
    /* A refund under way may be carried out while the bank still argues. */
    bool both = at->state == TC_ORDER_DISPUTED && at->money == TCI_MONEY_GIVEN_BACK;
    if (says->money != at->money && !both)
        fail_msg("%s: money %d, not %d", how, at->money, says->money);
    bool answer = at->command != 0 || at->refund != 0;
    bool rests = says->wait == TCI_WAIT_NOTHING || says->wait == TCI_WAIT_BUYER;
    if (says->wait == TCI_WAIT_COMMAND && !answer) fail_msg("%s: waits for nothing", how);
    if (rests && at->command) fail_msg("%s: rests with an open command", how);
    bool has_money = at->money == TCI_MONEY_RESERVED || at->money == TCI_MONEY_TAKEN;
    bool by_person = says->wait == TCI_WAIT_HAND || says->wait == TCI_WAIT_BANK;
    if (has_money && at->seats != TCI_SEATS_SOLD && !answer && !by_person)
        fail_msg("%s: money without seats or an answer", how);
    bool paying = at->money == TCI_MONEY_TAKEN || at->command == 2;
    if (at->seats == TCI_SEATS_SOLD && !paying) fail_msg("%s: seats sold without money", how);
}

static void every_walk_keeps_money_and_seats_together(void **state) {
    (void)state;
    static worlds all;
    all.count = 0;
    add_world(&all, (world){.state = TC_ORDER_NONE, .seats = TCI_SEATS_HELD});
    uint32_t steps = 0;
    for (uint32_t i = 0; i < all.count; i++) {
        world from = all.list[i];
        for (uint32_t e = 0; e < TCI_SAGA_EVENTS; e++) {
            uint8_t verdict = cell(from.state, e)->verdict;
            if (verdict != TCI_SAGA_GO && verdict != TCI_SAGA_BOOKS) continue;
            if (!allows(&from, e)) continue;
            world to = go(&from, e);
            if (e == TCI_SAGA_BEGIN_FREE) to.money = TCI_MONEY_TAKEN; /* nothing is due */
            check_world(&from, e, &to);
            add_world(&all, to);
            steps++;
        }
    }
    assert_true(all.count > 25);
    assert_true(steps > 100);
}

static void the_books_choose_by_what_is_open_first(void **state) {
    (void)state;
    tci_saga_books books = {.captured_minor = 100, .refunded_minor = 100, .open = 1, .failed = 1};
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_REFUNDING);
    books.open = 0;
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_REFUND_FAILED);
    books.failed = 0;
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_REFUNDED);
    books.refunded_minor = 40;
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_PARTLY_REFUNDED);
    books.refunded_minor = 0;
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_SETTLED);
}

static void a_free_order_is_settled_while_a_ticket_is_good(void **state) {
    (void)state;
    tci_saga_books books = {.tickets = 1};
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_SETTLED);
    books.tickets = 0;
    assert_int_equal(tci_saga_by_books(&books), TC_ORDER_REFUNDED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_is_decided),
        cmocka_unit_test(every_state_and_event_has_a_name),
        cmocka_unit_test(what_changes_nothing_does_nothing),
        cmocka_unit_test(nothing_leads_back_to_none),
        cmocka_unit_test(an_order_begins_once),
        cmocka_unit_test(a_stray_payment_never_moves_the_order),
        cmocka_unit_test(every_state_can_be_reached),
        cmocka_unit_test(no_state_is_a_dead_end),
        cmocka_unit_test(what_waits_for_its_buyer_has_a_deadline),
        cmocka_unit_test(a_deadline_never_touches_sold_seats),
        cmocka_unit_test(a_confirmed_order_is_not_cancelled),
        cmocka_unit_test(money_is_taken_after_the_seats_are_sold),
        cmocka_unit_test(money_without_seats_goes_back),
        cmocka_unit_test(a_failed_capture_gives_seats_and_sale_back),
        cmocka_unit_test(an_unknown_outcome_is_never_an_answer),
        cmocka_unit_test(every_walk_keeps_money_and_seats_together),
        cmocka_unit_test(the_books_choose_by_what_is_open_first),
        cmocka_unit_test(a_free_order_is_settled_while_a_ticket_is_good),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
