/* The prepared store every fault case starts from: a small house in which each command and each
 * reading call finds something to work on. Made once, copied fresh for each case. */
#ifndef FAULT_HOUSE_H
#define FAULT_HOUSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ticketcore/ticketcore.h"

#define HOUSE_T0 INT64_C(1750000000000)
#define HOUSE_MAP_BYTES (UINT64_C(64) << 20)

/* Where every object of the house is. */
typedef struct house {
    uint64_t venue, venue_unused;
    uint64_t map, map_draft, map_unused;
    uint64_t event, event_unused;
    uint32_t pool;
    uint32_t type_seat, type_place, type_unused;
    uint64_t hold; /* seats 0 and 1, two places */
    tc_secret hold_secret;
    uint64_t hold_order; /* seat 2, to be ordered */
    tc_secret hold_order_secret;
    uint64_t settled; /* seats 3 and 4, one place; paid at the till */
    tc_secret settled_secret;
    uint64_t tickets[3];
    uint64_t pending; /* seat 5; offline */
    tc_secret pending_secret;
    tc_payment_command leased; /* seat 6: its authorisation, with a worker */
    uint64_t captured;         /* seat 9: captured, its provider's reference is "pi_captured" */
    uint64_t declined;         /* seat 8 */
    uint64_t late_event;       /* whose first orders' holds died while their money was under way */
    uint32_t late_pool;
    tc_payment_command late_same;  /* its seats are free again */
    tc_payment_command late_moved; /* one of its seats was sold since */
    uint64_t map_wider;            /* published: the house with another row */
    uint64_t large_event;          /* 18 of its seats are in one hold */
    uint64_t large;
    tc_secret large_secret;
    uint64_t message_waiting, message_dead;
    tc_leased_message message;
    char barcode[512];
    tc_public_key keys[4];
    uint32_t keys_count;
} house;

extern const char HOUSE_CSV[], HOUSE_CSV_MORE[];

/* Make the store at a path; ends the program when that fails. */
void house_make(const char *path, house *made);
/* Open a copy with the house's clock; more flags may be or-ed in. */
int32_t house_open(const char *path, uint32_t flags, tc_engine **engine, tc_error *error);
/* A checksum over every record of the store as a handle sees it; 0 and false when it cannot be
 * read. */
bool house_state(tc_engine *engine, uint64_t *state);
/* Faults tc_verify() finds; the first one's sentence goes to `text`. UINT64_MAX: it failed. */
uint64_t house_verify(tc_engine *engine, char *text, size_t room);

#endif
