/* Map documents in CSV. */
#include "fuzz_map.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_map(data, size, TC_MAP_FORM_CSV);
    return 0;
}
