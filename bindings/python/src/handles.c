/* The objects Python holds: an engine, its snapshots, its queues. A child keeps its engine alive;
 * closing an engine closes the children nobody is using, and is refused while a call runs in
 * another thread. The interpreter lock guards every member; a call that gives it up marks its
 * handle first. */
#include "core.h"

#include <pthread.h>
#include <stdlib.h>

PyObject *tp_engine_class, *tp_snapshot_class, *tp_queue_class;
static uint32_t generation; /* of this process: +1 in the child of a fork */

static void forked_child(void) {
    generation++;
}

/* After a fork no other thread of the parent lives in the child, so none is inside a call. */
static void settle_fork(tp_engine *engine) {
    if (engine->generation == generation) return;
    engine->generation = generation;
    engine->foreign = true;
    engine->calls = 0;
    for (tp_snapshot *one = engine->snapshots; one; one = one->next) one->busy = false;
    for (tp_queue *one = engine->queues; one; one = one->next) one->calls = 0;
    engine->log = NULL; /* its lock may be held by a thread that is gone */
}

tp_engine *tp_engine_enter(PyObject *handle) {
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_engine_class)) {
        PyErr_SetString(PyExc_TypeError, "an engine is needed");
        return NULL;
    }
    tp_engine *engine = (tp_engine *)handle;
    settle_fork(engine);
    if (!engine->engine) return (tp_engine *)tp_raise_closed("engine");
    if (engine->foreign) return (tp_engine *)tp_raise(TC_E_FORKED, NULL);
    Py_INCREF(handle);
    engine->calls++;
    return engine;
}

void tp_engine_leave(tp_engine *engine) {
    engine->calls--;
    if (engine->log_to) tp_log_tell(engine->log, engine->log_to);
    Py_DECREF((PyObject *)engine);
}

/* engine_open(handle, path, options, log): options as a tuple in the order of the table. */
static PyObject *engine_open(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *path, *given, *log_to;
    tc_engine_options options;
    tc_error error = TC_ERROR_INIT;
    tp_arena arena;
    if (!PyArg_ParseTuple(args, "O!O!O!O", (PyTypeObject *)tp_engine_class, &handle, &PyBytes_Type,
                          &path, &PyTuple_Type, &given, &log_to))
        return NULL;
    tp_engine *engine = (tp_engine *)handle;
    if (engine->engine || engine->log) {
        PyErr_SetString(PyExc_RuntimeError, "this engine was opened already");
        return NULL;
    }
    tp_arena_begin(&arena);
    const tp_path where = {NULL, "Engine", -1};
    bool fine = tp_encode(&tp_type_tc_engine_options, given, &options, &arena, &where);
    tp_arena_end(&arena); /* options have only numbers */
    if (!fine) return NULL;
    tp_log *log = tp_log_new();
    if (!log) return PyErr_NoMemory();
    options.log = tp_log_take;
    options.log_user_data = log;
    engine->log = log;
    tc_engine *opened = NULL;
    int32_t code;
    const char *folder = PyBytes_AsString(path);
    Py_BEGIN_ALLOW_THREADS code = tc_engine_open(folder, &options, &opened, &error);
    Py_END_ALLOW_THREADS if (log_to != Py_None) {
        Py_INCREF(log_to);
        engine->log_to = log_to;
        tp_log_tell(log, log_to);
    }
    engine->generation = generation;
    engine->engine = opened;
    if (code >= 0) Py_RETURN_NONE;
    engine->log = NULL;
    tp_log_free(log);
    return tp_raise(code, &error);
}

static void close_snapshot(tp_snapshot *snapshot) {
    if (!snapshot->snapshot) return;
    for (tp_snapshot **at = &snapshot->engine->snapshots; *at; at = &(*at)->next)
        if (*at == snapshot) {
            *at = snapshot->next;
            break;
        }
    tc_snapshot_close(snapshot->snapshot);
    snapshot->snapshot = NULL;
}

bool tp_queue_forget(tp_queue *queue) {
    if (!queue->queue) return true;
    if (queue->engine->foreign) { /* its locks may be held by threads of the parent: let it be */
        queue->queue = NULL;
        return true;
    }
    tc_error error = TC_ERROR_INIT;
    int32_t code = tc_queue_close(queue->queue, &error);
    if (code < 0) {
        tp_raise(code, &error);
        return false;
    }
    for (tp_queue **at = &queue->engine->queues; *at; at = &(*at)->next)
        if (*at == queue) {
            *at = queue->next;
            break;
        }
    queue->queue = NULL;
    return true;
}

