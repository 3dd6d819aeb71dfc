#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-tidy on what g++ compiles: without what only g++ understands, and without what has been
# looked at before. CMake calls it so:
#   sh packaging/tidy.sh CLANG-TIDY OPTIONS SOURCE -- COMPILER FLAGS
set -eu

# changed_lately SOURCE: it, or one that it includes as a unity unit does, has changed within eight hours,
# a day's work, of the last commit. So have all where that cannot be told.
changed_lately() {
    last=$(git log -1 --format=%ct 2>/dev/null) || return 0
    base=$(git rev-list -1 --before="$((last - 8 * 60 * 60))" HEAD)
    [ -n "$base" ] || return 0
    for file in $(git diff --name-only "$base" -- src); do
        case "$1 $(cat "$1")" in
        *"/${file%.*}.cpp"*) return 0 ;;
        esac
    done
    return 1
}

cd "$(dirname "$0")/.."
for argument; do
    [ "$argument" != -- ] || break
    source=$argument
done
changed_lately "$source" || exit 0

skip=no
for argument; do
    shift
    [ "$skip" = no ] || {
        skip=no
        continue
    }
    case $argument in
    -include) skip=yes ;; # headers that g++ has precompiled
    -fcoroutines | -Winvalid-pch | -Wno-maybe-uninitialized | -Wno-subobject-linkage) ;;
    -fdebug-prefix-map=*) ;;
    *) set -- "$@" "$argument" ;;
    esac
done
# What the compilers warn of is for g++ to say.
exec "$@" -w
