/* What ticket_type_ops.c writes with; nobody else writes ticket types. */
#ifndef TCI_TICKET_TYPE_STORE_H
#define TCI_TICKET_TYPE_STORE_H

#include "catalog/ticket_type.h"

/* First byte behind TCI_SPACE_CATALOG_MORE. Numbers are disk format. */
enum { TCI_MORE_TICKET_TYPE_TEXT = 1 };

tci_key tci_ticket_type_text_key(uint64_t event, uint32_t type);
void tci_ticket_type_store(tci_view *view, uint64_t event, const tci_ticket_type *type);
void tci_ticket_type_erase(tci_view *view, uint64_t event, uint32_t type);
void tci_ticket_type_put_texts(tci_ctx *ctx, uint64_t event, uint32_t type, tci_slice name,
                               tci_slice description);

#endif
