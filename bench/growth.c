/* Growth: what a hold costs in a store that grows, measured in turn with a small store beside it,
 * so that the machine's moods fall on both; and how long a large store takes to open and to read
 * from. The engine alone; relaxed, for a flush would hide what is looked for. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "growth.h"
#include "shop.h"

#define SMALL_SEATS 10000u
#define BATCH 500u
#define ROUNDS 15
#define OPENINGS 7

/* One of the two stores. */
typedef struct grown {
    bench_shop shop;
    uint64_t *events; /* of BENCH_EVENT_SEATS, or of SMALL_SEATS */
    uint64_t event_count, at;
    uint64_t sales; /* so far: where the next seats are */
    uint32_t seats; /* an event */
    char path[4096];
} grown;

static shop_sale *sales;
static tc_command *commands;
static tc_hold_expire_request *ends;
static uint64_t turns; /* of holds that are ended again: where the next ones are taken */

static void open_store(grown *store) {
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_CREATE | TC_OPEN_RELAXED;
    options.map_bytes = UINT64_C(64) << 30;
    shop_check(tc_engine_open(store->path, &options, &store->shop.engine, &error), "open", &error);
}

static void close_store(const grown *store) {
    tc_error error = TC_ERROR_INIT;
    shop_check(tc_engine_close(store->shop.engine, &error), "close", &error);
}

static void make_store(grown *store, const char *folder, const char *name, uint32_t seats) {
    memset(store, 0, sizeof *store);
    snprintf(store->path, sizeof store->path, "%s/%s", folder, name);
    store->seats = seats;
    open_store(store);
    shop_make_map(&store->shop, seats);
}

static void add_events(grown *store, uint64_t count) {
    store->events = realloc(store->events, (store->event_count + count) * sizeof *store->events);
    if (!store->events) bench_die("growth", "out of memory");
    for (uint64_t i = 0; i < count; i++)
        store->events[store->event_count++] = shop_make_event(&store->shop);
}

static void end_store(grown *store) {
    close_store(store);
    bench_remove(store->path);
    free(store->events);
}

static void run(const grown *store, uint32_t count, const char *what) {
    if (shop_batch(&store->shop, commands, count) != count) bench_die("growth", what);
}

/* Microseconds of a hold of two seats in a batch; the seats are free again afterwards. A batch's
 * seats lie side by side in one event, another one each time; or, `anywhere`, each in an event of
 * its own as far as there are so many. */
static double hold_us(grown *store, bool anywhere) {
    uint64_t pairs = store->seats / 2, places = pairs * store->event_count;
    uint64_t step = anywhere ? places / BATCH + (places / BATCH % 2 == 0) : 1;
    uint64_t first = anywhere ? turns * 7919
                              : turns * 7919 % store->event_count * pairs +
                                    turns * BATCH % (pairs < BATCH ? 1 : pairs / BATCH * BATCH);
    for (uint32_t i = 0; i < BATCH; i++) {
        uint64_t place = (first + i * step) % places;
        shop_prepare_hold(&store->shop, &sales[i], store->events[place / pairs],
                          (uint32_t)(place % pairs) * 2, 0);
        commands[i] = shop_command(TC_HOLD_CREATE, &sales[i].hold, &sales[i].held);
    }
    uint64_t began = bench_now_ns();
    run(store, BATCH, "holds");
    uint64_t ended = bench_now_ns();
    for (uint32_t i = 0; i < BATCH; i++) {
        ends[i] = (tc_hold_expire_request)TC_HOLD_EXPIRE_REQUEST_INIT;
        ends[i].hold = sales[i].held.hold;
        commands[i] = shop_command(TC_HOLD_EXPIRE, &ends[i], NULL);
    }
    run(store, BATCH, "holds ended");
    return (double)(ended - began) / 1000.0 / BATCH;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bench_spread spread_of(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, by_value);
    return (bench_spread){values[count / 2], values[0], values[count - 1]};
}

static uint64_t file_bytes(const grown *store) {
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    tc_engine_stat_get(store->shop.engine, &stat, NULL);
    return stat.used_bytes;
}

static void add_point(bench_growth *growth, const char *series, uint64_t size, grown *large,
                      grown *small, bool anywhere) {
    double in_large[ROUNDS], in_small[ROUNDS], ratios[ROUNDS];
    if (growth->point_count == BENCH_POINTS_MAX) bench_die("growth", "too many points");
    bench_point *point = &growth->points[growth->point_count++];
    for (int i = -2; i < ROUNDS; i++, turns++) { /* two to warm up */
        double a = hold_us(large, anywhere), b = hold_us(small, anywhere);
        if (i < 0) continue;
        in_large[i] = a;
        in_small[i] = b;
        ratios[i] = a / b;
    }
    *point = (bench_point){.series = series,
                           .size = size,
                           .store_bytes = file_bytes(large),
                           .hold_us = spread_of(in_large, ROUNDS),
                           .small_us = spread_of(in_small, ROUNDS),
                           .ratio = spread_of(ratios, ROUNDS)};
}

