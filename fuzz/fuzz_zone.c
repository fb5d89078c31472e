/* Time zone files: eight bytes of a moment, then the file, and the same bytes once more as a rule.
 * What is answered is a time of the earth; a moment a second later has another time only at an
 * edge.
 */
#include "base/zone.h"
#include "fuzz.h"

static void check_answer(const tci_zone_time *found) {
    FUZZ_MUST(found->offset_s > -100000 && found->offset_s < 100000);
    FUZZ_MUST(memchr(found->name, '\0', sizeof found->name) != NULL);
    FUZZ_MUST(found->name[0] != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = fuzz_input_of(data, size);
    int64_t seconds = (int64_t)fuzz_u64(&in) % TCI_ZONE_SECONDS_MAX;
    size_t length;
    const uint8_t *bytes = fuzz_bytes(&in, 65536, &length);
    tci_slice file = tci_slice_of(bytes, length);
    tci_zone_time found, again;
    if (tci_zone_read(file, seconds, &found)) {
        check_answer(&found);
        FUZZ_MUST(tci_zone_read(file, seconds, &again));
        FUZZ_MUST(again.offset_s == found.offset_s && strcmp(again.name, found.name) == 0);
    }
    if (tci_zone_rule(file, seconds, &found)) {
        check_answer(&found);
        FUZZ_MUST(tci_zone_rule(file, -seconds, &again)); /* well-formed at every moment */
    }
    int64_t year, month, day;
    tci_date_from_days(seconds / 86400, &year, &month, &day);
    FUZZ_MUST(month >= 1 && month <= 12 && day >= 1 && day <= 31);
    FUZZ_MUST(tci_days_from_date(year, month, day) == seconds / 86400);
    return 0;
}
