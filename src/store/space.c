/* Names of the spaces, for sentences about records. */
#include "store/space.h"

#include <stddef.h>

const char *tci_space_name(unsigned space) {
    static const char *const NAMES[] = {
        [TCI_SPACE_FORMAT] = "format",
        [TCI_SPACE_HEAD] = "head",
        [TCI_SPACE_REQUEST] = "request",
        [TCI_SPACE_FEED] = "feed",
        [TCI_SPACE_CONSUMER] = "consumer",
        [TCI_SPACE_VENUE] = "venue",
        [TCI_SPACE_MAP] = "map",
        [TCI_SPACE_LAYOUT_SEAT] = "layout seat",
        [TCI_SPACE_LAYOUT_TEXT] = "layout text",
        [TCI_SPACE_LAYOUT_NAME] = "layout name",
        [TCI_SPACE_LAYOUT_ROW] = "layout row",
        [TCI_SPACE_LAYOUT_ORDER] = "layout order",
        [TCI_SPACE_BLOB] = "blob",
        [TCI_SPACE_EVENT] = "event",
        [TCI_SPACE_EVENT_INDEX] = "event index",
        [TCI_SPACE_TICKET_TYPE] = "ticket type",
        [TCI_SPACE_SEAT] = "seat",
        [TCI_SPACE_SEAT_BITS] = "seat bits",
        [TCI_SPACE_SEAT_CHANNEL] = "seat channel",
        [TCI_SPACE_STOCK] = "stock",
        [TCI_SPACE_CHANGES] = "changes",
        [TCI_SPACE_POOL] = "pool",
        [TCI_SPACE_POOL_TEXT] = "pool text",
        [TCI_SPACE_HOLD] = "hold",
        [TCI_SPACE_HOLD_ITEM] = "hold item",
        [TCI_SPACE_HOLD_DUE] = "hold due",
        [TCI_SPACE_BUYER] = "buyer",
        [TCI_SPACE_ROW_NEAR] = "row near",
        [TCI_SPACE_ORDER] = "order",
        [TCI_SPACE_ORDER_LINE] = "order line",
        [TCI_SPACE_ORDER_TEXT] = "order text",
        [TCI_SPACE_ORDER_DUE] = "order due",
        [TCI_SPACE_PAYMENT] = "payment",
        [TCI_SPACE_PAYMENT_COMMAND] = "payment command",
        [TCI_SPACE_PAYMENT_DUE] = "payment due",
        [TCI_SPACE_PROVIDER_EVENT] = "provider event",
        [TCI_SPACE_LEDGER] = "ledger",
        [TCI_SPACE_ACCOUNT] = "account",
        [TCI_SPACE_REFUND] = "refund",
        [TCI_SPACE_TICKET] = "ticket",
        [TCI_SPACE_SCAN] = "scan",
        [TCI_SPACE_SIGNING_KEY] = "signing key",
        [TCI_SPACE_CHECKIN_LIST] = "checkin list",
        [TCI_SPACE_MESSAGE] = "message",
        [TCI_SPACE_MESSAGE_TEXT] = "message text",
        [TCI_SPACE_MESSAGE_DUE] = "message due",
        [TCI_SPACE_MESSAGE_KEY] = "message key",
        [TCI_SPACE_TEMPLATE] = "template",
    };
    const char *name = space < sizeof NAMES / sizeof NAMES[0] ? NAMES[space] : NULL;
    return name ? name : "unknown";
}
