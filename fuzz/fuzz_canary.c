/* The canary: it dies of one word that a working fuzzer finds within moments. A harness under which
 * it lives sees nothing, and says so. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char WORD[] = "sold!";
    size_t i = 0;
    while (i < sizeof WORD - 1 && i < size && data[i] == (uint8_t)WORD[i]) i++;
    if (i < sizeof WORD - 1) return 0;
    volatile uint8_t *heap = calloc(1, 8);
    FUZZ_MUST(heap && heap[size + 8] != heap[0] && size == 0); /* seen with a sanitizer, and without
                                                                */
    return 0;
}
