/* The verbs of the inventory: arguments of holds, seats and pools to commands, answers to results.
 * Judges nothing that needs the store. */
#include "api/verb.h"
#include "inventory/inventory.h"
#include "ticketcore/hold.h"
#include "ticketcore/pool.h"
#include "ticketcore/seat.h"

/* Where a request keeps what all that make a hold share. */
typedef struct hold_wish {
    uint32_t flags;
    uint32_t channel;
    const char *buyer;
    int64_t ttl_ms;
} hold_wish;

/* flags u32, channel u16, buyer 16, secret 16, ttl_ms i64: see hold_create.c. Makes the secret. */
static int32_t encode_wish(tc_engine *engine, const hold_wish *wish, tci_call *call,
                           tci_buf *command, tc_error *error) {
    int32_t code =
        tci_check_flags(wish->flags, TC_HOLD_ANY_TIME | TC_HOLD_ALLOW_ORPHANS, "flags", error);
    if (code == TC_OK)
        code = tci_check_range(wish->channel, 0, TC_CHANNELS_MAX - 1, "channel", error);
    if (code == TC_OK) code = tci_check_text(wish->buyer, 0, TC_BUYER_MAX, "buyer", error);
    if (code == TC_OK) code = tci_check_range(wish->ttl_ms, 0, TC_HOLD_TTL_MS_MAX, "ttl_ms", error);
    if (code != TC_OK) return code;
    uint8_t buyer[16] = {0}, secret[16];
    if (wish->buyer && *wish->buyer)
        tci_engine_hash_text(engine, tci_slice_str(wish->buyer), buyer);
    tci_engine_make_secret(engine, &call->request_id, "hold", &call->secret);
    tci_engine_hash_secret(engine, &call->secret, secret);
    tci_buf_u32(command, wish->flags);
    tci_buf_u16(command, (uint16_t)wish->channel);
    tci_buf_bytes(command, buyer, sizeof buyer);
    tci_buf_bytes(command, secret, sizeof secret);
    tci_buf_i64(command, wish->ttl_ms);
    return TC_OK;
}

static int32_t encode_items(const tc_hold_seat *seats, uint32_t seats_count,
                            const tc_hold_pool *pools, uint32_t pools_count, tci_buf *command,
                            tc_error *error) {
    int32_t code = tci_check_range(seats_count, 0, TC_HOLD_SEATS_MAX, "seats_count", error);
    if (code == TC_OK)
        code = tci_check_range(pools_count, 0, TC_HOLD_POOLS_MAX, "pools_count", error);
    if (code == TC_OK && seats_count) code = tci_check_not_null(seats, "seats", error);
    if (code == TC_OK && pools_count) code = tci_check_not_null(pools, "pools", error);
    if (code == TC_OK && seats_count + pools_count == 0)
        code = tci_fail(error, TC_E_INVALID, "seats_count",
                        "a hold needs at least one seat or one pool");
    if (code != TC_OK) return code;
    tci_buf_u32(command, seats_count);
    tci_buf_u32(command, pools_count);
    for (uint32_t i = 0; code == TC_OK && i < seats_count; i++) {
        code = tci_check_range(seats[i].seat, 0, INT32_MAX, "seats.seat", error);
        tci_buf_u64(command, seats[i].event);
        tci_buf_u32(command, seats[i].seat);
        tci_buf_u32(command, seats[i].version);
    }
    for (uint32_t i = 0; code == TC_OK && i < pools_count; i++) {
        code = tci_check_range(pools[i].quantity, 1, TC_POOL_QUANTITY_MAX, "pools.quantity", error);
        if (code == TC_OK) code = tci_check_range(pools[i].pool, 1, INT32_MAX, "pools.pool", error);
        tci_buf_u64(command, pools[i].event);
        tci_buf_u32(command, pools[i].pool);
        tci_buf_u32(command, pools[i].quantity);
    }
    return code;
}

static void encode_secret(tc_engine *engine, const tc_secret *secret, tci_buf *command) {
    uint8_t hash[16];
    tci_engine_hash_secret(engine, secret, hash);
    tci_buf_bytes(command, hash, sizeof hash);
}

