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

/* Where the keys of an event's index rows go, one by one. */
typedef struct index_visit {
    void (*row)(void *user_data, const tci_key *key);
    void *user_data;
    uint64_t event;
    const tci_event_rules *rules;
} index_visit;

static void visit_placed(const index_visit *visit, tci_key key) {
    tci_key_time(&key, visit->rules->starts_at_ms);
    tci_key_u64(&key, visit->event);
    visit->row(visit->user_data, &key);
}

static void visit_text(const index_visit *visit, uint8_t index, tci_slice text) {
    tci_key key = tci_event_index_key(index);
    tci_event_index_text(&key, text);
    visit_placed(visit, key);
}

static void visit_words(const index_visit *visit, tci_slice name) {
    tci_word words[TCI_WORDS_MAX];
    uint32_t count = tci_words_of(name, words);
    for (uint32_t i = 0; i < count; i++) {
        tci_key key = tci_event_index_key(TCI_INDEX_WORD);
        tci_key_bytes(&key, words[i].text, words[i].len);
        tci_key_u8(&key, 0);
        tci_key_u64(&key, visit->event);
        visit->row(visit->user_data, &key);
    }
}

void tci_event_index_each(uint64_t event, const tci_event_rules *rules, const tci_event_doc *doc,
                          void (*row)(void *user_data, const tci_key *key), void *user_data) {
    TCI_ASSERT(event != 0 && doc->tags_count <= TC_TAGS_MAX);
    const index_visit visit = {row, user_data, event, rules};
    visit_placed(&visit, tci_event_index_key(TCI_INDEX_TIME));
    if (rules->venue) {
        tci_key key = tci_event_index_key(TCI_INDEX_VENUE);
        tci_key_u64(&key, rules->venue);
        visit_placed(&visit, key);
    }
    if (rules->map) {
        tci_key key = tci_event_index_key(TCI_INDEX_MAP);
        tci_key_u64(&key, rules->map);
        tci_key_u64(&key, event);
        row(user_data, &key);
    }
    if (doc->category.len) visit_text(&visit, TCI_INDEX_CATEGORY, doc->category);
    for (uint32_t i = 0; i < doc->tags_count; i++) visit_text(&visit, TCI_INDEX_TAG, doc->tags[i]);
    visit_words(&visit, doc->name);
}

static void put_row(void *view, const tci_key *key) {
    tci_row_put(view, key, tci_slice_of(NULL, 0));
}

static void del_row(void *view, const tci_key *key) {
    tci_row_del(view, key);
}

void tci_event_index_set(tci_view *view, uint64_t event, const tci_event_rules *rules,
                         const tci_event_doc *doc, bool present) {
    tci_event_index_each(event, rules, doc, present ? put_row : del_row, view);
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
