/* Dumps: the input stands between the first line of a dump and its last, which is made to fit, so
 * that what is fuzzed is not the checksum. The first byte says what to begin with: nothing, or the
 * dump of a good house with the input's lines behind it, or in place of its lines. */
#include <sys/mman.h>
#include <unistd.h>

#include "base/checksum.h"
#include "house.h"

static char *dump;      /* of a good house */
static size_t dump_len; /* up to its last line */

static void begin(void) {
    if (dump) return;
    tc_engine *engine = fuzz_house_new(NULL);
    tc_snapshot *snapshot = NULL;
    int fd = memfd_create("dump", MFD_CLOEXEC);
    FUZZ_MUST(fd >= 0 && tc_snapshot_open(engine, &snapshot, NULL) == TC_OK);
    FUZZ_MUST(tc_dump(snapshot, fd, NULL, NULL) == TC_OK);
    tc_snapshot_close(snapshot);
    FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    off_t size = lseek(fd, 0, SEEK_END);
    dump = calloc(1, (size_t)size + 1);
    FUZZ_MUST(dump && pread(fd, dump, (size_t)size, 0) == (ssize_t)size);
    close(fd);
    const char *last = dump + size - 1;
    while (last > dump && last[-1] != '\n') last--;
    dump_len = (size_t)(last - dump);
}

static const char *line_end(const char *at, const char *end) {
    const char *found = memchr(at, '\n', (size_t)(end - at));
    return found ? found + 1 : end;
}

/* Append lines and keep count and checksum of them. */
static void put(int fd, const char *text, size_t len, uint64_t *lines, uint64_t *sum) {
    for (const char *at = text, *end = text + len; at < end;) {
        const char *next = line_end(at, end);
        FUZZ_MUST(write(fd, at, (size_t)(next - at)) == (ssize_t)(next - at));
        *sum = tci_checksum(at, (size_t)(next - at), *sum);
        ++*lines;
        at = next;
    }
}

static void put_end(int fd, uint64_t lines, uint64_t sum) {
    char text[128];
    int n = snprintf(text, sizeof text,
                     "{\"ticketcore\":\"end\",\"lines\":%llu,\"checksum\":\"%016llx\"}\n",
                     (unsigned long long)lines, (unsigned long long)sum);
    FUZZ_MUST(write(fd, text, (size_t)n) == n);
}

static void put_all(int fd, const uint8_t *data, size_t size) {
    uint8_t how = size ? data[0] : 0;
    const char *rest = (const char *)data + (size ? 1 : 0), *end = dump + dump_len;
    size_t left = size ? size - 1 : 0;
    uint64_t lines = 0, sum = 0;
    const char *first_end = line_end(dump, end);
    if (how % 4) put(fd, dump, (size_t)(first_end - dump), &lines, &sum);
    /* The line to leave out, by its number. */
    uint64_t out = how % 4 == 3 ? 1u + how / 4u : UINT64_MAX, number = 1;
    for (const char *at = first_end; how % 4 >= 2 && at < end; number++) {
        const char *next = line_end(at, end);
        if (number != out) put(fd, at, (size_t)(next - at), &lines, &sum);
        at = next;
    }
    put(fd, rest, left, &lines, &sum);
    if (left && rest[left - 1] != '\n') {
        FUZZ_MUST(write(fd, "\n", 1) == 1); /* the last line had no end: its sum is another */
    }
    put_end(fd, lines, sum);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    char path[300];
    snprintf(path, sizeof path, "%s/load", fuzz_scratch());
    int fd = memfd_create("input", MFD_CLOEXEC);
    FUZZ_MUST(fd >= 0);
    put_all(fd, data, size);
    FUZZ_MUST(lseek(fd, 0, SEEK_SET) == 0);
    tc_error error = TC_ERROR_INIT;
    int32_t code = tc_load(path, fd, NULL, &error);
    close(fd);
    if (code == TC_OK) {
        tc_engine *engine;
        FUZZ_MUST(tc_engine_open(path, NULL, &engine, NULL) == TC_OK);
        FUZZ_MUST(fuzz_verify(engine, true) == 0);
        fuzz_read_all(engine);
        FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    } else {
        FUZZ_MUST(error.code == code && error.message[0]);
        FUZZ_MUST(access(path, F_OK) != 0); /* nothing is left behind */
    }
    fuzz_remove(path);
    return 0;
}
