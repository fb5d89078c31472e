/* The spaces of the store as data: names, shapes, and the fields of their keys and records. Used by
 * whatever treats records without knowing their meaning: sentences about them, dump and load. */
#ifndef TCI_SCHEMA_H
#define TCI_SCHEMA_H

#include "base/codec.h"
#include "store/space.h"

typedef enum tci_shape {
    TCI_SHAPE_ROW,
    TCI_SHAPE_ARRAY,
    TCI_SHAPE_PAGE,
    TCI_SHAPE_SLOTS
} tci_shape;

typedef struct tci_schema {
    uint8_t space;
    uint8_t shape; /* a tci_shape */
    uint16_t record_bytes;
    const char *name;
    const char *key;    /* "name:type …" */
    const char *record; /* likewise */
} tci_schema;

typedef enum tci_field_type {
    TCI_FIELD_U8,
    TCI_FIELD_U16,
    TCI_FIELD_U32,
    TCI_FIELD_U48,
    TCI_FIELD_U64,
    TCI_FIELD_I32,
    TCI_FIELD_I64,
    TCI_FIELD_TIME,
    TCI_FIELD_HEX,
    TCI_FIELD_TEXT,
    TCI_FIELD_REST,
    TCI_FIELD_SEAT
} tci_field_type;

typedef struct tci_field {
    tci_slice name; /* "-": room without meaning */
    tci_field_type type;
    uint32_t bytes; /* fixed width; 0: text and rest */
} tci_field;

/* NULL when there is no such space. */
const tci_schema *tci_schema_of(unsigned space);
const tci_schema *tci_schema_named(const char *name);
/* Take the next field off a list of them; false at its end. */
bool tci_field_next(const char **fields, tci_field *field);

#endif
