/* Templates inside the outbox: the language, the stored ones, the engine's own, and the variables a
 * message has. tci_template_render is the one way from a template to text: a fuller language comes
 * behind it. */
#ifndef TCI_TEMPLATE_H
#define TCI_TEMPLATE_H

#include "engine/command.h"
#include "ticketcore/template.h"

/* Where a template is malformed; `sentence` NULL: it is not. */
typedef struct tci_template_fault {
    const char *sentence;
    uint64_t line; /* from 1 */
    uint64_t byte; /* from 1 */
} tci_template_fault;

/* Variables by name. A later one of the same name is hidden by an earlier. */
typedef struct tci_variable {
    tci_slice name;
    tci_slice value;
} tci_variable;
typedef struct tci_variables {
    tci_variable *list;
    uint32_t count;
    uint32_t capacity;
    tci_arena *arena; /* of the list and of copied values */
    bool failed;      /* memory ran out */
} tci_variables;

/* Value of a name; empty when there is none. */
tci_slice tci_variables_find(const tci_variables *variables, tci_slice name);
void tci_variables_add(tci_variables *variables, const char *name, tci_slice value);
void tci_variables_add_text(tci_variables *variables, const char *name,
                            const char *value); /* copied
                                                 */
void tci_variables_add_number(tci_variables *variables, const char *name, uint64_t value);
/* The form they have in a command and in a message's row: count, then name and value each. */
void tci_variables_write(tci_buf *out, const tc_variable *list, uint32_t count);
void tci_variables_read(tci_slice bytes, tci_variables *out);

/* Well-formed? */
bool tci_template_check(tci_slice text, tci_template_fault *fault);
/* Render at the end of `out`, `max` bytes at most. TC_OK, TC_E_TEMPLATE, TC_E_LIMIT, TC_E_NOMEM. */
int32_t tci_template_render(tci_slice text, const tci_variables *variables, uint32_t escaping,
                            size_t max, tci_buf *out, tci_template_fault *fault);

/* A template, stored or the engine's own. Slices live as long as the view (body: the arena). */
typedef struct tci_template {
    uint64_t id;      /* 0: the engine's own */
    uint32_t version; /* 0: the engine's own */
    uint32_t flags;
    uint32_t kind;
    uint8_t channel;
    int64_t updated_at_ms;
    tci_slice locale;
    tci_slice subject;
    tci_slice body;
} tci_template;

/* Exactly this one, without its body. */
bool tci_template_load(tci_view *view, uint32_t kind, uint32_t channel, tci_slice locale,
                       tci_template *out);
/* By the fallback locale → language → default → the engine's own; with its body. */
void tci_template_find(tci_view *view, uint32_t kind, uint32_t channel, tci_slice locale,
                       tci_arena *arena, tci_template *out);
/* Parts of a stored row. */
bool tci_template_read(tci_slice key, tci_slice value, tci_template *out);
/* The engine's own, for any kind and channel. */
void tci_template_default(uint32_t kind, uint32_t channel, tci_template *out);
/* Lower case, '_' as '-'. False: not of a locale's form. */
bool tci_locale_normal(const char *locale, char out[TC_LOCALE_MAX + 1]);

#endif
