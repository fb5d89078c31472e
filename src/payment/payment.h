/* The face of payments: the saga's table, the records of payments, refunds and payment commands,
 * the ledger. Sales drives them: it alone knows orders, seats and tickets, and walks the table.
 * Functions that write say "Apply"; the others only read. */
#ifndef TCI_PAYMENT_H
#define TCI_PAYMENT_H

#include "base/money.h"
#include "engine/command.h"
#include "engine/verify.h"
#include "store/work.h"
#include "ticketcore/feed_types.h"
#include "ticketcore/ledger.h"
#include "ticketcore/order.h"
#include "ticketcore/payment.h"

/* Most commands one lease takes. */
enum { TCI_PAYMENT_LEASE_MAX = 1000 };

/* ---- the saga: one static table, state × event → next state + actions (saga.c) ---- */

/* Beside the public states: the row for money of a payment that is no longer the order's own. */
enum { TCI_SAGA_STRAY = TC_ORDER_CHARGED_BACK + 1, TCI_SAGA_STATES };

typedef enum tci_saga_event {
    TCI_SAGA_BEGIN_PROVIDER,
    TCI_SAGA_BEGIN_OFFLINE,
    TCI_SAGA_BEGIN_PAID,
    TCI_SAGA_BEGIN_FREE,
    TCI_SAGA_PAY_PROVIDER, /* pay again */
    TCI_SAGA_PAY_OFFLINE,
    TCI_SAGA_AUTHORISED,          /* seats are there, or can be had */
    TCI_SAGA_AUTHORISED_NO_SEATS, /* late, and the event's late-money rule finds none */
    TCI_SAGA_DECLINED,
    TCI_SAGA_UNKNOWN,
    TCI_SAGA_CAPTURED,
    TCI_SAGA_CAPTURED_NO_SEATS,
    TCI_SAGA_CAPTURE_FAILED,
    TCI_SAGA_VOIDED,
    TCI_SAGA_VOID_FAILED,
    TCI_SAGA_SETTLED, /* money by hand */
    TCI_SAGA_SETTLED_NO_SEATS,
    TCI_SAGA_CANCEL,
    TCI_SAGA_VOIDED_BY_HAND,
    TCI_SAGA_DEADLINE,
    TCI_SAGA_REFUND_PART,  /* asked for: some money and some tickets stay */
    TCI_SAGA_REFUND_WHOLE, /* asked for: no ticket stays */
    TCI_SAGA_REFUND_RETRY,
    TCI_SAGA_REFUNDED,
    TCI_SAGA_REFUND_FAILED,
    TCI_SAGA_REFUNDED_AGAIN, /* more than the order had to give back: a second attempt, or by hand
                                too */
    TCI_SAGA_DISPUTE_OPENED,
    TCI_SAGA_DISPUTE_WON,
    TCI_SAGA_DISPUTE_LOST,
    TCI_SAGA_DISPUTE_LOST_PART, /* and some of the money stays */
    TCI_SAGA_EVENTS
} tci_saga_event;

