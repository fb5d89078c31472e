/* Looking up schema.def. Knows how the list is written and nothing of what is in it. */
#include "store/schema.h"

#include <stdlib.h>

#define SPACE(id, name, shape, bytes, key, record)                                                 \
    {TCI_SPACE_##id, TCI_SHAPE_##shape, bytes, name, key, record},
static const tci_schema SCHEMA[] = {
#include "store/schema.def"
};
#undef SPACE

const tci_schema *tci_schema_of(unsigned space) {
    for (size_t i = 0; i < TCI_COUNT(SCHEMA); i++)
        if (SCHEMA[i].space == space) return &SCHEMA[i];
    return NULL;
}

const tci_schema *tci_schema_named(const char *name) {
    for (size_t i = 0; i < TCI_COUNT(SCHEMA); i++)
        if (strcmp(SCHEMA[i].name, name) == 0) return &SCHEMA[i];
    return NULL;
}

const char *tci_space_name(unsigned space) {
    const tci_schema *schema = tci_schema_of(space);
    return schema ? schema->name : "unknown";
}

bool tci_field_next(const char **fields, tci_field *field) {
    static const struct {
        const char *name;
        uint8_t type, bytes;
    } TYPES[] = {
        {"u8", TCI_FIELD_U8, 1},     {"u16", TCI_FIELD_U16, 2},   {"u32", TCI_FIELD_U32, 4},
        {"u48", TCI_FIELD_U48, 6},   {"u64", TCI_FIELD_U64, 8},   {"i32", TCI_FIELD_I32, 4},
        {"i64", TCI_FIELD_I64, 8},   {"time", TCI_FIELD_TIME, 8}, {"text", TCI_FIELD_TEXT, 0},
        {"rest", TCI_FIELD_REST, 0}, {"seat", TCI_FIELD_SEAT, 8},
    };
    const char *at = *fields;
    while (*at == ' ') at++;
    if (!*at) return false;
    size_t name = strcspn(at, ":"), type = strcspn(at + name + 1, " ");
    const char *word = at + name + 1;
    field->name = tci_slice_of(at, name);
    *fields = word + type;
    field->type = TCI_FIELD_HEX;
    field->bytes = word[0] == 'h' ? (uint32_t)strtoul(word + 1, NULL, 10) : 0;
    for (size_t i = 0; i < TCI_COUNT(TYPES); i++) {
        if (strlen(TYPES[i].name) != type || strncmp(TYPES[i].name, word, type) != 0) continue;
        field->type = (tci_field_type)TYPES[i].type;
        field->bytes = TYPES[i].bytes;
    }
    TCI_ASSERT(field->type != TCI_FIELD_HEX || field->bytes);
    return true;
}
