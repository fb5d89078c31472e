/**
 * @file template.h
 * @brief Templates of messages: by kind, channel and locale, with fallback.
 *
 * A message of locale "de-AT" takes the template of "de-at", else of "de", else the default one (no
 * locale), else the engine's own. Locales are compared without regard to case and answered in lower
 * case. In a template `{{name}}` stands for a variable, escaped for HTML in HTML bodies and for
 * JSON in webhooks; `{{{name}}}` and `{{&name}}` for one as it is; `{{! … }}` is a comment. A
 * variable that does not exist is empty.
 *
 * Variables the engine gives, each as it is when the message is rendered:
 * - `message_id`, `kind`, `channel`;
 * - of an order `order_id`, `order_total` ("12.34 EUR", with as many decimals as the currency has),
 *   `order_total_minor`, `order_refunded` and `order_refunded_minor` (given back so far),
 *   `order_currency`;
 * - of its tickets `ticket_count` and `seats` ("Section A, row 4, seat 7; …"): those that are
 * valid, or all of an order that has none that is; `valid_count`, `void_count`, `void_seats`; of a
 *   message about one ticket `ticket_id`;
 * - of a refund `refund_id`, `refund_amount`, `refund_amount_minor`: this refund's;
 * - of an event `event_id`, `event_name`, `venue_name`, `time_zone`, and its start by the venue's
 *   clock: `starts_local` ("2026-07-01 21:30 CEST"), its parts `starts_date`, `starts_time` and
 *   `starts_zone`, and `starts_at` (RFC 9557: "2026-07-01T21:30:00+02:00[Europe/Berlin]"). Where
 * the machine has no time zone database, or the venue's zone is not in it, all of them are in UTC
 * and say so ("2026-07-01 19:30 UTC", "2026-07-01T19:30:00Z").
 */
#ifndef TICKETCORE_TEMPLATE_H
#define TICKETCORE_TEMPLATE_H

#include "base.h"
#include "outbox.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of a locale. */
#define TC_LOCALE_MAX 35
/** Bytes of a template's subject. */
#define TC_TEMPLATE_SUBJECT_MAX 1000

/** Flags of a template. */
typedef enum tc_template_flag {
    TC_TEMPLATE_HTML = 1 /**< the body is HTML: `{{name}}` is escaped for it */
} tc_template_flag;

/** How tc_template_render() escapes `{{name}}`. */
typedef enum tc_template_escaping {
    TC_ESCAPE_NONE = 0, /**< as it is */
    TC_ESCAPE_HTML = 1, /**< & < > " ' as character references */
    TC_ESCAPE_JSON = 2  /**< as inside a JSON string (RFC 8259) */
} tc_template_escaping;

/** Request of tc_template_put(). */
typedef struct tc_template_put_request {
    uint32_t size;  /**< sizeof(tc_template_put_request), by ::TC_TEMPLATE_PUT_REQUEST_INIT */
    uint32_t flags; /**< ::tc_template_flag values, or-ed */
    tc_request_id request_id;  /**< all zero: none */
    uint32_t kind;             /**< a ::tc_message_kind, or the host's own number */
    uint32_t channel;          /**< a ::tc_message_channel */
    const char *locale;        /**< BCP 47, like "de" or "de-AT"; NULL or "": the default */
    const char *subject;       /**< at most ::TC_TEMPLATE_SUBJECT_MAX bytes; may be NULL */
    const char *body;          /**< 1 … ::TC_TEMPLATE_MAX bytes */
    uint32_t expected_version; /**< 0: any, and make it when it does not exist */
    uint32_t reserved;         /**< must be 0 */
} tc_template_put_request;

/** Initialiser of a ::tc_template_put_request. */
#define TC_TEMPLATE_PUT_REQUEST_INIT                                                               \
    { sizeof(tc_template_put_request), 0, {{0}}, 0, 0, NULL, NULL, NULL, 0, 0 }

/** Result of tc_template_put(). */
typedef struct tc_template_put_result {
    uint32_t size;    /**< sizeof(tc_template_put_result), by ::TC_TEMPLATE_PUT_RESULT_INIT */
    uint32_t version; /**< version of the template after it */
    uint64_t id;      /**< its number; `subject` in the feed's events */
} tc_template_put_result;

/** Initialiser of a ::tc_template_put_result. */
#define TC_TEMPLATE_PUT_RESULT_INIT                                                                \
    { sizeof(tc_template_put_result), 0, 0 }

