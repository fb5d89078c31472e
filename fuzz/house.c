/* The house the targets begin with, made through the public calls: a venue, a map with two sections
 * and a table, two events, pools, holds alive and dead, orders of every method, tickets void and
 * used, messages, a template, a consumer. */
#include "house.h"

tc_secret fuzz_secrets[16];
uint32_t fuzz_secret_count;
char fuzz_barcodes[4][TC_BARCODE_MAX];

#define DAY INT64_C(86400000)
#define OK(call) FUZZ_MUST((call) == TC_OK)

static tc_engine *open_engine(const char *path) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine;
    options.flags = TC_OPEN_CREATE | TC_OPEN_MANUAL_CLOCK | TC_OPEN_RELAXED |
                    (path ? 0u : (uint32_t)TC_OPEN_MEMORY);
    options.clock_ms = HOUSE_T0;
    options.seed = 7;
    options.map_bytes = 16 << 20;
    OK(tc_engine_open(path, &options, &engine, NULL));
    return engine;
}

tc_engine *fuzz_house_empty(void) {
    return open_engine(NULL);
}

static void keep_secret(const tc_secret *secret) {
    if (fuzz_secret_count < 16) fuzz_secrets[fuzz_secret_count++] = *secret;
}

static void make_map(tc_engine *engine, uint64_t venue) {
    static const char TEXT[] =
        "{\"ticketcore_map\":1,\"name\":\"House\",\"units\":\"cm\","
        "\"categories\":[{\"name\":\"All\",\"color\":\"#d4af37\"},{\"name\":\"Far\"}],"
        "\"areas\":[{\"name\":\"Floor\",\"capacity\":40,\"x\":5,\"y\":9}],"
        "\"sections\":[{\"name\":\"Stalls\",\"rows\":["
        "{\"label\":\"A\",\"category\":\"All\",\"seats\":["
        "{\"label\":\"1\",\"x\":0,\"y\":0},{\"label\":\"2\",\"x\":50,\"y\":0},"
        "{\"label\":\"3\",\"x\":100,\"y\":0},{\"label\":\"4\",\"x\":150,\"y\":0,"
        "\"accessible\":true}]},"
        "{\"label\":\"B\",\"category\":\"Far\",\"seats\":["
        "{\"label\":\"1\",\"x\":0,\"y\":90},{\"label\":\"2\",\"x\":50,\"y\":90},"
        "{\"label\":\"3\",\"x\":100,\"y\":90},{\"label\":\"4\",\"x\":150,\"y\":90}]}]},"
        "{\"name\":\"Supper\",\"zone\":\"gallery\",\"rows\":[{\"label\":\"T\",\"kind\":\"table\","
        "\"category\":\"Far\",\"seats\":[{\"label\":\"1\",\"x\":0,\"y\":200},"
        "{\"label\":\"2\",\"x\":50,\"y\":250},{\"label\":\"3\",\"x\":0,\"y\":300}]}]}]}";
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_map_result made = TC_MAP_RESULT_INIT;
    map.venue = venue;
    map.text = TEXT;
    map.text_bytes = sizeof TEXT - 1;
    OK(tc_map_create(engine, &map, &made, NULL));
    publish.map = made.map;
    OK(tc_map_publish(engine, &publish, NULL, NULL));
}

static void make_event(tc_engine *engine, const char *name) {
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    event.venue = event.map = 1;
    event.name = name;
    event.starts_at_ms = HOUSE_T0 + 30 * DAY;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    OK(tc_event_create(engine, &event, &made, NULL));
    pool.event = type.event = made.event;
    pool.name = "Standing";
    pool.capacity = 40;
    OK(tc_pool_create(engine, &pool, NULL, NULL));
    type.name = "Full price";
    type.price_minor = 3000;
    OK(tc_ticket_type_create(engine, &type, NULL, NULL));
    type.name = "Standing place";
    type.price_minor = 1050;
    type.pool = 1;
    OK(tc_ticket_type_create(engine, &type, NULL, NULL));
}

static tc_hold_create_result make_hold(tc_engine *engine, uint32_t seat, uint32_t places,
                                       int64_t ttl_ms) {
    tc_hold_seat seats = {1, seat, 0};
    tc_hold_pool pool = {1, 1, places};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result made = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = &seats;
    request.seats_count = 1;
    request.pools = &pool;
    request.pools_count = places != 0;
    request.buyer = "ada";
    request.ttl_ms = ttl_ms;
    request.flags = TC_HOLD_ALLOW_ORPHANS;
    request.request_id.bytes[0] = (uint8_t)(seat + 1);
    OK(tc_hold_create(engine, &request, &made, NULL));
    keep_secret(&made.secret);
    return made;
}

