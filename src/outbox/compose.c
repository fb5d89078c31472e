/* What a message says: the variables of all it is about, read when it is rendered, so that a queued
 * message needs no copy of them and says what is true when it goes out. */
#include "outbox/compose.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/money.h"
#include "catalog/catalog.h"
#include "outbox/local_time.h"
#include "sales/contact.h"
#include "ticketcore/ticket.h"
#include "tickets/tickets.h"

/* Seats named in one message; the rest is counted. */
#define SEATS_NAMED 50u

void tci_compose_target(tci_view *view, const tci_message *message, tci_message_target *out) {
    tci_message_texts texts;
    tci_order_contact_info order;
    tci_message_texts_load(view, message, &texts);
    *out = (tci_message_target){texts.address, texts.locale, texts.variables};
    if (!message->order || (out->address.len && out->locale.len)) return;
    if (!tci_order_contact(view, message->order, message->channel, &order)) return;
    if (out->address.len == 0) out->address = order.address;
    if (out->locale.len == 0) out->locale = order.locale;
}

/* As people at the venue read it; in UTC, and said so, where the zone is not known here. */
static void add_time(tci_variables *to, int64_t ms, const char *zone) {
    tci_local_time local;
    char text[sizeof local.date + sizeof local.time + sizeof local.zone];
    if (ms == 0 || !tci_local_time_of(ms, zone, &local)) return;
    snprintf(text, sizeof text, "%s %s %s", local.date, local.time, local.zone);
    tci_variables_add_text(to, "starts_at", local.stamp);
    tci_variables_add_text(to, "starts_local", text);
    tci_variables_add_text(to, "starts_date", local.date);
    tci_variables_add_text(to, "starts_time", local.time);
    tci_variables_add_text(to, "starts_zone", local.zone);
}

static void add_event(tci_view *view, tci_variables *to, uint64_t event) {
    char name[TC_NAME_MAX + 1];
    tci_event_rules rules;
    if (!tci_event_rules_load(view, event, &rules)) return;
    tci_variables_add_number(to, "event_id", event);
    tci_event_name(view, event, name);
    tci_variables_add_text(to, "event_name", name);
    tci_event_venue_name(view, event, name);
    tci_variables_add_text(to, "venue_name", name);
    tci_event_time_zone(view, event, name);
    tci_variables_add_text(to, "time_zone", name);
    add_time(to, rules.starts_at_ms, name);
}

static void put_text(tci_buf *out, const char *text) {
    tci_buf_bytes(out, text, strlen(text));
}

/* "Section A, row 4, seat 7", as far as the map has the words; a place without one by its type. */
static void put_place(tci_view *view, const tci_ticket *ticket, tci_buf *out) {
    tci_event_rules rules;
    tci_seat_labels labels;
    char type[TC_NAME_MAX + 1];
    if (out->len) put_text(out, "; ");
    if (ticket->seat == TCI_SEAT_NONE || !tci_event_rules_load(view, ticket->event, &rules) ||
        !tci_seat_labels_load(view, rules.layout, ticket->seat, &labels)) {
        tci_ticket_type_name(view, ticket->event, ticket->type, type);
        put_text(out, type);
        return;
    }
    put_text(out, labels.section);
    if (labels.row[0]) put_text(out, labels.section[0] ? ", row " : "row ");
    put_text(out, labels.row);
    put_text(out, labels.section[0] || labels.row[0] ? ", seat " : "seat ");
    put_text(out, labels.seat);
}

/* Places named in a message, the first of them by name. */
typedef struct places {
    tci_buf names;
    uint32_t total;
    uint8_t room[1024];
} places;

static void add_places(tci_variables *to, const char *name, places *from) {
    if (from->total > SEATS_NAMED) {
        char more[48];
        snprintf(more, sizeof more, "; and %" PRIu32 " more", from->total - SEATS_NAMED);
        put_text(&from->names, more);
    }
    tci_buf_u8(&from->names, 0);
    if (from->names.failed) to->failed = true;
    else tci_variables_add_text(to, name, (const char *)from->names.data);
}

/* The places whose tickets are good, and those whose are void. Where none is good the message is
 * about what was: a cancellation names all. */
static void add_seats(tci_view *view, tci_variables *to, const tci_message *message,
                      const tci_order_contact_info *order) {
    places valid, gone;
    uint32_t count = 1, lines = message->ticket ? 1 : order->line_count;
    uint64_t first = message->ticket;
    valid.total = gone.total = 0;
    tci_buf_init(&valid.names, valid.room, sizeof valid.room);
    tci_buf_init(&gone.names, gone.room, sizeof gone.room);
    for (uint32_t line = 0; line < lines; line++) {
        if (!message->ticket && !tci_order_line_tickets(view, message->order, line, &first, &count))
            break;
        for (uint32_t i = 0; i < count; i++) {
            tci_ticket ticket;
            if (!tci_ticket_load(view, first + i, &ticket)) continue;
            places *its = ticket.state == TC_TICKET_VOIDED ? &gone : &valid;
            if (its->total++ < SEATS_NAMED) put_place(view, &ticket, &its->names);
        }
    }
    tci_variables_add_number(to, "valid_count", valid.total);
    tci_variables_add_number(to, "void_count", gone.total);
    if (message->order) {
        bool some = valid.total && !message->ticket;
        tci_variables_add_number(to, "ticket_count", some ? valid.total : order->ticket_count);
    }
    add_places(to, "void_seats", &gone);
    if (valid.total) add_places(to, "seats", &valid);
    else tci_variables_add(to, "seats", tci_variables_find(to, tci_slice_str("void_seats")));
    tci_buf_free(&valid.names);
    tci_buf_free(&gone.names);
}

