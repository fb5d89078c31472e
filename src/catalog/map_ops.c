/* The commands over maps: import a first or a further version, publish, remove. Documents were
 * parsed and compiled before the command was made; here versions are counted, seats numbered and
 * layouts written. */
#include "catalog/map.h"

#include "catalog/event.h"
#include "catalog/map_compiled.h"
#include "catalog/venue.h"
#include "ticketcore/feed_types.h"

typedef struct map_plan {
    uint64_t id;
    tci_map map;
    uint32_t number; /* of the version it is about */
    tci_map_version version;
    tci_compiled compiled;
    uint32_t previous; /* layout of the version before; 0: none */
    tci_numbering numbering;
} map_plan;

tci_key tci_map_key(uint64_t map) {
    tci_key key = tci_key_of(0, TCI_SPACE_MAP);
    tci_key_u64(&key, map);
    return key;
}

static tci_key version_key(uint64_t map, uint32_t number) {
    tci_key key = tci_map_key(map);
    tci_key_u32(&key, number);
    return key;
}

bool tci_map_load(tci_view *view, uint64_t map, tci_map *out) {
    tci_key key = tci_map_key(map);
    tci_slice value;
    if (map == 0 || !tci_row_get(view, &key, &value)) return false;
    tci_reader reader = tci_reader_of(value);
    out->version = tci_read_u64(&reader);
    out->venue = tci_read_u64(&reader);
    out->newest = tci_read_u32(&reader);
    out->published = tci_read_u32(&reader);
    out->name = tci_read_text(&reader);
    return !reader.failed;
}

static void map_store(tci_ctx *ctx, uint64_t id, const tci_map *map) {
    TCI_ASSERT(id != 0 && map->version != 0 && map->published <= map->newest);
    uint8_t room[32 + TC_NAME_MAX];
    tci_buf buf;
    tci_buf_init(&buf, room, sizeof room);
    tci_buf_u64(&buf, map->version);
    tci_buf_u64(&buf, map->venue);
    tci_buf_u32(&buf, map->newest);
    tci_buf_u32(&buf, map->published);
    tci_buf_text(&buf, map->name);
    tci_key key = tci_map_key(id);
    tci_row_put(ctx->view, &key, tci_buf_slice(&buf));
    TCI_ASSERT(!buf.owned);
}

bool tci_map_version_load(tci_view *view, uint64_t map, uint32_t number, tci_map_version *out) {
    tci_key key = version_key(map, number);
    tci_slice value;
    tci_map of;
    if (map == 0 || number == 0) return false;
    if (!tci_row_get(view, &key, &value)) {
        if (tci_map_load(view, map, &of) && number <= of.newest) tci_view_missing(view, &key);
        return false;
    }
    tci_reader reader = tci_reader_of(value);
    out->layout = tci_read_u32(&reader);
    out->status = tci_read_u32(&reader);
    out->created_at_ms = tci_read_i64(&reader);
    out->published_at_ms = tci_read_i64(&reader);
    return !reader.failed;
}

static void version_store(tci_view *view, uint64_t map, uint32_t number,
                          const tci_map_version *version) {
    TCI_ASSERT(map != 0 && number != 0 && version->layout != 0);
    uint8_t room[24];
    tci_store32(room, version->layout);
    tci_store32(room + 4, version->status);
    tci_store_i64(room + 8, version->created_at_ms);
    tci_store_i64(room + 16, version->published_at_ms);
    tci_key key = version_key(map, number);
    tci_row_put(view, &key, tci_slice_of(room, sizeof room));
}

void tci_map_spec_write(tci_buf *buf, const tci_map_spec *spec) {
    tci_buf_u64(buf, spec->map);
    tci_buf_u64(buf, spec->expected_version);
    tci_buf_u64(buf, spec->venue);
    tci_buf_u32(buf, spec->map_version);
    tci_buf_text(buf, spec->name);
}

bool tci_map_spec_read(tci_slice command, tci_map_spec *spec) {
    tci_reader reader = tci_reader_of(command);
    spec->map = tci_read_u64(&reader);
    spec->expected_version = tci_read_u64(&reader);
    spec->venue = tci_read_u64(&reader);
    spec->map_version = tci_read_u32(&reader);
    spec->name = tci_read_text(&reader);
    spec->compiled = tci_slice_of(reader.at, tci_reader_left(&reader));
    return !reader.failed && spec->name.len <= TC_NAME_MAX;
}

