/* What the parts of the Python module share: tables that describe every struct, an arena for one
 * call's memory, the handles. Only files of this folder include it; it uses CPython's stable ABI
 * (3.9 and newer) and the engine's public headers, nothing else. */
#ifndef TICKETCORE_PYTHON_CORE_H
#define TICKETCORE_PYTHON_CORE_H

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x03090000
#include <Python.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ticketcore/ticketcore.h>

#define TP_NONE 0xFFFFu /* no such member, no such row */

/* How a member of a struct meets Python. */
typedef enum tp_kind {
    TP_U32,
    TP_I32,
    TP_U64,
    TP_I64,
    TP_SIZE,
    TP_BOOL,
    TP_ENUM,
    TP_FLAGS,
    TP_MASK,     /* a collection of numbers, as bits 1 << number */
    TP_TIME,     /* an aware datetime; milliseconds since 1970 */
    TP_DURATION, /* a timedelta; milliseconds */
    TP_TEXT,
    TP_CHARS, /* text in an array of the struct */
    TP_BYTES, /* an array of bytes in the struct */
    TP_SECRET,
    TP_SECRET_POINTER,
    TP_REQUEST_ID,
    TP_BLOB,     /* pointer and length */
    TP_LIST,     /* pointer and count, of structs */
    TP_LIST_U32, /* pointer and count */
    TP_LIST_U64,
    TP_LIST_TEXT,
    TP_ROW_I64 /* an array of the struct */
} tp_kind;

/* Facts about a member, or-ed. */
enum {
    TP_ZERO = 1,     /* time, duration: 0 is None */
    TP_MAX = 2,      /* time: INT64_MAX is None; number: UINT32_MAX is None */
    TP_REQUIRED = 4, /* None is refused */
    TP_OPEN = 8,     /* enum: other numbers are fine */
    TP_WIDE = 16     /* the count or the duration beside it has eight bytes */
};

typedef struct tp_enum {
    const char *name;
    PyObject *made;      /* the class */
    PyObject *small[24]; /* members by value */
} tp_enum;

typedef struct tp_type tp_type;

typedef struct tp_field {
    const char *name; /* as Python has it */
    uint8_t kind;     /* a tp_kind */
    uint8_t facts;
    uint16_t offset;
    uint16_t length; /* bytes of an array in the struct */
    uint16_t count;  /* offset of its count or length, or TP_NONE */
    uint16_t room;   /* offset of its capacity, or TP_NONE */
    uint32_t bit;    /* in an update's mask */
    tp_type *element;
    tp_enum *numbers;
    PyObject *key; /* the name, interned */
    uint16_t slot; /* where its class keeps it in an object, found at import; 0: not known */
} tp_field;

struct tp_type {
    const char *name;
    const void *init; /* what its …_INIT says */
    tp_field *fields;
    uint16_t size;
    uint16_t count;
    uint16_t mask; /* offset of an update's mask, or TP_NONE */
    uint16_t mask_field;
    PyObject *made; /* the class, or NULL */
    allocfunc alloc;
};

/* How much room a list of an answer gets: a number of the request, or a constant. */
typedef struct tp_command {
    const char *name; /* like "hold_create" */
    uint32_t kind;
    tp_type *request;
    tp_type *result;     /* or NULL */
    uint16_t room_from;  /* offset in the request of a uint32_t, or TP_NONE */
    uint16_t room_field; /* field of the result, or TP_NONE */
    uint32_t room_constant;
} tp_command;

/* generated/tables.c */
extern tp_type *const TP_TYPES[];
extern const size_t TP_TYPES_COUNT;
extern tp_enum *const TP_ENUMS[];
extern const size_t TP_ENUMS_COUNT;
extern const tp_command TP_COMMANDS[];
extern const size_t TP_COMMANDS_COUNT;
extern tp_type tp_type_tc_conflict, tp_type_tc_engine_options;

extern PyMethodDef TP_READS[];

/* arena.c: memory of one call, given back all at once. */
typedef struct tp_block tp_block;
typedef struct tp_arena {
    tp_block *blocks;
    size_t used;
    size_t size;
    unsigned char *at;
    union {
        max_align_t align;
        unsigned char bytes[2048];
    } first;
} tp_arena;
void tp_arena_begin(tp_arena *arena);
/* Not zeroed, aligned for anything; NULL with MemoryError set. */
void *tp_arena_take(tp_arena *arena, size_t count, size_t width);
void tp_arena_end(tp_arena *arena);

