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

static int server;
static char server_folder[4096], socket_path[4200];

typedef struct redis_subject {
    const bench_plan *plan;
    redisContext *context; /* for everything but the clients' own calls */
    char hold[41], sell[41];
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

static void *open_redis(const bench_plan *plan, bool make) {
    redis_subject *subject = calloc(1, sizeof *subject);
    if (!subject || !make) bench_die("redis", "out of memory, or two processes");
    start_server(plan);
    subject->plan = plan;
    subject->context = connect_to();
    if (!subject->context) bench_die("redis", "no connection");
    tell(subject->context, "CONFIG SET appendfsync no");
    tell(subject->context, "FLUSHALL SYNC");
    tell(subject->context,
         plan->relaxed ? "CONFIG SET appendfsync everysec" : "CONFIG SET appendfsync always");
    load(subject->context, HOLD, subject->hold);
    load(subject->context, SELL, subject->sell);
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
                       mine->of->hold, (unsigned long long)place.event, place.seat, place.seat + 1,
                       place.version, (unsigned long long)n + 1);
}

static void ask_sell(redis_client *mine, uint64_t n) {
    bench_place place = bench_place_of(mine->of->plan, n);
    redisAppendCommand(mine->context, "EVALSHA %s 1 e%llu %u %u %llu %llu", mine->of->sell,
                       (unsigned long long)place.event, place.seat, place.seat + 1,
                       (unsigned long long)n + 1, (unsigned long long)n + 1);
}

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    redis_client *mine = client;
    for (uint32_t i = 0; i < count; i++) ask_hold(mine, first + i);
    uint32_t done = answers(mine, count);
    if (mine->of->plan->job != BENCH_CONFIRM || done == 0) return done;
    for (uint32_t i = 0; i < count; i++) ask_sell(mine, first + i);
    return answers(mine, count);
}

/* A seat's field is there only when it was taken. */
static uint64_t taken(void *opened) {
    redis_subject *subject = opened;
    uint64_t sum = 0;
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
                                   .leave = leave,
                                   .taken = taken,
                                   .close = close_redis,
                                   .cpu = cpu};
