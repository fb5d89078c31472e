/* The barcode: 29 bytes of what it says and an Ed25519 signature (RFC 8032), as base32 text (RFC
 * 4648). Reads no store and no clock, so that a gate can use it offline. A text has one form only:
 * every bit of it is either said or signed. */
#include <sodium.h>

#include "tickets/internal.h"

#define BARCODE_VERSION 1
#define MINUTE_MS INT64_C(60000)

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/* Keeps these signatures apart from any other use of the key. */
static const char DOMAIN[] = "ticketcore barcode 1\n";

static uint32_t minutes_down(int64_t ms) {
    if (ms <= 0) return 0;
    int64_t minutes = ms / MINUTE_MS;
    return minutes > UINT32_MAX ? UINT32_MAX : (uint32_t)minutes;
}

static uint32_t minutes_up(int64_t ms) {
    if (ms <= 0) return 0;
    int64_t minutes = ms / MINUTE_MS + (ms % MINUTE_MS != 0);
    return minutes > UINT32_MAX ? UINT32_MAX : (uint32_t)minutes;
}

static void body_write(const tci_barcode *barcode, uint8_t *body) {
    TCI_ASSERT(barcode->event != 0 && barcode->event <= UINT32_MAX);
    body[0] = BARCODE_VERSION;
    tci_store32(body + 1, barcode->key);
    tci_store32(body + 5, (uint32_t)barcode->event);
    tci_store32(body + 9, barcode->number);
    tci_store32(body + 13, barcode->serial);
    tci_store32(body + 17, barcode->seat);
    tci_store32(body + 21, minutes_down(barcode->valid_from_ms));
    tci_store32(body + 25, minutes_up(barcode->valid_until_ms));
}

static void body_read(const uint8_t *body, tci_barcode *out) {
    out->key = tci_load32(body + 1);
    out->event = tci_load32(body + 5);
    out->number = tci_load32(body + 9);
    out->serial = tci_load32(body + 13);
    out->seat = tci_load32(body + 17);
    out->valid_from_ms = tci_load32(body + 21) * MINUTE_MS;
    out->valid_until_ms = tci_load32(body + 25) * MINUTE_MS;
}

static void base32_write(const uint8_t *bytes, size_t len, char *text) {
    uint32_t bits = 0, held = 0;
    for (size_t i = 0; i < len; i++) {
        bits = (bits << 8 | bytes[i]) & 0xFFFF;
        for (held += 8; held >= 5; held -= 5) *text++ = ALPHABET[bits >> (held - 5) & 31];
    }
    TCI_ASSERT(held > 0); /* a barcode's bytes are no multiple of five */
    *text++ = ALPHABET[bits << (5 - held) & 31];
    *text = '\0';
}

static int32_t digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a';
    if (c >= '2' && c <= '7') return c - '2' + 26;
    return -1;
}

/* As many characters as `bytes_len` bytes make. False when one is not of the alphabet or bits are
 * left over that are not zero. */
static bool base32_read(const char *text, size_t len, uint8_t *bytes, size_t bytes_len) {
    uint32_t bits = 0, held = 0;
    size_t at = 0;
    for (size_t i = 0; i < len; i++) {
        int32_t value = digit(text[i]);
        if (value < 0) return false;
        bits = (bits << 5 | (uint32_t)value) & 0xFFFF;
        held += 5;
        if (held < 8) continue;
        held -= 8;
        TCI_ASSERT(at < bytes_len);
        bytes[at++] = (uint8_t)(bits >> held);
    }
    TCI_ASSERT(at == bytes_len && held < 5);
    return (bits & ((1u << held) - 1)) == 0;
}

static void signed_message(const uint8_t *body, uint8_t *message) {
    memcpy(message, DOMAIN, sizeof DOMAIN - 1);
    memcpy(message + sizeof DOMAIN - 1, body, TCI_BARCODE_BODY);
}

void tci_barcode_write(const tci_barcode *barcode, const tci_signing_key *key,
                       char text[TCI_BARCODE_CHARS + 1]) {
    uint8_t bytes[TCI_BARCODE_BYTES], message[sizeof DOMAIN - 1 + TCI_BARCODE_BODY];
    uint8_t secret_key[crypto_sign_SECRETKEYBYTES];
    _Static_assert(TCI_BARCODE_CHARS < TC_BARCODE_MAX, "every barcode fits the caller's room");
    TCI_ASSERT(barcode->key == key->id);
    body_write(barcode, bytes);
    signed_message(bytes, message);
    /* libsodium's secret key is the seed and the public key of RFC 8032, side by side. */
    memcpy(secret_key, key->seed, 32);
    memcpy(secret_key + 32, key->public_key, 32);
    crypto_sign_detached(bytes + TCI_BARCODE_BODY, NULL, message, sizeof message, secret_key);
    sodium_memzero(secret_key, sizeof secret_key);
    base32_write(bytes, sizeof bytes, text);
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool tci_barcode_read(const char *text, tci_barcode *out, uint8_t bytes[TCI_BARCODE_BYTES]) {
    size_t len = strnlen(text, TC_BARCODE_MAX);
    if (len == TC_BARCODE_MAX) return false;
    /* Readers tend to add a line end. */
    while (len && is_space(text[len - 1])) len--;
    for (; len && is_space(*text); len--) text++;
    if (len != TCI_BARCODE_CHARS) return false;
    if (!base32_read(text, len, bytes, TCI_BARCODE_BYTES)) return false;
    if (bytes[0] != BARCODE_VERSION) return false;
    body_read(bytes, out);
    return out->event != 0 && out->number != 0;
}

bool tci_barcode_check(const uint8_t bytes[TCI_BARCODE_BYTES], const uint8_t public_key[32]) {
    uint8_t message[sizeof DOMAIN - 1 + TCI_BARCODE_BODY];
    signed_message(bytes, message);
    return crypto_sign_verify_detached(bytes + TCI_BARCODE_BODY, message, sizeof message,
                                       public_key) == 0;
}
