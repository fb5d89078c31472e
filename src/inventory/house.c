/* One event's seats on their pages: the word, the two-bit map, the counters and the ring of
 * changes, kept together by one function. Called by the operations of src/inventory; it judges
 * nothing and knows no hold. */
#include "inventory/house.h"

const tci_array tci_seats_array = {TCI_SPACE_SEAT, 8, true};
const tci_array tci_stock_array = {TCI_SPACE_STOCK, 16, false};
const tci_array tci_channel_array = {TCI_SPACE_SEAT_CHANNEL, 1, false};
const tci_array tci_pools_array = {TCI_SPACE_POOL, 32, true};

static uint64_t head_slot(const uint8_t *head, uint32_t slot) {
    return tci_load64(head + (size_t)slot * 8);
}

/* The HEAD page for reading: the staged copy once there is one. */
static const uint8_t *head_seen(const tci_house *house) {
    if (house->head) return house->head;
    return tci_head_read(house->view, house->event);
}

bool tci_house_open(tci_view *view, uint64_t event, tci_house *house) {
    if (event == 0) return false;
    const uint8_t *head = tci_head_read(view, event);
    if (!head || head_slot(head, TCI_SLOT_EVENT_INVENTORY) == 0) return false;
    *house = (tci_house){
        .view = view,
        .event = event,
        .seats = (uint32_t)head_slot(head, TCI_SLOT_EVENT_SEATS),
        .layout = (uint32_t)head_slot(head, TCI_SLOT_EVENT_LAYOUT),
        .pools = (uint32_t)head_slot(head, TCI_SLOT_EVENT_POOLS),
        .channels = (uint32_t)head_slot(head, TCI_SLOT_EVENT_CHANNELS),
        .section_base = (uint32_t)head_slot(head, TCI_SLOT_EVENT_SECTION_BASE),
    };
    return true;
}

uint64_t tci_house_version(const tci_house *house) {
    const uint8_t *head = head_seen(house);
    return head ? head_slot(head, TCI_SLOT_EVENT_INVENTORY) : 0;
}

uint8_t *tci_house_head(tci_house *house) {
    if (!house->head) house->head = tci_page_write(house->view, house->event, TCI_SPACE_HEAD, 0);
    return house->head;
}

bool tci_house_seat(const tci_house *house, uint32_t seat, tci_seat *out) {
    if (seat >= house->seats) return false;
    const uint8_t *at = tci_array_get(house->view, &tci_seats_array, house->event, seat);
    if (!at) return false;
    *out = tci_seat_of(tci_load64(at));
    return out->version != 0;
}

bool tci_seat_load(tci_view *view, uint64_t event, uint32_t seat, tci_seat *out) {
    tci_house house;
    return tci_house_open(view, event, &house) && tci_house_seat(&house, seat, out);
}

uint8_t tci_house_channel(const tci_house *house, uint32_t seat) {
    if (house->channels == 0) return TC_CHANNEL_PUBLIC;
    const uint8_t *at = tci_array_get(house->view, &tci_channel_array, house->event, seat);
    return at ? *at : TC_CHANNEL_PUBLIC;
}

static void bits_set(tci_house *house, uint32_t seat, uint8_t bits) {
    uint8_t *page =
        tci_page_write(house->view, house->event, TCI_SPACE_SEAT_BITS, seat / TCI_BITS_PER_PAGE);
    uint8_t *at = page + seat % TCI_BITS_PER_PAGE / 4;
    unsigned shift = seat % 4 * 2;
    *at = (uint8_t)((*at & ~(3u << shift)) | (unsigned)bits << shift);
}

void tci_house_write(tci_house *house, uint32_t seat, const tci_seat *word) {
    tci_store64(tci_array_at(house->view, &tci_seats_array, house->event, seat),
                tci_seat_word(word));
    bits_set(house, seat, tci_seat_bits(word->state));
}

void tci_house_stock(const tci_house *house, uint32_t index, tci_stock *out) {
    memset(out, 0, sizeof *out);
    const uint8_t *at;
    if (index < TCI_STOCK_IN_HEAD) {
        at = head_seen(house);
        if (at) at += (size_t)TCI_SLOT_EVENT_STOCK * 8 + (size_t)index * 16;
    } else {
        at = tci_array_get(house->view, &tci_stock_array, house->event, index - TCI_STOCK_IN_HEAD);
    }
    for (uint32_t i = 0; at && i < 4; i++) out->count[i] = tci_load32(at + (size_t)i * 4);
}

void tci_house_count(tci_house *house, uint32_t index, uint8_t state, int32_t by) {
    TCI_ASSERT(state <= TC_SEAT_BLOCKED);
    uint8_t *at;
    if (index < TCI_STOCK_IN_HEAD)
        at = tci_house_head(house) + (size_t)TCI_SLOT_EVENT_STOCK * 8 + (size_t)index * 16;
    else at = tci_array_at(house->view, &tci_stock_array, house->event, index - TCI_STOCK_IN_HEAD);
    at += (size_t)state * 4;
    int64_t sum = (int64_t)tci_load32(at) + by;
    TCI_PROVE(house->view, sum >= 0 && sum <= TC_SEATS_MAX);
    tci_store32(at, (uint32_t)sum);
}

