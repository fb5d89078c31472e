/* The geometry of a row: in which order its seats stand and where aisles part them. Pure arithmetic
 * over one row; runs on the importing thread, so its floating point never enters deciding. */
#include "catalog/map_import.h"

#include <math.h>
#include <stdlib.h>

/* A gap is an aisle when it is wider than this many median gaps. */
#define AISLE_GAPS 1.6

static double distance(const tci_place *a, const tci_place *b) {
    return hypot((double)a->x - b->x, (double)a->y - b->y);
}

/* Length of the path through the places, closed for a ring. */
static double path_length(const tci_place *places, uint32_t count, bool closed) {
    double sum = 0;
    for (uint32_t i = 1; i < count; i++) sum += distance(&places[i - 1], &places[i]);
    return closed ? sum + distance(&places[count - 1], &places[0]) : sum;
}

/* By key, then as they stood in the document. */
static int place_order(const void *a, const void *b) {
    const tci_place *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->seat < y->seat ? -1 : x->seat > y->seat;
}

static void middle_of(const tci_place *places, uint32_t count, double *x, double *y) {
    *x = *y = 0;
    for (uint32_t i = 0; i < count; i++) {
        *x += places[i].x;
        *y += places[i].y;
    }
    *x /= count;
    *y /= count;
}

/* Keys along the direction in which the row is longest, running the way the document does. */
static void key_by_axis(tci_place *places, uint32_t count) {
    double mx, my, xx = 0, xy = 0, yy = 0, sense = 0;
    middle_of(places, count, &mx, &my);
    for (uint32_t i = 0; i < count; i++) {
        double dx = places[i].x - mx, dy = places[i].y - my;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    double angle = 0.5 * atan2(2 * xy, xx - yy);
    double ax = cos(angle), ay = sin(angle);
    for (uint32_t i = 0; i < count; i++) {
        places[i].key = (places[i].x - mx) * ax + (places[i].y - my) * ay;
        sense += places[i].key * (i - (count - 1) / 2.0);
    }
    if (sense < 0)
        for (uint32_t i = 0; i < count; i++) places[i].key = -places[i].key;
}

/* Keys by angle round the middle, from the document's first seat on. */
static void key_by_angle(tci_place *places, uint32_t count) {
    const double turn = 6.283185307179586;
    double mx, my;
    middle_of(places, count, &mx, &my);
    double start = atan2(places[0].y - my, places[0].x - mx);
    for (uint32_t i = 0; i < count; i++) {
        double angle = atan2(places[i].y - my, places[i].x - mx) - start;
        if (angle < -1e-9) angle += turn;
        places[i].key = angle;
    }
    places[0].key = -1;
}

void tci_row_sort(tci_place *places, tci_place *spare, uint32_t count, uint8_t kind) {
    if (count < 3 && (kind != TC_ROW_LINE || count < 2)) return;
    bool ring = kind != TC_ROW_LINE;
    memcpy(spare, places, count * sizeof *places);
    if (ring) key_by_angle(spare, count);
    else key_by_axis(spare, count);
    qsort(spare, count, sizeof *spare, place_order);
    double as_written = path_length(places, count, ring);
    double as_sorted = path_length(spare, count, ring);
    if (as_sorted < as_written * (1 - 1e-9)) memcpy(places, spare, count * sizeof *places);
}

static int number_order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The lower median of the gaps of a line; 0 when all seats stand on one spot. */
static double median_gap(const tci_place *places, uint32_t count, double *gaps) {
    for (uint32_t i = 1; i < count; i++) gaps[i - 1] = distance(&places[i - 1], &places[i]);
    qsort(gaps, count - 1, sizeof *gaps, number_order);
    return gaps[(count - 2) / 2];
}

uint32_t tci_row_part(tci_place *places, uint32_t count, uint8_t kind, double *gaps) {
    uint32_t parted = 0;
    if (count < 2) return 0;
    bool line = kind == TC_ROW_LINE;
    double limit = line ? median_gap(places, count, gaps) * AISLE_GAPS : 0;
    uint32_t pairs = line || count == 2 ? count - 1 : count; /* a ring closes */
    for (uint32_t i = 0; i < pairs; i++) {
        tci_place *before = &places[i], *after = &places[(i + 1) % count];
        bool said =
            (before->flags & TC_SEAT_FLAG_AISLE_RIGHT) || (after->flags & TC_SEAT_FLAG_AISLE_LEFT);
        bool wide = limit > 0 && distance(before, after) > limit;
        if (!said && !wide) continue;
        before->flags |= TC_SEAT_FLAG_AISLE_RIGHT;
        after->flags |= TC_SEAT_FLAG_AISLE_LEFT;
        parted++;
    }
    return parted;
}
