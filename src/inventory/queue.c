/* The order in which holds die. Up to fifteen values of ttl_ms have a queue each, linked through
 * the holds: the clock never runs backward, so all holds of one value die in the order they were
 * made and need no index. The others, and those whose expiry was moved, have a row (expiry, hold).
 */
#include "inventory/hold.h"

static uint64_t head_of(tci_view *view, uint32_t class) {
    return tci_slot_get(view, 0, TCI_SLOT_HOLD_HEAD + class);
}

tci_key tci_due_key(int64_t expires_at_ms, uint64_t hold) {
    tci_key key = tci_key_of(0, TCI_SPACE_HOLD_DUE);
    tci_key_time(&key, expires_at_ms);
    tci_key_u64(&key, hold);
    return key;
}

/* The class of a time to live: its own, or one whose queue is empty (never used ones first), or
 * none. */
static uint32_t class_of(tci_view *view, int64_t ttl_ms) {
    uint32_t empty = TCI_HOLD_IRREGULAR;
    for (uint32_t i = TCI_HOLD_CLASSES; i-- > 0;) {
        uint64_t ttl = tci_slot_get(view, 0, TCI_SLOT_HOLD_CLASS + i);
        if (ttl == (uint64_t)ttl_ms) return i;
        if (ttl == 0 || (empty == TCI_HOLD_IRREGULAR && head_of(view, i) == 0)) empty = i;
    }
    if (empty != TCI_HOLD_IRREGULAR)
        tci_slot_set(view, 0, TCI_SLOT_HOLD_CLASS + empty, (uint64_t)ttl_ms);
    return empty;
}

static void row_put(tci_ctx *ctx, const tci_hold *hold) {
    tci_key key = tci_due_key(hold->expires_at_ms, hold->id);
    tci_row_put(ctx->view, &key, tci_slice_of(NULL, 0));
    uint64_t rows = tci_slot_get(ctx->view, 0, TCI_SLOT_HOLD_IRREGULAR);
    tci_slot_set(ctx->view, 0, TCI_SLOT_HOLD_IRREGULAR, rows + 1);
}

static void row_del(tci_ctx *ctx, const tci_hold *hold) {
    tci_key key = tci_due_key(hold->expires_at_ms, hold->id);
    tci_row_del(ctx->view, &key);
    uint64_t rows = tci_slot_get(ctx->view, 0, TCI_SLOT_HOLD_IRREGULAR);
    TCI_PROVE(ctx->view, rows > 0);
    tci_slot_set(ctx->view, 0, TCI_SLOT_HOLD_IRREGULAR, rows - 1);
}

static void next_due_lower(tci_ctx *ctx, int64_t expires_at_ms) {
    if (expires_at_ms < tci_next_due(ctx->view))
        tci_slot_set(ctx->view, 0, TCI_SLOT_NEXT_DUE, (uint64_t)expires_at_ms);
}

void tci_hold_enqueue(tci_ctx *ctx, tci_hold *hold, int64_t ttl_ms) {
    tci_view *view = ctx->view;
    bool regular = ttl_ms != 0 && hold->created_at_ms == ctx->now_ms &&
                   hold->expires_at_ms == ctx->now_ms + ttl_ms;
    uint32_t class = regular ? class_of(view, ttl_ms) : TCI_HOLD_IRREGULAR;
    hold->ttl_class = (uint8_t) class;
    hold->next = 0;
    next_due_lower(ctx, hold->expires_at_ms);
    if (class == TCI_HOLD_IRREGULAR) {
        row_put(ctx, hold);
        return;
    }
    uint64_t tail = tci_slot_get(view, 0, TCI_SLOT_HOLD_TAIL + class);
    if (head_of(view, class) == 0) {
        tci_slot_set(view, 0, TCI_SLOT_HOLD_HEAD + class, hold->id);
    } else {
        tci_hold last;
        if (!tci_hold_load(view, tail, &last)) {
            TCI_PROVE(view, false);
            return;
        }
        TCI_PROVE(view, last.next == 0 && last.id < hold->id);
        last.next = hold->id;
        tci_hold_store(view, &last);
    }
    tci_slot_set(view, 0, TCI_SLOT_HOLD_TAIL + class, hold->id);
}

void tci_hold_reschedule(tci_ctx *ctx, tci_hold *hold, int64_t expires_at_ms) {
    if (hold->ttl_class == TCI_HOLD_IRREGULAR && hold->state == TC_HOLD_LIVE) row_del(ctx, hold);
    hold->ttl_class = TCI_HOLD_IRREGULAR;
    hold->expires_at_ms = expires_at_ms;
    row_put(ctx, hold);
    next_due_lower(ctx, expires_at_ms);
}

