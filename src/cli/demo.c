/* `ticketcore demo`: an on-sale of a whole house on one embedded store, with several processes of
 * buyers, a payment worker at a provider that fails and a message worker, all of them killed with
 * -9 now and then; and at the end an audit that compares everything with everything. This file
 * reads the options and runs the evening from the doors' opening to the last line. */
#include "demo.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

#include "cli.h"

enum {
    KILLS_LEAST = 5,
    KILLS_BY_SALES = 9,  /* so many by the time the house is full, however fast it sells */
    KILL_MOST_MS = 3500, /* between two kills, at most */
    KILL_LEAST_MS = 250, /* at least */
    TICK_MS = 50,
    DOORS_PERMILLE = 980, /* of the seats sold: the rest goes over the counter */
    LEAVE_MS = 20000,     /* buyers get so long to finish what they began */
    REST_MS = 90000       /* payments and messages get so long to come to rest */
};

static volatile sig_atomic_t interrupted;

static void hear_interrupt(int signal) {
    (void)signal;
    interrupted = 1;
}

/* ---- places on the disk ---- */

static bool find_self(char *path) {
#ifdef __APPLE__
    uint32_t room = DEMO_PATH_MAX;
    return _NSGetExecutablePath(path, &room) == 0;
#else
    ssize_t length = readlink("/proc/self/exe", path, DEMO_PATH_MAX - 1);
    if (length <= 0) return false;
    path[length] = '\0';
    return true;
#endif
}

/* The store goes where it was wished or into a temporary folder; what buyers, provider and carrier
 * write goes beside it, never into it. */
static bool make_places(const demo_options *options, demo_show *show) {
    if (!find_self(show->self)) {
        fprintf(stderr, "demo: cannot find this program's own file\n");
        return false;
    }
    if (options->store) {
        struct stat info;
        if (lstat(options->store, &info) == 0) {
            fprintf(stderr, "demo: %s exists; name a folder that does not exist yet\n",
                    options->store);
            return false;
        }
        (void)snprintf(show->store, sizeof show->store, "%s", options->store);
        int length = snprintf(show->books, sizeof show->books, "%s.books", options->store);
        if (length >= DEMO_PATH_MAX) {
            fprintf(stderr, "demo: the path of the store is too long\n");
            return false;
        }
        if (lstat(show->books, &info) == 0) {
            fprintf(stderr,
                    "demo: %s exists, from an earlier run; remove it or name another store\n",
                    show->books);
            return false;
        }
    } else {
        const char *temporary = getenv("TMPDIR");
        if (!demo_path(show->folder, temporary && *temporary ? temporary : "/tmp",
                       "ticketcore-demo-XXXXXX"))
            return false;
        if (!mkdtemp(show->folder)) {
            fprintf(stderr, "demo: cannot make %s: %s\n", show->folder, strerror(errno));
            show->folder[0] = '\0';
            return false;
        }
        if (!demo_path(show->store, show->folder, "store") ||
            !demo_path(show->books, show->folder, "books"))
            return false;
    }
    const char *beside = options->store ? show->books : show->folder;
    (void)snprintf(show->out, sizeof show->out, "%s", options->out ? options->out : beside);
    return demo_make_folder(show->books) && demo_make_folder(show->out);
}

/* Without --keep only the pictures stay. A finding keeps everything. */
static void clear_places(const demo_options *options, const demo_show *show, bool good, FILE *out) {
    if (options->store) {
        fprintf(out, "The store is %s; what was written outside it is in %s\n", show->store,
                show->books);
    } else if (show->folder[0] && good && !options->keep) {
        bool gone = demo_remove_tree(show->store) && demo_remove_tree(show->books);
        if (gone && strcmp(show->out, show->folder) != 0) gone = demo_remove_tree(show->folder);
        if (!gone) fprintf(stderr, "demo: %s could not be removed\n", show->folder);
    } else if (show->folder[0]) {
        fprintf(out, "The store is %s; what was written outside it is in %s\n", show->store,
                show->books);
    }
}

/* ---- the evening ---- */

static const char *const PICTURES[] = {"house.svg", "half-sold.svg"};

typedef struct evening {
    const demo_options *options;
    demo_show show;
    demo_troupe troupe;
    demo_watch watch;
    demo_numbers numbers;
    demo_random random;
    int64_t sale_us; /* how long the doors were open */
    bool half_drawn; /* the picture of the half sold house */
    FILE *out;       /* for people */
} evening;

/* When the next kill is due: by time, or by how much is sold when it sells fast. */
static bool kill_is_due(const evening *e, int64_t now_us, int64_t last_us) {
    int64_t pace_ms = (int64_t)e->options->seconds * 1000 / (KILLS_LEAST + 4);
    if (pace_ms > KILL_MOST_MS) pace_ms = KILL_MOST_MS;
    int64_t since_ms = (now_us - last_us) / 1000;
    if (since_ms >= pace_ms) return true;
    uint64_t by_sales = (uint64_t)e->numbers.sold * KILLS_BY_SALES / e->show.seats;
    return since_ms >= KILL_LEAST_MS && by_sales > e->troupe.kills;
}

