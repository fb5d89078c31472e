/**
 * @file command.h
 * @brief The one door: every change is a command. One at a time by its own function, many in one
 * call, or submitted and completed through a queue.
 */
#ifndef TICKETCORE_COMMAND_H
#define TICKETCORE_COMMAND_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a command does. The name of its function, request and result follow from it:
 * ::TC_HOLD_CREATE is tc_hold_create() with tc_hold_create_request and tc_hold_create_result. */
typedef enum tc_command_kind {
    TC_VENUE_CREATE = 0x0101,       /**< a new venue */
    TC_VENUE_UPDATE = 0x0102,       /**< change a venue */
    TC_VENUE_DELETE = 0x0103,       /**< remove a venue no event uses */
    TC_MAP_CREATE = 0x0111,         /**< a new seat map, as a draft, from a document */
    TC_MAP_UPDATE = 0x0112,         /**< a new draft version of a map */
    TC_MAP_PUBLISH = 0x0113,        /**< make a draft usable by events */
    TC_MAP_DELETE = 0x0114,         /**< remove a map no event uses */
    TC_EVENT_CREATE = 0x0121,       /**< a new event */
    TC_EVENT_UPDATE = 0x0122,       /**< change an event */
    TC_EVENT_DELETE = 0x0123,       /**< remove an event of which nothing is sold */
    TC_TICKET_TYPE_CREATE = 0x0131, /**< a new ticket type with its price */
    TC_TICKET_TYPE_UPDATE = 0x0132, /**< change a ticket type */
    TC_TICKET_TYPE_DELETE = 0x0133, /**< remove a ticket type */
    TC_HOLD_CREATE = 0x0201,        /**< hold named seats and quantities */
    TC_HOLD_BEST = 0x0202,          /**< hold the best seats available */
    TC_HOLD_EXTEND = 0x0203,        /**< let a hold live longer */
    TC_HOLD_RELEASE = 0x0204,       /**< give a hold back */
    TC_HOLD_EXPIRE = 0x0205,        /**< end a hold now, without its secret */
    TC_HOLD_SWAP = 0x0206,          /**< release one hold and make another, or neither */
    TC_SEAT_BLOCK = 0x0211,         /**< take free seats off sale */
    TC_SEAT_UNBLOCK = 0x0212,       /**< put blocked seats on sale */
    TC_SEAT_CHANNEL = 0x0213,       /**< allot seats to a channel */
    TC_POOL_CREATE = 0x0221,        /**< a new pool of places without numbers */
    TC_POOL_UPDATE = 0x0222,        /**< grow, shrink, open, close a pool */
    TC_SWEEP = 0x0231,              /**< tidy expired holds, deadlines and old records */
    TC_ORDER_CREATE = 0x0301,       /**< an order from holds, its quote frozen */
    TC_ORDER_CANCEL = 0x0302,       /**< give up an order that is not yet paid */
    TC_ORDER_PAY = 0x0303,          /**< begin, or begin again, an order's payment */
    TC_ORDER_SETTLE = 0x0304,       /**< an offline payment was received by hand */
    TC_ORDER_REFUND = 0x0305,       /**< refund an order whole, by tickets, or by amount */
    TC_PAYMENT_LEASE = 0x0401,      /**< take payment commands to carry out */
    TC_PAYMENT_ANSWER = 0x0402,     /**< what the provider answered to a payment command */
    TC_PAYMENT_EVENT = 0x0403,      /**< what the provider said by itself (a webhook) */
    TC_TICKET_VOID = 0x0501,        /**< make a ticket worthless */
    TC_TICKET_REISSUE = 0x0502,     /**< a new serial; the old one is dead */
    TC_SIGNING_KEY_ROTATE = 0x0511, /**< a new key for barcodes */
    TC_CHECKIN_SCAN = 0x0521,       /**< one scan at a gate */
    TC_MESSAGE_CREATE = 0x0601,     /**< queue a message of the host's own */
    TC_MESSAGE_LEASE = 0x0602,      /**< take messages to send */
    TC_MESSAGE_ANSWER = 0x0603,     /**< what became of a leased message */
    TC_MESSAGE_RETRY = 0x0604,      /**< send a dead letter again */
    TC_MESSAGE_CANCEL = 0x0605,     /**< give up a message that waits */
    TC_TEMPLATE_PUT = 0x0611,       /**< set a message template */
    TC_TEMPLATE_DELETE = 0x0612,    /**< remove a message template */
    TC_CONSUMER_SET = 0x0701,       /**< create or move a durable consumer of the feed */
    TC_CONSUMER_DELETE = 0x0702,    /**< remove a durable consumer of the feed */
    TC_FEED_PRUNE = 0x0703          /**< drop the feed's oldest events */
} tc_command_kind;

/** One command of a batch, or one to submit. */
typedef struct tc_command {
    uint32_t size;       /**< sizeof(tc_command), by ::TC_COMMAND_INIT */
    uint32_t kind;       /**< a ::tc_command_kind */
    const void *request; /**< the kind's request struct; read only during the call */
    void *result;        /**< the kind's result struct, or NULL; written only on ::TC_OK */
    tc_error *error;     /**< this command's error, or NULL; written only on failure */
    int32_t code;        /**< batch: this command's answer */
    uint32_t reserved;   /**< must be 0 */
} tc_command;

