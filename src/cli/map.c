/* The noun "map": seat maps from a document to a picture. Importing makes a draft; publishing makes
 * it fit for events. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

static const cli_word forms[] = {
    {"auto", TC_MAP_FORM_AUTO},
    {"ticketcore", TC_MAP_FORM_TICKETCORE},
    {"pretix", TC_MAP_FORM_PRETIX},
    {"csv", TC_MAP_FORM_CSV},
    {NULL, 0},
};

static const cli_word statuses[] = {
    {"draft", TC_MAP_DRAFT}, {"published", TC_MAP_PUBLISHED}, {NULL, 0}};

static const cli_field result_fields[] = {
    {.key = "map", .show = SHOW_NUMBER, AT(tc_map_result, map)},
    {.key = "version", .show = SHOW_NUMBER, AT(tc_map_result, version)},
    {.key = "map_version",
     .show = SHOW_NUMBER,
     AT(tc_map_result, map_version),
     .flags = FIELD_NONE_0},
    {.key = "seats", .show = SHOW_NUMBER, AT(tc_map_result, seats)},
    {.key = "seats_added", .show = SHOW_NUMBER, AT(tc_map_result, seats_added)},
    {.key = "seats_retired", .show = SHOW_NUMBER, AT(tc_map_result, seats_retired)},
    {0},
};

static const cli_field report_fields[] = {
    {.key = "name", .show = SHOW_CHARS, AT(tc_map_report, name)},
    {.key = "form", .show = SHOW_WORD, .words = forms, AT(tc_map_report, form)},
    {.key = "seats", .show = SHOW_NUMBER, AT(tc_map_report, seats)},
    {.key = "rows", .show = SHOW_NUMBER, AT(tc_map_report, rows)},
    {.key = "sections", .show = SHOW_NUMBER, AT(tc_map_report, sections)},
    {.key = "categories", .show = SHOW_NUMBER, AT(tc_map_report, categories)},
    {.key = "areas", .show = SHOW_NUMBER, AT(tc_map_report, areas)},
    {.key = "area_capacity", .show = SHOW_NUMBER, AT(tc_map_report, area_capacity)},
    {.key = "aisles", .show = SHOW_NUMBER, AT(tc_map_report, aisles)},
    {.key = "accessible", .show = SHOW_NUMBER, AT(tc_map_report, accessible)},
    {.key = "companion", .show = SHOW_NUMBER, AT(tc_map_report, companion)},
    {.key = "restricted_view", .show = SHOW_NUMBER, AT(tc_map_report, restricted_view)},
    {0},
};

static const cli_field category_fields[] = {
    {.key = "category", .show = SHOW_NUMBER, AT(tc_map_category, category)},
    {.key = "name", .show = SHOW_TEXT, AT(tc_map_category, name)},
    {.key = "color", .show = SHOW_TEXT, AT(tc_map_category, color)},
    {.key = "seats", .show = SHOW_NUMBER, AT(tc_map_category, seats)},
    {0},
};

static const cli_field section_fields[] = {
    {.key = "section", .show = SHOW_NUMBER, AT(tc_map_section, section)},
    {.key = "name", .show = SHOW_TEXT, AT(tc_map_section, name)},
    {.key = "zone", .show = SHOW_TEXT, AT(tc_map_section, zone), .flags = FIELD_JSON},
    {.key = "rows", .show = SHOW_NUMBER, AT(tc_map_section, rows)},
    {.key = "seats", .show = SHOW_NUMBER, AT(tc_map_section, seats)},
    {0},
};

static const cli_field area_fields[] = {
    {.key = "area", .show = SHOW_NUMBER, AT(tc_map_area, area)},
    {.key = "name", .show = SHOW_TEXT, AT(tc_map_area, name)},
    {.key = "zone", .show = SHOW_TEXT, AT(tc_map_area, zone)},
    {.key = "capacity", .show = SHOW_NUMBER, AT(tc_map_area, capacity), .flags = FIELD_NONE_0},
    {.key = "category", .show = SHOW_NUMBER, AT(tc_map_area, category), .flags = FIELD_NONE_0},
    {0},
};

/** A map with its parts. */
typedef struct map_detail {
    tc_map_view view;
    tc_map_category *categories;
    tc_map_section *sections;
    tc_map_area *areas;
    uint32_t categories_count;
    uint32_t sections_count;
    uint32_t areas_count;
} map_detail;

