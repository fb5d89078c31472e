/* The public calls of seats: commands by their verbs, and reading one seat from a snapshot. */
#include "api/verb.h"
#include "inventory/availability.h"

int32_t tc_seat_block(tc_engine *engine, const tc_seat_block_request *request,
                      tc_seat_block_result *result, tc_error *error) {
    return tc_command_run(engine, TC_SEAT_BLOCK, request, result, error);
}

int32_t tc_seat_unblock(tc_engine *engine, const tc_seat_unblock_request *request,
                        tc_seat_unblock_result *result, tc_error *error) {
    return tc_command_run(engine, TC_SEAT_UNBLOCK, request, result, error);
}

int32_t tc_seat_channel(tc_engine *engine, const tc_seat_channel_request *request,
                        tc_seat_channel_result *result, tc_error *error) {
    return tc_command_run(engine, TC_SEAT_CHANNEL, request, result, error);
}

static bool fill(tc_snapshot *snapshot, uint64_t event, uint32_t number, tc_seat_view *view) {
    tci_view *from = tci_snapshot_view(snapshot);
    tci_event_rules rules;
    tci_house house;
    tci_seat seat;
    tci_hold hold;
    tci_seat_info info = {0};
    if (!tci_event_rules_load(from, event, &rules) || !tci_house_open(from, event, &house) ||
        !tci_seat_at(tci_snapshot_now(snapshot), &house, number, &seat, &hold))
        return false;
    *view = (tc_seat_view)TC_SEAT_VIEW_INIT;
    view->event = event;
    view->seat = number;
    view->state = seat.state;
    view->version = seat.version;
    view->channel = tci_house_channel(&house, number);
    if (seat.state == TC_SEAT_SOLD) view->ticket = seat.owner;
    if (seat.state == TC_SEAT_HELD) {
        view->hold = hold.id;
        view->expires_at_ms = hold.expires_at_ms;
    }
    if (seat.state != TC_SEAT_RETIRED && tci_seat_info_load(from, house.layout, number, &info)) {
        view->category = info.category;
        view->section = info.section;
    }
    return true;
}

int32_t tc_seat_get(tc_snapshot *snapshot, uint64_t event, uint32_t seat, tc_seat_view *view,
                    tc_error *error) {
    tc_seat_view full;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_event_rules rules;
    if (!tci_event_rules_load(tci_snapshot_view(snapshot), event, &rules))
        code = tci_fail_missing(error, "event", 0, event);
    else if (!fill(snapshot, event, seat, &full))
        code = tci_fail_missing(error, "seat", event, seat);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}
