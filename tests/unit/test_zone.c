/* Local time: rules, zone files made here byte by byte, the calendar, and what is said of a moment;
 * where the machine has a zone database, held against the C library's reading of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/codec.h"
#include "base/zone.h"
#include "outbox/local_time.h"

/* 2026-MM-DDThh:mm:ssZ and the like. */
static int64_t at(int64_t year, int64_t month, int64_t day, int64_t hour, int64_t minute) {
    return tci_days_from_date(year, month, day) * 86400 + hour * 3600 + minute * 60;
}

static void expect_rule(const char *rule, int64_t seconds, int32_t offset_s, const char *name) {
    tci_zone_time found;
    assert_true(tci_zone_rule(tci_slice_str(rule), seconds, &found));
    assert_int_equal(found.offset_s, offset_s);
    assert_string_equal(found.name, name);
}

static void test_calendar(void **state) {
    (void)state;
    assert_int_equal(tci_days_from_date(1970, 1, 1), 0);
    assert_int_equal(tci_days_from_date(2000, 3, 1), 11017);
    assert_int_equal(tci_days_from_date(1969, 12, 31), -1);
    for (int64_t days = -800000; days < 800000; days += 17) {
        int64_t year, month, day;
        tci_date_from_days(days, &year, &month, &day);
        assert_int_equal(tci_days_from_date(year, month, day), days);
        assert_true(month >= 1 && month <= 12 && day >= 1 && day <= 31);
    }
}

static void test_rule_without_daylight(void **state) {
    (void)state;
    expect_rule("UTC0", 0, 0, "UTC");
    expect_rule("EST5", 0, -18000, "EST");
    expect_rule("<+0545>-5:45", 0, 20700, "+0545");
    expect_rule("<-03>3", at(2026, 7, 1, 0, 0), -10800, "-03");
}

static void test_rule_edges_of_the_north(void **state) {
    static const char BERLIN[] = "CET-1CEST,M3.5.0,M10.5.0/3";
    (void)state;
    expect_rule(BERLIN, at(2026, 3, 29, 1, 0) - 1, 3600, "CET");
    expect_rule(BERLIN, at(2026, 3, 29, 1, 0), 7200, "CEST");
    expect_rule(BERLIN, at(2026, 10, 25, 1, 0) - 1, 7200, "CEST");
    expect_rule(BERLIN, at(2026, 10, 25, 1, 0), 3600, "CET");
    expect_rule(BERLIN, at(2026, 12, 31, 23, 30), 3600, "CET");
    expect_rule(BERLIN, at(2400, 7, 1, 0, 0), 7200, "CEST");
    expect_rule(BERLIN, at(1900, 7, 1, 0, 0), 7200, "CEST");
}

static void test_rule_edges_of_the_south(void **state) {
    static const char SYDNEY[] = "AEST-10AEDT,M10.1.0,M4.1.0/3";
    (void)state;
    expect_rule(SYDNEY, at(2026, 1, 1, 0, 0), 39600, "AEDT");
    expect_rule(SYDNEY, at(2026, 4, 4, 16, 0) - 1, 39600, "AEDT");
    expect_rule(SYDNEY, at(2026, 4, 4, 16, 0), 36000, "AEST");
    expect_rule(SYDNEY, at(2026, 10, 3, 16, 0) - 1, 36000, "AEST");
    expect_rule(SYDNEY, at(2026, 10, 3, 16, 0), 39600, "AEDT");
}

static void test_rule_that_counts_backward(void **state) {
    (void)state; /* Ireland: winter is the time that deviates */
    static const char DUBLIN[] = "IST-1GMT0,M10.5.0,M3.5.0/1";
    expect_rule(DUBLIN, at(2026, 1, 15, 0, 0), 0, "GMT");
    expect_rule(DUBLIN, at(2026, 7, 15, 0, 0), 3600, "IST");
}

static void test_rule_on_other_days(void **state) {
    (void)state;
    /* Greenland: on the Saturday before, at ten in the evening. */
    static const char NUUK[] = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0";
    expect_rule(NUUK, at(2026, 3, 29, 1, 0) - 1, -7200, "-02");
    expect_rule(NUUK, at(2026, 3, 29, 1, 0), -3600, "-01");
    /* Daylight saving all year. */
    static const char ALWAYS[] = "XXX3EDT4,0/0,J365/23";
    expect_rule(ALWAYS, at(2026, 1, 1, 3, 30), -14400, "EDT");
    expect_rule(ALWAYS, at(2026, 12, 31, 23, 59), -14400, "EDT");
    expect_rule(ALWAYS, at(2027, 1, 1, 4, 0), -14400, "EDT");
    /* Day 60 with and without 29 February. */
    expect_rule("AAA0BBB,J60/0,J300/0", at(2024, 3, 1, 0, 0), 3600, "BBB");
    expect_rule("AAA0BBB,J60/0,J300/0", at(2024, 2, 29, 23, 59), 0, "AAA");
    expect_rule("AAA0BBB,60/0,300/0", at(2024, 3, 1, 0, 0), 3600, "BBB");
    expect_rule("AAA0BBB,60/0,300/0", at(2025, 3, 1, 23, 59), 0, "AAA");
}

