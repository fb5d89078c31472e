/* The one table of nouns, in the order in which a newcomer meets them. */
#include "nouns.h"

/* The demo is called before the parser (its options are its own); this row is for help. */
const cli_command cli_demo_commands[] = {
    {.what = "Run an on-sale with many processes, failures and an audit; see demo --help."},
    {0},
};

const cli_noun cli_nouns[] = {
    {"init", "make a new, empty store", cli_init_commands},
    {"venue", "places where events are held", cli_venue_commands},
    {"map", "seat maps: import, publish, draw", cli_map_commands},
    {"event", "shows: what is sold, when, under which rules", cli_event_commands},
    {"price", "ticket types: what a place costs, to whom and when", cli_price_commands},
    {"pool", "places without numbers", cli_pool_commands},
    {"seat", "seats as they are; taking them off sale", cli_seat_commands},
    {"availability", "what can be had of an event", cli_availability_commands},
    {"hold", "seats and places taken for one buyer for a time", cli_hold_commands},
    {"order", "from a hold to money and tickets", cli_order_commands},
    {"pay", "payment commands for a worker, and the provider's events", cli_pay_commands},
    {"ticket", "tickets and their barcodes", cli_ticket_commands},
    {"checkin", "scans at a gate", cli_checkin_commands},
    {"outbox", "messages to send", cli_outbox_commands},
    {"template", "texts of messages", cli_template_commands},
    {"feed", "events of record, and their consumers", cli_feed_commands},
    {"ledger", "double-entry balances and postings", cli_ledger_commands},
    {"verify", "prove the store's invariants", cli_verify_commands},
    {"backup", "copy the store while it is used", cli_backup_commands},
#ifdef TICKETCORE_DUMP
    {"dump", "write the store as text", cli_dump_commands},
    {"load", "make a store from a dump", cli_load_commands},
#endif
    {"stat", "the state of the store", cli_stat_commands},
    {"metrics", "the engine's numbers, as OpenMetrics text", cli_metrics_commands},
    {"demo", "an on-sale with many processes and an audit", cli_demo_commands},
    {"version", "of library and disk format", cli_version_commands},
    {"help", "explain a command", cli_help_commands},
    {NULL, NULL, NULL},
};
