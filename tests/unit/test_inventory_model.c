/* Random commands against a plain model of seats, pools and holds: every answer, every seat's state
 * and version, every count is compared, at random distances from the last sweep. The seed is
 * printed; TC_TEST_SEED repeats a run, TC_TEST_STEPS makes it longer. */
#include "house_fixture.h"

enum { EVENTS = 3, SEATS = 40, POOLS = 2, HOLDS = 4096, ITEMS = 12, BUYERS = 4, LIMIT = 6 };

typedef struct model_seat {
    uint32_t state;
    uint32_t version;
    uint32_t channel;
    uint32_t owner; /* hold, or ticket */
} model_seat;

typedef struct model_pool {
    uint32_t capacity, held, sold;
    bool open;
} model_pool;

typedef struct model_item {
    uint64_t event;
    uint32_t target, quantity;
    bool pool;
    bool counted;
} model_item;

typedef struct model_hold {
    uint32_t state;
    uint8_t buyer, secret;
    uint16_t channel;
    int64_t created, expires;
    uint32_t count;
    model_item items[ITEMS];
    uint32_t ticket; /* of its first item, when sold */
} model_hold;

static struct {
    model_seat seat[EVENTS + 1][SEATS];
    model_pool pool[EVENTS + 1][POOLS + 1];
    model_hold hold[HOLDS];
    uint32_t holds; /* next id */
    uint32_t tickets;
    uint32_t held_by[BUYERS], sold_to[BUYERS]; /* in event 1, which has a limit */
    uint64_t random;
} m;

static uint32_t roll(uint32_t below) {
    m.random ^= m.random << 13;
    m.random ^= m.random >> 7;
    m.random ^= m.random << 17;
    return (uint32_t)(m.random >> 20) % below;
}

static void model_end(model_hold *hold, uint32_t state) {
    for (uint32_t i = 0; i < hold->count; i++) {
        const model_item *item = &hold->items[i];
        bool sold = state == TC_HOLD_SOLD;
        if (item->pool) {
            m.pool[item->event][item->target].held -= item->quantity;
            if (sold) m.pool[item->event][item->target].sold += item->quantity;
        } else {
            model_seat *seat = &m.seat[item->event][item->target];
            seat->state = sold ? TC_SEAT_SOLD : TC_SEAT_FREE;
            seat->owner = sold ? hold->ticket + i : 0;
            seat->version++;
        }
        if (item->counted) {
            m.held_by[hold->buyer] -= item->quantity;
            if (sold) m.sold_to[hold->buyer] += item->quantity;
        }
    }
    hold->state = state;
    hold->expires = TCI_MIN(hold->expires, fx.now_ms);
}

static void model_time(int64_t by) {
    fx.now_ms += by;
    for (uint32_t i = 1; i < m.holds; i++)
        if (m.hold[i].state == TC_HOLD_LIVE && m.hold[i].expires <= fx.now_ms)
            model_end(&m.hold[i], TC_HOLD_EXPIRED);
}

/* A little later, much later, or exactly at some hold's last moment, or one before. */
static void step_time(void) {
    uint32_t id = 1 + roll(m.holds);
    if (roll(2) && id < m.holds && m.hold[id].state == TC_HOLD_LIVE)
        model_time(m.hold[id].expires - fx.now_ms - roll(2));
    else model_time(roll(3) ? roll(3000) : roll(400000));
}

/* What the engine should say to taking these items for a hold of this channel and buyer. */
static bool model_allows(const model_hold *hold, const uint32_t *expected) {
    uint32_t limited = 0;
    for (uint32_t i = 0; i < hold->count; i++) {
        const model_item *item = &hold->items[i];
        if (item->event == 1) limited += item->quantity;
        if (item->pool) {
            const model_pool *pool = &m.pool[item->event][item->target];
            if (!pool->open || item->quantity > pool->capacity - pool->held - pool->sold)
                return false;
            continue;
        }
        const model_seat *seat = &m.seat[item->event][item->target];
        if (seat->state != TC_SEAT_FREE) return false;
        if (expected[i] && expected[i] != seat->version) return false;
        if (seat->channel && seat->channel != hold->channel) return false;
    }
    if (limited == 0) return true;
    return hold->buyer && m.held_by[hold->buyer] + m.sold_to[hold->buyer] + limited <= LIMIT;
}

