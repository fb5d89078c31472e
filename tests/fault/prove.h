/* What the fault proofs share: their command line, their scratch folder, their workers and the last
 * line they print. */
#ifndef FAULT_PROVE_H
#define FAULT_PROVE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "ops.h"

typedef enum prove_tier { TIER_SHORT, TIER_QUICK, TIER_FULL, TIER_SOAK } prove_tier;

/* Counted by all workers. */
typedef struct prove_counts {
    _Atomic uint32_t next; /* the next operation to take */
    _Atomic uint64_t faults;
    _Atomic uint64_t deaths;
    _Atomic uint64_t complaints;
    _Atomic uint64_t operations;
    _Atomic uint64_t unknown; /* outcomes that had to be found out by reopening */
    _Atomic uint64_t trace;   /* of what was tried and answered, whatever the order */
} prove_counts;

typedef struct prove_options {
    prove_tier tier;
    uint64_t seed;
    const char *only;  /* only operations whose name begins so; NULL: all */
    const char *fault; /* only this fault, as complaints name it; NULL: all */
    unsigned jobs;
    uint64_t enough; /* give up after so many complaints */
    char folder[256];
    bool keep;
} prove_options;

/* Read the command line, make the scratch folder, and the house in FOLDER/house with its dump in
 * FOLDER/dump. Ends the program when that fails. */
void prove_begin(int argc, char **argv, const char *name, prove_options *options, house *h,
                 prove_counts **counts);
/* Let `work` go through the operations in as many processes as asked for, with progress on stderr.
 */
void prove_work(const prove_options *options, prove_counts *counts, const char *name,
                void (*work)(unsigned worker, const op *one));
/* Remove the scratch folder, print the last line, answer the exit status. */
int prove_end(const prove_options *options, const prove_counts *counts, const char *name);

/* A fresh copy of the house's store for a worker; its path. With what lies beside it removed. */
const char *prove_copy(const prove_options *options, unsigned worker);
/* Where a worker's store to be made goes. */
const char *prove_target(const prove_options *options, unsigned worker);
/* How many things lie in the worker's folder besides those two. */
unsigned prove_leftovers(const prove_options *options, unsigned worker);
void prove_remove(const char *path);
/* Memory seen by this process and its children. */
void *prove_share(size_t bytes);
/* Run in a child and wait; answers its exit status, or 128 + the signal that ended it. */
int prove_child(void (*body)(void *argument), void *argument, unsigned seconds);
/* Tell what went wrong and how to see it again. */
void prove_complain(prove_counts *counts, const char *name, const op *one, const char *fault,
                    const char *what);
/* Take a case and its answer into the trace. Operations on a thread of their own are left out:
 * where their calls fall is not the seed's to say. */
void prove_trace(prove_counts *counts, const op *one, const char *fault, int32_t code);
/* A number of the seed and the operation, by which the short tier takes its part. */
unsigned prove_turn(const prove_options *options, const op *one);
bool prove_wants(const prove_options *options, const op *one);

#endif
