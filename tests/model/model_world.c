/* What a life begins with: the world drawn from a seed, and the same world made in an engine. */
#include "model_drive.h"
#include "model_random.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void draw_types(world_event *e, sim_random *r) {
    static const int64_t PRICES[] = {3000, 1999, 0, 10050, 333, 7};
    uint32_t inclusive = sim_roll(r, 2),
             tax = sim_roll(r, 3) ? (uint32_t[]){700, 1000, 1925, 2000}[sim_roll(r, 4)] : 0;
    for (uint32_t i = 1; i <= 3; i++)
        e->type[i] = (world_type){.price = PRICES[sim_roll(r, 6)],
                                  .fee = sim_roll(r, 2) ? 150 : 0,
                                  .tax_bp = tax,
                                  .tax_inclusive = inclusive};
    e->type[2].category = 1;
    e->type[2].max_per_order = sim_roll(r, 2) ? 3 : 0;
    e->type[3].channels = sim_roll(r, 2) ? 2 : 0;
    e->types = 3;
    for (uint32_t i = 1; i <= e->pools; i++) {
        e->type[++e->types] = e->type[1];
        e->type[e->types].pool = i;
        e->type[e->types].price = PRICES[sim_roll(r, 6)];
    }
}

static void draw_event(world_event *e, world *w, sim_random *r) {
    e->rows = 1 + sim_roll(r, 5);
    e->row_seats = 4 + sim_roll(r, 10);
    e->seats = e->rows * e->row_seats;
    e->categories = e->rows > 1 ? 1 + sim_roll(r, 2) : 1;
    e->pools = w->crowd ? 2 : sim_roll(r, 3);
    for (uint32_t i = 1; i <= e->pools; i++) {
        e->pool_capacity[i] = w->crowd ? 100000 : 5 + sim_roll(r, 60);
        e->pool_channel[i] = sim_roll(r, 5) ? 0 : 1;
    }
    e->limit_per_buyer = w->crowd || sim_roll(r, 3) ? 0 : 4 + sim_roll(r, 12);
    e->limit_per_order = sim_roll(r, 3) ? 0 : 3 + sim_roll(r, 4);
    e->orphan_rule = sim_roll(r, 3) == 0;
    e->late_money = w->single ? TC_LATE_MONEY_EQUIVALENT : 1 + sim_roll(r, 2); /* what single calls
                                                                                  alone can tell */
    e->capture = sim_roll(r, 3) == 0;
    static const int64_t TTLS[] = {900000, 60000, 5000, 300000};
    e->hold_ttl_ms = TTLS[sim_roll(r, 4)];
    e->hold_life_ms = e->hold_ttl_ms * (1 + sim_roll(r, 8));
    e->starts_at_ms = w->begins_ms + INT64_C(86400000) * (1 + sim_roll(r, 60));
    draw_types(e, r);
}

void world_draw(world *w, uint64_t seed) {
    sim_random r = {seed ^ UINT64_C(0x5EED0F11FE)};
    memset(w, 0, sizeof *w);
    w->seed = seed;
    w->events = 1 + sim_roll(&r, WORLD_EVENTS_MAX);
    w->single = sim_roll(&r, 5) == 0;
    w->crowd = !w->single && sim_roll(&r, 100) == 0;
    w->begins_ms = INT64_C(1800000000000);
    for (uint32_t i = 0; i < w->events; i++) draw_event(&w->event[i], w, &r);
}

/* ---- the same in an engine ---- */

int32_t drive_engine(drive *d, int64_t now_ms, uint32_t extra_flags, tc_error *error) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MANUAL_CLOCK | TC_OPEN_CREATE | extra_flags |
                    (d->on_disk ? TC_OPEN_RELAXED : TC_OPEN_MEMORY);
    options.clock_ms = now_ms;
    options.seed = d->seed | 1;
    options.map_bytes = UINT64_C(1) << 30;
    return tc_engine_open(d->path, &options, &d->engine, error);
}

static int32_t make_map(drive *d, const world_event *e, uint64_t *map, tc_error *error) {
    enum { ROOM = 64 * WORLD_SEATS_MAX + 200 };
    char *text = malloc(ROOM);
    if (!text) abort();
    int at = snprintf(text, ROOM, "name,section,row,seat,category,x,y\n");
    for (uint32_t i = 0; i < e->seats; i++) {
        uint32_t row = i / e->row_seats, place = i % e->row_seats;
        at += snprintf(text + at, (size_t)(ROOM - at), "R%uS%u,Hall,%u,%u,C%u,%u,%u\n", row, place,
                       row + 1, place + 1, row % e->categories + 1, place * 50, row * 80);
    }
    tc_map_create_request request = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result made = TC_MAP_RESULT_INIT;
    request.name = "Hall";
    request.text = text;
    request.text_bytes = (size_t)at;
    request.form = TC_MAP_FORM_CSV;
    int32_t code = tc_map_create(d->engine, &request, &made, error);
    free(text);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = *map = made.map;
    return code == TC_OK ? tc_map_publish(d->engine, &publish, NULL, error) : code;
}