static bool sale_is_over(const evening *e, int64_t now_us, int64_t began_us) {
    if (interrupted) return true;
    if (e->troupe.kills < KILLS_LEAST) return false;
    return (now_us - began_us) / 1000000 >= e->options->seconds ||
           (uint64_t)e->numbers.sold * 1000 >= (uint64_t)e->show.seats * DOORS_PERMILLE;
}

/* Doors open: buyers buy, processes die and come again. */
static bool run_sale(evening *e) {
    int64_t began_us = demo_clock_us(), last_us = began_us, now_us = began_us;
    if (demo_troupe_start(&e->troupe, e->options, &e->show) != 0) return false;
    while (!sale_is_over(e, now_us, began_us)) {
        demo_sleep_ms(TICK_MS);
        now_us = demo_clock_us();
        if (!demo_numbers_read(&e->show, &e->numbers)) return false;
        if (kill_is_due(e, now_us, last_us)) {
            demo_troupe_kill(&e->troupe, &e->random);
            last_us = now_us;
        }
        if (!demo_troupe_tend(&e->troupe, e->options, &e->show)) return false;
        demo_watch_draw(&e->watch, &e->show, &e->numbers, &e->troupe, "on sale");
        if (!e->half_drawn && e->numbers.sold >= e->show.seats / 2)
            e->half_drawn = demo_picture_draw(&e->show, PICTURES[1]);
    }
    e->sale_us = demo_clock_us() - began_us;
    demo_troupe_close(&e->troupe);
    if (!interrupted) demo_troupe_leave(&e->troupe, DEMO_ROLE_BUYERS, LEAVE_MS);
    return !interrupted;
}

/* Wait until everything is at rest; the workers go on. */
static bool run_rest(evening *e, bool messages, const char *phase) {
    int64_t until_us = demo_clock_us() + (int64_t)REST_MS * 1000;
    bool busy = true;
    while (busy && !interrupted) {
        if (!demo_office_rest(&e->show, messages, &busy) ||
            !demo_numbers_read(&e->show, &e->numbers) ||
            !demo_troupe_tend(&e->troupe, e->options, &e->show))
            return false;
        demo_watch_draw(&e->watch, &e->show, &e->numbers, &e->troupe, phase);
        if (busy && demo_clock_us() > until_us) {
            fprintf(stderr, "demo: after %d s something is still under way\n", REST_MS / 1000);
            return false;
        }
        if (busy) demo_sleep_ms(TICK_MS);
    }
    return !interrupted;
}

static bool run_evening(evening *e) {
    if (!run_sale(e) || !run_rest(e, false, "settling")) return false;
    if (!demo_office_sell_rest(&e->show, e->options->seed)) return false;
    return run_rest(e, true, "closing");
}

/* ---- the end ---- */

static void print_result(const evening *e, const demo_verdict *v) {
    double rate = e->sale_us > 0 ? (double)v->holds * 1e6 / (double)e->sale_us : 0;
    if (e->options->json)
        printf("{\"seats\":%u,\"sold\":%u,\"held\":%u,\"free\":%u,\"orders\":%" PRIu64
               ",\"refunded\":%" PRIu64 ",\"messages\":%" PRIu64
               ",\"kills\":%u,\"holds_per_s\":%.0f,\"double_sold\":%" PRIu64 ",\"lost\":%" PRIu64
               ",\"money_balance\":%" PRId64 ",\"verified\":%s,\"seed\":%" PRIu64 "}\n",
               v->seats, v->sold, v->held, v->free, v->orders, v->refunded, v->messages,
               e->troupe.kills, rate, v->double_sold, v->lost, v->money_balance,
               v->verified ? "true" : "false", e->options->seed);
    else
        printf("demo: seats=%u sold=%u held=%u free=%u orders=%" PRIu64 " refunded=%" PRIu64
               " messages=%" PRIu64 " kills=%u holds_per_s=%.0f double_sold=%" PRIu64
               " lost=%" PRIu64 " money_balance=%" PRId64 "\n",
               v->seats, v->sold, v->held, v->free, v->orders, v->refunded, v->messages,
               e->troupe.kills, rate, v->double_sold, v->lost, v->money_balance);
}

static bool judge(evening *e, demo_verdict *verdict) {
    if (!demo_audit(e->options, &e->show, verdict)) return false;
    fprintf(e->out,
            "Audit: %" PRIu64 " acknowledgements of buyers compared, %" PRIu64
            " holds among them; the engine's own walk: %" PRIu64 " records, %" PRIu64
            " invariants, %s\n",
            verdict->acks, verdict->holds, verdict->verified_records, verdict->verified_facts,
            verdict->verified ? "all in order" : "FAULTS");
    fprintf(e->out,
            "Buyers: %" PRIu64 " were taken up by a successor after a kill. Orders: %" PRIu64
            " given up, %" PRIu64 " taken back when the capture failed; late money: %" PRIu64
            " confirmed (%" PRIu64 " with equivalent seats), %" PRIu64 " sent back\n",
            verdict->resumed, verdict->given_up, verdict->taken_back, verdict->late, verdict->moved,
            verdict->seatless);
    return verdict->double_sold == 0 && verdict->lost == 0 && verdict->money_balance == 0 &&
           verdict->verified;
}

