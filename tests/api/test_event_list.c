/* Listing and searching events from outside: every filter, words, pages that stay stable. */
#include "catalog_house.h"

static tc_event_update_request change(uint64_t event, uint32_t fields) {
    tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
    request.event = event;
    request.fields = fields;
    return request;
}

/* Ids of a whole list, page by page of two, as text. */
static const char *ids_of(house *h, tc_event_list_request request) {
    static char text[256];
    tc_event_view views[2] = {TC_EVENT_VIEW_INIT, TC_EVENT_VIEW_INIT};
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    result.events = views;
    result.events_capacity = 2;
    text[0] = '\0';
    look(h);
    do {
        assert_int_equal(tc_event_list(h->snapshot, &request, &result, NULL), TC_OK);
        for (uint32_t i = 0; i < result.events_count; i++) {
            char number[24];
            snprintf(number, sizeof number, "%llu ", (unsigned long long)views[i].event);
            strcat(text, number);
        }
        request.after = result.next;
    } while (result.more);
    return text;
}

/* Events 1 … 6: starts on days 5 4 3 2 1 1. */
static void make_program(house *h) {
    static const struct {
        const char *name, *category, *tag;
        int day;
        uint32_t status;
    } PROGRAM[] = {
        {"Grand Opera Gala", "opera", "gala", 5, TC_EVENT_ON_SALE},
        {"Jazz at Night", "concert", "jazz", 4, TC_EVENT_ON_SALE},
        {"Jazzy Night, jazz all night", "concert", "jazz", 3, TC_EVENT_PAUSED},
        {"Grand Prix", "sport", NULL, 2, TC_EVENT_DRAFT},
        {"\xC3\x89toile", "concert", "gala", 1, TC_EVENT_ON_SALE},
        {"Night of Grand Jazz", "concert", "jazz", 1, TC_EVENT_ON_SALE},
    };
    uint64_t even = make_venue(h, "Even");
    for (int i = 0; i < 6; i++) {
        tc_event_create_request request = event_like(PROGRAM[i].name);
        request.category = PROGRAM[i].category;
        request.tags = &PROGRAM[i].tag;
        request.tags_count = PROGRAM[i].tag != NULL;
        request.starts_at_ms = T0 + PROGRAM[i].day * DAY;
        request.status = PROGRAM[i].status;
        request.venue = i % 2 ? even : 0;
        make_event(h, &request);
    }
}

static void events_are_listed_by_start(void **state) {
    house *h = *state;
    make_program(h);
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    assert_string_equal(ids_of(h, request), "5 6 4 3 2 1 ");
}

static void upcoming_events_are_found_by_time(void **state) {
    house *h = *state;
    make_program(h);
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    request.starts_from_ms = T0 + 2 * DAY;
    assert_string_equal(ids_of(h, request), "4 3 2 1 ");
    request.starts_until_ms = T0 + 4 * DAY;
    assert_string_equal(ids_of(h, request), "4 3 ");
    request.starts_from_ms = 0;
    assert_string_equal(ids_of(h, request), "5 6 4 3 ");
    request.starts_from_ms = T0 + 9 * DAY;
    request.starts_until_ms = 0;
    assert_string_equal(ids_of(h, request), "");
}

static void events_are_filtered(void **state) {
    house *h = *state;
    make_program(h);
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    request.category = "concert";
    assert_string_equal(ids_of(h, request), "5 6 3 2 ");
    request.tag = "jazz";
    assert_string_equal(ids_of(h, request), "6 3 2 ");
    request.statuses = 1u << TC_EVENT_PAUSED | 1u << TC_EVENT_DRAFT;
    assert_string_equal(ids_of(h, request), "3 ");
    request = (tc_event_list_request)TC_EVENT_LIST_REQUEST_INIT;
    request.venue = 1;
    assert_string_equal(ids_of(h, request), "6 4 2 ");
    request.starts_from_ms = T0 + 2 * DAY;
    assert_string_equal(ids_of(h, request), "4 2 ");
    request.category = "sport";
    assert_string_equal(ids_of(h, request), "4 ");
    request.category = "";
    assert_string_equal(ids_of(h, request), "");
}

static void events_are_found_by_words(void **state) {
    house *h = *state;
    make_program(h);
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    request.text = "jaz";
    assert_string_equal(ids_of(h, request), "6 3 2 ");
    request.text = "GRAND";
    assert_string_equal(ids_of(h, request), "6 4 1 ");
    request.text = "gra ja";
    assert_string_equal(ids_of(h, request), "6 ");
    request.text = "\xC3\xA9";
    assert_string_equal(ids_of(h, request), "5 ");
    request.text = "ight";
    assert_string_equal(ids_of(h, request), "");
    request.text = "night";
    request.tag = "jazz";
    request.starts_from_ms = T0 + 2 * DAY;
    assert_string_equal(ids_of(h, request), "3 2 ");
    request.text = "?!";
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    tc_event_view view = TC_EVENT_VIEW_INIT;
    result.events = &view;
    result.events_capacity = 1;
    ASSERT_REFUSED(h, tc_event_list(look(h), &request, &result, &h->error), TC_E_INVALID, "text");
}

