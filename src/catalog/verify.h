/* What the two files of the catalog's verifier share. */
#ifndef TCI_CATALOG_VERIFY_H
#define TCI_CATALOG_VERIFY_H

#include "catalog/layout.h"
#include "engine/verify.h"

/* Tell a fault of the catalog. */
void tci_catalog_fault(tci_verify_sink *sink, const char *what, uint64_t event, uint64_t subject,
                       const char *format, ...) TCI_PRINTF(5, 6);
/* Everything a layout says of itself: rows, places, seats, neighbours, counts, names. */
void tci_layout_verify(tci_view *view, uint32_t layout, tci_verify_sink *sink);

#endif
