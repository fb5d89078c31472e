/* Inside the drawing of maps: where map units land on the canvas. */
#ifndef TCI_DRAW_H
#define TCI_DRAW_H

#include "catalog/map.h"

/* One stretch of an axis that something stands in. */
typedef struct tci_span {
    double from, to; /* map units */
    double at;       /* where `from` lands, still in map units */
} tci_span;

/* An axis on which empty stretches are shortened, so that far stands share one picture. */
typedef struct tci_axis {
    tci_span *spans; /* sorted, apart from each other */
    uint32_t count;
    double length; /* of all, shortened */
} tci_axis;

typedef struct tci_canvas {
    tci_axis x, y;
    double scale; /* pixels in a map unit */
    double pitch; /* distance of seats, pixels */
    double inner_width, inner_height;
} tci_canvas;

/* False when memory is out. Freed by tci_canvas_free in both cases. */
bool tci_canvas_begin(tci_canvas *canvas, tci_view *view, uint32_t layout,
                      const tci_layout_head *head);
void tci_canvas_free(tci_canvas *canvas);
/* Pixels from the left and top of the inner canvas. */
double tci_canvas_x(const tci_canvas *canvas, int32_t x);
double tci_canvas_y(const tci_canvas *canvas, int32_t y);

#endif
