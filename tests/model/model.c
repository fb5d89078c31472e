/* The reference model's frame: its memory, its clock, request ids, and handing each command to the
 * part that knows it. */
#include "model.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_MS = 86400000 };

void *model_room(void *array, uint32_t count, uint32_t *room, size_t size) {
    if (count < *room) return array;
    uint32_t wanted = *room ? *room * 2 : 64;
    while (wanted <= count) wanted *= 2;
    char *grown = realloc(array, wanted * size);
    if (!grown) abort();
    memset(grown + *room * size, 0, (wanted - *room) * size);
    *room = wanted;
    return grown;
}

static void begin_event(model *m, uint32_t at) {
    const world_event *from = &m->world->event[at];
    model_event *event = &m->event[at];
    event->id = at + 1;
    event->version = 1;
    event->status = TC_EVENT_ON_SALE;
    event->inventory_version = 1; /* its seats were made */
    for (uint32_t i = 0; i < from->seats; i++) event->seat[i].version = 1;
    for (uint32_t i = 1; i <= from->pools; i++)
        event->pool[i] = (model_pool){.version = 1,
                                      .capacity = from->pool_capacity[i],
                                      .open = 1,
                                      .channel = from->pool_channel[i]};
    for (uint32_t i = 1; i <= from->types; i++)
        event->type[i] = (model_type){1, 1, from->type[i].price, from->type[i].fee};
}

model *model_new(const world *from) {
    model *m = calloc(1, sizeof *m);
    if (!m) abort();
    m->world = from;
    m->now_ms = from->begins_ms;
    m->call = 1;
    MODEL_ROOM(m->hold, 0, m->holds_room);
    MODEL_ROOM(m->order, 0, m->orders_room);
    MODEL_ROOM(m->payment, 0, m->payments_room);
    MODEL_ROOM(m->refund, 0, m->refunds_room);
    MODEL_ROOM(m->command, 0, m->commands_room);
    MODEL_ROOM(m->message, 0, m->messages_room);
    for (uint32_t i = 0; i < from->events; i++) begin_event(m, i);
    return m;
}

void model_free(model *m) {
    if (!m) return;
    for (uint32_t i = 0; i < WORLD_EVENTS_MAX; i++) {
        free(m->event[i].ticket);
        free(m->event[i].scan);
    }
    free(m->hold);
    free(m->order);
    free(m->payment);
    free(m->refund);
    free(m->command);
    free(m->message);
    free(m->live);
    free(m->waiting);
    free(m->open);
    free(m->post);
    free(m->made_by);
    free(m->request);
    free(m->webhook);
    free(m->dedupe);
    free(m);
}

bool model_wrong(model *m, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(m->why, sizeof m->why, format, list);
    va_end(list);
    return false;
}

bool model_expect(model *m, const char *what, uint64_t is, uint64_t should) {
    if (is == should) return true;
    return model_wrong(m, "%s is %lld, should be %lld", what, (long long)is, (long long)should);
}

void model_made(model *m, uint32_t tag, uint64_t id) {
    MODEL_ROOM(m->made_by, tag, m->made_room);
    m->made_by[tag].id = (uint32_t)id;
    m->made_by[tag].call = m->call;
}

uint64_t model_of_tag(const model *m, uint32_t tag) {
    bool there = tag && tag < m->made_room && m->made_by[tag].id && m->made_by[tag].call != m->call;
    return there ? m->made_by[tag].id : SIM_NOBODY;
}

void refuse(refusals *set, int32_t code) {
    for (uint32_t i = 0; i < set->count; i++)
        if (set->code[i] == code) return;
    if (set->count < sizeof set->code / sizeof set->code[0]) set->code[set->count++] = code;
}

