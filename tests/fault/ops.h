/* The list of operations the fault proofs go through: every command kind, every reading call, what
 * is done with a handle, and what makes or opens a store. */
#ifndef FAULT_OPS_H
#define FAULT_OPS_H

#include "house.h"

typedef enum op_kind {
    OP_COMMAND, /* changes the store, carries a request id */
    OP_PARTS,   /* the same, but of parts that may land without each other */
    OP_READ,    /* reads through `snapshot` */
    OP_HANDLE,  /* uses `engine`, changes nothing */
    OP_PURE,    /* needs no store */
    OP_OPEN,    /* opens the store at `store`; the engine goes to `engine` */
    OP_CLOSE,   /* closes `engine` */
    OP_PLACE    /* makes a store at `target` */
} op_kind;

/* One run of one operation. */
typedef struct run {
    const house *house;
    tc_engine *engine;
    tc_snapshot *snapshot;
    const char *store;  /* path of the case's store */
    const char *target; /* path of the store to be made: nothing is there */
    int out;            /* a file to write to, empty */
    int in;             /* a dump to read from */
    tc_request_id id;   /* the command's */
    uint64_t digest;    /* of everything the call answered; the same in every good run */
    tc_error error;
} run;

typedef struct op {
    const char *name;
    int32_t (*call)(run *r);
    op_kind kind;
} op;

extern const op OPS_CATALOG[], OPS_SALES[], OPS_DOOR[], OPS_READ[], OPS_CARE[];
extern const size_t OPS_CATALOG_COUNT, OPS_SALES_COUNT, OPS_DOOR_COUNT, OPS_READ_COUNT,
    OPS_CARE_COUNT;

/* All of them as one list, in a stable order. */
size_t ops_count(void);
const op *ops_at(size_t index);

/* Take what a call answered into the digest. Pointers may not be in it. */
void took(run *r, const void *bytes, size_t len);
void took_text(run *r, const char *text);
void took_number(run *r, uint64_t number);
/* The same when `code` is TC_OK; answers the code. */
int32_t done(run *r, int32_t code, const void *result, size_t len);

#define LIST(name) const size_t name##_COUNT = sizeof name / sizeof *name

#endif
