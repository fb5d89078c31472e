/* The noun "hold": seats and places taken for one buyer for a time. Making one prints its secret,
 * the only authority over it; it is printed nowhere else. */
#include <stdlib.h>

#include "nouns.h"

static const cli_word states[] = {
    {"live", TC_HOLD_LIVE},
    {"released", TC_HOLD_RELEASED},
    {"expired", TC_HOLD_EXPIRED},
    {"sold", TC_HOLD_SOLD},
    {NULL, 0},
};

/** A hold with its seats and pools, made or read. */
typedef struct hold_detail {
    tc_hold_create_result made;
    tc_hold_view view;
    cli_seat_row *seats;
    tc_hold_pool *pools;
    uint32_t seats_count;
    uint32_t pools_count;
} hold_detail;

static const cli_field pool_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, AT(tc_hold_pool, event)},
    {.key = "pool", .show = SHOW_NUMBER, AT(tc_hold_pool, pool)},
    {.key = "quantity", .show = SHOW_NUMBER, AT(tc_hold_pool, quantity)},
    {0},
};

#define PARTS                                                                                      \
    {.key = "seats",                                                                               \
     .show = SHOW_ROWS,                                                                            \
     .nested = cli_seat_row_fields,                                                                \
     .stride = sizeof(cli_seat_row),                                                               \
     AT(hold_detail, seats),                                                                       \
     .aux = offsetof(hold_detail, seats_count)},                                                   \
    {                                                                                              \
        .key = "pools", .show = SHOW_ROWS, .nested = pool_fields, .stride = sizeof(tc_hold_pool),  \
        AT(hold_detail, pools), .aux = offsetof(hold_detail, pools_count)                          \
    }

static const cli_field made_fields[] = {
    {.key = "hold", .show = SHOW_NUMBER, AT(hold_detail, made.hold)},
    {.key = "secret", .show = SHOW_HEX, AT(hold_detail, made.secret)},
    {.key = "version", .show = SHOW_NUMBER, AT(hold_detail, made.version)},
    {.key = "expires_at", .show = SHOW_TIME, AT(hold_detail, made.expires_at_ms)},
    PARTS,
    {0},
};

static const cli_field best_fields[] = {
    {.key = "hold", .show = SHOW_NUMBER, AT(hold_detail, made.hold)},
    {.key = "secret", .show = SHOW_HEX, AT(hold_detail, made.secret)},
    {.key = "version", .show = SHOW_NUMBER, AT(hold_detail, made.version)},
    {.key = "expires_at", .show = SHOW_TIME, AT(hold_detail, made.expires_at_ms)},
    {.key = "adjacent", .show = SHOW_BOOL, AT(hold_detail, made.adjacent)},
    PARTS,
    {0},
};

static const cli_field view_fields[] = {
    {.key = "hold", .show = SHOW_NUMBER, AT(hold_detail, view.hold)},
    {.key = "version", .show = SHOW_NUMBER, AT(hold_detail, view.version)},
    {.key = "state", .show = SHOW_WORD, .words = states, AT(hold_detail, view.state)},
    {.key = "expires_at", .show = SHOW_TIME, AT(hold_detail, view.expires_at_ms)},
    {.key = "created_at", .show = SHOW_TIME, AT(hold_detail, view.created_at_ms)},
    {.key = "order", .show = SHOW_NUMBER, AT(hold_detail, view.order), .flags = FIELD_NONE_0},
    {.key = "channel", .show = SHOW_NUMBER, AT(hold_detail, view.channel)},
    PARTS,
    {0},
};

static const cli_field extend_fields[] = {
    {.key = "version", .show = SHOW_NUMBER, AT(tc_hold_extend_result, version)},
    {.key = "expires_at", .show = SHOW_TIME, AT(tc_hold_extend_result, expires_at_ms)},
    {0},
};
static const cli_field end_fields[] = {
    {.key = "version", .show = SHOW_NUMBER, AT(tc_hold_release_result, version)},
    {0},
};
static const cli_field sweep_fields[] = {
    {.key = "left", .show = SHOW_NUMBER, AT(tc_sweep_result, left)},
    {.key = "next_due_at", .show = SHOW_TIME, AT(tc_sweep_result, next_due_ms)},
    {0},
};

