/* The conformance suite of the store port: every test runs on the LMDB store and on the memory
 * store, which must not be told apart by it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <time.h>

#include "store_fixture.h"

/* Which backend the tests are run on. */
static bool on_lmdb;
static tci_store_config config_of_test;

static int32_t fill(tci_txn *txn, void *user_data) {
    *(int *)user_data += 1;
    return put(txn, "made", "by init");
}

static tci_store *open_store(const tci_store_config *config) {
    tci_store *store = NULL;
    tci_store_config with = *config;
    with.path = at("store");
    with.create = true;
    OK(on_lmdb ? tci_store_open_lmdb(&with, &store, NULL)
               : tci_store_open_mem(&with, &store, NULL));
    return store;
}

static int setup(void **state) {
    config_of_test = (tci_store_config){.map_bytes = 256u << 20};
    *state = open_store(&config_of_test);
    return 0;
}

static int teardown(void **state) {
    tci_store_close(*state);
    remove_tree(at("store"));
    return 0;
}

/* A key that sorts by its number. */
static tci_slice key_of(uint32_t number, uint8_t room[8]) {
    memset(room, 0, 8);
    for (int i = 0; i < 4; i++) room[4 + i] = (uint8_t)(number >> (24 - 8 * i));
    return tci_slice_of(room, 8);
}

static uint32_t number_of(tci_slice key) {
    const uint8_t *bytes = key.data;
    assert_int_equal(key.len, 8);
    return (uint32_t)bytes[4] << 24 | (uint32_t)bytes[5] << 16 | (uint32_t)bytes[6] << 8 | bytes[7];
}

static void put_number(tci_txn *txn, uint32_t number, size_t len, uint8_t with) {
    uint8_t room[8];
    static uint8_t value[TCI_VALUE_MAX];
    memset(value, with, len);
    OK(tci_txn_put(txn, key_of(number, room), tci_slice_of(value, len)));
}

static void assert_number(tci_txn *txn, uint32_t number, size_t len, uint8_t with) {
    uint8_t room[8];
    tci_slice value;
    OK(tci_txn_get(txn, key_of(number, room), &value));
    assert_int_equal(value.len, len);
    for (size_t i = 0; i < len; i++)
        if (((const uint8_t *)value.data)[i] != with) fail_msg("byte %zu of %u", i, number);
}

static void test_empty_store(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_READ);
    assert_has(txn, "a", NULL);
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    assert_int_equal(tci_scan_seek(scan, text(""), &key, &value), TCI_ABSENT);
    assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_put_get(void **state) {
    OK(put_one(*state, "a", "1"));
    assert_stored(*state, "a", "1");
    assert_stored(*state, "aa", NULL);
    assert_stored(*state, "A", NULL);
}

static void test_put_is_seen_in_its_transaction(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    OK(put(txn, "a", "1"));
    assert_has(txn, "a", "1");
    OK(put(txn, "a", "2"));
    assert_has(txn, "a", "2");
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", "2");
}

static void test_put_replaces_with_other_length(void **state) {
    OK(put_one(*state, "a", "a longer value"));
    OK(put_one(*state, "a", "s"));
    assert_stored(*state, "a", "s");
    OK(put_one(*state, "a", "longer than it ever was before"));
    assert_stored(*state, "a", "longer than it ever was before");
}

static void test_empty_value(void **state) {
    OK(put_one(*state, "a", ""));
    assert_stored(*state, "a", "");
    OK(put_one(*state, "a", "full"));
    OK(put_one(*state, "a", ""));
    assert_stored(*state, "a", "");
}

static void test_null_empty_value(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    OK(tci_txn_put(txn, text("a"), tci_slice_of(NULL, 0)));
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", "");
}

static void test_empty_key_is_refused(void **state) {
    tci_slice value;
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(put(txn, "", "1"), TC_E_INVALID);
    assert_int_equal(tci_txn_get(txn, text(""), &value), TC_E_INVALID);
    assert_int_equal(tci_txn_del(txn, text("")), TC_E_INVALID);
    OK(put(txn, "a", "the transaction goes on"));
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", "the transaction goes on");
}

static void test_longest_key(void **state) {
    char key[TCI_KEY_MAX + 1];
    memset(key, 'k', TCI_KEY_MAX);
    key[TCI_KEY_MAX] = '\0';
    OK(put_one(*state, key, "1"));
    assert_stored(*state, key, "1");
}

static void test_too_long_key_is_refused(void **state) {
    char key[TCI_KEY_MAX + 2];
    memset(key, 'k', TCI_KEY_MAX + 1);
    key[TCI_KEY_MAX + 1] = '\0';
    tci_slice found, value;
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(put(txn, key, "1"), TC_E_LIMIT);
    assert_int_equal(tci_txn_get(txn, text(key), &value), TC_E_LIMIT);
    assert_int_equal(tci_txn_del(txn, text(key)), TC_E_LIMIT);
    tci_scan *scan;
    OK(tci_scan_open(txn, &scan));
    assert_int_equal(tci_scan_seek(scan, text(key), &found, &value), TC_E_LIMIT);
    tci_scan_close(scan);
    OK(put(txn, "a", "1"));
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", "1");
}

