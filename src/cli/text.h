/* Small texts people type and read: times, lengths of time, money, bytes in hexadecimal. Pure
 * functions without a store; readers answer false and leave their output alone. */
#ifndef TICKETCORE_CLI_TEXT_H
#define TICKETCORE_CLI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Room for any text that is written here, with its NUL. */
#define CLI_TEXT_ROOM 64

/** RFC 3339 ("2026-06-01T19:30:00Z", any offset), "now", or relative to `now_ms` ("+2h", "-1d12h").
 */
bool cli_time_read(const char *text, int64_t now_ms, int64_t *ms);
/** RFC 3339 in UTC; with milliseconds when `exact`. */
void cli_time_write(int64_t ms, bool exact, char *text);
/** A length of time with its units: "15m", "1h30m", "500ms"; "0" too. */
bool cli_span_read(const char *text, int64_t *ms);
/** The shortest exact text of a length of time. */
void cli_span_write(int64_t ms, char *text);
/** The machine's clock, UTC milliseconds. */
int64_t cli_now_ms(void);

/** Digits after the point of a currency (ISO 4217). */
int cli_money_digits(const char *currency);
/** Strict: "12" or "12.50" with exactly the currency's digits, no sign, nothing else. */
bool cli_money_read(const char *text, const char *currency, int64_t *minor);
/** "12.50 EUR". */
void cli_money_write(int64_t minor, const char *currency, char *text);

/** Exactly `count` bytes; dashes between are passed over. */
bool cli_hex_read(const char *text, uint8_t *bytes, size_t count);
/** Room: 2 · count + 1. */
void cli_hex_write(const uint8_t *bytes, size_t count, char *text);

#endif
