/* The pull reader of JSON. Used by imports on their caller's thread, over text nobody vouches for:
 * it must never read past the end, recurse without bound, or allocate by what the text says. */
#include "catalog/json.h"

#include <stdarg.h>
#include <stdio.h>

void tci_json_begin(tci_json *json, tci_slice text, tc_error *error) {
    memset(json, 0, sizeof *json);
    json->at = text.data;
    json->end = json->at + text.len;
    json->line = 1;
    json->error = error;
    tci_buf_init(&json->scratch, NULL, 0);
}

void tci_json_free(tci_json *json) {
    tci_buf_free(&json->scratch);
}

void tci_json_path(const tci_json *json, char *path, size_t size) {
    char whole[TC_JSON_DEPTH_MAX * 80];
    size_t len = 0;
    whole[0] = '\0';
    for (uint32_t i = 0; i < json->depth; i++) {
        const tci_json_level *level = &json->levels[i];
        char *at = whole + len;
        size_t room = sizeof whole - len;
        int n = 0;
        if (level->is_array && level->started)
            n = snprintf(at, room, "[%u]", (unsigned)level->index);
        else if (!level->is_array && level->key.len)
            n = snprintf(at, room, "%s%.*s", len ? "." : "",
                         (int)TCI_MIN(level->key.len, (size_t)48), (const char *)level->key.data);
        len += (size_t)n;
    }
    if (len < size) {
        memcpy(path, whole, len + 1);
        return;
    }
    const char *end = whole + len - (size - 1);
    while ((*end & 0xC0) == 0x80) end++; /* not in the middle of a character */
    memcpy(path, end, (size_t)(whole + len - end) + 1);
}

bool tci_json_fail(tci_json *json, int32_t code, const char *format, ...) {
    if (json->code != TC_OK) return false;
    json->code = code;
    if (!json->error) return false;
    tc_error full = TC_ERROR_INIT;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(full.message, sizeof full.message, format, arguments);
    va_end(arguments);
    full.code = code;
    full.line = json->line;
    tci_json_path(json, full.field, sizeof full.field);
    *json->error = full;
    return false;
}

static void skip_space(tci_json *json) {
    for (; json->at < json->end; json->at++) {
        uint8_t c = *json->at;
        if (c == '\n') json->line++;
        else if (c != ' ' && c != '\t' && c != '\r') return;
    }
}

static bool unexpected(tci_json *json, const char *wanted) {
    if (json->at >= json->end)
        return tci_json_fail(json, TC_E_PARSE, "the text ends where %s should be", wanted);
    uint8_t c = *json->at;
    if (c < 0x21 || c > 0x7E)
        return tci_json_fail(json, TC_E_PARSE, "byte 0x%02x stands where %s should be", c, wanted);
    return tci_json_fail(json, TC_E_PARSE, "'%c' stands where %s should be", c, wanted);
}

static bool take(tci_json *json, uint8_t wanted, const char *name) {
    skip_space(json);
    if (json->code != TC_OK) return false;
    if (json->at >= json->end || *json->at != wanted) return unexpected(json, name);
    json->at++;
    return true;
}

bool tci_json_finish(tci_json *json) {
    if (json->code != TC_OK) return false;
    TCI_DEBUG_ASSERT(json->depth == 0);
    skip_space(json);
    return json->at == json->end || unexpected(json, "the end of the text");
}

tci_json_kind tci_json_peek(tci_json *json) {
    skip_space(json);
    if (json->code != TC_OK || json->at >= json->end) return TCI_JSON_BAD;
    switch (*json->at) {
    case '{': return TCI_JSON_OBJECT;
    case '[': return TCI_JSON_ARRAY;
    case '"': return TCI_JSON_STRING;
    case 't': return TCI_JSON_TRUE;
    case 'f': return TCI_JSON_FALSE;
    case 'n': return TCI_JSON_NULL;
    default:
        return *json->at == '-' || (*json->at >= '0' && *json->at <= '9') ? TCI_JSON_NUMBER
                                                                          : TCI_JSON_BAD;
    }
}

static bool push(tci_json *json, bool is_array) {
    if (json->depth == TC_JSON_DEPTH_MAX)
        return tci_json_fail(json, TC_E_LIMIT, "the text nests deeper than %d levels",
                             TC_JSON_DEPTH_MAX);
    json->levels[json->depth++] = (tci_json_level){.is_array = is_array};
    return true;
}

