/* Times and lengths of time as people type and read them. Times are RFC 3339, or relative to now;
 * lengths carry their units. No locale and no time zone of the machine is ever looked at. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "text.h"

#define DAY_MS INT64_C(86400000)
#define YEAR_MAX 9999

static const struct {
    const char *unit;
    int64_t ms;
} units[] = {
    {"w", 7 * DAY_MS}, {"d", DAY_MS}, {"h", 3600000}, {"m", 60000}, {"s", 1000}, {"ms", 1},
};
#define UNITS (sizeof units / sizeof *units)

/* Days since 1970-01-01 of a date of the Gregorian calendar, counted in eras of 400 years that
 * begin in March so that the leap day ends the year. */
static int64_t days_of_date(int64_t year, int64_t month, int64_t day) {
    if (month <= 2) year--;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void date_of_days(int64_t days, int *year, int *month, int *day) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    *day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

static int days_of_month(int64_t year, int64_t month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Exactly `count` digits. */
static bool read_digits(const char **text, int count, int64_t least, int64_t most, int64_t *value) {
    int64_t sum = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9') return false;
        sum = sum * 10 + (**text - '0');
    }
    *value = sum;
    return sum >= least && sum <= most;
}

static bool read_char(const char **text, const char *any_of) {
    if (!**text || !strchr(any_of, **text)) return false;
    (*text)++;
    return true;
}

/* ".5", ".123456": milliseconds, what is finer is cut off. */
static bool read_fraction(const char **text, int64_t *ms) {
    int64_t unit = 100;
    if (!read_char(text, ".")) return true;
    if (**text < '0' || **text > '9') return false;
    for (; **text >= '0' && **text <= '9'; (*text)++, unit /= 10) *ms += (**text - '0') * unit;
    return true;
}

static bool read_offset(const char **text, int64_t *minutes) {
    int64_t hours = 0;
    int64_t rest = 0;
    *minutes = 0;
    if (read_char(text, "zZ")) return true;
    int sign = **text == '-' ? -1 : 1;
    if (!read_char(text, "+-") || !read_digits(text, 2, 0, 23, &hours) || !read_char(text, ":") ||
        !read_digits(text, 2, 0, 59, &rest)) {
        return false;
    }
    *minutes = sign * (hours * 60 + rest);
    return true;
}

static bool read_rfc3339(const char *text, int64_t *ms) {
    int64_t year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0,
            offset = 0;
    if (!read_digits(&text, 4, 1970, YEAR_MAX, &year) || !read_char(&text, "-") ||
        !read_digits(&text, 2, 1, 12, &month) || !read_char(&text, "-") ||
        !read_digits(&text, 2, 1, days_of_month(year, month), &day) || !read_char(&text, "Tt ") ||
        !read_digits(&text, 2, 0, 23, &hour) || !read_char(&text, ":") ||
        !read_digits(&text, 2, 0, 59, &minute)) {
        return false;
    }
    if (read_char(&text, ":") && !read_digits(&text, 2, 0, 59, &second)) return false;
    if (!read_fraction(&text, &fraction) || !read_offset(&text, &offset) || *text) return false;
    int64_t minutes = days_of_date(year, month, day) * 1440 + hour * 60 + minute - offset;
    *ms = minutes * 60000 + second * 1000 + fraction;
    return *ms >= 0;
}

bool cli_span_read(const char *text, int64_t *ms) {
    int64_t sum = 0;
    if (!*text) return false;
    if (strcmp(text, "0") == 0) {
        *ms = 0;
        return true;
    }
    while (*text) {
        int64_t number = 0;
        const char *begin = text;
        for (; *text >= '0' && *text <= '9'; text++) {
            if (number > INT64_MAX / 20) return false;
            number = number * 10 + (*text - '0');
        }
        size_t length = strspn(text, "wdhms");
        size_t unit = 0;
        while (unit < UNITS && (strlen(units[unit].unit) != length ||
                                strncmp(text, units[unit].unit, length) != 0)) {
            unit++;
        }
        if (text == begin || unit == UNITS) return false;
        if (number > (INT64_MAX / 4 - sum) / units[unit].ms) return false;
        sum += number * units[unit].ms;
        text += length;
    }
    *ms = sum;
    return true;
}

bool cli_time_read(const char *text, int64_t now_ms, int64_t *ms) {
    int64_t span = 0;
    if (strcmp(text, "now") == 0) {
        *ms = now_ms;
        return true;
    }
    if (*text != '+' && *text != '-') return read_rfc3339(text, ms);
    if (!cli_span_read(text + 1, &span)) return false;
    int64_t moment = *text == '+' ? now_ms + span : now_ms - span;
    if (moment < 0 || moment / DAY_MS >= days_of_date(YEAR_MAX + 1, 1, 1)) return false;
    *ms = moment;
    return true;
}

void cli_time_write(int64_t ms, bool exact, char *text) {
    int year = 0;
    int month = 0;
    int day = 0;
    int64_t days = ms / DAY_MS - (ms % DAY_MS < 0);
    int64_t rest = ms - days * DAY_MS;
    date_of_days(days, &year, &month, &day);
    int used = snprintf(text, CLI_TEXT_ROOM, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day,
                        (int)(rest / 3600000), (int)(rest / 60000 % 60), (int)(rest / 1000 % 60));
    if (exact) snprintf(text + used, CLI_TEXT_ROOM - (size_t)used, ".%03dZ", (int)(rest % 1000));
    else snprintf(text + used, CLI_TEXT_ROOM - (size_t)used, "Z");
}

void cli_span_write(int64_t ms, char *text) {
    size_t used = 0;
    if (ms <= 0) {
        snprintf(text, CLI_TEXT_ROOM, "0");
        return;
    }
    for (size_t i = 1; i < UNITS; i++) { /* weeks are read and never written */
        int64_t count = ms / units[i].ms;
        ms %= units[i].ms;
        if (count > 0) {
            used += (size_t)snprintf(text + used, CLI_TEXT_ROOM - used, "%lld%s", (long long)count,
                                     units[i].unit);
        }
    }
}

int64_t cli_now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
