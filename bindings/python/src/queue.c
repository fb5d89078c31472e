/* Commands that are handed over and answered later through a completion queue. A flight keeps what
 * its answer needs until it is taken; a queue that goes away first waits for those in the air,
 * because the engine writes into them. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

typedef struct flight {
    const tp_command *command;
    PyObject *token;
    tp_arena arena;
    void *result;
} flight;

static void land(flight *one) {
    tp_arena_end(&one->arena);
    Py_XDECREF(one->token);
    free(one);
}

static tp_queue *enter_queue(PyObject *handle) {
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_queue_class)) {
        PyErr_SetString(PyExc_TypeError, "a queue is needed");
        return NULL;
    }
    tp_queue *queue = (tp_queue *)handle;
    if (!queue->queue) return (tp_queue *)tp_raise_closed("queue");
    if (!tp_engine_enter((PyObject *)queue->engine)) return NULL;
    Py_INCREF(handle);
    queue->calls++;
    return queue;
}

static void leave_queue(tp_queue *queue) {
    queue->calls--;
    tp_engine_leave(queue->engine);
    Py_DECREF((PyObject *)queue);
}

/* queue_open(handle, engine, capacity) */
static PyObject *queue_open(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *of;
    unsigned int capacity;
    tc_error error = TC_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "O!OI", (PyTypeObject *)tp_queue_class, &handle, &of, &capacity))
        return NULL;
    tp_queue *queue = (tp_queue *)handle;
    if (queue->engine) {
        PyErr_SetString(PyExc_RuntimeError, "this queue was opened already");
        return NULL;
    }
    tp_engine *engine = tp_engine_enter(of);
    if (!engine) return NULL;
    int32_t code = tc_queue_open(engine->engine, capacity, &queue->queue, &error);
    if (code >= 0) {
        Py_INCREF(of);
        queue->engine = engine;
        queue->next = engine->queues;
        engine->queues = queue;
    } else {
        queue->queue = NULL;
        tp_raise(code, &error);
    }
    tp_engine_leave(engine);
    if (code < 0) return NULL;
    Py_RETURN_NONE;
}

/* submit(queue, command, token): the token comes back with the answer. */
static PyObject *submit(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *given, *token;
    tc_error error = TC_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OOO", &handle, &given, &token)) return NULL;
    const tp_command *kind = tp_command_of(given);
    if (!kind) return NULL;
    flight *one = malloc(sizeof *one);
    if (!one) return PyErr_NoMemory();
    one->command = kind;
    one->token = NULL;
    one->result = NULL;
    tp_arena_begin(&one->arena);
    tp_arena words; /* of the request: gone when the engine has copied it */
    tp_arena_begin(&words);
    const tp_path where = {NULL, kind->name, -1};
    void *request = tp_arena_take(&words, 1, kind->request->size);
    if (kind->result) one->result = tp_arena_take(&one->arena, 1, kind->result->size);
    tp_queue *queue = NULL;
    int32_t code = -1;
    if (request && (one->result || !kind->result) &&
        tp_encode(kind->request, given, request, &words, &where) &&
        tp_answer_room(kind, request, one->result, &one->arena) && (queue = enter_queue(handle))) {
        tc_command command = TC_COMMAND_INIT;
        tc_engine *engine = queue->engine->engine;
        tc_queue *to = queue->queue;
        command.kind = kind->kind;
        command.request = request;
        command.result = one->result;
        Py_INCREF(token);
        one->token = token;
        Py_BEGIN_ALLOW_THREADS code = tc_command_submit(engine, &command, to, one, &error);
        Py_END_ALLOW_THREADS if (code < 0) tp_raise(code, &error);
    }
    tp_arena_end(&words);
    if (code < 0) land(one);
    if (queue) leave_queue(queue);
    if (code < 0) return NULL;
    Py_RETURN_NONE;
}

