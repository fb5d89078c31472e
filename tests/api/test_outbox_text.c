/* What messages say and what may be asked of the outbox: templates with their fallback and
 * escaping, lists, bad requests. */
#include "outbox_fixture.h"

static void test_default_texts(void **state) {
    fixture *f = *state;
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    const tc_variable variables[] = {{"subject", "Hi\nthere"}, {"text", "Dear <Ada>"}};
    char subject[64], body[64];
    request.variables = variables;
    request.variables_count = 2;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    tc_message message = get(f, 1, subject, body);
    assert_string_equal(subject, "Hi there"); /* one line: it becomes a header */
    assert_string_equal(body, "Dear <Ada>");
    assert_int_equal(message.html, 0);
}

static void put_template(fixture *f, uint32_t channel, const char *locale, const char *body,
                         uint32_t flags) {
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = channel;
    request.locale = locale;
    request.subject = "S {{who}}";
    request.body = body;
    request.flags = flags;
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_OK);
}

static void expect_body(fixture *f, const char *locale, const char *wanted) {
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    tc_message_create_result result = TC_MESSAGE_CREATE_RESULT_INIT;
    const tc_variable who = {"who", "<Ada>"};
    char body[128];
    request.locale = locale;
    request.variables = &who;
    request.variables_count = 1;
    assert_int_equal(tc_message_create(f->engine, &request, &result, NULL), TC_OK);
    get(f, result.message, NULL, body);
    assert_string_equal(body, wanted);
}

static void test_template_fallback(void **state) {
    fixture *f = *state;
    put_template(f, TC_MESSAGE_EMAIL, NULL, "Hello {{who}}", 0);
    put_template(f, TC_MESSAGE_EMAIL, "de", "Hallo {{who}}", 0);
    put_template(f, TC_MESSAGE_EMAIL, "de-AT", "Servus {{who}}", 0);
    expect_body(f, "de-AT", "Servus <Ada>");
    expect_body(f, "DE_at", "Servus <Ada>");
    expect_body(f, "de-CH", "Hallo <Ada>");
    expect_body(f, "de", "Hallo <Ada>");
    expect_body(f, "fr", "Hello <Ada>");
    expect_body(f, NULL, "Hello <Ada>");
}

static void test_template_html(void **state) {
    fixture *f = *state;
    char body[64];
    tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
    const tc_variable who = {"who", "<Ada>"};
    put_template(f, TC_MESSAGE_EMAIL, NULL, "<p>{{who}} {{{who}}}</p>", TC_TEMPLATE_HTML);
    request.variables = &who;
    request.variables_count = 1;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(get(f, 1, NULL, body).html, 1);
    assert_string_equal(body, "<p>&lt;Ada&gt; <Ada></p>");
}

static void test_webhook_body(void **state) {
    fixture *f = *state;
    char body[1024];
    tc_message_create_request request = request_of(TC_MESSAGE_WEBHOOK, "https://example.org/hook");
    const tc_variable text = {"text", "a \"quoted\" line\nand another"};
    request.variables = &text;
    request.variables_count = 1;
    assert_int_equal(tc_message_create(f->engine, &request, NULL, NULL), TC_OK);
    get(f, 1, NULL, body);
    assert_non_null(strstr(body, "\"type\":\"custom\""));
    assert_non_null(strstr(body, "\"message\":\"1\""));
    assert_non_null(strstr(body, "a \\\"quoted\\\" line\\nand another"));
}

