/* A simulated payment provider that fails as providers do: it declines, is busy, falls silent
 * before or after doing what it was asked, answers twice, answers late, tells by events out of
 * order. For tests and the demonstration; uses the public headers only. Its books lie outside the
 * store: an append-only file that several processes share and that survives kill -9, or memory
 * alone. */
#ifndef SUPPORT_PROVIDER_H
#define SUPPORT_PROVIDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ticketcore/payment.h"

/* What it does with one command. */
typedef enum provider_behaviour {
    PROVIDER_GOOD = 0,    /* does it and answers at once */
    PROVIDER_DECLINE,     /* refuses for good; the key stays refused */
    PROVIDER_BUSY,        /* does nothing and says so; may work later */
    PROVIDER_DEAF,        /* never gets the command; no answer */
    PROVIDER_MUTE,        /* does it; the answer is lost */
    PROVIDER_TWICE,       /* does it; the answer comes twice, and its event twice */
    PROVIDER_LATE,        /* does it; answer and event come late */
    PROVIDER_EVENT,       /* does it; the answer is lost, an event tells */
    PROVIDER_EVENT_FIRST, /* does it; the event overtakes the answer */
    PROVIDER_BEHAVIOURS
} provider_behaviour;

enum { PROVIDER_KINDS = TC_PAYMENT_CHARGE + 1, PROVIDER_SCRIPT_MAX = 64 };

typedef struct provider_options {
    const char *books;                   /* file, made when it is not there; NULL: memory */
    uint64_t seed;                       /* of its moods */
    int64_t late_least_ms, late_most_ms; /* how late late answers and events are */
    /* Of a thousand commands of a kind, how many meet a behaviour; the rest is good. */
    uint16_t permille[PROVIDER_KINDS][PROVIDER_BEHAVIOURS];
} provider_options;

typedef struct provider provider;

/* NULL with errno: the books cannot be read or written, or memory is out. */
provider *provider_open(const provider_options *options);
void provider_close(provider *p);

/* The next commands of a kind behave so, in this order, before chance decides again. */
void provider_script(provider *p, uint32_t kind, provider_behaviour behaviour);

/* From now on chance makes nothing fail. */
void provider_recover(provider *p);

/* What comes back from one command. */
typedef struct provider_reply {
    uint32_t outcome;    /* a tc_payment_outcome; 0: no answer comes */
    uint32_t answers;    /* how often the answer comes: 0, 1, 2 */
    uint32_t events;     /* how often the event comes, with one id: 0, 1, 2 */
    uint32_t event_kind; /* a tc_payment_event_kind */
    int64_t answer_after_ms;
    int64_t event_after_ms;
    int64_t amount_minor;
    char currency[4];
    char event_id[TC_REFERENCE_MAX + 8];
    char reference[TC_REFERENCE_MAX + 8];
    uint8_t idempotency_key[16]; /* of the command the event is about */
} provider_reply;

/* Carry out a leased command. What it did is in the books before this returns, whatever the reply
 * says about it. False with errno: the books cannot be written; nothing was done. */
bool provider_do(provider *p, const tc_payment_command *command, provider_reply *reply);

/* Fill the engine's requests from a reply. Texts stay the reply's. */
void provider_fill_answer(const provider_reply *reply, const tc_payment_command *command,
                          tc_payment_answer_request *request);
void provider_fill_event(const provider_reply *reply, tc_payment_event_request *request);

/* ---- its books ---- */

typedef struct provider_payment {
    uint64_t order, payment; /* as the engine numbers them */
    int64_t authorised_minor;
    int64_t captured_minor;
    int64_t refunded_minor;
    bool voided;
    char currency[4];
} provider_payment;

/* Every payment it ever saw, in no order. Refreshed from the file first. */
size_t provider_payments(provider *p);
const provider_payment *provider_payment_at(const provider *p, size_t n);
/* By the engine's number; NULL: never seen. */
const provider_payment *provider_payment_of(const provider *p, uint64_t payment);
/* Commands no sound engine sends: a capture of what was not authorised, money taken twice, more
 * refunded than captured. Each was refused. */
uint64_t provider_complaints(const provider *p);

#endif
