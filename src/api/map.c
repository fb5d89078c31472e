/* The commands of maps as their callers give them, and checking a document without a store. The
 * document is parsed and compiled here, on the caller's thread; the command carries the result.
 * Reading is in map_read.c. */
#include "catalog/map.h"
#include "api/catalog.h"
#include "catalog/map_import.h"

int32_t tc_map_create(tc_engine *engine, const tc_map_create_request *request,
                      tc_map_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MAP_CREATE, request, result, error);
}

int32_t tc_map_update(tc_engine *engine, const tc_map_update_request *request,
                      tc_map_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MAP_UPDATE, request, result, error);
}

int32_t tc_map_publish(tc_engine *engine, const tc_map_publish_request *request,
                       tc_map_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MAP_PUBLISH, request, result, error);
}

int32_t tc_map_delete(tc_engine *engine, const tc_map_delete_request *request,
                      tc_map_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MAP_DELETE, request, result, error);
}

static int32_t check_document(const char *text, size_t text_bytes, uint32_t form,
                              const char *bytes_field, tc_error *error) {
    int32_t code = tci_check_not_null(text, "text", error);
    if (code == TC_OK && text_bytes == 0)
        code = tci_fail(error, TC_E_INVALID, bytes_field, "%s may not be 0", bytes_field);
    if (code == TC_OK && text_bytes > TC_IMPORT_BYTES_MAX)
        code = tci_fail(error, TC_E_LIMIT, bytes_field, "a document has at most %d bytes",
                        TC_IMPORT_BYTES_MAX);
    if (code == TC_OK && form > TC_MAP_FORM_CSV)
        code = tci_fail(error, TC_E_INVALID, "form", "form is %u; there are 0 to %d",
                        (unsigned)form, TC_MAP_FORM_CSV);
    return code;
}

/* What create and update share. */
typedef struct import_wish {
    tci_map_spec spec;
    const char *name;
    const char *text;
    size_t text_bytes;
    size_t reserved_bytes;
    uint32_t form;
    uint32_t flags;
    uint32_t reserved;
} import_wish;

static int32_t encode_import(import_wish *wish, bool must_have_name, tci_buf *command,
                             tc_error *error) {
    int32_t code = tci_check_flags(wish->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(wish->reserved, 0, "reserved", error);
    if (code == TC_OK && wish->reserved_bytes)
        code = tci_fail(error, TC_E_INVALID, "reserved_bytes", "reserved_bytes must be 0");
    if (code == TC_OK) code = tci_check_text(wish->name, 0, TC_NAME_MAX, "name", error);
    if (code == TC_OK)
        code = check_document(wish->text, wish->text_bytes, wish->form, "text_bytes", error);
    if (code != TC_OK) return code;
    wish->spec.name = tci_slice_str(wish->name);
    tci_map_spec_write(command, &wish->spec);
    size_t start = command->len;
    code = tci_map_import(tci_slice_of(wish->text, wish->text_bytes), wish->form, command, error);
    if (code != TC_OK || command->failed) return code; /* the caller looks at `failed` */
    tci_compiled compiled;
    bool sound =
        tci_compiled_read(tci_slice_of(command->data + start, command->len - start), &compiled);
    TCI_ASSERT(sound);
    if (must_have_name && wish->spec.name.len == 0 && compiled.name.len == 0)
        return tci_fail(error, TC_E_INVALID, "name",
                        "name may not be empty: the document names no map");
    return TC_OK;
}

int32_t tci_map_create_encode(tc_engine *engine, const void *request, tci_call *call,
                              tci_buf *command, tc_error *error) {
    const tc_map_create_request *from = request;
    import_wish wish = {
        .spec = {.venue = from->venue},
        .name = from->name,
        .text = from->text,
        .text_bytes = from->text_bytes,
        .reserved_bytes = from->reserved_bytes,
        .form = from->form,
        .flags = from->flags,
        .reserved = from->reserved,
    };
    (void)engine;
    (void)call;
    return encode_import(&wish, true, command, error);
}

int32_t tci_map_update_encode(tc_engine *engine, const void *request, tci_call *call,
                              tci_buf *command, tc_error *error) {
    const tc_map_update_request *from = request;
    import_wish wish = {
        .spec = {.map = from->map, .expected_version = from->expected_version},
        .name = from->name,
        .text = from->text,
        .text_bytes = from->text_bytes,
        .reserved_bytes = from->reserved_bytes,
        .form = from->form,
        .flags = from->flags,
        .reserved = from->reserved,
    };
    (void)engine;
    (void)call;
    return encode_import(&wish, false, command, error);
}

int32_t tci_map_publish_encode(tc_engine *engine, const void *request, tci_call *call,
                               tci_buf *command, tc_error *error) {
    const tc_map_publish_request *from = request;
    tci_map_spec spec = {.map = from->map,
                         .expected_version = from->expected_version,
                         .map_version = from->map_version};
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(from->reserved, 0, "reserved", error);
    if (code == TC_OK) tci_map_spec_write(command, &spec);
    return code;
}

int32_t tci_map_delete_encode(tc_engine *engine, const void *request, tci_call *call,
                              tci_buf *command, tc_error *error) {
    const tc_map_delete_request *from = request;
    tci_map_spec spec = {.map = from->map, .expected_version = from->expected_version};
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK) tci_map_spec_write(command, &spec);
    return code;
}

