#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Trawl authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Times trawlc against its peers on one nginx, by turns, and prints medians and ratios.
#   packaging/bench.sh [-n RUNS] [-p PAGES] [S1] [S2] [S4] [G1] [G2]
# S1: pages of 10 kB over https, session kept · S2: the same over http · S4: two fields of each
# page to JSON Lines, over http, with either tree · G1: the window with a million rows while 5 000 a
# second change · G2: from the start to the rows of a session on the screen. G1 and G2 have no peers:
# their figures are printed beside the goals.
# Everything lies on a tmpfs: a disk's noise would drown the programs.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=5 pages=10000
while getopts n:p: option; do
    case $option in
    n) runs=$OPTARG ;;
    p) pages=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
rows=("$@")
[ ${#rows[@]} -gt 0 ] || rows=(S1 S2)

trawlc=$PWD/build/release/bin/trawlc
for tool in nginx openssl curl python3 "$trawlc"; do
    command -v "$tool" >/dev/null || {
        echo "bench.sh needs $tool" >&2
        exit 2
    }
done

work=$(mktemp -d /dev/shm/trawl-bench-XXXXXX)
stop() {
    [ ! -e "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" || true
    rm -rf "$work"
}
trap stop EXIT

serve() {
    mkdir -p "$work/www/p"
    python3 - "$work/www/p" "$pages" <<'PY'
import random, sys
random.seed(7)
words = "trawl net fish sea wave boat harbour line hook current tide gull salt deck rope".split()
for i in range(1, int(sys.argv[2]) + 1):
    text = f"<html><head><title>Page {i}</title></head><body><h1>Page {i}</h1>"
    while len(text) < 10200:
        text += "<p>" + " ".join(random.choices(words, k=12)) + "</p>"
    open(f"{sys.argv[1]}/{i:06d}.html", "w").write(text[:10226] + "</body></html>")
PY
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
        -keyout "$work/key.pem" -out "$work/cert.pem" -subj /CN=localhost \
        -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" 2>/dev/null
    read -r http https < <(python3 -c '
import socket
sockets = [socket.socket() for _ in range(2)]
for s in sockets: s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in sockets))')
    cat >"$work/nginx.conf" <<CONF
worker_processes 1;
pid $work/nginx.pid;
error_log $work/error.log;
$([ "$(id -u)" != 0 ] || echo "user root;")
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path $work/body; proxy_temp_path $work/proxy;
    fastcgi_temp_path $work/fastcgi; uwsgi_temp_path $work/uwsgi; scgi_temp_path $work/scgi;
    server {
        listen 127.0.0.1:$http;
        listen 127.0.0.1:$https ssl http2;
        ssl_certificate $work/cert.pem;
        ssl_certificate_key $work/key.pem;
        root $work/www;
    }
}
CONF
    nginx -p "$work" -c "$work/nginx.conf" 2>/dev/null
}

# Each contender fetches $list into a fresh $out.
with_trawl() {
    "$trawlc" get "$list" -q -d "$out" -o "$work/r.csv" --session "$work/s.trawl" \
        --cacert "$work/cert.pem"
}
with_curl_h1() { curl -sZ --http1.1 --parallel-max 64 --cacert "$work/cert.pem" -K "$work/curl.cfg" 2>/dev/null; }
with_curl_h2() { curl -sZ --parallel-max 64 --cacert "$work/cert.pem" -K "$work/curl.cfg" 2>/dev/null; }
with_wget2() { wget2 -q --max-threads=64 --ca-certificate="$work/cert.pem" -P "$out" -i "$list"; }
with_aria2() { aria2c -q -j 64 --ca-certificate="$work/cert.pem" -d "$out" -i "$list"; }

# Each of these makes $work/records.jsonl of two fields.
scrape_with() {
    "$trawlc" scrape "$list" -q --per-host 64 --tree "$1" -f 'title=title::text' -f 'head=h1::text' \
        -o "$work/records.jsonl"
}
with_fast() { scrape_with fast; }
with_browser() { scrape_with browser; }
with_scrapy() {
    (cd "$work" && /usr/bin/python3 -m scrapy runspider spider.py --nolog -a "list=$list" \
        -o "$work/records.jsonl:jsonlines")
}
write_spider() {
    cat >"$work/spider.py" <<'PY'
import scrapy


class Bench(scrapy.Spider):
    name = "bench"
    custom_settings = {
        "CONCURRENT_REQUESTS": 64,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 64,
        "ROBOTSTXT_OBEY": False,
        "TELNETCONSOLE_ENABLED": False,
    }

    def start_requests(self):
        for url in open(self.list):
            yield scrapy.Request(url.strip())

    def parse(self, response):
        yield {
            "title": response.css("title::text").get(),
            "head": response.css("h1::text").get(),
        }
PY
}

count_files() { find "$out" -type f | wc -l; }
count_records() { wc -l <"$work/records.jsonl"; }

time_one() {
    out=$work/out
    rm -rf "$out" "$work"/s.trawl* "$work/r.csv" "$work/records.jsonl"
    mkdir -p "$out"
    local begin end
    begin=$(date +%s%N)
    "with_$1" >/dev/null
    end=$(date +%s%N)
    local got
    got=$("$counted")
    [ "$got" = "$pages" ] || echo "$1 has $got of $pages" >&2
    echo $(((end - begin) / 1000))
}

# NAME URL CONTENDERS…: those of ours first, "--", the peers.
row() {
    local name=$1 url=$2
    shift 2
    list=$work/urls.txt
    seq -f "$url/p/%06g.html" 1 "$pages" >"$list"
    awk -v out="$work/out/" '{n = split($0, p, "/"); print "url=" $0; print "output=" out p[n]}' \
        "$list" >"$work/curl.cfg"
    local all=() each
    for each in "$@"; do
        [ "$each" = -- ] || all+=("$each")
    done
    for each in "${all[@]}"; do
        : >"$work/$name.$each"
    done
    for _ in $(seq "$runs"); do
        for each in "${all[@]}"; do
            time_one "$each" >>"$work/$name.$each"
        done
    done
    python3 - "$work/$name" "$name" "$pages" "$@" <<'PY'
import json, statistics, sys
prefix, row, pages = sys.argv[1], sys.argv[2], int(sys.argv[3])
border = sys.argv.index("--")
ours, peers = sys.argv[4:border], sys.argv[border + 1:]
rate = {p: [pages / (int(us) / 1e6) for us in open(f"{prefix}.{p}")] for p in ours + peers}
for our in ours:
    print(f"{row}  {our:8}  {statistics.median(rate[our]):8.0f} /s")
    for peer in peers:
        ratio = statistics.median(a / b for a, b in zip(rate[our], rate[peer]))
        print(f"{row}  {peer:8}  {statistics.median(rate[peer]):8.0f} /s  {our} is {ratio:.2f} x")
        print(json.dumps({"work": row, "ours": our, "peer": peer, "ratio": ratio,
                          "per_s": statistics.median(rate[peer])}), file=sys.stderr)
PY
}

# Those of these commands that are here.
present() {
    local each
    for each in "$@"; do
        command -v "$each" >/dev/null && echo "${each/aria2c/aria2}"
    done
    true
}

# Builds a program of tests/benchmarks and runs it on a screen of its own.
figures() {
    ninja -C build/release --quiet "$2"
    echo "$1"
    QT_QPA_PLATFORM=xcb sh tests/support/onscreen.sh "build/release/bin/$2" 2>/dev/null
}

case " ${rows[*]} " in
*' S'*) serve ;;
esac
mapfile -t others < <(present wget2 aria2c)
for name in "${rows[@]}"; do
    counted=count_files
    case $name in
    G1) figures G1 bench_window ;;
    G2) figures G2 bench_start ;;
    S1) row S1 "https://127.0.0.1:$https" trawl -- curl_h1 curl_h2 "${others[@]}" ;;
    S2) row S2 "http://127.0.0.1:$http" trawl -- curl_h1 "${others[@]}" ;;
    S4)
        counted=count_records
        write_spider
        row S4 "http://127.0.0.1:$http" fast browser -- scrapy
        ;;
    *)
        echo "bench.sh: no row is called $name" >&2
        exit 2
        ;;
    esac
done
