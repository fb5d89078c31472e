/* The functions in front of the engine's. While nothing is armed each is the real one. */
#include "inside.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"
#include "engine/engine.h"
#include "store/view.h"

static _Atomic bool armed, reached;
static _Atomic uint32_t count;
static uint32_t fault_at;
static bool fault_sticky;
static inside_kind fault_kind;

const char *inside_name(inside_kind kind) {
    static const char *const NAMES[INSIDE_KINDS] = {"scratch", "read", "bytes"};
    return NAMES[kind];
}

void inside_arm(inside_kind kind, uint32_t at, bool sticky) {
    fault_kind = kind;
    fault_at = at;
    fault_sticky = sticky;
    atomic_store(&count, 0);
    atomic_store(&reached, false);
    atomic_store(&armed, true);
}

uint32_t inside_disarm(void) {
    atomic_store(&armed, false);
    return atomic_load(&count);
}

bool inside_reached(void) {
    return atomic_load(&reached);
}

static bool fails(inside_kind kind) {
    if (!atomic_load(&armed) || fault_kind != kind) return false;
    uint32_t number = atomic_fetch_add(&count, 1) + 1;
    if (!fault_at || number < fault_at || (number > fault_at && !fault_sticky)) return false;
    atomic_store(&reached, true);
    return true;
}

/* One function in front of another: PASS what it fails with, else call the real one. */
#define FRONT(type, name, parameters, arguments, kind, on_failure)                                 \
    type __real_##name parameters;                                                                 \
    type __wrap_##name parameters;                                                                 \
    type __wrap_##name parameters {                                                                \
        if (fails(kind)) on_failure;                                                               \
        return __real_##name arguments;                                                            \
    }
#define NO_SCRATCH return arena->failed = true, NULL
#define NOT_READ(answer) return tci_view_no_memory(view), answer

FRONT(void *, tci_arena_alloc, (tci_arena * arena, size_t size), (arena, size), INSIDE_SCRATCH,
      NO_SCRATCH)
FRONT(void *, tci_arena_array, (tci_arena * arena, size_t n, size_t size), (arena, n, size),
      INSIDE_SCRATCH, NO_SCRATCH)
FRONT(void *, tci_arena_copy, (tci_arena * arena, const void *data, size_t len), (arena, data, len),
      INSIDE_SCRATCH, NO_SCRATCH)
FRONT(bool, tci_row_get, (tci_view * view, const tci_key *key, tci_slice *value),
      (view, key, value), INSIDE_READ, NOT_READ(false))
FRONT(bool, tci_row_must, (tci_view * view, const tci_key *key, tci_slice *value),
      (view, key, value), INSIDE_READ, NOT_READ(false))
FRONT(const uint8_t *, tci_page_read,
      (tci_view * view, uint64_t partition, uint8_t space, uint64_t page),
      (view, partition, space, page), INSIDE_READ, NOT_READ(NULL))
FRONT(uint64_t, tci_page_stamp, (tci_view * view, uint64_t partition, uint8_t space, uint64_t page),
      (view, partition, space, page), INSIDE_READ, NOT_READ(0))
FRONT(bool, tci_blob_get,
      (tci_view * view, uint64_t partition, uint8_t owner, uint64_t id, tci_arena *arena,
       tci_slice *bytes),
      (view, partition, owner, id, arena, bytes), INSIDE_READ, NOT_READ(false))
FRONT(bool, tci_blob_must,
      (tci_view * view, uint64_t partition, uint8_t owner, uint64_t id, tci_arena *arena,
       tci_slice *bytes),
      (view, partition, owner, id, arena, bytes), INSIDE_READ, NOT_READ(false))

bool __real_tci_cursor_next(tci_cursor *cursor, tci_slice *key, tci_slice *value);
bool __wrap_tci_cursor_next(tci_cursor *cursor, tci_slice *key, tci_slice *value);
bool __wrap_tci_cursor_next(tci_cursor *cursor, tci_slice *key, tci_slice *value) {
    if (fails(INSIDE_READ)) {
        tci_view_no_memory(cursor->view);
        return false;
    }
    return __real_tci_cursor_next(cursor, key, value);
}

/* ---- commands nobody encoded ---- */

/* Ways for each byte of a command, and so many for the whole. */
enum { WAYS = 6, WHOLE = 2 };

/* Way `way` of changing a command of `len` bytes in room for one more; its new length. */
static size_t change(uint8_t *bytes, size_t len, uint32_t way) {
    static const uint8_t MUCH[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f};
    size_t at = way / WAYS;
    if (at >= len) {
        if (way % WAYS) return 0; /* nothing at all */
        bytes[len] = 0;           /* something behind its end */
        return len + 1;
    }
    switch (way % WAYS) {
    case 0: return at;
    case 1: bytes[at] = 0; break;
    case 2: bytes[at] = 0xff; break;
    case 3: bytes[at]++; break;
    case 4: memcpy(bytes + at, MUCH, len - at < 4 ? len - at : 4); break;
    default: memcpy(bytes + at, MUCH, len - at < 8 ? len - at : 8); break;
    }
    return len;
}

void __real_tci_engine_run(tc_engine *engine, tci_call *calls, size_t n);
void __wrap_tci_engine_run(tc_engine *engine, tci_call *calls, size_t n);
void __wrap_tci_engine_run(tc_engine *engine, tci_call *calls, size_t n) {
    if (!atomic_load(&armed) || fault_kind != INSIDE_BYTES || n != 1) {
        __real_tci_engine_run(engine, calls, n);
        return;
    }
    tci_slice good = calls->command;
    uint32_t ways = (uint32_t)good.len * WAYS + WHOLE;
    atomic_store(&count, ways);
    uint8_t *bytes = fault_at && fault_at <= ways ? malloc(good.len + 1) : NULL;
    if (bytes) {
        if (good.len) memcpy(bytes, good.data, good.len);
        calls->command = tci_slice_of(bytes, change(bytes, good.len, fault_at - 1));
        memset(&calls->request_id, 0, sizeof calls->request_id);
        atomic_store(&reached, true);
    }
    __real_tci_engine_run(engine, calls, n);
    calls->command = good;
    free(bytes);
}
