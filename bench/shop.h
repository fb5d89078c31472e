/* What the engine's own programs here have in common: a house, events on sale in it, and sales of
 * two seats each, prepared apart from being carried out so that only the latter is measured. Public
 * headers only. */
#ifndef BENCH_SHOP_H
#define BENCH_SHOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ticketcore/ticketcore.h>

/* One buyer's way from seats to tickets. */
typedef struct shop_sale {
    tc_hold_create_request hold;
    tc_hold_create_result held;
    tc_hold_seat seats[2];
    tc_order_create_request order;
    tc_order_create_result ordered;
    tc_order_item items[2];
    uint64_t tickets[2];
} shop_sale;

typedef struct bench_shop {
    tc_engine *engine;
    uint64_t map;
    uint32_t seats;   /* of the map */
    uint64_t request; /* number of the last request id made */
    bool counted_ids; /* ids in order instead of random ones, so that runs repeat */
} bench_shop;

/* Ends the program with the error's sentence when `code` is a failure. */
void shop_check(int32_t code, const char *what, const tc_error *error);

/* A map of `seats` seats, published: sections of 50 rows of 50 seats. */
void shop_make_map(bench_shop *shop, uint32_t seats);
/* An event on sale in it with ticket type 1; its id. */
uint64_t shop_make_event(bench_shop *shop);

void shop_request_id(bench_shop *shop, tc_request_id *id);
/* Seats `seat` and the next; version 0: any. */
void shop_prepare_hold(bench_shop *shop, shop_sale *sale, uint64_t event, uint32_t seat,
                       uint32_t version);
/* Once the hold is held. */
void shop_prepare_order(bench_shop *shop, shop_sale *sale, uint32_t method);

/* A command of a batch. */
tc_command shop_command(uint32_t kind, const void *request, void *result);
/* Carries out `count` commands in one call; how many answered OK. */
uint32_t shop_batch(const bench_shop *shop, tc_command *commands, uint32_t count);

#endif
