/* Simulated commands as requests of the public interface, and results as numbers. Each kind has one
 * function that fills a request and one that reads the result. */
#include "model_drive.h"

#include <stdlib.h>
#include <string.h>

enum { CONFLICTS = 16, LIST = 16 };

/* Everything one command of a call needs while it runs. */
typedef struct slot {
    union {
        tc_hold_create_request hold;
        tc_hold_best_request best;
        tc_hold_extend_request extend;
        tc_hold_release_request release;
        tc_hold_expire_request expire;
        tc_hold_swap_request swap;
        tc_seat_block_request block;
        tc_seat_channel_request channel;
        tc_pool_update_request pool;
        tc_event_update_request event;
        tc_ticket_type_update_request type;
        tc_sweep_request sweep;
        tc_order_create_request order;
        tc_order_cancel_request cancel;
        tc_order_pay_request pay;
        tc_order_settle_request settle;
        tc_order_refund_request refund;
        tc_payment_lease_request lease;
        tc_payment_answer_request answer;
        tc_payment_event_request webhook;
        tc_ticket_void_request voiding;
        tc_checkin_scan_request scan;
        tc_message_create_request message;
        tc_message_lease_request mlease;
        tc_message_answer_request manswer;
        tc_message_retry_request mretry;
    } request;
    union {
        tc_hold_create_result hold;
        tc_hold_extend_result extend;
        tc_hold_release_result release;
        tc_seat_block_result block;
        tc_pool_update_result pool;
        tc_event_result event;
        tc_ticket_type_result type;
        tc_sweep_result sweep;
        tc_order_create_result order;
        tc_order_result change;
        tc_payment_lease_result lease;
        tc_payment_result paid;
        tc_ticket_change_result ticket;
        tc_checkin_scan_result scan;
        tc_message_create_result message;
        tc_message_lease_result mlease;
        tc_message_change_result mchange;
    } result;
    tc_error error;
    tc_conflict conflicts[CONFLICTS];
    tc_hold_seat seats[SIM_ITEMS_MAX], made[SIM_ITEMS_MAX];
    tc_hold_pool pools[SIM_ITEMS_MAX];
    tc_seat_version versions[SIM_ITEMS_MAX], changed[SIM_ITEMS_MAX];
    tc_order_item items[SIM_ITEMS_MAX];
    tc_contact contacts[4];
    uint64_t tickets[SIM_ITEMS_MAX];
    tc_payment_command commands[LIST];
    tc_leased_message messages[LIST];
    char text[4][TC_BARCODE_MAX];
    uint32_t category;
} slot;

#define FILL(type, member, init)                                                                   \
    static const type BLANK = init;                                                                \
    s->request.member = BLANK;                                                                     \
    type *q = &s->request.member
#define RESULT(type, member, init)                                                                 \
    do {                                                                                           \
        static const type EMPTY = init;                                                            \
        s->result.member = EMPTY;                                                                  \
    } while (0)

static uint64_t event_id(const sim_command *c) {
    return c->event < WORLD_EVENTS_MAX ? c->event + 1 : SIM_NOBODY;
}

static const char *buyer_name(uint32_t buyer) {
    static const char *const NAMES[] = {"", "ada", "bert", "cleo", "dan", "eve", "fred", "gus"};
    return NAMES[buyer & 7];
}

static tc_secret secret_of(const tc_secret *known, uint32_t room, uint64_t id, uint32_t wrong) {
    tc_secret secret = {{0}};
    if (id < room) secret = known[id];
    if (wrong) secret.bytes[wrong & 15] ^= 1;
    return secret;
}

static tc_request_id request_id(const drive *d, const sim_command *c) {
    tc_request_id id = {{0}};
    if (!c->request) return id;
    uint64_t mix = (d->seed + c->request) * UINT64_C(0x9E3779B97F4A7C15);
    memcpy(id.bytes, &mix, 8);
    id.bytes[8] = 1;
    memcpy(id.bytes + 9, &c->request, 4);
    return id;
}

static void put_items(slot *s, const sim_command *c, uint32_t *seats, uint32_t *pools) {
    *seats = *pools = 0;
    for (uint32_t i = 0; i < c->items_count; i++) {
        const sim_item *item = &c->items[i];
        uint64_t event = item->event < WORLD_EVENTS_MAX ? item->event + 1 : SIM_NOBODY;
        if (item->pool) s->pools[(*pools)++] = (tc_hold_pool){event, item->pool, item->quantity};
        else s->seats[(*seats)++] = (tc_hold_seat){event, item->target, item->version};
    }
}

