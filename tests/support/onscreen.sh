#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
# onscreen.sh PROGRAM…: runs a test in a real window, on a screen of its own, under a window manager that is
# there before the test begins: a window that is mapped first may never be told that it is seen.
set -eu
if [ -z "${TRAWL_SCREEN-}" ]; then
    TRAWL_SCREEN=1 exec xvfb-run -a -s "-screen 0 1280x800x24" sh "$0" "$@"
fi
ready=$(mktemp -u)
openbox --startup "touch $ready" &
tries=0
until [ -e "$ready" ] || [ $tries = 200 ]; do
    sleep 0.05
    tries=$((tries + 1))
done
rm -f "$ready"
exec "$@"