static void test_key_with_any_bytes(void **state) {
    const uint8_t keys[][3] = {{0, 0, 0}, {0, 0, 255}, {255, 0, 255}, {255, 255, 255}};
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (size_t i = 0; i < TCI_COUNT(keys); i++)
        OK(tci_txn_put(txn, tci_slice_of(keys[i], 3), tci_slice_of(&i, sizeof i)));
    for (size_t i = 0; i < TCI_COUNT(keys); i++) {
        tci_slice value;
        OK(tci_txn_get(txn, tci_slice_of(keys[i], 3), &value));
        assert_memory_equal(value.data, &i, sizeof i);
    }
    OK(tci_txn_commit(txn));
}

static void put_sizes(void **state, size_t from, size_t to, size_t step) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (size_t len = from; len <= to; len += step)
        put_number(txn, (uint32_t)len, len, (uint8_t)(len * 7));
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_READ);
    for (size_t len = from; len <= to; len += step)
        assert_number(txn, (uint32_t)len, len, (uint8_t)(len * 7));
    tci_txn_abort(txn);
}

static void test_values_around_the_inline_limit(void **state) {
    put_sizes(state, 1990, 2060, 1);
}

static void test_values_around_one_page(void **state) {
    put_sizes(state, 4070, 4110, 1);
}

static void test_values_up_to_64_kib(void **state) {
    put_sizes(state, 5000, 65536 + 5000, 6053);
}

static void test_longest_value(void **state) {
    put_sizes(state, TCI_VALUE_MAX, TCI_VALUE_MAX, 1);
}

static void test_too_long_value_is_refused(void **state) {
    uint8_t *value = calloc(1, TCI_VALUE_MAX + 1);
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(tci_txn_put(txn, text("a"), tci_slice_of(value, TCI_VALUE_MAX + 1)),
                     TC_E_LIMIT);
    OK(put(txn, "b", "1"));
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", NULL);
    assert_stored(*state, "b", "1");
    free(value);
}

static void test_value_grows_and_shrinks_in_one_transaction(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    const size_t sizes[] = {10, 5000, 4080, 0, 70000, 2040, 4080, 4080, 1};
    for (size_t i = 0; i < TCI_COUNT(sizes); i++) {
        put_number(txn, 7, sizes[i], (uint8_t)i);
        assert_number(txn, 7, sizes[i], (uint8_t)i);
    }
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_READ);
    assert_number(txn, 7, 1, TCI_COUNT(sizes) - 1);
    tci_txn_abort(txn);
}

static void test_del(void **state) {
    OK(put_one(*state, "a", "1"));
    OK(put_one(*state, "b", "2"));
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    OK(tci_txn_del(txn, text("a")));
    assert_has(txn, "a", NULL);
    assert_int_equal(tci_txn_del(txn, text("a")), TCI_ABSENT);
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", NULL);
    assert_stored(*state, "b", "2");
}

static void test_del_absent(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(tci_txn_del(txn, text("nothing")), TCI_ABSENT);
    OK(put(txn, "b", "1"));
    assert_int_equal(tci_txn_del(txn, text("a")), TCI_ABSENT);
    assert_int_equal(tci_txn_del(txn, text("c")), TCI_ABSENT);
    OK(tci_txn_commit(txn));
}

static void test_del_then_put_again(void **state) {
    OK(put_one(*state, "a", "1"));
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    OK(tci_txn_del(txn, text("a")));
    OK(put(txn, "a", "2"));
    assert_has(txn, "a", "2");
    OK(tci_txn_commit(txn));
    assert_stored(*state, "a", "2");
}

static void test_del_everything_and_begin_again(void **state) {
    uint8_t room[8];
    for (int round = 0; round < 3; round++) {
        tci_txn *txn = begin(*state, TCI_TXN_WRITE);
        for (uint32_t i = 0; i < 2000; i++) put_number(txn, i * 3, 20, (uint8_t)i);
        OK(tci_txn_commit(txn));
        txn = begin(*state, TCI_TXN_WRITE);
        for (uint32_t i = 0; i < 2000; i++) OK(tci_txn_del(txn, key_of((i * 7 % 2000) * 3, room)));
        tci_scan *scan;
        tci_slice key, value;
        OK(tci_scan_open(txn, &scan));
        assert_int_equal(tci_scan_seek(scan, text(""), &key, &value), TCI_ABSENT);
        tci_scan_close(scan);
        OK(tci_txn_commit(txn));
    }
}

static void test_abort_undoes(void **state) {
    OK(put_one(*state, "a", "1"));
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    OK(put(txn, "a", "2"));
    OK(put(txn, "b", "3"));
    tci_txn_abort(txn);
    assert_stored(*state, "a", "1");
    assert_stored(*state, "b", NULL);
}

static void test_abort_after_many_changes(void **state) {
    uint8_t room[8];
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 3000; i++) put_number(txn, i, 30, 1);
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 3000; i += 2) OK(tci_txn_del(txn, key_of(i, room)));
    for (uint32_t i = 1; i < 6000; i += 2) put_number(txn, i, 50, 2);
    tci_txn_abort(txn);
    txn = begin(*state, TCI_TXN_READ);
    for (uint32_t i = 0; i < 3000; i++) assert_number(txn, i, 30, 1);
    tci_slice value;
    assert_int_equal(tci_txn_get(txn, key_of(3001, room), &value), TCI_ABSENT);
    tci_txn_abort(txn);
}

