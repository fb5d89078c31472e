/* How the crash harnesses see a store: every object as a few words, read through the public
 * interface. The workload writes what it saw into the trace as marks; the audit looks at an image
 * with the same eyes. */
#ifndef CRASH_LOOK_H
#define CRASH_LOOK_H

#include <stdbool.h>
#include <stdint.h>

#include <ticketcore/ticketcore.h>

#define LOOK_WORDS 4
/* Objects one observation may have. */
#define LOOK_MAX 4096

/* Word 0 never goes down. `tight` kinds: while it stands, so do the others. */
typedef enum look_kind {
    LOOK_COUNTS = 0, /* feed's end; orders; holds; messages */
    LOOK_EVENT,      /* inventory version; free; held; sold, blocked */
    LOOK_SEAT,       /* version; state; hold; ticket */
    LOOK_POOL,       /* version; held; sold; capacity */
    LOOK_HOLD,       /* version; state; order; seats, pools */
    LOOK_ORDER,      /* version; state; captured; refunded */
    LOOK_TICKET,     /* version; state; serial; seat */
    LOOK_REFUNDS,    /* refunds of an order; their sum; their states */
    LOOK_MESSAGE,    /* 0; state; attempts; kind */
    LOOK_LEDGER,     /* postings; debits; credits; captured */
    LOOK_KINDS
} look_kind;

typedef struct look {
    uint32_t kind;
    uint32_t sub;
    uint64_t id;
    uint64_t words[LOOK_WORDS];
} look;

/* Kinds whose words are settled by word 0. */
bool look_is_tight(uint32_t kind);
const char *look_name(uint32_t kind);
/* Fill the words of an object. TC_OK, TC_E_NOT_FOUND, or what the store answered. */
int32_t look_at(tc_snapshot *snapshot, look *object);
/* All there is, at most LOOK_MAX; answers how many, or a negative code. */
int32_t look_around(tc_snapshot *snapshot, look *objects);

/* ---- marks: what a workload writes to TRACE_MARKS_FD ---- */

typedef enum mark_what {
    MARK_SEEN = 1, /* object as it is at `commit`; where it did not change since this process's last
                      look, no mark */
    MARK_MOMENT,   /* the look at `commit` is complete. Everything up to it is acknowledged, unless
                      `soft` */
    MARK_BORN,     /* the store is there: created, copied or loaded. `commit`: at least this one;
                      `of`: the store it is a copy of, or itself */
    MARK_ALIEN     /* likewise, but with a history of its own: opens and verifies, no more */
} mark_what;

typedef struct mark {
    uint16_t what;
    uint8_t store; /* which of the folders s0, s1 … */
    uint8_t of;
    uint32_t soft; /* relaxed: may be lost again */
    uint64_t commit;
    look object;
} mark;

enum { STORES_MAX = 12 };

#endif
