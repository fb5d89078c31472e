/* Drawing barcodes; see barcode.c. */
#ifndef TICKETCORE_CLI_BARCODE_H
#define TICKETCORE_CLI_BARCODE_H

#include "cli.h"

/** Draw a barcode's text as a QR code, for a terminal or as SVG, to a file or standard output. */
int cli_barcode_draw(cli_call *call, const char *barcode, bool svg, const char *path);

#endif
