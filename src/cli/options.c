/* Reading the command line: the noun, its verb, options and words by their place, all looked up in
 * the tables. Answers a usage error in one line that names what is wrong and the nearest match.
 * Nothing of the store is touched here. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

typedef struct parser {
    cli_call *call;
    char **words;    /* what is left to read */
    char **end;      /* one past the last */
    size_t places;   /* words by their place so far */
    bool only_words; /* after "--" */
} parser;

const cli_option cli_common_options[] = {
    {.name = "store",
     .letter = 's',
     .kind = CLI_TEXT,
     .value = "PATH",
     .help = "folder of the store; else TICKETCORE_STORE says it"},
    {.name = "json", .letter = 'j', .kind = CLI_FLAG, .help = "answer in JSON, one object a line"},
    {.name = "help", .letter = 'h', .kind = CLI_FLAG, .help = "explain the command"},
    {0},
};

const cli_option cli_change_options[] = {
    {.name = "request-id",
     .kind = CLI_BYTES16,
     .value = "UUID",
     .at = 8,
     .bytes = 16,
     .help = "take effect once, however often it is sent: the same id gets the same answer"},
    {.name = "clock-jump",
     .kind = CLI_FLAG,
     .help = "the machine's clock is right, though it is over 180 days since the last change"},
    {0},
};
_Static_assert(offsetof(tc_venue_create_request, request_id) == 8, "the head of every request");

static const char *command_name(const cli_call *call, char *room, size_t bytes) {
    snprintf(room, bytes, "%s%s%s", call->noun ? call->noun->name : "ticketcore",
             call->command && call->command->verb ? " " : "",
             call->command && call->command->verb ? call->command->verb : "");
    return room;
}

/* Does `text` (up to an "=") name the option? Dashes and underscores are the same. */
static bool is_named(const char *text, const char *name) {
    for (; *name; text++, name++) {
        if (*text != *name && !(*text == '_' && *name == '-')) return false;
    }
    return !*text || *text == '=';
}

static const cli_option *find_in(const cli_option *options, const char *text, char letter) {
    for (; options && options->name; options++) {
        if (options->need & CLI_PLACE) continue;
        if (letter ? options->letter == letter : is_named(text, options->name)) return options;
    }
    return NULL;
}

static const cli_option *find_option(const cli_call *call, const char *text, char letter) {
    const cli_option *option = NULL;
    if (call->command) option = find_in(call->command->options, text, letter);
    if (!option && call->command && call->command->store == CLI_STORE_WRITE)
        option = find_in(cli_change_options, text, letter);
    return option ? option : find_in(cli_common_options, text, letter);
}

static void try_options(cli_nearest *nearest, const cli_option *options) {
    for (; options && options->name; options++) {
        if (!(options->need & CLI_PLACE)) cli_nearest_try(nearest, options->name);
    }
}

static int unknown_option(const parser *p, const char *text) {
    char room[80];
    char name[64];
    const cli_command *command = p->call->command;
    snprintf(name, sizeof name, "%s", text + strspn(text, "-"));
    name[strcspn(name, "=")] = 0;
    if (!command) {
        return cli_usage(p->call,
                         "the option %s must stand after its command; ticketcore help lists "
                         "the commands",
                         text);
    }
    cli_nearest nearest = {.wrong = name};
    try_options(&nearest, command->options);
    if (command->store == CLI_STORE_WRITE) try_options(&nearest, cli_change_options);
    try_options(&nearest, cli_common_options);
    command_name(p->call, room, sizeof room);
    if (cli_nearest_of(&nearest)) {
        return cli_usage(p->call, "%s has no option --%s; did you mean --%s?", room, name,
                         cli_nearest_of(&nearest));
    }
    return cli_usage(p->call, "%s has no option %s; see ticketcore help %s", room, text, room);
}

static int add(parser *p, const cli_option *option, const char *text) {
    cli_call *call = p->call;
    for (size_t i = 0; i < call->values_count; i++) {
        if (call->values[i].option == option && !(option->need & CLI_REPEATED))
            return cli_usage(call, "--%s is given twice", option->name);
    }
    return cli_read_value(call, option, text, &call->values[call->values_count++]);
}