bool tci_json_object(tci_json *json) {
    return take(json, '{', "an object") && push(json, false);
}

bool tci_json_array(tci_json *json) {
    return take(json, '[', "an array") && push(json, true);
}

/* Between two members or elements: true when there is a next one. */
static bool next_part(tci_json *json, uint8_t close, const char *expected) {
    if (json->code != TC_OK) return false;
    tci_json_level *level = &json->levels[json->depth - 1];
    skip_space(json);
    if (json->at < json->end && *json->at == close) {
        json->at++;
        json->depth--;
        return false;
    }
    if (level->started) {
        if (!take(json, ',', expected)) return false;
        if (level->is_array) level->index++;
    }
    level->started = true;
    return true;
}

bool tci_json_member(tci_json *json, tci_slice *key) {
    TCI_DEBUG_ASSERT(json->code != TC_OK || !json->levels[json->depth - 1].is_array);
    if (!next_part(json, '}', "a comma or the end of the object")) return false;
    tci_json_level *level = &json->levels[json->depth - 1];
    level->key = tci_slice_of(NULL, 0);
    skip_space(json);
    if (json->at >= json->end || *json->at != '"') return unexpected(json, "a member's name");
    const uint8_t *raw = json->at + 1;
    if (!tci_json_string(json, key)) return false;
    level->key = tci_slice_of(raw, (size_t)(json->at - 1 - raw));
    return take(json, ':', "a colon");
}

int tci_json_known(tci_json *json, const char *const *keys, int count, uint32_t *seen) {
    tci_slice key;
    TCI_DEBUG_ASSERT(count <= 32);
    if (!tci_json_member(json, &key)) return TCI_JSON_END;
    for (int i = 0; i < count; i++) {
        if (strlen(keys[i]) != key.len || memcmp(keys[i], key.data, key.len) != 0) continue;
        if (*seen & 1u << i) {
            tci_json_fail(json, TC_E_PARSE, "the member stands twice");
            return TCI_JSON_END;
        }
        *seen |= 1u << i;
        return i;
    }
    return TCI_JSON_UNKNOWN;
}

bool tci_json_element(tci_json *json) {
    TCI_DEBUG_ASSERT(json->code != TC_OK || json->levels[json->depth - 1].is_array);
    return next_part(json, ']', "a comma or the end of the array");
}

static bool hex4(tci_json *json, uint32_t *out) {
    uint32_t value = 0;
    if (json->end - json->at < 4) return false;
    for (int i = 0; i < 4; i++) {
        uint8_t c = *json->at++;
        uint32_t digit = c >= '0' && c <= '9'   ? c - (uint32_t)'0'
                         : c >= 'a' && c <= 'f' ? c - (uint32_t)'a' + 10
                         : c >= 'A' && c <= 'F' ? c - (uint32_t)'A' + 10
                                                : 16;
        if (digit > 15) return false;
        value = value << 4 | digit;
    }
    *out = value;
    return true;
}

