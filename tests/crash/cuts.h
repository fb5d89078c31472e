/* The images a power cut could leave at one moment: which of the writes since the last flush
 * landed, whole, torn at a sector, or not at all; which names; which sizes. */
#ifndef CRASH_CUTS_H
#define CRASH_CUTS_H

#include "image.h"

/* What the image being shown is about. */
typedef struct shown {
    uint64_t number; /* of the image: moment × CUT_IMAGES_MAX + place in it */
    int32_t file;    /* whose pending writes are played with; -1: the names */
} shown;

#define CUT_IMAGES_MAX UINT64_C(100000)

typedef struct cutter {
    disk *disk;
    image *image;
    uint64_t seed;
    uint32_t density;  /* images of a kind a moment; 0: the two ends only */
    uint64_t only;     /* 0, or the one image to show */
    uint64_t demanded; /* grows with what is acknowledged: equal images are then new */
    void (*show)(void *user_data, const shown *what);
    void *user_data;
    /* of the present moment */
    uint64_t moment, shown_here, random;
    piece *sectors; /* of the file played with, in order of writing */
    uint32_t sectors_count, sectors_room;
    piece *chosen;
    uint64_t *keys; /* images shown before: an open hash table */
    uint64_t keys_room, keys_count;
} cutter;

void cutter_end(cutter *it);
/* Show every image of this moment that was not shown before. `file`: only this file's writes are
 * played with, the others' landed or did not; -1: every file's; `names`: the names too. */
void cutter_moment(cutter *it, uint64_t moment, int32_t file, bool names);

#endif