static int32_t create_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_hold_create_request *request = from;
    hold_wish wish = {request->flags, request->channel, request->buyer, request->ttl_ms};
    int32_t code = tci_check_range(request->reserved, 0, 0, "reserved", error);
    if (code == TC_OK) code = encode_wish(engine, &wish, call, command, error);
    if (code != TC_OK) return code;
    return encode_items(request->seats, request->seats_count, request->pools, request->pools_count,
                        command, error);
}

/* Answer: hold u64, version u32, expires_at_ms i64, adjacent u32, seats u32, then (event u64,
 * seat u32, version u32) of each. */
static void create_decode(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    (void)engine;
    (void)request;
    tc_hold_create_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->hold = tci_read_u64(&in);
    result->version = tci_read_u32(&in);
    result->expires_at_ms = tci_read_i64(&in);
    result->adjacent = tci_read_u32(&in);
    result->seats_count = tci_read_u32(&in);
    result->secret = call->secret;
    result->reserved = 0;
    uint32_t fit = result->seats ? TCI_MIN(result->seats_count, result->seats_capacity) : 0;
    for (uint32_t i = 0; i < fit; i++) {
        tc_hold_seat seat = {tci_read_u64(&in), 0, 0};
        seat.seat = tci_read_u32(&in);
        seat.version = tci_read_u32(&in);
        result->seats[i] = seat;
    }
}

static int32_t encode_set(const uint32_t *values, uint32_t count, uint32_t max, const char *field,
                          tci_buf *command, tc_error *error) {
    int32_t code = tci_check_range(count, 0, max, field, error);
    if (code == TC_OK && count) code = tci_check_not_null(values, field, error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, count);
    for (uint32_t i = 0; code == TC_OK && i < count; i++) {
        code = tci_check_range(values[i], 1, max, field, error);
        tci_buf_u32(command, values[i]);
    }
    return code;
}

static int32_t best_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                           tc_error *error) {
    const tc_hold_best_request *request = from;
    hold_wish wish = {request->flags, request->channel, request->buyer, request->ttl_ms};
    int32_t code = encode_wish(engine, &wish, call, command, error);
    if (code == TC_OK)
        code = tci_check_range(request->quantity, 1, TC_HOLD_BEST_MAX, "quantity", error);
    if (code == TC_OK)
        code = tci_check_range(request->accessible, 0, request->quantity, "accessible", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->event);
    tci_buf_u32(command, request->quantity);
    tci_buf_u32(command, request->accessible);
    tci_buf_u32(command, request->max_rows);
    code = encode_set(request->categories, request->categories_count, TC_CATEGORIES_MAX,
                      "categories", command, error);
    if (code != TC_OK) return code;
    return encode_set(request->sections, request->sections_count, TC_SECTIONS_MAX, "sections",
                      command, error);
}

static int32_t swap_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                           tc_error *error) {
    const tc_hold_swap_request *request = from;
    hold_wish wish = {request->flags, 0, NULL, request->ttl_ms};
    int32_t code = tci_check_range(request->reserved, 0, 0, "reserved", error);
    if (code == TC_OK) code = encode_wish(engine, &wish, call, command, error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->hold);
    encode_secret(engine, &request->secret, command);
    tci_buf_u32(command, request->expected_version);
    return encode_items(request->seats, request->seats_count, request->pools, request->pools_count,
                        command, error);
}

static int32_t extend_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    (void)call;
    const tc_hold_extend_request *request = from;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_range(request->reserved, 0, 0, "reserved", error);
    if (code == TC_OK)
        code = tci_check_range(request->ttl_ms, 0, TC_HOLD_TTL_MS_MAX, "ttl_ms", error);
    tci_buf_u64(command, request->hold);
    encode_secret(engine, &request->secret, command);
    tci_buf_i64(command, request->ttl_ms);
    tci_buf_u32(command, request->expected_version);
    return code;
}

static void extend_decode(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    (void)engine;
    (void)request;
    tc_hold_extend_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->version = tci_read_u32(&in);
    result->expires_at_ms = tci_read_i64(&in);
}

static int32_t release_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                              tc_error *error) {
    (void)call;
    const tc_hold_release_request *request = from;
    tci_buf_u64(command, request->hold);
    encode_secret(engine, &request->secret, command);
    tci_buf_u32(command, request->expected_version);
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    return code == TC_OK ? tci_check_range(request->reserved, 0, 0, "reserved", error) : code;
}

