#!/bin/bash
# Measures a ranking of many small cases: all measured anew, with what was recorded, and after one
# fact of one case has changed.
#
#   tests/bench/rank_bench.sh PROGRAM [CASES]
#
# CASES cases (2,000 unless told), each with a case file, an account of twenty lines and a seizure of
# cash. Whole processes, a warm-up and then three runs; medians. The recorded ranking must be the
# bytes of the full one, or the script fails.
set -euo pipefail

program=$(realpath "${1:?usage: rank_bench.sh PROGRAM [CASES]}")
cases=${2:-2000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/recoup-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

write_case_files() {
  awk -v cases="$1" -v folder="$2" '
    BEGIN {
      seizures = folder "/seizures.csv"
      print "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug," \
            "weight_g,purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders" \
            >seizures
      for (c = 0; c < cases; c++) {
        account = sprintf("20-%02d-%02d %08d", c % 89 + 10, c % 71 + 10, 10000000 + c)
        file = sprintf("%s/case-%05d.json", folder, c)
        printf "{\"case\": {\"id\": \"B-%05d\", \"name\": \"bench\", \"operation\": \"Bench\"}, " \
               "\"accounts\": [{\"account\": \"%s\", \"holder\": \"D\", \"currency\": \"GBP\", " \
               "\"opening_balance\": \"0.00\"}], \"sources\": [{\"id\": \"S1\", \"account\": " \
               "\"%s\", \"reference\": \"R%d-0\", \"basis\": \"bench\"}], \"investigation\": " \
               "{\"stage\": \"charged\", \"last_activity\": \"2025-0%d-01\"}}\n", \
               c, account, account, c, c % 9 + 1 >file
        close(file)
        file = sprintf("%s/case-%05d.csv", folder, c)
        print "account,booked_at,amount,currency,balance,counterparty_account," \
              "counterparty_name,description,reference" >file
        held = 0
        for (line = 0; line < 20; line++) {
          pence = line == 0 ? 100000 + c * 37 : -(c * 7919 + line * 104729) % 4000 - 1
          held += pence
          printf "%s,2025-0%d-%02d,%s%d.%02d,GBP,%d.%02d,,SHOP %d,PAYMENT,R%d-%d\n", account, \
                 int(line / 5) + 1, line % 28 + 1, pence < 0 ? "-" : "", \
                 int((pence < 0 ? -pence : pence) / 100), (pence < 0 ? -pence : pence) % 100, \
                 int(held / 100), held % 100, line, c, line >file
        }
        close(file)
        printf "Z-%05d,Bench,B-%05d,cash,2025-05-%02dT10:00,Here,D,%d.00,GBP,,,,,,,,X/1,S1," \
               "POCA 2002 s.294,detained,detention 2025-06-01..2025-%02d-28\n", c, c, \
               c % 28 + 1, 1000 + c % 500, c % 6 + 7 >seizures
      }
    }'
}

timed() {
  local begin=${EPOCHREALTIME/./}
  "$@" >"$folder/out" || [ $? -eq 1 ]
  echo $((${EPOCHREALTIME/./} - begin))
}
median() { sort -n | sed -n 2p; }
ranking() { "$program" --store "$folder/bench.db" rank --as-at 2025-06-15 "$@"; }

mkdir "$folder/files"
write_case_files "$cases" "$folder/files"
import=$(timed "$program" --store "$folder/bench.db" import "$folder"/files/*)
ranking --record >"$folder/recorded"
for turn in 0 1 2 3; do
  full=$(timed ranking --afresh --json)
  cp "$folder/out" "$folder/full"
  kept=$(timed ranking --json)
  cmp "$folder/full" "$folder/out"
  printf '{"case": {"id": "B-00007"}, "investigation": {"victim_loss": true, "victims": %d}}\n' \
    "$((turn + 1))" >"$folder/fact.json"
  "$program" --store "$folder/bench.db" import "$folder/fact.json" >/dev/null
  one=$(timed ranking --json)
  cp "$folder/out" "$folder/one"
  ranking --afresh --json >"$folder/full"
  cmp "$folder/full" "$folder/one"
  [ "$turn" = 0 ] && continue
  echo "$full" >>"$folder/full.times"
  echo "$kept" >>"$folder/kept.times"
  echo "$one" >>"$folder/one.times"
done
full=$(median <"$folder/full.times") kept=$(median <"$folder/kept.times")
one=$(median <"$folder/one.times")
printf '%-40s %8d ms\n' "import of $cases cases" $((import / 1000)) \
  "ranking, all measured anew" $((full / 1000)) "ranking, all kept" $((kept / 1000)) \
  "ranking, one fact changed" $((one / 1000))
printf 'anew to import: %d%%; kept to anew: %d%%\n' $((full * 100 / import)) $((kept * 100 / full))
