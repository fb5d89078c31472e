/* The noun "seat": seats of an event as they are, and the host's own changes to them: off sale, on
 * sale, allotted to a channel. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

static const cli_word flags[] = {
    {"accessible", TC_SEAT_FLAG_ACCESSIBLE},
    {"companion", TC_SEAT_FLAG_COMPANION},
    {"restricted_view", TC_SEAT_FLAG_RESTRICTED_VIEW},
    {"aisle_left", TC_SEAT_FLAG_AISLE_LEFT},
    {"aisle_right", TC_SEAT_FLAG_AISLE_RIGHT},
    {"table", TC_SEAT_FLAG_TABLE},
    {"retired", TC_SEAT_FLAG_RETIRED},
    {NULL, 0},
};

/** A seat's state and what the map says of it. */
typedef struct seat_detail {
    tc_seat_view view;
    tc_map_seat place;
} seat_detail;

static const cli_field detail_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(seat_detail, view.event), .flags = FIELD_JSON},
    {.key = "seat", .show = SHOW_NUMBER, AT(seat_detail, view.seat)},
    {.key = "version", .show = SHOW_NUMBER, AT(seat_detail, view.version)},
    {.key = "state", .show = SHOW_WORD, .words = cli_seat_states, AT(seat_detail, view.state)},
    {.key = "section", .show = SHOW_TEXT, AT(seat_detail, place.section_label)},
    {.key = "row", .show = SHOW_TEXT, AT(seat_detail, place.row_label)},
    {.key = "label", .show = SHOW_TEXT, AT(seat_detail, place.seat_label)},
    {.key = "category", .show = SHOW_NUMBER, AT(seat_detail, view.category), .flags = FIELD_NONE_0},
    {.key = "channel", .show = SHOW_NUMBER, AT(seat_detail, view.channel)},
    {.key = "hold", .show = SHOW_NUMBER, AT(seat_detail, view.hold), .flags = FIELD_NONE_0},
    {.key = "expires_at", .show = SHOW_TIME, AT(seat_detail, view.expires_at_ms)},
    {.key = "ticket_number",
     .show = SHOW_NUMBER,
     AT(seat_detail, view.ticket),
     .flags = FIELD_NONE_0},
    {.key = "attributes", .show = SHOW_BITS, .words = flags, AT(seat_detail, place.seat_flags)},
    {.key = "name", .show = SHOW_TEXT, AT(seat_detail, place.name)},
    {0},
};

/** What a change of seats answers. */
typedef struct change_detail {
    uint64_t event;
    tc_seat_block_result result;
    cli_seat_row *rows;
} change_detail;

static const cli_field change_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(change_detail, event)},
    {.key = "inventory_version", .show = SHOW_NUMBER, AT(change_detail, result.inventory_version)},
    {.key = "seats",
     .show = SHOW_ROWS,
     .nested = cli_seat_row_fields,
     .stride = sizeof(cli_seat_row),
     AT(change_detail, rows),
     .aux = offsetof(change_detail, result.seats_count)},
    {0},
};

#define EVENT_PLACE                                                                                \
    {                                                                                              \
        .name = "EVENT", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        .bytes = 8, .help = "id of the event"                                                      \
    }
#define SEAT_PLACES(need_)                                                                         \
    {                                                                                              \
        .name = "SEAT", .kind = CLI_TEXT, .need = CLI_PLACE | CLI_REPEATED | need_,                \
        .help = "number (12, 12@VERSION, 12-15) or name in the map; commas between several"        \
    }

static const cli_option change_options[] = {EVENT_PLACE, SEAT_PLACES(CLI_REQUIRED), {0}};

static const cli_option allot_options[] = {
    EVENT_PLACE,
    SEAT_PLACES(CLI_REQUIRED),
    {.name = "channel",
     .kind = CLI_NUMBER,
     .value = "N",
     .need = CLI_REQUIRED,
     .most = TC_CHANNELS_MAX - 1,
     .bytes = 4,
     .help = "the channel that may hold them; 0 gives them back to the public"},
    {0},
};

static const cli_option show_options[] = {
    EVENT_PLACE,
    SEAT_PLACES(0),
    {.name = "state",
     .kind = CLI_WORDS,
     .value = "STATE,…",
     .words = cli_seat_states,
     .bytes = 8,
     .help = "only in these"},
    {.name = "section",
     .kind = CLI_TEXT,
     .value = "NAME",
     .help = "only in this section of the map"},
    {.name = "row", .kind = CLI_TEXT, .value = "LABEL", .help = "only in rows of this label"},
    {.name = "category",
     .kind = CLI_NUMBER,
     .value = "N",
     .bytes = 4,
     .help = "only of this category of the map"},
    OPTION_LIMIT,
    {0},
};

/* All seats named on the line, with one event only: what seat commands are about. */
static int read_own_seats(cli_call *call, cli_seats *seats) {
    uint64_t event = cli_number(call, "EVENT");
    int exit_code = cli_read_seats(call, "SEAT", event, seats);
    for (uint32_t i = 0; !exit_code && i < seats->count; i++) {
        if (seats->items[i].event != event)
            exit_code =
                cli_usage(call, "all seats must be of event %llu", (unsigned long long)event);
    }
    return exit_code;
}

static int32_t change(cli_call *call, const tc_seat_version *seats, uint32_t count,
                      tc_seat_block_result *result) {
    tc_seat_block_request request = TC_SEAT_BLOCK_REQUEST_INIT;
    cli_fill(call, &request);
    request.event = cli_number(call, "EVENT");
    request.seats = seats;
    request.seats_count = count;
    if (strcmp(call->command->verb, "unblock") == 0)
        return tc_seat_unblock(call->engine, &request, result, &call->error);
    return tc_seat_block(call->engine, &request, result, &call->error);
}

