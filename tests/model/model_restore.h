/* A store in memory taken back to what it was: all its rows and the clock. That is what a crash and
 * a reopening leave, so every step of an exploration begins as after a crash. The one part of the
 * harnesses that looks inside the engine; for tests only. */
#ifndef MODEL_RESTORE_H
#define MODEL_RESTORE_H

#include <ticketcore/ticketcore.h>

typedef struct rows {
    unsigned char *bytes; /* key length (2), value length (4), key, value; in order of key */
    size_t used, room;
    int64_t now_ms;
} rows;

/* Copy every row of the engine's store. */
void rows_save(tc_engine *engine, rows *out);
/* Make the store hold exactly these rows, and the clock stand where it stood. */
void rows_restore(tc_engine *engine, const rows *from);
void rows_free(rows *r);
/* What of the store decides about orders from here on, without absolute times and numbers: two
 * stores with the same go on alike. `leases` is mixed in. */
uint64_t rows_meaning(tc_engine *engine, const uint8_t *leases, uint32_t leases_count);
/* The next moment at which something falls due by itself; INT64_MAX: nothing does. */
int64_t rows_next_due(tc_engine *engine);

#endif
