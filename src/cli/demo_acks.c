/* What the buyers write down outside the store: one append-only journal a buyer process place, kept
 * by all who ever fill it. A line is written before a request goes out (what is wanted, under which
 * request id) and right after its acknowledgement came; a kill may cut the last line off, and the
 * closing mark shows it. The audit holds the store to these lines; a successor takes up from them
 * what the dead one had begun. */
#include "demo.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 1024 };

struct demo_journal {
    int fd;
};

static bool journal_path(char *path, const char *books, uint32_t slot) {
    char name[32];
    (void)snprintf(name, sizeof name, "buyers-%u.log", slot);
    return demo_path(path, books, name);
}

demo_journal *demo_journal_open(const char *books, uint32_t slot) {
    char path[DEMO_PATH_MAX];
    demo_journal *journal = malloc(sizeof *journal);
    if (!journal || !journal_path(path, books, slot)) {
        free(journal);
        return NULL;
    }
    journal->fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    /* The predecessor's last line may lack its end: begin a new one. */
    if (journal->fd < 0 || write(journal->fd, "\n", 1) != 1) {
        fprintf(stderr, "demo: cannot write %s: %s\n", path, strerror(errno));
        if (journal->fd >= 0) close(journal->fd);
        free(journal);
        return NULL;
    }
    return journal;
}

void demo_journal_close(demo_journal *journal) {
    if (!journal) return;
    close(journal->fd);
    free(journal);
}

/* One write(2) a line: other threads' lines cannot come between, and what was written survives the
 * process. A buyer that cannot keep its journal must not go on: the audit would blame the store. */
void demo_journal_write(demo_journal *journal, uint64_t journey, const char *format, ...) {
    char line[LINE_MAX_BYTES];
    int length = snprintf(line, sizeof line, "%" PRId64 " %" PRIu64 " ", demo_clock_us(), journey);
    va_list arguments;
    va_start(arguments, format);
    length += vsnprintf(line + length, sizeof line - (size_t)length, format, arguments);
    va_end(arguments);
    bool good = length > 0 && (size_t)length + 4 < sizeof line;
    if (good) {
        length += snprintf(line + length, sizeof line - (size_t)length, " ;\n");
        good = write(journal->fd, line, (size_t)length) == length;
    }
    if (!good) {
        fprintf(stderr, "demo: a buyer's journal cannot be written: %s\n", strerror(errno));
        _exit(4);
    }
}

/* ---- reading ---- */

/* The words of one line, taken one after the other; `good` turns false at the first bad one. */
typedef struct words {
    char *at;
    bool good;
} words;

static const char *next_word(words *w) {
    while (*w->at == ' ') w->at++;
    char *begin = w->at;
    while (*w->at && *w->at != ' ') w->at++;
    if (*w->at) *w->at++ = '\0';
    if (!*begin) w->good = false;
    return begin;
}

static uint64_t next_number(words *w) {
    const char *word = next_word(w);
    char *end;
    errno = 0;
    uint64_t number = strtoull(word, &end, 10);
    if (*end || errno) w->good = false;
    return number;
}

static uint32_t next_small(words *w, uint32_t most) {
    uint64_t number = next_number(w);
    if (number > most) w->good = false;
    return w->good ? (uint32_t)number : 0;
}

static void next_bytes(words *w, uint8_t bytes[16]) {
    const char *word = next_word(w);
    if (strlen(word) != 32) w->good = false;
    if (!w->good || !demo_hex_read(word, bytes)) w->good = false;
}

static void read_want(words *w, demo_journey *journey) {
    demo_wish *wish = &journey->wish;
    next_bytes(w, wish->hold_id.bytes);
    wish->kind = next_word(w)[0];
    wish->quantity = next_small(w, DEMO_WISH_MAX);
    wish->category = next_small(w, UINT32_MAX);
    wish->pool = next_small(w, UINT32_MAX);
    wish->seats_count = next_small(w, DEMO_WISH_MAX);
    for (uint32_t i = 0; w->good && i < wish->seats_count; i++) {
        wish->seats[i].seat = next_small(w, UINT32_MAX);
        wish->seats[i].version = next_small(w, UINT32_MAX);
    }
    journey->stage = DEMO_WANTED;
}

static void read_held(words *w, demo_journey *journey) {
    journey->hold = next_number(w);
    next_bytes(w, journey->hold_secret.bytes);
    journey->held_count = next_small(w, DEMO_WISH_MAX);
    for (uint32_t i = 0; w->good && i < journey->held_count; i++)
        journey->held[i] = next_small(w, UINT32_MAX);
    journey->stage = DEMO_HELD;
}

static void read_order(words *w, demo_journey *journey) {
    demo_wish *wish = &journey->wish;
    next_bytes(w, wish->order_id.bytes);
    journey->expected_minor = (int64_t)next_number(w);
    wish->types_count = next_small(w, DEMO_WISH_MAX);
    for (uint32_t i = 0; w->good && i < wish->types_count; i++)
        wish->types[i] = next_small(w, UINT32_MAX);
    journey->stage = DEMO_ORDERING;
}

