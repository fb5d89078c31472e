/* How full the store is, as the leader of a batch sees it: what may still run, how much one commit
 * may take. Between the engine's files only. */
#ifndef TCI_FULLNESS_H
#define TCI_FULLNESS_H

#include "store/view.h"

typedef struct tci_fullness {
    uint32_t until_look;     /* commits until the next look */
    bool nearly_full;        /* only what gives back may run */
    bool tight;              /* a commit found no room; the next take one command each */
    uint64_t allowance;      /* pages one commit may take before its batch goes on in the next */
    uint64_t told_full_us;   /* when the log heard of it last; 0: not */
    uint64_t told_reader_us; /* likewise of an old snapshot */
} tci_fullness;

/* Before the first command of a commit. */
void tci_fullness_look(tc_engine *engine);
/* A commit of so many commands was too large: as many now take one each, of what gives back. False:
 * it was one already. */
bool tci_fullness_tighten(tc_engine *engine, uint32_t commands);
/* Whether an operation may run. */
bool tci_fullness_admits(const tc_engine *engine, uint16_t code);
/* Whether the commands so far are enough for one commit. */
bool tci_fullness_closes(const tc_engine *engine, const tci_view *stage);
/* Things a sweep may tidy at once. */
uint32_t tci_fullness_sweep_limit(const tc_engine *engine);

#endif