int model_judge(model *m, const refusals *set, const sim_answer *answer) {
    if (answer->code == TC_OK && set->count == 0) return 1;
    for (uint32_t i = 0; i < set->count; i++)
        if (set->code[i] == answer->code) return 0;
    char allowed[160] = "OK";
    for (uint32_t i = 0, at = 0; i < set->count && at < 120; i++)
        at += (uint32_t)snprintf(allowed + at, sizeof allowed - at, "%s%s", i ? " or " : "",
                                 tc_error_name(set->code[i]));
    model_wrong(m, "answered %s, should be %s", tc_error_name(answer->code), allowed);
    return -1;
}

void model_time(model *m, int64_t now_ms) {
    m->now_ms = now_ms;
    model_expire_holds(m);
}

void model_call(model *m) {
    m->call++;
    model_deadlines(m);
    m->seen_commands = m->commands;
    m->seen_messages = m->messages;
    for (uint32_t i = 0; i < m->world->events; i++) m->seen_tickets[i] = m->event[i].tickets;
}

static const model_request *find_request(const model *m, uint32_t number) {
    return number < m->requests_room && m->request[number].number ? &m->request[number] : NULL;
}

/* The same id again: the same answer, or a mismatch, and no effect. */
static bool repeated(model *m, const model_request *known, const sim_command *c,
                     const sim_answer *a) {
    if (!sim_same(&known->content, c)) {
        if (a->code == TC_E_REQUEST_MISMATCH) return true;
        return model_wrong(m, "a request id with another content answered %s",
                           tc_error_name(a->code));
    }
    if (a->code != known->answer.code || a->count != known->answer.count ||
        memcmp(a->at, known->answer.at, a->count * sizeof a->at[0]) != 0)
        return model_wrong(m, "a repeated request id was not given the answer it had (%s)",
                           tc_error_name(a->code));
    return true;
}

static void keep(model *m, const sim_command *c, const sim_answer *a) {
    MODEL_ROOM(m->request, c->request, m->requests_room);
    model_request *kept = &m->request[c->request];
    kept->number = c->request;
    kept->at_ms = m->now_ms;
    kept->content = *c;
    kept->answer = *a;
}

static bool dispatch(model *m, const sim_command *c, const sim_answer *a) {
    switch (c->kind) {
    case SIM_HOLD:
    case SIM_BEST:
    case SIM_EXTEND:
    case SIM_RELEASE:
    case SIM_EXPIRE:
    case SIM_SWAP:
    case SIM_BLOCK:
    case SIM_UNBLOCK:
    case SIM_CHANNEL:
    case SIM_POOL:
    case SIM_EVENT:
    case SIM_TYPE:
    case SIM_SWEEP: return model_seats_step(m, c, a);
    case SIM_ORDER:
    case SIM_CANCEL:
    case SIM_PAY:
    case SIM_SETTLE:
    case SIM_REFUND: return model_orders_step(m, c, a);
    case SIM_LEASE:
    case SIM_ANSWER:
    case SIM_WEBHOOK: return model_pay_step(m, c, a);
    case SIM_VOID:
    case SIM_REISSUE:
    case SIM_SCAN: return model_gate_step(m, c, a);
    case SIM_MESSAGE:
    case SIM_MLEASE:
    case SIM_MANSWER:
    case SIM_MRETRY:
    case SIM_MCANCEL: return model_outbox_step(m, c, a);
    case SIM_BAD:
        if (a->code == TC_E_INVALID || a->code == TC_E_LIMIT) return true;
        return model_wrong(m, "bad input answered %s", tc_error_name(a->code));
    default: return true;
    }
}

bool model_step(model *m, const sim_command *c, const sim_answer *a) {
    m->why[0] = '\0';
    if (c->request && c->kind != SIM_BAD) {
        const model_request *known = find_request(m, c->request);
        /* Kept for a day at least; later either is right. */
        if (known && (repeated(m, known, c, a) || m->now_ms - known->at_ms <= DAY_MS))
            return m->why[0] == '\0';
        m->why[0] = '\0';
    }
    if (!dispatch(m, c, a)) return false;
    if (c->request && c->kind != SIM_BAD && a->code == TC_OK) keep(m, c, a);
    return true;
}
