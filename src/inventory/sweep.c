/* Tidying: dead holds are expired, queues are cut, records that ended long ago are dropped a few at
 * a time. Run by the engine first in every batch, and by the sweep command. Nothing depends on it
 * for being right, only for being small. */
#include "inventory/hold.h"
#include "ticketcore/command.h"

/* Expire what is due in the queue of a class; true when the budget ran out first. */
static bool sweep_queue(tci_ctx *ctx, uint32_t class, uint32_t *budget) {
    for (;;) {
        uint64_t head = 0;
        tci_hold hold;
        if (tci_queue_due(ctx->view, class, &head, &hold) > ctx->now_ms) return false;
        if (*budget == 0) return true;
        if (tci_view_status(ctx->view) != TC_OK) return false; /* the batch is lost anyway */
        --*budget;
        tci_queue_pop(ctx, class, &hold);
        if (hold.state != TC_HOLD_LIVE || hold.ttl_class != class) continue;
        TCI_PROVE(ctx->view, hold.expires_at_ms <= ctx->now_ms);
        tci_hold_free(ctx, hold.id, true);
    }
}

/* Likewise the irregular ones. Rows are gathered before they are deleted. */
static bool sweep_rows(tci_ctx *ctx, uint32_t *budget) {
    enum { AT_ONCE = 128 };
    while (tci_slot_get(ctx->view, 0, TCI_SLOT_HOLD_IRREGULAR)) {
        uint64_t due[AT_ONCE];
        uint32_t count = 0;
        bool more = false;
        tci_key prefix = tci_key_of(0, TCI_SPACE_HOLD_DUE);
        tci_cursor cursor;
        tci_slice key, value;
        tci_cursor_open(&cursor, ctx->view, &prefix, NULL);
        while (tci_cursor_next(&cursor, &key, &value) && key.len == 25) {
            const uint8_t *at = key.data;
            if (tci_key_time_at(at + 9) > ctx->now_ms) break;
            more = count == AT_ONCE || count == *budget;
            if (more) break;
            due[count++] = tci_load64_be(at + 17);
        }
        tci_cursor_close(&cursor);
        *budget -= count;
        for (uint32_t i = 0; i < count; i++) tci_hold_free(ctx, due[i], true);
        if (!more || tci_view_status(ctx->view) != TC_OK) return false;
        if (*budget == 0) return true;
    }
    return false;
}

/* The first hold that a queue may still lead to. */
static uint64_t first_linked(tci_view *view) {
    uint64_t first = tci_slot_peek(view, 0, TCI_SLOT_HOLD_NEXT);
    for (uint32_t i = 0; i < TCI_HOLD_CLASSES; i++) {
        uint64_t head = tci_slot_get(view, 0, TCI_SLOT_HOLD_HEAD + i);
        if (head) first = TCI_MIN(first, head);
    }
    return first;
}

static bool page_is_old(tci_ctx *ctx, uint64_t first, uint64_t last) {
    for (uint64_t id = last; id >= TCI_MAX(first, 1u); id--) {
        tci_hold hold;
        if (!tci_hold_load(ctx->view, id, &hold)) continue;
        if (hold.state == TC_HOLD_LIVE) return false;
        if (hold.expires_at_ms > ctx->now_ms - TCI_HOLD_KEEP_MS) return false;
    }
    return true;
}

/* Drop the oldest page of holds when all of them ended over a day ago and no queue leads there, and
 * the pages of items that only they had. False when there is none. */
static bool trim_page(tci_ctx *ctx) {
    tci_view *view = ctx->view;
    uint32_t per_page = tci_array_per_page(&tci_holds_array);
    uint64_t oldest = tci_slot_get(view, 0, TCI_SLOT_HOLD_OLDEST);
    uint64_t end = (oldest / per_page + 1) * per_page;
    if (end > first_linked(view) || !page_is_old(ctx, oldest, end - 1)) return false;
    tci_hold next;
    uint64_t items = tci_slot_peek(view, 0, TCI_SLOT_HOLD_ITEM_NEXT);
    if (tci_hold_load(view, end, &next)) items = next.item_first;
    tci_page_drop(view, 0, TCI_SPACE_HOLD, oldest / per_page);
    tci_slot_set(view, 0, TCI_SLOT_HOLD_OLDEST, end);
    uint32_t items_per_page = tci_array_per_page(&tci_hold_items_array);
    uint64_t page = tci_slot_get(view, 0, TCI_SLOT_HOLD_ITEM_OLDEST) / items_per_page;
    for (; (page + 1) * items_per_page <= items; page++)
        tci_page_drop(view, 0, TCI_SPACE_HOLD_ITEM, page);
    tci_slot_set(view, 0, TCI_SLOT_HOLD_ITEM_OLDEST, page * items_per_page);
    return true;
}

uint32_t tci_inventory_sweep(tci_ctx *ctx, uint32_t limit) {
    if (TCI_LIKELY(ctx->now_ms < tci_next_due(ctx->view))) return 0;
    uint32_t budget = limit;
    bool more = false;
    for (uint32_t i = 0; i < TCI_HOLD_CLASSES && !more; i++) more = sweep_queue(ctx, i, &budget);
    if (!more) more = sweep_rows(ctx, &budget);
    if (more) return 1;
    /* As many pages as keep pace with what is swept, and some more to catch up. */
    uint32_t pages = 4 + (limit - budget) / 16;
    while (pages-- && tci_view_status(ctx->view) == TC_OK && trim_page(ctx)) {}
    tci_next_due_refresh(ctx);
    return 0;
}

/* limit u32 */
static int32_t sweep_decide(tci_ctx *ctx, tci_slice command, void **plan) {
    tci_reader in = tci_reader_of(command);
    uint32_t *limit = TCI_ARENA_NEW(ctx->arena, uint32_t);
    if (!limit) return TC_E_NOMEM;
    *limit = tci_read_u32(&in);
    if (!tci_reader_done(&in)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    *plan = limit;
    return TC_OK;
}

static void sweep_apply(tci_ctx *ctx, void *plan, tci_buf *answer) {
    const uint32_t *limit = plan;
    tci_buf_u32(answer, tci_inventory_sweep(ctx, *limit));
    tci_buf_i64(answer, tci_next_due(ctx->view));
}

const tci_op tci_op_sweep = {TC_SWEEP, 1, "sweep", sweep_decide, sweep_apply};
