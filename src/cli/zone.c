/* A look at a time zone's name before it is kept: the store takes any well-formed one, because
 * another machine may know it; this one says when it does not, and offers the nearest. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

#define ZONES "/usr/share/zoneinfo/"

/* The third word of each line of zone.tab: country, coordinates, name. */
static void try_names(cli_nearest *nearest, char *text) {
    char *rest = NULL;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        char *words = NULL;
        char *name = *line == '#' ? NULL : strtok_r(line, "\t", &words);
        for (int i = 0; name && i < 2; i++) name = strtok_r(NULL, "\t", &words);
        if (name) cli_nearest_try(nearest, name);
    }
}

void cli_warn_zone(const cli_call *call, const char *zone) {
    char path[256];
    if (call->json || !zone || !*zone || access(ZONES "zone.tab", R_OK) != 0) return;
    snprintf(path, sizeof path, ZONES "%s", zone);
    if (access(path, R_OK) == 0) return;
    static char text[65536];
    FILE *file = fopen(ZONES "zone.tab", "re");
    size_t bytes = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file) fclose(file);
    text[bytes] = 0;
    cli_nearest nearest = {.wrong = zone};
    try_names(&nearest, text);
    const char *meant = cli_nearest_of(&nearest);
    fprintf(stderr,
            "ticketcore: warning: this machine knows no time zone %s%s%s%s; messages made here "
            "would tell the venue's times in UTC\n",
            zone, meant ? " (did you mean " : "", meant ? meant : "", meant ? "?)" : "");
}
