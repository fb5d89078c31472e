/* tc_verify: every checksum of the store, then every domain's own invariants, collected into the
 * caller's report. Reads only. */
#include "engine/verify.h"

#include <stdio.h>

#include "api/verb.h"
#include "feed/feed.h"
#include "inventory/inventory.h"
#include "outbox/outbox.h"
#include "payment/payment.h"
#include "sales/sales.h"
#include "ticketcore/care.h"
#include "tickets/tickets.h"

typedef struct collector {
    tc_verify_report report;
    tci_verify_sink sink;
} collector;

static void collect(void *user_data, const char *what, uint64_t partition, uint64_t subject,
                    const char *sentence) {
    tc_verify_report *report = &((collector *)user_data)->report;
    if (report->faults_count < report->faults_capacity) {
        tc_fault *fault = &report->faults[report->faults_count];
        memset(fault, 0, sizeof *fault);
        snprintf(fault->what, sizeof fault->what, "%s", what);
        snprintf(fault->sentence, sizeof fault->sentence, "%s", sentence);
        fault->event = partition;
        fault->subject = subject;
    }
    report->faults_count++;
}

/* One record of the walk: its key has at least a partition and a space, its seal must hold. */
static bool check_record(void *user_data, tci_slice key, tci_slice value, bool sound) {
    collector *to = user_data;
    (void)value;
    to->report.records++;
    if (sound) return true;
    char sentence[160];
    const uint8_t *at = key.data;
    uint64_t partition = key.len >= 9 ? tci_load64_be(at) : 0;
    uint64_t number = key.len >= 17 ? tci_load64_be(at + 9) : 0;
    const char *name = key.len >= 9 ? tci_space_name(at[8]) : "unknown";
    snprintf(sentence, sizeof sentence,
             "the checksum of record \"%s\" %llu of partition %llu is wrong", name,
             (unsigned long long)number, (unsigned long long)partition);
    collect(to, "checksum", partition, number, sentence);
    return true;
}

/* A record that others lead to is not there, and none of the checks had a word for it. */
static void collect_status(collector *to, const tci_view *view) {
    char sentence[160];
    snprintf(sentence, sizeof sentence, "a record is missing or wrong: %s",
             tci_view_status_where(view));
    collect(to, "record", 0, 0, sentence);
}

static int32_t verify_domains(tci_view *view, int64_t now_ms, collector *to) {
    static void (*const VERIFIERS[])(tci_view *, int64_t, tci_verify_sink *) = {
        tci_catalog_verify, tci_inventory_verify, tci_sales_verify, tci_payment_verify,
        tci_tickets_verify, tci_outbox_verify,    tci_feed_verify,
    };
    for (size_t i = 0; i < TCI_COUNT(VERIFIERS); i++) {
        VERIFIERS[i](view, now_ms, &to->sink);
        /* A record that cannot be read was told by the walk; the others are still worth a look. */
        int32_t status = tci_view_status(view);
        if (status != TC_OK && status != TC_E_CORRUPT) return status;
        if (status != TC_OK && to->report.faults_count == 0) collect_status(to, view);
        tci_view_clear_status(view);
    }
    return TC_OK;
}

/* The store below its records. When that does not hold together, nothing may be read through it. */
static int32_t verify_store(tc_engine *engine, collector *to, bool *readable) {
    tci_store_damage damage = {.what = ""};
    int32_t code = tci_engine_check(engine, &damage);
    *readable = code == TC_OK || damage.readable;
    if (code != TC_E_CORRUPT) return code;
    char sentence[160];
    snprintf(sentence, sizeof sentence, "page %llu of the %s is %s: %s",
             (unsigned long long)damage.page, damage.in_log ? "log" : "data file",
             damage.readable ? "lost" : "damaged", damage.what);
    collect(to, "page", 0, damage.page, sentence);
    return TC_OK;
}

int32_t tc_verify(tc_snapshot *snapshot, tc_verify_report *report, tc_error *error) {
    collector to = {.report = TC_VERIFY_REPORT_INIT};
    int32_t code =
        tci_struct_in(report, sizeof to.report, sizeof to.report, &to.report, "report", error);
    if (code == TC_OK && to.report.faults_capacity)
        code = tci_check_not_null(to.report.faults, "faults", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    to.report.faults_count = to.report.records = to.report.facts = 0;
    to.report.commit = tc_snapshot_commit(snapshot);
    to.sink = (tci_verify_sink){.fault = collect, .user_data = &to};
    bool readable;
    code = verify_store(tci_snapshot_engine(snapshot), &to, &readable);
    if (code == TC_OK && readable) code = tci_view_walk(view, check_record, &to);
    if (code == TC_OK && readable) code = verify_domains(view, tci_snapshot_now(snapshot), &to);
    if (code != TC_OK) tci_fail(error, code, NULL, NULL);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code != TC_OK) return code;
    to.report.facts = to.sink.checked;
    tci_struct_out(report, &to.report, sizeof to.report);
    return TC_OK;
}
