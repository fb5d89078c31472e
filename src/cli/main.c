/* The tool's entry: read the command line, open the store, run the command, close, and answer the
 * exit code. What a command does lives in the file of its noun. */
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static int run(cli_call *call) {
    const cli_command *command = call->command;
    int exit_code = CLI_OK;
    bool reads = command->store == CLI_STORE_READ;
    if (command->store != CLI_STORE_NONE) exit_code = cli_open(call, reads ? TC_OPEN_READ_ONLY : 0);
    if (exit_code == CLI_OK && reads) exit_code = cli_snapshot(call);
    if (exit_code == CLI_OK) exit_code = command->run ? command->run(call) : cli_run_request(call);
    exit_code = cli_close(call, exit_code);
    if (!cli_output_good() && exit_code == CLI_OK)
        exit_code = cli_trouble(call, CLI_STORE, "FILE", "standard output cannot be written");
    return exit_code;
}

/* The demo has options of its own; it gets the line from its name on. */
static int demo_at(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "demo") == 0) return i;
        if (argv[i][0] != '-') return 0;
        if (strcmp(argv[i], "--store") == 0 || strcmp(argv[i], "-s") == 0) i++;
    }
    return 0;
}

int main(int argc, char **argv) {
    static cli_call call; /* large, and one a process */
    int demo = demo_at(argc, argv);
    if (demo) return cli_demo(argc - demo, argv + demo);
    call.error = (tc_error)TC_ERROR_INIT;
    call.error.conflicts = call.conflicts;
    call.error.conflicts_capacity = CLI_CONFLICTS_MAX;
    int exit_code = cli_parse(&call, argc, argv);
    call.out.json = call.json;
    if (exit_code == CLI_OK) {
        if (!call.help) exit_code = run(&call);
        else if (call.noun) exit_code = cli_help(call.noun, call.command, stdout);
        else exit_code = cli_overview(stdout);
    }
    free(call.values);
    return exit_code;
}
