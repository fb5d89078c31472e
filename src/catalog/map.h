/* Maps inside the catalog: the map object, its versions, drawing and exporting. The compiled form
 * is in map_compiled.h, the stored layout in layout.h, import in map_import.h. */
#ifndef TCI_MAP_H
#define TCI_MAP_H

#include "catalog/layout.h"

/* The map object: a row of TCI_SPACE_MAP. Slices live as long as the view. */
typedef struct tci_map {
    uint64_t version;
    uint64_t venue;
    uint32_t newest;    /* newest version, from 1 */
    uint32_t published; /* newest published one; 0: none */
    tci_slice name;
} tci_map;

/* One version of it. */
typedef struct tci_map_version {
    uint32_t layout;
    uint32_t status; /* a tc_map_status */
    int64_t created_at_ms;
    int64_t published_at_ms;
} tci_map_version;

bool tci_map_load(tci_view *view, uint64_t map, tci_map *out);
bool tci_map_version_load(tci_view *view, uint64_t map, uint32_t number, tci_map_version *out);
tci_key tci_map_key(uint64_t map);

/* What the map commands carry. */
typedef struct tci_map_spec {
    uint64_t map;
    uint64_t expected_version;
    uint64_t venue;
    uint32_t map_version;
    tci_slice name;     /* empty: the document's own, or as it was */
    tci_slice compiled; /* create and update; the rest of the command */
} tci_map_spec;

/* Everything but `compiled`, which the caller appends. */
void tci_map_spec_write(tci_buf *buf, const tci_map_spec *spec);
bool tci_map_spec_read(tci_slice command, tci_map_spec *spec);

/* Our JSON form of a layout. False when memory is out (buf->failed) or the layout cannot be read.
 */
bool tci_map_export_json(tci_view *view, uint32_t layout, tci_slice name, tci_buf *buf);
/* An SVG drawing. states: a tc_seat_state by seat number; empty: the plain map. */
bool tci_map_draw(tci_view *view, uint32_t layout, tci_slice name, tci_slice states, tci_buf *buf);

#endif
