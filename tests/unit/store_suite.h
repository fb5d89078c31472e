/* The frame of the conformance suite of the store port: every test of test_store.c and
 * test_store_scan.c runs on the LMDB store, bare and with the log in front, and on the memory
 * store, which must not be told apart by it. Include after cmocka.h. */
#ifndef STORE_SUITE_H
#define STORE_SUITE_H

#include "store_fixture.h"

/* Which backend the tests are run on. */
typedef int32_t (*open_backend)(const tci_store_config *config, tci_store **store, tc_error *error);
static open_backend open_it;
static tci_store_config config_of_test;

UNUSED static tci_store *open_store(const tci_store_config *config) {
    tci_store *store = NULL;
    tci_store_config with = *config;
    with.path = at("store");
    with.create = true;
    OK(open_it(&with, &store, NULL));
    return store;
}

UNUSED static int setup(void **state) {
    config_of_test = (tci_store_config){.map_bytes = 256u << 20};
    *state = open_store(&config_of_test);
    return 0;
}

UNUSED static int teardown(void **state) {
    tci_store_close(*state);
    remove_tree(at("store"));
    return 0;
}

/* A key that sorts by its number. */
UNUSED static tci_slice key_of(uint32_t number, uint8_t room[8]) {
    memset(room, 0, 8);
    for (int i = 0; i < 4; i++) room[4 + i] = (uint8_t)(number >> (24 - 8 * i));
    return tci_slice_of(room, 8);
}

UNUSED static uint32_t number_of(tci_slice key) {
    const uint8_t *bytes = key.data;
    assert_int_equal(key.len, 8);
    return (uint32_t)bytes[4] << 24 | (uint32_t)bytes[5] << 16 | (uint32_t)bytes[6] << 8 | bytes[7];
}

UNUSED static void put_number(tci_txn *txn, uint32_t number, size_t len, uint8_t with) {
    uint8_t room[8];
    static uint8_t value[TCI_VALUE_MAX];
    memset(value, with, len);
    OK(tci_txn_put(txn, key_of(number, room), tci_slice_of(value, len)));
}

UNUSED static void assert_number(tci_txn *txn, uint32_t number, size_t len, uint8_t with) {
    uint8_t room[8];
    tci_slice value;
    OK(tci_txn_get(txn, key_of(number, room), &value));
    assert_int_equal(value.len, len);
    for (size_t i = 0; i < len; i++)
        if (((const uint8_t *)value.data)[i] != with) fail_msg("byte %zu of %u", i, number);
}

UNUSED static uint64_t random_next(uint64_t *seed) {
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* Run a table of cases on all stores. */
#define ON_ALL_STORES(failed, tests)                                                               \
    do {                                                                                           \
        open_it = tci_store_open_lmdb;                                                             \
        (failed) +=                                                                                \
            cmocka_run_group_tests_name("store: LMDB", tests, folder_setup, folder_teardown);      \
        open_it = tci_store_open_log;                                                              \
        (failed) += cmocka_run_group_tests_name("store: log over LMDB", tests, folder_setup,       \
                                                folder_teardown);                                  \
        open_it = tci_store_open_mem;                                                              \
        (failed) +=                                                                                \
            cmocka_run_group_tests_name("store: memory", tests, folder_setup, folder_teardown);    \
    } while (0)

#endif
