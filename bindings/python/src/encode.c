/* Python values into structs, by the generated tables. Everything is copied: nothing of Python's is
 * kept by the engine. What does not fit is a TypeError or ValueError that names the member; no
 * value of another kind is ever guessed into one that fits. */
#include "core.h"

#include <string.h>

static PyObject *to_ms;          /* datetime → milliseconds */
static PyObject *duration_to_ms; /* timedelta → milliseconds */
static PyObject *bytes_name;     /* "bytes", the attribute of a UUID */

bool tp_encode_setup(PyObject *with) {
    to_ms = tp_kept(with, "to_ms");
    duration_to_ms = tp_kept(with, "duration_to_ms");
    bytes_name = PyUnicode_InternFromString("bytes");
    return to_ms && duration_to_ms && bytes_name;
}

/* "hold_create: seats[3].version: " and then the reason. Answers false. */
static bool refuse(PyObject *class, const tp_path *path, const char *reason, PyObject *value) {
    PyObject *type, *error, *trace;
    PyErr_Fetch(&type, &error, &trace); /* what was raised below is told better here */
    Py_XDECREF(type);
    Py_XDECREF(error);
    Py_XDECREF(trace);
    char where[160] = "";
    for (; path; path = path->outer) {
        char longer[sizeof where];
        if (path->index >= 0)
            PyOS_snprintf(longer, sizeof longer, "[%zd]%s%s", path->index,
                          where[0] && where[0] != '[' ? "." : "", where);
        else
            PyOS_snprintf(longer, sizeof longer, "%s%s%s", path->name,
                          where[0] && where[0] != '[' ? path->outer ? "." : ": " : "", where);
        memcpy(where, longer, sizeof where);
    }
    if (value) PyErr_Format(class, "%s: %s, not %R", where, reason, value);
    else PyErr_Format(class, "%s: %s", where, reason);
    return false;
}

static bool read_u64(PyObject *value, uint64_t most, uint64_t *out, const tp_path *path) {
    if (!PyLong_Check(value)) {
        value = PyNumber_Index(value);
        if (!value) {
            PyErr_Clear();
            return refuse(PyExc_TypeError, path, "must be an int", NULL);
        }
    } else {
        Py_INCREF(value);
    }
    unsigned long long number = PyLong_AsUnsignedLongLong(value);
    bool bad = number == (unsigned long long)-1 && PyErr_Occurred();
    bool fits = !bad && number <= most;
    if (!fits)
        refuse(PyExc_ValueError, path,
               most == UINT32_MAX   ? "must be in 0 … 4294967295"
               : most == UINT64_MAX ? "must be in 0 … 18446744073709551615"
                                    : "is out of range",
               NULL);
    Py_DECREF(value);
    *out = number;
    return fits;
}

static bool read_i64(PyObject *value, int64_t least, int64_t most, int64_t *out,
                     const tp_path *path) {
    if (!PyLong_Check(value)) {
        value = PyNumber_Index(value);
        if (!value) {
            PyErr_Clear();
            return refuse(PyExc_TypeError, path, "must be an int", NULL);
        }
    } else {
        Py_INCREF(value);
    }
    long long number = PyLong_AsLongLong(value);
    bool fits = !(number == -1 && PyErr_Occurred()) && number >= least && number <= most;
    if (!fits) refuse(PyExc_ValueError, path, "is out of range", NULL);
    Py_DECREF(value);
    *out = number;
    return fits;
}

static bool read_time(PyObject *value, PyObject *by, int64_t *out, const tp_path *path,
                      const char *reason) {
    PyObject *ms = PyObject_CallFunctionObjArgs(by, value, NULL);
    if (!ms) return refuse(PyExc_TypeError, path, reason, value);
    bool fine = read_i64(ms, INT64_MIN, INT64_MAX, out, path);
    Py_DECREF(ms);
    return fine;
}

