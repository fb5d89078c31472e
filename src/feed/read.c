/* Reading the feed's records from a view. The engine wrote them; each holds whole events, numbered
 * without gaps. A hole or a malformed record is corruption and is said, never skipped. */
#include "feed/feed.h"

uint64_t tci_feed_oldest(tci_view *view) {
    uint64_t oldest = tci_slot_get(view, 0, TCI_SLOT_FEED_OLDEST);
    return oldest ? oldest : 1;
}

uint64_t tci_feed_end(tci_view *view) {
    return tci_slot_peek(view, 0, TCI_SLOT_FEED_NEXT);
}

bool tci_feed_record_read(tci_slice value, tci_feed_record *record) {
    tci_reader reader = tci_reader_of(value);
    record->first = tci_read_u64(&reader);
    record->time_ms = tci_read_i64(&reader);
    record->batch = tci_read_u64(&reader);
    record->count = tci_read_u32(&reader);
    if (reader.failed || record->first == 0 || record->count == 0) return false;
    record->frames = tci_slice_of(reader.at, tci_reader_left(&reader));
    return true;
}

bool tci_feed_frame_read(tci_slice *frames, tc_feed_event *event) {
    tci_reader reader = tci_reader_of(*frames);
    uint16_t type = tci_read_u16(&reader);
    uint16_t payload_size = tci_read_u16(&reader);
    uint64_t show = tci_read_u64(&reader);
    uint64_t subject = tci_read_u64(&reader);
    uint64_t version = tci_read_u64(&reader);
    const uint8_t *payload = tci_read_bytes(&reader, payload_size);
    if (reader.failed) return false;
    event->type = type;
    event->payload_size = payload_size;
    event->event = show;
    event->subject = subject;
    event->version = version;
    event->payload = payload;
    *frames = tci_slice_of(reader.at, tci_reader_left(&reader));
    return true;
}

static tci_key record_key(uint64_t sequence) {
    tci_key key = tci_key_of(0, TCI_SPACE_FEED);
    tci_key_u64(&key, sequence);
    return key;
}

/* Keys hold first sequence numbers. A consumer mostly stands at one; else the record that holds the
 * sequence begins at most a record's worth of frames before it. */
static tci_key first_key(tci_view *view, uint64_t sequence) {
    tci_key exact = record_key(sequence);
    tci_slice value;
    if (tci_row_get(view, &exact, &value)) return exact;
    uint64_t back = TCI_FEED_RECORD_FRAMES_MAX;
    return record_key(sequence > back ? sequence - back : 1);
}

/* Take the events of one record from `*sequence` on. False when the record is malformed. */
static bool take_record(const tci_feed_record *record, uint64_t *sequence, tc_feed_event *events,
                        uint32_t capacity, uint32_t *count) {
    tci_slice frames = record->frames;
    for (uint32_t i = 0; i < record->count; i++) {
        tc_feed_event event;
        if (!tci_feed_frame_read(&frames, &event)) return false;
        if (record->first + i < *sequence) continue;
        if (*count == capacity) return true;
        event.sequence = record->first + i;
        event.time_ms = record->time_ms;
        event.commit = record->batch;
        events[(*count)++] = event;
        *sequence = event.sequence + 1;
    }
    return frames.len == 0;
}

int32_t tci_feed_read(tci_view *view, uint64_t sequence, tc_feed_event *events, uint32_t capacity,
                      uint32_t *count) {
    uint64_t end = tci_feed_end(view);
    int32_t code = TC_OK;
    *count = 0;
    if (sequence >= end) return TC_OK;
    tci_key prefix = tci_key_of(0, TCI_SPACE_FEED);
    tci_key from = first_key(view, sequence);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, &from);
    while (*count < capacity && sequence < end) {
        tci_feed_record record;
        if (!tci_cursor_next(&cursor, &key, &value) || !tci_feed_record_read(value, &record)) {
            code = TC_E_CORRUPT;
            break;
        }
        if (record.first + record.count <= sequence) continue;
        if (record.first > sequence || !take_record(&record, &sequence, events, capacity, count)) {
            code = TC_E_CORRUPT;
            break;
        }
    }
    tci_cursor_close(&cursor);
    TCI_DEBUG_ASSERT(*count <= capacity);
    return code;
}
