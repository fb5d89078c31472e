/* Building up an imported document: growing arrays, the pool of texts, look-ups by name. Serves the
 * three readers and the compiler; every limit of a map is enforced as things are added, so that
 * memory stays within them whatever the text says. */
#include "catalog/map_doc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "catalog/map_compiled.h"

void tci_doc_free(tci_doc *doc) {
    tci_buf_free(&doc->texts);
    free(doc->categories);
    free(doc->sections);
    free(doc->rows);
    free(doc->seats);
    free(doc->areas);
    free(doc->points);
    tci_doc_index_free(&doc->section_names);
}

bool tci_doc_fail(tci_doc *doc, int32_t code, uint64_t line, const char *path, const char *format,
                  ...) {
    if (doc->code != TC_OK) return false;
    doc->code = code;
    if (!doc->error) return false;
    tc_error full = TC_ERROR_INIT;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(full.message, sizeof full.message, format, arguments);
    va_end(arguments);
    full.code = code;
    full.line = line;
    if (path) snprintf(full.field, sizeof full.field, "%s", path);
    *doc->error = full;
    return false;
}

static bool out_of_memory(tci_doc *doc) {
    return tci_doc_fail(doc, TC_E_NOMEM, 0, NULL, "memory is exhausted");
}

void tci_doc_begin(tci_doc *doc, uint32_t form, tc_error *error) {
    memset(doc, 0, sizeof *doc);
    doc->form = form;
    doc->error = error;
    tci_buf_init(&doc->texts, NULL, 0);
    tci_buf_u8(&doc->texts, 0); /* offset 0 is the empty text */
    if (doc->texts.failed) out_of_memory(doc);
}

void tci_doc_seat_path(const tci_doc *doc, const tci_doc_row *row, uint32_t seat_in_row,
                       const char *member, char *path, size_t size) {
    if (doc->form == TC_MAP_FORM_CSV) {
        snprintf(path, size, "%s", member);
        return;
    }
    const char *outer = doc->form == TC_MAP_FORM_PRETIX ? "zones" : "sections";
    snprintf(path, size, "%s[%u].rows[%u].seats[%u].%s", outer, (unsigned)row->source_section,
             (unsigned)row->source_row, (unsigned)seat_in_row, member);
}

tci_slice tci_doc_slice(const tci_doc *doc, tci_doc_text text) {
    TCI_DEBUG_ASSERT(text < doc->texts.len || doc->texts.failed);
    const uint8_t *at = doc->texts.data + text;
    return tci_slice_of(at + 1, at[0]);
}

tci_doc_text tci_doc_keep(tci_doc *doc, tci_slice text) {
    if (text.len == 0) return 0;
    size_t at = doc->texts.len;
    if (at > UINT32_MAX - 256) {
        tci_doc_fail(doc, TC_E_LIMIT, 0, NULL, "the map's texts are longer than 4 GiB");
        return 0;
    }
    tci_buf_short(&doc->texts, text);
    if (doc->texts.failed) {
        out_of_memory(doc);
        return 0;
    }
    return (tci_doc_text)at;
}

/* Grow an array to hold one more; answers the room, zeroed. */
static void *add(tci_doc *doc, void **array, uint32_t *count, uint32_t *capacity, size_t size,
                 uint32_t limit, const char *what) {
    if (doc->code != TC_OK) return NULL;
    if (*count >= limit) {
        tci_doc_fail(doc, TC_E_LIMIT, 0, what, "a map has at most %u %s", (unsigned)limit, what);
        return NULL;
    }
    if (*count == *capacity) {
        uint32_t more = *capacity ? *capacity * 2 : 64;
        if (more > limit) more = limit;
        void *grown = realloc(*array, more * size);
        if (!grown) {
            out_of_memory(doc);
            return NULL;
        }
        *array = grown;
        *capacity = more;
    }
    uint8_t *room = (uint8_t *)*array + (size_t)*count * size;
    memset(room, 0, size);
    (*count)++;
    return room;
}

tci_doc_category *tci_doc_add_category(tci_doc *doc) {
    return add(doc, (void **)&doc->categories, &doc->categories_count, &doc->categories_capacity,
               sizeof *doc->categories, TC_CATEGORIES_MAX, "categories");
}

tci_doc_section *tci_doc_add_section(tci_doc *doc) {
    return add(doc, (void **)&doc->sections, &doc->sections_count, &doc->sections_capacity,
               sizeof *doc->sections, TC_SECTIONS_MAX, "sections");
}

tci_doc_row *tci_doc_add_row(tci_doc *doc) {
    return add(doc, (void **)&doc->rows, &doc->rows_count, &doc->rows_capacity, sizeof *doc->rows,
               TC_ROWS_MAX, "rows");
}

tci_doc_seat *tci_doc_add_seat(tci_doc *doc) {
    return add(doc, (void **)&doc->seats, &doc->seats_count, &doc->seats_capacity,
               sizeof *doc->seats, TC_SEATS_MAX, "seats");
}

