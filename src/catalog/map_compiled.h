/* A compiled map: what an imported document becomes on its caller's thread and what the map
 * commands carry. Flat and validated; deciding and applying it is copying. Seats stand in the order
 * of their places: row after row, along each row. */
#ifndef TCI_MAP_COMPILED_H
#define TCI_MAP_COMPILED_H

#include "catalog/layout.h"

/* Bytes of one row and one seat in the fixed parts. */
enum { TCI_COMPILED_ROW = 16, TCI_COMPILED_SEAT = 16 };

typedef struct tci_compiled {
    uint32_t form; /* tc_map_form it came from */
    uint32_t live;
    uint32_t rows;
    uint16_t categories;
    uint16_t sections;
    uint32_t areas;
    uint32_t scale;
    tci_box box;
    int32_t focal_x, focal_y;
    bool focal_given;
    tci_slice units;
    tci_slice name;
    tci_slice category_part; /* `categories` records, read with the functions below in order */
    tci_slice section_part;
    tci_slice area_part;
    const uint8_t *row_part;  /* rows × TCI_COMPILED_ROW */
    const uint8_t *seat_part; /* live × TCI_COMPILED_SEAT */
    tci_slice row_labels;     /* length byte and bytes, each */
    tci_slice seat_texts;     /* label, name: length byte and bytes, each */
} tci_compiled;

typedef struct tci_compiled_row {
    uint32_t first; /* place of its first seat */
    uint32_t count;
    uint16_t section;
    uint16_t category; /* of all its seats, or 0 */
    uint8_t kind;      /* a tc_row_kind */
} tci_compiled_row;

typedef struct tci_compiled_seat {
    uint16_t category;
    uint16_t flags; /* tc_seat_flag values; aisles where neighbours are parted */
    int32_t x, y;
    uint32_t focal;
} tci_compiled_seat;

/* False when the bytes are not a compiled map. Slices point into them. */
bool tci_compiled_read(tci_slice bytes, tci_compiled *out);
tci_compiled_row tci_compiled_row_at(const tci_compiled *compiled, uint32_t row);
tci_compiled_seat tci_compiled_seat_at(const tci_compiled *compiled, uint32_t place);
/* The next short text (a length byte and bytes) of a part. */
tci_slice tci_read_short(tci_reader *reader);
void tci_buf_short(tci_buf *buf, tci_slice text);

/* The records of categories, sections and areas are the same bytes in the command and the store. */
void tci_layout_category_write(tci_buf *buf, const tci_layout_category *category);
void tci_layout_category_read(tci_reader *reader, tci_layout_category *out);
void tci_layout_section_write(tci_buf *buf, const tci_layout_section *section);
void tci_layout_section_read(tci_reader *reader, tci_layout_section *out);
void tci_layout_area_write(tci_buf *buf, const tci_layout_area *area);
void tci_layout_area_read(tci_reader *reader, tci_layout_area *out);
void tci_layout_box_write(tci_buf *buf, const tci_box *box);
tci_box tci_layout_box_read(tci_reader *reader);

#endif
