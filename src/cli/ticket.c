/* The noun "ticket": reading tickets, their barcodes and secrets, voiding and reissuing them, and
 * what an offline gate needs: the public keys and the revocation list. */
#include <stdlib.h>
#include <string.h>

#include "barcode.h"
#include "nouns.h"
#include "text.h"

static const cli_word states[] = {
    {"valid", TC_TICKET_VALID}, {"used", TC_TICKET_USED}, {"void", TC_TICKET_VOIDED}, {NULL, 0}};

enum { AS_TEXT, AS_QR, AS_SVG };
static const cli_word barcode_forms[] = {
    {"text", AS_TEXT}, {"qr", AS_QR}, {"svg", AS_SVG}, {NULL, 0}};

/** A ticket with the currency of its event. */
typedef struct ticket_row {
    tc_ticket ticket;
    char currency[8];
} ticket_row;

static const cli_field fields[] = {
    {.key = "ticket", .show = SHOW_NUMBER, AT(ticket_row, ticket.id)},
    {.key = "event", .show = SHOW_NUMBER, AT(ticket_row, ticket.event)},
    {.key = "number", .show = SHOW_NUMBER, AT(ticket_row, ticket.number)},
    {.key = "order", .show = SHOW_NUMBER, AT(ticket_row, ticket.order)},
    {.key = "line", .show = SHOW_NUMBER, AT(ticket_row, ticket.line), .flags = FIELD_JSON},
    {.key = "version", .show = SHOW_NUMBER, AT(ticket_row, ticket.version), .flags = FIELD_DETAIL},
    {.key = "serial", .show = SHOW_NUMBER, AT(ticket_row, ticket.serial), .flags = FIELD_DETAIL},
    {.key = "state", .show = SHOW_WORD, .words = states, AT(ticket_row, ticket.state)},
    {.key = "ticket_type", .show = SHOW_NUMBER, AT(ticket_row, ticket.type), .flags = FIELD_JSON},
    {.key = "type_name", .show = SHOW_TEXT, AT(ticket_row, ticket.type_name)},
    {.key = "seat", .show = SHOW_SEAT, AT(ticket_row, ticket.seat)},
    {.key = "pool", .show = SHOW_NUMBER, AT(ticket_row, ticket.pool), .flags = FIELD_NONE_0},
    {.key = "section", .show = SHOW_TEXT, AT(ticket_row, ticket.section)},
    {.key = "row", .show = SHOW_TEXT, AT(ticket_row, ticket.row)},
    {.key = "label", .show = SHOW_TEXT, AT(ticket_row, ticket.label)},
    {.key = "price_minor",
     .show = SHOW_MONEY,
     AT(ticket_row, ticket.price_minor),
     .aux = offsetof(ticket_row, currency)},
    {.key = "currency", .show = SHOW_CHARS, AT(ticket_row, currency), .flags = FIELD_JSON},
    {.key = "issued_at",
     .show = SHOW_TIME,
     AT(ticket_row, ticket.issued_at_ms),
     .flags = FIELD_DETAIL},
    {.key = "used_at", .show = SHOW_TIME, AT(ticket_row, ticket.used_at_ms), .flags = FIELD_DETAIL},
    {.key = "used_gate",
     .show = SHOW_NUMBER,
     AT(ticket_row, ticket.used_gate),
     .flags = FIELD_NONE_0 | FIELD_DETAIL},
    {.key = "voided_at",
     .show = SHOW_TIME,
     AT(ticket_row, ticket.voided_at_ms),
     .flags = FIELD_DETAIL},
    {0},
};

static const cli_field change_fields[] = {
    {.key = "ticket", .show = SHOW_NUMBER, AT(tc_ticket_change_result, ticket)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_ticket_change_result, version)},
    {.key = "serial", .show = SHOW_NUMBER, AT(tc_ticket_change_result, serial)},
    {.key = "state", .show = SHOW_WORD, .words = states, AT(tc_ticket_change_result, state)},
    {0},
};