static bool read_duration(const tp_field *field, PyObject *value, int64_t *out,
                          const tp_path *path) {
    static PyObject *last; /* a batch gives the same timedelta again and again */
    static int64_t last_ms;
    if (value != last) {
        int64_t ms = 0;
        if (!read_time(value, duration_to_ms, &ms, path, "must be a timedelta")) return false;
        Py_INCREF(value);
        Py_XDECREF(last);
        last = value;
        last_ms = ms;
    }
    *out = last_ms;
    if (last_ms == 0 && (field->facts & TP_ZERO))
        return refuse(PyExc_ValueError, path, "must not be zero; None is the default", NULL);
    if (!(field->facts & TP_WIDE) && (last_ms < 0 || last_ms > UINT32_MAX))
        return refuse(PyExc_ValueError, path, "is out of range", NULL);
    return true;
}

/* UTF-8 of a str with a NUL behind it, in the arena. */
static bool read_text(PyObject *value, tp_arena *arena, const char **out, size_t *length,
                      const tp_path *path) {
    if (!PyUnicode_Check(value)) return refuse(PyExc_TypeError, path, "must be a str", NULL);
    PyObject *bytes = PyUnicode_AsUTF8String(value);
    if (!bytes) return refuse(PyExc_ValueError, path, "has surrogates, which are no text", NULL);
    Py_ssize_t size = PyBytes_Size(bytes);
    char *text = tp_arena_take(arena, (size_t)size + 1, 1);
    if (text) memcpy(text, PyBytes_AsString(bytes), (size_t)size + 1);
    Py_DECREF(bytes);
    if (!text) return false;
    if (memchr(text, 0, (size_t)size))
        return refuse(PyExc_ValueError, path, "must not contain a NUL", NULL);
    *out = text;
    *length = (size_t)size;
    return true;
}

static bool read_bytes(PyObject *value, unsigned char *out, size_t length, const tp_path *path) {
    char *at;
    Py_ssize_t size;
    PyObject *bytes = NULL;
    if (PyBytes_Check(value)) {
        Py_INCREF(value);
        bytes = value;
    } else if (!PyLong_Check(value) && !PyUnicode_Check(value)) {
        if (PyObject_HasAttr(value, bytes_name)) bytes = PyObject_GetAttr(value, bytes_name);
        else bytes = PyBytes_FromObject(value);
    }
    if (!bytes || PyBytes_AsStringAndSize(bytes, &at, &size) < 0) {
        Py_XDECREF(bytes);
        return refuse(PyExc_TypeError, path, "must be bytes", NULL);
    }
    bool fits = (size_t)size == length;
    if (fits) memcpy(out, at, length);
    else if (length == 16) refuse(PyExc_ValueError, path, "must have 16 bytes", NULL);
    else refuse(PyExc_ValueError, path, "has a wrong number of bytes", NULL);
    Py_DECREF(bytes);
    return fits;
}

static bool read_blob(const tp_field *field, PyObject *value, char *base, tp_arena *arena,
                      const tp_path *path) {
    size_t length = 0;
    const char *text = NULL;
    if (PyUnicode_Check(value)) {
        if (!read_text(value, arena, &text, &length, path)) return false;
    } else {
        PyObject *bytes = PyLong_Check(value) ? NULL : PyBytes_FromObject(value);
        if (!bytes) return refuse(PyExc_TypeError, path, "must be str or bytes", NULL);
        length = (size_t)PyBytes_Size(bytes);
        char *copy = tp_arena_take(arena, length + 1, 1);
        if (copy) memcpy(copy, PyBytes_AsString(bytes), length + 1);
        Py_DECREF(bytes);
        if (!copy) return false;
        text = copy;
    }
    memcpy(base + field->offset, &text, sizeof text);
    if (field->facts & TP_WIDE) memcpy(base + field->count, &length, sizeof length);
    else *(uint32_t *)(void *)(base + field->count) = (uint32_t)length;
    return true;
}

/* A list or tuple of what was given; a str or bytes is surely a mistake. */
static PyObject *as_sequence(PyObject *value, const tp_path *path) {
    if (PyList_Check(value) || PyTuple_Check(value)) {
        Py_INCREF(value);
        return value;
    }
    PyObject *made = NULL;
    if (!PyUnicode_Check(value) && !PyBytes_Check(value)) made = PySequence_List(value);
    if (!made) refuse(PyExc_TypeError, path, "must be a list", NULL);
    return made;
}

