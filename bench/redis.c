/* Redis as a subject: a server of our own on a private socket, append-only file with
 * appendfsync always (durable) or everysec (relaxed), one script call an operation, pipelined when
 * a call has several. A free seat that was never touched has no field: version 1. */
#include <hiredis.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"

/* KEYS: the event's seats. ARGV: seat, the next seat, version (0: any), hold, until, owner. */
static const char HOLD[] =
    "local seats = redis.call('HMGET', KEYS[1], ARGV[1], ARGV[2])\n"
    "local version = {1, 1}\n"
    "for i = 1, 2 do\n"
    "  if seats[i] then\n"
    "    local v, s = string.match(seats[i], '^(%d+):(%d+):')\n"
    "    if s ~= '0' then return 0 end\n"
    "    version[i] = tonumber(v)\n"
    "  end\n"
    "  if ARGV[3] ~= '0' and version[i] ~= tonumber(ARGV[3]) then return 0 end\n"
    "end\n"
    "local rest = ':1:' .. ARGV[4] .. ':' .. ARGV[5]\n"
    "redis.call('HSET', KEYS[1], ARGV[1], (version[1] + 1) .. rest, ARGV[2], (version[2] + 1) .. "
    "rest)\n"
    "redis.call('HSET', 'holds', ARGV[4], ARGV[5] .. ':1:' .. ARGV[6])\n"
    "return 1\n";

/* KEYS: the event's seats. ARGV: seat, the next seat, hold, order. */
static const char SELL[] =
    "local seats = redis.call('HMGET', KEYS[1], ARGV[1], ARGV[2])\n"
    "local version = {}\n"
    "for i = 1, 2 do\n"
    "  if not seats[i] then return 0 end\n"
    "  local v, s, h = string.match(seats[i], '^(%d+):(%d+):(%d+):')\n"
    "  if s ~= '1' or h ~= ARGV[3] then return 0 end\n"
    "  version[i] = tonumber(v) + 1\n"
    "end\n"
    "local rest = ':2:' .. ARGV[3] .. ':0'\n"
    "redis.call('HSET', KEYS[1], ARGV[1], version[1] .. rest, ARGV[2], version[2] .. rest)\n"
    "redis.call('HSET', 'orders', ARGV[4], ARGV[3] .. ':buyer@example.org:10000')\n"
    "redis.call('RPUSH', 'outbox', ARGV[4] .. ':1:buyer@example.org')\n"
    "redis.call('HDEL', 'holds', ARGV[3])\n"
    "return 1\n";

/* KEYS: the tickets that went in, the scans. ARGV: ticket, gate. */
static const char SCAN[] = "local fresh = redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])\n"
                           "redis.call('RPUSH', KEYS[2], ARGV[1] .. ':' .. ARGV[2])\n"
                           "return fresh\n";

/* KEYS: messages that wait, that are leased. ARGV: how many, until when. Their ids. */
static const char LEASE[] = "local got = redis.call('LPOP', KEYS[1], ARGV[1])\n"
                            "if not got then return {} end\n"
                            "for i = 1, #got do redis.call('HSET', KEYS[2], got[i], ARGV[2]) end\n"
                            "return got\n";

/* KEYS: messages leased, sent. ARGV: ids. How many were leased and are sent now. */
static const char SENT[] = "local done = 0\n"
                           "for i = 1, #ARGV do\n"
                           "  if redis.call('HDEL', KEYS[1], ARGV[i]) == 1 then\n"
                           "    redis.call('HSET', KEYS[2], ARGV[i], 1)\n"
                           "    done = done + 1\n"
                           "  end\n"
                           "end\n"
                           "return done\n";

/* KEYS: the event's seats, its free pairs. ARGV: hold, until, owner. The pair nearest the front;
 * pairs that begin at an odd seat are left out, in its favour. */
static const char BEST[] = "local pair = redis.call('ZPOPMIN', KEYS[2])\n"
                           "if not pair[1] then return 0 end\n"
                           "local rest = '2:1:' .. ARGV[1] .. ':' .. ARGV[2]\n"
                           "redis.call('HSET', KEYS[1], pair[1], rest, pair[1] + 1, rest)\n"
                           "redis.call('HSET', 'holds', ARGV[1], ARGV[2] .. ':1:' .. ARGV[3])\n"
                           "return 1\n";

