/* Made by scripts/gen_python.py from the public headers; do not edit. */
#include "../core.h"

static tp_enum tp_enum_tc_availability_by = {"AvailabilityBy", NULL, {NULL}};
static tp_enum tp_enum_tc_backup_flag = {"BackupFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_scan_answer = {"ScanAnswer", NULL, {NULL}};
static tp_enum tp_enum_tc_command_kind = {"CommandKind", NULL, {NULL}};
static tp_enum tp_enum_tc_open_flag = {"OpenFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_log_level = {"LogLevel", NULL, {NULL}};
static tp_enum tp_enum_tc_error_class_id = {"ErrorClass", NULL, {NULL}};
static tp_enum tp_enum_tc_code = {"Code", NULL, {NULL}};
static tp_enum tp_enum_tc_event_status = {"EventStatus", NULL, {NULL}};
static tp_enum tp_enum_tc_event_flag = {"EventFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_late_money = {"LateMoney", NULL, {NULL}};
static tp_enum tp_enum_tc_capture = {"Capture", NULL, {NULL}};
static tp_enum tp_enum_tc_event_field = {"EventField", NULL, {NULL}};
static tp_enum tp_enum_tc_consumer_flag = {"ConsumerFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_feed_prune_flag = {"FeedPruneFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_feed_type = {"FeedType", NULL, {NULL}};
static tp_enum tp_enum_tc_hold_state = {"HoldState", NULL, {NULL}};
static tp_enum tp_enum_tc_hold_flag = {"HoldFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_account = {"Account", NULL, {NULL}};
static tp_enum tp_enum_tc_posting_reason = {"PostingReason", NULL, {NULL}};
static tp_enum tp_enum_tc_row_kind = {"RowKind", NULL, {NULL}};
static tp_enum tp_enum_tc_map_form = {"MapForm", NULL, {NULL}};
static tp_enum tp_enum_tc_map_status = {"MapStatus", NULL, {NULL}};
static tp_enum tp_enum_tc_seat_flag = {"SeatFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_order_state = {"OrderState", NULL, {NULL}};
static tp_enum tp_enum_tc_pay_method = {"PayMethod", NULL, {NULL}};
static tp_enum tp_enum_tc_order_reason = {"OrderReason", NULL, {NULL}};
static tp_enum tp_enum_tc_order_flag = {"OrderFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_message_channel = {"MessageChannel", NULL, {NULL}};
static tp_enum tp_enum_tc_message_kind = {"MessageKind", NULL, {NULL}};
static tp_enum tp_enum_tc_message_state = {"MessageState", NULL, {NULL}};
static tp_enum tp_enum_tc_message_outcome = {"MessageOutcome", NULL, {NULL}};
static tp_enum tp_enum_tc_payment_kind = {"PaymentKind", NULL, {NULL}};
static tp_enum tp_enum_tc_payment_outcome = {"PaymentOutcome", NULL, {NULL}};
static tp_enum tp_enum_tc_payment_event_kind = {"PaymentEventKind", NULL, {NULL}};
static tp_enum tp_enum_tc_payment_state = {"PaymentState", NULL, {NULL}};
static tp_enum tp_enum_tc_refund_state = {"RefundState", NULL, {NULL}};
static tp_enum tp_enum_tc_pool_create_flag = {"PoolCreateFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_pool_update_flag = {"PoolUpdateFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_place_kind = {"PlaceKind", NULL, {NULL}};
static tp_enum tp_enum_tc_seat_state = {"SeatState", NULL, {NULL}};
static tp_enum tp_enum_tc_template_flag = {"TemplateFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_template_escaping = {"TemplateEscaping", NULL, {NULL}};
static tp_enum tp_enum_tc_ticket_state = {"TicketState", NULL, {NULL}};
static tp_enum tp_enum_tc_ticket_list_flag = {"TicketListFlag", NULL, {NULL}};
static tp_enum tp_enum_tc_barcode_window = {"BarcodeWindow", NULL, {NULL}};
static tp_enum tp_enum_tc_ticket_type_status = {"TicketTypeStatus", NULL, {NULL}};
static tp_enum tp_enum_tc_ticket_type_field = {"TicketTypeField", NULL, {NULL}};
static tp_enum tp_enum_tc_venue_field = {"VenueField", NULL, {NULL}};
static const tc_venue_create_request init_tc_venue_create_request = TC_VENUE_CREATE_REQUEST_INIT;
static tp_field fields_tc_venue_create_request[] = {
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_venue_create_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_venue_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"address", TP_TEXT, 0, offsetof(tc_venue_create_request, address), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"city", TP_TEXT, 0, offsetof(tc_venue_create_request, city), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"country", TP_TEXT, 0, offsetof(tc_venue_create_request, country), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"time_zone", TP_TEXT, 0, offsetof(tc_venue_create_request, time_zone), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"capacity_note", TP_TEXT, 0, offsetof(tc_venue_create_request, capacity_note), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_venue_result init_tc_venue_result = TC_VENUE_RESULT_INIT;
static tp_field fields_tc_venue_result[] = {
    {"venue", TP_U64, 0, offsetof(tc_venue_result, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_venue_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_venue_result = {"VenueResult", &init_tc_venue_result, fields_tc_venue_result, sizeof(tc_venue_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_venue_update_request init_tc_venue_update_request = TC_VENUE_UPDATE_REQUEST_INIT;
static tp_field fields_tc_venue_update_request[] = {
    {"venue", TP_U64, TP_REQUIRED, offsetof(tc_venue_update_request, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_venue_update_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_venue_update_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_venue_update_request, name), 0, TP_NONE, TP_NONE, TC_VENUE_FIELD_NAME, NULL, NULL, NULL},
    {"address", TP_TEXT, 0, offsetof(tc_venue_update_request, address), 0, TP_NONE, TP_NONE, TC_VENUE_FIELD_ADDRESS, NULL, NULL, NULL},
    {"city", TP_TEXT, 0, offsetof(tc_venue_update_request, city), 0, TP_NONE, TP_NONE, TC_VENUE_FIELD_CITY, NULL, NULL, NULL},
    {"country", TP_TEXT, 0, offsetof(tc_venue_update_request, country), 0, TP_NONE, TP_NONE, TC_VENUE_FIELD_COUNTRY, NULL, NULL, NULL},
    {"time_zone", TP_TEXT, 0, offsetof(tc_venue_update_request, time_zone), 0, TP_NONE, TP_NONE, TC_VENUE_FIELD_TIME_ZONE, NULL, NULL, NULL},
    {"capacity_note", TP_TEXT, 0, offsetof(tc_venue_update_request, capacity_note), 0, TP_NONE, TP_NONE, TC_VENUE_FIELD_CAPACITY_NOTE, NULL, NULL, NULL},
    {"fields", TP_FLAGS, 0, offsetof(tc_venue_update_request, fields), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_venue_field, NULL},
};
static const tc_venue_delete_request init_tc_venue_delete_request = TC_VENUE_DELETE_REQUEST_INIT;
static tp_field fields_tc_venue_delete_request[] = {
    {"venue", TP_U64, TP_REQUIRED, offsetof(tc_venue_delete_request, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_venue_delete_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_venue_delete_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_map_create_request init_tc_map_create_request = TC_MAP_CREATE_REQUEST_INIT;
static tp_field fields_tc_map_create_request[] = {
    {"text", TP_BLOB, TP_WIDE | TP_REQUIRED, offsetof(tc_map_create_request, text), 0, offsetof(tc_map_create_request, text_bytes), TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_map_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_map_create_request, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_create_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"form", TP_ENUM, 0, offsetof(tc_map_create_request, form), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_map_form, NULL},
};
static const tc_map_result init_tc_map_result = TC_MAP_RESULT_INIT;
static tp_field fields_tc_map_result[] = {
    {"map_version", TP_U32, 0, offsetof(tc_map_result, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map", TP_U64, 0, offsetof(tc_map_result, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_map_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_U32, 0, offsetof(tc_map_result, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats_added", TP_U32, 0, offsetof(tc_map_result, seats_added), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats_retired", TP_U32, 0, offsetof(tc_map_result, seats_retired), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat_numbers", TP_U32, 0, offsetof(tc_map_result, seat_numbers), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_result = {"MapResult", &init_tc_map_result, fields_tc_map_result, sizeof(tc_map_result), 7, TP_NONE, 0, NULL, NULL};
static const tc_map_update_request init_tc_map_update_request = TC_MAP_UPDATE_REQUEST_INIT;
static tp_field fields_tc_map_update_request[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(tc_map_update_request, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"text", TP_BLOB, TP_WIDE | TP_REQUIRED, offsetof(tc_map_update_request, text), 0, offsetof(tc_map_update_request, text_bytes), TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_map_update_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_map_update_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_update_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"form", TP_ENUM, 0, offsetof(tc_map_update_request, form), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_map_form, NULL},
};
static const tc_map_publish_request init_tc_map_publish_request = TC_MAP_PUBLISH_REQUEST_INIT;
static tp_field fields_tc_map_publish_request[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(tc_map_publish_request, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_map_publish_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_map_publish_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, 0, offsetof(tc_map_publish_request, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_map_delete_request init_tc_map_delete_request = TC_MAP_DELETE_REQUEST_INIT;
static tp_field fields_tc_map_delete_request[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(tc_map_delete_request, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_map_delete_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_map_delete_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_event_create_request init_tc_event_create_request = TC_EVENT_CREATE_REQUEST_INIT;
static tp_field fields_tc_event_create_request[] = {
    {"starts_at", TP_TIME, TP_REQUIRED, offsetof(tc_event_create_request, starts_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_event_create_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_TEXT, TP_REQUIRED, offsetof(tc_event_create_request, currency), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_event_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_event_create_request, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map", TP_U64, 0, offsetof(tc_event_create_request, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ends_at", TP_TIME, TP_ZERO, offsetof(tc_event_create_request, ends_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_from", TP_TIME, TP_ZERO, offsetof(tc_event_create_request, sale_from_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_until", TP_TIME, TP_ZERO, offsetof(tc_event_create_request, sale_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold_ttl", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_event_create_request, hold_ttl_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold_life", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_event_create_request, hold_life_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"description", TP_TEXT, 0, offsetof(tc_event_create_request, description), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_TEXT, 0, offsetof(tc_event_create_request, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tags", TP_LIST_TEXT, TP_WIDE, offsetof(tc_event_create_request, tags), 0, offsetof(tc_event_create_request, tags_count), TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, 0, offsetof(tc_event_create_request, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"status", TP_ENUM, 0, offsetof(tc_event_create_request, status), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_event_status, NULL},
    {"rules", TP_FLAGS, 0, offsetof(tc_event_create_request, rules), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_event_flag, NULL},
    {"late_money", TP_ENUM, 0, offsetof(tc_event_create_request, late_money), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_late_money, NULL},
    {"capture", TP_ENUM, 0, offsetof(tc_event_create_request, capture), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_capture, NULL},
    {"limit_per_buyer", TP_U32, 0, offsetof(tc_event_create_request, limit_per_buyer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit_per_order", TP_U32, 0, offsetof(tc_event_create_request, limit_per_order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_event_result init_tc_event_result = TC_EVENT_RESULT_INIT;
static tp_field fields_tc_event_result[] = {
    {"seats", TP_U32, 0, offsetof(tc_event_result, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_event_result, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_event_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, 0, offsetof(tc_event_result, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_event_result = {"EventResult", &init_tc_event_result, fields_tc_event_result, sizeof(tc_event_result), 4, TP_NONE, 0, NULL, NULL};
static const tc_event_update_request init_tc_event_update_request = TC_EVENT_UPDATE_REQUEST_INIT;
static tp_field fields_tc_event_update_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_event_update_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_event_update_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_event_update_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_event_update_request, venue), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_VENUE, NULL, NULL, NULL},
    {"map", TP_U64, 0, offsetof(tc_event_update_request, map), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_MAP, NULL, NULL, NULL},
    {"starts_at", TP_TIME, 0, offsetof(tc_event_update_request, starts_at_ms), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_TIMES, NULL, NULL, NULL},
    {"ends_at", TP_TIME, TP_ZERO, offsetof(tc_event_update_request, ends_at_ms), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_TIMES, NULL, NULL, NULL},
    {"sale_from", TP_TIME, TP_ZERO, offsetof(tc_event_update_request, sale_from_ms), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_SALE_WINDOW, NULL, NULL, NULL},
    {"sale_until", TP_TIME, TP_ZERO, offsetof(tc_event_update_request, sale_until_ms), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_SALE_WINDOW, NULL, NULL, NULL},
    {"hold_ttl", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_event_update_request, hold_ttl_ms), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_HOLD_TIMES, NULL, NULL, NULL},
    {"hold_life", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_event_update_request, hold_life_ms), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_HOLD_TIMES, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_event_update_request, name), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_NAME, NULL, NULL, NULL},
    {"description", TP_TEXT, 0, offsetof(tc_event_update_request, description), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_DESCRIPTION, NULL, NULL, NULL},
    {"category", TP_TEXT, 0, offsetof(tc_event_update_request, category), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_CATEGORY, NULL, NULL, NULL},
    {"currency", TP_TEXT, 0, offsetof(tc_event_update_request, currency), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_CURRENCY, NULL, NULL, NULL},
    {"tags", TP_LIST_TEXT, TP_WIDE, offsetof(tc_event_update_request, tags), 0, offsetof(tc_event_update_request, tags_count), TP_NONE, TC_EVENT_FIELD_TAGS, NULL, NULL, NULL},
    {"map_version", TP_U32, 0, offsetof(tc_event_update_request, map_version), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_MAP, NULL, NULL, NULL},
    {"status", TP_ENUM, 0, offsetof(tc_event_update_request, status), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_STATUS, NULL, &tp_enum_tc_event_status, NULL},
    {"rules", TP_FLAGS, 0, offsetof(tc_event_update_request, rules), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_RULES, NULL, &tp_enum_tc_event_flag, NULL},
    {"late_money", TP_ENUM, 0, offsetof(tc_event_update_request, late_money), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_LATE_MONEY, NULL, &tp_enum_tc_late_money, NULL},
    {"capture", TP_ENUM, 0, offsetof(tc_event_update_request, capture), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_CAPTURE, NULL, &tp_enum_tc_capture, NULL},
    {"limit_per_buyer", TP_U32, 0, offsetof(tc_event_update_request, limit_per_buyer), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_LIMIT_PER_BUYER, NULL, NULL, NULL},
    {"limit_per_order", TP_U32, 0, offsetof(tc_event_update_request, limit_per_order), 0, TP_NONE, TP_NONE, TC_EVENT_FIELD_LIMIT_PER_ORDER, NULL, NULL, NULL},
    {"fields", TP_FLAGS, 0, offsetof(tc_event_update_request, fields), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_event_field, NULL},
};
static const tc_event_delete_request init_tc_event_delete_request = TC_EVENT_DELETE_REQUEST_INIT;
static tp_field fields_tc_event_delete_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_event_delete_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_event_delete_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_event_delete_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_ticket_type_create_request init_tc_ticket_type_create_request = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
static tp_field fields_tc_ticket_type_create_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_ticket_type_create_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"price_minor", TP_I64, TP_REQUIRED, offsetof(tc_ticket_type_create_request, price_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_ticket_type_create_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_ticket_type_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"fee_minor", TP_I64, 0, offsetof(tc_ticket_type_create_request, fee_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_from", TP_TIME, TP_ZERO, offsetof(tc_ticket_type_create_request, sale_from_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_until", TP_TIME, TP_ZERO, offsetof(tc_ticket_type_create_request, sale_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"description", TP_TEXT, 0, offsetof(tc_ticket_type_create_request, description), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_U32, 0, offsetof(tc_ticket_type_create_request, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool", TP_U32, 0, offsetof(tc_ticket_type_create_request, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channels", TP_MASK, TP_OPEN, offsetof(tc_ticket_type_create_request, channels), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_bp", TP_U32, 0, offsetof(tc_ticket_type_create_request, tax_bp), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_inclusive", TP_BOOL, 0, offsetof(tc_ticket_type_create_request, tax_inclusive), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_per_order", TP_U32, 0, offsetof(tc_ticket_type_create_request, min_per_order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_per_order", TP_U32, 0, offsetof(tc_ticket_type_create_request, max_per_order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"status", TP_ENUM, 0, offsetof(tc_ticket_type_create_request, status), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_type_status, NULL},
};
static const tc_ticket_type_result init_tc_ticket_type_result = TC_TICKET_TYPE_RESULT_INIT;
static tp_field fields_tc_ticket_type_result[] = {
    {"ticket_type", TP_U32, 0, offsetof(tc_ticket_type_result, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_ticket_type_result, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_ticket_type_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ticket_type_result = {"TicketTypeResult", &init_tc_ticket_type_result, fields_tc_ticket_type_result, sizeof(tc_ticket_type_result), 3, TP_NONE, 0, NULL, NULL};
static const tc_ticket_type_update_request init_tc_ticket_type_update_request = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
static tp_field fields_tc_ticket_type_update_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_ticket_type_update_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_type", TP_U32, TP_REQUIRED, offsetof(tc_ticket_type_update_request, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_ticket_type_update_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_ticket_type_update_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"price_minor", TP_I64, 0, offsetof(tc_ticket_type_update_request, price_minor), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_PRICE, NULL, NULL, NULL},
    {"fee_minor", TP_I64, 0, offsetof(tc_ticket_type_update_request, fee_minor), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_PRICE, NULL, NULL, NULL},
    {"sale_from", TP_TIME, TP_ZERO, offsetof(tc_ticket_type_update_request, sale_from_ms), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_SALE_WINDOW, NULL, NULL, NULL},
    {"sale_until", TP_TIME, TP_ZERO, offsetof(tc_ticket_type_update_request, sale_until_ms), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_SALE_WINDOW, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_ticket_type_update_request, name), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_NAME, NULL, NULL, NULL},
    {"description", TP_TEXT, 0, offsetof(tc_ticket_type_update_request, description), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_DESCRIPTION, NULL, NULL, NULL},
    {"category", TP_U32, 0, offsetof(tc_ticket_type_update_request, category), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_PLACE, NULL, NULL, NULL},
    {"pool", TP_U32, 0, offsetof(tc_ticket_type_update_request, pool), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_PLACE, NULL, NULL, NULL},
    {"channels", TP_MASK, TP_OPEN, offsetof(tc_ticket_type_update_request, channels), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_CHANNELS, NULL, NULL, NULL},
    {"tax_bp", TP_U32, 0, offsetof(tc_ticket_type_update_request, tax_bp), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_TAX, NULL, NULL, NULL},
    {"tax_inclusive", TP_BOOL, 0, offsetof(tc_ticket_type_update_request, tax_inclusive), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_TAX, NULL, NULL, NULL},
    {"min_per_order", TP_U32, 0, offsetof(tc_ticket_type_update_request, min_per_order), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_PER_ORDER, NULL, NULL, NULL},
    {"max_per_order", TP_U32, 0, offsetof(tc_ticket_type_update_request, max_per_order), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_PER_ORDER, NULL, NULL, NULL},
    {"status", TP_ENUM, 0, offsetof(tc_ticket_type_update_request, status), 0, TP_NONE, TP_NONE, TC_TICKET_TYPE_FIELD_STATUS, NULL, &tp_enum_tc_ticket_type_status, NULL},
    {"fields", TP_FLAGS, 0, offsetof(tc_ticket_type_update_request, fields), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_type_field, NULL},
};
static const tc_ticket_type_delete_request init_tc_ticket_type_delete_request = TC_TICKET_TYPE_DELETE_REQUEST_INIT;
static tp_field fields_tc_ticket_type_delete_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_ticket_type_delete_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_type", TP_U32, TP_REQUIRED, offsetof(tc_ticket_type_delete_request, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_ticket_type_delete_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_ticket_type_delete_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_field fields_tc_hold_seat[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_hold_seat, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, TP_REQUIRED, offsetof(tc_hold_seat, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_hold_seat, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_hold_seat = {"HoldSeat", NULL, fields_tc_hold_seat, sizeof(tc_hold_seat), 3, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_hold_pool[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_hold_pool, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool", TP_U32, TP_REQUIRED, offsetof(tc_hold_pool, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"quantity", TP_U32, TP_REQUIRED, offsetof(tc_hold_pool, quantity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_hold_pool = {"HoldPool", NULL, fields_tc_hold_pool, sizeof(tc_hold_pool), 3, TP_NONE, 0, NULL, NULL};
static const tc_hold_create_request init_tc_hold_create_request = TC_HOLD_CREATE_REQUEST_INIT;
static tp_field fields_tc_hold_create_request[] = {
    {"flags", TP_FLAGS, 0, offsetof(tc_hold_create_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_hold_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_hold_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ttl", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_hold_create_request, ttl_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_LIST, 0, offsetof(tc_hold_create_request, seats), 0, offsetof(tc_hold_create_request, seats_count), TP_NONE, 0, &tp_type_tc_hold_seat, NULL, NULL},
    {"pools", TP_LIST, 0, offsetof(tc_hold_create_request, pools), 0, offsetof(tc_hold_create_request, pools_count), TP_NONE, 0, &tp_type_tc_hold_pool, NULL, NULL},
    {"buyer", TP_TEXT, 0, offsetof(tc_hold_create_request, buyer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_hold_create_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_hold_create_result init_tc_hold_create_result = TC_HOLD_CREATE_RESULT_INIT;
static tp_field fields_tc_hold_create_result[] = {
    {"version", TP_U32, 0, offsetof(tc_hold_create_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold", TP_U64, 0, offsetof(tc_hold_create_result, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expires_at", TP_TIME, 0, offsetof(tc_hold_create_result, expires_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, 0, offsetof(tc_hold_create_result, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_LIST, 0, offsetof(tc_hold_create_result, seats), 0, offsetof(tc_hold_create_result, seats_count), offsetof(tc_hold_create_result, seats_capacity), 0, &tp_type_tc_hold_seat, NULL, NULL},
    {"adjacent", TP_BOOL, 0, offsetof(tc_hold_create_result, adjacent), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_hold_create_result = {"HoldCreateResult", &init_tc_hold_create_result, fields_tc_hold_create_result, sizeof(tc_hold_create_result), 6, TP_NONE, 0, NULL, NULL};
static const tc_hold_best_request init_tc_hold_best_request = TC_HOLD_BEST_REQUEST_INIT;
static tp_field fields_tc_hold_best_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_hold_best_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"quantity", TP_U32, TP_REQUIRED, offsetof(tc_hold_best_request, quantity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_hold_best_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_hold_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_hold_best_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ttl", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_hold_best_request, ttl_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"categories", TP_LIST_U32, 0, offsetof(tc_hold_best_request, categories), 0, offsetof(tc_hold_best_request, categories_count), TP_NONE, 0, NULL, NULL, NULL},
    {"sections", TP_LIST_U32, 0, offsetof(tc_hold_best_request, sections), 0, offsetof(tc_hold_best_request, sections_count), TP_NONE, 0, NULL, NULL, NULL},
    {"buyer", TP_TEXT, 0, offsetof(tc_hold_best_request, buyer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"accessible", TP_U32, 0, offsetof(tc_hold_best_request, accessible), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_hold_best_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_rows", TP_U32, 0, offsetof(tc_hold_best_request, max_rows), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_hold_extend_request init_tc_hold_extend_request = TC_HOLD_EXTEND_REQUEST_INIT;
static tp_field fields_tc_hold_extend_request[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(tc_hold_extend_request, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, TP_REQUIRED, offsetof(tc_hold_extend_request, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_hold_extend_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ttl", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_hold_extend_request, ttl_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_hold_extend_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_hold_extend_result init_tc_hold_extend_result = TC_HOLD_EXTEND_RESULT_INIT;
static tp_field fields_tc_hold_extend_result[] = {
    {"version", TP_U32, 0, offsetof(tc_hold_extend_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expires_at", TP_TIME, 0, offsetof(tc_hold_extend_result, expires_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_hold_extend_result = {"HoldExtendResult", &init_tc_hold_extend_result, fields_tc_hold_extend_result, sizeof(tc_hold_extend_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_hold_release_request init_tc_hold_release_request = TC_HOLD_RELEASE_REQUEST_INIT;
static tp_field fields_tc_hold_release_request[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(tc_hold_release_request, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, TP_REQUIRED, offsetof(tc_hold_release_request, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_hold_release_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_hold_release_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_hold_release_result init_tc_hold_release_result = TC_HOLD_RELEASE_RESULT_INIT;
static tp_field fields_tc_hold_release_result[] = {
    {"version", TP_U32, 0, offsetof(tc_hold_release_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_hold_release_result = {"HoldReleaseResult", &init_tc_hold_release_result, fields_tc_hold_release_result, sizeof(tc_hold_release_result), 1, TP_NONE, 0, NULL, NULL};
static const tc_hold_expire_request init_tc_hold_expire_request = TC_HOLD_EXPIRE_REQUEST_INIT;
static tp_field fields_tc_hold_expire_request[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(tc_hold_expire_request, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_hold_expire_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_hold_expire_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_hold_swap_request init_tc_hold_swap_request = TC_HOLD_SWAP_REQUEST_INIT;
static tp_field fields_tc_hold_swap_request[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(tc_hold_swap_request, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, TP_REQUIRED, offsetof(tc_hold_swap_request, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_hold_swap_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_hold_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_hold_swap_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ttl", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_hold_swap_request, ttl_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_LIST, 0, offsetof(tc_hold_swap_request, seats), 0, offsetof(tc_hold_swap_request, seats_count), TP_NONE, 0, &tp_type_tc_hold_seat, NULL, NULL},
    {"pools", TP_LIST, 0, offsetof(tc_hold_swap_request, pools), 0, offsetof(tc_hold_swap_request, pools_count), TP_NONE, 0, &tp_type_tc_hold_pool, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_hold_swap_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_field fields_tc_seat_version[] = {
    {"seat", TP_U32, TP_REQUIRED, offsetof(tc_seat_version, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_seat_version, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_seat_version = {"SeatVersion", NULL, fields_tc_seat_version, sizeof(tc_seat_version), 2, TP_NONE, 0, NULL, NULL};
static const tc_seat_block_request init_tc_seat_block_request = TC_SEAT_BLOCK_REQUEST_INIT;
static tp_field fields_tc_seat_block_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_seat_block_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_LIST, TP_REQUIRED, offsetof(tc_seat_block_request, seats), 0, offsetof(tc_seat_block_request, seats_count), TP_NONE, 0, &tp_type_tc_seat_version, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_seat_block_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_seat_block_result init_tc_seat_block_result = TC_SEAT_BLOCK_RESULT_INIT;
static tp_field fields_tc_seat_block_result[] = {
    {"seats", TP_LIST, 0, offsetof(tc_seat_block_result, seats), 0, offsetof(tc_seat_block_result, seats_count), offsetof(tc_seat_block_result, seats_capacity), 0, &tp_type_tc_seat_version, NULL, NULL},
    {"inventory_version", TP_U64, 0, offsetof(tc_seat_block_result, inventory_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_seat_block_result = {"SeatBlockResult", &init_tc_seat_block_result, fields_tc_seat_block_result, sizeof(tc_seat_block_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_seat_channel_request init_tc_seat_channel_request = TC_SEAT_CHANNEL_REQUEST_INIT;
static tp_field fields_tc_seat_channel_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_seat_channel_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_LIST, TP_REQUIRED, offsetof(tc_seat_channel_request, seats), 0, offsetof(tc_seat_channel_request, seats_count), TP_NONE, 0, &tp_type_tc_seat_version, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_seat_channel_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_seat_channel_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_pool_create_request init_tc_pool_create_request = TC_POOL_CREATE_REQUEST_INIT;
static tp_field fields_tc_pool_create_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_pool_create_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_pool_create_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_pool_create_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_pool_create_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_pool_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"capacity", TP_U32, 0, offsetof(tc_pool_create_request, capacity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_pool_create_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_pool_create_result init_tc_pool_create_result = TC_POOL_CREATE_RESULT_INIT;
static tp_field fields_tc_pool_create_result[] = {
    {"pool", TP_U32, 0, offsetof(tc_pool_create_result, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_pool_create_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_pool_create_result = {"PoolCreateResult", &init_tc_pool_create_result, fields_tc_pool_create_result, sizeof(tc_pool_create_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_pool_update_request init_tc_pool_update_request = TC_POOL_UPDATE_REQUEST_INIT;
static tp_field fields_tc_pool_update_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_pool_update_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool", TP_U32, TP_REQUIRED, offsetof(tc_pool_update_request, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_pool_update_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_pool_update_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_pool_update_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_pool_update_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_pool_update_request, name), 0, TP_NONE, TP_NONE, TC_POOL_SET_NAME, NULL, NULL, NULL},
    {"capacity", TP_U32, 0, offsetof(tc_pool_update_request, capacity), 0, TP_NONE, TP_NONE, TC_POOL_SET_CAPACITY, NULL, NULL, NULL},
    {"open", TP_BOOL, 0, offsetof(tc_pool_update_request, open), 0, TP_NONE, TP_NONE, TC_POOL_SET_OPEN, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_pool_update_request, channel), 0, TP_NONE, TP_NONE, TC_POOL_SET_CHANNEL, NULL, NULL, NULL},
};
static const tc_pool_update_result init_tc_pool_update_result = TC_POOL_UPDATE_RESULT_INIT;
static tp_field fields_tc_pool_update_result[] = {
    {"version", TP_U32, 0, offsetof(tc_pool_update_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_pool_update_result = {"PoolUpdateResult", &init_tc_pool_update_result, fields_tc_pool_update_result, sizeof(tc_pool_update_result), 1, TP_NONE, 0, NULL, NULL};
static const tc_sweep_request init_tc_sweep_request = TC_SWEEP_REQUEST_INIT;
static tp_field fields_tc_sweep_request[] = {
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_sweep_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, 0, offsetof(tc_sweep_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_sweep_result init_tc_sweep_result = TC_SWEEP_RESULT_INIT;
static tp_field fields_tc_sweep_result[] = {
    {"left", TP_U32, 0, offsetof(tc_sweep_result, left), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"next_due", TP_TIME, TP_MAX, offsetof(tc_sweep_result, next_due_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_sweep_result = {"SweepResult", &init_tc_sweep_result, fields_tc_sweep_result, sizeof(tc_sweep_result), 2, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_order_item[] = {
    {"ticket_type", TP_U32, TP_REQUIRED, offsetof(tc_order_item, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"quantity", TP_U32, 0, offsetof(tc_order_item, quantity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_item = {"OrderItem", NULL, fields_tc_order_item, sizeof(tc_order_item), 2, TP_NONE, 0, NULL, NULL};
static const tc_contact init_tc_contact = TC_CONTACT_INIT;
static tp_field fields_tc_contact[] = {
    {"channel", TP_ENUM, TP_REQUIRED, offsetof(tc_contact, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"address", TP_TEXT, TP_REQUIRED, offsetof(tc_contact, address), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"locale", TP_TEXT, 0, offsetof(tc_contact, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_contact = {"Contact", &init_tc_contact, fields_tc_contact, sizeof(tc_contact), 3, TP_NONE, 0, NULL, NULL};
static const tc_order_create_request init_tc_order_create_request = TC_ORDER_CREATE_REQUEST_INIT;
static tp_field fields_tc_order_create_request[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(tc_order_create_request, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold_secret", TP_SECRET, TP_REQUIRED, offsetof(tc_order_create_request, hold_secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"items", TP_LIST, TP_REQUIRED, offsetof(tc_order_create_request, items), 0, offsetof(tc_order_create_request, items_count), TP_NONE, 0, &tp_type_tc_order_item, NULL, NULL},
    {"method", TP_ENUM, TP_REQUIRED, offsetof(tc_order_create_request, method), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_pay_method, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_order_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"buyer", TP_TEXT, 0, offsetof(tc_order_create_request, buyer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"contacts", TP_LIST, 0, offsetof(tc_order_create_request, contacts), 0, offsetof(tc_order_create_request, contacts_count), TP_NONE, 0, &tp_type_tc_contact, NULL, NULL},
    {"expected_currency", TP_CHARS, 0, offsetof(tc_order_create_request, expected_currency), sizeof(((tc_order_create_request *)0)->expected_currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_total_minor", TP_I64, 0, offsetof(tc_order_create_request, expected_total_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pay_within", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_order_create_request, pay_within_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_order_create_request, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"token", TP_TEXT, 0, offsetof(tc_order_create_request, token), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_order_create_result init_tc_order_create_result = TC_ORDER_CREATE_RESULT_INIT;
static tp_field fields_tc_order_create_result[] = {
    {"state", TP_ENUM, 0, offsetof(tc_order_create_result, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_state, NULL},
    {"order", TP_U64, 0, offsetof(tc_order_create_result, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, 0, offsetof(tc_order_create_result, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"total_minor", TP_I64, 0, offsetof(tc_order_create_result, total_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"deadline", TP_TIME, TP_ZERO, offsetof(tc_order_create_result, deadline_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"payment", TP_U64, 0, offsetof(tc_order_create_result, payment), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_order_create_result, currency), sizeof(((tc_order_create_result *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_order_create_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tickets", TP_LIST_U64, 0, offsetof(tc_order_create_result, tickets), 0, offsetof(tc_order_create_result, tickets_count), offsetof(tc_order_create_result, tickets_capacity), 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_create_result = {"OrderCreateResult", &init_tc_order_create_result, fields_tc_order_create_result, sizeof(tc_order_create_result), 9, TP_NONE, 0, NULL, NULL};
static const tc_order_cancel_request init_tc_order_cancel_request = TC_ORDER_CANCEL_REQUEST_INIT;
static tp_field fields_tc_order_cancel_request[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(tc_order_cancel_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_order_cancel_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_order_cancel_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, 0, offsetof(tc_order_cancel_request, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_order_cancel_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_order_result init_tc_order_result = TC_ORDER_RESULT_INIT;
static tp_field fields_tc_order_result[] = {
    {"state", TP_ENUM, 0, offsetof(tc_order_result, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_state, NULL},
    {"order", TP_U64, 0, offsetof(tc_order_result, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_order_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"changed", TP_BOOL, 0, offsetof(tc_order_result, changed), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_order_result, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"payment", TP_U64, 0, offsetof(tc_order_result, payment), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"refund", TP_U64, 0, offsetof(tc_order_result, refund), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_result = {"OrderResult", &init_tc_order_result, fields_tc_order_result, sizeof(tc_order_result), 7, TP_NONE, 0, NULL, NULL};
static const tc_order_pay_request init_tc_order_pay_request = TC_ORDER_PAY_REQUEST_INIT;
static tp_field fields_tc_order_pay_request[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(tc_order_pay_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"method", TP_ENUM, TP_REQUIRED, offsetof(tc_order_pay_request, method), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_pay_method, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_order_pay_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_order_pay_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET, 0, offsetof(tc_order_pay_request, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_order_pay_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"token", TP_TEXT, 0, offsetof(tc_order_pay_request, token), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_total_minor", TP_I64, 0, offsetof(tc_order_pay_request, expected_total_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_currency", TP_CHARS, 0, offsetof(tc_order_pay_request, expected_currency), sizeof(((tc_order_pay_request *)0)->expected_currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pay_within", TP_DURATION, TP_WIDE | TP_ZERO, offsetof(tc_order_pay_request, pay_within_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_order_settle_request init_tc_order_settle_request = TC_ORDER_SETTLE_REQUEST_INIT;
static tp_field fields_tc_order_settle_request[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(tc_order_settle_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, TP_REQUIRED, offsetof(tc_order_settle_request, currency), sizeof(((tc_order_settle_request *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"amount_minor", TP_I64, TP_REQUIRED, offsetof(tc_order_settle_request, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_order_settle_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_order_settle_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_order_settle_request, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_order_refund_request init_tc_order_refund_request = TC_ORDER_REFUND_REQUEST_INIT;
static tp_field fields_tc_order_refund_request[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(tc_order_refund_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, TP_OPEN, offsetof(tc_order_refund_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_order_refund_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_order_refund_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tickets", TP_LIST_U64, 0, offsetof(tc_order_refund_request, tickets), 0, offsetof(tc_order_refund_request, tickets_count), TP_NONE, 0, NULL, NULL, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_order_refund_request, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_order_refund_request, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_payment_lease_request init_tc_payment_lease_request = TC_PAYMENT_LEASE_REQUEST_INIT;
static tp_field fields_tc_payment_lease_request[] = {
    {"worker", TP_U64, TP_REQUIRED, offsetof(tc_payment_lease_request, worker), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max", TP_U32, TP_REQUIRED, offsetof(tc_payment_lease_request, max), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_payment_lease_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lease", TP_DURATION, TP_ZERO, offsetof(tc_payment_lease_request, lease_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_field fields_tc_payment_command[] = {
    {"command", TP_U64, 0, offsetof(tc_payment_command, command), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_payment_command, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"payment", TP_U64, 0, offsetof(tc_payment_command, payment), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, 0, offsetof(tc_payment_command, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_payment_kind, NULL},
    {"about", TP_ENUM, TP_OPEN, offsetof(tc_payment_command, about), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_payment_kind, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_payment_command, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_payment_command, currency), sizeof(((tc_payment_command *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"attempt", TP_U32, 0, offsetof(tc_payment_command, attempt), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"idempotency_key", TP_BYTES, 0, offsetof(tc_payment_command, idempotency_key), sizeof(((tc_payment_command *)0)->idempotency_key), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lease_until", TP_TIME, 0, offsetof(tc_payment_command, lease_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"deadline", TP_TIME, 0, offsetof(tc_payment_command, deadline_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_CHARS, 0, offsetof(tc_payment_command, reference), sizeof(((tc_payment_command *)0)->reference), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"token", TP_CHARS, 0, offsetof(tc_payment_command, token), sizeof(((tc_payment_command *)0)->token), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_payment_command = {"PaymentCommand", NULL, fields_tc_payment_command, sizeof(tc_payment_command), 13, TP_NONE, 0, NULL, NULL};
static const tc_payment_lease_result init_tc_payment_lease_result = TC_PAYMENT_LEASE_RESULT_INIT;
static tp_field fields_tc_payment_lease_result[] = {
    {"commands", TP_LIST, 0, offsetof(tc_payment_lease_result, commands), 0, offsetof(tc_payment_lease_result, commands_count), offsetof(tc_payment_lease_result, commands_capacity), 0, &tp_type_tc_payment_command, NULL, NULL},
    {"next_due", TP_TIME, TP_MAX, offsetof(tc_payment_lease_result, next_due_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_payment_lease_result = {"PaymentLeaseResult", &init_tc_payment_lease_result, fields_tc_payment_lease_result, sizeof(tc_payment_lease_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_payment_answer_request init_tc_payment_answer_request = TC_PAYMENT_ANSWER_REQUEST_INIT;
static tp_field fields_tc_payment_answer_request[] = {
    {"command", TP_U64, TP_REQUIRED, offsetof(tc_payment_answer_request, command), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"attempt", TP_U32, TP_REQUIRED, offsetof(tc_payment_answer_request, attempt), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"outcome", TP_ENUM, TP_REQUIRED, offsetof(tc_payment_answer_request, outcome), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_payment_outcome, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_payment_answer_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_payment_answer_request, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_payment_answer_request, currency), sizeof(((tc_payment_answer_request *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_payment_answer_request, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_payment_result init_tc_payment_result = TC_PAYMENT_RESULT_INIT;
static tp_field fields_tc_payment_result[] = {
    {"state", TP_ENUM, 0, offsetof(tc_payment_result, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_state, NULL},
    {"order", TP_U64, 0, offsetof(tc_payment_result, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"payment", TP_U64, 0, offsetof(tc_payment_result, payment), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"duplicate", TP_BOOL, 0, offsetof(tc_payment_result, duplicate), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_payment_result = {"PaymentResult", &init_tc_payment_result, fields_tc_payment_result, sizeof(tc_payment_result), 4, TP_NONE, 0, NULL, NULL};
static const tc_payment_event_request init_tc_payment_event_request = TC_PAYMENT_EVENT_REQUEST_INIT;
static tp_field fields_tc_payment_event_request[] = {
    {"event_id", TP_TEXT, TP_REQUIRED, offsetof(tc_payment_event_request, event_id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, TP_REQUIRED, offsetof(tc_payment_event_request, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_payment_event_kind, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_payment_event_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_payment_event_request, currency), sizeof(((tc_payment_event_request *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_payment_event_request, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_payment_event_request, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"idempotency_key", TP_BYTES, 0, offsetof(tc_payment_event_request, idempotency_key), sizeof(((tc_payment_event_request *)0)->idempotency_key), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_ticket_void_request init_tc_ticket_void_request = TC_TICKET_VOID_REQUEST_INIT;
static tp_field fields_tc_ticket_void_request[] = {
    {"ticket", TP_U64, TP_REQUIRED, offsetof(tc_ticket_void_request, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_ticket_void_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_ticket_void_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_ticket_change_result init_tc_ticket_change_result = TC_TICKET_VOID_RESULT_INIT;
static tp_field fields_tc_ticket_change_result[] = {
    {"version", TP_U32, 0, offsetof(tc_ticket_change_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_ticket_change_result, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"serial", TP_U32, 0, offsetof(tc_ticket_change_result, serial), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_ticket_change_result, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_state, NULL},
};
tp_type tp_type_tc_ticket_change_result = {"TicketChangeResult", &init_tc_ticket_change_result, fields_tc_ticket_change_result, sizeof(tc_ticket_change_result), 4, TP_NONE, 0, NULL, NULL};
static const tc_ticket_reissue_request init_tc_ticket_reissue_request = TC_TICKET_REISSUE_REQUEST_INIT;
static tp_field fields_tc_ticket_reissue_request[] = {
    {"ticket", TP_U64, TP_REQUIRED, offsetof(tc_ticket_reissue_request, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_ticket_reissue_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_ticket_reissue_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_signing_key_rotate_request init_tc_signing_key_rotate_request = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
static tp_field fields_tc_signing_key_rotate_request[] = {
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_signing_key_rotate_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_signing_key_rotate_result init_tc_signing_key_rotate_result = TC_SIGNING_KEY_ROTATE_RESULT_INIT;
static tp_field fields_tc_signing_key_rotate_result[] = {
    {"key", TP_U32, 0, offsetof(tc_signing_key_rotate_result, key), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"public_key", TP_BYTES, 0, offsetof(tc_signing_key_rotate_result, public_key), sizeof(((tc_signing_key_rotate_result *)0)->public_key), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_signing_key_rotate_result = {"SigningKeyRotateResult", &init_tc_signing_key_rotate_result, fields_tc_signing_key_rotate_result, sizeof(tc_signing_key_rotate_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_checkin_scan_request init_tc_checkin_scan_request = TC_CHECKIN_SCAN_REQUEST_INIT;
static tp_field fields_tc_checkin_scan_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_checkin_scan_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"gate", TP_U32, TP_REQUIRED, offsetof(tc_checkin_scan_request, gate), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_checkin_scan_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"barcode", TP_TEXT, 0, offsetof(tc_checkin_scan_request, barcode), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_checkin_scan_request, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"serial", TP_U32, 0, offsetof(tc_checkin_scan_request, serial), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"list", TP_U32, 0, offsetof(tc_checkin_scan_request, list), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"nonce", TP_BYTES, 0, offsetof(tc_checkin_scan_request, nonce), sizeof(((tc_checkin_scan_request *)0)->nonce), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_checkin_scan_result init_tc_checkin_scan_result = TC_CHECKIN_SCAN_RESULT_INIT;
static tp_field fields_tc_checkin_scan_result[] = {
    {"answer", TP_ENUM, 0, offsetof(tc_checkin_scan_result, answer), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_scan_answer, NULL},
    {"entry", TP_U64, 0, offsetof(tc_checkin_scan_result, entry), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_checkin_scan_result, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_checkin_scan_result, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, TP_MAX, offsetof(tc_checkin_scan_result, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"type", TP_U32, 0, offsetof(tc_checkin_scan_result, type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"scanned_at", TP_TIME, 0, offsetof(tc_checkin_scan_result, scanned_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"used_at", TP_TIME, TP_ZERO, offsetof(tc_checkin_scan_result, used_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"used_gate", TP_U32, 0, offsetof(tc_checkin_scan_result, used_gate), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"repeated", TP_BOOL, 0, offsetof(tc_checkin_scan_result, repeated), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_checkin_scan_result = {"CheckinScanResult", &init_tc_checkin_scan_result, fields_tc_checkin_scan_result, sizeof(tc_checkin_scan_result), 10, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_variable[] = {
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_variable, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"value", TP_TEXT, 0, offsetof(tc_variable, value), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_variable = {"Variable", NULL, fields_tc_variable, sizeof(tc_variable), 2, TP_NONE, 0, NULL, NULL};
static const tc_message_create_request init_tc_message_create_request = TC_MESSAGE_CREATE_REQUEST_INIT;
static tp_field fields_tc_message_create_request[] = {
    {"kind", TP_ENUM, TP_OPEN | TP_REQUIRED, offsetof(tc_message_create_request, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, TP_REQUIRED, offsetof(tc_message_create_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_message_create_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_message_create_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_message_create_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_message_create_request, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"address", TP_TEXT, 0, offsetof(tc_message_create_request, address), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"locale", TP_TEXT, 0, offsetof(tc_message_create_request, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"dedupe_key", TP_TEXT, 0, offsetof(tc_message_create_request, dedupe_key), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"variables", TP_LIST, 0, offsetof(tc_message_create_request, variables), 0, offsetof(tc_message_create_request, variables_count), TP_NONE, 0, &tp_type_tc_variable, NULL, NULL},
    {"attempts_max", TP_U32, 0, offsetof(tc_message_create_request, attempts_max), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"not_before", TP_TIME, TP_ZERO, offsetof(tc_message_create_request, not_before_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_message_create_result init_tc_message_create_result = TC_MESSAGE_CREATE_RESULT_INIT;
static tp_field fields_tc_message_create_result[] = {
    {"duplicate", TP_BOOL, 0, offsetof(tc_message_create_result, duplicate), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"message", TP_U64, 0, offsetof(tc_message_create_result, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_message_create_result = {"MessageCreateResult", &init_tc_message_create_result, fields_tc_message_create_result, sizeof(tc_message_create_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_message_lease_request init_tc_message_lease_request = TC_MESSAGE_LEASE_REQUEST_INIT;
static tp_field fields_tc_message_lease_request[] = {
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_message_lease_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channels", TP_MASK, TP_OPEN, offsetof(tc_message_lease_request, channels), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"max", TP_U32, 0, offsetof(tc_message_lease_request, max), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lease", TP_DURATION, TP_ZERO, offsetof(tc_message_lease_request, lease_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"worker", TP_U32, 0, offsetof(tc_message_lease_request, worker), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_field fields_tc_leased_message[] = {
    {"message", TP_U64, 0, offsetof(tc_leased_message, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lease", TP_U64, 0, offsetof(tc_leased_message, lease), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_leased_message, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_leased_message, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_leased_message, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lease_until", TP_TIME, 0, offsetof(tc_leased_message, lease_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, 0, offsetof(tc_leased_message, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, 0, offsetof(tc_leased_message, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"attempts", TP_U32, 0, offsetof(tc_leased_message, attempts), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_leased_message = {"LeasedMessage", NULL, fields_tc_leased_message, sizeof(tc_leased_message), 9, TP_NONE, 0, NULL, NULL};
static const tc_message_lease_result init_tc_message_lease_result = TC_MESSAGE_LEASE_RESULT_INIT;
static tp_field fields_tc_message_lease_result[] = {
    {"messages", TP_LIST, 0, offsetof(tc_message_lease_result, messages), 0, offsetof(tc_message_lease_result, messages_count), offsetof(tc_message_lease_result, messages_capacity), 0, &tp_type_tc_leased_message, NULL, NULL},
    {"next_due", TP_TIME, TP_MAX, offsetof(tc_message_lease_result, next_due_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_message_lease_result = {"MessageLeaseResult", &init_tc_message_lease_result, fields_tc_message_lease_result, sizeof(tc_message_lease_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_message_answer_request init_tc_message_answer_request = TC_MESSAGE_ANSWER_REQUEST_INIT;
static tp_field fields_tc_message_answer_request[] = {
    {"message", TP_U64, TP_REQUIRED, offsetof(tc_message_answer_request, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lease", TP_U64, TP_REQUIRED, offsetof(tc_message_answer_request, lease), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"outcome", TP_ENUM, TP_REQUIRED, offsetof(tc_message_answer_request, outcome), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_outcome, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_message_answer_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"retry_after", TP_DURATION, TP_ZERO, offsetof(tc_message_answer_request, retry_after_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"receipt", TP_TEXT, 0, offsetof(tc_message_answer_request, receipt), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_message_change_result init_tc_message_change_result = TC_MESSAGE_ANSWER_RESULT_INIT;
static tp_field fields_tc_message_change_result[] = {
    {"state", TP_ENUM, 0, offsetof(tc_message_change_result, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_state, NULL},
    {"message", TP_U64, 0, offsetof(tc_message_change_result, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"next_due", TP_TIME, TP_ZERO, offsetof(tc_message_change_result, next_due_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_message_change_result = {"MessageChangeResult", &init_tc_message_change_result, fields_tc_message_change_result, sizeof(tc_message_change_result), 3, TP_NONE, 0, NULL, NULL};
static const tc_message_retry_request init_tc_message_retry_request = TC_MESSAGE_RETRY_REQUEST_INIT;
static tp_field fields_tc_message_retry_request[] = {
    {"message", TP_U64, TP_REQUIRED, offsetof(tc_message_retry_request, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_message_retry_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_message_cancel_request init_tc_message_cancel_request = TC_MESSAGE_CANCEL_REQUEST_INIT;
static tp_field fields_tc_message_cancel_request[] = {
    {"message", TP_U64, TP_REQUIRED, offsetof(tc_message_cancel_request, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_message_cancel_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_template_put_request init_tc_template_put_request = TC_TEMPLATE_PUT_REQUEST_INIT;
static tp_field fields_tc_template_put_request[] = {
    {"kind", TP_ENUM, TP_OPEN | TP_REQUIRED, offsetof(tc_template_put_request, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, TP_REQUIRED, offsetof(tc_template_put_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"body", TP_TEXT, TP_REQUIRED, offsetof(tc_template_put_request, body), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_template_put_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_template_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_template_put_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"locale", TP_TEXT, 0, offsetof(tc_template_put_request, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"subject", TP_TEXT, 0, offsetof(tc_template_put_request, subject), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_template_put_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_template_put_result init_tc_template_put_result = TC_TEMPLATE_PUT_RESULT_INIT;
static tp_field fields_tc_template_put_result[] = {
    {"version", TP_U32, 0, offsetof(tc_template_put_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"id", TP_U64, 0, offsetof(tc_template_put_result, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_template_put_result = {"TemplatePutResult", &init_tc_template_put_result, fields_tc_template_put_result, sizeof(tc_template_put_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_template_delete_request init_tc_template_delete_request = TC_TEMPLATE_DELETE_REQUEST_INIT;
static tp_field fields_tc_template_delete_request[] = {
    {"kind", TP_ENUM, TP_OPEN | TP_REQUIRED, offsetof(tc_template_delete_request, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, TP_REQUIRED, offsetof(tc_template_delete_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_template_delete_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"locale", TP_TEXT, 0, offsetof(tc_template_delete_request, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_template_delete_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_consumer_set_request init_tc_consumer_set_request = TC_CONSUMER_SET_REQUEST_INIT;
static tp_field fields_tc_consumer_set_request[] = {
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_consumer_set_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(tc_consumer_set_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_consumer_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_consumer_set_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"cursor", TP_U64, 0, offsetof(tc_consumer_set_request, cursor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_consumer_set_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_consumer_set_result init_tc_consumer_set_result = TC_CONSUMER_SET_RESULT_INIT;
static tp_field fields_tc_consumer_set_result[] = {
    {"created", TP_BOOL, 0, offsetof(tc_consumer_set_result, created), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_consumer_set_result, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"cursor", TP_U64, 0, offsetof(tc_consumer_set_result, cursor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_consumer_set_result = {"ConsumerSetResult", &init_tc_consumer_set_result, fields_tc_consumer_set_result, sizeof(tc_consumer_set_result), 3, TP_NONE, 0, NULL, NULL};
static const tc_consumer_delete_request init_tc_consumer_delete_request = TC_CONSUMER_DELETE_REQUEST_INIT;
static tp_field fields_tc_consumer_delete_request[] = {
    {"name", TP_TEXT, TP_REQUIRED, offsetof(tc_consumer_delete_request, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_consumer_delete_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expected_version", TP_U64, 0, offsetof(tc_consumer_delete_request, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_feed_prune_request init_tc_feed_prune_request = TC_FEED_PRUNE_REQUEST_INIT;
static tp_field fields_tc_feed_prune_request[] = {
    {"flags", TP_FLAGS, 0, offsetof(tc_feed_prune_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_feed_prune_flag, NULL},
    {"request_id", TP_REQUEST_ID, 0, offsetof(tc_feed_prune_request, request_id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"before", TP_U64, 0, offsetof(tc_feed_prune_request, before), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"before_time", TP_TIME, TP_ZERO, offsetof(tc_feed_prune_request, before_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static const tc_feed_prune_result init_tc_feed_prune_result = TC_FEED_PRUNE_RESULT_INIT;
static tp_field fields_tc_feed_prune_result[] = {
    {"more", TP_BOOL, 0, offsetof(tc_feed_prune_result, more), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"dropped", TP_U64, 0, offsetof(tc_feed_prune_result, dropped), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"oldest", TP_U64, 0, offsetof(tc_feed_prune_result, oldest), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_feed_prune_result = {"FeedPruneResult", &init_tc_feed_prune_result, fields_tc_feed_prune_result, sizeof(tc_feed_prune_result), 3, TP_NONE, 0, NULL, NULL};
static const tc_availability init_tc_availability = TC_AVAILABILITY_INIT;
static tp_field fields_tc_availability[] = {
    {"seats", TP_U32, 0, offsetof(tc_availability, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_availability, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"inventory_version", TP_U64, 0, offsetof(tc_availability, inventory_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"free", TP_U32, 0, offsetof(tc_availability, free), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"held", TP_U32, 0, offsetof(tc_availability, held), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sold", TP_U32, 0, offsetof(tc_availability, sold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"blocked", TP_U32, 0, offsetof(tc_availability, blocked), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pools", TP_U32, 0, offsetof(tc_availability, pools), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool_capacity", TP_U64, 0, offsetof(tc_availability, pool_capacity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool_held", TP_U64, 0, offsetof(tc_availability, pool_held), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool_sold", TP_U64, 0, offsetof(tc_availability, pool_sold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_availability = {"Availability", &init_tc_availability, fields_tc_availability, sizeof(tc_availability), 11, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_availability_count[] = {
    {"key", TP_U32, 0, offsetof(tc_availability_count, key), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"free", TP_U32, 0, offsetof(tc_availability_count, free), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"held", TP_U32, 0, offsetof(tc_availability_count, held), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sold", TP_U32, 0, offsetof(tc_availability_count, sold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"blocked", TP_U32, 0, offsetof(tc_availability_count, blocked), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_availability_count = {"AvailabilityCount", NULL, fields_tc_availability_count, sizeof(tc_availability_count), 5, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_seat_status[] = {
    {"version", TP_U32, 0, offsetof(tc_seat_status, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_seat_status, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_seat_state, NULL},
};
tp_type tp_type_tc_seat_status = {"SeatStatus", NULL, fields_tc_seat_status, sizeof(tc_seat_status), 2, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_seat_change[] = {
    {"seat", TP_U32, 0, offsetof(tc_seat_change, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_seat_change, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_seat_change, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_seat_state, NULL},
};
tp_type tp_type_tc_seat_change = {"SeatChange", NULL, fields_tc_seat_change, sizeof(tc_seat_change), 3, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_fault[] = {
    {"what", TP_CHARS, 0, offsetof(tc_fault, what), sizeof(((tc_fault *)0)->what), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sentence", TP_CHARS, 0, offsetof(tc_fault, sentence), sizeof(((tc_fault *)0)->sentence), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_fault, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"subject", TP_U64, 0, offsetof(tc_fault, subject), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_fault = {"Fault", NULL, fields_tc_fault, sizeof(tc_fault), 4, TP_NONE, 0, NULL, NULL};
static const tc_verify_report init_tc_verify_report = TC_VERIFY_REPORT_INIT;
static tp_field fields_tc_verify_report[] = {
    {"faults", TP_LIST, TP_WIDE, offsetof(tc_verify_report, faults), 0, offsetof(tc_verify_report, faults_count), offsetof(tc_verify_report, faults_capacity), 0, &tp_type_tc_fault, NULL, NULL},
    {"records", TP_U64, 0, offsetof(tc_verify_report, records), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"facts", TP_U64, 0, offsetof(tc_verify_report, facts), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"commit", TP_U64, 0, offsetof(tc_verify_report, commit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_verify_report = {"VerifyReport", &init_tc_verify_report, fields_tc_verify_report, sizeof(tc_verify_report), 4, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_scan_entry[] = {
    {"entry", TP_U64, 0, offsetof(tc_scan_entry, entry), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_scan_entry, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"scanned_at", TP_TIME, 0, offsetof(tc_scan_entry, scanned_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"gate", TP_U32, 0, offsetof(tc_scan_entry, gate), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"serial", TP_U32, 0, offsetof(tc_scan_entry, serial), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"answer", TP_ENUM, 0, offsetof(tc_scan_entry, answer), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_scan_answer, NULL},
    {"list", TP_U32, 0, offsetof(tc_scan_entry, list), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_scan_entry = {"ScanEntry", NULL, fields_tc_scan_entry, sizeof(tc_scan_entry), 7, TP_NONE, 0, NULL, NULL};
static const tc_engine_stat init_tc_engine_stat = TC_ENGINE_STAT_INIT;
static tp_field fields_tc_engine_stat[] = {
    {"disk_format", TP_U32, 0, offsetof(tc_engine_stat, disk_format), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"store_id", TP_BYTES, 0, offsetof(tc_engine_stat, store_id), sizeof(((tc_engine_stat *)0)->store_id), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_engine_stat, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"clock", TP_TIME, 0, offsetof(tc_engine_stat, clock_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"commits", TP_U64, 0, offsetof(tc_engine_stat, commits), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"feed_next", TP_U64, 0, offsetof(tc_engine_stat, feed_next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"feed_oldest", TP_U64, 0, offsetof(tc_engine_stat, feed_oldest), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_bytes", TP_U64, 0, offsetof(tc_engine_stat, map_bytes), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"used_bytes", TP_U64, 0, offsetof(tc_engine_stat, used_bytes), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"file_bytes", TP_U64, 0, offsetof(tc_engine_stat, file_bytes), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"page_bytes", TP_U32, 0, offsetof(tc_engine_stat, page_bytes), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"readers", TP_U32, 0, offsetof(tc_engine_stat, readers), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_readers", TP_U32, 0, offsetof(tc_engine_stat, max_readers), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"snapshots", TP_U32, 0, offsetof(tc_engine_stat, snapshots), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"oldest_reader_lag", TP_U64, 0, offsetof(tc_engine_stat, oldest_reader_lag), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"events", TP_U64, 0, offsetof(tc_engine_stat, events), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"holds", TP_U64, 0, offsetof(tc_engine_stat, holds), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"orders", TP_U64, 0, offsetof(tc_engine_stat, orders), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"messages", TP_U64, 0, offsetof(tc_engine_stat, messages), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"clock_behind", TP_TIME, TP_ZERO, offsetof(tc_engine_stat, clock_behind_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_engine_stat = {"EngineStat", &init_tc_engine_stat, fields_tc_engine_stat, sizeof(tc_engine_stat), 20, TP_NONE, 0, NULL, NULL};
static const tc_event_view init_tc_event_view = TC_EVENT_VIEW_INIT;
static tp_field fields_tc_event_view[] = {
    {"status", TP_ENUM, 0, offsetof(tc_event_view, status), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_event_status, NULL},
    {"event", TP_U64, 0, offsetof(tc_event_view, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_event_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_event_view, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map", TP_U64, 0, offsetof(tc_event_view, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_event_view, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"updated_at", TP_TIME, 0, offsetof(tc_event_view, updated_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"starts_at", TP_TIME, 0, offsetof(tc_event_view, starts_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ends_at", TP_TIME, TP_ZERO, offsetof(tc_event_view, ends_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_from", TP_TIME, TP_ZERO, offsetof(tc_event_view, sale_from_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_until", TP_TIME, TP_ZERO, offsetof(tc_event_view, sale_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold_ttl", TP_DURATION, TP_WIDE, offsetof(tc_event_view, hold_ttl_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold_life", TP_DURATION, TP_WIDE, offsetof(tc_event_view, hold_life_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_event_view, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"description", TP_TEXT, 0, offsetof(tc_event_view, description), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_TEXT, 0, offsetof(tc_event_view, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue_name", TP_TEXT, 0, offsetof(tc_event_view, venue_name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tags", TP_LIST_TEXT, TP_WIDE, offsetof(tc_event_view, tags), 0, offsetof(tc_event_view, tags_count), TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, 0, offsetof(tc_event_view, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_U32, 0, offsetof(tc_event_view, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"rules", TP_FLAGS, 0, offsetof(tc_event_view, rules), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_event_flag, NULL},
    {"late_money", TP_ENUM, 0, offsetof(tc_event_view, late_money), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_late_money, NULL},
    {"capture", TP_ENUM, 0, offsetof(tc_event_view, capture), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_capture, NULL},
    {"limit_per_buyer", TP_U32, 0, offsetof(tc_event_view, limit_per_buyer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit_per_order", TP_U32, 0, offsetof(tc_event_view, limit_per_order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"on_sale", TP_BOOL, 0, offsetof(tc_event_view, on_sale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_event_view, currency), sizeof(((tc_event_view *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_event_view = {"EventView", &init_tc_event_view, fields_tc_event_view, sizeof(tc_event_view), 27, TP_NONE, 0, NULL, NULL};
static const tc_event_list_request init_tc_event_list_request = TC_EVENT_LIST_REQUEST_INIT;
static tp_field fields_tc_event_list_request[] = {
    {"after", TP_BYTES, 0, offsetof(tc_event_list_request, after), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_event_list_request, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"starts_from", TP_TIME, TP_ZERO, offsetof(tc_event_list_request, starts_from_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"starts_until", TP_TIME, TP_ZERO, offsetof(tc_event_list_request, starts_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_TEXT, 0, offsetof(tc_event_list_request, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tag", TP_TEXT, 0, offsetof(tc_event_list_request, tag), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"text", TP_TEXT, 0, offsetof(tc_event_list_request, text), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"statuses", TP_MASK, TP_OPEN, offsetof(tc_event_list_request, statuses), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_event_status, NULL},
    {"limit", TP_U32, 0, offsetof(tc_event_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_event_list_request = {"event_list", &init_tc_event_list_request, fields_tc_event_list_request, sizeof(tc_event_list_request), 9, TP_NONE, 0, NULL, NULL};
static const tc_event_list_result init_tc_event_list_result = TC_EVENT_LIST_RESULT_INIT;
static tp_field fields_tc_event_list_result[] = {
    {"more", TP_BOOL, 0, offsetof(tc_event_list_result, more), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"next", TP_BYTES, 0, offsetof(tc_event_list_result, next), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"events", TP_LIST, 0, offsetof(tc_event_list_result, events), 0, offsetof(tc_event_list_result, events_count), offsetof(tc_event_list_result, events_capacity), 0, &tp_type_tc_event_view, NULL, NULL},
};
tp_type tp_type_tc_event_list_result = {"EventListResult", &init_tc_event_list_result, fields_tc_event_list_result, sizeof(tc_event_list_result), 3, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_feed_event[] = {
    {"sequence", TP_U64, 0, offsetof(tc_feed_event, sequence), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"time", TP_TIME, 0, offsetof(tc_feed_event, time_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"commit", TP_U64, 0, offsetof(tc_feed_event, commit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_feed_event, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"subject", TP_U64, 0, offsetof(tc_feed_event, subject), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_feed_event, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"payload", TP_BLOB, 0, offsetof(tc_feed_event, payload), 0, offsetof(tc_feed_event, payload_size), TP_NONE, 0, NULL, NULL, NULL},
    {"type", TP_ENUM, 0, offsetof(tc_feed_event, type), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_feed_type, NULL},
};
tp_type tp_type_tc_feed_event = {"FeedEvent", NULL, fields_tc_feed_event, sizeof(tc_feed_event), 8, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_consumer[] = {
    {"name", TP_CHARS, 0, offsetof(tc_consumer, name), sizeof(((tc_consumer *)0)->name), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"cursor", TP_U64, 0, offsetof(tc_consumer, cursor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_consumer, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"updated_at", TP_TIME, 0, offsetof(tc_consumer, updated_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"lag", TP_U64, 0, offsetof(tc_consumer, lag), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pruned", TP_BOOL, 0, offsetof(tc_consumer, pruned), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_consumer = {"Consumer", NULL, fields_tc_consumer, sizeof(tc_consumer), 6, TP_NONE, 0, NULL, NULL};
static const tc_hold_view init_tc_hold_view = TC_HOLD_VIEW_INIT;
static tp_field fields_tc_hold_view[] = {
    {"version", TP_U32, 0, offsetof(tc_hold_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold", TP_U64, 0, offsetof(tc_hold_view, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_hold_view, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_hold_state, NULL},
    {"channel", TP_U32, 0, offsetof(tc_hold_view, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_U32, 0, offsetof(tc_hold_view, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pools", TP_U32, 0, offsetof(tc_hold_view, pools), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_hold_view, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_hold_view, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expires_at", TP_TIME, 0, offsetof(tc_hold_view, expires_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_hold_view = {"HoldView", &init_tc_hold_view, fields_tc_hold_view, sizeof(tc_hold_view), 9, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_ledger_balance[] = {
    {"currency", TP_CHARS, 0, offsetof(tc_ledger_balance, currency), sizeof(((tc_ledger_balance *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"postings", TP_U64, 0, offsetof(tc_ledger_balance, postings), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"debit_minor", TP_ROW_I64, 0, offsetof(tc_ledger_balance, debit_minor), sizeof(((tc_ledger_balance *)0)->debit_minor), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"credit_minor", TP_ROW_I64, 0, offsetof(tc_ledger_balance, credit_minor), sizeof(((tc_ledger_balance *)0)->credit_minor), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ledger_balance = {"LedgerBalance", NULL, fields_tc_ledger_balance, sizeof(tc_ledger_balance), 4, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_ledger_entry[] = {
    {"id", TP_U64, 0, offsetof(tc_ledger_entry, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_ledger_entry, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"debit", TP_ENUM, 0, offsetof(tc_ledger_entry, debit), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_account, NULL},
    {"credit", TP_ENUM, 0, offsetof(tc_ledger_entry, credit), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_account, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_ledger_entry, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"at", TP_TIME, 0, offsetof(tc_ledger_entry, at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reason", TP_ENUM, 0, offsetof(tc_ledger_entry, reason), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_posting_reason, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_ledger_entry, currency), sizeof(((tc_ledger_entry *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ledger_entry = {"LedgerEntry", NULL, fields_tc_ledger_entry, sizeof(tc_ledger_entry), 8, TP_NONE, 0, NULL, NULL};
static const tc_map_report init_tc_map_report = TC_MAP_REPORT_INIT;
static tp_field fields_tc_map_report[] = {
    {"form", TP_ENUM, 0, offsetof(tc_map_report, form), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_map_form, NULL},
    {"seats", TP_U32, 0, offsetof(tc_map_report, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"rows", TP_U32, 0, offsetof(tc_map_report, rows), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sections", TP_U32, 0, offsetof(tc_map_report, sections), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"categories", TP_U32, 0, offsetof(tc_map_report, categories), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"areas", TP_U32, 0, offsetof(tc_map_report, areas), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"aisles", TP_U32, 0, offsetof(tc_map_report, aisles), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"accessible", TP_U32, 0, offsetof(tc_map_report, accessible), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"companion", TP_U32, 0, offsetof(tc_map_report, companion), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"restricted_view", TP_U32, 0, offsetof(tc_map_report, restricted_view), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"area_capacity", TP_U64, 0, offsetof(tc_map_report, area_capacity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_x", TP_I32, 0, offsetof(tc_map_report, min_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_y", TP_I32, 0, offsetof(tc_map_report, min_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_x", TP_I32, 0, offsetof(tc_map_report, max_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_y", TP_I32, 0, offsetof(tc_map_report, max_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_CHARS, 0, offsetof(tc_map_report, name), sizeof(((tc_map_report *)0)->name), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_report = {"MapReport", &init_tc_map_report, fields_tc_map_report, sizeof(tc_map_report), 16, TP_NONE, 0, NULL, NULL};
static const tc_map_view init_tc_map_view = TC_MAP_VIEW_INIT;
static tp_field fields_tc_map_view[] = {
    {"status", TP_ENUM, 0, offsetof(tc_map_view, status), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_map_status, NULL},
    {"map", TP_U64, 0, offsetof(tc_map_view, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_map_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_map_view, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_map_view, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"published_at", TP_TIME, TP_ZERO, offsetof(tc_map_view, published_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_view, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"units", TP_TEXT, 0, offsetof(tc_map_view, units), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, 0, offsetof(tc_map_view, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"newest_version", TP_U32, 0, offsetof(tc_map_view, newest_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"published_version", TP_U32, 0, offsetof(tc_map_view, published_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_U32, 0, offsetof(tc_map_view, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats_retired", TP_U32, 0, offsetof(tc_map_view, seats_retired), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat_numbers", TP_U32, 0, offsetof(tc_map_view, seat_numbers), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"rows", TP_U32, 0, offsetof(tc_map_view, rows), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"categories", TP_U32, 0, offsetof(tc_map_view, categories), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sections", TP_U32, 0, offsetof(tc_map_view, sections), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"areas", TP_U32, 0, offsetof(tc_map_view, areas), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_x", TP_I32, 0, offsetof(tc_map_view, min_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_y", TP_I32, 0, offsetof(tc_map_view, min_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_x", TP_I32, 0, offsetof(tc_map_view, max_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_y", TP_I32, 0, offsetof(tc_map_view, max_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"focal_x", TP_I32, 0, offsetof(tc_map_view, focal_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"focal_y", TP_I32, 0, offsetof(tc_map_view, focal_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_view = {"MapView", &init_tc_map_view, fields_tc_map_view, sizeof(tc_map_view), 24, TP_NONE, 0, NULL, NULL};
static const tc_map_list_request init_tc_map_list_request = TC_MAP_LIST_REQUEST_INIT;
static tp_field fields_tc_map_list_request[] = {
    {"after", TP_U64, 0, offsetof(tc_map_list_request, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venue", TP_U64, 0, offsetof(tc_map_list_request, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, 0, offsetof(tc_map_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_list_request = {"map_list", &init_tc_map_list_request, fields_tc_map_list_request, sizeof(tc_map_list_request), 3, TP_NONE, 0, NULL, NULL};
static const tc_map_list_result init_tc_map_list_result = TC_MAP_LIST_RESULT_INIT;
static tp_field fields_tc_map_list_result[] = {
    {"next", TP_U64, 0, offsetof(tc_map_list_result, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"maps", TP_LIST, 0, offsetof(tc_map_list_result, maps), 0, offsetof(tc_map_list_result, maps_count), offsetof(tc_map_list_result, maps_capacity), 0, &tp_type_tc_map_view, NULL, NULL},
};
tp_type tp_type_tc_map_list_result = {"MapListResult", &init_tc_map_list_result, fields_tc_map_list_result, sizeof(tc_map_list_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_map_category init_tc_map_category = TC_MAP_CATEGORY_INIT;
static tp_field fields_tc_map_category[] = {
    {"category", TP_U32, 0, offsetof(tc_map_category, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_category, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"color", TP_TEXT, 0, offsetof(tc_map_category, color), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_U32, 0, offsetof(tc_map_category, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_category = {"MapCategory", &init_tc_map_category, fields_tc_map_category, sizeof(tc_map_category), 4, TP_NONE, 0, NULL, NULL};
static const tc_map_section init_tc_map_section = TC_MAP_SECTION_INIT;
static tp_field fields_tc_map_section[] = {
    {"section", TP_U32, 0, offsetof(tc_map_section, section), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_section, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"zone", TP_TEXT, 0, offsetof(tc_map_section, zone), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seats", TP_U32, 0, offsetof(tc_map_section, seats), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"rows", TP_U32, 0, offsetof(tc_map_section, rows), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_x", TP_I32, 0, offsetof(tc_map_section, min_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_y", TP_I32, 0, offsetof(tc_map_section, min_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_x", TP_I32, 0, offsetof(tc_map_section, max_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_y", TP_I32, 0, offsetof(tc_map_section, max_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"focal_x", TP_I32, 0, offsetof(tc_map_section, focal_x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"focal_y", TP_I32, 0, offsetof(tc_map_section, focal_y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_section = {"MapSection", &init_tc_map_section, fields_tc_map_section, sizeof(tc_map_section), 11, TP_NONE, 0, NULL, NULL};
static const tc_map_area init_tc_map_area = TC_MAP_AREA_INIT;
static tp_field fields_tc_map_area[] = {
    {"area", TP_U32, 0, offsetof(tc_map_area, area), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_area, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"zone", TP_TEXT, 0, offsetof(tc_map_area, zone), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"capacity", TP_U32, 0, offsetof(tc_map_area, capacity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_U32, 0, offsetof(tc_map_area, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"x", TP_I32, 0, offsetof(tc_map_area, x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"y", TP_I32, 0, offsetof(tc_map_area, y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_area = {"MapArea", &init_tc_map_area, fields_tc_map_area, sizeof(tc_map_area), 7, TP_NONE, 0, NULL, NULL};
static const tc_map_seat init_tc_map_seat = TC_MAP_SEAT_INIT;
static tp_field fields_tc_map_seat[] = {
    {"seat", TP_U32, 0, offsetof(tc_map_seat, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_map_seat, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"section_label", TP_TEXT, 0, offsetof(tc_map_seat, section_label), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"row_label", TP_TEXT, 0, offsetof(tc_map_seat, row_label), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat_label", TP_TEXT, 0, offsetof(tc_map_seat, seat_label), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_U32, 0, offsetof(tc_map_seat, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"section", TP_U32, 0, offsetof(tc_map_seat, section), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"row", TP_U32, TP_MAX, offsetof(tc_map_seat, row), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"place", TP_U32, 0, offsetof(tc_map_seat, place), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat_flags", TP_FLAGS, 0, offsetof(tc_map_seat, seat_flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_seat_flag, NULL},
    {"left", TP_U32, TP_MAX, offsetof(tc_map_seat, left), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"right", TP_U32, TP_MAX, offsetof(tc_map_seat, right), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"focal_distance", TP_U32, 0, offsetof(tc_map_seat, focal_distance), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"x", TP_I32, 0, offsetof(tc_map_seat, x), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"y", TP_I32, 0, offsetof(tc_map_seat, y), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_map_seat = {"MapSeat", &init_tc_map_seat, fields_tc_map_seat, sizeof(tc_map_seat), 15, TP_NONE, 0, NULL, NULL};
static const tc_order init_tc_order = TC_ORDER_INIT;
static tp_field fields_tc_order[] = {
    {"state", TP_ENUM, 0, offsetof(tc_order, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_state, NULL},
    {"id", TP_U64, 0, offsetof(tc_order, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_order, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"method", TP_ENUM, 0, offsetof(tc_order, method), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_pay_method, NULL},
    {"event", TP_U64, 0, offsetof(tc_order, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold", TP_U64, 0, offsetof(tc_order, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"total_minor", TP_I64, 0, offsetof(tc_order, total_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"captured_minor", TP_I64, 0, offsetof(tc_order, captured_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"refunded_minor", TP_I64, 0, offsetof(tc_order, refunded_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_order, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"confirmed_at", TP_TIME, TP_ZERO, offsetof(tc_order, confirmed_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"deadline", TP_TIME, TP_ZERO, offsetof(tc_order, deadline_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_order, currency), sizeof(((tc_order *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reason", TP_ENUM, 0, offsetof(tc_order, reason), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_reason, NULL},
    {"lines", TP_U32, 0, offsetof(tc_order, lines), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tickets", TP_U32, 0, offsetof(tc_order, tickets), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"refunds_open", TP_U32, 0, offsetof(tc_order, refunds_open), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"refunds_failed", TP_U32, 0, offsetof(tc_order, refunds_failed), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_order, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order = {"Order", &init_tc_order, fields_tc_order, sizeof(tc_order), 19, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_order_line[] = {
    {"event", TP_U64, 0, offsetof(tc_order_line, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, 0, offsetof(tc_order_line, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_place_kind, NULL},
    {"target", TP_U32, 0, offsetof(tc_order_line, target), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"quantity", TP_U32, 0, offsetof(tc_order_line, quantity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_type", TP_U32, 0, offsetof(tc_order_line, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"price_minor", TP_I64, 0, offsetof(tc_order_line, price_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"fee_minor", TP_I64, 0, offsetof(tc_order_line, fee_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_minor", TP_I64, 0, offsetof(tc_order_line, tax_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"total_minor", TP_I64, 0, offsetof(tc_order_line, total_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_first", TP_U64, 0, offsetof(tc_order_line, ticket_first), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_bp", TP_U32, 0, offsetof(tc_order_line, tax_bp), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_inclusive", TP_BOOL, 0, offsetof(tc_order_line, tax_inclusive), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_line = {"OrderLine", NULL, fields_tc_order_line, sizeof(tc_order_line), 12, TP_NONE, 0, NULL, NULL};
static const tc_order_list_request init_tc_order_list_request = TC_ORDER_LIST_REQUEST_INIT;
static tp_field fields_tc_order_list_request[] = {
    {"event", TP_U64, 0, offsetof(tc_order_list_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"buyer", TP_TEXT, 0, offsetof(tc_order_list_request, buyer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"states", TP_MASK, TP_OPEN, offsetof(tc_order_list_request, states), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_order_state, NULL},
    {"limit", TP_U32, 0, offsetof(tc_order_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"after", TP_U64, 0, offsetof(tc_order_list_request, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_list_request = {"order_list", &init_tc_order_list_request, fields_tc_order_list_request, sizeof(tc_order_list_request), 5, TP_NONE, 0, NULL, NULL};
static const tc_message init_tc_message = TC_MESSAGE_INIT;
static tp_field fields_tc_message[] = {
    {"state", TP_ENUM, 0, offsetof(tc_message, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_state, NULL},
    {"id", TP_U64, 0, offsetof(tc_message, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_message, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_message, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_message, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, 0, offsetof(tc_message, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, 0, offsetof(tc_message, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"attempts", TP_U32, 0, offsetof(tc_message, attempts), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"attempts_max", TP_U32, 0, offsetof(tc_message, attempts_max), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"worker", TP_U32, 0, offsetof(tc_message, worker), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"html", TP_BOOL, 0, offsetof(tc_message, html), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"queued_at", TP_TIME, 0, offsetof(tc_message, queued_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"due", TP_TIME, TP_ZERO, offsetof(tc_message, due_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"done_at", TP_TIME, TP_ZERO, offsetof(tc_message, done_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"address", TP_TEXT, 0, offsetof(tc_message, address), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"locale", TP_TEXT, 0, offsetof(tc_message, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"receipt", TP_TEXT, 0, offsetof(tc_message, receipt), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"subject", TP_TEXT, 0, offsetof(tc_message, subject), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"body", TP_TEXT, 0, offsetof(tc_message, body), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"body_length", TP_SIZE, 0, offsetof(tc_message, body_length), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_message = {"Message", &init_tc_message, fields_tc_message, sizeof(tc_message), 20, TP_NONE, 0, NULL, NULL};
static const tc_message_list_request init_tc_message_list_request = TC_MESSAGE_LIST_REQUEST_INIT;
static tp_field fields_tc_message_list_request[] = {
    {"after", TP_U64, 0, offsetof(tc_message_list_request, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_message_list_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_message_list_request, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_state, NULL},
    {"channel", TP_ENUM, 0, offsetof(tc_message_list_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"limit", TP_U32, 0, offsetof(tc_message_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_message_list_request = {"message_list", &init_tc_message_list_request, fields_tc_message_list_request, sizeof(tc_message_list_request), 5, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_payment[] = {
    {"id", TP_U64, 0, offsetof(tc_payment, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_payment, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"method", TP_ENUM, 0, offsetof(tc_payment, method), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_pay_method, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_payment, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_payment_state, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_payment, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"captured_minor", TP_I64, 0, offsetof(tc_payment, captured_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"refunded_minor", TP_I64, 0, offsetof(tc_payment, refunded_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_payment, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_payment, currency), sizeof(((tc_payment *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"reference", TP_TEXT, 0, offsetof(tc_payment, reference), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_payment = {"Payment", NULL, fields_tc_payment, sizeof(tc_payment), 10, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_refund[] = {
    {"id", TP_U64, 0, offsetof(tc_refund, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_refund, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"payment", TP_U64, 0, offsetof(tc_refund, payment), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"amount_minor", TP_I64, 0, offsetof(tc_refund, amount_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_refund, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_refund, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_refund_state, NULL},
    {"beside", TP_BOOL, 0, offsetof(tc_refund, beside), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_refund = {"Refund", NULL, fields_tc_refund, sizeof(tc_refund), 7, TP_NONE, 0, NULL, NULL};
static const tc_payment_backlog init_tc_payment_backlog = TC_PAYMENT_BACKLOG_INIT;
static tp_field fields_tc_payment_backlog[] = {
    {"capped", TP_BOOL, 0, offsetof(tc_payment_backlog, capped), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"due", TP_U64, 0, offsetof(tc_payment_backlog, due), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"leased", TP_U64, 0, offsetof(tc_payment_backlog, leased), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"waiting", TP_U64, 0, offsetof(tc_payment_backlog, waiting), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"parked", TP_U64, 0, offsetof(tc_payment_backlog, parked), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"oldest_due", TP_TIME, TP_ZERO, offsetof(tc_payment_backlog, oldest_due_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_payment_backlog = {"PaymentBacklog", &init_tc_payment_backlog, fields_tc_payment_backlog, sizeof(tc_payment_backlog), 6, TP_NONE, 0, NULL, NULL};
static const tc_pool_view init_tc_pool_view = TC_POOL_VIEW_INIT;
static tp_field fields_tc_pool_view[] = {
    {"pool", TP_U32, 0, offsetof(tc_pool_view, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_pool_view, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_pool_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"capacity", TP_U32, 0, offsetof(tc_pool_view, capacity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"held", TP_U32, 0, offsetof(tc_pool_view, held), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sold", TP_U32, 0, offsetof(tc_pool_view, sold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"free", TP_U32, 0, offsetof(tc_pool_view, free), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"open", TP_BOOL, 0, offsetof(tc_pool_view, open), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_pool_view, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_pool_view, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_pool_view = {"PoolView", &init_tc_pool_view, fields_tc_pool_view, sizeof(tc_pool_view), 10, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_quote_item[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_quote_item, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"target", TP_U32, TP_REQUIRED, offsetof(tc_quote_item, target), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_type", TP_U32, TP_REQUIRED, offsetof(tc_quote_item, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, 0, offsetof(tc_quote_item, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_place_kind, NULL},
    {"quantity", TP_U32, 0, offsetof(tc_quote_item, quantity), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_quote_item = {"QuoteItem", NULL, fields_tc_quote_item, sizeof(tc_quote_item), 5, TP_NONE, 0, NULL, NULL};
static const tc_order_quote_request init_tc_order_quote_request = TC_ORDER_QUOTE_REQUEST_INIT;
static tp_field fields_tc_order_quote_request[] = {
    {"items", TP_LIST, TP_REQUIRED, offsetof(tc_order_quote_request, items), 0, offsetof(tc_order_quote_request, items_count), TP_NONE, 0, &tp_type_tc_quote_item, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_order_quote_request, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_quote_request = {"order_quote", &init_tc_order_quote_request, fields_tc_order_quote_request, sizeof(tc_order_quote_request), 2, TP_NONE, 0, NULL, NULL};
static const tc_order_quote_result init_tc_order_quote_result = TC_ORDER_QUOTE_RESULT_INIT;
static tp_field fields_tc_order_quote_result[] = {
    {"lines", TP_LIST, 0, offsetof(tc_order_quote_result, lines), 0, TP_NONE, offsetof(tc_order_quote_result, lines_capacity), 0, &tp_type_tc_order_line, NULL, NULL},
    {"price_minor", TP_I64, 0, offsetof(tc_order_quote_result, price_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"fee_minor", TP_I64, 0, offsetof(tc_order_quote_result, fee_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_minor", TP_I64, 0, offsetof(tc_order_quote_result, tax_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"total_minor", TP_I64, 0, offsetof(tc_order_quote_result, total_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_order_quote_result, currency), sizeof(((tc_order_quote_result *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tickets", TP_U32, 0, offsetof(tc_order_quote_result, tickets), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_order_quote_result = {"OrderQuoteResult", &init_tc_order_quote_result, fields_tc_order_quote_result, sizeof(tc_order_quote_result), 7, TP_NONE, 0, NULL, NULL};
static const tc_seat_view init_tc_seat_view = TC_SEAT_VIEW_INIT;
static tp_field fields_tc_seat_view[] = {
    {"state", TP_ENUM, 0, offsetof(tc_seat_view, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_seat_state, NULL},
    {"event", TP_U64, 0, offsetof(tc_seat_view, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, 0, offsetof(tc_seat_view, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_seat_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channel", TP_U32, 0, offsetof(tc_seat_view, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U32, 0, offsetof(tc_seat_view, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"hold", TP_U64, 0, offsetof(tc_seat_view, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"expires_at", TP_TIME, TP_ZERO, offsetof(tc_seat_view, expires_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_U32, 0, offsetof(tc_seat_view, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"section", TP_U32, 0, offsetof(tc_seat_view, section), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_seat_view = {"SeatView", &init_tc_seat_view, fields_tc_seat_view, sizeof(tc_seat_view), 10, TP_NONE, 0, NULL, NULL};
static const tc_template init_tc_template = TC_TEMPLATE_INIT;
static tp_field fields_tc_template[] = {
    {"flags", TP_FLAGS, 0, offsetof(tc_template, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_template_flag, NULL},
    {"id", TP_U64, 0, offsetof(tc_template, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"kind", TP_ENUM, TP_OPEN, offsetof(tc_template, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, 0, offsetof(tc_template, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"version", TP_U32, 0, offsetof(tc_template, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"updated_at", TP_TIME, TP_ZERO, offsetof(tc_template, updated_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"locale", TP_TEXT, 0, offsetof(tc_template, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"subject", TP_TEXT, 0, offsetof(tc_template, subject), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"body", TP_TEXT, 0, offsetof(tc_template, body), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_template = {"Template", &init_tc_template, fields_tc_template, sizeof(tc_template), 9, TP_NONE, 0, NULL, NULL};
static const tc_ticket init_tc_ticket = TC_TICKET_INIT;
static tp_field fields_tc_ticket[] = {
    {"state", TP_ENUM, 0, offsetof(tc_ticket, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_state, NULL},
    {"id", TP_U64, 0, offsetof(tc_ticket, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_ticket, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_ticket, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"number", TP_U32, 0, offsetof(tc_ticket, number), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"line", TP_U32, 0, offsetof(tc_ticket, line), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U32, 0, offsetof(tc_ticket, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"serial", TP_U32, 0, offsetof(tc_ticket, serial), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, TP_MAX, offsetof(tc_ticket, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool", TP_U32, 0, offsetof(tc_ticket, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"type", TP_U32, 0, offsetof(tc_ticket, type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"used_gate", TP_U32, 0, offsetof(tc_ticket, used_gate), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"price_minor", TP_I64, 0, offsetof(tc_ticket, price_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"issued_at", TP_TIME, 0, offsetof(tc_ticket, issued_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"used_at", TP_TIME, TP_ZERO, offsetof(tc_ticket, used_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"voided_at", TP_TIME, TP_ZERO, offsetof(tc_ticket, voided_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"section", TP_TEXT, 0, offsetof(tc_ticket, section), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"row", TP_TEXT, 0, offsetof(tc_ticket, row), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"label", TP_TEXT, 0, offsetof(tc_ticket, label), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"type_name", TP_TEXT, 0, offsetof(tc_ticket, type_name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ticket = {"Ticket", &init_tc_ticket, fields_tc_ticket, sizeof(tc_ticket), 20, TP_NONE, 0, NULL, NULL};
static const tc_ticket_list_request init_tc_ticket_list_request = TC_TICKET_LIST_REQUEST_INIT;
static tp_field fields_tc_ticket_list_request[] = {
    {"flags", TP_FLAGS, 0, offsetof(tc_ticket_list_request, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_list_flag, NULL},
    {"event", TP_U64, 0, offsetof(tc_ticket_list_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order", TP_U64, 0, offsetof(tc_ticket_list_request, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET_POINTER, 0, offsetof(tc_ticket_list_request, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"after", TP_U64, 0, offsetof(tc_ticket_list_request, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, 0, offsetof(tc_ticket_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_ticket_list_request, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_state, NULL},
};
tp_type tp_type_tc_ticket_list_request = {"ticket_list", &init_tc_ticket_list_request, fields_tc_ticket_list_request, sizeof(tc_ticket_list_request), 7, TP_NONE, 0, NULL, NULL};
static const tc_ticket_counts init_tc_ticket_counts = TC_TICKET_COUNTS_INIT;
static tp_field fields_tc_ticket_counts[] = {
    {"issued", TP_U32, 0, offsetof(tc_ticket_counts, issued), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"used", TP_U32, 0, offsetof(tc_ticket_counts, used), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"voided", TP_U32, 0, offsetof(tc_ticket_counts, voided), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ticket_counts = {"TicketCounts", &init_tc_ticket_counts, fields_tc_ticket_counts, sizeof(tc_ticket_counts), 3, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_public_key[] = {
    {"id", TP_U32, TP_REQUIRED, offsetof(tc_public_key, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, TP_REQUIRED, offsetof(tc_public_key, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"key", TP_BYTES, TP_REQUIRED, offsetof(tc_public_key, key), sizeof(((tc_public_key *)0)->key), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"current", TP_BOOL, 0, offsetof(tc_public_key, current), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_public_key = {"PublicKey", NULL, fields_tc_public_key, sizeof(tc_public_key), 4, TP_NONE, 0, NULL, NULL};
static const tc_barcode init_tc_barcode = TC_BARCODE_INIT;
static tp_field fields_tc_barcode[] = {
    {"key", TP_U32, 0, offsetof(tc_barcode, key), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_barcode, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket", TP_U64, 0, offsetof(tc_barcode, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"number", TP_U32, 0, offsetof(tc_barcode, number), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"serial", TP_U32, 0, offsetof(tc_barcode, serial), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, TP_MAX, offsetof(tc_barcode, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"window", TP_ENUM, 0, offsetof(tc_barcode, window), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_barcode_window, NULL},
    {"valid_from", TP_TIME, TP_ZERO, offsetof(tc_barcode, valid_from_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"valid_until", TP_TIME, TP_ZERO, offsetof(tc_barcode, valid_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_barcode = {"Barcode", &init_tc_barcode, fields_tc_barcode, sizeof(tc_barcode), 9, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_revocation[] = {
    {"ticket", TP_U64, 0, offsetof(tc_revocation, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_serial", TP_U32, 0, offsetof(tc_revocation, min_serial), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_revocation, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_state, NULL},
};
tp_type tp_type_tc_revocation = {"Revocation", NULL, fields_tc_revocation, sizeof(tc_revocation), 3, TP_NONE, 0, NULL, NULL};
static const tc_ticket_type_view init_tc_ticket_type_view = TC_TICKET_TYPE_VIEW_INIT;
static tp_field fields_tc_ticket_type_view[] = {
    {"ticket_type", TP_U32, 0, offsetof(tc_ticket_type_view, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"event", TP_U64, 0, offsetof(tc_ticket_type_view, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_ticket_type_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"price_minor", TP_I64, 0, offsetof(tc_ticket_type_view, price_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"fee_minor", TP_I64, 0, offsetof(tc_ticket_type_view, fee_minor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_from", TP_TIME, TP_ZERO, offsetof(tc_ticket_type_view, sale_from_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"sale_until", TP_TIME, TP_ZERO, offsetof(tc_ticket_type_view, sale_until_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_ticket_type_view, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"description", TP_TEXT, 0, offsetof(tc_ticket_type_view, description), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"category", TP_U32, 0, offsetof(tc_ticket_type_view, category), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool", TP_U32, 0, offsetof(tc_ticket_type_view, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"channels", TP_MASK, TP_OPEN, offsetof(tc_ticket_type_view, channels), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_bp", TP_U32, 0, offsetof(tc_ticket_type_view, tax_bp), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"tax_inclusive", TP_BOOL, 0, offsetof(tc_ticket_type_view, tax_inclusive), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"min_per_order", TP_U32, 0, offsetof(tc_ticket_type_view, min_per_order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_per_order", TP_U32, 0, offsetof(tc_ticket_type_view, max_per_order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"status", TP_ENUM, 0, offsetof(tc_ticket_type_view, status), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_ticket_type_status, NULL},
    {"currency", TP_CHARS, 0, offsetof(tc_ticket_type_view, currency), sizeof(((tc_ticket_type_view *)0)->currency), TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ticket_type_view = {"TicketTypeView", &init_tc_ticket_type_view, fields_tc_ticket_type_view, sizeof(tc_ticket_type_view), 18, TP_NONE, 0, NULL, NULL};
static const tc_ticket_type_list_request init_tc_ticket_type_list_request = TC_TICKET_TYPE_LIST_REQUEST_INIT;
static tp_field fields_tc_ticket_type_list_request[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(tc_ticket_type_list_request, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"after", TP_U32, 0, offsetof(tc_ticket_type_list_request, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, 0, offsetof(tc_ticket_type_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_ticket_type_list_request = {"ticket_type_list", &init_tc_ticket_type_list_request, fields_tc_ticket_type_list_request, sizeof(tc_ticket_type_list_request), 3, TP_NONE, 0, NULL, NULL};
static const tc_ticket_type_list_result init_tc_ticket_type_list_result = TC_TICKET_TYPE_LIST_RESULT_INIT;
static tp_field fields_tc_ticket_type_list_result[] = {
    {"next", TP_U32, 0, offsetof(tc_ticket_type_list_result, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_types", TP_LIST, 0, offsetof(tc_ticket_type_list_result, ticket_types), 0, offsetof(tc_ticket_type_list_result, ticket_types_count), offsetof(tc_ticket_type_list_result, ticket_types_capacity), 0, &tp_type_tc_ticket_type_view, NULL, NULL},
};
tp_type tp_type_tc_ticket_type_list_result = {"TicketTypeListResult", &init_tc_ticket_type_list_result, fields_tc_ticket_type_list_result, sizeof(tc_ticket_type_list_result), 2, TP_NONE, 0, NULL, NULL};
static const tc_venue_view init_tc_venue_view = TC_VENUE_VIEW_INIT;
static tp_field fields_tc_venue_view[] = {
    {"venue", TP_U64, 0, offsetof(tc_venue_view, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"version", TP_U64, 0, offsetof(tc_venue_view, version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"created_at", TP_TIME, 0, offsetof(tc_venue_view, created_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"updated_at", TP_TIME, 0, offsetof(tc_venue_view, updated_at_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, 0, offsetof(tc_venue_view, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"address", TP_TEXT, 0, offsetof(tc_venue_view, address), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"city", TP_TEXT, 0, offsetof(tc_venue_view, city), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"country", TP_TEXT, 0, offsetof(tc_venue_view, country), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"time_zone", TP_TEXT, 0, offsetof(tc_venue_view, time_zone), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"capacity_note", TP_TEXT, 0, offsetof(tc_venue_view, capacity_note), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_venue_view = {"VenueView", &init_tc_venue_view, fields_tc_venue_view, sizeof(tc_venue_view), 10, TP_NONE, 0, NULL, NULL};
static const tc_venue_list_request init_tc_venue_list_request = TC_VENUE_LIST_REQUEST_INIT;
static tp_field fields_tc_venue_list_request[] = {
    {"after", TP_U64, 0, offsetof(tc_venue_list_request, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"country", TP_TEXT, 0, offsetof(tc_venue_list_request, country), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"text", TP_TEXT, 0, offsetof(tc_venue_list_request, text), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, 0, offsetof(tc_venue_list_request, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_venue_list_request = {"venue_list", &init_tc_venue_list_request, fields_tc_venue_list_request, sizeof(tc_venue_list_request), 4, TP_NONE, 0, NULL, NULL};
static const tc_venue_list_result init_tc_venue_list_result = TC_VENUE_LIST_RESULT_INIT;
static tp_field fields_tc_venue_list_result[] = {
    {"next", TP_U64, 0, offsetof(tc_venue_list_result, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"venues", TP_LIST, 0, offsetof(tc_venue_list_result, venues), 0, offsetof(tc_venue_list_result, venues_count), offsetof(tc_venue_list_result, venues_capacity), 0, &tp_type_tc_venue_view, NULL, NULL},
};
tp_type tp_type_tc_venue_list_result = {"VenueListResult", &init_tc_venue_list_result, fields_tc_venue_list_result, sizeof(tc_venue_list_result), 2, TP_NONE, 0, NULL, NULL};
static tp_field fields_tc_conflict[] = {
    {"event", TP_U64, 0, offsetof(tc_conflict, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, 0, offsetof(tc_conflict, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"state", TP_ENUM, 0, offsetof(tc_conflict, state), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_seat_state, NULL},
    {"expected_version", TP_U32, 0, offsetof(tc_conflict, expected_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"actual_version", TP_U32, 0, offsetof(tc_conflict, actual_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_conflict = {"Conflict", NULL, fields_tc_conflict, sizeof(tc_conflict), 5, TP_NONE, 0, NULL, NULL};
static const tc_engine_options init_tc_engine_options = TC_ENGINE_OPTIONS_INIT;
static tp_field fields_tc_engine_options[] = {
    {"flags", TP_FLAGS, 0, offsetof(tc_engine_options, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_open_flag, NULL},
    {"map_bytes", TP_U64, 0, offsetof(tc_engine_options, map_bytes), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"max_readers", TP_U32, 0, offsetof(tc_engine_options, max_readers), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"queue_depth", TP_U32, 0, offsetof(tc_engine_options, queue_depth), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"batch_max", TP_U32, 0, offsetof(tc_engine_options, batch_max), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"log_level", TP_ENUM, 0, offsetof(tc_engine_options, log_level), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_log_level, NULL},
    {"clock", TP_TIME, 0, offsetof(tc_engine_options, clock_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seed", TP_U64, 0, offsetof(tc_engine_options, seed), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
tp_type tp_type_tc_engine_options = {"EngineOptions", &init_tc_engine_options, fields_tc_engine_options, sizeof(tc_engine_options), 8, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_venue_create = {"VenueCreate", &init_tc_venue_create_request, fields_tc_venue_create_request, sizeof(tc_venue_create_request), 7, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_venue_update = {"VenueUpdate", &init_tc_venue_update_request, fields_tc_venue_update_request, sizeof(tc_venue_update_request), 10, offsetof(tc_venue_update_request, fields), 0, NULL, NULL};
static tp_type tp_command_tc_venue_delete = {"VenueDelete", &init_tc_venue_delete_request, fields_tc_venue_delete_request, sizeof(tc_venue_delete_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_map_create = {"MapCreate", &init_tc_map_create_request, fields_tc_map_create_request, sizeof(tc_map_create_request), 5, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_map_update = {"MapUpdate", &init_tc_map_update_request, fields_tc_map_update_request, sizeof(tc_map_update_request), 6, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_map_publish = {"MapPublish", &init_tc_map_publish_request, fields_tc_map_publish_request, sizeof(tc_map_publish_request), 4, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_map_delete = {"MapDelete", &init_tc_map_delete_request, fields_tc_map_delete_request, sizeof(tc_map_delete_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_event_create = {"EventCreate", &init_tc_event_create_request, fields_tc_event_create_request, sizeof(tc_event_create_request), 21, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_event_update = {"EventUpdate", &init_tc_event_update_request, fields_tc_event_update_request, sizeof(tc_event_update_request), 24, offsetof(tc_event_update_request, fields), 0, NULL, NULL};
static tp_type tp_command_tc_event_delete = {"EventDelete", &init_tc_event_delete_request, fields_tc_event_delete_request, sizeof(tc_event_delete_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_ticket_type_create = {"TicketTypeCreate", &init_tc_ticket_type_create_request, fields_tc_ticket_type_create_request, sizeof(tc_ticket_type_create_request), 16, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_ticket_type_update = {"TicketTypeUpdate", &init_tc_ticket_type_update_request, fields_tc_ticket_type_update_request, sizeof(tc_ticket_type_update_request), 19, offsetof(tc_ticket_type_update_request, fields), 0, NULL, NULL};
static tp_type tp_command_tc_ticket_type_delete = {"TicketTypeDelete", &init_tc_ticket_type_delete_request, fields_tc_ticket_type_delete_request, sizeof(tc_ticket_type_delete_request), 4, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_hold_create = {"HoldCreate", &init_tc_hold_create_request, fields_tc_hold_create_request, sizeof(tc_hold_create_request), 7, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_hold_best = {"HoldBest", &init_tc_hold_best_request, fields_tc_hold_best_request, sizeof(tc_hold_best_request), 11, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_hold_extend = {"HoldExtend", &init_tc_hold_extend_request, fields_tc_hold_extend_request, sizeof(tc_hold_extend_request), 5, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_hold_release = {"HoldRelease", &init_tc_hold_release_request, fields_tc_hold_release_request, sizeof(tc_hold_release_request), 4, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_hold_expire = {"HoldExpire", &init_tc_hold_expire_request, fields_tc_hold_expire_request, sizeof(tc_hold_expire_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_hold_swap = {"HoldSwap", &init_tc_hold_swap_request, fields_tc_hold_swap_request, sizeof(tc_hold_swap_request), 8, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_seat_block = {"SeatBlock", &init_tc_seat_block_request, fields_tc_seat_block_request, sizeof(tc_seat_block_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_seat_unblock = {"SeatUnblock", &init_tc_seat_block_request, fields_tc_seat_block_request, sizeof(tc_seat_block_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_seat_channel = {"SeatChannel", &init_tc_seat_channel_request, fields_tc_seat_channel_request, sizeof(tc_seat_channel_request), 4, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_pool_create = {"PoolCreate", &init_tc_pool_create_request, fields_tc_pool_create_request, sizeof(tc_pool_create_request), 6, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_pool_update = {"PoolUpdate", &init_tc_pool_update_request, fields_tc_pool_update_request, sizeof(tc_pool_update_request), 9, offsetof(tc_pool_update_request, flags), 0, NULL, NULL};
static tp_type tp_command_tc_sweep = {"Sweep", &init_tc_sweep_request, fields_tc_sweep_request, sizeof(tc_sweep_request), 2, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_order_create = {"OrderCreate", &init_tc_order_create_request, fields_tc_order_create_request, sizeof(tc_order_create_request), 12, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_order_cancel = {"OrderCancel", &init_tc_order_cancel_request, fields_tc_order_cancel_request, sizeof(tc_order_cancel_request), 5, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_order_pay = {"OrderPay", &init_tc_order_pay_request, fields_tc_order_pay_request, sizeof(tc_order_pay_request), 10, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_order_settle = {"OrderSettle", &init_tc_order_settle_request, fields_tc_order_settle_request, sizeof(tc_order_settle_request), 6, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_order_refund = {"OrderRefund", &init_tc_order_refund_request, fields_tc_order_refund_request, sizeof(tc_order_refund_request), 7, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_payment_lease = {"PaymentLease", &init_tc_payment_lease_request, fields_tc_payment_lease_request, sizeof(tc_payment_lease_request), 4, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_payment_answer = {"PaymentAnswer", &init_tc_payment_answer_request, fields_tc_payment_answer_request, sizeof(tc_payment_answer_request), 7, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_payment_event = {"PaymentEvent", &init_tc_payment_event_request, fields_tc_payment_event_request, sizeof(tc_payment_event_request), 7, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_ticket_void = {"TicketVoid", &init_tc_ticket_void_request, fields_tc_ticket_void_request, sizeof(tc_ticket_void_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_ticket_reissue = {"TicketReissue", &init_tc_ticket_reissue_request, fields_tc_ticket_reissue_request, sizeof(tc_ticket_reissue_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_signing_key_rotate = {"SigningKeyRotate", &init_tc_signing_key_rotate_request, fields_tc_signing_key_rotate_request, sizeof(tc_signing_key_rotate_request), 1, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_checkin_scan = {"CheckinScan", &init_tc_checkin_scan_request, fields_tc_checkin_scan_request, sizeof(tc_checkin_scan_request), 8, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_message_create = {"MessageCreate", &init_tc_message_create_request, fields_tc_message_create_request, sizeof(tc_message_create_request), 12, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_message_lease = {"MessageLease", &init_tc_message_lease_request, fields_tc_message_lease_request, sizeof(tc_message_lease_request), 5, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_message_answer = {"MessageAnswer", &init_tc_message_answer_request, fields_tc_message_answer_request, sizeof(tc_message_answer_request), 6, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_message_retry = {"MessageRetry", &init_tc_message_retry_request, fields_tc_message_retry_request, sizeof(tc_message_retry_request), 2, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_message_cancel = {"MessageCancel", &init_tc_message_cancel_request, fields_tc_message_cancel_request, sizeof(tc_message_cancel_request), 2, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_template_put = {"TemplatePut", &init_tc_template_put_request, fields_tc_template_put_request, sizeof(tc_template_put_request), 8, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_template_delete = {"TemplateDelete", &init_tc_template_delete_request, fields_tc_template_delete_request, sizeof(tc_template_delete_request), 5, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_consumer_set = {"ConsumerSet", &init_tc_consumer_set_request, fields_tc_consumer_set_request, sizeof(tc_consumer_set_request), 5, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_consumer_delete = {"ConsumerDelete", &init_tc_consumer_delete_request, fields_tc_consumer_delete_request, sizeof(tc_consumer_delete_request), 3, TP_NONE, 0, NULL, NULL};
static tp_type tp_command_tc_feed_prune = {"FeedPrune", &init_tc_feed_prune_request, fields_tc_feed_prune_request, sizeof(tc_feed_prune_request), 4, TP_NONE, 0, NULL, NULL};

tp_type *const TP_TYPES[] = {
    &tp_type_tc_venue_result,
    &tp_type_tc_map_result,
    &tp_type_tc_event_result,
    &tp_type_tc_ticket_type_result,
    &tp_type_tc_hold_seat,
    &tp_type_tc_hold_pool,
    &tp_type_tc_hold_create_result,
    &tp_type_tc_hold_extend_result,
    &tp_type_tc_hold_release_result,
    &tp_type_tc_seat_version,
    &tp_type_tc_seat_block_result,
    &tp_type_tc_pool_create_result,
    &tp_type_tc_pool_update_result,
    &tp_type_tc_sweep_result,
    &tp_type_tc_order_item,
    &tp_type_tc_contact,
    &tp_type_tc_order_create_result,
    &tp_type_tc_order_result,
    &tp_type_tc_payment_command,
    &tp_type_tc_payment_lease_result,
    &tp_type_tc_payment_result,
    &tp_type_tc_ticket_change_result,
    &tp_type_tc_signing_key_rotate_result,
    &tp_type_tc_checkin_scan_result,
    &tp_type_tc_variable,
    &tp_type_tc_message_create_result,
    &tp_type_tc_leased_message,
    &tp_type_tc_message_lease_result,
    &tp_type_tc_message_change_result,
    &tp_type_tc_template_put_result,
    &tp_type_tc_consumer_set_result,
    &tp_type_tc_feed_prune_result,
    &tp_type_tc_availability,
    &tp_type_tc_availability_count,
    &tp_type_tc_seat_status,
    &tp_type_tc_seat_change,
    &tp_type_tc_fault,
    &tp_type_tc_verify_report,
    &tp_type_tc_scan_entry,
    &tp_type_tc_engine_stat,
    &tp_type_tc_event_view,
    &tp_type_tc_event_list_result,
    &tp_type_tc_feed_event,
    &tp_type_tc_consumer,
    &tp_type_tc_hold_view,
    &tp_type_tc_ledger_balance,
    &tp_type_tc_ledger_entry,
    &tp_type_tc_map_report,
    &tp_type_tc_map_view,
    &tp_type_tc_map_list_result,
    &tp_type_tc_map_category,
    &tp_type_tc_map_section,
    &tp_type_tc_map_area,
    &tp_type_tc_map_seat,
    &tp_type_tc_order,
    &tp_type_tc_order_line,
    &tp_type_tc_message,
    &tp_type_tc_payment,
    &tp_type_tc_refund,
    &tp_type_tc_payment_backlog,
    &tp_type_tc_pool_view,
    &tp_type_tc_quote_item,
    &tp_type_tc_order_quote_result,
    &tp_type_tc_seat_view,
    &tp_type_tc_template,
    &tp_type_tc_ticket,
    &tp_type_tc_ticket_counts,
    &tp_type_tc_public_key,
    &tp_type_tc_barcode,
    &tp_type_tc_revocation,
    &tp_type_tc_ticket_type_view,
    &tp_type_tc_ticket_type_list_result,
    &tp_type_tc_venue_view,
    &tp_type_tc_venue_list_result,
    &tp_type_tc_conflict,
    &tp_type_tc_engine_options,
    &tp_command_tc_venue_create,
    &tp_command_tc_venue_update,
    &tp_command_tc_venue_delete,
    &tp_command_tc_map_create,
    &tp_command_tc_map_update,
    &tp_command_tc_map_publish,
    &tp_command_tc_map_delete,
    &tp_command_tc_event_create,
    &tp_command_tc_event_update,
    &tp_command_tc_event_delete,
    &tp_command_tc_ticket_type_create,
    &tp_command_tc_ticket_type_update,
    &tp_command_tc_ticket_type_delete,
    &tp_command_tc_hold_create,
    &tp_command_tc_hold_best,
    &tp_command_tc_hold_extend,
    &tp_command_tc_hold_release,
    &tp_command_tc_hold_expire,
    &tp_command_tc_hold_swap,
    &tp_command_tc_seat_block,
    &tp_command_tc_seat_unblock,
    &tp_command_tc_seat_channel,
    &tp_command_tc_pool_create,
    &tp_command_tc_pool_update,
    &tp_command_tc_sweep,
    &tp_command_tc_order_create,
    &tp_command_tc_order_cancel,
    &tp_command_tc_order_pay,
    &tp_command_tc_order_settle,
    &tp_command_tc_order_refund,
    &tp_command_tc_payment_lease,
    &tp_command_tc_payment_answer,
    &tp_command_tc_payment_event,
    &tp_command_tc_ticket_void,
    &tp_command_tc_ticket_reissue,
    &tp_command_tc_signing_key_rotate,
    &tp_command_tc_checkin_scan,
    &tp_command_tc_message_create,
    &tp_command_tc_message_lease,
    &tp_command_tc_message_answer,
    &tp_command_tc_message_retry,
    &tp_command_tc_message_cancel,
    &tp_command_tc_template_put,
    &tp_command_tc_template_delete,
    &tp_command_tc_consumer_set,
    &tp_command_tc_consumer_delete,
    &tp_command_tc_feed_prune};
const size_t TP_TYPES_COUNT = sizeof TP_TYPES / sizeof *TP_TYPES;
tp_enum *const TP_ENUMS[] = {
    &tp_enum_tc_availability_by,
    &tp_enum_tc_backup_flag,
    &tp_enum_tc_scan_answer,
    &tp_enum_tc_command_kind,
    &tp_enum_tc_open_flag,
    &tp_enum_tc_log_level,
    &tp_enum_tc_error_class_id,
    &tp_enum_tc_code,
    &tp_enum_tc_event_status,
    &tp_enum_tc_event_flag,
    &tp_enum_tc_late_money,
    &tp_enum_tc_capture,
    &tp_enum_tc_event_field,
    &tp_enum_tc_consumer_flag,
    &tp_enum_tc_feed_prune_flag,
    &tp_enum_tc_feed_type,
    &tp_enum_tc_hold_state,
    &tp_enum_tc_hold_flag,
    &tp_enum_tc_account,
    &tp_enum_tc_posting_reason,
    &tp_enum_tc_row_kind,
    &tp_enum_tc_map_form,
    &tp_enum_tc_map_status,
    &tp_enum_tc_seat_flag,
    &tp_enum_tc_order_state,
    &tp_enum_tc_pay_method,
    &tp_enum_tc_order_reason,
    &tp_enum_tc_order_flag,
    &tp_enum_tc_message_channel,
    &tp_enum_tc_message_kind,
    &tp_enum_tc_message_state,
    &tp_enum_tc_message_outcome,
    &tp_enum_tc_payment_kind,
    &tp_enum_tc_payment_outcome,
    &tp_enum_tc_payment_event_kind,
    &tp_enum_tc_payment_state,
    &tp_enum_tc_refund_state,
    &tp_enum_tc_pool_create_flag,
    &tp_enum_tc_pool_update_flag,
    &tp_enum_tc_place_kind,
    &tp_enum_tc_seat_state,
    &tp_enum_tc_template_flag,
    &tp_enum_tc_template_escaping,
    &tp_enum_tc_ticket_state,
    &tp_enum_tc_ticket_list_flag,
    &tp_enum_tc_barcode_window,
    &tp_enum_tc_ticket_type_status,
    &tp_enum_tc_ticket_type_field,
    &tp_enum_tc_venue_field};
const size_t TP_ENUMS_COUNT = sizeof TP_ENUMS / sizeof *TP_ENUMS;
const tp_command TP_COMMANDS[] = {
    {"venue_create", TC_VENUE_CREATE, &tp_command_tc_venue_create, &tp_type_tc_venue_result, TP_NONE, TP_NONE, 0},
    {"venue_update", TC_VENUE_UPDATE, &tp_command_tc_venue_update, &tp_type_tc_venue_result, TP_NONE, TP_NONE, 0},
    {"venue_delete", TC_VENUE_DELETE, &tp_command_tc_venue_delete, &tp_type_tc_venue_result, TP_NONE, TP_NONE, 0},
    {"map_create", TC_MAP_CREATE, &tp_command_tc_map_create, &tp_type_tc_map_result, TP_NONE, TP_NONE, 0},
    {"map_update", TC_MAP_UPDATE, &tp_command_tc_map_update, &tp_type_tc_map_result, TP_NONE, TP_NONE, 0},
    {"map_publish", TC_MAP_PUBLISH, &tp_command_tc_map_publish, &tp_type_tc_map_result, TP_NONE, TP_NONE, 0},
    {"map_delete", TC_MAP_DELETE, &tp_command_tc_map_delete, &tp_type_tc_map_result, TP_NONE, TP_NONE, 0},
    {"event_create", TC_EVENT_CREATE, &tp_command_tc_event_create, &tp_type_tc_event_result, TP_NONE, TP_NONE, 0},
    {"event_update", TC_EVENT_UPDATE, &tp_command_tc_event_update, &tp_type_tc_event_result, TP_NONE, TP_NONE, 0},
    {"event_delete", TC_EVENT_DELETE, &tp_command_tc_event_delete, &tp_type_tc_event_result, TP_NONE, TP_NONE, 0},
    {"ticket_type_create", TC_TICKET_TYPE_CREATE, &tp_command_tc_ticket_type_create, &tp_type_tc_ticket_type_result, TP_NONE, TP_NONE, 0},
    {"ticket_type_update", TC_TICKET_TYPE_UPDATE, &tp_command_tc_ticket_type_update, &tp_type_tc_ticket_type_result, TP_NONE, TP_NONE, 0},
    {"ticket_type_delete", TC_TICKET_TYPE_DELETE, &tp_command_tc_ticket_type_delete, &tp_type_tc_ticket_type_result, TP_NONE, TP_NONE, 0},
    {"hold_create", TC_HOLD_CREATE, &tp_command_tc_hold_create, &tp_type_tc_hold_create_result, offsetof(tc_hold_create_request, seats_count), 4, 0},
    {"hold_best", TC_HOLD_BEST, &tp_command_tc_hold_best, &tp_type_tc_hold_create_result, offsetof(tc_hold_best_request, quantity), 4, 0},
    {"hold_extend", TC_HOLD_EXTEND, &tp_command_tc_hold_extend, &tp_type_tc_hold_extend_result, TP_NONE, TP_NONE, 0},
    {"hold_release", TC_HOLD_RELEASE, &tp_command_tc_hold_release, &tp_type_tc_hold_release_result, TP_NONE, TP_NONE, 0},
    {"hold_expire", TC_HOLD_EXPIRE, &tp_command_tc_hold_expire, &tp_type_tc_hold_release_result, TP_NONE, TP_NONE, 0},
    {"hold_swap", TC_HOLD_SWAP, &tp_command_tc_hold_swap, &tp_type_tc_hold_create_result, offsetof(tc_hold_swap_request, seats_count), 4, 0},
    {"seat_block", TC_SEAT_BLOCK, &tp_command_tc_seat_block, &tp_type_tc_seat_block_result, offsetof(tc_seat_block_request, seats_count), 0, 0},
    {"seat_unblock", TC_SEAT_UNBLOCK, &tp_command_tc_seat_unblock, &tp_type_tc_seat_block_result, offsetof(tc_seat_block_request, seats_count), 0, 0},
    {"seat_channel", TC_SEAT_CHANNEL, &tp_command_tc_seat_channel, &tp_type_tc_seat_block_result, offsetof(tc_seat_channel_request, seats_count), 0, 0},
    {"pool_create", TC_POOL_CREATE, &tp_command_tc_pool_create, &tp_type_tc_pool_create_result, TP_NONE, TP_NONE, 0},
    {"pool_update", TC_POOL_UPDATE, &tp_command_tc_pool_update, &tp_type_tc_pool_update_result, TP_NONE, TP_NONE, 0},
    {"sweep", TC_SWEEP, &tp_command_tc_sweep, &tp_type_tc_sweep_result, TP_NONE, TP_NONE, 0},
    {"order_create", TC_ORDER_CREATE, &tp_command_tc_order_create, &tp_type_tc_order_create_result, TP_NONE, 8, TC_ORDER_TICKETS_MAX},
    {"order_cancel", TC_ORDER_CANCEL, &tp_command_tc_order_cancel, &tp_type_tc_order_result, TP_NONE, TP_NONE, 0},
    {"order_pay", TC_ORDER_PAY, &tp_command_tc_order_pay, &tp_type_tc_order_result, TP_NONE, TP_NONE, 0},
    {"order_settle", TC_ORDER_SETTLE, &tp_command_tc_order_settle, &tp_type_tc_order_result, TP_NONE, TP_NONE, 0},
    {"order_refund", TC_ORDER_REFUND, &tp_command_tc_order_refund, &tp_type_tc_order_result, TP_NONE, TP_NONE, 0},
    {"payment_lease", TC_PAYMENT_LEASE, &tp_command_tc_payment_lease, &tp_type_tc_payment_lease_result, offsetof(tc_payment_lease_request, max), 0, 0},
    {"payment_answer", TC_PAYMENT_ANSWER, &tp_command_tc_payment_answer, &tp_type_tc_payment_result, TP_NONE, TP_NONE, 0},
    {"payment_event", TC_PAYMENT_EVENT, &tp_command_tc_payment_event, &tp_type_tc_payment_result, TP_NONE, TP_NONE, 0},
    {"ticket_void", TC_TICKET_VOID, &tp_command_tc_ticket_void, &tp_type_tc_ticket_change_result, TP_NONE, TP_NONE, 0},
    {"ticket_reissue", TC_TICKET_REISSUE, &tp_command_tc_ticket_reissue, &tp_type_tc_ticket_change_result, TP_NONE, TP_NONE, 0},
    {"signing_key_rotate", TC_SIGNING_KEY_ROTATE, &tp_command_tc_signing_key_rotate, &tp_type_tc_signing_key_rotate_result, TP_NONE, TP_NONE, 0},
    {"checkin_scan", TC_CHECKIN_SCAN, &tp_command_tc_checkin_scan, &tp_type_tc_checkin_scan_result, TP_NONE, TP_NONE, 0},
    {"message_create", TC_MESSAGE_CREATE, &tp_command_tc_message_create, &tp_type_tc_message_create_result, TP_NONE, TP_NONE, 0},
    {"message_lease", TC_MESSAGE_LEASE, &tp_command_tc_message_lease, &tp_type_tc_message_lease_result, offsetof(tc_message_lease_request, max), 0, 0},
    {"message_answer", TC_MESSAGE_ANSWER, &tp_command_tc_message_answer, &tp_type_tc_message_change_result, TP_NONE, TP_NONE, 0},
    {"message_retry", TC_MESSAGE_RETRY, &tp_command_tc_message_retry, &tp_type_tc_message_change_result, TP_NONE, TP_NONE, 0},
    {"message_cancel", TC_MESSAGE_CANCEL, &tp_command_tc_message_cancel, &tp_type_tc_message_change_result, TP_NONE, TP_NONE, 0},
    {"template_put", TC_TEMPLATE_PUT, &tp_command_tc_template_put, &tp_type_tc_template_put_result, TP_NONE, TP_NONE, 0},
    {"template_delete", TC_TEMPLATE_DELETE, &tp_command_tc_template_delete, NULL, TP_NONE, TP_NONE, 0},
    {"consumer_set", TC_CONSUMER_SET, &tp_command_tc_consumer_set, &tp_type_tc_consumer_set_result, TP_NONE, TP_NONE, 0},
    {"consumer_delete", TC_CONSUMER_DELETE, &tp_command_tc_consumer_delete, NULL, TP_NONE, TP_NONE, 0},
    {"feed_prune", TC_FEED_PRUNE, &tp_command_tc_feed_prune, &tp_type_tc_feed_prune_result, TP_NONE, TP_NONE, 0},
};
const size_t TP_COMMANDS_COUNT = sizeof TP_COMMANDS / sizeof *TP_COMMANDS;

#include <string.h>

typedef struct in_availability_get {
    uint64_t event;
} in_availability_get;
static tp_field fields_in_availability_get[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_availability_get, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_availability_get = {"availability_get", NULL, fields_in_availability_get, sizeof(in_availability_get), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_availability_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_availability_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_availability_get, &in)) return tp_call_end(&call, NULL);
    tc_availability availability = TC_AVAILABILITY_INIT;
    int32_t code;
    code = tc_availability_get(call.snapshot, in.event, &availability, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_availability, &availability));
}

typedef struct in_availability_counts {
    uint64_t event;
    uint32_t by;
} in_availability_counts;
static tp_field fields_in_availability_counts[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_availability_counts, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"by", TP_ENUM, TP_REQUIRED, offsetof(in_availability_counts, by), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_availability_by, NULL},
};
static tp_type type_in_availability_counts = {"availability_counts", NULL, fields_in_availability_counts, sizeof(in_availability_counts), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_availability_counts(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_availability_counts in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_availability_counts, &in)) return tp_call_end(&call, NULL);
    tc_availability_count *counts;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        counts = tp_call_room(&call, &tp_type_tc_availability_count, room);
        if (!counts) return tp_call_end(&call, NULL);
        code = tc_availability_counts(call.snapshot, in.event, in.by, counts, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_availability_count, counts, count));
}

typedef struct in_availability_map {
    uint64_t event;
} in_availability_map;
static tp_field fields_in_availability_map[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_availability_map, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_availability_map = {"availability_map", NULL, fields_in_availability_map, sizeof(in_availability_map), 1, TP_NONE, 0, NULL, NULL};
typedef struct out_availability_map_inventory_version {
    uint64_t inventory_version;
} out_availability_map_inventory_version;
static const tp_field field_availability_map_inventory_version =
    {"inventory_version", TP_U64, 0, offsetof(out_availability_map_inventory_version, inventory_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_availability_map(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_availability_map in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_availability_map, &in)) return tp_call_end(&call, NULL);
    uint8_t *bits;
    size_t room = 4096;
    size_t length = 0;
    uint64_t inventory_version = 0;
    int32_t code;
    for (;;) {
        bits = tp_arena_take(&call.arena, room, 1);
        if (!bits) return tp_call_end(&call, NULL);
        code = tc_availability_map(call.snapshot, in.event, bits, room, &length, &inventory_version, &call.error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, PyBytes_FromStringAndSize((const char *)bits, (Py_ssize_t)length), tp_decode_field(&field_availability_map_inventory_version, &inventory_version)));
}

typedef struct in_availability_seats {
    uint64_t event;
    uint32_t first;
} in_availability_seats;
static tp_field fields_in_availability_seats[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_availability_seats, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"first", TP_U32, TP_REQUIRED, offsetof(in_availability_seats, first), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_availability_seats = {"availability_seats", NULL, fields_in_availability_seats, sizeof(in_availability_seats), 2, TP_NONE, 0, NULL, NULL};
typedef struct out_availability_seats_inventory_version {
    uint64_t inventory_version;
} out_availability_seats_inventory_version;
static const tp_field field_availability_seats_inventory_version =
    {"inventory_version", TP_U64, 0, offsetof(out_availability_seats_inventory_version, inventory_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_availability_seats(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_availability_seats in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_availability_seats, &in)) return tp_call_end(&call, NULL);
    tc_seat_status *seats;
    uint32_t count = 0;
    uint32_t room = 32;
    uint64_t inventory_version = 0;
    int32_t code;
    for (;;) {
        seats = tp_call_room(&call, &tp_type_tc_seat_status, room);
        if (!seats) return tp_call_end(&call, NULL);
        code = tc_availability_seats(call.snapshot, in.event, in.first, seats, room, &count, &inventory_version, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_seat_status, seats, count), tp_decode_field(&field_availability_seats_inventory_version, &inventory_version)));
}

typedef struct in_availability_since {
    uint64_t event;
    uint64_t since;
} in_availability_since;
static tp_field fields_in_availability_since[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_availability_since, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"since", TP_U64, TP_REQUIRED, offsetof(in_availability_since, since), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_availability_since = {"availability_since", NULL, fields_in_availability_since, sizeof(in_availability_since), 2, TP_NONE, 0, NULL, NULL};
typedef struct out_availability_since_inventory_version {
    uint64_t inventory_version;
} out_availability_since_inventory_version;
static const tp_field field_availability_since_inventory_version =
    {"inventory_version", TP_U64, 0, offsetof(out_availability_since_inventory_version, inventory_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_availability_since(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_availability_since in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_availability_since, &in)) return tp_call_end(&call, NULL);
    tc_seat_change *changes;
    uint32_t count = 0;
    uint32_t room = 32;
    uint64_t inventory_version = 0;
    int32_t code;
    for (;;) {
        changes = tp_call_room(&call, &tp_type_tc_seat_change, room);
        if (!changes) return tp_call_end(&call, NULL);
        code = tc_availability_since(call.snapshot, in.event, in.since, changes, room, &count, &inventory_version, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_seat_change, changes, count), tp_decode_field(&field_availability_since_inventory_version, &inventory_version)));
}

typedef struct in_version {
    uint32_t nothing;
} in_version;
static tp_field fields_in_version[] = {
    {0}
};
static tp_type type_in_version = {"version", NULL, fields_in_version, sizeof(in_version), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_version(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_version in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_version, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_version();
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_request_id_new {
    uint32_t nothing;
} in_request_id_new;
static tp_field fields_in_request_id_new[] = {
    {0}
};
static tp_type type_in_request_id_new = {"request_id_new", NULL, fields_in_request_id_new, sizeof(in_request_id_new), 0, TP_NONE, 0, NULL, NULL};
typedef struct out_request_id_new_id {
    tc_request_id id;
} out_request_id_new_id;
static const tp_field field_request_id_new_id =
    {"id", TP_REQUEST_ID, 0, offsetof(out_request_id_new_id, id), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_request_id_new(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_request_id_new in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_request_id_new, &in)) return tp_call_end(&call, NULL);
    tc_request_id id = {0};
    int32_t code;
    code = tc_request_id_new(&id);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_request_id_new_id, &id));
}

typedef struct in_verify {
    uint32_t nothing;
} in_verify;
static tp_field fields_in_verify[] = {
    {0}
};
static tp_type type_in_verify = {"verify", NULL, fields_in_verify, sizeof(in_verify), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_verify(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_verify in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_verify, &in)) return tp_call_end(&call, NULL);
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    uint32_t room = 100;
    report.faults_capacity = room;
    report.faults = tp_call_room(&call, &tp_type_tc_fault, room);
    if (!report.faults) return tp_call_end(&call, NULL);
    int32_t code;
    tp_call_release(&call);
        code = tc_verify(call.snapshot, &report, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_verify_report, &report));
}

typedef struct in_backup {
    const char *path;
    uint32_t flags;
} in_backup;
static tp_field fields_in_backup[] = {
    {"path", TP_TEXT, TP_REQUIRED, offsetof(in_backup, path), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"flags", TP_FLAGS, 0, offsetof(in_backup, flags), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_backup_flag, NULL},
};
static tp_type type_in_backup = {"backup", NULL, fields_in_backup, sizeof(in_backup), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_backup(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_backup in;
    if (!tp_call_begin(&call, args, TP_OVER_ENGINE, &type_in_backup, &in)) return tp_call_end(&call, NULL);
    int32_t code;
    tp_call_release(&call);
        code = tc_backup(call.engine, in.path, in.flags, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    Py_INCREF(Py_None);
    return tp_call_end(&call, Py_None);
}

typedef struct in_dump {
    int fd;
} in_dump;
static tp_field fields_in_dump[] = {
    {"fd", TP_I32, TP_REQUIRED, offsetof(in_dump, fd), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_dump = {"dump", NULL, fields_in_dump, sizeof(in_dump), 1, TP_NONE, 0, NULL, NULL};
typedef struct out_dump_records {
    uint64_t records;
} out_dump_records;
static const tp_field field_dump_records =
    {"records", TP_U64, 0, offsetof(out_dump_records, records), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_dump(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_dump in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_dump, &in)) return tp_call_end(&call, NULL);
    uint64_t records = 0;
    int32_t code;
    tp_call_release(&call);
        code = tc_dump(call.snapshot, in.fd, &records, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_dump_records, &records));
}

typedef struct in_load {
    const char *path;
    int fd;
} in_load;
static tp_field fields_in_load[] = {
    {"path", TP_TEXT, TP_REQUIRED, offsetof(in_load, path), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"fd", TP_I32, TP_REQUIRED, offsetof(in_load, fd), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_load = {"load", NULL, fields_in_load, sizeof(in_load), 2, TP_NONE, 0, NULL, NULL};
typedef struct out_load_records {
    uint64_t records;
} out_load_records;
static const tp_field field_load_records =
    {"records", TP_U64, 0, offsetof(out_load_records, records), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_load(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_load in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_load, &in)) return tp_call_end(&call, NULL);
    uint64_t records = 0;
    int32_t code;
    tp_call_release(&call);
        code = tc_load(in.path, in.fd, &records, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_load_records, &records));
}

typedef struct in_scan_answer_name {
    uint32_t answer;
} in_scan_answer_name;
static tp_field fields_in_scan_answer_name[] = {
    {"answer", TP_U32, TP_REQUIRED, offsetof(in_scan_answer_name, answer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_scan_answer_name = {"scan_answer_name", NULL, fields_in_scan_answer_name, sizeof(in_scan_answer_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_scan_answer_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_scan_answer_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_scan_answer_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_scan_answer_name(in.answer);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_scan_answer_sentence {
    uint32_t answer;
} in_scan_answer_sentence;
static tp_field fields_in_scan_answer_sentence[] = {
    {"answer", TP_U32, TP_REQUIRED, offsetof(in_scan_answer_sentence, answer), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_scan_answer_sentence = {"scan_answer_sentence", NULL, fields_in_scan_answer_sentence, sizeof(in_scan_answer_sentence), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_scan_answer_sentence(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_scan_answer_sentence in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_scan_answer_sentence, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_scan_answer_sentence(in.answer);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_checkin_list {
    uint64_t event;
    uint64_t after;
    uint32_t limit;
} in_checkin_list;
static tp_field fields_in_checkin_list[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_checkin_list, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"after", TP_U64, TP_REQUIRED, offsetof(in_checkin_list, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, TP_REQUIRED, offsetof(in_checkin_list, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_checkin_list = {"checkin_list", NULL, fields_in_checkin_list, sizeof(in_checkin_list), 3, TP_NONE, 0, NULL, NULL};

static PyObject *read_checkin_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_checkin_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_checkin_list, &in)) return tp_call_end(&call, NULL);
    tc_scan_entry *entries;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        entries = tp_call_room(&call, &tp_type_tc_scan_entry, room);
        if (!entries) return tp_call_end(&call, NULL);
        code = tc_checkin_list(call.snapshot, in.event, in.after, entries, room, &count, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_scan_entry, entries, count));
}

typedef struct in_engine_clock {
    uint32_t nothing;
} in_engine_clock;
static tp_field fields_in_engine_clock[] = {
    {0}
};
static tp_type type_in_engine_clock = {"engine_clock", NULL, fields_in_engine_clock, sizeof(in_engine_clock), 0, TP_NONE, 0, NULL, NULL};
typedef struct out_engine_clock_now_ms {
    int64_t now_ms;
} out_engine_clock_now_ms;
static const tp_field field_engine_clock_now_ms =
    {"now", TP_TIME, 0, offsetof(out_engine_clock_now_ms, now_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_engine_clock(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_engine_clock in;
    if (!tp_call_begin(&call, args, TP_OVER_ENGINE, &type_in_engine_clock, &in)) return tp_call_end(&call, NULL);
    int64_t now_ms = 0;
    int32_t code;
    tp_call_release(&call);
        code = tc_engine_clock(call.engine, &now_ms, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_engine_clock_now_ms, &now_ms));
}

typedef struct in_engine_set_clock {
    int64_t now_ms;
} in_engine_set_clock;
static tp_field fields_in_engine_set_clock[] = {
    {"now", TP_TIME, TP_REQUIRED, offsetof(in_engine_set_clock, now_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_engine_set_clock = {"engine_set_clock", NULL, fields_in_engine_set_clock, sizeof(in_engine_set_clock), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_engine_set_clock(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_engine_set_clock in;
    if (!tp_call_begin(&call, args, TP_OVER_ENGINE, &type_in_engine_set_clock, &in)) return tp_call_end(&call, NULL);
    int32_t code;
    tp_call_release(&call);
        code = tc_engine_set_clock(call.engine, in.now_ms, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    Py_INCREF(Py_None);
    return tp_call_end(&call, Py_None);
}

typedef struct in_engine_stat_get {
    uint32_t nothing;
} in_engine_stat_get;
static tp_field fields_in_engine_stat_get[] = {
    {0}
};
static tp_type type_in_engine_stat_get = {"engine_stat_get", NULL, fields_in_engine_stat_get, sizeof(in_engine_stat_get), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_engine_stat_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_engine_stat_get in;
    if (!tp_call_begin(&call, args, TP_OVER_ENGINE, &type_in_engine_stat_get, &in)) return tp_call_end(&call, NULL);
    tc_engine_stat stat = TC_ENGINE_STAT_INIT;
    int32_t code;
    tp_call_release(&call);
        code = tc_engine_stat_get(call.engine, &stat, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_engine_stat, &stat));
}

typedef struct in_engine_metrics {
    uint32_t nothing;
} in_engine_metrics;
static tp_field fields_in_engine_metrics[] = {
    {0}
};
static tp_type type_in_engine_metrics = {"engine_metrics", NULL, fields_in_engine_metrics, sizeof(in_engine_metrics), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_engine_metrics(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_engine_metrics in;
    if (!tp_call_begin(&call, args, TP_OVER_ENGINE, &type_in_engine_metrics, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        tp_call_release(&call);
        code = tc_engine_metrics(call.engine, buffer, room, &length, &call.error);
        tp_call_acquire(&call);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_error_class {
    int32_t code;
} in_error_class;
static tp_field fields_in_error_class[] = {
    {"code", TP_I32, TP_REQUIRED, offsetof(in_error_class, code), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_error_class = {"error_class", NULL, fields_in_error_class, sizeof(in_error_class), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_error_class(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_error_class in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_error_class, &in)) return tp_call_end(&call, NULL);
    return tp_call_end(&call, PyLong_FromLong(tc_error_class(in.code)));
}

typedef struct in_error_name {
    int32_t code;
} in_error_name;
static tp_field fields_in_error_name[] = {
    {"code", TP_I32, TP_REQUIRED, offsetof(in_error_name, code), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_error_name = {"error_name", NULL, fields_in_error_name, sizeof(in_error_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_error_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_error_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_error_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_error_name(in.code);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_error_sentence {
    int32_t code;
} in_error_sentence;
static tp_field fields_in_error_sentence[] = {
    {"code", TP_I32, TP_REQUIRED, offsetof(in_error_sentence, code), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_error_sentence = {"error_sentence", NULL, fields_in_error_sentence, sizeof(in_error_sentence), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_error_sentence(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_error_sentence in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_error_sentence, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_error_sentence(in.code);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_event_get {
    uint64_t event;
} in_event_get;
static tp_field fields_in_event_get[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_event_get, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_event_get = {"event_get", NULL, fields_in_event_get, sizeof(in_event_get), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_event_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_event_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_event_get, &in)) return tp_call_end(&call, NULL);
    tc_event_view view = TC_EVENT_VIEW_INIT;
    int32_t code;
    code = tc_event_get(call.snapshot, in.event, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_event_view, &view));
}


static PyObject *read_event_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_event_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_event_list_request, &in)) return tp_call_end(&call, NULL);
    tc_event_list_result result = TC_EVENT_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.events_capacity = room;
    result.events = tp_call_room(&call, &tp_type_tc_event_view, room);
    if (!result.events) return tp_call_end(&call, NULL);
    int32_t code;
    code = tc_event_list(call.snapshot, &in, &result, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_event_list_result, &result));
}

typedef struct in_event_svg {
    uint64_t event;
} in_event_svg;
static tp_field fields_in_event_svg[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_event_svg, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_event_svg = {"event_svg", NULL, fields_in_event_svg, sizeof(in_event_svg), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_event_svg(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_event_svg in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_event_svg, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        tp_call_release(&call);
        code = tc_event_svg(call.snapshot, in.event, buffer, room, &length, &call.error);
        tp_call_acquire(&call);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_event_seat_find {
    uint64_t event;
    const char *name;
} in_event_seat_find;
static tp_field fields_in_event_seat_find[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_event_seat_find, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, TP_REQUIRED, offsetof(in_event_seat_find, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_event_seat_find = {"event_seat_find", NULL, fields_in_event_seat_find, sizeof(in_event_seat_find), 2, TP_NONE, 0, NULL, NULL};
typedef struct out_event_seat_find_seat {
    uint32_t seat;
} out_event_seat_find_seat;
static const tp_field field_event_seat_find_seat =
    {"seat", TP_U32, 0, offsetof(out_event_seat_find_seat, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_event_seat_find(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_event_seat_find in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_event_seat_find, &in)) return tp_call_end(&call, NULL);
    uint32_t seat = 0;
    int32_t code;
    code = tc_event_seat_find(call.snapshot, in.event, in.name, &seat, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_event_seat_find_seat, &seat));
}

typedef struct in_feed_read {
    tc_feed_cursor cursor;
    uint32_t limit;
} in_feed_read;
static tp_field fields_in_feed_read[] = {
    {"cursor", TP_U64, TP_REQUIRED, offsetof(in_feed_read, cursor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, TP_REQUIRED, offsetof(in_feed_read, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_feed_read = {"feed_read", NULL, fields_in_feed_read, sizeof(in_feed_read), 2, TP_NONE, 0, NULL, NULL};
typedef struct out_feed_read_next {
    tc_feed_cursor next;
} out_feed_read_next;
static const tp_field field_feed_read_next =
    {"next", TP_U64, 0, offsetof(out_feed_read_next, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_feed_read(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_feed_read in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_feed_read, &in)) return tp_call_end(&call, NULL);
    tc_feed_event *events;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    tc_feed_cursor next = {0};
    int32_t code;
    for (;;) {
        events = tp_call_room(&call, &tp_type_tc_feed_event, room);
        if (!events) return tp_call_end(&call, NULL);
        code = tc_feed_read(call.snapshot, (tc_feed_cursor){in.cursor.position}, events, room, &count, &next, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_feed_event, events, count), tp_decode_field(&field_feed_read_next, &next)));
}

typedef struct in_feed_ends {
    uint32_t nothing;
} in_feed_ends;
static tp_field fields_in_feed_ends[] = {
    {0}
};
static tp_type type_in_feed_ends = {"feed_ends", NULL, fields_in_feed_ends, sizeof(in_feed_ends), 0, TP_NONE, 0, NULL, NULL};
typedef struct out_feed_ends_oldest {
    tc_feed_cursor oldest;
} out_feed_ends_oldest;
static const tp_field field_feed_ends_oldest =
    {"oldest", TP_U64, 0, offsetof(out_feed_ends_oldest, oldest), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};
typedef struct out_feed_ends_end {
    tc_feed_cursor end;
} out_feed_ends_end;
static const tp_field field_feed_ends_end =
    {"end", TP_U64, 0, offsetof(out_feed_ends_end, end), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_feed_ends(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_feed_ends in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_feed_ends, &in)) return tp_call_end(&call, NULL);
    tc_feed_cursor oldest = {0};
    tc_feed_cursor end = {0};
    int32_t code;
    code = tc_feed_ends(call.snapshot, &oldest, &end, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_field(&field_feed_ends_oldest, &oldest), tp_decode_field(&field_feed_ends_end, &end)));
}

typedef struct in_feed_cursor_at {
    uint64_t sequence;
} in_feed_cursor_at;
static tp_field fields_in_feed_cursor_at[] = {
    {"sequence", TP_U64, TP_REQUIRED, offsetof(in_feed_cursor_at, sequence), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_feed_cursor_at = {"feed_cursor_at", NULL, fields_in_feed_cursor_at, sizeof(in_feed_cursor_at), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_feed_cursor_at(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_feed_cursor_at in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_feed_cursor_at, &in)) return tp_call_end(&call, NULL);
    return tp_call_end(&call, PyLong_FromUnsignedLongLong(tc_feed_cursor_at(in.sequence).position));
}

typedef struct in_feed_cursor_sequence {
    tc_feed_cursor cursor;
} in_feed_cursor_sequence;
static tp_field fields_in_feed_cursor_sequence[] = {
    {"cursor", TP_U64, TP_REQUIRED, offsetof(in_feed_cursor_sequence, cursor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_feed_cursor_sequence = {"feed_cursor_sequence", NULL, fields_in_feed_cursor_sequence, sizeof(in_feed_cursor_sequence), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_feed_cursor_sequence(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_feed_cursor_sequence in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_feed_cursor_sequence, &in)) return tp_call_end(&call, NULL);
    return tp_call_end(&call, PyLong_FromUnsignedLongLong(tc_feed_cursor_sequence((tc_feed_cursor){in.cursor.position})));
}

typedef struct in_feed_wait {
    tc_feed_cursor cursor;
    int64_t timeout_ms;
} in_feed_wait;
static tp_field fields_in_feed_wait[] = {
    {"cursor", TP_U64, TP_REQUIRED, offsetof(in_feed_wait, cursor), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"timeout", TP_DURATION, TP_WIDE | TP_ZERO | TP_REQUIRED, offsetof(in_feed_wait, timeout_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_feed_wait = {"feed_wait", NULL, fields_in_feed_wait, sizeof(in_feed_wait), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_feed_wait(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_feed_wait in;
    if (!tp_call_begin(&call, args, TP_OVER_ENGINE, &type_in_feed_wait, &in)) return tp_call_end(&call, NULL);
    int32_t code;
    tp_call_release(&call);
        code = tc_feed_wait(call.engine, (tc_feed_cursor){in.cursor.position}, in.timeout_ms, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, PyBool_FromLong(code));
}

typedef struct in_feed_type_name {
    uint32_t type;
} in_feed_type_name;
static tp_field fields_in_feed_type_name[] = {
    {"type", TP_U32, TP_REQUIRED, offsetof(in_feed_type_name, type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_feed_type_name = {"feed_type_name", NULL, fields_in_feed_type_name, sizeof(in_feed_type_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_feed_type_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_feed_type_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_feed_type_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_feed_type_name(in.type);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}


static PyObject *read_feed_event_json(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_feed_event in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &tp_type_tc_feed_event, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        code = tc_feed_event_json(&in, buffer, room, &length, &call.error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_consumer_get {
    const char *name;
} in_consumer_get;
static tp_field fields_in_consumer_get[] = {
    {"name", TP_TEXT, TP_REQUIRED, offsetof(in_consumer_get, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_consumer_get = {"consumer_get", NULL, fields_in_consumer_get, sizeof(in_consumer_get), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_consumer_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_consumer_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_consumer_get, &in)) return tp_call_end(&call, NULL);
    tc_consumer out = {0};
    int32_t code;
    code = tc_consumer_get(call.snapshot, in.name, &out, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_consumer, &out));
}

typedef struct in_consumer_list {
    uint32_t nothing;
} in_consumer_list;
static tp_field fields_in_consumer_list[] = {
    {0}
};
static tp_type type_in_consumer_list = {"consumer_list", NULL, fields_in_consumer_list, sizeof(in_consumer_list), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_consumer_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_consumer_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_consumer_list, &in)) return tp_call_end(&call, NULL);
    tc_consumer *list;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        list = tp_call_room(&call, &tp_type_tc_consumer, room);
        if (!list) return tp_call_end(&call, NULL);
        code = tc_consumer_list(call.snapshot, list, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_consumer, list, count));
}

typedef struct in_hold_get {
    uint64_t hold;
    const tc_secret *secret;
} in_hold_get;
static tp_field fields_in_hold_get[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(in_hold_get, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET_POINTER, TP_REQUIRED, offsetof(in_hold_get, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_hold_get = {"hold_get", NULL, fields_in_hold_get, sizeof(in_hold_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_hold_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_hold_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_hold_get, &in)) return tp_call_end(&call, NULL);
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    int32_t code;
    code = tc_hold_get(call.snapshot, in.hold, in.secret, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_hold_view, &view));
}

typedef struct in_hold_peek {
    uint64_t hold;
} in_hold_peek;
static tp_field fields_in_hold_peek[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(in_hold_peek, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_hold_peek = {"hold_peek", NULL, fields_in_hold_peek, sizeof(in_hold_peek), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_hold_peek(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_hold_peek in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_hold_peek, &in)) return tp_call_end(&call, NULL);
    tc_hold_view view = TC_HOLD_VIEW_INIT;
    int32_t code;
    code = tc_hold_peek(call.snapshot, in.hold, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_hold_view, &view));
}

typedef struct in_hold_seats {
    uint64_t hold;
} in_hold_seats;
static tp_field fields_in_hold_seats[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(in_hold_seats, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_hold_seats = {"hold_seats", NULL, fields_in_hold_seats, sizeof(in_hold_seats), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_hold_seats(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_hold_seats in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_hold_seats, &in)) return tp_call_end(&call, NULL);
    tc_hold_seat *seats;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        seats = tp_call_room(&call, &tp_type_tc_hold_seat, room);
        if (!seats) return tp_call_end(&call, NULL);
        code = tc_hold_seats(call.snapshot, in.hold, seats, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_hold_seat, seats, count));
}

typedef struct in_hold_pools {
    uint64_t hold;
} in_hold_pools;
static tp_field fields_in_hold_pools[] = {
    {"hold", TP_U64, TP_REQUIRED, offsetof(in_hold_pools, hold), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_hold_pools = {"hold_pools", NULL, fields_in_hold_pools, sizeof(in_hold_pools), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_hold_pools(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_hold_pools in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_hold_pools, &in)) return tp_call_end(&call, NULL);
    tc_hold_pool *pools;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        pools = tp_call_room(&call, &tp_type_tc_hold_pool, room);
        if (!pools) return tp_call_end(&call, NULL);
        code = tc_hold_pools(call.snapshot, in.hold, pools, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_hold_pool, pools, count));
}

typedef struct in_ledger_balances {
    uint32_t nothing;
} in_ledger_balances;
static tp_field fields_in_ledger_balances[] = {
    {0}
};
static tp_type type_in_ledger_balances = {"ledger_balances", NULL, fields_in_ledger_balances, sizeof(in_ledger_balances), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_ledger_balances(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ledger_balances in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ledger_balances, &in)) return tp_call_end(&call, NULL);
    tc_ledger_balance *balances;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        balances = tp_call_room(&call, &tp_type_tc_ledger_balance, room);
        if (!balances) return tp_call_end(&call, NULL);
        code = tc_ledger_balances(call.snapshot, balances, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_ledger_balance, balances, count));
}

typedef struct in_ledger_entries {
    uint64_t order;
} in_ledger_entries;
static tp_field fields_in_ledger_entries[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(in_ledger_entries, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ledger_entries = {"ledger_entries", NULL, fields_in_ledger_entries, sizeof(in_ledger_entries), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_ledger_entries(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ledger_entries in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ledger_entries, &in)) return tp_call_end(&call, NULL);
    tc_ledger_entry *entries;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        entries = tp_call_room(&call, &tp_type_tc_ledger_entry, room);
        if (!entries) return tp_call_end(&call, NULL);
        code = tc_ledger_entries(call.snapshot, in.order, entries, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_ledger_entry, entries, count));
}

typedef struct in_ledger_journal {
    uint64_t after;
    uint32_t limit;
} in_ledger_journal;
static tp_field fields_in_ledger_journal[] = {
    {"after", TP_U64, TP_REQUIRED, offsetof(in_ledger_journal, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, TP_REQUIRED, offsetof(in_ledger_journal, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ledger_journal = {"ledger_journal", NULL, fields_in_ledger_journal, sizeof(in_ledger_journal), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_ledger_journal(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ledger_journal in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ledger_journal, &in)) return tp_call_end(&call, NULL);
    tc_ledger_entry *entries;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        entries = tp_call_room(&call, &tp_type_tc_ledger_entry, room);
        if (!entries) return tp_call_end(&call, NULL);
        code = tc_ledger_journal(call.snapshot, in.after, entries, room, &count, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_ledger_entry, entries, count));
}

typedef struct in_account_name {
    uint32_t account;
} in_account_name;
static tp_field fields_in_account_name[] = {
    {"account", TP_U32, TP_REQUIRED, offsetof(in_account_name, account), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_account_name = {"account_name", NULL, fields_in_account_name, sizeof(in_account_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_account_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_account_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_account_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_account_name(in.account);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_posting_reason_name {
    uint32_t reason;
} in_posting_reason_name;
static tp_field fields_in_posting_reason_name[] = {
    {"reason", TP_U32, TP_REQUIRED, offsetof(in_posting_reason_name, reason), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_posting_reason_name = {"posting_reason_name", NULL, fields_in_posting_reason_name, sizeof(in_posting_reason_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_posting_reason_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_posting_reason_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_posting_reason_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_posting_reason_name(in.reason);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_map_validate {
    const void *text;
    size_t text_length;
    uint32_t form;
} in_map_validate;
static tp_field fields_in_map_validate[] = {
    {"text", TP_BLOB, TP_WIDE | TP_REQUIRED, offsetof(in_map_validate, text), 0, offsetof(in_map_validate, text_length), TP_NONE, 0, NULL, NULL, NULL},
    {"form", TP_ENUM, TP_REQUIRED, offsetof(in_map_validate, form), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_map_form, NULL},
};
static tp_type type_in_map_validate = {"map_validate", NULL, fields_in_map_validate, sizeof(in_map_validate), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_validate(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_validate in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_map_validate, &in)) return tp_call_end(&call, NULL);
    tc_map_report report = TC_MAP_REPORT_INIT;
    int32_t code;
    tp_call_release(&call);
        code = tc_map_validate(in.text, in.text_length, in.form, &report, &call.error);
        tp_call_acquire(&call);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_map_report, &report));
}

typedef struct in_map_get {
    uint64_t map;
    uint32_t map_version;
} in_map_get;
static tp_field fields_in_map_get[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_get, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_get, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_get = {"map_get", NULL, fields_in_map_get, sizeof(in_map_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_get, &in)) return tp_call_end(&call, NULL);
    tc_map_view view = TC_MAP_VIEW_INIT;
    int32_t code;
    code = tc_map_get(call.snapshot, in.map, in.map_version, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_map_view, &view));
}


static PyObject *read_map_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_map_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_map_list_request, &in)) return tp_call_end(&call, NULL);
    tc_map_list_result result = TC_MAP_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.maps_capacity = room;
    result.maps = tp_call_room(&call, &tp_type_tc_map_view, room);
    if (!result.maps) return tp_call_end(&call, NULL);
    int32_t code;
    code = tc_map_list(call.snapshot, &in, &result, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_map_list_result, &result));
}

typedef struct in_map_export {
    uint64_t map;
    uint32_t map_version;
} in_map_export;
static tp_field fields_in_map_export[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_export, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_export, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_export = {"map_export", NULL, fields_in_map_export, sizeof(in_map_export), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_export(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_export in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_export, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        tp_call_release(&call);
        code = tc_map_export(call.snapshot, in.map, in.map_version, buffer, room, &length, &call.error);
        tp_call_acquire(&call);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_map_svg {
    uint64_t map;
    uint32_t map_version;
} in_map_svg;
static tp_field fields_in_map_svg[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_svg, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_svg, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_svg = {"map_svg", NULL, fields_in_map_svg, sizeof(in_map_svg), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_svg(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_svg in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_svg, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        tp_call_release(&call);
        code = tc_map_svg(call.snapshot, in.map, in.map_version, buffer, room, &length, &call.error);
        tp_call_acquire(&call);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_map_category_list {
    uint64_t map;
    uint32_t map_version;
} in_map_category_list;
static tp_field fields_in_map_category_list[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_category_list, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_category_list, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_category_list = {"map_category_list", NULL, fields_in_map_category_list, sizeof(in_map_category_list), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_category_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_category_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_category_list, &in)) return tp_call_end(&call, NULL);
    tc_map_category *categories;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        categories = tp_call_room(&call, &tp_type_tc_map_category, room);
        if (!categories) return tp_call_end(&call, NULL);
        code = tc_map_category_list(call.snapshot, in.map, in.map_version, categories, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_map_category, categories, count));
}

typedef struct in_map_section_list {
    uint64_t map;
    uint32_t map_version;
} in_map_section_list;
static tp_field fields_in_map_section_list[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_section_list, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_section_list, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_section_list = {"map_section_list", NULL, fields_in_map_section_list, sizeof(in_map_section_list), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_section_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_section_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_section_list, &in)) return tp_call_end(&call, NULL);
    tc_map_section *sections;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        sections = tp_call_room(&call, &tp_type_tc_map_section, room);
        if (!sections) return tp_call_end(&call, NULL);
        code = tc_map_section_list(call.snapshot, in.map, in.map_version, sections, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_map_section, sections, count));
}

typedef struct in_map_area_list {
    uint64_t map;
    uint32_t map_version;
} in_map_area_list;
static tp_field fields_in_map_area_list[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_area_list, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_area_list, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_area_list = {"map_area_list", NULL, fields_in_map_area_list, sizeof(in_map_area_list), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_area_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_area_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_area_list, &in)) return tp_call_end(&call, NULL);
    tc_map_area *areas;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        areas = tp_call_room(&call, &tp_type_tc_map_area, room);
        if (!areas) return tp_call_end(&call, NULL);
        code = tc_map_area_list(call.snapshot, in.map, in.map_version, areas, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_map_area, areas, count));
}

typedef struct in_map_seat_list {
    uint64_t map;
    uint32_t map_version;
    uint32_t first;
    uint32_t limit;
} in_map_seat_list;
static tp_field fields_in_map_seat_list[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_seat_list, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_seat_list, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"first", TP_U32, TP_REQUIRED, offsetof(in_map_seat_list, first), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, TP_REQUIRED, offsetof(in_map_seat_list, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_seat_list = {"map_seat_list", NULL, fields_in_map_seat_list, sizeof(in_map_seat_list), 4, TP_NONE, 0, NULL, NULL};

static PyObject *read_map_seat_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_seat_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_seat_list, &in)) return tp_call_end(&call, NULL);
    tc_map_seat *seats;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        seats = tp_call_room(&call, &tp_type_tc_map_seat, room);
        if (!seats) return tp_call_end(&call, NULL);
        code = tc_map_seat_list(call.snapshot, in.map, in.map_version, in.first, seats, room, &count, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_map_seat, seats, count));
}

typedef struct in_map_seat_find {
    uint64_t map;
    uint32_t map_version;
    const char *name;
} in_map_seat_find;
static tp_field fields_in_map_seat_find[] = {
    {"map", TP_U64, TP_REQUIRED, offsetof(in_map_seat_find, map), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"map_version", TP_U32, TP_REQUIRED, offsetof(in_map_seat_find, map_version), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"name", TP_TEXT, TP_REQUIRED, offsetof(in_map_seat_find, name), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_map_seat_find = {"map_seat_find", NULL, fields_in_map_seat_find, sizeof(in_map_seat_find), 3, TP_NONE, 0, NULL, NULL};
typedef struct out_map_seat_find_seat {
    uint32_t seat;
} out_map_seat_find_seat;
static const tp_field field_map_seat_find_seat =
    {"seat", TP_U32, 0, offsetof(out_map_seat_find_seat, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_map_seat_find(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_map_seat_find in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_map_seat_find, &in)) return tp_call_end(&call, NULL);
    uint32_t seat = 0;
    int32_t code;
    code = tc_map_seat_find(call.snapshot, in.map, in.map_version, in.name, &seat, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_map_seat_find_seat, &seat));
}

typedef struct in_order_get {
    uint64_t order;
    const tc_secret *secret;
} in_order_get;
static tp_field fields_in_order_get[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(in_order_get, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET_POINTER, 0, offsetof(in_order_get, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_order_get = {"order_get", NULL, fields_in_order_get, sizeof(in_order_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_order_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_order_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_order_get, &in)) return tp_call_end(&call, NULL);
    tc_order out = TC_ORDER_INIT;
    int32_t code;
    code = tc_order_get(call.snapshot, in.order, in.secret, &out, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_order, &out));
}

typedef struct in_order_lines {
    uint64_t order;
    const tc_secret *secret;
} in_order_lines;
static tp_field fields_in_order_lines[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(in_order_lines, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET_POINTER, 0, offsetof(in_order_lines, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_order_lines = {"order_lines", NULL, fields_in_order_lines, sizeof(in_order_lines), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_order_lines(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_order_lines in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_order_lines, &in)) return tp_call_end(&call, NULL);
    tc_order_line *lines;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        lines = tp_call_room(&call, &tp_type_tc_order_line, room);
        if (!lines) return tp_call_end(&call, NULL);
        code = tc_order_lines(call.snapshot, in.order, in.secret, lines, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_order_line, lines, count));
}

typedef struct in_order_contacts {
    uint64_t order;
} in_order_contacts;
static tp_field fields_in_order_contacts[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(in_order_contacts, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_order_contacts = {"order_contacts", NULL, fields_in_order_contacts, sizeof(in_order_contacts), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_order_contacts(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_order_contacts in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_order_contacts, &in)) return tp_call_end(&call, NULL);
    tc_contact *contacts;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        contacts = tp_call_room(&call, &tp_type_tc_contact, room);
        if (!contacts) return tp_call_end(&call, NULL);
        code = tc_order_contacts(call.snapshot, in.order, contacts, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_contact, contacts, count));
}

typedef struct out_order_list_next {
    uint64_t next;
} out_order_list_next;
static const tp_field field_order_list_next =
    {"next", TP_U64, 0, offsetof(out_order_list_next, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_order_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_order_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_order_list_request, &in)) return tp_call_end(&call, NULL);
    tc_order *orders;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        orders = tp_call_room(&call, &tp_type_tc_order, room);
        if (!orders) return tp_call_end(&call, NULL);
        code = tc_order_list(call.snapshot, &in, orders, &count, &next, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_order, orders, count), tp_decode_field(&field_order_list_next, &next)));
}

typedef struct in_order_state_name {
    uint32_t state;
} in_order_state_name;
static tp_field fields_in_order_state_name[] = {
    {"state", TP_U32, TP_REQUIRED, offsetof(in_order_state_name, state), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_order_state_name = {"order_state_name", NULL, fields_in_order_state_name, sizeof(in_order_state_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_order_state_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_order_state_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_order_state_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_order_state_name(in.state);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_message_kind_name {
    uint32_t kind;
} in_message_kind_name;
static tp_field fields_in_message_kind_name[] = {
    {"kind", TP_U32, TP_REQUIRED, offsetof(in_message_kind_name, kind), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_message_kind_name = {"message_kind_name", NULL, fields_in_message_kind_name, sizeof(in_message_kind_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_message_kind_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_message_kind_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_message_kind_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_message_kind_name(in.kind);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_message_channel_name {
    uint32_t channel;
} in_message_channel_name;
static tp_field fields_in_message_channel_name[] = {
    {"channel", TP_U32, TP_REQUIRED, offsetof(in_message_channel_name, channel), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_message_channel_name = {"message_channel_name", NULL, fields_in_message_channel_name, sizeof(in_message_channel_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_message_channel_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_message_channel_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_message_channel_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_message_channel_name(in.channel);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_message_state_name {
    uint32_t state;
} in_message_state_name;
static tp_field fields_in_message_state_name[] = {
    {"state", TP_U32, TP_REQUIRED, offsetof(in_message_state_name, state), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_message_state_name = {"message_state_name", NULL, fields_in_message_state_name, sizeof(in_message_state_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_message_state_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_message_state_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_message_state_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_message_state_name(in.state);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_message_get {
    uint64_t message;
} in_message_get;
static tp_field fields_in_message_get[] = {
    {"message", TP_U64, TP_REQUIRED, offsetof(in_message_get, message), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_message_get = {"message_get", NULL, fields_in_message_get, sizeof(in_message_get), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_message_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_message_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_message_get, &in)) return tp_call_end(&call, NULL);
    tc_message out = TC_MESSAGE_INIT;
    int32_t code;
    code = tc_message_get(call.snapshot, in.message, &out, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_message, &out));
}

typedef struct out_message_list_next {
    uint64_t next;
} out_message_list_next;
static const tp_field field_message_list_next =
    {"next", TP_U64, 0, offsetof(out_message_list_next, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_message_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_message_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_message_list_request, &in)) return tp_call_end(&call, NULL);
    tc_message *messages;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        messages = tp_call_room(&call, &tp_type_tc_message, room);
        if (!messages) return tp_call_end(&call, NULL);
        code = tc_message_list(call.snapshot, &in, messages, &count, &next, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_message, messages, count), tp_decode_field(&field_message_list_next, &next)));
}

typedef struct in_webhook_sign {
    const char *secret;
    const char *id;
    int64_t timestamp_s;
    const void *body;
    size_t body_length;
} in_webhook_sign;
static tp_field fields_in_webhook_sign[] = {
    {"secret", TP_TEXT, TP_REQUIRED, offsetof(in_webhook_sign, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"id", TP_TEXT, TP_REQUIRED, offsetof(in_webhook_sign, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"timestamp_s", TP_I64, TP_REQUIRED, offsetof(in_webhook_sign, timestamp_s), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"body", TP_BLOB, TP_WIDE | TP_REQUIRED, offsetof(in_webhook_sign, body), 0, offsetof(in_webhook_sign, body_length), TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_webhook_sign = {"webhook_sign", NULL, fields_in_webhook_sign, sizeof(in_webhook_sign), 4, TP_NONE, 0, NULL, NULL};

static PyObject *read_webhook_sign(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_webhook_sign in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_webhook_sign, &in)) return tp_call_end(&call, NULL);
    char *signature;
    size_t room = TC_WEBHOOK_SIGNATURE_MAX;
    int32_t code;
    for (;;) {
        signature = tp_arena_take(&call.arena, room, 1);
        if (!signature) return tp_call_end(&call, NULL);
        code = tc_webhook_sign(in.secret, in.id, in.timestamp_s, in.body, in.body_length, signature, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(signature, strlen(signature)));
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
static tp_field fields_in_webhook_verify[] = {
    {"secret", TP_TEXT, TP_REQUIRED, offsetof(in_webhook_verify, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"id", TP_TEXT, TP_REQUIRED, offsetof(in_webhook_verify, id), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"timestamp_s", TP_I64, TP_REQUIRED, offsetof(in_webhook_verify, timestamp_s), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"body", TP_BLOB, TP_WIDE | TP_REQUIRED, offsetof(in_webhook_verify, body), 0, offsetof(in_webhook_verify, body_length), TP_NONE, 0, NULL, NULL, NULL},
    {"signatures", TP_TEXT, TP_REQUIRED, offsetof(in_webhook_verify, signatures), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"now_s", TP_I64, TP_REQUIRED, offsetof(in_webhook_verify, now_s), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_webhook_verify = {"webhook_verify", NULL, fields_in_webhook_verify, sizeof(in_webhook_verify), 6, TP_NONE, 0, NULL, NULL};

static PyObject *read_webhook_verify(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_webhook_verify in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_webhook_verify, &in)) return tp_call_end(&call, NULL);
    int32_t code;
    code = tc_webhook_verify(in.secret, in.id, in.timestamp_s, in.body, in.body_length, in.signatures, in.now_s, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    Py_INCREF(Py_None);
    return tp_call_end(&call, Py_None);
}

typedef struct in_payment_list {
    uint64_t order;
} in_payment_list;
static tp_field fields_in_payment_list[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(in_payment_list, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_payment_list = {"payment_list", NULL, fields_in_payment_list, sizeof(in_payment_list), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_payment_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_payment_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_payment_list, &in)) return tp_call_end(&call, NULL);
    tc_payment *payments;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        payments = tp_call_room(&call, &tp_type_tc_payment, room);
        if (!payments) return tp_call_end(&call, NULL);
        code = tc_payment_list(call.snapshot, in.order, payments, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_payment, payments, count));
}

typedef struct in_refund_list {
    uint64_t order;
} in_refund_list;
static tp_field fields_in_refund_list[] = {
    {"order", TP_U64, TP_REQUIRED, offsetof(in_refund_list, order), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_refund_list = {"refund_list", NULL, fields_in_refund_list, sizeof(in_refund_list), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_refund_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_refund_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_refund_list, &in)) return tp_call_end(&call, NULL);
    tc_refund *refunds;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        refunds = tp_call_room(&call, &tp_type_tc_refund, room);
        if (!refunds) return tp_call_end(&call, NULL);
        code = tc_refund_list(call.snapshot, in.order, refunds, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_refund, refunds, count));
}

typedef struct in_payment_backlog_get {
    uint32_t nothing;
} in_payment_backlog_get;
static tp_field fields_in_payment_backlog_get[] = {
    {0}
};
static tp_type type_in_payment_backlog_get = {"payment_backlog_get", NULL, fields_in_payment_backlog_get, sizeof(in_payment_backlog_get), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_payment_backlog_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_payment_backlog_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_payment_backlog_get, &in)) return tp_call_end(&call, NULL);
    tc_payment_backlog out = TC_PAYMENT_BACKLOG_INIT;
    int32_t code;
    code = tc_payment_backlog_get(call.snapshot, &out, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_payment_backlog, &out));
}

typedef struct in_payment_kind_name {
    uint32_t kind;
} in_payment_kind_name;
static tp_field fields_in_payment_kind_name[] = {
    {"kind", TP_U32, TP_REQUIRED, offsetof(in_payment_kind_name, kind), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_payment_kind_name = {"payment_kind_name", NULL, fields_in_payment_kind_name, sizeof(in_payment_kind_name), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_payment_kind_name(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_payment_kind_name in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_payment_kind_name, &in)) return tp_call_end(&call, NULL);
    const char *text = tc_payment_kind_name(in.kind);
    if (!text) Py_INCREF(Py_None);
    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);
}

typedef struct in_pool_get {
    uint64_t event;
    uint32_t pool;
} in_pool_get;
static tp_field fields_in_pool_get[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_pool_get, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"pool", TP_U32, TP_REQUIRED, offsetof(in_pool_get, pool), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_pool_get = {"pool_get", NULL, fields_in_pool_get, sizeof(in_pool_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_pool_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_pool_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_pool_get, &in)) return tp_call_end(&call, NULL);
    tc_pool_view view = TC_POOL_VIEW_INIT;
    int32_t code;
    code = tc_pool_get(call.snapshot, in.event, in.pool, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_pool_view, &view));
}

typedef struct in_pool_list {
    uint64_t event;
    uint32_t after;
    uint32_t limit;
} in_pool_list;
static tp_field fields_in_pool_list[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_pool_list, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"after", TP_U32, TP_REQUIRED, offsetof(in_pool_list, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, TP_REQUIRED, offsetof(in_pool_list, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_pool_list = {"pool_list", NULL, fields_in_pool_list, sizeof(in_pool_list), 3, TP_NONE, 0, NULL, NULL};

static PyObject *read_pool_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_pool_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_pool_list, &in)) return tp_call_end(&call, NULL);
    tc_pool_view *pools;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    int32_t code;
    for (;;) {
        pools = tp_call_room(&call, &tp_type_tc_pool_view, room);
        if (!pools) return tp_call_end(&call, NULL);
        code = tc_pool_list(call.snapshot, in.event, in.after, pools, room, &count, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_pool_view, pools, count));
}


static PyObject *read_order_quote(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_order_quote_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_order_quote_request, &in)) return tp_call_end(&call, NULL);
    tc_order_quote_result result = TC_ORDER_QUOTE_RESULT_INIT;
    uint32_t room = in.items_count;
    result.lines_capacity = room;
    result.lines = tp_call_room(&call, &tp_type_tc_order_line, room);
    if (!result.lines) return tp_call_end(&call, NULL);
    int32_t code;
    code = tc_order_quote(call.snapshot, &in, &result, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_order_quote_result, &result));
}

typedef struct in_seat_get {
    uint64_t event;
    uint32_t seat;
} in_seat_get;
static tp_field fields_in_seat_get[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_seat_get, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"seat", TP_U32, TP_REQUIRED, offsetof(in_seat_get, seat), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_seat_get = {"seat_get", NULL, fields_in_seat_get, sizeof(in_seat_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_seat_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_seat_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_seat_get, &in)) return tp_call_end(&call, NULL);
    tc_seat_view view = TC_SEAT_VIEW_INIT;
    int32_t code;
    code = tc_seat_get(call.snapshot, in.event, in.seat, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_seat_view, &view));
}

typedef struct in_template_get {
    uint32_t kind;
    uint32_t channel;
    const char *locale;
} in_template_get;
static tp_field fields_in_template_get[] = {
    {"kind", TP_ENUM, TP_OPEN | TP_REQUIRED, offsetof(in_template_get, kind), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_kind, NULL},
    {"channel", TP_ENUM, TP_REQUIRED, offsetof(in_template_get, channel), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_message_channel, NULL},
    {"locale", TP_TEXT, 0, offsetof(in_template_get, locale), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_template_get = {"template_get", NULL, fields_in_template_get, sizeof(in_template_get), 3, TP_NONE, 0, NULL, NULL};

static PyObject *read_template_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_template_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_template_get, &in)) return tp_call_end(&call, NULL);
    tc_template out = TC_TEMPLATE_INIT;
    int32_t code;
    code = tc_template_get(call.snapshot, in.kind, in.channel, in.locale, &out, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_template, &out));
}

typedef struct in_template_list {
    uint32_t nothing;
} in_template_list;
static tp_field fields_in_template_list[] = {
    {0}
};
static tp_type type_in_template_list = {"template_list", NULL, fields_in_template_list, sizeof(in_template_list), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_template_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_template_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_template_list, &in)) return tp_call_end(&call, NULL);
    tc_template *list;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        list = tp_call_room(&call, &tp_type_tc_template, room);
        if (!list) return tp_call_end(&call, NULL);
        code = tc_template_list(call.snapshot, list, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_template, list, count));
}

typedef struct in_template_render {
    const char *text;
    const tc_variable *variables;
    uint32_t variables_count;
    uint32_t escaping;
} in_template_render;
static tp_field fields_in_template_render[] = {
    {"text", TP_TEXT, TP_REQUIRED, offsetof(in_template_render, text), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"variables", TP_LIST, TP_REQUIRED, offsetof(in_template_render, variables), 0, offsetof(in_template_render, variables_count), TP_NONE, 0, &tp_type_tc_variable, NULL, NULL},
    {"escaping", TP_ENUM, TP_REQUIRED, offsetof(in_template_render, escaping), 0, TP_NONE, TP_NONE, 0, NULL, &tp_enum_tc_template_escaping, NULL},
};
static tp_type type_in_template_render = {"template_render", NULL, fields_in_template_render, sizeof(in_template_render), 3, TP_NONE, 0, NULL, NULL};

static PyObject *read_template_render(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_template_render in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_template_render, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        code = tc_template_render(in.text, in.variables, in.variables_count, in.escaping, buffer, room, &length, &call.error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_ticket_get {
    uint64_t ticket;
    const tc_secret *secret;
} in_ticket_get;
static tp_field fields_in_ticket_get[] = {
    {"ticket", TP_U64, TP_REQUIRED, offsetof(in_ticket_get, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET_POINTER, 0, offsetof(in_ticket_get, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ticket_get = {"ticket_get", NULL, fields_in_ticket_get, sizeof(in_ticket_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_ticket_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ticket_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ticket_get, &in)) return tp_call_end(&call, NULL);
    tc_ticket out = TC_TICKET_INIT;
    int32_t code;
    code = tc_ticket_get(call.snapshot, in.ticket, in.secret, &out, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_ticket, &out));
}

typedef struct out_ticket_list_next {
    uint64_t next;
} out_ticket_list_next;
static const tp_field field_ticket_list_next =
    {"next", TP_U64, 0, offsetof(out_ticket_list_next, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_ticket_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_ticket_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_ticket_list_request, &in)) return tp_call_end(&call, NULL);
    tc_ticket *tickets;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        tickets = tp_call_room(&call, &tp_type_tc_ticket, room);
        if (!tickets) return tp_call_end(&call, NULL);
        code = tc_ticket_list(call.snapshot, &in, tickets, &count, &next, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_ticket, tickets, count), tp_decode_field(&field_ticket_list_next, &next)));
}

typedef struct in_ticket_count {
    uint64_t event;
} in_ticket_count;
static tp_field fields_in_ticket_count[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_ticket_count, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ticket_count = {"ticket_count", NULL, fields_in_ticket_count, sizeof(in_ticket_count), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_ticket_count(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ticket_count in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ticket_count, &in)) return tp_call_end(&call, NULL);
    tc_ticket_counts counts = TC_TICKET_COUNTS_INIT;
    int32_t code;
    code = tc_ticket_count(call.snapshot, in.event, &counts, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_ticket_counts, &counts));
}

typedef struct in_ticket_secret {
    uint64_t ticket;
    const tc_secret *order_secret;
} in_ticket_secret;
static tp_field fields_in_ticket_secret[] = {
    {"ticket", TP_U64, TP_REQUIRED, offsetof(in_ticket_secret, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"order_secret", TP_SECRET_POINTER, TP_REQUIRED, offsetof(in_ticket_secret, order_secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ticket_secret = {"ticket_secret", NULL, fields_in_ticket_secret, sizeof(in_ticket_secret), 2, TP_NONE, 0, NULL, NULL};
typedef struct out_ticket_secret_secret {
    tc_secret secret;
} out_ticket_secret_secret;
static const tp_field field_ticket_secret_secret =
    {"secret", TP_SECRET, 0, offsetof(out_ticket_secret_secret, secret), 16, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_ticket_secret(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ticket_secret in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ticket_secret, &in)) return tp_call_end(&call, NULL);
    tc_secret secret = {0};
    int32_t code;
    code = tc_ticket_secret(call.snapshot, in.ticket, in.order_secret, &secret, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_field(&field_ticket_secret_secret, &secret));
}

typedef struct in_ticket_barcode {
    uint64_t ticket;
    const tc_secret *secret;
} in_ticket_barcode;
static tp_field fields_in_ticket_barcode[] = {
    {"ticket", TP_U64, TP_REQUIRED, offsetof(in_ticket_barcode, ticket), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"secret", TP_SECRET_POINTER, 0, offsetof(in_ticket_barcode, secret), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ticket_barcode = {"ticket_barcode", NULL, fields_in_ticket_barcode, sizeof(in_ticket_barcode), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_ticket_barcode(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ticket_barcode in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ticket_barcode, &in)) return tp_call_end(&call, NULL);
    char *buffer;
    size_t room = 4096;
    size_t length = 0;
    int32_t code;
    for (;;) {
        buffer = tp_arena_take(&call.arena, room, 1);
        if (!buffer) return tp_call_end(&call, NULL);
        code = tc_ticket_barcode(call.snapshot, in.ticket, in.secret, buffer, room, &length, &call.error);
        if (code != TC_E_BUFFER) break;
        room = length + 1;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_text(buffer, length));
}

typedef struct in_signing_key_list {
    uint32_t nothing;
} in_signing_key_list;
static tp_field fields_in_signing_key_list[] = {
    {0}
};
static tp_type type_in_signing_key_list = {"signing_key_list", NULL, fields_in_signing_key_list, sizeof(in_signing_key_list), 0, TP_NONE, 0, NULL, NULL};

static PyObject *read_signing_key_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_signing_key_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_signing_key_list, &in)) return tp_call_end(&call, NULL);
    tc_public_key *keys;
    uint32_t count = 0;
    uint32_t room = 32;
    int32_t code;
    for (;;) {
        keys = tp_call_room(&call, &tp_type_tc_public_key, room);
        if (!keys) return tp_call_end(&call, NULL);
        code = tc_signing_key_list(call.snapshot, keys, room, &count, &call.error);
        if (code < 0 || count <= room) break;
        room = count;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode_list(&tp_type_tc_public_key, keys, count));
}

typedef struct in_barcode_verify {
    const tc_public_key *keys;
    uint32_t keys_count;
    const char *text;
    int64_t now_ms;
} in_barcode_verify;
static tp_field fields_in_barcode_verify[] = {
    {"keys", TP_LIST, TP_REQUIRED, offsetof(in_barcode_verify, keys), 0, offsetof(in_barcode_verify, keys_count), TP_NONE, 0, &tp_type_tc_public_key, NULL, NULL},
    {"text", TP_TEXT, TP_REQUIRED, offsetof(in_barcode_verify, text), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"now", TP_TIME, TP_ZERO, offsetof(in_barcode_verify, now_ms), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_barcode_verify = {"barcode_verify", NULL, fields_in_barcode_verify, sizeof(in_barcode_verify), 3, TP_NONE, 0, NULL, NULL};

static PyObject *read_barcode_verify(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_barcode_verify in;
    if (!tp_call_begin(&call, args, TP_OVER_NOTHING, &type_in_barcode_verify, &in)) return tp_call_end(&call, NULL);
    tc_barcode barcode = TC_BARCODE_INIT;
    int32_t code;
    code = tc_barcode_verify(in.keys, in.keys_count, in.text, in.now_ms, &barcode, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_barcode, &barcode));
}

typedef struct in_revocation_list {
    uint64_t event;
    uint64_t after;
    uint32_t limit;
} in_revocation_list;
static tp_field fields_in_revocation_list[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_revocation_list, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"after", TP_U64, TP_REQUIRED, offsetof(in_revocation_list, after), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"limit", TP_U32, TP_REQUIRED, offsetof(in_revocation_list, limit), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_revocation_list = {"revocation_list", NULL, fields_in_revocation_list, sizeof(in_revocation_list), 3, TP_NONE, 0, NULL, NULL};
typedef struct out_revocation_list_next {
    uint64_t next;
} out_revocation_list_next;
static const tp_field field_revocation_list_next =
    {"next", TP_U64, 0, offsetof(out_revocation_list_next, next), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL};

static PyObject *read_revocation_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_revocation_list in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_revocation_list, &in)) return tp_call_end(&call, NULL);
    tc_revocation *list;
    uint32_t count = 0;
    uint32_t room = in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit;
    uint64_t next = 0;
    int32_t code;
    for (;;) {
        list = tp_call_room(&call, &tp_type_tc_revocation, room);
        if (!list) return tp_call_end(&call, NULL);
        code = tc_revocation_list(call.snapshot, in.event, in.after, list, room, &count, &next, &call.error);
        break;
    }
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_pack(2, tp_decode_list(&tp_type_tc_revocation, list, count), tp_decode_field(&field_revocation_list_next, &next)));
}

typedef struct in_ticket_type_get {
    uint64_t event;
    uint32_t ticket_type;
} in_ticket_type_get;
static tp_field fields_in_ticket_type_get[] = {
    {"event", TP_U64, TP_REQUIRED, offsetof(in_ticket_type_get, event), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
    {"ticket_type", TP_U32, TP_REQUIRED, offsetof(in_ticket_type_get, ticket_type), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_ticket_type_get = {"ticket_type_get", NULL, fields_in_ticket_type_get, sizeof(in_ticket_type_get), 2, TP_NONE, 0, NULL, NULL};

static PyObject *read_ticket_type_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_ticket_type_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_ticket_type_get, &in)) return tp_call_end(&call, NULL);
    tc_ticket_type_view view = TC_TICKET_TYPE_VIEW_INIT;
    int32_t code;
    code = tc_ticket_type_get(call.snapshot, in.event, in.ticket_type, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_ticket_type_view, &view));
}


static PyObject *read_ticket_type_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_ticket_type_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_ticket_type_list_request, &in)) return tp_call_end(&call, NULL);
    tc_ticket_type_list_result result = TC_TICKET_TYPE_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.ticket_types_capacity = room;
    result.ticket_types = tp_call_room(&call, &tp_type_tc_ticket_type_view, room);
    if (!result.ticket_types) return tp_call_end(&call, NULL);
    int32_t code;
    code = tc_ticket_type_list(call.snapshot, &in, &result, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_ticket_type_list_result, &result));
}

typedef struct in_venue_get {
    uint64_t venue;
} in_venue_get;
static tp_field fields_in_venue_get[] = {
    {"venue", TP_U64, TP_REQUIRED, offsetof(in_venue_get, venue), 0, TP_NONE, TP_NONE, 0, NULL, NULL, NULL},
};
static tp_type type_in_venue_get = {"venue_get", NULL, fields_in_venue_get, sizeof(in_venue_get), 1, TP_NONE, 0, NULL, NULL};

static PyObject *read_venue_get(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    in_venue_get in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &type_in_venue_get, &in)) return tp_call_end(&call, NULL);
    tc_venue_view view = TC_VENUE_VIEW_INIT;
    int32_t code;
    code = tc_venue_get(call.snapshot, in.venue, &view, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_venue_view, &view));
}


static PyObject *read_venue_list(PyObject *self, PyObject *args) {
    (void)self;
    tp_call call;
    tc_venue_list_request in;
    if (!tp_call_begin(&call, args, TP_OVER_SNAPSHOT, &tp_type_tc_venue_list_request, &in)) return tp_call_end(&call, NULL);
    tc_venue_list_result result = TC_VENUE_LIST_RESULT_INIT;
    uint32_t room = in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit;
    result.venues_capacity = room;
    result.venues = tp_call_room(&call, &tp_type_tc_venue_view, room);
    if (!result.venues) return tp_call_end(&call, NULL);
    int32_t code;
    code = tc_venue_list(call.snapshot, &in, &result, &call.error);
    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));
    return tp_call_end(&call, tp_decode(&tp_type_tc_venue_list_result, &result));
}

PyMethodDef TP_READS[] = {
    {"availability_get", read_availability_get, METH_VARARGS, NULL},
    {"availability_counts", read_availability_counts, METH_VARARGS, NULL},
    {"availability_map", read_availability_map, METH_VARARGS, NULL},
    {"availability_seats", read_availability_seats, METH_VARARGS, NULL},
    {"availability_since", read_availability_since, METH_VARARGS, NULL},
    {"version", read_version, METH_VARARGS, NULL},
    {"request_id_new", read_request_id_new, METH_VARARGS, NULL},
    {"verify", read_verify, METH_VARARGS, NULL},
    {"backup", read_backup, METH_VARARGS, NULL},
    {"dump", read_dump, METH_VARARGS, NULL},
    {"load", read_load, METH_VARARGS, NULL},
    {"scan_answer_name", read_scan_answer_name, METH_VARARGS, NULL},
    {"scan_answer_sentence", read_scan_answer_sentence, METH_VARARGS, NULL},
    {"checkin_list", read_checkin_list, METH_VARARGS, NULL},
    {"engine_clock", read_engine_clock, METH_VARARGS, NULL},
    {"engine_set_clock", read_engine_set_clock, METH_VARARGS, NULL},
    {"engine_stat_get", read_engine_stat_get, METH_VARARGS, NULL},
    {"engine_metrics", read_engine_metrics, METH_VARARGS, NULL},
    {"error_class", read_error_class, METH_VARARGS, NULL},
    {"error_name", read_error_name, METH_VARARGS, NULL},
    {"error_sentence", read_error_sentence, METH_VARARGS, NULL},
    {"event_get", read_event_get, METH_VARARGS, NULL},
    {"event_list", read_event_list, METH_VARARGS, NULL},
    {"event_svg", read_event_svg, METH_VARARGS, NULL},
    {"event_seat_find", read_event_seat_find, METH_VARARGS, NULL},
    {"feed_read", read_feed_read, METH_VARARGS, NULL},
    {"feed_ends", read_feed_ends, METH_VARARGS, NULL},
    {"feed_cursor_at", read_feed_cursor_at, METH_VARARGS, NULL},
    {"feed_cursor_sequence", read_feed_cursor_sequence, METH_VARARGS, NULL},
    {"feed_wait", read_feed_wait, METH_VARARGS, NULL},
    {"feed_type_name", read_feed_type_name, METH_VARARGS, NULL},
    {"feed_event_json", read_feed_event_json, METH_VARARGS, NULL},
    {"consumer_get", read_consumer_get, METH_VARARGS, NULL},
    {"consumer_list", read_consumer_list, METH_VARARGS, NULL},
    {"hold_get", read_hold_get, METH_VARARGS, NULL},
    {"hold_peek", read_hold_peek, METH_VARARGS, NULL},
    {"hold_seats", read_hold_seats, METH_VARARGS, NULL},
    {"hold_pools", read_hold_pools, METH_VARARGS, NULL},
    {"ledger_balances", read_ledger_balances, METH_VARARGS, NULL},
    {"ledger_entries", read_ledger_entries, METH_VARARGS, NULL},
    {"ledger_journal", read_ledger_journal, METH_VARARGS, NULL},
    {"account_name", read_account_name, METH_VARARGS, NULL},
    {"posting_reason_name", read_posting_reason_name, METH_VARARGS, NULL},
    {"map_validate", read_map_validate, METH_VARARGS, NULL},
    {"map_get", read_map_get, METH_VARARGS, NULL},
    {"map_list", read_map_list, METH_VARARGS, NULL},
    {"map_export", read_map_export, METH_VARARGS, NULL},
    {"map_svg", read_map_svg, METH_VARARGS, NULL},
    {"map_category_list", read_map_category_list, METH_VARARGS, NULL},
    {"map_section_list", read_map_section_list, METH_VARARGS, NULL},
    {"map_area_list", read_map_area_list, METH_VARARGS, NULL},
    {"map_seat_list", read_map_seat_list, METH_VARARGS, NULL},
    {"map_seat_find", read_map_seat_find, METH_VARARGS, NULL},
    {"order_get", read_order_get, METH_VARARGS, NULL},
    {"order_lines", read_order_lines, METH_VARARGS, NULL},
    {"order_contacts", read_order_contacts, METH_VARARGS, NULL},
    {"order_list", read_order_list, METH_VARARGS, NULL},
    {"order_state_name", read_order_state_name, METH_VARARGS, NULL},
    {"message_kind_name", read_message_kind_name, METH_VARARGS, NULL},
    {"message_channel_name", read_message_channel_name, METH_VARARGS, NULL},
    {"message_state_name", read_message_state_name, METH_VARARGS, NULL},
    {"message_get", read_message_get, METH_VARARGS, NULL},
    {"message_list", read_message_list, METH_VARARGS, NULL},
    {"webhook_sign", read_webhook_sign, METH_VARARGS, NULL},
    {"webhook_verify", read_webhook_verify, METH_VARARGS, NULL},
    {"payment_list", read_payment_list, METH_VARARGS, NULL},
    {"refund_list", read_refund_list, METH_VARARGS, NULL},
    {"payment_backlog_get", read_payment_backlog_get, METH_VARARGS, NULL},
    {"payment_kind_name", read_payment_kind_name, METH_VARARGS, NULL},
    {"pool_get", read_pool_get, METH_VARARGS, NULL},
    {"pool_list", read_pool_list, METH_VARARGS, NULL},
    {"order_quote", read_order_quote, METH_VARARGS, NULL},
    {"seat_get", read_seat_get, METH_VARARGS, NULL},
    {"template_get", read_template_get, METH_VARARGS, NULL},
    {"template_list", read_template_list, METH_VARARGS, NULL},
    {"template_render", read_template_render, METH_VARARGS, NULL},
    {"ticket_get", read_ticket_get, METH_VARARGS, NULL},
    {"ticket_list", read_ticket_list, METH_VARARGS, NULL},
    {"ticket_count", read_ticket_count, METH_VARARGS, NULL},
    {"ticket_secret", read_ticket_secret, METH_VARARGS, NULL},
    {"ticket_barcode", read_ticket_barcode, METH_VARARGS, NULL},
    {"signing_key_list", read_signing_key_list, METH_VARARGS, NULL},
    {"barcode_verify", read_barcode_verify, METH_VARARGS, NULL},
    {"revocation_list", read_revocation_list, METH_VARARGS, NULL},
    {"ticket_type_get", read_ticket_type_get, METH_VARARGS, NULL},
    {"ticket_type_list", read_ticket_type_list, METH_VARARGS, NULL},
    {"venue_get", read_venue_get, METH_VARARGS, NULL},
    {"venue_list", read_venue_list, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};
