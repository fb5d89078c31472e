/* What a frame of the log says: the records a commit changed, each as the bytes that differ from
 * what was there before, or whole. Playing a frame needs nothing but what was there before, so it
 * is exact whatever the version of the code above. Used by store_log*.c only. */
#ifndef TCI_LOG_FRAME_H
#define TCI_LOG_FRAME_H

#include "base/codec.h"
#include "store/store.h"

/* One record of a frame. */
typedef struct tci_change {
    tci_slice key;
    uint8_t kind;
    uint32_t len;   /* of the record, once made */
    tci_slice data; /* whole: the record; patch: its runs */
} tci_change;

enum { TCI_CHANGE_WHOLE = 1, TCI_CHANGE_PATCH = 2, TCI_CHANGE_DROP = 3 };

/* Append a record's change. `before` empty: there was none (it counts as zeros). */
void tci_frame_put(tci_buf *frame, tci_slice key, tci_slice before, tci_slice now);
void tci_frame_drop(tci_buf *frame, tci_slice key);

/* The next change; false at the end, or when the bytes are none of ours (the reader has failed). */
bool tci_frame_next(tci_reader *reader, tci_change *change);
/* Make the record into `room` of change->len bytes; false: a run lies outside. */
bool tci_frame_make(const tci_change *change, tci_slice before, uint8_t *room);

#endif
