/* Reading orders from a snapshot: one, its lines, its contacts, lists, and the quote that takes
 * nothing. */
#include "api/verb.h"
#include "base/secret.h"
#include "sales/sales.h"

/* Orders one call of tc_order_list looks at. */
enum { LIST_LOOK_MAX = 100000, LIST_LIMIT_MAX = 1000, LIST_LIMIT_DEFAULT = 100 };

static const char *keep_text(tc_snapshot *snapshot, tci_slice text) {
    if (text.len == 0) return "";
    const char *kept = tci_arena_copy(tci_snapshot_arena(snapshot), text.data, text.len);
    return kept ? kept : "";
}

/* One answer for unknown and not yours. */
static int32_t find(tc_snapshot *snapshot, uint64_t id, const tc_secret *secret, tci_order *order,
                    tc_error *error) {
    tci_view *view = tci_snapshot_view(snapshot);
    bool found = tci_order_load(view, id, order);
    if (found && secret) {
        uint8_t hash[16];
        tci_engine_hash_secret(tci_snapshot_engine(snapshot), secret, hash);
        found = tci_secret_equal(order->secret, hash);
    }
    if (found) tci_order_as_of(view, tci_snapshot_now(snapshot), order);
    return found ? TC_OK : tci_fail_missing(error, "order", 0, id);
}

static void fill(tc_snapshot *snapshot, const tci_order *order, tc_order *out) {
    tci_view *view = tci_snapshot_view(snapshot);
    *out = (tc_order)TC_ORDER_INIT;
    out->state = order->state;
    out->id = order->id;
    out->version = order->version;
    out->method = order->method;
    out->event = order->event;
    out->hold = order->hold;
    out->total_minor = order->total;
    out->captured_minor = order->captured;
    out->refunded_minor = order->refunded;
    out->created_at_ms = order->created_at_ms;
    out->confirmed_at_ms = order->confirmed_at_ms;
    out->deadline_ms = order->deadline_ms;
    tci_currency_unpack(order->currency, out->currency);
    out->reason = order->reason;
    out->lines = order->lines;
    out->tickets = order->tickets;
    out->refunds_open = order->refunds_open;
    out->refunds_failed = order->refunds_failed;
    out->reference = keep_text(snapshot, tci_order_reference(view, order));
}

