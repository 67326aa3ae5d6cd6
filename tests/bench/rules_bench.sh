#!/bin/bash
# Measures the table of rules_bench.cpp against SQLite's CASE and, where node and npm are there,
# against DuckDB's CASE, zen-engine and feelin: the same table and rows, in one run.
#
#   tests/bench/rules_bench.sh BENCH [ROWS [FOLDER]]
#
# BENCH is build/release-tests/tests/rules_bench. FOLDER keeps the packages of npm between runs
# (build/rules_peers). Every engine must decide as many rows by each rule as this program does; one
# that does not is named. Needs the package sqlite3, and a machine that does nothing else.
set -euo pipefail

bench=$(realpath "${1:?usage: rules_bench.sh BENCH [ROWS [FOLDER]]}")
rows=${2:-1000000}
here=$(realpath "$(dirname "$0")")
peers=$(realpath -m "${3:-build/rules_peers}")
folder=$(mktemp -d "${TMPDIR:-/tmp}/recoup-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

"$bench" rows "$rows" >"$folder/rows.csv"
head -n 5001 "$folder/rows.csv" >"$folder/few.csv"
hits=$("$bench" hits "$rows")
hits_few=$("$bench" hits 5000)
hits_least=$("$bench" hits 500)

# Name and rate of each measurement of this program.
"$bench" --benchmark_format=csv --benchmark_filter='first' 2>/dev/null |
  awk -F, '/^"(batch|by_row|explained)/ { gsub(/"/, "", $1); sub(/\/.*/, "", $1); printf "%s %d\n", $1, $7 }' >"$folder/ours"
rate() { awk -v name="$1" '$1 == name { print $2 }' "$folder/ours"; }
batch=$(rate batch_first)
by_row=$(rate by_row_first)
explained=$(rate explained_first)
printf '%-34s %12d tables a second\n' "over columns" "$batch" "row by row" "$by_row" \
  "with the full explanation" "$explained"

# NAME RATE HITS EXPECTED
compare() {
  awk -v name="$1" -v rate="$2" -v batch="$batch" -v row="$by_row" -v explained="$explained" 'BEGIN {
    printf "%-34s %12d; over columns %.1f, row by row %.2f, explained %.3f times that\n",
           name, rate, batch / rate, row / rate, explained / rate }'
  [ "$(echo $3)" = "$(echo $4)" ] || echo "  $1 decides otherwise: $3 and not $4"
}

sqlite3 "$folder/facts.db" "CREATE TABLE given (amount, channel, tier INTEGER, age INTEGER, share INTEGER)" \
  ".import --csv --skip 1 $folder/rows.csv given" \
  "CREATE TABLE facts AS SELECT CAST(round(amount * 100) AS INTEGER) AS amount, channel, tier, age, share FROM given"
query="SELECT rule, count(*) FROM (SELECT $(cat "$here/rules_case.sql") AS rule FROM facts) WHERE rule > 0 GROUP BY rule ORDER BY rule"
for _ in 1 2 3; do
  printf '.timer on\n%s;\n' "$query" | sqlite3 "$folder/facts.db" >"$folder/sqlite"
  awk -v rows="$rows" '/^Run Time/ { printf "%d\n", rows / ($6 + $8) }' "$folder/sqlite"
done | sort -n >"$folder/rates"
compare "SQLite CASE" "$(sed -n 2p "$folder/rates")" \
  "$(awk -F'|' '/^[0-9]+\|/ { n[$1] = $2 } END { for (i = 1; i <= 10; ++i) printf "%d ", n[i] }' "$folder/sqlite")" "$hits"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "without node and npm: no DuckDB, zen-engine and feelin"
  exit 0
fi
mkdir -p "$peers"
if [ ! -d "$peers/node_modules/@duckdb/node-api" ]; then
  (cd "$peers" && npm init -y >/dev/null 2>&1 &&
    npm install --no-audit --no-fund @gorules/zen-engine feelin @duckdb/node-api >/dev/null 2>&1) ||
    { echo "npm could not fetch the other engines"; exit 0; }
fi
# NAME ENGINE ROWS EXPECTED
peer() {
  if node "$here/rules_peers.mjs" "$peers/node_modules" "$2" "$3" "$here/rules_case.sql" >"$folder/peer" 2>"$folder/why"; then
    compare "$1" "$(sed -n 1p "$folder/peer")" "$(sed -n 2p "$folder/peer")" "$4"
  else
    echo "$1 did not run: $(head -n 1 "$folder/why")"
  fi
}
peer "DuckDB CASE, one thread" duckdb "$folder/rows.csv" "$hits"
peer "zen-engine, first hit" zen "$folder/few.csv" "$hits_few"
peer "feelin (500 rows)" feelin "$folder/few.csv" "$hits_least"
