/* The tree of the memory store: a B+tree whose committed nodes and values never change. A write
 * transaction copies what it touches once and changes its copies; what it replaced is put on its
 * list of retired blocks. Must never free what a reader may still see. */
#include <stdlib.h>

#include "store/store_mem_internal.h"

#define HALF (TCI_MEM_FANOUT / 2)
/* Nodes under this many entries are joined with a neighbour when both fit well into one. */
#define SPARSE (TCI_MEM_FANOUT / 4)

/* The way from the root to a leaf in a write transaction; every node on it belongs to it. */
typedef struct mem_path {
    uint32_t depth;
    uint16_t at[TCI_MEM_DEPTH_MAX];
    mem_node *node[TCI_MEM_DEPTH_MAX];
} mem_path;

static int compare(const mem_key *key, tci_slice with) {
    return tci_slice_order(tci_slice_of(key->bytes, key->len), with);
}

/* First entry whose key is >= the one given. */
uint16_t tci_mem_leaf_find(const mem_node *leaf, tci_slice key, bool *same) {
    uint16_t low = 0, high = leaf->count;
    *same = false;
    while (low < high) {
        uint16_t middle = (uint16_t)((low + high) / 2);
        int order = compare(&leaf->keys[middle], key);
        if (order == 0) {
            *same = true;
            return middle;
        }
        if (order < 0) low = (uint16_t)(middle + 1);
        else high = middle;
    }
    return low;
}

/* The child in which a key lies. */
uint16_t tci_mem_branch_find(const mem_node *branch, tci_slice key) {
    uint16_t low = 0, high = (uint16_t)(branch->count - 1);
    while (low < high) {
        uint16_t middle = (uint16_t)((low + high + 1) / 2);
        if (compare(&branch->keys[middle], key) <= 0) low = middle;
        else high = (uint16_t)(middle - 1);
    }
    return low;
}

const mem_value *tci_mem_find(const mem_node *root, tci_slice key) {
    if (!root) return NULL;
    while (!root->leaf) root = root->slots[tci_mem_branch_find(root, key)];
    bool same;
    uint16_t at = tci_mem_leaf_find(root, key, &same);
    return same ? root->slots[at] : NULL;
}

/* Blocks of a transaction: made, given up, settled at its end. */

static void *block_new(mem_txn *txn, size_t size) {
    mem_store *store = (mem_store *)txn->base.store;
    if (atomic_load_explicit(&store->bytes, memory_order_relaxed) + size > store->bytes_max) {
        txn->failed = TC_E_STORE_FULL;
        return NULL;
    }
    mem_block *block = malloc(size);
    if (!block) {
        txn->failed = TC_E_NOMEM;
        return NULL;
    }
    *block = (mem_block){.next = txn->fresh, .txn_id = txn->id};
    block->room = (uint32_t)(size - sizeof *block);
    txn->fresh = block;
    atomic_fetch_add_explicit(&store->bytes, size, memory_order_relaxed);
    return block;
}

static void block_free(mem_store *store, mem_block *block) {
    atomic_fetch_sub_explicit(&store->bytes, block->room + sizeof *block, memory_order_relaxed);
    free(block);
}

void tci_mem_free_list(mem_store *store, mem_block *list) {
    while (list) {
        mem_block *next = list->next;
        block_free(store, list);
        list = next;
    }
}

/* Not in the tree any more. Values stay readable until the next put or del, and longer does no
 * harm. */
static void block_drop(mem_txn *txn, mem_block *block) {
    if (block->txn_id == txn->id) {
        block->dead = true;
        return;
    }
    TCI_DEBUG_ASSERT(block->txn_id < txn->id);
    block->next = txn->retired;
    txn->retired = block;
}

/* A node of this transaction in place of one that may be older; NULL when memory is out. */
static mem_node *node_own(mem_txn *txn, void **slot) {
    mem_node *node = *slot;
    if (node->head.txn_id == txn->id) return node;
    mem_node *copy = block_new(txn, sizeof *copy);
    if (!copy) return NULL;
    copy->count = node->count;
    copy->leaf = node->leaf;
    memcpy(copy->keys, node->keys, node->count * sizeof *node->keys);
    memcpy(copy->slots, node->slots, node->count * sizeof *node->slots);
    block_drop(txn, &node->head);
    *slot = copy;
    return copy;
}

