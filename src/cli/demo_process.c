/* The demonstration's processes: started by posix_spawn, so that no store handle ever crosses a
 * fork; killed with -9 on schedule; reaped and replaced; asked to end, and ended by their ids.
 * Children end with their parent. */
#include "demo.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { ACCIDENTS_MAX = 5, ARGUMENTS_MAX = 32, NUMBER_TEXT = 24 };

static const char *const ROLE_NAMES[] = {
    [DEMO_ROLE_STAGE] = "stage",
    [DEMO_ROLE_BUYERS] = "buyers",
    [DEMO_ROLE_PAYMENTS] = "payments",
    [DEMO_ROLE_MAIL] = "mail",
};

/* The arguments of a child, in the order in which cli_demo() reads them back. */
static bool spawn_child(demo_child *child, const demo_options *options, const demo_show *show) {
    char numbers[6][NUMBER_TEXT];
    (void)snprintf(numbers[0], NUMBER_TEXT, "%u", child->slot);
    (void)snprintf(numbers[1], NUMBER_TEXT, "%u", child->incarnation);
    (void)snprintf(numbers[2], NUMBER_TEXT, "%" PRIu64, show->event);
    (void)snprintf(numbers[3], NUMBER_TEXT, "%" PRId64, show->ttl_ms);
    (void)snprintf(numbers[4], NUMBER_TEXT, "%" PRIu64, options->seed);
    (void)snprintf(numbers[5], NUMBER_TEXT, "%u", options->buyers);
    bool other = options->buyers_by && child->role == DEMO_ROLE_BUYERS && child->slot % 2 == 0;
    const char *program = other ? options->buyers_by : show->self;
    const char *const arguments[] = {
        program,   "demo",      "--role",        ROLE_NAMES[child->role],
        "--slot",  numbers[0],  "--incarnation", numbers[1],
        "--event", numbers[2],  "--ttl-ms",      numbers[3],
        "--seed",  numbers[4],  "--buyers",      numbers[5],
        "--store", show->store, "--books",       show->books,
        NULL,
    };
    char *argv[ARGUMENTS_MAX];
    for (size_t i = 0; i < sizeof arguments / sizeof arguments[0]; i++)
        argv[i] = (char *)(uintptr_t)arguments[i]; /* posix_spawn's type; it does not write */
    int failure = posix_spawn(&child->pid, program, NULL, NULL, argv, environ);
    if (failure) {
        fprintf(stderr, "demo: cannot start %s: %s\n", program, strerror(failure));
        child->pid = 0;
    }
    return failure == 0;
}

int demo_troupe_start(demo_troupe *troupe, const demo_options *options, const demo_show *show) {
    memset(troupe, 0, sizeof *troupe);
    for (uint32_t i = 0; i < options->processes + 2; i++) {
        demo_child *child = &troupe->children[troupe->count++];
        child->role = i == 0 ? DEMO_ROLE_PAYMENTS : i == 1 ? DEMO_ROLE_MAIL : DEMO_ROLE_BUYERS;
        child->slot = i < 2 ? 0 : i - 2;
        if (!spawn_child(child, options, show)) return 1;
    }
    return 0;
}

static const char *how_it_ended(int status, char *text, size_t room) {
    if (WIFSIGNALED(status)) (void)snprintf(text, room, "signal %d", WTERMSIG(status));
    else (void)snprintf(text, room, "exit code %d", WEXITSTATUS(status));
    return text;
}

bool demo_troupe_tend(demo_troupe *troupe, const demo_options *options, const demo_show *show) {
    for (uint32_t i = 0; i < troupe->count; i++) {
        demo_child *child = &troupe->children[i];
        int status = 0;
        if (!child->pid || waitpid(child->pid, &status, WNOHANG) != child->pid) continue;
        pid_t gone = child->pid;
        child->pid = 0;
        if (child->leaving) continue;
        if (!child->killed) {
            char text[32];
            troupe->accidents++;
            fprintf(stderr, "demo: process %ld (%s) ended by itself: %s\n", (long)gone,
                    ROLE_NAMES[child->role], how_it_ended(status, text, sizeof text));
            if (troupe->accidents > ACCIDENTS_MAX) return false;
        }
        child->killed = false;
        child->incarnation++;
        if (!spawn_child(child, options, show)) return false;
    }
    return true;
}

