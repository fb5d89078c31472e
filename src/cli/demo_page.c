/* The house as the buyers of one process see it: the map's seats and prices, read once, and the
 * live state of every seat, brought up to date by differences. Like any live page it is a little
 * old, so that buyers run into each other; the versions it shows go into their holds. Shared by all
 * buyers of the process. */
#include "demo.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGE_AGE_US = 120000, /* how old the page may be */
    PROBES = 12,          /* seats a buyer looks at before choosing the best of them */
    READ_SEATS = 2048,    /* seats of the map read at once */
    NO_SEAT = -1
};

/* What the page keeps of a seat of the map. */
typedef struct page_seat {
    uint32_t left, right; /* neighbours; UINT32_MAX: none */
    uint32_t focal;       /* distance to where everyone looks */
    uint16_t category;
    bool reserved; /* for who asks for it: accessible places and their companions */
} page_seat;

typedef struct page_type {
    uint32_t type, category, pool;
} page_type;

struct demo_page {
    tc_engine *engine;
    uint64_t event;
    page_seat *seats;
    tc_seat_status *states;
    tc_seat_change *changes;
    uint32_t seats_count;
    uint32_t categories;
    page_type types[DEMO_TYPES_MAX];
    uint32_t types_count;
    uint32_t pools[DEMO_POOLS_MAX];
    uint32_t pools_count;
    pthread_mutex_t lock; /* guards everything below, and states and changes */
    uint64_t version;     /* inventory version of the page */
    int64_t refreshed_us;
    uint32_t free; /* seats free, accessible ones included */
};

static int32_t read_seats(demo_page *page, tc_snapshot *snapshot, uint64_t map, uint32_t version,
                          tc_error *error) {
    tc_map_seat *room = calloc(READ_SEATS, sizeof *room);
    if (!room) return TC_E_NOMEM;
    for (size_t i = 0; i < READ_SEATS; i++) room[i].size = sizeof *room;
    int32_t code = TC_OK;
    uint32_t got = READ_SEATS;
    for (uint32_t at = 0; code == TC_OK && got == READ_SEATS; at += got) {
        code = tc_map_seat_list(snapshot, map, version, at, room, READ_SEATS, &got, error);
        for (uint32_t i = 0; code == TC_OK && i < got && at + i < page->seats_count; i++) {
            const tc_map_seat *from = &room[i];
            page_seat *seat = &page->seats[at + i];
            seat->left = from->left;
            seat->right = from->right;
            seat->focal = from->focal_distance;
            seat->category = (uint16_t)from->category;
            seat->reserved = (from->seat_flags & (TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_COMPANION |
                                                  TC_SEAT_FLAG_RETIRED)) != 0;
            if (from->category > page->categories) page->categories = from->category;
        }
    }
    free(room);
    return code;
}

static int32_t read_prices(demo_page *page, tc_snapshot *snapshot, tc_error *error) {
    tc_ticket_type_view types[DEMO_TYPES_MAX];
    tc_pool_view pools[DEMO_POOLS_MAX];
    for (int i = 0; i < DEMO_TYPES_MAX; i++)
        types[i] = (tc_ticket_type_view)TC_TICKET_TYPE_VIEW_INIT;
    for (int i = 0; i < DEMO_POOLS_MAX; i++) pools[i] = (tc_pool_view)TC_POOL_VIEW_INIT;
    tc_ticket_type_list_request request = TC_TICKET_TYPE_LIST_REQUEST_INIT;
    tc_ticket_type_list_result result = TC_TICKET_TYPE_LIST_RESULT_INIT;
    request.event = page->event;
    result.ticket_types = types;
    result.ticket_types_capacity = DEMO_TYPES_MAX;
    int32_t code = tc_ticket_type_list(snapshot, &request, &result, error);
    for (uint32_t i = 0; code == TC_OK && i < result.ticket_types_count; i++)
        page->types[page->types_count++] =
            (page_type){types[i].ticket_type, types[i].category, types[i].pool};
    uint32_t count = 0;
    if (code == TC_OK)
        code = tc_pool_list(snapshot, page->event, 0, pools, DEMO_POOLS_MAX, &count, error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++)
        page->pools[page->pools_count++] = pools[i].pool;
    return code;
}

static int32_t read_house(demo_page *page, tc_error *error) {
    tc_snapshot *snapshot = NULL;
    tc_event_view event = TC_EVENT_VIEW_INIT;
    int32_t code = tc_snapshot_open(page->engine, &snapshot, error);
    if (code == TC_OK) code = tc_event_get(snapshot, page->event, &event, error);
    if (code == TC_OK) {
        page->seats_count = event.seats;
        page->seats = calloc(event.seats, sizeof *page->seats);
        page->states = calloc(event.seats, sizeof *page->states);
        page->changes = calloc(event.seats, sizeof *page->changes);
        if (!page->seats || !page->states || !page->changes) code = TC_E_NOMEM;
    }
    if (code == TC_OK) code = read_seats(page, snapshot, event.map, event.map_version, error);
    if (code == TC_OK) code = read_prices(page, snapshot, error);
    tc_snapshot_close(snapshot);
    return code;
}

