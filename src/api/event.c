/* The commands of events as their callers give them: checked field by field and encoded. Reading is
 * in event_read.c. */
#include "catalog/event.h"
#include "api/catalog.h"

int32_t tc_event_create(tc_engine *engine, const tc_event_create_request *request,
                        tc_event_result *result, tc_error *error) {
    return tc_command_run(engine, TC_EVENT_CREATE, request, result, error);
}

int32_t tc_event_update(tc_engine *engine, const tc_event_update_request *request,
                        tc_event_result *result, tc_error *error) {
    return tc_command_run(engine, TC_EVENT_UPDATE, request, result, error);
}

int32_t tc_event_delete(tc_engine *engine, const tc_event_delete_request *request,
                        tc_event_result *result, tc_error *error) {
    return tc_command_run(engine, TC_EVENT_DELETE, request, result, error);
}

/* What both requests bring beside the numbers of the spec. */
typedef struct event_wish {
    tci_event_spec spec;
    const char *name;
    const char *description;
    const char *category;
    const char *currency;
    const char *const *tags;
    size_t tags_count;
} event_wish;

/* Both requests have these members under the same names. */
#define NUMBERS_OF(wish)                                                                           \
    .map_version = (wish)->map_version, .venue = (wish)->venue, .map = (wish)->map,                \
    .starts_at_ms = (wish)->starts_at_ms, .ends_at_ms = (wish)->ends_at_ms,                        \
    .sale_from_ms = (wish)->sale_from_ms, .sale_until_ms = (wish)->sale_until_ms,                  \
    .hold_ttl_ms = (wish)->hold_ttl_ms, .hold_life_ms = (wish)->hold_life_ms,                      \
    .status = (wish)->status, .rules = (wish)->rules, .late_money = (wish)->late_money,            \
    .capture = (wish)->capture, .limit_per_buyer = (wish)->limit_per_buyer,                        \
    .limit_per_order = (wish)->limit_per_order
#define TEXTS_OF(wish)                                                                             \
    .name = (wish)->name, .description = (wish)->description, .category = (wish)->category,        \
    .currency = (wish)->currency, .tags = (wish)->tags, .tags_count = (wish)->tags_count

static int32_t check_numbers(const tci_event_spec *spec, tc_error *error) {
    enum { TTL_MIN = 1000 };
    int64_t ttl_min = spec->hold_ttl_ms ? TTL_MIN : 0;
    int64_t life_min = spec->hold_life_ms ? TTL_MIN : 0;
    const struct {
        uint32_t when; /* fields that must be named for the check to matter */
        const char *field;
        int64_t value, min, max;
    } RANGES[] = {
        {TC_EVENT_FIELD_TIMES, "starts_at_ms", spec->starts_at_ms, 1, TC_TIME_MS_MAX},
        {TC_EVENT_FIELD_TIMES, "ends_at_ms", spec->ends_at_ms, 0, TC_TIME_MS_MAX},
        {TC_EVENT_FIELD_SALE_WINDOW, "sale_from_ms", spec->sale_from_ms, 0, TC_TIME_MS_MAX},
        {TC_EVENT_FIELD_SALE_WINDOW, "sale_until_ms", spec->sale_until_ms, 0, TC_TIME_MS_MAX},
        {TC_EVENT_FIELD_HOLD_TIMES, "hold_ttl_ms", spec->hold_ttl_ms, ttl_min, TC_HOLD_TTL_MS_MAX},
        {TC_EVENT_FIELD_HOLD_TIMES, "hold_life_ms", spec->hold_life_ms, life_min,
         TC_HOLD_TTL_MS_MAX},
        {TC_EVENT_FIELD_STATUS, "status", spec->status, 0, TC_EVENT_ENDED},
        {TC_EVENT_FIELD_LATE_MONEY, "late_money", spec->late_money, 0, TC_LATE_MONEY_VOID},
        {TC_EVENT_FIELD_CAPTURE, "capture", spec->capture, 0, TC_CAPTURE_AT_ONCE},
        {TC_EVENT_FIELD_LIMIT_PER_BUYER, "limit_per_buyer", spec->limit_per_buyer, 0, INT32_MAX},
        {TC_EVENT_FIELD_LIMIT_PER_ORDER, "limit_per_order", spec->limit_per_order, 0, INT32_MAX},
    };
    int32_t code = TC_OK;
    for (size_t i = 0; code == TC_OK && i < TCI_COUNT(RANGES); i++)
        if (spec->fields & RANGES[i].when)
            code = tci_check_range(RANGES[i].value, RANGES[i].min, RANGES[i].max, RANGES[i].field,
                                   error);
    if (code == TC_OK && (spec->fields & TC_EVENT_FIELD_RULES))
        code = tci_check_flags(spec->rules, TC_EVENT_ORPHAN_RULE, "rules", error);
    return code;
}

