/* Money: int64 minor units with checked sums, basis points rounded half to even, and the exponents
 * of ISO 4217 for formatting. Pure functions; every layer may call them. Amounts above
 * TC_AMOUNT_MAX are an overflow, long before int64 is. */
#ifndef TCI_MONEY_H
#define TCI_MONEY_H

#include "base/base.h"

/* False, and *out untouched, when the result leaves ± TC_AMOUNT_MAX. */
bool tci_money_add(int64_t a, int64_t b, int64_t *out);
bool tci_money_mul(int64_t amount, uint32_t n, int64_t *out);

/* amount × numerator / denominator, rounded half to even. amount 0 … TC_AMOUNT_MAX, the others at
 * most 1,000,000, denominator not 0. */
int64_t tci_money_part(int64_t amount, uint32_t numerator, uint32_t denominator);
/* Tax that comes on top of a net amount. */
int64_t tci_money_tax_on(int64_t net, uint32_t basis_points);
/* Tax that a gross amount contains. */
int64_t tci_money_tax_in(int64_t gross, uint32_t basis_points);

/* Share i of n of an amount: the shares differ by at most one unit and add up to it. */
int64_t tci_money_share(int64_t amount, uint32_t n, uint32_t i);

/* Currencies as 15 bits: three letters of five bits. 0 for anything but three capital letters. */
uint16_t tci_currency_pack(const char currency[4]);
void tci_currency_unpack(uint16_t packed, char currency[4]);
static inline bool tci_currency_same(const char a[4], const char b[4]) {
    return memcmp(a, b, 3) == 0;
}
/* Digits behind the point (ISO 4217): 0, 2, 3 or 4. */
uint32_t tci_currency_exponent(const char currency[4]);
/* "12.50 EUR", with the currency's exponent. Answers the length as snprintf does. */
int tci_money_format(char *room, size_t size, int64_t amount, const char currency[4]);

#endif
