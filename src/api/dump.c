/* tc_dump: a snapshot as newline-delimited JSON, one record a line, its fields by the schema. The
 * first line says what it is, the last one how many there were, so that a cut dump is found out. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/record_json.h"
#include "api/verb.h"
#include "base/checksum.h"
#include "ticketcore/care.h"

typedef struct dumper {
    int fd;
    tci_buf out;
    uint64_t lines;
    uint64_t checksum; /* over the lines so far */
    int32_t code;
    int reason; /* errno of a failed write */
    tci_slice bad_key;
} dumper;

static void flush(dumper *to) {
    size_t at = 0;
    while (to->code == TC_OK && at < to->out.len) {
        ssize_t n = write(to->fd, to->out.data + at, to->out.len - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            to->code = TC_E_IO;
            to->reason = n < 0 ? errno : EIO;
            return;
        }
        at += (size_t)n;
    }
    tci_buf_clear(&to->out);
}

static int append(const char *text, size_t len, void *user_data) {
    tci_buf_bytes(&((dumper *)user_data)->out, text, len);
    return 0;
}

/* Takes the reference to the line. */
static void put_line(dumper *to, json_t *line) {
    size_t begin = to->out.len;
    if (to->code != TC_OK) {
        json_decref(line);
        return;
    }
    if (!line || json_dump_callback(line, append, to, JSON_COMPACT) != 0) to->code = TC_E_NOMEM;
    json_decref(line);
    tci_buf_u8(&to->out, '\n');
    if (to->out.failed) to->code = TC_E_NOMEM;
    if (to->code != TC_OK) return;
    to->lines++;
    to->checksum = tci_checksum(to->out.data + begin, to->out.len - begin, to->checksum);
    if (to->out.len > 65536) flush(to);
}

/* Takes the reference to the value. A line without it would be another line. */
static void set(dumper *to, json_t *line, const char *name, json_t *value) {
    if (json_object_set_new(line, name, value) != 0) to->code = TC_E_NOMEM;
}

static json_t *record_of(const tci_schema *schema, uint64_t partition) {
    return json_pack("{s:s s:o}", "space", schema->name, "partition", tci_number_show(partition));
}

static bool is_zero(const uint8_t *at, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (at[i]) return false;
    return true;
}

/* A packed page: its own line, for its stamp, then one for each record that was ever written. */
static int32_t dump_array(dumper *to, const tci_schema *schema, uint64_t partition, uint64_t page,
                          const uint8_t *bytes) {
    uint32_t per_page = TCI_PAGE_ROOM / schema->record_bytes;
    json_t *line = record_of(schema, partition);
    set(to, line, "page", tci_number_show(page));
    set(to, line, "stamp", tci_number_show(tci_load64(bytes)));
    put_line(to, line);
    for (uint32_t i = 0; i < per_page && to->code == TC_OK; i++) {
        const uint8_t *at = bytes + 8 + (size_t)i * schema->record_bytes;
        if (is_zero(at, schema->record_bytes)) continue;
        line = record_of(schema, partition);
        set(to, line, "index", tci_number_show(page * per_page + i));
        tci_reader reader = tci_reader_of(tci_slice_of(at, schema->record_bytes));
        int32_t code = tci_fields_show(line, schema->record, &reader, false);
        if (code != TC_OK) {
            json_decref(line);
            return code;
        }
        put_line(to, line);
    }
    return TC_OK;
}

static void dump_slots(dumper *to, const tci_schema *schema, uint64_t partition, uint64_t page,
                       const uint8_t *bytes) {
    json_t *line = record_of(schema, partition), *slots = json_object();
    char name[8];
    for (int i = 0; i < TCI_PAGE_ROOM / 8; i++) {
        uint64_t value = tci_load64(bytes + 8 + 8 * i);
        snprintf(name, sizeof name, "%d", i);
        if (value) set(to, slots, name, tci_number_show(value));
    }
    set(to, line, "page", tci_number_show(page));
    set(to, line, "stamp", tci_number_show(tci_load64(bytes)));
    set(to, line, "slots", slots);
    put_line(to, line);
}

