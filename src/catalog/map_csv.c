/* Reader of maps as comma-separated values (RFC 4180): a header line that names the columns, then a
 * line a seat. Rows and sections are gathered by name in the order they first appear; without
 * positions the seats are laid out on a plain grid. */
#include "catalog/map_doc.h"

#include <math.h>
#include <stdlib.h>

#include "catalog/json.h"

/* Columns; other names fail. Only seat is needed. */
enum {
    COL_NAME,
    COL_SECTION,
    COL_ROW,
    COL_SEAT,
    COL_CATEGORY,
    COL_COLOR,
    COL_X,
    COL_Y,
    COL_ACCESSIBLE,
    COL_COMPANION,
    COL_RESTRICTED_VIEW,
    COL_AISLE,
    COL_KIND,
    COLUMNS
};
static const char *const COLUMN_NAMES[COLUMNS] = {
    "name",      "section",         "row",   "seat", "category", "color", "x", "y", "accessible",
    "companion", "restricted_view", "aisle", "kind"};
/* What fields a line may have, and how long one field may be. */
enum { FIELDS_MAX = 32, FIELD_BYTES_MAX = 1024 };
/* The grid: distance of seats, of rows, and between sections. */
enum { GRID_SEAT = 50, GRID_ROW = 80, GRID_SECTION = 160 };

typedef struct csv_reader {
    tci_doc *doc;
    const uint8_t *at, *end;
    uint64_t line;  /* of the record being read */
    uint64_t lines; /* read so far */
    tci_slice fields[FIELDS_MAX];
    uint32_t fields_count;
    uint8_t *unquoted; /* where fields with doubled quotes are put */
    size_t unquoted_len;
    int columns[FIELDS_MAX]; /* field -> column */
    uint32_t columns_count;
    bool have[COLUMNS];
    tci_doc_index row_names;
    char separator;
} csv_reader;

static bool fail(csv_reader *r, int32_t code, const char *field, const char *message) {
    return tci_doc_fail(r->doc, code, r->line, field, "%s", message);
}

/* A quoted field; the quote is at `at`. */
static bool quoted_field(csv_reader *r, tci_slice *out) {
    r->at++;
    uint8_t *to = r->unquoted + r->unquoted_len;
    size_t len = 0;
    for (;; r->at++) {
        if (r->at >= r->end) return fail(r, TC_E_PARSE, NULL, "a quoted field does not end");
        if (*r->at == '"') {
            if (r->at + 1 >= r->end || r->at[1] != '"') break;
            r->at++;
        }
        if (*r->at == '\n') r->lines++;
        if (len == FIELD_BYTES_MAX)
            return tci_doc_fail(r->doc, TC_E_LIMIT, r->line, NULL,
                                "a field is longer than %d bytes", FIELD_BYTES_MAX);
        to[len++] = *r->at;
    }
    r->at++;
    r->unquoted_len += len;
    *out = tci_slice_of(to, len);
    return true;
}

static bool plain_field(csv_reader *r, tci_slice *out) {
    const uint8_t *start = r->at;
    while (r->at < r->end && *r->at != (uint8_t)r->separator && *r->at != '\n' && *r->at != '\r') {
        if (*r->at == '"') return fail(r, TC_E_PARSE, NULL, "a quote stands inside a plain field");
        r->at++;
    }
    *out = tci_slice_of(start, (size_t)(r->at - start));
    if (out->len > FIELD_BYTES_MAX)
        return tci_doc_fail(r->doc, TC_E_LIMIT, r->line, NULL, "a field is longer than %d bytes",
                            FIELD_BYTES_MAX);
    return true;
}

/* The next line of fields; false at the end or after a failure. Empty lines are passed over. */
static bool next_record(csv_reader *r) {
    while (r->at < r->end && (*r->at == '\n' || *r->at == '\r'))
        if (*r->at++ == '\n') r->lines++;
    if (r->at >= r->end || r->doc->code != TC_OK) return false;
    r->line = r->lines + 1;
    r->fields_count = 0;
    r->unquoted_len = 0;
    for (;;) {
        if (r->fields_count == FIELDS_MAX)
            return tci_doc_fail(r->doc, TC_E_LIMIT, r->line, NULL, "a line has more than %d fields",
                                FIELDS_MAX);
        tci_slice *field = &r->fields[r->fields_count++];
        bool quoted = r->at < r->end && *r->at == '"';
        if (quoted ? !quoted_field(r, field) : !plain_field(r, field)) return false;
        if (r->at < r->end && *r->at == (uint8_t)r->separator) {
            r->at++;
            continue;
        }
        if (r->at < r->end && *r->at == '\r' && r->at + 1 < r->end && r->at[1] == '\n') r->at++;
        if (r->at >= r->end || *r->at == '\n') break;
        return fail(r, TC_E_PARSE, NULL, "something stands behind a quoted field");
    }
    if (r->at < r->end) {
        r->at++;
        r->lines++;
    }
    return true;
}

