# HSBC and first direct: an entry's amount stands on the last of its lines.
name: hsbc
version: 1
like: uk-statement
must_appear: hsbc
description: payment type and details
money_out: paid out
money_in: paid in
balance: balance
amount_line: last