static void add_money(tci_variables *to, const char *name, const char *minor_name, int64_t amount,
                      const char currency[4]) {
    char text[64];
    tci_money_format(text, sizeof text, amount, currency);
    tci_variables_add_text(to, name, text);
    snprintf(text, sizeof text, "%" PRId64, amount);
    tci_variables_add_text(to, minor_name, text);
}

static void add_order(tci_variables *to, const tci_message *message,
                      const tci_order_contact_info *order) {
    tci_variables_add_number(to, "order_id", message->order);
    add_money(to, "order_total", "order_total_minor", order->total_minor, order->currency);
    add_money(to, "order_refunded", "order_refunded_minor", order->refunded_minor, order->currency);
    tci_variables_add_text(to, "order_currency", order->currency);
    /* A message of the host's own about a refund, without its amount, is about all that went back.
     */
    if (message->kind == TC_MESSAGE_ORDER_REFUNDED)
        add_money(to, "refund_amount", "refund_amount_minor", order->refunded_minor,
                  order->currency);
}

static void gather(tci_view *view, const tci_message *message, tci_slice own, tci_variables *to) {
    tci_order_contact_info order = {.line_count = 0};
    uint64_t event = message->event;
    tci_variables_read(own, to); /* first, so that they hide the engine's */
    tci_variables_add_number(to, "message_id", message->id);
    tci_variables_add(to, "kind", tci_slice_str(tc_message_kind_name(message->kind)));
    tci_variables_add(to, "channel", tci_slice_str(tc_message_channel_name(message->channel)));
    if (message->order && tci_order_contact(view, message->order, message->channel, &order)) {
        add_order(to, message, &order);
        if (!event) event = order.event;
    }
    if (message->ticket) {
        tci_variables_add_number(to, "ticket_id", message->ticket);
        if (!event) event = message->ticket >> 32;
    }
    if (event) add_event(view, to, event);
    if (message->order || message->ticket) add_seats(view, to, message, &order);
}

static int32_t render(tci_slice text, const tci_variables *variables, uint32_t escaping, size_t max,
                      tci_arena *arena, tci_slice *out) {
    tci_template_fault fault;
    tci_buf made;
    uint8_t room[4096];
    tci_buf_init(&made, room, sizeof room);
    int32_t code = tci_template_render(text, variables, escaping, max, &made, &fault);
    if (code == TC_OK) {
        const void *copy = tci_arena_copy(arena, made.data, made.len);
        *out = tci_slice_of(copy, made.len);
        if (!copy) code = TC_E_NOMEM;
    }
    tci_buf_free(&made);
    return code;
}

/* A subject becomes a header: a line end in a variable must not begin another one. */
static void keep_one_line(tci_slice subject) {
    uint8_t *at = (uint8_t *)(uintptr_t)subject.data; /* the arena's copy */
    for (size_t i = 0; i < subject.len; i++)
        if (at[i] < 0x20 || at[i] == 0x7F) at[i] = ' ';
}

int32_t tci_compose(tci_view *view, const tci_message *message, tci_arena *arena,
                    tci_message_text *out) {
    tci_message_target target;
    tci_variables variables = {.arena = arena};
    tci_template template;
    char given[TC_LOCALE_MAX + 1] = "", locale[TC_LOCALE_MAX + 1];
    tci_compose_target(view, message, &target);
    if (target.locale.len && target.locale.len <= TC_LOCALE_MAX)
        memcpy(given, target.locale.data, target.locale.len);
    /* A locale of another form (an order's contact may have any text) is the default. */
    if (!tci_locale_normal(given, locale)) locale[0] = '\0';
    gather(view, message, target.variables, &variables);
    if (variables.failed) return TC_E_NOMEM;
    tci_template_find(view, message->kind, message->channel, tci_slice_str(locale), arena,
                      &template);
    out->html = (template.flags & TC_TEMPLATE_HTML) != 0;
    uint32_t escaping = out->html ? TC_ESCAPE_HTML : TC_ESCAPE_NONE;
    if (message->channel == TC_MESSAGE_WEBHOOK) escaping = TC_ESCAPE_JSON;
    int32_t code =
        render(template.subject, &variables, TC_ESCAPE_NONE, TC_BODY_MAX, arena, &out->subject);
    if (code == TC_OK) keep_one_line(out->subject);
    if (code == TC_OK)
        code = render(template.body, &variables, escaping, TC_BODY_MAX, arena, &out->body);
    /* A template was checked when it was put. */
    TCI_ASSERT(code != TC_E_TEMPLATE);
    return code;
}
