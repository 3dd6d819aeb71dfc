#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tells which sources do not stand as clang-format would put them:
#   sh packaging/style.sh
# Ends with 1 when there are any; 2: something needed is missing.
set -eu

cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

need "$style_packages" "$style_commands"
git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' |
    xargs "clang-format-$clang" --dry-run --Werror || {
    say "clang-format-$clang -i puts that right"
    exit 1
}
