/* Care of a store on disk: verify finds a flipped byte and names the record, backup opens as a
 * store, a dump loads into an equal store, and broken dumps leave nothing behind. */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "engine/engine.h"
#include "ticketcore/ticketcore.h"

enum { SEATS = 600 };

static char folder[64], store[96], other[96];

static tc_engine *open_at(const char *path, uint32_t flags) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    tc_error error = TC_ERROR_INIT;
    tc_engine *engine = NULL;
    options.flags = flags;
    if (tc_engine_open(path, &options, &engine, &error) != TC_OK) fail_msg("%s", error.message);
    return engine;
}

static void sell(tc_engine *engine, uint64_t event, uint32_t seat) {
    const tc_hold_seat wish[2] = {{event, seat, 0}, {event, seat + 1, 0}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result hold = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = wish;
    request.seats_count = 2;
    tc_request_id_new(&request.request_id);
    assert_int_equal(tc_hold_create(engine, &request, &hold, NULL), TC_OK);
    const tc_order_item items[2] = {{1, 1}, {1, 1}};
    const tc_contact contact = {sizeof contact, TC_MESSAGE_EMAIL, "ada@example.org", "en"};
    tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
    order.hold = hold.hold;
    order.hold_secret = hold.secret;
    order.items = items;
    order.items_count = 2;
    order.contacts = &contact;
    order.contacts_count = 1;
    order.method = TC_PAY_PAID;
    assert_int_equal(tc_order_create(engine, &order, NULL, NULL), TC_OK);
}

/* A store with a map, an event, sold, held and free seats, and messages. */
static int setup(void **state) {
    (void)state;
    strcpy(folder, "care-XXXXXX");
    if (!mkdtemp(folder)) return 1;
    snprintf(store, sizeof store, "%s/store", folder);
    snprintf(other, sizeof other, "%s/other", folder);
    tc_engine *engine = open_at(store, TC_OPEN_CREATE);
    static char text[SEATS * 48 + 64];
    size_t at = (size_t)sprintf(text, "name,section,row,seat,category,x,y\n");
    for (int i = 0; i < SEATS; i++)
        at += (size_t)sprintf(text + at, "%d,Stalls,%d,%d,All,%d,%d\n", i, i / 20, i % 20,
                              i % 20 * 50, i / 20 * 90);
    tc_map_create_request map = TC_MAP_CREATE_REQUEST_INIT;
    tc_map_result mapped = TC_MAP_RESULT_INIT;
    map.name = "House \xE2\x80\x9Cquoted\xE2\x80\x9D";
    map.text = text;
    map.text_bytes = at;
    map.form = TC_MAP_FORM_CSV;
    assert_int_equal(tc_map_create(engine, &map, &mapped, NULL), TC_OK);
    tc_map_publish_request publish = TC_MAP_PUBLISH_REQUEST_INIT;
    publish.map = mapped.map;
    assert_int_equal(tc_map_publish(engine, &publish, NULL, NULL), TC_OK);
    tc_event_create_request event = TC_EVENT_CREATE_REQUEST_INIT;
    tc_event_result made = TC_EVENT_RESULT_INIT;
    event.name = "Care";
    event.map = mapped.map;
    event.starts_at_ms = 4102444800000;
    event.currency = "EUR";
    event.status = TC_EVENT_ON_SALE;
    assert_int_equal(tc_event_create(engine, &event, &made, NULL), TC_OK);
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = made.event;
    type.name = "Full";
    type.price_minor = 1000;
    assert_int_equal(tc_ticket_type_create(engine, &type, NULL, NULL), TC_OK);
    for (uint32_t i = 0; i < 20; i++) sell(engine, made.event, i * 2);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static uint64_t faults_of(const char *path, tc_fault *first) {
    tc_engine *engine = open_at(path, 0);
    tc_snapshot *snapshot;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = first;
    report.faults_capacity = 1;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    assert_true(report.records > 10);
    assert_true(report.facts > 100);
    tc_snapshot_close(snapshot);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    return report.faults_count;
}

static void test_sound_store_has_no_faults(void **state) {
    (void)state;
    tc_fault first;
    assert_int_equal(faults_of(store, &first), 0);
}

/* The newest copy of a page in the data file, found by its content; one byte of it is turned. */
static void flip_byte_of_page(uint64_t partition, uint8_t space, uint64_t number) {
    static uint8_t wanted[TCI_PAGE_ROOM], read_back[TCI_PAGE_ROOM];
    tc_engine *engine = open_at(store, 0);
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    const uint8_t *page = tci_page_read(tci_snapshot_view(snapshot), partition, space, number);
    assert_non_null(page);
    memcpy(wanted, page, sizeof wanted);
    tc_snapshot_close(snapshot);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    char path[128];
    snprintf(path, sizeof path, "%s/data.mdb", store);
    int fd = open(path, O_RDWR | O_CLOEXEC), found = 0;
    assert_true(fd >= 0);
    for (off_t at = 32; pread(fd, read_back, sizeof read_back, at) == (ssize_t)sizeof read_back;
         at += 4096) {
        if (memcmp(read_back, wanted, sizeof wanted) != 0) continue;
        read_back[100] ^= 0x10;
        assert_int_equal(pwrite(fd, read_back + 100, 1, at + 100), 1);
        found++;
    }
    close(fd);
    assert_true(found > 0);
}

static void test_flipped_byte_of_a_seat_page_is_named(void **state) {
    (void)state;
    tc_fault first;
    flip_byte_of_page(1, TCI_SPACE_SEAT, 1);
    assert_true(faults_of(store, &first) > 0);
    assert_string_equal(first.what, "checksum");
    assert_non_null(strstr(first.sentence, "\"seat\" 1 of partition 1"));
    assert_int_equal(first.event, 1);
    assert_int_equal(first.subject, 1);
}

static void test_command_on_a_damaged_page_is_refused_as_corrupt(void **state) {
    (void)state;
    flip_byte_of_page(1, TCI_SPACE_SEAT, 1);
    tc_engine *engine = open_at(store, 0);
    tc_error error = TC_ERROR_INIT;
    const tc_hold_seat damaged = {1, 550, 0}, sound = {1, 100, 0};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    request.seats = &damaged;
    request.seats_count = 1;
    assert_int_equal(tc_hold_create(engine, &request, NULL, &error), TC_E_CORRUPT);
    assert_non_null(strstr(error.message, "partition 1 space 0x30 record 1"));
    request.seats = &sound;
    assert_int_equal(tc_hold_create(engine, &request, NULL, &error), TC_OK);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void backup(uint32_t flags) {
    tc_fault first;
    tc_engine *engine = open_at(store, 0);
    assert_int_equal(tc_backup(engine, other, flags, NULL), TC_OK);
    assert_int_equal(tc_backup(engine, other, flags, NULL), TC_E_STORE_EXISTS);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    assert_int_equal(faults_of(other, &first), 0);
}

static void test_backup_opens_as_a_store(void **state) {
    (void)state;
    backup(0);
}

static void test_compact_backup_opens_as_a_store(void **state) {
    (void)state;
    backup(TC_BACKUP_COMPACT);
}

static void test_backup_of_a_memory_store_is_unsupported(void **state) {
    (void)state;
    tc_engine *engine = open_at(NULL, TC_OPEN_MEMORY);
    assert_int_equal(tc_backup(engine, other, 0, NULL), TC_E_UNSUPPORTED);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static char *dump(const char *path, const char *file, size_t *length) {
    tc_engine *engine = open_at(path, 0);
    tc_snapshot *snapshot;
    uint64_t records = 0;
    tc_error error = TC_ERROR_INIT;
    int fd = open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    if (tc_dump(snapshot, fd, &records, &error) != TC_OK) fail_msg("%s", error.message);
    assert_true(records > 100);
    tc_snapshot_close(snapshot);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
    *length = (size_t)lseek(fd, 0, SEEK_END);
    char *text = malloc(*length + 1);
    assert_non_null(text);
    assert_int_equal(pread(fd, text, *length, 0), *length);
    text[*length] = '\0';
    close(fd);
    return text;
}

static int32_t load_text(const char *text, size_t length, tc_error *error) {
    char file[128];
    snprintf(file, sizeof file, "%s/given.dump", folder);
    int fd = open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, length), length);
    lseek(fd, 0, SEEK_SET);
    int32_t code = tc_load(other, fd, NULL, error);
    close(fd);
    return code;
}

static void test_dump_loads_into_an_equal_store(void **state) {
    (void)state;
    char file[128];
    size_t length, again_length;
    tc_error error = TC_ERROR_INIT;
    tc_fault first;
    snprintf(file, sizeof file, "%s/dump", folder);
    char *text = dump(store, file, &length);
    if (load_text(text, length, &error) != TC_OK) fail_msg("%s", error.message);
    assert_int_equal(faults_of(other, &first), 0);
    char *again = dump(other, file, &again_length);
    assert_int_equal(length, again_length);
    assert_memory_equal(text, again, length);
    free(text);
    free(again);
    tc_engine *engine = open_at(other, 0);
    sell(engine, 1, 300);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

static void assert_nothing_left(void) {
    struct stat info;
    assert_int_not_equal(stat(other, &info), 0);
    char command[160];
    snprintf(command, sizeof command, "ls -A '%s' | grep -q loading && exit 1 || exit 0", folder);
    assert_int_equal(system(command), 0);
}

static void test_broken_dumps_leave_nothing(void **state) {
    (void)state;
    char file[128];
    size_t length;
    tc_error error = TC_ERROR_INIT;
    snprintf(file, sizeof file, "%s/dump", folder);
    char *text = dump(store, file, &length);
    size_t last = length - 1;
    while (text[last - 1] != '\n') last--;
    assert_int_equal(load_text(text, last, &error), TC_E_PARSE); /* its end is missing */
    assert_nothing_left();
    assert_int_equal(load_text(text, length / 2, &error), TC_E_PARSE);
    assert_true(error.line > 1);
    assert_nothing_left();
    assert_int_equal(load_text("", 0, &error), TC_E_PARSE);
    assert_int_equal(load_text("{\"hello\":1}\n", 12, &error), TC_E_PARSE);
    assert_int_equal(error.line, 1);
    char *digit = strstr(text, "\"price_minor\":1000");
    assert_non_null(digit);
    digit[14] = '9'; /* another price: the checksum of the lines tells */
    assert_int_equal(load_text(text, length, &error), TC_E_PARSE);
    assert_string_equal(error.field, "checksum");
    assert_nothing_left();
    free(text);
}

/* The end of the JSON value that begins at `at`. */
static const char *value_end(const char *at) {
    int depth = 0;
    for (bool inside = false;; at++) {
        if (inside && *at == '\\') at++;
        else if (*at == '"') inside = !inside;
        else if (!inside && (*at == '{' || *at == '[')) depth++;
        else if (!inside && (*at == '}' || *at == ']') && depth-- == 0) return at;
        else if (!inside && *at == ',' && depth == 0) return at;
    }
}

/* One line of a dump with one of its values replaced, behind the dump's first line. */
static void load_broken(const char *first, const char *line, const char *value, const char *by) {
    static char text[1 << 17];
    tc_error error = TC_ERROR_INIT;
    const char *end = strchr(line, '\n');
    int length =
        snprintf(text, sizeof text, "%.*s\n%.*s%s%.*s\n", (int)(strchr(first, '\n') - first), first,
                 (int)(value - line), line, by, (int)(end - value_end(value)), value_end(value));
    assert_in_range(length, 1, sizeof text - 1);
    assert_int_equal(load_text(text, (size_t)length, &error), TC_E_PARSE);
    assert_in_range(error.line, 2, 3); /* or it passes, and the end is missing */
    assert_true(error.message[0] != '\0');
}

/* Every value of one line of every kind, replaced by what it must not be. */
static void test_every_value_of_a_dump_is_looked_at(void **state) {
    (void)state;
    static const char *const BY[] = {"null", "-1", "\"zz\"", "18446744073709551616", "{}"};
    char file[128], seen[64][48];
    size_t length, kinds = 0, turn = 0, tried = 0;
    snprintf(file, sizeof file, "%s/dump", folder);
    char *text = dump(store, file, &length);
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        char kind[48];
        bool page = strstr(line, "\"page\":") && strstr(line, "\"page\":") < strchr(line, '\n');
        snprintf(kind, sizeof kind, "%.40s%s", line, page ? " page" : "");
        char *comma = strchr(kind, ',');
        if (comma) snprintf(comma, 8, "%s", page ? " page" : "");
        bool known = false;
        for (size_t i = 0; i < kinds; i++) known |= strcmp(seen[i], kind) == 0;
        if (known || kinds == 64) continue;
        snprintf(seen[kinds++], sizeof seen[0], "%s", kind);
        for (const char *at = line; at < strchr(line, '\n'); at++) {
            if (at[0] != '"' || at[1] != ':') continue;
            load_broken(text, line, at + 2, BY[turn++ % 5]);
            if (tried++ % 4 == 0) load_broken(text, line, at + 2, BY[turn++ % 5]);
        }
    }
    assert_nothing_left();
    assert_true(kinds > 8 && tried > 60);
    free(text);
}

static void test_dump_of_a_newer_format_is_refused(void **state) {
    (void)state;
    tc_error error = TC_ERROR_INIT;
    static const char TEXT[] =
        "{\"ticketcore\":\"dump\",\"disk_format\":999,\"library\":\"9\",\"commit\":1}\n";
    assert_int_equal(load_text(TEXT, sizeof TEXT - 1, &error), TC_E_FORMAT_NEWER);
    assert_nothing_left();
}

static void test_load_over_something_is_refused(void **state) {
    (void)state;
    assert_int_equal(tc_load(store, 0, NULL, NULL), TC_E_STORE_EXISTS);
}

static int count_loading(void) {
    char command[160];
    snprintf(command, sizeof command, "exit $(ls -A '%s' | grep -c loading)", folder);
    int status = system(command);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* A load that reads for ever, from a pipe nobody closes. */
static pid_t begin_load(int *feed) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        _exit(tc_load(other, ends[0], NULL, NULL) == TC_E_PARSE ? 0 : 1);
    }
    close(ends[0]);
    *feed = ends[1];
    for (int i = 0; i < 500 && count_loading() == 0; i++) usleep(10000);
    assert_int_equal(count_loading(), 1);
    return child;
}

static void test_what_a_killed_load_left_is_cleared(void **state) {
    (void)state;
    char file[128];
    size_t length;
    int feed;
    snprintf(file, sizeof file, "%s/dump", folder);
    char *text = dump(store, file, &length);
    pid_t child = begin_load(&feed);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    close(feed);
    assert_int_equal(count_loading(), 1);
    assert_int_equal(load_text(text, length, NULL), TC_OK);
    assert_int_equal(count_loading(), 0);
    /* A name that only looks like one is somebody else's. */
    snprintf(file, sizeof file, "%s/other.loading-notes", folder);
    assert_int_equal(mkdir(file, 0700), 0);
    assert_int_equal(load_text(text, length, NULL), TC_E_STORE_EXISTS);
    assert_int_equal(count_loading(), 1);
    free(text);
}

static void test_a_living_load_is_left_alone(void **state) {
    (void)state;
    int feed, status;
    pid_t child = begin_load(&feed);
    assert_int_equal(load_text("{}", 2, NULL), TC_E_PARSE);
    assert_int_equal(count_loading(), 1);
    close(feed);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(count_loading(), 0);
}

static void test_load_below_a_missing_folder_says_so(void **state) {
    (void)state;
    char path[160];
    tc_error error = TC_ERROR_INIT;
    snprintf(path, sizeof path, "%s/none/store", folder);
    assert_int_equal(tc_load(path, 0, NULL, &error), TC_E_NO_STORE);
    assert_non_null(strstr(error.message, "the folder that is to hold"));
    assert_null(strstr(error.message, "loading"));
}

static void test_dump_to_a_bad_descriptor_fails(void **state) {
    (void)state;
    tc_engine *engine = open_at(store, 0);
    tc_snapshot *snapshot;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tc_dump(snapshot, -1, NULL, &error), TC_E_INVALID);
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (full >= 0) assert_int_equal(tc_dump(snapshot, full, NULL, &error), TC_E_IO);
    if (full >= 0) close(full);
    tc_snapshot_close(snapshot);
    assert_int_equal(tc_engine_close(engine, NULL), TC_OK);
}

#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_sound_store_has_no_faults),
        WITH_STORE(test_flipped_byte_of_a_seat_page_is_named),
        WITH_STORE(test_command_on_a_damaged_page_is_refused_as_corrupt),
        WITH_STORE(test_backup_opens_as_a_store),
        WITH_STORE(test_compact_backup_opens_as_a_store),
        WITH_STORE(test_backup_of_a_memory_store_is_unsupported),
        WITH_STORE(test_dump_loads_into_an_equal_store),
        WITH_STORE(test_broken_dumps_leave_nothing),
        WITH_STORE(test_dump_of_a_newer_format_is_refused),
        WITH_STORE(test_every_value_of_a_dump_is_looked_at),
        WITH_STORE(test_load_over_something_is_refused),
        WITH_STORE(test_what_a_killed_load_left_is_cleared),
        WITH_STORE(test_a_living_load_is_left_alone),
        WITH_STORE(test_load_below_a_missing_folder_says_so),
        WITH_STORE(test_dump_to_a_bad_descriptor_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
