/* The store of one run: opened before the command's function, closed after it. Also the function of
 * all commands that only fill a request, run it and print its result. */
#include <string.h>

#include "cli.h"

/* Enough for any request or result of a command; checked against the row. */
#define STRUCT_BYTES_MAX 1024

static void log_sentence(void *user_data, int32_t level, const char *area, const char *sentence) {
    const cli_call *call = user_data;
    if (level <= TC_LOG_WARN && !call->json)
        fprintf(stderr, "ticketcore: warning: %s: %s\n", area, sentence);
}

int cli_open(cli_call *call, uint32_t more_flags) {
    if (!call->store || !*call->store) {
        return cli_usage(call,
                         "say which store: --store PATH, or TICKETCORE_STORE in the environment");
    }
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = more_flags | (call->clock_jump ? TC_OPEN_CLOCK_JUMP : 0u);
    options.log = log_sentence;
    options.log_user_data = call;
    if (tc_engine_open(call->store, &options, &call->engine, &call->error) != TC_OK) {
        bool makes = (more_flags & TC_OPEN_CREATE) != 0;
        if (call->error.code == TC_E_NO_STORE && !makes && !call->json) {
            return cli_trouble(call, CLI_STORE, "NO_STORE",
                               "NO_STORE: there is no store at %s; ticketcore init makes one",
                               call->store);
        }
        return cli_fail(call);
    }
    return CLI_OK;
}

int cli_snapshot(cli_call *call) {
    int32_t code = call->snapshot ? tc_snapshot_refresh(call->snapshot, &call->error)
                                  : tc_snapshot_open(call->engine, &call->snapshot, &call->error);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

int cli_close(cli_call *call, int exit_code) {
    tc_snapshot_close(call->snapshot);
    call->snapshot = NULL;
    if (tc_engine_close(call->engine, &call->error) != TC_OK && exit_code == CLI_OK)
        exit_code = cli_fail(call);
    call->engine = NULL;
    return exit_code;
}

int cli_run_request(cli_call *call) {
    const cli_command *command = call->command;
    _Alignas(16) uint8_t request[STRUCT_BYTES_MAX] = {0};
    _Alignas(16) uint8_t result[STRUCT_BYTES_MAX] = {0};
    uint32_t request_bytes = command->request_bytes;
    uint32_t result_bytes = command->result_bytes;
    memcpy(request, &request_bytes, sizeof request_bytes);
    memcpy(result, &result_bytes, sizeof result_bytes);
    cli_fill(call, request);
    int32_t code = tc_command_run(call->engine, command->kind, request,
                                  result_bytes ? result : NULL, &call->error);
    if (code != TC_OK) return cli_fail(call);
    if (command->fields) cli_print(&call->out, command->fields, result);
    return CLI_OK;
}
