/* One life: a world, an engine, a model and the commands between them; recorded so that it can be
 * run again with some of them left out. */
#ifndef MODEL_LIFE_H
#define MODEL_LIFE_H

#include "model_drive.h"
#include "model_generate.h"

typedef struct life_options {
    uint64_t seed;
    uint32_t length;    /* commands */
    const char *folder; /* of the store; NULL: in memory */
    bool reopens;
    bool no_model; /* without the comparisons, for measuring */
    bool tell;     /* print every answer */
    plant plant;
} life_options;

typedef struct life_result {
    uint64_t commands, done, refused, calls, compares, reopens, planted;
    uint64_t most_dead; /* holds that died in one instant */
    uint64_t kinds[SIM_KINDS], kinds_done[SIM_KINDS];
    uint64_t trace;
    bool failed;
    char why[320];
} life_result;

typedef struct record {
    sim_command *commands;
    uint32_t count, room;
} record;

/* Live it, recording the commands. */
void life_run(const life_options *options, record *kept, life_result *result);
/* Run recorded commands. */
void life_replay(const life_options *options, const record *kept, life_result *result);
/* Leave out what is not needed for a failure; the record becomes the short one. */
void life_shrink(const life_options *options, record *kept, life_result *result);
bool life_write(const char *path, const life_options *options, const record *kept, const char *why);
bool life_read(const char *path, life_options *options, record *kept);

#endif