demo_page *demo_page_open(tc_engine *engine, uint64_t event) {
    tc_error error = TC_ERROR_INIT;
    demo_page *page = calloc(1, sizeof *page);
    if (!page) return NULL;
    page->engine = engine;
    page->event = event;
    (void)pthread_mutex_init(&page->lock, NULL);
    int32_t code = read_house(page, &error);
    if (code == TC_OK) {
        (void)demo_page_refresh(page, true);
        return page;
    }
    error.code = code;
    (void)demo_say_error("a buyer's page cannot be read", &error);
    demo_page_close(page);
    return NULL;
}

void demo_page_close(demo_page *page) {
    if (!page) return;
    (void)pthread_mutex_destroy(&page->lock);
    free(page->seats);
    free(page->states);
    free(page->changes);
    free(page);
}

/* Under the lock: take what changed since the page's version. */
static void take_changes(demo_page *page) {
    tc_snapshot *snapshot = NULL;
    uint32_t count = 0;
    uint64_t version = 0;
    if (tc_snapshot_open(page->engine, &snapshot, NULL) != TC_OK) return;
    int32_t code = tc_availability_since(snapshot, page->event, page->version, page->changes,
                                         page->seats_count, &count, &version, NULL);
    if (code == TC_OK && count <= page->seats_count) {
        for (uint32_t i = 0; i < count; i++) {
            const tc_seat_change *change = &page->changes[i];
            tc_seat_status *state = &page->states[change->seat];
            page->free -= page->version != 0 && state->state == TC_SEAT_FREE;
            page->free += change->state == TC_SEAT_FREE;
            *state = (tc_seat_status){change->version, change->state};
        }
        page->version = version;
    }
    page->refreshed_us = demo_clock_us();
    tc_snapshot_close(snapshot);
}

bool demo_page_refresh(demo_page *page, bool now) {
    (void)pthread_mutex_lock(&page->lock);
    if (now || demo_clock_us() - page->refreshed_us > PAGE_AGE_US) take_changes(page);
    bool any = page->free > 0;
    (void)pthread_mutex_unlock(&page->lock);
    return any;
}

static bool can_take(const demo_page *page, uint32_t seat) {
    return page->states[seat].state == TC_SEAT_FREE && !page->seats[seat].reserved;
}

/* The most wanted of a few random free seats; NO_SEAT: none of them was free. */
static int64_t choose_seat(const demo_page *page, demo_random *random) {
    int64_t best = NO_SEAT;
    for (int i = 0; i < PROBES; i++) {
        uint32_t seat = demo_random_below(random, page->seats_count);
        if (!can_take(page, seat)) continue;
        if (best == NO_SEAT || page->seats[seat].focal < page->seats[best].focal) best = seat;
    }
    if (best != NO_SEAT) return best;
    /* The house is nearly full: look along from a random seat. */
    uint32_t begin = demo_random_below(random, page->seats_count);
    for (uint32_t i = 0; i < page->seats_count; i++) {
        uint32_t seat = (begin + i) % page->seats_count;
        if (can_take(page, seat)) return seat;
    }
    return NO_SEAT;
}

/* From the first free seat of the chosen one's run, so that the picks leave few single seats. */
static uint32_t take_run(const demo_page *page, uint32_t seat, uint32_t quantity,
                         tc_seat_version *seats) {
    uint32_t steps = 0;
    while (page->seats[seat].left < page->seats_count && can_take(page, page->seats[seat].left) &&
           steps++ < quantity)
        seat = page->seats[seat].left;
    uint32_t count = 0;
    while (count < quantity && seat < page->seats_count && can_take(page, seat)) {
        seats[count++] = (tc_seat_version){seat, page->states[seat].version};
        seat = page->seats[seat].right;
    }
    return count;
}

uint32_t demo_page_pick(demo_page *page, demo_random *random, uint32_t quantity,
                        tc_seat_version *seats) {
    if (page->seats_count == 0) return 0;
    (void)demo_page_refresh(page, false);
    (void)pthread_mutex_lock(&page->lock);
    int64_t seat = choose_seat(page, random);
    uint32_t count = seat == NO_SEAT ? 0 : take_run(page, (uint32_t)seat, quantity, seats);
    (void)pthread_mutex_unlock(&page->lock);
    return count;
}

uint32_t demo_page_category(const demo_page *page, uint32_t seat) {
    return seat < page->seats_count ? page->seats[seat].category : 0;
}

uint32_t demo_page_categories(const demo_page *page) {
    return page->categories;
}

uint32_t demo_page_type(const demo_page *page, demo_random *random, uint32_t category,
                        uint32_t pool) {
    uint32_t found[DEMO_TYPES_MAX], count = 0;
    for (uint32_t i = 0; i < page->types_count; i++) {
        const page_type *type = &page->types[i];
        bool fits = pool ? type->pool == pool : !type->pool && type->category == category;
        if (fits) found[count++] = type->type;
    }
    /* Most pay the regular price, the first of each. */
    if (count > 1 && demo_random_percent(random, 60)) return found[0];
    return count ? found[demo_random_below(random, count)] : 0;
}

uint32_t demo_page_pool(const demo_page *page, demo_random *random) {
    return page->pools_count ? page->pools[demo_random_below(random, page->pools_count)] : 0;
}
