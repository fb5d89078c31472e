/* A multi-threaded seller: eight threads sell one house of 1,000 seats, each after any pair that is
 * still free, and together sell every seat exactly once. The loser of a race is told which seats
 * were in the way and simply tries the next. */
#include <pthread.h>
#include <stdatomic.h>

#include "house.h"

enum { ROWS = 20, SEATS = 50, THREADS = 8 };

static tc_engine *engine;
static uint64_t event_id;
static _Atomic unsigned seats_sold, races_lost;

static int sell_pair(uint32_t seat) {
    const tc_hold_seat seats[2] = {{event_id, seat, 0}, {event_id, seat + 1, 0}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result hold = TC_HOLD_CREATE_RESULT_INIT;
    tc_error refused = TC_ERROR_INIT;
    request.seats = seats;
    request.seats_count = 2;
    if (tc_hold_create(engine, &request, &hold, &refused) != TC_OK) return 0;
    const tc_order_item items[2] = {{1, 1}, {1, 1}};
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result sold = TC_ORDER_CREATE_RESULT_INIT;
    order.hold = hold.hold;
    order.hold_secret = hold.secret;
    order.items = items;
    order.items_count = 2;
    order.method = TC_PAY_PAID;
    return tc_order_create(engine, &order, &sold, &refused) == TC_OK;
}

static void *seller(void *argument) {
    unsigned start = *(unsigned *)argument;
    for (unsigned i = 0; i < ROWS * SEATS / 2; i++) {
        uint32_t seat = (start + i) % (ROWS * SEATS / 2) * 2;
        if (sell_pair(seat)) atomic_fetch_add(&seats_sold, 2);
        else atomic_fetch_add(&races_lost, 1);
    }
    return NULL;
}

int main(int argc, char **argv) {
    engine = open_store(argc > 1 ? argv[1] : "seller.store");
    event_id = make_house(engine, ROWS, SEATS);
    pthread_t threads[THREADS];
    unsigned starts[THREADS];
    for (unsigned i = 0; i < THREADS; i++) {
        starts[i] = i * 17;
        if (pthread_create(&threads[i], NULL, seller, &starts[i])) return 1;
    }
    for (unsigned i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);

    tc_snapshot *snapshot;
    tc_availability counts = TC_AVAILABILITY_INIT;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    need(tc_snapshot_open(engine, &snapshot, &error), "snapshot");
    need(tc_availability_get(snapshot, event_id, &counts, &error), "availability");
    need(tc_verify(snapshot, &report, &error), "verify");
    tc_snapshot_close(snapshot);
    printf("%u seats sold, %u free, %u races lost, %llu faults\n", atomic_load(&seats_sold),
           counts.free, atomic_load(&races_lost), (unsigned long long)report.faults_count);
    need(tc_engine_close(engine, &error), "close");
    return atomic_load(&seats_sold) != ROWS * SEATS || counts.free != 0 || report.faults_count != 0;
}
