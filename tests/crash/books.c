/* The history of every object by commit, and the audit of an image against it. At a commit that
 * somebody looked at, the image must be equal to what was seen; between two looks it must lie
 * between them. */
#include "books.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

typedef struct seen {
    look object;
    uint64_t commit;
    uint64_t order; /* in the trace */
} seen;

/* All that was seen of one object: a part of the sorted list. */
typedef struct history {
    const seen *first;
    uint32_t count;
} history;

typedef struct store_books {
    seen *all;
    uint32_t count, room;
    history *objects;
    uint32_t objects_count;
    uint64_t *moments; /* commits that were looked at, sorted */
    uint32_t moments_count, moments_room;
} store_books;

struct books {
    store_books stores[STORES_MAX];
};

void verdict_say(verdict *found, uint32_t *counter, const char *format, ...) {
    if (found->lost + found->double_sold + found->money_drift + found->broken == 0) {
        va_list args;
        va_start(args, format);
        vsnprintf(found->sentence, sizeof found->sentence, format, args);
        va_end(args);
    }
    ++*counter;
}

static void *grown(void *list, uint32_t count, uint32_t *room, size_t one) {
    if (count < *room) return list;
    *room = *room ? *room * 2 : 1024;
    list = realloc(list, *room * one);
    if (!list) harness_die("no memory");
    return list;
}

static void take_mark(books *it, const mark *one, uint64_t order) {
    if (one->store >= STORES_MAX) harness_die("a mark of store %u", one->store);
    store_books *store = &it->stores[one->store];
    if (one->what == MARK_SEEN) {
        store->all = grown(store->all, store->count, &store->room, sizeof *store->all);
        store->all[store->count++] = (seen){one->object, one->commit, order};
    } else if (one->what == MARK_MOMENT) {
        store->moments = grown(store->moments, store->moments_count, &store->moments_room,
                               sizeof *store->moments);
        store->moments[store->moments_count++] = one->commit;
    }
}

static int compare_objects(const look *a, const look *b) {
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->id != b->id) return a->id < b->id ? -1 : 1;
    if (a->sub != b->sub) return a->sub < b->sub ? -1 : 1;
    return 0;
}

