/* The machine below the measurements: what its device wrote, servers as children of this process,
 * folders that are removed again. */
#include "bench.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

void bench_die(const char *what, const char *why) {
    fprintf(stderr, "\nbench: %s: %s\n", what, why);
    exit(1);
}

void bench_remove(const char *folder) {
    char command[4200];
    snprintf(command, sizeof command, "rm -rf -- '%s'", folder);
    if (system(command)) bench_die("cannot remove", folder);
}

static char last[4096];

static void remove_last(void) {
    bench_remove(last);
}

void bench_at_end(const char *folder) {
    snprintf(last, sizeof last, "%s", folder);
    atexit(remove_last);
}

void bench_folder(char *path, size_t size, const char *base, const char *name) {
    char made[4096];
    snprintf(made, sizeof made, "%s/%s", base, name);
    if (mkdir(made, 0700) && errno != EEXIST) bench_die(made, strerror(errno));
    char *real = realpath(made, NULL);
    if (!real) bench_die(made, strerror(errno));
    snprintf(path, size, "%s", real);
    free(real);
}

/* Fields of /proc/diskstats after the name: the 7th is sectors written, the 16th flushes. */
bench_device bench_device_of(const char *folder) {
    bench_device found = {0, 0};
    struct stat at;
    FILE *file = stat(folder, &at) ? NULL : fopen("/proc/diskstats", "re");
    if (!file) return found;
    char line[512];
    while (fgets(line, sizeof line, file)) {
        unsigned major_number, minor_number;
        unsigned long long v[17] = {0};
        char name[64];
        int got =
            sscanf(line,
                   "%u %u %63s %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu %llu "
                   "%llu %llu %llu %llu",
                   &major_number, &minor_number, name, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5],
                   &v[6], &v[7], &v[8], &v[9], &v[10], &v[11], &v[12], &v[13], &v[14], &v[15]);
        if (got < 10 || major_number != major(at.st_dev) || minor_number != minor(at.st_dev))
            continue;
        found.bytes = v[6] * 512;
        found.flushes = v[15];
    }
    fclose(file);
    return found;
}

bool bench_program(const char *name) {
    char command[300];
    snprintf(command, sizeof command, "command -v '%s' >/dev/null 2>&1", name);
    return system(command) == 0;
}

int bench_server_start(const char *user, const char *log, const char *const *command) {
    pid_t pid = fork();
    if (pid < 0) bench_die("fork", strerror(errno));
    if (pid > 0) return (int)pid;
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    int out = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (out < 0 || null < 0) _exit(126);
    dup2(null, 0);
    dup2(out, 1);
    dup2(out, 2);
    struct passwd *who = user && geteuid() == 0 ? getpwnam(user) : NULL;
    if (who && (setgid(who->pw_gid) || setuid(who->pw_uid))) _exit(126);
    if (who) prctl(PR_SET_PDEATHSIG, SIGQUIT); /* a change of user clears it */
    execvp(command[0], (char *const *)(uintptr_t)command);
    _exit(127);
}

void bench_server_end(int pid, int signal) {
    int status;
    if (pid <= 0 || waitpid(pid, &status, WNOHANG) != 0) return;
    kill(pid, signal);
    waitpid(pid, &status, 0);
}

/* Of the process and of the children it has waited for. */
void bench_server_cpu(int pid, double *user_seconds, double *sys_seconds) {
    char path[64], text[2048];
    snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *file = fopen(path, "re");
    *user_seconds = *sys_seconds = 0;
    if (!file) return;
    size_t got = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[got] = 0;
    char *after = strrchr(text, ')');
    unsigned long user, sys;
    long child_user, child_sys;
    if (!after || sscanf(after + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld",
                         &user, &sys, &child_user, &child_sys) != 4)
        return;
    double tick = (double)sysconf(_SC_CLK_TCK);
    *user_seconds = ((double)user + (double)child_user) / tick;
    *sys_seconds = ((double)sys + (double)child_sys) / tick;
}
