/* Proves the inventory: every seat in one state with one owner, held seats and live holds match one
 * to one by version, counters and bits say what the words say, pools add up, queues lead to every
 * live hold. Only reads; called by src/api/verify.c. */
#include "engine/verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "inventory/best.h"
#include "inventory/hold.h"

/* An item of a hold that lives on its page, dead or not: what it has is still held there. */
typedef struct live_item {
    uint64_t event;
    uint64_t hold;
    uint32_t target;
    uint32_t version;
    uint32_t quantity;
    bool pool;
    bool counted;
} live_item;

typedef struct verifier {
    tci_view *view;
    tci_verify_sink *sink;
    live_item *items; /* sorted by event, seats before pools, target */
    size_t item_count;
    size_t item_capacity;
    uint64_t regular;   /* live holds of the queues */
    uint64_t irregular; /* live holds with a row */
    bool failed;        /* memory is out */
} verifier;

static void fault(verifier *check, const char *what, uint64_t event, uint64_t subject,
                  const char *format, ...) TCI_PRINTF(5, 6);

static void fault(verifier *check, const char *what, uint64_t event, uint64_t subject,
                  const char *format, ...) {
    char sentence[200];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    check->sink->fault(check->sink->user_data, what, event, subject, sentence);
}

static void expect(verifier *check, bool holds, const char *what, uint64_t event, uint64_t subject,
                   const char *sentence) {
    check->sink->checked++;
    if (!holds) fault(check, what, event, subject, "%s", sentence);
}

static void expect_equal(verifier *check, uint64_t is, uint64_t should, const char *what,
                         uint64_t event, uint64_t subject, const char *name) {
    check->sink->checked++;
    if (is != should)
        fault(check, what, event, subject, "%s is %llu and should be %llu", name,
              (unsigned long long)is, (unsigned long long)should);
}

static void add_item(verifier *check, const live_item *item) {
    if (check->item_count == check->item_capacity) {
        size_t capacity = check->item_capacity ? check->item_capacity * 2 : 1024;
        live_item *grown = realloc(check->items, capacity * sizeof *grown);
        if (!grown) {
            check->failed = true;
            return;
        }
        check->items = grown;
        check->item_capacity = capacity;
    }
    check->items[check->item_count++] = *item;
}

static int item_order(const void *a, const void *b) {
    const live_item *x = a, *y = b;
    if (x->event != y->event) return x->event < y->event ? -1 : 1;
    if (x->pool != y->pool) return x->pool ? 1 : -1;
    if (x->target != y->target) return x->target < y->target ? -1 : 1;
    return (x->hold > y->hold) - (x->hold < y->hold);
}

static void check_live(verifier *check, const tci_hold *hold, int64_t next_due) {
    tci_slice value;
    expect(check, hold->expires_at_ms >= next_due, "hold", 0, hold->id,
           "a live hold dies before the lower bound of all");
    if (hold->ttl_class == TCI_HOLD_IRREGULAR) {
        tci_key key = tci_due_key(hold->expires_at_ms, hold->id);
        check->irregular++;
        expect(check, tci_row_get(check->view, &key, &value), "hold", 0, hold->id,
               "an irregular live hold has no row of its expiry");
    } else {
        int64_t ttl = (int64_t)tci_slot_get(check->view, 0, TCI_SLOT_HOLD_CLASS + hold->ttl_class);
        check->regular++;
        expect(check, hold->expires_at_ms == hold->created_at_ms + ttl, "hold", 0, hold->id,
               "the expiry of a live hold is not that of its queue");
    }
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item item;
        bool counted;
        bool there = tci_hold_item_load_counted(check->view, hold->item_first + i, &item, &counted);
        expect(check, there, "hold", 0, hold->id, "an item of a live hold is missing");
        if (!there) continue;
        live_item live = {item.event,    hold->id,  item.target, item.version,
                          item.quantity, item.pool, counted};
        add_item(check, &live);
        tci_buyer row = {0};
        if (counted) row = tci_buyer_load(check->view, item.event, hold->buyer);
        expect(check, !counted || row.held >= item.quantity, "buyer", item.event, hold->id,
               "a counted item is more than its buyer's row holds");
    }
}

