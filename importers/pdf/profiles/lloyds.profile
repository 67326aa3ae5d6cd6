# Lloyds Bank: the kind of payment has a column of its own.
name: lloyds
version: 1
like: uk-statement
must_appear: lloyds
description: description | details
code: type | payment type
money_out: money out
money_in: money in
amount_line: first
