/* Structs into Python values, by the generated tables. Everything is copied: nothing of the
 * engine's memory is ever seen by Python. A value that no rule fits (a number without a name)
 * becomes a plain one and is no error: a newer engine may answer it. */
#include "core.h"

#include <string.h>

PyObject *tp_class_of;
static PyObject *from_timestamp; /* datetime.fromtimestamp */
static PyObject *from_ms;        /* any milliseconds → datetime, slow and exact */
static PyObject *duration_from_ms;
static PyObject *utc;
static PyObject *secret_class;
static PyObject *uuid_from_bytes;
static PyObject *gc_is_enabled, *gc_disable, *gc_enable;

PyObject *tp_kept(PyObject *with, const char *name) {
    PyObject *value = PyDict_GetItemString(with, name);
    if (!value) PyErr_Format(PyExc_KeyError, "%s", name);
    Py_XINCREF(value);
    return value;
}

static bool setup_enum(tp_enum *one, PyObject *classes) {
    one->made = tp_kept(classes, one->name);
    for (int value = 0; one->made && value < 24; value++) {
        one->small[value] = PyObject_CallFunction(one->made, "i", value);
        if (!one->small[value]) PyErr_Clear(); /* no such member */
    }
    return one->made;
}

bool tp_collector_pause(void) {
    PyObject *on = PyObject_CallFunctionObjArgs(gc_is_enabled, NULL);
    PyObject *done = on == Py_True ? PyObject_CallFunctionObjArgs(gc_disable, NULL) : NULL;
    PyErr_Clear();
    Py_XDECREF(on);
    Py_XDECREF(done);
    return done != NULL;
}

void tp_collector_go_on(void) {
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *done = PyObject_CallFunctionObjArgs(gc_enable, NULL);
    Py_XDECREF(done);
    PyErr_Restore(type, value, trace);
}

/* Where a class with __slots__ keeps each member: looked for, not assumed. Each is set to an object
 * of its own by the ordinary way, and the one word of the object that then holds it is the place.
 */
static bool find_slots(tp_type *type) {
    PyObject *size = PyObject_GetAttrString(type->made, "__basicsize__");
    size_t words = size ? PyLong_AsSize_t(size) / sizeof(PyObject *) : 0;
    PyObject *probe = size ? type->alloc((PyTypeObject *)type->made, 0) : NULL;
    Py_XDECREF(size);
    for (uint16_t at = 0; probe && at < type->count; at++) {
        tp_field *field = &type->fields[at];
        PyObject *mark = PyList_New(0);
        uint16_t place = 0;
        if (!mark || PyObject_GenericSetAttr(probe, field->key, mark) < 0) Py_CLEAR(probe);
        for (size_t word = sizeof(PyObject) / sizeof(PyObject *); probe && word < words; word++)
            if (((PyObject **)(void *)probe)[word] == mark)
                place = (uint16_t)(word * sizeof(PyObject *));
        /* Two commands may share a table: only what holds for both is known. */
        field->slot = field->slot && field->slot != place ? 0 : place;
        Py_XDECREF(mark);
    }
    Py_XDECREF(probe);
    return probe != NULL;
}

static bool setup_type(size_t row, PyObject *classes) {
    tp_type *type = TP_TYPES[row];
    for (uint16_t at = 0; at < type->count; at++)
        if (!(type->fields[at].key = PyUnicode_InternFromString(type->fields[at].name)))
            return false;
    PyObject *made = PyDict_GetItemString(classes, type->name);
    if (!made) return true; /* arguments of a call: no class */
    Py_INCREF(made);
    type->made = made;
    type->alloc = (allocfunc)PyType_GetSlot((PyTypeObject *)made, Py_tp_alloc);
    PyObject *number = PyLong_FromSize_t(row);
    bool fine = number && PyDict_SetItem(tp_class_of, made, number) == 0;
    Py_XDECREF(number);
    return fine && find_slots(type);
}