static void test_template_versions(void **state) {
    fixture *f = *state;
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_template_put_result result = TC_TEMPLATE_PUT_RESULT_INIT;
    tc_template_delete_request gone = TC_TEMPLATE_DELETE_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    request.kind = gone.kind = TC_MESSAGE_OFFER;
    request.channel = gone.channel = TC_MESSAGE_SMS;
    request.body = "x";
    request.expected_version = 1;
    assert_int_equal(tc_template_put(f->engine, &request, &result, NULL), TC_E_NOT_FOUND);
    request.expected_version = 0;
    assert_int_equal(tc_template_put(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 1);
    request.expected_version = 1;
    assert_int_equal(tc_template_put(f->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.version, 2);
    assert_int_equal(tc_template_put(f->engine, &request, &result, &error), TC_E_VERSION);
    assert_int_equal(error.actual_version, 2);
    gone.expected_version = 1;
    assert_int_equal(tc_template_delete(f->engine, &gone, NULL), TC_E_VERSION);
    gone.expected_version = 0;
    assert_int_equal(tc_template_delete(f->engine, &gone, NULL), TC_OK);
    assert_int_equal(tc_template_delete(f->engine, &gone, NULL), TC_E_NOT_FOUND);
}

static void test_template_get_and_list(void **state) {
    fixture *f = *state;
    tc_snapshot *snapshot;
    tc_template found = TC_TEMPLATE_INIT, list[4];
    uint32_t count = 0;
    put_template(f, TC_MESSAGE_EMAIL, "de", "Hallo", 0);
    put_template(f, TC_MESSAGE_SMS, NULL, "Hello", 0);
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(
        tc_template_get(snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, "de-at", &found, NULL),
        TC_OK);
    assert_string_equal(found.locale, "de");
    assert_string_equal(found.body, "Hallo");
    assert_int_equal(found.version, 1);
    assert_int_equal(
        tc_template_get(snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, NULL, &found, NULL), TC_OK);
    assert_int_equal(found.version, 0);
    assert_string_equal(found.body, "{{text}}");
    assert_int_equal(tc_template_list(snapshot, list, 4, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_string_equal(list[0].locale, "de");
    assert_int_equal(list[1].channel, TC_MESSAGE_SMS);
    assert_int_equal(tc_template_list(snapshot, list, 1, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    tc_snapshot_close(snapshot);
}

static void test_malformed_template(void **state) {
    fixture *f = *state;
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    uint64_t before = commits(f);
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = TC_MESSAGE_EMAIL;
    request.body = "first\nsecond {{open";
    assert_int_equal(tc_template_put(f->engine, &request, NULL, &error), TC_E_TEMPLATE);
    assert_string_equal(error.field, "body");
    assert_int_equal(error.line, 2);
    assert_int_equal(error.subject, 14);
    request.body = "fine";
    request.subject = "{{#no}}";
    assert_int_equal(tc_template_put(f->engine, &request, NULL, &error), TC_E_TEMPLATE);
    assert_string_equal(error.field, "subject");
    assert_int_equal(commits(f), before);
}

static void test_long_template(void **state) {
    fixture *f = *state;
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    char *body = malloc(TC_TEMPLATE_MAX + 2);
    tc_snapshot *snapshot;
    tc_template found = TC_TEMPLATE_INIT;
    assert_non_null(body);
    memset(body, 'x', TC_TEMPLATE_MAX + 1);
    body[TC_TEMPLATE_MAX + 1] = '\0';
    request.kind = TC_MESSAGE_CUSTOM;
    request.channel = TC_MESSAGE_EMAIL;
    request.body = body;
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_E_LIMIT);
    body[TC_TEMPLATE_MAX] = '\0';
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_OK);
    body[10] = '\0';
    assert_int_equal(tc_template_put(f->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(
        tc_template_get(snapshot, TC_MESSAGE_CUSTOM, TC_MESSAGE_EMAIL, NULL, &found, NULL), TC_OK);
    assert_int_equal(strlen(found.body), 10); /* nothing of the longer one is left */
    tc_snapshot_close(snapshot);
    free(body);
}

static void test_list(void **state) {
    fixture *f = *state;
    tc_snapshot *snapshot;
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message list[4] = {TC_MESSAGE_INIT};
    tc_leased_message got;
    uint32_t count, seen = 0;
    for (int i = 0; i < 6; i++)
        queue(f, i % 2 ? TC_MESSAGE_SMS : TC_MESSAGE_EMAIL, "x@example.org");
    assert_int_equal(lease(f, 0, 1, &got, NULL), 1);
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    request.limit = 4;
    do {
        assert_int_equal(tc_message_list(snapshot, &request, list, &count, &request.after, NULL),
                         TC_OK);
        for (uint32_t i = 0; i < count; i++) {
            assert_int_equal(list[i].id, ++seen);
            assert_string_equal(list[i].address, "x@example.org");
            assert_null(list[i].body);
        }
    } while (request.after);
    assert_int_equal(seen, 6);
    request.state = TC_MESSAGE_LEASED;
    assert_int_equal(tc_message_list(snapshot, &request, list, &count, &request.after, NULL),
                     TC_OK);
    assert_int_equal(count, 1);
    request.state = 0;
    request.channel = TC_MESSAGE_SMS;
    assert_int_equal(tc_message_list(snapshot, &request, list, &count, &request.after, NULL),
                     TC_OK);
    assert_int_equal(count, 3);
    tc_snapshot_close(snapshot);
}

typedef struct bad_case {
    const char *field;
    int32_t code;
    void (*spoil)(tc_message_create_request *request);
} bad_case;

static void no_kind(tc_message_create_request *r) {
    r->kind = 0;
}
static void unknown_kind(tc_message_create_request *r) {
    r->kind = 500;
}
static void large_kind(tc_message_create_request *r) {
    r->kind = 65536;
}
static void no_channel(tc_message_create_request *r) {
    r->channel = 0;
}
static void large_channel(tc_message_create_request *r) {
    r->channel = 5;
}
static void no_address(tc_message_create_request *r) {
    r->address = NULL;
}
static void control_address(tc_message_create_request *r) {
    r->address = "a\nb";
}
static void bad_locale(tc_message_create_request *r) {
    r->locale = "de!";
}
static void many_attempts(tc_message_create_request *r) {
    r->attempts_max = 101;
}
static void negative_time(tc_message_create_request *r) {
    r->not_before_ms = -1;
}
static void flags(tc_message_create_request *r) {
    r->flags = 1;
}
static void bad_variable(tc_message_create_request *r) {
    static const tc_variable BAD = {"a-b", "x"};
    r->variables = &BAD;
    r->variables_count = 1;
}
static void no_variables(tc_message_create_request *r) {
    r->variables_count = 2;
}
static void many_variables(tc_message_create_request *r) {
    static tc_variable many[65];
    r->variables = many;
    r->variables_count = 65;
}
static void no_event(tc_message_create_request *r) {
    r->event = 9;
}
static void no_order(tc_message_create_request *r) {
    r->order = 9;
}
static void no_ticket(tc_message_create_request *r) {
    r->ticket = UINT64_C(1) << 32 | 1;
}

static void test_bad_requests(void **state) {
    fixture *f = *state;
    static const bad_case CASES[] = {
        {"kind", TC_E_INVALID, no_kind},
        {"kind", TC_E_INVALID, unknown_kind},
        {"kind", TC_E_INVALID, large_kind},
        {"channel", TC_E_INVALID, no_channel},
        {"channel", TC_E_INVALID, large_channel},
        {"address", TC_E_INVALID, no_address},
        {"address", TC_E_INVALID, control_address},
        {"locale", TC_E_INVALID, bad_locale},
        {"attempts_max", TC_E_LIMIT, many_attempts},
        {"not_before_ms", TC_E_INVALID, negative_time},
        {"flags", TC_E_INVALID, flags},
        {"variables", TC_E_INVALID, bad_variable},
        {"variables", TC_E_INVALID, no_variables},
        {"variables_count", TC_E_LIMIT, many_variables},
        {"event", TC_E_NOT_FOUND, no_event},
        {"order", TC_E_NOT_FOUND, no_order},
        {"ticket", TC_E_NOT_FOUND, no_ticket},
    };
    queue(f, TC_MESSAGE_EMAIL, "first@example.org"); /* the store's own housekeeping is done */
    uint64_t before = commits(f);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        tc_message_create_request request = request_of(TC_MESSAGE_EMAIL, "ada@example.org");
        tc_error error = TC_ERROR_INIT;
        CASES[i].spoil(&request);
        assert_int_equal(tc_message_create(f->engine, &request, NULL, &error), CASES[i].code);
        assert_string_equal(error.field, CASES[i].field);
    }
    assert_int_equal(commits(f), before);
}

static void test_bad_lease(void **state) {
    fixture *f = *state;
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    assert_int_equal(tc_message_lease(f->engine, &request, NULL, NULL), TC_E_INVALID);
    assert_int_equal(tc_message_lease(f->engine, NULL, &result, NULL), TC_E_INVALID);
    request.max = TC_MESSAGE_LEASE_MAX + 1;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_E_LIMIT);
    request.max = 1;
    request.lease_ms = TC_LEASE_MS_MAX + 1;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_E_LIMIT);
    request.lease_ms = 0;
    request.channels = 1u << 9;
    assert_int_equal(tc_message_lease(f->engine, &request, &result, NULL), TC_E_INVALID);
}

static void test_bad_answer(void **state) {
    fixture *f = *state;
    tc_message_answer_request request = TC_MESSAGE_ANSWER_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_message_answer(f->engine, &request, NULL, &error), TC_E_INVALID);
    assert_string_equal(error.field, "outcome");
    request.outcome = TC_MESSAGE_OUTCOME_SENT;
    request.retry_after_ms = 1;
    assert_int_equal(tc_message_answer(f->engine, &request, NULL, &error), TC_E_INVALID);
    assert_string_equal(error.field, "retry_after_ms");
}

static void test_not_found(void **state) {
    fixture *f = *state;
    tc_snapshot *snapshot;
    tc_message message = TC_MESSAGE_INIT;
    assert_int_equal(tc_snapshot_open(f->engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_message_get(snapshot, 1, &message, NULL), TC_E_NOT_FOUND);
    assert_int_equal(tc_message_get(snapshot, 0, &message, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        T(test_default_texts),      T(test_template_fallback), T(test_template_html),
        T(test_webhook_body),       T(test_template_versions), T(test_template_get_and_list),
        T(test_malformed_template), T(test_long_template),     T(test_list),
        T(test_bad_requests),       T(test_bad_lease),         T(test_bad_answer),
        T(test_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
