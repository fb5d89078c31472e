/* Plain LMDB, opened as its manual says: a counter that every visitor raises by one. Shows that the
 * kill harness can see a loss. Nothing else in these tests may know LMDB. */
#ifndef CRASH_RAW_H
#define CRASH_RAW_H

#include <stdint.h>

/* Make an environment whose counter stands at `commits`, one commit each. 0, or LMDB's code. */
int raw_make(const char *folder, uint64_t commits);
/* Open, raise the counter by one, commit, close; the new value. */
int raw_raise(const char *folder, uint64_t *value);
/* Open and close: what the victim does. */
int raw_open_only(const char *folder);
int raw_read(const char *folder, uint64_t *value);

#endif
