/* What moves an order's money and ends it: paying again, settling by hand, cancelling, refunding.
 * Amounts are typed in the order's own currency, which is read first. */
#include <stdlib.h>
#include <string.h>

#include "order.h"

static const cli_word methods[] = {
    {"provider", TC_PAY_PROVIDER}, {"offline", TC_PAY_OFFLINE}, {NULL, 0}};

/** A result with its order's currency. */
typedef struct result_detail {
    tc_order_result result;
    char currency[4];
} result_detail;

const cli_field cli_order_result_fields[] = {
    {.key = "order", .show = SHOW_NUMBER, AT(result_detail, result.order)},
    {.key = "version", .show = SHOW_NUMBER, AT(result_detail, result.version)},
    {.key = "state",
     .show = SHOW_NAME,
     .name = tc_order_state_name,
     AT(result_detail, result.state)},
    {.key = "changed", .show = SHOW_BOOL, AT(result_detail, result.changed)},
    {.key = "amount_minor",
     .show = SHOW_MONEY,
     AT(result_detail, result.amount_minor),
     .aux = offsetof(result_detail, currency),
     .flags = FIELD_NONE_0},
    {.key = "currency", .show = SHOW_CHARS, AT(result_detail, currency), .flags = FIELD_JSON},
    {.key = "payment",
     .show = SHOW_NUMBER,
     AT(result_detail, result.payment),
     .flags = FIELD_NONE_0},
    {.key = "refund", .show = SHOW_NUMBER, AT(result_detail, result.refund), .flags = FIELD_NONE_0},
    {0},
};

#define ORDER_PLACE(...)                                                                           \
    {                                                                                              \
        .name = "ORDER", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        __VA_ARGS__, .help = "id of the order"                                                     \
    }
#define OWNER_SECRET(...)                                                                          \
    {                                                                                              \
        .name = "secret", .kind = CLI_SECRET, .value = "SECRET", __VA_ARGS__,                      \
        .help = "act as its owner: 32 hexadecimal digits or @FILE; as the host when not given"     \
    }
#define GONE_OPTION                                                                                \
    { .name = "event-gone", .kind = CLI_FLAG, .help = "because the event does not take place" }
#define REFERENCE_OPTION(...)                                                                      \
    {                                                                                              \
        .name = "reference", .kind = CLI_TEXT, .value = "TEXT", __VA_ARGS__,                       \
        .help = "of the bank or till, up to 128 bytes"                                             \
    }

const cli_option cli_order_pay_options[] = {
    ORDER_PLACE(AT(tc_order_pay_request, order)),
    OWNER_SECRET(AT(tc_order_pay_request, secret)),
    {.name = "method",
     .kind = CLI_WORD,
     .value = "METHOD",
     .words = methods,
     .fallback = "provider",
     AT(tc_order_pay_request, method),
     .help = "how"},
    {.name = "token",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_order_pay_request, token),
     .help = "what your payment worker needs to charge the buyer; not a card number"},
    {.name = "expect-total",
     .kind = CLI_TEXT,
     .value = "AMOUNT",
     .help = "refuse when the frozen total is another"},
    {.name = "within",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = TC_HOLD_TTL_MS_MAX,
     AT(tc_order_pay_request, pay_within_ms),
     .help = "a new deadline from now; the old one stays when not given"},
    OPTION_IF_VERSION(tc_order_pay_request),
    {0},
};

const cli_option cli_order_settle_options[] = {
    ORDER_PLACE(AT(tc_order_settle_request, order)),
    {.name = "amount",
     .kind = CLI_TEXT,
     .value = "AMOUNT",
     .need = CLI_REQUIRED,
     .help = "what came, in the order's currency; must be its total"},
    REFERENCE_OPTION(AT(tc_order_settle_request, reference)),
    OPTION_IF_VERSION(tc_order_settle_request),
    {0},
};

const cli_option cli_order_cancel_options[] = {
    ORDER_PLACE(AT(tc_order_cancel_request, order)),
    OWNER_SECRET(AT(tc_order_cancel_request, secret)),
    GONE_OPTION,
    {.name = "by-hand",
     .kind = CLI_FLAG,
     .help = "an order whose void failed: it was voided outside the engine"},
    OPTION_IF_VERSION(tc_order_cancel_request),
    {0},
};

