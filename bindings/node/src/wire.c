/* Bytes into structs and structs into bytes, by the generated tables. What comes in was checked in
 * JavaScript, where an error can name the member; here only the bounds are, so that no bytes can do
 * harm. Text in a request is used where it lies. Everything answered is copied. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

bool tn_take(tn_in *in, void *to, size_t length) {
    if ((size_t)(in->end - in->at) < length) return false;
    memcpy(to, in->at, length);
    in->at += length;
    return true;
}

static bool take_text(tn_in *in, const char **text, size_t *length) {
    uint32_t size;
    if (!tn_take(in, &size, sizeof size) || (size_t)(in->end - in->at) < (size_t)size + 1)
        return false;
    *text = (const char *)in->at;
    *length = size;
    in->at += (size_t)size + 1;
    return (*text)[size] == '\0';
}

static bool take_wide(tn_in *in, bool wide, char *to) {
    double number;
    if (!tn_take(in, &number, sizeof number) || !(number >= -9.0e18 && number <= 9.0e18))
        return false;
    int64_t value = (int64_t)number;
    uint32_t narrow = (uint32_t)value;
    if (wide) memcpy(to, &value, sizeof value);
    else memcpy(to, &narrow, sizeof narrow);
    return true;
}

static void set_count(const tn_field *field, char *base, size_t count) {
    uint32_t narrow = (uint32_t)count;
    if (field->facts & TN_WIDE) memcpy(base + field->count, &count, sizeof count);
    else memcpy(base + field->count, &narrow, sizeof narrow);
}

static bool take_list(const tn_field *field, tn_in *in, char *base, tn_arena *arena) {
    const size_t width = field->kind == TN_LIST       ? field->element->size
                         : field->kind == TN_LIST_U32 ? 4
                         : field->kind == TN_LIST_U64 ? 8
                                                      : sizeof(char *);
    uint32_t count;
    char *first = NULL;
    size_t length;
    if (!tn_take(in, &count, sizeof count) || count > (size_t)(in->end - in->at) / 4) return false;
    if (count && !(first = tn_arena_take(arena, count, width))) return false;
    for (uint32_t i = 0; i < count; i++) {
        char *to = first + i * width;
        const char *text;
        if (field->kind == TN_LIST) {
            if (!tn_encode(field->element, in, to, arena)) return false;
        } else if (field->kind == TN_LIST_TEXT) {
            if (!take_text(in, &text, &length)) return false;
            memcpy(to, &text, sizeof text);
        } else if (!tn_take(in, to, width)) {
            return false;
        }
    }
    memcpy(base + field->offset, &first, sizeof first);
    set_count(field, base, count);
    return true;
}

static bool take_field(const tn_field *field, tn_in *in, char *base, tn_arena *arena) {
    char *to = base + field->offset;
    const char *text;
    size_t length;
    switch (field->kind) {
    case TN_U32:
    case TN_I32:
    case TN_BOOL:
    case TN_ENUM:
    case TN_FLAGS:
    case TN_MASK: return tn_take(in, to, 4);
    case TN_U64:
    case TN_I64:
    case TN_SIZE: return tn_take(in, to, 8);
    case TN_TIME: return take_wide(in, true, to);
    case TN_DURATION: return take_wide(in, field->facts & TN_WIDE, to);
    case TN_TEXT:
        if (!take_text(in, &text, &length)) return false;
        memcpy(to, &text, sizeof text);
        return true;
    case TN_CHARS:
        if (!take_text(in, &text, &length) || length >= field->length) return false;
        memcpy(to, text, length + 1);
        return true;
    case TN_BYTES:
    case TN_SECRET:
    case TN_REQUEST_ID: return tn_take(in, to, field->length);
    case TN_SECRET_POINTER: {
        unsigned char *room = tn_arena_take(arena, 1, 16);
        memcpy(to, &room, sizeof room);
        return room && tn_take(in, room, 16);
    }
    case TN_BLOB:
        if (!take_text(in, &text, &length)) return false;
        memcpy(to, &text, sizeof text);
        set_count(field, base, length);
        return true;
    case TN_LIST:
    case TN_LIST_U32:
    case TN_LIST_U64:
    case TN_LIST_TEXT: return take_list(field, in, base, arena);
    default: return false;
    }
}

/* A struct is a mask of the members that were given, and then those. */
bool tn_encode(const tn_type *type, tn_in *from, void *to, tn_arena *arena) {
    uint32_t given, mask = 0;
    if (type->init) memcpy(to, type->init, type->size);
    else memset(to, 0, type->size);
    if (!tn_take(from, &given, sizeof given)) return false;
    for (uint16_t at = 0; at < type->count; at++) {
        if (!(given >> at & 1)) continue;
        if (!take_field(&type->fields[at], from, to, arena)) return false;
        mask |= type->fields[at].bit;
    }
    if (type->mask != TN_NONE) {
        uint32_t *all = (uint32_t *)(void *)((char *)to + type->mask);
        if (*all == 0) *all = mask; /* not said: what was given is what changes */
    }
    return true;
}

void tn_put(tn_out *out, const void *bytes, size_t length) {
    if (length > out->size - out->used) {
        size_t size =
            out->size * 2 > out->used + length ? out->size * 2 : out->used + length + 4096;
        unsigned char *made = realloc(out->bytes, size);
        if (!made) {
            out->full = true;
            return;
        }
        out->bytes = made;
        out->size = size;
    }
    if (length) memcpy(out->bytes + out->used, bytes, length);
    out->used += length;
}

