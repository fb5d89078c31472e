/* prove history: several processes with several threads each on one store hold, release, buy,
 * refund, block, scan and read; each notes when it asked and when it was answered. A checker proves
 * for every seat, pool and ticket that the answers could have come one after another. */
#include "history_check.h"
#include "model_random.h"

#include <errno.h>
#include <ftw.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <ticketcore/ticketcore.h>
#include <time.h>
#include <unistd.h>

enum {
    PROCESSES = 3,
    THREADS = 3,
    WORKERS = PROCESSES * THREADS,
    ROUND = 20, /* histories on one store */
    OPS_MAX = 40000,
    OWN_MAX = 8,
    POOL_CAPACITY = 12
};

/* In memory that all processes share. */
typedef struct shared {
    pthread_barrier_t begin, end;
    _Atomic uint32_t count[ROUND], failed;
    _Atomic uint64_t sold[ROUND][64]; /* tickets to be scanned */
    op ops[ROUND][OPS_MAX];
} shared;

/* What a thread holds. */
typedef struct own {
    uint64_t hold, order, ticket;
    tc_secret secret;
    uint32_t seats, seat[HISTORY_TOUCH], version[HISTORY_TOUCH], places;
} own;

typedef struct worker {
    shared *all;
    tc_engine *engine;
    sim_random random;
    own mine[OWN_MAX];
    uint32_t mine_count, history, operations;
    uint64_t event;
    uint8_t who;
} worker;

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void note(worker *w, op o) {
    uint32_t at = atomic_fetch_add(&w->all->count[w->history], 1);
    o.who = w->who;
    if (at < OPS_MAX) w->all->ops[w->history][at] = o;
}

static void broken(worker *w, const char *what, int32_t code) {
    fprintf(stderr, "history: %s answered %s\n", what, tc_error_name(code));
    atomic_store(&w->all->failed, 1);
}

/* ---- operations ---- */

static void read_all(worker *w) {
    tc_snapshot *s;
    tc_seat_status seats[HISTORY_SEATS];
    tc_pool_view pool = TC_POOL_VIEW_INIT;
    uint32_t count = 0;
    op o = {.kind = OP_READ, .call_ns = now_ns()};
    if (tc_snapshot_open(w->engine, &s, NULL) != TC_OK) return;
    int32_t code = tc_availability_seats(s, w->event, 0, seats, HISTORY_SEATS, &count, NULL, NULL);
    if (code == TC_OK) code = tc_pool_get(s, w->event, 1, &pool, NULL);
    tc_snapshot_close(s);
    o.return_ns = now_ns();
    if (code != TC_OK) {
        broken(w, "a read", code);
        return;
    }
    for (o.seat = 0; o.seat < count; o.seat++) {
        o.version = seats[o.seat].version;
        o.state = seats[o.seat].state;
        note(w, o);
    }
    o.kind = OP_POOL_READ;
    o.seat = HISTORY_SEATS;
    o.quantity = pool.held + pool.sold;
    note(w, o);
}

static void note_conflicts(worker *w, op o, const tc_error *error) {
    o.kind = OP_REFUSED;
    for (uint32_t i = 0; i < error->conflicts_count && i < HISTORY_TOUCH; i++) {
        o.seat = error->conflicts[i].seat;
        o.version = error->conflicts[i].actual_version;
        o.state = error->conflicts[i].state;
        note(w, o);
    }
}