static int32_t allot(cli_call *call, const tc_seat_version *seats, uint32_t count,
                     tc_seat_block_result *result) {
    tc_seat_channel_request request = TC_SEAT_CHANNEL_REQUEST_INIT;
    cli_fill(call, &request);
    request.event = cli_number(call, "EVENT");
    request.seats = seats;
    request.seats_count = count;
    request.channel = cli_number32(call, "channel");
    return tc_seat_channel(call->engine, &request, result, &call->error);
}

static int run_change(cli_call *call, int32_t (*what)(cli_call *, const tc_seat_version *, uint32_t,
                                                      tc_seat_block_result *)) {
    cli_seats seats = {0};
    change_detail detail = {.event = cli_number(call, "EVENT"),
                            .result = TC_SEAT_BLOCK_RESULT_INIT};
    int exit_code = read_own_seats(call, &seats);
    tc_seat_version *versions = cli_room(seats.count, sizeof *versions);
    for (uint32_t i = 0; i < seats.count; i++)
        versions[i] = (tc_seat_version){seats.items[i].seat, seats.items[i].version};
    tc_seat_version *answer = cli_room(seats.count, sizeof *answer);
    detail.result.seats = answer;
    detail.result.seats_capacity = seats.count;
    if (!exit_code && what(call, versions, seats.count, &detail.result) != TC_OK)
        exit_code = cli_fail(call);
    if (!exit_code) exit_code = cli_snapshot(call);
    if (!exit_code) {
        for (uint32_t i = 0; i < seats.count; i++) seats.items[i].version = answer[i].version;
        int32_t code = cli_seat_rows(call, seats.items, seats.count, &detail.rows);
        cli_print(&call->out, change_fields, &detail);
        if (code != TC_OK) exit_code = cli_fail(call);
    }
    free(detail.rows);
    free(versions);
    free(answer);
    free(seats.items);
    return exit_code;
}

static int run_block(cli_call *call) {
    return run_change(call, change);
}

static int run_allot(cli_call *call) {
    return run_change(call, allot);
}

static int32_t read_detail(cli_call *call, const tc_event_view *event, uint32_t seat,
                           seat_detail *detail) {
    uint32_t found = 0;
    detail->view = (tc_seat_view)TC_SEAT_VIEW_INIT;
    detail->place = (tc_map_seat)TC_MAP_SEAT_INIT;
    int32_t code = tc_seat_get(call->snapshot, event->event, seat, &detail->view, &call->error);
    if (code == TC_OK) {
        code = tc_map_seat_list(call->snapshot, event->map, event->map_version, seat,
                                &detail->place, 1, &found, &call->error);
    }
    return code;
}

static bool is_wanted(const cli_call *call, const seat_detail *detail) {
    const char *section = cli_text(call, "section");
    const char *row = cli_text(call, "row");
    if (cli_given(call, "state") && !(cli_number(call, "state") >> detail->view.state & 1))
        return false;
    if (cli_given(call, "category") && cli_number32(call, "category") != detail->view.category)
        return false;
    if (section && strcmp(section, detail->place.section_label) != 0) return false;
    return !row || strcmp(row, detail->place.row_label) == 0;
}

static int show(cli_call *call) {
    cli_seats seats = {0};
    seat_detail detail;
    tc_event_view event = TC_EVENT_VIEW_INIT;
    uint64_t left = cli_limit(call);
    if (tc_event_get(call->snapshot, cli_number(call, "EVENT"), &event, &call->error) != TC_OK)
        return cli_fail(call);
    int exit_code = read_own_seats(call, &seats);
    bool every = !cli_given(call, "SEAT");
    uint32_t count = every ? event.seats : seats.count;
    for (uint32_t i = 0; i < count && left > 0 && !exit_code; i++) {
        uint32_t seat = every ? i : seats.items[i].seat;
        if (read_detail(call, &event, seat, &detail) != TC_OK) exit_code = cli_fail(call);
        else if (is_wanted(call, &detail)) {
            cli_row(&call->out, detail_fields, &detail);
            left--;
        }
    }
    free(seats.items);
    if (!exit_code) cli_rows_end(&call->out);
    return exit_code;
}

const cli_command cli_seat_commands[] = {
    {.verb = "show",
     .what = "Show seats with their numbers, labels, states and versions.",
     .options = show_options,
     .fields = detail_fields,
     .example = "  ticketcore seat show 1 --section \"Stalls\" --row A --state free\n"
                "  ticketcore seat show 1 12-15",
     .store = CLI_STORE_READ,
     .run = show},
    {.verb = "block",
     .what = "Take free seats off sale, all or none.",
     .options = change_options,
     .fields = change_fields,
     .example = "  ticketcore seat block 1 12-15",
     .store = CLI_STORE_WRITE,
     .run = run_block},
    {.verb = "unblock",
     .what = "Put blocked seats on sale, all or none.",
     .options = change_options,
     .fields = change_fields,
     .example = "  ticketcore seat unblock 1 12-15",
     .store = CLI_STORE_WRITE,
     .run = run_block},
    {.verb = "allot",
     .what = "Allot seats to a channel, all or none: only holds that name it may take them.",
     .options = allot_options,
     .fields = change_fields,
     .example = "  ticketcore seat allot 1 12-15 --channel 2",
     .store = CLI_STORE_WRITE,
     .run = run_allot},
    {0},
};
