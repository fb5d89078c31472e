/* tc_load: a new store from a dump. Built in a folder beside its place, verified there, and copied
 * to its place whole; what goes wrong leaves nothing behind, and what a dead load left is cleared
 * away by the next to the same place. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/load_folder.h"
#include "api/record_json.h"
#include "api/verb.h"
#include "base/checksum.h"
#include "base/secret.h"
#include "ticketcore/care.h"

#define LINES_A_COMMIT 20000u

typedef struct loader {
    FILE *in;
    tci_store *store;
    tci_txn *txn;
    tci_view *view;
    tci_buf key;
    tci_buf value;
    uint64_t line;
    uint64_t checksum;
    bool ended;
    tc_error *error;
} loader;

static int32_t bad_line(loader *from, const char *field, const char *sentence) {
    tc_error full = TC_ERROR_INIT;
    tci_fail(&full, TC_E_PARSE, field, "line %llu: %s", (unsigned long long)from->line, sentence);
    full.line = from->line;
    return tci_error_give(from->error, &full);
}

static int32_t begin(loader *from) {
    int32_t code = tci_store_begin(from->store, TCI_TXN_WRITE, &from->txn);
    if (code != TC_OK) return tci_fail(from->error, code, "path", NULL);
    tci_view_begin(from->view, from->txn, true);
    return TC_OK;
}

static int32_t commit(loader *from) {
    int32_t code = tci_view_flush(from->view);
    tci_view_end(from->view);
    if (code == TC_OK) code = tci_txn_commit(from->txn);
    else tci_txn_abort(from->txn);
    from->txn = NULL;
    return code == TC_OK ? TC_OK : tci_fail(from->error, code, "path", NULL);
}

static int32_t load_row(loader *from, const tci_schema *schema, uint64_t partition,
                        const json_t *line) {
    const char *field = "key";
    tci_key key = tci_key_of(partition, schema->space);
    tci_buf_clear(&from->key);
    tci_buf_clear(&from->value);
    if (!tci_fields_take(json_object_get(line, "key"), schema->key, &from->key, true, &field) ||
        !tci_fields_take(line, schema->record, &from->value, false, &field))
        return bad_line(from, field, "a field is missing or not of its type");
    if (from->key.len > TCI_KEY_MAX - 9u || from->value.len > TCI_ROW_MAX)
        return bad_line(from, "key", "a key or a record is too long");
    tci_key_bytes(&key, from->key.data, from->key.len);
    if (schema->space == TCI_SPACE_FORMAT) tci_store32(from->value.data + 16, TC_DISK_FORMAT);
    tci_row_put(from->view, &key, tci_buf_slice(&from->value));
    return TC_OK;
}

static int32_t load_slots(loader *from, uint8_t *bytes, const json_t *slots) {
    for (int i = 0; i < TCI_PAGE_ROOM / 8; i++) {
        char name[8];
        uint64_t value;
        snprintf(name, sizeof name, "%d", i);
        json_t *given = json_object_get(slots, name);
        if (!given) continue;
        if (!tci_number_take(given, &value)) return bad_line(from, "slots", "a slot is no number");
        tci_store64(bytes + 8 * i, value);
    }
    return TC_OK;
}

static int32_t load_page(loader *from, const tci_schema *schema, uint64_t partition,
                         const json_t *line) {
    uint64_t page, stamp;
    if (!tci_number_take(json_object_get(line, "page"), &page) ||
        !tci_number_take(json_object_get(line, "stamp"), &stamp))
        return bad_line(from, "page", "page or stamp is no number");
    tci_page_set_stamp(from->view, partition, schema->space, page, stamp);
    uint8_t *bytes = tci_page_write(from->view, partition, schema->space, page);
    if (schema->shape == TCI_SHAPE_SLOTS)
        return load_slots(from, bytes, json_object_get(line, "slots"));
    if (schema->shape == TCI_SHAPE_ARRAY) return TC_OK;
    json_t *hex = json_object_get(line, "bytes");
    tci_buf_clear(&from->value);
    if (!json_is_string(hex) ||
        !tci_hex_take(json_string_value(hex), json_string_length(hex), &from->value) ||
        from->value.len > TCI_PAGE_ROOM)
        return bad_line(from, "bytes", "bytes must be hexadecimal and fit a page");
    if (from->value.len) memcpy(bytes, from->value.data, from->value.len);
    return TC_OK;
}

static int32_t load_element(loader *from, const tci_schema *schema, uint64_t partition,
                            const json_t *line) {
    uint64_t index;
    const char *field = "index";
    tci_buf_clear(&from->value);
    if (!tci_number_take(json_object_get(line, "index"), &index) ||
        !tci_fields_take(line, schema->record, &from->value, false, &field) ||
        from->value.len != schema->record_bytes)
        return bad_line(from, field, "a field is missing or not of its type");
    const tci_array array = {schema->space, schema->record_bytes, false};
    memcpy(tci_array_at(from->view, &array, partition, index), from->value.data, from->value.len);
    return TC_OK;
}

/* The first line and the last. */
static int32_t load_frame(loader *from, const json_t *line, uint64_t checksum_before) {
    const char *what = json_string_value(json_object_get(line, "ticketcore"));
    if (what && strcmp(what, "dump") == 0 && from->line == 1) {
        json_t *format = json_object_get(line, "disk_format");
        if (!json_is_integer(format))
            return bad_line(from, "disk_format", "disk_format is missing");
        if (json_integer_value(format) > TC_DISK_FORMAT)
            return tci_fail(from->error, TC_E_FORMAT_NEWER, "disk_format",
                            "the dump has disk format %lld; this library knows up to %d",
                            (long long)json_integer_value(format), TC_DISK_FORMAT);
        return TC_OK;
    }
    if (!what || strcmp(what, "end") != 0 || from->line == 1)
        return bad_line(from, "ticketcore", "this is not a line of a dump");
    char text[24];
    uint64_t lines = 0;
    snprintf(text, sizeof text, "%016llx", (unsigned long long)checksum_before);
    const char *given = json_string_value(json_object_get(line, "checksum"));
    if (!tci_number_take(json_object_get(line, "lines"), &lines) || lines != from->line - 1 ||
        !given || strcmp(given, text) != 0)
        return bad_line(from, "checksum", "the lines before are not those that were written");
    from->ended = true;
    return TC_OK;
}

