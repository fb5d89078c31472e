/* The noun "ledger": the balances of every account, or the postings of one order or of all. The sum
 * of a currency's balances is zero at every commit. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

/** One account of one currency. */
typedef struct balance_row {
    int64_t debit_minor;
    int64_t credit_minor;
    int64_t balance_minor;
    uint32_t account;
    char currency[4];
} balance_row;

#define BALANCE_MONEY(member_)                                                                     \
    {                                                                                              \
        .key = #member_, .show = SHOW_MONEY, AT(balance_row, member_),                             \
        .aux = offsetof(balance_row, currency)                                                     \
    }
static const cli_field balance_fields[] = {
    {.key = "currency", .show = SHOW_CHARS, AT(balance_row, currency)},
    {.key = "account", .show = SHOW_NAME, .name = tc_account_name, AT(balance_row, account)},
    BALANCE_MONEY(debit_minor),
    BALANCE_MONEY(credit_minor),
    BALANCE_MONEY(balance_minor),
    {0},
};

static const cli_field entry_fields[] = {
    {.key = "posting", .show = SHOW_NUMBER, AT(tc_ledger_entry, id)},
    {.key = "at", .show = SHOW_TIME, AT(tc_ledger_entry, at_ms)},
    {.key = "order", .show = SHOW_NUMBER, AT(tc_ledger_entry, order)},
    {.key = "reason",
     .show = SHOW_NAME,
     .name = tc_posting_reason_name,
     AT(tc_ledger_entry, reason)},
    {.key = "debit", .show = SHOW_NAME, .name = tc_account_name, AT(tc_ledger_entry, debit)},
    {.key = "credit", .show = SHOW_NAME, .name = tc_account_name, AT(tc_ledger_entry, credit)},
    {.key = "amount_minor",
     .show = SHOW_MONEY,
     AT(tc_ledger_entry, amount_minor),
     .aux = offsetof(tc_ledger_entry, currency)},
    {.key = "currency", .show = SHOW_CHARS, AT(tc_ledger_entry, currency), .flags = FIELD_JSON},
    {0},
};

static const cli_option order_options[] = {
    {.name = "ORDER",
     .kind = CLI_NUMBER,
     .need = CLI_PLACE | CLI_REQUIRED,
     .least = 1,
     .bytes = 8,
     .help = "id of the order"},
    {0},
};
static const cli_option journal_options[] = {
    {.name = "after",
     .kind = CLI_NUMBER,
     .value = "POSTING",
     .bytes = 8,
     .help = "begin after this one"},
    OPTION_LIMIT,
    {0},
};

static void print_balance(cli_call *call, const tc_ledger_balance *balance) {
    for (uint32_t account = 1; account < TC_ACCOUNT_COUNT; account++) {
        balance_row row = {
            .debit_minor = balance->debit_minor[account],
            .credit_minor = balance->credit_minor[account],
            .account = account,
        };
        row.balance_minor = row.debit_minor - row.credit_minor;
        memcpy(row.currency, balance->currency, sizeof row.currency);
        if (row.debit_minor || row.credit_minor || call->json)
            cli_row(&call->out, balance_fields, &row);
    }
}

static int balances(cli_call *call) {
    uint32_t count = 0;
    if (tc_ledger_balances(call->snapshot, NULL, 0, &count, &call->error) != TC_OK)
        return cli_fail(call);
    tc_ledger_balance *list = cli_room(count, sizeof *list);
    int32_t code = tc_ledger_balances(call->snapshot, list, count, &count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) print_balance(call, &list[i]);
    if (code == TC_OK) cli_rows_end(&call->out);
    free(list);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int order(cli_call *call) {
    uint64_t id = cli_number(call, "ORDER");
    uint32_t count = 0;
    if (tc_ledger_entries(call->snapshot, id, NULL, 0, &count, &call->error) != TC_OK)
        return cli_fail(call);
    tc_ledger_entry *entries = cli_room(count, sizeof *entries);
    int32_t code = tc_ledger_entries(call->snapshot, id, entries, count, &count, &call->error);
    for (uint32_t i = 0; code == TC_OK && i < count; i++)
        cli_row(&call->out, entry_fields, &entries[i]);
    if (code == TC_OK) cli_rows_end(&call->out);
    free(entries);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int journal(cli_call *call) {
    tc_ledger_entry entries[500];
    uint64_t left = cli_limit(call);
    uint64_t after = cli_number(call, "after");
    uint32_t count = 0;
    do {
        if (tc_ledger_journal(call->snapshot, after, entries, 500, &count, &call->error) != TC_OK)
            return cli_fail(call);
        for (uint32_t i = 0; i < count && left > 0; i++, left--)
            cli_row(&call->out, entry_fields, &entries[i]);
        if (count > 0) after = entries[count - 1].id;
    } while (count > 0 && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_ledger_commands[] = {
    {.verb = "balances",
     .what = "Show what every account stands at, by currency; the sum is zero.",
     .fields = balance_fields,
     .example = "  ticketcore ledger balances",
     .store = CLI_STORE_READ,
     .run = balances},
    {.verb = "order",
     .what = "Show an order's postings, newest first.",
     .options = order_options,
     .fields = entry_fields,
     .example = "  ticketcore ledger order 1",
     .store = CLI_STORE_READ,
     .run = order},
    {.verb = "journal",
     .what = "Show all postings in their order.",
     .options = journal_options,
     .fields = entry_fields,
     .example = "  ticketcore ledger journal --limit 100 --json",
     .store = CLI_STORE_READ,
     .run = journal},
    {0},
};
