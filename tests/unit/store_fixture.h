/* What the tests of the stores share: a temporary folder, opening either backend, short forms of
 * put and get. Include after cmocka.h. */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store.h"

#define OK(call) assert_int_equal((call), TC_OK)
#define UNUSED __attribute__((unused))

/* Where the tests of this program work; made by folder_setup. */
static char folder[128];

UNUSED static int folder_setup(void **state) {
    (void)state;
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.80s/tc-store-XXXXXX", base && *base ? base : "/tmp");
    return mkdtemp(folder) ? 0 : 1;
}

UNUSED static void remove_tree(const char *path) {
    DIR *list = opendir(path);
    if (!list) {
        (void)unlink(path);
        return;
    }
    for (struct dirent *entry; (entry = readdir(list));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        char inner[768];
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        struct stat there;
        if (lstat(inner, &there) == 0 && S_ISDIR(there.st_mode)) remove_tree(inner);
        else (void)unlink(inner);
    }
    closedir(list);
    (void)rmdir(path);
}

UNUSED static int folder_teardown(void **state) {
    (void)state;
    remove_tree(folder);
    return 0;
}

/* A path in the folder; a few are alive at once. */
UNUSED static const char *at(const char *name) {
    static char paths[8][256];
    static unsigned turn;
    char *path = paths[turn++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

UNUSED static tci_store *open_lmdb(const char *path) {
    tci_store *store = NULL;
    tc_error error = TC_ERROR_INIT;
    tci_store_config config = {.path = path, .create = true, .map_bytes = 64u << 20};
    int32_t code = tci_store_open_lmdb(&config, &store, &error);
    if (code != TC_OK) print_message("open %s: %s\n", path, error.message);
    assert_int_equal(code, TC_OK);
    return store;
}

UNUSED static tci_slice text(const char *words) {
    return tci_slice_str(words);
}

UNUSED static int32_t put(tci_txn *txn, const char *key, const char *value) {
    return tci_txn_put(txn, text(key), text(value));
}

UNUSED static void assert_has(tci_txn *txn, const char *key, const char *value) {
    tci_slice found = {NULL, 0};
    int32_t code = tci_txn_get(txn, text(key), &found);
    if (!value) {
        assert_int_equal(code, TCI_ABSENT);
        return;
    }
    assert_int_equal(code, TC_OK);
    assert_int_equal(found.len, strlen(value));
    assert_memory_equal(found.data, value, found.len);
}

UNUSED static tci_txn *begin(tci_store *store, uint32_t mode) {
    tci_txn *txn = NULL;
    OK(tci_store_begin(store, mode, &txn));
    return txn;
}

/* One commit of one row. */
UNUSED static int32_t put_one(tci_store *store, const char *key, const char *value) {
    tci_txn *txn;
    int32_t code = tci_store_begin(store, TCI_TXN_WRITE, &txn);
    if (code != TC_OK) return code;
    code = put(txn, key, value);
    if (code != TC_OK) {
        tci_txn_abort(txn);
        return code;
    }
    return tci_txn_commit(txn);
}

UNUSED static void assert_stored(tci_store *store, const char *key, const char *value) {
    tci_txn *txn = begin(store, TCI_TXN_READ);
    assert_has(txn, key, value);
    tci_txn_abort(txn);
}

#endif
