/* The way of a map document through import, for the targets of the three forms. */
#ifndef FUZZ_MAP_H
#define FUZZ_MAP_H

#include "catalog/map_import.h"
#include "fuzz.h"
#include "ticketcore/map.h"

/* Import, and read back what was compiled. An import that answers OK must have made something that
 * holds together; one that refuses must say where. */
static inline void fuzz_map(const uint8_t *data, size_t size, uint32_t form) {
    tci_buf compiled;
    tc_error error = TC_ERROR_INIT;
    uint8_t *text = malloc(size ? size : 1);
    if (!text) abort();
    if (size) memcpy(text, data, size);
    tci_buf_init(&compiled, NULL, 0);
    int32_t code = tci_map_import(tci_slice_of(text, size), form, &compiled, &error);
    if (code == TC_OK) {
        tci_compiled map;
        FUZZ_MUST(tci_compiled_read(tci_buf_slice(&compiled), &map));
    } else {
        FUZZ_MUST(code == TC_E_PARSE || code == TC_E_LIMIT || code == TC_E_NOMEM);
        FUZZ_MUST(error.code == code && error.message[0]);
    }
    tci_buf_free(&compiled);
    if (size) {
        tc_map_report report = TC_MAP_REPORT_INIT;
        int32_t again = tc_map_validate((const char *)text, size, form, &report, NULL);
        FUZZ_MUST(again == code);
    }
    free(text);
}

#endif
