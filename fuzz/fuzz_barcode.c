/* Barcodes: the first byte says whether the rest is a text, the bytes of a barcode to write as one,
 * or a change of a good one. Nothing but what a key signed may pass. */
#include <sodium.h>

#include "fuzz.h"
#include "tickets/internal.h"

static tci_signing_key key;
static tc_public_key keys[2];
static char good[TCI_BARCODE_CHARS + 1];

static void begin(void) {
    if (key.id) return;
    FUZZ_MUST(sodium_init() >= 0);
    uint8_t secret[64];
    memset(key.seed, 9, sizeof key.seed);
    crypto_sign_seed_keypair(key.public_key, secret, key.seed);
    key.id = 1;
    keys[0].id = 1;
    keys[1].id = 3;
    memcpy(keys[0].key, key.public_key, 32);
    memset(keys[1].key, 0, 32);
    const tci_barcode barcode = {.key = 1, .event = 5, .number = 8, .serial = 1, .seat = 3};
    tci_barcode_write(&barcode, &key, good);
}

static char *as_text(const uint8_t *bytes, size_t size) {
    static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint8_t all[TCI_BARCODE_BYTES] = {1, 1};
    if (size) memcpy(all, bytes, size < sizeof all ? size : sizeof all);
    char *text = malloc(TCI_BARCODE_CHARS + 1);
    FUZZ_MUST(text != NULL);
    for (size_t i = 0; i < TCI_BARCODE_CHARS; i++) {
        unsigned value = 0;
        for (size_t bit = 5 * i; bit < 5 * i + 5; bit++) {
            unsigned held = bit / 8 < sizeof all ? all[bit / 8] : 0u;
            value = value << 1 | (held >> (7 - bit % 8) & 1u);
        }
        text[i] = ALPHABET[value];
    }
    text[TCI_BARCODE_CHARS] = '\0';
    return text;
}

static char *changed(const uint8_t *bytes, size_t size) {
    char *text = fuzz_text((const uint8_t *)good, sizeof good - 1);
    for (size_t i = 0; i + 1 < size; i += 2) {
        char to = (char)bytes[i + 1];
        text[bytes[i] % TCI_BARCODE_CHARS] = to ? to : 'A';
    }
    return text;
}

/* The same but for case and blanks around it. */
static bool is_good(const char *text) {
    while (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n') text++;
    for (size_t i = 0; i < TCI_BARCODE_CHARS; i++) {
        char c = text[i];
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        if (c != good[i]) return false;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    uint8_t how = size ? data[0] % 3 : 0;
    const uint8_t *rest = size ? data + 1 : data;
    size_t left = size ? size - 1 : 0;
    char *text = how == 0   ? fuzz_text(rest, left)
                 : how == 1 ? as_text(rest, left)
                            : changed(rest, left);
    tc_barcode said = TC_BARCODE_INIT;
    int32_t code = tc_barcode_verify(keys, 2, text, INT64_C(1750000000000), &said, NULL);
    if (code == TC_OK) FUZZ_MUST(is_good(text) && said.event == 5 && said.number == 8);
    else FUZZ_MUST(code == TC_E_PARSE || code == TC_E_FORGED);
    free(text);
    return 0;
}
