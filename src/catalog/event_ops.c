/* The commands over events: make, change, remove. The rules, the texts and every index row change
 * together; seats follow through the inventory's functions. */
#include "catalog/event.h"
#include "catalog/map.h"
#include "catalog/ticket_type.h"
#include "catalog/venue.h"
#include "inventory/inventory.h"
#include "ticketcore/feed_types.h"

typedef struct event_plan {
    uint64_t event;
    uint32_t map_version;
    tci_event_rules rules;
    tci_event_doc doc;
    tci_event_rules old_rules;
    tci_event_doc old_doc;
} event_plan;

static int32_t refuse(tci_ctx *ctx, int32_t code, const char *field, uint64_t event,
                      uint64_t subject, const char *message) {
    tci_refuse(ctx, code, field, subject, message);
    ctx->refusal.event = event;
    return code;
}

int32_t tci_event_check_untouched(tci_ctx *ctx, uint64_t event, const char *sold_message) {
    if (tci_inventory_is_untouched(ctx->view, event)) return TC_OK;
    bool held = tci_slot_get(ctx->view, event, TCI_SLOT_EVENT_HELD) != 0;
    if (held && ctx->sweep_pending) {
        ctx->want_sweep = true; /* what is held may be dead already */
        return refuse(ctx, TC_E_IN_USE, "event", event, event, NULL);
    }
    bool sold = tci_slot_get(ctx->view, event, TCI_SLOT_EVENT_SOLD) != 0 ||
                tci_slot_get(ctx->view, event, TCI_SLOT_EVENT_TICKET_NEXT) > 1;
    if (sold || !held) return refuse(ctx, TC_E_SOLD, "event", event, event, sold_message);
    return refuse(ctx, TC_E_IN_USE, "event", event, event, "holds on the event are live");
}

/* Find the published version the event shall use and fill map, layout and seats of its rules. */
static int32_t choose_map(tci_ctx *ctx, event_plan *plan, uint64_t map, uint32_t map_version) {
    tci_map head;
    tci_map_version version;
    plan->rules.map = map;
    plan->rules.layout = plan->rules.seats = plan->map_version = 0;
    if (map == 0) {
        if (map_version == 0) return TC_OK;
        return tci_refuse(ctx, TC_E_INVALID, "map_version", map_version, "map_version needs a map");
    }
    if (!tci_map_load(ctx->view, map, &head))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "map", map, NULL);
    if (map_version == 0 && head.published == 0)
        return tci_refuse(ctx, TC_E_STATE, "map", map, "no version of the map is published");
    if (map_version == 0) map_version = head.published;
    if (!tci_map_version_load(ctx->view, map, map_version, &version))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "map_version", map_version,
                          "the map has no version %");
    if (version.status != TC_MAP_PUBLISHED)
        return tci_refuse(ctx, TC_E_STATE, "map_version", map_version,
                          "this version of the map is a draft");
    tci_layout layout;
    if (!tci_layout_load(ctx->view, version.layout, &layout))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "map", map, "the map's layout is missing");
    plan->rules.layout = version.layout;
    plan->rules.seats = layout.seats;
    plan->map_version = map_version;
    return TC_OK;
}

/* Take over what the command names. Zeros become the stated defaults here, so that the store shows
 * what holds. */
static void merge_rules(tci_event_rules *rules, const tci_event_spec *spec) {
    uint32_t fields = spec->fields;
    if (fields & TC_EVENT_FIELD_VENUE) rules->venue = spec->venue;
    if (fields & TC_EVENT_FIELD_TIMES) {
        rules->starts_at_ms = spec->starts_at_ms;
        rules->ends_at_ms = spec->ends_at_ms;
    }
    if (fields & TC_EVENT_FIELD_SALE_WINDOW) {
        rules->sale_from_ms = spec->sale_from_ms;
        rules->sale_until_ms = spec->sale_until_ms;
    }
    if (fields & TC_EVENT_FIELD_HOLD_TIMES) {
        int64_t ttl = spec->hold_ttl_ms ? spec->hold_ttl_ms : TC_HOLD_TTL_MS_DEFAULT;
        int64_t life = spec->hold_life_ms ? spec->hold_life_ms : TC_HOLD_LIFE_MS_DEFAULT;
        rules->hold_ttl_ms = ttl;
        rules->hold_life_ms = spec->hold_life_ms ? life : TCI_MAX(life, ttl);
    }
    if (fields & TC_EVENT_FIELD_CURRENCY) memcpy(rules->currency, spec->currency, 4);
    if (fields & TC_EVENT_FIELD_STATUS)
        rules->status = spec->status ? spec->status : TC_EVENT_DRAFT;
    if (fields & TC_EVENT_FIELD_RULES) rules->flags = spec->rules;
    if (fields & TC_EVENT_FIELD_LIMIT_PER_BUYER) rules->limit_per_buyer = spec->limit_per_buyer;
    if (fields & TC_EVENT_FIELD_LIMIT_PER_ORDER) rules->limit_per_order = spec->limit_per_order;
    if (fields & TC_EVENT_FIELD_LATE_MONEY) rules->late_money = spec->late_money;
    if (fields & TC_EVENT_FIELD_CAPTURE) rules->capture = (uint8_t)spec->capture;
}

