/* What places cost: the ticket type is checked against the place, then price, fee and tax of each
 * line are added up, every sum checked. Reads only; the same code quotes for a snapshot and freezes
 * an order's quote. */
#include "sales/sales.h"
#include "ticketcore/event.h"

bool tci_quote_line(const tci_ticket_type *type, uint32_t quantity, tci_line *line) {
    TCI_ASSERT(quantity != 0 && type->price_minor >= 0 && type->fee_minor >= 0);
    int64_t base, total;
    if (!tci_money_mul(type->price_minor, quantity, &line->price)) return false;
    if (!tci_money_mul(type->fee_minor, quantity, &line->fee)) return false;
    if (!tci_money_add(line->price, line->fee, &base)) return false;
    line->quantity = quantity;
    line->type = type->id;
    line->tax_bp = type->tax_bp;
    line->inclusive = type->tax_inclusive != 0;
    line->tax = line->inclusive ? tci_money_tax_in(base, type->tax_bp)
                                : tci_money_tax_on(base, type->tax_bp);
    return line->inclusive || tci_money_add(base, line->tax, &total);
}

void tci_line_split(const tci_line *line, int64_t *revenue, int64_t *fees, int64_t *tax) {
    int64_t fee_tax = line->inclusive ? tci_money_tax_in(line->fee, line->tax_bp) : 0;
    *tax = line->tax;
    *fees = line->fee - fee_tax;
    *revenue = tci_line_total(line) - *tax - *fees;
    TCI_ASSERT(*revenue >= 0 && *fees >= 0);
}

/* Counts of one order, by event and by ticket type. */
typedef struct tally {
    uint64_t event;
    uint32_t type; /* 0: the event itself */
    uint32_t count;
    uint32_t min;
    uint32_t max; /* 0: none */
} tally;

typedef struct making {
    tci_ctx *ctx;
    uint32_t channel;
    tally *tallies;
    uint32_t tallies_count;
    uint64_t event; /* of `rules` */
    tci_event_rules rules;
    tci_ticket_type type; /* of (event, type.id); id 0: none yet */
    uint64_t type_event;
    tci_quote *quote;
} making;

static void count(making *maker, uint64_t event, uint32_t type, uint32_t places, uint32_t min,
                  uint32_t max) {
    uint32_t i = 0;
    while (i < maker->tallies_count &&
           (maker->tallies[i].event != event || maker->tallies[i].type != type))
        i++;
    tally *at = &maker->tallies[i];
    if (i == maker->tallies_count) {
        *at = (tally){.event = event, .type = type, .min = min, .max = max};
        maker->tallies_count++;
    }
    at->count += places;
}

static int32_t load_event(making *maker, uint64_t event) {
    tci_ctx *ctx = maker->ctx;
    if (maker->event == event) return TC_OK;
    if (!tci_event_rules_load(ctx->view, event, &maker->rules))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", event, NULL);
    maker->event = event;
    uint32_t status = maker->rules.status;
    if (status != TC_EVENT_ON_SALE && status != TC_EVENT_PAUSED)
        return tci_refuse(ctx, TC_E_NOT_ON_SALE, "event", event, NULL);
    tci_quote *quote = maker->quote;
    if (quote->currency[0] == 0) memcpy(quote->currency, maker->rules.currency, 4);
    if (!tci_currency_same(quote->currency, maker->rules.currency))
        return tci_refuse(ctx, TC_E_CURRENCY, "items", event,
                          "the events of one order must have one currency");
    return TC_OK;
}

static int32_t load_type(making *maker, const tci_quote_place *place) {
    tci_ctx *ctx = maker->ctx;
    tci_ticket_type *type = &maker->type;
    if (maker->type_event == place->event && type->id == place->type && type->id) return TC_OK;
    maker->type_event = place->event;
    type->id = 0;
    if (!tci_ticket_type_load(ctx->view, place->event, place->type, type))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "ticket_type", place->type, NULL);
    bool open = type->status == 1 && ctx->now_ms >= type->sale_from_ms &&
                (type->sale_until_ms == 0 || ctx->now_ms < type->sale_until_ms);
    if (!open)
        return tci_refuse(ctx, TC_E_NOT_ON_SALE, "ticket_type", place->type,
                          "the ticket type is not on sale now");
    if (type->channels && !(type->channels >> maker->channel & 1))
        return tci_refuse(ctx, TC_E_PRICE, "ticket_type", place->type,
                          "the ticket type is not sold through this channel");
    return TC_OK;
}