static int32_t load_line(loader *from, const char *text, size_t len) {
    uint64_t before = from->checksum;
    from->checksum = tci_checksum(text, len, before);
    if (from->ended) return bad_line(from, "ticketcore", "something stands behind the end");
    json_t *line;
    int32_t code = tci_object_read(tci_slice_of(text, len), &line);
    if (code == TC_E_NOMEM) return tci_fail(from->error, code, NULL, NULL);
    if (code != TC_OK) return bad_line(from, NULL, "this is not a JSON object");
    uint64_t partition;
    const char *name = json_string_value(json_object_get(line, "space"));
    const tci_schema *schema = name ? tci_schema_named(name) : NULL;
    if (!name || from->line == 1) code = load_frame(from, line, before);
    else if (!schema) code = bad_line(from, "space", "there is no such space");
    else if (!tci_number_take(json_object_get(line, "partition"), &partition))
        code = bad_line(from, "partition", "partition is no number");
    else if (schema->shape == TCI_SHAPE_ROW) code = load_row(from, schema, partition, line);
    else if (json_object_get(line, "page")) code = load_page(from, schema, partition, line);
    else if (schema->shape == TCI_SHAPE_ARRAY) code = load_element(from, schema, partition, line);
    else code = bad_line(from, "page", "page is missing");
    json_decref(line);
    if (code == TC_E_PARSE && (from->key.failed || from->value.failed))
        code = tci_fail(from->error, TC_E_NOMEM, NULL, NULL);
    return code;
}

