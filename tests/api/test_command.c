/* Commands in batches and through completion queues, and the life of handles, from outside. */
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <ticketcore/ticketcore.h>

enum { SEATS = 200 };

typedef struct room {
    tc_engine *engine;
    uint64_t event;
} room;

static tc_engine *open_memory(void) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine = NULL;
    options.flags = TC_OPEN_MEMORY;
    assert_int_equal(tc_engine_open(NULL, &options, &engine, NULL), TC_OK);
    return engine;
}

static int setup(void **state) {
    room *made = calloc(1, sizeof *made);
    static char text[SEATS * 40 + 64];
    if (!made) return 1;
    made->engine = open_memory();
    strcpy(text, "name,section,row,seat,category,x,y\n");
    for (int i = 0; i < SEATS; i++)
        sprintf(text + strlen(text), "%d,S,%d,%d,All,%d,%d\n", i, i / 20, i % 20, i % 20 * 50,
                i / 20 * 90);
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    map.name = "House";
    map.text = text;
    map.text_bytes = strlen(text);
    map.form = TC_MAP_FORM_CSV;
    assert_int_equal(tc_map_create(made->engine, &map, &mapped, NULL), TC_OK);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = mapped.map;
    assert_int_equal(tc_map_publish(made->engine, &publish, NULL, NULL), TC_OK);
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result result = TC_EVENT_RESULT_INIT;
    event.name = "Evening";
    event.map = mapped.map;
    event.starts_at_ms = 4102444800000;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    assert_int_equal(tc_event_create(made->engine, &event, &result, NULL), TC_OK);
    made->event = result.event;
    *state = made;
    return 0;
}

static int teardown(void **state) {
    room *made = *state;
    int32_t code = tc_engine_close(made->engine, NULL);
    free(made);
    return code != TC_OK;
}

/* One hold of one seat, ready for a batch or a queue. */
typedef struct wish {
    tc_hold_seat seat;
    tc_hold_seat got;
    tc_hold_create_request request;
    tc_hold_create_result result;
    tc_error error;
} wish;

static void wish_make(wish *one, uint64_t event, uint32_t seat) {
    one->seat = (tc_hold_seat){event, seat, 0};
    one->request = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
    one->request.seats = &one->seat;
    one->request.seats_count = 1;
    one->result = (tc_hold_create_result)TC_HOLD_CREATE_RESULT_INIT;
    one->result.seats = &one->got;
    one->result.seats_capacity = 1;
    one->error = (tc_error)TC_ERROR_INIT;
}

static tc_command command_of(wish *one) {
    tc_command command = TC_COMMAND_INIT;
    command.kind = TC_HOLD_CREATE;
    command.request = &one->request;
    command.result = &one->result;
    command.error = &one->error;
    return command;
}

static void test_batch_answers_each_and_one_refusal_undoes_nothing(void **state) {
    room *in = *state;
    static wish wishes[SEATS + 1];
    static tc_command commands[SEATS + 1];
    for (uint32_t i = 0; i <= SEATS; i++) {
        wish_make(&wishes[i], in->event, i == 7 ? 6 : i); /* the seventh wants what the sixth has */
        commands[i] = command_of(&wishes[i]);
    }
    assert_int_equal(tc_command_batch(in->engine, commands, SEATS + 1, NULL), TC_OK);
    for (uint32_t i = 0; i < SEATS; i++) {
        assert_int_equal(commands[i].code, i == 7 ? TC_E_SEAT_TAKEN : TC_OK);
        if (i != 7) assert_int_equal(wishes[i].got.seat, i);
    }
    assert_int_equal(wishes[7].error.subject, 6);
    assert_int_equal(commands[SEATS].code, TC_E_NOT_FOUND); /* there is no such seat */
}

