/* The public calls of ticket types: checking and encoding their commands, reading them from a
 * snapshot. */
#include "catalog/ticket_type.h"
#include "api/catalog.h"

int32_t tc_ticket_type_create(tc_engine *engine, const tc_ticket_type_create_request *request,
                              tc_ticket_type_result *result, tc_error *error) {
    return tc_command_run(engine, TC_TICKET_TYPE_CREATE, request, result, error);
}

int32_t tc_ticket_type_update(tc_engine *engine, const tc_ticket_type_update_request *request,
                              tc_ticket_type_result *result, tc_error *error) {
    return tc_command_run(engine, TC_TICKET_TYPE_UPDATE, request, result, error);
}

int32_t tc_ticket_type_delete(tc_engine *engine, const tc_ticket_type_delete_request *request,
                              tc_ticket_type_result *result, tc_error *error) {
    return tc_command_run(engine, TC_TICKET_TYPE_DELETE, request, result, error);
}

/* Fields of both requests that are numbers; `channels` and `category` wider than the record. */
typedef struct type_wish {
    tci_ticket_type_spec spec;
    const char *name;
    const char *description;
    uint32_t category;
    uint32_t channels;
} type_wish;

static int32_t check_numbers(const tci_ticket_type *type, uint32_t category, uint32_t channels,
                             tc_error *error) {
    const struct {
        const char *field;
        int64_t value, min, max;
    } RANGES[] = {
        {"price_minor", type->price_minor, 0, TC_AMOUNT_MAX},
        {"fee_minor", type->fee_minor, 0, TC_AMOUNT_MAX},
        {"sale_from_ms", type->sale_from_ms, 0, TC_TIME_MS_MAX},
        {"sale_until_ms", type->sale_until_ms, 0, TC_TIME_MS_MAX},
        {"category", category, 0, TC_CATEGORIES_MAX},
        {"pool", type->pool, 0, TC_POOLS_MAX},
        {"channels", channels, 0, (1 << TC_CHANNELS_MAX) - 1},
        {"tax_bp", type->tax_bp, 0, TCI_TAX_BP_MAX},
        {"tax_inclusive", type->tax_inclusive, 0, 1},
        {"min_per_order", type->min_per_order, 0, TC_POOL_QUANTITY_MAX},
        {"max_per_order", type->max_per_order, 0, TC_POOL_QUANTITY_MAX},
        {"status", type->status, TC_TICKET_TYPE_OFF, TC_TICKET_TYPE_ON_SALE},
    };
    int32_t code = TC_OK;
    for (size_t i = 0; code == TC_OK && i < TCI_COUNT(RANGES); i++)
        code =
            tci_check_range(RANGES[i].value, RANGES[i].min, RANGES[i].max, RANGES[i].field, error);
    return code;
}

static int32_t encode_wish(type_wish *wish, tci_buf *command, tc_error *error) {
    tci_ticket_type_spec *spec = &wish->spec;
    bool named = (spec->fields & TC_TICKET_TYPE_FIELD_NAME) != 0;
    bool described = (spec->fields & TC_TICKET_TYPE_FIELD_DESCRIPTION) != 0;
    int32_t code = check_numbers(&spec->type, wish->category, wish->channels, error);
    if (code == TC_OK && named) code = tci_check_text(wish->name, 1, TC_NAME_MAX, "name", error);
    if (code == TC_OK && described)
        code = tci_check_long_text(wish->description, 0, TC_TEXT_MAX, "description", error);
    if (code != TC_OK) return code;
    spec->type.category = (uint16_t)wish->category;
    spec->type.channels = (uint16_t)wish->channels;
    if (named) spec->name = tci_slice_str(wish->name);
    if (described) spec->description = tci_slice_str(wish->description);
    tci_ticket_type_spec_write(command, spec);
    return TC_OK;
}

/* Both requests have these members under the same names. */
#define NUMBERS_OF(wish)                                                                           \
    {                                                                                              \
        .pool = (wish)->pool, .status = (wish)->status, .min_per_order = (wish)->min_per_order,    \
        .max_per_order = (wish)->max_per_order, .price_minor = (wish)->price_minor,                \
        .fee_minor = (wish)->fee_minor, .tax_bp = (wish)->tax_bp,                                  \
        .tax_inclusive = (wish)->tax_inclusive, .sale_from_ms = (wish)->sale_from_ms,              \
        .sale_until_ms = (wish)->sale_until_ms                                                     \
    }

int32_t tci_ticket_type_create_encode(tc_engine *engine, const void *request, tci_call *call,
                                      tci_buf *command, tc_error *error) {
    const tc_ticket_type_create_request *from = request;
    type_wish wish = {
        .spec = {.event = from->event, .fields = TCI_TICKET_TYPE_FIELDS, .type = NUMBERS_OF(from)},
        .name = from->name,
        .description = from->description,
        .category = from->category,
        .channels = from->channels,
    };
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    return code == TC_OK ? encode_wish(&wish, command, error) : code;
}

