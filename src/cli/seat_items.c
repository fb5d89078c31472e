/* Seats and places as they are named on the command line ("12", "12@3", "12-15", "2/12", or the
 * map's own name), and seats as they are shown, with section, row and label. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

const cli_word cli_seat_states[] = {
    {"free", TC_SEAT_FREE},       {"held", TC_SEAT_HELD},       {"sold", TC_SEAT_SOLD},
    {"blocked", TC_SEAT_BLOCKED}, {"retired", TC_SEAT_RETIRED}, {NULL, 0},
};

const cli_field cli_seat_row_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(cli_seat_row, event)},
    {.key = "seat", .show = SHOW_NUMBER, AT(cli_seat_row, seat)},
    {.key = "version", .show = SHOW_NUMBER, AT(cli_seat_row, version)},
    {.key = "section", .show = SHOW_TEXT, AT(cli_seat_row, section)},
    {.key = "row", .show = SHOW_TEXT, AT(cli_seat_row, row)},
    {.key = "label", .show = SHOW_TEXT, AT(cli_seat_row, label)},
    {0},
};

static void add(cli_seats *seats, tc_hold_seat seat) {
    if (seats->count == seats->room) {
        uint32_t room = seats->room ? seats->room * 2 : 64;
        tc_hold_seat *items = cli_room(room, sizeof *items);
        if (seats->count) memcpy(items, seats->items, seats->count * sizeof *items);
        free(seats->items);
        seats->items = items;
        seats->room = room;
    }
    seats->items[seats->count++] = seat;
}

/* Digits at the beginning, below 2^32; false when there are none. */
static bool read_digits(const char **text, uint64_t *number) {
    uint64_t sum = 0;
    const char *begin = *text;
    for (; **text >= '0' && **text <= '9'; (*text)++) {
        sum = sum * 10 + (uint64_t)(**text - '0');
        if (sum > UINT32_MAX) return false;
    }
    *number = sum;
    return *text != begin;
}

/* "12", "12@3", "12-15", each perhaps after "EVENT/"; false: it is none of these. */
static bool read_numbered(const char *text, uint64_t event, cli_seats *seats) {
    uint64_t first = 0;
    uint64_t version = 0;
    if (!read_digits(&text, &first)) return false;
    if (*text == '/') {
        event = first;
        text++;
        if (!read_digits(&text, &first)) return false;
    }
    uint64_t last = first;
    if (*text == '-') {
        text++;
        if (!read_digits(&text, &last)) return false;
    } else if (*text == '@') {
        text++;
        if (!read_digits(&text, &version)) return false;
    }
    if (*text || last < first || last - first >= TC_SEAT_CHANGE_MAX) return false;
    for (uint64_t seat = first; seat <= last; seat++)
        add(seats, (tc_hold_seat){event, (uint32_t)seat, (uint32_t)version});
    return true;
}

/* Looks like a range and was none. */
static bool is_backward(const char *text) {
    size_t first = strspn(text, "0123456789");
    size_t last = first && text[first] == '-' ? strspn(text + first + 1, "0123456789") : 0;
    return last && !text[first + 1 + last];
}

static int read_seat(cli_call *call, const char *text, uint64_t event, cli_seats *seats) {
    uint32_t seat = 0;
    bool named = strncmp(text, "name:", 5) == 0;
    if (!named && read_numbered(text, event, seats)) return CLI_OK;
    if (!named && is_backward(text)) {
        return cli_usage(call, "the seats \"%.40s\" run backward, or are more than %u", text,
                         (unsigned)TC_SEAT_CHANGE_MAX);
    }
    if (!event) return cli_usage(call, "seat \"%.100s\" lacks its event: write EVENT/SEAT", text);
    int exit_code = call->snapshot ? CLI_OK : cli_snapshot(call);
    if (exit_code) return exit_code;
    const char *name = named ? text + 5 : text;
    int32_t code = tc_event_seat_find(call->snapshot, event, name, &seat, &call->error);
    if (code == TC_E_NOT_FOUND) {
        return cli_trouble(call, CLI_REFUSED, "NOT_FOUND",
                           "NOT_FOUND: event %llu has no seat \"%.100s\"; a seat is its number "
                           "(12, 12@VERSION, 12-15, EVENT/12) or its name in the map",
                           (unsigned long long)event, text);
    }
    if (code != TC_OK) return cli_fail(call);
    add(seats, (tc_hold_seat){event, seat, 0});
    return CLI_OK;
}

int cli_read_seats(cli_call *call, const char *name, uint64_t event, cli_seats *seats) {
    int exit_code = CLI_OK;
    for (size_t i = 0; i < cli_count(call, name) && !exit_code; i++) {
        char *text = strdup(cli_nth(call, name, i)->text);
        bool whole = strncmp(text, "name:", 5) == 0; /* a name may have commas */
        char *rest = NULL;
        char *part = whole ? text : strtok_r(text, ",", &rest);
        while (part && !exit_code) {
            exit_code = read_seat(call, part, event, seats);
            part = whole ? NULL : strtok_r(NULL, ",", &rest);
        }
        free(text);
    }
    return exit_code;
}

int cli_read_pools(cli_call *call, const char *name, uint64_t event, tc_hold_pool **pools,
                   uint32_t *count) {
    size_t given = cli_count(call, name);
    *pools = cli_room(given, sizeof **pools);
    *count = 0;
    for (size_t i = 0; i < given; i++) {
        const char *text = cli_nth(call, name, i)->text;
        const char *at = text;
        uint64_t of_event = event;
        uint64_t pool = 0;
        uint64_t quantity = 1;
        bool good = read_digits(&at, &pool);
        if (good && *at == '/') {
            at++;
            of_event = pool;
            good = read_digits(&at, &pool);
        }
        if (good && *at == ':') {
            at++;
            good = read_digits(&at, &quantity);
        }
        if (!good || *at) {
            return cli_usage(call, "--%s takes POOL:QUANTITY like 1:4, not \"%.60s\"", name, text);
        }
        if (!of_event)
            return cli_usage(call, "pool \"%.60s\" lacks its event: write EVENT/POOL:QUANTITY",
                             text);
        (*pools)[(*count)++] = (tc_hold_pool){of_event, (uint32_t)pool, (uint32_t)quantity};
    }
    return CLI_OK;
}

int32_t cli_seat_rows(cli_call *call, const tc_hold_seat *seats, uint32_t count,
                      cli_seat_row **out) {
    cli_seat_row *rows = *out = cli_room(count, sizeof *rows);
    tc_event_view event = TC_EVENT_VIEW_INIT;
    int32_t code = TC_OK;
    for (uint32_t i = 0; i < count; i++) {
        tc_map_seat seat = TC_MAP_SEAT_INIT;
        uint32_t found = 0;
        rows[i] = (cli_seat_row){seats[i].event, seats[i].seat, seats[i].version, "", "", ""};
        if (code != TC_OK) continue;
        if (event.event != seats[i].event)
            code = tc_event_get(call->snapshot, seats[i].event, &event, &call->error);
        if (code == TC_OK && event.map)
            code = tc_map_seat_list(call->snapshot, event.map, event.map_version, seats[i].seat,
                                    &seat, 1, &found, &call->error);
        /* a hold that ended may be of an event that was deleted since */
        if (code == TC_E_NOT_FOUND) code = TC_OK;
        if (code != TC_OK || found == 0) continue;
        rows[i].section = seat.section_label;
        rows[i].row = seat.row_label;
        rows[i].label = seat.seat_label;
    }
    return code;
}
