/* Local times for messages. The zone's file is opened, read whole and closed in each call, so that
 * nothing is shared between threads and an update of the system's zones counts at once. */
#include "outbox/local_time.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/zone.h"

/* The largest file of the IANA database has 4 kB. */
#define FILE_MAX 16384u

/* Names are relative paths of plain words: nothing of the kind "..", "/etc" or "a.b". */
static bool is_zone_name(const char *zone) {
    if (!*zone || *zone == '/' || strlen(zone) > TC_NAME_MAX) return false;
    for (const char *c = zone; *c; c++) {
        bool word = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                    (*c >= '0' && *c <= '9') || *c == '_' || *c == '+' || *c == '-';
        if (!word && (*c != '/' || c[1] == '/' || !c[1])) return false;
    }
    return true;
}

static size_t read_file(const char *folder, const char *zone, uint8_t room[FILE_MAX]) {
    char path[TC_NAME_MAX + 64];
    struct stat about;
    size_t len = 0;
    snprintf(path, sizeof path, "%s/%s", folder, zone);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) return 0;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size <= (off_t)FILE_MAX)
        for (ssize_t got; len < FILE_MAX && (got = read(file, room + len, FILE_MAX - len)) > 0;)
            len += (size_t)got;
    close(file);
    return len;
}

static bool look_up(const char *zone, int64_t seconds, tci_zone_time *out) {
    static const char *const FOLDERS[] = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                                          "/share/zoneinfo", "/etc/zoneinfo"};
    uint8_t room[FILE_MAX];
    if (!is_zone_name(zone)) return false;
    for (size_t i = 0; i < TCI_COUNT(FOLDERS); i++) {
        size_t len = read_file(FOLDERS[i], zone, room);
        if (len) return tci_zone_read(tci_slice_of(room, len), seconds, out);
    }
    return false;
}

/* A zone without letters of its own ("+03") is told by its distance. */
static void name_zone(const tci_zone_time *zone, const char offset[8], tci_local_time *out) {
    bool named = zone->name[0] != '+' && zone->name[0] != '-';
    if (named) snprintf(out->zone, sizeof out->zone, "%s", zone->name);
    else snprintf(out->zone, sizeof out->zone, "UTC%s", zone->offset_s ? offset : "");
}

bool tci_local_time_of(int64_t ms, const char *zone, tci_local_time *out) {
    int64_t seconds = ms / 1000 - (ms % 1000 < 0), year, month, day;
    if (seconds < -TCI_ZONE_SECONDS_MAX || seconds > TCI_ZONE_SECONDS_MAX) return false;
    tci_zone_time found = {0, "UTC"};
    /* Before clocks were set by hours, offsets have seconds, which no stamp can say. */
    bool known = look_up(zone, seconds, &found) && found.offset_s % 60 == 0;
    if (!known) found = (tci_zone_time){0, "UTC"};
    int64_t local = seconds + found.offset_s;
    int64_t days = (local >= 0 ? local : local - 86399) / 86400, rest = local - days * 86400;
    tci_date_from_days(days, &year, &month, &day);
    if (year < 0 || year > 9999) return false;
    int minutes = (found.offset_s < 0 ? -found.offset_s : found.offset_s) / 60;
    char offset[8] = "Z";
    if (known)
        snprintf(offset, sizeof offset, "%c%02u:%02u", found.offset_s < 0 ? '-' : '+',
                 (unsigned)minutes / 60 % 100, (unsigned)minutes % 60);
    unsigned hour = (unsigned)(rest / 3600), minute = (unsigned)(rest / 60 % 60);
    snprintf(out->date, sizeof out->date, "%04u-%02u-%02u", (unsigned)year, (unsigned)month,
             (unsigned)day);
    snprintf(out->time, sizeof out->time, "%02u:%02u", hour % 100, minute);
    name_zone(&found, offset, out);
    snprintf(out->stamp, sizeof out->stamp, "%sT%s:%02u%s%s%s%s", out->date, out->time,
             (unsigned)(rest % 60), offset, known ? "[" : "", known ? zone : "", known ? "]" : "");
    return true;
}
