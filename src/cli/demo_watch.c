/* The live display: a block of lines drawn again in place on a terminal, a plain line now and then
 * elsewhere. Reads the store through short snapshots of the parent's own handle; changes nothing.
 */
#include "demo.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    BAR = 44,           /* characters of a bar */
    REDRAW_US = 200000, /* on a terminal */
    LINE_US = 3000000,  /* elsewhere */
    RATE_US = 1000000   /* holds a second are taken over so long */
};

bool demo_numbers_read(const demo_show *show, demo_numbers *numbers) {
    tc_snapshot *snapshot = NULL;
    tc_error error = TC_ERROR_INIT;
    tc_availability availability = TC_AVAILABILITY_INIT;
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    int32_t code = tc_snapshot_open(show->engine, &snapshot, &error);
    if (code == TC_OK) code = tc_availability_get(snapshot, show->event, &availability, &error);
    if (code == TC_OK) code = tc_payment_backlog_get(snapshot, &backlog, &error);
    tc_snapshot_close(snapshot);
    if (code == TC_OK) code = tc_engine_stat_get(show->engine, &stat, &error);
    if (code != TC_OK) {
        (void)demo_say_error("the store cannot be read", &error);
        return false;
    }
    *numbers = (demo_numbers){
        .seats = show->seats,
        .free = availability.free,
        .held = availability.held,
        .sold = availability.sold,
        .standing = availability.pool_capacity,
        .standing_sold = availability.pool_sold,
        .holds = stat.holds,
        .orders = stat.orders,
        .messages = stat.messages,
        .payments = backlog.due + backlog.leased + backlog.waiting,
    };
    return true;
}

void demo_watch_begin(demo_watch *watch, FILE *out) {
    memset(watch, 0, sizeof *watch);
    const char *kind = getenv("TERM");
    watch->out = out;
    watch->terminal = isatty(fileno(out)) && kind && strcmp(kind, "dumb") != 0;
    watch->colour = watch->terminal && !getenv("NO_COLOR");
    watch->began_us = watch->rate_us = demo_clock_us();
}

static void draw_bar(const demo_watch *watch, const char *name, const char *colour, uint64_t part,
                     uint64_t whole) {
    int full = whole ? (int)((part * BAR + whole / 2) / whole) : 0;
    if (part > 0 && full == 0) full = 1;
    if (part < whole && full == BAR) full = BAR - 1;
    fprintf(watch->out, "\033[K  %-9s%s", name, watch->colour ? colour : "");
    for (int i = 0; i < BAR; i++) fputs(i < full ? "█" : "░", watch->out);
    fprintf(watch->out, "%s %6.1f %%  %" PRIu64 "\n", watch->colour ? "\033[0m" : "",
            whole ? 100.0 * (double)part / (double)whole : 0.0, part);
}

static void draw_block(demo_watch *watch, const demo_show *show, const demo_numbers *n,
                       const demo_troupe *troupe, const char *phase, int64_t seconds) {
    if (watch->lines_drawn) fprintf(watch->out, "\033[%dA", watch->lines_drawn);
    fprintf(watch->out,
            "\033[K  %.28s, %u seats and %u places to stand · %s · %02" PRId64 ":%02" PRId64 "\n",
            show->name, n->seats, show->places, phase, seconds / 60, seconds % 60);
    draw_bar(watch, "sold", "\033[32m", n->sold, n->seats);
    draw_bar(watch, "held", "\033[33m", n->held, n->seats);
    draw_bar(watch, "free", "\033[36m", n->free, n->seats);
    draw_bar(watch, "standing", "\033[32m", n->standing_sold, n->standing);
    fprintf(watch->out, "\033[K  holds %" PRIu64 " (%.0f a second) · orders %" PRIu64 "\n",
            n->holds, watch->rate, n->orders);
    fprintf(watch->out, "\033[K  payments in flight %" PRIu64 " · messages %" PRIu64 "\n",
            n->payments, n->messages);
    fprintf(watch->out, "\033[K  kills %u%s%s\n", troupe->kills, troupe->last[0] ? ", last: " : "",
            troupe->last);
    watch->lines_drawn = 8;
}

void demo_watch_draw(demo_watch *watch, const demo_show *show, const demo_numbers *numbers,
                     const demo_troupe *troupe, const char *phase) {
    int64_t now_us = demo_clock_us();
    bool changed = watch->phase != phase;
    if (!changed && now_us - watch->drawn_us < (watch->terminal ? REDRAW_US : LINE_US)) return;
    if (now_us - watch->rate_us >= RATE_US) {
        watch->rate =
            (double)(numbers->holds - watch->rate_holds) * 1e6 / (double)(now_us - watch->rate_us);
        watch->rate_holds = numbers->holds;
        watch->rate_us = now_us;
    }
    watch->drawn_us = now_us;
    watch->phase = phase;
    int64_t seconds = (now_us - watch->began_us) / 1000000;
    if (watch->terminal) draw_block(watch, show, numbers, troupe, phase, seconds);
    else
        fprintf(watch->out,
                "%3" PRId64 " s  %s: sold %u, held %u, free %u of %u; standing %" PRIu64
                " of %" PRIu64 "; holds %" PRIu64 " (%.0f/s), orders %" PRIu64
                ", payments in flight %" PRIu64 ", messages %" PRIu64 ", kills %u\n",
                seconds, phase, numbers->sold, numbers->held, numbers->free, numbers->seats,
                numbers->standing_sold, numbers->standing, numbers->holds, watch->rate,
                numbers->orders, numbers->payments, numbers->messages, troupe->kills);
    fflush(watch->out);
}
