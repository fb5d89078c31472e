/* The public calls of availability. Everything is read from one snapshot at its moment. */
#include "inventory/availability.h"
#include "api/verb.h"

/* Begin a reading call on an event; on TC_OK end it with tci_snapshot_leave. */
static int32_t enter(tc_snapshot *snapshot, uint64_t event, tci_house *house, tc_error *error) {
    tci_event_rules rules;
    int32_t code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    if (tci_event_rules_load(view, event, &rules) && tci_house_open(view, event, house))
        return TC_OK;
    return tci_snapshot_leave(snapshot, tci_fail_missing(error, "event", 0, event), error);
}

int32_t tc_availability_get(tc_snapshot *snapshot, uint64_t event, tc_availability *availability,
                            tc_error *error) {
    tc_availability full;
    tci_house house;
    int32_t code =
        tci_struct_in(availability, sizeof full, sizeof full, &full, "availability", error);
    if (code == TC_OK) code = enter(snapshot, event, &house, error);
    if (code != TC_OK) return code;
    full = (tc_availability)TC_AVAILABILITY_INIT;
    tci_availability_totals(tci_snapshot_view(snapshot), tci_snapshot_now(snapshot), event, &full);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) tci_struct_out(availability, &full, sizeof full);
    return code;
}

int32_t tc_availability_counts(tc_snapshot *snapshot, uint64_t event, uint32_t by,
                               tc_availability_count *counts, uint32_t capacity, uint32_t *count,
                               tc_error *error) {
    tci_house house;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(counts, "counts", error);
    if (code == TC_OK && (by < TC_BY_CATEGORY || by > TC_BY_CHANNEL))
        code = tci_fail(error, TC_E_INVALID, "by", "by is %u; it must be a tc_availability_by", by);
    if (code == TC_OK) code = enter(snapshot, event, &house, error);
    if (code != TC_OK) return code;
    uint32_t all =
        tci_availability_by_key(tci_snapshot_now(snapshot), &house, by, counts, capacity);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) *count = all;
    return code;
}

int32_t tc_availability_map(tc_snapshot *snapshot, uint64_t event, uint8_t *bits, size_t capacity,
                            size_t *length, uint64_t *inventory_version, tc_error *error) {
    tci_house house;
    int32_t code = tci_check_not_null(length, "length", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(bits, "bits", error);
    if (code == TC_OK) code = enter(snapshot, event, &house, error);
    if (code != TC_OK) return code;
    size_t needed = (house.seats + 3u) / 4;
    uint64_t version = tci_house_version(&house);
    if (capacity >= needed && bits) tci_availability_bits(tci_snapshot_now(snapshot), &house, bits);
    else if (capacity != 0 || bits)
        code = tci_fail(error, TC_E_BUFFER, "capacity", "the map has %zu bytes, the room %zu",
                        needed, capacity);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK || code == TC_E_BUFFER) *length = needed;
    if (code == TC_OK && inventory_version) *inventory_version = version;
    return code;
}

int32_t tc_availability_seats(tc_snapshot *snapshot, uint64_t event, uint32_t first,
                              tc_seat_status *seats, uint32_t capacity, uint32_t *count,
                              uint64_t *inventory_version, tc_error *error) {
    tci_house house;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(seats, "seats", error);
    if (code == TC_OK) code = enter(snapshot, event, &house, error);
    if (code != TC_OK) return code;
    uint32_t there = first < house.seats ? house.seats - first : 0;
    uint64_t version = tci_house_version(&house);
    if (there && capacity)
        tci_availability_decode(tci_snapshot_now(snapshot), &house, first, TCI_MIN(there, capacity),
                                seats);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code != TC_OK) return code;
    *count = there;
    if (inventory_version) *inventory_version = version;
    return TC_OK;
}

int32_t tc_availability_since(tc_snapshot *snapshot, uint64_t event, uint64_t since,
                              tc_seat_change *changes, uint32_t capacity, uint32_t *count,
                              uint64_t *inventory_version, tc_error *error) {
    tci_house house;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_not_null(inventory_version, "inventory_version", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(changes, "changes", error);
    if (code == TC_OK) code = enter(snapshot, event, &house, error);
    if (code != TC_OK) return code;
    uint64_t version = tci_house_version(&house);
    uint32_t found = 0;
    if (since > version)
        code = tci_fail(error, TC_E_INVALID, "since", "since is %llu; the event stands at %llu",
                        (unsigned long long)since, (unsigned long long)version);
    else
        found =
            tci_availability_delta(tci_snapshot_now(snapshot), &house, since, changes, capacity);
    if (found == UINT32_MAX) code = tci_fail(error, TC_E_NOMEM, NULL, NULL);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code != TC_OK) return code;
    *count = found;
    *inventory_version = version;
    return TC_OK;
}
