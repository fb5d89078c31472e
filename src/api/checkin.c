/* The public calls of check-in. The barcode is read and its signature checked here, on the gate's
 * thread; what the scan then means is decided in src/tickets. */
#include "ticketcore/checkin.h"
#include "api/ticket.h"

/* What the barcode is, judged by the keys of the newest commit. */
static int32_t judge(tc_engine *engine, const char *text, uint32_t *source, tci_barcode *barcode,
                     tc_error *error) {
    tc_snapshot *snapshot;
    int32_t code = tc_snapshot_open(engine, &snapshot, error);
    if (code != TC_OK) return code;
    code = tci_snapshot_enter(snapshot, error);
    if (code == TC_OK) {
        *source = tci_barcode_judge(tci_snapshot_view(snapshot), text, barcode);
        code = tci_snapshot_leave(snapshot, TC_OK, error);
    }
    tc_snapshot_close(snapshot);
    return code;
}

static int32_t check_request(const tc_checkin_scan_request *request, tc_error *error) {
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(request->list, 0, "list", error);
    if (code == TC_OK) code = tci_check_flags(request->reserved, 0, "reserved", error);
    if (code == TC_OK && !request->barcode && !request->ticket)
        code = tci_fail(error, TC_E_INVALID, "barcode", "barcode or ticket must be given");
    if (code == TC_OK && request->barcode && (request->ticket || request->serial))
        code = tci_fail(error, TC_E_INVALID, "ticket", "barcode and ticket do not go together");
    return code;
}

int32_t tci_scan_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                        tc_error *error) {
    const tc_checkin_scan_request *request = from;
    uint32_t source = TCI_SCAN_BY_ID, serial = request->serial;
    uint64_t ticket = request->ticket;
    (void)call;
    int32_t code = check_request(request, error);
    if (code == TC_OK && request->barcode) {
        tci_barcode barcode;
        code = judge(engine, request->barcode, &source, &barcode, error);
        bool good = code == TC_OK && source == TCI_SCAN_BY_BARCODE;
        ticket = good ? tci_ticket_id(barcode.event, barcode.number) : 0;
        serial = good ? barcode.serial : 0;
    }
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->event);
    tci_buf_u32(command, source);
    tci_buf_u64(command, ticket);
    tci_buf_u32(command, serial);
    tci_buf_u32(command, request->gate);
    tci_buf_u32(command, request->list);
    tci_buf_bytes(command, request->nonce, sizeof request->nonce);
    return TC_OK;
}

void tci_scan_decode(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_checkin_scan_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->answer = tci_read_u32(&answer);
    result->entry = tci_read_u64(&answer);
    result->ticket = tci_read_u64(&answer);
    result->order = tci_read_u64(&answer);
    result->seat = tci_read_u32(&answer);
    result->type = tci_read_u32(&answer);
    result->scanned_at_ms = tci_read_i64(&answer);
    result->used_at_ms = tci_read_i64(&answer);
    result->used_gate = tci_read_u32(&answer);
    result->repeated = tci_read_u32(&answer);
}

int32_t tc_checkin_scan(tc_engine *engine, const tc_checkin_scan_request *request,
                        tc_checkin_scan_result *result, tc_error *error) {
    int32_t code = tci_check_not_null(result, "result", error);
    return code == TC_OK ? tc_command_run(engine, TC_CHECKIN_SCAN, request, result, error) : code;
}

int32_t tc_checkin_list(tc_snapshot *snapshot, uint64_t event, uint64_t after,
                        tc_scan_entry *entries, uint32_t capacity, uint32_t *count,
                        tc_error *error) {
    int32_t code = tci_check_not_null(entries, "entries", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_range(capacity, 1, UINT32_MAX, "capacity", error);
    if (code == TC_OK && event == 0)
        code = tci_fail(error, TC_E_INVALID, "event", "event must be given");
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    tci_event_rules rules; /* none: no such event, and nothing was scanned */
    uint64_t end = tci_event_rules_load(view, event, &rules) ? tci_scan_entry_next(view, event) : 0;
    uint32_t found = 0;
    for (uint64_t entry = after + 1; entry < end && found < capacity; entry++) {
        tci_scan_record scan;
        if (!tci_scan_entry_load(view, event, entry, &scan)) continue;
        entries[found++] = (tc_scan_entry){.entry = entry,
                                           .ticket = scan.ticket,
                                           .scanned_at_ms = scan.scanned_at_ms,
                                           .gate = scan.gate,
                                           .serial = scan.serial,
                                           .answer = scan.answer,
                                           .list = scan.list};
    }
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) *count = found;
    return code;
}
