/* Handing out messages: what is due and still true, on the channels wanted, one at a time to a
 * recipient. The look
 * is the same from a snapshot (is a lease worth a commit?) and in the command. New messages that a
 * lease passes over leave the first-in-first-out path and wait as rows, so the path never blocks.
 */
#include "outbox/message.h"
#include "sales/contact.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

/* Candidates one lease looks at, and how many it changes beyond those it takes. */
#define LOOK_MAX 200000u
#define FOUND_SPARE 1000u

/* What becomes of a candidate. */
enum { FATE_TAKE = 1, FATE_PASS = 2, FATE_LINE = 3, FATE_DEAD = 4, FATE_STALE = 5 };

typedef struct candidate {
    uint64_t id;
    uint32_t fate;
} candidate;

typedef struct lease_plan {
    candidate *found;
    uint32_t capacity;
    uint32_t count;
    uint32_t taken;
    uint64_t head; /* of the first-in-first-out path, afterwards */
    bool more;     /* it stopped before the end of what is due */
    int64_t until_ms;
    uint32_t worker;
} lease_plan;

/* Has this lease taken a message of the same line already? Lines met are kept in a small table. */
typedef struct lines {
    uint64_t *slots; /* recipient × channel, mixed; 0: free */
    uint32_t mask;
} lines;

static bool lines_new(lines *met, uint32_t max, tci_arena *arena) {
    uint32_t size = 16;
    while (size < max * 2) size *= 2;
    met->slots = tci_arena_array(arena, size, sizeof *met->slots);
    met->mask = size - 1;
    return met->slots != NULL;
}

/* Add a line; false when it was there. */
static bool lines_add(lines *met, const tci_message *message) {
    uint64_t name = (message->recipient << 3 | message->channel) * UINT64_C(0x9E3779B97F4A7C15);
    /* The multiplication is one to one; only the recipient's top three bits are lost, of which one
     * tells orders from addresses. A clash of names only makes a message wait for its turn. */
    if (name == 0) name = 1;
    for (uint32_t at = (uint32_t)(name >> 32) & met->mask;; at = (at + 1) & met->mask) {
        if (met->slots[at] == name) return false;
        if (met->slots[at] != 0) continue;
        met->slots[at] = name;
        return true;
    }
}

static bool is_open(const tci_message *message) {
    return message->state == TC_MESSAGE_QUEUED || message->state == TC_MESSAGE_LEASED;
}

/* FATE_… of a due candidate; 0: leave it as it is. `fresh`: from the first-in-first-out path. */
static uint32_t judge(tci_view *view, const tci_message *message, bool fresh,
                      const tci_lease_wish *wish, lines *met) {
    if (message->order && tci_order_overtook(view, message->order, message->kind))
        return FATE_STALE;
    if (message->attempts >= message->attempts_max) return FATE_DEAD;
    if (!(wish->channels >> message->channel & 1)) return fresh ? FATE_PASS : 0;
    uint64_t head = tci_line_head(view, message);
    if (head != 0 && head != message->id) return FATE_LINE;
    return lines_add(met, message) ? FATE_TAKE : FATE_LINE;
}

static bool plan_new(lease_plan *plan, uint32_t max, tci_arena *arena) {
    plan->capacity = max + FOUND_SPARE;
    plan->found = tci_arena_array(arena, plan->capacity, sizeof *plan->found);
    return plan->found != NULL;
}

static void collect(tci_view *view, const tci_lease_wish *wish, lines *met, lease_plan *plan) {
    tci_work_iter iter;
    uint64_t id;
    int64_t due_ms;
    uint32_t looked = 0;
    plan->head = tci_slot_peek(view, 0, TCI_SLOT_MESSAGE_HEAD);
    tci_work_open(&iter, &tci_message_work, view, wish->now_ms);
    while (tci_work_next(&iter, &id, &due_ms)) {
        tci_message message;
        bool fresh = due_ms == 0;
        if (plan->taken == wish->max || plan->count == plan->capacity || looked == LOOK_MAX) {
            plan->more = true;
            break;
        }
        looked++;
        if (fresh) plan->head = id + 1;
        if (!tci_message_load(view, id, &message) || !is_open(&message)) continue;
        if (message.due_ms != due_ms) continue; /* a new number that waits for its time */
        uint32_t fate = judge(view, &message, fresh, wish, met);
        if (fate == 0) continue;
        plan->found[plan->count++] = (candidate){id, fate};
        plan->taken += fate == FATE_TAKE;
    }
    tci_work_close(&iter);
    TCI_ASSERT(plan->taken <= wish->max && plan->count <= plan->capacity);
}

bool tci_lease_finds(tci_view *view, const tci_lease_wish *wish, tci_arena *arena) {
    lease_plan plan = {0};
    lines met;
    tci_lease_wish one = *wish;
    one.max = 1;
    if (!plan_new(&plan, 1, arena) || !lines_new(&met, 1, arena)) return true;
    collect(view, &one, &met, &plan);
    return plan.count != 0 || plan.more;
}

