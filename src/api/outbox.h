/* What the outbox's public calls share between their files. */
#ifndef TCI_API_OUTBOX_H
#define TCI_API_OUTBOX_H

#include "api/verb.h"
#include "ticketcore/template.h"

/* A kind and channel there are. */
int32_t tci_check_message_kind(uint32_t kind, uint32_t channel, tc_error *error);
/* Names well-formed, values UTF-8, `most` bytes together. */
int32_t tci_check_variables(const tc_variable *variables, uint32_t count, size_t most,
                            tc_error *error);

/* template.c: the halves of its verbs. */
int32_t tci_template_put_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error);
void tci_template_put_decode(tc_engine *engine, const void *request, const tci_call *call,
                             void *result);
int32_t tci_template_delete_encode(tc_engine *engine, const void *request, tci_call *call,
                                   tci_buf *command, tc_error *error);

#endif
