/* Opens the stores of an image with the engine and judges them. */
#ifndef CRASH_OPENER_H
#define CRASH_OPENER_H

#include "books.h"
#include "image.h"

/* What was done so far, shared with the parent process. */
typedef struct opener_counts {
    _Atomic uint64_t images, opened, verified, facts, went_on, created, read_only, worst_loss;
    _Atomic uint64_t lost, double_sold, money_drift, broken;
    _Atomic uint64_t number; /* of the image being judged */
    char sentence[480];      /* the first finding */
    uint64_t sentence_number;
    _Atomic int said;
} opener_counts;

typedef struct opener {
    const books *books;
    image *image;
    demand demands[STORES_MAX];
    opener_counts *counts;
    uint32_t verify_every; /* every which image is verified as a whole */
    uint64_t random;
    uint64_t heads[4096]; /* states of the two head pages met before, by hash */
} opener;

/* Judge the image; `file`: the one whose writes were played with, or -1. */
void opener_judge(opener *it, uint64_t number, int32_t file);

#endif