static bool read_mask(PyObject *value, uint32_t *out, const tp_path *path) {
    uint32_t mask = 0;
    PyObject *items = as_sequence(value, path);
    if (!items) return false;
    Py_ssize_t count = PySequence_Size(items);
    bool fine = true;
    for (Py_ssize_t i = 0; fine && i < count; i++) {
        const tp_path inner = {path, "", i};
        uint64_t bit = 0;
        PyObject *item = PySequence_GetItem(items, i);
        fine = item && read_u64(item, 31, &bit, &inner);
        mask |= (uint32_t)1 << (bit & 31);
        Py_XDECREF(item);
    }
    Py_DECREF(items);
    *out = mask;
    return fine;
}

static bool read_item(const tp_field *field, PyObject *item, unsigned char *to, tp_arena *arena,
                      const tp_path *path) {
    uint64_t number;
    const char *text;
    size_t length;
    switch (field->kind) {
    case TP_LIST: return tp_encode(field->element, item, to, arena, path);
    case TP_LIST_U32:
        if (!read_u64(item, UINT32_MAX, &number, path)) return false;
        *(uint32_t *)(void *)to = (uint32_t)number;
        return true;
    case TP_LIST_U64:
        if (!read_u64(item, UINT64_MAX, &number, path)) return false;
        memcpy(to, &number, sizeof number);
        return true;
    default:
        if (!read_text(item, arena, &text, &length, path)) return false;
        memcpy(to, &text, sizeof text);
        return true;
    }
}

static bool read_list(const tp_field *field, PyObject *value, char *base, tp_arena *arena,
                      const tp_path *path) {
    PyObject *items = as_sequence(value, path);
    if (!items) return false;
    const bool list = PyList_Check(items);
    const size_t count = (size_t)PySequence_Size(items);
    const size_t width = field->kind == TP_LIST       ? field->element->size
                         : field->kind == TP_LIST_U32 ? 4
                         : field->kind == TP_LIST_U64 ? 8
                                                      : sizeof(char *);
    unsigned char *first = NULL;
    bool fine = count <= UINT32_MAX;
    if (!fine) refuse(PyExc_ValueError, path, "is too long", NULL);
    if (fine && count) fine = (first = tp_arena_take(arena, count, width)) != NULL;
    for (size_t i = 0; fine && i < count; i++) {
        const tp_path inner = {path, "", (Py_ssize_t)i};
        /* Borrowed from a list that code run below may change: hence the reference of our own. */
        PyObject *item =
            list ? PyList_GetItem(items, (Py_ssize_t)i) : PyTuple_GetItem(items, (Py_ssize_t)i);
        Py_XINCREF(item);
        fine = item && read_item(field, item, first + i * width, arena, &inner);
        Py_XDECREF(item);
    }
    Py_DECREF(items);
    if (!fine) return false;
    memcpy(base + field->offset, &first, sizeof first);
    if (field->facts & TP_WIDE) memcpy(base + field->count, &count, sizeof count);
    else *(uint32_t *)(void *)(base + field->count) = (uint32_t)count;
    return true;
}

static bool read_flag(PyObject *value, uint32_t *out, const tp_path *path) {
    int truth = PyBool_Check(value) || PyLong_Check(value) ? PyObject_IsTrue(value) : -1;
    if (truth < 0) return refuse(PyExc_TypeError, path, "must be a bool", NULL);
    *out = (uint32_t)truth;
    return true;
}

