/* The conformance suite of the store port, first part: rows and their limits, snapshots,
 * transactions, numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store_suite.h"

static int32_t fill(tci_txn *txn, void *user_data) {
    *(int *)user_data += 1;
    return put(txn, "made", "by init");
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

/* Memory and file stay bounded while a writer overwrites and readers come and go; a log is folded
 * about every fifty rounds. */
static void test_space_is_used_again(void **state) {
    tci_store_stat first = {0}, last = {0};
    for (uint32_t round = 0; round < 600; round++) {
        tci_txn *reader = begin(*state, TCI_TXN_READ);
        tci_txn *txn = begin(*state, TCI_TXN_WRITE | TCI_TXN_RELAXED);
        for (uint32_t i = 0; i < 20; i++) put_number(txn, i, 4080, (uint8_t)round);
        OK(tci_txn_commit(txn));
        tci_txn_abort(reader);
        if (round == 300) OK(tci_store_stat_get(*state, &first));
    }
    OK(tci_store_stat_get(*state, &last));
    assert_true(last.used_bytes <= first.used_bytes + first.used_bytes / 4);
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
    assert_int_equal(open_it(&config, &store, NULL), TC_E_LIMIT);
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
    /* A store that puts later than it is told finds out at the commit. */
    assert_int_equal(put(txn, "b", "1"), code);
    if (open_it != tci_store_open_log) assert_int_equal(code, TC_E_STORE_FULL);
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
    ON_ALL_STORES(failed, TESTS);
    ON_ALL_STORES(failed, OPENING);
    return failed != 0;
}
