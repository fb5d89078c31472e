/* Local time out of time zone files (TZif, RFC 9636) and the rules in their footers. Pure: bytes
 * in, offset out. Opens nothing, knows no environment and keeps nothing between calls. */
#ifndef TCI_ZONE_H
#define TCI_ZONE_H

#include "base/base.h"

/* Longest designation of a zone's time that is answered ("CEST", "+0530"). */
#define TCI_ZONE_NAME_MAX 15u
/* Moments asked about lie within ± this many seconds of 1970: years −9999 … 9999 and more. */
#define TCI_ZONE_SECONDS_MAX INT64_C(400000000000)

typedef struct tci_zone_time {
    int32_t offset_s; /* what is added to UTC */
    char name[TCI_ZONE_NAME_MAX + 1];
} tci_zone_time;

/* What a TZif file of version 1 … 4 says about a moment. False: malformed, or it counts leap
 * seconds. */
bool tci_zone_read(tci_slice file, int64_t seconds, tci_zone_time *out);
/* What a rule says, as in a TZif footer and POSIX's TZ: "CET-1CEST,M3.5.0,M10.5.0/3". */
bool tci_zone_rule(tci_slice rule, int64_t seconds, tci_zone_time *out);

/* The calendar (proleptic Gregorian). Days since 1970-01-01; month 1 … 12. */
int64_t tci_days_from_date(int64_t year, int64_t month, int64_t day);
void tci_date_from_days(int64_t days, int64_t *year, int64_t *month, int64_t *day);

#endif