static int read_noun(parser *p, const char *word) {
    cli_nearest nearest = {.wrong = word};
    for (const cli_noun *noun = cli_nouns; noun->name; noun++) {
        cli_nearest_try(&nearest, noun->name);
        if (strcmp(noun->name, word) != 0) continue;
        p->call->noun = noun;
        if (!noun->commands->verb) p->call->command = noun->commands;
        return CLI_OK;
    }
    if (cli_nearest_of(&nearest)) {
        return cli_usage(p->call, "there is no command \"%.60s\"; did you mean \"%s\"?", word,
                         cli_nearest_of(&nearest));
    }
    return cli_usage(p->call, "there is no command \"%.60s\"; ticketcore help lists them", word);
}

static int read_option(parser *p) {
    char *text = *p->words++;
    if (!p->call->noun && strcmp(text, "--version") == 0) return read_noun(p, "version");
    bool is_long = text[1] == '-';
    const cli_option *option = find_option(p->call, text + 2, is_long ? 0 : text[1]);
    if (!option) return unknown_option(p, text);
    const char *value = NULL;
    if (is_long) {
        char *equals = strchr(text, '=');
        if (equals) value = equals + 1;
    } else if (text[2]) {
        value = text + 2;
    }
    if (option->kind == CLI_FLAG) {
        if (value) return cli_usage(p->call, "--%s takes no value", option->name);
        return add(p, option, "");
    }
    if (!value) {
        if (p->words == p->end)
            return cli_usage(p->call, "--%s needs a value: %s", option->name, option->value);
        value = *p->words++;
    }
    return add(p, option, value);
}

/* "get, list, create" */
static const char *verbs_of(const cli_noun *noun, char *room, size_t bytes) {
    size_t used = 0;
    room[0] = 0;
    for (const cli_command *command = noun->commands; command->what && used < bytes; command++) {
        used +=
            (size_t)snprintf(room + used, bytes - used, "%s%s", used ? ", " : "", command->verb);
    }
    return room;
}

static int read_verb(parser *p, const char *word) {
    cli_call *call = p->call;
    cli_nearest nearest = {.wrong = word};
    for (const cli_command *command = call->noun->commands; command->what; command++) {
        cli_nearest_try(&nearest, command->verb);
        if (strcmp(command->verb, word) != 0) continue;
        call->command = command;
        return CLI_OK;
    }
    const char *meant = NULL;
    for (const cli_command *command = call->noun->commands; command->what && !meant; command++)
        if (cli_same_sense(word, command->verb)) meant = command->verb;
    if (!meant) meant = cli_nearest_of(&nearest);
    if (meant) {
        return cli_usage(call, "%s has no \"%.60s\"; did you mean \"%s %s\"?", call->noun->name,
                         word, call->noun->name, meant);
    }
    char verbs[300];
    return cli_usage(call, "%s has no \"%.60s\"; it has %s", call->noun->name, word,
                     verbs_of(call->noun, verbs, sizeof verbs));
}

static int read_place(parser *p, const char *word) {
    char room[80];
    size_t place = 0;
    const cli_option *option = p->call->command->options;
    for (; option && option->name; option++) {
        if (!(option->need & CLI_PLACE)) continue;
        if (option->need & CLI_REPEATED) break;
        if (place++ == p->places) break;
    }
    if (!option || !option->name) {
        return cli_usage(p->call, "%s: \"%.60s\" is one word too many",
                         command_name(p->call, room, sizeof room), word);
    }
    p->places++;
    return add(p, option, word);
}

static int read_word(parser *p) {
    const char *word = *p->words++;
    if (!p->call->noun) return read_noun(p, word);
    if (!p->call->command) return read_verb(p, word);
    return read_place(p, word);
}

static bool asks(int argc, char **argv, const char *name, char letter) {
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], name) == 0) return true;
        if (argv[i][0] == '-' && argv[i][1] == letter && !argv[i][2]) return true;
    }
    return false;
}

