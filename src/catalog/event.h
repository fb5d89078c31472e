/* Events inside the catalog: the encoded command, the stored document, the index. The rest of the
 * domain uses catalog.h; src/api uses this to encode commands and to read. */
#ifndef TCI_EVENT_H
#define TCI_EVENT_H

#include "catalog/catalog.h"
#include "ticketcore/event.h"

/* All fields of tc_event_field. */
enum { TCI_EVENT_FIELDS = 0xFFFF };

/* What a create or update command carries. Slices point into the request or the command. */
typedef struct tci_event_spec {
    uint64_t event; /* update: which one */
    uint64_t expected_version;
    uint32_t fields; /* tc_event_field values; all of them at creation */
    uint32_t map_version;
    uint64_t venue;
    uint64_t map;
    int64_t starts_at_ms;
    int64_t ends_at_ms;
    int64_t sale_from_ms;
    int64_t sale_until_ms;
    int64_t hold_ttl_ms;
    int64_t hold_life_ms;
    uint32_t status;
    uint32_t rules;
    uint32_t late_money;
    uint32_t capture;
    uint32_t limit_per_buyer;
    uint32_t limit_per_order;
    char currency[4];
    uint32_t tags_count;
    tci_slice name;
    tci_slice description;
    tci_slice category;
    tci_slice tags[TC_TAGS_MAX];
} tci_event_spec;

void tci_event_spec_write(tci_buf *buf, const tci_event_spec *spec);
bool tci_event_spec_read(tci_slice command, tci_event_spec *spec);

/* The texts of an event, a row of its partition. Slices live as long as the view. */
typedef struct tci_event_doc {
    int64_t created_at_ms;
    int64_t updated_at_ms;
    tci_slice name;
    tci_slice description;
    tci_slice category;
    uint32_t tags_count;
    tci_slice tags[TC_TAGS_MAX];
} tci_event_doc;

bool tci_event_doc_load(tci_view *view, uint64_t event, tci_event_doc *doc);
void tci_event_doc_store(tci_ctx *ctx, uint64_t event, const tci_event_doc *doc);

void tci_event_rules_store(tci_view *view, uint64_t event, const tci_event_rules *rules,
                           uint32_t map_version);
/* Version of the map the event uses; beside the rules. */
uint32_t tci_event_map_version(tci_view *view, uint64_t event);
/* On sale at a time, by status and sale window. */
bool tci_event_is_on_sale(const tci_event_rules *rules, int64_t now_ms);

/* Decide: nothing of the event is held or was ever sold. TC_E_SOLD with this sentence, TC_E_IN_USE
 * while holds are live. */
int32_t tci_event_check_untouched(tci_ctx *ctx, uint64_t event, const char *sold_message);

/* Indexes of TCI_SPACE_EVENT_INDEX, partition 0. Numbers are disk format. */
enum tci_event_index {
    TCI_INDEX_TIME = 1,     /* start, event */
    TCI_INDEX_VENUE = 2,    /* venue, start, event */
    TCI_INDEX_CATEGORY = 3, /* text NUL, start, event */
    TCI_INDEX_TAG = 4,      /* text NUL, start, event */
    TCI_INDEX_WORD = 5,     /* word NUL, event */
    TCI_INDEX_MAP = 6,      /* map, event */
    TCI_INDEX_VENUE_MAP = 7 /* venue, map */
};
/* Bytes of an indexed category or tag; longer ones are cut and compared in full later. */
enum { TCI_INDEX_TEXT_MAX = 36 };

tci_key tci_event_index_key(uint8_t index);
/* Append a category or tag, cut, and its NUL. */
void tci_event_index_text(tci_key *key, tci_slice text);
/* The key of every index row an event has, told to `row`. */
void tci_event_index_each(uint64_t event, const tci_event_rules *rules, const tci_event_doc *doc,
                          void (*row)(void *user_data, const tci_key *key), void *user_data);
/* Make or remove every index row of an event. */
void tci_event_index_set(tci_view *view, uint64_t event, const tci_event_rules *rules,
                         const tci_event_doc *doc, bool present);
/* First number behind a key of 8 bytes: is there an event at this venue, of this map, …; 0: none.
 */
uint64_t tci_event_index_first(tci_view *view, uint8_t index, uint64_t value);

/* One page of a list; events in order of (start, id) behind a place. */
typedef struct tci_event_query {
    bool has_after; /* start behind (after_ms, after_event) */
    int64_t after_ms;
    uint64_t after_event;
    int64_t from_ms;  /* INT64_MIN: no bound */
    int64_t until_ms; /* INT64_MAX: no bound */
    uint64_t venue;
    tci_slice category;
    tci_slice tag;
    tci_slice text;
    uint32_t statuses; /* 0: all */
    uint32_t limit;    /* entries wanted */
} tci_event_query;

typedef struct tci_event_found {
    int64_t starts_at_ms;
    uint64_t event;
} tci_event_found;

/* Writes at most query->limit entries; `more` tells whether there are further ones. TC_OK,
 * TC_E_NOMEM, or TC_E_INVALID when the text has no word. */
int32_t tci_event_query_run(tci_view *view, const tci_event_query *query, tci_event_found *found,
                            uint32_t *count, bool *more);

#endif
