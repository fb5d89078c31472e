/* From structs to JSON and to aligned text, by the rows of a table of fields. Lists are printed in
 * pieces of bounded size so that a long one needs no memory; the columns of a piece fit its rows.
 */
#include "output.h"

#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "text.h"

/* Rows whose widths are taken together. */
#define PIECE_ROWS 500
/* Numbers a double holds exactly; larger ones are JSON strings. */
#define SAFE_NUMBER UINT64_C(9007199254740992)

static const void *place_of(const cli_field *field, const void *object) {
    return (const uint8_t *)object + field->at;
}

static uint64_t number_of(const cli_field *field, const void *object) {
    uint64_t wide = 0;
    uint32_t narrow = 0;
    if (field->bytes == sizeof wide) {
        memcpy(&wide, place_of(field, object), sizeof wide);
        return wide;
    }
    memcpy(&narrow, place_of(field, object), sizeof narrow);
    return narrow;
}

static const char *text_of(const cli_field *field, const void *object) {
    const char *text = NULL;
    if (field->show == SHOW_CHARS) return place_of(field, object);
    memcpy(&text, place_of(field, object), sizeof text);
    return text ? text : "";
}

static const char *currency_of(const cli_field *field, const void *object) {
    return field->aux ? (const char *)object + field->aux : "";
}

const char *cli_word_of(const cli_word *words, uint32_t number) {
    for (; words->word; words++) {
        if (words->number == number) return words->word;
    }
    return "?";
}

static bool same_word(const char *a, const char *b) {
    for (; *a && *b; a++, b++) {
        if (*a != *b && !(*a == '-' && *b == '_') && !(*a == '_' && *b == '-')) return false;
    }
    return *a == *b;
}

bool cli_word_number(const cli_word *words, const char *word, uint32_t *number) {
    for (; words->word; words++) {
        if (!same_word(word, words->word)) continue;
        *number = words->number;
        return true;
    }
    return false;
}

static bool is_none(const cli_field *field, const void *object) {
    switch (field->show) {
    case SHOW_SEAT: return number_of(field, object) == UINT32_MAX;
    case SHOW_TIME: {
        uint64_t ms = number_of(field, object);
        return ms == 0 || ms == (uint64_t)INT64_MAX;
    }
    case SHOW_TEXT:
    case SHOW_CHARS:
    case SHOW_HEX:
    case SHOW_ROWS:
    case SHOW_MAKE: return false;
    default: return (field->flags & FIELD_NONE_0) && number_of(field, object) == 0;
    }
}

json_t *cli_json_number(uint64_t number) {
    char text[24];
    if (number <= SAFE_NUMBER) return json_integer((json_int_t)number);
    snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    return json_string(text);
}

/* Is this one whole character? */
static bool json_is_good(const char *text, size_t length) {
    json_t *value = strnlen(text, length) == length ? json_stringn(text, length) : NULL;
    json_decref(value);
    return value != NULL;
}

/* A text as it is; where somebody typed what is not UTF-8, each such byte as "?". */
json_t *cli_json_text(const char *text) {
    json_t *value = json_string(text);
    if (value) return value;
    char *copy = strdup(text);
    for (char *at = copy; *at;) {
        size_t length = 1;
        while (length < 4 && !json_is_good(at, length)) length++;
        if (length == 4 && !json_is_good(at, length)) *at = '?', length = 1;
        at += length;
    }
    value = json_string(copy);
    free(copy);
    return value ? value : json_string("");
}

/* Names of the library, with one kind of dash as in all words the tool prints. */
static json_t *json_name(const cli_field *field, const void *object) {
    char word[CLI_TEXT_ROOM];
    snprintf(word, sizeof word, "%s", field->name((uint32_t)number_of(field, object)));
    for (char *c = word; *c; c++) {
        if (*c == '-') *c = '_';
    }
    return json_string(word);
}

static json_t *json_bits(const cli_field *field, const void *object) {
    uint64_t number = number_of(field, object);
    json_t *array = json_array();
    for (const cli_word *word = field->words; word->word; word++) {
        if (number & word->number) json_array_append_new(array, json_string(word->word));
    }
    return array;
}

static const void *rows_of(const cli_field *field, const void *object, uint32_t *count) {
    const void *rows = NULL;
    memcpy(&rows, place_of(field, object), sizeof rows);
    memcpy(count, (const uint8_t *)object + field->aux, sizeof *count);
    if (!rows) *count = 0;
    return rows;
}

