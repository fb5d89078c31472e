/* What the generated calls and the test that runs them share. */
#ifndef BAD_INPUT_H
#define BAD_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include <ticketcore/ticketcore.h>

typedef enum bad_mutation {
    NULL_ARGUMENT,
    SIZE_ZERO,
    SIZE_SMALL,
    UNKNOWN_FIELD,
    UNKNOWN_FLAGS
} bad_mutation;

#define BAD_ARGUMENTS 12
#define BAD_BYTES 4096

typedef struct bad_room {
    tc_engine *engine;
    tc_snapshot *snapshot;
    tc_queue *queue;
    int at; /* the argument that is bad */
    bad_mutation mutation;
    _Alignas(16) unsigned char bytes[BAD_ARGUMENTS][BAD_BYTES];
} bad_room;

typedef struct bad_case {
    const char *title;
    int32_t (*call)(bad_room *room, int null_at, tc_error *error);
    int at;
    bad_mutation mutation;
    bool refuses;
    bool has_error;
} bad_case;

extern const bad_case BAD_CASES[];
extern const size_t BAD_CASE_COUNT;

/* Fill the struct argument's size, spoiling it when it is the bad one. */
void bad_prepare(bad_room *room, int at, size_t size);

#endif
