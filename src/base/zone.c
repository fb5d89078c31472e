/* Reading a TZif file (RFC 9636): a header, transitions with the kinds of time they lead to, and a
 * footer with the rule for all that comes after the last. Called for texts that people read; must
 * stay within the bytes it is given, whatever they say. */
#include "base/zone.h"

#include "base/codec.h"

#define HEADER_BYTES 44u
/* A kind of local time: offset (4), daylight saving (1), where its name begins (1). */
#define KIND_BYTES 6u

/* One of the data blocks, its arrays checked to lie within the file. */
typedef struct block {
    const uint8_t *times; /* `width` bytes each, big-endian, ascending */
    const uint8_t *kind_of;
    const uint8_t *kinds;
    const uint8_t *names;
    uint32_t time_count;
    uint32_t kind_count;
    uint32_t name_bytes;
    uint32_t width;
    uint8_t version;
    bool sound; /* has kinds of time with names, and no leap seconds */
    size_t end; /* behind it, in the file */
} block;

static bool read_block(tci_slice file, size_t at, uint32_t width, block *out) {
    if (file.len < at || file.len - at < HEADER_BYTES) return false;
    const uint8_t *head = (const uint8_t *)file.data + at;
    if (memcmp(head, "TZif", 4) != 0) return false;
    uint64_t utc_marks = tci_load32_be(head + 20), standard_marks = tci_load32_be(head + 24);
    uint64_t leaps = tci_load32_be(head + 28);
    out->version = head[4];
    out->width = width;
    out->time_count = tci_load32_be(head + 32);
    out->kind_count = tci_load32_be(head + 36);
    out->name_bytes = tci_load32_be(head + 40);
    uint64_t bytes = (uint64_t)out->time_count * (width + 1) +
                     (uint64_t)out->kind_count * KIND_BYTES + out->name_bytes +
                     leaps * (width + 4) + standard_marks + utc_marks;
    if (bytes > file.len - at - HEADER_BYTES) return false;
    out->sound = leaps == 0 && out->kind_count != 0 && out->name_bytes != 0;
    out->times = head + HEADER_BYTES;
    out->kind_of = out->times + (size_t)out->time_count * width;
    out->kinds = out->kind_of + out->time_count;
    out->names = out->kinds + (size_t)out->kind_count * KIND_BYTES;
    out->end = at + HEADER_BYTES + (size_t)bytes;
    return true;
}

static int64_t time_at(const block *from, uint32_t i) {
    const uint8_t *at = from->times + (size_t)i * from->width;
    return from->width == 8 ? (int64_t)tci_load64_be(at) : (int32_t)tci_load32_be(at);
}

static bool answer_kind(const block *from, uint32_t kind, tci_zone_time *out) {
    if (kind >= from->kind_count) return false;
    const uint8_t *at = from->kinds + (size_t)kind * KIND_BYTES;
    uint32_t name = at[5];
    if (name >= from->name_bytes) return false;
    const char *text = (const char *)from->names + name;
    size_t len = strnlen(text, from->name_bytes - name);
    int32_t offset_s = (int32_t)tci_load32_be(at);
    if (len == from->name_bytes - name || len == 0 || len > TCI_ZONE_NAME_MAX) return false;
    if (offset_s < -93599 || offset_s > 93599) return false; /* RFC 9636: within 26 hours */
    out->offset_s = offset_s;
    memcpy(out->name, text, len);
    out->name[len] = '\0';
    return true;
}

/* How many transitions lie at or before the moment. */
static uint32_t transitions_until(const block *from, int64_t seconds) {
    uint32_t low = 0, high = from->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (time_at(from, middle) <= seconds) low = middle + 1;
        else high = middle;
    }
    TCI_ASSERT(low <= from->time_count);
    return low;
}

/* The rule between the two line ends of the footer; empty: none. */
static bool read_footer(tci_slice file, size_t at, tci_slice *rule) {
    const uint8_t *bytes = file.data;
    if (at >= file.len || bytes[at] != '\n') return false;
    const uint8_t *end = memchr(bytes + at + 1, '\n', file.len - at - 1);
    if (!end) return false;
    *rule = tci_slice_of(bytes + at + 1, (size_t)(end - bytes) - at - 1);
    return true;
}

bool tci_zone_read(tci_slice file, int64_t seconds, tci_zone_time *out) {
    block from;
    tci_slice rule = {NULL, 0};
    TCI_ASSERT(seconds >= -TCI_ZONE_SECONDS_MAX && seconds <= TCI_ZONE_SECONDS_MAX);
    if (!read_block(file, 0, 4, &from)) return false;
    if (from.version >= '2') {
        if (!read_block(file, from.end, 8, &from)) return false;
        if (!read_footer(file, from.end, &rule)) return false;
    }
    if (!from.sound) return false; /* of the first of two blocks nobody asks */
    uint32_t passed = transitions_until(&from, seconds);
    if (passed == from.time_count && rule.len) return tci_zone_rule(rule, seconds, out);
    return answer_kind(&from, passed ? from.kind_of[passed - 1] : 0, out);
}
