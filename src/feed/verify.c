/* Proves the feed: numbers without a gap from the oldest kept to the end, every frame whole and of
 * a known type, time and batch never running backward, every consumer at a place the feed has. */
#include <stdio.h>

#include "engine/verify.h"
#include "feed/feed.h"

typedef struct walk {
    tci_verify_sink *sink;
    uint64_t expected;
    int64_t time_ms;
    uint64_t batch;
} walk;

static void fault(tci_verify_sink *sink, const char *what, uint64_t subject, const char *sentence) {
    sink->fault(sink->user_data, what, 0, subject, sentence);
}

static void check_frames(walk *at, const tci_feed_record *record) {
    tci_slice frames = record->frames;
    for (uint32_t i = 0; i < record->count; i++) {
        tc_feed_event event;
        if (!tci_feed_frame_read(&frames, &event)) {
            fault(at->sink, "feed record", record->first, "a record ends within an event");
            return;
        }
        if (!tci_feed_type_find(event.type))
            fault(at->sink, "feed event", record->first + i, "an event has an unknown type");
    }
    if (frames.len != 0)
        fault(at->sink, "feed record", record->first, "a record has bytes behind its last event");
}

static void check_record(walk *at, tci_slice key, tci_slice value) {
    tci_feed_record record;
    at->sink->checked++;
    if (!tci_feed_record_read(value, &record)) {
        fault(at->sink, "feed record", at->expected, "a record's head is malformed");
        return;
    }
    if (key.len != 17 || tci_load64_be((const uint8_t *)key.data + 9) != record.first)
        fault(at->sink, "feed record", record.first, "a record stands under another number");
    if (record.first != at->expected)
        fault(at->sink, "feed numbers", record.first, "event numbers have a gap or overlap");
    if (record.count > TCI_FEED_RECORD_FRAMES_MAX)
        fault(at->sink, "feed record", record.first, "a record has more events than one may hold");
    if (record.time_ms < at->time_ms || record.batch < at->batch)
        fault(at->sink, "feed order", record.first, "time or batch number runs backward");
    at->expected = record.first + record.count;
    at->time_ms = record.time_ms;
    at->batch = record.batch;
    check_frames(at, &record);
}

static void verify_consumers(tci_view *view, tci_verify_sink *sink) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_CONSUMER);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t end = tci_feed_end(view);
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_consumer consumer;
        sink->checked++;
        if (!tci_consumer_read(value, &consumer) || consumer.version == 0)
            fault(sink, "feed consumer", 0, "a consumer's record is malformed");
        else if (consumer.position == 0 || consumer.position > end)
            fault(sink, "feed consumer", consumer.position, "a consumer stands outside the feed");
    }
    tci_cursor_close(&cursor);
}

void tci_feed_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    walk at = {sink, tci_feed_oldest(view), INT64_MIN, 0};
    tci_key prefix = tci_key_of(0, TCI_SPACE_FEED);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) check_record(&at, key, value);
    tci_cursor_close(&cursor);
    if (at.expected != tci_feed_end(view))
        fault(sink, "feed numbers", at.expected,
              "the last record does not end where the feed does");
    if (at.time_ms > now_ms && at.time_ms != INT64_MIN)
        fault(sink, "feed order", at.expected, "the newest event is later than the clock");
    if (at.batch > tci_slot_get(view, 0, TCI_SLOT_BATCH))
        fault(sink, "feed order", at.expected, "the newest event is of a commit yet to come");
    if (at.time_ms > (int64_t)tci_slot_get(view, 0, TCI_SLOT_CLOCK))
        fault(sink, "feed order", at.expected, "the newest event is later than the last commit");
    verify_consumers(view, sink);
}