/** Initialiser of a ::tc_command. */
#define TC_COMMAND_INIT                                                                            \
    { sizeof(tc_command), 0, NULL, NULL, NULL, 0, 0 }

/** One finished command of a queue. */
typedef struct tc_completion {
    uint32_t size;   /**< sizeof(tc_completion), by ::TC_COMPLETION_INIT */
    uint32_t kind;   /**< the command's ::tc_command_kind */
    void *user_data; /**< as given to tc_command_submit() */
    void *result; /**< the `result` given to tc_command_submit(), now filled when code is ::TC_OK */
    int32_t code; /**< the command's answer */
    uint32_t replayed; /**< 1: the stored answer of an earlier command with this request id */
    tc_error error;    /**< detail when code < 0; its conflicts are not kept */
} tc_completion;

/** Initialiser of a ::tc_completion. */
#define TC_COMPLETION_INIT                                                                         \
    { sizeof(tc_completion), 0, NULL, NULL, 0, 0, TC_ERROR_INIT }

/**
 * Run one command of any kind and wait for it. What tc_hold_create() and its like do.
 * @param engine  an open engine
 * @param kind    a ::tc_command_kind
 * @param request the kind's request struct; read only during the call
 * @param result  the kind's result struct, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        done, and durable unless the engine is relaxed
 * @retval TC_E_INVALID an argument or field is out of range; nothing changed
 * @retval TC_E_OUTCOME_UNKNOWN reopen and send the same request id again
 * @return otherwise what the kind's own function answers; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_command_run(tc_engine *engine, uint32_t kind, const void *request, void *result,
                              tc_error *error);

/**
 * Run many commands in one call, in their order, in as few commits as possible. Each stands alone:
 * one refused command does not undo another. All that answered ::TC_OK are durable when the call
 * returns (unless the engine is relaxed).
 * @param engine   an open engine
 * @param commands caller-owned; `code`, `result` and `error` of each are written
 * @param count    1 … ::TC_BATCH_MAX
 * @param error    may be NULL; about the call itself; written only on failure
 * @retval TC_OK        every command has its own answer in `code`
 * @retval TC_E_INVALID NULL, a wrong size or an unknown kind; no command ran
 * @retval TC_E_LIMIT   more than ::TC_BATCH_MAX; no command ran
 * @since 0.1
 */
TC_API int32_t tc_command_batch(tc_engine *engine, tc_command *commands, size_t count,
                                tc_error *error);

/**
 * Hand a command over and return at once. Accepted means exactly one completion.
 * @param engine    an open engine
 * @param command   read only during the call; `result` must stay valid until its completion was
 *                  taken and is written by tc_queue_next() on the thread that calls it
 * @param queue     where the completion appears
 * @param user_data given back in the completion
 * @param error     may be NULL; written only on failure
 * @retval TC_OK           accepted
 * @retval TC_E_QUEUE_FULL as many are in flight as the queue may hold; nothing happened, retry
 * @retval TC_E_INVALID    an argument or field is out of range; nothing happened
 * @since 0.1
 */
TC_API int32_t tc_command_submit(tc_engine *engine, const tc_command *command, tc_queue *queue,
                                 void *user_data, tc_error *error);

/**
 * Open a completion queue.
 * @param engine   an open engine; it cannot be closed while the queue is open
 * @param capacity commands in flight, 1 … ::TC_QUEUE_MAX; 0: 4,096
 * @param[out] queue caller closes it with tc_queue_close()
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        open
 * @retval TC_E_INVALID NULL; nothing happened
 * @retval TC_E_LIMIT   capacity above ::TC_QUEUE_MAX; nothing happened
 * @retval TC_E_NOMEM   nothing happened
 * @since 0.1
 */
TC_API int32_t tc_queue_open(tc_engine *engine, uint32_t capacity, tc_queue **queue,
                             tc_error *error);

/**
 * Take the next completion.
 * @param queue      from tc_queue_open(); several threads may take from one queue
 * @param completion caller-owned; written on 1
 * @param timeout_ms 0: do not wait; negative: wait for ever
 * @param error      may be NULL; written only on failure
 * @retval 1            one was taken
 * @retval 0            none came in time
 * @retval TC_E_INVALID NULL or a wrong size
 * @since 0.1
 */
TC_API int32_t tc_queue_next(tc_queue *queue, tc_completion *completion, int32_t timeout_ms,
                             tc_error *error);

/**
 * A file descriptor that is readable while completions wait, for poll(2), epoll(7) or an event
 * loop. Do not read from it or close it; it lives as long as the queue. Linux: an eventfd(2).
 * @return the descriptor, or ::TC_E_INVALID for NULL
 * @since 0.1
 */
TC_API int32_t tc_queue_fd(const tc_queue *queue);

/** Commands submitted and not yet taken. 0 for NULL. @since 0.1 */
TC_API uint32_t tc_queue_in_flight(const tc_queue *queue);

/**
 * Close a queue.
 * @param queue NULL is fine
 * @param error may be NULL; written only on failure
 * @retval TC_OK     closed
 * @retval TC_E_BUSY commands are in flight, completions not taken, or threads wait in
 * tc_queue_next(); nothing happened
 * @thread no other call on this queue may begin while this one runs
 * @since 0.1
 */
TC_API int32_t tc_queue_close(tc_queue *queue, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
