/* The one list of what the library can do: the verbs of every domain, and what the engine is given
 * of the domain (operations, sweeps, what a new store begins with). */
#include "api/domain.h"
#include "api/verb.h"
#include "inventory/inventory.h"
#include "payment/payment.h"
#include "sales/sales.h"
#include "tickets/tickets.h"

static const tci_verb *const TABLES[] = {
    tci_verbs_catalog, tci_verbs_inventory, tci_verbs_sales, tci_verbs_payment,
    tci_verbs_tickets, tci_verbs_outbox,    tci_verbs_feed,
};

const tci_verb *tci_verb_find(uint32_t kind) {
    /* The high byte names the domain, in the order of the tables. */
    uint32_t table = (kind >> 8) - 1;
    if (kind == 0 || table >= TCI_COUNT(TABLES)) return NULL;
    for (const tci_verb *verb = TABLES[table]; verb->kind; verb++)
        if (verb->kind == kind) return verb;
    return NULL;
}

static uint32_t (*const SWEEPS[])(tci_ctx *, uint32_t) = {tci_inventory_sweep, tci_sales_sweep,
                                                          NULL};
static void (*const INITS[])(tci_ctx *, const uint8_t *) = {tci_tickets_init, NULL};

/* What must go on when the store is nearly full: what gives seats, money or room back, and what
 * brings an order that stands to its end, with its payment and its messages. */
static const uint16_t WHEN_FULL[] = {
    TC_HOLD_RELEASE,
    TC_HOLD_EXPIRE,
    TC_SWEEP,
    TC_ORDER_CANCEL,
    TC_ORDER_PAY,
    TC_ORDER_SETTLE,
    TC_ORDER_REFUND,
    TC_PAYMENT_LEASE,
    TC_PAYMENT_ANSWER,
    TC_PAYMENT_EVENT,
    TC_MESSAGE_LEASE,
    TC_MESSAGE_ANSWER,
    TC_MESSAGE_CANCEL,
    TC_EVENT_DELETE,
    TC_MAP_DELETE,
    TC_VENUE_DELETE,
    TC_TICKET_TYPE_DELETE,
    TC_FEED_PRUNE,
    TC_TEMPLATE_DELETE,
    TC_CONSUMER_SET, /* a consumer that cannot move keeps the feed from being pruned */
    TC_CONSUMER_DELETE,
    TC_TICKET_VOID,
    TC_CHECKIN_SCAN,
    0,
};

const tci_domain tci_domain_all = {.sweeps = SWEEPS, .when_full = WHEN_FULL, .inits = INITS};
