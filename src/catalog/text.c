/* Two scanners of plain bytes that imports need: UTF-8 and decimal numbers. Neither allocates nor
 * depends on the locale. */
#include "catalog/json.h"

#include <math.h>

size_t tci_utf8_check(const uint8_t *text, size_t len) {
    size_t i = 0;
    while (i < len) {
        uint8_t c = text[i];
        if (c < 0x80) {
            i++;
            continue;
        }
        size_t more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : 3;
        if (c < 0xC2 || c > 0xF4 || len - i <= more) return i;
        uint8_t low = 0x80, high = 0xBF; /* of the second byte: no overlong form, no surrogate */
        if (c == 0xE0) low = 0xA0;
        if (c == 0xED) high = 0x9F;
        if (c == 0xF0) low = 0x90;
        if (c == 0xF4) high = 0x8F;
        if (text[i + 1] < low || text[i + 1] > high) return i;
        for (size_t k = 2; k <= more; k++)
            if ((text[i + k] & 0xC0) != 0x80) return i;
        i += more + 1;
    }
    return len;
}

static bool is_digit(const uint8_t *at, const uint8_t *end) {
    return at < end && *at >= '0' && *at <= '9';
}

/* Powers of ten up to 22 are exact in a double, so is a mantissa below 2^53: then so is the result,
 * rounded once. Others may be off in the last bit, far below what a map unit shows. */
static double scale_by_ten(double mantissa, int exponent) {
    static const double POWERS[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (exponent > 330) return HUGE_VAL;
    if (exponent < -400) return 0;
    while (exponent > 22) {
        mantissa *= 1e22;
        exponent -= 22;
    }
    while (exponent < -22) {
        mantissa /= 1e22;
        exponent += 22;
    }
    return exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
}

size_t tci_number_parse(const uint8_t *at, const uint8_t *end, double *number) {
    const uint8_t *start = at;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    if (!is_digit(at, end)) return 0;
    if (*at == '0' && is_digit(at + 1, end)) return 0;
    uint64_t mantissa = 0;
    int exponent = 0;
    for (; is_digit(at, end); at++) {
        if (mantissa < UINT64_C(100000000000000000))
            mantissa = mantissa * 10 + (uint64_t)(*at - '0');
        else if (exponent < 100000) exponent++;
    }
    if (at < end && *at == '.') {
        at++;
        if (!is_digit(at, end)) return 0;
        for (; is_digit(at, end); at++) {
            if (mantissa >= UINT64_C(100000000000000000)) continue;
            mantissa = mantissa * 10 + (uint64_t)(*at - '0');
            exponent--;
        }
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        bool small = at < end && *at == '-';
        if (at < end && (*at == '-' || *at == '+')) at++;
        if (!is_digit(at, end)) return 0;
        int shift = 0;
        for (; is_digit(at, end); at++)
            if (shift < 10000) shift = shift * 10 + (*at - '0');
        exponent += small ? -shift : shift;
    }
    double value = mantissa ? scale_by_ten((double)mantissa, exponent) : 0;
    *number = negative ? -value : value;
    return (size_t)(at - start);
}
