# No heads of columns: each line is a day, words, a signed amount and the balance after it.
name: plain-lines
version: 1
like: uk-statement
header: none
