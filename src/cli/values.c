/* Reading the text of one option, finding what was given, and filling request structs from it. A
 * command asks by name; a name that its table does not have is a mistake of the tool and aborts. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "text.h"

/* How an option is called in a message: --name, or NAME for a word by its place. */
static const char *called(const cli_option *option, char *room, size_t bytes) {
    if (option->need & CLI_PLACE) return option->name;
    snprintf(room, bytes, "--%s", option->name);
    return room;
}

static int wrong(cli_call *call, const cli_option *option, const char *text, const char *wanted) {
    char room[64];
    return cli_usage(call, "%s takes %s, not \"%.100s\"", called(option, room, sizeof room), wanted,
                     text);
}

static uint64_t most_of(const cli_option *option) {
    if (option->most) return option->most;
    return option->bytes == 4 ? UINT32_MAX : UINT64_MAX;
}

static int read_number(cli_call *call, const cli_option *option, const char *text,
                       cli_value *value) {
    char wanted[96];
    char *end = NULL;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    bool digits = *text >= '0' && *text <= '9' && !*end && !errno;
    if (digits && number >= option->least && number <= most_of(option)) {
        value->number = number;
        return CLI_OK;
    }
    if (most_of(option) == UINT64_MAX) {
        snprintf(wanted, sizeof wanted, "a whole number from %llu",
                 (unsigned long long)option->least);
    } else {
        snprintf(wanted, sizeof wanted, "a whole number from %llu to %llu",
                 (unsigned long long)option->least, (unsigned long long)most_of(option));
    }
    return wrong(call, option, text, wanted);
}

static int read_time(cli_call *call, const cli_option *option, const char *text, cli_value *value) {
    int64_t ms = 0;
    if (strcmp(text, "none") != 0 && !cli_time_read(text, cli_now_ms(), &ms))
        return wrong(call, option, text,
                     "a time with its offset, like 2026-06-01T19:30:00Z or "
                     "2026-06-01T19:30+02:00, or now, +2h, -1d");
    value->number = (uint64_t)ms;
    return CLI_OK;
}

static int read_span(cli_call *call, const cli_option *option, const char *text, cli_value *value) {
    char wanted[160];
    char least[CLI_TEXT_ROOM];
    char most[CLI_TEXT_ROOM];
    int64_t ms = 0;
    bool good = cli_span_read(text, &ms);
    value->number = (uint64_t)ms;
    if (good && value->number >= option->least && (!option->most || value->number <= option->most))
        return CLI_OK;
    if (!good || !option->most)
        return wrong(call, option, text, "a length of time with its unit, like 15m or 1h30m");
    cli_span_write((int64_t)option->least, least);
    cli_span_write((int64_t)option->most, most);
    snprintf(wanted, sizeof wanted, "a length of time from %s to %s", least, most);
    return wrong(call, option, text, wanted);
}

static int wrong_word(cli_call *call, const cli_option *option, const char *text) {
    char wanted[400] = "one of";
    size_t used = strlen(wanted);
    for (const cli_word *word = option->words; word->word && used < sizeof wanted - 50; word++) {
        used += (size_t)snprintf(wanted + used, sizeof wanted - used, "%s %s",
                                 word == option->words ? "" : ",", word->word);
    }
    cli_nearest nearest = {.wrong = text};
    const char *meant = NULL;
    for (const cli_word *word = option->words; word->word; word++) {
        cli_nearest_try(&nearest, word->word);
        meant = cli_nearest_of(&nearest);
    }
    if (!meant) return wrong(call, option, text, wanted);
    char room[64];
    return cli_usage(call, "%s takes %s, not \"%.100s\"; did you mean %s?",
                     called(option, room, sizeof room), wanted, text, meant);
}

static int read_word(cli_call *call, const cli_option *option, const char *text, cli_value *value) {
    uint32_t number = 0;
    if (!cli_word_number(option->words, text, &number)) return wrong_word(call, option, text);
    value->number = number;
    return CLI_OK;
}

/* WORDS and BITS: a list with commas. */
static int read_words(cli_call *call, const cli_option *option, const char *text,
                      cli_value *value) {
    char word[64];
    value->number = 0;
    if (option->kind == CLI_BITS && strcmp(text, "none") == 0) return CLI_OK;
    for (const char *at = text;;) {
        uint32_t number = 0;
        size_t length = strcspn(at, ",");
        if (length >= sizeof word) return wrong_word(call, option, text);
        memcpy(word, at, length);
        word[length] = 0;
        if (!cli_word_number(option->words, word, &number)) return wrong_word(call, option, word);
        value->number |= option->kind == CLI_BITS ? number : UINT64_C(1) << number;
        if (!at[length]) return CLI_OK;
        at += length + 1;
    }
}

/* Says what a secret looks like, never what was given. */
static int read_secret(cli_call *call, const cli_option *option, const char *text,
                       cli_value *value) {
    char line[128];
    if (text[0] == '@') {
        FILE *file = strcmp(text, "@-") == 0 ? stdin : fopen(text + 1, "re");
        if (!file) {
            return cli_usage(call, "--%s: the file %s cannot be read: %s", option->name, text + 1,
                             strerror(errno));
        }
        bool read = fgets(line, sizeof line, file) != NULL;
        if (file != stdin) fclose(file);
        if (!read) line[0] = 0;
        line[strcspn(line, " \r\n")] = 0;
        text = line;
    }
    if (!cli_hex_read(text, value->bytes, 16)) {
        return cli_usage(call,
                         "--%s takes 32 hexadecimal digits, or @FILE with them in its first line",
                         option->name);
    }
    return CLI_OK;
}

