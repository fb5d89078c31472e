/* One field of a record to and from JSON, by the schema. Shared by dump and load. */
#ifndef TCI_RECORD_JSON_H
#define TCI_RECORD_JSON_H

#include <jansson.h>

#include "store/schema.h"

/* One line of a dump: an object of texts, whole numbers and objects. jansson's own reader is not
 * asked: out of memory it shortens texts without a word. TC_E_PARSE, TC_E_NOMEM: *object is NULL.
 */
int32_t tci_object_read(tci_slice text, json_t **object);
/* Add the fields read from `reader` to the object; big-endian in keys. TC_E_CORRUPT: the
 * bytes are too short, something is left over, or a text is no UTF-8. TC_E_NOMEM: memory is out. */
int32_t tci_fields_show(json_t *object, const char *fields, tci_reader *reader, bool key);
/* Append the object's fields to the buffer. False when one is missing or not of its type; `field`
 * then has its name. */
bool tci_fields_take(const json_t *object, const char *fields, tci_buf *out, bool key,
                     const char **field);
json_t *tci_hex_show(const uint8_t *bytes, size_t len);
bool tci_hex_take(const char *text, size_t len, tci_buf *out);
json_t *tci_number_show(uint64_t value);
bool tci_number_take(const json_t *value, uint64_t *out);

#endif