static bool path_own(mem_txn *txn, tci_slice key, mem_path *path, bool *same) {
    void *root = txn->root;
    mem_node *node = node_own(txn, &root);
    txn->root = root;
    path->depth = 0;
    while (node) {
        TCI_ASSERT(path->depth < TCI_MEM_DEPTH_MAX);
        uint32_t level = path->depth++;
        path->node[level] = node;
        if (node->leaf) {
            path->at[level] = tci_mem_leaf_find(node, key, same);
            return true;
        }
        path->at[level] = tci_mem_branch_find(node, key);
        node = node_own(txn, &node->slots[path->at[level]]);
    }
    return false;
}

static void entry_insert(mem_node *node, uint16_t at, const mem_key *key, void *slot) {
    TCI_ASSERT(node->count < TCI_MEM_FANOUT && at <= node->count);
    size_t behind = (size_t)(node->count - at);
    memmove(&node->keys[at + 1], &node->keys[at], behind * sizeof *node->keys);
    memmove(&node->slots[at + 1], &node->slots[at], behind * sizeof *node->slots);
    node->keys[at] = *key;
    node->slots[at] = slot;
    node->count++;
}

static void entry_remove(mem_node *node, uint16_t at) {
    TCI_ASSERT(at < node->count);
    size_t behind = (size_t)(node->count - at - 1);
    memmove(&node->keys[at], &node->keys[at + 1], behind * sizeof *node->keys);
    memmove(&node->slots[at], &node->slots[at + 1], behind * sizeof *node->slots);
    node->count--;
}

static mem_node *node_new(mem_txn *txn, bool leaf) {
    mem_node *node = block_new(txn, sizeof *node);
    if (!node) return NULL;
    node->count = 0;
    node->leaf = leaf;
    return node;
}

/* Put an entry where the path ends, splitting full nodes on the way up. Keys that come in order
 * leave full nodes behind. Rooms are made before anything moves, so a failure leaves a sound tree.
 */
static bool path_insert(mem_txn *txn, mem_path *path, const mem_key *key, void *slot) {
    mem_node *right[TCI_MEM_DEPTH_MAX + 1] = {NULL};
    uint32_t splits = 0;
    while (splits < path->depth && path->node[path->depth - 1 - splits]->count == TCI_MEM_FANOUT) {
        right[splits] = node_new(txn, splits == 0);
        if (!right[splits++]) return false;
    }
    mem_node *root = splits == path->depth ? node_new(txn, false) : NULL;
    if (splits == path->depth && !root) return false;
    mem_key up = *key;
    for (uint32_t i = 0; i < splits; i++) {
        uint32_t level = path->depth - 1 - i;
        mem_node *left = path->node[level];
        uint16_t at = (uint16_t)(path->at[level] + (i > 0)); /* a new child goes behind the old */
        uint16_t keep = at == TCI_MEM_FANOUT ? TCI_MEM_FANOUT : HALF;
        right[i]->count = (uint16_t)(TCI_MEM_FANOUT - keep);
        memcpy(right[i]->keys, &left->keys[keep], right[i]->count * sizeof *left->keys);
        memcpy(right[i]->slots, &left->slots[keep], right[i]->count * sizeof *left->slots);
        left->count = keep;
        if (at <= keep && keep < TCI_MEM_FANOUT) entry_insert(left, at, &up, slot);
        else entry_insert(right[i], (uint16_t)(at - keep), &up, slot);
        up = right[i]->keys[0];
        slot = right[i];
    }
    if (root) {
        entry_insert(root, 0, &path->node[0]->keys[0], path->node[0]);
        entry_insert(root, 1, &up, slot);
        txn->root = root;
    } else {
        uint32_t level = path->depth - 1 - splits;
        entry_insert(path->node[level], (uint16_t)(path->at[level] + (splits > 0)), &up, slot);
    }
    return true;
}

