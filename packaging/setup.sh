# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by run.sh, test.sh and style.sh: what Trawl needs from its system, how to get it, how to
# build. The names are those of Debian 12 and 13.
# shellcheck disable=SC2034 # the lists are used by those

build_packages="build-essential cmake fonts-dejavu-core libbrotli-dev libcurl4-openssl-dev
    libexpected-dev libgl-dev libgumbo-dev libminizip-dev libnghttp2-dev libpcre2-dev libpsl-dev
    libsqlite3-dev libssl-dev libtomlplusplus-dev libuchardet-dev libxkbcommon-dev libxlsxwriter-dev
    libxml2-dev libxxhash-dev libzstd-dev mold ninja-build pkgconf qcoro-qt6-dev qt6-base-dev
    qt6-charts-dev qt6-l10n-tools qt6-svg-dev zlib1g-dev"
postgresql_doc=postgresql-doc-17
# shellcheck source=/dev/null
case $(. /etc/os-release && echo "${VERSION_CODENAME:-}") in
bookworm)
    build_packages="$build_packages libqt6opengl6-dev" # part of qt6-base-dev later
    postgresql_doc=postgresql-doc-15
    ;;
esac
build_commands="c++ cmake ninja pkg-config"
# The documentations are the real sites that are crawled.
test_packages="$build_packages appstream curl dbus-daemon debian-handbook desktop-file-utils
    fonts-noto-cjk imagemagick nginx openbox openssl $postgresql_doc procps python3 python3-doc
    python3-jsonschema python3-lxml python3-openpyxl shellcheck sqlite3 tinyproxy-bin xauth xdotool
    xvfb"
test_commands="$build_commands curl nginx openssl python3 tinyproxy"
clang=19 # versions put the same source differently
style_packages="clang-format-$clang git"
style_commands="clang-format-$clang git"
tidy=clang-tidy-$clang

installed=no

say() {
    printf '%s\n' "trawl: $*" >&2
}

missing_packages() {
    present=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ')
    for package in "$@"; do
        case " $present" in
        *" $package "*) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

missing_commands() {
    for command in "$@"; do
        # What only root has in the path may be there all the same.
        PATH=$PATH:/usr/sbin command -v "$command" >/dev/null || printf '%s ' "$command"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@"
}

# Installs packages; no service is started, for nginx would take port 80 of a person's machine.
install_packages() (
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'as_root rm -f "$policy"' EXIT
        trap 'exit 130' INT TERM
        # shellcheck disable=SC2016 # the inner shell expands it
        as_root sh -c 'printf "#!/bin/sh\nexit 101\n" >"$1" && chmod +x "$1"' sh "$policy"
    fi
    apt_install "$@" || { as_root apt-get update -q && apt_install "$@"; } || exit 1
    case " $* " in
    *" nginx "*)
        [ ! -d /run/systemd/system ] || as_root systemctl disable -q nginx || true
        ;;
    esac
)

# need PACKAGES COMMANDS: returns when all is there; ends with 2 when it cannot be had.
need() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        # shellcheck disable=SC2086 # lists of words
        missing=$(missing_commands $2)
        [ -n "$missing" ] || return 0
        say "this is not Debian, so nothing is installed by itself. Missing commands: $missing"
        # shellcheck disable=SC2086
        say "on Debian 12 and 13 the packages are:" $1
        exit 2
    fi
    # shellcheck disable=SC2086
    missing=$(missing_packages $1)
    [ -n "$missing" ] || return 0
    say "installing: $missing"
    installed=yes
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        say "neither root nor sudo here. As root, run: apt-get install --no-install-recommends $missing"
        exit 2
    fi
    # shellcheck disable=SC2086
    install_packages $missing || {
        say "these could not be installed: $missing"
        exit 2
    }
}

# configure PRESET: makes build/PRESET ready for ninja, which looks after it from then on, but not
# after what was installed since.
configure() {
    if [ "$installed" = no ] && [ -e "build/$1/build.ninja" ] &&
        [ -z "$(find CMakePresets.json -newer "build/$1/CMakeCache.txt")" ]; then
        return 0
    fi
    # Where nothing could be installed, this names the library that is missing.
    cmake --preset "$1" || exit 2
}

# build PRESET [TARGET…]
build() {
    preset=$1
    shift
    quiet=''
    # A log needs no line for each file.
    [ -t 1 ] || quiet=--quiet
    say "building build/$preset"
    # shellcheck disable=SC2086
    ninja -C "build/$preset" $quiet "$@"
}
