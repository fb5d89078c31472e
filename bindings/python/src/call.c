/* What every generated reading call is framed by: the handle is checked and marked, arguments
 * become a struct, and at the end everything is given back. Short calls keep the interpreter lock
 * (a read waits for nobody); long ones give it up between release and acquire. */
#include "core.h"

#include <stdarg.h>
#include <string.h>

bool tp_call_begin(tp_call *call, PyObject *args, tp_over over, tp_type *type, void *in) {
    tc_error plain = TC_ERROR_INIT;
    call->owner = NULL;
    call->reader = NULL;
    call->released = NULL;
    call->error = plain;
    tp_arena_begin(&call->arena);
    PyObject *given = args, *handle = NULL;
    if (over != TP_OVER_NOTHING) {
        Py_ssize_t size = PyTuple_Size(args);
        handle = size ? PyTuple_GetItem(args, 0) : NULL;
        if (!handle) PyErr_SetString(PyExc_TypeError, "a handle is needed");
        given = handle ? PyTuple_GetSlice(args, 1, size) : NULL;
        if (!given) return false;
    }
    const tp_path where = {NULL, type->name, -1};
    bool fine = tp_encode(type, given, in, &call->arena, &where);
    if (given != args) Py_DECREF(given);
    if (!fine) return false;
    if (over == TP_OVER_ENGINE) {
        call->owner = tp_engine_enter(handle);
        if (!call->owner) return false;
        call->engine = call->owner->engine;
    } else if (over == TP_OVER_SNAPSHOT) {
        call->reader = tp_snapshot_enter(handle);
        if (!call->reader) return false;
        call->snapshot = call->reader->snapshot;
    }
    return true;
}

void tp_call_release(tp_call *call) {
    if (call->reader) call->reader->busy = true;
    call->released = PyEval_SaveThread();
}

void tp_call_acquire(tp_call *call) {
    PyEval_RestoreThread(call->released);
    call->released = NULL;
    if (call->reader) call->reader->busy = false;
}

PyObject *tp_call_end(tp_call *call, PyObject *answer) {
    tp_arena_end(&call->arena);
    if (call->owner) tp_engine_leave(call->owner);
    if (call->reader) Py_DECREF((PyObject *)call->reader);
    return answer;
}

void *tp_call_room(tp_call *call, const tp_type *type, size_t count) {
    unsigned char *room = tp_arena_take(&call->arena, count, type->size);
    if (room && type->init)
        for (size_t i = 0; i < count; i++) memcpy(room + i * type->size, type->init, type->size);
    return room;
}

PyObject *tp_pack(int count, ...) {
    va_list values;
    PyObject *made = PyTuple_New(count);
    bool whole = made != NULL;
    va_start(values, count);
    for (int i = 0; i < count; i++) {
        PyObject *value = va_arg(values, PyObject *);
        if (value && made) PyTuple_SetItem(made, i, value);
        else Py_XDECREF(value);
        whole = whole && value;
    }
    va_end(values);
    if (!whole) Py_CLEAR(made);
    return made;
}
