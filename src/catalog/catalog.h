/* The face of the catalog for the rest of the domain: what an event allows, what a seat is, what a
 * ticket type costs. Fixed-size, cheap, read through pages the batch has in hand. */
#ifndef TCI_CATALOG_H
#define TCI_CATALOG_H

#include "engine/command.h"

#define TCI_SEAT_NONE UINT32_MAX

/* What the hot paths need of an event; kept in its HEAD page (TCI_SLOT_EVENT_RULES). */
typedef struct tci_event_rules {
    uint64_t venue;
    uint64_t map;
    uint32_t layout;          /* compiled (map, version); 0: no seats */
    uint32_t seats;           /* of the layout */
    uint32_t status;          /* a tc_event_status */
    uint32_t flags;           /* tc_event_flag values */
    uint32_t version;         /* of the event, for compare-and-swap */
    uint32_t limit_per_buyer; /* places held and sold; 0: none */
    uint32_t limit_per_order; /* 0: none */
    uint32_t late_money;      /* a tc_late_money rule */
    int64_t starts_at_ms;
    int64_t ends_at_ms;
    int64_t sale_from_ms;  /* 0: at once */
    int64_t sale_until_ms; /* 0: until it starts */
    int64_t hold_ttl_ms;   /* default */
    int64_t hold_life_ms;  /* cap over extensions */
    char currency[4];      /* with its NUL */
    uint8_t capture;       /* a tc_capture rule: how payments of this event are taken */
} tci_event_rules;

enum { TCI_SLOT_EVENT_RULES = 64 }; /* 64 … 127 of an event's HEAD page: 512 bytes */

/* False when there is no such event (or it was deleted). */
bool tci_event_rules_load(tci_view *view, uint64_t event, tci_event_rules *rules);
/* Sale window and status at a time; TC_OK or refuses with TC_E_NOT_ON_SALE / TC_E_NOT_FOUND. */
int32_t tci_event_check_on_sale(tci_ctx *ctx, uint64_t event, const tci_event_rules *rules);

/* Attributes of a seat of a layout. Positions are in the map's units × 1. A retired seat
 * (TC_SEAT_FLAG_RETIRED: a later version of the map dropped it, its number stays) has category and
 * section 0, row TCI_SEAT_NONE, no neighbours, and stands in no row. Around a table
 * (TC_SEAT_FLAG_TABLE) neighbours go round: whoever walks them stops at the seat begun with. */
typedef struct tci_seat_info {
    uint16_t category; /* from 1; names in the layout's text */
    uint16_t section;  /* from 1 */
    uint32_t row;      /* from 0: row of the layout */
    uint16_t place;    /* position in its row, from 0 */
    uint16_t flags;    /* tc_seat_flag: accessible, companion, restricted view, aisle … */
    uint32_t left;     /* neighbours in the row, TCI_SEAT_NONE at an end or an aisle */
    uint32_t right;
    int32_t x;
    int32_t y;
    uint32_t focal; /* distance to the focal point, map units */
} tci_seat_info;

bool tci_seat_info_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_info *info);

/* A row of a layout: `count` seats in order, found by tci_layout_place. */
typedef struct tci_layout_row {
    uint32_t first; /* place number of its first seat */
    uint32_t count;
    uint16_t section;
    uint16_t category; /* of all its seats, or 0 when mixed */
} tci_layout_row;

typedef struct tci_layout {
    uint32_t seats; /* seat numbers, retired ones included */
    uint32_t rows;
    uint16_t categories;
    uint16_t sections;
} tci_layout;

bool tci_layout_load(tci_view *view, uint32_t layout, tci_layout *out);
bool tci_layout_row_load(tci_view *view, uint32_t layout, uint32_t row, tci_layout_row *out);
uint32_t tci_layout_place(tci_view *view, uint32_t layout, uint32_t place);
/* Seat by the map's own name for it (guid); TCI_SEAT_NONE when there is none. */
uint32_t tci_layout_find(tci_view *view, uint32_t layout, tci_slice name);

/* Labels for people: section, row, seat, category name, guid; each at most TC_NAME_MAX bytes plus
 * NUL. */
typedef struct tci_seat_labels {
    char section[TC_NAME_MAX + 1];
    char row[TC_LABEL_MAX + 1];
    char seat[TC_LABEL_MAX + 1];
    char category[TC_NAME_MAX + 1];
    char name[TC_LABEL_MAX * 2 + 1];
} tci_seat_labels;
bool tci_seat_labels_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_labels *labels);

/* A ticket type and its price, fixed part. */
typedef struct tci_ticket_type {
    uint32_t id; /* in its event, from 1 */
    uint32_t version;
    uint16_t category;      /* of seats it is for; 0: any */
    uint16_t channels;      /* bit per channel it is sold through; 0: all */
    uint32_t pool;          /* pool it draws on (general admission); 0: a seat */
    uint32_t status;        /* 1: on sale; 0: off */
    uint32_t min_per_order; /* 0: none */
    uint32_t max_per_order; /* 0: none */
    int64_t price_minor;
    int64_t fee_minor;
    uint32_t tax_bp;        /* basis points */
    uint32_t tax_inclusive; /* 1: the price contains the tax */
    int64_t sale_from_ms;
    int64_t sale_until_ms;
} tci_ticket_type;

bool tci_ticket_type_load(tci_view *view, uint64_t event, uint32_t type, tci_ticket_type *out);
/* Name of a ticket type, or of an event; "" when absent. Room of TC_NAME_MAX + 1. */
void tci_ticket_type_name(tci_view *view, uint64_t event, uint32_t type, char *name);
void tci_event_name(tci_view *view, uint64_t event, char *name);
void tci_event_venue_name(tci_view *view, uint64_t event, char *name);
/* IANA name of the venue's time zone, "" when it has none. Room of TC_NAME_MAX + 1. */
void tci_event_time_zone(tci_view *view, uint64_t event, char *zone);

/* Every event's documents, index rows both ways, layouts and ticket types; see engine/verify.h. */
struct tci_verify_sink;
void tci_catalog_verify(tci_view *view, int64_t now_ms, struct tci_verify_sink *sink);

extern const tci_op tci_op_venue_create, tci_op_venue_update, tci_op_venue_delete;
extern const tci_op tci_op_map_create, tci_op_map_update, tci_op_map_publish, tci_op_map_delete;
extern const tci_op tci_op_event_create, tci_op_event_update, tci_op_event_delete;
extern const tci_op tci_op_ticket_type_create, tci_op_ticket_type_update, tci_op_ticket_type_delete;

#endif