void tci_hold_unschedule(tci_ctx *ctx, const tci_hold *hold) {
    row_del(ctx, hold);
}

/* Everything behind the head was made later, so created + ttl of the head bounds them all, even
 * when the head itself has ended or moved. */
int64_t tci_queue_due(tci_view *view, uint32_t class, uint64_t *head, tci_hold *hold) {
    uint64_t id = *head ? *head : head_of(view, class);
    if (id == 0 || !tci_hold_load(view, id, hold)) return INT64_MAX;
    *head = id;
    return hold->created_at_ms + (int64_t)tci_slot_get(view, 0, TCI_SLOT_HOLD_CLASS + class);
}

void tci_queue_pop(tci_ctx *ctx, uint32_t class, const tci_hold *head) {
    TCI_PROVE(ctx->view, head_of(ctx->view, class) == head->id);
    tci_slot_set(ctx->view, 0, TCI_SLOT_HOLD_HEAD + class, head->next);
    if (head->next == 0) tci_slot_set(ctx->view, 0, TCI_SLOT_HOLD_TAIL + class, 0);
}

int64_t tci_next_due(tci_view *view) {
    return (int64_t)tci_slot_get(view, 0, TCI_SLOT_NEXT_DUE);
}

void tci_next_due_refresh(tci_ctx *ctx) {
    tci_view *view = ctx->view;
    int64_t due = INT64_MAX;
    for (uint32_t i = 0; i < TCI_HOLD_CLASSES; i++) {
        uint64_t head = 0;
        tci_hold hold;
        due = TCI_MIN(due, tci_queue_due(view, i, &head, &hold));
    }
    if (tci_slot_get(view, 0, TCI_SLOT_HOLD_IRREGULAR)) {
        tci_key prefix = tci_key_of(0, TCI_SPACE_HOLD_DUE);
        tci_cursor cursor;
        tci_slice key, value;
        tci_cursor_open(&cursor, view, &prefix, NULL);
        if (tci_cursor_next(&cursor, &key, &value) && key.len == 25)
            due = TCI_MIN(due, tci_key_time_at((const uint8_t *)key.data + 9));
        tci_cursor_close(&cursor);
    }
    if (due != tci_next_due(view)) tci_slot_set(view, 0, TCI_SLOT_NEXT_DUE, (uint64_t)due);
}

void tci_dead_open(tci_dead *dead, tci_view *view, int64_t now_ms) {
    *dead = (tci_dead){.view = view, .now_ms = now_ms};
    dead->ended = now_ms < tci_next_due(view);
}

/* The next dead hold of the queues; false when all are walked. */
static bool dead_queued(tci_dead *dead, tci_hold *hold) {
    while (dead->class < TCI_HOLD_CLASSES) {
        if (tci_queue_due(dead->view, dead->class, &dead->next, hold) > dead->now_ms) {
            dead->class ++;
            dead->next = 0;
            continue;
        }
        uint32_t class = dead->class;
        dead->next = hold->next;
        if (hold->next == 0) dead->class ++;
        if (hold->state == TC_HOLD_LIVE && hold->ttl_class == class) return true;
    }
    return false;
}

bool tci_dead_next(tci_dead *dead, tci_hold *hold) {
    if (dead->ended) return false;
    if (!dead->rows) {
        if (dead_queued(dead, hold)) return true;
        if (tci_slot_get(dead->view, 0, TCI_SLOT_HOLD_IRREGULAR) == 0) {
            dead->ended = true;
            return false;
        }
        tci_key prefix = tci_key_of(0, TCI_SPACE_HOLD_DUE);
        tci_cursor_open(&dead->cursor, dead->view, &prefix, NULL);
        dead->rows = true;
    }
    tci_slice key, value;
    while (tci_cursor_next(&dead->cursor, &key, &value) && key.len == 25) {
        const uint8_t *at = key.data;
        if (tci_key_time_at(at + 9) > dead->now_ms) break;
        if (tci_hold_load(dead->view, tci_load64_be(at + 17), hold) && hold->state == TC_HOLD_LIVE)
            return true;
    }
    dead->ended = true;
    return false;
}

void tci_dead_close(tci_dead *dead) {
    if (dead->rows) tci_cursor_close(&dead->cursor);
}
