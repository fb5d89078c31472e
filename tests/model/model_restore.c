/* Saving and restoring the rows of a store in memory, and what they mean for orders. */
#include "model_restore.h"

#include "engine/engine_internal.h"
#include "inventory/inventory.h"
#include "sales/sales.h"

#include <stdlib.h>
#include <string.h>

static void must(bool good) {
    if (!good) abort();
}

static void add(rows *r, const void *bytes, size_t count) {
    if (r->used + count > r->room) {
        r->room = (r->used + count) * 2;
        r->bytes = realloc(r->bytes, r->room);
        must(r->bytes != NULL);
    }
    if (count) memcpy(r->bytes + r->used, bytes, count);
    r->used += count;
}

static void add_row(rows *r, tci_slice key, tci_slice value) {
    uint16_t key_len = (uint16_t)key.len;
    uint32_t value_len = (uint32_t)value.len;
    add(r, &key_len, sizeof key_len);
    add(r, &value_len, sizeof value_len);
    add(r, key.data, key.len);
    add(r, value.data, value.len);
}

void rows_save(tc_engine *engine, rows *out) {
    tci_txn *txn;
    tci_scan *scan;
    tci_slice key, value;
    out->used = 0;
    out->now_ms = tci_engine_now(engine);
    must(tci_store_begin(engine->store, TCI_TXN_READ, &txn) == TC_OK);
    must(tci_scan_open(txn, &scan) == TC_OK);
    int32_t code = tci_scan_seek(scan, tci_slice_of("", 0), &key, &value);
    for (; code == TC_OK; code = tci_scan_next(scan, &key, &value)) add_row(out, key, value);
    tci_scan_close(scan);
    tci_txn_abort(txn);
}

/* The row at *at; moves on. */
static bool next_row(const rows *r, size_t *at, tci_slice *key, tci_slice *value) {
    uint16_t key_len;
    uint32_t value_len;
    if (*at == r->used) return false;
    memcpy(&key_len, r->bytes + *at, sizeof key_len);
    memcpy(&value_len, r->bytes + *at + 2, sizeof value_len);
    *key = tci_slice_of(r->bytes + *at + 6, key_len);
    *value = tci_slice_of(r->bytes + *at + 6 + key_len, value_len);
    *at += 6u + key_len + value_len;
    return true;
}

static int compare(tci_slice one, tci_slice other) {
    size_t less = one.len < other.len ? one.len : other.len;
    int order = memcmp(one.data, other.data, less);
    return order ? order : one.len < other.len ? -1 : one.len > other.len;
}

void rows_restore(tc_engine *engine, const rows *from) {
    static rows present;
    tci_txn *txn;
    size_t at = 0, now_at = 0;
    tci_slice key = {NULL, 0}, value = key, now_key = key, now_value = key;
    rows_save(engine, &present);
    must(tci_store_begin(engine->store, TCI_TXN_WRITE, &txn) == TC_OK);
    bool has = next_row(from, &at, &key, &value);
    bool now_has = next_row(&present, &now_at, &now_key, &now_value);
    while (has || now_has) {
        int order = !has ? 1 : !now_has ? -1 : compare(key, now_key);
        if (order > 0) must(tci_txn_del(txn, now_key) == TC_OK);
        bool other = order < 0 || (order == 0 && (value.len != now_value.len ||
                                                  memcmp(value.data, now_value.data, value.len)));
        if (other) must(tci_txn_put(txn, key, value) == TC_OK);
        if (order <= 0) has = next_row(from, &at, &key, &value);
        if (order >= 0) now_has = next_row(&present, &now_at, &now_key, &now_value);
    }
    must(tci_txn_commit(txn) == TC_OK);
    atomic_store(&engine->clock_floor, from->now_ms);
    atomic_store(&engine->manual_ms, from->now_ms);
    atomic_store(&engine->seed_count, 0);
}

void rows_free(rows *r) {
    free(r->bytes);
    memset(r, 0, sizeof *r);
}

/* ---- what they mean ---- */

typedef struct meaning {
    uint64_t hash;
    int64_t now_ms, next_ms;
} meaning;

static void mix(meaning *m, uint64_t value) {
    uint64_t z = (m->hash ^ value) * UINT64_C(0x9FB21C651E98DF25);
    m->hash = z ^ z >> 29;
}