static int32_t expire_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    (void)engine;
    (void)call;
    const tc_hold_expire_request *request = from;
    tci_buf_u64(command, request->hold);
    tci_buf_u32(command, request->expected_version);
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    return code == TC_OK ? tci_check_range(request->reserved, 0, 0, "reserved", error) : code;
}

static void release_decode(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    (void)engine;
    (void)request;
    tc_hold_release_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->version = tci_read_u32(&in);
}

static int32_t sweep_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                            tc_error *error) {
    (void)engine;
    (void)call;
    const tc_sweep_request *request = from;
    tci_buf_u32(command, request->limit ? request->limit : 10000);
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    return code == TC_OK ? tci_check_range(request->reserved, 0, 0, "reserved", error) : code;
}

static void sweep_decode(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    (void)engine;
    (void)request;
    tc_sweep_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->left = tci_read_u32(&in);
    result->next_due_ms = tci_read_i64(&in);
}

/* event u64, channel u32, count u32, then (seat u32, expected u32) of each. */
static int32_t encode_seats(uint64_t event, uint32_t channel, const tc_seat_version *seats,
                            uint32_t count, tci_buf *command, tc_error *error) {
    int32_t code = tci_check_range(count, 1, TC_SEAT_CHANGE_MAX, "seats_count", error);
    if (code == TC_OK) code = tci_check_not_null(seats, "seats", error);
    if (code == TC_OK) code = tci_check_range(channel, 0, TC_CHANNELS_MAX - 1, "channel", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, event);
    tci_buf_u32(command, channel);
    tci_buf_u32(command, count);
    for (uint32_t i = 0; i < count; i++) {
        tci_buf_u32(command, seats[i].seat);
        tci_buf_u32(command, seats[i].version);
    }
    return TC_OK;
}

static int32_t block_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                            tc_error *error) {
    (void)engine;
    (void)call;
    const tc_seat_block_request *request = from;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_range(request->reserved, 0, 0, "reserved", error);
    if (code != TC_OK) return code;
    return encode_seats(request->event, 0, request->seats, request->seats_count, command, error);
}

static int32_t channel_encode(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                              tc_error *error) {
    (void)engine;
    (void)call;
    const tc_seat_channel_request *request = from;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code != TC_OK) return code;
    return encode_seats(request->event, request->channel, request->seats, request->seats_count,
                        command, error);
}

static void block_decode(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    (void)engine;
    (void)request;
    tc_seat_block_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->inventory_version = tci_read_u64(&in);
    result->seats_count = tci_read_u32(&in);
    result->reserved = 0;
    uint32_t fit = result->seats ? TCI_MIN(result->seats_count, result->seats_capacity) : 0;
    for (uint32_t i = 0; i < fit; i++) {
        result->seats[i].seat = tci_read_u32(&in);
        result->seats[i].version = tci_read_u32(&in);
    }
}

static int32_t pool_create_encode(tc_engine *engine, const void *from, tci_call *call,
                                  tci_buf *command, tc_error *error) {
    (void)engine;
    (void)call;
    const tc_pool_create_request *request = from;
    int32_t code = tci_check_flags(request->flags, TC_POOL_CREATE_CLOSED, "flags", error);
    if (code == TC_OK) code = tci_check_text(request->name, 1, TC_NAME_MAX, "name", error);
    if (code == TC_OK)
        code = tci_check_range(request->capacity, 0, TC_POOL_CAPACITY_MAX, "capacity", error);
    if (code == TC_OK)
        code = tci_check_range(request->channel, 0, TC_CHANNELS_MAX - 1, "channel", error);
    tci_buf_u64(command, request->event);
    tci_buf_u32(command, request->flags);
    tci_buf_u32(command, request->capacity);
    tci_buf_u32(command, request->channel);
    if (code == TC_OK) tci_buf_text(command, tci_slice_str(request->name));
    return code;
}

static void pool_create_decode(tc_engine *engine, const void *request, const tci_call *call,
                               void *to) {
    (void)engine;
    (void)request;
    tc_pool_create_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->pool = tci_read_u32(&in);
    result->version = tci_read_u32(&in);
    result->reserved = 0;
}

