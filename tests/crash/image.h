/* Images of the modelled disk as real files that the engine can open: one file a modelled file,
 * hard links for its names. Changes are applied and taken back page by page, so that one image
 * costs what differs, not what the store weighs. */
#ifndef CRASH_IMAGE_H
#define CRASH_IMAGE_H

#include "disk.h"

/* Bytes of a change that landed; with no data a new size. */
typedef struct piece {
    const uint8_t *data;
    uint64_t offset;
    uint64_t bytes;
} piece;

typedef struct image_file {
    int fd;
    uint8_t *map; /* of all the room there may ever be */
    uint64_t size;
    bool spoiled;      /* somebody wrote to it, or durable moved on: write it anew */
    uint64_t sequence; /* of the durable bytes it shows */
} image_file;

typedef struct image {
    char folder[440]; /* holds "files/N" and "tree/" */
    disk *from;
    image_file files[DISK_FILES_MAX];
    disk_names shown;
    bool tree_built;
    uint64_t hash; /* of all contents and names that differ from what is durable */
} image;

void image_begin(image *it, const char *folder, disk *from);
void image_end(image *it);
/* Show a file as durable plus these pieces, in order. `size`: at least this long; `fill` non-zero:
 * what lies between is not zero but noise drawn from it. Adds to the hash. */
void image_show(image *it, uint32_t file, const piece *pieces, uint32_t count, uint64_t size,
                uint64_t fill);
/* Back to what is durable. */
void image_restore(image *it, uint32_t file, const piece *pieces, uint32_t count);
/* Show the tree of names. */
void image_tree(image *it, const disk_names *names);
/* The file behind a name in a store's folder, or -1. */
int32_t image_file_of(const image *it, const char *store, const char *name);
/* The file, or all of them and the tree, must be written anew. */
void image_spoil(image *it, int32_t file);
void image_spoil_tree(image *it);

#endif