static int tag_order(tci_slice a, tci_slice b) {
    int order = memcmp(a.data, b.data, TCI_MIN(a.len, b.len));
    if (order != 0) return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

/* Tags are kept sorted, so that a set has one form. */
static int32_t take_tags(event_wish *wish, tc_error *error) {
    tci_event_spec *spec = &wish->spec;
    if (wish->tags_count > TC_TAGS_MAX)
        return tci_fail(error, TC_E_LIMIT, "tags_count", "an event has at most %d tags",
                        TC_TAGS_MAX);
    int32_t code = wish->tags_count ? tci_check_not_null(wish->tags, "tags", error) : TC_OK;
    for (size_t i = 0; code == TC_OK && i < wish->tags_count; i++) {
        code = tci_check_text(wish->tags[i], 1, TC_LABEL_MAX, "tags", error);
        if (code != TC_OK) break;
        tci_slice tag = tci_slice_str(wish->tags[i]);
        uint32_t at = spec->tags_count;
        while (at > 0 && tag_order(spec->tags[at - 1], tag) > 0) {
            spec->tags[at] = spec->tags[at - 1];
            at--;
        }
        if (at > 0 && tag_order(spec->tags[at - 1], tag) == 0)
            return tci_fail(error, TC_E_INVALID, "tags", "the tag \"%s\" stands twice",
                            wish->tags[i]);
        spec->tags[at] = tag;
        spec->tags_count++;
    }
    return code;
}

static int32_t take_texts(event_wish *wish, tc_error *error) {
    tci_event_spec *spec = &wish->spec;
    int32_t code = TC_OK;
    if (spec->fields & TC_EVENT_FIELD_NAME) {
        code = tci_check_text(wish->name, 1, TC_NAME_MAX, "name", error);
        spec->name = tci_slice_str(wish->name);
    }
    if (code == TC_OK && (spec->fields & TC_EVENT_FIELD_DESCRIPTION)) {
        code = tci_check_long_text(wish->description, 0, TC_TEXT_MAX, "description", error);
        spec->description = tci_slice_str(wish->description);
    }
    if (code == TC_OK && (spec->fields & TC_EVENT_FIELD_CATEGORY)) {
        code = tci_check_text(wish->category, 0, TC_LABEL_MAX, "category", error);
        spec->category = tci_slice_str(wish->category);
    }
    if (code == TC_OK && (spec->fields & TC_EVENT_FIELD_CURRENCY)) {
        code = tci_check_currency(wish->currency, "currency", error);
        if (code == TC_OK) memcpy(spec->currency, wish->currency, 3);
    }
    if (code == TC_OK && (spec->fields & TC_EVENT_FIELD_TAGS)) code = take_tags(wish, error);
    return code;
}

static int32_t encode_wish(event_wish *wish, tci_buf *command, tc_error *error) {
    int32_t code = check_numbers(&wish->spec, error);
    if (code == TC_OK) code = take_texts(wish, error);
    if (code == TC_OK) tci_event_spec_write(command, &wish->spec);
    return code;
}

int32_t tci_event_create_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_event_create_request *from = request;
    event_wish wish = {
        .spec = {.fields = TCI_EVENT_FIELDS, NUMBERS_OF(from)},
        TEXTS_OF(from),
    };
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(from->reserved, 0, "reserved", error);
    return code == TC_OK ? encode_wish(&wish, command, error) : code;
}

int32_t tci_event_update_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_event_update_request *from = request;
    event_wish wish = {
        .spec = {.event = from->event,
                 .expected_version = from->expected_version,
                 .fields = from->fields,
                 NUMBERS_OF(from)},
        TEXTS_OF(from),
    };
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(from->fields, TCI_EVENT_FIELDS, "fields", error);
    if (code == TC_OK && from->fields == 0)
        code = tci_fail(error, TC_E_INVALID, "fields", "fields must name at least one field");
    return code == TC_OK ? encode_wish(&wish, command, error) : code;
}

int32_t tci_event_delete_encode(tc_engine *engine, const void *request, tci_call *call,
                                tci_buf *command, tc_error *error) {
    const tc_event_delete_request *from = request;
    tci_event_spec spec = {.event = from->event, .expected_version = from->expected_version};
    (void)engine;
    (void)call;
    int32_t code = tci_check_flags(from->flags, 0, "flags", error);
    if (code == TC_OK) tci_event_spec_write(command, &spec);
    return code;
}

void tci_event_decode(tc_engine *engine, const void *request, const tci_call *call, void *result) {
    tc_event_result *out = result;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine;
    (void)request;
    out->event = tci_read_u64(&answer);
    out->version = tci_read_u64(&answer);
    out->seats = tci_read_u32(&answer);
    out->map_version = tci_read_u32(&answer);
}