static void test_snapshot_does_not_move(void **state) {
    OK(put_one(*state, "a", "1"));
    tci_txn *old = begin(*state, TCI_TXN_READ);
    OK(put_one(*state, "a", "2"));
    OK(put_one(*state, "b", "3"));
    tci_txn *now = begin(*state, TCI_TXN_READ);
    assert_has(old, "a", "1");
    assert_has(old, "b", NULL);
    assert_has(now, "a", "2");
    assert_has(now, "b", "3");
    tci_txn_abort(now);
    tci_txn_abort(old);
}

static void test_snapshot_does_not_see_the_open_writer(void **state) {
    OK(put_one(*state, "a", "1"));
    tci_txn *writer = begin(*state, TCI_TXN_WRITE);
    OK(put(writer, "a", "2"));
    assert_stored(*state, "a", "1");
    tci_txn *reader = begin(*state, TCI_TXN_READ);
    OK(tci_txn_commit(writer));
    assert_has(reader, "a", "1");
    tci_txn_abort(reader);
    assert_stored(*state, "a", "2");
}

static void test_snapshot_outlives_many_commits(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 200; i++) put_number(txn, i, 4080, 1);
    OK(tci_txn_commit(txn));
    tci_txn *old = begin(*state, TCI_TXN_READ);
    for (uint8_t round = 2; round < 30; round++) {
        txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        for (uint32_t i = round % 5; i < 200; i += 5) put_number(txn, i, 4080, round);
        OK(tci_txn_commit(txn));
    }
    for (uint32_t i = 0; i < 200; i++) assert_number(old, i, 4080, 1);
    tci_txn_abort(old);
}

static void test_snapshot_keeps_deleted_rows(void **state) {
    uint8_t room[8];
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 1000; i++) put_number(txn, i, 40, 9);
    OK(tci_txn_commit(txn));
    tci_txn *old = begin(*state, TCI_TXN_READ);
    for (uint32_t from = 0; from < 1000; from += 100) {
        txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        for (uint32_t i = from; i < from + 100; i++) OK(tci_txn_del(txn, key_of(i, room)));
        OK(tci_txn_commit(txn));
    }
    for (uint32_t i = 0; i < 1000; i++) assert_number(old, i, 40, 9);
    tci_txn_abort(old);
}

/* Memory and file stay bounded while a writer overwrites and readers come and go. */
static void test_space_is_used_again(void **state) {
    tci_store_stat first = {0}, last = {0};
    for (uint32_t round = 0; round < 200; round++) {
        tci_txn *reader = begin(*state, TCI_TXN_READ);
        tci_txn *txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        for (uint32_t i = 0; i < 20; i++) put_number(txn, i, 4080, (uint8_t)round);
        OK(tci_txn_commit(txn));
        tci_txn_abort(reader);
        if (round == 20) OK(tci_store_stat_get(*state, &first));
    }
    OK(tci_store_stat_get(*state, &last));
    assert_true(last.used_bytes <= first.used_bytes + first.used_bytes / 4);
}

