/* A store port whose Nth call fails: put in front of the port of an open engine, so that every
 * answer the port may give is met by every operation. */
#ifndef FAULT_PORT_H
#define FAULT_PORT_H

#include <stdbool.h>
#include <stdint.h>

#include "ticketcore/ticketcore.h"

typedef enum port_way {
    PORT_NONE,         /* only counted */
    PORT_IO,           /* reading and beginning answer TC_E_IO; writing fails the transaction; a
                          commit does not land and its outcome is unknown */
    PORT_CORRUPT,      /* reading answers TC_E_CORRUPT */
    PORT_FULL,         /* writing and committing answer TC_E_STORE_FULL */
    PORT_NOMEM,        /* everything answers TC_E_NOMEM */
    PORT_CONFLICT,     /* beginning and committing answer TC_E_STORE_CONFLICT */
    PORT_DONE_UNKNOWN, /* the commit lands and answers TC_E_OUTCOME_UNKNOWN */
    PORT_WAYS
} port_way;

/* Stand in front of an engine's port. */
void port_wrap(tc_engine *engine);
void port_arm(port_way way, uint32_t at, bool sticky);
/* Answers how many calls were counted: those to which the way means something. */
uint32_t port_disarm(void);
bool port_reached(void);
const char *port_way_name(port_way way);

#endif