/* What a transition does, in this order. */
typedef enum tci_saga_action {
    TCI_ACT_CLAIM = 1u << 0,          /* the hold becomes the order's, until its deadline */
    TCI_ACT_WITHDRAW = 1u << 1,       /* take the open command back if no worker ever had it */
    TCI_ACT_CLOSE = 1u << 2,          /* the open command has its answer in this event */
    TCI_ACT_FREE = 1u << 3,           /* the hold's places are free again */
    TCI_ACT_SELL = 1u << 4,           /* places sold, tickets issued, sale booked */
    TCI_ACT_RETURN = 1u << 5,         /* every ticket left void, places on sale again */
    TCI_ACT_RETURN_NAMED = 1u << 6,   /* the same for the tickets of the request */
    TCI_ACT_UNSELL = 1u << 7,         /* book the sale back */
    TCI_ACT_BOOK_CAPTURE = 1u << 8,   /* book money taken for the sale */
    TCI_ACT_BOOK_HAND = 1u << 9,      /* book money taken by hand for the sale */
    TCI_ACT_BOOK_LATE = 1u << 10,     /* book money taken that is owed back */
    TCI_ACT_BOOK_REFUND = 1u << 11,   /* book money that is now owed back */
    TCI_ACT_BOOK_REFUNDED = 1u << 12, /* book money that went back */
    TCI_ACT_BOOK_DISPUTE = 1u << 13,
    TCI_ACT_BOOK_WON = 1u << 14,
    TCI_ACT_BOOK_LOST = 1u << 15,
    TCI_ACT_AUTHORISE = 1u << 16, /* commands for the worker */
    TCI_ACT_CAPTURE = 1u << 17,
    TCI_ACT_VOID = 1u << 18,
    TCI_ACT_REFUND = 1u << 19,
    TCI_ACT_RETRY_REFUNDS = 1u << 20,
    TCI_ACT_TELL_CONFIRMED = 1u << 21, /* messages */
    TCI_ACT_TELL_PENDING = 1u << 22,
    TCI_ACT_TELL_DECLINED = 1u << 23,
    TCI_ACT_TELL_CANCELLED = 1u << 24,
    TCI_ACT_TELL_LATE = 1u << 25,
    TCI_ACT_TELL_REFUNDED = 1u << 26,
    TCI_ACT_BOOK_AGAIN = 1u << 27 /* book money that went back a second time */
} tci_saga_action;

typedef enum tci_saga_verdict {
    TCI_SAGA_UNDECIDED = 0, /* no cell is; the tests see to it */
    TCI_SAGA_GO,            /* to `next`, with the actions */
    TCI_SAGA_BOOKS,         /* to the state that the order's money says, with the actions */
    TCI_SAGA_STAY,          /* known or moot: nothing changes, the answer is OK */
    TCI_SAGA_REFUSE         /* TC_E_STATE, nothing changes */
} tci_saga_verdict;

typedef struct tci_saga_cell {
    uint8_t verdict; /* a tci_saga_verdict */
    uint8_t next;    /* a tc_order_state */
    uint32_t actions;
} tci_saga_cell;

/* What is true of an order in a state; what verify and the tests hold the table to. */
typedef enum tci_saga_seats {
    TCI_SEATS_NONE,
    TCI_SEATS_HELD,
    TCI_SEATS_SOLD,
    TCI_SEATS_ANY
} tci_saga_seats;
typedef enum tci_saga_money {
    TCI_MONEY_NONE,       /* none taken, none reserved */
    TCI_MONEY_OPEN,       /* an authorisation may be there: its answer is awaited */
    TCI_MONEY_RESERVED,   /* authorised */
    TCI_MONEY_TAKEN,      /* captured, or taken by hand */
    TCI_MONEY_GIVEN_BACK, /* taken, and gone again */
    TCI_MONEY_GONE        /* charged back */
} tci_saga_money;
typedef enum tci_saga_wait {
    TCI_WAIT_NOTHING, /* rests */
    TCI_WAIT_BUYER,   /* for a payment, until the deadline */
    TCI_WAIT_COMMAND, /* an open payment command brings the next event */
    TCI_WAIT_HAND,    /* a person: a command or the provider's event ends it */
    TCI_WAIT_BANK     /* the provider's event ends it */
} tci_saga_wait;

typedef struct tci_saga_state {
    const char *name;
    uint8_t seats;    /* a tci_saga_seats */
    uint8_t money;    /* a tci_saga_money */
    uint8_t wait;     /* a tci_saga_wait */
    bool due;         /* has a deadline that is swept */
    bool wants_seats; /* money that comes now is judged by hold and late-money rule */
    bool by_books;    /* one of the states TCI_SAGA_BOOKS chooses from */
} tci_saga_state;

extern const tci_saga_state tci_saga_states[TCI_SAGA_STATES];
extern const char *const tci_saga_event_names[TCI_SAGA_EVENTS];
const tci_saga_cell *tci_saga_look(uint32_t state, tci_saga_event event);

/* The order's money, as far as TCI_SAGA_BOOKS looks at it. */
typedef struct tci_saga_books {
    int64_t captured_minor;
    int64_t refunded_minor;
    uint32_t open;    /* refunds under way */
    uint32_t failed;  /* refunds that failed and were not tried again, stray ones too */
    uint32_t tickets; /* good tickets left */
} tci_saga_books;
uint8_t tci_saga_by_books(const tci_saga_books *books);

