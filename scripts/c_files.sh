#!/bin/sh
# List the C and C++ files that people write (generated ones and bindings' vendored ones are not).
set -eu
git ls-files --cached --others --exclude-standard \
    '*.c' '*.h' '*.cpp' '*.hpp' | while read -r file; do
    case $file in
    include/ticketcore/errors.h | include/ticketcore/feed_types.h | */generated/*) ;;
    *) [ -f "$file" ] && echo "$file" ;;
    esac
done
