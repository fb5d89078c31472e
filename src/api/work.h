/* A command on its way through the public calls: its verb, its request, where its bytes are. Shared
 * by src/api/command.c (waiting) and src/api/queue.c (submitted). */
#ifndef TCI_CALL_WORK_H
#define TCI_CALL_WORK_H

#include "api/verb.h"

#define TCI_RESULT_MAX 1024

typedef struct tci_call_work {
    const tci_verb *verb;
    const void *request; /* at full size: the caller's, or a copy in the arena */
    size_t begin;        /* where the command begins in the buffer */
    size_t length;
} tci_call_work;

/* Check and encode. On failure nothing is left in `commands` and the call needs no free. */
int32_t tci_work_prepare(tc_engine *engine, uint32_t kind, const void *request, const void *result,
                         tci_call_work *work, tci_call *call, tci_arena *arena, tci_buf *commands,
                         tc_error *error);
/* The call's answer, given to the caller. */
int32_t tci_work_finish(tc_engine *engine, const tci_call_work *work, const tci_call *call,
                        void *result, tc_error *error);

#endif
