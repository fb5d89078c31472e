/* A layout: one version of a map, compiled and never changed again. Arrays of seats, rows and
 * places, texts in rows, and a look-up by name. The rest of the domain reads it through catalog.h;
 * this is for the catalog itself. */
#ifndef TCI_LAYOUT_H
#define TCI_LAYOUT_H

#include "catalog/catalog.h"
#include "ticketcore/map.h"

/* Kinds of rows in TCI_SPACE_LAYOUT_TEXT: (layout, kind, number). Numbers are disk format. */
enum tci_layout_text {
    TCI_LAYOUT_HEAD = 0,
    TCI_LAYOUT_CATEGORY = 1, /* number from 1 */
    TCI_LAYOUT_SECTION = 2,  /* number from 1 */
    TCI_LAYOUT_ROWS = 3,     /* labels, TCI_LAYOUT_CHUNK a row */
    TCI_LAYOUT_SEATS = 4,    /* label and name, TCI_LAYOUT_CHUNK a row */
    TCI_LAYOUT_AREA = 5      /* number from 1 */
};
/* Labels in one text row. */
enum { TCI_LAYOUT_CHUNK = 64 };

typedef struct tci_box {
    int32_t min_x, min_y, max_x, max_y;
} tci_box;

typedef struct tci_layout_head {
    uint32_t numbers; /* seat numbers: live and retired */
    uint32_t rows;
    uint16_t categories;
    uint16_t sections;
    uint32_t areas;
    uint32_t live;  /* seats that stand in a row */
    uint32_t scale; /* map units in one unit of the document: a power of ten */
    tci_box box;
    int32_t focal_x, focal_y;
    bool focal_given; /* by the document; else top centre */
    tci_slice units;
} tci_layout_head;

typedef struct tci_layout_category {
    tci_slice name;
    tci_slice color;
    uint32_t seats;
} tci_layout_category;

typedef struct tci_layout_section {
    tci_slice name;
    tci_slice zone;
    uint32_t seats;
    uint32_t rows;
    tci_box box;
    int32_t focal_x, focal_y;
    bool focal_given;
} tci_layout_section;

typedef struct tci_layout_area {
    tci_slice name;
    uint16_t section;  /* 0: none */
    uint16_t category; /* 0: none */
    uint32_t capacity;
    int32_t x, y;
    uint32_t points; /* of the polygon; read with tci_layout_area_point */
    tci_slice polygon;
} tci_layout_area;

typedef struct tci_layout_seat_text {
    tci_slice label;
    tci_slice name;
} tci_layout_seat_text;

tci_key tci_layout_text_key(uint32_t layout, uint8_t kind, uint32_t number);

/* Slices live as long as the view. */
bool tci_layout_head_load(tci_view *view, uint32_t layout, tci_layout_head *out);
bool tci_layout_category_load(tci_view *view, uint32_t layout, uint32_t number,
                              tci_layout_category *out);
bool tci_layout_section_load(tci_view *view, uint32_t layout, uint32_t number,
                             tci_layout_section *out);
bool tci_layout_area_load(tci_view *view, uint32_t layout, uint32_t number, tci_layout_area *out);
void tci_layout_area_point(const tci_layout_area *area, uint32_t point, int32_t *x, int32_t *y);
bool tci_layout_row_label(tci_view *view, uint32_t layout, uint32_t row, tci_slice *label);
bool tci_layout_seat_text_load(tci_view *view, uint32_t layout, uint32_t seat,
                               tci_layout_seat_text *out);
/* What the seats of a row stand along, a tc_row_kind. */
uint8_t tci_layout_row_kind(tci_view *view, uint32_t layout, uint32_t row);

/* All seat texts of one chunk at once: chunk = number / TCI_LAYOUT_CHUNK. Answers how many. */
uint32_t tci_layout_seat_texts(tci_view *view, uint32_t layout, uint32_t chunk,
                               tci_layout_seat_text out[TCI_LAYOUT_CHUNK]);
uint32_t tci_layout_row_labels(tci_view *view, uint32_t layout, uint32_t chunk,
                               tci_slice out[TCI_LAYOUT_CHUNK]);

/* Hash of a seat's name in the look-up table. Disk format. */
uint64_t tci_layout_name_hash(tci_slice name);

/* The array records, for layout_write.c and layout_read.c. */
extern const tci_array tci_layout_seats, tci_layout_rows, tci_layout_order;
static inline uint64_t tci_layout_at(uint32_t layout, uint32_t index) {
    return (uint64_t)layout << 32 | index;
}
/* Entries of one row of the name table: 12 bytes each. */
enum { TCI_NAME_ENTRIES = 160, TCI_NAME_ENTRY_BYTES = 12 };
tci_key tci_layout_name_prefix(uint32_t layout);

typedef struct tci_name_entry {
    uint64_t hash;
    uint32_t seat;
} tci_name_entry;

/* Sort by hash (equal hashes keep their order); answers which of the two arrays holds the result.
 */
tci_name_entry *tci_names_sort(tci_name_entry *entries, tci_name_entry *spare, uint32_t count);
/* Write sorted entries as the layout's name table. */
void tci_names_write(tci_view *view, uint32_t layout, const tci_name_entry *entries, uint32_t count,
                     tci_buf *buf);
void tci_names_delete(tci_ctx *ctx, uint32_t layout);

/* What a version of a map keeps of the one before: seats and categories have their numbers for as
 * long as their names stay, because tickets and prices go by number. */
typedef struct tci_numbering {
    uint32_t previous;       /* layout of the version before; 0: none */
    uint32_t *seats;         /* number of the i-th live seat; arena */
    uint32_t numbers;        /* seat numbers there will be, retired ones included */
    uint32_t added;          /* seats that are new */
    uint16_t *categories;    /* number of the i-th category, from 0 on; arena */
    uint32_t category_count; /* category numbers there will be */
} tci_numbering;

/* Decide: number the seats and categories of a compiled map (map_compiled.h) against `previous`.
 * False when memory is out. */
struct tci_compiled;
bool tci_layout_number(tci_ctx *ctx, const struct tci_compiled *compiled, uint32_t previous,
                       tci_numbering *out);
/* Write a layout from a compiled map. Apply only. */
void tci_layout_write(tci_ctx *ctx, uint32_t layout, const struct tci_compiled *compiled,
                      const tci_numbering *numbering);
/* Remove every record of a layout. Apply only. */
void tci_layout_delete(tci_ctx *ctx, uint32_t layout);

#endif
