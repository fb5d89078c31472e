/* One job of the comparison of bindings, in C: bench_binding JOB FOLDER prints operations a second,
 * or nanoseconds a read. Every binding has a program that does the same jobs; bench/bindings.py
 * runs them in turns. Public headers only. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <ticketcore/ticketcore.h>

enum { ROWS = 200, ROW_SEATS = 250, HOLDS_AN_EVENT = ROWS * ROW_SEATS / 2 };
enum {
    SINGLE = 3000,
    BATCH = 100000,
    BATCH_SIZE = 1000,
    ASYNC = 30000,
    IN_FLIGHT = 64,
    READS = 2000000
};

static tc_error error = TC_ERROR_INIT;
static tc_engine *engine;

static void need(int32_t code, const char *what) {
    if (code >= 0) return;
    fprintf(stderr, "%s: %s: %s\n", what, tc_error_name(code), error.message);
    exit(1);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void make_house(unsigned events) {
    size_t room = (size_t)ROWS * ROW_SEATS * 48 + 64;
    char *text = malloc(room);
    if (!text) exit(1);
    size_t at = (size_t)snprintf(text, room, "name,section,row,seat,category,x,y\n");
    for (unsigned row = 0; row < ROWS; row++)
        for (unsigned seat = 0; seat < ROW_SEATS; seat++)
            at += (size_t)snprintf(text + at, room - at, "%u-%u,Stalls,%u,%u,All,%u,%u\n", row,
                                   seat, row, seat, seat * 50, row * 90);
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    map.name = "House", map.text = text, map.text_bytes = at, map.form = TC_MAP_FORM_CSV;
    need(tc_map_create(engine, &map, &mapped, &error), "map");
    free(text);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = mapped.map;
    need(tc_map_publish(engine, &publish, NULL, &error), "publish");
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    event.name = "Evening", event.map = mapped.map, event.currency = "EUR";
    event.starts_at_ms = 4102444800000, event.status = TC_EVENT_ON_SALE;
    for (unsigned i = 0; i < events; i++)
        need(tc_event_create(engine, &event, NULL, &error), "event");
}

/* The n-th hold: two seats beside one another. */
static void fill(tc_hold_create_request *request, tc_hold_seat *seats, unsigned n) {
    static const tc_hold_create_request plain = TC_HOLD_CREATE_REQUEST_INIT;
    uint64_t event = 1 + n / HOLDS_AN_EVENT;
    uint32_t first = n % HOLDS_AN_EVENT * 2;
    *request = plain;
    seats[0] = (tc_hold_seat){event, first, 0};
    seats[1] = (tc_hold_seat){event, first + 1, 0};
    request->seats = seats;
    request->seats_count = 2;
    request->ttl_ms = 600000;
}

static double single(void) {
    double begin = seconds();
    for (unsigned n = 0; n < SINGLE; n++) {
        tc_hold_create_request request;
        tc_hold_seat seats[2], got[2];
        tc_hold_create_result result = TC_HOLD_CREATE_RESULT_INIT;
        fill(&request, seats, n);
        result.seats = got, result.seats_capacity = 2;
        need(tc_hold_create(engine, &request, &result, &error), "hold");
    }
    return SINGLE / (seconds() - begin);
}

typedef struct one_hold {
    tc_hold_create_request request;
    tc_hold_create_result result;
    tc_hold_seat seats[2], got[2];
    tc_error error;
} one_hold;

static void set_up(one_hold *one, tc_command *command, unsigned n) {
    static const tc_hold_create_result plain = TC_HOLD_CREATE_RESULT_INIT;
    static const tc_error no_error = TC_ERROR_INIT;
    static const tc_command no_command = TC_COMMAND_INIT;
    fill(&one->request, one->seats, n);
    one->result = plain;
    one->result.seats = one->got, one->result.seats_capacity = 2;
    one->error = no_error;
    *command = no_command;
    command->kind = TC_HOLD_CREATE;
    command->request = &one->request;
    command->result = &one->result;
    command->error = &one->error;
}

static double batch(void) {
    one_hold *all = calloc(BATCH_SIZE, sizeof *all);
    tc_command *commands = calloc(BATCH_SIZE, sizeof *commands);
    if (!all || !commands) exit(1);
    double begin = seconds();
    for (unsigned n = 0; n < BATCH; n += BATCH_SIZE) {
        for (unsigned i = 0; i < BATCH_SIZE; i++) set_up(&all[i], &commands[i], n + i);
        need(tc_command_batch(engine, commands, BATCH_SIZE, &error), "batch");
        for (unsigned i = 0; i < BATCH_SIZE; i++) need(commands[i].code, "hold");
    }
    double rate = BATCH / (seconds() - begin);
    free(commands);
    free(all);
    return rate;
}

static double async(void) {
    tc_queue *queue;
    one_hold *all = calloc(IN_FLIGHT, sizeof *all);
    if (!all) exit(1);
    need(tc_queue_open(engine, 0, &queue, &error), "queue");
    unsigned sent = 0;
    double begin = seconds();
    for (unsigned done = 0; done < ASYNC;) {
        tc_command command;
        tc_completion completion = TC_COMPLETION_INIT;
        if (sent < ASYNC && sent < IN_FLIGHT) {
            set_up(&all[sent], &command, sent);
            need(tc_command_submit(engine, &command, queue, &all[sent], &error), "submit");
            sent++;
            continue;
        }
        need(tc_queue_next(queue, &completion, -1, &error), "next");
        need(completion.code, "hold");
        done++;
        if (sent < ASYNC) {
            one_hold *freed = completion.user_data;
            set_up(freed, &command, sent++);
            need(tc_command_submit(engine, &command, queue, freed, &error), "submit");
        }
    }
    double rate = ASYNC / (seconds() - begin);
    need(tc_queue_close(queue, &error), "close");
    free(all);
    return rate;
}

/* Nanoseconds a read: a hold by its id and secret. */
static double reads(void) {
    tc_hold_create_request request;
    tc_hold_seat seats[2];
    tc_hold_create_result hold = TC_HOLD_CREATE_RESULT_INIT;
    tc_snapshot *snapshot;
    fill(&request, seats, 0);
    need(tc_hold_create(engine, &request, &hold, &error), "hold");
    need(tc_snapshot_open(engine, &snapshot, &error), "snapshot");
    double begin = seconds();
    for (unsigned n = 0; n < READS; n++) {
        tc_hold_view view = TC_HOLD_VIEW_INIT;
        need(tc_hold_get(snapshot, hold.hold, &hold.secret, &view, &error), "read");
    }
    double each = (seconds() - begin) / READS * 1e9;
    tc_snapshot_close(snapshot);
    return each;
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        unsigned events;
        double (*run)(void);
    } jobs[] = {{"single", 1, single},
                {"batch", BATCH / HOLDS_AN_EVENT, batch},
                {"async", 1 + ASYNC / HOLDS_AN_EVENT, async},
                {"read", 1, reads}};
    for (size_t i = 0; argc == 3 && i < sizeof jobs / sizeof *jobs; i++) {
        if (strcmp(argv[1], jobs[i].name) != 0) continue;
        tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
        options.flags = TC_OPEN_CREATE;
        need(tc_engine_open(argv[2], &options, &engine, &error), "open");
        make_house(jobs[i].events);
        printf("%.1f\n", jobs[i].run());
        return tc_engine_close(engine, &error) != TC_OK;
    }
    fprintf(stderr, "usage: bench_binding single|batch|async|read FOLDER\n");
    return 2;
}
