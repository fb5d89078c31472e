/* Hands simulated commands to a real engine through the public interface, and gives its answers
 * back as plain numbers. Knows the model only to find the ids that tags stand for. */
#ifndef MODEL_DRIVE_H
#define MODEL_DRIVE_H

#include "model.h"

/* Defects planted in the harness's own layer, to see that they are caught. */
typedef enum plant {
    PLANT_NONE,
    PLANT_VERSION,   /* a refused stale seat version is reported as accepted */
    PLANT_EXPIRY,    /* a hold's life is told one millisecond longer */
    PLANT_DUPLICATE, /* a duplicate provider event is reported as new */
    PLANT_TOTAL,     /* an order's total is told one cent short */
    PLANT_LOST,      /* one release is acknowledged and never sent */
    PLANT_COUNT
} plant;

typedef struct drive {
    tc_engine *engine;
    bool on_disk;
    char path[512];
    uint32_t copies; /* how often the store was left behind */
    uint64_t seed;
    tc_secret *hold_secret, *order_secret; /* by id */
    uint32_t hold_room, order_room;
    plant plant;
    uint64_t planted; /* how often the plant showed */
} drive;

enum { DRIVE_BATCH_MAX = 256 };

/* Open an engine on a new store and fill it with the world's venue, maps, events and types. */
void world_draw(world *w, uint64_t seed);
bool drive_open(drive *d, const world *w, const char *folder, char *why, size_t room);
void drive_close(drive *d);
/* The store on disk is closed and opened again; with `crash`, a copy of its file as it lies is
 * opened in its stead. */
bool drive_reopen(drive *d, bool crash, int64_t now_ms, char *why, size_t room);
/* Run commands in one call. False: the call itself failed. */
bool drive_run(drive *d, const model *m, const sim_command *commands, uint32_t count,
               sim_answer *answers);
/* The same store as the harness makes it: with or without a flush. */
int32_t drive_engine(drive *d, int64_t now_ms, uint32_t extra_flags, tc_error *error);

#endif
