/* The public commands of orders: checks of arguments, encoding, decoding. What a command may do is
 * decided in src/sales. */
#include "ticketcore/order.h"
#include "api/verb.h"
#include "sales/sales.h"
#include "ticketcore/outbox.h"

enum { CONTACTS_MAX = 4 };

int32_t tc_order_create(tc_engine *engine, const tc_order_create_request *request,
                        tc_order_create_result *result, tc_error *error) {
    return tc_command_run(engine, TC_ORDER_CREATE, request, result, error);
}

int32_t tc_order_cancel(tc_engine *engine, const tc_order_cancel_request *request,
                        tc_order_cancel_result *result, tc_error *error) {
    return tc_command_run(engine, TC_ORDER_CANCEL, request, result, error);
}

int32_t tc_order_pay(tc_engine *engine, const tc_order_pay_request *request,
                     tc_order_pay_result *result, tc_error *error) {
    return tc_command_run(engine, TC_ORDER_PAY, request, result, error);
}

int32_t tc_order_settle(tc_engine *engine, const tc_order_settle_request *request,
                        tc_order_settle_result *result, tc_error *error) {
    return tc_command_run(engine, TC_ORDER_SETTLE, request, result, error);
}

int32_t tc_order_refund(tc_engine *engine, const tc_order_refund_request *request,
                        tc_order_refund_result *result, tc_error *error) {
    return tc_command_run(engine, TC_ORDER_REFUND, request, result, error);
}

/* ---- order.create ---- */

static int32_t check_contacts(const tc_order_create_request *request, uint8_t *channels,
                              tc_error *error) {
    *channels = 0;
    if (request->contacts_count > CONTACTS_MAX)
        return tci_fail(error, TC_E_LIMIT, "contacts_count", "contacts_count may be at most %d",
                        CONTACTS_MAX);
    if (request->contacts_count && !request->contacts)
        return tci_check_not_null(NULL, "contacts", error);
    for (uint32_t i = 0; i < request->contacts_count; i++) {
        const tc_contact *contact = &request->contacts[i];
        if (contact->size != sizeof *contact)
            return tci_fail(error, TC_E_INVALID, "contacts", "contacts[%u].size is %u, not %zu", i,
                            contact->size, sizeof *contact);
        int32_t code = tci_check_range(contact->channel, TC_MESSAGE_EMAIL, TC_MESSAGE_WEBHOOK,
                                       "contacts.channel", error);
        if (code == TC_OK)
            code = tci_check_text(contact->address, 1, TC_ADDRESS_MAX, "contacts.address", error);
        if (code == TC_OK)
            code = tci_check_text(contact->locale, 0, TC_LABEL_MAX, "contacts.locale", error);
        if (code != TC_OK) return code;
        uint8_t bit = (uint8_t)(1u << contact->channel);
        if (*channels & bit)
            return tci_fail(error, TC_E_INVALID, "contacts",
                            "contacts: one channel is named twice");
        *channels |= bit;
    }
    return TC_OK;
}

static int32_t check_items(const tc_order_create_request *request, tc_error *error) {
    int32_t code = tci_check_not_null(request->items, "items", error);
    if (code == TC_OK)
        code = tci_check_range(request->items_count, 1, TC_HOLD_ITEMS_MAX, "items_count", error);
    for (uint32_t i = 0; code == TC_OK && i < request->items_count; i++) {
        code = tci_check_range(request->items[i].ticket_type, 1, INT32_MAX, "items.ticket_type",
                               error);
        if (code == TC_OK)
            code = tci_check_range(request->items[i].quantity, 0, TC_ORDER_TICKETS_MAX,
                                   "items.quantity", error);
    }
    return code;
}