static void test_batch_of_bad_commands_runs_none(void **state) {
    room *in = *state;
    wish one;
    tc_error error = TC_ERROR_INIT;
    wish_make(&one, in->event, 0);
    tc_command commands[2] = {command_of(&one), command_of(&one)};
    commands[1].kind = 0x7777;
    assert_int_equal(tc_command_batch(in->engine, commands, 2, &error), TC_E_INVALID);
    assert_int_equal(one.result.hold, 0);
    commands[1].kind = TC_HOLD_CREATE;
    commands[1].size = 4;
    assert_int_equal(tc_command_batch(in->engine, commands, 2, &error), TC_E_INVALID);
    assert_int_equal(tc_command_batch(in->engine, commands, TC_BATCH_MAX + 1, &error), TC_E_LIMIT);
    assert_int_equal(tc_command_batch(in->engine, commands, 0, &error), TC_OK);
    assert_int_equal(one.result.hold, 0);
}

static void test_batch_tells_a_bad_request_in_its_own_code(void **state) {
    room *in = *state;
    wish wishes[2];
    wish_make(&wishes[0], in->event, 0);
    wish_make(&wishes[1], in->event, 1);
    wishes[0].request.ttl_ms = -5;
    tc_command commands[2] = {command_of(&wishes[0]), command_of(&wishes[1])};
    assert_int_equal(tc_command_batch(in->engine, commands, 2, NULL), TC_OK);
    assert_int_equal(commands[0].code, TC_E_INVALID);
    assert_string_equal(wishes[0].error.field, "ttl_ms");
    assert_int_equal(commands[1].code, TC_OK);
}

static void test_queue_completes_each_exactly_once(void **state) {
    room *in = *state;
    static wish wishes[SEATS];
    static int seen[SEATS];
    tc_queue *queue;
    memset(seen, 0, sizeof seen);
    assert_int_equal(tc_queue_open(in->engine, 0, &queue, NULL), TC_OK);
    for (uint32_t i = 0; i < SEATS; i++) {
        wish_make(&wishes[i], in->event, i / 2);
        tc_command command = command_of(&wishes[i]);
        assert_int_equal(tc_command_submit(in->engine, &command, queue, &wishes[i], NULL), TC_OK);
        memset(&wishes[i].request, 0xEE, sizeof wishes[i].request); /* read only during the call */
    }
    uint32_t done = 0, refused = 0;
    tc_completion one = TC_COMPLETION_INIT;
    while (done < SEATS && tc_queue_next(queue, &one, 5000, NULL) == 1) {
        wish *mine = one.user_data;
        seen[mine - wishes]++;
        refused += one.code == TC_E_SEAT_TAKEN;
        if (one.code == TC_OK) assert_ptr_equal(one.result, &mine->result);
        if (one.code == TC_OK) assert_int_equal(mine->got.seat, (mine - wishes) / 2);
        done++;
    }
    assert_int_equal(done, SEATS);
    assert_int_equal(refused, SEATS / 2);
    for (int i = 0; i < SEATS; i++) assert_int_equal(seen[i], 1);
    assert_int_equal(tc_queue_in_flight(queue), 0);
    assert_int_equal(tc_queue_next(queue, &one, 0, NULL), 0);
    assert_int_equal(tc_queue_close(queue, NULL), TC_OK);
}

static void test_queue_is_bounded_and_says_so(void **state) {
    room *in = *state;
    wish wishes[3];
    tc_queue *queue;
    tc_completion one = TC_COMPLETION_INIT;
    assert_int_equal(tc_queue_open(in->engine, 2, &queue, NULL), TC_OK);
    for (uint32_t i = 0; i < 3; i++) {
        wish_make(&wishes[i], in->event, i);
        tc_command command = command_of(&wishes[i]);
        int32_t code = tc_command_submit(in->engine, &command, queue, NULL, NULL);
        assert_int_equal(code, i < 2 ? TC_OK : TC_E_QUEUE_FULL);
    }
    assert_int_equal(tc_queue_close(queue, NULL), TC_E_BUSY);
    assert_int_equal(tc_queue_next(queue, &one, 5000, NULL), 1);
    assert_int_equal(tc_queue_next(queue, &one, 5000, NULL), 1);
    assert_int_equal(tc_queue_close(queue, NULL), TC_OK);
}

static void *take_one(void *queue) {
    tc_completion one = TC_COMPLETION_INIT;
    return tc_queue_next(queue, &one, 400, NULL) == 0 ? queue : NULL;
}