static void check_holds(verifier *check) {
    tci_view *view = check->view;
    int64_t next_due = tci_next_due(view);
    uint64_t oldest = TCI_MAX(tci_slot_get(view, 0, TCI_SLOT_HOLD_OLDEST), UINT64_C(1));
    uint64_t end = tci_slot_peek(view, 0, TCI_SLOT_HOLD_NEXT), next_item = 0;
    for (uint64_t id = oldest; id < end && !check->failed; id++) {
        tci_hold hold;
        bool there = tci_hold_load(view, id, &hold);
        expect(check, there, "hold", 0, id, "a hold's record is missing");
        if (!there) continue;
        expect(check, hold.state >= TC_HOLD_LIVE && hold.state <= TC_HOLD_SOLD, "hold", 0, id,
               "a hold is in no known state");
        expect(check,
               hold.ttl_class <= TCI_HOLD_IRREGULAR && hold.item_count &&
                   hold.item_count <= TC_HOLD_ITEMS_MAX,
               "hold", 0, id, "a hold's class or number of items is out of range");
        expect(check, hold.item_first >= next_item, "hold", 0, id,
               "a hold's items lie before those of an older hold");
        if (hold.item_count > TC_HOLD_ITEMS_MAX) continue;
        next_item = hold.item_first + hold.item_count;
        if (hold.state == TC_HOLD_LIVE) check_live(check, &hold, next_due);
    }
    expect(check, next_item <= tci_slot_peek(view, 0, TCI_SLOT_HOLD_ITEM_NEXT), "hold", 0, end - 1,
           "the last hold has items that were never given out");
}

/* Every queue runs forward in time to its tail and meets every live hold of its class. */
static void check_queues(verifier *check) {
    tci_view *view = check->view;
    uint64_t met = 0;
    for (uint32_t class = 0; class < TCI_HOLD_CLASSES; class ++) {
        uint64_t id = tci_slot_get(view, 0, TCI_SLOT_HOLD_HEAD + class), last = 0;
        int64_t created = INT64_MIN;
        while (id) {
            tci_hold hold;
            bool sound = id > last && tci_hold_load(view, id, &hold);
            expect(check, sound, "queue", 0, id, "a queue leads backward or to a missing hold");
            if (!sound) break;
            expect(check, hold.created_at_ms >= created, "queue", 0, id,
                   "a queue is not in order of time");
            met += hold.state == TC_HOLD_LIVE && hold.ttl_class == class;
            created = hold.created_at_ms;
            last = id;
            id = hold.next;
        }
        expect(check, last == tci_slot_get(view, 0, TCI_SLOT_HOLD_TAIL + class), "queue", 0, class,
               "a queue does not end at its tail");
    }
    expect_equal(check, met, check->regular, "queue", 0, 0, "live holds that queues lead to");
}

static void check_due_rows(verifier *check) {
    tci_view *view = check->view;
    tci_key prefix = tci_key_of(0, TCI_SPACE_HOLD_DUE);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t rows = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        const uint8_t *at = key.data;
        uint64_t id = key.len == 25 ? tci_load64_be(at + 17) : 0;
        tci_hold hold;
        rows++;
        bool sound = id && tci_hold_load(view, id, &hold) && hold.state == TC_HOLD_LIVE &&
                     hold.ttl_class == TCI_HOLD_IRREGULAR &&
                     hold.expires_at_ms == tci_key_time_at(at + 9);
        expect(check, sound, "hold", 0, id, "a row of an expiry belongs to no such live hold");
    }
    tci_cursor_close(&cursor);
    expect_equal(check, rows, check->irregular, "hold", 0, 0, "rows of irregular holds");
    expect_equal(check, tci_slot_get(view, 0, TCI_SLOT_HOLD_IRREGULAR), rows, "hold", 0, 0,
                 "the count of irregular holds");
}

/* One house: what its words say, counted on the way. */
typedef struct house_check {
    tci_house house;
    tci_layout layout;
    uint32_t (*counts)[4];
    uint32_t counters;
    const live_item *items; /* of this event */
    size_t item_count;
} house_check;

