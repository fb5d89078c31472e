/* What the targets do with a whole store: verify it, read everything of it, take its records out
 * and put them back changed, below the engine. Uses the store port of an open engine. */
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/engine_internal.h"
#include "house.h"
#include "store/view_internal.h"

uint64_t fuzz_verify(tc_engine *engine, bool show) {
    tc_snapshot *snapshot;
    tc_fault faults[4];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = 4;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return UINT64_MAX;
    int32_t code = tc_verify(snapshot, &report, NULL);
    tc_snapshot_close(snapshot);
    if (code != TC_OK) return UINT64_MAX;
    for (uint64_t i = 0; show && i < report.faults_count && i < 4; i++)
        fprintf(stderr, "fault: %s %llu: %s\n", faults[i].what,
                (unsigned long long)faults[i].subject, faults[i].sentence);
    return report.faults_count;
}

static bool add_record(void *user_data, tci_slice key, tci_slice value, bool sound) {
    uint64_t *sum = user_data;
    *sum = tci_checksum(key.data, key.len, *sum);
    *sum = tci_checksum(value.data, value.len, *sum + sound);
    return true;
}

uint64_t fuzz_fingerprint(tc_engine *engine) {
    tci_txn *txn;
    tci_view *view;
    uint64_t sum = 1;
    FUZZ_MUST(tci_view_new(&view) == TC_OK);
    if (tci_store_begin(engine->store, TCI_TXN_READ, &txn) == TC_OK) {
        tci_view_begin(view, txn, false);
        if (tci_view_walk(view, add_record, &sum) != TC_OK) sum = 0;
        tci_view_end(view);
        tci_txn_abort(txn);
    }
    tci_view_free(view);
    return sum;
}

typedef struct taking {
    fuzz_record *records;
    size_t count;
    size_t capacity;
} taking;

static void take_record(taking *to, tci_slice key, tci_slice value) {
    if (to->count == to->capacity) {
        to->capacity = to->capacity ? 2 * to->capacity : 64;
        to->records = realloc(to->records, to->capacity * sizeof *to->records);
        FUZZ_MUST(to->records != NULL);
    }
    fuzz_record *record = &to->records[to->count++];
    FUZZ_MUST(key.len <= sizeof record->key);
    memcpy(record->key, key.data, key.len);
    record->key_size = (uint8_t)key.len;
    record->size = value.len;
    record->value = malloc(value.len + 1);
    FUZZ_MUST(record->value != NULL);
    memcpy(record->value, value.data, value.len);
}

size_t fuzz_records_take(tc_engine *engine, fuzz_record **records) {
    static const uint8_t FIRST[1] = {0};
    taking to = {NULL, 0, 0};
    tci_txn *txn;
    tci_scan *scan;
    tci_slice key, value;
    FUZZ_MUST(tci_store_begin(engine->store, TCI_TXN_READ, &txn) == TC_OK);
    FUZZ_MUST(tci_scan_open(txn, &scan) == TC_OK);
    int32_t code = tci_scan_seek(scan, tci_slice_of(FIRST, 1), &key, &value);
    for (; code == TC_OK; code = tci_scan_next(scan, &key, &value)) take_record(&to, key, value);
    tci_scan_close(scan);
    tci_txn_abort(txn);
    *records = to.records;
    return to.count;
}

void fuzz_record_seal(fuzz_record *record) {
    if (record->size < SEAL_BYTES || record->size == SIZE_MAX) return;
    tci_slice key = tci_slice_of(record->key, record->key_size);
    tci_store64(record->value, view_seal(key, record->value, record->size));
}

void fuzz_records_put(tc_engine *engine, const fuzz_record *records, size_t count) {
    tci_txn *txn;
    FUZZ_MUST(tci_store_begin(engine->store, TCI_TXN_WRITE, &txn) == TC_OK);
    for (size_t i = 0; i < count; i++) {
        tci_slice key = tci_slice_of(records[i].key, records[i].key_size);
        int32_t code = records[i].size == SIZE_MAX
                           ? tci_txn_del(txn, key)
                           : tci_txn_put(txn, key, tci_slice_of(records[i].value, records[i].size));
        FUZZ_MUST(code >= 0);
    }
    FUZZ_MUST(tci_txn_commit(txn) == TC_OK);
}

static char scratch[256];

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place) {
    (void)info, (void)kind, (void)place;
    return remove(path);
}

void fuzz_remove(const char *path) {
    nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void end_scratch(void) {
    fuzz_remove(scratch);
}

const char *fuzz_scratch(void) {
    if (scratch[0]) return scratch;
    const char *under = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : getenv("TMPDIR");
    snprintf(scratch, sizeof scratch, "%s/ticketcore-fuzz-XXXXXX", under ? under : "/tmp");
    FUZZ_MUST(mkdtemp(scratch) != NULL);
    atexit(end_scratch);
    return scratch;
}