static void model_take(model_hold *hold) {
    for (uint32_t i = 0; i < hold->count; i++) {
        model_item *item = &hold->items[i];
        item->counted = item->event == 1;
        if (item->counted) m.held_by[hold->buyer] += item->quantity;
        if (item->pool) {
            m.pool[item->event][item->target].held += item->quantity;
        } else {
            model_seat *seat = &m.seat[item->event][item->target];
            seat->state = TC_SEAT_HELD;
            seat->owner = (uint32_t)(hold - m.hold);
            seat->version++;
        }
    }
    hold->state = TC_HOLD_LIVE;
}

/* Random items, seats first, none twice. */
static void roll_items(model_hold *hold, uint32_t *expected) {
    hold->count = 0;
    uint32_t wanted = 1 + roll(4);
    bool used[EVENTS + 1][SEATS] = {{false}};
    while (hold->count < wanted) {
        model_item item = {.event = 1 + roll(EVENTS), .target = roll(SEATS), .quantity = 1};
        if (used[item.event][item.target]) continue;
        used[item.event][item.target] = true;
        const model_seat *seat = &m.seat[item.event][item.target];
        if (seat->state != TC_SEAT_FREE && roll(4)) continue; /* mostly what can be had */
        expected[hold->count] = roll(3) ? 0 : seat->version + (roll(8) == 0);
        hold->items[hold->count++] = item;
    }
    if (roll(3) == 0) {
        model_item item = {.event = 1 + roll(EVENTS), .target = 1 + roll(POOLS), .pool = true};
        item.quantity = 1 + roll(4);
        expected[hold->count] = 0;
        hold->items[hold->count++] = item;
    }
}

static int32_t send_items(const model_hold *hold, const uint32_t *expected, uint32_t instead,
                          int64_t ttl) {
    tc_hold_seat seats[ITEMS];
    tc_hold_pool pools[ITEMS];
    uint32_t seats_count = 0, pools_count = 0;
    for (uint32_t i = 0; i < hold->count; i++) {
        const model_item *item = &hold->items[i];
        if (item->pool)
            pools[pools_count++] = (tc_hold_pool){item->event, item->target, item->quantity};
        else seats[seats_count++] = (tc_hold_seat){item->event, item->target, expected[i]};
    }
    if (instead)
        return fx_swap(instead, m.hold[instead].secret, seats, seats_count, pools, pools_count,
                       ttl);
    fx_wish wish = {
        .channel = hold->channel, .buyer = hold->buyer, .secret = hold->secret, .ttl_ms = ttl};
    return fx_create(wish, seats, seats_count, pools, pools_count);
}

static void made(model_hold *hold) {
    assert_int_equal(fx_last.hold, m.holds);
    uint32_t seats = 0;
    for (uint32_t i = 0; i < hold->count; i++) {
        const model_item *item = &hold->items[i];
        if (item->pool) continue;
        assert_int_equal(fx_last.seats[seats].seat, item->target);
        assert_int_equal(fx_last.seats[seats].version, m.seat[item->event][item->target].version);
        seats++;
    }
    assert_int_equal(fx_last.count, seats);
    assert_int_equal(fx_last.expires_at_ms, hold->expires);
    m.holds++;
}

