/* The noun "checkin": one scan at a gate, or the list of scans. A scan that lets nobody in is an
 * answer, printed like any other, with exit code 1. */
#include <string.h>

#include "nouns.h"

/** A scan's answer with its sentence. */
typedef struct scan_detail {
    tc_checkin_scan_result result;
    const char *sentence;
} scan_detail;

static const cli_field scan_fields[] = {
    {.key = "answer",
     .show = SHOW_NAME,
     .name = tc_scan_answer_name,
     AT(scan_detail, result.answer)},
    {.key = "sentence", .show = SHOW_TEXT, AT(scan_detail, sentence)},
    {.key = "entry", .show = SHOW_NUMBER, AT(scan_detail, result.entry)},
    {.key = "ticket", .show = SHOW_NUMBER, AT(scan_detail, result.ticket), .flags = FIELD_NONE_0},
    {.key = "order", .show = SHOW_NUMBER, AT(scan_detail, result.order), .flags = FIELD_NONE_0},
    {.key = "seat", .show = SHOW_SEAT, AT(scan_detail, result.seat)},
    {.key = "ticket_type",
     .show = SHOW_NUMBER,
     AT(scan_detail, result.type),
     .flags = FIELD_NONE_0},
    {.key = "scanned_at", .show = SHOW_TIME, AT(scan_detail, result.scanned_at_ms)},
    {.key = "used_at", .show = SHOW_TIME, AT(scan_detail, result.used_at_ms)},
    {.key = "used_gate",
     .show = SHOW_NUMBER,
     AT(scan_detail, result.used_gate),
     .flags = FIELD_NONE_0},
    {.key = "repeated", .show = SHOW_BOOL, AT(scan_detail, result.repeated)},
    {0},
};

static const cli_field entry_fields[] = {
    {.key = "entry", .show = SHOW_NUMBER, AT(tc_scan_entry, entry)},
    {.key = "scanned_at", .show = SHOW_TIME, AT(tc_scan_entry, scanned_at_ms)},
    {.key = "gate", .show = SHOW_NUMBER, AT(tc_scan_entry, gate), .flags = FIELD_NONE_0},
    {.key = "ticket", .show = SHOW_NUMBER, AT(tc_scan_entry, ticket), .flags = FIELD_NONE_0},
    {.key = "serial", .show = SHOW_NUMBER, AT(tc_scan_entry, serial), .flags = FIELD_NONE_0},
    {.key = "answer", .show = SHOW_NAME, .name = tc_scan_answer_name, AT(tc_scan_entry, answer)},
    {0},
};

static const cli_option scan_options[] = {
    {.name = "EVENT",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     AT(tc_checkin_scan_request, event),
     .help = "the event this gate lets people into"},
    {.name = "BARCODE",
     .kind = CLI_TEXT,
     .need = CLI_PLACE,
     AT(tc_checkin_scan_request, barcode),
     .help = "what was scanned; or --ticket"},
    {.name = "ticket",
     .kind = CLI_NUMBER,
     .value = "TICKET",
     .least = 1,
     AT(tc_checkin_scan_request, ticket),
     .help = "let this ticket in without its barcode; you vouch for it"},
    {.name = "serial",
     .kind = CLI_NUMBER,
     .value = "N",
     AT(tc_checkin_scan_request, serial),
     .help = "with --ticket: its serial; the present one when not given"},
    {.name = "gate",
     .kind = CLI_NUMBER,
     .value = "N",
     AT(tc_checkin_scan_request, gate),
     .help = "your number of the gate"},
    {.name = "nonce",
     .kind = CLI_BYTES16,
     .value = "UUID",
     AT(tc_checkin_scan_request, nonce),
     .help = "random, of this scan: an upload repeated by a gate is one entry"},
    {0},
};

static const cli_option list_options[] = {
    {.name = "EVENT",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     .bytes = 8,
     .help = "id of the event"},
    {.name = "after",
     .kind = CLI_NUMBER,
     .value = "ENTRY",
     .bytes = 8,
     .help = "begin after this entry"},
    OPTION_LIMIT,
    {0},
};

static int scan(cli_call *call) {
    tc_checkin_scan_request request = TC_CHECKIN_SCAN_REQUEST_INIT;
    scan_detail detail = {.result = TC_CHECKIN_SCAN_RESULT_INIT};
    cli_fill(call, &request);
    if (cli_given(call, "BARCODE") == cli_given(call, "ticket"))
        return cli_usage(call, "checkin scan needs a BARCODE or --ticket, one of them");
    if (tc_checkin_scan(call->engine, &request, &detail.result, &call->error) != TC_OK)
        return cli_fail(call);
    detail.sentence = tc_scan_answer_sentence(detail.result.answer);
    cli_print(&call->out, scan_fields, &detail);
    return detail.result.answer == TC_SCAN_VALID ? CLI_OK : CLI_REFUSED;
}

static int list(cli_call *call) {
    tc_scan_entry entries[500];
    uint64_t left = cli_limit(call);
    uint64_t after = cli_number(call, "after");
    uint32_t count = 0;
    do {
        if (tc_checkin_list(call->snapshot, cli_number(call, "EVENT"), after, entries, 500, &count,
                            &call->error) != TC_OK) {
            return cli_fail(call);
        }
        for (uint32_t i = 0; i < count && left > 0; i++, left--)
            cli_row(&call->out, entry_fields, &entries[i]);
        if (count > 0) after = entries[count - 1].entry;
    } while (count == 500 && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_checkin_commands[] = {
    {.verb = "scan",
     .what = "Judge one scan at a gate and record it; exit code 1 when nobody may enter.",
     .options = scan_options,
     .fields = scan_fields,
     .example = "  ticketcore checkin scan 1 \"$(ticketcore ticket barcode 4294967297)\" --gate 3",
     .store = CLI_STORE_WRITE,
     .run = scan},
    {.verb = "list",
     .what = "List an event's scans in the order in which they were recorded.",
     .options = list_options,
     .fields = entry_fields,
     .example = "  ticketcore checkin list 1",
     .store = CLI_STORE_READ,
     .run = list},
    {0},
};
