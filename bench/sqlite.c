/* SQLite as a subject: a write-ahead log, synchronous FULL (durable) or NORMAL (relaxed), prepared
 * statements, one connection behind a lock, which is faster than a connection a client that waits
 * for the others' locks. A call's operations are one transaction. */
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

enum {
    TAKE,
    HOLD,
    SELL,
    ORDER,
    MESSAGE,
    SOLD,
    SCAN,
    SCANNED,
    LEASE,
    SENT,
    BEST,
    FREE,
    GIVE_BACK,
    EXPIRE,
    READ,
    FEED,
    STATEMENTS
};

static const char *const TEXTS[STATEMENTS] = {
    [TAKE] = "UPDATE seats SET state = 1, version = version + 1, hold = ?1, until = ?2 "
             "WHERE event = ?3 AND seat IN (?4, ?4 + 1) AND state = 0 AND (?5 = 0 OR version = ?5)",
    [HOLD] = "INSERT INTO holds (id, event, owner, until, state) VALUES (?1, ?2, 'buyer', ?3, 1)",
    [SELL] = "UPDATE seats SET state = 2, version = version + 1 "
             "WHERE event = ?1 AND seat IN (?2, ?2 + 1) AND state = 1 AND hold = ?3",
    [ORDER] = "INSERT INTO orders (id, hold, event, buyer, minor) "
              "VALUES (?1, ?1, ?2, 'buyer@example.org', 10000)",
    [MESSAGE] = "INSERT INTO outbox (orderid, channel, address, state) "
                "VALUES (?1, 1, 'buyer@example.org', 0)",
    [SOLD] = "UPDATE holds SET state = 2 WHERE id = ?1",
    [SCAN] = "UPDATE tickets SET used = 1000, gate = 1 WHERE id = ?1 AND event = ?2 AND used IS "
             "NULL",
    [SCANNED] = "INSERT INTO scans (ticket, gate, at) VALUES (?1, 1, 1000)",
    [LEASE] = "UPDATE outbox SET state = 1 WHERE id IN (SELECT id FROM outbox INDEXED BY waiting "
              "WHERE state = 0 ORDER BY id LIMIT ?1) RETURNING id",
    [SENT] = "UPDATE outbox SET state = 2 WHERE id = ?1 AND state = 1",
    /* Pairs that begin at an odd seat are left out, in its favour. */
    [BEST] = "SELECT seat FROM seats WHERE event = ?1 AND state = 0 AND seat % 2 = 0 "
             "ORDER BY seat LIMIT 1",
    [FREE] = "UPDATE seats SET state = 0, version = version + 1, hold = 0 WHERE event = ?1 AND "
             "seat IN (?2, ?2 + 1) AND hold = ?3",
    [GIVE_BACK] = "SELECT id, event FROM holds WHERE state = 1 AND until < 600000 "
                  "ORDER BY until LIMIT ?1",
    [EXPIRE] = "UPDATE holds SET state = 3 WHERE id = ?1",
    [READ] = "SELECT seat, state, version FROM seats WHERE event = ?1 ORDER BY seat",
    [FEED] = "SELECT id, event, owner, until, state FROM holds WHERE id > ?1 ORDER BY id LIMIT 100",
};

static const char SCHEMA[] =
    "CREATE TABLE seats (event INTEGER, seat INTEGER, version INTEGER, state INTEGER,"
    " hold INTEGER, until INTEGER, PRIMARY KEY (event, seat)) WITHOUT ROWID;"
    "CREATE TABLE holds (id INTEGER PRIMARY KEY, event INTEGER, owner TEXT, until INTEGER,"
    " state INTEGER);"
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, hold INTEGER, event INTEGER, buyer TEXT,"
    " minor INTEGER);"
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, orderid INTEGER, channel INTEGER,"
    " address TEXT, state INTEGER);"
    "CREATE INDEX waiting ON outbox (id) WHERE state = 0;"
    "CREATE TABLE tickets (id INTEGER PRIMARY KEY, event INTEGER, used INTEGER, gate INTEGER);"
    "CREATE TABLE scans (id INTEGER PRIMARY KEY, ticket INTEGER, gate INTEGER, at INTEGER);";