/* "" means that nothing is expected. */
static int32_t check_expected(const char currency[4], int64_t total_minor, uint16_t *packed,
                              tc_error *error) {
    *packed = 0;
    if (currency[0] == 0) return TC_OK;
    int32_t code = tci_check_currency(currency, "expected_currency", error);
    if (code == TC_OK)
        code = tci_check_range(total_minor, 0, TC_AMOUNT_MAX, "expected_total_minor", error);
    if (code == TC_OK) *packed = tci_currency_pack(currency);
    return code;
}

static int32_t check_create(const tc_order_create_request *request, uint8_t *channels,
                            uint16_t *currency, tc_error *error) {
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = check_items(request, error);
    if (code == TC_OK)
        code = tci_check_range(request->method, TC_PAY_PROVIDER, TC_PAY_FREE, "method", error);
    if (code == TC_OK) code = tci_check_text(request->buyer, 0, TC_BUYER_MAX, "buyer", error);
    if (code == TC_OK) code = check_contacts(request, channels, error);
    if (code == TC_OK)
        code = check_expected(request->expected_currency, request->expected_total_minor, currency,
                              error);
    if (code == TC_OK)
        code =
            tci_check_range(request->pay_within_ms, 0, TC_HOLD_TTL_MS_MAX, "pay_within_ms", error);
    if (code == TC_OK)
        code = tci_check_text(request->reference, 0, TC_REFERENCE_MAX, "reference", error);
    if (code == TC_OK) code = tci_check_text(request->token, 0, TC_REFERENCE_MAX, "token", error);
    return code;
}

static void put_buyer(const tc_engine *engine, const char *buyer, tci_buf *command) {
    uint8_t hash[16] = {0};
    if (buyer && *buyer) tci_engine_hash_text(engine, tci_slice_str(buyer), hash);
    tci_buf_bytes(command, hash, sizeof hash);
}

/* The row of texts as the store keeps it; empty when there is nothing to keep. */
static void put_text(const tc_order_create_request *request, tci_buf *command) {
    bool any = request->contacts_count || (request->reference && *request->reference);
    size_t at = command->len;
    tci_buf_u32(command, 0);
    if (!any) return;
    tci_buf_text(command, tci_slice_str(request->reference));
    tci_buf_u8(command, (uint8_t)request->contacts_count);
    for (uint32_t i = 0; i < request->contacts_count; i++) {
        const tc_contact *contact = &request->contacts[i];
        tci_buf_u8(command, (uint8_t)contact->channel);
        tci_buf_text(command, tci_slice_str(contact->locale));
        tci_buf_text(command, tci_slice_str(contact->address));
    }
    if (!command->failed) tci_store32(command->data + at, (uint32_t)(command->len - at - 4));
}

static void put_hash(const tc_engine *engine, const tc_secret *secret, tci_buf *command) {
    uint8_t hash[16];
    tci_engine_hash_secret(engine, secret, hash);
    tci_buf_bytes(command, hash, sizeof hash);
}

static int32_t encode_create(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_order_create_request *request = data;
    uint8_t channels;
    uint16_t currency;
    int32_t code = check_create(request, &channels, &currency, error);
    if (code != TC_OK) return code;
    tci_engine_make_secret(engine, &request->request_id, "order", &call->secret);
    tci_buf_u64(command, request->hold);
    put_hash(engine, &request->hold_secret, command);
    put_hash(engine, &call->secret, command);
    put_buyer(engine, request->buyer, command);
    tci_buf_u8(command, (uint8_t)request->method);
    tci_buf_u8(command, channels);
    tci_buf_u16(command, currency);
    tci_buf_i64(command, request->expected_total_minor);
    tci_buf_i64(command, request->pay_within_ms);
    tci_buf_text(command, tci_slice_str(request->token));
    put_text(request, command);
    tci_buf_u32(command, request->items_count);
    for (uint32_t i = 0; i < request->items_count; i++) {
        tci_buf_u32(command, request->items[i].ticket_type);
        tci_buf_u32(command, request->items[i].quantity);
    }
    return TC_OK;
}

