/* order.create: a live hold and what its places are sold as become an order with a frozen quote.
 * Here the hold's items are matched with the request's and the order's records are made; beginning
 * the payment, and confirming at once where nothing is awaited, is the saga's first step. */
#include "sales/sales.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

/* The decoded command. Layout: see tci_order_create encoding in src/api/order.c. */
typedef struct create {
    uint64_t hold;
    const uint8_t *hold_secret;
    const uint8_t *secret;
    const uint8_t *buyer; /* zero: the hold's */
    uint8_t method;
    uint8_t contacts;
    uint16_t currency; /* expected; 0: nothing is */
    int64_t total;     /* expected */
    int64_t pay_within_ms;
    tci_slice token;
    tci_slice text;
    uint32_t items;
    tci_reader rest; /* items: type (4), quantity (4) */

    tci_line *lines;
    tci_quote quote;
    tci_step step;
} create;

static bool read_command(tci_slice command, create *plan) {
    tci_reader reader = tci_reader_of(command);
    plan->hold = tci_read_u64(&reader);
    plan->hold_secret = tci_read_bytes(&reader, 16);
    plan->secret = tci_read_bytes(&reader, 16);
    plan->buyer = tci_read_bytes(&reader, 16);
    plan->method = tci_read_u8(&reader);
    plan->contacts = tci_read_u8(&reader);
    plan->currency = tci_read_u16(&reader);
    plan->total = tci_read_i64(&reader);
    plan->pay_within_ms = tci_read_i64(&reader);
    plan->token = tci_read_text(&reader);
    plan->text = tci_read_text(&reader);
    plan->items = tci_read_u32(&reader);
    plan->rest = reader;
    return !reader.failed && plan->pay_within_ms >= 0 &&
           plan->pay_within_ms <= TC_HOLD_TTL_MS_MAX && plan->token.len <= TC_REFERENCE_MAX &&
           plan->items != 0 && plan->items <= TC_HOLD_ITEMS_MAX &&
           tci_reader_left(&reader) == (size_t)plan->items * 8;
}

/* The request's items follow the hold's; a pool's quantity may be split over several. */
static int32_t match_items(tci_ctx *ctx, create *plan, const tci_hold *hold,
                           tci_quote_place *places) {
    tci_reader reader = plan->rest;
    tci_hold_item item = {0};
    uint32_t next = 0, left = 0;
    for (uint32_t i = 0; i < plan->items; i++) {
        if (left == 0) {
            if (next == hold->item_count)
                return tci_refuse(ctx, TC_E_INVALID, "items", i,
                                  "items: there are more than the hold has");
            if (!tci_hold_item_load(ctx->view, hold->item_first + next++, &item))
                return tci_refuse(ctx, TC_E_NOT_FOUND, "hold", hold->id, NULL);
            left = item.quantity;
        }
        uint32_t type = tci_read_u32(&reader);
        uint32_t quantity = tci_read_u32(&reader);
        if (quantity == 0) quantity = left;
        if (quantity > left)
            return tci_refuse(ctx, TC_E_INVALID, "quantity", i,
                              "quantity: an item has more places than the hold's");
        left -= quantity;
        places[i] = (tci_quote_place){item.event, item.pool, item.target, quantity, type};
    }
    if (left != 0 || next != hold->item_count)
        return tci_refuse(ctx, TC_E_INVALID, "items", next,
                          "items: every place of the hold must be sold as something");
    return TC_OK;
}

static int32_t check_expected(tci_ctx *ctx, const create *plan) {
    const tci_quote *quote = &plan->quote;
    uint16_t currency = tci_currency_pack(quote->currency);
    if (plan->currency && plan->currency != currency)
        return tci_refuse(ctx, TC_E_CURRENCY, "expected_currency", plan->hold, NULL);
    if (plan->currency && plan->total != quote->total)
        return tci_refuse_amount(ctx, "expected_total_minor", plan->hold, plan->total,
                                 quote->total);
    if (plan->method == TC_PAY_FREE && quote->total != 0)
        return tci_refuse_amount(ctx, "method", plan->hold, 0, quote->total);
    if (!tci_ledger_has_room(ctx->view, currency, quote->total))
        return tci_refuse(ctx, TC_E_OVERFLOW, "items", (uint64_t)quote->total,
                          "the ledger's sums would overflow");
    return TC_OK;
}

/* The order as it begins, all but the numbers that apply takes. */
static int32_t make_order(tci_ctx *ctx, create *plan, const tci_hold *hold) {
    static const uint8_t NOBODY[16];
    tci_order *order = &plan->step.order;
    bool has_buyer = memcmp(hold->buyer, NOBODY, 16) != 0;
    bool gives_buyer = memcmp(plan->buyer, NOBODY, 16) != 0;
    if (has_buyer && gives_buyer && memcmp(hold->buyer, plan->buyer, 16) != 0)
        return tci_refuse(ctx, TC_E_INVALID, "buyer", plan->hold,
                          "buyer: the hold belongs to another buyer");
    /* What costs nothing waits for nobody. */
    if (plan->quote.total == 0) plan->method = TC_PAY_FREE;
    bool waits = plan->method == TC_PAY_PROVIDER || plan->method == TC_PAY_OFFLINE;
    if (waits) {
        order->deadline_ms =
            plan->pay_within_ms ? ctx->now_ms + plan->pay_within_ms : hold->expires_at_ms;
        if (order->deadline_ms > hold->expires_at_ms) {
            int32_t code = tci_hold_check_until(ctx, hold, order->deadline_ms);
            if (code != TC_OK) return code;
        }
    }
    order->method = plan->method;
    order->contacts = plan->contacts;
    order->hold = plan->hold;
    order->event = plan->lines[0].event;
    order->lines = plan->items;
    order->tickets = plan->quote.tickets;
    order->currency = tci_currency_pack(plan->quote.currency);
    order->total = plan->quote.total;
    order->created_at_ms = ctx->now_ms;
    memcpy(order->buyer, has_buyer ? hold->buyer : plan->buyer, 16);
    memcpy(order->secret, plan->secret, 16);
    return TC_OK;
}

