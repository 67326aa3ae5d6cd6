# A credit card: what was spent has no sign, what was paid in has CR, and the balance is owed.
name: uk-card
version: 1
like: uk-statement
must_appear: credit card
amounts_are: owed
