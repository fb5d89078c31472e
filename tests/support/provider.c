/* The simulated provider of provider.h. Every effect is one line of its books, written under the
 * file's lock after reading what other processes wrote; a line that a kill cut off lacks its end
 * and counts as never written. A command's idempotency key decides: seen keys get their old
 * outcome. */
#include "provider.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_ROOM = 256, READ_ROOM = 65536 };

/* One command as it was carried out. */
typedef struct operation {
    uint8_t key[16];
    uint32_t kind;
    uint32_t outcome; /* TC_OUTCOME_DONE or TC_OUTCOME_DECLINED */
} operation;

/* A growing array found by a 64-bit key: places + 1 in an open table, 0 empty. */
typedef struct table {
    void *entries;
    size_t size, count, room;
    uint32_t *places;
    size_t mask;
} table;

struct provider {
    provider_options options;
    int fd;               /* -1: memory */
    off_t read_to;        /* how far the books were read */
    char rest[LINE_ROOM]; /* a line whose end was not read yet */
    size_t rest_used;
    table operations, payments;
    uint64_t complaints;
    uint64_t random;
    struct {
        uint32_t kind;
        provider_behaviour behaviour;
    } script[PROVIDER_SCRIPT_MAX];
    size_t script_count;
};

/* ---- tables ---- */

static uint64_t key_of(const uint8_t key[16]) {
    uint64_t first, second;
    memcpy(&first, key, 8);
    memcpy(&second, key + 8, 8);
    return first ^ second;
}

static uint64_t spread(uint64_t key) {
    return (key * UINT64_C(0x9E3779B97F4A7C15)) >> 16;
}

typedef bool same_function(const void *entry, const void *key);

static void *table_find(const table *t, uint64_t hash, same_function *same, const void *key) {
    if (!t->places) return NULL;
    for (size_t at = spread(hash) & t->mask; t->places[at]; at = (at + 1) & t->mask) {
        char *entry = (char *)t->entries + (t->places[at] - 1) * t->size;
        if (same(entry, key)) return entry;
    }
    return NULL;
}

static bool table_grow(table *t, uint64_t (*hash_of)(const void *entry)) {
    size_t room = t->room ? t->room * 2 : 256;
    void *entries = realloc(t->entries, room * t->size);
    uint32_t *places = entries ? calloc(room * 2, sizeof *places) : NULL;
    if (entries) t->entries = entries;
    if (!places) return false;
    free(t->places);
    t->places = places;
    t->room = room;
    t->mask = room * 2 - 1;
    for (size_t i = 0; i < t->count; i++) {
        size_t at = spread(hash_of((char *)t->entries + i * t->size)) & t->mask;
        while (t->places[at]) at = (at + 1) & t->mask;
        t->places[at] = (uint32_t)i + 1;
    }
    return true;
}

static void *table_add(table *t, uint64_t hash, uint64_t (*hash_of)(const void *entry)) {
    if (t->count == t->room && !table_grow(t, hash_of)) return NULL;
    size_t at = spread(hash) & t->mask;
    while (t->places[at]) at = (at + 1) & t->mask;
    void *entry = (char *)t->entries + t->count * t->size;
    memset(entry, 0, t->size);
    t->places[at] = (uint32_t)++t->count;
    return entry;
}

static bool same_operation(const void *entry, const void *key) {
    return memcmp(((const operation *)entry)->key, key, 16) == 0;
}

static uint64_t hash_operation(const void *entry) {
    return key_of(((const operation *)entry)->key);
}

static bool same_payment(const void *entry, const void *key) {
    return ((const provider_payment *)entry)->payment == *(const uint64_t *)key;
}

static uint64_t hash_payment(const void *entry) {
    return ((const provider_payment *)entry)->payment;
}

/* ---- the books ---- */

/* A line: what was asked, for what, and how it ended. */
typedef struct entry {
    operation operation;
    uint64_t order, payment;
    int64_t amount_minor;
    char currency[4];
} entry;

/* Take an effect into the tables. */
static bool take_entry(provider *p, const entry *e) {
    const operation *op = &e->operation;
    if (table_find(&p->operations, key_of(op->key), same_operation, op->key)) return true;
    operation *kept = table_add(&p->operations, key_of(op->key), hash_operation);
    if (!kept) return false;
    *kept = *op;
    provider_payment *payment = table_find(&p->payments, e->payment, same_payment, &e->payment);
    if (!payment) {
        payment = table_add(&p->payments, e->payment, hash_payment);
        if (!payment) return false;
        payment->order = e->order;
        payment->payment = e->payment;
        memcpy(payment->currency, e->currency, sizeof payment->currency);
    }
    if (op->outcome != TC_OUTCOME_DONE) return true;
    switch (op->kind) {
    case TC_PAYMENT_AUTHORISE: payment->authorised_minor += e->amount_minor; break;
    case TC_PAYMENT_CAPTURE: payment->captured_minor += e->amount_minor; break;
    case TC_PAYMENT_CHARGE:
        payment->authorised_minor += e->amount_minor;
        payment->captured_minor += e->amount_minor;
        break;
    case TC_PAYMENT_VOID: payment->voided = true; break;
    case TC_PAYMENT_REFUND: payment->refunded_minor += e->amount_minor; break;
    default: break;
    }
    return true;
}

