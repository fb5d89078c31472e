/* Runs a fuzz target without libFuzzer: the files of its corpus, each once, and with -runs=N also N
 * inputs changed from them by chance, the same for the same -seed=N. Every compiler can build it.
 * With -must_crash=1 the answer is turned round: the run must die by a signal (the canary). */
#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fuzz.h"

#define FILES_MAX 4096
#define INPUT_MAX 8192

typedef struct sample {
    uint8_t *data;
    size_t size;
} sample;

static sample samples[FILES_MAX];
static size_t sample_count;
static uint64_t random_state;

static uint64_t next_random(void) {
    uint64_t z = random_state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static size_t below(size_t limit) {
    return limit ? (size_t)(next_random() % limit) : 0;
}

/* Exactly as long as the input, so that a sanitizer sees reading past it. */
static void run(const uint8_t *data, size_t size) {
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy) abort();
    if (size) memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void take_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || sample_count == FILES_MAX) {
        fprintf(stderr, "replay: %s cannot be read, or there are too many files\n", path);
        exit(2);
    }
    uint8_t *room = malloc(1 << 20);
    if (!room) abort();
    size_t size = fread(room, 1, 1 << 20, file);
    fclose(file);
    samples[sample_count++] = (sample){room, size};
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void take_path(const char *path) {
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISDIR(info.st_mode)) {
        take_file(path);
        return;
    }
    DIR *folder = opendir(path);
    char *names[FILES_MAX];
    size_t count = 0;
    for (struct dirent *entry; folder && (entry = readdir(folder)) && count < FILES_MAX;) {
        if (entry->d_name[0] == '.') continue;
        char full[4096];
        snprintf(full, sizeof full, "%s/%s", path, entry->d_name);
        names[count++] = strdup(full);
    }
    if (folder) closedir(folder);
    else fprintf(stderr, "replay: there is no folder %s\n", path);
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++) {
        take_file(names[i]);
        free(names[i]);
    }
}

/* One small change of an input in `room`. */
static size_t change(uint8_t *room, size_t size) {
    static const uint8_t TELLING[] = {0, 1, 2, 7, 8, 16, 32, 63, 64, 127, 128, 254, 255};
    size_t at = below(size), n = 1 + below(8);
    const sample *other = sample_count ? &samples[below(sample_count)] : NULL;
    switch (below(7)) {
    case 0:
        if (size) room[at] ^= (uint8_t)(1u << below(8));
        return size;
    case 1:
        if (size) room[at] = (uint8_t)next_random();
        return size;
    case 2:
        if (size) room[at] = TELLING[below(sizeof TELLING)];
        return size;
    case 3: /* out */
        if (at + n > size) return at;
        memmove(room + at, room + at + n, size - at - n);
        return size - n;
    case 4: /* in */
        if (size + n > INPUT_MAX) return size;
        memmove(room + at + n, room + at, size - at);
        for (size_t i = 0; i < n; i++) room[at + i] = (uint8_t)next_random();
        return size + n;
    case 5: /* a number */
        for (size_t i = 0; i < 4 && at + i < size; i++) room[at + i] = below(3) ? 0 : 0xFF;
        return size;
    default: /* a piece of another one */
        if (!other || !other->size) return size;
        n = 1 + below(other->size);
        if (at + n > INPUT_MAX) n = INPUT_MAX - at;
        memcpy(room + at, other->data + below(other->size - n + 1), n);
        return at + n > size ? at + n : size;
    }
}

static void run_changed(void) {
    static uint8_t room[INPUT_MAX];
    const sample *from = sample_count ? &samples[below(sample_count)] : NULL;
    size_t size = from ? (from->size < INPUT_MAX ? from->size : INPUT_MAX) : below(64);
    if (from && size) memcpy(room, from->data, size);
    for (size_t changes = 1 + below(8); changes; changes--) size = change(room, size);
    run(room, size);
}

static int run_all(unsigned long long runs) {
    for (size_t i = 0; i < sample_count; i++) run(samples[i].data, samples[i].size);
    for (unsigned long long i = 0; i < runs; i++) run_changed();
    printf("replay: files=%zu execs=%llu\n", sample_count, sample_count + runs);
    for (size_t i = 0; i < sample_count; i++) free(samples[i].data);
    return 0;
}

static int must_crash(unsigned long long runs) {
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        (void)!freopen("/dev/null", "w", stderr);
        _exit(run_all(runs));
    }
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) != child) {}
    if (child > 0 && (WIFSIGNALED(status) || WEXITSTATUS(status) != 0)) {
        printf("replay: it crashed, as it must\n");
        return 0;
    }
    printf("replay: it did not crash: this harness is blind\n");
    return 1;
}

int main(int argc, char **argv) {
    unsigned long long runs = 0, crash = 0;
    random_state = 1;
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "-runs=", 6) == 0) runs = strtoull(argv[i] + 6, NULL, 10);
        else if (strncmp(argv[i], "-seed=", 6) == 0) random_state = strtoull(argv[i] + 6, NULL, 10);
        else if (strcmp(argv[i], "-must_crash=1") == 0) crash = 1;
        else if (argv[i][0] != '-') take_path(argv[i]);
    }
    return crash ? must_crash(runs) : run_all(runs);
}
