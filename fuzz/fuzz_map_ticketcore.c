/* Map documents in our own JSON form. */
#include "fuzz_map.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_map(data, size, TC_MAP_FORM_TICKETCORE);
    return 0;
}
