/* What must be true of every order: its lines add up, its state is what its places, tickets,
 * payments and postings say, money never rests without places or an answer on its way, and every
 * index leads both ways. Reads only. */
#include "sales/sales.h"
#include "ticketcore/hold.h"
#include "ticketcore/seat.h"

static void check(tci_verify_sink *sink, bool holds, uint64_t order, const char *sentence) {
    sink->checked++;
    if (!holds) sink->fault(sink->user_data, "order", 0, order, sentence);
}

/* What the walk over an order's lines found. */
typedef struct places {
    int64_t total;
    uint32_t quantity;
    uint32_t issued;   /* places with a ticket */
    uint32_t returned; /* of them, back on sale */
} places;

static void check_tickets(tci_view *view, tci_verify_sink *sink, uint64_t order,
                          const tci_line *line, uint32_t at) {
    uint32_t good = 0;
    for (uint32_t n = 0; n < line->quantity; n++) {
        tci_ticket ticket;
        uint64_t id = tci_ticket_id(line->event, line->ticket_first + n);
        bool its = tci_ticket_load(view, id, &ticket) && ticket.order == order &&
                   ticket.line == at && ticket.type == line->type;
        check(sink, its, order, "a line's ticket is missing or of another order");
        if (!its) return;
        good += ticket.state != TC_TICKET_VOIDED;
    }
    check(sink, good <= line->quantity - line->returned, order,
          "a ticket is good though its place went back on sale");
    tci_seat seat;
    if (line->pool || !tci_seat_load(view, line->event, line->target, &seat)) return;
    bool owns = seat.state == TC_SEAT_SOLD && seat.owner == line->ticket_first;
    check(sink, owns == (line->returned == 0), order,
          line->returned ? "a seat that went back on sale is still sold to its ticket"
                         : "a seat of the order is not sold to its ticket");
}

static places check_lines(tci_view *view, tci_verify_sink *sink, const tci_order *order) {
    places found = {0};
    for (uint32_t i = 0; i < order->lines; i++) {
        tci_line line, before;
        uint64_t index = order->line_first + i;
        bool its = tci_line_load(view, index, &line) && line.order == order->id;
        check(sink, its, order->id, "a line is missing or of another order");
        if (!its) return found;
        if (line.prev)
            check(sink,
                  line.prev < index && tci_line_load(view, line.prev, &before) &&
                      before.event == line.event,
                  order->id, "an event's chain of lines leads to another event");
        found.total += tci_line_total(&line);
        found.quantity += line.quantity;
        found.returned += line.returned;
        if (line.ticket_first == 0) continue;
        found.issued += line.quantity;
        check_tickets(view, sink, order->id, &line, i);
    }
    check(sink, found.total == order->total, order->id, "the total is not the sum of the lines");
    check(sink, found.quantity == order->tickets, order->id, "the tickets are not the lines'");
    return found;
}

static void check_places(tci_view *view, tci_verify_sink *sink, const tci_order *order,
                         const places *found) {
    const tci_saga_state *state = &tci_saga_states[order->state];
    bool confirmed = order->confirmed_at_ms != 0;
    check(sink, found->issued == (confirmed ? order->tickets : 0), order->id,
          "tickets were issued without a confirmation, or not with it");
    if (state->seats == TCI_SEATS_SOLD)
        check(sink, confirmed && (order->state != TC_ORDER_CAPTURING || found->returned == 0),
              order->id, "the state says sold, the places do not");
    if (state->seats == TCI_SEATS_NONE)
        check(sink, found->returned == found->issued, order->id,
              "the order is over, but places are still sold to it");
    if (state->seats != TCI_SEATS_HELD) return;
    tci_hold hold;
    bool its = tci_hold_load(view, order->hold, &hold) && hold.order == order->id;
    check(sink, !confirmed && its && hold.state != TC_HOLD_SOLD, order->id,
          "the state says held, the hold does not");
}

/* The order's refunds by where they stand. */
typedef struct refunds {
    uint32_t open;
    uint32_t failed;
    int64_t owed; /* open and failed, stray ones included */
    int64_t done;
} refunds;

static refunds check_refunds(tci_view *view, tci_verify_sink *sink, const tci_order *order) {
    refunds found = {0};
    uint64_t next = order->refund_last;
    for (tci_refund refund; tci_refund_load(view, next, &refund); next = refund.prev) {
        check(sink, refund.order == order->id, order->id, "a refund is of another order");
        bool open = refund.state == TC_REFUND_OPEN;
        tci_payment_cmd command;
        if (open)
            check(sink,
                  tci_payment_cmd_load(view, refund.command, &command) &&
                      command.state == TCI_COMMAND_OPEN && command.refund == refund.id,
                  order->id, "a refund is under way without a command");
        if (!refund.stray) found.open += open;
        found.failed += refund.state == TC_REFUND_FAILED;
        if (refund.state == TC_REFUND_DONE) found.done += refund.amount;
        else found.owed += refund.amount;
    }
    check(sink, found.open == order->refunds_open && found.failed == order->refunds_failed,
          order->id, "the counts of refunds are wrong");
    if (!tci_saga_states[order->state].by_books) return found;
    uint32_t waits = found.open     ? TC_ORDER_REFUNDING
                     : found.failed ? TC_ORDER_REFUND_FAILED
                                    : order->state;
    bool says = order->state == waits && (order->state != TC_ORDER_REFUNDING || found.open) &&
                (order->state != TC_ORDER_REFUND_FAILED || found.failed);
    check(sink, says, order->id, "the state does not say where its refunds stand");
    return found;
}

