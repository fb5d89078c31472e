/* What the files of the on-sale demonstration share: its options, what every process of it knows,
 * and the face of each of its parts. Included by src/cli/demo*.c alone; the demonstration is a host
 * like any other and sees public headers only. */
#ifndef CLI_DEMO_H
#define CLI_DEMO_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "ticketcore/ticketcore.h"

#ifdef __APPLE__
extern char **environ; /* elsewhere unistd.h has it */
#endif

enum {
    DEMO_SEATS = 20000,      /* of our own hall, when nothing else is said */
    DEMO_PROCESSES = 3,      /* buyer processes */
    DEMO_PROCESSES_MAX = 16, /* of them */
    DEMO_BUYERS = 56,        /* buyers at once in one buyer process, a thread each */
    DEMO_BUYERS_MAX = 256,   /* of them */
    DEMO_SECONDS = 60,       /* the on-sale lasts at most so long */
    DEMO_TYPES_MAX = 64,     /* ticket types of the demonstration's event */
    DEMO_POOLS_MAX = 8,      /* standing areas it uses */
    DEMO_WISH_MAX = 8,       /* places one buyer wants at most */
    DEMO_PATH_MAX = 1024     /* bytes of a path it makes */
};

/* What the provider writes down, in the folder of the books. */
#define DEMO_PROVIDER_BOOKS "provider.log"

/* What a process of the demonstration is. */
typedef enum demo_role {
    DEMO_ROLE_STAGE = 0,    /* the parent: starts, kills, watches, audits */
    DEMO_ROLE_BUYERS = 1,   /* many buyers, a thread each */
    DEMO_ROLE_PAYMENTS = 2, /* carries payment commands to the provider */
    DEMO_ROLE_MAIL = 3      /* sends the messages */
} demo_role;

typedef struct demo_options {
    const char *map;       /* a map document; NULL: our own hall */
    const char *audit;     /* a kept store to audit again; NULL: none */
    const char *store;     /* the store's folder, not there yet; NULL: a temporary one */
    const char *out;       /* folder of the pictures; NULL: beside the store */
    const char *buyers_by; /* program of another language for every second buyer process, or NULL */
    uint32_t seats;        /* of our own hall */
    uint32_t processes;    /* buyer processes */
    uint32_t buyers;       /* threads of each */
    uint32_t seconds;      /* limit of the on-sale */
    uint64_t seed;         /* of every random choice */
    bool quick;            /* a small house and a short sale */
    bool keep;             /* keep the temporary folder */
    bool json;             /* the result as JSON */
    bool seats_given;      /* --seats was said */
    bool seconds_given;    /* --seconds was said */
    bool buyers_given;     /* --buyers was said */
    demo_role role;        /* what this process is */
    uint32_t slot;         /* children: which place it fills, from 0 */
    uint32_t incarnation;  /* children: how many filled it before */
    uint64_t event;        /* children: the event on sale */
    int64_t ttl_ms;        /* children: life of a hold */
    const char *books;     /* children: folder of everything written outside the store */
} demo_options;

/* The show, as the parent made it. */
typedef struct demo_show {
    tc_engine *engine;
    uint64_t venue;
    uint64_t map;
    uint64_t event;
    uint32_t seats;  /* of the map */
    uint32_t pools;  /* standing areas on sale */
    uint32_t places; /* places of them together */
    int64_t ttl_ms;  /* life of a hold */
    char name[TC_NAME_MAX + 8];
    char folder[DEMO_PATH_MAX]; /* temporary folder; "" when the store was named */
    char store[DEMO_PATH_MAX];
    char books[DEMO_PATH_MAX]; /* what buyers, provider and mail wrote: outside the store */
    char out[DEMO_PATH_MAX];
    char self[DEMO_PATH_MAX]; /* this program */
} demo_show;

