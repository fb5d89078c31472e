/* Opening and closing: the protocol of docs/decisions/0002, which keeps LMDB from losing commits
 * when processes that open one store are killed, and the registry that keeps one process from
 * opening a store twice. Called through tci_store_open_lmdb only; everything here holds the
 * registry's lock. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/store_lmdb_internal.h"

#define READERS_DEFAULT 1024u
#define READERS_MAX 65536u
#define MAP_DEFAULT (sizeof(void *) == 8 ? UINT64_C(32) << 30 : UINT64_C(2) << 30)
#define MAP_MIN (UINT64_C(1) << 16)
/* Part of the reader slots that one process may keep for its idle read transactions. */
#define IDLE_PART 32u
/* How long another process may take to open, before we say that it hangs. */
#define LOCK_WAIT_MS 30000
/* Where in open.lock each process marks its presence: a byte at its pid. */
#define PRESENCE_AT 4096
/* Rounds of looking at the path, each begun because another process changed it meanwhile. */
#define ROUNDS 8

/* Locks of open file descriptions where there are any: they also tell two copies of this library in
 * one process apart, and closing another descriptor does not drop them. */
#ifdef F_OFD_SETLK
#define OWN_SETLK F_OFD_SETLK
#else
#define OWN_SETLK F_SETLK
#endif

static int lock_byte(int fd, int command, short type, off_t at) {
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = at, .l_len = 1};
    int rc;
    do rc = fcntl(fd, command, &lock);
    while (rc != 0 && errno == EINTR);
    return rc == 0 ? 0 : errno;
}

static int own_lock(int fd, short type, off_t at) {
    int rc = lock_byte(fd, OWN_SETLK, type, at);
#ifdef F_OFD_SETLK
    if (rc == EINVAL) rc = lock_byte(fd, F_SETLK, type, at);
#endif
    return rc;
}

static uint64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* The next turn of a poll: a little longer each time. False when the wait is over. */
static bool wait_turn(uint64_t began, unsigned *pause_us) {
    if (now_ms() - began > LOCK_WAIT_MS) return false;
    usleep(*pause_us);
    if (*pause_us < 4000) *pause_us *= 2;
    return true;
}

static bool cannot_write(int32_t code) {
    return code == TC_E_READ_ONLY || code == TC_E_PERMISSION;
}

/* A store that nobody opened yet may have a name that is not durable: its creator died after the
 * rename, or has not come to flush it. Whoever is about to make open.lock flushes the names first,
 * so that nothing acknowledged hangs on a name that a power cut takes away. */
static int32_t settle_names(int folder, bool read_only, tc_error *error) {
    struct stat file;
    if (fstatat(folder, TCI_LMDB_OPEN, &file, AT_SYMLINK_NOFOLLOW) == 0) return TC_OK;
    int rc = tci_lmdb_flush_names(folder);
    if (rc == 0 || (read_only && cannot_write(tci_lmdb_code(rc)))) return TC_OK;
    int32_t code = tci_lmdb_code(rc);
    return tci_fail(error, code, "path", "the store's folder cannot be flushed: %s",
                    tc_error_sentence(code));
}

