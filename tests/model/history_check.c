/* A seat is a small state machine whose versions count its changes, so the order is given: changes
 * by version, each sight of a version after its change and before the next. What is left to check
 * is that this order keeps to the clock: nobody sees less than what was answered before, nor more
 * than what was asked for. The pool has no versions; there every answer must be possible for some
 * order.
 */
#include "history_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ticketcore/ticketcore.h>

enum { VERSIONS = 1 << 16 };

static int by_call(const void *one, const void *other) {
    const op *a = one, *b = other;
    return a->call_ns < b->call_ns ? -1 : a->call_ns > b->call_ns;
}

static bool is_change(const op *o) {
    return o->kind >= OP_HOLD && o->kind <= OP_UNBLOCK;
}

static bool wrong(verdict *v, const char *what, const op *o) {
    v->good = false;
    snprintf(v->why, sizeof v->why, "%s: seat %u version %u state %u by %u (kind %u, hold %llu)",
             what, o->seat, o->version, o->state, o->who, o->kind, (unsigned long long)o->hold);
    return false;
}

static bool follows(uint32_t from, const op *before, const op *o) {
    switch (o->kind) {
    case OP_HOLD: return from == TC_SEAT_FREE;
    case OP_RELEASE:
    case OP_BUY: return from == TC_SEAT_HELD && before && before->hold == o->hold;
    case OP_REFUND: return from == TC_SEAT_SOLD && before && before->hold == o->hold;
    case OP_BLOCK: return from == TC_SEAT_FREE;
    default: return from == TC_SEAT_BLOCKED;
    }
}

/* Every version was made once, from a state that allows it, none is left out. */
static bool check_chain(const op **made, uint32_t newest, verdict *v) {
    for (uint32_t version = 2; version <= newest; version++) {
        const op *before = version > 2 ? made[version - 1] : NULL;
        uint32_t from = before ? before->state : TC_SEAT_FREE;
        if (!made[version]) {
            v->good = false;
            snprintf(v->why, sizeof v->why, "version %u was seen and nobody made it", version);
            return false;
        }
        if (follows(from, before, made[version])) continue;
        if (made[version]->kind == OP_HOLD) v->double_sold++;
        return wrong(v, "a change that its state did not allow", made[version]);
    }
    return true;
}

/* At its call, what had been answered already; at its return, what had been asked for. */
static bool check_times(const op *ops, size_t count, uint32_t seat, const op **made, verdict *v) {
    static int64_t earliest[VERSIONS]; /* return of the first to make or see a version */
    uint32_t newest = 1;
    memset(earliest, 0, sizeof earliest);
    for (size_t i = 0; i < count; i++) {
        const op *o = &ops[i];
        if (o->seat != seat || o->kind > OP_REFUSED) continue;
        if (!earliest[o->version] || o->return_ns < earliest[o->version])
            earliest[o->version] = o->return_ns;
        if (o->version > newest) newest = o->version;
    }
    for (uint32_t version = newest; version > 1; version--) /* who saw more saw this too */
        if (!earliest[version - 1] ||
            (earliest[version] && earliest[version] < earliest[version - 1]))
            earliest[version - 1] = earliest[version];
    for (size_t i = 0; i < count; i++) {
        const op *o = &ops[i];
        if (o->seat != seat || o->kind > OP_REFUSED) continue;
        uint32_t next = is_change(o) ? o->version : o->version + 1;
        /* A change's own version is its own to make; another's answer about it comes later. */
        if (next <= newest && earliest[next] && earliest[next] < o->call_ns)
            return wrong(v, "it was answered after a newer version had been", o);
        if (!is_change(o) && o->version > 1 && made[o->version]->call_ns > o->return_ns)
            return wrong(v, "it saw what had not been asked for yet", o);
        if (!is_change(o) && o->state != (o->version > 1 ? made[o->version]->state : TC_SEAT_FREE))
            return wrong(v, "it saw another state than that version's", o);
    }
    return true;
}

