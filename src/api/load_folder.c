/* The folder in which tc_load() builds a store: beside the store's place, locked while its maker
 * lives, so that the next load to that place can tell a dead one's and clear it away. Must never
 * remove anything that does not have the whole form of such a folder's name. */
#include "api/load_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"

#define INFIX ".loading-"
#define LOCK_NAME "loading.lock"
#define HEX_DIGITS 16u
#define TRIES 5

/* The path without slashes behind it. */
static size_t path_length(const char *path) {
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') length--;
    return length;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place) {
    (void)info, (void)kind, (void)place;
    return remove(path);
}

static void remove_all(const char *path) {
    (void)nftw(path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* The lock of a folder, taken: the descriptor, or a negative number. *missing: there is none yet.
 */
static int take_lock(const char *folder, int more_flags, bool *missing) {
    char name[3300];
    struct stat held, there;
    snprintf(name, sizeof name, "%s/" LOCK_NAME, folder);
    int fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | more_flags, 0600);
    *missing = fd < 0 && errno == ENOENT;
    if (fd < 0) return -1;
    /* Of two who meet here, a maker and a cleaner, the later one sees that the file is gone. */
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &held) == 0 && lstat(name, &there) == 0 &&
        held.st_ino == there.st_ino && held.st_dev == there.st_dev)
        return fd;
    close(fd);
    return -1;
}

static void clean_one(const char *folder) {
    bool missing;
    int fd = take_lock(folder, 0, &missing);
    /* Without a lock it is being made this moment, or was when its maker died: then it is empty. */
    if (missing) (void)rmdir(folder);
    if (fd < 0) return;
    remove_all(folder);
    close(fd);
}

static bool is_ours(const char *name, const char *prefix, size_t prefix_len) {
    if (strncmp(name, prefix, prefix_len) != 0) return false;
    if (strncmp(name + prefix_len, INFIX, sizeof INFIX - 1) != 0) return false;
    const char *digits = name + prefix_len + sizeof INFIX - 1;
    return strlen(digits) == HEX_DIGITS && strspn(digits, "0123456789abcdef") == HEX_DIGITS;
}

void tci_load_folder_clean(const char *path) {
    char parent[3200], folder[3500];
    size_t length = path_length(path), slash = length;
    while (slash > 0 && path[slash - 1] != '/') slash--;
    snprintf(parent, sizeof parent, "%.*s", slash ? (int)slash : 1, slash ? path : ".");
    DIR *list = opendir(parent);
    if (!list) return;
    for (struct dirent *entry; (entry = readdir(list));) {
        if (!is_ours(entry->d_name, path + slash, length - slash)) continue;
        snprintf(folder, sizeof folder, "%.*s%s", (int)slash, path, entry->d_name);
        clean_one(folder);
    }
    closedir(list);
}

static int32_t code_of(int reason) {
    static const struct {
        int reason;
        int32_t code;
    } CODES[] = {
        {ENOENT, TC_E_NO_STORE},     {EACCES, TC_E_PERMISSION},  {EPERM, TC_E_PERMISSION},
        {EROFS, TC_E_READ_ONLY},     {ENOSPC, TC_E_STORE_FULL},  {EDQUOT, TC_E_STORE_FULL},
        {ENOTDIR, TC_E_NOT_A_STORE}, {ENAMETOOLONG, TC_E_LIMIT}, {ENOMEM, TC_E_NOMEM},
    };
    for (size_t i = 0; i < TCI_COUNT(CODES); i++)
        if (CODES[i].reason == reason) return CODES[i].code;
    return TC_E_IO;
}

int32_t tci_load_folder_make(const char *path, tci_load_folder *made, tc_error *error) {
    int reason = EBUSY;
    for (int i = 0; i < TRIES; i++) {
        uint64_t unique;
        bool missing;
        tci_random(&unique, sizeof unique);
        snprintf(made->path, sizeof made->path, "%.*s" INFIX "%016llx", (int)path_length(path),
                 path, (unsigned long long)unique);
        snprintf(made->store, sizeof made->store, "%s/store", made->path);
        if (mkdir(made->path, 0700) != 0) {
            reason = errno;
            if (reason == EEXIST) continue;
            break;
        }
        made->lock_fd = take_lock(made->path, O_CREAT, &missing);
        if (made->lock_fd >= 0) return TC_OK;
        reason = errno;
        remove_all(made->path);
    }
    int32_t code = code_of(reason);
    if (reason == ENOENT)
        return tci_fail(error, TC_E_NO_STORE, "path",
                        "the folder that is to hold %.150s does not exist", path);
    return tci_fail(error, code, "path", "a store cannot be made at %.120s: %s", path,
                    tc_error_sentence(code));
}

void tci_load_folder_remove(tci_load_folder *folder) {
    remove_all(folder->path);
    close(folder->lock_fd);
}
