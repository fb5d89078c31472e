/* An event's time as people at its venue read it. For rendering only, on the thread of whoever
 * renders: it reads the system's time zone files. Never part of a command. */
#ifndef TCI_LOCAL_TIME_H
#define TCI_LOCAL_TIME_H

#include "base/base.h"

typedef struct tci_local_time {
    char date[16];                /* "2026-07-01" */
    char time[8];                 /* "21:30" */
    char zone[24];                /* "CEST", "UTC-03:00"; "UTC" where the zone is not known */
    char stamp[TC_NAME_MAX + 48]; /* RFC 9557: "2026-07-01T21:30:00+02:00[Europe/Berlin]" */
} tci_local_time;

/* The moment at a place with this IANA zone name. A zone that is empty, unknown to this machine or
 * unreadable: the moment in UTC, and it says so. False: outside the years 0 … 9999. */
bool tci_local_time_of(int64_t ms, const char *zone, tci_local_time *out);

#endif
