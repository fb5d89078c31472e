/* A host with an event loop: it may never block, so it submits commands and waits with poll(2) for
 * the completion queue's descriptor together with everything else it serves, here a timer. 64
 * buyers are kept in flight until the house is sold. */
#include <poll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "house.h"

enum { ROWS = 10, SEATS = 40, IN_FLIGHT = 64 };

/* One buyer at a time uses each of these; its request and results stay valid until completed. */
typedef struct buyer {
    tc_hold_best_result hold;
    tc_order_create_result order;
    tc_order_item item;
} buyer;

static tc_engine *engine;
static tc_queue *queue;
static uint64_t event_id;
static unsigned sold, refused;

static void submit(uint32_t kind, const void *request, void *result, buyer *who) {
    tc_command command = TC_COMMAND_INIT;
    command.kind = kind;
    command.request = request;
    command.result = result;
    need(tc_command_submit(engine, &command, queue, who, &error), "submit");
}

static void begin(buyer *who) {
    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    who->hold = (tc_hold_best_result)TC_HOLD_BEST_RESULT_INIT;
    best.event = event_id;
    best.quantity = 1;
    submit(TC_HOLD_BEST, &best, &who->hold, who);
}

static void go_on(const tc_completion *done) {
    buyer *who = done->user_data;
    if (done->code != TC_OK) {
        refused++; /* sold out: this buyer goes home */
        return;
    }
    if (done->kind == TC_HOLD_BEST) {
        tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
        who->order = (tc_order_create_result)TC_ORDER_CREATE_RESULT_INIT;
        who->item = (tc_order_item){1, 1};
        order.hold = who->hold.hold;
        order.hold_secret = who->hold.secret;
        order.items = &who->item;
        order.items_count = 1;
        order.method = TC_PAY_PAID;
        submit(TC_ORDER_CREATE, &order, &who->order, who);
        return;
    }
    sold++;
    begin(who);
}

static void drain(void) {
    tc_completion done = TC_COMPLETION_INIT;
    while (tc_queue_next(queue, &done, 0, &error) == 1) go_on(&done);
}

int main(int argc, char **argv) {
    static buyer buyers[IN_FLIGHT];
    engine = open_store(argc > 1 ? argv[1] : "event-loop.store");
    event_id = make_house(engine, ROWS, SEATS);
    need(tc_queue_open(engine, IN_FLIGHT, &queue, &error), "queue");
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    const struct itimerspec every = {{0, 100000000}, {0, 100000000}};
    if (timer < 0 || timerfd_settime(timer, 0, &every, NULL)) return 1;
    for (int i = 0; i < IN_FLIGHT; i++) begin(&buyers[i]);

    struct pollfd waiting[2] = {{tc_queue_fd(queue), POLLIN, 0}, {timer, POLLIN, 0}};
    while (tc_queue_in_flight(queue) > 0 && poll(waiting, 2, 10000) > 0) {
        if (waiting[0].revents) drain();
        uint64_t ticks;
        if (waiting[1].revents && read(timer, &ticks, sizeof ticks) > 0)
            printf("… %u sold, %u in flight\n", sold, tc_queue_in_flight(queue));
    }
    printf("%u sold, %u buyers went home\n", sold, refused);
    close(timer);
    need(tc_queue_close(queue, &error), "close the queue");
    need(tc_engine_close(engine, &error), "close");
    return sold != ROWS * SEATS || refused != IN_FLIGHT;
}
