/* The host's changes to one ticket: void and reissue. Whether the person asking may do so is the
 * host's to know; an id is no authority and no secret is asked for here. */
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"
#include "tickets/internal.h"

/* Command of both: ticket (8), expected version (4). */
static int32_t decide_change(tci_ctx *ctx, tci_slice command, bool used_is_fine, void **out) {
    tci_reader reader = tci_reader_of(command);
    uint64_t id = tci_read_u64(&reader);
    uint32_t expected = tci_read_u32(&reader);
    if (!tci_reader_done(&reader)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_ticket *ticket = TCI_ARENA_NEW(ctx->arena, tci_ticket);
    if (!ticket) return TC_E_NOMEM;
    if (!tci_ticket_load(ctx->view, id, ticket))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "ticket", id, NULL);
    if (expected != 0 && expected != ticket->version)
        return tci_refuse_version(ctx, "expected_version", id, expected, ticket->version);
    if (ticket->state == TC_TICKET_VOIDED)
        return tci_refuse(ctx, TC_E_STATE, "ticket", id, "the ticket is void");
    if (ticket->state == TC_TICKET_USED && !used_is_fine)
        return tci_refuse(ctx, TC_E_STATE, "ticket", id, "the ticket was used");
    *out = ticket;
    return TC_OK;
}

static void answer_change(const tci_ticket *ticket, tci_buf *answer) {
    tci_buf_u64(answer, tci_ticket_id(ticket->event, ticket->number));
    tci_buf_u32(answer, ticket->version);
    tci_buf_u32(answer, ticket->serial);
    tci_buf_u32(answer, ticket->state);
}

static int32_t decide_void(tci_ctx *ctx, tci_slice command, void **out) {
    return decide_change(ctx, command, true, out);
}

static void apply_void(tci_ctx *ctx, void *plan, tci_buf *answer) {
    tci_ticket ticket = *(const tci_ticket *)plan;
    uint64_t id = tci_ticket_id(ticket.event, ticket.number);
    tci_ticket_void(ctx, id);
    tci_ticket_load(ctx->view, id, &ticket);
    answer_change(&ticket, answer);
}

static int32_t decide_reissue(tci_ctx *ctx, tci_slice command, void **out) {
    return decide_change(ctx, command, false, out);
}

static void apply_reissue(tci_ctx *ctx, void *plan, tci_buf *answer) {
    const tci_ticket *before = plan;
    tci_ticket after = *before;
    after.serial++;
    TCI_ASSERT(after.serial > before->serial);
    tci_ticket_change(ctx, before, &after);
    uint8_t payload[4];
    tci_store32(payload, after.serial);
    tci_emit(ctx, TC_FEED_TICKET_REISSUED, after.event, tci_ticket_id(after.event, after.number),
             after.version, tci_slice_of(payload, sizeof payload));
    answer_change(&after, answer);
}

const tci_op tci_op_ticket_void = {TC_TICKET_VOID, 1, "ticket.void", decide_void, apply_void};
const tci_op tci_op_ticket_reissue = {TC_TICKET_REISSUE, 1, "ticket.reissue", decide_reissue,
                                      apply_reissue};
