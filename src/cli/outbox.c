/* The noun "outbox": messages as people and workers see them: add, list, show, lease, answer,
 * retry, cancel. Addresses and texts are personal data; they are printed because they were asked
 * for. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

const cli_word cli_message_channels[] = {
    {"email", TC_MESSAGE_EMAIL},
    {"sms", TC_MESSAGE_SMS},
    {"push", TC_MESSAGE_PUSH},
    {"webhook", TC_MESSAGE_WEBHOOK},
    {NULL, 0},
};
const cli_word cli_message_kinds[] = {
    {"order_confirmed", TC_MESSAGE_ORDER_CONFIRMED},
    {"order_pending", TC_MESSAGE_ORDER_PENDING},
    {"order_cancelled", TC_MESSAGE_ORDER_CANCELLED},
    {"order_refunded", TC_MESSAGE_ORDER_REFUNDED},
    {"payment_failed", TC_MESSAGE_PAYMENT_FAILED},
    {"late_payment", TC_MESSAGE_LATE_PAYMENT},
    {"ticket_reissued", TC_MESSAGE_TICKET_REISSUED},
    {"event_reminder", TC_MESSAGE_EVENT_REMINDER},
    {"event_changed", TC_MESSAGE_EVENT_CHANGED},
    {"event_cancelled", TC_MESSAGE_EVENT_CANCELLED},
    {"offer", TC_MESSAGE_OFFER},
    {"custom", TC_MESSAGE_CUSTOM},
    {NULL, 0},
};
static const cli_word states[] = {
    {"queued", TC_MESSAGE_QUEUED}, {"leased", TC_MESSAGE_LEASED},       {"sent", TC_MESSAGE_SENT},
    {"dead", TC_MESSAGE_DEAD},     {"cancelled", TC_MESSAGE_CANCELLED}, {NULL, 0},
};
static const cli_word outcomes[] = {
    {"sent", TC_MESSAGE_OUTCOME_SENT},
    {"retry", TC_MESSAGE_OUTCOME_RETRY},
    {"failed", TC_MESSAGE_OUTCOME_FAILED},
    {"cancel", TC_MESSAGE_OUTCOME_CANCEL},
    {NULL, 0},
};

#define MESSAGE_FIELDS                                                                             \
    {.key = "message", .show = SHOW_NUMBER, AT(tc_message, id)},                                   \
        {.key = "state", .show = SHOW_NAME, .name = tc_message_state_name, AT(tc_message, state)}, \
        {.key = "kind", .show = SHOW_NAME, .name = tc_message_kind_name, AT(tc_message, kind)},    \
        {.key = "channel",                                                                         \
         .show = SHOW_NAME,                                                                        \
         .name = tc_message_channel_name,                                                          \
         AT(tc_message, channel)},                                                                 \
        {.key = "address", .show = SHOW_TEXT, AT(tc_message, address)},                            \
        {.key = "locale", .show = SHOW_TEXT, AT(tc_message, locale), .flags = FIELD_DETAIL},       \
        {.key = "order", .show = SHOW_NUMBER, AT(tc_message, order), .flags = FIELD_NONE_0},       \
        {.key = "event",                                                                           \
         .show = SHOW_NUMBER,                                                                      \
         AT(tc_message, event),                                                                    \
         .flags = FIELD_NONE_0 | FIELD_DETAIL},                                                    \
        {.key = "ticket",                                                                          \
         .show = SHOW_NUMBER,                                                                      \
         AT(tc_message, ticket),                                                                   \
         .flags = FIELD_NONE_0 | FIELD_DETAIL},                                                    \
        {.key = "attempts", .show = SHOW_NUMBER, AT(tc_message, attempts)},                        \
        {.key = "queued_at", .show = SHOW_TIME, AT(tc_message, queued_at_ms)},                     \
        {.key = "due_at", .show = SHOW_TIME, AT(tc_message, due_ms)}, {                            \
        .key = "receipt", .show = SHOW_TEXT, AT(tc_message, receipt)                               \
    }

static const cli_field list_fields[] = {MESSAGE_FIELDS, {0}};
static const cli_field message_fields[] = {
    MESSAGE_FIELDS,
    {.key = "subject", .show = SHOW_TEXT, AT(tc_message, subject)},
    {.key = "body", .show = SHOW_TEXT, AT(tc_message, body), .flags = FIELD_JSON},
    {0},
};

static const cli_field created_fields[] = {
    {.key = "message", .show = SHOW_NUMBER, AT(tc_message_create_result, message)},
    {.key = "duplicate", .show = SHOW_BOOL, AT(tc_message_create_result, duplicate)},
    {0},
};
static const cli_field change_fields[] = {
    {.key = "message", .show = SHOW_NUMBER, AT(tc_message_change_result, message)},
    {.key = "state",
     .show = SHOW_NAME,
     .name = tc_message_state_name,
     AT(tc_message_change_result, state)},
    {.key = "next_due_at", .show = SHOW_TIME, AT(tc_message_change_result, next_due_ms)},
    {0},
};

/** A leased message, rendered. */
typedef struct leased_row {
    tc_leased_message leased;
    tc_message message;
} leased_row;
static const cli_field leased_fields[] = {
    {.key = "message", .show = SHOW_NUMBER, AT(leased_row, leased.message)},
    {.key = "lease", .show = SHOW_NUMBER, AT(leased_row, leased.lease)},
    {.key = "kind", .show = SHOW_NAME, .name = tc_message_kind_name, AT(leased_row, leased.kind)},
    {.key = "channel",
     .show = SHOW_NAME,
     .name = tc_message_channel_name,
     AT(leased_row, leased.channel)},
    {.key = "address", .show = SHOW_TEXT, AT(leased_row, message.address)},
    {.key = "locale", .show = SHOW_TEXT, AT(leased_row, message.locale), .flags = FIELD_JSON},
    {.key = "attempts", .show = SHOW_NUMBER, AT(leased_row, leased.attempts)},
    {.key = "lease_until", .show = SHOW_TIME, AT(leased_row, leased.lease_until_ms)},
    {.key = "subject", .show = SHOW_TEXT, AT(leased_row, message.subject)},
    {.key = "body", .show = SHOW_TEXT, AT(leased_row, message.body), .flags = FIELD_JSON},
    {.key = "order",
     .show = SHOW_NUMBER,
     AT(leased_row, leased.order),
     .flags = FIELD_NONE_0 | FIELD_JSON},
    {.key = "event",
     .show = SHOW_NUMBER,
     AT(leased_row, leased.event),
     .flags = FIELD_NONE_0 | FIELD_JSON},
    {.key = "ticket",
     .show = SHOW_NUMBER,
     AT(leased_row, leased.ticket),
     .flags = FIELD_NONE_0 | FIELD_JSON},
    {0},
};

