/* Streams of commands: the input is read as a row of public calls with arbitrary fields, on a store
 * in memory with the house in it and a clock the input moves. Whatever was asked, the store's
 * invariants hold at the end. The requests' shapes come from the headers (fuzz_tables.c). */
#include "house.h"
#include "scenario.h"

enum { COMMANDS_MAX = 24, ROOM = 40 };

static fuzz_record *records;
static size_t record_count;
static tc_secret secrets[16];
static uint32_t command_count;
static int64_t now_ms;

static void begin(void) {
    if (records) return;
    tc_engine *engine = fuzz_house_new(NULL);
    record_count = fuzz_records_take(engine, &records);
    FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    while (SCENARIO_COMMANDS[command_count].name) command_count++;
}

static uint64_t pick_number(fuzz_input *in) {
    static const uint64_t EDGES[] = {0,
                                     1,
                                     2,
                                     15,
                                     16,
                                     63,
                                     255,
                                     256,
                                     1000,
                                     1001,
                                     65535,
                                     65536,
                                     INT32_MAX,
                                     UINT32_MAX,
                                     UINT64_C(1) << 32,
                                     (UINT64_C(1) << 32) + 1,
                                     INT64_MAX,
                                     UINT64_C(1) << 63,
                                     UINT64_MAX,
                                     (uint64_t)HOUSE_T0,
                                     (uint64_t)HOUSE_T0 + 100000,
                                     TC_AMOUNT_MAX,
                                     TC_AMOUNT_MAX + 1};
    uint8_t how = fuzz_u8(in);
    switch (how % 8) {
    case 0:
    case 1:
    case 2:
    case 3: return how / 8 % 8;
    case 4: return how / 8;
    case 5: return fuzz_u16(in);
    case 6: return EDGES[how / 8 % (sizeof EDGES / sizeof *EDGES)];
    default: return fuzz_u64(in);
    }
}

static const char *pick_text(fuzz_input *in, size_t *length) {
    static const char *const TEXTS[] = {
        "",
        "ada",
        "Evening",
        "EUR",
        "USD",
        "de",
        "de-AT",
        "ada@example.org",
        "pay_1",
        "mirror",
        "https://example.org/hook",
        "Europe/Vienna",
        "{{event_name}}",
        "{{",
        "once",
        "till 4",
        "seat\nA\nB\n",
        "section,row,seat,category,x,y\nS,A,1,G,0,0\nS,A,2,G,50,0\n",
        "{\"ticketcore_map\":1,\"categories\":[{\"name\":\"All\"}],\"sections\":[{\"name\":\"S\","
        "\"rows\":[{\"label\":\"A\",\"category\":\"All\",\"seats\":[{\"label\":\"1\",\"x\":0,"
        "\"y\":0}]}]}]}"};
    uint8_t how = fuzz_u8(in);
    if (how == 255) return NULL;
    if (how % 32 < sizeof TEXTS / sizeof *TEXTS) {
        *length = strlen(TEXTS[how % 32]);
        return TEXTS[how % 32];
    }
    if (how % 32 < 23) {
        const char *text = fuzz_barcodes[how % 4];
        *length = strlen(text);
        return text;
    }
    size_t n;
    const uint8_t *bytes = fuzz_bytes(in, how / 8, &n);
    char *text = scenario_alloc(n + 1);
    if (n) memcpy(text, bytes, n);
    *length = strlen(text);
    return text;
}

static void put_number(scenario_kind kind, unsigned char *to, uint64_t value) {
    size_t width = kind == U8 ? 1 : kind == U16 ? 2 : kind == U32 || kind == I32 ? 4 : 8;
    memcpy(to, &value, width); /* the low bytes: this program runs on little-endian machines */
}

static void fill(const scenario_type *type, fuzz_input *in, unsigned char *at, bool answer);

static void fill_array(const scenario_field *field, fuzz_input *in, unsigned char *at) {
    size_t width = field->kind == ARRAY       ? field->element->size
                   : field->kind == ARRAY_U32 ? 4
                   : field->kind == ARRAY_U64 ? 8
                                              : sizeof(char *);
    uint32_t count = fuzz_u8(in) % 5;
    unsigned char *first = scenario_alloc(count * width + 1);
    for (uint32_t i = 0; i < count; i++) {
        unsigned char *to = first + i * width;
        size_t length;
        if (field->kind == ARRAY) fill(field->element, in, to, false);
        else if (field->kind == ARRAY_TEXT) *(const char **)(void *)to = pick_text(in, &length);
        else put_number(field->kind == ARRAY_U32 ? U32 : U64, to, pick_number(in));
    }
    memcpy(at + field->offset, &first, sizeof first);
    if (field->count != NO_FIELD) memcpy(at + field->count, &count, sizeof count);
}

static void pick_secret(fuzz_input *in, tc_secret *to) {
    uint8_t which = fuzz_u8(in);
    if (which < 240) *to = secrets[which % 16];
    else memset(to, which, sizeof *to);
}

