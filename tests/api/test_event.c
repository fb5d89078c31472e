/* Events from outside: the seven operations, searching, moving to another map, what is refused. */
#include "catalog_house.h"

static const char MAP_1[] = "name,row,seat,category,x,y\n"
                            "s0,A,1,Gold,0,0\ns1,A,2,Gold,50,0\ns2,A,3,Silver,100,0\n";
static const char MAP_2[] = "name,row,seat,category,x,y\n"
                            "s0,A,1,Gold,0,0\ns2,A,3,Silver,100,0\ns3,A,4,Gold,150,0\n";

static tc_event_view read_event(house *h, uint64_t event) {
    tc_event_view view = TC_EVENT_VIEW_INIT;
    assert_int_equal(tc_event_get(look(h), event, &view, NULL), TC_OK);
    return view;
}

static void an_event_is_made_and_read(void **state) {
    house *h = *state;
    static const char *const TAGS[] = {"rock", "open air"};
    tc_event_create_request request = event_like("Summer Night");
    tc_event_result result = TC_EVENT_RESULT_INIT;
    request.venue = make_venue(h, "Castle");
    request.map = make_map(h, MAP_1).map;
    publish_map(h, request.map);
    request.ends_at_ms = request.starts_at_ms + 7200000;
    request.sale_from_ms = T0 - DAY;
    request.sale_until_ms = T0 + DAY;
    request.description = "Bring\na coat";
    request.category = "concert";
    request.tags = TAGS;
    request.tags_count = 2;
    request.rules = TC_EVENT_ORPHAN_RULE;
    request.late_money = TC_LATE_MONEY_VOID;
    request.capture = TC_CAPTURE_AT_ONCE;
    request.limit_per_buyer = 6;
    request.limit_per_order = 4;
    request.hold_ttl_ms = 60000;
    assert_int_equal(tc_event_create(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.event, 1);
    assert_int_equal(result.version, 1);
    assert_int_equal(result.seats, 3);
    assert_int_equal(result.map_version, 1);
    tc_event_view view = read_event(h, 1);
    assert_string_equal(view.name, "Summer Night");
    assert_string_equal(view.description, "Bring\na coat");
    assert_string_equal(view.category, "concert");
    assert_string_equal(view.venue_name, "Castle");
    assert_int_equal(view.tags_count, 2);
    assert_string_equal(view.tags[0], "open air"); /* sorted */
    assert_string_equal(view.tags[1], "rock");
    assert_string_equal(view.currency, "EUR");
    assert_int_equal(view.status, TC_EVENT_ON_SALE);
    assert_int_equal(view.starts_at_ms, request.starts_at_ms);
    assert_int_equal(view.ends_at_ms, request.ends_at_ms);
    assert_int_equal(view.sale_until_ms, T0 + DAY);
    assert_int_equal(view.hold_ttl_ms, 60000);
    assert_int_equal(view.hold_life_ms, TC_HOLD_LIFE_MS_DEFAULT);
    assert_int_equal(view.rules, TC_EVENT_ORPHAN_RULE);
    assert_int_equal(view.late_money, TC_LATE_MONEY_VOID);
    assert_int_equal(view.capture, TC_CAPTURE_AT_ONCE);
    assert_int_equal(view.limit_per_buyer, 6);
    assert_int_equal(view.limit_per_order, 4);
    assert_int_equal(view.map, request.map);
    assert_int_equal(view.map_version, 1);
    assert_int_equal(view.seats, 3);
    assert_int_equal(view.on_sale, 1);
    assert_int_equal(view.created_at_ms, T0);
}

static void zeros_become_defaults(void **state) {
    house *h = *state;
    tc_event_create_request request = event_like("Plain");
    request.status = 0;
    tc_event_view view = read_event(h, make_event(h, &request));
    assert_int_equal(view.status, TC_EVENT_DRAFT);
    assert_int_equal(view.hold_ttl_ms, TC_HOLD_TTL_MS_DEFAULT);
    assert_int_equal(view.hold_life_ms, TC_HOLD_LIFE_MS_DEFAULT);
    assert_int_equal(view.seats, 0);
    assert_int_equal(view.map_version, 0);
    assert_int_equal(view.on_sale, 0);
    assert_int_equal(view.tags_count, 0);
    assert_string_equal(view.venue_name, "");
}

static void a_long_hold_stretches_the_default_life(void **state) {
    house *h = *state;
    tc_event_create_request request = event_like("Plain");
    request.hold_ttl_ms = TC_HOLD_LIFE_MS_DEFAULT * 2;
    assert_int_equal(read_event(h, make_event(h, &request)).hold_life_ms,
                     TC_HOLD_LIFE_MS_DEFAULT * 2);
}

static void the_sale_window_opens_and_shuts(void **state) {
    house *h = *state;
    tc_event_create_request request = event_like("Plain");
    request.sale_from_ms = T0 + 10;
    request.sale_until_ms = T0 + 20;
    uint64_t event = make_event(h, &request);
    assert_int_equal(read_event(h, event).on_sale, 0);
    move_clock(h, 10);
    assert_int_equal(read_event(h, event).on_sale, 1);
    move_clock(h, 9);
    assert_int_equal(read_event(h, event).on_sale, 1);
    move_clock(h, 1);
    assert_int_equal(read_event(h, event).on_sale, 0);
}

static void without_an_end_the_sale_ends_at_the_start(void **state) {
    house *h = *state;
    tc_event_create_request request = event_like("Plain");
    request.starts_at_ms = T0 + 100;
    uint64_t event = make_event(h, &request);
    move_clock(h, 99);
    assert_int_equal(read_event(h, event).on_sale, 1);
    move_clock(h, 1);
    assert_int_equal(read_event(h, event).on_sale, 0);
}

static void holds_need_the_sale(void **state) {
    house *h = *state;
    tc_event_create_request request = event_like("Plain");
    request.map = make_map(h, MAP_1).map;
    publish_map(h, request.map);
    request.status = TC_EVENT_PAUSED;
    tc_hold_seat seat = {make_event(h, &request), 0, 0};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    hold.seats = &seat;
    hold.seats_count = 1;
    assert_int_equal(tc_hold_create(h->engine, &hold, NULL, &h->error), TC_E_NOT_ON_SALE);
    assert_int_equal(h->error.event, seat.event);
}

static tc_event_update_request change(uint64_t event, uint32_t fields) {
    tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
    request.event = event;
    request.fields = fields;
    return request;
}

static void an_update_changes_what_it_names(void **state) {
    house *h = *state;
    tc_event_create_request made = event_like("Before");
    made.category = "concert";
    made.limit_per_buyer = 4;
    uint64_t event = make_event(h, &made);
    tc_event_update_request request =
        change(event, TC_EVENT_FIELD_NAME | TC_EVENT_FIELD_STATUS | TC_EVENT_FIELD_TIMES);
    tc_event_result result = TC_EVENT_RESULT_INIT;
    request.expected_version = 1;
    request.name = "After";
    request.category = "ignored";
    request.status = TC_EVENT_CANCELLED;
    request.starts_at_ms = T0 + 50 * DAY;
    move_clock(h, 3);
    assert_int_equal(tc_event_update(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    tc_event_view view = read_event(h, event);
    assert_string_equal(view.name, "After");
    assert_string_equal(view.category, "concert");
    assert_int_equal(view.status, TC_EVENT_CANCELLED);
    assert_int_equal(view.starts_at_ms, T0 + 50 * DAY);
    assert_int_equal(view.limit_per_buyer, 4);
    assert_int_equal(view.updated_at_ms, T0 + 3);
    assert_int_equal(view.version, 2);
}

static void a_stale_version_is_refused(void **state) {
    house *h = *state;
    tc_event_create_request made = event_like("Show");
    tc_event_update_request request = change(make_event(h, &made), TC_EVENT_FIELD_NAME);
    request.name = "x";
    request.expected_version = 2;
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_VERSION,
                   "expected_version");
    assert_int_equal(h->error.actual_version, 1);
    assert_int_equal(h->error.event, request.event);
    tc_event_delete_request gone = TC_EVENT_DELETE_REQUEST_INIT;
    gone.event = request.event;
    gone.expected_version = 2;
    ASSERT_REFUSED(h, tc_event_delete(h->engine, &gone, NULL, &h->error), TC_E_VERSION,
                   "expected_version");
}

static void an_update_is_judged_whole(void **state) {
    house *h = *state;
    tc_event_create_request made = event_like("Show");
    made.ends_at_ms = made.starts_at_ms + 1000;
    tc_event_update_request request = change(make_event(h, &made), TC_EVENT_FIELD_HOLD_TIMES);
    request.hold_ttl_ms = 10000;
    request.hold_life_ms = 9000;
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "hold_life_ms");
    request = change(request.event, TC_EVENT_FIELD_VENUE);
    request.venue = 44;
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_NOT_FOUND,
                   "venue");
    request = change(request.event, 0);
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "fields");
    request = change(request.event, 0x10000);
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "fields");
    assert_int_equal(read_event(h, request.event).version, 1);
}

