/* Puts the house on sale: a venue, the map imported and published, an event in EUR with a short
 * life of holds, standing areas as pools, several ticket types for every category. Works for any
 * map document; runs once, in the parent, before anybody else has the store open. */
#include "demo.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CATEGORIES_MAX = 32, AREAS_MAX = DEMO_POOLS_MAX };

/* Prices of the categories in the order of the map, EUR cents; later ones take the last. */
static const int64_t PRICES[] = {14900, 9900, 8900, 6900, 5400, 3900, 17500, 4500};
/* Every category and standing area is sold as each of these. */
static const struct {
    const char *name;
    int64_t percent; /* of the category's price */
} REBATES[] = {{"Regular", 100}, {"Reduced", 70}, {"Child", 50}};
enum {
    REBATES_COUNT = sizeof REBATES / sizeof REBATES[0],
    PRICES_COUNT = sizeof PRICES / sizeof PRICES[0],
    FEE_MINOR = 250, /* on every ticket */
    TAX_BP = 700,    /* contained in the price */
    BUYER_LIMIT = 8, /* places one buyer may have */
    LIFE_MS = 120000 /* of a hold with all its extensions */
};

/* The map document: read or made, and checked before there is a store. free() the text. */
static int find_map(const demo_options *options, demo_show *show, char **text, size_t *length) {
    tc_error error = TC_ERROR_INIT;
    tc_map_report report = TC_MAP_REPORT_INIT;
    *text = options->map ? demo_read_file(options->map, length)
                         : demo_hall_make(options->seats, length);
    if (!*text) {
        fprintf(stderr, "demo: the map %s cannot be %s\n", options->map ? options->map : "",
                options->map ? "read" : "made: no memory");
        return 2;
    }
    if (tc_map_validate(*text, *length, TC_MAP_FORM_AUTO, &report, &error) != TC_OK) {
        fprintf(stderr, "demo: %s: ", options->map ? options->map : "our own hall");
        if (error.line) fprintf(stderr, "line %llu: ", (unsigned long long)error.line);
        (void)demo_say_error("this is no map", &error);
        return 2;
    }
    if (report.seats == 0) {
        fprintf(stderr, "demo: the map has no seats\n");
        return 2;
    }
    (void)snprintf(show->name, sizeof show->name, "%s", report.name[0] ? report.name : "The house");
    return 0;
}

static int make_house(demo_show *show, const char *text, size_t length) {
    tc_error error = TC_ERROR_INIT;
    tc_venue_result venue = TC_VENUE_RESULT_INIT;
    tc_map_result map = TC_MAP_RESULT_INIT;
    tc_venue_create_request of_venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_map_create_request of_map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    of_venue.name = show->name;
    of_venue.city = "Anywhere";
    of_venue.country = "AT";
    of_venue.time_zone = "Europe/Vienna";
    int32_t code = tc_venue_create(show->engine, &of_venue, &venue, &error);
    of_map.venue = venue.venue;
    of_map.name = show->name;
    of_map.text = text;
    of_map.text_bytes = length;
    if (code == TC_OK) code = tc_map_create(show->engine, &of_map, &map, &error);
    publish.map = map.map;
    if (code == TC_OK) code = tc_map_publish(show->engine, &publish, &map, &error);
    if (code != TC_OK) return demo_say_error("the map cannot be taken", &error);
    show->venue = venue.venue;
    show->map = map.map;
    show->seats = map.seats;
    return 0;
}

static int make_event(demo_show *show) {
    tc_error error = TC_ERROR_INIT;
    tc_event_create_request request = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result result = TC_EVENT_RESULT_INIT;
    int64_t now_ms = (int64_t)time(NULL) * 1000;
    static const char *const tags[] = {"demo", "on-sale"};
    request.venue = show->venue;
    request.map = show->map;
    char name[TC_NAME_MAX + 1];
    (void)snprintf(name, sizeof name, "Opening night, %.150s", show->name);
    request.name = name;
    request.category = "concert";
    request.currency = "EUR";
    request.tags = tags;
    request.tags_count = 2;
    request.starts_at_ms = now_ms + 30LL * 86400 * 1000;
    request.status = TC_EVENT_ON_SALE;
    request.rules = TC_EVENT_ORPHAN_RULE;
    request.hold_ttl_ms = show->ttl_ms;
    request.hold_life_ms = LIFE_MS;
    request.late_money = TC_LATE_MONEY_EQUIVALENT;
    request.limit_per_buyer = BUYER_LIMIT;
    int32_t code = tc_event_create(show->engine, &request, &result, &error);
    if (code != TC_OK) return demo_say_error("the event cannot be made", &error);
    show->event = result.event;
    return 0;
}