static void check_owner(verifier *check, house_check *of, uint32_t number, const tci_seat *seat,
                        size_t *next) {
    uint64_t event = of->house.event;
    size_t claims = 0;
    bool matched = false;
    while (*next < of->item_count && !of->items[*next].pool && of->items[*next].target <= number) {
        const live_item *item = &of->items[(*next)++];
        claims++;
        matched = item->target == number && (uint32_t)item->hold == seat->owner &&
                  item->version == seat->version && item->quantity == 1;
    }
    bool held = seat->state == TC_SEAT_HELD;
    expect(check, claims == (held ? 1u : 0u), "seat", event, number,
           held ? "a held seat belongs to no live hold, or to two"
                : "a live hold claims a seat that is not held");
    expect(check, !held || claims != 1 || matched, "seat", event, number,
           "a held seat's owner or version is not what its hold has");
    expect(check, seat->state != TC_SEAT_SOLD || seat->owner != 0, "seat", event, number,
           "a sold seat has no ticket");
    expect(check, held || seat->state == TC_SEAT_SOLD || seat->owner == 0, "seat", event, number,
           "a seat that nobody has names an owner");
}

static void count_seat(house_check *of, uint32_t number, const tci_seat *seat) {
    tci_seat_info info;
    if (seat->state > TC_SEAT_BLOCKED) return;
    uint8_t channel = tci_house_channel(&of->house, number);
    of->counts[TCI_STOCK_TOTAL][seat->state]++;
    if (channel < TC_CHANNELS_MAX) of->counts[TCI_STOCK_CHANNEL + channel][seat->state]++;
    if (!tci_seat_info_load(of->house.view, of->house.layout, number, &info)) return;
    if (info.category && info.category <= of->layout.categories)
        of->counts[TCI_STOCK_CATEGORY + info.category - 1][seat->state]++;
    if (info.section && info.section <= of->layout.sections)
        of->counts[of->house.section_base + info.section - 1][seat->state]++;
}

static void check_seats(verifier *check, house_check *of) {
    const tci_house *house = &of->house;
    uint64_t version = tci_house_version(house);
    size_t next = 0;
    for (uint32_t number = 0; number < house->seats; number++) {
        tci_seat seat;
        bool there = tci_house_seat(house, number, &seat);
        expect(check, there && seat.state <= TC_SEAT_RETIRED, "seat", house->event, number,
               "a seat has no word or is in no known state");
        if (!there || seat.state > TC_SEAT_RETIRED) continue;
        const uint8_t *bits = tci_page_read(house->view, house->event, TCI_SPACE_SEAT_BITS,
                                            number / TCI_BITS_PER_PAGE);
        uint8_t four = bits ? bits[number % TCI_BITS_PER_PAGE / 4] : 0;
        uint8_t shown = (uint8_t)(four >> (number % 4 * 2) & 3);
        expect(check, shown == tci_seat_bits(seat.state), "bits", house->event, number,
               "the two-bit map shows another state than the seat's word");
        check_owner(check, of, number, &seat, &next);
        count_seat(of, number, &seat);
        if (number % TCI_SEATS_PER_PAGE) continue;
        uint64_t stamp =
            tci_page_stamp(house->view, house->event, TCI_SPACE_SEAT, number / TCI_SEATS_PER_PAGE);
        expect(check, stamp && stamp <= version, "seat", house->event, number,
               "a page of seats is stamped with a version that never was");
    }
    for (; next < of->item_count && !of->items[next].pool; next++)
        expect(check, false, "seat", house->event, of->items[next].target,
               "a live hold claims a seat that does not exist");
}

static void check_counters(verifier *check, const house_check *of) {
    static const char *const STATES[] = {"free", "held", "sold", "blocked"};
    for (uint32_t i = 0; i < of->counters; i++) {
        tci_stock stock;
        tci_house_stock(&of->house, i, &stock);
        for (uint32_t state = 0; state < 4; state++)
            expect_equal(check, stock.count[state], of->counts[i][state], "counter",
                         of->house.event, i, STATES[state]);
    }
}

