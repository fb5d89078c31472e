/* The canvas of a drawing: how far apart seats stand, how large the picture is, which empty
 * stretches are shortened. Reads the layout; draws nothing. */
#include <math.h>
#include <stdlib.h>

#include "catalog/draw.h"

/* The picture aims at this many pixels from seat to seat, within these widths and heights. */
#define PITCH_WANTED 9.0
#define WIDTH_MIN 1000.0
#define WIDTH_MAX 2600.0
#define HEIGHT_MAX 2200.0
#define PITCH_MAX 34.0
/* An empty stretch is at most this part of all that is not empty. */
#define GAP_PART 0.08
/* Gaps looked at to find the usual one. */
#define SAMPLES_MAX 20000u

static int span_order(const void *a, const void *b) {
    const tci_span *x = a, *y = b;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

/* Merge what overlaps, then lay the spans out with shortened gaps. */
static void settle(tci_axis *axis, double margin) {
    uint32_t kept = 0;
    double filled = 0;
    qsort(axis->spans, axis->count, sizeof *axis->spans, span_order);
    for (uint32_t i = 0; i < axis->count; i++) {
        if (kept && axis->spans[i].from <= axis->spans[kept - 1].to)
            axis->spans[kept - 1].to = TCI_MAX(axis->spans[kept - 1].to, axis->spans[i].to);
        else axis->spans[kept++] = axis->spans[i];
    }
    axis->count = kept;
    for (uint32_t i = 0; i < kept; i++) filled += axis->spans[i].to - axis->spans[i].from;
    double at = margin, most = filled * GAP_PART;
    for (uint32_t i = 0; i < kept; i++) {
        if (i) at += TCI_MIN(axis->spans[i].from - axis->spans[i - 1].to, most);
        axis->spans[i].at = at;
        at += axis->spans[i].to - axis->spans[i].from;
    }
    axis->length = at + margin;
}

static double place(const tci_axis *axis, double value) {
    uint32_t low = 0, high = axis->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (axis->spans[middle].from <= value) low = middle + 1;
        else high = middle;
    }
    if (low == 0) return axis->count ? axis->spans[0].at - (axis->spans[0].from - value) : 0;
    const tci_span *span = &axis->spans[low - 1];
    double at = span->at + TCI_MIN(value, span->to) - span->from;
    if (value <= span->to || low == axis->count) return at;
    const tci_span *next = &axis->spans[low];
    return at + (value - span->to) / (next->from - span->to) * (next->at - at);
}

static void add_span(tci_axis *axis, int32_t from, int32_t to, double margin) {
    axis->spans[axis->count++] = (tci_span){from - margin, to + margin, 0};
}

static void add_area(tci_canvas *canvas, const tci_layout_area *area, double margin) {
    tci_box box = {area->x, area->y, area->x, area->y};
    for (uint32_t i = 0; i < area->points; i++) {
        int32_t x, y;
        tci_layout_area_point(area, i, &x, &y);
        box = (tci_box){TCI_MIN(box.min_x, x), TCI_MIN(box.min_y, y), TCI_MAX(box.max_x, x),
                        TCI_MAX(box.max_y, y)};
    }
    add_span(&canvas->x, box.min_x, box.max_x, margin);
    add_span(&canvas->y, box.min_y, box.max_y, margin);
}

static bool find_spans(tci_canvas *canvas, tci_view *view, uint32_t layout,
                       const tci_layout_head *head, double pitch) {
    size_t most = (size_t)head->sections + head->areas + 1;
    canvas->x.spans = calloc(most, sizeof *canvas->x.spans);
    canvas->y.spans = calloc(most, sizeof *canvas->y.spans);
    if (!canvas->x.spans || !canvas->y.spans) return false;
    for (uint32_t i = 1; i <= head->sections; i++) {
        tci_layout_section section;
        if (!tci_layout_section_load(view, layout, i, &section) || section.seats == 0) continue;
        add_span(&canvas->x, section.box.min_x, section.box.max_x, pitch * 2);
        add_span(&canvas->y, section.box.min_y, section.box.max_y, pitch * 2);
    }
    for (uint32_t i = 1; i <= head->areas; i++) {
        tci_layout_area area;
        if (tci_layout_area_load(view, layout, i, &area)) add_area(canvas, &area, pitch * 2);
    }
    settle(&canvas->x, pitch);
    settle(&canvas->y, pitch * 2);
    return true;
}

