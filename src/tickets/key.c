/* The keys that sign barcodes: one row each, the newest signs, all of them verify. The first is
 * made with the store. The seed comes in from outside: nothing here is random. */
#include <sodium.h>

#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"
#include "tickets/internal.h"

#define KEY_ROW_BYTES 72u

static tci_key key_row(uint32_t id) {
    tci_key key = tci_key_of(0, TCI_SPACE_SIGNING_KEY);
    tci_key_u32(&key, id);
    return key;
}

bool tci_signing_key_load(tci_view *view, uint32_t id, tci_signing_key *out) {
    tci_key key = key_row(id);
    tci_slice value;
    if (id == 0 || id > tci_signing_key_newest(view)) return false;
    if (!tci_row_must(view, &key, &value) || value.len != KEY_ROW_BYTES) return false;
    const uint8_t *at = value.data;
    out->id = id;
    out->created_at_ms = tci_load_i64(at);
    memcpy(out->seed, at + 8, sizeof out->seed);
    memcpy(out->public_key, at + 40, sizeof out->public_key);
    return true;
}

uint32_t tci_signing_key_newest(tci_view *view) {
    return (uint32_t)(tci_slot_peek(view, 0, TCI_SLOT_SIGNING_KEY_NEXT) - 1);
}

static uint32_t key_add(tci_ctx *ctx, const uint8_t seed[32], const uint8_t public_key[32]) {
    uint32_t id = (uint32_t)tci_slot_take(ctx->view, 0, TCI_SLOT_SIGNING_KEY_NEXT, 1);
    TCI_ASSERT(id >= 1 && id <= TCI_SIGNING_KEYS_MAX);
    uint8_t value[KEY_ROW_BYTES];
    tci_store_i64(value, ctx->now_ms);
    memcpy(value + 8, seed, 32);
    memcpy(value + 40, public_key, 32);
    tci_key key = key_row(id);
    tci_row_put(ctx->view, &key, tci_slice_of(value, sizeof value));
    sodium_memzero(value, sizeof value);
    return id;
}

void tci_tickets_init(tci_ctx *ctx, const uint8_t seed[32]) {
    uint8_t public_key[crypto_sign_PUBLICKEYBYTES], secret_key[crypto_sign_SECRETKEYBYTES];
    _Static_assert(sizeof public_key == 32 && sizeof secret_key == 64, "Ed25519 of RFC 8032");
    crypto_sign_seed_keypair(public_key, secret_key, seed);
    sodium_memzero(secret_key, sizeof secret_key);
    key_add(ctx, seed, public_key);
}

/* Command: seed (32), public key (32), made by src/api on the caller's thread. */
static int32_t decide_rotate(tci_ctx *ctx, tci_slice command, void **out) {
    if (command.len != 64) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (tci_signing_key_newest(ctx->view) >= TCI_SIGNING_KEYS_MAX)
        return tci_refuse(ctx, TC_E_LIMIT, "key", TCI_SIGNING_KEYS_MAX,
                          "key: a store has at most 10,000 signing keys");
    *out = tci_arena_copy(ctx->arena, command.data, command.len);
    return *out ? TC_OK : TC_E_NOMEM;
}

static void apply_rotate(tci_ctx *ctx, void *plan, tci_buf *answer) {
    uint8_t *keys = plan;
    uint32_t id = key_add(ctx, keys, keys + 32);
    tci_emit(ctx, TC_FEED_SIGNING_KEY_ROTATED, 0, id, 1, tci_slice_of(NULL, 0));
    tci_buf_u32(answer, id);
    tci_buf_bytes(answer, keys + 32, 32);
    sodium_memzero(keys, 32);
}

const tci_op tci_op_signing_key_rotate = {TC_SIGNING_KEY_ROTATE, 1, "signing_key.rotate",
                                          decide_rotate, apply_rotate};
