/* The public calls around barcodes: making one, checking one with or without a store, the keys and
 * the revocation list that gates are given. Signatures are made and checked here, on the caller's
 * thread, never inside a commit. */
#include <sodium.h>

#include "api/text.h"
#include "api/ticket.h"
#include "base/secret.h"
#include "ticketcore/ticket.h"

#define DAY_MS INT64_C(86400000)
#define LOOK_MAX 100000u

/* A barcode lives until a day after its event has ended; who knows no end gets a day from its
 * beginning more. */
static int64_t valid_until(tci_view *view, uint64_t event) {
    tci_event_rules rules;
    if (!tci_event_rules_load(view, event, &rules)) return 0;
    int64_t end = rules.ends_at_ms ? rules.ends_at_ms : tci_time_after(rules.starts_at_ms, DAY_MS);
    return rules.starts_at_ms || rules.ends_at_ms ? tci_time_after(end, DAY_MS) : 0;
}

static int32_t make_barcode(tci_view *view, const tci_ticket *ticket, char *text, tc_error *error) {
    if (ticket->state == TC_TICKET_VOIDED)
        return tci_fail(error, TC_E_STATE, "ticket", "the ticket is void");
    tci_signing_key key;
    if (!tci_signing_key_load(view, tci_signing_key_newest(view), &key))
        return tci_fail(error, TC_E_CORRUPT, "key", "the newest signing key has no record");
    tci_barcode barcode = {.key = key.id,
                           .event = ticket->event,
                           .number = ticket->number,
                           .serial = ticket->serial,
                           .seat = ticket->seat,
                           .valid_until_ms = valid_until(view, ticket->event)};
    tci_barcode_write(&barcode, &key, text);
    sodium_memzero(&key, sizeof key);
    return TC_OK;
}

int32_t tc_ticket_barcode(tc_snapshot *snapshot, uint64_t ticket, const tc_secret *secret,
                          char *buffer, size_t capacity, size_t *length, tc_error *error) {
    int32_t code = tci_text_check(buffer, capacity, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    char text[TCI_BARCODE_CHARS + 1];
    tci_ticket found;
    code = tci_ticket_open(snapshot, ticket, secret, &found, error);
    if (code == TC_OK) code = make_barcode(tci_snapshot_view(snapshot), &found, text, error);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code != TC_OK) return code;
    return tci_text_give(tci_slice_str(text), buffer, capacity, length, error);
}

int32_t tc_signing_key_list(tc_snapshot *snapshot, tc_public_key *keys, uint32_t capacity,
                            uint32_t *count, tc_error *error) {
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(keys, "keys", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    uint32_t newest = tci_signing_key_newest(view);
    for (uint32_t id = 1; id <= newest && id <= capacity; id++) {
        tci_signing_key key = {0};
        tci_signing_key_load(view, id, &key);
        keys[id - 1] = (tc_public_key){.id = id, .current = id == newest};
        keys[id - 1].created_at_ms = key.created_at_ms;
        memcpy(keys[id - 1].key, key.public_key, sizeof key.public_key);
        sodium_memzero(&key, sizeof key);
    }
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) *count = newest;
    return code;
}

static const tc_public_key *find_key(const tc_public_key *keys, uint32_t count, uint32_t id) {
    for (uint32_t i = 0; i < count; i++)
        if (keys[i].id == id) return &keys[i];
    return NULL;
}

static uint32_t window_of(const tci_barcode *barcode, int64_t now_ms) {
    if (now_ms == 0) return TC_BARCODE_IN_TIME;
    if (barcode->valid_from_ms && now_ms < barcode->valid_from_ms) return TC_BARCODE_TOO_EARLY;
    if (barcode->valid_until_ms && now_ms > barcode->valid_until_ms) return TC_BARCODE_TOO_LATE;
    return TC_BARCODE_IN_TIME;
}

