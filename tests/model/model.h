/* The plain reference model: what the public documents say a store holds, kept in simple arrays and
 * found by obvious loops. Written from include/ticketcore and docs/guides, not from src. Each step
 * takes a command and what an engine answered, says whether that answer is right, and follows it.
 * Where the documents leave a choice open (jitter, which seats are best, which of two refusals) the
 * model checks that the answer is one of the allowed ones and adopts it. */
#ifndef MODEL_H
#define MODEL_H

#include "model_command.h"
#include <ticketcore/ticketcore.h>

enum {
    WORLD_EVENTS_MAX = 3,
    WORLD_SEATS_MAX = 80,
    WORLD_POOLS_MAX = 3,
    WORLD_TYPES_MAX = 6,
    WORLD_BUYERS = 6,
    MODEL_ACCOUNTS = TC_ACCOUNT_COUNT,
    ANSWER_MAX = 160
};

/* What an engine answered, as numbers: the code, then the fields of the result or of the error.
 * Secrets are not in it. Two engines that were told the same must give the same. */
typedef struct sim_answer {
    int32_t code;
    uint32_t count;
    uint64_t at[ANSWER_MAX];
} sim_answer;

/* Where things stand in an answer; one list a kind, used by the driver and by the model. */
enum {
    AT_HOLD = 0,
    AT_HOLD_VERSION,
    AT_HOLD_EXPIRES,
    AT_HOLD_ADJACENT,
    AT_HOLD_SEATS,
    AT_HOLD_FIRST,
    AT_CHANGE_VERSION = 0,
    AT_CHANGE_EXPIRES = 1,
    AT_BLOCK_COUNT = 0,
    AT_BLOCK_INVENTORY,
    AT_BLOCK_FIRST,
    AT_ORDER = 0,
    AT_ORDER_STATE,
    AT_ORDER_VERSION,
    AT_ORDER_TOTAL,
    AT_ORDER_DEADLINE,
    AT_ORDER_PAYMENT,
    AT_ORDER_TICKETS,
    AT_ORDER_FIRST,
    AT_DONE_ORDER = 0,
    AT_DONE_STATE,
    AT_DONE_VERSION,
    AT_DONE_CHANGED,
    AT_DONE_AMOUNT,
    AT_DONE_PAYMENT,
    AT_DONE_REFUND,
    AT_DONE_LATE,
    AT_PAID_ORDER = 0,
    AT_PAID_STATE,
    AT_PAID_PAYMENT,
    AT_PAID_DUPLICATE,
    AT_PAID_LATE,
    AT_LEASE_COUNT = 0,
    AT_LEASE_NEXT,
    AT_LEASE_FIRST,
    AT_LEASE_WIDTH = 9,
    AT_MLEASE_COUNT = 0,
    AT_MLEASE_NEXT,
    AT_MLEASE_FIRST,
    AT_MLEASE_WIDTH = 8,
    AT_ERROR_EVENT = 0,
    AT_ERROR_SUBJECT,
    AT_ERROR_EXPECTED,
    AT_ERROR_ACTUAL,
    AT_ERROR_CONFLICTS,
    AT_ERROR_FIRST,
    AT_CONFLICT_WIDTH = 5
};

typedef struct world_type {
    uint32_t category; /* 0: any */
    uint32_t pool;     /* 0: for seats */
    uint32_t channels; /* bits; 0: all */
    uint32_t max_per_order;
    int64_t price, fee;
    uint32_t tax_bp, tax_inclusive;
} world_type;

typedef struct world_event {
    uint32_t rows, row_seats, seats, categories;
    uint32_t pools, pool_capacity[WORLD_POOLS_MAX + 1], pool_channel[WORLD_POOLS_MAX + 1];
    uint32_t types; /* numbers 1 … types */
    world_type type[WORLD_TYPES_MAX + 1];
    uint32_t limit_per_buyer, limit_per_order;
    uint32_t orphan_rule, late_money, capture;
    int64_t hold_ttl_ms, hold_life_ms, starts_at_ms;
} world_event;

/* What a life begins with; follows from its seed. */
typedef struct world {
    uint64_t seed;
    uint32_t events;
    uint32_t single; /* one command a call: the driver reads what the model must be told */
    uint32_t crowd;  /* many short holds at once */
    int64_t begins_ms;
    world_event event[WORLD_EVENTS_MAX];
} world;

