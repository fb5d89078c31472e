/* The printing behind print.h. Must give the same bytes on every machine. */
#include "catalog/print.h"

#include <math.h>

void tci_print(tci_buf *buf, const char *text) {
    tci_buf_bytes(buf, text, strlen(text));
}

void tci_print_uint(tci_buf *buf, uint64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    tci_buf_bytes(buf, digits + at, sizeof digits - at);
}

void tci_print_grouped(tci_buf *buf, uint64_t number) {
    char text[28];
    size_t at = sizeof text, digits = 0;
    do {
        if (digits && digits % 3 == 0) text[--at] = ',';
        text[--at] = (char)('0' + number % 10);
        number /= 10;
        digits++;
    } while (number);
    tci_buf_bytes(buf, text + at, sizeof text - at);
}

void tci_print_scaled(tci_buf *buf, int64_t number, uint32_t scale) {
    uint64_t size = number < 0 ? (uint64_t)-number : (uint64_t)number;
    TCI_DEBUG_ASSERT(scale != 0);
    if (number < 0) tci_buf_u8(buf, '-');
    tci_print_uint(buf, size / scale);
    uint64_t rest = size % scale;
    if (rest == 0) return;
    tci_buf_u8(buf, '.');
    for (uint64_t unit = scale / 10; rest && unit; unit /= 10) {
        tci_buf_u8(buf, (uint8_t)('0' + rest / unit));
        rest %= unit;
    }
}

void tci_print_tenth(tci_buf *buf, double number) {
    tci_print_scaled(buf, (int64_t)floor(number * 10 + 0.5), 10);
}

void tci_print_json(tci_buf *buf, tci_slice text) {
    static const char HEX[] = "0123456789abcdef";
    const uint8_t *at = text.data;
    tci_buf_u8(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (at[i] == '"' || at[i] == '\\') {
            tci_buf_u8(buf, '\\');
            tci_buf_u8(buf, at[i]);
        } else if (at[i] < 0x20) {
            tci_print(buf, "\\u00");
            tci_buf_u8(buf, (uint8_t)HEX[at[i] >> 4]);
            tci_buf_u8(buf, (uint8_t)HEX[at[i] & 15]);
        } else {
            tci_buf_u8(buf, at[i]);
        }
    }
    tci_buf_u8(buf, '"');
}

void tci_print_xml(tci_buf *buf, tci_slice text) {
    const uint8_t *at = text.data;
    for (size_t i = 0; i < text.len; i++) {
        switch (at[i]) {
        case '<': tci_print(buf, "&lt;"); break;
        case '>': tci_print(buf, "&gt;"); break;
        case '&': tci_print(buf, "&amp;"); break;
        case '"': tci_print(buf, "&quot;"); break;
        default:
            if (at[i] >= 0x20) tci_buf_u8(buf, at[i]);
            break;
        }
    }
}