static void put_point(tci_buf *buf, uint32_t c) {
    if (c < 0x80) {
        tci_buf_u8(buf, (uint8_t)c);
    } else if (c < 0x800) {
        tci_buf_u8(buf, (uint8_t)(0xC0 | c >> 6));
        tci_buf_u8(buf, (uint8_t)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        tci_buf_u8(buf, (uint8_t)(0xE0 | c >> 12));
        tci_buf_u8(buf, (uint8_t)(0x80 | (c >> 6 & 0x3F)));
        tci_buf_u8(buf, (uint8_t)(0x80 | (c & 0x3F)));
    } else {
        tci_buf_u8(buf, (uint8_t)(0xF0 | c >> 18));
        tci_buf_u8(buf, (uint8_t)(0x80 | (c >> 12 & 0x3F)));
        tci_buf_u8(buf, (uint8_t)(0x80 | (c >> 6 & 0x3F)));
        tci_buf_u8(buf, (uint8_t)(0x80 | (c & 0x3F)));
    }
}

/* The escape behind a backslash. */
static bool unescape(tci_json *json) {
    static const char FROM[] = "\"\\/bfnrt", TO[] = "\"\\/\b\f\n\r\t";
    if (json->at >= json->end) return unexpected(json, "the end of the string");
    uint8_t c = *json->at++;
    const char *simple = c ? strchr(FROM, c) : NULL;
    if (simple) {
        tci_buf_u8(&json->scratch, (uint8_t)TO[simple - FROM]);
        return true;
    }
    uint32_t high, low;
    if (c != 'u' || !hex4(json, &high))
        return tci_json_fail(json, TC_E_PARSE, "a string has an unknown escape");
    if (high >= 0xD800 && high <= 0xDFFF) {
        if (high > 0xDBFF || json->end - json->at < 6 || json->at[0] != '\\' || json->at[1] != 'u')
            return tci_json_fail(json, TC_E_PARSE, "a string has half a surrogate pair");
        json->at += 2;
        if (!hex4(json, &low) || low < 0xDC00 || low > 0xDFFF)
            return tci_json_fail(json, TC_E_PARSE, "a string has half a surrogate pair");
        high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    }
    put_point(&json->scratch, high);
    return true;
}

bool tci_json_string(tci_json *json, tci_slice *text) {
    skip_space(json);
    if (json->code != TC_OK) return false;
    if (json->at >= json->end || *json->at != '"') return unexpected(json, "a string");
    const uint8_t *start = ++json->at;
    bool escaped = false;
    for (;;) {
        const uint8_t *run = json->at;
        while (json->at < json->end && *json->at != '"' && *json->at != '\\' && *json->at >= 0x20)
            json->at++;
        if (escaped) tci_buf_bytes(&json->scratch, run, (size_t)(json->at - run));
        if (json->at >= json->end) return unexpected(json, "the end of the string");
        uint8_t c = *json->at;
        if (c == '"') break;
        if (c < 0x20)
            return tci_json_fail(json, TC_E_PARSE, "a string has a control character, 0x%02x", c);
        if (!escaped) {
            tci_buf_clear(&json->scratch);
            tci_buf_bytes(&json->scratch, start, (size_t)(json->at - start));
            escaped = true;
        }
        json->at++;
        if (!unescape(json)) return false;
    }
    *text =
        escaped ? tci_buf_slice(&json->scratch) : tci_slice_of(start, (size_t)(json->at - start));
    json->at++;
    if (json->scratch.failed) return tci_json_fail(json, TC_E_NOMEM, "memory is exhausted");
    return true;
}

bool tci_json_number(tci_json *json, double *number) {
    skip_space(json);
    if (json->code != TC_OK) return false;
    if (tci_json_peek(json) != TCI_JSON_NUMBER) return unexpected(json, "a number");
    size_t len = tci_number_parse(json->at, json->end, number);
    if (len == 0) return tci_json_fail(json, TC_E_PARSE, "a number is malformed");
    json->at += len;
    if (json->at < json->end && ((*json->at >= '0' && *json->at <= '9') || *json->at == '.'))
        return tci_json_fail(json, TC_E_PARSE, "a number is malformed");
    return true;
}

static bool literal(tci_json *json, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(json->end - json->at) < len || memcmp(json->at, word, len) != 0)
        return unexpected(json, "true, false or null");
    json->at += len;
    return true;
}

bool tci_json_bool(tci_json *json, bool *value) {
    tci_json_kind kind = tci_json_peek(json);
    if (json->code != TC_OK) return false;
    if (kind != TCI_JSON_TRUE && kind != TCI_JSON_FALSE) return unexpected(json, "true or false");
    *value = kind == TCI_JSON_TRUE;
    return literal(json, *value ? "true" : "false");
}

/* Recursion is bounded by TC_JSON_DEPTH_MAX. */
bool tci_json_skip(tci_json *json) {
    tci_slice text;
    double number;
    switch (tci_json_peek(json)) {
    case TCI_JSON_OBJECT:
        if (!tci_json_object(json)) return false;
        while (tci_json_member(json, &text))
            if (!tci_json_skip(json)) return false;
        break;
    case TCI_JSON_ARRAY:
        if (!tci_json_array(json)) return false;
        while (tci_json_element(json))
            if (!tci_json_skip(json)) return false;
        break;
    case TCI_JSON_STRING: return tci_json_string(json, &text);
    case TCI_JSON_NUMBER: return tci_json_number(json, &number);
    case TCI_JSON_TRUE: return literal(json, "true");
    case TCI_JSON_FALSE: return literal(json, "false");
    case TCI_JSON_NULL: return literal(json, "null");
    case TCI_JSON_BAD: return json->code == TC_OK && unexpected(json, "a value");
    }
    return json->code == TC_OK;
}
