/* Filling a caller's tc_error, whatever size its headers gave it. */
#ifndef TCI_ERROR_H
#define TCI_ERROR_H

#include "base/base.h"

/* Copy a full error to the caller's, honouring its size; NULL is fine. Answers the code. */
int32_t tci_error_give(tc_error *caller, const tc_error *full);

/* The same for what decide refused: its sentence gets the number of its object. */
int32_t tci_error_give_refusal(tc_error *caller, const tc_error *refusal);
/* TC_E_NOT_FOUND about an object, by its field ("hold", "seat" …) and number, within an event or 0:
 * one sentence for what is not there and what is not yours. */
int32_t tci_fail_missing(tc_error *error, const char *field, uint64_t event, uint64_t subject);

/* Make a text fit for people's screens: what is not UTF-8 becomes '?', line ends and other control
 * characters blanks; a sequence that was cut at the end goes. */
void tci_error_mend(char *text);

/* Fill an error with a code, the offending field (may be NULL) and a formatted sentence (NULL: the
 * code's own). Answers the code. `error` may be NULL. */
int32_t tci_fail(tc_error *error, int32_t code, const char *field, const char *format, ...)
    TCI_PRINTF(4, 5);

#endif
