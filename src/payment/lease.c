/* payment.lease: hand due commands to a worker. A command whose lease ran out unanswered is handed
 * out as a query: the worker may have died after the provider did it, and that is asked, not
 * assumed. */
#include "sales/sales.h"
#include "ticketcore/command.h"

typedef struct lease {
    uint64_t worker;
    int64_t until_ms;
    uint32_t max;
    uint32_t count;
    uint64_t *commands;
    int64_t next_due_ms;
} lease;

/* Worth handing out: open, not parked, and the row is the record's own. An authorisation that was
 * not begun in time is not begun any more; its order is swept. */
static bool is_due(tci_ctx *ctx, uint64_t number, int64_t due_ms) {
    tci_payment_cmd command;
    if (!tci_payment_cmd_load(ctx->view, number, &command)) return false;
    if (command.state != TCI_COMMAND_OPEN || command.flags & TCI_COMMAND_PARKED) return false;
    if (command.due_ms != due_ms) return false;
    bool begins = command.kind == TC_PAYMENT_AUTHORISE || command.kind == TC_PAYMENT_CHARGE;
    return !begins || !tci_payment_cmd_can_withdraw(&command) || ctx->now_ms < command.deadline_ms;
}

static int32_t decide_lease(tci_ctx *ctx, tci_slice command, void **out) {
    lease *plan = TCI_ARENA_NEW(ctx->arena, lease);
    if (!plan) return TC_E_NOMEM;
    tci_reader reader = tci_reader_of(command);
    plan->worker = tci_read_u64(&reader);
    plan->max = tci_read_u32(&reader);
    plan->until_ms = ctx->now_ms + tci_read_u32(&reader);
    if (!tci_reader_done(&reader) || plan->max == 0 || plan->max > TCI_PAYMENT_LEASE_MAX ||
        plan->until_ms == ctx->now_ms)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    plan->commands = tci_arena_alloc(ctx->arena, plan->max * sizeof *plan->commands);
    if (!plan->commands) return TC_E_NOMEM;
    tci_work_iter iter;
    uint64_t number;
    int64_t due_ms;
    tci_work_open(&iter, &tci_payment_work, ctx->view, ctx->now_ms);
    while (plan->count < plan->max && tci_work_next(&iter, &number, &due_ms))
        if (is_due(ctx, number, due_ms)) plan->commands[plan->count++] = number;
    tci_work_close(&iter);
    *out = plan;
    return TC_OK;
}

/* The lease before this one ended in silence. */
static void ask(tci_ctx *ctx, tci_payment_cmd *command) {
    command->flags |= TCI_COMMAND_QUERY;
    command->queries++;
    bool begins = command->kind == TC_PAYMENT_AUTHORISE || command->kind == TC_PAYMENT_CHARGE;
    if (command->queries > 1 || !begins) return;
    tci_payment_cmd_save(ctx->view, command);
    tci_fact fact = {
        .order = command->order, .payment = command->payment, .event = TCI_SAGA_UNKNOWN};
    tci_step_run(ctx, &fact);
}

static void write_command(tci_ctx *ctx, const tci_payment_cmd *command, tci_buf *answer) {
    bool query = command->flags & TCI_COMMAND_QUERY;
    tci_payment payment;
    bool found = tci_payment_load(ctx->view, command->payment, &payment);
    uint8_t key[16];
    tci_payment_cmd_key(command, key);
    tci_buf_u64(answer, command->id);
    tci_buf_u64(answer, command->order);
    tci_buf_u64(answer, command->payment);
    tci_buf_u8(answer, query ? TC_PAYMENT_QUERY : command->kind);
    tci_buf_u8(answer, query ? command->kind : 0);
    tci_buf_u16(answer, command->currency);
    tci_buf_u32(answer, command->attempt);
    tci_buf_i64(answer, command->amount);
    tci_buf_bytes(answer, key, sizeof key);
    tci_buf_i64(answer, command->due_ms);
    tci_buf_i64(answer, command->deadline_ms);
    tci_buf_text(answer, found ? tci_payment_reference(ctx->view, &payment) : tci_slice_of("", 0));
    tci_buf_text(answer, tci_payment_token(ctx->view, command->payment));
}

static void apply_lease(tci_ctx *ctx, void *data, tci_buf *answer) {
    lease *plan = data;
    uint32_t leased = 0;
    size_t head = answer->len;
    tci_buf_i64(answer, 0);
    tci_buf_u32(answer, 0);
    for (uint32_t i = 0; i < plan->count; i++) {
        tci_payment_cmd command;
        if (!tci_payment_cmd_load(ctx->view, plan->commands[i], &command)) break;
        if (command.flags & TCI_COMMAND_LEASED) ask(ctx, &command);
        if (command.queries > TC_ATTEMPTS_MAX) {
            tci_payment_cmd_park(ctx->view, &command);
            continue;
        }
        tci_payment_cmd_lease(ctx->view, &command, plan->worker, plan->until_ms);
        write_command(ctx, &command, answer);
        leased++;
    }
    if (answer->failed) return;
    bool more = plan->count == plan->max;
    tci_store_i64(answer->data + head,
                  more ? ctx->now_ms : tci_work_earliest(ctx->view, &tci_payment_work));
    tci_store32(answer->data + head + 8, leased);
}

const tci_op tci_op_payment_lease = {TC_PAYMENT_LEASE, 1, "payment.lease", decide_lease,
                                     apply_lease};
