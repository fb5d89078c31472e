/* The verifier of tickets sees every fault planted for it. */
#include "planted.h"
#include "tickets/internal.h"

/* Three tickets of seats 0 … 2, two of the pool; the first was used, the second voided. */
static int setup(void **state) {
    house *h = house_new(NULL);
    sale sold = house_sell(h, 0, 0, 3, 2);
    tc_checkin_scan_request scan = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    scan.event = h->event[0];
    scan.ticket = sold.tickets[0];
    scan.nonce[0] = 1;
    assert_int_equal(tc_checkin_scan(h->engine, &scan, &result, NULL), TC_OK);
    assert_int_equal(house_void(h, sold.tickets[1], 0), TC_OK);
    *state = h;
    return 0;
}

/* A ticket's record where it lies: 72 bytes each. */
static uint8_t *record(tci_ctx *ctx, uint32_t number) {
    static const tci_array TICKETS = {TCI_SPACE_TICKET, 72, false};
    return tci_array_at(ctx->view, &TICKETS, 1, number - 1);
}

static void no_state(tci_ctx *ctx) {
    record(ctx, 3)[4] = 9;
}
static void state_without_time(tci_ctx *ctx) {
    record(ctx, 3)[4] = TC_TICKET_USED;
}
static void void_without_time(tci_ctx *ctx) {
    record(ctx, 3)[4] = TC_TICKET_VOIDED;
}
static void lost_record(tci_ctx *ctx) {
    memset(record(ctx, 3), 0, 72);
}
static void serial_zero(tci_ctx *ctx) {
    tci_store32(record(ctx, 3) + 40, 0);
}
static void serial_large(tci_ctx *ctx) {
    tci_store32(record(ctx, 3) + 40, 5);
}
static void seat_of_another(tci_ctx *ctx) {
    tci_store32(record(ctx, 3) + 8, 0);
}
static void free_seat(tci_ctx *ctx) {
    tci_store32(record(ctx, 3) + 8, 17);
}
static void seat_and_pool(tci_ctx *ctx) {
    tci_store32(record(ctx, 4) + 8, 2);
}
static void another_order(tci_ctx *ctx) {
    tci_store64(record(ctx, 3) + 24, 99);
}
static void another_line(tci_ctx *ctx) {
    tci_store32(record(ctx, 3) + 20, 0);
}
static void used_counter(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 1, TCI_SLOT_EVENT_TICKETS_USED, 2);
}
static void void_counter(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 1, TCI_SLOT_EVENT_TICKETS_VOID, 0);
}
static void entry_gone(tci_ctx *ctx) {
    tci_key key = tci_key_of(1, TCI_SPACE_SCAN);
    tci_key_u8(&key, TCI_SCAN_ROW_ENTRY);
    tci_key_u64(&key, 1);
    tci_row_del(ctx->view, &key);
}
static void nonce_of_nothing(tci_ctx *ctx) {
    uint8_t value[8];
    tci_store64(value, 2);
    tci_key key = tci_key_of(1, TCI_SPACE_SCAN);
    tci_key_u8(&key, TCI_SCAN_ROW_NONCE);
    tci_key_bytes(&key, "0123456789abcdef", 16);
    tci_row_put(ctx->view, &key, tci_slice_of(value, 8));
}
static void used_without_scan(tci_ctx *ctx) {
    tci_store32(record(ctx, 3) + 4, TC_TICKET_USED);
    tci_store_i64(record(ctx, 3) + 56, 5);
    tci_slot_set(ctx->view, 1, TCI_SLOT_EVENT_TICKETS_USED, 2);
}
static void key_gone(tci_ctx *ctx) {
    tci_key key = tci_key_of(0, TCI_SPACE_SIGNING_KEY);
    tci_key_u32(&key, 1);
    tci_row_del(ctx->view, &key);
}
static void key_halves(tci_ctx *ctx) {
    uint8_t value[72] = {1};
    tci_key key = tci_key_of(0, TCI_SPACE_SIGNING_KEY);
    tci_key_u32(&key, 1);
    tci_row_put(ctx->view, &key, tci_slice_of(value, sizeof value));
}
static void no_keys(tci_ctx *ctx) {
    tci_slot_set(ctx->view, 0, TCI_SLOT_SIGNING_KEY_NEXT, 1);
}

#define SEEN(name, what)                                                                           \
    static void test_##name(void **state) {                                                        \
        house *h = *state;                                                                         \
        expect_seen(h->engine, tci_tickets_verify, name, what);                                    \
    }

SEEN(no_state, "ticket state")
SEEN(state_without_time, "ticket state")
SEEN(void_without_time, "ticket state")
SEEN(lost_record, "ticket")
SEEN(serial_zero, "ticket serial")
SEEN(serial_large, "ticket serial")
SEEN(seat_of_another, "ticket place")
SEEN(free_seat, "ticket place")
SEEN(seat_and_pool, "ticket place")
SEEN(another_order, "ticket order")
SEEN(another_line, "ticket order")
SEEN(used_counter, "ticket counters")
SEEN(void_counter, "ticket counters")
SEEN(entry_gone, "scan")
SEEN(nonce_of_nothing, "scan nonce")
SEEN(used_without_scan, "ticket entries")
SEEN(key_gone, "signing key")
SEEN(key_halves, "signing key")
SEEN(no_keys, "signing key")

#define T(name) cmocka_unit_test_setup_teardown(test_##name, setup, planted_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        T(no_state),      T(state_without_time), T(void_without_time), T(lost_record),
        T(serial_zero),   T(serial_large),       T(seat_of_another),   T(free_seat),
        T(seat_and_pool), T(another_order),      T(another_line),      T(used_counter),
        T(void_counter),  T(entry_gone),         T(nonce_of_nothing),  T(used_without_scan),
        T(key_gone),      T(key_halves),         T(no_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
