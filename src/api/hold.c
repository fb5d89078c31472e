/* The public calls of holds: commands by their verbs, and reading a hold from a snapshot, by its
 * secret or on the host's word. */
#include "inventory/hold.h"
#include "api/verb.h"
#include "base/secret.h"

int32_t tc_hold_create(tc_engine *engine, const tc_hold_create_request *request,
                       tc_hold_create_result *result, tc_error *error) {
    return tc_command_run(engine, TC_HOLD_CREATE, request, result, error);
}

int32_t tc_hold_best(tc_engine *engine, const tc_hold_best_request *request,
                     tc_hold_best_result *result, tc_error *error) {
    return tc_command_run(engine, TC_HOLD_BEST, request, result, error);
}

int32_t tc_hold_extend(tc_engine *engine, const tc_hold_extend_request *request,
                       tc_hold_extend_result *result, tc_error *error) {
    return tc_command_run(engine, TC_HOLD_EXTEND, request, result, error);
}

int32_t tc_hold_release(tc_engine *engine, const tc_hold_release_request *request,
                        tc_hold_release_result *result, tc_error *error) {
    return tc_command_run(engine, TC_HOLD_RELEASE, request, result, error);
}

int32_t tc_hold_expire(tc_engine *engine, const tc_hold_expire_request *request,
                       tc_hold_expire_result *result, tc_error *error) {
    return tc_command_run(engine, TC_HOLD_EXPIRE, request, result, error);
}

int32_t tc_hold_swap(tc_engine *engine, const tc_hold_swap_request *request,
                     tc_hold_swap_result *result, tc_error *error) {
    return tc_command_run(engine, TC_HOLD_SWAP, request, result, error);
}

int32_t tc_sweep(tc_engine *engine, const tc_sweep_request *request, tc_sweep_result *result,
                 tc_error *error) {
    return tc_command_run(engine, TC_SWEEP, request, result, error);
}

/* One answer for unknown and not yours. `secret` NULL: the host asks. */
static int32_t find(tc_snapshot *snapshot, uint64_t id, const tc_secret *secret, tci_hold *hold,
                    tc_error *error) {
    bool found = tci_hold_load(tci_snapshot_view(snapshot), id, hold);
    if (found && secret) {
        uint8_t hash[16];
        tci_engine_hash_secret(tci_snapshot_engine(snapshot), secret, hash);
        found = tci_secret_equal(hash, hold->secret);
    }
    return found ? TC_OK : tci_fail_missing(error, "hold", 0, id);
}

static void fill(tc_snapshot *snapshot, const tci_hold *hold, tc_hold_view *view) {
    bool dead = hold->state == TC_HOLD_LIVE && !tci_hold_lives(hold, tci_snapshot_now(snapshot));
    *view = (tc_hold_view)TC_HOLD_VIEW_INIT;
    view->hold = hold->id;
    view->version = hold->version + dead; /* what the sweep will make of it */
    view->state = dead ? (uint32_t)TC_HOLD_EXPIRED : hold->state;
    view->channel = hold->channel;
    view->order = hold->order;
    view->created_at_ms = hold->created_at_ms;
    view->expires_at_ms = hold->expires_at_ms;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item item;
        if (!tci_hold_item_load(tci_snapshot_view(snapshot), hold->item_first + i, &item)) continue;
        if (item.pool) view->pools++;
        else view->seats++;
    }
}

static int32_t get(tc_snapshot *snapshot, uint64_t id, const tc_secret *secret, tc_hold_view *view,
                   tc_error *error) {
    tc_hold_view full;
    tci_hold hold;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find(snapshot, id, secret, &hold, error);
    if (code == TC_OK) fill(snapshot, &hold, &full);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}

int32_t tc_hold_get(tc_snapshot *snapshot, uint64_t hold, const tc_secret *secret,
                    tc_hold_view *view, tc_error *error) {
    int32_t code = tci_check_not_null(secret, "secret", error);
    return code == TC_OK ? get(snapshot, hold, secret, view, error) : code;
}

int32_t tc_hold_peek(tc_snapshot *snapshot, uint64_t hold, tc_hold_view *view, tc_error *error) {
    return get(snapshot, hold, NULL, view, error);
}

/* Both kinds of items, told apart by `pool`: whole room or none is written. */
static int32_t items(tc_snapshot *snapshot, uint64_t id, bool pool, void *room, uint32_t capacity,
                     uint32_t *count, tc_error *error) {
    tci_hold hold;
    uint32_t found = 0;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(room, pool ? "pools" : "seats", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find(snapshot, id, NULL, &hold, error);
    for (uint32_t i = 0; code == TC_OK && i < hold.item_count; i++) {
        tci_hold_item item;
        if (!tci_hold_item_load(tci_snapshot_view(snapshot), hold.item_first + i, &item)) break;
        if (item.pool != pool) continue;
        if (found < capacity && pool)
            ((tc_hold_pool *)room)[found] = (tc_hold_pool){item.event, item.target, item.quantity};
        else if (found < capacity)
            ((tc_hold_seat *)room)[found] = (tc_hold_seat){item.event, item.target, item.version};
        found++;
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = found;
    return code;
}

int32_t tc_hold_seats(tc_snapshot *snapshot, uint64_t hold, tc_hold_seat *seats, uint32_t capacity,
                      uint32_t *count, tc_error *error) {
    return items(snapshot, hold, false, seats, capacity, count, error);
}

int32_t tc_hold_pools(tc_snapshot *snapshot, uint64_t hold, tc_hold_pool *pools, uint32_t capacity,
                      uint32_t *count, tc_error *error) {
    return items(snapshot, hold, true, pools, capacity, count, error);
}