/* The view stands first in map_detail, so that its fields serve both. */
#define MAP_VIEW_FIELDS                                                                            \
    {.key = "map", .show = SHOW_NUMBER, AT(tc_map_view, map)},                                     \
        {.key = "version", .show = SHOW_NUMBER, AT(tc_map_view, version), .flags = FIELD_DETAIL},  \
        {.key = "name", .show = SHOW_TEXT, AT(tc_map_view, name)},                                 \
        {.key = "venue", .show = SHOW_NUMBER, AT(tc_map_view, venue), .flags = FIELD_NONE_0},      \
        {.key = "map_version", .show = SHOW_NUMBER, AT(tc_map_view, map_version)},                 \
        {.key = "status", .show = SHOW_WORD, .words = statuses, AT(tc_map_view, status)},          \
        {.key = "published_version",                                                               \
         .show = SHOW_NUMBER,                                                                      \
         AT(tc_map_view, published_version),                                                       \
         .flags = FIELD_NONE_0},                                                                   \
        {.key = "seats", .show = SHOW_NUMBER, AT(tc_map_view, seats)},                             \
        {.key = "seats_retired",                                                                   \
         .show = SHOW_NUMBER,                                                                      \
         AT(tc_map_view, seats_retired),                                                           \
         .flags = FIELD_DETAIL},                                                                   \
        {.key = "rows", .show = SHOW_NUMBER, AT(tc_map_view, rows), .flags = FIELD_DETAIL},        \
        {.key = "created_at",                                                                      \
         .show = SHOW_TIME,                                                                        \
         AT(tc_map_view, created_at_ms),                                                           \
         .flags = FIELD_DETAIL},                                                                   \
    {                                                                                              \
        .key = "published_at", .show = SHOW_TIME, AT(tc_map_view, published_at_ms),                \
        .flags = FIELD_DETAIL                                                                      \
    }

static const cli_field view_fields[] = {MAP_VIEW_FIELDS, {0}};

static const cli_field detail_fields[] = {
    MAP_VIEW_FIELDS,
    {.key = "categories",
     .show = SHOW_ROWS,
     .nested = category_fields,
     .stride = sizeof(tc_map_category),
     AT(map_detail, categories),
     .aux = offsetof(map_detail, categories_count)},
    {.key = "sections",
     .show = SHOW_ROWS,
     .nested = section_fields,
     .stride = sizeof(tc_map_section),
     AT(map_detail, sections),
     .aux = offsetof(map_detail, sections_count)},
    {.key = "areas",
     .show = SHOW_ROWS,
     .nested = area_fields,
     .stride = sizeof(tc_map_area),
     AT(map_detail, areas),
     .aux = offsetof(map_detail, areas_count)},
    {0},
};

#define MAP_PLACE(...)                                                                             \
    {                                                                                              \
        .name = "MAP", .kind = CLI_NUMBER, .need = CLI_PLACE | CLI_REQUIRED, .least = 1,           \
        __VA_ARGS__, .help = "id of the map"                                                       \
    }
#define FILE_PLACE                                                                                 \
    {                                                                                              \
        .name = "FILE", .kind = CLI_TEXT, .need = CLI_PLACE | CLI_REQUIRED,                        \
        .help = "the document: our JSON, the seating plan of pretix, or CSV; - is standard input"  \
    }
#define FORM_OPTION                                                                                \
    {                                                                                              \
        .name = "form", .kind = CLI_WORD, .value = "FORM", .words = forms, .bytes = 4,             \
        .fallback = "auto", .help = "what the document is"                                         \
    }
#define MAP_VERSION_OPTION                                                                         \
    {                                                                                              \
        .name = "map-version", .kind = CLI_NUMBER, .value = "VERSION", .least = 1, .bytes = 4,     \
        .help = "of the map; the newest when not given"                                            \
    }

static const cli_option import_options[] = {
    FILE_PLACE,
    FORM_OPTION,
    {.name = "name",
     .kind = CLI_TEXT,
     .value = "TEXT",
     .help = "its name; the document's own when not given"},
    {.name = "venue",
     .kind = CLI_NUMBER,
     .value = "VENUE",
     .least = 1,
     .bytes = 8,
     .help = "the venue it belongs to"},
    {.name = "map",
     .kind = CLI_NUMBER,
     .value = "MAP",
     .least = 1,
     .bytes = 8,
     .help = "make the next version of this map; else a new map"},
    {.name = "if-version",
     .kind = CLI_NUMBER,
     .value = "VERSION",
     .bytes = 8,
     .help = "with --map: only when the map still has this version"},
    {0},
};

static const cli_option validate_options[] = {FILE_PLACE, FORM_OPTION, {0}};

static const cli_option export_options[] = {
    MAP_PLACE(.bytes = 8), MAP_VERSION_OPTION, OPTION_OUTPUT, {0}};

