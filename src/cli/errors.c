/* What went wrong, on standard error: a sentence for people, or one JSON object a line with --json.
 * The only place that turns the library's codes into exit codes. Never prints the value of a
 * secret. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static const struct {
    int32_t class;
    int exit_code;
    const char *name;
} classes[] = {
    {TC_CLASS_REFUSED, CLI_REFUSED, "refused"}, {TC_CLASS_CONFLICT, CLI_CONFLICT, "conflict"},
    {TC_CLASS_RETRY, CLI_RETRY, "retry"},       {TC_CLASS_STORE, CLI_STORE, "store"},
    {TC_CLASS_FATAL, CLI_FATAL, "fatal"},
};

static const cli_word seat_states[] = {
    {"free", TC_SEAT_FREE},       {"held", TC_SEAT_HELD},       {"sold", TC_SEAT_SOLD},
    {"blocked", TC_SEAT_BLOCKED}, {"retired", TC_SEAT_RETIRED}, {NULL, 0},
};

int cli_exit_of(int32_t code) {
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (classes[i].class == tc_error_class(code)) return classes[i].exit_code;
    }
    return CLI_FATAL;
}

static const char *class_name(int exit_code) {
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (classes[i].exit_code == exit_code) return classes[i].name;
    }
    return "usage";
}

__attribute__((format(printf, 4, 0))) static int
say(const cli_call *call, int exit_code, const char *name, const char *format, va_list arguments) {
    char message[1024];
    vsnprintf(message, sizeof message, format, arguments);
    fflush(stdout);
    if (!call->json) {
        fprintf(stderr, "ticketcore: %s\n", message);
        return exit_code;
    }
    json_t *object = json_object();
    json_object_set_new(object, "error", json_string(name));
    json_object_set_new(object, "class", json_string(class_name(exit_code)));
    json_object_set_new(object, "message", cli_json_text(message));
    cli_print_json(object, stderr);
    return exit_code;
}

int cli_usage(const cli_call *call, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int exit_code = say(call, CLI_USAGE, "USAGE", format, arguments);
    va_end(arguments);
    return exit_code;
}

int cli_trouble(const cli_call *call, int exit_code, const char *name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    exit_code = say(call, exit_code, name, format, arguments);
    va_end(arguments);
    return exit_code;
}

static const cli_field conflict_fields[] = {
    {.key = "event", .show = SHOW_NUMBER, .at = offsetof(tc_conflict, event), .bytes = 8},
    {.key = "seat", .show = SHOW_NUMBER, .at = offsetof(tc_conflict, seat), .bytes = 4},
    {.key = "state",
     .show = SHOW_WORD,
     .at = offsetof(tc_conflict, state),
     .bytes = 4,
     .words = seat_states},
    {.key = "expected_version",
     .show = SHOW_NUMBER,
     .at = offsetof(tc_conflict, expected_version),
     .bytes = 4,
     .flags = FIELD_NONE_0},
    {.key = "actual_version",
     .show = SHOW_NUMBER,
     .at = offsetof(tc_conflict, actual_version),
     .bytes = 4},
    {0},
};

static const cli_field error_fields[] = {
    {.key = "field", .show = SHOW_CHARS, .at = offsetof(tc_error, field), .bytes = 48},
    {.key = "event", .show = SHOW_NUMBER, AT(tc_error, event), .flags = FIELD_NONE_0},
    {.key = "subject", .show = SHOW_NUMBER, AT(tc_error, subject), .flags = FIELD_NONE_0},
    {.key = "expected_version",
     .show = SHOW_NUMBER,
     AT(tc_error, expected_version),
     .flags = FIELD_NONE_0},
    {.key = "actual_version",
     .show = SHOW_NUMBER,
     AT(tc_error, actual_version),
     .flags = FIELD_NONE_0},
    {.key = "line", .show = SHOW_NUMBER, AT(tc_error, line), .flags = FIELD_NONE_0},
    {.key = "conflicts_count", .show = SHOW_NUMBER, AT(tc_error, conflicts_count)},
    {0},
};

static uint32_t conflicts_kept(const tc_error *error) {
    return error->conflicts_count < error->conflicts_capacity ? error->conflicts_count
                                                              : error->conflicts_capacity;
}

static void say_conflicts(const tc_error *error) {
    char line[160];
    /* One seat that is not there, or was named twice, is in the sentence already. */
    bool said = error->code == TC_E_NOT_FOUND || error->code == TC_E_INVALID;
    if (said && error->conflicts_count == 1) return;
    for (uint32_t i = 0; i < conflicts_kept(error); i++) {
        const tc_conflict *seat = &error->conflicts[i];
        if (error->code == TC_E_NOT_FOUND) {
            fprintf(stderr, "  event %llu has no seat %u\n", (unsigned long long)seat->event,
                    seat->seat);
            continue;
        }
        if (error->code == TC_E_INVALID) {
            fprintf(stderr, "  event %llu seat %u\n", (unsigned long long)seat->event, seat->seat);
            continue;
        }
        int used = snprintf(line, sizeof line, "  event %llu seat %u is %s at version %u",
                            (unsigned long long)seat->event, seat->seat,
                            cli_word_of(seat_states, seat->state), seat->actual_version);
        if (seat->expected_version) {
            snprintf(line + used, sizeof line - (size_t)used, ", expected %u",
                     seat->expected_version);
        }
        fprintf(stderr, "%s\n", line);
    }
    if (error->conflicts_count > error->conflicts_capacity)
        fprintf(stderr, "  and %u more\n", error->conflicts_count - error->conflicts_capacity);
}

/* Where the field tells people something: what was wrong in a text or an argument. */
static bool names_field(int32_t code) {
    return code == TC_E_INVALID || code == TC_E_LIMIT || code == TC_E_PARSE ||
           code == TC_E_TEMPLATE;
}

static void say_error(const tc_error *error) {
    const char *message = error->message[0] ? error->message : tc_error_sentence(error->code);
    fprintf(stderr, "ticketcore: %s: %s", tc_error_name(error->code), message);
    if (error->line && !strstr(message, "line "))
        fprintf(stderr, "; line %llu", (unsigned long long)error->line);
    if (error->field[0] && names_field(error->code) && !strstr(message, error->field))
        fprintf(stderr, "; field %s", error->field);
    fputc('\n', stderr);
    say_conflicts(error);
    if (cli_hint(error->code)) fprintf(stderr, "  what to do: %s\n", cli_hint(error->code));
}

int cli_fail(cli_call *call) {
    tc_error *error = &call->error;
    int exit_code = cli_exit_of(error->code);
    fflush(stdout);
    if (!call->json) {
        say_error(error);
        return exit_code;
    }
    json_t *object = json_object();
    json_object_set_new(object, "error", json_string(tc_error_name(error->code)));
    json_object_set_new(object, "code", json_integer(error->code));
    json_object_set_new(object, "class", json_string(class_name(exit_code)));
    const char *message = error->message[0] ? error->message : tc_error_sentence(error->code);
    json_object_set_new(object, "message", cli_json_text(message));
    json_t *detail = cli_json(error_fields, error);
    json_object_update(object, detail);
    json_decref(detail);
    json_t *conflicts = json_array();
    for (uint32_t i = 0; i < conflicts_kept(error); i++)
        json_array_append_new(conflicts, cli_json(conflict_fields, &error->conflicts[i]));
    json_object_set_new(object, "conflicts", conflicts);
    const char *hint = cli_hint(error->code);
    json_object_set_new(object, "hint", hint ? json_string(hint) : json_null());
    cli_print_json(object, stderr);
    return exit_code;
}
