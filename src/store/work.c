/* Finding due work among leased items: the waiting rows first, then the new ones by number. Knows
 * nothing of what the items are. */
#include "store/work.h"

static tci_key work_key(const tci_work *work, int64_t due_ms, uint64_t number) {
    tci_key key = tci_key_of(0, work->due_space);
    tci_key_time(&key, due_ms);
    tci_key_u64(&key, number);
    return key;
}

void tci_work_open(tci_work_iter *iter, const tci_work *work, tci_view *view, int64_t now_ms) {
    *iter = (tci_work_iter){.work = work, .view = view, .now_ms = now_ms, .waiting = true};
    iter->next = tci_slot_peek(view, 0, work->head_slot);
    iter->end = tci_slot_peek(view, 0, work->next_slot);
    tci_key prefix = tci_key_of(0, work->due_space);
    tci_cursor_open(&iter->cursor, view, &prefix, NULL);
}

bool tci_work_next(tci_work_iter *iter, uint64_t *number, int64_t *due_ms) {
    tci_slice key, value;
    if (iter->waiting && tci_cursor_next(&iter->cursor, &key, &value)) {
        const uint8_t *at = key.data;
        int64_t due = tci_key_time_at(at + 9);
        if (due <= iter->now_ms) {
            *number = tci_load64_be(at + 17);
            *due_ms = due;
            return true;
        }
    }
    iter->waiting = false;
    if (iter->next >= iter->end) return false;
    *number = iter->next++;
    *due_ms = 0;
    return true;
}

void tci_work_close(tci_work_iter *iter) {
    tci_cursor_close(&iter->cursor);
}

void tci_work_move(tci_view *view, const tci_work *work, uint64_t number, int64_t from_ms,
                   int64_t to_ms, bool leased) {
    if (from_ms == to_ms) return;
    if (from_ms != 0) {
        tci_key key = work_key(work, from_ms, number);
        tci_row_del(view, &key);
    } else if (leased) {
        TCI_DEBUG_ASSERT(number >= tci_slot_peek(view, 0, work->head_slot));
        tci_slot_set(view, 0, work->head_slot, number + 1);
    }
    if (to_ms != 0) {
        tci_key key = work_key(work, to_ms, number);
        tci_row_put(view, &key, tci_slice_of(NULL, 0));
    }
}

int64_t tci_work_earliest(tci_view *view, const tci_work *work) {
    tci_key prefix = tci_key_of(0, work->due_space);
    tci_cursor cursor;
    tci_slice key, value;
    int64_t earliest = INT64_MAX;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    if (tci_cursor_next(&cursor, &key, &value))
        earliest = tci_key_time_at((const uint8_t *)key.data + 9);
    tci_cursor_close(&cursor);
    return earliest;
}
