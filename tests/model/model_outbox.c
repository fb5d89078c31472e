/* The model's outbox: what is queued, what may be handed out, what became of it. A recipient is an
 * order or an address; on one channel it has one message out at a time, in the order of queuing. */
#include "model_saga.h"

static bool is_open(const model_message *message) {
    return message->state == TC_MESSAGE_QUEUED || message->state == TC_MESSAGE_LEASED;
}

static uint64_t queue(model *m, const model_message *like) {
    MODEL_ROOM(m->message, m->messages + 1, m->messages_room);
    uint64_t id = ++m->messages;
    model_message *message = &m->message[id];
    *message = *like;
    message->state = TC_MESSAGE_QUEUED;
    message->queued_ms = m->now_ms;
    message->due_from_ms = message->due_to_ms =
        like->not_before_ms > m->now_ms ? like->not_before_ms : m->now_ms;
    message->plain = like->not_before_ms <= m->now_ms;
    if (message->plain) message->not_before_ms = 0;
    if (!message->attempts_max) message->attempts_max = TC_MESSAGE_ATTEMPTS_DEFAULT;
    if (message->order) message->nth = ++m->order[message->order].messages;
    MODEL_ROOM(m->post, m->post_count, m->post_room);
    m->post[m->post_count++] = (uint32_t)id;
    return id;
}

static void drop(model *m, uint64_t id, uint32_t state) {
    m->message[id].state = state;
    m->message[id].maybe_dead = m->message[id].maybe_gone = 0;
    for (uint32_t i = 0; i < m->post_count; i++)
        if (m->post[i] == id) {
            m->post[i] = m->post[--m->post_count];
            return;
        }
}

void model_tell(model *m, uint64_t order, uint32_t kind) {
    for (uint32_t channel = TC_MESSAGE_EMAIL; channel <= TC_MESSAGE_WEBHOOK; channel++) {
        model_message like = {.kind = kind, .channel = channel, .order = order};
        if (m->order[order].contacts >> channel & 1) queue(m, &like);
    }
}

/* Reminders that have not gone out are cancelled with what they remind of. */
void model_cancel_dated(model *m, uint64_t order) {
    for (uint32_t i = 0; i < m->post_count;) {
        uint32_t id = m->post[i];
        const model_message *message = &m->message[id];
        if (message->order == order && message->not_before_ms && !message->waited &&
            message->state == TC_MESSAGE_QUEUED)
            drop(m, id, TC_MESSAGE_CANCELLED);
        else i++;
    }
}

/* A message of an order by its ordinal, or the host's own by its tag. */
uint64_t model_message_of(const model *m, const sim_command *c) {
    uint64_t made = model_of_tag(m, c->ref);
    if (made == SIM_NOBODY) return SIM_NOBODY;
    if (!c->ordinal) return made <= m->messages ? made : SIM_NOBODY;
    uint32_t left = c->ordinal;
    for (uint32_t id = 1; id <= m->seen_messages; id++)
        if (m->message[id].order == made && --left == 0) return id;
    return SIM_NOBODY;
}

/* a: kind, b: channel, c: address number (0: the order's contact), d: dedupe number,
 * version: attempts, time_ms: not before, from now. */
static bool step_create(model *m, const sim_command *c, const sim_answer *a) {
    uint64_t order = c->ref ? model_of_tag(m, c->ref) : 0;
    if (order == SIM_NOBODY) {
        if (a->code == TC_E_NOT_FOUND) return true;
        return model_wrong(m, "a message about no order answered %s", tc_error_name(a->code));
    }
    if (a->code != TC_OK) return model_wrong(m, "a message answered %s", tc_error_name(a->code));
    MODEL_ROOM(m->dedupe, c->d, m->dedupe_room);
    uint64_t known = c->d ? m->dedupe[c->d] : 0;
    if (!known) {
        model_message like = {.kind = c->a,
                              .channel = c->b,
                              .address = c->c,
                              .order = order,
                              .attempts_max = c->version,
                              .not_before_ms = c->time_ms ? m->now_ms + c->time_ms : 0};
        uint64_t id = queue(m, &like);
        if (c->d) m->dedupe[c->d] = (uint32_t)id;
        model_made(m, c->tag, id);
        m->message[id].tag = c->tag;
        return model_expect(m, "message", a->at[0], id) &&
               model_expect(m, "duplicate", a->at[1], 0);
    }
    return model_expect(m, "message", a->at[0], known) && model_expect(m, "duplicate", a->at[1], 1);
}

