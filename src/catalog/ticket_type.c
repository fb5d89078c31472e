/* Ticket types as stored: the fixed part in a packed array of the event's partition, which quotes
 * read; the texts in rows. The commands over them are in ticket_type_ops.c. */
#include "catalog/ticket_type_store.h"

static const tci_array TYPES = {TCI_SPACE_TICKET_TYPE, 64, false};

/* The record. Offsets are disk format. */
enum {
    AT_VERSION = 0, /* 0: no such ticket type */
    AT_STATUS = 4,
    AT_CATEGORY = 8,
    AT_CHANNELS = 10,
    AT_POOL = 12,
    AT_MIN = 16,
    AT_MAX = 20,
    AT_PRICE = 24,
    AT_FEE = 32,
    AT_TAX_BP = 40,
    AT_TAX_INCLUSIVE = 44,
    AT_SALE_FROM = 48,
    AT_SALE_UNTIL = 56
};

bool tci_ticket_type_load(tci_view *view, uint64_t event, uint32_t type, tci_ticket_type *out) {
    if (event == 0 || type == 0 || type > TC_TICKET_TYPES_MAX) return false;
    const uint8_t *at = tci_array_get(view, &TYPES, event, type);
    if (!at && type < tci_ticket_type_end(view, event))
        tci_page_missing(view, event, TYPES.space, type / tci_array_per_page(&TYPES));
    if (!at || tci_load32(at + AT_VERSION) == 0) return false;
    *out = (tci_ticket_type){
        .id = type,
        .version = tci_load32(at + AT_VERSION),
        .category = tci_load16(at + AT_CATEGORY),
        .channels = tci_load16(at + AT_CHANNELS),
        .pool = tci_load32(at + AT_POOL),
        .status = tci_load32(at + AT_STATUS),
        .min_per_order = tci_load32(at + AT_MIN),
        .max_per_order = tci_load32(at + AT_MAX),
        .price_minor = tci_load_i64(at + AT_PRICE),
        .fee_minor = tci_load_i64(at + AT_FEE),
        .tax_bp = tci_load32(at + AT_TAX_BP),
        .tax_inclusive = tci_load32(at + AT_TAX_INCLUSIVE),
        .sale_from_ms = tci_load_i64(at + AT_SALE_FROM),
        .sale_until_ms = tci_load_i64(at + AT_SALE_UNTIL),
    };
    return true;
}

void tci_ticket_type_store(tci_view *view, uint64_t event, const tci_ticket_type *type) {
    TCI_ASSERT(event != 0 && type->id != 0 && type->id <= TC_TICKET_TYPES_MAX);
    TCI_ASSERT(type->version != 0 && type->price_minor >= 0 && type->fee_minor >= 0);
    uint8_t *at = tci_array_at(view, &TYPES, event, type->id);
    tci_store32(at + AT_VERSION, type->version);
    tci_store32(at + AT_STATUS, type->status);
    tci_store16(at + AT_CATEGORY, type->category);
    tci_store16(at + AT_CHANNELS, type->channels);
    tci_store32(at + AT_POOL, type->pool);
    tci_store32(at + AT_MIN, type->min_per_order);
    tci_store32(at + AT_MAX, type->max_per_order);
    tci_store_i64(at + AT_PRICE, type->price_minor);
    tci_store_i64(at + AT_FEE, type->fee_minor);
    tci_store32(at + AT_TAX_BP, type->tax_bp);
    tci_store32(at + AT_TAX_INCLUSIVE, type->tax_inclusive);
    tci_store_i64(at + AT_SALE_FROM, type->sale_from_ms);
    tci_store_i64(at + AT_SALE_UNTIL, type->sale_until_ms);
}

void tci_ticket_type_erase(tci_view *view, uint64_t event, uint32_t type) {
    memset(tci_array_at(view, &TYPES, event, type), 0, TYPES.record_bytes);
    tci_key key = tci_ticket_type_text_key(event, type);
    tci_row_del(view, &key);
}

uint32_t tci_ticket_type_end(tci_view *view, uint64_t event) {
    return (uint32_t)tci_slot_peek(view, event, TCI_SLOT_EVENT_TYPE_NEXT);
}

tci_key tci_ticket_type_text_key(uint64_t event, uint32_t type) {
    tci_key key = tci_key_of(event, TCI_SPACE_CATALOG_MORE);
    tci_key_u8(&key, TCI_MORE_TICKET_TYPE_TEXT);
    tci_key_u32(&key, type);
    return key;
}

bool tci_ticket_type_texts(tci_view *view, uint64_t event, uint32_t type, tci_slice *name,
                           tci_slice *description) {
    tci_key key = tci_ticket_type_text_key(event, type);
    tci_slice value;
    tci_ticket_type record;
    if (event == 0 || !tci_ticket_type_load(view, event, type, &record) ||
        !tci_row_must(view, &key, &value))
        return false;
    tci_reader reader = tci_reader_of(value);
    *name = tci_read_text(&reader);
    *description = tci_read_text(&reader);
    return !reader.failed;
}

void tci_ticket_type_put_texts(tci_ctx *ctx, uint64_t event, uint32_t type, tci_slice name,
                               tci_slice description) {
    size_t room = 8 + name.len + description.len;
    tci_buf buf;
    tci_buf_init(&buf, tci_arena_alloc(ctx->arena, room), room);
    tci_buf_text(&buf, name);
    tci_buf_text(&buf, description);
    tci_key key = tci_ticket_type_text_key(event, type);
    tci_row_put(ctx->view, &key, tci_buf_slice(&buf));
    tci_buf_free(&buf);
}

void tci_ticket_type_name(tci_view *view, uint64_t event, uint32_t type, char *name) {
    tci_slice text = {NULL, 0}, description;
    if (!tci_ticket_type_texts(view, event, type, &text, &description)) text.len = 0;
    size_t len = TCI_MIN(text.len, (size_t)TC_NAME_MAX);
    if (len) memcpy(name, text.data, len);
    name[len] = '\0';
}

void tci_ticket_type_delete_all(tci_ctx *ctx, uint64_t event) {
    uint32_t end = tci_ticket_type_end(ctx->view, event);
    for (uint32_t type = 1; type < end; type++) {
        tci_key key = tci_ticket_type_text_key(event, type);
        tci_row_del(ctx->view, &key);
    }
    uint32_t pages = (end + tci_array_per_page(&TYPES) - 1) / tci_array_per_page(&TYPES);
    for (uint32_t page = 0; end > 1 && page < pages; page++)
        tci_page_drop(ctx->view, event, TCI_SPACE_TICKET_TYPE, page);
}
