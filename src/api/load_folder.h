/* The folder in which tc_load() builds a store before it gets its name. */
#ifndef TCI_LOAD_FOLDER_H
#define TCI_LOAD_FOLDER_H

#include "base/error.h"

typedef struct tci_load_folder {
    char path[3200];  /* PATH.loading-…, beside the store to be */
    char store[3300]; /* where to build it, inside */
    int lock_fd;
} tci_load_folder;

/* Clear away what dead loads of the same path left, if anything. */
void tci_load_folder_clean(const char *path);
/* Make one, locked as long as this process lives; its owner removes it. */
int32_t tci_load_folder_make(const char *path, tci_load_folder *made, tc_error *error);
void tci_load_folder_remove(tci_load_folder *folder);

#endif
