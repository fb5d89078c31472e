/* Keeping a store well: verify and backup. They may run long, and beside any other process that
 * uses the store. */
#include <stdlib.h>

#include <ticketcore/care.h>

#include "nouns.h"

/** What a verification found, shown as one object. */
typedef struct verify_detail {
    tc_verify_report report;
    uint32_t sound;
    uint32_t faults_kept;
} verify_detail;

static const cli_field fault_fields[] = {
    {.key = "what", .show = SHOW_CHARS, AT(tc_fault, what)},
    {.key = "event", .show = SHOW_NUMBER, AT(tc_fault, event), .flags = FIELD_NONE_0},
    {.key = "subject", .show = SHOW_NUMBER, AT(tc_fault, subject)},
    {.key = "sentence", .show = SHOW_CHARS, AT(tc_fault, sentence)},
    {0},
};
static const cli_field verify_fields[] = {
    {.key = "sound", .show = SHOW_BOOL, AT(verify_detail, sound)},
    {.key = "faults_count", .show = SHOW_NUMBER, AT(verify_detail, report.faults_count)},
    {.key = "records", .show = SHOW_NUMBER, AT(verify_detail, report.records)},
    {.key = "facts", .show = SHOW_NUMBER, AT(verify_detail, report.facts)},
    {.key = "commit", .show = SHOW_NUMBER, AT(verify_detail, report.commit)},
    {.key = "faults",
     .show = SHOW_ROWS,
     .nested = fault_fields,
     .stride = sizeof(tc_fault),
     AT(verify_detail, report.faults),
     .aux = offsetof(verify_detail, faults_kept)},
    {0},
};

/** Where a copy was written. */
typedef struct copy_detail {
    const char *path;
} copy_detail;
static const cli_field backup_fields[] = {
    {.key = "path", .show = SHOW_TEXT, AT(copy_detail, path)},
    {0},
};
static const cli_option verify_options[] = {
    {.name = "faults",
     .kind = CLI_NUMBER,
     .value = "COUNT",
     .least = 1,
     .most = 100000,
     .fallback = "20",
     .bytes = 4,
     .help = "name so many of them at most"},
    {0},
};
static const cli_option backup_options[] = {
    {.name = "PATH",
     .kind = CLI_TEXT,
     .need = CLI_PLACE | CLI_REQUIRED,
     .help = "folder of the copy; must not exist"},
    {.name = "compact", .kind = CLI_FLAG, .help = "leave free pages out: slower, smaller"},
    {0},
};
static int verify(cli_call *call) {
    verify_detail detail = {.report = TC_VERIFY_REPORT_INIT};
    uint32_t room = cli_number32(call, "faults");
    tc_fault *faults = cli_room(room, sizeof *faults);
    detail.report.faults = faults;
    detail.report.faults_capacity = room;
    if (tc_verify(call->snapshot, &detail.report, &call->error) != TC_OK) {
        free(faults);
        return cli_fail(call);
    }
    detail.sound = detail.report.faults_count == 0;
    detail.faults_kept =
        detail.report.faults_count < room ? (uint32_t)detail.report.faults_count : room;
    cli_print(&call->out, verify_fields, &detail);
    free(faults);
    return detail.sound ? CLI_OK : CLI_REFUSED;
}

static int backup(cli_call *call) {
    copy_detail detail = {.path = cli_text(call, "PATH")};
    uint32_t flags = cli_given(call, "compact") ? TC_BACKUP_COMPACT : 0;
    if (tc_backup(call->engine, detail.path, flags, &call->error) != TC_OK) return cli_fail(call);
    cli_print(&call->out, backup_fields, &detail);
    return CLI_OK;
}

const cli_command cli_verify_commands[] = {
    {.what = "Walk the whole store and prove its invariants; exit code 1 when one is broken.",
     .more =
         "Every checksum, every seat with one owner, counters equal to what they count, indexes\n"
         "both ways, money summing to zero. Other processes may go on working.",
     .options = verify_options,
     .fields = verify_fields,
     .example = "  ticketcore verify",
     .store = CLI_STORE_READ,
     .run = verify},
    {0},
};
const cli_command cli_backup_commands[] = {
    {.what = "Copy the store while others go on working; the copy is whole or not there.",
     .options = backup_options,
     .fields = backup_fields,
     .example = "  ticketcore backup ./house-2026-06-01 --compact",
     .store = CLI_STORE_READ,
     .run = backup},
    {0},
};
