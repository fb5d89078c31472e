/* The tables of commands, one a noun, and what the files of nouns lend each other. */
#ifndef TICKETCORE_CLI_NOUNS_H
#define TICKETCORE_CLI_NOUNS_H

#include "cli.h"

extern const cli_command cli_init_commands[];
extern const cli_command cli_venue_commands[];
extern const cli_command cli_map_commands[];
extern const cli_command cli_event_commands[];
extern const cli_command cli_price_commands[];
extern const cli_command cli_pool_commands[];
extern const cli_command cli_seat_commands[];
extern const cli_command cli_availability_commands[];
extern const cli_command cli_hold_commands[];
extern const cli_command cli_order_commands[];
extern const cli_command cli_pay_commands[];
extern const cli_command cli_ticket_commands[];
extern const cli_command cli_checkin_commands[];
extern const cli_command cli_outbox_commands[];
extern const cli_command cli_template_commands[];
extern const cli_command cli_feed_commands[];
extern const cli_command cli_ledger_commands[];
extern const cli_command cli_verify_commands[];
extern const cli_command cli_backup_commands[];
extern const cli_command cli_dump_commands[];
extern const cli_command cli_load_commands[];
extern const cli_command cli_stat_commands[];
extern const cli_command cli_metrics_commands[];
extern const cli_command cli_demo_commands[];
extern const cli_command cli_version_commands[];
extern const cli_command cli_help_commands[];

/* Words that several nouns use. */
extern const cli_word cli_seat_states[];
extern const cli_word cli_message_channels[];
extern const cli_word cli_message_kinds[];

/* pictures.c: a text the library writes into room of the caller's, to a file or standard output. */
typedef int32_t (*cli_text_maker)(cli_call *call, char *buffer, size_t capacity, size_t *length);
int cli_write_made(cli_call *call, cli_text_maker make, const char *path);

/* seat_items.c: seats as they are named on the command line, and as they are shown. */
typedef struct cli_seats {
    tc_hold_seat *items; /* event, seat, version */
    uint32_t count;
    uint32_t room;
} cli_seats;

/** A seat with its labels, for people. */
typedef struct cli_seat_row {
    uint64_t event;
    uint32_t seat;
    uint32_t version;
    const char *section;
    const char *row;
    const char *label;
} cli_seat_row;

extern const cli_field cli_seat_row_fields[];

/** Read every SEAT given under `name` ("12", "12@3", "12-15", "2/12", a name of the map). */
int cli_read_seats(cli_call *call, const char *name, uint64_t event, cli_seats *seats);
/** Read every POOL:QUANTITY given under `name`. */
int cli_read_pools(cli_call *call, const char *name, uint64_t event, tc_hold_pool **pools,
                   uint32_t *count);
/** The seats with their labels; the caller frees. Strings live as long as the snapshot. Answers why
 * labels could not be read, with call->error; the rows are made all the same. */
int32_t cli_seat_rows(cli_call *call, const tc_hold_seat *seats, uint32_t count,
                      cli_seat_row **rows);

#endif
