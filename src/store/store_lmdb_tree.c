/* A walk over the tree pages of one snapshot, as LMDB would trust them: numbers, bounds, order of
 * keys, every page used once or free once, never both, and, where all of them were looked at, never
 * neither. LMDB checks none of it and answers a damaged page with a signal. Reads with pread only,
 * never through the map; a read transaction must hold the snapshot. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "store/store_lmdb_page.h"

typedef struct walker {
    int fd;
    uint32_t page_bytes;
    size_t last_page;
    uint64_t txn_id;
    uint64_t leaves_left; /* leaves, heads of long values and free lists still looked at */
    bool cut;             /* some were passed over */
    bool numbers;         /* keys are numbers: the tree of the free list */
    uint16_t depth;
    uint64_t entries;
    uint8_t *used;    /* a bit a page */
    uint64_t *inside; /* a bit for each two bytes of the page being looked at */
    size_t taken;     /* bytes its entries take */
    int32_t code;
    tci_store_damage *damage;
} walker;

static bool damaged(walker *walk, size_t page, const char *what) {
    walk->code = TC_E_CORRUPT;
    *walk->damage = (tci_store_damage){.page = page, .what = what};
    return false;
}

static bool stop(walker *walk, int32_t code) {
    walk->code = code;
    return false;
}

/* A page that ends beyond the file is damage; one that the disk does not give is none. */
static bool read_bytes(walker *walk, void *to, size_t bytes, uint64_t offset) {
    errno = 0;
    if (tci_lmdb_read_at(walk->fd, to, bytes, offset)) return true;
    return errno ? stop(walk, TC_E_IO) : false;
}

/* Pages that belong to somebody now; false when one is out of range or has an owner already. */
static bool claim(walker *walk, size_t first, size_t count) {
    if (first < 2 || count == 0 || first > walk->last_page || count - 1 > walk->last_page - first)
        return false;
    for (size_t page = first; page < first + count; page++) {
        uint8_t bit = (uint8_t)(1u << page % 8);
        if (walk->used[page / 8] & bit) return false;
        walk->used[page / 8] |= bit;
    }
    return true;
}

/* One node of a page, within the page's bounds. */
typedef struct node {
    tci_slice key;
    const uint8_t *data;
    uint32_t low; /* branch: part of the child; leaf: bytes of the value */
    uint16_t flags;
} node;

/* *bytes: what it takes of the page. */
static bool node_read(const walker *walk, const uint8_t *page, const page_head *head, size_t index,
                      bool branch, node *out, size_t *at, size_t *bytes) {
    uint16_t where, halves[2], key_bytes;
    memcpy(&where, page + sizeof *head + index * sizeof where, sizeof where);
    *at = where;
    if (where < head->upper || where % 2 || where + NODE_HEAD > walk->page_bytes) return false;
    memcpy(halves, page + where, sizeof halves);
    memcpy(&out->flags, page + where + 4, sizeof out->flags);
    memcpy(&key_bytes, page + where + 6, sizeof key_bytes);
    out->low = (uint32_t)halves[LOW_HALF] | (uint32_t)halves[1 - LOW_HALF] << 16;
    out->key = tci_slice_of(page + where + NODE_HEAD, key_bytes);
    out->data = page + where + NODE_HEAD + key_bytes;
    if (!branch && (out->flags & ~NODE_BIG)) return false;
    uint64_t size = (uint64_t)NODE_HEAD + key_bytes;
    if (!branch) size += out->flags & NODE_BIG ? sizeof(size_t) : out->low;
    size += size & 1;
    if (where + size > walk->page_bytes) return false;
    *bytes = (size_t)size;
    return true;
}

/* The same, and nobody else's bytes. */
static bool node_at(walker *walk, const uint8_t *page, const page_head *head, size_t index,
                    bool branch, node *out) {
    size_t at, bytes;
    if (!node_read(walk, page, head, index, branch, out, &at, &bytes)) return false;
    size_t first = at / 2, last = (at + bytes) / 2 - 1;
    for (size_t word = first / 64; word <= last / 64; word++) {
        uint64_t bits = UINT64_MAX;
        if (word == first / 64) bits <<= first % 64;
        if (word == last / 64) bits &= UINT64_MAX >> (63 - last % 64);
        if (walk->inside[word] & bits) return false;
        walk->inside[word] |= bits;
    }
    walk->taken += bytes;
    return true;
}

static int compare(const walker *walk, tci_slice a, tci_slice b) {
    if (walk->numbers) {
        size_t x, y;
        memcpy(&x, a.data, sizeof x);
        memcpy(&y, b.data, sizeof y);
        return (x > y) - (x < y);
    }
    return tci_slice_order(a, b);
}

static bool key_sane(const walker *walk, tci_slice key) {
    return walk->numbers ? key.len == sizeof(size_t) : key.len > 0 && key.len <= TCI_KEY_MAX;
}

