/* What a fault proof holds an operation to after a fault: the answer is a code, the state is as
 * that code says, nothing acknowledged before is lost, the store opens and verifies, and the same
 * request sent again gives the right answer. */
#ifndef FAULT_JUDGE_H
#define FAULT_JUDGE_H

#include "prove.h"

/* What an operation does when nothing goes wrong. */
typedef struct truth {
    uint64_t digest; /* of its answer */
    uint64_t before; /* of the store: house_state() */
    uint64_t after;
    uint64_t commit; /* number of the newest commit afterwards */
} truth;

/* One case and what became of it; in shared memory. */
typedef struct verdict {
    /* in */
    unsigned worker;
    const op *one;
    truth truth;
    bool lenient; /* the fault may leave temporary folders behind */
    /* out */
    uint32_t calls;
    bool reached;
    bool began; /* the operation was called */
    int32_t code;
    truth found;
    char wrong[400];
    char said[232]; /* the message of its error */
} verdict;

/* How to begin and end the faulty window around the call. */
typedef struct window {
    void (*arm)(void *argument, tc_engine *engine);
    void (*disarm)(void *argument, verdict *v);
    void *argument;
} window;

/* Run the operation once inside the window and judge it. In a child of the worker. `truth` of the
 * verdict is what is expected; with `golden` nothing is known yet and `found` is filled instead. */
void judge_run(const prove_options *options, const house *h, const window *with, bool golden,
               verdict *v);
/* Judge what a process that died inside the window left. In a child of the worker. */
void judge_dead(const prove_options *options, const house *h, verdict *v);

#endif
