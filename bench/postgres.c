/* PostgreSQL as a subject: a cluster of our own on a private socket, synchronous_commit on
 * (durable) or off (relaxed), one prepared call of a stored function an operation; a call with
 * several is a pipeline in one transaction. */
#include <glob.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

static const char SCHEMA[] =
    "DROP TABLE IF EXISTS seats, holds, orders, outbox, tickets, scans;"
    "CREATE TABLE seats (event bigint, seat int, version int, state smallint, hold bigint,"
    " until bigint, PRIMARY KEY (event, seat)) WITH (fillfactor = 50);"
    "CREATE TABLE holds (id bigint PRIMARY KEY, event bigint, owner text, until bigint,"
    " state smallint) WITH (fillfactor = 80);"
    "CREATE TABLE orders (id bigint PRIMARY KEY, hold bigint, event bigint, buyer text,"
    " minor bigint);"
    "CREATE TABLE outbox (id bigserial PRIMARY KEY, orderid bigint, channel smallint,"
    " address text, state smallint);"
    "CREATE TABLE tickets (id bigint PRIMARY KEY, event bigint, used bigint, gate int)"
    " WITH (fillfactor = 50);"
    "CREATE TABLE scans (id bigserial PRIMARY KEY, ticket bigint, gate int, at bigint);"
    "CREATE OR REPLACE FUNCTION take(n bigint, e bigint, s int, v int) RETURNS int AS $$"
    " DECLARE got int; BEGIN"
    "  UPDATE seats SET state = 1, version = version + 1, hold = n, until = 600000"
    "   WHERE event = e AND seat IN (s, s + 1) AND state = 0 AND (v = 0 OR version = v);"
    "  GET DIAGNOSTICS got = ROW_COUNT;"
    "  IF got = 0 THEN RETURN 0; END IF;"
    "  IF got = 1 THEN RAISE EXCEPTION 'half'; END IF;"
    "  INSERT INTO holds VALUES (n, e, 'buyer', 600000, 1);"
    "  RETURN 1; END $$ LANGUAGE plpgsql;"
    "CREATE OR REPLACE FUNCTION sell(n bigint, e bigint, s int) RETURNS int AS $$"
    " DECLARE got int; BEGIN"
    "  UPDATE seats SET state = 2, version = version + 1"
    "   WHERE event = e AND seat IN (s, s + 1) AND state = 1 AND hold = n;"
    "  GET DIAGNOSTICS got = ROW_COUNT;"
    "  IF got <> 2 THEN RAISE EXCEPTION 'not held'; END IF;"
    "  INSERT INTO orders VALUES (n, n, e, 'buyer@example.org', 10000);"
    "  INSERT INTO outbox (orderid, channel, address, state) VALUES (n, 1, 'buyer@example.org', 0);"
    "  UPDATE holds SET state = 2 WHERE id = n;"
    "  RETURN 1; END $$ LANGUAGE plpgsql;"
    "CREATE OR REPLACE FUNCTION scan(n bigint, e bigint) RETURNS int AS $$"
    " DECLARE got int; BEGIN"
    "  UPDATE tickets SET used = 1000, gate = 1 WHERE id = n AND event = e AND used IS NULL;"
    "  GET DIAGNOSTICS got = ROW_COUNT;"
    "  INSERT INTO scans (ticket, gate, at) VALUES (n, 1, 1000);"
    "  RETURN got; END $$ LANGUAGE plpgsql;"
    "CREATE OR REPLACE FUNCTION lease(many int) RETURNS text AS $$"
    " WITH mine AS (SELECT id FROM outbox WHERE state = 0 ORDER BY id LIMIT many"
    "  FOR UPDATE SKIP LOCKED), got AS (UPDATE outbox SET state = 1 FROM mine"
    "  WHERE outbox.id = mine.id RETURNING outbox.id)"
    " SELECT '{' || coalesce(string_agg(id::text, ','), '') || '}' FROM got $$ LANGUAGE sql;"
    "CREATE OR REPLACE FUNCTION sent(ids bigint[]) RETURNS bigint AS $$"
    " WITH got AS (UPDATE outbox SET state = 2 WHERE id = ANY(ids) AND state = 1 RETURNING 1)"
    " SELECT count(*) FROM got $$ LANGUAGE sql;"
    /* The pair nearest the front; pairs that begin at an odd seat are left out, in its favour. */
    "CREATE OR REPLACE FUNCTION best(n bigint, e bigint) RETURNS int AS $$"
    " DECLARE got int; BEGIN"
    "  SELECT s.seat INTO got FROM seats s WHERE s.event = e AND s.state = 0 AND s.seat % 2 = 0"
    "   ORDER BY s.seat LIMIT 1 FOR UPDATE SKIP LOCKED;"
    "  IF got IS NULL THEN RETURN 0; END IF;"
    "  UPDATE seats SET state = 1, version = version + 1, hold = n, until = 600000"
    "   WHERE event = e AND seat IN (got, got + 1);"
    "  INSERT INTO holds VALUES (n, e, 'buyer', 600000, 1);"
    "  RETURN 1; END $$ LANGUAGE plpgsql;"
    "CREATE OR REPLACE FUNCTION expire(many int) RETURNS bigint AS $$"
    " WITH dead AS (SELECT id FROM holds WHERE state = 1 AND until < 600000 ORDER BY until, id"
    "  LIMIT many FOR UPDATE SKIP LOCKED), ended AS (UPDATE holds SET state = 3 FROM dead"
    "  WHERE holds.id = dead.id RETURNING holds.id, holds.event), seated AS (UPDATE seats"
    "  SET state = 0, version = version + 1, hold = 0 FROM ended WHERE seats.event = ended.event"
    "  AND seats.seat IN ((ended.id - 1) % 25000 * 2, (ended.id - 1) % 25000 * 2 + 1)"
    "  AND seats.hold = ended.id RETURNING 1) SELECT count(*) FROM ended"
    "  WHERE (SELECT count(*) FROM seated) >= 0 $$ LANGUAGE sql;";