static void count_everywhere(tci_house *house, uint8_t channel, const tci_seat_info *info,
                             uint8_t state, int32_t by) {
    if (state == TC_SEAT_RETIRED) return;
    tci_house_count(house, TCI_STOCK_TOTAL, state, by);
    tci_house_count(house, TCI_STOCK_CHANNEL + channel, state, by);
    if (info->category) tci_house_count(house, TCI_STOCK_CATEGORY + info->category - 1u, state, by);
    if (info->section) tci_house_count(house, house->section_base + info->section - 1u, state, by);
}

void tci_house_count_seat(tci_house *house, uint32_t seat, uint8_t channel, uint8_t state,
                          int32_t by) {
    tci_seat_info info = {0};
    if (tci_seat_info_load(house->view, house->layout, seat, &info))
        count_everywhere(house, channel, &info, state, by);
}

/* Move a seat's count from one state to another in all its counters. */
static void recount(tci_house *house, uint32_t seat, uint8_t from, uint8_t to) {
    tci_seat_info info = {0};
    if (!tci_seat_info_load(house->view, house->layout, seat, &info)) return;
    uint8_t channel = tci_house_channel(house, seat);
    count_everywhere(house, channel, &info, from, -1);
    count_everywhere(house, channel, &info, to, 1);
}

void tci_house_log(tci_house *house, uint32_t seat) {
    uint8_t *head = tci_house_head(house);
    uint64_t version = head_slot(head, TCI_SLOT_EVENT_INVENTORY) + 1;
    tci_store64(head + (size_t)TCI_SLOT_EVENT_INVENTORY * 8, version);
    tci_store32(head + (size_t)TCI_SLOT_EVENT_RING * 8 + version % TCI_RING * 4, seat);
    tci_page_set_stamp(house->view, house->event, TCI_SPACE_SEAT, seat / TCI_SEATS_PER_PAGE,
                       version);
}

uint32_t tci_house_ring(const tci_house *house, uint64_t version) {
    const uint8_t *head = head_seen(house);
    return head ? tci_load32(head + (size_t)TCI_SLOT_EVENT_RING * 8 + version % TCI_RING * 4) : 0;
}

/* The seat's next version in its word. What stands there must be what the caller judged. */
static tci_seat bump(tci_house *house, uint32_t seat, const tci_seat *from, uint8_t state,
                     uint32_t owner) {
    uint8_t *at = tci_array_at(house->view, &tci_seats_array, house->event, seat);
    TCI_ASSERT(seat < house->seats && from->version != 0);
    TCI_PROVE(house->view, tci_load64(at) == tci_seat_word(from));
    TCI_ASSERT(from->version < (uint32_t)TCI_SEAT_VERSION_MAX);
    tci_seat to = {state, from->version + 1, owner};
    tci_store64(at, tci_seat_word(&to));
    tci_house_log(house, seat);
    return to;
}

uint32_t tci_house_change(tci_house *house, uint32_t seat, const tci_seat *from, uint8_t state,
                          uint32_t owner) {
    tci_seat to = bump(house, seat, from, state, owner);
    if (tci_seat_bits(from->state) != tci_seat_bits(state))
        bits_set(house, seat, tci_seat_bits(state));
    if (from->state != state) {
        recount(house, seat, from->state, state);
        int64_t held = (state == TC_SEAT_HELD) - (from->state == TC_SEAT_HELD);
        int64_t sold = (state == TC_SEAT_SOLD) - (from->state == TC_SEAT_SOLD);
        tci_house_places(house, held, sold);
    }
    return to.version;
}

uint32_t tci_house_allot(tci_house *house, uint32_t seat, const tci_seat *from, uint8_t channel) {
    uint8_t before = tci_house_channel(house, seat);
    tci_seat to = bump(house, seat, from, from->state, from->owner);
    if (before == channel) return to.version;
    *tci_array_at(house->view, &tci_channel_array, house->event, seat) = channel;
    if (from->state != TC_SEAT_RETIRED) {
        tci_house_count(house, TCI_STOCK_CHANNEL + before, from->state, -1);
        tci_house_count(house, TCI_STOCK_CHANNEL + channel, from->state, 1);
    }
    if (!(house->channels >> channel & 1)) {
        house->channels |= 1u << channel;
        tci_store64(tci_house_head(house) + (size_t)TCI_SLOT_EVENT_CHANNELS * 8, house->channels);
    }
    return to.version;
}

static void slot_add(tci_house *house, uint32_t slot, int64_t by) {
    uint8_t *head = tci_house_head(house);
    uint64_t value = head_slot(head, slot) + (uint64_t)by;
    TCI_PROVE(house->view, value <= INT64_MAX);
    tci_store64(head + (size_t)slot * 8, value);
}

void tci_house_places(tci_house *house, int64_t held, int64_t sold) {
    if (held) slot_add(house, TCI_SLOT_EVENT_HELD, held);
    if (sold) slot_add(house, TCI_SLOT_EVENT_SOLD, sold);
    if (sold > 0) slot_add(house, TCI_SLOT_EVENT_EVER_SOLD, sold);
}
