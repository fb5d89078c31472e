/* The public face of one command kind: how its request struct becomes an encoded command and its
 * answer a result struct. src/api/command.c runs any verb; tc_hold_create() and its like are one
 * line over it. One table a domain, all of them listed in src/api/verbs.c. */
#ifndef TCI_VERB_H
#define TCI_VERB_H

#include "base/error.h"
#include "engine/engine.h"

typedef struct tci_verb {
    uint32_t kind; /* a tc_command_kind */
    const tci_op *op;
    uint32_t request_size; /* sizeof the request struct as this library knows it */
    uint32_t request_min;  /* smallest size ever published */
    uint32_t result_size;  /* 0: the kind has no result */
    uint32_t result_min;
    /* Check the arguments (tci_fail with field and limit) and append the encoded command. `request`
     * is a full-size copy, unknown fields zero. May fill call->secret. */
    int32_t (*encode)(tc_engine *engine, const void *request, tci_call *call, tci_buf *command,
                      tc_error *error);
    /* Turn call->answer into the result, a full-size struct whose caller-given pointers and
     * capacities are in place. Never fails: the engine wrote the answer. */
    void (*decode)(tc_engine *engine, const void *request, const tci_call *call, void *result);
} tci_verb;

/* Every request struct begins like this. */
typedef struct tci_request_head {
    uint32_t size;
    uint32_t flags;
    tc_request_id request_id;
} tci_request_head;

/* Ended by a verb with kind 0. */
extern const tci_verb tci_verbs_catalog[];
extern const tci_verb tci_verbs_inventory[];
extern const tci_verb tci_verbs_sales[];
extern const tci_verb tci_verbs_payment[];
extern const tci_verb tci_verbs_tickets[];
extern const tci_verb tci_verbs_outbox[];
extern const tci_verb tci_verbs_feed[];

const tci_verb *tci_verb_find(uint32_t kind);

/* Helpers of argument checks; each answers TC_OK or fills the error and answers its code. */

/* Bring a caller's sized struct to full size: `copy` gets known bytes, the rest zero. Trailing
 * bytes this library does not know must be zero. */
int32_t tci_struct_in(const void *caller, uint32_t min_size, uint32_t full_size, void *copy,
                      const char *what, tc_error *error);
/* Give a full struct to the caller's, honouring and keeping its size field. */
void tci_struct_out(void *caller, const void *full, uint32_t full_size);
/* A UTF-8 text of min … max bytes without control characters (NULL counts as empty). */
int32_t tci_check_text(const char *text, size_t min, size_t max, const char *field,
                       tc_error *error);
/* Same, where line feeds and tabs are allowed. */
int32_t tci_check_long_text(const char *text, size_t min, size_t max, const char *field,
                            tc_error *error);
int32_t tci_check_range(int64_t value, int64_t min, int64_t max, const char *field,
                        tc_error *error);
int32_t tci_check_flags(uint32_t flags, uint32_t known, const char *field, tc_error *error);
/* Three capital letters (ISO 4217). */
int32_t tci_check_currency(const char *currency, const char *field, tc_error *error);
int32_t tci_check_not_null(const void *pointer, const char *field, tc_error *error);
bool tci_secret_is_zero(const tc_secret *secret);

#endif
