/* What the parts of the Node module share: tables that describe every struct, the wire between
 * JavaScript and C, an arena for one call's memory, handles. Values cross as bytes in two buffers
 * that JavaScript reads and writes itself; C never makes an object of JavaScript's. Only files of
 * this folder include it. */
#ifndef TICKETCORE_NODE_CORE_H
#define TICKETCORE_NODE_CORE_H

#define NAPI_VERSION 8
#include <node_api.h>
#include <uv.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ticketcore/ticketcore.h>

#define TN_NONE 0xFFFFu /* no such member, no such row */

/* How a member of a struct crosses; scripts/gen_node.py has the other side. */
typedef enum tn_kind {
    TN_U32,
    TN_I32,
    TN_U64,
    TN_I64,
    TN_SIZE,
    TN_BOOL,
    TN_ENUM,
    TN_FLAGS,
    TN_MASK,
    TN_TIME,     /* a double: milliseconds since 1970; NaN is none */
    TN_DURATION, /* a double: milliseconds */
    TN_TEXT,
    TN_CHARS, /* text in an array of the struct */
    TN_BYTES, /* an array of bytes in the struct */
    TN_SECRET,
    TN_SECRET_POINTER,
    TN_REQUEST_ID,
    TN_BLOB,     /* pointer and length */
    TN_LIST,     /* pointer and count, of structs */
    TN_LIST_U32, /* pointer and count */
    TN_LIST_U64,
    TN_LIST_TEXT,
    TN_ROW_I64 /* an array of the struct */
} tn_kind;

/* Facts about a member, or-ed. */
enum {
    TN_ZERO = 1,     /* time: 0 is none */
    TN_MAX = 2,      /* time: INT64_MAX is none */
    TN_REQUIRED = 4, /* checked in JavaScript */
    TN_OPEN = 8,
    TN_WIDE = 16 /* the count or the duration beside it has eight bytes */
};

typedef struct tn_type tn_type;
typedef struct tn_field {
    const char *name;
    uint8_t kind;
    uint8_t facts;
    uint16_t offset;
    uint16_t length; /* bytes of an array in the struct */
    uint16_t count;  /* offset of its count or length, or TN_NONE */
    uint16_t room;   /* offset of its capacity, or TN_NONE */
    uint32_t bit;    /* in an update's mask */
    const tn_type *element;
} tn_field;
struct tn_type {
    const char *name;
    const void *init; /* what its …_INIT says */
    const tn_field *fields;
    uint16_t size;
    uint16_t count;
    uint16_t mask; /* offset of an update's mask, or TN_NONE */
};
typedef struct tn_command {
    const char *name;
    uint32_t kind;
    const tn_type *request;
    const tn_type *result;
    uint16_t room_from;
    uint16_t room_field;
    uint32_t room_constant;
} tn_command;

/* arena.c: memory of one call, given back all at once. */
typedef struct tn_block tn_block;
typedef struct tn_arena {
    tn_block *blocks;
    size_t used;
    size_t size;
    unsigned char *at;
    union {
        max_align_t align;
        unsigned char bytes[1024];
    } first;
} tn_arena;
void tn_arena_begin(tn_arena *arena);
void *tn_arena_take(tn_arena *arena, size_t count, size_t width);
void tn_arena_end(tn_arena *arena);

/* wire.c */
typedef struct tn_in {
    const unsigned char *at, *end;
} tn_in;
typedef struct tn_out {
    unsigned char *bytes;
    size_t size, used;
    bool full; /* memory ran out */
} tn_out;
bool tn_encode(const tn_type *type, tn_in *from, void *to, tn_arena *arena);
void tn_decode(const tn_type *type, const void *from, tn_out *out);
void tn_decode_field(const tn_field *field, const void *from, tn_out *out);
void tn_decode_list(const tn_type *type, const void *first, size_t count, tn_out *out);
void tn_decode_text(const char *text, size_t length, tn_out *out);
void tn_decode_error(int32_t code, const tc_error *error, tn_out *out);
void tn_put(tn_out *out, const void *bytes, size_t length);
void tn_put_u32(tn_out *out, uint32_t value);
bool tn_take(tn_in *in, void *to, size_t length);
uint32_t tn_conflicts_room(const tn_type *type, const void *request);

