/* What to do about a refusal: one line a code, shown behind its sentence. The one table of advice;
 * it names commands and options of the tool, so the library has nothing of it. */
#include <ticketcore/errors.h>

#include "cli.h"

static const struct {
    int32_t code;
    const char *hint;
} hints[] = {
    {TC_E_VERSION, "somebody changed it since: read it again and decide anew"},
    {TC_E_REQUEST_MISMATCH, "each --request-id belongs to one command; take a new one for another"},
    {TC_E_BUSY, "try again when what is open or in flight has ended"},
    {TC_E_QUEUE_FULL, "try again"},
    {TC_E_OUTCOME_UNKNOWN, "send the same command with the same --request-id again"},
    {TC_E_CORRUPT, "ticketcore verify names every damaged record; restore a backup"},
    {TC_E_STORE_EXISTS, "choose another folder, or use what is there"},
    {TC_E_STORE_FULL, "make room on the disk, or copy the store with backup --compact"},
    {TC_E_READERS_FULL, "try again; ticketcore stat shows who reads"},
    {TC_E_SEAT_TAKEN, "choose other seats, or let ticketcore hold best choose"},
    {TC_E_SEAT_VERSION, "somebody changed it since: ticketcore seat show tells its version"},
    {TC_E_CHANNEL, "say --channel N to take what is kept for channel N"},
    {TC_E_POOL_SHORT, "ticketcore pool list tells how many are left"},
    {TC_E_POOL_CLOSED, "ticketcore pool update opens it"},
    {TC_E_NO_SEATS,
     "fewer seats, other categories or more groups may do; ticketcore availability tells what is "
     "left"},
    {TC_E_ORPHAN, "choose seats that leave none alone; the box office may say --allow-orphans"},
    {TC_E_BUYER_LIMIT, "ticketcore event get shows the limits"},
    {TC_E_HOLD_EXPIRED, "make a new hold"},
    {TC_E_HOLD_ENDED, "make a new hold"},
    {TC_E_HOLD_LIFE, "release it and make a new one"},
    {TC_E_NOT_ON_SALE, "ticketcore event get shows status and sale window"},
    {TC_E_PRICE, "ticketcore price list shows the ticket types"},
    {TC_E_AMOUNT, "ticketcore order get shows the total that was quoted"},
    {TC_E_CURRENCY, "ticketcore order get shows the currency that was quoted"},
    {TC_E_LEASE_LOST, "leave it to whoever has it now, and lease again"},
    {TC_E_FEED_PRUNED, "begin anew at the oldest event that is kept"},
};

const char *cli_hint(int32_t code) {
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        if (hints[i].code == code) return hints[i].hint;
    }
    return NULL;
}
