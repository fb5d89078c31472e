/* The verbs of the catalog: one table of kinds, operations and struct sizes. What they check and
 * encode is in venue.c, map.c, event.c and ticket_type.c beside this. */
#include "api/catalog.h"
#include "ticketcore/event.h"
#include "ticketcore/map.h"
#include "ticketcore/ticket_type.h"
#include "ticketcore/venue.h"

#define VERB(kind_, noun, action)                                                                  \
    {                                                                                              \
        .kind = kind_, .op = &tci_op_##noun##_##action,                                            \
        .request_size = sizeof(tc_##noun##_##action##_request),                                    \
        .request_min = sizeof(tc_##noun##_##action##_request),                                     \
        .result_size = sizeof(tc_##noun##_result), .result_min = sizeof(tc_##noun##_result),       \
        .encode = tci_##noun##_##action##_encode, .decode = tci_##noun##_decode                    \
    }

const tci_verb tci_verbs_catalog[] = {
    VERB(TC_VENUE_CREATE, venue, create),
    VERB(TC_VENUE_UPDATE, venue, update),
    VERB(TC_VENUE_DELETE, venue, delete),
    VERB(TC_MAP_CREATE, map, create),
    VERB(TC_MAP_UPDATE, map, update),
    VERB(TC_MAP_PUBLISH, map, publish),
    VERB(TC_MAP_DELETE, map, delete),
    VERB(TC_EVENT_CREATE, event, create),
    VERB(TC_EVENT_UPDATE, event, update),
    VERB(TC_EVENT_DELETE, event, delete),
    VERB(TC_TICKET_TYPE_CREATE, ticket_type, create),
    VERB(TC_TICKET_TYPE_UPDATE, ticket_type, update),
    VERB(TC_TICKET_TYPE_DELETE, ticket_type, delete),
    {.kind = 0},
};
