/* Files that options name: read whole, written whole. "-" is standard input or output. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "outfile.h"

void *cli_room(size_t count, size_t bytes) {
    void *room = calloc(count ? count : 1, bytes);
    if (!room) {
        fputs("ticketcore: memory is exhausted\n", stderr);
        exit(CLI_RETRY);
    }
    return room;
}

int cli_read_file(cli_call *call, const char *path, size_t most, char **text, size_t *bytes) {
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
    if (!file) {
        return cli_trouble(call, CLI_USAGE, "FILE", "the file %s cannot be read: %s", path,
                           strerror(errno));
    }
    size_t room = 1 << 16;
    size_t used = 0;
    char *buffer = cli_room(room, 1);
    size_t got = 0;
    while (used <= most && (got = fread(buffer + used, 1, room - used - 1, file)) > 0) {
        used += got;
        if (used < room - 1) continue;
        char *longer = realloc(buffer, room *= 2);
        if (!longer) break;
        buffer = longer;
    }
    int problem = ferror(file) ? errno : 0;
    if (file != stdin) fclose(file);
    int exit_code = CLI_OK;
    if (problem) {
        exit_code = cli_trouble(call, CLI_USAGE, "FILE", "the file %s cannot be read: %s", path,
                                strerror(problem));
    } else if (used > most) {
        exit_code = cli_trouble(call, CLI_REFUSED, "LIMIT", "the file %s has more than %zu bytes",
                                path, most);
    }
    if (exit_code) {
        free(buffer);
        return exit_code;
    }
    buffer[used] = 0;
    *text = buffer;
    *bytes = used;
    return CLI_OK;
}

/* All of it; false with errno set. */
static bool write_all(int fd, const char *text, size_t bytes) {
    while (bytes > 0) {
        ssize_t n = write(fd, text, bytes);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        text += n;
        bytes -= (size_t)n;
    }
    return true;
}

int cli_write_file(cli_call *call, const char *path, const char *text, size_t bytes) {
    cli_outfile out;
    int exit_code = cli_outfile_begin(call, path, 0666, &out);
    if (exit_code) return exit_code;
    bool good = write_all(out.fd, text, bytes);
    if (!good) {
        exit_code = cli_trouble(call, CLI_STORE, "FILE", "the file %s cannot be written: %s",
                                out.path ? out.path : "on standard output", strerror(errno));
    }
    int ended = cli_outfile_end(call, &out, good);
    return exit_code ? exit_code : ended;
}