static void step_create(void) {
    static const int64_t TTLS[] = {900000, 60000, 61000, 5000, 1};
    model_hold *hold = &m.hold[m.holds];
    uint32_t expected[ITEMS];
    int64_t ttl = roll(8) ? TTLS[roll(TCI_COUNT(TTLS))] : 1 + (int64_t)roll(100000);
    *hold = (model_hold){.buyer = (uint8_t)(1 + roll(BUYERS - 1)),
                         .secret = (uint8_t)(1 + roll(200)),
                         .channel = (uint16_t)roll(3),
                         .created = fx.now_ms,
                         .expires = fx.now_ms + ttl};
    roll_items(hold, expected);
    bool allowed = model_allows(hold, expected);
    int32_t code = send_items(hold, expected, 0, ttl);
    assert_int_equal(code == TC_OK, allowed);
    if (!allowed) return;
    model_take(hold);
    made(hold);
}

/* Freeing the old and taking the new in the model tells what the engine should say; refused, the
 * model goes back. */
static void step_swap(void) {
    uint32_t old = 1 + roll(m.holds);
    uint32_t expected[ITEMS];
    if (old >= m.holds || m.hold[old].state != TC_HOLD_LIVE) return;
    model_hold *hold = &m.hold[m.holds];
    *hold = (model_hold){.buyer = m.hold[old].buyer,
                         .secret = 7,
                         .channel = m.hold[old].channel,
                         .created = m.hold[old].created,
                         .expires = m.hold[old].expires};
    roll_items(hold, expected);
    if (roll(2) && !m.hold[old].items[0].pool && !hold->items[0].pool) {
        hold->items[0] = m.hold[old].items[0]; /* overlap; may now be there twice */
        expected[0] = 0;
    }
    for (uint32_t i = 1; i < hold->count; i++)
        if (!hold->items[i].pool && hold->items[i].event == hold->items[0].event &&
            hold->items[i].target == hold->items[0].target)
            return;
    static unsigned char before[sizeof m];
    memcpy(before, &m, sizeof m);
    /* Expected versions are those before the swap. */
    bool versions = true;
    for (uint32_t i = 0; i < hold->count; i++) {
        const model_item *item = &hold->items[i];
        if (item->pool || !expected[i]) continue;
        versions &= m.seat[item->event][item->target].version == expected[i];
    }
    uint32_t none[ITEMS] = {0};
    model_end(&m.hold[old], TC_HOLD_RELEASED);
    bool allowed = versions && model_allows(hold, none);
    int32_t code = send_items(hold, expected, old, 0);
    assert_int_equal(code == TC_OK, allowed);
    if (!allowed) {
        uint64_t random = m.random;
        memcpy(&m, before, sizeof m);
        m.random = random;
        return;
    }
    model_take(hold);
    made(hold);
}

static void step_best(void) {
    model_hold *hold = &m.hold[m.holds];
    tci_best_wish wish = {.quantity = 1 + roll(5), .channel = (uint16_t)roll(3)};
    *hold = (model_hold){.buyer = 1, .secret = 9, .channel = wish.channel, .created = fx.now_ms};
    hold->expires = fx.now_ms + 60000;
    uint32_t open = 0;
    for (uint32_t i = 0; i < SEATS; i++) {
        const model_seat *seat = &m.seat[1][i];
        open += seat->state == TC_SEAT_FREE && (!seat->channel || seat->channel == wish.channel);
    }
    fx_wish how = {.buyer = 1, .secret = 9, .channel = wish.channel, .ttl_ms = 60000};
    int32_t code = fx_best(how, &wish);
    bool limited = m.held_by[1] + m.sold_to[1] + wish.quantity > LIMIT;
    if (open < wish.quantity) assert_int_equal(code, TC_E_NO_SEATS);
    else if (limited) assert_int_equal(code, TC_E_BUYER_LIMIT);
    else assert_int_equal(code, TC_OK); /* single persons are seated when nothing else is left */
    if (code != TC_OK) return;
    assert_int_equal(fx_last.count, wish.quantity);
    uint32_t none[ITEMS] = {0};
    for (uint32_t i = 0; i < fx_last.count; i++)
        hold->items[hold->count++] =
            (model_item){.event = 1, .target = fx_last.seats[i].seat, .quantity = 1};
    assert_true(model_allows(hold, none));
    model_take(hold);
    made(hold);
}