static int compare_seen(const void *left, const void *right) {
    const seen *a = left, *b = right;
    int objects = compare_objects(&a->object, &b->object);
    if (objects) return objects;
    if (a->commit != b->commit) return a->commit < b->commit ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static int compare_commits(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

/* Two looks at one commit saw the same. */
static void check_marks(const store_books *store, uint32_t number) {
    for (uint32_t i = 1; i < store->count; i++) {
        const seen *a = &store->all[i - 1], *b = &store->all[i];
        if (compare_objects(&a->object, &b->object) != 0) continue;
        if (a->commit == b->commit &&
            memcmp(a->object.words, b->object.words, sizeof a->object.words) != 0)
            harness_die(
                "two looks at commit %llu of store %u saw %s %llu/%u differently: "
                "%llu %llu %llu %llu and %llu %llu %llu %llu",
                (unsigned long long)a->commit, number, look_name(a->object.kind),
                (unsigned long long)a->object.id, a->object.sub,
                (unsigned long long)a->object.words[0], (unsigned long long)a->object.words[1],
                (unsigned long long)a->object.words[2], (unsigned long long)a->object.words[3],
                (unsigned long long)b->object.words[0], (unsigned long long)b->object.words[1],
                (unsigned long long)b->object.words[2], (unsigned long long)b->object.words[3]);
    }
}

static void sort_store(store_books *store, uint32_t number) {
    if (store->count == 0) return;
    qsort(store->all, store->count, sizeof *store->all, compare_seen);
    qsort(store->moments, store->moments_count, sizeof *store->moments, compare_commits);
    check_marks(store, number);
    store->objects = calloc(store->count, sizeof *store->objects);
    if (!store->objects) harness_die("no memory");
    for (uint32_t i = 0; i < store->count; i++) {
        const seen *one = &store->all[i];
        if (i == 0 || compare_objects(&one[-1].object, &one->object) != 0)
            store->objects[store->objects_count++] = (history){one, 0};
        store->objects[store->objects_count - 1].count++;
    }
}

static const trace_record *record_at(const trace_head *trace, uint64_t at) {
    return (const trace_record *)(const void *)((const char *)trace + at);
}

books *books_read(const trace_head *trace) {
    books *it = calloc(1, sizeof *it);
    if (!it) harness_die("no memory");
    for (uint64_t at = sizeof *trace; at < trace->used;) {
        const trace_record *record = record_at(trace, at);
        const mark *marks = (const mark *)(const void *)(record + 1);
        for (uint32_t i = 0; record->kind == TRACE_MARK && i < record->bytes / sizeof *marks; i++)
            take_mark(it, &marks[i], at);
        at += trace_step(record);
    }
    for (uint32_t i = 0; i < STORES_MAX; i++) sort_store(&it->stores[i], i);
    return it;
}

void books_free(books *it) {
    for (uint32_t i = 0; i < STORES_MAX; i++) {
        free(it->stores[i].all);
        free(it->stores[i].objects);
        free(it->stores[i].moments);
    }
    free(it);
}

uint64_t books_moments(const books *it) {
    uint64_t all = 0;
    for (uint32_t i = 0; i < STORES_MAX; i++) all += it->stores[i].moments_count;
    return all;
}

added books_demand(demand demands[STORES_MAX], const trace_record *record) {
    const mark *marks = (const mark *)(const void *)(record + 1);
    added more = ADDED_NOTHING;
    for (uint32_t i = 0; i < record->bytes / sizeof *marks; i++) {
        const mark *one = &marks[i];
        demand *of = &demands[one->store];
        if (!of->known) *of = (demand){.known = true, .of = one->of};
        if (one->what == MARK_BORN || one->what == MARK_ALIEN) {
            of->born = true;
            more = ADDED_HARD;
            of->of = one->of;
            of->alien = one->what == MARK_ALIEN;
            if (one->commit > of->commit) of->commit = one->commit;
        }
        if (one->what != MARK_MOMENT) continue;
        uint64_t *commit = one->soft ? &of->soft_commit : &of->commit;
        if (one->commit > *commit) {
            *commit = one->commit;
            if (!one->soft) more = ADDED_HARD;
            else if (more == ADDED_NOTHING) more = ADDED_SOFT;
        }
    }
    return more;
}

static bool was_looked_at(const store_books *store, uint64_t commit) {
    return store->moments_count && bsearch(&commit, store->moments, store->moments_count,
                                           sizeof commit, compare_commits) != NULL;
}

/* How many of an object's sightings are not after the commit. */
static uint32_t seen_until(const history *object, uint64_t commit) {
    uint32_t low = 0, high = object->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (object->first[middle].commit <= commit) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void say_differs(verdict *found, const look *was, const look *is, uint64_t commit) {
    uint32_t *counter = was->kind == LOOK_LEDGER ? &found->money_drift : &found->lost;
    verdict_say(found, counter,
                "commit %llu: %s %llu/%u was %llu %llu %llu %llu and is %llu %llu %llu %llu",
                (unsigned long long)commit, look_name(was->kind), (unsigned long long)was->id,
                was->sub, (unsigned long long)was->words[0], (unsigned long long)was->words[1],
                (unsigned long long)was->words[2], (unsigned long long)was->words[3],
                (unsigned long long)is->words[0], (unsigned long long)is->words[1],
                (unsigned long long)is->words[2], (unsigned long long)is->words[3]);
}

/* Answers false when the object is not to be read at all. */
static void audit_object(const history *object, bool exact, tc_snapshot *snapshot, verdict *found,
                         look *now) {
    uint32_t until = seen_until(object, found->commit);
    now->kind = LOOK_KINDS;
    if (until == 0) return; /* not made yet */
    const look *was = &object->first[until - 1].object;
    *now = *was;
    int32_t code = look_at(snapshot, now);
    if (code != TC_OK) {
        verdict_say(found, &found->lost, "commit %llu: %s %llu/%u is not there: %s",
                    (unsigned long long)found->commit, look_name(was->kind),
                    (unsigned long long)was->id, was->sub, tc_error_name(code));
        return;
    }
    bool equal = memcmp(was->words, now->words, sizeof was->words) == 0;
    if (exact) {
        if (!equal) say_differs(found, was, now, found->commit);
        return;
    }
    if (now->words[0] < was->words[0] ||
        (now->words[0] == was->words[0] && look_is_tight(was->kind) && !equal))
        say_differs(found, was, now, found->commit);
    if (until < object->count && now->words[0] > object->first[until].object.words[0])
        say_differs(found, &object->first[until].object, now, found->commit);
}

enum { SEATS_MARKED = 4096 };

void books_audit(const books *it, const demand *wanted, tc_snapshot *snapshot, verdict *found) {
    const store_books *store = &it->stores[wanted->of];
    uint8_t ticketed[SEATS_MARKED] = {0};
    found->commit = tc_snapshot_commit(snapshot);
    if (found->commit < wanted->commit)
        verdict_say(found, &found->lost, "commit %llu was acknowledged, the image stands at %llu",
                    (unsigned long long)wanted->commit, (unsigned long long)found->commit);
    if (wanted->alien) return;
    bool exact = was_looked_at(store, found->commit);
    for (uint32_t i = 0; i < store->objects_count; i++) {
        look now;
        audit_object(&store->objects[i], exact, snapshot, found, &now);
        if (now.kind == LOOK_LEDGER && now.words[1] != now.words[2])
            verdict_say(found, &found->money_drift, "debits are %llu, credits %llu",
                        (unsigned long long)now.words[1], (unsigned long long)now.words[2]);
        if (now.kind != LOOK_TICKET || now.words[1] == TC_TICKET_VOIDED ||
            now.words[3] >= SEATS_MARKED || now.id >> 32 != 1)
            continue;
        if (ticketed[now.words[3]]++)
            verdict_say(found, &found->double_sold, "commit %llu: seat %llu has two valid tickets",
                        (unsigned long long)found->commit, (unsigned long long)now.words[3]);
    }
}