/* Join a sparse child with its neighbour. Memory stays bounded by what is stored. */
static bool join(mem_txn *txn, mem_node *parent, uint16_t at) {
    uint16_t left_at = at > 0 ? (uint16_t)(at - 1) : at;
    if (left_at + 1 >= parent->count) return true;
    const mem_node *left = parent->slots[left_at];
    const mem_node *right = parent->slots[left_at + 1];
    if (left->count + right->count > TCI_MEM_FANOUT - SPARSE) return true;
    mem_node *to = node_own(txn, &parent->slots[left_at]);
    if (!to) return false;
    memcpy(&to->keys[to->count], right->keys, right->count * sizeof *right->keys);
    memcpy(&to->slots[to->count], right->slots, right->count * sizeof *right->slots);
    /* The first key of a branch bounds nothing below it, so the parent's stands for it. */
    if (!to->leaf) to->keys[to->count] = parent->keys[left_at + 1];
    to->count = (uint16_t)(to->count + right->count);
    block_drop(txn, &((mem_node *)parent->slots[left_at + 1])->head);
    entry_remove(parent, (uint16_t)(left_at + 1));
    return true;
}

static bool path_remove(mem_txn *txn, mem_path *path) {
    uint32_t level = path->depth - 1;
    entry_remove(path->node[level], path->at[level]);
    for (; level > 0; level--) {
        mem_node *node = path->node[level];
        mem_node *parent = path->node[level - 1];
        uint16_t at = path->at[level - 1];
        if (node->count == 0) {
            block_drop(txn, &node->head);
            entry_remove(parent, at);
        } else if (node->count >= SPARSE) {
            break;
        } else if (!join(txn, parent, at)) {
            return false;
        }
    }
    mem_node *root = txn->root;
    while (root && (root->count == 0 || (!root->leaf && root->count == 1))) {
        txn->root = root->count ? root->slots[0] : NULL;
        block_drop(txn, &root->head);
        root = txn->root;
    }
    return true;
}

static mem_value *value_new(mem_txn *txn, tci_slice value) {
    mem_value *made = block_new(txn, sizeof *made + value.len);
    if (!made) return NULL;
    made->len = (uint32_t)value.len;
    if (value.len) memcpy(made->bytes, value.data, value.len);
    return made;
}

/* The value goes over one this transaction wrote, if it is as long, or beside it. */
static bool value_replace(mem_txn *txn, void **slot, tci_slice value) {
    mem_value *old = *slot;
    if (old->head.txn_id == txn->id && old->len == value.len) {
        if (value.len) memmove(old->bytes, value.data, value.len);
        return true;
    }
    mem_value *made = value_new(txn, value);
    if (!made) return false;
    block_drop(txn, &old->head);
    *slot = made;
    return true;
}

bool tci_mem_put(mem_txn *txn, tci_slice key, tci_slice value) {
    if (!txn->root && !(txn->root = node_new(txn, true))) return false;
    mem_path path;
    bool same = false;
    if (!path_own(txn, key, &path, &same)) return false;
    mem_node *leaf = path.node[path.depth - 1];
    if (same) return value_replace(txn, &leaf->slots[path.at[path.depth - 1]], value);
    mem_key copy = {.len = (uint8_t)key.len};
    memcpy(copy.bytes, key.data, key.len);
    mem_value *made = value_new(txn, value);
    return made && path_insert(txn, &path, &copy, made);
}

bool tci_mem_del(mem_txn *txn, tci_slice key) {
    mem_path path;
    bool same = false;
    if (!path_own(txn, key, &path, &same)) return false;
    TCI_ASSERT(same);
    mem_value *old = path.node[path.depth - 1]->slots[path.at[path.depth - 1]];
    block_drop(txn, &old->head);
    return path_remove(txn, &path);
}

void tci_mem_settle(mem_store *store, mem_block *fresh) {
    while (fresh) {
        mem_block *next = fresh->next;
        fresh->next = NULL;
        if (fresh->dead) block_free(store, fresh);
        fresh = next;
    }
}

void tci_mem_free_tree(mem_store *store, mem_node *root) {
    if (!root) return;
    for (uint16_t i = 0; i < root->count; i++) {
        if (root->leaf) block_free(store, root->slots[i]);
        else tci_mem_free_tree(store, root->slots[i]);
    }
    block_free(store, &root->head);
}