static void test_queue_with_a_waiting_thread_is_busy(void **state) {
    room *in = *state;
    tc_queue *queue;
    pthread_t thread;
    void *timed_out;
    assert_int_equal(tc_queue_open(in->engine, 2, &queue, NULL), TC_OK);
    assert_int_equal(pthread_create(&thread, NULL, take_one, queue), 0);
    usleep(100000);
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_queue_close(queue, &error), TC_E_BUSY);
    pthread_join(thread, &timed_out);
    assert_non_null(timed_out);
    assert_int_equal(tc_queue_close(queue, NULL), TC_OK);
}

static void test_queue_descriptor_is_readable_while_completions_wait(void **state) {
    room *in = *state;
    wish mine;
    tc_queue *queue;
    tc_completion one = TC_COMPLETION_INIT;
    assert_int_equal(tc_queue_open(in->engine, 4, &queue, NULL), TC_OK);
    struct pollfd waiting = {tc_queue_fd(queue), POLLIN, 0};
    assert_int_equal(poll(&waiting, 1, 0), 0);
    wish_make(&mine, in->event, 0);
    tc_command command = command_of(&mine);
    assert_int_equal(tc_command_submit(in->engine, &command, queue, NULL, NULL), TC_OK);
    assert_int_equal(poll(&waiting, 1, 5000), 1);
    assert_int_equal(tc_queue_next(queue, &one, 0, NULL), 1);
    assert_int_equal(poll(&waiting, 1, 0), 0);
    assert_int_equal(tc_queue_close(queue, NULL), TC_OK);
}

static void test_bad_submit_is_refused_at_once(void **state) {
    room *in = *state;
    wish mine;
    tc_queue *queue;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_queue_open(in->engine, 4, &queue, NULL), TC_OK);
    wish_make(&mine, in->event, 0);
    mine.request.seats_count = 0;
    tc_command command = command_of(&mine);
    assert_int_equal(tc_command_submit(in->engine, &command, queue, NULL, &error), TC_E_INVALID);
    assert_int_equal(tc_queue_in_flight(queue), 0);
    assert_int_equal(tc_queue_close(queue, NULL), TC_OK);
}

static void test_close_of_an_engine_with_a_queue_is_busy(void **state) {
    room *in = *state;
    tc_queue *queue;
    assert_int_equal(tc_queue_open(in->engine, 4, &queue, NULL), TC_OK);
    assert_int_equal(tc_engine_close(in->engine, NULL), TC_E_BUSY);
    assert_int_equal(tc_queue_close(queue, NULL), TC_OK);
}

static void test_run_of_any_kind_is_the_same_as_its_function(void **state) {
    room *in = *state;
    wish mine;
    wish_make(&mine, in->event, 3);
    assert_int_equal(tc_command_run(in->engine, TC_HOLD_CREATE, &mine.request, &mine.result, NULL),
                     TC_OK);
    assert_int_equal(mine.got.version, 2);
    assert_int_equal(tc_command_run(in->engine, 0, &mine.request, NULL, NULL), TC_E_INVALID);
}

static void test_older_caller_gets_the_fields_it_knows(void **state) {
    room *in = *state;
    wish mine;
    wish_make(&mine, in->event, 3);
    tc_error old;
    memset(&old, 0xAA, sizeof old);
    old.size = 16; /* only size, code and event */
    old.event = 0;
    mine.request.seats_count = 0;
    assert_int_equal(tc_hold_create(in->engine, &mine.request, NULL, &old), TC_E_INVALID);
    assert_int_equal(old.code, TC_E_INVALID);
    assert_int_equal(old.size, 16);
    assert_int_equal(((unsigned char *)&old)[20], 0xAA);
}

