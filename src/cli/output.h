/* What the tool prints: rows of a table say which members of a struct are shown, under which key
 * and how. The same rows make the JSON and the aligned text, so that both always agree. */
#ifndef TICKETCORE_CLI_OUTPUT_H
#define TICKETCORE_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <jansson.h>

/** A word and its number; ends with a row without a word. */
typedef struct cli_word {
    const char *word; /**< as it is typed and printed; "-" and "_" are the same when typed */
    uint32_t number;  /**< what it stands for */
} cli_word;

/** How a member is shown. */
typedef enum cli_show {
    SHOW_NUMBER, /**< unsigned; JSON: a string above 2^53 */
    SHOW_SIGNED, /**< signed number */
    SHOW_SEAT,   /**< seat number; UINT32_MAX: none */
    SHOW_TEXT,   /**< const char * */
    SHOW_CHARS,  /**< char[] */
    SHOW_TIME,   /**< RFC 3339 UTC; 0 and INT64_MAX: none */
    SHOW_SPAN,   /**< milliseconds; text: like 15m */
    SHOW_MONEY,  /**< minor units; text: like 12.50 EUR, the currency's code stands at `aux` */
    SHOW_WORD,   /**< one of `words` */
    SHOW_NAME,   /**< what `name` calls the number */
    SHOW_BITS,   /**< several of `words`, JSON: an array */
    SHOW_BOOL,   /**< true or false; text: yes or no */
    SHOW_HEX,    /**< bytes as hexadecimal digits */
    SHOW_ROWS, /**< pointer to an array of structs shown by `nested`; their count stands at `aux` */
    SHOW_MAKE  /**< what `make` answers */
} cli_show;

/** How a field is treated, or-ed. */
enum {
    FIELD_NONE_0 = 1, /**< 0 means none: JSON null, text "-" */
    FIELD_JSON = 2,   /**< in JSON only */
    FIELD_DETAIL = 4, /**< not in the text of lists */
    FIELD_LAST = 8    /**< text of lists: a long one that needs no padding */
};

/** One thing that is shown; the end of a table is a row without a key. */
typedef struct cli_field {
    const char *key;                     /**< stable key of JSON, and the name in text */
    const cli_word *words;               /**< of WORD and BITS */
    const char *(*name)(uint32_t);       /**< of NAME */
    const struct cli_field *nested;      /**< of ROWS */
    json_t *(*make)(const void *object); /**< of MAKE; a new reference */
    uint16_t at, bytes;                  /**< place and width in the struct */
    uint16_t aux;                        /**< of MONEY and ROWS */
    uint16_t stride;                     /**< of ROWS: bytes of one */
    uint8_t show;                        /**< a ::cli_show */
    uint8_t flags;                       /**< FIELD_NONE_0 … */
} cli_field;

/** Rows of a list that wait for the width of their columns. */
typedef struct cli_output {
    const cli_field *fields; /**< of the rows that wait */
    char **cells;            /**< their texts, row by row */
    size_t rows;             /**< rows that wait */
    size_t rows_room;        /**< rows there is room for */
    size_t rows_printed;     /**< rows of this list printed so far */
    bool json;               /**< objects a line instead of text */
} cli_output;

/** Print one object: one line of JSON, or lines of "key  value". */
void cli_print(cli_output *out, const cli_field *fields, const void *object);
/** Add one object to a list; cli_rows_end() closes the list. */
void cli_row(cli_output *out, const cli_field *fields, const void *object);
void cli_rows_end(cli_output *out);
/** One object as JSON; a new reference. */
json_t *cli_json(const cli_field *fields, const void *object);
/** A number as JSON; a string above 2^53. */
json_t *cli_json_number(uint64_t number);
/** A text; bytes that are not UTF-8 become "?". */
json_t *cli_json_text(const char *text);
/** Print JSON in one line; takes the reference. */
void cli_print_json(json_t *value, FILE *out);
/** Everything printed so far has reached standard output. */
bool cli_output_good(void);

/** The word of a number, or "?". */
const char *cli_word_of(const cli_word *words, uint32_t number);
/** The number of a word; false: there is no such word. */
bool cli_word_number(const cli_word *words, const char *word, uint32_t *number);

#endif
