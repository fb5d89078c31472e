/* The picture of the house as it stands: SVG from the library, PNG by rsvg-convert where it is
 * installed. */
#include "demo.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool write_svg(const demo_show *show, const char *path) {
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot = NULL;
    size_t length = 0;
    char *text = NULL;
    int32_t code = tc_snapshot_open(show->engine, &snapshot, &error);
    if (code == TC_OK) code = tc_event_svg(snapshot, show->event, NULL, 0, &length, &error);
    if (code == TC_E_BUFFER || code == TC_OK) {
        text = malloc(length + 1);
        code = text ? tc_event_svg(snapshot, show->event, text, length + 1, &length, &error)
                    : TC_E_NOMEM;
    }
    tc_snapshot_close(snapshot);
    error.code = code;
    bool good = code == TC_OK && demo_write_file(path, text, length);
    if (code != TC_OK) (void)demo_say_error("the house cannot be drawn", &error);
    free(text);
    return good;
}

/* 0: done; 127: it is not installed. */
static int run_convert(const char *svg, const char *png) {
    const char *const arguments[] = {"rsvg-convert", "--width", "2400", "--keep-aspect-ratio",
                                     "--output",     png,       svg,    NULL};
    char *argv[sizeof arguments / sizeof arguments[0]];
    for (size_t i = 0; i < sizeof arguments / sizeof arguments[0]; i++)
        argv[i] = (char *)(uintptr_t)arguments[i]; /* posix_spawn's type; it does not write */
    pid_t pid;
    int status;
    int failure = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);
    if (failure == ENOENT) return 127;
    if (failure) return 1;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR) return 1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

bool demo_picture_draw(const demo_show *show, const char *name) {
    char path[DEMO_PATH_MAX];
    return demo_path(path, show->out, name) && write_svg(show, path);
}

bool demo_picture_convert(const demo_show *show, const char *const *names, int count, FILE *out) {
    int answer = 0;
    for (int i = 0; i < count && answer == 0; i++) {
        char svg[DEMO_PATH_MAX], png[DEMO_PATH_MAX];
        if (!demo_path(svg, show->out, names[i])) return false;
        int stem = (int)(strlen(svg) - strlen(".svg"));
        (void)snprintf(png, sizeof png, "%.*s.png", stem, svg);
        fprintf(out, "Picture: %s", svg);
        answer = run_convert(svg, png);
        if (answer == 0) fprintf(out, " and %s\n", png);
        else if (answer == 127) fprintf(out, " (no PNG: rsvg-convert is not installed)\n");
        else fprintf(out, " (no PNG: rsvg-convert answered %d)\n", answer);
    }
    return true;
}
