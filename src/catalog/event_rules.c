/* What every hot path asks of an event: its rules, in the HEAD page the batch has in hand anyway,
 * and its texts. Called by all of the domain; must never touch the inventory. */
#include "catalog/event.h"
#include "catalog/venue.h"

/* The record: 64 slots of 8 bytes from TCI_SLOT_EVENT_RULES on. Offsets are disk format. */
enum {
    AT_VERSION = 0,
    AT_STATUS = 4,
    AT_VENUE = 8,
    AT_MAP = 16,
    AT_LAYOUT = 24,
    AT_SEATS = 28,
    AT_FLAGS = 32,
    AT_LATE_MONEY = 36,
    AT_LIMIT_PER_BUYER = 40,
    AT_LIMIT_PER_ORDER = 44,
    AT_STARTS = 48,
    AT_ENDS = 56,
    AT_SALE_FROM = 64,
    AT_SALE_UNTIL = 72,
    AT_HOLD_TTL = 80,
    AT_HOLD_LIFE = 88,
    AT_CURRENCY = 96,
    AT_CAPTURE = 100,
    AT_MAP_VERSION = 104,
    RULES_BYTES = 512
};

static const uint8_t *rules_at(tci_view *view, uint64_t event) {
    const uint8_t *page = event ? tci_head_read(view, event) : NULL;
    return page ? page + TCI_SLOT_EVENT_RULES * 8 : NULL;
}

bool tci_event_rules_load(tci_view *view, uint64_t event, tci_event_rules *rules) {
    const uint8_t *at = rules_at(view, event);
    if (!at || tci_load32(at + AT_VERSION) == 0) return false;
    *rules = (tci_event_rules){
        .venue = tci_load64(at + AT_VENUE),
        .map = tci_load64(at + AT_MAP),
        .layout = tci_load32(at + AT_LAYOUT),
        .seats = tci_load32(at + AT_SEATS),
        .status = tci_load32(at + AT_STATUS),
        .flags = tci_load32(at + AT_FLAGS),
        .version = tci_load32(at + AT_VERSION),
        .limit_per_buyer = tci_load32(at + AT_LIMIT_PER_BUYER),
        .limit_per_order = tci_load32(at + AT_LIMIT_PER_ORDER),
        .late_money = tci_load32(at + AT_LATE_MONEY),
        .starts_at_ms = tci_load_i64(at + AT_STARTS),
        .ends_at_ms = tci_load_i64(at + AT_ENDS),
        .sale_from_ms = tci_load_i64(at + AT_SALE_FROM),
        .sale_until_ms = tci_load_i64(at + AT_SALE_UNTIL),
        .hold_ttl_ms = tci_load_i64(at + AT_HOLD_TTL),
        .hold_life_ms = tci_load_i64(at + AT_HOLD_LIFE),
        .capture = at[AT_CAPTURE],
    };
    memcpy(rules->currency, at + AT_CURRENCY, 3);
    return true;
}

void tci_event_rules_store(tci_view *view, uint64_t event, const tci_event_rules *rules,
                           uint32_t map_version) {
    TCI_ASSERT(event != 0 && rules->version != 0);
    TCI_ASSERT((rules->layout == 0) == (map_version == 0));
    uint8_t *at = tci_page_write(view, event, TCI_SPACE_HEAD, 0) + TCI_SLOT_EVENT_RULES * 8;
    memset(at, 0, RULES_BYTES);
    tci_store32(at + AT_VERSION, rules->version);
    tci_store32(at + AT_STATUS, rules->status);
    tci_store64(at + AT_VENUE, rules->venue);
    tci_store64(at + AT_MAP, rules->map);
    tci_store32(at + AT_LAYOUT, rules->layout);
    tci_store32(at + AT_SEATS, rules->seats);
    tci_store32(at + AT_FLAGS, rules->flags);
    tci_store32(at + AT_LATE_MONEY, rules->late_money);
    tci_store32(at + AT_LIMIT_PER_BUYER, rules->limit_per_buyer);
    tci_store32(at + AT_LIMIT_PER_ORDER, rules->limit_per_order);
    tci_store_i64(at + AT_STARTS, rules->starts_at_ms);
    tci_store_i64(at + AT_ENDS, rules->ends_at_ms);
    tci_store_i64(at + AT_SALE_FROM, rules->sale_from_ms);
    tci_store_i64(at + AT_SALE_UNTIL, rules->sale_until_ms);
    tci_store_i64(at + AT_HOLD_TTL, rules->hold_ttl_ms);
    tci_store_i64(at + AT_HOLD_LIFE, rules->hold_life_ms);
    memcpy(at + AT_CURRENCY, rules->currency, 3);
    at[AT_CAPTURE] = rules->capture;
    tci_store32(at + AT_MAP_VERSION, map_version);
}

