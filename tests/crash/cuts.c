/* Enumerates images: of the writes since the last flush none, every prefix, each alone, all but
 * each, in reverse, random subsets; the same by sectors of 512 bytes; grown sizes with nothing or
 * noise in them; the same for names. */
#include "cuts.h"

#include <stdlib.h>
#include <string.h>

#include "harness.h"

void cutter_end(cutter *it) {
    free(it->sectors);
    free(it->chosen);
    free(it->keys);
}

/* ---- images already shown ---- */

static bool key_add(uint64_t *keys, uint64_t room, uint64_t key) {
    for (uint64_t at = key & (room - 1);; at = (at + 1) & (room - 1)) {
        if (keys[at] == key) return false;
        if (keys[at]) continue;
        keys[at] = key;
        return true;
    }
}

static bool is_new(cutter *it) {
    uint64_t words[3] = {it->image->hash, it->disk->sequence, it->demanded};
    uint64_t key = hash_bytes(5, words, sizeof words) | 1;
    if (it->keys_count * 2 >= it->keys_room) {
        uint64_t room = it->keys_room ? it->keys_room * 2 : 1 << 16;
        uint64_t *keys = calloc(room, sizeof *keys);
        if (!keys) harness_die("no memory");
        for (uint64_t i = 0; i < it->keys_room; i++)
            if (it->keys[i]) (void)key_add(keys, room, it->keys[i]);
        free(it->keys);
        it->keys = keys;
        it->keys_room = room;
    }
    bool fresh = key_add(it->keys, it->keys_room, key);
    it->keys_count += fresh;
    return fresh;
}

/* ---- one image ---- */

/* Of a file that is not played with: all its pending writes landed, or none. */
static const piece *pieces_of(const disk_file *file) {
    _Static_assert(sizeof(piece) == sizeof(disk_change), "a change is a piece");
    return (const piece *)(const void *)file->pending;
}

static void show(cutter *it, int32_t file, const piece *pieces, uint32_t count, uint64_t size,
                 uint64_t fill, const disk_names *names) {
    disk *from = it->disk;
    bool landed[DISK_FILES_MAX];
    shown what = {it->moment * CUT_IMAGES_MAX + ++it->shown_here, file};
    for (uint32_t i = 0; i < from->files_count; i++) landed[i] = random_below(&it->random, 2);
    disk_names all = from->names;
    if (!names) {
        uint32_t until = random_below(&it->random, 2) ? from->moves_count : 0;
        for (uint32_t i = 0; i < until; i++) disk_move(&all, from->moves[i]);
    }
    if (it->only && it->only != what.number) return;
    it->image->hash = 0;
    image_tree(it->image, names ? names : &all);
    for (uint32_t i = 0; i < from->files_count; i++) {
        const disk_file *other = &from->files[i];
        if (other->ignored) continue;
        if ((int32_t)i == file) image_show(it->image, i, pieces, count, size, fill);
        else image_show(it->image, i, pieces_of(other), landed[i] ? other->count : 0, 0, 0);
    }
    if (is_new(it)) it->show(it->user_data, &what);
    for (uint32_t i = 0; i < from->files_count; i++) {
        const disk_file *other = &from->files[i];
        if (other->ignored) continue;
        if ((int32_t)i == file) image_restore(it->image, i, pieces, count);
        else image_restore(it->image, i, pieces_of(other), landed[i] ? other->count : 0);
    }
}

/* ---- writes of one file ---- */

static void split_change(cutter *it, const disk_change *change) {
    uint64_t at = 0;
    do {
        uint64_t until = (change->offset + at) / SECTOR * SECTOR + SECTOR - change->offset;
        if (!change->data || until > change->bytes) until = change->bytes;
        if (it->sectors_count == it->sectors_room) {
            it->sectors_room = it->sectors_room ? it->sectors_room * 2 : 1024;
            it->sectors = realloc(it->sectors, it->sectors_room * sizeof *it->sectors);
            it->chosen = realloc(it->chosen, it->sectors_room * sizeof *it->chosen);
            if (!it->sectors || !it->chosen) harness_die("no memory");
        }
        it->sectors[it->sectors_count++] =
            (piece){change->data ? change->data + at : NULL, change->offset + at, until - at};
        at = until;
    } while (at < change->bytes);
}

typedef enum choice { PREFIX, SUFFIX, ALONE, DROPPED, RANDOM } choice;

/* The pieces from `list` that a choice keeps, in order. */
static uint32_t choose(cutter *it, const piece *list, uint32_t count, choice which, uint32_t at) {
    uint32_t kept = 0;
    uint32_t odds = 1 + random_below(&it->random, 15); /* of 16 */
    for (uint32_t i = 0; i < count; i++) {
        bool keep = false;
        switch (which) {
        case PREFIX: keep = i < at; break;
        case SUFFIX: keep = i >= at; break;
        case ALONE: keep = i == at; break;
        case DROPPED: keep = i != at; break;
        case RANDOM: keep = random_below(&it->random, 16) < odds; break;
        }
        if (keep) it->chosen[kept++] = list[i];
    }
    return kept;
}

