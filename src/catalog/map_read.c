/* Members that both JSON forms of maps have: labels, points, colours, categories. Called by their
 * readers only. */
#include "catalog/map_read.h"

#include <stdio.h>

bool tci_read_good(tci_json *json, tci_doc *doc) {
    if (json->code != TC_OK) {
        if (doc->code == TC_OK) doc->code = json->code; /* the error is filled: one struct serves */
        return false;
    }
    if (doc->code == TC_OK) return true;
    json->code = doc->code;
    if (json->error && json->error->line == 0) {
        json->error->line = json->line;
        tci_json_path(json, json->error->field, sizeof json->error->field);
    }
    return false;
}

bool tci_read_unknown(tci_json *json, bool strict) {
    if (strict) return tci_json_fail(json, TC_E_PARSE, "there is no such member here");
    return tci_json_skip(json);
}

bool tci_read_checked(tci_json *json, size_t min, size_t max, tci_slice *out) {
    if (!tci_json_string(json, out)) return false;
    if (out->len < min) return tci_json_fail(json, TC_E_PARSE, "the text must not be empty");
    if (out->len > max)
        return tci_json_fail(json, TC_E_LIMIT, "the text is longer than %u bytes", (unsigned)max);
    const uint8_t *bytes = out->data;
    for (size_t i = 0; i < out->len; i++)
        if (bytes[i] < 0x20 || bytes[i] == 0x7F)
            return tci_json_fail(json, TC_E_PARSE, "the text has a control character, 0x%02x",
                                 bytes[i]);
    return true;
}

bool tci_read_label(tci_json *json, tci_doc *doc, size_t min, size_t max, tci_doc_text *out) {
    tci_slice text;
    if (!tci_read_checked(json, min, max, &text)) return false;
    *out = tci_doc_keep(doc, text);
    return tci_read_good(json, doc);
}

bool tci_read_label_or_number(tci_json *json, tci_doc *doc, size_t min, size_t max,
                              tci_doc_text *out) {
    if (tci_json_peek(json) != TCI_JSON_NUMBER) return tci_read_label(json, doc, min, max, out);
    const uint8_t *start = json->at;
    double number;
    if (!tci_json_number(json, &number)) return false;
    size_t len = (size_t)(json->at - start);
    if (len > max)
        return tci_json_fail(json, TC_E_LIMIT, "the number is longer than %u bytes", (unsigned)max);
    *out = tci_doc_keep(doc, tci_slice_of(start, len));
    return tci_read_good(json, doc);
}

bool tci_read_point(tci_json *json, tci_doc_point *out) {
    static const char *const KEYS[] = {"x", "y"};
    uint32_t seen = 0;
    int key;
    double *const to[] = {&out->x, &out->y};
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, 2, &seen)) != TCI_JSON_END) {
        if (key == TCI_JSON_UNKNOWN ? !tci_json_skip(json) : !tci_json_number(json, to[key]))
            return false;
    }
    if (json->code != TC_OK) return false;
    if (seen != 3) return tci_json_fail(json, TC_E_PARSE, "a position needs x and y");
    out->given = true;
    return true;
}

static bool is_hex(uint8_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool tci_read_color(tci_json *json, tci_doc *doc, tci_doc_text *out) {
    tci_slice text;
    if (!tci_read_checked(json, 0, TC_LABEL_MAX, &text)) return false;
    if (text.len == 0) return true;
    const uint8_t *c = text.data;
    bool good = c[0] == '#' && (text.len == 7 || text.len == 4);
    for (size_t i = 1; good && i < text.len; i++) good = is_hex(c[i]);
    if (!good) return tci_json_fail(json, TC_E_PARSE, "a color is written #rrggbb or #rgb");
    char wide[8] = "#";
    for (size_t i = 0; i < 6; i++) wide[i + 1] = (char)(text.len == 7 ? c[i + 1] : c[i / 2 + 1]);
    *out = tci_doc_keep(doc, tci_slice_of(wide, 7));
    return tci_read_good(json, doc);
}

bool tci_read_category(tci_json *json, tci_doc *doc, uint32_t *category) {
    tci_slice name;
    if (!tci_read_checked(json, 1, TC_NAME_MAX, &name)) return false;
    /* the path is made only for a category not met before: this runs once a seat */
    uint32_t before = doc->categories_count;
    *category = tci_doc_category_named(doc, name, json->line, NULL);
    if (*category != UINT32_MAX && doc->categories_count > before)
        tci_json_path(json, doc->categories[*category].path,
                      sizeof doc->categories[*category].path);
    return tci_read_good(json, doc);
}

static bool read_one(tci_json *json, tci_doc *doc, bool strict) {
    static const char *const KEYS[] = {"name", "color"};
    uint32_t seen = 0, index = UINT32_MAX;
    tci_doc_text color = 0;
    int key;
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, 2, &seen)) != TCI_JSON_END) {
        bool good = false;
        if (key == 0) good = tci_read_category(json, doc, &index);
        else if (key == 1) good = tci_read_color(json, doc, &color);
        else good = tci_read_unknown(json, strict);
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (index == UINT32_MAX) return tci_json_fail(json, TC_E_PARSE, "a category needs a name");
    tci_doc_category *category = &doc->categories[index];
    if (category->declared) {
        tci_slice name = tci_doc_slice(doc, category->name);
        return tci_json_fail(json, TC_E_PARSE, "two categories are called \"%.*s\"",
                             (int)TCI_MIN(name.len, (size_t)80), (const char *)name.data);
    }
    category->declared = true;
    category->color = color;
    return true;
}

bool tci_read_categories(tci_json *json, tci_doc *doc, bool strict) {
    if (!tci_json_array(json)) return false;
    while (tci_json_element(json))
        if (!read_one(json, doc, strict)) return false;
    return json->code == TC_OK;
}
