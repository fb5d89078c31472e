/* The public commands of payments: lease, answer, event. Checks of arguments, encoding, decoding;
 * what they do is decided in src/payment. */
#include "payment/payment.h"
#include "api/verb.h"

enum { LEASE_MAX = TCI_PAYMENT_LEASE_MAX, LEASE_MS_DEFAULT = 60000 };

int32_t tc_payment_lease(tc_engine *engine, const tc_payment_lease_request *request,
                         tc_payment_lease_result *result, tc_error *error) {
    return tc_command_run(engine, TC_PAYMENT_LEASE, request, result, error);
}

int32_t tc_payment_answer(tc_engine *engine, const tc_payment_answer_request *request,
                          tc_payment_answer_result *result, tc_error *error) {
    return tc_command_run(engine, TC_PAYMENT_ANSWER, request, result, error);
}

int32_t tc_payment_event(tc_engine *engine, const tc_payment_event_request *request,
                         tc_payment_event_result *result, tc_error *error) {
    return tc_command_run(engine, TC_PAYMENT_EVENT, request, result, error);
}

static int32_t encode_lease(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                            tc_error *error) {
    (void)engine, (void)call;
    const tc_payment_lease_request *request = data;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_range(request->max, 1, LEASE_MAX, "max", error);
    if (code == TC_OK)
        code = tci_check_range(request->lease_ms, 0, TC_LEASE_MS_MAX, "lease_ms", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->worker);
    tci_buf_u32(command, request->max);
    tci_buf_u32(command, request->lease_ms ? request->lease_ms : LEASE_MS_DEFAULT);
    return TC_OK;
}

static void read_string(tci_reader *reader, char *room, size_t size) {
    tci_slice text = tci_read_text(reader);
    TCI_ASSERT(text.len < size);
    memset(room, 0, size);
    if (text.len) memcpy(room, text.data, text.len);
}

static void decode_lease(tc_engine *engine, const void *request, const tci_call *call, void *data) {
    (void)engine, (void)request;
    tc_payment_lease_result *result = data;
    tci_reader reader = tci_reader_of(tci_buf_slice(&call->answer));
    result->next_due_ms = tci_read_i64(&reader);
    result->commands_count = tci_read_u32(&reader);
    for (uint32_t i = 0; i < result->commands_count; i++) {
        tc_payment_command out = {0};
        out.command = tci_read_u64(&reader);
        out.order = tci_read_u64(&reader);
        out.payment = tci_read_u64(&reader);
        out.kind = tci_read_u8(&reader);
        out.about = tci_read_u8(&reader);
        tci_currency_unpack(tci_read_u16(&reader), out.currency);
        out.attempt = tci_read_u32(&reader);
        out.amount_minor = tci_read_i64(&reader);
        const uint8_t *key = tci_read_bytes(&reader, 16);
        if (key) memcpy(out.idempotency_key, key, 16);
        out.lease_until_ms = tci_read_i64(&reader);
        out.deadline_ms = tci_read_i64(&reader);
        read_string(&reader, out.reference, sizeof out.reference);
        read_string(&reader, out.token, sizeof out.token);
        if (result->commands && i < result->commands_capacity) result->commands[i] = out;
    }
    TCI_DEBUG_ASSERT(tci_reader_done(&reader));
}

static int32_t check_currency(const char currency[4], uint16_t *packed, tc_error *error) {
    *packed = 0;
    if (currency[0] == 0) return TC_OK;
    int32_t code = tci_check_currency(currency, "currency", error);
    if (code == TC_OK) *packed = tci_currency_pack(currency);
    return code;
}

/* Hash of a provider's text; zero for none, which no text hashes to in practice. */
static void put_hash(const tc_engine *engine, const char *text, tci_buf *command) {
    uint8_t hash[16] = {0};
    if (text && *text) tci_engine_hash_text(engine, tci_slice_str(text), hash);
    tci_buf_bytes(command, hash, sizeof hash);
}

