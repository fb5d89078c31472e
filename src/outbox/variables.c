/* Named values for templates: a short list, the first of a name counts. Values are slices of the
 * store's, the caller's or the arena's memory and are copied only where they are made here. */
#include <inttypes.h>
#include <stdio.h>

#include "base/money.h"
#include "outbox/outbox.h"
#include "outbox/template.h"

tci_slice tci_variables_find(const tci_variables *variables, tci_slice name) {
    for (uint32_t i = 0; i < variables->count; i++) {
        const tci_variable *at = &variables->list[i];
        if (at->name.len == name.len && memcmp(at->name.data, name.data, name.len) == 0)
            return at->value;
    }
    return tci_slice_of(NULL, 0);
}

static void add(tci_variables *variables, tci_slice name, tci_slice value) {
    if (variables->count == variables->capacity) {
        uint32_t capacity = variables->capacity ? variables->capacity * 2 : 32;
        tci_variable *list = tci_arena_array(variables->arena, capacity, sizeof *list);
        if (!list) {
            variables->failed = true;
            return;
        }
        if (variables->count) memcpy(list, variables->list, variables->count * sizeof *list);
        variables->list = list;
        variables->capacity = capacity;
    }
    variables->list[variables->count++] = (tci_variable){name, value};
}

void tci_variables_add(tci_variables *variables, const char *name, tci_slice value) {
    add(variables, tci_slice_str(name), value);
}

void tci_variables_add_text(tci_variables *variables, const char *name, const char *value) {
    size_t len = strlen(value);
    const void *copy = tci_arena_copy(variables->arena, value, len);
    if (copy) tci_variables_add(variables, name, tci_slice_of(copy, len));
    else variables->failed = true;
}

void tci_variables_add_number(tci_variables *variables, const char *name, uint64_t value) {
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    tci_variables_add_text(variables, name, text);
}

void tci_variables_write(tci_buf *out, const tc_variable *list, uint32_t count) {
    tci_buf_u32(out, count);
    for (uint32_t i = 0; i < count; i++) {
        tci_buf_text(out, tci_slice_str(list[i].name));
        tci_buf_text(out, tci_slice_str(list[i].value));
    }
}

void tci_message_refund_facts(tci_buf *out, uint64_t refund, int64_t amount_minor,
                              const char currency[4]) {
    char id[24], amount[64], minor[24];
    const tc_variable facts[] = {
        {"refund_id", id}, {"refund_amount", amount}, {"refund_amount_minor", minor}};
    snprintf(id, sizeof id, "%" PRIu64, refund);
    tci_money_format(amount, sizeof amount, amount_minor, currency);
    snprintf(minor, sizeof minor, "%" PRId64, amount_minor);
    tci_variables_write(out, facts, TCI_COUNT(facts));
}

void tci_variables_read(tci_slice bytes, tci_variables *out) {
    if (bytes.len == 0) return;
    tci_reader reader = tci_reader_of(bytes);
    uint32_t count = tci_read_u32(&reader);
    for (uint32_t i = 0; i < count && !reader.failed; i++) {
        tci_slice name = tci_read_text(&reader);
        tci_slice value = tci_read_text(&reader);
        if (!reader.failed) add(out, name, value);
    }
}
