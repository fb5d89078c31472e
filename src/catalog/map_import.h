/* From a document's text to a compiled map. Needs no store; runs on its caller's thread. */
#ifndef TCI_MAP_IMPORT_H
#define TCI_MAP_IMPORT_H

#include "catalog/map_compiled.h"

/* Parse, check and compile; append the compiled map. Answers a code and fills the error. */
int32_t tci_map_import(tci_slice text, uint32_t form, tci_buf *compiled, tc_error *error);

/* The compiler's parts, which are tested one by one. */
struct tci_doc;
/* Check and compile a document that was read. */
int32_t tci_doc_compile(struct tci_doc *doc, tci_buf *compiled);

/* A seat while its row is being ordered. */
typedef struct tci_place {
    int32_t x, y;
    uint16_t flags;
    uint32_t seat; /* index in the document */
    double key;    /* scratch */
} tci_place;

/* Put the seats of a row in order along it: the document's order when that is a path as short as
 * along the row's own direction, else that. Around a table: by angle. `spare` has room for as many.
 */
void tci_row_sort(tci_place *places, tci_place *spare, uint32_t count, uint8_t kind);
/* Mark aisles: where the document says so, and in a line where a gap is wider than 1.6 times the
 * row's median gap. Answers how many neighbours are parted. `gaps` has room for `count`. */
uint32_t tci_row_part(tci_place *places, uint32_t count, uint8_t kind, double *gaps);

#endif