const cli_option cli_order_refund_options[] = {
    ORDER_PLACE(AT(tc_order_refund_request, order)),
    {.name = "ticket",
     .kind = CLI_NUMBER,
     .value = "TICKET",
     .need = CLI_REPEATED,
     .least = 1,
     .bytes = 8,
     .help = "refund this ticket of it; the whole order when none is given"},
    {.name = "amount",
     .kind = CLI_TEXT,
     .value = "AMOUNT",
     .help = "give this much back; what was paid when not given"},
    {.name = "by-hand", .kind = CLI_FLAG, .help = "the money was given back outside the engine"},
    GONE_OPTION,
    REFERENCE_OPTION(AT(tc_order_refund_request, reference)),
    OPTION_IF_VERSION(tc_order_refund_request),
    {0},
};

static uint32_t authority_of(const cli_call *call) {
    return cli_given(call, "secret") ? 0U : TC_ORDER_AS_HOST;
}

static int read_currency(cli_call *call, result_detail *detail) {
    tc_order order = TC_ORDER_INIT;
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    if (tc_order_get(call->snapshot, cli_number(call, "ORDER"), NULL, &order, &call->error) !=
        TC_OK)
        return cli_fail(call);
    memcpy(detail->currency, order.currency, sizeof detail->currency);
    return CLI_OK;
}

static int finish(cli_call *call, int32_t code, const result_detail *detail) {
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, cli_order_result_fields, detail);
    return CLI_OK;
}

int cli_order_pay(cli_call *call) {
    result_detail detail = {.result = TC_ORDER_PAY_RESULT_INIT};
    tc_order_pay_request request = TC_ORDER_PAY_REQUEST_INIT;
    int exit_code = read_currency(call, &detail);
    if (exit_code) return exit_code;
    cli_fill(call, &request);
    request.flags = authority_of(call);
    exit_code = cli_money(call, "expect-total", detail.currency, &request.expected_total_minor);
    if (exit_code) return exit_code;
    if (cli_given(call, "expect-total"))
        memcpy(request.expected_currency, detail.currency, sizeof detail.currency);
    int32_t code = tc_order_pay(call->engine, &request, &detail.result, &call->error);
    return finish(call, code, &detail);
}

int cli_order_settle(cli_call *call) {
    result_detail detail = {.result = TC_ORDER_SETTLE_RESULT_INIT};
    tc_order_settle_request request = TC_ORDER_SETTLE_REQUEST_INIT;
    int exit_code = read_currency(call, &detail);
    if (exit_code) return exit_code;
    cli_fill(call, &request);
    exit_code = cli_money(call, "amount", detail.currency, &request.amount_minor);
    if (exit_code) return exit_code;
    memcpy(request.currency, detail.currency, sizeof request.currency);
    int32_t code = tc_order_settle(call->engine, &request, &detail.result, &call->error);
    return finish(call, code, &detail);
}

int cli_order_cancel(cli_call *call) {
    result_detail detail = {.result = TC_ORDER_CANCEL_RESULT_INIT};
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    int exit_code = read_currency(call, &detail);
    if (exit_code) return exit_code;
    cli_fill(call, &request);
    request.flags = authority_of(call);
    if (cli_given(call, "event-gone")) request.flags |= TC_ORDER_EVENT_GONE;
    if (cli_given(call, "by-hand")) request.flags |= TC_ORDER_BY_HAND;
    int32_t code = tc_order_cancel(call->engine, &request, &detail.result, &call->error);
    return finish(call, code, &detail);
}

int cli_order_refund(cli_call *call) {
    result_detail detail = {.result = TC_ORDER_REFUND_RESULT_INIT};
    tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
    int exit_code = read_currency(call, &detail);
    if (exit_code) return exit_code;
    cli_fill(call, &request);
    if (cli_given(call, "event-gone")) request.flags |= TC_ORDER_EVENT_GONE;
    if (cli_given(call, "by-hand")) request.flags |= TC_ORDER_BY_HAND;
    exit_code = cli_money(call, "amount", detail.currency, &request.amount_minor);
    if (exit_code) return exit_code;
    request.tickets_count = (uint32_t)cli_count(call, "ticket");
    uint64_t *tickets = cli_room(request.tickets_count, sizeof *tickets);
    for (uint32_t i = 0; i < request.tickets_count; i++)
        tickets[i] = cli_nth(call, "ticket", i)->number;
    request.tickets = tickets;
    int32_t code = tc_order_refund(call->engine, &request, &detail.result, &call->error);
    free(tickets);
    return finish(call, code, &detail);
}