/* Find noun and verb only, for --help: nothing else on the line matters. */
static int read_names(parser *p) {
    for (; p->words < p->end && !p->call->command; p->words++) {
        const char *word = *p->words;
        if (word[0] == '-') {
            if (strcmp(word, "--store") == 0 || strcmp(word, "-s") == 0) p->words++;
            if (p->words == p->end) break;
            continue;
        }
        int exit_code = p->call->noun ? read_verb(p, word) : read_noun(p, word);
        if (exit_code) return exit_code;
    }
    return CLI_OK;
}

static bool is_given(const cli_call *call, const cli_option *option) {
    for (size_t i = 0; i < call->values_count; i++) {
        if (call->values[i].option == option) return true;
    }
    return false;
}

static int missing(const cli_call *call, const cli_option *option) {
    char room[80];
    bool place = option->need & CLI_PLACE;
    command_name(call, room, sizeof room);
    return cli_usage(call, "%s needs %s%s%s%s; see ticketcore help %s", room, place ? "" : "--",
                     option->name, place ? "" : " ", place ? "" : option->value, room);
}

/* An update that names nothing to change. */
static int changes_nothing(const cli_call *call) {
    char room[80];
    uint32_t bits = 0;
    for (size_t i = 0; i < call->values_count; i++) bits |= call->values[i].option->bit;
    if (!call->command->fields_at || bits) return CLI_OK;
    command_name(call, room, sizeof room);
    return cli_usage(call, "%s names nothing to change; see ticketcore help %s", room, room);
}

/* Fallbacks, the environment, and what is required. */
static int complete(parser *p) {
    cli_call *call = p->call;
    for (const cli_option *option = call->command->options; option && option->name; option++) {
        if (is_given(call, option)) continue;
        /* Only where one is needed: else a secret left in the environment would turn the host into
         * somebody's owner by accident. */
        bool secret = option->kind == CLI_SECRET && (option->need & CLI_REQUIRED);
        const char *text = secret ? getenv("TICKETCORE_SECRET") : option->fallback;
        if (text && !*text) text = NULL;
        if (!text && (option->need & CLI_REQUIRED)) return missing(call, option);
        int exit_code = text ? add(p, option, text) : CLI_OK;
        if (exit_code) return exit_code;
    }
    const cli_option *store = find_in(cli_common_options, "store", 0);
    const cli_option *jump = find_in(cli_change_options, "clock-jump", 0);
    call->store = getenv("TICKETCORE_STORE");
    for (size_t i = 0; i < call->values_count; i++) {
        if (call->values[i].option == store) call->store = call->values[i].text;
        call->clock_jump |= call->values[i].option == jump;
    }
    return changes_nothing(call);
}

static int no_command(cli_call *call) {
    char verbs[300];
    if (!call->noun) {
        if (call->json) return cli_usage(call, "a command is missing; ticketcore help lists them");
        cli_overview(stderr);
        return CLI_USAGE;
    }
    return cli_usage(call, "%s needs one of: %s", call->noun->name,
                     verbs_of(call->noun, verbs, sizeof verbs));
}

int cli_parse(cli_call *call, int argc, char **argv) {
    parser p = {.call = call, .words = argv + 1, .end = argv + argc};
    call->json = asks(argc, argv, "--json", 'j');
    call->help = asks(argc, argv, "--help", 'h');
    if (call->help) return read_names(&p);
    /* one for each word of the line, and one for each option that may fall back */
    call->values = cli_room((size_t)argc + 64, sizeof *call->values);
    while (p.words < p.end) {
        const char *word = *p.words;
        int exit_code = CLI_OK;
        if (!p.only_words && strcmp(word, "--") == 0) {
            p.only_words = true;
            p.words++;
        } else if (!p.only_words && word[0] == '-' && word[1]) {
            exit_code = read_option(&p);
        } else {
            exit_code = read_word(&p);
        }
        if (exit_code) return exit_code;
    }
    return call->command ? complete(&p) : no_command(call);
}
