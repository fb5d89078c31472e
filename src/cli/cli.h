/* The frame of the command-line tool: nouns, verbs and options are rows of tables, and the parser,
 * the help and the filling of requests all read those rows. Every file of src/cli includes this; it
 * sees the library through its public headers only, as any host does. */
#ifndef TICKETCORE_CLI_CLI_H
#define TICKETCORE_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <ticketcore/ticketcore.h>

#include "output.h"

/** What the tool answers to the shell. Shown by `ticketcore help`; scripts rely on it. */
enum {
    CLI_OK = 0,       /**< done */
    CLI_REFUSED = 1,  /**< the request was refused, a verify failed, nobody may enter */
    CLI_USAGE = 2,    /**< the command line is wrong, or a file it names cannot be read */
    CLI_CONFLICT = 3, /**< somebody was first: read again */
    CLI_RETRY = 4,    /**< nothing happened; the same may work a moment later */
    CLI_STORE = 5,    /**< the store or a disk needs care */
    CLI_FATAL = 6     /**< the outcome is unknown or the handle is finished */
};

/** How the text of an option is read. */
typedef enum cli_kind {
    CLI_FLAG,   /**< no value: given or not */
    CLI_TEXT,   /**< text as it is */
    CLI_NUMBER, /**< a whole number within `least` … `most` */
    CLI_TIME,   /**< RFC 3339, or relative like +2h */
    CLI_SPAN,   /**< a length of time with its unit, like 15m; milliseconds in the request */
    CLI_WORD,   /**< one of `words` */
    CLI_WORDS,  /**< several of `words`, with commas; their numbers or-ed as `1 << number` */
    CLI_BITS,   /**< several of `words`, with commas; their numbers or-ed as they are */
    CLI_SECRET, /**< 32 hexadecimal digits, @FILE, or the environment */
    CLI_BYTES16 /**< 16 bytes as hexadecimal digits, dashes allowed */
} cli_kind;

/** What an option needs, or-ed. */
enum {
    CLI_REQUIRED = 1, /**< the command cannot do without it */
    CLI_REPEATED = 2, /**< may be given several times */
    CLI_PLACE = 4     /**< a word by its place, not an option */
};

/** One option of a command; the end of a table is a row without a name. */
typedef struct cli_option {
    const char *name;      /**< without its dashes; words of PLACE: how help calls it */
    const char *value;     /**< what stands for its value in help, like "TEXT" */
    const char *help;      /**< one line: meaning, unit, range, default */
    const char *fallback;  /**< read as if given when it is not; NULL: none */
    const cli_word *words; /**< of WORD, WORDS and BITS */
    uint64_t least, most;  /**< range of NUMBER and SPAN; most 0: as wide as its place */
    uint16_t at, bytes; /**< where its value goes in the request; 0, 0: the command asks for it */
    uint32_t bit;       /**< or-ed into the request's `fields` when it is given */
    uint8_t kind;       /**< a ::cli_kind */
    uint8_t need;       /**< CLI_REQUIRED … */
    char letter;        /**< short form, or 0 */
} cli_option;

/** Place and width of a struct's member, for rows of options and fields. */
#define AT(type, member)                                                                           \
    .at = (uint16_t)offsetof(type, member), .bytes = (uint16_t)sizeof(((type *)0)->member)

/** What cli_run_request() needs, for rows of commands. */
#define RUNS(kind_, request_, result_)                                                             \
    .store = CLI_STORE_WRITE, .kind = kind_, .request_bytes = sizeof(request_),                    \
    .result_bytes = sizeof(result_)

/** Options that many commands have. */
#define OPTION_LIMIT                                                                               \
    {                                                                                              \
        .name = "limit", .kind = CLI_NUMBER, .value = "COUNT", .least = 1, .bytes = 4,             \
        .help = "show this many at most; all when not given"                                       \
    }
#define OPTION_IF_VERSION(type_)                                                                   \
    {                                                                                              \
        .name = "if-version", .kind = CLI_NUMBER, .value = "VERSION", AT(type_, expected_version), \
        .help = "only when it still has this version; else exit code 3"                            \
    }
#define OPTION_OUTPUT                                                                              \
    {                                                                                              \
        .name = "output", .letter = 'o', .kind = CLI_TEXT, .value = "FILE",                        \
        .help = "write it there instead of standard output"                                        \
    }

typedef struct cli_call cli_call;

/** How a command uses the store. */
typedef enum cli_store_use {
    CLI_STORE_NONE, /**< not at all */
    CLI_STORE_READ, /**< a snapshot is open when it runs */
    CLI_STORE_WRITE /**< an engine is open when it runs */
} cli_store_use;