typedef struct model_seat {
    uint32_t state, version, channel, ticket;
    uint64_t hold;
} model_seat;

typedef struct model_pool {
    uint32_t version, capacity, held, sold, open, channel;
} model_pool;

typedef struct model_type {
    uint32_t version, on_sale;
    int64_t price, fee;
} model_type;

typedef struct model_ticket {
    uint32_t state, version, serial, seat, pool, type, line, used_gate, returned;
    uint64_t order;
    int64_t price, issued_ms, used_ms, voided_ms;
} model_ticket;

typedef struct model_scan {
    uint32_t answer, gate, serial, nonce;
    uint64_t ticket;
    int64_t at_ms;
} model_scan;

typedef struct model_event {
    uint64_t id;
    uint64_t version;
    uint32_t status;
    uint64_t inventory_version;
    model_seat seat[WORLD_SEATS_MAX];
    model_pool pool[WORLD_POOLS_MAX + 1];
    model_type type[WORLD_TYPES_MAX + 1];
    model_ticket *ticket; /* by number, from 1 */
    uint32_t tickets, tickets_room;
    model_scan *scan;
    uint32_t scans, scans_room;
    uint32_t owned[WORLD_BUYERS + 1]; /* places sold to a buyer */
} model_event;

typedef struct model_hold {
    uint32_t tag, state, version, channel, buyer, items_count;
    uint64_t order;
    int64_t created_ms, expires_ms; /* when it ended, if it has */
    sim_item items[SIM_ITEMS_MAX];
} model_hold;

typedef struct model_line {
    uint32_t event, pool, target, quantity, type, first;
    int64_t price, fee, tax, total;
} model_line;

typedef struct model_order {
    uint32_t tag, state, version, method, reason, contacts, buyer, lines_count, tickets, confirmed;
    uint64_t hold;
    int64_t total, captured, refunded, deadline_ms, created_ms, confirmed_ms;
    model_line line[SIM_ITEMS_MAX];
    uint64_t payment;            /* newest */
    uint32_t messages, commands; /* how many it has had */
} model_order;

typedef struct model_payment {
    uint64_t order, prev, command; /* its open authorisation, capture or void; 0: none */
    uint32_t state, at_once, stray;
    bool authorised, captured_seen, voided, disputed_seen, dispute_over, has_reference;
    int64_t amount, captured, refunded, disputed, created_ms;
} model_payment;

typedef struct model_refund {
    uint64_t order, payment, command;
    uint32_t state, stray, told, tries; /* attempts not known to have paid */
    int64_t amount, created_ms;
} model_refund;

/* How a payment command ended. */
enum { PAY_OPEN = 1, PAY_DONE, PAY_REFUSED, PAY_MOOT, PAY_WITHDRAWN };

typedef struct model_command {
    uint64_t order, payment, refund;
    uint32_t kind, state, attempt, leased, query, queries, failed, parked, nth;
    int64_t amount, due_from_ms, due_to_ms, deadline_ms;
    uint64_t key[2];      /* known once leased, */
    uint32_t leased_call; /* in this call */
} model_command;

typedef struct model_message {
    uint32_t tag, nth; /* how a command may name it: the host's own, or an order's nth */
    uint32_t state, kind, channel, attempts, attempts_max, plain, maybe_dead, maybe_gone, address,
        waited;
    uint32_t lease_call;
    uint64_t order, lease;
    int64_t due_from_ms, due_to_ms, queued_ms, not_before_ms;
} model_message;

typedef struct model_request {
    uint32_t number;
    int64_t at_ms;
    sim_command content;
    sim_answer answer;
} model_request;

