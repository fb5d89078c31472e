/* Our own hall: an amphitheatre of stalls, balcony and gallery around a stage, boxes at its sides,
 * a standing area before it; curved rows, aisles, accessible places. Made as a map document in our
 * own JSON form, for any number of seats, and imported like anybody's. Draws no random numbers: the
 * same number of seats gives the same house. */
#include "demo.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Lengths are centimetres; angles are radians from the middle of the audience; the stage stands at
 * the origin and y grows away from it. The house is told for 20,000 seats and scaled from there. */
#define SEAT_PITCH 56.0
#define ROW_PITCH 96.0
#define AISLE 130.0
#define GAP_LEAST 300.0 /* between two tiers */
#define BOX_PITCH 3.1   /* from box to box, in rows */
#define DEGREE (3.14159265358979323846 / 180.0)

enum {
    TIERS = 3,
    WEDGES_MAX = 19, /* of a tier, in the largest house */
    SECTIONS_MAX = TIERS * WEDGES_MAX + 2,
    AREA_POINTS = 25
};

/* Categories, in the order of the document: numbers 1, 2, … in the store. */
typedef enum category {
    PREMIUM,
    STALLS,
    BALCONY_FRONT,
    BALCONY,
    GALLERY,
    UPPER_GALLERY,
    BOXES,
    STANDING,
    CATEGORIES
} category;

static const struct {
    const char *name, *color;
} CATEGORY_TEXT[CATEGORIES] = {
    [PREMIUM] = {"Premium", "#b3203c"},
    [STALLS] = {"Stalls", "#e4703a"},
    [BALCONY_FRONT] = {"Balcony front", "#d9a621"},
    [BALCONY] = {"Balcony", "#5a9e4b"},
    [GALLERY] = {"Gallery", "#2f8fa8"},
    [UPPER_GALLERY] = {"Upper gallery", "#3d5fa8"},
    [BOXES] = {"Boxes", "#8a4fa3"},
    [STANDING] = {"Standing", "#8d8679"},
};

/* A tier of curved rows, cut into wedges by radial aisles. */
static const struct tier {
    const char *name;
    double gap;        /* from the tier before it, or from the origin */
    double half_angle; /* degrees to each side */
    int rows, wedges;
    double front;            /* part of the rows that counts as its front */
    category front_category; /* of the front rows of the inner wedges */
    category category;       /* of the others */
} TIER[TIERS] = {
    {"Stalls", 2300, 60, 30, 5, 0.42, PREMIUM, STALLS},
    {"Balcony", 420, 76, 20, 7, 0.35, BALCONY_FRONT, BALCONY},
    {"Gallery", 460, 82, 27, 9, 0.45, GALLERY, UPPER_GALLERY},
};

/* One row of one section: seats along an arc, or along the tangent for a box. */
typedef struct block {
    int section;
    int label; /* of the row in its section, from 1 */
    category category;
    bool box;
    bool back;               /* one of the last rows of its tier: level entrances */
    int tier;                /* of arcs */
    double radius, from, to; /* arc: between two angles; box: `from` is its middle */
    double wanted;           /* seats that fit at the usual pitch */
    uint32_t seats;          /* seats it gets */
} block;

typedef struct hall {
    uint32_t seats;
    double scale;
    block *blocks;
    size_t count, capacity;
    char names[SECTIONS_MAX][16];
    int sections;
    double depth; /* radius of the last row */
    bool failed;
} hall;

static block *add_block(hall *h) {
    if (h->count == h->capacity) {
        size_t more = h->capacity ? h->capacity * 2 : 256;
        block *blocks = realloc(h->blocks, more * sizeof *blocks);
        if (!blocks) {
            h->failed = true;
            return NULL;
        }
        h->blocks = blocks;
        h->capacity = more;
    }
    block *b = &h->blocks[h->count++];
    memset(b, 0, sizeof *b);
    return b;
}

static int scaled(const hall *h, double number, int least) {
    int value = (int)lround(number * h->scale);
    return value < least ? least : value;
}

/* Fewer wedges in a small house, an odd number so that there is a middle one. */
static int wedges_of(const hall *h, const struct tier *tier) {
    int wedges = (int)lround(tier->wedges * sqrt(h->scale));
    if (wedges < 3) wedges = 3;
    if (wedges % 2 == 0) wedges++;
    return wedges < WEDGES_MAX ? wedges : WEDGES_MAX;
}

/* What lies before a tier; in a small house it gives way less than the rows do. */
static double gap_of(const hall *h, int tier) {
    double least = tier == 0 ? 0.3 * TIER[0].gap : GAP_LEAST;
    return fmax(TIER[tier].gap * h->scale, least);
}

