/* The engine's clock: the machine's, or the host's in tests, never running backward in a store and
 * never beyond the end of time. What a machine with a wrong clock does to a store is decided here
 * (docs/decisions/0008): too late is waited for, far too early is refused. */
#include <stdio.h>
#include <time.h>

#include "engine/engine_internal.h"

/* A machine that is less behind than this is merely being put right. */
#define BEHIND_MS 2000
/* A jump that is let pass, and worth a word. */
#define LONG_MS INT64_C(2592000000)
#define DAY_MS INT64_C(86400000)

static int64_t within_time(int64_t ms) {
    return ms < 0 ? 0 : TCI_MIN(ms, (int64_t)TC_TIME_MS_MAX);
}

static int64_t machine_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t seconds = within_time(now.tv_sec);
    return within_time(seconds * 1000 + now.tv_nsec / 1000000);
}

static bool is_manual(const tc_engine *engine) {
    return engine->flags & TC_OPEN_MANUAL_CLOCK;
}

uint64_t tci_monotonic_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

/* How far the machine is ahead of what the store and this process have seen, if that is more than
 * may be believed. Else 0. */
static int64_t too_far_ahead(tc_engine *engine, int64_t store_ms) {
    if (is_manual(engine) || atomic_load(&engine->clock_trusted)) return 0;
    int64_t seen_ms = TCI_MAX(within_time(store_ms), atomic_load(&engine->clock_floor));
    int64_t ahead_ms = machine_ms() - seen_ms;
    return ahead_ms > TC_CLOCK_JUMP_MS_MAX ? ahead_ms : 0;
}

int64_t tci_clock_now(tc_engine *engine, int64_t store_ms) {
    int64_t now = is_manual(engine) ? atomic_load(&engine->manual_ms) : machine_ms();
    int64_t floor = atomic_load(&engine->clock_floor);
    now = TCI_MAX(now, within_time(store_ms));
    /* A reader may look at a store of long ago; what it sees binds no commit. */
    if (too_far_ahead(engine, store_ms)) return now;
    while (floor < now && !atomic_compare_exchange_weak(&engine->clock_floor, &floor, now)) {}
    return now < floor ? floor : now;
}

int64_t tci_engine_now(tc_engine *engine) {
    return tci_clock_now(engine, 0);
}

int64_t tci_engine_clock_behind(const tc_engine *engine, int64_t store_ms) {
    int64_t behind_ms = is_manual(engine) ? 0 : within_time(store_ms) - machine_ms();
    return TCI_MAX(behind_ms, 0);
}

/* Once each time it begins. */
static void tell_standing(tc_engine *engine, int64_t store_ms) {
    int64_t behind_ms = tci_engine_clock_behind(engine, store_ms);
    bool stands = behind_ms > BEHIND_MS;
    if (stands && !engine->clock_stands)
        tci_engine_log(engine, TC_LOG_WARN, "clock",
                       "the machine's clock is %lld s behind the store's last commit: time stands "
                       "still until it has caught up",
                       (long long)(behind_ms / 1000));
    engine->clock_stands = stands;
}

void tci_clock_open(tc_engine *engine, int64_t store_ms) {
    atomic_store(&engine->clock_floor, within_time(store_ms));
    atomic_store(&engine->clock_trusted, (engine->flags & TC_OPEN_CLOCK_JUMP) != 0);
    tell_standing(engine, store_ms);
}

int32_t tci_clock_judge(tc_engine *engine, int64_t store_ms, char *where, size_t size) {
    if (is_manual(engine)) return TC_OK;
    tell_standing(engine, store_ms);
    int64_t ahead_ms = too_far_ahead(engine, store_ms);
    if (ahead_ms) {
        snprintf(where, size, "by %lld days", (long long)(ahead_ms / DAY_MS));
        if (!engine->clock_refused)
            tci_engine_log(engine, TC_LOG_WARN, "clock",
                           "the machine's clock is %lld days ahead of the store's last commit: "
                           "commands are refused",
                           (long long)(ahead_ms / DAY_MS));
        engine->clock_refused = true;
        return TC_E_CLOCK;
    }
    engine->clock_refused = false;
    int64_t jump_ms = machine_ms() - within_time(store_ms);
    if (store_ms && jump_ms > LONG_MS)
        tci_engine_log(engine, TC_LOG_WARN, "clock",
                       "this commit is %lld days after the last one; if the machine's clock is "
                       "wrong, put it right now",
                       (long long)(jump_ms / DAY_MS));
    return TC_OK;
}

int32_t tc_engine_clock(tc_engine *engine, int64_t *now_ms, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code != TC_OK) return code;
    if (!now_ms) return tci_fail(error, TC_E_INVALID, "now_ms", "now_ms may not be NULL");
    *now_ms = tci_engine_now(engine);
    return TC_OK;
}

int32_t tc_engine_set_clock(tc_engine *engine, int64_t now_ms, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code != TC_OK) return code;
    if (!is_manual(engine))
        return tci_fail(error, TC_E_INVALID, "engine",
                        "the engine was not opened with TC_OPEN_MANUAL_CLOCK");
    if (now_ms < tci_engine_now(engine))
        return tci_fail(error, TC_E_INVALID, "now_ms", "now_ms may not be before the clock's time");
    if (now_ms > TC_TIME_MS_MAX)
        return tci_fail(error, TC_E_LIMIT, "now_ms", "now_ms may be at most %lld (year 9999)",
                        (long long)TC_TIME_MS_MAX);
    atomic_store(&engine->manual_ms, now_ms);
    return TC_OK;
}
