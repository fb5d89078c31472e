/* The noun "pay": a payment worker's side of the saga, command by command: lease what is to be
 * done, answer what the provider said, hand in what the provider says by itself. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"
#include "text.h"

#define LEASE_MAX 1000

static const cli_word outcomes[] = {
    {"done", TC_OUTCOME_DONE},     {"declined", TC_OUTCOME_DECLINED},
    {"failed", TC_OUTCOME_FAILED}, {"unknown", TC_OUTCOME_UNKNOWN},
    {"absent", TC_OUTCOME_ABSENT}, {NULL, 0},
};
static const cli_word event_kinds[] = {
    {"authorised", TC_PAYMENT_EVENT_AUTHORISED},
    {"declined", TC_PAYMENT_EVENT_DECLINED},
    {"captured", TC_PAYMENT_EVENT_CAPTURED},
    {"capture_failed", TC_PAYMENT_EVENT_CAPTURE_FAILED},
    {"voided", TC_PAYMENT_EVENT_VOIDED},
    {"void_failed", TC_PAYMENT_EVENT_VOID_FAILED},
    {"refunded", TC_PAYMENT_EVENT_REFUNDED},
    {"refund_failed", TC_PAYMENT_EVENT_REFUND_FAILED},
    {"dispute_opened", TC_PAYMENT_EVENT_DISPUTE_OPENED},
    {"dispute_won", TC_PAYMENT_EVENT_DISPUTE_WON},
    {"dispute_lost", TC_PAYMENT_EVENT_DISPUTE_LOST},
    {NULL, 0},
};
static const cli_word about_kinds[] = {
    {"authorise", TC_PAYMENT_AUTHORISE}, {"capture", TC_PAYMENT_CAPTURE}, {"void", TC_PAYMENT_VOID},
    {"refund", TC_PAYMENT_REFUND},       {"query", TC_PAYMENT_QUERY},     {NULL, 0},
};

static const cli_field command_fields[] = {
    {.key = "command", .show = SHOW_NUMBER, AT(tc_payment_command, command)},
    {.key = "attempt", .show = SHOW_NUMBER, AT(tc_payment_command, attempt)},
    {.key = "kind", .show = SHOW_NAME, .name = tc_payment_kind_name, AT(tc_payment_command, kind)},
    {.key = "about",
     .show = SHOW_WORD,
     .words = about_kinds,
     AT(tc_payment_command, about),
     .flags = FIELD_NONE_0},
    {.key = "order", .show = SHOW_NUMBER, AT(tc_payment_command, order)},
    {.key = "payment", .show = SHOW_NUMBER, AT(tc_payment_command, payment)},
    {.key = "amount_minor",
     .show = SHOW_MONEY,
     AT(tc_payment_command, amount_minor),
     .aux = offsetof(tc_payment_command, currency)},
    {.key = "currency", .show = SHOW_CHARS, AT(tc_payment_command, currency), .flags = FIELD_JSON},
    {.key = "idempotency_key", .show = SHOW_HEX, AT(tc_payment_command, idempotency_key)},
    {.key = "reference", .show = SHOW_CHARS, AT(tc_payment_command, reference)},
    {.key = "token", .show = SHOW_CHARS, AT(tc_payment_command, token)},
    {.key = "lease_until", .show = SHOW_TIME, AT(tc_payment_command, lease_until_ms)},
    {.key = "deadline", .show = SHOW_TIME, AT(tc_payment_command, deadline_ms)},
    {0},
};

static const cli_field result_fields[] = {
    {.key = "order", .show = SHOW_NUMBER, AT(tc_payment_result, order)},
    {.key = "payment", .show = SHOW_NUMBER, AT(tc_payment_result, payment), .flags = FIELD_NONE_0},
    {.key = "state", .show = SHOW_NAME, .name = tc_order_state_name, AT(tc_payment_result, state)},
    {.key = "duplicate", .show = SHOW_BOOL, AT(tc_payment_result, duplicate)},
    {0},
};

static const cli_field backlog_fields[] = {
    {.key = "due", .show = SHOW_NUMBER, AT(tc_payment_backlog, due)},
    {.key = "leased", .show = SHOW_NUMBER, AT(tc_payment_backlog, leased)},
    {.key = "waiting", .show = SHOW_NUMBER, AT(tc_payment_backlog, waiting)},
    {.key = "parked", .show = SHOW_NUMBER, AT(tc_payment_backlog, parked)},
    {.key = "oldest_due", .show = SHOW_TIME, AT(tc_payment_backlog, oldest_due_ms)},
    {.key = "capped", .show = SHOW_BOOL, AT(tc_payment_backlog, capped)},
    {0},
};

static const cli_option lease_options[] = {
    {.name = "max",
     .kind = CLI_NUMBER,
     .value = "COUNT",
     .least = 1,
     .most = LEASE_MAX,
     .fallback = "1",
     AT(tc_payment_lease_request, max),
     .help = "commands wanted"},
    {.name = "for",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = TC_LEASE_MS_MAX,
     .fallback = "60s",
     AT(tc_payment_lease_request, lease_ms),
     .help = "how long they are yours"},
    {.name = "worker",
     .kind = CLI_NUMBER,
     .value = "N",
     AT(tc_payment_lease_request, worker),
     .help = "your own number of the worker, for people"},
    {0},
};

static const cli_option answer_options[] = {
    {.name = "COMMAND",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     AT(tc_payment_answer_request, command),
     .help = "number of the leased command"},
    {.name = "OUTCOME",
     .kind = CLI_WORD,
     .words = outcomes,
     .need = CLI_PLACE | CLI_REQUIRED,
     AT(tc_payment_answer_request, outcome),
     .help = "what became of it"},
    {.name = "attempt",
     .kind = CLI_NUMBER,
     .value = "N",
     .least = 1,
     .fallback = "1",
     AT(tc_payment_answer_request, attempt),
     .help = "the attempt that is answered, as the lease said"},
    {.name = "amount",
     .kind = CLI_TEXT,
     .value = "AMOUNT",
     .help = "what the provider says the amount is; with --currency"},
    {.name = "currency", .kind = CLI_TEXT, .value = "CODE", .help = "of that amount, like EUR"},
    {.name = "reference",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_payment_answer_request, reference),
     .help = "the provider's reference, up to 128 bytes"},
    {0},
};

static const cli_option event_options[] = {
    {.name = "EVENT_ID",
     .kind = CLI_TEXT,
     .need = CLI_PLACE | CLI_REQUIRED,
     AT(tc_payment_event_request, event_id),
     .help = "the provider's id of the event: the same id again changes nothing"},
    {.name = "KIND",
     .kind = CLI_WORD,
     .words = event_kinds,
     .need = CLI_PLACE | CLI_REQUIRED,
     AT(tc_payment_event_request, kind),
     .help = "what happened"},
    {.name = "reference",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_payment_event_request, reference),
     .help = "the provider's reference of the payment; or --key"},
    {.name = "key",
     .kind = CLI_BYTES16,
     .value = "KEY",
     AT(tc_payment_event_request, idempotency_key),
     .help = "idempotency key of the command it is about"},
    {.name = "amount",
     .kind = CLI_TEXT,
     .value = "AMOUNT",
     .help = "amount, if the provider says one; with --currency"},
    {.name = "currency", .kind = CLI_TEXT, .value = "CODE", .help = "of that amount, like EUR"},
    {0},
};

/* --amount and --currency stand together or not at all. */
static int read_amount(cli_call *call, char currency[4], int64_t *amount) {
    const char *code = cli_text(call, "currency");
    if (cli_given(call, "amount") != (code != NULL))
        return cli_usage(call, "--amount and --currency go together");
    if (!code) return CLI_OK;
    if (strlen(code) != 3)
        return cli_usage(call, "--currency takes three letters like EUR, not \"%.20s\"", code);
    memcpy(currency, code, 4);
    return cli_money(call, "amount", code, amount);
}

