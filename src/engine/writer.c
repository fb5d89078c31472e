/* Group commit led by callers. A caller that finds nobody leading leads at once and has no hand-off
 * to pay for; others join the forming batch and sleep on its word. When a leader is done it wakes
 * its batch with one call and passes leadership to the first of the forming batch. Units that
 * nobody waits for (submitted ones) are led by the engine's own thread when they stand first. */
#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "engine/engine_internal.h"

static void futex_wait(_Atomic uint32_t *word, uint32_t value) {
    syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

static void futex_wake(_Atomic uint32_t *word, int count) {
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

/* Under the lock: the forming batch, closed. */
static tci_unit *take_forming(tc_engine *engine, uint32_t *number) {
    tci_unit *first = engine->forming_first;
    *number = engine->forming_number++;
    engine->forming_first = engine->forming_last = NULL;
    return first;
}

static void answer_batch(tc_engine *engine, tci_unit *first, uint32_t number) {
    uint64_t commands = 0;
    bool sleepers = false;
    for (tci_unit *unit = first, *next; unit; unit = next) {
        next = unit->next; /* an answered unit is its owner's again */
        commands += unit->count;
        if (unit->finish) {
            unit->finish(unit);
        } else {
            sleepers = true;
            atomic_store(&unit->state, UNIT_DONE);
        }
    }
    atomic_fetch_sub(&engine->waiting, commands);
    if (!sleepers) return;
    _Atomic uint32_t *word = &engine->words[number % BATCH_WORDS];
    atomic_fetch_add(word, 1);
    futex_wake(word, INT_MAX);
}

/* Under the lock: give leadership to the first of the forming batch, if there is one. */
static void pass_on(tc_engine *engine) {
    tci_unit *first = engine->forming_first;
    engine->leading = first != NULL;
    if (!first) return;
    if (first->finish) {
        engine->thread_leads = true;
        pthread_cond_signal(&engine->thread_wake);
    } else {
        atomic_store(&first->state, UNIT_LEAD);
        futex_wake(&first->state, 1);
    }
}

static void lead(tc_engine *engine) {
    uint32_t number;
    tci_txn *txn = NULL;
    int32_t code = tci_stage_begin(engine, &txn);
    pthread_mutex_lock(&engine->lock);
    TCI_ASSERT(engine->leading);
    tci_unit *first = take_forming(engine, &number);
    pthread_mutex_unlock(&engine->lock);
    tci_stage_run(engine, first, txn, code);
    answer_batch(engine, first, number);
    pthread_mutex_lock(&engine->lock);
    pass_on(engine);
    pthread_mutex_unlock(&engine->lock);
}

/* Under the lock: join the forming batch. Answers whether the caller must see to a leader. */
static bool join(tc_engine *engine, tci_unit *unit) {
    unit->next = NULL;
    if (engine->forming_last) engine->forming_last->next = unit;
    else engine->forming_first = unit;
    engine->forming_last = unit;
    if (engine->leading) return false;
    engine->leading = true;
    return true;
}

static bool admit(tc_engine *engine, size_t count) {
    uint64_t before = atomic_fetch_add(&engine->waiting, count);
    if (before == 0 || before + count <= engine->queue_depth) return true;
    atomic_fetch_sub(&engine->waiting, count);
    return false;
}

/* Sleep until the unit is answered, leading when told to. The first of a forming batch sleeps on
 * its own state, because only it is woken to lead; the others on their batch's word. */
static void wait_answer(tc_engine *engine, tci_unit *unit, bool is_first, uint32_t number,
                        uint32_t value) {
    _Atomic uint32_t *word = &engine->words[number % BATCH_WORDS];
    for (;;) {
        uint32_t state = atomic_load(&unit->state);
        if (state == UNIT_DONE) return;
        if (state == UNIT_LEAD) {
            lead(engine);
            TCI_ASSERT(atomic_load(&unit->state) == UNIT_DONE);
            return;
        }
        if (is_first) futex_wait(&unit->state, UNIT_WAITING);
        else futex_wait(word, value);
    }
}

static void refuse_unit(tci_unit *unit, int32_t code) {
    for (size_t i = 0; i < unit->count; i++) {
        tci_call *call = &unit->calls[i];
        call->code = tci_fail(&call->error, code, NULL, NULL);
    }
}

static void prepare(tc_engine *engine, tci_unit *unit) {
    for (size_t i = 0; i < unit->count; i++) {
        tci_call *call = &unit->calls[i];
        call->seed = engine->fixed_seed + atomic_fetch_add(&engine->seed_count, 1);
        call->content = tci_checksum(call->command.data, call->command.len, call->op->code);
        /* The time of a time-ordered id leads, which keeps the table local; the rest is hashed,
         * because secrets are made from the id and may not be found from the store. */
        memcpy(call->request_key, call->request_id.bytes, 6);
        uint8_t hash[16];
        static const tc_request_id NONE;
        if (memcmp(&call->request_id, &NONE, sizeof NONE) == 0) continue;
        tci_keyed_hash(engine->hash_key, "request", call->request_id.bytes, 16, hash);
        memcpy(call->request_key + 6, hash, 10);
    }
}

void tci_engine_run(tc_engine *engine, tci_call *calls, size_t count) {
    tci_unit unit = {.calls = calls, .count = count};
    if (count == 0) return;
    if (engine->flags & TC_OPEN_READ_ONLY) {
        refuse_unit(&unit, TC_E_READ_ONLY);
        return;
    }
    prepare(engine, &unit);
    if (!admit(engine, count)) {
        refuse_unit(&unit, TC_E_QUEUE_FULL);
        return;
    }
    pthread_mutex_lock(&engine->lock);
    bool leads = join(engine, &unit);
    bool is_first = engine->forming_first == &unit;
    uint32_t number = engine->forming_number;
    uint32_t value = atomic_load(&engine->words[number % BATCH_WORDS]);
    pthread_mutex_unlock(&engine->lock);
    if (leads) lead(engine);
    else wait_answer(engine, &unit, is_first, number, value);
}

int32_t tci_engine_submit(tc_engine *engine, tci_unit *unit) {
    if (engine->flags & TC_OPEN_READ_ONLY) return TC_E_READ_ONLY;
    int32_t code = atomic_load(&engine->poisoned);
    if (code != TC_OK) return code;
    prepare(engine, unit);
    if (!admit(engine, unit->count)) return TC_E_QUEUE_FULL;
    pthread_mutex_lock(&engine->lock);
    TCI_DEBUG_ASSERT(engine->thread_runs);
    if (join(engine, unit)) {
        engine->thread_leads = true;
        pthread_cond_signal(&engine->thread_wake);
    }
    pthread_mutex_unlock(&engine->lock);
    return TC_OK;
}

static void *writer_thread(void *argument) {
    tc_engine *engine = argument;
    pthread_mutex_lock(&engine->lock);
    for (;;) {
        while (!engine->thread_leads && !engine->thread_stop)
            pthread_cond_wait(&engine->thread_wake, &engine->lock);
        if (!engine->thread_leads) break;
        engine->thread_leads = false;
        pthread_mutex_unlock(&engine->lock);
        lead(engine);
        pthread_mutex_lock(&engine->lock);
    }
    pthread_mutex_unlock(&engine->lock);
    return NULL;
}

int32_t tci_engine_start_thread(tc_engine *engine) {
    pthread_mutex_lock(&engine->lock);
    int32_t code = TC_OK;
    if (!engine->thread_runs) {
        if (pthread_create(&engine->thread, NULL, writer_thread, engine) == 0)
            engine->thread_runs = true;
        else code = TC_E_NOMEM;
    }
    pthread_mutex_unlock(&engine->lock);
    return code;
}

int32_t tci_writer_begin(tc_engine *engine) {
    if (pthread_mutex_init(&engine->lock, NULL)) return TC_E_NOMEM;
    if (pthread_cond_init(&engine->thread_wake, NULL)) return TC_E_NOMEM;
    return tci_stage_new(&engine->stage);
}

void tci_writer_end(tc_engine *engine) {
    if (engine->thread_runs) {
        pthread_mutex_lock(&engine->lock);
        engine->thread_stop = true;
        pthread_cond_signal(&engine->thread_wake);
        pthread_mutex_unlock(&engine->lock);
        pthread_join(engine->thread, NULL);
    }
    tci_stage_free(&engine->stage);
    pthread_cond_destroy(&engine->thread_wake);
    pthread_mutex_destroy(&engine->lock);
}
