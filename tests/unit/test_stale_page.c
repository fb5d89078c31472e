/* A record that fell back to what it was before, with a checksum that is right: what a lost write
 * of a disk leaves. Each record of a store in turn, and then every command over it: no answer may
 * stop the process. Verify tells what it can. */
#include <sys/wait.h>
#include <unistd.h>

#include "../api/order_house.h"

#include "store/store.h"

enum { RECORDS_MAX = 800, ROOM = 5000 };

static char folder[64], late[96], torn[96];

typedef struct record {
    uint8_t key[TCI_KEY_MAX];
    size_t key_len, len;
    uint8_t value[ROOM];
} record;

typedef struct records {
    record at[RECORDS_MAX];
    size_t count;
} records;

static records early, now;

static tci_store *open_store(const char *path) {
    tci_store *store;
    const tci_store_config config = {.path = path, .map_bytes = 8u << 20};
    assert_int_equal(tci_store_open_lmdb(&config, &store, NULL), TC_OK);
    return store;
}

static void open_house(const char *path, uint32_t flags, int64_t now_ms) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MANUAL_CLOCK | TC_OPEN_RELAXED | flags;
    options.clock_ms = H0->now_ms = now_ms;
    options.map_bytes = 8u << 20;
    assert_int_equal(tc_engine_open(path, &options, &H0->engine, NULL), TC_OK);
}

static void close_house(void) {
    assert_int_equal(tc_engine_close(H0->engine, NULL), TC_OK);
}

static tc_hold_create_result held[6];
static tc_order_create_result made[8];

static void make_early(void) {
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result result = TC_VENUE_RESULT_INIT;
    venue.name = "Old Theatre";
    assert_int_equal(tc_venue_create(H0->engine, &venue, &result, NULL), TC_OK);
    house_event(H0, 0, result.venue, house_map(H0->engine, result.venue));
    made[0] = buy(0, 2, 1, TC_PAY_PAID);
    made[1] = buy(2, 1, 1, TC_PAY_PROVIDER);
    made[2] = buy(3, 1, 0, TC_PAY_OFFLINE);
    held[0] = hold(4, 2, 1);
    held[1] = hold(6, 1, 0);
}

static void make_middle(void) {
    held[3] = hold(10, 1, 1);
    made[5] = buy(11, 1, 1, TC_PAY_PROVIDER);
    made[6] = buy(12, 2, 0, TC_PAY_PAID);
    assert_int_equal(cancel(made[5].order, NULL), TC_OK);
    assert_int_equal(refund(made[6].order, made[6].tickets, 1, 0, 0), TC_OK);
    tc_payment_command command;
    assert_int_equal(lease(&command, 1, MINUTE), 1);
}

