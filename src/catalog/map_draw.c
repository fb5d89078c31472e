/* Drawing a map as SVG 1.1: title, standing areas, seats as dots by category and state, names of
 * sections and rows, a legend with counts. Seats of one kind are one path of round-capped points,
 * so that a large house stays a small file. Reads only; knows nothing of the inventory but states.
 */
#include <math.h>
#include <stdlib.h>

#include "catalog/draw.h"
#include "catalog/print.h"
#include "ticketcore/seat.h"

/* Kinds of dots: category × state × square for accessible ones. PLAIN: no state is shown. */
enum { PLAIN = 5, STATES = 6 };
#define INK "#1f2a37"
#define PALE "#6b7788"
#define NEUTRAL "#5b6c85"

/* How a state is shown: the outer dot's part of the pitch (percent), then an inner dot on it. */
typedef struct state_look {
    const char *name;
    const char *outer; /* NULL: the category's colour */
    const char *inner; /* NULL: none */
    double outer_size, inner_size;
} state_look;

static const state_look LOOKS[STATES] = {
    [TC_SEAT_FREE] = {"free", NULL, "#ffffff", 0.80, 0.46},
    [TC_SEAT_HELD] = {"held", NULL, INK, 0.80, 0.40},
    [TC_SEAT_SOLD] = {"sold", NULL, NULL, 0.80, 0},
    [TC_SEAT_BLOCKED] = {"blocked", "#d3d9e1", NULL, 0.62, 0},
    [TC_SEAT_RETIRED] = {"gone", "#eef1f5", NULL, 0.50, 0},
    [PLAIN] = {"", NULL, NULL, 0.80, 0},
};

typedef struct drawer {
    tci_view *view;
    uint32_t layout;
    tci_layout_head head;
    const uint8_t *states; /* by seat number, or NULL */
    size_t states_count;
    tci_buf *buf;
    tci_canvas canvas;
    tci_buf *dots; /* one path a kind */
    double *tops;  /* by section: how high its seats stand below its name */
    uint32_t counts[STATES];
    double width, top, font;
} drawer;

static void attribute(drawer *d, const char *name, double number) {
    tci_print(d->buf, " ");
    tci_print(d->buf, name);
    tci_print(d->buf, "=\"");
    tci_print_tenth(d->buf, number);
    tci_print(d->buf, "\"");
}

static void open_text(drawer *d, double x, double y, double size, const char *color,
                      const char *more) {
    tci_print(d->buf, "<text");
    attribute(d, "x", x);
    attribute(d, "y", y);
    attribute(d, "font-size", size);
    tci_print(d->buf, " fill=\"");
    tci_print(d->buf, color);
    tci_print(d->buf, "\"");
    tci_print(d->buf, more);
    tci_print(d->buf, ">");
}

static void close_text(drawer *d) {
    tci_print(d->buf, "</text>\n");
}

/* A name with a white edge, so that it can be read on top of seats. */
static void halo_text(drawer *d, double x, double y, double size, const char *color,
                      tci_slice text) {
    static const char HALO[] = " text-anchor=\"middle\" font-weight=\"600\" stroke=\"#ffffff\" "
                               "stroke-width=\"4\" stroke-linejoin=\"round\"";
    static const char PLAIN_TEXT[] = " text-anchor=\"middle\" font-weight=\"600\"";
    for (int pass = 0; pass < 2; pass++) {
        open_text(d, x, y, size, pass ? color : "#ffffff", pass ? PLAIN_TEXT : HALO);
        tci_print_xml(d->buf, text);
        close_text(d);
    }
}

static tci_buf *dots_of(drawer *d, uint16_t category, uint32_t state, bool square) {
    return &d->dots[(((size_t)category - 1) * STATES + state) * 2 + square];
}

/* The name of a section stands over the middle of its box, as near its seats as they let it. */
static double name_x(drawer *d, const tci_layout_section *section) {
    return (tci_canvas_x(&d->canvas, section->box.min_x) +
            tci_canvas_x(&d->canvas, section->box.max_x)) /
           2;
}

