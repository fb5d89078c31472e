/* Faults between the engine's own files: scratch memory that is out, records that cannot be read,
 * command bytes that nobody encoded. The linker puts these functions in front of the engine's
 * (--wrap), so a fault can be placed where no failing disk or allocator would reach. */
#ifndef FAULT_INSIDE_H
#define FAULT_INSIDE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum inside_kind {
    INSIDE_SCRATCH, /* the Nth piece of an arena is not given */
    INSIDE_READ,    /* the Nth record, page or row is not read: the view says so */
    INSIDE_BYTES,   /* the command's bytes are changed in the Nth way */
    INSIDE_KINDS
} inside_kind;

const char *inside_name(inside_kind kind);
/* Count from now on; the `at`th call (from 1) fails; with `sticky` every later one too. 0: none. */
void inside_arm(inside_kind kind, uint32_t at, bool sticky);
/* Stop. Answers how many were counted; of INSIDE_BYTES how many ways there are. */
uint32_t inside_disarm(void);
bool inside_reached(void);

#endif