static void test_rule_malformed(void **state) {
    static const char *const BAD[] = {"",
                                      "C",
                                      "CE-1",
                                      "CET",
                                      "CET-",
                                      "CET-25",
                                      "CET-1:60",
                                      "<CET-1",
                                      "<+1>1",
                                      "CET-1CEST",
                                      "CET-1CEST,M3.5.0",
                                      "CET-1CEST,M13.5.0,M10.5.0",
                                      "CET-1CEST,M3.6.0,M10.5.0",
                                      "CET-1CEST,M3.5.7,M10.5.0",
                                      "CET-1CEST,J0,J365",
                                      "CET-1CEST,366,1",
                                      "CET-1CEST,M3.5.0/168,M10.5.0",
                                      "CET-1CEST,M3.5.0,M10.5.0 ",
                                      "CET-1CEST,M3.5.0,M10.5.0,",
                                      "CET99999999999999999999",
                                      "ABCDEFGHIJKLMNOPQ0",
                                      "CET-1C"};
    tci_zone_time found;
    (void)state;
    for (size_t i = 0; i < TCI_COUNT(BAD); i++) {
        if (tci_zone_rule(tci_slice_str(BAD[i]), 0, &found)) fail_msg("read: \"%s\"", BAD[i]);
    }
}

/* A zone file with one transition, from "LMT" to "CET". */
typedef struct zone_file {
    uint8_t bytes[512];
    size_t len;
} zone_file;

static void put32(zone_file *file, uint32_t value) {
    tci_store32_be(file->bytes + file->len, value);
    file->len += 4;
}

static void put_bytes(zone_file *file, const void *bytes, size_t len) {
    memcpy(file->bytes + file->len, bytes, len);
    file->len += len;
}

static void put_block(zone_file *file, char version, uint32_t times, uint32_t leaps, int wide) {
    static const uint8_t NOTHING[15];
    put_bytes(file, "TZif", 4);
    put_bytes(file, &version, 1);
    put_bytes(file, NOTHING, 15);
    put32(file, 0), put32(file, 0), put32(file, leaps);
    put32(file, times), put32(file, 2), put32(file, 8);
    if (times && wide) put32(file, 0);
    if (times) put32(file, 1000000), put_bytes(file, "\1", 1);
    put32(file, 3208), put_bytes(file, "\0\0", 2);
    put32(file, 3600), put_bytes(file, "\0\4", 2);
    put_bytes(file, "LMT\0CET", 8);
    put_bytes(file, NOTHING, leaps * (wide ? 12 : 8));
}

static zone_file make_file(char version, uint32_t leaps, const char *footer) {
    zone_file file = {{0}, 0};
    put_block(&file, version, version ? 0 : 1, version ? 0 : leaps, 0);
    if (version) put_block(&file, version, 1, leaps, 1);
    put_bytes(&file, footer, strlen(footer));
    return file;
}

static bool read_at(const zone_file *file, int64_t seconds, tci_zone_time *out) {
    return tci_zone_read(tci_slice_of(file->bytes, file->len), seconds, out);
}

static void expect_file(const zone_file *file, int64_t seconds, int32_t offset_s,
                        const char *name) {
    tci_zone_time found;
    assert_true(read_at(file, seconds, &found));
    assert_int_equal(found.offset_s, offset_s);
    assert_string_equal(found.name, name);
}

static void test_file(void **state) {
    (void)state;
    zone_file file = make_file('2', 0, "\nCET-1CEST,M3.5.0,M10.5.0/3\n");
    expect_file(&file, -5, 3208, "LMT");
    expect_file(&file, 999999, 3208, "LMT");
    expect_file(&file, 1000000, 3600, "CET"); /* from the last transition on the footer rules */
    expect_file(&file, at(2026, 7, 1, 0, 0), 7200, "CEST");
    file = make_file('3', 0, "\n\n"); /* no rule: what was last stays */
    expect_file(&file, at(2026, 7, 1, 0, 0), 3600, "CET");
    file = make_file('\0', 0, ""); /* version 1 has one block and no footer */
    expect_file(&file, 999999, 3208, "LMT");
    expect_file(&file, at(2026, 7, 1, 0, 0), 3600, "CET");
}

static void test_file_malformed(void **state) {
    tci_zone_time found;
    (void)state;
    zone_file good = make_file('2', 0, "\nCET-1\n"), file = good;
    for (file.len = 0; file.len < good.len; file.len++)
        assert_false(read_at(&file, 2000000, &found));
    file = make_file('2', 1, "\nCET-1\n"); /* counts leap seconds */
    assert_false(read_at(&file, 0, &found));
    file = make_file('2', 0, "\nnonsense\n");
    assert_true(read_at(&file, 0, &found));
    assert_false(read_at(&file, 2000000, &found));
    file = good;
    file.bytes[0] = 'X';
    assert_false(read_at(&file, 0, &found));
    for (size_t at_byte = 0; at_byte < good.len; at_byte++) { /* never outside its bytes */
        for (int bit = 0; bit < 8; bit++) {
            file = good;
            file.bytes[at_byte] ^= (uint8_t)(1 << bit);
            uint8_t *exact = malloc(file.len);
            assert_non_null(exact);
            memcpy(exact, file.bytes, file.len);
            tci_zone_read(tci_slice_of(exact, file.len), 0, &found);
            tci_zone_read(tci_slice_of(exact, file.len), 2000000, &found);
            free(exact);
        }
    }
}