static bool check_seat(const op *ops, size_t count, uint32_t seat, verdict *v) {
    static const op *made[VERSIONS];
    uint32_t newest = 1;
    memset(made, 0, sizeof made);
    for (size_t i = 0; i < count; i++) {
        const op *o = &ops[i];
        if (o->seat != seat || o->kind > OP_REFUSED) continue;
        if (o->version == 0 || o->version >= VERSIONS) return wrong(v, "a version out of range", o);
        if (o->version > newest) newest = o->version;
        if (!is_change(o)) continue;
        if (made[o->version]) {
            v->double_sold++;
            return wrong(v, "a version was made twice", o);
        }
        made[o->version] = o;
    }
    return check_chain(made, newest, v) && check_times(ops, count, seat, made, v);
}

/* Places surely and perhaps taken at some moment of an operation. */
static void bounds(const op *ops, size_t count, const op *at, int64_t *low, int64_t *high) {
    *low = *high = 0;
    for (size_t i = 0; i < count; i++) {
        const op *o = &ops[i];
        bool takes = o->kind == OP_POOL_HOLD, gives = o->kind == OP_POOL_RELEASE;
        if (o == at || (!takes && !gives)) continue;
        bool before = o->return_ns < at->call_ns, begun = o->call_ns < at->return_ns;
        if (takes && before) *low += o->quantity;
        if (takes && begun) *high += o->quantity;
        if (gives && begun) *low -= o->quantity;
        if (gives && before) *high -= o->quantity;
    }
}

static bool check_pool(const op *ops, size_t count, uint32_t capacity, verdict *v) {
    for (size_t i = 0; i < count; i++) {
        const op *o = &ops[i];
        int64_t low, high;
        if (o->kind < OP_POOL_HOLD || o->kind == OP_POOL_RELEASE || o->kind > OP_POOL_READ)
            continue;
        bounds(ops, count, o, &low, &high);
        if (o->kind == OP_POOL_HOLD && low + o->quantity > capacity) {
            v->double_sold++;
            return wrong(v, "the pool gave more than it has", o);
        }
        if (o->kind == OP_POOL_FULL && high + o->quantity <= capacity)
            return wrong(v, "the pool refused what it must have had", o);
        if (o->kind == OP_POOL_READ && (o->quantity < low || o->quantity > high))
            return wrong(v, "the pool was seen with a number it cannot have had", o);
    }
    return true;
}

/* One valid scan a ticket; whoever is told "used" comes after it, whoever comes after it is told.
 */
static bool check_scans(const op *ops, size_t count, verdict *v) {
    for (size_t i = 0; i < count; i++) {
        const op *valid = &ops[i];
        if (valid->kind != OP_SCAN || valid->state != TC_SCAN_VALID) continue;
        for (size_t k = 0; k < count; k++) {
            const op *o = &ops[k];
            if (o->kind != OP_SCAN || o == valid || o->hold != valid->hold) continue;
            if (o->state == TC_SCAN_VALID) return wrong(v, "a ticket let two in", o);
            if (o->state == TC_SCAN_USED && o->return_ns < valid->call_ns)
                return wrong(v, "used before anybody used it", o);
        }
    }
    for (size_t i = 0; i < count; i++) {
        bool found = ops[i].kind != OP_SCAN || ops[i].state != TC_SCAN_USED;
        for (size_t k = 0; !found && k < count; k++)
            found = ops[k].kind == OP_SCAN && ops[k].hold == ops[i].hold &&
                    ops[k].state == TC_SCAN_VALID;
        if (!found) return wrong(v, "used, and nobody was let in", &ops[i]);
    }
    return true;
}

verdict history_check(op *ops, size_t count, uint32_t pool_capacity) {
    verdict v = {true, 0, ""};
    qsort(ops, count, sizeof *ops, by_call);
    for (uint32_t seat = 0; v.good && seat < HISTORY_SEATS; seat++)
        check_seat(ops, count, seat, &v);
    if (v.good) check_pool(ops, count, pool_capacity, &v);
    if (v.good) check_scans(ops, count, &v);
    return v;
}
