/* The verifier's sink as src/api sees it. It lives in src/engine/verify.h, below the domain, because
 * the domain's verifiers take it. */
#ifndef TCI_API_VERIFY_H
#define TCI_API_VERIFY_H

#include "engine/verify.h"

#endif
