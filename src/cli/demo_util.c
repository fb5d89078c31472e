/* Small things every part of the demonstration needs: one clock for all processes, paths, whole
 * files, folders made and removed. Knows nothing of tickets. */
#include "demo.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The monotonic clock is one for all processes of the machine: lines of several buyers' journals
 * can be put in order by it. */
int64_t demo_clock_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void demo_sleep_ms(int64_t ms) {
    struct timespec left = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};
    (void)nanosleep(&left, NULL);
}

bool demo_path(char *path, const char *folder, const char *name) {
    int length = snprintf(path, DEMO_PATH_MAX, "%s/%s", folder, name);
    if (length > 0 && length < DEMO_PATH_MAX) return true;
    fprintf(stderr, "demo: the path %s/%s is longer than %d bytes\n", folder, name, DEMO_PATH_MAX);
    return false;
}

int demo_say_error(const char *what, const tc_error *error) {
    fprintf(stderr, "demo: %s: %s (%s)\n", what,
            error->message[0] ? error->message : tc_error_sentence(error->code),
            tc_error_name(error->code));
    return 1;
}

bool demo_make_folder(const char *folder) {
    char path[DEMO_PATH_MAX];
    size_t length = strlen(folder);
    bool good = length > 0 && length < sizeof path;
    for (size_t i = 1; good && i <= length; i++) {
        if (folder[i] != '/' && folder[i] != '\0') continue;
        memcpy(path, folder, i);
        path[i] = '\0';
        good = mkdir(path, 0700) == 0 || errno == EEXIST;
    }
    if (!good) fprintf(stderr, "demo: cannot make the folder %s: %s\n", folder, strerror(errno));
    return good;
}

bool demo_remove_tree(const char *folder) {
    DIR *dir = opendir(folder);
    if (!dir) return errno == ENOENT;
    bool good = true;
    const struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char path[DEMO_PATH_MAX];
        struct stat info;
        if (!demo_path(path, folder, entry->d_name) || lstat(path, &info) != 0) good = false;
        else if (S_ISDIR(info.st_mode)) good = demo_remove_tree(path) && good;
        else good = unlink(path) == 0 && good;
    }
    closedir(dir);
    return rmdir(folder) == 0 && good;
}

char *demo_read_file(const char *path, size_t *length) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return NULL;
    char *text = NULL;
    size_t capacity = 0, used = 0;
    for (;;) {
        if (capacity - used < 65536) {
            capacity = capacity ? capacity * 2 : 131072;
            char *more = realloc(text, capacity);
            if (!more) break;
            text = more;
        }
        ssize_t got = read(fd, text + used, capacity - used - 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) break;
        if (got == 0) {
            close(fd);
            text[used] = '\0';
            *length = used;
            return text;
        }
        used += (size_t)got;
    }
    int failure = errno;
    free(text);
    close(fd);
    errno = failure;
    return NULL;
}

bool demo_write_file(const char *path, const void *bytes, size_t length) {
    FILE *file = fopen(path, "wbe");
    bool good = file != NULL && fwrite(bytes, 1, length, file) == length;
    if (file) good = fclose(file) == 0 && good;
    if (!good) fprintf(stderr, "demo: cannot write %s: %s\n", path, strerror(errno));
    return good;
}

void demo_hex_write(char text[33], const uint8_t bytes[16]) {
    for (int i = 0; i < 16; i++) (void)snprintf(text + 2 * i, 3, "%02x", bytes[i]);
}

bool demo_hex_read(const char *text, uint8_t bytes[16]) {
    static const char DIGITS[] = "0123456789abcdef";
    uint8_t value[32];
    for (int i = 0; i < 32; i++) {
        const char *digit = text[i] ? strchr(DIGITS, text[i]) : NULL;
        if (!digit) return false;
        value[i] = (uint8_t)(digit - DIGITS);
    }
    for (int i = 0; i < 16; i++) bytes[i] = (uint8_t)(value[2 * i] << 4 | value[2 * i + 1]);
    return text[32] == '\0';
}
