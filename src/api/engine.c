/* The public calls on an engine as a whole: opening with the library's domain, state, metrics. */
#include "engine/engine.h"
#include "api/domain.h"
#include "api/verb.h"

int32_t tc_engine_open(const char *path, const tc_engine_options *options, tc_engine **engine,
                       tc_error *error) {
    tc_engine_options full = TC_ENGINE_OPTIONS_INIT;
    int32_t code = tci_check_not_null(engine, "engine", error);
    if (code == TC_OK && options)
        code = tci_struct_in(options, sizeof full, sizeof full, &full, "options", error);
    if (code != TC_OK) return code;
    if (!(full.flags & TC_OPEN_MEMORY)) {
        code = tci_check_not_null(path, "path", error);
        if (code == TC_OK && (!*path || strlen(path) > 3000))
            code = tci_fail(error, TC_E_INVALID, "path", "path must be 1 … 3000 bytes");
        if (code != TC_OK) return code;
    }
    return tci_engine_open(path, &full, &tci_domain_all, engine, error);
}

int32_t tc_engine_close(tc_engine *engine, tc_error *error) {
    return tci_engine_close(engine, error);
}

int32_t tc_engine_stat_get(tc_engine *engine, tc_engine_stat *stat, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    tc_engine_stat full;
    if (code == TC_OK) code = tci_struct_in(stat, sizeof full, sizeof full, &full, "stat", error);
    tc_snapshot *snapshot = NULL;
    if (code == TC_OK) code = tc_snapshot_open(engine, &snapshot, error);
    if (code != TC_OK) return code;
    tci_engine_fill_stat(engine, &full);
    code = tci_snapshot_enter(snapshot, error);
    if (code == TC_OK) {
        tci_view *view = tci_snapshot_view(snapshot);
        full.clock_ms = (int64_t)tci_slot_get(view, 0, TCI_SLOT_CLOCK);
        full.commits = tci_slot_get(view, 0, TCI_SLOT_BATCH);
        full.feed_next = tci_slot_peek(view, 0, TCI_SLOT_FEED_NEXT);
        full.feed_oldest = tci_slot_peek(view, 0, TCI_SLOT_FEED_OLDEST);
        full.events = tci_slot_peek(view, 0, TCI_SLOT_EVENT_NEXT) - 1;
        full.holds = tci_slot_peek(view, 0, TCI_SLOT_HOLD_NEXT) - 1;
        full.orders = tci_slot_peek(view, 0, TCI_SLOT_ORDER_NEXT) - 1;
        full.messages = tci_slot_peek(view, 0, TCI_SLOT_MESSAGE_NEXT) - 1;
        code = tci_snapshot_leave(snapshot, TC_OK, error);
    }
    tc_snapshot_close(snapshot);
    if (code == TC_OK) tci_struct_out(stat, &full, sizeof full);
    return code;
}

int32_t tc_engine_metrics(tc_engine *engine, char *buffer, size_t capacity, size_t *length,
                          tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code == TC_OK) code = tci_check_not_null(length, "length", error);
    if (code == TC_OK && capacity && !buffer)
        code = tci_fail(error, TC_E_INVALID, "buffer",
                        "buffer may not be NULL when capacity is not 0");
    if (code != TC_OK) return code;
    tci_buf text;
    tci_buf_init(&text, NULL, 0);
    tci_engine_write_metrics(engine, &text);
    tci_buf_bytes(&text, "# EOF\n", 7); /* with its NUL */
    if (text.failed) {
        code = tci_fail(error, TC_E_NOMEM, NULL, NULL);
    } else {
        *length = text.len - 1;
        if (text.len <= capacity) memcpy(buffer, text.data, text.len);
        else code = tci_fail(error, TC_E_BUFFER, "capacity", "the text needs %zu bytes", text.len);
    }
    tci_buf_free(&text);
    return code;
}
