/* The smallest host: links the installed library and asks for its version. */
#include <stdio.h>
#include <string.h>

#include <ticketcore/ticketcore.h>

int main(void) {
    printf("ticketcore %s\n", tc_version());
    return strcmp(tc_version(), TC_VERSION_TEXT) == 0 ? 0 : 1;
}