/* engine_close(handle): everything acknowledged is kept. Closing twice is fine. */
static PyObject *engine_close(PyObject *self, PyObject *handle) {
    (void)self;
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_engine_class)) {
        PyErr_SetString(PyExc_TypeError, "an engine is needed");
        return NULL;
    }
    tp_engine *engine = (tp_engine *)handle;
    settle_fork(engine);
    if (!engine->engine) Py_RETURN_NONE;
    if (engine->calls) return tp_raise_busy("a call of another thread is running on the engine");
    for (tp_snapshot *one = engine->snapshots; one; one = one->next)
        if (one->busy) return tp_raise_busy("a snapshot is being read by another thread");
    for (tp_queue *one = engine->queues, *next; one; one = next) {
        next = one->next;
        if (one->calls) return tp_raise_busy("a thread waits for completions");
        if (!tp_queue_forget(one)) return NULL; /* commands are in flight */
    }
    while (engine->snapshots) close_snapshot(engine->snapshots);
    tc_engine *closing = engine->engine;
    tc_error error = TC_ERROR_INIT;
    int32_t code;
    engine->engine = NULL; /* no other thread begins a call while the lock is given up */
    Py_BEGIN_ALLOW_THREADS code = tc_engine_close(closing, &error);
    Py_END_ALLOW_THREADS if (code < 0) {
        engine->engine = closing;
        return tp_raise(code, &error);
    }
    if (engine->log_to) tp_log_tell(engine->log, engine->log_to);
    tp_log_free(engine->log);
    engine->log = NULL;
    Py_CLEAR(engine->log_to);
    Py_RETURN_NONE;
}

static PyObject *engine_closed(PyObject *self, PyObject *handle) {
    (void)self;
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_engine_class)) {
        PyErr_SetString(PyExc_TypeError, "an engine is needed");
        return NULL;
    }
    return PyBool_FromLong(((tp_engine *)handle)->engine == NULL);
}

static void free_object(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF((PyObject *)type);
}

static int engine_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT((PyObject *)Py_TYPE(self));
    Py_VISIT(((tp_engine *)self)->log_to);
    return 0;
}

static int engine_clear(PyObject *self) {
    Py_CLEAR(((tp_engine *)self)->log_to);
    return 0;
}

/* Every child has a reference, so none is open here. */
static void engine_dealloc(PyObject *self) {
    tp_engine *engine = (tp_engine *)self;
    PyObject_GC_UnTrack(self);
    settle_fork(engine);
    if (engine->engine) tc_engine_close(engine->engine, NULL);
    tp_log_free(engine->log);
    Py_CLEAR(engine->log_to);
    free_object(self);
}

/* snapshot_open(handle, engine) */
static PyObject *snapshot_open(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *of;
    tc_error error = TC_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "O!O!", (PyTypeObject *)tp_snapshot_class, &handle,
                          (PyTypeObject *)tp_engine_class, &of))
        return NULL;
    tp_snapshot *snapshot = (tp_snapshot *)handle;
    tp_engine *engine = (tp_engine *)of;
    settle_fork(engine);
    if (!engine->engine) return tp_raise_closed("engine");
    if (engine->foreign) return tp_raise(TC_E_FORKED, NULL);
    if (snapshot->engine) {
        PyErr_SetString(PyExc_RuntimeError, "this snapshot was opened already");
        return NULL;
    }
    int32_t code = tc_snapshot_open(engine->engine, &snapshot->snapshot, &error);
    if (code < 0) {
        snapshot->snapshot = NULL;
        return tp_raise(code, &error);
    }
    Py_INCREF(of);
    snapshot->engine = engine;
    snapshot->next = engine->snapshots;
    engine->snapshots = snapshot;
    Py_RETURN_NONE;
}

static tp_snapshot *open_snapshot(PyObject *handle) {
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_snapshot_class)) {
        PyErr_SetString(PyExc_TypeError, "a snapshot is needed");
        return NULL;
    }
    tp_snapshot *snapshot = (tp_snapshot *)handle;
    if (snapshot->engine) settle_fork(snapshot->engine);
    if (!snapshot->snapshot) return (tp_snapshot *)tp_raise_closed("snapshot");
    if (snapshot->engine->foreign) return (tp_snapshot *)tp_raise(TC_E_FORKED, NULL);
    if (snapshot->busy)
        return (tp_snapshot *)tp_raise_busy("the snapshot is being read by another thread");
    return snapshot;
}

tp_snapshot *tp_snapshot_enter(PyObject *handle) {
    tp_snapshot *snapshot = open_snapshot(handle);
    Py_XINCREF((PyObject *)snapshot);
    return snapshot;
}

static PyObject *snapshot_refresh(PyObject *self, PyObject *handle) {
    (void)self;
    tc_error error = TC_ERROR_INIT;
    tp_snapshot *snapshot = open_snapshot(handle);
    if (!snapshot) return NULL;
    int32_t code = tc_snapshot_refresh(snapshot->snapshot, &error);
    if (code < 0) return tp_raise(code, &error);
    Py_RETURN_NONE;
}

static PyObject *snapshot_time(PyObject *self, PyObject *handle) {
    (void)self;
    tp_snapshot *snapshot = open_snapshot(handle);
    return snapshot ? PyLong_FromLongLong(tc_snapshot_time(snapshot->snapshot)) : NULL;
}

