/* Queuing a message of the host's own. What it is about must exist; what it says is rendered when
 * it is read. */
#include "catalog/catalog.h"
#include "outbox/message.h"
#include "sales/contact.h"
#include "ticketcore/command.h"
#include "tickets/tickets.h"

typedef struct create_plan {
    tci_message_new message;
    uint64_t duplicate;
} create_plan;

/* Command: kind (4), channel (4), event, order, ticket (8 each), not_before (8), dedupe (8),
 * attempts (4), address, locale, variables. */
static bool read_command(tci_slice command, tci_message_new *out) {
    tci_reader reader = tci_reader_of(command);
    out->kind = (uint16_t)tci_read_u32(&reader);
    out->channel = (uint8_t)tci_read_u32(&reader);
    out->event = tci_read_u64(&reader);
    out->order = tci_read_u64(&reader);
    out->ticket = tci_read_u64(&reader);
    out->not_before_ms = tci_read_i64(&reader);
    out->dedupe = tci_read_u64(&reader);
    out->attempts_max = (uint8_t)tci_read_u32(&reader);
    out->address = tci_read_text(&reader);
    out->locale = tci_read_text(&reader);
    out->variables = tci_read_text(&reader);
    return tci_reader_done(&reader) && out->kind != 0 && out->channel >= TC_MESSAGE_EMAIL &&
           out->channel <= TC_MESSAGE_WEBHOOK && out->not_before_ms >= 0 &&
           out->not_before_ms <= TC_TIME_MS_MAX && (out->address.len != 0 || out->order != 0);
}

static int32_t check_subjects(tci_ctx *ctx, const tci_message_new *message) {
    tci_event_rules rules;
    tci_order_contact_info order;
    tci_ticket ticket;
    if (message->event && !tci_event_rules_load(ctx->view, message->event, &rules))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", message->event, NULL);
    if (message->order && !tci_order_contact(ctx->view, message->order, message->channel, &order))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "order", message->order, NULL);
    if (message->ticket && !tci_ticket_load(ctx->view, message->ticket, &ticket))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "ticket", message->ticket, NULL);
    return TC_OK;
}

static int32_t decide_create(tci_ctx *ctx, tci_slice command, void **out) {
    create_plan *plan = TCI_ARENA_NEW(ctx->arena, create_plan);
    if (!plan) return TC_E_NOMEM;
    if (!read_command(command, &plan->message))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    int32_t code = check_subjects(ctx, &plan->message);
    if (code != TC_OK) return code;
    if (plan->message.dedupe)
        plan->duplicate = tci_message_by_dedupe(ctx->view, plan->message.dedupe);
    *out = plan;
    return TC_OK;
}

static void apply_create(tci_ctx *ctx, void *from, tci_buf *answer) {
    const create_plan *plan = from;
    uint64_t id = plan->duplicate ? plan->duplicate : tci_message_queue(ctx, &plan->message);
    TCI_ASSERT(id != 0);
    tci_buf_u32(answer, plan->duplicate != 0);
    tci_buf_u64(answer, id);
}

const tci_op tci_op_message_create = {TC_MESSAGE_CREATE, 1, "message.create", decide_create,
                                      apply_create};
