/* Every record of a store in which everything has happened once is damaged, then taken away, one
 * after the other, and every reading call is made: none may answer OK with anything but what it
 * answered on the sound store. The calls come from the tables made from the public headers; texts
 * and pictures are compared besides. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/engine_internal.h"
#include "house.h"
#include "scenario.h"

enum { ANSWERS_MAX = 512, TEXT_ROOM = 1 << 18 };

/* Each call is made for every id from first to last, in the place of %d. */
typedef struct question {
    const char *read;
    const char *with;
    int first, last;
} question;

static const question QUESTIONS[] = {
    {"availability_get", "{\"event\":%d}", 1, 2},
    {"availability_counts", "{\"event\":1,\"by\":%d}", 1, 3},
    {"availability_seats", "{\"event\":%d,\"first\":0}", 1, 2},
    {"availability_since", "{\"event\":%d,\"since\":1}", 1, 2},
    {"checkin_list", "{\"event\":%d,\"after\":0}", 1, 2},
    {"event_get", "{\"event\":%d}", 1, 2},
    {"event_list", "{\"limit\":%d}", 50, 50},
    {"event_list", "{\"text\":\"even\",\"limit\":%d}", 50, 50},
    {"event_seat_find", "{\"event\":%d,\"name\":\"Stalls-A-1\"}", 1, 2},
    {"feed_ends", "{}", 1, 1},
    {"consumer_get", "{\"name\":\"mirror\"}", 1, 1},
    {"consumer_list", "{}", 1, 1},
    {"hold_peek", "{\"hold\":%d}", 1, 6},
    {"hold_seats", "{\"hold\":%d}", 1, 6},
    {"hold_pools", "{\"hold\":%d}", 1, 6},
    {"ledger_balances", "{}", 1, 1},
    {"ledger_entries", "{\"order\":%d}", 1, 4},
    {"ledger_journal", "{\"after\":%d,\"capacity\":100}", 0, 0},
    {"map_get", "{\"map\":1,\"version\":%d}", 0, 1},
    {"map_list", "{\"limit\":%d}", 50, 50},
    {"map_category_list", "{\"map\":1,\"version\":%d}", 0, 0},
    {"map_section_list", "{\"map\":1,\"version\":%d}", 0, 0},
    {"map_area_list", "{\"map\":1,\"version\":%d}", 0, 0},
    {"map_seat_list", "{\"map\":1,\"version\":%d,\"first\":0}", 0, 0},
    {"map_seat_find", "{\"map\":1,\"version\":%d,\"name\":\"Supper-T-2\"}", 0, 0},
    {"order_get", "{\"order\":%d}", 1, 4},
    {"order_lines", "{\"order\":%d}", 1, 4},
    {"order_contacts", "{\"order\":%d}", 1, 4},
    {"order_quote", "{\"items\":[{\"event\":%d,\"ticket_type\":1,\"target\":6}]}", 1, 2},
    {"message_get", "{\"message\":%d}", 1, 6},
    {"payment_list", "{\"order\":%d}", 1, 4},
    {"refund_list", "{\"order\":%d}", 1, 4},
    {"payment_backlog_get", "{}", 1, 1},
    {"pool_get", "{\"event\":%d,\"pool\":1}", 1, 2},
    {"pool_list", "{\"event\":%d,\"first\":0}", 1, 2},
    {"seat_get", "{\"event\":1,\"seat\":%d}", 0, 10},
    {"seat_get", "{\"event\":2,\"seat\":%d}", 0, 1},
    {"template_get", "{\"kind\":1,\"channel\":%d,\"locale\":\"de-AT\"}", 1, 2},
    {"template_list", "{}", 1, 1},
    {"ticket_get", "{\"ticket\":%d}", 1, 4},
    {"ticket_count", "{\"event\":%d}", 1, 2},
    {"signing_key_list", "{}", 1, 1},
    {"revocation_list", "{\"event\":%d,\"after\":0}", 1, 2},
    {"ticket_type_get", "{\"event\":1,\"ticket_type\":%d}", 1, 2},
    {"ticket_type_list", "{\"event\":%d}", 1, 2},
    {"venue_get", "{\"venue\":%d}", 1, 1},
    {"venue_list", "{\"limit\":%d}", 50, 50},
};

/* What one call answered. */
typedef struct said {
    char name[48];
    int32_t code;
    char *text; /* NULL when it failed */
} said;

typedef struct answers {
    said list[ANSWERS_MAX];
    size_t count;
} answers;

