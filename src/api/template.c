/* The public calls of templates: the halves of their verbs, finding one with its fallback, and
 * rendering a text without a store. */
#include "outbox/template.h"
#include "api/outbox.h"
#include "api/text.h"
#include "engine/engine.h"
#include "outbox/outbox.h"

static int32_t fail_template(tc_error *error, const char *field, const tci_template_fault *fault) {
    tci_fail(error, TC_E_TEMPLATE, field, "%s, line %llu, byte %llu: %s", field,
             (unsigned long long)fault->line, (unsigned long long)fault->byte, fault->sentence);
    if (error) {
        error->line = fault->line;
        error->subject = fault->byte;
    }
    return TC_E_TEMPLATE;
}

static int32_t check_locale(const char *locale, char out[TC_LOCALE_MAX + 1], tc_error *error) {
    if (tci_locale_normal(locale, out)) return TC_OK;
    return tci_fail(error, TC_E_INVALID, "locale",
                    "locale is not of the form \"de\" or \"de-AT\", at most %d bytes",
                    TC_LOCALE_MAX);
}

static int32_t check_template(const char *text, size_t min, size_t max, const char *field,
                              tc_error *error) {
    tci_template_fault fault;
    int32_t code = tci_check_long_text(text, min, max, field, error);
    if (code != TC_OK || tci_template_check(tci_slice_str(text), &fault)) return code;
    return fail_template(error, field, &fault);
}

int32_t tci_template_put_encode(tc_engine *engine, const void *from, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_template_put_request *request = from;
    char locale[TC_LOCALE_MAX + 1];
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, TC_TEMPLATE_HTML, "flags", error);
    if (code == TC_OK) code = tci_check_flags(request->reserved, 0, "reserved", error);
    if (code == TC_OK) code = tci_check_message_kind(request->kind, request->channel, error);
    if (code == TC_OK) code = check_locale(request->locale, locale, error);
    if (code == TC_OK)
        code = check_template(request->subject, 0, TC_TEMPLATE_SUBJECT_MAX, "subject", error);
    if (code == TC_OK) code = check_template(request->body, 1, TC_TEMPLATE_MAX, "body", error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, request->flags);
    tci_buf_u32(command, request->kind);
    tci_buf_u32(command, request->channel);
    tci_buf_u32(command, request->expected_version);
    tci_buf_text(command, tci_slice_str(locale));
    tci_buf_text(command, tci_slice_str(request->subject));
    tci_buf_text(command, tci_slice_str(request->body));
    return TC_OK;
}

void tci_template_put_decode(tc_engine *engine, const void *request, const tci_call *call,
                             void *to) {
    tc_template_put_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->id = tci_read_u64(&answer);
    result->version = tci_read_u32(&answer);
}

int32_t tci_template_delete_encode(tc_engine *engine, const void *from, tci_call *call,
                                   tci_buf *command, tc_error *error) {
    const tc_template_delete_request *request = from;
    char locale[TC_LOCALE_MAX + 1];
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(request->reserved, 0, "reserved", error);
    if (code == TC_OK) code = tci_check_message_kind(request->kind, request->channel, error);
    if (code == TC_OK) code = check_locale(request->locale, locale, error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, request->kind);
    tci_buf_u32(command, request->channel);
    tci_buf_u32(command, request->expected_version);
    tci_buf_text(command, tci_slice_str(locale));
    return TC_OK;
}

int32_t tc_template_put(tc_engine *engine, const tc_template_put_request *request,
                        tc_template_put_result *result, tc_error *error) {
    return tc_command_run(engine, TC_TEMPLATE_PUT, request, result, error);
}

int32_t tc_template_delete(tc_engine *engine, const tc_template_delete_request *request,
                           tc_error *error) {
    return tc_command_run(engine, TC_TEMPLATE_DELETE, request, NULL, error);
}

static const char *keep(tc_snapshot *snapshot, tci_slice text) {
    if (text.len == 0) return "";
    const char *copy = tci_arena_copy(tci_snapshot_arena(snapshot), text.data, text.len);
    return copy ? copy : "";
}

