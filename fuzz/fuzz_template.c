/* Templates: the first byte says how values are escaped, the second what the variables are like,
 * the rest is the template. Renders by the public call and checks what it promises. */
#include "fuzz.h"
#include "outbox/template.h"

/* Escaped, a value has nothing left that its surroundings would understand. */
static void check_escaped(const char *text, const char *value, uint32_t escaping) {
    if (strcmp(text, "{{a}}") != 0) return;
    for (const char *c = value; *c; c++)
        if (escaping == TC_ESCAPE_HTML) FUZZ_MUST(*c != '<' && *c != '>' && *c != '"');
        else if (escaping == TC_ESCAPE_JSON) FUZZ_MUST((unsigned char)*c >= 0x20);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const VALUES[] = {"", "plain", "<b>\"&'</b>", "a\nb\t\"\\", "{{b}}"};
    static char room[2 * TC_BODY_MAX];
    fuzz_input in = fuzz_input_of(data, size);
    uint32_t escaping = fuzz_u8(&in) % 3;
    uint32_t which = fuzz_u8(&in);
    size_t length, made = 0, asked = 0;
    const uint8_t *bytes = fuzz_bytes(&in, TC_TEMPLATE_MAX + 8, &length);
    char *text = fuzz_text(bytes, length);
    const tc_variable variables[] = {{"a", VALUES[which % 5]},
                                     {"b", VALUES[which / 5 % 5]},
                                     {"event.name", NULL},
                                     {"a", "hidden by the first"}};
    uint32_t count = which % 5;
    tc_error error = TC_ERROR_INIT;
    if (count > 4) count = 4;
    int32_t code =
        tc_template_render(text, variables, count, escaping, room, sizeof room, &made, &error);
    if (code == TC_OK) {
        FUZZ_MUST(made < sizeof room && room[made] == '\0' && strlen(room) == made);
        check_escaped(text, room, escaping);
        FUZZ_MUST(tc_template_render(text, variables, count, escaping, NULL, 0, &asked, NULL) ==
                  TC_E_BUFFER);
        FUZZ_MUST(asked == made);
    } else if (code == TC_E_TEMPLATE) {
        FUZZ_MUST(error.line >= 1 && error.subject >= 1 && error.subject <= strlen(text) + 1);
    } else {
        FUZZ_MUST(code == TC_E_LIMIT);
    }
    tci_template_fault fault;
    if (strlen(text) <= TC_TEMPLATE_MAX)
        FUZZ_MUST(tci_template_check(tci_slice_str(text), &fault) == (code != TC_E_TEMPLATE));
    free(text);
    return 0;
}
