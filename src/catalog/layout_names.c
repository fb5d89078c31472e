/* The table of seat names of a layout, sorted by hash, and the numbering that lets a seat keep its
 * number over the versions of a map. Used by layout_write.c and the map commands only. */
#include "catalog/map_compiled.h"

tci_name_entry *tci_names_sort(tci_name_entry *entries, tci_name_entry *spare, uint32_t count) {
    uint32_t starts[256];
    for (uint32_t shift = 0; shift < 64; shift += 8) {
        memset(starts, 0, sizeof starts);
        for (uint32_t i = 0; i < count; i++) starts[entries[i].hash >> shift & 0xFF]++;
        for (uint32_t i = 0, sum = 0; i < 256; i++) {
            uint32_t n = starts[i];
            starts[i] = sum;
            sum += n;
        }
        for (uint32_t i = 0; i < count; i++)
            spare[starts[entries[i].hash >> shift & 0xFF]++] = entries[i];
        tci_name_entry *swap = entries;
        entries = spare;
        spare = swap;
    }
    return entries;
}

/* A row's key ends with its last hash, so that a search for a hash begins at the row that has it;
 * the row's number keeps keys apart when one hash fills more than a row. */
void tci_names_write(tci_view *view, uint32_t layout, const tci_name_entry *entries, uint32_t count,
                     tci_buf *buf) {
    tci_buf_clear(buf);
    for (uint32_t i = 0; i < count; i++) {
        TCI_DEBUG_ASSERT(i == 0 || entries[i - 1].hash <= entries[i].hash);
        tci_buf_u64(buf, entries[i].hash);
        tci_buf_u32(buf, entries[i].seat);
        if (i % TCI_NAME_ENTRIES != TCI_NAME_ENTRIES - 1 && i != count - 1) continue;
        tci_key key = tci_layout_name_prefix(layout);
        tci_key_u64(&key, entries[i].hash);
        tci_key_u32(&key, i / TCI_NAME_ENTRIES);
        tci_row_put(view, &key, tci_buf_slice(buf));
        tci_buf_clear(buf);
    }
}

void tci_names_delete(tci_ctx *ctx, uint32_t layout) {
    enum { AT_ONCE = 256 };
    tci_key prefix = tci_layout_name_prefix(layout);
    tci_key *keys = tci_arena_array(ctx->arena, AT_ONCE, sizeof *keys);
    if (!keys) {
        ctx->events->failed = true;
        return;
    }
    uint32_t count;
    do {
        tci_cursor cursor;
        tci_slice key, value;
        count = 0;
        tci_cursor_open(&cursor, ctx->view, &prefix, NULL);
        while (count < AT_ONCE && tci_cursor_next(&cursor, &key, &value)) {
            keys[count].len = (uint8_t)key.len;
            memcpy(keys[count++].bytes, key.data, key.len);
        }
        tci_cursor_close(&cursor);
        for (uint32_t i = 0; i < count; i++) tci_row_del(ctx->view, &keys[i]);
    } while (count == AT_ONCE);
}

/* Names of a layout by number, gathered once, and an open table of their hashes. */
typedef struct name_table {
    tci_slice *names;
    uint32_t *slots; /* number + 1; 0: empty */
    uint32_t mask;
    uint32_t count;
} name_table;

static bool name_equal(tci_slice a, tci_slice b) {
    return a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
}

static bool build_table(tci_ctx *ctx, uint32_t layout, uint32_t count, name_table *table) {
    uint32_t slots = 16;
    while (slots < count * 2) slots *= 2;
    table->names = tci_arena_array(ctx->arena, count + 1u, sizeof *table->names);
    table->slots = tci_arena_array(ctx->arena, slots, sizeof *table->slots);
    if (!table->names || !table->slots) return false;
    table->mask = slots - 1;
    table->count = count;
    tci_layout_seat_text chunk[TCI_LAYOUT_CHUNK];
    for (uint32_t first = 0; first < count; first += TCI_LAYOUT_CHUNK) {
        uint32_t found = tci_layout_seat_texts(ctx->view, layout, first / TCI_LAYOUT_CHUNK, chunk);
        for (uint32_t i = 0; i < found && first + i < count; i++) {
            table->names[first + i] = chunk[i].name;
            uint32_t at = (uint32_t)tci_layout_name_hash(chunk[i].name) & table->mask;
            while (table->slots[at]) at = (at + 1) & table->mask;
            table->slots[at] = first + i + 1;
        }
    }
    return true;
}

static uint32_t table_find(const name_table *table, tci_slice name) {
    uint32_t at = (uint32_t)tci_layout_name_hash(name) & table->mask;
    for (; table->slots[at]; at = (at + 1) & table->mask) {
        uint32_t number = table->slots[at] - 1;
        if (name_equal(table->names[number], name)) return number;
    }
    return TCI_SEAT_NONE;
}

static bool number_seats(tci_ctx *ctx, const tci_compiled *compiled, uint32_t numbers_before,
                         tci_numbering *out) {
    name_table table = {0};
    uint32_t next = numbers_before;
    out->seats = tci_arena_array(ctx->arena, compiled->live + 1u, sizeof *out->seats);
    if (!out->seats) return false;
    if (out->previous && !build_table(ctx, out->previous, numbers_before, &table)) return false;
    tci_reader reader = tci_reader_of(compiled->seat_texts);
    for (uint32_t i = 0; i < compiled->live; i++) {
        tci_read_short(&reader);
        tci_slice name = tci_read_short(&reader);
        uint32_t known = out->previous ? table_find(&table, name) : TCI_SEAT_NONE;
        out->seats[i] = known != TCI_SEAT_NONE ? known : next++;
    }
    out->numbers = next;
    out->added = next - numbers_before;
    return true;
}

/* Number of a category of the version before by name; 0: it had none such. */
static uint16_t category_before(tci_view *view, const tci_numbering *numbering, uint16_t count,
                                tci_slice name) {
    for (uint16_t i = 1; i <= count; i++) {
        tci_layout_category category;
        if (tci_layout_category_load(view, numbering->previous, i, &category) &&
            name_equal(category.name, name))
            return i;
    }
    return 0;
}

static bool number_categories(tci_ctx *ctx, const tci_compiled *compiled,
                              uint16_t categories_before, tci_numbering *out) {
    uint32_t next = categories_before + 1u;
    out->categories =
        tci_arena_array(ctx->arena, compiled->categories + 1u, sizeof *out->categories);
    if (!out->categories) return false;
    tci_reader reader = tci_reader_of(compiled->category_part);
    for (uint32_t i = 0; i < compiled->categories; i++) {
        tci_layout_category category;
        tci_layout_category_read(&reader, &category);
        uint16_t known = category_before(ctx->view, out, categories_before, category.name);
        out->categories[i] = known ? known : (uint16_t)next++;
    }
    out->category_count = next - 1;
    return true;
}

bool tci_layout_number(tci_ctx *ctx, const tci_compiled *compiled, uint32_t previous,
                       tci_numbering *out) {
    tci_layout before = {0};
    *out = (tci_numbering){.previous = previous};
    if (previous && !tci_layout_load(ctx->view, previous, &before)) return false;
    return number_seats(ctx, compiled, before.seats, out) &&
           number_categories(ctx, compiled, before.categories, out);
}