/* ---- payments and refunds (record.c) ---- */

enum {
    TCI_PAYMENT_SAW_AUTHORISED = 1, /* each fact counts once a payment */
    TCI_PAYMENT_SAW_CAPTURED = 2,
    TCI_PAYMENT_SAW_VOIDED = 4,
    TCI_PAYMENT_SAW_DISPUTE = 8,
    TCI_PAYMENT_DISPUTE_OVER = 16,
    TCI_PAYMENT_STRAY = 32, /* its money is not the order's: void, refund */
    TCI_PAYMENT_HAS_TOKEN = 64
};

typedef struct tci_payment {
    uint64_t id;
    uint64_t order;
    uint64_t prev;    /* of the order; 0: its first */
    uint64_t command; /* open command but refunds; 0: none */
    uint8_t state;    /* a tc_payment_state */
    uint8_t capture;  /* a tc_capture rule, frozen */
    uint16_t flags;
    uint16_t currency; /* packed */
    int64_t amount;
    int64_t captured;
    int64_t refunded;
    int64_t disputed; /* kept back by the provider now */
    int64_t created_at_ms;
    uint8_t reference[16]; /* keyed hash of the provider's reference; zero: none */
} tci_payment;

typedef struct tci_refund {
    uint64_t id;
    uint64_t order;
    uint64_t prev;    /* of the order; 0: its first */
    uint64_t payment; /* 0: by hand */
    uint64_t command; /* done: the one that did it; else its last; 0: none */
    uint8_t state;    /* a tc_refund_state */
    bool stray;       /* not the order's own money: of a stray payment, or paid out twice */
    bool told;        /* the provider's own event about it came too */
    uint8_t tries;    /* commands that it had and that are not known to have paid out */
    int64_t amount;
    int64_t created_at_ms;
} tci_refund;

/* Refuse an amount (TC_E_AMOUNT): what was given and what it is go where versions go. */
int32_t tci_refuse_amount(tci_ctx *ctx, const char *field, uint64_t subject, int64_t given,
                          int64_t actual);

bool tci_payment_load(tci_view *view, uint64_t payment, tci_payment *out);
bool tci_refund_load(tci_view *view, uint64_t refund, tci_refund *out);
/* Apply. */
void tci_payment_save(tci_view *view, const tci_payment *payment);
void tci_refund_save(tci_view *view, const tci_refund *refund);
/* Apply: a new number for it. */
uint64_t tci_payment_take(tci_view *view);
uint64_t tci_refund_take(tci_view *view);

/* The provider's reference of a payment, and back; text is empty, id 0 when unknown. */
tci_slice tci_payment_reference(tci_view *view, const tci_payment *payment);
uint64_t tci_payment_find(tci_view *view, const uint8_t hash[16]);
/* Apply: keep it; a payment keeps its first. */
void tci_payment_set_reference(tci_view *view, tci_payment *payment, const uint8_t hash[16],
                               tci_slice text);
/* What the worker needs to charge the buyer; kept while the payment is open. */
tci_slice tci_payment_token(tci_view *view, uint64_t payment);
void tci_payment_set_token(tci_view *view, uint64_t payment, tci_slice token);
/* A provider's event id, remembered: the order it was about, 0 when it is new. */
uint64_t tci_provider_event_find(tci_view *view, const uint8_t hash[16], uint64_t *payment);
void tci_provider_event_keep(tci_view *view, const uint8_t hash[16], uint64_t order,
                             uint64_t payment);

/* ---- payment commands: leased work (command.c) ---- */

typedef enum tci_command_state {
    TCI_COMMAND_OPEN = 1,
    TCI_COMMAND_DONE = 2,      /* it happened */
    TCI_COMMAND_REFUSED = 3,   /* it did not and will not */
    TCI_COMMAND_WITHDRAWN = 4, /* taken back before any worker had it */
    TCI_COMMAND_MOOT = 5       /* overtaken by another fact; its answer no longer matters */
} tci_command_state;

