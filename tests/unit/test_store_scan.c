/* The conformance suite of the store port, second part: scans, long random histories against a
 * plain model, several threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>

#include "store_suite.h"

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

/* A plain model: what the store must answer. */
#define MODEL_KEYS 700u
typedef struct model {
    uint8_t used[MODEL_KEYS];
    uint16_t len[MODEL_KEYS];
    uint8_t with[MODEL_KEYS];
} model;

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

static const struct CMUnitTest TESTS[] = {
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
    CASE(test_random_changes_follow_a_model),
    CASE(test_ranges_come_and_go),
    CASE(test_lower_keys_survive_a_join),
    CASE(test_readers_beside_a_writer),
    CASE(test_writers_take_turns),
    CASE(test_reader_may_move_between_threads),
};

int main(void) {
    int failed = 0;
    ON_ALL_STORES(failed, TESTS);
    return failed != 0;
}
