#!/bin/bash
# Measures the matching of exact legs against SQLite joining the same legs by an index and, where node
# and npm are there, against DuckDB joining them on two threads.
#
#   tests/bench/matching_bench.sh BENCH [LEGS]
#
# BENCH is build/release-tests/tests/matching_bench. Both take turns: one run of each to warm up, then
# five; the medians are compared. Neither side's loading counts, nor SQLite's making of the index, which
# is printed by itself. Needs the package sqlite3.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
# shellcheck source=tests/bench/lib-duckdb
. "$here/lib-duckdb"
modules=$(duckdb_modules || true)

bench=$(realpath "${1:?usage: matching_bench.sh BENCH [LEGS]}")
legs=${2:-1000000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/recoup-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

median() { sort -n | sed -n 3p; }
# Microseconds of the processor that SQLite's own timer shows for the statement.
sql() {
  printf '.timer on\n%s;\n' "$1" | sqlite3 "$folder/legs.db" | tee "$folder/told" |
    awk '/^Run Time/ { printf "%d\n", ($6 + $8) * 1000000 }'
}
# Microseconds of the processor.
ours() { "$bench" "$legs" "$@" | tee "$folder/ours" | awk '{ printf "%d\n", $1 * $5 / 1000 }'; }

"$bench" "$legs" rows >"$folder/legs.csv"
sqlite3 "$folder/legs.db" "CREATE TABLE leg (account TEXT, other TEXT, day TEXT, amount INTEGER)" \
  ".import --csv $folder/legs.csv leg"
index=$(sql "CREATE INDEX by_all ON leg (account, other, amount, day)")
join="SELECT count(*) FROM leg debit JOIN leg credit ON credit.account = debit.other AND
      credit.other = debit.account AND credit.amount = -debit.amount AND credit.day = debit.day
      WHERE debit.amount < 0"

ours exact >/dev/null
mv "$folder/ours" "$folder/paired"
sql "$join" >/dev/null
for _ in 1 2 3 4 5; do
  ours exact >>"$folder/exact"
  sql "$join" >>"$folder/join"
  ours all mixed >>"$folder/all"
done
exact=$(median <"$folder/exact")
joined=$(median <"$folder/join")
all=$(median <"$folder/all")
echo "$legs legs: $(awk '{ print $3 }' "$folder/paired") pairs here, $(head -n 1 "$folder/told") rows by SQL"
awk -v exact="$exact" -v join="$joined" -v index_time="$index" -v all="$all" -v legs="$legs" 'BEGIN {
  printf "exact legs %.1f ns a leg; SQLite %.1f, and %.1f for its index: %.1f times as long\n",
         exact * 1000 / legs, join * 1000 / legs, index_time * 1000 / legs, join / exact
  printf "everything else too, a quarter of the transfers later or less a charge: %.1f ns a leg: %.1f times the exact legs\n",
         all * 1000 / legs, all / exact }'
if [ -n "$modules" ]; then
  for _ in 1 2 3 4 5; do
    node "$here/duckdb_sql.mjs" "$modules" ":memory:" 2 \
      "CREATE TABLE leg AS SELECT * FROM read_csv('$folder/legs.csv', header = false,
         names = ['account', 'other', 'day', 'amount'])" "$join" >"$folder/duck"
    awk 'NR == 1 { printf "%d\n", $1 * 1000 }' "$folder/duck" >>"$folder/ducks"
  done
  duck=$(median <"$folder/ducks")
  echo "DuckDB finds $(sed -n 2p "$folder/duck") rows"
  awk -v exact="$exact" -v duck="$duck" -v legs="$legs" 'BEGIN {
    printf "DuckDB on two threads, by the clock, %.1f ns a leg: %.1f times the exact legs here\n",
           duck * 1000 / legs, duck / exact }'
fi
