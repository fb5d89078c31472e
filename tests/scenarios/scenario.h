/* Shared by the scenario runner and the tables made from the headers. */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>
#include <ticketcore/ticketcore.h>

#define NO_FIELD ((size_t)-1)
/* Entries of the room given for every list a call answers. */
#define SCENARIO_ROOM 2000u

typedef enum scenario_kind {
    U8,
    U16,
    U32,
    I32,
    U64,
    I64,
    SIZE,
    SECRET,
    SECRET_POINTER,
    REQUEST_ID,
    CHARS,
    BYTES,
    TEXT,
    I64_LIST,
    STRUCT,
    ARRAY,
    ARRAY_U32,
    ARRAY_U64,
    ARRAY_TEXT
} scenario_kind;

typedef struct scenario_type scenario_type;

typedef struct scenario_field {
    const char *name;
    scenario_kind kind;
    size_t offset;
    size_t length; /* bytes of an inline array */
    const scenario_type *element;
    size_t count;    /* offset of its …_count, or NO_FIELD */
    size_t capacity; /* offset of its …_capacity (an answer), or NO_FIELD */
} scenario_field;

struct scenario_type {
    const char *name;
    size_t size;
    const scenario_field *fields;
    size_t field_count;
    bool sized;       /* begins with uint32_t size */
    const void *init; /* what its …_INIT gives, or NULL */
};

typedef struct scenario_command {
    const char *name;
    uint32_t kind;
    const scenario_type *request;
    const scenario_type *result;
} scenario_command;

typedef struct scenario_read {
    const char *name;
    int32_t (*call)(tc_snapshot *snapshot, json_t *with, json_t *out, tc_error *error);
} scenario_read;

typedef struct scenario_constant {
    const char *name;
    int64_t value;
} scenario_constant;

extern const scenario_command SCENARIO_COMMANDS[];
extern const scenario_read SCENARIO_READS[];
extern const scenario_constant SCENARIO_CONSTANTS[];

/* Memory of one step; everything below that allocates takes it from here. */
void *scenario_alloc(size_t size);
void scenario_free_all(void);

/* Values of a step's arguments; a fault in the scenario itself ends the run with a sentence. */
int64_t scenario_number(json_t *with, const char *name);
const char *scenario_text(json_t *with, const char *name);
const tc_secret *scenario_secret(json_t *with, const char *name, tc_secret *room);
int64_t scenario_integer(const json_t *value, const char *name);

/* A struct from JSON (NULL: everything default), with room for what it answers. */
void *scenario_make(const scenario_type *type, json_t *with);
void *scenario_room(const scenario_type *type);
/* A struct's fields into an object; a list of structs. */
void scenario_show(const scenario_type *type, const void *struct_at, json_t *out);
json_t *scenario_list(const scenario_type *type, const void *first, uint32_t count);

json_t *scenario_hex(const unsigned char *bytes, size_t len);

void scenario_die(const char *what, const char *detail);

#endif
