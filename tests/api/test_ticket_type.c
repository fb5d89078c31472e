/* Ticket types from outside. */
#include "catalog_house.h"

static const char MAP[] = "seat,category,x,y\n1,Gold,0,0\n2,Silver,50,0\n";

static uint64_t seated_event(house *h) {
    tc_map_result map = make_map(h, MAP);
    publish_map(h, map.map);
    tc_event_create_request event = event_like("Show");
    event.map = map.map;
    return make_event(h, &event);
}

static tc_ticket_type_create_request type_like(uint64_t event, const char *name) {
    tc_ticket_type_create_request request = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    request.event = event;
    request.name = name;
    request.price_minor = 4200;
    return request;
}

static uint32_t make_type(house *h, const tc_ticket_type_create_request *request) {
    tc_ticket_type_result result = TC_TICKET_TYPE_RESULT_INIT;
    assert_int_equal(tc_ticket_type_create(h->engine, request, &result, NULL), TC_OK);
    return result.ticket_type;
}

static tc_ticket_type_view read_type(house *h, uint64_t event, uint32_t type) {
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    assert_int_equal(tc_ticket_type_get(look(h), event, type, &view, NULL), TC_OK);
    return view;
}

static void a_ticket_type_is_made_and_read(void **state) {
    house *h = *state;
    tc_ticket_type_create_request request = type_like(seated_event(h), "Full price");
    request.fee_minor = 150;
    request.description = "Lines\nof text";
    request.category = 2;
    request.channels = 5;
    request.tax_bp = 1900;
    request.tax_inclusive = 1;
    request.sale_from_ms = T0;
    request.sale_until_ms = T0 + DAY;
    request.min_per_order = 2;
    request.max_per_order = 8;
    assert_int_equal(make_type(h, &request), 1);
    tc_ticket_type_view view = read_type(h, request.event, 1);
    assert_string_equal(view.name, "Full price");
    assert_string_equal(view.description, "Lines\nof text");
    assert_string_equal(view.currency, "EUR");
    assert_int_equal(view.price_minor, 4200);
    assert_int_equal(view.fee_minor, 150);
    assert_int_equal(view.category, 2);
    assert_int_equal(view.channels, 5);
    assert_int_equal(view.tax_bp, 1900);
    assert_int_equal(view.tax_inclusive, 1);
    assert_int_equal(view.sale_until_ms, T0 + DAY);
    assert_int_equal(view.min_per_order, 2);
    assert_int_equal(view.max_per_order, 8);
    assert_int_equal(view.status, TC_TICKET_TYPE_ON_SALE);
    assert_int_equal(view.version, 1);
}

static void an_update_changes_what_it_names(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "Full price");
    tc_ticket_type_update_request request = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    tc_ticket_type_result result = TC_TICKET_TYPE_RESULT_INIT;
    made.tax_bp = 700;
    request.event = made.event;
    request.ticket_type = make_type(h, &made);
    request.expected_version = 1;
    request.price_minor = 5000;
    request.name = "Early";
    request.fields = TC_TICKET_TYPE_FIELD_PRICE | TC_TICKET_TYPE_FIELD_STATUS;
    assert_int_equal(tc_ticket_type_update(h->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    tc_ticket_type_view view = read_type(h, made.event, 1);
    assert_int_equal(view.price_minor, 5000);
    assert_int_equal(view.status, TC_TICKET_TYPE_OFF);
    assert_int_equal(view.tax_bp, 700);
    assert_string_equal(view.name, "Full price");
    request.expected_version = 2;
    request.fields = TC_TICKET_TYPE_FIELD_NAME;
    assert_int_equal(tc_ticket_type_update(h->engine, &request, &result, NULL), TC_OK);
    assert_string_equal(read_type(h, made.event, 1).name, "Early");
}

static void a_stale_version_is_refused(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "Full price");
    tc_ticket_type_update_request request = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    request.event = made.event;
    request.ticket_type = make_type(h, &made);
    request.expected_version = 4;
    request.fields = TC_TICKET_TYPE_FIELD_PRICE;
    ASSERT_REFUSED(h, tc_ticket_type_update(h->engine, &request, NULL, &h->error), TC_E_VERSION,
                   "expected_version");
    assert_int_equal(h->error.actual_version, 1);
    assert_int_equal(h->error.event, made.event);
}