/** Things that are shown alone. */
typedef struct secret_row {
    uint64_t ticket;
    tc_secret secret;
} secret_row;
static const cli_field secret_fields[] = {
    {.key = "ticket", .show = SHOW_NUMBER, AT(secret_row, ticket)},
    {.key = "secret", .show = SHOW_HEX, AT(secret_row, secret)},
    {0},
};
typedef struct barcode_row {
    uint64_t ticket;
    char barcode[TC_BARCODE_MAX];
} barcode_row;
static const cli_field barcode_fields[] = {
    {.key = "ticket", .show = SHOW_NUMBER, AT(barcode_row, ticket)},
    {.key = "barcode", .show = SHOW_CHARS, AT(barcode_row, barcode)},
    {0},
};
static const cli_field key_fields[] = {
    {.key = "key", .show = SHOW_NUMBER, AT(tc_public_key, id)},
    {.key = "current", .show = SHOW_BOOL, AT(tc_public_key, current)},
    {.key = "created_at", .show = SHOW_TIME, AT(tc_public_key, created_at_ms)},
    {.key = "public_key", .show = SHOW_HEX, AT(tc_public_key, key)},
    {0},
};
static const cli_field revocation_fields[] = {
    {.key = "ticket", .show = SHOW_NUMBER, AT(tc_revocation, ticket)},
    {.key = "min_serial", .show = SHOW_SEAT, AT(tc_revocation, min_serial)},
    {.key = "state", .show = SHOW_WORD, .words = states, AT(tc_revocation, state)},
    {0},
};

#define TICKET_PLACE(...)                                                                          \
    {                                                                                              \
        .name = "TICKET", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,        \
        __VA_ARGS__, .help = "id of the ticket, as ticket list shows"                              \
    }
#define READER_SECRET                                                                              \
    {                                                                                              \
        .name = "secret", .kind = CLI_SECRET, .value = "SECRET",                                   \
        .help = "the ticket's or its order's: 32 hexadecimal digits or @FILE; as the host when "   \
                "not given"                                                                        \
    }

static const cli_option list_options[] = {
    {.name = "event",
     .kind = CLI_NUMBER,
     .value = "EVENT",
     .least = 1,
     AT(tc_ticket_list_request, event),
     .help = "tickets of this event; this or --order"},
    {.name = "order",
     .kind = CLI_NUMBER,
     .value = "ORDER",
     .least = 1,
     AT(tc_ticket_list_request, order),
     .help = "tickets of this order"},
    {.name = "state",
     .kind = CLI_WORD,
     .value = "STATE",
     .words = states,
     AT(tc_ticket_list_request, state),
     .help = "only in this one"},
    OPTION_LIMIT,
    {0},
};
static const cli_option get_options[] = {TICKET_PLACE(.bytes = 8), READER_SECRET, {0}};
static const cli_option barcode_options[] = {
    TICKET_PLACE(.bytes = 8),
    READER_SECRET,
    {.name = "as",
     .kind = CLI_WORD,
     .value = "FORM",
     .words = barcode_forms,
     .fallback = "text",
     .bytes = 4,
     .help = "its text, a QR code for the terminal, or an SVG picture"},
    OPTION_OUTPUT,
    {0},
};
static const cli_option secret_options[] = {
    TICKET_PLACE(.bytes = 8),
    {.name = "secret",
     .kind = CLI_SECRET,
     .value = "SECRET",
     .need = CLI_REQUIRED,
     .help = "the order's: 32 hexadecimal digits, @FILE, or TICKETCORE_SECRET"},
    {0},
};
static const cli_option void_options[] = {
    TICKET_PLACE(AT(tc_ticket_void_request, ticket)),
    OPTION_IF_VERSION(tc_ticket_void_request),
    {0},
};
static const cli_option reissue_options[] = {
    TICKET_PLACE(AT(tc_ticket_reissue_request, ticket)),
    OPTION_IF_VERSION(tc_ticket_reissue_request),
    {0},
};
static const cli_option keys_options[] = {
    {.name = "rotate", .kind = CLI_FLAG, .help = "make a new key first; older barcodes stay valid"},
    {0},
};
static const cli_option revoked_options[] = {
    {.name = "EVENT",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     .bytes = 8,
     .help = "id of the event"},
    OPTION_LIMIT,
    {0},
};

