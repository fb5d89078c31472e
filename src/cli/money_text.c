/* Money as people type and read it, with the digits its currency has, and bytes in hexadecimal.
 * Reading is strict: an amount that could be meant two ways is refused. */
#include <stdio.h>
#include <string.h>

#include <ticketcore/ticketcore.h>

#include "text.h"

/* Currencies that have not two digits after the point (ISO 4217, list one). */
static const struct {
    const char *codes;
    int digits;
} exceptions[] = {
    {"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0},
    {"BHD IQD JOD KWD LYD OMR TND", 3},
    {"CLF UYW", 4},
};

int cli_money_digits(const char *currency) {
    if (strlen(currency) == 3) {
        for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
            if (strstr(exceptions[i].codes, currency)) return exceptions[i].digits;
        }
    }
    return 2;
}

static bool add_digit(int64_t *sum, char digit) {
    if (digit < '0' || digit > '9') return false;
    *sum = *sum * 10 + (digit - '0');
    return *sum <= TC_AMOUNT_MAX;
}

bool cli_money_read(const char *text, const char *currency, int64_t *minor) {
    int64_t sum = 0;
    int digits = cli_money_digits(currency);
    if (*text == '0' && text[1] >= '0' && text[1] <= '9') return false;
    const char *begin = text;
    for (; *text && *text != '.'; text++) {
        if (!add_digit(&sum, *text)) return false;
    }
    if (text == begin) return false;
    bool point = *text == '.';
    if (point) {
        text++;
        if (digits == 0 || strlen(text) != (size_t)digits) return false;
    }
    for (int i = 0; i < digits; i++) {
        if (!add_digit(&sum, point ? *text++ : '0')) return false;
    }
    *minor = sum;
    return true;
}

void cli_money_write(int64_t minor, const char *currency, char *text) {
    int digits = cli_money_digits(currency);
    uint64_t amount = minor < 0 ? -(uint64_t)minor : (uint64_t)minor;
    uint64_t unit = 1;
    for (int i = 0; i < digits; i++) unit *= 10;
    int used = snprintf(text, CLI_TEXT_ROOM, "%s%llu", minor < 0 ? "-" : "",
                        (unsigned long long)(amount / unit));
    size_t room = CLI_TEXT_ROOM - (size_t)used;
    if (digits > 0) {
        used += snprintf(text + used, room, ".%0*llu", digits, (unsigned long long)(amount % unit));
        room = CLI_TEXT_ROOM - (size_t)used;
    }
    if (*currency) snprintf(text + used, room, " %.3s", currency);
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool cli_hex_read(const char *text, uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        while (i > 0 && *text == '-') text++;
        int high = hex_digit(text[0]);
        int low = high < 0 ? -1 : hex_digit(text[1]);
        if (low < 0) return false;
        bytes[i] = (uint8_t)(high * 16 + low);
        text += 2;
    }
    return !*text;
}

void cli_hex_write(const uint8_t *bytes, size_t count, char *text) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < count; i++) {
        *text++ = digits[bytes[i] >> 4];
        *text++ = digits[bytes[i] & 15];
    }
    *text = 0;
}