#define HOLD_PLACE(...)                                                                            \
    {                                                                                              \
        .name = "HOLD", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,          \
        __VA_ARGS__, .help = "id of the hold"                                                      \
    }
#define SECRET_OPTION(need_, ...)                                                                  \
    {                                                                                              \
        .name = "secret", .kind = CLI_SECRET, .value = "SECRET", .need = need_, __VA_ARGS__,       \
        .help = "its secret: 32 hexadecimal digits, @FILE, or TICKETCORE_SECRET"                   \
    }
#define SEAT_OPTIONS                                                                               \
    {.name = "seats",                                                                              \
     .kind = CLI_TEXT,                                                                             \
     .value = "SEAT,…",                                                                            \
     .need = CLI_REPEATED,                                                                         \
     .help = "number (12, 12@VERSION, 12-15, OTHER_EVENT/12) or name in the map"},                 \
        {.name = "pool",                                                                           \
         .kind = CLI_TEXT,                                                                         \
         .value = "POOL:QUANTITY",                                                                 \
         .need = CLI_REPEATED,                                                                     \
         .help = "places of a pool, like 1:4 or OTHER_EVENT/1:4"},                                 \
    {                                                                                              \
        .name = "ttl", .kind = CLI_SPAN, .value = "TIME", .least = 1, .most = TC_HOLD_TTL_MS_MAX,  \
        .bytes = 8, .help = "how long it lives; the event's default when not given"                \
    }
#define HOLDER_OPTIONS                                                                             \
    {.name = "buyer",                                                                              \
     .kind = CLI_TEXT,                                                                             \
     .value = "KEY",                                                                               \
     .help = "your key of the person, under which limits are counted; up to 64 bytes"},            \
        {.name = "channel",                                                                        \
         .kind = CLI_NUMBER,                                                                       \
         .value = "N",                                                                             \
         .most = TC_CHANNELS_MAX - 1,                                                              \
         .bytes = 4,                                                                               \
         .help = "may take this channel's seats and pools beside the public ones"},                \
        OFFICE_OPTIONS
#define OFFICE_OPTIONS                                                                             \
    {.name = "any-time",                                                                           \
     .kind = CLI_FLAG,                                                                             \
     .help = "also outside the sale window (for the box office)"},                                 \
    {                                                                                              \
        .name = "allow-orphans", .kind = CLI_FLAG,                                                 \
        .help = "a single seat left over is no reason to refuse (for the box office)"              \
    }
#define EVENT_PLACE                                                                                \
    {                                                                                              \
        .name = "EVENT", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,         \
        .bytes = 8, .help = "id of the event"                                                      \
    }

static const cli_option create_options[] = {EVENT_PLACE, SEAT_OPTIONS, HOLDER_OPTIONS, {0}};

static const cli_option best_options[] = {
    EVENT_PLACE,
    {.name = "quantity",
     .letter = 'n',
     .kind = CLI_NUMBER,
     .value = "PERSONS",
     .need = CLI_REQUIRED,
     .least = 1,
     .most = TC_HOLD_BEST_MAX,
     AT(tc_hold_best_request, quantity),
     .help = "how many"},
    {.name = "category",
     .kind = CLI_NUMBER,
     .value = "N",
     .need = CLI_REPEATED,
     .least = 1,
     .bytes = 4,
     .help = "category of the map wanted; any when not given"},
    {.name = "section",
     .kind = CLI_NUMBER,
     .value = "N",
     .need = CLI_REPEATED,
     .least = 1,
     .bytes = 4,
     .help = "number of a section of the map wanted; any when not given"},
    {.name = "accessible",
     .kind = CLI_NUMBER,
     .value = "PERSONS",
     .most = TC_HOLD_BEST_MAX,
     AT(tc_hold_best_request, accessible),
     .help = "how many of them need an accessible seat"},
    {.name = "max-groups",
     .kind = CLI_NUMBER,
     .value = "COUNT",
     AT(tc_hold_best_request, max_rows),
     .help = "split into at most so many groups; 1: together or not at all; 0: any"},
    {.name = "ttl",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = TC_HOLD_TTL_MS_MAX,
     AT(tc_hold_best_request, ttl_ms),
     .help = "how long it lives; the event's default when not given"},
    HOLDER_OPTIONS,
    {0},
};

