/* The view over the memory store: the stage of pages and rows, cursors that merge staged and stored
 * rows, long bytes, checksums, leased work; and a randomised comparison with a plain list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "store/array.h"
#include "store/work.h"

typedef struct fixture {
    tci_store *store;
    tci_view *view;
    tci_txn *txn;
} fixture;

static int setup(void **state) {
    fixture *f = calloc(1, sizeof *f);
    tci_store_config config = {.create = true};
    if (!f || tci_store_open_mem(&config, &f->store, NULL) != TC_OK) return 1;
    if (tci_view_new(&f->view) != TC_OK) return 1;
    *state = f;
    return 0;
}

static int teardown(void **state) {
    fixture *f = *state;
    tci_view_free(f->view);
    tci_store_close(f->store);
    free(f);
    return 0;
}

static void begin(fixture *f, bool writable) {
    uint32_t mode = writable ? TCI_TXN_WRITE : TCI_TXN_READ;
    assert_int_equal(tci_store_begin(f->store, mode, &f->txn), TC_OK);
    tci_view_begin(f->view, f->txn, writable);
}

static void commit(fixture *f) {
    assert_int_equal(tci_view_flush(f->view), TC_OK);
    assert_int_equal(tci_txn_commit(f->txn), TC_OK);
    tci_view_end(f->view);
}

static void leave(fixture *f) {
    tci_view_end(f->view);
    tci_txn_abort(f->txn);
}

static tci_key key_of(uint64_t number) {
    tci_key key = tci_key_of(1, TCI_SPACE_VENUE);
    tci_key_u64(&key, number);
    return key;
}

static void put(fixture *f, uint64_t number, const char *text) {
    tci_key key = key_of(number);
    tci_row_put(f->view, &key, tci_slice_str(text));
}

static void assert_row(fixture *f, uint64_t number, const char *text) {
    tci_key key = key_of(number);
    tci_slice value;
    bool found = tci_row_get(f->view, &key, &value);
    assert_int_equal(found, text != NULL);
    if (!text) return;
    assert_int_equal(value.len, strlen(text));
    assert_memory_equal(value.data, text, value.len);
}

static void test_page_is_absent_then_zero_then_kept(void **state) {
    fixture *f = *state;
    begin(f, true);
    assert_null(tci_page_read(f->view, 1, TCI_SPACE_SEAT, 5));
    uint8_t *page = tci_page_write(f->view, 1, TCI_SPACE_SEAT, 5);
    for (int i = 0; i < TCI_PAGE_ROOM; i++) assert_int_equal(page[i], 0);
    memset(page, 0xAB, TCI_PAGE_ROOM);
    assert_ptr_equal(tci_page_read(f->view, 1, TCI_SPACE_SEAT, 5), page);
    commit(f);
    begin(f, false);
    const uint8_t *read = tci_page_read(f->view, 1, TCI_SPACE_SEAT, 5);
    assert_non_null(read);
    assert_int_equal(read[TCI_PAGE_ROOM - 1], 0xAB);
    leave(f);
}

static void test_page_copy_leaves_the_store_alone_until_commit(void **state) {
    fixture *f = *state;
    begin(f, true);
    tci_page_write(f->view, 1, TCI_SPACE_SEAT, 0)[0] = 1;
    commit(f);
    begin(f, true);
    tci_page_write(f->view, 1, TCI_SPACE_SEAT, 0)[0] = 2;
    leave(f);
    begin(f, false);
    assert_int_equal(tci_page_read(f->view, 1, TCI_SPACE_SEAT, 0)[0], 1);
    leave(f);
}

static void test_page_drop_and_rewrite(void **state) {
    fixture *f = *state;
    begin(f, true);
    tci_page_write(f->view, 1, TCI_SPACE_SEAT, 0)[0] = 1;
    tci_page_write(f->view, 1, TCI_SPACE_SEAT, 1)[0] = 1;
    commit(f);
    begin(f, true);
    tci_page_drop(f->view, 1, TCI_SPACE_SEAT, 0);
    tci_page_drop(f->view, 1, TCI_SPACE_SEAT, 1);
    assert_null(tci_page_read(f->view, 1, TCI_SPACE_SEAT, 0));
    assert_int_equal(tci_page_write(f->view, 1, TCI_SPACE_SEAT, 1)[0], 0);
    commit(f);
    begin(f, false);
    assert_null(tci_page_read(f->view, 1, TCI_SPACE_SEAT, 0));
    assert_int_equal(tci_page_read(f->view, 1, TCI_SPACE_SEAT, 1)[0], 0);
    leave(f);
}

static void test_stamp_is_kept(void **state) {
    fixture *f = *state;
    begin(f, true);
    assert_int_equal(tci_page_stamp(f->view, 1, TCI_SPACE_SEAT, 0), 0);
    tci_page_set_stamp(f->view, 1, TCI_SPACE_SEAT, 0, 77);
    commit(f);
    begin(f, false);
    assert_int_equal(tci_page_stamp(f->view, 1, TCI_SPACE_SEAT, 0), 77);
    leave(f);
}

static void test_many_pages_grow_the_table(void **state) {
    fixture *f = *state;
    begin(f, true);
    for (uint64_t i = 0; i < 3000; i++)
        tci_store64(tci_page_write(f->view, i % 7, TCI_SPACE_HOLD, i), i);
    commit(f);
    begin(f, false);
    for (uint64_t i = 0; i < 3000; i++)
        assert_int_equal(tci_load64(tci_page_read(f->view, i % 7, TCI_SPACE_HOLD, i)), i);
    leave(f);
}

static void test_array_records_do_not_touch(void **state) {
    fixture *f = *state;
    static const tci_array RECORDS = {TCI_SPACE_HOLD, 96, false};
    begin(f, true);
    for (uint64_t i = 0; i < 200; i++) memset(tci_array_at(f->view, &RECORDS, 0, i), (int)i, 96);
    commit(f);
    begin(f, false);
    for (uint64_t i = 0; i < 200; i++)
        for (int at = 0; at < 96; at++)
            assert_int_equal(tci_array_get(f->view, &RECORDS, 0, i)[at], (uint8_t)i);
    assert_null(tci_array_get(f->view, &RECORDS, 0, 100000));
    leave(f);
}

static void test_slots_take_in_order(void **state) {
    fixture *f = *state;
    begin(f, true);
    assert_int_equal(tci_slot_peek(f->view, 0, 9), 1);
    assert_int_equal(tci_slot_take(f->view, 0, 9, 3), 1);
    assert_int_equal(tci_slot_take(f->view, 0, 9, 1), 4);
    assert_int_equal(tci_slot_peek(f->view, 0, 9), 5);
    commit(f);
}

static void test_row_put_get_replace_delete(void **state) {
    fixture *f = *state;
    begin(f, true);
    put(f, 1, "one");
    assert_row(f, 1, "one");
    put(f, 1, "uno");
    assert_row(f, 1, "uno");
    commit(f);
    begin(f, true);
    assert_row(f, 1, "uno");
    tci_key key = key_of(1);
    tci_row_del(f->view, &key);
    assert_row(f, 1, NULL);
    commit(f);
    begin(f, false);
    assert_row(f, 1, NULL);
    leave(f);
}

static void test_empty_row_is_not_absent(void **state) {
    fixture *f = *state;
    begin(f, true);
    put(f, 1, "");
    commit(f);
    begin(f, false);
    assert_row(f, 1, "");
    leave(f);
}

static void test_delete_of_an_absent_row_is_fine(void **state) {
    fixture *f = *state;
    begin(f, true);
    tci_key key = key_of(404);
    tci_row_del(f->view, &key);
    commit(f);
}

static size_t walk(fixture *f, const tci_key *from, uint64_t *numbers) {
    tci_key prefix = tci_key_of(1, TCI_SPACE_VENUE);
    tci_cursor cursor;
    tci_slice key, value;
    size_t count = 0;
    tci_cursor_open(&cursor, f->view, &prefix, from);
    while (tci_cursor_next(&cursor, &key, &value))
        numbers[count++] = tci_load64_be((const uint8_t *)key.data + 9);
    tci_cursor_close(&cursor);
    return count;
}

static void test_cursor_merges_staged_and_stored(void **state) {
    fixture *f = *state;
    uint64_t numbers[16];
    begin(f, true);
    put(f, 2, "b"), put(f, 4, "d"), put(f, 6, "f");
    commit(f);
    begin(f, true);
    put(f, 1, "a"), put(f, 4, "D"), put(f, 7, "g");
    tci_key gone = key_of(6);
    tci_row_del(f->view, &gone);
    assert_int_equal(walk(f, NULL, numbers), 4);
    const uint64_t expected[] = {1, 2, 4, 7};
    assert_memory_equal(numbers, expected, sizeof expected);
    tci_key from = key_of(3);
    assert_int_equal(walk(f, &from, numbers), 2);
    assert_int_equal(numbers[0], 4);
    commit(f);
    begin(f, false);
    assert_int_equal(walk(f, NULL, numbers), 4);
    assert_row(f, 4, "D");
    leave(f);
}

static void test_cursor_keeps_to_its_prefix(void **state) {
    fixture *f = *state;
    uint64_t numbers[16];
    begin(f, true);
    tci_key other = tci_key_of(1, TCI_SPACE_MAP), before = tci_key_of(0, TCI_SPACE_VENUE);
    tci_row_put(f->view, &other, tci_slice_str("x"));
    tci_row_put(f->view, &before, tci_slice_str("x"));
    put(f, 1, "a");
    assert_int_equal(walk(f, NULL, numbers), 1);
    commit(f);
    begin(f, false);
    assert_int_equal(walk(f, NULL, numbers), 1);
    leave(f);
}

static void test_blob_of_many_pieces(void **state) {
    fixture *f = *state;
    enum { SIZE = 100000 };
    uint8_t *bytes = malloc(SIZE);
    tci_arena arena = {0};
    tci_slice back;
    for (int i = 0; i < SIZE; i++) bytes[i] = (uint8_t)(i * 31 >> 3);
    begin(f, true);
    assert_false(tci_blob_get(f->view, 3, TCI_SPACE_MAP, 9, &arena, &back));
    tci_blob_put(f->view, 3, TCI_SPACE_MAP, 9, tci_slice_of(bytes, SIZE));
    commit(f);
    begin(f, true);
    assert_true(tci_blob_get(f->view, 3, TCI_SPACE_MAP, 9, &arena, &back));
    assert_int_equal(back.len, SIZE);
    assert_memory_equal(back.data, bytes, SIZE);
    tci_blob_put(f->view, 3, TCI_SPACE_MAP, 9, tci_slice_of(bytes, 10));
    assert_true(tci_blob_get(f->view, 3, TCI_SPACE_MAP, 9, &arena, &back));
    assert_int_equal(back.len, 10);
    tci_blob_del(f->view, 3, TCI_SPACE_MAP, 9);
    assert_false(tci_blob_get(f->view, 3, TCI_SPACE_MAP, 9, &arena, &back));
    commit(f);
    tci_arena_free(&arena);
    free(bytes);
}

/* Write a record past the view, as a failing disk would have it. */
static void damage(fixture *f, const tci_key *key, size_t at) {
    tci_slice value;
    tci_slice raw_key = tci_slice_of(key->bytes, key->len);
    assert_int_equal(tci_store_begin(f->store, TCI_TXN_WRITE, &f->txn), TC_OK);
    assert_int_equal(tci_txn_get(f->txn, raw_key, &value), TC_OK);
    uint8_t *copy = malloc(value.len);
    memcpy(copy, value.data, value.len);
    copy[at] ^= 1;
    assert_int_equal(tci_txn_put(f->txn, raw_key, tci_slice_of(copy, value.len)), TC_OK);
    assert_int_equal(tci_txn_commit(f->txn), TC_OK);
    free(copy);
}

