/* The audit of places: a sold seat has one valid ticket and any other has none; a standing area has
 * sold as many places as it has valid tickets, and no more than there are. Reads through the
 * audit's snapshot; judges, changes nothing. */
#include "demo_audit.h"

#include <inttypes.h>
#include <stdlib.h>

static int32_t judge_seats(audit *a) {
    uint32_t count = 0;
    tc_seat_status *seats = calloc(a->show->seats, sizeof *seats);
    if (!seats) return TC_E_NOMEM;
    int32_t code = tc_availability_seats(a->snapshot, a->show->event, 0, seats, a->show->seats,
                                         &count, NULL, &a->error);
    for (uint32_t i = 0; code == TC_OK && i < count && i < a->show->seats; i++) {
        bool sold = seats[i].state == TC_SEAT_SOLD, ticket = a->valid_of_seat[i] > 0;
        a->verdict->seats++;
        a->verdict->sold += sold;
        a->verdict->held += seats[i].state == TC_SEAT_HELD;
        a->verdict->free += seats[i].state == TC_SEAT_FREE;
        if (sold == ticket) continue;
        a->verdict->lost++;
        audit_find("seat %u is %s and has %u valid tickets", i, sold ? "sold" : "not sold",
                   a->valid_of_seat[i]);
    }
    free(seats);
    return code;
}

static int32_t judge_pools(audit *a) {
    tc_pool_view pools[DEMO_POOLS_MAX];
    uint32_t count = 0;
    uint64_t sold = 0;
    for (int i = 0; i < DEMO_POOLS_MAX; i++) pools[i] = (tc_pool_view)TC_POOL_VIEW_INIT;
    int32_t code =
        tc_pool_list(a->snapshot, a->show->event, 0, pools, DEMO_POOLS_MAX, &count, &a->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        sold += pools[i].sold;
        if (pools[i].sold <= pools[i].capacity) continue;
        a->verdict->double_sold += pools[i].sold - pools[i].capacity;
        audit_find("\"%s\" has %u places and sold %u", pools[i].name, pools[i].capacity,
                   pools[i].sold);
    }
    if (code == TC_OK && a->valid_standing != sold) {
        a->verdict->lost++;
        audit_find("%" PRIu64 " places to stand are sold and have %" PRIu64 " valid tickets", sold,
                   a->valid_standing);
    }
    return code;
}

bool audit_seats(audit *a) {
    int32_t code = judge_seats(a);
    if (code == TC_OK) code = judge_pools(a);
    a->error.code = code;
    return code == TC_OK || !demo_say_error("the house cannot be read", &a->error);
}
