/* System calls that fail on demand: while armed, the calls of this process on regular files and
 * folders are counted, and the Nth goes wrong in the way asked for. Symbols of the C library are
 * defined over by this program, so the library and LMDB both call through here. */
#ifndef FAULT_INJECT_H
#define FAULT_INJECT_H

#include <stdbool.h>
#include <stdint.h>

/* What can be counted. */
typedef enum inject_call {
    CALL_OPEN,
    CALL_CLOSE,
    CALL_READ,
    CALL_WRITE,
    CALL_SYNC,
    CALL_TRUNCATE,
    CALL_SEEK,
    CALL_STAT,
    CALL_STATFS,
    CALL_LOCK,
    CALL_MAP,
    CALL_MAKE,
    CALL_REMOVE,
    CALL_RENAME,
    CALL_LIST,
    CALL_COUNT
} inject_call;

/* How a call goes wrong. */
typedef enum inject_way {
    WAY_NONE,   /* only counted */
    WAY_EIO,    /* nothing done, EIO */
    WAY_ENOSPC, /* nothing done, ENOSPC */
    WAY_EINTR,  /* nothing done, interrupted */
    WAY_OWN,   /* nothing done, an error this very call is known for (EMFILE, ENOMEM, ENOLCK …) */
    WAY_SHORT, /* half done, and says so */
    WAY_DONE_EIO,  /* wholly done, and answers EIO */
    WAY_DEAD,      /* the process ends instead */
    WAY_DONE_DEAD, /* wholly done, then the process ends */
    WAY_COUNT
} inject_way;

/* Exit status of a process that an injected fault ended. */
#define INJECT_DEAD 77
#define INJECT_TRACE_MAX 4096

/* Count from now on; the `at`th call (from 1) goes wrong; with `sticky` every later one too. */
void inject_arm(inject_way way, uint32_t at, bool sticky);
/* Besides the first fault another one, at a later call. For the compound tier. */
void inject_also(inject_way way, uint32_t at);
/* Stop. Answers how many calls were counted. */
uint32_t inject_disarm(void);
/* Whether the last window met its fault. */
bool inject_reached(void);
/* What the calls of the last window were, the first INJECT_TRACE_MAX of them. */
const uint8_t *inject_trace(void);
/* Whether a way means anything for a call. */
bool inject_applies(inject_way way, inject_call call);
const char *inject_way_name(inject_way way);
const char *inject_call_name(inject_call call);

#endif