static int lease(cli_call *call) {
    tc_payment_lease_request request = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result result = TC_PAYMENT_LEASE_RESULT_INIT;
    cli_fill(call, &request);
    tc_payment_command *commands = cli_room(request.max, sizeof *commands);
    result.commands = commands;
    result.commands_capacity = request.max;
    int32_t code = tc_payment_lease(call->engine, &request, &result, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < result.commands_count; i++)
        cli_row(&call->out, command_fields, &commands[i]);
    if (code == TC_OK) cli_rows_end(&call->out);
    free(commands);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int answer(cli_call *call) {
    tc_payment_answer_request request = TC_PAYMENT_ANSWER_REQUEST_INIT;
    tc_payment_answer_result result = TC_PAYMENT_ANSWER_RESULT_INIT;
    cli_fill(call, &request);
    int exit_code = read_amount(call, request.currency, &request.amount_minor);
    if (exit_code) return exit_code;
    if (tc_payment_answer(call->engine, &request, &result, &call->error) != TC_OK)
        return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

static int event(cli_call *call) {
    tc_payment_event_request request = TC_PAYMENT_EVENT_REQUEST_INIT;
    tc_payment_event_result result = TC_PAYMENT_EVENT_RESULT_INIT;
    cli_fill(call, &request);
    if (cli_given(call, "reference") == cli_given(call, "key"))
        return cli_usage(call, "pay event needs --reference or --key, one of them");
    int exit_code = read_amount(call, request.currency, &request.amount_minor);
    if (exit_code) return exit_code;
    if (tc_payment_event(call->engine, &request, &result, &call->error) != TC_OK)
        return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

static int backlog(cli_call *call) {
    tc_payment_backlog view = TC_PAYMENT_BACKLOG_INIT;
    if (tc_payment_backlog_get(call->snapshot, &view, &call->error) != TC_OK) return cli_fail(call);
    cli_print(&call->out, backlog_fields, &view);
    return CLI_OK;
}

const cli_command cli_pay_commands[] = {
    {.verb = "lease",
     .what = "Take payment commands that are due, to carry them out at the provider.",
     .more =
         "A command that is not answered in time comes back as a query: its outcome is unknown.",
     .options = lease_options,
     .fields = command_fields,
     .example = "  ticketcore pay lease --max 10 --for 30s --json",
     .store = CLI_STORE_WRITE,
     .run = lease},
    {.verb = "answer",
     .what = "Say what the provider answered to a leased command.",
     .options = answer_options,
     .fields = result_fields,
     .example = "  ticketcore pay answer 1 done --attempt 1 --reference pi_42",
     .store = CLI_STORE_WRITE,
     .run = answer},
    {.verb = "event",
     .what = "Hand in what the provider said by itself (a webhook you have verified).",
     .options = event_options,
     .fields = result_fields,
     .example = "  ticketcore pay event evt_1 captured --reference pi_42 --amount 50.00 --currency "
                "EUR",
     .store = CLI_STORE_WRITE,
     .run = event},
    {.verb = "backlog",
     .what = "Count the payment commands that are due, leased, waiting and parked.",
     .fields = backlog_fields,
     .example = "  ticketcore pay backlog",
     .store = CLI_STORE_READ,
     .run = backlog},
    {0},
};
