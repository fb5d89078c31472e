/* The saga as docs/guides/sagas.md tells it, and the facts that move it. */
#ifndef MODEL_SAGA_H
#define MODEL_SAGA_H

#include "model.h"

typedef enum saga_event {
    E_PAY_PROVIDER,
    E_PAY_OFFLINE,
    E_AUTHORISED,
    E_AUTHORISED_NO,
    E_DECLINED,
    E_UNKNOWN,
    E_CAPTURED,
    E_CAPTURED_NO,
    E_CAPTURE_FAILED,
    E_VOIDED,
    E_VOID_FAILED,
    E_SETTLED,
    E_SETTLED_NO,
    E_CANCEL,
    E_VOIDED_BY_HAND,
    E_DEADLINE,
    E_REFUND_PART,
    E_REFUND_WHOLE,
    E_REFUND_AGAIN,
    E_REFUNDED,
    E_REFUND_FAILED,
    E_REFUNDED_AGAIN,
    E_DISPUTE_OPENED,
    E_DISPUTE_WON,
    E_DISPUTE_LOST,
    E_DISPUTE_LOST_PART,
    E_BEGIN
} saga_event;

/* Next "states" that are none. */
enum { S_STRAY = 30, S_BOOKS, S_SAME };

typedef struct saga_row {
    uint32_t state;
    saga_event event;
    uint32_t next;
    /* In their order: x close the command, w withdraw it, f free the places, s sell, r return all
     * places, n return the named, u book the sale back, c book the capture, h book the cash, l book
     * money owed back, b book the refund, d book what went back, g book what went back again, o
     * dispute opened, i won, j lost; A authorise, C capture, V void, R refund, Y refund again;
     * tell: 1 confirmed, 2 pending, 3 payment failed, 4 cancelled, 5 late payment, 6 refunded. */
    const char *actions;
} saga_row;

typedef enum saga_verdict { SAGA_REFUSED, SAGA_STAYS, SAGA_GOES } saga_verdict;

/* What the guide's table says of a state and an event. */
saga_verdict saga_look(uint32_t state, saga_event event, saga_row *row);
/* Are seats wanted for money that comes? Has it a deadline? */
bool saga_wants_seats(uint32_t state);
bool saga_waits(uint32_t state);

/* Something that happened to an order. */
typedef struct fact {
    uint64_t order, payment, refund;
    uint64_t command; /* a refund's attempt that it is about; 0: not said */
    saga_event event;
    uint32_t reason;
    int64_t amount, deadline_ms;
    bool by_hand, outside;
    bool beside;             /* refund again: only what is not the order's own money */
    const uint64_t *tickets; /* refund in part */
    uint32_t tickets_count;
    const sim_answer *answer; /* of the engine, for choices the documents leave open; or NULL */
    uint32_t late_at;         /* where the answer tells the seats that were found */
    uint64_t answered_state;
    /* Out. */
    uint64_t payment_made, refund_made;
} fact;

typedef struct fact_plan {
    saga_row row;
    saga_verdict verdict;
    bool stray;      /* of a payment that is not the order's own */
    bool beside;     /* so, or of a refund beside the order's money */
    uint32_t source; /* of seats */
} fact_plan;

enum { SOURCE_NONE, SOURCE_HOLD, SOURCE_REGAIN, SOURCE_EQUIVALENT };

bool saga_is_stray(const model *m, const model_order *order, uint64_t payment);
/* What would become of it; changes nothing. */
fact_plan saga_plan(model *m, fact *f);
/* Carry it out. */
void saga_apply(model *m, fact *f, const fact_plan *plan);
saga_verdict saga_run(model *m, fact *f);

void model_post(model *m, uint32_t debit, uint32_t credit, int64_t amount);
uint32_t model_good_tickets(const model *m, uint64_t order);
uint64_t model_open_command(model *m, const model_command *like);
void model_close_command(model *m, uint64_t command, uint32_t state);
/* Refunds of an order by state; stray ones are counted among the failed only. */
uint32_t model_refunds(const model *m, uint64_t order, uint32_t state);
/* It happened, whatever was known of it. */
void model_command_happened(model *m, uint64_t command);
model_line *model_ticket_line(model *m, const model_ticket *ticket);
/* Seats for late money; a SOURCE_…. */
uint32_t model_late_seats(model *m, const fact *f);
void model_sell(model *m, fact *f, const fact_plan *plan);
void model_return_all(model *m, uint64_t order);
void model_return_ticket(model *m, uint64_t ticket);

#endif