static void step_end(void) {
    uint32_t id = 1 + roll(m.holds);
    if (id >= m.holds) return;
    model_hold *hold = &m.hold[id];
    bool live = hold->state == TC_HOLD_LIVE;
    switch (roll(4)) {
    case 0:
        assert_int_equal(fx_release(id, hold->secret, 0) == TC_OK, live);
        if (live) model_end(hold, TC_HOLD_RELEASED);
        break;
    case 1:
        assert_int_equal(fx_expire(id) == TC_OK, live);
        if (live) model_end(hold, TC_HOLD_EXPIRED);
        break;
    case 2: {
        int64_t ttl = 1 + (int64_t)roll(200000);
        assert_int_equal(fx_extend(id, hold->secret, ttl) == TC_OK, live);
        if (live) hold->expires = TCI_MAX(hold->expires, fx.now_ms + ttl);
        break;
    }
    default:
        if (!live) break;
        hold->ticket = m.tickets;
        m.tickets += hold->count;
        fx_sell(id, hold->ticket);
        model_end(hold, TC_HOLD_SOLD);
    }
}

static void step_return(void) {
    uint32_t event = 1 + roll(EVENTS), number = roll(SEATS), pool = 1 + roll(POOLS);
    model_seat *seat = &m.seat[event][number];
    tci_ctx *ctx = fx_begin();
    if (seat->state == TC_SEAT_SOLD) {
        tci_seat_return(ctx, event, number, seat->owner);
        seat->state = TC_SEAT_FREE;
        seat->owner = 0;
        seat->version++;
    }
    if (m.pool[event][pool].sold) {
        tci_pool_return(ctx, event, pool, 1);
        m.pool[event][pool].sold--;
    }
    fx_commit();
}

static void step_seats(void) {
    uint32_t event = 1 + roll(EVENTS), number = roll(SEATS), channel = roll(3);
    model_seat *seat = &m.seat[event][number];
    tc_seat_version one = {number, roll(2) ? seat->version : 0};
    switch (roll(3)) {
    case 0:
        assert_int_equal(fx_seats(&tci_op_seat_block, event, 0, &one, 1) == TC_OK,
                         seat->state == TC_SEAT_FREE);
        if (seat->state != TC_SEAT_FREE) return;
        seat->state = TC_SEAT_BLOCKED;
        break;
    case 1:
        assert_int_equal(fx_seats(&tci_op_seat_unblock, event, 0, &one, 1) == TC_OK,
                         seat->state == TC_SEAT_BLOCKED);
        if (seat->state != TC_SEAT_BLOCKED) return;
        seat->state = TC_SEAT_FREE;
        break;
    default: {
        bool may = seat->state == TC_SEAT_FREE || seat->state == TC_SEAT_BLOCKED;
        assert_int_equal(fx_seats(&tci_op_seat_channel, event, channel, &one, 1) == TC_OK, may);
        if (!may) return;
        seat->channel = channel;
    }
    }
    seat->version++;
}

static void step_pool(void) {
    uint32_t event = 1 + roll(EVENTS), number = 1 + roll(POOLS), capacity = roll(30);
    model_pool *pool = &m.pool[event][number];
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, event);
    tci_buf_u32(&command, number);
    tci_buf_u32(&command, 0);
    tci_buf_u32(&command, TC_POOL_SET_CAPACITY | TC_POOL_SET_OPEN);
    tci_buf_u32(&command, capacity);
    tci_buf_u32(&command, roll(5) != 0);
    bool open = tci_load32(command.data + command.len - 4) != 0;
    tci_buf_u32(&command, 0);
    tci_buf_text(&command, tci_slice_str(""));
    int32_t code = fx_run(&tci_op_pool_update, &command);
    tci_buf_free(&command);
    bool fits = capacity >= pool->held + pool->sold;
    assert_int_equal(code, fits ? TC_OK : TC_E_POOL_SHORT);
    if (!fits) return;
    pool->capacity = capacity;
    pool->open = open;
}

