/* XXH3, the checksum of every record. Not a defence against people, only against disks. */
#ifndef TCI_CHECKSUM_H
#define TCI_CHECKSUM_H

#include "base/base.h"

/* Checksum of bytes under a seed (what the bytes are for, for instance their key's checksum). */
uint64_t tci_checksum(const void *data, size_t len, uint64_t seed);

#endif