/* KEYS: holds by their end. ARGV: how many, now. Members are event:seat:hold. */
static const char EXPIRE[] =
    "local dead = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[2], 'LIMIT', 0, ARGV[1])\n"
    "for i = 1, #dead do\n"
    "  local e, s, h = string.match(dead[i], '^(%d+):(%d+):(%d+)$')\n"
    "  redis.call('HSET', 'e' .. e, s, '3:0:0:0', s + 1, '3:0:0:0')\n"
    "  redis.call('HDEL', 'holds', h)\n"
    "  redis.call('ZREM', KEYS[1], dead[i])\n"
    "end\n"
    "redis.call('INCRBY', 'expired', #dead)\n"
    "return #dead\n";

/* Before the clock starts. ARGV: from, to (not it), what. */
static const char PREPARE[] =
    "for n = ARGV[1], ARGV[2] - 1 do\n"
    "  local e, s, h = math.floor(n / 25000), n % 25000 * 2, n + 1\n"
    "  if ARGV[3] == 'messages' then redis.call('RPUSH', 'outbox', h)\n"
    "  elseif ARGV[3] == 'pairs' then\n"
    "    redis.call('ZADD', 'p' .. math.floor(n / 5000), n % 5000, n % 5000 * 2)\n"
    "  elseif ARGV[3] == 'seats' then\n"
    "    redis.call('HSET', 'e' .. e, s, '3:2:' .. h .. ':0', s + 1, '3:2:' .. h .. ':0')\n"
    "  else\n"
    "    redis.call('HSET', 'e' .. e, s, '2:1:' .. h .. ':1000', s + 1, '2:1:' .. h .. ':1000')\n"
    "    redis.call('HSET', 'holds', h, '1000:1:buyer')\n"
    "    redis.call('ZADD', 'ends', 1000 + n, string.format('%d:%d:%d', e, s, h))\n"
    "  end\n"
    "end\n"
    "return 1\n";

enum { DO_HOLD, DO_SELL, DO_SCAN, DO_LEASE, DO_SENT, DO_BEST, DO_EXPIRE, DO_PREPARE, SCRIPTS };
static const char *const TEXTS[SCRIPTS] = {HOLD, SELL, SCAN, LEASE, SENT, BEST, EXPIRE, PREPARE};

static int server;
static char server_folder[4096], socket_path[4200];

typedef struct redis_subject {
    const bench_plan *plan;
    redisContext *context; /* for everything but the clients' own calls */
    char script[SCRIPTS][41];
} redis_subject;

typedef struct redis_client {
    const redis_subject *of;
    redisContext *context;
} redis_client;

static bool present(void) {
    return bench_program("redis-server");
}

static redisContext *connect_to(void) {
    redisContext *context = redisConnectUnix(socket_path);
    if (!context || context->err) {
        if (context) redisFree(context);
        return NULL;
    }
    return context;
}

static redisReply *reply_of(redisContext *context, void *reply, const char *what) {
    redisReply *got = reply;
    if (!got) bench_die(what, context->errstr);
    if (got->type == REDIS_REPLY_ERROR) bench_die(what, got->str);
    return got;
}

static void tell(redisContext *context, const char *command) {
    freeReplyObject(reply_of(context, redisCommand(context, command), command));
}

static void end_server(void) {
    bench_server_end(server, SIGTERM);
    server = 0;
    bench_remove(server_folder);
}

/* Beside the measurements' folders, once a run. A socket's path has to be short. */
static void start_server(const bench_plan *plan) {
    char log[4200];
    redisContext *context = NULL;
    if (server) return;
    bench_folder(server_folder, sizeof server_folder, plan->folder, "../redis");
    snprintf(socket_path, sizeof socket_path, "%s/s", server_folder);
    snprintf(log, sizeof log, "%s/log", server_folder);
    const char *command[] = {"redis-server",
                             "--port",
                             "0",
                             "--unixsocket",
                             socket_path,
                             "--dir",
                             server_folder,
                             "--save",
                             "",
                             "--appendonly",
                             "yes",
                             "--appendfsync",
                             "always",
                             "--auto-aof-rewrite-percentage",
                             "0",
                             "--daemonize",
                             "no",
                             NULL};
    server = bench_server_start(NULL, log, command);
    atexit(end_server);
    for (int i = 0; i < 500 && !context; i++) {
        usleep(20000);
        context = connect_to();
    }
    if (!context) bench_die("redis-server did not start; see", log);
    redisFree(context);
}

static void load(redisContext *context, const char *script, char *sha) {
    redisReply *reply =
        reply_of(context, redisCommand(context, "SCRIPT LOAD %s", script), "script");
    snprintf(sha, 41, "%s", reply->str);
    freeReplyObject(reply);
}

