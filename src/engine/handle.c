/* What every part of the engine asks of a handle: is it alive, who depends on it, what its host's
 * log should hear, what its keys make of a secret. Must never take the writer's lock. */
#include <stdarg.h>
#include <stdio.h>

#include "engine/engine_internal.h"

int32_t tci_engine_enter(tc_engine *engine, tc_error *error) {
    if (!engine) return tci_fail(error, TC_E_INVALID, "engine", "engine may not be NULL");
    if (engine->fork_generation != tci_store_fork_generation())
        return tci_fail(error, TC_E_FORKED, "engine", NULL);
    int32_t poisoned = atomic_load_explicit(&engine->poisoned, memory_order_acquire);
    return poisoned ? tci_fail(error, poisoned, "engine", NULL) : TC_OK;
}

void tci_engine_poison(tc_engine *engine, int32_t code) {
    int32_t sound = TC_OK;
    if (atomic_compare_exchange_strong(&engine->poisoned, &sound, code))
        tci_engine_log(engine, TC_LOG_ERROR, "writer",
                       "a commit failed with unknown outcome; the handle is closed for good");
}

void tci_engine_add_child(tc_engine *engine, int32_t by) {
    int32_t before = atomic_fetch_add(&engine->children, by);
    TCI_ASSERT(before + by >= 0);
}

void tci_engine_log(const tc_engine *engine, int32_t level, const char *area, const char *format,
                    ...) {
    if (!engine->log || level > engine->log_level) return;
    char sentence[256];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    engine->log(engine->log_user_data, level, area, sentence);
}

void tci_engine_hash_secret(const tc_engine *engine, const tc_secret *secret, uint8_t hash[16]) {
    tci_keyed_hash(engine->hash_key, "secret", secret->bytes, sizeof secret->bytes, hash);
}

void tci_engine_make_secret(const tc_engine *engine, const tc_request_id *request_id,
                            const char *purpose, tc_secret *secret) {
    static const tc_request_id NONE;
    if (memcmp(request_id, &NONE, sizeof NONE) == 0) tci_random(secret, sizeof *secret);
    else tci_keyed_hash(engine->hash_key, purpose, request_id, sizeof *request_id, secret->bytes);
}

void tci_engine_part_secret(const tc_engine *engine, const tc_secret *whole, uint64_t n,
                            tc_secret *part) {
    uint8_t both[24];
    memcpy(both, whole->bytes, 16);
    tci_store64(both + 16, n);
    tci_keyed_hash(engine->hash_key, "part", both, sizeof both, part->bytes);
}

void tci_engine_hash_text(const tc_engine *engine, tci_slice text, uint8_t hash[16]) {
    tci_keyed_hash(engine->hash_key, "text", text.data, text.len, hash);
}
