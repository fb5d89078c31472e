/* The life of a small house over the public interface, drawn from a seed: what the recorded
 * processes do. After every acknowledged command it looks around and writes what it saw as marks.
 * Public headers only. */
#ifndef CRASH_LIFE_H
#define CRASH_LIFE_H

#include "look.h"

enum { LIFE_ROWS = 5, LIFE_ROW_SEATS = 12, LIFE_SEATS = LIFE_ROWS * LIFE_ROW_SEATS };
#define LIFE_T0 INT64_C(1750000000000)

enum { LIFE_OWN_MAX = 128 };

typedef struct life_hold {
    uint64_t hold;
    tc_secret secret;
    uint32_t seats, places;
} life_hold;

typedef struct life {
    tc_engine *engine;
    const char *path;
    uint64_t random;
    uint64_t requests; /* request ids given so far */
    uint64_t salt;     /* of the process: no two give equal request ids */
    int64_t clock_ms;
    uint64_t event;
    uint32_t pool;
    uint8_t store;                 /* which folder, for the marks */
    bool soft;                     /* relaxed: what it sees may be lost */
    uint64_t refused;              /* answers other than TC_OK that a life may meet */
    life_hold holds[LIFE_OWN_MAX]; /* this life's live holds */
    uint32_t holds_count;
    uint64_t orders[LIFE_OWN_MAX]; /* this life's last orders */
    uint32_t orders_count;
    look *seen; /* at the last look */
    uint32_t seen_count;
    uint64_t seen_commit;
} life;

/* Open (flags of tc_open_flag besides the manual clock) and close. Every failure ends the process
 * with a sentence: a life knows none. */
void life_open(life *it, const char *path, uint8_t store, uint32_t flags, uint64_t seed);
void life_close(life *it);
/* A further thread on a life's engine, and its end. */
void life_join(life *it, const life *host, uint64_t seed);
void life_leave(life *it);
/* Venue, map, event, ticket types, a pool: commands of their own. */
void life_furnish(life *it);
/* Take an existing house over. */
void life_move_in(life *it);
/* One random action of a few commands. */
void life_step(life *it);
/* Queue a message: always a commit. */
void life_note(life *it);
/* Many holds and orders in one call, so that one commit dirties many pages. */
void life_batch(life *it, uint32_t count);
/* A second map with many seats: overflow pages, growth of the file. */
void life_import(life *it, uint32_t seats);
/* Look around and mark. */
void life_look(life *it);
/* A mark about a store. */
void life_mark(uint16_t what, uint8_t store, uint8_t of, uint64_t commit);
/* Commit the store stands at. */
uint64_t life_commit(life *it);
/* The store opens, verifies, and takes a hold and an order: for images. False with a sentence. */
bool life_goes_on(tc_engine *engine, uint64_t seed, char *sentence, size_t room);

#endif