tci_doc_area *tci_doc_add_area(tci_doc *doc) {
    return add(doc, (void **)&doc->areas, &doc->areas_count, &doc->areas_capacity,
               sizeof *doc->areas, TC_AREAS_MAX, "areas");
}

bool tci_doc_add_point(tci_doc *doc, double x, double y) {
    double *room = add(doc, (void **)&doc->points, &doc->points_count, &doc->points_capacity,
                       2 * sizeof *room, TC_AREAS_MAX * TC_AREA_POINTS_MAX, "polygon points");
    if (!room) return false;
    room[0] = x;
    room[1] = y;
    return true;
}

static bool slice_equal(tci_slice a, tci_slice b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

uint32_t tci_doc_category_named(tci_doc *doc, tci_slice name, uint64_t line, const char *path) {
    uint32_t last = doc->last_category;
    if (last < doc->categories_count &&
        slice_equal(tci_doc_slice(doc, doc->categories[last].name), name))
        return last;
    for (uint32_t i = 0; i < doc->categories_count; i++)
        if (slice_equal(tci_doc_slice(doc, doc->categories[i].name), name))
            return doc->last_category = i;
    tci_doc_category *category = tci_doc_add_category(doc);
    if (!category) return UINT32_MAX;
    category->name = tci_doc_keep(doc, name);
    category->line = line;
    snprintf(category->path, sizeof category->path, "%s", path ? path : "");
    return doc->code == TC_OK ? doc->categories_count - 1 : UINT32_MAX;
}

/* The look-up of section names. */
typedef struct name_wanted {
    const tci_doc *doc;
    tci_slice name;
} name_wanted;

static bool same_section(const void *user_data, uint32_t value) {
    const name_wanted *wanted = user_data;
    return slice_equal(tci_doc_slice(wanted->doc, wanted->doc->sections[value].name), wanted->name);
}

uint32_t tci_doc_section_named(const tci_doc *doc, tci_slice name) {
    name_wanted wanted = {doc, name};
    uint32_t value;
    tci_doc_index_find(&doc->section_names, tci_layout_name_hash(name), same_section, &wanted,
                       &value);
    return value;
}

bool tci_doc_section_enter(tci_doc *doc, uint32_t section) {
    name_wanted wanted = {doc, tci_doc_slice(doc, doc->sections[section].name)};
    uint64_t hash = tci_layout_name_hash(wanted.name);
    uint32_t value;
    uint32_t slot = tci_doc_index_find(&doc->section_names, hash, same_section, &wanted, &value);
    TCI_DEBUG_ASSERT(value == UINT32_MAX);
    return tci_doc_index_put(&doc->section_names, slot, hash, section) || out_of_memory(doc);
}

uint32_t tci_doc_index_find(const tci_doc_index *index, uint64_t hash, tci_doc_same same,
                            const void *user_data, uint32_t *value) {
    *value = UINT32_MAX;
    if (!index->hashes) return 0;
    uint32_t slot = (uint32_t)(hash ^ hash >> 32) & index->mask;
    for (; index->values[slot]; slot = (slot + 1) & index->mask) {
        if (index->hashes[slot] != hash || !same(user_data, index->values[slot] - 1)) continue;
        *value = index->values[slot] - 1;
        break;
    }
    return slot;
}

static bool index_grow(tci_doc_index *index) {
    uint32_t slots = index->hashes ? (index->mask + 1) * 2 : 64;
    uint64_t *hashes = malloc(slots * sizeof *hashes);
    uint32_t *values = calloc(slots, sizeof *values);
    if (!hashes || !values) {
        free(hashes);
        free(values);
        return false;
    }
    for (uint32_t i = 0; index->hashes && i <= index->mask; i++) {
        if (!index->values[i]) continue;
        uint64_t hash = index->hashes[i];
        uint32_t slot = (uint32_t)(hash ^ hash >> 32) & (slots - 1);
        while (values[slot]) slot = (slot + 1) & (slots - 1);
        hashes[slot] = hash;
        values[slot] = index->values[i];
    }
    free(index->hashes);
    free(index->values);
    index->hashes = hashes;
    index->values = values;
    index->mask = slots - 1;
    return true;
}

bool tci_doc_index_put(tci_doc_index *index, uint32_t slot, uint64_t hash, uint32_t value) {
    if (!index->hashes || index->count * 2 > index->mask) {
        if (!index_grow(index)) return false;
        slot = (uint32_t)(hash ^ hash >> 32) & index->mask;
        while (index->values[slot]) slot = (slot + 1) & index->mask;
    }
    index->hashes[slot] = hash;
    index->values[slot] = value + 1;
    index->count++;
    return true;
}

void tci_doc_index_free(tci_doc_index *index) {
    free(index->hashes);
    free(index->values);
    memset(index, 0, sizeof *index);
}
