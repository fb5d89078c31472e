/**
 * @file ticketcore.h
 * @brief The whole interface: includes every public header.
 */
#ifndef TICKETCORE_TICKETCORE_H
#define TICKETCORE_TICKETCORE_H

#include "availability.h"
#include "base.h"
#include "care.h"
#include "checkin.h"
#include "command.h"
#include "engine.h"
#include "errors.h"
#include "event.h"
#include "feed.h"
#include "feed_types.h"
#include "hold.h"
#include "ledger.h"
#include "limits.h"
#include "map.h"
#include "map_seat.h"
#include "order.h"
#include "outbox.h"
#include "payment.h"
#include "pool.h"
#include "quote.h"
#include "seat.h"
#include "snapshot.h"
#include "template.h"
#include "ticket.h"
#include "ticket_type.h"
#include "venue.h"

#endif