static void read_ordered(words *w, demo_journey *journey) {
    journey->order = next_number(w);
    next_bytes(w, journey->order_secret.bytes);
    journey->total_minor = (int64_t)next_number(w);
    journey->stage = DEMO_ORDERED;
}

static void read_confirmed(words *w, demo_journey *journey) {
    journey->tickets = next_small(w, UINT32_MAX);
    journey->sold_count = next_small(w, DEMO_WISH_MAX);
    for (uint32_t i = 0; w->good && i < journey->sold_count; i++)
        journey->sold[i] = next_small(w, UINT32_MAX);
    journey->stage = DEMO_CONFIRMED;
}

static void read_refund(words *w, demo_journey *journey) {
    next_bytes(w, journey->refund_id.bytes);
    journey->refund_ticket = next_number(w);
    journey->refund_seat = next_small(w, UINT32_MAX);
    journey->stage = DEMO_REFUNDING;
}

/* What a line says, by its third word. */
static const struct {
    const char *word;
    void (*read)(words *w, demo_journey *journey);
} LINES[] = {
    {"want", read_want},       {"held", read_held},           {"order", read_order},
    {"ordered", read_ordered}, {"confirmed", read_confirmed}, {"refund", read_refund},
};

/* Journeys by id while a record is read: open addressing, the place + 1. */
typedef struct journey_table {
    uint32_t *places;
    size_t mask;
} journey_table;

static demo_journey *find_journey(demo_record *record, journey_table *finder, size_t *capacity,
                                  uint64_t id) {
    size_t at = (size_t)(id * 0x9E3779B97F4A7C15u >> 20) & finder->mask;
    while (finder->places[at]) {
        demo_journey *journey = &record->journeys[finder->places[at] - 1];
        if (journey->id == id) return journey;
        at = (at + 1) & finder->mask;
    }
    if (record->count == *capacity) {
        size_t more = *capacity ? *capacity * 2 : 1024;
        demo_journey *journeys = realloc(record->journeys, more * sizeof *journeys);
        if (!journeys) return NULL;
        record->journeys = journeys;
        *capacity = more;
    }
    demo_journey *journey = &record->journeys[record->count++];
    memset(journey, 0, sizeof *journey);
    journey->id = id;
    finder->places[at] = (uint32_t)record->count;
    return journey;
}

/* Take one line into its journey. A line without its closing mark, or with a bad word, was cut off
 * by a kill: its writer had no answer yet, or did not tell anybody about it. */
static bool take_line(demo_record *record, journey_table *finder, size_t *capacity, char *line) {
    size_t length = strlen(line);
    if (length == 0) return true;
    if (length < 2 || strcmp(line + length - 2, " ;") != 0) {
        record->torn++;
        return true;
    }
    line[length - 2] = '\0';
    words w = {line, true};
    int64_t at_us = (int64_t)next_number(&w);
    uint64_t id = next_number(&w);
    const char *what = next_word(&w);
    if (!w.good) {
        record->torn++;
        return true;
    }
    demo_journey *journey = find_journey(record, finder, capacity, id);
    if (!journey) return false;
    demo_journey before = *journey;
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++)
        if (!strcmp(what, LINES[i].word)) LINES[i].read(&w, journey);
    if (!strcmp(what, "confirmed")) journey->confirmed_at_us = at_us;
    if (!strcmp(what, "refund")) journey->refund_at_us = at_us;
    if (!strcmp(what, "refunded")) {
        journey->refund_minor = (int64_t)next_number(&w);
        journey->stage = DEMO_REFUNDED;
    }
    if (!strcmp(what, "released")) journey->released = true;
    if (!strcmp(what, "over")) journey->over = true;
    if (!strcmp(what, "resumed")) journey->resumed = true;
    if (!w.good) {
        *journey = before;
        record->torn++;
    }
    return true;
}

bool demo_record_read(const char *books, uint32_t slot, demo_record *record) {
    memset(record, 0, sizeof *record);
    char path[DEMO_PATH_MAX];
    size_t length = 0;
    if (!journal_path(path, books, slot)) return false;
    char *text = demo_read_file(path, &length);
    if (!text) return errno == ENOENT;
    /* A journey has at least a line of 40 bytes, so the table is never more than half full. */
    journey_table finder = {NULL, 1023};
    while (finder.mask < length / 16) finder.mask = finder.mask * 2 + 1;
    finder.places = calloc(finder.mask + 1, sizeof *finder.places);
    size_t capacity = 0;
    bool good = finder.places != NULL;
    char *rest = text;
    char *line;
    while (good && (line = strsep(&rest, "\n")) != NULL)
        good = take_line(record, &finder, &capacity, line);
    free(finder.places);
    free(text);
    if (!good) demo_record_free(record);
    return good;
}

void demo_record_free(demo_record *record) {
    free(record->journeys);
    memset(record, 0, sizeof *record);
}