/* A time from now on; of what is past only that it is. */
static void mix_due(meaning *m, int64_t at_ms) {
    if (at_ms > m->now_ms && at_ms < m->next_ms) m->next_ms = at_ms;
    mix(m, at_ms == 0 ? 0 : at_ms <= m->now_ms ? 1 : (uint64_t)(at_ms - m->now_ms) + 1);
}

static void mix_hold(meaning *m, tci_view *view, uint64_t id) {
    enum { DAY_MS = 86400000 };
    tci_hold hold;
    if (!tci_hold_load(view, id, &hold)) return;
    bool live = hold.state == TC_HOLD_LIVE;
    int64_t ago = m->now_ms - hold.expires_at_ms;
    mix(m, hold.state);
    mix(m, hold.order);
    if (live) mix_due(m, hold.expires_at_ms);
    else mix(m, ago > DAY_MS);
    if (live) mix(m, (uint64_t)(m->now_ms - hold.created_at_ms));
}

static void mix_order(meaning *m, tci_view *view, const tci_order *o) {
    mix(m, o->state);
    mix(m, o->method);
    mix(m, o->reason);
    mix(m, o->refunds_open);
    mix(m, o->refunds_failed);
    mix(m, (uint64_t)o->captured);
    mix(m, (uint64_t)o->refunded);
    mix(m, o->confirmed_at_ms != 0);
    mix(m, o->payment_last);
    mix(m, tci_order_good_tickets(view, o));
    mix_due(m, o->deadline_ms);
    mix_hold(m, view, o->hold);
    for (uint32_t i = 0; i < o->lines; i++) {
        tci_line line;
        if (!tci_line_load(view, o->line_first + i, &line)) continue;
        mix(m, line.target);
        mix(m, line.returned);
    }
}

static void mix_payment(meaning *m, const tci_payment *p) {
    mix(m, p->order);
    mix(m, p->command);
    mix(m, p->state);
    mix(m, p->flags);
    mix(m, (uint64_t)p->captured);
    mix(m, (uint64_t)p->refunded);
    mix(m, (uint64_t)p->disputed);
}

static void mix_command(meaning *m, const tci_payment_cmd *c) {
    mix(m, c->order);
    mix(m, c->payment);
    mix(m, c->refund);
    mix(m, c->kind);
    mix(m, c->state);
    if (c->state != TCI_COMMAND_OPEN) return;
    mix(m, c->flags);
    mix(m, c->queries);
    mix(m, c->failed);
    mix(m, c->attempt != 0);
    mix_due(m, c->due_ms);
    mix(m, c->deadline_ms > m->now_ms);
    if (c->kind == TC_PAYMENT_AUTHORISE || c->kind == TC_PAYMENT_CHARGE) mix_due(m, c->deadline_ms);
}

static meaning look(tc_engine *engine) {
    meaning m = {1, tci_engine_now(engine), INT64_MAX};
    tc_snapshot *snapshot;
    must(tc_snapshot_open(engine, &snapshot, NULL) == TC_OK);
    tci_view *view = tci_snapshot_view(snapshot);
    tci_order order;
    tci_payment payment;
    tci_refund refund;
    tci_payment_cmd command;
    for (uint64_t id = 1; tci_order_load(view, id, &order); id++) mix_order(&m, view, &order);
    for (uint64_t id = 1; id <= 6; id++) mix_hold(&m, view, id);
    for (uint64_t id = 1; tci_payment_load(view, id, &payment); id++) mix_payment(&m, &payment);
    for (uint64_t id = 1; tci_refund_load(view, id, &refund); id++) {
        mix(&m, refund.payment);
        mix(&m, refund.command);
        mix(&m, (uint64_t)refund.amount);
        mix(&m, refund.state | (refund.stray ? 16u : 0) | (refund.told ? 32u : 0));
    }
    for (uint64_t id = 1; tci_payment_cmd_load(view, id, &command); id++) mix_command(&m, &command);
    for (uint32_t seat = 0;; seat++) {
        tc_seat_view one = TC_SEAT_VIEW_INIT;
        if (tc_seat_get(snapshot, 1, seat, &one, NULL) != TC_OK) break;
        mix(&m, one.state);
        mix(&m, one.hold);
    }
    tc_snapshot_close(snapshot);
    return m;
}

uint64_t rows_meaning(tc_engine *engine, const uint8_t *leases, uint32_t leases_count) {
    meaning m = look(engine);
    for (uint32_t i = 0; i < leases_count; i++) mix(&m, leases[i]);
    return m.hash;
}

int64_t rows_next_due(tc_engine *engine) {
    return look(engine).next_ms;
}