static int read_bytes16(cli_call *call, const cli_option *option, const char *text,
                        cli_value *value) {
    static const uint8_t none[16];
    if (cli_hex_read(text, value->bytes, 16)) {
        if (memcmp(value->bytes, none, sizeof none) != 0) return CLI_OK;
        return wrong(call, option, text, "32 hexadecimal digits that are not all 0 (that is none)");
    }
    return wrong(call, option, text, "32 hexadecimal digits, like a UUID");
}

int cli_read_value(cli_call *call, const cli_option *option, const char *text, cli_value *value) {
    static int (*const readers[])(cli_call *, const cli_option *, const char *, cli_value *) = {
        [CLI_NUMBER] = read_number, [CLI_TIME] = read_time,       [CLI_SPAN] = read_span,
        [CLI_WORD] = read_word,     [CLI_WORDS] = read_words,     [CLI_BITS] = read_words,
        [CLI_SECRET] = read_secret, [CLI_BYTES16] = read_bytes16,
    };
    *value = (cli_value){.option = option, .text = text, .number = option->kind == CLI_FLAG};
    if (option->kind == CLI_FLAG || option->kind == CLI_TEXT) return CLI_OK;
    return readers[option->kind](call, option, text, value);
}

static const cli_option *find(const cli_option *options, const char *name) {
    for (; options && options->name; options++) {
        if (strcmp(options->name, name) == 0) return options;
    }
    return NULL;
}

static const cli_option *option_of(const cli_call *call, const char *name) {
    const cli_option *option = find(call->command->options, name);
    if (!option) option = find(cli_change_options, name);
    if (!option) option = find(cli_common_options, name);
    if (!option) abort();
    return option;
}

size_t cli_count(const cli_call *call, const char *name) {
    const cli_option *option = option_of(call, name);
    size_t count = 0;
    for (size_t i = 0; i < call->values_count; i++) count += call->values[i].option == option;
    return count;
}

const cli_value *cli_nth(const cli_call *call, const char *name, size_t n) {
    const cli_option *option = option_of(call, name);
    for (size_t i = 0; i < call->values_count; i++) {
        if (call->values[i].option == option && n-- == 0) return &call->values[i];
    }
    return NULL;
}

bool cli_given(const cli_call *call, const char *name) {
    return cli_count(call, name) > 0;
}

const char *cli_text(const cli_call *call, const char *name) {
    const cli_value *value = cli_nth(call, name, 0);
    return value ? value->text : NULL;
}

uint64_t cli_number(const cli_call *call, const char *name) {
    const cli_value *value = cli_nth(call, name, 0);
    return value ? value->number : 0;
}

uint32_t cli_number32(const cli_call *call, const char *name) {
    uint64_t number = cli_number(call, name);
    if (number > UINT32_MAX) abort(); /* the option's row lacks its range */
    return (uint32_t)number;
}

uint64_t cli_limit(const cli_call *call) {
    return cli_given(call, "limit") ? cli_number(call, "limit") : UINT64_MAX;
}

int64_t cli_ms(const cli_call *call, const char *name) {
    return (int64_t)cli_number(call, name);
}

tc_secret cli_secret(const cli_call *call, const char *name) {
    const cli_value *value = cli_nth(call, name, 0);
    tc_secret secret = {{0}};
    if (value) memcpy(secret.bytes, value->bytes, sizeof secret.bytes);
    return secret;
}

int cli_money(cli_call *call, const char *name, const char *currency, int64_t *minor) {
    const char *text = cli_text(call, name);
    char example[CLI_TEXT_ROOM];
    if (!text || cli_money_read(text, currency, minor)) return CLI_OK;
    int64_t dozen = 12; /* and a half where the currency has digits for it: "12.50" */
    for (int i = 0; i < cli_money_digits(currency); i++) dozen = dozen * 10 + (i == 0) * 5;
    cli_money_write(dozen, currency, example);
    example[strcspn(example, " ")] = 0;
    return cli_usage(call, "--%s takes an amount of %s like %s, not \"%.40s\"", name, currency,
                     example, text);
}

static void put(uint8_t *place, const cli_option *option, const cli_value *value) {
    uint32_t narrow = (uint32_t)value->number;
    switch (option->kind) {
    case CLI_TEXT: memcpy(place, &value->text, sizeof value->text); break;
    case CLI_SECRET:
    case CLI_BYTES16: memcpy(place, value->bytes, sizeof value->bytes); break;
    default:
        if (option->bytes == sizeof narrow) memcpy(place, &narrow, sizeof narrow);
        else memcpy(place, &value->number, sizeof value->number);
        break;
    }
}

void cli_fill(cli_call *call, void *request) {
    uint8_t *bytes = request;
    uint32_t fields = 0;
    for (size_t i = 0; i < call->values_count; i++) {
        const cli_option *option = call->values[i].option;
        if (option->at) put(bytes + option->at, option, &call->values[i]);
        fields |= option->bit;
    }
    if (call->command->fields_at) memcpy(bytes + call->command->fields_at, &fields, sizeof fields);
}
