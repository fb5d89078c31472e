/* The model's tickets and gates: void, reissue, scan. */
#include "model.h"

model_ticket *model_ticket_at(const model *m, uint64_t id) {
    uint64_t event = id >> 32, number = id & UINT32_MAX;
    if (event == 0 || event > m->world->events) return NULL;
    const model_event *at = &m->event[event - 1];
    return number && number <= at->tickets ? &at->ticket[number] : NULL;
}

/* The ordinal-th ticket of the order with that tag, from 0. */
uint64_t model_ticket_of(const model *m, const sim_command *c) {
    uint64_t order = model_of_tag(m, c->ref);
    if (order == SIM_NOBODY || order > m->orders) return SIM_NOBODY;
    uint32_t left = c->ordinal;
    for (uint32_t i = 0; i < m->order[order].lines_count; i++) {
        const model_line *line = &m->order[order].line[i];
        if (!line->first) return SIM_NOBODY;
        if (line->first > m->seen_tickets[line->event]) return SIM_NOBODY;
        if (left < line->quantity) return m->event[line->event].id << 32 | (line->first + left);
        left -= line->quantity;
    }
    return SIM_NOBODY;
}

static bool step_change(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t id = model_ticket_of(m, c);
    model_ticket *ticket = model_ticket_at(m, id);
    if (!ticket) refuse(&set, TC_E_NOT_FOUND);
    if (ticket && c->version && c->version != ticket->version) refuse(&set, TC_E_VERSION);
    if (ticket && ticket->state == TC_TICKET_VOIDED) refuse(&set, TC_E_STATE);
    if (ticket && ticket->state == TC_TICKET_USED && c->kind == SIM_REISSUE)
        refuse(&set, TC_E_STATE);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    ticket->version++;
    if (c->kind == SIM_REISSUE) {
        ticket->serial++;
    } else {
        ticket->state = TC_TICKET_VOIDED;
        ticket->voided_ms = m->now_ms;
    }
    return model_expect(m, "ticket", a->at[0], id) &&
           model_expect(m, "ticket's version", a->at[1], ticket->version) &&
           model_expect(m, "ticket's serial", a->at[2], ticket->serial) &&
           model_expect(m, "ticket's state", a->at[3], ticket->state);
}

static uint32_t judge_scan(const model_ticket *ticket, bool other_event, uint32_t serial) {
    if (!ticket) return TC_SCAN_UNKNOWN;
    if (other_event) return TC_SCAN_WRONG_EVENT;
    if (ticket->state == TC_TICKET_VOIDED) return TC_SCAN_VOID;
    if (serial && serial != ticket->serial) return TC_SCAN_REISSUED;
    return ticket->state == TC_TICKET_USED ? TC_SCAN_USED : TC_SCAN_VALID;
}

static bool check_scan(model *m, const model_event *event, uint32_t entry, bool repeated,
                       const sim_answer *a) {
    const model_scan *scan = &event->scan[entry];
    const model_ticket *ticket = model_ticket_at(m, scan->ticket);
    bool here = ticket && scan->ticket >> 32 == event->id;
    return model_expect(m, "answer of a scan", a->at[0], scan->answer) &&
           model_expect(m, "entry of a scan", a->at[1], entry) &&
           model_expect(m, "ticket of a scan", a->at[2], scan->ticket) &&
           model_expect(m, "order of a scan", a->at[3], here ? ticket->order : 0) &&
           model_expect(m, "seat of a scan", a->at[4], here ? ticket->seat : UINT32_MAX) &&
           model_expect(m, "scanned_at_ms", a->at[5], (uint64_t)scan->at_ms) &&
           model_expect(m, "used_at_ms", a->at[6], here ? (uint64_t)ticket->used_ms : 0) &&
           model_expect(m, "used_gate", a->at[7], here ? ticket->used_gate : 0) &&
           model_expect(m, "repeated", a->at[8], repeated);
}

/* a: serial shown, b: gate, c: nonce. With d the serial is that of a barcode, and the driver has
 * put the barcode's own into `amount`. */
static bool step_scan(model *m, const sim_command *c, const sim_answer *a) {
    if (c->event >= m->world->events) {
        if (a->code == TC_E_NOT_FOUND) return true;
        return model_wrong(m, "a scan at no event answered %s", tc_error_name(a->code));
    }
    model_event *event = &m->event[c->event];
    uint64_t id = model_ticket_of(m, c);
    model_ticket *ticket = model_ticket_at(m, id);
    if (!ticket) id = 0;
    for (uint32_t i = 1; c->c && i <= event->scans; i++) {
        const model_scan *scan = &event->scan[i];
        if (scan->nonce != c->c) continue;
        bool same = scan->ticket == id && scan->gate == c->b && (!c->a || scan->serial == c->a);
        if (!same && a->code == TC_E_REQUEST_MISMATCH) return true;
        if (!same)
            return model_wrong(m, "a nonce of another scan answered %s", tc_error_name(a->code));
        return a->code == TC_OK
                   ? check_scan(m, event, i, true, a)
                   : model_wrong(m, "a repeated scan answered %s", tc_error_name(a->code));
    }
    if (a->code != TC_OK) return model_wrong(m, "a scan answered %s", tc_error_name(a->code));
    MODEL_ROOM(event->scan, event->scans + 1, event->scans_room);
    model_scan *scan = &event->scan[++event->scans];
    *scan = (model_scan){.ticket = id, .gate = c->b, .nonce = c->c, .at_ms = m->now_ms};
    scan->answer = judge_scan(ticket, ticket && id >> 32 != event->id, c->a);
    scan->serial = !ticket ? 0 : c->a ? c->a : ticket->serial;
    if (scan->answer == TC_SCAN_VALID) {
        ticket->state = TC_TICKET_USED;
        ticket->version++;
        ticket->used_ms = m->now_ms;
        ticket->used_gate = c->b;
    }
    return check_scan(m, event, event->scans, false, a);
}

bool model_gate_step(model *m, const sim_command *c, const sim_answer *a) {
    return c->kind == SIM_SCAN ? step_scan(m, c, a) : step_change(m, c, a);
}
