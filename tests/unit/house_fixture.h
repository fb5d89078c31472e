/* A small world for tests of the inventory: the memory store, a stage, a clock the test moves, and
 * doubles of the catalog's reading functions over layouts made in place. Because the doubles are
 * here, nothing of src/catalog is linked. Each command is its own batch, as the engine runs it. */
#ifndef HOUSE_FIXTURE_H
#define HOUSE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/secret.h"
#include "engine/engine_internal.h"
#include "engine/verify.h"
#include "inventory/availability.h"
#include "inventory/best.h"
#include "inventory/take.h"
#include "ticketcore/event.h"
#include "ticketcore/map.h"

/* A test program uses some of all this. */
#define UNUSED __attribute__((unused))

enum { FX_LAYOUTS = 8, FX_EVENTS = 8, FX_SEATS = 24000, FX_ROWS = 1200, FX_MINUTE = 60000 };

/* A layout: rows of seats in order; attributes a test may change before it makes an event. */
typedef struct fx_layout {
    uint32_t seats;
    uint32_t rows;
    uint16_t categories;
    uint16_t sections;
    uint32_t places[FX_SEATS];
    tci_layout_row row[FX_ROWS];
    tci_seat_info seat[FX_SEATS];
    uint32_t name[FX_SEATS]; /* what the seat is called */
} fx_layout;

static fx_layout *fx_layouts[FX_LAYOUTS];
static tci_event_rules fx_rules[FX_EVENTS];
static bool fx_known[FX_EVENTS];

typedef struct fx_world {
    tci_store *store;
    tci_stage stage;
    tci_view *reader;
    tci_txn *reading;
    int64_t now_ms;
    uint32_t sweep_limit; /* holds a batch sweeps first */
    tci_ctx ctx;          /* of the last command */
    tci_buf answer;
    uint32_t events; /* emitted by the last command */
    bool no_sweep;   /* batches do not sweep by themselves */
} fx_world;

static fx_world fx;

/* Doubles of src/catalog. */
bool tci_event_rules_load(tci_view *view, uint64_t event, tci_event_rules *rules) {
    (void)view;
    if (event == 0 || event >= FX_EVENTS || !fx_known[event]) return false;
    *rules = fx_rules[event];
    return true;
}

int32_t tci_event_check_on_sale(tci_ctx *ctx, uint64_t event, const tci_event_rules *rules) {
    if (rules->status == TC_EVENT_ON_SALE) return TC_OK;
    return tci_refuse(ctx, TC_E_NOT_ON_SALE, "event", event, NULL);
}

UNUSED static const fx_layout *fx_layout_of(uint32_t layout) {
    return layout < FX_LAYOUTS ? fx_layouts[layout] : NULL;
}

bool tci_seat_info_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_info *info) {
    (void)view;
    const fx_layout *from = fx_layout_of(layout);
    if (!from || seat >= from->seats) return false;
    *info = from->seat[seat];
    return true;
}

bool tci_layout_load(tci_view *view, uint32_t layout, tci_layout *out) {
    (void)view;
    const fx_layout *from = fx_layout_of(layout);
    if (!from) return false;
    *out = (tci_layout){from->seats, from->rows, from->categories, from->sections};
    return true;
}

bool tci_layout_row_load(tci_view *view, uint32_t layout, uint32_t row, tci_layout_row *out) {
    (void)view;
    const fx_layout *from = fx_layout_of(layout);
    if (!from || row >= from->rows) return false;
    *out = from->row[row];
    return true;
}

uint32_t tci_layout_place(tci_view *view, uint32_t layout, uint32_t place) {
    (void)view;
    const fx_layout *from = fx_layout_of(layout);
    return from && place < from->seats ? from->places[place] : TCI_SEAT_NONE;
}

bool tci_seat_labels_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_labels *labels) {
    (void)view;
    const fx_layout *from = fx_layout_of(layout);
    if (!from || seat >= from->seats) return false;
    memset(labels, 0, sizeof *labels);
    snprintf(labels->name, sizeof labels->name, "%u", from->name[seat]);
    return true;
}

