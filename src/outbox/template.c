/* Stored templates: a row by kind, channel and locale with the subject, the body as a blob by the
 * template's number. Looked up with fallback; the engine's own stand at its end. */
#include "outbox/template.h"
#include "outbox/outbox.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

static tci_key template_key(uint32_t kind, uint32_t channel, tci_slice locale) {
    TCI_ASSERT(locale.len <= TC_LOCALE_MAX);
    tci_key key = tci_key_of(0, TCI_SPACE_TEMPLATE);
    tci_key_u32(&key, kind);
    tci_key_u8(&key, (uint8_t)channel);
    if (locale.len) tci_key_bytes(&key, locale.data, locale.len);
    return key;
}

bool tci_template_read(tci_slice key, tci_slice value, tci_template *out) {
    if (key.len < 14) return false;
    const uint8_t *at = key.data;
    tci_reader reader = tci_reader_of(value);
    *out = (tci_template){0};
    out->kind = tci_load32_be(at + 9);
    out->channel = at[13];
    out->id = tci_read_u64(&reader);
    out->version = tci_read_u32(&reader);
    out->flags = tci_read_u32(&reader);
    out->updated_at_ms = tci_read_i64(&reader);
    out->locale = tci_read_text(&reader);
    out->subject = tci_read_text(&reader);
    return tci_reader_done(&reader);
}

bool tci_template_load(tci_view *view, uint32_t kind, uint32_t channel, tci_slice locale,
                       tci_template *out) {
    tci_key key = template_key(kind, channel, locale);
    tci_slice value;
    return tci_row_get(view, &key, &value) &&
           tci_template_read(tci_slice_of(key.bytes, key.len), value, out);
}

/* The locale without its last part; empty after the first. */
static tci_slice shorter(tci_slice locale) {
    const char *text = locale.data;
    size_t len = locale.len;
    while (len && text[len - 1] != '-') len--;
    return tci_slice_of(text, len ? len - 1 : 0);
}

void tci_template_find(tci_view *view, uint32_t kind, uint32_t channel, tci_slice locale,
                       tci_arena *arena, tci_template *out) {
    for (tci_slice at = locale;; at = shorter(at)) {
        if (tci_template_load(view, kind, channel, at, out) &&
            tci_blob_must(view, 0, TCI_SPACE_TEMPLATE, out->id, arena, &out->body))
            return;
        if (at.len == 0) break;
    }
    tci_template_default(kind, channel, out);
}

bool tci_locale_normal(const char *locale, char out[TC_LOCALE_MAX + 1]) {
    size_t len = locale ? strnlen(locale, TC_LOCALE_MAX + 1) : 0, part = 0;
    if (len > TC_LOCALE_MAX) return false;
    for (size_t i = 0; i < len; i++) {
        char c = locale[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c == '_') c = '-';
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && c != '-') return false;
        if (c == '-' && part == 0) return false;
        part = letter ? part + 1 : 0;
        if (part > 8) return false;
        out[i] = c;
    }
    out[len] = '\0';
    return len == 0 || part != 0;
}

static const char NO_TEMPLATE[] = "no template is set for this kind, channel and locale";

typedef struct template_plan {
    tci_template next;
    bool exists;
} template_plan;

static int32_t check_version(tci_ctx *ctx, const tci_template *now, bool exists,
                             uint32_t expected) {
    if (expected != 0 && !exists) return tci_refuse(ctx, TC_E_NOT_FOUND, "kind", 0, NO_TEMPLATE);
    if (expected != 0 && expected != now->version)
        return tci_refuse_version(ctx, "expected_version", now->id, expected, now->version);
    return TC_OK;
}

