/* Check-in from outside: every answer and their order, the nonce of a repeated upload, what is
 * recorded, two gates at once. */
#include <pthread.h>

#include "sold_house.h"

static tc_checkin_scan_request scan_of(house *h, const char *barcode) {
    tc_checkin_scan_request request = TC_CHECKIN_SCAN_REQUEST_INIT;
    request.event = h->event[0];
    request.barcode = barcode;
    request.gate = 3;
    return request;
}

static tc_checkin_scan_result scan(house *h, const tc_checkin_scan_request *request) {
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    assert_int_equal(tc_checkin_scan(h->engine, request, &result, NULL), TC_OK);
    return result;
}

static uint32_t answer_of(house *h, const char *barcode) {
    tc_checkin_scan_request request = scan_of(h, barcode);
    return scan(h, &request).answer;
}

static void test_valid(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 4, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    house_pass(h, 1000);
    tc_checkin_scan_request request = scan_of(h, text);
    tc_checkin_scan_result result = scan(h, &request);
    assert_int_equal(result.answer, TC_SCAN_VALID);
    assert_int_equal(result.entry, 1);
    assert_int_equal(result.ticket, sold.tickets[0]);
    assert_int_equal(result.order, sold.order);
    assert_int_equal(result.seat, 4);
    assert_int_equal(result.type, 1);
    assert_int_equal(result.scanned_at_ms, HOUSE_T0 + 1000);
    assert_int_equal(result.used_at_ms, HOUSE_T0 + 1000);
    assert_int_equal(result.used_gate, 3);
    assert_int_equal(result.repeated, 0);
    tc_ticket ticket = house_ticket(h, sold.tickets[0]);
    assert_int_equal(ticket.state, TC_TICKET_USED);
    assert_int_equal(ticket.version, 2);
    assert_int_equal(ticket.used_at_ms, HOUSE_T0 + 1000);
    assert_int_equal(ticket.used_gate, 3);
}

static void test_used(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    assert_int_equal(answer_of(h, text), TC_SCAN_VALID);
    house_pass(h, 60000);
    tc_checkin_scan_request request = scan_of(h, text);
    request.gate = 9;
    tc_checkin_scan_result result = scan(h, &request);
    assert_int_equal(result.answer, TC_SCAN_USED);
    assert_int_equal(result.used_at_ms, HOUSE_T0);
    assert_int_equal(result.used_gate, 3);
    assert_int_equal(result.scanned_at_ms, HOUSE_T0 + 60000);
    assert_int_equal(house_ticket(h, sold.tickets[0]).version, 2);
}

static void test_void(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(answer_of(h, text), TC_SCAN_VOID);
}

static void test_void_comes_before_used(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    assert_int_equal(answer_of(h, text), TC_SCAN_VALID);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(answer_of(h, text), TC_SCAN_VOID);
}

static void test_wrong_event(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 1, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    tc_checkin_scan_request request = scan_of(h, text);
    tc_checkin_scan_result result = scan(h, &request);
    assert_int_equal(result.answer, TC_SCAN_WRONG_EVENT);
    assert_int_equal(result.ticket, sold.tickets[0]);
    assert_int_equal(result.order, 0); /* not this gate's business */
    assert_int_equal(house_ticket(h, sold.tickets[0]).state, TC_TICKET_VALID);
}

static void test_wrong_event_comes_before_void(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 1, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    assert_int_equal(answer_of(h, text), TC_SCAN_WRONG_EVENT);
}

static void test_reissued(void **state) {
    house *h = *state;
    char old_text[TC_BARCODE_MAX], new_text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], old_text);
    assert_int_equal(house_reissue(h, sold.tickets[0], 0), TC_OK);
    house_barcode(h, sold.tickets[0], new_text);
    assert_int_equal(answer_of(h, old_text), TC_SCAN_REISSUED);
    assert_int_equal(answer_of(h, new_text), TC_SCAN_VALID);
    assert_int_equal(answer_of(h, old_text), TC_SCAN_REISSUED);
}

static void test_forged(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    text[20] = text[20] == 'A' ? 'B' : 'A';
    tc_checkin_scan_request request = scan_of(h, text);
    tc_checkin_scan_result result = scan(h, &request);
    assert_int_equal(result.answer, TC_SCAN_FORGED);
    assert_int_equal(result.ticket, 0);
    assert_int_equal(result.seat, UINT32_MAX);
    assert_int_equal(house_ticket(h, sold.tickets[0]).state, TC_TICKET_VALID);
}