/**
 * Set a template. Messages that are queued already are rendered by it too.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          set, durable
 * @retval TC_E_TEMPLATE  malformed: `error->field` is "subject" or "body", `error->line` its line
 * and `error->subject` the byte, from 1; nothing changed
 * @retval TC_E_NOT_FOUND it does not exist and a version was expected; nothing changed
 * @retval TC_E_VERSION   another version than expected; nothing changed
 * @retval TC_E_LIMIT     subject or body too long; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size, flag, kind, channel or locale; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_template_put(tc_engine *engine, const tc_template_put_request *request,
                               tc_template_put_result *result, tc_error *error);

/** Request of tc_template_delete(). */
typedef struct tc_template_delete_request {
    uint32_t size;  /**< sizeof(tc_template_delete_request), by ::TC_TEMPLATE_DELETE_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint32_t kind;             /**< a ::tc_message_kind, or the host's own number */
    uint32_t channel;          /**< a ::tc_message_channel */
    const char *locale;        /**< as it was put */
    uint32_t expected_version; /**< 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_template_delete_request;

/** Initialiser of a ::tc_template_delete_request. */
#define TC_TEMPLATE_DELETE_REQUEST_INIT                                                            \
    { sizeof(tc_template_delete_request), 0, {{0}}, 0, 0, NULL, 0, 0 }

/**
 * Remove a template; the next one of the fallback takes its place. The command's kind has no
 * result.
 * @param engine  an open engine
 * @param request which; read only during the call
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          gone, durable
 * @retval TC_E_NOT_FOUND there is none; nothing changed
 * @retval TC_E_VERSION   another version than expected; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size, flag, kind, channel or locale; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_template_delete(tc_engine *engine, const tc_template_delete_request *request,
                                  tc_error *error);

/** One template. Strings live as long as the snapshot they came from. */
typedef struct tc_template {
    uint32_t size;         /**< sizeof(tc_template), by ::TC_TEMPLATE_INIT */
    uint32_t flags;        /**< ::tc_template_flag values, or-ed */
    uint64_t id;           /**< its number; 0: the engine's own */
    uint32_t kind;         /**< a ::tc_message_kind, or the host's own number */
    uint32_t channel;      /**< a ::tc_message_channel */
    uint32_t version;      /**< 1 at birth, +1 a change; 0: the engine's own */
    uint32_t reserved;     /**< 0 */
    int64_t updated_at_ms; /**< when it was put */
    const char *locale;    /**< "" for the default */
    const char *subject;   /**< source text; "" for none */
    const char *body;      /**< source text; NULL in lists */
} tc_template;

/** Initialiser of a ::tc_template. */
#define TC_TEMPLATE_INIT                                                                           \
    { sizeof(tc_template), 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL }

/**
 * Find the template a message of this kind, channel and locale is rendered by, fallback included.
 * @param snapshot an open snapshot
 * @param kind     a ::tc_message_kind, or the host's own number
 * @param channel  a ::tc_message_channel
 * @param locale   BCP 47; NULL or "": the default
 * @param[out] out caller-owned; `locale` says which one it is
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        found; there always is one
 * @retval TC_E_INVALID NULL, a wrong size, an unknown kind or channel, a malformed locale
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_template_get(tc_snapshot *snapshot, uint32_t kind, uint32_t channel,
                               const char *locale, tc_template *out, tc_error *error);

/**
 * List the templates that were put, by kind, channel and locale, without their bodies.
 * @param snapshot an open snapshot
 * @param[out] list caller's room for `capacity` entries; may be NULL with 0
 * @param capacity entries of room
 * @param[out] count how many there are; as many as fit are written
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        listed
 * @retval TC_E_INVALID NULL
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_template_list(tc_snapshot *snapshot, tc_template *list, uint32_t capacity,
                                uint32_t *count, tc_error *error);

/**
 * Render a template's text without a store: to try one out.
 * @param text      the template, at most ::TC_TEMPLATE_MAX bytes
 * @param variables may be NULL with 0
 * @param count     entries of `variables`
 * @param escaping  a ::tc_template_escaping
 * @param buffer    caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity  bytes of room, for the text and its NUL
 * @param[out] length bytes of the text without its NUL; may be NULL; also written on ::TC_E_BUFFER
 * @param error     may be NULL; written only on failure
 * @retval TC_OK         written
 * @retval TC_E_TEMPLATE malformed: `error->line` is its line, `error->subject` the byte, from 1
 * @retval TC_E_BUFFER   the room is too small
 * @retval TC_E_LIMIT    the text is longer than ::TC_TEMPLATE_MAX or the answer than ::TC_BODY_MAX
 * @retval TC_E_INVALID  NULL or an unknown escaping
 * @retval TC_E_NOMEM    memory is out
 * @since 0.1
 */
TC_API int32_t tc_template_render(const char *text, const tc_variable *variables, uint32_t count,
                                  uint32_t escaping, char *buffer, size_t capacity, size_t *length,
                                  tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
