/* A pull reader of JSON text (RFC 8259) for imports: no tree, one pass, memory that does not grow
 * with the text, and a line and a path for every complaint. The text must be valid UTF-8 already.
 */
#ifndef TCI_JSON_H
#define TCI_JSON_H

#include "base/codec.h"

typedef enum tci_json_kind {
    TCI_JSON_BAD,
    TCI_JSON_OBJECT,
    TCI_JSON_ARRAY,
    TCI_JSON_STRING,
    TCI_JSON_NUMBER,
    TCI_JSON_TRUE,
    TCI_JSON_FALSE,
    TCI_JSON_NULL
} tci_json_kind;

/* One level of nesting, for the path. */
typedef struct tci_json_level {
    tci_slice key;  /* object: the member being read */
    uint32_t index; /* array: the element being read */
    bool is_array;
    bool started;
} tci_json_level;

typedef struct tci_json {
    const uint8_t *at;
    const uint8_t *end;
    uint64_t line;
    uint32_t depth;
    int32_t code;    /* first failure; everything after it answers false */
    tc_error *error; /* filled at the first failure; may be NULL */
    tci_buf scratch; /* the last string that had escapes */
    tci_json_level levels[TC_JSON_DEPTH_MAX];
} tci_json;

void tci_json_begin(tci_json *json, tci_slice text, tc_error *error);
void tci_json_free(tci_json *json);
/* Only white space may follow. */
bool tci_json_finish(tci_json *json);

tci_json_kind tci_json_peek(tci_json *json);
bool tci_json_object(tci_json *json);
/* The next member's key; false at the end of the object or after a failure. */
bool tci_json_member(tci_json *json, tci_slice *key);
/* Same, looked up in a table: answers its index, TCI_JSON_END at the end or after a failure,
 * TCI_JSON_UNKNOWN for another key. A known key that comes twice fails. `seen` begins as 0. */
enum { TCI_JSON_END = -1, TCI_JSON_UNKNOWN = -2 };
int tci_json_known(tci_json *json, const char *const *keys, int count, uint32_t *seen);
bool tci_json_array(tci_json *json);
/* Is there a next element? */
bool tci_json_element(tci_json *json);
/* The bytes stay valid until the next string is read. */
bool tci_json_string(tci_json *json, tci_slice *text);
bool tci_json_number(tci_json *json, double *number);
bool tci_json_bool(tci_json *json, bool *value);
bool tci_json_skip(tci_json *json);

/* Fail with the present line and path. Answers false. */
bool tci_json_fail(tci_json *json, int32_t code, const char *format, ...) TCI_PRINTF(3, 4);
/* "sections[2].rows[5]"; at most `size` bytes with the NUL; a long one keeps its end. */
void tci_json_path(const tci_json *json, char *path, size_t size);

/* A decimal number as in JSON at the start of some bytes (a leading + is allowed); answers how many
 * bytes it has, 0 when there is none. Knows nothing of locales. */
size_t tci_number_parse(const uint8_t *at, const uint8_t *end, double *number);
/* Offset of the first byte that is not valid UTF-8; the length when all is well. */
size_t tci_utf8_check(const uint8_t *text, size_t len);

#endif
