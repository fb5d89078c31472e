/* A damaged data file: the house's store on disk, changed byte by byte, page by page, or cut, as
 * the input says. It is opened, verified, read and written. Never a signal, never a hang; and when
 * it opens and verify finds nothing, it holds exactly what one of its last two commits held. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "house.h"

enum { PAGE = 4096 };
static uint8_t *image;
static size_t image_size;
static uint64_t whole[2]; /* fingerprints: the last commit, and the one before */
static char folder[300], file[320];

static void read_image(void) {
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    struct stat info;
    FUZZ_MUST(fd >= 0 && fstat(fd, &info) == 0);
    image_size = (size_t)info.st_size;
    image = malloc(image_size);
    FUZZ_MUST(image && read(fd, image, image_size) == (ssize_t)image_size);
    close(fd);
}

static void begin(void) {
    if (image) return;
    snprintf(folder, sizeof folder, "%s/store", fuzz_scratch());
    snprintf(file, sizeof file, "%s/data.mdb", folder);
    tc_engine *engine = fuzz_house_new(folder);
    whole[1] = fuzz_fingerprint(engine);
    /* Closed, all of it is in the data file; the next commit goes there at once. */
    FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    engine = fuzz_house_open(folder);
    FUZZ_MUST(tc_engine_set_clock(engine, HOUSE_T0 + 5000, NULL) == TC_OK);
    tc_hold_pool pool = {2, 1, 3};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    hold.pools = &pool;
    hold.pools_count = 1;
    hold.request_id.bytes[0] = 77;
    FUZZ_MUST(tc_hold_create(engine, &hold, NULL, NULL) == TC_OK);
    whole[0] = fuzz_fingerprint(engine);
    FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    read_image();
}

/* One damage; answers the file's size after it. */
static size_t damage(fuzz_input *in, uint8_t *bytes, size_t size) {
    uint8_t how = fuzz_u8(in);
    size_t pages = size / PAGE, page = pages ? fuzz_u16(in) % pages : 0, other;
    size_t at = page * PAGE + fuzz_u16(in) % PAGE, n = 1 + how / 8 % 8;
    if (!pages) return size;
    switch (how % 8) {
    case 0: bytes[at] ^= (uint8_t)(1u << how / 8 % 8); break;
    case 1: bytes[at] = fuzz_u8(in); break;
    case 2: /* a number, or garbage, at its place */
        at &= ~(size_t)1;
        for (size_t i = 0; i < n && at + i < size; i++) bytes[at + i] = fuzz_u8(in);
        break;
    case 3: memset(bytes + at, how & 64 ? 0xFF : 0, PAGE - at % PAGE); break; /* from here on */
    case 4: /* a page where another was */
        other = fuzz_u16(in) % pages;
        memmove(bytes + page * PAGE, bytes + other * PAGE, PAGE);
        break;
    case 5: { /* two pages changed places */
        static uint8_t spare[PAGE];
        other = fuzz_u16(in) % pages;
        memcpy(spare, bytes + page * PAGE, PAGE);
        memmove(bytes + page * PAGE, bytes + other * PAGE, PAGE);
        memcpy(bytes + other * PAGE, spare, PAGE);
        break;
    }
    case 6: return at; /* cut */
    default: /* the head of a page, where the tree is */ bytes[page * PAGE + at % 64] = fuzz_u8(in);
    }
    return size;
}

static void put_image(const uint8_t *bytes, size_t size) {
    char lock[320];
    snprintf(lock, sizeof lock, "%s/lock.mdb", folder);
    (void)unlink(lock);
    int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FUZZ_MUST(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    close(fd);
}

static void use(tc_engine *engine) {
    tc_hold_seat seat = {1, 6, 0};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    hold.seats = &seat;
    hold.seats_count = 1;
    hold.flags = TC_HOLD_ALLOW_ORPHANS;
    uint64_t faults = fuzz_verify(engine, false);
    uint64_t print = faults == 0 ? fuzz_fingerprint(engine) : 0;
    if (faults == 0) FUZZ_MUST(print == whole[0] || print == whole[1]);
    fuzz_read_all(engine);
    int32_t code = tc_hold_create(engine, &hold, NULL, NULL);
    if (faults == 0) {
        FUZZ_MUST(code == TC_OK);
        FUZZ_MUST(fuzz_verify(engine, true) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    fuzz_input in = fuzz_input_of(data, size);
    uint8_t *bytes = malloc(image_size);
    FUZZ_MUST(bytes != NULL);
    memcpy(bytes, image, image_size);
    size_t length = image_size;
    for (int i = 0; i < 6 && fuzz_left(&in) >= 4; i++) length = damage(&in, bytes, length);
    put_image(bytes, length);
    free(bytes);
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_error error = TC_ERROR_INIT;
    tc_engine *engine;
    options.flags = TC_OPEN_RELAXED | TC_OPEN_MANUAL_CLOCK;
    options.clock_ms = HOUSE_T0 + 6000;
    options.map_bytes = 16 << 20;
    if (tc_engine_open(folder, &options, &engine, &error) != TC_OK) {
        FUZZ_MUST(error.code < 0 && error.message[0]);
        return 0;
    }
    use(engine);
    FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    return 0;
}
