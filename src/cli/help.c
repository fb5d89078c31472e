/* Help, written from the tables: the overview, a noun, a command. Everything it says about options
 * and keys is what the parser and the output really use. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "nouns.h"
#include "text.h"

#define LINE_WIDTH 100

static const struct {
    int exit_code;
    const char *meaning;
} exits[] = {
    {CLI_OK, "done"},
    {CLI_REFUSED, "refused: the request is at fault; verify found damage; a scan lets nobody in"},
    {CLI_USAGE, "usage: the command line is wrong, or a file it names cannot be read"},
    {CLI_CONFLICT, "conflict: somebody was first; read again and decide anew"},
    {CLI_RETRY, "retry: nothing happened; the same may work a moment later"},
    {CLI_STORE, "store: the store or a disk needs care"},
    {CLI_FATAL, "fatal: the outcome is unknown; send the same --request-id again"},
};

static void print_exits(FILE *out) {
    fputs("\nExit codes\n", out);
    for (size_t i = 0; i < sizeof exits / sizeof *exits; i++)
        fprintf(out, "  %d  %s\n", exits[i].exit_code, exits[i].meaning);
}

static void print_usage(const cli_noun *noun, const cli_command *command, FILE *out) {
    fprintf(out, "ticketcore %s", noun->name);
    if (command->verb) fprintf(out, " %s", command->verb);
    bool more = command->store != CLI_STORE_NONE;
    for (const cli_option *option = command->options; option && option->name; option++) {
        const char *dots = option->need & CLI_REPEATED ? "…" : "";
        bool required = option->need & CLI_REQUIRED;
        if (option->need & CLI_PLACE)
            fprintf(out, required ? " %s%s" : " [%s%s]", option->name, dots);
        else if (required) fprintf(out, " --%s %s", option->name, option->value);
        else more = true;
    }
    fputs(more ? " [options]\n" : "\n", out);
}

static void print_words(const cli_option *option, FILE *out) {
    for (const cli_word *word = option->words; word->word; word++)
        fprintf(out, "%s%s", word == option->words ? ": " : ", ", word->word);
}

static void print_range(const cli_option *option, FILE *out) {
    char least[CLI_TEXT_ROOM];
    char most[CLI_TEXT_ROOM];
    if (option->kind == CLI_NUMBER && option->most) {
        fprintf(out, "; %llu … %llu", (unsigned long long)option->least,
                (unsigned long long)option->most);
    }
    if (option->kind == CLI_SPAN && option->most) {
        cli_span_write((int64_t)option->least, least);
        cli_span_write((int64_t)option->most, most);
        fprintf(out, "; %s … %s", least, most);
    }
    if (option->fallback) fprintf(out, "; %s when not given", option->fallback);
    if (option->need & CLI_REPEATED) fputs("; may be given several times", out);
}

/* Columns a UTF-8 text takes: one a character, good enough for alignment. */
static size_t width_of(const char *text, size_t bytes) {
    size_t width = 0;
    for (size_t i = 0; i < bytes; i++) width += ((unsigned char)text[i] & 0xC0) != 0x80;
    return width;
}

/* Words in lines of LINE_WIDTH columns, all but the first behind `indent` blanks. */
static void print_wrapped(const char *text, size_t indent, FILE *out) {
    size_t column = indent;
    while (*text) {
        size_t bytes = strcspn(text, " ");
        size_t width = width_of(text, bytes);
        if (column > indent && column + 1 + width > LINE_WIDTH) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        }
        if (column > indent) fputc(' ', out);
        fwrite(text, 1, bytes, out);
        column += width + (column > indent);
        text += bytes + strspn(text + bytes, " ");
    }
    fputc('\n', out);
}

static void print_option(const cli_option *option, FILE *out) {
    char left[64];
    if (option->need & CLI_PLACE) snprintf(left, sizeof left, "%s", option->name);
    else if (option->letter)
        snprintf(left, sizeof left, "-%c, --%s%s%s", option->letter, option->name,
                 option->value ? " " : "", option->value ? option->value : "");
    else
        snprintf(left, sizeof left, "--%s%s%s", option->name, option->value ? " " : "",
                 option->value ? option->value : "");
    size_t width = width_of(left, strlen(left));
    if (width > 24) fprintf(out, "  %s\n  %24s  ", left, "");
    else fprintf(out, "  %s%*s  ", left, (int)(24 - width), "");
    char *text = NULL;
    size_t bytes = 0;
    FILE *help = open_memstream(&text, &bytes);
    if (!help) abort();
    fputs(option->help, help);
    if (option->words) print_words(option, help);
    print_range(option, help);
    fclose(help);
    print_wrapped(text, 28, out);
    free(text);
}

