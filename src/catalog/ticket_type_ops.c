/* The commands over ticket types: make, change, remove. Prices change only here; what an order
 * froze stays as it was. */
#include "catalog/event.h"
#include "catalog/ticket_type_store.h"
#include "inventory/inventory.h"
#include "ticketcore/feed_types.h"

typedef struct type_plan {
    uint64_t event;
    tci_ticket_type type;
    tci_slice name;
    tci_slice description;
    bool texts; /* name or description changed */
} type_plan;

void tci_ticket_type_spec_write(tci_buf *buf, const tci_ticket_type_spec *spec) {
    const tci_ticket_type *type = &spec->type;
    tci_buf_u64(buf, spec->event);
    tci_buf_u64(buf, spec->expected_version);
    tci_buf_u32(buf, spec->fields);
    tci_buf_u32(buf, type->id);
    tci_buf_u16(buf, type->category);
    tci_buf_u16(buf, type->channels);
    tci_buf_u32(buf, type->pool);
    tci_buf_u32(buf, type->status);
    tci_buf_u32(buf, type->min_per_order);
    tci_buf_u32(buf, type->max_per_order);
    tci_buf_i64(buf, type->price_minor);
    tci_buf_i64(buf, type->fee_minor);
    tci_buf_u32(buf, type->tax_bp);
    tci_buf_u32(buf, type->tax_inclusive);
    tci_buf_i64(buf, type->sale_from_ms);
    tci_buf_i64(buf, type->sale_until_ms);
    tci_buf_text(buf, spec->name);
    tci_buf_text(buf, spec->description);
}

bool tci_ticket_type_spec_read(tci_slice command, tci_ticket_type_spec *spec) {
    tci_reader reader = tci_reader_of(command);
    tci_ticket_type *type = &spec->type;
    memset(spec, 0, sizeof *spec);
    spec->event = tci_read_u64(&reader);
    spec->expected_version = tci_read_u64(&reader);
    spec->fields = tci_read_u32(&reader);
    type->id = tci_read_u32(&reader);
    type->category = tci_read_u16(&reader);
    type->channels = tci_read_u16(&reader);
    type->pool = tci_read_u32(&reader);
    type->status = tci_read_u32(&reader);
    type->min_per_order = tci_read_u32(&reader);
    type->max_per_order = tci_read_u32(&reader);
    type->price_minor = tci_read_i64(&reader);
    type->fee_minor = tci_read_i64(&reader);
    type->tax_bp = tci_read_u32(&reader);
    type->tax_inclusive = tci_read_u32(&reader);
    type->sale_from_ms = tci_read_i64(&reader);
    type->sale_until_ms = tci_read_i64(&reader);
    spec->name = tci_read_text(&reader);
    spec->description = tci_read_text(&reader);
    return tci_reader_done(&reader) && type->price_minor >= 0 &&
           type->price_minor <= TC_AMOUNT_MAX && type->fee_minor >= 0 &&
           type->fee_minor <= TC_AMOUNT_MAX && type->tax_bp <= TCI_TAX_BP_MAX &&
           type->min_per_order <= TC_POOL_QUANTITY_MAX &&
           type->max_per_order <= TC_POOL_QUANTITY_MAX && type->sale_from_ms >= 0 &&
           type->sale_from_ms <= TC_TIME_MS_MAX && type->sale_until_ms >= 0 &&
           type->sale_until_ms <= TC_TIME_MS_MAX && spec->name.len <= TC_NAME_MAX &&
           spec->description.len <= TC_TEXT_MAX;
}

static int32_t refuse_event(tci_ctx *ctx, uint64_t event, int32_t code, const char *field,
                            uint64_t subject, const char *message) {
    tci_refuse(ctx, code, field, subject, message);
    ctx->refusal.event = event;
    return code;
}