static const cli_option get_options[] = {
    HOLD_PLACE(.bytes = 8),
    {.name = "secret",
     .kind = CLI_SECRET,
     .value = "SECRET",
     .help = "read as its owner: 32 hexadecimal digits or @FILE; as the host when not given"},
    {0},
};

static const cli_option extend_options[] = {
    HOLD_PLACE(AT(tc_hold_extend_request, hold)),
    SECRET_OPTION(CLI_REQUIRED, AT(tc_hold_extend_request, secret)),
    {.name = "ttl",
     .kind = CLI_SPAN,
     .value = "TIME",
     .least = 1,
     .most = TC_HOLD_TTL_MS_MAX,
     AT(tc_hold_extend_request, ttl_ms),
     .help = "to live from now on; the event's default when not given"},
    OPTION_IF_VERSION(tc_hold_extend_request),
    {0},
};

static const cli_option release_options[] = {
    HOLD_PLACE(AT(tc_hold_release_request, hold)),
    SECRET_OPTION(CLI_REQUIRED, AT(tc_hold_release_request, secret)),
    OPTION_IF_VERSION(tc_hold_release_request),
    {0},
};

static const cli_option expire_options[] = {
    HOLD_PLACE(AT(tc_hold_expire_request, hold)),
    OPTION_IF_VERSION(tc_hold_expire_request),
    {0},
};

static const cli_option swap_options[] = {
    HOLD_PLACE(AT(tc_hold_swap_request, hold)),
    SECRET_OPTION(CLI_REQUIRED, AT(tc_hold_swap_request, secret)),
    {.name = "event",
     .kind = CLI_NUMBER,
     .value = "EVENT",
     .least = 1,
     .bytes = 8,
     .help = "event of the seats and pools that do not say theirs"},
    SEAT_OPTIONS,
    OFFICE_OPTIONS,
    OPTION_IF_VERSION(tc_hold_swap_request),
    {0},
};

static const cli_option sweep_options[] = {
    {.name = "limit",
     .kind = CLI_NUMBER,
     .value = "COUNT",
     .least = 1,
     AT(tc_sweep_request, limit),
     .help = "holds to expire at most; 10,000 when not given"},
    {0},
};

static uint32_t office_flags(const cli_call *call) {
    return (cli_given(call, "any-time") ? TC_HOLD_ANY_TIME : 0U) |
           (cli_given(call, "allow-orphans") ? TC_HOLD_ALLOW_ORPHANS : 0U);
}