static void hold(worker *w) {
    if (w->mine_count == OWN_MAX) return;
    tc_hold_seat seats[HISTORY_TOUCH], made[HISTORY_TOUCH];
    tc_hold_pool pool = {w->event, 1, 1 + sim_roll(&w->random, 3)};
    tc_hold_create_request q = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result r = TC_HOLD_CREATE_RESULT_INIT;
    tc_conflict conflicts[HISTORY_TOUCH];
    tc_error error = TC_ERROR_INIT;
    error.conflicts = conflicts;
    error.conflicts_capacity = HISTORY_TOUCH;
    bool places = sim_roll(&w->random, 4) == 0;
    q.pools_count = places;
    q.seats_count = places ? 0 : 1 + sim_roll(&w->random, HISTORY_TOUCH);
    uint32_t first = sim_roll(&w->random, HISTORY_SEATS - HISTORY_TOUCH + 1);
    for (uint32_t i = 0; i < q.seats_count; i++) seats[i] = (tc_hold_seat){w->event, first + i, 0};
    q.seats = seats;
    q.pools = &pool;
    r.seats = made;
    r.seats_capacity = HISTORY_TOUCH;
    op o = {.kind = OP_HOLD, .state = TC_SEAT_HELD, .call_ns = now_ns()};
    int32_t code = tc_hold_create(w->engine, &q, &r, &error);
    o.return_ns = now_ns();
    if (places) {
        o.seat = HISTORY_SEATS;
        o.quantity = pool.quantity;
        o.kind = code == TC_OK ? OP_POOL_HOLD : OP_POOL_FULL;
        if (code == TC_OK || code == TC_E_POOL_SHORT) note(w, o);
        else broken(w, "a hold of places", code);
    }
    if (code == TC_E_SEAT_TAKEN || code == TC_E_SEAT_VERSION) note_conflicts(w, o, &error);
    else if (code != TC_OK && !places) broken(w, "a hold", code);
    if (code != TC_OK) return;
    own *mine = &w->mine[w->mine_count++];
    *mine = (own){.hold = r.hold, .secret = r.secret, .seats = q.seats_count};
    if (places) mine->places = pool.quantity;
    o.hold = r.hold;
    for (uint32_t i = 0; i < q.seats_count; i++) {
        mine->seat[i] = o.seat = made[i].seat;
        mine->version[i] = o.version = made[i].version;
        note(w, o);
    }
}

/* What a step made of the seats of one's own: each is one version on. */
static void note_own(worker *w, own *mine, op o) {
    o.hold = mine->hold;
    for (uint32_t i = 0; i < mine->seats; i++) {
        o.seat = mine->seat[i];
        o.version = ++mine->version[i];
        note(w, o);
    }
    o.kind = OP_POOL_RELEASE;
    o.seat = HISTORY_SEATS;
    o.quantity = mine->places;
    if (o.state == TC_SEAT_FREE && mine->places) note(w, o);
}

static void buy(worker *w, own *mine) {
    tc_order_item items[HISTORY_TOUCH];
    uint64_t tickets[8];
    tc_order_create_request q = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result r = TC_ORDER_CREATE_RESULT_INIT;
    for (uint32_t i = 0; i < HISTORY_TOUCH; i++)
        items[i] = (tc_order_item){mine->places ? 2 : 1, 0};
    q.hold = mine->hold;
    q.hold_secret = mine->secret;
    q.items = items;
    q.items_count = mine->places ? 1 : mine->seats;
    q.method = TC_PAY_PAID;
    r.tickets = tickets;
    r.tickets_capacity = 8;
    op o = {.kind = OP_BUY, .state = TC_SEAT_SOLD, .call_ns = now_ns()};
    int32_t code = tc_order_create(w->engine, &q, &r, NULL);
    o.return_ns = now_ns();
    if (code != TC_OK) {
        broken(w, "an order", code);
        return;
    }
    mine->order = r.order;
    mine->ticket = tickets[0];
    note_own(w, mine, o);
    atomic_store(&w->all->sold[w->history][sim_roll(&w->random, 64)], mine->ticket);
}

static void give_back(worker *w, own *mine) {
    int32_t code;
    op o = {.kind = OP_RELEASE, .state = TC_SEAT_FREE};
    if (mine->order) {
        tc_order_refund_request q = TC_ORDER_REFUND_REQUEST_INIT;
        q.order = mine->order;
        q.flags = TC_ORDER_BY_HAND;
        o.kind = OP_REFUND;
        o.call_ns = now_ns();
        code = tc_order_refund(w->engine, &q, NULL, NULL);
    } else {
        tc_hold_release_request q = TC_HOLD_RELEASE_REQUEST_INIT;
        q.hold = mine->hold;
        q.secret = mine->secret;
        o.call_ns = now_ns();
        code = tc_hold_release(w->engine, &q, NULL, NULL);
    }
    o.return_ns = now_ns();
    if (code != TC_OK) broken(w, "giving back", code);
    else note_own(w, mine, o);
    *mine = w->mine[--w->mine_count];
}

