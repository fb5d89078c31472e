/* What can be had, as a reader sees it at its moment: the pages, less what dead holds still have on
 * them. For src/api; only reads. */
#ifndef TCI_AVAILABILITY_H
#define TCI_AVAILABILITY_H

#include "inventory/hold.h"
#include "ticketcore/availability.h"

/* False for an unknown event. */
bool tci_availability_totals(tci_view *view, int64_t now_ms, uint64_t event, tc_availability *out);
/* Answers how many counts there are; writes as many as fit. */
uint32_t tci_availability_by_key(int64_t now_ms, const tci_house *house, uint32_t by,
                                 tc_availability_count *counts, uint32_t capacity);
void tci_availability_bits(int64_t now_ms, const tci_house *house, uint8_t *bits);
/* Seats [first, first + count) decoded; the range must lie in the house. */
void tci_availability_decode(int64_t now_ms, const tci_house *house, uint32_t first, uint32_t count,
                             tc_seat_status *seats);
/* Answers how many changes there are, writes as many as fit; UINT32_MAX: memory is out. */
uint32_t tci_availability_delta(int64_t now_ms, const tci_house *house, uint64_t since,
                                tc_seat_change *changes, uint32_t capacity);
/* One seat at a moment: the page's word, or free when its hold is dead. `hold` is its live hold. */
bool tci_seat_at(int64_t now_ms, const tci_house *house, uint32_t number, tci_seat *seat,
                 tci_hold *hold);
/* One pool at a moment. */
bool tci_pool_at(int64_t now_ms, const tci_house *house, uint32_t pool, tci_pool *out);

#endif