static void dump_page(dumper *to, const tci_schema *schema, uint64_t partition, uint64_t page,
                      const uint8_t *bytes) {
    size_t len = TCI_PAGE_ROOM;
    while (len && bytes[8 + len - 1] == 0) len--;
    json_t *line = record_of(schema, partition);
    set(to, line, "page", tci_number_show(page));
    set(to, line, "stamp", tci_number_show(tci_load64(bytes)));
    set(to, line, "bytes", tci_hex_show(bytes + 8, len));
    put_line(to, line);
}

static int32_t dump_row(dumper *to, const tci_schema *schema, uint64_t partition, tci_slice key,
                        tci_slice value) {
    json_t *line = record_of(schema, partition);
    tci_reader key_reader = tci_reader_of(tci_slice_of((const uint8_t *)key.data + 9, key.len - 9));
    tci_reader reader = tci_reader_of(value);
    json_t *key_object = json_object();
    int32_t code = tci_fields_show(key_object, schema->key, &key_reader, true);
    if (code == TC_OK) code = tci_fields_show(line, schema->record, &reader, false);
    set(to, line, "key", key_object);
    if (code == TC_OK) put_line(to, line);
    else json_decref(line);
    return code;
}

/* One record of the walk; a page's value here begins behind its seal, at its stamp. */
static bool dump_record(void *user_data, tci_slice key, tci_slice value, bool sound) {
    dumper *to = user_data;
    const uint8_t *at = key.data;
    const tci_schema *schema = key.len >= 9 ? tci_schema_of(at[8]) : NULL;
    bool is_page = schema && schema->shape != TCI_SHAPE_ROW;
    bool good = sound && schema && (!is_page || (key.len == 17 && value.len == TCI_PAGE_BYTES - 8));
    uint64_t partition = good ? tci_load64_be(at) : 0,
             page = good && is_page ? tci_load64_be(at + 9) : 0;
    int32_t code = good ? TC_OK : TC_E_CORRUPT;
    if (good && schema->shape == TCI_SHAPE_ARRAY)
        code = dump_array(to, schema, partition, page, value.data);
    else if (good && schema->shape == TCI_SHAPE_SLOTS)
        dump_slots(to, schema, partition, page, value.data);
    else if (good && schema->shape == TCI_SHAPE_PAGE)
        dump_page(to, schema, partition, page, value.data);
    else if (good) code = dump_row(to, schema, partition, key, value);
    if (to->code == TC_OK) to->code = code;
    return to->code == TC_OK;
}

static void put_end(dumper *to) {
    char text[24];
    snprintf(text, sizeof text, "%016llx", (unsigned long long)to->checksum);
    put_line(to, json_pack("{s:s s:o s:s}", "ticketcore", "end", "lines",
                           tci_number_show(to->lines), "checksum", text));
    flush(to);
}

int32_t tc_dump(tc_snapshot *snapshot, int fd, uint64_t *records, tc_error *error) {
    int32_t code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    dumper to = {.fd = fd};
    tci_buf_init(&to.out, NULL, 0);
    if (fd < 0) {
        code = tci_fail(error, TC_E_INVALID, "fd", "fd is %d, which is no descriptor", fd);
    } else {
        put_line(&to, json_pack("{s:s s:i s:s s:o}", "ticketcore", "dump", "disk_format",
                                TC_DISK_FORMAT, "library", tc_version(), "commit",
                                tci_number_show(tc_snapshot_commit(snapshot))));
        code = tci_view_walk(tci_snapshot_view(snapshot), dump_record, &to);
        if (code == TC_OK && to.code == TC_OK) put_end(&to);
        if (code == TC_OK) code = to.code;
        if (code == TC_E_IO && to.reason)
            tci_fail(error, code, "fd", "writing failed: %s", strerror(to.reason));
        else if (code != TC_OK) tci_fail(error, code, NULL, NULL);
    }
    tci_buf_free(&to.out);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK && records) *records = to.lines;
    return code;
}
