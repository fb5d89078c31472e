/* Making the prepared store, and looking at one. Uses the public interface, but for the checksum
 * over all records, which walks the view as the dump does. */
#include "house.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checksum.h"
#include "engine/engine_internal.h"

#define NEED(call)                                                                                 \
    do {                                                                                           \
        int32_t needed = (call);                                                                   \
        if (needed < 0) {                                                                          \
            fprintf(stderr, "house: %s: %s\n", #call, tc_error_name(needed));                      \
            exit(2);                                                                               \
        }                                                                                          \
    } while (0)

const char HOUSE_CSV[] = "name,section,row,seat,category,x,y\n"
                         "1-1,Stalls,1,1,All,50,90\n1-2,Stalls,1,2,All,100,90\n"
                         "1-3,Stalls,1,3,All,150,90\n1-4,Stalls,1,4,All,200,90\n"
                         "1-5,Stalls,1,5,All,250,90\n2-1,Stalls,2,1,All,50,180\n"
                         "2-2,Stalls,2,2,All,100,180\n2-3,Stalls,2,3,All,150,180\n"
                         "2-4,Stalls,2,4,All,200,180\n2-5,Stalls,2,5,All,250,180\n"
                         "3-1,Stalls,3,1,All,50,270\n3-2,Stalls,3,2,All,100,270\n"
                         "3-3,Stalls,3,3,All,150,270\n3-4,Stalls,3,4,All,200,270\n"
                         "3-5,Stalls,3,5,All,250,270\n4-1,Stalls,4,1,All,50,360\n"
                         "4-2,Stalls,4,2,All,100,360\n4-3,Stalls,4,3,All,150,360\n"
                         "4-4,Stalls,4,4,All,200,360\n4-5,Stalls,4,5,All,250,360\n";
const char HOUSE_CSV_MORE[] = "name,section,row,seat,category,x,y\n"
                              "1-1,Stalls,1,1,All,50,90\n1-2,Stalls,1,2,All,100,90\n"
                              "9-1,Balcony,9,1,Best,50,990\n9-2,Balcony,9,2,Best,100,990\n";

/* Seats that only the late event has: accessible ones, and a row of its own. */
#define LATE_CSV                                                                                   \
    "name,section,row,seat,category,x,y,accessible\n"                                              \
    "1-1,Stalls,1,1,All,50,90,\n1-2,Stalls,1,2,All,100,90,\n1-3,Stalls,1,3,All,150,90,\n"          \
    "2-1,Stalls,2,1,All,50,180,\n2-2,Stalls,2,2,All,100,180,\n2-3,Stalls,2,3,All,150,180,\n"       \
    "3-1,Stalls,3,1,All,50,270,yes\n3-2,Stalls,3,2,All,100,270,\n3-3,Stalls,3,3,All,150,270,\n"    \
    "4-1,Circle,4,1,Best,50,360,yes\n4-2,Circle,4,2,Best,100,360,\n"
#define WIDER_CSV LATE_CSV "5-1,Circle,5,1,Best,50,450,\n5-2,Circle,5,2,Best,100,450,\n"

/* The late orders are made so long before the rest: their holds die, the leases of their charges do
 * not. */
enum { LATE_MS = 3000000 };

static tc_request_id next_id(void) {
    static uint8_t count;
    tc_request_id id = {{1, 0xab, ++count}};
    return id;
}

static uint64_t make_map(tc_engine *engine, uint64_t venue, const char *name, const char *csv,
                         bool publish) {
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request after = TC_MAP_PUBLISH_REQUEST_INIT;
    tc_map_result result = TC_MAP_RESULT_INIT;
    map.venue = venue;
    map.name = name;
    map.text = csv;
    map.text_bytes = strlen(csv);
    NEED(tc_map_create(engine, &map, &result, NULL));
    after.map = result.map;
    if (publish) NEED(tc_map_publish(engine, &after, NULL, NULL));
    return result.map;
}

static void make_catalog(tc_engine *engine, house *h) {
    tc_venue_create_request venue = TC_VENUE_CREATE_REQUEST_INIT;
    tc_venue_result placed = TC_VENUE_RESULT_INIT;
    venue.name = "Old Theatre";
    venue.city = "Graz";
    venue.country = "AT";
    venue.time_zone = "Europe/Vienna";
    NEED(tc_venue_create(engine, &venue, &placed, NULL));
    h->venue = placed.venue;
    venue.name = "Empty Barn";
    NEED(tc_venue_create(engine, &venue, &placed, NULL));
    h->venue_unused = placed.venue;
    h->map = make_map(engine, h->venue, "House", HOUSE_CSV, true);
    h->map_draft = make_map(engine, h->venue, "Draft", HOUSE_CSV, false);
    h->map_unused = make_map(engine, 0, "Unused", HOUSE_CSV, false);
    const char *const tags[] = {"opera", "verdi"};
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result created = TC_EVENT_RESULT_INIT;
    event.venue = h->venue;
    event.map = h->map;
    event.name = "Evening of Songs";
    event.category = "music";
    event.tags = tags;
    event.tags_count = 2;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    event.starts_at_ms = HOUSE_T0 + INT64_C(30) * 86400000;
    NEED(tc_event_create(engine, &event, &created, NULL));
    h->event = created.event;
    event.name = "Matinee";
    NEED(tc_event_create(engine, &event, &created, NULL));
    h->event_unused = created.event;
}

static void make_prices(tc_engine *engine, house *h) {
    tc_pool_create_request pool = TC_POOL_CREATE_REQUEST_INIT;
    tc_pool_create_result pooled = TC_POOL_CREATE_RESULT_INIT;
    pool.event = h->event;
    pool.name = "Standing";
    pool.capacity = 100;
    NEED(tc_pool_create(engine, &pool, &pooled, NULL));
    h->pool = pooled.pool;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    tc_ticket_type_result typed = TC_TICKET_TYPE_RESULT_INIT;
    type.event = h->event;
    type.name = "Full price";
    type.price_minor = 3000;
    type.fee_minor = 100;
    type.tax_bp = 2000;
    NEED(tc_ticket_type_create(engine, &type, &typed, NULL));
    h->type_seat = typed.ticket_type;
    type.event = h->event_unused;
    NEED(tc_ticket_type_create(engine, &type, &typed, NULL));
    h->type_unused = typed.ticket_type;
    type.event = h->event;
    type.name = "Standing place";
    type.price_minor = 1050;
    type.pool = h->pool;
    NEED(tc_ticket_type_create(engine, &type, &typed, NULL));
    h->type_place = typed.ticket_type;
}

static void make_offer(tc_engine *engine, house *h) {
    make_prices(engine, h);
    tc_seat_version seat = {18, 0};
    tc_seat_block_request block = TC_SEAT_BLOCK_REQUEST_INIT;
    block.event = h->event;
    block.seats = &seat;
    block.seats_count = 1;
    NEED(tc_seat_block(engine, &block, NULL, NULL));
}

static tc_hold_create_result take(tc_engine *engine, const house *h, uint32_t first, uint32_t seats,
                                  uint32_t places) {
    tc_hold_seat named[20];
    tc_hold_pool pool = {h->event, h->pool, places};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    for (uint32_t i = 0; i < seats; i++) named[i] = (tc_hold_seat){h->event, first + i, 0};
    request.request_id = next_id();
    request.seats = named;
    request.seats_count = seats;
    request.pools = &pool;
    request.pools_count = places != 0;
    request.buyer = "ada";
    NEED(tc_hold_create(engine, &request, &held, NULL));
    return held;
}

static tc_order_create_result buy(tc_engine *engine, house *h, uint32_t first, uint32_t seats,
                                  uint32_t places, uint32_t method) {
    const tc_contact contact = {sizeof contact, TC_MESSAGE_EMAIL, "ada@example.org", "en"};
    tc_hold_create_result held = take(engine, h, first, seats, places);
    tc_order_item items[8];
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    for (uint32_t i = 0; i < seats; i++) items[i] = (tc_order_item){h->type_seat, 1};
    if (places) items[seats] = (tc_order_item){h->type_place, places};
    order.request_id = next_id();
    order.hold = held.hold;
    order.hold_secret = held.secret;
    order.items = items;
    order.items_count = seats + (places != 0);
    order.method = method;
    order.contacts = &contact;
    order.contacts_count = 1;
    order.token = method == TC_PAY_PROVIDER ? "tok_1" : NULL;
    if (method == TC_PAY_PAID) {
        made.tickets = h->tickets;
        made.tickets_capacity = 3;
    }
    NEED(tc_order_create(engine, &order, &made, NULL));
    return made;
}

static tc_payment_command lease_payment(tc_engine *engine) {
    tc_payment_command command[1];
    tc_payment_lease_request lease = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result leased = TC_PAYMENT_LEASE_RESULT_INIT;
    lease.max = 1;
    lease.lease_ms = TC_LEASE_MS_MAX;
    leased.commands = command;
    leased.commands_capacity = 1;
    NEED(tc_payment_lease(engine, &lease, &leased, NULL));
    NEED(leased.commands_count == 1 ? TC_OK : TC_E_NOT_FOUND);
    return command[0];
}

static void answer_payment(tc_engine *engine, const tc_payment_command *command, uint32_t outcome,
                           const char *reference) {
    tc_payment_answer_request answer = TC_PAYMENT_ANSWER_REQUEST_INIT;
    answer.command = command->command;
    answer.attempt = command->attempt;
    answer.outcome = outcome;
    answer.reference = reference;
    NEED(tc_payment_answer(engine, &answer, NULL, NULL));
}

/* An event two of whose orders are charged when their holds are long dead. Ends at HOUSE_T0. */
static void make_late(tc_engine *engine, house *h) {
    house late = *h;
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result created = TC_EVENT_RESULT_INIT;
    event.venue = h->venue;
    event.map = make_map(engine, h->venue, "Late", LATE_CSV, true);
    event.name = "Late show";
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    event.limit_per_buyer = 20;
    event.rules = TC_EVENT_ORPHAN_RULE;
    event.starts_at_ms = HOUSE_T0 + INT64_C(20) * 86400000;
    NEED(tc_event_create(engine, &event, &created, NULL));
    h->late_event = late.event = created.event;
    h->map_wider = make_map(engine, h->venue, "Wider", WIDER_CSV, true);
    late.event_unused = h->event_unused;
    make_prices(engine, &late);
    h->late_pool = late.pool;
    (void)buy(engine, &late, 0, 2, 1, TC_PAY_PROVIDER);
    h->late_same = lease_payment(engine);
    (void)buy(engine, &late, 3, 2, 1, TC_PAY_PROVIDER);
    h->late_moved = lease_payment(engine);
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    NEED(tc_engine_set_clock(engine, HOUSE_T0, NULL));
    NEED(tc_sweep(engine, &sweep, NULL, NULL));
    (void)buy(engine, &late, 3, 1, 0, TC_PAY_OFFLINE);
}

/* More seats in one hold than have room without asking for memory. */
static void make_large(tc_engine *engine, house *h) {
    house large = *h;
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result created = TC_EVENT_RESULT_INIT;
    event.map = h->map;
    event.name = "School performance";
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    event.starts_at_ms = HOUSE_T0 + INT64_C(40) * 86400000;
    NEED(tc_event_create(engine, &event, &created, NULL));
    h->large_event = large.event = created.event;
    tc_hold_create_result held = take(engine, &large, 0, 18, 0);
    h->large = held.hold;
    h->large_secret = held.secret;
}

static void make_sales(tc_engine *engine, house *h) {
    tc_order_create_result order = buy(engine, h, 3, 2, 1, TC_PAY_PAID);
    h->settled = order.order;
    h->settled_secret = order.secret;
    order = buy(engine, h, 5, 1, 0, TC_PAY_OFFLINE);
    h->pending = order.order;
    h->pending_secret = order.secret;
    order = buy(engine, h, 9, 1, 0, TC_PAY_PROVIDER);
    h->captured = order.order;
    tc_payment_command command = lease_payment(engine);
    answer_payment(engine, &command, TC_OUTCOME_DONE, "pi_captured");
    command = lease_payment(engine);
    answer_payment(engine, &command, TC_OUTCOME_DONE, "pi_captured");
    h->declined = buy(engine, h, 8, 1, 0, TC_PAY_PROVIDER).order;
    command = lease_payment(engine);
    answer_payment(engine, &command, TC_OUTCOME_DECLINED, "pi_declined");
    (void)buy(engine, h, 6, 1, 0, TC_PAY_PROVIDER);
    h->leased = lease_payment(engine);
    (void)buy(engine, h, 7, 1, 0, TC_PAY_PROVIDER);
    tc_order_refund_request refund = TC_ORDER_REFUND_REQUEST_INIT;
    refund.order = h->settled;
    refund.amount_minor = 10;
    refund.flags = TC_ORDER_BY_HAND;
    NEED(tc_order_refund(engine, &refund, NULL, NULL));
    tc_hold_create_result held = take(engine, h, 0, 2, 2);
    h->hold = held.hold;
    h->hold_secret = held.secret;
    held = take(engine, h, 2, 1, 0);
    h->hold_order = held.hold;
    h->hold_order_secret = held.secret;
}

static void lease_message(tc_engine *engine, tc_leased_message *message) {
    tc_message_lease_request lease = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result leased = TC_MESSAGE_LEASE_RESULT_INIT;
    lease.max = 1;
    lease.lease_ms = TC_LEASE_MS_MAX;
    leased.messages = message;
    leased.messages_capacity = 1;
    NEED(tc_message_lease(engine, &lease, &leased, NULL));
    NEED(leased.messages_count == 1 ? TC_OK : TC_E_NOT_FOUND);
}

static void make_messages(tc_engine *engine, house *h) {
    tc_leased_message dead;
    tc_message_answer_request answer = TC_MESSAGE_ANSWER_REQUEST_INIT;
    lease_message(engine, &dead);
    answer.message = h->message_dead = dead.message;
    answer.lease = dead.lease;
    answer.outcome = TC_MESSAGE_OUTCOME_FAILED;
    NEED(tc_message_answer(engine, &answer, NULL, NULL));
    lease_message(engine, &h->message);
    tc_template_put_request text = TC_TEMPLATE_PUT_REQUEST_INIT;
    text.kind = TC_MESSAGE_CUSTOM;
    text.channel = TC_MESSAGE_EMAIL;
    text.locale = "de";
    text.subject = "Gruss";
    text.body = "Hallo {{name}}";
    NEED(tc_template_put(engine, &text, NULL, NULL));
    const tc_variable name = {"name", "Ada"};
    tc_message_create_request message = TC_MESSAGE_CREATE_REQUEST_INIT;
    tc_message_create_result queued = TC_MESSAGE_CREATE_RESULT_INIT;
    message.kind = TC_MESSAGE_CUSTOM;
    message.channel = TC_MESSAGE_EMAIL;
    message.address = "ada@example.org";
    message.locale = "de";
    message.variables = &name;
    message.variables_count = 1;
    NEED(tc_message_create(engine, &message, &queued, NULL));
    h->message_waiting = queued.message;
    tc_consumer_set_request consumer = TC_CONSUMER_SET_REQUEST_INIT;
    consumer.name = "mailer";
    consumer.flags = TC_CONSUMER_AT_END;
    NEED(tc_consumer_set(engine, &consumer, NULL, NULL));
}

static void make_gate(tc_engine *engine, house *h) {
    tc_signing_key_rotate_request rotate = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
    NEED(tc_signing_key_rotate(engine, &rotate, NULL, NULL));
    tc_ticket_reissue_request reissue = TC_TICKET_REISSUE_REQUEST_INIT;
    reissue.ticket = h->tickets[1];
    NEED(tc_ticket_reissue(engine, &reissue, NULL, NULL));
    tc_checkin_scan_request scan = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result scanned = TC_CHECKIN_SCAN_RESULT_INIT;
    scan.event = h->event;
    scan.ticket = h->tickets[1];
    NEED(tc_checkin_scan(engine, &scan, &scanned, NULL));
    tc_snapshot *snapshot;
    NEED(tc_snapshot_open(engine, &snapshot, NULL));
    NEED(tc_ticket_barcode(snapshot, h->tickets[0], NULL, h->barcode, sizeof h->barcode, NULL,
                           NULL));
    NEED(tc_signing_key_list(snapshot, h->keys, 4, &h->keys_count, NULL));
    tc_snapshot_close(snapshot);
}

static int64_t opened_at_ms = HOUSE_T0;

int32_t house_open(const char *path, uint32_t flags, tc_engine **engine, tc_error *error) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MANUAL_CLOCK | flags;
    options.clock_ms = opened_at_ms;
    options.map_bytes = HOUSE_MAP_BYTES;
    options.seed = 42;
    return tc_engine_open(path, &options, engine, error);
}

