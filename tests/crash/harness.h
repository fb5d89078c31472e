/* What both crash harnesses begin with: options, a seeded source of numbers, a scratch folder,
 * starting itself again under the preloaded libraries, progress. */
#ifndef CRASH_HARNESS_H
#define CRASH_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef enum tier { TIER_SHORT, TIER_QUICK, TIER_FULL, TIER_SOAK } tier;

typedef struct harness {
    const char *name; /* "powercut" */
    tier tier;
    uint64_t seed;
    const char *only;  /* a case, or NULL */
    const char *plant; /* a planted defect, or NULL */
    uint64_t image;    /* powercut: check this image of the case only; 0: all */
    const char *trace; /* powercut: a trace that was kept */
    uint32_t workers;  /* processes that work at once; 0: as many as there are processors */
    char dir[400];     /* scratch folder, on memory where there is one */
    bool dir_is_ours;
    double began;
} harness;

/* Parse; ends the process on --help or nonsense. `cases` is for the help text. */
void harness_options(harness *opt, const char *name, const char *cases, int count, char **words);
/* Make the scratch folder; remove it when it is ours. */
void harness_begin(harness *opt);
void harness_end(const harness *opt);
/* Seconds since the beginning. */
double harness_seconds(const harness *opt);
double harness_now(void);
/* A progress line on stderr, at most one in two seconds unless `force`. */
void harness_progress(const harness *opt, bool force, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Say what is broken in the harness or its surroundings, and end with 2. */
void harness_die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

/* Start this program again with libraries beside it preloaded; returns when they are. */
void harness_preload(char **words, const char *libraries);
/* Path of this program, and of a file beside it. */
const char *harness_self(void);
void harness_beside(const char *name, char *path, size_t room);

void remove_tree(const char *path);

/* splitmix64 */
uint64_t random_next(uint64_t *state);
uint32_t random_below(uint64_t *state, uint32_t n);
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t count);

#endif