/* ---- demo_options.c ---- */
/* 0: go on; else the exit code + 1. */
int demo_options_read(demo_options *options, int argc, char **argv);
/* Says what is wrong with the command line; answers 2. */
int demo_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* ---- demo_random.c: choices that repeat with the seed ---- */
typedef struct demo_random {
    uint64_t state;
} demo_random;
void demo_random_seed(demo_random *random, uint64_t seed, uint64_t stream);
uint64_t demo_random_next(demo_random *random);
/* 0 … below - 1; below from 1. */
uint32_t demo_random_below(demo_random *random, uint32_t below);
bool demo_random_percent(demo_random *random, uint32_t percent);

/* ---- demo_util.c: small things every part needs ---- */
int64_t demo_clock_us(void); /* one clock for all processes, never backward */
void demo_sleep_ms(int64_t ms);
bool demo_path(char *path, const char *folder, const char *name);
int demo_say_error(const char *what, const tc_error *error); /* prints; answers 1 */
bool demo_remove_tree(const char *folder);
bool demo_make_folder(const char *folder); /* with its parents */
/* A whole file; free() it. NULL with errno when it cannot be read. */
char *demo_read_file(const char *path, size_t *length);
bool demo_write_file(const char *path, const void *bytes, size_t length);
/* 16 bytes as 32 hexadecimal digits and back; false: it is something else. */
void demo_hex_write(char text[33], const uint8_t bytes[16]);
bool demo_hex_read(const char *text, uint8_t bytes[16]);

/* ---- demo_hall.c: our own hall as a map document ---- */
/* Exactly `seats` seats and a standing area. free() the text. NULL: out of memory. */
char *demo_hall_make(uint32_t seats, size_t *length);

/* ---- demo_setup.c: the house, the show, its prices ---- */
int demo_setup(const demo_options *options, demo_show *show);

/* ---- demo_process.c: starting, killing and reaping the children ---- */
typedef struct demo_child {
    pid_t pid; /* 0: nobody */
    demo_role role;
    uint32_t slot;
    uint32_t incarnation;
    bool killed;  /* by us, on purpose */
    bool leaving; /* asked to end */
} demo_child;

typedef struct demo_troupe {
    demo_child children[DEMO_PROCESSES_MAX + 2];
    uint32_t count;
    uint32_t kills;     /* children killed with -9 on purpose */
    uint32_t accidents; /* children that ended though nobody asked */
    char last[96];      /* the last kill, in words */
} demo_troupe;

int demo_troupe_start(demo_troupe *troupe, const demo_options *options, const demo_show *show);
/* Reap the dead and start their successors; false: somebody cannot be started, or ends at once. */
bool demo_troupe_tend(demo_troupe *troupe, const demo_options *options, const demo_show *show);
/* Kill the next victim with -9: mostly buyers, now and then a worker. */
void demo_troupe_kill(demo_troupe *troupe, demo_random *random);
/* Ask the children of a role to end and wait; those that do not end in time are ended hard. */
void demo_troupe_leave(demo_troupe *troupe, demo_role role, int64_t patience_ms);
void demo_troupe_end(demo_troupe *troupe);
/* Tell the workers that the doors are shut. */
void demo_troupe_close(demo_troupe *troupe);

/* In a child: end with the parent, and hear its wish to end. */
void demo_child_begin(void);
bool demo_child_leaving(void);
bool demo_child_closing(void); /* the doors are shut: the provider has recovered */