static void test_flipped_bit_of_a_page_is_corrupt(void **state) {
    fixture *f = *state;
    begin(f, true);
    tci_page_write(f->view, 3, TCI_SPACE_SEAT, 12)[0] = 1;
    commit(f);
    tci_key key = tci_key_of(3, TCI_SPACE_SEAT);
    tci_key_u64(&key, 12);
    damage(f, &key, 2000);
    begin(f, false);
    assert_null(tci_page_read(f->view, 3, TCI_SPACE_SEAT, 12));
    assert_int_equal(tci_view_status(f->view), TC_E_CORRUPT);
    assert_string_equal(tci_view_status_where(f->view), "partition 3 space 0x30 record 12");
    tci_view_clear_status(f->view);
    assert_int_equal(tci_view_status(f->view), TC_OK);
    leave(f);
}

static void test_flipped_bit_of_a_row_is_corrupt(void **state) {
    fixture *f = *state;
    begin(f, true);
    put(f, 1, "some text");
    commit(f);
    tci_key key = key_of(1);
    damage(f, &key, 10);
    begin(f, false);
    assert_row(f, 1, NULL);
    assert_int_equal(tci_view_status(f->view), TC_E_CORRUPT);
    leave(f);
}

static void test_record_under_another_key_is_corrupt(void **state) {
    fixture *f = *state;
    begin(f, true);
    put(f, 1, "some text");
    commit(f);
    tci_key key = key_of(1), other = key_of(2);
    tci_slice value;
    assert_int_equal(tci_store_begin(f->store, TCI_TXN_WRITE, &f->txn), TC_OK);
    assert_int_equal(tci_txn_get(f->txn, tci_slice_of(key.bytes, key.len), &value), TC_OK);
    char copy[64];
    memcpy(copy, value.data, value.len);
    tci_slice raw = tci_slice_of(copy, value.len);
    assert_int_equal(tci_txn_put(f->txn, tci_slice_of(other.bytes, other.len), raw), TC_OK);
    assert_int_equal(tci_txn_commit(f->txn), TC_OK);
    begin(f, false);
    assert_row(f, 1, "some text");
    assert_row(f, 2, NULL);
    assert_int_equal(tci_view_status(f->view), TC_E_CORRUPT);
    leave(f);
}