static void prepare_many(const redis_subject *subject, uint64_t from, uint64_t to,
                         const char *what) {
    for (uint64_t at = from; at < to; at += 1000)
        freeReplyObject(
            reply_of(subject->context,
                     redisCommand(subject->context, "EVALSHA %s 0 %llu %llu %s",
                                  subject->script[DO_PREPARE], (unsigned long long)at,
                                  (unsigned long long)(to - at < 1000 ? to : at + 1000), what),
                     "prepare"));
}

/* What a job and what is beside it need. */
static void prepare_job(const redis_subject *subject) {
    const bench_plan *plan = subject->plan;
    uint64_t behind = bench_events_of(plan) * BENCH_EVENT_OPS;
    if (plan->job == BENCH_OUTBOX) prepare_many(subject, 0, plan->ops_max, "messages");
    if (plan->job == BENCH_BEST) prepare_many(subject, 0, plan->ops_max, "pairs");
    if (plan->job == BENCH_EXPIRY) prepare_many(subject, 0, plan->ops_max, "dead");
    if (plan->beside == BENCH_STORM)
        prepare_many(subject, behind, behind + BENCH_STORM_HOLDS, "dead");
    if (bench_reads(plan->job)) prepare_many(subject, 0, BENCH_EVENT_OPS / 2, "seats");
}

static void *open_redis(const bench_plan *plan, bool make) {
    redis_subject *subject = calloc(1, sizeof *subject);
    if (!subject || !make) bench_die("redis", "out of memory, or two processes");
    start_server(plan);
    subject->plan = plan;
    subject->context = connect_to();
    if (!subject->context) bench_die("redis", "no connection");
    tell(subject->context, "CONFIG SET appendfsync no");
    tell(subject->context, "FLUSHALL SYNC");
    for (int i = 0; i < SCRIPTS; i++) load(subject->context, TEXTS[i], subject->script[i]);
    prepare_job(subject);
    tell(subject->context,
         plan->relaxed ? "CONFIG SET appendfsync everysec" : "CONFIG SET appendfsync always");
    return subject;
}

static void *client(void *opened) {
    redis_client *mine = calloc(1, sizeof *mine);
    if (!mine) bench_die("client", "out of memory");
    mine->of = opened;
    mine->context = connect_to();
    if (!mine->context) bench_die("redis", "no connection");
    return mine;
}

static void leave(void *client) {
    redis_client *mine = client;
    redisFree(mine->context);
    free(mine);
}

static uint32_t answers(redis_client *mine, uint32_t count) {
    uint32_t done = 0;
    for (uint32_t i = 0; i < count; i++) {
        void *reply = NULL;
        if (redisGetReply(mine->context, &reply) != REDIS_OK)
            bench_die("redis", mine->context->errstr);
        done += reply_of(mine->context, reply, "redis")->integer == 1;
        freeReplyObject(reply);
    }
    return done;
}

static void ask_hold(redis_client *mine, uint64_t n) {
    bench_place place = bench_place_of(mine->of->plan, n);
    redisAppendCommand(mine->context, "EVALSHA %s 1 e%llu %u %u %u %llu 600000 buyer",
                       mine->of->script[DO_HOLD], (unsigned long long)place.event, place.seat,
                       place.seat + 1, place.version, (unsigned long long)n + 1);
}

static void ask_sell(redis_client *mine, uint64_t n) {
    bench_place place = bench_place_of(mine->of->plan, n);
    redisAppendCommand(mine->context, "EVALSHA %s 1 e%llu %u %u %llu %llu",
                       mine->of->script[DO_SELL], (unsigned long long)place.event, place.seat,
                       place.seat + 1, (unsigned long long)n + 1, (unsigned long long)n + 1);
}

/* The number a script answers. */
static uint32_t number(redis_client *mine, redisReply *reply, const char *what) {
    uint32_t answer = (uint32_t)reply_of(mine->context, reply, what)->integer;
    freeReplyObject(reply);
    return answer;
}

static uint32_t work_messages(redis_client *mine, uint32_t count) {
    const char *words[1100] = {"EVALSHA", mine->of->script[DO_SENT], "2", "leased", "sent"};
    redisReply *leased = reply_of(mine->context,
                                  redisCommand(mine->context, "EVALSHA %s 2 outbox leased %u 60000",
                                               mine->of->script[DO_LEASE], count),
                                  "lease");
    if (count > 1000) bench_die("redis", "at most 1,000 messages a call");
    for (size_t i = 0; i < leased->elements; i++) words[5 + i] = leased->element[i]->str;
    uint32_t done = number(
        mine, redisCommandArgv(mine->context, 5 + (int)leased->elements, words, NULL), "sent");
    freeReplyObject(leased);
    return done;
}