static void test_scan_in_order(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 5000; i++) put_number(txn, i * 2654435761u, 5, (uint8_t)i);
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    uint32_t count = 0, last = 0;
    int32_t code = tci_scan_seek(scan, text(""), &key, &value);
    for (; code == TC_OK; code = tci_scan_next(scan, &key, &value)) {
        uint32_t number = number_of(key);
        assert_true(count == 0 || number > last);
        assert_int_equal(value.len, 5);
        last = number;
        count++;
    }
    assert_int_equal(code, TCI_ABSENT);
    assert_int_equal(count, 5000);
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_scan_seek_finds_first_not_less(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 3000; i++) put_number(txn, i * 10, 3, 1);
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    uint8_t room[8];
    OK(tci_scan_open(txn, &scan));
    for (uint32_t i = 0; i < 30000; i += 7) {
        int32_t code = tci_scan_seek(scan, key_of(i, room), &key, &value);
        if (i > 29990) {
            assert_int_equal(code, TCI_ABSENT);
            continue;
        }
        assert_int_equal(code, TC_OK);
        assert_int_equal(number_of(key), (i + 9) / 10 * 10);
    }
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_scan_next_after_seek(void **state) {
    OK(put_one(*state, "a", "1"));
    OK(put_one(*state, "c", "3"));
    OK(put_one(*state, "e", "5"));
    tci_txn *txn = begin(*state, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    OK(tci_scan_seek(scan, text("b"), &key, &value));
    assert_memory_equal(key.data, "c", 1);
    OK(tci_scan_next(scan, &key, &value));
    assert_memory_equal(value.data, "5", 1);
    assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
    assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
    OK(tci_scan_seek(scan, text("a"), &key, &value));
    assert_memory_equal(value.data, "1", 1);
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_scan_next_without_seek_begins_at_the_first(void **state) {
    OK(put_one(*state, "a", "1"));
    tci_txn *txn = begin(*state, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    OK(tci_scan_next(scan, &key, &value));
    assert_memory_equal(key.data, "a", 1);
    assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_scan_past_the_end_stays_there(void **state) {
    OK(put_one(*state, "a", "1"));
    tci_txn *txn = begin(*state, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    assert_int_equal(tci_scan_seek(scan, text("b"), &key, &value), TCI_ABSENT);
    assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
    OK(tci_scan_seek(scan, text("a"), &key, &value));
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_scan_orders_by_bytes_then_length(void **state) {
    static const char *const KEYS[] = {"a",    "aa",   "ab",   "b",       "ba",
                                       "\x7f", "\x80", "\xff", "\xff\xff"};
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (size_t i = TCI_COUNT(KEYS); i-- > 0;) OK(put(txn, KEYS[i], "v"));
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    int32_t code = tci_scan_seek(scan, text(""), &key, &value);
    for (size_t i = 0; i < TCI_COUNT(KEYS); i++) {
        assert_int_equal(code, TC_OK);
        assert_int_equal(key.len, strlen(KEYS[i]));
        assert_memory_equal(key.data, KEYS[i], key.len);
        code = tci_scan_next(scan, &key, &value);
    }
    assert_int_equal(code, TCI_ABSENT);
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

static void test_scan_of_a_snapshot_ignores_later_commits(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 1000; i++) put_number(txn, i, 3, 1);
    OK(tci_txn_commit(txn));
    tci_txn *reader = begin(*state, TCI_TXN_READ);
    tci_scan *scan;
    tci_slice key, value;
    uint8_t room[8];
    OK(tci_scan_open(reader, &scan));
    OK(tci_scan_seek(scan, text(""), &key, &value));
    for (uint32_t i = 1; i < 1000; i++) {
        if (i % 100 == 0) {
            txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
            for (uint32_t j = i; j < i + 100; j++) OK(tci_txn_del(txn, key_of(j, room)));
            put_number(txn, 5000 + i, 3, 1);
            OK(tci_txn_commit(txn));
        }
        OK(tci_scan_next(scan, &key, &value));
        assert_int_equal(number_of(key), i);
    }
    assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
    tci_scan_close(scan);
    tci_txn_abort(reader);
}

static void test_scan_sees_the_writers_own_changes(void **state) {
    OK(put_one(*state, "b", "1"));
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    OK(put(txn, "a", "2"));
    OK(tci_txn_del(txn, text("b")));
    OK(put(txn, "c", "3"));
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    OK(tci_scan_seek(scan, text(""), &key, &value));
    assert_memory_equal(key.data, "a", 1);
    OK(tci_scan_next(scan, &key, &value));
    assert_memory_equal(key.data, "c", 1);
    tci_scan_close(scan);
    OK(tci_txn_commit(txn));
}

static void test_scan_goes_on_after_a_write_by_seeking(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 500; i++) put_number(txn, i, 3, 1);
    tci_scan *scan;
    tci_slice key, value;
    uint8_t room[8];
    OK(tci_scan_open(txn, &scan));
    for (uint32_t i = 0; i < 500; i++) {
        OK(tci_scan_seek(scan, key_of(i, room), &key, &value));
        assert_int_equal(number_of(key), i);
        OK(tci_txn_del(txn, key_of(i, room)));
    }
    assert_int_equal(tci_scan_seek(scan, text(""), &key, &value), TCI_ABSENT);
    tci_scan_close(scan);
    OK(tci_txn_commit(txn));
}

static void test_several_scans_at_once(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 100; i++) put_number(txn, i, 3, 1);
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_READ);
    tci_scan *scans[10];
    tci_slice key, value;
    uint8_t room[8];
    for (uint32_t i = 0; i < 10; i++) {
        OK(tci_scan_open(txn, &scans[i]));
        OK(tci_scan_seek(scans[i], key_of(i * 10, room), &key, &value));
    }
    for (uint32_t step = 1; step < 10; step++) {
        for (uint32_t i = 0; i < 10; i++) {
            OK(tci_scan_next(scans[i], &key, &value));
            assert_int_equal(number_of(key), i * 10 + step);
        }
    }
    for (uint32_t i = 0; i < 10; i++) tci_scan_close(scans[i]);
    tci_txn_abort(txn);
}

/* Closed scans are kept by a store; a kept one must forget where it was. */
static void test_scan_opened_again_is_new(void **state) {
    OK(put_one(*state, "a", "1"));
    OK(put_one(*state, "b", "2"));
    tci_slice key, value;
    for (int round = 0; round < 5; round++) {
        tci_txn *txn = begin(*state, TCI_TXN_READ);
        tci_scan *scan;
        OK(tci_scan_open(txn, &scan));
        OK(tci_scan_next(scan, &key, &value));
        assert_memory_equal(key.data, "a", 1);
        OK(tci_scan_next(scan, &key, &value));
        if (round % 2) assert_int_equal(tci_scan_next(scan, &key, &value), TCI_ABSENT);
        tci_scan_close(scan);
        tci_txn_abort(txn);
        OK(put_one(*state, "c", "3"));
        txn = begin(*state, TCI_TXN_WRITE);
        OK(tci_txn_del(txn, text("c")));
        OK(tci_txn_commit(txn));
    }
}

static void test_txn_ids_count_commits(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    uint64_t first = tci_txn_id(txn);
    OK(put(txn, "a", "1"));
    OK(tci_txn_commit(txn));
    tci_txn *reader = begin(*state, TCI_TXN_READ);
    assert_int_equal(tci_txn_id(reader), first);
    txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(tci_txn_id(txn), first + 1);
    tci_txn_abort(txn);
    txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(tci_txn_id(txn), first + 1);
    OK(put(txn, "a", "1"));
    OK(tci_txn_commit(txn));
    tci_txn_abort(reader);
    reader = begin(*state, TCI_TXN_READ);
    assert_int_equal(tci_txn_id(reader), first + 1);
    tci_txn_abort(reader);
}

static void test_commit_of_nothing_takes_no_id(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    uint64_t id = tci_txn_id(txn);
    assert_int_equal(tci_txn_del(txn, text("a")), TCI_ABSENT);
    OK(tci_txn_commit(txn));
    txn = begin(*state, TCI_TXN_WRITE);
    assert_int_equal(tci_txn_id(txn), id);
    tci_txn_abort(txn);
}

static void test_write_through_a_reader_is_refused(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_READ);
    assert_int_equal(put(txn, "a", "1"), TC_E_READ_ONLY);
    assert_int_equal(tci_txn_del(txn, text("a")), TC_E_READ_ONLY);
    assert_int_equal(tci_txn_commit(txn), TC_E_READ_ONLY);
    assert_stored(*state, "a", NULL);
}

static void test_unknown_modes_are_refused(void **state) {
    tci_txn *txn;
    assert_int_equal(tci_store_begin(*state, 0, &txn), TC_E_INVALID);
    assert_int_equal(tci_store_begin(*state, TCI_TXN_READ | TCI_TXN_WRITE, &txn), TC_E_INVALID);
    assert_int_equal(tci_store_begin(*state, TCI_TXN_READ | TCI_TXN_RELAXED, &txn), TC_E_INVALID);
    assert_int_equal(tci_store_begin(*state, 64, &txn), TC_E_INVALID);
}

static void test_second_writer_of_a_thread_is_busy(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE), *second;
    assert_int_equal(tci_store_begin(*state, TCI_TXN_WRITE, &second), TC_E_BUSY);
    OK(put(txn, "a", "1"));
    OK(tci_txn_commit(txn));
    OK(put_one(*state, "a", "2"));
}

static void test_relaxed_and_durable_alternate(void **state) {
    char value[16];
    for (int i = 0; i < 20; i++) {
        tci_txn *txn = begin(*state, TCI_TXN_WRITE | (i % 2 ? TCI_TXN_RELAXED : 0u));
        snprintf(value, sizeof value, "%d", i);
        OK(put(txn, "a", value));
        OK(tci_txn_commit(txn));
        assert_stored(*state, "a", value);
    }
}

static void test_abort_of_nothing(void **state) {
    const tci_store *store = *state;
    store->ops->abort(NULL);
    store->ops->scan_close(NULL);
    store->ops->close(NULL);
}

static void test_many_readers_renewed(void **state) {
    char value[16];
    for (int round = 0; round < 50; round++) {
        snprintf(value, sizeof value, "%d", round);
        OK(put_one(*state, "a", value));
        tci_txn *readers[20];
        for (size_t i = 0; i < TCI_COUNT(readers); i++) readers[i] = begin(*state, TCI_TXN_READ);
        for (size_t i = 0; i < TCI_COUNT(readers); i++) {
            assert_has(readers[i], "a", value);
            tci_txn_abort(readers[i]);
        }
    }
}

static void test_readers_end_in_any_order(void **state) {
    tci_txn *readers[16];
    char key[16];
    for (int i = 0; i < 16; i++) {
        snprintf(key, sizeof key, "k%02d", i);
        OK(put_one(*state, key, "1"));
        readers[i] = begin(*state, TCI_TXN_READ);
    }
    for (int n = 0; n < 16; n++) {
        int i = n * 7 % 16;
        snprintf(key, sizeof key, "k%02d", i);
        assert_has(readers[i], key, "1");
        if (i < 15) {
            snprintf(key, sizeof key, "k%02d", i + 1);
            assert_has(readers[i], key, NULL);
        }
        tci_txn_abort(readers[i]);
        OK(put_one(*state, "other", key));
    }
}

static void test_stat_counts(void **state) {
    tci_store_stat before = {0}, after = {0};
    OK(tci_store_stat_get(*state, &before));
    assert_int_equal(before.map_bytes, config_of_test.map_bytes);
    assert_int_equal(before.page_bytes % 4096, 0);
    assert_true(before.max_readers > 0);
    assert_int_equal(before.oldest_reader_lag, 0);
    tci_txn *reader = begin(*state, TCI_TXN_READ);
    for (int i = 0; i < 3; i++) OK(put_one(*state, "a", "1"));
    OK(tci_store_stat_get(*state, &after));
    assert_int_equal(after.last_txn_id, before.last_txn_id + 3);
    assert_int_equal(after.oldest_reader_lag, 3);
    assert_true(after.readers >= 1);
    assert_true(after.used_bytes > 0 && after.used_bytes <= after.map_bytes);
    tci_txn_abort(reader);
    OK(tci_store_stat_get(*state, &after));
    assert_int_equal(after.oldest_reader_lag, 0);
}

static void test_check_readers_leaves_the_living(void **state) {
    tci_store *store = *state;
    uint32_t cleared = 99;
    tci_txn *reader = begin(store, TCI_TXN_READ);
    OK(store->ops->check_readers(store, &cleared));
    assert_int_equal(cleared, 0);
    OK(store->ops->check_readers(store, NULL));
    assert_has(reader, "a", NULL);
    tci_txn_abort(reader);
}

static void test_init_fills_once(void **state) {
    (void)state;
    int calls = 0;
    remove_tree(at("store"));
    tci_store_config config = {.init = fill, .user_data = &calls, .map_bytes = 64u << 20};
    tci_store *store = open_store(&config);
    assert_int_equal(calls, 1);
    assert_stored(store, "made", "by init");
    tci_store_stat stat = {0};
    OK(tci_store_stat_get(store, &stat));
    assert_int_equal(stat.last_txn_id, 1);
    tci_store_close(store);
}

static int32_t fill_badly(tci_txn *txn, void *user_data) {
    (void)user_data;
    (void)put(txn, "made", "in vain");
    return TC_E_LIMIT;
}

static void test_init_that_fails_fails_the_open(void **state) {
    (void)state;
    tci_store *store = NULL;
    tci_store_config config = {.path = at("failing"), .create = true, .init = fill_badly};
    assert_int_equal(on_lmdb ? tci_store_open_lmdb(&config, &store, NULL)
                             : tci_store_open_mem(&config, &store, NULL),
                     TC_E_LIMIT);
    assert_null(store);
    assert_int_not_equal(access(at("failing"), F_OK), 0);
}

static void test_readers_full(void **state) {
    (void)state;
    remove_tree(at("store"));
    tci_store_config config = {.max_readers = 5, .map_bytes = 64u << 20};
    tci_store *store = open_store(&config);
    tci_txn *readers[5], *more;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 5; i++) readers[i] = begin(store, TCI_TXN_READ);
        assert_int_equal(tci_store_begin(store, TCI_TXN_READ, &more), TC_E_READERS_FULL);
        for (int i = 0; i < 5; i++) tci_txn_abort(readers[i]);
    }
    OK(put_one(store, "a", "1"));
    tci_store_close(store);
}