static void test_handle_is_refused_in_the_child_of_a_fork(void **state) {
    room *in = *state;
    int status;
    pid_t child = fork();
    if (child == 0) {
        int64_t now;
        tc_error error = TC_ERROR_INIT;
        int good = tc_engine_clock(in->engine, &now, &error) == TC_E_FORKED &&
                   tc_error_class(error.code) == TC_CLASS_FATAL;
        _exit(good ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    int64_t now;
    assert_int_equal(tc_engine_clock(in->engine, &now, NULL), TC_OK);
}

static void test_open_options_are_checked(void **state) {
    (void)state;
    static const struct {
        uint32_t flags;
        const char *field;
    } BAD[] = {{0x8000, "flags"},
               {TC_OPEN_EXCLUSIVE, "flags"},
               {TC_OPEN_READ_ONLY | TC_OPEN_CREATE, "flags"},
               {TC_OPEN_READ_ONLY | TC_OPEN_MEMORY, "flags"}};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
        tc_error error = TC_ERROR_INIT;
        tc_engine *engine = NULL;
        options.flags = BAD[i].flags;
        assert_int_equal(tc_engine_open("nowhere", &options, &engine, &error), TC_E_INVALID);
        assert_string_equal(error.field, BAD[i].field);
        assert_null(engine);
    }
}

static void test_open_of_nothing_says_so(void **state) {
    (void)state;
    tc_engine *engine = NULL;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_engine_open("no/such/store", NULL, &engine, &error), TC_E_NO_STORE);
    assert_int_equal(tc_engine_open("", NULL, &engine, &error), TC_E_INVALID);
    assert_int_equal(tc_engine_open(NULL, NULL, &engine, &error), TC_E_INVALID);
    assert_null(engine);
}

static void test_metrics_are_openmetrics_text(void **state) {
    room *in = *state;
    size_t length = 0;
    static char text[65536];
    assert_int_equal(tc_engine_metrics(in->engine, NULL, 0, &length, NULL), TC_E_BUFFER);
    assert_true(length > 500 && length < sizeof text);
    assert_int_equal(tc_engine_metrics(in->engine, text, sizeof text, &length, NULL), TC_OK);
    assert_non_null(strstr(text, "# TYPE ticketcore_commits counter\n"));
    assert_non_null(strstr(text, "ticketcore_commits_total 3\n"));
    assert_string_equal(text + strlen(text) - 6, "# EOF\n");
}

static void test_stat_counts(void **state) {
    room *in = *state;
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    assert_int_equal(tc_engine_stat_get(in->engine, &stat, NULL), TC_OK);
    assert_int_equal(stat.disk_format, TC_DISK_FORMAT);
    assert_int_equal(stat.events, 1);
    assert_int_equal(stat.holds, 0);
    assert_true(stat.commits >= 3);
}

static void test_every_error_code_has_a_name_a_class_and_a_sentence(void **state) {
    (void)state;
    int named = 0;
    for (int32_t code = -200; code < 0; code++) {
        bool known = strcmp(tc_error_name(code), "UNKNOWN") != 0;
        named += known;
        assert_true(strlen(tc_error_sentence(code)) > 5);
        if (known) assert_in_range(tc_error_class(code), TC_CLASS_REFUSED, TC_CLASS_FATAL);
        else assert_int_equal(tc_error_class(code), TC_CLASS_FATAL);
    }
    assert_true(named >= 50);
    assert_string_equal(tc_error_name(0), "OK");
    assert_int_equal(tc_error_class(0), TC_CLASS_NONE);
}

#define WITH_ROOM(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_ROOM(test_batch_answers_each_and_one_refusal_undoes_nothing),
        WITH_ROOM(test_batch_of_bad_commands_runs_none),
        WITH_ROOM(test_batch_tells_a_bad_request_in_its_own_code),
        WITH_ROOM(test_queue_completes_each_exactly_once),
        WITH_ROOM(test_queue_is_bounded_and_says_so),
        WITH_ROOM(test_queue_with_a_waiting_thread_is_busy),
        WITH_ROOM(test_queue_descriptor_is_readable_while_completions_wait),
        WITH_ROOM(test_bad_submit_is_refused_at_once),
        WITH_ROOM(test_close_of_an_engine_with_a_queue_is_busy),
        WITH_ROOM(test_run_of_any_kind_is_the_same_as_its_function),
        WITH_ROOM(test_older_caller_gets_the_fields_it_knows),
        WITH_ROOM(test_handle_is_refused_in_the_child_of_a_fork),
        cmocka_unit_test(test_open_options_are_checked),
        cmocka_unit_test(test_open_of_nothing_says_so),
        WITH_ROOM(test_metrics_are_openmetrics_text),
        WITH_ROOM(test_stat_counts),
        cmocka_unit_test(test_every_error_code_has_a_name_a_class_and_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