static void decode_create(tc_engine *engine, const void *request, const tci_call *call,
                          void *data) {
    (void)engine, (void)request;
    tc_order_create_result *result = data;
    tci_reader reader = tci_reader_of(tci_buf_slice(&call->answer));
    result->order = tci_read_u64(&reader);
    result->version = tci_read_u32(&reader);
    result->state = tci_read_u8(&reader);
    tci_currency_unpack(tci_read_u16(&reader), result->currency);
    result->total_minor = tci_read_i64(&reader);
    result->deadline_ms = tci_read_i64(&reader);
    result->payment = tci_read_u64(&reader);
    result->secret = call->secret;
    uint32_t runs = tci_read_u32(&reader);
    result->tickets_count = 0;
    for (uint32_t i = 0; i < runs; i++) {
        uint64_t first = tci_read_u64(&reader);
        uint32_t count = tci_read_u32(&reader);
        for (uint32_t n = 0; n < count; n++, result->tickets_count++)
            if (result->tickets && result->tickets_count < result->tickets_capacity)
                result->tickets[result->tickets_count] = first + n;
    }
    TCI_DEBUG_ASSERT(tci_reader_done(&reader));
}

/* ---- cancel, pay, settle, refund: a common head and a common answer ---- */

static void put_head(const tc_engine *engine, uint64_t order, uint32_t flags, uint32_t expected,
                     const tc_secret *secret, tci_buf *command) {
    tci_buf_u64(command, order);
    tci_buf_u32(command, flags);
    tci_buf_u32(command, expected);
    put_hash(engine, secret, command);
}

static int32_t check_reserved(uint32_t reserved, tc_error *error) {
    if (reserved == 0) return TC_OK;
    return tci_fail(error, TC_E_INVALID, "reserved", "reserved must be 0");
}

static int32_t encode_cancel(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                             tc_error *error) {
    (void)call;
    const tc_order_cancel_request *request = data;
    int32_t code = tci_check_flags(
        request->flags, TC_ORDER_AS_HOST | TC_ORDER_BY_HAND | TC_ORDER_EVENT_GONE, "flags", error);
    if (code == TC_OK) code = check_reserved(request->reserved, error);
    bool alone = request->flags && !(request->flags & TC_ORDER_AS_HOST);
    if (code == TC_OK && alone)
        code = tci_fail(error, TC_E_INVALID, "flags",
                        "flags: BY_HAND and EVENT_GONE are for the host: add TC_ORDER_AS_HOST");
    if (code != TC_OK) return code;
    put_head(engine, request->order, request->flags, request->expected_version, &request->secret,
             command);
    return TC_OK;
}

static int32_t encode_pay(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                          tc_error *error) {
    (void)call;
    const tc_order_pay_request *request = data;
    uint16_t currency = 0;
    int32_t code = tci_check_flags(request->flags, TC_ORDER_AS_HOST, "flags", error);
    if (code == TC_OK) code = check_reserved(request->reserved, error);
    if (code == TC_OK)
        code = tci_check_range(request->method, TC_PAY_PROVIDER, TC_PAY_OFFLINE, "method", error);
    if (code == TC_OK)
        code = check_expected(request->expected_currency, request->expected_total_minor, &currency,
                              error);
    if (code == TC_OK)
        code =
            tci_check_range(request->pay_within_ms, 0, TC_HOLD_TTL_MS_MAX, "pay_within_ms", error);
    if (code == TC_OK) code = tci_check_text(request->token, 0, TC_REFERENCE_MAX, "token", error);
    if (code != TC_OK) return code;
    put_head(engine, request->order, request->flags, request->expected_version, &request->secret,
             command);
    tci_buf_u8(command, (uint8_t)request->method);
    tci_buf_u16(command, currency);
    tci_buf_i64(command, request->expected_total_minor);
    tci_buf_i64(command, request->pay_within_ms);
    tci_buf_text(command, tci_slice_str(request->token));
    return TC_OK;
}