static void test_store_full_lands_nothing(void **state) {
    (void)state;
    remove_tree(at("store"));
    tci_store_config config = {.map_bytes = 1u << 20};
    tci_store *store = open_store(&config);
    OK(put_one(store, "a", "before"));
    tci_txn *txn = begin(store, TCI_TXN_WRITE);
    static uint8_t value[4080];
    uint8_t room[8];
    int32_t code = TC_OK;
    for (uint32_t i = 0; code == TC_OK && i < 1000; i++)
        code = tci_txn_put(txn, key_of(i, room), tci_slice_of(value, sizeof value));
    assert_int_equal(code, TC_E_STORE_FULL);
    assert_int_equal(put(txn, "b", "1"), TC_E_STORE_FULL);
    assert_int_equal(tci_txn_commit(txn), TC_E_STORE_FULL);
    assert_stored(store, "a", "before");
    txn = begin(store, TCI_TXN_READ);
    tci_slice found;
    assert_int_equal(tci_txn_get(txn, key_of(0, room), &found), TCI_ABSENT);
    tci_txn_abort(txn);
    OK(put_one(store, "a", "after"));
    assert_stored(store, "a", "after");
    tci_store_close(store);
}

/* A plain model: what the store must answer. */
#define MODEL_KEYS 700u
typedef struct model {
    uint8_t used[MODEL_KEYS];
    uint16_t len[MODEL_KEYS];
    uint8_t with[MODEL_KEYS];
} model;

