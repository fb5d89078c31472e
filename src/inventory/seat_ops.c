/* What the host does to seats without a hold: block, unblock, allot to a channel; and a sold seat
 * that comes back. All or none, every conflict listed. */
#include <stdlib.h>

#include "inventory/take.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

typedef struct seat_rule {
    uint8_t states;  /* bit per state a seat may be in */
    int32_t refusal; /* when it is in another */
    uint16_t feed;
} seat_rule;

static const seat_rule RULES[] = {
    {1u << TC_SEAT_FREE, TC_E_SEAT_TAKEN, TC_FEED_SEAT_BLOCKED},
    {1u << TC_SEAT_BLOCKED, TC_E_SEAT_STATE, TC_FEED_SEAT_UNBLOCKED},
    {1u << TC_SEAT_FREE | 1u << TC_SEAT_BLOCKED, TC_E_SEAT_TAKEN, TC_FEED_SEAT_ALLOTTED},
};
enum { BLOCK, UNBLOCK, ALLOT };

typedef struct seat_plan {
    uint64_t event;
    tci_house house;
    uint32_t channel; /* allot */
    uint32_t count;
    tci_take_item *items;
} seat_plan;

static int by_number(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static int32_t refuse_twice(tci_ctx *ctx, const seat_plan *plan) {
    uint32_t *numbers = tci_arena_alloc(ctx->arena, plan->count * sizeof *numbers);
    if (!numbers) return TC_E_NOMEM;
    for (uint32_t i = 0; i < plan->count; i++) numbers[i] = plan->items[i].target;
    qsort(numbers, plan->count, sizeof *numbers, by_number);
    int32_t code = TC_OK;
    for (uint32_t i = 1; i < plan->count; i++) {
        if (numbers[i] != numbers[i - 1]) continue;
        if (code == TC_OK)
            code = tci_refuse(ctx, TC_E_INVALID, "seats", numbers[i], "seat % is named twice");
        tc_conflict twice = {.event = plan->event, .seat = numbers[i]};
        tci_refuse_seat(ctx, &twice);
    }
    if (code != TC_OK) ctx->refusal.event = plan->event;
    return code;
}

static int32_t judge_seat(tci_ctx *ctx, const seat_plan *plan, const seat_rule *rule,
                          const tci_take_item *item, tci_seat *seat) {
    if (!tci_house_seat(&plan->house, item->target, seat)) return TC_E_NOT_FOUND;
    if (!(rule->states >> seat->state & 1)) {
        ctx->want_sweep |= tci_seat_swept_late(ctx, seat);
        return rule->refusal;
    }
    if (item->expected && item->expected != seat->version) return TC_E_SEAT_VERSION;
    bool at_end = seat->version > TCI_SEAT_VERSION_MAX - TCI_SEAT_VERSION_ROOM;
    return at_end ? TC_E_LIMIT : TC_OK;
}

/* event u64, channel u32, count u32, then (seat u32, expected u32) of each. */
static int32_t decide(tci_ctx *ctx, tci_slice command, const seat_rule *rule, void **out) {
    tci_reader in = tci_reader_of(command);
    seat_plan *plan = TCI_ARENA_NEW(ctx->arena, seat_plan);
    if (!plan) return TC_E_NOMEM;
    plan->event = tci_read_u64(&in);
    plan->channel = tci_read_u32(&in);
    plan->count = tci_read_u32(&in);
    if (in.failed || plan->count == 0 || plan->count > TC_SEAT_CHANGE_MAX ||
        plan->channel >= TC_CHANNELS_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    plan->items = tci_arena_array(ctx->arena, plan->count, sizeof *plan->items);
    if (!plan->items) return TC_E_NOMEM;
    for (uint32_t i = 0; i < plan->count; i++) {
        plan->items[i].event = plan->event;
        plan->items[i].target = tci_read_u32(&in);
        plan->items[i].expected = tci_read_u32(&in);
    }
    if (!tci_reader_done(&in)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_event_rules event;
    if (!tci_event_rules_load(ctx->view, plan->event, &event) ||
        !tci_house_open(ctx->view, plan->event, &plan->house))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", plan->event, NULL);
    int32_t code = refuse_twice(ctx, plan);
    for (uint32_t i = 0; i < plan->count; i++) {
        tci_seat seat = {0};
        int32_t against = code == TC_E_INVALID || code == TC_E_NOMEM
                              ? TC_OK
                              : judge_seat(ctx, plan, rule, &plan->items[i], &seat);
        if (against == TC_OK) continue;
        tci_conflict_seat(ctx, &plan->items[i], &seat);
        if (code != TC_OK) continue;
        code = tci_refuse(ctx, against, "seats", plan->items[i].target, NULL);
        ctx->refusal.event = plan->event;
        ctx->refusal.expected_version = plan->items[i].expected;
        ctx->refusal.actual_version = seat.version;
    }
    *out = plan;
    return code;
}

static uint32_t change(seat_plan *plan, int kind, uint32_t number, const tci_seat *seat) {
    if (kind == ALLOT) return tci_house_allot(&plan->house, number, seat, (uint8_t)plan->channel);
    return tci_house_change(&plan->house, number, seat,
                            kind == BLOCK ? TC_SEAT_BLOCKED : TC_SEAT_FREE, 0);
}

/* Tell the feed, in pieces that fit a record. */
static void emit_seats(tci_ctx *ctx, const seat_plan *plan, int kind, uint64_t version) {
    enum { AT_ONCE = 1000 };
    tci_buf payload;
    tci_buf_init(&payload, NULL, 0);
    for (uint32_t i = 0; i < plan->count;) {
        tci_buf_clear(&payload);
        if (kind == ALLOT) tci_buf_u32(&payload, plan->channel);
        uint32_t end = TCI_MIN(plan->count, i + AT_ONCE);
        for (; i < end; i++) {
            tci_buf_u32(&payload, plan->items[i].target);
            tci_buf_u32(&payload, plan->items[i].expected);
        }
        if (payload.failed) tci_view_no_memory(ctx->view); /* nothing of this is committed */
        else
            tci_emit(ctx, RULES[kind].feed, plan->event, plan->event, version,
                     tci_buf_slice(&payload));
    }
    tci_buf_free(&payload);
}

/* Answer: inventory version u64, count u32, then (seat u32, version u32) of each. */
static void apply(tci_ctx *ctx, seat_plan *plan, int kind, tci_buf *answer) {
    if (!tci_house_open(ctx->view, plan->event, &plan->house)) return;
    for (uint32_t i = 0; i < plan->count; i++) {
        tci_take_item *item = &plan->items[i];
        tci_seat seat = {0};
        if (!tci_house_seat(&plan->house, item->target, &seat)) {
            TCI_PROVE(ctx->view, false);
            return;
        }
        item->expected = change(plan, kind, item->target, &seat);
    }
    uint64_t version = tci_house_version(&plan->house);
    emit_seats(ctx, plan, kind, version);
    tci_buf_u64(answer, version);
    tci_buf_u32(answer, plan->count);
    for (uint32_t i = 0; i < plan->count; i++) {
        tci_buf_u32(answer, plan->items[i].target);
        tci_buf_u32(answer, plan->items[i].expected);
    }
}

static int32_t block_decide(tci_ctx *ctx, tci_slice command, void **plan) {
    return decide(ctx, command, &RULES[BLOCK], plan);
}
static void block_apply(tci_ctx *ctx, void *plan, tci_buf *answer) {
    apply(ctx, plan, BLOCK, answer);
}
static int32_t unblock_decide(tci_ctx *ctx, tci_slice command, void **plan) {
    return decide(ctx, command, &RULES[UNBLOCK], plan);
}
static void unblock_apply(tci_ctx *ctx, void *plan, tci_buf *answer) {
    apply(ctx, plan, UNBLOCK, answer);
}
static int32_t channel_decide(tci_ctx *ctx, tci_slice command, void **plan) {
    return decide(ctx, command, &RULES[ALLOT], plan);
}
static void channel_apply(tci_ctx *ctx, void *plan, tci_buf *answer) {
    apply(ctx, plan, ALLOT, answer);
}

const tci_op tci_op_seat_block = {TC_SEAT_BLOCK, 1, "seat.block", block_decide, block_apply};
const tci_op tci_op_seat_unblock = {TC_SEAT_UNBLOCK, 1, "seat.unblock", unblock_decide,
                                    unblock_apply};
const tci_op tci_op_seat_channel = {TC_SEAT_CHANNEL, 1, "seat.channel", channel_decide,
                                    channel_apply};

void tci_seat_return(tci_ctx *ctx, uint64_t event, uint32_t seat, uint32_t ticket) {
    tci_house house;
    tci_seat word;
    if (!tci_house_open(ctx->view, event, &house) || !tci_house_seat(&house, seat, &word)) {
        TCI_PROVE(ctx->view, false);
        return;
    }
    TCI_PROVE(ctx->view, word.state == TC_SEAT_SOLD);
    TCI_PROVE(ctx->view, word.owner == ticket);
    uint32_t version = tci_house_change(&house, seat, &word, TC_SEAT_FREE, 0);
    uint8_t payload[12];
    tci_store32(payload, seat);
    tci_store32(payload + 4, version);
    tci_store32(payload + 8, ticket);
    tci_emit(ctx, TC_FEED_SEAT_RETURNED, event, event, tci_house_version(&house),
             tci_slice_of(payload, sizeof payload));
}