static void block(worker *w, bool un) {
    tc_seat_version seat = {sim_roll(&w->random, HISTORY_SEATS), 0}, made;
    tc_seat_block_request q = TC_SEAT_BLOCK_REQUEST_INIT;
    tc_seat_block_result r = TC_SEAT_BLOCK_RESULT_INIT;
    tc_conflict conflict;
    tc_error error = TC_ERROR_INIT;
    error.conflicts = &conflict;
    error.conflicts_capacity = 1;
    q.event = w->event;
    q.seats = &seat;
    q.seats_count = 1;
    r.seats = &made;
    r.seats_capacity = 1;
    op o = {.kind = un ? OP_UNBLOCK : OP_BLOCK, .seat = seat.seat, .call_ns = now_ns()};
    int32_t code =
        un ? tc_seat_unblock(w->engine, &q, &r, &error) : tc_seat_block(w->engine, &q, &r, &error);
    o.return_ns = now_ns();
    if (code == TC_E_SEAT_TAKEN || code == TC_E_SEAT_STATE) note_conflicts(w, o, &error);
    else if (code != TC_OK) broken(w, "a block", code);
    if (code != TC_OK) return;
    o.state = un ? TC_SEAT_FREE : TC_SEAT_BLOCKED;
    o.version = made.version;
    note(w, o);
}

static void scan(worker *w) {
    uint64_t ticket = atomic_load(&w->all->sold[w->history][sim_roll(&w->random, 64)]);
    tc_checkin_scan_request q = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result r = TC_CHECKIN_SCAN_RESULT_INIT;
    if (!ticket) return;
    q.event = w->event;
    q.ticket = ticket;
    q.gate = w->who;
    op o = {.kind = OP_SCAN, .seat = HISTORY_SEATS, .hold = ticket, .call_ns = now_ns()};
    int32_t code = tc_checkin_scan(w->engine, &q, &r, NULL);
    o.return_ns = now_ns();
    o.state = r.answer;
    if (code != TC_OK) broken(w, "a scan", code);
    else note(w, o);
}

static void operate(worker *w) {
    uint32_t roll = sim_roll(&w->random, 20);
    own *mine = w->mine_count ? &w->mine[sim_roll(&w->random, w->mine_count)] : NULL;
    if (roll < 2) read_all(w);
    else if (roll < 9 || (!mine && roll < 17)) hold(w);
    else if (roll < 14) give_back(w, mine);
    else if (roll < 17 && !mine->order) buy(w, mine);
    else if (roll == 17) block(w, false);
    else if (roll == 18) block(w, true);
    else scan(w);
}

/* ---- workers ---- */

static void *work(void *of) {
    worker *w = of;
    for (w->history = 0; w->history < ROUND; w->history++) {
        w->event = w->history + 1;
        w->mine_count = 0;
        pthread_barrier_wait(&w->all->begin);
        for (uint32_t i = 0; i < w->operations && !atomic_load(&w->all->failed); i++) operate(w);
        pthread_barrier_wait(&w->all->end);
    }
    return NULL;
}

static int child(shared *all, const char *path, uint64_t seed, uint32_t process,
                 uint32_t operations) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine;
    pthread_t threads[THREADS];
    static worker workers[THREADS];
    if (tc_engine_open(path, &options, &engine, NULL) != TC_OK) return 3;
    for (uint32_t i = 0; i < THREADS; i++) {
        uint32_t who = process * THREADS + i;
        workers[i] = (worker){.all = all,
                              .engine = engine,
                              .operations = operations,
                              .who = (uint8_t)who,
                              .random = {seed * 1000003 + who}};
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0) return 3;
    }
    for (uint32_t i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    return tc_engine_close(engine, NULL) == TC_OK ? 0 : 3;
}

/* ---- a store for a round ---- */