static void make_order(tc_engine *engine, uint32_t seat, uint32_t places, uint32_t method) {
    static const tc_contact CONTACT = {sizeof CONTACT, TC_MESSAGE_EMAIL, "ada@example.org", "en"};
    const tc_order_item items[2] = {{1, 1}, {2, places}};
    tc_hold_create_result held = make_hold(engine, seat, places, 0);
    tc_order_create_request request = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    request.hold = held.hold;
    request.hold_secret = held.secret;
    request.items = items;
    request.items_count = places ? 2 : 1;
    request.method = method;
    request.contacts = &CONTACT;
    request.contacts_count = 1;
    request.reference = "till 4";
    OK(tc_order_create(engine, &request, &made, NULL));
    keep_secret(&made.secret);
}

static void pay(tc_engine *engine) {
    tc_payment_command work[4];
    tc_payment_lease_request lease = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result leased = TC_PAYMENT_LEASE_RESULT_INIT;
    lease.max = leased.commands_capacity = 4;
    leased.commands = work;
    OK(tc_payment_lease(engine, &lease, &leased, NULL));
    for (uint32_t i = 0; i < leased.commands_count; i++) {
        tc_payment_answer_request answer = TC_PAYMENT_ANSWER_REQUEST_INIT;
        answer.command = work[i].command;
        answer.attempt = work[i].attempt;
        answer.outcome = TC_OUTCOME_DONE;
        answer.reference = "pay_1";
        OK(tc_payment_answer(engine, &answer, NULL, NULL));
    }
}

static void go_in(tc_engine *engine) {
    tc_ticket_void_request void_one = TC_TICKET_VOID_REQUEST_INIT;
    tc_checkin_scan_request scan = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result seen = TC_CHECKIN_SCAN_RESULT_INIT;
    tc_ticket_list_request list = TC_TICKET_LIST_REQUEST_INIT;
    tc_ticket tickets[8] = {TC_TICKET_INIT};
    tc_snapshot *snapshot;
    uint32_t count = 0;
    uint64_t next;
    list.event = 1;
    list.limit = 8;
    OK(tc_snapshot_open(engine, &snapshot, NULL));
    OK(tc_ticket_list(snapshot, &list, tickets, &count, &next, NULL));
    FUZZ_MUST(count >= 3);
    for (uint32_t i = 0; i < count && i < 4; i++)
        (void)tc_ticket_barcode(snapshot, tickets[i].id, NULL, fuzz_barcodes[i], TC_BARCODE_MAX,
                                NULL, NULL);
    tc_snapshot_close(snapshot);
    void_one.ticket = tickets[0].id;
    OK(tc_ticket_void(engine, &void_one, NULL, NULL));
    scan.event = 1;
    scan.barcode = fuzz_barcodes[1];
    scan.nonce[0] = 1;
    OK(tc_checkin_scan(engine, &scan, &seen, NULL));
    FUZZ_MUST(seen.answer == TC_SCAN_VALID);
}

static void write_letters(tc_engine *engine) {
    tc_template_put_request text = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_consumer_set_request consumer = TC_CONSUMER_SET_REQUEST_INIT;
    tc_message_create_request message = TC_MESSAGE_CREATE_REQUEST_INIT;
    text.kind = TC_MESSAGE_ORDER_CONFIRMED;
    text.channel = TC_MESSAGE_EMAIL;
    text.locale = "de";
    text.subject = "{{event_name}}";
    text.body = "{{seats}}";
    OK(tc_template_put(engine, &text, NULL, NULL));
    consumer.name = "mirror";
    OK(tc_consumer_set(engine, &consumer, NULL, NULL));
    message.kind = 2000;
    message.channel = TC_MESSAGE_WEBHOOK;
    message.address = "https://example.org/hook";
    message.event = 1;
    message.dedupe_key = "once";
    OK(tc_message_create(engine, &message, NULL, NULL));
}

tc_engine *fuzz_house_open(const char *path) {
    return open_engine(path);
}

tc_engine *fuzz_house_new(const char *path) {
    tc_engine *engine = open_engine(path);
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    fuzz_secret_count = 0;
    venue.name = "Old Theatre";
    venue.time_zone = "Europe/Vienna";
    OK(tc_venue_create(engine, &venue, NULL, NULL));
    make_map(engine, 1);
    make_event(engine, "Evening");
    make_event(engine, "Matinee");
    make_hold(engine, 0, 0, 1000); /* dead soon */
    OK(tc_engine_set_clock(engine, HOUSE_T0 + 2000, NULL));
    make_hold(engine, 1, 2, 0);
    make_order(engine, 2, 2, TC_PAY_PAID);
    make_order(engine, 3, 0, TC_PAY_PROVIDER);
    pay(engine);
    make_order(engine, 4, 0, TC_PAY_OFFLINE);
    make_order(engine, 5, 1, TC_PAY_PROVIDER);
    go_in(engine);
    write_letters(engine);
    FUZZ_MUST(fuzz_verify(engine, true) == 0);
    return engine;
}