/* Pages a value of its own takes: as many as its size needs, or more when it grew shorter. */
static bool claim_long(walker *walk, const node *one, size_t *first) {
    page_head head;
    memcpy(first, one->data, sizeof *first);
    size_t count = (sizeof head - 1 + (size_t)one->low) / walk->page_bytes + 1;
    if (walk->leaves_left == 0) {
        walk->cut = true;
        return claim(walk, *first, count);
    }
    walk->leaves_left--;
    if (*first < 2 || *first > walk->last_page ||
        !read_bytes(walk, &head, sizeof head, (uint64_t)*first * walk->page_bytes))
        return false;
    size_t has = (size_t)head.lower | (size_t)head.upper << 16;
#if LOW_HALF
    has = (size_t)head.upper | (size_t)head.lower << 16;
#endif
    return head.number == *first && head.flags == FLAG_OVERFLOW && has >= count &&
           claim(walk, *first, has);
}

/* A record of the free list: how many, then as many pages, the highest first. LMDB may leave one
 * that it reserved and had no page for: how many is 0. */
static bool claim_free(walker *walk, const uint8_t *list, size_t bytes) {
    size_t count, page, before = SIZE_MAX;
    if (bytes < sizeof count) return false;
    memcpy(&count, list, sizeof count);
    if (count > bytes / sizeof page - 1) return false;
    for (size_t i = 1; i <= count; i++) {
        memcpy(&page, list + i * sizeof page, sizeof page);
        if (page > before) return damaged(walk, page, "the free list is out of order");
        if (!claim(walk, page, 1))
            return damaged(walk, page, "the free list has it twice, or it is used, or none");
        before = page;
    }
    return true;
}

static bool take_free(walker *walk, const node *one, size_t first) {
    size_t id;
    memcpy(&id, one->key.data, sizeof id);
    if (id > walk->txn_id) return false;
    if (!(one->flags & NODE_BIG)) return claim_free(walk, one->data, one->low);
    uint8_t *list = malloc(one->low);
    if (!list) return stop(walk, TC_E_NOMEM);
    bool good =
        read_bytes(walk, list, one->low, (uint64_t)first * walk->page_bytes + sizeof(page_head)) &&
        claim_free(walk, list, one->low);
    free(list);
    return good;
}

static bool take_value(walker *walk, const node *one) {
    size_t first = 0;
    if (!walk->numbers && one->low > TCI_VALUE_MAX) return false;
    if (one->flags & NODE_BIG && !claim_long(walk, one, &first)) return false;
    return !walk->numbers || take_free(walk, one, first);
}

static bool walk_page(walker *walk, size_t number, unsigned level, tci_slice low, tci_slice high);

static bool walk_child(walker *walk, const node *one, unsigned level, tci_slice low,
                       tci_slice high) {
    size_t child = one->low;
    if (sizeof child > 4) child |= (size_t)((uint64_t)one->flags << 32);
    return walk_page(walk, child, level + 1, low, high);
}

/* The keys of a page rise, and stay between those of its parent: low … high, NULL: no bound. The
 * first key of a branch means nothing. */
static bool walk_nodes(walker *walk, size_t number, const uint8_t *page, const page_head *head,
                       unsigned level, tci_slice low, tci_slice high) {
    bool branch = (head->flags & FLAG_BRANCH) != 0;
    size_t count = (head->lower - sizeof *head) / sizeof(uint16_t);
    tci_slice before = low;
    node one, next;
    memset(walk->inside, 0, walk->page_bytes / 16);
    walk->taken = 0;
    for (size_t i = 0; i < count; i++) {
        if (!node_at(walk, page, head, i, branch, &one))
            return damaged(walk, number, "an entry lies outside its place");
        if (branch && i == 0) continue;
        if (!key_sane(walk, one.key)) return damaged(walk, number, "a key has a wrong length");
        int order = before.data ? compare(walk, one.key, before) : 1;
        if (order < 0 || (order == 0 && (branch || i > 0)) ||
            (high.data && compare(walk, one.key, high) >= 0))
            return damaged(walk, number, "its keys are out of order");
        before = one.key;
        if (!branch && !take_value(walk, &one))
            return walk->code != TC_OK ? false : damaged(walk, number, "a value lies elsewhere");
    }
    /* LMDB moves the entries by that there is no gap between them. */
    if (walk->taken != walk->page_bytes - head->upper)
        return damaged(walk, number, "there is a gap between its entries");
    if (!branch) walk->entries += count;
    for (size_t i = 0; branch && i < count; i++) {
        size_t at, bytes;
        (void)node_read(walk, page, head, i, true, &one, &at, &bytes);
        tci_slice until = high, from = i ? one.key : low;
        if (i + 1 < count && node_read(walk, page, head, i + 1, true, &next, &at, &bytes))
            until = next.key;
        if (!walk_child(walk, &one, level, from, until)) return false;
    }
    return true;
}