typedef struct model {
    const world *world;
    int64_t now_ms;
    model_event event[WORLD_EVENTS_MAX];
    /* By id, from 1. */
    model_hold *hold;
    model_order *order;
    model_payment *payment;
    model_refund *refund;
    model_command *command;
    model_message *message;
    uint32_t holds, orders, payments, refunds, commands, messages;
    uint32_t holds_room, orders_room, payments_room, refunds_room, commands_room, messages_room;
    uint32_t *live; /* holds that are live */
    uint32_t live_count, live_room;
    uint32_t *waiting; /* orders with a deadline, perhaps */
    uint32_t waiting_count, waiting_room;
    uint32_t *open; /* payment commands that are open */
    uint32_t open_count, open_room;
    uint32_t *post; /* messages that are queued or leased */
    uint32_t post_count, post_room;
    /* What a call may refer to is what was there when it was sent. */
    uint32_t call, seen_commands, seen_messages, seen_tickets[WORLD_EVENTS_MAX];
    struct {
        uint32_t id, call;
    } * made_by; /* what the command with a tag made, and in which call */
    uint32_t made_room;
    model_request *request; /* by number */
    uint32_t requests_room;
    uint32_t *webhook; /* payment + 1 a provider event id was about; by its number */
    uint32_t webhook_room;
    uint32_t *dedupe; /* message by dedupe number */
    uint32_t dedupe_room;
    int64_t debit[MODEL_ACCOUNTS], credit[MODEL_ACCOUNTS];
    char why[240]; /* of the disagreement */
} model;

/* ---- model.c ---- */
model *model_new(const world *from);
uint64_t model_command_of(const model *m, const sim_command *c);
bool model_key_known(const model *m, uint64_t command);
void model_free(model *m);
/* Room for one more of a growing array; index `count` is usable afterwards. */
void *model_room(void *array, uint32_t count, uint32_t *room, size_t size);
#define MODEL_ROOM(array, count, room)                                                             \
    ((array) = model_room((array), (count), &(room), sizeof *(array)))
/* Note a disagreement; answers false. */
bool model_wrong(model *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
void model_made(model *m, uint32_t tag, uint64_t id);
uint64_t model_of_tag(const model *m, uint32_t tag);
/* Time passes: what dies at its millisecond dies. */
void model_time(model *m, int64_t now_ms);
/* A call reaches the engine: deadlines that have passed take effect. */
void model_call(model *m);
/* Is the answer right? Follows it. On false, m->why says what was expected. */
bool model_step(model *m, const sim_command *command, const sim_answer *answer);

/* A set of refusals that would be right. Empty: it must be done. */
typedef struct refusals {
    int32_t code[12];
    uint32_t count;
} refusals;
void refuse(refusals *set, int32_t code);
/* 1: done and rightly so; 0: refused and rightly so; -1: wrong (m->why). */
int model_judge(model *m, const refusals *set, const sim_answer *answer);
bool model_expect(model *m, const char *what, uint64_t is, uint64_t should);

/* ---- model_seats.c ---- */
void model_seat_set(model *m, uint32_t event, uint32_t seat, uint32_t state);
void model_hold_end(model *m, uint64_t hold, uint32_t state);
void model_hold_take(model *m, uint64_t id);
void model_expire_holds(model *m);
bool model_hold_lives(const model *m, uint64_t id);
uint64_t model_buyer_places(const model *m, uint32_t event, uint32_t buyer);
bool model_seats_step(model *m, const sim_command *c, const sim_answer *a);

/* ---- model_orders.c, model_saga.c, model_pay.c ---- */
bool model_orders_step(model *m, const sim_command *c, const sim_answer *a);
void model_deadlines(model *m);
bool model_lags(const model *m);
bool model_pay_step(model *m, const sim_command *c, const sim_answer *a);

/* ---- model_gate.c, model_outbox.c ---- */
bool model_gate_step(model *m, const sim_command *c, const sim_answer *a);
/* The ticket a command means: order tag and ordinal; 0: none such. */
uint64_t model_ticket_of(const model *m, const sim_command *c);
model_ticket *model_ticket_at(const model *m, uint64_t id);
bool model_outbox_step(model *m, const sim_command *c, const sim_answer *a);
void model_tell(model *m, uint64_t order, uint32_t kind);
void model_cancel_dated(model *m, uint64_t order);
uint64_t model_message_of(const model *m, const sim_command *c);

/* ---- model_compare.c ---- */
/* Everything readable against the model; `deep`: orders, tickets, messages too. */
bool model_compare(model *m, tc_engine *engine, bool deep);
/* Sums only. */
bool model_glance(model *m, tc_engine *engine);
/* Seats, pools and the newest holds, judged before anything has swept them. */
bool model_compare_dead(model *m, tc_engine *engine);

#endif
