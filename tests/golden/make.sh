#!/bin/sh
# Write this version's golden stores from a build: tests/golden/make.sh BUILD-FOLDER
set -eu
cd "$(dirname "$0")/../.."
build=${1:?which build folder}
version=$(sed -n 's/^#define TC_VERSION_TEXT "\(.*\)"/\1/p' include/ticketcore/base.h)
target=tests/golden/$version
[ ! -e "$target" ] || { echo "golden: $target is there; golden stores are never rewritten" >&2; exit 1; }
kept=$(mktemp -d)
TC_SCENARIO_KEEP="$kept" "$build/tests/scenarios/run_scenarios" \
    tests/scenarios/payment-by-provider.json tests/scenarios/refund.json tests/scenarios/pools.json >/dev/null
mkdir -p "$target"
for store in "$kept"/*; do
    mkdir "$target/$(basename "$store")"
    cp "$store/data.mdb" "$target/$(basename "$store")/"
done
rm -rf "$kept"
du -sh "$target"