#define MESSAGE_PLACE(...)                                                                         \
    {                                                                                              \
        .name = "MESSAGE", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,       \
        __VA_ARGS__, .help = "number of the message"                                               \
    }

static const cli_option add_options[] = {
    {.name = "kind",
     .kind = CLI_WORD,
     .value = "KIND",
     .words = cli_message_kinds,
     .fallback = "custom",
     AT(tc_message_create_request, kind),
     .help = "what it is about: its template"},
    {.name = "channel",
     .kind = CLI_WORD,
     .value = "CHANNEL",
     .words = cli_message_channels,
     .need = CLI_REQUIRED,
     AT(tc_message_create_request, channel),
     .help = "how it goes"},
    {.name = "to",
     .kind = CLI_TEXT,
     .value = "ADDRESS",
     AT(tc_message_create_request, address),
     .help = "where it goes; the contact of --order when not given"},
    {.name = "order",
     .kind = CLI_NUMBER,
     .value = "ORDER",
     AT(tc_message_create_request, order),
     .help = "whose variables, contact and locale to have"},
    {.name = "event",
     .kind = CLI_NUMBER,
     .value = "EVENT",
     AT(tc_message_create_request, event),
     .help = "whose variables to have"},
    {.name = "ticket",
     .kind = CLI_NUMBER,
     .value = "TICKET",
     AT(tc_message_create_request, ticket),
     .help = "whose variables to have"},
    {.name = "locale",
     .kind = CLI_TEXT,
     .value = "TAG",
     AT(tc_message_create_request, locale),
     .help = "language, like de-AT"},
    {.name = "var",
     .kind = CLI_TEXT,
     .value = "NAME=VALUE",
     .need = CLI_REPEATED,
     .help = "a variable of its template"},
    {.name = "not-before",
     .kind = CLI_TIME,
     .value = "TIME",
     AT(tc_message_create_request, not_before_ms),
     .help = "not sent earlier"},
    {.name = "dedupe",
     .kind = CLI_TEXT,
     .value = "KEY",
     AT(tc_message_create_request, dedupe_key),
     .help = "a second message with this key is not queued"},
    {.name = "attempts",
     .kind = CLI_NUMBER,
     .value = "COUNT",
     .least = 1,
     .most = TC_ATTEMPTS_MAX,
     AT(tc_message_create_request, attempts_max),
     .help = "given up after so many; 16 when not given"},
    {0},
};