static void lift_names(drawer *d, uint32_t number, uint32_t first, uint32_t count) {
    tci_layout_section section;
    if (!tci_layout_section_load(d->view, d->layout, number, &section)) return;
    double middle = name_x(d, &section), half = (double)section.name.len * d->font * 0.3;
    half = TCI_MAX(half, d->canvas.pitch * 2);
    for (uint32_t i = 0; i < count; i++) {
        tci_seat_info info;
        uint32_t seat = tci_layout_place(d->view, d->layout, first + i);
        if (!tci_seat_info_load(d->view, d->layout, seat, &info)) continue;
        if (fabs(tci_canvas_x(&d->canvas, info.x) - middle) > half) continue;
        d->tops[number] = TCI_MIN(d->tops[number], tci_canvas_y(&d->canvas, info.y));
    }
}

static bool collect_row(drawer *d, uint32_t number) {
    tci_layout_row row;
    if (!tci_layout_row_load(d->view, d->layout, number, &row)) return false;
    if (row.section > d->head.sections) return false; /* records that do not belong together */
    for (uint32_t i = 0; i < row.count; i++) {
        uint32_t seat = tci_layout_place(d->view, d->layout, row.first + i);
        tci_seat_info info;
        if (d->states && seat >= d->states_count) return false;
        if (!tci_seat_info_load(d->view, d->layout, seat, &info) || info.category == 0 ||
            info.category > d->head.categories)
            return false;
        uint32_t state = d->states ? TCI_MIN(d->states[seat], TC_SEAT_RETIRED) : PLAIN;
        tci_buf *dots = dots_of(d, info.category, state, info.flags & TC_SEAT_FLAG_ACCESSIBLE);
        tci_print(dots, "M");
        tci_print_tenth(dots, tci_canvas_x(&d->canvas, info.x));
        tci_print(dots, " ");
        tci_print_tenth(dots, tci_canvas_y(&d->canvas, info.y));
        tci_print(dots, "h.01");
        if (dots->failed) d->buf->failed = true;
        d->counts[state]++;
    }
    lift_names(d, row.section, row.first, row.count);
    return !d->buf->failed;
}

static void use_dots(drawer *d, uint32_t id, const char *color, double size, bool square) {
    tci_print(d->buf, "<use xlink:href=\"#d");
    tci_print_uint(d->buf, id);
    tci_print(d->buf, "\" stroke=\"");
    tci_print(d->buf, color);
    tci_print(d->buf, "\"");
    attribute(d, "stroke-width", TCI_MAX(size * (square ? 0.9 : 1), 0.5));
    if (square) tci_print(d->buf, " stroke-linecap=\"square\"");
    tci_print(d->buf, "/>\n");
}

static void print_kind(drawer *d, uint16_t category, uint32_t state, bool square,
                       const char *color) {
    const state_look *look = &LOOKS[state];
    tci_buf *dots = dots_of(d, category, state, square);
    if (dots->len == 0) return;
    uint32_t id = (uint32_t)(dots - d->dots);
    double pitch = d->canvas.pitch;
    tci_print(d->buf, "<defs><path id=\"d");
    tci_print_uint(d->buf, id);
    tci_print(d->buf, "\" d=\"");
    tci_buf_bytes(d->buf, dots->data, dots->len);
    tci_print(d->buf, "\"/></defs>\n");
    /* a square's cap adds half its width on each side, so its line is as short as a point */
    use_dots(d, id, look->outer ? look->outer : color, pitch * look->outer_size, square);
    if (look->inner) use_dots(d, id, look->inner, pitch * look->inner_size, square);
}

static bool print_seats(drawer *d) {
    for (uint32_t i = 0; i < d->head.rows; i++)
        if (!collect_row(d, i)) return false;
    tci_print(d->buf, "<g fill=\"none\" stroke-linecap=\"round\">\n");
    for (uint16_t category = 1; category <= d->head.categories; category++) {
        tci_layout_category found;
        char color[8] = NEUTRAL;
        if (!tci_layout_category_load(d->view, d->layout, category, &found)) return false;
        if (found.color.len == 7) memcpy(color, found.color.data, 7);
        for (uint32_t state = 0; state < STATES; state++)
            for (int square = 0; square < 2; square++)
                print_kind(d, category, state, square, color);
    }
    tci_print(d->buf, "</g>\n");
    return true;
}

