/* Scratch memory that is given back all at once. Used for plans, decoded commands and rows that
 * wait for the commit. In steady state a cleared arena serves again without asking malloc. */
#ifndef TCI_ARENA_H
#define TCI_ARENA_H

#include "base/base.h"

typedef struct tci_arena_block tci_arena_block;

typedef struct tci_arena {
    tci_arena_block *blocks; /* newest first; the last one is kept over a clear */
    uint8_t *at;
    uint8_t *end;
    bool failed; /* memory was out since the last clear: what was made from it is not to be trusted
                  */
} tci_arena;

/* All zero is a valid empty arena. */
/* 16-byte aligned, not zeroed; NULL when memory is out. */
void *tci_arena_alloc(tci_arena *arena, size_t size);
/* Zeroed array; NULL when memory is out or count * size overflows. */
void *tci_arena_array(tci_arena *arena, size_t count, size_t size);
/* Copy of bytes, with a NUL behind them that is not counted. */
void *tci_arena_copy(tci_arena *arena, const void *data, size_t len);
/* Forget everything; keep one block. */
void tci_arena_clear(tci_arena *arena);
void tci_arena_free(tci_arena *arena);

#define TCI_ARENA_NEW(arena, type) ((type *)tci_arena_array((arena), 1, sizeof(type)))

#endif
