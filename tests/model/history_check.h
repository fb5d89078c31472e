/* Histories of one event and the check that they could have happened one after another. */
#ifndef HISTORY_CHECK_H
#define HISTORY_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HISTORY_SEATS = 8, HISTORY_TOUCH = 3 };

typedef enum op_kind {
    OP_READ, /* of every seat: one record a seat */
    OP_HOLD,
    OP_RELEASE,
    OP_BUY,
    OP_REFUND,
    OP_BLOCK,
    OP_UNBLOCK,
    OP_REFUSED, /* a refusal that told the seat's version and state: a read */
    OP_POOL_HOLD,
    OP_POOL_FULL,
    OP_POOL_RELEASE,
    OP_POOL_READ,
    OP_SCAN
} op_kind;

/* One thing that happened to one seat, the pool or one ticket, with the times between which it did.
 */
typedef struct op {
    int64_t call_ns, return_ns;
    uint64_t hold; /* of holds and what becomes of them; ticket of a scan */
    uint32_t seat;
    uint32_t version;  /* the one it made, or saw */
    uint32_t state;    /* what the seat was afterwards, a tc_seat_state; answer of a scan */
    uint32_t quantity; /* of the pool: asked, or seen to be taken */
    uint8_t kind, who;
} op;

typedef struct verdict {
    bool good;
    uint32_t double_sold; /* seats that two had at once */
    char why[200];
} verdict;

/* Could these have happened one after another, each between its call and its return? Sorts them. */
verdict history_check(op *ops, size_t count, uint32_t pool_capacity);

#endif
