/* The table of event types, from the one list in types.def. Read by the JSON writer and the
 * verifier; the numbers of it are disk format and are never judged here. */
#include "feed/feed.h"

#define TC_FEED(NAME, number, name, subject, payload) {number, name, #subject, payload},
static const tci_feed_type TYPES[] = {
#include "feed/types.def"
};
#undef TC_FEED

const tci_feed_type *tci_feed_type_find(uint32_t number) {
    for (size_t i = 0; i < TCI_COUNT(TYPES); i++)
        if (TYPES[i].number == number) return &TYPES[i];
    return NULL;
}

const tci_feed_type *tci_feed_type_at(size_t index) {
    return index < TCI_COUNT(TYPES) ? &TYPES[index] : NULL;
}

const char *tc_feed_type_name(uint32_t type) {
    const tci_feed_type *row = tci_feed_type_find(type);
    return row ? row->name : NULL;
}