enum {
    TCI_COMMAND_QUERY = 1,  /* the next lease asks what became of it */
    TCI_COMMAND_LEASED = 2, /* due_ms is the end of the lease */
    TCI_COMMAND_PARKED = 4  /* given up on: a person must find out */
};

typedef struct tci_payment_cmd {
    uint64_t id;
    uint64_t order;
    uint64_t payment;
    uint64_t refund; /* of a refund command */
    uint64_t worker;
    uint64_t key;  /* second half of the idempotency key; the first is the id */
    uint8_t kind;  /* a tc_payment_kind, never QUERY */
    uint8_t state; /* a tci_command_state */
    uint8_t flags;
    uint8_t queries; /* asked in a row without an answer */
    uint16_t currency;
    uint32_t attempt; /* leases so far */
    uint32_t failed;  /* tries that certainly did not happen */
    int64_t amount;
    int64_t due_ms; /* 0: new work, not leased yet */
    int64_t deadline_ms;
    int64_t created_at_ms;
} tci_payment_cmd;

extern const tci_work tci_payment_work;

bool tci_payment_cmd_load(tci_view *view, uint64_t command, tci_payment_cmd *out);
/* The command an idempotency key belongs to; false when there is none. */
bool tci_payment_cmd_by_key(tci_view *view, const uint8_t key[16], tci_payment_cmd *out);
void tci_payment_cmd_key(const tci_payment_cmd *command, uint8_t key[16]);
void tci_payment_cmd_save(tci_view *view, const tci_payment_cmd *command);

/* Apply: a new command, due at once; fills id, key, state and times; answers its number. */
uint64_t tci_payment_cmd_open(tci_ctx *ctx, tci_payment_cmd *command);
/* Apply: a worker has it until then. */
void tci_payment_cmd_lease(tci_view *view, tci_payment_cmd *command, uint64_t worker,
                           int64_t lease_until_ms);
/* Apply: it has its end; no worker gets it again. */
void tci_payment_cmd_finish(tci_view *view, tci_payment_cmd *command, tci_command_state state);
/* Apply: it happened, whatever was known of it. */
void tci_payment_cmd_happened(tci_view *view, tci_payment_cmd *command);
/* No worker ever had it, or the last one said that it did not happen. */
bool tci_payment_cmd_can_withdraw(const tci_payment_cmd *command);
/* Apply: the lease is over without a fact. failed: it certainly did not happen. Sets the next due
 * time by the kind's retry rule; answers false when the rule's attempts or deadline are used up and
 * it certainly did not happen: the caller takes it as refused. */
bool tci_payment_cmd_again(tci_ctx *ctx, tci_payment_cmd *command, bool failed);
/* Apply: to be looked after by a person. */
void tci_payment_cmd_park(tci_view *view, tci_payment_cmd *command);
/* Commands parked and still open. */
uint64_t tci_payment_parked(tci_view *view);

/* ---- the ledger (ledger.c) ---- */

typedef struct tci_posting {
    uint64_t id;
    uint64_t order;
    uint64_t prev; /* posting of the same order before it; 0: its first */
    uint8_t debit;
    uint8_t credit;
    uint8_t reason; /* a tc_posting_reason */
    uint16_t currency;
    int64_t amount;
    int64_t at_ms;
} tci_posting;

/* Apply: one posting; 0 and negative amounts are none. `last` is the order's newest posting, and
 * becomes this one. */
void tci_ledger_post(tci_ctx *ctx, tci_posting *posting, uint64_t *last);
/* Decide: a new order of this amount cannot bring a sum of its currency near the end of int64. */
bool tci_ledger_has_room(tci_view *view, uint16_t currency, int64_t amount);
bool tci_ledger_load(tci_view *view, uint64_t posting, tci_posting *out);
/* The n-th currency's balances, in the order of first use; false past the last. */
bool tci_ledger_balance(tci_view *view, uint32_t n, tc_ledger_balance *out);

extern const tci_op tci_op_payment_lease, tci_op_payment_answer, tci_op_payment_event;

/* Records of payments against each other and against the ledger; sales checks them against orders.
 */
void tci_payment_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink);

#endif