static const cli_option get_options[] = {MAP_PLACE(.bytes = 8), MAP_VERSION_OPTION, {0}};

static const cli_option list_options[] = {
    {.name = "venue",
     .kind = CLI_NUMBER,
     .value = "VENUE",
     .least = 1,
     AT(tc_map_list_request, venue),
     .help = "only of this venue"},
    OPTION_LIMIT,
    {0},
};

static const cli_option publish_options[] = {
    MAP_PLACE(AT(tc_map_publish_request, map)),
    {.name = "map-version",
     .kind = CLI_NUMBER,
     .value = "VERSION",
     .least = 1,
     AT(tc_map_publish_request, map_version),
     .help = "the draft; the newest version when not given"},
    OPTION_IF_VERSION(tc_map_publish_request),
    {0},
};

static const cli_option delete_options[] = {
    MAP_PLACE(AT(tc_map_delete_request, map)),
    OPTION_IF_VERSION(tc_map_delete_request),
    {0},
};

static int create(cli_call *call, const char *text, size_t bytes, tc_map_result *result) {
    tc_map_create_request request = TC_MAP_CREATE_REQUEST_INIT;
    cli_fill(call, &request);
    request.text = text;
    request.text_bytes = bytes;
    request.name = cli_text(call, "name");
    request.venue = cli_number(call, "venue");
    request.form = cli_number32(call, "form");
    return tc_map_create(call->engine, &request, result, &call->error);
}

static int update(cli_call *call, const char *text, size_t bytes, tc_map_result *result) {
    tc_map_update_request request = TC_MAP_UPDATE_REQUEST_INIT;
    cli_fill(call, &request);
    request.text = text;
    request.text_bytes = bytes;
    request.name = cli_text(call, "name");
    request.map = cli_number(call, "map");
    request.expected_version = cli_number(call, "if-version");
    request.form = cli_number32(call, "form");
    return tc_map_update(call->engine, &request, result, &call->error);
}

static int import(cli_call *call) {
    tc_map_result result = TC_MAP_RESULT_INIT;
    char *text = NULL;
    size_t bytes = 0;
    bool next = cli_given(call, "map");
    if (next && cli_given(call, "venue"))
        return cli_usage(call, "--map and --venue do not go together: a map stays at its venue");
    if (!next && cli_given(call, "if-version"))
        return cli_usage(call, "--if-version needs --map, the map that has a version");
    int exit_code = cli_read_file(call, cli_text(call, "FILE"), TC_IMPORT_BYTES_MAX, &text, &bytes);
    if (exit_code) return exit_code;
    int32_t code = next ? update(call, text, bytes, &result) : create(call, text, bytes, &result);
    free(text);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, result_fields, &result);
    return CLI_OK;
}

static int validate(cli_call *call) {
    tc_map_report report = TC_MAP_REPORT_INIT;
    char *text = NULL;
    size_t bytes = 0;
    int exit_code = cli_read_file(call, cli_text(call, "FILE"), TC_IMPORT_BYTES_MAX, &text, &bytes);
    if (exit_code) return exit_code;
    int32_t code = tc_map_validate(text, bytes, cli_number32(call, "form"), &report, &call->error);
    free(text);
    if (code != TC_OK) return cli_fail(call);
    cli_print(&call->out, report_fields, &report);
    return CLI_OK;
}

static int32_t make_export(cli_call *call, char *buffer, size_t capacity, size_t *length) {
    return tc_map_export(call->snapshot, cli_number(call, "MAP"), cli_number32(call, "map-version"),
                         buffer, capacity, length, &call->error);
}

static int32_t make_svg(cli_call *call, char *buffer, size_t capacity, size_t *length) {
    return tc_map_svg(call->snapshot, cli_number(call, "MAP"), cli_number32(call, "map-version"),
                      buffer, capacity, length, &call->error);
}

static int export_map(cli_call *call) {
    return cli_write_made(call, make_export, cli_text(call, "output"));
}

static int svg(cli_call *call) {
    return cli_write_made(call, make_svg, cli_text(call, "output"));
}

