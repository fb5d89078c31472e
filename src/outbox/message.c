/* The message's record, a packed array over all events, and its rows. Queuing one writes its record
 * and nothing else, unless it has texts, a time or a key of its own: it rides in the commit of an
 * order. */
#include "outbox/message.h"
#include "ticketcore/feed_types.h"

#define MESSAGE_BYTES 72

static const tci_array MESSAGES = {TCI_SPACE_MESSAGE, MESSAGE_BYTES, true};
const tci_work tci_message_work = {TCI_SPACE_MESSAGE_DUE, TCI_SLOT_MESSAGE_NEXT,
                                   TCI_SLOT_MESSAGE_HEAD};

uint64_t tci_message_next(tci_view *view) {
    return tci_slot_peek(view, 0, TCI_SLOT_MESSAGE_NEXT);
}

bool tci_message_load(tci_view *view, uint64_t id, tci_message *out) {
    if (id == 0 || id >= tci_message_next(view)) return false;
    const uint8_t *at = tci_array_get(view, &MESSAGES, 0, id - 1);
    if (!at || tci_load32(at) == 0) return false;
    out->id = id;
    out->version = tci_load32(at);
    out->state = at[4];
    out->channel = at[5];
    out->kind = tci_load16(at + 6);
    out->event = tci_load64(at + 8);
    out->order = tci_load64(at + 16);
    out->ticket = tci_load64(at + 24);
    out->due_ms = tci_load_i64(at + 32);
    out->queued_at_ms = tci_load_i64(at + 40);
    out->done_at_ms = tci_load_i64(at + 48);
    out->recipient = tci_load64(at + 56);
    out->attempts = tci_load16(at + 64);
    out->attempts_max = at[66];
    out->flags = at[67];
    out->worker = tci_load32(at + 68);
    return true;
}

void tci_message_store(tci_view *view, const tci_message *message) {
    TCI_ASSERT(message->id != 0 && message->version != 0);
    uint8_t *at = tci_array_at(view, &MESSAGES, 0, message->id - 1);
    tci_store32(at, message->version);
    at[4] = message->state;
    at[5] = message->channel;
    tci_store16(at + 6, message->kind);
    tci_store64(at + 8, message->event);
    tci_store64(at + 16, message->order);
    tci_store64(at + 24, message->ticket);
    tci_store_i64(at + 32, message->due_ms);
    tci_store_i64(at + 40, message->queued_at_ms);
    tci_store_i64(at + 48, message->done_at_ms);
    tci_store64(at + 56, message->recipient);
    tci_store16(at + 64, message->attempts);
    at[66] = message->attempts_max;
    at[67] = message->flags;
    tci_store32(at + 68, message->worker);
}

void tci_message_set_due(tci_view *view, tci_message *message, int64_t due_ms) {
    tci_work_move(view, &tci_message_work, message->id, message->due_ms, due_ms, false);
    message->due_ms = due_ms;
}

static tci_key text_key(uint64_t id, uint8_t part) {
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_TEXT);
    tci_key_u64(&key, id);
    tci_key_u8(&key, part);
    return key;
}

static void texts_store(tci_ctx *ctx, uint64_t id, const tci_message_new *from) {
    size_t size = 12 + from->address.len + from->locale.len + from->variables.len;
    uint8_t room[1024];
    tci_buf value;
    tci_buf_init(&value, size <= sizeof room ? room : tci_arena_alloc(ctx->arena, size), size);
    tci_buf_text(&value, from->address);
    tci_buf_text(&value, from->locale);
    tci_buf_text(&value, from->variables);
    TCI_ASSERT(!value.failed && value.len == size);
    tci_key key = text_key(id, 'T');
    tci_row_put(ctx->view, &key, tci_buf_slice(&value));
    tci_buf_free(&value);
}

void tci_message_texts_load(tci_view *view, const tci_message *message, tci_message_texts *out) {
    *out = (tci_message_texts){{NULL, 0}, {NULL, 0}, {NULL, 0}};
    tci_slice value;
    tci_key key = text_key(message->id, 'T');
    if (!(message->flags & TCI_MESSAGE_TEXT) || !tci_row_must(view, &key, &value)) return;
    tci_reader reader = tci_reader_of(value);
    out->address = tci_read_text(&reader);
    out->locale = tci_read_text(&reader);
    out->variables = tci_read_text(&reader);
}

tci_slice tci_message_receipt(tci_view *view, const tci_message *message) {
    tci_slice value = {NULL, 0};
    tci_key key = text_key(message->id, 'R');
    if (message->flags & TCI_MESSAGE_RECEIPT) tci_row_must(view, &key, &value);
    return value;
}

void tci_message_set_receipt(tci_view *view, tci_message *message, tci_slice receipt) {
    if (receipt.len == 0) return;
    tci_key key = text_key(message->id, 'R');
    tci_row_put(view, &key, receipt);
    message->flags |= TCI_MESSAGE_RECEIPT;
}

static tci_key dedupe_key(uint64_t dedupe) {
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&key, TCI_MESSAGE_ROW_DEDUPE);
    tci_key_u64(&key, dedupe);
    return key;
}

uint64_t tci_message_by_dedupe(tci_view *view, uint64_t dedupe) {
    tci_slice value;
    tci_key key = dedupe_key(dedupe);
    return tci_row_get(view, &key, &value) && value.len == 8 ? tci_load64(value.data) : 0;
}

