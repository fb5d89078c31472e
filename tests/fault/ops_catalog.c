/* Commands of the catalog, the inventory and the feed, each with one good request against the
 * prepared house. */
#include <string.h>

#include "ops.h"

/* A command's request `q` and result `a`, ready to be filled in. */
#define BEGIN(noun, NOUN, answer, ANSWER)                                                          \
    tc_##noun##_request q = TC_##NOUN##_REQUEST_INIT;                                              \
    tc_##answer a = TC_##ANSWER##_INIT;                                                            \
    q.request_id = r->id
#define END(noun) return done(r, tc_##noun(r->engine, &q, &a, &r->error), &a, sizeof a)

static int32_t venue_create(run *r) {
    BEGIN(venue_create, VENUE_CREATE, venue_result, VENUE_RESULT);
    q.name = "New Hall";
    q.city = "Linz";
    END(venue_create);
}

static int32_t venue_update(run *r) {
    BEGIN(venue_update, VENUE_UPDATE, venue_result, VENUE_RESULT);
    q.venue = r->house->venue;
    q.name = "Old Theatre, restored";
    q.fields = TC_VENUE_FIELD_NAME;
    END(venue_update);
}

static int32_t venue_delete(run *r) {
    BEGIN(venue_delete, VENUE_DELETE, venue_result, VENUE_RESULT);
    q.venue = r->house->venue_unused;
    END(venue_delete);
}

static int32_t map_create(run *r) {
    BEGIN(map_create, MAP_CREATE, map_result, MAP_RESULT);
    q.venue = r->house->venue;
    q.name = "New map";
    q.text = HOUSE_CSV;
    q.text_bytes = strlen(HOUSE_CSV);
    END(map_create);
}

static const char OWN_FORM[] =
    "{\"version\":1,\"name\":\"Own\",\"categories\":[{\"name\":\"All\"}],\"sections\":[{\"name\":"
    "\"S\",\"rows\":[{\"name\":\"1\",\"seats\":[{\"name\":\"1\",\"x\":0,\"y\":0,\"category\":"
    "\"All\"}]}]}]}";
static const char PRETIX_FORM[] =
    "{\"name\":\"P\",\"categories\":[{\"name\":\"A\",\"color\":\"#ff0000\"}],\"size\":{\"width\":"
    "100,\"height\":100},\"zones\":[{\"name\":\"Z\",\"position\":{\"x\":0,\"y\":0},\"rows\":[{"
    "\"row_number\":\"1\",\"position\":{\"x\":0,\"y\":0},\"seats\":[{\"seat_guid\":\"a1\","
    "\"seat_number\":\"1\",\"category\":\"A\",\"position\":{\"x\":0,\"y\":0}},{\"seat_guid\":"
    "\"a2\",\"seat_number\":\"2\",\"category\":\"A\",\"position\":{\"x\":9,\"y\":0}}]}],\"areas\":"
    "[]}]}";

static int32_t map_create_json(run *r) {
    BEGIN(map_create, MAP_CREATE, map_result, MAP_RESULT);
    q.name = "Plan";
    q.text = PRETIX_FORM;
    q.text_bytes = strlen(PRETIX_FORM);
    q.form = TC_MAP_FORM_PRETIX;
    END(map_create);
}

/* Read by the engine whether it likes the document or not. */
static int32_t map_validate(run *r) {
    tc_map_report report = TC_MAP_REPORT_INIT;
    return done(r, tc_map_validate(PRETIX_FORM, strlen(PRETIX_FORM), 0, &report, &r->error),
                &report, sizeof report);
}

static int32_t map_refuse(run *r) {
    tc_map_report report = TC_MAP_REPORT_INIT;
    int32_t code =
        tc_map_validate(OWN_FORM, strlen(OWN_FORM) - 1, TC_MAP_FORM_TICKETCORE, &report, &r->error);
    took_number(r, (uint64_t)r->error.line);
    return code == TC_E_PARSE ? TC_OK : code == TC_OK ? TC_E_STATE : code;
}

static int32_t map_update(run *r) {
    BEGIN(map_update, MAP_UPDATE, map_result, MAP_RESULT);
    q.map = r->house->map_draft;
    q.text = HOUSE_CSV_MORE;
    q.text_bytes = strlen(HOUSE_CSV_MORE);
    END(map_update);
}

static int32_t map_publish(run *r) {
    BEGIN(map_publish, MAP_PUBLISH, map_result, MAP_RESULT);
    q.map = r->house->map_draft;
    END(map_publish);
}