/* Is the ticket type for this place? */
static int32_t check_place(making *maker, const tci_quote_place *place) {
    tci_ctx *ctx = maker->ctx;
    const tci_ticket_type *type = &maker->type;
    if (place->pool) {
        if (type->pool == place->target) return TC_OK;
        return tci_refuse(ctx, TC_E_PRICE, "ticket_type", place->type,
                          "the ticket type is not for this pool");
    }
    if (type->pool != 0)
        return tci_refuse(ctx, TC_E_PRICE, "ticket_type", place->type,
                          "the ticket type is for a pool, not for a seat");
    if (place->target >= maker->rules.seats)
        return tci_refuse(ctx, TC_E_NOT_FOUND, "seat", place->target, NULL);
    if (type->category == 0) return TC_OK;
    tci_seat_info info;
    if (!tci_seat_info_load(ctx->view, maker->rules.layout, place->target, &info))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "seat", place->target, NULL);
    if (info.category == type->category) return TC_OK;
    return tci_refuse(ctx, TC_E_PRICE, "ticket_type", place->type,
                      "the ticket type is not for this seat's category");
}

static int32_t add_line(making *maker, const tci_quote_place *place, tci_line *line) {
    tci_quote *quote = maker->quote;
    memset(line, 0, sizeof *line);
    line->event = place->event;
    line->target = place->target;
    line->pool = place->pool;
    bool fits = tci_quote_line(&maker->type, place->quantity, line) &&
                tci_money_add(quote->total, tci_line_total(line), &quote->total) &&
                tci_money_add(quote->price, line->price, &quote->price) &&
                tci_money_add(quote->fee, line->fee, &quote->fee) &&
                tci_money_add(quote->tax, line->tax, &quote->tax);
    if (!fits)
        return tci_refuse(maker->ctx, TC_E_OVERFLOW, "items", place->type,
                          "the total goes over TC_AMOUNT_MAX");
    quote->tickets += place->quantity;
    if (quote->tickets > TC_ORDER_TICKETS_MAX)
        return tci_refuse(maker->ctx, TC_E_LIMIT, "items", quote->tickets,
                          "an order may have at most TC_ORDER_TICKETS_MAX tickets");
    count(maker, place->event, 0, place->quantity, 0, maker->rules.limit_per_order);
    count(maker, place->event, place->type, place->quantity, maker->type.min_per_order,
          maker->type.max_per_order);
    return TC_OK;
}

static int32_t check_tallies(const making *maker) {
    for (uint32_t i = 0; i < maker->tallies_count; i++) {
        const tally *at = &maker->tallies[i];
        if (at->max && at->count > at->max)
            return tci_refuse(maker->ctx, TC_E_LIMIT, at->type ? "ticket_type" : "event",
                              at->type ? at->type : at->event,
                              at->type ? "more of the ticket type than an order may have"
                                       : "more places than an order of the event may have");
        if (at->count < at->min)
            return tci_refuse(maker->ctx, TC_E_LIMIT, "ticket_type", at->type,
                              "fewer of the ticket type than an order must have");
    }
    return TC_OK;
}

int32_t tci_quote_make(tci_ctx *ctx, const tci_quote_place *places, uint32_t places_count,
                       uint32_t channel, tci_line *lines, tci_quote *quote) {
    TCI_ASSERT(channel < TC_CHANNELS_MAX && places_count != 0);
    memset(quote, 0, sizeof *quote);
    making maker = {.ctx = ctx, .channel = channel, .quote = quote};
    maker.tallies = tci_arena_array(ctx->arena, (size_t)places_count * 2, sizeof(tally));
    if (!maker.tallies) return TC_E_NOMEM;
    for (uint32_t i = 0; i < places_count; i++) {
        const tci_quote_place *place = &places[i];
        int32_t code = load_event(&maker, place->event);
        if (code == TC_OK) code = load_type(&maker, place);
        if (code == TC_OK) code = check_place(&maker, place);
        if (code == TC_OK) code = add_line(&maker, place, &lines[i]);
        if (code != TC_OK) return code;
    }
    return check_tallies(&maker);
}
