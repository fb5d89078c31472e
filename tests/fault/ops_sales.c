/* Commands of sales, payment, tickets and the outbox, each with one good request against the
 * prepared house; and the other doors commands go through: the batch call and the queue. */
#include <string.h>

#include "ops.h"

#define BEGIN(noun, NOUN, answer, ANSWER)                                                          \
    tc_##noun##_request q = TC_##NOUN##_REQUEST_INIT;                                              \
    tc_##answer a = TC_##ANSWER##_INIT;                                                            \
    q.request_id = r->id
#define END(noun) return done(r, tc_##noun(r->engine, &q, &a, &r->error), &a, sizeof a)

static const tc_contact CONTACT = {sizeof CONTACT, TC_MESSAGE_EMAIL, "bob@example.org", "en"};
static uint64_t tickets[4];

static int32_t order_by(run *r, uint32_t method) {
    const tc_order_item item = {r->house->type_seat, 1};
    BEGIN(order_create, ORDER_CREATE, order_create_result, ORDER_CREATE_RESULT);
    q.hold = r->house->hold_order;
    q.hold_secret = r->house->hold_order_secret;
    q.items = &item;
    q.items_count = 1;
    q.method = method;
    q.contacts = &CONTACT;
    q.contacts_count = 1;
    a.tickets = tickets;
    a.tickets_capacity = 4;
    END(order_create);
}

static int32_t order_create_paid(run *r) {
    return order_by(r, TC_PAY_PAID);
}

static int32_t order_create_provider(run *r) {
    return order_by(r, TC_PAY_PROVIDER);
}

static int32_t order_cancel(run *r) {
    BEGIN(order_cancel, ORDER_CANCEL, order_cancel_result, ORDER_CANCEL_RESULT);
    q.order = r->house->pending;
    q.secret = r->house->pending_secret;
    END(order_cancel);
}

static int32_t order_pay(run *r) {
    BEGIN(order_pay, ORDER_PAY, order_pay_result, ORDER_PAY_RESULT);
    q.order = r->house->declined;
    q.flags = TC_ORDER_AS_HOST;
    q.method = TC_PAY_PROVIDER;
    q.token = "tok_2";
    END(order_pay);
}

static int32_t order_settle(run *r) {
    BEGIN(order_settle, ORDER_SETTLE, order_settle_result, ORDER_SETTLE_RESULT);
    q.order = r->house->pending;
    q.amount_minor = 3720;
    memcpy(q.currency, "EUR", 4);
    END(order_settle);
}

static int32_t order_refund(run *r) {
    BEGIN(order_refund, ORDER_REFUND, order_refund_result, ORDER_REFUND_RESULT);
    q.order = r->house->captured;
    q.reference = "rained off";
    END(order_refund);
}

static int32_t order_refund_ticket(run *r) {
    BEGIN(order_refund, ORDER_REFUND, order_refund_result, ORDER_REFUND_RESULT);
    q.order = r->house->settled;
    q.tickets = r->house->tickets;
    q.tickets_count = 1;
    q.flags = TC_ORDER_BY_HAND;
    END(order_refund);
}

static tc_payment_command commands[4];

static int32_t payment_lease(run *r) {
    BEGIN(payment_lease, PAYMENT_LEASE, payment_lease_result, PAYMENT_LEASE_RESULT);
    q.worker = 9;
    q.max = 4;
    a.commands = commands;
    a.commands_capacity = 4;
    int32_t code = done(r, tc_payment_lease(r->engine, &q, &a, &r->error), &a, sizeof a);
    return done(r, code, commands, a.commands_count * sizeof *commands);
}

static int32_t answer_payment(run *r, uint32_t outcome) {
    BEGIN(payment_answer, PAYMENT_ANSWER, payment_answer_result, PAYMENT_ANSWER_RESULT);
    q.command = r->house->leased.command;
    q.attempt = r->house->leased.attempt;
    q.outcome = outcome;
    q.reference = "pi_6";
    END(payment_answer);
}

static int32_t payment_answer_done(run *r) {
    return answer_payment(r, TC_OUTCOME_DONE);
}

static int32_t payment_answer_unknown(run *r) {
    return answer_payment(r, TC_OUTCOME_UNKNOWN);
}

/* The hold died meanwhile: the same seats, or others like them. */
static int32_t answer_late(run *r, const tc_payment_command *late) {
    BEGIN(payment_answer, PAYMENT_ANSWER, payment_answer_result, PAYMENT_ANSWER_RESULT);
    q.command = late->command;
    q.attempt = late->attempt;
    q.outcome = TC_OUTCOME_DONE;
    q.reference = "pi_late";
    END(payment_answer);
}

