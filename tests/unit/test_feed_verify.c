/* The verifier and the reader of the feed see every fault planted for them. */
#include "feed/feed.h"
#include "planted.h"

static int setup(void **state) {
    house *h = house_new(NULL);
    tc_consumer_set_request request = TC_CONSUMER_SET_REQUEST_INIT;
    request.name = "c";
    assert_int_equal(tc_consumer_set(h->engine, &request, NULL, NULL), TC_OK);
    *state = h;
    return 0;
}

static tci_key record_key(uint64_t sequence) {
    tci_key key = tci_key_of(0, TCI_SPACE_FEED);
    tci_key_u64(&key, sequence);
    return key;
}

/* The third event's record, to be changed. */
static tci_slice third(tci_ctx *ctx, uint8_t *room) {
    tci_slice value;
    tci_key key = record_key(3);
    assert_true(tci_row_get(ctx->view, &key, &value));
    memcpy(room, value.data, value.len);
    return tci_slice_of(room, value.len);
}

static void put_third(tci_ctx *ctx, tci_slice value) {
    tci_key key = record_key(3);
    tci_row_put(ctx->view, &key, value);
}

static void record_gone(tci_ctx *ctx) {
    tci_key key = record_key(3);
    tci_row_del(ctx->view, &key);
}
static void record_empty(tci_ctx *ctx) {
    put_third(ctx, tci_slice_of("short", 5));
}
static void record_torn(tci_ctx *ctx) {
    uint8_t room[4096];
    tci_slice value = third(ctx, room);
    put_third(ctx, tci_slice_of(room, value.len - 1));
}
static void record_long(tci_ctx *ctx) {
    uint8_t room[4096];
    tci_slice value = third(ctx, room);
    put_third(ctx, tci_slice_of(room, value.len + 1));
}
static void type_unknown(tci_ctx *ctx) {
    uint8_t room[4096];
    tci_slice value = third(ctx, room);
    tci_store16(room + TCI_FEED_RECORD_HEAD, 0x7777);
    put_third(ctx, value);
}
static void other_number(tci_ctx *ctx) {
    uint8_t room[4096];
    tci_slice value = third(ctx, room);
    tci_store64(room, 4);
    put_third(ctx, value);
}
static void time_backward(tci_ctx *ctx) {
    uint8_t room[4096];
    tci_slice value = third(ctx, room);
    tci_store_i64(room + 8, 5);
    put_third(ctx, value);
}
static void time_ahead(tci_ctx *ctx) {
    uint8_t room[4096];
    tci_slice value = third(ctx, room);
    tci_store_i64(room + 8, INT64_C(9000000000000));
    put_third(ctx, value);
}
static void end_moved(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 0, TCI_SLOT_FEED_NEXT, tci_feed_end(ctx->view) + 5);
}
static void oldest_moved(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 0, TCI_SLOT_FEED_OLDEST, 2);
}
static tci_key consumer_key(void) {
    tci_key key = tci_key_of(0, TCI_SPACE_CONSUMER);
    tci_key_bytes(&key, "c", 1);
    return key;
}
static void consumer_beyond(tci_ctx *ctx) {
    uint8_t value[24] = {0};
    tci_key key = consumer_key();
    tci_store64(value, 5000);
    tci_store64(value + 8, 1);
    tci_row_put(ctx->view, &key, tci_slice_of(value, sizeof value));
}
static void consumer_malformed(tci_ctx *ctx) {
    tci_key key = consumer_key();
    tci_row_put(ctx->view, &key, tci_slice_of("x", 1));
}

#define SEEN(name, what)                                                                           \
    static void test_##name(void **state) {                                                        \
        house *h = *state;                                                                         \
        expect_seen(h->engine, tci_feed_verify, name, what);                                       \
    }

SEEN(record_gone, "feed numbers")
SEEN(record_empty, "feed record")
SEEN(record_torn, "feed record")
SEEN(record_long, "feed record")
SEEN(type_unknown, "feed event")
SEEN(other_number, "feed numbers")
SEEN(time_backward, "feed order")
SEEN(time_ahead, "feed order")
SEEN(end_moved, "feed numbers")
SEEN(oldest_moved, "feed numbers")
SEEN(consumer_beyond, "feed consumer")
SEEN(consumer_malformed, "feed consumer")

static int32_t read_from(house *h, uint64_t sequence) {
    tc_feed_event events[64];
    tc_feed_cursor next;
    uint32_t count;
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot = house_snapshot(h);
    int32_t code =
        tc_feed_read(snapshot, tc_feed_cursor_at(sequence), events, 64, &count, &next, &error);
    tc_snapshot_close(snapshot);
    return code;
}

/* Never a silent gap. */
static void test_reader_sees_a_gap(void **state) {
    house *h = *state;
    assert_int_equal(read_from(h, 1), TC_OK);
    plant(h->engine, record_gone);
    assert_int_equal(read_from(h, 1), TC_E_CORRUPT);
    assert_int_equal(read_from(h, 3), TC_E_CORRUPT);
    assert_int_equal(read_from(h, 4), TC_OK);
}

static void test_reader_sees_a_torn_record(void **state) {
    house *h = *state;
    plant(h->engine, record_torn);
    assert_int_equal(read_from(h, 1), TC_E_CORRUPT);
}

/* An event larger than a page has a record of its own; those around it are found all the same. */
static void large_event(tci_ctx *ctx) {
    uint8_t payload[16008] = {0};
    for (int i = 0; i < 200; i++)
        tci_emit(ctx, TC_FEED_VENUE_CREATED, 0, (uint64_t)i, 1, tci_slice_of(NULL, 0));
    tci_emit(ctx, TC_FEED_HOLD_CREATED, 1, 7, 1, tci_slice_of(payload, sizeof payload));
    for (int i = 0; i < 200; i++)
        tci_emit(ctx, TC_FEED_VENUE_CREATED, 0, (uint64_t)i, 1, tci_slice_of(NULL, 0));
}

static void test_large_event(void **state) {
    house *h = *state;
    tc_feed_event event;
    tc_feed_cursor end, next;
    uint32_t count;
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_feed_ends(snapshot, NULL, &end, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    plant(h->engine, large_event);
    assert_int_equal(verify_by(h->engine, tci_feed_verify, NULL).others, 0);
    snapshot = house_snapshot(h);
    for (uint64_t i = 0; i < 401; i++) {
        assert_int_equal(tc_feed_read(snapshot, tc_feed_cursor_at(end.position + i), &event, 1,
                                      &count, &next, NULL),
                         TC_OK);
        assert_int_equal(count, 1);
        assert_int_equal(event.sequence, end.position + i);
        assert_int_equal(event.payload_size, i == 200 ? 16008 : 0);
    }
    tc_snapshot_close(snapshot);
}

#define T(name) cmocka_unit_test_setup_teardown(test_##name, setup, planted_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        T(record_gone),       T(record_empty),
        T(record_torn),       T(record_long),
        T(type_unknown),      T(other_number),
        T(time_backward),     T(time_ahead),
        T(end_moved),         T(oldest_moved),
        T(consumer_beyond),   T(consumer_malformed),
        T(reader_sees_a_gap), T(reader_sees_a_torn_record),
        T(large_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
