/* The noun "template": texts of messages by kind, channel and locale. Bodies come from files, so
 * that no shell has to quote them. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

static const cli_word formats[] = {{"text", 0}, {"html", TC_TEMPLATE_HTML}, {NULL, 0}};

static const cli_field put_fields[] = {
    {.key = "template", .show = SHOW_NUMBER, AT(tc_template_put_result, id)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_template_put_result, version)},
    {0},
};

#define TEMPLATE_FIELDS                                                                            \
    {.key = "template", .show = SHOW_NUMBER, AT(tc_template, id), .flags = FIELD_NONE_0},          \
        {.key = "kind", .show = SHOW_NAME, .name = tc_message_kind_name, AT(tc_template, kind)},   \
        {.key = "channel",                                                                         \
         .show = SHOW_NAME,                                                                        \
         .name = tc_message_channel_name,                                                          \
         AT(tc_template, channel)},                                                                \
        {.key = "locale", .show = SHOW_TEXT, AT(tc_template, locale)},                             \
        {.key = "version", .show = SHOW_NUMBER, AT(tc_template, version), .flags = FIELD_NONE_0},  \
        {.key = "format", .show = SHOW_WORD, .words = formats, AT(tc_template, flags)},            \
        {.key = "updated_at", .show = SHOW_TIME, AT(tc_template, updated_at_ms)}, {                \
        .key = "subject", .show = SHOW_TEXT, AT(tc_template, subject)                              \
    }

static const cli_field list_fields[] = {TEMPLATE_FIELDS, {0}};
static const cli_field get_fields[] = {
    TEMPLATE_FIELDS,
    {.key = "body", .show = SHOW_TEXT, AT(tc_template, body), .flags = FIELD_JSON},
    {0},
};

#define NAME_OPTIONS(kind_at_, channel_at_, locale_at_)                                            \
    {.name = "KIND",                                                                               \
     .kind = CLI_WORD,                                                                             \
     .words = cli_message_kinds,                                                                   \
     .need = CLI_PLACE | CLI_REQUIRED,                                                             \
     kind_at_,                                                                                     \
     .help = "what its messages are about"},                                                       \
        {.name = "CHANNEL",                                                                        \
         .kind = CLI_WORD,                                                                         \
         .words = cli_message_channels,                                                            \
         .need = CLI_PLACE | CLI_REQUIRED,                                                         \
         channel_at_,                                                                              \
         .help = "how they go"},                                                                   \
    {                                                                                              \
        .name = "locale", .kind = CLI_TEXT, .value = "TAG", locale_at_,                            \
        .help = "language, like de or de-AT; the default one when not given"                       \
    }

static const cli_option put_options[] = {
    NAME_OPTIONS(AT(tc_template_put_request, kind), AT(tc_template_put_request, channel),
                 AT(tc_template_put_request, locale)),
    {.name = "body",
     .kind = CLI_TEXT,
     .value = "FILE",
     .need = CLI_REQUIRED,
     .help = "file with the body, at most 64 KiB; - is standard input"},
    {.name = "subject",
     .kind = CLI_TEXT,
     .value = "TEXT",
     AT(tc_template_put_request, subject),
     .help = "of e-mail and push, at most 1,000 bytes"},
    {.name = "format",
     .kind = CLI_WORD,
     .value = "FORMAT",
     .words = formats,
     .fallback = "text",
     AT(tc_template_put_request, flags),
     .help = "html escapes {{name}} for it"},
    OPTION_IF_VERSION(tc_template_put_request),
    {0},
};
static const cli_option get_options[] = {NAME_OPTIONS(.bytes = 4, .bytes = 4, .bytes = 8), {0}};
static const cli_option delete_options[] = {
    NAME_OPTIONS(AT(tc_template_delete_request, kind), AT(tc_template_delete_request, channel),
                 AT(tc_template_delete_request, locale)),
    OPTION_IF_VERSION(tc_template_delete_request),
    {0},
};

static int put(cli_call *call) {
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_template_put_result result = TC_TEMPLATE_PUT_RESULT_INIT;
    char *body = NULL;
    size_t bytes = 0;
    int exit_code = cli_read_file(call, cli_text(call, "body"), TC_TEMPLATE_MAX, &body, &bytes);
    if (exit_code) return exit_code;
    if (strlen(body) != bytes) {
        free(body);
        return cli_trouble(call, CLI_REFUSED, "TEMPLATE", "TEMPLATE: the body has a NUL byte");
    }
    cli_fill(call, &request);
    request.body = body;
    int32_t code = tc_template_put(call->engine, &request, &result, &call->error);
    free(body);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, put_fields, &result);
    return CLI_OK;
}

static int get(cli_call *call) {
    tc_template view = TC_TEMPLATE_INIT;
    int32_t code =
        tc_template_get(call->snapshot, cli_number32(call, "KIND"), cli_number32(call, "CHANNEL"),
                        cli_text(call, "locale"), &view, &call->error);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, get_fields, &view);
    if (!call->json) {
        size_t bytes = strlen(view.body);
        printf("\n%s%s", view.body, bytes && view.body[bytes - 1] == '\n' ? "" : "\n");
    }
    return CLI_OK;
}

static int list(cli_call *call) {
    uint32_t count = 0;
    if (tc_template_list(call->snapshot, NULL, 0, &count, &call->error) != TC_OK)
        return cli_fail(call);
    tc_template *templates = cli_room(count, sizeof *templates);
    for (uint32_t i = 0; i < count; i++) templates[i] = (tc_template)TC_TEMPLATE_INIT;
    int32_t code = tc_template_list(call->snapshot, templates, count, &count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++)
        cli_row(&call->out, list_fields, &templates[i]);
    if (code == TC_OK) cli_rows_end(&call->out);
    free(templates);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

const cli_command cli_template_commands[] = {
    {.verb = "put",
     .what = "Set the template of a kind, channel and locale.",
     .more = "{{name}} stands for a variable, {{{name}}} for one as it is, {{! … }} is a comment.",
     .options = put_options,
     .fields = put_fields,
     .example =
         "  echo 'Your seats: {{seats}}' | ticketcore template put order-confirmed email \\\n"
         "      --locale en --subject 'Order {{order_id}}' --body -",
     .store = CLI_STORE_WRITE,
     .run = put},
    {.verb = "get",
     .what = "Show the template a message would be rendered by, fallback included.",
     .options = get_options,
     .fields = get_fields,
     .example = "  ticketcore template get order-confirmed email --locale de-AT",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "list",
     .what = "List the templates that were put.",
     .fields = list_fields,
     .example = "  ticketcore template list",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "delete",
     .what = "Remove a template; the next one of the fallback takes its place.",
     .options = delete_options,
     .example = "  ticketcore template delete order-confirmed email --locale en",
     .store = CLI_STORE_WRITE,
     .kind = TC_TEMPLATE_DELETE,
     .request_bytes = sizeof(tc_template_delete_request)},
    {0},
};