/* What holds for a ticket type whatever the command: its windows, its bounds, its category. */
static int32_t check_type(tci_ctx *ctx, const tci_event_rules *rules, const type_plan *plan) {
    const tci_ticket_type *type = &plan->type;
    if (plan->name.len == 0)
        return tci_refuse(ctx, TC_E_INVALID, "name", type->id, "name: a ticket type needs one");
    if (type->sale_from_ms && type->sale_until_ms && type->sale_until_ms <= type->sale_from_ms)
        return tci_refuse(ctx, TC_E_INVALID, "sale_until_ms", type->id,
                          "sale_until_ms must be after sale_from_ms");
    if (type->max_per_order && type->min_per_order > type->max_per_order)
        return tci_refuse(ctx, TC_E_INVALID, "min_per_order", type->id,
                          "min_per_order must not be above max_per_order");
    if (type->pool && type->category)
        return tci_refuse(ctx, TC_E_INVALID, "pool", type->id,
                          "a ticket type is for seats of a category or for a pool, not for both");
    if (type->pool && !tci_pool_exists(ctx->view, plan->event, type->pool))
        return refuse_event(ctx, plan->event, TC_E_NOT_FOUND, "pool", type->pool, NULL);
    tci_layout layout;
    if (type->category &&
        (rules->layout == 0 || !tci_layout_load(ctx->view, rules->layout, &layout) ||
         type->category > layout.categories))
        return refuse_event(ctx, plan->event, TC_E_NOT_FOUND, "category", type->category, NULL);
    return TC_OK;
}

static int32_t begin_plan(tci_ctx *ctx, tci_slice command, tci_ticket_type_spec *spec,
                          tci_event_rules *rules, type_plan **out) {
    type_plan *plan = TCI_ARENA_NEW(ctx->arena, type_plan);
    if (!plan) return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (!tci_ticket_type_spec_read(command, spec))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    plan->event = spec->event;
    if (!tci_event_rules_load(ctx->view, plan->event, rules))
        return refuse_event(ctx, plan->event, TC_E_NOT_FOUND, "event", plan->event, NULL);
    *out = plan;
    return TC_OK;
}

/* begin_plan, and the ticket type it names as it is. */
static int32_t begin_existing(tci_ctx *ctx, tci_slice command, tci_ticket_type_spec *spec,
                              tci_event_rules *rules, type_plan **out) {
    int32_t code = begin_plan(ctx, command, spec, rules, out);
    if (code != TC_OK) return code;
    type_plan *plan = *out;
    if (!tci_ticket_type_load(ctx->view, plan->event, spec->type.id, &plan->type))
        return refuse_event(ctx, plan->event, TC_E_NOT_FOUND, "ticket_type", spec->type.id, NULL);
    if (spec->expected_version && spec->expected_version != plan->type.version) {
        tci_refuse_version(ctx, "expected_version", plan->type.id, spec->expected_version,
                           plan->type.version);
        ctx->refusal.event = plan->event;
        return TC_E_VERSION;
    }
    return TC_OK;
}

static void emit_type(tci_ctx *ctx, uint16_t kind, const type_plan *plan, uint64_t version) {
    uint8_t payload[8];
    tci_store_i64(payload, plan->type.price_minor);
    bool priced = kind != TC_FEED_TICKET_TYPE_DELETED;
    tci_emit(ctx, kind, plan->event, plan->type.id, version,
             tci_slice_of(payload, priced ? sizeof payload : 0));
}

static void answer_type(tci_buf *answer, const type_plan *plan, uint64_t version) {
    tci_buf_u64(answer, plan->event);
    tci_buf_u32(answer, plan->type.id);
    tci_buf_u64(answer, version);
}

static int32_t create_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_ticket_type_spec spec;
    tci_event_rules rules;
    type_plan *plan = NULL;
    int32_t code = begin_plan(ctx, command, &spec, &rules, &plan);
    if (code != TC_OK) return code;
    uint32_t next = tci_ticket_type_end(ctx->view, plan->event);
    if (next > TC_TICKET_TYPES_MAX)
        return refuse_event(ctx, plan->event, TC_E_LIMIT, "event", plan->event,
                            "an event has at most 500 ticket types, deleted ones counted");
    plan->type = spec.type;
    plan->type.id = next;
    plan->type.version = 1;
    plan->name = spec.name;
    plan->description = spec.description;
    code = check_type(ctx, &rules, plan);
    *out = plan;
    return code;
}

static void create_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const type_plan *plan = arg;
    uint64_t id = tci_slot_take(ctx->view, plan->event, TCI_SLOT_EVENT_TYPE_NEXT, 1);
    TCI_ASSERT(id == plan->type.id);
    tci_ticket_type_store(ctx->view, plan->event, &plan->type);
    tci_ticket_type_put_texts(ctx, plan->event, plan->type.id, plan->name, plan->description);
    emit_type(ctx, TC_FEED_TICKET_TYPE_CREATED, plan, 1);
    answer_type(answer, plan, 1);
}