/* Zones that this machine may lack are UTC, and say so. */
static void test_unknown_zone_is_utc(void **state) {
    static const char *const NAMES[] = {"",           "Mars/Olympus", "../../../etc/passwd",
                                        "/etc/hosts", "Europe/",      "Europe",
                                        "a//b",       "tzdata.zi",    "Europe/Ber\nlin"};
    tci_local_time found;
    (void)state;
    for (size_t i = 0; i < TCI_COUNT(NAMES); i++) {
        assert_true(tci_local_time_of(at(2026, 7, 1, 19, 30) * 1000 + 999, NAMES[i], &found));
        assert_string_equal(found.stamp, "2026-07-01T19:30:00Z");
        assert_string_equal(found.date, "2026-07-01");
        assert_string_equal(found.time, "19:30");
        assert_string_equal(found.zone, "UTC");
    }
    assert_true(tci_local_time_of(-1, "", &found));
    assert_string_equal(found.stamp, "1969-12-31T23:59:59Z");
    assert_false(tci_local_time_of(INT64_MAX, "", &found));
    assert_false(tci_local_time_of(INT64_MIN, "", &found));
    assert_false(tci_local_time_of(at(10000, 1, 1, 0, 0) * 1000, "", &found));
}

static void expect_local(int64_t seconds, const char *zone, const char *stamp, const char *name) {
    tci_local_time found;
    assert_true(tci_local_time_of(seconds * 1000, zone, &found));
    assert_string_equal(found.stamp, stamp);
    assert_string_equal(found.zone, name);
}

static bool has_zones(void) {
    return access("/usr/share/zoneinfo/Europe/Berlin", R_OK) == 0;
}

static void test_local_time(void **state) {
    (void)state;
    if (!has_zones()) skip();
    expect_local(at(2026, 7, 1, 19, 30), "Europe/Berlin",
                 "2026-07-01T21:30:00+02:00[Europe/Berlin]", "CEST");
    expect_local(at(2026, 12, 31, 23, 30), "Europe/Berlin",
                 "2027-01-01T00:30:00+01:00[Europe/Berlin]", "CET");
    expect_local(at(2026, 1, 1, 1, 0), "America/New_York",
                 "2025-12-31T20:00:00-05:00[America/New_York]", "EST");
    expect_local(at(2026, 1, 1, 1, 0), "Asia/Kathmandu",
                 "2026-01-01T06:45:00+05:45[Asia/Kathmandu]", "UTC+05:45");
}

/* The C library reads the same files; so do we. */
static void test_against_the_c_library(void **state) {
    static const char *const ZONES[] = {
        "Europe/Berlin", "Europe/Dublin",     "Europe/London",    "America/New_York",
        "America/Nuuk",  "America/St_Johns",  "Asia/Kathmandu",   "Asia/Tehran",
        "Asia/Gaza",     "Africa/Casablanca", "Australia/Sydney", "Australia/Lord_Howe",
        "Pacific/Apia",  "Pacific/Chatham",   "Antarctica/Troll", "UTC"};
    (void)state;
    if (!has_zones()) skip();
    uint64_t random = 42;
    for (size_t i = 0; i < TCI_COUNT(ZONES); i++) {
        setenv("TZ", ZONES[i], 1); /* the test's own process, one thread */
        tzset();
        for (int n = 0; n < 3000; n++) {
            random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
            time_t seconds = (time_t)(random >> 30) % 4102444800; /* 1970 … 2099 */
            struct tm parts;
            char wanted[64], got[64];
            tci_local_time found;
            assert_non_null(localtime_r(&seconds, &parts));
            if (parts.tm_gmtoff % 60 != 0) continue;
            assert_true(tci_local_time_of((int64_t)seconds * 1000, ZONES[i], &found));
            strftime(wanted, sizeof wanted, "%Y-%m-%d %H:%M", &parts);
            snprintf(got, sizeof got, "%s %s", found.date, found.time);
            if (strcmp(wanted, got) != 0)
                fail_msg("%s, %lld: %s, not %s", ZONES[i], (long long)seconds, got, wanted);
        }
    }
    unsetenv("TZ");
    tzset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_rule_without_daylight),
        cmocka_unit_test(test_rule_edges_of_the_north),
        cmocka_unit_test(test_rule_edges_of_the_south),
        cmocka_unit_test(test_rule_that_counts_backward),
        cmocka_unit_test(test_rule_on_other_days),
        cmocka_unit_test(test_rule_malformed),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_file_malformed),
        cmocka_unit_test(test_unknown_zone_is_utc),
        cmocka_unit_test(test_local_time),
        cmocka_unit_test(test_against_the_c_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
