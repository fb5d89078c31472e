// A C++ host of the installed library: opens a store in memory, looks at a snapshot, closes.
#include <cstdio>
#include <string>

#include <ticketcore/ticketcore.h>

int main() {
    if (std::string(tc_version()) != TC_VERSION_TEXT) return 1;
    tc_error error = TC_ERROR_INIT;
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_CREATE | TC_OPEN_MEMORY;
    tc_engine *engine = nullptr;
    if (tc_engine_open("memory", &options, &engine, &error) != TC_OK) {
        std::printf("open: %s\n", error.message);
        return 1;
    }
    tc_snapshot *snapshot = nullptr;
    if (tc_snapshot_open(engine, &snapshot, &error) != TC_OK) {
        std::printf("snapshot: %s\n", error.message);
        return 1;
    }
    std::printf("ticketcore %s, commit %llu\n", tc_version(),
                static_cast<unsigned long long>(tc_snapshot_commit(snapshot)));
    tc_snapshot_close(snapshot);
    return tc_engine_close(engine, &error) == TC_OK ? 0 : 1;
}
