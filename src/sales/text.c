/* What an order keeps as text: the host's reference and the buyer's contacts, one row an order,
 * only where there is any. Personal data: nothing of it goes into the feed or into an error. */
#include "sales/sales.h"

static tci_key text_key(uint64_t order) {
    tci_key key = tci_key_of(0, TCI_SPACE_ORDER_TEXT);
    tci_key_u8(&key, 'o');
    tci_key_u64(&key, order);
    return key;
}

bool tci_order_text(tci_view *view, uint64_t order, tci_slice *text) {
    tci_key key = text_key(order);
    return tci_row_must(view, &key, text);
}

void tci_order_set_text(tci_view *view, uint64_t order, tci_slice text) {
    TCI_ASSERT(text.len <= TCI_ROW_MAX);
    tci_key key = text_key(order);
    tci_row_put(view, &key, text);
}

tci_slice tci_order_reference(tci_view *view, const tci_order *order) {
    tci_slice text;
    if (!(order->contacts & TCI_ORDER_HAS_TEXT) || !tci_order_text(view, order->id, &text))
        return tci_slice_of("", 0);
    tci_reader reader = tci_reader_of(text);
    return tci_read_text(&reader);
}

/* Longest text row: a reference, and four contacts with address and locale. */
enum { TEXT_MAX = 4 + TC_REFERENCE_MAX + 1 + 4 * (1 + 4 + TC_LABEL_MAX + 4 + TC_ADDRESS_MAX) };

void tci_order_set_reference(tci_view *view, tci_order *order, tci_slice reference) {
    TCI_ASSERT(reference.len <= TC_REFERENCE_MAX);
    tci_slice text = tci_slice_of("", 0);
    if (order->contacts & TCI_ORDER_HAS_TEXT) tci_order_text(view, order->id, &text);
    tci_reader reader = tci_reader_of(text);
    tci_read_text(&reader);
    size_t left = reader.failed ? 0 : tci_reader_left(&reader);
    uint8_t room[TEXT_MAX];
    TCI_ASSERT(4 + reference.len + left + 1 <= sizeof room);
    tci_buf buf;
    tci_buf_init(&buf, room, sizeof room);
    tci_buf_text(&buf, reference);
    if (left) tci_buf_bytes(&buf, reader.at, left);
    else tci_buf_u8(&buf, 0);
    tci_order_set_text(view, order->id, tci_buf_slice(&buf));
    order->contacts |= TCI_ORDER_HAS_TEXT;
}

bool tci_order_contact(tci_view *view, uint64_t order, uint8_t channel,
                       tci_order_contact_info *out) {
    tci_order found;
    if (!tci_order_load(view, order, &found)) return false;
    *out = (tci_order_contact_info){.address = tci_slice_of("", 0),
                                    .locale = tci_slice_of("", 0),
                                    .total_minor = found.total,
                                    .refunded_minor = found.refunded,
                                    .event = found.event,
                                    .ticket_count = found.tickets,
                                    .line_count = found.lines};
    tci_currency_unpack(found.currency, out->currency);
    memcpy(out->secret, found.secret, 16);
    tci_slice text;
    if (channel == 0 || !(found.contacts & TCI_ORDER_HAS_TEXT)) return true;
    if (!tci_order_text(view, order, &text)) return true;
    tci_reader reader = tci_reader_of(text);
    tci_read_text(&reader);
    uint8_t count = tci_read_u8(&reader);
    for (uint8_t i = 0; i < count; i++) {
        uint8_t its = tci_read_u8(&reader);
        tci_slice locale = tci_read_text(&reader);
        tci_slice address = tci_read_text(&reader);
        if (reader.failed || its != channel) continue;
        out->locale = locale;
        out->address = address;
    }
    return true;
}