static int32_t begin_plan(tci_ctx *ctx, tci_slice command, tci_map_spec *spec, map_plan **out) {
    map_plan *plan = TCI_ARENA_NEW(ctx->arena, map_plan);
    if (!plan) return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (!tci_map_spec_read(command, spec))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    plan->id = spec->map;
    *out = plan;
    return TC_OK;
}

static int32_t begin_existing(tci_ctx *ctx, tci_slice command, tci_map_spec *spec, map_plan **out) {
    int32_t code = begin_plan(ctx, command, spec, out);
    if (code != TC_OK) return code;
    map_plan *plan = *out;
    if (!tci_map_load(ctx->view, plan->id, &plan->map))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "map", plan->id, NULL);
    if (spec->expected_version && spec->expected_version != plan->map.version)
        return tci_refuse_version(ctx, "expected_version", plan->id, spec->expected_version,
                                  plan->map.version);
    return TC_OK;
}

/* Give the compiled seats their numbers; the rest of the plan's version. */
static int32_t plan_version(tci_ctx *ctx, const tci_map_spec *spec, map_plan *plan) {
    if (!tci_compiled_read(spec->compiled, &plan->compiled))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    if (spec->name.len) plan->map.name = spec->name;
    else if (plan->map.name.len == 0) plan->map.name = plan->compiled.name;
    if (!tci_layout_number(ctx, &plan->compiled, plan->previous, &plan->numbering))
        return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (plan->numbering.numbers > TC_SEATS_MAX)
        return tci_refuse(ctx, TC_E_LIMIT, "seats", plan->id,
                          "seats and retired seat numbers together are more than 1,000,000");
    if (plan->numbering.category_count > TC_CATEGORIES_MAX)
        return tci_refuse(ctx, TC_E_LIMIT, "categories", plan->id,
                          "categories of all versions of a map together are more than 250");
    plan->number = plan->map.newest + 1;
    plan->map.newest = plan->number;
    plan->map.version++;
    plan->version.status = TC_MAP_DRAFT;
    plan->version.created_at_ms = ctx->now_ms;
    return TC_OK;
}

static void answer_map(tci_buf *answer, const map_plan *plan, bool deleted) {
    tci_buf_u64(answer, plan->id);
    tci_buf_u64(answer, deleted ? 0 : plan->map.version);
    tci_buf_u32(answer, deleted ? 0 : plan->number);
    tci_buf_u32(answer, plan->compiled.live);
    tci_buf_u32(answer, plan->numbering.added);
    tci_buf_u32(answer, plan->numbering.numbers);
}

static void apply_version(tci_ctx *ctx, map_plan *plan, tci_buf *answer) {
    plan->version.layout = (uint32_t)tci_slot_take(ctx->view, 0, TCI_SLOT_LAYOUT_NEXT, 1);
    tci_layout_write(ctx, plan->version.layout, &plan->compiled, &plan->numbering);
    version_store(ctx->view, plan->id, plan->number, &plan->version);
    map_store(ctx, plan->id, &plan->map);
    uint8_t payload[8];
    tci_store32(payload, plan->number);
    tci_store32(payload + 4, plan->compiled.live);
    tci_emit(ctx, TC_FEED_MAP_CREATED, 0, plan->id, plan->map.version,
             tci_slice_of(payload, sizeof payload));
    answer_map(answer, plan, false);
}

static int32_t create_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_map_spec spec;
    map_plan *plan = NULL;
    tci_venue venue;
    int32_t code = begin_plan(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    if (spec.venue && !tci_venue_load(ctx->view, spec.venue, &venue))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "venue", spec.venue, NULL);
    plan->map.venue = spec.venue;
    *out = plan;
    return plan_version(ctx, &spec, plan);
}

static void create_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    map_plan *plan = arg;
    plan->id = tci_slot_take(ctx->view, 0, TCI_SLOT_MAP_NEXT, 1);
    if (plan->map.venue) {
        tci_key key = tci_event_index_key(TCI_INDEX_VENUE_MAP);
        tci_key_u64(&key, plan->map.venue);
        tci_key_u64(&key, plan->id);
        tci_row_put(ctx->view, &key, tci_slice_of(NULL, 0));
    }
    apply_version(ctx, plan, answer);
}

