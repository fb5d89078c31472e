/* Shows images of a modelled disk as files. Every file is mapped once; an image copies the sectors
 * that landed into the map and the durable ones back afterwards. */
#include "image.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"

/* Room a file may grow to. */
#define MAP_ROOM (UINT64_C(64) << 20)

void image_begin(image *it, const char *folder, disk *from) {
    char path[480];
    memset(it, 0, sizeof *it);
    snprintf(it->folder, sizeof it->folder, "%.430s", folder);
    it->from = from;
    snprintf(path, sizeof path, "%s/files", folder);
    if (mkdir(folder, 0700) != 0 || mkdir(path, 0700) != 0)
        harness_die("%s: %s", path, strerror(errno));
    for (int i = 0; i < DISK_FILES_MAX; i++) it->files[i].fd = -1;
}

void image_end(image *it) {
    for (int i = 0; i < DISK_FILES_MAX; i++) {
        if (it->files[i].fd < 0) continue;
        munmap(it->files[i].map, MAP_ROOM);
        close(it->files[i].fd);
    }
    remove_tree(it->folder);
}

static void path_of(const image *it, uint32_t file, char *path, size_t room) {
    snprintf(path, room, "%s/files/%u", it->folder, file);
}

static void resize(image_file *file, uint64_t size) {
    if (size > MAP_ROOM) harness_die("a file of %llu bytes", (unsigned long long)size);
    if (file->size != size && ftruncate(file->fd, (off_t)size) != 0)
        harness_die("ftruncate: %s", strerror(errno));
    file->size = size;
}

/* The file shows what is durable. */
static image_file *settle(image *it, uint32_t number) {
    image_file *file = &it->files[number];
    const disk_file *from = &it->from->files[number];
    char path[480];
    if (file->fd < 0) {
        path_of(it, number, path, sizeof path);
        file->fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (file->fd < 0) harness_die("%s: %s", path, strerror(errno));
        file->map = mmap(NULL, MAP_ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, file->fd, 0);
        if (file->map == MAP_FAILED) harness_die("mmap: %s", strerror(errno));
        file->spoiled = true;
    }
    if (!file->spoiled && file->sequence == it->from->sequence) return file;
    if (file->spoiled) resize(file, 0);
    /* Only what differs is written: pages of the map cost more than looking at them. */
    resize(file, from->size);
    for (uint64_t at = 0; at < from->size; at += 4096) {
        uint64_t bytes = from->size - at < 4096 ? from->size - at : 4096;
        if (memcmp(file->map + at, from->bytes + at, bytes) != 0)
            memcpy(file->map + at, from->bytes + at, bytes);
    }
    file->spoiled = false;
    file->sequence = it->from->sequence;
    return file;
}

static uint64_t end_of(uint64_t size, const piece *pieces, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint64_t end = pieces[i].offset + pieces[i].bytes;
        if (!pieces[i].data || end > size) size = end;
    }
    return size;
}

static void make_noise(uint8_t *at, uint64_t bytes, uint64_t seed) {
    for (uint64_t i = 0; i < bytes; i++) at[i] = (uint8_t)(random_next(&seed) >> 56);
}

void image_show(image *it, uint32_t number, const piece *pieces, uint32_t count, uint64_t size,
                uint64_t fill) {
    image_file *file = settle(it, number);
    const disk_file *from = &it->from->files[number];
    uint64_t end = end_of(from->size, pieces, count);
    if (size > end) end = size;
    resize(file, end > from->size ? end : from->size);
    if (fill && end > from->size) make_noise(file->map + from->size, end - from->size, fill);
    for (uint32_t i = 0; i < count; i++)
        if (pieces[i].data) memcpy(file->map + pieces[i].offset, pieces[i].data, pieces[i].bytes);
    resize(file, end);
    uint64_t mine = end ^ fill;
    for (uint32_t i = 0; i < count; i++) {
        if (!pieces[i].data) continue;
        uint64_t first = pieces[i].offset / SECTOR * SECTOR;
        uint64_t last = pieces[i].offset + pieces[i].bytes;
        for (uint64_t at = first; at < last && at < end; at += SECTOR) {
            uint64_t bytes = end - at < SECTOR ? end - at : SECTOR;
            if (at + bytes <= from->size && memcmp(file->map + at, from->bytes + at, bytes) == 0)
                continue;
            mine += hash_bytes(at + 1, file->map + at, bytes);
        }
    }
    it->hash ^= hash_bytes(number + 1, &mine, sizeof mine);
}

void image_restore(image *it, uint32_t number, const piece *pieces, uint32_t count) {
    image_file *file = &it->files[number];
    const disk_file *from = &it->from->files[number];
    if (file->spoiled) return;
    if (file->size < from->size) {
        file->spoiled = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint64_t at = pieces[i].offset, last = at + pieces[i].bytes;
        if (last > from->size) last = from->size;
        if (pieces[i].data && at < last) memcpy(file->map + at, from->bytes + at, last - at);
    }
    resize(file, from->size);
}

/* ---- names ---- */

static void link_below(image *it, uint64_t folder, const char *path, uint32_t depth) {
    for (uint32_t i = 0; i < it->shown.count && depth < 4; i++) {
        const disk_entry *entry = &it->shown.entries[i];
        char there[640], file[480];
        if (entry->folder != folder) continue;
        int length = snprintf(there, sizeof there, "%s/%s", path, entry->name);
        if (length < 0 || (size_t)length >= sizeof there) harness_die("%s: a path too long", path);
        if (entry->is_folder) {
            if (mkdir(there, 0700) != 0) harness_die("%s: %s", there, strerror(errno));
            link_below(it, entry->inode, there, depth + 1);
            continue;
        }
        for (uint32_t n = 0; n < it->from->files_count; n++) {
            if (it->from->files[n].inode != entry->inode) continue;
            (void)settle(it, n);
            path_of(it, n, file, sizeof file);
            if (link(file, there) != 0) harness_die("%s: %s", there, strerror(errno));
        }
    }
}

static bool same_names(const disk_names *a, const disk_names *b) {
    return a->count == b->count &&
           memcmp(a->entries, b->entries, a->count * sizeof *a->entries) == 0;
}

void image_tree(image *it, const disk_names *names) {
    char path[480];
    it->hash ^= hash_bytes(77, names->entries, names->count * sizeof *names->entries);
    if (it->tree_built && same_names(names, &it->shown)) return;
    snprintf(path, sizeof path, "%s/tree", it->folder);
    remove_tree(path);
    if (mkdir(path, 0700) != 0) harness_die("%s: %s", path, strerror(errno));
    it->shown = *names;
    it->tree_built = true;
    link_below(it, it->from->root, path, 0);
}

int32_t image_file_of(const image *it, const char *store, const char *name) {
    const disk_entry *folder = disk_name(&it->shown, it->from->root, store);
    const disk_entry *file = folder ? disk_name(&it->shown, folder->inode, name) : NULL;
    for (uint32_t n = 0; file && n < it->from->files_count; n++)
        if (it->from->files[n].inode == file->inode) return (int32_t)n;
    return -1;
}

void image_spoil(image *it, int32_t file) {
    if (file >= 0) it->files[file].spoiled = true;
}

void image_spoil_tree(image *it) {
    it->tree_built = false;
    for (int i = 0; i < DISK_FILES_MAX; i++) it->files[i].spoiled = true;
}