static bool count_records(void *user_data, tci_slice key, tci_slice value, bool sound) {
    (void)key, (void)value;
    ((uint64_t *)user_data)[sound ? 0 : 1]++;
    return true;
}

static void test_walk_sees_every_record_and_its_soundness(void **state) {
    fixture *f = *state;
    uint64_t counts[2] = {0, 0};
    begin(f, true);
    for (uint64_t i = 0; i < 100; i++) put(f, i, "text");
    for (uint64_t i = 0; i < 20; i++) tci_page_write(f->view, 1, TCI_SPACE_SEAT, i)[0] = 1;
    commit(f);
    tci_key key = key_of(50);
    damage(f, &key, 9);
    begin(f, false);
    assert_int_equal(tci_view_walk(f->view, count_records, counts), TC_OK);
    assert_int_equal(counts[0], 119);
    assert_int_equal(counts[1], 1);
    leave(f);
}

static const tci_work WORK = {TCI_SPACE_MESSAGE_DUE, TCI_SLOT_MESSAGE_NEXT, TCI_SLOT_MESSAGE_HEAD};

static void test_work_waiting_comes_first_then_new_by_number(void **state) {
    fixture *f = *state;
    tci_work_iter iter;
    uint64_t number;
    int64_t due;
    begin(f, true);
    tci_slot_take(f->view, 0, TCI_SLOT_MESSAGE_NEXT, 5);
    tci_work_move(f->view, &WORK, 4, 0, 300, false);
    tci_work_move(f->view, &WORK, 3, 0, 200, false);
    assert_int_equal(tci_work_earliest(f->view, &WORK), 200);
    tci_work_open(&iter, &WORK, f->view, 250);
    assert_true(tci_work_next(&iter, &number, &due));
    assert_int_equal(number, 3);
    assert_int_equal(due, 200);
    for (uint64_t expected = 1; expected <= 5; expected++) {
        assert_true(tci_work_next(&iter, &number, &due));
        assert_int_equal(number, expected);
        assert_int_equal(due, 0);
    }
    assert_false(tci_work_next(&iter, &number, &due));
    tci_work_close(&iter);
    tci_work_move(f->view, &WORK, 1, 0, 900, true);
    tci_work_open(&iter, &WORK, f->view, 100);
    assert_true(tci_work_next(&iter, &number, &due));
    assert_int_equal(number, 2);
    tci_work_close(&iter);
    tci_work_move(f->view, &WORK, 3, 200, 0, false);
    assert_int_equal(tci_work_earliest(f->view, &WORK), 300);
    commit(f);
}