static uint64_t event_on_map(house *h, uint64_t map) {
    tc_event_create_request request = event_like("Show");
    request.map = map;
    return make_event(h, &request);
}

static void an_event_moves_to_the_next_version(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    hold_seat(h, event, 2);
    update_map(h, map, MAP_2);
    publish_map(h, map);
    tc_event_update_request request = change(event, TC_EVENT_FIELD_MAP);
    tc_event_result result = TC_EVENT_RESULT_INIT;
    request.map = map;
    assert_int_equal(tc_event_update(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.map_version, 2);
    assert_int_equal(result.seats, 4);
    uint32_t seat = 0;
    assert_int_equal(tc_event_seat_find(look(h), event, "s2", &seat, NULL), TC_OK);
    assert_int_equal(seat, 2);
    assert_int_equal(tc_event_seat_find(h->snapshot, event, "s1", &seat, NULL), TC_E_NOT_FOUND);
    hold_seat(h, event, 3);
}

static void a_held_seat_is_not_dropped(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    tc_hold_create_result hold = hold_seat(h, event, 1);
    update_map(h, map, MAP_2);
    publish_map(h, map);
    tc_event_update_request request = change(event, TC_EVENT_FIELD_MAP);
    tc_conflict conflicts[2];
    request.map = map;
    h->error = (tc_error)TC_ERROR_INIT;
    h->error.conflicts = conflicts;
    h->error.conflicts_capacity = 2;
    assert_int_equal(tc_event_update(h->engine, &request, NULL, &h->error), TC_E_SEATS_IN_USE);
    assert_int_equal(h->error.conflicts_count, 1);
    assert_int_equal(conflicts[0].seat, 1);
    assert_int_equal(conflicts[0].event, event);
    assert_int_equal(read_event(h, event).map_version, 1);
    release_hold(h, &hold);
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
}

static void a_priced_category_is_not_lost(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = event;
    type.name = "Silver seat";
    type.category = 2;
    assert_int_equal(tc_ticket_type_create(h->engine, &type, NULL, NULL), TC_OK);
    uint64_t other = make_map(h, "name,seat,category,x,y\ns0,1,Gold,0,0\ns2,2,Bronze,50,0\n").map;
    publish_map(h, other);
    tc_event_update_request request = change(event, TC_EVENT_FIELD_MAP);
    request.map = other;
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_IN_USE, "map");
    update_map(h, map, "name,seat,category,x,y\ns0,1,Silver,0,0\n");
    publish_map(h, map);
    request.map = map;
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
}