/* Of every six victims four are buyers, one carries payments, one sends mail. */
void demo_troupe_kill(demo_troupe *troupe, demo_random *random) {
    static const demo_role TURNS[] = {DEMO_ROLE_BUYERS, DEMO_ROLE_PAYMENTS, DEMO_ROLE_BUYERS,
                                      DEMO_ROLE_BUYERS, DEMO_ROLE_MAIL,     DEMO_ROLE_BUYERS};
    demo_role role = TURNS[troupe->kills % (sizeof TURNS / sizeof TURNS[0])];
    uint32_t candidates[DEMO_PROCESSES_MAX + 2], count = 0;
    for (uint32_t i = 0; i < troupe->count; i++) {
        const demo_child *child = &troupe->children[i];
        if (child->role == role && child->pid && !child->killed && !child->leaving)
            candidates[count++] = i;
    }
    if (count == 0) return;
    demo_child *victim = &troupe->children[candidates[demo_random_below(random, count)]];
    if (kill(victim->pid, SIGKILL) != 0) return;
    victim->killed = true;
    troupe->kills++;
    (void)snprintf(troupe->last, sizeof troupe->last, "kill -9 %ld (%s)", (long)victim->pid,
                   ROLE_NAMES[role]);
}

static void reap_leaving(demo_troupe *troupe) {
    for (uint32_t i = 0; i < troupe->count; i++) {
        demo_child *child = &troupe->children[i];
        if (child->pid && child->leaving && waitpid(child->pid, NULL, WNOHANG) == child->pid)
            child->pid = 0;
    }
}

static bool anybody_leaving(const demo_troupe *troupe) {
    for (uint32_t i = 0; i < troupe->count; i++)
        if (troupe->children[i].pid && troupe->children[i].leaving) return true;
    return false;
}

static void wait_leaving(demo_troupe *troupe, int64_t patience_ms) {
    int64_t until_us = demo_clock_us() + patience_ms * 1000;
    for (reap_leaving(troupe); anybody_leaving(troupe); reap_leaving(troupe)) {
        if (demo_clock_us() >= until_us) {
            for (uint32_t i = 0; i < troupe->count; i++)
                if (troupe->children[i].pid && troupe->children[i].leaving)
                    (void)kill(troupe->children[i].pid, SIGKILL);
        }
        demo_sleep_ms(5);
    }
}

void demo_troupe_leave(demo_troupe *troupe, demo_role role, int64_t patience_ms) {
    for (uint32_t i = 0; i < troupe->count; i++) {
        demo_child *child = &troupe->children[i];
        if (child->role != role) continue;
        child->leaving = true;
        if (child->pid) (void)kill(child->pid, SIGTERM);
    }
    wait_leaving(troupe, patience_ms);
}

void demo_troupe_end(demo_troupe *troupe) {
    for (uint32_t i = 0; i < troupe->count; i++) {
        demo_child *child = &troupe->children[i];
        child->leaving = true;
        if (child->pid) (void)kill(child->pid, SIGTERM);
    }
    wait_leaving(troupe, 1500);
}

void demo_troupe_close(demo_troupe *troupe) {
    for (uint32_t i = 0; i < troupe->count; i++)
        if (troupe->children[i].pid) (void)kill(troupe->children[i].pid, SIGUSR1);
}

/* ---- in a child ---- */

static volatile sig_atomic_t leaving, closing;
static pid_t parent;

static void hear_wish(int signal) {
    if (signal == SIGUSR1) closing = 1;
    else leaving = 1;
}

void demo_child_begin(void) {
    struct sigaction action = {.sa_handler = hear_wish};
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGUSR1, &action, NULL);
    action.sa_handler = SIG_IGN; /* ctrl-C is the parent's to answer */
    (void)sigaction(SIGINT, &action, NULL);
    parent = getppid();
#ifdef __linux__
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

bool demo_child_leaving(void) {
    return leaving || getppid() != parent;
}

bool demo_child_closing(void) {
    return closing;
}
