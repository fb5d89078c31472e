/* The recorded workloads of the power-cut harness: each is one main function of a process that
 * runs under the recorder and may start more. */
#ifndef CRASH_CASES_H
#define CRASH_CASES_H

#include <stdbool.h>
#include <stdint.h>

typedef struct crash_case {
    const char *name;
    const char *about;
    /* Plays in the current folder, whose sub-folders s0, s1 … are the stores. `size`: 1 for the
     * quick tier. */
    void (*play)(uint64_t seed, uint32_t size);
    bool repeats; /* the same seed gives the same trace */
} crash_case;

extern const crash_case CASES[];
extern const int CASES_COUNT;

#endif
