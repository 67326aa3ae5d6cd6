#!/bin/bash
# Measures `recoup import` of canonical CSV against `sqlite3 .import` of the same file and, where node
# and npm are there, against DuckDB reading it into a file of its own on one thread.
#
#   tests/bench/import_bench.sh PROGRAM [--ten-million]
#
# The programs take turns: one run of each to warm up, then five; the medians are compared. Each run
# is a whole process with a new database (DuckDB's has node around it). Needs the packages sqlite3 and
# time. What npm brings is kept in build/peers, or where RECOUP_PEERS says.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
# shellcheck source=tests/bench/lib-duckdb
. "$here/lib-duckdb"
modules=$(duckdb_modules || true)

program=$(realpath "${1:?usage: import_bench.sh PROGRAM [--ten-million]}")
sizes="100000:2000 1000000:20000"
[[ ${2:-} == --ten-million ]] && sizes="$sizes 10000000:200000"
folder=$(mktemp -d "${TMPDIR:-/tmp}/recoup-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

# Rows in booking order over accounts of which a few do most; balances carry on; two rows in three
# are legs of payments between the accounts.
write_rows() {
  awk -v rows="$1" -v accounts="$2" '
    function next_random(below) { state = (state * 69069 + 1) % 4294967296
                                  return int(state / 65536) % below }
    function name(a) { return sprintf("20-%02d-%02d %08d", a % 89 + 10, a % 83 + 10, 10000000 + a) }
    function line(a, pence, other, words) {
      held[a] += pence
      printf "%s,%04d-%02d-%02d,%s,GBP,%s,%s,,%s %d,R%d\n", name(a), 2019 + int(day / 336),
             int(day / 28) % 12 + 1, day % 28 + 1, money(pence), money(held[a]), other, words, n, n
      n++ }
    function money(pence,  size) {
      size = pence < 0 ? -pence : pence
      return sprintf("%s%d.%02d", pence < 0 ? "-" : "", int(size / 100), size % 100) }
    BEGIN {
      state = 12345
      print "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name," \
            "description,reference"
      while (n < rows) {
        day = int(n * 1680 / rows)
        a = int((next_random(accounts) + 1) * (next_random(1000) + 1) / 1001)
        b = next_random(accounts); if (b == a) b = (a + 1) % accounts
        pence = next_random(40000) + 1
        if (n + 1 < rows && next_random(2) == 0) {
          line(a, -pence, name(b), "INVOICE"); line(b, pence, name(a), "INVOICE")
        } else line(a, pence, "OUTSIDE " next_random(9999), "CONSULTING")
      }
    }' >"$3"
}

# Microseconds that a command takes; its peak memory in KiB goes to $folder/peak.
timed() {
  local begin=${EPOCHREALTIME/./}
  /usr/bin/time -o "$folder/peak" -f %M "$@" >/dev/null
  echo $((${EPOCHREALTIME/./} - begin))
}

import_ours() { rm -f "$folder"/ours.db*; timed "$program" --store "$folder/ours.db" import "$1"; }
import_theirs() {
  rm -f "$folder"/theirs.db*
  timed sqlite3 "$folder/theirs.db" ".import --csv $1 entries"
}
import_duckdb() {
  rm -f "$folder"/duck.db*
  timed node "$here/duckdb_sql.mjs" "$modules" "$folder/duck.db" 1 \
    "CREATE TABLE entries AS SELECT * FROM read_csv('$1')" "CHECKPOINT"
}
median() { sort -n | sed -n 3p; }

printf '%10s %12s %12s %8s %12s %8s %12s %12s\n' rows 'recoup ms' 'sqlite3 ms' ratio 'duckdb ms' ratio \
  'ns a row' 'peak MiB'
for size in $sizes; do
  rows=${size%:*}
  file="$folder/rows-$rows.csv"
  write_rows "$rows" "${size#*:}" "$file"
  import_ours "$file" >/dev/null
  import_theirs "$file" >/dev/null
  [ -z "$modules" ] || import_duckdb "$file" >/dev/null
  rm -f "$folder/duck" "$folder/ours" "$folder/theirs" "$folder/peaks"
  for _ in 1 2 3 4 5; do
    import_ours "$file" >>"$folder/ours"
    cat "$folder/peak" >>"$folder/peaks"
    import_theirs "$file" >>"$folder/theirs"
    [ -z "$modules" ] || import_duckdb "$file" >>"$folder/duck"
  done
  ours=$(median <"$folder/ours")
  theirs=$(median <"$folder/theirs")
  peak=$(sort -n "$folder/peaks" | tail -1)
  duck=0
  [ -z "$modules" ] || duck=$(median <"$folder/duck")
  printf '%10d %12d %12d %7d%% %12d %7s%% %12d %12d\n' "$rows" $((ours / 1000)) $((theirs / 1000)) \
    $((ours * 100 / theirs)) $((duck / 1000)) "$([ "$duck" = 0 ] && echo - || echo $((ours * 100 / duck)))" \
    $((ours * 1000 / rows)) $((peak / 1024))
  rm -f "$file"
done
