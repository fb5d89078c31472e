/* The noun "order": from a hold to money and tickets. Making one prints its secret, the only
 * authority over it. */
#include "order.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

static const cli_word methods[] = {
    {"provider", TC_PAY_PROVIDER},
    {"offline", TC_PAY_OFFLINE},
    {"paid", TC_PAY_PAID},
    {"free", TC_PAY_FREE},
    {NULL, 0},
};
static const cli_word reasons[] = {
    {"none", TC_ORDER_REASON_NONE},         {"buyer", TC_ORDER_REASON_BUYER},
    {"host", TC_ORDER_REASON_HOST},         {"deadline", TC_ORDER_REASON_DEADLINE},
    {"capture", TC_ORDER_REASON_CAPTURE},   {"seats", TC_ORDER_REASON_SEATS},
    {"event", TC_ORDER_REASON_EVENT},       {"dispute", TC_ORDER_REASON_DISPUTE},
    {"provider", TC_ORDER_REASON_PROVIDER}, {NULL, 0},
};
const cli_word cli_order_states[] = {
    {"pending", TC_ORDER_PENDING},
    {"authorising", TC_ORDER_AUTHORISING},
    {"unknown", TC_ORDER_UNKNOWN},
    {"declined", TC_ORDER_DECLINED},
    {"cancelling", TC_ORDER_CANCELLING},
    {"overdue", TC_ORDER_OVERDUE},
    {"voiding", TC_ORDER_VOIDING},
    {"void_failed", TC_ORDER_VOID_FAILED},
    {"cancelled", TC_ORDER_CANCELLED},
    {"expired", TC_ORDER_EXPIRED},
    {"capturing", TC_ORDER_CAPTURING},
    {"unwinding", TC_ORDER_UNWINDING},
    {"settled", TC_ORDER_SETTLED},
    {"refunding", TC_ORDER_REFUNDING},
    {"partly_refunded", TC_ORDER_PARTLY_REFUNDED},
    {"refund_failed", TC_ORDER_REFUND_FAILED},
    {"refunded", TC_ORDER_REFUNDED},
    {"disputed", TC_ORDER_DISPUTED},
    {"charged_back", TC_ORDER_CHARGED_BACK},
    {NULL, 0},
};
static const cli_word place_kinds[] = {{"seat", TC_PLACE_SEAT}, {"pool", TC_PLACE_POOL}, {NULL, 0}};

static json_t *tickets_of(const void *object) {
    const tc_order_create_result *result = object;
    json_t *array = json_array();
    for (uint32_t i = 0; i < result->tickets_count; i++)
        json_array_append_new(array, cli_json_number(result->tickets[i]));
    return array;
}

static const cli_field created_fields[] = {
    {.key = "order", .show = SHOW_NUMBER, AT(tc_order_create_result, order)},
    {.key = "secret", .show = SHOW_HEX, AT(tc_order_create_result, secret)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_order_create_result, version)},
    {.key = "state",
     .show = SHOW_NAME,
     .name = tc_order_state_name,
     AT(tc_order_create_result, state)},
    {.key = "total_minor",
     .show = SHOW_MONEY,
     AT(tc_order_create_result, total_minor),
     .aux = offsetof(tc_order_create_result, currency)},
    {.key = "currency",
     .show = SHOW_CHARS,
     AT(tc_order_create_result, currency),
     .flags = FIELD_JSON},
    {.key = "deadline", .show = SHOW_TIME, AT(tc_order_create_result, deadline_ms)},
    {.key = "payment",
     .show = SHOW_NUMBER,
     AT(tc_order_create_result, payment),
     .flags = FIELD_NONE_0},
    {.key = "tickets", .show = SHOW_MAKE, .make = tickets_of},
    {0},
};

/** A refund with its order's currency, and the parts of an order. */
typedef struct refund_row {
    tc_refund refund;
    char currency[4];
} refund_row;
typedef struct order_detail {
    tc_order order;
    cli_line_row *lines;
    tc_contact *contacts;
    tc_payment *payments;
    refund_row *refunds;
    uint32_t lines_count;
    uint32_t contacts_count;
    uint32_t payments_count;
    uint32_t refunds_count;
} order_detail;

