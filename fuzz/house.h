/* A small house in which everything has happened once: what targets over a whole store begin with.
 * The same bytes every time: the clock is manual and the seed fixed. */
#ifndef FUZZ_HOUSE_H
#define FUZZ_HOUSE_H

#include "fuzz.h"
#include "ticketcore/ticketcore.h"

#define HOUSE_T0 INT64_C(1750000000000)

/* An engine on a new store with one house; `path` NULL: in memory. */
tc_engine *fuzz_house_new(const char *path);
/* One made before, opened again. */
tc_engine *fuzz_house_open(const char *path);
/* An empty engine in memory, with the same keys. */
tc_engine *fuzz_house_empty(void);
/* The house's secrets: of its holds and orders, in the order they were made. */
extern tc_secret fuzz_secrets[16];
extern uint32_t fuzz_secret_count;
/* Barcode texts of its first tickets. */
extern char fuzz_barcodes[4][TC_BARCODE_MAX];

/* Every reading call there is, over the ids a small store has; answers what verify counted, or
 * UINT64_MAX when the walk could not be completed. */
uint64_t fuzz_verify(tc_engine *engine, bool show);
void fuzz_read_all(tc_engine *engine);
/* Checksum over every key and value of the newest commit; 0 when it cannot be read. */
uint64_t fuzz_fingerprint(tc_engine *engine);

/* The records of a store as they lie in it, seals included. */
typedef struct fuzz_record {
    uint8_t key[64];
    uint8_t key_size;
    uint8_t *value;
    size_t size;
} fuzz_record;
size_t fuzz_records_take(tc_engine *engine, fuzz_record **records);
/* Put a record as it is (size SIZE_MAX: delete it), inside one transaction begun and ended here. */
void fuzz_records_put(tc_engine *engine, const fuzz_record *records, size_t count);
/* Give a record the seal its bytes should have. */
void fuzz_record_seal(fuzz_record *record);

/* A new folder for scratch, in memory where there is such a place; removed by fuzz_scratch_end. */
const char *fuzz_scratch(void);
void fuzz_remove(const char *path);

#endif