static int32_t payment_answer_late(run *r) {
    return answer_late(r, &r->house->late_same);
}

static int32_t payment_answer_moved(run *r) {
    return answer_late(r, &r->house->late_moved);
}

static int32_t payment_event(run *r) {
    BEGIN(payment_event, PAYMENT_EVENT, payment_event_result, PAYMENT_EVENT_RESULT);
    q.event_id = "evt_1";
    q.kind = TC_PAYMENT_EVENT_DISPUTE_LOST;
    q.reference = "pi_captured";
    END(payment_event);
}

static int32_t ticket_void(run *r) {
    BEGIN(ticket_void, TICKET_VOID, ticket_void_result, TICKET_VOID_RESULT);
    q.ticket = r->house->tickets[2];
    END(ticket_void);
}

static int32_t ticket_reissue(run *r) {
    BEGIN(ticket_reissue, TICKET_REISSUE, ticket_reissue_result, TICKET_REISSUE_RESULT);
    q.ticket = r->house->tickets[0];
    END(ticket_reissue);
}

static int32_t signing_key_rotate(run *r) {
    BEGIN(signing_key_rotate, SIGNING_KEY_ROTATE, signing_key_rotate_result,
          SIGNING_KEY_ROTATE_RESULT);
    END(signing_key_rotate);
}

static int32_t checkin_scan(run *r) {
    BEGIN(checkin_scan, CHECKIN_SCAN, checkin_scan_result, CHECKIN_SCAN_RESULT);
    q.event = r->house->event;
    q.barcode = r->house->barcode;
    q.gate = 4;
    memset(q.nonce, 7, sizeof q.nonce);
    END(checkin_scan);
}

static int32_t message_create(run *r) {
    static const tc_variable NAME = {"name", "Bob"};
    BEGIN(message_create, MESSAGE_CREATE, message_create_result, MESSAGE_CREATE_RESULT);
    q.kind = TC_MESSAGE_CUSTOM;
    q.channel = TC_MESSAGE_EMAIL;
    q.address = "bob@example.org";
    q.locale = "de";
    q.dedupe_key = "once";
    q.variables = &NAME;
    q.variables_count = 1;
    q.not_before_ms = HOUSE_T0 + 1000;
    END(message_create);
}

static tc_leased_message leased[4];

static int32_t message_lease(run *r) {
    BEGIN(message_lease, MESSAGE_LEASE, message_lease_result, MESSAGE_LEASE_RESULT);
    q.max = 4;
    q.worker = 2;
    a.messages = leased;
    a.messages_capacity = 4;
    int32_t code = done(r, tc_message_lease(r->engine, &q, &a, &r->error), &a, sizeof a);
    return done(r, code, leased, a.messages_count * sizeof *leased);
}

static int32_t answer_message(run *r, uint32_t outcome) {
    BEGIN(message_answer, MESSAGE_ANSWER, message_answer_result, MESSAGE_ANSWER_RESULT);
    q.message = r->house->message.message;
    q.lease = r->house->message.lease;
    q.outcome = outcome;
    q.receipt = "250 ok";
    END(message_answer);
}

static int32_t message_answer_sent(run *r) {
    return answer_message(r, TC_MESSAGE_OUTCOME_SENT);
}

static int32_t message_answer_dead(run *r) {
    return answer_message(r, TC_MESSAGE_OUTCOME_FAILED);
}

static int32_t message_retry(run *r) {
    BEGIN(message_retry, MESSAGE_RETRY, message_retry_result, MESSAGE_RETRY_RESULT);
    q.message = r->house->message_dead;
    END(message_retry);
}

static int32_t message_cancel(run *r) {
    BEGIN(message_cancel, MESSAGE_CANCEL, message_cancel_result, MESSAGE_CANCEL_RESULT);
    q.message = r->house->message_waiting;
    END(message_cancel);
}

static int32_t template_put(run *r) {
    BEGIN(template_put, TEMPLATE_PUT, template_put_result, TEMPLATE_PUT_RESULT);
    q.kind = TC_MESSAGE_CUSTOM + 1;
    q.channel = TC_MESSAGE_EMAIL;
    q.subject = "Hello";
    q.body = "<p>Hello {{name}}</p>";
    q.flags = TC_TEMPLATE_HTML;
    END(template_put);
}

