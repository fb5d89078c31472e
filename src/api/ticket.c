/* The public calls of tickets: reading them from a snapshot, by a secret or on the host's word, and
 * the verbs that change one. A ticket's own secret is derived from the keyed hash the store keeps
 * of its order's secret, its id and its serial, so it needs no room and a reissue ends it. */
#include "api/ticket.h"
#include "base/secret.h"
#include "sales/contact.h"
#include "ticketcore/ticket.h"

#define LIST_DEFAULT 100u
#define LIST_MAX 10000u
/* Tickets one call looks at. */
#define LIST_LOOK 100000u

static void own_secret(const tc_engine *engine, const uint8_t order_hash[16],
                       const tci_ticket *ticket, tc_secret *out) {
    tc_secret whole, part;
    memcpy(whole.bytes, order_hash, sizeof whole.bytes);
    tci_engine_part_secret(engine, &whole, tci_ticket_id(ticket->event, ticket->number), &part);
    tci_engine_part_secret(engine, &part, ticket->serial, out);
}

static bool opens_order(const tc_engine *engine, const tci_order_contact_info *order,
                        const tc_secret *secret) {
    uint8_t hash[16];
    tci_engine_hash_secret(engine, secret, hash);
    return tci_secret_equal(hash, order->secret);
}

int32_t tci_ticket_open(tc_snapshot *snapshot, uint64_t id, const tc_secret *secret,
                        tci_ticket *out, tc_error *error) {
    const tc_engine *engine = tci_snapshot_engine(snapshot);
    tci_view *view = tci_snapshot_view(snapshot);
    bool found = tci_ticket_load(view, id, out);
    if (found && secret) {
        tci_order_contact_info order;
        tc_secret own;
        found = tci_order_contact(view, out->order, 0, &order);
        if (found) own_secret(engine, order.secret, out, &own);
        found = found &&
                (opens_order(engine, &order, secret) || tci_secret_equal(own.bytes, secret->bytes));
    }
    return found ? TC_OK : tci_fail_missing(error, "ticket", 0, id);
}

static const char *keep(tc_snapshot *snapshot, const char *text) {
    if (!*text) return "";
    const char *copy = tci_arena_copy(tci_snapshot_arena(snapshot), text, strlen(text));
    return copy ? copy : "";
}

static void fill_labels(tc_snapshot *snapshot, const tci_ticket *ticket, tc_ticket *out) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_event_rules rules;
    tci_seat_labels labels;
    char name[TC_NAME_MAX + 1];
    out->section = out->row = out->label = "";
    tci_ticket_type_name(view, ticket->event, ticket->type, name);
    out->type_name = keep(snapshot, name);
    if (ticket->seat == TCI_SEAT_NONE || !tci_event_rules_load(view, ticket->event, &rules) ||
        !tci_seat_labels_load(view, rules.layout, ticket->seat, &labels))
        return;
    out->section = keep(snapshot, labels.section);
    out->row = keep(snapshot, labels.row);
    out->label = keep(snapshot, labels.seat);
}

static void fill_ticket(tc_snapshot *snapshot, const tci_ticket *ticket, bool labels,
                        tc_ticket *out) {
    *out = (tc_ticket)TC_TICKET_INIT;
    out->state = ticket->state;
    out->id = tci_ticket_id(ticket->event, ticket->number);
    out->event = ticket->event;
    out->order = ticket->order;
    out->number = ticket->number;
    out->line = ticket->line;
    out->version = ticket->version;
    out->serial = ticket->serial;
    out->seat = ticket->seat;
    out->pool = ticket->pool;
    out->type = ticket->type;
    out->used_gate = ticket->used_gate;
    out->price_minor = ticket->price_minor;
    out->issued_at_ms = ticket->issued_at_ms;
    out->used_at_ms = ticket->used_at_ms;
    out->voided_at_ms = ticket->voided_at_ms;
    if (labels) fill_labels(snapshot, ticket, out);
}

