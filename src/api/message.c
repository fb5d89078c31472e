/* Reading messages: one with its subject and body rendered on the caller's thread, or many without
 * them. */
#include "api/verb.h"
#include "engine/engine.h"
#include "outbox/compose.h"
#include "ticketcore/outbox.h"

#define LIST_DEFAULT 100u
#define LIST_MAX 10000u
/* Messages one call looks at. */
#define LIST_LOOK 100000u

static const char *keep(tc_snapshot *snapshot, tci_slice text) {
    if (text.len == 0) return "";
    const char *copy = tci_arena_copy(tci_snapshot_arena(snapshot), text.data, text.len);
    return copy ? copy : "";
}

static void fill_message(tc_snapshot *snapshot, const tci_message *message, tc_message *out) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_message_target target;
    tci_compose_target(view, message, &target);
    *out = (tc_message)TC_MESSAGE_INIT;
    out->state = message->state;
    out->id = message->id;
    out->event = message->event;
    out->order = message->order;
    out->ticket = message->ticket;
    out->kind = message->kind;
    out->channel = message->channel;
    out->attempts = message->attempts;
    out->attempts_max = message->attempts_max;
    out->worker = message->worker;
    out->queued_at_ms = message->queued_at_ms;
    out->due_ms = message->due_ms;
    out->done_at_ms = message->done_at_ms;
    out->address = keep(snapshot, target.address);
    out->locale = keep(snapshot, target.locale);
    out->receipt = keep(snapshot, tci_message_receipt(view, message));
}

static int32_t read_message(tc_snapshot *snapshot, uint64_t id, tc_message *out, tc_error *error) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_message message;
    tci_message_text text;
    if (!tci_message_load(view, id, &message)) return tci_fail_missing(error, "message", 0, id);
    fill_message(snapshot, &message, out);
    int32_t code = tci_compose(view, &message, tci_snapshot_arena(snapshot), &text);
    if (code == TC_E_LIMIT)
        return tci_fail(error, code, "body", "the body would have more than %d bytes", TC_BODY_MAX);
    if (code != TC_OK) return tci_fail(error, code, NULL, NULL);
    out->html = text.html;
    out->subject = text.subject.data;
    out->body = text.body.data;
    out->body_length = text.body.len;
    return TC_OK;
}

int32_t tc_message_get(tc_snapshot *snapshot, uint64_t message, tc_message *out, tc_error *error) {
    tc_message full;
    int32_t code = tci_struct_in(out, sizeof full, sizeof full, &full, "out", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = tci_snapshot_leave(snapshot, read_message(snapshot, message, &full, error), error);
    if (code == TC_OK) tci_struct_out(out, &full, sizeof full);
    return code;
}

static bool is_wanted(const tc_message_list_request *request, const tci_message *message) {
    return (!request->order || message->order == request->order) &&
           (!request->state || message->state == request->state) &&
           (!request->channel || message->channel == request->channel);
}

static int32_t check_list(const tc_message_list_request *request, tc_error *error) {
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(request->reserved, 0, "reserved", error);
    if (code == TC_OK) code = tci_check_range(request->limit, 0, LIST_MAX, "limit", error);
    if (code == TC_OK && request->state > TC_MESSAGE_CANCELLED)
        code =
            tci_fail(error, TC_E_INVALID, "state", "state %u is no message state", request->state);
    if (code == TC_OK && request->channel > TC_MESSAGE_WEBHOOK)
        code = tci_fail(error, TC_E_INVALID, "channel", "channel %u is no message channel",
                        request->channel);
    return code;
}

int32_t tc_message_list(tc_snapshot *snapshot, const tc_message_list_request *request,
                        tc_message *messages, uint32_t *count, uint64_t *next, tc_error *error) {
    tc_message_list_request full;
    int32_t code = tci_struct_in(request, sizeof full, sizeof full, &full, "request", error);
    tc_message one;
    if (code == TC_OK)
        code = tci_struct_in(messages, sizeof one, sizeof one, &one, "messages", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_not_null(next, "next", error);
    if (code == TC_OK) code = check_list(&full, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    uint32_t stride = one.size; /* of the caller's entries */
    uint8_t *at = (uint8_t *)messages;
    uint64_t end = tci_message_next(view), id = full.after + 1;
    uint32_t limit = full.limit ? full.limit : LIST_DEFAULT, found = 0, looked = 0;
    for (; id < end && found < limit && looked < LIST_LOOK; id++, looked++) {
        tci_message message;
        if (!tci_message_load(view, id, &message) || !is_wanted(&full, &message)) continue;
        fill_message(snapshot, &message, &one);
        memcpy(at, &stride, sizeof stride);
        tci_struct_out(at, &one, sizeof one);
        at += stride;
        found++;
    }
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code != TC_OK) return code;
    *count = found;
    *next = id < end ? id - 1 : 0;
    return TC_OK;
}
