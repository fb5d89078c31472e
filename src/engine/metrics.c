/* What the engine counts and how it says it: OpenMetrics text of the writer and the store. Counting
 * never locks. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "engine/engine_internal.h"

void tci_histogram_add(tci_histogram *histogram, uint64_t value) {
    unsigned bucket = 0;
    while (bucket + 1 < HISTOGRAM_BUCKETS && (UINT64_C(1) << bucket) < value) bucket++;
    atomic_fetch_add_explicit(&histogram->buckets[bucket], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&histogram->sum, value, memory_order_relaxed);
    atomic_fetch_add_explicit(&histogram->count, 1, memory_order_relaxed);
}

static void say(tci_buf *text, const char *format, ...) TCI_PRINTF(2, 3);
static void say(tci_buf *text, const char *format, ...) {
    char line[256];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (len > 0) tci_buf_bytes(text, line, TCI_MIN((size_t)len, sizeof line - 1));
}

static void say_histogram(tci_buf *text, const char *name, const char *help, double unit,
                          const tci_histogram *histogram) {
    uint64_t below = 0;
    say(text, "# TYPE %s histogram\n# HELP %s %s\n", name, name, help);
    for (unsigned i = 0; i < 25; i++) {
        below += atomic_load(&histogram->buckets[i]);
        say(text, "%s_bucket{le=\"%.9g\"} %" PRIu64 "\n", name, (double)(UINT64_C(1) << i) * unit,
            below);
    }
    uint64_t count = atomic_load(&histogram->count);
    say(text, "%s_bucket{le=\"+Inf\"} %" PRIu64 "\n", name, count);
    say(text, "%s_sum %.9g\n%s_count %" PRIu64 "\n", name,
        (double)atomic_load(&histogram->sum) * unit, name, count);
}

static void say_number(tci_buf *text, const char *name, const char *type, const char *help,
                       uint64_t value) {
    say(text, "# TYPE %s %s\n# HELP %s %s\n", name, type, name, help);
    say(text, "%s%s %" PRIu64 "\n", name, strcmp(type, "counter") == 0 ? "_total" : "", value);
}

static void say_store(tc_engine *engine, tci_buf *text) {
    tci_store_stat stat = {0};
    if (tci_store_stat_get(engine->store, &stat) != TC_OK) return;
    say_number(text, "ticketcore_store_map_bytes", "gauge", "Bytes the store may grow to.",
               stat.map_bytes);
    say_number(text, "ticketcore_store_used_bytes", "gauge", "Bytes in use, high-water mark.",
               stat.used_bytes);
    say_number(text, "ticketcore_store_file_bytes", "gauge", "Size of the data file.",
               stat.file_bytes);
    say_number(text, "ticketcore_store_readers", "gauge", "Reader slots in use, all processes.",
               stat.readers);
    say_number(text, "ticketcore_store_oldest_reader_lag_commits", "gauge",
               "Commits since the oldest open snapshot.", stat.oldest_reader_lag);
}

void tci_engine_write_metrics(tc_engine *engine, tci_buf *text) {
    const tci_metrics *m = &engine->metrics;
    const struct {
        const char *name, *help;
        const _Atomic uint64_t *value;
    } counters[] = {
        {"ticketcore_commits", "Commits that landed.", &m->commits},
        {"ticketcore_commit_failures", "Commits that did not.", &m->commit_failures},
        {"ticketcore_empty_batches", "Batches in which nothing changed.", &m->empty_batches},
        {"ticketcore_commands_done", "Commands that took effect or were replayed.", &m->done},
        {"ticketcore_commands_refused", "Commands refused or failed.", &m->refused},
        {"ticketcore_commands_replayed", "Commands answered from their request id.", &m->replayed},
        {"ticketcore_events", "Events of record.", &m->events},
    };
    for (size_t i = 0; i < TCI_COUNT(counters); i++)
        say_number(text, counters[i].name, "counter", counters[i].help,
                   atomic_load(counters[i].value));
    say_histogram(text, "ticketcore_batch_commands", "Commands in a commit.", 1,
                  &m->batch_commands);
    say_histogram(text, "ticketcore_commit_seconds", "Time of a commit with its flush.", 1e-6,
                  &m->commit_us);
    say_number(text, "ticketcore_commands_waiting", "gauge", "Commands queued or being run.",
               atomic_load(&engine->waiting));
    say_number(text, "ticketcore_snapshots", "gauge", "Snapshots open on this handle.",
               atomic_load(&engine->open_snapshots));
    say_store(engine, text);
}

void tci_engine_fill_stat(tc_engine *engine, tc_engine_stat *stat) {
    tci_store_stat store = {0};
    stat->disk_format = engine->disk_format;
    memcpy(stat->store_id, engine->store_id, sizeof stat->store_id);
    stat->created_at_ms = engine->created_at_ms;
    stat->snapshots = atomic_load(&engine->open_snapshots);
    if (tci_store_stat_get(engine->store, &store) != TC_OK) return;
    stat->map_bytes = store.map_bytes;
    stat->used_bytes = store.used_bytes;
    stat->file_bytes = store.file_bytes;
    stat->page_bytes = store.page_bytes;
    stat->readers = store.readers;
    stat->max_readers = store.max_readers;
    stat->oldest_reader_lag = store.oldest_reader_lag;
}
