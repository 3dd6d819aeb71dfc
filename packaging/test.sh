#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and runs every test:
#   sh packaging/test.sh [PRESET [OPTIONS OF ctest]]
# PRESET: release (default), dev (what runs in one process, under the sanitizers), check (dev, with a
# look of clang-tidy at what has changed), whole (what runs whole programs), plain (without unity
# units).
# Ends as ctest does; 2: something needed is missing.
set -eu

cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

preset=${1:-release}
[ $# -eq 0 ] || shift
[ "$preset" != check ] || {
    test_packages="$test_packages $tidy"
    test_commands="$test_commands $tidy"
}
need "$test_packages" "$test_commands"
configure "$preset"
build "$preset"

# Nothing of the person's session may decide how a test goes, and no test may touch it.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT TERM
mkdir -m 700 "$home/run"
status=0
# Twelve tests that wait, or three that work, run at once (PROCESSORS in tests/CMakeLists.txt).
env -i PATH="$PATH:/usr/sbin" HOME="$home" XDG_RUNTIME_DIR="$home/run" LANG=C.UTF-8 \
    ctest --test-dir "build/$preset" --output-on-failure --parallel 12 --no-tests=error "$@" ||
    status=$?
exit "$status"
