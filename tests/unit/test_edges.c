/* The far ends of the small things everything rests on: amounts, secrets, barcodes, buffers,
 * errors, the ledger's readers. */
#include "sales_fixture.h"

#include <sodium.h>

#include "base/secret.h"
#include "inventory/inventory.h"
#include "tickets/internal.h"

static int begin(void **state) {
    (void)state;
    return tci_secret_begin() ? 0 : 1;
}

/* ---- money ---- */

static void products_stop_below_too(void **state) {
    (void)state;
    int64_t product = 7;
    assert_false(tci_money_mul(-(TC_AMOUNT_MAX / 3) - 1, 3, &product));
    assert_int_equal(product, 7);
    assert_true(tci_money_mul(-(TC_AMOUNT_MAX / 3), 3, &product));
    assert_true(product >= -TC_AMOUNT_MAX && product < 0);
}

/* ---- secrets ---- */

static void many_random_bytes_are_random(void **state) {
    (void)state;
    static uint8_t a[8192], b[8192];
    tci_random(a, sizeof a);
    tci_random(b, sizeof b);
    assert_memory_not_equal(a, b, sizeof a);
    uint32_t ones = 0;
    for (size_t i = 0; i < sizeof a; i++) ones += (uint32_t)__builtin_popcount(a[i]);
    assert_in_range(ones, 32768 - 2000, 32768 + 2000);
}

static void few_random_bytes_never_come_again(void **state) {
    (void)state;
    enum { DRAWS = 2000 };
    static uint8_t drawn[DRAWS][16];
    for (size_t i = 0; i < DRAWS; i++) tci_random(drawn[i], 16);
    for (size_t i = 0; i < DRAWS; i++)
        for (size_t j = 0; j < i; j++) assert_memory_not_equal(drawn[i], drawn[j], 16);
}

static void a_hash_is_of_its_key_purpose_and_bytes(void **state) {
    (void)state;
    uint8_t key[32] = {1}, other[32] = {2}, empty[16], hash[16];
    tci_keyed_hash(key, "hold", NULL, 0, empty);
    tci_keyed_hash(key, "hold", "", 0, hash);
    assert_memory_equal(hash, empty, 16);
    tci_keyed_hash(key, "hold", "\0", 1, hash);
    assert_memory_not_equal(hash, empty, 16);
    tci_keyed_hash(key, "order", NULL, 0, hash);
    assert_memory_not_equal(hash, empty, 16);
    tci_keyed_hash(other, "hold", NULL, 0, hash);
    assert_memory_not_equal(hash, empty, 16);
    assert_true(tci_secret_equal(empty, empty));
    assert_false(tci_secret_equal(empty, hash));
}

/* ---- barcodes ---- */

static tci_signing_key key_of(void) {
    tci_signing_key key = {.id = 7};
    uint8_t secret_key[crypto_sign_SECRETKEYBYTES];
    memset(key.seed, 3, sizeof key.seed);
    crypto_sign_seed_keypair(key.public_key, secret_key, key.seed);
    return key;
}

static void written(int64_t from_ms, int64_t until_ms, char text[TCI_BARCODE_CHARS + 1]) {
    tci_signing_key key = key_of();
    tci_barcode barcode = {.key = 7,
                           .event = 41,
                           .number = 9,
                           .serial = 1,
                           .seat = 5,
                           .valid_from_ms = from_ms,
                           .valid_until_ms = until_ms};
    tci_barcode_write(&barcode, &key, text);
}

static void validity_is_widened_to_minutes_and_bounded(void **state) {
    (void)state;
    static const struct {
        int64_t from, until, read_from, read_until;
    } CASES[] = {
        {0, 0, 0, 0},
        {-1, -60001, 0, 0},
        {59999, 60001, 0, 120000},
        {60000, 60000, 60000, 60000},
        {INT64_MAX, INT64_MAX, INT64_C(60000) * UINT32_MAX, INT64_C(60000) * UINT32_MAX},
    };
    for (size_t i = 0; i < TCI_COUNT(CASES); i++) {
        char text[TCI_BARCODE_CHARS + 1];
        uint8_t bytes[TCI_BARCODE_BYTES];
        tci_barcode out;
        written(CASES[i].from, CASES[i].until, text);
        assert_true(tci_barcode_read(text, &out, bytes));
        assert_int_equal(out.valid_from_ms, CASES[i].read_from);
        assert_int_equal(out.valid_until_ms, CASES[i].read_until);
        tci_signing_key key = key_of();
        assert_true(tci_barcode_check(bytes, key.public_key));
    }
}

/* Every character in every place: only those of the alphabet, whatever their case. */
static void only_the_alphabet_is_read(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_barcode out;
    written(0, 0, text);
    for (int c = 1; c < 256; c++) {
        char kept = text[40];
        text[40] = (char)c;
        bool known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
        assert_int_equal(tci_barcode_read(text, &out, bytes), known);
        text[40] = kept;
    }
    /* The last one carries one bit: of 32 characters two are read, the other's signature is not. */
    char last = text[TCI_BARCODE_CHARS - 1];
    int readable = 0;
    for (const char *c = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; *c; c++) {
        text[TCI_BARCODE_CHARS - 1] = *c;
        readable += tci_barcode_read(text, &out, bytes);
    }
    assert_in_range(readable, 1, 16);
    text[TCI_BARCODE_CHARS - 1] = last;
    assert_true(tci_barcode_read(text, &out, bytes));
}

