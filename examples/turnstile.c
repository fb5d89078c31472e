/* A turnstile. Sells two tickets, prints their barcodes as a shop would, then stands at the gate:
 * checks each offline with the public key alone, lets it in once, and turns away a copy, a forgery
 * and a ticket that was voided. */
#include "house.h"

static void sell_two(tc_engine *tc, uint64_t event, uint64_t tickets[2]) {
    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    tc_hold_best_result hold = TC_HOLD_BEST_RESULT_INIT;
    best.event = event;
    best.quantity = 2;
    need(tc_hold_best(tc, &best, &hold, &error), "hold");
    const tc_order_item items[2] = {{1, 1}, {1, 1}};
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result sold = TC_ORDER_CREATE_RESULT_INIT;
    order.hold = hold.hold;
    order.hold_secret = hold.secret;
    order.items = items;
    order.items_count = 2;
    order.method = TC_PAY_PAID;
    sold.tickets = tickets;
    sold.tickets_capacity = 2;
    need(tc_order_create(tc, &order, &sold, &error), "order");
}

static uint32_t scan(tc_engine *tc, uint64_t event, const char *barcode, uint32_t gate) {
    tc_checkin_scan_request request = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    request.event = event;
    request.barcode = barcode;
    request.gate = gate;
    need(tc_checkin_scan(tc, &request, &result, &error), "scan");
    printf("gate %u: %s\n", gate, tc_scan_answer_sentence(result.answer));
    return result.answer;
}

int main(int argc, char **argv) {
    tc_engine *tc = open_store(argc > 1 ? argv[1] : "turnstile.store");
    uint64_t event = make_house(tc, 5, 10), tickets[2];
    char barcode[2][TC_BARCODE_MAX];
    sell_two(tc, event, tickets);

    tc_snapshot *snapshot;
    tc_public_key keys[4];
    need(tc_snapshot_open(tc, &snapshot, &error), "snapshot");
    for (int i = 0; i < 2; i++)
        need(
            tc_ticket_barcode(snapshot, tickets[i], NULL, barcode[i], TC_BARCODE_MAX, NULL, &error),
            "barcode");
    uint32_t key_count = 0;
    need(tc_signing_key_list(snapshot, keys, 4, &key_count, &error), "keys");
    tc_snapshot_close(snapshot);

    /* Offline: the gate has the public keys and nothing else. */
    tc_barcode fields = TC_BARCODE_INIT;
    need(tc_barcode_verify(keys, key_count, barcode[0], 0, &fields, &error), "offline check");
    printf("offline: ticket for event %llu, seat %u\n", (unsigned long long)fields.event,
           fields.seat);

    int wrong = scan(tc, event, barcode[0], 1) != TC_SCAN_VALID;
    wrong += scan(tc, event, barcode[0], 2) != TC_SCAN_USED; /* a copy at another gate */

    char forged[TC_BARCODE_MAX];
    strcpy(forged, barcode[1]);
    size_t middle = strlen(forged) / 2;
    forged[middle] = forged[middle] == 'A' ? 'B' : 'A';
    wrong += scan(tc, event, forged, 1) != TC_SCAN_FORGED;

    tc_ticket_void_request refuse = TC_TICKET_VOID_REQUEST_INIT;
    refuse.ticket = tickets[1];
    need(tc_ticket_void(tc, &refuse, NULL, &error), "void");
    wrong += scan(tc, event, barcode[1], 1) != TC_SCAN_VOID;
    need(tc_engine_close(tc, &error), "close");
    return wrong != 0;
}
