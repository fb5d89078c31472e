/* Writing text into a buffer: words, whole and decimal numbers, escaped strings. Without printf,
 * whose decimal point depends on the host's locale. Used by the exports. */
#ifndef TCI_PRINT_H
#define TCI_PRINT_H

#include "base/codec.h"

void tci_print(tci_buf *buf, const char *text);
void tci_print_uint(tci_buf *buf, uint64_t number);
/* 12,345 */
void tci_print_grouped(tci_buf *buf, uint64_t number);
/* number / scale, exactly; scale is a power of ten. */
void tci_print_scaled(tci_buf *buf, int64_t number, uint32_t scale);
/* Rounded to a tenth, without a trailing ".0". */
void tci_print_tenth(tci_buf *buf, double number);
/* A JSON string with its quotes. */
void tci_print_json(tci_buf *buf, tci_slice text);
/* Text for XML content or an attribute. */
void tci_print_xml(tci_buf *buf, tci_slice text);

#endif
