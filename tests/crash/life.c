/* Opening, furnishing and looking: the still part of a life. */
#include "life.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness.h"
#include "life_internal.h"
#include "trace.h"

void life_failed(const life *it, const char *what, int32_t code, const tc_error *error) {
    fprintf(stderr, "life in %s: %s answered %s: %s\n", it->path ? it->path : "?", what,
            tc_error_name(code), error ? error->message : "");
    _exit(3);
}

void life_open(life *it, const char *path, uint8_t store, uint32_t flags, uint64_t seed) {
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    memset(it, 0, sizeof *it);
    it->path = path;
    it->store = store;
    it->random = seed;
    it->salt = random_next(&it->random);
    it->clock_ms = LIFE_T0;
    it->soft = (flags & TC_OPEN_RELAXED) != 0;
    it->seen = calloc(LOOK_MAX, sizeof *it->seen);
    options.flags = flags | TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = LIFE_T0;
    options.seed = seed | 1;
    options.map_bytes = 32u << 20;
    options.max_readers = 64;
    int32_t code = tc_engine_open(path, &options, &it->engine, &error);
    if (code != TC_OK) life_failed(it, "open", code, &error);
    tc_engine_clock(it->engine, &it->clock_ms, NULL);
    if (flags & TC_OPEN_CREATE) life_mark(MARK_BORN, store, store, life_commit(it));
    life_look(it);
}

void life_close(life *it) {
    int32_t code = tc_engine_close(it->engine, NULL);
    if (code != TC_OK) life_failed(it, "close", code, NULL);
    /* Whatever was relaxed is durable once the store was closed. */
    if (it->soft) {
        mark last = {.what = MARK_MOMENT, .store = it->store, .of = it->store};
        last.commit = it->seen_commit;
        if (write(TRACE_MARKS_FD, &last, sizeof last) != (ssize_t)sizeof last) _exit(4);
    }
    free(it->seen);
    it->engine = NULL;
}

void life_join(life *it, const life *host, uint64_t seed) {
    *it = (life){.engine = host->engine,
                 .path = host->path,
                 .store = host->store,
                 .event = host->event,
                 .pool = host->pool,
                 .soft = host->soft,
                 .random = seed};
    it->salt = random_next(&it->random);
    it->seen = calloc(LOOK_MAX, sizeof *it->seen);
}

void life_leave(life *it) {
    free(it->seen);
}

void life_mark(uint16_t what, uint8_t store, uint8_t of, uint64_t commit) {
    mark one = {.what = what, .store = store, .of = of, .commit = commit};
    if (write(TRACE_MARKS_FD, &one, sizeof one) != (ssize_t)sizeof one) _exit(4);
}

uint64_t life_commit(life *it) {
    tc_snapshot *snapshot;
    if (tc_snapshot_open(it->engine, &snapshot, NULL) != TC_OK) return 0;
    uint64_t commit = tc_snapshot_commit(snapshot);
    tc_snapshot_close(snapshot);
    return commit;
}

static const look *seen_before(const life *it, const look *object, uint32_t *from) {
    /* Both lists are in the same order; new objects only make the new one longer. */
    for (uint32_t i = *from; i < it->seen_count; i++) {
        const look *old = &it->seen[i];
        if (old->kind != object->kind || old->id != object->id || old->sub != object->sub) continue;
        *from = i + 1;
        return old;
    }
    return NULL;
}