static int32_t make_type(drive *d, uint64_t event, const world_type *type, tc_error *error) {
    tc_ticket_type_create_request request = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    request.event = event;
    request.name = "Type";
    request.price_minor = type->price;
    request.fee_minor = type->fee;
    request.category = type->category;
    request.pool = type->pool;
    request.channels = type->channels;
    request.tax_bp = type->tax_bp;
    request.tax_inclusive = type->tax_inclusive;
    request.max_per_order = type->max_per_order;
    return tc_ticket_type_create(d->engine, &request, NULL, error);
}

static int32_t make_event(drive *d, const world_event *e, tc_error *error) {
    uint64_t map = 0;
    tc_event_create_request request = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    int32_t code = make_map(d, e, &map, error);
    request.name = "Event";
    request.map = map;
    request.currency = "EUR";
    request.starts_at_ms = e->starts_at_ms;
    request.status = TC_EVENT_ON_SALE;
    request.hold_ttl_ms = e->hold_ttl_ms;
    request.hold_life_ms = e->hold_life_ms;
    request.rules = e->orphan_rule ? TC_EVENT_ORPHAN_RULE : 0;
    request.late_money = e->late_money;
    request.capture = e->capture;
    request.limit_per_buyer = e->limit_per_buyer;
    request.limit_per_order = e->limit_per_order;
    if (code == TC_OK) code = tc_event_create(d->engine, &request, &made, error);
    for (uint32_t i = 1; code == TC_OK && i <= e->pools; i++) {
        tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
        pool.event = made.event;
        pool.name = "Pool";
        pool.capacity = e->pool_capacity[i];
        pool.channel = e->pool_channel[i];
        code = tc_pool_create(d->engine, &pool, NULL, error);
    }
    for (uint32_t i = 1; code == TC_OK && i <= e->types; i++)
        code = make_type(d, made.event, &e->type[i], error);
    return code;
}

bool drive_open(drive *d, const world *w, const char *folder, char *why, size_t room) {
    tc_error error = TC_ERROR_INIT;
    d->seed = w->seed;
    d->on_disk = folder != NULL;
    if (folder) snprintf(d->path, sizeof d->path, "%s", folder);
    int32_t code = drive_engine(d, w->begins_ms, TC_OPEN_EXCLUSIVE, &error);
    for (uint32_t i = 0; code == TC_OK && i < w->events; i++)
        code = make_event(d, &w->event[i], &error);
    if (code == TC_OK) return true;
    snprintf(why, room, "making the world: %s: %s", tc_error_name(code), error.message);
    return false;
}

void drive_close(drive *d) {
    tc_engine_close(d->engine, NULL);
    d->engine = NULL;
    free(d->hold_secret);
    free(d->order_secret);
    d->hold_secret = d->order_secret = NULL;
    d->hold_room = d->order_room = 0;
}

static bool copy_file(const char *from, const char *to) {
    char buffer[65536];
    size_t got;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    bool good = in && out;
    while (good && (got = fread(buffer, 1, sizeof buffer, in)) > 0)
        good = fwrite(buffer, 1, got, out) == got;
    if (in) fclose(in);
    if (out && fclose(out) != 0) good = false;
    return good;
}

bool drive_reopen(drive *d, bool crash, int64_t now_ms, char *why, size_t room) {
    tc_error error = TC_ERROR_INIT;
    if (!d->on_disk) return true;
    if (crash) {
        char from[600], to[600], next[512];
        char *dot = strrchr(d->path, '.');
        snprintf(next, sizeof next, "%.*s.%u", dot ? (int)(dot - d->path) : (int)strlen(d->path),
                 d->path, ++d->copies);
        static const char *const FILES[] = {"data.mdb", "log.tc"}; /* the second may not be there */
        bool copied = mkdir(next, 0700) == 0;
        for (int i = 0; i < 2; i++) {
            snprintf(from, sizeof from, "%s/%s", d->path, FILES[i]);
            snprintf(to, sizeof to, "%s/%s", next, FILES[i]);
            copied = copied && ((i && access(from, F_OK) != 0) || copy_file(from, to));
        }
        if (!copied) {
            snprintf(why, room, "the store's files could not be copied");
            return false;
        }
        tc_engine_close(d->engine, NULL);
        snprintf(d->path, sizeof d->path, "%s", next);
    } else {
        tc_engine_close(d->engine, NULL);
    }
    d->engine = NULL;
    int32_t code = drive_engine(d, now_ms, 0, &error);
    if (code == TC_OK) return true;
    snprintf(why, room, "reopening: %s: %s", tc_error_name(code), error.message);
    return false;
}
