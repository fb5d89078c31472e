/* Checked money, rounding and currencies. Called by every layer; knows nothing of orders. No
 * floating point anywhere. */
#include "base/money.h"

#include <stdio.h>

bool tci_money_add(int64_t a, int64_t b, int64_t *out) {
    TCI_ASSERT(a >= -TC_AMOUNT_MAX && a <= TC_AMOUNT_MAX);
    if (b < -TC_AMOUNT_MAX || b > TC_AMOUNT_MAX) return false;
    int64_t sum = a + b;
    if (sum < -TC_AMOUNT_MAX || sum > TC_AMOUNT_MAX) return false;
    *out = sum;
    return true;
}

bool tci_money_mul(int64_t amount, uint32_t n, int64_t *out) {
    TCI_ASSERT(amount >= -TC_AMOUNT_MAX && amount <= TC_AMOUNT_MAX);
    if (n == 0) {
        *out = 0;
        return true;
    }
    int64_t most = TC_AMOUNT_MAX / (int64_t)n;
    if (amount > most || amount < -most) return false;
    *out = amount * (int64_t)n;
    return true;
}

int64_t tci_money_part(int64_t amount, uint32_t numerator, uint32_t denominator) {
    TCI_ASSERT(amount >= 0 && amount <= TC_AMOUNT_MAX);
    TCI_ASSERT(denominator != 0 && denominator <= 1000000 && numerator <= 1000000);
    /* amount = whole × denominator + rest keeps every product far below 2^63. */
    int64_t whole = amount / denominator;
    int64_t rest = amount % denominator * numerator;
    TCI_ASSERT(whole <= INT64_MAX / 1000001);
    int64_t result = whole * numerator + rest / denominator;
    int64_t left = rest % denominator * 2;
    if (left > denominator || (left == denominator && (result & 1))) result++;
    return result;
}

int64_t tci_money_tax_on(int64_t net, uint32_t basis_points) {
    return tci_money_part(net, basis_points, 10000);
}

int64_t tci_money_tax_in(int64_t gross, uint32_t basis_points) {
    return tci_money_part(gross, basis_points, 10000 + basis_points);
}

int64_t tci_money_share(int64_t amount, uint32_t n, uint32_t i) {
    TCI_ASSERT(n != 0 && i < n && amount >= 0);
    return amount / n + (i < amount % n ? 1 : 0);
}

uint16_t tci_currency_pack(const char currency[4]) {
    uint16_t packed = 0;
    for (size_t i = 0; i < 3; i++) {
        if (currency[i] < 'A' || currency[i] > 'Z') return 0;
        packed = (uint16_t)(packed << 5 | (currency[i] - 'A' + 1));
    }
    return packed;
}

void tci_currency_unpack(uint16_t packed, char currency[4]) {
    memset(currency, 0, 4);
    if (packed == 0) return;
    for (size_t i = 0; i < 3; i++) currency[i] = (char)('A' + (packed >> (10 - 5 * i) & 31) - 1);
}

uint32_t tci_currency_exponent(const char currency[4]) {
    static const struct {
        char code[4];
        uint32_t exponent;
    } OTHERS[] = {
        {"BIF", 0}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"ISK", 0}, {"JPY", 0}, {"KMF", 0},
        {"KRW", 0}, {"PYG", 0}, {"RWF", 0}, {"UGX", 0}, {"UYI", 0}, {"VND", 0}, {"VUV", 0},
        {"XAF", 0}, {"XOF", 0}, {"XPF", 0}, {"BHD", 3}, {"IQD", 3}, {"JOD", 3}, {"KWD", 3},
        {"LYD", 3}, {"OMR", 3}, {"TND", 3}, {"CLF", 4}, {"UYW", 4},
    };
    for (size_t i = 0; i < TCI_COUNT(OTHERS); i++)
        if (memcmp(OTHERS[i].code, currency, 3) == 0) return OTHERS[i].exponent;
    return 2;
}

int tci_money_format(char *room, size_t size, int64_t amount, const char currency[4]) {
    static const uint64_t POWERS[] = {1, 10, 100, 1000, 10000};
    uint32_t exponent = tci_currency_exponent(currency);
    uint64_t positive = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
    const char *sign = amount < 0 ? "-" : "";
    unsigned long long whole = positive / POWERS[exponent];
    unsigned long long rest = positive % POWERS[exponent];
    if (exponent == 0) return snprintf(room, size, "%s%llu %.3s", sign, whole, currency);
    return snprintf(room, size, "%s%llu.%0*llu %.3s", sign, whole, (int)exponent, rest, currency);
}
