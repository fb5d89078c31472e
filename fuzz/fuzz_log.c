/* A damaged log: a store of which twelve commits are only in log.tc, changed bit by bit, cut, its
 * frames swapped, or a frame's records garbled under a checksum that is right. It is opened, read
 * to the end and written. Never a signal, never a hang; and without a forged checksum it holds what
 * one of its commits left, and not an older one when a later frame proves that more was flushed. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "house.h"
#include "store/log_file.h"
#include "store/store.h"

enum { BELOW_COMMITS = 4, FRAMES = 12, RELAXED_FROM = 6, RELAXED_TO = 9, LONG = 4080 };
/* Places in a frame's head. */
enum { AT_LEN = 4, AT_FLAGS = 8, AT_SEQ = 16, AT_SUM = 32 };

typedef struct frame {
    size_t at, len; /* the whole of it */
    bool settled;
} frame;

static uint8_t *below, *image;
static size_t below_size, image_size;
static frame frames[FRAMES];
static uint64_t moments[FRAMES + 1]; /* fingerprints: of the fold, and after each frame */
static char folder[300], data_file[320], log_file[320];

static uint8_t *read_file(const char *path, size_t *size) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat info;
    FUZZ_MUST(fd >= 0 && fstat(fd, &info) == 0);
    *size = (size_t)info.st_size;
    uint8_t *bytes = malloc(*size);
    FUZZ_MUST(bytes && read(fd, bytes, *size) == (ssize_t)*size);
    close(fd);
    return bytes;
}

static void write_file(const char *path, const uint8_t *bytes, size_t size) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FUZZ_MUST(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    close(fd);
}

static int32_t open_store(tci_store **store, tc_error *error) {
    tci_store_config config = {.path = folder, .create = true, .map_bytes = 1 << 20};
    return tci_store_open_log(&config, store, error);
}

static int32_t put(tci_txn *txn, uint8_t key, uint8_t with, size_t len) {
    uint8_t bytes[LONG];
    memset(bytes, with, sizeof bytes);
    memset(bytes, 7, sizeof bytes / 2); /* half of it stays as it was: a patch */
    return tci_txn_put(txn, tci_slice_of(&key, 1), tci_slice_of(bytes, len));
}

/* Rows come, change in part or wholly, and go. */
static void commit(tci_store *store, uint8_t turn, uint32_t mode) {
    uint8_t old = (uint8_t)(turn - 2);
    tci_txn *txn;
    FUZZ_MUST(tci_store_begin(store, mode, &txn) == TC_OK);
    FUZZ_MUST(put(txn, turn, turn, turn % 2 ? LONG : 20) == TC_OK);
    FUZZ_MUST(put(txn, 1, turn, LONG) == TC_OK);
    if (turn % 3 == 0) FUZZ_MUST(tci_txn_del(txn, tci_slice_of(&old, 1)) == TC_OK);
    FUZZ_MUST(tci_txn_commit(txn) == TC_OK);
}

static int32_t fingerprint(tci_store *store, uint64_t *print) {
    tci_slice key, value;
    tci_txn *txn;
    tci_scan *scan;
    *print = 0;
    int32_t code = tci_store_begin(store, TCI_TXN_READ, &txn);
    if (code != TC_OK) return code;
    FUZZ_MUST(tci_scan_open(txn, &scan) == TC_OK);
    while ((code = tci_scan_next(scan, &key, &value)) == TC_OK)
        *print = tci_checksum(value.data, value.len, tci_checksum(key.data, key.len, *print));
    tci_scan_close(scan);
    tci_txn_abort(txn);
    return code == TCI_ABSENT ? TC_OK : code;
}

static void find_frames(void) {
    size_t at = TCI_LOG_BEGIN;
    for (uint32_t i = 0; i < FRAMES; i++) {
        const uint8_t *head = image + at;
        FUZZ_MUST(memcmp(head, "TLOG", 4) == 0);
        size_t len = TCI_LOG_HEAD + tci_load32(head + AT_LEN);
        frames[i] = (frame){at, len, (tci_load32(head + AT_FLAGS) & TCI_FRAME_SETTLED) != 0};
        at = (at + len + 7) & ~(size_t)7;
    }
}

