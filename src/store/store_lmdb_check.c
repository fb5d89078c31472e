/* What must be true of a folder and a data file before LMDB may map it: LMDB trusts the file, and a
 * file that lies costs a signal. Everything here is read with pread, nothing through a map, and
 * nothing is ever written. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

#include "store/store_lmdb_page.h"

#define META_BYTES (sizeof(page_head) + sizeof(meta_head))
#define LMDB_MAGIC UINT32_C(0xBEEFC0DE)
#define LMDB_VERSION 1u
#define FREE_TREE_FLAGS 0x08u /* MDB_INTEGERKEY */
/* More pages than this at the end, all unwritten, come from no writer of ours. */
#define TAIL_PAGES_MAX (1u << 20)

static const uint32_t PAGE_BYTES_MIN = 512, PAGE_BYTES_MAX = 65536;

bool tci_lmdb_read_at(int fd, void *to, size_t bytes, uint64_t offset) {
    for (size_t done = 0; done < bytes;) {
        ssize_t got = pread(fd, (char *)to + done, bytes - done, (off_t)(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        done += (size_t)got;
    }
    return true;
}

static bool read_meta(int fd, uint64_t offset, page_head *page, meta_head *meta) {
    uint8_t bytes[META_BYTES];
    if (!tci_lmdb_read_at(fd, bytes, sizeof bytes, offset)) return false;
    memcpy(page, bytes, sizeof *page);
    memcpy(meta, bytes + sizeof *page, sizeof *meta);
    return true;
}

static bool tree_sane(const tree_head *tree, size_t last_page, uint16_t flags) {
    if ((tree->flags & ~(unsigned)MDB_NOSUBDIR) != flags || tree->depth > DEPTH_MAX) return false;
    if (tree->root == NO_PAGE) return true;
    return tree->root > 1 && tree->root <= last_page && tree->depth > 0;
}

/* What both head pages must be. */
static bool meta_formed(const page_head *page, const meta_head *meta, size_t number,
                        uint32_t page_bytes) {
    return page->number == number && (page->flags & FLAG_META) && meta->magic == LMDB_MAGIC &&
           meta->version == LMDB_VERSION && meta->trees[0].pad == page_bytes;
}

/* What the one in use must be besides. The other may be half new after a failed write. */
static bool meta_sane(const meta_head *meta, uint32_t page_bytes) {
    return meta->last_page >= 1 && meta->last_page < SIZE_MAX / page_bytes &&
           tree_sane(&meta->trees[0], meta->last_page, FREE_TREE_FLAGS) &&
           tree_sane(&meta->trees[1], meta->last_page, 0);
}

/* Why the first page is not one we can read. */
static int32_t refuse_first(int fd, const meta_head *meta, tc_error *error) {
    uint32_t elsewhere = 0;
    const uint64_t other = sizeof(size_t) == 8 ? 12 : 16;
    if (meta->magic == LMDB_MAGIC && meta->version != LMDB_VERSION)
        return tci_fail(error, TC_E_FORMAT_FOREIGN, "path",
                        TCI_LMDB_DATA " has LMDB format %u; this library reads %u", meta->version,
                        LMDB_VERSION);
    if (meta->magic == __builtin_bswap32(LMDB_MAGIC))
        return tci_fail(error, TC_E_FORMAT_FOREIGN, "path",
                        TCI_LMDB_DATA " comes from a machine of another byte order: dump it there");
    if (tci_lmdb_read_at(fd, &elsewhere, sizeof elsewhere, other) && elsewhere == LMDB_MAGIC)
        return tci_fail(error, TC_E_FORMAT_FOREIGN, "path",
                        TCI_LMDB_DATA " comes from a machine of another word size: dump it there");
    if (meta->magic == LMDB_MAGIC &&
        (meta->trees[1].flags != 0 || (meta->trees[0].flags & MDB_FIXEDMAP)))
        return tci_fail(error, TC_E_NOT_A_STORE, "path",
                        TCI_LMDB_DATA " is another program's LMDB");
    if (meta->magic == LMDB_MAGIC)
        return tci_fail(error, TC_E_CORRUPT, "path",
                        "the first page of " TCI_LMDB_DATA " is damaged");
    return tci_fail(error, TC_E_NOT_A_STORE, "path", TCI_LMDB_DATA " is not an LMDB file");
}

static bool page_bytes_sane(uint32_t bytes) {
    return bytes >= PAGE_BYTES_MIN && bytes <= PAGE_BYTES_MAX && (bytes & (bytes - 1)) == 0;
}

/* Both head pages as they are at one look; answers the newest. */
static int32_t look_at_metas(int fd, uint64_t file_bytes, uint32_t page_bytes, meta_head *newest,
                             tc_error *error) {
    page_head page;
    meta_head metas[2];
    if (!read_meta(fd, 0, &page, &metas[0])) return tci_fail(error, TC_E_IO, "path", NULL);
    if (!meta_formed(&page, &metas[0], 0, page_bytes)) return refuse_first(fd, &metas[0], error);
    if (file_bytes < 2 * (uint64_t)page_bytes)
        return tci_fail(error, TC_E_TRUNCATED, "path",
                        TCI_LMDB_DATA " ends before its second page");
    if (!read_meta(fd, page_bytes, &page, &metas[1])) return tci_fail(error, TC_E_IO, "path", NULL);
    if (!meta_formed(&page, &metas[1], 1, page_bytes))
        return tci_fail(error, TC_E_CORRUPT, "path",
                        "the second page of " TCI_LMDB_DATA " is damaged");
    *newest = metas[metas[0].txn_id < metas[1].txn_id];
    if (!meta_sane(newest, page_bytes)) return refuse_first(fd, newest, error);
    newest->map_bytes = TCI_MAX(metas[0].map_bytes, metas[1].map_bytes);
    return TC_OK;
}

static int32_t check_metas(int fd, uint64_t file_bytes, tci_lmdb_head *head, tc_error *error) {
    page_head page;
    meta_head meta;
    uint32_t magic = 0;
    if (file_bytes < META_BYTES) {
        bool ours =
            file_bytes == 0 ||
            (tci_lmdb_read_at(fd, &magic, sizeof magic, sizeof(page_head)) && magic == LMDB_MAGIC);
        return tci_fail(error, ours ? TC_E_TRUNCATED : TC_E_NOT_A_STORE, "path",
                        TCI_LMDB_DATA " has only %llu bytes", (unsigned long long)file_bytes);
    }
    if (!read_meta(fd, 0, &page, &meta)) return tci_fail(error, TC_E_IO, "path", NULL);
    head->page_bytes = meta.trees[0].pad;
    if (!page_bytes_sane(head->page_bytes)) return refuse_first(fd, &meta, error);
    /* Other processes may be writing a head page: what looks damaged is looked at again. */
    int32_t code = TC_E_CORRUPT;
    for (int attempt = 0; attempt < 5 && code == TC_E_CORRUPT; attempt++) {
        if (attempt) usleep(500);
        code = look_at_metas(fd, file_bytes, head->page_bytes, &meta, error);
    }
    if (code == TC_OK) head->map_bytes = meta.map_bytes;
    return code;
}

/* Through a link in each of two folders, two openers would have one data file and two locks. */
static int32_t refuse_link(const char *name, tc_error *error) {
    return tci_fail(error, TC_E_NOT_A_STORE, "path",
                    "%s is a symbolic link; open the folder it points into", name);
}

int32_t tci_lmdb_check_head(int folder, tci_lmdb_head *head, tc_error *error) {
    int major, minor;
    mdb_version(&major, &minor, NULL);
    if (major != 0 || minor != 9)
        return tci_fail(error, TC_E_FORMAT_FOREIGN, NULL,
                        "the LMDB library is %d.%d; its file format is not that of 0.9", major,
                        minor);
    int fd = openat(folder, TCI_LMDB_DATA, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0 && errno == ELOOP) return refuse_link(TCI_LMDB_DATA, error);
    if (fd < 0) {
        int32_t code = tci_lmdb_code(errno);
        return tci_fail(error, code, "path", TCI_LMDB_DATA " cannot be opened: %s",
                        tc_error_sentence(code));
    }
    struct stat file;
    int32_t code;
    if (fstatat(folder, TCI_LMDB_LOCK, &file, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(file.st_mode))
        code = refuse_link(TCI_LMDB_LOCK, error);
    else if (fstat(fd, &file) != 0) code = tci_fail(error, TC_E_IO, "path", NULL);
    else if (!S_ISREG(file.st_mode))
        code = tci_fail(error, TC_E_NOT_A_STORE, "path", TCI_LMDB_DATA " is not a file");
    else code = check_metas(fd, (uint64_t)file.st_size, head, error);
    close(fd);
    if (code != TC_OK) return code;
    head->dev = file.st_dev;
    head->ino = file.st_ino;
    return TC_OK;
}

/* Pages at the end of the file that were numbered but never written. LMDB leaves the file shorter
 * than its page count when those pages were freed again in the transaction that took them: they
 * must all stand on the free list of the same snapshot. */
typedef struct tail {
    int fd;
    uint32_t page_bytes;
    size_t first;   /* first page past the end of the file */
    size_t count;   /* up to the last page of the snapshot */
    size_t missing; /* not seen on the free list yet */
    uint8_t *seen;
} tail;

static void tail_take(tail *want, size_t page) {
    if (page < want->first || page - want->first >= want->count) return;
    uint8_t *seen = &want->seen[page - want->first];
    want->missing -= *seen == 0;
    *seen = 1;
}

/* A list: its length, then page numbers. */
static bool tail_take_list(tail *want, const uint8_t *list, size_t bytes) {
    size_t count, page;
    if (bytes < sizeof count) return false;
    memcpy(&count, list, sizeof count);
    if (count > bytes / sizeof page - 1) return false;
    for (size_t i = 1; i <= count; i++) {
        memcpy(&page, list + i * sizeof page, sizeof page);
        tail_take(want, page);
    }
    return true;
}

static bool tail_take_big(tail *want, const uint8_t *at, size_t bytes) {
    size_t page;
    memcpy(&page, at, sizeof page);
    uint8_t *list = page < want->first ? malloc(bytes) : NULL;
    bool whole = list && tci_lmdb_read_at(want->fd, list, bytes,
                                          (uint64_t)page * want->page_bytes + sizeof(page_head));
    whole = whole && tail_take_list(want, list, bytes);
    free(list);
    return whole;
}

static bool tail_walk(tail *want, size_t number, unsigned depth);

/* One entry of a page: a child on a branch, a list on a leaf. */
static bool tail_node(tail *want, const uint8_t *page, size_t at, bool branch, unsigned depth) {
    if (at + NODE_HEAD > want->page_bytes) return false;
    uint16_t halves[2], flags, key_bytes;
    memcpy(halves, page + at, sizeof halves);
    memcpy(&flags, page + at + 4, sizeof flags);
    memcpy(&key_bytes, page + at + 6, sizeof key_bytes);
    uint32_t low = (uint32_t)halves[LOW_HALF] | (uint32_t)halves[1 - LOW_HALF] << 16;
    if (branch) {
        size_t child = low;
        if (sizeof child > 4) child |= (size_t)((uint64_t)flags << 32);
        return tail_walk(want, child, depth + 1);
    }
    size_t data = at + NODE_HEAD + key_bytes;
    bool big = (flags & NODE_BIG) != 0;
    if (data + (big ? sizeof(size_t) : low) > want->page_bytes) return false;
    return big ? tail_take_big(want, page + data, low) : tail_take_list(want, page + data, low);
}

static bool tail_walk(tail *want, size_t number, unsigned depth) {
    if (depth > DEPTH_MAX || number >= want->first) return false;
    uint8_t *page = malloc(want->page_bytes);
    bool sound = page && tci_lmdb_read_at(want->fd, page, want->page_bytes,
                                          (uint64_t)number * want->page_bytes);
    if (sound) {
        page_head head;
        memcpy(&head, page, sizeof head);
        bool branch = (head.flags & FLAG_BRANCH) != 0;
        sound = (branch || (head.flags & FLAG_LEAF)) && head.lower >= sizeof head &&
                head.lower <= want->page_bytes;
        size_t nodes = sound ? (head.lower - sizeof head) / sizeof(uint16_t) : 0;
        for (size_t i = 0; sound && i < nodes && want->missing; i++) {
            uint16_t at;
            memcpy(&at, page + sizeof head + i * sizeof at, sizeof at);
            sound = tail_node(want, page, at, branch, depth);
        }
    }
    free(page);
    return sound;
}

static bool tail_is_free(int fd, uint32_t page_bytes, uint64_t file_bytes, const meta_head *meta) {
    tail want = {.fd = fd, .page_bytes = page_bytes, .first = (size_t)(file_bytes / page_bytes)};
    want.count = want.missing = meta->last_page + 1 - want.first;
    if (want.count > TAIL_PAGES_MAX || meta->trees[0].root == NO_PAGE) return false;
    want.seen = calloc(want.count, 1);
    if (!want.seen) return false;
    bool all = tail_walk(&want, meta->trees[0].root, 0) && want.missing == 0;
    free(want.seen);
    return all;
}

int32_t tci_lmdb_read_meta(int fd, uint32_t page_bytes, uint64_t txn_id, meta_head *meta) {
    page_head page;
    if (!read_meta(fd, (txn_id & 1) * (uint64_t)page_bytes, &page, meta)) return TC_E_IO;
    /* Written over meanwhile, perhaps this very moment. */
    return meta->txn_id == txn_id && meta_sane(meta, page_bytes) ? TC_OK : TCI_ABSENT;
}

int32_t tci_lmdb_check_size(int data_fd, uint32_t page_bytes, uint64_t txn_id, tc_error *error) {
    meta_head meta;
    struct stat file;
    int32_t code = tci_lmdb_read_meta(data_fd, page_bytes, txn_id, &meta);
    if (code < 0) return tci_fail(error, code, "path", NULL);
    if (code != TC_OK) return code;
    if (fstat(data_fd, &file) != 0) return tci_fail(error, TC_E_IO, "path", NULL);
    uint64_t need = ((uint64_t)meta.last_page + 1) * page_bytes;
    if ((uint64_t)file.st_size >= need) return TC_OK;
    if (tail_is_free(data_fd, page_bytes, (uint64_t)file.st_size, &meta)) return TC_OK;
    return tci_fail(error, TC_E_TRUNCATED, "path",
                    TCI_LMDB_DATA " has %llu bytes where its contents need %llu",
                    (unsigned long long)file.st_size, (unsigned long long)need);
}

static uint64_t pretended_type;

void tci_lmdb_pretend_filesystem(uint64_t type) {
    pretended_type = type;
}

#if defined(__linux__)
/* File systems whose locks or maps do not hold between hosts, or are another program's goodwill. */
static const struct {
    uint64_t type;
    const char *name;
} REFUSED[] = {
    {0x6969, "NFS"},        {0xFF534D42, "CIFS"},
    {0xFE534D42, "SMB"},    {0x517B, "SMB"},
    {0x65735546, "FUSE"},   {0x01021997, "9p"},
    {0x5346414F, "AFS"},    {0x6B414653, "AFS"},
    {0x00C36400, "Ceph"},   {0x73757245, "Coda"},
    {0x564C, "NCP"},        {0x0BD00BD0, "Lustre"},
    {0x7461636F, "OCFS2"},  {0x01161970, "GFS2"},
    {0x786F4256, "vboxsf"}, {0xBACBACBC, "VMware shared folders"},
    {0x47504653, "GPFS"},   {0x19830326, "BeeGFS"},
};

int32_t tci_lmdb_check_filesystem(int folder, tc_error *error) {
    struct statfs fs;
    if (fstatfs(folder, &fs) != 0) return tci_fail(error, TC_E_IO, "path", NULL);
    uint64_t type = pretended_type ? pretended_type : (uint32_t)fs.f_type;
    for (size_t i = 0; i < TCI_COUNT(REFUSED); i++)
        if (REFUSED[i].type == type)
            return tci_fail(error, TC_E_FILESYSTEM, "path",
                            "the folder lies on %s; a store needs a local file system",
                            REFUSED[i].name);
    return TC_OK;
}
#else
int32_t tci_lmdb_check_filesystem(int folder, tc_error *error) {
    struct statfs fs;
    if (fstatfs(folder, &fs) != 0) return tci_fail(error, TC_E_IO, "path", NULL);
    if (pretended_type || !(fs.f_flags & MNT_LOCAL))
        return tci_fail(error, TC_E_FILESYSTEM, "path",
                        "the folder does not lie on a local file system");
    return TC_OK;
}
#endif
