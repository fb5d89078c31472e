/* The face of the inventory for the rest of the domain: seats, pools and holds. */
#ifndef TCI_INVENTORY_H
#define TCI_INVENTORY_H

#include "catalog/catalog.h"

/* A seat, one word on disk: state (3 bits), version (29 bits), owner (32 bits: low half of the
 * hold's id while held, the ticket's number while sold). */
typedef struct tci_seat {
    uint8_t state;    /* a tc_seat_state */
    uint32_t version; /* 1 at birth, +1 a change */
    uint32_t owner;
} tci_seat;

bool tci_seat_load(tci_view *view, uint64_t event, uint32_t seat, tci_seat *out);

typedef struct tci_hold {
    uint64_t id;
    uint32_t version;
    uint8_t state;     /* a tc_hold_state: live, released, expired, sold */
    uint8_t ttl_class; /* 15: irregular, has a row in TCI_SPACE_HOLD_DUE */
    uint16_t channel;
    uint32_t item_count;
    uint64_t item_first;
    uint64_t next;  /* of its class's queue */
    uint64_t order; /* that claims it, 0: none */
    int64_t created_at_ms;
    int64_t expires_at_ms;
    uint8_t buyer[16];  /* keyed hash of the buyer's key; zero: none */
    uint8_t secret[16]; /* keyed hash */
} tci_hold;

typedef struct tci_hold_item {
    uint64_t event;
    bool pool;
    uint32_t target;   /* seat, or pool */
    uint32_t version;  /* of the seat after the hold took it: proof of ownership */
    uint32_t quantity; /* 1 for a seat */
} tci_hold_item;

bool tci_hold_load(tci_view *view, uint64_t hold, tci_hold *out);
bool tci_hold_item_load(tci_view *view, uint64_t index, tci_hold_item *out);

/* Decide: the hold exists, is live at ctx->now_ms and (secret_hash not NULL) is the secret's.
 * TC_E_NOT_FOUND (also for a wrong secret), TC_E_HOLD_EXPIRED, TC_E_HOLD_ENDED. Constant-time
 * compare. */
int32_t tci_hold_check(tci_ctx *ctx, uint64_t hold, const uint8_t *secret_hash, tci_hold *out);
/* Decide: may this live hold live until then (life caps of its events)? TC_OK or TC_E_HOLD_LIFE. */
int32_t tci_hold_check_until(tci_ctx *ctx, const tci_hold *hold, int64_t expires_at_ms);

/* Apply: the order claims the hold; while claimed, release by the buyer is refused (TC_E_STATE),
 * only the order releases it. expires_at_ms 0: keep. order 0: unclaim. */
void tci_hold_claim(tci_ctx *ctx, uint64_t hold, uint64_t order, int64_t expires_at_ms);
/* Apply: the live hold's seats and places become sold. tickets[i] is the number of the (first)
 * ticket of item i in that item's event; a pool item of quantity q has q consecutive tickets. */
void tci_hold_sell(tci_ctx *ctx, uint64_t hold, const uint32_t *tickets);
/* Apply: the live hold's seats and places become free; emits hold.released (or hold.expired). */
void tci_hold_free(tci_ctx *ctx, uint64_t hold, bool expired);

/* Decide, for late money: is everything the dead hold had still free (same seats, quantities)? Its
 * buyer's limits hold again. */
bool tci_hold_regain_check(tci_ctx *ctx, const tci_hold *hold);
/* Apply: make the dead hold live again until then, versions taken anew. Only after the check. */
void tci_hold_regain(tci_ctx *ctx, uint64_t hold, int64_t expires_at_ms);
/* Decide, for late money: equivalent seats (same event, category, channel, number; best available)
 * for every seat item of a dead hold, written to items (hold->item_count entries, pools as they
 * were). False when there are none. */
bool tci_hold_equivalent(tci_ctx *ctx, const tci_hold *hold, tci_hold_item *items);
/* Apply: a new hold of these items for the same buyer; answers its id. */
uint64_t tci_hold_make(tci_ctx *ctx, const tci_hold *like, const tci_hold_item *items,
                       uint32_t count, int64_t expires_at_ms);

/* Apply: a sold seat or sold places come back on sale (refund, void). The owner is the ticket. */
void tci_seat_return(tci_ctx *ctx, uint64_t event, uint32_t seat, uint32_t ticket);
void tci_pool_return(tci_ctx *ctx, uint64_t event, uint32_t pool, uint32_t quantity);
/* Apply: count what a buyer has bought back; the return calls do not know the buyer. */
void tci_buyer_return(tci_ctx *ctx, uint64_t event, const uint8_t buyer[16], uint32_t places);

/* Called by the catalog: has the event a pool of this number? */
bool tci_pool_exists(tci_view *view, uint64_t event, uint32_t pool);
/* Called by the catalog. Apply: a new event's seats, all free, version 1; nothing to do for layout
 * 0. */
void tci_inventory_create(tci_ctx *ctx, uint64_t event, uint32_t layout);
/* Decide: may the event move to this layout? Refuses TC_E_SEATS_IN_USE listing seats that would be
 * dropped or change their name while held, sold. */
int32_t tci_inventory_check_layout(tci_ctx *ctx, uint64_t event, uint32_t layout);
/* Apply: extend, retire and recount. */
void tci_inventory_set_layout(tci_ctx *ctx, uint64_t event, uint32_t layout);
/* Nothing held or sold: may be deleted. Sold counts also places of pools and refunded history. */
bool tci_inventory_is_untouched(tci_view *view, uint64_t event);
/* Apply: drop every record of the event's inventory. */
void tci_inventory_delete(tci_ctx *ctx, uint64_t event);

/* The engine's sweep hook (tci_domain.sweep). */
uint32_t tci_inventory_sweep(tci_ctx *ctx, uint32_t limit);

/* Proves the inventory's invariants; see engine/verify.h. */
struct tci_verify_sink;
void tci_inventory_verify(tci_view *view, int64_t now_ms, struct tci_verify_sink *sink);

extern const tci_op tci_op_hold_create, tci_op_hold_best, tci_op_hold_extend, tci_op_hold_release,
    tci_op_hold_expire, tci_op_hold_swap;
extern const tci_op tci_op_seat_block, tci_op_seat_unblock, tci_op_seat_channel;
extern const tci_op tci_op_pool_create, tci_op_pool_update, tci_op_sweep;

#endif
