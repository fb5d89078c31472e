/* What a reader sees at its moment. The counters and the two-bit map are exact when nothing that is
 * dead lies unswept, which one comparison tells; else the few dead holds are walked and what they
 * still have on the pages is taken off the answer. Only reads. */
#include "inventory/availability.h"

#include <stdlib.h>

/* Calls `each` for every item of this house that a dead hold still has. A number the house does not
 * know (a damaged store) goes to nobody. */
typedef void (*dead_item)(void *user_data, const tci_hold_item *item);

static void walk_dead(const tci_house *house, int64_t now_ms, dead_item each, void *user_data) {
    tci_view *view = house->view;
    tci_dead dead;
    tci_hold hold;
    tci_dead_open(&dead, view, now_ms);
    while (tci_dead_next(&dead, &hold)) {
        for (uint32_t i = 0; i < hold.item_count; i++) {
            tci_hold_item item;
            if (!tci_hold_item_load(view, hold.item_first + i, &item)) continue;
            if (item.event == house->event && (item.pool || item.target < house->seats))
                each(user_data, &item);
        }
    }
    tci_dead_close(&dead);
}

static void take_off_totals(void *user_data, const tci_hold_item *item) {
    tc_availability *out = user_data;
    if (item->pool) {
        out->pool_held -= TCI_MIN(out->pool_held, (uint64_t)item->quantity);
    } else if (out->held) {
        out->held--;
        out->free++;
    }
}

bool tci_availability_totals(tci_view *view, int64_t now_ms, uint64_t event, tc_availability *out) {
    tci_house house;
    tci_stock stock;
    if (!tci_house_open(view, event, &house)) return false;
    tci_house_stock(&house, TCI_STOCK_TOTAL, &stock);
    out->event = event;
    out->seats = house.seats;
    out->inventory_version = tci_house_version(&house);
    out->free = stock.count[TC_SEAT_FREE];
    out->held = stock.count[TC_SEAT_HELD];
    out->sold = stock.count[TC_SEAT_SOLD];
    out->blocked = stock.count[TC_SEAT_BLOCKED];
    out->pools = house.pools;
    for (uint32_t i = 1; i <= house.pools; i++) {
        tci_pool pool;
        if (!tci_pool_load(&house, i, &pool)) continue;
        out->pool_capacity += pool.capacity;
        out->pool_held += pool.held;
        out->pool_sold += pool.sold;
    }
    walk_dead(&house, now_ms, take_off_totals, out);
    return true;
}

typedef struct keyed {
    const tci_house *house;
    uint32_t by;
    uint32_t first_key;
    uint32_t capacity;
    tc_availability_count *counts;
} keyed;

static void take_off_key(void *user_data, const tci_hold_item *item) {
    keyed *all = user_data;
    tci_seat_info info;
    if (item->pool) return;
    uint32_t key;
    if (all->by == TC_BY_CHANNEL) key = tci_house_channel(all->house, item->target);
    else if (!tci_seat_info_load(all->house->view, all->house->layout, item->target, &info)) return;
    else key = all->by == TC_BY_CATEGORY ? info.category : info.section;
    if (key < all->first_key || key - all->first_key >= all->capacity) return;
    tc_availability_count *count = &all->counts[key - all->first_key];
    if (count->held == 0) return;
    count->held--;
    count->free++;
}

uint32_t tci_availability_by_key(int64_t now_ms, const tci_house *house, uint32_t by,
                                 tc_availability_count *counts, uint32_t capacity) {
    tci_layout layout = {0};
    if (house->layout) tci_layout_load(house->view, house->layout, &layout);
    const struct {
        uint32_t base;
        uint32_t count;
        uint32_t first_key;
    } kinds[] = {[TC_BY_CATEGORY] = {TCI_STOCK_CATEGORY, layout.categories, 1},
                 [TC_BY_SECTION] = {house->section_base, layout.sections, 1},
                 [TC_BY_CHANNEL] = {TCI_STOCK_CHANNEL, TC_CHANNELS_MAX, 0}};
    TCI_ASSERT(by >= TC_BY_CATEGORY && by <= TC_BY_CHANNEL);
    uint32_t fit = TCI_MIN(capacity, kinds[by].count);
    for (uint32_t i = 0; i < fit; i++) {
        tci_stock stock;
        tci_house_stock(house, kinds[by].base + i, &stock);
        counts[i] = (tc_availability_count){.key = kinds[by].first_key + i,
                                            .free = stock.count[TC_SEAT_FREE],
                                            .held = stock.count[TC_SEAT_HELD],
                                            .sold = stock.count[TC_SEAT_SOLD],
                                            .blocked = stock.count[TC_SEAT_BLOCKED]};
    }
    keyed all = {house, by, kinds[by].first_key, fit, counts};
    walk_dead(house, now_ms, take_off_key, &all);
    return kinds[by].count;
}

static void clear_bits(void *user_data, const tci_hold_item *item) {
    uint8_t *bits = user_data;
    if (!item->pool) bits[item->target / 4] &= (uint8_t) ~(3u << item->target % 4 * 2);
}

void tci_availability_bits(int64_t now_ms, const tci_house *house, uint8_t *bits) {
    size_t length = (house->seats + 3u) / 4, at = 0;
    bool any = false;
    for (uint64_t page = 0; at < length; page++) {
        size_t part = TCI_MIN(length - at, (size_t)TCI_PAGE_ROOM);
        const uint8_t *from = tci_page_read(house->view, house->event, TCI_SPACE_SEAT_BITS, page);
        if (from) memcpy(bits + at, from, part);
        else memset(bits + at, 0, part);
        any |= from != NULL;
        at += part;
    }
    /* A page is made with its first seat that is not free; then there must be one. */
    tci_stock all;
    tci_house_stock(house, 0, &all);
    if (!any && (all.count[TC_SEAT_HELD] || all.count[TC_SEAT_SOLD] || all.count[TC_SEAT_BLOCKED]))
        tci_page_missing(house->view, house->event, TCI_SPACE_SEAT_BITS, 0);
    walk_dead(house, now_ms, clear_bits, bits);
}

