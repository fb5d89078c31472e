/* Buyers that write down what they were told, in a file outside the store, and the audit that holds
 * the store against it. Public headers only. */
#ifndef CRASH_BUYER_H
#define CRASH_BUYER_H

#include <stdbool.h>
#include <stdint.h>

#include <ticketcore/ticketcore.h>

enum { HALL_ROWS = 8, HALL_ROW_SEATS = 40, HALL_SEATS = HALL_ROWS * HALL_ROW_SEATS };

typedef struct buying {
    const char *folder; /* of the store */
    int acks;           /* open for appending */
    uint64_t seed;
    uint32_t rounds; /* 0: until killed */
    bool ack_early;  /* planted: writes down what is not done yet */
} buying;

/* Make a hall on sale at a path. */
void hall_make(const char *folder);
/* Hold, buy, release, refund. Answers 0, or a code that no buyer may meet. */
int32_t buyer_run(const buying *work);

typedef struct audit_result {
    uint64_t acks, sold, held, released, refunded;
    uint64_t lost, double_sold, money_drift, broken;
    char sentence[360];
} audit_result;

/* Hold the store against the file of acks, and verify it. */
void buyer_audit(const char *folder, const char *acks, audit_result *result);

#endif
