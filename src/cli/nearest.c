/* The nearest name to a mistyped one, by edits with neighbours swapped counting as one. For
 * messages only; nothing is ever run under a name that was not typed in full. */
#include <string.h>

#include "cli.h"

#define NAME_MAX_LENGTH 40

static size_t least_of(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Optimal string alignment distance, with three rows. */
static size_t distance_of(const char *a, const char *b) {
    size_t rows[3][NAME_MAX_LENGTH + 1];
    size_t a_length = strlen(a);
    size_t b_length = strlen(b);
    if (a_length > NAME_MAX_LENGTH || b_length > NAME_MAX_LENGTH) return SIZE_MAX;
    for (size_t j = 0; j <= b_length; j++) rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *before = rows[(i + 1) % 3];
        size_t *last = rows[(i - 1) % 3];
        size_t *row = rows[i % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t edit = last[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = least_of(edit, least_of(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least_of(row[j], before[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

void cli_nearest_try(cli_nearest *nearest, const char *name) {
    size_t distance = distance_of(nearest->wrong, name);
    size_t length = strlen(nearest->wrong);
    if (length > 1 && strncmp(nearest->wrong, name, length) == 0) distance = 1;
    if (distance > least_of(strlen(name), length) / 3 + 1 || distance >= strlen(name)) return;
    if (nearest->best && nearest->distance <= distance) return;
    nearest->best = name;
    nearest->distance = distance;
}

bool cli_same_sense(const char *a, const char *b) {
    static const char *const senses[][7] = {
        {"get", "show", "info", "view", "status"}, {"create", "add", "new", "make"},
        {"delete", "remove", "rm", "drop"},        {"list", "ls", "find", "all"},
        {"update", "set", "change", "edit"},       {"cancel", "release", "expire", "free"},
    };
    for (size_t i = 0; i < sizeof senses / sizeof *senses; i++) {
        bool has_a = false;
        bool has_b = false;
        for (size_t k = 0; k < 7 && senses[i][k]; k++) {
            has_a |= strcmp(senses[i][k], a) == 0;
            has_b |= strcmp(senses[i][k], b) == 0;
        }
        if (has_a && has_b) return true;
    }
    return false;
}

const char *cli_nearest_of(const cli_nearest *nearest) {
    return nearest->best;
}
