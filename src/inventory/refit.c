/* A house's own life: made with its event, refitted to another layout, dropped with it. Called by
 * the catalog through inventory.h. A refit never drops a seat that is held or sold. */
#include "inventory/best.h"
#include "inventory/hold.h"
#include "ticketcore/map.h"

static bool layout_has(tci_view *view, uint32_t layout, uint32_t seats, uint32_t seat) {
    tci_seat_info info;
    return seat < seats && tci_seat_info_load(view, layout, seat, &info) &&
           !(info.flags & TC_SEAT_FLAG_RETIRED);
}

static uint32_t layout_seats(tci_view *view, uint32_t id, tci_layout *layout) {
    memset(layout, 0, sizeof *layout);
    if (id == 0 || !tci_layout_load(view, id, layout)) return 0;
    return layout->seats;
}

static uint32_t count_total(const tci_layout *layout) {
    return (uint32_t)TCI_STOCK_CATEGORY + layout->categories + layout->sections;
}

static void stock_write(tci_house *house, uint32_t index, const uint32_t count[4]) {
    uint8_t *at;
    if (index < TCI_STOCK_IN_HEAD)
        at = tci_house_head(house) + (size_t)TCI_SLOT_EVENT_STOCK * 8 + (size_t)index * 16;
    else at = tci_array_at(house->view, &tci_stock_array, house->event, index - TCI_STOCK_IN_HEAD);
    for (uint32_t i = 0; i < 4; i++) tci_store32(at + (size_t)i * 4, count[i]);
}

/* Count every seat anew into all counters of the layout. */
static void recount_all(tci_ctx *ctx, tci_house *house, const tci_layout *layout,
                        uint32_t counters_before) {
    uint32_t total = count_total(layout);
    uint32_t(*counts)[4] =
        tci_arena_array(ctx->arena, TCI_MAX(total, counters_before), sizeof *counts);
    if (!counts) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    house->section_base = (uint32_t)TCI_STOCK_CATEGORY + layout->categories;
    for (uint32_t i = 0; i < house->seats; i++) {
        tci_seat seat;
        tci_seat_info info;
        if (!tci_house_seat(house, i, &seat) || seat.state == TC_SEAT_RETIRED) continue;
        counts[TCI_STOCK_TOTAL][seat.state]++;
        counts[TCI_STOCK_CHANNEL + tci_house_channel(house, i)][seat.state]++;
        if (!tci_seat_info_load(ctx->view, house->layout, i, &info)) continue;
        if (info.category) counts[TCI_STOCK_CATEGORY + info.category - 1][seat.state]++;
        if (info.section) counts[house->section_base + info.section - 1][seat.state]++;
    }
    for (uint32_t i = 0; i < TCI_MAX(total, counters_before); i++) stock_write(house, i, counts[i]);
    tci_store64(tci_house_head(house) + (size_t)TCI_SLOT_EVENT_SECTION_BASE * 8,
                house->section_base);
}

void tci_inventory_create(tci_ctx *ctx, uint64_t event, uint32_t layout) {
    tci_layout plan;
    tci_house house = {.view = ctx->view, .event = event, .layout = layout};
    house.seats = layout_seats(ctx->view, layout, &plan);
    TCI_ASSERT(house.seats <= TC_SEATS_MAX);
    tci_slot_set(ctx->view, event, TCI_SLOT_EVENT_INVENTORY, 1);
    tci_slot_set(ctx->view, event, TCI_SLOT_EVENT_SEATS, house.seats);
    tci_slot_set(ctx->view, event, TCI_SLOT_EVENT_LAYOUT, layout);
    for (uint32_t i = 0; i < house.seats; i++) {
        bool there = layout_has(ctx->view, layout, house.seats, i);
        tci_seat word = {there ? TC_SEAT_FREE : TC_SEAT_RETIRED, 1, 0};
        tci_house_write(&house, i, &word);
    }
    for (uint32_t i = 0; i < house.seats; i += TCI_SEATS_PER_PAGE)
        tci_page_set_stamp(ctx->view, event, TCI_SPACE_SEAT, i / TCI_SEATS_PER_PAGE, 1);
    recount_all(ctx, &house, &plan, 0);
    tci_near_build(ctx, &house);
}

