/* The public calls of messages: the verbs that queue, lease, answer and change one, and reading one
 * with what it says. A lease that would find nothing is answered from a snapshot, so that a polling
 * worker costs no commits. */
#include "api/outbox.h"
#include "engine/engine.h"
#include "outbox/compose.h"
#include "ticketcore/outbox.h"

#define LEASE_MS_DEFAULT 60000u
#define ALL_CHANNELS                                                                               \
    (1u << TC_MESSAGE_EMAIL | 1u << TC_MESSAGE_SMS | 1u << TC_MESSAGE_PUSH |                       \
     1u << TC_MESSAGE_WEBHOOK)

int32_t tci_check_message_kind(uint32_t kind, uint32_t channel, tc_error *error) {
    bool own = kind >= TC_MESSAGE_CUSTOM && kind <= UINT16_MAX;
    if (!own && (kind < TC_MESSAGE_ORDER_CONFIRMED || kind > TC_MESSAGE_OFFER))
        return tci_fail(error, TC_E_INVALID, "kind",
                        "kind %u is no message kind; the host's own are 1000 … 65535", kind);
    if (channel < TC_MESSAGE_EMAIL || channel > TC_MESSAGE_WEBHOOK)
        return tci_fail(error, TC_E_INVALID, "channel", "channel %u is no message channel",
                        channel);
    return TC_OK;
}

