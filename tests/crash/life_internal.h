/* What the parts of a life share. */
#ifndef CRASH_LIFE_INTERNAL_H
#define CRASH_LIFE_INTERNAL_H

#include "life.h"

void life_failed(const life *it, const char *what, int32_t code, const tc_error *error)
    __attribute__((noreturn));
tc_request_id life_request(life *it);
char *life_map_text(uint32_t rows, uint32_t seats, size_t *bytes);

/* A command that must answer TC_OK; then look. */
#define LIFE_MUST(it, call, request, result)                                                       \
    do {                                                                                           \
        tc_error error_ = TC_ERROR_INIT;                                                           \
        int32_t code_ = call((it)->engine, request, result, &error_);                              \
        if (code_ != TC_OK) life_failed(it, #call, code_, &error_);                                \
        life_look(it);                                                                             \
    } while (0)

/* A command that may be refused, for there are others; any trouble of the store ends the life. */
#define LIFE_TRY(it, call, request, result)                                                        \
    life_judge(it, #call, call((it)->engine, request, result, NULL))
bool life_judge(life *it, const char *what, int32_t code);

#endif
