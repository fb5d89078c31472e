/* What becomes of sentences on their way out: the number of its object is put into a refusal's, and
 * what a caller gave is made fit to be shown. Refusals are decided without any formatting, because
 * they are as hot as successes; this runs afterwards, on the thread of the caller who wants the
 * detail. One sentence for what is not there and what is not yours. */
#include <inttypes.h>
#include <stdio.h>

#include "base/error.h"

/* The fields whose subject is the number of an object, and what people call it. */
typedef struct noun {
    const char *field;
    const char *word;
    bool owned;    /* behind a secret: the answer may not tell whether it exists */
    bool in_event; /* numbered within its event */
} noun;

static const noun NOUNS[] = {
    {"event", "event", false, false},
    {"venue", "venue", false, false},
    {"map", "map", false, false},
    {"seat", "seat", false, true},
    {"seats", "seat", false, true},
    {"pool", "pool", false, true},
    {"pools", "pool", false, true},
    {"category", "category", false, true},
    {"ticket_type", "ticket type", false, true},
    {"hold", "hold", true, false},
    {"order", "order", true, false},
    {"ticket", "ticket", true, false},
    {"tickets", "ticket", true, false},
    {"message", "message", false, false},
    {"payment", "payment", false, false},
    {"refund", "refund", false, false},
    {"command", "payment command", false, false},
};

static const noun *noun_of(const tc_error *error) {
    for (size_t i = 0; i < TCI_COUNT(NOUNS); i++) {
        const noun *each = &NOUNS[i];
        if (strcmp(each->field, error->field) != 0) continue;
        /* Only seats are counted from 0; there 0 is one where the event is told. */
        bool is_seat = strncmp(each->field, "seat", 4) == 0 && error->event;
        return error->subject || is_seat ? each : NULL;
    }
    return NULL;
}

static void say_missing(tc_error *error, const noun *its) {
    char *room = error->message;
    if (its->in_event && error->event)
        snprintf(room, sizeof error->message, "event %" PRIu64 " has no %s %" PRIu64, error->event,
                 its->word, error->subject);
    else
        snprintf(room, sizeof error->message, "there is no %s %" PRIu64 "%s", its->word,
                 error->subject, its->owned ? ", or it is not yours" : "");
}

/* "the hold has expired (hold 17)" */
static void say_which(tc_error *error, const noun *its) {
    size_t len = strlen(error->message);
    char *end = error->message + len;
    size_t left = sizeof error->message - len;
    if (its->in_event && error->event)
        snprintf(end, left, " (event %" PRIu64 ", %s %" PRIu64 ")", error->event, its->word,
                 error->subject);
    else snprintf(end, left, " (%s %" PRIu64 ")", its->word, error->subject);
}

/* What was wanted and what there is, where a code has both. */
static void say_numbers(tc_error *error) {
    size_t len = strlen(error->message), left = sizeof error->message - len;
    char *end = error->message + len;
    uint64_t wanted = error->expected_version, is = error->actual_version;
    switch (error->code) {
    case TC_E_VERSION:
        snprintf(end, left, ": it has version %" PRIu64 ", expected %" PRIu64, is, wanted);
        break;
    case TC_E_POOL_SHORT:
        snprintf(end, left, ": %" PRIu64 " wanted, %" PRIu64 " %s", wanted, is,
                 strcmp(error->field, "capacity") == 0 ? "in use" : "left");
        break;
    case TC_E_BUYER_LIMIT:
        snprintf(end, left, ": at most %" PRIu64 " in event %" PRIu64 ", %" PRIu64 " had already",
                 wanted, error->event, is);
        break;
    case TC_E_AMOUNT:
        snprintf(end, left, ": %" PRIi64 " minor units said, %" PRIi64 " are right",
                 (int64_t)wanted, (int64_t)is);
        break;
    default: break;
    }
}

/* "%" in the sentence is the subject's number. */
static bool put_number(tc_error *error) {
    char given[sizeof error->message];
    memcpy(given, error->message, sizeof given);
    char *mark = strchr(given, '%');
    if (!mark) return false;
    *mark = '\0';
    snprintf(error->message, sizeof error->message, "%s%" PRIu64 "%s", given, error->subject,
             mark + 1);
    return true;
}

/* Codes whose subject is the object that refuses. Of seats the list of conflicts tells more. */
static bool is_about_subject(int32_t code) {
    static const int32_t CODES[] = {TC_E_STATE,      TC_E_HOLD_EXPIRED, TC_E_HOLD_ENDED,
                                    TC_E_HOLD_LIFE,  TC_E_SOLD,         TC_E_NOT_ON_SALE,
                                    TC_E_POOL_SHORT, TC_E_POOL_CLOSED,  TC_E_PRICE};
    for (size_t i = 0; i < TCI_COUNT(CODES); i++)
        if (CODES[i] == code) return true;
    return false;
}

static void put_object(tc_error *error) {
    if (put_number(error)) return;
    if (error->code == TC_E_REFUND && strcmp(error->field, "amount_minor") == 0) {
        snprintf(error->message, sizeof error->message,
                 "the refund is more than what is left to give back: %" PRIu64 " minor units",
                 error->subject);
        return;
    }
    const noun *its = noun_of(error);
    if (!its) return;
    bool plain = strcmp(error->message, tc_error_sentence(error->code)) == 0;
    if (error->code == TC_E_NOT_FOUND && plain) say_missing(error, its);
    else if (is_about_subject(error->code)) say_which(error, its);
}

/* Bytes of the UTF-8 sequence that begins here; 0: malformed, or cut by the end of the text. */
static size_t sequence_length(const uint8_t *at) {
    size_t len = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    if (at[0] > 0xF4) return 0;
    for (size_t i = 1; i < len; i++)
        if ((at[i] & 0xC0) != 0x80) return 0; /* the NUL at the end is none either */
    if (at[0] == 0xE0 && at[1] < 0xA0) return 0;
    if (at[0] == 0xED && at[1] > 0x9F) return 0;
    if (at[0] == 0xF0 && at[1] < 0x90) return 0;
    if (at[0] == 0xF4 && at[1] > 0x8F) return 0;
    return len;
}

/* A lead byte and some of its followers, and the text is over. */
static bool is_cut(const uint8_t *at) {
    size_t len = at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF5 ? 4 : 0;
    size_t i = 1;
    while (i < len && (at[i] & 0xC0) == 0x80) i++;
    return i < len && at[i] == 0;
}

void tci_error_mend(char *text) {
    for (uint8_t *at = (uint8_t *)text; *at;) {
        size_t len = sequence_length(at);
        if (len == 0 && is_cut(at)) {
            *at = 0;
            return;
        }
        if (len == 0) *at = '?';
        else if (*at < 0x20 || *at == 0x7F) *at = ' ';
        at += len ? len : 1;
    }
}

int32_t tci_error_give_refusal(tc_error *caller, const tc_error *refusal) {
    if (!caller) return refusal->code;
    tc_error worded = *refusal;
    put_object(&worded);
    say_numbers(&worded);
    return tci_error_give(caller, &worded);
}

int32_t tci_fail_missing(tc_error *error, const char *field, uint64_t event, uint64_t subject) {
    if (!error) return TC_E_NOT_FOUND;
    tc_error full = TC_ERROR_INIT;
    full.code = TC_E_NOT_FOUND;
    full.event = event;
    full.subject = subject;
    snprintf(full.field, sizeof full.field, "%s", field);
    snprintf(full.message, sizeof full.message, "%s", tc_error_sentence(TC_E_NOT_FOUND));
    return tci_error_give_refusal(error, &full);
}