static void what_is_not_there_is_not_found(void **state) {
    house *h = *state;
    uint64_t event = seated_event(h);
    tc_ticket_type_create_request made = type_like(77, "x");
    ASSERT_REFUSED(h, tc_ticket_type_create(h->engine, &made, NULL, &h->error), TC_E_NOT_FOUND,
                   "event");
    made = type_like(event, "x");
    made.category = 3;
    ASSERT_REFUSED(h, tc_ticket_type_create(h->engine, &made, NULL, &h->error), TC_E_NOT_FOUND,
                   "category");
    tc_ticket_type_update_request update = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    update.event = event;
    update.ticket_type = 1;
    update.fields = TC_TICKET_TYPE_FIELD_PRICE;
    ASSERT_REFUSED(h, tc_ticket_type_update(h->engine, &update, NULL, &h->error), TC_E_NOT_FOUND,
                   "ticket_type");
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    ASSERT_REFUSED(h, tc_ticket_type_get(look(h), event, 1, &view, &h->error), TC_E_NOT_FOUND,
                   "ticket_type");
    ASSERT_REFUSED(h, tc_ticket_type_get(look(h), 77, 1, &view, &h->error), TC_E_NOT_FOUND,
                   "event");
}

static void a_category_needs_a_map(void **state) {
    house *h = *state;
    tc_event_create_request event = event_like("No map");
    tc_ticket_type_create_request made = type_like(make_event(h, &event), "x");
    made.category = 1;
    ASSERT_REFUSED(h, tc_ticket_type_create(h->engine, &made, NULL, &h->error), TC_E_NOT_FOUND,
                   "category");
}

static void a_ticket_type_is_removed(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "x");
    tc_ticket_type_delete_request request = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    request.event = made.event;
    request.ticket_type = make_type(h, &made);
    assert_int_equal(tc_ticket_type_delete(h->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_ticket_type_get(look(h), made.event, 1, &view, NULL), TC_E_NOT_FOUND);
    assert_int_equal(make_type(h, &made), 2);
}

static void a_ticket_type_stays_while_holds_live(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "x");
    tc_ticket_type_delete_request request = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
    request.event = made.event;
    request.ticket_type = make_type(h, &made);
    tc_hold_create_result hold = hold_seat(h, made.event, 0);
    ASSERT_REFUSED(h, tc_ticket_type_delete(h->engine, &request, NULL, &h->error), TC_E_IN_USE,
                   "event");
    release_hold(h, &hold);
    assert_int_equal(tc_ticket_type_delete(h->engine, &request, NULL, NULL), TC_OK);
}

static void a_dead_hold_is_in_nobodys_way(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "x");
    tc_ticket_type_delete_request request = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
    request.event = made.event;
    request.ticket_type = make_type(h, &made);
    hold_seat(h, made.event, 0);
    move_clock(h, TC_HOLD_TTL_MS_DEFAULT);
    assert_int_equal(tc_ticket_type_delete(h->engine, &request, NULL, NULL), TC_OK);
}

static void ticket_types_are_listed_by_page(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "x");
    for (int i = 0; i < 5; i++) make_type(h, &made);
    tc_ticket_type_delete_request gone = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
    gone.event = made.event;
    gone.ticket_type = 3;
    assert_int_equal(tc_ticket_type_delete(h->engine, &gone, NULL, NULL), TC_OK);
    tc_ticket_type_view views[2] = {TC_TICKET_TYPE_VIEW_INIT, TC_TICKET_TYPE_VIEW_INIT};
    tc_ticket_type_list_request request = TC_TICKET_TYPE_LIST_REQUEST_INIT;
    tc_ticket_type_list_result result = TC_TICKET_TYPE_LIST_RESULT_INIT;
    char seen[32] = "";
    request.event = made.event;
    result.ticket_types = views;
    result.ticket_types_capacity = 2;
    look(h);
    do {
        assert_int_equal(tc_ticket_type_list(h->snapshot, &request, &result, NULL), TC_OK);
        for (uint32_t i = 0; i < result.ticket_types_count; i++) {
            char number[8];
            snprintf(number, sizeof number, "%u ", views[i].ticket_type);
            strcat(seen, number);
        }
        request.after = result.next;
    } while (result.next);
    assert_string_equal(seen, "1 2 4 5 ");
}

static void the_most_ticket_types_fit(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "x");
    for (uint32_t i = 1; i <= TC_TICKET_TYPES_MAX; i++) assert_int_equal(make_type(h, &made), i);
    ASSERT_REFUSED(h, tc_ticket_type_create(h->engine, &made, NULL, &h->error), TC_E_LIMIT,
                   "event");
    assert_int_equal(read_type(h, made.event, TC_TICKET_TYPES_MAX).price_minor, 4200);
}