static int32_t load_lines(loader *from) {
    char *text = NULL;
    size_t room = 0;
    ssize_t len;
    int32_t code = begin(from);
    for (; code == TC_OK && (errno = 0, len = getline(&text, &room, from->in)) >= 0;) {
        from->line++;
        code = load_line(from, text, (size_t)len);
        if (code == TC_OK && tci_view_status(from->view) != TC_OK)
            code = tci_fail(from->error, tci_view_status(from->view), NULL, NULL);
        if (code == TC_OK && from->line % LINES_A_COMMIT == 0) {
            code = commit(from);
            if (code == TC_OK) code = begin(from);
        }
    }
    if (code == TC_OK && errno == ENOMEM) code = tci_fail(from->error, TC_E_NOMEM, NULL, NULL);
    if (code == TC_OK && ferror(from->in))
        code = tci_fail(from->error, TC_E_IO, "fd", "reading failed");
    if (code == TC_OK && !from->ended) code = bad_line(from, NULL, "the dump ends before its end");
    free(text);
    if (from->txn && code == TC_OK) return commit(from);
    if (from->txn) {
        tci_view_end(from->view);
        tci_txn_abort(from->txn);
    }
    return code;
}

static int32_t fill(const char *folder, int fd, uint64_t *lines, tc_error *error) {
    loader from = {.error = error};
    int copy = dup(fd);
    from.in = copy >= 0 ? fdopen(copy, "r") : NULL;
    if (!from.in) {
        int reason = errno;
        if (copy >= 0) close(copy);
        if (reason == ENOMEM) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
        return tci_fail(error, TC_E_INVALID, "fd", "fd %d cannot be read", fd);
    }
    tci_buf_init(&from.key, NULL, 0);
    tci_buf_init(&from.value, NULL, 0);
    const tci_store_config config = {.path = folder, .create = true, .exclusive = true};
    int32_t code = tci_store_open_lmdb(&config, &from.store, error);
    if (code == TC_OK && (code = tci_view_new(&from.view)) != TC_OK)
        tci_fail(error, code, NULL, NULL);
    if (code == TC_OK) code = load_lines(&from);
    tci_view_free(from.view);
    if (from.store) tci_store_close(from.store);
    tci_buf_free(&from.key);
    tci_buf_free(&from.value);
    fclose(from.in);
    *lines = from.line;
    return code;
}

/* The loaded store must stand every check before it gets its name. */
static int32_t prove_and_place(const char *folder, const char *path, tc_error *error) {
    tc_engine *engine;
    tc_snapshot *snapshot = NULL;
    tc_fault first;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = &first;
    report.faults_capacity = 1;
    int32_t code = tc_engine_open(folder, NULL, &engine, error);
    if (code != TC_OK) return code;
    code = tc_snapshot_open(engine, &snapshot, error);
    if (code == TC_OK) code = tc_verify(snapshot, &report, error);
    tc_snapshot_close(snapshot);
    if (code == TC_OK && report.faults_count)
        code =
            tci_fail(error, TC_E_PARSE, NULL, "the dump's store is not sound: %s", first.sentence);
    if (code == TC_OK) code = tc_backup(engine, path, TC_BACKUP_COMPACT, error);
    tc_engine_close(engine, NULL);
    return code;
}

int32_t tc_load(const char *path, int fd, uint64_t *records, tc_error *error) {
    int32_t code = tci_check_not_null(path, "path", error);
    if (code != TC_OK) return code;
    if (!*path || strlen(path) > 3000)
        return tci_fail(error, TC_E_INVALID, "path", "path must be 1 … 3000 bytes");
    tci_load_folder_clean(path);
    struct stat info;
    if (lstat(path, &info) == 0) return tci_fail(error, TC_E_STORE_EXISTS, "path", NULL);
    if (!tci_secret_begin())
        return tci_fail(error, TC_E_UNSUPPORTED, NULL, "no source of randomness");
    tci_load_folder folder;
    uint64_t lines = 0;
    code = tci_load_folder_make(path, &folder, error);
    if (code != TC_OK) return code;
    code = fill(folder.store, fd, &lines, error);
    if (code == TC_OK) code = prove_and_place(folder.store, path, error);
    tci_load_folder_remove(&folder);
    if (code == TC_OK && records) *records = lines;
    return code;
}
