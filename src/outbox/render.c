/* The template language: text with {{name}}, {{{name}}}, {{&name}} and {{! comment }}. Everything
 * else that begins with two braces is refused, so that what it will mean one day stays free. Pure:
 * reads no store; the same template and variables give the same bytes. */
#include "outbox/template.h"

typedef enum tag_kind { TAG_NONE, TAG_ESCAPED, TAG_RAW, TAG_COMMENT } tag_kind;

/* The next piece of a template: literal text, then perhaps a tag. */
typedef struct piece {
    tci_slice literal;
    tag_kind tag;
    tci_slice name;
} piece;

typedef struct scanner {
    const char *begin;
    const char *at;
    const char *end;
    tci_template_fault *fault;
} scanner;

static bool fail_at(scanner *from, const char *at, const char *sentence) {
    uint64_t line = 1;
    for (const char *c = from->begin; c < at; c++) line += *c == '\n';
    *from->fault = (tci_template_fault){sentence, line, (uint64_t)(at - from->begin) + 1};
    return false;
}

static const char *find_text(const char *at, const char *end, const char *text, size_t len) {
    for (; (size_t)(end - at) >= len; at++)
        if (memcmp(at, text, len) == 0) return at;
    return NULL;
}

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool read_name(scanner *from, const char *at, const char *end, piece *out) {
    const char *open = at;
    while (at < end && is_blank(*at)) at++;
    while (end > at && is_blank(end[-1])) end--;
    if (at == end) return fail_at(from, open, "a tag has no name");
    if (end - at > TC_LABEL_MAX) return fail_at(from, at, "a name is longer than 63 bytes");
    for (const char *c = at; c < end; c++)
        if (!is_name_byte(*c))
            return fail_at(from, c, "a name has only letters, digits, underscores and dots");
    out->name = tci_slice_of(at, (size_t)(end - at));
    return true;
}

/* A tag whose two braces stand at `from->at`. */
static bool read_tag(scanner *from, piece *out) {
    const char *open = from->at, *inner = open + 2;
    bool triple = inner < from->end && *inner == '{';
    const char *close = find_text(inner, from->end, triple ? "}}}" : "}}", triple ? 3 : 2);
    if (!close) return fail_at(from, open, "a tag is not closed");
    from->at = close + (triple ? 3 : 2);
    if (triple) {
        out->tag = TAG_RAW;
        return read_name(from, inner + 1, close, out);
    }
    out->tag = TAG_ESCAPED;
    switch (*inner) {
    case '!': out->tag = TAG_COMMENT; return true;
    case '&': out->tag = TAG_RAW; return read_name(from, inner + 1, close, out);
    case '#':
    case '^':
    case '/': return fail_at(from, open, "sections are not known to this version");
    case '>': return fail_at(from, open, "partials are not known to this version");
    case '=': return fail_at(from, open, "other delimiters are not known to this version");
    default: return read_name(from, inner, close, out);
    }
}

/* False at the end, or at a fault (then fault->sentence says it). */
static bool next_piece(scanner *from, piece *out) {
    if (from->at == from->end) return false;
    const char *open = find_text(from->at, from->end, "{{", 2);
    const char *stop = open ? open : from->end;
    *out = (piece){tci_slice_of(from->at, (size_t)(stop - from->at)), TAG_NONE, {NULL, 0}};
    from->at = stop;
    return open ? read_tag(from, out) : true;
}

static scanner scan(tci_slice text, tci_template_fault *fault) {
    const char *begin = text.len ? text.data : "";
    *fault = (tci_template_fault){NULL, 0, 0};
    return (scanner){begin, begin, begin + text.len, fault};
}

bool tci_template_check(tci_slice text, tci_template_fault *fault) {
    scanner from = scan(text, fault);
    piece next;
    while (next_piece(&from, &next)) {}
    return fault->sentence == NULL;
}

static void put(tci_buf *out, const char *text) {
    tci_buf_bytes(out, text, strlen(text));
}

static void put_html(tci_buf *out, uint8_t c) {
    switch (c) {
    case '&': put(out, "&amp;"); break;
    case '<': put(out, "&lt;"); break;
    case '>': put(out, "&gt;"); break;
    case '"': put(out, "&quot;"); break;
    case '\'': put(out, "&#39;"); break;
    default: tci_buf_u8(out, c); break;
    }
}

static void put_json(tci_buf *out, uint8_t c) {
    static const char DIGITS[] = "0123456789abcdef";
    switch (c) {
    case '"': put(out, "\\\""); return;
    case '\\': put(out, "\\\\"); return;
    case '\n': put(out, "\\n"); return;
    case '\r': put(out, "\\r"); return;
    case '\t': put(out, "\\t"); return;
    default: break;
    }
    if (c >= 0x20) {
        tci_buf_u8(out, c);
        return;
    }
    put(out, "\\u00");
    tci_buf_u8(out, (uint8_t)DIGITS[c >> 4]);
    tci_buf_u8(out, (uint8_t)DIGITS[c & 15]);
}

static void put_value(tci_buf *out, tci_slice value, uint32_t escaping) {
    const uint8_t *at = value.data;
    if (escaping == TC_ESCAPE_NONE) {
        tci_buf_bytes(out, value.data, value.len);
        return;
    }
    for (size_t i = 0; i < value.len; i++) {
        if (escaping == TC_ESCAPE_HTML) put_html(out, at[i]);
        else put_json(out, at[i]);
    }
}

int32_t tci_template_render(tci_slice text, const tci_variables *variables, uint32_t escaping,
                            size_t max, tci_buf *out, tci_template_fault *fault) {
    scanner from = scan(text, fault);
    size_t begin = out->len;
    piece next;
    while (next_piece(&from, &next)) {
        tci_buf_bytes(out, next.literal.data, next.literal.len);
        if (next.tag == TAG_ESCAPED || next.tag == TAG_RAW)
            put_value(out, tci_variables_find(variables, next.name),
                      next.tag == TAG_RAW ? TC_ESCAPE_NONE : escaping);
        if (out->failed) return TC_E_NOMEM;
        if (out->len - begin > max) return TC_E_LIMIT;
    }
    return fault->sentence ? TC_E_TEMPLATE : TC_OK;
}