static int32_t add_currency(cli_call *call, uint64_t event, ticket_row *row) {
    tc_event_view view = TC_EVENT_VIEW_INIT;
    int32_t code = tc_event_get(call->snapshot, event, &view, &call->error);
    if (code == TC_OK) memcpy(row->currency, view.currency, sizeof row->currency);
    return code;
}

static int list(cli_call *call) {
    enum { PAGE = 500 };
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    uint64_t left = cli_limit(call);
    cli_fill(call, &request);
    if (!request.event && !request.order)
        return cli_usage(call, "ticket list needs --event or --order");
    request.flags = TC_TICKET_LIST_LABELS;
    request.limit = PAGE;
    tc_ticket *tickets = cli_room(PAGE, sizeof *tickets);
    ticket_row row = {.ticket = TC_TICKET_INIT};
    int exit_code = CLI_OK;
    do {
        uint32_t count = 0;
        for (size_t i = 0; i < PAGE; i++) tickets[i] = (tc_ticket)TC_TICKET_INIT;
        if (tc_ticket_list(call->snapshot, &request, tickets, &count, &request.after,
                           &call->error) != TC_OK) {
            exit_code = cli_fail(call);
            break;
        }
        for (uint32_t i = 0; i < count && left > 0 && !exit_code; i++, left--) {
            bool other = !row.currency[0] || row.ticket.event != tickets[i].event;
            if (other && add_currency(call, tickets[i].event, &row) != TC_OK)
                exit_code = cli_fail(call);
            if (exit_code) break;
            row.ticket = tickets[i];
            cli_row(&call->out, fields, &row);
        }
    } while (request.after && left > 0 && !exit_code);
    if (!exit_code) cli_rows_end(&call->out);
    free(tickets);
    return exit_code;
}

/* NULL: the host vouches for the reader. */
static const tc_secret *reader(const cli_call *call, tc_secret *room) {
    *room = cli_secret(call, "secret");
    return cli_given(call, "secret") ? room : NULL;
}

static int get(cli_call *call) {
    tc_secret secret;
    ticket_row row = {.ticket = TC_TICKET_INIT};
    int32_t code = tc_ticket_get(call->snapshot, cli_number(call, "TICKET"), reader(call, &secret),
                                 &row.ticket, &call->error);
    if (code == TC_OK) code = add_currency(call, row.ticket.event, &row);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, fields, &row);
    return CLI_OK;
}

static int barcode(cli_call *call) {
    tc_secret secret;
    barcode_row row = {.ticket = cli_number(call, "TICKET")};
    uint32_t form = cli_number32(call, "as");
    const char *path = cli_text(call, "output");
    int32_t code = tc_ticket_barcode(call->snapshot, row.ticket, reader(call, &secret), row.barcode,
                                     sizeof row.barcode, NULL, &call->error);
    if (code != TC_OK) return cli_fail(call);
    if (form != AS_TEXT) return cli_barcode_draw(call, row.barcode, form == AS_SVG, path);
    if (call->json) {
        cli_print(&call->out, barcode_fields, &row);
        return CLI_OK;
    }
    char line[TC_BARCODE_MAX + 1];
    size_t bytes = (size_t)snprintf(line, sizeof line, "%s\n", row.barcode);
    return cli_write_file(call, path, line, bytes);
}

