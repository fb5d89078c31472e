/* Import: which form a document is in, and the way from its text to a compiled map. Called by
 * src/api before a command exists, on the caller's thread; needs no store. */
#include "catalog/map_import.h"

#include "base/error.h"
#include "catalog/json.h"
#include "catalog/map_doc.h"

/* Ours or the seating plan's, by the first telling member at the top; ours when there is none. */
static uint32_t detect_json(tci_slice text) {
    static const char *const TELLING[] = {"ticketcore_map", "sections", "zones"};
    tci_json json;
    uint32_t form = TC_MAP_FORM_TICKETCORE;
    tci_slice key;
    tci_json_begin(&json, text, NULL);
    bool more = tci_json_object(&json);
    while (more && tci_json_member(&json, &key)) {
        int i = 0;
        while (i < 3 &&
               (strlen(TELLING[i]) != key.len || memcmp(TELLING[i], key.data, key.len) != 0))
            i++;
        if (i < 3) {
            form = i == 2 ? TC_MAP_FORM_PRETIX : TC_MAP_FORM_TICKETCORE;
            break;
        }
        more = tci_json_skip(&json);
    }
    tci_json_free(&json);
    return form;
}

static uint32_t detect(tci_slice text) {
    const uint8_t *at = text.data;
    size_t i = 0;
    while (i < text.len && (at[i] == ' ' || at[i] == '\t' || at[i] == '\r' || at[i] == '\n')) i++;
    bool json = i < text.len && (at[i] == '{' || at[i] == '[');
    return json ? detect_json(text) : TC_MAP_FORM_CSV;
}

static int32_t check_utf8(tci_slice text, tc_error *error) {
    const uint8_t *bytes = text.data;
    size_t bad = tci_utf8_check(bytes, text.len);
    if (bad == text.len) return TC_OK;
    uint64_t line = 1;
    for (size_t i = 0; i < bad; i++) line += bytes[i] == '\n';
    tci_fail(error, TC_E_PARSE, "text", "byte 0x%02x is not valid UTF-8 where it stands",
             bytes[bad]);
    if (error) error->line = line;
    return TC_E_PARSE;
}

static void read_document(tci_doc *doc, tci_slice text) {
    switch (doc->form) {
    case TC_MAP_FORM_TICKETCORE: tci_doc_read_ticketcore(doc, text); break;
    case TC_MAP_FORM_PRETIX: tci_doc_read_pretix(doc, text); break;
    default: tci_doc_read_csv(doc, text); break;
    }
}

int32_t tci_map_import(tci_slice text, uint32_t form, tci_buf *compiled, tc_error *error) {
    tc_error full = TC_ERROR_INIT;
    const uint8_t *bytes = text.data;
    if (text.len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        text = tci_slice_of(bytes + 3, text.len - 3);
    int32_t code = check_utf8(text, &full);
    if (code == TC_OK) {
        tci_doc doc;
        tci_doc_begin(&doc, form == TC_MAP_FORM_AUTO ? detect(text) : form, &full);
        if (doc.code == TC_OK) read_document(&doc, text);
        code = doc.code;
        if (code == TC_OK) code = tci_doc_compile(&doc, compiled);
        tci_doc_free(&doc);
    }
    if (code != TC_OK) tci_error_give(error, &full);
    return code;
}
