#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-tidy on what g++ compiles: without what only g++ understands. CMake calls it so:
#   sh packaging/tidy.sh CLANG-TIDY SOURCE -- COMPILER FLAGS
set -eu

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