/* Late money for a dead hold: the same again, if everything is free. Its own batch, as in sales. */
static void step_regain(void) {
    uint32_t id = 1 + roll(m.holds);
    if (id >= m.holds) return;
    model_hold *hold = &m.hold[id];
    uint32_t none[ITEMS] = {0};
    if (hold->state != TC_HOLD_EXPIRED && hold->state != TC_HOLD_RELEASED) return;
    bool closed[ITEMS] = {false}; /* a closed pool does not matter to late money */
    for (uint32_t i = 0; i < hold->count; i++) {
        if (!hold->items[i].pool) continue;
        model_pool *pool = &m.pool[hold->items[i].event][hold->items[i].target];
        closed[i] = !pool->open;
        pool->open = true;
    }
    bool allowed = model_allows(hold, none);
    for (uint32_t i = 0; i < hold->count; i++)
        if (closed[i]) m.pool[hold->items[i].event][hold->items[i].target].open = false;
    tci_ctx *ctx = fx_begin();
    if (ctx->sweep_pending) {
        tci_inventory_sweep(ctx, UINT32_MAX);
        ctx->sweep_pending = false;
    }
    tci_hold record;
    assert_true(tci_hold_load(ctx->view, id, &record));
    assert_int_equal(tci_hold_regain_check(ctx, &record), allowed);
    if (allowed) {
        int64_t expires = fx.now_ms + 1 + roll(100000);
        tci_hold_regain(ctx, id, expires);
        model_take(hold);
        hold->expires = expires;
    }
    fx_commit();
}

static void compare_event(uint64_t event) {
    tci_view *view = fx_read();
    tci_house house;
    uint8_t bits[SEATS / 4];
    tc_seat_status seats[SEATS];
    tc_availability totals = TC_AVAILABILITY_INIT;
    assert_true(tci_house_open(view, event, &house));
    tci_availability_bits(fx.now_ms, &house, bits);
    tci_availability_decode(fx.now_ms, &house, 0, SEATS, seats);
    assert_true(tci_availability_totals(view, fx.now_ms, event, &totals));
    uint32_t counts[4] = {0};
    for (uint32_t i = 0; i < SEATS; i++) {
        const model_seat *should = &m.seat[event][i];
        tci_seat is;
        tci_hold hold;
        assert_true(tci_seat_at(fx.now_ms, &house, i, &is, &hold));
        assert_int_equal(is.state, should->state);
        assert_int_equal(is.version, should->version);
        assert_int_equal(is.owner, should->owner);
        assert_int_equal(seats[i].state, should->state);
        assert_int_equal(seats[i].version, should->version);
        assert_int_equal(bits[i / 4] >> (i % 4 * 2) & 3, should->state);
        assert_int_equal(tci_house_channel(&house, i), should->channel);
        counts[should->state]++;
    }
    assert_int_equal(totals.free, counts[TC_SEAT_FREE]);
    assert_int_equal(totals.held, counts[TC_SEAT_HELD]);
    assert_int_equal(totals.sold, counts[TC_SEAT_SOLD]);
    assert_int_equal(totals.blocked, counts[TC_SEAT_BLOCKED]);
    uint64_t held = 0, sold = 0;
    for (uint32_t i = 1; i <= POOLS; i++) {
        tci_pool pool;
        assert_true(tci_pool_at(fx.now_ms, &house, i, &pool));
        assert_int_equal(pool.held, m.pool[event][i].held);
        assert_int_equal(pool.sold, m.pool[event][i].sold);
        held += pool.held;
        sold += pool.sold;
    }
    assert_int_equal(totals.pool_held, held);
    assert_int_equal(totals.pool_sold, sold);
    fx_read_end();
}

/* What a live page does: keep its own copy by deltas, and compare it. */
static struct {
    uint64_t version;
    tc_seat_change seats[SEATS];
} page[EVENTS + 1];

