/* The reasons a scan is refused for, in the order in which they are judged. */
#ifndef TCI_SCAN_REASONS_H
#define TCI_SCAN_REASONS_H

#include "tickets/internal.h"

/* All that a scan is judged by. */
typedef struct tci_scan_facts {
    uint32_t source; /* an enum tci_scan_source */
    uint64_t event;  /* of the gate */
    uint32_t serial; /* shown; 0: the present one */
    bool exists;     /* the ticket does */
    tci_ticket ticket;
} tci_scan_facts;

/* A tc_scan_answer. */
uint32_t tci_scan_judge(const tci_scan_facts *facts);

#endif
