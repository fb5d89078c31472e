/* Listing and searching events. One index is walked, the narrowest the query allows, and the other
 * filters are checked on the event itself. Reads only; serves src/api on a snapshot. */
#include "catalog/event.h"

#include <stdlib.h>

#include "catalog/words.h"

typedef struct search {
    tci_view *view;
    const tci_event_query *query;
    tci_word words[TCI_WORDS_MAX];
    uint32_t words_count;
} search;

static bool slice_equal(tci_slice a, tci_slice b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static bool has_tag(const tci_event_doc *doc, tci_slice tag) {
    for (uint32_t i = 0; i < doc->tags_count; i++)
        if (slice_equal(doc->tags[i], tag)) return true;
    return false;
}

/* Every filter of the query on one event; answers its start. */
static bool matches(const search *s, uint64_t event, int64_t *starts_at_ms) {
    const tci_event_query *query = s->query;
    tci_event_rules rules;
    if (!tci_event_rules_load(s->view, event, &rules)) return false;
    *starts_at_ms = rules.starts_at_ms;
    if (rules.starts_at_ms < query->from_ms || rules.starts_at_ms >= query->until_ms) return false;
    if (query->venue && rules.venue != query->venue) return false;
    if (query->statuses && !(query->statuses & 1u << rules.status)) return false;
    if (!query->category.data && !query->tag.data && !s->words_count) return true;
    tci_event_doc doc;
    if (!tci_event_doc_load(s->view, event, &doc)) return false;
    if (query->category.data && !slice_equal(doc.category, query->category)) return false;
    if (query->tag.data && !has_tag(&doc, query->tag)) return false;
    return s->words_count == 0 || tci_words_match(doc.name, s->words, s->words_count);
}

static bool is_after(const tci_event_query *query, int64_t starts_at_ms, uint64_t event) {
    if (!query->has_after) return true;
    if (starts_at_ms != query->after_ms) return starts_at_ms > query->after_ms;
    return event > query->after_event;
}

/* The index whose rows are (…, start, event), narrowest first. */
static tci_key placed_prefix(const tci_event_query *query) {
    tci_key key;
    if (query->tag.data) {
        key = tci_event_index_key(TCI_INDEX_TAG);
        tci_event_index_text(&key, query->tag);
    } else if (query->category.data) {
        key = tci_event_index_key(TCI_INDEX_CATEGORY);
        tci_event_index_text(&key, query->category);
    } else if (query->venue) {
        key = tci_event_index_key(TCI_INDEX_VENUE);
        tci_key_u64(&key, query->venue);
    } else {
        key = tci_event_index_key(TCI_INDEX_TIME);
    }
    return key;
}

/* Walk an index in the order of the list. */
static void run_placed(const search *s, tci_event_found *found, uint32_t *count, bool *more) {
    const tci_event_query *query = s->query;
    tci_key prefix = placed_prefix(query);
    tci_key from = prefix;
    bool resume = query->has_after && query->after_ms >= query->from_ms;
    if (resume) {
        tci_key_time(&from, query->after_ms);
        tci_key_u64(&from, query->after_event);
    } else if (query->from_ms != INT64_MIN) {
        tci_key_time(&from, query->from_ms);
    }
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, s->view, &prefix, &from);
    while (tci_cursor_next(&cursor, &key, &value)) {
        if (key.len != (size_t)prefix.len + 16) continue;
        const uint8_t *at = (const uint8_t *)key.data + prefix.len;
        int64_t starts_at_ms = tci_key_time_at(at);
        uint64_t event = tci_load64_be(at + 8);
        if (starts_at_ms >= query->until_ms) break;
        if (!is_after(query, starts_at_ms, event) || !matches(s, event, &starts_at_ms)) continue;
        if (*count == query->limit) {
            *more = true;
            break;
        }
        found[(*count)++] = (tci_event_found){starts_at_ms, event};
    }
    tci_cursor_close(&cursor);
}

static int found_order(const void *a, const void *b) {
    const tci_event_found *x = a, *y = b;
    if (x->starts_at_ms != y->starts_at_ms) return x->starts_at_ms < y->starts_at_ms ? -1 : 1;
    return x->event < y->event ? -1 : x->event > y->event;
}

static int number_order(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Ids of all events that have a word beginning so, each once, in malloc'd room. */
static int32_t collect_word(tci_view *view, const tci_word *word, uint64_t **out,
                            size_t *out_count) {
    tci_key prefix = tci_event_index_key(TCI_INDEX_WORD);
    tci_key_bytes(&prefix, word->text, word->len);
    uint64_t *ids = NULL;
    size_t count = 0, capacity = 0;
    bool failed = false;
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (!failed && tci_cursor_next(&cursor, &key, &value)) {
        if (count == capacity) {
            capacity = capacity ? capacity * 2 : 256;
            uint64_t *grown = realloc(ids, capacity * sizeof *ids);
            failed = !grown;
            if (grown) ids = grown;
        }
        if (!failed) ids[count++] = tci_load64_be((const uint8_t *)key.data + key.len - 8);
    }
    tci_cursor_close(&cursor);
    if (failed) {
        free(ids);
        return TC_E_NOMEM;
    }
    if (count) qsort(ids, count, sizeof *ids, number_order);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || ids[kept - 1] != ids[i]) ids[kept++] = ids[i];
    *out = ids;
    *out_count = kept;
    return TC_OK;
}

/* Gather everything with the longest word, then put it in the order of the list. */
static int32_t run_words(const search *s, tci_event_found *found, uint32_t *count, bool *more) {
    uint32_t longest = 0;
    for (uint32_t i = 1; i < s->words_count; i++)
        if (s->words[i].len > s->words[longest].len) longest = i;
    uint64_t *ids = NULL;
    size_t ids_count = 0, kept = 0;
    int32_t code = collect_word(s->view, &s->words[longest], &ids, &ids_count);
    if (code != TC_OK) return code;
    tci_event_found *all = calloc(ids_count ? ids_count : 1, sizeof *all);
    if (!all) {
        free(ids);
        return TC_E_NOMEM;
    }
    for (size_t i = 0; i < ids_count; i++) {
        int64_t starts_at_ms = 0;
        if (matches(s, ids[i], &starts_at_ms) && is_after(s->query, starts_at_ms, ids[i]))
            all[kept++] = (tci_event_found){starts_at_ms, ids[i]};
    }
    qsort(all, kept, sizeof *all, found_order);
    *count = (uint32_t)TCI_MIN(kept, (size_t)s->query->limit);
    *more = kept > s->query->limit;
    if (*count) memcpy(found, all, *count * sizeof *all);
    free(all);
    free(ids);
    return TC_OK;
}

int32_t tci_event_query_run(tci_view *view, const tci_event_query *query, tci_event_found *found,
                            uint32_t *count, bool *more) {
    search s = {.view = view, .query = query};
    TCI_ASSERT(query->limit > 0);
    *count = 0;
    *more = false;
    if (query->text.data) {
        s.words_count = tci_words_of(query->text, s.words);
        if (s.words_count == 0) return TC_E_INVALID;
        return run_words(&s, found, count, more);
    }
    run_placed(&s, found, count, more);
    return TC_OK;
}
