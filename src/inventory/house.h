/* A house: the seats and pools of one event, in hand for reading or changing. Every change of a
 * seat goes through tci_house_change, which keeps its word, the two-bit map, the counters, the ring
 * of changes and the event's inventory version together. Only src/inventory includes this.
 *
 * The event's HEAD page holds its slots, the ring and the first counters, so a hold dirties one
 * page for all of them; counters beyond go on in TCI_SPACE_STOCK. */
#ifndef TCI_HOUSE_H
#define TCI_HOUSE_H

#include "inventory/inventory.h"
#include "ticketcore/pool.h"
#include "ticketcore/seat.h"

enum {
    TCI_SEAT_VERSION_MAX = (1 << 29) - 1,
    /* A seat is taken only while this many changes are left to it: hold, sale, return and what an
     * administrator does between them can then never meet the end. */
    TCI_SEAT_VERSION_ROOM = 16,
    TCI_SEATS_PER_PAGE = TCI_PAGE_ROOM / 8,
    TCI_BITS_PER_PAGE = TCI_PAGE_ROOM * 4, /* seats of one page of the two-bit map */
    TCI_RING = 256,                        /* changes remembered one by one */
    TCI_STOCK_IN_HEAD = 126,               /* counters in the HEAD page */
    TCI_STOCK_TOTAL = 0,
    TCI_STOCK_CHANNEL = 1,                                   /* + channel */
    TCI_STOCK_CATEGORY = TCI_STOCK_CHANNEL + TC_CHANNELS_MAX /* + category - 1 */
};

/* Seats by state: free, held, sold, blocked, in the order of tc_seat_state. */
typedef struct tci_stock {
    uint32_t count[4];
} tci_stock;

typedef struct tci_house {
    tci_view *view;
    uint64_t event;
    uint32_t seats; /* numbers there are, retired ones included */
    uint32_t layout;
    uint32_t pools;
    uint32_t channels;     /* bit per channel that was ever allotted seats */
    uint32_t section_base; /* counter of section 1; section s is at + s - 1 */
    uint8_t *head;         /* the staged HEAD page; NULL until the first change */
} tci_house;

/* False when the event has no inventory: there is no such event. */
bool tci_house_open(tci_view *view, uint64_t event, tci_house *house);
uint64_t tci_house_version(const tci_house *house);

bool tci_house_seat(const tci_house *house, uint32_t seat, tci_seat *out);
uint8_t tci_house_channel(const tci_house *house, uint32_t seat);

/* Apply: one seat from what it is to a new state and owner; answers its new version. */
uint32_t tci_house_change(tci_house *house, uint32_t seat, const tci_seat *from, uint8_t state,
                          uint32_t owner);
/* Apply: another channel, a change like any other; answers the new version. */
uint32_t tci_house_allot(tci_house *house, uint32_t seat, const tci_seat *from, uint8_t channel);
/* Apply: write a seat's word and bits without counting; for making and refitting a house. */
void tci_house_write(tci_house *house, uint32_t seat, const tci_seat *word);
/* Apply: the inventory version moves on and the ring remembers which seat did it. */
void tci_house_log(tci_house *house, uint32_t seat);

void tci_house_stock(const tci_house *house, uint32_t index, tci_stock *out);
/* Apply: add to one counter of a state. */
void tci_house_count(tci_house *house, uint32_t index, uint8_t state, int32_t by);
/* Apply: a seat's state counts in all its counters, or no longer. Retired seats count nowhere. */
void tci_house_count_seat(tci_house *house, uint32_t seat, uint8_t channel, uint8_t state,
                          int32_t by);

/* Apply: places held and sold of the event, seats and pools together. */
void tci_house_places(tci_house *house, int64_t held, int64_t sold);
uint8_t *tci_house_head(tci_house *house);

/* The seat changed last at an inventory version that is still in the ring. */
uint32_t tci_house_ring(const tci_house *house, uint64_t version);

static inline uint64_t tci_seat_word(const tci_seat *seat) {
    TCI_ASSERT(seat->version <= (uint32_t)TCI_SEAT_VERSION_MAX);
    return (uint64_t)seat->owner << 32 | (uint64_t)seat->version << 3 | seat->state;
}
static inline tci_seat tci_seat_of(uint64_t word) {
    tci_seat seat = {(uint8_t)(word & 7), (uint32_t)word >> 3, (uint32_t)(word >> 32)};
    return seat;
}
/* How a state shows in the two-bit map. */
static inline uint8_t tci_seat_bits(uint8_t state) {
    return state == TC_SEAT_RETIRED ? TC_SEAT_BLOCKED : state;
}

/* A pool, one record. */
typedef struct tci_pool {
    uint32_t capacity;
    uint32_t held;
    uint32_t sold;
    uint32_t version;
    bool open;
    uint8_t channel;
} tci_pool;

bool tci_pool_load(const tci_house *house, uint32_t pool, tci_pool *out);
/* False when there is none. */
bool tci_pool_name(tci_view *view, uint64_t event, uint32_t pool, tci_slice *name);
void tci_pool_store(tci_house *house, uint32_t pool, const tci_pool *in);
/* Apply: add to held and sold, checking the sums. */
void tci_pool_move(tci_house *house, uint32_t pool, int64_t held, int64_t sold);

extern const tci_array tci_seats_array, tci_stock_array, tci_channel_array, tci_pools_array;

#endif