/* Spreadsheets in half of Europe write semicolons: whichever the header has more of. */
static char find_separator(tci_slice text) {
    const uint8_t *at = text.data;
    size_t commas = 0, semicolons = 0, tabs = 0;
    for (size_t i = 0; i < text.len && at[i] != '\n'; i++) {
        commas += at[i] == ',';
        semicolons += at[i] == ';';
        tabs += at[i] == '\t';
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

static bool equal_fold(tci_slice text, const char *word) {
    const char *bytes = text.data;
    if (text.len != strlen(word)) return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = bytes[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 0x20);
        if (c != word[i]) return false;
    }
    return true;
}

static tci_slice trim(tci_slice text) {
    const char *at = text.data;
    size_t len = text.len;
    while (len && (at[0] == ' ' || at[0] == '\t')) {
        at++;
        len--;
    }
    while (len && (at[len - 1] == ' ' || at[len - 1] == '\t')) len--;
    return tci_slice_of(at, len);
}

static bool read_header(csv_reader *r) {
    if (!next_record(r))
        return r->doc->code == TC_OK && fail(r, TC_E_PARSE, NULL, "the text has no header line");
    r->columns_count = r->fields_count;
    for (uint32_t i = 0; i < r->fields_count; i++) {
        tci_slice name = trim(r->fields[i]);
        int column = 0;
        while (column < COLUMNS && !equal_fold(name, COLUMN_NAMES[column])) column++;
        if (column == COLUMNS)
            return tci_doc_fail(r->doc, TC_E_PARSE, r->line, "header",
                                "there is no column \"%.*s\"", (int)TCI_MIN(name.len, (size_t)60),
                                (const char *)name.data);
        if (r->have[column])
            return fail(r, TC_E_PARSE, COLUMN_NAMES[column], "a column stands twice");
        r->have[column] = true;
        r->columns[i] = column;
    }
    if (!r->have[COL_SEAT]) return fail(r, TC_E_PARSE, "header", "a column \"seat\" is needed");
    if (r->have[COL_X] != r->have[COL_Y])
        return fail(r, TC_E_PARSE, "header", "columns x and y go together");
    return true;
}

/* A field's text, checked; "" when the column is not there. */
static bool text_of(csv_reader *r, const tci_slice *values, int column, size_t min, size_t max,
                    tci_slice *out) {
    *out = trim(values[column]);
    const uint8_t *bytes = out->data;
    if (out->len < min)
        return fail(r, TC_E_PARSE, COLUMN_NAMES[column], "the field must not be empty");
    if (out->len > max)
        return tci_doc_fail(r->doc, TC_E_LIMIT, r->line, COLUMN_NAMES[column],
                            "the field is longer than %u bytes", (unsigned)max);
    for (size_t i = 0; i < out->len; i++)
        if (bytes[i] < 0x20 || bytes[i] == 0x7F)
            return fail(r, TC_E_PARSE, COLUMN_NAMES[column], "the field has a control character");
    return true;
}

static bool number_of(csv_reader *r, const tci_slice *values, int column, double *out) {
    tci_slice text = trim(values[column]);
    const uint8_t *at = text.data;
    if (text.len == 0 || tci_number_parse(at, at + text.len, out) != text.len)
        return fail(r, TC_E_PARSE, COLUMN_NAMES[column], "the field is not a number");
    return true;
}

/* 1, yes, true, x: on; 0, no, false, empty: off. */
static bool flag_of(csv_reader *r, const tci_slice *values, int column, uint16_t flag,
                    uint16_t *flags) {
    static const char *const ON[] = {"1", "yes", "true", "x"};
    static const char *const OFF[] = {"", "0", "no", "false"};
    tci_slice text = trim(values[column]);
    for (int i = 0; i < 4; i++) {
        if (equal_fold(text, OFF[i])) return true;
        if (!equal_fold(text, ON[i])) continue;
        *flags = (uint16_t)(*flags | flag);
        return true;
    }
    return fail(r, TC_E_PARSE, COLUMN_NAMES[column], "the field must be yes, no or empty");
}

static bool aisle_of(csv_reader *r, const tci_slice *values, uint16_t *flags) {
    tci_slice text = trim(values[COL_AISLE]);
    bool both = equal_fold(text, "both");
    if (both || equal_fold(text, "left")) *flags = (uint16_t)(*flags | TC_SEAT_FLAG_AISLE_LEFT);
    if (both || equal_fold(text, "right")) *flags = (uint16_t)(*flags | TC_SEAT_FLAG_AISLE_RIGHT);
    if (both || text.len == 0 || equal_fold(text, "left") || equal_fold(text, "right")) return true;
    return fail(r, TC_E_PARSE, "aisle", "the field must be left, right, both or empty");
}

static bool kind_of(csv_reader *r, const tci_slice *values, uint8_t *kind) {
    tci_slice text = trim(values[COL_KIND]);
    *kind = TC_ROW_LINE;
    if (text.len == 0 || equal_fold(text, "row")) return true;
    *kind = equal_fold(text, "table") ? TC_ROW_TABLE : TC_ROW_BOOTH;
    if (*kind == TC_ROW_TABLE || equal_fold(text, "booth")) return true;
    return fail(r, TC_E_PARSE, "kind", "the field must be row, table, booth or empty");
}

static uint32_t section_of(csv_reader *r, tci_slice name) {
    if (name.len == 0) name = tci_slice_str("Main");
    uint32_t section = tci_doc_section_named(r->doc, name);
    if (section != UINT32_MAX) return section;
    tci_doc_section *made = tci_doc_add_section(r->doc);
    if (!made) return UINT32_MAX;
    made->name = tci_doc_keep(r->doc, name);
    section = r->doc->sections_count - 1;
    return tci_doc_section_enter(r->doc, section) ? section : UINT32_MAX;
}

typedef struct row_wanted {
    const tci_doc *doc;
    uint32_t section;
    tci_slice label;
} row_wanted;

static bool same_row(const void *user_data, uint32_t value) {
    const row_wanted *wanted = user_data;
    const tci_doc_row *row = &wanted->doc->rows[value];
    tci_slice label = tci_doc_slice(wanted->doc, row->label);
    return row->section == wanted->section && label.len == wanted->label.len &&
           (label.len == 0 || memcmp(label.data, wanted->label.data, label.len) == 0);
}

static uint32_t row_of(csv_reader *r, uint32_t section, tci_slice label, uint8_t kind) {
    row_wanted wanted = {r->doc, section, label};
    uint64_t hash = tci_layout_name_hash(label) ^ section * UINT64_C(0x9E3779B97F4A7C15);
    uint32_t value;
    uint32_t slot = tci_doc_index_find(&r->row_names, hash, same_row, &wanted, &value);
    if (value != UINT32_MAX) return value;
    tci_doc_row *row = tci_doc_add_row(r->doc);
    if (!row) return UINT32_MAX;
    row->section = section;
    row->kind = kind;
    row->label = tci_doc_keep(r->doc, label);
    value = r->doc->rows_count - 1;
    if (tci_doc_index_put(&r->row_names, slot, hash, value)) return value;
    fail(r, TC_E_NOMEM, NULL, "memory is exhausted");
    return UINT32_MAX;
}

/* The category, declared by being used; its colour may be given on any of its lines. */
static bool category_of(csv_reader *r, const tci_slice *values, tci_doc_seat *seat) {
    tci_slice name, color;
    if (!text_of(r, values, COL_CATEGORY, 0, TC_NAME_MAX, &name) ||
        !text_of(r, values, COL_COLOR, 0, 7, &color))
        return false;
    if (name.len == 0) name = tci_slice_str("Standard");
    uint32_t category = tci_doc_category_named(r->doc, name, r->line, "category");
    if (category == UINT32_MAX) return false;
    r->doc->categories[category].declared = true;
    seat->category = (uint16_t)category;
    if (color.len == 0) return true;
    const char *c = color.data;
    bool good = color.len == 7 && c[0] == '#';
    for (size_t i = 1; good && i < 7; i++)
        good = (c[i] >= '0' && c[i] <= '9') || (c[i] >= 'a' && c[i] <= 'f') ||
               (c[i] >= 'A' && c[i] <= 'F');
    if (!good) return fail(r, TC_E_PARSE, "color", "a color is written #rrggbb");
    if (!r->doc->categories[category].color)
        r->doc->categories[category].color = tci_doc_keep(r->doc, color);
    return r->doc->code == TC_OK;
}

static bool read_line(csv_reader *r) {
    tci_slice values[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) values[i] = tci_slice_str("");
    if (r->fields_count != r->columns_count)
        return tci_doc_fail(r->doc, TC_E_PARSE, r->line, NULL,
                            "the line has %u fields, the header %u", (unsigned)r->fields_count,
                            (unsigned)r->columns_count);
    for (uint32_t i = 0; i < r->fields_count; i++) values[r->columns[i]] = r->fields[i];
    tci_slice name, section_name, row_label, label;
    uint8_t kind;
    if (!text_of(r, values, COL_NAME, 0, TC_SEAT_NAME_MAX, &name) ||
        !text_of(r, values, COL_SECTION, 0, TC_NAME_MAX, &section_name) ||
        !text_of(r, values, COL_ROW, 0, TC_LABEL_MAX, &row_label) ||
        !text_of(r, values, COL_SEAT, 1, TC_LABEL_MAX, &label) || !kind_of(r, values, &kind))
        return false;
    uint32_t section = section_of(r, section_name);
    uint32_t row = section == UINT32_MAX ? UINT32_MAX : row_of(r, section, row_label, kind);
    tci_doc_seat *seat = row == UINT32_MAX ? NULL : tci_doc_add_seat(r->doc);
    if (!seat) return false;
    if (r->doc->rows[row].kind != kind)
        return fail(r, TC_E_PARSE, "kind", "seats of one row are of one kind");
    if (r->doc->rows[row].count++ == TC_ROW_SEATS_MAX)
        return tci_doc_fail(r->doc, TC_E_LIMIT, r->line, "row", "a row has at most %d seats",
                            TC_ROW_SEATS_MAX);
    seat->row = row;
    seat->line = (uint32_t)r->line;
    seat->name = tci_doc_keep(r->doc, name);
    seat->label = tci_doc_keep(r->doc, label);
    if (kind != TC_ROW_LINE) seat->flags = TC_SEAT_FLAG_TABLE;
    bool placed = !r->have[COL_X] ||
                  (number_of(r, values, COL_X, &seat->x) && number_of(r, values, COL_Y, &seat->y));
    return placed && category_of(r, values, seat) &&
           flag_of(r, values, COL_ACCESSIBLE, TC_SEAT_FLAG_ACCESSIBLE, &seat->flags) &&
           flag_of(r, values, COL_COMPANION, TC_SEAT_FLAG_COMPANION, &seat->flags) &&
           flag_of(r, values, COL_RESTRICTED_VIEW, TC_SEAT_FLAG_RESTRICTED_VIEW, &seat->flags) &&
           aisle_of(r, values, &seat->flags);
}

/* Rows of a section one after the other, seats of a row together, both as they first appeared. */
static bool gather_rows(csv_reader *r) {
    tci_doc *doc = r->doc;
    tci_doc_seat *sorted = malloc(((size_t)doc->seats_count + 1) * sizeof *sorted);
    if (!sorted) return fail(r, TC_E_NOMEM, NULL, "memory is exhausted");
    uint32_t first = 0;
    for (uint32_t i = 0; i < doc->rows_count; i++) {
        doc->rows[i].first = first;
        first += doc->rows[i].count;
        doc->rows[i].count = 0;
    }
    for (uint32_t i = 0; i < doc->seats_count; i++) {
        tci_doc_row *row = &doc->rows[doc->seats[i].row];
        sorted[row->first + row->count++] = doc->seats[i];
    }
    free(doc->seats);
    doc->seats = sorted;
    doc->seats_capacity = doc->seats_count + 1;
    return true;
}

/* Positions for seats that came without: sections under each other, rows centred. */
static void lay_out(tci_doc *doc) {
    double y = 0;
    for (uint32_t section = 0; section < doc->sections_count; section++) {
        for (uint32_t i = 0; i < doc->rows_count; i++) {
            const tci_doc_row *row = &doc->rows[i];
            if (row->section != section) continue;
            double radius = row->count * GRID_SEAT / 6.283185307179586 + GRID_SEAT;
            for (uint32_t k = 0; k < row->count; k++) {
                tci_doc_seat *seat = &doc->seats[row->first + k];
                double turn = k * 6.283185307179586 / row->count;
                bool line = row->kind == TC_ROW_LINE;
                seat->x = line ? GRID_SEAT * (k - (row->count - 1) / 2.0) : radius * cos(turn);
                seat->y = line ? y : y + radius + radius * sin(turn);
                seat->x = floor(seat->x + 0.5);
                seat->y = floor(seat->y + 0.5);
            }
            y += row->kind == TC_ROW_LINE ? GRID_ROW : 2 * radius + GRID_ROW;
        }
        y += GRID_SECTION;
    }
}

bool tci_doc_read_csv(tci_doc *doc, tci_slice text) {
    csv_reader r = {.doc = doc, .at = text.data, .separator = find_separator(text), .line = 1};
    r.end = r.at + text.len;
    r.unquoted = malloc((size_t)FIELDS_MAX * FIELD_BYTES_MAX);
    if (!r.unquoted) return fail(&r, TC_E_NOMEM, NULL, "memory is exhausted");
    bool good = read_header(&r);
    while (good && next_record(&r)) good = read_line(&r);
    if (good && doc->code == TC_OK && gather_rows(&r) && !r.have[COL_X]) lay_out(doc);
    tci_doc_index_free(&r.row_names);
    free(r.unquoted);
    return doc->code == TC_OK;
}
