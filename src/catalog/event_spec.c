/* The event commands as bytes: what src/api writes and decide reads. The order of the fields is
 * part of the command's version. */
#include "catalog/event.h"

void tci_event_spec_write(tci_buf *buf, const tci_event_spec *spec) {
    TCI_DEBUG_ASSERT(spec->tags_count <= TC_TAGS_MAX);
    tci_buf_u64(buf, spec->event);
    tci_buf_u64(buf, spec->expected_version);
    tci_buf_u32(buf, spec->fields);
    tci_buf_u32(buf, spec->map_version);
    tci_buf_u64(buf, spec->venue);
    tci_buf_u64(buf, spec->map);
    tci_buf_i64(buf, spec->starts_at_ms);
    tci_buf_i64(buf, spec->ends_at_ms);
    tci_buf_i64(buf, spec->sale_from_ms);
    tci_buf_i64(buf, spec->sale_until_ms);
    tci_buf_i64(buf, spec->hold_ttl_ms);
    tci_buf_i64(buf, spec->hold_life_ms);
    tci_buf_u32(buf, spec->status);
    tci_buf_u32(buf, spec->rules);
    tci_buf_u32(buf, spec->late_money);
    tci_buf_u32(buf, spec->capture);
    tci_buf_u32(buf, spec->limit_per_buyer);
    tci_buf_u32(buf, spec->limit_per_order);
    tci_buf_bytes(buf, spec->currency, sizeof spec->currency);
    tci_buf_text(buf, spec->name);
    tci_buf_text(buf, spec->description);
    tci_buf_text(buf, spec->category);
    tci_buf_u32(buf, spec->tags_count);
    for (uint32_t i = 0; i < spec->tags_count; i++) tci_buf_text(buf, spec->tags[i]);
}

static bool is_time(int64_t ms) {
    return ms >= 0 && ms <= TC_TIME_MS_MAX;
}

bool tci_event_spec_read(tci_slice command, tci_event_spec *spec) {
    tci_reader reader = tci_reader_of(command);
    memset(spec, 0, sizeof *spec);
    spec->event = tci_read_u64(&reader);
    spec->expected_version = tci_read_u64(&reader);
    spec->fields = tci_read_u32(&reader);
    spec->map_version = tci_read_u32(&reader);
    spec->venue = tci_read_u64(&reader);
    spec->map = tci_read_u64(&reader);
    spec->starts_at_ms = tci_read_i64(&reader);
    spec->ends_at_ms = tci_read_i64(&reader);
    spec->sale_from_ms = tci_read_i64(&reader);
    spec->sale_until_ms = tci_read_i64(&reader);
    spec->hold_ttl_ms = tci_read_i64(&reader);
    spec->hold_life_ms = tci_read_i64(&reader);
    spec->status = tci_read_u32(&reader);
    spec->rules = tci_read_u32(&reader);
    spec->late_money = tci_read_u32(&reader);
    spec->capture = tci_read_u32(&reader);
    spec->limit_per_buyer = tci_read_u32(&reader);
    spec->limit_per_order = tci_read_u32(&reader);
    const uint8_t *currency = tci_read_bytes(&reader, sizeof spec->currency);
    if (currency) memcpy(spec->currency, currency, 3);
    spec->name = tci_read_text(&reader);
    spec->description = tci_read_text(&reader);
    spec->category = tci_read_text(&reader);
    spec->tags_count = tci_read_u32(&reader);
    if (spec->tags_count > TC_TAGS_MAX) return false;
    for (uint32_t i = 0; i < spec->tags_count; i++) {
        spec->tags[i] = tci_read_text(&reader);
        if (spec->tags[i].len > TC_LABEL_MAX) return false;
    }
    bool times = !(spec->fields & TC_EVENT_FIELD_TIMES) ||
                 (is_time(spec->starts_at_ms) && is_time(spec->ends_at_ms));
    bool sale = !(spec->fields & TC_EVENT_FIELD_SALE_WINDOW) ||
                (is_time(spec->sale_from_ms) && is_time(spec->sale_until_ms));
    bool holds = !(spec->fields & TC_EVENT_FIELD_HOLD_TIMES) ||
                 (spec->hold_ttl_ms >= 0 && spec->hold_ttl_ms <= TC_HOLD_TTL_MS_MAX &&
                  spec->hold_life_ms >= 0 && spec->hold_life_ms <= TC_HOLD_TTL_MS_MAX);
    return tci_reader_done(&reader) && times && sale && holds && spec->name.len <= TC_NAME_MAX &&
           spec->description.len <= TC_TEXT_MAX && spec->category.len <= TC_LABEL_MAX;
}