static uint64_t random_next(uint64_t *seed) {
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

static void model_check(const model *want, tci_txn *txn) {
    tci_scan *scan;
    tci_slice key, value;
    OK(tci_scan_open(txn, &scan));
    int32_t code = tci_scan_seek(scan, text(""), &key, &value);
    for (uint32_t i = 0; i < MODEL_KEYS; i++) {
        if (!want->used[i]) continue;
        assert_int_equal(code, TC_OK);
        assert_int_equal(number_of(key), i);
        assert_int_equal(value.len, want->len[i]);
        if (value.len)
            assert_int_equal(((const uint8_t *)value.data)[value.len - 1], want->with[i]);
        code = tci_scan_next(scan, &key, &value);
    }
    assert_int_equal(code, TCI_ABSENT);
    tci_scan_close(scan);
}

static void model_step(model *want, tci_txn *txn, uint64_t *seed) {
    static const uint16_t SIZES[] = {0, 1, 12, 100, 700, 2030, 2050, 4080, 9000};
    uint8_t room[8];
    uint32_t i = (uint32_t)(random_next(seed) % MODEL_KEYS);
    if (random_next(seed) % 20 < 9) {
        assert_int_equal(tci_txn_del(txn, key_of(i, room)), want->used[i] ? TC_OK : TCI_ABSENT);
        want->used[i] = 0;
        return;
    }
    want->used[i] = 1;
    want->len[i] = SIZES[random_next(seed) % TCI_COUNT(SIZES)];
    want->with[i] = (uint8_t)random_next(seed);
    put_number(txn, i, want->len[i], want->with[i]);
}

static void test_random_changes_follow_a_model(void **state) {
    static model now, kept, before;
    uint64_t seed = 20240607;
    memset(&now, 0, sizeof now);
    tci_txn *reader = begin(*state, TCI_TXN_READ);
    kept = now;
    for (int round = 0; round < 150; round++) {
        before = now;
        tci_txn *txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        uint64_t steps = random_next(&seed) % 60 + 1;
        for (uint64_t i = 0; i < steps; i++) model_step(&now, txn, &seed);
        if (round % 7 == 0) model_check(&now, txn);
        if (random_next(&seed) % 5 == 0) {
            tci_txn_abort(txn);
            now = before;
        } else {
            OK(tci_txn_commit(txn));
        }
        if (round % 10 == 9) {
            model_check(&kept, reader);
            tci_txn_abort(reader);
            reader = begin(*state, TCI_TXN_READ);
            kept = now;
            model_check(&kept, reader);
        }
    }
    tci_txn_abort(reader);
}

/* Whole ranges come and go, so that nodes of every level split, empty and join. */
#define RANGE_KEYS 40000u
static void test_ranges_come_and_go(void **state) {
    static uint8_t used[RANGE_KEYS];
    uint64_t seed = 4711;
    uint8_t room[8];
    memset(used, 0, sizeof used);
    for (int round = 0; round < 60; round++) {
        tci_txn *txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        uint32_t from = (uint32_t)(random_next(&seed) % RANGE_KEYS);
        uint32_t until = TCI_MIN(from + 9000, RANGE_KEYS);
        uint32_t step = (uint32_t)(random_next(&seed) % 4 + 1);
        bool adding = random_next(&seed) % 2 == 0;
        for (uint32_t i = from; i < until; i += step) {
            if (adding) put_number(txn, i, 6, 1);
            else assert_int_equal(tci_txn_del(txn, key_of(i, room)), used[i] ? TC_OK : TCI_ABSENT);
            used[i] = adding;
        }
        OK(tci_txn_commit(txn));
        txn = begin(*state, TCI_TXN_READ);
        tci_slice value;
        for (uint32_t i = 0; i < RANGE_KEYS; i += 1 + (uint32_t)round % 3)
            assert_int_equal(tci_txn_get(txn, key_of(i, room), &value),
                             used[i] ? TC_OK : TCI_ABSENT);
        tci_txn_abort(txn);
    }
}

static void del_range(tci_txn *txn, uint32_t from, uint32_t until) {
    uint8_t room[8];
    for (uint32_t i = from; i < until; i++) OK(tci_txn_del(txn, key_of(i, room)));
}

/* The memory store's nodes have 32 entries, and keys in order fill them: the second branch begins
 * at 1,024. It loses its first leaf, gets lower keys again, thins out and is joined with the first.
 */
static void test_lower_keys_survive_a_join(void **state) {
    tci_txn *txn = begin(*state, TCI_TXN_WRITE);
    for (uint32_t i = 0; i < 4096; i++) put_number(txn, i, 3, 1);
    del_range(txn, 1024, 1056);
    for (uint32_t i = 1030; i < 1040; i++) put_number(txn, i, 3, 2);
    del_range(txn, 320, 1024);
    del_range(txn, 1120, 2048);
    for (uint32_t i = 1030; i < 1040; i++) assert_number(txn, i, 3, 2);
    for (uint32_t i = 1056; i < 1120; i++) assert_number(txn, i, 3, 1);
    OK(tci_txn_commit(txn));
}

/* Readers in other threads see only whole commits: every row of a commit has the same value. */
typedef struct watch {
    tci_store *store;
    _Atomic int stop;
    _Atomic int looks;
    _Atomic int torn;
} watch;

static void *look(void *argument) {
    watch *w = argument;
    uint8_t room[8];
    while (!w->stop) {
        tci_txn *txn;
        if (tci_store_begin(w->store, TCI_TXN_READ, &txn) != TC_OK) break;
        int first = -1;
        for (uint32_t i = 0; i < 50; i++) {
            tci_slice value;
            if (tci_txn_get(txn, key_of(i * 40, room), &value) != TC_OK) continue;
            int seen = ((const uint8_t *)value.data)[0];
            if (first < 0) first = seen;
            w->torn += seen != first;
        }
        tci_txn_abort(txn);
        w->looks++;
    }
    return NULL;
}

static void test_readers_beside_a_writer(void **state) {
    watch w = {.store = *state};
    pthread_t threads[3];
    for (size_t i = 0; i < TCI_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, look, &w), 0);
    for (int round = 0; round < 300 || w.looks < 100; round++) {
        tci_txn *txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        for (uint32_t i = 0; i < 50; i++) put_number(txn, i * 40, 200, (uint8_t)round);
        OK(tci_txn_commit(txn));
    }
    w.stop = 1;
    for (size_t i = 0; i < TCI_COUNT(threads); i++) pthread_join(threads[i], NULL);
    assert_int_equal(w.torn, 0);
}