static void make_late(void) {
    pass(2 * MINUTE);
    tc_payment_command commands[8];
    for (uint32_t count; (count = lease(commands, 8, MINUTE)) != 0;)
        for (uint32_t i = 0; i < count; i++)
            assert_int_equal(answer(&commands[i], TC_OUTCOME_DONE, "pi_1"), TC_OK);
    assert_int_equal(settle(made[2].order, get(made[2].order).total_minor), TC_OK);
    assert_int_equal(refund(made[0].order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
    release.hold = held[0].hold;
    release.secret = held[0].secret;
    assert_int_equal(tc_hold_release(H0->engine, &release, NULL, NULL), TC_OK);
    made[3] = buy(4, 2, 2, TC_PAY_PROVIDER);
    made[4] = buy(0, 1, 0, TC_PAY_PAID);
    held[2] = hold(8, 2, 2);
    pass(1000);
}

/* All that the store has, added to what is kept. */
static void keep(records *kept) {
    tci_store *store = open_store(late);
    tci_txn *txn;
    tci_scan *scan;
    tci_slice key, value;
    assert_int_equal(tci_store_begin(store, TCI_TXN_READ, &txn), TC_OK);
    assert_int_equal(tci_scan_open(txn, &scan), TC_OK);
    int32_t code = tci_scan_seek(scan, tci_slice_of("", 0), &key, &value);
    for (; code == TC_OK; code = tci_scan_next(scan, &key, &value)) {
        assert_true(kept->count < RECORDS_MAX && value.len <= ROOM);
        record *one = &kept->at[kept->count++];
        memcpy(one->key, key.data, one->key_len = key.len);
        memcpy(one->value, value.data, one->len = value.len);
    }
    tci_scan_close(scan);
    tci_txn_abort(txn);
    tci_store_close(store);
}

static bool is_as_it_was(const record *one) {
    for (size_t i = 0; i < now.count; i++) {
        const record *is = &now.at[i];
        if (is->key_len == one->key_len && memcmp(is->key, one->key, is->key_len) == 0)
            return is->len == one->len && memcmp(is->value, one->value, is->len) == 0;
    }
    return false;
}

/* The store with one record as it was. */
static void fall_back(const record *one) {
    char command[256];
    tci_txn *txn;
    snprintf(command, sizeof command, "rm -rf '%s' && cp -r '%s' '%s'", torn, late, torn);
    assert_int_equal(system(command), 0);
    tci_store *store = open_store(torn);
    assert_int_equal(tci_store_begin(store, TCI_TXN_WRITE, &txn), TC_OK);
    assert_int_equal(
        tci_txn_put(txn, tci_slice_of(one->key, one->key_len), tci_slice_of(one->value, one->len)),
        TC_OK);
    assert_int_equal(tci_txn_commit(txn), TC_OK);
    tci_store_close(store);
}

static void try_places(tc_engine *engine) {
    for (uint32_t seat = 0; seat < 12; seat++) {
        tc_hold_seat named = {H0->event[0], seat, 0};
        tc_hold_pool pool = {H0->event[0], H0->pool[0], 1};
        tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
        tc_hold_create_result result = TC_HOLD_CREATE_RESULT_INIT;
        request.seats = &named;
        request.seats_count = 1;
        request.pools = &pool;
        request.pools_count = seat % 2;
        request.buyer = "ada";
        if (tc_hold_create(engine, &request, &result, NULL) != TC_OK || seat % 3) continue;
        tc_order_create_request order = order_of(&result, 1, seat % 2, TC_PAY_PAID);
        (void)tc_order_create(engine, &order, NULL, NULL);
    }
    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    best.event = H0->event[0];
    best.quantity = 2;
    (void)tc_hold_best(engine, &best, NULL, NULL);
}

static void try_holds(tc_engine *engine) {
    for (int i = 0; i < 4; i++) {
        tc_hold_extend_request extend = TC_HOLD_EXTEND_REQUEST_INIT;
        extend.hold = held[i].hold;
        extend.secret = held[i].secret;
        (void)tc_hold_extend(engine, &extend, NULL, NULL);
        tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
        release.hold = held[i].hold;
        release.secret = held[i].secret;
        (void)tc_hold_release(engine, &release, NULL, NULL);
    }
}

static void try_orders(tc_engine *engine) {
    for (int i = 0; i < 7; i++) {
        tc_order_settle_request settled = TC_ORDER_SETTLE_REQUEST_INIT;
        settled.order = made[i].order;
        settled.amount_minor = made[i].total_minor;
        memcpy(settled.currency, "EUR", 4);
        (void)tc_order_settle(engine, &settled, NULL, NULL);
        (void)pay(made[i].order, TC_PAY_PROVIDER);
        (void)refund(made[i].order, NULL, 0, 0, i % 2 ? TC_ORDER_BY_HAND : 0);
        (void)cancel(made[i].order, NULL);
    }
}

static void try_work(tc_engine *engine) {
    tc_payment_command commands[8];
    tc_payment_lease_request request = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result result = TC_PAYMENT_LEASE_RESULT_INIT;
    request.worker = 1;
    request.max = 8;
    request.lease_ms = MINUTE;
    result.commands = commands;
    result.commands_capacity = 8;
    if (tc_payment_lease(engine, &request, &result, NULL) == TC_OK)
        for (uint32_t i = 0; i < result.commands_count; i++)
            (void)answer(&commands[i], i % 2 ? TC_OUTCOME_DONE : TC_OUTCOME_DECLINED, "pi_2");
    (void)say("evt", TC_PAYMENT_EVENT_CAPTURED, "pi_1", NULL, 3000);
    tc_leased_message messages[16];
    tc_message_lease_request take = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result taken = TC_MESSAGE_LEASE_RESULT_INIT;
    take.max = 16;
    taken.messages = messages;
    taken.messages_capacity = 16;
    if (tc_message_lease(engine, &take, &taken, NULL) != TC_OK) return;
    for (uint32_t i = 0; i < taken.messages_count; i++) {
        tc_message_answer_request sent = TC_MESSAGE_ANSWER_REQUEST_INIT;
        sent.message = messages[i].message;
        sent.lease = messages[i].lease;
        sent.outcome = TC_MESSAGE_OUTCOME_SENT;
        (void)tc_message_answer(engine, &sent, NULL, NULL);
    }
}

static void try_reading(tc_engine *engine) {
    tc_snapshot *snapshot;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return;
    tc_availability counts = TC_AVAILABILITY_INIT;
    (void)tc_availability_get(snapshot, H0->event[0], &counts, NULL);
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    (void)tc_verify(snapshot, &report, NULL);
    tc_snapshot_close(snapshot);
}

static void try_everything(void) {
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MANUAL_CLOCK | TC_OPEN_RELAXED;
    options.clock_ms = H0->now_ms;
    options.map_bytes = 8u << 20;
    if (tc_engine_open(torn, &options, &H0->engine, NULL) != TC_OK) return;
    tc_engine *engine = H0->engine;
    try_reading(engine);
    for (int round = 0; round < 2; round++) {
        try_places(engine);
        try_work(engine);
        try_orders(engine);
        try_holds(engine);
        (void)tc_engine_set_clock(engine, H0->now_ms += 20 * MINUTE, NULL);
        (void)tc_sweep(engine, &sweep, NULL, NULL);
        try_work(engine);
    }
    try_reading(engine);
    (void)tc_engine_close(engine, NULL);
}

static void test_no_record_that_fell_back_stops_the_process(void **state) {
    (void)state;
    house own = {0};
    H0 = &own;
    strcpy(folder, "stale-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(late, sizeof late, "%s/late", folder);
    snprintf(torn, sizeof torn, "%s/torn", folder);
    open_house(late, TC_OPEN_CREATE, HOUSE_T0);
    make_early();
    close_house();
    keep(&early);
    open_house(late, 0, HOUSE_T0 + 1000);
    make_middle();
    close_house();
    keep(&early);
    open_house(late, 0, HOUSE_T0 + 2000);
    make_late();
    verify_now();
    close_house();
    keep(&now);
    uint32_t tried = 0, stopped = 0;
    for (size_t i = 0; i < early.count; i++) {
        const record *one = &early.at[i];
        if (is_as_it_was(one)) continue;
        fall_back(one);
        tried++;
        pid_t child = fork();
        if (child == 0) {
            alarm(60);
            try_everything();
            _exit(0);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        if (status == 0) continue;
        stopped++;
        print_error("space 0x%02x of partition %u: status %d\n", one->key[8], one->key[7], status);
    }
    assert_true(tried > 30);
    assert_int_equal(stopped, 0);
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_record_that_fell_back_stops_the_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