void tci_map_decode(tc_engine *engine, const void *request, const tci_call *call, void *result) {
    tc_map_result *out = result;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine;
    (void)request;
    out->map = tci_read_u64(&answer);
    out->version = tci_read_u64(&answer);
    out->map_version = tci_read_u32(&answer);
    out->seats = tci_read_u32(&answer);
    out->seats_added = tci_read_u32(&answer);
    out->seat_numbers = tci_read_u32(&answer);
    out->seats_retired = out->seat_numbers - out->seats;
}

/* Count what a compiled map holds. */
static void fill_report(const tci_compiled *compiled, tc_map_report *out) {
    out->form = compiled->form;
    out->seats = compiled->live;
    out->rows = compiled->rows;
    out->sections = compiled->sections;
    out->categories = compiled->categories;
    out->areas = compiled->areas;
    out->min_x = compiled->box.min_x;
    out->min_y = compiled->box.min_y;
    out->max_x = compiled->box.max_x;
    out->max_y = compiled->box.max_y;
    size_t len = TCI_MIN(compiled->name.len, (size_t)TC_NAME_MAX);
    memset(out->name, 0, sizeof out->name);
    if (len) memcpy(out->name, compiled->name.data, len);
    for (uint32_t r = 0; r < compiled->rows; r++) {
        tci_compiled_row row = tci_compiled_row_at(compiled, r);
        for (uint32_t i = 0; i < row.count; i++) {
            uint16_t flags = tci_compiled_seat_at(compiled, row.first + i).flags;
            bool inner = i + 1 < row.count || (row.kind != TC_ROW_LINE && row.count > 2);
            out->aisles += inner && (flags & TC_SEAT_FLAG_AISLE_RIGHT);
            out->accessible += (flags & TC_SEAT_FLAG_ACCESSIBLE) != 0;
            out->companion += (flags & TC_SEAT_FLAG_COMPANION) != 0;
            out->restricted_view += (flags & TC_SEAT_FLAG_RESTRICTED_VIEW) != 0;
        }
    }
    tci_reader areas = tci_reader_of(compiled->area_part);
    for (uint32_t i = 0; i < compiled->areas; i++) {
        tci_layout_area area;
        tci_layout_area_read(&areas, &area);
        out->area_capacity += area.capacity;
    }
}

int32_t tc_map_validate(const char *text, size_t text_bytes, uint32_t form, tc_map_report *report,
                        tc_error *error) {
    tc_map_report full = TC_MAP_REPORT_INIT;
    tci_compiled compiled;
    tci_buf buf;
    int32_t code = check_document(text, text_bytes, form, "text_bytes", error);
    if (code == TC_OK && report)
        code = tci_struct_in(report, sizeof full, sizeof full, &full, "report", error);
    if (code != TC_OK) return code;
    tci_buf_init(&buf, NULL, 0);
    code = tci_map_import(tci_slice_of(text, text_bytes), form, &buf, error);
    if (code == TC_OK && report) {
        bool sound = tci_compiled_read(tci_buf_slice(&buf), &compiled);
        TCI_ASSERT(sound);
        full = (tc_map_report)TC_MAP_REPORT_INIT;
        fill_report(&compiled, &full);
        tci_struct_out(report, &full, sizeof full);
    }
    tci_buf_free(&buf);
    return code;
}