int32_t tc_ticket_get(tc_snapshot *snapshot, uint64_t ticket, const tc_secret *secret,
                      tc_ticket *out, tc_error *error) {
    tc_ticket full;
    int32_t code = tci_struct_in(out, sizeof full, sizeof full, &full, "out", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_ticket found;
    code = tci_ticket_open(snapshot, ticket, secret, &found, error);
    if (code == TC_OK) fill_ticket(snapshot, &found, true, &full);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(out, &full, sizeof full);
    return code;
}

int32_t tc_ticket_secret(tc_snapshot *snapshot, uint64_t ticket, const tc_secret *order_secret,
                         tc_secret *secret, tc_error *error) {
    int32_t code = tci_check_not_null(order_secret, "order_secret", error);
    if (code == TC_OK) code = tci_check_not_null(secret, "secret", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    const tc_engine *engine = tci_snapshot_engine(snapshot);
    tci_view *view = tci_snapshot_view(snapshot);
    tci_ticket found;
    tci_order_contact_info order;
    tc_secret made;
    if (tci_ticket_load(view, ticket, &found) && tci_order_contact(view, found.order, 0, &order) &&
        opens_order(engine, &order, order_secret))
        own_secret(engine, order.secret, &found, &made);
    else code = tci_fail_missing(error, "ticket", 0, ticket);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *secret = made;
    return code;
}

/* A page in the making. */
typedef struct page {
    tc_snapshot *snapshot;
    const tc_ticket_list_request *request;
    uint8_t *tickets;
    uint32_t stride; /* size of the caller's entries */
    uint32_t limit;
    uint32_t count;
    uint32_t looked;
} page;

/* Add a ticket if it is wanted. False: the page is full, it goes on the next. */
static bool page_add(page *to, uint64_t id) {
    const tc_ticket_list_request *request = to->request;
    tci_ticket ticket;
    if (to->count == to->limit || to->looked == LIST_LOOK) return false;
    to->looked++;
    if (!tci_ticket_load(tci_snapshot_view(to->snapshot), id, &ticket)) return true;
    if (request->state && ticket.state != request->state) return true;
    if (request->event && ticket.event != request->event) return true;
    tc_ticket full;
    uint8_t *at = to->tickets + (size_t)to->count++ * to->stride;
    fill_ticket(to->snapshot, &ticket, request->flags & TC_TICKET_LIST_LABELS, &full);
    memcpy(at, &to->stride, sizeof to->stride);
    tci_struct_out(at, &full, sizeof full);
    return true;
}

/* By number in the event; the cursor is the last number seen. */
static uint64_t list_event(page *to) {
    uint64_t event = to->request->event;
    uint32_t next = tci_ticket_next(tci_snapshot_view(to->snapshot), event);
    uint64_t number = to->request->after + 1;
    for (; number < next; number++)
        if (!page_add(to, tci_ticket_id(event, (uint32_t)number))) return number - 1;
    return 0;
}

/* In the order of the order's lines; the cursor counts tickets, from the order's first. */
static uint64_t list_order(page *to, uint32_t lines) {
    tci_view *view = tci_snapshot_view(to->snapshot);
    uint64_t position = 0, first;
    uint32_t count;
    for (uint32_t line = 0; line < lines; line++) {
        if (!tci_order_line_tickets(view, to->request->order, line, &first, &count)) break;
        for (uint32_t i = 0; i < count; i++, position++)
            if (position >= to->request->after && !page_add(to, first + i)) return position;
    }
    return 0;
}

static int32_t list_check(const tc_ticket_list_request *request, tc_error *error) {
    int32_t code = tci_check_flags(request->flags, TC_TICKET_LIST_LABELS, "flags", error);
    if (code == TC_OK) code = tci_check_range(request->limit, 0, LIST_MAX, "limit", error);
    if (code == TC_OK && request->state > TC_TICKET_VOIDED)
        code =
            tci_fail(error, TC_E_INVALID, "state", "state %u is no ticket state", request->state);
    if (code == TC_OK && !request->event && !request->order)
        code = tci_fail(error, TC_E_INVALID, "event", "event or order must be given");
    if (code == TC_OK && request->secret && !request->order)
        code = tci_fail(error, TC_E_INVALID, "order", "with a secret its order must be given");
    return code;
}

static int32_t list_page(page *to, uint64_t *next, tc_error *error) {
    const tc_ticket_list_request *request = to->request;
    tci_view *view = tci_snapshot_view(to->snapshot);
    if (request->order) {
        tci_order_contact_info order;
        bool found = tci_order_contact(view, request->order, 0, &order);
        if (found && request->secret)
            found = opens_order(tci_snapshot_engine(to->snapshot), &order, request->secret);
        if (!found) return tci_fail_missing(error, "order", 0, request->order);
        *next = list_order(to, order.line_count);
        return TC_OK;
    }
    tci_event_rules rules;
    if (!tci_event_rules_load(view, request->event, &rules))
        return tci_fail_missing(error, "event", 0, request->event);
    *next = list_event(to);
    return TC_OK;
}

int32_t tc_ticket_list(tc_snapshot *snapshot, const tc_ticket_list_request *request,
                       tc_ticket *tickets, uint32_t *count, uint64_t *next, tc_error *error) {
    tc_ticket_list_request full;
    int32_t code = tci_struct_in(request, sizeof full, sizeof full, &full, "request", error);
    tc_ticket first;
    if (code == TC_OK)
        code = tci_struct_in(tickets, sizeof first, sizeof first, &first, "tickets", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_not_null(next, "next", error);
    if (code == TC_OK) code = list_check(&full, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    uint32_t limit = full.limit ? full.limit : LIST_DEFAULT;
    page to = {snapshot, &full, (uint8_t *)tickets, first.size, limit, 0, 0};
    uint64_t after = 0;
    code = tci_snapshot_leave(snapshot, list_page(&to, &after, error), error);
    if (code != TC_OK) return code;
    *count = to.count;
    *next = after;
    return TC_OK;
}

int32_t tc_ticket_count(tc_snapshot *snapshot, uint64_t event, tc_ticket_counts *counts,
                        tc_error *error) {
    tc_ticket_counts full;
    int32_t code = tci_struct_in(counts, sizeof full, sizeof full, &full, "counts", error);
    if (code == TC_OK && event == 0)
        code = tci_fail(error, TC_E_INVALID, "event", "event must be given");
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    full.issued = tci_ticket_next(view, event) - 1;
    full.used = tci_ticket_used_count(view, event);
    full.voided = tci_ticket_void_count(view, event);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) tci_struct_out(counts, &full, sizeof full);
    return code;
}

_Static_assert(sizeof(tc_ticket_void_request) == sizeof(tc_ticket_reissue_request),
               "void and reissue ask alike");

static int32_t encode_change(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_ticket_void_request *request = from;
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(request->reserved, 0, "reserved", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->ticket);
    tci_buf_u32(command, request->expected_version);
    return TC_OK;
}

static void decode_change(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_ticket_change_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->ticket = tci_read_u64(&answer);
    result->version = tci_read_u32(&answer);
    result->serial = tci_read_u32(&answer);
    result->state = tci_read_u32(&answer);
}

static int32_t encode_rotate(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_signing_key_rotate_request *request = from;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    return code == TC_OK ? tci_rotate_encode(engine, &call->request_id, command) : code;
}

static void decode_rotate(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_signing_key_rotate_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->key = tci_read_u32(&answer);
    const uint8_t *key = tci_read_bytes(&answer, sizeof result->public_key);
    if (key) memcpy(result->public_key, key, sizeof result->public_key);
}

#define SIZES(name) sizeof(name), sizeof(name)
const tci_verb tci_verbs_tickets[] = {
    {TC_TICKET_VOID, &tci_op_ticket_void, SIZES(tc_ticket_void_request),
     SIZES(tc_ticket_void_result), encode_change, decode_change},
    {TC_TICKET_REISSUE, &tci_op_ticket_reissue, SIZES(tc_ticket_reissue_request),
     SIZES(tc_ticket_reissue_result), encode_change, decode_change},
    {TC_SIGNING_KEY_ROTATE, &tci_op_signing_key_rotate, SIZES(tc_signing_key_rotate_request),
     SIZES(tc_signing_key_rotate_result), encode_rotate, decode_rotate},
    {TC_CHECKIN_SCAN, &tci_op_checkin_scan, SIZES(tc_checkin_scan_request),
     SIZES(tc_checkin_scan_result), tci_scan_encode, tci_scan_decode},
    {0},
};

int32_t tc_ticket_void(tc_engine *engine, const tc_ticket_void_request *request,
                       tc_ticket_void_result *result, tc_error *error) {
    return tc_command_run(engine, TC_TICKET_VOID, request, result, error);
}

int32_t tc_ticket_reissue(tc_engine *engine, const tc_ticket_reissue_request *request,
                          tc_ticket_reissue_result *result, tc_error *error) {
    return tc_command_run(engine, TC_TICKET_REISSUE, request, result, error);
}

int32_t tc_signing_key_rotate(tc_engine *engine, const tc_signing_key_rotate_request *request,
                              tc_signing_key_rotate_result *result, tc_error *error) {
    return tc_command_run(engine, TC_SIGNING_KEY_ROTATE, request, result, error);
}