static uint32_t take_best(redis_client *mine, uint64_t n) {
    unsigned long long event = (unsigned long long)bench_place_of(mine->of->plan, n).event;
    return number(mine,
                  redisCommand(mine->context, "EVALSHA %s 2 e%llu p%llu %llu 600000 buyer",
                               mine->of->script[DO_BEST], event, event, (unsigned long long)n + 1),
                  "best");
}

static uint32_t expire(redis_client *mine, uint32_t count) {
    return number(mine,
                  redisCommand(mine->context, "EVALSHA %s 1 ends %u 600000",
                               mine->of->script[DO_EXPIRE], count),
                  "expire");
}

/* A seat that was never touched has no field, so half of them come. */
static uint32_t read_many(redis_client *mine, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        redisReply *all =
            reply_of(mine->context, redisCommand(mine->context, "HGETALL e0"), "read");
        bool whole = all->elements >= BENCH_EVENT_SEATS;
        freeReplyObject(all);
        if (!whole) return i;
    }
    return count;
}

static uint32_t scan(redis_client *mine, uint64_t n) {
    return number(mine,
                  redisCommand(mine->context, "EVALSHA %s 2 used scans %llu 1",
                               mine->of->script[DO_SCAN], (unsigned long long)n + 1),
                  "scan");
}

static bool beside(void *client, uint64_t turn) {
    redis_client *mine = client;
    if (mine->of->plan->beside == BENCH_STORM) return expire(mine, 1000) > 0;
    uint64_t n = BENCH_EVENT_OPS / 2 + turn;
    if (n >= 2 * (uint64_t)BENCH_EVENT_OPS) return false;
    ask_hold(mine, n);
    return answers(mine, 1) == 1;
}

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    redis_client *mine = client;
    switch (mine->of->plan->job) {
    case BENCH_GATE: return scan(mine, first);
    case BENCH_OUTBOX: return work_messages(mine, count);
    case BENCH_BEST: return take_best(mine, first);
    case BENCH_EXPIRY: return expire(mine, count);
    default: break;
    }
    if (bench_reads(mine->of->plan->job)) return read_many(mine, count);
    for (uint32_t i = 0; i < count; i++) ask_hold(mine, first + i);
    uint32_t done = answers(mine, count);
    if (mine->of->plan->job != BENCH_CONFIRM || done == 0) return done;
    for (uint32_t i = 0; i < count; i++) ask_sell(mine, first + i);
    return answers(mine, count);
}

/* A seat's field is there only when it was taken. */
static uint64_t taken(void *opened) {
    redis_subject *subject = opened;
    bench_job job = subject->plan->job;
    uint64_t sum = 0;
    if (bench_reads(job)) return 0;
    if (job == BENCH_GATE || job == BENCH_OUTBOX || job == BENCH_EXPIRY) {
        redisReply *reply =
            reply_of(subject->context,
                     redisCommand(subject->context, job == BENCH_GATE     ? "HLEN used"
                                                    : job == BENCH_OUTBOX ? "HLEN sent"
                                                                          : "GET expired"),
                     "count");
        sum = reply->type == REDIS_REPLY_STRING ? strtoull(reply->str, NULL, 10)
                                                : (uint64_t)reply->integer;
        freeReplyObject(reply);
        return sum;
    }
    for (uint64_t event = 0; event < bench_events_of(subject->plan); event++) {
        redisReply *reply = reply_of(
            subject->context,
            redisCommand(subject->context, "HLEN e%llu", (unsigned long long)event), "count");
        sum += (uint64_t)reply->integer;
        freeReplyObject(reply);
    }
    return sum;
}

static void close_redis(void *opened, bench_found *found) {
    redis_subject *subject = opened;
    (void)found;
    redisFree(subject->context);
    free(subject);
}

static void cpu(double *user_seconds, double *sys_seconds) {
    bench_server_cpu(server, user_seconds, sys_seconds);
}

const bench_subject bench_redis = {.name = "Redis",
                                   .settings =
                                       "append-only file, appendfsync always (durable) or everysec "
                                       "(relaxed), no rewrites, scripts, unix socket",
                                   .present = present,
                                   .open = open_redis,
                                   .client = client,
                                   .run = run,
                                   .beside = beside,
                                   .leave = leave,
                                   .taken = taken,
                                   .close = close_redis,
                                   .cpu = cpu};
