/* The engine's own templates, so that every message can be rendered from the first day: one line a
 * kind with a subject and a text; e-mail has the text and a footer of facts, SMS and push the text
 * alone, a webhook one JSON form for all. */
#include "outbox/template.h"

#define EVENT "\n\n{{event_name}}\n{{venue_name}}\n{{starts_local}}\n\n"
#define FACTS EVENT "Order {{order_id}}: {{ticket_count}} ticket(s), {{order_total}}\n{{seats}}\n"
#define REFUND_FACTS                                                                               \
    EVENT "Order {{order_id}}: {{order_total}}, of it given back so far {{order_refunded}}\n"      \
          "Tickets still valid: {{valid_count}}\nTickets no longer valid: {{void_count}}\n"        \
          "{{void_seats}}\n"
#define REFUND                                                                                     \
    "{{refund_amount}} of your order {{order_id}} for {{event_name}} is on its way back to you."

typedef struct default_row {
    uint32_t kind;
    const char *name;
    const char *subject;
    const char *text;
    const char *email;
} default_row;

#define ROW(kind, name, subject, text)                                                             \
    { kind, name, subject, text, text FACTS }
static const default_row ROWS[] = {
    ROW(TC_MESSAGE_ORDER_CONFIRMED, "order_confirmed", "Your tickets for {{event_name}}",
        "Your order {{order_id}} is confirmed: {{ticket_count}} ticket(s) for {{event_name}}."),
    ROW(TC_MESSAGE_ORDER_PENDING, "order_pending", "Your order for {{event_name}}",
        "Your order {{order_id}} for {{event_name}} waits for your payment of {{order_total}}."),
    ROW(TC_MESSAGE_ORDER_CANCELLED, "order_cancelled", "Your order for {{event_name}} is cancelled",
        "Your order {{order_id}} for {{event_name}} is cancelled."),
    {TC_MESSAGE_ORDER_REFUNDED, "order_refunded", "Your refund for {{event_name}}", REFUND,
     REFUND REFUND_FACTS},
    ROW(TC_MESSAGE_PAYMENT_FAILED, "payment_failed", "Your payment for {{event_name}} failed",
        "The payment of your order {{order_id}} for {{event_name}} failed. You may try again."),
    ROW(TC_MESSAGE_LATE_PAYMENT, "late_payment", "Your payment for {{event_name}} came too late",
        "Your payment for {{event_name}}, order {{order_id}}, came when the places were gone. You "
        "get back what you paid."),
    ROW(TC_MESSAGE_TICKET_REISSUED, "ticket_reissued", "Your new ticket for {{event_name}}",
        "A ticket of your order {{order_id}} for {{event_name}} was issued anew. The old one is "
        "not valid any more."),
    ROW(TC_MESSAGE_EVENT_REMINDER, "event_reminder", "{{event_name}} is near",
        "{{event_name}} begins at {{starts_local}}, {{venue_name}}."),
    ROW(TC_MESSAGE_EVENT_CHANGED, "event_changed", "{{event_name}} has changed",
        "Time or place of {{event_name}} changed: {{starts_local}}, {{venue_name}}."),
    ROW(TC_MESSAGE_EVENT_CANCELLED, "event_cancelled", "{{event_name}} is cancelled",
        "{{event_name}} does not take place. You will hear about your money."),
    ROW(TC_MESSAGE_OFFER, "offer", "Places for {{event_name}}",
        "There are places for you at {{event_name}}. Please answer soon."),
    {TC_MESSAGE_CUSTOM, "custom", "{{subject}}", "{{text}}", "{{text}}"},
};

static const char WEBHOOK[] =
    "{\"type\":\"{{kind}}\",\"message\":\"{{message_id}}\",\"event\":\"{{event_id}}\",\"order\":"
    "\"{{order_id}}\",\"ticket\":\"{{ticket_id}}\",\"event_name\":\"{{event_name}}\",\"starts_at\":"
    "\"{{starts_at}}\",\"order_total_minor\":\"{{order_total_minor}}\",\"order_currency\":"
    "\"{{order_currency}}\",\"refund_minor\":\"{{refund_amount_minor}}\",\"ticket_count\":\"{{"
    "ticket_count}}\",\"text\":\"{{text}}\"}";

static const default_row *row_of(uint32_t kind) {
    for (size_t i = 0; i < TCI_COUNT(ROWS); i++)
        if (ROWS[i].kind == kind) return &ROWS[i];
    return &ROWS[TCI_COUNT(ROWS) - 1];
}

void tci_template_default(uint32_t kind, uint32_t channel, tci_template *out) {
    const default_row *row = row_of(kind);
    *out = (tci_template){.kind = kind, .channel = (uint8_t)channel};
    out->locale = tci_slice_str("");
    bool titled = channel == TC_MESSAGE_EMAIL || channel == TC_MESSAGE_PUSH;
    out->subject = tci_slice_str(titled ? row->subject : "");
    if (channel == TC_MESSAGE_WEBHOOK) out->body = tci_slice_str(WEBHOOK);
    else out->body = tci_slice_str(channel == TC_MESSAGE_EMAIL ? row->email : row->text);
}

const char *tc_message_kind_name(uint32_t kind) {
    if (kind > TC_MESSAGE_CUSTOM && kind <= UINT16_MAX) return "custom";
    const default_row *row = row_of(kind);
    return row->kind == kind ? row->name : "unknown";
}

const char *tc_message_channel_name(uint32_t channel) {
    static const char *const NAMES[] = {"unknown", "email", "sms", "push", "webhook"};
    return NAMES[channel < TCI_COUNT(NAMES) ? channel : 0];
}

const char *tc_message_state_name(uint32_t state) {
    static const char *const NAMES[] = {"unknown", "queued", "leased", "sent", "dead", "cancelled"};
    return NAMES[state < TCI_COUNT(NAMES) ? state : 0];
}