#define LINE_MONEY(key_, member_)                                                                  \
    {                                                                                              \
        .key = key_, .show = SHOW_MONEY, AT(cli_line_row, line.member_),                           \
        .aux = offsetof(cli_line_row, currency)                                                    \
    }

const cli_field cli_line_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(cli_line_row, line.event)},
    {.key = "kind", .show = SHOW_WORD, .words = place_kinds, AT(cli_line_row, line.kind)},
    {.key = "target", .show = SHOW_NUMBER, AT(cli_line_row, line.target)},
    {.key = "quantity", .show = SHOW_NUMBER, AT(cli_line_row, line.quantity)},
    {.key = "ticket_type", .show = SHOW_NUMBER, AT(cli_line_row, line.ticket_type)},
    LINE_MONEY("price_minor", price_minor),
    LINE_MONEY("fee_minor", fee_minor),
    LINE_MONEY("tax_minor", tax_minor),
    LINE_MONEY("total_minor", total_minor),
    {.key = "ticket_first",
     .show = SHOW_NUMBER,
     AT(cli_line_row, line.ticket_first),
     .flags = FIELD_NONE_0},
    {0},
};

static const cli_word payment_states[] = {
    {"open", TC_PAYMENT_OPEN},
    {"authorised", TC_PAYMENT_AUTHORISED},
    {"captured", TC_PAYMENT_CAPTURED},
    {"declined", TC_PAYMENT_DECLINED},
    {"voided", TC_PAYMENT_VOIDED},
    {"disputed", TC_PAYMENT_DISPUTED},
    {"charged_back", TC_PAYMENT_CHARGED_BACK},
    {NULL, 0},
};
#define PAYMENT_MONEY(key_, member_)                                                               \
    {                                                                                              \
        .key = key_, .show = SHOW_MONEY, AT(tc_payment, member_),                                  \
        .aux = offsetof(tc_payment, currency)                                                      \
    }
static const cli_field payment_fields[] = {
    {.key = "payment", .show = SHOW_NUMBER, AT(tc_payment, id), .flags = FIELD_NONE_0},
    {.key = "method", .show = SHOW_WORD, .words = methods, AT(tc_payment, method)},
    {.key = "state", .show = SHOW_WORD, .words = payment_states, AT(tc_payment, state)},
    PAYMENT_MONEY("amount_minor", amount_minor),
    PAYMENT_MONEY("captured_minor", captured_minor),
    PAYMENT_MONEY("refunded_minor", refunded_minor),
    {.key = "created_at", .show = SHOW_TIME, AT(tc_payment, created_at_ms)},
    {.key = "reference", .show = SHOW_TEXT, AT(tc_payment, reference)},
    {0},
};

static const cli_word refund_states[] = {
    {"open", TC_REFUND_OPEN}, {"done", TC_REFUND_DONE}, {"failed", TC_REFUND_FAILED}, {NULL, 0}};
static const cli_field refund_fields[] = {
    {.key = "refund", .show = SHOW_NUMBER, AT(refund_row, refund.id)},
    {.key = "state", .show = SHOW_WORD, .words = refund_states, AT(refund_row, refund.state)},
    {.key = "amount_minor",
     .show = SHOW_MONEY,
     AT(refund_row, refund.amount_minor),
     .aux = offsetof(refund_row, currency)},
    {.key = "payment", .show = SHOW_NUMBER, AT(refund_row, refund.payment), .flags = FIELD_NONE_0},
    {.key = "beside", .show = SHOW_BOOL, AT(refund_row, refund.beside)},
    {.key = "created_at", .show = SHOW_TIME, AT(refund_row, refund.created_at_ms)},
    {0},
};

static const cli_field contact_fields[] = {
    {.key = "channel", .show = SHOW_NAME, .name = tc_message_channel_name, AT(tc_contact, channel)},
    {.key = "address", .show = SHOW_TEXT, AT(tc_contact, address)},
    {.key = "locale", .show = SHOW_TEXT, AT(tc_contact, locale)},
    {0},
};

