/* A hostile store: records of the house changed at will and sealed again, so that no checksum
 * tells, or left unsealed. Everything is then read and verified. Nothing may crash or hang; and
 * when verify calls such a store sound, it must also still be sound after it has been worked with.
 */
#include "base/codec.h"
#include "house.h"

enum { CHANGES_MAX = 8 };

static tc_engine *engine;
static fuzz_record *records;
static size_t record_count;

static void begin(void) {
    if (engine) return;
    engine = fuzz_house_new(NULL);
    record_count = fuzz_records_take(engine, &records);
}

static void change(fuzz_input *in, fuzz_record *record) {
    size_t at = fuzz_u16(in) % (record->size + 1), n;
    uint8_t how = fuzz_u8(in);
    switch (how % 6) {
    case 0: /* one byte */
        if (at < record->size) record->value[at] ^= (uint8_t)(fuzz_u8(in) | 1);
        break;
    case 1: { /* some bytes */
        const uint8_t *bytes = fuzz_bytes(in, 1 + how / 6 % 8, &n);
        for (size_t i = 0; i < n && at + i < record->size; i++) record->value[at + i] = bytes[i];
        break;
    }
    case 2: /* all ones or nothing */
        for (size_t i = 0; i < 8 && at + i < record->size; i++)
            record->value[at + i] = how & 64 ? 0xFF : 0;
        break;
    case 3: record->size = at; break; /* shorter */
    case 4: record->size = SIZE_MAX; break;
    default: /* a small number where small numbers stand */
        at &= ~(size_t)3;
        if (at + 4 <= record->size) tci_store32(record->value + at, fuzz_u8(in));
    }
    if (!(how & 128)) fuzz_record_seal(record);
}

/* Work with it: none of this may make a sound store unsound. */
static void work(void) {
    tc_hold_seat seat = {1, 6, 0};
    tc_hold_create_request hold = TC_HOLD_CREATE_REQUEST_INIT;
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    hold.seats = &seat;
    hold.seats_count = 1;
    hold.flags = TC_HOLD_ALLOW_ORPHANS;
    (void)tc_hold_create(engine, &hold, NULL, NULL);
    (void)tc_sweep(engine, &sweep, NULL, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    begin();
    fuzz_input in = fuzz_input_of(data, size);
    fuzz_record changed[CHANGES_MAX], before[CHANGES_MAX];
    size_t count = 0;
    while (fuzz_left(&in) >= 4 && count < CHANGES_MAX) {
        const fuzz_record *from = &records[fuzz_u16(&in) % record_count];
        before[count] = *from;
        fuzz_record *to = &changed[count++];
        *to = *from;
        to->value = malloc(from->size + 1);
        FUZZ_MUST(to->value != NULL);
        memcpy(to->value, from->value, from->size);
        change(&in, to);
    }
    fuzz_records_put(engine, changed, count);
    fuzz_read_all(engine);
    bool dirty = false;
    if (fuzz_verify(engine, false) == 0) {
        work();
        dirty = true;
        FUZZ_MUST(fuzz_verify(engine, true) == 0);
    }
    for (size_t i = 0; i < count; i++) free(changed[i].value);
    if (dirty) { /* more than was changed here: begin anew */
        FUZZ_MUST(tc_engine_close(engine, NULL) == TC_OK);
        engine = fuzz_house_empty();
        fuzz_records_put(engine, records, record_count);
    } else {
        fuzz_records_put(engine, before, count);
    }
    return 0;
}
