/* Sentences of the engine, kept until a thread that has the interpreter lock comes by. The engine
 * may speak from any thread and inside its own locks, so taking the interpreter lock there could
 * wait for itself; this file only copies. The oldest give way when nobody comes. */
#include "core.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define LOG_LINES 256u
#define LOG_BYTES 400u

typedef struct log_line {
    int32_t level;
    char area[24];
    char sentence[LOG_BYTES];
} log_line;

struct tp_log {
    pthread_mutex_t lock;
    atomic_uint waiting;
    uint32_t first;
    log_line lines[LOG_LINES];
};

tp_log *tp_log_new(void) {
    tp_log *log = calloc(1, sizeof *log);
    if (log) pthread_mutex_init(&log->lock, NULL);
    return log;
}

void tp_log_free(tp_log *log) {
    free(log);
}

static void copy_text(char *to, size_t size, const char *from) {
    size_t length = from ? strlen(from) : 0;
    if (length >= size) length = size - 1;
    if (length) memcpy(to, from, length);
    to[length] = '\0';
}

void tp_log_take(void *user_data, int32_t level, const char *area, const char *sentence) {
    tp_log *log = user_data;
    pthread_mutex_lock(&log->lock);
    uint32_t waiting = atomic_load_explicit(&log->waiting, memory_order_relaxed);
    if (waiting == LOG_LINES) {
        log->first = (log->first + 1) % LOG_LINES;
        waiting--;
    }
    log_line *line = &log->lines[(log->first + waiting) % LOG_LINES];
    line->level = level;
    copy_text(line->area, sizeof line->area, area);
    copy_text(line->sentence, sizeof line->sentence, sentence);
    atomic_store_explicit(&log->waiting, waiting + 1, memory_order_release);
    pthread_mutex_unlock(&log->lock);
}

static bool take_one(tp_log *log, log_line *line) {
    pthread_mutex_lock(&log->lock);
    uint32_t waiting = atomic_load_explicit(&log->waiting, memory_order_relaxed);
    if (waiting) {
        *line = log->lines[log->first];
        log->first = (log->first + 1) % LOG_LINES;
        atomic_store_explicit(&log->waiting, waiting - 1, memory_order_release);
    }
    pthread_mutex_unlock(&log->lock);
    return waiting != 0;
}

void tp_log_tell(tp_log *log, PyObject *to) {
    log_line line;
    if (!log || !to || !atomic_load_explicit(&log->waiting, memory_order_acquire)) return;
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    while (take_one(log, &line)) {
        PyObject *area = tp_decode_text(line.area, strlen(line.area));
        PyObject *sentence = tp_decode_text(line.sentence, strlen(line.sentence));
        PyObject *said = area && sentence
                             ? PyObject_CallFunction(to, "iOO", (int)line.level, area, sentence)
                             : NULL;
        if (!said) PyErr_WriteUnraisable(to);
        Py_XDECREF(said);
        Py_XDECREF(area);
        Py_XDECREF(sentence);
    }
    PyErr_Restore(type, value, trace);
}