/* (a) Ours alone among all processes that open this store. *fd: -1 where a reader may not write. */
static int32_t take_open_lock(int folder, bool read_only, int *fd, tc_error *error) {
    *fd = openat(folder, TCI_LMDB_OPEN, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (*fd < 0) {
        if (read_only && cannot_write(tci_lmdb_code(errno))) return TC_OK;
        int32_t code = errno == ELOOP ? TC_E_NOT_A_STORE : tci_lmdb_code(errno);
        return tci_fail(error, code, "path", TCI_LMDB_OPEN " cannot be made: %s",
                        tc_error_sentence(code));
    }
    uint64_t began = now_ms();
    unsigned pause_us = 50;
    int rc;
    while ((rc = own_lock(*fd, F_WRLCK, 0)) == EAGAIN || rc == EACCES)
        if (!wait_turn(began, &pause_us)) break;
    if (rc == 0) return TC_OK;
    close(*fd);
    *fd = -1;
    return tci_fail(error, rc == EAGAIN || rc == EACCES ? TC_E_LOCKED : tci_lmdb_code(rc), "path",
                    "another process has been opening this store for %d s", LOCK_WAIT_MS / 1000);
}

/* (b) A process that died while opening may still hold LMDB's exclusive lock for the blink in which
 * the kernel takes it away; LMDB would then believe that somebody set the lock file up. Closing the
 * descriptor drops this process's locks there, so nothing may be open here. */
static int32_t wait_lock_file(int folder, tc_error *error) {
    int fd = openat(folder, TCI_LMDB_LOCK, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return TC_OK; /* LMDB makes it, or says why it cannot */
    uint64_t began = now_ms();
    unsigned pause_us = 50;
    bool free_now = false;
    do {
        /* Byte 0 only: the others are marks of readers, one a pid. */
        struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
        free_now = fcntl(fd, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK;
    } while (!free_now && wait_turn(began, &pause_us));
    close(fd);
    if (free_now) return TC_OK;
    return tci_fail(error, TC_E_LOCKED, "path",
                    "another program holds " TCI_LMDB_LOCK " exclusively");
}

/* Mark this process. The mark is taken already when a second copy of this library in our process
 * has the store open, or a process of our pid in another pid namespace: LMDB cannot tell either
 * from us. */
static int32_t mark_presence(int fd, tc_error *error) {
#ifdef F_OFD_SETLK
    int rc = lock_byte(fd, F_OFD_SETLK, F_WRLCK, PRESENCE_AT + getpid());
    if (rc == EAGAIN || rc == EACCES)
        return tci_fail(error, TC_E_LOCKED, "path",
                        "pid %ld has the store open already: through another copy of this library, "
                        "or in another pid namespace",
                        (long)getpid());
#else
    (void)fd, (void)error;
#endif
    return TC_OK;
}

static void unmark_presence(int fd) {
    if (fd < 0) return;
    /* Said, not left to close: a forked child may share the description. */
    (void)own_lock(fd, F_UNLCK, PRESENCE_AT + getpid());
    close(fd);
}

/* Why mdb_env_open or the first transaction failed, now that the data file is known to be sound. */
static int32_t refuse_open(int rc, tc_error *error) {
    if (rc == MDB_INVALID || rc == MDB_VERSION_MISMATCH)
        return tci_fail(error, TC_E_LOCKED, "path",
                        "another build of LMDB, or of another word size, has the store open");
    if (rc == EAGAIN)
        return tci_fail(error, TC_E_LOCKED, "path",
                        "a process of pid %ld in another pid namespace has the store open",
                        (long)getpid());
    int32_t code = tci_lmdb_code(rc);
    return tci_fail(error, code, "path", "LMDB cannot open the store: %s", mdb_strerror(rc));
}

static int32_t env_new(tci_lmdb_env **env, tc_error *error) {
    tci_lmdb_env *made = calloc(1, sizeof *made);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&made->gate, NULL);
    pthread_cond_init(&made->gate_moved, &monotonic);
    pthread_condattr_destroy(&monotonic);
    made->presence_fd = -1;
    made->fork_generation = tci_store_fork_generation();
    *env = made;
    return TC_OK;
}

/* That nothing LMDB would stumble over stands in the pages a small store has, nor in the branches
 * of a large one. */
static int32_t check_tree(int fd, uint32_t page_bytes, uint64_t txn_id, tc_error *error) {
    tci_store_damage damage = {.what = ""};
    int32_t code = tci_lmdb_check_tree(fd, page_bytes, txn_id, TCI_LMDB_OPEN_LEAVES, &damage);
    if (code == TC_E_CORRUPT)
        return tci_fail(error, code, "path", "page %llu of " TCI_LMDB_DATA " is damaged: %s",
                        (unsigned long long)damage.page, damage.what);
    return code < 0 ? tci_fail(error, code, "path", NULL) : code;
}

/* The first read transaction: it claims our pid in the lock file (and so finds a second process of
 * our pid) and opens the main database. Nothing is read through the map before the size is known.
 */
static int32_t first_read(tci_lmdb_env *env, uint32_t page_bytes, tc_error *error) {
    int fd;
    int rc = mdb_env_get_fd(env->env, &fd);
    int32_t code = TCI_ABSENT;
    for (int attempt = 0; rc == MDB_SUCCESS && code == TCI_ABSENT; attempt++) {
        MDB_txn *txn;
        rc = mdb_txn_begin(env->env, NULL, MDB_RDONLY, &txn);
        if (rc == MDB_READERS_FULL && mdb_reader_check(env->env, NULL) == MDB_SUCCESS)
            rc = mdb_txn_begin(env->env, NULL, MDB_RDONLY, &txn);
        if (rc != MDB_SUCCESS) break;
        code = page_bytes ? tci_lmdb_check_size(fd, page_bytes, mdb_txn_id(txn), error) : TC_OK;
        if (code == TC_OK && page_bytes) code = check_tree(fd, page_bytes, mdb_txn_id(txn), error);
        if (code == TC_OK) rc = mdb_dbi_open(txn, NULL, 0, &env->dbi);
        mdb_txn_abort(txn);
        if (code == TCI_ABSENT && attempt == 1000)
            return tci_fail(error, TC_E_BUSY, "path", "the store changes too fast to be checked");
    }
    if (rc == MDB_SUCCESS) return code;
    return refuse_open(rc, error);
}

int32_t tci_lmdb_env_open(const char *path, uint64_t map_bytes, uint32_t max_readers,
                          unsigned flags, tci_lmdb_env **env, tc_error *error) {
    tci_lmdb_env *made = NULL;
    int32_t code = env_new(&made, error);
    if (code != TC_OK) return code;
    int fd;
    int rc = mdb_env_create(&made->env);
    if (rc == MDB_SUCCESS) rc = mdb_env_set_maxreaders(made->env, max_readers);
    if (rc == MDB_SUCCESS) rc = mdb_env_set_mapsize(made->env, (size_t)map_bytes);
    if (rc == MDB_SUCCESS) rc = mdb_env_open(made->env, path, MDB_NOTLS | flags, 0600);
    if (rc == MDB_SUCCESS) rc = mdb_env_get_fd(made->env, &fd);
    /* The one descriptor LMDB leaves open over exec. */
    if (rc == MDB_SUCCESS && fcntl(fd, F_SETFD, FD_CLOEXEC) != 0) rc = errno;
    unsigned slots = 0; /* as many as the first process to open asked for */
    if (rc == MDB_SUCCESS) rc = mdb_env_get_maxreaders(made->env, &slots);
    made->idle_max = TCI_MAX(slots / IDLE_PART, 1u);
    made->map_bytes = map_bytes;
    made->read_only = (flags & MDB_RDONLY) != 0;
    if (rc == MDB_SUCCESS) {
        *env = made;
        return TC_OK;
    }
    code = refuse_open(rc, error);
    (void)tci_lmdb_env_close(made);
    return code;
}

int32_t tci_lmdb_env_close(tci_lmdb_env *env) {
    TCI_ASSERT(env->active == 0);
    int rc = MDB_SUCCESS, fd;
    if (env->env) {
        tci_lmdb_drop_idle(env);
        if (atomic_load(&env->unsynced)) rc = mdb_env_sync(env->env, 1);
        /* Said, not left to close: a forked child may share the description. */
        if (env->shared && mdb_env_get_fd(env->env, &fd) == MDB_SUCCESS) tci_lmdb_unshare(fd);
        mdb_env_close(env->env);
    }
    unmark_presence(env->presence_fd);
    pthread_cond_destroy(&env->gate_moved);
    pthread_mutex_destroy(&env->gate);
    free(env);
    return tci_lmdb_code(rc);
}

/* That LMDB opened the files we looked at, what they are for the registry, and that nobody uses the
 * data file in a way that does not go with ours. */
static int32_t identify(tci_lmdb_env *env, int folder, const tci_lmdb_head *head, bool markless,
                        tc_error *error) {
    struct stat file;
    int fd;
    if (mdb_env_get_fd(env->env, &fd) != MDB_SUCCESS || fstat(fd, &file) != 0)
        return tci_fail(error, TC_E_IO, "path", NULL);
    if (file.st_dev != head->dev || file.st_ino != head->ino)
        return tci_fail(error, TC_E_BUSY, "path", "the store was replaced while it was opened");
    env->dev = head->dev;
    env->ino = head->ino;
    if (fstatat(folder, TCI_LMDB_LOCK, &file, 0) == 0) {
        env->lock_dev = file.st_dev;
        env->lock_ino = file.st_ino;
    }
    if (fstat(folder, &file) != 0) return tci_fail(error, TC_E_IO, "path", NULL);
    int32_t code = tci_lmdb_share(fd, markless, file.st_ino, error);
    env->shared = code == TC_OK;
    return code;
}

/* Under (a): everything from the look at the lock file to the registry. `markless`: nothing can be
 * written in the folder; without LMDB's lock file then, and nobody may write as long as we read. */
static int32_t open_locked(const tci_store_config *config, int folder, const tci_lmdb_head *head,
                           bool markless, tci_lmdb_env **env, tc_error *error) {
    int32_t code = wait_lock_file(folder, error);
    if (code != TC_OK) return code;
    uint64_t map_bytes =
        TCI_MAX(config->map_bytes ? config->map_bytes : MAP_DEFAULT, head->map_bytes);
    uint32_t readers = config->max_readers ? config->max_readers : READERS_DEFAULT;
    tci_lmdb_env *made;
    map_bytes = TCI_MIN(map_bytes, (uint64_t)(SIZE_MAX / 2));
    unsigned flags = config->read_only ? MDB_RDONLY : 0;
    code = tci_lmdb_env_open(config->path, map_bytes, readers, flags | (markless ? MDB_NOLOCK : 0),
                             &made, error);
    if (config->read_only && !markless && cannot_write(code)) {
        markless = true;
        code =
            tci_lmdb_env_open(config->path, map_bytes, readers, flags | MDB_NOLOCK, &made, error);
    }
    if (code != TC_OK) return code;
    code = identify(made, folder, head, markless, error);
    if (code == TC_OK) code = first_read(made, head->page_bytes, error);
    if (code != TC_OK) {
        (void)tci_lmdb_env_close(made);
        return code;
    }
    (void)mdb_reader_check(made->env, NULL);
    *env = made;
    return TC_OK;
}

static int32_t open_new(const tci_store_config *config, int folder, const tci_lmdb_head *head,
                        tci_lmdb_env **env, tc_error *error) {
    int lock_fd;
    int32_t code = settle_names(folder, config->read_only, error);
    if (code == TC_OK) code = take_open_lock(folder, config->read_only, &lock_fd, error);
    if (code != TC_OK) return code;
    if (lock_fd >= 0) code = mark_presence(lock_fd, error);
    if (code == TC_OK) {
        code = open_locked(config, folder, head, lock_fd < 0, env, error);
        if (lock_fd >= 0) (void)own_lock(lock_fd, F_UNLCK, 0);
        if (code == TC_OK) {
            (*env)->presence_fd = lock_fd;
            return TC_OK;
        }
        unmark_presence(lock_fd);
        return code;
    }
    (void)own_lock(lock_fd, F_UNLCK, 0);
    close(lock_fd);
    return code;
}

/* This process's environment on the same files, if there is one. */
static int32_t find_open(const tci_store_config *config, int folder, const tci_lmdb_head *head,
                         tci_lmdb_env **env, tc_error *error) {
    struct stat lock;
    bool has_lock = fstatat(folder, TCI_LMDB_LOCK, &lock, 0) == 0;
    for (tci_lmdb_env *at = *tci_lmdb_registry(); at; at = at->next) {
        bool same_lock = has_lock && at->lock_ino == lock.st_ino && at->lock_dev == lock.st_dev;
        if (at->dev != head->dev || at->ino != head->ino) {
            if (!same_lock) continue;
            return tci_fail(error, TC_E_ALREADY_OPEN, "path",
                            "this process has a store open whose data file was replaced since");
        }
        if (at->read_only != config->read_only)
            return tci_fail(error, TC_E_ALREADY_OPEN, "read_only",
                            "this process has the store open for %s",
                            at->read_only ? "reading only" : "writing");
        if (config->map_bytes > at->map_bytes)
            return tci_fail(error, TC_E_ALREADY_OPEN, "map_bytes",
                            "this process has the store open with a smaller map, %llu bytes",
                            (unsigned long long)at->map_bytes);
        int32_t poison = atomic_load(&at->poison);
        if (poison != TC_OK)
            return tci_fail(error, poison, "path",
                            "another handle of this process must be closed before the store can be "
                            "opened again: a commit through it failed");
        *env = at;
        return TC_OK;
    }
    return TCI_ABSENT;
}

/* Open the store in a folder that has a data file. */
static int32_t open_existing(const tci_store_config *config, tci_lmdb_env **env, tc_error *error) {
    int folder = open(config->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        int32_t code = tci_lmdb_code(errno);
        return tci_fail(error, code, "path", NULL);
    }
    tci_lmdb_head head = {0};
    int32_t code = tci_lmdb_check_filesystem(folder, error);
    if (code == TC_OK) code = tci_lmdb_check_head(folder, &head, error);
    if (code == TC_OK) code = find_open(config, folder, &head, env, error);
    if (code == TCI_ABSENT) {
        code = open_new(config, folder, &head, env, error);
        if (code == TC_OK) {
            tci_lmdb_env **registry = tci_lmdb_registry();
            (*env)->next = *registry;
            *registry = *env;
        }
    }
    if (code == TC_OK) (*env)->handles++;
    close(folder);
    return code;
}

void tci_lmdb_release(tci_lmdb_env *env) {
    tci_lmdb_registry_lock();
    TCI_ASSERT(env->handles > 0);
    if (--env->handles == 0) {
        tci_lmdb_env **at = tci_lmdb_registry();
        while (*at != env) at = &(*at)->next;
        *at = env->next;
        (void)tci_lmdb_env_close(env);
    }
    tci_lmdb_registry_unlock();
}

typedef struct filling {
    const tci_store_config *config;
    bool done; /* init may be called once only */
} filling;

int32_t tci_lmdb_commit_unseen(const char *folder, uint64_t map_bytes, tci_copy_finish fill,
                               void *user_data, tc_error *error) {
    tci_lmdb_env *env;
    int32_t code = tci_lmdb_env_open(folder, map_bytes, 1, MDB_NOLOCK, &env, error);
    if (code != TC_OK) return code;
    code = first_read(env, 0, error);
    tci_lmdb_store store = {.base = {&tci_lmdb_ops}, .env = env};
    store.fork_generation = env->fork_generation;
    tci_txn *txn;
    if (code == TC_OK) {
        code = tci_store_begin(&store.base, TCI_TXN_WRITE, &txn);
        if (code == TC_OK) {
            code = fill ? fill(txn, user_data) : TC_OK;
            if (code == TC_OK) code = tci_txn_commit(txn);
            else tci_txn_abort(txn);
        }
        if (code == TCI_ABSENT) code = TC_OK;
        /* Nobody can have seen it: an unknown outcome is thrown away like any failure. */
        if (code == TC_E_OUTCOME_UNKNOWN) code = TC_E_IO;
        if (code != TC_OK)
            tci_fail(error, code, "path", "the store's first commit failed: %s",
                     tc_error_sentence(code));
    }
    int32_t closed = tci_lmdb_env_close(env);
    return code == TC_OK ? closed : code;
}

/* The data file of a new store, in a folder that nobody else sees yet; so without locks. */
static int32_t fill_new(void *user_data, const char *folder, tc_error *error) {
    filling *job = user_data;
    const tci_store_config *config = job->config;
    if (job->done)
        return tci_fail(error, TC_E_BUSY, "path", "the path is changed by others all the time");
    job->done = true;
    return tci_lmdb_commit_unseen(folder, config->map_bytes ? config->map_bytes : MAP_DEFAULT,
                                  config->init, config->user_data, error);
}

/* Look at the path and do what fits, until nobody has changed it meanwhile. */
static int32_t open_or_create(const tci_store_config *config, tci_lmdb_env **env, tc_error *error) {
    bool made = false;
    filling job = {config, false};
    for (int round = 0; round < ROUNDS; round++) {
        int32_t code = tci_lmdb_place_of(config->path, error);
        if (code < 0) return code;
        if (code == TCI_PLACE_OTHER)
            return tci_fail(error, TC_E_NOT_A_STORE, "path",
                            "%.150s is not a folder with a store, nor an empty one", config->path);
        if (code == TCI_PLACE_STORE) {
            if (config->create && config->exclusive && !made)
                return tci_fail(error, TC_E_STORE_EXISTS, "path", "%.150s holds a store already",
                                config->path);
            return open_existing(config, env, error);
        }
        if (!config->create || made)
            return tci_fail(error, TC_E_NO_STORE, "path", "there is no store at %.150s",
                            config->path);
        code = tci_lmdb_create(config->path, fill_new, &job, error);
        if (code < 0) return code;
        made = code == TC_OK;
    }
    return tci_fail(error, TC_E_BUSY, "path", "the path is changed by others all the time");
}

static int32_t check_config(const tci_store_config *config, tc_error *error) {
    if (!config->path || !*config->path)
        return tci_fail(error, TC_E_INVALID, "path", "path may not be NULL or empty");
    if (config->map_bytes && config->map_bytes < MAP_MIN)
        return tci_fail(error, TC_E_INVALID, "map_bytes", "map_bytes may not be under %llu",
                        (unsigned long long)MAP_MIN);
    if (config->map_bytes > SIZE_MAX / 2)
        return tci_fail(error, TC_E_LIMIT, "map_bytes",
                        "map_bytes is more than this machine can map");
    if (config->max_readers > READERS_MAX)
        return tci_fail(error, TC_E_LIMIT, "max_readers", "max_readers may be at most %u",
                        READERS_MAX);
    if (config->read_only && config->create)
        return tci_fail(error, TC_E_INVALID, "read_only",
                        "a store cannot be made for reading only");
    return TC_OK;
}

int32_t tci_store_open_lmdb(const tci_store_config *config, tci_store **store, tc_error *error) {
    int32_t code = check_config(config, error);
    if (code != TC_OK) return code;
    tci_lmdb_store *made = calloc(1, sizeof *made);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    tci_lmdb_registry_lock();
    code = open_or_create(config, &made->env, error);
    tci_lmdb_registry_unlock();
    if (code != TC_OK) {
        free(made);
        return code;
    }
    made->base.ops = &tci_lmdb_ops;
    made->read_only = config->read_only;
    made->fork_generation = tci_store_fork_generation();
    *store = &made->base;
    return TC_OK;
}