typedef struct decoded {
    uint32_t first;
    uint32_t count;
    tc_seat_status *seats;
} decoded;

/* The version the seat has once its dead hold is swept: nothing can change it before. */
static void free_decoded(void *user_data, const tci_hold_item *item) {
    const decoded *all = user_data;
    if (item->pool || item->target < all->first || item->target - all->first >= all->count) return;
    tc_seat_status *seat = &all->seats[item->target - all->first];
    seat->state = TC_SEAT_FREE;
    seat->version = item->version + 1;
}

void tci_availability_decode(int64_t now_ms, const tci_house *house, uint32_t first, uint32_t count,
                             tc_seat_status *seats) {
    TCI_ASSERT(first <= house->seats && count <= house->seats - first);
    uint32_t at = 0;
    while (at < count) {
        uint32_t number = first + at;
        uint32_t in_page = number % TCI_SEATS_PER_PAGE;
        uint32_t part = TCI_MIN(count - at, TCI_SEATS_PER_PAGE - in_page);
        const uint8_t *page =
            tci_page_read(house->view, house->event, TCI_SPACE_SEAT, number / TCI_SEATS_PER_PAGE);
        if (page) page += (size_t)in_page * 8;
        else
            tci_page_missing(house->view, house->event, TCI_SPACE_SEAT,
                             number / TCI_SEATS_PER_PAGE);
        for (uint32_t i = 0; i < part; i++) {
            uint32_t word = page ? tci_load32(page + (size_t)i * 8) : TC_SEAT_RETIRED;
            seats[at + i].version = word >> 3;
            seats[at + i].state = word & 7;
        }
        at += part;
    }
    decoded all = {first, count, seats};
    walk_dead(house, now_ms, free_decoded, &all);
}

bool tci_seat_at(int64_t now_ms, const tci_house *house, uint32_t number, tci_seat *seat,
                 tci_hold *hold) {
    if (!tci_house_seat(house, number, seat)) return false;
    if (seat->state != TC_SEAT_HELD) return true;
    bool found = tci_hold_load(house->view, tci_hold_of_owner(house->view, seat->owner), hold);
    if (!found || tci_hold_lives(hold, now_ms)) return found;
    *seat = (tci_seat){TC_SEAT_FREE, seat->version + 1, 0};
    return true;
}

typedef struct one_pool {
    uint32_t number;
    tci_pool *pool;
} one_pool;

static void take_off_pool(void *user_data, const tci_hold_item *item) {
    const one_pool *one = user_data;
    if (item->pool && item->target == one->number)
        one->pool->held -= TCI_MIN(one->pool->held, item->quantity);
}

bool tci_pool_at(int64_t now_ms, const tci_house *house, uint32_t pool, tci_pool *out) {
    if (!tci_pool_load(house, pool, out)) return false;
    one_pool one = {pool, out};
    walk_dead(house, now_ms, take_off_pool, &one);
    return true;
}

/* Seats of a delta: a bit a seat. */
typedef struct changed {
    uint8_t *set;
    uint32_t seats;
} changed;

static void mark(changed *all, uint32_t seat) {
    if (seat < all->seats) all->set[seat / 8] |= (uint8_t)(1u << seat % 8);
}

static void mark_dead(void *user_data, const tci_hold_item *item) {
    if (!item->pool) mark(user_data, item->target);
}

/* All seats of the pages whose stamp is newer. */
static void mark_pages(const tci_house *house, uint64_t since, changed *all) {
    for (uint32_t first = 0; first < house->seats; first += TCI_SEATS_PER_PAGE) {
        uint64_t stamp =
            tci_page_stamp(house->view, house->event, TCI_SPACE_SEAT, first / TCI_SEATS_PER_PAGE);
        if (stamp <= since && since != 0) continue;
        uint32_t last = TCI_MIN(house->seats, first + TCI_SEATS_PER_PAGE);
        for (uint32_t i = first; i < last; i++) mark(all, i);
    }
}

uint32_t tci_availability_delta(int64_t now_ms, const tci_house *house, uint64_t since,
                                tc_seat_change *changes, uint32_t capacity) {
    uint64_t version = tci_house_version(house);
    changed all = {calloc(1, house->seats / 8 + 1), house->seats};
    if (!all.set) return UINT32_MAX;
    if (since != 0 && version - since <= TCI_RING)
        for (uint64_t v = since + 1; v <= version; v++) mark(&all, tci_house_ring(house, v));
    else mark_pages(house, since, &all);
    walk_dead(house, now_ms, mark_dead, &all);
    uint32_t count = 0;
    for (uint32_t byte = 0; byte <= house->seats / 8; byte++) {
        for (uint32_t set = all.set[byte]; set; set &= set - 1) {
            uint32_t number = byte * 8 + (uint32_t)__builtin_ctz(set);
            tci_seat seat = {TC_SEAT_RETIRED, 0, 0};
            tci_hold hold;
            if (count < capacity) {
                tci_seat_at(now_ms, house, number, &seat, &hold);
                changes[count] = (tc_seat_change){number, seat.version, seat.state};
            }
            count++;
        }
    }
    free(all.set);
    return count;
}
