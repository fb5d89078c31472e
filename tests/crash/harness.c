/* Options, scratch folder, preloading and random numbers of the crash harnesses. Knows nothing of
 * stores. */
#include "harness.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PRELOADED "CRASH_PRELOADED"

double harness_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double harness_seconds(const harness *opt) {
    return harness_now() - opt->began;
}

/* What harness_die() must clear away, in the process that made it only. */
static char scratch[400];
static pid_t scratch_of;

void harness_die(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "harness: ");
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    if (scratch[0] && scratch_of == getpid()) remove_tree(scratch);
    exit(2);
}

void harness_progress(const harness *opt, bool force, const char *format, ...) {
    static double last;
    double now = harness_seconds(opt);
    if (!force && now - last < 2) return;
    last = now;
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s %5.1f s: ", opt->name, now);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

static void help(const char *name, const char *cases) {
    printf(
        "prove_%s [--short | --quick | --full | --soak] [--seed N] [--only CASE] [--dir FOLDER]\n"
        "%*s [--workers N] [--plant DEFECT] [--image N] [--trace FILE]\ncases: %s\n",
        name, (int)strlen(name) + 6, "", cases);
    exit(0);
}

static bool take_tier(harness *opt, const char *word) {
    static const char *const NAMES[] = {"--short", "--quick", "--full", "--soak"};
    for (int i = 0; i < 4; i++) {
        if (strcmp(word, NAMES[i]) != 0) continue;
        opt->tier = (tier)i;
        return true;
    }
    return false;
}

static uint64_t number(const char *option, const char *text) {
    char *end;
    errno = 0;
    uint64_t value = strtoull(text, &end, 0);
    if (errno || *end || end == text) harness_die("%s takes a number, not \"%s\"", option, text);
    return value;
}

void harness_options(harness *opt, const char *name, const char *cases, int count, char **words) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *opt = (harness){.name = name, .tier = TIER_QUICK, .began = harness_now()};
    opt->seed = (uint64_t)now.tv_sec ^ (uint64_t)now.tv_nsec << 8;
    opt->seed &= 0x7fffffff;
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], "--help") == 0) help(name, cases);
        if (take_tier(opt, words[i])) continue;
        if (i + 1 >= count) harness_die("%s is unknown or lacks its value", words[i]);
        const char *option = words[i], *value = words[++i];
        if (strcmp(option, "--seed") == 0) opt->seed = number(option, value);
        else if (strcmp(option, "--only") == 0) opt->only = value;
        else if (strcmp(option, "--plant") == 0) opt->plant = value;
        else if (strcmp(option, "--image") == 0) opt->image = number(option, value);
        else if (strcmp(option, "--trace") == 0) opt->trace = value;
        else if (strcmp(option, "--workers") == 0) opt->workers = (uint32_t)number(option, value);
        else if (strcmp(option, "--dir") == 0)
            snprintf(opt->dir, sizeof opt->dir - 40, "%s", value);
        else harness_die("%s is unknown", option);
    }
    if (opt->workers == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        opt->workers = processors > 1 ? (uint32_t)processors : 1;
    }
}

/* Power cuts are computed and kill -9 leaves the kernel's cache alone, so memory is as good as a
 * disk here, and a hundred times faster. */
void harness_begin(harness *opt) {
    if (!opt->dir[0]) {
        const char *given = getenv("CRASH_DIR");
        const char *temp = getenv("TMPDIR");
        bool memory = access("/dev/shm", W_OK | X_OK) == 0;
        const char *base = given ? given : memory ? "/dev/shm" : temp ? temp : "/tmp";
        snprintf(opt->dir, sizeof opt->dir, "%.300s/prove-%s-XXXXXX", base, opt->name);
        if (!mkdtemp(opt->dir)) harness_die("no scratch folder at %s", opt->dir);
        opt->dir_is_ours = true;
    } else if (mkdir(opt->dir, 0700) != 0 && errno != EEXIST) {
        harness_die("%s cannot be made", opt->dir);
    }
    /* The recorder compares paths as the kernel tells them. */
    char real[PATH_MAX];
    if (!realpath(opt->dir, real) || strlen(real) >= 390)
        harness_die("%s is no usable folder", opt->dir);
    snprintf(opt->dir, sizeof opt->dir, "%.390s", real);
    if (!opt->dir_is_ours) return;
    snprintf(scratch, sizeof scratch, "%.390s", real);
    scratch_of = getpid();
}

void harness_end(const harness *opt) {
    if (opt->dir_is_ours) remove_tree(opt->dir);
}

const char *harness_self(void) {
    static char path[PATH_MAX];
    if (!path[0]) {
        ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
        if (length <= 0) harness_die("cannot find this program");
        path[length] = '\0';
    }
    return path;
}

void harness_beside(const char *name, char *path, size_t room) {
    const char *self = harness_self();
    const char *slash = strrchr(self, '/');
    snprintf(path, room, "%.*s/%s", (int)(slash - self), self, name);
    if (access(path, R_OK) != 0) harness_die("%s is not there", path);
}

void harness_preload(char **words, const char *libraries) {
    const char *done = getenv(PRELOADED);
    if (done && strcmp(done, libraries) == 0) return;
    char all[PATH_MAX * 2] = "", list[128];
    snprintf(list, sizeof list, "%s", libraries);
    for (char *save, *name = strtok_r(list, ":", &save); name; name = strtok_r(NULL, ":", &save)) {
        char path[PATH_MAX];
        harness_beside(name, path, sizeof path);
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s%s", used ? ":" : "", path);
    }
    /* A sanitizer's own library wants to come first; here it need not. */
    const char *asan = getenv("ASAN_OPTIONS");
    char sanitizer[1024];
    snprintf(sanitizer, sizeof sanitizer, "%s%sverify_asan_link_order=0", asan ? asan : "",
             asan && *asan ? ":" : "");
    if (setenv("ASAN_OPTIONS", sanitizer, 1) || setenv("LD_PRELOAD", all, 1) ||
        setenv(PRELOADED, libraries, 1))
        harness_die("no memory");
    execv(harness_self(), words);
    harness_die("cannot start %s again: %s", harness_self(), strerror(errno));
}

static void remove_at(int at, const char *name) {
    if (unlinkat(at, name, 0) == 0) return;
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return;
    DIR *list = fdopendir(fd);
    for (struct dirent *entry; list && (entry = readdir(list));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_at(fd, entry->d_name);
    if (list) closedir(list);
    (void)unlinkat(at, name, AT_REMOVEDIR);
}

void remove_tree(const char *path) {
    remove_at(AT_FDCWD, path);
}

uint64_t random_next(uint64_t *state) {
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

uint32_t random_below(uint64_t *state, uint32_t n) {
    return n ? (uint32_t)((random_next(state) >> 32) * n >> 32) : 0;
}

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    uint64_t hash = seed ^ (count * UINT64_C(0x9E3779B97F4A7C15));
    for (; count >= 8; at += 8, count -= 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        hash = (hash ^ word) * UINT64_C(0x9FB21C651E98DF25);
        hash ^= hash >> 32;
    }
    for (; count; at++, count--) hash = (hash ^ *at) * UINT64_C(0x100000001B3);
    return hash ^ (hash >> 29);
}
