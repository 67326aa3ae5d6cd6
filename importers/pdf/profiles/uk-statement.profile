# What British banks and building societies call the parts of a statement.
name: uk-statement
version: 1
date_order: dmy
decimal_mark: point
amount_line: either

date: date | transaction date | date of transaction | booking date | date (utc)
description: description | details | transaction | transactions | transaction details | narrative
description: transaction description | payment type and details | payment details | particulars
description: reference | description of transaction | your transactions | merchant
code: type | payment type | transaction type | code
money_out: money out | paid out | withdrawn | withdrawals | withdrawal | payments out | payments
money_out: debit | debits | out | amount out | paid out withdrawals | spent | outgoings
money_in: money in | paid in | deposits | deposit | payments in | receipts | credit | credits | in
money_in: amount in | paid in deposits | received | incomings
amount: amount | value | transaction amount | amount gbp | gbp amount | debit/credit
balance: balance | account balance | running balance | balance gbp | gbp balance | your balance

opening: opening balance | start balance | starting balance | previous balance | balance at start
opening: balance brought forward | brought forward | balance b/f | b/f | b/fwd | balance b/fwd
opening: balance forward | statement opening balance | previous statement balance | bal b/fwd
opening: balance from previous statement | balance brought forward from previous statement
opening: your opening balance | balance brought forward from previous page | balance at start of period
closing: closing balance | end balance | ending balance | new balance | balance at end
closing: balance carried forward | carried forward | balance c/f | c/f | c/fwd | balance c/fwd
closing: statement closing balance | your closing balance | your new balance | balance at end of period
closing: balance carried forward to next page | your balance at close of business | bal c/fwd
balance_on: balance on | your balance on | balance at | balance as at
total_in: money in | paid in | total money in | total paid in | total payments in | payments in
total_in: total receipts | total credits | total deposits | deposits | receipts
total_in: payments/receipts in | total in | total received | credits | incoming
total_out: money out | paid out | total money out | total paid out | total payments out
total_out: total payments | total debits | total withdrawals | withdrawals | withdrawn | payments out
total_out: total withdrawn | total out | total outgoings | total spent | debits | outgoing | payments
totals: total | totals | total payments/receipts | total for period | statement totals

account: account number | account no | account no. | a/c no | a/c number | account
sort_code: sort code | sortcode | sort-code | branch sort code | bank sort code
iban: iban | international bank account number
statement_number: statement number | statement no | sheet number | sheet no
statement_date: statement date | date of statement | date issued | issued on | issue date
currency: currency | account currency