static void keep(answers *to, const char *name, int id, int32_t code, const char *text) {
    assert_true(to->count < ANSWERS_MAX);
    said *one = &to->list[to->count++];
    snprintf(one->name, sizeof one->name, "%s %d", name, id);
    one->code = code;
    one->text = code >= 0 && text ? strdup(text) : NULL;
}

static void forget(answers *all) {
    for (size_t i = 0; i < all->count; i++) free(all->list[i].text);
    all->count = 0;
}

static void ask_one(tc_snapshot *snapshot, const question *what, int id, answers *to) {
    const scenario_read *read = SCENARIO_READS;
    char text[300];
    while (read->name && strcmp(read->name, what->read) != 0) read++;
    if (!read->name) fail_msg("no such reading call: %s", what->read);
    const char *place = strstr(what->with, "%d");
    if (place)
        snprintf(text, sizeof text, "%.*s%d%s", (int)(place - what->with), what->with, id,
                 place + 2);
    else snprintf(text, sizeof text, "%s", what->with);
    /* Tickets are numbered in their event. */
    json_t *with = json_loads(text, 0, NULL), *out = json_object();
    json_t *ticket = json_object_get(with, "ticket");
    if (ticket) json_integer_set(ticket, (json_int_t)((UINT64_C(1) << 32) + (uint64_t)id));
    tc_error error = TC_ERROR_INIT;
    int32_t code = read->call(snapshot, with, out, &error);
    char *dumped = json_dumps(out, JSON_COMPACT | JSON_SORT_KEYS);
    keep(to, what->read, id, code, dumped);
    free(dumped);
    json_decref(with);
    json_decref(out);
    scenario_free_all();
}

/* What the tables do not know: texts in the caller's buffer, the feed, the picture of states. */
static void ask_texts(tc_snapshot *snapshot, answers *to) {
    static char text[TEXT_ROOM];
    size_t length = 0;
    uint8_t bits[64] = {0};
    uint64_t version;
    for (uint64_t event = 1; event <= 2; event++) {
        int32_t code = tc_event_svg(snapshot, event, text, sizeof text, &length, NULL);
        keep(to, "event_svg", (int)event, code, text);
        code = tc_availability_map(snapshot, event, bits, sizeof bits, &length, &version, NULL);
        for (size_t i = 0; i < sizeof bits; i++) sprintf(text + 2 * i, "%02x", bits[i]);
        keep(to, "availability_map", (int)event, code, text);
    }
    keep(to, "map_svg", 1, tc_map_svg(snapshot, 1, 0, text, sizeof text, &length, NULL), text);
    keep(to, "map_export", 1, tc_map_export(snapshot, 1, 0, text, sizeof text, &length, NULL),
         text);
    for (uint64_t number = 2; number <= 3; number++) {
        int32_t code = tc_ticket_barcode(snapshot, (UINT64_C(1) << 32) + number, NULL, text,
                                         sizeof text, &length, NULL);
        keep(to, "ticket_barcode", (int)number, code, text);
    }
}

/* Lists whose room is not in their request. */
static void ask_lists(tc_snapshot *snapshot, answers *to) {
    enum { ROOM = 40 };
    static char text[ROOM * 200];
    uint32_t count = 0, i;
    uint64_t next = 0;
    int32_t code;
    size_t at;
    for (uint64_t event = 0; event <= 2; event++) {
        tc_order orders[ROOM] = {TC_ORDER_INIT};
        tc_order_list_request request = TC_ORDER_LIST_REQUEST_INIT;
        request.event = event;
        request.limit = ROOM;
        code = tc_order_list(snapshot, &request, orders, &count, &next, NULL);
        for (i = 0, at = 0; code >= 0 && i < count; i++)
            at += (size_t)snprintf(text + at, 200, "%" PRIu64 " %u %u %" PRId64 " %s;",
                                   orders[i].id, orders[i].state, orders[i].tickets,
                                   orders[i].total_minor, orders[i].reference);
        text[at] = '\0';
        keep(to, "order_list", (int)event, code, text);
    }
    for (uint64_t event = 1; event <= 2; event++) {
        tc_ticket tickets[ROOM] = {TC_TICKET_INIT};
        tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
        request.event = event;
        request.limit = ROOM;
        code = tc_ticket_list(snapshot, &request, tickets, &count, &next, NULL);
        for (i = 0, at = 0; code >= 0 && i < count; i++)
            at += (size_t)snprintf(text + at, 200, "%" PRIu64 " %u %s %s %s %s;", tickets[i].id,
                                   tickets[i].state, tickets[i].section, tickets[i].row,
                                   tickets[i].label, tickets[i].type_name);
        text[at] = '\0';
        keep(to, "ticket_list", (int)event, code, text);
    }
    tc_message messages[ROOM] = {TC_MESSAGE_INIT};
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    request.limit = ROOM;
    code = tc_message_list(snapshot, &request, messages, &count, &next, NULL);
    for (i = 0, at = 0; code >= 0 && i < count; i++)
        at += (size_t)snprintf(text + at, 200, "%" PRIu64 " %u %u;", messages[i].id,
                               messages[i].kind, messages[i].state);
    text[at] = '\0';
    keep(to, "message_list", 0, code, text);
}

