/* Completion queues: submitted commands, a bounded list of the finished, and a descriptor that is
 * readable while it is not empty. Results are decoded by the thread that takes them, so no user
 * memory is touched by the writer. */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "api/work.h"

typedef struct submission {
    tci_unit unit;
    tci_call call;
    tci_call_work work;
    tci_arena arena;
    tci_buf command;
    tc_queue *queue;
    void *user_data;
    void *result;
    uint32_t kind;
    struct submission *next;
    uint8_t room[256];
} submission;

struct tc_queue {
    tc_engine *engine;
    uint32_t capacity;
    _Atomic uint32_t in_flight; /* submitted and not yet taken */
    pthread_mutex_t lock;
    pthread_cond_t wake;
    submission *first;
    submission *last;
    uint32_t takers; /* threads inside tc_queue_next; under the lock */
    int event;
};

int32_t tc_queue_open(tc_engine *engine, uint32_t capacity, tc_queue **queue, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code == TC_OK) code = tci_check_not_null(queue, "queue", error);
    if (code == TC_OK) code = tci_check_range(capacity, 0, TC_QUEUE_MAX, "capacity", error);
    if (code != TC_OK) return code;
    code = tci_engine_start_thread(engine);
    if (code != TC_OK)
        return tci_fail(error, code, NULL, "the writer's thread could not be started");
    tc_queue *made = calloc(1, sizeof *made);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    made->engine = engine;
    made->capacity = capacity ? capacity : 4096;
    made->event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (made->event < 0) {
        free(made);
        return tci_fail(error, TC_E_NOMEM, NULL, "no file descriptor is left for the queue");
    }
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&made->lock, NULL);
    pthread_cond_init(&made->wake, &monotonic);
    pthread_condattr_destroy(&monotonic);
    tci_engine_add_child(engine, 1);
    *queue = made;
    return TC_OK;
}

static void submission_free(submission *done) {
    tci_call_free(&done->call);
    tci_buf_free(&done->command);
    tci_arena_free(&done->arena);
    free(done);
}

/* On the leader's thread: the command is answered. The queue cannot be closed before it is taken.
 */
static void submission_finish(tci_unit *unit) {
    submission *done = unit->owner;
    tc_queue *queue = done->queue;
    done->next = NULL;
    pthread_mutex_lock(&queue->lock);
    bool was_empty = queue->first == NULL;
    if (was_empty) queue->first = done;
    else queue->last->next = done;
    queue->last = done;
    if (was_empty) {
        uint64_t one = 1;
        ssize_t written = write(queue->event, &one, sizeof one);
        TCI_ASSERT(written == (ssize_t)sizeof one || errno == EAGAIN);
    }
    pthread_cond_signal(&queue->wake);
    pthread_mutex_unlock(&queue->lock);
}

static bool reserve(tc_queue *queue) {
    uint32_t now = atomic_load(&queue->in_flight);
    while (now < queue->capacity)
        if (atomic_compare_exchange_weak(&queue->in_flight, &now, now + 1)) return true;
    return false;
}

/* The request is read only during the call, but decode wants it later: keep a copy. */
static int32_t keep_request(submission *made, tc_error *error) {
    void *copy = tci_arena_copy(&made->arena, made->work.request, made->work.verb->request_size);
    if (!copy) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    made->work.request = copy;
    return TC_OK;
}