/* encode.c, decode.c */
typedef struct tp_path { /* where in a request the conversion is, for the sentence of an error */
    const struct tp_path *outer;
    const char *name;
    Py_ssize_t index; /* -1: a member */
} tp_path;
bool tp_encode(tp_type *type, PyObject *from, void *to, tp_arena *arena, const tp_path *path);
PyObject *tp_decode(tp_type *type, const void *from);
/* The place of a member in an object of exactly its class. */
#define TP_SLOT(object, field) ((PyObject **)(void *)((char *)(object) + (field)->slot))
PyObject *tp_decode_list(tp_type *type, const void *first, size_t count);
PyObject *tp_decode_field(const tp_field *field, const void *from);
PyObject *tp_decode_text(const char *text, size_t length);
/* Seats a request names: how many conflicts a refusal may list. */
uint32_t tp_conflicts_room(const tp_type *type, const void *request);
extern PyObject *tp_class_of; /* dict: a class to its row in TP_TYPES */
PyObject *tp_fill(PyObject *self, PyObject *args);
PyObject *tp_kept(PyObject *with, const char *name);
bool tp_encode_setup(PyObject *with);
bool tp_decode_setup(PyObject *with);

/* The garbage collector stands still while this thread keeps the interpreter lock; false: it did.
 */
bool tp_collector_pause(void);
void tp_collector_go_on(void);

/* failure.c */
PyObject *tp_raise(int32_t code, const tc_error *error);
PyObject *tp_failure(int32_t code, const tc_error *error); /* the exception, not raised */
PyObject *tp_raise_closed(const char *what);
PyObject *tp_raise_busy(const char *what);
bool tp_failure_setup(PyObject *with);

/* handles.c */
typedef struct tp_log tp_log;
typedef struct tp_snapshot tp_snapshot;
typedef struct tp_queue tp_queue;
typedef struct tp_engine {
    PyObject_HEAD tc_engine *engine; /* NULL: closed */
    tp_snapshot *snapshots;          /* open ones */
    tp_queue *queues;                /* open ones */
    tp_log *log;
    PyObject *log_to; /* callable, or NULL */
    uint32_t calls;   /* running without the interpreter lock */
    uint32_t generation;
    bool foreign; /* opened before a fork, by the parent */
} tp_engine;
struct tp_snapshot {
    PyObject_HEAD tc_snapshot *snapshot; /* NULL: closed */
    tp_engine *engine;
    tp_snapshot *next;
    bool busy; /* a call runs without the interpreter lock */
};
struct tp_queue {
    PyObject_HEAD tc_queue *queue; /* NULL: closed */
    tp_engine *engine;
    tp_queue *next;
    uint32_t calls;
};
extern PyObject *tp_engine_class, *tp_snapshot_class, *tp_queue_class;
extern PyMethodDef TP_HANDLE_METHODS[];
bool tp_handles_setup(PyObject *module);
/* The engine of a handle for one call that runs without the interpreter lock; NULL with an
 * exception. */
tp_engine *tp_engine_enter(PyObject *handle);
void tp_engine_leave(tp_engine *engine);
/* A snapshot for one call, with a reference of the call's own; NULL with an exception. */
tp_snapshot *tp_snapshot_enter(PyObject *handle);
bool tp_queue_forget(tp_queue *queue); /* closes it; false with an exception */
/* Waits for what is in the air and drops the answers. */
void tp_queue_drain(tp_queue *queue);

/* log.c: sentences of the engine, kept until a thread with the interpreter lock comes by. */
tp_log *tp_log_new(void);
void tp_log_free(tp_log *log);
void tp_log_take(void *user_data, int32_t level, const char *area, const char *sentence);
void tp_log_tell(tp_log *log, PyObject *to);

/* commands.c, queue.c */
extern PyMethodDef TP_COMMAND_METHODS[];
extern PyMethodDef TP_QUEUE_METHODS[];
const tp_command *tp_command_of(PyObject *command);
/* Room for the answer of a request that was encoded. */
bool tp_answer_room(const tp_command *command, const void *request, void *result, tp_arena *arena);

/* call.c: what the calls of generated/tables.c are written with. */
typedef enum tp_over { TP_OVER_NOTHING, TP_OVER_ENGINE, TP_OVER_SNAPSHOT } tp_over;
typedef struct tp_call {
    tp_engine *owner;
    tp_snapshot *reader;
    tc_engine *engine;
    tc_snapshot *snapshot;
    PyThreadState *released;
    tc_error error;
    tp_arena arena;
} tp_call;
bool tp_call_begin(tp_call *call, PyObject *args, tp_over over, tp_type *type, void *in);
void tp_call_release(tp_call *call);
void tp_call_acquire(tp_call *call);
PyObject *tp_call_end(tp_call *call, PyObject *answer);
/* A tuple of values it takes over; NULL when one of them is. */
PyObject *tp_pack(int count, ...);
/* Room for `count` sized structs, each begun by its type's INIT. */
void *tp_call_room(tp_call *call, const tp_type *type, size_t count);

#endif
