/* What the two JSON readers of maps share. */
#ifndef TCI_MAP_READ_H
#define TCI_MAP_READ_H

#include "catalog/json.h"
#include "catalog/map_doc.h"

/* A text of min … max bytes without control characters. */
bool tci_read_label(tci_json *json, tci_doc *doc, size_t min, size_t max, tci_doc_text *out);
/* The same, or a number, which becomes its digits (row and seat numbers are often written bare). */
bool tci_read_label_or_number(tci_json *json, tci_doc *doc, size_t min, size_t max,
                              tci_doc_text *out);
/* Text that is checked but not kept; valid until the next string. */
bool tci_read_checked(tci_json *json, size_t min, size_t max, tci_slice *out);
/* {"x": …, "y": …}, both wanted. */
bool tci_read_point(tci_json *json, tci_doc_point *out);
/* "#rrggbb", or "#rgb" which is widened. */
bool tci_read_color(tci_json *json, tci_doc *doc, tci_doc_text *out);
/* A category by name, at a seat, row or area. */
bool tci_read_category(tci_json *json, tci_doc *doc, uint32_t *category);
/* [{"name", "color"}]; unknown members fail or are skipped. */
bool tci_read_categories(tci_json *json, tci_doc *doc, bool strict);
/* A member nobody knows: fails when strict, else is skipped. */
bool tci_read_unknown(tci_json *json, bool strict);
/* Take over the document's failure, or the reader's; answers whether there is none. */
bool tci_read_good(tci_json *json, tci_doc *doc);

#endif