static void *add(void *argument) {
    for (int i = 0; i < 100; i++) {
        tci_txn *txn;
        if (tci_store_begin(argument, TCI_TXN_WRITE | TCI_TXN_RELAXED, &txn) != TC_OK)
            return argument;
        tci_slice value;
        uint32_t sum = 0;
        if (tci_txn_get(txn, text("sum"), &value) == TC_OK) memcpy(&sum, value.data, sizeof sum);
        sum++;
        if (tci_txn_put(txn, text("sum"), tci_slice_of(&sum, sizeof sum)) != TC_OK) return argument;
        if (tci_txn_commit(txn) != TC_OK) return argument;
    }
    return NULL;
}

static void test_writers_take_turns(void **state) {
    pthread_t threads[4];
    for (size_t i = 0; i < TCI_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, add, *state), 0);
    for (size_t i = 0; i < TCI_COUNT(threads); i++) {
        void *failed = *state;
        pthread_join(threads[i], &failed);
        assert_null(failed);
    }
    tci_txn *txn = begin(*state, TCI_TXN_READ);
    tci_slice value;
    uint32_t sum;
    OK(tci_txn_get(txn, text("sum"), &value));
    memcpy(&sum, value.data, sizeof sum);
    assert_int_equal(sum, 400);
    tci_txn_abort(txn);
}