/* What a job needs, told the number of its operations. */
static const char *const PREPARED[BENCH_JOBS] = {
    [BENCH_GATE] = "INSERT INTO tickets WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                   "FROM n WHERE i < %llu) SELECT i, (i - 1) / 50000, NULL, NULL FROM n",
    [BENCH_OUTBOX] = "INSERT INTO outbox WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                     "FROM n WHERE i < %llu) SELECT i, i, 1, 'b' || i || '@example.org', 0 FROM n",
    [BENCH_BEST] = "CREATE INDEX fronts ON seats (event, seat) WHERE state = 0 AND seat % 2 = 0",
    [BENCH_EXPIRY] = "INSERT INTO holds WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                     "FROM n WHERE i < %llu) SELECT i, (i - 1) / 25000, 'buyer', 1000 + i, 1 FROM "
                     "n;"
                     "UPDATE seats SET state = 1, version = 2, hold = event * 25000 + seat / 2 + 1;"
                     "CREATE INDEX ends ON holds (until) WHERE state = 1",
    [BENCH_READ_SEATS] = "UPDATE seats SET state = 2, version = 3, hold = seat / 2 + 1 WHERE event "
                         "= 0 AND seat < 25000",
    [BENCH_READ_FEED] = "INSERT INTO holds WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                        "FROM n WHERE i < 12500) SELECT i, 0, 'buyer', 600000, 1 FROM n"};

typedef struct sqlite_subject {
    const bench_plan *plan;
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENTS];
    pthread_mutex_t lock;
} sqlite_subject;

static void check(const sqlite_subject *subject, int code, const char *what) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        bench_die(what, sqlite3_errmsg(subject->db));
}

static void execute(const sqlite_subject *subject, const char *text) {
    check(subject, sqlite3_exec(subject->db, text, NULL, NULL, NULL), text);
}

static void prepare_job(const sqlite_subject *subject) {
    char text[640];
    if (!PREPARED[subject->plan->job]) return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, PREPARED[subject->plan->job],
             (unsigned long long)subject->plan->ops_max);
#pragma GCC diagnostic pop
    execute(subject, text);
}

