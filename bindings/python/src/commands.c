/* Commands from Python to the engine: one at a time, or many in one call. The interpreter lock is
 * given up while the engine works; by then every value has been copied out of Python. */
#include "core.h"

#include <string.h>

const tp_command *tp_command_of(PyObject *command) {
    PyObject *row = PyDict_GetItemWithError(tp_class_of, (PyObject *)Py_TYPE(command));
    tp_type *type = row ? TP_TYPES[PyLong_AsSize_t(row)] : NULL;
    for (size_t i = 0; type && i < TP_COMMANDS_COUNT; i++)
        if (TP_COMMANDS[i].request == type) return &TP_COMMANDS[i];
    if (!PyErr_Occurred()) PyErr_Format(PyExc_TypeError, "a command is needed, not %R", command);
    return NULL;
}

bool tp_answer_room(const tp_command *command, const void *request, void *result, tp_arena *arena) {
    const tp_type *type = command->result;
    if (!type) return true;
    if (type->init) memcpy(result, type->init, type->size);
    else memset(result, 0, type->size);
    if (command->room_field == TP_NONE) return true;
    const tp_field *list = &type->fields[command->room_field];
    uint32_t count = command->room_constant;
    if (command->room_from != TP_NONE)
        memcpy(&count, (const char *)request + command->room_from, sizeof count);
    if (count == 0) count = 1;
    if (count > 20000) count = 20000; /* more the engine refuses or does not answer */
    size_t width = list->kind == TP_LIST ? list->element->size : sizeof(uint64_t);
    unsigned char *room = tp_arena_take(arena, count, width);
    if (!room) return false;
    if (list->kind == TP_LIST && list->element->init)
        for (uint32_t i = 0; i < count; i++) memcpy(room + i * width, list->element->init, width);
    memcpy((char *)result + list->offset, &room, sizeof room);
    memcpy((char *)result + list->room, &count, sizeof count);
    return true;
}

static bool conflicts_room(const tp_command *command, const void *request, tc_error *error,
                           tp_arena *arena) {
    uint32_t count = tp_conflicts_room(command->request, request);
    error->conflicts_capacity = count;
    if (count) error->conflicts = tp_arena_take(arena, count, sizeof *error->conflicts);
    return !count || error->conflicts;
}

/* run(engine, number, values): one command by its row in the table and its values in order. */
static PyObject *run(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *given, *answer = NULL;
    unsigned int number;
    tc_error error = TC_ERROR_INIT;
    tp_arena arena;
    int32_t code = TC_OK;
    if (!PyArg_ParseTuple(args, "OIO", &handle, &number, &given)) return NULL;
    const tp_command *command =
        number < TP_COMMANDS_COUNT ? &TP_COMMANDS[number] : tp_command_of(given);
    if (!command) return NULL;
    tp_arena_begin(&arena);
    const tp_path where = {NULL, command->name, -1};
    void *request = tp_arena_take(&arena, 1, command->request->size);
    void *result = command->result ? tp_arena_take(&arena, 1, command->result->size) : NULL;
    tp_engine *engine = NULL;
    if (request && (result || !command->result) &&
        tp_encode(command->request, given, request, &arena, &where) &&
        tp_answer_room(command, request, result, &arena) &&
        conflicts_room(command, request, &error, &arena) && (engine = tp_engine_enter(handle))) {
        tc_engine *open = engine->engine;
        Py_BEGIN_ALLOW_THREADS code = tc_command_run(open, command->kind, request, result, &error);
        Py_END_ALLOW_THREADS if (code < 0) tp_raise(code, &error);
        else if (command->result) answer = tp_decode(command->result, result);
        else Py_INCREF(answer = Py_None); }
    tp_arena_end(&arena);
    if (engine) tp_engine_leave(engine);
    return answer;
}

typedef struct batch {
    tc_command *commands;
    const tp_command **kinds;
    tc_error *errors;
    size_t count;
    tp_arena arena;
} batch;