#define ORDER_MONEY(key_, member_, flags_)                                                         \
    {                                                                                              \
        .key = key_, .show = SHOW_MONEY, AT(tc_order, member_),                                    \
        .aux = offsetof(tc_order, currency), .flags = flags_                                       \
    }

/* The order stands first in order_detail, so that its fields serve both. */
#define ORDER_FIELDS                                                                               \
    {.key = "order", .show = SHOW_NUMBER, AT(tc_order, id)},                                       \
        {.key = "version", .show = SHOW_NUMBER, AT(tc_order, version), .flags = FIELD_DETAIL},     \
        {.key = "state", .show = SHOW_NAME, .name = tc_order_state_name, AT(tc_order, state)},     \
        {.key = "reason",                                                                          \
         .show = SHOW_WORD,                                                                        \
         .words = reasons,                                                                         \
         AT(tc_order, reason),                                                                     \
         .flags = FIELD_NONE_0 | FIELD_DETAIL},                                                    \
        {.key = "method", .show = SHOW_WORD, .words = methods, AT(tc_order, method)},              \
        {.key = "event", .show = SHOW_NUMBER, AT(tc_order, event)},                                \
        {.key = "hold", .show = SHOW_NUMBER, AT(tc_order, hold), .flags = FIELD_DETAIL},           \
        {.key = "tickets", .show = SHOW_NUMBER, AT(tc_order, tickets)},                            \
        ORDER_MONEY("total_minor", total_minor, 0),                                                \
        ORDER_MONEY("captured_minor", captured_minor, FIELD_DETAIL),                               \
        ORDER_MONEY("refunded_minor", refunded_minor, FIELD_DETAIL),                               \
        {.key = "currency", .show = SHOW_CHARS, AT(tc_order, currency), .flags = FIELD_JSON},      \
        {.key = "created_at", .show = SHOW_TIME, AT(tc_order, created_at_ms)},                     \
        {.key = "confirmed_at",                                                                    \
         .show = SHOW_TIME,                                                                        \
         AT(tc_order, confirmed_at_ms),                                                            \
         .flags = FIELD_DETAIL},                                                                   \
        {.key = "deadline", .show = SHOW_TIME, AT(tc_order, deadline_ms)},                         \
        {.key = "refunds_open",                                                                    \
         .show = SHOW_NUMBER,                                                                      \
         AT(tc_order, refunds_open),                                                               \
         .flags = FIELD_DETAIL},                                                                   \
        {.key = "refunds_failed",                                                                  \
         .show = SHOW_NUMBER,                                                                      \
         AT(tc_order, refunds_failed),                                                             \
         .flags = FIELD_DETAIL},                                                                   \
    {                                                                                              \
        .key = "reference", .show = SHOW_TEXT, AT(tc_order, reference)                             \
    }

static const cli_field list_fields[] = {ORDER_FIELDS, {0}};