static int32_t update_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_map_spec spec;
    map_plan *plan = NULL;
    tci_map_version newest;
    int32_t code = begin_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    if (!tci_map_version_load(ctx->view, plan->id, plan->map.newest, &newest))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "map", plan->id, "map % has no version");
    plan->previous = newest.layout;
    *out = plan;
    return plan_version(ctx, &spec, plan);
}

static void update_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    apply_version(ctx, arg, answer);
}

static int32_t publish_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_map_spec spec;
    map_plan *plan = NULL;
    tci_layout_head head;
    int32_t code = begin_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    plan->number = spec.map_version ? spec.map_version : plan->map.newest;
    if (!tci_map_version_load(ctx->view, plan->id, plan->number, &plan->version) ||
        !tci_layout_head_load(ctx->view, plan->version.layout, &head))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "map_version", plan->number,
                          "the map has no version %");
    if (plan->version.status == TC_MAP_PUBLISHED)
        return tci_refuse(ctx, TC_E_STATE, "map_version", plan->number,
                          "this version is published already");
    plan->version.status = TC_MAP_PUBLISHED;
    plan->version.published_at_ms = ctx->now_ms;
    plan->map.published = TCI_MAX(plan->map.published, plan->number);
    plan->map.version++;
    plan->compiled.live = head.live;
    plan->numbering.numbers = head.numbers;
    *out = plan;
    return TC_OK;
}

static void publish_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const map_plan *plan = arg;
    version_store(ctx->view, plan->id, plan->number, &plan->version);
    map_store(ctx, plan->id, &plan->map);
    uint8_t payload[8];
    tci_store32(payload, plan->number);
    tci_store32(payload + 4, plan->version.layout);
    tci_emit(ctx, TC_FEED_MAP_PUBLISHED, 0, plan->id, plan->map.version,
             tci_slice_of(payload, sizeof payload));
    answer_map(answer, plan, false);
}

static int32_t delete_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_map_spec spec;
    map_plan *plan = NULL;
    int32_t code = begin_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    uint64_t event = tci_event_index_first(ctx->view, TCI_INDEX_MAP, plan->id);
    if (event) {
        code = tci_refuse(ctx, TC_E_IN_USE, "map", event, "event % uses the map");
        ctx->refusal.event = event;
        return code;
    }
    *out = plan;
    return TC_OK;
}

static void delete_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const map_plan *plan = arg;
    for (uint32_t number = 1; number <= plan->map.newest; number++) {
        tci_map_version version;
        if (!tci_map_version_load(ctx->view, plan->id, number, &version)) continue;
        tci_layout_delete(ctx, version.layout);
        tci_key key = version_key(plan->id, number);
        tci_row_del(ctx->view, &key);
    }
    if (plan->map.venue) {
        tci_key key = tci_event_index_key(TCI_INDEX_VENUE_MAP);
        tci_key_u64(&key, plan->map.venue);
        tci_key_u64(&key, plan->id);
        tci_row_del(ctx->view, &key);
    }
    tci_key key = tci_map_key(plan->id);
    tci_row_del(ctx->view, &key);
    tci_emit(ctx, TC_FEED_MAP_DELETED, 0, plan->id, plan->map.version + 1, tci_slice_of(NULL, 0));
    answer_map(answer, plan, true);
}

const tci_op tci_op_map_create = {
    .code = TC_MAP_CREATE,
    .version = 1,
    .name = "map.create",
    .decide = create_decide,
    .apply = create_apply,
};
const tci_op tci_op_map_update = {
    .code = TC_MAP_UPDATE,
    .version = 1,
    .name = "map.update",
    .decide = update_decide,
    .apply = update_apply,
};
const tci_op tci_op_map_publish = {
    .code = TC_MAP_PUBLISH,
    .version = 1,
    .name = "map.publish",
    .decide = publish_decide,
    .apply = publish_apply,
};
const tci_op tci_op_map_delete = {
    .code = TC_MAP_DELETE,
    .version = 1,
    .name = "map.delete",
    .decide = delete_decide,
    .apply = delete_apply,
};
