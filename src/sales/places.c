/* The places of an order: sold with their tickets at the confirmation, given back with a refund or
 * a failed capture. Every seat and ticket an order moves is moved here. */
#include "outbox/outbox.h"
#include "sales/step.h"
#include "ticketcore/feed_types.h"

/* How long a regained hold lives: it is sold in the same step. */
enum { REGAIN_MS = 60000 };

/* Money came late and other places were found: the lines follow the new hold's items. */
static void move_lines(tci_ctx *ctx, tci_step *step) {
    uint32_t item = 0, left = step->items[0].quantity;
    for (uint32_t i = 0; i < step->order.lines; i++) {
        tci_line line;
        if (!tci_line_load(ctx->view, step->order.line_first + i, &line)) return;
        if (left == 0) left = step->items[++item].quantity;
        TCI_ASSERT(item < step->hold.item_count && line.quantity <= left);
        left -= line.quantity;
        TCI_ASSERT(line.event == step->items[item].event && line.pool == step->items[item].pool);
        line.target = step->items[item].target;
        tci_line_save(ctx->view, step->order.line_first + i, &line);
    }
}

static void take_hold(tci_ctx *ctx, tci_step *step) {
    int64_t until_ms = ctx->now_ms + REGAIN_MS;
    TCI_ASSERT(step->source != TCI_SOURCE_NONE);
    if (step->source == TCI_SOURCE_REGAIN) {
        tci_hold_regain(ctx, step->hold.id, until_ms);
    } else if (step->source == TCI_SOURCE_EQUIVALENT) {
        move_lines(ctx, step);
        step->order.hold =
            tci_hold_make(ctx, &step->hold, step->items, step->hold.item_count, until_ms);
        tci_hold_claim(ctx, step->order.hold, step->order.id, 0);
    } else {
        return;
    }
    bool loaded = tci_hold_load(ctx->view, step->order.hold, &step->hold);
    TCI_PROVE(ctx->view, loaded);
}

/* Issue a line's tickets; their numbers are consecutive. */
static uint32_t issue_line(tci_ctx *ctx, const tci_step *step, uint32_t at, tci_line *line) {
    int64_t total = tci_line_total(line);
    tci_ticket ticket = {.event = line->event,
                         .seat = line->pool ? TCI_SEAT_NONE : line->target,
                         .pool = line->pool ? line->target : 0,
                         .type = line->type,
                         .order = step->order.id,
                         .line = at};
    for (uint32_t n = 0; n < line->quantity; n++) {
        ticket.price_minor = tci_money_share(total, line->quantity, n);
        uint32_t number = tci_ticket_issue(ctx, &ticket);
        if (n == 0) line->ticket_first = number;
        TCI_ASSERT(number == line->ticket_first + n);
    }
    return line->ticket_first;
}

void tci_act_sell(tci_ctx *ctx, tci_step *step) {
    tci_order *order = &step->order;
    take_hold(ctx, step);
    uint32_t *tickets = tci_arena_array(ctx->arena, step->hold.item_count, sizeof *tickets);
    if (!tickets) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    uint32_t item = 0, left = 0;
    for (uint32_t i = 0; i < order->lines; i++) {
        tci_line line;
        if (!tci_line_load(ctx->view, order->line_first + i, &line)) return;
        TCI_ASSERT(line.order == order->id && line.ticket_first == 0);
        uint32_t first = issue_line(ctx, step, i, &line);
        tci_line_save(ctx->view, order->line_first + i, &line);
        if (left == 0) {
            tci_hold_item its;
            if (!tci_hold_item_load(ctx->view, step->hold.item_first + item, &its)) return;
            if (its.event != line.event || its.target != line.target) {
                TCI_PROVE(ctx->view, false);
                return;
            }
            left = its.quantity;
            tickets[item++] = first;
        }
        left -= line.quantity;
    }
    TCI_PROVE(ctx->view, item == step->hold.item_count && left == 0);
    tci_hold_sell(ctx, order->hold, tickets);
    order->confirmed_at_ms = ctx->now_ms;
    uint8_t debit = step->cell->actions & TCI_ACT_BOOK_HAND      ? TC_ACCOUNT_CASH
                    : step->cell->actions & TCI_ACT_BOOK_CAPTURE ? TC_ACCOUNT_CLEARING
                                                                 : TC_ACCOUNT_RECEIVABLE;
    tci_book_sale(ctx, step, debit);
    uint8_t payload[12];
    tci_store_i64(payload, order->total);
    tci_store32(payload + 8, order->tickets);
    tci_emit(ctx, TC_FEED_ORDER_CONFIRMED, order->event, order->id, order->version,
             tci_slice_of(payload, sizeof payload));
}

/* Void a ticket if it is not void, and give its place back. */
static void return_ticket(tci_ctx *ctx, const tci_line *line, uint32_t number) {
    tci_ticket ticket;
    uint64_t id = tci_ticket_id(line->event, number);
    if (!tci_ticket_load(ctx->view, id, &ticket)) return;
    if (ticket.state != TC_TICKET_VOIDED) tci_ticket_void(ctx, id);
    if (!line->pool) tci_seat_return(ctx, line->event, line->target, number);
}

void tci_act_return(tci_ctx *ctx, tci_step *step) {
    tci_order *order = &step->order;
    for (uint32_t i = 0; i < order->lines; i++) {
        tci_line line;
        if (!tci_line_load(ctx->view, order->line_first + i, &line)) return;
        uint32_t left = line.quantity - line.returned;
        if (left == 0 || line.ticket_first == 0) continue;
        /* Of a pool's line the void tickets may be those returned already or not: count, not which.
         */
        for (uint32_t n = 0; n < line.quantity; n++)
            return_ticket(ctx, &line, line.ticket_first + n);
        if (line.pool) tci_pool_return(ctx, line.event, line.target, left);
        tci_buyer_return(ctx, line.event, order->buyer, left);
        line.returned = line.quantity;
        tci_line_save(ctx->view, order->line_first + i, &line);
    }
    tci_message_cancel_order(ctx, order->id);
}

void tci_act_return_named(tci_ctx *ctx, tci_step *step) {
    for (uint32_t i = 0; i < step->fact.tickets_count; i++) {
        uint64_t id = step->fact.tickets[i];
        tci_ticket ticket;
        tci_line line;
        if (!tci_ticket_load(ctx->view, id, &ticket)) return;
        uint64_t index = step->order.line_first + ticket.line;
        if (!tci_line_load(ctx->view, index, &line)) return;
        TCI_ASSERT(ticket.order == step->order.id && line.order == step->order.id);
        TCI_ASSERT(ticket.state != TC_TICKET_VOIDED && line.returned < line.quantity);
        return_ticket(ctx, &line, ticket.number);
        if (line.pool) tci_pool_return(ctx, line.event, line.target, 1);
        tci_buyer_return(ctx, line.event, step->order.buyer, 1);
        line.returned++;
        tci_line_save(ctx->view, index, &line);
    }
}