/* Print a hold that was made; its seats are in made.seats. */
static int print_made(cli_call *call, const cli_field *fields, hold_detail *detail) {
    int exit_code = cli_snapshot(call);
    if (exit_code) return exit_code;
    detail->seats_count = detail->made.seats_count;
    /* The hold is made, whatever of its seats can be shown. */
    int32_t code =
        cli_seat_rows(call, detail->made.seats, detail->made.seats_count, &detail->seats);
    cli_print(&call->out, fields, detail);
    free(detail->seats);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

/* The seats and pools of a line that makes a hold. */
static int read_items(cli_call *call, uint64_t event, cli_seats *seats, hold_detail *detail) {
    int exit_code = cli_read_seats(call, "seats", event, seats);
    if (!exit_code)
        exit_code = cli_read_pools(call, "pool", event, &detail->pools, &detail->pools_count);
    if (!exit_code && seats->count + detail->pools_count == 0)
        exit_code = cli_usage(call, "say what to hold: --seats 12,13 or --pool 1:4");
    detail->made.seats = cli_room(seats->count, sizeof *detail->made.seats);
    detail->made.seats_capacity = seats->count;
    return exit_code;
}

static void free_items(cli_seats *seats, hold_detail *detail) {
    free(seats->items);
    free(detail->pools);
    free(detail->made.seats);
}

static int create(cli_call *call) {
    cli_seats seats = {0};
    hold_detail detail = {.made = TC_HOLD_CREATE_RESULT_INIT};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    int exit_code = read_items(call, cli_number(call, "EVENT"), &seats, &detail);
    cli_fill(call, &request);
    request.flags = office_flags(call);
    request.seats = seats.items;
    request.seats_count = seats.count;
    request.pools = detail.pools;
    request.pools_count = detail.pools_count;
    request.ttl_ms = cli_ms(call, "ttl");
    request.buyer = cli_text(call, "buyer");
    request.channel = cli_number32(call, "channel");
    if (!exit_code && tc_hold_create(call->engine, &request, &detail.made, &call->error) != TC_OK)
        exit_code = cli_fail(call);
    if (!exit_code) exit_code = print_made(call, made_fields, &detail);
    free_items(&seats, &detail);
    return exit_code;
}

static uint32_t *numbers_of(const cli_call *call, const char *name, uint32_t *count) {
    *count = (uint32_t)cli_count(call, name);
    uint32_t *numbers = cli_room(*count, sizeof *numbers);
    for (uint32_t i = 0; i < *count; i++) numbers[i] = (uint32_t)cli_nth(call, name, i)->number;
    return numbers;
}

static int best(cli_call *call) {
    tc_hold_seat seats[TC_HOLD_BEST_MAX];
    hold_detail detail = {.made = TC_HOLD_BEST_RESULT_INIT};
    tc_hold_best_request request = TC_HOLD_BEST_REQUEST_INIT;
    cli_fill(call, &request);
    uint32_t *categories = numbers_of(call, "category", &request.categories_count);
    uint32_t *sections = numbers_of(call, "section", &request.sections_count);
    request.flags = office_flags(call);
    request.event = cli_number(call, "EVENT");
    request.categories = categories;
    request.sections = sections;
    request.buyer = cli_text(call, "buyer");
    request.channel = cli_number32(call, "channel");
    detail.made.seats = seats;
    detail.made.seats_capacity = TC_HOLD_BEST_MAX;
    int32_t code = tc_hold_best(call->engine, &request, &detail.made, &call->error);
    free(categories);
    free(sections);
    return code == TC_OK ? print_made(call, best_fields, &detail) : cli_fail(call);
}

static int swap(cli_call *call) {
    cli_seats seats = {0};
    hold_detail detail = {.made = TC_HOLD_SWAP_RESULT_INIT};
    tc_hold_swap_request request = TC_HOLD_SWAP_REQUEST_INIT;
    int exit_code = read_items(call, cli_number(call, "event"), &seats, &detail);
    cli_fill(call, &request);
    request.flags = office_flags(call);
    request.seats = seats.items;
    request.seats_count = seats.count;
    request.pools = detail.pools;
    request.pools_count = detail.pools_count;
    request.ttl_ms = cli_ms(call, "ttl");
    if (!exit_code && tc_hold_swap(call->engine, &request, &detail.made, &call->error) != TC_OK)
        exit_code = cli_fail(call);
    if (!exit_code) exit_code = print_made(call, made_fields, &detail);
    free_items(&seats, &detail);
    return exit_code;
}

static int32_t read_parts(cli_call *call, tc_hold_seat *seats, hold_detail *detail) {
    uint64_t hold = detail->view.hold;
    int32_t code = tc_hold_seats(call->snapshot, hold, seats, detail->view.seats,
                                 &detail->seats_count, &call->error);
    if (code == TC_OK) {
        code = tc_hold_pools(call->snapshot, hold, detail->pools, detail->view.pools,
                             &detail->pools_count, &call->error);
    }
    return code == TC_OK ? cli_seat_rows(call, seats, detail->seats_count, &detail->seats) : code;
}

static int get(cli_call *call) {
    hold_detail detail = {.view = TC_HOLD_VIEW_INIT};
    uint64_t hold = cli_number(call, "HOLD");
    tc_secret secret = cli_secret(call, "secret");
    int32_t code = cli_given(call, "secret")
                       ? tc_hold_get(call->snapshot, hold, &secret, &detail.view, &call->error)
                       : tc_hold_peek(call->snapshot, hold, &detail.view, &call->error);
    if (code != TC_OK) return cli_fail(call);
    tc_hold_seat *seats = cli_room(detail.view.seats, sizeof *seats);
    detail.pools = cli_room(detail.view.pools, sizeof *detail.pools);
    code = read_parts(call, seats, &detail);
    if (code == TC_OK) cli_print(&call->out, view_fields, &detail);
    free(seats);
    free(detail.seats);
    free(detail.pools);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

const cli_command cli_hold_commands[] = {
    {.verb = "best",
     .what = "Hold the best seats available.",
     .more = "Prints the hold's secret: whoever has it may extend, swap, release and order it.",
     .options = best_options,
     .fields = best_fields,
     .example = "  ticketcore hold best 1 --quantity 4 --buyer ada\n"
                "  ticketcore hold best 1 -n 2 --category 1 --max-groups 1 --ttl 5m",
     .store = CLI_STORE_WRITE,
     .run = best},
    {.verb = "create",
     .what = "Hold named seats and places of pools, all or none.",
     .more = "When seats are in the way, all of them are listed and the exit code is 3.",
     .options = create_options,
     .fields = made_fields,
     .example = "  ticketcore hold create 1 --seats 12,13@4 --buyer ada\n"
                "  ticketcore hold create 1 --seats \"Stalls-A-7\" --pool 1:2 --ttl 10m",
     .store = CLI_STORE_WRITE,
     .run = create},
    {.verb = "get",
     .what = "Show a hold with its seats and pools.",
     .options = get_options,
     .fields = view_fields,
     .example = "  ticketcore hold get 1",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "extend",
     .what = "Let a live hold live longer, up to the event's cap.",
     .options = extend_options,
     .fields = extend_fields,
     .example = "  ticketcore hold extend 1 --secret @hold.secret --ttl 10m",
     RUNS(TC_HOLD_EXTEND, tc_hold_extend_request, tc_hold_extend_result)},
    {.verb = "release",
     .what = "Give a live hold back; its seats are free.",
     .options = release_options,
     .fields = end_fields,
     .example = "  ticketcore hold release 1 --secret @hold.secret",
     RUNS(TC_HOLD_RELEASE, tc_hold_release_request, tc_hold_release_result)},
    {.verb = "expire",
     .what = "End a live hold now, without its secret: for the host.",
     .options = expire_options,
     .fields = end_fields,
     .example = "  ticketcore hold expire 1",
     RUNS(TC_HOLD_EXPIRE, tc_hold_expire_request, tc_hold_expire_result)},
    {.verb = "swap",
     .what = "Release one hold and make another in one step, or neither.",
     .options = swap_options,
     .fields = made_fields,
     .example = "  ticketcore hold swap 1 --secret @hold.secret --event 1 --seats 20,21",
     .store = CLI_STORE_WRITE,
     .run = swap},
    {.verb = "sweep",
     .what = "Tidy dead holds and tell the feed of them; changes nothing a reader sees.",
     .options = sweep_options,
     .fields = sweep_fields,
     .example = "  ticketcore hold sweep",
     RUNS(TC_SWEEP, tc_sweep_request, tc_sweep_result)},
    {0},
};