static void room_for_seats(slot *s) {
    RESULT(tc_hold_create_result, hold, TC_HOLD_CREATE_RESULT_INIT);
    s->result.hold.seats = s->made;
    s->result.hold.seats_capacity = SIM_ITEMS_MAX;
}

static uint32_t fill_hold(const drive *d, slot *s, const sim_command *c) {
    FILL(tc_hold_create_request, hold, TC_HOLD_CREATE_REQUEST_INIT);
    put_items(s, c, &q->seats_count, &q->pools_count);
    q->flags = c->flags;
    q->request_id = request_id(d, c);
    q->ttl_ms = c->time_ms;
    q->seats = s->seats;
    q->pools = s->pools;
    q->buyer = buyer_name(c->b);
    q->channel = c->a;
    room_for_seats(s);
    return TC_HOLD_CREATE;
}

static uint32_t fill_best(const drive *d, slot *s, const sim_command *c) {
    FILL(tc_hold_best_request, best, TC_HOLD_BEST_REQUEST_INIT);
    q->flags = c->flags;
    q->request_id = request_id(d, c);
    q->event = event_id(c);
    q->ttl_ms = c->time_ms;
    s->category = c->d;
    q->categories = c->d ? &s->category : NULL;
    q->categories_count = c->d != 0;
    q->buyer = buyer_name(c->b);
    q->channel = c->a;
    q->quantity = c->c;
    q->max_rows = c->ordinal;
    room_for_seats(s);
    return TC_HOLD_BEST;
}

static uint32_t fill_swap(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_hold_swap_request, swap, TC_HOLD_SWAP_REQUEST_INIT);
    put_items(s, c, &q->seats_count, &q->pools_count);
    q->flags = c->flags;
    q->request_id = request_id(d, c);
    q->hold = model_of_tag(m, c->ref);
    q->secret = secret_of(d->hold_secret, d->hold_room, q->hold, c->wrong);
    q->ttl_ms = c->time_ms;
    q->seats = s->seats;
    q->pools = s->pools;
    q->expected_version = c->version;
    room_for_seats(s);
    return TC_HOLD_SWAP;
}

static uint32_t fill_extend(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_hold_extend_request, extend, TC_HOLD_EXTEND_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->hold = model_of_tag(m, c->ref);
    q->secret = secret_of(d->hold_secret, d->hold_room, q->hold, c->wrong);
    q->ttl_ms = c->time_ms;
    q->expected_version = c->version;
    RESULT(tc_hold_extend_result, extend, TC_HOLD_EXTEND_RESULT_INIT);
    return TC_HOLD_EXTEND;
}

