/* Making a store appear at a path whole or not at all, for creation and for hot copies: built in a
 * temporary folder, flushed, then renamed into place. What dead creators left is cleared away on
 * the way. Must never remove or replace anything but its own temporary folders and an empty folder.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "store/store_lmdb_internal.h"

#define NAME_BYTES (sizeof TCI_LMDB_TEMP + 48)
/* How often to try for the lock that keeps cleaning and beginning apart, and how long between. */
#define BASE_LOCK_TRIES 1000
#define BASE_LOCK_PAUSE_US 1000
#define RENAME_KEEP 1u /* RENAME_NOREPLACE */

/* One store in the making. */
typedef struct making {
    char *base; /* folder in which the temporary folder lies */
    char *name; /* what the temporary folder is to be called there; NULL: base itself is the target
                   and only the data file moves up */
    char *folder; /* path of the temporary folder */
    char temp[NAME_BYTES];
    int base_fd;
    int temp_fd;
} making;

static bool is_ours(const char *name) {
    return strncmp(name, TCI_LMDB_TEMP, sizeof TCI_LMDB_TEMP - 1) == 0;
}

/* Nothing in it but what nobody put there. */
static int32_t folder_empty(int fd, bool *empty) {
    DIR *list = fdopendir(fd);
    if (!list) {
        int32_t code = tci_lmdb_code(errno);
        close(fd);
        return code;
    }
    *empty = true;
    for (struct dirent *entry; *empty && (entry = readdir(list));)
        *empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
                 strcmp(entry->d_name, "lost+found") == 0 || is_ours(entry->d_name);
    closedir(list);
    return TC_OK;
}

static int32_t cannot_see(int number, tc_error *error) {
    int32_t code = tci_lmdb_code(number);
    return tci_fail(error, code, "path", "the path cannot be read: %s", tc_error_sentence(code));
}

static int32_t look_at_place(const char *path, tc_error *error) {
    struct stat there;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        if (errno == ENOTDIR) return TCI_PLACE_OTHER;
        if (errno != ENOENT) return cannot_see(errno, error);
        return lstat(path, &there) == 0 ? TCI_PLACE_OTHER : TCI_PLACE_MISSING;
    }
    if (fstatat(fd, TCI_LMDB_DATA, &there, 0) == 0) {
        close(fd);
        return TCI_PLACE_STORE;
    }
    if (errno != ENOENT) {
        int number = errno;
        close(fd);
        return cannot_see(number, error);
    }
    bool empty = false;
    int32_t code = folder_empty(fd, &empty);
    if (code != TC_OK) return tci_fail(error, code, "path", NULL);
    return empty ? TCI_PLACE_EMPTY : TCI_PLACE_OTHER;
}

/* What looks like something else may be a store that appeared between two of the looks. */
int32_t tci_lmdb_place_of(const char *path, tc_error *error) {
    int32_t place = look_at_place(path, error);
    return place == TCI_PLACE_OTHER ? look_at_place(path, error) : place;
}

/* Remove a temporary folder: the files a store has, no others. */
static void remove_temp(int base_fd, const char *name, int temp_fd) {
    (void)unlinkat(temp_fd, TCI_LMDB_DATA, 0);
    (void)unlinkat(temp_fd, TCI_LMDB_LOCK, 0);
    (void)unlinkat(temp_fd, TCI_LMDB_OPEN, 0);
    (void)unlinkat(base_fd, name, AT_REMOVEDIR);
}

