/* Where a verifier tells what it found. Each domain folder has one function that walks its own
 * records and calls the sink; src/api/verify.c calls them all. A verifier only reads. */
#ifndef TCI_VERIFY_H
#define TCI_VERIFY_H

#include "base/base.h"

typedef struct tci_verify_sink {
    /* `what` is a static word for the kind of fault ("seat", "hold", "counter"); `sentence` lives
     * only during the call. */
    void (*fault)(void *user_data, const char *what, uint64_t partition, uint64_t subject,
                  const char *sentence);
    void *user_data;
    uint64_t checked; /* facts looked at; a verifier adds to it */
} tci_verify_sink;

#endif