/* Command: channels (4), max (4), lease_ms (4), worker (4). */
static int32_t decide_lease(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    tci_lease_wish wish = {.now_ms = ctx->now_ms};
    wish.channels = tci_read_u32(&reader);
    wish.max = tci_read_u32(&reader);
    uint32_t lease_ms = tci_read_u32(&reader);
    uint32_t worker = tci_read_u32(&reader);
    if (!tci_reader_done(&reader) || wish.max == 0 || wish.max > TC_MESSAGE_LEASE_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "max", 0, NULL);
    lease_plan *plan = TCI_ARENA_NEW(ctx->arena, lease_plan);
    lines met;
    if (!plan || !plan_new(plan, wish.max, ctx->arena) || !lines_new(&met, wish.max, ctx->arena))
        return TC_E_NOMEM;
    plan->until_ms = ctx->now_ms + lease_ms;
    plan->worker = worker;
    collect(ctx->view, &wish, &met, plan);
    *out = plan;
    return TC_OK;
}

static void take(tci_ctx *ctx, const lease_plan *plan, tci_message *message, tci_buf *answer) {
    tci_message_undate(ctx->view, message);
    tci_line_enter(ctx->view, message);
    tci_message_set_due(ctx->view, message, plan->until_ms);
    message->state = TC_MESSAGE_LEASED;
    message->attempts++;
    message->version++;
    message->worker = plan->worker;
    TCI_ASSERT(message->attempts <= message->attempts_max);
    tci_message_store(ctx->view, message);
    tci_buf_u64(answer, message->id);
    tci_buf_u32(answer, message->version);
    tci_buf_u64(answer, message->event);
    tci_buf_u64(answer, message->order);
    tci_buf_u64(answer, message->ticket);
    tci_buf_i64(answer, plan->until_ms);
    tci_buf_u32(answer, message->kind);
    tci_buf_u32(answer, message->channel);
    tci_buf_u32(answer, message->attempts);
}

/* Its last lease ran out and no attempt is left. */
static void give_up(tci_ctx *ctx, tci_message *message) {
    tci_message_finish(ctx, message, TC_MESSAGE_DEAD);
    uint8_t payload[5];
    tci_store32(payload, message->attempts);
    payload[4] = 1;
    tci_emit(ctx, TC_FEED_MESSAGE_FAILED, message->event, message->id, message->version,
             tci_slice_of(payload, sizeof payload));
}

/* Its order has gone beyond what it says: a confirmation whose tickets are all void. */
static void drop_stale(tci_ctx *ctx, tci_message *message) {
    tci_message_finish(ctx, message, TC_MESSAGE_CANCELLED);
    tci_emit(ctx, TC_FEED_MESSAGE_CANCELLED, message->event, message->id, message->version,
             tci_slice_of(NULL, 0));
}

/* Out of the first-in-first-out path, due since it was queued. */
static void pass_over(tci_ctx *ctx, tci_message *message) {
    tci_message_set_due(ctx->view, message, TCI_MAX(message->queued_at_ms, 1));
    tci_message_store(ctx->view, message);
}

static void line_up(tci_ctx *ctx, tci_message *message) {
    /* The head may just have been given up: then there is nobody to wait for. It stays due since it
     * was, so that none that was queued after it and is passed over later comes before it. */
    uint64_t head = tci_line_head(ctx->view, message);
    if (head != 0 && head != message->id) tci_line_join(ctx->view, message);
    else if (message->due_ms == 0)
        tci_message_set_due(ctx->view, message, TCI_MAX(message->queued_at_ms, 1));
    tci_message_store(ctx->view, message);
}

static void apply_lease(tci_ctx *ctx, void *from, tci_buf *answer) {
    const lease_plan *plan = from;
    tci_buf_u32(answer, plan->taken);
    for (uint32_t i = 0; i < plan->count; i++) {
        tci_message message;
        if (!tci_message_load(ctx->view, plan->found[i].id, &message)) return;
        switch (plan->found[i].fate) {
        case FATE_TAKE: take(ctx, plan, &message, answer); break;
        case FATE_PASS: pass_over(ctx, &message); break;
        case FATE_LINE: line_up(ctx, &message); break;
        case FATE_STALE: drop_stale(ctx, &message); break;
        default: give_up(ctx, &message); break;
        }
    }
    if (plan->head > tci_slot_peek(ctx->view, 0, TCI_SLOT_MESSAGE_HEAD))
        tci_slot_set(ctx->view, 0, TCI_SLOT_MESSAGE_HEAD, plan->head);
    tci_buf_i64(answer, plan->more ? 0 : tci_work_earliest(ctx->view, &tci_message_work));
}

const tci_op tci_op_message_lease = {TC_MESSAGE_LEASE, 1, "message.lease", decide_lease,
                                     apply_lease};
