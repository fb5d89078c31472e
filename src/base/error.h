/* Filling a caller's tc_error, whatever size its headers gave it. */
#ifndef TCI_ERROR_H
#define TCI_ERROR_H

#include "base/base.h"

/* Copy a full error to the caller's, honouring its size; NULL is fine. Answers the code. */
int32_t tci_error_give(tc_error *caller, const tc_error *full);

/* Fill an error with a code, the offending field (may be NULL) and a formatted sentence (NULL: the
 * code's own). Answers the code. `error` may be NULL. */
int32_t tci_fail(tc_error *error, int32_t code, const char *field, const char *format, ...)
    TCI_PRINTF(4, 5);

#endif
