/* A store as text: dump writes one, load makes a store from it. The way from one disk format to
 * another. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <ticketcore/care.h>

#include "nouns.h"
#include "outfile.h"

/** Where something was written, and how much. */
typedef struct copy_detail {
    const char *path;
    uint64_t records;
} copy_detail;
static const cli_field records_fields[] = {
    {.key = "path", .show = SHOW_TEXT, AT(copy_detail, path)},
    {.key = "records", .show = SHOW_NUMBER, AT(copy_detail, records)},
    {0},
};

static const cli_option dump_options[] = {OPTION_OUTPUT, {0}};
static const cli_option load_options[] = {
    {.name = "PATH",
     .kind = CLI_TEXT,
     .need = CLI_PLACE | CLI_REQUIRED,
     .help = "folder of the new store; must not exist"},
    {.name = "input",
     .letter = 'i',
     .kind = CLI_TEXT,
     .value = "FILE",
     .help = "what dump wrote; standard input when not given"},
    {0},
};

static int dump(cli_call *call) {
    copy_detail detail = {.path = cli_text(call, "output")};
    cli_outfile out;
    int exit_code = cli_outfile_begin(call, detail.path, 0600, &out);
    if (exit_code) return exit_code;
    bool good = tc_dump(call->snapshot, out.fd, &detail.records, &call->error) == TC_OK;
    exit_code = cli_outfile_end(call, &out, good);
    if (!good) return cli_fail(call);
    if (exit_code == CLI_OK && out.path) cli_print(&call->out, records_fields, &detail);
    return exit_code;
}

static int load(cli_call *call) {
    copy_detail detail = {.path = cli_text(call, "PATH")};
    const char *input = cli_text(call, "input");
    bool standard = !input || strcmp(input, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(input, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return cli_trouble(call, CLI_USAGE, "FILE", "the file %s cannot be read: %s", input,
                           strerror(errno));
    }
    int32_t code = tc_load(detail.path, fd, &detail.records, &call->error);
    if (!standard) close(fd);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, records_fields, &detail);
    return CLI_OK;
}

const cli_command cli_dump_commands[] = {
    {.what = "Write the whole store as newline-delimited JSON, readable by any later version.",
     .more =
         "It holds hashes of secrets and the signing keys: keep it as safe as the store. A file\n"
         "that is there is replaced once the new one is complete.",
     .options = dump_options,
     .fields = records_fields,
     .example = "  ticketcore dump -o house.ndjson",
     .store = CLI_STORE_READ,
     .run = dump},
    {0},
};
const cli_command cli_load_commands[] = {
    {.what = "Make a new store from what dump wrote; it appears whole or not at all.",
     .options = load_options,
     .fields = records_fields,
     .example = "  ticketcore load ./copy -i house.ndjson",
     .run = load},
    {0},
};
