/* Life of a view, its packed pages, and the flush that puts what a batch staged. Every layer above
 * reads and writes the store through here; nothing here knows what a page holds. */
#include "store/view_internal.h"

#include <stdio.h>
#include <stdlib.h>

#define FIRST_SLOTS 512u
/* A reader forgets the pages it has seen beyond this many, so that a long walk stays small. */
#define READ_PAGES_MAX 16384u

int32_t tci_view_new(tci_view **view) {
    tci_view *made = calloc(1, sizeof *made);
    if (!made) return TC_E_NOMEM;
    made->pages = calloc(FIRST_SLOTS, sizeof *made->pages);
    made->scratch = calloc(1, TCI_PAGE_BYTES);
    if (!made->pages || !made->scratch) {
        free(made->pages);
        free(made->scratch);
        free(made);
        return TC_E_NOMEM;
    }
    made->page_slots = FIRST_SLOTS;
    *view = made;
    return TC_OK;
}

void tci_view_free(tci_view *view) {
    if (!view) return;
    tci_view_end(view);
    for (size_t i = 0; i < view->pool_count; i++) free(view->pool[i]);
    free(view->pool);
    free(view->pages);
    free(view->scratch);
    tci_arena_free(&view->arena);
    free(view);
}

void tci_view_begin(tci_view *view, tci_txn *txn, bool writable) {
    TCI_DEBUG_ASSERT(view->page_count == 0 && view->row_count == 0);
    view->txn = txn;
    view->writable = writable;
    view->status = TC_OK;
}

/* Give a staged page back to the pool, or to malloc when the pool cannot grow. */
static void pool_give(tci_view *view, uint8_t *page) {
    if (view->pool_count == view->pool_capacity) {
        size_t capacity = view->pool_capacity ? view->pool_capacity * 2 : 64;
        uint8_t **pool = realloc(view->pool, capacity * sizeof *pool);
        if (!pool) {
            free(page);
            return;
        }
        view->pool = pool;
        view->pool_capacity = capacity;
    }
    view->pool[view->pool_count++] = page;
}

static uint8_t *pool_take(tci_view *view) {
    if (view->pool_count) return view->pool[--view->pool_count];
    return malloc(TCI_PAGE_BYTES);
}

static void pages_forget(tci_view *view) {
    if (view->page_count == 0) return;
    for (size_t i = 0; i < view->page_slots; i++) {
        if (view->pages[i].copy) pool_give(view, view->pages[i].copy);
        view->pages[i].copy = NULL;
        view->pages[i].used = false;
    }
    memset(view->recent, 0, sizeof view->recent);
    view->page_count = 0;
    view->dirty_count = 0;
}

void tci_view_end(tci_view *view) {
    pages_forget(view);
    memset(view->heads, 0, sizeof view->heads);
    view->row_count = 0;
    tci_arena_clear(&view->arena);
    view->txn = NULL;
}

int32_t tci_view_status(const tci_view *view) {
    return view->status;
}

void tci_view_clear_status(tci_view *view) {
    view->status = TC_OK;
}

void tci_view_fail(tci_view *view, int32_t code, tci_slice key) {
    if (view->status != TC_OK) return;
    view->status = code;
    view->disproved = NULL;
    view->failed_key.len = (uint8_t)key.len;
    memcpy(view->failed_key.bytes, key.data, key.len);
}

void tci_view_disproved(tci_view *view, const char *here) {
    if (view->status != TC_OK) return;
    tci_view_fail(view, TC_E_CORRUPT, tci_slice_of("", 0));
    view->disproved = here;
}

void tci_view_missing(tci_view *view, const tci_key *key) {
    tci_view_fail(view, TC_E_CORRUPT, tci_slice_of(key->bytes, key->len));
}

void tci_view_no_memory(tci_view *view) {
    tci_view_fail(view, TC_E_NOMEM, tci_slice_of("", 0));
}

const char *tci_view_status_where(const tci_view *view) {
    tci_view *self = (tci_view *)(uintptr_t)view;
    const tci_key *key = &view->failed_key;
    if (view->status == TC_OK) return "";
    if (view->disproved) {
        const char *name = strrchr(view->disproved, '/');
        snprintf(self->where, sizeof self->where, "records disagree, as %.60s found",
                 name ? name + 1 : view->disproved);
        return view->where;
    }
    if (key->len < 9) return "";
    int at = snprintf(self->where, sizeof self->where, "partition %llu space 0x%02x",
                      (unsigned long long)tci_load64_be(key->bytes), key->bytes[8]);
    if (key->len >= 17)
        snprintf(self->where + at, sizeof self->where - (size_t)at, " record %llu",
                 (unsigned long long)tci_load64_be(key->bytes + 9));
    return view->where;
}

