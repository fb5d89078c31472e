/* Numbers that JavaScript holds, and what they stand for. A number has its place in the table and
 * how often that place was used, so an old one is known as such and can do no harm. One table an
 * environment; only the environment's own thread uses it. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

tn_handle *tn_handle_new(tn_state *state, tn_what what, double *number) {
    uint32_t at = 0;
    while (at < state->handles_count && state->handles[at].what != TN_FREE) at++;
    if (at == state->handles_count) {
        uint32_t count = at ? at * 2 : 16;
        tn_handle *made = realloc(state->handles, count * sizeof *made);
        if (!made) return NULL;
        memset(made + at, 0, (count - at) * sizeof *made);
        state->handles = made;
        state->handles_count = count;
    }
    tn_handle *handle = &state->handles[at];
    handle->what = what;
    handle->turn++;
    handle->busy = 0;
    *number = (double)handle->turn * 1048576.0 + at;
    return handle;
}

tn_handle *tn_handle_of(tn_state *state, double number, tn_what what) {
    if (!(number >= 0 && number < 4503599627370496.0)) return NULL;
    uint64_t whole = (uint64_t)number;
    uint32_t at = (uint32_t)(whole & 1048575u);
    if (at >= state->handles_count) return NULL;
    tn_handle *handle = &state->handles[at];
    return handle->what == what && handle->turn == whole >> 20 ? handle : NULL;
}

uint32_t tn_handle_index(const tn_state *state, const tn_handle *handle) {
    return (uint32_t)(handle - state->handles);
}

void tn_handle_free(tn_handle *handle) {
    handle->what = TN_FREE;
}

void tn_snapshots_close(tn_state *state, uint32_t engine) {
    for (uint32_t i = 0; i < state->handles_count; i++) {
        tn_handle *one = &state->handles[i];
        if (one->what != TN_SNAPSHOT || one->of != engine) continue;
        tc_snapshot_close(one->as.snapshot);
        tn_handle_free(one);
    }
}
