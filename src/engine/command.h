/* The one door. A command is a flat, versioned value; its operation says how it is decided and
 * applied. The engine runs operations without knowing any; the domain writes them without knowing
 * the engine. Decide only reads and may refuse; apply writes and cannot. Neither has a clock,
 * randomness, I/O or a thread: time and seed come in the context, so the same commands in the same
 * order give the same bytes. */
#ifndef TCI_COMMAND_H
#define TCI_COMMAND_H

#include "base/arena.h"
#include "base/codec.h"
#include "store/array.h"

/* What a command runs in. Lives for one batch; `arena` is cleared after each command. */
typedef struct tci_ctx {
    tci_view *view;
    tci_arena *arena;       /* plans and decoded commands; NULL from it: answer TC_E_NOMEM */
    int64_t now_ms;         /* the engine's clock: the same for the whole batch, never backward */
    uint64_t seed;          /* of this command; expand with tci_seed_next */
    tc_error refusal;       /* detail of a refusal; set by tci_refuse */
    tc_conflict *conflicts; /* arena; refusal.conflicts_count entries */
    tci_buf *events;        /* the batch's events of record, by tci_emit */
    uint32_t event_count;
    bool sweep_pending; /* holds due at now_ms may be unswept: tci_hold_… looks closer */
    bool want_sweep;    /* decide asks: sweep everything due, then decide me again */
} tci_ctx;

typedef struct tci_op {
    uint16_t code;    /* a tc_command_kind; disk format */
    uint16_t version; /* of the command's encoding */
    const char *name; /* "hold.create" */
    /* Read, judge, make a plan in ctx->arena. A negative answer refuses (tci_refuse). */
    int32_t (*decide)(tci_ctx *ctx, tci_slice command, void **plan);
    /* Carry out the plan, write the answer. Storage failures show in the view's status. */
    void (*apply)(tci_ctx *ctx, void *plan, tci_buf *answer);
} tci_op;

/* Refuse: code, field (static or NULL), number of the subject, static sentence (NULL: the code's
 * own). No formatting happens here: refusals are hot. When the caller reads it, a "%" in the
 * sentence becomes the subject's number, and a sentence without one is told its object, where the
 * field is one of those of error_text.c. Answers the code. */
int32_t tci_refuse(tci_ctx *ctx, int32_t code, const char *field, uint64_t subject,
                   const char *message);
/* Refuse an expected version. */
int32_t tci_refuse_version(tci_ctx *ctx, const char *field, uint64_t subject, uint64_t expected,
                           uint64_t actual);
/* Add one conflicting seat to the refusal (up to TC_HOLD_SEATS_MAX are kept, all are counted). */
void tci_refuse_seat(tci_ctx *ctx, const tc_conflict *conflict);

/* A deterministic stream of numbers from the command's seed (splitmix64). Not for secrets. */
uint64_t tci_seed_next(tci_ctx *ctx);

/* Record an event of record: a tc_feed_type, its event (0: none), subject, the subject's version,
 * and a payload laid out as src/feed/types.def says. No personal data. Apply only. */
void tci_emit(tci_ctx *ctx, uint16_t type, uint64_t event, uint64_t subject, uint64_t version,
              tci_slice payload);

/* Work that is due by itself: the domain's hooks the engine runs. The table comes from src/api. */
typedef struct tci_domain {
    const tci_op *const *ops; /* every operation, for replay; NULL-terminated */
    /* Tidy what is due at ctx->now_ms, at most `limit` things each; answer how many are certainly
     * left (0: none). Run first in every batch, in this order; NULL-terminated. */
    uint32_t (*const *sweeps)(tci_ctx *ctx, uint32_t limit);
    /* Operations that give room or money back, and so run when the store is nearly full; ended by
     * 0. */
    const uint16_t *when_full;
    /* Fill a new store; `seed` is 32 random bytes for keys. NULL-terminated. */
    void (*const *inits)(tci_ctx *ctx, const uint8_t seed[32]);
} tci_domain;

#endif