/* Command: flags, kind, channel, expected version (4 each), locale, subject, body. */
static int32_t decide_put(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    template_plan *plan = TCI_ARENA_NEW(ctx->arena, template_plan);
    if (!plan) return TC_E_NOMEM;
    tci_template *next = &plan->next, now = {0};
    uint32_t flags = tci_read_u32(&reader);
    uint32_t kind = tci_read_u32(&reader);
    uint32_t channel = tci_read_u32(&reader);
    uint32_t expected = tci_read_u32(&reader);
    tci_slice locale = tci_read_text(&reader);
    if (reader.failed || locale.len > TC_LOCALE_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    plan->exists = tci_template_load(ctx->view, kind, channel, locale, &now);
    *next = now;
    next->flags = flags;
    next->kind = kind;
    next->channel = (uint8_t)channel;
    next->locale = locale;
    next->subject = tci_read_text(&reader);
    next->body = tci_read_text(&reader);
    tci_template_fault fault;
    if (!tci_reader_done(&reader) || next->subject.len > TC_TEMPLATE_SUBJECT_MAX ||
        next->body.len == 0 || next->body.len > TC_TEMPLATE_MAX ||
        !tci_template_check(next->subject, &fault) || !tci_template_check(next->body, &fault))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    int32_t code = check_version(ctx, &now, plan->exists, expected);
    *out = plan;
    return code;
}

static void apply_put(tci_ctx *ctx, void *from, tci_buf *answer) {
    template_plan *plan = from;
    tci_template *next = &plan->next;
    if (!plan->exists) next->id = tci_slot_take(ctx->view, 0, TCI_SLOT_TEMPLATE_NEXT, 1);
    TCI_ASSERT(next->id != 0);
    next->version++;
    uint8_t room[2048];
    tci_buf value;
    tci_buf_init(&value, room, sizeof room);
    tci_buf_u64(&value, next->id);
    tci_buf_u32(&value, next->version);
    tci_buf_u32(&value, next->flags);
    tci_buf_i64(&value, ctx->now_ms);
    tci_buf_text(&value, next->locale);
    tci_buf_text(&value, next->subject);
    TCI_ASSERT(!value.failed && value.data == room); /* subject and locale are bounded */
    tci_key key = template_key(next->kind, next->channel, next->locale);
    tci_row_put(ctx->view, &key, tci_buf_slice(&value));
    if (plan->exists) tci_blob_del(ctx->view, 0, TCI_SPACE_TEMPLATE, next->id);
    tci_blob_put(ctx->view, 0, TCI_SPACE_TEMPLATE, next->id, next->body);
    tci_emit(ctx, TC_FEED_TEMPLATE_CHANGED, 0, next->id, next->version, tci_slice_of(NULL, 0));
    tci_buf_u64(answer, next->id);
    tci_buf_u32(answer, next->version);
}

/* Command: kind, channel, expected version (4 each), locale. */
static int32_t decide_delete(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    tci_template *now = TCI_ARENA_NEW(ctx->arena, tci_template);
    if (!now) return TC_E_NOMEM;
    uint32_t kind = tci_read_u32(&reader);
    uint32_t channel = tci_read_u32(&reader);
    uint32_t expected = tci_read_u32(&reader);
    tci_slice locale = tci_read_text(&reader);
    if (!tci_reader_done(&reader) || locale.len > TC_LOCALE_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (!tci_template_load(ctx->view, kind, channel, locale, now))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "kind", 0, NO_TEMPLATE);
    *out = now;
    return check_version(ctx, now, true, expected);
}

static void apply_delete(tci_ctx *ctx, void *plan, tci_buf *answer) {
    const tci_template *now = plan;
    tci_key key = template_key(now->kind, now->channel, now->locale);
    (void)answer;
    tci_emit(ctx, TC_FEED_TEMPLATE_CHANGED, 0, now->id, now->version + 1, tci_slice_of(NULL, 0));
    tci_blob_del(ctx->view, 0, TCI_SPACE_TEMPLATE, now->id);
    tci_row_del(ctx->view, &key);
}

const tci_op tci_op_template_put = {TC_TEMPLATE_PUT, 1, "template.put", decide_put, apply_put};
const tci_op tci_op_template_delete = {TC_TEMPLATE_DELETE, 1, "template.delete", decide_delete,
                                       apply_delete};
