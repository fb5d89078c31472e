/* The message worker: leases messages, reads each one rendered, "sends" it by appending a line to a
 * file outside the store, and answers. Killed between sending and answering it is handed the
 * message again; the number of the message tells that it went out already, and it is only answered.
 */
#include "demo.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LEASE_MAX = 128,
    LEASE_MS = 1500,
    IDLE_MS = 15,
    RETRY_AFTER_MS = 150, /* after a failure at the carrier */
    PERCENT_FAIL = 2,     /* attempts the carrier refuses for now */
    LINE_ROOM = 1200
};

typedef struct postman {
    const demo_options *options;
    tc_engine *engine;
    demo_sent sent;
    demo_random random;
    int fd;
} postman;

bool demo_sent_add(demo_sent *sent, uint64_t message) {
    size_t at = (size_t)(message / 8);
    if (at >= sent->room) {
        size_t room = sent->room ? sent->room : 4096;
        while (room <= at) room *= 2;
        uint8_t *bits = realloc(sent->bits, room);
        if (!bits) abort(); /* a few kilobytes: this machine is finished */
        memset(bits + sent->room, 0, room - sent->room);
        sent->bits = bits;
        sent->room = room;
    }
    uint8_t bit = (uint8_t)(1u << (message % 8));
    if (sent->bits[at] & bit) return false;
    sent->bits[at] |= bit;
    sent->count++;
    return true;
}

bool demo_sent_has(const demo_sent *sent, uint64_t message) {
    size_t at = (size_t)(message / 8);
    return at < sent->room && (sent->bits[at] >> (message % 8) & 1);
}

/* A line is "number order kind address subject ;"; one without its end was cut off by a kill and
 * its message was never answered. */
bool demo_sent_read(const char *books, demo_sent *sent) {
    char path[DEMO_PATH_MAX];
    size_t length = 0;
    memset(sent, 0, sizeof *sent);
    if (!demo_path(path, books, "mail.log")) return false;
    char *text = demo_read_file(path, &length);
    if (!text) return errno == ENOENT;
    char *rest = text, *line;
    while ((line = strsep(&rest, "\n")) != NULL) {
        size_t bytes = strlen(line);
        if (bytes < 3 || strcmp(line + bytes - 2, " ;") != 0) continue;
        if (!demo_sent_add(sent, strtoull(line, NULL, 10))) sent->repeated++;
    }
    free(text);
    return true;
}

void demo_sent_free(demo_sent *sent) {
    free(sent->bits);
    memset(sent, 0, sizeof *sent);
}

/* Newlines in a subject would break the file's lines. */
static void one_line(char *text) {
    for (; *text; text++)
        if (*text == '\n' || *text == '\r') *text = ' ';
}

/* Send one message; answers its outcome. */
static uint32_t deliver(postman *p, tc_snapshot *snapshot, const tc_leased_message *leased) {
    if (demo_sent_has(&p->sent, leased->message)) return TC_MESSAGE_OUTCOME_SENT;
    if (demo_random_percent(&p->random, PERCENT_FAIL)) return TC_MESSAGE_OUTCOME_RETRY;
    tc_error error = TC_ERROR_INIT;
    tc_message message = TC_MESSAGE_INIT;
    if (tc_message_get(snapshot, leased->message, &message, &error) != TC_OK) {
        (void)demo_say_error("a message cannot be read", &error);
        return TC_MESSAGE_OUTCOME_RETRY;
    }
    char line[LINE_ROOM];
    int length = snprintf(line, sizeof line, "%" PRIu64 " %" PRIu64 " %s %.500s %.300s", message.id,
                          message.order, tc_message_kind_name(message.kind), message.address,
                          message.subject ? message.subject : "");
    one_line(line);
    length += snprintf(line + length, sizeof line - (size_t)length, " ;\n");
    if (write(p->fd, line, (size_t)length) != length) return TC_MESSAGE_OUTCOME_RETRY;
    (void)demo_sent_add(&p->sent, message.id);
    return TC_MESSAGE_OUTCOME_SENT;
}

/* All answers of a lease go in one batch: one flush for all of them. */
static int32_t answer_all(postman *p, const tc_leased_message *leased, uint32_t count,
                          tc_error *error) {
    tc_snapshot *snapshot = NULL;
    tc_command commands[LEASE_MAX];
    tc_message_answer_request answers[LEASE_MAX];
    int32_t code = tc_snapshot_open(p->engine, &snapshot, error);
    if (code != TC_OK) return code;
    for (uint32_t i = 0; i < count; i++) {
        answers[i] = (tc_message_answer_request)TC_MESSAGE_ANSWER_REQUEST_INIT;
        answers[i].message = leased[i].message;
        answers[i].lease = leased[i].lease;
        answers[i].outcome = deliver(p, snapshot, &leased[i]);
        if (answers[i].outcome == TC_MESSAGE_OUTCOME_RETRY)
            answers[i].retry_after_ms = RETRY_AFTER_MS;
        else answers[i].receipt = "demo-carrier";
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_MESSAGE_ANSWER;
        commands[i].request = &answers[i];
    }
    tc_snapshot_close(snapshot);
    return tc_command_batch(p->engine, commands, count, error);
}

static int32_t work_once(postman *p, uint32_t *count, tc_error *error) {
    tc_leased_message leased[LEASE_MAX];
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    request.max = LEASE_MAX;
    request.lease_ms = LEASE_MS;
    request.worker = p->options->incarnation + 1;
    result.messages = leased;
    result.messages_capacity = LEASE_MAX;
    *count = 0;
    int32_t code = tc_message_lease(p->engine, &request, &result, error);
    if (code != TC_OK || result.messages_count == 0) return code;
    *count = result.messages_count;
    return answer_all(p, leased, result.messages_count, error);
}

int demo_mail(const demo_options *options) {
    postman p = {.options = options, .fd = -1};
    tc_error error = TC_ERROR_INIT;
    char path[DEMO_PATH_MAX];
    if (!demo_path(path, options->books, "mail.log") || !demo_sent_read(options->books, &p.sent))
        return 1;
    demo_random_seed(&p.random, options->seed, 0xA11 + options->incarnation);
    p.fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (p.fd < 0 || write(p.fd, "\n", 1) != 1) {
        fprintf(stderr, "demo: cannot write %s: %s\n", path, strerror(errno));
        return 1;
    }
    int32_t code = tc_engine_open(options->store, NULL, &p.engine, &error);
    while (code == TC_OK && !demo_child_leaving()) {
        uint32_t count = 0;
        code = work_once(&p, &count, &error);
        if (tc_error_class(code) == TC_CLASS_RETRY) code = TC_OK;
        if (count < LEASE_MAX) demo_sleep_ms(IDLE_MS);
    }
    int failed = code == TC_OK ? 0 : demo_say_error("the message worker stopped", &error);
    (void)tc_engine_close(p.engine, NULL);
    demo_sent_free(&p.sent);
    close(p.fd);
    return failed;
}
