/* Texts that the library writes into room of the caller's: maps, pictures, metrics. Asked for their
 * length first, then written to a file or to standard output. */
#include <stdlib.h>

#include "nouns.h"

int cli_write_made(cli_call *call, cli_text_maker make, const char *path) {
    size_t length = 0;
    int32_t code = make(call, NULL, 0, &length);
    if (code != TC_OK && code != TC_E_BUFFER) return cli_fail(call);
    for (;;) {
        size_t capacity = length + 4096; /* metrics grow between two calls */
        char *buffer = cli_room(capacity, 1);
        code = make(call, buffer, capacity, &length);
        int exit_code = code == TC_OK ? cli_write_file(call, path, buffer, length) : CLI_OK;
        free(buffer);
        if (code == TC_OK) return exit_code;
        if (code != TC_E_BUFFER) return cli_fail(call);
    }
}
