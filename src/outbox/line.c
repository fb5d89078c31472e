/* The line of a recipient: on one channel one message at a time is out, the next waits until it is
 * finished. Only messages that meet another have rows here beyond the head's. */
#include "outbox/message.h"

static tci_key line_key(uint8_t row, const tci_message *message) {
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&key, row);
    tci_key_u8(&key, message->channel);
    tci_key_u64(&key, message->recipient);
    return key;
}

uint64_t tci_line_head(tci_view *view, const tci_message *message) {
    tci_slice value;
    tci_key key = line_key(TCI_MESSAGE_ROW_BUSY, message);
    return tci_row_get(view, &key, &value) && value.len == 8 ? tci_load64(value.data) : 0;
}

void tci_line_enter(tci_view *view, const tci_message *message) {
    uint64_t head = tci_line_head(view, message);
    TCI_ASSERT(head == 0 || head == message->id);
    if (head == message->id) return;
    uint8_t value[8];
    tci_store64(value, message->id);
    tci_key key = line_key(TCI_MESSAGE_ROW_BUSY, message);
    tci_row_put(view, &key, tci_slice_of(value, sizeof value));
}

void tci_line_join(tci_view *view, tci_message *message) {
    TCI_ASSERT(!(message->flags & TCI_MESSAGE_WAITS));
    tci_key key = line_key(TCI_MESSAGE_ROW_WAITS, message);
    tci_key_u64(&key, message->id);
    tci_row_put(view, &key, tci_slice_of(NULL, 0));
    message->flags |= TCI_MESSAGE_WAITS;
    tci_message_set_due(view, message, TCI_MESSAGE_IN_LINE);
}

static void stop_waiting(tci_view *view, tci_message *message) {
    tci_key key = line_key(TCI_MESSAGE_ROW_WAITS, message);
    tci_key_u64(&key, message->id);
    tci_row_del(view, &key);
    message->flags &= (uint8_t)~TCI_MESSAGE_WAITS;
}

/* The first that waits, by number; 0: nobody. */
static uint64_t first_waiting(tci_view *view, const tci_message *message) {
    tci_key prefix = line_key(TCI_MESSAGE_ROW_WAITS, message);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t id = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    if (tci_cursor_next(&cursor, &key, &value) && key.len == prefix.len + 8u)
        id = tci_load64_be((const uint8_t *)key.data + prefix.len);
    tci_cursor_close(&cursor);
    return id;
}

void tci_line_leave(tci_ctx *ctx, tci_message *message) {
    if (message->flags & TCI_MESSAGE_WAITS) {
        stop_waiting(ctx->view, message);
        return;
    }
    if (tci_line_head(ctx->view, message) != message->id) return;
    tci_key key = line_key(TCI_MESSAGE_ROW_BUSY, message);
    tci_row_del(ctx->view, &key);
    tci_message next;
    uint64_t id = first_waiting(ctx->view, message);
    if (id == 0 || !tci_message_load(ctx->view, id, &next)) return;
    TCI_ASSERT(next.state == TC_MESSAGE_QUEUED && next.due_ms == TCI_MESSAGE_IN_LINE);
    /* It is the head from now on, leased or not: whoever waits, waits behind somebody. */
    stop_waiting(ctx->view, &next);
    tci_message_set_due(ctx->view, &next, TCI_MAX(ctx->now_ms, 1));
    tci_message_store(ctx->view, &next);
    tci_line_enter(ctx->view, &next);
}