static tci_key page_key(uint64_t partition, uint8_t space, uint64_t number) {
    tci_key key = tci_key_of(partition, space);
    tci_key_u64(&key, number);
    return key;
}

void tci_page_missing(tci_view *view, uint64_t partition, uint8_t space, uint64_t page) {
    tci_key key = page_key(partition, space, page);
    tci_view_missing(view, &key);
}

static size_t page_hash(uint64_t partition, uint8_t space, uint64_t number) {
    uint64_t h = (partition * 31 + space) * UINT64_C(0x9E3779B97F4A7C15) ^ number;
    h *= UINT64_C(0xD6E8FEB86659FD93);
    return (size_t)(h ^ (h >> 32));
}

static bool pages_grow(tci_view *view) {
    size_t slots = view->page_slots * 2;
    view_page *pages = calloc(slots, sizeof *pages);
    if (!pages) return false;
    for (size_t i = 0; i < view->page_slots; i++) {
        const view_page *old = &view->pages[i];
        if (!old->used) continue;
        size_t at = page_hash(old->partition, old->space, old->number) & (slots - 1);
        while (pages[at].used) at = (at + 1) & (slots - 1);
        pages[at] = *old;
    }
    free(view->pages);
    memset(view->recent, 0, sizeof view->recent);
    view->pages = pages;
    view->page_slots = slots;
    return true;
}

/* Load a page from the store into a fresh table entry, checking its seal. */
static bool page_load(tci_view *view, view_page *page) {
    tci_key key = page_key(page->partition, page->space, page->number);
    tci_slice name = key_slice(&key);
    tci_slice value;
    int32_t code = tci_txn_get(view->txn, name, &value);
    if (code == TCI_ABSENT) return true;
    if (code == TC_OK && (value.len != TCI_PAGE_BYTES || !view_sound(name, value.data, value.len)))
        code = TC_E_CORRUPT;
    if (code != TC_OK) {
        tci_view_fail(view, code, name);
        return false;
    }
    page->data = value.data;
    return true;
}

static bool page_is(const view_page *page, uint64_t partition, uint8_t space, uint64_t number) {
    return page->number == number && page->partition == partition && page->space == space;
}

/* The table's entry of a page; NULL when it could not be read or memory is out. */
static view_page *page_look(tci_view *view, uint64_t partition, uint8_t space, uint64_t number) {
    if (view->page_count * 2 >= view->page_slots) {
        if (!view->writable && view->page_count >= READ_PAGES_MAX) pages_forget(view);
        else if (!pages_grow(view)) {
            tci_key key = page_key(partition, space, number);
            tci_view_fail(view, TC_E_NOMEM, key_slice(&key));
            return NULL;
        }
    }
    size_t mask = view->page_slots - 1;
    size_t at = page_hash(partition, space, number) & mask;
    for (; view->pages[at].used; at = (at + 1) & mask) {
        view_page *page = &view->pages[at];
        if (page_is(page, partition, space, number)) return page;
    }
    view_page *page = &view->pages[at];
    *page = (view_page){partition, number, NULL, NULL, space, false, false};
    if (!page_load(view, page)) return NULL;
    page->used = true;
    view->page_count++;
    return page;
}

/* A command asks for the same few pages again and again, mostly the last of their space. */
static inline view_page *page_find(tci_view *view, uint64_t partition, uint8_t space,
                                   uint64_t number) {
    view_page **recent = &view->recent[space % RECENT_PAGES];
    if (*recent && page_is(*recent, partition, space, number)) return *recent;
    view_page *found = page_look(view, partition, space, number);
    if (found) *recent = found;
    return found;
}

const uint8_t *tci_page_read(tci_view *view, uint64_t partition, uint8_t space, uint64_t page) {
    const view_page *found = page_find(view, partition, space, page);
    return found && found->data ? found->data + TCI_PAGE_HEAD : NULL;
}

/* The staged copy, head included; the scratch page after a failure. */
static uint8_t *page_stage(tci_view *view, uint64_t partition, uint8_t space, uint64_t number) {
    TCI_ASSERT(view->writable);
    view_page *page = page_find(view, partition, space, number);
    if (!page) return view->scratch;
    if (page->copy && !page->dropped) return page->copy;
    uint8_t *copy = page->copy ? page->copy : pool_take(view);
    if (!copy) {
        tci_key key = page_key(partition, space, number);
        tci_view_fail(view, TC_E_NOMEM, key_slice(&key));
        /* Nothing of it will be put, but what is read here should be what is there. */
        if (page->data && !page->dropped) memcpy(view->scratch, page->data, TCI_PAGE_BYTES);
        else memset(view->scratch, 0, TCI_PAGE_BYTES);
        return view->scratch;
    }
    if (page->data && !page->dropped) memcpy(copy, page->data, TCI_PAGE_BYTES);
    else memset(copy, 0, TCI_PAGE_BYTES);
    if (!page->copy) view->dirty_count++;
    page->copy = copy;
    page->data = copy;
    page->dropped = false;
    return copy;
}