#define PART(key_, fields_, type_, member_)                                                        \
    {                                                                                              \
        .key = key_, .show = SHOW_ROWS, .nested = fields_, .stride = sizeof(type_),                \
        AT(order_detail, member_), .aux = offsetof(order_detail, member_##_count)                  \
    }

static const cli_field detail_fields[] = {
    ORDER_FIELDS,
    PART("lines", cli_line_fields, cli_line_row, lines),
    PART("contacts", contact_fields, tc_contact, contacts),
    PART("payments", payment_fields, tc_payment, payments),
    PART("refunds", refund_fields, refund_row, refunds),
    {0},
};

static const cli_option create_options[] = {
    {.name = "HOLD",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     AT(tc_order_create_request, hold),
     .help = "id of a live hold"},
    {.name = "secret",
     .kind = CLI_SECRET,
     .value = "SECRET",
     .need = CLI_REQUIRED,
     AT(tc_order_create_request, hold_secret),
     .help = "the hold's: 32 hexadecimal digits, @FILE, or TICKETCORE_SECRET"},
    {.name = "method",
     .kind = CLI_WORD,
     .value = "METHOD",
     .words = methods,
     .fallback = "provider",
     AT(tc_order_create_request, method),
     .help = "how it is paid; paid: at the till already, tickets at once"},
    {.name = "type",
     .kind = CLI_TEXT,
     .value = "TYPE",
     .need = CLI_REPEATED,
     .help = "ticket type: one for all places, or one for each place of the hold in its order; "
             "2x3 for three of a pool's places. The only one that fits when not given"},
    {.name = "contact",
     .kind = CLI_TEXT,
     .value = "CHANNEL:ADDRESS",
     .need = CLI_REPEATED,
     .help = "where messages go, like email:ada@example.org; sms, push, webhook"},
    {.name = "locale",
     .kind = CLI_TEXT,
     .value = "TAG",
     .help = "language of the messages, like de-AT"},
    {.name = "buyer",
     .kind = CLI_TEXT,
     .value = "KEY",
     AT(tc_order_create_request, buyer),
     .help = "your key of the person; the hold's when not given"},
    {.name = "expect-total",
     .kind = CLI_TEXT,
     .value = "AMOUNT",
     .help = "refuse when the total is another, like \"12.50 EUR\""},
    {.name = "within",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = TC_HOLD_TTL_MS_MAX,
     AT(tc_order_create_request, pay_within_ms),
     .help = "money is awaited this long; until the hold expires when not given"},
    {.name = "reference",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_order_create_request, reference),
     .help = "your own or the till's, up to 128 bytes"},
    {.name = "token",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_order_create_request, token),
     .help = "what your payment worker needs to charge the buyer; not a card number"},
    {0},
};

static const cli_option get_options[] = {
    {.name = "ORDER",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     .bytes = 8,
     .help = "id of the order"},
    {.name = "secret",
     .kind = CLI_SECRET,
     .value = "SECRET",
     .help = "read as its owner: 32 hexadecimal digits or @FILE; as the host when not given"},
    {0},
};

static const cli_option list_options[] = {
    {.name = "event",
     .kind = CLI_NUMBER,
     .value = "EVENT",
     AT(tc_order_list_request, event),
     .help = "only with a line of this event"},
    {.name = "buyer",
     .kind = CLI_TEXT,
     .value = "KEY",
     AT(tc_order_list_request, buyer),
     .help = "only of this buyer"},
    {.name = "state",
     .kind = CLI_WORDS,
     .value = "STATE,…",
     .words = cli_order_states,
     AT(tc_order_list_request, states),
     .help = "only in these"},
    OPTION_LIMIT,
    {0},
};

/* "email:ada@example.org" */
static int read_contacts(cli_call *call, tc_contact *contacts, uint32_t *count) {
    size_t given = cli_count(call, "contact");
    if (given > 4) return cli_usage(call, "--contact may be given for 4 channels at most");
    for (size_t i = 0; i < given; i++) {
        char channel[16] = "";
        const char *text = cli_nth(call, "contact", i)->text;
        const char *colon = strchr(text, ':');
        if (colon && (size_t)(colon - text) < sizeof channel)
            memcpy(channel, text, (size_t)(colon - text));
        contacts[i] = (tc_contact)TC_CONTACT_INIT;
        if (!colon || !cli_word_number(cli_message_channels, channel, &contacts[i].channel)) {
            return cli_usage(call, "--contact takes CHANNEL:ADDRESS like email:ada@example.org; "
                                   "channels are email, sms, push, webhook");
        }
        contacts[i].address = colon + 1;
        contacts[i].locale = cli_text(call, "locale");
    }
    *count = (uint32_t)given;
    return CLI_OK;
}

/* "12.50 EUR" */
static int read_expectation(cli_call *call, tc_order_create_request *request) {
    char amount[40] = "";
    const char *text = cli_text(call, "expect-total");
    if (!text) return CLI_OK;
    const char *blank = strchr(text, ' ');
    bool good = blank && strlen(blank + 1) == 3 && (size_t)(blank - text) < sizeof amount;
    if (good) {
        memcpy(amount, text, (size_t)(blank - text));
        memcpy(request->expected_currency, blank + 1, sizeof request->expected_currency);
        good = cli_money_read(amount, request->expected_currency, &request->expected_total_minor);
    }
    if (good) return CLI_OK;
    return cli_usage(call,
                     "--expect-total takes an amount and its currency like \"12.50 EUR\", not "
                     "\"%.40s\"",
                     text);
}