static bool is_variable_name(const char *name) {
    size_t len = name ? strnlen(name, TC_LABEL_MAX + 1) : 0;
    static const char BYTES[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
    return len > 0 && len <= TC_LABEL_MAX && strspn(name, BYTES) == len;
}

int32_t tci_check_variables(const tc_variable *variables, uint32_t count, size_t most,
                            tc_error *error) {
    size_t bytes = 0;
    int32_t code = tci_check_range(count, 0, TC_MESSAGE_VARIABLES_MAX, "variables_count", error);
    if (code == TC_OK && count) code = tci_check_not_null(variables, "variables", error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        if (!is_variable_name(variables[i].name))
            return tci_fail(error, TC_E_INVALID, "variables",
                            "variables[%u].name must be 1 to %d letters, digits, underscores, dots",
                            i, TC_LABEL_MAX);
        code = tci_check_long_text(variables[i].value, 0, TC_TEXT_MAX, "variables", error);
        bytes += strlen(variables[i].name) + (variables[i].value ? strlen(variables[i].value) : 0);
    }
    if (code == TC_OK && bytes > most)
        return tci_fail(error, TC_E_LIMIT, "variables",
                        "the variables have %zu bytes; they may have %zu together", bytes, most);
    return code;
}

static int32_t check_create(const tc_message_create_request *request,
                            char locale[TC_LOCALE_MAX + 1], tc_error *error) {
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_message_kind(request->kind, request->channel, error);
    if (code == TC_OK) code = tci_check_text(request->address, 0, TC_ADDRESS_MAX, "address", error);
    if (code == TC_OK && !request->order && (!request->address || !*request->address))
        code = tci_fail(error, TC_E_INVALID, "address", "address or order must be given");
    if (code == TC_OK && !tci_locale_normal(request->locale, locale))
        code = tci_fail(error, TC_E_INVALID, "locale",
                        "locale is not of the form \"de\" or \"de-AT\"");
    if (code == TC_OK)
        code = tci_check_text(request->dedupe_key, 0, TC_DEDUPE_MAX, "dedupe_key", error);
    if (code == TC_OK)
        code = tci_check_range(request->attempts_max, 0, TC_ATTEMPTS_MAX, "attempts_max", error);
    if (code == TC_OK)
        code = tci_check_range(request->not_before_ms, 0, TC_TIME_MS_MAX, "not_before_ms", error);
    if (code == TC_OK)
        code = tci_check_variables(request->variables, request->variables_count,
                                   TC_MESSAGE_VARIABLE_BYTES_MAX, error);
    return code;
}

/* The hosts' dedupe keys have the top bit, so that none meets one of the engine's own. */
static uint64_t dedupe_of(const tc_engine *engine, const char *key) {
    uint8_t hash[16];
    if (!key || !*key) return 0;
    tci_engine_hash_text(engine, tci_slice_str(key), hash);
    return tci_load64(hash) | UINT64_C(1) << 63;
}

static int32_t encode_create(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_message_create_request *request = from;
    char locale[TC_LOCALE_MAX + 1];
    (void)call;
    int32_t code = check_create(request, locale, error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, request->kind);
    tci_buf_u32(command, request->channel);
    tci_buf_u64(command, request->event);
    tci_buf_u64(command, request->order);
    tci_buf_u64(command, request->ticket);
    tci_buf_i64(command, request->not_before_ms);
    tci_buf_u64(command, dedupe_of(engine, request->dedupe_key));
    tci_buf_u32(command, request->attempts_max);
    tci_buf_text(command, tci_slice_str(request->address));
    tci_buf_text(command, tci_slice_str(locale));
    if (request->variables_count == 0) {
        tci_buf_text(command, tci_slice_of(NULL, 0));
        return TC_OK;
    }
    size_t length_at = command->len, begin;
    tci_buf_u32(command, 0);
    begin = command->len;
    tci_variables_write(command, request->variables, request->variables_count);
    if (!command->failed) tci_store32(command->data + length_at, (uint32_t)(command->len - begin));
    return TC_OK;
}

static void decode_create(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_message_create_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->duplicate = tci_read_u32(&answer);
    result->message = tci_read_u64(&answer);
}

static int32_t encode_lease(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                            tc_error *error) {
    const tc_message_lease_request *request = from;
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(request->channels, ALL_CHANNELS, "channels", error);
    if (code == TC_OK) code = tci_check_range(request->max, 0, TC_MESSAGE_LEASE_MAX, "max", error);
    if (code == TC_OK)
        code = tci_check_range(request->lease_ms, 0, TC_LEASE_MS_MAX, "lease_ms", error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, request->channels ? request->channels : ALL_CHANNELS);
    tci_buf_u32(command, request->max ? request->max : 1);
    tci_buf_u32(command, request->lease_ms ? request->lease_ms : LEASE_MS_DEFAULT);
    tci_buf_u32(command, request->worker);
    return TC_OK;
}

static void decode_lease(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_message_lease_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->messages_count = tci_read_u32(&answer);
    for (uint32_t i = 0; i < result->messages_count; i++) {
        tc_leased_message message = {0};
        message.message = tci_read_u64(&answer);
        message.lease = tci_read_u32(&answer);
        message.event = tci_read_u64(&answer);
        message.order = tci_read_u64(&answer);
        message.ticket = tci_read_u64(&answer);
        message.lease_until_ms = tci_read_i64(&answer);
        message.kind = tci_read_u32(&answer);
        message.channel = tci_read_u32(&answer);
        message.attempts = tci_read_u32(&answer);
        if (result->messages && i < result->messages_capacity) result->messages[i] = message;
    }
    result->next_due_ms = tci_read_i64(&answer);
}

static int32_t encode_answer(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_message_answer_request *request = from;
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK && (request->outcome < TC_MESSAGE_OUTCOME_SENT ||
                          request->outcome > TC_MESSAGE_OUTCOME_CANCEL))
        code = tci_fail(error, TC_E_INVALID, "outcome", "outcome %u is no message outcome",
                        request->outcome);
    if (code == TC_OK && request->retry_after_ms && request->outcome != TC_MESSAGE_OUTCOME_RETRY)
        code =
            tci_fail(error, TC_E_INVALID, "retry_after_ms", "retry_after_ms goes with RETRY only");
    if (code == TC_OK)
        code = tci_check_range(request->retry_after_ms, 0, TC_MESSAGE_RETRY_MS_MAX,
                               "retry_after_ms", error);
    if (code == TC_OK)
        code = tci_check_text(request->receipt, 0, TC_REFERENCE_MAX, "receipt", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->message);
    tci_buf_u64(command, request->lease);
    tci_buf_u32(command, request->outcome);
    tci_buf_u32(command, request->retry_after_ms);
    tci_buf_text(command, tci_slice_str(request->receipt));
    return TC_OK;
}

_Static_assert(sizeof(tc_message_retry_request) == sizeof(tc_message_cancel_request),
               "retry and cancel ask alike");

static int32_t encode_idle(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                           tc_error *error) {
    const tc_message_retry_request *request = from;
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) tci_buf_u64(command, request->message);
    return code;
}

