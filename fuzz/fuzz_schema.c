/* The record codecs: the bytes of any record of any space, by its schema, to JSON and back; the
 * readers of flat commands and rows that other targets reach only through a store. */
#include "api/record_json.h"
#include "catalog/map_compiled.h"
#include "fuzz.h"
#include "outbox/template.h"

/* What can be shown can be taken back, and is the same. */
static void there_and_back(const char *fields, tci_slice bytes, bool key) {
    json_t *object = json_object();
    tci_reader reader = tci_reader_of(bytes);
    if (tci_fields_show(object, fields, &reader, key) == TC_OK) {
        tci_buf back;
        const char *failed = NULL;
        tci_buf_init(&back, NULL, 0);
        FUZZ_MUST(tci_fields_take(object, fields, &back, key, &failed));
        FUZZ_MUST(back.len == bytes.len);
        /* Room without meaning is not carried. */
        if (!strstr(fields, "-:") && bytes.len)
            FUZZ_MUST(memcmp(back.data, bytes.data, bytes.len) == 0);
        tci_buf_free(&back);
    }
    json_decref(object);
}

/* And what any JSON at all is taken for. What our reader takes, another one reads the same. */
static void take_any(const char *fields, tci_slice text) {
    json_t *line = NULL;
    int32_t code = tci_object_read(text, &line);
    FUZZ_MUST((code == TC_OK) == (line != NULL));
    if (line) {
        json_t *other = json_loadb(text.data, text.len, 0, NULL);
        FUZZ_MUST(json_equal(line, other));
        json_decref(other);
    }
    tci_buf out;
    const char *failed = NULL;
    tci_buf_init(&out, NULL, 0);
    if (json_is_object(line) && !tci_fields_take(line, fields, &out, false, &failed))
        FUZZ_MUST(failed != NULL);
    tci_buf_free(&out);
    json_decref(line);
}

static void read_flat(tci_slice bytes) {
    tci_arena arena = {0};
    tci_variables variables = {.arena = &arena};
    tci_compiled map;
    tci_template row;
    tci_variables_read(bytes, &variables);
    for (uint32_t i = 0; i < variables.count; i++)
        FUZZ_MUST(variables.list[i].name.len + variables.list[i].value.len <= bytes.len);
    (void)tci_template_read(bytes, bytes, &row);
    if (tci_compiled_read(bytes, &map)) {
        tci_reader in = tci_reader_of(map.category_part);
        tci_layout_category category;
        for (uint32_t i = 0; i < map.categories; i++) tci_layout_category_read(&in, &category);
        for (uint32_t i = 0; i < map.rows; i++) (void)tci_compiled_row_at(&map, i);
        for (uint32_t i = 0; i < map.live; i++) (void)tci_compiled_seat_at(&map, i);
    }
    tci_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    const tci_schema *schema = tci_schema_of(data[0]);
    tci_slice rest = tci_slice_of(data + 2, size - 2);
    if (!schema) {
        read_flat(rest);
        return 0;
    }
    if (data[1] % 4 == 0) there_and_back(schema->key, rest, true);
    else if (data[1] % 4 == 1) take_any(schema->record, rest);
    else if (data[1] % 4 == 2) take_any(schema->key, rest);
    else there_and_back(schema->record, rest, false);
    return 0;
}