static bool encode_one(batch *all, size_t at, PyObject *given) {
    const tp_command *kind = tp_command_of(given);
    tp_arena *arena = &all->arena;
    if (!kind) return false;
    const tp_path outer = {NULL, "batch", -1}, where = {&outer, "", (Py_ssize_t)at};
    static const tc_error no_error = TC_ERROR_INIT;
    tc_command plain = TC_COMMAND_INIT;
    void *request = tp_arena_take(arena, 1, kind->request->size);
    plain.kind = kind->kind;
    plain.request = request;
    plain.error = &all->errors[at];
    if (kind->result) plain.result = tp_arena_take(arena, 1, kind->result->size);
    all->kinds[at] = kind;
    all->errors[at] = no_error;
    all->commands[at] = plain;
    return request && (plain.result || !kind->result) &&
           tp_encode(kind->request, given, request, arena, &where) &&
           tp_answer_room(kind, request, plain.result, arena) &&
           conflicts_room(kind, request, &all->errors[at], arena);
}

static bool encode_all(batch *all, PyObject *list) {
    all->commands = tp_arena_take(&all->arena, all->count, sizeof *all->commands);
    all->kinds = tp_arena_take(&all->arena, all->count, sizeof *all->kinds);
    all->errors = tp_arena_take(&all->arena, all->count, sizeof *all->errors);
    bool fine = all->commands && all->kinds && all->errors;
    for (size_t i = 0; fine && i < all->count; i++) {
        PyObject *given = PyList_GetItem(list, (Py_ssize_t)i);
        Py_XINCREF(given);
        fine = given && encode_one(all, i, given);
        Py_XDECREF(given);
    }
    return fine;
}

/* The collector has nothing to find among answers, and would look again and again while they are
 * made. */
static PyObject *decode_all(const batch *all) {
    const bool paused = all->count > 64 && tp_collector_pause();
    PyObject *answers = PyList_New((Py_ssize_t)all->count);
    for (size_t i = 0; answers && i < all->count; i++) {
        const tc_command *command = &all->commands[i];
        PyObject *one;
        if (command->code < 0) one = tp_failure(command->code, command->error);
        else if (all->kinds[i]->result) one = tp_decode(all->kinds[i]->result, command->result);
        else Py_INCREF(one = Py_None);
        if (!one || PyList_SetItem(answers, (Py_ssize_t)i, one) < 0) Py_CLEAR(answers);
    }
    if (paused) tp_collector_go_on();
    return answers;
}

/* run_batch(engine, list): an answer or an exception for each, in their order. */
static PyObject *run_batch(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *given, *answers = NULL;
    tc_error error = TC_ERROR_INIT;
    batch all;
    int32_t code;
    if (!PyArg_ParseTuple(args, "OO", &handle, &given)) return NULL;
    PyObject *list = PySequence_List(given); /* of our own: nobody else changes it meanwhile */
    if (!list) return NULL;
    all.count = (size_t)PyList_Size(list);
    tp_arena_begin(&all.arena);
    tp_engine *engine = NULL;
    if (all.count == 0) {
        answers = PyList_New(0);
    } else if (encode_all(&all, list) && (engine = tp_engine_enter(handle))) {
        tc_engine *open = engine->engine;
        Py_BEGIN_ALLOW_THREADS code = tc_command_batch(open, all.commands, all.count, &error);
        Py_END_ALLOW_THREADS answers = code < 0 ? tp_raise(code, &error) : decode_all(&all);
    }
    tp_arena_end(&all.arena);
    Py_DECREF(list);
    if (engine) tp_engine_leave(engine);
    return answers;
}

PyMethodDef TP_COMMAND_METHODS[] = {{"run", run, METH_VARARGS, NULL},
                                    {"run_batch", run_batch, METH_VARARGS, NULL},
                                    {NULL, NULL, 0, NULL}};
