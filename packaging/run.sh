#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and opens the window:
#   sh packaging/run.sh [ARGUMENTS OF trawl]
# Ends as trawl does; 2: something needed is missing; 4: there is no display.
set -eu

from=$PWD
cd "$(dirname "$0")/.."
# shellcheck source=packaging/setup.sh
. packaging/setup.sh

if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then
    build_packages="$build_packages qt6-wayland"
fi
need "$build_packages" "$build_commands"
configure release
build release bin/trawl bin/trawlc bin/trawl-worker

bin=$PWD/build/release/bin
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "there is no display here. The same engine works without one:"
    say "  $bin/trawlc get --dir DIRECTORY LIST"
    exit 4
fi
cd "$from"
exec "$bin/trawl" "$@"
