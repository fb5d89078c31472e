/* Venues: one row each, made, changed and removed by three commands. Used by events and maps, which
 * only read; nothing else writes these rows. */
#include "catalog/venue.h"

#include "catalog/event.h"
#include "ticketcore/feed_types.h"

typedef struct venue_plan {
    uint64_t id;
    tci_venue venue;
} venue_plan;

static tci_key venue_key(uint64_t venue) {
    tci_key key = tci_key_of(0, TCI_SPACE_VENUE);
    tci_key_u64(&key, venue);
    return key;
}

bool tci_venue_must(tci_view *view, uint64_t venue, tci_venue *out) {
    if (venue == 0) return false;
    if (tci_venue_load(view, venue, out)) return true;
    tci_key key = venue_key(venue);
    tci_view_missing(view, &key);
    return false;
}

bool tci_venue_load(tci_view *view, uint64_t venue, tci_venue *out) {
    tci_key key = venue_key(venue);
    tci_slice value;
    if (venue == 0 || !tci_row_get(view, &key, &value)) return false;
    tci_reader reader = tci_reader_of(value);
    out->version = tci_read_u64(&reader);
    out->created_at_ms = tci_read_i64(&reader);
    out->updated_at_ms = tci_read_i64(&reader);
    for (int i = 0; i < TCI_VENUE_TEXTS; i++) out->texts[i] = tci_read_text(&reader);
    return !reader.failed;
}

static void venue_store(tci_ctx *ctx, uint64_t id, const tci_venue *venue) {
    TCI_ASSERT(id != 0 && venue->version != 0);
    size_t room = 32;
    for (int i = 0; i < TCI_VENUE_TEXTS; i++) room += 4 + venue->texts[i].len;
    tci_buf buf;
    tci_buf_init(&buf, tci_arena_alloc(ctx->arena, room), room);
    tci_buf_u64(&buf, venue->version);
    tci_buf_i64(&buf, venue->created_at_ms);
    tci_buf_i64(&buf, venue->updated_at_ms);
    for (int i = 0; i < TCI_VENUE_TEXTS; i++) tci_buf_text(&buf, venue->texts[i]);
    tci_key key = venue_key(id);
    tci_row_put(ctx->view, &key, tci_buf_slice(&buf));
    tci_buf_free(&buf);
}

void tci_venue_spec_write(tci_buf *buf, const tci_venue_spec *spec) {
    tci_buf_u64(buf, spec->venue);
    tci_buf_u64(buf, spec->expected_version);
    tci_buf_u32(buf, spec->fields);
    for (int i = 0; i < TCI_VENUE_TEXTS; i++)
        if (spec->fields & 1u << i) tci_buf_text(buf, spec->texts[i]);
}

bool tci_venue_spec_read(tci_slice command, tci_venue_spec *spec) {
    tci_reader reader = tci_reader_of(command);
    memset(spec, 0, sizeof *spec);
    spec->venue = tci_read_u64(&reader);
    spec->expected_version = tci_read_u64(&reader);
    spec->fields = tci_read_u32(&reader);
    for (int i = 0; i < TCI_VENUE_TEXTS; i++)
        if (spec->fields & 1u << i) spec->texts[i] = tci_read_text(&reader);
    return tci_reader_done(&reader);
}

/* Read the command and the venue it names into a plan; refuses what is not there or not expected.
 */
static int32_t plan_existing(tci_ctx *ctx, tci_slice command, tci_venue_spec *spec,
                             venue_plan **out) {
    venue_plan *plan = TCI_ARENA_NEW(ctx->arena, venue_plan);
    if (!plan) return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (!tci_venue_spec_read(command, spec))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    plan->id = spec->venue;
    if (!tci_venue_load(ctx->view, plan->id, &plan->venue))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "venue", plan->id, NULL);
    if (spec->expected_version && spec->expected_version != plan->venue.version)
        return tci_refuse_version(ctx, "expected_version", plan->id, spec->expected_version,
                                  plan->venue.version);
    *out = plan;
    return TC_OK;
}

static void answer_venue(tci_buf *answer, uint64_t id, uint64_t version) {
    tci_buf_u64(answer, id);
    tci_buf_u64(answer, version);
}

static int32_t create_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_venue_spec spec;
    venue_plan *plan = TCI_ARENA_NEW(ctx->arena, venue_plan);
    if (!plan) return tci_refuse(ctx, TC_E_NOMEM, NULL, 0, NULL);
    if (!tci_venue_spec_read(command, &spec))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, "the encoded command is malformed");
    plan->venue.version = 1;
    plan->venue.created_at_ms = plan->venue.updated_at_ms = ctx->now_ms;
    memcpy(plan->venue.texts, spec.texts, sizeof spec.texts);
    *out = plan;
    return TC_OK;
}

static void create_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    venue_plan *plan = arg;
    plan->id = tci_slot_take(ctx->view, 0, TCI_SLOT_VENUE_NEXT, 1);
    venue_store(ctx, plan->id, &plan->venue);
    tci_emit(ctx, TC_FEED_VENUE_CREATED, 0, plan->id, 1, tci_slice_of(NULL, 0));
    answer_venue(answer, plan->id, 1);
}

static int32_t update_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_venue_spec spec;
    venue_plan *plan = NULL;
    int32_t code = plan_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    for (int i = 0; i < TCI_VENUE_TEXTS; i++)
        if (spec.fields & 1u << i) plan->venue.texts[i] = spec.texts[i];
    plan->venue.version++;
    plan->venue.updated_at_ms = ctx->now_ms;
    *out = plan;
    return TC_OK;
}

static void update_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const venue_plan *plan = arg;
    venue_store(ctx, plan->id, &plan->venue);
    tci_emit(ctx, TC_FEED_VENUE_UPDATED, 0, plan->id, plan->venue.version, tci_slice_of(NULL, 0));
    answer_venue(answer, plan->id, plan->venue.version);
}

static int32_t delete_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_venue_spec spec;
    venue_plan *plan = NULL;
    int32_t code = plan_existing(ctx, command, &spec, &plan);
    if (code != TC_OK) return code;
    uint64_t user = tci_event_index_first(ctx->view, TCI_INDEX_VENUE, plan->id);
    if (user) {
        code = tci_refuse(ctx, TC_E_IN_USE, "venue", user, "event % takes place at the venue");
        ctx->refusal.event = user;
        return code;
    }
    user = tci_event_index_first(ctx->view, TCI_INDEX_VENUE_MAP, plan->id);
    if (user) return tci_refuse(ctx, TC_E_IN_USE, "venue", user, "map % belongs to the venue");
    *out = plan;
    return TC_OK;
}

static void delete_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const venue_plan *plan = arg;
    tci_key key = venue_key(plan->id);
    tci_row_del(ctx->view, &key);
    tci_emit(ctx, TC_FEED_VENUE_DELETED, 0, plan->id, plan->venue.version + 1,
             tci_slice_of(NULL, 0));
    answer_venue(answer, plan->id, 0);
}

const tci_op tci_op_venue_create = {
    .code = TC_VENUE_CREATE,
    .version = 1,
    .name = "venue.create",
    .decide = create_decide,
    .apply = create_apply,
};
const tci_op tci_op_venue_update = {
    .code = TC_VENUE_UPDATE,
    .version = 1,
    .name = "venue.update",
    .decide = update_decide,
    .apply = update_apply,
};
const tci_op tci_op_venue_delete = {
    .code = TC_VENUE_DELETE,
    .version = 1,
    .name = "venue.delete",
    .decide = delete_decide,
    .apply = delete_apply,
};