/* Rows of equal length, seats numbered row by row; row r is in section r / rows_a_section and in
 * category 1 + section % categories. The focal point is before the middle of row 0. */
UNUSED static fx_layout *fx_layout_make(uint32_t id, uint32_t rows, uint32_t length,
                                        uint32_t rows_a_section, uint16_t categories) {
    assert_true(rows <= FX_ROWS && rows * length <= FX_SEATS);
    fx_layout *made = calloc(1, sizeof *made);
    assert_non_null(made);
    made->rows = rows;
    made->seats = rows * length;
    made->categories = categories;
    made->sections = (uint16_t)((rows + rows_a_section - 1) / rows_a_section);
    for (uint32_t r = 0; r < rows; r++) {
        uint16_t section = (uint16_t)(r / rows_a_section + 1);
        uint16_t category = (uint16_t)((section - 1) % categories + 1);
        made->row[r] = (tci_layout_row){r * length, length, section, category};
        for (uint32_t p = 0; p < length; p++) {
            uint32_t seat = r * length + p;
            int32_t x = (int32_t)(2 * p) - (int32_t)(length - 1);
            made->places[seat] = seat;
            made->name[seat] = seat;
            made->seat[seat] = (tci_seat_info){.category = category,
                                               .section = section,
                                               .row = r,
                                               .place = (uint16_t)p,
                                               .left = p ? seat - 1 : TCI_SEAT_NONE,
                                               .right = p + 1 < length ? seat + 1 : TCI_SEAT_NONE,
                                               .x = x,
                                               .y = (int32_t)r,
                                               .focal = 20 * (r + 1) + (uint32_t)abs(x)};
        }
    }
    free(fx_layouts[id]);
    fx_layouts[id] = made;
    return made;
}

/* A write batch by hand: ctx is ready between the two. */
UNUSED static tci_ctx *fx_begin(void) {
    tci_txn *txn;
    assert_int_equal(tci_store_begin(fx.store, TCI_TXN_WRITE, &txn), TC_OK);
    tci_view_begin(fx.stage.view, txn, true);
    tci_events_begin(&fx.stage);
    fx.reading = txn;
    fx.ctx = (tci_ctx){.view = fx.stage.view,
                       .arena = &fx.stage.arena,
                       .events = &fx.stage.events,
                       .now_ms = fx.now_ms};
    if (!fx.no_sweep) fx.ctx.sweep_pending = tci_inventory_sweep(&fx.ctx, fx.sweep_limit) != 0;
    return &fx.ctx;
}

UNUSED static void fx_commit(void) {
    fx.events = fx.ctx.event_count;
    assert_false(fx.stage.events.failed);
    assert_int_equal(tci_events_put(&fx.stage, fx.now_ms, 1), TC_OK);
    assert_int_equal(tci_view_status(fx.stage.view), TC_OK);
    assert_int_equal(tci_view_flush(fx.stage.view), TC_OK);
    assert_int_equal(tci_txn_commit(fx.reading), TC_OK);
    fx.reading = NULL;
    tci_view_end(fx.stage.view);
    tci_arena_clear(&fx.stage.arena);
}

UNUSED static int32_t fx_decide(const tci_op *op, tci_slice command, void **plan) {
    for (;;) {
        fx.ctx.want_sweep = false;
        fx.ctx.conflicts = NULL;
        fx.ctx.refusal = (tc_error)TC_ERROR_INIT;
        int32_t code = op->decide(&fx.ctx, command, plan);
        assert_int_equal(tci_view_status(fx.ctx.view), TC_OK);
        if (!fx.ctx.want_sweep) return code;
        assert_true(fx.ctx.sweep_pending);
        fx.ctx.sweep_pending = tci_inventory_sweep(&fx.ctx, UINT32_MAX) != 0;
        assert_false(fx.ctx.sweep_pending);
    }
}

/* Conflicts of the last refusal, kept beyond the batch. */
UNUSED static tc_conflict fx_conflicts[TC_HOLD_SEATS_MAX];