/* Is seat `number` the same seat in both layouts? Names are the map's own, so they tell. */
static bool same_name(tci_view *view, tci_seat_labels *two, uint32_t before, uint32_t after,
                      uint32_t number) {
    if (before == after) return true;
    return tci_seat_labels_load(view, before, number, &two[0]) &&
           tci_seat_labels_load(view, after, number, &two[1]) &&
           strcmp(two[0].name, two[1].name) == 0;
}

int32_t tci_inventory_check_layout(tci_ctx *ctx, uint64_t event, uint32_t layout) {
    tci_house house;
    if (!tci_house_open(ctx->view, event, &house))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", event, NULL);
    if (ctx->sweep_pending) {
        ctx->want_sweep = true; /* seats of dead holds stand in nobody's way */
        return TC_E_BUSY;
    }
    tci_layout plan;
    uint32_t seats = layout_seats(ctx->view, layout, &plan);
    tci_seat_labels *labels = tci_arena_alloc(ctx->arena, 2 * sizeof *labels);
    if (!labels) return TC_E_NOMEM;
    int32_t code = TC_OK;
    for (uint32_t i = 0; i < house.seats; i++) {
        tci_seat seat;
        if (!tci_house_seat(&house, i, &seat)) continue;
        if (seat.state != TC_SEAT_HELD && seat.state != TC_SEAT_SOLD) {
            if (seat.version <= TCI_SEAT_VERSION_MAX - TCI_SEAT_VERSION_ROOM) continue;
            return tci_refuse(ctx, TC_E_LIMIT, "map", i, "a seat's version has reached its end");
        }
        if (layout_has(ctx->view, layout, seats, i) &&
            same_name(ctx->view, labels, house.layout, layout, i))
            continue;
        tc_conflict conflict = {
            .event = event, .seat = i, .state = seat.state, .actual_version = seat.version};
        tci_refuse_seat(ctx, &conflict);
        if (code == TC_OK) {
            code = tci_refuse(ctx, TC_E_SEATS_IN_USE, "map", i, NULL);
            ctx->refusal.event = event;
        }
    }
    return code;
}

/* What becomes of one seat in another layout; true when that is a change. */
static bool refit_seat(const tci_house *house, uint32_t number, uint32_t before, bool there,
                       tci_seat_labels *labels, tci_seat *seat) {
    if (!tci_house_seat(house, number, seat)) {
        *seat = (tci_seat){there ? TC_SEAT_FREE : TC_SEAT_RETIRED, 1, 0};
        return true;
    }
    uint8_t state = seat->state;
    bool renamed = false;
    if (state == TC_SEAT_RETIRED) {
        if (there) state = TC_SEAT_FREE;
    } else if (!there) {
        TCI_PROVE(house->view, state == TC_SEAT_FREE || state == TC_SEAT_BLOCKED);
        state = TC_SEAT_RETIRED;
    } else {
        renamed = !same_name(house->view, labels, before, house->layout, number);
        TCI_PROVE(house->view, !renamed || state == TC_SEAT_FREE || state == TC_SEAT_BLOCKED);
    }
    if (state == seat->state && !renamed) return false;
    TCI_ASSERT(seat->version < (uint32_t)TCI_SEAT_VERSION_MAX);
    *seat = (tci_seat){state, seat->version + 1, 0};
    return true;
}

void tci_inventory_set_layout(tci_ctx *ctx, uint64_t event, uint32_t layout) {
    tci_house house;
    if (!tci_house_open(ctx->view, event, &house)) return;
    tci_layout old, plan;
    uint32_t seats_before = house.seats, before = house.layout;
    layout_seats(ctx->view, before, &old);
    uint32_t seats = layout_seats(ctx->view, layout, &plan);
    tci_seat_labels *labels = tci_arena_alloc(ctx->arena, 2 * sizeof *labels);
    if (!labels) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    house.layout = layout;
    house.seats = TCI_MAX(seats_before, seats);
    for (uint32_t i = 0; i < house.seats; i++) {
        tci_seat seat;
        bool there = layout_has(ctx->view, layout, seats, i);
        if (!refit_seat(&house, i, before, there, labels, &seat)) continue;
        tci_house_write(&house, i, &seat);
        tci_house_log(&house, i);
    }
    tci_slot_set(ctx->view, event, TCI_SLOT_EVENT_SEATS, house.seats);
    tci_slot_set(ctx->view, event, TCI_SLOT_EVENT_LAYOUT, layout);
    recount_all(ctx, &house, &plan, count_total(&old));
    tci_near_build(ctx, &house);
}

