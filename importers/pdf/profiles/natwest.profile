# NatWest: money in stands in front of money out.
name: natwest
version: 1
like: uk-statement
must_appear: natwest
money_out: withdrawn | paid out
money_in: paid in