static void fill_field(const scenario_field *field, fuzz_input *in, unsigned char *at) {
    unsigned char *to = at + field->offset;
    size_t length = 0;
    const char *text;
    tc_secret *secret;
    switch (field->kind) {
    case TEXT:
        text = pick_text(in, &length);
        memcpy(to, &text, sizeof text);
        if (field->count != NO_FIELD) memcpy(at + field->count, &length, sizeof length);
        break;
    case CHARS:
        text = pick_text(in, &length);
        memset(to, 0, field->length);
        if (text) memcpy(to, text, length < field->length ? length : field->length);
        break;
    case REQUEST_ID: to[0] = fuzz_u8(in) % 8; break;
    case SECRET: pick_secret(in, (tc_secret *)(void *)to); break;
    case SECRET_POINTER:
        secret = scenario_alloc(sizeof *secret);
        pick_secret(in, secret);
        memcpy(to, &secret, sizeof secret);
        break;
    case BYTES:
    case I64_LIST: memset(to, fuzz_u8(in), field->length); break;
    case STRUCT: fill(field->element, in, to, false); break;
    case ARRAY:
    case ARRAY_U32:
    case ARRAY_U64:
    case ARRAY_TEXT: fill_array(field, in, at); break;
    default: put_number(field->kind, to, pick_number(in));
    }
}

/* Is this field what says how long another one is? */
static bool counts_another(const scenario_type *type, size_t offset) {
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].count == offset || type->fields[i].capacity == offset) return true;
    return false;
}

static void give_room(const scenario_field *field, unsigned char *at) {
    size_t width = field->kind == ARRAY ? field->element->size : 8;
    unsigned char *room = scenario_alloc(width * ROOM);
    uint32_t capacity = ROOM;
    for (uint32_t n = 0; field->kind == ARRAY && field->element->sized && n < ROOM; n++)
        *(uint32_t *)(void *)(room + n * width) = (uint32_t)width;
    memcpy(at + field->offset, &room, sizeof room);
    memcpy(at + field->capacity, &capacity, sizeof capacity);
}

static void fill(const scenario_type *type, fuzz_input *in, unsigned char *at, bool answer) {
    if (type->init) memcpy(at, type->init, type->size);
    if (type->sized) *(uint32_t *)(void *)at = (uint32_t)type->size;
    for (size_t i = 0; i < type->field_count; i++) {
        const scenario_field *field = &type->fields[i];
        if (field->capacity != NO_FIELD) give_room(field, at);
        if (answer || field->capacity != NO_FIELD || (type->sized && field->offset == 0)) continue;
        if (counts_another(type, field->offset) || strncmp(field->name, "reserved", 8) == 0)
            continue;
        /* One in four is left as it is. */
        if (strcmp(field->name, "flags") == 0 && fuzz_u8(in) % 4) continue;
        fill_field(field, in, at);
    }
}

/* What a command gave away is used by later ones. */
static void learn(const scenario_type *type, const unsigned char *at, uint32_t turn) {
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].kind == SECRET)
            memcpy(&secrets[turn % 16], at + type->fields[i].offset, 16);
}

static void run_one(tc_engine *engine, fuzz_input *in, uint32_t turn) {
    uint8_t which = fuzz_u8(in);
    if (which >= 240) {
        static const int64_t STEPS[] = {1, 1000, 60000, 900000, 7200000, INT64_C(86400000)};
        now_ms += STEPS[which % 6];
        FUZZ_MUST(tc_engine_set_clock(engine, now_ms, NULL) == TC_OK);
        return;
    }
    const scenario_command *command = &SCENARIO_COMMANDS[which % command_count];
    unsigned char *request = scenario_alloc(command->request->size);
    unsigned char *result = command->result ? scenario_alloc(command->result->size) : NULL;
    fill(command->request, in, request, false);
    if (result) fill(command->result, in, result, true);
    tc_error error = TC_ERROR_INIT;
    int32_t code = tc_command_run(engine, command->kind, request, result, &error);
    FUZZ_MUST(code <= 0 && error.code == code);
    FUZZ_MUST(code == TC_OK || error.message[0]);
    FUZZ_MUST(code != TC_E_CORRUPT);
    if (code == TC_OK && result) learn(command->result, result, turn);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    fuzz_input in = fuzz_input_of(data, size);
    tc_engine *engine = fuzz_house_empty();
    fuzz_records_put(engine, records, record_count);
    memcpy(secrets, fuzz_secrets, sizeof secrets);
    now_ms = HOUSE_T0 + 3000;
    FUZZ_MUST(tc_engine_set_clock(engine, now_ms, NULL) == TC_OK);
    for (uint32_t turn = 0; turn < COMMANDS_MAX && fuzz_left(&in); turn++)
        run_one(engine, &in, turn);
    FUZZ_MUST(fuzz_verify(engine, true) == 0);
    FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
    scenario_free_all();
    return 0;
}