/** One command: `ticketcore NOUN VERB`, or `ticketcore NOUN` alone when `verb` is NULL. */
typedef struct cli_command {
    const char *verb;       /**< NULL: the noun itself is the command; end of a table: no `what` */
    const char *what;       /**< one line of what it does */
    const char *more;       /**< further lines for help; may be NULL */
    const char *example;    /**< one or more command lines that work, and what they show */
    int (*run)(cli_call *); /**< answers an exit code; NULL: cli_run_request() */
    const cli_option *options; /**< NULL: none of its own */
    const cli_field *fields;   /**< what it prints, for help and cli_run_request() */
    uint32_t kind;             /**< ::tc_command_kind of cli_run_request() */
    uint16_t request_bytes;    /**< size of its request struct */
    uint16_t result_bytes;     /**< size of its result struct; 0: none */
    uint16_t fields_at;        /**< where its request has `fields`; 0: it has none */
    uint8_t store;             /**< a ::cli_store_use */
} cli_command;

/** A noun and its commands. */
typedef struct cli_noun {
    const char *name;            /**< first word of the command line */
    const char *what;            /**< one line */
    const cli_command *commands; /**< ends with a row without `what` */
} cli_noun;

/** Every noun, in the order in which a newcomer meets them; ends with a row without a name. */
extern const cli_noun cli_nouns[];
/** Options of every command. */
extern const cli_option cli_common_options[];
/** Options of every command that changes the store. */
extern const cli_option cli_change_options[];

/** One option as it was given. */
typedef struct cli_value {
    const cli_option *option; /**< its row */
    const char *text;         /**< as it was given; never shown for secrets */
    uint64_t number;          /**< number, word, bits, or milliseconds as int64 */
    uint8_t bytes[16];        /**< SECRET and BYTES16 */
} cli_value;

/** Conflicts that are shown at most. */
#define CLI_CONFLICTS_MAX 1000

/** One run of the tool. */
struct cli_call {
    const cli_noun *noun;                     /**< NULL: not known yet */
    const cli_command *command;               /**< NULL: not known yet */
    cli_value *values;                        /**< what was given, and fallbacks */
    size_t values_count;                      /**< entries of `values` */
    bool json;                                /**< --json */
    bool clock_jump;                          /**< --clock-jump */
    bool help;                                /**< --help */
    const char *store;                        /**< path of the store, or NULL */
    tc_engine *engine;                        /**< open for READ and WRITE */
    tc_snapshot *snapshot;                    /**< open for READ; see cli_snapshot() */
    tc_error error;                           /**< of the last call of the library */
    tc_conflict conflicts[CLI_CONFLICTS_MAX]; /**< room of `error` */
    cli_output out;                           /**< what is being printed */
};

/* options.c: reading the command line. */
int cli_parse(cli_call *call, int argc, char **argv);

/* values.c: what was given. `name` must be one of the command's options. */
bool cli_given(const cli_call *call, const char *name);
size_t cli_count(const cli_call *call, const char *name);
const cli_value *cli_nth(const cli_call *call, const char *name, size_t n);
const char *cli_text(const cli_call *call, const char *name);
uint64_t cli_number(const cli_call *call, const char *name);
uint32_t cli_number32(const cli_call *call, const char *name);
uint64_t cli_limit(const cli_call *call);
int64_t cli_ms(const cli_call *call, const char *name);
tc_secret cli_secret(const cli_call *call, const char *name);
int cli_money(cli_call *call, const char *name, const char *currency, int64_t *minor);
void cli_fill(cli_call *call, void *request);
int cli_read_value(cli_call *call, const cli_option *option, const char *text, cli_value *value);

/* session.c: the store, and running. */
int cli_open(cli_call *call, uint32_t more_flags);
int cli_snapshot(cli_call *call);
int cli_close(cli_call *call, int exit_code);
int cli_run_request(cli_call *call);

/* files.c: what options name. */
int cli_read_file(cli_call *call, const char *path, size_t most, char **text, size_t *bytes);
int cli_write_file(cli_call *call, const char *path, const char *text, size_t bytes);
void *cli_room(size_t count, size_t bytes);

/* errors.c: what went wrong, on standard error; they answer the exit code. */
int cli_usage(const cli_call *call, const char *format, ...) __attribute__((format(printf, 2, 3)));
int cli_trouble(const cli_call *call, int exit_code, const char *name, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
int cli_fail(cli_call *call);
int cli_exit_of(int32_t code);

/* hints.c: what to do about a code, or NULL. */
const char *cli_hint(int32_t code);

/* help.c */
int cli_help(const cli_noun *noun, const cli_command *command, FILE *out);
int cli_overview(FILE *out);

/* nearest.c: the nearest of some names to a wrong one, or NULL when none is near; and words that
 * mean the same to people, like get and show. */
bool cli_same_sense(const char *a, const char *b);
typedef struct cli_nearest {
    const char *wrong; /**< what was given */
    const char *best;  /**< the nearest so far */
    size_t distance;   /**< how far that is */
} cli_nearest;
void cli_nearest_try(cli_nearest *nearest, const char *name);
const char *cli_nearest_of(const cli_nearest *nearest);

/* zone.c: a warning where this machine knows no time zone of that name. */
void cli_warn_zone(const cli_call *call, const char *zone);

/* demo.c: an on-sale with many processes; reads its own options from argv[1] on. */
int cli_demo(int argc, char **argv);

#endif
