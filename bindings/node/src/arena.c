/* Memory of one call: a first piece in place, then larger ones from malloc. Never kept beyond the
 * call (or the flight of a submitted command) it was begun for. */
#include "core.h"

#include <stdlib.h>

struct tn_block {
    tn_block *older;
    max_align_t align;
};

void tn_arena_begin(tn_arena *arena) {
    arena->blocks = NULL;
    arena->used = 0;
    arena->size = sizeof arena->first;
    arena->at = arena->first.bytes;
}

void *tn_arena_take(tn_arena *arena, size_t count, size_t width) {
    const size_t align = sizeof(max_align_t);
    if (width && count > (SIZE_MAX / 4) / width) return NULL;
    size_t bytes = (count * width + align - 1) / align * align;
    if (bytes == 0) bytes = align;
    if (bytes > arena->size - arena->used) {
        size_t size = arena->size * 2 > bytes ? arena->size * 2 : bytes;
        tn_block *made = malloc(sizeof *made + size);
        if (!made) return NULL;
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

void tn_arena_end(tn_arena *arena) {
    while (arena->blocks) {
        tn_block *older = arena->blocks->older;
        free(arena->blocks);
        arena->blocks = older;
    }
}
