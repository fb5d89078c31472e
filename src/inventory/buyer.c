/* What one buyer holds and owns in an event that limits it. Rows exist only where a counted item
 * made one; an item remembers whether it was counted, so that its end takes away what its beginning
 * added. */
#include "inventory/hold.h"

static tci_key buyer_key(uint64_t event, const uint8_t buyer[16]) {
    tci_key key = tci_key_of(event, TCI_SPACE_BUYER);
    tci_key_bytes(&key, buyer, 16);
    return key;
}

bool tci_buyer_known(const uint8_t buyer[16]) {
    static const uint8_t NONE[16];
    return memcmp(buyer, NONE, sizeof NONE) != 0;
}

tci_buyer tci_buyer_load(tci_view *view, uint64_t event, const uint8_t buyer[16]) {
    tci_buyer row = {0};
    tci_key key = buyer_key(event, buyer);
    tci_slice value;
    if (!tci_row_get(view, &key, &value) || value.len != 8) return row;
    row.held = tci_load32(value.data);
    row.sold = tci_load32((const uint8_t *)value.data + 4);
    return row;
}

void tci_buyer_move(tci_view *view, uint64_t event, const uint8_t buyer[16], int64_t held,
                    int64_t sold) {
    tci_buyer row = tci_buyer_load(view, event, buyer);
    int64_t held_now = row.held + held;
    int64_t sold_now = TCI_MAX(row.sold + sold, 0); /* a return may be of a sale never counted */
    TCI_PROVE(view, held_now >= 0 && held_now <= UINT32_MAX && sold_now <= UINT32_MAX);
    tci_key key = buyer_key(event, buyer);
    if (held_now == 0 && sold_now == 0) {
        tci_row_del(view, &key);
        return;
    }
    uint8_t value[8];
    tci_store32(value, (uint32_t)held_now);
    tci_store32(value + 4, (uint32_t)sold_now);
    tci_row_put(view, &key, tci_slice_of(value, sizeof value));
}

void tci_buyer_return(tci_ctx *ctx, uint64_t event, const uint8_t buyer[16], uint32_t places) {
    if (!tci_buyer_known(buyer) || places == 0) return;
    if (tci_buyer_load(ctx->view, event, buyer).sold == 0) return;
    tci_buyer_move(ctx->view, event, buyer, 0, -(int64_t)places);
}
