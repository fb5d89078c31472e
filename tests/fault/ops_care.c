/* What is done with stores and handles as a whole: open, create, close, back up, dump, load,
 * verify, numbers, snapshots, queues; and the calls that need no store. */
#include <string.h>
#include <unistd.h>

#include "base/checksum.h"
#include "ops.h"

static char text[65536];

static int32_t engine_open(run *r) {
    return house_open(r->store, 0, &r->engine, &r->error);
}

static int32_t engine_open_to_read(run *r) {
    return house_open(r->store, TC_OPEN_READ_ONLY, &r->engine, &r->error);
}

static int32_t engine_create(run *r) {
    tc_engine *made;
    int32_t code = house_open(r->target, TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE, &made, &r->error);
    return code == TC_OK ? tc_engine_close(made, NULL) : code;
}

static int32_t engine_close(run *r) {
    int32_t code = tc_engine_close(r->engine, &r->error);
    r->engine = NULL;
    return code;
}

static int32_t backup(run *r) {
    return tc_backup(r->engine, r->target, 0, &r->error);
}

static int32_t backup_compact(run *r) {
    return tc_backup(r->engine, r->target, TC_BACKUP_COMPACT, &r->error);
}

static int32_t load(run *r) {
    uint64_t records = 0;
    int32_t code = tc_load(r->target, r->in, &records, &r->error);
    if (code == TC_OK) took_number(r, records);
    return code;
}

static int32_t dump(run *r) {
    uint64_t records = 0;
    int32_t code = tc_dump(r->snapshot, r->out, &records, &r->error);
    if (code == TC_OK) took_number(r, records);
    return code;
}

static int32_t verify(run *r) {
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    return done(r, tc_verify(r->snapshot, &report, &r->error), &report, sizeof report);
}

static int32_t snapshot_open(run *r) {
    tc_snapshot *snapshot;
    int32_t code = tc_snapshot_open(r->engine, &snapshot, &r->error);
    if (code != TC_OK) return code;
    took_number(r, tc_snapshot_commit(snapshot));
    tc_snapshot_close(snapshot);
    return code;
}

/* Another beside the one the case has open: the pool has none left to give. */
static int32_t snapshot_second(run *r) {
    return snapshot_open(r);
}

static int32_t snapshot_refresh(run *r) {
    int32_t code = tc_snapshot_refresh(r->snapshot, &r->error);
    if (code == TC_OK) took_number(r, tc_snapshot_commit(r->snapshot));
    return code;
}

static int32_t engine_stat(run *r) {
    tc_engine_stat a = TC_ENGINE_STAT_INIT;
    int32_t code = tc_engine_stat_get(r->engine, &a, &r->error);
    if (code == TC_OK) took_number(r, a.commits * 1000 + a.holds);
    return code;
}

static int32_t engine_metrics(run *r) {
    size_t length = 0;
    return tc_engine_metrics(r->engine, text, sizeof text, &length, &r->error);
}

static int32_t feed_wait(run *r) {
    int32_t found = tc_feed_wait(r->engine, tc_feed_cursor_at(1), 0, &r->error);
    return found < 0 ? found : TC_OK;
}

static int32_t queue_open(run *r) {
    tc_queue *queue;
    int32_t code = tc_queue_open(r->engine, 4, &queue, &r->error);
    return code == TC_OK ? tc_queue_close(queue, &r->error) : code;
}

static int32_t template_render(run *r) {
    static const tc_variable NAME = {"name", "<Ada>"};
    size_t length = 0;
    int32_t code = tc_template_render("Hello {{name}}, {{name}}", &NAME, 1, TC_ESCAPE_HTML, text,
                                      sizeof text, &length, &r->error);
    return done(r, code, text, length);
}

static int32_t barcode_verify(run *r) {
    tc_barcode a = TC_BARCODE_INIT;
    int32_t code = tc_barcode_verify(r->house->keys, r->house->keys_count, r->house->barcode,
                                     HOUSE_T0, &a, &r->error);
    return done(r, code, &a, sizeof a);
}

static int32_t webhook_sign(run *r) {
    static const char SECRET[] = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    char signature[256] = "";
    int32_t code = tc_webhook_sign(SECRET, "msg_1", 1750000000, "{}", 2, signature, &r->error);
    if (code == TC_OK)
        code = tc_webhook_verify(SECRET, "msg_1", 1750000000, "{}", 2, signature, 1750000001,
                                 &r->error);
    return done(r, code, signature, strlen(signature));
}

const op OPS_CARE[] = {
    {"engine open", engine_open, OP_OPEN},
    {"engine open to read", engine_open_to_read, OP_OPEN},
    {"engine create", engine_create, OP_PLACE},
    {"engine close", engine_close, OP_CLOSE},
    {"backup", backup, OP_PLACE},
    {"backup compact", backup_compact, OP_PLACE},
    {"load", load, OP_PLACE},
    {"dump", dump, OP_READ},
    {"verify", verify, OP_READ},
    {"snapshot", snapshot_open, OP_HANDLE},
    {"snapshot beside another", snapshot_second, OP_READ},
    {"snapshot refresh", snapshot_refresh, OP_READ},
    {"stat", engine_stat, OP_HANDLE},
    {"metrics", engine_metrics, OP_HANDLE},
    {"feed wait", feed_wait, OP_HANDLE},
    {"queue", queue_open, OP_HANDLE},
    {"template render", template_render, OP_PURE},
    {"barcode verify", barcode_verify, OP_PURE},
    {"webhook", webhook_sign, OP_PURE},
};
LIST(OPS_CARE);

void took(run *r, const void *bytes, size_t len) {
    if (len) r->digest = tci_checksum(bytes, len, r->digest + 1);
}

void took_text(run *r, const char *string) {
    took(r, string ? string : "(none)", string ? strlen(string) + 1 : 7);
}

void took_number(run *r, uint64_t number) {
    took(r, &number, sizeof number);
}

int32_t done(run *r, int32_t code, const void *result, size_t len) {
    if (code == TC_OK) took(r, result, len);
    return code;
}

static const struct {
    const op *ops;
    const size_t *count;
} PARTS[] = {{OPS_CATALOG, &OPS_CATALOG_COUNT},
             {OPS_SALES, &OPS_SALES_COUNT},
             {OPS_DOOR, &OPS_DOOR_COUNT},
             {OPS_READ, &OPS_READ_COUNT},
             {OPS_CARE, &OPS_CARE_COUNT}};

size_t ops_count(void) {
    size_t count = 0;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) count += *PARTS[i].count;
    return count;
}

const op *ops_at(size_t index) {
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        if (index < *PARTS[i].count) return &PARTS[i].ops[index];
        index -= *PARTS[i].count;
    }
    return NULL;
}