static void nothing_has_the_number_zero(void **state) {
    (void)state;
    char text[TCI_BARCODE_CHARS + 1];
    uint8_t bytes[TCI_BARCODE_BYTES];
    tci_signing_key key = key_of();
    tci_barcode out, barcode = {.key = 7, .event = 41, .number = 0, .serial = 1};
    tci_barcode_write(&barcode, &key, text);
    assert_false(tci_barcode_read(text, &out, bytes));
}

/* ---- buffers and arenas ---- */

static void what_does_not_fit_an_address_is_refused(void **state) {
    (void)state;
    tci_arena arena = {0};
    assert_null(tci_arena_alloc(&arena, SIZE_MAX / 2));
    assert_true(arena.failed);
    tci_arena_clear(&arena);
    assert_false(arena.failed);
    assert_null(tci_arena_array(&arena, SIZE_MAX / 8, 16));
    assert_true(arena.failed);
    tci_arena_clear(&arena);
    assert_null(tci_arena_copy(&arena, "x", SIZE_MAX / 2));
    assert_true(arena.failed);
    tci_arena_free(&arena);
    tci_buf buf;
    tci_buf_init(&buf, NULL, 0);
    tci_buf_u32(&buf, 1);
    assert_false(tci_buf_grow(&buf, SIZE_MAX / 2));
    assert_true(buf.failed);
    tci_buf_u32(&buf, 2);
    assert_int_equal(buf.len, 4);
    tci_buf_free(&buf);
}

/* ---- errors ---- */

static void codes_that_nobody_knows(void **state) {
    (void)state;
    assert_string_equal(tc_error_sentence(TC_OK), "done");
    assert_string_equal(tc_error_sentence(1), "done");
    assert_string_equal(tc_error_sentence(-99999), "an unknown error code");
    assert_string_equal(tc_error_name(TC_OK), "OK");
    assert_string_equal(tc_error_name(-99999), "UNKNOWN");
    assert_int_equal(tc_error_class(-99999), TC_CLASS_FATAL);
}

/* ---- the ledger's readers ---- */

static void the_ledger_answers_only_what_is_there(void **state) {
    (void)state;
    tc_ledger_balance balance;
    tci_posting posting;
    tci_ctx *ctx = sf_begin();
    assert_false(tci_ledger_balance(ctx->view, 0, &balance));
    assert_false(tci_ledger_balance(ctx->view, 1024, &balance));
    assert_false(tci_ledger_balance(ctx->view, UINT32_MAX, &balance));
    assert_false(tci_ledger_load(ctx->view, 0, &posting));
    assert_false(tci_ledger_load(ctx->view, 1, &posting));
    assert_true(tci_ledger_has_room(ctx->view, tci_currency_pack("EUR"), TC_AMOUNT_MAX));
    uint64_t last = 0;
    posting = (tci_posting){.order = 1,
                            .debit = TC_ACCOUNT_CASH,
                            .credit = TC_ACCOUNT_REVENUE,
                            .reason = TC_POSTING_SALE,
                            .currency = tci_currency_pack("EUR"),
                            .amount = 5};
    tci_ledger_post(ctx, &posting, &last);
    assert_true(tci_ledger_has_room(ctx->view, tci_currency_pack("EUR"), TC_AMOUNT_MAX));
    assert_true(tci_ledger_has_room(ctx->view, tci_currency_pack("USD"), TC_AMOUNT_MAX));
    assert_true(tci_ledger_balance(ctx->view, 0, &balance));
    assert_string_equal(balance.currency, "EUR");
    assert_int_equal(balance.postings, 1);
    assert_false(tci_ledger_balance(ctx->view, 1, &balance));
    sf_commit();
    assert_string_equal(tc_posting_reason_name(0), "?");
    assert_string_equal(tc_posting_reason_name(UINT32_MAX), "?");
    assert_string_equal(tc_posting_reason_name(TC_POSTING_SALE), "sale");
    assert_string_equal(tc_account_name(UINT32_MAX), "?");
}

/* A currency's account may come near the end of its numbers; no sale is begun that it could not
 * book. */
static void a_full_account_has_no_room(void **state) {
    (void)state;
    tci_ctx *ctx = sf_begin();
    uint64_t last = 0;
    bool room = true;
    for (int i = 0; room && i < 4096; i++) {
        tci_posting posting = {.order = 1,
                               .debit = TC_ACCOUNT_CASH,
                               .credit = TC_ACCOUNT_REVENUE,
                               .reason = TC_POSTING_SALE,
                               .currency = tci_currency_pack("JPY"),
                               .amount = TC_AMOUNT_MAX};
        tci_ledger_post(ctx, &posting, &last);
        room = tci_ledger_has_room(ctx->view, tci_currency_pack("JPY"), TC_AMOUNT_MAX);
    }
    bool bounded = TC_AMOUNT_MAX > INT64_MAX / 4 / 4096;
    assert_int_equal(room, !bounded);
    sf_commit();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_stop_below_too),
        cmocka_unit_test(many_random_bytes_are_random),
        cmocka_unit_test(few_random_bytes_never_come_again),
        cmocka_unit_test(a_hash_is_of_its_key_purpose_and_bytes),
        cmocka_unit_test(validity_is_widened_to_minutes_and_bounded),
        cmocka_unit_test(only_the_alphabet_is_read),
        cmocka_unit_test(nothing_has_the_number_zero),
        cmocka_unit_test(what_does_not_fit_an_address_is_refused),
        cmocka_unit_test(codes_that_nobody_knows),
        SF_TEST(the_ledger_answers_only_what_is_there),
        SF_TEST(a_full_account_has_no_room),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
