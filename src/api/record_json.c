/* Fields to JSON and back, by the schema. Numbers above 2^63 are decimal strings, bytes are
 * hexadecimal strings. Reads no store. */
#include "api/record_json.h"

#include "catalog/json.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

json_t *tci_hex_show(const uint8_t *bytes, size_t len) {
    static const char DIGITS[] = "0123456789abcdef";
    char *text = malloc(2 * len + 1);
    if (!text) return NULL;
    for (size_t i = 0; i < len; i++) {
        text[2 * i] = DIGITS[bytes[i] >> 4];
        text[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
    json_t *shown = json_stringn_nocheck(text, 2 * len);
    free(text);
    return shown;
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool tci_hex_take(const char *text, size_t len, tci_buf *out) {
    if (len % 2) return false;
    for (size_t i = 0; i < len; i += 2) {
        int high = hex_digit(text[i]), low = hex_digit(text[i + 1]);
        if (high < 0 || low < 0) return false;
        tci_buf_u8(out, (uint8_t)(high << 4 | low));
    }
    return !out->failed;
}

json_t *tci_number_show(uint64_t value) {
    if (value <= INT64_MAX) return json_integer((json_int_t)value);
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    return json_string(text);
}

bool tci_number_take(const json_t *value, uint64_t *out) {
    if (json_is_integer(value)) {
        *out = (uint64_t)json_integer_value(value);
        return true;
    }
    const char *text = json_string_value(value);
    char *end;
    if (!text || *text < '0' || *text > '9') return false;
    errno = 0;
    *out = strtoull(text, &end, 10);
    return *end == '\0' && errno == 0;
}

static uint64_t load_number(const uint8_t *at, uint32_t bytes, bool big_endian) {
    uint64_t value = 0;
    for (uint32_t i = 0; i < bytes; i++) value = value << 8 | at[big_endian ? i : bytes - 1 - i];
    return value;
}

static void store_number(tci_buf *out, uint64_t value, uint32_t bytes, bool big_endian) {
    for (uint32_t i = 0; i < bytes; i++)
        tci_buf_u8(out, (uint8_t)(value >> 8 * (big_endian ? bytes - 1 - i : i)));
}

static bool show_seat(json_t *object, uint64_t word) {
    return json_object_set_new(object, "state", json_integer((json_int_t)(word & 7))) == 0 &&
           json_object_set_new(object, "version",
                               json_integer((json_int_t)(word >> 3 & 0x1FFFFFFF))) == 0 &&
           json_object_set_new(object, "owner", json_integer((json_int_t)(word >> 32))) == 0;
}

static bool take_seat(const json_t *object, uint64_t *word) {
    uint64_t state, version, owner;
    if (!tci_number_take(json_object_get(object, "state"), &state) || state > 7 ||
        !tci_number_take(json_object_get(object, "version"), &version) || version > 0x1FFFFFFF ||
        !tci_number_take(json_object_get(object, "owner"), &owner) || owner > UINT32_MAX)
        return false;
    *word = owner << 32 | version << 3 | state;
    return true;
}

static json_t *show_value(const tci_field *field, const uint8_t *at, bool key) {
    uint64_t value = field->type == TCI_FIELD_HEX ? 0 : load_number(at, field->bytes, key);
    switch (field->type) {
    case TCI_FIELD_HEX: return tci_hex_show(at, field->bytes);
    case TCI_FIELD_TIME: return json_integer((json_int_t)(value ^ (UINT64_C(1) << 63)));
    case TCI_FIELD_I64: return json_integer((json_int_t)value);
    case TCI_FIELD_I32: return json_integer((int32_t)(uint32_t)value);
    default: return tci_number_show(value);
    }
}

int32_t tci_fields_show(json_t *object, const char *fields, tci_reader *reader, bool key) {
    tci_field field;
    char name[48];
    while (tci_field_next(&fields, &field)) {
        snprintf(name, sizeof name, "%.*s", (int)field.name.len, (const char *)field.name.data);
        json_t *value;
        if (field.type == TCI_FIELD_TEXT) {
            tci_slice text = tci_read_text(reader);
            if (tci_utf8_check(text.data, text.len) != text.len) return TC_E_CORRUPT;
            value = json_stringn_nocheck(text.data, text.len);
        } else if (field.type == TCI_FIELD_REST) {
            size_t left = tci_reader_left(reader);
            value = tci_hex_show(tci_read_bytes(reader, left), left);
        } else {
            const uint8_t *at = tci_read_bytes(reader, field.bytes);
            if (!at) return TC_E_CORRUPT;
            if (field.type == TCI_FIELD_SEAT) {
                if (!show_seat(object, tci_load64(at))) return TC_E_NOMEM;
                continue;
            }
            if (name[0] == '-') continue;
            value = show_value(&field, at, key);
        }
        int failed = json_object_set_new(object, name, value);
        if (reader->failed) return TC_E_CORRUPT;
        if (failed) return TC_E_NOMEM;
    }
    return tci_reader_done(reader) ? TC_OK : TC_E_CORRUPT;
}

static bool take_value(const json_t *object, const tci_field *field, const char *name, tci_buf *out,
                       bool key) {
    json_t *value = json_object_get(object, name);
    const char *text = json_string_value(value);
    uint64_t number = 0;
    if (name[0] == '-') {
        store_number(out, 0, field->bytes, false);
        return !out->failed;
    }
    switch (field->type) {
    case TCI_FIELD_TEXT:
        if (!text) return false;
        tci_buf_text(out, tci_slice_of(text, json_string_length(value)));
        return !out->failed;
    case TCI_FIELD_HEX:
        return text && json_string_length(value) == 2 * (size_t)field->bytes &&
               tci_hex_take(text, json_string_length(value), out);
    case TCI_FIELD_REST: return text && tci_hex_take(text, json_string_length(value), out);
    case TCI_FIELD_SEAT:
        if (!take_seat(object, &number)) return false;
        break;
    default:
        if (!tci_number_take(value, &number)) return false;
    }
    if (field->type == TCI_FIELD_TIME) number ^= UINT64_C(1) << 63;
    if (field->bytes < 8 && field->type != TCI_FIELD_I32 && number >> (8 * field->bytes))
        return false;
    store_number(out, number, field->bytes, key);
    return !out->failed;
}

bool tci_fields_take(const json_t *object, const char *fields, tci_buf *out, bool key,
                     const char **failed) {
    static _Thread_local char name[48];
    tci_field field;
    while (tci_field_next(&fields, &field)) {
        snprintf(name, sizeof name, "%.*s", (int)field.name.len, (const char *)field.name.data);
        if (take_value(object, &field, name, out, key)) continue;
        *failed = name;
        return false;
    }
    return true;
}

/* Longest name of a member, longest number. */
#define NAME_MAX_BYTES 63u
#define NUMBER_MAX_BYTES 20u

static json_t *read_object(tci_json *json);

static json_t *read_integer(tci_json *json) {
    char text[NUMBER_MAX_BYTES + 1];
    char *end;
    size_t len = 0;
    const uint8_t *at = json->at;
    while (at + len < json->end && len < NUMBER_MAX_BYTES &&
           (at[len] == '-' || (at[len] >= '0' && at[len] <= '9')))
        len++;
    memcpy(text, at, len);
    text[len] = '\0';
    errno = 0;
    long long value = strtoll(text, &end, 10);
    double shape;
    if (!tci_json_number(json, &shape)) return NULL;
    if (errno || *end || json->at != at + len) {
        tci_json_fail(json, TC_E_PARSE, "a number is not whole, or too large");
        return NULL;
    }
    return json_integer(value);
}

static json_t *read_value(tci_json *json) {
    tci_slice text;
    switch (tci_json_peek(json)) {
    case TCI_JSON_OBJECT: return read_object(json);
    case TCI_JSON_NUMBER: return read_integer(json);
    case TCI_JSON_STRING:
        if (!tci_json_string(json, &text)) return NULL;
        if (text.len && memchr(text.data, 0, text.len)) break;
        return json_stringn_nocheck(text.len ? text.data : "", text.len);
    default: break;
    }
    tci_json_fail(json, TC_E_PARSE, "a value is neither a text, a whole number nor an object");
    return NULL;
}

static json_t *read_object(tci_json *json) {
    tci_slice key;
    if (!tci_json_object(json)) return NULL;
    json_t *object = json_object();
    if (!object) tci_json_fail(json, TC_E_NOMEM, "memory is exhausted");
    while (tci_json_member(json, &key)) {
        char name[NAME_MAX_BYTES + 1] = "";
        if (key.len > NAME_MAX_BYTES) tci_json_fail(json, TC_E_PARSE, "a name is too long");
        else memcpy(name, key.data, key.len);
        if (json_object_get(object, name)) tci_json_fail(json, TC_E_PARSE, "a name comes twice");
        json_t *value = json->code == TC_OK ? read_value(json) : NULL;
        /* Takes the value, whatever it answers; a value that could not be made is NULL. */
        if (json_object_set_new(object, name, value) != 0)
            tci_json_fail(json, TC_E_NOMEM, "memory is exhausted");
    }
    if (json->code == TC_OK) return object;
    json_decref(object);
    return NULL;
}

int32_t tci_object_read(tci_slice text, json_t **object) {
    tci_json json;
    *object = NULL;
    if (tci_utf8_check(text.data, text.len) != text.len) return TC_E_PARSE;
    tci_json_begin(&json, text, NULL);
    json_t *made = read_object(&json);
    (void)tci_json_finish(&json);
    int32_t code = json.code;
    tci_json_free(&json);
    if (code == TC_OK) *object = made;
    else json_decref(made);
    return code;
}