static bool head_sane(const walker *walk, const page_head *head, size_t number, unsigned level) {
    unsigned kind = level < walk->depth ? FLAG_BRANCH : FLAG_LEAF;
    size_t least = kind == FLAG_BRANCH && !walk->numbers ? 2 : 1;
    return head->number == number && head->flags == kind && head->lower % 2 == 0 &&
           head->lower >= sizeof *head + least * sizeof(uint16_t) && head->lower <= head->upper &&
           head->upper <= walk->page_bytes && head->upper % 2 == 0;
}

static bool walk_page(walker *walk, size_t number, unsigned level, tci_slice low, tci_slice high) {
    if (!claim(walk, number, 1)) return damaged(walk, number, "it is used twice, or free, or none");
    if (level == walk->depth) { /* a leaf */
        if (walk->leaves_left == 0) {
            walk->cut = true;
            return true;
        }
        walk->leaves_left--;
    }
    uint8_t *page = malloc(walk->page_bytes);
    if (!page) return stop(walk, TC_E_NOMEM);
    page_head head;
    bool good = read_bytes(walk, page, walk->page_bytes, (uint64_t)number * walk->page_bytes);
    if (good) memcpy(&head, page, sizeof head);
    if (!good && walk->code == TC_OK) damaged(walk, number, "it lies beyond the file");
    if (good && !head_sane(walk, &head, number, level))
        good = damaged(walk, number, "its head is not that of such a page");
    if (good) good = walk_nodes(walk, number, page, &head, level, low, high);
    free(page);
    return good;
}

static bool walk_tree(walker *walk, const tree_head *tree, bool numbers) {
    static const tci_slice NONE = {NULL, 0};
    walk->numbers = numbers;
    walk->depth = tree->depth;
    walk->entries = 0;
    bool cut = walk->cut;
    walk->cut = false;
    if (tree->root != NO_PAGE && !walk_page(walk, tree->root, 1, NONE, NONE)) return false;
    if (!walk->cut && walk->entries != tree->entries)
        return damaged(walk, tree->root == NO_PAGE ? 0 : tree->root,
                       "entries are missing below it");
    walk->cut |= cut;
    return true;
}

/* After a whole walk: a page that nobody claimed is lost. LMDB would never use it again, so nothing
 * else need be wrong; but a page number that changed on the free list loses its page, too. */
static bool all_claimed(walker *walk) {
    for (size_t page = 2; page <= walk->last_page; page++) {
        if (walk->used[page / 8] & 1u << page % 8) continue;
        (void)damaged(walk, page, "it is neither in use nor free");
        walk->damage->readable = true;
        return false;
    }
    return true;
}

int32_t tci_lmdb_check_tree(int data_fd, uint32_t page_bytes, uint64_t txn_id, uint64_t leaves_max,
                            tci_store_damage *damage) {
    meta_head meta;
    int32_t code = tci_lmdb_read_meta(data_fd, page_bytes, txn_id, &meta);
    if (code != TC_OK) return code;
    walker walk = {.fd = data_fd,
                   .page_bytes = page_bytes,
                   .last_page = meta.last_page,
                   .txn_id = txn_id,
                   .leaves_left = leaves_max,
                   .damage = damage};
    walk.used = calloc(meta.last_page / 8 + 1, 1);
    walk.inside = calloc(page_bytes / 128, sizeof *walk.inside);
    if (!walk.used || !walk.inside) walk.code = TC_E_NOMEM;
    else if (walk_tree(&walk, &meta.trees[0], true) && walk_tree(&walk, &meta.trees[1], false) &&
             leaves_max == UINT64_MAX)
        (void)all_claimed(&walk);
    free(walk.used);
    free(walk.inside);
    /* A head page read half old and half new, under a writer's hand, says nothing of the store. */
    meta_head again;
    if (walk.code == TC_E_CORRUPT) {
        code = tci_lmdb_read_meta(data_fd, page_bytes, txn_id, &again);
        if (code != TC_OK) return code;
        if (memcmp(&again, &meta, sizeof meta) != 0) return TCI_ABSENT;
    }
    return walk.code;
}

int32_t tci_lmdb_check(tci_store *base, tci_store_damage *damage) {
    tci_lmdb_env *env = ((tci_lmdb_store *)base)->env;
    MDB_stat stat;
    int fd;
    if (mdb_env_get_fd(env->env, &fd) != MDB_SUCCESS ||
        mdb_env_stat(env->env, &stat) != MDB_SUCCESS)
        return TC_E_IO;
    int32_t code = TCI_ABSENT;
    for (int attempt = 0; code == TCI_ABSENT && attempt < 1000; attempt++) {
        tci_txn *txn;
        code = tci_store_begin(base, TCI_TXN_READ, &txn);
        if (code != TC_OK) return code;
        code = tci_lmdb_check_tree(fd, stat.ms_psize, tci_txn_id(txn), UINT64_MAX, damage);
        tci_txn_abort(txn);
    }
    return code == TCI_ABSENT ? TC_E_BUSY : code;
}
