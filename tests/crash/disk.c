/* The durable state and the pending changes of the files of a trace. Contents of lock files are
 * left out. Knows nothing of LMDB or the engine. */
#include "disk.h"

#include <stdlib.h>
#include <string.h>

#include "harness.h"

void disk_begin(disk *it, uint64_t root) {
    memset(it, 0, sizeof *it);
    it->root = root;
}

void disk_end(disk *it) {
    for (uint32_t i = 0; i < it->files_count; i++) {
        free(it->files[i].bytes);
        free(it->files[i].pending);
    }
}

disk_file *disk_find(disk *it, uint64_t inode) {
    for (uint32_t i = it->files_count; i-- > 0;)
        if (it->files[i].inode == inode) return &it->files[i];
    return NULL;
}

static disk_file *file_of(disk *it, uint64_t inode) {
    disk_file *file = disk_find(it, inode);
    if (file) return file;
    if (it->files_count == DISK_FILES_MAX) harness_die("the model has no room for another file");
    file = &it->files[it->files_count++];
    *file = (disk_file){.inode = inode};
    return file;
}

static void apply(disk_file *file, const disk_change *change) {
    uint64_t end = change->offset + change->bytes;
    uint64_t need = end > file->size ? end : file->size;
    if (need > file->room) {
        uint64_t room = need * 2;
        file->bytes = realloc(file->bytes, room);
        if (!file->bytes) harness_die("no memory");
        memset(file->bytes + file->room, 0, room - file->room);
        file->room = room;
    }
    if (change->data) {
        memcpy(file->bytes + change->offset, change->data, change->bytes);
        if (end > file->size) file->size = end;
    } else {
        if (end < file->size) memset(file->bytes + end, 0, file->size - end);
        file->size = end;
    }
}

static void take_change(disk *it, const trace_record *record) {
    disk_file *file = file_of(it, record->inode);
    if (file->ignored) return;
    if (file->count == file->count_room) {
        file->count_room = file->count_room ? file->count_room * 2 : 64;
        file->pending = realloc(file->pending, file->count_room * sizeof *file->pending);
        if (!file->pending) harness_die("no memory");
    }
    bool data = record->kind == TRACE_WRITE;
    file->pending[file->count++] = (disk_change){data ? (const uint8_t *)(record + 1) : NULL,
                                                 record->offset, data ? record->bytes : 0};
}

static bool is_lock(const char *name) {
    return strcmp(name, "lock.mdb") == 0 || strcmp(name, "open.lock") == 0 ||
           strcmp(name, "log.live") == 0;
}

void disk_take(disk *it, const trace_record *record) {
    if (record->kind == TRACE_WRITE || record->kind == TRACE_SIZE) {
        take_change(it, record);
        return;
    }
    if (is_lock((const char *)(record + 1))) {
        if (record->kind == TRACE_CREATE) file_of(it, record->inode)->ignored = true;
        return;
    }
    if (record->kind == TRACE_CREATE) (void)file_of(it, record->inode);
    if (it->moves_count == DISK_ENTRIES_MAX) harness_die("the model has no room for another name");
    it->moves[it->moves_count++] = record;
}

void disk_flush(disk *it, disk_file *file) {
    for (uint32_t i = 0; i < file->count; i++) apply(file, &file->pending[i]);
    if (file->count) it->sequence++;
    file->count = 0;
}

void disk_settle_last(disk *it, disk_file *file) {
    if (file->count == 0) return;
    apply(file, &file->pending[--file->count]);
    it->sequence++;
}

void disk_flush_folder(disk *it, uint64_t folder) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < it->moves_count; i++) {
        const trace_record *move = it->moves[i];
        if (move->folder != folder && move->folder2 != folder) {
            it->moves[kept++] = move;
            continue;
        }
        disk_move(&it->names, move);
        it->sequence++;
    }
    it->moves_count = kept;
}

void disk_flush_all(disk *it) {
    for (uint32_t i = 0; i < it->files_count; i++) disk_flush(it, &it->files[i]);
    for (uint32_t i = 0; i < it->moves_count; i++) disk_move(&it->names, it->moves[i]);
    it->moves_count = 0;
}

/* ---- names ---- */

static disk_entry *find_entry(disk_names *names, uint64_t folder, const char *name) {
    for (uint32_t i = 0; i < names->count; i++)
        if (names->entries[i].folder == folder && strcmp(names->entries[i].name, name) == 0)
            return &names->entries[i];
    return NULL;
}

const disk_entry *disk_name(const disk_names *names, uint64_t folder, const char *name) {
    return find_entry((disk_names *)(uintptr_t)names, folder, name);
}

static void drop_entry(disk_names *names, disk_entry *entry) {
    if (entry) *entry = names->entries[--names->count];
}

static bool has_children(const disk_names *names, uint64_t folder) {
    for (uint32_t i = 0; i < names->count; i++)
        if (names->entries[i].folder == folder) return true;
    return false;
}

static void add_entry(disk_names *names, uint64_t folder, const char *name, uint64_t inode,
                      bool is_folder) {
    if (find_entry(names, folder, name)) return;
    if (names->count == DISK_ENTRIES_MAX || strlen(name) >= DISK_NAME_MAX)
        harness_die("the model has no room for the name %s", name);
    disk_entry *made = &names->entries[names->count++];
    memset(made, 0, sizeof *made); /* names are compared with memcmp */
    made->folder = folder;
    made->inode = inode;
    made->is_folder = is_folder;
    memcpy(made->name, name, strlen(name));
}

void disk_move(disk_names *names, const trace_record *move) {
    const char *name = (const char *)(move + 1);
    const char *name2 = name + strlen(name) + 1;
    disk_entry *entry = find_entry(names, move->folder, name);
    disk_entry *target;
    disk_entry copy;
    switch (move->kind) {
    case TRACE_CREATE: add_entry(names, move->folder, name, move->inode, false); break;
    case TRACE_MKDIR: add_entry(names, move->folder, name, move->inode, true); break;
    case TRACE_UNLINK:
        if (entry && !(entry->is_folder && has_children(names, entry->inode)))
            drop_entry(names, entry);
        break;
    case TRACE_LINK:
    case TRACE_RENAME:
        if (!entry) break;
        target = find_entry(names, move->folder2, name2);
        if (target && target->is_folder && has_children(names, target->inode)) break;
        copy = *entry;
        if (move->kind == TRACE_RENAME) drop_entry(names, entry);
        drop_entry(names, find_entry(names, move->folder2, name2));
        add_entry(names, move->folder2, name2, copy.inode, copy.is_folder);
        break;
    default: break;
    }
}
