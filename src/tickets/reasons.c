/* The one table of answers at a gate, read from the top: the first reason that holds is the answer,
 * and a scan for which none holds is valid. New rules (lists, windows, unpaid) are new lines. */
#include "tickets/reasons.h"

static bool is_unknown(const tci_scan_facts *facts) {
    return facts->source == TCI_SCAN_NO_BARCODE ||
           (facts->source != TCI_SCAN_FORGED && !facts->exists);
}
static bool is_forged(const tci_scan_facts *facts) {
    return facts->source == TCI_SCAN_FORGED;
}
static bool is_wrong_event(const tci_scan_facts *facts) {
    return facts->ticket.event != facts->event;
}
static bool is_void(const tci_scan_facts *facts) {
    return facts->ticket.state == TC_TICKET_VOIDED;
}
static bool is_reissued(const tci_scan_facts *facts) {
    return facts->serial != 0 && facts->serial != facts->ticket.serial;
}
static bool is_used(const tci_scan_facts *facts) {
    return facts->ticket.state == TC_TICKET_USED;
}

typedef struct reason {
    uint32_t answer;
    bool (*holds)(const tci_scan_facts *facts);
    const char *name;
    const char *sentence;
} reason;

static const reason REASONS[] = {
    {TC_SCAN_UNKNOWN, is_unknown, "unknown", "This is not a ticket we know."},
    {TC_SCAN_FORGED, is_forged, "forged", "This barcode was not made by us."},
    {TC_SCAN_WRONG_EVENT, is_wrong_event, "wrong_event", "This ticket is for another event."},
    {TC_SCAN_VOID, is_void, "void", "This ticket was refunded or cancelled."},
    {TC_SCAN_REISSUED, is_reissued, "reissued", "This ticket was reissued; this copy is dead."},
    {TC_SCAN_USED, is_used, "used", "This ticket was used already."},
    {TC_SCAN_VALID, NULL, "valid", "Welcome."},
};

uint32_t tci_scan_judge(const tci_scan_facts *facts) {
    const reason *row = REASONS;
    while (row->holds && !row->holds(facts)) row++;
    TCI_ASSERT(row->answer != TC_SCAN_VALID || facts->exists);
    return row->answer;
}

static const reason *find(uint32_t answer) {
    for (size_t i = 0; i < TCI_COUNT(REASONS); i++)
        if (REASONS[i].answer == answer) return &REASONS[i];
    return NULL;
}

const char *tc_scan_answer_name(uint32_t answer) {
    const reason *row = find(answer);
    return row ? row->name : "unknown_answer";
}

const char *tc_scan_answer_sentence(uint32_t answer) {
    const reason *row = find(answer);
    return row ? row->sentence : "This library does not know that answer.";
}