/* One write for a whole look: it is in the trace whole or not at all. */
void life_look(life *it) {
    tc_snapshot *snapshot;
    look *now = calloc(LOOK_MAX, sizeof *now);
    mark *marks = calloc(LOOK_MAX + 1, sizeof *marks);
    int32_t code = tc_snapshot_open(it->engine, &snapshot, NULL);
    if (code != TC_OK) life_failed(it, "snapshot", code, NULL);
    uint64_t commit = tc_snapshot_commit(snapshot);
    int32_t count = look_around(snapshot, now);
    tc_snapshot_close(snapshot);
    if (count < 0) life_failed(it, "look", count, NULL);
    uint32_t used = 0, from = 0;
    for (int32_t i = 0; i < count; i++) {
        const look *old = seen_before(it, &now[i], &from);
        /* What its first word does not settle may have changed and changed back meanwhile. */
        if (old && look_is_tight(now[i].kind) &&
            memcmp(old->words, now[i].words, sizeof old->words) == 0)
            continue;
        marks[used++] =
            (mark){.what = MARK_SEEN, .store = it->store, .commit = commit, .object = now[i]};
    }
    marks[used++] = (mark){.what = MARK_MOMENT,
                           .store = it->store,
                           .of = it->store,
                           .soft = it->soft,
                           .commit = commit};
    size_t bytes = used * sizeof *marks;
    if (write(TRACE_MARKS_FD, marks, bytes) != (ssize_t)bytes) _exit(4);
    free(it->seen);
    it->seen = now;
    it->seen_count = (uint32_t)count;
    it->seen_commit = commit;
    free(marks);
}

tc_request_id life_request(life *it) {
    tc_request_id id;
    uint64_t words[2] = {it->salt | 1, ++it->requests};
    memcpy(id.bytes, words, sizeof id.bytes);
    return id;
}

char *life_map_text(uint32_t rows, uint32_t seats, size_t *bytes) {
    char *text = malloc((size_t)rows * seats * 64 + 64);
    if (!text) _exit(4);
    size_t at = (size_t)sprintf(text, "name,section,row,seat,category,x,y\n");
    for (uint32_t row = 1; row <= rows; row++)
        for (uint32_t seat = 1; seat <= seats; seat++)
            at += (size_t)sprintf(text + at, "%u-%u,Stalls,%u,%u,All,%u,%u\n", row, seat, row, seat,
                                  seat * 50, row * 90);
    *bytes = at;
    return text;
}

static uint64_t add_map(life *it, const char *name, uint32_t rows, uint32_t seats) {
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_map_result made = TC_MAP_RESULT_INIT;
    char *text = life_map_text(rows, seats, &map.text_bytes);
    map.name = name;
    map.text = text;
    map.form = TC_MAP_FORM_CSV;
    map.request_id = life_request(it);
    LIFE_MUST(it, tc_map_create, &map, &made);
    free(text);
    publish.map = made.map;
    publish.request_id = life_request(it);
    LIFE_MUST(it, tc_map_publish, &publish, NULL);
    return made.map;
}

static void add_type(life *it, const char *name, int64_t price_minor, uint32_t pool) {
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = it->event;
    type.name = name;
    type.price_minor = price_minor;
    type.pool = pool;
    type.request_id = life_request(it);
    LIFE_MUST(it, tc_ticket_type_create, &type, NULL);
}

static uint64_t add_event(life *it, const char *name, uint64_t venue, uint64_t map) {
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    event.name = name;
    event.venue = venue;
    event.map = map;
    event.starts_at_ms = LIFE_T0 + INT64_C(3600000) * 6;
    event.ends_at_ms = LIFE_T0 + INT64_C(3600000) * 9;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    event.request_id = life_request(it);
    LIFE_MUST(it, tc_event_create, &event, &made);
    return made.event;
}

void life_furnish(life *it) {
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result placed = TC_VENUE_RESULT_INIT;
    venue.name = "Old Theatre";
    venue.time_zone = "Europe/Vienna";
    venue.request_id = life_request(it);
    LIFE_MUST(it, tc_venue_create, &venue, &placed);
    uint64_t map = add_map(it, "House", LIFE_ROWS, LIFE_ROW_SEATS);
    it->event = add_event(it, "Evening", placed.venue, map);
    add_type(it, "Full price", 3000, 0);
    tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
    tc_pool_create_result pooled = TC_POOL_CREATE_RESULT_INIT;
    pool.event = it->event;
    pool.name = "Standing";
    pool.capacity = 200;
    pool.request_id = life_request(it);
    LIFE_MUST(it, tc_pool_create, &pool, &pooled);
    it->pool = pooled.pool;
    add_type(it, "Standing place", 1050, it->pool);
}

void life_move_in(life *it) {
    it->event = 1;
    it->pool = 1;
}

void life_import(life *it, uint32_t seats) {
    uint64_t map = add_map(it, "Arena", seats / 40, 40);
    (void)add_event(it, "Concert", 0, map);
}