static int create(cli_call *call) {
    tc_contact contacts[4];
    tc_order_create_request request = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result result = TC_ORDER_CREATE_RESULT_INIT;
    tc_order_item *items = NULL;
    cli_fill(call, &request);
    request.contacts = contacts;
    int exit_code = read_contacts(call, contacts, &request.contacts_count);
    if (!exit_code) exit_code = read_expectation(call, &request);
    if (!exit_code) exit_code = cli_snapshot(call);
    if (!exit_code) {
        exit_code =
            cli_order_items(call, request.hold, &request.hold_secret, &items, &request.items_count);
    }
    uint64_t *tickets = cli_room(TC_ORDER_TICKETS_MAX, sizeof *tickets);
    request.items = items;
    result.tickets = tickets;
    result.tickets_capacity = TC_ORDER_TICKETS_MAX;
    if (!exit_code && tc_order_create(call->engine, &request, &result, &call->error) != TC_OK)
        exit_code = cli_fail(call);
    if (!exit_code) cli_print(&call->out, created_fields, &result);
    free(items);
    free(tickets);
    return exit_code;
}

static int32_t read_lines(cli_call *call, order_detail *detail, const tc_secret *secret) {
    uint32_t count = detail->order.lines;
    tc_order_line *lines = cli_room(count, sizeof *lines);
    detail->lines = cli_room(count, sizeof *detail->lines);
    int32_t code = tc_order_lines(call->snapshot, detail->order.id, secret, lines, count,
                                  &detail->lines_count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        detail->lines[i].line = lines[i];
        memcpy(detail->lines[i].currency, detail->order.currency, 4);
    }
    free(lines);
    return code;
}

static int32_t read_payments(cli_call *call, order_detail *detail) {
    uint64_t order = detail->order.id;
    int32_t code =
        tc_payment_list(call->snapshot, order, NULL, 0, &detail->payments_count, &call->error);
    if (code != TC_OK) return code;
    detail->payments = cli_room(detail->payments_count, sizeof *detail->payments);
    return tc_payment_list(call->snapshot, order, detail->payments, detail->payments_count,
                           &detail->payments_count, &call->error);
}

static int32_t read_refunds(cli_call *call, order_detail *detail) {
    uint64_t order = detail->order.id;
    int32_t code =
        tc_refund_list(call->snapshot, order, NULL, 0, &detail->refunds_count, &call->error);
    if (code != TC_OK) return code;
    uint32_t count = detail->refunds_count;
    tc_refund *refunds = cli_room(count, sizeof *refunds);
    detail->refunds = cli_room(count, sizeof *detail->refunds);
    code =
        tc_refund_list(call->snapshot, order, refunds, count, &detail->refunds_count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        detail->refunds[i].refund = refunds[i];
        memcpy(detail->refunds[i].currency, detail->order.currency, 4);
    }
    free(refunds);
    return code;
}