static int server;
static char server_folder[4096], programs[4096];

typedef struct postgres_subject {
    const bench_plan *plan;
    PGconn *connection;
} postgres_subject;

typedef struct postgres_client {
    const postgres_subject *of;
    PGconn *connection;
} postgres_client;

/* Debian keeps the server's programs of each version in a folder of their own. */
static bool present(void) {
    glob_t found;
    if (glob("/usr/lib/postgresql/*/bin/initdb", 0, NULL, &found)) return false;
    snprintf(programs, sizeof programs, "%s", found.gl_pathv[found.gl_pathc - 1]);
    *strrchr(programs, '/') = 0;
    globfree(&found);
    return true;
}

static PGconn *connect_to(bool must) {
    char text[4300];
    snprintf(text, sizeof text, "host=%s dbname=postgres user=postgres", server_folder);
    PGconn *connection = PQconnectdb(text);
    if (PQstatus(connection) == CONNECTION_OK) return connection;
    if (must) bench_die("postgres", PQerrorMessage(connection));
    PQfinish(connection);
    return NULL;
}

static void execute(PGconn *connection, const char *text) {
    PGresult *result = PQexec(connection, text);
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        bench_die("postgres", PQerrorMessage(connection));
    PQclear(result);
}

static void end_server(void) {
    bench_server_end(server, SIGINT);
    server = 0;
    bench_remove(server_folder);
}

static void make_cluster(const char *log) {
    char data[4200], initdb[4200];
    int status;
    snprintf(data, sizeof data, "%s/data", server_folder);
    snprintf(initdb, sizeof initdb, "%s/initdb", programs);
    const char *command[] = {initdb,  "-D",          data, "-U",   "postgres", "-A",
                             "trust", "--no-locale", "-E", "UTF8", NULL};
    int pid = bench_server_start("postgres", log, command);
    waitpid(pid, &status, 0);
    if (status != 0) bench_die("initdb failed; see", log);
}

static void start_server(const bench_plan *plan) {
    char log[4200], data[4200], postgres[4200];
    PGconn *connection = NULL;
    if (server) return;
    bench_folder(server_folder, sizeof server_folder, plan->folder, "../postgres");
    snprintf(log, sizeof log, "%s/log", server_folder);
    snprintf(data, sizeof data, "%s/data", server_folder);
    snprintf(postgres, sizeof postgres, "%s/postgres", programs);
    struct passwd *who = geteuid() == 0 ? getpwnam("postgres") : NULL;
    if (who && (chown(server_folder, who->pw_uid, who->pw_gid) || chmod(plan->folder, 0711)))
        bench_die("postgres", "cannot give it its folder");
    FILE *file = fopen(log, "w");
    if (file) fclose(file);
    if (who && chown(log, who->pw_uid, who->pw_gid))
        bench_die("postgres", "cannot give it its log");
    make_cluster(log);
    const char *command[] = {postgres,
                             "-D",
                             data,
                             "-k",
                             server_folder,
                             "-c",
                             "listen_addresses=",
                             "-c",
                             "shared_buffers=256MB",
                             "-c",
                             "max_connections=200",
                             "-c",
                             "wal_level=minimal",
                             "-c",
                             "max_wal_senders=0",
                             "-c",
                             "max_wal_size=8GB",
                             "-c",
                             "checkpoint_timeout=1h",
                             "-c",
                             "jit=off",
                             "-c",
                             "wal_buffers=16MB",
                             NULL};
    server = bench_server_start("postgres", log, command);
    atexit(end_server);
    for (int i = 0; i < 500 && !connection; i++) {
        usleep(20000);
        connection = connect_to(false);
    }
    if (!connection) bench_die("postgres did not start; see", log);
    PQfinish(connection);
}

