/* Ticket types inside the catalog: the encoded command, the packed record and the texts. */
#ifndef TCI_TICKET_TYPE_H
#define TCI_TICKET_TYPE_H

#include "catalog/catalog.h"
#include "ticketcore/ticket_type.h"

/* All fields of tc_ticket_type_field. */
enum { TCI_TICKET_TYPE_FIELDS = 0x1FF };
/* The highest tax, in basis points: 1,000 %, and no tax is near it. */
enum { TCI_TAX_BP_MAX = 100000 };

/* What the ticket type commands carry. type.id names the one to change. */
typedef struct tci_ticket_type_spec {
    uint64_t event;
    uint64_t expected_version;
    uint32_t fields;
    tci_ticket_type type;
    tci_slice name;
    tci_slice description;
} tci_ticket_type_spec;

void tci_ticket_type_spec_write(tci_buf *buf, const tci_ticket_type_spec *spec);
bool tci_ticket_type_spec_read(tci_slice command, tci_ticket_type_spec *spec);

/* Name and description; slices live as long as the view. False when there are none. */
bool tci_ticket_type_texts(tci_view *view, uint64_t event, uint32_t type, tci_slice *name,
                           tci_slice *description);
/* Numbers were given up to this one, exclusive. */
uint32_t tci_ticket_type_end(tci_view *view, uint64_t event);
/* Apply: drop every ticket type of an event that goes. */
void tci_ticket_type_delete_all(tci_ctx *ctx, uint64_t event);

#endif
