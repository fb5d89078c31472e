/* The walk over LMDB's own pages: every store LMDB makes passes it, however it was churned; every
 * kind of damage to a tree page is refused at opening, before LMDB could stumble over it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/store_lmdb_page.h"

#include "store_fixture.h"

enum { PAGE = 4096 };

static uint64_t state_of_chance;

static uint32_t chance(uint32_t below) {
    state_of_chance = state_of_chance * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(state_of_chance >> 33) % below;
}

static void assert_sound(tci_store *store) {
    tci_store_damage damage = {.what = ""};
    int32_t code = tci_lmdb_check(store, &damage);
    if (code != TC_OK) print_error("page %llu: %s\n", (unsigned long long)damage.page, damage.what);
    assert_int_equal(code, TC_OK);
}

static size_t make_key(char key[64], uint32_t number) {
    static const char TAIL[] = "-a-tail-of-changing-length-behind-the-number";
    int n = snprintf(key, 64, "%06u", number);
    size_t more = number * 7 % (sizeof TAIL - 1);
    memcpy(key + n, TAIL, more);
    return (size_t)n + more;
}

/* One commit of puts and deletes, of values that are small, a page, and several. */
static void churn(tci_store *store, uint32_t changes, uint32_t keys, uint32_t deletes) {
    static uint8_t value[20000];
    static const size_t SIZES[] = {0, 1, 30, 300, 1999, 2030, 2040, 2048, 4080, 4081, 9000, 19999};
    tci_txn *txn = begin(store, TCI_TXN_WRITE | TCI_TXN_RELAXED);
    for (uint32_t i = 0; i < changes; i++) {
        char key[64];
        size_t key_len = make_key(key, chance(keys));
        size_t len = SIZES[chance(TCI_COUNT(SIZES))];
        if (chance(100) < deletes) {
            assert_true(tci_txn_del(txn, tci_slice_of(key, key_len)) >= 0);
        } else {
            memset(value, (int)chance(256), len);
            OK(tci_txn_put(txn, tci_slice_of(key, key_len), tci_slice_of(value, len)));
        }
    }
    OK(tci_txn_commit(txn));
}

static void test_an_empty_store_is_sound(void **state) {
    (void)state;
    tci_store *store = open_lmdb(at("empty"));
    assert_sound(store);
    tci_store_close(store);
}

static void test_a_churned_store_is_sound_after_every_commit(void **state) {
    (void)state;
    state_of_chance = 99;
    tci_store *store = open_lmdb(at("churned"));
    for (uint32_t i = 0; i < 150; i++) {
        churn(store, 1 + chance(200), 4000, i % 50 < 30 ? 20 : 90);
        assert_sound(store);
    }
    tci_store_close(store);
    store = open_lmdb(at("churned"));
    assert_sound(store);
    tci_store_close(store);
}

/* With a snapshot open, freed pages wait and the free list grows over many pages. */
static void test_a_long_free_list_is_sound(void **state) {
    (void)state;
    state_of_chance = 5;
    tci_store *store = open_lmdb(at("free"));
    churn(store, 2000, 3000, 0);
    tci_txn *old = begin(store, TCI_TXN_READ);
    for (uint32_t i = 0; i < 12; i++) churn(store, 300, 3000, 50);
    assert_sound(store);
    tci_txn_abort(old);
    for (uint32_t i = 0; i < 12; i++) {
        churn(store, 300, 3000, 60);
        assert_sound(store);
    }
    tci_store_close(store);
}

static void test_a_store_emptied_again_is_sound(void **state) {
    (void)state;
    state_of_chance = 6;
    tci_store *store = open_lmdb(at("emptied"));
    churn(store, 1500, 800, 0);
    for (uint32_t i = 0; i < 10; i++) {
        churn(store, 800, 800, 100);
        assert_sound(store);
    }
    tci_store_close(store);
}

/* ---- damages ---- */

static char data_path[512];
static meta_head newest;

/* A closed store of a few hundred records, and what its head says. */
static void make_store(const char *name) {
    state_of_chance = 7;
    tci_store *store = open_lmdb(at(name));
    churn(store, 400, 400, 0);
    churn(store, 200, 400, 30);
    tci_store_stat stat = {0};
    OK(tci_store_stat_get(store, &stat));
    tci_store_close(store);
    snprintf(data_path, sizeof data_path, "%s/data.mdb", at(name));
    int fd = open(data_path, O_RDONLY);
    assert_int_equal(tci_lmdb_read_meta(fd, PAGE, stat.last_txn_id, &newest), TC_OK);
    close(fd);
}

