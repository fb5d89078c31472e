/* Venues inside the catalog: the encoded command and the stored row. */
#ifndef TCI_VENUE_H
#define TCI_VENUE_H

#include "catalog/catalog.h"
#include "ticketcore/venue.h"

/* All fields of tc_venue_field. */
enum { TCI_VENUE_FIELDS = 0x3F };
enum { TCI_VENUE_TEXTS = 6 };

typedef struct tci_venue {
    uint64_t version;
    int64_t created_at_ms;
    int64_t updated_at_ms;
    union {
        struct {
            tci_slice name;
            tci_slice address;
            tci_slice city;
            tci_slice country;
            tci_slice time_zone;
            tci_slice capacity_note;
        };
        tci_slice texts[TCI_VENUE_TEXTS]; /* the same, in the order of tc_venue_field's bits */
    };
} tci_venue;

/* Slices live as long as the view. */
bool tci_venue_load(tci_view *view, uint64_t venue, tci_venue *out);
/* The venue that an event or a map names: it cannot have been deleted. False for 0, too. */
bool tci_venue_must(tci_view *view, uint64_t venue, tci_venue *out);

/* What the venue commands carry; `texts` of the fields named. */
typedef struct tci_venue_spec {
    uint64_t venue;
    uint64_t expected_version;
    uint32_t fields;
    tci_slice texts[TCI_VENUE_TEXTS];
} tci_venue_spec;

void tci_venue_spec_write(tci_buf *buf, const tci_venue_spec *spec);
bool tci_venue_spec_read(tci_slice command, tci_venue_spec *spec);

#endif
