/* The reserve of a nearly full store. A copy-on-write tree needs room even to delete, and as long
 * as an old snapshot is open nothing that is freed can be used again: then what gives back eats the
 * reserve like everything else. So the reserve grows with what waits for old snapshots, new work is
 * refused before it is touched, and one commit takes only a part of it. Called by the leader only.
 */
#include "engine/fullness.h"

#include <inttypes.h>

#include "engine/engine_internal.h"

/* Commits between two looks, far from full. */
#define LOOK_COMMITS 64u
/* What a commit takes at most, for knowing how many may pass until the next look. */
#define COMMIT_PAGES 1024u
/* A commit in the reserve stays below this, so that the list of what it frees fits a page. */
#define RESERVE_COMMIT_PAGES 400u
#define SWEEP_LIMIT 4096u
#define RESERVE_SWEEP_LIMIT 16u
/* Least reserve: a few commits, of which the last one's pages are not yet to be used again. */
#define RESERVE_PAGES_MIN 128u
/* What is kept besides for each page that waits for a snapshot. To take a place and order it costs
 * two commits; to pay, confirm, capture, tell and answer it costs up to three times as much. */
#define KEPT_A_PAGE 3u
/* And how much of that at most, where it is more than a quarter of the store. */
#define KEPT_PAGES_MAX 4096u
/* A snapshot that is so many commits old keeps pages: in a nearly full store it matters, and
 * anywhere it is worth a word after so many more. */
#define KEEPING_COMMITS 8u
#define OLD_COMMITS 16384u
/* The log hears of the same thing once in so long. */
#define TELL_US UINT64_C(60000000)

static bool may_tell(uint64_t *told_us) {
    uint64_t now_us = tci_monotonic_us();
    if (*told_us && now_us - *told_us < TELL_US) return false;
    *told_us = TCI_MAX(now_us, UINT64_C(1));
    return true;
}

static void tell_full(tc_engine *engine, uint64_t left, uint64_t pages) {
    if (!may_tell(&engine->fullness.told_full_us)) return;
    tci_engine_log(engine, TC_LOG_WARN, "store",
                   "nearly full, %" PRIu64 " of %" PRIu64
                   " pages are left: new work is refused, what gives back goes on",
                   left, pages);
}

static void tell_reader(tc_engine *engine, const tci_store_stat *stat) {
    if (!may_tell(&engine->fullness.told_reader_us)) return;
    tci_engine_log(engine, TC_LOG_WARN, "store",
                   "process %" PRIu32 " has a snapshot open that is %" PRIu64
                   " commits old; no page freed since is used again before it closes",
                   stat->oldest_reader_pid, stat->oldest_reader_lag);
}

static uint64_t reserve_of(uint64_t pages, uint64_t waiting) {
    uint64_t most = TCI_MAX(pages / 4, (uint64_t)KEPT_PAGES_MAX);
    return TCI_MAX(pages / 10, (uint64_t)RESERVE_PAGES_MIN) + TCI_MIN(KEPT_A_PAGE * waiting, most);
}

void tci_fullness_look(tc_engine *engine) {
    tci_fullness *full = &engine->fullness;
    tci_store_stat stat = {0};
    if (full->until_look) {
        full->until_look--;
        return;
    }
    full->tight = false;
    if (tci_store_stat_get(engine->store, &stat) != TC_OK || !stat.page_bytes) {
        if (!full->nearly_full) full->allowance = UINT64_MAX; /* not known: as if there were room */
        return;
    }
    bool kept = stat.oldest_reader_lag >= KEEPING_COMMITS;
    uint64_t pages = stat.map_bytes / stat.page_bytes;
    uint64_t waiting = kept ? TCI_MIN(stat.waiting_pages, stat.free_pages) : 0;
    uint64_t used = stat.used_bytes / stat.page_bytes;
    used -= TCI_MIN(used, stat.free_pages - waiting);
    uint64_t left = pages - TCI_MIN(pages, used);
    uint64_t reserve = reserve_of(pages, waiting);
    full->nearly_full = left < reserve;
    uint64_t slack = left - TCI_MIN(left, reserve);
    full->until_look = (uint32_t)TCI_MIN(slack / COMMIT_PAGES, (uint64_t)LOOK_COMMITS);
    full->allowance = full->nearly_full ? TCI_MIN(left / 4, (uint64_t)RESERVE_COMMIT_PAGES)
                                        : slack / (full->until_look + 1u);
    if (full->nearly_full) tell_full(engine, left, pages);
    if (stat.oldest_reader_lag >= OLD_COMMITS || (full->nearly_full && kept))
        tell_reader(engine, &stat);
}

bool tci_fullness_tighten(tc_engine *engine, uint32_t commands) {
    if (commands < 2) return false;
    engine->fullness.tight = engine->fullness.nearly_full = true;
    engine->fullness.allowance = 0;
    engine->fullness.until_look = commands;
    return true;
}

bool tci_fullness_admits(const tc_engine *engine, uint16_t code) {
    if (!engine->fullness.nearly_full) return true;
    for (const uint16_t *one = engine->domain->when_full; one && *one; one++)
        if (*one == code) return true;
    return false;
}

bool tci_fullness_closes(const tc_engine *engine, const tci_view *stage) {
    return tci_view_pages_bound(stage) > engine->fullness.allowance;
}

uint32_t tci_fullness_sweep_limit(const tc_engine *engine) {
    return engine->fullness.nearly_full ? RESERVE_SWEEP_LIMIT : SWEEP_LIMIT;
}
