# Barclays: an entry's amount stands on the first of its lines.
name: barclays
version: 1
like: uk-statement
must_appear: barclays
money_out: money out
money_in: money in
amount_line: first