/* Sales at the box office, of event after event. */
static void sell(grown *store, uint64_t count) {
    uint64_t pairs = store->seats / 2;
    for (uint64_t done = 0; done < count;) {
        uint32_t many = count - done < BATCH ? (uint32_t)(count - done) : BATCH;
        if (store->sales / pairs == store->event_count) add_events(store, 1);
        if (pairs - store->sales % pairs < many) many = (uint32_t)(pairs - store->sales % pairs);
        for (uint32_t i = 0; i < many; i++, store->sales++) {
            shop_prepare_hold(&store->shop, &sales[i], store->events[store->sales / pairs],
                              (uint32_t)(store->sales % pairs) * 2, 0);
            commands[i] = shop_command(TC_HOLD_CREATE, &sales[i].hold, &sales[i].held);
        }
        run(store, many, "holds to sell");
        for (uint32_t i = 0; i < many; i++) {
            shop_prepare_order(&store->shop, &sales[i], TC_PAY_PAID);
            commands[i] = shop_command(TC_ORDER_CREATE, &sales[i].order, &sales[i].ordered);
        }
        run(store, many, "orders");
        done += many;
    }
}

/* Seats and events grow together, 50,000 an event; then events of few seats. */
static void grow_seats(bench_growth *growth, const char *folder, grown *small, bool full) {
    static const uint64_t SEATS[] = {10000, 100000, 1000000, 10000000, 100000000};
    static const uint64_t EVENTS[] = {10, 100, 1000, 10000};
    grown store;
    for (int i = 0; i < (full ? 5 : 4); i++) {
        uint32_t house = SEATS[i] < BENCH_EVENT_SEATS ? (uint32_t)SEATS[i] : BENCH_EVENT_SEATS;
        make_store(&store, folder, "seats", house);
        add_events(&store, SEATS[i] / house);
        add_point(growth, "seats", SEATS[i], &store, small, false);
        add_point(growth, "seats, anywhere", SEATS[i], &store, small, true);
        end_store(&store);
    }
    make_store(&store, folder, "events", 1000);
    for (int i = 0; i < (full ? 4 : 3); i++) {
        add_events(&store, EVENTS[i] - store.event_count);
        add_point(growth, "events", EVENTS[i], &store, small, false);
    }
    end_store(&store);
}

static void grow_feed(bench_growth *growth, const char *folder, grown *small, bool full) {
    static const uint64_t LENGTHS[] = {10000, 100000, 1000000, 10000000};
    grown store;
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    make_store(&store, folder, "feed", SMALL_SEATS);
    add_events(&store, 1);
    for (int i = 0; i < (full ? 4 : 3); i++) {
        do {
            hold_us(&store, false);
            turns++;
            tc_engine_stat_get(store.shop.engine, &stat, NULL);
        } while (stat.feed_next <= LENGTHS[i]);
        add_point(growth, "feed", LENGTHS[i], &store, small, false);
    }
    end_store(&store);
}

/* Open, and the first read: a snapshot, and the two-bit map of an event in the middle. */
static void time_opening(bench_growth *growth, grown *store) {
    double opens[OPENINGS], reads[OPENINGS];
    static uint8_t bits[BENCH_EVENT_SEATS];
    tc_error error = TC_ERROR_INIT;
    growth->opened_bytes = file_bytes(store);
    for (int i = 0; i < OPENINGS; i++) {
        tc_snapshot *snapshot;
        size_t length;
        close_store(store);
        uint64_t began = bench_now_ns();
        open_store(store);
        uint64_t opened = bench_now_ns();
        shop_check(tc_snapshot_open(store->shop.engine, &snapshot, &error), "snapshot", &error);
        shop_check(tc_availability_map(snapshot, store->events[store->event_count / 2], bits,
                                       sizeof bits, &length, NULL, &error),
                   "map", &error);
        reads[i] = (double)(bench_now_ns() - opened) / 1e6;
        opens[i] = (double)(opened - began) / 1e6;
        tc_snapshot_close(snapshot);
    }
    growth->open_ms = spread_of(opens, OPENINGS);
    growth->first_read_ms = spread_of(reads, OPENINGS);
}

/* Sold-out events lie behind; holds are measured in those that are still empty. */
static void grow_orders(bench_growth *growth, const char *folder, grown *small, bool full) {
    static const uint64_t ORDERS[] = {1000, 10000, 100000, 1000000, 10000000};
    grown store;
    make_store(&store, folder, "orders", BENCH_EVENT_SEATS);
    for (int i = 0; i < (full ? 5 : 4); i++) {
        sell(&store, ORDERS[i] - store.sales);
        grown empty = store;
        uint64_t fresh = shop_make_event(&store.shop);
        empty.events = &fresh;
        empty.event_count = 1;
        add_point(growth, "orders", ORDERS[i], &empty, small, false);
    }
    time_opening(growth, &store);
    end_store(&store);
}

void bench_grow(bench_growth *growth, const char *base, bool full) {
    char folder[4096];
    grown small;
    memset(growth, 0, sizeof *growth);
    sales = calloc(BATCH, sizeof *sales);
    commands = calloc(BATCH, sizeof *commands);
    ends = calloc(BATCH, sizeof *ends);
    if (!sales || !commands || !ends) bench_die("growth", "out of memory");
    bench_folder(folder, sizeof folder, base, "growth");
    make_store(&small, folder, "small", SMALL_SEATS);
    add_events(&small, 1);
    uint64_t began = bench_now_ns();
    grow_seats(growth, folder, &small, full);
    grow_feed(growth, folder, &small, full);
    grow_orders(growth, folder, &small, full);
    growth->seconds = (double)(bench_now_ns() - began) / 1e9;
    end_store(&small);
    bench_remove(folder);
    free(sales);
    free(commands);
    free(ends);
}