static void print_keys(const cli_field *fields, int depth, FILE *out) {
    for (; fields->key; fields++) {
        static const char *const kinds[] = {
            [SHOW_NUMBER] = "number",
            [SHOW_SIGNED] = "number",
            [SHOW_SEAT] = "number",
            [SHOW_TEXT] = "text",
            [SHOW_CHARS] = "text",
            [SHOW_TIME] = "time, RFC 3339 UTC",
            [SHOW_SPAN] = "milliseconds",
            [SHOW_MONEY] = "minor units of the currency",
            [SHOW_WORD] = "one of",
            [SHOW_NAME] = "word",
            [SHOW_BITS] = "array of",
            [SHOW_BOOL] = "true or false",
            [SHOW_HEX] = "hexadecimal digits",
            [SHOW_ROWS] = "array of objects:",
            [SHOW_MAKE] = "array",
        };
        fprintf(out, "  %*s%-*s  %s", depth * 2, "", 22 - depth * 2, fields->key,
                kinds[fields->show]);
        if (fields->show == SHOW_WORD || fields->show == SHOW_BITS) {
            for (const cli_word *word = fields->words; word->word; word++)
                fprintf(out, "%s %s", word == fields->words ? "" : ",", word->word);
        }
        if (fields->flags & FIELD_NONE_0) fputs(", or null", out);
        fputc('\n', out);
        if (fields->show == SHOW_ROWS) print_keys(fields->nested, depth + 1, out);
    }
}

static int help_of_command(const cli_noun *noun, const cli_command *command, FILE *out) {
    fprintf(out, "%s\n\nUsage\n  ", command->what);
    print_usage(noun, command, out);
    if (command->more) fprintf(out, "\n%s\n", command->more);
    fputs("\nOptions\n", out);
    for (const cli_option *option = command->options; option && option->name; option++)
        print_option(option, out);
    if (command->store == CLI_STORE_WRITE) {
        for (const cli_option *option = cli_change_options; option->name; option++)
            print_option(option, out);
    }
    for (const cli_option *option = cli_common_options; option->name; option++)
        print_option(option, out);
    if (command->fields) {
        fputs("\nAnswers, with --json under these keys\n", out);
        print_keys(command->fields, 0, out);
    }
    if (command->example) fprintf(out, "\nExample\n%s\n", command->example);
    print_exits(out);
    return CLI_OK;
}

int cli_help(const cli_noun *noun, const cli_command *command, FILE *out) {
    if (command == cli_demo_commands) { /* its options are its own */
        char *line[] = {(char *)(uintptr_t) "demo", (char *)(uintptr_t) "--help", NULL};
        return cli_demo(2, line);
    }
    if (command) return help_of_command(noun, command, out);
    fprintf(out, "ticketcore %s: %s\n\nCommands\n", noun->name, noun->what);
    for (command = noun->commands; command->what; command++)
        fprintf(out, "  ticketcore %s %-10s %s\n", noun->name, command->verb, command->what);
    fprintf(out, "\nticketcore help %s %s explains one of them.\n", noun->name,
            noun->commands->verb);
    return CLI_OK;
}

int cli_overview(FILE *out) {
    fputs("ticketcore: seats, orders, tickets and messages in one store\n\n"
          "Usage\n  ticketcore COMMAND [words] [options]\n\nCommands\n",
          out);
    for (const cli_noun *noun = cli_nouns; noun->name; noun++)
        fprintf(out, "  %-13s %s\n", noun->name, noun->what);
    fputs("\nThe store is --store PATH, or TICKETCORE_STORE in the environment.\n"
          "ticketcore help COMMAND explains a command. To begin:\n\n"
          "  export TICKETCORE_STORE=./house\n"
          "  ticketcore init\n"
          "  ticketcore map import hall.json\n"
          "  ticketcore map publish 1\n"
          "  ticketcore event create --name \"First night\" --starts +30d --currency EUR --map 1 "
          "--status on-sale\n"
          "  ticketcore price add 1 --name Regular --price 25.00\n"
          "  ticketcore hold best 1 --quantity 2\n",
          out);
    print_exits(out);
    return CLI_OK;
}