static int32_t template_delete(run *r) {
    tc_template_delete_request q = TC_TEMPLATE_DELETE_REQUEST_INIT;
    q.request_id = r->id;
    q.kind = TC_MESSAGE_CUSTOM;
    q.channel = TC_MESSAGE_EMAIL;
    q.locale = "de";
    return tc_template_delete(r->engine, &q, &r->error);
}

const op OPS_SALES[] = {
    {"order.create.paid", order_create_paid, OP_COMMAND},
    {"order.create.provider", order_create_provider, OP_COMMAND},
    {"order.cancel", order_cancel, OP_COMMAND},
    {"order.pay", order_pay, OP_COMMAND},
    {"order.settle", order_settle, OP_COMMAND},
    {"order.refund", order_refund, OP_COMMAND},
    {"order.refund.ticket", order_refund_ticket, OP_COMMAND},
    {"payment.lease", payment_lease, OP_COMMAND},
    {"payment.answer", payment_answer_done, OP_COMMAND},
    {"payment.answer.unknown", payment_answer_unknown, OP_COMMAND},
    {"payment.answer.late", payment_answer_late, OP_COMMAND},
    {"payment.answer.moved", payment_answer_moved, OP_COMMAND},
    {"payment.event", payment_event, OP_COMMAND},
    {"ticket.void", ticket_void, OP_COMMAND},
    {"ticket.reissue", ticket_reissue, OP_COMMAND},
    {"signing_key.rotate", signing_key_rotate, OP_COMMAND},
    {"checkin.scan", checkin_scan, OP_COMMAND},
    {"message.create", message_create, OP_COMMAND},
    {"message.lease", message_lease, OP_COMMAND},
    {"message.answer", message_answer_sent, OP_COMMAND},
    {"message.answer.dead", message_answer_dead, OP_COMMAND},
    {"message.retry", message_retry, OP_COMMAND},
    {"message.cancel", message_cancel, OP_COMMAND},
    {"template.put", template_put, OP_COMMAND},
    {"template.delete", template_delete, OP_COMMAND},
};
LIST(OPS_SALES);

/* ---- the other doors ---- */

/* Two commands in one call, each with its own answer. */
static int32_t command_batch(run *r) {
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result made = TC_VENUE_RESULT_INIT;
    tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
    tc_pool_create_result pooled = TC_POOL_CREATE_RESULT_INIT;
    tc_command all[2] = {TC_COMMAND_INIT, TC_COMMAND_INIT};
    tc_error second = TC_ERROR_INIT;
    venue.request_id = r->id;
    venue.name = "Batch Hall";
    pool.request_id = r->id;
    pool.request_id.bytes[15] = 0xff;
    pool.event = r->house->event;
    pool.name = "Batch pool";
    pool.capacity = 5;
    all[0].kind = TC_VENUE_CREATE;
    all[0].request = &venue;
    all[0].result = &made;
    all[0].error = &r->error;
    all[1].kind = TC_POOL_CREATE;
    all[1].request = &pool;
    all[1].result = &pooled;
    all[1].error = &second;
    int32_t code = tc_command_batch(r->engine, all, 2, &r->error);
    if (code != TC_OK) return code;
    code = all[0].code != TC_OK ? all[0].code : all[1].code;
    if (code != TC_OK) return code;
    took(r, &made, sizeof made);
    return done(r, code, &pooled, sizeof pooled);
}

static int32_t command_submit(run *r) {
    tc_venue_create_request q = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result a = TC_VENUE_RESULT_INIT;
    tc_command command = TC_COMMAND_INIT;
    tc_completion completion = TC_COMPLETION_INIT;
    tc_queue *queue;
    q.request_id = r->id;
    q.name = "Queue Hall";
    command.kind = TC_VENUE_CREATE;
    command.request = &q;
    command.result = &a;
    int32_t code = tc_queue_open(r->engine, 4, &queue, &r->error);
    if (code != TC_OK) return code;
    code = tc_command_submit(r->engine, &command, queue, NULL, &r->error);
    if (code == TC_OK) {
        int32_t taken = tc_queue_next(queue, &completion, 30000, &r->error);
        code = taken == 1 ? completion.code : taken == 0 ? TC_E_TIMEOUT : taken;
        if (taken == 1 && completion.code != TC_OK) r->error = completion.error;
    }
    int32_t closed = tc_queue_close(queue, NULL);
    if (closed != TC_OK) return TC_E_BUSY;
    return done(r, code, &a, sizeof a);
}

const op OPS_DOOR[] = {
    {"command.batch", command_batch, OP_PARTS},
    {"command.submit", command_submit, OP_COMMAND},
};
LIST(OPS_DOOR);
