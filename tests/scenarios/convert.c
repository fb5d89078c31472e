/* Structs from JSON and JSON from structs, by the tables made from the headers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenario.h"

typedef struct block {
    struct block *older;
    _Alignas(16) unsigned char bytes[];
} block;
static block *blocks;

void scenario_die(const char *what, const char *detail) {
    fprintf(stderr, "scenario: %s: %s\n", what, detail);
    abort();
}

void *scenario_alloc(size_t size) {
    block *made = calloc(1, sizeof *made + size);
    if (!made) scenario_die("memory", "out of it");
    made->older = blocks;
    blocks = made;
    return made->bytes;
}

void scenario_free_all(void) {
    while (blocks) {
        block *older = blocks->older;
        free(blocks);
        blocks = older;
    }
}

int64_t scenario_integer(const json_t *value, const char *name) {
    if (json_is_integer(value)) return json_integer_value(value);
    if (json_is_boolean(value)) return json_is_true(value);
    if (!json_is_string(value)) scenario_die(name, "must be a number or a constant's name");
    const char *text = json_string_value(value);
    int64_t sum = 0;
    /* Constants may be joined: "TC_A|TC_B". */
    for (const char *at = text; *at;) {
        size_t len = strcspn(at, "|");
        const scenario_constant *one = SCENARIO_CONSTANTS;
        while (one->name && (strlen(one->name) != len || strncmp(one->name, at, len) != 0)) one++;
        if (!one->name) scenario_die(name, text);
        sum |= one->value;
        at += len + (at[len] == '|');
    }
    return sum;
}

int64_t scenario_number(json_t *with, const char *name) {
    json_t *value = json_object_get(with, name);
    return value ? scenario_integer(value, name) : 0;
}

const char *scenario_text(json_t *with, const char *name) {
    return json_string_value(json_object_get(with, name));
}

static void read_hex(const char *text, unsigned char *out, size_t len, const char *name) {
    for (size_t i = 0; i < len; i++) {
        unsigned value;
        if (sscanf(text + 2 * i, "%2x", &value) != 1) scenario_die(name, "must be hexadecimal");
        out[i] = (unsigned char)value;
    }
}

json_t *scenario_hex(const unsigned char *bytes, size_t len) {
    char text[257];
    for (size_t i = 0; i < len && i < 128; i++) snprintf(text + 2 * i, 3, "%02x", bytes[i]);
    text[2 * (len < 128 ? len : 128)] = '\0';
    return json_string(text);
}

const tc_secret *scenario_secret(json_t *with, const char *name, tc_secret *room) {
    const char *text = scenario_text(with, name);
    if (!text) return NULL;
    read_hex(text, room->bytes, sizeof room->bytes, name);
    return room;
}

static void put_integer(scenario_kind kind, void *at, int64_t value) {
    switch (kind) {
    case U8: *(uint8_t *)at = (uint8_t)value; break;
    case U16: *(uint16_t *)at = (uint16_t)value; break;
    case U32: *(uint32_t *)at = (uint32_t)value; break;
    case I32: *(int32_t *)at = (int32_t)value; break;
    case SIZE: *(size_t *)at = (size_t)value; break;
    default: memcpy(at, &value, 8);
    }
}

static int64_t get_integer(scenario_kind kind, const void *at) {
    int64_t value;
    switch (kind) {
    case U8: return *(const uint8_t *)at;
    case U16: return *(const uint16_t *)at;
    case U32: return *(const uint32_t *)at;
    case I32: return *(const int32_t *)at;
    case SIZE: return (int64_t) * (const size_t *)at;
    default: memcpy(&value, at, 8); return value;
    }
}

static void fill(const scenario_type *type, json_t *with, unsigned char *at);

static void fill_array(const scenario_field *field, json_t *value, unsigned char *at) {
    size_t count = json_array_size(value), i;
    size_t width = field->kind == ARRAY       ? field->element->size
                   : field->kind == ARRAY_U32 ? 4
                   : field->kind == ARRAY_U64 ? 8
                                              : sizeof(char *);
    unsigned char *first = scenario_alloc(count * width + 1);
    json_t *one;
    json_array_foreach(value, i, one) {
        unsigned char *to = first + i * width;
        if (field->kind == ARRAY) fill(field->element, one, to);
        else if (field->kind == ARRAY_TEXT) *(const char **)(void *)to = json_string_value(one);
        else
            put_integer(field->kind == ARRAY_U32 ? U32 : U64, to,
                        scenario_integer(one, field->name));
    }
    memcpy(at + field->offset, &first, sizeof first);
    uint32_t n = (uint32_t)count;
    if (field->count != NO_FIELD) memcpy(at + field->count, &n, sizeof n);
}