static int make_types(const demo_show *show, const char *category, int64_t price_minor,
                      uint32_t number, uint32_t pool) {
    tc_error error = TC_ERROR_INIT;
    for (int i = 0; i < REBATES_COUNT; i++) {
        tc_ticket_type_create_request request = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
        char name[TC_NAME_MAX + 1];
        (void)snprintf(name, sizeof name, "%.150s, %s", category, REBATES[i].name);
        request.event = show->event;
        request.name = name;
        request.category = number;
        request.pool = pool;
        request.price_minor = price_minor * REBATES[i].percent / 100;
        request.fee_minor = FEE_MINOR;
        request.tax_bp = TAX_BP;
        request.tax_inclusive = 1;
        if (tc_ticket_type_create(show->engine, &request, NULL, &error) != TC_OK)
            return demo_say_error("a ticket type cannot be made", &error);
    }
    return 0;
}

static int make_pool(demo_show *show, const char *name, uint32_t capacity) {
    tc_error error = TC_ERROR_INIT;
    tc_pool_create_request request = TC_POOL_CREATE_REQUEST_INIT;
    tc_pool_create_result result = TC_POOL_CREATE_RESULT_INIT;
    request.event = show->event;
    request.name = name;
    request.capacity = capacity;
    if (tc_pool_create(show->engine, &request, &result, &error) != TC_OK)
        return demo_say_error("a standing area cannot be made", &error);
    show->pools++;
    show->places += capacity;
    return make_types(show, name, PRICES[PRICES_COUNT - 1], 0, result.pool);
}

/* Every standing area of the map becomes a pool; a map without one gets one of a tenth of its
 * seats, so that every kind of buyer has something to buy. */
static int make_prices(demo_show *show) {
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot = NULL;
    tc_map_category categories[CATEGORIES_MAX];
    tc_map_area areas[AREAS_MAX];
    uint32_t categories_count = 0, areas_count = 0;
    for (int i = 0; i < CATEGORIES_MAX; i++) categories[i] = (tc_map_category)TC_MAP_CATEGORY_INIT;
    for (int i = 0; i < AREAS_MAX; i++) areas[i] = (tc_map_area)TC_MAP_AREA_INIT;
    int32_t code = tc_snapshot_open(show->engine, &snapshot, &error);
    if (code == TC_OK)
        code = tc_map_category_list(snapshot, show->map, 0, categories, CATEGORIES_MAX,
                                    &categories_count, &error);
    if (code == TC_OK)
        code = tc_map_area_list(snapshot, show->map, 0, areas, AREAS_MAX, &areas_count, &error);
    int failed = code == TC_OK ? 0 : demo_say_error("the map cannot be read", &error);
    if (!failed && categories_count > CATEGORIES_MAX) {
        fprintf(stderr, "demo: the map has %u categories; the demonstration prices %d\n",
                categories_count, CATEGORIES_MAX);
        failed = 2;
    }
    for (uint32_t i = 0; i < categories_count && !failed; i++) {
        if (categories[i].seats == 0) continue;
        int64_t price = PRICES[i < PRICES_COUNT ? i : PRICES_COUNT - 1];
        failed = make_types(show, categories[i].name, price, categories[i].category, 0);
    }
    for (uint32_t i = 0; i < areas_count && i < AREAS_MAX && !failed; i++)
        if (areas[i].capacity > 0) failed = make_pool(show, areas[i].name, areas[i].capacity);
    if (!failed && show->pools == 0) failed = make_pool(show, "Standing", show->seats / 10 + 1);
    tc_snapshot_close(snapshot);
    return failed;
}

static int make_store(demo_show *show) {
    tc_error error = TC_ERROR_INIT;
    tc_engine_options open = TC_ENGINE_OPTIONS_INIT;
    open.flags = TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE; /* durable: nothing relaxed about a sale */
    int32_t code = tc_engine_open(show->store, &open, &show->engine, &error);
    if (code == TC_OK) return 0;
    (void)demo_say_error("the store cannot be made", &error);
    return code == TC_E_STORE_EXISTS || code == TC_E_NOT_A_STORE ? 2 : 1;
}

int demo_setup(const demo_options *options, demo_show *show) {
    char *text = NULL;
    size_t length = 0;
    int failed = find_map(options, show, &text, &length);
    if (!failed) failed = make_store(show);
    if (!failed) failed = make_house(show, text, length);
    if (!failed) failed = make_event(show);
    if (!failed) failed = make_prices(show);
    free(text);
    return failed;
}
