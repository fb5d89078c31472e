/* Leased work: messages to send, payment commands to carry out. Items are records of the owner's
 * packed array, numbered in order; this keeps which of them is due. New work is taken first in
 * first out by number, which costs no index; only what must wait (a retry, a lease that may run
 * out, a not-before time) has a row (due time, number). The owner's record keeps its present
 * due_ms, 0 for "in the first-in-first-out path", and is the truth; this only finds it fast. */
#ifndef TCI_WORK_H
#define TCI_WORK_H

#include "store/array.h"

typedef struct tci_work {
    uint8_t due_space;  /* rows (due, number) */
    uint16_t next_slot; /* sequence of numbers */
    uint16_t head_slot; /* numbers below were taken from the first-in-first-out path */
} tci_work;

/* Looks through what is due at now_ms: waiting work first by time, then new work by number. The
 * owner checks each candidate's record: a new-work candidate whose record has due_ms != 0 or is
 * done is passed over (call tci_work_next again). */
typedef struct tci_work_iter {
    const tci_work *work;
    tci_view *view;
    tci_cursor cursor;
    int64_t now_ms;
    uint64_t next; /* new-work path: next number */
    uint64_t end;
    bool waiting; /* still in the waiting rows */
} tci_work_iter;

void tci_work_open(tci_work_iter *iter, const tci_work *work, tci_view *view, int64_t now_ms);
/* due_ms: the row's time for waiting work, 0 for new work. False when there is none left. */
bool tci_work_next(tci_work_iter *iter, uint64_t *number, int64_t *due_ms);
void tci_work_close(tci_work_iter *iter);

/* Move an item from one due time to another; 0 as `from`: it was new; 0 as `to`: it is finished.
 * The new-work head passes over numbers up to `number` when `from` is 0 and it was taken in order
 * (by a lease), so only a lease may pass from == 0 with `leased` true. */
void tci_work_move(tci_view *view, const tci_work *work, uint64_t number, int64_t from_ms,
                   int64_t to_ms, bool leased);

/* Due time of the earliest waiting item, INT64_MAX when nothing waits. New work is not counted. */
int64_t tci_work_earliest(tci_view *view, const tci_work *work);

#endif
