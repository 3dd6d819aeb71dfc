#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Opens the window on a display of its own, looks at it, and quits it by its key:
#   sh packaging/window-smoke.sh PROGRAM SCREENSHOT.png
# Fails when no window comes, when it is blank, or when it does not quit.
set -eu

program=$1
screenshot=$2
work=$(mktemp -d)
xvfb='' openbox='' trawl=''
# shellcheck disable=SC2317 # called by the trap
stop() {
    for pid in $trawl $openbox $xvfb; do
        kill "$pid" 2>/dev/null || true
    done
    wait
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

fail() {
    echo "window-smoke: $*" >&2
    [ ! -s "$work/trawl.log" ] || sed 's/^/trawl: /' "$work/trawl.log" >&2
    exit 1
}

# eventually COMMAND…: until it succeeds, 20 s at most.
eventually() {
    for _ in $(seq 100); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.2
    done
    return 1
}

unset WAYLAND_DISPLAY
mkdir -p "$work/home" "$(dirname "$screenshot")"
# Without -noreset the server starts anew, and drops who is just coming, when its last client goes.
Xvfb -displayfd 3 -screen 0 1280x800x24 -noreset -nolisten tcp 3>"$work/display" \
    2>"$work/xvfb.log" &
xvfb=$!
eventually test -s "$work/display" || fail "Xvfb does not start: $(cat "$work/xvfb.log")"
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >/dev/null 2>&1 &
openbox=$!
# A window that comes while the window manager starts may never be shown.
eventually xdotool get_num_desktops || fail "openbox does not start"

mkdir -m 700 "$work/run"
env -u XDG_CONFIG_HOME -u XDG_DATA_HOME HOME="$work/home" XDG_RUNTIME_DIR="$work/run" \
    LANG=C.UTF-8 QT_QPA_PLATFORM=xcb \
    "$program" >"$work/trawl.log" 2>&1 &
trawl=$!
eventually xdotool search --onlyvisible --pid "$trawl" --name . || fail "no window"
window=$(xdotool search --onlyvisible --pid "$trawl" --name . | head -n 1)
eventually xdotool windowactivate --sync "$window" || fail "the window cannot be activated"

painted() {
    import -window root "$screenshot" && [ "$(identify -format %k "$screenshot")" -gt 50 ]
}
eventually painted || fail "the window is blank: see $screenshot"

gone() {
    ! kill -0 "$trawl"
}
xdotool key ctrl+q
eventually gone || fail "it does not quit"
status=0
wait "$trawl" || status=$?
trawl=''
[ "$status" = 0 ] || fail "it ended with $status"