static void merge_doc(tci_event_doc *doc, const tci_event_spec *spec) {
    if (spec->fields & TC_EVENT_FIELD_NAME) doc->name = spec->name;
    if (spec->fields & TC_EVENT_FIELD_DESCRIPTION) doc->description = spec->description;
    if (spec->fields & TC_EVENT_FIELD_CATEGORY) doc->category = spec->category;
    if (spec->fields & TC_EVENT_FIELD_TAGS) {
        doc->tags_count = spec->tags_count;
        memcpy(doc->tags, spec->tags, sizeof doc->tags);
    }
}

/* What must hold of the event as it will be. */
static int32_t check_whole(tci_ctx *ctx, const tci_event_rules *rules, uint32_t fields) {
    tci_venue venue;
    if ((fields & TC_EVENT_FIELD_VENUE) && rules->venue &&
        !tci_venue_load(ctx->view, rules->venue, &venue))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "venue", rules->venue, NULL);
    if (rules->ends_at_ms && rules->ends_at_ms < rules->starts_at_ms)
        return tci_refuse(ctx, TC_E_INVALID, "ends_at_ms", 0,
                          "ends_at_ms must not be before starts_at_ms");
    if (rules->sale_until_ms && rules->sale_until_ms <= rules->sale_from_ms)
        return tci_refuse(ctx, TC_E_INVALID, "sale_until_ms", 0,
                          "sale_until_ms must be after sale_from_ms");
    if (rules->hold_life_ms < rules->hold_ttl_ms)
        return tci_refuse(ctx, TC_E_INVALID, "hold_life_ms", 0,
                          "hold_life_ms must not be below hold_ttl_ms");
    return TC_OK;
}

static void answer_event(tci_buf *answer, const event_plan *plan, uint64_t version) {
    tci_buf_u64(answer, plan->event);
    tci_buf_u64(answer, version);
    tci_buf_u32(answer, plan->rules.seats);
    tci_buf_u32(answer, plan->map_version);
}

static int32_t create_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_event_spec spec;
    event_plan *plan = TCI_ARENA_NEW(ctx->arena, event_plan);
    if (!plan) return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (!tci_event_spec_read(command, &spec))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    plan->rules.version = 1;
    plan->doc.created_at_ms = plan->doc.updated_at_ms = ctx->now_ms;
    merge_rules(&plan->rules, &spec);
    merge_doc(&plan->doc, &spec);
    *out = plan;
    int32_t code = check_whole(ctx, &plan->rules, TCI_EVENT_FIELDS);
    return code == TC_OK ? choose_map(ctx, plan, spec.map, spec.map_version) : code;
}

static void create_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    event_plan *plan = arg;
    plan->event = tci_slot_take(ctx->view, 0, TCI_SLOT_EVENT_NEXT, 1);
    tci_event_rules_store(ctx->view, plan->event, &plan->rules, plan->map_version);
    tci_event_doc_store(ctx, plan->event, &plan->doc);
    tci_event_index_set(ctx->view, plan->event, &plan->rules, &plan->doc, true);
    tci_inventory_create(ctx, plan->event, plan->rules.layout);
    uint8_t payload[16];
    tci_store32(payload, plan->rules.layout);
    tci_store32(payload + 4, plan->rules.seats);
    tci_store_i64(payload + 8, plan->rules.starts_at_ms);
    tci_emit(ctx, TC_FEED_EVENT_CREATED, plan->event, plan->event, 1,
             tci_slice_of(payload, sizeof payload));
    answer_event(answer, plan, 1);
}

static int32_t begin_existing(tci_ctx *ctx, tci_slice command, tci_event_spec *spec,
                              event_plan **out) {
    event_plan *plan = TCI_ARENA_NEW(ctx->arena, event_plan);
    if (!plan) return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (!tci_event_spec_read(command, spec))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    plan->event = spec->event;
    if (!tci_event_rules_load(ctx->view, plan->event, &plan->rules) ||
        !tci_event_doc_load(ctx->view, plan->event, &plan->doc))
        return refuse(ctx, TC_E_NOT_FOUND, "event", plan->event, plan->event, NULL);
    if (spec->expected_version && spec->expected_version != plan->rules.version) {
        tci_refuse_version(ctx, "expected_version", plan->event, spec->expected_version,
                           plan->rules.version);
        ctx->refusal.event = plan->event;
        return TC_E_VERSION;
    }
    plan->map_version = tci_event_map_version(ctx->view, plan->event);
    plan->old_rules = plan->rules;
    plan->old_doc = plan->doc;
    *out = plan;
    return TC_OK;
}

