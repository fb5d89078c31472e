/* Signing and checking webhooks by the Standard Webhooks specification, version 1: HMAC-SHA256 over
 * "id.timestamp.body". Pure; compares in constant time. */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>

#include "base/error.h"
#include "base/secret.h"
#include "ticketcore/outbox.h"

#define SECRET_PREFIX "whsec_"
#define SECRET_MIN 24u
#define SECRET_MAX 64u
#define ID_MAX 256u
#define SIGNATURE_PREFIX "v1,"

/* "v1," and 44 characters of base64 for 32 bytes. */
enum { SIGNATURE_CHARS = 3 + 44 };
_Static_assert(SIGNATURE_CHARS < TC_WEBHOOK_SIGNATURE_MAX, "a signature fits the caller's room");

static int32_t read_secret(const char *secret, uint8_t key[SECRET_MAX], size_t *len,
                           tc_error *error) {
    const char *text = secret;
    size_t prefix = sizeof SECRET_PREFIX - 1;
    if (text && strncmp(text, SECRET_PREFIX, prefix) == 0) {
        text += prefix;
        if (strlen(text) < 128 &&
            sodium_base642bin(key, SECRET_MAX, text, strlen(text), NULL, len, NULL,
                              sodium_base64_VARIANT_ORIGINAL) == 0 &&
            *len >= SECRET_MIN)
            return TC_OK;
    }
    return tci_fail(error, TC_E_INVALID, "secret",
                    "secret must be \"whsec_\" and base64 of 24 to 64 bytes");
}

static int32_t check_arguments(const char *id, int64_t timestamp_s, const void *body,
                               size_t body_length, tc_error *error) {
    size_t len = id ? strnlen(id, ID_MAX + 1) : 0;
    if (len == 0 || len > ID_MAX || strchr(id, '.'))
        return tci_fail(error, TC_E_INVALID, "id", "id must be 1 to 256 bytes without a dot");
    if (timestamp_s < 0)
        return tci_fail(error, TC_E_INVALID, "timestamp_s", "timestamp_s may not be negative");
    if (timestamp_s > TC_TIME_MS_MAX / 1000)
        return tci_fail(error, TC_E_LIMIT, "timestamp_s", "timestamp_s may be at most %lld",
                        (long long)(TC_TIME_MS_MAX / 1000));
    if (body_length && !body) return tci_fail(error, TC_E_INVALID, "body", "body may not be NULL");
    if (!tci_secret_begin()) return tci_fail(error, TC_E_UNSUPPORTED, NULL, NULL);
    return TC_OK;
}

static void make_signature(const uint8_t *key, size_t key_len, const char *id, int64_t timestamp_s,
                           const void *body, size_t body_length, char *signature) {
    crypto_auth_hmacsha256_state state;
    uint8_t mac[crypto_auth_hmacsha256_BYTES];
    char time_text[32];
    snprintf(time_text, sizeof time_text, ".%" PRId64 ".", timestamp_s);
    crypto_auth_hmacsha256_init(&state, key, key_len);
    crypto_auth_hmacsha256_update(&state, (const uint8_t *)id, strlen(id));
    crypto_auth_hmacsha256_update(&state, (const uint8_t *)time_text, strlen(time_text));
    if (body_length) crypto_auth_hmacsha256_update(&state, body, body_length);
    crypto_auth_hmacsha256_final(&state, mac);
    memcpy(signature, SIGNATURE_PREFIX, sizeof SIGNATURE_PREFIX - 1);
    sodium_bin2base64(signature + sizeof SIGNATURE_PREFIX - 1,
                      TC_WEBHOOK_SIGNATURE_MAX - sizeof SIGNATURE_PREFIX + 1, mac, sizeof mac,
                      sodium_base64_VARIANT_ORIGINAL);
    sodium_memzero(&state, sizeof state);
}

int32_t tc_webhook_sign(const char *secret, const char *id, int64_t timestamp_s, const void *body,
                        size_t body_length, char *signature, tc_error *error) {
    uint8_t key[SECRET_MAX];
    size_t key_len;
    if (!signature) return tci_fail(error, TC_E_INVALID, "signature", "signature may not be NULL");
    int32_t code = check_arguments(id, timestamp_s, body, body_length, error);
    if (code == TC_OK) code = read_secret(secret, key, &key_len, error);
    if (code == TC_OK) make_signature(key, key_len, id, timestamp_s, body, body_length, signature);
    sodium_memzero(key, sizeof key);
    return code;
}

/* Is one of the space-separated signatures this one? Looks at all of them, whichever matches. */
static bool one_matches(const char *signatures, const char *expected) {
    bool found = false;
    while (*signatures) {
        size_t len = strcspn(signatures, " ");
        if (len == SIGNATURE_CHARS) found |= sodium_memcmp(signatures, expected, len) == 0;
        signatures += len;
        signatures += strspn(signatures, " ");
    }
    return found;
}

int32_t tc_webhook_verify(const char *secret, const char *id, int64_t timestamp_s, const void *body,
                          size_t body_length, const char *signatures, int64_t now_s,
                          tc_error *error) {
    char expected[TC_WEBHOOK_SIGNATURE_MAX];
    if (!signatures)
        return tci_fail(error, TC_E_INVALID, "signatures", "signatures may not be NULL");
    if (now_s < 0) return tci_fail(error, TC_E_INVALID, "now_s", "now_s may not be negative");
    if (now_s > TC_TIME_MS_MAX / 1000)
        return tci_fail(error, TC_E_LIMIT, "now_s", "now_s may be at most %lld",
                        (long long)(TC_TIME_MS_MAX / 1000));
    int32_t code = tc_webhook_sign(secret, id, timestamp_s, body, body_length, expected, error);
    if (code != TC_OK) return code;
    bool good = one_matches(signatures, expected);
    sodium_memzero(expected, sizeof expected);
    if (!good) return tci_fail(error, TC_E_FORGED, "signatures", "no signature is right");
    int64_t apart = timestamp_s > now_s ? timestamp_s - now_s : now_s - timestamp_s;
    if (apart > TC_WEBHOOK_TOLERANCE_S)
        return tci_fail(error, TC_E_FORGED, "timestamp_s",
                        "the timestamp is more than %d seconds away", TC_WEBHOOK_TOLERANCE_S);
    return TC_OK;
}
