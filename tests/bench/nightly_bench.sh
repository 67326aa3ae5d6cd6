#!/bin/bash
# Measures a whole nightly run against the sum of its parts, and what one changed case costs.
#
#   tests/bench/nightly_bench.sh PROGRAM [CASES]
#
# CASES cases (200 unless told) of five accounts: three files of canonical CSV, one MT940 and one OFX
# for each, of about 1,000 lines. The parts are `recoup import` of the same files and `recoup rank`,
# each with a store of its own. Whole processes in turn, a warm-up and then three runs; the medians
# are compared.
set -euo pipefail

program=$(realpath "${1:?usage: nightly_bench.sh PROGRAM [CASES]}")
cases=${2:-200}
folder=$(mktemp -d "${TMPDIR:-/tmp}/recoup-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

# Payments between the five accounts of each case and with others; balances carry on.
write_case_files() {
  awk -v cases="$1" -v folder="$2" '
    function next_random(below) { state = (state * 69069 + 1) % 4294967296
                                  return int(state / 65536) % below }
    function money(pence, point,  size) {
      size = pence < 0 ? -pence : pence
      return sprintf("%d%s%02d", int(size / 100), point, size % 100) }
    function name(c, a) { return sprintf("20-%02d-%02d %08d", c % 89 + 10, a + 10, 10000000 + c) }
    function path(c, a) { return sprintf("%s/case-%04d-%d.%s", folder, c, a,
                                         a == 3 ? "sta" : a == 4 ? "ofx" : "csv") }
    function begin_file(c, a,  file) {
      file = path(c, a)
      if (a == 3)
        printf ":20:%d\n:25:%s\n:28C:1/1\n:60F:C240101GBP0,00\n", c, name(c, a) >file
      else if (a == 4)
        printf "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1>" \
               "<STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM><BANKID>0<ACCTID>%s<ACCTTYPE>CHECKING" \
               "</BANKACCTFROM><BANKTRANLIST><DTSTART>20240101<DTEND>20241228\n", name(c, a) >file
      else
        print "account,booked_at,amount,currency,balance,counterparty_account," \
              "counterparty_name,description,reference" >file }
    function line(c, a, pence, other,  file) {
      file = path(c, a)
      held[a] += pence
      n++
      if (a == 3)
        printf ":61:24%02d%02d%s%sNTRFR%d\n:86:PAYMENT %d %s\n", month, date,
               pence < 0 ? "D" : "C", money(pence, ","), n, n, other >file
      else if (a == 4)
        printf "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>2024%02d%02d<TRNAMT>%s%s<FITID>R%d" \
               "<NAME>PAYMENT %d</STMTTRN>\n", month, date, pence < 0 ? "-" : "",
               money(pence, "."), n, n >file
      else
        printf "%s,2024-%02d-%02d,%s%s,GBP,%s%s,%s,,PAYMENT %d,R%d\n", name(c, a), month, date,
               pence < 0 ? "-" : "", money(pence, "."), held[a] < 0 ? "-" : "",
               money(held[a], "."), other, n, n >file }
    function end_file(c, a,  file) {
      file = path(c, a)
      if (a == 3)
        printf ":62F:%s241228GBP%s\n-\n", held[a] < 0 ? "D" : "C", money(held[a], ",") >file
      if (a == 4)
        printf "</BANKTRANLIST><LEDGERBAL><BALAMT>%s%s<DTASOF>20241228</LEDGERBAL></STMTRS>" \
               "</STMTTRNRS></BANKMSGSRSV1></OFX>\n", held[a] < 0 ? "-" : "",
               money(held[a], ".") >file
      close(file) }
    function case_file(c,  file, a) {
      file = sprintf("%s/case-%04d.json", folder, c)
      printf "{\"case\": {\"id\": \"B-%04d\", \"name\": \"bench\"}, \"accounts\": [", c >file
      for (a = 0; a < 5; a++)
        printf "%s{\"account\": \"%s\", \"holder\": \"D\", \"currency\": \"GBP\", " \
               "\"opening_balance\": \"0.00\"}", a ? ", " : "", name(c, a) >file
      printf "], \"sources\": [{\"id\": \"S1\", \"account\": \"%s\", \"reference\": \"%s\", " \
             "\"basis\": \"bench\"}]}\n", name(c, 0), first >file
      close(file) }
    BEGIN {
      state = 12345
      for (c = 0; c < cases; c++) {
        for (a = 0; a < 5; a++) { held[a] = 0; begin_file(c, a) }
        month = 1; date = 2; first = "R" (n + 1)
        for (a = 0; a < 5; a++) line(c, a, 5000000 + a, "OUTSIDE")
        for (step = 0; step < 3330; step++) {
          day = int(step * 336 / 3330); month = int(day / 28) + 1; date = day % 28 + 1
          a = next_random(5); b = (a + 1 + next_random(4)) % 5
          pence = next_random(20000) + 1
          if (next_random(2)) { line(c, a, -pence, name(c, b)); line(c, b, pence, name(c, a)) }
          else line(c, a, pence - 10000, "OUTSIDE")
        }
        for (a = 0; a < 5; a++) end_file(c, a)
        case_file(c)
      }
    }'
}

timed() {
  local begin=${EPOCHREALTIME/./}
  "$@" >/dev/null || [ $? -eq 1 ]
  echo $((${EPOCHREALTIME/./} - begin))
}
median() { sort -n | sed -n 2p; }

mkdir "$folder/files"
write_case_files "$cases" "$folder/files"
lines=$(cat "$folder"/files/*.csv "$folder"/files/*.ofx | wc -l)
files=$(find "$folder/files" -type f | wc -l)
echo "$files files, about $lines lines, $cases cases"

one_round() {
  rm -rf "$folder"/*.db* "$folder/inbox"
  cp -r "$folder/files" "$folder/inbox"
  import=$(timed "$program" --store "$folder/parts.db" import "$folder"/files/*)
  rank=$(timed "$program" --store "$folder/parts.db" rank --as-at 2025-06-01)
  night=$(timed "$program" --store "$folder/night.db" nightly "$folder/inbox" --once --as-at 2025-06-01)
  printf '%s\n' "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name,description,reference" \
    "20-10-10 10000000,2025-05-01,12.00,GBP,,,,LATE,L1" > "$folder/inbox/late.csv"
  one=$(timed "$program" --store "$folder/night.db" nightly "$folder/inbox" --once --as-at 2025-06-01)
}

one_round
for _ in 1 2 3; do
  one_round
  echo "$import" >>"$folder/import"
  echo "$rank" >>"$folder/rank"
  echo "$night" >>"$folder/night"
  echo "$one" >>"$folder/one"
done
import=$(median <"$folder/import") rank=$(median <"$folder/rank")
night=$(median <"$folder/night") one=$(median <"$folder/one")
printf '%-28s %8d ms\n' "import of all files" $((import / 1000)) "ranking of all cases" $((rank / 1000)) \
  "nightly run" $((night / 1000)) "nightly run, one new file" $((one / 1000))
printf 'nightly run to the sum of its parts: %d%%\n' $((night * 100 / (import + rank)))