static void an_event_gives_its_map_up(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    tc_event_update_request request = change(event, TC_EVENT_FIELD_MAP);
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
    tc_event_view view = read_event(h, event);
    assert_int_equal(view.map, 0);
    assert_int_equal(view.seats, 0);
    tc_map_delete_request gone = TC_MAP_DELETE_REQUEST_INIT;
    gone.map = map;
    assert_int_equal(tc_map_delete(h->engine, &gone, NULL, NULL), TC_OK);
}

static void the_currency_stays_while_prices_are_in_it(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    tc_ticket_type_result made = TC_TICKET_TYPE_RESULT_INIT;
    tc_ticket_type_delete_request gone = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
    tc_event_update_request request = change(event, TC_EVENT_FIELD_CURRENCY);
    type.event = gone.event = event;
    type.name = "Free";
    assert_int_equal(tc_ticket_type_create(h->engine, &type, &made, NULL), TC_OK);
    request.currency = "JPY"; /* nothing costs anything yet */
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
    type.name = "Full";
    type.price_minor = 2500;
    assert_int_equal(tc_ticket_type_create(h->engine, &type, &made, NULL), TC_OK);
    request.currency = "EUR"; /* ¥2,500 would be €25.00 */
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_IN_USE,
                   "currency");
    assert_non_null(strstr(h->error.message, "ticket type 2"));
    gone.ticket_type = made.ticket_type;
    assert_int_equal(tc_ticket_type_delete(h->engine, &gone, NULL, NULL), TC_OK);
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
}