/* Prices go by the number of a category: it must mean the same in the new map. */
static int32_t check_categories(tci_ctx *ctx, const event_plan *plan) {
    uint32_t end = tci_ticket_type_end(ctx->view, plan->event);
    for (uint32_t i = 1; i < end; i++) {
        tci_ticket_type type;
        tci_layout_category before, after;
        if (!tci_ticket_type_load(ctx->view, plan->event, i, &type) || type.category == 0) continue;
        if (tci_layout_category_load(ctx->view, plan->old_rules.layout, type.category, &before) &&
            tci_layout_category_load(ctx->view, plan->rules.layout, type.category, &after) &&
            before.name.len == after.name.len &&
            memcmp(before.name.data, after.name.data, before.name.len) == 0)
            continue;
        return refuse(ctx, TC_E_IN_USE, "map", plan->event, i,
                      "ticket type % is for a category that the new map has not under its number");
    }
    return TC_OK;
}

/* Amounts are minor units of the event's currency: what has a price keeps it. */
static int32_t check_currency(tci_ctx *ctx, const event_plan *plan) {
    int32_t code =
        tci_event_check_untouched(ctx, plan->event, "the currency stays once something was sold");
    if (code != TC_OK) return code;
    uint32_t end = tci_ticket_type_end(ctx->view, plan->event);
    for (uint32_t i = 1; i < end; i++) {
        tci_ticket_type type;
        if (!tci_ticket_type_load(ctx->view, plan->event, i, &type)) continue;
        if (type.price_minor == 0 && type.fee_minor == 0) continue;
        return refuse(ctx, TC_E_IN_USE, "currency", plan->event, i,
                      "ticket type % has its price in the old currency: remove it first");
    }
    return TC_OK;
}

static int32_t update_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_event_spec spec;
    event_plan *plan = NULL;
    int32_t code = begin_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    *out = plan;
    if ((spec.fields & TC_EVENT_FIELD_CURRENCY) &&
        memcmp(plan->rules.currency, spec.currency, 3) != 0) {
        code = check_currency(ctx, plan);
        if (code != TC_OK) return code;
    }
    merge_rules(&plan->rules, &spec);
    merge_doc(&plan->doc, &spec);
    plan->rules.version++;
    plan->doc.updated_at_ms = ctx->now_ms;
    code = check_whole(ctx, &plan->rules, spec.fields);
    if (code == TC_OK && (spec.fields & TC_EVENT_FIELD_MAP))
        code = choose_map(ctx, plan, spec.map, spec.map_version);
    if (code == TC_OK && plan->rules.layout != plan->old_rules.layout)
        code = check_categories(ctx, plan);
    if (code == TC_OK && plan->rules.layout != plan->old_rules.layout)
        code = tci_inventory_check_layout(ctx, plan->event, plan->rules.layout);
    if (code != TC_OK) ctx->refusal.event = plan->event;
    return code;
}

/* The texts of the old document lie in the row that will be replaced: the index goes first. */
static void update_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const event_plan *plan = arg;
    tci_event_index_set(ctx->view, plan->event, &plan->old_rules, &plan->old_doc, false);
    tci_event_index_set(ctx->view, plan->event, &plan->rules, &plan->doc, true);
    tci_event_doc_store(ctx, plan->event, &plan->doc);
    if (plan->rules.layout != plan->old_rules.layout)
        tci_inventory_set_layout(ctx, plan->event, plan->rules.layout);
    tci_event_rules_store(ctx->view, plan->event, &plan->rules, plan->map_version);
    uint8_t payload[16];
    tci_store32(payload, plan->rules.layout);
    tci_store32(payload + 4, plan->rules.status);
    tci_store_i64(payload + 8, plan->rules.starts_at_ms);
    tci_emit(ctx, TC_FEED_EVENT_UPDATED, plan->event, plan->event, plan->rules.version,
             tci_slice_of(payload, sizeof payload));
    answer_event(answer, plan, plan->rules.version);
}

static int32_t delete_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_event_spec spec;
    event_plan *plan = NULL;
    int32_t code = begin_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    *out = plan;
    return tci_event_check_untouched(ctx, plan->event,
                                     "something of the event was sold: cancel it instead");
}

static void delete_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    event_plan *plan = arg;
    uint64_t version = (uint64_t)plan->rules.version + 1;
    tci_event_index_set(ctx->view, plan->event, &plan->old_rules, &plan->old_doc, false);
    tci_inventory_delete(ctx, plan->event);
    tci_ticket_type_delete_all(ctx, plan->event);
    tci_key key = tci_key_of(plan->event, TCI_SPACE_EVENT);
    tci_row_del(ctx->view, &key);
    tci_page_drop(ctx->view, plan->event, TCI_SPACE_HEAD, 0);
    tci_emit(ctx, TC_FEED_EVENT_DELETED, plan->event, plan->event, version, tci_slice_of(NULL, 0));
    plan->rules.seats = plan->map_version = 0;
    answer_event(answer, plan, 0);
}

const tci_op tci_op_event_create = {
    .code = TC_EVENT_CREATE,
    .version = 1,
    .name = "event.create",
    .decide = create_decide,
    .apply = create_apply,
};
const tci_op tci_op_event_update = {
    .code = TC_EVENT_UPDATE,
    .version = 1,
    .name = "event.update",
    .decide = update_decide,
    .apply = update_apply,
};
const tci_op tci_op_event_delete = {
    .code = TC_EVENT_DELETE,
    .version = 1,
    .name = "event.delete",
    .decide = delete_decide,
    .apply = delete_apply,
};
