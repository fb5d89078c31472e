/* Memory of one call: a first piece on the stack, then larger ones from malloc. Called by
 * everything that converts; never kept beyond the call (or the flight of a submitted command) it
 * was begun for. */
#include "core.h"

#include <stdlib.h>

struct tp_block {
    tp_block *older;
    max_align_t align;
};

void tp_arena_begin(tp_arena *arena) {
    arena->blocks = NULL;
    arena->used = 0;
    arena->size = sizeof arena->first;
    arena->at = arena->first.bytes;
}

void *tp_arena_take(tp_arena *arena, size_t count, size_t width) {
    const size_t align = sizeof(max_align_t);
    if (width && count > (SIZE_MAX / 4) / width) return PyErr_NoMemory();
    size_t bytes = (count * width + align - 1) / align * align;
    if (bytes == 0) bytes = align;
    if (bytes > arena->size - arena->used) {
        size_t size = arena->size * 2 > bytes ? arena->size * 2 : bytes;
        tp_block *made = malloc(sizeof *made + size);
        if (!made) return PyErr_NoMemory();
        made->older = arena->blocks;
        arena->blocks = made;
        arena->at = (unsigned char *)(made + 1);
        arena->size = size;
        arena->used = 0;
    }
    void *taken = arena->at + arena->used;
    arena->used += bytes;
    return taken;
}

void tp_arena_end(tp_arena *arena) {
    while (arena->blocks) {
        tp_block *older = arena->blocks->older;
        free(arena->blocks);
        arena->blocks = older;
    }
}
