/* Writing a file whole or not at all: into a file without a name where the system has such, else
 * into one beside it; flushed, then renamed. Pipes and devices are written straight. Must never
 * shorten a file that somebody has. */
#include "outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROC_FD_ROOM 40

static int tell(cli_call *call, cli_outfile *out, int reason) {
    int exit_code = cli_trouble(call, CLI_STORE, "FILE", "the file %s cannot be written: %s",
                                out->path ? out->path : "on standard output", strerror(reason));
    if (out->path && out->fd >= 0) close(out->fd);
    if (out->named) (void)unlink(out->temp);
    free(out->target);
    free(out->temp);
    return exit_code;
}

/* The folder a file lies in; its caller frees it. */
static char *folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash) return strdup(".");
    return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

static void show_fd(int fd, char text[PROC_FD_ROOM]) {
    snprintf(text, PROC_FD_ROOM, "/proc/self/fd/%d", fd);
}

/* A file that vanishes with this process; -1 where there is no such thing, with a reason that is 0.
 */
static int open_nameless(const char *folder, mode_t mode, int *reason) {
    *reason = 0;
#ifdef O_TMPFILE
    char proc[PROC_FD_ROOM];
    int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (fd < 0 && (errno == EACCES || errno == EROFS || errno == ENOENT)) *reason = errno;
    if (fd < 0) return -1;
    show_fd(fd, proc);
    if (access(proc, F_OK) == 0) return fd;
    close(fd);
#else
    (void)folder, (void)mode;
#endif
    return -1;
}

static int open_named(cli_outfile *out, mode_t mode) {
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int fd = open(out->temp, flags, mode);
    if (fd < 0 && errno == EEXIST && unlink(out->temp) == 0) fd = open(out->temp, flags, mode);
    out->named = fd >= 0;
    return fd;
}

/* Beside the target, with its rights when there is one already. */
static int open_beside(cli_outfile *out, mode_t mode, const struct stat *before) {
    size_t room = strlen(out->target) + 32;
    out->temp = cli_room(room, 1);
    snprintf(out->temp, room, "%s.writing-%ld", out->target, (long)getpid());
    char *folder = folder_of(out->target);
    if (!folder) return ENOMEM;
    int reason;
    out->fd = open_nameless(folder, mode, &reason);
    free(folder);
    if (reason) return reason;
    if (out->fd < 0) out->fd = open_named(out, mode);
    if (out->fd < 0) return errno;
    /* As well as we may: another's file becomes ours where we may not give it back. */
    if (before && fchown(out->fd, before->st_uid, before->st_gid) != 0) errno = 0;
    if (before && fchmod(out->fd, before->st_mode & 07777) != 0) return errno;
    return 0;
}

int cli_outfile_begin(cli_call *call, const char *path, mode_t mode, cli_outfile *out) {
    struct stat before;
    *out = (cli_outfile){.fd = STDOUT_FILENO};
    if (!path || strcmp(path, "-") == 0) {
        fflush(stdout);
        return CLI_OK;
    }
    out->path = path;
    bool there = stat(path, &before) == 0;
    bool link = !there && lstat(path, &before) == 0; /* to nothing, which it then names */
    if (link || (there && !S_ISREG(before.st_mode))) {
        out->fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, mode);
        return out->fd >= 0 ? CLI_OK : tell(call, out, errno);
    }
    out->fd = -1;
    out->target = there ? realpath(path, NULL) : strdup(path);
    if (!out->target) return tell(call, out, errno);
    int reason = open_beside(out, mode, there ? &before : NULL);
    return reason ? tell(call, out, reason) : CLI_OK;
}

/* 0, or why not. */
static int put_in_place(cli_outfile *out) {
    if (fsync(out->fd) != 0) return errno;
    if (!out->named) {
        char proc[PROC_FD_ROOM];
        show_fd(out->fd, proc);
        (void)unlink(out->temp);
        if (linkat(AT_FDCWD, proc, AT_FDCWD, out->temp, AT_SYMLINK_FOLLOW) != 0) return errno;
        out->named = true;
    }
    if (rename(out->temp, out->target) != 0) return errno;
    out->named = false;
    char *folder = folder_of(out->target);
    int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(folder);
    /* A folder that cannot be read or flushed is its owner's care. */
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    return 0;
}

int cli_outfile_end(cli_call *call, cli_outfile *out, bool keep) {
    if (!out->path) return CLI_OK;
    int reason = 0;
    if (keep && out->target) reason = put_in_place(out);
    else if (keep && fsync(out->fd) != 0 && errno != EINVAL && errno != EROFS) reason = errno;
    if (reason) return tell(call, out, reason);
    if (close(out->fd) != 0 && keep) reason = errno;
    out->fd = -1;
    if (reason) return tell(call, out, reason);
    if (out->named) (void)unlink(out->temp);
    free(out->target);
    free(out->temp);
    return CLI_OK;
}
