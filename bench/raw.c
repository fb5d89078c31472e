/* The floor: LMDB alone, committing as many 4,080-byte pages a batch as the engine's layout touches
 * for it (seats, holds, items, feed, stock, bits, head), with no logic at all. */
#include <lmdb.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "bench.h"

#define PAGE 4080

static void check(int code, const char *what) {
    if (code) bench_die(what, mdb_strerror(code));
}

/* Pages of each kind that `holds` holds of two seats change; the first three grow with it. */
static int pages_of(int kind, int holds) {
    static const int PER_PAGE[] = {254, 42, 127, 60}; /* seats, holds, items, feed */
    return kind < 4 ? (holds + PER_PAGE[kind] - 1) / PER_PAGE[kind] : 1;
}

static void put_page(MDB_cursor *cursor, unsigned char kind, uint64_t number, char *page) {
    unsigned char key[17] = {0};
    key[8] = kind;
    for (int i = 0; i < 8; i++) key[9 + i] = (unsigned char)(number >> (56 - 8 * i));
    MDB_val k = {sizeof key, key}, v = {PAGE, page};
    check(mdb_cursor_put(cursor, &k, &v, 0), "put");
}

void bench_raw(const bench_plan *plan, bench_found *found) {
    char path[4096];
    static char page[PAGE];
    MDB_env *env;
    MDB_dbi dbi = 0;
    snprintf(path, sizeof path, "%s/raw", plan->folder);
    mkdir(path, 0700);
    check(mdb_env_create(&env), "create");
    check(mdb_env_set_mapsize(env, (size_t)32 << 30), "mapsize");
    check(mdb_env_open(env, path, plan->relaxed ? MDB_NOMETASYNC : 0, 0600), "open");
    bench_times times = {0};
    uint64_t holds = 0, began = bench_now_ns(), now = began;
    while ((double)(now - began) < plan->seconds * 1e9 && holds < plan->ops_max) {
        MDB_txn *txn;
        MDB_cursor *cursor;
        check(mdb_txn_begin(env, NULL, 0, &txn), "begin");
        if (!dbi) check(mdb_dbi_open(txn, NULL, 0, &dbi), "dbi");
        check(mdb_cursor_open(txn, dbi, &cursor), "cursor");
        for (int kind = 0; kind < 7; kind++) {
            uint64_t first =
                kind < 4 ? holds / (uint64_t)plan->batch * (uint64_t)pages_of(kind, plan->batch)
                         : 0;
            if (kind < 4 && plan->batch == 1) first = holds / 60;
            for (int i = 0; i < pages_of(kind, plan->batch); i++)
                put_page(cursor, (unsigned char)kind, first + (uint64_t)i, page);
        }
        mdb_cursor_close(cursor);
        check(mdb_txn_commit(txn), "commit");
        uint64_t end = bench_now_ns();
        bench_times_add(&times, end - now);
        now = end;
        holds += (uint64_t)plan->batch;
        found->commits++;
    }
    found->ops = holds;
    found->seconds = (double)(now - began) / 1e9;
    found->p50_us = bench_times_at(&times, 0.5);
    found->p99_us = bench_times_at(&times, 0.99);
    found->max_us = (double)times.max_ns / 1000.0;
    mdb_env_close(env);
}
