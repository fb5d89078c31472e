/* Allocations that fail on demand: while armed, the allocations of this process are counted and the
 * Nth answers NULL. The C library's allocator is defined over by this program, so the library,
 * LMDB, jansson, libsodium and the C library itself all ask here. */
#ifndef FAULT_STARVE_H
#define FAULT_STARVE_H

#include <stdbool.h>
#include <stdint.h>

/* Whether this build can do it: it needs the GNU C library, or a sanitizer's allocator. */
bool starve_works(void);
/* Count from now on; the `at`th allocation (from 1) fails; with `sticky` every later one too. */
void starve_arm(uint32_t at, bool sticky);
/* Stop. Answers how many were counted. */
uint32_t starve_disarm(void);
bool starve_reached(void);
/* Blocks allocated and not freed, ever. 0 where a sanitizer counts them better. */
int64_t starve_live(void);
/* Blocks that nobody can free any more, told on stderr; only under a sanitizer that knows. */
bool starve_leaked(void);

#endif
