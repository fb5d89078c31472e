/* What tc_engine_open hands the engine. */
#ifndef TCI_DOMAIN_H
#define TCI_DOMAIN_H

#include "engine/command.h"

extern const tci_domain tci_domain_all;

#endif
