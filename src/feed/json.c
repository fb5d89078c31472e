/* An event of record as one line of JSON. The payload is decoded by the layout its type has in
 * types.def, so a new type needs no code here. Must never fail: what it cannot decode it writes as
 * hexadecimal digits and says so. */
#include <inttypes.h>
#include <stdio.h>

#include "feed/feed.h"

static void put(tci_buf *out, const char *text) {
    tci_buf_bytes(out, text, strlen(text));
}

static void put_u64(tci_buf *out, uint64_t value) {
    char text[24];
    int n = snprintf(text, sizeof text, "%" PRIu64, value);
    tci_buf_bytes(out, text, (size_t)n);
}

static void put_i64(tci_buf *out, int64_t value) {
    char text[24];
    int n = snprintf(text, sizeof text, "%" PRId64, value);
    tci_buf_bytes(out, text, (size_t)n);
}

static void put_member(tci_buf *out, const char *name, uint64_t value) {
    put(out, ",\"");
    put(out, name);
    put(out, "\":");
    put_u64(out, value);
}

/* One "name:type" of a layout. Answers where the next begins, NULL at the end of this part. */
static const char *put_field(tci_buf *out, const char *field, tci_reader *payload, bool comma) {
    const char *colon = strchr(field, ':');
    TCI_DEBUG_ASSERT(colon);
    if (comma) put(out, ",");
    put(out, "\"");
    tci_buf_bytes(out, field, (size_t)(colon - field));
    put(out, "\":");
    const char *type = colon + 1;
    size_t type_len = strcspn(type, " )");
    if (strncmp(type, "u8", type_len) == 0) put_u64(out, tci_read_u8(payload));
    else if (strncmp(type, "u16", type_len) == 0) put_u64(out, tci_read_u16(payload));
    else if (strncmp(type, "u32", type_len) == 0) put_u64(out, tci_read_u32(payload));
    else if (strncmp(type, "i64", type_len) == 0) put_i64(out, tci_read_i64(payload));
    else put_u64(out, tci_read_u64(payload));
    const char *next = type + type_len;
    while (*next == ' ') next++;
    return *next == '\0' || *next == ')' ? NULL : next;
}

static void put_repeated(tci_buf *out, const char *layout, tci_reader *payload, bool comma) {
    put(out, comma ? ",\"items\":[" : "\"items\":[");
    for (bool first = true; tci_reader_left(payload) != 0 && !payload->failed; first = false) {
        put(out, first ? "{" : ",{");
        bool inner = false;
        for (const char *field = layout; field && !payload->failed; inner = true)
            field = put_field(out, field, payload, inner);
        put(out, "}");
    }
    put(out, "]");
}

static void put_hex(tci_buf *out, const tc_feed_event *event) {
    static const char DIGITS[] = "0123456789abcdef";
    const uint8_t *at = event->payload;
    put(out, ",\"payload_hex\":\"");
    for (uint32_t i = 0; i < event->payload_size; i++) {
        tci_buf_u8(out, (uint8_t)DIGITS[at[i] >> 4]);
        tci_buf_u8(out, (uint8_t)DIGITS[at[i] & 15]);
    }
    put(out, "\"");
}

static void put_payload(tci_buf *out, const char *layout, const tc_feed_event *event) {
    tci_reader payload = tci_reader_of(tci_slice_of(event->payload, event->payload_size));
    const char *field = *layout ? layout : NULL;
    size_t before = out->len;
    if (field) put(out, ",\"data\":{");
    for (bool comma = false; field && !payload.failed; comma = true) {
        if (field[0] == '*') {
            put_repeated(out, field + 2, &payload, comma);
            field = NULL;
        } else {
            field = put_field(out, field, &payload, comma);
        }
    }
    if (out->len != before) put(out, "}");
    if (tci_reader_done(&payload)) return;
    out->len = before; /* not this layout: nothing half decoded stays */
    put_hex(out, event);
}

void tci_feed_json(const tc_feed_event *event, tci_buf *out) {
    const tci_feed_type *type = tci_feed_type_find(event->type);
    put(out, "{\"sequence\":");
    put_u64(out, event->sequence);
    put(out, ",\"time_ms\":");
    put_i64(out, event->time_ms);
    put_member(out, "commit", event->commit);
    if (type) {
        put(out, ",\"type\":\"");
        put(out, type->name);
        put(out, "\"");
    } else {
        put_member(out, "type", event->type);
    }
    bool about_event = type && strcmp(type->subject, "event") == 0;
    if (event->event != 0 && !about_event) put_member(out, "event", event->event);
    put_member(out, type ? type->subject : "subject", event->subject);
    put_member(out, "version", event->version);
    if (type) put_payload(out, type->payload, event);
    else if (event->payload_size) put_hex(out, event);
    put(out, "}");
}
