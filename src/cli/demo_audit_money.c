/* The audit of money: the ledger's journal added up anew, the provider's own books against the
 * store's, and money against valid tickets. Reads through the audit's snapshot; judges, changes
 * nothing. */
#include "demo_audit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "provider.h"

enum { JOURNAL_PAGE = 4000, CURRENCIES = 4 };

static void add_balance(audit *a, int64_t difference) {
    a->verdict->money_balance += difference < 0 ? -difference : difference;
}

/* Balances by account, added up from every posting there is. */
static int32_t add_journal(audit *a, int64_t balance[TC_ACCOUNT_COUNT]) {
    tc_ledger_entry *page = calloc(JOURNAL_PAGE, sizeof *page);
    if (!page) return TC_E_NOMEM;
    uint64_t after = 0;
    uint32_t count = 1;
    int32_t code = TC_OK;
    while (code == TC_OK && count > 0) {
        code = tc_ledger_journal(a->snapshot, after, page, JOURNAL_PAGE, &count, &a->error);
        for (uint32_t i = 0; code == TC_OK && i < count; i++) {
            after = page[i].id;
            if (page[i].debit >= TC_ACCOUNT_COUNT || page[i].credit >= TC_ACCOUNT_COUNT) {
                add_balance(a, page[i].amount_minor);
                audit_find("posting %" PRIu64 " names no account", page[i].id);
                continue;
            }
            balance[page[i].debit] += page[i].amount_minor;
            balance[page[i].credit] -= page[i].amount_minor;
        }
    }
    free(page);
    return code;
}

/* The ledger's own balances are those of its journal and sum to zero. */
static int32_t judge_sums(audit *a, int64_t balance[TC_ACCOUNT_COUNT]) {
    int64_t sum = 0;
    tc_ledger_balance kept[CURRENCIES];
    uint32_t count = 0;
    memset(kept, 0, sizeof kept);
    int32_t code = add_journal(a, balance);
    if (code == TC_OK) code = tc_ledger_balances(a->snapshot, kept, CURRENCIES, &count, &a->error);
    for (uint32_t account = 0; code == TC_OK && account < TC_ACCOUNT_COUNT; account++) {
        int64_t own = 0;
        for (uint32_t i = 0; i < count && i < CURRENCIES; i++)
            own += kept[i].debit_minor[account] - kept[i].credit_minor[account];
        sum += own;
        if (own == balance[account]) continue;
        add_balance(a, own - balance[account]);
        audit_find("the ledger's %s is %" PRId64 ", its journal says %" PRId64,
                   tc_account_name(account), own, balance[account]);
    }
    add_balance(a, sum);
    if (sum) audit_find("the ledger's accounts sum to %" PRId64, sum);
    return code;
}

/* The provider owes us what its books say, the till holds what was paid by hand, and nobody is owed
 * anything when all is at rest. */
static int32_t judge_ledger(audit *a, int64_t clearing, int64_t cash) {
    int64_t balance[TC_ACCOUNT_COUNT] = {0};
    int32_t code = judge_sums(a, balance);
    const struct {
        uint32_t account;
        int64_t wanted;
    } WANTED[] = {{TC_ACCOUNT_CLEARING, clearing},
                  {TC_ACCOUNT_CASH, cash},
                  {TC_ACCOUNT_OWED, 0},
                  {TC_ACCOUNT_RECEIVABLE, 0}};
    for (size_t i = 0; code == TC_OK && i < sizeof WANTED / sizeof WANTED[0]; i++) {
        int64_t is = balance[WANTED[i].account];
        add_balance(a, is - WANTED[i].wanted);
        if (is != WANTED[i].wanted)
            audit_find("the ledger's %s is %" PRId64 " and should be %" PRId64,
                       tc_account_name(WANTED[i].account), is, WANTED[i].wanted);
    }
    return code;
}

/* One payment of the provider's books, into its order. */
static void take_payment(audit *a, const provider_payment *payment) {
    int64_t net = payment->captured_minor - payment->refunded_minor;
    bool reserved =
        payment->authorised_minor > 0 && !payment->voided && payment->captured_minor == 0;
    audit_order *order = audit_order_of(a, payment->order);
    if (order) {
        order->provider_minor += net;
    } else if (net) {
        add_balance(a, net);
        audit_find("the provider has money of order %" PRIu64 ", which does not exist",
                   payment->order);
    }
    if (!reserved) return;
    add_balance(a, payment->authorised_minor);
    audit_find("order %" PRIu64 ": the provider still reserves %" PRId64, payment->order,
               payment->authorised_minor);
}

static bool read_provider(audit *a) {
    char path[DEMO_PATH_MAX];
    provider_options how = {.seed = 1};
    if (!demo_path(path, a->show->books, DEMO_PROVIDER_BOOKS)) return false;
    how.books = path;
    provider *p = provider_open(&how);
    if (!p) {
        fprintf(stderr, "demo: the provider's books %s cannot be read\n", path);
        return false;
    }
    size_t count = provider_payments(p);
    for (size_t i = 0; i < count; i++) take_payment(a, provider_payment_at(p, i));
    uint64_t complaints = provider_complaints(p);
    provider_close(p);
    if (complaints) {
        a->verdict->lost += complaints;
        audit_find("the provider was sent %" PRIu64 " commands no sound engine sends", complaints);
    }
    return true;
}

/* Money the provider has, money the store says it has, and money paid for valid tickets: one
 * number. */
static void judge_orders(audit *a, int64_t *clearing, int64_t *cash) {
    for (size_t id = 1; id < a->orders_count; id++) {
        const audit_order *order = &a->orders[id];
        if (order->state == 0) continue;
        int64_t net = order->captured_minor - order->refunded_minor;
        if (order->method == TC_PAY_PROVIDER) {
            *clearing += order->provider_minor;
            add_balance(a, net - order->provider_minor);
            if (net != order->provider_minor)
                audit_find("order %zu, %s: the store has %" PRId64 ", the provider %" PRId64, id,
                           tc_order_state_name(order->state), net, order->provider_minor);
        } else {
            *cash += net;
        }
        add_balance(a, net - order->valid_minor);
        if (net != order->valid_minor)
            audit_find("order %zu, %s: money %" PRId64 " and valid tickets for %" PRId64, id,
                       tc_order_state_name(order->state), net, order->valid_minor);
    }
}

bool audit_money(audit *a) {
    int64_t clearing = 0, cash = 0;
    if (!read_provider(a)) return false;
    judge_orders(a, &clearing, &cash);
    a->error.code = judge_ledger(a, clearing, cash);
    return a->error.code == TC_OK || !demo_say_error("the ledger cannot be read", &a->error);
}