static void print_area_shape(drawer *d, const tci_layout_area *area, const char *color) {
    double pitch = d->canvas.pitch;
    if (area->points) {
        tci_print(d->buf, "<polygon points=\"");
        for (uint32_t i = 0; i < area->points; i++) {
            int32_t x, y;
            tci_layout_area_point(area, i, &x, &y);
            tci_print(d->buf, i ? " " : "");
            tci_print_tenth(d->buf, tci_canvas_x(&d->canvas, x));
            tci_print(d->buf, ",");
            tci_print_tenth(d->buf, tci_canvas_y(&d->canvas, y));
        }
        tci_print(d->buf, "\"");
    } else {
        tci_print(d->buf, "<circle");
        attribute(d, "cx", tci_canvas_x(&d->canvas, area->x));
        attribute(d, "cy", tci_canvas_y(&d->canvas, area->y));
        attribute(d, "r", pitch * 2);
    }
    tci_print(d->buf, " fill=\"");
    tci_print(d->buf, color);
    tci_print(d->buf, "\" fill-opacity=\"0.14\" stroke=\"");
    tci_print(d->buf, color);
    tci_print(d->buf,
              "\" stroke-opacity=\"0.6\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>\n");
}

static bool print_areas(drawer *d) {
    for (uint32_t i = 1; i <= d->head.areas; i++) {
        tci_layout_area area;
        tci_layout_category category;
        char color[8] = NEUTRAL;
        if (!tci_layout_area_load(d->view, d->layout, i, &area)) return false;
        if (area.category &&
            tci_layout_category_load(d->view, d->layout, area.category, &category) &&
            category.color.len == 7)
            memcpy(color, category.color.data, 7);
        print_area_shape(d, &area, color);
        double x = tci_canvas_x(&d->canvas, area.x), y = tci_canvas_y(&d->canvas, area.y);
        halo_text(d, x, y + d->font * 0.3, d->font, INK, area.name);
        if (area.capacity == 0) continue;
        open_text(d, x, y + d->font * 1.5, d->font * 0.8, PALE, " text-anchor=\"middle\"");
        tci_print_grouped(d->buf, area.capacity);
        tci_print(d->buf, " standing");
        close_text(d);
    }
    return true;
}

/* The label of a row, a little before its first seat, in the direction the row comes from. */
static void print_row_label(drawer *d, uint32_t number, double size) {
    tci_layout_row row;
    tci_seat_info first, second;
    tci_slice label;
    if (!tci_layout_row_load(d->view, d->layout, number, &row) ||
        !tci_layout_row_label(d->view, d->layout, number, &label) || label.len == 0 ||
        tci_layout_row_kind(d->view, d->layout, number) != TC_ROW_LINE)
        return;
    uint32_t next = row.first + (row.count > 1);
    if (!tci_seat_info_load(d->view, d->layout, tci_layout_place(d->view, d->layout, row.first),
                            &first) ||
        !tci_seat_info_load(d->view, d->layout, tci_layout_place(d->view, d->layout, next),
                            &second))
        return;
    double x = tci_canvas_x(&d->canvas, first.x), y = tci_canvas_y(&d->canvas, first.y);
    double dx = x - tci_canvas_x(&d->canvas, second.x), dy = y - tci_canvas_y(&d->canvas, second.y);
    double far = hypot(dx, dy);
    if (far < 0.01) {
        dx = -1;
        dy = 0;
        far = 1;
    }
    double off = d->canvas.pitch * 1.05;
    open_text(d, x + dx / far * off, y + dy / far * off + size * 0.35, size, PALE,
              " text-anchor=\"middle\"");
    tci_print_xml(d->buf, label);
    close_text(d);
}

/* The table the seats of a row stand around, with its label. */
static void print_table(drawer *d, uint32_t number) {
    tci_layout_row row;
    tci_slice label;
    double x = 0, y = 0, radius = HUGE_VAL;
    if (tci_layout_row_kind(d->view, d->layout, number) == TC_ROW_LINE ||
        !tci_layout_row_load(d->view, d->layout, number, &row) || row.count < 3)
        return;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < row.count; i++) {
            tci_seat_info info;
            uint32_t seat = tci_layout_place(d->view, d->layout, row.first + i);
            if (!tci_seat_info_load(d->view, d->layout, seat, &info)) return;
            double at_x = tci_canvas_x(&d->canvas, info.x), at_y = tci_canvas_y(&d->canvas, info.y);
            if (pass == 0) {
                x += at_x / row.count;
                y += at_y / row.count;
            } else {
                radius = TCI_MIN(radius, hypot(at_x - x, at_y - y));
            }
        }
    }
    radius -= d->canvas.pitch * 0.62;
    if (radius < 2) return;
    tci_print(d->buf, "<circle");
    attribute(d, "cx", x);
    attribute(d, "cy", y);
    attribute(d, "r", radius);
    tci_print(d->buf, " fill=\"#eef1f5\" stroke=\"#d3d9e1\"/>\n");
    double size = TCI_MIN(radius * 0.8, d->font * 0.9);
    if (size < 3 || !tci_layout_row_label(d->view, d->layout, number, &label)) return;
    open_text(d, x, y + size * 0.35, size, PALE, " text-anchor=\"middle\"");
    tci_print_xml(d->buf, label);
    close_text(d);
}