static void lists_follow_changes(void **state) {
    house *h = *state;
    make_program(h);
    tc_event_update_request update =
        change(2, TC_EVENT_FIELD_NAME | TC_EVENT_FIELD_TAGS | TC_EVENT_FIELD_CATEGORY |
                      TC_EVENT_FIELD_TIMES | TC_EVENT_FIELD_VENUE);
    static const char *const TAGS[] = {"new"};
    update.name = "Renamed";
    update.tags = TAGS;
    update.tags_count = 1;
    update.category = "talk";
    update.starts_at_ms = T0 + 8 * DAY;
    assert_int_equal(tc_event_update(h->engine, &update, NULL, NULL), TC_OK);
    tc_event_delete_request gone = TC_EVENT_DELETE_REQUEST_INIT;
    gone.event = 3;
    assert_int_equal(tc_event_delete(h->engine, &gone, NULL, NULL), TC_OK);
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    assert_string_equal(ids_of(h, request), "5 6 4 1 2 ");
    request.text = "jazz";
    assert_string_equal(ids_of(h, request), "6 ");
    request.text = "renamed";
    assert_string_equal(ids_of(h, request), "2 ");
    request = (tc_event_list_request)TC_EVENT_LIST_REQUEST_INIT;
    request.tag = "jazz";
    assert_string_equal(ids_of(h, request), "6 ");
    request.tag = "new";
    assert_string_equal(ids_of(h, request), "2 ");
    request = (tc_event_list_request)TC_EVENT_LIST_REQUEST_INIT;
    request.venue = 1;
    assert_string_equal(ids_of(h, request), "6 4 ");
}

static void pages_stay_stable_when_events_come_and_go(void **state) {
    house *h = *state;
    make_program(h);
    tc_event_view views[3] = {TC_EVENT_VIEW_INIT};
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    result.events = views;
    result.events_capacity = 3;
    assert_int_equal(tc_event_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(views[2].event, 4);
    assert_int_equal(result.more, 1);
    tc_event_delete_request gone = TC_EVENT_DELETE_REQUEST_INIT;
    gone.event = 4; /* the very one the cursor points at */
    assert_int_equal(tc_event_delete(h->engine, &gone, NULL, NULL), TC_OK);
    tc_event_create_request early = event_like("Early");
    early.starts_at_ms = T0 + DAY;
    make_event(h, &early);
    request.after = result.next;
    assert_int_equal(tc_event_list(look(h), &request, &result, NULL), TC_OK);
    assert_int_equal(result.events_count, 3);
    assert_int_equal(views[0].event, 3);
    assert_int_equal(views[2].event, 1);
    assert_int_equal(result.more, 0);
}

static void many_long_texts_are_told_apart(void **state) {
    house *h = *state;
    /* equal in the 36 bytes that the index keeps */
    static const char *const TAGS[] = {"a tag that is longer than what the index A",
                                       "a tag that is longer than what the index B"};
    for (int i = 0; i < 3; i++) {
        tc_event_create_request request = event_like("Show");
        request.tags = i < 2 ? &TAGS[i] : TAGS;
        request.tags_count = i < 2 ? 1 : 2;
        request.category = TAGS[i % 2];
        make_event(h, &request);
    }
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    request.tag = TAGS[1];
    assert_string_equal(ids_of(h, request), "2 3 ");
    request.tag = NULL;
    request.category = TAGS[0];
    assert_string_equal(ids_of(h, request), "1 3 ");
}

static void a_list_needs_room_and_sense(void **state) {
    house *h = *state;
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    tc_event_view view = TC_EVENT_VIEW_INIT;
    ASSERT_REFUSED(h, tc_event_list(look(h), &request, &result, &h->error), TC_E_INVALID,
                   "events_capacity");
    result.events = &view;
    result.events_capacity = 1;
    request.statuses = 1;
    ASSERT_REFUSED(h, tc_event_list(look(h), &request, &result, &h->error), TC_E_INVALID,
                   "statuses");
    request.statuses = 0;
    request.size = 3;
    ASSERT_REFUSED(h, tc_event_list(look(h), &request, &result, &h->error), TC_E_INVALID,
                   "request");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOTH(events_are_listed_by_start),
        BOTH(upcoming_events_are_found_by_time),
        BOTH(events_are_filtered),
        BOTH(events_are_found_by_words),
        BOTH(lists_follow_changes),
        MEMORY(pages_stay_stable_when_events_come_and_go),
        MEMORY(many_long_texts_are_told_apart),
        MEMORY(a_list_needs_room_and_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
