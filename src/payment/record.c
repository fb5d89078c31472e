/* Payments and refunds as packed records, the provider's references and event ids as rows. The rest
 * of payments and sales reads and writes them through here only. */
#include "payment/payment.h"

static const tci_array PAYMENTS = {TCI_SPACE_PAYMENT, 96, true};
static const tci_array REFUNDS = {TCI_SPACE_REFUND, 56, true};

int32_t tci_refuse_amount(tci_ctx *ctx, const char *field, uint64_t subject, int64_t given,
                          int64_t actual) {
    tci_refuse(ctx, TC_E_AMOUNT, field, subject, NULL);
    ctx->refusal.expected_version = (uint64_t)given;
    ctx->refusal.actual_version = (uint64_t)actual;
    return TC_E_AMOUNT;
}

/* Each points at an older one, so every walk along them ends, in a damaged store too. */
static uint64_t older(tci_view *view, uint64_t prev, uint64_t id) {
    TCI_PROVE(view, prev < id);
    return prev < id ? prev : 0;
}

bool tci_payment_load(tci_view *view, uint64_t payment, tci_payment *out) {
    if (payment == 0 || payment >= tci_slot_peek(view, 0, TCI_SLOT_PAYMENT_NEXT)) return false;
    const uint8_t *at = tci_array_get(view, &PAYMENTS, 0, payment);
    if (!at) return false;
    *out = (tci_payment){.id = payment,
                         .order = tci_load64(at),
                         .prev = older(view, tci_load64(at + 8), payment),
                         .command = tci_load64(at + 16),
                         .state = at[24],
                         .capture = at[25],
                         .flags = tci_load16(at + 26),
                         .currency = tci_load16(at + 28),
                         .amount = tci_load_i64(at + 32),
                         .captured = tci_load_i64(at + 40),
                         .refunded = tci_load_i64(at + 48),
                         .disputed = tci_load_i64(at + 56),
                         .created_at_ms = tci_load_i64(at + 64)};
    memcpy(out->reference, at + 72, 16);
    return out->state != 0;
}

void tci_payment_save(tci_view *view, const tci_payment *payment) {
    TCI_ASSERT(payment->id != 0 && payment->order != 0 && payment->state != 0);
    TCI_ASSERT(payment->refunded >= 0 && payment->captured >= payment->refunded);
    TCI_ASSERT(payment->disputed >= 0 && payment->captured >= payment->disputed);
    uint8_t *at = tci_array_at(view, &PAYMENTS, 0, payment->id);
    tci_store64(at, payment->order);
    tci_store64(at + 8, payment->prev);
    tci_store64(at + 16, payment->command);
    at[24] = payment->state;
    at[25] = payment->capture;
    tci_store16(at + 26, payment->flags);
    tci_store16(at + 28, payment->currency);
    tci_store_i64(at + 32, payment->amount);
    tci_store_i64(at + 40, payment->captured);
    tci_store_i64(at + 48, payment->refunded);
    tci_store_i64(at + 56, payment->disputed);
    tci_store_i64(at + 64, payment->created_at_ms);
    memcpy(at + 72, payment->reference, 16);
}

uint64_t tci_payment_take(tci_view *view) {
    return tci_slot_take(view, 0, TCI_SLOT_PAYMENT_NEXT, 1);
}

bool tci_refund_load(tci_view *view, uint64_t refund, tci_refund *out) {
    if (refund == 0 || refund >= tci_slot_peek(view, 0, TCI_SLOT_REFUND_NEXT)) return false;
    const uint8_t *at = tci_array_get(view, &REFUNDS, 0, refund);
    if (!at) return false;
    *out = (tci_refund){.id = refund,
                        .order = tci_load64(at),
                        .prev = older(view, tci_load64(at + 8), refund),
                        .payment = tci_load64(at + 16),
                        .command = tci_load64(at + 24),
                        .state = at[32],
                        .stray = at[33] != 0,
                        .told = at[34] != 0,
                        .tries = at[35],
                        .amount = tci_load_i64(at + 40),
                        .created_at_ms = tci_load_i64(at + 48)};
    return out->state != 0;
}

