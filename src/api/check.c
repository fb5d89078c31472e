/* Checks of arguments that every public function shares: sized structs, texts, ranges, flags. Each
 * failure names the field and the limit. Nothing here reads the store. */
#include <inttypes.h>
#include <time.h>

#include "api/verb.h"
#include "base/secret.h"

int32_t tci_struct_in(const void *caller, uint32_t min_size, uint32_t full_size, void *copy,
                      const char *what, tc_error *error) {
    if (!caller) return tci_fail(error, TC_E_INVALID, what, "%s may not be NULL", what);
    uint32_t size;
    memcpy(&size, caller, sizeof size);
    if (size < min_size || size > 65536)
        return tci_fail(error, TC_E_INVALID, what,
                        "%s.size is %" PRIu32 "; the smallest is %" PRIu32, what, size, min_size);
    memset(copy, 0, full_size);
    memcpy(copy, caller, TCI_MIN(size, full_size));
    const uint8_t *bytes = caller;
    for (uint32_t i = full_size; i < size; i++)
        if (bytes[i])
            return tci_fail(error, TC_E_INVALID, what,
                            "%s sets a field this library (%s) does not know", what,
                            TC_VERSION_TEXT);
    return TC_OK;
}

void tci_struct_out(void *caller, const void *full, uint32_t full_size) {
    uint32_t size;
    memcpy(&size, caller, sizeof size);
    memcpy(caller, full, TCI_MIN(size, full_size));
    memcpy(caller, &size, sizeof size);
}

/* Length of the UTF-8 sequence that begins at `at`, 0 when it is malformed (RFC 3629). */
static size_t utf8_length(const uint8_t *at) {
    static const struct {
        uint8_t mask, lead;
        uint32_t min;
    } FORMS[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};
    for (size_t n = 0; n < TCI_COUNT(FORMS); n++) {
        if ((at[0] & FORMS[n].mask) != FORMS[n].lead) continue;
        uint32_t code = at[0] & (uint8_t)~FORMS[n].mask;
        for (size_t i = 1; i <= n; i++) {
            if ((at[i] & 0xC0) != 0x80) return 0;
            code = code << 6 | (at[i] & 0x3Fu);
        }
        bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        return code >= FORMS[n].min && code <= 0x10FFFF && !surrogate ? n + 1 : 0;
    }
    return 0;
}

static int32_t check_text(const char *text, size_t min, size_t max, const char *field, bool lines,
                          tc_error *error) {
    if (!text) text = "";
    size_t len = strnlen(text, max + 1);
    if (len > max)
        return tci_fail(error, TC_E_LIMIT, field, "%s may be at most %zu bytes", field, max);
    if (len < min) {
        if (len == 0) return tci_fail(error, TC_E_INVALID, field, "%s may not be empty", field);
        return tci_fail(error, TC_E_INVALID, field, "%s must be at least %zu bytes", field, min);
    }
    const uint8_t *at = (const uint8_t *)text;
    for (size_t i = 0; i < len;) {
        bool control = at[i] < 0x20 || at[i] == 0x7F;
        if (control && !(lines && (at[i] == '\n' || at[i] == '\t' || at[i] == '\r')))
            return tci_fail(error, TC_E_INVALID, field, "%s has a control character at byte %zu",
                            field, i);
        size_t n = utf8_length(at + i);
        if (n == 0)
            return tci_fail(error, TC_E_INVALID, field, "%s is not UTF-8 at byte %zu", field, i);
        i += n;
    }
    return TC_OK;
}

int32_t tci_check_text(const char *text, size_t min, size_t max, const char *field,
                       tc_error *error) {
    return check_text(text, min, max, field, false, error);
}

int32_t tci_check_long_text(const char *text, size_t min, size_t max, const char *field,
                            tc_error *error) {
    return check_text(text, min, max, field, true, error);
}

int32_t tci_check_range(int64_t value, int64_t min, int64_t max, const char *field,
                        tc_error *error) {
    if (value >= min && value <= max) return TC_OK;
    int32_t code = value > max ? TC_E_LIMIT : TC_E_INVALID;
    return tci_fail(error, code, field, "%s is %" PRId64 "; it must be %" PRId64 " … %" PRId64,
                    field, value, min, max);
}

int32_t tci_check_flags(uint32_t flags, uint32_t known, const char *field, tc_error *error) {
    if ((flags & ~known) == 0) return TC_OK;
    return tci_fail(error, TC_E_INVALID, field, "%s has unknown bits 0x%" PRIx32, field,
                    flags & ~known);
}

int32_t tci_check_currency(const char *currency, const char *field, tc_error *error) {
    bool good = currency && strnlen(currency, 4) == 3;
    for (int i = 0; good && i < 3; i++) good = currency[i] >= 'A' && currency[i] <= 'Z';
    if (good) return TC_OK;
    return tci_fail(error, TC_E_INVALID, field, "%s must be three capital letters (ISO 4217)",
                    field);
}

int32_t tci_check_not_null(const void *pointer, const char *field, tc_error *error) {
    if (pointer) return TC_OK;
    return tci_fail(error, TC_E_INVALID, field, "%s may not be NULL", field);
}

bool tci_secret_is_zero(const tc_secret *secret) {
    static const uint8_t ZERO[16];
    return tci_secret_equal(secret->bytes, ZERO);
}

int32_t tc_request_id_new(tc_request_id *id) {
    if (!id) return TC_E_INVALID;
    if (!tci_secret_begin()) return TC_E_UNSUPPORTED;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t ms = (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u;
    tci_random(id, sizeof *id);
    for (int i = 0; i < 6; i++) id->bytes[i] = (uint8_t)(ms >> (40 - 8 * i));
    id->bytes[6] = (uint8_t)((id->bytes[6] & 0x0F) | 0x70);
    id->bytes[8] = (uint8_t)((id->bytes[8] & 0x3F) | 0x80);
    return TC_OK;
}

const char *tc_version(void) {
    return TC_VERSION_TEXT;
}