uint32_t tci_event_map_version(tci_view *view, uint64_t event) {
    const uint8_t *at = rules_at(view, event);
    return at ? tci_load32(at + AT_MAP_VERSION) : 0;
}

bool tci_event_is_on_sale(const tci_event_rules *rules, int64_t now_ms) {
    int64_t until = rules->sale_until_ms ? rules->sale_until_ms : rules->starts_at_ms;
    return rules->status == TC_EVENT_ON_SALE && now_ms >= rules->sale_from_ms && now_ms < until;
}

int32_t tci_event_check_on_sale(tci_ctx *ctx, uint64_t event, const tci_event_rules *rules) {
    if (tci_event_is_on_sale(rules, ctx->now_ms)) return TC_OK;
    const char *why = "the event's sale has ended";
    if (rules->status != TC_EVENT_ON_SALE) why = "the event is not on sale";
    else if (ctx->now_ms < rules->sale_from_ms) why = "the event's sale has not begun";
    int32_t code = tci_refuse(ctx, TC_E_NOT_ON_SALE, "event", event, why);
    ctx->refusal.event = event;
    return code;
}

static tci_key doc_key(uint64_t event) {
    return tci_key_of(event, TCI_SPACE_EVENT);
}

bool tci_event_doc_load(tci_view *view, uint64_t event, tci_event_doc *doc) {
    tci_key key = doc_key(event);
    tci_slice value;
    if (event == 0) return false;
    if (!tci_row_get(view, &key, &value)) {
        tci_event_rules rules;
        if (tci_event_rules_load(view, event, &rules)) tci_view_missing(view, &key);
        return false;
    }
    tci_reader reader = tci_reader_of(value);
    doc->created_at_ms = tci_read_i64(&reader);
    doc->updated_at_ms = tci_read_i64(&reader);
    doc->name = tci_read_text(&reader);
    doc->description = tci_read_text(&reader);
    doc->category = tci_read_text(&reader);
    uint32_t tags_count = tci_read_u32(&reader);
    doc->tags_count = TCI_MIN(tags_count, (uint32_t)TC_TAGS_MAX);
    for (uint32_t i = 0; i < doc->tags_count; i++) doc->tags[i] = tci_read_text(&reader);
    return !reader.failed;
}

void tci_event_doc_store(tci_ctx *ctx, uint64_t event, const tci_event_doc *doc) {
    TCI_ASSERT(event != 0 && doc->tags_count <= TC_TAGS_MAX);
    size_t room = 64 + doc->name.len + doc->description.len + doc->category.len;
    for (uint32_t i = 0; i < doc->tags_count; i++) room += 4 + doc->tags[i].len;
    tci_buf buf;
    tci_buf_init(&buf, tci_arena_alloc(ctx->arena, room), room);
    tci_buf_i64(&buf, doc->created_at_ms);
    tci_buf_i64(&buf, doc->updated_at_ms);
    tci_buf_text(&buf, doc->name);
    tci_buf_text(&buf, doc->description);
    tci_buf_text(&buf, doc->category);
    tci_buf_u32(&buf, doc->tags_count);
    for (uint32_t i = 0; i < doc->tags_count; i++) tci_buf_text(&buf, doc->tags[i]);
    tci_key key = doc_key(event);
    tci_row_put(ctx->view, &key, tci_buf_slice(&buf));
    tci_buf_free(&buf);
}

static void copy_name(char *name, tci_slice text) {
    size_t len = TCI_MIN(text.len, (size_t)TC_NAME_MAX);
    if (len) memcpy(name, text.data, len);
    name[len] = '\0';
}

void tci_event_name(tci_view *view, uint64_t event, char *name) {
    tci_event_doc doc;
    copy_name(name, tci_event_doc_load(view, event, &doc) ? doc.name : tci_slice_str(""));
}

void tci_event_venue_name(tci_view *view, uint64_t event, char *name) {
    tci_event_rules rules;
    tci_venue venue;
    bool found =
        tci_event_rules_load(view, event, &rules) && tci_venue_must(view, rules.venue, &venue);
    copy_name(name, found ? venue.name : tci_slice_str(""));
}
