/* The orphan rule for manual picks: a take is judged whole, row by row. A single seat left over is
 * refused unless no block of as many seats in that row avoids one, so the last possible booking is
 * never refused. Accessible and companion seats and seats at tables are walls: nobody is led to
 * them and nobody is kept from them. Only reads. */
#include "inventory/take.h"

#include "ticketcore/map.h"

enum { WALL_FLAGS = TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_COMPANION | TC_SEAT_FLAG_TABLE };

/* What a row comes to, segment by segment. A segment is a run of joined seats that were free for
 * this buyer before the take. */
typedef struct row_verdict {
    uint32_t taken;     /* of the whole row, counted before */
    uint32_t length;    /* of the segment at hand */
    uint32_t single;    /* its last seat when the left-over run at hand is one long, else NONE */
    uint32_t run;       /* length of the left-over run at hand */
    bool touched;       /* the take has a seat in the segment */
    uint32_t candidate; /* a single left-over seat of the segment, or NONE */
    uint32_t orphan;    /* first orphan of the row, or NONE */
    bool avoidable;
} row_verdict;

static void end_run(row_verdict *row) {
    if (row->run == 1 && row->candidate == TCI_SEAT_NONE) row->candidate = row->single;
    row->run = 0;
}

/* A block of `taken` fits a segment of `length` without leaving one seat unless one is left over in
 * all: put at one end it leaves length - taken together. */
static void end_segment(row_verdict *row) {
    end_run(row);
    if (row->touched && row->length > 1 && row->orphan == TCI_SEAT_NONE)
        row->orphan = row->candidate;
    if (row->length >= row->taken && row->length - row->taken != 1) row->avoidable = true;
    row->length = 0;
    row->touched = false;
    row->candidate = TCI_SEAT_NONE;
}

static bool was_open(const tci_take *take, const tci_take_event *event, uint32_t seat,
                     const tci_seat_info *info) {
    tci_seat word;
    return !(info->flags & WALL_FLAGS) && tci_house_seat(&event->house, seat, &word) &&
           tci_take_seat_free(take, &word) &&
           tci_channel_open(take->channel, tci_house_channel(&event->house, seat));
}

/* How many seats of the row are taken; walls do not count. */
static uint32_t count_taken(tci_ctx *ctx, const tci_take *take, const tci_take_event *event,
                            const tci_layout_row *row) {
    uint32_t taken = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        uint32_t seat = tci_layout_place(ctx->view, event->house.layout, row->first + i);
        tci_seat_info info;
        if (tci_take_has(take, event->event, seat) &&
            tci_seat_info_load(ctx->view, event->house.layout, seat, &info))
            taken += !(info.flags & WALL_FLAGS);
    }
    return taken;
}

/* The seat that would be left alone though it need not be; TCI_SEAT_NONE: none. */
static uint32_t judge_row(tci_ctx *ctx, const tci_take *take, const tci_take_event *event,
                          const tci_layout_row *row) {
    uint32_t layout = event->house.layout;
    row_verdict verdict = {.single = TCI_SEAT_NONE,
                           .candidate = TCI_SEAT_NONE,
                           .orphan = TCI_SEAT_NONE,
                           .taken = count_taken(ctx, take, event, row)};
    uint32_t joined = TCI_SEAT_NONE; /* the seat that would go on with the segment */
    if (verdict.taken == 0) return TCI_SEAT_NONE;
    for (uint32_t i = 0; i < row->count; i++) {
        uint32_t seat = tci_layout_place(ctx->view, layout, row->first + i);
        tci_seat_info info;
        bool open = tci_seat_info_load(ctx->view, layout, seat, &info) &&
                    was_open(take, event, seat, &info);
        if (!open || seat != joined) end_segment(&verdict);
        joined = open ? info.right : TCI_SEAT_NONE;
        if (!open) continue;
        verdict.length++;
        if (tci_take_has(take, event->event, seat)) {
            verdict.touched = true;
            end_run(&verdict);
        } else {
            verdict.run++;
            verdict.single = seat;
        }
    }
    end_segment(&verdict);
    return verdict.avoidable ? verdict.orphan : TCI_SEAT_NONE;
}

int32_t tci_orphan_check(tci_ctx *ctx, const tci_take *take, const tci_take_event *event) {
    uint32_t *rows = tci_arena_alloc(ctx->arena, take->count * sizeof *rows);
    uint32_t row_count = 0;
    if (!rows) return TC_E_NOMEM;
    for (uint32_t i = 0; i < take->count && !take->sorted[i]->pool; i++) {
        const tci_take_item *item = take->sorted[i];
        tci_seat_info info;
        if (item->event != event->event ||
            !tci_seat_info_load(ctx->view, event->house.layout, item->target, &info))
            continue;
        bool seen = false;
        for (uint32_t k = row_count; k-- > 0 && !seen;) seen = rows[k] == info.row;
        if (!seen) rows[row_count++] = info.row;
    }
    if (row_count && ctx->sweep_pending) {
        ctx->want_sweep = true; /* neighbours may look held by holds that are dead */
        return TC_E_BUSY;
    }
    for (uint32_t i = 0; i < row_count; i++) {
        tci_layout_row row;
        if (!tci_layout_row_load(ctx->view, event->house.layout, rows[i], &row)) continue;
        uint32_t orphan = judge_row(ctx, take, event, &row);
        if (orphan == TCI_SEAT_NONE) continue;
        tci_refuse(ctx, TC_E_ORPHAN, "seats", orphan, NULL);
        ctx->refusal.event = event->event;
        return TC_E_ORPHAN;
    }
    return TC_OK;
}
