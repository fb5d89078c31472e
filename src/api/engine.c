/* The public calls on an engine as a whole: opening with the library's domain, state, metrics. */
#include <inttypes.h>
#include <stdio.h>

#include "api/domain.h"
#include "api/verb.h"
#include "engine/engine.h"
#include "outbox/outbox.h"
#include "ticketcore/payment.h"

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
        full.clock_behind_ms = tci_engine_clock_behind(engine, full.clock_ms);
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

static void say_gauge(tci_buf *text, const char *name, const char *help, double value) {
    char lines[400];
    int len = snprintf(lines, sizeof lines, "# TYPE %s gauge\n# HELP %s %s\n%s %.9g\n", name, name,
                       help, name, value);
    tci_buf_bytes(text, lines, TCI_MIN((size_t)len, sizeof lines - 1));
}

/* What the store counted since it was made, whoever did it. */
static void write_store_totals(tc_engine *engine, tci_buf *text) {
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    if (tc_engine_stat_get(engine, &stat, NULL) != TC_OK) return;
    const struct {
        const char *name, *help;
        uint64_t value;
    } totals[] = {
        {"commits", "Commits that landed.", stat.commits},
        {"feed_records", "Events of record.", stat.feed_next - 1},
        {"events", "Events made.", stat.events},
        {"holds", "Holds made.", stat.holds},
        {"orders", "Orders made.", stat.orders},
        {"messages", "Messages queued.", stat.messages},
    };
    for (size_t i = 0; i < TCI_COUNT(totals); i++) {
        char lines[300];
        const char *name = totals[i].name;
        int len = snprintf(lines, sizeof lines,
                           "# TYPE ticketcore_store_%s counter\n# HELP ticketcore_store_%s %s\n"
                           "ticketcore_store_%s_total %" PRIu64 "\n",
                           name, name, totals[i].help, name, totals[i].value);
        tci_buf_bytes(text, lines, TCI_MIN((size_t)len, sizeof lines - 1));
    }
}

/* What waits for the host's workers, at the moment of a snapshot; left out when it cannot be read.
 */
static void write_work_metrics(tc_engine *engine, tci_buf *text) {
    tc_snapshot *snapshot;
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return;
    bool counted = tc_payment_backlog_get(snapshot, &backlog, NULL) == TC_OK;
    int64_t now_ms = tci_snapshot_now(snapshot), lag_ms = 0;
    bool read = tci_snapshot_enter(snapshot, NULL) == TC_OK;
    if (read) lag_ms = tci_outbox_lag(tci_snapshot_view(snapshot), now_ms);
    if (read) read = tci_snapshot_leave(snapshot, TC_OK, NULL) == TC_OK;
    tc_snapshot_close(snapshot);
    if (read)
        say_gauge(text, "ticketcore_outbox_lag_seconds", "Wait of the message that is due longest.",
                  (double)lag_ms / 1000);
    if (!counted) return;
    say_gauge(text, "ticketcore_payment_commands_due", "Payment commands a worker may lease now.",
              (double)backlog.due);
    say_gauge(text, "ticketcore_payment_commands_leased", "Payment commands a worker has.",
              (double)backlog.leased);
    say_gauge(text, "ticketcore_payment_commands_parked", "Payment commands given up on.",
              (double)backlog.parked);
    int64_t waited_ms = backlog.oldest_due_ms ? now_ms - backlog.oldest_due_ms : 0;
    say_gauge(text, "ticketcore_payment_lag_seconds", "Wait of the payment command due longest.",
              (double)waited_ms / 1000);
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
    write_store_totals(engine, &text);
    write_work_metrics(engine, &text);
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