static int secret_of(cli_call *call) {
    tc_secret order_secret = cli_secret(call, "secret");
    secret_row row = {.ticket = cli_number(call, "TICKET")};
    if (tc_ticket_secret(call->snapshot, row.ticket, &order_secret, &row.secret, &call->error) !=
        TC_OK) {
        return cli_fail(call);
    }
    cli_print(&call->out, secret_fields, &row);
    return CLI_OK;
}

static int keys(cli_call *call) {
    tc_signing_key_rotate_request request = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
    uint32_t count = 0;
    cli_fill(call, &request);
    if (cli_given(call, "rotate") &&
        tc_signing_key_rotate(call->engine, &request, NULL, &call->error) != TC_OK) {
        return cli_fail(call);
    }
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    if (tc_signing_key_list(call->snapshot, NULL, 0, &count, &call->error) != TC_OK)
        return cli_fail(call);
    tc_public_key *list_of_keys = cli_room(count, sizeof *list_of_keys);
    int32_t code = tc_signing_key_list(call->snapshot, list_of_keys, count, &count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++)
        cli_row(&call->out, key_fields, &list_of_keys[i]);
    if (code == TC_OK) cli_rows_end(&call->out);
    free(list_of_keys);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int revoked(cli_call *call) {
    tc_revocation page[500];
    uint64_t left = cli_limit(call);
    uint64_t after = 0;
    do {
        uint32_t count = 0;
        if (tc_revocation_list(call->snapshot, cli_number(call, "EVENT"), after, page, 500, &count,
                               &after, &call->error) != TC_OK) {
            return cli_fail(call);
        }
        for (uint32_t i = 0; i < count && left > 0; i++, left--)
            cli_row(&call->out, revocation_fields, &page[i]);
    } while (after && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_ticket_commands[] = {
    {.verb = "list",
     .what = "List the tickets of an event or of an order.",
     .options = list_options,
     .fields = fields,
     .example = "  ticketcore ticket list --order 1",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "get",
     .what = "Show a ticket.",
     .options = get_options,
     .fields = fields,
     .example = "  ticketcore ticket get 4294967297",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "barcode",
     .what = "Make a ticket's signed barcode, as text, as a QR code or as a picture.",
     .options = barcode_options,
     .fields = barcode_fields,
     .example = "  ticketcore ticket barcode 4294967297 --as qr\n"
                "  ticketcore ticket barcode 4294967297 --as svg -o ticket.svg",
     .store = CLI_STORE_READ,
     .run = barcode},
    {.verb = "secret",
     .what = "Derive a ticket's own secret from its order's, to hand the ticket on.",
     .options = secret_options,
     .fields = secret_fields,
     .example = "  ticketcore ticket secret 4294967297 --secret @order.secret",
     .store = CLI_STORE_READ,
     .run = secret_of},
    {.verb = "void",
     .what = "Make a ticket worthless; its seat stays sold. A refund gives the seat back.",
     .options = void_options,
     .fields = change_fields,
     .example = "  ticketcore ticket void 4294967297",
     RUNS(TC_TICKET_VOID, tc_ticket_void_request, tc_ticket_void_result)},
    {.verb = "reissue",
     .what = "Give a ticket a new serial: every barcode and secret handed out before is dead.",
     .options = reissue_options,
     .fields = change_fields,
     .example = "  ticketcore ticket reissue 4294967297",
     RUNS(TC_TICKET_REISSUE, tc_ticket_reissue_request, tc_ticket_reissue_result)},
    {.verb = "keys",
     .what = "List the public keys that gates check barcodes with.",
     .options = keys_options,
     .fields = key_fields,
     .example = "  ticketcore ticket keys --json",
     .store = CLI_STORE_WRITE,
     .run = keys},
    {.verb = "revoked",
     .what = "List an event's tickets of which some or all barcodes are dead, for gates.",
     .more = "Barcodes of serials below min_serial are dead; none there: all are.",
     .options = revoked_options,
     .fields = revocation_fields,
     .example = "  ticketcore ticket revoked 1 --json",
     .store = CLI_STORE_READ,
     .run = revoked},
    {0},
};