int32_t tci_ticket_type_update_encode(tc_engine *engine, const void *request, tci_call *call,
                                      tci_buf *command, tc_error *error) {
    const tc_ticket_type_update_request *from = request;
    type_wish wish = {
        .spec = {.event = from->event,
                 .expected_version = from->expected_version,
                 .fields = from->fields,
                 .type = NUMBERS_OF(from)},
        .name = from->name,
        .description = from->description,
        .category = from->category,
        .channels = from->channels,
    };
    (void)engine;
    (void)call;
    wish.spec.type.id = from->ticket_type;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK)
        code = tci_check_flags(from->fields, TCI_TICKET_TYPE_FIELDS, "fields", error);
    if (code == TC_OK && from->fields == 0)
        code = tci_fail(error, TC_E_INVALID, "fields", "fields must name at least one field");
    return code == TC_OK ? encode_wish(&wish, command, error) : code;
}

int32_t tci_ticket_type_delete_encode(tc_engine *engine, const void *request, tci_call *call,
                                      tci_buf *command, tc_error *error) {
    const tc_ticket_type_delete_request *from = request;
    tci_ticket_type_spec spec = {.event = from->event, .expected_version = from->expected_version};
    (void)engine;
    (void)call;
    spec.type.id = from->ticket_type;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(from->reserved, 0, "reserved", error);
    if (code == TC_OK) tci_ticket_type_spec_write(command, &spec);
    return code;
}

void tci_ticket_type_decode(tc_engine *engine, const void *request, const tci_call *call,
                            void *result) {
    tc_ticket_type_result *out = result;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine;
    (void)request;
    out->event = tci_read_u64(&answer);
    out->ticket_type = tci_read_u32(&answer);
    out->version = tci_read_u64(&answer);
}

static bool fill_type(tc_snapshot *snapshot, uint64_t event, const tci_event_rules *rules,
                      uint32_t number, tc_ticket_type_view *out) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_ticket_type type;
    tci_slice name = {NULL, 0}, description = {NULL, 0};
    if (!tci_ticket_type_load(view, event, number, &type)) return false;
    tci_ticket_type_texts(view, event, number, &name, &description);
    *out = (tc_ticket_type_view)TC_TICKET_TYPE_VIEW_INIT;
    out->ticket_type = type.id;
    out->event = event;
    out->version = type.version;
    out->price_minor = type.price_minor;
    out->fee_minor = type.fee_minor;
    out->sale_from_ms = type.sale_from_ms;
    out->sale_until_ms = type.sale_until_ms;
    out->name = tci_keep_text(snapshot, name);
    out->description = tci_keep_text(snapshot, description);
    out->category = type.category;
    out->pool = type.pool;
    out->channels = type.channels;
    out->tax_bp = type.tax_bp;
    out->tax_inclusive = type.tax_inclusive;
    out->min_per_order = type.min_per_order;
    out->max_per_order = type.max_per_order;
    out->status = type.status;
    memcpy(out->currency, rules->currency, sizeof rules->currency);
    return true;
}

int32_t tc_ticket_type_get(tc_snapshot *snapshot, uint64_t event, uint32_t ticket_type,
                           tc_ticket_type_view *view, tc_error *error) {
    tc_ticket_type_view full;
    tci_event_rules rules;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    if (!tci_event_rules_load(tci_snapshot_view(snapshot), event, &rules))
        code = tci_fail_missing(error, "event", 0, event);
    else if (!fill_type(snapshot, event, &rules, ticket_type, &full))
        code = tci_fail_missing(error, "ticket_type", event, ticket_type);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}

/* Numbers are few and in order: a walk over them. Answers the next cursor, 0 at the end. */
static uint32_t list_types(tc_snapshot *snapshot, const tc_ticket_type_list_request *wish,
                           const tci_event_rules *rules, tci_rows *rows, uint32_t most) {
    uint32_t end = tci_ticket_type_end(tci_snapshot_view(snapshot), wish->event), last = 0;
    for (uint32_t number = wish->after + 1; number && number < end; number++) {
        tc_ticket_type_view full;
        if (!fill_type(snapshot, wish->event, rules, number, &full)) continue;
        if (rows->count == most) return last;
        tci_rows_give(rows, &full, sizeof full);
        last = number;
    }
    return 0;
}

int32_t tc_ticket_type_list(tc_snapshot *snapshot, const tc_ticket_type_list_request *request,
                            tc_ticket_type_list_result *result, tc_error *error) {
    tc_ticket_type_list_request wish;
    tc_ticket_type_list_result full;
    tci_event_rules rules;
    tci_rows rows;
    int32_t code = tci_struct_in(request, sizeof wish, sizeof wish, &wish, "request", error);
    if (code == TC_OK)
        code = tci_struct_in(result, sizeof full, sizeof full, &full, "result", error);
    if (code == TC_OK) code = tci_check_flags(wish.flags, 0, "flags", error);
    if (code == TC_OK)
        code = tci_check_range(full.ticket_types_capacity, 1, INT32_MAX, "ticket_types_capacity",
                               error);
    if (code == TC_OK)
        code = tci_rows_begin(&rows, full.ticket_types, full.ticket_types_capacity,
                              sizeof(tc_ticket_type_view), "ticket_types", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    if (tci_event_rules_load(tci_snapshot_view(snapshot), wish.event, &rules))
        full.next =
            list_types(snapshot, &wish, &rules, &rows, tci_page_size(wish.limit, rows.capacity));
    else code = tci_fail_missing(error, "event", 0, wish.event);
    full.ticket_types_count = rows.count;
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(result, &full, sizeof full);
    return code;
}
