/* Proves the outbox: every message in one state; due rows, lines, dated rows and dedupe rows agree
 * with the records both ways; nothing new stands where a lease would never look; every template can
 * be rendered. */
#include "engine/verify.h"
#include "outbox/message.h"
#include "outbox/template.h"

typedef struct tally {
    tci_verify_sink *sink;
    uint64_t due;   /* messages that should have a due row */
    uint64_t waits; /* … a row in a line */
    uint64_t dated; /* … a row by order */
} tally;

static void fault(const tally *at, const char *what, uint64_t subject, const char *sentence) {
    at->sink->fault(at->sink->user_data, what, 0, subject, sentence);
}

static bool has_due_row(tci_view *view, const tci_message *message) {
    tci_key key = tci_key_of(0, TCI_SPACE_MESSAGE_DUE);
    tci_slice value;
    tci_key_time(&key, message->due_ms);
    tci_key_u64(&key, message->id);
    return tci_row_get(view, &key, &value);
}

static void check_open(tci_view *view, tally *at, const tci_message *message) {
    bool leased = message->state == TC_MESSAGE_LEASED;
    bool waits = (message->flags & TCI_MESSAGE_WAITS) != 0;
    uint64_t id = message->id;
    if (message->due_ms && !has_due_row(view, message))
        fault(at, "message due", id, "a message that waits has no row by its time");
    if (leased && (!message->due_ms || tci_line_head(view, message) != id))
        fault(at, "message lease", id, "a leased message has no lease or is not first in its line");
    if (waits != (message->due_ms == TCI_MESSAGE_IN_LINE))
        fault(at, "message line", id,
              "a message stands in a line without waiting, or waits in none");
    if (waits && tci_line_head(view, message) == 0)
        fault(at, "message line", id, "a message waits behind nobody");
    if (!message->due_ms && id < tci_slot_peek(view, 0, TCI_SLOT_MESSAGE_HEAD))
        fault(at, "message due", id, "a new message stands where no lease looks");
    at->waits += waits;
}

static void check_message(tci_view *view, tally *at, uint64_t id) {
    tci_message message;
    at->sink->checked++;
    if (!tci_message_load(view, id, &message)) {
        fault(at, "message", id, "a message that was queued has no record");
        return;
    }
    bool open = message.state == TC_MESSAGE_QUEUED || message.state == TC_MESSAGE_LEASED;
    if (message.state < TC_MESSAGE_QUEUED || message.state > TC_MESSAGE_CANCELLED)
        fault(at, "message state", id, "a message has no known state");
    if (open == (message.done_at_ms != 0))
        fault(at, "message state", id, "a message's state and its end contradict each other");
    if (message.attempts > message.attempts_max)
        fault(at, "message attempts", id, "a message was tried more often than it may be");
    if (!open && (message.due_ms || message.flags & (TCI_MESSAGE_WAITS | TCI_MESSAGE_DATED)))
        fault(at, "message due", id, "a finished message still waits");
    at->due += message.due_ms != 0;
    at->dated += (message.flags & TCI_MESSAGE_DATED) != 0;
    if (open) check_open(view, at, &message);
}

static uint64_t count_rows(tci_view *view, tally *at, const tci_key *prefix) {
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t count = 0;
    tci_cursor_open(&cursor, view, prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) count++;
    tci_cursor_close(&cursor);
    at->sink->checked += count;
    return count;
}

static uint64_t count_keys(tci_view *view, tally *at, uint8_t row) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&prefix, row);
    return count_rows(view, at, &prefix);
}

/* Rows that hold a message's number: the heads of lines, the dedupe keys. */
static void check_named(tci_view *view, tally *at, uint8_t row) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_MESSAGE_KEY);
    tci_key_u8(&prefix, row);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_message message;
        at->sink->checked++;
        uint64_t id = value.len == 8 ? tci_load64(value.data) : 0;
        if (!tci_message_load(view, id, &message))
            fault(at, "message key", id, "a row names a message that does not exist");
        else if (row == TCI_MESSAGE_ROW_BUSY && message.done_at_ms != 0)
            fault(at, "message line", id, "a line's first message is finished");
    }
    tci_cursor_close(&cursor);
}

static void check_templates(tci_view *view, tally *at) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_TEMPLATE);
    tci_arena arena = {0};
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_template row = {0};
        tci_template_fault wrong;
        at->sink->checked++;
        if (!tci_template_read(key, value, &row) ||
            !tci_blob_get(view, 0, TCI_SPACE_TEMPLATE, row.id, &arena, &row.body))
            fault(at, "template", row.id, "a template is malformed or has no body");
        else if (!tci_template_check(row.subject, &wrong) || !tci_template_check(row.body, &wrong))
            fault(at, "template", row.id, "a template cannot be rendered");
        tci_arena_clear(&arena);
    }
    tci_cursor_close(&cursor);
    tci_arena_free(&arena);
}

void tci_outbox_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    tally at = {.sink = sink};
    uint64_t next = tci_message_next(view);
    (void)now_ms;
    for (uint64_t id = 1; id < next; id++) check_message(view, &at, id);
    tci_key due = tci_key_of(0, TCI_SPACE_MESSAGE_DUE);
    if (count_rows(view, &at, &due) != at.due)
        fault(&at, "message due", 0, "there are rows by time that no message has");
    if (count_keys(view, &at, TCI_MESSAGE_ROW_WAITS) != at.waits)
        fault(&at, "message line", 0, "there are places in lines that no message has");
    if (count_keys(view, &at, TCI_MESSAGE_ROW_ORDER) != at.dated)
        fault(&at, "message date", 0, "there are rows by order that no message has");
    check_named(view, &at, TCI_MESSAGE_ROW_BUSY);
    check_named(view, &at, TCI_MESSAGE_ROW_DEDUPE);
    check_templates(view, &at);
}
