/* Made by scripts/gen_node.py from the public headers; do not edit. */
#include "../core.h"

static const tc_venue_create_request init_tc_venue_create_request = TC_VENUE_CREATE_REQUEST_INIT;
static const tn_field fields_tc_venue_create_request[] = {
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_venue_create_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_venue_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"address", TN_TEXT, 0, offsetof(tc_venue_create_request, address), 0, TN_NONE, TN_NONE, 0, NULL},
    {"city", TN_TEXT, 0, offsetof(tc_venue_create_request, city), 0, TN_NONE, TN_NONE, 0, NULL},
    {"country", TN_TEXT, 0, offsetof(tc_venue_create_request, country), 0, TN_NONE, TN_NONE, 0, NULL},
    {"timeZone", TN_TEXT, 0, offsetof(tc_venue_create_request, time_zone), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capacityNote", TN_TEXT, 0, offsetof(tc_venue_create_request, capacity_note), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_venue_result init_tc_venue_result = TC_VENUE_RESULT_INIT;
static const tn_field fields_tc_venue_result[] = {
    {"venue", TN_U64, 0, offsetof(tc_venue_result, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_venue_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_venue_result = {"VenueResult", &init_tc_venue_result, fields_tc_venue_result, sizeof(tc_venue_result), 2, TN_NONE};
static const tc_venue_update_request init_tc_venue_update_request = TC_VENUE_UPDATE_REQUEST_INIT;
static const tn_field fields_tc_venue_update_request[] = {
    {"venue", TN_U64, TN_REQUIRED, offsetof(tc_venue_update_request, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_venue_update_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_venue_update_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_venue_update_request, name), 0, TN_NONE, TN_NONE, TC_VENUE_FIELD_NAME, NULL},
    {"address", TN_TEXT, 0, offsetof(tc_venue_update_request, address), 0, TN_NONE, TN_NONE, TC_VENUE_FIELD_ADDRESS, NULL},
    {"city", TN_TEXT, 0, offsetof(tc_venue_update_request, city), 0, TN_NONE, TN_NONE, TC_VENUE_FIELD_CITY, NULL},
    {"country", TN_TEXT, 0, offsetof(tc_venue_update_request, country), 0, TN_NONE, TN_NONE, TC_VENUE_FIELD_COUNTRY, NULL},
    {"timeZone", TN_TEXT, 0, offsetof(tc_venue_update_request, time_zone), 0, TN_NONE, TN_NONE, TC_VENUE_FIELD_TIME_ZONE, NULL},
    {"capacityNote", TN_TEXT, 0, offsetof(tc_venue_update_request, capacity_note), 0, TN_NONE, TN_NONE, TC_VENUE_FIELD_CAPACITY_NOTE, NULL},
    {"fields", TN_FLAGS, 0, offsetof(tc_venue_update_request, fields), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_venue_delete_request init_tc_venue_delete_request = TC_VENUE_DELETE_REQUEST_INIT;
static const tn_field fields_tc_venue_delete_request[] = {
    {"venue", TN_U64, TN_REQUIRED, offsetof(tc_venue_delete_request, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_venue_delete_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_venue_delete_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_map_create_request init_tc_map_create_request = TC_MAP_CREATE_REQUEST_INIT;
static const tn_field fields_tc_map_create_request[] = {
    {"text", TN_BLOB, TN_WIDE | TN_REQUIRED, offsetof(tc_map_create_request, text), 0, offsetof(tc_map_create_request, text_bytes), TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_map_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_map_create_request, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_create_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"form", TN_ENUM, 0, offsetof(tc_map_create_request, form), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_map_result init_tc_map_result = TC_MAP_RESULT_INIT;
static const tn_field fields_tc_map_result[] = {
    {"mapVersion", TN_U32, 0, offsetof(tc_map_result, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"map", TN_U64, 0, offsetof(tc_map_result, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_map_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_map_result, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatsAdded", TN_U32, 0, offsetof(tc_map_result, seats_added), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatsRetired", TN_U32, 0, offsetof(tc_map_result, seats_retired), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatNumbers", TN_U32, 0, offsetof(tc_map_result, seat_numbers), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_result = {"MapResult", &init_tc_map_result, fields_tc_map_result, sizeof(tc_map_result), 7, TN_NONE};
static const tc_map_update_request init_tc_map_update_request = TC_MAP_UPDATE_REQUEST_INIT;
static const tn_field fields_tc_map_update_request[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(tc_map_update_request, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"text", TN_BLOB, TN_WIDE | TN_REQUIRED, offsetof(tc_map_update_request, text), 0, offsetof(tc_map_update_request, text_bytes), TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_map_update_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_map_update_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_update_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"form", TN_ENUM, 0, offsetof(tc_map_update_request, form), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_map_publish_request init_tc_map_publish_request = TC_MAP_PUBLISH_REQUEST_INIT;
static const tn_field fields_tc_map_publish_request[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(tc_map_publish_request, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_map_publish_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_map_publish_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, 0, offsetof(tc_map_publish_request, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_map_delete_request init_tc_map_delete_request = TC_MAP_DELETE_REQUEST_INIT;
static const tn_field fields_tc_map_delete_request[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(tc_map_delete_request, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_map_delete_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_map_delete_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_event_create_request init_tc_event_create_request = TC_EVENT_CREATE_REQUEST_INIT;
static const tn_field fields_tc_event_create_request[] = {
    {"startsAt", TN_TIME, TN_REQUIRED, offsetof(tc_event_create_request, starts_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_event_create_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_TEXT, TN_REQUIRED, offsetof(tc_event_create_request, currency), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_event_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_event_create_request, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"map", TN_U64, 0, offsetof(tc_event_create_request, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"endsAt", TN_TIME, TN_ZERO, offsetof(tc_event_create_request, ends_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleFrom", TN_TIME, TN_ZERO, offsetof(tc_event_create_request, sale_from_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleUntil", TN_TIME, TN_ZERO, offsetof(tc_event_create_request, sale_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"holdTtlMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_event_create_request, hold_ttl_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"holdLifeMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_event_create_request, hold_life_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"description", TN_TEXT, 0, offsetof(tc_event_create_request, description), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_TEXT, 0, offsetof(tc_event_create_request, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"tags", TN_LIST_TEXT, TN_WIDE, offsetof(tc_event_create_request, tags), 0, offsetof(tc_event_create_request, tags_count), TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, 0, offsetof(tc_event_create_request, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"status", TN_ENUM, 0, offsetof(tc_event_create_request, status), 0, TN_NONE, TN_NONE, 0, NULL},
    {"rules", TN_FLAGS, 0, offsetof(tc_event_create_request, rules), 0, TN_NONE, TN_NONE, 0, NULL},
    {"lateMoney", TN_ENUM, 0, offsetof(tc_event_create_request, late_money), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capture", TN_ENUM, 0, offsetof(tc_event_create_request, capture), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limitPerBuyer", TN_U32, 0, offsetof(tc_event_create_request, limit_per_buyer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limitPerOrder", TN_U32, 0, offsetof(tc_event_create_request, limit_per_order), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_event_result init_tc_event_result = TC_EVENT_RESULT_INIT;
static const tn_field fields_tc_event_result[] = {
    {"seats", TN_U32, 0, offsetof(tc_event_result, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_event_result, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_event_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, 0, offsetof(tc_event_result, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_event_result = {"EventResult", &init_tc_event_result, fields_tc_event_result, sizeof(tc_event_result), 4, TN_NONE};
static const tc_event_update_request init_tc_event_update_request = TC_EVENT_UPDATE_REQUEST_INIT;
static const tn_field fields_tc_event_update_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_event_update_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_event_update_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_event_update_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_event_update_request, venue), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_VENUE, NULL},
    {"map", TN_U64, 0, offsetof(tc_event_update_request, map), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_MAP, NULL},
    {"startsAt", TN_TIME, 0, offsetof(tc_event_update_request, starts_at_ms), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_TIMES, NULL},
    {"endsAt", TN_TIME, TN_ZERO, offsetof(tc_event_update_request, ends_at_ms), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_TIMES, NULL},
    {"saleFrom", TN_TIME, TN_ZERO, offsetof(tc_event_update_request, sale_from_ms), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_SALE_WINDOW, NULL},
    {"saleUntil", TN_TIME, TN_ZERO, offsetof(tc_event_update_request, sale_until_ms), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_SALE_WINDOW, NULL},
    {"holdTtlMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_event_update_request, hold_ttl_ms), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_HOLD_TIMES, NULL},
    {"holdLifeMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_event_update_request, hold_life_ms), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_HOLD_TIMES, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_event_update_request, name), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_NAME, NULL},
    {"description", TN_TEXT, 0, offsetof(tc_event_update_request, description), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_DESCRIPTION, NULL},
    {"category", TN_TEXT, 0, offsetof(tc_event_update_request, category), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_CATEGORY, NULL},
    {"currency", TN_TEXT, 0, offsetof(tc_event_update_request, currency), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_CURRENCY, NULL},
    {"tags", TN_LIST_TEXT, TN_WIDE, offsetof(tc_event_update_request, tags), 0, offsetof(tc_event_update_request, tags_count), TN_NONE, TC_EVENT_FIELD_TAGS, NULL},
    {"mapVersion", TN_U32, 0, offsetof(tc_event_update_request, map_version), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_MAP, NULL},
    {"status", TN_ENUM, 0, offsetof(tc_event_update_request, status), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_STATUS, NULL},
    {"rules", TN_FLAGS, 0, offsetof(tc_event_update_request, rules), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_RULES, NULL},
    {"lateMoney", TN_ENUM, 0, offsetof(tc_event_update_request, late_money), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_LATE_MONEY, NULL},
    {"capture", TN_ENUM, 0, offsetof(tc_event_update_request, capture), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_CAPTURE, NULL},
    {"limitPerBuyer", TN_U32, 0, offsetof(tc_event_update_request, limit_per_buyer), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_LIMIT_PER_BUYER, NULL},
    {"limitPerOrder", TN_U32, 0, offsetof(tc_event_update_request, limit_per_order), 0, TN_NONE, TN_NONE, TC_EVENT_FIELD_LIMIT_PER_ORDER, NULL},
    {"fields", TN_FLAGS, 0, offsetof(tc_event_update_request, fields), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_event_delete_request init_tc_event_delete_request = TC_EVENT_DELETE_REQUEST_INIT;
static const tn_field fields_tc_event_delete_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_event_delete_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_event_delete_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_event_delete_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_ticket_type_create_request init_tc_ticket_type_create_request = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
static const tn_field fields_tc_ticket_type_create_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_ticket_type_create_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"priceMinor", TN_I64, TN_REQUIRED, offsetof(tc_ticket_type_create_request, price_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_ticket_type_create_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_ticket_type_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"feeMinor", TN_I64, 0, offsetof(tc_ticket_type_create_request, fee_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleFrom", TN_TIME, TN_ZERO, offsetof(tc_ticket_type_create_request, sale_from_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleUntil", TN_TIME, TN_ZERO, offsetof(tc_ticket_type_create_request, sale_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"description", TN_TEXT, 0, offsetof(tc_ticket_type_create_request, description), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_U32, 0, offsetof(tc_ticket_type_create_request, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pool", TN_U32, 0, offsetof(tc_ticket_type_create_request, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channels", TN_MASK, TN_OPEN, offsetof(tc_ticket_type_create_request, channels), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxBp", TN_U32, 0, offsetof(tc_ticket_type_create_request, tax_bp), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxInclusive", TN_BOOL, 0, offsetof(tc_ticket_type_create_request, tax_inclusive), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minPerOrder", TN_U32, 0, offsetof(tc_ticket_type_create_request, min_per_order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxPerOrder", TN_U32, 0, offsetof(tc_ticket_type_create_request, max_per_order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"status", TN_ENUM, 0, offsetof(tc_ticket_type_create_request, status), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_ticket_type_result init_tc_ticket_type_result = TC_TICKET_TYPE_RESULT_INIT;
static const tn_field fields_tc_ticket_type_result[] = {
    {"ticketType", TN_U32, 0, offsetof(tc_ticket_type_result, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_ticket_type_result, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_ticket_type_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket_type_result = {"TicketTypeResult", &init_tc_ticket_type_result, fields_tc_ticket_type_result, sizeof(tc_ticket_type_result), 3, TN_NONE};
static const tc_ticket_type_update_request init_tc_ticket_type_update_request = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
static const tn_field fields_tc_ticket_type_update_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_ticket_type_update_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketType", TN_U32, TN_REQUIRED, offsetof(tc_ticket_type_update_request, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_ticket_type_update_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_ticket_type_update_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"priceMinor", TN_I64, 0, offsetof(tc_ticket_type_update_request, price_minor), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_PRICE, NULL},
    {"feeMinor", TN_I64, 0, offsetof(tc_ticket_type_update_request, fee_minor), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_PRICE, NULL},
    {"saleFrom", TN_TIME, TN_ZERO, offsetof(tc_ticket_type_update_request, sale_from_ms), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_SALE_WINDOW, NULL},
    {"saleUntil", TN_TIME, TN_ZERO, offsetof(tc_ticket_type_update_request, sale_until_ms), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_SALE_WINDOW, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_ticket_type_update_request, name), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_NAME, NULL},
    {"description", TN_TEXT, 0, offsetof(tc_ticket_type_update_request, description), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_DESCRIPTION, NULL},
    {"category", TN_U32, 0, offsetof(tc_ticket_type_update_request, category), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_PLACE, NULL},
    {"pool", TN_U32, 0, offsetof(tc_ticket_type_update_request, pool), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_PLACE, NULL},
    {"channels", TN_MASK, TN_OPEN, offsetof(tc_ticket_type_update_request, channels), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_CHANNELS, NULL},
    {"taxBp", TN_U32, 0, offsetof(tc_ticket_type_update_request, tax_bp), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_TAX, NULL},
    {"taxInclusive", TN_BOOL, 0, offsetof(tc_ticket_type_update_request, tax_inclusive), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_TAX, NULL},
    {"minPerOrder", TN_U32, 0, offsetof(tc_ticket_type_update_request, min_per_order), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_PER_ORDER, NULL},
    {"maxPerOrder", TN_U32, 0, offsetof(tc_ticket_type_update_request, max_per_order), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_PER_ORDER, NULL},
    {"status", TN_ENUM, 0, offsetof(tc_ticket_type_update_request, status), 0, TN_NONE, TN_NONE, TC_TICKET_TYPE_FIELD_STATUS, NULL},
    {"fields", TN_FLAGS, 0, offsetof(tc_ticket_type_update_request, fields), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_ticket_type_delete_request init_tc_ticket_type_delete_request = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
static const tn_field fields_tc_ticket_type_delete_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_ticket_type_delete_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketType", TN_U32, TN_REQUIRED, offsetof(tc_ticket_type_delete_request, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_ticket_type_delete_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_ticket_type_delete_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_field fields_tc_hold_seat[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_hold_seat, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, TN_REQUIRED, offsetof(tc_hold_seat, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_hold_seat, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_hold_seat = {"HoldSeat", NULL, fields_tc_hold_seat, sizeof(tc_hold_seat), 3, TN_NONE};
static const tn_field fields_tc_hold_pool[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_hold_pool, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pool", TN_U32, TN_REQUIRED, offsetof(tc_hold_pool, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"quantity", TN_U32, TN_REQUIRED, offsetof(tc_hold_pool, quantity), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_hold_pool = {"HoldPool", NULL, fields_tc_hold_pool, sizeof(tc_hold_pool), 3, TN_NONE};
static const tc_hold_create_request init_tc_hold_create_request = TC_HOLD_CREATE_REQUEST_INIT;
static const tn_field fields_tc_hold_create_request[] = {
    {"flags", TN_FLAGS, 0, offsetof(tc_hold_create_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_hold_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"ttlMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_hold_create_request, ttl_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_LIST, 0, offsetof(tc_hold_create_request, seats), 0, offsetof(tc_hold_create_request, seats_count), TN_NONE, 0, &tn_type_tc_hold_seat},
    {"pools", TN_LIST, 0, offsetof(tc_hold_create_request, pools), 0, offsetof(tc_hold_create_request, pools_count), TN_NONE, 0, &tn_type_tc_hold_pool},
    {"buyer", TN_TEXT, 0, offsetof(tc_hold_create_request, buyer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_hold_create_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_hold_create_result init_tc_hold_create_result = TC_HOLD_CREATE_RESULT_INIT;
static const tn_field fields_tc_hold_create_result[] = {
    {"version", TN_U32, 0, offsetof(tc_hold_create_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"hold", TN_U64, 0, offsetof(tc_hold_create_result, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expiresAt", TN_TIME, 0, offsetof(tc_hold_create_result, expires_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, 0, offsetof(tc_hold_create_result, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_LIST, 0, offsetof(tc_hold_create_result, seats), 0, offsetof(tc_hold_create_result, seats_count), offsetof(tc_hold_create_result, seats_capacity), 0, &tn_type_tc_hold_seat},
    {"adjacent", TN_BOOL, 0, offsetof(tc_hold_create_result, adjacent), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_hold_create_result = {"HoldCreateResult", &init_tc_hold_create_result, fields_tc_hold_create_result, sizeof(tc_hold_create_result), 6, TN_NONE};
static const tc_hold_best_request init_tc_hold_best_request = TC_HOLD_BEST_REQUEST_INIT;
static const tn_field fields_tc_hold_best_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_hold_best_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"quantity", TN_U32, TN_REQUIRED, offsetof(tc_hold_best_request, quantity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_hold_best_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_hold_best_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"ttlMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_hold_best_request, ttl_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"categories", TN_LIST_U32, 0, offsetof(tc_hold_best_request, categories), 0, offsetof(tc_hold_best_request, categories_count), TN_NONE, 0, NULL},
    {"sections", TN_LIST_U32, 0, offsetof(tc_hold_best_request, sections), 0, offsetof(tc_hold_best_request, sections_count), TN_NONE, 0, NULL},
    {"buyer", TN_TEXT, 0, offsetof(tc_hold_best_request, buyer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"accessible", TN_U32, 0, offsetof(tc_hold_best_request, accessible), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_hold_best_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxRows", TN_U32, 0, offsetof(tc_hold_best_request, max_rows), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_hold_extend_request init_tc_hold_extend_request = TC_HOLD_EXTEND_REQUEST_INIT;
static const tn_field fields_tc_hold_extend_request[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(tc_hold_extend_request, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, TN_REQUIRED, offsetof(tc_hold_extend_request, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_hold_extend_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"ttlMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_hold_extend_request, ttl_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_hold_extend_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_hold_extend_result init_tc_hold_extend_result = TC_HOLD_EXTEND_RESULT_INIT;
static const tn_field fields_tc_hold_extend_result[] = {
    {"version", TN_U32, 0, offsetof(tc_hold_extend_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expiresAt", TN_TIME, 0, offsetof(tc_hold_extend_result, expires_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_hold_extend_result = {"HoldExtendResult", &init_tc_hold_extend_result, fields_tc_hold_extend_result, sizeof(tc_hold_extend_result), 2, TN_NONE};
static const tc_hold_release_request init_tc_hold_release_request = TC_HOLD_RELEASE_REQUEST_INIT;
static const tn_field fields_tc_hold_release_request[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(tc_hold_release_request, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, TN_REQUIRED, offsetof(tc_hold_release_request, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_hold_release_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_hold_release_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_hold_release_result init_tc_hold_release_result = TC_HOLD_RELEASE_RESULT_INIT;
static const tn_field fields_tc_hold_release_result[] = {
    {"version", TN_U32, 0, offsetof(tc_hold_release_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_hold_release_result = {"HoldReleaseResult", &init_tc_hold_release_result, fields_tc_hold_release_result, sizeof(tc_hold_release_result), 1, TN_NONE};
static const tc_hold_expire_request init_tc_hold_expire_request = TC_HOLD_EXPIRE_REQUEST_INIT;
static const tn_field fields_tc_hold_expire_request[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(tc_hold_expire_request, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_hold_expire_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_hold_expire_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_hold_swap_request init_tc_hold_swap_request = TC_HOLD_SWAP_REQUEST_INIT;
static const tn_field fields_tc_hold_swap_request[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(tc_hold_swap_request, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, TN_REQUIRED, offsetof(tc_hold_swap_request, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_hold_swap_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_hold_swap_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"ttlMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_hold_swap_request, ttl_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_LIST, 0, offsetof(tc_hold_swap_request, seats), 0, offsetof(tc_hold_swap_request, seats_count), TN_NONE, 0, &tn_type_tc_hold_seat},
    {"pools", TN_LIST, 0, offsetof(tc_hold_swap_request, pools), 0, offsetof(tc_hold_swap_request, pools_count), TN_NONE, 0, &tn_type_tc_hold_pool},
    {"expectedVersion", TN_U32, 0, offsetof(tc_hold_swap_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_field fields_tc_seat_version[] = {
    {"seat", TN_U32, TN_REQUIRED, offsetof(tc_seat_version, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_seat_version, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_seat_version = {"SeatVersion", NULL, fields_tc_seat_version, sizeof(tc_seat_version), 2, TN_NONE};
static const tc_seat_block_request init_tc_seat_block_request = TC_SEAT_BLOCK_REQUEST_INIT;
static const tn_field fields_tc_seat_block_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_seat_block_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_LIST, TN_REQUIRED, offsetof(tc_seat_block_request, seats), 0, offsetof(tc_seat_block_request, seats_count), TN_NONE, 0, &tn_type_tc_seat_version},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_seat_block_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_seat_block_result init_tc_seat_block_result = TC_SEAT_BLOCK_RESULT_INIT;
static const tn_field fields_tc_seat_block_result[] = {
    {"seats", TN_LIST, 0, offsetof(tc_seat_block_result, seats), 0, offsetof(tc_seat_block_result, seats_count), offsetof(tc_seat_block_result, seats_capacity), 0, &tn_type_tc_seat_version},
    {"inventoryVersion", TN_U64, 0, offsetof(tc_seat_block_result, inventory_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_seat_block_result = {"SeatBlockResult", &init_tc_seat_block_result, fields_tc_seat_block_result, sizeof(tc_seat_block_result), 2, TN_NONE};
static const tc_seat_channel_request init_tc_seat_channel_request = TC_SEAT_CHANNEL_REQUEST_INIT;
static const tn_field fields_tc_seat_channel_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_seat_channel_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_LIST, TN_REQUIRED, offsetof(tc_seat_channel_request, seats), 0, offsetof(tc_seat_channel_request, seats_count), TN_NONE, 0, &tn_type_tc_seat_version},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_seat_channel_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_seat_channel_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_pool_create_request init_tc_pool_create_request = TC_POOL_CREATE_REQUEST_INIT;
static const tn_field fields_tc_pool_create_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_pool_create_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_pool_create_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_pool_create_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_pool_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"capacity", TN_U32, 0, offsetof(tc_pool_create_request, capacity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_pool_create_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_pool_create_result init_tc_pool_create_result = TC_POOL_CREATE_RESULT_INIT;
static const tn_field fields_tc_pool_create_result[] = {
    {"pool", TN_U32, 0, offsetof(tc_pool_create_result, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_pool_create_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_pool_create_result = {"PoolCreateResult", &init_tc_pool_create_result, fields_tc_pool_create_result, sizeof(tc_pool_create_result), 2, TN_NONE};
static const tc_pool_update_request init_tc_pool_update_request = TC_POOL_UPDATE_REQUEST_INIT;
static const tn_field fields_tc_pool_update_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_pool_update_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pool", TN_U32, TN_REQUIRED, offsetof(tc_pool_update_request, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_pool_update_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_pool_update_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_pool_update_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_pool_update_request, name), 0, TN_NONE, TN_NONE, TC_POOL_SET_NAME, NULL},
    {"capacity", TN_U32, 0, offsetof(tc_pool_update_request, capacity), 0, TN_NONE, TN_NONE, TC_POOL_SET_CAPACITY, NULL},
    {"open", TN_BOOL, 0, offsetof(tc_pool_update_request, open), 0, TN_NONE, TN_NONE, TC_POOL_SET_OPEN, NULL},
    {"channel", TN_U32, 0, offsetof(tc_pool_update_request, channel), 0, TN_NONE, TN_NONE, TC_POOL_SET_CHANNEL, NULL},
};
static const tc_pool_update_result init_tc_pool_update_result = TC_POOL_UPDATE_RESULT_INIT;
static const tn_field fields_tc_pool_update_result[] = {
    {"version", TN_U32, 0, offsetof(tc_pool_update_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_pool_update_result = {"PoolUpdateResult", &init_tc_pool_update_result, fields_tc_pool_update_result, sizeof(tc_pool_update_result), 1, TN_NONE};
static const tc_sweep_request init_tc_sweep_request = TC_SWEEP_REQUEST_INIT;
static const tn_field fields_tc_sweep_request[] = {
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_sweep_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_sweep_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_sweep_result init_tc_sweep_result = TC_SWEEP_RESULT_INIT;
static const tn_field fields_tc_sweep_result[] = {
    {"left", TN_U32, 0, offsetof(tc_sweep_result, left), 0, TN_NONE, TN_NONE, 0, NULL},
    {"nextDue", TN_TIME, TN_MAX, offsetof(tc_sweep_result, next_due_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_sweep_result = {"SweepResult", &init_tc_sweep_result, fields_tc_sweep_result, sizeof(tc_sweep_result), 2, TN_NONE};
static const tn_field fields_tc_order_item[] = {
    {"ticketType", TN_U32, TN_REQUIRED, offsetof(tc_order_item, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"quantity", TN_U32, 0, offsetof(tc_order_item, quantity), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order_item = {"OrderItem", NULL, fields_tc_order_item, sizeof(tc_order_item), 2, TN_NONE};
static const tc_contact init_tc_contact = TC_CONTACT_INIT;
static const tn_field fields_tc_contact[] = {
    {"channel", TN_ENUM, TN_REQUIRED, offsetof(tc_contact, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"address", TN_TEXT, TN_REQUIRED, offsetof(tc_contact, address), 0, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(tc_contact, locale), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_contact = {"Contact", &init_tc_contact, fields_tc_contact, sizeof(tc_contact), 3, TN_NONE};
static const tc_order_create_request init_tc_order_create_request = TC_ORDER_CREATE_REQUEST_INIT;
static const tn_field fields_tc_order_create_request[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(tc_order_create_request, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"holdSecret", TN_SECRET, TN_REQUIRED, offsetof(tc_order_create_request, hold_secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"items", TN_LIST, TN_REQUIRED, offsetof(tc_order_create_request, items), 0, offsetof(tc_order_create_request, items_count), TN_NONE, 0, &tn_type_tc_order_item},
    {"method", TN_ENUM, TN_REQUIRED, offsetof(tc_order_create_request, method), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_order_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"buyer", TN_TEXT, 0, offsetof(tc_order_create_request, buyer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"contacts", TN_LIST, 0, offsetof(tc_order_create_request, contacts), 0, offsetof(tc_order_create_request, contacts_count), TN_NONE, 0, &tn_type_tc_contact},
    {"expectedCurrency", TN_CHARS, 0, offsetof(tc_order_create_request, expected_currency), sizeof(((tc_order_create_request *)0)->expected_currency), TN_NONE, TN_NONE, 0, NULL},
    {"expectedTotalMinor", TN_I64, 0, offsetof(tc_order_create_request, expected_total_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payWithinMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_order_create_request, pay_within_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_order_create_request, reference), 0, TN_NONE, TN_NONE, 0, NULL},
    {"token", TN_TEXT, 0, offsetof(tc_order_create_request, token), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_order_create_result init_tc_order_create_result = TC_ORDER_CREATE_RESULT_INIT;
static const tn_field fields_tc_order_create_result[] = {
    {"state", TN_ENUM, 0, offsetof(tc_order_create_result, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_order_create_result, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, 0, offsetof(tc_order_create_result, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"totalMinor", TN_I64, 0, offsetof(tc_order_create_result, total_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"deadline", TN_TIME, TN_ZERO, offsetof(tc_order_create_result, deadline_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payment", TN_U64, 0, offsetof(tc_order_create_result, payment), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_order_create_result, currency), sizeof(((tc_order_create_result *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_order_create_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"tickets", TN_LIST_U64, 0, offsetof(tc_order_create_result, tickets), 0, offsetof(tc_order_create_result, tickets_count), offsetof(tc_order_create_result, tickets_capacity), 0, NULL},
};
const tn_type tn_type_tc_order_create_result = {"OrderCreateResult", &init_tc_order_create_result, fields_tc_order_create_result, sizeof(tc_order_create_result), 9, TN_NONE};
static const tc_order_cancel_request init_tc_order_cancel_request = TC_ORDER_CANCEL_REQUEST_INIT;
static const tn_field fields_tc_order_cancel_request[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(tc_order_cancel_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_order_cancel_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_order_cancel_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, 0, offsetof(tc_order_cancel_request, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_order_cancel_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_order_result init_tc_order_result = TC_ORDER_RESULT_INIT;
static const tn_field fields_tc_order_result[] = {
    {"state", TN_ENUM, 0, offsetof(tc_order_result, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_order_result, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_order_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"changed", TN_BOOL, 0, offsetof(tc_order_result, changed), 0, TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_order_result, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payment", TN_U64, 0, offsetof(tc_order_result, payment), 0, TN_NONE, TN_NONE, 0, NULL},
    {"refund", TN_U64, 0, offsetof(tc_order_result, refund), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order_result = {"OrderResult", &init_tc_order_result, fields_tc_order_result, sizeof(tc_order_result), 7, TN_NONE};
static const tc_order_pay_request init_tc_order_pay_request = TC_ORDER_PAY_REQUEST_INIT;
static const tn_field fields_tc_order_pay_request[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(tc_order_pay_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"method", TN_ENUM, TN_REQUIRED, offsetof(tc_order_pay_request, method), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_order_pay_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_order_pay_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET, 0, offsetof(tc_order_pay_request, secret), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_order_pay_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"token", TN_TEXT, 0, offsetof(tc_order_pay_request, token), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedTotalMinor", TN_I64, 0, offsetof(tc_order_pay_request, expected_total_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedCurrency", TN_CHARS, 0, offsetof(tc_order_pay_request, expected_currency), sizeof(((tc_order_pay_request *)0)->expected_currency), TN_NONE, TN_NONE, 0, NULL},
    {"payWithinMs", TN_DURATION, TN_WIDE | TN_ZERO, offsetof(tc_order_pay_request, pay_within_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_order_settle_request init_tc_order_settle_request = TC_ORDER_SETTLE_REQUEST_INIT;
static const tn_field fields_tc_order_settle_request[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(tc_order_settle_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, TN_REQUIRED, offsetof(tc_order_settle_request, currency), sizeof(((tc_order_settle_request *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, TN_REQUIRED, offsetof(tc_order_settle_request, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_order_settle_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_order_settle_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_order_settle_request, reference), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_order_refund_request init_tc_order_refund_request = TC_ORDER_REFUND_REQUEST_INIT;
static const tn_field fields_tc_order_refund_request[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(tc_order_refund_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, TN_OPEN, offsetof(tc_order_refund_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_order_refund_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_order_refund_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"tickets", TN_LIST_U64, 0, offsetof(tc_order_refund_request, tickets), 0, offsetof(tc_order_refund_request, tickets_count), TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_order_refund_request, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_order_refund_request, reference), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_payment_lease_request init_tc_payment_lease_request = TC_PAYMENT_LEASE_REQUEST_INIT;
static const tn_field fields_tc_payment_lease_request[] = {
    {"worker", TN_U64, TN_REQUIRED, offsetof(tc_payment_lease_request, worker), 0, TN_NONE, TN_NONE, 0, NULL},
    {"max", TN_U32, TN_REQUIRED, offsetof(tc_payment_lease_request, max), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_payment_lease_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"leaseMs", TN_DURATION, TN_ZERO, offsetof(tc_payment_lease_request, lease_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_field fields_tc_payment_command[] = {
    {"command", TN_U64, 0, offsetof(tc_payment_command, command), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_payment_command, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payment", TN_U64, 0, offsetof(tc_payment_command, payment), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, 0, offsetof(tc_payment_command, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"about", TN_ENUM, TN_OPEN, offsetof(tc_payment_command, about), 0, TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_payment_command, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_payment_command, currency), sizeof(((tc_payment_command *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"attempt", TN_U32, 0, offsetof(tc_payment_command, attempt), 0, TN_NONE, TN_NONE, 0, NULL},
    {"idempotencyKey", TN_BYTES, 0, offsetof(tc_payment_command, idempotency_key), sizeof(((tc_payment_command *)0)->idempotency_key), TN_NONE, TN_NONE, 0, NULL},
    {"leaseUntil", TN_TIME, 0, offsetof(tc_payment_command, lease_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"deadline", TN_TIME, 0, offsetof(tc_payment_command, deadline_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_CHARS, 0, offsetof(tc_payment_command, reference), sizeof(((tc_payment_command *)0)->reference), TN_NONE, TN_NONE, 0, NULL},
    {"token", TN_CHARS, 0, offsetof(tc_payment_command, token), sizeof(((tc_payment_command *)0)->token), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_payment_command = {"PaymentCommand", NULL, fields_tc_payment_command, sizeof(tc_payment_command), 13, TN_NONE};
static const tc_payment_lease_result init_tc_payment_lease_result = TC_PAYMENT_LEASE_RESULT_INIT;
static const tn_field fields_tc_payment_lease_result[] = {
    {"commands", TN_LIST, 0, offsetof(tc_payment_lease_result, commands), 0, offsetof(tc_payment_lease_result, commands_count), offsetof(tc_payment_lease_result, commands_capacity), 0, &tn_type_tc_payment_command},
    {"nextDue", TN_TIME, TN_MAX, offsetof(tc_payment_lease_result, next_due_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_payment_lease_result = {"PaymentLeaseResult", &init_tc_payment_lease_result, fields_tc_payment_lease_result, sizeof(tc_payment_lease_result), 2, TN_NONE};
static const tc_payment_answer_request init_tc_payment_answer_request = TC_PAYMENT_ANSWER_REQUEST_INIT;
static const tn_field fields_tc_payment_answer_request[] = {
    {"command", TN_U64, TN_REQUIRED, offsetof(tc_payment_answer_request, command), 0, TN_NONE, TN_NONE, 0, NULL},
    {"attempt", TN_U32, TN_REQUIRED, offsetof(tc_payment_answer_request, attempt), 0, TN_NONE, TN_NONE, 0, NULL},
    {"outcome", TN_ENUM, TN_REQUIRED, offsetof(tc_payment_answer_request, outcome), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_payment_answer_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_payment_answer_request, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_payment_answer_request, currency), sizeof(((tc_payment_answer_request *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_payment_answer_request, reference), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_payment_result init_tc_payment_result = TC_PAYMENT_RESULT_INIT;
static const tn_field fields_tc_payment_result[] = {
    {"state", TN_ENUM, 0, offsetof(tc_payment_result, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_payment_result, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payment", TN_U64, 0, offsetof(tc_payment_result, payment), 0, TN_NONE, TN_NONE, 0, NULL},
    {"duplicate", TN_BOOL, 0, offsetof(tc_payment_result, duplicate), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_payment_result = {"PaymentResult", &init_tc_payment_result, fields_tc_payment_result, sizeof(tc_payment_result), 4, TN_NONE};
static const tc_payment_event_request init_tc_payment_event_request = TC_PAYMENT_EVENT_REQUEST_INIT;
static const tn_field fields_tc_payment_event_request[] = {
    {"eventId", TN_TEXT, TN_REQUIRED, offsetof(tc_payment_event_request, event_id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, TN_REQUIRED, offsetof(tc_payment_event_request, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_payment_event_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_payment_event_request, currency), sizeof(((tc_payment_event_request *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_payment_event_request, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_payment_event_request, reference), 0, TN_NONE, TN_NONE, 0, NULL},
    {"idempotencyKey", TN_BYTES, 0, offsetof(tc_payment_event_request, idempotency_key), sizeof(((tc_payment_event_request *)0)->idempotency_key), TN_NONE, TN_NONE, 0, NULL},
};
static const tc_ticket_void_request init_tc_ticket_void_request = TC_TICKET_VOID_REQUEST_INIT;
static const tn_field fields_tc_ticket_void_request[] = {
    {"ticket", TN_U64, TN_REQUIRED, offsetof(tc_ticket_void_request, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_ticket_void_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_ticket_void_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_ticket_change_result init_tc_ticket_change_result = TC_TICKET_VOID_RESULT_INIT;
static const tn_field fields_tc_ticket_change_result[] = {
    {"version", TN_U32, 0, offsetof(tc_ticket_change_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_ticket_change_result, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"serial", TN_U32, 0, offsetof(tc_ticket_change_result, serial), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_ticket_change_result, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket_change_result = {"TicketChangeResult", &init_tc_ticket_change_result, fields_tc_ticket_change_result, sizeof(tc_ticket_change_result), 4, TN_NONE};
static const tc_ticket_reissue_request init_tc_ticket_reissue_request = TC_TICKET_REISSUE_REQUEST_INIT;
static const tn_field fields_tc_ticket_reissue_request[] = {
    {"ticket", TN_U64, TN_REQUIRED, offsetof(tc_ticket_reissue_request, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_ticket_reissue_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_ticket_reissue_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_signing_key_rotate_request init_tc_signing_key_rotate_request = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
static const tn_field fields_tc_signing_key_rotate_request[] = {
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_signing_key_rotate_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_signing_key_rotate_result init_tc_signing_key_rotate_result = TC_SIGNING_KEY_ROTATE_RESULT_INIT;
static const tn_field fields_tc_signing_key_rotate_result[] = {
    {"key", TN_U32, 0, offsetof(tc_signing_key_rotate_result, key), 0, TN_NONE, TN_NONE, 0, NULL},
    {"publicKey", TN_BYTES, 0, offsetof(tc_signing_key_rotate_result, public_key), sizeof(((tc_signing_key_rotate_result *)0)->public_key), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_signing_key_rotate_result = {"SigningKeyRotateResult", &init_tc_signing_key_rotate_result, fields_tc_signing_key_rotate_result, sizeof(tc_signing_key_rotate_result), 2, TN_NONE};
static const tc_checkin_scan_request init_tc_checkin_scan_request = TC_CHECKIN_SCAN_REQUEST_INIT;
static const tn_field fields_tc_checkin_scan_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_checkin_scan_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"gate", TN_U32, TN_REQUIRED, offsetof(tc_checkin_scan_request, gate), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_checkin_scan_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"barcode", TN_TEXT, 0, offsetof(tc_checkin_scan_request, barcode), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_checkin_scan_request, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"serial", TN_U32, 0, offsetof(tc_checkin_scan_request, serial), 0, TN_NONE, TN_NONE, 0, NULL},
    {"list", TN_U32, 0, offsetof(tc_checkin_scan_request, list), 0, TN_NONE, TN_NONE, 0, NULL},
    {"nonce", TN_BYTES, 0, offsetof(tc_checkin_scan_request, nonce), sizeof(((tc_checkin_scan_request *)0)->nonce), TN_NONE, TN_NONE, 0, NULL},
};
static const tc_checkin_scan_result init_tc_checkin_scan_result = TC_CHECKIN_SCAN_RESULT_INIT;
static const tn_field fields_tc_checkin_scan_result[] = {
    {"answer", TN_ENUM, 0, offsetof(tc_checkin_scan_result, answer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"entry", TN_U64, 0, offsetof(tc_checkin_scan_result, entry), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_checkin_scan_result, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_checkin_scan_result, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, TN_MAX, offsetof(tc_checkin_scan_result, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"type", TN_U32, 0, offsetof(tc_checkin_scan_result, type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"scannedAt", TN_TIME, 0, offsetof(tc_checkin_scan_result, scanned_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"usedAt", TN_TIME, TN_ZERO, offsetof(tc_checkin_scan_result, used_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"usedGate", TN_U32, 0, offsetof(tc_checkin_scan_result, used_gate), 0, TN_NONE, TN_NONE, 0, NULL},
    {"repeated", TN_BOOL, 0, offsetof(tc_checkin_scan_result, repeated), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_checkin_scan_result = {"CheckinScanResult", &init_tc_checkin_scan_result, fields_tc_checkin_scan_result, sizeof(tc_checkin_scan_result), 10, TN_NONE};
static const tn_field fields_tc_variable[] = {
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_variable, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"value", TN_TEXT, 0, offsetof(tc_variable, value), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_variable = {"Variable", NULL, fields_tc_variable, sizeof(tc_variable), 2, TN_NONE};
static const tc_message_create_request init_tc_message_create_request = TC_MESSAGE_CREATE_REQUEST_INIT;
static const tn_field fields_tc_message_create_request[] = {
    {"kind", TN_ENUM, TN_OPEN | TN_REQUIRED, offsetof(tc_message_create_request, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, TN_REQUIRED, offsetof(tc_message_create_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_message_create_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_message_create_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_message_create_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_message_create_request, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"address", TN_TEXT, 0, offsetof(tc_message_create_request, address), 0, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(tc_message_create_request, locale), 0, TN_NONE, TN_NONE, 0, NULL},
    {"dedupeKey", TN_TEXT, 0, offsetof(tc_message_create_request, dedupe_key), 0, TN_NONE, TN_NONE, 0, NULL},
    {"variables", TN_LIST, 0, offsetof(tc_message_create_request, variables), 0, offsetof(tc_message_create_request, variables_count), TN_NONE, 0, &tn_type_tc_variable},
    {"attemptsMax", TN_U32, 0, offsetof(tc_message_create_request, attempts_max), 0, TN_NONE, TN_NONE, 0, NULL},
    {"notBefore", TN_TIME, TN_ZERO, offsetof(tc_message_create_request, not_before_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_message_create_result init_tc_message_create_result = TC_MESSAGE_CREATE_RESULT_INIT;
static const tn_field fields_tc_message_create_result[] = {
    {"duplicate", TN_BOOL, 0, offsetof(tc_message_create_result, duplicate), 0, TN_NONE, TN_NONE, 0, NULL},
    {"message", TN_U64, 0, offsetof(tc_message_create_result, message), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_message_create_result = {"MessageCreateResult", &init_tc_message_create_result, fields_tc_message_create_result, sizeof(tc_message_create_result), 2, TN_NONE};
static const tc_message_lease_request init_tc_message_lease_request = TC_MESSAGE_LEASE_REQUEST_INIT;
static const tn_field fields_tc_message_lease_request[] = {
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_message_lease_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"channels", TN_MASK, TN_OPEN, offsetof(tc_message_lease_request, channels), 0, TN_NONE, TN_NONE, 0, NULL},
    {"max", TN_U32, 0, offsetof(tc_message_lease_request, max), 0, TN_NONE, TN_NONE, 0, NULL},
    {"leaseMs", TN_DURATION, TN_ZERO, offsetof(tc_message_lease_request, lease_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"worker", TN_U32, 0, offsetof(tc_message_lease_request, worker), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_field fields_tc_leased_message[] = {
    {"message", TN_U64, 0, offsetof(tc_leased_message, message), 0, TN_NONE, TN_NONE, 0, NULL},
    {"lease", TN_U64, 0, offsetof(tc_leased_message, lease), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_leased_message, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_leased_message, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_leased_message, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"leaseUntil", TN_TIME, 0, offsetof(tc_leased_message, lease_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, 0, offsetof(tc_leased_message, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, 0, offsetof(tc_leased_message, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"attempts", TN_U32, 0, offsetof(tc_leased_message, attempts), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_leased_message = {"LeasedMessage", NULL, fields_tc_leased_message, sizeof(tc_leased_message), 9, TN_NONE};
static const tc_message_lease_result init_tc_message_lease_result = TC_MESSAGE_LEASE_RESULT_INIT;
static const tn_field fields_tc_message_lease_result[] = {
    {"messages", TN_LIST, 0, offsetof(tc_message_lease_result, messages), 0, offsetof(tc_message_lease_result, messages_count), offsetof(tc_message_lease_result, messages_capacity), 0, &tn_type_tc_leased_message},
    {"nextDue", TN_TIME, TN_MAX, offsetof(tc_message_lease_result, next_due_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_message_lease_result = {"MessageLeaseResult", &init_tc_message_lease_result, fields_tc_message_lease_result, sizeof(tc_message_lease_result), 2, TN_NONE};
static const tc_message_answer_request init_tc_message_answer_request = TC_MESSAGE_ANSWER_REQUEST_INIT;
static const tn_field fields_tc_message_answer_request[] = {
    {"message", TN_U64, TN_REQUIRED, offsetof(tc_message_answer_request, message), 0, TN_NONE, TN_NONE, 0, NULL},
    {"lease", TN_U64, TN_REQUIRED, offsetof(tc_message_answer_request, lease), 0, TN_NONE, TN_NONE, 0, NULL},
    {"outcome", TN_ENUM, TN_REQUIRED, offsetof(tc_message_answer_request, outcome), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_message_answer_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"retryAfterMs", TN_DURATION, TN_ZERO, offsetof(tc_message_answer_request, retry_after_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"receipt", TN_TEXT, 0, offsetof(tc_message_answer_request, receipt), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_message_change_result init_tc_message_change_result = TC_MESSAGE_ANSWER_RESULT_INIT;
static const tn_field fields_tc_message_change_result[] = {
    {"state", TN_ENUM, 0, offsetof(tc_message_change_result, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"message", TN_U64, 0, offsetof(tc_message_change_result, message), 0, TN_NONE, TN_NONE, 0, NULL},
    {"nextDue", TN_TIME, TN_ZERO, offsetof(tc_message_change_result, next_due_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_message_change_result = {"MessageChangeResult", &init_tc_message_change_result, fields_tc_message_change_result, sizeof(tc_message_change_result), 3, TN_NONE};
static const tc_message_retry_request init_tc_message_retry_request = TC_MESSAGE_RETRY_REQUEST_INIT;
static const tn_field fields_tc_message_retry_request[] = {
    {"message", TN_U64, TN_REQUIRED, offsetof(tc_message_retry_request, message), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_message_retry_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_message_cancel_request init_tc_message_cancel_request = TC_MESSAGE_CANCEL_REQUEST_INIT;
static const tn_field fields_tc_message_cancel_request[] = {
    {"message", TN_U64, TN_REQUIRED, offsetof(tc_message_cancel_request, message), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_message_cancel_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_template_put_request init_tc_template_put_request = TC_TEMPLATE_PUT_REQUEST_INIT;
static const tn_field fields_tc_template_put_request[] = {
    {"kind", TN_ENUM, TN_OPEN | TN_REQUIRED, offsetof(tc_template_put_request, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, TN_REQUIRED, offsetof(tc_template_put_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"body", TN_TEXT, TN_REQUIRED, offsetof(tc_template_put_request, body), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_template_put_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_template_put_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(tc_template_put_request, locale), 0, TN_NONE, TN_NONE, 0, NULL},
    {"subject", TN_TEXT, 0, offsetof(tc_template_put_request, subject), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_template_put_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_template_put_result init_tc_template_put_result = TC_TEMPLATE_PUT_RESULT_INIT;
static const tn_field fields_tc_template_put_result[] = {
    {"version", TN_U32, 0, offsetof(tc_template_put_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_U64, 0, offsetof(tc_template_put_result, id), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_template_put_result = {"TemplatePutResult", &init_tc_template_put_result, fields_tc_template_put_result, sizeof(tc_template_put_result), 2, TN_NONE};
static const tc_template_delete_request init_tc_template_delete_request = TC_TEMPLATE_DELETE_REQUEST_INIT;
static const tn_field fields_tc_template_delete_request[] = {
    {"kind", TN_ENUM, TN_OPEN | TN_REQUIRED, offsetof(tc_template_delete_request, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, TN_REQUIRED, offsetof(tc_template_delete_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_template_delete_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(tc_template_delete_request, locale), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_template_delete_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_consumer_set_request init_tc_consumer_set_request = TC_CONSUMER_SET_REQUEST_INIT;
static const tn_field fields_tc_consumer_set_request[] = {
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_consumer_set_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(tc_consumer_set_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_consumer_set_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"cursor", TN_U64, 0, offsetof(tc_consumer_set_request, cursor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_consumer_set_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_consumer_set_result init_tc_consumer_set_result = TC_CONSUMER_SET_RESULT_INIT;
static const tn_field fields_tc_consumer_set_result[] = {
    {"created", TN_BOOL, 0, offsetof(tc_consumer_set_result, created), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_consumer_set_result, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"cursor", TN_U64, 0, offsetof(tc_consumer_set_result, cursor), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_consumer_set_result = {"ConsumerSetResult", &init_tc_consumer_set_result, fields_tc_consumer_set_result, sizeof(tc_consumer_set_result), 3, TN_NONE};
static const tc_consumer_delete_request init_tc_consumer_delete_request = TC_CONSUMER_DELETE_REQUEST_INIT;
static const tn_field fields_tc_consumer_delete_request[] = {
    {"name", TN_TEXT, TN_REQUIRED, offsetof(tc_consumer_delete_request, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_consumer_delete_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U64, 0, offsetof(tc_consumer_delete_request, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_feed_prune_request init_tc_feed_prune_request = TC_FEED_PRUNE_REQUEST_INIT;
static const tn_field fields_tc_feed_prune_request[] = {
    {"flags", TN_FLAGS, 0, offsetof(tc_feed_prune_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"requestId", TN_REQUEST_ID, 0, offsetof(tc_feed_prune_request, request_id), 16, TN_NONE, TN_NONE, 0, NULL},
    {"before", TN_U64, 0, offsetof(tc_feed_prune_request, before), 0, TN_NONE, TN_NONE, 0, NULL},
    {"beforeTime", TN_TIME, TN_ZERO, offsetof(tc_feed_prune_request, before_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tc_feed_prune_result init_tc_feed_prune_result = TC_FEED_PRUNE_RESULT_INIT;
static const tn_field fields_tc_feed_prune_result[] = {
    {"more", TN_BOOL, 0, offsetof(tc_feed_prune_result, more), 0, TN_NONE, TN_NONE, 0, NULL},
    {"dropped", TN_U64, 0, offsetof(tc_feed_prune_result, dropped), 0, TN_NONE, TN_NONE, 0, NULL},
    {"oldest", TN_U64, 0, offsetof(tc_feed_prune_result, oldest), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_feed_prune_result = {"FeedPruneResult", &init_tc_feed_prune_result, fields_tc_feed_prune_result, sizeof(tc_feed_prune_result), 3, TN_NONE};
static const tc_availability init_tc_availability = TC_AVAILABILITY_INIT;
static const tn_field fields_tc_availability[] = {
    {"seats", TN_U32, 0, offsetof(tc_availability, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_availability, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"inventoryVersion", TN_U64, 0, offsetof(tc_availability, inventory_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"free", TN_U32, 0, offsetof(tc_availability, free), 0, TN_NONE, TN_NONE, 0, NULL},
    {"held", TN_U32, 0, offsetof(tc_availability, held), 0, TN_NONE, TN_NONE, 0, NULL},
    {"sold", TN_U32, 0, offsetof(tc_availability, sold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"blocked", TN_U32, 0, offsetof(tc_availability, blocked), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pools", TN_U32, 0, offsetof(tc_availability, pools), 0, TN_NONE, TN_NONE, 0, NULL},
    {"poolCapacity", TN_U64, 0, offsetof(tc_availability, pool_capacity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"poolHeld", TN_U64, 0, offsetof(tc_availability, pool_held), 0, TN_NONE, TN_NONE, 0, NULL},
    {"poolSold", TN_U64, 0, offsetof(tc_availability, pool_sold), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_availability = {"Availability", &init_tc_availability, fields_tc_availability, sizeof(tc_availability), 11, TN_NONE};
static const tn_field fields_tc_availability_count[] = {
    {"key", TN_U32, 0, offsetof(tc_availability_count, key), 0, TN_NONE, TN_NONE, 0, NULL},
    {"free", TN_U32, 0, offsetof(tc_availability_count, free), 0, TN_NONE, TN_NONE, 0, NULL},
    {"held", TN_U32, 0, offsetof(tc_availability_count, held), 0, TN_NONE, TN_NONE, 0, NULL},
    {"sold", TN_U32, 0, offsetof(tc_availability_count, sold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"blocked", TN_U32, 0, offsetof(tc_availability_count, blocked), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_availability_count = {"AvailabilityCount", NULL, fields_tc_availability_count, sizeof(tc_availability_count), 5, TN_NONE};
static const tn_field fields_tc_seat_status[] = {
    {"version", TN_U32, 0, offsetof(tc_seat_status, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_seat_status, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_seat_status = {"SeatStatus", NULL, fields_tc_seat_status, sizeof(tc_seat_status), 2, TN_NONE};
static const tn_field fields_tc_seat_change[] = {
    {"seat", TN_U32, 0, offsetof(tc_seat_change, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_seat_change, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_seat_change, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_seat_change = {"SeatChange", NULL, fields_tc_seat_change, sizeof(tc_seat_change), 3, TN_NONE};
static const tn_field fields_tc_fault[] = {
    {"what", TN_CHARS, 0, offsetof(tc_fault, what), sizeof(((tc_fault *)0)->what), TN_NONE, TN_NONE, 0, NULL},
    {"sentence", TN_CHARS, 0, offsetof(tc_fault, sentence), sizeof(((tc_fault *)0)->sentence), TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_fault, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"subject", TN_U64, 0, offsetof(tc_fault, subject), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_fault = {"Fault", NULL, fields_tc_fault, sizeof(tc_fault), 4, TN_NONE};
static const tc_verify_report init_tc_verify_report = TC_VERIFY_REPORT_INIT;
static const tn_field fields_tc_verify_report[] = {
    {"faults", TN_LIST, TN_WIDE, offsetof(tc_verify_report, faults), 0, offsetof(tc_verify_report, faults_count), offsetof(tc_verify_report, faults_capacity), 0, &tn_type_tc_fault},
    {"records", TN_U64, 0, offsetof(tc_verify_report, records), 0, TN_NONE, TN_NONE, 0, NULL},
    {"facts", TN_U64, 0, offsetof(tc_verify_report, facts), 0, TN_NONE, TN_NONE, 0, NULL},
    {"commit", TN_U64, 0, offsetof(tc_verify_report, commit), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_verify_report = {"VerifyReport", &init_tc_verify_report, fields_tc_verify_report, sizeof(tc_verify_report), 4, TN_NONE};
static const tn_field fields_tc_scan_entry[] = {
    {"entry", TN_U64, 0, offsetof(tc_scan_entry, entry), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_scan_entry, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"scannedAt", TN_TIME, 0, offsetof(tc_scan_entry, scanned_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"gate", TN_U32, 0, offsetof(tc_scan_entry, gate), 0, TN_NONE, TN_NONE, 0, NULL},
    {"serial", TN_U32, 0, offsetof(tc_scan_entry, serial), 0, TN_NONE, TN_NONE, 0, NULL},
    {"answer", TN_ENUM, 0, offsetof(tc_scan_entry, answer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"list", TN_U32, 0, offsetof(tc_scan_entry, list), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_scan_entry = {"ScanEntry", NULL, fields_tc_scan_entry, sizeof(tc_scan_entry), 7, TN_NONE};
static const tc_engine_stat init_tc_engine_stat = TC_ENGINE_STAT_INIT;
static const tn_field fields_tc_engine_stat[] = {
    {"diskFormat", TN_U32, 0, offsetof(tc_engine_stat, disk_format), 0, TN_NONE, TN_NONE, 0, NULL},
    {"storeId", TN_BYTES, 0, offsetof(tc_engine_stat, store_id), sizeof(((tc_engine_stat *)0)->store_id), TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_engine_stat, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"clock", TN_TIME, 0, offsetof(tc_engine_stat, clock_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"commits", TN_U64, 0, offsetof(tc_engine_stat, commits), 0, TN_NONE, TN_NONE, 0, NULL},
    {"feedNext", TN_U64, 0, offsetof(tc_engine_stat, feed_next), 0, TN_NONE, TN_NONE, 0, NULL},
    {"feedOldest", TN_U64, 0, offsetof(tc_engine_stat, feed_oldest), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapBytes", TN_U64, 0, offsetof(tc_engine_stat, map_bytes), 0, TN_NONE, TN_NONE, 0, NULL},
    {"usedBytes", TN_U64, 0, offsetof(tc_engine_stat, used_bytes), 0, TN_NONE, TN_NONE, 0, NULL},
    {"fileBytes", TN_U64, 0, offsetof(tc_engine_stat, file_bytes), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pageBytes", TN_U32, 0, offsetof(tc_engine_stat, page_bytes), 0, TN_NONE, TN_NONE, 0, NULL},
    {"readers", TN_U32, 0, offsetof(tc_engine_stat, readers), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxReaders", TN_U32, 0, offsetof(tc_engine_stat, max_readers), 0, TN_NONE, TN_NONE, 0, NULL},
    {"snapshots", TN_U32, 0, offsetof(tc_engine_stat, snapshots), 0, TN_NONE, TN_NONE, 0, NULL},
    {"oldestReaderLag", TN_U64, 0, offsetof(tc_engine_stat, oldest_reader_lag), 0, TN_NONE, TN_NONE, 0, NULL},
    {"events", TN_U64, 0, offsetof(tc_engine_stat, events), 0, TN_NONE, TN_NONE, 0, NULL},
    {"holds", TN_U64, 0, offsetof(tc_engine_stat, holds), 0, TN_NONE, TN_NONE, 0, NULL},
    {"orders", TN_U64, 0, offsetof(tc_engine_stat, orders), 0, TN_NONE, TN_NONE, 0, NULL},
    {"messages", TN_U64, 0, offsetof(tc_engine_stat, messages), 0, TN_NONE, TN_NONE, 0, NULL},
    {"clockBehind", TN_TIME, TN_ZERO, offsetof(tc_engine_stat, clock_behind_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_engine_stat = {"EngineStat", &init_tc_engine_stat, fields_tc_engine_stat, sizeof(tc_engine_stat), 20, TN_NONE};
static const tc_event_view init_tc_event_view = TC_EVENT_VIEW_INIT;
static const tn_field fields_tc_event_view[] = {
    {"status", TN_ENUM, 0, offsetof(tc_event_view, status), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_event_view, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_event_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_event_view, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"map", TN_U64, 0, offsetof(tc_event_view, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_event_view, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"updatedAt", TN_TIME, 0, offsetof(tc_event_view, updated_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"startsAt", TN_TIME, 0, offsetof(tc_event_view, starts_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"endsAt", TN_TIME, TN_ZERO, offsetof(tc_event_view, ends_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleFrom", TN_TIME, TN_ZERO, offsetof(tc_event_view, sale_from_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleUntil", TN_TIME, TN_ZERO, offsetof(tc_event_view, sale_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"holdTtlMs", TN_DURATION, TN_WIDE, offsetof(tc_event_view, hold_ttl_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"holdLifeMs", TN_DURATION, TN_WIDE, offsetof(tc_event_view, hold_life_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_event_view, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"description", TN_TEXT, 0, offsetof(tc_event_view, description), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_TEXT, 0, offsetof(tc_event_view, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"venueName", TN_TEXT, 0, offsetof(tc_event_view, venue_name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"tags", TN_LIST_TEXT, TN_WIDE, offsetof(tc_event_view, tags), 0, offsetof(tc_event_view, tags_count), TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, 0, offsetof(tc_event_view, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_event_view, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"rules", TN_FLAGS, 0, offsetof(tc_event_view, rules), 0, TN_NONE, TN_NONE, 0, NULL},
    {"lateMoney", TN_ENUM, 0, offsetof(tc_event_view, late_money), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capture", TN_ENUM, 0, offsetof(tc_event_view, capture), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limitPerBuyer", TN_U32, 0, offsetof(tc_event_view, limit_per_buyer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limitPerOrder", TN_U32, 0, offsetof(tc_event_view, limit_per_order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"onSale", TN_BOOL, 0, offsetof(tc_event_view, on_sale), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_event_view, currency), sizeof(((tc_event_view *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_event_view = {"EventView", &init_tc_event_view, fields_tc_event_view, sizeof(tc_event_view), 27, TN_NONE};
static const tc_event_list_request init_tc_event_list_request = TC_EVENT_LIST_REQUEST_INIT;
static const tn_field fields_tc_event_list_request[] = {
    {"after", TN_BYTES, 0, offsetof(tc_event_list_request, after), 16, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_event_list_request, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"startsFrom", TN_TIME, TN_ZERO, offsetof(tc_event_list_request, starts_from_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"startsUntil", TN_TIME, TN_ZERO, offsetof(tc_event_list_request, starts_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_TEXT, 0, offsetof(tc_event_list_request, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"tag", TN_TEXT, 0, offsetof(tc_event_list_request, tag), 0, TN_NONE, TN_NONE, 0, NULL},
    {"text", TN_TEXT, 0, offsetof(tc_event_list_request, text), 0, TN_NONE, TN_NONE, 0, NULL},
    {"statuses", TN_MASK, TN_OPEN, offsetof(tc_event_list_request, statuses), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_event_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_event_list_request = {"event_list", &init_tc_event_list_request, fields_tc_event_list_request, sizeof(tc_event_list_request), 9, TN_NONE};
static const tc_event_list_result init_tc_event_list_result = TC_EVENT_LIST_RESULT_INIT;
static const tn_field fields_tc_event_list_result[] = {
    {"more", TN_BOOL, 0, offsetof(tc_event_list_result, more), 0, TN_NONE, TN_NONE, 0, NULL},
    {"next", TN_BYTES, 0, offsetof(tc_event_list_result, next), 16, TN_NONE, TN_NONE, 0, NULL},
    {"events", TN_LIST, 0, offsetof(tc_event_list_result, events), 0, offsetof(tc_event_list_result, events_count), offsetof(tc_event_list_result, events_capacity), 0, &tn_type_tc_event_view},
};
const tn_type tn_type_tc_event_list_result = {"EventListResult", &init_tc_event_list_result, fields_tc_event_list_result, sizeof(tc_event_list_result), 3, TN_NONE};
static const tn_field fields_tc_feed_event[] = {
    {"sequence", TN_U64, 0, offsetof(tc_feed_event, sequence), 0, TN_NONE, TN_NONE, 0, NULL},
    {"time", TN_TIME, 0, offsetof(tc_feed_event, time_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"commit", TN_U64, 0, offsetof(tc_feed_event, commit), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_feed_event, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"subject", TN_U64, 0, offsetof(tc_feed_event, subject), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_feed_event, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payload", TN_BLOB, 0, offsetof(tc_feed_event, payload), 0, offsetof(tc_feed_event, payload_size), TN_NONE, 0, NULL},
    {"type", TN_ENUM, 0, offsetof(tc_feed_event, type), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_feed_event = {"FeedEvent", NULL, fields_tc_feed_event, sizeof(tc_feed_event), 8, TN_NONE};
static const tn_field fields_tc_consumer[] = {
    {"name", TN_CHARS, 0, offsetof(tc_consumer, name), sizeof(((tc_consumer *)0)->name), TN_NONE, TN_NONE, 0, NULL},
    {"cursor", TN_U64, 0, offsetof(tc_consumer, cursor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_consumer, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"updatedAt", TN_TIME, 0, offsetof(tc_consumer, updated_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"lag", TN_U64, 0, offsetof(tc_consumer, lag), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pruned", TN_BOOL, 0, offsetof(tc_consumer, pruned), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_consumer = {"Consumer", NULL, fields_tc_consumer, sizeof(tc_consumer), 6, TN_NONE};
static const tc_hold_view init_tc_hold_view = TC_HOLD_VIEW_INIT;
static const tn_field fields_tc_hold_view[] = {
    {"version", TN_U32, 0, offsetof(tc_hold_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"hold", TN_U64, 0, offsetof(tc_hold_view, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_hold_view, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_hold_view, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_hold_view, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pools", TN_U32, 0, offsetof(tc_hold_view, pools), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_hold_view, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_hold_view, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expiresAt", TN_TIME, 0, offsetof(tc_hold_view, expires_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_hold_view = {"HoldView", &init_tc_hold_view, fields_tc_hold_view, sizeof(tc_hold_view), 9, TN_NONE};
static const tn_field fields_tc_ledger_balance[] = {
    {"currency", TN_CHARS, 0, offsetof(tc_ledger_balance, currency), sizeof(((tc_ledger_balance *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"postings", TN_U64, 0, offsetof(tc_ledger_balance, postings), 0, TN_NONE, TN_NONE, 0, NULL},
    {"debitMinor", TN_ROW_I64, 0, offsetof(tc_ledger_balance, debit_minor), sizeof(((tc_ledger_balance *)0)->debit_minor), TN_NONE, TN_NONE, 0, NULL},
    {"creditMinor", TN_ROW_I64, 0, offsetof(tc_ledger_balance, credit_minor), sizeof(((tc_ledger_balance *)0)->credit_minor), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ledger_balance = {"LedgerBalance", NULL, fields_tc_ledger_balance, sizeof(tc_ledger_balance), 4, TN_NONE};
static const tn_field fields_tc_ledger_entry[] = {
    {"id", TN_U64, 0, offsetof(tc_ledger_entry, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_ledger_entry, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"debit", TN_ENUM, 0, offsetof(tc_ledger_entry, debit), 0, TN_NONE, TN_NONE, 0, NULL},
    {"credit", TN_ENUM, 0, offsetof(tc_ledger_entry, credit), 0, TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_ledger_entry, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"at", TN_TIME, 0, offsetof(tc_ledger_entry, at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reason", TN_ENUM, 0, offsetof(tc_ledger_entry, reason), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_ledger_entry, currency), sizeof(((tc_ledger_entry *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ledger_entry = {"LedgerEntry", NULL, fields_tc_ledger_entry, sizeof(tc_ledger_entry), 8, TN_NONE};
static const tc_map_report init_tc_map_report = TC_MAP_REPORT_INIT;
static const tn_field fields_tc_map_report[] = {
    {"form", TN_ENUM, 0, offsetof(tc_map_report, form), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_map_report, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"rows", TN_U32, 0, offsetof(tc_map_report, rows), 0, TN_NONE, TN_NONE, 0, NULL},
    {"sections", TN_U32, 0, offsetof(tc_map_report, sections), 0, TN_NONE, TN_NONE, 0, NULL},
    {"categories", TN_U32, 0, offsetof(tc_map_report, categories), 0, TN_NONE, TN_NONE, 0, NULL},
    {"areas", TN_U32, 0, offsetof(tc_map_report, areas), 0, TN_NONE, TN_NONE, 0, NULL},
    {"aisles", TN_U32, 0, offsetof(tc_map_report, aisles), 0, TN_NONE, TN_NONE, 0, NULL},
    {"accessible", TN_U32, 0, offsetof(tc_map_report, accessible), 0, TN_NONE, TN_NONE, 0, NULL},
    {"companion", TN_U32, 0, offsetof(tc_map_report, companion), 0, TN_NONE, TN_NONE, 0, NULL},
    {"restrictedView", TN_U32, 0, offsetof(tc_map_report, restricted_view), 0, TN_NONE, TN_NONE, 0, NULL},
    {"areaCapacity", TN_U64, 0, offsetof(tc_map_report, area_capacity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minX", TN_I32, 0, offsetof(tc_map_report, min_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minY", TN_I32, 0, offsetof(tc_map_report, min_y), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxX", TN_I32, 0, offsetof(tc_map_report, max_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxY", TN_I32, 0, offsetof(tc_map_report, max_y), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_CHARS, 0, offsetof(tc_map_report, name), sizeof(((tc_map_report *)0)->name), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_report = {"MapReport", &init_tc_map_report, fields_tc_map_report, sizeof(tc_map_report), 16, TN_NONE};
static const tc_map_view init_tc_map_view = TC_MAP_VIEW_INIT;
static const tn_field fields_tc_map_view[] = {
    {"status", TN_ENUM, 0, offsetof(tc_map_view, status), 0, TN_NONE, TN_NONE, 0, NULL},
    {"map", TN_U64, 0, offsetof(tc_map_view, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_map_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_map_view, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_map_view, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"publishedAt", TN_TIME, TN_ZERO, offsetof(tc_map_view, published_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_view, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"units", TN_TEXT, 0, offsetof(tc_map_view, units), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, 0, offsetof(tc_map_view, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"newestVersion", TN_U32, 0, offsetof(tc_map_view, newest_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"publishedVersion", TN_U32, 0, offsetof(tc_map_view, published_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_map_view, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatsRetired", TN_U32, 0, offsetof(tc_map_view, seats_retired), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatNumbers", TN_U32, 0, offsetof(tc_map_view, seat_numbers), 0, TN_NONE, TN_NONE, 0, NULL},
    {"rows", TN_U32, 0, offsetof(tc_map_view, rows), 0, TN_NONE, TN_NONE, 0, NULL},
    {"categories", TN_U32, 0, offsetof(tc_map_view, categories), 0, TN_NONE, TN_NONE, 0, NULL},
    {"sections", TN_U32, 0, offsetof(tc_map_view, sections), 0, TN_NONE, TN_NONE, 0, NULL},
    {"areas", TN_U32, 0, offsetof(tc_map_view, areas), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minX", TN_I32, 0, offsetof(tc_map_view, min_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minY", TN_I32, 0, offsetof(tc_map_view, min_y), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxX", TN_I32, 0, offsetof(tc_map_view, max_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxY", TN_I32, 0, offsetof(tc_map_view, max_y), 0, TN_NONE, TN_NONE, 0, NULL},
    {"focalX", TN_I32, 0, offsetof(tc_map_view, focal_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"focalY", TN_I32, 0, offsetof(tc_map_view, focal_y), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_view = {"MapView", &init_tc_map_view, fields_tc_map_view, sizeof(tc_map_view), 24, TN_NONE};
static const tc_map_list_request init_tc_map_list_request = TC_MAP_LIST_REQUEST_INIT;
static const tn_field fields_tc_map_list_request[] = {
    {"after", TN_U64, 0, offsetof(tc_map_list_request, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"venue", TN_U64, 0, offsetof(tc_map_list_request, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_map_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_list_request = {"map_list", &init_tc_map_list_request, fields_tc_map_list_request, sizeof(tc_map_list_request), 3, TN_NONE};
static const tc_map_list_result init_tc_map_list_result = TC_MAP_LIST_RESULT_INIT;
static const tn_field fields_tc_map_list_result[] = {
    {"next", TN_U64, 0, offsetof(tc_map_list_result, next), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maps", TN_LIST, 0, offsetof(tc_map_list_result, maps), 0, offsetof(tc_map_list_result, maps_count), offsetof(tc_map_list_result, maps_capacity), 0, &tn_type_tc_map_view},
};
const tn_type tn_type_tc_map_list_result = {"MapListResult", &init_tc_map_list_result, fields_tc_map_list_result, sizeof(tc_map_list_result), 2, TN_NONE};
static const tc_map_category init_tc_map_category = TC_MAP_CATEGORY_INIT;
static const tn_field fields_tc_map_category[] = {
    {"category", TN_U32, 0, offsetof(tc_map_category, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_category, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"color", TN_TEXT, 0, offsetof(tc_map_category, color), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_map_category, seats), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_category = {"MapCategory", &init_tc_map_category, fields_tc_map_category, sizeof(tc_map_category), 4, TN_NONE};
static const tc_map_section init_tc_map_section = TC_MAP_SECTION_INIT;
static const tn_field fields_tc_map_section[] = {
    {"section", TN_U32, 0, offsetof(tc_map_section, section), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_section, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"zone", TN_TEXT, 0, offsetof(tc_map_section, zone), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seats", TN_U32, 0, offsetof(tc_map_section, seats), 0, TN_NONE, TN_NONE, 0, NULL},
    {"rows", TN_U32, 0, offsetof(tc_map_section, rows), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minX", TN_I32, 0, offsetof(tc_map_section, min_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minY", TN_I32, 0, offsetof(tc_map_section, min_y), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxX", TN_I32, 0, offsetof(tc_map_section, max_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxY", TN_I32, 0, offsetof(tc_map_section, max_y), 0, TN_NONE, TN_NONE, 0, NULL},
    {"focalX", TN_I32, 0, offsetof(tc_map_section, focal_x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"focalY", TN_I32, 0, offsetof(tc_map_section, focal_y), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_section = {"MapSection", &init_tc_map_section, fields_tc_map_section, sizeof(tc_map_section), 11, TN_NONE};
static const tc_map_area init_tc_map_area = TC_MAP_AREA_INIT;
static const tn_field fields_tc_map_area[] = {
    {"area", TN_U32, 0, offsetof(tc_map_area, area), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_area, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"zone", TN_TEXT, 0, offsetof(tc_map_area, zone), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capacity", TN_U32, 0, offsetof(tc_map_area, capacity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_U32, 0, offsetof(tc_map_area, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"x", TN_I32, 0, offsetof(tc_map_area, x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"y", TN_I32, 0, offsetof(tc_map_area, y), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_area = {"MapArea", &init_tc_map_area, fields_tc_map_area, sizeof(tc_map_area), 7, TN_NONE};
static const tc_map_seat init_tc_map_seat = TC_MAP_SEAT_INIT;
static const tn_field fields_tc_map_seat[] = {
    {"seat", TN_U32, 0, offsetof(tc_map_seat, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_map_seat, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"sectionLabel", TN_TEXT, 0, offsetof(tc_map_seat, section_label), 0, TN_NONE, TN_NONE, 0, NULL},
    {"rowLabel", TN_TEXT, 0, offsetof(tc_map_seat, row_label), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatLabel", TN_TEXT, 0, offsetof(tc_map_seat, seat_label), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_U32, 0, offsetof(tc_map_seat, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"section", TN_U32, 0, offsetof(tc_map_seat, section), 0, TN_NONE, TN_NONE, 0, NULL},
    {"row", TN_U32, TN_MAX, offsetof(tc_map_seat, row), 0, TN_NONE, TN_NONE, 0, NULL},
    {"place", TN_U32, 0, offsetof(tc_map_seat, place), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seatFlags", TN_FLAGS, 0, offsetof(tc_map_seat, seat_flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"left", TN_U32, TN_MAX, offsetof(tc_map_seat, left), 0, TN_NONE, TN_NONE, 0, NULL},
    {"right", TN_U32, TN_MAX, offsetof(tc_map_seat, right), 0, TN_NONE, TN_NONE, 0, NULL},
    {"focalDistance", TN_U32, 0, offsetof(tc_map_seat, focal_distance), 0, TN_NONE, TN_NONE, 0, NULL},
    {"x", TN_I32, 0, offsetof(tc_map_seat, x), 0, TN_NONE, TN_NONE, 0, NULL},
    {"y", TN_I32, 0, offsetof(tc_map_seat, y), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_map_seat = {"MapSeat", &init_tc_map_seat, fields_tc_map_seat, sizeof(tc_map_seat), 15, TN_NONE};
static const tc_order init_tc_order = TC_ORDER_INIT;
static const tn_field fields_tc_order[] = {
    {"state", TN_ENUM, 0, offsetof(tc_order, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_U64, 0, offsetof(tc_order, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_order, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"method", TN_ENUM, 0, offsetof(tc_order, method), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_order, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"hold", TN_U64, 0, offsetof(tc_order, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"totalMinor", TN_I64, 0, offsetof(tc_order, total_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capturedMinor", TN_I64, 0, offsetof(tc_order, captured_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"refundedMinor", TN_I64, 0, offsetof(tc_order, refunded_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_order, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"confirmedAt", TN_TIME, TN_ZERO, offsetof(tc_order, confirmed_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"deadline", TN_TIME, TN_ZERO, offsetof(tc_order, deadline_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_order, currency), sizeof(((tc_order *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"reason", TN_ENUM, 0, offsetof(tc_order, reason), 0, TN_NONE, TN_NONE, 0, NULL},
    {"lines", TN_U32, 0, offsetof(tc_order, lines), 0, TN_NONE, TN_NONE, 0, NULL},
    {"tickets", TN_U32, 0, offsetof(tc_order, tickets), 0, TN_NONE, TN_NONE, 0, NULL},
    {"refundsOpen", TN_U32, 0, offsetof(tc_order, refunds_open), 0, TN_NONE, TN_NONE, 0, NULL},
    {"refundsFailed", TN_U32, 0, offsetof(tc_order, refunds_failed), 0, TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_order, reference), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order = {"Order", &init_tc_order, fields_tc_order, sizeof(tc_order), 19, TN_NONE};
static const tn_field fields_tc_order_line[] = {
    {"event", TN_U64, 0, offsetof(tc_order_line, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, 0, offsetof(tc_order_line, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"target", TN_U32, 0, offsetof(tc_order_line, target), 0, TN_NONE, TN_NONE, 0, NULL},
    {"quantity", TN_U32, 0, offsetof(tc_order_line, quantity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketType", TN_U32, 0, offsetof(tc_order_line, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"priceMinor", TN_I64, 0, offsetof(tc_order_line, price_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"feeMinor", TN_I64, 0, offsetof(tc_order_line, fee_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxMinor", TN_I64, 0, offsetof(tc_order_line, tax_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"totalMinor", TN_I64, 0, offsetof(tc_order_line, total_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketFirst", TN_U64, 0, offsetof(tc_order_line, ticket_first), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxBp", TN_U32, 0, offsetof(tc_order_line, tax_bp), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxInclusive", TN_BOOL, 0, offsetof(tc_order_line, tax_inclusive), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order_line = {"OrderLine", NULL, fields_tc_order_line, sizeof(tc_order_line), 12, TN_NONE};
static const tc_order_list_request init_tc_order_list_request = TC_ORDER_LIST_REQUEST_INIT;
static const tn_field fields_tc_order_list_request[] = {
    {"event", TN_U64, 0, offsetof(tc_order_list_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"buyer", TN_TEXT, 0, offsetof(tc_order_list_request, buyer), 0, TN_NONE, TN_NONE, 0, NULL},
    {"states", TN_MASK, TN_OPEN, offsetof(tc_order_list_request, states), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_order_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
    {"after", TN_U64, 0, offsetof(tc_order_list_request, after), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order_list_request = {"order_list", &init_tc_order_list_request, fields_tc_order_list_request, sizeof(tc_order_list_request), 5, TN_NONE};
static const tc_message init_tc_message = TC_MESSAGE_INIT;
static const tn_field fields_tc_message[] = {
    {"state", TN_ENUM, 0, offsetof(tc_message, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_U64, 0, offsetof(tc_message, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_message, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_message, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_message, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, 0, offsetof(tc_message, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, 0, offsetof(tc_message, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"attempts", TN_U32, 0, offsetof(tc_message, attempts), 0, TN_NONE, TN_NONE, 0, NULL},
    {"attemptsMax", TN_U32, 0, offsetof(tc_message, attempts_max), 0, TN_NONE, TN_NONE, 0, NULL},
    {"worker", TN_U32, 0, offsetof(tc_message, worker), 0, TN_NONE, TN_NONE, 0, NULL},
    {"html", TN_BOOL, 0, offsetof(tc_message, html), 0, TN_NONE, TN_NONE, 0, NULL},
    {"queuedAt", TN_TIME, 0, offsetof(tc_message, queued_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"due", TN_TIME, TN_ZERO, offsetof(tc_message, due_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"doneAt", TN_TIME, TN_ZERO, offsetof(tc_message, done_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"address", TN_TEXT, 0, offsetof(tc_message, address), 0, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(tc_message, locale), 0, TN_NONE, TN_NONE, 0, NULL},
    {"receipt", TN_TEXT, 0, offsetof(tc_message, receipt), 0, TN_NONE, TN_NONE, 0, NULL},
    {"subject", TN_TEXT, 0, offsetof(tc_message, subject), 0, TN_NONE, TN_NONE, 0, NULL},
    {"body", TN_TEXT, 0, offsetof(tc_message, body), 0, TN_NONE, TN_NONE, 0, NULL},
    {"bodyLength", TN_SIZE, 0, offsetof(tc_message, body_length), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_message = {"Message", &init_tc_message, fields_tc_message, sizeof(tc_message), 20, TN_NONE};
static const tc_message_list_request init_tc_message_list_request = TC_MESSAGE_LIST_REQUEST_INIT;
static const tn_field fields_tc_message_list_request[] = {
    {"after", TN_U64, 0, offsetof(tc_message_list_request, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_message_list_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_message_list_request, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, 0, offsetof(tc_message_list_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_message_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_message_list_request = {"message_list", &init_tc_message_list_request, fields_tc_message_list_request, sizeof(tc_message_list_request), 5, TN_NONE};
static const tn_field fields_tc_payment[] = {
    {"id", TN_U64, 0, offsetof(tc_payment, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_payment, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"method", TN_ENUM, 0, offsetof(tc_payment, method), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_payment, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_payment, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capturedMinor", TN_I64, 0, offsetof(tc_payment, captured_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"refundedMinor", TN_I64, 0, offsetof(tc_payment, refunded_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_payment, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_payment, currency), sizeof(((tc_payment *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"reference", TN_TEXT, 0, offsetof(tc_payment, reference), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_payment = {"Payment", NULL, fields_tc_payment, sizeof(tc_payment), 10, TN_NONE};
static const tn_field fields_tc_refund[] = {
    {"id", TN_U64, 0, offsetof(tc_refund, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_refund, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"payment", TN_U64, 0, offsetof(tc_refund, payment), 0, TN_NONE, TN_NONE, 0, NULL},
    {"amountMinor", TN_I64, 0, offsetof(tc_refund, amount_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_refund, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_refund, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"beside", TN_BOOL, 0, offsetof(tc_refund, beside), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_refund = {"Refund", NULL, fields_tc_refund, sizeof(tc_refund), 7, TN_NONE};
static const tc_payment_backlog init_tc_payment_backlog = TC_PAYMENT_BACKLOG_INIT;
static const tn_field fields_tc_payment_backlog[] = {
    {"capped", TN_BOOL, 0, offsetof(tc_payment_backlog, capped), 0, TN_NONE, TN_NONE, 0, NULL},
    {"due", TN_U64, 0, offsetof(tc_payment_backlog, due), 0, TN_NONE, TN_NONE, 0, NULL},
    {"leased", TN_U64, 0, offsetof(tc_payment_backlog, leased), 0, TN_NONE, TN_NONE, 0, NULL},
    {"waiting", TN_U64, 0, offsetof(tc_payment_backlog, waiting), 0, TN_NONE, TN_NONE, 0, NULL},
    {"parked", TN_U64, 0, offsetof(tc_payment_backlog, parked), 0, TN_NONE, TN_NONE, 0, NULL},
    {"oldestDue", TN_TIME, TN_ZERO, offsetof(tc_payment_backlog, oldest_due_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_payment_backlog = {"PaymentBacklog", &init_tc_payment_backlog, fields_tc_payment_backlog, sizeof(tc_payment_backlog), 6, TN_NONE};
static const tc_pool_view init_tc_pool_view = TC_POOL_VIEW_INIT;
static const tn_field fields_tc_pool_view[] = {
    {"pool", TN_U32, 0, offsetof(tc_pool_view, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_pool_view, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_pool_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capacity", TN_U32, 0, offsetof(tc_pool_view, capacity), 0, TN_NONE, TN_NONE, 0, NULL},
    {"held", TN_U32, 0, offsetof(tc_pool_view, held), 0, TN_NONE, TN_NONE, 0, NULL},
    {"sold", TN_U32, 0, offsetof(tc_pool_view, sold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"free", TN_U32, 0, offsetof(tc_pool_view, free), 0, TN_NONE, TN_NONE, 0, NULL},
    {"open", TN_BOOL, 0, offsetof(tc_pool_view, open), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_pool_view, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_pool_view, name), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_pool_view = {"PoolView", &init_tc_pool_view, fields_tc_pool_view, sizeof(tc_pool_view), 10, TN_NONE};
static const tn_field fields_tc_quote_item[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_quote_item, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"target", TN_U32, TN_REQUIRED, offsetof(tc_quote_item, target), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketType", TN_U32, TN_REQUIRED, offsetof(tc_quote_item, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, 0, offsetof(tc_quote_item, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"quantity", TN_U32, 0, offsetof(tc_quote_item, quantity), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_quote_item = {"QuoteItem", NULL, fields_tc_quote_item, sizeof(tc_quote_item), 5, TN_NONE};
static const tc_order_quote_request init_tc_order_quote_request = TC_ORDER_QUOTE_REQUEST_INIT;
static const tn_field fields_tc_order_quote_request[] = {
    {"items", TN_LIST, TN_REQUIRED, offsetof(tc_order_quote_request, items), 0, offsetof(tc_order_quote_request, items_count), TN_NONE, 0, &tn_type_tc_quote_item},
    {"channel", TN_U32, 0, offsetof(tc_order_quote_request, channel), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order_quote_request = {"order_quote", &init_tc_order_quote_request, fields_tc_order_quote_request, sizeof(tc_order_quote_request), 2, TN_NONE};
static const tc_order_quote_result init_tc_order_quote_result = TC_ORDER_QUOTE_RESULT_INIT;
static const tn_field fields_tc_order_quote_result[] = {
    {"lines", TN_LIST, 0, offsetof(tc_order_quote_result, lines), 0, TN_NONE, offsetof(tc_order_quote_result, lines_capacity), 0, &tn_type_tc_order_line},
    {"priceMinor", TN_I64, 0, offsetof(tc_order_quote_result, price_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"feeMinor", TN_I64, 0, offsetof(tc_order_quote_result, fee_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxMinor", TN_I64, 0, offsetof(tc_order_quote_result, tax_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"totalMinor", TN_I64, 0, offsetof(tc_order_quote_result, total_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_order_quote_result, currency), sizeof(((tc_order_quote_result *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
    {"tickets", TN_U32, 0, offsetof(tc_order_quote_result, tickets), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_order_quote_result = {"OrderQuoteResult", &init_tc_order_quote_result, fields_tc_order_quote_result, sizeof(tc_order_quote_result), 7, TN_NONE};
static const tc_seat_view init_tc_seat_view = TC_SEAT_VIEW_INIT;
static const tn_field fields_tc_seat_view[] = {
    {"state", TN_ENUM, 0, offsetof(tc_seat_view, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_seat_view, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, 0, offsetof(tc_seat_view, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_seat_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_U32, 0, offsetof(tc_seat_view, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U32, 0, offsetof(tc_seat_view, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"hold", TN_U64, 0, offsetof(tc_seat_view, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expiresAt", TN_TIME, TN_ZERO, offsetof(tc_seat_view, expires_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_U32, 0, offsetof(tc_seat_view, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"section", TN_U32, 0, offsetof(tc_seat_view, section), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_seat_view = {"SeatView", &init_tc_seat_view, fields_tc_seat_view, sizeof(tc_seat_view), 10, TN_NONE};
static const tc_template init_tc_template = TC_TEMPLATE_INIT;
static const tn_field fields_tc_template[] = {
    {"flags", TN_FLAGS, 0, offsetof(tc_template, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_U64, 0, offsetof(tc_template, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"kind", TN_ENUM, TN_OPEN, offsetof(tc_template, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, 0, offsetof(tc_template, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_template, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"updatedAt", TN_TIME, TN_ZERO, offsetof(tc_template, updated_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(tc_template, locale), 0, TN_NONE, TN_NONE, 0, NULL},
    {"subject", TN_TEXT, 0, offsetof(tc_template, subject), 0, TN_NONE, TN_NONE, 0, NULL},
    {"body", TN_TEXT, 0, offsetof(tc_template, body), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_template = {"Template", &init_tc_template, fields_tc_template, sizeof(tc_template), 9, TN_NONE};
static const tc_ticket init_tc_ticket = TC_TICKET_INIT;
static const tn_field fields_tc_ticket[] = {
    {"state", TN_ENUM, 0, offsetof(tc_ticket, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_U64, 0, offsetof(tc_ticket, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_ticket, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_ticket, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"number", TN_U32, 0, offsetof(tc_ticket, number), 0, TN_NONE, TN_NONE, 0, NULL},
    {"line", TN_U32, 0, offsetof(tc_ticket, line), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U32, 0, offsetof(tc_ticket, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"serial", TN_U32, 0, offsetof(tc_ticket, serial), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, TN_MAX, offsetof(tc_ticket, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pool", TN_U32, 0, offsetof(tc_ticket, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"type", TN_U32, 0, offsetof(tc_ticket, type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"usedGate", TN_U32, 0, offsetof(tc_ticket, used_gate), 0, TN_NONE, TN_NONE, 0, NULL},
    {"priceMinor", TN_I64, 0, offsetof(tc_ticket, price_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"issuedAt", TN_TIME, 0, offsetof(tc_ticket, issued_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"usedAt", TN_TIME, TN_ZERO, offsetof(tc_ticket, used_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"voidedAt", TN_TIME, TN_ZERO, offsetof(tc_ticket, voided_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"section", TN_TEXT, 0, offsetof(tc_ticket, section), 0, TN_NONE, TN_NONE, 0, NULL},
    {"row", TN_TEXT, 0, offsetof(tc_ticket, row), 0, TN_NONE, TN_NONE, 0, NULL},
    {"label", TN_TEXT, 0, offsetof(tc_ticket, label), 0, TN_NONE, TN_NONE, 0, NULL},
    {"typeName", TN_TEXT, 0, offsetof(tc_ticket, type_name), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket = {"Ticket", &init_tc_ticket, fields_tc_ticket, sizeof(tc_ticket), 20, TN_NONE};
static const tc_ticket_list_request init_tc_ticket_list_request = TC_TICKET_LIST_REQUEST_INIT;
static const tn_field fields_tc_ticket_list_request[] = {
    {"flags", TN_FLAGS, 0, offsetof(tc_ticket_list_request, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_ticket_list_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"order", TN_U64, 0, offsetof(tc_ticket_list_request, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET_POINTER, 0, offsetof(tc_ticket_list_request, secret), 0, TN_NONE, TN_NONE, 0, NULL},
    {"after", TN_U64, 0, offsetof(tc_ticket_list_request, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_ticket_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_ticket_list_request, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket_list_request = {"ticket_list", &init_tc_ticket_list_request, fields_tc_ticket_list_request, sizeof(tc_ticket_list_request), 7, TN_NONE};
static const tc_ticket_counts init_tc_ticket_counts = TC_TICKET_COUNTS_INIT;
static const tn_field fields_tc_ticket_counts[] = {
    {"issued", TN_U32, 0, offsetof(tc_ticket_counts, issued), 0, TN_NONE, TN_NONE, 0, NULL},
    {"used", TN_U32, 0, offsetof(tc_ticket_counts, used), 0, TN_NONE, TN_NONE, 0, NULL},
    {"voided", TN_U32, 0, offsetof(tc_ticket_counts, voided), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket_counts = {"TicketCounts", &init_tc_ticket_counts, fields_tc_ticket_counts, sizeof(tc_ticket_counts), 3, TN_NONE};
static const tn_field fields_tc_public_key[] = {
    {"id", TN_U32, TN_REQUIRED, offsetof(tc_public_key, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, TN_REQUIRED, offsetof(tc_public_key, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"key", TN_BYTES, TN_REQUIRED, offsetof(tc_public_key, key), sizeof(((tc_public_key *)0)->key), TN_NONE, TN_NONE, 0, NULL},
    {"current", TN_BOOL, 0, offsetof(tc_public_key, current), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_public_key = {"PublicKey", NULL, fields_tc_public_key, sizeof(tc_public_key), 4, TN_NONE};
static const tc_barcode init_tc_barcode = TC_BARCODE_INIT;
static const tn_field fields_tc_barcode[] = {
    {"key", TN_U32, 0, offsetof(tc_barcode, key), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_barcode, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticket", TN_U64, 0, offsetof(tc_barcode, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"number", TN_U32, 0, offsetof(tc_barcode, number), 0, TN_NONE, TN_NONE, 0, NULL},
    {"serial", TN_U32, 0, offsetof(tc_barcode, serial), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, TN_MAX, offsetof(tc_barcode, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"window", TN_ENUM, 0, offsetof(tc_barcode, window), 0, TN_NONE, TN_NONE, 0, NULL},
    {"validFrom", TN_TIME, TN_ZERO, offsetof(tc_barcode, valid_from_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"validUntil", TN_TIME, TN_ZERO, offsetof(tc_barcode, valid_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_barcode = {"Barcode", &init_tc_barcode, fields_tc_barcode, sizeof(tc_barcode), 9, TN_NONE};
static const tn_field fields_tc_revocation[] = {
    {"ticket", TN_U64, 0, offsetof(tc_revocation, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minSerial", TN_U32, 0, offsetof(tc_revocation, min_serial), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_revocation, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_revocation = {"Revocation", NULL, fields_tc_revocation, sizeof(tc_revocation), 3, TN_NONE};
static const tc_ticket_type_view init_tc_ticket_type_view = TC_TICKET_TYPE_VIEW_INIT;
static const tn_field fields_tc_ticket_type_view[] = {
    {"ticketType", TN_U32, 0, offsetof(tc_ticket_type_view, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
    {"event", TN_U64, 0, offsetof(tc_ticket_type_view, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_ticket_type_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"priceMinor", TN_I64, 0, offsetof(tc_ticket_type_view, price_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"feeMinor", TN_I64, 0, offsetof(tc_ticket_type_view, fee_minor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleFrom", TN_TIME, TN_ZERO, offsetof(tc_ticket_type_view, sale_from_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"saleUntil", TN_TIME, TN_ZERO, offsetof(tc_ticket_type_view, sale_until_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_ticket_type_view, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"description", TN_TEXT, 0, offsetof(tc_ticket_type_view, description), 0, TN_NONE, TN_NONE, 0, NULL},
    {"category", TN_U32, 0, offsetof(tc_ticket_type_view, category), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pool", TN_U32, 0, offsetof(tc_ticket_type_view, pool), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channels", TN_MASK, TN_OPEN, offsetof(tc_ticket_type_view, channels), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxBp", TN_U32, 0, offsetof(tc_ticket_type_view, tax_bp), 0, TN_NONE, TN_NONE, 0, NULL},
    {"taxInclusive", TN_BOOL, 0, offsetof(tc_ticket_type_view, tax_inclusive), 0, TN_NONE, TN_NONE, 0, NULL},
    {"minPerOrder", TN_U32, 0, offsetof(tc_ticket_type_view, min_per_order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxPerOrder", TN_U32, 0, offsetof(tc_ticket_type_view, max_per_order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"status", TN_ENUM, 0, offsetof(tc_ticket_type_view, status), 0, TN_NONE, TN_NONE, 0, NULL},
    {"currency", TN_CHARS, 0, offsetof(tc_ticket_type_view, currency), sizeof(((tc_ticket_type_view *)0)->currency), TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket_type_view = {"TicketTypeView", &init_tc_ticket_type_view, fields_tc_ticket_type_view, sizeof(tc_ticket_type_view), 18, TN_NONE};
static const tc_ticket_type_list_request init_tc_ticket_type_list_request = TC_TICKET_TYPE_LIST_REQUEST_INIT;
static const tn_field fields_tc_ticket_type_list_request[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(tc_ticket_type_list_request, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"after", TN_U32, 0, offsetof(tc_ticket_type_list_request, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_ticket_type_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_ticket_type_list_request = {"ticket_type_list", &init_tc_ticket_type_list_request, fields_tc_ticket_type_list_request, sizeof(tc_ticket_type_list_request), 3, TN_NONE};
static const tc_ticket_type_list_result init_tc_ticket_type_list_result = TC_TICKET_TYPE_LIST_RESULT_INIT;
static const tn_field fields_tc_ticket_type_list_result[] = {
    {"next", TN_U32, 0, offsetof(tc_ticket_type_list_result, next), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketTypes", TN_LIST, 0, offsetof(tc_ticket_type_list_result, ticket_types), 0, offsetof(tc_ticket_type_list_result, ticket_types_count), offsetof(tc_ticket_type_list_result, ticket_types_capacity), 0, &tn_type_tc_ticket_type_view},
};
const tn_type tn_type_tc_ticket_type_list_result = {"TicketTypeListResult", &init_tc_ticket_type_list_result, fields_tc_ticket_type_list_result, sizeof(tc_ticket_type_list_result), 2, TN_NONE};
static const tc_venue_view init_tc_venue_view = TC_VENUE_VIEW_INIT;
static const tn_field fields_tc_venue_view[] = {
    {"venue", TN_U64, 0, offsetof(tc_venue_view, venue), 0, TN_NONE, TN_NONE, 0, NULL},
    {"version", TN_U64, 0, offsetof(tc_venue_view, version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"createdAt", TN_TIME, 0, offsetof(tc_venue_view, created_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"updatedAt", TN_TIME, 0, offsetof(tc_venue_view, updated_at_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, 0, offsetof(tc_venue_view, name), 0, TN_NONE, TN_NONE, 0, NULL},
    {"address", TN_TEXT, 0, offsetof(tc_venue_view, address), 0, TN_NONE, TN_NONE, 0, NULL},
    {"city", TN_TEXT, 0, offsetof(tc_venue_view, city), 0, TN_NONE, TN_NONE, 0, NULL},
    {"country", TN_TEXT, 0, offsetof(tc_venue_view, country), 0, TN_NONE, TN_NONE, 0, NULL},
    {"timeZone", TN_TEXT, 0, offsetof(tc_venue_view, time_zone), 0, TN_NONE, TN_NONE, 0, NULL},
    {"capacityNote", TN_TEXT, 0, offsetof(tc_venue_view, capacity_note), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_venue_view = {"VenueView", &init_tc_venue_view, fields_tc_venue_view, sizeof(tc_venue_view), 10, TN_NONE};
static const tc_venue_list_request init_tc_venue_list_request = TC_VENUE_LIST_REQUEST_INIT;
static const tn_field fields_tc_venue_list_request[] = {
    {"after", TN_U64, 0, offsetof(tc_venue_list_request, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"country", TN_TEXT, 0, offsetof(tc_venue_list_request, country), 0, TN_NONE, TN_NONE, 0, NULL},
    {"text", TN_TEXT, 0, offsetof(tc_venue_list_request, text), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, 0, offsetof(tc_venue_list_request, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_venue_list_request = {"venue_list", &init_tc_venue_list_request, fields_tc_venue_list_request, sizeof(tc_venue_list_request), 4, TN_NONE};
static const tc_venue_list_result init_tc_venue_list_result = TC_VENUE_LIST_RESULT_INIT;
static const tn_field fields_tc_venue_list_result[] = {
    {"next", TN_U64, 0, offsetof(tc_venue_list_result, next), 0, TN_NONE, TN_NONE, 0, NULL},
    {"venues", TN_LIST, 0, offsetof(tc_venue_list_result, venues), 0, offsetof(tc_venue_list_result, venues_count), offsetof(tc_venue_list_result, venues_capacity), 0, &tn_type_tc_venue_view},
};
const tn_type tn_type_tc_venue_list_result = {"VenueListResult", &init_tc_venue_list_result, fields_tc_venue_list_result, sizeof(tc_venue_list_result), 2, TN_NONE};
static const tn_field fields_tc_conflict[] = {
    {"event", TN_U64, 0, offsetof(tc_conflict, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, 0, offsetof(tc_conflict, seat), 0, TN_NONE, TN_NONE, 0, NULL},
    {"state", TN_ENUM, 0, offsetof(tc_conflict, state), 0, TN_NONE, TN_NONE, 0, NULL},
    {"expectedVersion", TN_U32, 0, offsetof(tc_conflict, expected_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"actualVersion", TN_U32, 0, offsetof(tc_conflict, actual_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_conflict = {"Conflict", NULL, fields_tc_conflict, sizeof(tc_conflict), 5, TN_NONE};
static const tc_engine_options init_tc_engine_options = TC_ENGINE_OPTIONS_INIT;
static const tn_field fields_tc_engine_options[] = {
    {"flags", TN_FLAGS, 0, offsetof(tc_engine_options, flags), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapBytes", TN_U64, 0, offsetof(tc_engine_options, map_bytes), 0, TN_NONE, TN_NONE, 0, NULL},
    {"maxReaders", TN_U32, 0, offsetof(tc_engine_options, max_readers), 0, TN_NONE, TN_NONE, 0, NULL},
    {"queueDepth", TN_U32, 0, offsetof(tc_engine_options, queue_depth), 0, TN_NONE, TN_NONE, 0, NULL},
    {"batchMax", TN_U32, 0, offsetof(tc_engine_options, batch_max), 0, TN_NONE, TN_NONE, 0, NULL},
    {"logLevel", TN_ENUM, 0, offsetof(tc_engine_options, log_level), 0, TN_NONE, TN_NONE, 0, NULL},
    {"clock", TN_TIME, 0, offsetof(tc_engine_options, clock_ms), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seed", TN_U64, 0, offsetof(tc_engine_options, seed), 0, TN_NONE, TN_NONE, 0, NULL},
};
const tn_type tn_type_tc_engine_options = {"EngineOptions", &init_tc_engine_options, fields_tc_engine_options, sizeof(tc_engine_options), 8, TN_NONE};
static const tn_type tn_command_tc_venue_create = {"VenueCreate", &init_tc_venue_create_request, fields_tc_venue_create_request, sizeof(tc_venue_create_request), 7, TN_NONE};
static const tn_type tn_command_tc_venue_update = {"VenueUpdate", &init_tc_venue_update_request, fields_tc_venue_update_request, sizeof(tc_venue_update_request), 10, offsetof(tc_venue_update_request, fields)};
static const tn_type tn_command_tc_venue_delete = {"VenueDelete", &init_tc_venue_delete_request, fields_tc_venue_delete_request, sizeof(tc_venue_delete_request), 3, TN_NONE};
static const tn_type tn_command_tc_map_create = {"MapCreate", &init_tc_map_create_request, fields_tc_map_create_request, sizeof(tc_map_create_request), 5, TN_NONE};
static const tn_type tn_command_tc_map_update = {"MapUpdate", &init_tc_map_update_request, fields_tc_map_update_request, sizeof(tc_map_update_request), 6, TN_NONE};
static const tn_type tn_command_tc_map_publish = {"MapPublish", &init_tc_map_publish_request, fields_tc_map_publish_request, sizeof(tc_map_publish_request), 4, TN_NONE};
static const tn_type tn_command_tc_map_delete = {"MapDelete", &init_tc_map_delete_request, fields_tc_map_delete_request, sizeof(tc_map_delete_request), 3, TN_NONE};
static const tn_type tn_command_tc_event_create = {"EventCreate", &init_tc_event_create_request, fields_tc_event_create_request, sizeof(tc_event_create_request), 21, TN_NONE};
static const tn_type tn_command_tc_event_update = {"EventUpdate", &init_tc_event_update_request, fields_tc_event_update_request, sizeof(tc_event_update_request), 24, offsetof(tc_event_update_request, fields)};
static const tn_type tn_command_tc_event_delete = {"EventDelete", &init_tc_event_delete_request, fields_tc_event_delete_request, sizeof(tc_event_delete_request), 3, TN_NONE};
static const tn_type tn_command_tc_ticket_type_create = {"TicketTypeCreate", &init_tc_ticket_type_create_request, fields_tc_ticket_type_create_request, sizeof(tc_ticket_type_create_request), 16, TN_NONE};
static const tn_type tn_command_tc_ticket_type_update = {"TicketTypeUpdate", &init_tc_ticket_type_update_request, fields_tc_ticket_type_update_request, sizeof(tc_ticket_type_update_request), 19, offsetof(tc_ticket_type_update_request, fields)};
static const tn_type tn_command_tc_ticket_type_delete = {"TicketTypeDelete", &init_tc_ticket_type_delete_request, fields_tc_ticket_type_delete_request, sizeof(tc_ticket_type_delete_request), 4, TN_NONE};
static const tn_type tn_command_tc_hold_create = {"HoldCreate", &init_tc_hold_create_request, fields_tc_hold_create_request, sizeof(tc_hold_create_request), 7, TN_NONE};
static const tn_type tn_command_tc_hold_best = {"HoldBest", &init_tc_hold_best_request, fields_tc_hold_best_request, sizeof(tc_hold_best_request), 11, TN_NONE};
static const tn_type tn_command_tc_hold_extend = {"HoldExtend", &init_tc_hold_extend_request, fields_tc_hold_extend_request, sizeof(tc_hold_extend_request), 5, TN_NONE};
static const tn_type tn_command_tc_hold_release = {"HoldRelease", &init_tc_hold_release_request, fields_tc_hold_release_request, sizeof(tc_hold_release_request), 4, TN_NONE};
static const tn_type tn_command_tc_hold_expire = {"HoldExpire", &init_tc_hold_expire_request, fields_tc_hold_expire_request, sizeof(tc_hold_expire_request), 3, TN_NONE};
static const tn_type tn_command_tc_hold_swap = {"HoldSwap", &init_tc_hold_swap_request, fields_tc_hold_swap_request, sizeof(tc_hold_swap_request), 8, TN_NONE};
static const tn_type tn_command_tc_seat_block = {"SeatBlock", &init_tc_seat_block_request, fields_tc_seat_block_request, sizeof(tc_seat_block_request), 3, TN_NONE};
static const tn_type tn_command_tc_seat_unblock = {"SeatUnblock", &init_tc_seat_block_request, fields_tc_seat_block_request, sizeof(tc_seat_block_request), 3, TN_NONE};
static const tn_type tn_command_tc_seat_channel = {"SeatChannel", &init_tc_seat_channel_request, fields_tc_seat_channel_request, sizeof(tc_seat_channel_request), 4, TN_NONE};
static const tn_type tn_command_tc_pool_create = {"PoolCreate", &init_tc_pool_create_request, fields_tc_pool_create_request, sizeof(tc_pool_create_request), 6, TN_NONE};
static const tn_type tn_command_tc_pool_update = {"PoolUpdate", &init_tc_pool_update_request, fields_tc_pool_update_request, sizeof(tc_pool_update_request), 9, offsetof(tc_pool_update_request, flags)};
static const tn_type tn_command_tc_sweep = {"Sweep", &init_tc_sweep_request, fields_tc_sweep_request, sizeof(tc_sweep_request), 2, TN_NONE};
static const tn_type tn_command_tc_order_create = {"OrderCreate", &init_tc_order_create_request, fields_tc_order_create_request, sizeof(tc_order_create_request), 12, TN_NONE};
static const tn_type tn_command_tc_order_cancel = {"OrderCancel", &init_tc_order_cancel_request, fields_tc_order_cancel_request, sizeof(tc_order_cancel_request), 5, TN_NONE};
static const tn_type tn_command_tc_order_pay = {"OrderPay", &init_tc_order_pay_request, fields_tc_order_pay_request, sizeof(tc_order_pay_request), 10, TN_NONE};
static const tn_type tn_command_tc_order_settle = {"OrderSettle", &init_tc_order_settle_request, fields_tc_order_settle_request, sizeof(tc_order_settle_request), 6, TN_NONE};
static const tn_type tn_command_tc_order_refund = {"OrderRefund", &init_tc_order_refund_request, fields_tc_order_refund_request, sizeof(tc_order_refund_request), 7, TN_NONE};
static const tn_type tn_command_tc_payment_lease = {"PaymentLease", &init_tc_payment_lease_request, fields_tc_payment_lease_request, sizeof(tc_payment_lease_request), 4, TN_NONE};
static const tn_type tn_command_tc_payment_answer = {"PaymentAnswer", &init_tc_payment_answer_request, fields_tc_payment_answer_request, sizeof(tc_payment_answer_request), 7, TN_NONE};
static const tn_type tn_command_tc_payment_event = {"PaymentEvent", &init_tc_payment_event_request, fields_tc_payment_event_request, sizeof(tc_payment_event_request), 7, TN_NONE};
static const tn_type tn_command_tc_ticket_void = {"TicketVoid", &init_tc_ticket_void_request, fields_tc_ticket_void_request, sizeof(tc_ticket_void_request), 3, TN_NONE};
static const tn_type tn_command_tc_ticket_reissue = {"TicketReissue", &init_tc_ticket_reissue_request, fields_tc_ticket_reissue_request, sizeof(tc_ticket_reissue_request), 3, TN_NONE};
static const tn_type tn_command_tc_signing_key_rotate = {"SigningKeyRotate", &init_tc_signing_key_rotate_request, fields_tc_signing_key_rotate_request, sizeof(tc_signing_key_rotate_request), 1, TN_NONE};
static const tn_type tn_command_tc_checkin_scan = {"CheckinScan", &init_tc_checkin_scan_request, fields_tc_checkin_scan_request, sizeof(tc_checkin_scan_request), 8, TN_NONE};
static const tn_type tn_command_tc_message_create = {"MessageCreate", &init_tc_message_create_request, fields_tc_message_create_request, sizeof(tc_message_create_request), 12, TN_NONE};
static const tn_type tn_command_tc_message_lease = {"MessageLease", &init_tc_message_lease_request, fields_tc_message_lease_request, sizeof(tc_message_lease_request), 5, TN_NONE};
static const tn_type tn_command_tc_message_answer = {"MessageAnswer", &init_tc_message_answer_request, fields_tc_message_answer_request, sizeof(tc_message_answer_request), 6, TN_NONE};
static const tn_type tn_command_tc_message_retry = {"MessageRetry", &init_tc_message_retry_request, fields_tc_message_retry_request, sizeof(tc_message_retry_request), 2, TN_NONE};
static const tn_type tn_command_tc_message_cancel = {"MessageCancel", &init_tc_message_cancel_request, fields_tc_message_cancel_request, sizeof(tc_message_cancel_request), 2, TN_NONE};
static const tn_type tn_command_tc_template_put = {"TemplatePut", &init_tc_template_put_request, fields_tc_template_put_request, sizeof(tc_template_put_request), 8, TN_NONE};
static const tn_type tn_command_tc_template_delete = {"TemplateDelete", &init_tc_template_delete_request, fields_tc_template_delete_request, sizeof(tc_template_delete_request), 5, TN_NONE};
static const tn_type tn_command_tc_consumer_set = {"ConsumerSet", &init_tc_consumer_set_request, fields_tc_consumer_set_request, sizeof(tc_consumer_set_request), 5, TN_NONE};
static const tn_type tn_command_tc_consumer_delete = {"ConsumerDelete", &init_tc_consumer_delete_request, fields_tc_consumer_delete_request, sizeof(tc_consumer_delete_request), 3, TN_NONE};
static const tn_type tn_command_tc_feed_prune = {"FeedPrune", &init_tc_feed_prune_request, fields_tc_feed_prune_request, sizeof(tc_feed_prune_request), 4, TN_NONE};

const tn_command TN_COMMANDS[] = {
    {"venue_create", TC_VENUE_CREATE, &tn_command_tc_venue_create, &tn_type_tc_venue_result, TN_NONE, TN_NONE, 0},
    {"venue_update", TC_VENUE_UPDATE, &tn_command_tc_venue_update, &tn_type_tc_venue_result, TN_NONE, TN_NONE, 0},
    {"venue_delete", TC_VENUE_DELETE, &tn_command_tc_venue_delete, &tn_type_tc_venue_result, TN_NONE, TN_NONE, 0},
    {"map_create", TC_MAP_CREATE, &tn_command_tc_map_create, &tn_type_tc_map_result, TN_NONE, TN_NONE, 0},
    {"map_update", TC_MAP_UPDATE, &tn_command_tc_map_update, &tn_type_tc_map_result, TN_NONE, TN_NONE, 0},
    {"map_publish", TC_MAP_PUBLISH, &tn_command_tc_map_publish, &tn_type_tc_map_result, TN_NONE, TN_NONE, 0},
    {"map_delete", TC_MAP_DELETE, &tn_command_tc_map_delete, &tn_type_tc_map_result, TN_NONE, TN_NONE, 0},
    {"event_create", TC_EVENT_CREATE, &tn_command_tc_event_create, &tn_type_tc_event_result, TN_NONE, TN_NONE, 0},
    {"event_update", TC_EVENT_UPDATE, &tn_command_tc_event_update, &tn_type_tc_event_result, TN_NONE, TN_NONE, 0},
    {"event_delete", TC_EVENT_DELETE, &tn_command_tc_event_delete, &tn_type_tc_event_result, TN_NONE, TN_NONE, 0},
    {"ticket_type_create", TC_TICKET_TYPE_CREATE, &tn_command_tc_ticket_type_create, &tn_type_tc_ticket_type_result, TN_NONE, TN_NONE, 0},
    {"ticket_type_update", TC_TICKET_TYPE_UPDATE, &tn_command_tc_ticket_type_update, &tn_type_tc_ticket_type_result, TN_NONE, TN_NONE, 0},
    {"ticket_type_delete", TC_TICKET_TYPE_DELETE, &tn_command_tc_ticket_type_delete, &tn_type_tc_ticket_type_result, TN_NONE, TN_NONE, 0},
    {"hold_create", TC_HOLD_CREATE, &tn_command_tc_hold_create, &tn_type_tc_hold_create_result, offsetof(tc_hold_create_request, seats_count), 4, 0},
    {"hold_best", TC_HOLD_BEST, &tn_command_tc_hold_best, &tn_type_tc_hold_create_result, offsetof(tc_hold_best_request, quantity), 4, 0},
    {"hold_extend", TC_HOLD_EXTEND, &tn_command_tc_hold_extend, &tn_type_tc_hold_extend_result, TN_NONE, TN_NONE, 0},
    {"hold_release", TC_HOLD_RELEASE, &tn_command_tc_hold_release, &tn_type_tc_hold_release_result, TN_NONE, TN_NONE, 0},
    {"hold_expire", TC_HOLD_EXPIRE, &tn_command_tc_hold_expire, &tn_type_tc_hold_release_result, TN_NONE, TN_NONE, 0},
    {"hold_swap", TC_HOLD_SWAP, &tn_command_tc_hold_swap, &tn_type_tc_hold_create_result, offsetof(tc_hold_swap_request, seats_count), 4, 0},
    {"seat_block", TC_SEAT_BLOCK, &tn_command_tc_seat_block, &tn_type_tc_seat_block_result, offsetof(tc_seat_block_request, seats_count), 0, 0},
    {"seat_unblock", TC_SEAT_UNBLOCK, &tn_command_tc_seat_unblock, &tn_type_tc_seat_block_result, offsetof(tc_seat_block_request, seats_count), 0, 0},
    {"seat_channel", TC_SEAT_CHANNEL, &tn_command_tc_seat_channel, &tn_type_tc_seat_block_result, offsetof(tc_seat_channel_request, seats_count), 0, 0},
    {"pool_create", TC_POOL_CREATE, &tn_command_tc_pool_create, &tn_type_tc_pool_create_result, TN_NONE, TN_NONE, 0},
    {"pool_update", TC_POOL_UPDATE, &tn_command_tc_pool_update, &tn_type_tc_pool_update_result, TN_NONE, TN_NONE, 0},
    {"sweep", TC_SWEEP, &tn_command_tc_sweep, &tn_type_tc_sweep_result, TN_NONE, TN_NONE, 0},
    {"order_create", TC_ORDER_CREATE, &tn_command_tc_order_create, &tn_type_tc_order_create_result, TN_NONE, 8, TC_ORDER_TICKETS_MAX},
    {"order_cancel", TC_ORDER_CANCEL, &tn_command_tc_order_cancel, &tn_type_tc_order_result, TN_NONE, TN_NONE, 0},
    {"order_pay", TC_ORDER_PAY, &tn_command_tc_order_pay, &tn_type_tc_order_result, TN_NONE, TN_NONE, 0},
    {"order_settle", TC_ORDER_SETTLE, &tn_command_tc_order_settle, &tn_type_tc_order_result, TN_NONE, TN_NONE, 0},
    {"order_refund", TC_ORDER_REFUND, &tn_command_tc_order_refund, &tn_type_tc_order_result, TN_NONE, TN_NONE, 0},
    {"payment_lease", TC_PAYMENT_LEASE, &tn_command_tc_payment_lease, &tn_type_tc_payment_lease_result, offsetof(tc_payment_lease_request, max), 0, 0},
    {"payment_answer", TC_PAYMENT_ANSWER, &tn_command_tc_payment_answer, &tn_type_tc_payment_result, TN_NONE, TN_NONE, 0},
    {"payment_event", TC_PAYMENT_EVENT, &tn_command_tc_payment_event, &tn_type_tc_payment_result, TN_NONE, TN_NONE, 0},
    {"ticket_void", TC_TICKET_VOID, &tn_command_tc_ticket_void, &tn_type_tc_ticket_change_result, TN_NONE, TN_NONE, 0},
    {"ticket_reissue", TC_TICKET_REISSUE, &tn_command_tc_ticket_reissue, &tn_type_tc_ticket_change_result, TN_NONE, TN_NONE, 0},
    {"signing_key_rotate", TC_SIGNING_KEY_ROTATE, &tn_command_tc_signing_key_rotate, &tn_type_tc_signing_key_rotate_result, TN_NONE, TN_NONE, 0},
    {"checkin_scan", TC_CHECKIN_SCAN, &tn_command_tc_checkin_scan, &tn_type_tc_checkin_scan_result, TN_NONE, TN_NONE, 0},
    {"message_create", TC_MESSAGE_CREATE, &tn_command_tc_message_create, &tn_type_tc_message_create_result, TN_NONE, TN_NONE, 0},
    {"message_lease", TC_MESSAGE_LEASE, &tn_command_tc_message_lease, &tn_type_tc_message_lease_result, offsetof(tc_message_lease_request, max), 0, 0},
    {"message_answer", TC_MESSAGE_ANSWER, &tn_command_tc_message_answer, &tn_type_tc_message_change_result, TN_NONE, TN_NONE, 0},
    {"message_retry", TC_MESSAGE_RETRY, &tn_command_tc_message_retry, &tn_type_tc_message_change_result, TN_NONE, TN_NONE, 0},
    {"message_cancel", TC_MESSAGE_CANCEL, &tn_command_tc_message_cancel, &tn_type_tc_message_change_result, TN_NONE, TN_NONE, 0},
    {"template_put", TC_TEMPLATE_PUT, &tn_command_tc_template_put, &tn_type_tc_template_put_result, TN_NONE, TN_NONE, 0},
    {"template_delete", TC_TEMPLATE_DELETE, &tn_command_tc_template_delete, NULL, TN_NONE, TN_NONE, 0},
    {"consumer_set", TC_CONSUMER_SET, &tn_command_tc_consumer_set, &tn_type_tc_consumer_set_result, TN_NONE, TN_NONE, 0},
    {"consumer_delete", TC_CONSUMER_DELETE, &tn_command_tc_consumer_delete, NULL, TN_NONE, TN_NONE, 0},
    {"feed_prune", TC_FEED_PRUNE, &tn_command_tc_feed_prune, &tn_type_tc_feed_prune_result, TN_NONE, TN_NONE, 0},
};
const size_t TN_COMMANDS_COUNT = sizeof TN_COMMANDS / sizeof *TN_COMMANDS;

#include <string.h>

typedef struct in_availability_get {
    uint64_t event;
} in_availability_get;
static const tn_field fields_in_availability_get[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_availability_get, event), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_availability_get = {"availability_get", NULL, fields_in_availability_get, sizeof(in_availability_get), 1, TN_NONE};

static int32_t read_availability_get(tn_call *call) {
    in_availability_get in;
    if (!tn_encode(&type_in_availability_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_availability availability = TC_AVAILABILITY_INIT;
    int32_t code;
    code = tc_availability_get(call->snapshot, in.event, &availability, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_availability, &availability, call->out);
    return TC_OK;
}

typedef struct in_availability_counts {
    uint64_t event;
    uint32_t by;
} in_availability_counts;
static const tn_field fields_in_availability_counts[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_availability_counts, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"by", TN_ENUM, TN_REQUIRED, offsetof(in_availability_counts, by), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_availability_counts = {"availability_counts", NULL, fields_in_availability_counts, sizeof(in_availability_counts), 2, TN_NONE};

static int32_t read_availability_counts(tn_call *call) {
    in_availability_counts in;
    if (!tn_encode(&type_in_availability_counts, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_availability_count *counts;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        counts = tn_call_room(call, &tn_type_tc_availability_count, room);
        if (!counts) return TC_E_NOMEM;
        code = tc_availability_counts(call->snapshot, in.event, in.by, counts, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_availability_count, counts, count, call->out);
    return TC_OK;
}

typedef struct in_availability_map {
    uint64_t event;
} in_availability_map;
static const tn_field fields_in_availability_map[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_availability_map, event), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_availability_map = {"availability_map", NULL, fields_in_availability_map, sizeof(in_availability_map), 1, TN_NONE};
typedef struct out_availability_map_inventory_version {
    uint64_t inventory_version;
} out_availability_map_inventory_version;
static const tn_field field_availability_map_inventory_version =
    {"inventoryVersion", TN_U64, 0, offsetof(out_availability_map_inventory_version, inventory_version), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_availability_map(tn_call *call) {
    in_availability_map in;
    if (!tn_encode(&type_in_availability_map, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint8_t *bits;
    size_t room = 4096;
    size_t length = 0;
    uint64_t inventory_version = 0;
    int32_t code;
    for (;;) {
        bits = tn_arena_take(&call->arena, room, 1);
        if (!bits) return TC_E_NOMEM;
        code = tc_availability_map(call->snapshot, in.event, bits, room, &length, &inventory_version, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)bits, length, call->out);
    tn_decode_field(&field_availability_map_inventory_version, &inventory_version, call->out);
    return TC_OK;
}

typedef struct in_availability_seats {
    uint64_t event;
    uint32_t first;
} in_availability_seats;
static const tn_field fields_in_availability_seats[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_availability_seats, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"first", TN_U32, TN_REQUIRED, offsetof(in_availability_seats, first), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_availability_seats = {"availability_seats", NULL, fields_in_availability_seats, sizeof(in_availability_seats), 2, TN_NONE};
typedef struct out_availability_seats_inventory_version {
    uint64_t inventory_version;
} out_availability_seats_inventory_version;
static const tn_field field_availability_seats_inventory_version =
    {"inventoryVersion", TN_U64, 0, offsetof(out_availability_seats_inventory_version, inventory_version), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_availability_seats(tn_call *call) {
    in_availability_seats in;
    if (!tn_encode(&type_in_availability_seats, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_seat_status *seats;
    uint32_t count = 0;
    uint32_t room = 32;
    uint64_t inventory_version = 0;
    int32_t code;
    for (;;) {
        seats = tn_call_room(call, &tn_type_tc_seat_status, room);
        if (!seats) return TC_E_NOMEM;
        code = tc_availability_seats(call->snapshot, in.event, in.first, seats, room, &count, &inventory_version, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_seat_status, seats, count, call->out);
    tn_decode_field(&field_availability_seats_inventory_version, &inventory_version, call->out);
    return TC_OK;
}

typedef struct in_availability_since {
    uint64_t event;
    uint64_t since;
} in_availability_since;
static const tn_field fields_in_availability_since[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_availability_since, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"since", TN_U64, TN_REQUIRED, offsetof(in_availability_since, since), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_availability_since = {"availability_since", NULL, fields_in_availability_since, sizeof(in_availability_since), 2, TN_NONE};
typedef struct out_availability_since_inventory_version {
    uint64_t inventory_version;
} out_availability_since_inventory_version;
static const tn_field field_availability_since_inventory_version =
    {"inventoryVersion", TN_U64, 0, offsetof(out_availability_since_inventory_version, inventory_version), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_availability_since(tn_call *call) {
    in_availability_since in;
    if (!tn_encode(&type_in_availability_since, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_seat_change *changes;
    uint32_t count = 0;
    uint32_t room = 32;
    uint64_t inventory_version = 0;
    int32_t code;
    for (;;) {
        changes = tn_call_room(call, &tn_type_tc_seat_change, room);
        if (!changes) return TC_E_NOMEM;
        code = tc_availability_since(call->snapshot, in.event, in.since, changes, room, &count, &inventory_version, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_seat_change, changes, count, call->out);
    tn_decode_field(&field_availability_since_inventory_version, &inventory_version, call->out);
    return TC_OK;
}

typedef struct in_version {
    uint32_t nothing;
} in_version;
static const tn_field fields_in_version[] = {
    {0}
};
static const tn_type type_in_version = {"version", NULL, fields_in_version, sizeof(in_version), 0, TN_NONE};

static int32_t read_version(tn_call *call) {
    in_version in;
    if (!tn_encode(&type_in_version, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_version();
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_request_id_new {
    uint32_t nothing;
} in_request_id_new;
static const tn_field fields_in_request_id_new[] = {
    {0}
};
static const tn_type type_in_request_id_new = {"request_id_new", NULL, fields_in_request_id_new, sizeof(in_request_id_new), 0, TN_NONE};
typedef struct out_request_id_new_id {
    tc_request_id id;
} out_request_id_new_id;
static const tn_field field_request_id_new_id =
    {"id", TN_REQUEST_ID, 0, offsetof(out_request_id_new_id, id), 16, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_request_id_new(tn_call *call) {
    in_request_id_new in;
    if (!tn_encode(&type_in_request_id_new, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_request_id id = {0};
    int32_t code;
    code = tc_request_id_new(&id);
    if (code < 0) return code;
    tn_decode_field(&field_request_id_new_id, &id, call->out);
    return TC_OK;
}

typedef struct in_verify {
    uint32_t nothing;
} in_verify;
static const tn_field fields_in_verify[] = {
    {0}
};
static const tn_type type_in_verify = {"verify", NULL, fields_in_verify, sizeof(in_verify), 0, TN_NONE};

static int32_t read_verify(tn_call *call) {
    in_verify in;
    if (!tn_encode(&type_in_verify, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    uint32_t room = 100;
    report.faults_capacity = room;
    report.faults = tn_call_room(call, &tn_type_tc_fault, room);
    if (!report.faults) return TC_E_NOMEM;
    int32_t code;
    code = tc_verify(call->snapshot, &report, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_verify_report, &report, call->out);
    return TC_OK;
}

typedef struct in_backup {
    const char *path;
    uint32_t flags;
} in_backup;
static const tn_field fields_in_backup[] = {
    {"path", TN_TEXT, TN_REQUIRED, offsetof(in_backup, path), 0, TN_NONE, TN_NONE, 0, NULL},
    {"flags", TN_FLAGS, 0, offsetof(in_backup, flags), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_backup = {"backup", NULL, fields_in_backup, sizeof(in_backup), 2, TN_NONE};

static int32_t read_backup(tn_call *call) {
    in_backup in;
    if (!tn_encode(&type_in_backup, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    int32_t code;
    code = tc_backup(call->engine, in.path, in.flags, &call->error);
    if (code < 0) return code;
    return TC_OK;
}

typedef struct in_dump {
    int fd;
} in_dump;
static const tn_field fields_in_dump[] = {
    {"fd", TN_I32, TN_REQUIRED, offsetof(in_dump, fd), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_dump = {"dump", NULL, fields_in_dump, sizeof(in_dump), 1, TN_NONE};
typedef struct out_dump_records {
    uint64_t records;
} out_dump_records;
static const tn_field field_dump_records =
    {"records", TN_U64, 0, offsetof(out_dump_records, records), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_dump(tn_call *call) {
    in_dump in;
    if (!tn_encode(&type_in_dump, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint64_t records = 0;
    int32_t code;
    code = tc_dump(call->snapshot, in.fd, &records, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_dump_records, &records, call->out);
    return TC_OK;
}

typedef struct in_load {
    const char *path;
    int fd;
} in_load;
static const tn_field fields_in_load[] = {
    {"path", TN_TEXT, TN_REQUIRED, offsetof(in_load, path), 0, TN_NONE, TN_NONE, 0, NULL},
    {"fd", TN_I32, TN_REQUIRED, offsetof(in_load, fd), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_load = {"load", NULL, fields_in_load, sizeof(in_load), 2, TN_NONE};
typedef struct out_load_records {
    uint64_t records;
} out_load_records;
static const tn_field field_load_records =
    {"records", TN_U64, 0, offsetof(out_load_records, records), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_load(tn_call *call) {
    in_load in;
    if (!tn_encode(&type_in_load, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint64_t records = 0;
    int32_t code;
    code = tc_load(in.path, in.fd, &records, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_load_records, &records, call->out);
    return TC_OK;
}

typedef struct in_scan_answer_name {
    uint32_t answer;
} in_scan_answer_name;
static const tn_field fields_in_scan_answer_name[] = {
    {"answer", TN_U32, TN_REQUIRED, offsetof(in_scan_answer_name, answer), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_scan_answer_name = {"scan_answer_name", NULL, fields_in_scan_answer_name, sizeof(in_scan_answer_name), 1, TN_NONE};

static int32_t read_scan_answer_name(tn_call *call) {
    in_scan_answer_name in;
    if (!tn_encode(&type_in_scan_answer_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_scan_answer_name(in.answer);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_scan_answer_sentence {
    uint32_t answer;
} in_scan_answer_sentence;
static const tn_field fields_in_scan_answer_sentence[] = {
    {"answer", TN_U32, TN_REQUIRED, offsetof(in_scan_answer_sentence, answer), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_scan_answer_sentence = {"scan_answer_sentence", NULL, fields_in_scan_answer_sentence, sizeof(in_scan_answer_sentence), 1, TN_NONE};

static int32_t read_scan_answer_sentence(tn_call *call) {
    in_scan_answer_sentence in;
    if (!tn_encode(&type_in_scan_answer_sentence, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_scan_answer_sentence(in.answer);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_checkin_list {
    uint64_t event;
    uint64_t after;
    uint32_t limit;
} in_checkin_list;
static const tn_field fields_in_checkin_list[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_checkin_list, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"after", TN_U64, TN_REQUIRED, offsetof(in_checkin_list, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, TN_REQUIRED, offsetof(in_checkin_list, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_checkin_list = {"checkin_list", NULL, fields_in_checkin_list, sizeof(in_checkin_list), 3, TN_NONE};

static int32_t read_checkin_list(tn_call *call) {
    in_checkin_list in;
    if (!tn_encode(&type_in_checkin_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_scan_entry *entries;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        entries = tn_call_room(call, &tn_type_tc_scan_entry, room);
        if (!entries) return TC_E_NOMEM;
        code = tc_checkin_list(call->snapshot, in.event, in.after, entries, room, &count, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_scan_entry, entries, count, call->out);
    return TC_OK;
}

typedef struct in_engine_clock {
    uint32_t nothing;
} in_engine_clock;
static const tn_field fields_in_engine_clock[] = {
    {0}
};
static const tn_type type_in_engine_clock = {"engine_clock", NULL, fields_in_engine_clock, sizeof(in_engine_clock), 0, TN_NONE};
typedef struct out_engine_clock_now_ms {
    int64_t now_ms;
} out_engine_clock_now_ms;
static const tn_field field_engine_clock_now_ms =
    {"now", TN_TIME, 0, offsetof(out_engine_clock_now_ms, now_ms), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_engine_clock(tn_call *call) {
    in_engine_clock in;
    if (!tn_encode(&type_in_engine_clock, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    int64_t now_ms = 0;
    int32_t code;
    code = tc_engine_clock(call->engine, &now_ms, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_engine_clock_now_ms, &now_ms, call->out);
    return TC_OK;
}

typedef struct in_engine_set_clock {
    int64_t now_ms;
} in_engine_set_clock;
static const tn_field fields_in_engine_set_clock[] = {
    {"now", TN_TIME, TN_REQUIRED, offsetof(in_engine_set_clock, now_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_engine_set_clock = {"engine_set_clock", NULL, fields_in_engine_set_clock, sizeof(in_engine_set_clock), 1, TN_NONE};

static int32_t read_engine_set_clock(tn_call *call) {
    in_engine_set_clock in;
    if (!tn_encode(&type_in_engine_set_clock, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    int32_t code;
    code = tc_engine_set_clock(call->engine, in.now_ms, &call->error);
    if (code < 0) return code;
    return TC_OK;
}

typedef struct in_engine_stat_get {
    uint32_t nothing;
} in_engine_stat_get;
static const tn_field fields_in_engine_stat_get[] = {
    {0}
};
static const tn_type type_in_engine_stat_get = {"engine_stat_get", NULL, fields_in_engine_stat_get, sizeof(in_engine_stat_get), 0, TN_NONE};

static int32_t read_engine_stat_get(tn_call *call) {
    in_engine_stat_get in;
    if (!tn_encode(&type_in_engine_stat_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    int32_t code;
    code = tc_engine_stat_get(call->engine, &stat, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_engine_stat, &stat, call->out);
    return TC_OK;
}

typedef struct in_engine_metrics {
    uint32_t nothing;
} in_engine_metrics;
static const tn_field fields_in_engine_metrics[] = {
    {0}
};
static const tn_type type_in_engine_metrics = {"engine_metrics", NULL, fields_in_engine_metrics, sizeof(in_engine_metrics), 0, TN_NONE};

static int32_t read_engine_metrics(tn_call *call) {
    in_engine_metrics in;
    if (!tn_encode(&type_in_engine_metrics, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_engine_metrics(call->engine, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_error_class {
    int32_t code;
} in_error_class;
static const tn_field fields_in_error_class[] = {
    {"code", TN_I32, TN_REQUIRED, offsetof(in_error_class, code), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_error_class = {"error_class", NULL, fields_in_error_class, sizeof(in_error_class), 1, TN_NONE};

static int32_t read_error_class(tn_call *call) {
    in_error_class in;
    if (!tn_encode(&type_in_error_class, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    int32_t value = tc_error_class(in.code);
    tn_put(call->out, &value, sizeof value);
    return TC_OK;
}

typedef struct in_error_name {
    int32_t code;
} in_error_name;
static const tn_field fields_in_error_name[] = {
    {"code", TN_I32, TN_REQUIRED, offsetof(in_error_name, code), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_error_name = {"error_name", NULL, fields_in_error_name, sizeof(in_error_name), 1, TN_NONE};

static int32_t read_error_name(tn_call *call) {
    in_error_name in;
    if (!tn_encode(&type_in_error_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_error_name(in.code);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_error_sentence {
    int32_t code;
} in_error_sentence;
static const tn_field fields_in_error_sentence[] = {
    {"code", TN_I32, TN_REQUIRED, offsetof(in_error_sentence, code), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_error_sentence = {"error_sentence", NULL, fields_in_error_sentence, sizeof(in_error_sentence), 1, TN_NONE};

static int32_t read_error_sentence(tn_call *call) {
    in_error_sentence in;
    if (!tn_encode(&type_in_error_sentence, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_error_sentence(in.code);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_event_get {
    uint64_t event;
} in_event_get;
static const tn_field fields_in_event_get[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_event_get, event), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_event_get = {"event_get", NULL, fields_in_event_get, sizeof(in_event_get), 1, TN_NONE};

static int32_t read_event_get(tn_call *call) {
    in_event_get in;
    if (!tn_encode(&type_in_event_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_event_view view = TC_EVENT_VIEW_INIT;
    int32_t code;
    code = tc_event_get(call->snapshot, in.event, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_event_view, &view, call->out);
    return TC_OK;
}


static int32_t read_event_list(tn_call *call) {
    tc_event_list_request in;
    if (!tn_encode(&tn_type_tc_event_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.events_capacity = room;
    result.events = tn_call_room(call, &tn_type_tc_event_view, room);
    if (!result.events) return TC_E_NOMEM;
    int32_t code;
    code = tc_event_list(call->snapshot, &in, &result, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_event_list_result, &result, call->out);
    return TC_OK;
}

typedef struct in_event_svg {
    uint64_t event;
} in_event_svg;
static const tn_field fields_in_event_svg[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_event_svg, event), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_event_svg = {"event_svg", NULL, fields_in_event_svg, sizeof(in_event_svg), 1, TN_NONE};

static int32_t read_event_svg(tn_call *call) {
    in_event_svg in;
    if (!tn_encode(&type_in_event_svg, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_event_svg(call->snapshot, in.event, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_event_seat_find {
    uint64_t event;
    const char *name;
} in_event_seat_find;
static const tn_field fields_in_event_seat_find[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_event_seat_find, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, TN_REQUIRED, offsetof(in_event_seat_find, name), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_event_seat_find = {"event_seat_find", NULL, fields_in_event_seat_find, sizeof(in_event_seat_find), 2, TN_NONE};
typedef struct out_event_seat_find_seat {
    uint32_t seat;
} out_event_seat_find_seat;
static const tn_field field_event_seat_find_seat =
    {"seat", TN_U32, 0, offsetof(out_event_seat_find_seat, seat), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_event_seat_find(tn_call *call) {
    in_event_seat_find in;
    if (!tn_encode(&type_in_event_seat_find, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint32_t seat = 0;
    int32_t code;
    code = tc_event_seat_find(call->snapshot, in.event, in.name, &seat, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_event_seat_find_seat, &seat, call->out);
    return TC_OK;
}

typedef struct in_feed_read {
    tc_feed_cursor cursor;
    uint32_t limit;
} in_feed_read;
static const tn_field fields_in_feed_read[] = {
    {"cursor", TN_U64, TN_REQUIRED, offsetof(in_feed_read, cursor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, TN_REQUIRED, offsetof(in_feed_read, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_feed_read = {"feed_read", NULL, fields_in_feed_read, sizeof(in_feed_read), 2, TN_NONE};
typedef struct out_feed_read_next {
    tc_feed_cursor next;
} out_feed_read_next;
static const tn_field field_feed_read_next =
    {"next", TN_U64, 0, offsetof(out_feed_read_next, next), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_feed_read(tn_call *call) {
    in_feed_read in;
    if (!tn_encode(&type_in_feed_read, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_feed_event *events;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    tc_feed_cursor next = {0};
    int32_t code;
    for (;;) {
        events = tn_call_room(call, &tn_type_tc_feed_event, room);
        if (!events) return TC_E_NOMEM;
        code = tc_feed_read(call->snapshot, (tc_feed_cursor){in.cursor.position}, events, room, &count, &next, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_feed_event, events, count, call->out);
    tn_decode_field(&field_feed_read_next, &next, call->out);
    return TC_OK;
}

typedef struct in_feed_ends {
    uint32_t nothing;
} in_feed_ends;
static const tn_field fields_in_feed_ends[] = {
    {0}
};
static const tn_type type_in_feed_ends = {"feed_ends", NULL, fields_in_feed_ends, sizeof(in_feed_ends), 0, TN_NONE};
typedef struct out_feed_ends_oldest {
    tc_feed_cursor oldest;
} out_feed_ends_oldest;
static const tn_field field_feed_ends_oldest =
    {"oldest", TN_U64, 0, offsetof(out_feed_ends_oldest, oldest), 0, TN_NONE, TN_NONE, 0, NULL};
typedef struct out_feed_ends_end {
    tc_feed_cursor end;
} out_feed_ends_end;
static const tn_field field_feed_ends_end =
    {"end", TN_U64, 0, offsetof(out_feed_ends_end, end), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_feed_ends(tn_call *call) {
    in_feed_ends in;
    if (!tn_encode(&type_in_feed_ends, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_feed_cursor oldest = {0};
    tc_feed_cursor end = {0};
    int32_t code;
    code = tc_feed_ends(call->snapshot, &oldest, &end, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_feed_ends_oldest, &oldest, call->out);
    tn_decode_field(&field_feed_ends_end, &end, call->out);
    return TC_OK;
}

typedef struct in_feed_cursor_at {
    uint64_t sequence;
} in_feed_cursor_at;
static const tn_field fields_in_feed_cursor_at[] = {
    {"sequence", TN_U64, TN_REQUIRED, offsetof(in_feed_cursor_at, sequence), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_feed_cursor_at = {"feed_cursor_at", NULL, fields_in_feed_cursor_at, sizeof(in_feed_cursor_at), 1, TN_NONE};

static int32_t read_feed_cursor_at(tn_call *call) {
    in_feed_cursor_at in;
    if (!tn_encode(&type_in_feed_cursor_at, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint64_t value = tc_feed_cursor_at(in.sequence).position;
    tn_put(call->out, &value, sizeof value);
    return TC_OK;
}

typedef struct in_feed_cursor_sequence {
    tc_feed_cursor cursor;
} in_feed_cursor_sequence;
static const tn_field fields_in_feed_cursor_sequence[] = {
    {"cursor", TN_U64, TN_REQUIRED, offsetof(in_feed_cursor_sequence, cursor), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_feed_cursor_sequence = {"feed_cursor_sequence", NULL, fields_in_feed_cursor_sequence, sizeof(in_feed_cursor_sequence), 1, TN_NONE};

static int32_t read_feed_cursor_sequence(tn_call *call) {
    in_feed_cursor_sequence in;
    if (!tn_encode(&type_in_feed_cursor_sequence, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint64_t value = tc_feed_cursor_sequence((tc_feed_cursor){in.cursor.position});
    tn_put(call->out, &value, sizeof value);
    return TC_OK;
}

typedef struct in_feed_wait {
    tc_feed_cursor cursor;
    int64_t timeout_ms;
} in_feed_wait;
static const tn_field fields_in_feed_wait[] = {
    {"cursor", TN_U64, TN_REQUIRED, offsetof(in_feed_wait, cursor), 0, TN_NONE, TN_NONE, 0, NULL},
    {"timeoutMs", TN_DURATION, TN_WIDE | TN_ZERO | TN_REQUIRED, offsetof(in_feed_wait, timeout_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_feed_wait = {"feed_wait", NULL, fields_in_feed_wait, sizeof(in_feed_wait), 2, TN_NONE};

static int32_t read_feed_wait(tn_call *call) {
    in_feed_wait in;
    if (!tn_encode(&type_in_feed_wait, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    int32_t code;
    code = tc_feed_wait(call->engine, (tc_feed_cursor){in.cursor.position}, in.timeout_ms, &call->error);
    if (code < 0) return code;
    tn_put_u32(call->out, code > 0);
    return TC_OK;
}

typedef struct in_feed_type_name {
    uint32_t type;
} in_feed_type_name;
static const tn_field fields_in_feed_type_name[] = {
    {"type", TN_U32, TN_REQUIRED, offsetof(in_feed_type_name, type), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_feed_type_name = {"feed_type_name", NULL, fields_in_feed_type_name, sizeof(in_feed_type_name), 1, TN_NONE};

static int32_t read_feed_type_name(tn_call *call) {
    in_feed_type_name in;
    if (!tn_encode(&type_in_feed_type_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_feed_type_name(in.type);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}


static int32_t read_feed_event_json(tn_call *call) {
    tc_feed_event in;
    if (!tn_encode(&tn_type_tc_feed_event, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_feed_event_json(&in, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_consumer_get {
    const char *name;
} in_consumer_get;
static const tn_field fields_in_consumer_get[] = {
    {"name", TN_TEXT, TN_REQUIRED, offsetof(in_consumer_get, name), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_consumer_get = {"consumer_get", NULL, fields_in_consumer_get, sizeof(in_consumer_get), 1, TN_NONE};

static int32_t read_consumer_get(tn_call *call) {
    in_consumer_get in;
    if (!tn_encode(&type_in_consumer_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_consumer out = {0};
    int32_t code;
    code = tc_consumer_get(call->snapshot, in.name, &out, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_consumer, &out, call->out);
    return TC_OK;
}

typedef struct in_consumer_list {
    uint32_t nothing;
} in_consumer_list;
static const tn_field fields_in_consumer_list[] = {
    {0}
};
static const tn_type type_in_consumer_list = {"consumer_list", NULL, fields_in_consumer_list, sizeof(in_consumer_list), 0, TN_NONE};

static int32_t read_consumer_list(tn_call *call) {
    in_consumer_list in;
    if (!tn_encode(&type_in_consumer_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_consumer *list;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        list = tn_call_room(call, &tn_type_tc_consumer, room);
        if (!list) return TC_E_NOMEM;
        code = tc_consumer_list(call->snapshot, list, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_consumer, list, count, call->out);
    return TC_OK;
}

typedef struct in_hold_get {
    uint64_t hold;
    const tc_secret *secret;
} in_hold_get;
static const tn_field fields_in_hold_get[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(in_hold_get, hold), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET_POINTER, TN_REQUIRED, offsetof(in_hold_get, secret), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_hold_get = {"hold_get", NULL, fields_in_hold_get, sizeof(in_hold_get), 2, TN_NONE};

static int32_t read_hold_get(tn_call *call) {
    in_hold_get in;
    if (!tn_encode(&type_in_hold_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    int32_t code;
    code = tc_hold_get(call->snapshot, in.hold, in.secret, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_hold_view, &view, call->out);
    return TC_OK;
}

typedef struct in_hold_peek {
    uint64_t hold;
} in_hold_peek;
static const tn_field fields_in_hold_peek[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(in_hold_peek, hold), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_hold_peek = {"hold_peek", NULL, fields_in_hold_peek, sizeof(in_hold_peek), 1, TN_NONE};

static int32_t read_hold_peek(tn_call *call) {
    in_hold_peek in;
    if (!tn_encode(&type_in_hold_peek, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    int32_t code;
    code = tc_hold_peek(call->snapshot, in.hold, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_hold_view, &view, call->out);
    return TC_OK;
}

typedef struct in_hold_seats {
    uint64_t hold;
} in_hold_seats;
static const tn_field fields_in_hold_seats[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(in_hold_seats, hold), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_hold_seats = {"hold_seats", NULL, fields_in_hold_seats, sizeof(in_hold_seats), 1, TN_NONE};

static int32_t read_hold_seats(tn_call *call) {
    in_hold_seats in;
    if (!tn_encode(&type_in_hold_seats, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_hold_seat *seats;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        seats = tn_call_room(call, &tn_type_tc_hold_seat, room);
        if (!seats) return TC_E_NOMEM;
        code = tc_hold_seats(call->snapshot, in.hold, seats, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_hold_seat, seats, count, call->out);
    return TC_OK;
}

typedef struct in_hold_pools {
    uint64_t hold;
} in_hold_pools;
static const tn_field fields_in_hold_pools[] = {
    {"hold", TN_U64, TN_REQUIRED, offsetof(in_hold_pools, hold), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_hold_pools = {"hold_pools", NULL, fields_in_hold_pools, sizeof(in_hold_pools), 1, TN_NONE};

static int32_t read_hold_pools(tn_call *call) {
    in_hold_pools in;
    if (!tn_encode(&type_in_hold_pools, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_hold_pool *pools;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        pools = tn_call_room(call, &tn_type_tc_hold_pool, room);
        if (!pools) return TC_E_NOMEM;
        code = tc_hold_pools(call->snapshot, in.hold, pools, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_hold_pool, pools, count, call->out);
    return TC_OK;
}

typedef struct in_ledger_balances {
    uint32_t nothing;
} in_ledger_balances;
static const tn_field fields_in_ledger_balances[] = {
    {0}
};
static const tn_type type_in_ledger_balances = {"ledger_balances", NULL, fields_in_ledger_balances, sizeof(in_ledger_balances), 0, TN_NONE};

static int32_t read_ledger_balances(tn_call *call) {
    in_ledger_balances in;
    if (!tn_encode(&type_in_ledger_balances, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ledger_balance *balances;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        balances = tn_call_room(call, &tn_type_tc_ledger_balance, room);
        if (!balances) return TC_E_NOMEM;
        code = tc_ledger_balances(call->snapshot, balances, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_ledger_balance, balances, count, call->out);
    return TC_OK;
}

typedef struct in_ledger_entries {
    uint64_t order;
} in_ledger_entries;
static const tn_field fields_in_ledger_entries[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(in_ledger_entries, order), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ledger_entries = {"ledger_entries", NULL, fields_in_ledger_entries, sizeof(in_ledger_entries), 1, TN_NONE};

static int32_t read_ledger_entries(tn_call *call) {
    in_ledger_entries in;
    if (!tn_encode(&type_in_ledger_entries, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ledger_entry *entries;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        entries = tn_call_room(call, &tn_type_tc_ledger_entry, room);
        if (!entries) return TC_E_NOMEM;
        code = tc_ledger_entries(call->snapshot, in.order, entries, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_ledger_entry, entries, count, call->out);
    return TC_OK;
}

typedef struct in_ledger_journal {
    uint64_t after;
    uint32_t limit;
} in_ledger_journal;
static const tn_field fields_in_ledger_journal[] = {
    {"after", TN_U64, TN_REQUIRED, offsetof(in_ledger_journal, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, TN_REQUIRED, offsetof(in_ledger_journal, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ledger_journal = {"ledger_journal", NULL, fields_in_ledger_journal, sizeof(in_ledger_journal), 2, TN_NONE};

static int32_t read_ledger_journal(tn_call *call) {
    in_ledger_journal in;
    if (!tn_encode(&type_in_ledger_journal, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ledger_entry *entries;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        entries = tn_call_room(call, &tn_type_tc_ledger_entry, room);
        if (!entries) return TC_E_NOMEM;
        code = tc_ledger_journal(call->snapshot, in.after, entries, room, &count, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_ledger_entry, entries, count, call->out);
    return TC_OK;
}

typedef struct in_account_name {
    uint32_t account;
} in_account_name;
static const tn_field fields_in_account_name[] = {
    {"account", TN_U32, TN_REQUIRED, offsetof(in_account_name, account), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_account_name = {"account_name", NULL, fields_in_account_name, sizeof(in_account_name), 1, TN_NONE};

static int32_t read_account_name(tn_call *call) {
    in_account_name in;
    if (!tn_encode(&type_in_account_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_account_name(in.account);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_posting_reason_name {
    uint32_t reason;
} in_posting_reason_name;
static const tn_field fields_in_posting_reason_name[] = {
    {"reason", TN_U32, TN_REQUIRED, offsetof(in_posting_reason_name, reason), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_posting_reason_name = {"posting_reason_name", NULL, fields_in_posting_reason_name, sizeof(in_posting_reason_name), 1, TN_NONE};

static int32_t read_posting_reason_name(tn_call *call) {
    in_posting_reason_name in;
    if (!tn_encode(&type_in_posting_reason_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_posting_reason_name(in.reason);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_map_validate {
    const void *text;
    size_t text_length;
    uint32_t form;
} in_map_validate;
static const tn_field fields_in_map_validate[] = {
    {"text", TN_BLOB, TN_WIDE | TN_REQUIRED, offsetof(in_map_validate, text), 0, offsetof(in_map_validate, text_length), TN_NONE, 0, NULL},
    {"form", TN_ENUM, TN_REQUIRED, offsetof(in_map_validate, form), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_validate = {"map_validate", NULL, fields_in_map_validate, sizeof(in_map_validate), 2, TN_NONE};

static int32_t read_map_validate(tn_call *call) {
    in_map_validate in;
    if (!tn_encode(&type_in_map_validate, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_report report = TC_MAP_REPORT_INIT;
    int32_t code;
    code = tc_map_validate(in.text, in.text_length, in.form, &report, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_map_report, &report, call->out);
    return TC_OK;
}

typedef struct in_map_get {
    uint64_t map;
    uint32_t map_version;
} in_map_get;
static const tn_field fields_in_map_get[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_get, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_get, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_get = {"map_get", NULL, fields_in_map_get, sizeof(in_map_get), 2, TN_NONE};

static int32_t read_map_get(tn_call *call) {
    in_map_get in;
    if (!tn_encode(&type_in_map_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_view view = TC_MAP_VIEW_INIT;
    int32_t code;
    code = tc_map_get(call->snapshot, in.map, in.map_version, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_map_view, &view, call->out);
    return TC_OK;
}


static int32_t read_map_list(tn_call *call) {
    tc_map_list_request in;
    if (!tn_encode(&tn_type_tc_map_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_list_result result = TC_MAP_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.maps_capacity = room;
    result.maps = tn_call_room(call, &tn_type_tc_map_view, room);
    if (!result.maps) return TC_E_NOMEM;
    int32_t code;
    code = tc_map_list(call->snapshot, &in, &result, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_map_list_result, &result, call->out);
    return TC_OK;
}

typedef struct in_map_export {
    uint64_t map;
    uint32_t map_version;
} in_map_export;
static const tn_field fields_in_map_export[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_export, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_export, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_export = {"map_export", NULL, fields_in_map_export, sizeof(in_map_export), 2, TN_NONE};

static int32_t read_map_export(tn_call *call) {
    in_map_export in;
    if (!tn_encode(&type_in_map_export, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_map_export(call->snapshot, in.map, in.map_version, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_map_svg {
    uint64_t map;
    uint32_t map_version;
} in_map_svg;
static const tn_field fields_in_map_svg[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_svg, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_svg, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_svg = {"map_svg", NULL, fields_in_map_svg, sizeof(in_map_svg), 2, TN_NONE};

static int32_t read_map_svg(tn_call *call) {
    in_map_svg in;
    if (!tn_encode(&type_in_map_svg, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_map_svg(call->snapshot, in.map, in.map_version, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_map_category_list {
    uint64_t map;
    uint32_t map_version;
} in_map_category_list;
static const tn_field fields_in_map_category_list[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_category_list, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_category_list, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_category_list = {"map_category_list", NULL, fields_in_map_category_list, sizeof(in_map_category_list), 2, TN_NONE};

static int32_t read_map_category_list(tn_call *call) {
    in_map_category_list in;
    if (!tn_encode(&type_in_map_category_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_category *categories;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        categories = tn_call_room(call, &tn_type_tc_map_category, room);
        if (!categories) return TC_E_NOMEM;
        code = tc_map_category_list(call->snapshot, in.map, in.map_version, categories, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_map_category, categories, count, call->out);
    return TC_OK;
}

typedef struct in_map_section_list {
    uint64_t map;
    uint32_t map_version;
} in_map_section_list;
static const tn_field fields_in_map_section_list[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_section_list, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_section_list, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_section_list = {"map_section_list", NULL, fields_in_map_section_list, sizeof(in_map_section_list), 2, TN_NONE};

static int32_t read_map_section_list(tn_call *call) {
    in_map_section_list in;
    if (!tn_encode(&type_in_map_section_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_section *sections;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        sections = tn_call_room(call, &tn_type_tc_map_section, room);
        if (!sections) return TC_E_NOMEM;
        code = tc_map_section_list(call->snapshot, in.map, in.map_version, sections, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_map_section, sections, count, call->out);
    return TC_OK;
}

typedef struct in_map_area_list {
    uint64_t map;
    uint32_t map_version;
} in_map_area_list;
static const tn_field fields_in_map_area_list[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_area_list, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_area_list, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_area_list = {"map_area_list", NULL, fields_in_map_area_list, sizeof(in_map_area_list), 2, TN_NONE};

static int32_t read_map_area_list(tn_call *call) {
    in_map_area_list in;
    if (!tn_encode(&type_in_map_area_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_area *areas;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        areas = tn_call_room(call, &tn_type_tc_map_area, room);
        if (!areas) return TC_E_NOMEM;
        code = tc_map_area_list(call->snapshot, in.map, in.map_version, areas, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_map_area, areas, count, call->out);
    return TC_OK;
}

typedef struct in_map_seat_list {
    uint64_t map;
    uint32_t map_version;
    uint32_t first;
    uint32_t limit;
} in_map_seat_list;
static const tn_field fields_in_map_seat_list[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_seat_list, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_seat_list, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"first", TN_U32, TN_REQUIRED, offsetof(in_map_seat_list, first), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, TN_REQUIRED, offsetof(in_map_seat_list, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_seat_list = {"map_seat_list", NULL, fields_in_map_seat_list, sizeof(in_map_seat_list), 4, TN_NONE};

static int32_t read_map_seat_list(tn_call *call) {
    in_map_seat_list in;
    if (!tn_encode(&type_in_map_seat_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_map_seat *seats;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        seats = tn_call_room(call, &tn_type_tc_map_seat, room);
        if (!seats) return TC_E_NOMEM;
        code = tc_map_seat_list(call->snapshot, in.map, in.map_version, in.first, seats, room, &count, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_map_seat, seats, count, call->out);
    return TC_OK;
}

typedef struct in_map_seat_find {
    uint64_t map;
    uint32_t map_version;
    const char *name;
} in_map_seat_find;
static const tn_field fields_in_map_seat_find[] = {
    {"map", TN_U64, TN_REQUIRED, offsetof(in_map_seat_find, map), 0, TN_NONE, TN_NONE, 0, NULL},
    {"mapVersion", TN_U32, TN_REQUIRED, offsetof(in_map_seat_find, map_version), 0, TN_NONE, TN_NONE, 0, NULL},
    {"name", TN_TEXT, TN_REQUIRED, offsetof(in_map_seat_find, name), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_map_seat_find = {"map_seat_find", NULL, fields_in_map_seat_find, sizeof(in_map_seat_find), 3, TN_NONE};
typedef struct out_map_seat_find_seat {
    uint32_t seat;
} out_map_seat_find_seat;
static const tn_field field_map_seat_find_seat =
    {"seat", TN_U32, 0, offsetof(out_map_seat_find_seat, seat), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_map_seat_find(tn_call *call) {
    in_map_seat_find in;
    if (!tn_encode(&type_in_map_seat_find, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    uint32_t seat = 0;
    int32_t code;
    code = tc_map_seat_find(call->snapshot, in.map, in.map_version, in.name, &seat, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_map_seat_find_seat, &seat, call->out);
    return TC_OK;
}

typedef struct in_order_get {
    uint64_t order;
    const tc_secret *secret;
} in_order_get;
static const tn_field fields_in_order_get[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(in_order_get, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET_POINTER, 0, offsetof(in_order_get, secret), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_order_get = {"order_get", NULL, fields_in_order_get, sizeof(in_order_get), 2, TN_NONE};

static int32_t read_order_get(tn_call *call) {
    in_order_get in;
    if (!tn_encode(&type_in_order_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_order out = TC_ORDER_INIT;
    int32_t code;
    code = tc_order_get(call->snapshot, in.order, in.secret, &out, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_order, &out, call->out);
    return TC_OK;
}

typedef struct in_order_lines {
    uint64_t order;
    const tc_secret *secret;
} in_order_lines;
static const tn_field fields_in_order_lines[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(in_order_lines, order), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET_POINTER, 0, offsetof(in_order_lines, secret), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_order_lines = {"order_lines", NULL, fields_in_order_lines, sizeof(in_order_lines), 2, TN_NONE};

static int32_t read_order_lines(tn_call *call) {
    in_order_lines in;
    if (!tn_encode(&type_in_order_lines, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_order_line *lines;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        lines = tn_call_room(call, &tn_type_tc_order_line, room);
        if (!lines) return TC_E_NOMEM;
        code = tc_order_lines(call->snapshot, in.order, in.secret, lines, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_order_line, lines, count, call->out);
    return TC_OK;
}

typedef struct in_order_contacts {
    uint64_t order;
} in_order_contacts;
static const tn_field fields_in_order_contacts[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(in_order_contacts, order), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_order_contacts = {"order_contacts", NULL, fields_in_order_contacts, sizeof(in_order_contacts), 1, TN_NONE};

static int32_t read_order_contacts(tn_call *call) {
    in_order_contacts in;
    if (!tn_encode(&type_in_order_contacts, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_contact *contacts;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        contacts = tn_call_room(call, &tn_type_tc_contact, room);
        if (!contacts) return TC_E_NOMEM;
        code = tc_order_contacts(call->snapshot, in.order, contacts, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_contact, contacts, count, call->out);
    return TC_OK;
}

typedef struct out_order_list_next {
    uint64_t next;
} out_order_list_next;
static const tn_field field_order_list_next =
    {"next", TN_U64, 0, offsetof(out_order_list_next, next), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_order_list(tn_call *call) {
    tc_order_list_request in;
    if (!tn_encode(&tn_type_tc_order_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_order *orders;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        orders = tn_call_room(call, &tn_type_tc_order, room);
        if (!orders) return TC_E_NOMEM;
        code = tc_order_list(call->snapshot, &in, orders, &count, &next, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_order, orders, count, call->out);
    tn_decode_field(&field_order_list_next, &next, call->out);
    return TC_OK;
}

typedef struct in_order_state_name {
    uint32_t state;
} in_order_state_name;
static const tn_field fields_in_order_state_name[] = {
    {"state", TN_U32, TN_REQUIRED, offsetof(in_order_state_name, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_order_state_name = {"order_state_name", NULL, fields_in_order_state_name, sizeof(in_order_state_name), 1, TN_NONE};

static int32_t read_order_state_name(tn_call *call) {
    in_order_state_name in;
    if (!tn_encode(&type_in_order_state_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_order_state_name(in.state);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_message_kind_name {
    uint32_t kind;
} in_message_kind_name;
static const tn_field fields_in_message_kind_name[] = {
    {"kind", TN_U32, TN_REQUIRED, offsetof(in_message_kind_name, kind), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_message_kind_name = {"message_kind_name", NULL, fields_in_message_kind_name, sizeof(in_message_kind_name), 1, TN_NONE};

static int32_t read_message_kind_name(tn_call *call) {
    in_message_kind_name in;
    if (!tn_encode(&type_in_message_kind_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_message_kind_name(in.kind);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_message_channel_name {
    uint32_t channel;
} in_message_channel_name;
static const tn_field fields_in_message_channel_name[] = {
    {"channel", TN_U32, TN_REQUIRED, offsetof(in_message_channel_name, channel), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_message_channel_name = {"message_channel_name", NULL, fields_in_message_channel_name, sizeof(in_message_channel_name), 1, TN_NONE};

static int32_t read_message_channel_name(tn_call *call) {
    in_message_channel_name in;
    if (!tn_encode(&type_in_message_channel_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_message_channel_name(in.channel);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_message_state_name {
    uint32_t state;
} in_message_state_name;
static const tn_field fields_in_message_state_name[] = {
    {"state", TN_U32, TN_REQUIRED, offsetof(in_message_state_name, state), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_message_state_name = {"message_state_name", NULL, fields_in_message_state_name, sizeof(in_message_state_name), 1, TN_NONE};

static int32_t read_message_state_name(tn_call *call) {
    in_message_state_name in;
    if (!tn_encode(&type_in_message_state_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_message_state_name(in.state);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_message_get {
    uint64_t message;
} in_message_get;
static const tn_field fields_in_message_get[] = {
    {"message", TN_U64, TN_REQUIRED, offsetof(in_message_get, message), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_message_get = {"message_get", NULL, fields_in_message_get, sizeof(in_message_get), 1, TN_NONE};

static int32_t read_message_get(tn_call *call) {
    in_message_get in;
    if (!tn_encode(&type_in_message_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_message out = TC_MESSAGE_INIT;
    int32_t code;
    code = tc_message_get(call->snapshot, in.message, &out, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_message, &out, call->out);
    return TC_OK;
}

typedef struct out_message_list_next {
    uint64_t next;
} out_message_list_next;
static const tn_field field_message_list_next =
    {"next", TN_U64, 0, offsetof(out_message_list_next, next), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_message_list(tn_call *call) {
    tc_message_list_request in;
    if (!tn_encode(&tn_type_tc_message_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_message *messages;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        messages = tn_call_room(call, &tn_type_tc_message, room);
        if (!messages) return TC_E_NOMEM;
        code = tc_message_list(call->snapshot, &in, messages, &count, &next, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_message, messages, count, call->out);
    tn_decode_field(&field_message_list_next, &next, call->out);
    return TC_OK;
}

typedef struct in_webhook_sign {
    const char *secret;
    const char *id;
    int64_t timestamp_s;
    const void *body;
    size_t body_length;
} in_webhook_sign;
static const tn_field fields_in_webhook_sign[] = {
    {"secret", TN_TEXT, TN_REQUIRED, offsetof(in_webhook_sign, secret), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_TEXT, TN_REQUIRED, offsetof(in_webhook_sign, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"timestampS", TN_I64, TN_REQUIRED, offsetof(in_webhook_sign, timestamp_s), 0, TN_NONE, TN_NONE, 0, NULL},
    {"body", TN_BLOB, TN_WIDE | TN_REQUIRED, offsetof(in_webhook_sign, body), 0, offsetof(in_webhook_sign, body_length), TN_NONE, 0, NULL},
};
static const tn_type type_in_webhook_sign = {"webhook_sign", NULL, fields_in_webhook_sign, sizeof(in_webhook_sign), 4, TN_NONE};

static int32_t read_webhook_sign(tn_call *call) {
    in_webhook_sign in;
    if (!tn_encode(&type_in_webhook_sign, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *signature;
    size_t room = TC_WEBHOOK_SIGNATURE_MAX;
    int32_t code;
    for (;;) {
        signature = tn_arena_take(&call->arena, room, 1);
        if (!signature) return TC_E_NOMEM;
        code = tc_webhook_sign(in.secret, in.id, in.timestamp_s, in.body, in.body_length, signature, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)signature, strlen(signature), call->out);
    return TC_OK;
}

typedef struct in_webhook_verify {
    const char *secret;
    const char *id;
    int64_t timestamp_s;
    const void *body;
    size_t body_length;
    const char *signatures;
    int64_t now_s;
} in_webhook_verify;
static const tn_field fields_in_webhook_verify[] = {
    {"secret", TN_TEXT, TN_REQUIRED, offsetof(in_webhook_verify, secret), 0, TN_NONE, TN_NONE, 0, NULL},
    {"id", TN_TEXT, TN_REQUIRED, offsetof(in_webhook_verify, id), 0, TN_NONE, TN_NONE, 0, NULL},
    {"timestampS", TN_I64, TN_REQUIRED, offsetof(in_webhook_verify, timestamp_s), 0, TN_NONE, TN_NONE, 0, NULL},
    {"body", TN_BLOB, TN_WIDE | TN_REQUIRED, offsetof(in_webhook_verify, body), 0, offsetof(in_webhook_verify, body_length), TN_NONE, 0, NULL},
    {"signatures", TN_TEXT, TN_REQUIRED, offsetof(in_webhook_verify, signatures), 0, TN_NONE, TN_NONE, 0, NULL},
    {"nowS", TN_I64, TN_REQUIRED, offsetof(in_webhook_verify, now_s), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_webhook_verify = {"webhook_verify", NULL, fields_in_webhook_verify, sizeof(in_webhook_verify), 6, TN_NONE};

static int32_t read_webhook_verify(tn_call *call) {
    in_webhook_verify in;
    if (!tn_encode(&type_in_webhook_verify, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    int32_t code;
    code = tc_webhook_verify(in.secret, in.id, in.timestamp_s, in.body, in.body_length, in.signatures, in.now_s, &call->error);
    if (code < 0) return code;
    return TC_OK;
}

typedef struct in_payment_list {
    uint64_t order;
} in_payment_list;
static const tn_field fields_in_payment_list[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(in_payment_list, order), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_payment_list = {"payment_list", NULL, fields_in_payment_list, sizeof(in_payment_list), 1, TN_NONE};

static int32_t read_payment_list(tn_call *call) {
    in_payment_list in;
    if (!tn_encode(&type_in_payment_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_payment *payments;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        payments = tn_call_room(call, &tn_type_tc_payment, room);
        if (!payments) return TC_E_NOMEM;
        code = tc_payment_list(call->snapshot, in.order, payments, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_payment, payments, count, call->out);
    return TC_OK;
}

typedef struct in_refund_list {
    uint64_t order;
} in_refund_list;
static const tn_field fields_in_refund_list[] = {
    {"order", TN_U64, TN_REQUIRED, offsetof(in_refund_list, order), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_refund_list = {"refund_list", NULL, fields_in_refund_list, sizeof(in_refund_list), 1, TN_NONE};

static int32_t read_refund_list(tn_call *call) {
    in_refund_list in;
    if (!tn_encode(&type_in_refund_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_refund *refunds;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        refunds = tn_call_room(call, &tn_type_tc_refund, room);
        if (!refunds) return TC_E_NOMEM;
        code = tc_refund_list(call->snapshot, in.order, refunds, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_refund, refunds, count, call->out);
    return TC_OK;
}

typedef struct in_payment_backlog_get {
    uint32_t nothing;
} in_payment_backlog_get;
static const tn_field fields_in_payment_backlog_get[] = {
    {0}
};
static const tn_type type_in_payment_backlog_get = {"payment_backlog_get", NULL, fields_in_payment_backlog_get, sizeof(in_payment_backlog_get), 0, TN_NONE};

static int32_t read_payment_backlog_get(tn_call *call) {
    in_payment_backlog_get in;
    if (!tn_encode(&type_in_payment_backlog_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_payment_backlog out = TC_PAYMENT_BACKLOG_INIT;
    int32_t code;
    code = tc_payment_backlog_get(call->snapshot, &out, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_payment_backlog, &out, call->out);
    return TC_OK;
}

typedef struct in_payment_kind_name {
    uint32_t kind;
} in_payment_kind_name;
static const tn_field fields_in_payment_kind_name[] = {
    {"kind", TN_U32, TN_REQUIRED, offsetof(in_payment_kind_name, kind), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_payment_kind_name = {"payment_kind_name", NULL, fields_in_payment_kind_name, sizeof(in_payment_kind_name), 1, TN_NONE};

static int32_t read_payment_kind_name(tn_call *call) {
    in_payment_kind_name in;
    if (!tn_encode(&type_in_payment_kind_name, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    const char *text = tc_payment_kind_name(in.kind);
    tn_decode_text(text, text ? strlen(text) : 0, call->out);
    return TC_OK;
}

typedef struct in_pool_get {
    uint64_t event;
    uint32_t pool;
} in_pool_get;
static const tn_field fields_in_pool_get[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_pool_get, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"pool", TN_U32, TN_REQUIRED, offsetof(in_pool_get, pool), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_pool_get = {"pool_get", NULL, fields_in_pool_get, sizeof(in_pool_get), 2, TN_NONE};

static int32_t read_pool_get(tn_call *call) {
    in_pool_get in;
    if (!tn_encode(&type_in_pool_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_pool_view view = TC_POOL_VIEW_INIT;
    int32_t code;
    code = tc_pool_get(call->snapshot, in.event, in.pool, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_pool_view, &view, call->out);
    return TC_OK;
}

typedef struct in_pool_list {
    uint64_t event;
    uint32_t after;
    uint32_t limit;
} in_pool_list;
static const tn_field fields_in_pool_list[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_pool_list, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"after", TN_U32, TN_REQUIRED, offsetof(in_pool_list, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, TN_REQUIRED, offsetof(in_pool_list, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_pool_list = {"pool_list", NULL, fields_in_pool_list, sizeof(in_pool_list), 3, TN_NONE};

static int32_t read_pool_list(tn_call *call) {
    in_pool_list in;
    if (!tn_encode(&type_in_pool_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_pool_view *pools;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        pools = tn_call_room(call, &tn_type_tc_pool_view, room);
        if (!pools) return TC_E_NOMEM;
        code = tc_pool_list(call->snapshot, in.event, in.after, pools, room, &count, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_pool_view, pools, count, call->out);
    return TC_OK;
}


static int32_t read_order_quote(tn_call *call) {
    tc_order_quote_request in;
    if (!tn_encode(&tn_type_tc_order_quote_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_order_quote_result result = TC_ORDER_QUOTE_RESULT_INIT;
    uint32_t room = in.items_count;
    result.lines_capacity = room;
    result.lines = tn_call_room(call, &tn_type_tc_order_line, room);
    if (!result.lines) return TC_E_NOMEM;
    int32_t code;
    code = tc_order_quote(call->snapshot, &in, &result, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_order_quote_result, &result, call->out);
    return TC_OK;
}

typedef struct in_seat_get {
    uint64_t event;
    uint32_t seat;
} in_seat_get;
static const tn_field fields_in_seat_get[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_seat_get, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"seat", TN_U32, TN_REQUIRED, offsetof(in_seat_get, seat), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_seat_get = {"seat_get", NULL, fields_in_seat_get, sizeof(in_seat_get), 2, TN_NONE};

static int32_t read_seat_get(tn_call *call) {
    in_seat_get in;
    if (!tn_encode(&type_in_seat_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_seat_view view = TC_SEAT_VIEW_INIT;
    int32_t code;
    code = tc_seat_get(call->snapshot, in.event, in.seat, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_seat_view, &view, call->out);
    return TC_OK;
}

typedef struct in_template_get {
    uint32_t kind;
    uint32_t channel;
    const char *locale;
} in_template_get;
static const tn_field fields_in_template_get[] = {
    {"kind", TN_ENUM, TN_OPEN | TN_REQUIRED, offsetof(in_template_get, kind), 0, TN_NONE, TN_NONE, 0, NULL},
    {"channel", TN_ENUM, TN_REQUIRED, offsetof(in_template_get, channel), 0, TN_NONE, TN_NONE, 0, NULL},
    {"locale", TN_TEXT, 0, offsetof(in_template_get, locale), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_template_get = {"template_get", NULL, fields_in_template_get, sizeof(in_template_get), 3, TN_NONE};

static int32_t read_template_get(tn_call *call) {
    in_template_get in;
    if (!tn_encode(&type_in_template_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_template out = TC_TEMPLATE_INIT;
    int32_t code;
    code = tc_template_get(call->snapshot, in.kind, in.channel, in.locale, &out, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_template, &out, call->out);
    return TC_OK;
}

typedef struct in_template_list {
    uint32_t nothing;
} in_template_list;
static const tn_field fields_in_template_list[] = {
    {0}
};
static const tn_type type_in_template_list = {"template_list", NULL, fields_in_template_list, sizeof(in_template_list), 0, TN_NONE};

static int32_t read_template_list(tn_call *call) {
    in_template_list in;
    if (!tn_encode(&type_in_template_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_template *list;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        list = tn_call_room(call, &tn_type_tc_template, room);
        if (!list) return TC_E_NOMEM;
        code = tc_template_list(call->snapshot, list, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_template, list, count, call->out);
    return TC_OK;
}

typedef struct in_template_render {
    const char *text;
    const tc_variable *variables;
    uint32_t variables_count;
    uint32_t escaping;
} in_template_render;
static const tn_field fields_in_template_render[] = {
    {"text", TN_TEXT, TN_REQUIRED, offsetof(in_template_render, text), 0, TN_NONE, TN_NONE, 0, NULL},
    {"variables", TN_LIST, TN_REQUIRED, offsetof(in_template_render, variables), 0, offsetof(in_template_render, variables_count), TN_NONE, 0, &tn_type_tc_variable},
    {"escaping", TN_ENUM, TN_REQUIRED, offsetof(in_template_render, escaping), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_template_render = {"template_render", NULL, fields_in_template_render, sizeof(in_template_render), 3, TN_NONE};

static int32_t read_template_render(tn_call *call) {
    in_template_render in;
    if (!tn_encode(&type_in_template_render, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_template_render(in.text, in.variables, in.variables_count, in.escaping, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_ticket_get {
    uint64_t ticket;
    const tc_secret *secret;
} in_ticket_get;
static const tn_field fields_in_ticket_get[] = {
    {"ticket", TN_U64, TN_REQUIRED, offsetof(in_ticket_get, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET_POINTER, 0, offsetof(in_ticket_get, secret), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ticket_get = {"ticket_get", NULL, fields_in_ticket_get, sizeof(in_ticket_get), 2, TN_NONE};

static int32_t read_ticket_get(tn_call *call) {
    in_ticket_get in;
    if (!tn_encode(&type_in_ticket_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ticket out = TC_TICKET_INIT;
    int32_t code;
    code = tc_ticket_get(call->snapshot, in.ticket, in.secret, &out, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_ticket, &out, call->out);
    return TC_OK;
}

typedef struct out_ticket_list_next {
    uint64_t next;
} out_ticket_list_next;
static const tn_field field_ticket_list_next =
    {"next", TN_U64, 0, offsetof(out_ticket_list_next, next), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_ticket_list(tn_call *call) {
    tc_ticket_list_request in;
    if (!tn_encode(&tn_type_tc_ticket_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ticket *tickets;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        tickets = tn_call_room(call, &tn_type_tc_ticket, room);
        if (!tickets) return TC_E_NOMEM;
        code = tc_ticket_list(call->snapshot, &in, tickets, &count, &next, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_ticket, tickets, count, call->out);
    tn_decode_field(&field_ticket_list_next, &next, call->out);
    return TC_OK;
}

typedef struct in_ticket_count {
    uint64_t event;
} in_ticket_count;
static const tn_field fields_in_ticket_count[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_ticket_count, event), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ticket_count = {"ticket_count", NULL, fields_in_ticket_count, sizeof(in_ticket_count), 1, TN_NONE};

static int32_t read_ticket_count(tn_call *call) {
    in_ticket_count in;
    if (!tn_encode(&type_in_ticket_count, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ticket_counts counts = TC_TICKET_COUNTS_INIT;
    int32_t code;
    code = tc_ticket_count(call->snapshot, in.event, &counts, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_ticket_counts, &counts, call->out);
    return TC_OK;
}

typedef struct in_ticket_secret {
    uint64_t ticket;
    const tc_secret *order_secret;
} in_ticket_secret;
static const tn_field fields_in_ticket_secret[] = {
    {"ticket", TN_U64, TN_REQUIRED, offsetof(in_ticket_secret, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"orderSecret", TN_SECRET_POINTER, TN_REQUIRED, offsetof(in_ticket_secret, order_secret), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ticket_secret = {"ticket_secret", NULL, fields_in_ticket_secret, sizeof(in_ticket_secret), 2, TN_NONE};
typedef struct out_ticket_secret_secret {
    tc_secret secret;
} out_ticket_secret_secret;
static const tn_field field_ticket_secret_secret =
    {"secret", TN_SECRET, 0, offsetof(out_ticket_secret_secret, secret), 16, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_ticket_secret(tn_call *call) {
    in_ticket_secret in;
    if (!tn_encode(&type_in_ticket_secret, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_secret secret = {0};
    int32_t code;
    code = tc_ticket_secret(call->snapshot, in.ticket, in.order_secret, &secret, &call->error);
    if (code < 0) return code;
    tn_decode_field(&field_ticket_secret_secret, &secret, call->out);
    return TC_OK;
}

typedef struct in_ticket_barcode {
    uint64_t ticket;
    const tc_secret *secret;
} in_ticket_barcode;
static const tn_field fields_in_ticket_barcode[] = {
    {"ticket", TN_U64, TN_REQUIRED, offsetof(in_ticket_barcode, ticket), 0, TN_NONE, TN_NONE, 0, NULL},
    {"secret", TN_SECRET_POINTER, 0, offsetof(in_ticket_barcode, secret), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ticket_barcode = {"ticket_barcode", NULL, fields_in_ticket_barcode, sizeof(in_ticket_barcode), 2, TN_NONE};

static int32_t read_ticket_barcode(tn_call *call) {
    in_ticket_barcode in;
    if (!tn_encode(&type_in_ticket_barcode, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tn_arena_take(&call->arena, room, 1);
        if (!buffer) return TC_E_NOMEM;
        code = tc_ticket_barcode(call->snapshot, in.ticket, in.secret, buffer, room, &length, &call->error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return code;
    tn_decode_text((const char *)buffer, length, call->out);
    return TC_OK;
}

typedef struct in_signing_key_list {
    uint32_t nothing;
} in_signing_key_list;
static const tn_field fields_in_signing_key_list[] = {
    {0}
};
static const tn_type type_in_signing_key_list = {"signing_key_list", NULL, fields_in_signing_key_list, sizeof(in_signing_key_list), 0, TN_NONE};

static int32_t read_signing_key_list(tn_call *call) {
    in_signing_key_list in;
    if (!tn_encode(&type_in_signing_key_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_public_key *keys;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        keys = tn_call_room(call, &tn_type_tc_public_key, room);
        if (!keys) return TC_E_NOMEM;
        code = tc_signing_key_list(call->snapshot, keys, room, &count, &call->error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_public_key, keys, count, call->out);
    return TC_OK;
}

typedef struct in_barcode_verify {
    const tc_public_key *keys;
    uint32_t keys_count;
    const char *text;
    int64_t now_ms;
} in_barcode_verify;
static const tn_field fields_in_barcode_verify[] = {
    {"keys", TN_LIST, TN_REQUIRED, offsetof(in_barcode_verify, keys), 0, offsetof(in_barcode_verify, keys_count), TN_NONE, 0, &tn_type_tc_public_key},
    {"text", TN_TEXT, TN_REQUIRED, offsetof(in_barcode_verify, text), 0, TN_NONE, TN_NONE, 0, NULL},
    {"now", TN_TIME, TN_ZERO, offsetof(in_barcode_verify, now_ms), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_barcode_verify = {"barcode_verify", NULL, fields_in_barcode_verify, sizeof(in_barcode_verify), 3, TN_NONE};

static int32_t read_barcode_verify(tn_call *call) {
    in_barcode_verify in;
    if (!tn_encode(&type_in_barcode_verify, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_barcode barcode = TC_BARCODE_INIT;
    int32_t code;
    code = tc_barcode_verify(in.keys, in.keys_count, in.text, in.now_ms, &barcode, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_barcode, &barcode, call->out);
    return TC_OK;
}

typedef struct in_revocation_list {
    uint64_t event;
    uint64_t after;
    uint32_t limit;
} in_revocation_list;
static const tn_field fields_in_revocation_list[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_revocation_list, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"after", TN_U64, TN_REQUIRED, offsetof(in_revocation_list, after), 0, TN_NONE, TN_NONE, 0, NULL},
    {"limit", TN_U32, TN_REQUIRED, offsetof(in_revocation_list, limit), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_revocation_list = {"revocation_list", NULL, fields_in_revocation_list, sizeof(in_revocation_list), 3, TN_NONE};
typedef struct out_revocation_list_next {
    uint64_t next;
} out_revocation_list_next;
static const tn_field field_revocation_list_next =
    {"next", TN_U64, 0, offsetof(out_revocation_list_next, next), 0, TN_NONE, TN_NONE, 0, NULL};

static int32_t read_revocation_list(tn_call *call) {
    in_revocation_list in;
    if (!tn_encode(&type_in_revocation_list, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_revocation *list;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        list = tn_call_room(call, &tn_type_tc_revocation, room);
        if (!list) return TC_E_NOMEM;
        code = tc_revocation_list(call->snapshot, in.event, in.after, list, room, &count, &next, &call->error);
        break;
    }
    if (code < 0) return code;
    tn_decode_list(&tn_type_tc_revocation, list, count, call->out);
    tn_decode_field(&field_revocation_list_next, &next, call->out);
    return TC_OK;
}

typedef struct in_ticket_type_get {
    uint64_t event;
    uint32_t ticket_type;
} in_ticket_type_get;
static const tn_field fields_in_ticket_type_get[] = {
    {"event", TN_U64, TN_REQUIRED, offsetof(in_ticket_type_get, event), 0, TN_NONE, TN_NONE, 0, NULL},
    {"ticketType", TN_U32, TN_REQUIRED, offsetof(in_ticket_type_get, ticket_type), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_ticket_type_get = {"ticket_type_get", NULL, fields_in_ticket_type_get, sizeof(in_ticket_type_get), 2, TN_NONE};

static int32_t read_ticket_type_get(tn_call *call) {
    in_ticket_type_get in;
    if (!tn_encode(&type_in_ticket_type_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    int32_t code;
    code = tc_ticket_type_get(call->snapshot, in.event, in.ticket_type, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_ticket_type_view, &view, call->out);
    return TC_OK;
}


static int32_t read_ticket_type_list(tn_call *call) {
    tc_ticket_type_list_request in;
    if (!tn_encode(&tn_type_tc_ticket_type_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_ticket_type_list_result result = TC_TICKET_TYPE_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.ticket_types_capacity = room;
    result.ticket_types = tn_call_room(call, &tn_type_tc_ticket_type_view, room);
    if (!result.ticket_types) return TC_E_NOMEM;
    int32_t code;
    code = tc_ticket_type_list(call->snapshot, &in, &result, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_ticket_type_list_result, &result, call->out);
    return TC_OK;
}

typedef struct in_venue_get {
    uint64_t venue;
} in_venue_get;
static const tn_field fields_in_venue_get[] = {
    {"venue", TN_U64, TN_REQUIRED, offsetof(in_venue_get, venue), 0, TN_NONE, TN_NONE, 0, NULL},
};
static const tn_type type_in_venue_get = {"venue_get", NULL, fields_in_venue_get, sizeof(in_venue_get), 1, TN_NONE};

static int32_t read_venue_get(tn_call *call) {
    in_venue_get in;
    if (!tn_encode(&type_in_venue_get, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    int32_t code;
    code = tc_venue_get(call->snapshot, in.venue, &view, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_venue_view, &view, call->out);
    return TC_OK;
}


static int32_t read_venue_list(tn_call *call) {
    tc_venue_list_request in;
    if (!tn_encode(&tn_type_tc_venue_list_request, &call->in, &in, &call->arena)) return TN_E_BROKEN;
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.venues_capacity = room;
    result.venues = tn_call_room(call, &tn_type_tc_venue_view, room);
    if (!result.venues) return TC_E_NOMEM;
    int32_t code;
    code = tc_venue_list(call->snapshot, &in, &result, &call->error);
    if (code < 0) return code;
    tn_decode(&tn_type_tc_venue_list_result, &result, call->out);
    return TC_OK;
}

const tn_read TN_READS[] = {
    {"availability_get", TN_OVER_SNAPSHOT, read_availability_get},
    {"availability_counts", TN_OVER_SNAPSHOT, read_availability_counts},
    {"availability_map", TN_OVER_SNAPSHOT, read_availability_map},
    {"availability_seats", TN_OVER_SNAPSHOT, read_availability_seats},
    {"availability_since", TN_OVER_SNAPSHOT, read_availability_since},
    {"version", TN_OVER_NOTHING, read_version},
    {"request_id_new", TN_OVER_NOTHING, read_request_id_new},
    {"verify", TN_OVER_SNAPSHOT, read_verify},
    {"backup", TN_OVER_ENGINE, read_backup},
    {"dump", TN_OVER_SNAPSHOT, read_dump},
    {"load", TN_OVER_NOTHING, read_load},
    {"scan_answer_name", TN_OVER_NOTHING, read_scan_answer_name},
    {"scan_answer_sentence", TN_OVER_NOTHING, read_scan_answer_sentence},
    {"checkin_list", TN_OVER_SNAPSHOT, read_checkin_list},
    {"engine_clock", TN_OVER_ENGINE, read_engine_clock},
    {"engine_set_clock", TN_OVER_ENGINE, read_engine_set_clock},
    {"engine_stat_get", TN_OVER_ENGINE, read_engine_stat_get},
    {"engine_metrics", TN_OVER_ENGINE, read_engine_metrics},
    {"error_class", TN_OVER_NOTHING, read_error_class},
    {"error_name", TN_OVER_NOTHING, read_error_name},
    {"error_sentence", TN_OVER_NOTHING, read_error_sentence},
    {"event_get", TN_OVER_SNAPSHOT, read_event_get},
    {"event_list", TN_OVER_SNAPSHOT, read_event_list},
    {"event_svg", TN_OVER_SNAPSHOT, read_event_svg},
    {"event_seat_find", TN_OVER_SNAPSHOT, read_event_seat_find},
    {"feed_read", TN_OVER_SNAPSHOT, read_feed_read},
    {"feed_ends", TN_OVER_SNAPSHOT, read_feed_ends},
    {"feed_cursor_at", TN_OVER_NOTHING, read_feed_cursor_at},
    {"feed_cursor_sequence", TN_OVER_NOTHING, read_feed_cursor_sequence},
    {"feed_wait", TN_OVER_ENGINE, read_feed_wait},
    {"feed_type_name", TN_OVER_NOTHING, read_feed_type_name},
    {"feed_event_json", TN_OVER_NOTHING, read_feed_event_json},
    {"consumer_get", TN_OVER_SNAPSHOT, read_consumer_get},
    {"consumer_list", TN_OVER_SNAPSHOT, read_consumer_list},
    {"hold_get", TN_OVER_SNAPSHOT, read_hold_get},
    {"hold_peek", TN_OVER_SNAPSHOT, read_hold_peek},
    {"hold_seats", TN_OVER_SNAPSHOT, read_hold_seats},
    {"hold_pools", TN_OVER_SNAPSHOT, read_hold_pools},
    {"ledger_balances", TN_OVER_SNAPSHOT, read_ledger_balances},
    {"ledger_entries", TN_OVER_SNAPSHOT, read_ledger_entries},
    {"ledger_journal", TN_OVER_SNAPSHOT, read_ledger_journal},
    {"account_name", TN_OVER_NOTHING, read_account_name},
    {"posting_reason_name", TN_OVER_NOTHING, read_posting_reason_name},
    {"map_validate", TN_OVER_NOTHING, read_map_validate},
    {"map_get", TN_OVER_SNAPSHOT, read_map_get},
    {"map_list", TN_OVER_SNAPSHOT, read_map_list},
    {"map_export", TN_OVER_SNAPSHOT, read_map_export},
    {"map_svg", TN_OVER_SNAPSHOT, read_map_svg},
    {"map_category_list", TN_OVER_SNAPSHOT, read_map_category_list},
    {"map_section_list", TN_OVER_SNAPSHOT, read_map_section_list},
    {"map_area_list", TN_OVER_SNAPSHOT, read_map_area_list},
    {"map_seat_list", TN_OVER_SNAPSHOT, read_map_seat_list},
    {"map_seat_find", TN_OVER_SNAPSHOT, read_map_seat_find},
    {"order_get", TN_OVER_SNAPSHOT, read_order_get},
    {"order_lines", TN_OVER_SNAPSHOT, read_order_lines},
    {"order_contacts", TN_OVER_SNAPSHOT, read_order_contacts},
    {"order_list", TN_OVER_SNAPSHOT, read_order_list},
    {"order_state_name", TN_OVER_NOTHING, read_order_state_name},
    {"message_kind_name", TN_OVER_NOTHING, read_message_kind_name},
    {"message_channel_name", TN_OVER_NOTHING, read_message_channel_name},
    {"message_state_name", TN_OVER_NOTHING, read_message_state_name},
    {"message_get", TN_OVER_SNAPSHOT, read_message_get},
    {"message_list", TN_OVER_SNAPSHOT, read_message_list},
    {"webhook_sign", TN_OVER_NOTHING, read_webhook_sign},
    {"webhook_verify", TN_OVER_NOTHING, read_webhook_verify},
    {"payment_list", TN_OVER_SNAPSHOT, read_payment_list},
    {"refund_list", TN_OVER_SNAPSHOT, read_refund_list},
    {"payment_backlog_get", TN_OVER_SNAPSHOT, read_payment_backlog_get},
    {"payment_kind_name", TN_OVER_NOTHING, read_payment_kind_name},
    {"pool_get", TN_OVER_SNAPSHOT, read_pool_get},
    {"pool_list", TN_OVER_SNAPSHOT, read_pool_list},
    {"order_quote", TN_OVER_SNAPSHOT, read_order_quote},
    {"seat_get", TN_OVER_SNAPSHOT, read_seat_get},
    {"template_get", TN_OVER_SNAPSHOT, read_template_get},
    {"template_list", TN_OVER_SNAPSHOT, read_template_list},
    {"template_render", TN_OVER_NOTHING, read_template_render},
    {"ticket_get", TN_OVER_SNAPSHOT, read_ticket_get},
    {"ticket_list", TN_OVER_SNAPSHOT, read_ticket_list},
    {"ticket_count", TN_OVER_SNAPSHOT, read_ticket_count},
    {"ticket_secret", TN_OVER_SNAPSHOT, read_ticket_secret},
    {"ticket_barcode", TN_OVER_SNAPSHOT, read_ticket_barcode},
    {"signing_key_list", TN_OVER_SNAPSHOT, read_signing_key_list},
    {"barcode_verify", TN_OVER_NOTHING, read_barcode_verify},
    {"revocation_list", TN_OVER_SNAPSHOT, read_revocation_list},
    {"ticket_type_get", TN_OVER_SNAPSHOT, read_ticket_type_get},
    {"ticket_type_list", TN_OVER_SNAPSHOT, read_ticket_type_list},
    {"venue_get", TN_OVER_SNAPSHOT, read_venue_get},
    {"venue_list", TN_OVER_SNAPSHOT, read_venue_list},
};
const size_t TN_READS_COUNT = sizeof TN_READS / sizeof *TN_READS;

const char TN_SIGNATURE[] = "b416805828c15303";