static void read_page(size_t number, uint8_t page[PAGE]) {
    int fd = open(data_path, O_RDONLY);
    assert_int_equal(pread(fd, page, PAGE, (off_t)(number * PAGE)), PAGE);
    close(fd);
}

static void write_page(size_t number, const uint8_t page[PAGE]) {
    int fd = open(data_path, O_WRONLY);
    assert_int_equal(pwrite(fd, page, PAGE, (off_t)(number * PAGE)), PAGE);
    close(fd);
}

/* The first leaf below the main tree's root. */
static size_t first_leaf(void) {
    uint8_t page[PAGE];
    size_t number = newest.trees[1].root;
    for (;;) {
        page_head head;
        uint16_t at, halves[2];
        read_page(number, page);
        memcpy(&head, page, sizeof head);
        if (head.flags & FLAG_LEAF) return number;
        memcpy(&at, page + sizeof head, sizeof at);
        memcpy(halves, page + at, sizeof halves);
        number = (size_t)halves[LOW_HALF] | (size_t)halves[1 - LOW_HALF] << 16;
    }
}

static void assert_refused(const char *name, const char *why) {
    tci_store *store;
    tc_error error = TC_ERROR_INIT;
    const tci_store_config config = {.path = at(name), .map_bytes = 64u << 20};
    assert_int_equal(tci_store_open_lmdb(&config, &store, &error), TC_E_CORRUPT);
    if (!strstr(error.message, why)) print_error("%s\n", error.message);
    assert_non_null(strstr(error.message, why));
}

static void set16(uint8_t *at, uint16_t value) {
    memcpy(at, &value, sizeof value);
}

static void spoil(const char *name, void (*how)(uint8_t *page), const char *why) {
    uint8_t page[PAGE];
    make_store(name);
    size_t leaf = first_leaf();
    read_page(leaf, page);
    how(page);
    write_page(leaf, page);
    assert_refused(name, why);
}

static void wrong_number(uint8_t *page) {
    page[0] ^= 1;
}
static void wrong_kind(uint8_t *page) {
    set16(page + 10, FLAG_BRANCH);
}
static void bound_outside(uint8_t *page) {
    set16(page + 14, 5000);
}
static void entry_outside(uint8_t *page) {
    set16(page + sizeof(page_head), 4092);
}
static void entries_overlap(uint8_t *page) {
    memcpy(page + sizeof(page_head), page + sizeof(page_head) + 2, 2);
}
static void entries_swapped(uint8_t *page) {
    uint8_t spare[2];
    memcpy(spare, page + sizeof(page_head), 2);
    memcpy(page + sizeof(page_head), page + sizeof(page_head) + 2, 2);
    memcpy(page + sizeof(page_head) + 2, spare, 2);
}
static uint8_t *node_of(uint8_t *page) {
    uint16_t at;
    memcpy(&at, page + sizeof(page_head), sizeof at);
    return page + at;
}
static void key_too_long(uint8_t *page) {
    set16(node_of(page) + 6, 4000);
}
static void unknown_flags(uint8_t *page) {
    set16(node_of(page) + 4, 2);
}
static void value_too_long(uint8_t *page) {
    set16(node_of(page) + 2 * LOW_HALF, 4000);
    set16(node_of(page) + 4, 0);
}
static void entry_lost(uint8_t *page) {
    uint16_t lower;
    memcpy(&lower, page + 12, sizeof lower);
    set16(page + 12, (uint16_t)(lower - 2));
}

