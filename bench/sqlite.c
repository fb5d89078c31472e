/* SQLite as a subject: a write-ahead log, synchronous FULL (durable) or NORMAL (relaxed), prepared
 * statements, one connection behind a lock, which is faster than a connection a client that waits
 * for the others' locks. A call's operations are one transaction. */
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

enum { TAKE, HOLD, SELL, ORDER, MESSAGE, SOLD, STATEMENTS };

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
};

static const char SCHEMA[] =
    "CREATE TABLE seats (event INTEGER, seat INTEGER, version INTEGER, state INTEGER,"
    " hold INTEGER, until INTEGER, PRIMARY KEY (event, seat)) WITHOUT ROWID;"
    "CREATE TABLE holds (id INTEGER PRIMARY KEY, event INTEGER, owner TEXT, until INTEGER,"
    " state INTEGER);"
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, hold INTEGER, event INTEGER, buyer TEXT,"
    " minor INTEGER);"
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, orderid INTEGER, channel INTEGER,"
    " address TEXT, state INTEGER);";

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

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    sqlite_subject *mine = client;
    uint32_t done = transaction(mine, first, count, hold);
    if (mine->plan->job == BENCH_CONFIRM && done) done = transaction(mine, first, count, sell);
    return done;
}

static uint64_t taken(void *opened) {
    sqlite_subject *subject = opened;
    sqlite3_stmt *statement;
    check(subject,
          sqlite3_prepare_v2(subject->db, "SELECT count(*) FROM seats WHERE state > 0", -1,
                             &statement, NULL),
          "count");
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
                                    .leave = leave,
                                    .taken = taken,
                                    .close = close_sqlite};