static int get(cli_call *call) {
    tc_contact contacts[4] = {TC_CONTACT_INIT, TC_CONTACT_INIT, TC_CONTACT_INIT, TC_CONTACT_INIT};
    order_detail detail = {.order = TC_ORDER_INIT, .contacts = contacts};
    tc_secret given = cli_secret(call, "secret");
    const tc_secret *secret = cli_given(call, "secret") ? &given : NULL;
    int32_t code = tc_order_get(call->snapshot, cli_number(call, "ORDER"), secret, &detail.order,
                                &call->error);
    if (code == TC_OK) code = read_lines(call, &detail, secret);
    if (code == TC_OK) {
        code = tc_order_contacts(call->snapshot, detail.order.id, contacts, 4,
                                 &detail.contacts_count, &call->error);
    }
    if (code == TC_OK) code = read_payments(call, &detail);
    if (code == TC_OK) code = read_refunds(call, &detail);
    if (code == TC_OK) cli_print(&call->out, detail_fields, &detail);
    free(detail.lines);
    free(detail.payments);
    free(detail.refunds);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int list(cli_call *call) {
    enum { PAGE = 500 };
    tc_order_list_request request = TC_ORDER_LIST_REQUEST_INIT;
    uint64_t left = cli_limit(call);
    tc_order *orders = cli_room(PAGE, sizeof *orders);
    int exit_code = CLI_OK;
    cli_fill(call, &request);
    request.limit = PAGE;
    do {
        uint32_t count = 0;
        for (size_t i = 0; i < PAGE; i++) orders[i] = (tc_order)TC_ORDER_INIT;
        if (tc_order_list(call->snapshot, &request, orders, &count, &request.after, &call->error) !=
            TC_OK) {
            exit_code = cli_fail(call);
            break;
        }
        for (uint32_t i = 0; i < count && left > 0; i++, left--)
            cli_row(&call->out, list_fields, &orders[i]);
    } while (request.after && left > 0);
    if (!exit_code) cli_rows_end(&call->out);
    free(orders);
    return exit_code;
}

const cli_command cli_order_commands[] = {
    {.verb = "quote",
     .what = "Show what seats and places would cost now; takes nothing, promises nothing.",
     .options = cli_order_quote_options,
     .fields = cli_order_quote_fields,
     .example = "  ticketcore order quote 1 --seats 0-3\n"
                "  ticketcore order quote 1 --seats 12 --pool 1:2 --type 1 --type 3",
     .store = CLI_STORE_READ,
     .run = cli_order_quote},
    {.verb = "create",
     .what = "Turn a live hold into an order, its price frozen.",
     .more =
         "With --method paid or free it is confirmed at once: seats sold, tickets issued. With\n"
         "offline it waits for order settle; with provider your payment worker takes over (pay).\n"
         "Prints the order's secret: whoever has it may pay, cancel and fetch tickets.",
     .options = create_options,
     .fields = created_fields,
     .example = "  ticketcore order create 1 --secret @hold.secret --method paid "
                "--contact email:ada@example.org",
     .store = CLI_STORE_WRITE,
     .run = create},
    {.verb = "get",
     .what = "Show an order with its lines, contacts, payments and refunds.",
     .options = get_options,
     .fields = detail_fields,
     .example = "  ticketcore order get 1",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "list",
     .what = "List orders, newest first.",
     .options = list_options,
     .fields = list_fields,
     .example = "  ticketcore order list --event 1 --state settled,capturing --limit 20",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "pay",
     .what = "Begin the payment of a pending or declined order again, perhaps another way.",
     .options = cli_order_pay_options,
     .fields = cli_order_result_fields,
     .example = "  ticketcore order pay 1 --method provider --token tok_123",
     .store = CLI_STORE_WRITE,
     .run = cli_order_pay},
    {.verb = "settle",
     .what = "Record that an offline payment came, and confirm the order.",
     .options = cli_order_settle_options,
     .fields = cli_order_result_fields,
     .example = "  ticketcore order settle 1 --amount 50.00 --reference bank-4711",
     .store = CLI_STORE_WRITE,
     .run = cli_order_settle},
    {.verb = "cancel",
     .what = "Give up an order that is not confirmed; its seats are free at once.",
     .options = cli_order_cancel_options,
     .fields = cli_order_result_fields,
     .example = "  ticketcore order cancel 1",
     .store = CLI_STORE_WRITE,
     .run = cli_order_cancel},
    {.verb = "refund",
     .what = "Refund an order whole, by tickets or by amount; tickets are void at once.",
     .options = cli_order_refund_options,
     .fields = cli_order_result_fields,
     .example = "  ticketcore order refund 1\n"
                "  ticketcore order refund 1 --ticket 4294967297 --reference \"fell ill\"",
     .store = CLI_STORE_WRITE,
     .run = cli_order_refund},
    {0},
};
