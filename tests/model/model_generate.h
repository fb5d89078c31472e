/* Draws the next call of a life from a seed and from what the model says there is. */
#ifndef MODEL_GENERATE_H
#define MODEL_GENERATE_H

#include "model.h"
#include "model_random.h"

typedef struct generator {
    sim_random random;
    uint32_t profile, next_tag, next_batch, next_request, next_webhook, next_nonce, next_dedupe;
    uint32_t call_max;    /* commands of one call */
    sim_command past[64]; /* commands with a request id, to be sent again */
    uint32_t past_count;
} generator;

void generator_begin(generator *g, const world *from);
/* The commands of one call; answers how many, at least 1. */
uint32_t generator_call(generator *g, const model *m, sim_command *commands, uint32_t room);

#endif