void house_make(const char *path, house *made) {
    tc_engine *engine;
    memset(made, 0, sizeof *made);
    opened_at_ms = HOUSE_T0 - LATE_MS;
    NEED(house_open(path, TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE, &engine, NULL));
    opened_at_ms = HOUSE_T0;
    make_catalog(engine, made);
    make_late(engine, made);
    make_offer(engine, made);
    make_sales(engine, made);
    make_large(engine, made);
    make_messages(engine, made);
    make_gate(engine, made);
    char text[256] = "";
    if (house_verify(engine, text, sizeof text) != 0) {
        fprintf(stderr, "house: %s\n", text);
        exit(2);
    }
    NEED(tc_engine_close(engine, NULL));
}

static bool add_record(void *user_data, tci_slice key, tci_slice value, bool sound) {
    uint64_t *sum = user_data;
    *sum = tci_checksum(key.data, key.len, *sum + sound);
    *sum = tci_checksum(value.data, value.len, *sum);
    return true;
}

bool house_state(tc_engine *engine, uint64_t *state) {
    tci_txn *txn;
    tci_view *view;
    *state = 1;
    if (tci_view_new(&view) != TC_OK) return false;
    bool read = tci_store_begin(engine->store, TCI_TXN_READ, &txn) == TC_OK;
    if (read) {
        tci_view_begin(view, txn, false);
        read = tci_view_walk(view, add_record, state) == TC_OK;
        tci_view_end(view);
        tci_txn_abort(txn);
    }
    tci_view_free(view);
    return read;
}

uint64_t house_verify(tc_engine *engine, char *text, size_t room) {
    tc_snapshot *snapshot;
    tc_fault fault;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = &fault;
    report.faults_capacity = 1;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK) return UINT64_MAX;
    int32_t code = tc_verify(snapshot, &report, NULL);
    tc_snapshot_close(snapshot);
    if (code != TC_OK) return UINT64_MAX;
    if (report.faults_count) snprintf(text, room, "%s: %s", fault.what, fault.sentence);
    return report.faults_count;
}