int32_t tc_order_get(tc_snapshot *snapshot, uint64_t order, const tc_secret *secret, tc_order *out,
                     tc_error *error) {
    tc_order full;
    tci_order found;
    int32_t code = tci_struct_in(out, sizeof full, sizeof full, &full, "out", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find(snapshot, order, secret, &found, error);
    if (code == TC_OK) fill(snapshot, &found, &full);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(out, &full, sizeof full);
    return code;
}

static tc_order_line line_of(const tci_line *line) {
    tc_order_line out = {.event = line->event,
                         .kind = line->pool ? TC_PLACE_POOL : TC_PLACE_SEAT,
                         .target = line->target,
                         .quantity = line->quantity,
                         .ticket_type = line->type,
                         .price_minor = line->price,
                         .fee_minor = line->fee,
                         .tax_minor = line->tax,
                         .total_minor = tci_line_total(line),
                         .tax_bp = line->tax_bp,
                         .tax_inclusive = line->inclusive};
    if (line->ticket_first) out.ticket_first = tci_ticket_id(line->event, line->ticket_first);
    return out;
}

static int32_t check_room(const void *room, uint32_t capacity, const uint32_t *count,
                          const char *field, tc_error *error) {
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(room, field, error);
    return code;
}

int32_t tc_order_lines(tc_snapshot *snapshot, uint64_t order, const tc_secret *secret,
                       tc_order_line *lines, uint32_t capacity, uint32_t *count, tc_error *error) {
    tci_order found;
    int32_t code = check_room(lines, capacity, count, "lines", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find(snapshot, order, secret, &found, error);
    for (uint32_t i = 0; code == TC_OK && i < TCI_MIN(found.lines, capacity); i++) {
        tci_line line;
        if (!tci_line_load(tci_snapshot_view(snapshot), found.line_first + i, &line)) break;
        lines[i] = line_of(&line);
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = found.lines;
    return code;
}

/* Caller's arrays of sized structs: the first one's size is that of all. */
static int32_t check_array(const void *array, uint32_t full_size, const char *field,
                           uint32_t *stride, tc_error *error) {
    memcpy(stride, array, sizeof *stride);
    if (*stride >= full_size && *stride <= 65536) return TC_OK;
    return tci_fail(error, TC_E_INVALID, field, "%s[0].size is %u; the smallest is %u", field,
                    *stride, full_size);
}

static void put_entry(void *array, uint32_t stride, uint32_t at, const void *full,
                      uint32_t full_size) {
    uint8_t *entry = (uint8_t *)array + (size_t)at * stride;
    memset(entry, 0, stride);
    memcpy(entry, full, TCI_MIN(stride, full_size));
    memcpy(entry, &stride, sizeof stride);
}

int32_t tc_order_contacts(tc_snapshot *snapshot, uint64_t order, tc_contact *contacts,
                          uint32_t capacity, uint32_t *count, tc_error *error) {
    tci_order found;
    tci_slice text;
    uint32_t contacts_count = 0, stride = 0;
    int32_t code = check_room(contacts, capacity, count, "contacts", error);
    if (code == TC_OK && capacity)
        code = check_array(contacts, sizeof *contacts, "contacts", &stride, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    code = find(snapshot, order, NULL, &found, error);
    if (code == TC_OK && found.contacts & TCI_ORDER_HAS_TEXT &&
        tci_order_text(view, order, &text)) {
        tci_reader reader = tci_reader_of(text);
        tci_read_text(&reader);
        contacts_count = tci_read_u8(&reader);
        for (uint32_t i = 0; i < TCI_MIN(contacts_count, capacity); i++) {
            tc_contact full = TC_CONTACT_INIT;
            full.channel = tci_read_u8(&reader);
            full.locale = keep_text(snapshot, tci_read_text(&reader));
            full.address = keep_text(snapshot, tci_read_text(&reader));
            put_entry(contacts, stride, i, &full, sizeof full);
        }
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = contacts_count;
    return code;
}

/* Orders newest first: all of them by number, or an event's along its chain of lines. `at` is the
 * number of the order, or of the line, to look at next; 0 at the end. */
typedef struct order_walk {
    tci_view *view;
    uint64_t event;
    uint64_t at;
    uint64_t last; /* order given last: an order may have several runs of lines of an event */
} order_walk;

/* Past further runs of the same order, so that the next page does not begin with it again. */
static void skip_runs(order_walk *walk) {
    tci_line line;
    while (walk->at && tci_line_load(walk->view, walk->at, &line) && line.order == walk->last)
        walk->at = line.prev < walk->at ? line.prev : 0;
}

static bool walk_next(order_walk *walk, tci_order *order) {
    while (walk->at) {
        if (walk->event == 0) {
            uint64_t id = walk->at--;
            if (tci_order_load(walk->view, id, order)) return true;
            continue;
        }
        tci_line line;
        if (!tci_line_load(walk->view, walk->at, &line)) return false;
        bool again = line.order == walk->last;
        TCI_DEBUG_ASSERT(line.prev < walk->at);
        walk->at = line.prev < walk->at ? line.prev : 0;
        walk->last = line.order;
        if (!again && tci_order_load(walk->view, line.order, order)) {
            skip_runs(walk);
            return true;
        }
    }
    return false;
}

static int32_t check_list(const tc_order_list_request *request, const tc_order *orders,
                          const uint32_t *count, const uint64_t *next, tc_error *error) {
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_range(request->limit, 0, LIST_LIMIT_MAX, "limit", error);
    if (code == TC_OK) code = tci_check_text(request->buyer, 0, TC_BUYER_MAX, "buyer", error);
    if (code == TC_OK) code = tci_check_not_null(orders, "orders", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    return code == TC_OK ? tci_check_not_null(next, "next", error) : code;
}

int32_t tc_order_list(tc_snapshot *snapshot, const tc_order_list_request *caller, tc_order *orders,
                      uint32_t *count, uint64_t *next, tc_error *error) {
    tc_order_list_request request;
    int32_t code =
        tci_struct_in(caller, sizeof request, sizeof request, &request, "request", error);
    uint32_t stride = 0;
    if (code == TC_OK) code = check_list(&request, orders, count, next, error);
    if (code == TC_OK) code = check_array(orders, sizeof *orders, "orders", &stride, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    uint32_t limit = request.limit ? request.limit : LIST_LIMIT_DEFAULT, found = 0;
    uint8_t buyer[16];
    bool by_buyer = request.buyer && *request.buyer;
    if (by_buyer)
        tci_engine_hash_text(tci_snapshot_engine(snapshot), tci_slice_str(request.buyer), buyer);
    order_walk walk = {.view = view, .event = request.event, .at = request.after};
    if (walk.at == 0)
        walk.at = request.event ? tci_slot_get(view, request.event, TCI_SLOT_EVENT_LAST_LINE)
                                : tci_slot_peek(view, 0, TCI_SLOT_ORDER_NEXT) - 1;
    tci_order order;
    for (uint32_t looked = 0; found < limit && looked < LIST_LOOK_MAX; looked++) {
        if (!walk_next(&walk, &order)) break;
        tci_order_as_of(view, tci_snapshot_now(snapshot), &order);
        if (request.states && !(request.states >> order.state & 1)) continue;
        if (by_buyer && memcmp(order.buyer, buyer, 16) != 0) continue;
        tc_order full;
        fill(snapshot, &order, &full);
        put_entry(orders, stride, found++, &full, sizeof full);
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code != TC_OK) return code;
    *count = found;
    *next = walk.at;
    return TC_OK;
}

static int32_t check_quote(const tc_order_quote_request *request,
                           const tc_order_quote_result *result, tc_error *error) {
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_not_null(request->items, "items", error);
    if (code == TC_OK)
        code = tci_check_range(request->items_count, 1, TC_HOLD_ITEMS_MAX, "items_count", error);
    if (code == TC_OK)
        code = tci_check_range(request->channel, 0, TC_CHANNELS_MAX - 1, "channel", error);
    if (code == TC_OK && result->lines_capacity)
        code = tci_check_not_null(result->lines, "lines", error);
    for (uint32_t i = 0; code == TC_OK && i < request->items_count; i++) {
        const tc_quote_item *item = &request->items[i];
        code = tci_check_range(item->kind, TC_PLACE_SEAT, TC_PLACE_POOL, "items.kind", error);
        bool seat = item->kind == TC_PLACE_SEAT;
        if (code == TC_OK)
            code = tci_check_range(item->quantity, 0, seat ? 1 : TC_ORDER_TICKETS_MAX,
                                   "items.quantity", error);
    }
    return code;
}

static int32_t quote(tc_snapshot *snapshot, const tc_order_quote_request *request,
                     tc_order_quote_result *result, tc_error *error) {
    tci_arena *arena = tci_snapshot_arena(snapshot);
    tci_ctx ctx = {
        .view = tci_snapshot_view(snapshot), .arena = arena, .now_ms = tci_snapshot_now(snapshot)};
    uint32_t count = request->items_count;
    tci_quote_place *places = tci_arena_array(arena, count, sizeof *places);
    tci_line *lines = tci_arena_array(arena, count, sizeof *lines);
    if (!places || !lines) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    for (uint32_t i = 0; i < count; i++) {
        const tc_quote_item *item = &request->items[i];
        places[i] = (tci_quote_place){item->event, item->kind == TC_PLACE_POOL, item->target,
                                      item->quantity ? item->quantity : 1, item->ticket_type};
    }
    tci_quote made;
    int32_t code = tci_quote_make(&ctx, places, count, request->channel, lines, &made);
    if (code != TC_OK) {
        ctx.refusal.size = sizeof ctx.refusal;
        return error && ctx.refusal.code == code ? tci_error_give_refusal(error, &ctx.refusal)
                                                 : tci_fail(error, code, NULL, NULL);
    }
    for (uint32_t i = 0; i < TCI_MIN(count, result->lines_capacity); i++)
        result->lines[i] = line_of(&lines[i]);
    result->price_minor = made.price;
    result->fee_minor = made.fee;
    result->tax_minor = made.tax;
    result->total_minor = made.total;
    memcpy(result->currency, made.currency, 4);
    result->tickets = made.tickets;
    return TC_OK;
}

int32_t tc_order_quote(tc_snapshot *snapshot, const tc_order_quote_request *caller,
                       tc_order_quote_result *result, tc_error *error) {
    tc_order_quote_request request;
    tc_order_quote_result full;
    int32_t code =
        tci_struct_in(caller, sizeof request, sizeof request, &request, "request", error);
    if (code == TC_OK)
        code = tci_struct_in(result, sizeof full, sizeof full, &full, "result", error);
    if (code == TC_OK) code = check_quote(&request, &full, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = quote(snapshot, &request, &full, error);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(result, &full, sizeof full);
    return code;
}