static void ask_feed(tc_snapshot *snapshot, answers *to) {
    tc_feed_event events[8];
    tc_feed_cursor cursor = tc_feed_cursor_at(0);
    uint32_t count = 0;
    for (int page = 0; page < 40; page++) {
        char text[8000] = "";
        int32_t code = tc_feed_read(snapshot, cursor, events, 8, &count, &cursor, NULL);
        for (uint32_t i = 0; code >= 0 && i < count; i++) {
            size_t length, at = strlen(text);
            tc_feed_event_json(&events[i], text + at, sizeof text - at, &length, NULL);
        }
        keep(to, "feed_read", page, code, text);
        if (code < 0 || count == 0) return;
    }
}

static void ask_all(tc_engine *engine, answers *to) {
    tc_snapshot *snapshot;
    int32_t code = tc_snapshot_open(engine, &snapshot, NULL);
    to->count = 0;
    keep(to, "snapshot_open", 0, code, "");
    if (code != TC_OK) return;
    for (size_t i = 0; i < TCI_COUNT(QUESTIONS); i++)
        for (int id = QUESTIONS[i].first; id <= QUESTIONS[i].last; id++)
            ask_one(snapshot, &QUESTIONS[i], id, to);
    ask_texts(snapshot, to);
    ask_lists(snapshot, to);
    ask_feed(snapshot, to);
    tc_snapshot_close(snapshot);
}

static bool same_text(const said *a, const said *b) {
    if (!a->text || !b->text) return a->text == b->text;
    return strcmp(a->text, b->text) == 0;
}

/* Either what it said before, or that it cannot be read. */
static bool may_say(const said *before, const said *now) {
    if (now->code < 0 && tc_error_class(now->code) == TC_CLASS_STORE) return true;
    return now->code == before->code && same_text(before, now);
}

static const char *place_of(const fuzz_record *record) {
    static char text[120];
    if (record->key_size < 9) return "?";
    unsigned space = record->key[8];
    int at = snprintf(text, sizeof text, "%s (0x%02x) partition %llu key ", tci_space_name(space),
                      space, (unsigned long long)tci_load64_be(record->key));
    for (unsigned i = 9; i < record->key_size && at < 110; i++)
        at += snprintf(text + at, sizeof text - (size_t)at, "%02x", record->key[i]);
    return text;
}

static bool is_deletable(const fuzz_record *record, const char *name);

/* Answers how many calls said something else. */
static int compare(const answers *before, const answers *now, const char *how,
                   const fuzz_record *record) {
    int wrong = 0;
    bool gone = strcmp(how, "gone") == 0;
    if (now->count == 1) return 0; /* no snapshot: nothing is read at all */
    for (size_t i = 0; i < before->count && i < now->count; i++) {
        if (strcmp(before->list[i].name, now->list[i].name) != 0) break; /* the feed ended early */
        if (may_say(&before->list[i], &now->list[i])) continue;
        if (gone && is_deletable(record, now->list[i].name)) continue;
        if (wrong++ == 0)
            print_error("%s %s:\n  %s answers %s\n  before %.200s\n  now    %.200s\n", how,
                        place_of(record), now->list[i].name, tc_error_name(now->list[i].code),
                        before->list[i].text ? before->list[i].text : "-",
                        now->list[i].text ? now->list[i].text : "-");
    }
    return wrong;
}

typedef struct bench {
    tc_engine *engine;
    fuzz_record *records;
    size_t count;
    answers before, now;
} bench;