bool tp_decode_setup(PyObject *with) {
    from_timestamp = tp_kept(with, "from_timestamp");
    from_ms = tp_kept(with, "from_ms");
    duration_from_ms = tp_kept(with, "duration_from_ms");
    utc = tp_kept(with, "utc");
    secret_class = tp_kept(with, "secret");
    uuid_from_bytes = tp_kept(with, "uuid_from_bytes");
    gc_is_enabled = tp_kept(with, "gc_is_enabled");
    gc_disable = tp_kept(with, "gc_disable");
    gc_enable = tp_kept(with, "gc_enable");
    PyObject *classes = PyDict_GetItemString(with, "classes");
    tp_class_of = PyDict_New();
    if (PyErr_Occurred() || !classes || !tp_class_of) return false;
    for (size_t i = 0; i < TP_ENUMS_COUNT; i++)
        if (!setup_enum(TP_ENUMS[i], classes)) return false;
    for (size_t i = 0; i < TP_TYPES_COUNT; i++)
        if (!setup_type(i, classes)) return false;
    return true;
}

PyObject *tp_decode_text(const char *text, size_t length) {
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "replace");
}

static PyObject *make_time(int64_t ms) {
    enum { KEPT = 64 };
    static struct {
        int64_t ms;
        PyObject *made;
    } cache[KEPT]; /* one moment comes many times in an answer; a datetime never changes */
    uint64_t hash = (uint64_t)ms * 0x9E3779B97F4A7C15u >> 58;
    if (cache[hash].made && cache[hash].ms == ms) {
        Py_INCREF(cache[hash].made);
        return cache[hash].made;
    }
    PyObject *made;
    if (ms > -8000000000000 && ms < 8000000000000) { /* here a double has the exact millisecond */
        PyObject *seconds = PyFloat_FromDouble((double)ms / 1000.0);
        if (!seconds) return NULL;
        made = PyObject_CallFunctionObjArgs(from_timestamp, seconds, utc, NULL);
        Py_DECREF(seconds);
    } else {
        made = PyObject_CallFunction(from_ms, "L", (long long)ms);
    }
    if (made) {
        Py_INCREF(made);
        PyObject *old = cache[hash].made;
        cache[hash].ms = ms;
        cache[hash].made = made;
        Py_XDECREF(old);
    }
    return made;
}

static PyObject *none(void) {
    Py_INCREF(Py_None);
    return Py_None;
}

static PyObject *make_number(const tp_field *field, uint32_t value) {
    if (value < 24 && field->numbers->small[value]) {
        Py_INCREF(field->numbers->small[value]);
        return field->numbers->small[value];
    }
    PyObject *made = PyObject_CallFunction(field->numbers->made, "k", (unsigned long)value);
    if (made || !PyErr_ExceptionMatches(PyExc_ValueError)) return made;
    PyErr_Clear(); /* a number of the host's own, or of a newer engine */
    return PyLong_FromUnsignedLong(value);
}

