/* The shortest whole life: open a store, put a hall of three seats on sale, hold the best two, sell
 * them. Run it with the folder of the store as its argument. */
#include <stdio.h>
#include <string.h>
#include <ticketcore/ticketcore.h>

static tc_error error = TC_ERROR_INIT;

/* [quick start] */
static int32_t sell(tc_engine *tc) {
    static const char hall[] =
        "name,section,row,seat,category,x,y\n"
        "A1,Stalls,A,1,Front,0,0\nA2,Stalls,A,2,Front,50,0\nA3,Stalls,A,3,Front,100,0\n";
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    map.name = "Small hall", map.text = hall, map.text_bytes = strlen(hall),
    map.form = TC_MAP_FORM_CSV;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    if (tc_map_create(tc, &map, &mapped, &error)) return error.code;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = mapped.map;
    if (tc_map_publish(tc, &publish, NULL, &error)) return error.code;

    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    event.name = "First night", event.map = mapped.map, event.currency = "EUR";
    event.starts_at_ms = 4102444800000, event.status = TC_EVENT_ON_SALE;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    if (tc_event_create(tc, &event, &made, &error)) return error.code;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = made.event, type.name = "Full price", type.price_minor = 4500;
    if (tc_ticket_type_create(tc, &type, NULL, &error)) return error.code;

    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    best.event = made.event, best.quantity = 2;
    tc_hold_seat seats[2];
    tc_hold_best_result hold = TC_HOLD_BEST_RESULT_INIT;
    hold.seats = seats, hold.seats_capacity = 2;
    if (tc_hold_best(tc, &best, &hold, &error)) return error.code;

    const tc_order_item items[2] = {{1, 1}, {1, 1}}; /* both seats at ticket type 1 */
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    order.hold = hold.hold, order.hold_secret = hold.secret, order.method = TC_PAY_PAID;
    order.items = items, order.items_count = 2;
    tc_request_id_new(&order.request_id); /* sent again, it would answer the same order */
    tc_order_create_result sold = TC_ORDER_CREATE_RESULT_INIT;
    if (tc_order_create(tc, &order, &sold, &error)) return error.code;
    printf("order %llu: seats %u and %u, %.2f %s\n", (unsigned long long)sold.order, seats[0].seat,
           seats[1].seat, (double)sold.total_minor / 100, sold.currency);
    return TC_OK;
}
/* [quick start] */

int main(int argc, char **argv) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_CREATE;
    tc_engine *tc;
    if (tc_engine_open(argc > 1 ? argv[1] : "quick-start.store", &options, &tc, &error) ||
        sell(tc)) {
        fprintf(stderr, "%s: %s\n", tc_error_name(error.code), error.message);
        return 1;
    }
    return tc_engine_close(tc, NULL) != TC_OK;
}
