/* tc_backup: a hot copy of the store. The port does the copying; this checks and names. */
#include "api/verb.h"
#include "ticketcore/care.h"

int32_t tc_backup(tc_engine *engine, const char *path, uint32_t flags, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code == TC_OK) code = tci_check_not_null(path, "path", error);
    if (code == TC_OK) code = tci_check_flags(flags, TC_BACKUP_COMPACT, "flags", error);
    if (code == TC_OK && (!*path || strlen(path) > 3000))
        code = tci_fail(error, TC_E_INVALID, "path", "path must be 1 … 3000 bytes");
    if (code != TC_OK) return code;
    return tci_engine_copy(engine, path, (flags & TC_BACKUP_COMPACT) != 0, error);
}
