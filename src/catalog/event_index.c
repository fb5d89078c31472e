/* The index rows of events: by time, venue, category, tag, word of the name, and map. Written in
 * the command that changes the event; read by lists and by what must not remove a thing in use. */
#include "catalog/event.h"
#include "catalog/words.h"

tci_key tci_event_index_key(uint8_t index) {
    tci_key key = tci_key_of(0, TCI_SPACE_EVENT_INDEX);
    tci_key_u8(&key, index);
    return key;
}

void tci_event_index_text(tci_key *key, tci_slice text) {
    tci_key_bytes(key, text.data, TCI_MIN(text.len, (size_t)TCI_INDEX_TEXT_MAX));
    tci_key_u8(key, 0);
}

static void set_row(tci_view *view, const tci_key *key, bool present) {
    if (present) tci_row_put(view, key, tci_slice_of(NULL, 0));
    else tci_row_del(view, key);
}

static void set_placed(tci_view *view, tci_key key, uint64_t event, const tci_event_rules *rules,
                       bool present) {
    tci_key_time(&key, rules->starts_at_ms);
    tci_key_u64(&key, event);
    set_row(view, &key, present);
}

static void set_text(tci_view *view, uint8_t index, tci_slice text, uint64_t event,
                     const tci_event_rules *rules, bool present) {
    tci_key key = tci_event_index_key(index);
    tci_event_index_text(&key, text);
    set_placed(view, key, event, rules, present);
}

static void set_words(tci_view *view, uint64_t event, tci_slice name, bool present) {
    tci_word words[TCI_WORDS_MAX];
    uint32_t count = tci_words_of(name, words);
    for (uint32_t i = 0; i < count; i++) {
        tci_key key = tci_event_index_key(TCI_INDEX_WORD);
        tci_key_bytes(&key, words[i].text, words[i].len);
        tci_key_u8(&key, 0);
        tci_key_u64(&key, event);
        set_row(view, &key, present);
    }
}

void tci_event_index_set(tci_view *view, uint64_t event, const tci_event_rules *rules,
                         const tci_event_doc *doc, bool present) {
    TCI_ASSERT(event != 0 && doc->tags_count <= TC_TAGS_MAX);
    set_placed(view, tci_event_index_key(TCI_INDEX_TIME), event, rules, present);
    if (rules->venue) {
        tci_key key = tci_event_index_key(TCI_INDEX_VENUE);
        tci_key_u64(&key, rules->venue);
        set_placed(view, key, event, rules, present);
    }
    if (rules->map) {
        tci_key key = tci_event_index_key(TCI_INDEX_MAP);
        tci_key_u64(&key, rules->map);
        tci_key_u64(&key, event);
        set_row(view, &key, present);
    }
    if (doc->category.len) set_text(view, TCI_INDEX_CATEGORY, doc->category, event, rules, present);
    for (uint32_t i = 0; i < doc->tags_count; i++)
        set_text(view, TCI_INDEX_TAG, doc->tags[i], event, rules, present);
    set_words(view, event, doc->name, present);
}

uint64_t tci_event_index_first(tci_view *view, uint8_t index, uint64_t value) {
    tci_key prefix = tci_event_index_key(index);
    tci_key_u64(&prefix, value);
    tci_cursor cursor;
    tci_slice key, row;
    uint64_t first = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    if (tci_cursor_next(&cursor, &key, &row) && key.len >= (size_t)prefix.len + 8)
        first = tci_load64_be((const uint8_t *)key.data + key.len - 8);
    tci_cursor_close(&cursor);
    return first;
}
