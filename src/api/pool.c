/* The public calls of pools: commands by their verbs, and reading pools from a snapshot. */
#include "api/verb.h"
#include "inventory/availability.h"

int32_t tc_pool_create(tc_engine *engine, const tc_pool_create_request *request,
                       tc_pool_create_result *result, tc_error *error) {
    return tc_command_run(engine, TC_POOL_CREATE, request, result, error);
}

int32_t tc_pool_update(tc_engine *engine, const tc_pool_update_request *request,
                       tc_pool_update_result *result, tc_error *error) {
    return tc_command_run(engine, TC_POOL_UPDATE, request, result, error);
}

static bool open_house(tc_snapshot *snapshot, uint64_t event, tci_house *house) {
    tci_event_rules rules;
    tci_view *view = tci_snapshot_view(snapshot);
    return tci_event_rules_load(view, event, &rules) && tci_house_open(view, event, house);
}

static bool fill(tc_snapshot *snapshot, const tci_house *house, uint32_t number,
                 tc_pool_view *view) {
    tci_view *from = tci_snapshot_view(snapshot);
    tci_pool pool;
    tci_slice name;
    if (!tci_pool_at(tci_snapshot_now(snapshot), house, number, &pool)) return false;
    *view = (tc_pool_view)TC_POOL_VIEW_INIT;
    view->event = house->event;
    view->pool = number;
    view->version = pool.version;
    view->capacity = pool.capacity;
    view->held = pool.held;
    view->sold = pool.sold;
    view->free = pool.capacity - pool.held - pool.sold;
    view->open = pool.open;
    view->channel = pool.channel;
    view->name = NULL;
    if (tci_pool_name(from, house->event, number, &name))
        view->name = tci_arena_copy(tci_snapshot_arena(snapshot), name.data, name.len);
    if (!view->name) view->name = "";
    return true;
}

int32_t tc_pool_get(tc_snapshot *snapshot, uint64_t event, uint32_t pool, tc_pool_view *view,
                    tc_error *error) {
    tc_pool_view full;
    tci_house house;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    if (!open_house(snapshot, event, &house)) code = tci_fail_missing(error, "event", 0, event);
    else if (!fill(snapshot, &house, pool, &full))
        code = tci_fail_missing(error, "pool", event, pool);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}

int32_t tc_pool_list(tc_snapshot *snapshot, uint64_t event, uint32_t after, tc_pool_view *pools,
                     uint32_t capacity, uint32_t *count, tc_error *error) {
    tci_house house;
    int32_t code = tci_check_not_null(pools, "pools", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_range(capacity, 1, INT32_MAX, "capacity", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    uint32_t written = 0;
    if (!open_house(snapshot, event, &house)) code = tci_fail_missing(error, "event", 0, event);
    for (uint32_t i = after; code == TC_OK && i < house.pools && written < capacity; i++)
        if (fill(snapshot, &house, i + 1, &pools[written])) written++;
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = written;
    return code;
}
