/* The preloaded library that lets a process kill itself at an exact system call. Found with dlsym,
 * so that a program that was started without it still runs. */
#ifndef CRASH_KILLER_H
#define CRASH_KILLER_H

#include <dlfcn.h>
#include <stdint.h>

/* How a process dies at the call. */
typedef enum killer_how {
    KILLER_BEFORE = 0, /* the call is not made */
    KILLER_AFTER,      /* it is made, its answer never seen */
    KILLER_MIDDLE      /* of a write, only a part is made; else as before */
} killer_how;

/* Die at the `at`-th call from now on, counted over all threads; 0: never. */
typedef void killer_arm_function(uint32_t at, killer_how how);
/* Die `late_us` after LMDB took the lock file's exclusive lock and before it gives it up: at the
 * `at`-th call in between, from 1. `ready_fd` ≥ 0: write a byte there first. */
typedef void killer_window_function(uint32_t at, uint32_t late_us, int ready_fd);
/* Calls counted since the start of the process. */
typedef uint64_t killer_count_function(void);

#define KILLER_ARM "killer_arm"
#define KILLER_WINDOW "killer_window"
#define KILLER_COUNT "killer_count"

/* Do nothing where the library is not preloaded. */
static inline void killer_arm_if(uint32_t at, killer_how how) {
    killer_arm_function *function;
    *(void **)&function = dlsym(RTLD_DEFAULT, KILLER_ARM);
    if (function) function(at, how);
}

static inline void killer_window_if(uint32_t at, uint32_t late_us, int ready_fd) {
    killer_window_function *function;
    *(void **)&function = dlsym(RTLD_DEFAULT, KILLER_WINDOW);
    if (function) function(at, late_us, ready_fd);
}

#endif
