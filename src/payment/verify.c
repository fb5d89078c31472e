/* What must be true of payments and of the ledger by themselves: balances are the sums of the
 * postings and come to zero, work that waits has its row and rows their work, references lead back.
 * Orders are held against them in src/sales/verify.c. Reads only. */
#include "payment/payment.h"

static void check(tci_verify_sink *sink, bool holds, const char *what, uint64_t subject,
                  const char *sentence) {
    sink->checked++;
    if (!holds) sink->fault(sink->user_data, what, 0, subject, sentence);
}

static void check_posting(tci_view *view, tci_verify_sink *sink, const tci_posting *posting) {
    bool accounts = posting->debit > TC_ACCOUNT_NONE && posting->debit < TC_ACCOUNT_COUNT &&
                    posting->credit > TC_ACCOUNT_NONE && posting->credit < TC_ACCOUNT_COUNT &&
                    posting->debit != posting->credit;
    bool amount = posting->amount > 0 && posting->amount <= TC_AMOUNT_MAX;
    check(sink, accounts && amount && posting->currency, "posting", posting->id,
          "a posting names no two accounts, no currency or no amount");
    tci_posting before;
    if (posting->prev == 0) return;
    bool chained = tci_ledger_load(view, posting->prev, &before) && before.order == posting->order;
    check(sink, chained, "posting", posting->id, "a posting's chain leads to another order");
}

static void sum_posting(const tci_posting *posting, tc_ledger_balance *sums, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (tci_currency_pack(sums[i].currency) != posting->currency) continue;
        if (posting->debit >= TC_ACCOUNT_COUNT || posting->credit >= TC_ACCOUNT_COUNT) return;
        sums[i].postings++;
        sums[i].debit_minor[posting->debit] += posting->amount;
        sums[i].credit_minor[posting->credit] += posting->amount;
    }
}

static void check_ledger(tci_view *view, tci_verify_sink *sink) {
    static const tc_ledger_balance EMPTY;
    tc_ledger_balance few[32], balance;
    uint32_t count = 0;
    for (; count < TCI_COUNT(few) && tci_ledger_balance(view, count, &balance); count++) {
        few[count] = EMPTY;
        memcpy(few[count].currency, balance.currency, 4);
    }
    tci_posting posting;
    for (uint64_t id = 1; tci_ledger_load(view, id, &posting); id++) {
        check_posting(view, sink, &posting);
        sum_posting(&posting, few, count);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!tci_ledger_balance(view, i, &balance)) break;
        int64_t zero = 0;
        bool same = balance.postings == few[i].postings;
        for (size_t k = 0; k < TC_ACCOUNT_COUNT; k++) {
            zero += balance.debit_minor[k] - balance.credit_minor[k];
            same &= balance.debit_minor[k] == few[i].debit_minor[k] &&
                    balance.credit_minor[k] == few[i].credit_minor[k];
        }
        check(sink, zero == 0, "ledger", i, "the balances of a currency do not come to zero");
        check(sink, same, "ledger", i,
              "the balances of a currency are not the sums of its postings");
    }
}

static bool has_row(tci_view *view, const tci_payment_cmd *command) {
    tci_key key = tci_key_of(0, TCI_SPACE_PAYMENT_DUE);
    tci_key_time(&key, command->due_ms);
    tci_key_u64(&key, command->id);
    tci_slice value;
    return tci_row_get(view, &key, &value);
}

/* Every refund that was carried out is booked: as the refund it was asked for, or as one of its
 * own.
 */
static bool is_booked(tci_view *view, const tci_payment_cmd *command) {
    tci_refund refund;
    return tci_refund_load(view, command->refund, &refund) && refund.state == TC_REFUND_DONE &&
           refund.command == command->id;
}

static void check_command(tci_view *view, tci_verify_sink *sink, const tci_payment_cmd *command,
                          uint64_t *parked) {
    tci_payment payment;
    bool of_payment = tci_payment_load(view, command->payment, &payment) &&
                      payment.order == command->order && payment.currency == command->currency;
    check(sink, of_payment, "payment-command", command->id,
          "a payment command is not of its payment's order and currency");
    if (command->kind == TC_PAYMENT_REFUND && command->state == TCI_COMMAND_DONE)
        check(sink, is_booked(view, command), "payment-command", command->id,
              "a refund was carried out that no refund is about");
    bool open = command->state == TCI_COMMAND_OPEN;
    if (open && command->flags & TCI_COMMAND_PARKED) ++*parked;
    check(sink, open || command->due_ms == 0, "payment-command", command->id,
          "a finished payment command is still due");
    if (command->due_ms)
        check(sink, has_row(view, command), "payment-command", command->id,
              "a payment command waits without a row");
    bool fresh = open && command->due_ms == 0 && !(command->flags & TCI_COMMAND_PARKED);
    if (fresh)
        check(sink, command->id >= tci_slot_peek(view, 0, TCI_SLOT_PAYMENT_COMMAND_HEAD),
              "payment-command", command->id, "a new payment command would never be leased");
}

static void check_commands(tci_view *view, tci_verify_sink *sink) {
    uint64_t end = tci_slot_peek(view, 0, TCI_SLOT_PAYMENT_COMMAND_NEXT), parked = 0;
    for (uint64_t id = 1; id < end; id++) {
        tci_payment_cmd command;
        bool loaded = tci_payment_cmd_load(view, id, &command);
        check(sink, loaded, "payment-command", id, "a payment command is missing");
        if (loaded) check_command(view, sink, &command, &parked);
    }
    check(sink, parked == tci_payment_parked(view), "payment-command", 0,
          "the count of parked payment commands is wrong");
    tci_key prefix = tci_key_of(0, TCI_SPACE_PAYMENT_DUE);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        const uint8_t *at = key.data;
        uint64_t id = key.len == 25 ? tci_load64_be(at + 17) : 0;
        tci_payment_cmd command;
        bool matches = tci_payment_cmd_load(view, id, &command) &&
                       command.due_ms == tci_key_time_at(at + 9) &&
                       command.state == TCI_COMMAND_OPEN;
        check(sink, matches, "payment-command", id, "a row of due work has no such work");
    }
    tci_cursor_close(&cursor);
}

static void check_payments(tci_view *view, tci_verify_sink *sink) {
    static const uint8_t NONE[16];
    uint64_t end = tci_slot_peek(view, 0, TCI_SLOT_PAYMENT_NEXT);
    for (uint64_t id = 1; id < end; id++) {
        tci_payment payment, before;
        bool loaded = tci_payment_load(view, id, &payment);
        check(sink, loaded, "payment", id, "a payment is missing");
        if (!loaded) continue;
        bool sums = payment.amount > 0 && payment.captured >= 0 &&
                    payment.captured <= payment.amount && payment.refunded >= 0 &&
                    payment.refunded <= payment.captured && payment.disputed >= 0;
        check(sink, sums, "payment", id, "more was refunded than captured, or captured than asked");
        if (payment.prev)
            check(sink,
                  tci_payment_load(view, payment.prev, &before) && before.order == payment.order,
                  "payment", id, "a payment's chain leads to another order");
        if (memcmp(payment.reference, NONE, 16) != 0)
            check(sink, tci_payment_find(view, payment.reference) == id, "payment", id,
                  "a payment's reference does not lead back to it");
    }
}

void tci_payment_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    (void)now_ms;
    check_ledger(view, sink);
    check_commands(view, sink);
    check_payments(view, sink);
}
