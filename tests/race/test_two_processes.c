/* Two processes, eight threads each, hold and buy the same 1,000 seats on one store. Every seat is
 * sold at most once, what the buyers wrote down adds up to what the store holds, and the verifier
 * finds nothing. Then the same with one of the processes killed in the middle. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <ticketcore/ticketcore.h>

enum { ROWS = 20, SEATS_A_ROW = 50, SEATS = ROWS * SEATS_A_ROW, THREADS = 8 };

typedef struct sale {
    char folder[64];
    char acks[80]; /* the buyers' own record, outside the store */
    uint64_t event;
    unsigned seed;
} sale;

/* One acknowledged purchase, written with one write(2) before the buyer goes on. */
typedef struct ack {
    uint64_t order;
    uint32_t seat[2];
    uint32_t version[2];
} ack;

typedef struct buyer {
    tc_engine *engine;
    const sale *of;
    int acks;
    unsigned random;
    unsigned bought;
    unsigned failed;
} buyer;

static tc_engine *open_store(const char *folder, uint32_t flags) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_error error = TC_ERROR_INIT;
    tc_engine *engine = NULL;
    options.flags = flags;
    if (tc_engine_open(folder, &options, &engine, &error) != TC_OK) {
        fprintf(stderr, "open: %s: %s\n", tc_error_name(error.code), error.message);
        abort();
    }
    return engine;
}

static unsigned next_random(unsigned *state) {
    *state = *state * 1103515245u + 12345u;
    return *state >> 16;
}

/* Hold two random neighbours and buy them; half of the time only hold and give back. */
static void try_pair(buyer *me) {
    tc_error error = TC_ERROR_INIT;
    uint32_t row = next_random(&me->random) % ROWS;
    uint32_t seat = row * SEATS_A_ROW + next_random(&me->random) % (SEATS_A_ROW - 1);
    const tc_hold_seat wish[2] = {{me->of->event, seat, 0}, {me->of->event, seat + 1, 0}};
    tc_hold_seat got[2];
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result hold = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = wish;
    request.seats_count = 2;
    hold.seats = got;
    hold.seats_capacity = 2;
    int32_t code = tc_hold_create(me->engine, &request, &hold, &error);
    if (code == TC_E_SEAT_TAKEN) return;
    if (code != TC_OK) {
        me->failed++;
        return;
    }
    if (next_random(&me->random) % 2) {
        tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
        release.hold = hold.hold;
        release.secret = hold.secret;
        if (tc_hold_release(me->engine, &release, NULL, &error) != TC_OK) me->failed++;
        return;
    }
    const tc_order_item items[2] = {{1, 1}, {1, 1}};
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result sold = TC_ORDER_CREATE_RESULT_INIT;
    order.hold = hold.hold;
    order.hold_secret = hold.secret;
    order.items = items;
    order.items_count = 2;
    order.method = TC_PAY_PAID;
    if (tc_order_create(me->engine, &order, &sold, &error) != TC_OK) {
        me->failed++;
        return;
    }
    const ack mine = {sold.order, {seat, seat + 1}, {got[0].version + 1, got[1].version + 1}};
    if (write(me->acks, &mine, sizeof mine) != (ssize_t)sizeof mine) abort();
    me->bought += 2;
}

static void *buy(void *argument) {
    buyer *me = argument;
    for (int i = 0; i < 400; i++) try_pair(me);
    return NULL;
}

/* A process of buyers. Its exit code says whether anything but "taken" was answered. */
static void process(const sale *of, unsigned number) {
    buyer buyers[THREADS];
    pthread_t threads[THREADS];
    tc_engine *engine = open_store(of->folder, 0);
    int acks = open(of->acks, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (acks < 0) abort();
    unsigned failed = 0;
    for (unsigned i = 0; i < THREADS; i++) {
        buyers[i] = (buyer){engine, of, acks, of->seed + number * 100 + i, 0, 0};
        if (pthread_create(&threads[i], NULL, buy, &buyers[i])) abort();
    }
    for (unsigned i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        failed += buyers[i].failed;
    }
    if (tc_engine_close(engine, NULL) != TC_OK) failed++;
    _exit(failed != 0);
}

static pid_t start(const sale *of, unsigned number) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) process(of, number);
    return child;
}