bool tci_inventory_is_untouched(tci_view *view, uint64_t event) {
    return tci_slot_get(view, event, TCI_SLOT_EVENT_HELD) == 0 &&
           tci_slot_get(view, event, TCI_SLOT_EVENT_SOLD) == 0 &&
           tci_slot_get(view, event, TCI_SLOT_EVENT_EVER_SOLD) == 0;
}

static void drop_pages(tci_ctx *ctx, uint64_t event, uint8_t space, uint64_t records,
                       uint32_t per_page) {
    for (uint64_t page = 0; page * per_page < records; page++)
        if (tci_page_read(ctx->view, event, space, page))
            tci_page_drop(ctx->view, event, space, page);
}

static void drop_rows(tci_ctx *ctx, uint64_t event, uint8_t space) {
    enum { AT_ONCE = 64 };
    for (uint32_t count = AT_ONCE; count == AT_ONCE;) {
        tci_key keys[AT_ONCE];
        tci_key prefix = tci_key_of(event, space);
        tci_cursor cursor;
        tci_slice key, value;
        count = 0;
        tci_cursor_open(&cursor, ctx->view, &prefix, NULL);
        while (count < AT_ONCE && tci_cursor_next(&cursor, &key, &value)) {
            TCI_ASSERT(key.len <= TCI_KEY_MAX);
            memcpy(keys[count].bytes, key.data, key.len);
            keys[count++].len = (uint8_t)key.len;
        }
        tci_cursor_close(&cursor);
        for (uint32_t i = 0; i < count; i++) tci_row_del(ctx->view, &keys[i]);
    }
}

void tci_inventory_delete(tci_ctx *ctx, uint64_t event) {
    tci_house house;
    tci_layout layout;
    if (!tci_house_open(ctx->view, event, &house)) return;
    TCI_PROVE(ctx->view, tci_inventory_is_untouched(ctx->view, event));
    layout_seats(ctx->view, house.layout, &layout);
    tci_near_drop(&house);
    drop_pages(ctx, event, TCI_SPACE_SEAT, house.seats, TCI_SEATS_PER_PAGE);
    drop_pages(ctx, event, TCI_SPACE_SEAT_BITS, house.seats, TCI_BITS_PER_PAGE);
    drop_pages(ctx, event, TCI_SPACE_SEAT_CHANNEL, house.seats,
               tci_array_per_page(&tci_channel_array));
    uint32_t counters = count_total(&layout);
    if (counters > TCI_STOCK_IN_HEAD)
        drop_pages(ctx, event, TCI_SPACE_STOCK, counters - TCI_STOCK_IN_HEAD,
                   tci_array_per_page(&tci_stock_array));
    drop_pages(ctx, event, TCI_SPACE_POOL, (uint64_t)house.pools + 1,
               tci_array_per_page(&tci_pools_array));
    drop_rows(ctx, event, TCI_SPACE_POOL_TEXT);
    drop_rows(ctx, event, TCI_SPACE_BUYER);
    static const uint16_t SLOTS[] = {TCI_SLOT_EVENT_INVENTORY, TCI_SLOT_EVENT_SEATS,
                                     TCI_SLOT_EVENT_POOLS,     TCI_SLOT_EVENT_LAYOUT,
                                     TCI_SLOT_EVENT_CHANNELS,  TCI_SLOT_EVENT_SECTION_BASE};
    uint8_t *head = tci_house_head(&house);
    for (size_t i = 0; i < TCI_COUNT(SLOTS); i++) tci_store64(head + (size_t)SLOTS[i] * 8, 0);
}