/* What the flags do not set may be anything; it is not looked at and goes out as zero. */
static int32_t check_pool_fields(const tc_pool_update_request *request, tc_error *error) {
    const uint32_t all =
        TC_POOL_SET_CAPACITY | TC_POOL_SET_OPEN | TC_POOL_SET_NAME | TC_POOL_SET_CHANNEL;
    int32_t code = tci_check_flags(request->flags, all, "flags", error);
    if (code == TC_OK && request->flags == 0)
        code = tci_fail(error, TC_E_INVALID, "flags", "flags must say what to set");
    if (code == TC_OK) code = tci_check_range(request->reserved, 0, 0, "reserved", error);
    if (code == TC_OK && request->flags & TC_POOL_SET_NAME)
        code = tci_check_text(request->name, 1, TC_NAME_MAX, "name", error);
    if (code == TC_OK && request->flags & TC_POOL_SET_CAPACITY)
        code = tci_check_range(request->capacity, 0, TC_POOL_CAPACITY_MAX, "capacity", error);
    if (code == TC_OK && request->flags & TC_POOL_SET_OPEN)
        code = tci_check_range(request->open, 0, 1, "open", error);
    if (code == TC_OK && request->flags & TC_POOL_SET_CHANNEL)
        code = tci_check_range(request->channel, 0, TC_CHANNELS_MAX - 1, "channel", error);
    return code;
}

static int32_t pool_update_encode(tc_engine *engine, const void *from, tci_call *call,
                                  tci_buf *command, tc_error *error) {
    (void)engine;
    (void)call;
    const tc_pool_update_request *request = from;
    int32_t code = check_pool_fields(request, error);
    if (code != TC_OK) return code;
    uint32_t flags = request->flags;
    tci_buf_u64(command, request->event);
    tci_buf_u32(command, request->pool);
    tci_buf_u32(command, request->expected_version);
    tci_buf_u32(command, flags);
    tci_buf_u32(command, flags & TC_POOL_SET_CAPACITY ? request->capacity : 0);
    tci_buf_u32(command, flags & TC_POOL_SET_OPEN ? request->open : 0);
    tci_buf_u32(command, flags & TC_POOL_SET_CHANNEL ? request->channel : 0);
    tci_buf_text(command, tci_slice_str(flags & TC_POOL_SET_NAME ? request->name : ""));
    return TC_OK;
}

static void pool_update_decode(tc_engine *engine, const void *request, const tci_call *call,
                               void *to) {
    (void)engine;
    (void)request;
    tc_pool_update_result *result = to;
    tci_reader in = tci_reader_of(tci_buf_slice(&call->answer));
    result->version = tci_read_u32(&in);
}

/* Nothing smaller than these structs was ever published. */
#define VERB(kind, noun, encode, decode)                                                           \
    {                                                                                              \
        kind, &tci_op_##noun, sizeof(tc_##noun##_request), sizeof(tc_##noun##_request),            \
            sizeof(tc_##noun##_result), sizeof(tc_##noun##_result), encode, decode                 \
    }

const tci_verb tci_verbs_inventory[] = {
    VERB(TC_HOLD_CREATE, hold_create, create_encode, create_decode),
    VERB(TC_HOLD_BEST, hold_best, best_encode, create_decode),
    VERB(TC_HOLD_EXTEND, hold_extend, extend_encode, extend_decode),
    VERB(TC_HOLD_RELEASE, hold_release, release_encode, release_decode),
    VERB(TC_HOLD_EXPIRE, hold_expire, expire_encode, release_decode),
    VERB(TC_HOLD_SWAP, hold_swap, swap_encode, create_decode),
    VERB(TC_SEAT_BLOCK, seat_block, block_encode, block_decode),
    VERB(TC_SEAT_UNBLOCK, seat_unblock, block_encode, block_decode),
    VERB(TC_SEAT_CHANNEL, seat_channel, channel_encode, block_decode),
    VERB(TC_POOL_CREATE, pool_create, pool_create_encode, pool_create_decode),
    VERB(TC_POOL_UPDATE, pool_update, pool_update_encode, pool_update_decode),
    VERB(TC_SWEEP, sweep, sweep_encode, sweep_decode),
    {0, NULL, 0, 0, 0, 0, NULL, NULL},
};
