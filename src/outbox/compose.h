/* From a message to what is sent: its address, its variables, subject and body. Reads a snapshot's
 * view on the thread of whoever sends; never part of a command. */
#ifndef TCI_COMPOSE_H
#define TCI_COMPOSE_H

#include "outbox/message.h"
#include "outbox/template.h"

/* Where it goes. Slices live as long as the view. */
typedef struct tci_message_target {
    tci_slice address; /* empty: none is known */
    tci_slice locale;  /* as it was given; empty: the default */
    tci_slice variables;
} tci_message_target;
void tci_compose_target(tci_view *view, const tci_message *message, tci_message_target *out);

typedef struct tci_message_text {
    tci_slice subject;
    tci_slice body;
    bool html;
} tci_message_text;
/* TC_OK, TC_E_LIMIT, TC_E_NOMEM. Texts live in the arena. */
int32_t tci_compose(tci_view *view, const tci_message *message, tci_arena *arena,
                    tci_message_text *out);

#endif
