/* The rule behind a time zone file's last transition, in the form of POSIX's TZ with the wider
 * hours of RFC 9636: names, offsets and the two dates of a year between which daylight saving
 * holds. And the calendar it needs. Pure. */
#include "base/zone.h"

/* A date of every year: 'M' month, week and weekday; 'J' day 1 … 365 without 29 February; '0' day
 * 0 … 365 with it. */
typedef struct rule_date {
    char form;
    int64_t month, week, day;
    int64_t time_s; /* local time of that day, possibly of another */
} rule_date;

typedef struct rule_text {
    const char *at;
    const char *end;
} rule_text;

int64_t tci_days_from_date(int64_t year, int64_t month, int64_t day) {
    TCI_ASSERT(month >= 1 && month <= 12);
    /* Years from March on, so that the leap day is the last of its year; eras of 400 years. */
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void tci_date_from_days(int64_t days, int64_t *year, int64_t *month, int64_t *day) {
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

static bool take(rule_text *from, char c) {
    if (from->at == from->end || *from->at != c) return false;
    from->at++;
    return true;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Three letters or more; in angle brackets digits and signs too. */
static bool read_name(rule_text *from, char name[TCI_ZONE_NAME_MAX + 1]) {
    bool quoted = take(from, '<');
    size_t len = 0;
    for (; from->at < from->end; from->at++, len++) {
        char c = *from->at;
        bool more = is_letter(c) || (quoted && (is_digit(c) || c == '+' || c == '-'));
        if (!more) break;
        if (len == TCI_ZONE_NAME_MAX) return false;
        name[len] = c;
    }
    name[len] = '\0';
    return len >= 3 && (!quoted || take(from, '>'));
}

static bool read_number(rule_text *from, int64_t min, int64_t max, int64_t *out) {
    int64_t value = 0;
    const char *begin = from->at;
    for (; from->at < from->end && is_digit(*from->at) && value <= max; from->at++)
        value = value * 10 + (*from->at - '0');
    *out = value;
    return from->at > begin && value >= min && value <= max;
}

/* [+|-]hh[:mm[:ss]] */
static bool read_hours(rule_text *from, int64_t hours_max, int64_t *seconds) {
    int64_t sign = take(from, '-') ? -1 : 1, hours, minutes = 0, rest = 0;
    if (sign == 1) take(from, '+');
    if (!read_number(from, 0, hours_max, &hours)) return false;
    if (take(from, ':') && !read_number(from, 0, 59, &minutes)) return false;
    if (take(from, ':') && !read_number(from, 0, 59, &rest)) return false;
    *seconds = sign * (hours * 3600 + minutes * 60 + rest);
    return true;
}

static bool read_date(rule_text *from, rule_date *date) {
    *date = (rule_date){.form = '0', .time_s = 7200};
    if (!take(from, ',')) return false;
    if (take(from, 'M')) {
        date->form = 'M';
        if (!read_number(from, 1, 12, &date->month) || !take(from, '.')) return false;
        if (!read_number(from, 1, 5, &date->week) || !take(from, '.')) return false;
        if (!read_number(from, 0, 6, &date->day)) return false;
    } else {
        if (take(from, 'J')) date->form = 'J';
        if (!read_number(from, date->form == 'J', 365, &date->day)) return false;
    }
    return !take(from, '/') || read_hours(from, 167, &date->time_s);
}

/* The date's moment in a year, in seconds of local time. */
static int64_t moment_of(const rule_date *date, int64_t year) {
    int64_t first = tci_days_from_date(year, date->form == 'M' ? date->month : 1, 1);
    int64_t days = first + date->day;
    if (date->form == 'J') {
        bool leap = tci_days_from_date(year, 3, 1) - first == 60;
        days += leap && date->day >= 60 ? 0 : -1;
    } else if (date->form == 'M') {
        int64_t weekday = ((first + 4) % 7 + 7) % 7; /* 1970-01-01 was a Thursday; 0: Sunday */
        int64_t next = tci_days_from_date(year + date->month / 12, date->month % 12 + 1, 1);
        days = first + (date->day - weekday + 7) % 7 + (date->week - 1) * 7;
        if (days >= next) days -= 7; /* week 5 is the last */
    }
    return days * 86400 + date->time_s;
}

/* The later of what began last rules; where one year's end meets the next one's beginning, daylight
 * saving goes on. */
static bool is_daylight(const rule_date *from, const rule_date *until, int64_t standard_s,
                        int64_t daylight_s, int64_t seconds) {
    int64_t year, month, day, last = INT64_MIN;
    bool daylight = false;
    int64_t local = seconds + standard_s;
    tci_date_from_days((local >= 0 ? local : local - 86399) / 86400, &year, &month, &day);
    for (int64_t y = year - 1; y <= year + 1; y++) {
        int64_t begins = moment_of(from, y) - standard_s, ends = moment_of(until, y) - daylight_s;
        if (begins <= seconds && begins >= last) {
            last = begins;
            daylight = true;
        }
        if (ends <= seconds && ends > last) {
            last = ends;
            daylight = false;
        }
    }
    return daylight;
}

bool tci_zone_rule(tci_slice rule, int64_t seconds, tci_zone_time *out) {
    rule_text text = {rule.data, (const char *)rule.data + rule.len};
    tci_zone_time daylight;
    rule_date from, until;
    int64_t standard_s, daylight_s;
    TCI_ASSERT(seconds >= -TCI_ZONE_SECONDS_MAX && seconds <= TCI_ZONE_SECONDS_MAX);
    /* POSIX counts westward. */
    if (!read_name(&text, out->name) || !read_hours(&text, 24, &standard_s)) return false;
    standard_s = -standard_s;
    out->offset_s = (int32_t)standard_s;
    if (text.at == text.end) return true;
    if (!read_name(&text, daylight.name)) return false;
    daylight_s = standard_s + 3600;
    if (text.at < text.end && *text.at != ',') {
        if (!read_hours(&text, 24, &daylight_s)) return false;
        daylight_s = -daylight_s;
    }
    daylight.offset_s = (int32_t)daylight_s;
    if (!read_date(&text, &from) || !read_date(&text, &until) || text.at != text.end) return false;
    if (is_daylight(&from, &until, standard_s, daylight_s, seconds)) *out = daylight;
    return true;
}
