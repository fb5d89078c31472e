/* Scratch memory given back all at once. Blocks double; the largest is kept over a clear, so a
 * steady load stops asking malloc. Must never be shared between threads without a lock. */
#include "base/arena.h"

#include <stdlib.h>

#define ARENA_FIRST_BYTES (64 * 1024)
#define ARENA_ALIGN 16u

struct tci_arena_block {
    tci_arena_block *older;
    size_t size; /* of the room behind the head */
};

static uint8_t *block_room(tci_arena_block *block) {
    return (uint8_t *)block + ((sizeof *block + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1));
}

static bool arena_grow(tci_arena *arena, size_t need) {
    size_t size = arena->blocks ? arena->blocks->size * 2 : ARENA_FIRST_BYTES;
    while (size < need) size *= 2;
    tci_arena_block *block = malloc(size + 2 * ARENA_ALIGN);
    if (!block) return false;
    block->older = arena->blocks;
    block->size = size;
    arena->blocks = block;
    arena->at = block_room(block);
    arena->end = arena->at + size;
    return true;
}

static void *refuse(tci_arena *arena) {
    arena->failed = true;
    return NULL;
}

void *tci_arena_alloc(tci_arena *arena, size_t size) {
    if (size > SIZE_MAX / 4) return refuse(arena);
    size_t need = (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
    if (need > (size_t)(arena->end - arena->at) && !arena_grow(arena, need)) return refuse(arena);
    void *at = arena->at;
    arena->at += need;
    return at;
}

void *tci_arena_array(tci_arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / 4 / size) return refuse(arena);
    void *at = tci_arena_alloc(arena, count * size);
    if (at) memset(at, 0, count * size);
    return at;
}

void *tci_arena_copy(tci_arena *arena, const void *data, size_t len) {
    if (len > SIZE_MAX / 4) return refuse(arena);
    uint8_t *at = tci_arena_alloc(arena, len + 1);
    if (!at) return NULL;
    if (len) memcpy(at, data, len);
    at[len] = 0;
    return at;
}

void tci_arena_clear(tci_arena *arena) {
    tci_arena_block *kept = arena->blocks;
    arena->failed = false;
    if (!kept) return;
    for (tci_arena_block *block = kept->older; block;) {
        tci_arena_block *older = block->older;
        free(block);
        block = older;
    }
    kept->older = NULL;
    arena->at = block_room(kept);
    arena->end = arena->at + kept->size;
}

void tci_arena_free(tci_arena *arena) {
    tci_arena_clear(arena);
    free(arena->blocks);
    memset(arena, 0, sizeof *arena);
}
