/**
 * @file ticketcore.h
 * @brief The whole interface: includes every public header.
 */
#ifndef TICKETCORE_TICKETCORE_H
#define TICKETCORE_TICKETCORE_H

#include "base.h"
#include "engine.h"
#include "command.h"
#include "snapshot.h"
#include "feed_types.h"
#include "errors.h"
#include "limits.h"

#endif