/* One command in one batch; the answer is in fx.answer, a refusal in fx.ctx.refusal. */
UNUSED static int32_t fx_run(const tci_op *op, const tci_buf *command) {
    void *plan = NULL;
    fx_begin();
    int32_t code = fx_decide(op, tci_buf_slice(command), &plan);
    tci_buf_clear(&fx.answer);
    if (code == TC_OK) op->apply(&fx.ctx, plan, &fx.answer);
    else assert_int_equal(fx.ctx.refusal.code, code);
    uint32_t kept = TCI_MIN(fx.ctx.refusal.conflicts_count, (uint32_t)TC_HOLD_SEATS_MAX);
    if (code != TC_OK && kept) memcpy(fx_conflicts, fx.ctx.conflicts, kept * sizeof *fx_conflicts);
    fx_commit();
    return code;
}

UNUSED static void fx_read_end(void) {
    if (!fx.reading) return;
    tci_view_end(fx.reader);
    tci_txn_abort(fx.reading);
    fx.reading = NULL;
}

/* A reading view of the newest commit. */
UNUSED static tci_view *fx_read(void) {
    fx_read_end();
    assert_int_equal(tci_store_begin(fx.store, TCI_TXN_READ, &fx.reading), TC_OK);
    tci_view_begin(fx.reader, fx.reading, false);
    return fx.reader;
}

UNUSED static int fx_setup(void **state) {
    (void)state;
    tci_store_config config = {.create = true};
    memset(&fx, 0, sizeof fx);
    memset(fx_known, 0, sizeof fx_known);
    fx.now_ms = 1000000;
    fx.sweep_limit = 4096;
    assert_true(tci_secret_begin());
    assert_int_equal(tci_store_open_mem(&config, &fx.store, NULL), TC_OK);
    assert_int_equal(tci_stage_new(&fx.stage), TC_OK);
    assert_int_equal(tci_view_new(&fx.reader), TC_OK);
    tci_buf_init(&fx.answer, NULL, 0);
    return 0;
}

UNUSED static int fx_teardown(void **state) {
    (void)state;
    fx_read_end();
    tci_view_free(fx.reader);
    tci_stage_free(&fx.stage);
    tci_buf_free(&fx.answer);
    tci_store_close(fx.store);
    for (uint32_t i = 0; i < FX_LAYOUTS; i++) {
        free(fx_layouts[i]);
        fx_layouts[i] = NULL;
    }
    return 0;
}

UNUSED static void fx_event(uint64_t event, uint32_t layout) {
    const fx_layout *of = fx_layout_of(layout);
    fx_known[event] = true;
    fx_rules[event] = (tci_event_rules){
        .layout = layout, .seats = of ? of->seats : 0, .status = TC_EVENT_ON_SALE, .version = 1};
    tci_ctx *ctx = fx_begin();
    if (tci_slot_peek(ctx->view, 0, TCI_SLOT_EVENT_NEXT) <= event)
        tci_slot_set(ctx->view, 0, TCI_SLOT_EVENT_NEXT, event + 1);
    tci_inventory_create(ctx, event, layout);
    fx_commit();
}

UNUSED static void fx_complain(void *user_data, const char *what, uint64_t partition,
                               uint64_t subject, const char *sentence) {
    ++*(uint32_t *)user_data;
    printf("verify: %s event %llu subject %llu: %s\n", what, (unsigned long long)partition,
           (unsigned long long)subject, sentence);
}

/* Faults the verifier finds. */
UNUSED static uint32_t fx_faults(void) {
    uint32_t faults = 0;
    tci_verify_sink sink = {.fault = fx_complain, .user_data = &faults};
    tci_inventory_verify(fx_read(), fx.now_ms, &sink);
    assert_int_equal(tci_view_status(fx.reader), TC_OK);
    fx_read_end();
    assert_true(sink.checked > 0);
    return faults;
}

/* What a hold asks, by default for event 1 and its default time to live. */
typedef struct fx_wish {
    uint32_t flags;
    uint16_t channel;
    uint8_t buyer; /* 0: none */
    uint8_t secret;
    int64_t ttl_ms;
} fx_wish;

UNUSED static void fx_bytes(tci_buf *to, uint8_t value) {
    uint8_t bytes[16];
    memset(bytes, value, sizeof bytes);
    tci_buf_bytes(to, bytes, sizeof bytes);
}