static bool print_names(drawer *d) {
    double size = TCI_MIN(d->canvas.pitch * 0.72, d->font * 0.9);
    for (uint32_t i = 0; size >= 3 && i < d->head.rows; i++) print_row_label(d, i, size);
    for (uint32_t i = 0; i < d->head.rows; i++) print_table(d, i);
    if (d->head.sections < 2) return true;
    for (uint32_t i = 1; i <= d->head.sections; i++) {
        tci_layout_section section;
        if (!tci_layout_section_load(d->view, d->layout, i, &section)) return false;
        if (section.seats == 0) continue;
        double top =
            d->tops[i] < HUGE_VAL ? d->tops[i] : tci_canvas_y(&d->canvas, section.box.min_y);
        halo_text(d, name_x(d, &section), top - d->canvas.pitch * 0.9, d->font, INK, section.name);
    }
    return true;
}

static void print_focal(drawer *d) {
    if (!d->head.focal_given) return;
    double x = tci_canvas_x(&d->canvas, d->head.focal_x);
    double y = tci_canvas_y(&d->canvas, d->head.focal_y), r = d->font * 0.5;
    if (x < 0 || y < -d->font * 2 || x > d->canvas.inner_width || y > d->canvas.inner_height)
        return;
    tci_print(d->buf, "<path fill=\"" PALE "\" d=\"M");
    const double points[4][2] = {{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};
    for (int i = 0; i < 4; i++) {
        tci_print(d->buf, i ? "L" : "");
        tci_print_tenth(d->buf, points[i][0]);
        tci_print(d->buf, " ");
        tci_print_tenth(d->buf, points[i][1]);
    }
    tci_print(d->buf, "Z\"><title>focal point</title></path>\n");
}

/* An entry of the legend that flows on to the next line when it does not fit. */
typedef struct legend {
    double x, y, line;
} legend;

static double text_width(drawer *d, tci_slice text, uint64_t number) {
    size_t letters = 3;
    const uint8_t *at = text.data;
    for (size_t i = 0; i < text.len; i++) letters += (at[i] & 0xC0) != 0x80;
    for (; number; number /= 10) letters++;
    return (double)letters * d->font * 0.58 + d->font * 2.4;
}

static void legend_dot(drawer *d, double x, double y, const char *color, double size) {
    tci_print(d->buf, "<circle");
    attribute(d, "cx", x);
    attribute(d, "cy", y);
    attribute(d, "r", size / 2);
    tci_print(d->buf, " fill=\"");
    tci_print(d->buf, color);
    tci_print(d->buf, "\"/>");
}

static void legend_entry(drawer *d, legend *at, const state_look *look, const char *color,
                         tci_slice name, uint64_t count) {
    double wide = text_width(d, name, count), size = d->font;
    if (at->x > d->font * 2 && at->x + wide > d->width - d->font) {
        at->x = d->font * 2;
        at->y += at->line;
    }
    double middle = at->y - d->font * 0.34;
    legend_dot(d, at->x, middle, look->outer ? look->outer : color, size * look->outer_size * 1.2);
    if (look->inner) legend_dot(d, at->x, middle, look->inner, size * look->inner_size * 1.2);
    open_text(d, at->x + d->font * 0.9, at->y, d->font, INK, "");
    tci_print_xml(d->buf, name);
    tci_print(d->buf, " <tspan fill=\"" PALE "\">");
    tci_print_grouped(d->buf, count);
    tci_print(d->buf, "</tspan>");
    close_text(d);
    at->x += wide;
}

/* Categories on the first lines, states below; answers where it ends. */
static bool print_legend(drawer *d, double *end) {
    legend at = {d->font * 2, d->top + d->canvas.inner_height + d->font * 2.2, d->font * 1.7};
    for (uint16_t i = 1; i <= d->head.categories; i++) {
        tci_layout_category category;
        char color[8] = NEUTRAL;
        if (!tci_layout_category_load(d->view, d->layout, i, &category)) return false;
        if (category.seats == 0) continue;
        if (category.color.len == 7) memcpy(color, category.color.data, 7);
        legend_entry(d, &at, &LOOKS[PLAIN], color, category.name, category.seats);
    }
    if (d->states) {
        at.x = d->font * 2;
        at.y += d->head.categories ? at.line : 0;
        for (uint32_t state = TC_SEAT_FREE; state <= TC_SEAT_BLOCKED; state++)
            legend_entry(d, &at, &LOOKS[state], NEUTRAL, tci_slice_str(LOOKS[state].name),
                         d->counts[state]);
    }
    *end = at.y + d->font * 1.6;
    return true;
}

static void print_title(drawer *d, tci_slice name) {
    open_text(d, d->font * 1.6, d->font * 2.6, d->font * 1.7, INK, " font-weight=\"700\"");
    tci_print_xml(d->buf, name);
    close_text(d);
    open_text(d, d->font * 1.6, d->font * 4.3, d->font, PALE, "");
    tci_print_grouped(d->buf, d->head.live);
    tci_print(d->buf, " seats in ");
    tci_print_grouped(d->buf, d->head.rows);
    tci_print(d->buf, d->head.rows == 1 ? " row" : " rows");
    if (d->head.sections > 1) {
        tci_print(d->buf, ", ");
        tci_print_grouped(d->buf, d->head.sections);
        tci_print(d->buf, " sections");
    }
    if (d->head.areas) {
        tci_print(d->buf, ", ");
        tci_print_grouped(d->buf, d->head.areas);
        tci_print(d->buf, d->head.areas == 1 ? " standing area" : " standing areas");
    }
    close_text(d);
}

static void print_start(drawer *d, double height) {
    tci_print(d->buf, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
    attribute(d, "width", d->width);
    attribute(d, "height", height);
    tci_print(d->buf, " viewBox=\"0 0 ");
    tci_print_tenth(d->buf, d->width);
    tci_print(d->buf, " ");
    tci_print_tenth(d->buf, height);
    tci_print(d->buf,
              "\" font-family=\"'Helvetica Neue',Helvetica,Arial,'DejaVu Sans',sans-serif\">"
              "\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}

/* The head of the file says how high the picture is, which only the legend tells: it comes last
 * into a buffer of its own, then all is put together. */
static bool draw(drawer *d, tci_slice name) {
    tci_buf *out = d->buf, body;
    double left = (d->width - d->canvas.inner_width) / 2, end = 0;
    tci_buf_init(&body, NULL, 0);
    d->buf = &body;
    print_title(d, name);
    tci_print(d->buf, "<g transform=\"translate(");
    tci_print_tenth(d->buf, left);
    tci_print(d->buf, " ");
    tci_print_tenth(d->buf, d->top);
    tci_print(d->buf, ")\">\n");
    bool good = print_areas(d) && print_seats(d) && print_names(d);
    print_focal(d);
    tci_print(d->buf, "</g>\n");
    good = good && print_legend(d, &end);
    d->buf = out;
    if (good) {
        print_start(d, end);
        tci_buf_bytes(out, body.data, body.len);
        tci_print(out, "</svg>\n");
    }
    if (body.failed) out->failed = true;
    tci_buf_free(&body);
    return good && !out->failed;
}

bool tci_map_draw(tci_view *view, uint32_t layout, tci_slice name, tci_slice states, tci_buf *buf) {
    drawer d = {.view = view,
                .layout = layout,
                .states = states.data,
                .states_count = states.len,
                .buf = buf};
    if (!tci_layout_head_load(view, layout, &d.head)) return false;
    size_t kinds = (size_t)d.head.categories * STATES * 2;
    d.dots = calloc(kinds + 1, sizeof *d.dots);
    d.tops = calloc(d.head.sections + 1u, sizeof *d.tops);
    for (uint32_t i = 0; d.tops && i <= d.head.sections; i++) d.tops[i] = HUGE_VAL;
    bool good = tci_canvas_begin(&d.canvas, view, layout, &d.head) && d.dots && d.tops;
    if (good) {
        d.width = TCI_MAX(d.canvas.inner_width, 640) + 40;
        d.font = TCI_MIN(TCI_MAX(d.width / 85, 11), 26);
        d.top = d.font * 6.2;
        good = draw(&d, name);
    } else {
        buf->failed = true;
    }
    for (size_t i = 0; d.dots && i < kinds; i++) tci_buf_free(&d.dots[i]);
    free(d.dots);
    free(d.tops);
    tci_canvas_free(&d.canvas);
    return good;
}