static json_t *json_rows(const cli_field *field, const void *object) {
    uint32_t count = 0;
    const uint8_t *rows = rows_of(field, object, &count);
    json_t *array = json_array();
    for (uint32_t i = 0; i < count; i++)
        json_array_append_new(array, cli_json(field->nested, rows + (size_t)i * field->stride));
    return array;
}

static json_t *json_of(const cli_field *field, const void *object) {
    char text[2 * 64 + 1];
    if (is_none(field, object)) return json_null();
    switch (field->show) {
    case SHOW_TEXT:
    case SHOW_CHARS: return cli_json_text(text_of(field, object));
    case SHOW_TIME:
        cli_time_write((int64_t)number_of(field, object), true, text);
        return json_string(text);
    case SHOW_SIGNED:
    case SHOW_MONEY: return json_integer((json_int_t)number_of(field, object));
    case SHOW_WORD:
        return json_string(cli_word_of(field->words, (uint32_t)number_of(field, object)));
    case SHOW_NAME: return json_name(field, object);
    case SHOW_BITS: return json_bits(field, object);
    case SHOW_BOOL: return json_boolean(number_of(field, object) != 0);
    case SHOW_HEX:
        cli_hex_write(place_of(field, object), field->bytes, text);
        return json_string(text);
    case SHOW_ROWS: return json_rows(field, object);
    case SHOW_MAKE: return field->make(object);
    default: return cli_json_number(number_of(field, object));
    }
}

json_t *cli_json(const cli_field *fields, const void *object) {
    json_t *json = json_object();
    for (; fields->key; fields++) json_object_set_new(json, fields->key, json_of(fields, object));
    return json;
}

static void write_json_text(const json_t *json, FILE *out) {
    if (json_is_null(json)) return;
    if (json_is_string(json)) {
        fputs(json_string_value(json), out);
        return;
    }
    for (size_t i = 0; i < json_array_size(json); i++) {
        if (i > 0) fputs(", ", out);
        write_json_text(json_array_get(json, i), out);
    }
    if (!json_is_array(json)) json_dumpf(json, out, JSON_ENCODE_ANY | JSON_COMPACT);
}

/* The text of a JSON value in one line: what MAKE and BITS show to people. */
static char *text_of_json(const json_t *json) {
    char *text = NULL;
    size_t bytes = 0;
    FILE *out = open_memstream(&text, &bytes);
    if (!out) abort();
    write_json_text(json, out);
    fclose(out);
    return text;
}

/* What a person reads; "" for nothing. The caller frees it. */
static char *shown(const cli_field *field, const void *object) {
    char text[CLI_TEXT_ROOM];
    if (is_none(field, object)) return strdup("");
    switch (field->show) {
    case SHOW_TEXT:
    case SHOW_CHARS: return strdup(text_of(field, object));
    case SHOW_TIME: cli_time_write((int64_t)number_of(field, object), false, text); break;
    case SHOW_SPAN: cli_span_write((int64_t)number_of(field, object), text); break;
    case SHOW_MONEY:
        cli_money_write((int64_t)number_of(field, object), currency_of(field, object), text);
        break;
    case SHOW_BOOL: return strdup(number_of(field, object) ? "yes" : "no");
    case SHOW_NUMBER:
    case SHOW_SEAT:
        snprintf(text, sizeof text, "%llu", (unsigned long long)number_of(field, object));
        break;
    default: {
        json_t *json = json_of(field, object);
        char *line = text_of_json(json);
        json_decref(json);
        return line;
    }
    }
    return strdup(text);
}

/* "total_minor" is "total" and "expires_at" is "expires at" to people. */
static void title_of(const cli_field *field, char *title) {
    size_t length = strlen(field->key);
    if (length >= CLI_TEXT_ROOM) length = CLI_TEXT_ROOM - 1;
    memcpy(title, field->key, length);
    title[length] = 0;
    char *ending = strstr(title, field->show == SHOW_SPAN ? "_ms" : "_minor");
    if (ending && (field->show == SHOW_MONEY || field->show == SHOW_SPAN)) *ending = 0;
    for (char *c = title; *c; c++) {
        if (*c == '_') *c = ' ';
    }
}

