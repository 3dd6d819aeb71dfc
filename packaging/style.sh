#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Looks at how the sources are written:
#   sh packaging/style.sh [COMMIT]
# All of them must stand as clang-format would put them; those that changed since COMMIT (as a rule
# the last one that is half a day older than the latest) must pass clang-tidy.
# Ends with 1 when something is wrong; 2: something needed is missing.
set -eu

cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

need "$style_packages" "$style_commands"

failed=''
git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' |
    xargs "clang-format-$clang" --dry-run --Werror || failed="$failed clang-format"

half_a_day=43200
since=${1:-$(git rev-list -1 --before=$(($(git log -1 --format=%ct) - half_a_day)) HEAD)}
changed=$(git diff --name-only --diff-filter=d "$since" -- 'src/*.cpp')
if [ -n "$changed" ]; then
    configure tidy
    # What moc, uic and rcc make is included.
    build tidy autogen
    # shellcheck disable=SC2086 # names of our own, without blanks
    printf '%s\n' $changed |
        xargs --max-procs="$(nproc)" --max-args=4 "clang-tidy-$clang" -p build/tidy --quiet \
            --warnings-as-errors='*' || failed="$failed clang-tidy"
fi
[ -z "$failed" ] || {
    say "not as it should be:$failed"
    exit 1
}
