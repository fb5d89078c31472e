/* A barcode as text, as a QR code of block characters for a terminal, or as an SVG picture. The
 * text is upper case base32, which a QR code carries in its compact mode. */
#include <stdlib.h>
#include <string.h>

#include "barcode.h"

#ifdef TICKETCORE_QR
#include <qrencode.h>

/* Blank modules around a code, as its standard wants them. */
#define QUIET 4

static bool is_dark(const QRcode *code, int x, int y) {
    if (x < 0 || y < 0 || x >= code->width || y >= code->width) return false;
    return code->data[y * code->width + x] & 1;
}

/* Two rows of modules a line of text; light is drawn, since most terminals are dark. */
static void draw_text(const QRcode *code, FILE *out) {
    static const char *const blocks[] = {"\u2588", "\u2584", "\u2580", " "};
    for (int y = -QUIET; y < code->width + QUIET; y += 2) {
        for (int x = -QUIET; x < code->width + QUIET; x++) {
            int upper = is_dark(code, x, y);
            int lower = is_dark(code, x, y + 1) && y + 1 < code->width;
            fputs(blocks[upper + 2 * lower], out);
        }
        fputc('\n', out);
    }
}

static void draw_svg(const QRcode *code, FILE *out) {
    int size = code->width + 2 * QUIET;
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"%d\" height=\"%d\" "
            "viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">\n"
            "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"",
            size * 8, size * 8, size, size, size, size);
    for (int y = 0; y < code->width; y++) {
        for (int x = 0; x < code->width; x++) {
            int run = 0;
            while (is_dark(code, x + run, y)) run++;
            if (run > 0) fprintf(out, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run, run);
            x += run;
        }
    }
    fputs("\"/>\n</svg>\n", out);
}

int cli_barcode_draw(cli_call *call, const char *barcode, bool svg, const char *path) {
    char *text = NULL;
    size_t bytes = 0;
    QRcode *code = QRcode_encodeString(barcode, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    FILE *out = code ? open_memstream(&text, &bytes) : NULL;
    if (out) {
        (svg ? draw_svg : draw_text)(code, out);
        fclose(out);
    }
    QRcode_free(code);
    if (!out) return cli_trouble(call, CLI_RETRY, "NOMEM", "NOMEM: the QR code cannot be made");
    int exit_code = cli_write_file(call, path, text, bytes);
    free(text);
    return exit_code;
}
#else
int cli_barcode_draw(cli_call *call, const char *barcode, bool svg, const char *path) {
    (void)barcode;
    (void)svg;
    (void)path;
    return cli_trouble(call, CLI_REFUSED, "UNSUPPORTED",
                       "UNSUPPORTED: this tool was built without libqrencode; use --as text");
}
#endif
