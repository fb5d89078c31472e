/* The face of the feed: its table of event types, reading records of the store, consumers. The
 * engine writes the records (src/engine/events.c); nothing here emits events, because a consumer
 * that moved would then have moved the feed. */
#ifndef TCI_FEED_H
#define TCI_FEED_H

#include "engine/command.h"
#include "ticketcore/feed.h"

/* Record: first sequence (8), time (8), batch (8), count (4), then the frames. */
#define TCI_FEED_RECORD_HEAD 28u
/* Frame: type (2), payload length (2), event (8), subject (8), version (8), payload. */
#define TCI_FEED_FRAME_HEAD 28u
/* No record has more frames: it fits a page unless it is a single frame. */
#define TCI_FEED_RECORD_FRAMES_MAX 160u

/* One line of src/feed/types.def. */
typedef struct tci_feed_type {
    uint32_t number;
    const char *name;
    const char *subject; /* what the subject is: "hold" */
    const char *payload; /* "name:type name:type *(name:type)" */
} tci_feed_type;

/* NULL for an unknown type. */
const tci_feed_type *tci_feed_type_find(uint32_t number);
const tci_feed_type *tci_feed_type_at(size_t index); /* NULL behind the last */

/* The feed's ends: the oldest event kept, and the number the next one will get. */
uint64_t tci_feed_oldest(tci_view *view);
uint64_t tci_feed_end(tci_view *view);

/* Read up to `capacity` events from `sequence` (oldest … end) on; answers TC_OK or TC_E_CORRUPT. */
int32_t tci_feed_read(tci_view *view, uint64_t sequence, tc_feed_event *events, uint32_t capacity,
                      uint32_t *count);

/* One line of JSON, without a line feed. */
void tci_feed_json(const tc_feed_event *event, tci_buf *out);

/* A record's head. False when it is malformed. */
typedef struct tci_feed_record {
    uint64_t first;
    int64_t time_ms;
    uint64_t batch;
    uint32_t count;
    tci_slice frames;
} tci_feed_record;
bool tci_feed_record_read(tci_slice value, tci_feed_record *record);
/* The next frame of a record; false at its end or when malformed (then `frames` keeps bytes). */
bool tci_feed_frame_read(tci_slice *frames, tc_feed_event *event);

/* Consumers: rows by name. */
typedef struct tci_consumer {
    uint64_t position;
    uint64_t version;
    int64_t updated_at_ms;
} tci_consumer;
bool tci_consumer_load(tci_view *view, tci_slice name, tci_consumer *out);
bool tci_consumer_read(tci_slice value, tci_consumer *out);
/* Where the slowest consumer stands; UINT64_MAX when there is none. */
uint64_t tci_consumer_slowest(tci_view *view);

struct tci_verify_sink;
void tci_feed_verify(tci_view *view, int64_t now_ms, struct tci_verify_sink *sink);

extern const tci_op tci_op_consumer_set, tci_op_consumer_delete, tci_op_feed_prune;

#endif