static void merge_type(tci_ticket_type *type, const tci_ticket_type_spec *spec) {
    const tci_ticket_type *wish = &spec->type;
    if (spec->fields & TC_TICKET_TYPE_FIELD_PLACE) {
        type->category = wish->category;
        type->pool = wish->pool;
    }
    if (spec->fields & TC_TICKET_TYPE_FIELD_CHANNELS) type->channels = wish->channels;
    if (spec->fields & TC_TICKET_TYPE_FIELD_PRICE) {
        type->price_minor = wish->price_minor;
        type->fee_minor = wish->fee_minor;
    }
    if (spec->fields & TC_TICKET_TYPE_FIELD_TAX) {
        type->tax_bp = wish->tax_bp;
        type->tax_inclusive = wish->tax_inclusive;
    }
    if (spec->fields & TC_TICKET_TYPE_FIELD_SALE_WINDOW) {
        type->sale_from_ms = wish->sale_from_ms;
        type->sale_until_ms = wish->sale_until_ms;
    }
    if (spec->fields & TC_TICKET_TYPE_FIELD_PER_ORDER) {
        type->min_per_order = wish->min_per_order;
        type->max_per_order = wish->max_per_order;
    }
    if (spec->fields & TC_TICKET_TYPE_FIELD_STATUS) type->status = wish->status;
}

static int32_t update_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_ticket_type_spec spec;
    tci_event_rules rules;
    type_plan *plan = NULL;
    int32_t code = begin_existing(ctx, command, &spec, &rules, &plan);
    if (code != TC_OK) return code;
    tci_ticket_type_texts(ctx->view, plan->event, plan->type.id, &plan->name, &plan->description);
    merge_type(&plan->type, &spec);
    if (spec.fields & TC_TICKET_TYPE_FIELD_NAME) plan->name = spec.name;
    if (spec.fields & TC_TICKET_TYPE_FIELD_DESCRIPTION) plan->description = spec.description;
    plan->texts =
        (spec.fields & (TC_TICKET_TYPE_FIELD_NAME | TC_TICKET_TYPE_FIELD_DESCRIPTION)) != 0;
    plan->type.version++;
    code = check_type(ctx, &rules, plan);
    *out = plan;
    return code;
}

static void update_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const type_plan *plan = arg;
    tci_ticket_type_store(ctx->view, plan->event, &plan->type);
    if (plan->texts)
        tci_ticket_type_put_texts(ctx, plan->event, plan->type.id, plan->name, plan->description);
    emit_type(ctx, TC_FEED_TICKET_TYPE_UPDATED, plan, plan->type.version);
    answer_type(answer, plan, plan->type.version);
}

static int32_t delete_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_ticket_type_spec spec;
    tci_event_rules rules;
    type_plan *plan = NULL;
    int32_t code = begin_existing(ctx, command, &spec, &rules, &plan);
    if (code != TC_OK) return code;
    code = tci_event_check_untouched(ctx, plan->event,
                                     "the event has sold something: switch the ticket type off");
    *out = plan;
    return code;
}

static void delete_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const type_plan *plan = arg;
    tci_ticket_type_erase(ctx->view, plan->event, plan->type.id);
    emit_type(ctx, TC_FEED_TICKET_TYPE_DELETED, plan, (uint64_t)plan->type.version + 1);
    answer_type(answer, plan, 0);
}

const tci_op tci_op_ticket_type_create = {
    .code = TC_TICKET_TYPE_CREATE,
    .version = 1,
    .name = "ticket_type.create",
    .decide = create_decide,
    .apply = create_apply,
};
const tci_op tci_op_ticket_type_update = {
    .code = TC_TICKET_TYPE_UPDATE,
    .version = 1,
    .name = "ticket_type.update",
    .decide = update_decide,
    .apply = update_apply,
};
const tci_op tci_op_ticket_type_delete = {
    .code = TC_TICKET_TYPE_DELETE,
    .version = 1,
    .name = "ticket_type.delete",
    .decide = delete_decide,
    .apply = delete_apply,
};
