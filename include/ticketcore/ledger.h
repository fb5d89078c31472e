/**
 * @file ledger.h
 * @brief The double-entry ledger of all orders. Every posting debits one account and credits
 * another by the same amount, so the sum of all balances of a currency is zero at every commit.
 */
#ifndef TICKETCORE_LEDGER_H
#define TICKETCORE_LEDGER_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The chart of accounts. Disk format. A balance is debits minus credits. */
typedef enum tc_account {
    TC_ACCOUNT_NONE = 0,       /**< none */
    TC_ACCOUNT_RECEIVABLE = 1, /**< buyers owe us: sold and not yet captured */
    TC_ACCOUNT_CLEARING = 2,   /**< the payment provider owes us: captured */
    TC_ACCOUNT_CASH = 3,       /**< taken by hand: till, bank */
    TC_ACCOUNT_REVENUE = 4,    /**< price of tickets sold, without tax */
    TC_ACCOUNT_FEES = 5,       /**< fees on tickets sold, without tax */
    TC_ACCOUNT_TAX = 6,        /**< tax on tickets sold */
    TC_ACCOUNT_REFUNDS = 7,    /**< sold, then refunded */
    TC_ACCOUNT_OWED = 8,     /**< we owe buyers: refunds under way, money that came without seats */
    TC_ACCOUNT_DISPUTES = 9, /**< kept back by the provider while a dispute is open */
    TC_ACCOUNT_CHARGEBACKS = 10, /**< lost in disputes */
    TC_ACCOUNT_COUNT = 11        /**< accounts there are, with NONE */
} tc_account;

/** Why a posting was made. Disk format. */
typedef enum tc_posting_reason {
    TC_POSTING_SALE = 1,         /**< an order was confirmed */
    TC_POSTING_CAPTURE = 2,      /**< a payment was captured */
    TC_POSTING_BY_HAND = 3,      /**< money was taken by hand */
    TC_POSTING_REVERSAL = 4,     /**< a confirmed order was taken back before money was taken */
    TC_POSTING_LATE = 5,         /**< money came for which there are no seats */
    TC_POSTING_REFUND = 6,       /**< a refund was asked for */
    TC_POSTING_REFUNDED = 7,     /**< a refund was carried out */
    TC_POSTING_DISPUTE = 8,      /**< a dispute was opened */
    TC_POSTING_DISPUTE_WON = 9,  /**< a dispute was won */
    TC_POSTING_DISPUTE_LOST = 10 /**< a dispute was lost */
} tc_posting_reason;

/** The balances of one currency. */
typedef struct tc_ledger_balance {
    char currency[4];                       /**< ISO 4217 code */
    uint32_t reserved;                      /**< 0 */
    uint64_t postings;                      /**< postings made in it */
    int64_t debit_minor[TC_ACCOUNT_COUNT];  /**< sum of debits, by ::tc_account */
    int64_t credit_minor[TC_ACCOUNT_COUNT]; /**< sum of credits, by ::tc_account */
} tc_ledger_balance;

/** One posting. */
typedef struct tc_ledger_entry {
    uint64_t id;          /**< its number, in order of posting */
    uint64_t order;       /**< order it is about */
    uint32_t debit;       /**< a ::tc_account */
    uint32_t credit;      /**< a ::tc_account */
    int64_t amount_minor; /**< amount, above 0 */
    int64_t at_ms;        /**< when */
    uint32_t reason;      /**< a ::tc_posting_reason */
    char currency[4];     /**< of the amount */
} tc_ledger_entry;

/**
 * Read the balances of every currency, in the order of their first posting.
 * @param snapshot   an open snapshot
 * @param balances   caller's room; may be NULL with capacity 0
 * @param capacity   entries `balances` has room for
 * @param[out] count how many there are; as many as fit were written
 * @param error      may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID NULL
 * @since 0.1
 */
TC_API int32_t tc_ledger_balances(tc_snapshot *snapshot, tc_ledger_balance *balances,
                                  uint32_t capacity, uint32_t *count, tc_error *error);

/**
 * Read an order's postings, newest first.
 * @param snapshot   an open snapshot
 * @param order      the order
 * @param entries    caller's room; may be NULL with capacity 0
 * @param capacity   entries `entries` has room for
 * @param[out] count how many there are; as many as fit were written
 * @param error      may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND no such order
 * @since 0.1
 */
TC_API int32_t tc_ledger_entries(tc_snapshot *snapshot, uint64_t order, tc_ledger_entry *entries,
                                 uint32_t capacity, uint32_t *count, tc_error *error);

/**
 * Read the whole journal in the order of posting.
 * @param snapshot   an open snapshot
 * @param after      id after which to begin; 0: from the first
 * @param entries    caller's room
 * @param capacity   entries `entries` has room for, at least 1
 * @param[out] count how many were written; 0: that was all
 * @param error      may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID NULL or no room
 * @since 0.1
 */
TC_API int32_t tc_ledger_journal(tc_snapshot *snapshot, uint64_t after, tc_ledger_entry *entries,
                                 uint32_t capacity, uint32_t *count, tc_error *error);

/** An account's name, like "receivable"; "?" for an unknown number. Static. @since 0.1 */
TC_API const char *tc_account_name(uint32_t account);

/** A posting reason's name, like "sale"; "?" for an unknown number. Static. @since 0.1 */
TC_API const char *tc_posting_reason_name(uint32_t reason);

#ifdef __cplusplus
}
#endif
#endif