static int32_t map_delete(run *r) {
    BEGIN(map_delete, MAP_DELETE, map_result, MAP_RESULT);
    q.map = r->house->map_unused;
    END(map_delete);
}

static int32_t event_create(run *r) {
    static const char *const TAGS[] = {"gala"};
    BEGIN(event_create, EVENT_CREATE, event_result, EVENT_RESULT);
    q.venue = r->house->venue;
    q.map = r->house->map;
    q.name = "Gala";
    q.currency = "EUR";
    q.tags = TAGS;
    q.tags_count = 1;
    q.status = TC_EVENT_ON_SALE;
    q.starts_at_ms = HOUSE_T0 + 86400000;
    END(event_create);
}

static int32_t event_update(run *r) {
    BEGIN(event_update, EVENT_UPDATE, event_result, EVENT_RESULT);
    q.event = r->house->event;
    q.name = "Evening of many songs";
    q.limit_per_buyer = 50;
    q.fields = TC_EVENT_FIELD_NAME | TC_EVENT_FIELD_LIMIT_PER_BUYER;
    END(event_update);
}

/* Another map under an event that has sold. */
static int32_t event_map(run *r) {
    BEGIN(event_update, EVENT_UPDATE, event_result, EVENT_RESULT);
    q.event = r->house->late_event;
    q.map = r->house->map_wider;
    q.fields = TC_EVENT_FIELD_MAP;
    END(event_update);
}

static int32_t event_delete(run *r) {
    BEGIN(event_delete, EVENT_DELETE, event_result, EVENT_RESULT);
    q.event = r->house->event_unused;
    END(event_delete);
}

static int32_t ticket_type_create(run *r) {
    BEGIN(ticket_type_create, TICKET_TYPE_CREATE, ticket_type_result, TICKET_TYPE_RESULT);
    q.event = r->house->event;
    q.name = "Children";
    q.price_minor = 500;
    END(ticket_type_create);
}

static int32_t ticket_type_update(run *r) {
    BEGIN(ticket_type_update, TICKET_TYPE_UPDATE, ticket_type_result, TICKET_TYPE_RESULT);
    q.event = r->house->event;
    q.ticket_type = r->house->type_seat;
    q.price_minor = 3100;
    q.fields = TC_TICKET_TYPE_FIELD_PRICE;
    END(ticket_type_update);
}

static int32_t ticket_type_delete(run *r) {
    BEGIN(ticket_type_delete, TICKET_TYPE_DELETE, ticket_type_result, TICKET_TYPE_RESULT);
    q.event = r->house->event_unused;
    q.ticket_type = r->house->type_unused;
    END(ticket_type_delete);
}

static tc_hold_seat held_seats[8];

static int32_t hold_create(run *r) {
    const tc_hold_seat seats[] = {{r->house->event, 10, 0}, {r->house->event, 11, 0}};
    const tc_hold_pool pool = {r->house->event, r->house->pool, 3};
    BEGIN(hold_create, HOLD_CREATE, hold_create_result, HOLD_CREATE_RESULT);
    q.seats = seats;
    q.seats_count = 2;
    q.pools = &pool;
    q.pools_count = 1;
    q.buyer = "bob";
    a.seats = held_seats;
    a.seats_capacity = 8;
    END(hold_create);
}

/* A whole row of an event that leaves nobody a single seat. */
static int32_t hold_orphan(run *r) {
    const tc_hold_seat seats[] = {
        {r->house->late_event, 0, 0}, {r->house->late_event, 1, 0}, {r->house->late_event, 2, 0}};
    BEGIN(hold_create, HOLD_CREATE, hold_create_result, HOLD_CREATE_RESULT);
    q.seats = seats;
    q.seats_count = 3;
    q.buyer = "bob";
    END(hold_create);
}

/* A refusal with its list of seats in the way. */
static int32_t hold_taken(run *r) {
    static tc_conflict conflicts[4];
    const tc_hold_seat seats[] = {{r->house->event, 3, 0}, {r->house->event, 4, 0}};
    BEGIN(hold_create, HOLD_CREATE, hold_create_result, HOLD_CREATE_RESULT);
    q.seats = seats;
    q.seats_count = 2;
    r->error = (tc_error)TC_ERROR_INIT;
    r->error.conflicts = conflicts;
    r->error.conflicts_capacity = 4;
    int32_t code = tc_hold_create(r->engine, &q, &a, &r->error);
    if (code != TC_E_SEAT_TAKEN) return code == TC_OK ? TC_E_STATE : code;
    took_number(r, r->error.subject);
    return TC_OK;
}