static void refuse_type(house *h, tc_ticket_type_create_request request, int32_t code,
                        const char *field) {
    ASSERT_REFUSED(h, tc_ticket_type_create(h->engine, &request, NULL, &h->error), code, field);
}

static void bad_fields_are_refused(void **state) {
    house *h = *state;
    tc_ticket_type_create_request good = type_like(seated_event(h), "x"), bad;
    bad = good;
    bad.name = "";
    refuse_type(h, bad, TC_E_INVALID, "name");
    bad = good;
    bad.price_minor = -1;
    refuse_type(h, bad, TC_E_INVALID, "price_minor");
    bad.price_minor = TC_AMOUNT_MAX + 1;
    refuse_type(h, bad, TC_E_LIMIT, "price_minor");
    bad = good;
    bad.fee_minor = -1;
    refuse_type(h, bad, TC_E_INVALID, "fee_minor");
    bad = good;
    bad.tax_bp = 100001;
    refuse_type(h, bad, TC_E_LIMIT, "tax_bp");
    bad = good;
    bad.tax_inclusive = 2;
    refuse_type(h, bad, TC_E_LIMIT, "tax_inclusive");
    bad = good;
    bad.channels = 0x10000;
    refuse_type(h, bad, TC_E_LIMIT, "channels");
    bad = good;
    bad.status = 2;
    refuse_type(h, bad, TC_E_LIMIT, "status");
    bad = good;
    bad.min_per_order = 3;
    bad.max_per_order = 2;
    refuse_type(h, bad, TC_E_INVALID, "min_per_order");
    bad = good;
    bad.sale_from_ms = 5;
    bad.sale_until_ms = 5;
    refuse_type(h, bad, TC_E_INVALID, "sale_until_ms");
    bad = good;
    bad.category = 1;
    bad.pool = 1;
    refuse_type(h, bad, TC_E_INVALID, "pool");
    bad = good;
    bad.flags = 2;
    refuse_type(h, bad, TC_E_INVALID, "flags");
}

static void a_pool_must_be_there(void **state) {
    house *h = *state;
    tc_ticket_type_create_request type = type_like(seated_event(h), "Standing");
    tc_ticket_type_update_request change = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
    type.pool = 1;
    refuse_type(h, type, TC_E_NOT_FOUND, "pool");
    assert_non_null(strstr(h->error.message, "has no pool 1"));
    pool.event = type.event;
    pool.name = "Floor";
    pool.capacity = 10;
    assert_int_equal(tc_pool_create(h->engine, &pool, NULL, NULL), TC_OK);
    change.event = type.event;
    change.ticket_type = make_type(h, &type);
    change.fields = TC_TICKET_TYPE_FIELD_PLACE;
    change.pool = 2;
    ASSERT_REFUSED(h, tc_ticket_type_update(h->engine, &change, NULL, &h->error), TC_E_NOT_FOUND,
                   "pool");
}

static void an_update_is_judged_whole(void **state) {
    house *h = *state;
    tc_ticket_type_create_request made = type_like(seated_event(h), "x");
    made.max_per_order = 4;
    tc_ticket_type_update_request request = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    request.event = made.event;
    request.ticket_type = make_type(h, &made);
    request.min_per_order = 5;
    request.max_per_order = 4;
    request.fields = TC_TICKET_TYPE_FIELD_PER_ORDER;
    ASSERT_REFUSED(h, tc_ticket_type_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "min_per_order");
    assert_int_equal(read_type(h, made.event, 1).version, 1);
    request.fields = 0;
    ASSERT_REFUSED(h, tc_ticket_type_update(h->engine, &request, NULL, &h->error), TC_E_INVALID,
                   "fields");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(a_ticket_type_is_made_and_read),
        BOTH(an_update_changes_what_it_names),
        MEMORY(a_stale_version_is_refused),
        MEMORY(what_is_not_there_is_not_found),
        MEMORY(a_category_needs_a_map),
        BOTH(a_ticket_type_is_removed),
        MEMORY(a_ticket_type_stays_while_holds_live),
        MEMORY(a_dead_hold_is_in_nobodys_way),
        BOTH(ticket_types_are_listed_by_page),
        MEMORY(the_most_ticket_types_fit),
        MEMORY(bad_fields_are_refused),
        MEMORY(a_pool_must_be_there),
        MEMORY(an_update_is_judged_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
