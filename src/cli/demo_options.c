/* The options of the demonstration: people's, and those the parent gives its children. Reads and
 * checks them; a wrong one is said in one line. */
#include "demo.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    TTL_MS = 6000, /* of a hold */
    QUICK_TTL_MS = 2500,
    QUICK_SEATS = 1500,
    QUICK_SECONDS = 12,
    QUICK_BUYERS = 16,
    SEATS_LEAST = 100,
    SEATS_MOST = 200000
};

static int help(FILE *out) {
    fprintf(
        out,
        "ticketcore demo: sell a house out with many processes, failures and an audit\n\n"
        "  --map FILE       the house: a seat map (our JSON, pretix seating plan, CSV);\n"
        "                   default: an own-made hall\n"
        "  --seats N        seats of the own-made hall, %d to %d; default %d\n"
        "  --processes N    buyer processes, 1 to %d; default %d\n"
        "  --buyers N       buyers at once in each of them, 1 to %d; default %d\n"
        "  --seconds N      the on-sale lasts at most so long; default %d\n"
        "  --seed N         repeats the random choices (not the scheduling); default: the time\n"
        "  --quick          a small house and a short sale\n"
        "  --store DIR      make the store here and keep it; must not exist\n"
        "  --keep           keep the temporary store and what was written beside it\n"
        "  --out DIR        folder for the pictures; default: the temporary folder, which then "
        "stays\n"
        "  --lang WORD      language of every second buyer process: c, python or node; of the\n"
        "                   latter TICKETCORE_DEMO_BUYERS names the program (./dev demo sets it)\n"
        "  --audit DIR      no sale: audit a kept store and its books (DIR.books) once more\n"
        "  --json           the result as one JSON object on standard output\n"
        "  --help           this text\n\n"
        "Buyer processes, the payment worker and the message worker are killed with -9 every\n"
        "few seconds and replaced. The payment provider declines, is busy, falls silent,\n"
        "answers late, twice, or by events out of order. Buyers write down every answer they\n"
        "get outside the store; the audit compares these lines, the provider's books and the\n"
        "carrier's file with the store. The last line is for scripts; the exit code is 1 when\n"
        "double_sold, lost or money_balance is not 0 or the store does not verify.\n\n"
        "  ticketcore demo\n"
        "  ticketcore demo --map race-track.seating.json --out pictures\n"
        "  ticketcore demo --store /tmp/sale && ticketcore verify --store /tmp/sale\n",
        SEATS_LEAST, SEATS_MOST, DEMO_SEATS, DEMO_PROCESSES_MAX, DEMO_PROCESSES, DEMO_BUYERS_MAX,
        DEMO_BUYERS, DEMO_SECONDS);
    return out == stdout ? 0 : 2;
}

int demo_usage(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "demo: ");
    vfprintf(stderr, format, arguments);
    fprintf(stderr, "; ticketcore demo --help lists the options\n");
    va_end(arguments);
    return 2;
}

/* Options of people first, then those the parent gives its children. */
typedef enum option_code {
    OPT_MAP = 1000,
    OPT_STORE,
    OPT_SEATS,
    OPT_PROCESSES,
    OPT_BUYERS,
    OPT_SECONDS,
    OPT_SEED,
    OPT_QUICK,
    OPT_OUT,
    OPT_KEEP,
    OPT_LANG,
    OPT_JSON,
    OPT_AUDIT,
    OPT_HELP,
    OPT_ROLE,
    OPT_SLOT,
    OPT_INCARNATION,
    OPT_EVENT,
    OPT_TTL,
    OPT_BOOKS
} option_code;

static const struct option LONG_OPTIONS[] = {
    {"map", required_argument, NULL, OPT_MAP},
    {"store", required_argument, NULL, OPT_STORE},
    {"seats", required_argument, NULL, OPT_SEATS},
    {"processes", required_argument, NULL, OPT_PROCESSES},
    {"buyers", required_argument, NULL, OPT_BUYERS},
    {"seconds", required_argument, NULL, OPT_SECONDS},
    {"seed", required_argument, NULL, OPT_SEED},
    {"quick", no_argument, NULL, OPT_QUICK},
    {"out", required_argument, NULL, OPT_OUT},
    {"keep", no_argument, NULL, OPT_KEEP},
    {"lang", required_argument, NULL, OPT_LANG},
    {"json", no_argument, NULL, OPT_JSON},
    {"audit", required_argument, NULL, OPT_AUDIT},
    {"help", no_argument, NULL, OPT_HELP},
    {"role", required_argument, NULL, OPT_ROLE},
    {"slot", required_argument, NULL, OPT_SLOT},
    {"incarnation", required_argument, NULL, OPT_INCARNATION},
    {"event", required_argument, NULL, OPT_EVENT},
    {"ttl-ms", required_argument, NULL, OPT_TTL},
    {"books", required_argument, NULL, OPT_BOOKS},
    {NULL, 0, NULL, 0},
};

static bool read_number(const char *text, uint64_t least, uint64_t most, uint64_t *number) {
    char *end;
    errno = 0;
    uint64_t value = strtoull(text, &end, 10);
    if (errno || *end || end == text || *text == '-' || value < least || value > most) return false;
    *number = value;
    return true;
}