static int32_t hold_best(run *r) {
    BEGIN(hold_best, HOLD_BEST, hold_best_result, HOLD_BEST_RESULT);
    q.event = r->house->event;
    q.quantity = 3;
    a.seats = held_seats;
    a.seats_capacity = 8;
    END(hold_best);
}

static int32_t best_late(run *r, uint32_t quantity, uint32_t accessible) {
    BEGIN(hold_best, HOLD_BEST, hold_best_result, HOLD_BEST_RESULT);
    q.event = r->house->late_event;
    q.quantity = quantity;
    q.accessible = accessible;
    q.buyer = "bob";
    a.seats = held_seats;
    a.seats_capacity = 8;
    END(hold_best);
}

static int32_t hold_best_split(run *r) {
    return best_late(r, 5, 0);
}

static int32_t hold_best_accessible(run *r) {
    return best_late(r, 3, 2);
}

static int32_t hold_extend_default(run *r) {
    BEGIN(hold_extend, HOLD_EXTEND, hold_extend_result, HOLD_EXTEND_RESULT);
    q.hold = r->house->hold;
    q.secret = r->house->hold_secret;
    END(hold_extend);
}

static int32_t hold_extend(run *r) {
    BEGIN(hold_extend, HOLD_EXTEND, hold_extend_result, HOLD_EXTEND_RESULT);
    q.hold = r->house->hold;
    q.secret = r->house->hold_secret;
    q.ttl_ms = 3600000;
    END(hold_extend);
}

static int32_t hold_release(run *r) {
    BEGIN(hold_release, HOLD_RELEASE, hold_release_result, HOLD_RELEASE_RESULT);
    q.hold = r->house->hold;
    q.secret = r->house->hold_secret;
    END(hold_release);
}

static int32_t hold_release_large(run *r) {
    BEGIN(hold_release, HOLD_RELEASE, hold_release_result, HOLD_RELEASE_RESULT);
    q.hold = r->house->large;
    q.secret = r->house->large_secret;
    END(hold_release);
}

static int32_t hold_expire(run *r) {
    BEGIN(hold_expire, HOLD_EXPIRE, hold_expire_result, HOLD_EXPIRE_RESULT);
    q.hold = r->house->hold;
    END(hold_expire);
}

static int32_t hold_swap(run *r) {
    const tc_hold_seat seats[] = {{r->house->event, 1, 0}, {r->house->event, 12, 0}};
    BEGIN(hold_swap, HOLD_SWAP, hold_swap_result, HOLD_SWAP_RESULT);
    q.hold = r->house->hold;
    q.secret = r->house->hold_secret;
    q.seats = seats;
    q.seats_count = 2;
    a.seats = held_seats;
    a.seats_capacity = 8;
    END(hold_swap);
}

static int32_t hold_swap_large(run *r) {
    tc_hold_seat seats[18];
    BEGIN(hold_swap, HOLD_SWAP, hold_swap_result, HOLD_SWAP_RESULT);
    for (uint32_t i = 0; i < 18; i++) seats[i] = (tc_hold_seat){r->house->large_event, i + 2, 0};
    q.hold = r->house->large;
    q.secret = r->house->large_secret;
    q.seats = seats;
    q.seats_count = 18;
    a.seats = held_seats;
    a.seats_capacity = 8;
    END(hold_swap);
}

static tc_seat_version versions[2];

static int32_t seat_block(run *r) {
    static const tc_seat_version SEATS[] = {{13, 0}, {14, 0}};
    BEGIN(seat_block, SEAT_BLOCK, seat_block_result, SEAT_BLOCK_RESULT);
    q.event = r->house->event;
    q.seats = SEATS;
    q.seats_count = 2;
    a.seats = versions;
    a.seats_capacity = 2;
    END(seat_block);
}

static int32_t seat_unblock(run *r) {
    static const tc_seat_version SEATS[] = {{18, 0}};
    BEGIN(seat_unblock, SEAT_UNBLOCK, seat_unblock_result, SEAT_UNBLOCK_RESULT);
    q.event = r->house->event;
    q.seats = SEATS;
    q.seats_count = 1;
    a.seats = versions;
    a.seats_capacity = 2;
    END(seat_unblock);
}

static int32_t seat_channel(run *r) {
    static const tc_seat_version SEATS[] = {{15, 0}, {16, 0}};
    BEGIN(seat_channel, SEAT_CHANNEL, seat_channel_result, SEAT_CHANNEL_RESULT);
    q.event = r->house->event;
    q.seats = SEATS;
    q.seats_count = 2;
    q.channel = 3;
    a.seats = versions;
    a.seats_capacity = 2;
    END(seat_channel);
}