/* Random puts, deletes, commits and aborts beside a plain table of 64 rows. */
static void test_rows_agree_with_a_table(void **state) {
    fixture *f = *state;
    const char *given = getenv("TC_SEED");
    unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
    print_message("seed %u (TC_SEED=%u repeats it)\n", seed, seed);
    int kept[64] = {0}, now[64];
    char text[16];
    for (int round = 0; round < 200; round++) {
        memcpy(now, kept, sizeof now);
        begin(f, true);
        for (int i = 0; i < 20; i++) {
            unsigned number = (seed = seed * 1103515245u + 12345u) >> 16 & 63;
            tci_key key = key_of(number);
            if (seed >> 8 & 3) {
                now[number] = (int)(seed >> 10 & 1023) + 1;
                snprintf(text, sizeof text, "%d", now[number]);
                put(f, number, text);
            } else {
                now[number] = 0;
                tci_row_del(f->view, &key);
            }
        }
        uint64_t numbers[64];
        size_t count = walk(f, NULL, numbers), expected = 0;
        for (unsigned i = 0; i < 64; i++) {
            if (now[i]) assert_int_equal(numbers[expected++], i);
            snprintf(text, sizeof text, "%d", now[i]);
            assert_row(f, i, now[i] ? text : NULL);
        }
        assert_int_equal(count, expected);
        if (seed >> 20 & 3) commit(f), memcpy(kept, now, sizeof kept);
        else leave(f);
    }
}