static void test_a_page_of_another_number_is_refused(void **state) {
    (void)state;
    spoil("number", wrong_number, "head");
}
static void test_a_leaf_that_says_branch_is_refused(void **state) {
    (void)state;
    spoil("kind", wrong_kind, "head");
}
static void test_bounds_outside_the_page_are_refused(void **state) {
    (void)state;
    spoil("bounds", bound_outside, "head");
}
static void test_an_entry_outside_the_page_is_refused(void **state) {
    (void)state;
    spoil("outside", entry_outside, "entry");
}
static void test_entries_in_one_place_are_refused(void **state) {
    (void)state;
    spoil("overlap", entries_overlap, "entry");
}
static void test_entries_out_of_order_are_refused(void **state) {
    (void)state;
    spoil("order", entries_swapped, "order");
}
static void test_a_key_beyond_the_page_is_refused(void **state) {
    (void)state;
    spoil("key", key_too_long, "entry");
}
static void test_flags_of_other_databases_are_refused(void **state) {
    (void)state;
    spoil("flags", unknown_flags, "entry");
}
static void test_a_value_beyond_the_page_is_refused(void **state) {
    (void)state;
    spoil("value", value_too_long, "entry");
}
static void test_a_lost_entry_is_refused(void **state) {
    (void)state;
    spoil("lost", entry_lost, "gap");
}

/* A leaf whose content is another's: a whole page in another's place, its number made to fit. */
static void test_a_misplaced_page_is_refused(void **state) {
    (void)state;
    uint8_t page[PAGE];
    make_store("misplaced");
    size_t leaf = first_leaf(), other = newest.trees[1].root;
    assert_int_not_equal(leaf, other);
    read_page(other, page);
    write_page(leaf, page);
    assert_refused("misplaced", "head");
}

/* The free list's page number is made that of a page in use. */
static void test_a_page_both_free_and_used_is_refused(void **state) {
    (void)state;
    uint8_t page[PAGE];
    make_store("both");
    size_t number = newest.trees[0].root, leaf = first_leaf();
    read_page(number, page);
    uint8_t *node = node_of(page), *list = node + 8 + sizeof(size_t);
    memcpy(list + sizeof(size_t), &leaf, sizeof leaf);
    write_page(number, page);
    assert_refused("both", "");
}

/* ---- the free list ---- */

/* A closed store whose free list has a record of its own for each of the last commits, and the page
 * of that list; how many records it has. */
static size_t make_free_list(const char *name, uint8_t page[PAGE], size_t *number) {
    page_head head;
    make_store(name);
    tci_store *store = open_lmdb(at(name));
    tci_txn *old = begin(store, TCI_TXN_READ);
    for (uint32_t i = 0; i < 6; i++) churn(store, 3, 400, 0);
    tci_txn_abort(old);
    tci_store_stat stat = {0};
    OK(tci_store_stat_get(store, &stat));
    tci_store_close(store);
    int fd = open(data_path, O_RDONLY);
    assert_int_equal(tci_lmdb_read_meta(fd, PAGE, stat.last_txn_id, &newest), TC_OK);
    close(fd);
    *number = newest.trees[0].root;
    read_page(*number, page);
    memcpy(&head, page, sizeof head);
    assert_true(head.flags & FLAG_LEAF);
    return (head.lower - sizeof head) / sizeof(uint16_t);
}

/* The list of the n-th record: its count, then its pages. */
static uint8_t *free_record(uint8_t *page, size_t n) {
    uint16_t where;
    memcpy(&where, page + sizeof(page_head) + 2 * n, sizeof where);
    return page + where + 8 + sizeof(size_t);
}

static size_t number_at(const uint8_t *list, size_t n) {
    size_t value;
    memcpy(&value, list + n * sizeof value, sizeof value);
    return value;
}

static void set_number(uint8_t *list, size_t n, size_t value) {
    memcpy(list + n * sizeof value, &value, sizeof value);
}

/* What is lost cannot hurt: the store opens, and a whole look names the page. */
static void assert_lost(const char *name, size_t lost) {
    tci_store *store = open_lmdb(at(name));
    tci_store_damage damage = {.what = ""};
    assert_int_equal(tci_lmdb_check(store, &damage), TC_E_CORRUPT);
    assert_int_equal(damage.page, lost);
    assert_true(damage.readable);
    assert_non_null(strstr(damage.what, "neither"));
    tci_store_close(store);
}

static void test_a_page_off_the_free_list_is_lost(void **state) {
    (void)state;
    uint8_t page[PAGE];
    size_t number;
    (void)make_free_list("leak", page, &number);
    uint8_t *list = free_record(page, 0);
    size_t count = number_at(list, 0);
    assert_true(count > 1);
    size_t lost = number_at(list, count);
    set_number(list, 0, count - 1);
    write_page(number, page);
    assert_lost("leak", lost);
}