static int32_t pool_create(run *r) {
    BEGIN(pool_create, POOL_CREATE, pool_create_result, POOL_CREATE_RESULT);
    q.event = r->house->event;
    q.name = "Gallery";
    q.capacity = 40;
    END(pool_create);
}

static int32_t pool_update(run *r) {
    BEGIN(pool_update, POOL_UPDATE, pool_update_result, POOL_UPDATE_RESULT);
    q.event = r->house->event;
    q.pool = r->house->pool;
    q.flags = TC_POOL_SET_CAPACITY | TC_POOL_SET_NAME;
    q.capacity = 200;
    q.name = "Standing, more";
    END(pool_update);
}

/* With the clock moved past the holds' end, so that there is something to sweep; the commit of a
 * refused sweep sweeps all the same. */
static int32_t sweep(run *r) {
    tc_sweep_request q = TC_SWEEP_REQUEST_INIT;
    tc_sweep_result a = TC_SWEEP_RESULT_INIT;
    q.request_id = r->id;
    int32_t code = tc_engine_set_clock(r->engine, HOUSE_T0 + 3600000, &r->error);
    if (code == TC_OK) code = tc_sweep(r->engine, &q, &a, &r->error);
    return done(r, code, &a, sizeof a);
}

static int32_t consumer_set(run *r) {
    BEGIN(consumer_set, CONSUMER_SET, consumer_set_result, CONSUMER_SET_RESULT);
    q.name = "reports";
    q.cursor = tc_feed_cursor_at(3);
    END(consumer_set);
}

static int32_t consumer_delete(run *r) {
    tc_consumer_delete_request q = TC_CONSUMER_DELETE_REQUEST_INIT;
    q.request_id = r->id;
    q.name = "mailer";
    return tc_consumer_delete(r->engine, &q, &r->error);
}

static int32_t feed_prune(run *r) {
    BEGIN(feed_prune, FEED_PRUNE, feed_prune_result, FEED_PRUNE_RESULT);
    q.before = tc_feed_cursor_at(10);
    END(feed_prune);
}

const op OPS_CATALOG[] = {
    {"venue.create", venue_create, OP_COMMAND},
    {"venue.update", venue_update, OP_COMMAND},
    {"venue.delete", venue_delete, OP_COMMAND},
    {"map.create", map_create, OP_COMMAND},
    {"map.create.plan", map_create_json, OP_COMMAND},
    {"map.validate", map_validate, OP_PURE},
    {"map.refuse", map_refuse, OP_PURE},
    {"map.update", map_update, OP_COMMAND},
    {"map.publish", map_publish, OP_COMMAND},
    {"map.delete", map_delete, OP_COMMAND},
    {"event.create", event_create, OP_COMMAND},
    {"event.update", event_update, OP_COMMAND},
    {"event.update.map", event_map, OP_COMMAND},
    {"event.delete", event_delete, OP_COMMAND},
    {"ticket_type.create", ticket_type_create, OP_COMMAND},
    {"ticket_type.update", ticket_type_update, OP_COMMAND},
    {"ticket_type.delete", ticket_type_delete, OP_COMMAND},
    {"hold.create", hold_create, OP_COMMAND},
    {"hold.create.refused", hold_taken, OP_HANDLE},
    {"hold.create.orphan", hold_orphan, OP_COMMAND},
    {"hold.best", hold_best, OP_COMMAND},
    {"hold.best.split", hold_best_split, OP_COMMAND},
    {"hold.best.accessible", hold_best_accessible, OP_COMMAND},
    {"hold.extend", hold_extend, OP_COMMAND},
    {"hold.extend.default", hold_extend_default, OP_COMMAND},
    {"hold.release", hold_release, OP_COMMAND},
    {"hold.release.large", hold_release_large, OP_COMMAND},
    {"hold.swap.large", hold_swap_large, OP_COMMAND},
    {"hold.expire", hold_expire, OP_COMMAND},
    {"hold.swap", hold_swap, OP_COMMAND},
    {"seat.block", seat_block, OP_COMMAND},
    {"seat.unblock", seat_unblock, OP_COMMAND},
    {"seat.channel", seat_channel, OP_COMMAND},
    {"pool.create", pool_create, OP_COMMAND},
    {"pool.update", pool_update, OP_COMMAND},
    {"sweep", sweep, OP_PARTS},
    {"consumer.set", consumer_set, OP_COMMAND},
    {"consumer.delete", consumer_delete, OP_COMMAND},
    {"feed.prune", feed_prune, OP_COMMAND},
};
LIST(OPS_CATALOG);