/* Pools of the house: held is what live holds draw; and the event's places over seats and pools. */
static void check_pools(verifier *check, const house_check *of) {
    const tci_house *house = &of->house;
    uint64_t held = of->counts[TCI_STOCK_TOTAL][TC_SEAT_HELD];
    uint64_t sold = of->counts[TCI_STOCK_TOTAL][TC_SEAT_SOLD];
    size_t next = 0;
    while (next < of->item_count && !of->items[next].pool) next++;
    for (uint32_t number = 1; number <= house->pools; number++) {
        tci_pool pool;
        uint64_t drawn = 0;
        bool there = tci_pool_load(house, number, &pool);
        expect(check, there, "pool", house->event, number, "a pool's record is missing");
        for (; next < of->item_count && of->items[next].target <= number; next++)
            drawn += of->items[next].quantity;
        if (!there) continue;
        expect_equal(check, pool.held, drawn, "pool", house->event, number, "held");
        expect(check, (uint64_t)pool.held + pool.sold <= pool.capacity, "pool", house->event,
               number, "held and sold are more than the capacity");
        held += pool.held;
        sold += pool.sold;
    }
    expect(check, next == of->item_count, "pool", house->event, 0,
           "a live hold draws on a pool that does not exist");
    expect_equal(check, tci_slot_get(check->view, house->event, TCI_SLOT_EVENT_HELD), held,
                 "counter", house->event, 0, "places held");
    expect_equal(check, tci_slot_get(check->view, house->event, TCI_SLOT_EVENT_SOLD), sold,
                 "counter", house->event, 0, "places sold");
}

static void check_buyers(verifier *check, const house_check *of) {
    uint64_t counted = 0, rows = 0;
    for (size_t i = 0; i < of->item_count; i++)
        if (of->items[i].counted) counted += of->items[i].quantity;
    tci_key prefix = tci_key_of(of->house.event, TCI_SPACE_BUYER);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, check->view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value))
        if (value.len == 8) rows += tci_load32(value.data);
    tci_cursor_close(&cursor);
    expect_equal(check, rows, counted, "buyer", of->house.event, 0, "places held by buyers");
}

static void check_rows(verifier *check, const house_check *of) {
    uint64_t rows = tci_slot_get(check->view, of->house.event, TCI_SLOT_EVENT_ROWS);
    uint32_t focal = 0;
    expect(check, rows <= of->layout.rows, "row", of->house.event, rows,
           "more rows by nearness than the layout has");
    for (uint32_t i = 0; i < rows && i < of->layout.rows; i++) {
        tci_near_row near;
        tci_layout_row row;
        bool sound = tci_near_load(&of->house, i, &near) && near.focal >= focal &&
                     tci_layout_row_load(check->view, of->house.layout, near.row, &row) &&
                     row.first == near.first_place && row.count == near.count;
        expect(check, sound, "row", of->house.event, i,
               "a row by nearness is out of order or not the layout's");
        if (sound) focal = near.focal;
    }
}

static void check_house(verifier *check, uint64_t event, size_t *next) {
    size_t first = *next;
    while (*next < check->item_count && check->items[*next].event == event) ++*next;
    house_check of = {.item_count = *next - first};
    if (of.item_count) of.items = check->items + first;
    if (!tci_house_open(check->view, event, &of.house)) {
        expect(check, of.item_count == 0, "hold", event, of.item_count ? of.items[0].hold : 0,
               "a live hold has items of an event without an inventory");
        return;
    }
    if (of.house.layout && !tci_layout_load(check->view, of.house.layout, &of.layout))
        fault(check, "house", event, of.house.layout, "the event's layout is missing");
    of.counters = (uint32_t)TCI_STOCK_CATEGORY + of.layout.categories + of.layout.sections;
    expect_equal(check, of.house.section_base, (uint32_t)TCI_STOCK_CATEGORY + of.layout.categories,
                 "house", event, 0, "the counter of the first section");
    of.house.section_base = (uint32_t)TCI_STOCK_CATEGORY + of.layout.categories;
    of.counts = calloc(of.counters, sizeof *of.counts);
    if (!of.counts) {
        check->failed = true;
        return;
    }
    check_seats(check, &of);
    check_counters(check, &of);
    check_pools(check, &of);
    check_buyers(check, &of);
    check_rows(check, &of);
    free(of.counts);
}

void tci_inventory_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    (void)now_ms; /* what the pages say must be consistent whatever the time */
    verifier check = {.view = view, .sink = sink};
    check_holds(&check);
    check_queues(&check);
    check_due_rows(&check);
    if (check.item_count) qsort(check.items, check.item_count, sizeof *check.items, item_order);
    uint64_t events = tci_slot_peek(view, 0, TCI_SLOT_EVENT_NEXT);
    size_t next = 0;
    for (uint64_t event = 1; event < events && !check.failed; event++)
        check_house(&check, event, &next);
    if (check.failed) tci_view_no_memory(view);
    else
        expect(&check, next == check.item_count, "hold", 0,
               next < check.item_count ? check.items[next].hold : 0,
               "a live hold has items of an event that never was");
    free(check.items);
}