static int bench_setup(void **state) {
    bench *made = calloc(1, sizeof *made);
    if (!made) return 1;
    made->engine = fuzz_house_new(NULL);
    made->count = fuzz_records_take(made->engine, &made->records);
    ask_all(made->engine, &made->before);
    *state = made;
    return 0;
}

static int bench_teardown(void **state) {
    bench *made = *state;
    forget(&made->before);
    for (size_t i = 0; i < made->count; i++) free(made->records[i].value);
    free(made->records);
    int32_t code = tc_engine_close(made->engine, NULL);
    free(made);
    return code;
}

static void the_questions_are_answered(void **state) {
    bench *at = *state;
    size_t good = 0;
    for (size_t i = 0; i < at->before.count; i++) {
        const said *one = &at->before.list[i];
        if (one->code >= 0) good++;
        else if (one->code != TC_E_NOT_FOUND)
            print_error("%s: %s\n", one->name, tc_error_name(one->code));
    }
    assert_true(good > 120);
    ask_all(at->engine, &at->now);
    assert_int_equal(at->now.count, at->before.count);
    for (size_t i = 0; i < at->now.count; i++)
        assert_true(same_text(&at->before.list[i], &at->now.list[i]));
    forget(&at->now);
}

static int try_record(bench *at, const fuzz_record *changed, const fuzz_record *whole,
                      const char *how) {
    fuzz_records_put(at->engine, changed, 1);
    ask_all(at->engine, &at->now);
    int wrong = compare(&at->before, &at->now, how, whole);
    forget(&at->now);
    fuzz_records_put(at->engine, whole, 1);
    return wrong;
}

/* One bit of each, at the beginning, in the middle and at the end. */
static void nothing_damaged_reads_as_something(void **state) {
    bench *at = *state;
    int wrong = 0;
    for (size_t i = 0; i < at->count; i++) {
        const fuzz_record *whole = &at->records[i];
        const size_t PLACES[] = {0, whole->size / 2, whole->size - 1};
        for (size_t k = 0; whole->size && k < TCI_COUNT(PLACES); k++) {
            fuzz_record changed = *whole;
            changed.value = malloc(whole->size);
            memcpy(changed.value, whole->value, whole->size);
            changed.value[PLACES[k]] ^= 0x10;
            wrong += try_record(at, &changed, whole, "damaged");
            free(changed.value);
        }
    }
    assert_int_equal(wrong, 0);
}

/* Rows that only lead to others: a reader cannot know that one is gone, verify does. */
static bool is_unseen(const fuzz_record *record) {
    static const uint8_t SPACES[] = {
        TCI_SPACE_EVENT_INDEX, TCI_SPACE_HOLD_DUE,    TCI_SPACE_ORDER_DUE,   TCI_SPACE_PAYMENT_DUE,
        TCI_SPACE_MESSAGE_DUE, TCI_SPACE_MESSAGE_KEY, TCI_SPACE_LAYOUT_NAME,
    };
    for (size_t i = 0; i < sizeof SPACES; i++)
        if (record->key[8] == SPACES[i]) return true;
    return false;
}

/* What may be deleted by itself is gone in the same way: asked for, it is not found. Whatever else
 * names it must not do without. */
static bool is_deletable(const fuzz_record *record, const char *name) {
    static const struct {
        uint8_t space;
        const char *asks;
    } DELETABLE[] = {
        {TCI_SPACE_VENUE, "venue_"},
        {TCI_SPACE_MAP, "map_"},
        {TCI_SPACE_CONSUMER, "consumer_"},
        {TCI_SPACE_TEMPLATE, "template_"},
    };
    for (size_t i = 0; record && i < TCI_COUNT(DELETABLE); i++)
        if (record->key[8] == DELETABLE[i].space &&
            strncmp(name, DELETABLE[i].asks, strlen(DELETABLE[i].asks)) == 0)
            return true;
    return false;
}

static void nothing_that_is_gone_reads_as_nothing(void **state) {
    bench *at = *state;
    int wrong = 0;
    for (size_t i = 0; i < at->count; i++) {
        if (is_unseen(&at->records[i])) continue;
        fuzz_record gone = at->records[i];
        gone.size = SIZE_MAX;
        wrong += try_record(at, &gone, &at->records[i], "gone");
    }
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_questions_are_answered, bench_setup, bench_teardown),
        cmocka_unit_test_setup_teardown(nothing_damaged_reads_as_something, bench_setup,
                                        bench_teardown),
        cmocka_unit_test_setup_teardown(nothing_that_is_gone_reads_as_nothing, bench_setup,
                                        bench_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