static void the_currency_stays_while_holds_live(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    tc_hold_create_result hold = hold_seat(h, event, 0);
    tc_event_update_request request = change(event, TC_EVENT_FIELD_CURRENCY);
    request.currency = "CHF";
    ASSERT_REFUSED(h, tc_event_update(h->engine, &request, NULL, &h->error), TC_E_IN_USE, "event");
    request.currency = "EUR";
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
    release_hold(h, &hold);
    request.currency = "CHF";
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
    assert_string_equal(read_event(h, event).currency, "CHF");
}

static void an_event_is_removed(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = event;
    type.name = "x";
    assert_int_equal(tc_ticket_type_create(h->engine, &type, NULL, NULL), TC_OK);
    tc_event_delete_request request = TC_EVENT_DELETE_REQUEST_INIT;
    tc_event_result result = TC_EVENT_RESULT_INIT;
    tc_event_view view = TC_EVENT_VIEW_INIT;
    tc_ticket_type_view typed = TC_TICKET_TYPE_VIEW_INIT;
    request.event = event;
    assert_int_equal(tc_event_delete(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 0);
    assert_int_equal(tc_event_get(look(h), event, &view, NULL), TC_E_NOT_FOUND);
    assert_int_equal(tc_ticket_type_get(h->snapshot, event, 1, &typed, NULL), TC_E_NOT_FOUND);
    ASSERT_REFUSED(h, tc_event_delete(h->engine, &request, NULL, &h->error), TC_E_NOT_FOUND,
                   "event");
    assert_int_equal(event_on_map(h, map), event + 1);
}

static void a_held_event_stays_until_the_hold_is_dead(void **state) {
    house *h = *state;
    uint64_t map = make_map(h, MAP_1).map;
    publish_map(h, map);
    uint64_t event = event_on_map(h, map);
    hold_seat(h, event, 0);
    tc_event_delete_request request = TC_EVENT_DELETE_REQUEST_INIT;
    request.event = event;
    ASSERT_REFUSED(h, tc_event_delete(h->engine, &request, NULL, &h->error), TC_E_IN_USE, "event");
    move_clock(h, TC_HOLD_TTL_MS_DEFAULT);
    assert_int_equal(tc_event_delete(h->engine, &request, NULL, NULL), TC_OK);
}

static void refuse_event(house *h, tc_event_create_request request, int32_t code,
                         const char *field) {
    ASSERT_REFUSED(h, tc_event_create(h->engine, &request, NULL, &h->error), code, field);
}

static void bad_times_are_refused(void **state) {
    house *h = *state;
    tc_event_create_request bad = event_like("x");
    bad.starts_at_ms = 0;
    refuse_event(h, bad, TC_E_INVALID, "starts_at_ms");
    bad = event_like("x");
    bad.ends_at_ms = bad.starts_at_ms - 1;
    refuse_event(h, bad, TC_E_INVALID, "ends_at_ms");
    bad = event_like("x");
    bad.sale_from_ms = bad.sale_until_ms = T0;
    refuse_event(h, bad, TC_E_INVALID, "sale_until_ms");
    bad = event_like("x");
    bad.sale_from_ms = -1;
    refuse_event(h, bad, TC_E_INVALID, "sale_from_ms");
    bad = event_like("x");
    bad.hold_ttl_ms = 999;
    refuse_event(h, bad, TC_E_INVALID, "hold_ttl_ms");
    bad.hold_ttl_ms = TC_HOLD_TTL_MS_MAX + 1;
    refuse_event(h, bad, TC_E_LIMIT, "hold_ttl_ms");
    bad = event_like("x");
    bad.hold_life_ms = 2000;
    refuse_event(h, bad, TC_E_INVALID, "hold_life_ms");
}

static void bad_words_are_refused(void **state) {
    house *h = *state;
    static const char *const BAD[] = {NULL, "", "eur", "EURO", "E1R"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        tc_event_create_request bad = event_like("x");
        bad.currency = BAD[i];
        refuse_event(h, bad, TC_E_INVALID, "currency");
    }
    tc_event_create_request bad = event_like(NULL);
    refuse_event(h, bad, TC_E_INVALID, "name");
    char longer[TC_TEXT_MAX + 2];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    bad = event_like("x");
    bad.description = longer;
    refuse_event(h, bad, TC_E_LIMIT, "description");
    bad = event_like("x");
    bad.category = longer;
    refuse_event(h, bad, TC_E_LIMIT, "category");
}

static void bad_tags_are_refused(void **state) {
    house *h = *state;
    static const char *const TWICE[] = {"a", "b", "a"};
    static const char *const EMPTY[] = {""};
    const char *many[TC_TAGS_MAX + 1];
    for (size_t i = 0; i <= TC_TAGS_MAX; i++) many[i] = "x";
    tc_event_create_request bad = event_like("x");
    bad.tags = TWICE;
    bad.tags_count = 3;
    refuse_event(h, bad, TC_E_INVALID, "tags");
    bad.tags = EMPTY;
    bad.tags_count = 1;
    refuse_event(h, bad, TC_E_INVALID, "tags");
    bad.tags = NULL;
    refuse_event(h, bad, TC_E_INVALID, "tags");
    bad.tags = many;
    bad.tags_count = TC_TAGS_MAX + 1;
    refuse_event(h, bad, TC_E_LIMIT, "tags_count");
}

static void bad_rules_are_refused(void **state) {
    house *h = *state;
    tc_event_create_request bad = event_like("x");
    bad.status = TC_EVENT_ENDED + 1;
    refuse_event(h, bad, TC_E_LIMIT, "status");
    bad = event_like("x");
    bad.rules = 2;
    refuse_event(h, bad, TC_E_INVALID, "rules");
    bad = event_like("x");
    bad.late_money = TC_LATE_MONEY_VOID + 1;
    refuse_event(h, bad, TC_E_LIMIT, "late_money");
    bad = event_like("x");
    bad.capture = 2;
    refuse_event(h, bad, TC_E_LIMIT, "capture");
    bad = event_like("x");
    bad.flags = 1;
    refuse_event(h, bad, TC_E_INVALID, "flags");
    bad = event_like("x");
    bad.reserved = 1;
    refuse_event(h, bad, TC_E_INVALID, "reserved");
}

static void references_must_lead_somewhere(void **state) {
    house *h = *state;
    tc_event_create_request bad = event_like("x");
    bad.venue = 3;
    refuse_event(h, bad, TC_E_NOT_FOUND, "venue");
    bad = event_like("x");
    bad.map = 3;
    refuse_event(h, bad, TC_E_NOT_FOUND, "map");
    bad = event_like("x");
    bad.map_version = 1;
    refuse_event(h, bad, TC_E_INVALID, "map_version");
    bad.map = make_map(h, MAP_1).map;
    bad.map_version = 2;
    refuse_event(h, bad, TC_E_NOT_FOUND, "map_version");
    tc_event_view view = TC_EVENT_VIEW_INIT;
    assert_int_equal(tc_event_get(look(h), 1, &view, NULL), TC_E_NOT_FOUND);
}

static void an_old_snapshot_shows_the_old_event(void **state) {
    house *h = *state;
    tc_event_create_request made = event_like("Before");
    uint64_t event = make_event(h, &made);
    tc_snapshot *before = NULL;
    tc_event_view view = TC_EVENT_VIEW_INIT;
    assert_int_equal(tc_snapshot_open(h->engine, &before, NULL), TC_OK);
    tc_event_update_request request = change(event, TC_EVENT_FIELD_NAME);
    request.name = "After";
    assert_int_equal(tc_event_update(h->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_event_get(before, event, &view, NULL), TC_OK);
    assert_string_equal(view.name, "Before");
    tc_snapshot_close(before);
    assert_string_equal(read_event(h, event).name, "After");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(an_event_is_made_and_read),
        MEMORY(zeros_become_defaults),
        MEMORY(a_long_hold_stretches_the_default_life),
        MEMORY(the_sale_window_opens_and_shuts),
        MEMORY(without_an_end_the_sale_ends_at_the_start),
        MEMORY(holds_need_the_sale),
        BOTH(an_update_changes_what_it_names),
        MEMORY(a_stale_version_is_refused),
        MEMORY(an_update_is_judged_whole),
        BOTH(an_event_moves_to_the_next_version),
        BOTH(a_held_seat_is_not_dropped),
        MEMORY(a_priced_category_is_not_lost),
        MEMORY(an_event_gives_its_map_up),
        MEMORY(the_currency_stays_while_holds_live),
        MEMORY(the_currency_stays_while_prices_are_in_it),
        BOTH(an_event_is_removed),
        MEMORY(a_held_event_stays_until_the_hold_is_dead),
        MEMORY(bad_times_are_refused),
        MEMORY(bad_words_are_refused),
        MEMORY(bad_tags_are_refused),
        MEMORY(bad_rules_are_refused),
        MEMORY(references_must_lead_somewhere),
        BOTH(an_old_snapshot_shows_the_old_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