static bool read_field(const tp_field *field, PyObject *value, char *base, tp_arena *arena,
                       const tp_path *path) {
    char *to = base + field->offset;
    uint64_t number;
    int64_t wide;
    const char *text;
    size_t length;
    switch (field->kind) {
    case TP_U32:
    case TP_ENUM:
    case TP_FLAGS:
        if (!read_u64(value, UINT32_MAX, &number, path)) return false;
        *(uint32_t *)(void *)to = (uint32_t)number;
        return true;
    case TP_I32:
        if (!read_i64(value, INT32_MIN, INT32_MAX, &wide, path)) return false;
        *(int32_t *)(void *)to = (int32_t)wide;
        return true;
    case TP_U64:
        if (!read_u64(value, UINT64_MAX, &number, path)) return false;
        memcpy(to, &number, sizeof number);
        return true;
    case TP_I64:
        if (!read_i64(value, INT64_MIN, INT64_MAX, &wide, path)) return false;
        memcpy(to, &wide, sizeof wide);
        return true;
    case TP_SIZE:
        if (!read_u64(value, SIZE_MAX, &number, path)) return false;
        length = (size_t)number;
        memcpy(to, &length, sizeof length);
        return true;
    case TP_BOOL: return read_flag(value, (uint32_t *)(void *)to, path);
    case TP_MASK: return read_mask(value, (uint32_t *)(void *)to, path);
    case TP_TIME:
        if (!read_time(value, to_ms, &wide, path, "must be an aware datetime")) return false;
        memcpy(to, &wide, sizeof wide);
        return true;
    case TP_DURATION:
        if (!read_duration(field, value, &wide, path)) return false;
        if (field->facts & TP_WIDE) memcpy(to, &wide, sizeof wide);
        else *(uint32_t *)(void *)to = (uint32_t)wide;
        return true;
    case TP_TEXT:
        if (!read_text(value, arena, &text, &length, path)) return false;
        memcpy(to, &text, sizeof text);
        return true;
    case TP_CHARS:
        if (!read_text(value, arena, &text, &length, path)) return false;
        if (length >= field->length) return refuse(PyExc_ValueError, path, "is too long", NULL);
        memcpy(to, text, length + 1);
        return true;
    case TP_BYTES:
    case TP_SECRET:
    case TP_REQUEST_ID: return read_bytes(value, (unsigned char *)to, field->length, path);
    case TP_SECRET_POINTER: {
        unsigned char *room = tp_arena_take(arena, 1, 16);
        if (!room || !read_bytes(value, room, 16, path)) return false;
        memcpy(to, &room, sizeof room);
        return true;
    }
    case TP_BLOB: return read_blob(field, value, base, arena, path);
    case TP_LIST:
    case TP_LIST_U32:
    case TP_LIST_U64:
    case TP_LIST_TEXT: return read_list(field, value, base, arena, path);
    default: return refuse(PyExc_TypeError, path, "cannot be given", NULL);
    }
}

bool tp_encode(tp_type *type, PyObject *from, void *to, tp_arena *arena, const tp_path *path) {
    const bool plain = PyTuple_Check(from);
    const Py_ssize_t given = plain ? PyTuple_Size(from) : 0;
    char *base = to;
    uint32_t mask = 0;
    if (type->init) memcpy(base, type->init, type->size);
    else memset(base, 0, type->size);
    const bool exact = (PyObject *)Py_TYPE(from) == type->made;
    if (!plain && !exact && type->made && !PyObject_IsInstance(from, type->made)) {
        if (PyErr_Occurred()) return false;
        return refuse(PyExc_TypeError, path, "has a wrong class", from);
    }
    if (plain && given > type->count)
        return refuse(PyExc_TypeError, path, "has too many values", NULL);
    for (uint16_t at = 0; at < type->count; at++) {
        const tp_field *field = &type->fields[at];
        const tp_path inner = {path, field->name, -1};
        PyObject *value;
        if (exact && field->slot && *TP_SLOT(from, field)) Py_INCREF(value = *TP_SLOT(from, field));
        else if (!plain) value = PyObject_GetAttr(from, field->key);
        else if (at < given) Py_INCREF(value = PyTuple_GetItem(from, at));
        else Py_INCREF(value = Py_None);
        if (!value) return false;
        bool fine = true;
        if (value != Py_None) {
            fine = read_field(field, value, base, arena, &inner);
            mask |= field->bit;
        } else if (field->facts & TP_REQUIRED) {
            fine = refuse(PyExc_TypeError, &inner, "must be given", NULL);
        }
        Py_DECREF(value);
        if (!fine) return false;
    }
    if (type->mask != TP_NONE) {
        uint32_t *all = (uint32_t *)(void *)(base + type->mask);
        if (*all == 0) *all = mask; /* not said: what was given is what changes */
    }
    return true;
}

uint32_t tp_conflicts_room(const tp_type *type, const void *request) {
    uint32_t seats = 0;
    for (uint16_t at = 0; at < type->count; at++)
        if (type->fields[at].kind == TP_LIST && strcmp(type->fields[at].name, "seats") == 0)
            memcpy(&seats, (const char *)request + type->fields[at].count, sizeof seats);
    return seats ? seats : type->mask != TP_NONE ? 1000 : 0;
}
