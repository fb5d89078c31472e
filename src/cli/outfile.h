/* Files that a command writes: whole or not at all. What was there before stays until the new one
 * is complete and on the disk. */
#ifndef CLI_OUTFILE_H
#define CLI_OUTFILE_H

#include <sys/types.h>

#include "cli.h"

typedef struct cli_outfile {
    int fd;           /**< write here */
    const char *path; /**< as given; NULL: standard output */
    char *target;     /**< what gets replaced; NULL: written straight, as pipes and devices are */
    char *temp;       /**< beside it */
    bool named;       /**< `temp` has its name already */
} cli_outfile;

/* Begin to write a file, of that mode when it is new. NULL and "-" are standard output. Answers
 * CLI_OK, or an exit code after having told. */
int cli_outfile_begin(cli_call *call, const char *path, mode_t mode, cli_outfile *out);
/* Put it in its place, or, without `keep`, leave what was there. */
int cli_outfile_end(cli_call *call, cli_outfile *out, bool keep);

#endif