static int32_t encode_settle(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                             tc_error *error) {
    (void)call;
    static const tc_secret NONE;
    const tc_order_settle_request *request = data;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_currency(request->currency, "currency", error);
    if (code == TC_OK)
        code = tci_check_range(request->amount_minor, 0, TC_AMOUNT_MAX, "amount_minor", error);
    if (code == TC_OK)
        code = tci_check_text(request->reference, 0, TC_REFERENCE_MAX, "reference", error);
    if (code != TC_OK) return code;
    put_head(engine, request->order, TC_ORDER_AS_HOST, request->expected_version, &NONE, command);
    tci_buf_u16(command, tci_currency_pack(request->currency));
    tci_buf_i64(command, request->amount_minor);
    tci_buf_text(command, tci_slice_str(request->reference));
    return TC_OK;
}

static int32_t encode_refund(tc_engine *engine, const void *data, tci_call *call, tci_buf *command,
                             tc_error *error) {
    (void)call;
    static const tc_secret NONE;
    const tc_order_refund_request *request = data;
    uint32_t known = TC_ORDER_AS_HOST | TC_ORDER_BY_HAND | TC_ORDER_EVENT_GONE;
    int32_t code = tci_check_flags(request->flags, known, "flags", error);
    if (code == TC_OK)
        code = tci_check_range(request->tickets_count, 0, TC_ORDER_TICKETS_MAX, "tickets_count",
                               error);
    if (code == TC_OK && request->tickets_count)
        code = tci_check_not_null(request->tickets, "tickets", error);
    if (code == TC_OK)
        code = tci_check_range(request->amount_minor, 0, TC_AMOUNT_MAX, "amount_minor", error);
    if (code == TC_OK)
        code = tci_check_text(request->reference, 0, TC_REFERENCE_MAX, "reference", error);
    if (code != TC_OK) return code;
    put_head(engine, request->order, request->flags | TC_ORDER_AS_HOST, request->expected_version,
             &NONE, command);
    tci_buf_i64(command, request->amount_minor);
    tci_buf_text(command, tci_slice_str(request->reference));
    tci_buf_u32(command, request->tickets_count);
    for (uint32_t i = 0; i < request->tickets_count; i++) tci_buf_u64(command, request->tickets[i]);
    return TC_OK;
}

static void decode_change(tc_engine *engine, const void *request, const tci_call *call,
                          void *data) {
    (void)engine, (void)request;
    tc_order_result *result = data;
    tci_reader reader = tci_reader_of(tci_buf_slice(&call->answer));
    result->order = tci_read_u64(&reader);
    result->version = tci_read_u32(&reader);
    result->state = tci_read_u8(&reader);
    result->changed = tci_read_u8(&reader);
    result->amount_minor = tci_read_i64(&reader);
    result->payment = tci_read_u64(&reader);
    result->refund = tci_read_u64(&reader);
    TCI_DEBUG_ASSERT(tci_reader_done(&reader));
}

#define VERB(kind, op, request, result, encode, decode)                                            \
    { kind, op, sizeof(request), sizeof(request), sizeof(result), sizeof(result), encode, decode }

const tci_verb tci_verbs_sales[] = {
    VERB(TC_ORDER_CREATE, &tci_op_order_create, tc_order_create_request, tc_order_create_result,
         encode_create, decode_create),
    VERB(TC_ORDER_CANCEL, &tci_op_order_cancel, tc_order_cancel_request, tc_order_result,
         encode_cancel, decode_change),
    VERB(TC_ORDER_PAY, &tci_op_order_pay, tc_order_pay_request, tc_order_result, encode_pay,
         decode_change),
    VERB(TC_ORDER_SETTLE, &tci_op_order_settle, tc_order_settle_request, tc_order_result,
         encode_settle, decode_change),
    VERB(TC_ORDER_REFUND, &tci_op_order_refund, tc_order_refund_request, tc_order_result,
         encode_refund, decode_change),
    {0},
};