/* The next word of a line as a number; false: it is none. */
static bool next_number(char **at, int64_t *number) {
    char *end;
    errno = 0;
    *number = strtoll(*at, &end, 10);
    if (errno || end == *at || *end != ' ') return false;
    *at = end + 1;
    return true;
}

static bool read_key(char **at, uint8_t key[16]) {
    static const char DIGITS[] = "0123456789abcdef";
    for (int i = 0; i < 32; i++) {
        const char *digit = **at ? strchr(DIGITS, **at) : NULL;
        if (!digit) return false;
        int value = (int)(digit - DIGITS);
        key[i / 2] = (uint8_t)(i % 2 ? key[i / 2] | value : value << 4);
        ++*at;
    }
    return *(*at)++ == ' ';
}

/* False: a kill cut the line off. */
static bool parse_line(char *line, entry *e) {
    int64_t number[5];
    memset(e, 0, sizeof *e);
    if (!read_key(&line, e->operation.key)) return false;
    for (int i = 0; i < 5; i++)
        if (!next_number(&line, &number[i])) return false;
    if (strlen(line) != 5 || strcmp(line + 3, " ;") != 0) return false;
    e->operation.kind = (uint32_t)number[0];
    e->operation.outcome = (uint32_t)number[1];
    e->order = (uint64_t)number[2];
    e->payment = (uint64_t)number[3];
    e->amount_minor = number[4];
    memcpy(e->currency, line, 3);
    return true;
}

static bool read_line(provider *p, char *line) {
    entry e;
    if (strcmp(line, "complaint ;") != 0) return !parse_line(line, &e) || take_entry(p, &e);
    p->complaints++;
    return true;
}

/* Read what was written since; under the lock, or by somebody who only looks. */
static bool read_books(provider *p) {
    if (p->fd < 0) return true;
    char room[READ_ROOM];
    for (;;) {
        ssize_t got = pread(p->fd, room, sizeof room, p->read_to);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        p->read_to += got;
        for (ssize_t i = 0; i < got; i++) {
            if (room[i] != '\n') {
                if (p->rest_used < LINE_ROOM - 1) p->rest[p->rest_used++] = room[i];
                continue;
            }
            p->rest[p->rest_used] = '\0';
            p->rest_used = 0;
            if (!read_line(p, p->rest)) return false;
        }
    }
}

static bool lock_books(const provider *p, short type) {
    if (p->fd < 0) return true;
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET};
    int answer;
    do answer = fcntl(p->fd, F_SETLKW, &lock);
    while (answer < 0 && errno == EINTR);
    return answer == 0;
}

static bool write_line(provider *p, const char *line, int length) {
    if (p->fd < 0) return true;
    /* A killed writer may have left half a line: end it first. */
    const char *begin = p->rest_used ? "\n" : "";
    char whole[LINE_ROOM + 2];
    int total = snprintf(whole, sizeof whole, "%s%.*s", begin, length, line);
    if (write(p->fd, whole, (size_t)total) != total) return false;
    return read_books(p);
}

static bool enter(provider *p, const entry *e) {
    char line[LINE_ROOM], key[33];
    for (int i = 0; i < 16; i++) (void)snprintf(key + 2 * i, 3, "%02x", e->operation.key[i]);
    int length = snprintf(line, sizeof line,
                          "%s %" PRIu32 " %" PRIu32 " %" PRIu64 " %" PRIu64 " %" PRId64 " %s ;\n",
                          key, e->operation.kind, e->operation.outcome, e->order, e->payment,
                          e->amount_minor, e->currency);
    if (!write_line(p, line, length)) return false;
    return p->fd >= 0 || take_entry(p, e);
}

static bool complain(provider *p) {
    static const char line[] = "complaint ;\n";
    if (p->fd < 0) p->complaints++;
    return write_line(p, line, (int)sizeof line - 1);
}

/* ---- opening ---- */