/* `count` holds that are dead already, of the events from `event` on. */
static void make_dead_holds(const postgres_subject *subject, uint64_t event, uint64_t count) {
    char text[640];
    snprintf(text, sizeof text,
             "INSERT INTO holds SELECT %llu::bigint * 25000 + n, %llu + (n - 1) / 25000, 'buyer', "
             "1000 + n, 1 FROM generate_series(1, %llu) n;"
             "UPDATE seats SET state = 1, version = 2, until = 1000, hold = event * 25000 + seat / "
             "2 + 1 WHERE event >= %llu AND event * 25000 + seat / 2 < %llu::bigint * 25000 + %llu;"
             "CREATE INDEX ON holds (until, id) WHERE state = 1; VACUUM ANALYZE holds",
             (unsigned long long)event, (unsigned long long)event, (unsigned long long)count,
             (unsigned long long)event, (unsigned long long)event, (unsigned long long)count);
    char *rest = text;
    while (rest) { /* VACUUM will not share a transaction */
        char *end = strchr(rest, ';');
        if (end) *end++ = 0;
        execute(subject->connection, rest);
        rest = end;
    }
}

/* What a job and what is beside it need. */
static void prepare_job(const postgres_subject *subject) {
    const bench_plan *plan = subject->plan;
    char text[512];
    unsigned long long count = (unsigned long long)plan->ops_max;
    if (plan->job == BENCH_GATE) {
        snprintf(text, sizeof text,
                 "INSERT INTO tickets SELECT n, (n - 1) / %u, NULL, NULL FROM "
                 "generate_series(1, %llu) n",
                 BENCH_EVENT_SEATS, count);
        execute(subject->connection, text);
        execute(subject->connection, "VACUUM ANALYZE tickets");
    }
    if (plan->job == BENCH_OUTBOX) {
        snprintf(text, sizeof text,
                 "INSERT INTO outbox (orderid, channel, address, state) SELECT n, 1, 'b' || n || "
                 "'@example.org', 0 FROM generate_series(1, %llu) n",
                 count);
        execute(subject->connection, text);
        execute(subject->connection, "CREATE INDEX ON outbox (id) WHERE state = 0");
        execute(subject->connection, "VACUUM ANALYZE outbox");
    }
    if (plan->job == BENCH_BEST)
        execute(subject->connection,
                "CREATE INDEX ON seats (event, seat) WHERE state = 0 AND seat % 2 = 0");
    if (plan->job == BENCH_EXPIRY) make_dead_holds(subject, 0, plan->ops_max);
    if (plan->beside == BENCH_STORM)
        make_dead_holds(subject, bench_events_of(plan), BENCH_STORM_HOLDS);
    if (bench_reads(plan->job)) {
        snprintf(text, sizeof text,
                 "INSERT INTO holds SELECT n, 0, 'buyer', 600000, 1 FROM generate_series(1, %u) n",
                 BENCH_EVENT_OPS / 2);
        execute(subject->connection, text);
        snprintf(text, sizeof text,
                 "UPDATE seats SET state = 2, version = 3, hold = seat / 2 + 1 "
                 "WHERE event = 0 AND seat < %u",
                 BENCH_EVENT_OPS);
        execute(subject->connection, text);
    }
}

static void *open_postgres(const bench_plan *plan, bool make) {
    char text[512];
    postgres_subject *subject = calloc(1, sizeof *subject);
    if (!subject || !make) bench_die("postgres", "out of memory, or two processes");
    start_server(plan);
    subject->plan = plan;
    subject->connection = connect_to(true);
    execute(subject->connection, "SET client_min_messages = warning");
    execute(subject->connection, SCHEMA);
    snprintf(text, sizeof text,
             "INSERT INTO seats SELECT e, s, 1, 0, 0, 0 FROM generate_series(0, %llu) e, "
             "generate_series(0, %u) s",
             (unsigned long long)bench_all_events_of(plan) - 1, bench_seats_of(plan) - 1);
    execute(subject->connection, text);
    prepare_job(subject);
    execute(subject->connection, "VACUUM ANALYZE seats");
    execute(subject->connection, "CHECKPOINT");
    return subject;
}