static void *open_sqlite(const bench_plan *plan, bool make) {
    char path[4096], text[512];
    sqlite_subject *subject = calloc(1, sizeof *subject);
    if (!subject) bench_die("sqlite", "out of memory");
    subject->plan = plan;
    pthread_mutex_init(&subject->lock, NULL);
    snprintf(path, sizeof path, "%s/sqlite.db", plan->folder);
    check(subject, sqlite3_open(path, &subject->db), "open");
    sqlite3_busy_timeout(subject->db, 60000);
    execute(subject, "PRAGMA journal_mode = WAL");
    execute(subject, "PRAGMA cache_size = -262144");
    execute(subject, "PRAGMA synchronous = OFF");
    if (make) {
        execute(subject, SCHEMA);
        snprintf(text, sizeof text,
                 "INSERT INTO seats WITH RECURSIVE e(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM e "
                 "WHERE i + 1 < %llu), s(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM s WHERE i + 1 "
                 "< %u) SELECT e.i, s.i, 1, 0, 0, 0 FROM e CROSS JOIN s",
                 (unsigned long long)bench_events_of(plan), bench_seats_of(plan));
        execute(subject, text);
        prepare_job(subject);
        execute(subject, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    execute(subject, plan->relaxed ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
    for (int i = 0; i < STATEMENTS; i++)
        check(subject,
              sqlite3_prepare_v3(subject->db, TEXTS[i], -1, SQLITE_PREPARE_PERSISTENT,
                                 &subject->statements[i], NULL),
              TEXTS[i]);
    return subject;
}

static void *client(void *opened) {
    return opened;
}

static void leave(void *client) {
    (void)client;
}

/* Runs a statement with up to five numbers; how many rows changed. */
static int step(const sqlite_subject *subject, int which, int count, const int64_t *numbers) {
    sqlite3_stmt *statement = subject->statements[which];
    for (int i = 0; i < count; i++) sqlite3_bind_int64(statement, i + 1, numbers[i]);
    check(subject, sqlite3_step(statement), TEXTS[which]);
    sqlite3_reset(statement);
    return sqlite3_changes(subject->db);
}

static bool hold(const sqlite_subject *subject, uint64_t n) {
    bench_place place = bench_place_of(subject->plan, n);
    int64_t id = (int64_t)n + 1, event = (int64_t)place.event, until = 600000;
    int taken = step(subject, TAKE, 5, (int64_t[]){id, until, event, place.seat, place.version});
    if (taken != 2) return false;
    step(subject, HOLD, 3, (int64_t[]){id, event, until});
    return true;
}

static bool sell(const sqlite_subject *subject, uint64_t n) {
    bench_place place = bench_place_of(subject->plan, n);
    int64_t id = (int64_t)n + 1, event = (int64_t)place.event;
    if (step(subject, SELL, 3, (int64_t[]){event, place.seat, id}) != 2) return false;
    step(subject, ORDER, 2, (int64_t[]){id, event});
    step(subject, MESSAGE, 1, (int64_t[]){id});
    step(subject, SOLD, 1, (int64_t[]){id});
    return true;
}

/* One transaction. With one operation a failure takes it back; in a batch a savepoint does. */
static uint32_t transaction(sqlite_subject *subject, uint64_t first, uint32_t count,
                            bool (*what)(const sqlite_subject *, uint64_t)) {
    uint32_t done = 0;
    pthread_mutex_lock(&subject->lock);
    execute(subject, "BEGIN IMMEDIATE");
    for (uint32_t i = 0; i < count; i++) done += what(subject, first + i);
    execute(subject, done == count ? "COMMIT" : "ROLLBACK");
    pthread_mutex_unlock(&subject->lock);
    return done == count ? done : 0;
}

static bool scan(const sqlite_subject *subject, uint64_t n) {
    int64_t id = (int64_t)n + 1;
    int fresh =
        step(subject, SCAN, 2, (int64_t[]){id, (int64_t)bench_place_of(subject->plan, n).event});
    step(subject, SCANNED, 1, (int64_t[]){id});
    return fresh == 1;
}

/* The numbers that a query with one argument answers, up to `capacity`. */
static uint32_t ask(const sqlite_subject *subject, int which, int64_t argument, int columns,
                    int64_t *numbers, uint32_t capacity) {
    sqlite3_stmt *statement = subject->statements[which];
    uint32_t found = 0;
    int code;
    sqlite3_bind_int64(statement, 1, argument);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        for (int i = 0; i < columns && found < capacity; i++)
            numbers[found++] = sqlite3_column_int64(statement, i);
    check(subject, code, TEXTS[which]);
    sqlite3_reset(statement);
    return found;
}

static bool take_best(const sqlite_subject *subject, uint64_t n) {
    int64_t id = (int64_t)n + 1, event = (int64_t)bench_place_of(subject->plan, n).event, seat;
    if (!ask(subject, BEST, event, 1, &seat, 1)) return false;
    step(subject, TAKE, 5, (int64_t[]){id, 600000, event, seat, 0});
    step(subject, HOLD, 3, (int64_t[]){id, event, 600000});
    return true;
}

/* A transaction each: the lease is kept before anything is sent. */
static uint32_t work_messages(sqlite_subject *mine, uint32_t count) {
    int64_t ids[1000];
    if (count > 1000) bench_die("sqlite", "at most 1,000 messages a call");
    pthread_mutex_lock(&mine->lock);
    uint32_t leased = ask(mine, LEASE, count, 1, ids, count), done = 0;
    pthread_mutex_unlock(&mine->lock);
    pthread_mutex_lock(&mine->lock);
    execute(mine, "BEGIN IMMEDIATE");
    for (uint32_t i = 0; i < leased; i++) done += step(mine, SENT, 1, &ids[i]) == 1;
    execute(mine, "COMMIT");
    pthread_mutex_unlock(&mine->lock);
    return done;
}

static uint32_t give_back(sqlite_subject *mine, uint32_t count) {
    static int64_t dead[2000];
    if (count > 1000) bench_die("sqlite", "at most 1,000 holds a call");
    pthread_mutex_lock(&mine->lock);
    execute(mine, "BEGIN IMMEDIATE");
    uint32_t found = ask(mine, GIVE_BACK, count, 2, dead, 2 * count) / 2;
    for (uint32_t i = 0; i < found; i++) {
        int64_t id = dead[2 * i], event = dead[2 * i + 1];
        step(mine, FREE, 3, (int64_t[]){event, (id - 1) % 25000 * 2, id});
        step(mine, EXPIRE, 1, (int64_t[]){id});
    }
    execute(mine, "COMMIT");
    pthread_mutex_unlock(&mine->lock);
    return found;
}

static uint32_t read_many(sqlite_subject *mine, bench_job job, uint64_t first, uint32_t count) {
    static int64_t numbers[3 * BENCH_EVENT_SEATS];
    for (uint32_t i = 0; i < count; i++) {
        pthread_mutex_lock(&mine->lock);
        uint32_t found =
            job == BENCH_READ_FEED
                ? ask(mine, FEED, (int64_t)((first + i) * 100 % 12000), 5, numbers, 500) / 5
                : ask(mine, READ, 0, 3, numbers, 3 * BENCH_EVENT_SEATS) / 3;
        pthread_mutex_unlock(&mine->lock);
        if (found != (job == BENCH_READ_FEED ? 100 : BENCH_EVENT_SEATS)) return i;
    }
    return count;
}

static bool beside(void *client, uint64_t turn) {
    uint64_t n = BENCH_EVENT_OPS / 2 + turn;
    sqlite_subject *mine = client;
    if (mine->plan->beside == BENCH_STORM) bench_die("sqlite", "has no storm");
    return n < 2 * (uint64_t)BENCH_EVENT_OPS && transaction(mine, n, 1, hold) == 1;
}

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    sqlite_subject *mine = client;
    switch (mine->plan->job) {
    case BENCH_GATE: return transaction(mine, first, count, scan);
    case BENCH_BEST: return transaction(mine, first, count, take_best);
    case BENCH_OUTBOX: return work_messages(mine, count);
    case BENCH_EXPIRY: return give_back(mine, count);
    default: break;
    }
    if (bench_reads(mine->plan->job)) return read_many(mine, mine->plan->job, first, count);
    uint32_t done = transaction(mine, first, count, hold);
    if (mine->plan->job == BENCH_CONFIRM && done) done = transaction(mine, first, count, sell);
    return done;
}

static uint64_t taken(void *opened) {
    sqlite_subject *subject = opened;
    sqlite3_stmt *statement;
    bench_job job = subject->plan->job;
    if (bench_reads(job)) return 0;
    const char *text = job == BENCH_GATE     ? "SELECT count(*) FROM tickets WHERE used IS NOT NULL"
                       : job == BENCH_OUTBOX ? "SELECT count(*) FROM outbox WHERE state = 2"
                       : job == BENCH_EXPIRY ? "SELECT count(*) / 2 FROM seats WHERE state = 0"
                                             : "SELECT count(*) FROM seats WHERE state > 0";
    check(subject, sqlite3_prepare_v2(subject->db, text, -1, &statement, NULL), "count");
    check(subject, sqlite3_step(statement), "count");
    uint64_t found = (uint64_t)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

static void close_sqlite(void *opened, bench_found *found) {
    sqlite_subject *subject = opened;
    (void)found;
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(subject->statements[i]);
    sqlite3_close(subject->db);
    pthread_mutex_destroy(&subject->lock);
    free(subject);
}

const bench_subject bench_sqlite = {.name = "SQLite",
                                    .settings =
                                        "WAL, synchronous FULL (durable) or NORMAL (relaxed), 256 "
                                        "MB cache, one connection behind a lock",
                                    .open = open_sqlite,
                                    .client = client,
                                    .run = run,
                                    .beside = beside,
                                    .leave = leave,
                                    .taken = taken,
                                    .close = close_sqlite};