static uint32_t fill_end(const drive *d, const model *m, slot *s, const sim_command *c) {
    uint64_t hold = model_of_tag(m, c->ref);
    RESULT(tc_hold_release_result, release, TC_HOLD_RELEASE_RESULT_INIT);
    if (c->kind == SIM_EXPIRE) {
        FILL(tc_hold_expire_request, expire, TC_HOLD_EXPIRE_REQUEST_INIT);
        q->request_id = request_id(d, c);
        q->hold = hold;
        q->expected_version = c->version;
        return TC_HOLD_EXPIRE;
    }
    FILL(tc_hold_release_request, release, TC_HOLD_RELEASE_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->hold = hold;
    q->secret = secret_of(d->hold_secret, d->hold_room, hold, c->wrong);
    q->expected_version = c->version;
    return TC_HOLD_RELEASE;
}

static uint32_t fill_seats(const drive *d, slot *s, const sim_command *c) {
    for (uint32_t i = 0; i < c->items_count; i++)
        s->versions[i] = (tc_seat_version){c->items[i].target, c->items[i].version};
    RESULT(tc_seat_block_result, block, TC_SEAT_BLOCK_RESULT_INIT);
    s->result.block.seats = s->changed;
    s->result.block.seats_capacity = SIM_ITEMS_MAX;
    if (c->kind == SIM_CHANNEL) {
        FILL(tc_seat_channel_request, channel, TC_SEAT_CHANNEL_REQUEST_INIT);
        q->request_id = request_id(d, c);
        q->event = event_id(c);
        q->seats = s->versions;
        q->seats_count = c->items_count;
        q->channel = c->a;
        return TC_SEAT_CHANNEL;
    }
    FILL(tc_seat_block_request, block, TC_SEAT_BLOCK_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->event = event_id(c);
    q->seats = s->versions;
    q->seats_count = c->items_count;
    return c->kind == SIM_BLOCK ? TC_SEAT_BLOCK : TC_SEAT_UNBLOCK;
}

static uint32_t fill_pool(const drive *d, slot *s, const sim_command *c) {
    FILL(tc_pool_update_request, pool, TC_POOL_UPDATE_REQUEST_INIT);
    q->flags = c->flags;
    q->request_id = request_id(d, c);
    q->event = event_id(c);
    q->pool = c->a;
    q->capacity = c->b;
    q->open = c->c;
    q->expected_version = c->version;
    RESULT(tc_pool_update_result, pool, TC_POOL_UPDATE_RESULT_INIT);
    return TC_POOL_UPDATE;
}

static uint32_t fill_event(const drive *d, slot *s, const sim_command *c) {
    FILL(tc_event_update_request, event, TC_EVENT_UPDATE_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->event = event_id(c);
    q->fields = TC_EVENT_FIELD_STATUS;
    q->status = c->a;
    q->expected_version = c->version;
    RESULT(tc_event_result, event, TC_EVENT_RESULT_INIT);
    return TC_EVENT_UPDATE;
}

static uint32_t fill_type(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_ticket_type_update_request, type, TC_TICKET_TYPE_UPDATE_REQUEST_INIT);
    bool known = c->event < m->world->events && c->a <= m->world->event[c->event].types;
    q->request_id = request_id(d, c);
    q->event = event_id(c);
    q->ticket_type = c->a;
    q->fields = c->flags;
    q->price_minor = c->amount;
    q->fee_minor = known ? m->event[c->event].type[c->a].fee : 0;
    q->status = c->b;
    q->expected_version = c->version;
    RESULT(tc_ticket_type_result, type, TC_TICKET_TYPE_RESULT_INIT);
    return TC_TICKET_TYPE_UPDATE;
}

static uint32_t fill_sweep(slot *s, const sim_command *c) {
    FILL(tc_sweep_request, sweep, TC_SWEEP_REQUEST_INIT);
    q->limit = c->a;
    RESULT(tc_sweep_result, sweep, TC_SWEEP_RESULT_INIT);
    return TC_SWEEP;
}

static uint32_t fill_order(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_order_create_request, order, TC_ORDER_CREATE_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->hold = model_of_tag(m, c->ref);
    q->hold_secret = secret_of(d->hold_secret, d->hold_room, q->hold, c->wrong);
    for (uint32_t i = 0; i < c->items_count; i++)
        s->items[i] = (tc_order_item){c->items[i].target, c->items[i].quantity};
    q->items = s->items;
    q->items_count = c->items_count;
    q->method = c->a;
    for (uint32_t channel = TC_MESSAGE_EMAIL; channel <= TC_MESSAGE_WEBHOOK; channel++) {
        if (!(c->c >> channel & 1)) continue;
        static const tc_contact SOMEBODY = TC_CONTACT_INIT;
        tc_contact *contact = &s->contacts[q->contacts_count++];
        *contact = SOMEBODY;
        contact->channel = channel;
        contact->address = "somebody@example.org";
    }
    q->contacts = s->contacts;
    if (c->b) memcpy(q->expected_currency, c->b == 3 ? "USD" : "EUR", 4);
    q->expected_total_minor = c->b ? c->amount : 0;
    q->pay_within_ms = c->time_ms;
    q->token = c->d ? "token" : NULL;
    q->reference = c->d > 1 ? "till 7" : NULL;
    RESULT(tc_order_create_result, order, TC_ORDER_CREATE_RESULT_INIT);
    s->result.order.tickets = s->tickets;
    s->result.order.tickets_capacity = SIM_ITEMS_MAX;
    return TC_ORDER_CREATE;
}

static uint32_t fill_change(const drive *d, const model *m, slot *s, const sim_command *c) {
    uint64_t order = model_of_tag(m, c->ref);
    tc_secret secret = secret_of(d->order_secret, d->order_room, order, c->wrong);
    RESULT(tc_order_result, change, TC_ORDER_RESULT_INIT);
    if (c->kind == SIM_CANCEL) {
        FILL(tc_order_cancel_request, cancel, TC_ORDER_CANCEL_REQUEST_INIT);
        q->flags = c->flags;
        q->request_id = request_id(d, c);
        q->order = order;
        q->secret = secret;
        q->expected_version = c->version;
        return TC_ORDER_CANCEL;
    }
    if (c->kind == SIM_PAY) {
        FILL(tc_order_pay_request, pay, TC_ORDER_PAY_REQUEST_INIT);
        q->flags = c->flags;
        q->request_id = request_id(d, c);
        q->order = order;
        q->secret = secret;
        q->expected_version = c->version;
        q->method = c->a;
        if (c->b) memcpy(q->expected_currency, "EUR", 4);
        q->expected_total_minor = c->b ? c->amount : 0;
        q->pay_within_ms = c->time_ms;
        return TC_ORDER_PAY;
    }
    FILL(tc_order_settle_request, settle, TC_ORDER_SETTLE_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->order = order;
    q->expected_version = c->version;
    memcpy(q->currency, c->b ? "USD" : "EUR", 4);
    q->amount_minor = c->amount;
    return TC_ORDER_SETTLE;
}

static uint32_t fill_refund(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_order_refund_request, refund, TC_ORDER_REFUND_REQUEST_INIT);
    q->flags = c->flags;
    q->request_id = request_id(d, c);
    q->order = model_of_tag(m, c->ref);
    q->expected_version = c->version;
    for (uint32_t i = 0; i < c->items_count; i++) {
        sim_command one = {.ref = c->ref, .ordinal = c->items[i].target};
        s->tickets[i] = model_ticket_of(m, &one);
    }
    q->tickets = s->tickets;
    q->tickets_count = c->items_count;
    q->amount_minor = c->amount;
    RESULT(tc_order_result, change, TC_ORDER_RESULT_INIT);
    return TC_ORDER_REFUND;
}

static uint32_t fill_lease(slot *s, const sim_command *c) {
    FILL(tc_payment_lease_request, lease, TC_PAYMENT_LEASE_REQUEST_INIT);
    q->worker = 1;
    q->max = c->a;
    q->lease_ms = c->b;
    RESULT(tc_payment_lease_result, lease, TC_PAYMENT_LEASE_RESULT_INIT);
    s->result.lease.commands = s->commands;
    s->result.lease.commands_capacity = LIST;
    return TC_PAYMENT_LEASE;
}

static uint32_t fill_answer(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_payment_answer_request, answer, TC_PAYMENT_ANSWER_REQUEST_INIT);
    uint64_t id = model_command_of(m, c);
    q->request_id = request_id(d, c);
    q->command = id ? id : SIM_NOBODY;
    q->attempt = c->a;
    q->outcome = c->b;
    if (c->d && id) q->amount_minor = m->command[id].amount + (c->d == 1);
    if (c->d) memcpy(q->currency, c->d == 2 ? "USD" : "EUR", 4);
    if (c->c) snprintf(s->text[0], sizeof s->text[0], "ref-%u", (unsigned)m->command[id].payment);
    q->reference = c->c ? s->text[0] : NULL;
    RESULT(tc_payment_result, paid, TC_PAYMENT_RESULT_INIT);
    return TC_PAYMENT_ANSWER;
}

static uint32_t fill_webhook(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_payment_event_request, webhook, TC_PAYMENT_EVENT_REQUEST_INIT);
    uint64_t id = model_command_of(m, c);
    q->request_id = request_id(d, c);
    snprintf(s->text[0], sizeof s->text[0], "evt-%u", c->c);
    q->event_id = s->text[0];
    q->kind = c->a;
    q->amount_minor = c->amount;
    if (c->d) memcpy(q->currency, "USD", 4);
    if (c->b) {
        snprintf(s->text[1], sizeof s->text[1], "ref-%u",
                 id ? (unsigned)m->command[id].payment : 0);
        q->reference = s->text[1];
    } else if (id && model_key_known(m, id)) {
        memcpy(q->idempotency_key, m->command[id].key, 16);
    } else {
        memset(q->idempotency_key, 0x5A, 16);
    }
    RESULT(tc_payment_result, paid, TC_PAYMENT_RESULT_INIT);
    return TC_PAYMENT_EVENT;
}

