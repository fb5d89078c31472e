/* Reading payments and refunds from a snapshot, and counting the work that waits for a worker. */
#include "api/verb.h"
#include "sales/sales.h"

enum { BACKLOG_LOOK_MAX = 100000 };

static const char *keep_text(tc_snapshot *snapshot, tci_slice text) {
    if (text.len == 0) return "";
    const char *kept = tci_arena_copy(tci_snapshot_arena(snapshot), text.data, text.len);
    return kept ? kept : "";
}

static int32_t begin(tc_snapshot *snapshot, uint64_t id, const void *room, uint32_t capacity,
                     const uint32_t *count, const char *field, tci_order *order, tc_error *error) {
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(room, field, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    if (tci_order_load(tci_snapshot_view(snapshot), id, order)) return TC_OK;
    return tci_snapshot_leave(snapshot, tci_fail_missing(error, "order", 0, id), error);
}

static tc_payment payment_of(tc_snapshot *snapshot, const tci_payment *payment) {
    tc_payment out = {.id = payment->id,
                      .order = payment->order,
                      .method = TC_PAY_PROVIDER,
                      .state = payment->state,
                      .amount_minor = payment->amount,
                      .captured_minor = payment->captured,
                      .refunded_minor = payment->refunded,
                      .created_at_ms = payment->created_at_ms};
    tci_currency_unpack(payment->currency, out.currency);
    tci_slice reference = tci_payment_reference(tci_snapshot_view(snapshot), payment);
    out.reference = keep_text(snapshot, reference);
    return out;
}

/* Money taken by hand has no record of its own: the order's sums tell it. */
static tc_payment payment_by_hand(tc_snapshot *snapshot, const tci_order *order) {
    tc_payment out = {.order = order->id,
                      .method = order->method,
                      .state = TC_PAYMENT_CAPTURED,
                      .amount_minor = order->total,
                      .captured_minor = order->captured,
                      .refunded_minor = order->refunded,
                      .created_at_ms = order->confirmed_at_ms};
    tci_currency_unpack(order->currency, out.currency);
    tci_slice reference = tci_order_reference(tci_snapshot_view(snapshot), order);
    out.reference = keep_text(snapshot, reference);
    return out;
}

int32_t tc_payment_list(tc_snapshot *snapshot, uint64_t order, tc_payment *payments,
                        uint32_t capacity, uint32_t *count, tc_error *error) {
    tci_order found;
    uint32_t total = 0;
    int32_t code = begin(snapshot, order, payments, capacity, count, "payments", &found, error);
    if (code != TC_OK) return code;
    if (found.method != TC_PAY_PROVIDER && found.captured > 0) {
        if (total < capacity) payments[total] = payment_by_hand(snapshot, &found);
        total++;
    }
    tci_payment payment;
    uint64_t next = found.payment_last;
    for (; tci_payment_load(tci_snapshot_view(snapshot), next, &payment); next = payment.prev) {
        if (total < capacity) payments[total] = payment_of(snapshot, &payment);
        total++;
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = total;
    return code;
}

int32_t tc_refund_list(tc_snapshot *snapshot, uint64_t order, tc_refund *refunds, uint32_t capacity,
                       uint32_t *count, tc_error *error) {
    tci_order found;
    uint32_t total = 0;
    int32_t code = begin(snapshot, order, refunds, capacity, count, "refunds", &found, error);
    if (code != TC_OK) return code;
    tci_refund refund;
    uint64_t next = found.refund_last;
    for (; tci_refund_load(tci_snapshot_view(snapshot), next, &refund); next = refund.prev) {
        if (total < capacity)
            refunds[total] = (tc_refund){.id = refund.id,
                                         .order = refund.order,
                                         .payment = refund.payment,
                                         .amount_minor = refund.amount,
                                         .created_at_ms = refund.created_at_ms,
                                         .state = refund.state,
                                         .beside = refund.stray};
        total++;
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = total;
    return code;
}

/* One open command: leased, due, or waiting. New work falls due when it is made. */
static void count_command(const tci_payment_cmd *command, int64_t now_ms, tc_payment_backlog *out) {
    int64_t due_ms = command->due_ms ? command->due_ms : command->created_at_ms;
    if (due_ms > now_ms) {
        if (command->flags & TCI_COMMAND_LEASED) out->leased++;
        else out->waiting++;
        return;
    }
    out->due++;
    if (out->oldest_due_ms == 0 || due_ms < out->oldest_due_ms) out->oldest_due_ms = due_ms;
}

static void count_backlog(tci_view *view, int64_t now_ms, tc_payment_backlog *out) {
    tci_work_iter iter;
    uint64_t number;
    int64_t due_ms;
    uint32_t looked = 0;
    /* Everything that waits is "due" at the end of time. */
    tci_work_open(&iter, &tci_payment_work, view, INT64_MAX);
    while (tci_work_next(&iter, &number, &due_ms)) {
        if (++looked > BACKLOG_LOOK_MAX) {
            out->capped = 1;
            break;
        }
        tci_payment_cmd command;
        if (!tci_payment_cmd_load(view, number, &command) || command.due_ms != due_ms) continue;
        bool open = command.state == TCI_COMMAND_OPEN && !(command.flags & TCI_COMMAND_PARKED);
        if (open) count_command(&command, now_ms, out);
    }
    tci_work_close(&iter);
    out->parked = tci_payment_parked(view);
}

int32_t tc_payment_backlog_get(tc_snapshot *snapshot, tc_payment_backlog *out, tc_error *error) {
    tc_payment_backlog full;
    int32_t code = tci_struct_in(out, sizeof full, sizeof full, &full, "out", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    full = (tc_payment_backlog)TC_PAYMENT_BACKLOG_INIT;
    count_backlog(tci_snapshot_view(snapshot), tci_snapshot_now(snapshot), &full);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(out, &full, sizeof full);
    return code;
}