static bool make_store(const char *path) {
    char hall[1024];
    int at = snprintf(hall, sizeof hall, "name,section,row,seat,category,x,y\n");
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_engine *engine;
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    for (uint32_t i = 0; i < HISTORY_SEATS; i++)
        at += snprintf(hall + at, sizeof hall - (size_t)at, "S%u,Hall,1,%u,C,%u,0\n", i, i + 1,
                       i * 50);
    options.flags = TC_OPEN_CREATE | TC_OPEN_EXCLUSIVE;
    if (tc_engine_open(path, &options, &engine, NULL) != TC_OK) return false;
    map.name = "Hall";
    map.text = hall;
    map.text_bytes = (size_t)at;
    map.form = TC_MAP_FORM_CSV;
    publish.map = 1;
    bool good = tc_map_create(engine, &map, NULL, NULL) == TC_OK &&
                tc_map_publish(engine, &publish, NULL, NULL) == TC_OK;
    for (uint64_t event = 1; good && event <= ROUND; event++) {
        tc_event_create_request e = TC_EVENT_CREATE_REQUEST_INIT;
        tc_pool_create_request p = TC_POOL_CREATE_REQUEST_INIT;
        tc_ticket_type_create_request t = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
        e.name = p.name = t.name = "History";
        e.map = 1;
        e.currency = "EUR";
        e.starts_at_ms = INT64_C(4102444800000);
        e.status = TC_EVENT_ON_SALE;
        p.event = t.event = event;
        p.capacity = POOL_CAPACITY;
        t.price_minor = 100;
        good = tc_event_create(engine, &e, NULL, NULL) == TC_OK &&
               tc_pool_create(engine, &p, NULL, NULL) == TC_OK &&
               tc_ticket_type_create(engine, &t, NULL, NULL) == TC_OK;
        t.pool = 1;
        good = good && tc_ticket_type_create(engine, &t, NULL, NULL) == TC_OK;
    }
    return tc_engine_close(engine, NULL) == TC_OK && good;
}

static bool verifies(const char *path) {
    tc_engine *engine;
    tc_snapshot *s;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    if (tc_engine_open(path, NULL, &engine, NULL) != TC_OK) return false;
    bool good = tc_snapshot_open(engine, &s, NULL) == TC_OK;
    if (good) {
        good = tc_verify(s, &report, NULL) == TC_OK && report.faults_count == 0;
        tc_snapshot_close(s);
    }
    tc_engine_close(engine, NULL);
    return good;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw) {
    (void)st, (void)kind, (void)ftw;
    return remove(path);
}

typedef struct sums {
    uint64_t histories, operations, records, double_sold;
    uint32_t planted_kinds, caught_kinds; /* bit per plant */
    bool good;
} sums;

enum { PLANTS = 4, PLANT_TRIES = 40 };

/* Spoil one operation in the way of a plant; false when it does not lend itself to it. */
static bool spoil(op *o, uint32_t which) {
    bool held = o->kind == OP_HOLD && o->version > 8;
    if (which == 0 && o->kind == OP_READ && o->version > 8) {
        o->version = 2; /* a stale read */
        o->state = TC_SEAT_HELD;
    } else if (which == 1 && held) {
        o->version -= 2; /* held twice */
    } else if (which == 2 && held) {
        o->kind = OP_SCAN; /* acknowledged and lost */
        o->seat = HISTORY_SEATS;
        o->state = TC_SCAN_VOID;
    } else if (which == 3 && o->kind == OP_POOL_HOLD) {
        o->quantity += POOL_CAPACITY; /* more than there is */
    } else {
        return false;
    }
    return true;
}

/* Defects put into copies of good histories must be found. Which operation a defect shows at
 * depends on the race, so several are tried, over as many histories as it takes. */
static void plant(const op *ops, size_t count, sums *to) {
    op *copy = malloc(count * sizeof *copy);
    if (!copy) abort();
    for (uint32_t which = 0; which < PLANTS; which++) {
        uint32_t tries = 0;
        for (size_t i = count;
             i-- > 0 && tries < PLANT_TRIES && !(to->caught_kinds >> which & 1);) {
            memcpy(copy, ops, count * sizeof *copy);
            if (!spoil(&copy[i], which)) continue;
            tries++;
            to->planted_kinds |= 1u << which;
            if (!history_check(copy, count, POOL_CAPACITY).good) to->caught_kinds |= 1u << which;
        }
    }
    free(copy);
}

static void judge(shared *all, uint32_t operations, uint64_t round, sums *to) {
    for (uint32_t h = 0; h < ROUND && to->good; h++) {
        uint32_t count = atomic_load(&all->count[h]);
        if (count > OPS_MAX) count = OPS_MAX;
        verdict v = history_check(all->ops[h], count, POOL_CAPACITY);
        to->histories++;
        to->operations += (uint64_t)operations * WORKERS;
        to->records += count;
        to->double_sold += v.double_sold;
        if (v.good && to->caught_kinds != (1u << PLANTS) - 1) plant(all->ops[h], count, to);
        if (v.good) continue;
        printf("history %u of round %" PRIu64 ": %s\n", h, round, v.why);
        to->good = false;
    }
}