static const cli_option list_options[] = {
    {.name = "state",
     .kind = CLI_WORD,
     .value = "STATE",
     .words = states,
     AT(tc_message_list_request, state),
     .help = "only in this one"},
    {.name = "channel",
     .kind = CLI_WORD,
     .value = "CHANNEL",
     .words = cli_message_channels,
     AT(tc_message_list_request, channel),
     .help = "only on this one"},
    {.name = "order",
     .kind = CLI_NUMBER,
     .value = "ORDER",
     AT(tc_message_list_request, order),
     .help = "only of this order"},
    OPTION_LIMIT,
    {0},
};
static const cli_option show_options[] = {MESSAGE_PLACE(.bytes = 8), {0}};
static const cli_option lease_options[] = {
    {.name = "max",
     .kind = CLI_NUMBER,
     .value = "COUNT",
     .least = 1,
     .most = TC_MESSAGE_LEASE_MAX,
     .fallback = "1",
     AT(tc_message_lease_request, max),
     .help = "messages wanted"},
    {.name = "channel",
     .kind = CLI_WORDS,
     .value = "CHANNEL,…",
     .words = cli_message_channels,
     AT(tc_message_lease_request, channels),
     .help = "only on these"},
    {.name = "for",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = TC_LEASE_MS_MAX,
     .fallback = "60s",
     AT(tc_message_lease_request, lease_ms),
     .help = "how long they are yours"},
    {.name = "worker",
     .kind = CLI_NUMBER,
     .value = "N",
     AT(tc_message_lease_request, worker),
     .help = "your own number of the worker"},
    {0},
};
static const cli_option answer_options[] = {
    MESSAGE_PLACE(AT(tc_message_answer_request, message)),
    {.name = "OUTCOME",
     .kind = CLI_WORD,
     .words = outcomes,
     .need = CLI_PLACE | CLI_REQUIRED,
     AT(tc_message_answer_request, outcome),
     .help = "what became of it"},
    {.name = "lease",
     .kind = CLI_NUMBER,
     .value = "LEASE",
     .need = CLI_REQUIRED,
     AT(tc_message_answer_request, lease),
     .help = "proof of the lease, as the lease said"},
    {.name = "receipt",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_message_answer_request, receipt),
     .help = "the provider's reference or reason, up to 128 bytes; no personal data"},
    {.name = "retry-after",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = UINT32_MAX,
     AT(tc_message_answer_request, retry_after_ms),
     .help = "with retry: wait this long; longer with each attempt when not given"},
    {0},
};
static const cli_option retry_options[] = {MESSAGE_PLACE(AT(tc_message_retry_request, message)),
                                           {0}};
static const cli_option cancel_options[] = {MESSAGE_PLACE(AT(tc_message_cancel_request, message)),
                                            {0}};

static int add(cli_call *call) {
    tc_message_create_request request = TC_MESSAGE_CREATE_REQUEST_INIT;
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    tc_variable variables[TC_MESSAGE_VARIABLES_MAX];
    char *names[TC_MESSAGE_VARIABLES_MAX] = {NULL};
    size_t count = cli_count(call, "var");
    int exit_code = CLI_OK;
    if (count > TC_MESSAGE_VARIABLES_MAX)
        return cli_usage(call, "--var may be given %d times at most", TC_MESSAGE_VARIABLES_MAX);
    cli_fill(call, &request);
    for (size_t i = 0; i < count && !exit_code; i++) {
        const char *text = cli_nth(call, "var", i)->text;
        const char *equals = strchr(text, '=');
        if (!equals) exit_code = cli_usage(call, "--var takes NAME=VALUE, not \"%.60s\"", text);
        else names[i] = strndup(text, (size_t)(equals - text));
        variables[i] = (tc_variable){names[i], equals ? equals + 1 : NULL};
    }
    request.variables = variables;
    request.variables_count = (uint32_t)count;
    if (!exit_code && tc_message_create(call->engine, &request, &result, &call->error) != TC_OK)
        exit_code = cli_fail(call);
    if (!exit_code) cli_print(&call->out, created_fields, &result);
    for (size_t i = 0; i < count; i++) free(names[i]);
    return exit_code;
}