/* Columns a UTF-8 text takes: one a code point, good enough for alignment. */
static size_t width_of(const char *text) {
    size_t width = 0;
    for (; *text; text++) width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

static void pad(const char *text, size_t width) {
    fputs(text, stdout);
    for (size_t i = width_of(text); i < width; i++) putchar(' ');
}

static bool in_text(const cli_field *field) {
    return !(field->flags & FIELD_JSON);
}

static bool in_list(const cli_field *field) {
    return in_text(field) && !(field->flags & FIELD_DETAIL) && field->show != SHOW_ROWS;
}

static size_t columns_of(const cli_field *fields) {
    size_t columns = 0;
    for (; fields->key; fields++) columns += in_list(fields);
    return columns;
}

/* Print and forget the rows that wait. */
static void print_piece(cli_output *out) {
    size_t columns = columns_of(out->fields);
    size_t *widths = cli_room(columns, sizeof *widths);
    char title[CLI_TEXT_ROOM];
    size_t column = 0;
    for (const cli_field *field = out->fields; field->key; field++) {
        if (!in_list(field)) continue;
        title_of(field, title);
        widths[column++] = width_of(title);
    }
    for (size_t i = 0; i < out->rows * columns; i++) {
        size_t width = width_of(out->cells[i]);
        if (width > widths[i % columns]) widths[i % columns] = width;
    }
    column = 0;
    for (const cli_field *field = out->fields; field->key && !out->rows_printed; field++) {
        if (!in_list(field)) continue;
        title_of(field, title);
        pad(title, ++column < columns ? widths[column - 1] + 2 : 0);
        if (column == columns) putchar('\n');
    }
    for (size_t i = 0; i < out->rows * columns; i++) {
        bool last = i % columns == columns - 1;
        pad(out->cells[i], last ? 0 : widths[i % columns] + 2);
        if (last) putchar('\n');
        free(out->cells[i]);
    }
    out->rows_printed += out->rows;
    out->rows = 0;
    free(widths);
}

void cli_row(cli_output *out, const cli_field *fields, const void *object) {
    if (out->json) {
        cli_print_json(cli_json(fields, object), stdout);
        return;
    }
    size_t columns = columns_of(fields);
    if (!out->cells) {
        out->cells = cli_room(PIECE_ROWS * columns, sizeof *out->cells);
        out->rows_room = PIECE_ROWS;
    }
    out->fields = fields;
    char **cell = out->cells + out->rows * columns;
    for (; fields->key; fields++) {
        if (!in_list(fields)) continue;
        char *text = shown(fields, object);
        if (!*text) {
            free(text);
            text = strdup("-");
        }
        *cell++ = text;
    }
    if (++out->rows == out->rows_room) print_piece(out);
}

void cli_rows_end(cli_output *out) {
    if (out->rows > 0) print_piece(out);
    else if (!out->json && !out->rows_printed) puts("(none)");
    free(out->cells);
    out->cells = NULL;
    out->rows_printed = 0;
}

static void print_nested(const cli_field *field, const void *object) {
    char title[CLI_TEXT_ROOM];
    uint32_t count = 0;
    const uint8_t *rows = rows_of(field, object, &count);
    if (count == 0) return;
    title_of(field, title);
    printf("\n%s:\n", title);
    cli_output out = {0};
    for (uint32_t i = 0; i < count; i++)
        cli_row(&out, field->nested, rows + (size_t)i * field->stride);
    cli_rows_end(&out);
}

void cli_print(cli_output *out, const cli_field *fields, const void *object) {
    char title[CLI_TEXT_ROOM];
    size_t width = 0;
    if (out->json) {
        cli_print_json(cli_json(fields, object), stdout);
        return;
    }
    for (const cli_field *field = fields; field->key; field++) {
        title_of(field, title);
        if (in_text(field) && width_of(title) > width) width = width_of(title);
    }
    for (const cli_field *field = fields; field->key; field++) {
        if (!in_text(field) || field->show == SHOW_ROWS) continue;
        char *text = shown(field, object);
        title_of(field, title);
        if (*text) {
            pad(title, width + 2);
            puts(text);
        }
        free(text);
    }
    for (const cli_field *field = fields; field->key; field++) {
        if (in_text(field) && field->show == SHOW_ROWS) print_nested(field, object);
    }
}

void cli_print_json(json_t *value, FILE *out) {
    json_dumpf(value, out, JSON_COMPACT | JSON_ENCODE_ANY);
    fputc('\n', out);
    json_decref(value);
}

bool cli_output_good(void) {
    return fflush(stdout) == 0 && !ferror(stdout);
}