static void test_of_another_store(void **state) {
    house *h = *state, *other = house_new(NULL);
    char text[TC_BARCODE_MAX];
    house_sell(h, 0, 0, 1, 0);
    sale sold = house_sell(other, 0, 0, 1, 0);
    house_barcode(other, sold.tickets[0], text);
    assert_int_equal(answer_of(h, text), TC_SCAN_FORGED);
    assert_int_equal(tc_engine_close(other->engine, NULL), TC_OK);
    free(other);
}

static void test_unknown(void **state) {
    house *h = *state;
    assert_int_equal(answer_of(h, "https://example.org"), TC_SCAN_UNKNOWN);
    assert_int_equal(answer_of(h, ""), TC_SCAN_UNKNOWN);
    tc_checkin_scan_request request = scan_of(h, NULL);
    request.ticket = h->event[0] << 32 | 99;
    assert_int_equal(scan(h, &request).answer, TC_SCAN_UNKNOWN);
}

static void test_old_key_still_opens(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    tc_signing_key_rotate_request rotate = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    assert_int_equal(tc_signing_key_rotate(h->engine, &rotate, NULL, NULL), TC_OK);
    assert_int_equal(answer_of(h, text), TC_SCAN_VALID);
}

static void test_by_ticket_id(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 2, 0);
    tc_checkin_scan_request request = scan_of(h, NULL);
    request.ticket = sold.tickets[0];
    assert_int_equal(scan(h, &request).answer, TC_SCAN_VALID);
    request.ticket = sold.tickets[1];
    request.serial = 2;
    assert_int_equal(scan(h, &request).answer, TC_SCAN_REISSUED);
    request.serial = 1;
    assert_int_equal(scan(h, &request).answer, TC_SCAN_VALID);
}

static void test_place_of_a_pool(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 0, 3);
    house_barcode(h, sold.tickets[2], text);
    tc_checkin_scan_request request = scan_of(h, text);
    tc_checkin_scan_result result = scan(h, &request);
    assert_int_equal(result.answer, TC_SCAN_VALID);
    assert_int_equal(result.seat, UINT32_MAX);
    assert_int_equal(result.type, 2);
}

static void test_nonce(void **state) {
    house *h = *state;
    char text[TC_BARCODE_MAX];
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    tc_checkin_scan_request request = scan_of(h, text);
    memset(request.nonce, 0xA5, sizeof request.nonce);
    tc_checkin_scan_result first = scan(h, &request);
    house_pass(h, 5000);
    tc_checkin_scan_result second = scan(h, &request);
    assert_int_equal(first.answer, TC_SCAN_VALID);
    assert_int_equal(second.answer, TC_SCAN_VALID);
    assert_int_equal(second.entry, first.entry);
    assert_int_equal(second.scanned_at_ms, first.scanned_at_ms);
    assert_int_equal(second.repeated, 1);
    memset(request.nonce, 0xA6, sizeof request.nonce);
    assert_int_equal(scan(h, &request).answer, TC_SCAN_USED);
}

static void test_nonce_of_a_refusal(void **state) {
    house *h = *state;
    tc_checkin_scan_request request = scan_of(h, "nonsense");
    request.nonce[0] = 1;
    assert_int_equal(scan(h, &request).entry, 1);
    tc_checkin_scan_result again = scan(h, &request);
    assert_int_equal(again.entry, 1);
    assert_int_equal(again.answer, TC_SCAN_UNKNOWN);
    assert_int_equal(again.repeated, 1);
}

static void test_nonce_of_another_scan(void **state) {
    house *h = *state;
    char one[TC_BARCODE_MAX], two[TC_BARCODE_MAX];
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    sale sold = house_sell(h, 0, 0, 2, 0);
    house_barcode(h, sold.tickets[0], one);
    house_barcode(h, sold.tickets[1], two);
    tc_checkin_scan_request request = scan_of(h, one);
    request.nonce[15] = 1;
    assert_int_equal(scan(h, &request).answer, TC_SCAN_VALID);
    request.barcode = two;
    assert_int_equal(tc_checkin_scan(h->engine, &request, &result, NULL), TC_E_REQUEST_MISMATCH);
    request.barcode = one;
    request.gate = 4;
    assert_int_equal(tc_checkin_scan(h->engine, &request, &result, NULL), TC_E_REQUEST_MISMATCH);
    assert_int_equal(house_ticket(h, sold.tickets[1]).state, TC_TICKET_VALID);
}