/* Its order has gone beyond what it says: a lease drops it, or did when it last looked. */
static bool is_stale(const model *m, const model_message *message) {
    if (!message->order) return false;
    const model_order *order = &m->order[message->order];
    switch (message->kind) {
    case TC_MESSAGE_ORDER_CONFIRMED:
        return order->confirmed_ms && model_good_tickets(m, message->order) == 0;
    case TC_MESSAGE_ORDER_PENDING:
    case TC_MESSAGE_PAYMENT_FAILED: return !saga_waits(order->state);
    default: return false;
    }
}

static bool same_line(const model_message *one, const model_message *other) {
    if (one->channel != other->channel || one->address != other->address) return false;
    return one->address || one->order == other->order;
}

/* The message of its line for which it must wait; 0: none. */
static uint32_t others_out(const model *m, uint64_t id) {
    for (uint32_t i = 0; i < m->post_count; i++) {
        const model_message *other = &m->message[m->post[i]];
        if (m->post[i] == id || !same_line(other, &m->message[id])) continue;
        if (other->maybe_dead || other->maybe_gone) continue;
        if (other->state == TC_MESSAGE_LEASED || other->attempts) return m->post[i];
        /* Queued before, never dated, never revived: it goes first. */
        if (m->message[id].plain && other->plain && m->post[i] < id) return m->post[i];
    }
    return 0;
}

/* Nothing else of its line is open: it need not wait. */
static bool is_alone(const model *m, uint64_t id) {
    for (uint32_t i = 0; i < m->post_count; i++)
        if (m->post[i] != id && same_line(&m->message[m->post[i]], &m->message[id])) return false;
    return true;
}

static bool check_leased(model *m, const sim_command *c, const uint64_t *at) {
    if (at[0] == 0 || at[0] > m->messages) return model_wrong(m, "leased message %d", (int)at[0]);
    model_message *message = &m->message[at[0]];
    if (!is_open(message) || message->due_from_ms > m->now_ms)
        return model_wrong(m, "message %d was leased and is not due", (int)at[0]);
    if (is_stale(m, message)) return model_wrong(m, "message %d is overtaken", (int)at[0]);
    if (message->attempts >= message->attempts_max)
        return model_wrong(m, "message %d was leased and has no attempt left", (int)at[0]);
    if (c->a && !(c->a >> message->channel & 1))
        return model_wrong(m, "message %d is of another channel", (int)at[0]);
    uint32_t other = others_out(m, at[0]);
    if (other)
        return model_wrong(m, "message %d was leased before its turn: %u is %s, attempt %u",
                           (int)at[0], other, tc_message_state_name(m->message[other].state),
                           m->message[other].attempts);
    message->maybe_gone = 0;
    message->state = TC_MESSAGE_LEASED;
    message->attempts++;
    message->lease = at[1];
    message->lease_call = m->call;
    message->waited = 1;
    message->due_from_ms = message->due_to_ms = m->now_ms + (c->c ? c->c : 60000);
    return model_expect(m, "order of a message", at[2], message->order) &&
           model_expect(m, "lease_until_ms", at[3], (uint64_t)message->due_to_ms) &&
           model_expect(m, "kind of a message", at[4], message->kind) &&
           model_expect(m, "channel of a message", at[5], message->channel) &&
           model_expect(m, "attempts of a message", at[6], message->attempts);
}

static bool step_lease(model *m, const sim_command *c, const sim_answer *a) {
    uint32_t sure = 0, max = c->b ? c->b : 1;
    if (a->code != TC_OK) return model_wrong(m, "a lease answered %s", tc_error_name(a->code));
    for (uint32_t i = 0; i < m->post_count; i++) {
        model_message *message = &m->message[m->post[i]];
        bool channel = !c->a || c->a >> message->channel & 1;
        bool spent = message->attempts >= message->attempts_max;
        bool due = message->due_to_ms <= m->now_ms;
        bool stale = is_stale(m, message);
        if (due && stale) message->maybe_gone = 1;
        if (due && !stale && spent && message->state == TC_MESSAGE_LEASED) message->maybe_dead = 1;
        sure += channel && due && !spent && !stale && is_alone(m, m->post[i]);
    }
    uint64_t count = a->at[AT_MLEASE_COUNT];
    if (count > max) return model_wrong(m, "%d messages leased of %u", (int)count, max);
    if (count < max && count < sure)
        return model_wrong(m, "%d messages leased, %u are due", (int)count, sure);
    for (uint32_t i = 0; i < count; i++)
        if (!check_leased(m, c, &a->at[AT_MLEASE_FIRST + i * AT_MLEASE_WIDTH])) return false;
    return true;
}