static void decode_change(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_message_change_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->message = tci_read_u64(&answer);
    result->state = tci_read_u32(&answer);
    result->next_due_ms = tci_read_i64(&answer);
}

#define SIZES(name) sizeof(name), sizeof(name)
const tci_verb tci_verbs_outbox[] = {
    {TC_MESSAGE_CREATE, &tci_op_message_create, SIZES(tc_message_create_request),
     SIZES(tc_message_create_result), encode_create, decode_create},
    {TC_MESSAGE_LEASE, &tci_op_message_lease, SIZES(tc_message_lease_request),
     SIZES(tc_message_lease_result), encode_lease, decode_lease},
    {TC_MESSAGE_ANSWER, &tci_op_message_answer, SIZES(tc_message_answer_request),
     SIZES(tc_message_answer_result), encode_answer, decode_change},
    {TC_MESSAGE_RETRY, &tci_op_message_retry, SIZES(tc_message_retry_request),
     SIZES(tc_message_retry_result), encode_idle, decode_change},
    {TC_MESSAGE_CANCEL, &tci_op_message_cancel, SIZES(tc_message_cancel_request),
     SIZES(tc_message_cancel_result), encode_idle, decode_change},
    {TC_TEMPLATE_PUT, &tci_op_template_put, SIZES(tc_template_put_request),
     SIZES(tc_template_put_result), tci_template_put_encode, tci_template_put_decode},
    {TC_TEMPLATE_DELETE, &tci_op_template_delete, SIZES(tc_template_delete_request), 0, 0,
     tci_template_delete_encode, NULL},
    {0},
};

int32_t tc_message_create(tc_engine *engine, const tc_message_create_request *request,
                          tc_message_create_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MESSAGE_CREATE, request, result, error);
}

/* Is nothing due, seen from a snapshot? Then the lease is answered without a commit. Only for
 * commands without a request id: those with one must be able to repeat an earlier answer. */
static bool nothing_due(tc_engine *engine, const tc_message_lease_request *request,
                        int64_t *next_due_ms) {
    static const tc_request_id NONE;
    tc_snapshot *snapshot;
    bool nothing = false;
    if (!request || request->size != sizeof *request) return false;
    if (request->flags || request->channels & ~ALL_CHANNELS ||
        request->max > TC_MESSAGE_LEASE_MAX || request->lease_ms > TC_LEASE_MS_MAX)
        return false;
    if (memcmp(&request->request_id, &NONE, sizeof NONE) != 0) return false;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return false;
    if (tci_snapshot_enter(snapshot, NULL) == TC_OK) {
        tci_view *view = tci_snapshot_view(snapshot);
        tci_lease_wish wish = {.now_ms = tci_snapshot_now(snapshot), .max = 1};
        wish.channels = request->channels ? request->channels : ALL_CHANNELS;
        nothing = !tci_lease_finds(view, &wish, tci_snapshot_arena(snapshot));
        *next_due_ms = tci_work_earliest(view, &tci_message_work);
        if (tci_snapshot_leave(snapshot, TC_OK, NULL) != TC_OK) nothing = false;
    }
    tc_snapshot_close(snapshot);
    return nothing;
}

int32_t tc_message_lease(tc_engine *engine, const tc_message_lease_request *request,
                         tc_message_lease_result *result, tc_error *error) {
    int64_t next_due_ms;
    int32_t code = tci_check_not_null(result, "result", error);
    if (code == TC_OK) code = tci_engine_enter(engine, error);
    if (code != TC_OK) return code;
    if (result->size != sizeof *result || !nothing_due(engine, request, &next_due_ms))
        return tc_command_run(engine, TC_MESSAGE_LEASE, request, result, error);
    result->messages_count = 0;
    result->next_due_ms = next_due_ms;
    return TC_OK;
}

int32_t tc_message_answer(tc_engine *engine, const tc_message_answer_request *request,
                          tc_message_answer_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MESSAGE_ANSWER, request, result, error);
}

int32_t tc_message_retry(tc_engine *engine, const tc_message_retry_request *request,
                         tc_message_retry_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MESSAGE_RETRY, request, result, error);
}

int32_t tc_message_cancel(tc_engine *engine, const tc_message_cancel_request *request,
                          tc_message_cancel_result *result, tc_error *error) {
    return tc_command_run(engine, TC_MESSAGE_CANCEL, request, result, error);
}