void tci_refund_save(tci_view *view, const tci_refund *refund) {
    TCI_ASSERT(refund->id != 0 && refund->order != 0 && refund->amount > 0);
    uint8_t *at = tci_array_at(view, &REFUNDS, 0, refund->id);
    tci_store64(at, refund->order);
    tci_store64(at + 8, refund->prev);
    tci_store64(at + 16, refund->payment);
    tci_store64(at + 24, refund->command);
    at[32] = refund->state;
    at[33] = refund->stray;
    at[34] = refund->told;
    at[35] = refund->tries;
    tci_store_i64(at + 40, refund->amount);
    tci_store_i64(at + 48, refund->created_at_ms);
}

uint64_t tci_refund_take(tci_view *view) {
    return tci_slot_take(view, 0, TCI_SLOT_REFUND_NEXT, 1);
}

/* Rows of TCI_SPACE_PROVIDER_EVENT: a letter for what is hashed, then the hash. */
static tci_key hash_key(char letter, const uint8_t hash[16]) {
    tci_key key = tci_key_of(0, TCI_SPACE_PROVIDER_EVENT);
    tci_key_u8(&key, (uint8_t)letter);
    tci_key_bytes(&key, hash, 16);
    return key;
}

static bool is_zero(const uint8_t hash[16]) {
    static const uint8_t ZERO[16];
    return memcmp(hash, ZERO, 16) == 0;
}

tci_slice tci_payment_reference(tci_view *view, const tci_payment *payment) {
    tci_slice value;
    tci_key key = hash_key('r', payment->reference);
    if (is_zero(payment->reference) || !tci_row_must(view, &key, &value) || value.len < 8)
        return tci_slice_of("", 0);
    return tci_slice_of((const uint8_t *)value.data + 8, value.len - 8);
}

uint64_t tci_payment_find(tci_view *view, const uint8_t hash[16]) {
    tci_slice value;
    tci_key key = hash_key('r', hash);
    return tci_row_get(view, &key, &value) && value.len >= 8 ? tci_load64(value.data) : 0;
}

void tci_payment_set_reference(tci_view *view, tci_payment *payment, const uint8_t hash[16],
                               tci_slice text) {
    TCI_ASSERT(text.len <= TC_REFERENCE_MAX);
    if (text.len == 0 || !is_zero(payment->reference)) return;
    if (tci_payment_find(view, hash) != 0) return; /* another payment's: not this one's too */
    uint8_t value[8 + TC_REFERENCE_MAX];
    tci_store64(value, payment->id);
    memcpy(value + 8, text.data, text.len);
    tci_key key = hash_key('r', hash);
    tci_row_put(view, &key, tci_slice_of(value, 8 + text.len));
    memcpy(payment->reference, hash, 16);
}

static tci_key token_key(uint64_t payment) {
    tci_key key = tci_key_of(0, TCI_SPACE_ORDER_TEXT);
    tci_key_u8(&key, 't');
    tci_key_u64(&key, payment);
    return key;
}

tci_slice tci_payment_token(tci_view *view, uint64_t payment) {
    tci_slice value;
    tci_key key = token_key(payment);
    return tci_row_get(view, &key, &value) ? value : tci_slice_of("", 0);
}

void tci_payment_set_token(tci_view *view, uint64_t payment, tci_slice token) {
    tci_key key = token_key(payment);
    if (token.len) tci_row_put(view, &key, token);
    else tci_row_del(view, &key);
}

uint64_t tci_provider_event_find(tci_view *view, const uint8_t hash[16], uint64_t *payment) {
    tci_slice value;
    tci_key key = hash_key('e', hash);
    if (!tci_row_get(view, &key, &value) || value.len < 16) return 0;
    *payment = tci_load64((const uint8_t *)value.data + 8);
    return tci_load64(value.data);
}

void tci_provider_event_keep(tci_view *view, const uint8_t hash[16], uint64_t order,
                             uint64_t payment) {
    TCI_ASSERT(order != 0);
    uint8_t value[16];
    tci_store64(value, order);
    tci_store64(value + 8, payment);
    tci_key key = hash_key('e', hash);
    tci_row_put(view, &key, tci_slice_of(value, sizeof value));
}