void tn_put_u32(tn_out *out, uint32_t value) {
    tn_put(out, &value, sizeof value);
}

static void put_double(tn_out *out, double value) {
    tn_put(out, &value, sizeof value);
}

void tn_decode_text(const char *text, size_t length, tn_out *out) {
    tn_put_u32(out, text ? (uint32_t)length : UINT32_MAX);
    if (text) tn_put(out, text, length);
}

static size_t bounded(const char *text, size_t room) {
    const char *end = memchr(text, 0, room);
    return end ? (size_t)(end - text) : room;
}

static void put_list(const tn_field *field, const char *base, tn_out *out) {
    const char *first = NULL;
    size_t count = 0;
    uint32_t narrow = 0, room = UINT32_MAX;
    memcpy(&first, base + field->offset, sizeof first);
    if (field->room != TN_NONE) memcpy(&room, base + field->room, sizeof room);
    if (field->count == TN_NONE) {
        count = room; /* as many as were asked for */
    } else if (field->facts & TN_WIDE) {
        memcpy(&count, base + field->count, sizeof count);
    } else {
        memcpy(&narrow, base + field->count, sizeof narrow);
        count = narrow;
    }
    if (!first) count = 0;
    if (count > room) count = room;
    if (field->kind == TN_LIST) {
        tn_decode_list(field->element, first, count, out);
        return;
    }
    tn_put_u32(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        const char *text;
        if (field->kind == TN_LIST_U64) {
            tn_put(out, first + i * 8, 8);
        } else if (field->kind == TN_LIST_U32) {
            tn_put(out, first + i * 4, 4);
        } else {
            memcpy(&text, first + i * sizeof text, sizeof text);
            tn_decode_text(text, strlen(text), out);
        }
    }
}

void tn_decode_field(const tn_field *field, const void *from, tn_out *out) {
    const char *base = from, *at = base + field->offset, *text;
    int64_t wide;
    uint32_t number;
    switch (field->kind) {
    case TN_U32:
    case TN_I32:
    case TN_BOOL:
    case TN_ENUM:
    case TN_FLAGS:
    case TN_MASK: tn_put(out, at, 4); return;
    case TN_U64:
    case TN_I64:
    case TN_SIZE: tn_put(out, at, 8); return;
    case TN_TIME:
        memcpy(&wide, at, sizeof wide);
        if ((wide == 0 && (field->facts & TN_ZERO)) ||
            (wide == INT64_MAX && (field->facts & TN_MAX)))
            put_double(out, (double)UINT64_MAX);
        else put_double(out, (double)wide);
        return;
    case TN_DURATION:
        memcpy(&number, at, sizeof number);
        wide = number;
        if (field->facts & TN_WIDE) memcpy(&wide, at, sizeof wide);
        put_double(out, (double)wide);
        return;
    case TN_TEXT:
        memcpy(&text, at, sizeof text);
        tn_decode_text(text, text ? strlen(text) : 0, out);
        return;
    case TN_CHARS: tn_decode_text(at, bounded(at, field->length), out); return;
    case TN_BYTES:
    case TN_ROW_I64: tn_decode_text(at, field->length, out); return;
    case TN_SECRET:
    case TN_REQUEST_ID: tn_put(out, at, 16); return;
    case TN_BLOB:
        memcpy(&text, at, sizeof text);
        memcpy(&number, base + field->count, sizeof number);
        tn_decode_text(text ? text : "", text ? number : 0, out);
        return;
    default: put_list(field, base, out); return;
    }
}

void tn_decode(const tn_type *type, const void *from, tn_out *out) {
    for (uint16_t at = 0; at < type->count; at++) tn_decode_field(&type->fields[at], from, out);
}

void tn_decode_list(const tn_type *type, const void *first, size_t count, tn_out *out) {
    tn_put_u32(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++) tn_decode(type, (const char *)first + i * type->size, out);
}

void tn_decode_error(int32_t code, const tc_error *error, tn_out *out) {
    tc_error plain = TC_ERROR_INIT;
    if (!error || error->code != code) error = &plain; /* the call had no detail to give */
    uint32_t listed = error->conflicts_count < error->conflicts_capacity
                          ? error->conflicts_count
                          : error->conflicts_capacity;
    if (!error->conflicts) listed = 0;
    const char *words = error->message[0] ? error->message : tc_error_sentence(code);
    tn_put(out, &error->event, 8);
    tn_put(out, &error->subject, 8);
    tn_put(out, &error->expected_version, 8);
    tn_put(out, &error->actual_version, 8);
    tn_put(out, &error->line, 8);
    tn_put_u32(out, error->conflicts_count);
    tn_decode_list(&tn_type_tc_conflict, error->conflicts, listed, out);
    tn_decode_text(error->field, bounded(error->field, sizeof error->field), out);
    tn_decode_text(words, bounded(words, sizeof error->message), out);
}

uint32_t tn_conflicts_room(const tn_type *type, const void *request) {
    uint32_t seats = 0;
    for (uint16_t at = 0; at < type->count; at++)
        if (type->fields[at].kind == TN_LIST && strcmp(type->fields[at].name, "seats") == 0)
            memcpy(&seats, (const char *)request + type->fields[at].count, sizeof seats);
    return seats ? seats : type->mask != TN_NONE ? 1000 : 0;
}
