/* The floor: LMDB alone, committing as many 4,080-byte pages a call as the engine's layout touches
 * for it (seats, holds, items, feed, stock, bits, head), with no logic at all. One client. */
#include <lmdb.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

#define PAGE 4080

typedef struct raw_subject {
    const bench_plan *plan;
    MDB_env *env;
    MDB_dbi dbi;
    uint64_t holds;
} raw_subject;

static void check(int code, const char *what) {
    if (code) bench_die(what, mdb_strerror(code));
}

/* Pages of each kind that `holds` holds of two seats change; the first four grow with it. */
static uint64_t pages_of(int kind, uint32_t holds) {
    static const uint32_t PER_PAGE[] = {254, 42, 127, 60}; /* seats, holds, items, feed */
    return kind < 4 ? (holds + PER_PAGE[kind] - 1) / PER_PAGE[kind] : 1;
}

static void put_page(MDB_cursor *cursor, unsigned char kind, uint64_t number) {
    static char page[PAGE];
    unsigned char key[17] = {0};
    key[8] = kind;
    for (int i = 0; i < 8; i++) key[9 + i] = (unsigned char)(number >> (56 - 8 * i));
    MDB_val k = {sizeof key, key}, v = {PAGE, page};
    check(mdb_cursor_put(cursor, &k, &v, 0), "put");
}

static void *open_raw(const bench_plan *plan, bool make) {
    char path[4096];
    MDB_txn *txn;
    raw_subject *subject = calloc(1, sizeof *subject);
    if (!subject) bench_die("raw", "out of memory");
    if (!make || plan->clients != 1) bench_die("raw", "one process, one client");
    subject->plan = plan;
    bench_folder(path, sizeof path, plan->folder, "raw");
    check(mdb_env_create(&subject->env), "create");
    check(mdb_env_set_mapsize(subject->env, (size_t)32 << 30), "mapsize");
    check(mdb_env_open(subject->env, path, plan->relaxed ? MDB_NOMETASYNC : 0, 0600), "open");
    check(mdb_txn_begin(subject->env, NULL, 0, &txn), "begin");
    check(mdb_dbi_open(txn, NULL, 0, &subject->dbi), "dbi");
    check(mdb_txn_commit(txn), "commit");
    return subject;
}

static void *client(void *subject) {
    return subject;
}

static void leave(void *client) {
    (void)client;
}

static uint32_t run(void *client, uint64_t first, uint32_t count) {
    raw_subject *mine = client;
    MDB_txn *txn;
    MDB_cursor *cursor;
    check(mdb_txn_begin(mine->env, NULL, 0, &txn), "begin");
    check(mdb_cursor_open(txn, mine->dbi, &cursor), "cursor");
    for (int kind = 0; kind < 7; kind++) {
        uint64_t from = kind < 4 ? first / count * pages_of(kind, count) : 0;
        if (kind < 4 && count == 1) from = first / 60;
        for (uint64_t i = 0; i < pages_of(kind, count); i++)
            put_page(cursor, (unsigned char)kind, from + i);
    }
    mdb_cursor_close(cursor);
    check(mdb_txn_commit(txn), "commit");
    mine->holds += count;
    return count;
}

static uint64_t taken(void *opened) {
    return ((raw_subject *)opened)->holds * 2;
}

static void close_raw(void *opened, bench_found *found) {
    raw_subject *subject = opened;
    MDB_envinfo info;
    mdb_env_info(subject->env, &info);
    found->file_bytes = ((uint64_t)info.me_last_pgno + 1) * 4096;
    mdb_env_close(subject->env);
    free(subject);
}

const bench_subject bench_raw = {.name = "raw LMDB",
                                 .settings = "4,080-byte values, no logic",
                                 .open = open_raw,
                                 .client = client,
                                 .run = run,
                                 .leave = leave,
                                 .taken = taken,
                                 .close = close_raw};
