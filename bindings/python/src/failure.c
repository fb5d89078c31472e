/* From an error of the engine to an exception. The classes and the function that makes one come
 * from the Python side once, at import; this file never decides what an error means. */
#include "core.h"

#include <string.h>

static PyObject *make_failure; /* ticketcore._failure.make */
static PyObject *closed_class; /* ticketcore._failure.Closed */

bool tp_failure_setup(PyObject *with) {
    make_failure = PyDict_GetItemString(with, "failure");
    closed_class = PyDict_GetItemString(with, "closed");
    Py_XINCREF(make_failure);
    Py_XINCREF(closed_class);
    return make_failure && closed_class;
}

static size_t bounded(const char *text, size_t room) {
    const char *end = memchr(text, 0, room);
    return end ? (size_t)(end - text) : room;
}

PyObject *tp_failure(int32_t code, const tc_error *error) {
    tc_error plain = TC_ERROR_INIT;
    if (!error || error->code != code) error = &plain; /* the call had no detail to give */
    uint32_t listed = error->conflicts_count < error->conflicts_capacity
                          ? error->conflicts_count
                          : error->conflicts_capacity;
    if (!error->conflicts) listed = 0;
    PyObject *conflicts = tp_decode_list(&tp_type_tc_conflict, error->conflicts, listed);
    PyObject *field = tp_decode_text(error->field, bounded(error->field, sizeof error->field));
    const char *words = error->message[0] ? error->message : tc_error_sentence(code);
    PyObject *message = tp_decode_text(words, strlen(words));
    PyObject *made = NULL;
    if (conflicts && field && message)
        made = PyObject_CallFunction(
            make_failure, "iKKKKKOIOO", (int)code, (unsigned long long)error->event,
            (unsigned long long)error->subject, (unsigned long long)error->expected_version,
            (unsigned long long)error->actual_version, (unsigned long long)error->line, conflicts,
            (unsigned int)error->conflicts_count, field, message);
    Py_XDECREF(conflicts);
    Py_XDECREF(field);
    Py_XDECREF(message);
    return made;
}

PyObject *tp_raise(int32_t code, const tc_error *error) {
    PyObject *made = tp_failure(code, error);
    if (made) {
        PyErr_SetObject((PyObject *)Py_TYPE(made), made);
        Py_DECREF(made);
    }
    return NULL;
}

PyObject *tp_raise_closed(const char *what) {
    PyErr_Format(closed_class, "the %s is closed", what);
    return NULL;
}

PyObject *tp_raise_busy(const char *what) {
    tc_error error = TC_ERROR_INIT;
    error.code = TC_E_BUSY;
    PyOS_snprintf(error.message, sizeof error.message, "%s", what);
    return tp_raise(TC_E_BUSY, &error);
}