static void prepare(sale *of, const char *name) {
    const char *given = getenv("TC_SEED");
    of->seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
    print_message("%s: seed %u (TC_SEED=%u repeats it)\n", name, of->seed, of->seed);
    strcpy(of->folder, "race-XXXXXX");
    assert_non_null(mkdtemp(of->folder));
    snprintf(of->acks, sizeof of->acks, "%s.acks", of->folder);
    static char text[SEATS * 48 + 64];
    size_t at = (size_t)sprintf(text, "name,section,row,seat,category,x,y\n");
    for (int i = 0; i < SEATS; i++)
        at += (size_t)sprintf(text + at, "%d,Stalls,%d,%d,All,%d,%d\n", i, i / SEATS_A_ROW,
                              i % SEATS_A_ROW, i % SEATS_A_ROW * 50, i / SEATS_A_ROW * 90);
    tc_engine *engine = open_store(of->folder, TC_OPEN_CREATE);
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    map.name = "House";
    map.text = text;
    map.text_bytes = at;
    map.form = TC_MAP_FORM_CSV;
    assert_int_equal(tc_map_create(engine, &map, &mapped, NULL), TC_OK);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = mapped.map;
    assert_int_equal(tc_map_publish(engine, &publish, NULL, NULL), TC_OK);
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    event.name = "Race";
    event.map = mapped.map;
    event.starts_at_ms = 4102444800000;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    assert_int_equal(tc_event_create(engine, &event, &made, NULL), TC_OK);
    of->event = made.event;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = made.event;
    type.name = "Full";
    type.price_minor = 1000;
    assert_int_equal(tc_ticket_type_create(engine, &type, NULL, NULL), TC_OK);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void assert_verified(tc_snapshot *snapshot) {
    tc_fault first;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = &first;
    report.faults_capacity = 1;
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    if (report.faults_count) fail_msg("%s", first.sentence);
}

/* The buyers' file against the store: each seat once, sold, with the version that was acknowledged;
 * answers how many seats were acknowledged. */
static unsigned audit(const sale *of, tc_snapshot *snapshot) {
    static uint8_t sold[SEATS];
    unsigned count = 0;
    ack one;
    memset(sold, 0, sizeof sold);
    int fd = open(of->acks, O_RDONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    while (read(fd, &one, sizeof one) == (ssize_t)sizeof one) {
        for (int i = 0; i < 2; i++) {
            tc_seat_view seat = TC_SEAT_VIEW_INIT;
            assert_int_equal(sold[one.seat[i]]++, 0);
            assert_int_equal(tc_seat_get(snapshot, of->event, one.seat[i], &seat, NULL), TC_OK);
            assert_int_equal(seat.state, TC_SEAT_SOLD);
            assert_int_equal(seat.version, one.version[i]);
            count++;
        }
        tc_order order = TC_ORDER_INIT;
        assert_int_equal(tc_order_get(snapshot, one.order, NULL, &order, NULL), TC_OK);
    }
    close(fd);
    return count;
}

/* `killed`: processes that died with purchases they may not have come to write down. */
static void finish(const sale *of, unsigned killed) {
    tc_engine *engine = open_store(of->folder, 0);
    tc_snapshot *snapshot;
    tc_availability counts = TC_AVAILABILITY_INIT;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_availability_get(snapshot, of->event, &counts, NULL), TC_OK);
    unsigned acknowledged = audit(of, snapshot);
    print_message("%u of %d seats sold, %u acknowledged, %u held\n", counts.sold, SEATS,
                  acknowledged, counts.held);
    assert_true(acknowledged > 0);
    assert_int_equal(counts.free + counts.held + counts.sold, SEATS);
    assert_true(acknowledged <= counts.sold);
    assert_true(counts.sold <= acknowledged + killed * THREADS * 2);
    if (killed == 0) assert_int_equal(counts.held, 0);
    assert_verified(snapshot);
    tc_snapshot_close(snapshot);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s' '%s'", of->folder, of->acks);
    assert_int_equal(system(command), 0);
}

static void test_two_processes_sell_every_seat_at_most_once(void **state) {
    (void)state;
    sale of;
    int status;
    prepare(&of, "two processes");
    pid_t children[2] = {start(&of, 1), start(&of, 2)};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    finish(&of, 0);
}

static void test_a_killed_process_loses_nothing_acknowledged(void **state) {
    (void)state;
    sale of;
    int status;
    prepare(&of, "killed");
    pid_t survivor = start(&of, 1);
    for (unsigned i = 0; i < 5; i++) {
        pid_t victim = start(&of, 2 + i);
        usleep(60000 + 20000 * i);
        kill(victim, SIGKILL);
        assert_int_equal(waitpid(victim, &status, 0), victim);
    }
    assert_int_equal(waitpid(survivor, &status, 0), survivor);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    /* What the dead held expires; here it is still held, and counted so. */
    finish(&of, 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_processes_sell_every_seat_at_most_once),
        cmocka_unit_test(test_a_killed_process_loses_nothing_acknowledged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