static void *client(void *opened) {
    postgres_client *mine = calloc(1, sizeof *mine);
    if (!mine) bench_die("client", "out of memory");
    mine->of = opened;
    mine->connection = connect_to(true);
    execute(mine->connection, mine->of->plan->relaxed ? "SET synchronous_commit = off"
                                                      : "SET synchronous_commit = on");
    execute(mine->connection, "PREPARE take (bigint, bigint, int, int) AS SELECT take($1, $2, $3, "
                              "$4)");
    execute(mine->connection, "PREPARE sell (bigint, bigint, int) AS SELECT sell($1, $2, $3)");
    execute(mine->connection, "PREPARE scan (bigint, bigint) AS SELECT scan($1, $2)");
    execute(mine->connection, "PREPARE lease (int) AS SELECT lease($1)");
    execute(mine->connection, "PREPARE sent (bigint[]) AS SELECT sent($1)");
    execute(mine->connection, "PREPARE best (bigint, bigint) AS SELECT best($1, $2)");
    execute(mine->connection, "PREPARE expire (int) AS SELECT expire($1)");
    execute(mine->connection, "PREPARE read_seats (bigint) AS SELECT seat, state, version FROM "
                              "seats WHERE event = $1 ORDER BY seat");
    execute(mine->connection, "PREPARE read_feed (bigint) AS SELECT id, event, owner, until, state "
                              "FROM holds WHERE id > $1 ORDER BY id LIMIT 100");
    return mine;
}

static void leave(void *client) {
    postgres_client *mine = client;
    PQfinish(mine->connection);
    free(mine);
}

/* A statement's numbers as texts, and pointers to them. */
typedef struct arguments {
    char text[4][24];
    const char *value[4];
} arguments;

static void write_down(arguments *to, const bench_plan *plan, uint64_t n) {
    bench_place place = bench_place_of(plan, n);
    snprintf(to->text[0], sizeof to->text[0], "%llu", (unsigned long long)n + 1);
    snprintf(to->text[1], sizeof to->text[1], "%llu", (unsigned long long)place.event);
    snprintf(to->text[2], sizeof to->text[2], "%u", place.seat);
    snprintf(to->text[3], sizeof to->text[3], "%u", place.version);
    for (int i = 0; i < 4; i++) to->value[i] = to->text[i];
}

static uint32_t is_one(const PGresult *result) {
    return PQresultStatus(result) == PGRES_TUPLES_OK && strcmp(PQgetvalue(result, 0, 0), "1") == 0;
}

static uint32_t one(postgres_client *mine, const char *what, int count, uint64_t n) {
    arguments numbers;
    write_down(&numbers, mine->of->plan, n);
    PGresult *result = PQexecPrepared(mine->connection, what, count, numbers.value, NULL, NULL, 0);
    uint32_t done = is_one(result);
    PQclear(result);
    return done;
}

/* Everything up to the sync is one transaction; answers come in order, each ended by a NULL. */
static uint32_t many(postgres_client *mine, const char *what, int numbers, uint64_t first,
                     uint32_t count) {
    uint32_t done = 0, ended = 0;
    arguments given;
    PQenterPipelineMode(mine->connection);
    for (uint32_t i = 0; i < count; i++) {
        write_down(&given, mine->of->plan, first + i);
        PQsendQueryPrepared(mine->connection, what, numbers, given.value, NULL, NULL, 0);
    }
    PQpipelineSync(mine->connection);
    while (ended < count) {
        PGresult *result = PQgetResult(mine->connection);
        if (!result) ended++;
        else done += is_one(result);
        PQclear(result);
    }
    PQclear(PQgetResult(mine->connection)); /* the sync's own */
    PQexitPipelineMode(mine->connection);
    return done == count ? done : 0;
}

