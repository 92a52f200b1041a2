#!/bin/sh
# The main job on the invented reports: add them, then ask the record. Usage: examples/demo.sh [path of onrecord]
set -u
onrecord=${1:-onrecord}
cd "$(dirname "$0")/.." || exit 2
record=$(mktemp -d)/talks.db
trap 'rm -rf "$(dirname "$record")"' EXIT
export ONRECORD_RECORD="$record"

ask() {
    printf '\n$ onrecord %s\n' "$(printf '%s ' "$@" | sed 's/ $//')"
    "$onrecord" "$@"
}

ask add examples || exit
ask brief
ask statements --speaker Voss --kind direct --limit 6
ask statements --party Velmora --search observers --context
ask timeline --since 2024-09-10
ask check
printf '\nNow yours: onrecord add FOLDER, then onrecord brief. onrecord --help shows the rest.\n'