/* a: outcome, b: the attempt whose lease is shown, c: retry_after_ms. */
static bool step_answer(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t id = model_message_of(m, c);
    model_message *message = id == SIM_NOBODY ? NULL : &m->message[id];
    if (!message) refuse(&set, TC_E_NOT_FOUND);
    bool proof = message && message->state == TC_MESSAGE_LEASED && c->b == message->attempts &&
                 message->lease_call != m->call;
    if (proof && message->maybe_dead && a->code == TC_E_LEASE_LOST) {
        drop(m, id, TC_MESSAGE_DEAD);
        return true;
    }
    if (proof && message->maybe_gone && a->code == TC_E_LEASE_LOST) {
        drop(m, id, TC_MESSAGE_CANCELLED);
        return true;
    }
    /* The proof of a lease of this very call is not known to who answers in it. */
    if (message && !proof) refuse(&set, TC_E_LEASE_LOST);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    uint32_t state = c->a == TC_MESSAGE_OUTCOME_SENT     ? TC_MESSAGE_SENT
                     : c->a == TC_MESSAGE_OUTCOME_CANCEL ? TC_MESSAGE_CANCELLED
                                                         : TC_MESSAGE_DEAD;
    bool again = c->a == TC_MESSAGE_OUTCOME_RETRY && message->attempts < message->attempts_max;
    if (!again) {
        drop(m, id, state);
        return model_expect(m, "message's state", a->at[1], state) &&
               model_expect(m, "next_due_ms", a->at[2], 0);
    }
    uint64_t n = message->attempts;
    int64_t wait = (int64_t)(n * n * n * n) * 1000;
    if (wait > TC_MESSAGE_RETRY_MS_MAX) wait = TC_MESSAGE_RETRY_MS_MAX;
    message->state = TC_MESSAGE_QUEUED;
    message->maybe_dead = message->maybe_gone = 0;
    int64_t low = c->c ? c->c : wait - wait / 10 - 1, high = c->c ? c->c : wait + wait / 10 + 1;
    int64_t is = (int64_t)a->at[2] - m->now_ms;
    if (is < low || is > high)
        return model_wrong(m, "tried again after %lld ms, should be %lld … %lld", (long long)is,
                           (long long)low, (long long)high);
    message->due_from_ms = message->due_to_ms = (int64_t)a->at[2];
    return model_expect(m, "message's state", a->at[1], TC_MESSAGE_QUEUED);
}

static bool step_idle(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t id = model_message_of(m, c);
    model_message *message = id == SIM_NOBODY ? NULL : &m->message[id];
    if (!message) refuse(&set, TC_E_NOT_FOUND);
    if (message && message->maybe_dead && a->code == TC_OK) drop(m, id, TC_MESSAGE_DEAD);
    /* One that is leased answers so in any case. */
    if (message && message->maybe_gone && message->state == TC_MESSAGE_QUEUED &&
        a->code == TC_E_STATE)
        drop(m, id, TC_MESSAGE_CANCELLED);
    if (message && message->state != TC_MESSAGE_QUEUED && message->state != TC_MESSAGE_DEAD)
        refuse(&set, TC_E_STATE);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    if (c->kind == SIM_MCANCEL) {
        drop(m, id, TC_MESSAGE_CANCELLED);
        return model_expect(m, "message's state", a->at[1], TC_MESSAGE_CANCELLED);
    }
    if (message->state == TC_MESSAGE_DEAD) {
        MODEL_ROOM(m->post, m->post_count, m->post_room);
        m->post[m->post_count++] = (uint32_t)id;
        message->attempts = 0;
        message->plain = 0; /* a new place */
        message->waited = 1;
    }
    if (message->due_from_ms > m->now_ms) message->waited = 1;
    if (message->not_before_ms > m->now_ms) message->plain = 0;
    message->state = TC_MESSAGE_QUEUED;
    message->due_from_ms = message->due_to_ms = m->now_ms;
    return model_expect(m, "message's state", a->at[1], TC_MESSAGE_QUEUED);
}

bool model_outbox_step(model *m, const sim_command *c, const sim_answer *a) {
    switch (c->kind) {
    case SIM_MESSAGE: return step_create(m, c, a);
    case SIM_MLEASE: return step_lease(m, c, a);
    case SIM_MANSWER: return step_answer(m, c, a);
    default: return step_idle(m, c, a);
    }
}