/* One statement with one argument; its answer is the caller's. */
static PGresult *ask(postgres_client *mine, const char *what, const char *argument) {
    PGresult *result =
        PQexecPrepared(mine->connection, what, 1, (const char *[]){argument}, NULL, NULL, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        bench_die(what, PQerrorMessage(mine->connection));
    return result;
}

static uint64_t ask_number(postgres_client *mine, const char *what, uint64_t argument) {
    char text[24];
    snprintf(text, sizeof text, "%llu", (unsigned long long)argument);
    PGresult *result = ask(mine, what, text);
    uint64_t number = strtoull(PQgetvalue(result, 0, 0), NULL, 10);
    PQclear(result);
    return number;
}

static uint32_t work_messages(postgres_client *mine, uint32_t count) {
    char text[24];
    snprintf(text, sizeof text, "%u", count);
    PGresult *leased = ask(mine, "lease", text);
    PGresult *answered = ask(mine, "sent", PQgetvalue(leased, 0, 0));
    uint32_t done = (uint32_t)strtoul(PQgetvalue(answered, 0, 0), NULL, 10);
    PQclear(leased);
    PQclear(answered);
    return done;
}

static uint32_t read_many(postgres_client *mine, bench_job job, uint64_t first, uint32_t count) {
    char text[24];
    for (uint32_t i = 0; i < count; i++) {
        snprintf(text, sizeof text, "%llu",
                 job == BENCH_READ_FEED ? (unsigned long long)((first + i) * 100 % 12000) : 0ull);
        PGresult *rows = ask(mine, job == BENCH_READ_FEED ? "read_feed" : "read_seats", text);
        int want = job == BENCH_READ_FEED ? 100 : (int)BENCH_EVENT_SEATS;
        bool whole = PQntuples(rows) == want;
        PQclear(rows);
        if (!whole) return i;
    }
    return count;
}

/* A pair that others are just taking is left to them; a house that is not full has another. */
static uint32_t take_best(postgres_client *mine, uint64_t n) {
    for (int i = 0; i < 1000; i++)
        if (one(mine, "best", 2, n)) return 1;
    return 0;
}

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    postgres_client *mine = client;
    bench_job job = mine->of->plan->job;
    bool confirm = mine->of->plan->job == BENCH_CONFIRM;
    if (job == BENCH_GATE) return one(mine, "scan", 2, first);
    if (job == BENCH_OUTBOX) return work_messages(mine, count);
    if (job == BENCH_BEST) return take_best(mine, first);
    if (job == BENCH_EXPIRY) return (uint32_t)ask_number(mine, "expire", count);
    if (bench_reads(job)) return read_many(mine, job, first, count);
    if (count > 1) {
        uint32_t done = many(mine, "take", 4, first, count);
        return confirm && done ? many(mine, "sell", 3, first, count) : done;
    }
    uint32_t done = one(mine, "take", 4, first);
    return confirm && done ? one(mine, "sell", 3, first) : done;
}

static bool beside(void *client, uint64_t turn) {
    postgres_client *mine = client;
    if (mine->of->plan->beside == BENCH_STORM) return ask_number(mine, "expire", 1000) > 0;
    uint64_t n = BENCH_EVENT_OPS / 2 + turn;
    return n < 2 * (uint64_t)BENCH_EVENT_OPS && one(mine, "take", 4, n);
}

static uint64_t taken(void *opened) {
    postgres_subject *subject = opened;
    char text[128];
    bench_job job = subject->plan->job;
    if (bench_reads(job)) return 0;
    snprintf(text, sizeof text, "SELECT count(*) FROM seats WHERE state > 0 AND event < %llu",
             (unsigned long long)bench_events_of(subject->plan));
    PGresult *result = PQexec(
        subject->connection,
        job == BENCH_GATE     ? "SELECT count(*) FROM tickets WHERE used IS NOT NULL"
        : job == BENCH_OUTBOX ? "SELECT count(*) FROM outbox WHERE state = 2"
        : job == BENCH_EXPIRY ? "SELECT count(*) / 2 FROM seats WHERE state = 0 AND version = 3"
                              : text);
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        bench_die("postgres", PQerrorMessage(subject->connection));
    uint64_t found = strtoull(PQgetvalue(result, 0, 0), NULL, 10);
    PQclear(result);
    return found;
}

static void close_postgres(void *opened, bench_found *found) {
    postgres_subject *subject = opened;
    (void)found;
    PQfinish(subject->connection);
    free(subject);
}

static void cpu(double *user_seconds, double *sys_seconds) {
    bench_server_cpu(server, user_seconds, sys_seconds);
}

const bench_subject bench_postgres = {
    .name = "PostgreSQL",
    .settings = "shared_buffers 256 MB, synchronous_commit on (durable) or off (relaxed), "
                "wal_level minimal, no checkpoint during a run, stored functions, unix socket",
    .present = present,
    .open = open_postgres,
    .client = client,
    .run = run,
    .beside = beside,
    .leave = leave,
    .taken = taken,
    .close = close_postgres,
    .cpu = cpu};