UNUSED static void fx_head(tci_buf *command, fx_wish wish) {
    tci_buf_init(command, NULL, 0);
    tci_buf_u32(command, wish.flags);
    tci_buf_u16(command, wish.channel);
    fx_bytes(command, wish.buyer);
    fx_bytes(command, wish.secret ? wish.secret : 7);
    tci_buf_i64(command, wish.ttl_ms);
}

UNUSED static void fx_items(tci_buf *command, const tc_hold_seat *seats, uint32_t seats_count,
                            const tc_hold_pool *pools, uint32_t pools_count) {
    tci_buf_u32(command, seats_count);
    tci_buf_u32(command, pools_count);
    for (uint32_t i = 0; i < seats_count; i++) {
        tci_buf_u64(command, seats[i].event);
        tci_buf_u32(command, seats[i].seat);
        tci_buf_u32(command, seats[i].version);
    }
    for (uint32_t i = 0; i < pools_count; i++) {
        tci_buf_u64(command, pools[i].event);
        tci_buf_u32(command, pools[i].pool);
        tci_buf_u32(command, pools[i].quantity);
    }
}

/* The answer of whatever makes a hold. */
typedef struct fx_made {
    uint64_t hold;
    uint32_t version;
    int64_t expires_at_ms;
    uint32_t adjacent;
    uint32_t count;
    tc_hold_seat seats[TC_HOLD_SEATS_MAX];
} fx_made;

static fx_made fx_last;

UNUSED static int32_t fx_finish(const tci_op *op, tci_buf *command) {
    int32_t code = fx_run(op, command);
    tci_buf_free(command);
    if (code != TC_OK) return code;
    tci_reader in = tci_reader_of(tci_buf_slice(&fx.answer));
    fx_last.hold = tci_read_u64(&in);
    fx_last.version = tci_read_u32(&in);
    fx_last.expires_at_ms = tci_read_i64(&in);
    fx_last.adjacent = tci_read_u32(&in);
    fx_last.count = tci_read_u32(&in);
    assert_true(fx_last.count <= TC_HOLD_SEATS_MAX);
    for (uint32_t i = 0; i < fx_last.count; i++) {
        fx_last.seats[i].event = tci_read_u64(&in);
        fx_last.seats[i].seat = tci_read_u32(&in);
        fx_last.seats[i].version = tci_read_u32(&in);
    }
    assert_true(tci_reader_done(&in));
    return code;
}

UNUSED static int32_t fx_create(fx_wish wish, const tc_hold_seat *seats, uint32_t seats_count,
                                const tc_hold_pool *pools, uint32_t pools_count) {
    tci_buf command;
    fx_head(&command, wish);
    fx_items(&command, seats, seats_count, pools, pools_count);
    return fx_finish(&tci_op_hold_create, &command);
}

/* Hold `count` seats of event 1 from `first` on. */
UNUSED static int32_t fx_hold(uint32_t first, uint32_t count) {
    tc_hold_seat seats[TC_HOLD_SEATS_MAX];
    for (uint32_t i = 0; i < count; i++) seats[i] = (tc_hold_seat){1, first + i, 0};
    return fx_create((fx_wish){0}, seats, count, NULL, 0);
}

UNUSED static int32_t fx_pool_hold(uint32_t pool, uint32_t quantity) {
    tc_hold_pool draw = {1, pool, quantity};
    return fx_create((fx_wish){0}, NULL, 0, &draw, 1);
}

UNUSED static int32_t fx_swap(uint64_t hold, uint8_t secret, const tc_hold_seat *seats,
                              uint32_t seats_count, const tc_hold_pool *pools, uint32_t pools_count,
                              int64_t ttl_ms) {
    tci_buf command;
    fx_head(&command, (fx_wish){.ttl_ms = ttl_ms});
    tci_buf_u64(&command, hold);
    fx_bytes(&command, secret);
    tci_buf_u32(&command, 0);
    fx_items(&command, seats, seats_count, pools, pools_count);
    return fx_finish(&tci_op_hold_swap, &command);
}