static void fill_template(tc_snapshot *snapshot, const tci_template *from, tc_template *out) {
    *out = (tc_template)TC_TEMPLATE_INIT;
    out->flags = from->flags;
    out->id = from->id;
    out->kind = from->kind;
    out->channel = from->channel;
    out->version = from->version;
    out->updated_at_ms = from->updated_at_ms;
    out->locale = keep(snapshot, from->locale);
    out->subject = keep(snapshot, from->subject);
}

int32_t tc_template_get(tc_snapshot *snapshot, uint32_t kind, uint32_t channel, const char *locale,
                        tc_template *out, tc_error *error) {
    tc_template full;
    char normal[TC_LOCALE_MAX + 1];
    int32_t code = tci_struct_in(out, sizeof full, sizeof full, &full, "out", error);
    if (code == TC_OK) code = tci_check_message_kind(kind, channel, error);
    if (code == TC_OK) code = check_locale(locale, normal, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_template found;
    tci_template_find(tci_snapshot_view(snapshot), kind, channel, tci_slice_str(normal),
                      tci_snapshot_arena(snapshot), &found);
    fill_template(snapshot, &found, &full);
    full.body = keep(snapshot, found.body);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) tci_struct_out(out, &full, sizeof full);
    return code;
}

int32_t tc_template_list(tc_snapshot *snapshot, tc_template *list, uint32_t capacity,
                         uint32_t *count, tc_error *error) {
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(list, "list", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_key prefix = tci_key_of(0, TCI_SPACE_TEMPLATE);
    tci_cursor cursor;
    tci_slice key, value;
    uint32_t found = 0;
    tci_cursor_open(&cursor, tci_snapshot_view(snapshot), &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_template row;
        if (!tci_template_read(key, value, &row)) continue;
        if (found < capacity) fill_template(snapshot, &row, &list[found]);
        found++;
    }
    tci_cursor_close(&cursor);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) *count = found;
    return code;
}

/* The caller's variables as the renderer wants them. */
static bool gather(const tc_variable *from, uint32_t count, tci_variables *to) {
    tci_buf bytes;
    tci_buf_init(&bytes, NULL, 0);
    tci_variables_write(&bytes, from, count);
    const void *copy = bytes.failed ? NULL : tci_arena_copy(to->arena, bytes.data, bytes.len);
    if (copy) tci_variables_read(tci_slice_of(copy, bytes.len), to);
    tci_buf_free(&bytes);
    return copy && !to->failed;
}

int32_t tc_template_render(const char *text, const tc_variable *variables, uint32_t count,
                           uint32_t escaping, char *buffer, size_t capacity, size_t *length,
                           tc_error *error) {
    int32_t code = tci_check_not_null(text, "text", error);
    if (code == TC_OK) code = tci_text_check(buffer, capacity, error);
    if (code == TC_OK && strnlen(text, TC_TEMPLATE_MAX + 1) > TC_TEMPLATE_MAX)
        code = tci_fail(error, TC_E_LIMIT, "text", "text may be at most %d bytes", TC_TEMPLATE_MAX);
    if (code == TC_OK && escaping > TC_ESCAPE_JSON)
        code = tci_fail(error, TC_E_INVALID, "escaping", "escaping %u is not known", escaping);
    if (code == TC_OK) code = tci_check_variables(variables, count, SIZE_MAX, error);
    if (code != TC_OK) return code;
    tci_arena arena = {0};
    tci_variables list = {.arena = &arena};
    tci_template_fault fault;
    tci_buf made;
    tci_buf_init(&made, NULL, 0);
    code = gather(variables, count, &list) ? TC_OK : TC_E_NOMEM;
    if (code == TC_OK)
        code =
            tci_template_render(tci_slice_str(text), &list, escaping, TC_BODY_MAX, &made, &fault);
    if (code == TC_OK) code = tci_text_give(tci_buf_slice(&made), buffer, capacity, length, error);
    else if (code == TC_E_TEMPLATE) code = fail_template(error, "text", &fault);
    else if (code == TC_E_LIMIT)
        code = tci_fail(error, code, "text", "the text would have more than %d bytes", TC_BODY_MAX);
    else code = tci_fail(error, code, NULL, NULL);
    tci_buf_free(&made);
    tci_arena_free(&arena);
    return code;
}
