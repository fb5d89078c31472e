/* An imported map document in memory: what the three forms are read into and what is compiled.
 * Lives on the importing thread; holds no reference to the text it came from. */
#ifndef TCI_MAP_DOC_H
#define TCI_MAP_DOC_H

#include "catalog/layout.h"

/* A text of the document: offset into its pool, where a length byte and the bytes stand. 0: "". */
typedef uint32_t tci_doc_text;

typedef struct tci_doc_point {
    double x, y;
    bool given;
} tci_doc_point;

typedef struct tci_doc_category {
    tci_doc_text name;
    tci_doc_text color;
    bool declared; /* stands in the list of categories, not only at a seat */
    uint64_t line; /* of its first mention */
    char path[48]; /* of its first mention */
} tci_doc_category;

typedef struct tci_doc_section {
    tci_doc_text name;
    tci_doc_text zone;
    tci_doc_point focal;
} tci_doc_section;

typedef struct tci_doc_row {
    tci_doc_text label;
    uint32_t section; /* index */
    uint32_t first;   /* index of its first seat */
    uint32_t count;
    uint32_t source_section; /* where it stands in the document, for complaints */
    uint32_t source_row;
    uint8_t kind; /* a tc_row_kind */
} tci_doc_row;

typedef struct tci_doc_seat {
    double x, y;
    tci_doc_text name; /* 0: made from section, row and label */
    tci_doc_text label;
    uint32_t line;
    uint16_t category; /* index */
    uint16_t flags;
    uint32_t row; /* CSV: index of its row until the seats are sorted by it */
} tci_doc_seat;

typedef struct tci_doc_area {
    tci_doc_text name;
    uint32_t section;  /* index, or UINT32_MAX: none */
    uint16_t category; /* index + 1; 0: none */
    uint32_t capacity;
    double x, y;
    uint32_t points_first;
    uint32_t points_count;
} tci_doc_area;

/* A hash table of numbers, keyed by whatever their owner compares. */
typedef struct tci_doc_index {
    uint64_t *hashes;
    uint32_t *values; /* + 1; 0: empty */
    uint32_t mask;
    uint32_t count;
} tci_doc_index;

typedef struct tci_doc {
    uint32_t form; /* a tc_map_form */
    tc_error *error;
    int32_t code; /* first failure */
    tci_doc_text name;
    tci_doc_text units;
    uint32_t scale; /* 0: chosen from the coordinates */
    tci_doc_point focal;
    tci_buf texts;
    tci_doc_category *categories;
    uint32_t categories_count, categories_capacity;
    tci_doc_section *sections;
    uint32_t sections_count, sections_capacity;
    tci_doc_row *rows;
    uint32_t rows_count, rows_capacity;
    tci_doc_seat *seats;
    uint32_t seats_count, seats_capacity;
    tci_doc_area *areas;
    uint32_t areas_count, areas_capacity;
    double *points; /* x, y of the polygons */
    uint32_t points_count, points_capacity;
    tci_doc_index section_names;
    uint32_t last_category; /* most seats have the category of the one before */
} tci_doc;

void tci_doc_begin(tci_doc *doc, uint32_t form, tc_error *error);
void tci_doc_free(tci_doc *doc);

/* Fail at a line and a path. Answers false. */
bool tci_doc_fail(tci_doc *doc, int32_t code, uint64_t line, const char *path, const char *format,
                  ...) TCI_PRINTF(5, 6);
/* Path of a seat as its form writes it: "zones[2].rows[5].seats[3]" and what follows. */
void tci_doc_seat_path(const tci_doc *doc, const tci_doc_row *row, uint32_t seat_in_row,
                       const char *member, char *path, size_t size);

tci_slice tci_doc_slice(const tci_doc *doc, tci_doc_text text);
/* Keep a text of at most 255 bytes. */
tci_doc_text tci_doc_keep(tci_doc *doc, tci_slice text);

/* Room for one more; NULL after a failure. `limit` and `what` name what is too many. */
tci_doc_category *tci_doc_add_category(tci_doc *doc);
tci_doc_section *tci_doc_add_section(tci_doc *doc);
tci_doc_row *tci_doc_add_row(tci_doc *doc);
tci_doc_seat *tci_doc_add_seat(tci_doc *doc);
tci_doc_area *tci_doc_add_area(tci_doc *doc);
bool tci_doc_add_point(tci_doc *doc, double x, double y);

/* Index of a category by name, made (undeclared) when it is new; UINT32_MAX after a failure. */
uint32_t tci_doc_category_named(tci_doc *doc, tci_slice name, uint64_t line, const char *path);
/* Index of a section by name, UINT32_MAX when there is none. */
uint32_t tci_doc_section_named(const tci_doc *doc, tci_slice name);
/* Enter a new section's name into the look-up. */
bool tci_doc_section_enter(tci_doc *doc, uint32_t section);

/* Find an entry or its empty slot: answers the slot; *value is the entry's number, or UINT32_MAX.
 */
typedef bool (*tci_doc_same)(const void *user_data, uint32_t value);
uint32_t tci_doc_index_find(const tci_doc_index *index, uint64_t hash, tci_doc_same same,
                            const void *user_data, uint32_t *value);
/* Put into the slot found; grows. False when memory is out. */
bool tci_doc_index_put(tci_doc_index *index, uint32_t slot, uint64_t hash, uint32_t value);
void tci_doc_index_free(tci_doc_index *index);

/* One reader for each form; each answers doc->code == TC_OK. The text is valid UTF-8. */
bool tci_doc_read_ticketcore(tci_doc *doc, tci_slice text);
bool tci_doc_read_pretix(tci_doc *doc, tci_slice text);
bool tci_doc_read_csv(tci_doc *doc, tci_slice text);

#endif