static uint32_t fill_ticket(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_ticket_void_request, voiding, TC_TICKET_VOID_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->ticket = model_ticket_of(m, c);
    q->expected_version = c->version;
    RESULT(tc_ticket_change_result, ticket, TC_TICKET_VOID_RESULT_INIT);
    return c->kind == SIM_VOID ? TC_TICKET_VOID : TC_TICKET_REISSUE;
}

/* With `d` the ticket is shown as its barcode, when it has one of that serial. */
static void show_barcode(const drive *d, slot *s, tc_checkin_scan_request *q) {
    tc_snapshot *snapshot;
    tc_ticket ticket = TC_TICKET_INIT;
    if (tc_snapshot_open(d->engine, &snapshot, NULL) != TC_OK) return;
    bool good = tc_ticket_get(snapshot, q->ticket, NULL, &ticket, NULL) == TC_OK &&
                (q->serial == ticket.serial) &&
                tc_ticket_barcode(snapshot, q->ticket, NULL, s->text[0], sizeof s->text[0], NULL,
                                  NULL) == TC_OK;
    tc_snapshot_close(snapshot);
    if (!good) return;
    q->barcode = s->text[0];
    q->ticket = 0;
    q->serial = 0;
}

static uint32_t fill_scan(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_checkin_scan_request, scan, TC_CHECKIN_SCAN_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->event = event_id(c);
    q->ticket = model_ticket_of(m, c);
    q->serial = c->a;
    q->gate = c->b;
    if (c->c) memcpy(q->nonce, &c->c, sizeof c->c);
    if (c->d) show_barcode(d, s, q);
    RESULT(tc_checkin_scan_result, scan, TC_CHECKIN_SCAN_RESULT_INIT);
    return TC_CHECKIN_SCAN;
}

