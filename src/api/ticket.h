/* What the ticket calls of src/api share: who may see a ticket, and checking a caller's struct. */
#ifndef TCI_API_TICKET_H
#define TCI_API_TICKET_H

#include "api/verb.h"
#include "engine/engine.h"
#include "tickets/internal.h"

/* The ticket, when it exists and the secret is its own or its order's (NULL: the host vouches).
 * TC_OK, or TC_E_NOT_FOUND for both. */
int32_t tci_ticket_open(tc_snapshot *snapshot, uint64_t id, const tc_secret *secret,
                        tci_ticket *out, tc_error *error);

/* What a text is: an enum tci_scan_source, TCI_SCAN_BY_BARCODE when it is signed by a key of ours
 * (then `out` is filled). */
uint32_t tci_barcode_judge(tci_view *view, const char *text, tci_barcode *out);

/* Append a rotation's command: a new seed and its public key. */
int32_t tci_rotate_encode(const tc_engine *engine, const tc_request_id *request_id,
                          tci_buf *command);

/* checkin.c: the two halves of its verb. */
int32_t tci_scan_encode(tc_engine *engine, const void *request, tci_call *call, tci_buf *command,
                        tc_error *error);
void tci_scan_decode(tc_engine *engine, const void *request, const tci_call *call, void *result);

#endif