/* (token, answer, exception) of a completion; its flight ends. */
static PyObject *landed(const tc_completion *completion) {
    flight *one = completion->user_data;
    PyObject *answer = NULL, *failure = NULL;
    if (completion->code < 0) failure = tp_failure(completion->code, &completion->error);
    else if (one->command->result) answer = tp_decode(one->command->result, one->result);
    else Py_INCREF(answer = Py_None);
    PyObject *told = NULL;
    if (answer || failure)
        told = PyTuple_Pack(3, one->token, answer ? answer : Py_None, failure ? failure : Py_None);
    Py_XDECREF(answer);
    Py_XDECREF(failure);
    land(one);
    return told;
}

/* queue_take(queue, most, timeout_ms): a list of (token, answer, exception), at most so many. */
static PyObject *queue_take(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle;
    int most, timeout_ms;
    if (!PyArg_ParseTuple(args, "Oii", &handle, &most, &timeout_ms)) return NULL;
    tp_queue *queue = enter_queue(handle);
    if (!queue) return NULL;
    PyObject *list = PyList_New(0);
    tc_queue *from = queue->queue;
    int32_t code = 1;
    for (int taken = 0; list && taken < most; taken++) {
        tc_completion completion = TC_COMPLETION_INIT;
        tc_error error = TC_ERROR_INIT;
        if (taken == 0 && timeout_ms != 0) {
            Py_BEGIN_ALLOW_THREADS code = tc_queue_next(from, &completion, timeout_ms, &error);
            Py_END_ALLOW_THREADS
        } else {
            code = tc_queue_next(from, &completion, 0, &error);
        }
        if (code < 0) tp_raise(code, &error);
        if (code <= 0) break;
        PyObject *told = landed(&completion);
        if (!told || PyList_Append(list, told) < 0) code = -1;
        Py_XDECREF(told);
        if (code < 0) break;
    }
    if (code < 0) Py_CLEAR(list);
    leave_queue(queue);
    return list;
}

void tp_queue_drain(tp_queue *queue) {
    while (tc_queue_in_flight(queue->queue)) {
        tc_completion completion = TC_COMPLETION_INIT;
        if (tc_queue_next(queue->queue, &completion, -1, NULL) != 1) return;
        land(completion.user_data);
    }
}

static PyObject *queue_fd(PyObject *self, PyObject *handle) {
    (void)self;
    tp_queue *queue = enter_queue(handle);
    if (!queue) return NULL;
    PyObject *answer = PyLong_FromLong(tc_queue_fd(queue->queue));
    leave_queue(queue);
    return answer;
}

static PyObject *queue_in_flight(PyObject *self, PyObject *handle) {
    (void)self;
    tp_queue *queue = enter_queue(handle);
    if (!queue) return NULL;
    PyObject *answer = PyLong_FromUnsignedLong(tc_queue_in_flight(queue->queue));
    leave_queue(queue);
    return answer;
}

static PyObject *queue_close(PyObject *self, PyObject *handle) {
    (void)self;
    if (!PyObject_TypeCheck(handle, (PyTypeObject *)tp_queue_class)) {
        PyErr_SetString(PyExc_TypeError, "a queue is needed");
        return NULL;
    }
    tp_queue *queue = (tp_queue *)handle;
    if (queue->calls) return tp_raise_busy("a thread waits for completions");
    if (!tp_queue_forget(queue)) return NULL;
    Py_RETURN_NONE;
}

PyMethodDef TP_QUEUE_METHODS[] = {{"queue_open", queue_open, METH_VARARGS, NULL},
                                  {"submit", submit, METH_VARARGS, NULL},
                                  {"queue_take", queue_take, METH_VARARGS, NULL},
                                  {"queue_fd", queue_fd, METH_O, NULL},
                                  {"queue_in_flight", queue_in_flight, METH_O, NULL},
                                  {"queue_close", queue_close, METH_O, NULL},
                                  {NULL, NULL, 0, NULL}};