/* The three parts of a map; each list is asked for its length by the view. */
static int32_t read_parts(cli_call *call, map_detail *detail) {
    const tc_map_view *view = &detail->view;
    detail->categories = cli_room(view->categories, sizeof *detail->categories);
    detail->sections = cli_room(view->sections, sizeof *detail->sections);
    detail->areas = cli_room(view->areas, sizeof *detail->areas);
    for (uint32_t i = 0; i < view->categories; i++)
        detail->categories[i] = (tc_map_category)TC_MAP_CATEGORY_INIT;
    for (uint32_t i = 0; i < view->sections; i++)
        detail->sections[i] = (tc_map_section)TC_MAP_SECTION_INIT;
    for (uint32_t i = 0; i < view->areas; i++) detail->areas[i] = (tc_map_area)TC_MAP_AREA_INIT;
    int32_t code =
        tc_map_category_list(call->snapshot, view->map, view->map_version, detail->categories,
                             view->categories, &detail->categories_count, &call->error);
    if (code == TC_OK) {
        code = tc_map_section_list(call->snapshot, view->map, view->map_version, detail->sections,
                                   view->sections, &detail->sections_count, &call->error);
    }
    if (code == TC_OK) {
        code = tc_map_area_list(call->snapshot, view->map, view->map_version, detail->areas,
                                view->areas, &detail->areas_count, &call->error);
    }
    return code;
}

static int get(cli_call *call) {
    map_detail detail = {.view = TC_MAP_VIEW_INIT};
    int32_t code = tc_map_get(call->snapshot, cli_number(call, "MAP"),
                              cli_number32(call, "map-version"), &detail.view, &call->error);
    if (code == TC_OK) code = read_parts(call, &detail);
    if (code == TC_OK) cli_print(&call->out, detail_fields, &detail);
    free(detail.categories);
    free(detail.sections);
    free(detail.areas);
    return code == TC_OK ? CLI_OK : cli_fail(call);
}

static int list(cli_call *call) {
    tc_map_view views[100] = {0}; /* a size of 0: as this library knows it */
    tc_map_list_request request = TC_MAP_LIST_REQUEST_INIT;
    tc_map_list_result result = TC_MAP_LIST_RESULT_INIT;
    uint64_t left = cli_limit(call);
    cli_fill(call, &request);
    result.maps = views;
    result.maps_capacity = 100;
    do {
        if (tc_map_list(call->snapshot, &request, &result, &call->error) != TC_OK)
            return cli_fail(call);
        for (uint32_t i = 0; i < result.maps_count && left > 0; i++, left--)
            cli_row(&call->out, view_fields, &views[i]);
        request.after = result.next;
    } while (result.next && left > 0);
    cli_rows_end(&call->out);
    return CLI_OK;
}

const cli_command cli_map_commands[] = {
    {.verb = "import",
     .what = "Import a document as a new map, or as the next version of one; a draft.",
     .more =
         "A malformed document is refused with its line, field and reason; nothing is imported.\n"
         "Seats keep their numbers over the versions of a map for as long as their names stay.",
     .options = import_options,
     .fields = result_fields,
     .example = "  ticketcore map import hall.json --name \"Great hall\"\n"
                "  ticketcore map import hall-2.json --map 1",
     .store = CLI_STORE_WRITE,
     .run = import},
    {.verb = "validate",
     .what = "Check a document without a store; says what it holds.",
     .options = validate_options,
     .fields = report_fields,
     .example = "  ticketcore map validate hall.json",
     .run = validate},
    {.verb = "get",
     .what = "Show a map with its categories, sections and standing areas.",
     .options = get_options,
     .fields = detail_fields,
     .example = "  ticketcore map get 1",
     .store = CLI_STORE_READ,
     .run = get},
    {.verb = "list",
     .what = "List maps by id, each in its newest version.",
     .options = list_options,
     .fields = view_fields,
     .example = "  ticketcore map list",
     .store = CLI_STORE_READ,
     .run = list},
    {.verb = "publish",
     .what = "Make a draft usable by events; it never changes again.",
     .options = publish_options,
     .fields = result_fields,
     .example = "  ticketcore map publish 1",
     RUNS(TC_MAP_PUBLISH, tc_map_publish_request, tc_map_result)},
    {.verb = "export",
     .what = "Write a map as our JSON; imported again it gives the same layout.",
     .options = export_options,
     .example = "  ticketcore map export 1 -o hall.json",
     .store = CLI_STORE_READ,
     .run = export_map},
    {.verb = "svg",
     .what = "Draw a map as SVG, seats in the colours of their categories.",
     .options = export_options,
     .example = "  ticketcore map svg 1 -o hall.svg",
     .store = CLI_STORE_READ,
     .run = svg},
    {.verb = "delete",
     .what = "Remove a map that no event uses, with all its versions.",
     .options = delete_options,
     .fields = result_fields,
     .example = "  ticketcore map delete 1",
     RUNS(TC_MAP_DELETE, tc_map_delete_request, tc_map_result)},
    {0},
};