static int list(cli_call *call) {
    enum { PAGE = 500 };
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message *messages = cli_room(PAGE, sizeof *messages);
    uint64_t left = cli_limit(call);
    int exit_code = CLI_OK;
    cli_fill(call, &request);
    request.limit = PAGE;
    do {
        uint32_t count = 0;
        for (size_t i = 0; i < PAGE; i++) messages[i] = (tc_message)TC_MESSAGE_INIT;
        if (tc_message_list(call->snapshot, &request, messages, &count, &request.after,
                            &call->error) != TC_OK) {
            exit_code = cli_fail(call);
            break;
        }
        for (uint32_t i = 0; i < count && left > 0; i++, left--)
            cli_row(&call->out, list_fields, &messages[i]);
    } while (request.after && left > 0);
    if (!exit_code) cli_rows_end(&call->out);
    free(messages);
    return exit_code;
}

static void print_body(const cli_call *call, const tc_message *message) {
    if (call->json || !message->body) return;
    putchar('\n');
    fwrite(message->body, 1, message->body_length, stdout);
    if (message->body_length && message->body[message->body_length - 1] != '\n') putchar('\n');
}

static int show(cli_call *call) {
    tc_message message = TC_MESSAGE_INIT;
    int32_t code =
        tc_message_get(call->snapshot, cli_number(call, "MESSAGE"), &message, &call->error);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, message_fields, &message);
    print_body(call, &message);
    return CLI_OK;
}

static int lease(cli_call *call) {
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    cli_fill(call, &request);
    tc_leased_message *messages = cli_room(request.max, sizeof *messages);
    result.messages = messages;
    result.messages_capacity = request.max;
    int exit_code = CLI_OK;
    int32_t store_code = TC_OK;
    if (tc_message_lease(call->engine, &request, &result, &call->error) != TC_OK)
        exit_code = cli_fail(call);
    if (!exit_code) exit_code = cli_snapshot(call);
    for (uint32_t i = 0; !exit_code && i < result.messages_count; i++) {
        leased_row row = {.leased = messages[i], .message = TC_MESSAGE_INIT};
        /* a message that cannot be rendered is leased all the same, and is shown without its text
         */
        int32_t code =
            tc_message_get(call->snapshot, messages[i].message, &row.message, &call->error);
        cli_row(&call->out, leased_fields, &row);
        if (tc_error_class(code) == TC_CLASS_STORE) store_code = code;
    }
    if (!exit_code) cli_rows_end(&call->out);
    if (!exit_code && store_code != TC_OK) exit_code = cli_fail(call);
    free(messages);
    return exit_code;
}

const cli_command cli_outbox_commands[] = {
    {.verb = "list",
     .what = "List messages in the order in which they were queued.",
     .options = list_options,
     .fields = list_fields,
     .example = "  ticketcore outbox list --state queued",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "show",
     .what = "Show a message with its subject and body, rendered now.",
     .options = show_options,
     .fields = message_fields,
     .example = "  ticketcore outbox show 1",
     .store = CLI_STORE_READ,
     .run = show},
    {.verb = "add",
     .what = "Queue a message of your own; those of orders are queued by the engine.",
     .options = add_options,
     .fields = created_fields,
     .example = "  ticketcore outbox add --channel email --to ada@example.org --var note=Hello\n"
                "  ticketcore outbox add --kind event-reminder --channel sms --order 1 "
                "--not-before +1d",
     .store = CLI_STORE_WRITE,
     .run = add},
    {.verb = "lease",
     .what = "Take messages that are due, rendered, to send them.",
     .more = "A message that is not answered in time is handed out again.",
     .options = lease_options,
     .fields = leased_fields,
     .example = "  ticketcore outbox lease --max 10 --channel email --json",
     .store = CLI_STORE_WRITE,
     .run = lease},
    {.verb = "answer",
     .what = "Say what became of a leased message.",
     .options = answer_options,
     .fields = change_fields,
     .example = "  ticketcore outbox answer 1 sent --lease 1 --receipt smtp-250",
     RUNS(TC_MESSAGE_ANSWER, tc_message_answer_request, tc_message_answer_result)},
    {.verb = "retry",
     .what = "Queue a dead letter again, or make a waiting message due now.",
     .options = retry_options,
     .fields = change_fields,
     .example = "  ticketcore outbox retry 1",
     RUNS(TC_MESSAGE_RETRY, tc_message_retry_request, tc_message_retry_result)},
    {.verb = "cancel",
     .what = "Give up a message that is queued or dead.",
     .options = cancel_options,
     .fields = change_fields,
     .example = "  ticketcore outbox cancel 1",
     RUNS(TC_MESSAGE_CANCEL, tc_message_cancel_request, tc_message_cancel_result)},
    {0},
};
