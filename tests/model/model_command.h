/* One command of a simulated life, in words that do not depend on an engine: objects are named by
 * the tag of the command that made them, so that a life from which commands were dropped still
 * means something. Written to and read from scenario files. */
#ifndef MODEL_COMMAND_H
#define MODEL_COMMAND_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Items of one command: seats, pool draws, what a place is sold as, tickets of a refund. */
enum { SIM_ITEMS_MAX = 8 };
/* Number that no object ever has. */
#define SIM_NOBODY UINT64_C(888888888)

typedef enum sim_kind {
    SIM_NONE,
    SIM_CLOCK,  /* time passes; begins a batch */
    SIM_REOPEN, /* the store on disk is closed and opened, or left as a crash leaves it */
    SIM_HOLD,
    SIM_BEST,
    SIM_EXTEND,
    SIM_RELEASE,
    SIM_EXPIRE,
    SIM_SWAP,
    SIM_BLOCK,
    SIM_UNBLOCK,
    SIM_CHANNEL,
    SIM_POOL,
    SIM_EVENT,
    SIM_TYPE,
    SIM_SWEEP,
    SIM_ORDER,
    SIM_CANCEL,
    SIM_PAY,
    SIM_SETTLE,
    SIM_REFUND,
    SIM_LEASE, /* payment commands */
    SIM_ANSWER,
    SIM_WEBHOOK, /* the provider says something by itself */
    SIM_VOID,
    SIM_REISSUE,
    SIM_SCAN,
    SIM_MESSAGE,
    SIM_MLEASE,
    SIM_MANSWER,
    SIM_MRETRY,
    SIM_MCANCEL,
    SIM_BAD, /* arguments that must be refused before anything else */
    SIM_KINDS
} sim_kind;

typedef struct sim_item {
    uint32_t event;  /* place in the world, from 0 */
    uint32_t pool;   /* 0: a seat */
    uint32_t target; /* seat, or ticket type, or ordinal of a ticket */
    uint32_t quantity;
    uint32_t version; /* expected */
} sim_item;

/* What a field means depends on the kind; SIM_FIELDS in model_command.c names them. */
typedef struct sim_command {
    uint32_t kind;
    uint32_t tag;     /* unique in the life, from 1 */
    uint32_t batch;   /* number of the call it is sent in */
    uint32_t request; /* request id; 0: none */
    uint32_t ref;     /* tag of what it is about */
    uint32_t ordinal; /* which of its parts */
    uint32_t wrong;   /* 1: with a wrong secret */
    uint32_t version; /* expected; 0: any */
    uint32_t flags;
    uint32_t event; /* place in the world, from 0 */
    int64_t time_ms;
    int64_t amount;
    uint32_t a, b, c, d;
    uint32_t items_count;
    sim_item items[SIM_ITEMS_MAX];
} sim_command;

const char *sim_kind_name(uint32_t kind);
/* Is it the same but for tag and batch? What a request id judges by. */
bool sim_same(const sim_command *one, const sim_command *other);
void sim_print(FILE *out, const sim_command *command);
/* One line of a scenario; false when it is malformed. */
bool sim_parse(const char *line, sim_command *command);

#endif