/* LMDB itself leaves a record without pages now and then; it must open. */
static void test_a_free_record_without_pages_opens(void **state) {
    (void)state;
    uint8_t page[PAGE];
    size_t number;
    (void)make_free_list("none", page, &number);
    uint8_t *list = free_record(page, 0);
    size_t lost = number_at(list, number_at(list, 0));
    set_number(list, 0, 0);
    write_page(number, page);
    assert_lost("none", lost);
}

static void test_a_page_free_twice_in_a_record_is_refused(void **state) {
    (void)state;
    uint8_t page[PAGE];
    size_t number;
    (void)make_free_list("twice", page, &number);
    uint8_t *list = free_record(page, 0);
    assert_true(number_at(list, 0) > 1);
    set_number(list, 2, number_at(list, 1));
    write_page(number, page);
    assert_refused("twice", "free list has it twice");
}

static void test_a_page_free_in_two_records_is_refused(void **state) {
    (void)state;
    uint8_t page[PAGE];
    size_t number;
    assert_true(make_free_list("two", page, &number) > 1);
    uint8_t *lists[2] = {free_record(page, 0), free_record(page, 1)};
    size_t tops[2] = {number_at(lists[0], 1), number_at(lists[1], 1)};
    size_t lower = tops[1] < tops[0];
    set_number(lists[lower], 1, tops[1 - lower]);
    write_page(number, page);
    assert_refused("two", "free list has it twice");
}

/* Every bit of every page number: none can turn without being told. */
static void test_any_flipped_bit_of_the_free_list_is_found(void **state) {
    (void)state;
    uint8_t page[PAGE];
    size_t number, records = make_free_list("bits", page, &number);
    uint64_t txn_id = newest.txn_id;
    int fd = open(data_path, O_RDWR);
    for (size_t n = 0; n < records; n++) {
        uint8_t *list = free_record(page, n);
        size_t bytes = (number_at(list, 0) + 1) * sizeof(size_t);
        for (size_t bit = 0; bit < bytes * 8; bit++) {
            tci_store_damage damage = {.what = ""};
            list[bit / 8] ^= (uint8_t)(1u << bit % 8);
            write_page(number, page);
            assert_int_equal(tci_lmdb_check_tree(fd, PAGE, txn_id, UINT64_MAX, &damage),
                             TC_E_CORRUPT);
            assert_true(damage.what[0] != 0);
            list[bit / 8] ^= (uint8_t)(1u << bit % 8);
        }
    }
    write_page(number, page);
    tci_store_damage damage = {.what = ""};
    OK(tci_lmdb_check_tree(fd, PAGE, txn_id, UINT64_MAX, &damage));
    close(fd);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_empty_store_is_sound),
        cmocka_unit_test(test_a_churned_store_is_sound_after_every_commit),
        cmocka_unit_test(test_a_long_free_list_is_sound),
        cmocka_unit_test(test_a_store_emptied_again_is_sound),
        cmocka_unit_test(test_a_page_of_another_number_is_refused),
        cmocka_unit_test(test_a_leaf_that_says_branch_is_refused),
        cmocka_unit_test(test_bounds_outside_the_page_are_refused),
        cmocka_unit_test(test_an_entry_outside_the_page_is_refused),
        cmocka_unit_test(test_entries_in_one_place_are_refused),
        cmocka_unit_test(test_entries_out_of_order_are_refused),
        cmocka_unit_test(test_a_key_beyond_the_page_is_refused),
        cmocka_unit_test(test_flags_of_other_databases_are_refused),
        cmocka_unit_test(test_a_value_beyond_the_page_is_refused),
        cmocka_unit_test(test_a_lost_entry_is_refused),
        cmocka_unit_test(test_a_misplaced_page_is_refused),
        cmocka_unit_test(test_a_page_both_free_and_used_is_refused),
        cmocka_unit_test(test_a_page_off_the_free_list_is_lost),
        cmocka_unit_test(test_a_free_record_without_pages_opens),
        cmocka_unit_test(test_a_page_free_twice_in_a_record_is_refused),
        cmocka_unit_test(test_a_page_free_in_two_records_is_refused),
        cmocka_unit_test(test_any_flipped_bit_of_the_free_list_is_found),
    };
    return cmocka_run_group_tests(tests, folder_setup, folder_teardown);
}