static void plan_tier(hall *h, int number, double *radius) {
    const struct tier *tier = &TIER[number];
    int wedges = wedges_of(h, tier), rows = scaled(h, tier->rows, 2);
    double half = tier->half_angle * DEGREE, wedge = 2 * half / wedges;
    double aisle = AISLE * sqrt(h->scale);
    *radius += gap_of(h, number);
    for (int w = 0; w < wedges; w++) {
        int section = h->sections++;
        (void)snprintf(h->names[section], sizeof h->names[section], "%s %c", tier->name, 'A' + w);
        bool outer = number == 0 && (w == 0 || w == wedges - 1);
        for (int row = 0; row < rows; row++) {
            block *b = add_block(h);
            if (!b) return;
            b->section = section;
            b->label = row + 1;
            b->tier = number;
            b->radius = *radius + row * ROW_PITCH;
            b->from = -half + w * wedge + aisle / 2 / b->radius;
            b->to = -half + (w + 1) * wedge - aisle / 2 / b->radius;
            b->category =
                row < rows * tier->front && !outer ? tier->front_category : tier->category;
            b->back = number == 0 && row >= rows - 3;
            b->wanted = (b->to - b->from) * b->radius / SEAT_PITCH;
        }
    }
    *radius += (rows - 1) * ROW_PITCH;
    h->depth = *radius;
}

/* Boxes stand beside the stalls, turned to the stage; the seats of each stand around its table. */
static void plan_boxes(hall *h) {
    int beside = (int)((scaled(h, TIER[0].rows, 2) - 1) / BOX_PITCH); /* no further than the stalls
                                                                       */
    int boxes = scaled(h, 9, 1), wide = h->scale < 0.5 ? 2 : 4;
    double begin = gap_of(h, 0) + ROW_PITCH;
    if (boxes > beside) boxes = beside < 1 ? 1 : beside;
    for (int side = -1; side <= 1; side += 2) {
        int section = h->sections++;
        (void)snprintf(h->names[section], sizeof h->names[section], "Boxes %s",
                       side < 0 ? "left" : "right");
        for (int i = 0; i < boxes; i++) {
            block *b = add_block(h);
            if (!b) return;
            b->section = section;
            b->label = i + 1;
            b->box = true;
            b->category = BOXES;
            b->radius = begin + (i * BOX_PITCH + 0.5) * ROW_PITCH;
            /* Keep the same distance from the stalls at every radius. */
            b->from = side * (TIER[0].half_angle * DEGREE +
                              (wide * SEAT_PITCH / 2 + 2.2 * AISLE * sqrt(h->scale)) / b->radius);
            b->seats = (uint32_t)(2 * wide);
        }
    }
}

