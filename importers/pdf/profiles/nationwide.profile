# Nationwide: the heads are short and have the pound sign in front.
name: nationwide
version: 1
like: uk-statement
must_appear: nationwide
money_out: out | paid out
money_in: in | paid in
amount_line: first