uint8_t *tci_page_write(tci_view *view, uint64_t partition, uint8_t space, uint64_t page) {
    return page_stage(view, partition, space, page) + TCI_PAGE_HEAD;
}

void tci_page_drop(tci_view *view, uint64_t partition, uint8_t space, uint64_t number) {
    page_stage(view, partition, space, number);
    view_page *page = page_find(view, partition, space, number);
    if (!page || !page->copy) return;
    page->dropped = true;
    page->data = NULL;
}

uint64_t tci_page_stamp(tci_view *view, uint64_t partition, uint8_t space, uint64_t page) {
    const view_page *found = page_find(view, partition, space, page);
    return found && found->data ? tci_load64(found->data + SEAL_BYTES) : 0;
}

void tci_page_set_stamp(tci_view *view, uint64_t partition, uint8_t space, uint64_t page,
                        uint64_t stamp) {
    tci_store64(page_stage(view, partition, space, page) + SEAL_BYTES, stamp);
}

/* What the flush puts: a record with its key, a page or a row. */
typedef struct flush_item {
    tci_key key;
    const view_page *page;
} flush_item;

static int flush_order(const void *a, const void *b) {
    const flush_item *x = a, *y = b;
    return tci_slice_order(key_slice(&x->key), key_slice(&y->key));
}

static int32_t flush_page(tci_view *view, const flush_item *item) {
    tci_slice key = key_slice(&item->key);
    if (item->page->dropped) {
        int32_t code = tci_txn_del(view->txn, key);
        return code == TCI_ABSENT ? TC_OK : code;
    }
    uint8_t *record = item->page->copy;
    tci_store64(record, view_seal(key, record, TCI_PAGE_BYTES));
    return tci_txn_put(view->txn, key, tci_slice_of(record, TCI_PAGE_BYTES));
}

static int32_t flush_row(tci_view *view, const view_row *row) {
    tci_slice key = row_key(row);
    if (!row->value) {
        int32_t code = tci_txn_del(view->txn, key);
        return code == TCI_ABSENT ? TC_OK : code;
    }
    uint8_t *record = (uint8_t *)(uintptr_t)row->value;
    size_t len = row->value_len + SEAL_BYTES;
    tci_store64(record, view_seal(key, record, len));
    return tci_txn_put(view->txn, key, tci_slice_of(record, len));
}

/* Pages and rows are merged into one run in key order: neighbours share tree pages. */
int32_t tci_view_flush(tci_view *view) {
    TCI_ASSERT(view->writable);
    if (view->status != TC_OK) return view->status;
    flush_item *items = tci_arena_alloc(&view->arena, (view->dirty_count + 1) * sizeof *items);
    if (!items) return TC_E_NOMEM;
    size_t count = 0;
    for (size_t i = 0; i < view->page_slots; i++) {
        const view_page *page = &view->pages[i];
        if (!page->used || !page->copy) continue;
        items[count].key = page_key(page->partition, page->space, page->number);
        items[count++].page = page;
    }
    TCI_ASSERT(count == view->dirty_count);
    qsort(items, count, sizeof *items, flush_order);
    const view_row *row = view->heads[0];
    int32_t code = TC_OK;
    for (size_t i = 0; code == TC_OK && (i < count || row);) {
        bool page_first =
            i < count && (!row || tci_slice_order(key_slice(&items[i].key), row_key(row)) < 0);
        if (page_first) {
            code = flush_page(view, &items[i++]);
        } else {
            code = flush_row(view, row);
            row = row->next[0];
        }
    }
    return code;
}

uint64_t tci_view_pages_bound(const tci_view *view) {
    /* A page has a leaf above it; a row has a leaf, or a share of one. */
    return 2 * (uint64_t)view->dirty_count + view->row_count;
}

int32_t tci_view_walk(tci_view *view,
                      bool (*each)(void *user_data, tci_slice key, tci_slice value, bool sound),
                      void *user_data) {
    tci_scan *scan;
    int32_t code = tci_scan_open(view->txn, &scan);
    if (code != TC_OK) return code;
    tci_slice key, value;
    static const uint8_t FIRST[1] = {0};
    code = tci_scan_seek(scan, tci_slice_of(FIRST, 1), &key, &value);
    while (code == TC_OK) {
        bool sound = view_sound(key, value.data, value.len);
        const uint8_t *payload = value.data;
        tci_slice inside =
            sound ? tci_slice_of(payload + SEAL_BYTES, value.len - SEAL_BYTES) : value;
        if (!each(user_data, key, inside, sound)) break;
        code = tci_scan_next(scan, &key, &value);
    }
    tci_scan_close(scan);
    return code == TCI_ABSENT ? TC_OK : code;
}