/* generated/tables.c, call.c: a call from bytes to bytes, in any thread. */
typedef enum tn_over { TN_OVER_NOTHING, TN_OVER_ENGINE, TN_OVER_SNAPSHOT } tn_over;
typedef struct tn_call {
    tc_engine *engine;
    tc_snapshot *snapshot;
    tc_error error;
    tn_in in;
    tn_out *out;
    tn_arena arena;
} tn_call;
typedef struct tn_read {
    const char *name;
    tn_over over;
    int32_t (*run)(tn_call *call);
} tn_read;
#define TN_E_BROKEN (-100000) /* the bytes are not what the tables say: a fault of the package */
extern const tn_command TN_COMMANDS[];
extern const size_t TN_COMMANDS_COUNT;
extern const tn_read TN_READS[];
extern const size_t TN_READS_COUNT;
extern const tn_type tn_type_tc_conflict, tn_type_tc_engine_options;
extern const char TN_SIGNATURE[];
void *tn_call_room(tn_call *call, const tn_type *type, size_t count);
/* Runs a call framed by its memory; what it answers or its error is in `out`. */
int32_t tn_call_read(const tn_read *read, tc_engine *engine, tc_snapshot *snapshot, tn_in in,
                     tn_out *out);
int32_t tn_call_batch(tc_engine *engine, tn_in in, tn_out *out);
bool tn_answer_room(const tn_command *command, const void *request, void *result, tn_arena *arena);

/* handles.c: numbers that JavaScript holds, and what they stand for in one environment. */
typedef enum tn_what { TN_FREE, TN_ENGINE, TN_SNAPSHOT, TN_QUEUE } tn_what;
typedef struct tn_state tn_state;
typedef struct tn_handle {
    tn_what what;
    uint32_t turn; /* of this place: part of the number */
    uint32_t busy; /* jobs in other threads */
    uint32_t of;   /* index of the engine */
    union {
        tc_engine *engine;
        tc_snapshot *snapshot;
        struct tn_queue *queue;
    } as;
} tn_handle;
struct tn_state {
    napi_env env;
    uv_loop_t *loop;
    napi_ref request, answer, on_log, large;
    unsigned char *request_at, *answer_at;
    size_t request_size, answer_size;
    tn_handle *handles;
    uint32_t handles_count;
    tn_out out; /* of calls in this thread */
    uint32_t jobs;
    bool dying;
    uint32_t closing; /* libuv handles not yet closed */
    napi_async_cleanup_hook_handle hook;
    struct tn_log *log;
};
tn_handle *tn_handle_new(tn_state *state, tn_what what, double *number);
tn_handle *tn_handle_of(tn_state *state, double number, tn_what what);
uint32_t tn_handle_index(const tn_state *state, const tn_handle *handle);
void tn_handle_free(tn_handle *handle);
void tn_snapshots_close(tn_state *state, uint32_t engine);
/* queue.c */
void tn_queue_end(tn_state *state, tn_handle *handle); /* drains and closes it */
napi_value tn_queue_open(napi_env env, napi_callback_info info);
napi_value tn_queue_submit(napi_env env, napi_callback_info info);
napi_value tn_queue_close(napi_env env, napi_callback_info info);
void tn_uv_closed(tn_state *state);
/* jobs.c: calls in a thread of the pool. */
napi_value tn_job_open(napi_env env, napi_callback_info info);
napi_value tn_job_close(napi_env env, napi_callback_info info);
napi_value tn_job_batch(napi_env env, napi_callback_info info);
napi_value tn_job_read(napi_env env, napi_callback_info info);
/* log.c */
struct tn_log *tn_log_new(tn_state *state);
void tn_log_take(void *user_data, int32_t level, const char *area, const char *sentence);
void tn_log_close(struct tn_log *log);
/* module.c */
tn_state *tn_arguments(napi_env env, napi_callback_info info, size_t count, napi_value *values);
void tn_give(tn_state *state, const tn_out *out); /* to where JavaScript reads it */
void tn_tell(tn_state *state, napi_ref function, double a, double b);
double tn_number(napi_env env, napi_value value);
napi_value tn_value(napi_env env, double number);
void tn_end_if_idle(tn_state *state);

#endif