#define WITH_VIEW(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_VIEW(test_page_is_absent_then_zero_then_kept),
        WITH_VIEW(test_page_copy_leaves_the_store_alone_until_commit),
        WITH_VIEW(test_page_drop_and_rewrite),
        WITH_VIEW(test_stamp_is_kept),
        WITH_VIEW(test_many_pages_grow_the_table),
        WITH_VIEW(test_array_records_do_not_touch),
        WITH_VIEW(test_slots_take_in_order),
        WITH_VIEW(test_row_put_get_replace_delete),
        WITH_VIEW(test_empty_row_is_not_absent),
        WITH_VIEW(test_delete_of_an_absent_row_is_fine),
        WITH_VIEW(test_cursor_merges_staged_and_stored),
        WITH_VIEW(test_cursor_keeps_to_its_prefix),
        WITH_VIEW(test_blob_of_many_pieces),
        WITH_VIEW(test_flipped_bit_of_a_page_is_corrupt),
        WITH_VIEW(test_flipped_bit_of_a_row_is_corrupt),
        WITH_VIEW(test_record_under_another_key_is_corrupt),
        WITH_VIEW(test_walk_sees_every_record_and_its_soundness),
        WITH_VIEW(test_work_waiting_comes_first_then_new_by_number),
        WITH_VIEW(test_rows_agree_with_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
