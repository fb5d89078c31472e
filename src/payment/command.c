/* Payment commands: what a worker is to do at the provider, each under an idempotency key of its
 * own for all its attempts. Keeps their records, their due times and the rules of trying again.
 * Knows nothing of orders; which event an answer is, is decided in answer.c. */
#include "payment/payment.h"

static const tci_array COMMANDS = {TCI_SPACE_PAYMENT_COMMAND, 88, true};

const tci_work tci_payment_work = {TCI_SPACE_PAYMENT_DUE, TCI_SLOT_PAYMENT_COMMAND_NEXT,
                                   TCI_SLOT_PAYMENT_COMMAND_HEAD};

/* Slot of sales: commands parked and still open. */
enum { SLOT_PARKED = TCI_SLOT_SALES + 1 };

/* How a kind is tried again: at most so many certain failures, the delay doubling from the first to
 * the cap, never past so long after its beginning (authorisations: the order's own deadline). */
typedef struct rule {
    uint32_t failures_max;
    int64_t first_ms;
    int64_t cap_ms;
    int64_t life_ms;
} rule;

enum { MINUTE = 60000, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

static const rule RULES[] = {
    [TC_PAYMENT_AUTHORISE] = {6, 1000, MINUTE / 2, 0},
    [TC_PAYMENT_CHARGE] = {6, 1000, MINUTE / 2, 0},
    [TC_PAYMENT_CAPTURE] = {20, 5000, HOUR, INT64_C(6) * DAY},
    [TC_PAYMENT_VOID] = {20, 5000, HOUR, INT64_C(6) * DAY},
    [TC_PAYMENT_REFUND] = {20, 5000, HOUR, INT64_C(30) * DAY},
    [TC_PAYMENT_QUERY] = {TC_ATTEMPTS_MAX, 2000, HOUR, INT64_MAX},
};

bool tci_payment_cmd_load(tci_view *view, uint64_t command, tci_payment_cmd *out) {
    if (command == 0 || command >= tci_slot_peek(view, 0, TCI_SLOT_PAYMENT_COMMAND_NEXT))
        return false;
    const uint8_t *at = tci_array_get(view, &COMMANDS, 0, command);
    if (!at) return false;
    *out = (tci_payment_cmd){.id = command,
                             .order = tci_load64(at),
                             .payment = tci_load64(at + 8),
                             .refund = tci_load64(at + 16),
                             .worker = tci_load64(at + 24),
                             .key = tci_load64(at + 32),
                             .kind = at[40],
                             .state = at[41],
                             .flags = at[42],
                             .queries = at[43],
                             .currency = tci_load16(at + 44),
                             .attempt = tci_load32(at + 48),
                             .failed = tci_load32(at + 52),
                             .amount = tci_load_i64(at + 56),
                             .due_ms = tci_load_i64(at + 64),
                             .deadline_ms = tci_load_i64(at + 72),
                             .created_at_ms = tci_load_i64(at + 80)};
    return out->state != 0;
}

void tci_payment_cmd_save(tci_view *view, const tci_payment_cmd *command) {
    TCI_ASSERT(command->id != 0 && command->order != 0 && command->payment != 0);
    TCI_ASSERT(command->amount > 0 && command->kind != TC_PAYMENT_QUERY);
    uint8_t *at = tci_array_at(view, &COMMANDS, 0, command->id);
    tci_store64(at, command->order);
    tci_store64(at + 8, command->payment);
    tci_store64(at + 16, command->refund);
    tci_store64(at + 24, command->worker);
    tci_store64(at + 32, command->key);
    at[40] = command->kind;
    at[41] = command->state;
    at[42] = command->flags;
    at[43] = command->queries;
    tci_store16(at + 44, command->currency);
    tci_store32(at + 48, command->attempt);
    tci_store32(at + 52, command->failed);
    tci_store_i64(at + 56, command->amount);
    tci_store_i64(at + 64, command->due_ms);
    tci_store_i64(at + 72, command->deadline_ms);
    tci_store_i64(at + 80, command->created_at_ms);
}

void tci_payment_cmd_key(const tci_payment_cmd *command, uint8_t key[16]) {
    tci_store64_be(key, command->id);
    tci_store64_be(key + 8, command->key);
}

bool tci_payment_cmd_by_key(tci_view *view, const uint8_t key[16], tci_payment_cmd *out) {
    return tci_payment_cmd_load(view, tci_load64_be(key), out) &&
           out->key == tci_load64_be(key + 8);
}

static void move(tci_view *view, tci_payment_cmd *command, int64_t due_ms, bool leased) {
    tci_work_move(view, &tci_payment_work, command->id, command->due_ms, due_ms, leased);
    command->due_ms = due_ms;
}

static void set_parked(tci_view *view, tci_payment_cmd *command, bool parked) {
    bool was = command->flags & TCI_COMMAND_PARKED;
    if (was == parked) return;
    uint64_t count = tci_slot_get(view, 0, SLOT_PARKED);
    TCI_ASSERT(parked || count > 0);
    tci_slot_set(view, 0, SLOT_PARKED, parked ? count + 1 : count - 1);
    command->flags ^= TCI_COMMAND_PARKED;
}

uint64_t tci_payment_parked(tci_view *view) {
    return tci_slot_get(view, 0, SLOT_PARKED);
}

uint64_t tci_payment_cmd_open(tci_ctx *ctx, tci_payment_cmd *command) {
    const rule *how = &RULES[command->kind];
    command->id = tci_slot_take(ctx->view, 0, TCI_SLOT_PAYMENT_COMMAND_NEXT, 1);
    command->key = tci_seed_next(ctx);
    command->state = TCI_COMMAND_OPEN;
    command->created_at_ms = ctx->now_ms;
    if (how->life_ms) command->deadline_ms = ctx->now_ms + how->life_ms;
    tci_payment_cmd_save(ctx->view, command);
    uint8_t payload[17];
    tci_store64(payload, command->id);
    payload[8] = command->kind;
    tci_store_i64(payload + 9, command->amount);
    tci_emit(ctx, TC_FEED_PAYMENT_COMMAND, 0, command->order, command->id,
             tci_slice_of(payload, sizeof payload));
    return command->id;
}

void tci_payment_cmd_lease(tci_view *view, tci_payment_cmd *command, uint64_t worker,
                           int64_t lease_until_ms) {
    TCI_ASSERT(command->state == TCI_COMMAND_OPEN && !(command->flags & TCI_COMMAND_PARKED));
    bool fresh = command->due_ms == 0;
    command->worker = worker;
    command->attempt++;
    command->flags |= TCI_COMMAND_LEASED;
    move(view, command, lease_until_ms, fresh);
    tci_payment_cmd_save(view, command);
}

void tci_payment_cmd_finish(tci_view *view, tci_payment_cmd *command, tci_command_state state) {
    TCI_ASSERT(command->state == TCI_COMMAND_OPEN && state != TCI_COMMAND_OPEN);
    set_parked(view, command, false);
    move(view, command, 0, false);
    command->flags &= (uint8_t)~TCI_COMMAND_LEASED;
    command->state = (uint8_t)state;
    tci_payment_cmd_save(view, command);
}

void tci_payment_cmd_happened(tci_view *view, tci_payment_cmd *command) {
    if (command->state == TCI_COMMAND_OPEN) {
        tci_payment_cmd_finish(view, command, TCI_COMMAND_DONE);
        return;
    }
    command->state = TCI_COMMAND_DONE;
    tci_payment_cmd_save(view, command);
}

bool tci_payment_cmd_can_withdraw(const tci_payment_cmd *command) {
    return command->state == TCI_COMMAND_OPEN &&
           !(command->flags & (TCI_COMMAND_LEASED | TCI_COMMAND_QUERY));
}

/* Doubling from the first delay to the cap; of that, half for sure and half by lot, so that many
 * commands that failed together do not come back together. */
static int64_t backoff(tci_ctx *ctx, const rule *how, uint32_t n) {
    int64_t delay = how->first_ms;
    for (uint32_t i = 1; i < n && delay < how->cap_ms; i++) delay *= 2;
    if (delay > how->cap_ms) delay = how->cap_ms;
    return delay / 2 + (int64_t)(tci_seed_next(ctx) % (uint64_t)(delay / 2 + 1));
}

void tci_payment_cmd_park(tci_view *view, tci_payment_cmd *command) {
    set_parked(view, command, true);
    move(view, command, 0, false);
    command->flags &= (uint8_t)~TCI_COMMAND_LEASED;
    tci_payment_cmd_save(view, command);
}

bool tci_payment_cmd_again(tci_ctx *ctx, tci_payment_cmd *command, bool failed) {
    TCI_ASSERT(command->state == TCI_COMMAND_OPEN && command->due_ms != 0);
    command->flags &= (uint8_t)~TCI_COMMAND_LEASED;
    if (!failed) {
        const rule *how = &RULES[TC_PAYMENT_QUERY];
        command->flags |= TCI_COMMAND_QUERY;
        if (++command->queries > how->failures_max) {
            tci_payment_cmd_park(ctx->view, command);
            return true;
        }
        move(ctx->view, command, ctx->now_ms + backoff(ctx, how, command->queries), false);
        tci_payment_cmd_save(ctx->view, command);
        return true;
    }
    const rule *how = &RULES[command->kind];
    command->flags &= (uint8_t)~TCI_COMMAND_QUERY;
    command->queries = 0;
    command->failed++;
    int64_t due_ms = ctx->now_ms + backoff(ctx, how, command->failed);
    bool again = command->failed < how->failures_max && due_ms <= command->deadline_ms;
    if (again) move(ctx->view, command, due_ms, false);
    tci_payment_cmd_save(ctx->view, command);
    return again;
}

const char *tc_payment_kind_name(uint32_t kind) {
    static const char *const NAMES[] = {"?",      "authorise", "capture", "void",
                                        "refund", "query",     "charge"};
    return kind > 0 && kind < TCI_COUNT(NAMES) ? NAMES[kind] : "?";
}
