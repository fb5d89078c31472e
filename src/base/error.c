/* Names, classes and sentences of the error codes, and filling a caller's tc_error. The one table
 * comes from errors.def. Must never allocate: it reports that memory is out. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct error_row {
    int32_t code;
    int32_t class_id;
    const char *name;
    const char *sentence;
} error_row;

#define TC_ERROR(name, number, kind, sentence, state) {number, TC_CLASS_##kind, #name, sentence},
static const error_row ERRORS[] = {
#include "base/errors.def"
};
#undef TC_ERROR

static const error_row *error_find(int32_t code) {
    for (size_t i = 0; i < TCI_COUNT(ERRORS); i++)
        if (ERRORS[i].code == code) return &ERRORS[i];
    return NULL;
}

int32_t tc_error_class(int32_t code) {
    if (code >= 0) return TC_CLASS_NONE;
    const error_row *row = error_find(code);
    return row ? row->class_id : TC_CLASS_FATAL;
}

const char *tc_error_name(int32_t code) {
    if (code == TC_OK) return "OK";
    const error_row *row = error_find(code);
    return row ? row->name : "UNKNOWN";
}

const char *tc_error_sentence(int32_t code) {
    if (code >= 0) return "done";
    const error_row *row = error_find(code);
    return row ? row->sentence : "an unknown error code";
}

/* Only the prefix of the struct that the caller's headers knew is written; its size and its
 * conflict room stay as they are. */
int32_t tci_error_give(tc_error *caller, const tc_error *full) {
    if (!caller || caller->size < offsetof(tc_error, event)) return full->code;
    size_t known = TCI_MIN((size_t)caller->size, sizeof *full);
    tc_error mine = {0};
    memcpy(&mine, caller, known);
    tc_error out = *full;
    out.size = caller->size;
    out.conflicts = mine.conflicts;
    out.conflicts_capacity = mine.conflicts_capacity;
    if (full->conflicts && mine.conflicts && full->conflicts != mine.conflicts)
        memcpy(mine.conflicts, full->conflicts,
               sizeof *full->conflicts *
                   TCI_MIN(mine.conflicts_capacity, full->conflicts_capacity));
    memcpy(caller, &out, known);
    return full->code;
}

int32_t tci_fail(tc_error *error, int32_t code, const char *field, const char *format, ...) {
    TCI_DEBUG_ASSERT(code < 0);
    if (!error) return code;
    tc_error full = TC_ERROR_INIT;
    full.code = code;
    if (field) snprintf(full.field, sizeof full.field, "%s", field);
    if (format) {
        va_list args;
        va_start(args, format);
        vsnprintf(full.message, sizeof full.message, format, args);
        va_end(args);
        tci_error_mend(full.message);
    } else {
        snprintf(full.message, sizeof full.message, "%s", tc_error_sentence(code));
    }
    return tci_error_give(error, &full);
}

void tci_assert_failed(const char *expression, const char *file, int line) {
    fprintf(stderr, "ticketcore: invariant broken: %s (%s:%d)\n", expression, file, line);
    abort();
}
