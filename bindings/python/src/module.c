/* The module ticketcore._core: gathers the tables of methods and takes, once at import, the classes
 * and helpers the conversions need. It has one state for the process and so serves one interpreter.
 */
#include "core.h"

/* setup(dict): see ticketcore/_setup.py. */
static PyObject *setup(PyObject *self, PyObject *with) {
    (void)self;
    if (!PyDict_Check(with)) {
        PyErr_SetString(PyExc_TypeError, "setup takes a dict");
        return NULL;
    }
    if (tp_class_of) Py_RETURN_NONE;
    if (!tp_encode_setup(with) || !tp_decode_setup(with) || !tp_failure_setup(with)) {
        if (!PyErr_Occurred()) PyErr_SetString(PyExc_RuntimeError, "setup lacks something");
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef OWN[] = {
    {"setup", setup, METH_O, NULL}, {"fill", tp_fill, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                                        "ticketcore._core",
                                        "The engine, as the package ticketcore uses it.",
                                        -1,
                                        OWN,
                                        NULL,
                                        NULL,
                                        NULL,
                                        NULL};

PyMODINIT_FUNC PyInit__core(void);
PyMODINIT_FUNC PyInit__core(void) {
    PyObject *module = PyModule_Create(&definition);
    if (!module) return NULL;
    if (PyModule_AddFunctions(module, TP_READS) < 0 ||
        PyModule_AddFunctions(module, TP_HANDLE_METHODS) < 0 ||
        PyModule_AddFunctions(module, TP_COMMAND_METHODS) < 0 ||
        PyModule_AddFunctions(module, TP_QUEUE_METHODS) < 0 || !tp_handles_setup(module)) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