static void *end_elsewhere(void *argument) {
    tci_slice value;
    bool right = tci_txn_get(argument, text("a"), &value) == TC_OK && value.len == 1;
    tci_txn_abort(argument);
    return right ? NULL : argument;
}

static void test_reader_may_move_between_threads(void **state) {
    OK(put_one(*state, "a", "1"));
    for (int i = 0; i < 10; i++) {
        pthread_t thread;
        tci_txn *txn = begin(*state, TCI_TXN_READ);
        assert_int_equal(pthread_create(&thread, NULL, end_elsewhere, txn), 0);
        void *wrong = txn;
        pthread_join(thread, &wrong);
        assert_null(wrong);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct CMUnitTest TESTS[] = {
    CASE(test_empty_store),
    CASE(test_put_get),
    CASE(test_put_is_seen_in_its_transaction),
    CASE(test_put_replaces_with_other_length),
    CASE(test_empty_value),
    CASE(test_null_empty_value),
    CASE(test_empty_key_is_refused),
    CASE(test_longest_key),
    CASE(test_too_long_key_is_refused),
    CASE(test_key_with_any_bytes),
    CASE(test_values_around_the_inline_limit),
    CASE(test_values_around_one_page),
    CASE(test_values_up_to_64_kib),
    CASE(test_longest_value),
    CASE(test_too_long_value_is_refused),
    CASE(test_value_grows_and_shrinks_in_one_transaction),
    CASE(test_del),
    CASE(test_del_absent),
    CASE(test_del_then_put_again),
    CASE(test_del_everything_and_begin_again),
    CASE(test_abort_undoes),
    CASE(test_abort_after_many_changes),
    CASE(test_snapshot_does_not_move),
    CASE(test_snapshot_does_not_see_the_open_writer),
    CASE(test_snapshot_outlives_many_commits),
    CASE(test_snapshot_keeps_deleted_rows),
    CASE(test_space_is_used_again),
    CASE(test_scan_in_order),
    CASE(test_scan_seek_finds_first_not_less),
    CASE(test_scan_next_after_seek),
    CASE(test_scan_next_without_seek_begins_at_the_first),
    CASE(test_scan_past_the_end_stays_there),
    CASE(test_scan_orders_by_bytes_then_length),
    CASE(test_scan_of_a_snapshot_ignores_later_commits),
    CASE(test_scan_sees_the_writers_own_changes),
    CASE(test_scan_goes_on_after_a_write_by_seeking),
    CASE(test_several_scans_at_once),
    CASE(test_scan_opened_again_is_new),
    CASE(test_txn_ids_count_commits),
    CASE(test_commit_of_nothing_takes_no_id),
    CASE(test_write_through_a_reader_is_refused),
    CASE(test_unknown_modes_are_refused),
    CASE(test_second_writer_of_a_thread_is_busy),
    CASE(test_relaxed_and_durable_alternate),
    CASE(test_abort_of_nothing),
    CASE(test_many_readers_renewed),
    CASE(test_readers_end_in_any_order),
    CASE(test_stat_counts),
    CASE(test_check_readers_leaves_the_living),
    CASE(test_random_changes_follow_a_model),
    CASE(test_ranges_come_and_go),
    CASE(test_lower_keys_survive_a_join),
    CASE(test_readers_beside_a_writer),
    CASE(test_writers_take_turns),
    CASE(test_reader_may_move_between_threads),
};

/* Those that open their own store at the same path. */
static const struct CMUnitTest OPENING[] = {
    cmocka_unit_test(test_init_fills_once),
    cmocka_unit_test(test_init_that_fails_fails_the_open),
    cmocka_unit_test(test_readers_full),
    cmocka_unit_test(test_store_full_lands_nothing),
};

int main(void) {
    int failed = 0;
    for (int backend = 0; backend < 2; backend++) {
        on_lmdb = backend == 0;
        const char *name = on_lmdb ? "store: LMDB" : "store: memory";
        failed += cmocka_run_group_tests_name(name, TESTS, folder_setup, folder_teardown);
        failed += cmocka_run_group_tests_name(name, OPENING, folder_setup, folder_teardown);
    }
    return failed != 0;
}