UNUSED static int32_t fx_best(fx_wish wish, const tci_best_wish *best) {
    tci_buf command;
    fx_head(&command, wish);
    tci_buf_u64(&command, 1);
    tci_buf_u32(&command, best->quantity);
    tci_buf_u32(&command, best->accessible);
    tci_buf_u32(&command, best->max_rows);
    tci_buf_u32(&command, best->category_count);
    for (uint32_t i = 0; i < best->category_count; i++) tci_buf_u32(&command, best->categories[i]);
    tci_buf_u32(&command, best->section_count);
    for (uint32_t i = 0; i < best->section_count; i++) tci_buf_u32(&command, best->sections[i]);
    return fx_finish(&tci_op_hold_best, &command);
}

UNUSED static int32_t fx_release(uint64_t hold, uint8_t secret, uint32_t expected) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, hold);
    fx_bytes(&command, secret);
    tci_buf_u32(&command, expected);
    int32_t code = fx_run(&tci_op_hold_release, &command);
    tci_buf_free(&command);
    return code;
}

UNUSED static int32_t fx_expire(uint64_t hold) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, hold);
    tci_buf_u32(&command, 0);
    int32_t code = fx_run(&tci_op_hold_expire, &command);
    tci_buf_free(&command);
    return code;
}

UNUSED static int32_t fx_extend(uint64_t hold, uint8_t secret, int64_t ttl_ms) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, hold);
    fx_bytes(&command, secret);
    tci_buf_i64(&command, ttl_ms);
    tci_buf_u32(&command, 0);
    int32_t code = fx_run(&tci_op_hold_extend, &command);
    tci_buf_free(&command);
    return code;
}

UNUSED static int32_t fx_seats(const tci_op *op, uint64_t event, uint32_t channel,
                               const tc_seat_version *seats, uint32_t count) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, event);
    tci_buf_u32(&command, channel);
    tci_buf_u32(&command, count);
    for (uint32_t i = 0; i < count; i++) {
        tci_buf_u32(&command, seats[i].seat);
        tci_buf_u32(&command, seats[i].version);
    }
    int32_t code = fx_run(op, &command);
    tci_buf_free(&command);
    return code;
}

UNUSED static int32_t fx_pool(uint64_t event, uint32_t capacity, uint32_t flags, uint32_t channel) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, event);
    tci_buf_u32(&command, flags);
    tci_buf_u32(&command, capacity);
    tci_buf_u32(&command, channel);
    tci_buf_text(&command, tci_slice_str("Floor"));
    int32_t code = fx_run(&tci_op_pool_create, &command);
    tci_buf_free(&command);
    return code;
}

/* The seat's word as it lies on its page. */
UNUSED static tci_seat fx_seat(uint64_t event, uint32_t seat) {
    tci_seat out = {9, 0, 0};
    assert_true(tci_seat_load(fx_read(), event, seat, &out));
    fx_read_end();
    return out;
}

UNUSED static tci_hold fx_hold_of(uint64_t hold) {
    tci_hold out;
    assert_true(tci_hold_load(fx_read(), hold, &out));
    fx_read_end();
    return out;
}

UNUSED static tci_pool fx_pool_of(uint64_t event, uint32_t pool) {
    tci_house house;
    tci_pool out;
    assert_true(tci_house_open(fx_read(), event, &house));
    assert_true(tci_pool_load(&house, pool, &out));
    fx_read_end();
    return out;
}

UNUSED static tc_availability fx_totals(uint64_t event) {
    tc_availability out = TC_AVAILABILITY_INIT;
    assert_true(tci_availability_totals(fx_read(), fx.now_ms, event, &out));
    fx_read_end();
    return out;
}

/* Sell a live hold by an order's number 1; tickets from `ticket` on. */
UNUSED static void fx_sell(uint64_t hold, uint32_t ticket) {
    uint32_t tickets[TC_HOLD_ITEMS_MAX];
    for (uint32_t i = 0; i < TC_HOLD_ITEMS_MAX; i++) tickets[i] = ticket + i;
    tci_ctx *ctx = fx_begin();
    tci_hold_sell(ctx, hold, tickets);
    fx_commit();
}

#define FX_TEST(name) cmocka_unit_test_setup_teardown(name, fx_setup, fx_teardown)

#endif
