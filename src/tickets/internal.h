/* What the files of src/tickets share, and what src/api needs of them to fill views. */
#ifndef TCI_TICKETS_INTERNAL_H
#define TCI_TICKETS_INTERNAL_H

#include "catalog/catalog.h"
#include "ticketcore/checkin.h"
#include "ticketcore/ticket.h"
#include "tickets/tickets.h"

/* Counts of an event. */
uint32_t tci_ticket_used_count(tci_view *view, uint64_t event);
uint32_t tci_ticket_void_count(tci_view *view, uint64_t event);

/* Apply: write a changed ticket, one version on; keeps the counters. Answers the new version. */
uint32_t tci_ticket_change(tci_ctx *ctx, const tci_ticket *before, tci_ticket *after);

/* Signing keys: rows by number, from 1; the newest signs. */
typedef struct tci_signing_key {
    uint32_t id;
    int64_t created_at_ms;
    uint8_t seed[32];
    uint8_t public_key[32];
} tci_signing_key;
enum { TCI_SIGNING_KEYS_MAX = 10000 };
bool tci_signing_key_load(tci_view *view, uint32_t id, tci_signing_key *out);
uint32_t tci_signing_key_newest(tci_view *view); /* 0: none */

/* What a barcode says, before signing. */
typedef struct tci_barcode {
    uint32_t key;
    uint64_t event; /* below 2^32 */
    uint32_t number;
    uint32_t serial;
    uint32_t seat;
    int64_t valid_from_ms;  /* whole minutes; 0: none */
    int64_t valid_until_ms; /* whole minutes; 0: none */
} tci_barcode;

enum {
    TCI_BARCODE_BODY = 29, /* version (1), key, event, number, serial, seat, from, until (4 each) */
    TCI_BARCODE_BYTES = TCI_BARCODE_BODY + 64,
    TCI_BARCODE_CHARS = (TCI_BARCODE_BYTES * 8 + 4) / 5
};

/* Sign and write as text with its NUL. */
void tci_barcode_write(const tci_barcode *barcode, const tci_signing_key *key,
                       char text[TCI_BARCODE_CHARS + 1]);
/* Read a text: false when it has not a barcode's form. `bytes` is what tci_barcode_check judges. */
bool tci_barcode_read(const char *text, tci_barcode *out, uint8_t bytes[TCI_BARCODE_BYTES]);
/* Is the signature by this key? */
bool tci_barcode_check(const uint8_t bytes[TCI_BARCODE_BYTES], const uint8_t public_key[32]);

/* Where a scan's ticket came from; part of the command. */
enum tci_scan_source {
    TCI_SCAN_BY_BARCODE = 1, /* signature checked by src/api */
    TCI_SCAN_NO_BARCODE = 2, /* not a barcode's form */
    TCI_SCAN_FORGED = 3,     /* a barcode's form, wrong signature or key */
    TCI_SCAN_BY_ID = 4       /* the host names the ticket */
};

/* One recorded scan: row of its event's partition by entry number. */
typedef struct tci_scan_record {
    uint64_t ticket;
    int64_t scanned_at_ms;
    uint32_t gate;
    uint32_t serial;
    uint32_t list;
    uint8_t answer;
} tci_scan_record;
bool tci_scan_entry_load(tci_view *view, uint64_t event, uint64_t entry, tci_scan_record *out);
uint64_t tci_scan_entry_next(tci_view *view, uint64_t event);

/* Rows of TCI_SPACE_SCAN: this letter, then the entry's number or the nonce. */
enum { TCI_SCAN_ROW_ENTRY = 'E', TCI_SCAN_ROW_NONCE = 'N' };

#endif
