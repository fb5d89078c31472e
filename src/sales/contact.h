/* What the outbox and the tickets ask of an order: whom to write to and in which language, what to
 * say about it, which tickets are its. Implemented by sales over its own records; reads only. */
#ifndef TCI_ORDER_CONTACT_H
#define TCI_ORDER_CONTACT_H

#include "engine/command.h"

typedef struct tci_order_contact_info {
    tci_slice address;      /* of the channel asked for; empty: none. Valid as long as the view */
    tci_slice locale;       /* empty: none */
    int64_t total_minor;    /* the frozen total */
    int64_t refunded_minor; /* of it, given back so far */
    uint64_t event;         /* of its first line */
    uint32_t ticket_count;  /* places of all its lines */
    uint32_t line_count;
    char currency[4];   /* with its NUL */
    uint8_t secret[16]; /* keyed hash of the order's secret, as the store keeps it */
} tci_order_contact_info;

/* Channel: a tc_message_channel; 0: no address wanted. False when there is no such order. */
bool tci_order_contact(tci_view *view, uint64_t order, uint8_t channel,
                       tci_order_contact_info *out);

/* Has the order gone beyond what a message of this kind (a tc_message_kind) says: it was confirmed
 * and every ticket is void since; or it does not wait for money any more? Such a message is not to
 * go out. False for other kinds, and when there is no such order. */
bool tci_order_overtook(tci_view *view, uint64_t order, uint16_t kind);

/* The tickets issued for a line (from 0): `count` consecutive ids from `first`. Count 0: not
 * issued. False when the order has no such line. */
bool tci_order_line_tickets(tci_view *view, uint64_t order, uint32_t line, uint64_t *first,
                            uint32_t *count);

#endif
