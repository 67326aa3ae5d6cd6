# Santander: days with an ordinal, "1st Jan".
name: santander
version: 1
like: uk-statement
must_appear: santander
money_out: money out
money_in: money in
amount_line: first
