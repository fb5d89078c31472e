/* What must be true of an image: the history of every object, gathered from the marks of a trace,
 * and what had been acknowledged when the power went. Judges an open store through its public
 * interface. */
#ifndef CRASH_BOOKS_H
#define CRASH_BOOKS_H

#include "look.h"
#include "trace.h"

typedef struct books books;

/* What is demanded of one store at a moment of the trace. */
typedef struct demand {
    bool known;           /* some mark spoke of it */
    bool born;            /* it must be there */
    bool alien;           /* its history is its own: no books */
    uint8_t of;           /* whose books hold for it */
    uint64_t commit;      /* at least this one */
    uint64_t soft_commit; /* acknowledged in relaxed mode only */
} demand;

typedef struct verdict {
    uint32_t lost;        /* acknowledged things that are not there, or not as they were */
    uint32_t double_sold; /* seats with two valid tickets */
    uint32_t money_drift; /* ledgers that do not balance, or are not as they were */
    uint32_t broken;      /* everything else: does not open, half done, unsound */
    char sentence[400];   /* the first of them */
    uint64_t commit;      /* the image shows */
} verdict;

/* Every mark of the trace. Ends the harness when marks contradict each other. */
books *books_read(const trace_head *trace);
void books_free(books *it);
uint64_t books_moments(const books *it);
/* Take a mark record into account. What it added to what is demanded. */
typedef enum added { ADDED_NOTHING, ADDED_SOFT, ADDED_HARD } added;
added books_demand(demand demands[STORES_MAX], const trace_record *record);
/* Hold an image against the books. */
void books_audit(const books *it, const demand *wanted, tc_snapshot *snapshot, verdict *found);
void verdict_say(verdict *found, uint32_t *counter, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