static int32_t encode_answer(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                             tc_error *error) {
    (void)call;
    const tc_payment_answer_request *request = data;
    uint16_t currency = 0;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK && request->reserved)
        code = tci_fail(error, TC_E_INVALID, "reserved", "reserved must be 0");
    if (code == TC_OK) code = tci_check_range(request->attempt, 1, INT32_MAX, "attempt", error);
    if (code == TC_OK)
        code =
            tci_check_range(request->outcome, TC_OUTCOME_DONE, TC_OUTCOME_ABSENT, "outcome", error);
    if (code == TC_OK)
        code = tci_check_range(request->amount_minor, 0, TC_AMOUNT_MAX, "amount_minor", error);
    if (code == TC_OK) code = check_currency(request->currency, &currency, error);
    if (code == TC_OK)
        code = tci_check_text(request->reference, 0, TC_REFERENCE_MAX, "reference", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->command);
    tci_buf_u32(command, request->attempt);
    tci_buf_u8(command, (uint8_t)request->outcome);
    tci_buf_u16(command, currency);
    tci_buf_i64(command, request->amount_minor);
    put_hash(engine, request->reference, command);
    tci_buf_text(command, tci_slice_str(request->reference));
    return TC_OK;
}

static int32_t encode_event(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                            tc_error *error) {
    (void)call;
    static const uint8_t NONE[16];
    const tc_payment_event_request *request = data;
    uint16_t currency = 0;
    bool has_key = memcmp(request->idempotency_key, NONE, 16) != 0;
    bool has_reference = request->reference && *request->reference;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK)
        code = tci_check_text(request->event_id, 1, TC_REFERENCE_MAX, "event_id", error);
    if (code == TC_OK)
        code = tci_check_range(request->kind, TC_PAYMENT_EVENT_AUTHORISED,
                               TC_PAYMENT_EVENT_DISPUTE_LOST, "kind", error);
    if (code == TC_OK) code = check_currency(request->currency, &currency, error);
    if (code == TC_OK)
        code = tci_check_range(request->amount_minor, 0, TC_AMOUNT_MAX, "amount_minor", error);
    if (code == TC_OK)
        code = tci_check_text(request->reference, 0, TC_REFERENCE_MAX, "reference", error);
    if (code == TC_OK && !has_key && !has_reference)
        code = tci_fail(error, TC_E_INVALID, "reference",
                        "reference and idempotency_key: one of them is needed");
    if (code != TC_OK) return code;
    put_hash(engine, request->event_id, command);
    tci_buf_u8(command, (uint8_t)request->kind);
    tci_buf_u16(command, currency);
    tci_buf_i64(command, request->amount_minor);
    put_hash(engine, request->reference, command);
    tci_buf_bytes(command, request->idempotency_key, 16);
    return TC_OK;
}

static void decode_result(tc_engine *engine, const void *request, const tci_call *call,
                          void *data) {
    (void)engine, (void)request;
    tc_payment_result *result = data;
    tci_reader reader = tci_reader_of(tci_buf_slice(&call->answer));
    result->order = tci_read_u64(&reader);
    result->payment = tci_read_u64(&reader);
    result->state = tci_read_u8(&reader);
    result->duplicate = tci_read_u8(&reader);
    TCI_DEBUG_ASSERT(tci_reader_done(&reader));
}

#define VERB(kind, op, request, result, encode, decode)                                            \
    { kind, op, sizeof(request), sizeof(request), sizeof(result), sizeof(result), encode, decode }

const tci_verb tci_verbs_payment[] = {
    VERB(TC_PAYMENT_LEASE, &tci_op_payment_lease, tc_payment_lease_request, tc_payment_lease_result,
         encode_lease, decode_lease),
    VERB(TC_PAYMENT_ANSWER, &tci_op_payment_answer, tc_payment_answer_request, tc_payment_result,
         encode_answer, decode_result),
    VERB(TC_PAYMENT_EVENT, &tci_op_payment_event, tc_payment_event_request, tc_payment_result,
         encode_event, decode_result),
    {0},
};
