/* Holds on their pages: records, items, the queues by which they expire, and those who are dead
 * though nothing has swept them yet. Only src/inventory includes this. */
#ifndef TCI_HOLD_H
#define TCI_HOLD_H

#include "inventory/house.h"
#include "ticketcore/hold.h"

enum {
    TCI_HOLD_CLASSES = 15,                 /* values of ttl_ms with a queue of their own */
    TCI_HOLD_IRREGULAR = 15,               /* the class of holds with a row in TCI_SPACE_HOLD_DUE */
    TCI_HOLD_KEEP_MS = 24 * 60 * 60 * 1000 /* how long ended holds can be read */
};

extern const tci_array tci_holds_array, tci_hold_items_array;

/* Dead at its millisecond, whatever the store says. */
static inline bool tci_hold_lives(const tci_hold *hold, int64_t now_ms) {
    return hold->state == TC_HOLD_LIVE && hold->expires_at_ms > now_ms;
}

void tci_hold_store(tci_view *view, const tci_hold *hold);
/* A fuller item: whether it counts in its buyer's row. */
bool tci_hold_item_load_counted(tci_view *view, uint64_t index, tci_hold_item *out, bool *counted);
void tci_hold_item_store(tci_view *view, uint64_t index, const tci_hold_item *item, bool counted);
/* The hold that owns a held seat, from the low half of its id. */
uint64_t tci_hold_of_owner(tci_view *view, uint32_t owner);

/* queue.c. Enter a new live hold into the queue of its time to live (sets its class), or among the
 * irregular ones when its expiry is not now + ttl_ms. Call before tci_hold_store. */
void tci_hold_enqueue(tci_ctx *ctx, tci_hold *hold, int64_t ttl_ms);
/* Apply: another expiry of a live hold, or life again for a dead one; it becomes irregular. */
void tci_hold_reschedule(tci_ctx *ctx, tci_hold *hold, int64_t expires_at_ms);
/* Apply: an irregular hold has ended. */
void tci_hold_unschedule(tci_ctx *ctx, const tci_hold *hold);
/* No hold of the class's queue from this one on dies before: created + ttl. INT64_MAX: empty. */
int64_t tci_queue_due(tci_view *view, uint32_t class, uint64_t *head, tci_hold *hold);
/* Not before this moment does any live hold die; INT64_MAX: none lives. */
int64_t tci_next_due(tci_view *view);
/* Bring TCI_SLOT_NEXT_DUE up to date. */
void tci_next_due_refresh(tci_ctx *ctx);
/* Take the head of a class's queue off. */
void tci_queue_pop(tci_ctx *ctx, uint32_t class, const tci_hold *head);
tci_key tci_due_key(int64_t expires_at_ms, uint64_t hold);

/* Every hold that is dead at now_ms and not yet swept, each once. */
typedef struct tci_dead {
    tci_view *view;
    int64_t now_ms;
    uint32_t class;
    uint64_t next;
    bool rows;  /* walking TCI_SPACE_HOLD_DUE */
    bool ended; /* nothing more */
    tci_cursor cursor;
} tci_dead;

void tci_dead_open(tci_dead *dead, tci_view *view, int64_t now_ms);
bool tci_dead_next(tci_dead *dead, tci_hold *hold);
void tci_dead_close(tci_dead *dead);

/* Apply: what hold.created and its like carry: items as (event, target, version), after `head`. */
void tci_hold_emit(tci_ctx *ctx, uint16_t type, const tci_hold *hold, const void *head,
                   size_t head_len, const tci_hold_item *items, uint32_t count);

/* buyer.c. Places a buyer holds and owns in an event, counted where the event has a limit. */
typedef struct tci_buyer {
    uint32_t held;
    uint32_t sold;
} tci_buyer;
bool tci_buyer_known(const uint8_t buyer[16]);
tci_buyer tci_buyer_load(tci_view *view, uint64_t event, const uint8_t buyer[16]);
void tci_buyer_move(tci_view *view, uint64_t event, const uint8_t buyer[16], int64_t held,
                    int64_t sold);

#endif
