/* Taking seats and places for a hold: judged as a whole, then done as a whole. Every way to make a
 * hold (named, best, swap, late money) ends here. Only src/inventory includes this. */
#ifndef TCI_TAKE_H
#define TCI_TAKE_H

#include "inventory/hold.h"

typedef struct tci_take_item {
    uint64_t event;
    uint32_t target;   /* seat, or pool */
    uint32_t quantity; /* 1 for a seat */
    uint32_t expected; /* version of a seat, 0: any */
    bool pool;
} tci_take_item;

/* An event of the take. */
typedef struct tci_take_event {
    uint64_t event;
    tci_event_rules rules;
    tci_house house;
    uint64_t places; /* taken of it */
} tci_take_event;

typedef struct tci_take {
    tci_take_item *items; /* arena; in the order the caller wants them back */
    uint32_t count;
    uint32_t flags; /* tc_hold_flag values */
    uint16_t channel;
    uint8_t buyer[16];       /* keyed hash, zero: none */
    const tci_hold *instead; /* swap: its seats and places count as free; or NULL */
    bool irregular;          /* its expiry is nobody's usual time to live: no queue for it */
    /* filled by the judgement */
    const tci_take_item **sorted; /* seats first, then by event and target */
    tci_take_event *events;       /* in order of their id */
    uint32_t event_count;
    int64_t ttl_default_ms; /* shortest of the events */
    int64_t life_cap_ms;    /* likewise */
} tci_take;

/* Decide: may all of it be taken? Refuses with every conflicting seat listed. */
int32_t tci_take_check(tci_ctx *ctx, tci_take *take);
/* Apply: take it for a new hold that lives until then; `first_at_ms` is when its life began.
 * Emits hold.created, answers the hold as stored; item versions go to `versions` when not NULL. */
tci_hold tci_take_apply(tci_ctx *ctx, const tci_take *take, const uint8_t secret[16],
                        int64_t first_at_ms, int64_t expires_at_ms, uint32_t *versions);
/* Apply: take the items of a record that exists (its id, item_first and item_count are set); writes
 * its items. For new holds and for holds that live again. */
void tci_take_items(tci_ctx *ctx, const tci_hold *hold, tci_hold_item *items);

const tci_take_event *tci_take_event_of(const tci_take *take, uint64_t event);
/* Is this seat among those taken? */
bool tci_take_has(const tci_take *take, uint64_t event, uint32_t seat);
/* A seat as the take sees it: seats of the hold it replaces are free. */
bool tci_take_seat_free(const tci_take *take, const tci_seat *seat);

/* Add one seat to the refusal's list; `seat` NULL: its state does not matter. */
void tci_conflict_seat(tci_ctx *ctx, const tci_take_item *item, const tci_seat *seat);
/* Held on the page by a hold that is dead and unswept: the engine must sweep before deciding. */
bool tci_seat_swept_late(tci_ctx *ctx, const tci_seat *seat);

/* orphan.c. Decide: would the take leave a single seat that another choice avoids? */
int32_t tci_orphan_check(tci_ctx *ctx, const tci_take *take, const tci_take_event *event);

/* How long a new hold may live, judged after tci_take_check. TC_OK or TC_E_HOLD_LIFE. */
int32_t tci_take_expiry(tci_ctx *ctx, const tci_take *take, int64_t first_at_ms, int64_t ttl_ms,
                        int64_t *expires_at_ms);

/* May a hold of `channel` take seats of `other`? */
static inline bool tci_channel_open(uint16_t channel, uint8_t other) {
    return other == TC_CHANNEL_PUBLIC || other == channel;
}

#endif