int32_t tc_barcode_verify(const tc_public_key *keys, uint32_t count, const char *text,
                          int64_t now_ms, tc_barcode *barcode, tc_error *error) {
    tc_barcode full;
    int32_t code = tci_check_not_null(text, "text", error);
    if (code == TC_OK && count) code = tci_check_not_null(keys, "keys", error);
    if (code == TC_OK)
        code = tci_struct_in(barcode, sizeof full, sizeof full, &full, "barcode", error);
    if (code == TC_OK) code = tci_check_range(now_ms, 0, TC_TIME_MS_MAX, "now_ms", error);
    if (code != TC_OK) return code;
    if (!tci_secret_begin()) return tci_fail(error, TC_E_UNSUPPORTED, NULL, NULL);
    tci_barcode said;
    uint8_t bytes[TCI_BARCODE_BYTES];
    if (!tci_barcode_read(text, &said, bytes))
        return tci_fail(error, TC_E_PARSE, "text", "the text is not a barcode of this kind");
    const tc_public_key *key = find_key(keys, count, said.key);
    if (!key || !tci_barcode_check(bytes, key->key))
        return tci_fail(error, TC_E_FORGED, "text",
                        key ? "the barcode's signature is wrong"
                            : "the barcode's key is not known");
    full.key = said.key;
    full.event = said.event;
    full.ticket = tci_ticket_id(said.event, said.number);
    full.number = said.number;
    full.serial = said.serial;
    full.seat = said.seat;
    full.window = window_of(&said, now_ms);
    full.valid_from_ms = said.valid_from_ms;
    full.valid_until_ms = said.valid_until_ms;
    tci_struct_out(barcode, &full, sizeof full);
    return TC_OK;
}

uint32_t tci_barcode_judge(tci_view *view, const char *text, tci_barcode *out) {
    uint8_t bytes[TCI_BARCODE_BYTES];
    if (!tci_barcode_read(text, out, bytes)) return TCI_SCAN_NO_BARCODE;
    tci_signing_key key;
    bool good =
        tci_signing_key_load(view, out->key, &key) && tci_barcode_check(bytes, key.public_key);
    sodium_memzero(&key, sizeof key);
    return good ? TCI_SCAN_BY_BARCODE : TCI_SCAN_FORGED;
}

int32_t tc_revocation_list(tc_snapshot *snapshot, uint64_t event, uint64_t after,
                           tc_revocation *list, uint32_t capacity, uint32_t *count, uint64_t *next,
                           tc_error *error) {
    int32_t code = tci_check_not_null(list, "list", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_not_null(next, "next", error);
    if (code == TC_OK) code = tci_check_range(capacity, 1, UINT32_MAX, "capacity", error);
    if (code == TC_OK && (event == 0 || event > UINT32_MAX))
        code = tci_fail(error, TC_E_INVALID, "event", "there can be no event of this number");
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    uint32_t end = tci_ticket_next(view, event), found = 0, looked = 0;
    uint64_t number = after + 1;
    for (; number < end && found < capacity && looked < LOOK_MAX; number++, looked++) {
        tci_ticket ticket;
        uint64_t id = tci_ticket_id(event, (uint32_t)number);
        if (!tci_ticket_load(view, id, &ticket)) continue;
        bool is_void = ticket.state == TC_TICKET_VOIDED;
        if (!is_void && ticket.serial == 1) continue;
        list[found++] = (tc_revocation){id, is_void ? UINT32_MAX : ticket.serial, ticket.state};
    }
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code != TC_OK) return code;
    *count = found;
    *next = number < end ? number - 1 : 0;
    return TC_OK;
}

int32_t tci_rotate_encode(const tc_engine *engine, const tc_request_id *request_id,
                          tci_buf *command) {
    /* Two halves by the rule for secrets: a repeated request id makes the same key again. */
    tc_secret halves[2];
    uint8_t public_key[crypto_sign_PUBLICKEYBYTES], secret_key[crypto_sign_SECRETKEYBYTES];
    tci_engine_make_secret(engine, request_id, "signing key, first half", &halves[0]);
    tci_engine_make_secret(engine, request_id, "signing key, second half", &halves[1]);
    uint8_t seed[32];
    memcpy(seed, halves[0].bytes, 16);
    memcpy(seed + 16, halves[1].bytes, 16);
    crypto_sign_seed_keypair(public_key, secret_key, seed);
    tci_buf_bytes(command, seed, sizeof seed);
    tci_buf_bytes(command, public_key, sizeof public_key);
    sodium_memzero(secret_key, sizeof secret_key);
    sodium_memzero(halves, sizeof halves);
    sodium_memzero(seed, sizeof seed);
    return TC_OK;
}