provider *provider_open(const provider_options *options) {
    provider *p = calloc(1, sizeof *p);
    if (!p) return NULL;
    p->options = *options;
    p->options.books = NULL; /* the text is the caller's */
    p->random = options->seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
    p->operations.size = sizeof(operation);
    p->payments.size = sizeof(provider_payment);
    p->fd = -1;
    if (options->books) {
        p->fd = open(options->books, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (p->fd < 0 || !read_books(p)) {
            int failure = errno;
            provider_close(p);
            errno = failure;
            return NULL;
        }
    }
    return p;
}

void provider_close(provider *p) {
    if (!p) return;
    if (p->fd >= 0) close(p->fd);
    free(p->operations.entries);
    free(p->operations.places);
    free(p->payments.entries);
    free(p->payments.places);
    free(p);
}

/* ---- moods ---- */

static uint32_t chance(provider *p, uint32_t below) {
    p->random ^= p->random << 13;
    p->random ^= p->random >> 7;
    p->random ^= p->random << 17;
    return (uint32_t)(p->random >> 11) % below;
}

void provider_script(provider *p, uint32_t kind, provider_behaviour behaviour) {
    if (p->script_count == PROVIDER_SCRIPT_MAX) return;
    p->script[p->script_count].kind = kind;
    p->script[p->script_count++].behaviour = behaviour;
}

static provider_behaviour choose(provider *p, uint32_t kind) {
    for (size_t i = 0; i < p->script_count; i++) {
        if (p->script[i].kind != kind) continue;
        provider_behaviour behaviour = p->script[i].behaviour;
        memmove(&p->script[i], &p->script[i + 1], (p->script_count - i - 1) * sizeof p->script[0]);
        p->script_count--;
        return behaviour;
    }
    uint32_t dice = chance(p, 1000), sum = 0;
    for (int b = PROVIDER_GOOD + 1; kind < PROVIDER_KINDS && b < PROVIDER_BEHAVIOURS; b++) {
        sum += p->options.permille[kind][b];
        if (dice < sum) return (provider_behaviour)b;
    }
    return PROVIDER_GOOD;
}

void provider_recover(provider *p) {
    memset(p->options.permille, 0, sizeof p->options.permille);
}

static int64_t lateness(provider *p) {
    int64_t span = p->options.late_most_ms - p->options.late_least_ms;
    return p->options.late_least_ms + (span > 0 ? (int64_t)chance(p, (uint32_t)span + 1) : 0);
}

/* ---- carrying out ---- */

/* What stands against a command in the books; such commands are complained about and refused. */
static bool is_unsound(const provider_payment *payment, const tc_payment_command *command) {
    int64_t amount = command->amount_minor;
    if (amount <= 0) return true;
    switch (command->kind) {
    case TC_PAYMENT_AUTHORISE:
    case TC_PAYMENT_CHARGE: return payment && payment->authorised_minor > 0;
    case TC_PAYMENT_CAPTURE:
        return !payment || payment->voided ||
               payment->captured_minor + amount > payment->authorised_minor;
    case TC_PAYMENT_VOID:
        return !payment || payment->authorised_minor == 0 || payment->captured_minor > 0;
    case TC_PAYMENT_REFUND:
        return !payment || payment->refunded_minor + amount > payment->captured_minor;
    default: return true;
    }
}

/* Do it, or find what was done under this key. Answers the outcome; 0: the books failed. */
static uint32_t settle(provider *p, const tc_payment_command *command, bool decline) {
    const uint8_t *key = command->idempotency_key;
    const operation *known = table_find(&p->operations, key_of(key), same_operation, key);
    if (known) return known->outcome;
    if (command->kind == TC_PAYMENT_QUERY) return TC_OUTCOME_ABSENT;
    const provider_payment *payment = provider_payment_of(p, command->payment);
    if (!decline && is_unsound(payment, command)) {
        decline = true;
        if (!complain(p)) return 0;
    }
    entry e = {.order = command->order,
               .payment = command->payment,
               .amount_minor = command->amount_minor,
               .operation = {.kind = command->kind,
                             .outcome = decline ? TC_OUTCOME_DECLINED : TC_OUTCOME_DONE}};
    memcpy(e.operation.key, key, 16);
    memcpy(e.currency, command->currency, 3);
    return enter(p, &e) ? e.operation.outcome : 0;
}

static uint32_t event_of(uint32_t kind, bool done) {
    static const uint8_t EVENTS[PROVIDER_KINDS][2] = {
        [TC_PAYMENT_AUTHORISE] = {TC_PAYMENT_EVENT_DECLINED, TC_PAYMENT_EVENT_AUTHORISED},
        [TC_PAYMENT_CAPTURE] = {TC_PAYMENT_EVENT_CAPTURE_FAILED, TC_PAYMENT_EVENT_CAPTURED},
        [TC_PAYMENT_VOID] = {TC_PAYMENT_EVENT_VOID_FAILED, TC_PAYMENT_EVENT_VOIDED},
        [TC_PAYMENT_REFUND] = {TC_PAYMENT_EVENT_REFUND_FAILED, TC_PAYMENT_EVENT_REFUNDED},
        [TC_PAYMENT_CHARGE] = {TC_PAYMENT_EVENT_DECLINED, TC_PAYMENT_EVENT_CAPTURED},
    };
    return kind < PROVIDER_KINDS ? EVENTS[kind][done] : 0;
}

/* How often and when answer and event of a behaviour come. */
static void shape(provider *p, provider_behaviour behaviour, provider_reply *reply) {
    static const struct {
        uint8_t answers, events;
        bool answer_late, event_late;
    } SHAPES[PROVIDER_BEHAVIOURS] = {
        [PROVIDER_GOOD] = {1, 0, false, false},       [PROVIDER_DECLINE] = {1, 0, false, false},
        [PROVIDER_BUSY] = {1, 0, false, false},       [PROVIDER_DEAF] = {0, 0, false, false},
        [PROVIDER_MUTE] = {0, 0, false, false},       [PROVIDER_TWICE] = {2, 2, false, true},
        [PROVIDER_LATE] = {1, 1, true, true},         [PROVIDER_EVENT] = {0, 1, false, true},
        [PROVIDER_EVENT_FIRST] = {1, 1, true, false},
    };
    reply->answers = SHAPES[behaviour].answers;
    reply->events = SHAPES[behaviour].events;
    if (SHAPES[behaviour].answer_late) reply->answer_after_ms = lateness(p);
    if (SHAPES[behaviour].event_late) reply->event_after_ms = lateness(p);
}

static void describe(const tc_payment_command *command, provider_reply *reply) {
    bool done = reply->outcome == TC_OUTCOME_DONE;
    reply->amount_minor = command->amount_minor;
    memcpy(reply->currency, command->currency, sizeof reply->currency);
    memcpy(reply->idempotency_key, command->idempotency_key, 16);
    (void)snprintf(reply->reference, sizeof reply->reference, "pay_%" PRIu64, command->payment);
    reply->event_kind = event_of(command->kind, done);
    if (reply->event_kind == 0) reply->events = 0;
    (void)snprintf(reply->event_id, sizeof reply->event_id, "evt_%" PRIu64 "_%u", command->command,
                   reply->event_kind);
}

bool provider_do(provider *p, const tc_payment_command *command, provider_reply *reply) {
    provider_behaviour behaviour = choose(p, command->kind);
    memset(reply, 0, sizeof *reply);
    if (!lock_books(p, F_WRLCK)) return false;
    bool good = read_books(p);
    if (good && behaviour == PROVIDER_BUSY) {
        /* Busy with a command it already carried out would be a lie that costs money. */
        const uint8_t *key = command->idempotency_key;
        bool known = table_find(&p->operations, key_of(key), same_operation, key) != NULL;
        if (known && command->kind != TC_PAYMENT_QUERY) behaviour = PROVIDER_GOOD;
        else reply->outcome = TC_OUTCOME_FAILED;
    }
    if (good && behaviour != PROVIDER_BUSY && behaviour != PROVIDER_DEAF) {
        reply->outcome = settle(p, command, behaviour == PROVIDER_DECLINE);
        good = reply->outcome != 0;
    }
    good = lock_books(p, F_UNLCK) && good;
    shape(p, behaviour, reply);
    describe(command, reply);
    if (reply->answers == 0) reply->outcome = 0;
    return good;
}

void provider_fill_answer(const provider_reply *reply, const tc_payment_command *command,
                          tc_payment_answer_request *request) {
    *request = (tc_payment_answer_request)TC_PAYMENT_ANSWER_REQUEST_INIT;
    request->command = command->command;
    request->attempt = command->attempt;
    request->outcome = reply->outcome ? reply->outcome : (uint32_t)TC_OUTCOME_UNKNOWN;
    if (request->outcome != TC_OUTCOME_DONE) return;
    request->amount_minor = reply->amount_minor;
    memcpy(request->currency, reply->currency, sizeof request->currency);
    request->reference = reply->reference;
}

void provider_fill_event(const provider_reply *reply, tc_payment_event_request *request) {
    *request = (tc_payment_event_request)TC_PAYMENT_EVENT_REQUEST_INIT;
    request->event_id = reply->event_id;
    request->kind = reply->event_kind;
    request->amount_minor = reply->amount_minor;
    memcpy(request->currency, reply->currency, sizeof request->currency);
    memcpy(request->idempotency_key, reply->idempotency_key, 16);
}

/* ---- looking ---- */

size_t provider_payments(provider *p) {
    (void)read_books(p);
    return p->payments.count;
}

const provider_payment *provider_payment_at(const provider *p, size_t n) {
    return n < p->payments.count ? (const provider_payment *)p->payments.entries + n : NULL;
}

const provider_payment *provider_payment_of(const provider *p, uint64_t payment) {
    return table_find(&p->payments, payment, same_payment, &payment);
}

uint64_t provider_complaints(const provider *p) {
    return p->complaints;
}