static void compare_delta(uint64_t event) {
    tc_seat_change changes[SEATS];
    tci_view *view = fx_read();
    tci_house house;
    assert_true(tci_house_open(view, event, &house));
    uint32_t count = tci_availability_delta(fx.now_ms, &house, page[event].version, changes, SEATS);
    assert_true(count <= SEATS);
    for (uint32_t i = 0; i < count; i++) page[event].seats[changes[i].seat] = changes[i];
    page[event].version = tci_house_version(&house);
    fx_read_end();
    for (uint32_t i = 0; i < SEATS; i++) {
        assert_int_equal(page[event].seats[i].state, m.seat[event][i].state);
        assert_int_equal(page[event].seats[i].version, m.seat[event][i].version);
    }
}

static void start(uint64_t seed) {
    memset(&m, 0, sizeof m);
    memset(page, 0, sizeof page);
    m.random = seed;
    m.holds = 1;
    m.tickets = 1;
    for (uint32_t event = 1; event <= EVENTS; event++) {
        fx_layout_make(event, 4, SEATS / 4, 2, 2);
        fx_event(event, event);
        fx_rules[event].hold_life_ms = INT64_MAX / 4;
        for (uint32_t i = 0; i < SEATS; i++) m.seat[event][i].version = 1;
        for (uint32_t i = 1; i <= POOLS; i++) {
            assert_int_equal(fx_pool(event, 20, 0, 0), TC_OK);
            m.pool[event][i] = (model_pool){.capacity = 20, .open = true};
        }
    }
    fx_rules[1].limit_per_buyer = LIMIT;
}

static void run(uint64_t seed, uint32_t steps) {
    static void (*const STEPS[])(void) = {
        step_create, step_create, step_create, step_create, step_swap, step_best,  step_end,
        step_end,    step_end,    step_return, step_seats,  step_pool, step_regain};
    static const uint32_t LIMITS[] = {0, 0, 1, 3, 4096};
    print_message("seed %llu\n", (unsigned long long)seed);
    start(seed);
    for (uint32_t i = 0; i < steps && m.holds < HOLDS - 1; i++) {
        fx.sweep_limit = LIMITS[roll(TCI_COUNT(LIMITS))];
        if (roll(4) == 0) step_time();
        STEPS[roll(TCI_COUNT(STEPS))]();
        uint64_t event = 1 + roll(EVENTS);
        compare_event(event);
        if (roll(4) == 0) compare_delta(event);
        if (i % 64 == 0) assert_int_equal(fx_faults(), 0);
    }
    assert_int_equal(fx_faults(), 0);
    for (uint64_t event = 1; event <= EVENTS; event++) compare_event(event);
}

static uint64_t number_of(const char *name, uint64_t otherwise) {
    const char *text = getenv(name);
    return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

static void follows_the_model_from_a_fixed_seed(void **state) {
    (void)state;
    run(UINT64_C(20260101), 2500);
}

static void follows_the_model_from_another_seed(void **state) {
    (void)state;
    run(number_of("TC_TEST_SEED", UINT64_C(77001)), (uint32_t)number_of("TC_TEST_STEPS", 2500));
}

static void follows_the_model_long_after_day_one(void **state) {
    (void)state;
    run(UINT64_C(991), 1500);
    /* A week later everything has ended; what is left on the pages is what was sold. */
    model_time(INT64_C(7) * 24 * 60 * FX_MINUTE);
    for (uint32_t i = 0; i < 40; i++) {
        fx.sweep_limit = 4096;
        step_seats();
        model_time(INT64_C(1));
    }
    for (uint64_t event = 1; event <= EVENTS; event++) compare_event(event);
    assert_int_equal(fx_faults(), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FX_TEST(follows_the_model_from_a_fixed_seed),
        FX_TEST(follows_the_model_from_another_seed),
        FX_TEST(follows_the_model_long_after_day_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