static PyObject *make_mask(const tp_field *field, uint32_t mask) {
    PyObject *list = PyList_New(0);
    for (uint32_t bit = 0; list && bit < 32; bit++) {
        if (!(mask >> bit & 1)) continue;
        PyObject *item = field->numbers ? make_number(field, bit) : PyLong_FromLong((long)bit);
        if (!item || PyList_Append(list, item) < 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    PyObject *made = list ? PyList_AsTuple(list) : NULL;
    Py_XDECREF(list);
    return made;
}

static PyObject *make_plain_list(const tp_field *field, const char *base) {
    const char *first = NULL;
    size_t count = 0;
    uint32_t narrow = 0, room = UINT32_MAX;
    memcpy(&first, base + field->offset, sizeof first);
    if (field->room != TP_NONE) memcpy(&room, base + field->room, sizeof room);
    if (field->count == TP_NONE) {
        count = room; /* as many as were asked for */
    } else if (field->facts & TP_WIDE) {
        memcpy(&count, base + field->count, sizeof count);
    } else {
        memcpy(&narrow, base + field->count, sizeof narrow);
        count = narrow;
    }
    if (!first) count = 0;
    if (count > room) count = room;
    if (field->kind == TP_LIST) return tp_decode_list(field->element, first, count);
    PyObject *made = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; made && i < count; i++) {
        PyObject *item;
        if (field->kind == TP_LIST_U64) {
            uint64_t number;
            memcpy(&number, first + i * sizeof number, sizeof number);
            item = PyLong_FromUnsignedLongLong(number);
        } else if (field->kind == TP_LIST_U32) {
            uint32_t number;
            memcpy(&number, first + i * sizeof number, sizeof number);
            item = PyLong_FromUnsignedLong(number);
        } else {
            const char *text;
            memcpy(&text, first + i * sizeof text, sizeof text);
            item = tp_decode_text(text, strlen(text));
        }
        if (!item || PyTuple_SetItem(made, (Py_ssize_t)i, item) < 0) Py_CLEAR(made);
    }
    return made;
}

static PyObject *make_row(const tp_field *field, const char *at) {
    const size_t count = field->length / sizeof(int64_t);
    PyObject *made = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; made && i < count; i++) {
        int64_t number;
        memcpy(&number, at + i * sizeof number, sizeof number);
        PyObject *item = PyLong_FromLongLong(number);
        if (!item || PyTuple_SetItem(made, (Py_ssize_t)i, item) < 0) Py_CLEAR(made);
    }
    return made;
}

static PyObject *make_bytes(PyObject *by, const char *at, size_t length) {
    PyObject *bytes = PyBytes_FromStringAndSize(at, (Py_ssize_t)length);
    if (!bytes || !by) return bytes;
    PyObject *made = PyObject_CallFunctionObjArgs(by, bytes, NULL);
    Py_DECREF(bytes);
    return made;
}

PyObject *tp_decode_field(const tp_field *field, const void *from) {
    const char *base = from, *at = base + field->offset, *text;
    uint32_t number;
    int64_t wide;
    uint64_t large;
    switch (field->kind) {
    case TP_U32:
        memcpy(&number, at, sizeof number);
        if ((field->facts & TP_MAX) && number == UINT32_MAX) return none();
        return PyLong_FromUnsignedLong(number);
    case TP_I32: return PyLong_FromLong(*(const int32_t *)(const void *)at);
    case TP_U64: memcpy(&large, at, sizeof large); return PyLong_FromUnsignedLongLong(large);
    case TP_I64: memcpy(&wide, at, sizeof wide); return PyLong_FromLongLong(wide);
    case TP_SIZE: return PyLong_FromSize_t(*(const size_t *)(const void *)at);
    case TP_BOOL: return PyBool_FromLong(*(const uint32_t *)(const void *)at != 0);
    case TP_ENUM:
    case TP_FLAGS: return make_number(field, *(const uint32_t *)(const void *)at);
    case TP_MASK: return make_mask(field, *(const uint32_t *)(const void *)at);
    case TP_TIME:
        memcpy(&wide, at, sizeof wide);
        if ((wide == 0 && (field->facts & TP_ZERO)) ||
            (wide == INT64_MAX && (field->facts & TP_MAX)))
            return none();
        return make_time(wide);
    case TP_DURATION:
        if (field->facts & TP_WIDE) memcpy(&wide, at, sizeof wide);
        else wide = *(const uint32_t *)(const void *)at;
        return PyObject_CallFunction(duration_from_ms, "L", (long long)wide);
    case TP_TEXT:
        memcpy(&text, at, sizeof text);
        return text ? tp_decode_text(text, strlen(text)) : none();
    case TP_CHARS: {
        const char *end = memchr(at, 0, field->length);
        return tp_decode_text(at, end ? (size_t)(end - at) : field->length);
    }
    case TP_BYTES: return make_bytes(NULL, at, field->length);
    case TP_SECRET: return make_bytes(secret_class, at, 16);
    case TP_REQUEST_ID: return make_bytes(uuid_from_bytes, at, 16);
    case TP_BLOB: {
        uint32_t length;
        memcpy(&text, at, sizeof text);
        memcpy(&length, base + field->count, sizeof length);
        return PyBytes_FromStringAndSize(text, text ? (Py_ssize_t)length : 0);
    }
    case TP_ROW_I64: return make_row(field, at);
    case TP_LIST:
    case TP_LIST_U32:
    case TP_LIST_U64:
    case TP_LIST_TEXT: return make_plain_list(field, base);
    default: return none();
    }
}