static int32_t plan_step(create *plan, const tci_hold *hold) {
    static const tci_saga_event BEGINS[] = {
        [TC_PAY_PROVIDER] = TCI_SAGA_BEGIN_PROVIDER,
        [TC_PAY_OFFLINE] = TCI_SAGA_BEGIN_OFFLINE,
        [TC_PAY_PAID] = TCI_SAGA_BEGIN_PAID,
        [TC_PAY_FREE] = TCI_SAGA_BEGIN_FREE,
    };
    tci_step *step = &plan->step;
    step->fact.event = BEGINS[plan->method];
    step->fact.token = plan->token;
    step->fact.by_hand = plan->method == TC_PAY_PAID;
    step->cell = tci_saga_look(TC_ORDER_NONE, step->fact.event);
    step->source = TCI_SOURCE_HOLD;
    step->hold = *hold;
    step->follows = TCI_SAGA_EVENTS; /* nothing follows from beginning */
    TCI_ASSERT(step->cell->verdict == TCI_SAGA_GO);
    return TC_OK;
}

static int32_t decide_create(tci_ctx *ctx, tci_slice command, void **out) {
    create *plan = TCI_ARENA_NEW(ctx->arena, create);
    if (!plan) return TC_E_NOMEM;
    bool sound = read_command(command, plan) && plan->method >= TC_PAY_PROVIDER &&
                 plan->method <= TC_PAY_FREE;
    if (!sound) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_hold hold;
    int32_t code = tci_hold_check(ctx, plan->hold, plan->hold_secret, &hold);
    if (code != TC_OK) return code;
    if (hold.order != 0)
        return tci_refuse(ctx, TC_E_STATE, "hold", plan->hold, "the hold has an order already");
    tci_quote_place *places = tci_arena_alloc(ctx->arena, plan->items * sizeof *places);
    plan->lines = tci_arena_alloc(ctx->arena, plan->items * sizeof *plan->lines);
    if (!places || !plan->lines) return TC_E_NOMEM;
    code = match_items(ctx, plan, &hold, places);
    if (code == TC_OK)
        code = tci_quote_make(ctx, places, plan->items, hold.channel, plan->lines, &plan->quote);
    if (code == TC_OK) code = check_expected(ctx, plan);
    if (code == TC_OK) code = make_order(ctx, plan, &hold);
    if (code == TC_OK) code = plan_step(plan, &hold);
    *out = plan;
    return code;
}

/* Lines of one event are chained from its HEAD page through the first of each order, so that an
 * event's orders can be found without an index. */
static void write_lines(tci_ctx *ctx, create *plan) {
    tci_order *order = &plan->step.order;
    for (uint32_t i = 0; i < plan->items; i++) {
        tci_line *line = &plan->lines[i];
        line->order = order->id;
        if (i == 0 || line->event != plan->lines[i - 1].event) {
            line->prev = tci_slot_get(ctx->view, line->event, TCI_SLOT_EVENT_LAST_LINE);
            tci_slot_set(ctx->view, line->event, TCI_SLOT_EVENT_LAST_LINE, order->line_first + i);
        }
        tci_line_save(ctx->view, order->line_first + i, line);
    }
}

static void write_answer(tci_ctx *ctx, const tci_step *step, tci_buf *answer) {
    const tci_order *order = &step->order;
    tci_buf_u64(answer, order->id);
    tci_buf_u32(answer, order->version);
    tci_buf_u8(answer, order->state);
    tci_buf_u16(answer, order->currency);
    tci_buf_i64(answer, order->total);
    tci_buf_i64(answer, order->deadline_ms);
    tci_buf_u64(answer, step->payment_made);
    bool issued = order->confirmed_at_ms != 0;
    tci_buf_u32(answer, issued ? order->lines : 0);
    for (uint32_t i = 0; issued && i < order->lines; i++) {
        tci_line line;
        if (!tci_line_load(ctx->view, order->line_first + i, &line)) break;
        tci_buf_u64(answer, tci_ticket_id(line.event, line.ticket_first));
        tci_buf_u32(answer, line.quantity);
    }
}

static void apply_create(tci_ctx *ctx, void *data, tci_buf *answer) {
    create *plan = data;
    tci_order *order = &plan->step.order;
    order->id = tci_slot_take(ctx->view, 0, TCI_SLOT_ORDER_NEXT, 1);
    order->line_first = tci_slot_take(ctx->view, 0, TCI_SLOT_ORDER_LINE_NEXT, plan->items);
    plan->step.fact.order = order->id;
    write_lines(ctx, plan);
    if (plan->text.len) {
        order->contacts |= TCI_ORDER_HAS_TEXT;
        tci_order_set_text(ctx->view, order->id, plan->text);
    }
    uint8_t payload[12];
    tci_store_i64(payload, order->total);
    tci_store32(payload + 8, order->lines);
    tci_emit(ctx, TC_FEED_ORDER_CREATED, order->event, order->id, 1,
             tci_slice_of(payload, sizeof payload));
    tci_step_apply(ctx, &plan->step);
    write_answer(ctx, &plan->step, answer);
}

const tci_op tci_op_order_create = {TC_ORDER_CREATE, 1, "order.create", decide_create,
                                    apply_create};