/* Under the base's lock: a temporary folder nobody locks is a dead creator's. */
static void clean_leftovers(int base_fd) {
    int fd = openat(base_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = fd >= 0 ? fdopendir(fd) : NULL;
    if (!list) {
        if (fd >= 0) close(fd);
        return;
    }
    for (struct dirent *entry; (entry = readdir(list));) {
        if (!is_ours(entry->d_name)) continue;
        int temp = openat(base_fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (temp < 0) continue;
        if (flock(temp, LOCK_EX | LOCK_NB) == 0) remove_temp(base_fd, entry->d_name, temp);
        close(temp);
    }
    closedir(list);
}

/* The lock of the base keeps a cleaner from seeing a folder between its making and its locking.
 * When somebody else sits on it, the folder is made all the same and nothing is cleaned. */
static bool lock_base(int base_fd) {
    for (int i = 0; i < BASE_LOCK_TRIES; i++) {
        if (flock(base_fd, LOCK_EX | LOCK_NB) == 0) return true;
        if (errno != EWOULDBLOCK && errno != EINTR) return false;
        usleep(BASE_LOCK_PAUSE_US);
    }
    return false;
}

static int make_temp(making *store) {
    uint64_t salt = 0;
    if (getrandom(&salt, sizeof salt, 0) != (ssize_t)sizeof salt) return EIO;
    snprintf(store->temp, sizeof store->temp, TCI_LMDB_TEMP "%ld-%016llx", (long)getpid(),
             (unsigned long long)salt);
    bool locked = lock_base(store->base_fd);
    if (locked) clean_leftovers(store->base_fd);
    int rc = mkdirat(store->base_fd, store->temp, 0700) == 0 ? 0 : errno;
    if (rc == 0) {
        store->temp_fd = openat(store->base_fd, store->temp, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (store->temp_fd < 0) rc = errno;
        else if (flock(store->temp_fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) rc = EAGAIN;
    }
    if (locked) (void)flock(store->base_fd, LOCK_UN);
    return rc;
}

/* Some file systems have nothing to flush in a folder, and say EINVAL. */
static int flush(int fd) {
    return fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
}

/* A folder and its own name. A parent that we may not read is its owner's care. */
int tci_lmdb_flush_names(int folder) {
    int rc = flush(folder);
    if (rc != 0) return rc;
    int parent = openat(folder, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent < 0) return errno == EACCES ? 0 : errno;
    rc = flush(parent);
    close(parent);
    return rc;
}

static int flush_temp(const making *store) {
    int fd = openat(store->temp_fd, TCI_LMDB_DATA, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    int rc = fsync(fd) == 0 ? 0 : errno;
    if (close(fd) != 0 && rc == 0) rc = errno;
    return rc ? rc : flush(store->temp_fd);
}

/* rename(2) of a folder replaces nothing but an empty folder; for a file that has to be asked for.
 */
static int move_data(const making *store) {
#ifdef SYS_renameat2
    if (syscall(SYS_renameat2, store->temp_fd, TCI_LMDB_DATA, store->base_fd, TCI_LMDB_DATA,
                RENAME_KEEP) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
    if (linkat(store->temp_fd, TCI_LMDB_DATA, store->base_fd, TCI_LMDB_DATA, 0) != 0) return errno;
    (void)unlinkat(store->temp_fd, TCI_LMDB_DATA, 0);
    return 0;
}

/* Whether a name in a folder is the very file or folder of `mine`. */
static bool same_file(int folder, const char *name, const struct stat *mine) {
    struct stat there;
    return fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
           there.st_dev == mine->st_dev && there.st_ino == mine->st_ino;
}

/* Show the store to the world. EEXIST: there is something by now. A rename that was carried out and
 * then reported as failed counts as done: others may be using the store already. */
static int publish(making *store) {
    struct stat mine;
    bool whole = store->name != NULL;
    int rc = whole ? fstat(store->temp_fd, &mine)
                   : fstatat(store->temp_fd, TCI_LMDB_DATA, &mine, AT_SYMLINK_NOFOLLOW);
    if (rc != 0) return errno;
    if (whole)
        rc = renameat(store->base_fd, store->temp, store->base_fd, store->name) == 0 ? 0 : errno;
    else rc = move_data(store);
    if (rc != 0 && same_file(store->base_fd, whole ? store->name : TCI_LMDB_DATA, &mine)) rc = 0;
    if (whole && rc == 0) store->temp[0] = '\0';
    if (whole && (rc == ENOTEMPTY || rc == ENOTDIR)) rc = EEXIST;
    if (rc != 0) return rc;
    /* An empty folder may be as new as the store in it. */
    return whole ? flush(store->base_fd) : tci_lmdb_flush_names(store->base_fd);
}

/* Through the descriptor, and only while the folder still has its temporary name: under any other
 * it is a published store. */
static void discard_temp(const making *store) {
    struct stat mine;
    if (!store->temp[0]) return;
    if (store->temp_fd < 0) (void)unlinkat(store->base_fd, store->temp, AT_REMOVEDIR);
    else if (fstat(store->temp_fd, &mine) == 0 && same_file(store->base_fd, store->temp, &mine))
        remove_temp(store->base_fd, store->temp, store->temp_fd);
}

static void making_end(making *store) {
    if (store->base_fd >= 0) discard_temp(store);
    if (store->temp_fd >= 0) {
        /* Said, not left to close: a forked child may share the description. */
        (void)flock(store->temp_fd, LOCK_UN);
        close(store->temp_fd);
    }
    if (store->base_fd >= 0) close(store->base_fd);
    free(store->base);
    free(store->name);
    free(store->folder);
}

/* Split the path of a folder that is not there into its parent and its name. */
static int split(const char *path, making *store) {
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/') end--;
    size_t slash = end;
    while (slash > 0 && path[slash - 1] != '/') slash--;
    store->name = strndup(path + slash, end - slash);
    store->base = slash ? strndup(path, slash) : strdup(".");
    return store->name && store->base ? 0 : ENOMEM;
}

static int making_begin(making *store, const char *path, bool missing) {
    int rc = 0;
    if (missing) rc = split(path, store);
    else if (!(store->base = strdup(path))) rc = ENOMEM;
    if (rc != 0) return rc;
    store->base_fd = open(store->base, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (store->base_fd < 0) return errno;
    rc = make_temp(store);
    if (rc != 0) return rc;
    size_t room = strlen(store->base) + sizeof store->temp + 2;
    store->folder = malloc(room);
    if (!store->folder) return ENOMEM;
    snprintf(store->folder, room, "%s/%s", store->base, store->temp);
    return 0; /* NOLINT(clang-analyzer-unix.Malloc): making_end() frees it */
}

static int32_t refuse(int rc, const char *path, tc_error *error) {
    int32_t code = tci_lmdb_code(rc);
    if (rc == ENOENT)
        return tci_fail(error, TC_E_NO_STORE, "path",
                        "the folder that is to hold %.150s does not exist", path);
    return tci_fail(error, code, "path", "a store cannot be made at %.120s: %s", path,
                    tc_error_sentence(code));
}

int32_t tci_lmdb_create(const char *path, tci_lmdb_fill fill, void *user_data, tc_error *error) {
    int32_t place = tci_lmdb_place_of(path, error);
    if (place < 0) return place;
    if (place != TCI_PLACE_MISSING && place != TCI_PLACE_EMPTY) return TCI_ABSENT;
    making store = {.base_fd = -1, .temp_fd = -1};
    int rc = making_begin(&store, path, place == TCI_PLACE_MISSING);
    int32_t code = TC_OK;
    if (rc == 0) code = tci_lmdb_check_filesystem(store.base_fd, error);
    if (rc == 0 && code == TC_OK) {
        code = fill(user_data, store.folder, error);
        if (code == TC_OK) {
            rc = flush_temp(&store);
            if (rc == 0) rc = publish(&store);
        }
    }
    /* An existing folder that vanishes was empty: somebody renamed a store over it. */
    if (rc == EEXIST || (rc == ENOENT && place == TCI_PLACE_EMPTY)) code = TCI_ABSENT;
    else if (rc != 0) code = refuse(rc, path, error);
    making_end(&store);
    return code;
}

typedef struct copying {
    tci_lmdb_store *store;
    bool compact;
    tci_copy_finish finish;
    void *user_data;
} copying;

static int32_t fill_copy(void *user_data, const char *folder, tc_error *error) {
    const copying *job = user_data;
    tci_txn *pin;
    char path[PATH_MAX];
    if ((size_t)snprintf(path, sizeof path, "%s/" TCI_LMDB_DATA, folder) >= sizeof path)
        return tci_fail(error, TC_E_LIMIT, "path", "the path is too long");
    /* A transaction of ours: the map stays where it is while LMDB copies out of it. */
    int32_t code = tci_store_begin(&job->store->base, TCI_TXN_READ, &pin);
    if (code != TC_OK) return tci_fail(error, code, NULL, NULL);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    int rc = fd < 0 ? errno
                    : mdb_env_copyfd2(job->store->env->env, fd, job->compact ? MDB_CP_COMPACT : 0);
    if (fd >= 0 && close(fd) != 0 && rc == MDB_SUCCESS) rc = errno;
    tci_txn_abort(pin);
    if (rc == MDB_SUCCESS && job->finish)
        return tci_lmdb_commit_unseen(folder, job->store->env->map_bytes, job->finish,
                                      job->user_data, error);
    if (rc == MDB_SUCCESS) return TC_OK;
    code = tci_lmdb_code(rc);
    if (rc == MDB_INCOMPATIBLE)
        return tci_fail(error, code, NULL,
                        "the free list does not add up: copy without compacting");
    return tci_fail(error, code, "path", "the copy failed: %s", tc_error_sentence(code));
}

int32_t tci_lmdb_copy(tci_store *base, const char *path, bool compact, tci_copy_finish finish,
                      void *user_data, tc_error *error) {
    tci_lmdb_store *store = (tci_lmdb_store *)base;
    int32_t code = tci_lmdb_usable(store);
    if (code != TC_OK) return tci_fail(error, code, NULL, NULL);
    if (!path || !*path)
        return tci_fail(error, TC_E_INVALID, "path", "path may not be NULL or empty");
    if (tci_lmdb_is_writer(store->env))
        return tci_fail(error, TC_E_BUSY, NULL, "this thread is inside a write transaction");
    copying job = {store, compact, finish, user_data};
    code = tci_lmdb_create(path, fill_copy, &job, error);
    if (code == TCI_ABSENT)
        return tci_fail(error, TC_E_STORE_EXISTS, "path", "there is something at %.150s", path);
    return code;
}