PyObject *tp_decode(tp_type *type, const void *from) {
    /* As object.__new__ and then slot by slot: a frozen class refuses only its own assignment. */
    PyObject *made = type->alloc((PyTypeObject *)type->made, 0);
    for (uint16_t at = 0; made && at < type->count; at++) {
        const tp_field *field = &type->fields[at];
        PyObject *value = tp_decode_field(field, from);
        if (value && field->slot) {
            *TP_SLOT(made, field) = value; /* it was NULL */
            continue;
        }
        if (!value || PyObject_GenericSetAttr(made, field->key, value) < 0) Py_CLEAR(made);
        Py_XDECREF(value);
    }
    /* Nothing of an answer can be part of a circle: the collector need not walk it. */
    if (made) PyObject_GC_UnTrack(made);
    return made;
}

PyObject *tp_decode_list(tp_type *type, const void *first, size_t count) {
    PyObject *made = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; made && i < count; i++) {
        PyObject *item = tp_decode(type, (const char *)first + i * type->size);
        if (!item || PyTuple_SetItem(made, (Py_ssize_t)i, item) < 0) Py_CLEAR(made);
    }
    return made;
}

/* Whether nothing of a value can be part of a circle: what the collector does not track, and tuples
 * of such, which it would stop tracking itself when it came by. */
static bool is_plain(PyObject *value, int depth) {
    if (!PyObject_GC_IsTracked(value)) return true;
    if (depth == 0 || !PyTuple_CheckExact(value)) return false;
    const Py_ssize_t count = PyTuple_Size(value);
    for (Py_ssize_t i = 0; i < count; i++)
        if (!is_plain(PyTuple_GetItem(value, i), depth - 1)) return false;
    PyObject_GC_UnTrack(value);
    return true;
}

/* fill(object, value…): the members of a frozen object, in the order of its table. */
PyObject *tp_fill(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *object = PyTuple_GetItem(args, 0);
    if (!object) return NULL;
    PyObject *row = PyDict_GetItemWithError(tp_class_of, (PyObject *)Py_TYPE(object));
    if (!row) {
        if (!PyErr_Occurred()) PyErr_SetString(PyExc_TypeError, "fill: not a class of this module");
        return NULL;
    }
    const tp_type *type = TP_TYPES[PyLong_AsSize_t(row)];
    if (PyTuple_Size(args) != type->count + 1) {
        PyErr_Format(PyExc_TypeError, "%s has %d members", type->name, (int)type->count);
        return NULL;
    }
    bool plain = true;
    for (uint16_t at = 0; at < type->count; at++) {
        const tp_field *field = &type->fields[at];
        PyObject *value = PyTuple_GetItem(args, at + 1);
        plain = plain && is_plain(value, 2);
        if (field->slot) {
            PyObject *old = *TP_SLOT(object, field);
            Py_INCREF(value);
            *TP_SLOT(object, field) = value;
            Py_XDECREF(old);
        } else if (PyObject_GenericSetAttr(object, field->key, value) < 0) {
            return NULL;
        }
    }
    if (plain && PyObject_GC_IsTracked(object)) PyObject_GC_UnTrack(object);
    return none();
}