/* Money that rests needs places, an open command, a deadline or a person: the state says which. */
static void check_waits(tci_view *view, tci_verify_sink *sink, const tci_order *order) {
    const tci_saga_state *state = &tci_saga_states[order->state];
    tci_payment payment;
    tci_payment_cmd command;
    bool has_payment = tci_payment_load(view, order->payment_last, &payment);
    bool open = has_payment && tci_payment_cmd_load(view, payment.command, &command) &&
                command.state == TCI_COMMAND_OPEN && command.order == order->id;
    if (state->wait == TCI_WAIT_COMMAND)
        check(sink, open || order->refunds_open > 0, order->id,
              "the order waits for an answer, but no command is open");
    if (state->money == TCI_MONEY_RESERVED)
        check(sink, has_payment && payment.state == TC_PAYMENT_AUTHORISED && payment.captured == 0,
              order->id, "the state says authorised, the payment does not");
    check(sink, state->due == (order->deadline_ms != 0), order->id,
          "the order has a deadline and does not wait for its buyer, or the other way round");
    if (order->deadline_ms == 0) return;
    tci_key key = tci_key_of(0, TCI_SPACE_ORDER_DUE);
    tci_key_time(&key, order->deadline_ms);
    tci_key_u64(&key, order->id);
    tci_slice value;
    check(sink, tci_row_get(view, &key, &value), order->id, "the deadline has no row");
    check(sink, order->deadline_ms >= tci_order_next_due(view), order->id,
          "the deadline would be swept late");
}

static void check_sums(tci_verify_sink *sink, const tci_order *order) {
    switch (tci_saga_states[order->state].money) {
    case TCI_MONEY_NONE:
    case TCI_MONEY_OPEN:
    case TCI_MONEY_RESERVED:
        check(sink, order->captured == 0, order->id, "money was taken, the state says it was not");
        break;
    case TCI_MONEY_TAKEN:
        check(sink, order->captured == order->total, order->id,
              "the state says paid, the money taken is not the total");
        break;
    case TCI_MONEY_GIVEN_BACK:
        check(sink, order->captured == order->refunded, order->id,
              "the state says that all money went back, the sums do not");
        break;
    default: break; /* a dispute may have been about a part */
    }
}

/* The order's postings against its sums: what was taken is somewhere, what is owed is known. */
static void check_postings(tci_view *view, tci_verify_sink *sink, const tci_order *order,
                           const refunds *back) {
    int64_t net[TC_ACCOUNT_COUNT] = {0};
    uint64_t at = order->ledger_last;
    for (tci_posting posting; tci_ledger_load(view, at, &posting); at = posting.prev) {
        check(sink, posting.order == order->id && posting.currency == order->currency, order->id,
              "a posting is of another order or currency");
        if (posting.debit >= TC_ACCOUNT_COUNT || posting.credit >= TC_ACCOUNT_COUNT) return;
        net[posting.debit] += posting.amount;
        net[posting.credit] -= posting.amount;
    }
    int64_t taken = order->captured;
    uint64_t next = order->payment_last;
    for (tci_payment payment; tci_payment_load(view, next, &payment); next = payment.prev)
        if (payment.flags & TCI_PAYMENT_STRAY) taken += payment.captured;
    int64_t held = net[TC_ACCOUNT_CLEARING] + net[TC_ACCOUNT_CASH] + net[TC_ACCOUNT_DISPUTES] +
                   net[TC_ACCOUNT_CHARGEBACKS];
    check(sink, held == taken - back->done, order->id,
          "the ledger does not hold what was taken and not refunded");
    check(sink, net[TC_ACCOUNT_OWED] == -back->owed, order->id,
          "the ledger does not owe what the refunds under way say");
    int64_t due = order->state == TC_ORDER_CAPTURING ? order->total : 0;
    check(sink, net[TC_ACCOUNT_RECEIVABLE] == due, order->id,
          "the ledger expects another amount than the order");
}

static void check_order(tci_view *view, tci_verify_sink *sink, const tci_order *order) {
    bool known = order->state > TC_ORDER_NONE && order->state < TCI_SAGA_STRAY;
    check(sink, known, order->id, "the state is none");
    if (!known) return;
    places sold = check_lines(view, sink, order);
    refunds back = check_refunds(view, sink, order);
    check_places(view, sink, order, &sold);
    check_waits(view, sink, order);
    check_sums(sink, order);
    check_postings(view, sink, order, &back);
}

static void check_due_rows(tci_view *view, tci_verify_sink *sink) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_ORDER_DUE);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        const uint8_t *at = key.data;
        uint64_t id = key.len == 25 ? tci_load64_be(at + 17) : 0;
        tci_order order;
        bool matches =
            tci_order_load(view, id, &order) && order.deadline_ms == tci_key_time_at(at + 9);
        check(sink, matches, id, "a row of deadlines has no such order");
    }
    tci_cursor_close(&cursor);
}

void tci_sales_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    (void)now_ms;
    uint64_t end = tci_slot_peek(view, 0, TCI_SLOT_ORDER_NEXT);
    for (uint64_t id = 1; id < end; id++) {
        tci_order order;
        bool loaded = tci_order_load(view, id, &order);
        check(sink, loaded, id, "the order is missing");
        if (loaded) check_order(view, sink, &order);
    }
    check_due_rows(view, sink);
}