static void fill_field(const scenario_field *field, json_t *value, unsigned char *at) {
    unsigned char *to = at + field->offset;
    const char *text = json_string_value(value);
    size_t length = text ? strlen(text) : 0;
    switch (field->kind) {
    case TEXT:
        memcpy(to, &text, sizeof text);
        if (field->count != NO_FIELD) memcpy(at + field->count, &length, sizeof length);
        break;
    case CHARS:
        if (!text || length >= field->length) scenario_die(field->name, "text missing or too long");
        memcpy(to, text, length);
        break;
    case REQUEST_ID: /* a word of at most 16 letters */
        if (!text || length > 16) scenario_die(field->name, "a request id is 1 … 16 letters");
        memcpy(to, text, length);
        break;
    case SECRET:
    case BYTES:
        if (!text) scenario_die(field->name, "must be hexadecimal");
        read_hex(text, to, field->kind == SECRET ? 16 : field->length, field->name);
        break;
    case SECRET_POINTER: {
        tc_secret *room = scenario_alloc(sizeof *room);
        if (!text) scenario_die(field->name, "must be hexadecimal");
        read_hex(text, room->bytes, 16, field->name);
        memcpy(to, &room, sizeof room);
        break;
    }
    case STRUCT: fill(field->element, value, to); break;
    case ARRAY:
    case ARRAY_U32:
    case ARRAY_U64:
    case ARRAY_TEXT: fill_array(field, value, at); break;
    case I64_LIST: scenario_die(field->name, "cannot be given"); break;
    default: put_integer(field->kind, to, scenario_integer(value, field->name));
    }
}

static void fill(const scenario_type *type, json_t *with, unsigned char *at) {
    if (type->init) memcpy(at, type->init, type->size);
    if (type->sized) *(uint32_t *)(void *)at = (uint32_t)type->size;
    const char *name;
    json_t *value;
    for (size_t i = 0; i < type->field_count; i++) {
        const scenario_field *field = &type->fields[i];
        if (field->capacity == NO_FIELD) continue;
        size_t width = field->kind == ARRAY ? field->element->size : 8;
        unsigned char *room = scenario_alloc(width * SCENARIO_ROOM);
        for (uint32_t n = 0; field->kind == ARRAY && field->element->sized && n < SCENARIO_ROOM;
             n++)
            *(uint32_t *)(void *)(room + n * width) = (uint32_t)width;
        uint32_t capacity = SCENARIO_ROOM;
        memcpy(at + field->offset, &room, sizeof room);
        memcpy(at + field->capacity, &capacity, sizeof capacity);
    }
    json_object_foreach(with, name, value) {
        const scenario_field *field = NULL;
        for (size_t i = 0; i < type->field_count && !field; i++)
            if (strcmp(type->fields[i].name, name) == 0) field = &type->fields[i];
        if (!field) scenario_die(type->name, name);
        fill_field(field, value, at);
    }
}

void *scenario_make(const scenario_type *type, json_t *with) {
    unsigned char *at = scenario_alloc(type->size);
    fill(type, with, at);
    return at;
}

void *scenario_room(const scenario_type *type) {
    unsigned char *first = scenario_alloc(type->size * SCENARIO_ROOM);
    for (uint32_t i = 0; type->sized && i < SCENARIO_ROOM; i++)
        *(uint32_t *)(void *)(first + i * type->size) = (uint32_t)type->size;
    return first;
}

static json_t *show_array(const scenario_field *field, const unsigned char *at) {
    const unsigned char *first;
    uint32_t count = 0;
    memcpy(&first, at + field->offset, sizeof first);
    if (field->count != NO_FIELD) memcpy(&count, at + field->count, sizeof count);
    if (count > SCENARIO_ROOM) count = SCENARIO_ROOM;
    if (!first) return json_array();
    if (field->kind == ARRAY) return scenario_list(field->element, first, count);
    json_t *list = json_array();
    size_t width = field->kind == ARRAY_U32 ? 4 : 8;
    for (uint32_t i = 0; i < count && field->kind != ARRAY_TEXT; i++)
        json_array_append_new(list, json_integer(get_integer(field->kind == ARRAY_U32 ? U32 : U64,
                                                             first + i * width)));
    return list;
}

static json_t *show_field(const scenario_field *field, const unsigned char *at) {
    const unsigned char *from = at + field->offset;
    const char *text;
    json_t *inner;
    switch (field->kind) {
    case TEXT: memcpy(&text, from, sizeof text); return text ? json_string(text) : json_null();
    case CHARS: return json_string((const char *)from);
    case REQUEST_ID:
    case SECRET: return scenario_hex(from, 16);
    case BYTES: return scenario_hex(from, field->length);
    case SECRET_POINTER: return json_null();
    case STRUCT:
        inner = json_object();
        scenario_show(field->element, from, inner);
        return inner;
    case I64_LIST:
        inner = json_array();
        for (size_t i = 0; i < field->length / 8; i++)
            json_array_append_new(inner, json_integer(get_integer(I64, from + 8 * i)));
        return inner;
    case ARRAY:
    case ARRAY_U32:
    case ARRAY_U64:
    case ARRAY_TEXT: return show_array(field, at);
    default: return json_integer(get_integer(field->kind, from));
    }
}

void scenario_show(const scenario_type *type, const void *struct_at, json_t *out) {
    for (size_t i = 0; i < type->field_count; i++)
        json_object_set_new(out, type->fields[i].name, show_field(&type->fields[i], struct_at));
}

json_t *scenario_list(const scenario_type *type, const void *first, uint32_t count) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < count && i < SCENARIO_ROOM; i++) {
        json_t *one = json_object();
        scenario_show(type, (const unsigned char *)first + i * type->size, one);
        json_array_append_new(list, one);
    }
    return list;
}