/* ---- demo_acks.c: what buyers wrote down outside the store ---- */
typedef struct demo_journal demo_journal;
demo_journal *demo_journal_open(const char *books, uint32_t slot);
void demo_journal_write(demo_journal *journal, uint64_t journey, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void demo_journal_close(demo_journal *journal);

/* What a buyer wanted: enough to send the very same request again. */
typedef struct demo_wish {
    tc_request_id hold_id;  /* request id of its hold */
    tc_request_id order_id; /* request id of its order; all zero: not yet */
    char kind; /* 'b' best, 'a' best with an accessible place, 'n' named, 'g' standing */
    uint32_t quantity;
    uint32_t category;    /* best: wanted; 0: any */
    uint32_t pool;        /* standing */
    uint32_t seats_count; /* named */
    tc_seat_version seats[DEMO_WISH_MAX];
    uint32_t types_count; /* order: one ticket type a place */
    uint32_t types[DEMO_WISH_MAX];
} demo_wish;

/* How far a journey came, by its lines. */
typedef enum demo_stage {
    DEMO_WANTED = 1,    /* the hold was sent, its answer not written down */
    DEMO_HELD = 2,      /* the hold was acknowledged */
    DEMO_ORDERING = 3,  /* the order was sent, its answer not written down */
    DEMO_ORDERED = 4,   /* the order was acknowledged */
    DEMO_CONFIRMED = 5, /* the buyer saw it confirmed */
    DEMO_REFUNDING = 6, /* the refund was sent, its answer not written down */
    DEMO_REFUNDED = 7   /* the refund was acknowledged */
} demo_stage;

/* Everything one buyer wrote down. */
typedef struct demo_journey {
    uint64_t id;
    demo_stage stage;
    bool over;     /* the buyer went home */
    bool resumed;  /* a successor took it up after a kill */
    bool released; /* the release of its hold was acknowledged */
    demo_wish wish;
    uint64_t hold;
    tc_secret hold_secret;
    uint32_t held_count;
    uint32_t held[DEMO_WISH_MAX];
    int64_t expected_minor;
    uint64_t order;
    tc_secret order_secret;
    int64_t total_minor;
    int64_t confirmed_at_us; /* when the confirmation was written down */
    uint32_t sold_count;
    uint32_t sold[DEMO_WISH_MAX]; /* seats confirmed */
    uint32_t tickets;             /* tickets confirmed, standing included */
    tc_request_id refund_id;
    uint64_t refund_ticket; /* 0: the whole order */
    uint32_t refund_seat;   /* its seat, or TC_TICKET_NO_SEAT */
    int64_t refund_at_us;   /* when the refund was asked for */
    int64_t refund_minor;   /* acknowledged */
} demo_journey;

typedef struct demo_record {
    demo_journey *journeys;
    size_t count;
    uint64_t torn; /* lines a kill cut off; nothing of them was acknowledged */
} demo_record;
/* Read the journal of one slot; false: out of memory or unreadable. */
bool demo_record_read(const char *books, uint32_t slot, demo_record *record);
void demo_record_free(demo_record *record);

/* ---- demo_page.c: the house as a buyer's live page shows it ---- */
typedef struct demo_page demo_page;
demo_page *demo_page_open(tc_engine *engine, uint64_t event);
void demo_page_close(demo_page *page);
/* Up to `quantity` free seats side by side, with the versions the page shows. 0: none found. */
uint32_t demo_page_pick(demo_page *page, demo_random *random, uint32_t quantity,
                        tc_seat_version *seats);
uint32_t demo_page_category(const demo_page *page, uint32_t seat);
uint32_t demo_page_categories(const demo_page *page); /* highest number of a category */
/* A random ticket type for a seat of a category (pool 0) or for places of a pool. 0: none. */
uint32_t demo_page_type(const demo_page *page, demo_random *random, uint32_t category,
                        uint32_t pool);
uint32_t demo_page_pool(const demo_page *page, demo_random *random); /* 0: there is none */
bool demo_page_refresh(demo_page *page, bool now); /* false: nothing is free any more */

/* ---- demo_buyers.c, demo_journey.c: the buyers ---- */
int demo_buyers(const demo_options *options);

typedef struct demo_shop {
    const demo_options *options;
    tc_engine *engine;
    demo_page *page;
    demo_journal *journal;
} demo_shop;
/* One buyer from the wish to the door; a journey that was begun is taken up where it stands. */
void demo_journey_run(demo_shop *shop, demo_random *random, demo_journey *journey);

/* ---- demo_payments.c, demo_mail.c: the workers ---- */
int demo_payments(const demo_options *options);
int demo_mail(const demo_options *options);

/* The numbers of the messages that went out, from the carrier's file. */
typedef struct demo_sent {
    uint8_t *bits;
    size_t room; /* bytes of bits */
    uint64_t count;
    uint64_t repeated; /* lines of messages that had gone out before */
} demo_sent;
bool demo_sent_read(const char *books, demo_sent *sent);
bool demo_sent_add(demo_sent *sent, uint64_t message); /* false: it was there */
bool demo_sent_has(const demo_sent *sent, uint64_t message);
void demo_sent_free(demo_sent *sent);

/* ---- demo_office.c: what the parent sells and mends at the end ---- */
/* Sweep, mend, and look whether a hold, an order, a payment, a refund (or a message) is under way.
 * False, explained on stderr: the store cannot be read. */
bool demo_office_rest(const demo_show *show, bool messages, bool *busy);
/* Sell every free seat and place over the counter; false with an explanation on stderr. */
bool demo_office_sell_rest(const demo_show *show, uint64_t seed);

/* ---- demo_watch.c: the live display ---- */
typedef struct demo_watch {
    FILE *out;
    bool terminal;
    bool colour;
    int lines_drawn;
    const char *phase; /* of the last drawing */
    int64_t began_us;
    int64_t drawn_us;
    int64_t rate_us;
    uint64_t rate_holds;
    double rate;
} demo_watch;
/* What the display knows of the store at one moment. */
typedef struct demo_numbers {
    uint32_t seats;
    uint32_t free;
    uint32_t held;
    uint32_t sold;
    uint64_t standing_sold;
    uint64_t standing;
    uint64_t holds;
    uint64_t orders;
    uint64_t messages;
    uint64_t payments;
} demo_numbers;
bool demo_numbers_read(const demo_show *show, demo_numbers *numbers);
void demo_watch_begin(demo_watch *watch, FILE *out);
void demo_watch_draw(demo_watch *watch, const demo_show *show, const demo_numbers *numbers,
                     const demo_troupe *troupe, const char *phase);

/* ---- demo_audit*.c: everything compared with everything ---- */
typedef struct demo_verdict {
    uint32_t seats;
    uint32_t sold;
    uint32_t held;
    uint32_t free;
    uint64_t orders;       /* orders that were confirmed */
    uint64_t refunded;     /* of them, refunded whole or in part */
    uint64_t messages;     /* messages sent, each counted once */
    uint64_t holds;        /* holds that were acknowledged to buyers */
    uint64_t acks;         /* acknowledgements compared */
    uint64_t resumed;      /* journeys a successor took up after a kill */
    uint64_t given_up;     /* orders that ended without seats and money */
    uint64_t taken_back;   /* confirmed orders the saga took back: the capture failed */
    uint64_t late;         /* confirmed by money that came after the hold had died */
    uint64_t moved;        /* of them, with equivalent seats */
    uint64_t seatless;     /* late money sent back: the seats were gone */
    uint64_t double_sold;  /* seats and places sold twice */
    uint64_t lost;         /* acknowledgements the store does not keep */
    int64_t money_balance; /* minor units that do not add up */
    uint64_t verified_records, verified_facts;
    bool verified; /* the engine's own walk found every invariant in order */
} demo_verdict;
/* False, explained on stderr: the audit could not look at everything. */
bool demo_audit(const demo_options *options, const demo_show *show, demo_verdict *verdict);

/* ---- demo_picture.c ---- */
/* The house as it stands, as SVG in show->out. */
bool demo_picture_draw(const demo_show *show, const char *name);
/* PNGs of pictures that were drawn, where rsvg-convert is installed; says where they are, to `out`.
 */
bool demo_picture_convert(const demo_show *show, const char *const *names, int count, FILE *out);

#endif
