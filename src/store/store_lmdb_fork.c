/* What a fork does to open stores: the child must not use, close or unlock anything of its
 * parent's. Here live the fork generation and the process-wide registry of environments, which a
 * fork may not catch half changed. Must never call LMDB. */
#include <sys/mman.h>
#include <unistd.h>

#include "store/store_lmdb_internal.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t registry_mutex = PTHREAD_MUTEX_INITIALIZER;
static tci_lmdb_env *registry;
/* Environments of a parent process. They stay reachable and untouched for ever: closing their
 * descriptors would drop the locks of a store the child has opened since. */
static tci_lmdb_env *abandoned;

static _Atomic uint32_t generation = 1;
static _Atomic uint32_t unwiped = 1;
/* Reads as 0 in a child: the kernel wipes the page, or the handler below sets it. */
static _Atomic uint32_t *marker = &unwiped;

static void before_fork(void) {
    pthread_mutex_lock(&registry_mutex);
}

static void after_fork_in_parent(void) {
    pthread_mutex_unlock(&registry_mutex);
}

static void after_fork_in_child(void) {
    atomic_store(marker, 0);
    (void)tci_store_fork_generation();
    /* The lock on our byte of open.lock belongs to the description we share with the parent:
     * closing our copy leaves the lock to the parent, keeping it would outlive the parent. */
    for (tci_lmdb_env *env = registry; env; env = env->next) {
        if (env->presence_fd >= 0) close(env->presence_fd);
        env->presence_fd = -1;
    }
    pthread_mutex_unlock(&registry_mutex);
}

static void watch_forks(void) {
#ifdef MADV_WIPEONFORK
    /* Also sees forks that run no handlers (_Fork, a bare clone). */
    void *page = mmap(NULL, (size_t)sysconf(_SC_PAGESIZE), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page != MAP_FAILED) {
        if (madvise(page, (size_t)sysconf(_SC_PAGESIZE), MADV_WIPEONFORK) == 0) {
            marker = page;
            atomic_store(marker, 1);
        } else {
            munmap(page, (size_t)sysconf(_SC_PAGESIZE));
        }
    }
#endif
    (void)pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
}

uint32_t tci_store_fork_generation(void) {
    pthread_once(&once, watch_forks);
    if (TCI_UNLIKELY(atomic_load_explicit(marker, memory_order_relaxed) == 0) &&
        atomic_exchange(marker, 1) == 0)
        atomic_fetch_add(&generation, 1);
    return atomic_load_explicit(&generation, memory_order_relaxed);
}

void tci_lmdb_registry_lock(void) {
    (void)tci_store_fork_generation();
    pthread_mutex_lock(&registry_mutex);
}

void tci_lmdb_registry_unlock(void) {
    pthread_mutex_unlock(&registry_mutex);
}

tci_lmdb_env **tci_lmdb_registry(void) {
    uint32_t now = tci_store_fork_generation();
    for (tci_lmdb_env **at = &registry; *at;) {
        tci_lmdb_env *env = *at;
        if (env->fork_generation == now) {
            at = &env->next;
            continue;
        }
        *at = env->next;
        env->next = abandoned;
        abandoned = env;
    }
    return &registry;
}
