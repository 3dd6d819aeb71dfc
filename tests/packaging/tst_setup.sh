#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests run.sh, test.sh and setup.sh in a machine of fakes: no package is installed, nothing built.
#   sh tst_setup.sh PACKAGING
set -eu

packaging=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fake() {
    printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# A machine with the tools of any system and, as fakes, those of Debian and of a build.
machine() {
    rm -rf "${work:?}/bin" "$work/project"
    mkdir -p "$work/bin" "$work/project/build/release/bin"
    cp -r "$packaging" "$work/project/packaging"
    sed -i "s#=/usr/sbin/policy-rc.d#=$work/policy-rc.d#" "$work/project/packaging/setup.sh"
    : >"$work/log"
    : >"$work/project/CMakePresets.json"
    # No links: a fake written through one would overwrite the system's own program.
    for tool in cat dirname env find mkdir mktemp rm sed sh tr; do
        fake "$tool" "exec $(command -v "$tool") \"\$@\""
    done
    fake id 'echo 1000'
    # shellcheck disable=SC2016 # the fakes expand it
    fake dpkg-query 'shift 3; for p; do [ "$p" = "$LACKS" ] || echo "installed $p"; done'
    fake apt-get ':'
    for tool in sudo cmake ninja ctest; do
        fake "$tool" "echo \"$tool \$*\" >>$work/log
case \" \$* \" in *\" \$(cat $work/breaks) \"*) exit 1 ;; esac"
    done
    for tool in c++ pkg-config curl nginx openssl python3; do
        fake "$tool" ':'
    done
    fake ../project/build/release/bin/trawl "echo \"trawl \$*\" >>$work/log; exit 7"
}

# run STATUS SCRIPT ARGUMENTS…: in that machine; STATUS is what it must end with.
run() {
    expected=$1
    script=$2
    shift 2
    status=0
    echo "${breaks:-nothing}" >"$work/breaks"
    env -i PATH="$work/bin" LACKS="${lacks:-}" ${display:+DISPLAY="$display"} \
        sh "$work/project/packaging/$script" "$@" >"$work/out" 2>&1 || status=$?
    check "$script ends with $status, not $expected" [ "$status" = "$expected" ]
}

check() {
    what=$1
    shift
    "$@" && return
    failures=$((failures + 1))
    echo "FAIL in \"$title\": $what" >&2
    sed 's/^/    /' "$work/out" "$work/log" >&2
}

says() {
    check "does not say \"$1\"" grep -q -- "$1" "$work/out"
}

did() {
    check "did not do \"$1\"" grep -q -- "$1" "$work/log"
}

did_not() {
    ! grep -q -- "$1" "$work/log" || check "did \"$1\"" false
}

title='all is there, no display'
machine
run 4 run.sh
says 'no display'
says 'bin/trawlc get'
did 'cmake --preset release'
did 'ninja -C build/release .*bin/trawl bin/trawlc bin/trawl-worker'
did_not sudo
did_not '^trawl'

title='arguments and the exit status go through'
machine
display=:0
run 7 run.sh --session 'a file'
did '^trawl --session a file$'
display=''

title='configured already'
machine
: >"$work/project/build/release/build.ninja"
: >"$work/project/build/release/CMakeCache.txt"
run 4 run.sh
did_not cmake
did ninja

title='configured already, but something new was installed'
lacks=mold
run 4 run.sh
did 'cmake --preset release'
lacks=''

title='the build fails'
machine
breaks=bin/trawl
run 1 run.sh
breaks=''

title='one package is missing'
machine
lacks=qcoro-qt6-dev
run 4 run.sh
says 'installing: qcoro-qt6-dev'
did 'apt-get install .*--no-install-recommends qcoro-qt6-dev$'
did_not 'apt-get update'

title='no service is started by an installation'
machine
lacks=nginx
run 0 test.sh
did 'exit 101'
did 'apt-get install .* nginx$'
did 'sudo rm -f .*policy-rc.d'

title='the lists of packages are old'
machine
breaks=install
run 2 test.sh
did 'apt-get update'
says 'could not be installed: nginx'
did 'sudo rm -f .*policy-rc.d'
did_not ninja
breaks=''

title='neither root nor sudo'
machine
rm "$work/bin/sudo"
run 2 test.sh
says 'apt-get install --no-install-recommends nginx'
lacks=''

title='another system, something is missing'
machine
rm "$work/bin/dpkg-query" "$work/bin/ninja"
run 2 run.sh
says 'Missing commands: ninja'
says 'qt6-base-dev'

title='another system, a library is missing'
machine
rm "$work/bin/dpkg-query"
breaks=release
run 2 run.sh
breaks=''

title='another system, all is there'
machine
rm "$work/bin/dpkg-query"
run 4 run.sh

title='tests of the release'
machine
run 0 test.sh
did 'ctest --test-dir build/release'

title='tests of a preset, with options'
machine
run 0 test.sh dev -R lane
did 'cmake --preset dev'
did 'ninja -C build/dev'
did 'ctest --test-dir build/dev .*-R lane'

title='a test fails'
machine
breaks=ctest-fails
run 1 test.sh release ctest-fails
breaks=''

[ "$failures" = 0 ]