static int number_order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The lower quartile: rows of a curve lie closer at one end. */
static double quartile(double *numbers, uint32_t count) {
    if (count == 0) return 0;
    qsort(numbers, count, sizeof *numbers, number_order);
    return numbers[count / 4];
}

typedef struct sampler {
    double *gaps, *rows;
    uint32_t gap_count, row_count;
} sampler;

static void sample_row(sampler *s, tci_view *view, uint32_t layout, uint32_t number,
                       tci_seat_info *first_before) {
    tci_layout_row row;
    tci_seat_info first, second;
    if (!tci_layout_row_load(view, layout, number, &row) ||
        !tci_seat_info_load(view, layout, tci_layout_place(view, layout, row.first), &first))
        return;
    if (first_before->section == first.section && s->row_count < SAMPLES_MAX) {
        double far = hypot((double)first.x - first_before->x, (double)first.y - first_before->y);
        if (far > 0) s->rows[s->row_count++] = far;
    }
    if (row.count > 1 && s->gap_count < SAMPLES_MAX &&
        tci_seat_info_load(view, layout, tci_layout_place(view, layout, row.first + row.count / 2),
                           &second) &&
        second.left != TCI_SEAT_NONE &&
        tci_seat_info_load(view, layout, second.left, first_before)) {
        double gap = hypot((double)second.x - first_before->x, (double)second.y - first_before->y);
        if (gap > 0) s->gaps[s->gap_count++] = gap;
    }
    *first_before = first;
}

/* The usual distance of seats, map units: in a row, or from row to row where that is less. 0:
 * memory is out. */
static double find_pitch(tci_view *view, uint32_t layout, const tci_layout_head *head) {
    sampler s = {calloc(SAMPLES_MAX, sizeof(double)), calloc(SAMPLES_MAX, sizeof(double)), 0, 0};
    tci_seat_info before = {0};
    double pitch = 0;
    bool room = s.gaps && s.rows;
    if (room) {
        uint32_t step = head->rows / SAMPLES_MAX + 1;
        for (uint32_t i = 0; i < head->rows; i += step) sample_row(&s, view, layout, i, &before);
        double gap = quartile(s.gaps, s.gap_count), row = quartile(s.rows, s.row_count);
        pitch = gap > 0 && row > 0 ? TCI_MIN(gap, row) : TCI_MAX(gap, row);
    }
    free(s.gaps);
    free(s.rows);
    if (!room) return 0;
    double width = (double)head->box.max_x - head->box.min_x;
    return pitch > 0 ? pitch : TCI_MAX(width / 50, 1);
}

bool tci_canvas_begin(tci_canvas *canvas, tci_view *view, uint32_t layout,
                      const tci_layout_head *head) {
    memset(canvas, 0, sizeof *canvas);
    double pitch = find_pitch(view, layout, head);
    if (pitch <= 0 || !find_spans(canvas, view, layout, head, pitch)) return false;
    double width = canvas->x.length, height = canvas->y.length;
    double wanted = width * PITCH_WANTED / pitch;
    canvas->scale = TCI_MIN(TCI_MAX(wanted, WIDTH_MIN), WIDTH_MAX) / width;
    canvas->scale = TCI_MIN(canvas->scale, TCI_MIN(HEIGHT_MAX / height, PITCH_MAX / pitch));
    canvas->pitch = pitch * canvas->scale;
    canvas->inner_width = width * canvas->scale;
    canvas->inner_height = height * canvas->scale;
    return true;
}

void tci_canvas_free(tci_canvas *canvas) {
    free(canvas->x.spans);
    free(canvas->y.spans);
}

double tci_canvas_x(const tci_canvas *canvas, int32_t x) {
    return place(&canvas->x, x) * canvas->scale;
}

double tci_canvas_y(const tci_canvas *canvas, int32_t y) {
    return place(&canvas->y, y) * canvas->scale;
}