static void begin(void) {
    tci_store *store;
    if (image) return;
    snprintf(folder, sizeof folder, "%s/log", fuzz_scratch());
    snprintf(data_file, sizeof data_file, "%s/data.mdb", folder);
    snprintf(log_file, sizeof log_file, "%s/" TCI_LOG_NAME, folder);
    FUZZ_MUST(open_store(&store, NULL) == TC_OK);
    for (uint32_t i = 1; i <= BELOW_COMMITS; i++) commit(store, (uint8_t)i, TCI_TXN_WRITE);
    FUZZ_MUST(fingerprint(store, &moments[0]) == TC_OK);
    for (uint32_t i = 0; i < FRAMES; i++) {
        bool relaxed = i >= RELAXED_FROM && i < RELAXED_TO;
        commit(store, (uint8_t)(BELOW_COMMITS + 1 + i),
               TCI_TXN_WRITE | (relaxed ? TCI_TXN_RELAXED : 0u));
        FUZZ_MUST(fingerprint(store, &moments[i + 1]) == TC_OK);
    }
    below = read_file(data_file, &below_size);
    image = read_file(log_file, &image_size);
    tci_store_close(store);
    find_frames();
}

/* Other records in a frame, sealed like one of ours; true when anything was changed. */
static bool forge(fuzz_input *in, uint8_t *bytes) {
    const frame *one = &frames[fuzz_u8(in) % FRAMES];
    uint8_t *head = bytes + one->at;
    size_t room = one->len - TCI_LOG_HEAD;
    for (int i = 0; i < 4 && fuzz_left(in) >= 3; i++) {
        size_t at = fuzz_u16(in) % room;
        head[TCI_LOG_HEAD + at] = fuzz_u8(in);
    }
    uint64_t sum = tci_checksum(head + TCI_LOG_HEAD, room, tci_checksum(head, AT_SUM, 0));
    tci_store64(head + AT_SUM, sum);
    return true;
}

/* One damage; answers the file's size after it. */
static size_t damage(fuzz_input *in, uint8_t *bytes, size_t size, bool *forged) {
    uint8_t how = fuzz_u8(in);
    const frame *one = &frames[fuzz_u8(in) % FRAMES], *other = &frames[how / 8 % FRAMES];
    size_t end = frames[FRAMES - 1].at + frames[FRAMES - 1].len;
    size_t at = fuzz_u16(in) % end;
    if (size < image_size) return size; /* cut already */
    switch (how % 8) {
    case 0: bytes[at] ^= (uint8_t)(1u << how / 8 % 8); break;
    case 1: bytes[at] = fuzz_u8(in); break;
    case 2: /* a part of a frame's head */
        bytes[one->at + at % TCI_LOG_HEAD] ^= (uint8_t)(1u << how / 8 % 8);
        break;
    case 3: memset(bytes + one->at, 0, one->len); break;  /* a frame that never came */
    case 4: memset(bytes + at, 0, 512 - at % 512); break; /* a sector that never came */
    case 5: memmove(bytes + one->at, bytes + other->at, other->len); break;
    case 6: return at;
    default: *forged |= forge(in, bytes);
    }
    return size;
}

/* How many commits the log proves: of its whole frames, the last that says that all before it were
 * flushed, without itself. */
static uint32_t proven(const uint8_t *bytes, size_t size) {
    for (uint32_t i = FRAMES; i-- > 0;) {
        const frame *one = &frames[i];
        if (one->settled && one->at + one->len <= size &&
            memcmp(bytes + one->at, image + one->at, one->len) == 0)
            return i;
    }
    return 0;
}

static void use(tci_store *store, uint32_t least, bool forged) {
    uint64_t print, again;
    tci_txn *txn;
    int32_t code = fingerprint(store, &print);
    FUZZ_MUST(code == TC_OK || forged);
    bool known = forged;
    for (uint32_t i = least; i <= FRAMES && !known; i++) known = print == moments[i];
    FUZZ_MUST(known);
    FUZZ_MUST(tci_store_begin(store, TCI_TXN_WRITE, &txn) == TC_OK);
    FUZZ_MUST(put(txn, 200, 200, 30) == TC_OK && tci_txn_commit(txn) == TC_OK);
    FUZZ_MUST(fingerprint(store, &print) == TC_OK);
    tci_store_close(store);
    FUZZ_MUST(open_store(&store, NULL) == TC_OK);
    FUZZ_MUST(fingerprint(store, &again) == TC_OK && again == print);
    tci_store_close(store);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    fuzz_input in = fuzz_input_of(data, size);
    uint8_t *bytes = malloc(image_size);
    FUZZ_MUST(bytes != NULL);
    memcpy(bytes, image, image_size);
    size_t length = image_size;
    bool forged = false;
    for (int i = 0; i < 4 && fuzz_left(&in) >= 4; i++) length = damage(&in, bytes, length, &forged);
    uint32_t least = proven(bytes, length);
    fuzz_remove(folder);
    FUZZ_MUST(mkdir(folder, 0700) == 0);
    write_file(data_file, below, below_size);
    write_file(log_file, bytes, length);
    free(bytes);
    tci_store *store;
    tc_error error = TC_ERROR_INIT;
    if (open_store(&store, &error) == TC_OK) use(store, least, forged);
    else FUZZ_MUST(error.code < 0 && error.message[0]);
    return 0;
}