static bool show_pictures(const evening *e) {
    return demo_picture_draw(&e->show, PICTURES[0]) &&
           demo_picture_convert(&e->show, PICTURES, e->half_drawn ? 2 : 1, e->out);
}

static int run_stage(const demo_options *options) {
    evening e = {.options = options, .out = options->json ? stderr : stdout};
    demo_verdict verdict = {0};
    struct sigaction action = {.sa_handler = hear_interrupt};
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    e.show.ttl_ms = options->ttl_ms;
    demo_random_seed(&e.random, options->seed, 0);
    if (!make_places(options, &e.show)) return 2;
    demo_watch_begin(&e.watch, e.out);
    int failed = demo_setup(options, &e.show);
    bool began = !failed;
    if (began) {
        fprintf(e.out,
                "%s: %u seats and %u places to stand; %u processes of %u buyers, seed %" PRIu64
                "\n",
                e.show.name, e.show.seats, e.show.places, options->processes, options->buyers,
                options->seed);
        if (options->buyers_by)
            fprintf(e.out, "Every second buyer process is %s\n", options->buyers_by);
        fflush(e.out);
        if (!run_evening(&e)) failed = 1;
        demo_troupe_end(&e.troupe);
    }
    bool judged = !failed;
    if (judged && !show_pictures(&e)) failed = 1;
    if (judged && !judge(&e, &verdict)) failed = 1;
    (void)tc_engine_close(e.show.engine, NULL);
    if (interrupted) fprintf(stderr, "demo: interrupted; every process has ended\n");
    if (!began) (void)demo_remove_tree(options->store ? e.show.books : e.show.folder);
    else clear_places(options, &e.show, !failed || interrupted, e.out);
    fflush(e.out);
    if (judged) print_result(&e, &verdict);
    return interrupted ? 130 : failed;
}

/* ---- the audit alone ---- */

/* The show of a store that was kept: its first event. */
static int32_t find_show(demo_show *show, tc_error *error) {
    tc_snapshot *snapshot = NULL;
    tc_event_view event = TC_EVENT_VIEW_INIT;
    tc_event_list_request request = TC_EVENT_LIST_REQUEST_INIT;
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    request.limit = 1;
    result.events = &event;
    result.events_capacity = 1;
    int32_t code = tc_snapshot_open(show->engine, &snapshot, error);
    if (code == TC_OK) code = tc_event_list(snapshot, &request, &result, error);
    if (code == TC_OK && result.events_count == 0) {
        *error = (tc_error)TC_ERROR_INIT;
        error->code = code = TC_E_NOT_FOUND;
    }
    show->event = event.event;
    show->seats = event.seats;
    show->ttl_ms = event.hold_ttl_ms;
    tc_snapshot_close(snapshot);
    return code;
}

static int run_audit(demo_options *options) {
    evening e = {.options = options, .out = options->json ? stderr : stdout};
    demo_verdict verdict = {0};
    tc_error error = TC_ERROR_INIT;
    tc_engine_options open = TC_ENGINE_OPTIONS_INIT;
    int length = snprintf(e.show.books, sizeof e.show.books, "%s.books", options->audit);
    if (length >= DEMO_PATH_MAX || access(e.show.books, R_OK) != 0)
        return demo_usage("there are no books beside %s (%s.books)", options->audit,
                          options->audit);
    open.flags = TC_OPEN_READ_ONLY;
    options->processes = DEMO_PROCESSES_MAX;
    int32_t code = tc_engine_open(options->audit, &open, &e.show.engine, &error);
    if (code == TC_OK) code = find_show(&e.show, &error);
    int failed = code == TC_OK ? 0 : demo_say_error("the store cannot be audited", &error);
    if (!failed) {
        failed = judge(&e, &verdict) ? 0 : 1;
        print_result(&e, &verdict);
    }
    (void)tc_engine_close(e.show.engine, NULL);
    return failed;
}

int cli_demo(int argc, char **argv) {
    demo_options options;
    int answer = demo_options_read(&options, argc, argv);
    if (answer) return answer - 1;
    if (options.audit) return run_audit(&options);
    if (options.role == DEMO_ROLE_STAGE) return run_stage(&options);
    demo_child_begin();
    if (!options.store || !options.books || !options.event)
        return demo_usage("--role is for the demonstration's own processes");
    switch (options.role) {
    case DEMO_ROLE_BUYERS: return demo_buyers(&options);
    case DEMO_ROLE_PAYMENTS: return demo_payments(&options);
    case DEMO_ROLE_MAIL: return demo_mail(&options);
    default: return 2;
    }
}