static uint32_t fill_message(const drive *d, const model *m, slot *s, const sim_command *c) {
    FILL(tc_message_create_request, message, TC_MESSAGE_CREATE_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->kind = c->a;
    q->channel = c->b;
    q->order = c->ref ? model_of_tag(m, c->ref) : 0;
    snprintf(s->text[0], sizeof s->text[0], "person%u@example.org", c->c);
    snprintf(s->text[1], sizeof s->text[1], "key-%u", c->d);
    q->address = c->c ? s->text[0] : NULL;
    q->dedupe_key = c->d ? s->text[1] : NULL;
    q->attempts_max = c->version;
    q->not_before_ms = c->time_ms ? m->now_ms + c->time_ms : 0;
    RESULT(tc_message_create_result, message, TC_MESSAGE_CREATE_RESULT_INIT);
    return TC_MESSAGE_CREATE;
}

static uint32_t fill_mlease(slot *s, const sim_command *c) {
    FILL(tc_message_lease_request, mlease, TC_MESSAGE_LEASE_REQUEST_INIT);
    q->channels = c->a;
    q->max = c->b;
    q->lease_ms = c->c;
    q->worker = 3;
    RESULT(tc_message_lease_result, mlease, TC_MESSAGE_LEASE_RESULT_INIT);
    s->result.mlease.messages = s->messages;
    s->result.mlease.messages_capacity = LIST;
    return TC_MESSAGE_LEASE;
}

static uint32_t fill_posted(const drive *d, const model *m, slot *s, const sim_command *c) {
    uint64_t id = model_message_of(m, c);
    RESULT(tc_message_change_result, mchange, TC_MESSAGE_ANSWER_RESULT_INIT);
    if (c->kind == SIM_MANSWER) {
        FILL(tc_message_answer_request, manswer, TC_MESSAGE_ANSWER_REQUEST_INIT);
        const model_message *message = id == SIM_NOBODY ? NULL : &m->message[id];
        q->request_id = request_id(d, c);
        q->message = id;
        q->lease = message && message->attempts == c->b ? message->lease : 77;
        q->outcome = c->a;
        q->retry_after_ms = c->a == TC_MESSAGE_OUTCOME_RETRY ? c->c : 0;
        q->receipt = c->d ? "receipt" : NULL;
        return TC_MESSAGE_ANSWER;
    }
    FILL(tc_message_retry_request, mretry, TC_MESSAGE_RETRY_REQUEST_INIT);
    q->request_id = request_id(d, c);
    q->message = id;
    return c->kind == SIM_MRETRY ? TC_MESSAGE_RETRY : TC_MESSAGE_CANCEL;
}

/* Requests that must be refused before anything is looked at. */
static uint32_t fill_bad(slot *s, const sim_command *c) {
    FILL(tc_hold_create_request, hold, TC_HOLD_CREATE_REQUEST_INIT);
    room_for_seats(s);
    s->seats[0] = (tc_hold_seat){1, 0, 0};
    q->seats = s->seats;
    q->seats_count = 1;
    switch (c->a) {
    case 0: q->seats = NULL; break;
    case 1: q->flags = 1u << 20; break;
    case 2: q->ttl_ms = -1; break;
    case 3: q->ttl_ms = TC_HOLD_TTL_MS_MAX + 1; break;
    case 4: q->seats_count = TC_HOLD_SEATS_MAX + 1; break;
    case 5: q->channel = TC_CHANNELS_MAX; break;
    case 6: q->reserved = 1; break;
    case 7: q->size = 3; break;
    case 8: q->seats_count = 0; break;
    default: q->pools_count = TC_HOLD_POOLS_MAX + 1; break;
    }
    return TC_HOLD_CREATE;
}

static uint32_t fill(const drive *d, const model *m, slot *s, const sim_command *c) {
    switch (c->kind) {
    case SIM_HOLD: return fill_hold(d, s, c);
    case SIM_BEST: return fill_best(d, s, c);
    case SIM_SWAP: return fill_swap(d, m, s, c);
    case SIM_EXTEND: return fill_extend(d, m, s, c);
    case SIM_RELEASE:
    case SIM_EXPIRE: return fill_end(d, m, s, c);
    case SIM_BLOCK:
    case SIM_UNBLOCK:
    case SIM_CHANNEL: return fill_seats(d, s, c);
    case SIM_POOL: return fill_pool(d, s, c);
    case SIM_EVENT: return fill_event(d, s, c);
    case SIM_TYPE: return fill_type(d, m, s, c);
    case SIM_SWEEP: return fill_sweep(s, c);
    case SIM_ORDER: return fill_order(d, m, s, c);
    case SIM_CANCEL:
    case SIM_PAY:
    case SIM_SETTLE: return fill_change(d, m, s, c);
    case SIM_REFUND: return fill_refund(d, m, s, c);
    case SIM_LEASE: return fill_lease(s, c);
    case SIM_ANSWER: return fill_answer(d, m, s, c);
    case SIM_WEBHOOK: return fill_webhook(d, m, s, c);
    case SIM_VOID:
    case SIM_REISSUE: return fill_ticket(d, m, s, c);
    case SIM_SCAN: return fill_scan(d, m, s, c);
    case SIM_MESSAGE: return fill_message(d, m, s, c);
    case SIM_MLEASE: return fill_mlease(s, c);
    case SIM_MANSWER:
    case SIM_MRETRY:
    case SIM_MCANCEL: return fill_posted(d, m, s, c);
    default: return fill_bad(s, c);
    }
}

/* ---- answers ---- */

static void put(sim_answer *a, uint64_t value) {
    if (a->count < ANSWER_MAX) a->at[a->count++] = value;
}

static void read_error(const slot *s, sim_answer *a) {
    const tc_error *e = &s->error;
    put(a, e->event);
    put(a, e->subject);
    put(a, e->expected_version);
    put(a, e->actual_version);
    put(a, e->conflicts_count);
    for (uint32_t i = 0; i < e->conflicts_count && i < CONFLICTS; i++) {
        put(a, e->conflicts[i].event);
        put(a, e->conflicts[i].seat);
        put(a, e->conflicts[i].state);
        put(a, e->conflicts[i].expected_version);
        put(a, e->conflicts[i].actual_version);
    }
}

static void read_hold(drive *d, const slot *s, sim_answer *a) {
    const tc_hold_create_result *r = &s->result.hold;
    put(a, r->hold);
    put(a, r->version);
    put(a, (uint64_t)r->expires_at_ms + (d->plant == PLANT_EXPIRY));
    put(a, r->adjacent);
    put(a, r->seats_count);
    for (uint32_t i = 0; i < r->seats_count && i < SIM_ITEMS_MAX; i++) {
        put(a, s->made[i].event);
        put(a, s->made[i].seat);
        put(a, s->made[i].version);
    }
    if (r->hold >= UINT32_MAX) return;
    d->hold_secret =
        model_room(d->hold_secret, (uint32_t)r->hold, &d->hold_room, sizeof(tc_secret));
    d->hold_secret[r->hold] = r->secret;
}

static void read_order(drive *d, const slot *s, sim_answer *a) {
    const tc_order_create_result *r = &s->result.order;
    put(a, r->order);
    put(a, r->state);
    put(a, r->version);
    put(a, (uint64_t)r->total_minor - (d->plant == PLANT_TOTAL));
    put(a, (uint64_t)r->deadline_ms);
    put(a, r->payment);
    put(a, r->tickets_count);
    for (uint32_t i = 0; i < r->tickets_count && i < SIM_ITEMS_MAX; i++) put(a, s->tickets[i]);
    if (r->order >= UINT32_MAX) return;
    d->order_secret =
        model_room(d->order_secret, (uint32_t)r->order, &d->order_room, sizeof(tc_secret));
    d->order_secret[r->order] = r->secret;
}

/* Where late money led to: the places the order's lines have now. */
static void read_late(const drive *d, uint64_t order, uint32_t state, sim_answer *a) {
    tc_order_line lines[SIM_ITEMS_MAX];
    uint32_t count = 0;
    tc_snapshot *snapshot;
    if (state != TC_ORDER_CAPTURING && state != TC_ORDER_SETTLED) return;
    if (tc_snapshot_open(d->engine, &snapshot, NULL) != TC_OK) return;
    tc_order_lines(snapshot, order, NULL, lines, SIM_ITEMS_MAX, &count, NULL);
    put(a, count);
    for (uint32_t i = 0; i < count && i < SIM_ITEMS_MAX; i++) put(a, lines[i].target);
    tc_snapshot_close(snapshot);
}

static void read_change(const drive *d, const model *m, const slot *s, sim_answer *a) {
    const tc_order_result *r = &s->result.change;
    put(a, r->order);
    put(a, r->state);
    put(a, r->version);
    put(a, r->changed);
    put(a, (uint64_t)r->amount_minor);
    put(a, r->payment);
    put(a, r->refund);
    if (m->world->single) read_late(d, r->order, r->state, a);
}

static void read_paid(drive *d, const model *m, const slot *s, sim_answer *a) {
    const tc_payment_result *r = &s->result.paid;
    bool hide = d->plant == PLANT_DUPLICATE && r->duplicate;
    put(a, r->order);
    put(a, r->state);
    put(a, r->payment);
    put(a, hide ? 0 : r->duplicate);
    if (m->world->single) read_late(d, r->order, r->state, a);
}

static void read_lease(const slot *s, sim_answer *a) {
    const tc_payment_lease_result *r = &s->result.lease;
    put(a, r->commands_count);
    put(a, (uint64_t)r->next_due_ms);
    for (uint32_t i = 0; i < r->commands_count && i < LIST; i++) {
        const tc_payment_command *c = &s->commands[i];
        uint64_t key[2];
        memcpy(key, c->idempotency_key, sizeof key);
        put(a, c->command);
        put(a, c->order);
        put(a, c->payment);
        put(a, c->kind);
        put(a, c->attempt);
        put(a, (uint64_t)c->amount_minor);
        put(a, (uint64_t)c->lease_until_ms);
        put(a, key[0]);
        put(a, key[1]);
    }
}

static void read_mlease(const slot *s, sim_answer *a) {
    const tc_message_lease_result *r = &s->result.mlease;
    put(a, r->messages_count);
    put(a, (uint64_t)r->next_due_ms);
    for (uint32_t i = 0; i < r->messages_count && i < LIST; i++) {
        const tc_leased_message *l = &s->messages[i];
        put(a, l->message);
        put(a, l->lease);
        put(a, l->order);
        put(a, (uint64_t)l->lease_until_ms);
        put(a, l->kind);
        put(a, l->channel);
        put(a, l->attempts);
        put(a, l->ticket);
    }
}

static void read_scan(const slot *s, sim_answer *a) {
    const tc_checkin_scan_result *r = &s->result.scan;
    put(a, r->answer);
    put(a, r->entry);
    put(a, r->ticket);
    put(a, r->order);
    put(a, r->seat);
    put(a, (uint64_t)r->scanned_at_ms);
    put(a, (uint64_t)r->used_at_ms);
    put(a, r->used_gate);
    put(a, r->repeated);
}

static void read_seats(const slot *s, sim_answer *a) {
    const tc_seat_block_result *r = &s->result.block;
    put(a, r->seats_count);
    put(a, r->inventory_version);
    for (uint32_t i = 0; i < r->seats_count && i < SIM_ITEMS_MAX; i++)
        put(a, s->changed[i].version);
}

static void read_answer(drive *d, const model *m, const slot *s, const sim_command *c,
                        sim_answer *a) {
    switch (c->kind) {
    case SIM_HOLD:
    case SIM_BEST:
    case SIM_SWAP: read_hold(d, s, a); break;
    case SIM_EXTEND:
        put(a, s->result.extend.version);
        put(a, (uint64_t)s->result.extend.expires_at_ms);
        break;
    case SIM_RELEASE:
    case SIM_EXPIRE: put(a, s->result.release.version); break;
    case SIM_BLOCK:
    case SIM_UNBLOCK:
    case SIM_CHANNEL: read_seats(s, a); break;
    case SIM_POOL: put(a, s->result.pool.version); break;
    case SIM_EVENT: put(a, s->result.event.version); break;
    case SIM_TYPE: put(a, s->result.type.version); break;
    case SIM_SWEEP:
        put(a, s->result.sweep.left);
        put(a, (uint64_t)s->result.sweep.next_due_ms);
        break;
    case SIM_ORDER: read_order(d, s, a); break;
    case SIM_CANCEL:
    case SIM_PAY:
    case SIM_SETTLE:
    case SIM_REFUND: read_change(d, m, s, a); break;
    case SIM_LEASE: read_lease(s, a); break;
    case SIM_ANSWER:
    case SIM_WEBHOOK: read_paid(d, m, s, a); break;
    case SIM_VOID:
    case SIM_REISSUE:
        put(a, s->result.ticket.ticket);
        put(a, s->result.ticket.version);
        put(a, s->result.ticket.serial);
        put(a, s->result.ticket.state);
        break;
    case SIM_SCAN: read_scan(s, a); break;
    case SIM_MESSAGE:
        put(a, s->result.message.message);
        put(a, s->result.message.duplicate);
        break;
    case SIM_MLEASE: read_mlease(s, a); break;
    case SIM_MANSWER:
    case SIM_MRETRY:
    case SIM_MCANCEL:
        put(a, s->result.mchange.message);
        put(a, s->result.mchange.state);
        put(a, (uint64_t)s->result.mchange.next_due_ms);
        break;
    default: break;
    }
}

/* Plants that touch the code, not the fields. */
static void plant_code(drive *d, const slot *s, const sim_command *c, sim_answer *a) {
    (void)s;
    if (d->plant == PLANT_VERSION && a->code == TC_E_SEAT_VERSION) {
        a->code = TC_OK;
        a->count = 0;
        d->planted++;
    }
    if (d->plant == PLANT_DUPLICATE && c->kind == SIM_WEBHOOK) d->planted++;
    if ((d->plant == PLANT_EXPIRY && c->kind == SIM_HOLD) ||
        (d->plant == PLANT_TOTAL && c->kind == SIM_ORDER))
        d->planted += a->code == TC_OK;
}

bool drive_run(drive *d, const model *m, const sim_command *commands, uint32_t count,
               sim_answer *answers) {
    static slot *slots;
    static tc_command calls[DRIVE_BATCH_MAX];
    if (!slots) slots = calloc(DRIVE_BATCH_MAX, sizeof *slots);
    if (!slots) abort();
    for (uint32_t i = 0; i < count; i++) {
        slot *s = &slots[i];
        static const tc_command CALL = TC_COMMAND_INIT;
        static const tc_error ERROR = TC_ERROR_INIT;
        calls[i] = CALL;
        s->error = ERROR;
        s->error.conflicts = s->conflicts;
        s->error.conflicts_capacity = CONFLICTS;
        calls[i].kind = fill(d, m, s, &commands[i]);
        if (d->plant == PLANT_LOST && commands[i].kind == SIM_RELEASE && commands[i].tag % 7 == 0)
            s->request.release.hold = SIM_NOBODY;
        calls[i].request = &s->request;
        calls[i].result = &s->result;
        calls[i].error = &s->error;
    }
    if (count == 1) {
        calls[0].code = tc_command_run(d->engine, calls[0].kind, calls[0].request, calls[0].result,
                                       calls[0].error);
    } else if (tc_command_batch(d->engine, calls, count, NULL) != TC_OK) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        sim_answer *a = &answers[i];
        a->code = calls[i].code;
        a->count = 0;
        if (a->code == TC_OK) read_answer(d, m, &slots[i], &commands[i], a);
        else read_error(&slots[i], a);
        if (d->plant == PLANT_LOST && commands[i].kind == SIM_RELEASE && commands[i].tag % 7 == 0 &&
            a->code == TC_E_NOT_FOUND && model_hold_lives(m, model_of_tag(m, commands[i].ref))) {
            a->code = TC_OK;
            a->count = 1;
            a->at[0] = m->hold[model_of_tag(m, commands[i].ref)].version + 1;
            d->planted++;
        }
        if (d->plant) plant_code(d, &slots[i], &commands[i], a);
        for (uint32_t k = a->count; k < a->count + 12 && k < ANSWER_MAX; k++) a->at[k] = 0;
    }
    return true;
}