int32_t tc_command_submit(tc_engine *engine, const tc_command *command, tc_queue *queue,
                          void *user_data, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code == TC_OK) code = tci_check_not_null(command, "command", error);
    if (code == TC_OK) code = tci_check_not_null(queue, "queue", error);
    if (code != TC_OK) return code;
    if (command->size != sizeof *command)
        return tci_fail(error, TC_E_INVALID, "command", "command.size is %u, not %zu",
                        command->size, sizeof *command);
    if (queue->engine != engine)
        return tci_fail(error, TC_E_INVALID, "queue", "the queue belongs to another engine");
    submission *made = calloc(1, sizeof *made);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    made->queue = queue;
    made->user_data = user_data;
    made->result = command->result;
    made->kind = command->kind;
    tci_buf_init(&made->command, made->room, sizeof made->room);
    tci_call_init(&made->call);
    code = tci_work_prepare(engine, command->kind, command->request, command->result, &made->work,
                            &made->call, &made->arena, &made->command, error);
    if (code == TC_OK) code = keep_request(made, error);
    if (code == TC_OK && !reserve(queue)) code = tci_fail(error, TC_E_QUEUE_FULL, "queue", NULL);
    if (code != TC_OK) {
        submission_free(made);
        return code;
    }
    made->call.command = tci_buf_slice(&made->command);
    made->unit =
        (tci_unit){.calls = &made->call, .count = 1, .finish = submission_finish, .owner = made};
    code = tci_engine_submit(engine, &made->unit);
    if (code == TC_OK) return TC_OK;
    atomic_fetch_sub(&queue->in_flight, 1);
    submission_free(made);
    return tci_fail(error, code, NULL, NULL);
}

static struct timespec deadline_in(int32_t timeout_ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += timeout_ms / 1000;
    until.tv_nsec += (long)(timeout_ms % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    return until;
}

static submission *take(tc_queue *queue, int32_t timeout_ms) {
    struct timespec until = deadline_in(timeout_ms > 0 ? timeout_ms : 0);
    int waited = 0;
    pthread_mutex_lock(&queue->lock);
    queue->takers++;
    while (!queue->first && timeout_ms != 0 && waited == 0) {
        if (timeout_ms < 0) pthread_cond_wait(&queue->wake, &queue->lock);
        else waited = pthread_cond_timedwait(&queue->wake, &queue->lock, &until);
    }
    submission *done = queue->first;
    if (done) {
        queue->first = done->next;
        uint64_t count;
        if (!queue->first && read(queue->event, &count, sizeof count) < 0)
            TCI_ASSERT(errno == EAGAIN);
    }
    queue->takers--;
    pthread_mutex_unlock(&queue->lock);
    return done;
}

int32_t tc_queue_next(tc_queue *queue, tc_completion *completion, int32_t timeout_ms,
                      tc_error *error) {
    int32_t code = tci_check_not_null(queue, "queue", error);
    if (code == TC_OK) code = tci_check_not_null(completion, "completion", error);
    if (code != TC_OK) return code;
    if (completion->size != sizeof *completion)
        return tci_fail(error, TC_E_INVALID, "completion", "completion.size is %u, not %zu",
                        completion->size, sizeof *completion);
    submission *done = take(queue, timeout_ms);
    if (!done) return 0;
    tc_completion out = TC_COMPLETION_INIT;
    out.kind = done->kind;
    out.user_data = done->user_data;
    out.result = done->result;
    out.replayed = done->call.replayed;
    out.code = tci_work_finish(queue->engine, &done->work, &done->call, done->result, &out.error);
    out.error.conflicts = NULL;
    out.error.conflicts_capacity = 0;
    *completion = out;
    submission_free(done);
    atomic_fetch_sub(&queue->in_flight, 1);
    return 1;
}

int32_t tc_queue_fd(const tc_queue *queue) {
    return queue ? queue->event : TC_E_INVALID;
}

uint32_t tc_queue_in_flight(const tc_queue *queue) {
    return queue ? atomic_load(&((tc_queue *)(uintptr_t)queue)->in_flight) : 0;
}

int32_t tc_queue_close(tc_queue *queue, tc_error *error) {
    if (!queue) return TC_OK;
    if (atomic_load(&queue->in_flight) != 0)
        return tci_fail(error, TC_E_BUSY, "queue", "%u commands are in flight or not taken",
                        atomic_load(&queue->in_flight));
    pthread_mutex_lock(&queue->lock);
    uint32_t takers = queue->takers;
    pthread_mutex_unlock(&queue->lock);
    if (takers != 0)
        return tci_fail(error, TC_E_BUSY, "queue", "%u threads wait in tc_queue_next()", takers);
    tc_engine *engine = queue->engine;
    close(queue->event);
    pthread_cond_destroy(&queue->wake);
    pthread_mutex_destroy(&queue->lock);
    free(queue);
    tci_engine_add_child(engine, -1);
    return TC_OK;
}
