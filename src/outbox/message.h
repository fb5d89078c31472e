/* Messages inside the outbox: the record, its rows, the line of a recipient. Shared by the files of
 * src/outbox and read by src/api. */
#ifndef TCI_MESSAGE_H
#define TCI_MESSAGE_H

#include "outbox/outbox.h"
#include "store/work.h"
#include "ticketcore/outbox.h"

/* `due_ms` of a message that waits behind another to its recipient. */
#define TCI_MESSAGE_IN_LINE INT64_MAX

/* Flags of a message: which rows it has. */
enum tci_message_flag {
    TCI_MESSAGE_TEXT = 1,    /* address, locale, variables of its own */
    TCI_MESSAGE_RECEIPT = 2, /* receipt of the last answer */
    TCI_MESSAGE_WAITS = 4,   /* stands in its recipient's line */
    TCI_MESSAGE_DATED = 8    /* waits for its time and is found by its order */
};

typedef struct tci_message {
    uint64_t id;
    uint32_t version;
    uint8_t state;   /* a tc_message_state */
    uint8_t channel; /* a tc_message_channel */
    uint16_t kind;
    uint64_t event;
    uint64_t order;
    uint64_t ticket;
    int64_t due_ms; /* of its row in TCI_SPACE_MESSAGE_DUE; 0: none, new or finished */
    int64_t queued_at_ms;
    int64_t done_at_ms;
    uint64_t recipient; /* whose line: the order, or a hash of the address with the top bit set */
    uint16_t attempts;
    uint8_t attempts_max;
    uint8_t flags;
    uint32_t worker;
} tci_message;

extern const tci_work tci_message_work;

bool tci_message_load(tci_view *view, uint64_t id, tci_message *out);
void tci_message_store(tci_view *view, const tci_message *message);
/* The number the next message will get. */
uint64_t tci_message_next(tci_view *view);
/* Apply: change where it stands in the queue of due work. */
void tci_message_set_due(tci_view *view, tci_message *message, int64_t due_ms);
/* Apply: end it in SENT, DEAD or CANCELLED: out of the queue, its line moves up, one version on. */
void tci_message_finish(tci_ctx *ctx, tci_message *message, uint32_t state);

/* Apply: it no longer waits for a time; its row by order goes. */
void tci_message_undate(tci_view *view, tci_message *message);

/* Its own texts; empty slices where it has none. Valid as long as the view. */
typedef struct tci_message_texts {
    tci_slice address;
    tci_slice locale;
    tci_slice variables;
} tci_message_texts;
void tci_message_texts_load(tci_view *view, const tci_message *message, tci_message_texts *out);
tci_slice tci_message_receipt(tci_view *view, const tci_message *message);
void tci_message_set_receipt(tci_view *view, tci_message *message, tci_slice receipt);

/* Rows of TCI_SPACE_MESSAGE_KEY, by their first letter. */
enum {
    TCI_MESSAGE_ROW_BUSY = 'B',   /* channel, recipient -> the message at the head of the line */
    TCI_MESSAGE_ROW_DEDUPE = 'D', /* dedupe key -> message */
    TCI_MESSAGE_ROW_ORDER = 'O',  /* order, message: dated messages */
    TCI_MESSAGE_ROW_WAITS = 'W'   /* channel, recipient, message: the line behind the head */
};
/* The message of a dedupe key; 0: none. */
uint64_t tci_message_by_dedupe(tci_view *view, uint64_t dedupe);

/* line.c: one message at a time to a recipient, in order. */
uint64_t tci_line_head(tci_view *view, const tci_message *message); /* 0: nobody */
void tci_line_enter(tci_view *view, const tci_message *message);    /* become the head */
void tci_line_join(tci_view *view, tci_message *message);           /* wait behind the head */
void tci_line_leave(tci_ctx *ctx, tci_message *message); /* head or waiting; moves it up */

/* lease.c: what a lease would do, from any view. */
typedef struct tci_lease_wish {
    int64_t now_ms;
    uint32_t channels; /* bit per channel */
    uint32_t max;
} tci_lease_wish;
/* Would a lease hand out anything, or tidy? Without writing: from a snapshot. */
bool tci_lease_finds(tci_view *view, const tci_lease_wish *wish, tci_arena *arena);

#endif