static void test_nonce_is_the_events_own(void **state) {
    house *h = *state;
    tc_checkin_scan_request request = scan_of(h, "nonsense");
    request.nonce[0] = 1;
    scan(h, &request);
    request.event = h->event[1];
    assert_int_equal(scan(h, &request).repeated, 0);
}

static void test_everything_is_recorded(void **state) {
    house *h = *state;
    static const uint32_t WANTED[] = {TC_SCAN_VALID, TC_SCAN_USED, TC_SCAN_UNKNOWN};
    char text[TC_BARCODE_MAX];
    tc_scan_entry entries[4];
    uint32_t count;
    sale sold = house_sell(h, 0, 0, 1, 0);
    house_barcode(h, sold.tickets[0], text);
    answer_of(h, text);
    house_pass(h, 10);
    answer_of(h, text);
    answer_of(h, "nonsense");
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_checkin_list(snapshot, h->event[0], 0, entries, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(entries[i].entry, i + 1);
        assert_int_equal(entries[i].answer, WANTED[i]);
        assert_int_equal(entries[i].gate, 3);
    }
    assert_int_equal(entries[0].ticket, sold.tickets[0]);
    assert_int_equal(entries[0].serial, 1);
    assert_int_equal(entries[1].scanned_at_ms, HOUSE_T0 + 10);
    assert_int_equal(entries[2].ticket, 0);
    assert_int_equal(tc_checkin_list(snapshot, h->event[0], 2, entries, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(tc_checkin_list(snapshot, h->event[0], 0, entries, 2, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_int_equal(tc_checkin_list(snapshot, h->event[1], 0, entries, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 0);
    tc_snapshot_close(snapshot);
}

static void test_counted(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 5, 0);
    tc_ticket_counts counts = TC_TICKET_COUNTS_INIT;
    tc_checkin_scan_request request = scan_of(h, NULL);
    for (uint32_t i = 0; i < 3; i++) {
        request.ticket = sold.tickets[i];
        scan(h, &request);
    }
    assert_int_equal(house_void(h, sold.tickets[0], 0), TC_OK);
    tc_snapshot *snapshot = house_snapshot(h);
    assert_int_equal(tc_ticket_count(snapshot, h->event[0], &counts, NULL), TC_OK);
    assert_int_equal(counts.issued, 5);
    assert_int_equal(counts.used, 2);
    assert_int_equal(counts.voided, 1);
    tc_snapshot_close(snapshot);
}

static void test_used_is_not_reissued(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    tc_checkin_scan_request request = scan_of(h, NULL);
    request.ticket = sold.tickets[0];
    scan(h, &request);
    assert_int_equal(house_reissue(h, sold.tickets[0], 0), TC_E_STATE);
}

static void test_batch_of_one_ticket(void **state) {
    house *h = *state;
    enum { COUNT = 20 };
    sale sold = house_sell(h, 0, 0, 1, 0);
    char text[TC_BARCODE_MAX];
    tc_checkin_scan_request requests[COUNT];
    tc_checkin_scan_result results[COUNT];
    tc_command commands[COUNT];
    house_barcode(h, sold.tickets[0], text);
    for (uint32_t i = 0; i < COUNT; i++) {
        requests[i] = scan_of(h, text);
        requests[i].gate = i;
        results[i] = (tc_checkin_scan_result)TC_CHECKIN_SCAN_RESULT_INIT;
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_CHECKIN_SCAN;
        commands[i].request = &requests[i];
        commands[i].result = &results[i];
    }
    assert_int_equal(tc_command_batch(h->engine, commands, COUNT, NULL), TC_OK);
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_int_equal(commands[i].code, TC_OK);
        assert_int_equal(results[i].answer, i ? TC_SCAN_USED : TC_SCAN_VALID);
        assert_int_equal(results[i].used_gate, 0);
    }
}

typedef struct gate {
    house *h;
    const char *barcode;
    int valid;
} gate;

static void *stand_at_gate(void *argument) {
    gate *at = argument;
    for (int i = 0; i < 20; i++) {
        tc_checkin_scan_request request = scan_of(at->h, at->barcode);
        tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
        if (tc_checkin_scan(at->h->engine, &request, &result, NULL) != TC_OK) at->valid = 1000;
        at->valid += result.answer == TC_SCAN_VALID;
    }
    return NULL;
}

static void test_two_gates_at_once(void **state) {
    house *h = *state;
    sale sold = house_sell(h, 0, 0, 1, 0);
    char text[TC_BARCODE_MAX];
    house_barcode(h, sold.tickets[0], text);
    gate gates[4];
    pthread_t threads[4];
    int valid = 0;
    for (int i = 0; i < 4; i++) {
        gates[i] = (gate){h, text, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, stand_at_gate, &gates[i]), 0);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        valid += gates[i].valid;
    }
    assert_int_equal(valid, 1);
}

static void test_bad_requests(void **state) {
    house *h = *state;
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    tc_error error = TC_ERROR_INIT;
    tc_checkin_scan_request request = scan_of(h, NULL);
    assert_int_equal(tc_checkin_scan(h->engine, &request, &result, &error), TC_E_INVALID);
    assert_string_equal(error.field, "barcode");
    request.barcode = "x";
    request.ticket = 1;
    assert_int_equal(tc_checkin_scan(h->engine, &request, &result, &error), TC_E_INVALID);
    assert_string_equal(error.field, "ticket");
    request.ticket = 0;
    request.list = 1;
    assert_int_equal(tc_checkin_scan(h->engine, &request, &result, &error), TC_E_INVALID);
    assert_string_equal(error.field, "list");
    request.list = 0;
    request.event = 99;
    assert_int_equal(tc_checkin_scan(h->engine, &request, &result, &error), TC_E_NOT_FOUND);
    assert_string_equal(error.field, "event");
    request.event = h->event[0];
    assert_int_equal(tc_checkin_scan(h->engine, &request, NULL, &error), TC_E_INVALID);
    assert_int_equal(result.entry, 0);
}

static void test_names(void **state) {
    (void)state;
    assert_string_equal(tc_scan_answer_name(TC_SCAN_VALID), "valid");
    assert_string_equal(tc_scan_answer_name(TC_SCAN_WRONG_EVENT), "wrong_event");
    assert_string_equal(tc_scan_answer_name(99), "unknown_answer");
    for (uint32_t i = 0; i <= TC_SCAN_USED; i++)
        assert_true(strlen(tc_scan_answer_sentence(i)) > 5);
    assert_non_null(tc_scan_answer_sentence(99));
}

static void test_survives_reopening(void **state) {
    (void)state;
    char folder[] = "/tmp/tc-checkin-XXXXXX", path[64], command[96], text[TC_BARCODE_MAX];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/store", folder);
    house *h = house_new(path);
    sale sold = house_sell(h, 0, 0, 1, 0);
    uint64_t event = h->event[0];
    house_barcode(h, sold.tickets[0], text);
    assert_int_equal(answer_of(h, text), TC_SCAN_VALID);
    assert_int_equal(tc_engine_close(h->engine, NULL), TC_OK);
    free(h);
    h = house_open(path);
    h->event[0] = event;
    assert_int_equal(answer_of(h, text), TC_SCAN_USED);
    assert_int_equal(tc_engine_close(h->engine, NULL), TC_OK);
    free(h);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        H(test_valid),
        H(test_used),
        H(test_void),
        H(test_void_comes_before_used),
        H(test_wrong_event),
        H(test_wrong_event_comes_before_void),
        H(test_reissued),
        H(test_forged),
        H(test_of_another_store),
        H(test_unknown),
        H(test_old_key_still_opens),
        H(test_by_ticket_id),
        H(test_place_of_a_pool),
        H(test_nonce),
        H(test_nonce_of_a_refusal),
        H(test_nonce_of_another_scan),
        H(test_nonce_is_the_events_own),
        H(test_everything_is_recorded),
        H(test_counted),
        H(test_used_is_not_reissued),
        H(test_batch_of_one_ticket),
        H(test_two_gates_at_once),
        H(test_bad_requests),
        H(test_names),
        cmocka_unit_test(test_survives_reopening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
