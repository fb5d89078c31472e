#!/bin/sh
# Compare the ABI of the working tree with the last release's tag (v*), by abidiff. Without a release
# there is nothing to compare. New functions are fine; every other change of what hosts see is a
# failure, a struct that grew at its end too unless tests/abi/growth.suppr names it.
set -eu
cd "$(dirname "$0")/.."
tag=$(git describe --tags --abbrev=0 --match 'v[0-9]*' 2>/dev/null || true)
if [ -z "$tag" ]; then
    echo "abi: no release yet, nothing to compare with"
    exit 0
fi
old=build/abi/$tag
if [ ! -e "$old/build/src/libticketcore.so" ]; then
    rm -rf "$old"
    mkdir -p "$old/tree"
    git archive "$tag" | tar -x -C "$old/tree"
    CC=clang meson setup "$old/build" "$old/tree" -Dbuildtype=debug -Dtests=false -Dbench=false \
        -Dexamples=false -Dcli=false >/dev/null
    ninja -C "$old/build" >/dev/null
fi
code=0
abidiff --headers-dir1 "$old/tree/include" --headers-dir2 include --no-added-syms \
    --suppressions tests/abi/growth.suppr \
    "$old/build/src/libticketcore.so" build/lint/src/libticketcore.so || code=$?
if [ "$code" -ne 0 ]; then
    echo "abi: not compatible with $tag (abidiff answered $code)"
    exit 1
fi
echo "abi: compatible with $tag"