/* A family of images over a list: each place when there are few, drawn ones when there are many. */
static void family(cutter *it, int32_t file, const piece *list, uint32_t count, choice which) {
    uint32_t most = it->density;
    bool drawn = count > most || which == RANDOM;
    for (uint32_t i = 0; i < (drawn ? most : count); i++) {
        uint32_t at = drawn ? random_below(&it->random, count) : i;
        uint32_t kept = choose(it, list, count, which, at);
        show(it, file, it->chosen, kept, 0, 0, NULL);
    }
}

/* One write torn, those before it whole. */
static void torn(cutter *it, int32_t file, uint32_t changes) {
    const disk_file *from = &it->disk->files[file];
    for (uint32_t i = 0; i < it->density / 2; i++) {
        const disk_change *victim = &from->pending[random_below(&it->random, changes)];
        uint32_t kept = 0;
        uint32_t how = random_below(&it->random, 3);
        uint64_t edge = random_next(&it->random) % (victim->bytes / SECTOR + 1) * SECTOR;
        bool rest = random_below(&it->random, 2);
        for (uint32_t s = 0; s < it->sectors_count; s++) {
            const piece *sector = &it->sectors[s];
            bool mine = victim->data && sector->data >= victim->data &&
                        sector->data < victim->data + victim->bytes;
            bool early = mine && (uint64_t)(sector->data - victim->data) < edge;
            bool keep = how == 0 ? early : how == 1 ? !early : random_below(&it->random, 2);
            if (!mine) keep = rest || (sector->data && sector->data < victim->data);
            if (keep) it->chosen[kept++] = *sector;
        }
        show(it, file, it->chosen, kept, 0, 0, NULL);
    }
}

static void play_file(cutter *it, int32_t number) {
    const disk_file *file = &it->disk->files[number];
    const piece *all = pieces_of(file);
    uint32_t count = file->count;
    uint64_t size = file->size;
    it->sectors_count = 0;
    for (uint32_t i = 0; i < count; i++) split_change(it, &file->pending[i]);
    for (uint32_t i = 0; i < count; i++)
        if (all[i].offset + all[i].bytes > size) size = all[i].offset + all[i].bytes;
    show(it, number, NULL, 0, 0, 0, NULL);
    show(it, number, all, count, 0, 0, NULL);
    if (it->density == 0 || it->sectors_count < 2) return;
    if (size > file->size) {
        show(it, number, NULL, 0, size, 0, NULL);
        show(it, number, NULL, 0, size, it->random | 1, NULL);
        show(it, number, all, count / 2, size, it->random | 1, NULL);
    }
    for (uint32_t i = 0; i < count; i++) it->chosen[i] = all[count - 1 - i];
    show(it, number, it->chosen, count, 0, 0, NULL);
    if (count > 1) {
        family(it, number, all, count, PREFIX);
        family(it, number, all, count, ALONE);
        family(it, number, all, count, DROPPED);
        family(it, number, all, count, RANDOM);
    }
    family(it, number, it->sectors, it->sectors_count, PREFIX);
    family(it, number, it->sectors, it->sectors_count, SUFFIX);
    family(it, number, it->sectors, it->sectors_count, ALONE);
    family(it, number, it->sectors, it->sectors_count, DROPPED);
    family(it, number, it->sectors, it->sectors_count, RANDOM);
    torn(it, number, count);
}

/* ---- names ---- */

static void show_names(cutter *it, uint64_t kept) {
    disk_names names = it->disk->names;
    for (uint32_t i = 0; i < it->disk->moves_count; i++)
        if (i >= 64 || kept >> i & 1) disk_move(&names, it->disk->moves[i]);
    show(it, -1, NULL, 0, 0, 0, &names);
}

static void play_names(cutter *it) {
    uint32_t count = it->disk->moves_count;
    if (count > 63) count = 63;
    for (uint32_t i = 0; i <= count; i++) show_names(it, (UINT64_C(1) << i) - 1);
    for (uint32_t i = 0; i < count; i++) show_names(it, UINT64_C(1) << i);
    for (uint32_t i = 0; i < count; i++) show_names(it, ~(UINT64_C(1) << i));
    for (uint32_t i = 0; i < it->density; i++) show_names(it, random_next(&it->random));
}

void cutter_moment(cutter *it, uint64_t moment, int32_t file, bool names) {
    it->moment = moment;
    it->shown_here = 0;
    it->random = hash_bytes(it->seed, &moment, sizeof moment);
    bool any = false;
    for (uint32_t i = 0; i < it->disk->files_count; i++) {
        if (it->disk->files[i].count == 0 || (file >= 0 && (int32_t)i != file)) continue;
        play_file(it, (int32_t)i);
        any = true;
    }
    if (names && it->disk->moves_count) play_names(it);
    else if (!any) show(it, -1, NULL, 0, 0, 0, NULL);
}