static tci_key dated_key(uint64_t order) {
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&key, TCI_MESSAGE_ROW_ORDER);
    tci_key_u64(&key, order);
    return key;
}

/* FNV-1a: an address's name for its line. Nothing secret hangs on it. */
static uint64_t address_hash(tci_slice address) {
    uint64_t hash = UINT64_C(14695981039346656037);
    const uint8_t *at = address.data;
    for (size_t i = 0; i < address.len; i++) hash = (hash ^ at[i]) * UINT64_C(1099511628211);
    return hash | UINT64_C(1) << 63;
}

uint64_t tci_message_queue(tci_ctx *ctx, const tci_message_new *from) {
    TCI_ASSERT(from->channel >= TC_MESSAGE_EMAIL && from->channel <= TC_MESSAGE_WEBHOOK);
    TCI_ASSERT(from->kind != 0 && (from->order != 0 || from->address.len != 0));
    if (from->dedupe && tci_message_by_dedupe(ctx->view, from->dedupe) != 0) return 0;
    tci_message message = {.version = 1, .state = TC_MESSAGE_QUEUED};
    message.id = tci_slot_take(ctx->view, 0, TCI_SLOT_MESSAGE_NEXT, 1);
    message.channel = from->channel;
    message.kind = from->kind;
    message.event = from->event;
    message.order = from->order;
    message.ticket = from->ticket;
    message.queued_at_ms = ctx->now_ms;
    message.recipient = from->address.len ? address_hash(from->address) : from->order;
    message.attempts_max = from->attempts_max ? from->attempts_max : TC_MESSAGE_ATTEMPTS_DEFAULT;
    if (from->address.len || from->locale.len || from->variables.len) {
        message.flags |= TCI_MESSAGE_TEXT;
        texts_store(ctx, message.id, from);
    }
    if (from->not_before_ms > ctx->now_ms) {
        tci_message_set_due(ctx->view, &message, from->not_before_ms);
        if (from->order) {
            tci_key key = dated_key(from->order);
            tci_key_u64(&key, message.id);
            tci_row_put(ctx->view, &key, tci_slice_of(NULL, 0));
            message.flags |= TCI_MESSAGE_DATED;
        }
    }
    if (from->dedupe) {
        uint8_t value[8];
        tci_store64(value, message.id);
        tci_key key = dedupe_key(from->dedupe);
        tci_row_put(ctx->view, &key, tci_slice_of(value, sizeof value));
    }
    tci_message_store(ctx->view, &message);
    uint8_t payload[3];
    tci_store16(payload, message.kind);
    payload[2] = message.channel;
    tci_emit(ctx, TC_FEED_MESSAGE_QUEUED, message.event, message.id, 1,
             tci_slice_of(payload, sizeof payload));
    return message.id;
}

void tci_message_undate(tci_view *view, tci_message *message) {
    if (!(message->flags & TCI_MESSAGE_DATED)) return;
    tci_key key = dated_key(message->order);
    tci_key_u64(&key, message->id);
    tci_row_del(view, &key);
    message->flags &= (uint8_t)~TCI_MESSAGE_DATED;
}

void tci_message_finish(tci_ctx *ctx, tci_message *message, uint32_t state) {
    TCI_ASSERT(message->state == TC_MESSAGE_QUEUED || message->state == TC_MESSAGE_LEASED ||
               message->state == TC_MESSAGE_DEAD);
    tci_message_undate(ctx->view, message);
    tci_line_leave(ctx, message);
    tci_message_set_due(ctx->view, message, 0);
    message->state = (uint8_t)state;
    message->done_at_ms = ctx->now_ms;
    message->version++;
    tci_message_store(ctx->view, message);
}

/* One dated message of the order; 0: none is left. */
static uint64_t first_dated(tci_view *view, uint64_t order) {
    tci_key prefix = dated_key(order);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t id = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    if (tci_cursor_next(&cursor, &key, &value) && key.len == prefix.len + 8u)
        id = tci_load64_be((const uint8_t *)key.data + prefix.len);
    tci_cursor_close(&cursor);
    return id;
}

void tci_message_cancel_order(tci_ctx *ctx, uint64_t order) {
    uint64_t id;
    while ((id = first_dated(ctx->view, order)) != 0) {
        tci_message message;
        if (!tci_message_load(ctx->view, id, &message)) return; /* the view's status tells */
        TCI_ASSERT(message.flags & TCI_MESSAGE_DATED);
        tci_message_finish(ctx, &message, TC_MESSAGE_CANCELLED);
        tci_emit(ctx, TC_FEED_MESSAGE_CANCELLED, message.event, id, message.version,
                 tci_slice_of(NULL, 0));
    }
}

/* A few candidates are enough: what stands in front has waited longest. */
int64_t tci_outbox_lag(tci_view *view, int64_t now_ms) {
    enum { LOOK_AT = 100 };
    tci_work_iter iter;
    uint64_t number;
    int64_t due_ms, lag = 0;
    tci_work_open(&iter, &tci_message_work, view, now_ms);
    for (int i = 0; i < LOOK_AT && tci_work_next(&iter, &number, &due_ms); i++) {
        tci_message message;
        if (!tci_message_load(view, number, &message) || message.state != TC_MESSAGE_QUEUED)
            continue;
        int64_t since = message.due_ms ? message.due_ms : message.queued_at_ms;
        if (message.due_ms == due_ms) lag = TCI_MAX(lag, now_ms - since);
    }
    tci_work_close(&iter);
    return lag;
}
