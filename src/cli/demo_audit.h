/* The audit's own view of the store: what it walked, order by order, to compare with what buyers,
 * provider and carrier wrote down. Shared by src/cli/demo_audit*.c alone. */
#ifndef CLI_DEMO_AUDIT_H
#define CLI_DEMO_AUDIT_H

#include "demo.h"

/* One order, with what was counted from tickets, messages and the provider's books. */
typedef struct audit_order {
    uint32_t state; /* a tc_order_state; 0: there is no such order */
    uint32_t method;
    uint32_t reason;
    bool confirmed; /* its seats were sold once */
    int64_t total_minor, captured_minor, refunded_minor;
    uint32_t tickets, tickets_valid;
    int64_t valid_minor;    /* paid for the valid ones */
    uint32_t confirmations; /* messages that tell the buyer */
    uint32_t delivered;     /* of them, found in the carrier's file */
    uint32_t overtaken;     /* of them, cancelled: the order went back before they went out */
    int64_t provider_minor; /* captured - refunded in the provider's books */
} audit_order;

typedef struct audit {
    const demo_options *options;
    const demo_show *show;
    tc_snapshot *snapshot;
    demo_verdict *verdict;
    audit_order *orders; /* by id; entry 0 is unused */
    size_t orders_count;
    uint32_t *valid_of_seat; /* valid tickets, by seat */
    uint64_t valid_standing; /* valid tickets without a seat */
    demo_record records[DEMO_PROCESSES_MAX];
    tc_error error;
} audit;

/* NULL: there is no such order. */
audit_order *audit_order_of(audit *a, uint64_t order);

/* The saga took a confirmed order back by itself, for a reason the provider gave. */
bool audit_taken_back(const audit_order *order);

/* Each answers false, explained on stderr, when it could not look; findings go to the verdict. */
bool audit_walk_orders(audit *a);
bool audit_walk_tickets(audit *a);
bool audit_walk_messages(audit *a);
bool audit_buyers(audit *a);
bool audit_seats(audit *a);
bool audit_money(audit *a);

/* A finding, for people; the first 20 are printed. */
void audit_find(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