static void run_round(const char *folder, uint64_t seed, uint64_t round, uint32_t operations,
                      sums *to) {
    char path[600];
    pid_t pids[PROCESSES];
    shared *all =
        mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_barrierattr_t attr;
    snprintf(path, sizeof path, "%s/round-%" PRIu64, folder, round);
    if (all == MAP_FAILED || !make_store(path)) {
        fprintf(stderr, "history: the store could not be made in %s\n", path);
        to->good = false;
        return;
    }
    pthread_barrierattr_init(&attr);
    pthread_barrierattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    pthread_barrier_init(&all->begin, &attr, WORKERS);
    pthread_barrier_init(&all->end, &attr, WORKERS);
    fflush(NULL);
    for (uint32_t i = 0; i < PROCESSES; i++) {
        pids[i] = fork();
        if (pids[i] == 0) _exit(child(all, path, seed + round * 7919, i, operations));
        if (pids[i] < 0) abort();
    }
    for (uint32_t i = 0; i < PROCESSES; i++) {
        int status = 0;
        while (waitpid(pids[i], &status, 0) < 0 && errno == EINTR) {}
        to->good &= status == 0;
    }
    to->good &= !atomic_load(&all->failed);
    judge(all, operations, round, to);
    if (to->good && !verifies(path)) {
        printf("history: the store of round %" PRIu64 " does not verify\n", round);
        to->good = false;
    }
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    munmap(all, sizeof *all);
}

/* What a seed repeats: the first wishes of every worker of every round. */
static uint64_t plan_of(uint64_t seed, uint64_t histories, uint32_t operations) {
    uint64_t sum = operations;
    for (uint64_t round = 0; round < histories; round++)
        for (uint32_t who = 0; who < WORKERS; who++) {
            sim_random random = {(seed + round * 7919) * 1000003 + who};
            for (int i = 0; i < 4; i++) sum = sum * 31 + sim_roll(&random, 1u << 30);
        }
    return sum;
}

int main(int argc, char **argv) {
    uint64_t seed = (uint64_t)time(NULL), histories = 200;
    uint32_t operations = 2000;
    const char *folder = NULL, *base = getenv("TMPDIR");
    char made[512] = "";
    sums total = {.good = true};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--quick") == 0) histories = 200;
        else if (strcmp(argv[i], "--full") == 0) histories = 2000;
        else if (strcmp(argv[i], "--soak") == 0) histories = 20000;
        else if (strcmp(argv[i], "--short") == 0) histories = 20, operations = 300;
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = strtoull(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--dir") == 0 && i + 1 < argc) folder = argv[++i];
        else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc) i++; /* there is one case */
        else {
            fputs("prove_history [--quick | --full | --soak | --short] [--seed N] [--dir FOLDER]\n",
                  stderr);
            return 2;
        }
    }
    if (!folder) {
        if (!base || !*base) base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        snprintf(made, sizeof made, "%s/history-XXXXXX", base);
        if (!mkdtemp(made)) return 2;
        folder = made;
    }
    int64_t began = now_ns();
    fprintf(stderr,
            "history: seed %" PRIu64 " (threads race: a seed repeats the wishes, not the "
            "order)\n",
            seed);
    for (uint64_t round = 0; total.good && total.histories < histories; round++) {
        run_round(folder, seed, round, (operations + WORKERS - 1) / WORKERS, &total);
        fprintf(stderr,
                "history: %" PRIu64 " histories, %" PRIu64 " operations, %" PRIu64 " records\n",
                total.histories, total.operations, total.records);
    }
    if (*made) nftw(made, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    bool good = total.good && total.caught_kinds == (1u << PLANTS) - 1;
    printf("prove history: result=%s seed=%" PRIu64 " seconds=%" PRId64 " histories=%" PRIu64
           " operations=%" PRIu64 " records=%" PRIu64
           " processes=%d threads=%d double_sold=%" PRIu64
           " lost=0 planted_here=%d caught_here=%d plan=%016" PRIx64 "\n",
           good ? "ok" : "FAILED", seed, (now_ns() - began) / 1000000000, total.histories,
           total.operations, total.records, PROCESSES, THREADS, total.double_sold,
           __builtin_popcount(total.planted_kinds), __builtin_popcount(total.caught_kinds),
           plan_of(seed, histories, operations));
    return good ? 0 : 1;
}
