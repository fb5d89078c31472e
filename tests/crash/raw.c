/* Plain LMDB without any of the store's precautions. */
#include "raw.h"

#include <lmdb.h>
#include <string.h>
#include <sys/stat.h>

#define MAP_BYTES (1u << 20)

static int open_env(const char *folder, MDB_env **env) {
    int rc = mdb_env_create(env);
    if (rc != MDB_SUCCESS) return rc;
    rc = mdb_env_set_mapsize(*env, MAP_BYTES);
    if (rc == MDB_SUCCESS) rc = mdb_env_open(*env, folder, 0, 0600);
    if (rc != MDB_SUCCESS) mdb_env_close(*env);
    return rc;
}

static MDB_val key(void) {
    static char name[] = "counter";
    return (MDB_val){sizeof name, name};
}

static int visit(MDB_env *env, uint64_t by, uint64_t *value) {
    MDB_txn *txn;
    MDB_dbi dbi;
    MDB_val at = key(), data;
    int rc = mdb_txn_begin(env, NULL, by ? 0 : MDB_RDONLY, &txn);
    if (rc != MDB_SUCCESS) return rc;
    rc = mdb_dbi_open(txn, NULL, 0, &dbi);
    *value = 0;
    if (rc == MDB_SUCCESS) rc = mdb_get(txn, dbi, &at, &data);
    if (rc == MDB_SUCCESS) memcpy(value, data.mv_data, sizeof *value);
    if (rc == MDB_NOTFOUND) rc = MDB_SUCCESS;
    *value += by;
    data = (MDB_val){sizeof *value, value};
    if (rc == MDB_SUCCESS && by) rc = mdb_put(txn, dbi, &at, &data, 0);
    if (rc == MDB_SUCCESS && by) return mdb_txn_commit(txn);
    mdb_txn_abort(txn);
    return rc;
}

static int open_and_visit(const char *folder, uint64_t by, uint64_t times, uint64_t *value) {
    MDB_env *env;
    int rc = open_env(folder, &env);
    if (rc != MDB_SUCCESS) return rc;
    for (uint64_t i = 0; i < times && rc == MDB_SUCCESS; i++) rc = visit(env, by, value);
    mdb_env_close(env);
    return rc;
}

int raw_make(const char *folder, uint64_t commits) {
    uint64_t value;
    if (mkdir(folder, 0700) != 0) return -1;
    return open_and_visit(folder, 1, commits, &value);
}

int raw_raise(const char *folder, uint64_t *value) {
    return open_and_visit(folder, 1, 1, value);
}

int raw_open_only(const char *folder) {
    uint64_t value;
    return open_and_visit(folder, 0, 0, &value);
}

int raw_read(const char *folder, uint64_t *value) {
    return open_and_visit(folder, 0, 1, value);
}
