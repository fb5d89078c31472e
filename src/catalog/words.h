/* Words of a name, folded for searching. Pure functions over bytes; used by the indexes of events
 * and the lists. Case is folded for ASCII, Latin-1, Greek and Cyrillic letters; nothing else is. */
#ifndef TCI_WORDS_H
#define TCI_WORDS_H

#include "base/base.h"

/* Bytes of an indexed word; longer ones are cut at a character. */
#define TCI_WORD_MAX 40
/* Most words of one text: a name of TC_NAME_MAX bytes has fewer. */
#define TCI_WORDS_MAX 104

typedef struct tci_word {
    uint8_t len;
    char text[TCI_WORD_MAX];
} tci_word;

/* Words of a UTF-8 text in their order, no two equal; answers how many. Digits are words too. */
uint32_t tci_words_of(tci_slice text, tci_word words[TCI_WORDS_MAX]);
/* Does one of the words begin like this one? */
bool tci_words_have(const tci_word *words, uint32_t count, const tci_word *prefix);
/* Has the text, for each word of the query, a word that begins so? */
bool tci_words_match(tci_slice text, const tci_word *query, uint32_t count);

#endif