/* The range of every option that is a number; where it goes is said once, in take_number(). */
static const struct {
    option_code code;
    uint64_t least, most;
} RANGES[] = {
    {OPT_SEATS, SEATS_LEAST, SEATS_MOST},
    {OPT_PROCESSES, 1, DEMO_PROCESSES_MAX},
    {OPT_BUYERS, 1, DEMO_BUYERS_MAX},
    {OPT_SECONDS, 2, 3600},
    {OPT_SEED, 0, UINT64_MAX},
    {OPT_SLOT, 0, DEMO_PROCESSES_MAX},
    {OPT_INCARNATION, 0, UINT32_MAX},
    {OPT_EVENT, 1, UINT32_MAX},
    {OPT_TTL, 1, TC_HOLD_TTL_MS_MAX},
};

static bool take_number(demo_options *options, int code, uint64_t number) {
    switch (code) {
    case OPT_SEATS:
        options->seats = (uint32_t)number;
        options->seats_given = true;
        return true;
    case OPT_PROCESSES: options->processes = (uint32_t)number; return true;
    case OPT_BUYERS:
        options->buyers = (uint32_t)number;
        options->buyers_given = true;
        return true;
    case OPT_SECONDS:
        options->seconds = (uint32_t)number;
        options->seconds_given = true;
        return true;
    case OPT_SEED: options->seed = number; return true;
    case OPT_SLOT: options->slot = (uint32_t)number; return true;
    case OPT_INCARNATION: options->incarnation = (uint32_t)number; return true;
    case OPT_EVENT: options->event = number; return true;
    case OPT_TTL: options->ttl_ms = (int64_t)number; return true;
    default: return false;
    }
}

static bool take_role(demo_options *options, const char *word) {
    static const char *const ROLES[] = {"stage", "buyers", "payments", "mail"};
    for (int i = 0; i < 4; i++) {
        if (strcmp(word, ROLES[i]) != 0) continue;
        options->role = (demo_role)i;
        return true;
    }
    return false;
}

/* 0: go on; else an exit code + 1. */
static int take_language(demo_options *options, const char *word) {
    if (!strcmp(word, "c")) return 0;
    if (strcmp(word, "python") != 0 && strcmp(word, "node") != 0)
        return demo_usage("no language \"%s\"; there are c, python and node", word) + 1;
    options->buyers_by = getenv("TICKETCORE_DEMO_BUYERS");
    if (options->buyers_by && *options->buyers_by) return 0;
    return demo_usage("buyers in %s are another program; ./dev demo --lang %s starts it "
                      "(TICKETCORE_DEMO_BUYERS names it)",
                      word, word) +
           1;
}

/* 0: go on; else an exit code + 1. */
static int take_option(demo_options *options, int code) {
    switch (code) {
    case OPT_MAP: options->map = optarg; return 0;
    case OPT_STORE: options->store = optarg; return 0;
    case OPT_OUT: options->out = optarg; return 0;
    case OPT_BOOKS: options->books = optarg; return 0;
    case OPT_AUDIT: options->audit = optarg; return 0;
    case OPT_QUICK: options->quick = true; return 0;
    case OPT_KEEP: options->keep = true; return 0;
    case OPT_JSON: options->json = true; return 0;
    case OPT_HELP: return help(stdout) + 1;
    case OPT_ROLE: return take_role(options, optarg) ? 0 : demo_usage("no role \"%s\"", optarg) + 1;
    case OPT_LANG: return take_language(options, optarg);
    default: break;
    }
    for (size_t i = 0; i < sizeof RANGES / sizeof RANGES[0]; i++) {
        uint64_t number = 0;
        if ((int)RANGES[i].code != code) continue;
        if (read_number(optarg, RANGES[i].least, RANGES[i].most, &number) &&
            take_number(options, code, number))
            return 0;
        fprintf(stderr, "demo: %s is not a number from %" PRIu64 " to %" PRIu64 "\n", optarg,
                RANGES[i].least, RANGES[i].most);
        return 3;
    }
    return demo_usage("that is not an option, or it lacks its value") + 1;
}

int demo_options_read(demo_options *options, int argc, char **argv) {
    *options = (demo_options){.seats = DEMO_SEATS,
                              .processes = DEMO_PROCESSES,
                              .buyers = DEMO_BUYERS,
                              .seconds = DEMO_SECONDS,
                              .seed = (uint64_t)time(NULL),
                              .ttl_ms = TTL_MS};
    int code;
    optind = 1;
    while ((code = getopt_long(argc, argv, "", LONG_OPTIONS, NULL)) != -1) {
        int answer = take_option(options, code);
        if (answer) return answer;
    }
    if (optind < argc) return demo_usage("\"%s\" is not an option", argv[optind]) + 1;
    if (options->map && options->seats_given)
        return demo_usage("--map has its own seats; leave %s out", "--seats") + 1;
    if (options->role != DEMO_ROLE_STAGE) return 0;
    if (options->quick) {
        if (!options->seats_given) options->seats = QUICK_SEATS;
        if (!options->seconds_given) options->seconds = QUICK_SECONDS;
        if (!options->buyers_given) options->buyers = QUICK_BUYERS;
    }
    if (options->quick || options->seconds < 20) options->ttl_ms = QUICK_TTL_MS;
    return 0;
}