static PyObject *snapshot_commit(PyObject *self, PyObject *handle) {
    (void)self;
    tp_snapshot *snapshot = open_snapshot(handle);
    return snapshot ? PyLong_FromUnsignedLongLong(tc_snapshot_commit(snapshot->snapshot)) : NULL;
}

static PyObject *snapshot_close(PyObject *self, PyObject *handle) {
    (void)self;
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_snapshot_class)) {
        PyErr_SetString(PyExc_TypeError, "a snapshot is needed");
        return NULL;
    }
    tp_snapshot *snapshot = (tp_snapshot *)handle;
    if (snapshot->engine) settle_fork(snapshot->engine);
    if (snapshot->busy) return tp_raise_busy("the snapshot is being read by another thread");
    close_snapshot(snapshot);
    Py_RETURN_NONE;
}

static PyObject *snapshot_closed(PyObject *self, PyObject *handle) {
    (void)self;
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_snapshot_class)) {
        PyErr_SetString(PyExc_TypeError, "a snapshot is needed");
        return NULL;
    }
    return PyBool_FromLong(((tp_snapshot *)handle)->snapshot == NULL);
}

static int child_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT((PyObject *)Py_TYPE(self));
    Py_VISIT((PyObject *)((tp_snapshot *)self)->engine);
    return 0;
}

static void snapshot_dealloc(PyObject *self) {
    tp_snapshot *snapshot = (tp_snapshot *)self;
    PyObject_GC_UnTrack(self);
    close_snapshot(snapshot);
    Py_XDECREF((PyObject *)snapshot->engine);
    free_object(self);
}

/* Accepted commands are carried out whoever still listens; only their answers are dropped here. */
static void queue_dealloc(PyObject *self) {
    tp_queue *queue = (tp_queue *)self;
    PyObject_GC_UnTrack(self);
    if (queue->queue) {
        PyObject *type, *value, *trace;
        PyErr_Fetch(&type, &value, &trace);
        settle_fork(queue->engine);
        if (!queue->engine->foreign) tp_queue_drain(queue);
        if (!tp_queue_forget(queue)) PyErr_Clear();
        PyErr_Restore(type, value, trace);
    }
    Py_XDECREF((PyObject *)queue->engine);
    free_object(self);
}

PyMethodDef TP_HANDLE_METHODS[] = {{"engine_open", engine_open, METH_VARARGS, NULL},
                                   {"engine_close", engine_close, METH_O, NULL},
                                   {"engine_closed", engine_closed, METH_O, NULL},
                                   {"snapshot_open", snapshot_open, METH_VARARGS, NULL},
                                   {"snapshot_refresh", snapshot_refresh, METH_O, NULL},
                                   {"snapshot_time", snapshot_time, METH_O, NULL},
                                   {"snapshot_commit", snapshot_commit, METH_O, NULL},
                                   {"snapshot_close", snapshot_close, METH_O, NULL},
                                   {"snapshot_closed", snapshot_closed, METH_O, NULL},
                                   {NULL, NULL, 0, NULL}};

static PyType_Slot engine_slots[] = {{Py_tp_dealloc, engine_dealloc},
                                     {Py_tp_traverse, engine_traverse},
                                     {Py_tp_clear, engine_clear},
                                     {0, NULL}};
static PyType_Slot snapshot_slots[] = {
    {Py_tp_dealloc, snapshot_dealloc}, {Py_tp_traverse, child_traverse}, {0, NULL}};
static PyType_Slot queue_slots[] = {
    {Py_tp_dealloc, queue_dealloc}, {Py_tp_traverse, child_traverse}, {0, NULL}};

#define HANDLE_FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC)
static PyType_Spec engine_spec = {"ticketcore._core.EngineHandle", sizeof(tp_engine), 0,
                                  HANDLE_FLAGS, engine_slots};
static PyType_Spec snapshot_spec = {"ticketcore._core.SnapshotHandle", sizeof(tp_snapshot), 0,
                                    HANDLE_FLAGS, snapshot_slots};
static PyType_Spec queue_spec = {"ticketcore._core.QueueHandle", sizeof(tp_queue), 0, HANDLE_FLAGS,
                                 queue_slots};

static bool add_class(PyObject *module, const char *name, PyType_Spec *spec, PyObject **made) {
    *made = PyType_FromSpec(spec);
    if (!*made) return false;
    Py_INCREF(*made);
    return PyModule_AddObject(module, name, *made) == 0;
}

bool tp_handles_setup(PyObject *module) {
    pthread_atfork(NULL, NULL, forked_child);
    return add_class(module, "EngineHandle", &engine_spec, &tp_engine_class) &&
           add_class(module, "SnapshotHandle", &snapshot_spec, &tp_snapshot_class) &&
           add_class(module, "QueueHandle", &queue_spec, &tp_queue_class);
}