static int by_rest(const void *left, const void *right) {
    const block *a = *(block *const *)left, *b = *(block *const *)right;
    double rest_a = a->wanted - floor(a->wanted), rest_b = b->wanted - floor(b->wanted);
    if (rest_a != rest_b) return rest_a > rest_b ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Share the seats over the curved rows by their lengths, largest remainders first, so that the
 * house has exactly as many as were asked for. Rows get a seat more or less, the pitch gives way.
 */
static bool share_seats(hall *h) {
    double wanted = 0;
    uint32_t left = h->seats;
    block **order = calloc(h->count, sizeof *order);
    size_t arcs = 0;
    if (!order) return false;
    for (size_t i = 0; i < h->count; i++) {
        if (h->blocks[i].box) left -= h->blocks[i].seats;
        else order[arcs++] = &h->blocks[i], wanted += h->blocks[i].wanted;
    }
    double factor = left / wanted;
    uint32_t given = 0;
    for (size_t i = 0; i < arcs; i++) {
        order[i]->wanted *= factor;
        order[i]->seats = (uint32_t)floor(order[i]->wanted);
        if (order[i]->seats == 0) order[i]->seats = 1;
        given += order[i]->seats;
    }
    qsort(order, arcs, sizeof *order, by_rest);
    for (size_t i = 0; given < left; i = (i + 1) % arcs) order[i]->seats++, given++;
    for (size_t i = 0; given > left; i = (i + 1) % arcs)
        if (order[i]->seats > 1) order[i]->seats--, given--;
    free(order);
    return true;
}

static void place_of(const block *b, uint32_t seat, double *x, double *y) {
    double along = (seat + 0.5) / b->seats;
    if (b->box) {
        /* Half of them with their backs to the stage side of the table, half facing them. */
        uint32_t wide = b->seats / 2, place = seat < wide ? seat : b->seats - 1 - seat;
        double across = (place - (wide - 1) / 2.0) * SEAT_PITCH;
        double radius = b->radius + (seat < wide ? -0.5 : 0.5) * ROW_PITCH;
        *x = radius * sin(b->from) + across * cos(b->from);
        *y = radius * cos(b->from) - across * sin(b->from);
    } else {
        double angle = b->from + along * (b->to - b->from);
        *x = b->radius * sin(angle);
        *y = b->radius * cos(angle);
    }
}

/* What is particular about a seat, as members of its object. */
static const char *particular(const hall *h, const block *b, uint32_t seat) {
    uint32_t last = b->seats - 1;
    if (b->back && b->seats >= 6) {
        if (seat == 0 || seat == last) return ",\"accessible\":true";
        if (seat == 1 || seat == last - 1) return ",\"companion\":true";
    }
    /* Columns of the gallery stand before the middle of every wedge. */
    int column = scaled(h, 12, 3);
    if (!b->box && b->tier == 2 && b->label == column && b->seats >= 8 &&
        (seat == b->seats / 2 || seat == b->seats / 2 - 1))
        return ",\"restricted_view\":true";
    return "";
}

static void write_row(const hall *h, FILE *out, const block *b) {
    const char *section = h->names[b->section];
    fprintf(out, "\n{\"label\":\"%d\",\"kind\":\"%s\",\"category\":\"%s\",\"seats\":[", b->label,
            b->box ? "booth" : "row", CATEGORY_TEXT[b->category].name);
    for (uint32_t seat = 0; seat < b->seats; seat++) {
        double x, y;
        place_of(b, seat, &x, &y);
        fprintf(out, "%s\n{\"name\":\"%s-%d-%u\",\"label\":\"%u\",\"x\":%ld,\"y\":%ld%s}",
                seat ? "," : "", section, b->label, seat + 1, seat + 1, lround(x), lround(y),
                particular(h, b, seat));
    }
    fputs("]}", out);
}

/* The standing area is the half disc between the stage and the stalls. */
static void write_area(const hall *h, FILE *out) {
    double outer = gap_of(h, 0) - 1.6 * ROW_PITCH;
    double inner = outer * 0.28;
    double half = TIER[0].half_angle * DEGREE;
    uint32_t capacity = (h->seats / 13 + 9) / 10 * 10;
    fprintf(out, "\n{\"name\":\"Standing\",\"capacity\":%u,\"category\":\"%s\",\"polygon\":[",
            capacity, CATEGORY_TEXT[STANDING].name);
    for (int i = 0; i < 2 * AREA_POINTS; i++) {
        bool back = i >= AREA_POINTS;
        double part = (back ? 2 * AREA_POINTS - 1 - i : i) / (double)(AREA_POINTS - 1);
        double angle = -half + part * 2 * half, radius = back ? inner : outer;
        fprintf(out, "%s[%ld,%ld]", i ? "," : "", lround(radius * sin(angle)),
                lround(radius * cos(angle)));
    }
    fputs("]}", out);
}

static void write_hall(const hall *h, FILE *out) {
    fputs("{\"ticketcore_map\":1,\"name\":\"Harbour Hall\",\"units\":\"cm\","
          "\"focal\":{\"x\":0,\"y\":0},\n\"categories\":[",
          out);
    for (int i = 0; i < CATEGORIES; i++)
        fprintf(out, "%s\n{\"name\":\"%s\",\"color\":\"%s\"}", i ? "," : "", CATEGORY_TEXT[i].name,
                CATEGORY_TEXT[i].color);
    fputs("],\n\"sections\":[", out);
    size_t at = 0;
    for (int section = 0; section < h->sections; section++) {
        fprintf(out, "%s\n{\"name\":\"%s\",\"rows\":[", section ? "," : "", h->names[section]);
        for (bool first = true; at < h->count && h->blocks[at].section == section; at++) {
            if (!first) fputc(',', out);
            first = false;
            write_row(h, out, &h->blocks[at]);
        }
        fputs("]}", out);
    }
    fputs("],\n\"areas\":[", out);
    write_area(h, out);
    fputs("]}\n", out);
}

char *demo_hall_make(uint32_t seats, size_t *length) {
    hall h = {.seats = seats, .scale = sqrt(seats / (double)DEMO_SEATS)};
    double radius = 0;
    for (int tier = 0; tier < TIERS && !h.failed; tier++) plan_tier(&h, tier, &radius);
    if (!h.failed) plan_boxes(&h);
    char *text = NULL;
    if (!h.failed && share_seats(&h)) {
        FILE *out = open_memstream(&text, length);
        if (out) {
            write_hall(&h, out);
            if (fclose(out) != 0) {
                free(text);
                text = NULL;
            }
        }
    }
    free(h.blocks);
    return text;
}
