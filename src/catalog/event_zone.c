/* The time zone an event is told in: its venue's. For texts that people read. */
#include "catalog/catalog.h"
#include "catalog/venue.h"

void tci_event_time_zone(tci_view *view, uint64_t event, char *zone) {
    tci_event_rules rules;
    tci_venue venue;
    zone[0] = '\0';
    if (!tci_event_rules_load(view, event, &rules) || !tci_venue_must(view, rules.venue, &venue))
        return;
    size_t len = TCI_MIN(venue.time_zone.len, (size_t)TC_NAME_MAX);
    if (len) memcpy(zone, venue.time_zone.data, len);
    zone[len] = '\0';
}
