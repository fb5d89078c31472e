/* The engine's clock: the machine's, or the host's in tests, never running backward in a store. */
#include <time.h>

#include "engine/engine_internal.h"

static int64_t machine_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

uint64_t tci_monotonic_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

int64_t tci_clock_now(tc_engine *engine, int64_t at_least_ms) {
    int64_t now =
        engine->flags & TC_OPEN_MANUAL_CLOCK ? atomic_load(&engine->manual_ms) : machine_ms();
    if (now < at_least_ms) now = at_least_ms;
    int64_t floor = atomic_load(&engine->clock_floor);
    while (floor < now && !atomic_compare_exchange_weak(&engine->clock_floor, &floor, now)) {}
    return now < floor ? floor : now;
}

int64_t tci_engine_now(tc_engine *engine) {
    return tci_clock_now(engine, 0);
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
    if (!(engine->flags & TC_OPEN_MANUAL_CLOCK))
        return tci_fail(error, TC_E_INVALID, "engine",
                        "the engine was not opened with TC_OPEN_MANUAL_CLOCK");
    if (now_ms < tci_engine_now(engine))
        return tci_fail(error, TC_E_INVALID, "now_ms", "now_ms may not be before the clock's time");
    atomic_store(&engine->manual_ms, now_ms);
    return TC_OK;
}
